"""Intervals by resampling documents, which are independent; the units of one are not.

The counts of a document are packed into one whole number, a field for each, so that the
counts of a resample are a single sum.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from random import Random
from typing import Any

from workbench.agreement.measure import Counts
from workbench.agreement.model import Undefined

#: With fewer documents than this, an interval says little.
FEW = 10


class Resamples:
    """Which of `size` documents each of `number` resamples draws, always the same."""

    def __init__(self, size: int, number: int, seed: int) -> None:
        rng = Random(seed)
        places = range(size)
        self.size = size
        self._draws = [itemgetter(*rng.choices(places, k=size)) for _ in range(number)]

    def interval(
        self, parts: Sequence[Counts], value: Callable[[Mapping[Any, int]], float]
    ) -> tuple[tuple[float, float], int]:
        """The 2.5th and 97.5th percentile of `value`, and how many resamples had none.

        `parts` are the counts of each document; their order does not matter.

        :raises Undefined: no resample has a value.
        """
        keys = sorted({key for part in parts for key in part}, key=repr)
        most = max((n for part in parts for n in part.values()), default=0)
        size = max(1, (most * len(parts)).bit_length() + 7 >> 3)
        # In an order of what they hold, so that no name plays a part.
        ordered = sorted(
            (sorted(part.values()), _packed(part, keys, size)) for part in parts
        )
        packed = [number for _, number in ordered]
        found: list[float] = []
        for draw in self._draws:
            raw = sum(draw(packed)).to_bytes(size * (len(keys) + 1), "little")
            counts = {
                key: number
                for i, key in enumerate(keys)
                if (number := int.from_bytes(raw[i * size : (i + 1) * size], "little"))
            }
            try:
                found.append(value(counts))
            except Undefined:
                continue
        if not found:
            raise Undefined("no resample of the documents has a value")
        found.sort()
        low, high = _percentile(found, 0.025), _percentile(found, 0.975)
        return (low, high), len(self._draws) - len(found)


def _packed(part: Counts, keys: Sequence[Any], size: int) -> int:
    raw = b"".join(part.get(key, 0).to_bytes(size, "little") for key in keys)
    return int.from_bytes(raw, "little")


def _percentile(ordered: Sequence[float], share: float) -> float:
    """Between the two values that stand nearest, as far as it lies between them."""
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)
