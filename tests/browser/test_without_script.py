"""The whole job in a browser that runs no script: every write is a plain form."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served

TEXT = (
    "Council votes on the quay\n"
    "\n"
    "Almost 91 percent of voters backed the move, Rhea Dunmore said. "
    '"We counted twice," she told reporters, "and nobody complained."\n'
    "\n"
    "The mayor said the debt of €38 million was settled in 2019. "
    "Nobody else said that the debt was settled.\n"
)


@pytest.fixture
def plain(browser: Browser, served: Served) -> Iterator[Page]:
    """A page without script, signed in by hand, on the list of two articles."""
    served.article(TEXT)
    served.article("Another article\n\nWith other words.\n", "b")
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(served.link())
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/articles")
    yield page
    context.close()


def marked(served: Served) -> list[tuple[str, list[str]]]:
    return [
        (label, [TEXT[start:end] for start, end in fragments])
        for label, fragments in served.spans()
    ]


def add(page: Page, words: str, label: str) -> None:
    """Types a passage and presses a label's button."""
    page.fill("#exact", words)
    page.click(f"#passage button[value={label}]")


def no_dead_ends(page: Page) -> None:
    """Every button that is shown submits a form, and nothing needed is hidden."""
    page.wait_for_load_state("load")
    dead = page.evaluate(
        """() => [...document.querySelectorAll('button, [role=button], [role=toolbar]')]
            .filter(one => one.checkVisibility({ visibilityProperty: true })
                && !(one.form && one.type === 'submit'))
            .map(one => one.outerHTML)"""
    )
    assert dead == []
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('input[type=checkbox]')]
            .filter(one => one.checkVisibility() && !(one.form && one.name))
            .map(one => one.outerHTML)"""
    )
    assert boxes == []
    unsent = page.evaluate(
        """() => [...document.querySelectorAll('main form')]
            .filter(one => one.checkVisibility() && ![...one.elements]
                .some(button => button.type === 'submit' && button.checkVisibility()))
            .map(one => one.outerHTML)"""
    )
    assert unsent == []


def test_an_article_is_found_labelled_submitted_and_reopened(
    plain: Page, served: Served
) -> None:
    page = plain
    no_dead_ends(page)
    page.fill("#search", "reporters")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    no_dead_ends(page)
    page.get_by_role("link", name="Council votes on the quay").click()
    no_dead_ends(page)

    # A quote: its form opens, and is saved by its button.
    add(page, "We counted twice", "quote")
    expect(page.locator("#article mark")).to_have_text(['"We counted twice,"'])
    no_dead_ends(page)
    page.fill("#field-speaker", "Rhea Dunmore")
    page.check("#unsure")
    page.fill("#note", "Twice?")
    page.get_by_role("button", name="Save").click()
    quote = served.saved().annotations[0]
    assert quote.attributes["speaker"] == "Rhea Dunmore"
    assert (quote.unsure, quote.note) == (True, "Twice?")

    # Its second part, and the border of the first one, typed.
    page.get_by_text("Other words").click()
    page.get_by_label("Another part of it").fill("and nobody complained")
    page.get_by_role("button", name="Add", exact=True).click()
    parts = ['"We counted twice,"', '"and nobody complained."']
    assert marked(served) == [("quote", parts)]
    no_dead_ends(page)
    page.get_by_text("Other words").click()
    page.get_by_label("as they stand in the article").fill("counted twice")
    page.get_by_role("button", name="Change").click()
    assert marked(served) == [("quote", ["counted twice", parts[1]])]
    page.get_by_role("button", name="Remove this part").first.click()
    assert marked(served) == [("quote", parts[1:])]

    # A claim that stands in two places.
    add(page, "the debt", "claim")
    no_dead_ends(page)
    page.locator("#notice input[name=at]").nth(1).check()
    page.click("#notice .primary")
    start = TEXT.rindex("the debt")
    assert ("claim", ((start, start + len("the debt")),)) in served.spans()
    expect(page.locator("#notice")).to_be_empty()

    # A link from the quote to the claim, taken away and made again.
    page.click(f"#row-{quote.id}")
    page.select_option("#link-to", label="expresses: the debt")
    page.click("#link-button")
    assert [r.source for r in served.saved().relations] == [quote.id]
    page.get_by_role("button", name="Remove this link").click()
    assert served.saved().relations == ()
    page.click("#undo")
    assert [r.source for r in served.saved().relations] == [quote.id]

    # Another label and back; none of a label.
    add(page, "91 percent", "claim")
    page.locator(".relabel").get_by_role("button", name="Figure").click()
    assert ("figure", ["Almost 91 percent"]) in marked(served)
    page.click("#remove")
    assert "figure" not in dict(marked(served))
    page.click("#none-figure")
    assert served.saved().none == ("figure",)

    # What is missing is listed before it can be submitted.
    page.click(f"#row-{quote.id}")
    page.fill("#field-speaker", "")
    page.get_by_role("button", name="Save").click()
    page.click("#submit")
    expect(page.locator("#notice .problems")).to_contain_text("speaker")
    no_dead_ends(page)
    page.locator("#notice .problems a").first.click()
    page.fill("#field-speaker", "unknown")
    page.get_by_role("button", name="Save").click()
    page.click("#submit")
    if page.locator("#submit-anyway").is_visible():
        page.click("#submit-anyway")
    expect(page.locator(".finished")).to_be_visible()
    assert served.saved().status == "submitted"
    no_dead_ends(page)
    page.get_by_role("button", name="Reopen").click()
    expect(page.locator("#passage")).to_be_visible()
    assert served.saved().status == "in_progress"


def test_words_that_are_nowhere_are_given_back(plain: Page, served: Served) -> None:
    plain.goto(f"{served.base}/articles/a")
    add(plain, "voters opposed the move", "claim")
    expect(plain.locator("#said")).to_contain_text("not in the article")
    expect(plain.locator("#said")).to_be_visible()
    expect(plain.locator("#exact")).to_have_value("voters opposed the move")
    assert served.spans() == []


def test_a_wrong_value_is_named_and_given_back(plain: Page, served: Served) -> None:
    plain.goto(f"{served.base}/articles/a")
    add(plain, "in 2019", "figure")
    if not plain.locator("#field-value").is_visible():
        plain.locator("#attributes summary").click()
    plain.fill("#field-value", "some day")
    plain.fill("#note", "Which?")
    before = served.saved().annotations
    plain.get_by_role("button", name="Save").click()
    if served.saved().annotations == before:
        expect(plain.locator("#field-problems")).to_be_visible()
        expect(plain.locator("#field-value")).to_have_value("some day")
        expect(plain.locator("#note")).to_have_value("Which?")


def test_every_page_is_free_of_dead_ends(plain: Page, served: Served) -> None:
    for path in ("/import", "/export", "/guideline", "/keys", "/articles/a/history"):
        plain.goto(f"{served.base}{path}")
        no_dead_ends(plain)
    plain.goto(f"{served.base}/articles")
    plain.get_by_role("button", name="Sign out").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("Sign in")
