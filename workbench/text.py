"""The canonical text of an article: made once at import, never changed, addressed in
Unicode code points from 0 with the end excluded."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

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


def words(text: str) -> int:
    """How many words `text` has; Japanese, Chinese and Thai: characters / 2."""
    dense = sum(
        1
        for char in text
        if "\u3040" <= char <= "\u9fff" or "\u0e01" <= char <= "\u0e5b"
    )
    return len(text.split()) + dense // 2


_FOLD = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


def occurrences(text: str, passage: str, limit: int = 50) -> list[tuple[int, int]]:
    """Where `passage` stands in `text`, at most `limit` places, as [start, end).

    Exactly, when it does so anywhere; otherwise with quotation marks, dashes and runs
    of white space taken as equal, since these change when a passage is typed or pasted.
    """
    wanted = re.sub(f"^{_SPACE_PATTERN}|{_SPACE_PATTERN}$", "", passage)
    if not wanted:
        return []
    found: list[tuple[int, int]] = []
    at = text.find(wanted)
    while at >= 0 and len(found) < limit:
        found.append((at, at + len(wanted)))
        at = text.find(wanted, at + 1)
    if found:
        return found
    folded = re.compile(
        "|".join(
            _SPACE_PATTERN.join(map(re.escape, _SPACE.split(form.translate(_FOLD))))
            # An accent may be typed as one character where the text has two.
            for form in dict.fromkeys(
                (wanted, *(unicodedata.normalize(f, wanted) for f in ("NFC", "NFD")))
            )
        )
    )
    for match in folded.finditer(text.translate(_FOLD)):
        found.append(match.span())
        if len(found) == limit:
            break
    return found
