"""Chromium, the three articles it opens, and the same pages without their scripts."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks import data, serving
from benchmarks.serving import Client, Served
from workbench.dataset import ArticleRecord

#: The articles: how they are called, characters, marks.
SIZES = (
    ("7.5 kB with 30 marks", 7_500, 30),
    ("100 kB with 1,000 marks", 100_000, 1_000),
    ("1 MB with 10,000 marks", 1_000_000, 10_000),
)
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


@dataclass(frozen=True, slots=True)
class Bench:
    """The workbench and its floor with the same articles, and how to sign in."""

    served: Served
    least: Served
    client: Client
    records: tuple[ArticleRecord, ...]

    def page(self, number: int) -> str:
        """The path of the article of SIZES[number]."""
        return f"/articles/{self.records[number].article.id}"


@contextmanager
def bench(script: bytes = b"") -> Iterator[Bench]:
    """Both servers; a floor page is the workbench's with `script` for its scripts."""
    records = tuple(
        data.record(n, length, marks) for n, (_, length, marks) in enumerate(SIZES)
    )
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "workbench.db"
        data.database(path, iter(records))
        with serving.workbench(path) as served:
            client = serving.sign_in(served, path)
            pages: dict[str, bytes] = {"floor.js": script}
            for number, record in enumerate(records):
                html = client.get(f"/articles/{record.article.id}")
                pages[f"{number}.html"] = _bare(html, pages, client, bool(script))
            with serving.floor(pages) as least:
                yield Bench(served, least, client, records)


def _bare(
    html: bytes, pages: dict[str, bytes], client: Client, scripted: bool
) -> bytes:
    """The page with its style and without its scripts."""
    html = re.sub(rb"<script[^>]*></script>", b"", html)
    for number, link in enumerate(
        re.findall(rb'rel="stylesheet" href="([^"]+)"', html)
    ):
        if not link.startswith(b"/static/"):
            pages[f"{number}.css"] = client.get(link.decode())
            html = html.replace(link, f"/style/{number}.css".encode())
    own = b'<script src="/style/floor.js" defer></script>' if scripted else b""
    return html.replace(b"</head>", own + b"</head>")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium without a window: WORKBENCH_CHROMIUM, or one on the PATH."""
    named = os.environ.get("WORKBENCH_CHROMIUM")
    path = named or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_ARGUMENTS])
        yield browser
        browser.close()


def fresh(browser: Browser, served: Served, cookie: str = "") -> BrowserContext:
    """A profile with an empty cache, signed in by `cookie`."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    if cookie:
        name, _, value = cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": served.base}])
    return context


Told = Mapping[str, float]
