"""Opening an article: what the server takes, and when Chromium shows it, ready."""

from collections.abc import Iterator
from functools import partial

from playwright.sync_api import Browser, Page

from benchmarks import browsing, serving
from benchmarks.browsing import SIZES, Bench, Told
from benchmarks.serving import Served
from benchmarks.tables import Figure, best, quietest

# A deferred module has run to its end when DOMContentLoaded begins.
_TOLD = """async () => {
  const paint = await new Promise(done => new PerformanceObserver(list => {
    const found = list.getEntriesByName('first-contentful-paint')[0];
    if (found) done(found.startTime);
  }).observe({ type: 'paint', buffered: true }));
  const [page] = performance.getEntriesByType('navigation');
  const parts = performance.getEntriesByType('resource');
  const bytes = parts.reduce((sum, part) => sum + part.transferSize, page.transferSize);
  return {
    paint, bytes, ready: Math.max(paint, page.domContentLoadedEventStart),
    focused: Number(document.activeElement?.id === 'article'),
  };
}"""

_ROUNDS = 3
_COLD = (0.20, 0.5, None)
_WARM = (0.12, 0.5, None)


def figures() -> Iterator[Figure]:
    """Cold is a new profile with an empty cache; warm, the same one again."""
    with browsing.bench() as bench, browsing.chromium() as browser:
        yield from _served(bench)
        for number, (size, _, _) in enumerate(SIZES):
            yield from _opened(bench, browser, number, size)


def _served(bench: Bench) -> Iterator[Figure]:
    bare = serving.Client(bench.least.base)
    for number, (size, _, _) in enumerate(SIZES):
        url, times = bench.page(number), 3 if number == 2 else 9
        bytes_ = len(bench.client.get(url))
        ours, floor = best(
            partial(serving.seconds_to_get, bench.client, url, times),
            partial(serving.seconds_to_get, bare, f"/{number}", 9),
        )
        what = f"Server: the page of {size}"
        same = f"its {bytes_ / 1000:,.0f} kB from memory"
        yield Figure(what, ours * 1000, "ms", floor * 1000, same)


def _opened(bench: Bench, browser: Browser, number: int, size: str) -> Iterator[Figure]:
    times = 5 if number < 2 else 2
    ours, floor = [], []
    for _ in range(times * _ROUNDS):
        url = bench.served.base + bench.page(number)
        ours.append(_cold_and_warm(browser, bench.served, url, bench.client.cookie))
        if not ours[-1][0]["focused"]:
            raise RuntimeError(f"{url} was not ready to label.")
        url = f"{bench.least.base}/{number}"
        floor.append(_cold_and_warm(browser, bench.least, url))
    same = "the same page and style, no script, from memory"

    def typical(told: list[tuple[Told, Told]], visit: int, name: str) -> float:
        values = [pair[visit][name] for pair in told]
        return quietest(values[at : at + times] for at in range(0, len(values), times))

    for visit, temper, goal in ((0, "cold", _COLD[number]), (1, "warm", _WARM[number])):
        for name, what in (("paint", "first paint"), ("ready", "ready to label")):
            yield Figure(
                f"Open {size}, {temper}: {what}",
                typical(ours, visit, name) / 1000,
                "s",
                typical(floor, visit, name) / 1000,
                same,
                goal if name == "ready" else None,
            )
    yield Figure(
        f"… its transfer, cold ({size})",
        typical(ours, 0, "bytes") / 1024,
        "KiB",
        typical(floor, 0, "bytes") / 1024,
        same,
        150 if number == 0 else None,
    )


def _cold_and_warm(
    browser: Browser, served: Served, url: str, cookie: str = ""
) -> tuple[Told, Told]:
    context = browsing.fresh(browser, served, cookie)
    page = context.new_page()
    told = _open(page, url), _open(page, url)
    context.close()
    return told


def _open(page: Page, url: str) -> Told:
    # Going to where one is would be a reload, which asks the server for everything.
    page.goto("about:blank")
    page.goto(url, wait_until="load")
    page.wait_for_timeout(150)
    told: Told = page.evaluate(_TOLD)
    return told
