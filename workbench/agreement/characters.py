"""Agreement beyond chance, character by character: alpha, kappa and Fleiss' kappa.

The value that an annotator gives a character is the set of labels on it; with a label,
whether that label is on it; "binary", whether any is. Krippendorff 2004 and 2011; Cohen
1960, with Light's mean over the pairs; Fleiss 1971.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from statistics import fmean
from typing import Any

from workbench.agreement.measure import (
    NOBODY,
    SAME,
    Ask,
    Counts,
    Measure,
    members,
    pairs,
    ratio,
)
from workbench.agreement.model import Undefined
from workbench.agreement.tally import Tally


class _Said(dict[int, tuple[object, ...]]):
    """What the annotators `among` say of a character, by its state.

    It is found out once: most states occur in most documents.
    """

    def __init__(
        self,
        labels: tuple[str, ...],
        among: tuple[int, ...],
        label: str | None,
        binary: bool,
    ) -> None:
        self._labels, self._among = labels, among
        self._binary = binary
        self._wanted = (1 << len(labels)) - 1
        if label is not None:
            self._binary = True
            self._wanted = 1 << labels.index(label) if label in labels else 0

    def __missing__(self, state: int) -> tuple[object, ...]:
        width = len(self._labels)
        found = tuple(
            self._value(state >> a * width & self._wanted) for a in self._among
        )
        self[state] = found
        return found

    def _value(self, bits: int) -> object:
        if self._binary:
            return bool(bits)
        return tuple(n for x, n in enumerate(self._labels) if bits >> x & 1)


_said = lru_cache(128)(_Said)


def _read(
    tally: Tally,
    ask: Ask,
    binary: bool,
    among: tuple[int, ...],
    states: Mapping[int, int],
) -> dict[tuple[object, ...], int]:
    """How often each combination of the annotators' values occurs."""
    said = _said(tally.labels, among, ask.label, binary)
    found: dict[tuple[object, ...], int] = {}
    for state, size in states.items():
        values = said[state]
        found[values] = found.get(values, 0) + size
    return found


@lru_cache(1 << 14)
def coincidences(values: tuple[object, ...]) -> tuple[tuple[Any, int], ...]:
    """How often each value of a unit occurs, and the ordered pairs of unlike ones."""
    many = len(values)
    number: dict[object, int] = {}
    for value in values:
        number[value] = number.get(value, 0) + 1
    each = tuple((("n", value), n) for value, n in number.items())
    if len(number) == 1:
        return each
    unlike = many * many - sum(n * n for n in number.values())
    return (*each, (("unlike", many), unlike))


def coincident(units: Iterable[tuple[tuple[object, ...], int]]) -> Counts:
    """The coincidences of units, given as their values and how often they occur."""
    found: Counts = {}
    for values, times in units:
        for key, number in coincidences(values):
            found[key] = found.get(key, 0) + times * number
    return found


def _alpha_counts(
    binary: bool = False, states: str = "profile"
) -> Callable[[Tally, Ask], Counts]:
    def counts(tally: Tally, ask: Ask) -> Counts:
        among = members(tally, ask)
        if not among:
            return {}
        read = _read(tally, ask, binary, among, getattr(tally, states))
        return coincident(read.items())

    return counts


def numbers(counts: Mapping[Any, int]) -> dict[Any, int]:
    """How often each value occurs."""
    return {key[1]: n for key, n in counts.items() if key[0] == "n"}


def unlike(counts: Mapping[Any, int]) -> float:
    """The pairs of unlike values, each unit weighed by its number of values less 1."""
    found = sorted((key[1], n) for key, n in counts.items() if key[0] == "unlike")
    return sum((number / (many - 1) for many, number in found), 0.0)


def nominal(counts: Mapping[Any, int], ask: Ask) -> float:
    """Krippendorff's alpha of nominal values."""
    each = numbers(counts).values()
    total = sum(each)
    if not total:
        raise Undefined(NOBODY)
    chance = total * total - sum(n * n for n in each)
    return 1 - ratio((total - 1) * unlike(counts), chance, SAME)


def _pair_counts(tally: Tally, ask: Ask) -> Counts:
    """As for alpha, but with each pair of unlike label sets by itself."""
    found: Counts = {}
    among = members(tally, ask)
    if not among:
        return found
    read = _read(tally, ask, False, among, tally.profile)
    for values, size in read.items():
        many = len(values)
        for i, value in enumerate(values):
            found["n", value] = found.get(("n", value), 0) + size
            for other in values[:i]:
                if other != value:
                    one, two = sorted((value, other))  # type: ignore[type-var]
                    key = ("pair", many, one, two)
                    found[key] = found.get(key, 0) + 2 * size
    return found


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """1 less the share of labels that two sets have in common."""
    both = len(set(one) & set(other))
    return 1 - both / (len(one) + len(other) - both)


def _jaccard(counts: Mapping[Any, int], ask: Ask) -> float:
    each = numbers(counts)
    total = sum(each.values())
    if not total:
        raise Undefined(NOBODY)
    observed = sum(
        size * _apart(key[2], key[3]) / (key[1] - 1)
        for key, size in sorted((k, s) for k, s in counts.items() if k[0] == "pair")
    )
    values = sorted(each)
    chance = 2 * sum(
        each[one] * each[other] * _apart(one, other)
        for i, one in enumerate(values)
        for other in values[:i]
    )
    return 1 - ratio((total - 1) * observed, chance, SAME)


def _fleiss_counts(binary: bool) -> Callable[[Tally, Ask], Counts]:
    alpha = _alpha_counts(binary)

    def counts(tally: Tally, ask: Ask) -> Counts:
        found = alpha(tally, ask)
        if found:
            found["m", len(members(tally, ask))] = sum(tally.profile.values())
        return found

    return counts


def _fleiss(counts: Mapping[Any, int], ask: Ask) -> float:
    each = numbers(counts).values()
    total = sum(each)
    if not total:
        raise Undefined(NOBODY)
    if sum(1 for key in counts if key[0] == "m") > 1:
        raise Undefined(
            "documents were finished by different numbers of annotators: use alpha"
        )
    chance = total * total - sum(n * n for n in each)
    return 1 - ratio(total * unlike(counts), chance, SAME)


# --- Cohen's kappa --------------------------------------------------------------------


def _kappa_counts(binary: bool) -> Callable[[Tally, Ask], Counts]:
    def counts(tally: Tally, ask: Ask) -> Counts:
        found: Counts = {}
        for a, b in pairs(tally, ask):
            who = (tally.annotators[a], tally.annotators[b])
            read = _read(tally, ask, binary, (a, b), tally.profile)
            for (ours, theirs), size in read.items():
                for side, one in enumerate((ours, theirs)):
                    key = (who, side, one)
                    found[key] = found.get(key, 0) + size
                if ours == theirs:
                    found[who, "same"] = found.get((who, "same"), 0) + size
        return found

    return counts


def _tables(counts: Mapping[Any, int]) -> list[tuple[int, int, float]]:
    """Of each pair: characters, those of equal value, and how many chance expects."""
    sides: dict[Any, tuple[dict[Any, int], dict[Any, int]]] = {}
    for key, size in counts.items():
        if len(key) == 3:
            sides.setdefault(key[0], ({}, {}))[key[1]][key[2]] = size
    found = []
    for who in sorted(sides):
        ours, theirs = sides[who]
        total = sum(ours.values())
        if total:
            met = sum(n * theirs.get(value, 0) for value, n in ours.items())
            found.append((total, counts.get((who, "same"), 0), met / total))
    if not found:
        raise Undefined(NOBODY)
    return found


def _kappa(counts: Mapping[Any, int], ask: Ask) -> float:
    values = [
        (same - chance) / (total - chance)
        for total, same, chance in _tables(counts)
        if chance < total
    ]
    if not values:
        raise Undefined(SAME)
    return fmean(values)


def _kappa_micro(counts: Mapping[Any, int], ask: Ask) -> float:
    """Each pair's chance from its own margins, so that no side has to be the first."""
    found = _tables(counts)
    same, chance = sum(f[1] for f in found), sum(f[2] for f in found)
    return ratio(same - chance, sum(f[0] for f in found) - chance, SAME)


_VALUES = (("", "the set of labels", False), ("_binary", "marked or not", True))

MEASURES = [
    *(
        Measure(
            f"alpha_char{name}",
            f"Krippendorff's alpha over characters, the value being {meaning}",
            _alpha_counts(binary),
            nominal,
        )
        for name, meaning, binary in _VALUES
    ),
    Measure(
        "alpha_char_jaccard",
        "Krippendorff's alpha over characters, label sets being as far apart as the "
        "share of labels they do not have in common",
        _pair_counts,
        _jaccard,
        limits=frozenset({"pair"}),
    ),
    *(
        Measure(
            f"kappa_char{name}",
            f"Cohen's kappa over characters, the value being {meaning}; mean of the "
            "pairs",
            _kappa_counts(binary),
            _kappa,
        )
        for name, meaning, binary in _VALUES
    ),
    *(
        Measure(
            f"kappa_char{name}_micro",
            f"Cohen's kappa over characters, the value being {meaning}; all pairs "
            "pooled",
            _kappa_counts(binary),
            _kappa_micro,
        )
        for name, meaning, binary in _VALUES
    ),
    *(
        Measure(
            f"fleiss_char{name}",
            f"Fleiss' kappa over characters, the value being {meaning}",
            _fleiss_counts(binary),
            _fleiss,
        )
        for name, meaning, binary in _VALUES
    ),
    Measure(
        "alpha_doc",
        "Krippendorff's alpha over documents, on whether the label occurs at all",
        _alpha_counts(True, "presence"),
        nominal,
    ),
]
