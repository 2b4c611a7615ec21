"""Selecting, labelling and moving borders, with a real mouse, keys and fingers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Served, Watched, intercept, select, settled
from tests.browser.stage import mark

TEXT = (
    "Council votes on the quay\n"
    "\n"
    "Almost 91 percent of voters backed the move, Rhea Dunmore said. "
    '"We counted twice," she told reporters, "and nobody complained."\n'
    "\n"
    "The mayor said the debt of €38 million was settled in 2019. "
    "Nobody else said that the debt was settled.\n"
    "\n"
    "قالت رئيسة البلدية إن المدينة لن تعود إلى الوراء مهما كان الحكم.\n"
)

Desk = Callable[..., Page]
Rect = dict[str, float]


def span(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def marked(served: Served) -> list[tuple[str, list[str]]]:
    """Label and words of everything marked, in text order."""
    return [
        (label, [TEXT[start:end] for start, end in fragments])
        for label, fragments in served.spans()
    ]


def letter(page: Page, at: int) -> Rect:
    """The box of the character at code point `at`, scrolled into view."""
    found: Rect = page.evaluate(
        """async at => {
            const { rangeOf } = await import('/static/js/offsets.js');
            const range = rangeOf(document.getElementById('article'), at, at + 1);
            const box = () => range.getClientRects()[0];
            if (box().top < 90 || box().bottom > innerHeight - 160)
                scrollBy(0, box().top - innerHeight / 2);
            const { left, right, top, bottom } = box();
            return { left, right, top, bottom, middle: (top + bottom) / 2 };
        }""",
        at,
    )
    return found


def drag(page: Page, start: int, end: int) -> None:
    """Drags the mouse over the text from `start` to `end`, which may be before it."""
    forwards = end > start
    first, last = (start, end - 1) if forwards else (start - 1, end)
    a, b = letter(page, first), letter(page, last)
    rightwards = (TEXT[first] < "\u0590") == forwards
    begin, finish = ("left", "right") if rightwards else ("right", "left")
    inwards = 1 if rightwards else -1
    page.mouse.move(a[begin] + inwards, a["middle"])
    page.mouse.down()
    page.mouse.move(
        (a["left"] + b["left"]) / 2, (a["middle"] + b["middle"]) / 2, steps=3
    )
    page.mouse.move(b[finish] - inwards, b["middle"])
    page.mouse.up()


def click(page: Page, at: int, count: int = 1) -> None:
    box = letter(page, at)
    page.mouse.click((box["left"] + box["right"]) / 2, box["middle"], click_count=count)


def words(page: Page) -> Locator:
    """The field that shows what is selected."""
    return page.locator("#exact")


def opened(page: Page, id: str) -> None:
    """Waits until the form of that annotation is open, and text and list show it."""
    expect(page.locator("#inspector")).to_have_attribute("data-open", id)
    expect(page.locator(f"#row-{id}")).to_have_attribute("aria-current", "true")
    assert {
        id in (one.get_attribute("data-spans") or "").split()
        for one in page.locator("#article mark.open").all()
    } == {True}


def preview(page: Page) -> str:
    """What the preview highlight covers."""
    found: str = page.evaluate(
        "() => [...CSS.highlights.get('preview')].map(range => `${range}`).join('|')"
    )
    return found


def awaits(page: Page, wanted: str) -> None:
    """Waits until the preview covers exactly these words."""
    for _ in range(100):
        if preview(page) == wanted:
            return
        page.evaluate("() => new Promise(requestAnimationFrame)")
        page.wait_for_timeout(20)
    assert preview(page) == wanted


def caught(page: Page, late: list[Route]) -> Route:
    """The request that is held back, as soon as there is one."""
    for _ in range(1000):
        if late:
            return late.pop()
        page.wait_for_timeout(20)
    raise AssertionError("No request was made.")


@pytest.fixture
def prepared(page: Page, served: Served) -> Callable[..., tuple[Page, list[str]]]:
    """The article with annotations (label, words) in it, and their ids."""

    def open_article(*made: tuple[str, str]) -> tuple[Page, list[str]]:
        address = served.article(TEXT)
        ids = [mark(served, label, [span(words)]) for label, words in made]
        page.goto(address)
        return page, ids

    return open_article


Prepared = Callable[..., tuple[Page, list[str]]]


# --- selecting with the mouse ---------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        (span("voters")[0], span("the move")[1], "voters backed the move"),
        (span("the move")[1], span("voters")[0], "voters backed the move"),
        (span("ters")[0], span("mov")[1], "voters backed the move"),
        (span(" backed")[0], span("backed the ")[1], "backed the"),
        (span("mov")[1], span("oters")[0], "voters backed the move"),
        (span("votes")[0], span("Almost")[1], "votes on the quay\n\nAlmost"),
        (span("Almost")[1], span("quay")[0], "quay\n\nAlmost"),
        (span("رئيسة")[0], span("البلدية")[1], "رئيسة البلدية"),
        (span("البلدية")[1], span("رئيسة")[0], "رئيسة البلدية"),
    ],
)
def test_a_drag_selects_whole_words(
    desk: Desk, start: int, end: int, wanted: str
) -> None:
    page = desk(TEXT)
    drag(page, start, end)
    expect(words(page)).to_have_value(wanted)


def test_a_drag_with_alt_selects_what_it_covers(desk: Desk, served: Served) -> None:
    page = desk(TEXT)
    page.keyboard.down("Alt")
    drag(page, span("ters backed")[0], span("back")[1])
    expect(words(page)).to_have_value("ters back")
    page.keyboard.up("Alt")
    page.keyboard.press("c")
    settled(page)
    assert marked(served) == [("claim", ["ters back"])]


def test_without_snap_a_drag_selects_what_it_covers(desk: Desk, served: Served) -> None:
    page = desk(TEXT)
    page.uncheck("#snap")
    drag(page, span("ters backed")[0], span("back")[1])
    expect(words(page)).to_have_value("ters back")
    page.keyboard.press("c")
    settled(page)
    assert marked(served) == [("claim", ["ters back"])]
    page.reload()
    expect(page.locator("#snap")).not_to_be_checked()


def test_a_drag_across_marks_is_read_as_if_they_were_not_there(
    prepared: Prepared, served: Served
) -> None:
    page, _ = prepared(
        ("figure", "91 percent"), ("claim", "percent of voters"), ("cue", "said")
    )
    drag(page, span("Almost")[0], span("said")[1])
    expect(words(page)).to_have_value(
        "Almost 91 percent of voters backed the move, Rhea Dunmore said"
    )
    page.keyboard.press("c")
    settled(page)
    assert (
        "claim",
        ["Almost 91 percent of voters backed the move, Rhea Dunmore said"],
    ) in marked(served)


def test_a_double_click_selects_the_word(desk: Desk) -> None:
    page = desk(TEXT)
    click(page, span("voters")[0] + 2, 2)
    expect(words(page)).to_have_value("voters")


def test_a_triple_click_selects_the_line_and_no_more(desk: Desk) -> None:
    page = desk(TEXT)
    click(page, span("Council")[0] + 2, 3)
    expect(words(page)).to_have_value("Council votes on the quay")


def test_shift_and_a_click_extend_the_selection(desk: Desk) -> None:
    page = desk(TEXT)
    click(page, span("voters")[0] + 2, 2)
    page.keyboard.down("Shift")
    click(page, span("move")[0] + 1)
    page.keyboard.up("Shift")
    expect(words(page)).to_have_value("voters backed the move")


# --- labelling ------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["key", "button", "beside the selection"])
@pytest.mark.parametrize(
    ("label", "key", "dragged", "stored"),
    [
        ("quote", "q", "We counted twice", '"We counted twice,"'),
        ("figure", "f", "91", "Almost 91 percent"),
        ("claim", "c", "the debt of €38 million was settled", None),
    ],
)
def test_the_selection_is_labelled(
    desk: Desk,
    served: Served,
    way: str,
    label: str,
    key: str,
    dragged: str,
    stored: str | None,
) -> None:
    page = desk(TEXT)
    drag(page, *span(dragged))
    expect(words(page)).to_have_value(dragged)
    if way == "key":
        page.keyboard.press(key)
    elif way == "button":
        page.click(f"#passage button[value={label}]")
    else:
        page.click(f"#bubble [data-label={label}]")
    settled(page)
    assert marked(served) == [(label, [stored or dragged])]
    expect(words(page)).to_have_value("")
    assert page.evaluate("() => getSelection().isCollapsed")


def test_an_armed_label_marks_every_selection_until_escape(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    page.keyboard.press("c")
    expect(page.locator("#passage button[value=claim]")).to_have_attribute(
        "aria-pressed", "true"
    )
    for dragged in ("voters", "mayor", "reporters"):
        drag(page, *span(dragged))
        settled(page)
        expect(page.locator("mark").filter(has_text=dragged)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#passage button[value=claim]")).to_have_attribute(
        "aria-pressed", "false"
    )
    drag(page, *span("quay"))
    expect(words(page)).to_have_value("quay")
    assert marked(served) == [
        ("claim", ["voters"]),
        ("claim", ["reporters"]),
        ("claim", ["mayor"]),
    ]


@pytest.mark.parametrize(
    ("count", "stored"), [(2, "votes"), (3, "Council votes on the quay")]
)
def test_while_armed_a_double_or_triple_click_makes_one(
    desk: Desk, served: Served, count: int, stored: str
) -> None:
    page = desk(TEXT)
    page.keyboard.press("c")
    click(page, span("votes")[0] + 2, count)
    expect(page.locator("#article mark")).to_have_text([stored])
    settled(page)
    assert marked(served) == [("claim", [stored])]


def test_the_next_words_are_selected_while_the_last_answer_is_on_its_way(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    late: list[Route] = []
    intercept(page, "**/annotations", lambda route: late.append(route))
    drag(page, *span("voters"))
    page.keyboard.press("c")
    box = letter(page, span("Rhea")[0])
    page.mouse.move(box["left"] + 1, box["middle"])
    page.mouse.down()
    inside = letter(page, span("Dunmore")[0])
    page.mouse.move(inside["left"] + 3, inside["middle"], steps=3)
    caught(page, late).continue_()
    expect(page.locator("#article mark")).to_have_text(["voters"])
    page.unroute("**/annotations")
    end = letter(page, span("said")[1] - 1)
    page.mouse.move(end["right"] - 1, end["middle"], steps=3)
    page.mouse.up()
    expect(words(page)).to_have_value("Rhea Dunmore said")


# --- the live preview -----------------------------------------------------------------


def test_the_borders_of_a_label_are_shown_before_it_is_given(desk: Desk) -> None:
    page = desk(TEXT)
    drag(page, *span("91"))
    awaits(page, "91")
    page.hover("#passage button[value=figure]")
    awaits(page, "Almost 91 percent")
    page.hover("#passage button[value=claim]")
    awaits(page, "91")
    page.hover(".provenance")
    awaits(page, "91")
    page.uncheck("#snap")
    page.hover("#passage button[value=figure]")
    awaits(page, "91")


def test_an_armed_label_shows_its_borders_during_the_drag(desk: Desk) -> None:
    page = desk(TEXT)
    page.keyboard.press("f")
    box = letter(page, span("91")[0])
    page.mouse.move(box["left"] + 1, box["middle"])
    page.mouse.down()
    page.mouse.move(letter(page, span("91")[1] - 1)["right"] - 1, box["middle"])
    awaits(page, "Almost 91 percent")
    page.mouse.up()
    expect(page.locator("#article mark")).to_have_text(["Almost 91 percent"])


# --- fingers --------------------------------------------------------------------------


def tap(page: Page, at: int) -> None:
    box = letter(page, at)
    page.touchscreen.tap((box["left"] + box["right"]) / 2, box["middle"])


def test_two_taps_select_from_the_first_word_to_the_last(
    phone: Page, served: Served
) -> None:
    phone.goto(served.article(TEXT))
    expect(phone.locator("#taps")).to_be_checked()
    tap(phone, span("voters")[0] + 1)
    expect(words(phone)).to_have_value("voters")
    tap(phone, span("move")[0] + 1)
    expect(words(phone)).to_have_value("voters backed the move")
    phone.tap("#passage button[value=claim]")
    settled(phone)
    assert marked(served) == [("claim", ["voters backed the move"])]


def test_two_taps_work_backwards_and_inside_a_mark(phone: Page, served: Served) -> None:
    address = served.article(TEXT)
    mark(served, "claim", [span("Almost 91 percent of voters backed the move")])
    phone.goto(address)
    tap(phone, span("percent")[0] + 1)
    expect(words(phone)).to_have_value("percent")
    tap(phone, span("91")[0])
    expect(words(phone)).to_have_value("91 percent")
    phone.tap("#passage button[value=figure]")
    settled(phone)
    assert ("figure", ["Almost 91 percent"]) in marked(served)


def test_a_third_tap_begins_anew(phone: Page, served: Served) -> None:
    phone.goto(served.article(TEXT))
    for word, shown in (
        ("voters", "voters"),
        ("move", "voters backed the move"),
        ("Almost", "Almost"),
        ("percent", "Almost 91 percent"),
    ):
        tap(phone, span(word)[0] + 1)
        expect(words(phone)).to_have_value(shown)


def test_without_tapping_words_a_tap_opens_the_mark(
    phone: Page, served: Served
) -> None:
    address = served.article(TEXT)
    id = mark(served, "claim", [span("voters backed the move")])
    phone.goto(address)
    phone.locator("#more-ways").tap()
    phone.locator("#taps").uncheck()
    phone.locator("#more-ways").tap()
    tap(phone, span("backed")[0] + 1)
    opened(phone, id)


# --- words that are typed or pasted ---------------------------------------------------


def test_typed_words_are_found_by_enter_one_place_after_the_other(desk: Desk) -> None:
    page = desk(TEXT)
    page.fill("#exact", "the debt")
    page.press("#exact", "Enter")
    expect(page.locator("#article")).to_be_focused()
    awaits(page, "the debt")
    at = "() => Number(document.querySelector('#passage [name=start]').value)"
    assert page.evaluate(at) == span("the debt")[0]
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    assert page.evaluate(at) == span("the debt", 1)[0]
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    assert page.evaluate(at) == span("the debt")[0]


def test_pasted_words_are_labelled_where_they_stand(desk: Desk, served: Served) -> None:
    page = desk(TEXT)
    page.focus("#exact")
    page.keyboard.insert_text("“We counted twice,” she told")
    page.click("#passage button[value=claim]")
    settled(page)
    assert [words for _, words in marked(served)] == [['"We counted twice," she told']]


def test_words_in_several_places_ask_which(
    desk: Desk, served: Served, watched: Watched
) -> None:
    watched.expect("422")
    page = desk(TEXT)
    page.fill("#exact", "debt")
    page.click("#passage button[value=claim]")
    choices = page.locator("#notice input[name=at]")
    expect(choices).to_have_count(2)
    expect(choices.first).to_be_focused()
    choices.nth(1).check()
    page.click("#notice .primary")
    expect(page.locator("#article mark")).to_have_text(["debt"])
    settled(page)
    assert served.spans() == [("claim", (span("debt", 1),))]
    expect(page.locator("#notice")).to_be_empty()
    expect(words(page)).to_have_value("")


def test_words_that_are_nowhere_are_said_to_be_nowhere(
    desk: Desk, served: Served, watched: Watched
) -> None:
    watched.expect("422")
    page = desk(TEXT)
    page.fill("#exact", "voters opposed")
    page.click("#passage button[value=claim]")
    expect(page.locator("#said")).to_contain_text("not in the article")
    assert served.spans() == []


# --- borders --------------------------------------------------------------------------


def pull(page: Page, edge: str, at: int, side: str) -> None:
    """Drags the handle of an edge to a side of the character at `at`."""
    handle = page.locator(f".handle[data-edge={edge}]")
    expect(handle).to_be_visible()
    to = letter(page, at)
    box = handle.bounding_box()
    assert box is not None
    knob = box["y"] - 5 if edge == "start" else box["y"] + box["height"] + 5
    page.mouse.move(box["x"] + box["width"] / 2, knob)
    page.mouse.down()
    page.mouse.move(to["left"], to["middle"], steps=4)
    page.mouse.move(to[side], to["middle"])
    page.mouse.up()
    settled(page)


@pytest.mark.parametrize(
    ("edge", "words_", "side", "stored"),
    [
        ("start", "Almost", "left", "Almost 91 percent of voters"),
        ("start", "percent", "left", "percent of voters"),
        ("end", "backed the move", "right", "91 percent of voters backed the move"),
        ("end", "percent", "right", "91 percent"),
        ("end", "We counted", "right", None),
        ("start", "votes", "left", None),
    ],
)
def test_a_border_is_dragged_to_another_word(
    prepared: Prepared,
    served: Served,
    edge: str,
    words_: str,
    side: str,
    stored: str | None,
) -> None:
    page, (id,) = prepared(("claim", "91 percent of voters"))
    click(page, span("percent")[0] + 1)
    opened(page, id)
    start, end = span(words_)
    pull(page, edge, start if side == "left" else end - 1, side)
    old = span("91 percent of voters")
    expected = (
        stored or TEXT[slice(*((start, old[1]) if edge == "start" else (old[0], end)))]
    )
    assert marked(served) == [("claim", [expected])]
    assert [a.id for a in served.saved().annotations] == [id]
    opened(page, id)


@pytest.mark.parametrize(
    ("edge", "word", "side", "stored"),
    [
        ("start", "رئيسة", "right", "رئيسة البلدية إن المدينة"),
        ("end", "تعود", "left", "البلدية إن المدينة لن تعود"),
        ("end", "إن", "left", "البلدية إن"),
    ],
)
def test_a_border_is_dragged_in_a_line_from_right_to_left(
    prepared: Prepared, served: Served, edge: str, word: str, side: str, stored: str
) -> None:
    page, (id,) = prepared(("claim", "البلدية إن المدينة"))
    click(page, span("البلدية")[0] + 2)
    opened(page, id)
    start, end = span(word)
    pull(page, edge, start if side == "right" else end - 1, side)
    assert marked(served) == [("claim", [stored])]


def test_the_handles_stand_at_the_borders(prepared: Prepared) -> None:
    page, _ = prepared(("claim", "91 percent"), ("claim", "البلدية إن"))
    for words_, first, last in (
        ("91 percent", "left", "right"),
        ("البلدية إن", "right", "left"),
    ):
        start, end = span(words_)
        click(page, start + 1)
        expect(page.locator("#inspector blockquote")).to_have_text(words_)
        for edge, at, side in (("start", start, first), ("end", end - 1, last)):
            box = page.locator(f".handle[data-edge={edge}]").bounding_box()
            assert box is not None
            middle = box["x"] + box["width"] / 2
            assert middle == pytest.approx(letter(page, at)[side], abs=1.5)


@pytest.mark.parametrize(
    ("key", "stored"),
    [
        ("[", "of voters backed"),
        ("]", "backed"),
        ("{", "voters"),
        ("}", "voters backed the"),
        ("Alt+[", "f voters backed"),
        ("Alt+]", "oters backed"),
        ("Alt+Shift+[", "voters backe"),
        ("Alt+Shift+]", "voters backed t"),
    ],
)
def test_a_border_is_moved_by_keys(
    prepared: Prepared, served: Served, key: str, stored: str
) -> None:
    page, (id,) = prepared(("claim", "voters backed"))
    page.keyboard.press("j")
    opened(page, id)
    page.keyboard.press(key)
    settled(page)
    assert marked(served) == [("claim", [stored])]
    expect(page.locator("#inspector blockquote")).to_have_text(stored)


def test_a_border_moved_many_times_at_once_lands_where_the_keys_say(
    prepared: Prepared, served: Served
) -> None:
    page, (id,) = prepared(("claim", "voters backed"))
    page.keyboard.press("j")
    opened(page, id)
    # The answers come late, one by one, while the next keys are pressed already.
    late: list[Route] = []
    intercept(page, "**/fragments/*", lambda route: late.append(route))
    for key in "}}}":
        page.keyboard.press(key)
    expect(page.locator("#saving")).to_have_attribute("data-state", "saving")
    caught(page, late).continue_()
    expect(page.locator("#inspector blockquote")).to_have_text("voters backed the")
    for key in "[[[":
        page.keyboard.press(key)
    second = caught(page, late)
    page.route("**/fragments/*", lambda route: route.continue_())
    second.continue_()
    expect(page.locator("#inspector blockquote")).to_have_text(
        "91 percent of voters backed the move, Rhea"
    )
    settled(page)
    assert marked(served) == [("claim", ["91 percent of voters backed the move, Rhea"])]


# --- parts ----------------------------------------------------------------------------


def test_a_further_part_is_added_and_taken_away(
    prepared: Prepared, served: Served
) -> None:
    page, (id,) = prepared(("quote", '"We counted twice,"'))
    page.keyboard.press("j")
    opened(page, id)
    page.keyboard.press("+")
    drag(page, *span("and nobody complained"))
    expect(page.locator("#inspector .parts li")).to_have_count(2)
    settled(page)
    parts = ['"We counted twice,"', '"and nobody complained."']
    assert marked(served) == [("quote", parts)]
    expect(page.locator(".parts li > span")).to_have_text(parts)
    opened(page, id)
    page.locator(".parts li").first.get_by_role("button").click()
    settled(page)
    assert marked(served) == [("quote", parts[1:])]
    expect(page.locator(".parts")).to_have_count(0)


def test_a_selection_becomes_a_part_by_button(
    prepared: Prepared, served: Served
) -> None:
    page, (id,) = prepared(("quote", '"We counted twice,"'))
    page.keyboard.press("j")
    opened(page, id)
    drag(page, *span("and nobody complained"))
    expect(words(page)).to_have_value("and nobody complained")
    page.click("#add-part")
    settled(page)
    assert marked(served) == [
        ("quote", ['"We counted twice,"', '"and nobody complained."'])
    ]


# --- several annotations on the same words --------------------------------------------

STACK = (
    ("quote", "Almost 91 percent of voters backed the move, Rhea Dunmore said"),
    ("claim", "91 percent of voters backed the move"),
    ("figure", "91 percent"),
)


def test_a_click_opens_the_innermost_and_the_next_click_goes_outwards(
    prepared: Prepared,
) -> None:
    page, (quote, claim, figure) = prepared(*STACK)
    for id in (figure, claim, quote, figure):
        click(page, span("percent")[0] + 2)
        opened(page, id)


def test_the_backtick_goes_outwards(prepared: Prepared) -> None:
    page, (quote, claim, figure) = prepared(*STACK)
    click(page, span("percent")[0] + 2)
    opened(page, figure)
    for id in (claim, quote, figure):
        page.keyboard.press("`")
        opened(page, id)


def test_the_chips_open_what_lies_on_the_same_words(prepared: Prepared) -> None:
    page, (quote, claim, figure) = prepared(*STACK)
    click(page, span("percent")[0] + 2)
    opened(page, figure)
    chips = page.locator("#inspector nav.stack a")
    expect(chips).to_have_text(["Figure", "Claim", "Quote"])
    for at, id in enumerate((figure, claim, quote)):
        chips.nth(at).click()
        opened(page, id)
        expect(chips.nth(at)).to_have_attribute("aria-current", "true")


def test_the_same_words_may_carry_the_same_label_twice(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    for _ in range(2):
        drag(page, *span("voters"))
        page.keyboard.press("c")
        settled(page)
    assert marked(served) == [("claim", ["voters"])] * 2
    first, second = (a.id for a in served.saved().annotations)
    page.keyboard.press("Escape")
    seen = set()
    for _ in range(2):
        click(page, span("voters")[0] + 1)
        page.wait_for_timeout(50)
        seen.add(page.locator("#inspector").get_attribute("data-open"))
    assert seen == {first, second}


# --- another label, none at all -------------------------------------------------------


@pytest.mark.parametrize("way", ["key", "button"])
def test_an_annotation_gets_another_label(
    prepared: Prepared, served: Served, way: str
) -> None:
    page, (id,) = prepared(("claim", "We counted twice"))
    page.keyboard.press("j")
    opened(page, id)
    if way == "key":
        page.keyboard.press("Shift+Q")
    else:
        page.click(".relabel button[value=quote]")
    settled(page)
    assert [(a.id, a.label) for a in served.saved().annotations] == [(id, "quote")]
    expect(page.locator("#inspector")).to_have_attribute("data-label", "quote")


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_what_is_removed_comes_back_by_undo(
    prepared: Prepared, served: Served, key: str
) -> None:
    page, (id, _) = prepared(("claim", "voters"), ("figure", "91 percent"))
    click(page, span("voters")[0] + 1)
    opened(page, id)
    page.keyboard.press(key)
    settled(page)
    assert marked(served) == [("figure", ["91 percent"])]
    expect(page.locator(f"#row-{id}")).to_have_count(0)
    expect(page.locator("#inspector")).to_be_hidden()
    page.keyboard.press("z")
    settled(page)
    assert marked(served) == [("figure", ["91 percent"]), ("claim", ["voters"])]
    expect(page.locator(f"#row-{id}")).to_have_count(1)


def test_undo_in_the_form_takes_back_what_was_saved_and_typing_by_the_browser(
    prepared: Prepared, served: Served
) -> None:
    page, (id,) = prepared(("figure", "91 percent"))
    click(page, span("91 percent")[0] + 1)
    opened(page, id)

    def kind() -> object:
        return next(a.attributes.get("kind") for a in served.saved().annotations)

    first = kind()
    page.locator("#field-kind").select_option("measure")
    settled(page)
    assert kind() == "measure"
    page.locator("#field-kind").focus()
    page.keyboard.press("Control+z")
    settled(page)
    assert kind() == first
    page.keyboard.press("Control+Shift+z")
    settled(page)
    assert kind() == "measure"
    # Letters that were typed and not saved are the browser's to take back.
    unit = page.locator("#field-unit")
    before = unit.input_value()
    unit.focus()
    page.keyboard.press("End")
    page.keyboard.type("x")
    page.keyboard.press("Control+z")
    expect(unit).to_have_value(before)
    assert kind() == "measure"
    # Nothing typed is left: the next one goes no further than the field.
    page.keyboard.press("Control+z")
    expect(page.locator("#said")).to_contain_text("Press Escape")
    settled(page)
    assert kind() == "measure"
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    settled(page)
    assert kind() == first


def test_a_choice_walked_by_keys_is_saved_once_it_is_left(
    prepared: Prepared, served: Served
) -> None:
    """Each step on the way is no change, and what was walked is taken back as one."""
    page, (id,) = prepared(("figure", "91 percent"))
    click(page, span("91 percent")[0] + 1)
    opened(page, id)
    kind = page.locator("#field-kind")
    sent: list[str] = []
    page.on("request", lambda r: sent.append(r.url) if r.method == "POST" else None)

    def saved() -> object:
        return served.saved().annotations[0].attributes.get("kind")

    first = saved()
    kind.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    walked = kind.input_value()
    expect(kind).to_be_focused()
    assert sent == []
    page.keyboard.press("Control+z")
    expect(kind).to_have_value(str(first or ""))
    assert saved() == first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    settled(page)
    assert saved() == walked != first
    assert len(sent) == 1
    # The focus went on, and undo leaves it in the form and says what it took back.
    focused = page.evaluate("document.activeElement.id")
    assert focused.startswith("field-")
    page.keyboard.press("Control+z")
    settled(page)
    expect(page.locator("#said")).to_contain_text("Undone: kind of figure “91 percent”")
    expect(page.locator("#said")).to_have_attribute("data-bad", "told")
    assert page.evaluate("document.activeElement.id") == focused
    assert saved() == first


def test_what_is_refused_is_taken_back_by_undo_where_one_is_in_the_form(
    prepared: Prepared, served: Served, watched: Watched
) -> None:
    watched.expect("422")
    page, (id,) = prepared(("figure", "91 percent"))
    click(page, span("91 percent")[0] + 1)
    opened(page, id)
    value = page.locator("#field-value")
    before, was = served.saved().annotations, value.input_value()
    value.fill("ninety")
    page.keyboard.press("Tab")
    expect(page.locator("#field-problems p")).to_be_visible()
    # Whoever went on stays there.
    focused = page.evaluate("document.activeElement.id")
    assert focused not in ("", "field-value", "article")
    page.keyboard.press("Control+z")
    expect(value).to_have_value(was)
    expect(page.locator(f"#{focused}")).to_be_focused()
    assert served.saved().annotations == before


def test_what_undo_brings_back_is_shown(desk: Desk, served: Served) -> None:
    """Wherever one has scrolled to."""
    page = desk("First\nHere are 12 boats.\n" + "It rained on and on.\n" * 80)
    select(page, 15, 17)
    page.keyboard.press("f")
    settled(page)
    page.locator("#article").focus()
    page.keyboard.press("Delete")
    settled(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.keyboard.press("z")
    settled(page)
    mark = page.locator("mark.label-figure")
    expect(mark).to_be_in_viewport()
    expect(page.locator("#said")).to_contain_text("is there again")
    assert "open=" in page.url


def test_help_covers_no_field(prepared: Prepared) -> None:
    page, (id,) = prepared(("figure", "91 percent"))
    click(page, span("91 percent")[0] + 1)
    opened(page, id)
    seen = 0
    for name in ("kind", "value", "unit", "modifier"):
        page.locator(f"#field-{name}").focus()
        top = page.locator("#inspector").bounding_box()
        assert top
        # Not every field has any.
        for card in page.locator("#attributes .help").filter(visible=True).all():
            box = card.bounding_box()
            assert box
            assert box["y"] >= top["y"] + top["height"]
            seen += 1
    assert seen


def test_on_a_phone_nothing_lies_on_the_field_with_the_focus(
    phone: Page, served: Served
) -> None:
    phone.goto(served.article(TEXT))
    tap(phone, span("91")[0])
    tap(phone, span("percent")[0] + 1)
    phone.tap("#passage button[value=figure]")
    settled(phone)
    phone.locator("#to-form").tap()
    phone.locator("#attributes details summary").first.click()
    seen = helped = 0
    for _ in range(14):
        phone.keyboard.press("Tab")
        field = phone.locator("#attributes .field:focus-within")
        if not field.count():
            continue
        seen += 1
        box = field.bounding_box()
        foot = phone.locator("#passage").bounding_box()
        assert box
        assert foot
        assert box["y"] + box["height"] <= foot["y"]
        # Not every field has any, and none lies on the labels.
        for card in phone.locator("#attributes .help").filter(visible=True).all():
            help = card.bounding_box()
            assert help
            assert help["y"] + help["height"] <= min(foot["y"], box["y"])
            helped += 1
    assert seen > 4
    assert helped


def test_none_here_is_said_by_two_keys_and_taken_back(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    page.keyboard.press("0")
    page.keyboard.press("c")
    settled(page)
    assert served.saved().none == ("claim",)
    expect(page.locator("#none-claim")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("0")
    page.keyboard.press("c")
    settled(page)
    assert served.saved().none == ()
    # The key alone still labels.
    drag(page, *span("voters"))
    page.keyboard.press("c")
    settled(page)
    assert marked(served) == [("claim", ["voters"])]


# --- text and list in step ------------------------------------------------------------


def test_a_row_opens_its_mark_and_a_mark_its_row(prepared: Prepared) -> None:
    page, ids = prepared(*STACK[1:], ("claim", "settled in 2019"))
    for id in ids:
        page.click(f"#row-{id}")
        opened(page, id)
        expect(page.locator("#article mark.open").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    click(page, span("settled")[0] + 2)
    opened(page, ids[2])


def test_the_next_and_previous_annotation_go_round(prepared: Prepared) -> None:
    page, (voters, debt, council) = prepared(
        ("claim", "voters"), ("figure", "€38 million"), ("quote", "Council")
    )
    for key, id in (
        ("j", council),
        ("j", voters),
        ("j", debt),
        ("j", council),
        ("k", debt),
        ("k", voters),
    ):
        page.keyboard.press(key)
        opened(page, id)


def test_the_list_shows_one_label_only_when_asked(prepared: Prepared) -> None:
    page, (claim, figure) = prepared(("claim", "voters"), ("figure", "91 percent"))
    only = page.locator("[data-only=figure]:is(button)")
    only.click()
    expect(page.locator(f"#row-{claim}")).to_be_hidden()
    expect(page.locator(f"#row-{figure}")).to_be_visible()
    only.click()
    expect(page.locator(f"#row-{claim}")).to_be_visible()


# --- the way back ---------------------------------------------------------------------


def test_escape_retreats_one_step_at_a_time(prepared: Prepared) -> None:
    page, (id,) = prepared(("claim", "voters"))
    article, form = page.locator("#article"), page.locator("#inspector")
    page.keyboard.press("j")
    opened(page, id)
    page.keyboard.press("f")
    figure = page.locator("#passage button[value=figure]")
    expect(figure).to_have_attribute("aria-pressed", "true")
    select(page, *span("mayor"))
    expect(words(page)).to_have_value("mayor")
    page.keyboard.press("m")
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.press("Escape")
    expect(article).to_be_focused()
    expect(words(page)).to_have_value("mayor")
    page.keyboard.press("Escape")
    expect(words(page)).to_have_value("")
    expect(figure).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(figure).to_have_attribute("aria-pressed", "false")
    opened(page, id)
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(page.locator("mark.open")).to_have_count(0)
    expect(article).to_be_focused()


def test_words_selected_while_the_form_is_being_completed_stay_selected(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    held: list[Route] = []
    # A name that the form is going to suggest.
    select(page, *span("Rhea Dunmore"))
    page.locator("#article").focus()
    page.keyboard.press("s")
    settled(page)
    page.keyboard.press("Escape")
    intercept(page, "**/offers", lambda route: held.append(route))
    select(page, *span('"We counted twice,"'))
    page.locator("#article").focus()
    page.keyboard.press("q")
    settled(page)
    expect(page.locator("#field-speaker")).to_be_focused()
    select(page, *span('"and nobody complained."'))
    for _ in range(50):
        if held:
            break
        page.wait_for_timeout(50)
    with page.expect_response("**/offers"):
        held[0].continue_()
    expect(page.locator("#known")).not_to_have_attribute("data-later", "")
    page.wait_for_timeout(100)
    page.locator("#article").focus()
    page.keyboard.press("+")
    settled(page)
    assert ("quote", ['"We counted twice,"', '"and nobody complained."']) in marked(
        served
    )


def test_links_are_offered_at_once_when_they_are_asked_for(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    for words, key in (("the debt of €38 million", "c"), ("Almost 91 percent", "f")):
        select(page, *span(words))
        page.locator("#article").focus()
        page.keyboard.press(key)
        settled(page)
    page.keyboard.press("l")
    expect(page.locator("#link-to")).to_be_focused()
    expect(page.locator("#link-to option")).not_to_have_count(1)
