"""The annotator's work in a real browser, from the first key to the submission."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Watched, select, settled

TEXT = (
    "Council votes on the quay\n"
    "\n"
    "Almost 91 percent of voters backed the move, Rhea Dunmore said. "
    '"We counted twice," she told reporters, "and nobody complained."\n'
    "\n"
    "The mayor said the debt of €38 million was settled in 2019.\n"
)

Desk = Callable[..., Page]


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_an_article_is_labelled_and_submitted_by_keyboard_alone(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    # A figure: the cursor stands on the text from the start; sentence, then words.
    press(page, "ArrowDown", "ArrowDown", "ArrowRight")
    press(page, "/")
    page.keyboard.type("91")
    press(page, "Enter", "f")
    settled(page)
    assert served.spans() == [("figure", (span("Almost 91 percent"),))]
    figure = served.saved().annotations[0]
    assert figure.attributes == {
        "kind": "percent",
        "value": 91,
        "unit": "percent",
        "modifier": "almost",
    }
    # A quote in two parts, with its speaker.
    press(page, "/")
    page.keyboard.type("We counted twice")
    press(page, "Enter", "q")
    settled(page)
    expect(page.locator("#field-speaker")).to_be_focused()
    page.keyboard.type("Rhea Dunmore")
    press(page, "Enter")
    expect(page.locator("#article")).to_be_focused()
    press(page, "/")
    page.keyboard.type("and nobody complained")
    press(page, "Enter", "+")
    settled(page)
    quote = next(a for a in served.saved().annotations if a.label == "quote")
    assert [TEXT[s:e] for s, e in quote.fragments] == [
        '"We counted twice,"',
        '"and nobody complained."',
    ]
    assert quote.attributes == {"type": "direct", "speaker": "Rhea Dunmore"}
    # A claim; it is the article's own, and checkable unless said otherwise.
    press(page, "/")
    page.keyboard.type("the debt of €38 million was settled in 2019")
    press(page, "Enter", "c")
    settled(page)
    claim = next(a for a in served.saved().annotations if a.label == "claim")
    assert claim.attributes == {"asserted_by": "article", "checkable": "checkable"}
    # A link from the quote to the claim, by the list of what fits.
    press(page, "k", "k", "j")
    expect(page.locator("#inspector[data-label=quote]")).to_be_visible()
    press(page, "l")
    expect(page.locator("#link-to")).to_be_focused()
    press(page, "ArrowDown", "Tab", "Enter")
    settled(page)
    assert [(r.type, r.source, r.target) for r in served.saved().relations] == [
        ("expresses", quote.id, claim.id)
    ]
    # One undo takes the link back, redo brings it again.
    press(page, "Escape", "z")
    settled(page)
    assert served.saved().relations == ()
    press(page, "Shift+Z")
    settled(page)
    assert len(served.saved().relations) == 1
    press(page, "Control+Enter")
    page.wait_for_selector(".finished")
    assert served.saved().status == "submitted"


def test_six_rapid_labels_all_arrive_in_order(desk: Desk, served: Served) -> None:
    words = ["91", "percent", "voters", "reporters", "mayor", "debt"]
    page = desk(TEXT)
    page.uncheck("#snap")
    for word in words:
        select(page, *span(word))
        page.keyboard.press("c")
        page.locator("#article").focus()
    settled(page)
    made = sorted(served.saved().annotations, key=lambda a: int(a.id[1:]))
    assert [TEXT[a.start : a.end] for a in made] == words


def test_undo_and_redo_survive_a_reload(desk: Desk, served: Served) -> None:
    page = desk(TEXT)
    for word in ("voters", "mayor"):
        select(page, *span(word))
        page.keyboard.press("c")
        settled(page)
        page.locator("#article").focus()
    page.reload()
    page.click("#undo")
    settled(page)
    assert [TEXT[a.start : a.end] for a in served.saved().annotations] == ["voters"]
    page.reload()
    page.click("#redo")
    settled(page)
    assert len(served.saved().annotations) == 2
    expect(page.locator("mark")).to_have_count(2)


def test_what_is_to_be_mended_is_listed_anew_and_then_the_same_key_submits(
    desk: Desk, served: Served, watched: Watched
) -> None:
    watched.expect("422")
    page = desk("“It leaks,” she said. “Badly,” he said.\n")
    for start, end in ((0, 11), (22, 30)):
        select(page, start, end)
        page.keyboard.press("q")
        settled(page)
        page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    title, rows = page.locator("#check-title"), page.locator("#notice .problems li")
    expect(title).to_have_text("2 to mend before this can be submitted.")
    # Named in one pair of marks.
    expect(rows.first).to_contain_text("Quote “It leaks,”: ")
    for left in (1, 0):
        rows.first.locator("a").click()
        expect(page.locator("[name=speaker]")).to_be_visible()
        page.locator("[name=speaker]").fill("Ida Orm")
        page.keyboard.press("Enter")
        expect(rows).to_have_count(left)
    # What was changed meanwhile is looked at once more.
    expect(title).to_contain_text("Nothing is missing.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notice[data-asked]")).to_be_visible()
    assert served.saved().status == "in_progress"
    page.keyboard.press("Control+Enter")
    expect(page.locator("#submitted")).to_be_visible()
    assert served.saved().status == "submitted"
