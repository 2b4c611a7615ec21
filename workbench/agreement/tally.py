"""Everything that the measures read of a document, as counts that can be added.

A tally never grows with the text, only with what is marked in it. The tally of many
documents has the same shape as that of one, so a measure does not know which it sees.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from itertools import combinations, zip_longest
from typing import Any

from workbench.agreement.matching import Edge, components, heaviest, most
from workbench.agreement.model import Document, Fragment, Unit, Value

#: A share of characters is kept as a whole number of these parts, so that sums are
#: exact in any order.
PARTS = 1 << 40
#: In a weight, the distance of the borders stands below the share: it breaks ties.
_TIE_BITS = 44

#: What can be counted of a document, so that who asks for one measure does not pay for
#: all: states of characters, borders of units, matches, equal bounds, attributes.
PARTS_OF_TALLY = frozenset({"profile", "units", "matches", "bounds", "values"})

#: Those for which the units of annotators are compared, one by one.
_OF_MARKS = PARTS_OF_TALLY - {"profile"}

#: No counterpart, in a confusion.
NOTHING = -1

Values = tuple[tuple[int, Value], ...]
_Key = tuple[tuple[Fragment, ...], str]
#: The attributes of units, by their bounds and label.
Kept = dict[_Key, Mapping[str, Value]]
#: What was kept of an annotator's units; how many were no spans, and how many copies.
Clean = tuple[Kept, int, int]


@dataclass(slots=True)
class Tally:
    """The counts of documents that the same `annotators` finished.

    Annotators and labels go by their places in `annotators` and `labels`, both sorted:
    a, b (a < b) and x, y below. A state is a number with the bit a * len(labels) + x
    set where annotator a has label x.
    """

    annotators: tuple[str, ...]
    labels: tuple[str, ...]
    documents: int = 1
    #: state: characters in it
    profile: dict[int, int] = field(default_factory=dict)
    #: state, of what occurs anywhere in a document: documents in it
    presence: dict[int, int] = field(default_factory=dict)
    #: (a, x): units
    spans: dict[tuple[int, int], int] = field(default_factory=dict)
    #: (a, b, x, y): units of equal bounds; x or y is NOTHING where there is none
    confusion: dict[tuple[int, int, int, int], int] = field(default_factory=dict)
    #: (a, b, x): most one-to-one matches of the label that share a character
    overlap: dict[tuple[int, int, int], int] = field(default_factory=dict)
    #: (a, b): the same, whatever the label
    overlap_any: dict[tuple[int, int], int] = field(default_factory=dict)
    #: (a, b, x): most matches that share half of their characters
    half: dict[tuple[int, int, int], int] = field(default_factory=dict)
    #: (a, b, x): the greatest sum of shares, in PARTS
    share: dict[tuple[int, int, int], int] = field(default_factory=dict)
    #: (a, b, x, distance): matches of that sum whose first characters are so far apart
    starts: dict[tuple[int, int, int, int], int] = field(default_factory=dict)
    #: the same for where they end
    ends: dict[tuple[int, int, int, int], int] = field(default_factory=dict)
    #: (attribute, x, who says what): units that two or more marked and gave a value
    values: dict[tuple[str, int, Values], int] = field(default_factory=dict)
    #: (a, x): sum of the squared lengths of a's units; those that overlap are one
    squares: dict[tuple[int, int], int] = field(default_factory=dict)
    #: (a, b, x), either order: sum of squares of what b marked of each unit of a
    reach: dict[tuple[int, int, int], int] = field(default_factory=dict)
    #: a: documents in which units of a overlap each other
    stacked: dict[int, int] = field(default_factory=dict)
    #: name: documents given to this annotator, finished or not
    assigned: dict[str, int] = field(default_factory=dict)
    #: a: units left out because they lie outside the text or hold nothing
    dropped: dict[int, int] = field(default_factory=dict)
    #: a: units left out because they stand twice
    doubled: dict[int, int] = field(default_factory=dict)

    @property
    def signature(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What two tallies must have in common to be added."""
        return self.annotators, self.labels

    def add(self, other: "Tally") -> None:
        """Count the documents of `other`, which has the same signature, here too."""
        self.documents += other.documents
        for name in _COUNTED:
            theirs = getattr(other, name)
            if theirs:
                mine = getattr(self, name)
                for key, number in theirs.items():
                    mine[key] = mine.get(key, 0) + number


_COUNTED = [one.name for one in fields(Tally)][3:]


def fold(tallies: Iterable[Tally]) -> list[Tally]:
    """The same counts in as few tallies as there are signatures."""
    folded: dict[object, Tally] = {}
    for tally in tallies:
        into = folded.get(tally.signature)
        if into is None:
            into = Tally(*tally.signature, documents=0)
            folded[tally.signature] = into
        into.add(tally)
    return list(folded.values())


@dataclass(slots=True)  # Frozen ones take three times as long to make.
class _Mark:
    """A unit as it is counted: its characters are disjoint fragments, in order."""

    annotator: int
    label: int
    bounds: tuple[Fragment, ...]
    fragments: tuple[Fragment, ...]
    size: int
    attributes: Mapping[str, Value]


def tally_of(
    document: Document, clean: Sequence[Clean], parts: Collection[str]
) -> Tally:
    """The tally of one document, with the counts of `parts` and what costs nothing.

    `clean` are the units of its annotators, in the order of their names.
    """
    annotators = tuple(sorted(document.annotators))
    used = [Counter([label for _, label in kept]) for kept, _, _ in clean]
    labels = tuple(sorted(set().union(*used)))
    tally = Tally(annotators, labels)
    for name in {*document.assigned, *annotators}:
        tally.assigned[name] = 1
    place = {label: x for x, label in enumerate(labels)}
    for a, (_, dropped, doubled) in enumerate(clean):
        if dropped:
            tally.dropped[a] = dropped
        if doubled:
            tally.doubled[a] = doubled
        for label, number in used[a].items():
            tally.spans[a, place[label]] = number
    if len(annotators) > 1:
        if "profile" in parts:
            _sweep(tally, [kept for kept, _, _ in clean], document.length)
        if not _OF_MARKS.isdisjoint(parts):
            _compare(tally, [kept for kept, _, _ in clean], parts)
    return tally


def _compare(tally: Tally, kept: Sequence[Kept], parts: Collection[str]) -> None:
    """Count what is not seen in single characters, but unit by unit."""
    place = {label: x for x, label in enumerate(tally.labels)}
    marks: list[_Mark] = []
    for a, own in enumerate(kept):
        for (bounds, label), attributes in own.items():
            fragments = bounds
            if len(bounds) == 1:
                size = bounds[0][1] - bounds[0][0]
            else:
                fragments = joined_up(bounds)
                size = sum(end - start for start, end in fragments)
            marks.append(_Mark(a, place[label], bounds, fragments, size, attributes))
    if "units" in parts or "matches" in parts:
        shared, own_meetings = _meetings(tally, marks)
        if "units" in parts:
            _count_squares(tally, marks, own_meetings)
            if not tally.stacked:
                _count_reach(tally, marks, shared)
        if "matches" in parts:
            _count_matches(tally, marks, shared)
    if "bounds" in parts or "values" in parts:
        alike: dict[tuple[Fragment, ...], list[_Mark]] = {}
        for mark in marks:
            alike.setdefault(mark.bounds, []).append(mark)
        if "bounds" in parts:
            _count_bounds(tally, alike.values())
        if "values" in parts:
            _count_values(tally, alike.values())


def _count(counts: dict[Any, int], key: object, number: int = 1) -> None:
    counts[key] = counts.get(key, 0) + number


def cleaned(units: Sequence[Unit], length: int) -> Clean:
    """Each unit once, by bounds and label; how many were no spans, and how many copies.

    Copies that contradict each other in an attribute say nothing of it: which of them
    came first must not matter.
    """
    kept: Kept = {}
    disputed: dict[_Key, set[str]] = {}
    dropped = doubled = 0
    for unit in units:
        bounds: tuple[Fragment, ...]
        if len(unit.fragments) == 1:
            start, end = unit.fragments[0]
            bounds = ((start, end),)
            is_sound = 0 <= start < end <= length
        else:
            bounds = tuple(sorted((start, end) for start, end in unit.fragments))
            is_sound = bool(bounds) and all(0 <= s < e <= length for s, e in bounds)
        if not is_sound:
            dropped += 1
            continue
        key = (bounds, unit.label)
        if key not in kept:
            kept[key] = unit.attributes
            continue
        doubled += 1
        first = kept[key]
        both = disputed.setdefault(key, set())
        both |= {
            name
            for name in first
            if unit.attributes.get(name, first[name]) != first[name]
        }
        kept[key] = {**unit.attributes, **first}
    for key, names in disputed.items():
        kept[key] = {n: v for n, v in kept[key].items() if n not in names}
    return kept, dropped, doubled


def joined_up(fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """The same characters in disjoint fragments, in order."""
    joined: list[Fragment] = []
    for start, end in sorted(fragments):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _sweep(tally: Tally, kept: Sequence[Kept], length: int) -> None:
    """Count the characters of each state, from border to border."""
    # On the way each bit of a state is a counter, wide enough for marks on marks.
    wide = sum(map(len, kept)).bit_length() + 7 & ~7
    width = len(tally.labels)
    changes: dict[int, int] = {}
    known = changes.get
    for a, own in enumerate(kept):
        ones = {
            label: 1 << (a * width + x) * wide for x, label in enumerate(tally.labels)
        }
        for bounds, label in own:
            one = ones[label]
            for start, end in bounds if len(bounds) == 1 else joined_up(bounds):
                changes[start] = known(start, 0) + one
                changes[end] = known(end, 0) - one
    counted: dict[int, int] = {}
    depths = last = 0
    for at in sorted(changes):
        counted[depths] = counted.get(depths, 0) + at - last
        depths += changes[at]
        last = at
    counted[0] = counted.get(0, 0) + length - last
    counters = len(kept) * width
    for depths, size in counted.items():
        if size:
            _count(tally.profile, _state(depths, counters, wide), size)
    present = sum(1 << a * width + x for a, x in tally.spans)
    tally.presence[present] = 1


@lru_cache(1 << 16)
def _state(depths: int, counters: int, wide: int) -> int:
    """The state whose bits are set where the counters, `wide` bits each, are not 0."""
    full = (1 << wide) - 1
    return sum(1 << bit for bit in range(counters) if depths >> bit * wide & full)


Meeting = tuple[int, int]


def _meetings(
    tally: Tally, marks: Sequence[_Mark]
) -> tuple[dict[Meeting, int], list[Meeting]]:
    """The characters that marks of two annotators share, by their places in `marks`;
    and the marks of one annotator and label that share some."""
    who = [mark.annotator for mark in marks]
    pieces = [
        (start, end, number)
        for number, mark in enumerate(marks)
        for start, end in mark.fragments
    ]
    pieces.sort()
    shared: dict[Meeting, int] = {}
    own: list[Meeting] = []
    stacked: set[int] = set()
    active: list[tuple[int, int]] = []
    for start, end, number in pieces:
        if active:
            active = [piece for piece in active if piece[0] > start]
            a = who[number]
            for until, other in active:
                b = who[other]
                if a == b:
                    stacked.add(a)
                    if marks[number].label == marks[other].label:
                        own.append((other, number))
                    continue
                # Marks stand annotator by annotator: the smaller number is the first's.
                pair = (other, number) if b < a else (number, other)
                size = (end if end < until else until) - start
                shared[pair] = shared.get(pair, 0) + size
        active.append((end, number))
    tally.stacked = dict.fromkeys(sorted(stacked), 1)
    return shared, own


def _count_squares(
    tally: Tally, marks: Sequence[_Mark], own: Sequence[Meeting]
) -> None:
    group = list(range(len(marks)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = number = group[group[number]]
        return number

    for one, other in own:
        group[root(one)] = root(other)
    together: dict[int, list[_Mark]] = {}
    merged = {number for meeting in own for number in meeting}
    for number, mark in enumerate(marks):
        if number in merged:
            together.setdefault(root(number), []).append(mark)
        else:
            _count(tally.squares, (mark.annotator, mark.label), mark.size * mark.size)
    for those in together.values():
        joined = joined_up(f for one in those for f in one.fragments)
        size = sum(end - start for start, end in joined)
        _count(tally.squares, (those[0].annotator, those[0].label), size * size)


def _count_reach(
    tally: Tally, marks: Sequence[_Mark], shared: Mapping[Meeting, int]
) -> None:
    marked: dict[tuple[int, int], int] = {}
    for (one, other), size in shared.items():
        _count(marked, (one, marks[other].annotator), size)
        _count(marked, (other, marks[one].annotator), size)
    for (number, by), size in marked.items():
        mark = marks[number]
        _count(tally.reach, (mark.annotator, by, mark.label), size * size)


def _count_bounds(tally: Tally, alike: Iterable[Sequence[_Mark]]) -> None:
    """Confusion of the labels of equal bounds."""
    many = len(tally.annotators)
    confusion = tally.confusion
    for marks in alike:
        said = tuple([(mark.annotator, mark.label) for mark in marks])
        for key in _confused(said, many):
            confusion[key] = confusion.get(key, 0) + 1


@lru_cache(1 << 16)
def _confused(
    said: tuple[tuple[int, int], ...], many: int
) -> list[tuple[int, int, int, int]]:
    """What each two of `many` annotators called the same bounds, one by one: equal
    labels first, then in order."""
    found = []
    of: list[list[int]] = [[] for _ in range(many)]
    for a, x in said:
        of[a].append(x)
    for a, b in combinations(range(many), 2):
        both = [x for x in of[a] if x in of[b]]
        left = sorted(x for x in of[a] if x not in of[b])
        right = sorted(y for y in of[b] if y not in of[a])
        found += [(a, b, x, x) for x in both]
        found += [(a, b, x, y) for x, y in zip_longest(left, right, fillvalue=NOTHING)]
    return found


def _count_matches(
    tally: Tally, marks: Sequence[_Mark], shared: Mapping[Meeting, int]
) -> None:
    who = [mark.annotator for mark in marks]
    what = [mark.label for mark in marks]
    many = len(tally.annotators)
    # How many marks of each annotator a mark meets, of any label and of its own.
    meets = [0] * (len(marks) * many)
    meets_same = meets.copy()
    for one, other in shared:
        at, back = one * many + who[other], other * many + who[one]
        meets[at] += 1
        meets[back] += 1
        if what[one] == what[other]:
            meets_same[at] += 1
            meets_same[back] += 1
    # Most marks meet one other, and most of these are the same: nothing to choose.
    free: dict[tuple[int, int], list[Edge]] = {}
    same: dict[tuple[int, int, int], list[Edge]] = {}
    equal: dict[tuple[int, int, int], int] = {}
    overlap_any, overlap, half = tally.overlap_any, tally.overlap, tally.half
    for (one, other), size in shared.items():
        a, b, x = who[one], who[other], what[one]
        at, back = one * many + b, other * many + a
        if meets[at] == 1 == meets[back]:
            overlap_any[a, b] = overlap_any.get((a, b), 0) + 1
        else:
            free.setdefault((a, b), []).append((one, other, size))
        if x != what[other]:
            continue
        key = (a, b, x)
        if meets_same[at] != 1 or meets_same[back] != 1:
            same.setdefault(key, []).append((one, other, size))
        elif marks[one].bounds == marks[other].bounds:
            equal[key] = equal.get(key, 0) + 1
        else:
            edge = (one, other, size)
            _count(overlap, key)
            if _is_half(marks, edge):
                _count(half, key)
            _count_match(tally, marks, key, edge)
    for key, number in equal.items():
        _count(overlap, key, number)
        _count(half, key, number)
        _count(tally.share, key, number * PARTS)
        _count(tally.starts, (*key, 0), number)
        _count(tally.ends, (*key, 0), number)
    for pair, edges in free.items():
        _count(overlap_any, pair, most(edges))
    for key, edges in same.items():
        _count(overlap, key, most(edges))
        halves = most([edge for edge in edges if _is_half(marks, edge)])
        if halves:
            _count(half, key, halves)
        for group in components(edges):
            for one, other, _ in _best(marks, group):
                _count_match(tally, marks, key, (one, other, shared[one, other]))


def _count_match(
    tally: Tally, marks: Sequence[_Mark], key: tuple[int, int, int], edge: Edge
) -> None:
    ours, theirs = marks[edge[0]], marks[edge[1]]
    share, starts, ends = tally.share, tally.starts, tally.ends
    start = (*key, abs(ours.bounds[0][0] - theirs.bounds[0][0]))
    end = (*key, abs(_end(ours) - _end(theirs)))
    share[key] = share.get(key, 0) + _parts(marks, edge)
    starts[start] = starts.get(start, 0) + 1
    ends[end] = ends.get(end, 0) + 1


def _end(mark: _Mark) -> int:
    return mark.fragments[-1][1]


def _union(marks: Sequence[_Mark], edge: Edge) -> int:
    one, other, size = edge
    return marks[one].size + marks[other].size - size


def _is_half(marks: Sequence[_Mark], edge: Edge) -> bool:
    return 2 * edge[2] >= _union(marks, edge)


def _parts(marks: Sequence[_Mark], edge: Edge) -> int:
    return edge[2] * PARTS // _union(marks, edge)


def _best(marks: Sequence[_Mark], group: Sequence[Edge]) -> list[Edge]:
    """The matching of the greatest sum of shares; of several, that of nearest borders.

    What the two sides hold decides which is the left one, so that swapping two
    annotators changes nothing.
    """
    weighed = [(one, other, _weight(marks, (one, other, n))) for one, other, n in group]
    lefts = {edge[0] for edge in group}
    rights = {edge[1] for edge in group}
    if len(lefts) == 1 or len(rights) == 1:
        # Of equal weights the first in the text: bounds of one side differ.
        return [
            min(weighed, key=lambda e: (-e[2], marks[e[0]].bounds, marks[e[1]].bounds))
        ]
    ours = sorted(lefts, key=lambda n: marks[n].bounds)
    theirs = sorted(rights, key=lambda n: marks[n].bounds)
    if [marks[n].bounds for n in ours] > [marks[n].bounds for n in theirs]:
        weighed = [(other, one, weight) for one, other, weight in weighed]
        ours, theirs = theirs, ours
        is_turned = True
    else:
        is_turned = False
    place = {n: k for side in (ours, theirs) for k, n in enumerate(side)}
    found = heaviest(sorted((place[i], place[j], w) for i, j, w in weighed))
    return [
        (theirs[j], ours[i], w) if is_turned else (ours[i], theirs[j], w)
        for i, j, w in found
    ]


def _weight(marks: Sequence[_Mark], edge: Edge) -> int:
    ours, theirs = marks[edge[0]], marks[edge[1]]
    apart = abs(ours.bounds[0][0] - theirs.bounds[0][0])
    apart += abs(_end(ours) - _end(theirs))
    return (_parts(marks, edge) << _TIE_BITS) - apart


def _count_values(tally: Tally, alike: Iterable[Sequence[_Mark]]) -> None:
    values = tally.values
    for marks in alike:
        if len(marks) < 2:
            continue
        said: dict[tuple[str, int], list[tuple[int, Value]]] = {}
        for mark in marks:
            for name, value in mark.attributes.items():
                said.setdefault((name, mark.label), []).append((mark.annotator, value))
        for (name, label), by in said.items():
            if len(by) > 1:
                key = (name, label, tuple(by))
                values[key] = values.get(key, 0) + 1
