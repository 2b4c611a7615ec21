"""Stand-off annotations: spans of code points, their borders and their order."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.suggest import lexicon, marks

Value = str | int | float
Fragment = tuple[int, int]

_BLANK = re.compile(r"[\s\u200b\ufeff]")


class SpanError(ValueError):
    """A span does not fit its text; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an annotation comes from.

    In gold, `path` is *unanimous*, *adjudicated* or *single*; of a machine,
    *suggested*; of a person who was shown a suggestion, *accepted*, *changed* or
    *rejected*. `sources` are the annotations it rests on, as annotator and id; `rule`
    is the rule that decided or found it instead of a person, of that `version`, and
    `score` says from 0 to 1 how sure the rule is.
    """

    path: str
    sources: tuple[tuple[str, str], ...]
    by: str | None = None
    reason: str | None = None
    rule: str | None = None
    guideline: str | None = None
    schema: str | None = None
    version: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch [start, end) that is not the article, and who says so by what rule.

    With the path *rejected*, somebody says that it is the article after all.
    """

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label on one or more fragments [start, end) of a text, sorted and disjoint."""

    id: str
    label: str
    fragments: tuple[Fragment, ...]
    attributes: Mapping[str, Value] = field(default_factory=dict)
    note: str | None = None
    unsure: bool = False
    origin: Origin | None = None

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


def check_regions(fragments: Iterable[Sequence[int]], length: int) -> None:
    """Nothing, when these are the places of regions of a text of `length`.

    :raises SpanError: one is empty or out of the text, or two share text.
    """
    last = (0, 0)
    for start, end in sorted((one[0], one[1]) for one in fragments):
        if not 0 <= start < end <= length:
            raise SpanError(
                f"The region [{start}, {end}) is no span of a text of {length} "
                "characters."
            )
        if start < last[1]:
            raise SpanError(
                f"The region [{start}, {end}) overlaps [{last[0]}, {last[1]})."
            )
        last = start, end


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


# --- borders --------------------------------------------------------------------------


def trim(text: str, start: int, end: int) -> Fragment:
    """[start, end) without white space at its edges, grown to whole graphemes.

    White space is never part of a grapheme here: a combining mark that stands after a
    space is its own, since no span may begin or end in white space.

    :raises SpanError: nothing but white space is left.
    """
    start, end = _trimmed(text, start, end)
    if start >= end:
        raise SpanError("The selection holds no text: select at least one character.")
    while start > 0 and _inside_grapheme(text, start):
        start -= 1
    while end < len(text) and _inside_grapheme(text, end):
        end += 1
    return start, end


def _trimmed(text: str, start: int, end: int) -> Fragment:
    # A letter or digit is none, and it is quick to ask so.
    while start < end and not text[start].isalnum() and _BLANK.match(text[start]):
        start += 1
    while end > start and not text[end - 1].isalnum() and _BLANK.match(text[end - 1]):
        end -= 1
    return start, end


_ZWJ = "\u200d"
# Letters by category that UAX 29 lets follow: Thai and Lao am, half-width voicing.
_FOLLOWING = "\u0e33\u0eb3\uff9e\uff9f\u200c" + _ZWJ
# Pictures whose category is not "So", or that this Python's Unicode does not know yet.
_PICTURES = "\u203c\u2049\u2194\u25fd\u25fe\u3030"
# The viramas that bind the letter after them, script by script (UAX 29, GB9c).
_VIRAMAS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d"


def _inside_grapheme(text: str, at: int) -> bool:
    """Whether `at` cuts a grapheme cluster (UAX 29, without its prefixed signs)."""
    before, after = text[at - 1], text[at]
    # Nearly always: two letters, or a letter and a space.
    if before < "\u0300" > after or _BLANK.match(before):
        return False
    if _extends(after):
        return unicodedata.category(before) not in ("Cc", "Cf") or _extends(before)
    if before == _ZWJ and _is_picture(after):
        return _is_picture(_base(text, at - 1))
    if _is_flag(before) and _is_flag(after):
        first = at - 1
        while first > 0 and _is_flag(text[first - 1]):
            first -= 1
        return (at - first) % 2 == 1
    if before in _VIRAMAS or (before == _ZWJ and text[max(0, at - 2)] in _VIRAMAS):
        virama = before if before in _VIRAMAS else text[at - 2]
        same_script = ord(after) >> 7 == ord(virama) >> 7
        return same_script and unicodedata.category(after) == "Lo"
    return (_jamo(before), _jamo(after)) in _JAMO_JOINED


def _extends(char: str) -> bool:
    """Whether `char` belongs to the character before it."""
    return (
        unicodedata.category(char) in ("Mn", "Me", "Mc")
        or char in _FOLLOWING
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _base(text: str, at: int) -> str:
    """The character before `at` that those in between extend."""
    at -= 1
    while at > 0 and _extends(text[at]) and text[at] != _ZWJ:
        at -= 1
    return text[max(at, 0)]


def _is_picture(char: str) -> bool:
    return (
        "\U0001f000" <= char <= "\U0001faff"
        or char in _PICTURES
        or (char >= "\u2100" and unicodedata.category(char) == "So")
        or char in "\u00a9\u00ae"
    ) and not _is_flag(char)


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
    *words* only trims. Never past the line, except where the selection already goes,
    and never further the second time.

    What a word means it cannot tell: the "over" of "carried over 30 years" is taken for
    an approximator.

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


# --- quotes and claims ----------------------------------------------------------------


def _lines_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines that [start, end) lies in, as [start, end)."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def _snap_quote(text: str, start: int, end: int) -> Fragment:
    partners = marks.partners(text, *_lines_around(text, start, end))
    while True:
        left, right = marks.opening_before(text, start), marks.closing_after(text, end)
        if left is not None and right is not None and _alike(text, left, right):
            start, end = left, right + 1
        elif right is not None and _began_inside(text, start, right, partners):
            end = right + 1
        elif left is not None and _goes_on_inside(text, left, end, partners):
            start = left
        else:
            break
    if not _ends_inside(text, start, end, partners):
        end = _off_final(text, start, end)
    return start, end


def _alike(text: str, a: int, b: int) -> bool:
    return (text[a] in marks.SINGLE) == (text[b] in marks.SINGLE)


def _began_inside(
    text: str, start: int, closing: int, partners: Mapping[int, int | None]
) -> bool:
    """Whether the quotation that ends at `closing` began at `start` or after it."""
    opening = partners.get(closing)
    if opening is not None:
        return opening >= start
    # Of several lines, the closing mark may be in another than the opening one.
    return text[closing] not in marks.SINGLE and any(
        start <= at < closing and partner is None and _opens_double(text, at)
        for at, partner in partners.items()
    )


def _goes_on_inside(
    text: str, opening: int, end: int, partners: Mapping[int, int | None]
) -> bool:
    """Whether the quotation that begins at `opening` ends before `end`, or nowhere.

    A quote that runs over paragraphs opens each of them and closes only the last.
    """
    closing = partners.get(opening)
    if closing is None:
        return _opens_double(text, opening) and marks.opens_line(text, opening)
    return closing < end


def _opens_double(text: str, at: int) -> bool:
    return text[at] not in marks.SINGLE and marks.role(text, at) == "open"


def _ends_inside(
    text: str, start: int, end: int, partners: Mapping[int, int | None]
) -> bool:
    """Whether a quotation that began in [start, end) is still open at its end."""
    last_line = text.rfind("\n", start, end) + 1
    return any(
        partner >= end
        if partner is not None
        else at >= last_line and _opens_double(text, at)
        for at, partner in partners.items()
        if start <= at < end
    )


# An initialism, an ellipsis or a common shortening keeps its last period.
_ABBREVIATION = re.compile(
    r"(?:\b[^\W\d_]\.[^\S\n]?[^\W\d_]|\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|etc|usw|Bros"
    r"|Mio|Mrd|тыс|руб))\.$"
)


def _off_final(text: str, start: int, end: int) -> int:
    """`end` before a final comma or period that no abbreviation or ellipsis needs."""
    at = end
    while at - start > 1 and (
        text[at - 1] in marks.FINAL or _BLANK.match(text[at - 1])
    ):
        if text[at - 1] == "." and _ABBREVIATION.search(text, max(0, at - 8), at):
            break
        at -= 1
    return at if at - start > 1 or text[start] not in marks.FINAL else end


def _snap_claim(text: str, start: int, end: int) -> Fragment:
    partners = marks.partners(text, *_lines_around(text, start, end))
    left, right = start, end
    while True:
        left, right = _trimmed(text, left, right)
        if right - left < 2:
            break
        right = _off_final(text, left, right)
        first, last = marks.role(text, left), marks.role(text, right - 1)
        closed, opened = partners.get(left), partners.get(right - 1)
        if first == "open" and closed == right - 1:
            left, right = left + 1, right - 1
        elif first == "open" and _leaves(text, left, closed, left, right):
            left += 1
        elif last == "close" and _leaves(text, right - 1, opened, left, right):
            right -= 1
        else:
            break
    # Nothing but marks was selected: then marks it is.
    return (left, right) if left < right else (start, end)


def _leaves(text: str, at: int, partner: int | None, start: int, end: int) -> bool:
    """Whether the mark at `at` is half of a quotation that goes beyond [start, end)."""
    if partner is not None:
        return not start <= partner < end
    # Without a partner a single mark is an apostrophe, and a straight one after a
    # digit stands for inches.
    return text[at] not in marks.SINGLE and not (
        text[at] == '"' and at > 0 and text[at - 1].isdigit()
    )


# --- figures --------------------------------------------------------------------------

_SPACE = r"[^\S\n]"
# Digits with what may stand between them: 10,300 · 95.6 · 12 645 with no-break spaces.
_NUMERAL = re.compile(r"\d+(?:[.,٫٬]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*")
#: No numeral reaches further, and a page of digits must not be read for each of them.
_LONGEST_NUMERAL = 200
_IN_NUMERAL = ".,٫٬\u00a0\u2009\u202f"


def _split(phrases: Iterable[str]) -> tuple[str, str]:
    """Patterns of those phrases that need a word border, and of those that do not."""
    words: list[str] = []
    signs: list[str] = []
    for phrase in phrases:
        bounded = phrase[0].isalnum() and phrase[0] < "\u3000"
        (words if bounded else signs).append(phrase)
    return lexicon.alternatives(words), lexicon.alternatives(signs)


_WORDS_BEFORE, _SIGNS_BEFORE = _split(lexicon.BEFORE)
_CODES_BEFORE, _CURRENCIES_BEFORE = _split({*lexicon.SIGNS, *lexicon.CODES})
_BEFORE_FIGURE = re.compile(
    rf"(?:(?<!\w)(?i:{_WORDS_BEFORE}){_SPACE}{{1,3}}"
    rf"|(?:{_SIGNS_BEFORE})"
    rf"|(?:(?<!\w)(?:{_CODES_BEFORE})|{_CURRENCIES_BEFORE}){_SPACE}?"
    rf"|(?<!\w)(?i:{'|'.join(lexicon.SCALES_BEFORE)})(?:{_SPACE}|-)"
    rf"|(?<!\w)(?:{'|'.join(lexicon.TOUCHING)}))$"
)
_BETWEEN = re.compile(
    rf"(?<!\w)(?i:{lexicon.alternatives(lexicon.BETWEEN)}){_SPACE}{{1,3}}$"
)
_AND = re.compile(
    rf"{_SPACE}(?i:{lexicon.alternatives(lexicon.AND)}){_SPACE}|{_SPACE}و(?=\d)"
)
_MINUS = re.compile(r"(?<![^\s(\[])[-−+]$")
_UNIT_WORDS, _UNIT_SIGNS = _split({*lexicon.UNITS, *lexicon.SCALES})
_AFTER_WORDS, _AFTER_SIGNS = _split(lexicon.AFTER)
_AFTER_FIGURE = re.compile(
    rf"(?:{_SPACE}|-)?(?i:{_UNIT_SIGNS})"
    rf"|(?:{_SPACE}|-)(?:(?i:{_UNIT_WORDS})|{lexicon.alternatives(lexicon.CODES)})"
    # No year in "5.9% year-on-year".
    r"(?!\w|-(?:on|over|to)-)"
    # What touches the digits: 5km, €38m, 21st.
    rf"|(?<=\d)(?:(?i:{_UNIT_WORDS}|k|st|nd|rd|th)|[CF]|(?<!\d\d\d)p)"
    r"(?![^\W\d_])"
    rf"|{_SPACE}(?i:{_AFTER_WORDS})(?!\w)|(?:{_AFTER_SIGNS})(?!\w)",
)


def _letters(words: str) -> str:
    """The letters that `words` begins with."""
    for place, char in enumerate(words):
        if not char.isalpha():
            return words[:place]
    return words


def _snap_figure(text: str, start: int, end: int) -> Fragment:
    start, end = _whole_numeral(text, start, end)
    line = text.rfind("\n", max(0, start - 200), start) + 1
    while True:
        before = None
        if far := _may_grow_left(text, start):
            before = _BEFORE_FIGURE.search(text, max(line, start - far), start)
        if before is None and text[start].isdigit():
            before = _MINUS.search(text, max(line, start - 1), start)
        if before is None and _AND.search(text, start, min(end, start + 200)):
            before = _BETWEEN.search(text, max(line, start - _FAR), start)
        after = _AFTER_FIGURE.match(text, end) if _may_grow_right(text, end) else None
        if before is None and after is None:
            return start, end
        start = before.start() if before else start
        end = after.end() if after else end


#: The longest that a figure grows by to its left, with the spaces behind it.
_FAR = max(map(len, lexicon.BEFORE)) + 6


def _by_last() -> dict[str, tuple[tuple[str, ...], int]]:
    """The last words of what a figure grows by to its left, and how far that begins,
    by their last character."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    far: defaultdict[str, int] = defaultdict(int)
    for phrase in (
        *lexicon.BEFORE,
        *lexicon.SIGNS,
        *lexicon.CODES,
        *lexicon.SCALES_BEFORE,
        *lexicon.TOUCHING,
    ):
        last = phrase.split()[-1].casefold()
        words[last[-1]].add(last)
        # Each space of it may be three, and three more stand before the figure.
        far[last[-1]] = max(far[last[-1]], len(phrase) + 2 * phrase.count(" ") + 4)
    return {char: (tuple(words[char]), far[char]) for char in words}


_BY_LAST = _by_last()
_LONGEST_LAST = max(len(word) for words, _ in _BY_LAST.values() for word in words)


def _may_grow_left(text: str, start: int) -> int:
    """How far before `start` an approximator or a currency may begin; 0 for none.

    It spares most figures the long search, and never says no where that finds one.
    """
    at = start
    while at > 0 and (text[at - 1].isspace() or text[at - 1] == "-") and start - at < 4:
        at -= 1
    words, far = _BY_LAST.get(text[at - 1 : at].casefold(), ((), 0))
    if at < start and far:
        before = text[max(0, at - _LONGEST_LAST) : at].casefold()
        return far if before.endswith(words) else 0
    return far


#: What units, scales and "or more" begin with: words, and signs and letters.
_FIRST_AFTER = {
    _letters(phrase.lstrip(" -")).casefold()
    for phrase in (*lexicon.UNITS, *lexicon.SCALES, *lexicon.AFTER, *lexicon.CODES)
}
_FIRST_SIGNS = {
    phrase.lstrip(" -")[:1].casefold()
    for phrase in (*lexicon.UNITS, *lexicon.SCALES, *lexicon.AFTER)
}


def _may_grow_right(text: str, end: int) -> bool:
    """Whether what begins at `end` can be a unit, a scale or "or more" at all."""
    at = end
    while at < len(text) and (text[at].isspace() or text[at] == "-") and at - end < 2:
        at += 1
    first = text[at : at + 1]
    if not first.isalpha() or first >= "\u0590":
        return first.casefold() in _FIRST_SIGNS or first >= "\u0590"
    # What touches the digits may be a letter alone: 5k, 31C, 21st.
    return at == end or _letters(text[at : at + 24]).casefold() in _FIRST_AFTER


def _whole_numeral(text: str, start: int, end: int) -> Fragment:
    """[start, end), grown where it begins or ends within a numeral."""
    for at in (start, end):
        if 0 < at < len(text):
            first, last = _numeral_around(text, at)
            if first < at < last:
                start, end = min(start, first), max(end, last)
    return start, end


def _numeral_around(text: str, at: int) -> Fragment:
    """The numeral that begins before `at` and ends after it, else [at, at)."""
    least, most = max(0, at - _LONGEST_NUMERAL), min(len(text), at + _LONGEST_NUMERAL)
    first = at
    while first > least and (
        text[first - 1].isdigit() or text[first - 1] in _IN_NUMERAL
    ):
        first -= 1
    last = at
    while last < most and (text[last].isdigit() or text[last] in _IN_NUMERAL):
        last += 1
    if first == at or last == at:
        return at, at
    for match in _NUMERAL.finditer(text, first, last):
        if match.start() >= at:
            break
        if match.end() > at:
            return match.span()
    return at, at
