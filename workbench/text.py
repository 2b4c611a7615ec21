"""The canonical text of an article: made once at import, never changed, addressed in
Unicode code points from 0 with the end excluded."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Literal

#: The longest text an article may have, in UTF-8 bytes.
MAX_BYTES = 5_000_000

_LINE_BREAK = re.compile(r"\r\n?")
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_SPACE_PATTERN = r"[\s\u200b\ufeff]+"
_SPACE = re.compile(_SPACE_PATTERN)
_INK = re.compile(r"[^\s\u200b\ufeff]")


class TextError(ValueError):
    """The text cannot become an article."""


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text as it is stored, and how often what was changed to get there."""

    text: str
    changes: dict[str, int]


def canonical(raw: str) -> Canonical:
    """The canonical form of `raw`; taken again, it changes nothing more.

    CRLF and CR become LF; a byte order mark at the start, control characters but tab
    and line feed, and lone surrogates are dropped. Everything else stays: no-break
    spaces, combining marks and typos belong to the article.

    :raises TextError: the text is empty, or longer than MAX_BYTES.
    """
    changes: Counter[str] = Counter()
    text = raw.lstrip("\ufeff")
    changes["byte order mark dropped"] = len(raw) - len(text)
    if "\r" in text:
        text, changes["line break made a line feed"] = _LINE_BREAK.subn("\n", text)
    dropped = _DROPPED.findall(text)
    if dropped:
        text = _DROPPED.sub("", text)
        surrogates = sum(char >= "\ud800" for char in dropped)
        changes["lone surrogate dropped"] = surrogates
        changes["control character dropped"] = len(dropped) - surrogates
    # What was dropped may have stood before another byte order mark.
    if text.startswith("\ufeff"):
        return _merge(canonical(text), changes)
    if not _INK.search(text):
        raise TextError("The text is empty: an article needs at least one word.")
    if len(text) > MAX_BYTES or len(text.encode()) > MAX_BYTES:
        raise TextError(
            f"The text has {len(text.encode()):,} bytes; "
            f"the limit is {MAX_BYTES:,}: split it."
        )
    return Canonical(text, {what: n for what, n in changes.items() if n})


def _merge(done: Canonical, before: Counter[str]) -> Canonical:
    counts = before + Counter(done.changes)
    return Canonical(done.text, {what: n for what, n in counts.items() if n})


def digest(text: str) -> str:
    """The SHA-256 of the UTF-8 bytes of `text`, as 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The [start, end) of every line that is not empty, without its line feed."""
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1


def title_of(text: str) -> str:
    """The first line that holds more than white space, trimmed and at most 300 long."""
    for start, end in lines(text):
        if _INK.search(text, start, end):
            return text[start:end].strip()[:300].rstrip()
    raise TextError("The text is empty: an article needs at least one word.")


# Scripts that put no space between their words.
_DENSE = re.compile("[\u3040-\u9fff\u0e01-\u0e5b]")


def words(text: str) -> int:
    """How many words `text` has; Japanese, Chinese and Thai: characters / 2."""
    dense = 0 if text.isascii() else len(_DENSE.findall(text))
    return len(text.split()) + dense // 2


def named(words: str, limit: int) -> str:
    """`words` as a sentence names them: on one line, of at most `limit` code points, in
    one pair of quotation marks, which takes the place of their own."""
    short = " ".join(words.split())
    short = short if len(short) <= limit else f"{short[: limit - 1].rstrip()}…"
    inside = short.strip("“”\"'«»„‘’")
    return f"“{inside}”"


_FOLD = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


def occurrences(text: str, passage: str, limit: int = 50) -> list[tuple[int, int]]:
    """Where `passage` stands in `text`, at most `limit` places, as [start, end).

    Exactly, when it does so anywhere; otherwise with quotation marks, dashes, runs of
    white space and composed letters taken as equal, since these change when a passage
    is typed or pasted.
    """
    wanted = _SPACE.sub(" ", passage).strip(" ")
    if not wanted:
        return []
    found = list(_places(text, _without_edges(passage), limit))
    if found:
        return found
    folded, ends, shifts = (_folded_once if len(text) > _LONG else _folded)(text)
    forms = {wanted, *(unicodedata.normalize(form, wanted) for form in _FORMS)}
    spans = sorted(
        {
            span
            for form in forms
            for span in _places(folded, form.translate(_FOLD), limit)
        }
    )
    return [
        (_unfolded(ends, shifts, start), _unfolded(ends, shifts, end))
        for start, end in spans[:limit]
    ]


_FORMS: tuple[Literal["NFC"], Literal["NFD"]] = ("NFC", "NFD")


def context(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """What stands before and after [start, end) in its line: up to `reach` code points
    of either, cut at spaces if there are any, with “…” where the line goes on."""
    before = text[max(0, start - reach) : start].rpartition("\n")[2]
    after = text[end : end + reach].partition("\n")[0]
    if len(before) == reach < start and text[start - reach - 1] != "\n":
        before = f"… {before.partition(' ')[2] or before}"
    if len(after) == reach < len(text) - end and text[end + reach] != "\n":
        after = f"{after.rpartition(' ')[0] or after} …"
    return before, after


def _without_edges(passage: str) -> str:
    first = _SPACE.match(passage)
    start = first.end() if first else 0
    end = len(passage)
    while end > start and _SPACE.match(passage, end - 1):
        end -= 1
    return passage[start:end]


def _places(text: str, wanted: str, limit: int) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    while at >= 0 and limit > 0:
        yield at, at + len(wanted)
        limit -= 1
        at = text.find(wanted, at + 1)


def _folded(text: str) -> tuple[str, list[int], list[int]]:
    """`text` with every run of white space as one space, and the way back: from
    `ends[i]` on, a place of the folded text lies `shifts[i]` later in `text`."""
    parts: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    last = lost = 0
    for run in _SPACE.finditer(text):
        parts += (text[last : run.start()], " ")
        last = run.end()
        if run.end() - run.start() > 1:
            lost += run.end() - run.start() - 1
            ends.append(run.end() - lost)
            shifts.append(lost)
    parts.append(text[last:])
    return "".join(parts).translate(_FOLD), ends, shifts


#: Who looks for many passages in a text this long should not pay for it each time.
_LONG = 20_000
_folded_once = lru_cache(maxsize=2)(_folded)


def _unfolded(ends: list[int], shifts: list[int], at: int) -> int:
    place = bisect_right(ends, at)
    return at + (shifts[place - 1] if place else 0)
