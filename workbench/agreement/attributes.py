"""Krippendorff's alpha of the attributes of units that two or more marked alike.

Of nominal, ordinal, interval and ratio values (Krippendorff 2004, chapter 11). Who left
an attribute out says nothing of it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.agreement.characters import coincident, nominal
from workbench.agreement.measure import SAME, Ask, Counts, Measure, members, ratio
from workbench.agreement.model import Undefined, Value
from workbench.agreement.tally import Tally

_NO_UNITS = "no unit got a value from two annotators"
_NO_NUMBERS = "a value is no number: only its nominal alpha means something"


def _said(tally: Tally, ask: Ask) -> list[tuple[tuple[Value, ...], int]]:
    """The values of each unit that two or more of those asked for gave."""
    among = set(members(tally, ask))
    found = []
    for (name, x, said), number in tally.values.items():
        if name == ask.attribute and ask.label in (None, tally.labels[x]):
            values = tuple(value for a, value in said if a in among)
            if len(values) > 1:
                found.append((values, number))
    return found


def _nominal_counts(tally: Tally, ask: Ask) -> Counts:
    return coincident(_said(tally, ask))


def _nominal(counts: Mapping[Any, int], ask: Ask) -> float:
    if not counts:
        raise Undefined(_NO_UNITS)
    return nominal(counts, ask)


def _number_counts(tally: Tally, ask: Ask) -> Counts:
    """How often each value occurs, and each pair of unlike ones in a unit."""
    found: Counts = {}
    for values, number in _said(tally, ask):
        if any(isinstance(value, str) for value in values):
            found[("text",)] = 1
            continue
        for i, value in enumerate(values):
            found["n", value] = found.get(("n", value), 0) + number
            for other in values[:i]:
                if other != value:
                    key = ("pair", len(values), *sorted((float(value), float(other))))
                    found[key] = found.get(key, 0) + 2 * number
    return found


Scale = Callable[[Mapping[float, int]], Callable[[float, float], float]]


def _interval(each: Mapping[float, int]) -> Callable[[float, float], float]:
    return lambda one, other: (one - other) ** 2


def _ordinal(each: Mapping[float, int]) -> Callable[[float, float], float]:
    """The distance of two values is that of their mean ranks."""
    rank, below = {}, 0
    for value in sorted(each):
        rank[value] = below + each[value] / 2
        below += each[value]
    return lambda one, other: (rank[one] - rank[other]) ** 2


def _ratio(each: Mapping[float, int]) -> Callable[[float, float], float]:
    if any(value < 0 for value in each):
        raise Undefined("a value is below 0, and a ratio has no meaning there")
    return lambda one, other: ((one - other) / (one + other)) ** 2


def _on(scale: Scale) -> Callable[[Mapping[Any, int], Ask], float]:
    def value(counts: Mapping[Any, int], ask: Ask) -> float:
        if counts.get(("text",)):
            raise Undefined(_NO_NUMBERS)
        each = {float(k[1]): n for k, n in counts.items() if k[0] == "n" and n}
        if not each:
            raise Undefined(_NO_UNITS)
        apart = scale(each)
        total = sum(each.values())
        observed = sum(
            size * apart(key[2], key[3]) / (key[1] - 1)
            for key, size in sorted((k, s) for k, s in counts.items() if k[0] == "pair")
            if size
        )
        values = sorted(each)
        chance = 2 * sum(
            each[one] * each[other] * apart(one, other)
            for i, one in enumerate(values)
            for other in values[:i]
        )
        return 1 - ratio((total - 1) * observed, chance, SAME)

    return value


def _unit_counts(tally: Tally, ask: Ask) -> Counts:
    return {"units": sum(number for _, number in _said(tally, ask))}


def _units(counts: Mapping[Any, int], ask: Ask) -> float:
    return counts.get("units", 0)


def _same_counts(tally: Tally, ask: Ask) -> Counts:
    found: Counts = {"same": 0, "units": 0}
    for values, number in _said(tally, ask):
        found["units"] += number
        found["same"] += number * (len(set(values)) == 1)
    return found


def _same(counts: Mapping[Any, int], ask: Ask) -> float:
    return ratio(counts.get("same", 0), counts.get("units", 0), _NO_UNITS)


_ALL = frozenset({"label", "pair", "attribute"})
_NEEDS = frozenset({"attribute"})
_READS = frozenset({"values"})

MEASURES = [
    Measure(
        f"attr_alpha_{level}",
        f"Krippendorff's alpha of an attribute, {level}, over units marked alike",
        counts,
        value,
        limits=_ALL,
        needs=_NEEDS,
        reads=_READS,
    )
    for level, counts, value in (
        ("nominal", _nominal_counts, _nominal),
        ("ordinal", _number_counts, _on(_ordinal)),
        ("interval", _number_counts, _on(_interval)),
        ("ratio", _number_counts, _on(_ratio)),
    )
] + [
    Measure(
        "attr_same",
        "share of units marked alike in which an attribute has one value for all",
        _same_counts,
        _same,
        limits=_ALL,
        needs=_NEEDS,
        reads=_READS,
    ),
    Measure(
        "attr_units",
        "units that two or more annotators marked alike and gave the attribute",
        _unit_counts,
        _units,
        limits=_ALL,
        needs=_NEEDS,
        reads=_READS,
    ),
]
