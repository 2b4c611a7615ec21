"""Nothing is cut off, covered, too small to touch, or moved by what one does."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Served, select, settled
from tests.browser.stage import LEADING, finish, lead_a_team, mark, reopen

TEXT = (
    "Council votes on the quay after a long night of counting in the customs hall\n"
    "\n"
    "Almost 91 percent of voters backed the move, Rhea Dunmore said. "
    '"We counted twice," she told reporters, "and nobody complained."\n'
    "\n"
    "The mayor said the debt of €38 million was settled in 2019. "
    "Nobody else said that the debt was settled. See "
    "https://ferrypost.example/2026/01/31/a-very-long-address-that-no-line-can-hold.\n"
    "\n"
    "قالت رئيسة البلدية إن المدينة «لن تعود إلى الوراء» مهما كان الحكم.\n"
)
WIDTHS = [1280, 768, 390]


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def populate(served: Served) -> None:
    for key in ("a", "b", "c"):
        served.article(
            f"{TEXT}\n{key}\n", key, outlet="Ferry Post", published="2026-01-31"
        )
    mark(
        served, "quote", [span('"We counted twice,"'), span('"and nobody complained."')]
    )
    mark(served, "figure", [span("Almost 91 percent")])
    mark(served, "claim", [span("91 percent of voters backed the move")])
    mark(served, "source", [span("Rhea Dunmore")])
    mark(served, "cue", [span("said")])
    mark(served, "claim", [span("لن تعود إلى الوراء")])
    attributes = {"asserted_by": "x", "checkable": "checkable"}
    for by in ("", "bob"):
        mark(served, "claim", [span("voters")], "c", by, **attributes)
        finish(served, "c", by)
    lead_a_team(served)


def states(page: Page, served: Served) -> Iterator[str]:
    """Brings up page after page, and says which."""
    for path in (
        "/articles",
        "/articles?search=debt",
        "/import",
        "/export",
        "/guideline",
        "/keys",
        "/articles/a/history",
        "/articles/b",
        "/articles/a",
        "/articles/a?open=a1",
        "/articles/a?open=a2",
        "/articles/c",
        "/articles/c/sets/human/bob",
        *LEADING,
    ):
        page.goto(f"{served.base}{path}")
        yield path
    page.goto(f"{served.base}/articles/a?open=a1")
    page.locator("#inspector summary").first.click()
    yield "more about a quote"
    select(page, *span("voters"))
    expect(page.locator("#exact")).to_have_value("voters")
    yield "words selected"
    page.goto(f"{served.base}/articles/a")
    page.click("#guide-button")
    expect(page.locator("#guide h1")).to_be_visible()
    yield "the guideline beside"
    page.reload()
    page.click("#keys-button")
    yield "the keys"


CONTROLS = """
    const shown = one => one.checkVisibility({ visibilityProperty: true,
        contentVisibilityAuto: true }) && !one.closest('.sr, .skip')
        && one.getBoundingClientRect().width > 1;
    const inside = document.querySelector('dialog[open]') ?? document;
    const controls = [...inside.querySelectorAll(
        'a[href], button, select, textarea, summary, input:not([type=hidden])')]
        .filter(one => shown(one) && !one.matches('.handle'));
"""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways_and_no_control_is_covered(
    page: Page, served: Served, width: int
) -> None:
    populate(served)
    page.set_viewport_size({"width": width, "height": 800})
    found: dict[str, list[str]] = {}
    for name in states(page, served):
        wrong: list[str] = page.evaluate(
            """async () => {"""
            + CONTROLS
            + """
            const wrong = [];
            const { scrollWidth, clientWidth } = document.documentElement;
            if (scrollWidth > clientWidth) wrong.push(`${scrollWidth} wide`);
            const named = one => one.id || one.outerHTML.slice(0, 100);
            for (const one of controls) {
                // What comes into view is laid out only then, and may move the rest.
                for (let frame = 0; frame < 3; frame++) {
                    one.scrollIntoView({ block: 'center', inline: 'nearest' });
                    await new Promise(requestAnimationFrame);
                }
                const box = one.getClientRects()[0];
                if (box.left < -1 || box.right > clientWidth + 1)
                    wrong.push(`outside: ${named(one)}`);
                const hit = document.elementFromPoint(
                    (box.left + box.right) / 2, (box.top + box.bottom) / 2);
                const label = one.closest('label') ?? one;
                if (!(label.contains(hit) || hit?.contains(label) && hit.matches('a')))
                    wrong.push(`covered: ${named(one)} by ${hit && named(hit)}`);
            }
            return wrong;
        }"""
        )
        if wrong:
            found[name] = wrong
    assert found == {}


def test_fingers_find_labels_and_fields_on_a_phone(page: Page, served: Served) -> None:
    populate(served)
    page.set_viewport_size({"width": 390, "height": 844})
    found: dict[str, list[str]] = {}
    for name in states(page, served):
        small: list[str] = page.evaluate(
            """() => {"""
            + CONTROLS
            + """
            return controls.filter(one => one.closest(
                '#passage, #inspector, #notice, #list, form.stack, form.filters'))
                .filter(one => !one.closest('p, .links li, .stack-row'))
                .map(one => [one, (one.closest('label.choice, .segments label') ?? one)
                    .getBoundingClientRect()])
                .filter(([one, box]) => box.height < 43.5)
                .map(([one, box]) => `${Math.round(box.height)}: `
                    + (one.id || one.outerHTML.slice(0, 100)));
        }"""
        )
        if small:
            found[name] = small
    assert found == {}


# --- nothing jumps --------------------------------------------------------------------

WORDS = """async () => {
    const { pieces, rangeOf } = await import('/static/js/offsets.js');
    await document.fonts.ready;
    // Before the first frame, lines have the size they are estimated at.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const root = document.getElementById('article');
    return [...root.children].flatMap(line => pieces(root, line, 'word'))
        .map(([start, end]) => {
            const box = rangeOf(root, start, end).getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom].map(Math.round);
        });
}"""

Boxes = list[list[int]]


def moved(before: Boxes, after: Boxes) -> list[tuple[list[int], list[int]]]:
    """The words whose box is elsewhere by more than a pixel."""
    return [
        (a, b)
        for a, b in zip(before, after, strict=True)
        if any(abs(x - y) > 1 for x, y in zip(a, b, strict=True))
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_labelling_moves_no_word(
    page: Page, served: Served, desk: Callable[..., Page], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page = desk(TEXT)
    before = page.evaluate(WORDS)
    for words, key in (
        ("voters backed the move", "c"),
        ("91", "f"),
        ("We counted twice", "q"),
        ("counted", "c"),
        ("customs hall", "c"),
        ("إن المدينة", "c"),
    ):
        select(page, *span(words))
        page.keyboard.press(key)
        settled(page)
        assert moved(before, page.evaluate(WORDS)) == []
        page.locator("#article").evaluate("one => one.focus({ preventScroll: true })")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#inspector")).to_be_hidden()
    assert moved(before, page.evaluate(WORDS)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_opening_and_filling_a_form_moves_no_word(
    page: Page, served: Served, width: int
) -> None:
    populate(served)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served.base}/articles/a")
    before = page.evaluate(WORDS)
    for id in ("a2", "a3"):
        target = page.locator(f"#article mark[data-spans~={id}]").last
        target.click()
        expect(page.locator("#inspector")).to_have_attribute("data-open", id)
        assert moved(before, page.evaluate(WORDS)) == []
    page.keyboard.press("u")
    settled(page)
    assert moved(before, page.evaluate(WORDS)) == []


@pytest.mark.parametrize("id", ["a1", "a2", "a3"])
def test_a_field_that_gets_or_loses_the_focus_moves_nothing(
    page: Page, served: Served, id: str
) -> None:
    populate(served)
    page.goto(f"{served.base}/articles/a?open={id}")
    more = page.locator("#inspector details.more:not([open]) > summary")
    if more.count():
        more.click()
    places = """() => [...document.querySelectorAll('#inspector :is(input, button, a)')]
        .map(one => [one.id || one.name, Math.round(one.getBoundingClientRect().top
            + document.getElementById('inspector').scrollTop)])"""
    page.locator("#article").focus()
    before = page.evaluate(places)
    for field in page.locator("#inspector :is(input, select, textarea):visible").all():
        if field.get_attribute("type") != "hidden":
            field.evaluate("one => one.focus({ preventScroll: true })")
            assert page.evaluate(places) == before


def test_a_box_is_ticked_while_another_field_has_the_focus(
    page: Page, served: Served
) -> None:
    populate(served)
    page.goto(f"{served.base}/articles/a?open=a1")
    page.fill("#field-speaker", "Rhea Dunmore")
    page.check("#unsure")
    settled(page)
    quote = next(a for a in served.saved().annotations if a.id == "a1")
    assert quote.unsure


# --- paint and paper ------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
def test_the_lowest_underline_of_a_last_line_is_not_cut_off(
    page: Page, served: Served, width: int
) -> None:
    served.article(TEXT)
    for words in ("customs hall", "nobody complained", "can-hold", "كان الحكم"):
        if words in TEXT:
            mark(served, "quote", [span(words)])
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served.base}/articles/a")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('#article mark')].filter(mark => {
            // Paint containment clips at the padding edge.
            const line = mark.closest('p').getBoundingClientRect();
            return [...mark.getClientRects()].some(box => box.bottom > line.bottom + .1
                || box.top < line.top - .1);
        }).map(mark => mark.outerHTML)"""
    )
    assert cut == []


def test_on_paper_the_tools_are_gone_and_the_marks_stay(
    page: Page, served: Served
) -> None:
    populate(served)
    page.goto(f"{served.base}/articles/a?open=a3")
    page.emulate_media(media="print")
    for gone in (".bar", "#passage", ".handle", "#inspector", "#notice", "#said"):
        for one in page.locator(gone).all():
            expect(one).to_be_hidden()
    expect(page.locator("#row-a3")).to_be_visible()
    looks = page.evaluate(
        """() => [...document.querySelectorAll('#article mark')].map(mark => {
            const style = getComputedStyle(mark);
            return [style.backgroundImage.includes('gradient'), style.printColorAdjust];
        })"""
    )
    assert looks == [[True, "exact"]] * len(looks)
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


# --- room for the text, and one thing at a time ---------------------------------------


def test_on_a_phone_the_bar_below_leaves_the_text_its_room(
    page: Page, served: Served
) -> None:
    populate(served)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served.base}/articles/a")
    bar = page.locator("#passage")
    field = page.locator("#exact")

    def height() -> float:
        box = bar.bounding_box()
        assert box is not None
        return box["height"]

    assert height() < 844 / 10
    # The field comes with what is selected, and by its key or from the menu.
    select(page, *span("voters"))
    expect(field).to_have_value("voters")
    assert 844 / 10 < height() < 844 / 6
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    assert height() < 844 / 10
    expect(page.locator("#snap")).to_be_hidden()
    page.click("#more-ways")
    expect(page.locator("#snap")).to_be_visible()
    expect(page.locator("#taps")).to_be_visible()
    page.click("#find-words")
    expect(page.locator("#snap")).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.type("debt")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("")
    assert page.evaluate("() => getSelection().toString()") == "debt"


def test_on_a_phone_on_its_side_most_is_text(page: Page, served: Served) -> None:
    populate(served)
    page.set_viewport_size({"width": 844, "height": 390})
    page.goto(f"{served.base}/articles/a")
    select(page, *span("voters"))
    expect(page.locator("#exact")).to_have_value("voters")
    bars = [page.locator(one).bounding_box() for one in (".bar", "#passage")]
    assert sum(box["height"] for box in bars if box) < 390 * 0.28
    assert page.evaluate("document.documentElement.scrollWidth") <= 844


def click_where_it_is(page: Page, link: Locator) -> None:
    """Clicks without scrolling to the link first, which would lead away by itself: it
    lies in a bar at the foot, where `scroll-padding` keeps the text from."""
    box = link.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_on_a_phone_a_link_leads_to_the_form_and_back(
    page: Page, served: Served
) -> None:
    populate(served)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served.base}/articles/a?open=a2")
    way = page.locator("#to-form")
    expect(way).to_have_text("Edit the figure")
    click_where_it_is(page, way)
    expect(page.locator("#inspector .where")).to_be_in_viewport()
    expect(way).to_have_text("Back to the text")
    click_where_it_is(page, way)
    expect(page.locator("mark.open").first).to_be_in_viewport()
    expect(way).to_have_text("Edit the figure")
    click_where_it_is(page, way)
    expect(way).to_have_text("Back to the text")
    page.click("#close-form")
    expect(page.locator("mark[data-spans~=a2]").first).to_be_in_viewport()


PARTED = (
    "“It leaks, and it always has,” said Ida Orm. “We rang them on Monday.” Fine.\n"
)


def test_a_quote_of_two_parts_fits_a_phone(page: Page, served: Served) -> None:
    where = served.article(PARTED)
    mark(served, "quote", [(0, 30), (45, 71)])
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{where}?open=a1")
    expect(page.locator(".parts button")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for button in page.locator(".parts button").all():
        box = button.bounding_box()
        assert box
        assert box["x"] + box["width"] <= 390


@pytest.mark.parametrize("width", [1024, 1100])
def test_the_bar_fits_a_small_laptop(page: Page, served: Served, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    page.goto(served.article(PARTED))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    expect(page.locator("#theme")).to_be_in_viewport(ratio=1)


def test_the_hint_of_a_field_covers_nothing(page: Page, served: Served) -> None:
    populate(served)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{served.base}/articles/a?open=a2")
    page.locator("#attributes [name=value]").focus()
    hint = page.locator(".help:visible").bounding_box()
    assert hint
    for panel in ("#inspector", ".annotations", "#list"):
        box = page.locator(panel).bounding_box()
        assert box
        assert box["y"] + box["height"] <= hint["y"] + 1, panel


@pytest.mark.parametrize("width", WIDTHS)
def test_the_guideline_takes_the_place_of_the_labels(
    page: Page, served: Served, width: int
) -> None:
    populate(served)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served.base}/articles/a?open=a2")
    guide, form = page.locator("#guide"), page.locator("#attributes")
    page.click("#guide-button")
    expect(guide).to_be_in_viewport(ratio=0.9)
    expect(guide.locator("#guide-figure")).to_be_in_viewport()
    expect(form).to_be_hidden()
    expect(page.locator("#list")).to_be_hidden()
    page.click("#guide-close")
    expect(guide).to_be_hidden()
    expect(form).to_be_visible()
    # What is labelled or opened meanwhile is shown at once.
    page.keyboard.press("g")
    expect(guide).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("#inspector")).not_to_have_attribute("data-open", "a2")
    expect(guide).to_be_hidden()
    expect(page.locator("#inspector")).to_be_visible()


def test_at_the_width_of_a_tablet_the_form_stands_beside_the_text(
    page: Page, served: Served
) -> None:
    populate(served)
    page.set_viewport_size({"width": 800, "height": 900})
    page.goto(f"{served.base}/articles/a?open=a2")
    expect(page.locator("#field-value")).to_be_in_viewport()
    expect(page.locator("mark.open").first).to_be_in_viewport()
    expect(page.locator("#to-form")).to_be_hidden()


def test_the_keys_are_seen_without_scrolling(page: Page, served: Served) -> None:
    page.goto(served.article(TEXT))
    page.click("#keys-button")
    dialog = page.locator("dialog#keys")
    expect(dialog).to_contain_text("Alt drag")
    expect(dialog).to_contain_text("tap, tap")
    assert dialog.evaluate("one => one.scrollHeight - one.clientHeight") <= 0


def test_what_is_filled_in_is_in_view_and_the_rest_is_folded(
    page: Page, served: Served
) -> None:
    populate(served)
    page.goto(f"{served.base}/articles/a?open=a2")
    for name in ("kind", "value", "value_max", "unit", "modifier"):
        expect(page.locator(f"#field-{name}")).to_be_in_viewport()
    expect(page.locator("#field-measures")).to_be_hidden()


def test_the_labels_beside_a_selection_cover_nothing_that_comes_before_it(
    page: Page, served: Served
) -> None:
    page.goto(served.article("Heading\n" + "Some words\n" * 30))
    article = page.locator("#article")
    bubble = page.locator("#bubble")
    seen = set()
    for line in article.locator("p").all():
        box = line.bounding_box()
        assert box is not None
        if not 100 < box["y"] < 710:
            continue
        page.keyboard.press("Escape")
        expect(bubble).to_be_hidden()
        page.mouse.dblclick(box["x"] + 20, box["y"] + 22)
        expect(page.locator("#exact")).not_to_have_value("")
        page.wait_for_timeout(50)
        over = bubble.bounding_box() if bubble.is_visible() else None
        seen.add(over is None)
        if over:
            bar = page.locator("#passage").bounding_box()
            assert bar is not None
            assert over["y"] >= box["y"] + 22
            assert over["y"] + over["height"] <= bar["y"]
    assert seen == {False, True}


def test_a_long_row_of_the_list_ends_in_one_ellipsis(
    page: Page, served: Served
) -> None:
    served.article(TEXT)
    mark(served, "claim", [(0, len(TEXT.split("\n")[0])), span(TEXT.split("\n")[2])])
    page.goto(f"{served.base}/articles/a")
    words = page.locator("#list .words")
    expect(words).to_contain_text("hall […] Almost")
    assert "…" not in words.inner_text().replace("[…]", "")
    assert words.evaluate("one => one.scrollHeight > one.clientHeight")


# --- another window -------------------------------------------------------------------


def test_a_second_window_is_told_that_the_article_was_submitted_and_reopened(
    page: Page, served: Served
) -> None:
    populate(served)
    page.goto(f"{served.base}/articles/b")
    told = page.locator("#elsewhere")
    expect(told).to_be_hidden()
    mark(served, "claim", [span("voters")], "b", asserted_by="x", checkable="checkable")
    finish(served, "b")
    page.evaluate("() => dispatchEvent(new Event('focus'))")
    expect(told).to_contain_text("submitted this article in another window")
    expect(page.locator("#passage")).to_have_attribute("inert", "")
    expect(page.locator("#submit")).to_have_count(0)
    select(page, *span("reporters"))
    page.keyboard.press("c")
    expect(page.locator("#said")).to_contain_text("read-only now")
    page.keyboard.press("j")
    expect(page.locator("#inspector .facts")).to_be_visible()
    assert len(served.saved("b").annotations) == 1
    told.get_by_role("link").click()
    expect(page.locator("#submitted")).to_be_visible()
    # The scripts listen only once they have run.
    page.wait_for_load_state("load")
    reopen(served, "b")
    page.evaluate("() => dispatchEvent(new Event('focus'))")
    expect(told).to_contain_text("reopened this article in another window")
    told.get_by_role("link").click()
    expect(page.locator("#passage")).to_be_visible()
    select(page, *span("reporters"))
    page.keyboard.press("c")
    expect(page.locator("#list .row")).to_have_count(2)
