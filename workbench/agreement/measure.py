"""What a measure is: counts that add up over documents, and a value made of their sum.

So a measure is the same for one document, for all, and for a resample of them.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from workbench.agreement.model import Undefined
from workbench.agreement.tally import Tally

#: What a measure counts; the keys are tuples of its own making.
Counts = dict[Any, int]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a name asks for, besides its measure."""

    label: str | None = None
    attribute: str | None = None
    pair: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure by its name, what it means, and what may be asked of it.

    `limits` are the parts of a name that it takes: label, attribute, pair; those of
    `needs` it cannot do without.
    """

    name: str
    meaning: str
    counts: Callable[[Tally, Ask], Counts]
    value: Callable[[Mapping[Any, int], Ask], float]
    limits: frozenset[str] = frozenset({"label", "pair"})
    needs: frozenset[str] = frozenset()


def add(into: Counts, counts: Mapping[Hashable, int]) -> None:
    """Add `counts` to `into`."""
    for key, number in counts.items():
        into[key] = into.get(key, 0) + number


def pairs(tally: Tally, ask: Ask) -> Iterator[tuple[int, int]]:
    """The pairs of annotators, by their places, or only the one that is asked for."""
    if ask.pair is None:
        yield from combinations(range(len(tally.annotators)), 2)
    else:
        among = members(tally, ask)
        if len(among) == 2:
            yield among[0], among[1]


def members(tally: Tally, ask: Ask) -> tuple[int, ...]:
    """The places of the annotators that are asked for; () where not both are there."""
    if ask.pair is None:
        found = list(range(len(tally.annotators)))
    else:
        found = sorted(
            tally.annotators.index(name)
            for name in ask.pair
            if name in tally.annotators
        )
    return tuple(found) if len(found) > 1 else ()


def ratio(top: float, bottom: float, why: str) -> float:
    """`top / bottom`.

    :raises Undefined: `bottom` is 0; for the reason `why`.
    """
    if not bottom:
        raise Undefined(why)
    return top / bottom


NOBODY = "no document was finished by two annotators"
EMPTY = "nothing was marked"
SAME = "there is no variation: every value is the same, so chance alone explains it"
