"""From the key press to the mark on the screen, and to the answer "saved"."""

from collections.abc import Iterator
from itertools import chain

from playwright.sync_api import Browser, Page

from benchmarks import browsing, data
from benchmarks.browsing import SIZES, Bench, Told
from benchmarks.serving import Served
from benchmarks.tables import Figure, percentile, quietest

_ROUNDS, _PRESSES = 3, 12
_GOALS = (30, 30, 150)

# The least that a page can do: send the label, then draw a mark where it was selected.
_FLOOR = b"""
addEventListener('keydown', async event => {
  if (event.key !== 'c') return;
  const range = getSelection().getRangeAt(0);
  const body = new URLSearchParams({ label: 'claim', start: 7, end: 11 });
  await fetch('/save', { method: 'POST', body });
  const mark = document.createElement('mark');
  mark.append(range.extractContents());
  range.insertNode(mark);
});
"""

_SELECT = """async ([start, end]) => {
  const { rangeOf } = await import('/static/js/offsets.js');
  const root = document.getElementById('article');
  const range = rangeOf(root, start, end);
  range.startContainer.parentElement.scrollIntoView({ block: 'center' });
  root.focus({ preventScroll: true });
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""

# Painted: the frame after the one that had the mark has begun.
_WATCH = """() => {
  const told = {};
  performance.clearResourceTimings();
  const note = event => { told.key = event.timeStamp; };
  addEventListener('keydown', note, { once: true, capture: true });
  window.told = new Promise((done, fail) => {
    setTimeout(() => fail(new Error(
      `nothing was drawn: ${document.getElementById('said')?.textContent}`)), 20000);
    const watch = new MutationObserver(() => {
      watch.disconnect();
      told.drawn = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() => {
        told.painted = performance.now();
        done(told);
      }));
    });
    const root = document.getElementById('article');
    watch.observe(root, { childList: true, subtree: true });
  });
}"""

_TOLD = """async () => {
  const told = await window.told;
  const find = () => performance.getEntriesByType('resource')
    .find(part => /annotations$|save$/.test(part.name));
  for (let turn = 0; turn < 100 && !find(); turn++) {
    await new Promise(done => setTimeout(done, 50));
  }
  const sent = find();
  return {
    drawn: told.drawn - told.key, painted: told.painted - told.key,
    saved: sent.responseEnd - told.key,
  };
}"""


def figures() -> Iterator[Figure]:
    """Three words at a time, every key press after the answer to the one before."""
    least = "a bare page: one insert, then one mark drawn"
    with browsing.bench(_FLOOR) as bench, browsing.chromium() as browser:
        for number, (size, _, _) in enumerate(SIZES):
            before = _count(bench, number)
            ours: list[list[Told]] = []
            floor: list[list[Told]] = []
            for turn in range(_ROUNDS):
                url = bench.served.base + bench.page(number)
                ours.append(_label(bench, browser, bench.served, url, number, turn))
                url = f"{bench.least.base}/{number}"
                floor.append(_label(bench, browser, bench.least, url, number, turn))
            if _count(bench, number) != before + _ROUNDS * _PRESSES:
                raise RuntimeError(f"Not every label of {size} was saved.")
            for name, what, goal in (
                ("saved", "saved and answered", _GOALS[number]),
                ("drawn", "mark in the page", _GOALS[number]),
                ("painted", "mark painted", None),
            ):
                mine = [[told[name] for told in one] for one in ours]
                bare = [[told[name] for told in one] for one in floor]
                start = f"Key → {what}, {size}"
                typical = quietest(mine), quietest(bare)
                yield Figure(start, typical[0], "ms", typical[1], least, goal)
                if name == "painted":
                    high = (
                        percentile(chain(*mine), 0.95),
                        percentile(chain(*bare), 0.95),
                    )
                    what = "… 95th percentile of all rounds"
                    yield Figure(what, high[0], "ms", high[1], least)


def _count(bench: Bench, number: int) -> int:
    return bench.client.get(bench.page(number)).count(b'id="row-')


def _label(
    bench: Bench, browser: Browser, served: Served, url: str, number: int, round_: int
) -> list[Told]:
    context = browsing.fresh(browser, served, bench.client.cookie)
    page = context.new_page()
    page.goto(url, wait_until="load")
    words = data.words_of(bench.records[number].article.text)
    first = len(words) // 4 + round_ * (_PRESSES + 2) * 12
    found: list[Told] = []
    for turn in range(_PRESSES + 2):
        at = first + turn * 12
        key = "c" if turn >= 2 else "Shift"
        told = _press(page, (words[at][0], words[at + 2][1]), key)
        if told:
            found.append(told)
    context.close()
    return found


def _press(page: Page, span: tuple[int, int], key: str) -> Told | None:
    """What one press of `key` took; None for a key that labels nothing."""
    page.evaluate(_SELECT, span)
    # A person's key follows the selection after the page has settled on it.
    page.wait_for_timeout(250)
    if key == "Shift":
        return None
    page.evaluate(_WATCH)
    page.keyboard.press(key)
    told: Told = page.evaluate(_TOLD)
    return told
