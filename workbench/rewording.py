"""What differs between two versions of a text: lines that stay, words that changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

#: Unchanged lines that are shown before and after a change.
CONTEXT = 2
#: Below this share of common words, old and new are told apart as a whole: word by
#: word they would be a patchwork.
_ALIKE = 0.35
#: More pairs of words than this are not compared: it would take seconds.
_MOST_PAIRS = 4_000_000

# With the space after it: spaces alone would match anywhere, and slowly.
_WORD = re.compile(r"\S+[^\S\n]*|\s")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is the "same", "inserted" or "deleted"."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of both versions; `folded` ones are unchanged and far from any change."""

    folded: bool
    runs: tuple[Run, ...]

    @property
    def lines(self) -> int:
        """How many lines the block has."""
        return sum(run.text.count("\n") for run in self.runs)


def blocks(old: str, new: str) -> list[Block]:
    """The whole of both texts, in order; [] when they are the same.

    The runs that are same or deleted, joined, are `old`; same or inserted ones `new`.
    """
    if old == new:
        return []
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found: list[Block] = []
    steps = SequenceMatcher(None, before, after).get_opcodes()
    for n, (what, a, b, c, d) in enumerate(steps):
        if what == "equal":
            found += _kept(before[a:b], n == 0, n == len(steps) - 1)
        else:
            runs = tuple(_reworded("".join(before[a:b]), "".join(after[c:d])))
            found.append(Block(False, runs))
    return found


def _kept(lines: list[str], first: bool, last: bool) -> Iterator[Block]:
    head = 0 if first else CONTEXT
    tail = 0 if last else CONTEXT
    # One line that is folded away takes as much room as the line itself.
    if len(lines) <= head + tail + 1:
        head, tail = len(lines), 0
    parts = (
        (False, lines[:head]),
        (True, lines[head : len(lines) - tail]),
        (False, lines[len(lines) - tail :]),
    )
    for folded, part in parts:
        if part:
            yield Block(folded, (Run("same", "".join(part)),))


def _reworded(old: str, new: str) -> Iterator[Run]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if before and after and len(before) * len(after) <= _MOST_PAIRS:
        matcher = SequenceMatcher(None, before, after)
        if matcher.ratio() >= _ALIKE:
            for what, a, b, c, d in matcher.get_opcodes():
                if what == "equal":
                    yield Run("same", "".join(before[a:b]))
                else:
                    yield from _swapped("".join(before[a:b]), "".join(after[c:d]))
            return
    yield from _swapped(old, new)


def _swapped(old: str, new: str) -> Iterator[Run]:
    if old:
        yield Run("deleted", old)
    if new:
        yield Run("inserted", new)
