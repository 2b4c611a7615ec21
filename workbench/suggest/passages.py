"""A text taken apart for reading: lines, quotations, and sentences around them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from workbench.spans import Fragment
from workbench.suggest import marks
from workbench.text import lines

#: Stands for every character within a quotation, so that no rule reads a word of it.
HIDDEN = "\ue000"
#: A longer sentence was none: a table, a list, a dump.
LONGEST_SENTENCE = 3_000


@dataclass(frozen=True, slots=True)
class Quotation:
    """The outermost marks of a stretch [start, end), marks included.

    `opens`: it goes on in the next paragraph; `goes_on`: it began in an earlier one.
    """

    start: int
    end: int
    opens: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence [start, end) without the white space around it, and its quotations."""

    start: int
    end: int
    quotations: tuple[Quotation, ...]


class Passages:
    """A text with its quotations hidden, so that rules see what stands around them."""

    def __init__(self, text: str, hidden: tuple[Fragment, ...] = ()) -> None:
        """Reads `text`; the stretches `hidden`, in order, count as not there."""
        self.text = text
        #: The text with the regions blank, quotations and all.
        self.visible = _hide(text, [], hidden)
        self.lines = [
            line
            for line in lines(text)
            if not self.visible[line[0] : line[1]].isspace()
        ]
        self.quotations = list(_quotations(self.visible, self.lines))
        self._sentences: dict[int, list[Sentence]] = {}
        self._starts = [quotation.start for quotation in self.quotations]
        self.view = _hide(text, self.quotations, hidden)

    def within(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotations of [start, end), in order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(q for q in self.quotations[first:last] if q.end <= end)

    def sentences(self, start: int, end: int) -> list[Sentence]:
        """The sentences of [start, end), which is one line."""
        if start not in self._sentences:
            self._sentences[start] = [
                Sentence(first, last, self.within(first, last))
                for first, last in cut(self.view, start, end)
                if last - first <= LONGEST_SENTENCE
            ]
        return self._sentences[start]


def _hide(text: str, quotations: list[Quotation], hidden: tuple[Fragment, ...]) -> str:
    """`text` with the words of quotations hidden, and regions blank; as long as it.

    The marks and what closes the last sentence within them can still be seen.
    """
    holes = [(*_inside(text, quotation), HIDDEN) for quotation in quotations]
    holes += [(start, end, " ") for start, end in hidden]
    parts: list[str] = []
    at = 0
    for start, end, sign in sorted(holes):
        start = max(start, at)
        if start < end:
            parts += (text[at:start], sign * (end - start))
            at = end
    return "".join([*parts, text[at:]])


def _inside(text: str, quotation: Quotation) -> Fragment:
    start, end = quotation.start, quotation.end
    start += text[start] in marks.MARKS
    least = max(start, end - 6)
    # French keeps a space before its closing mark.
    spaces = " \u00a0\u202f" if text[end - 1] == "»" else ""
    while end > least and text[end - 1] in marks.MARKS + marks.BEFORE_CLOSING + spaces:
        end -= 1
    return start, end


def _quotations(text: str, lines: list[Fragment]) -> Iterator[Quotation]:
    """The outermost quotations, line by line; one that is not closed goes on in the
    next line where that one opens with a mark again or closes it, else it is none."""
    paired = marks.partners(text, 0, len(text))
    places = sorted(paired)
    cuts = [bisect_left(places, start) for start, _ in lines] + [len(places)]
    marked = [places[a:b] for a, b in pairwise(cuts)]
    still_open = False
    for number, (at, end) in enumerate(lines):
        following = marked[number + 1] if number + 1 < len(lines) else []
        # Asked for at most once a line: its marks may be many.
        goes_on: bool | None = None
        if still_open:
            still_open = False
            at = _ink_start(text, at)
            first = marked[number][0]
            partner = (
                paired[first]
                if first == at
                else _closing_alone(text, paired, marked[number])
            )
            if partner is None:
                still_open = _continues(text, paired, following)
                yield Quotation(at, _ink_end(text, end), still_open, True)
                continue
            yield Quotation(at, partner + 1, goes_on=True)
            at = partner + 1
        for mark in marked[number]:
            partner = paired[mark]
            if mark < at:
                continue
            if partner is not None and partner > mark:
                yield Quotation(mark, partner + 1)
                at = partner + 1
            elif (
                partner is None
                and text[mark] not in marks.SINGLE
                and marks.role(text, mark) == "open"
                and goes_on is not False
            ):
                goes_on = goes_on or _continues(text, paired, following)
                if not goes_on:
                    continue
                still_open = True
                yield Quotation(mark, _ink_end(text, end), opens=True)
                break


def _continues(
    text: str, paired: Mapping[int, int | None], following: list[int]
) -> bool:
    """Whether the marks of the following line go on with a quotation left open."""
    if not following:
        return False
    first = following[0]
    if marks.opens_line(text, first) and marks.role(text, first) == "open":
        return text[first] not in marks.SINGLE
    return _closing_alone(text, paired, following) is not None


def _closing_alone(
    text: str, paired: Mapping[int, int | None], here: list[int]
) -> int | None:
    """The first double mark of a line, when it closes what the line did not open."""
    double = next((mark for mark in here if text[mark] not in marks.SINGLE), None)
    if double is None or paired[double] is not None:
        return None
    return double if marks.role(text, double) == "close" else None


def _ink_start(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start


def _ink_end(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


# --- sentences ------------------------------------------------------------------------

_CLOSERS = "\"'”’»›)\\]"
_CLOSER = rf"[{_CLOSERS}]|[\u00a0\u202f ]»(?!\S)"
# Nothing is given back, and no run is begun in its middle: a long one would cost its
# square. The early Pythons 3.11 match a group with a possessive "*+" wrongly, so what
# may not be given back is forbidden behind it.
_STOP = re.compile(
    # All that may stop one first: a text is looked through for these alone.
    rf"[.!?…。！？؟۔।](?:(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*+(?:{_CLOSER})*(?!{_CLOSER})"
    r"(?=[^\S\n]+(?P<next>[^\s]))"
    r"|(?<=[。！？؟۔।])[」』”’»]*)"
)
_SHORTENED = re.compile(
    r"(?:^|[^\w.])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|Jr|Sr|vs|No"
    r"|Nos|Inc|Ltd|Co|Corp|Rev|Hon|Maj|Cmdr|Adm|Messrs|Smt|Shri|Mohd|Md|Adv|Brig|Fr"
    r"|approx|ca|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Ft|bzw|z|Nr|Abs|M|Mme|Sr|Sra|Dra|тыс|г|ул|им"
    r"|[A-ZÀ-ÖА-Я])\.$"
)
#: What these stand before is a name, whatever it begins with.
_TITLE_BEFORE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|Maj|Cmdr|Adm|Messrs"
    r"|M|Mme|Smt|Shri|Mohd|Md|Adv|Brig|Fr"
    r"|vs|No|Nos|Nr|z|bzw|ca|approx)\.$"
)
#: "3. Januar", "2. Bundesliga": the period makes a number a rank.
_ORDINAL = re.compile(r"(?:^|[^\w.,])\d{1,2}\.$")
_AFTER_ORDINAL = re.compile(
    r"[^\S\n](?:Jan|Feb|Mär|Mar|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Liga|Bundesliga"
    r"|Jahrhundert|Stock|Platz|Etage|Klasse|Spieltag)"
)
#: The platform, and nobody's initial.
_ON_X = (
    *(" on X.", " auf X.", " sur X.", " en X.", " su X.", " op X.", " på X."),
    *("formie X.", " в X."),
)
_INITIALS = re.compile(r"(?:^|[^\w])(?:[^\W\d_]\.){2,}$|a\.m\.$|p\.m\.$")
#: Who said it comes after it: "Is it safe?" Brandt asked.
_TAG = re.compile(
    r"[^\S\n]+(?:[\w.’'-]{1,30}[^\S\n]+){1,5}?(?:says?|said|asks?|asked|told"
    r"|adds?|added"
    r"|cried|shouted|wrote|replied|wondered|exclaimed|demanded|joked|quipped|recalled"
    r"|continued|warned|tweeted|posted|insisted|argued)(?:[.,;]|$"
    r"|[^\S\n]+(?:in|on|at|during|before|after|as|to|when|while|reporters)\b)"
)
_FRESH = re.compile(
    r"(?:The|A|An|In|On|At|It|He|She|They|But|And|This|That|These|His|Her|Their|We|I)\b"
)


def cut(view: str, start: int, end: int) -> Iterator[Fragment]:
    """The sentences of [start, end), which is one line or part of one."""
    first = start
    for stop in _STOP.finditer(view, start, end):
        if stop.start() < first or not _ends(view, stop, start):
            continue
        fragment = _trimmed(view, first, stop.end())
        if fragment:
            yield fragment
        first = stop.end()
    fragment = _trimmed(view, first, end)
    if fragment:
        yield fragment


def _ends(view: str, stop: re.Match[str], line: int) -> bool:
    """Whether the stop at `stop` ends a sentence, by what stands around it."""
    written, following = stop.group(), stop["next"]
    if following is None:
        return True
    if following.islower() or following in ",;)":
        return False
    if written[-1] in _CLOSERS and written[0] in "?!…" and _TAG.match(view, stop.end()):
        return False
    if written == ".":
        head = view[max(line, stop.end() - 12) : stop.end()]
        ranked = head[-2:-1].isdigit() and _ORDINAL.search(head)
        if ranked and _AFTER_ORDINAL.match(view, stop.end()):
            return False
        if _INITIALS.search(head):
            return bool(_FRESH.match(view, stop.end() + 1))
        # "She runs Orm Inc. The firm", "vitamin C. The nurse".
        if not _SHORTENED.search(head) or head.endswith(_ON_X):
            return True
        return not _TITLE_BEFORE.search(head) and bool(
            _FRESH.match(view, stop.end() + 1)
        )
    return True


def _trimmed(view: str, start: int, end: int) -> Fragment | None:
    while start < end and view[start].isspace():
        start += 1
    while end > start and view[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
