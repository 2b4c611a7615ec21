"""Krippendorff's unitizing alphas: do annotators cut the text into the same units?

Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity; not the coefficient
of 1995, which behaves otherwise with more than two annotators. Where not everybody
finished every document, a document's pairs are weighed by its annotators less 1; with
everybody everywhere this is the paper's own.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from workbench.agreement.measure import (
    EMPTY,
    NOBODY,
    SAME,
    Ask,
    Counts,
    Measure,
    members,
)
from workbench.agreement.model import Undefined
from workbench.agreement.tally import Tally

#: The category of what is not marked.
GAP = ""
_STACKED = (
    "an annotator's units overlap, and these measures know one label a character: "
    "ask for one label, or for u_alpha_layered"
)


def _bump(counts: Counts, key: object, number: int) -> None:
    counts[key] = counts.get(key, 0) + number


def _sizes(tally: Tally, among: tuple[int, ...], found: Counts) -> None:
    _bump(found, ("size", len(among)), sum(tally.profile.values()))


def _counts(tally: Tally, ask: Ask) -> Counts:
    """What all categories together need; labels are told from GAP by a prefix."""
    found: Counts = {}
    among = members(tally, ask)
    if not among:
        return found
    if any(tally.stacked.get(a) for a in among):
        return {("stacked",): 1}
    many, width = len(among), len(tally.labels)
    full = (1 << width) - 1
    name = {1 << x: f"+{label}" for x, label in enumerate(tally.labels)} | {0: GAP}
    _sizes(tally, among, found)
    for state, size in tally.profile.items():
        number: dict[str, int] = {}
        for a in among:
            category = name[state >> a * width & full]
            number[category] = number.get(category, 0) + 1
        marked = many - number.get(GAP, 0)
        for category, n in number.items():
            _bump(found, ("all", category), n * size)
            _bump(found, ("same", many, category), n * (n - 1) * size)
            if category:
                _bump(found, ("marked", many, category), n * (marked - 1) * size)
    for (a, x), square in tally.squares.items():
        if a in among:
            _bump(found, ("square", f"+{tally.labels[x]}"), square)
    for (a, b, x), square in tally.reach.items():
        if a in among and b in among:
            _bump(found, ("reach", many, f"+{tally.labels[x]}"), square)
    return found


def _weighed(counts: Mapping[Any, int], what: str) -> dict[str, Fraction]:
    """Sums by category, each part divided by its number of annotators less 1."""
    found: dict[str, Fraction] = {}
    for key, number in sorted(counts.items()):
        if key[0] == what:
            found[key[2]] = found.get(key[2], Fraction()) + Fraction(number, key[1] - 1)
    return found


def _plain(counts: Mapping[Any, int], what: str) -> dict[Any, int]:
    return {key[1]: number for key, number in counts.items() if key[0] == what}


def _part(top: Fraction | int, bottom: Fraction | int, why: str) -> Fraction:
    """`top / bottom`, exact: a denominator that is nearly 0 must not pass for one.

    :raises Undefined: `bottom` is 0; for the reason `why`.
    """
    if not bottom:
        raise Undefined(why)
    return Fraction(top) / Fraction(bottom)


def _checked(counts: Mapping[Any, int]) -> None:
    if counts.get(("stacked",)):
        raise Undefined(_STACKED)
    if not any(key[0] == "size" for key in counts):
        raise Undefined(NOBODY)


def _u_alpha(counts: Mapping[Any, int], ask: Ask) -> float:
    if ask.label is not None:
        return _layered(counts, ask)
    _checked(counts)
    each, same = _plain(counts, "all"), _weighed(counts, "same")
    squares = _plain(counts, "square") | {GAP: each.get(GAP, 0)}
    total = sum(each.values())
    free = total - _part(sum(squares.values()), total, NOBODY)
    chance = sum(each[c] ** 2 - squares.get(c, 0) for c in each)
    expected = total - _part(chance, free, SAME)
    return float(1 - _part(total - sum(same.values()), expected, SAME))


def _u_binary(counts: Mapping[Any, int], ask: Ask) -> float:
    _checked(counts)
    each, same = _plain(counts, "all"), _weighed(counts, "same")
    gap = each.get(GAP, 0)
    total = sum(each.values())
    square = sum(_plain(counts, "square").values()) + gap
    free = total - _part(square, total, NOBODY)
    expected = _part(gap * (total - gap), free, SAME)
    return float(1 - _part(gap - same.get(GAP, Fraction()), expected, SAME))


def _coding(
    counts: Mapping[Any, int],
) -> tuple[dict[str, Fraction], dict[str, Fraction], dict[str, Fraction], Fraction]:
    """Of what two marked: sums, agreement and squares by label, and what is free."""
    _checked(counts)
    marked = {c: n for c, n in _weighed(counts, "marked").items() if n}
    same, squares = _weighed(counts, "same"), _weighed(counts, "reach")
    total = sum(marked.values())
    why = "no two annotators marked the same characters"
    return marked, same, squares, total - _part(sum(squares.values()), total, why)


def _cu_alpha(counts: Mapping[Any, int], ask: Ask) -> float:
    marked, same, squares, free = _coding(counts)
    total = sum(marked.values())
    agreed = sum(same.get(c, Fraction()) for c in marked)
    chance = sum(n * n - squares.get(c, Fraction()) for c, n in marked.items())
    return float(1 - _part(total - agreed, total - _part(chance, free, SAME), SAME))


def _ku_alpha(counts: Mapping[Any, int], ask: Ask) -> float:
    marked, same, squares, free = _coding(counts)
    label = f"+{ask.label}"
    total, mine = sum(marked.values()), marked.get(label, Fraction())
    if not mine:
        raise Undefined("nobody marked characters of this label that another marked")
    square = squares.get(label, Fraction())
    row = _part(mine * total - square, free, SAME)
    diagonal = _part(mine * mine - square, free, SAME)
    apart = mine - same.get(label, Fraction())
    return float(1 - _part(row / mine * apart, row - diagonal, SAME))


# --- layer by layer -------------------------------------------------------------------


def _layer_counts(tally: Tally, ask: Ask) -> Counts:
    """One layer a label; units of a layer that overlap are one."""
    found: Counts = {}
    among = members(tally, ask)
    if not among:
        return found
    many, width = len(among), len(tally.labels)
    _sizes(tally, among, found)
    wanted = [
        (x, label) for x, label in enumerate(tally.labels) if ask.label in (None, label)
    ]
    for state, size in tally.profile.items():
        if not state:
            continue
        for x, label in wanted:
            n = sum((state >> a * width + x) & 1 for a in among)
            if n:
                _bump(found, ("all", label), n * size)
            if 0 < n < many:
                _bump(found, ("unlike", many, label), 2 * n * (many - n) * size)
    for (a, x), square in tally.squares.items():
        if a in among and ask.label in (None, tally.labels[x]):
            _bump(found, ("square", tally.labels[x]), square)
    return found


def _layered(counts: Mapping[Any, int], ask: Ask) -> float:
    sizes = _plain(counts, "size")
    total = sum(many * size for many, size in sizes.items())
    if not total:
        raise Undefined(NOBODY)
    unlike, squares = _weighed(counts, "unlike"), _plain(counts, "square")
    observed = expected = Fraction()
    for label, marked in sorted(_plain(counts, "all").items()):
        gap, square = total - marked, squares.get(label, 0)
        free = total - Fraction(square + gap, total)
        if marked and free:
            observed += unlike.get(label, Fraction())
            expected += total - (marked**2 - square + gap**2 - gap) / free
    if not any(_plain(counts, "all").values()):
        raise Undefined(EMPTY)
    return float(1 - _part(observed, expected, SAME))


def _u_counts(tally: Tally, ask: Ask) -> Counts:
    return _counts(tally, ask) if ask.label is None else _layer_counts(tally, ask)


_PAIR = frozenset({"pair"})

MEASURES = [
    Measure("u_alpha", "unitizing alpha: borders and labels", _u_counts, _u_alpha),
    Measure(
        "u_alpha_binary",
        "unitizing alpha: marked or not, whatever the label",
        _counts,
        _u_binary,
        limits=_PAIR,
    ),
    Measure(
        "cu_alpha",
        "unitizing alpha: labels, where two annotators marked",
        _counts,
        _cu_alpha,
        limits=_PAIR,
    ),
    Measure(
        "ku_alpha",
        "unitizing alpha: one label, where two annotators marked",
        _counts,
        _ku_alpha,
        needs=frozenset({"label"}),
    ),
    Measure(
        "u_alpha_layered",
        "unitizing alpha of all labels, one layer each, which may overlap",
        _layer_counts,
        _layered,
        limits=_PAIR,
    ),
]
