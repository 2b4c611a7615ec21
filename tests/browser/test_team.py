"""A lead and five annotators, each in a browser of their own, all at once."""

import asyncio
import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import (
    Browser,
    BrowserContext,
    Page,
    Response,
    async_playwright,
    expect,
)

from tests.browser.conftest import ARGUMENTS, chromium
from workbench import places
from workbench.store import connect, people

NAMES = ("Ada", "Bao", "Chinwe", "Dilnoza", "Emre")
ARTICLES, OVERLAP = 20, 3
CLAIM = "the quay was closed for nine days"
PASSWORD = "a long enough password"


def text(n: int) -> str:
    return (
        f"Report {n} from the harbour\n"
        f"In the week of report {n}, {CLAIM}, and ships lay at anchor.\n"
        f"Nobody in the town could say why. {'The tide came and went. ' * (n % 7)}\n"
    )


def secret(name: str) -> str:
    """What only this annotator writes, and nobody else may ever be sent."""
    return f"remark-of-{name}-{name[::-1]}"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The workbench as `python3 run.py serve` starts it, on an empty database."""
    path = tmp_path / "team.db"
    process = subprocess.Popen(
        [
            *(sys.executable, str(places.shipped("run.py")), "serve"),
            *("--no-open", "--port", "0", "--db", str(path)),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    base = next(
        line.rpartition("at ")[2].strip()
        for line in process.stdout
        if "http://127.0.0.1:" in line
    ).removesuffix("/")
    yield base, path
    process.terminate()
    process.wait(timeout=20)
    process.stdout.close()


def in_a_thread(work: Coroutine[Any, Any, None]) -> None:
    """Runs `work` where no other event loop runs: the other tests have theirs here."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(work)
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]


async def fresh(browser: Browser) -> BrowserContext:
    made = await browser.new_context(viewport={"width": 1280, "height": 800})
    made.set_default_timeout(30_000)
    return made


async def lead_begins(page: Page, base: str, link: str, folder: Path) -> list[str]:
    """Signs in, imports the articles, and makes five invitations: their links."""
    await page.goto(link)
    await page.wait_for_url("**/articles")
    files = [folder / f"report-{n:02}.txt" for n in range(ARTICLES)]
    for n, file in enumerate(files):
        file.write_text(text(n), encoding="utf-8")
    await page.goto(f"{base}/import")
    await page.set_input_files("input[type=file]", files)
    await page.get_by_role("button", name="Import", exact=True).click()
    await expect(page.locator(".outcome")).to_contain_text(f"{ARTICLES} articles")
    links = []
    for name in NAMES:
        await page.goto(f"{base}/people")
        await page.get_by_label("Remark").fill(f"for {name}")
        await page.get_by_role("button", name="Make an invitation link").click()
        links.append(await page.get_by_label("Link", exact=True).input_value())
    return links


async def join(page: Page, link: str, name: str) -> None:
    await page.goto(link)
    await page.get_by_label("Your name").fill(name)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_label("The same again").fill(PASSWORD)
    await page.get_by_role("button", name="Join").click()
    await page.wait_for_url(lambda url: "/join/" not in url)


async def make_a_batch(page: Page, base: str) -> None:
    await page.goto(f"{base}/batches/new")
    await page.get_by_label("Name", exact=True).fill("Harbour")
    await page.get_by_label("People for each article").fill(str(OVERLAP))
    for name in NAMES:
        await page.get_by_role("checkbox", name=name, exact=True).check()
    keys = "\n".join(f"report-{n:02}" for n in range(ARTICLES))
    await page.get_by_label("Or paste ids").fill(keys)
    await page.get_by_role("button", name="Make the batch").click()
    await page.wait_for_url("**/batches/1*")


async def settled(page: Page) -> None:
    await expect(page.locator("#saving[data-state=saved]")).to_be_visible()


async def label_everything(page: Page, base: str, name: str) -> int:
    """How many articles this annotator submitted: one after the other, until there is
    nothing more, with the keyboard alone."""
    await page.goto(base)
    await page.wait_for_url("**/queue")
    done = 0
    while True:
        await page.get_by_role("button", name="Next article").click()
        await page.wait_for_url(lambda url: "/next" not in url)
        if page.url.endswith("/queue"):
            await expect(page.locator(".outcome")).to_contain_text("nothing")
            return done
        await expect(page.locator("#article")).to_be_focused()
        await page.keyboard.press("/")
        await page.keyboard.type(CLAIM)
        await page.keyboard.press("Enter")
        await page.keyboard.press("c")
        await expect(page.locator("#inspector[data-label=claim]")).to_be_visible()
        await page.locator("#article").focus()
        await page.keyboard.press("m")
        await page.keyboard.type(secret(name))
        await page.keyboard.press("Escape")
        for key in "qf":
            await page.keyboard.press("0")
            await page.keyboard.press(key)
        await settled(page)
        await page.keyboard.press("Control+Enter")
        await expect(page.locator("#submitted")).to_be_visible()
        done += 1


async def the_whole_day(base: str, path: Path, folder: Path) -> None:
    db = connect(path)
    link = f"{base}/sign-in/{people.make_link(db, people.lead(db))}"
    db.close()
    sent: dict[str, list[str]] = {name: [] for name in NAMES}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium(), args=ARGUMENTS
        )
        lead = await (await fresh(browser)).new_page()
        links = await lead_begins(lead, base, link, folder)
        pages = {name: await (await fresh(browser)).new_page() for name in NAMES}
        for name, invitation in zip(NAMES, links, strict=True):
            await join(pages[name], invitation, name)
        await make_a_batch(lead, base)
        waiting: list[asyncio.Task[None]] = []

        def listen(name: str) -> None:
            async def note(response: Response) -> None:
                try:
                    sent[name].append(await response.text())
                except Exception:
                    return

            pages[name].on(
                "response", lambda r: waiting.append(asyncio.ensure_future(note(r)))
            )

        for name in NAMES:
            listen(name)
        done = await asyncio.gather(
            *(label_everything(pages[name], base, name) for name in NAMES)
        )
        await asyncio.gather(*waiting)
        assert sum(done) == ARTICLES * OVERLAP
        assert min(done) > 0
        await lead.goto(f"{base}/batches/1")
        await expect(lead.locator("progress").first).to_have_js_property(
            "value", ARTICLES * OVERLAP
        )
        await lead.goto(f"{base}/export")
        async with lead.expect_download() as download:
            await lead.get_by_role("button", name="Check and download").click()
        await (await download.value).save_as(folder / "export.jsonl")
        await browser.close()
    for name in NAMES:
        everything = "\n".join(sent[name])
        assert secret(name) in everything
        for other in NAMES:
            if other != name:
                assert secret(other) not in everything
                assert other not in everything


def test_five_people_label_twenty_articles_at_once_and_nothing_is_lost_or_seen(
    server: tuple[str, Path], tmp_path: Path
) -> None:
    if chromium() is None:
        pytest.skip("There is no Chromium; “python3 run.py test” installs one.")
    base, path = server
    in_a_thread(the_whole_day(base, path, tmp_path))
    lines = (tmp_path / "export.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    # The sample that a first run brings in is there, too.
    records = [r for r in records if r["id"].startswith("report-")]
    assert len(records) == ARTICLES
    by_person: Counter[str] = Counter()
    for record in records:
        labelled = [s for s in record["annotation_sets"] if s["kind"] == "human"]
        assert len(labelled) == OVERLAP, record["id"]
        for one in labelled:
            name = one["annotator"]
            by_person[name] += 1
            (claim,) = one["annotations"]
            assert claim["text"] == [CLAIM]
            assert claim["note"] == secret(name)
            assert one["status"] == "submitted"
    assert sum(by_person.values()) == ARTICLES * OVERLAP
    checked = subprocess.run(
        [
            *(sys.executable, str(places.shipped("run.py")), "validate"),
            str(tmp_path / "export.jsonl"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
