"""A real server, a real Chromium, and a page that is signed in.

The server runs in this process, on a database of the test's own; a test that kills it
starts one as a command instead. A page that logs an error, or breaks the content
security policy, fails its test.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Route,
    expect,
    sync_playwright,
)
from sqlite_utils import Database
from waitress.server import create_server
from waitress.wasyncore import close_all

from workbench.dataset import AnnotationSet, Article
from workbench.store import articles, connect, people, sets
from workbench.web import create_app

# A machine that is busy with other things takes its time; what is right comes at once.
expect.set_options(timeout=20_000)

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str | None:
    """The Chromium to drive: WORKBENCH_CHROMIUM, or one on the PATH."""
    named = os.environ.get("WORKBENCH_CHROMIUM")
    if named:
        return named
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("There is no Chromium, and CI must not skip the browser tests.")
        pytest.skip("There is no Chromium; “python3 run.py test” installs one.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@dataclass
class Served:
    """A running workbench, and the ways into it that a test needs."""

    base: str
    path: Path
    db: Database

    def article(self, text: str, key: str = "a", **more: str) -> str:
        """The address of a new article with that text."""
        title = text.strip().split("\n")[0] or "untitled"
        articles.add(self.db, Article(key, title, text, **more))
        return f"{self.base}/articles/{key}"

    def link(self) -> str:
        """A fresh address that signs the lead in."""
        token = people.make_link(self.db, people.lead(self.db))
        return f"{self.base}/sign-in/{token}"

    def saved(self, key: str = "a") -> AnnotationSet:
        """What the lead's set of an article holds now."""
        stored = articles.get(self.db, key)
        assert stored is not None
        head = sets.state(self.db, stored.row, people.lead(self.db).id)
        if head is None:
            return AnnotationSet("lead")
        return sets.whole(self.db, head.id, "lead", "human")

    def spans(self, key: str = "a") -> list[tuple[str, tuple[tuple[int, int], ...]]]:
        """Label and fragments of what was marked, in text order."""
        return [(a.label, a.fragments) for a in self.saved(key).annotations]


@pytest.fixture
def shown() -> str:
    """How readily suggestions are shown; tests about them say so."""
    return "off"


@pytest.fixture
def served(tmp_path: Path, shown: str) -> Iterator[Served]:
    path = tmp_path / "workbench.db"
    app = create_app({"DB": str(path), "SUGGESTIONS": shown})
    # The stubs of waitress do not know what a server of one socket has.
    server: Any = create_server(app, host="127.0.0.1", port=0, threads=8, ident=None)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    db = connect(path)
    yield Served(f"http://127.0.0.1:{server.effective_port}", path, db)
    # In its own loop, which would else wait for sockets that are closed. Each of its
    # threads holds a connection, and select() ends at 1,024 files.
    # It may wake by itself and close the trigger between its being set and pulled.
    with suppress(OSError):
        server.trigger.pull_trigger(lambda: close_all(server._map, ignore_all=True))
    thread.join(timeout=5)
    server.task_dispatcher.shutdown(timeout=5)
    app.extensions["connections"].get().close()
    db.close()


@dataclass
class Watched:
    """What a page complained about."""

    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, words: str) -> None:
        """Complaints with these words are what the test is about."""
        self.expected.append(words)

    def unexpected(self) -> list[str]:
        return [
            one for one in self.complaints if not any(w in one for w in self.expected)
        ]


def watch(page: Page, watched: Watched) -> None:
    page.on(
        "console",
        lambda message: (
            watched.complaints.append(f"{message.type}: {message.text}")
            if message.type in ("error", "warning")
            else None
        ),
    )
    page.on("pageerror", lambda error: watched.complaints.append(f"error: {error}"))


@pytest.fixture
def watched() -> Iterator[Watched]:
    found = Watched()
    yield found
    assert found.unexpected() == []


@pytest.fixture
def context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """A browser of its own, signed in as the lead, 1280 by 800."""
    made = browser.new_context(viewport={"width": 1280, "height": 800})
    made.set_default_timeout(10_000)
    page = made.new_page()
    page.goto(served.link())
    page.wait_for_url("**/articles")
    page.close()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, watched: Watched) -> Page:
    made = context.new_page()
    watch(made, watched)
    return made


@pytest.fixture
def phone(browser: Browser, served: Served, watched: Watched) -> Iterator[Page]:
    """A touch page of a phone, signed in."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(served.link())
    page.wait_for_url("**/articles")
    watch(page, watched)
    yield page
    context.close()


@pytest.fixture
def desk(page: Page, served: Served) -> Callable[..., Page]:
    """Opens a new article with the given text on the annotate screen."""

    def open_article(text: str, key: str = "a", **more: str) -> Page:
        page.goto(served.article(text, key, **more))
        return page

    return open_article


def settled(page: Page) -> None:
    """Waits until every change made so far was answered."""
    expect(page.locator("#saving[data-state=saved]")).to_be_visible()


def select(page: Page, start: int, end: int) -> None:
    """Selects [start, end) in code points, as a drag over exactly these would."""
    page.evaluate(
        """async ([start, end]) => {
            // By the address that the page has it under: it works without a server.
            const known = document.querySelector('link[href$="/offsets.js"]');
            const { rangeOf } = await import(known.href);
            const range = rangeOf(document.getElementById('article'), start, end);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        [start, end],
    )


def intercept(
    page: Page, url: str, handler: Callable[[Route], object], times: int | None = None
) -> None:
    """Hands the requests of `url` to `handler`, all of them from now on.

    Chromium says that it intercepts a moment before the page's own requests take the
    new way; on a busy machine one gets through. So this waits until one was caught.
    """
    page.route("**/caught", lambda route: route.fulfill(status=204))
    page.evaluate(
        """async () => {
            const icon = '/static/icon.svg?/caught';
            while ((await fetch(icon, { cache: 'no-store' })).status !== 204);
        }"""
    )
    page.route(url, handler, times=times)
    page.unroute("**/caught")
