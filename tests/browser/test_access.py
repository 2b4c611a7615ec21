"""Every page for everybody: axe-core, the keyboard alone, a screen reader's ear."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, Watched, select, settled
from tests.browser.stage import LEADING, finish, lead_a_team, mark, rewrite
from workbench.cli import main

AXE = Path(__file__).parents[1] / "vendor" / "axe-core-4.14.1" / "axe.min.js"

TEXT = (
    "Council votes on the quay\n"
    "\n"
    "Almost 91 percent of voters backed the move, Rhea Dunmore said. "
    '"We counted twice," she told reporters, "and nobody complained."\n'
    "\n"
    "The mayor said the debt of €38 million was settled in 2019. "
    "Nobody else said that the debt was settled.\n"
)

Desk = Callable[..., Page]


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_axe_is_the_file_that_its_readme_names() -> None:
    readme = (AXE.parents[1] / "README.md").read_text(encoding="utf-8")
    assert f"`{sha256(AXE.read_bytes()).hexdigest()}`" in readme


# --- axe-core -------------------------------------------------------------------------

RUN = """async () => {
    const found = await axe.run(document, { runOnly: { type: 'tag', values: [
        'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa',
        'best-practice',
    ] } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(node =>
        [id, ...node.target, node.failureSummary.split('\\n')[1] ?? ''].join(' ')))
        // What the bar below covers now can be scrolled from under it.
        .filter(one => !one.includes('partially obscured'));
}"""


def populate(served: Served) -> None:
    """Three articles: one half labelled, one labelled by another, one finished."""
    for key in ("a", "b", "c"):
        served.article(
            f"{TEXT}\n{key}\n", key, outlet="Ferry Post", published="2026-01-31"
        )
    mark(
        served,
        "quote",
        [span('"We counted twice,"'), span('"and nobody')],
        type="mixed",
    )
    mark(served, "figure", [span("Almost 91 percent")], kind="percent")
    claim = span("91 percent of voters backed the move")
    mark(served, "claim", [claim], asserted_by="article", checkable="checkable")
    mark(served, "source", [span("Rhea Dunmore")])
    mark(served, "cue", [span("said")])
    for by in ("", "bob"):
        mark(served, "claim", [claim], "c", by, asserted_by="x", checkable="checkable")
        finish(served, "c", by)
    lead_a_team(served)


def states(page: Page, served: Served, watched: Watched) -> Iterator[str]:
    """Brings up page after page, and says which."""
    at = f"{served.base}/articles"
    for name, address in (
        ("articles", at),
        ("articles found", f"{at}?search=debt"),
        ("articles not found", f"{at}?search=xylophone"),
        ("import", f"{served.base}/import"),
        ("export", f"{served.base}/export"),
        ("guideline", f"{served.base}/guideline"),
        ("keys", f"{served.base}/keys"),
        ("history", f"{at}/a/history"),
        ("nothing marked", f"{at}/b"),
        ("marked", f"{at}/a"),
        ("finished", f"{at}/c"),
        ("compare", f"{at}/c/sets/human/bob"),
        *((path, f"{served.base}{path}") for path in LEADING),
    ):
        response = page.goto(address)
        assert response is not None
        assert response.ok, name
        yield name
    watched.expect("404")
    watched.expect("409")
    watched.expect("422")
    page.goto(f"{at}/nowhere")
    yield "error"
    page.goto(f"{served.base}/import")
    page.fill("[name=text]", " ")
    page.fill("[name=published]", "yesterday")
    page.click("form:has([name=text]) .primary")
    expect(page.locator(".outcome .problems")).to_be_visible()
    yield "import with problems"
    page.goto(f"{served.base}/batches/new")
    page.fill("[name=overlap]", "many")
    page.click("button.primary")
    expect(page.locator("#name-problem")).to_be_visible()
    yield "a batch with problems"
    page.goto(f"{served.base}/guideline/edit")
    page.click("button.primary")
    expect(page.locator("#problem")).to_be_visible()
    yield "a guideline with a problem"
    page.goto(f"{at}/a?open=a1")
    yield "a quote open"
    page.locator("#inspector summary").first.click()
    yield "more about a quote"
    page.goto(f"{at}/a?open=a2")
    yield "a figure open"
    page.goto(f"{at}/c?open=a1")
    yield "a finished claim open"
    page.goto(f"{at}/a")
    page.click("#guide-button")
    expect(page.locator("#guide h1")).to_be_visible()
    yield "the guideline beside"
    page.reload()
    page.click("#keys-button")
    expect(page.locator("dialog#keys")).to_be_visible()
    yield "the keys on top"
    page.reload()
    page.click("#submit")
    expect(page.locator("#notice .problems")).to_be_visible()
    yield "check with problems"
    page.goto(f"{at}/b")
    page.click("#submit")
    expect(page.locator("#submit-anyway")).to_be_visible()
    yield "check with notes"
    page.goto(f"{at}/b")
    page.fill("#exact", "debt")
    page.click("#passage button[value=claim]")
    expect(page.locator("#notice [name=at]").first).to_be_visible()
    yield "choices"
    page.fill("#exact", "nowhere to be found")
    page.click("#passage button[value=claim]")
    expect(page.locator("#said")).to_contain_text("not in the article")
    yield "refused"
    page.goto(f"{at}/a?open=a3")
    rewrite(served, "a3", asserted_by="Ines", checkable="checkable")
    page.fill("#field-asserted_by", "Rhea")
    page.press("#field-asserted_by", "Enter")
    expect(page.locator("#notice .both")).to_be_visible()
    yield "conflict"
    page.goto(f"{at}/a?open=a2")
    page.locator("#inspector summary").first.click()
    page.fill("#field-value", "x" * 30)
    page.press("#field-value", "Enter")
    settled(page)
    yield "a figure with an odd value"
    page.goto(f"{served.base}/articles")
    page.get_by_role("button", name="Sign out").click()
    yield "sign in"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_any_page(
    page: Page, served: Served, watched: Watched, scheme: str, width: int
) -> None:
    populate(served)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 844})
    axe = AXE.read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for name in states(page, served, watched):
        page.evaluate(axe)
        if violations := page.evaluate(RUN):
            found[name] = violations
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_the_agreement_report_that_is_a_file(
    browser: Browser, tmp_path: Path, scheme: str, width: int
) -> None:
    sample = Path(__file__).parents[2] / "annotations" / "sample"
    told = CliRunner().invoke(main, ["agreement", str(sample), "--format", "html"])
    report = tmp_path / "report.html"
    report.write_text(told.stdout, encoding="utf-8")
    page = browser.new_page(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 844},
    )
    page.goto(report.as_uri())
    expect(page.locator("svg").first).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.close()
    assert found == []
    assert not wide


# --- colours of the system, less motion -----------------------------------------------


def test_labels_differ_in_line_style_without_any_colour(
    page: Page, served: Served
) -> None:
    populate(served)
    page.emulate_media(forced_colors="active")
    page.goto(f"{served.base}/articles/a")
    looks = page.evaluate(
        """names => Object.fromEntries(names.map(label => {
            const mark = document.querySelector(`mark[data-top=${label}]`);
            const style = getComputedStyle(mark);
            const lines = style.backgroundImage.split(/, (?=none|linear|repeating)/);
            const drawn = lines.map((one, lane) => one === 'none' ? '' : lane + one);
            return [label, [drawn.filter(Boolean).join(), style.backgroundColor,
                getComputedStyle(mark.querySelector('i') ?? mark, '::before').content]];
        }))""",
        ["quote", "figure", "claim", "source"],
    )
    lines = {label: look[0] for label, look in looks.items()}
    assert all(lines.values())
    assert len(set(lines.values())) == 4
    assert len({look[1] for look in looks.values()}) == 1
    assert looks["quote"][2] == '"Q" / ""'


def test_the_letters_in_the_text_are_in_the_colour_of_their_label_and_silent(
    page: Page, served: Served
) -> None:
    populate(served)
    page.goto(f"{served.base}/articles/a")
    colours = page.evaluate(
        """() => [...document.querySelectorAll('#article i')].map(tag => {
            const wanted = document.querySelector(`#list .${tag.className}`);
            return [tag.dataset.tag, getComputedStyle(tag, '::before').color
                === getComputedStyle(wanted).borderTopColor];
        })"""
    )
    assert {letter for letter, _ in colours} == set("QFCSV")
    assert all(same for _, same in colours)
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    read = {node.get("name", {}).get("value", "").strip() for node in nodes}
    assert any(name.startswith("Almost") for name in read)
    assert read.isdisjoint("QFCSV")


def test_nothing_moves_for_those_who_want_less_motion(desk: Desk, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page = desk(TEXT)
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one => {
            const style = getComputedStyle(one);
            return style.transitionDuration !== '0s' || style.animationName !== 'none';
        }).map(one => one.outerHTML)"""
    )
    assert moving == []


# --- the keyboard alone ---------------------------------------------------------------

STOPS = """() => {
    const one = document.activeElement;
    return one === document.body ? '' : one.id || one.outerHTML.slice(0, 90);
}"""

CONTROLS = """() => [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.disabled
        && one.tabIndex >= 0 && one.type !== 'hidden'
        && !(one.type === 'radio' && !one.checked
            && document.querySelector(`[name="${one.name}"]:checked`)))
    .map(one => one.id || one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("address", ["/articles", "/import", "/articles/a?open=a1"])
def test_tab_reaches_every_control_in_the_order_of_the_page(
    page: Page, served: Served, address: str
) -> None:
    populate(served)
    page.goto(f"{served.base}{address}")
    wanted = page.evaluate(CONTROLS)
    page.focus("a.skip")
    reached: list[str] = []
    for _ in range(len(wanted) + 5):
        stop = page.evaluate(STOPS)
        if not stop or stop in reached[:1]:
            break
        reached.append(stop)
        page.keyboard.press("Tab")
    # The scrolling lists may be stops of their own.
    own = {"list", "inspector", "guide"} & (set(reached) - set(wanted))
    assert [one for one in reached if one not in own] == wanted


def focused(page: Page) -> str:
    """The id of what has the focus; "BODY" when it was lost."""
    found: str = page.evaluate(
        "() => document.activeElement.id || document.activeElement.tagName"
    )
    return found


def test_the_focus_is_never_lost(page: Page, served: Served, watched: Watched) -> None:
    watched.expect("422")
    page.goto(served.article(TEXT))
    article = page.locator("#article")
    expect(article).to_be_focused()
    # A label whose form wants nothing, one whose form wants a speaker.
    select(page, *span("voters"))
    page.keyboard.press("c")
    settled(page)
    expect(page.locator("#inspector")).to_have_attribute("data-label", "claim")
    expect(article).to_be_focused()
    select(page, *span("We counted twice"))
    page.click("#passage button[value=quote]")
    expect(page.locator("#field-speaker")).to_be_focused()
    page.keyboard.type("Rhea Dunmore")
    page.keyboard.press("Escape")
    expect(article).to_be_focused()
    settled(page)
    # Another label by its button, which goes away with the form.
    page.click(".relabel button[value=claim]")
    expect(page.locator("#inspector")).to_have_attribute("data-label", "claim")
    settled(page)
    assert focused(page) != "BODY"
    page.click("#remove")
    expect(page.locator("#inspector")).to_be_hidden()
    settled(page)
    assert focused(page) != "BODY"
    for button in ("#undo", "#redo", "#undo"):
        page.click(button)
        settled(page)
        assert focused(page) != "BODY", button
    page.keyboard.press("j")
    page.click("#close-form")
    expect(page.locator("#inspector")).to_be_hidden()
    assert focused(page) != "BODY"
    page.click("#none-figure")
    settled(page)
    assert focused(page) != "BODY"
    page.keyboard.press("Control+Enter")
    expect(page.locator("#check-title")).to_be_focused()
    page.keyboard.press("Escape")
    assert focused(page) != "BODY"
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    expect(page.locator("dialog#keys")).to_be_hidden()
    assert focused(page) != "BODY"


def test_after_submitting_the_focus_is_on_the_way_on(
    page: Page, served: Served, watched: Watched
) -> None:
    watched.expect("422")
    populate(served)
    page.goto(f"{served.base}/articles/b")
    page.keyboard.press("Control+Enter")
    page.click("#submit-anyway")
    expect(page.locator(".finished")).to_be_visible()
    expect(page.locator("#next-open")).to_be_focused()
    page.get_by_role("button", name="Reopen").click()
    expect(page.locator("#passage")).to_be_visible()
    expect(page.locator("#article")).to_be_focused()


# --- what is said ---------------------------------------------------------------------


def test_a_screen_reader_hears_what_was_saved(page: Page, served: Served) -> None:
    page.goto(served.article(TEXT))
    said = page.get_by_role("status").and_(page.locator("#said"))
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text("Council")
    page.keyboard.press("Shift+ArrowRight")
    expect(said).to_have_text("Council votes")
    page.keyboard.press("c")
    expect(said).to_have_text("Claim, 2 words. Saved.")
    select(page, *span("91"))
    page.keyboard.press("f")
    expect(said).to_have_text("Figure, 3 words. Saved.")
    select(page, *span("voters"))
    page.keyboard.press("c")
    expect(said).to_have_text("Claim, 1 word. Saved.")
    page.keyboard.press("f")
    expect(said).to_contain_text("Figure is armed")
    page.keyboard.press("Escape")
    page.keyboard.press("z")
    expect(said).to_contain_text("Saved.")
    assert said.get_attribute("aria-live") == "polite"


# --- single-letter keys ---------------------------------------------------------------


def test_single_letter_keys_can_be_switched_off(page: Page, served: Served) -> None:
    page.goto(served.article(TEXT))
    served.article("Another\n\ntext", "b")
    page.keyboard.press("?")
    page.uncheck("#single-keys")
    page.keyboard.press("Escape")
    for _ in ("now", "after a reload"):
        select(page, *span("voters"))
        expect(page.locator("#exact")).to_have_value("voters")
        for key in ("c", "Shift+C", "/", "0", "+", "?", "j", "n"):
            page.keyboard.press(key)
        assert served.spans() == []
        assert focused(page) == "article"
        assert page.locator("dialog#keys").is_hidden()
        assert page.url.endswith("/articles/a")
        page.reload()
        expect(page.locator("#single-keys")).not_to_be_checked()
    # What is no single letter still works: the arrows, and Control with a letter.
    page.keyboard.press("ArrowRight")
    expect(page.locator("#exact")).to_have_value("Council")
    page.click("#passage button[value=claim]")
    settled(page)
    page.keyboard.press("Control+z")
    settled(page)
    assert served.spans() == []
    page.goto(f"{served.base}/articles")
    page.keyboard.press("/")
    page.keyboard.press("j")
    assert focused(page) == "BODY"


def strike(page: Page, key: str, code: str, modifiers: int = 0) -> None:
    """Presses a key of another keyboard: what it writes, and where it lies."""
    session = page.context.new_cdp_session(page)
    stroke = {"key": key, "code": code, "modifiers": modifiers}
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": key, **stroke})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **stroke})
    session.detach()


@pytest.mark.parametrize(
    ("key", "code", "stored"),
    [("\u0441", "KeyC", "claim"), ("a", "KeyQ", None), ("\u03c8", "KeyC", "claim")],
)
def test_the_keys_work_on_a_keyboard_of_another_script(
    page: Page, served: Served, key: str, code: str, stored: str | None
) -> None:
    page.goto(served.article(TEXT))
    select(page, *span("voters"))
    strike(page, key, code)
    if stored is None:
        # A Latin letter counts as what it writes, wherever it lies.
        page.evaluate("() => new Promise(requestAnimationFrame)")
        assert served.spans() == []
        return
    settled(page)
    assert served.spans() == [(stored, (span("voters"),))]


def test_borders_move_on_a_keyboard_without_brackets(
    page: Page, served: Served
) -> None:
    address = served.article(TEXT)
    mark(served, "claim", [span("voters")])
    page.goto(address)
    page.keyboard.press("j")
    expect(page.locator("#inspector")).to_have_attribute("data-label", "claim")
    for key, code in (("\u0445", "BracketLeft"), ("ü", "BracketLeft")):
        strike(page, key, code)
    settled(page)
    assert served.spans() == [("claim", (span("percent of voters"),))]
