"""Words that somebody says stand in a text, found in it again, or refused; no guesses.

First where it was said they stand, then exactly, then with quotation marks, dashes and
white space folded; never cut out of other words or numbers. What stands before and
after decides between several places; where the words themselves are not there, it must
enclose something close to them that says no other number, day or contrary.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.spans import Fragment, SpanError, trim
from workbench.suggest.figures import MONTHS
from workbench.suggest.marks import MARKS
from workbench.text import occurrences

#: Of more places than this nobody could tell which one is meant.
_MOST_PLACES = 2_000
#: So much before and after is needed to stand for words that are not there, ...
_LEAST_CONTEXT = 12
#: ... and so alike must what stands there be.
_ALIKE = 0.8
#: So much right beside words tells that they are meant, when more does not fit.
_NEAREST = 16
#: What stands further away is not read.
_FURTHEST = 300
#: Longer passages are not compared letter by letter.
_LONGEST = 1_000


class AnchorError(ValueError):
    """The words have no single place in the text; the message says why.

    `is_ambiguous`: they have several.
    """

    def __init__(self, message: str, *, is_ambiguous: bool) -> None:
        super().__init__(message)
        self.is_ambiguous = is_ambiguous


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to be found: a part for each fragment, and what stands around them all.

    `fragments` is where somebody says they are, in code points; it is believed only
    where the text there is the very words.
    """

    parts: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""
    fragments: tuple[Fragment, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchored:
    """The fragments of words that were found, and how: by *offsets*, *exact*,
    *folded*, or by *context*."""

    fragments: tuple[Fragment, ...]
    how: str


def anchor(text: str, wanted: Wanted) -> Anchored:
    """Where `wanted` stands in `text`.

    :raises AnchorError: nowhere, or in more than one place.
    """
    if _stands(text, wanted):
        return Anchored(wanted.fragments, "offsets")
    wanted = _near(wanted, _FURTHEST)
    places = [occurrences(text, part, _MOST_PLACES) for part in wanted.parts]
    lost = [part for part, found in zip(wanted.parts, places, strict=True) if not found]
    if lost:
        if len(wanted.parts) == 1:
            return _enclosed(text, wanted)
        raise AnchorError(f"{shown(lost[0])} is not there.", is_ambiguous=False)
    places = [[one for one in found if _is_whole(text, *one)] for found in places]
    lost = [part for part, found in zip(wanted.parts, places, strict=True) if not found]
    if lost:
        raise AnchorError(
            f"{shown(lost[0])} is there only within longer words or numbers.",
            is_ambiguous=False,
        )
    places = _in_order(places)
    if not places[0]:
        raise AnchorError(
            "The parts are there, but not in this order.", is_ambiguous=False
        )
    if any(len(found) > 1 for found in places):
        places = _in_context(text, places, wanted)
    fragments = tuple(found[0] for found in places)
    if not _fits(text, fragments, wanted):
        raise AnchorError(
            f"{shown(wanted.parts[0])} is there, but not in what is said to stand "
            "around it.",
            is_ambiguous=False,
        )
    if _words(text, fragments) == wanted.parts:
        return Anchored(fragments, "exact")
    return Anchored(fragments, "folded")


def _stands(text: str, wanted: Wanted) -> bool:
    """Whether the words are where they are said to be."""
    at = 0
    for start, end in wanted.fragments:
        if not at <= start < end <= len(text):
            return False
        at = end
    return wanted.fragments != () and _words(text, wanted.fragments) == wanted.parts


def _words(text: str, fragments: Sequence[Fragment]) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in fragments)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word, number or character goes on beyond [start, end)."""
    try:
        first, last = trim(text, start, end)
    except SpanError:  # Nothing that can be seen.
        return True
    if first < start or end < last:
        return False
    return not _goes_on(text, start) and not _goes_on(text, end)


def _goes_on(text: str, at: int) -> bool:
    """Whether a word or a number has begun before `at` and ends behind it."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isdigit() and _FRACTION.match(text, at):
        return True
    if after.isdigit() and at > 1 and before in ".,'’" and text[at - 2].isdigit():
        return True
    if not (before.isalnum() and after.isalnum()):
        return False
    return before.isdigit() is after.isdigit() and not (
        _has_no_spaces(before) or _has_no_spaces(after)
    )


_FRACTION = re.compile(r"[.,'’]\d")


def _has_no_spaces(letter: str) -> bool:
    """Whether a letter is of a script that writes no spaces between words."""
    return unicodedata.east_asian_width(letter) in "WF" or (
        "\u0e00" <= letter <= "\u0eff" or "\u1000" <= letter <= "\u109f"
    )


def _in_order(places: list[list[Fragment]]) -> list[list[Fragment]]:
    """Of each part the places that have one of every other part on the right side."""
    kept: list[list[Fragment]] = []
    least = 0
    for found in places:
        kept.append([place for place in found if place[0] >= least])
        least = min((end for _, end in kept[-1]), default=least)
    most: int | None = None
    for i in reversed(range(len(kept))):
        if most is not None:
            kept[i] = [place for place in kept[i] if place[1] <= most]
        most = max((start for start, _ in kept[i]), default=0)
    return kept if all(kept) else [[] for _ in kept]


def _in_context(
    text: str, places: list[list[Fragment]], wanted: Wanted
) -> list[list[Fragment]]:
    """One place of each part: those that stand in what was said to be around them."""
    narrowed = _narrowed(text, places, wanted)
    if not any(narrowed):
        narrowed = _narrowed(text, places, _near(wanted, _NEAREST))
    if all(len(found) == 1 for found in narrowed):
        return narrowed
    many = max(map(len, places))
    if not any(narrowed):
        told = "and none of them in what is said to stand around it"
    elif wanted.prefix or wanted.suffix:
        told = "and what is said to stand around it does not tell which is meant"
    else:
        told = "and no prefix or suffix tells which is meant"
    part = next(
        part
        for part, found in zip(wanted.parts, places, strict=True)
        if len(found) == many
    )
    raise AnchorError(
        f"{shown(part)} is there {many} times, {told}.", is_ambiguous=True
    )


def _narrowed(
    text: str, places: list[list[Fragment]], wanted: Wanted
) -> list[list[Fragment]]:
    first = [place for place in places[0] if _follows(text, place[0], wanted.prefix)]
    last = [place for place in places[-1] if _precedes(text, place[1], wanted.suffix)]
    if len(places) == 1:
        both = set(last)
        return [[place for place in first if place in both]]
    return _in_order([first, *places[1:-1], last])


def _near(wanted: Wanted, distance: int) -> Wanted:
    """The same with so many characters of what stands beside it."""
    return replace(
        wanted, prefix=wanted.prefix[-distance:], suffix=wanted.suffix[:distance]
    )


def _fits(text: str, fragments: tuple[Fragment, ...], wanted: Wanted) -> bool:
    """Whether one side at least is as it was said to be, where one was told; what is
    further away may have changed."""
    near = _near(wanted, _NEAREST)
    prefix, suffix = near.prefix.strip(), near.suffix.strip()
    if not prefix and not suffix:
        return True
    return bool(prefix and _follows(text, fragments[0][0], prefix)) or bool(
        suffix and _precedes(text, fragments[-1][1], suffix)
    )


def _follows(text: str, at: int, prefix: str) -> bool:
    """Whether `prefix`, folded, ends where the words begin."""
    return not prefix.strip() or any(
        not text[end:at].strip() for end in _ends(text, at, prefix)
    )


def _ends(text: str, at: int, prefix: str) -> Iterator[int]:
    start = max(0, at - 2 * len(prefix) - 20)
    for _, end in occurrences(text[start:at], prefix, _MOST_PLACES):
        yield start + end


def _precedes(text: str, at: int, suffix: str) -> bool:
    """Whether `suffix`, folded, begins where the words end."""
    after = text[at : at + 2 * len(suffix) + 20]
    return not suffix.strip() or any(
        not after[:start].strip()
        for start, _ in occurrences(after, suffix, _MOST_PLACES)
    )


def _enclosed(text: str, wanted: Wanted) -> Anchored:
    """What stands between prefix and suffix, where it is nearly the words.

    :raises AnchorError: it is not, or there are several such places.
    """
    part, prefix, suffix = wanted.parts[0], wanted.prefix, wanted.suffix
    lost = AnchorError(f"{shown(part)} is not there.", is_ambiguous=False)
    if min(len(prefix.strip()), len(suffix.strip())) < _LEAST_CONTEXT:
        raise lost
    if len(part) > _LONGEST:
        raise lost
    found: set[Fragment] = set()
    for _, start in occurrences(text, prefix, _MOST_PLACES):
        if len(found) > 1:
            break
        stretch = text[start : start + len(part) * 2 + 2 * len(suffix) + 40]
        for end, _ in occurrences(stretch, suffix, 1):
            words = stretch[:end]
            begins = start + len(words) - len(words.lstrip())
            words = words.strip()
            if (
                words
                and _is_whole(text, begins, begins + len(words))
                and _alike(words, part)
                and _telling(words) == _telling(part)
            ):
                found.add((begins, begins + len(words)))
    if not found:
        raise lost
    if len(found) > 1:
        raise AnchorError(
            f"{shown(part)} is not there, and what is said to stand around it is "
            "there several times.",
            is_ambiguous=True,
        )
    return Anchored((found.pop(),), "context")


def _alike(words: str, part: str) -> bool:
    """Whether enough of either are letters that both have in the same order."""
    words, part = words.casefold(), part.casefold()
    enough = _ALIKE * (len(words) + len(part))
    if 2 * min(len(words), len(part)) < enough:
        return False
    return 2 * in_common(words, part) >= enough


#: Words that turn what is said into something else, though they differ by a letter.
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion trillion dozen half "
    "third quarter first second double twice triple once monday tuesday wednesday "
    "thursday friday saturday sunday today yesterday tomorrow no not never none nobody "
    "nothing neither nor without cannot hardly nicht kein keine keinen keiner nie ne "
    "pas jamais не ни нет никогда لا لم لن ليس"
)
_TELLING = {*_WORDS.split(), *(name.casefold() for name in MONTHS)}
_TOKEN = re.compile(r"\d+(?:[.,'’]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥₹₽%‰]")


def _telling(words: str) -> list[str]:
    """The numbers, signs, days, months and negations among words, in their order."""
    found: list[str] = []
    for token in _TOKEN.findall(words.casefold()):
        plain = "not" if re.search(r"n['’]t$", token) else token
        if not plain[0].isalpha() or plain in _TELLING:
            found.append(plain)
        # "Twenties" and "hundreds" are numbers too.
        elif plain.endswith("s") and plain[:-1] in _TELLING:
            found.append(plain[:-1])
    return found


def in_common(a: str, b: str) -> int:
    """The length of the longest common subsequence, a bit for each letter of `a`.

    `difflib` would take time by the third power of the length for letters that come
    often. Source: Hyyrö 2004, "Bit-parallel LCS-length computation revisited".
    """
    places: dict[str, int] = {}
    for bit, letter in enumerate(a):
        places[letter] = places.get(letter, 0) | 1 << bit
    all_ones = left = (1 << len(a)) - 1
    for letter in b:
        met = left & places.get(letter, 0)
        left = ((left + met) | (left - met)) & all_ones
    return len(a) - left.bit_count()


def shown(words: str) -> str:
    """Words in marks, as a line has room for them and a terminal can take them."""
    told = " ".join(words.split())
    told = told if len(told) <= 60 else f"{told[:40]} … {told[-15:]}"
    told = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in told)
    return told if told and told[0] in MARKS else f"“{told}”"
