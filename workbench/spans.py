"""Stand-off annotations: spans of code points, their borders and their order."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Value = str | int | float
Fragment = tuple[int, int]

_BLANK = re.compile(r"[\s\u200b\ufeff]")


class SpanError(ValueError):
    """A span does not fit its text; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label on one or more fragments [start, end) of a text, sorted and disjoint."""

    id: str
    label: str
    fragments: tuple[Fragment, ...]
    attributes: Mapping[str, Value] = field(default_factory=dict)
    note: str | None = None
    unsure: bool = False

    @property
    def start(self) -> int:
        """The code point where the first fragment begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """The code point where the last fragment ends, excluded."""
        return self.fragments[-1][1]

    @property
    def order(self) -> tuple[int, int, str, str]:
        """The key that sorts annotations as they stand in the text."""
        return (self.start, self.end, self.label, self.id)


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link between two annotations; `target` may be ARTICLE#ID."""

    id: str
    type: str
    source: str
    target: str


def fragments_of(pairs: Iterable[Sequence[int]], length: int) -> tuple[Fragment, ...]:
    """`pairs` as fragments: sorted, touching ones joined, within a text of `length`.

    :raises SpanError: none given, one is empty or out of the text, or two overlap.
    """
    joined: list[Fragment] = []
    for start, end in sorted((pair[0], pair[1]) for pair in pairs):
        if not 0 <= start < end <= length:
            raise SpanError(
                f"[{start}, {end}) is no span of a text of {length} characters."
            )
        if joined and start < joined[-1][1]:
            raise SpanError(
                f"[{start}, {end}) overlaps [{joined[-1][0]}, {joined[-1][1]}), "
                "another fragment of the same annotation."
            )
        if joined and start == joined[-1][1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    if not joined:
        raise SpanError("An annotation needs at least one fragment.")
    return tuple(joined)


def verify(text: str, start: int, end: int, exact: str) -> None:
    """Nothing, when `exact` is what stands at [start, end) of `text`.

    :raises SpanError: it is not; both readings are named.
    """
    if not 0 <= start < end <= len(text):
        raise SpanError(
            f"[{start}, {end}) is no span of a text of {len(text)} characters."
        )
    if text[start:end] != exact:
        raise SpanError(f"[{start}, {end}) reads {text[start:end]!r}, not {exact!r}.")


def overlaps(a: Annotation, b: Annotation) -> bool:
    """Whether the two share at least one character."""
    return any(s < t and u < e for s, e in a.fragments for u, t in b.fragments)


def contains(a: Annotation, b: Annotation) -> bool:
    """Whether every character of `b` belongs to `a`."""
    return all(any(s <= u and t <= e for s, e in a.fragments) for u, t in b.fragments)


def crosses(a: Annotation, b: Annotation) -> bool:
    """Whether the two overlap and neither contains the other."""
    return overlaps(a, b) and not contains(a, b) and not contains(b, a)


# --- borders ---------------------------------------------------------------------------


def trim(text: str, start: int, end: int) -> Fragment:
    """[start, end) without white space at its edges, grown to whole graphemes.

    :raises SpanError: nothing but white space is left.
    """
    while start < end and _BLANK.match(text[start]):
        start += 1
    while end > start and _BLANK.match(text[end - 1]):
        end -= 1
    if start >= end:
        raise SpanError("The selection holds no text: select at least one character.")
    while start > 0 and _inside_grapheme(text, start):
        start -= 1
    while end < len(text) and _inside_grapheme(text, end):
        end += 1
    return start, end


def _inside_grapheme(text: str, at: int) -> bool:
    """Whether position `at` cuts a grapheme cluster (the common cases of UAX 29)."""
    before, after = text[at - 1], text[at]
    if unicodedata.category(after) in ("Mn", "Me", "Mc") or after == "\u200d":
        return before != "\n"
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return before != "\n"
    if before == "\u200d":
        return after >= "\u2190" and unicodedata.category(after) == "So"
    if _is_flag(before) and _is_flag(after):
        first = at - 1
        while first > 0 and _is_flag(text[first - 1]):
            first -= 1
        return (at - first) % 2 == 1
    return (_jamo(before), _jamo(after)) in _JAMO_JOINED


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


_JAMO_JOINED = {
    *(("L", kind) for kind in ("L", "V", "LV", "LVT")),
    *((kind, "V") for kind in ("V", "LV")),
    *((kind, "T") for kind in ("V", "LV", "T", "LVT")),
}


def _jamo(char: str) -> str:
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return "L"
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return "V"
    if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb":
        return "T"
    if "\uac00" <= char <= "\ud7a3":
        return "LV" if (ord(char) - 0xAC00) % 28 == 0 else "LVT"
    return ""


def snap(text: str, start: int, end: int, rule: str = "words") -> Fragment:
    """[start, end) with its borders where the guideline wants them.

    `rule` is a label's `x-snap`: *quote* grows over touching quotation marks and leaves
    a final period outside of them; *claim* shrinks off outer quotation marks and a
    final comma or period; *figure* grows over approximators, currency signs and units;
    *words* only trims. Never past the line, except where the selection already goes.

    :raises SpanError: the selection holds no text.
    """
    start, end = trim(text, start, end)
    if rule == "quote":
        start, end = _snap_quote(text, start, end)
    elif rule == "claim":
        start, end = _snap_claim(text, start, end)
    elif rule == "figure":
        start, end = _snap_figure(text, start, end)
    return trim(text, start, end)


_MARKS = "\"'“”„‟«»‘’‚‛‹›「」『』〝〞＂"
_ALWAYS_OPEN = "„‚「『〝"
_ALWAYS_CLOSE = "」』〞"
_SINGLE = "'‘’‚‛‹›"
_FINAL = ",.،。，、"


def _role(text: str, at: int) -> str:
    """What the mark at `at` does: "open", "close", or "" for none or an apostrophe."""
    char = text[at]
    if char not in _MARKS:
        return ""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if char in "'’‛" and before.isalnum() and after.isalnum():
        return ""
    if char in _ALWAYS_OPEN:
        return "open"
    if char in _ALWAYS_CLOSE:
        return "close"
    opens = before.isspace() or before in "([{—–-/" or before in _MARKS
    if opens and not after.isspace() and not (before in _MARKS and after in _FINAL):
        return "open"
    return "close"


def unmatched_marks(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """The opening and the closing marks in [start, end) that have no partner there."""
    opening: list[int] = []
    closing: list[int] = []
    for at in range(start, end):
        role = _role(text, at)
        if role == "open":
            opening.append(at)
        elif role == "close":
            single = text[at] in _SINGLE
            partner = next(
                (o for o in reversed(opening) if (text[o] in _SINGLE) == single), None
            )
            if partner is not None:
                opening.remove(partner)
            elif not single:
                # A lone single mark at the end of a word is an apostrophe.
                closing.append(at)
    return opening, closing


def _closing_after(text: str, end: int) -> int | None:
    """The end of a closing mark that touches `end`, with the comma before it."""
    at = end
    while at < len(text) and at - end < 3 and text[at] in ",.!?…;:-—–":
        at += 1
    if at < len(text) and _role(text, at) == "close":
        return at + 1
    return None


def _snap_quote(text: str, start: int, end: int) -> Fragment:
    left = start - 1 if start and _role(text, start - 1) == "open" else None
    right = _closing_after(text, end)
    opening, closing = unmatched_marks(text, start, end)
    if opening and right is not None:
        end = right
    elif closing and left is not None:
        start = left
    elif left is not None and right is not None:
        start, end = left, right
    elif left is not None and (left == 0 or text[left - 1] == "\n"):
        # A quote that runs over paragraphs opens each of them and closes only the last.
        start = left
    opening, _ = unmatched_marks(text, start, end)
    if not opening and not _role(text, end - 1) == "close":
        end = _off_final(text, start, end)
    return start, end


def _off_final(text: str, start: int, end: int) -> int:
    """`end` before a final comma or period, unless it belongs to an abbreviation."""
    while end - start > 1 and text[end - 1] in _FINAL:
        if text[end - 1] == "." and re.search(r"\b\w\.$", text[max(start, end - 3) : end]):
            break
        end -= 1
    return end


def _snap_claim(text: str, start: int, end: int) -> Fragment:
    while end - start > 2:
        before = (start, end)
        end = _off_final(text, start, end)
        inner_open, inner_close = unmatched_marks(text, start + 1, end - 1)
        if _role(text, start) == "open" and _role(text, end - 1) == "close":
            if not inner_open and not inner_close:
                start, end = start + 1, end - 1
        elif _role(text, start) == "open" and start in unmatched_marks(text, start, end)[0]:
            start += 1
        elif (
            _role(text, end - 1) == "close"
            and end - 1 in unmatched_marks(text, start, end)[1]
        ):
            end -= 1
        if (start, end) == before:
            break
    return start, end


_APPROXIMATORS = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[(\"'“‘«—–-]))(?:"
    r"just (?:over|under|above|below)|(?:a little|slightly|well) (?:over|under|more than"
    r"|less than)|almost|nearly|about|around|some|roughly|approximately|circa|close to"
    r"|at least|at most|up to|more than|over|less than|under|fewer than|no more than"
    r"|no fewer than|no less than"
    r"|fast|beinahe|etwa|rund|ungefähr|knapp|mehr als|weniger als|mindestens|höchstens"
    r"|über|unter|bis zu"
    r"|presque|environ|près de|plus de|moins de|au moins"
    r"|casi|cerca de|alrededor de|más de|menos de|al menos"
    r"|почти|около|примерно|более|менее|свыше|майже|близько|понад|щонайменше"
    r")\s+$",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = re.compile(r"(?:(?:US|A|C|NZ|HK|S)?\$|[€£¥₹₽₴₩₪]|\b[A-Z]{3})\s?$")
_NUMBER_AFTER = re.compile(r"[.,]?\d+")
_UNIT_AFTER = re.compile(
    r"\s?[%‰°٪]|[\s-]?(?:hundred|thousand|million|billion|trillion|bn|mn|m|k)\b"
    r"|\s(?:Millionen|Milliarden|Mio\.|Mrd\.|millions?|milliards?|millones)\b"
    r"|[\s-](?:per ?cent|percentage points?|points?|Prozent|pour cent|por ciento"
    r"|процент\w*|відсот\w*"
    r"|dollars?|euros?|pounds?|cents?|kronor|kroner|roubles?|rubles?|yen|yuan|crowns?"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)"
    r"|metres?|meters?|kilomet(?:re|er)s?|miles?|feet|km|kg|tonnes?|tons?|litres?"
    r"|hectares?|acres?|degrees?)\b",
    re.IGNORECASE,
)


def _snap_figure(text: str, start: int, end: int) -> Fragment:
    floor = max(text.rfind("\n", 0, start) + 1, start - 40)
    for pattern in (_CURRENCY_BEFORE, _APPROXIMATORS):
        match = pattern.search(text[floor:start])
        if match and match.group().strip():
            start = floor + match.start()
    number = _NUMBER_AFTER.match(text, end)
    if number and text[end - 1].isdigit():
        end = number.end()
    for _ in range(2):  # "200 million" and then "dollars"
        unit = _UNIT_AFTER.match(text, end)
        if unit:
            end = unit.end()
    return start, end
