"""Everything that the measures read of a document, as counts that can be added.

A tally never grows with the text, only with what is marked in it. The tally of many
documents has the same shape as that of one, so a measure does not know which it sees.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import combinations
from typing import Any

from workbench.agreement.matching import Edge, components, heaviest, most
from workbench.agreement.model import Document, Fragment, Unit, Value

#: A share of characters is kept as a whole number of these parts, so that sums are
#: exact in any order.
PARTS = 1 << 40
#: In a weight, the distance of the borders stands below the share: it breaks ties.
_TIE_BITS = 44

#: No counterpart, in a confusion.
NOTHING = -1

Values = tuple[tuple[int, Value], ...]


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
            mine = getattr(self, name)
            for key, number in getattr(other, name).items():
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


@dataclass(frozen=True, slots=True)
class _Mark:
    """A unit as it is counted: its characters are disjoint fragments, in order."""

    annotator: int
    label: int
    bounds: tuple[Fragment, ...]
    fragments: tuple[Fragment, ...]
    size: int
    attributes: Mapping[str, Value]


def tally_of(document: Document) -> Tally:
    """The tally of one document."""
    annotators = tuple(sorted(document.annotators))
    clean = [cleaned(document.annotators[a], document.length) for a in annotators]
    labels = tuple(sorted({label for kept, _, _ in clean for _, label in kept}))
    tally = Tally(annotators, labels)
    for name in {*document.assigned, *annotators}:
        tally.assigned[name] = 1
    place = {label: x for x, label in enumerate(labels)}
    marks: list[_Mark] = []
    for a, (kept, dropped, doubled) in enumerate(clean):
        if dropped:
            tally.dropped[a] = dropped
        if doubled:
            tally.doubled[a] = doubled
        for (bounds, label), attributes in kept.items():
            x = place[label]
            _count(tally.spans, (a, x))
            fragments = bounds if len(bounds) == 1 else joined_up(bounds)
            size = sum(end - start for start, end in fragments)
            marks.append(_Mark(a, x, bounds, fragments, size, attributes))
    if len(annotators) > 1:
        _sweep(tally, marks, document.length)
        shared, own = _meetings(tally, marks)
        _count_squares(tally, marks, own)
        if not tally.stacked:
            _count_reach(tally, marks, shared)
        _count_bounds(tally, marks)
        _count_matches(tally, marks, shared)
        _count_values(tally, marks)
    return tally


def _count(counts: dict[Any, int], key: object, number: int = 1) -> None:
    counts[key] = counts.get(key, 0) + number


_Key = tuple[tuple[Fragment, ...], str]
Kept = dict[_Key, Mapping[str, Value]]


def cleaned(units: Sequence[Unit], length: int) -> tuple[Kept, int, int]:
    """Each unit once, by bounds and label; how many were no spans, and how many copies.

    Copies that contradict each other in an attribute say nothing of it: which of them
    came first must not matter.
    """
    kept: Kept = {}
    disputed: dict[_Key, set[str]] = {}
    dropped = doubled = 0
    for unit in units:
        bounds = tuple((start, end) for start, end in unit.fragments)
        if len(bounds) > 1:
            bounds = tuple(sorted(bounds))
        if not bounds or not _lies_in(length, bounds):
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


def _lies_in(length: int, bounds: tuple[Fragment, ...]) -> bool:
    return all(0 <= start < end <= length for start, end in bounds)


def joined_up(fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """The same characters in disjoint fragments, in order."""
    joined: list[Fragment] = []
    for start, end in sorted(fragments):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _sweep(tally: Tally, marks: Sequence[_Mark], length: int) -> None:
    """Count the characters of each state, from border to border."""
    width = len(tally.labels)
    events: list[tuple[int, int, int]] = []
    present = 0
    for mark in marks:
        bit = mark.annotator * width + mark.label
        present |= 1 << bit
        for start, end in mark.fragments:
            events.append((start, bit, 1))
            events.append((end, bit, -1))
    events.sort()
    profile = tally.profile
    depth = [0] * (len(tally.annotators) * width)
    state = last = 0
    for at, bit, step in events:
        if at > last:
            profile[state] = profile.get(state, 0) + at - last
            last = at
        depth[bit] += step
        if depth[bit] == (step > 0):
            state ^= 1 << bit
    if length > last:
        _count(profile, 0, length - last)
    tally.presence[present] = 1


Meeting = tuple[int, int]


def _meetings(
    tally: Tally, marks: Sequence[_Mark]
) -> tuple[dict[Meeting, int], list[Meeting]]:
    """The characters that marks of two annotators share, by their places in `marks`;
    and the marks of one annotator and label that share some."""
    pieces = sorted(
        (start, end, number)
        for number, mark in enumerate(marks)
        for start, end in mark.fragments
    )
    shared: dict[Meeting, int] = {}
    own: list[Meeting] = []
    stacked: set[int] = set()
    active: list[tuple[int, int]] = []
    for start, end, number in pieces:
        active = [piece for piece in active if piece[0] > start]
        mark = marks[number]
        for until, other in active:
            their = marks[other]
            if their.annotator == mark.annotator:
                stacked.add(mark.annotator)
                if their.label == mark.label:
                    own.append((other, number))
                continue
            # Marks stand annotator by annotator, so the smaller number is the first's.
            pair = (other, number) if other < number else (number, other)
            shared[pair] = shared.get(pair, 0) + min(end, until) - start
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


def _count_bounds(tally: Tally, marks: Sequence[_Mark]) -> None:
    """Confusion of the labels of equal bounds: equal labels first, then in order."""
    at: list[dict[tuple[Fragment, ...], list[int]]] = [{} for _ in tally.annotators]
    for mark in marks:
        at[mark.annotator].setdefault(mark.bounds, []).append(mark.label)
    confusion = tally.confusion
    for a, b in combinations(range(len(at)), 2):
        for bounds, ours in at[a].items():
            theirs = at[b].get(bounds, ())
            if len(ours) == len(theirs) == 1:
                key = (a, b, ours[0], theirs[0])
                confusion[key] = confusion.get(key, 0) + 1
                continue
            for x in ours:
                if x in theirs:
                    _count(confusion, (a, b, x, x))
            left = sorted(x for x in ours if x not in theirs)
            right = sorted(y for y in theirs if y not in ours)
            size = max(len(left), len(right))
            left += [NOTHING] * (size - len(left))
            right += [NOTHING] * (size - len(right))
            for x, y in zip(left, right, strict=True):
                _count(confusion, (a, b, x, y))
        for bounds, theirs in at[b].items():
            if bounds not in at[a]:
                for y in theirs:
                    _count(confusion, (a, b, NOTHING, y))


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
    # Most marks meet one other, so there is nothing to choose.
    free: dict[tuple[int, int], list[Edge]] = {}
    same: dict[tuple[int, int, int], list[Edge]] = {}
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
        if meets_same[at] == 1 == meets_same[back]:
            edge = (one, other, size)
            overlap[key] = overlap.get(key, 0) + 1
            if _is_half(marks, edge):
                half[key] = half.get(key, 0) + 1
            _count_match(tally, marks, key, edge)
        else:
            same.setdefault(key, []).append((one, other, size))
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


def _count_values(tally: Tally, marks: Sequence[_Mark]) -> None:
    same: dict[tuple[int, tuple[Fragment, ...]], list[_Mark]] = {}
    for mark in marks:
        same.setdefault((mark.label, mark.bounds), []).append(mark)
    for (label, _), group in same.items():
        if len(group) < 2:
            continue
        for name in {name for mark in group for name in mark.attributes}:
            said = tuple(
                (mark.annotator, mark.attributes[name])
                for mark in group
                if name in mark.attributes
            )
            if len(said) > 1:
                _count(tally.values, (name, label, said))
