"""Nothing is cut off, covered, too small to touch, or moved by what one does."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, select, settled
from tests.browser.stage import LEADING, finish, lead_a_team, mark

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
