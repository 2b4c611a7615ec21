"""F1 of spans, pair by pair (Hripcsak & Rothschild 2005, JAMIA 12:296-298).

With no gold standard, F1 of one annotator against another is the same in both
directions, and equals positive specific agreement. What counts as a hit differs.
"""

from collections.abc import Callable, Iterator, Mapping
from statistics import fmean
from typing import Any

from workbench.agreement.measure import (
    EMPTY,
    NOBODY,
    Ask,
    Counts,
    Measure,
    members,
    pairs,
    ratio,
)
from workbench.agreement.model import Undefined
from workbench.agreement.tally import PARTS, Tally

Hits = Callable[[Tally, int, int, list[int]], int]


def places(tally: Tally, ask: Ask) -> list[int]:
    """The places of the labels that are asked for."""
    if ask.label is None:
        return list(range(len(tally.labels)))
    return [tally.labels.index(ask.label)] if ask.label in tally.labels else []


def _exact(tally: Tally, a: int, b: int, labels: list[int]) -> int:
    return sum(tally.confusion.get((a, b, x, x), 0) for x in labels)


def _bounds(tally: Tally, a: int, b: int, labels: list[int]) -> int:
    # Of one label, the label can be ignored or not: a unit stands once.
    if len(labels) < len(tally.labels):
        return _exact(tally, a, b, labels)
    return sum(tally.confusion.get((a, b, x, y), 0) for x in labels for y in labels)


def _overlap(tally: Tally, a: int, b: int, labels: list[int]) -> int:
    return sum(tally.overlap.get((a, b, x), 0) for x in labels)


def _overlap_any(tally: Tally, a: int, b: int, labels: list[int]) -> int:
    if len(labels) < len(tally.labels):
        return _overlap(tally, a, b, labels)
    return tally.overlap_any.get((a, b), 0)


def _half(tally: Tally, a: int, b: int, labels: list[int]) -> int:
    return sum(tally.half.get((a, b, x), 0) for x in labels)


def _share(tally: Tally, a: int, b: int, labels: list[int]) -> int:
    return sum(tally.share.get((a, b, x), 0) for x in labels)


def _span_counts(hits: Hits) -> Callable[[Tally, Ask], Counts]:
    def counts(tally: Tally, ask: Ask) -> Counts:
        found: Counts = {}
        labels = places(tally, ask)
        for a, b in pairs(tally, ask):
            who = (tally.annotators[a], tally.annotators[b])
            found[who, "n"] = sum(
                tally.spans.get((one, x), 0) for one in (a, b) for x in labels
            )
            found[who, "hit"] = hits(tally, a, b, labels)
        return found

    return counts


def _char_counts(tally: Tally, ask: Ask) -> Counts:
    """Of characters: one that has two labels counts for both."""
    found: Counts = {}
    width = len(tally.labels)
    wanted = sum(1 << x for x in places(tally, ask))
    among = members(tally, ask)
    marked = dict.fromkeys(among, 0)
    both = dict.fromkeys(pairs(tally, ask), 0)
    for state, size in tally.profile.items():
        sets = [(a, state >> a * width & wanted) for a in among]
        sets = [(a, labels) for a, labels in sets if labels]
        for i, (a, ours) in enumerate(sets):
            marked[a] += size * ours.bit_count()
            for b, theirs in sets[i + 1 :]:
                both[a, b] += size * (ours & theirs).bit_count()
    for (a, b), size in both.items():
        who = (tally.annotators[a], tally.annotators[b])
        found[who, "n"] = marked[a] + marked[b]
        found[who, "hit"] = size
    return found


def _by_pair(counts: Mapping[Any, int]) -> Iterator[tuple[int, int]]:
    """Hits and units of each pair that marked anything."""
    known = False
    some = False
    for (who, what), number in sorted(counts.items()):
        if what == "n":
            known = True
            if number:
                some = True
                yield counts.get((who, "hit"), 0), number
    if not some:
        raise Undefined(EMPTY if known else NOBODY)


def _mean(part: int) -> Callable[[Mapping[Any, int], Ask], float]:
    def value(counts: Mapping[Any, int], ask: Ask) -> float:
        return fmean(2 * hit / (number * part) for hit, number in _by_pair(counts))

    return value


def _pooled(part: int) -> Callable[[Mapping[Any, int], Ask], float]:
    def value(counts: Mapping[Any, int], ask: Ask) -> float:
        found = list(_by_pair(counts))
        hits, number = sum(f[0] for f in found), sum(f[1] for f in found)
        return 2 * hits / (number * part)

    return value


_F1 = [
    ("f1_exact", "equal borders and label", _span_counts(_exact), 1),
    ("f1_bounds", "equal borders, whatever the label", _span_counts(_bounds), 1),
    ("f1_overlap", "one shared character and equal label", _span_counts(_overlap), 1),
    ("f1_overlap_any", "one shared character", _span_counts(_overlap_any), 1),
    ("f1_iou50", "half of the characters shared, equal label", _span_counts(_half), 1),
    (
        "f1_soft",
        "as much of a hit as characters are shared, equal label",
        _span_counts(_share),
        PARTS,
    ),
    ("f1_char", "every character and label by itself", _char_counts, 1),
]


# --- where the borders differ ---------------------------------------------------------


def _distance_counts(which: str) -> Callable[[Tally, Ask], Counts]:
    def counts(tally: Tally, ask: Ask) -> Counts:
        found: Counts = {}
        wanted = set(pairs(tally, ask))
        labels = set(places(tally, ask))
        for (a, b, x, distance), number in getattr(tally, which).items():
            if (a, b) in wanted and x in labels:
                found[distance] = found.get(distance, 0) + number
        return found

    return counts


_NO_MATCH = "no two units of a label share a character"


def _equal(counts: Mapping[Any, int], ask: Ask) -> float:
    return ratio(counts.get(0, 0), sum(counts.values()), _NO_MATCH)


def _median(counts: Mapping[Any, int], ask: Ask) -> float:
    total = sum(counts.values())
    return (_ranked(counts, (total + 1) // 2) + _ranked(counts, total // 2 + 1)) / 2


def _ninetieth(counts: Mapping[Any, int], ask: Ask) -> float:
    return _ranked(counts, -(-9 * sum(counts.values()) // 10))


def _ranked(counts: Mapping[Any, int], rank: int) -> float:
    """The distance at `rank`, from 1, of all in order."""
    for distance, number in sorted(counts.items()):
        rank -= number
        if number and rank <= 0:
            return float(distance)
    raise Undefined(_NO_MATCH)


_BORDERS = [
    Measure(
        f"{which}_{name}",
        f"{meaning} {which}s of matched units{unit}",
        _distance_counts(f"{which}s"),
        value,
    )
    for which in ("start", "end")
    for name, meaning, unit, value in (
        ("same", "share of equal", "", _equal),
        ("median", "median distance of the", ", in characters", _median),
        (
            "p90",
            "90th percentile of the distance of the",
            ", in characters",
            _ninetieth,
        ),
    )
]

MEASURES = [
    *(
        Measure(
            name, f"F1, a hit being {meaning}; mean of the pairs", counts, _mean(part)
        )
        for name, meaning, counts, part in _F1
    ),
    *(
        Measure(
            f"{name}_micro",
            f"F1, a hit being {meaning}; all pairs pooled",
            counts,
            _pooled(part),
        )
        for name, meaning, counts, part in _F1
    ),
    *_BORDERS,
]
