"""The time of work: what is counted while somebody looks, and what is not."""

import time
from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.conftest import Served, select, settled

Desk = Callable[..., Page]
TEXT = "Council votes on the quay\n\nThe debt was settled in 2019, said the mayor.\n"

# Headless pages are never hidden by themselves.
_HIDE = """hidden => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def noted(served: Served) -> float:
    row = served.db.execute("SELECT seconds FROM active_time").fetchone()
    return float(row[0]) if row else 0.0


def later(served: Served, above: float) -> float:
    """What is noted once it is more than `above`, or after a while."""
    for _ in range(50):
        if noted(served) > above:
            break
        time.sleep(0.1)
    return noted(served)


def test_time_between_acts_counts_and_a_hidden_tab_does_not(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    begun = time.monotonic()
    select(page, 0, 7)
    page.keyboard.press("c")
    settled(page)
    page.wait_for_timeout(2_500)
    page.keyboard.press("ArrowRight")
    page.evaluate(_HIDE, True)
    here = time.monotonic() - begun
    first = later(served, 0)
    assert 2 <= first <= here + 1
    # A selection made just before is told of only now.
    page.evaluate("document.dispatchEvent(new Event('selectionchange'))")
    page.wait_for_timeout(4_000)
    back = time.monotonic()
    page.evaluate(_HIDE, False)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(1_500)
    page.keyboard.press("ArrowRight")
    page.goto("about:blank")
    here = time.monotonic() - back
    second = later(served, first) - first
    assert 1 <= second <= here + 1


def test_nothing_is_noted_for_an_article_that_was_only_looked_at(
    desk: Desk, served: Served
) -> None:
    page = desk(TEXT)
    page.wait_for_timeout(1_200)
    page.keyboard.press("ArrowRight")
    page.goto("about:blank")
    page.wait_for_timeout(500)
    assert noted(served) == 0
