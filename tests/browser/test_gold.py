"""Gold in the browser: exported, held against annotators, released, learnt from."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.adjudication.bench import Bench, take
from tests.browser.conftest import Served
from tests.browser.test_access import AXE, RUN
from workbench import files, schema
from workbench.store import people

TEXT = (
    "Council votes on the quay\n"
    "\n"
    "Almost 91 percent of voters backed the move, Rhea Dunmore said. "
    "The mayor said the debt of €38 million was settled in 2019.\n"
)


@pytest.fixture
def golden(served: Served) -> Bench:
    """Ana has what is gold; Ben cut a figure short and marked a claim too many."""
    made = Bench(served.path, served.db)
    for key in ("a", "b"):
        made.article(key, f"{TEXT}\n{key}\n", outlet="Tidings", language="en")
        made.label(key, "Ana", ("figure", "Almost 91 percent"), ("figure", "38"))
        made.label(
            key, "Ben", ("figure", "91 percent"), ("claim", "the debt of €38 million")
        )
    batch = made.batch("Spring", ["a", "b"], ["Ana", "Ben"])
    for key in ("a", "b"):
        made.adjudicate(key, "Lena", take("Ana", "boundary_rule"))
    made.gold(batch, "Lena")
    return made


def as_ben(page: Page, served: Served) -> None:
    person = people.ensure(served.db, "Ben")
    page.goto(f"{served.base}/sign-in/{people.make_link(served.db, person)}")
    page.locator("main form button").first.click()
    expect(page).not_to_have_url(re.compile("/sign-in/"))


def test_a_lead_downloads_gold_that_validates(
    page: Page, served: Served, golden: Bench, tmp_path: Path
) -> None:
    page.goto(f"{served.base}/export")
    page.get_by_label("hard negatives").check()
    page.get_by_label("train").fill("50")
    page.get_by_label("test").fill("50")
    page.get_by_label("Licence").fill("CC0 1.0")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="download gold").click()
    assert waiting.value.suggested_filename.endswith(".zip")
    path = tmp_path / "gold.zip"
    waiting.value.save_as(path)
    with zipfile.ZipFile(path) as packed:
        packed.extractall(tmp_path)
    [folder] = [one for one in tmp_path.iterdir() if one.name.startswith("gold-")]
    assert list(files.validate([folder], schema.load())) == []
    card = (folder / "README.md").read_text("utf-8")
    assert "CC0 1.0" in card
    assert "Ana" not in card


def test_a_lead_releases_gold_by_keyboard_and_the_annotator_learns_from_it(
    page: Page, served: Served, golden: Bench
) -> None:
    page.goto(f"{served.base}/agreement")
    page.get_by_role("link", name="With gold").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Agreement with gold")
    page.get_by_role("link", name="Ben", exact=True).press("Enter")
    expect(page.locator(".difference")).to_have_count(6)
    page.go_back()
    page.get_by_role("button", name="Release").press("Enter")
    expect(page.locator(".release")).to_contain_text("Released by")
    as_ben(page, served)
    page.goto(f"{served.base}/queue")
    page.get_by_role("link", name="Gold of 2 of your articles").press("Enter")
    page.get_by_role("link", name="a", exact=True).press("Enter")
    shown = page.locator(".difference", has_text="other borders")
    expect(shown.locator(".versus")).to_contain_text("Almost 91 percent")
    expect(shown).to_contain_text("Why: The guideline says where it ends")
    expect(page.locator("main")).not_to_contain_text("Ana")


def states(page: Page, served: Served) -> Iterator[str]:
    for path in (
        "/export",
        "/agreement/gold",
        "/agreement/gold/cases",
        "/agreement/gold/cases?person=nobody",
    ):
        page.goto(f"{served.base}{path}")
        if path == "/agreement/gold":
            page.locator("summary").first.click()
        yield path
    page.goto(f"{served.base}/agreement/gold")
    page.get_by_role("button", name="Release").click()
    expect(page.locator(".flashed")).to_contain_text("is released")
    yield "released"
    as_ben(page, served)
    for path in ("/queue", "/gold/mine", "/articles/a/gold"):
        page.goto(f"{served.base}{path}")
        yield path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, served: Served, golden: Bench, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 844})
    axe = AXE.read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for name in states(page, served):
        page.evaluate(axe)
        if violations := page.evaluate(RUN):
            found[name] = violations
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, name
    assert found == {}


def test_without_script_gold_is_exported_and_released(
    browser: Browser, served: Served, golden: Bench
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.link())
    page.locator("main form button").first.click()
    page.goto(f"{served.base}/export")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="download gold").click()
    assert waiting.value.suggested_filename.endswith(".zip")
    page.goto(f"{served.base}/agreement/gold")
    page.get_by_role("button", name="Release").click()
    expect(page.locator(".release")).to_contain_text("Released by")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator(".release")).to_contain_text("Not released.")
    context.close()
