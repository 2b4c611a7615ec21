"""Splits of a dataset: train, dev, test and the like, by article and for good."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class SplitError(ValueError):
    """The shares cannot be followed; the message says why."""


#: A share with more digits is a slip.
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Item:
    """An article to be put somewhere, with the claims that it carries."""

    id: str
    sha256: str
    claims: frozenset[str] = frozenset()


def shares(written: str) -> dict[str, int]:
    """The shares in "train=80,dev=10,test=10", in that order.

    :raises SplitError: it is not written so, or a name or share is of no use.
    """
    found: dict[str, int] = {}
    for part in written.split(","):
        name, equals, share = (piece.strip() for piece in part.partition("="))
        if not (equals and share.isascii() and share.isdigit()):
            raise SplitError(f"{part!r} is no share: write train=80,dev=10,test=10.")
        if len(share) > _DIGITS:
            raise SplitError(f"The share of {name!r} is too large: take percents.")
        if not (name.isascii() and name.replace("-", "").replace("_", "").isalnum()):
            raise SplitError(
                f"{name!r} is no name for a file: take letters and digits."
            )
        # Train and train are one file on many machines.
        if name.lower() in map(str.lower, found):
            raise SplitError(f"{name!r} stands twice.")
        found[name] = int(share)
    if not any(found.values()):
        raise SplitError("At least one share must be more than 0.")
    return found


def split(items: Sequence[Item], parts: Mapping[str, int], seed: int) -> dict[str, str]:
    """The part of each article, by its id.

    Articles with the same text, or with a claim in common, also by way of others, go
    into the same part. `items` come in the order in which they were added: the first of
    a group decides by a hash of its text and the seed, so that later ones move nothing.
    Only an article that joins two groups moves the younger one. The shares are those
    that hashes come to: close for many groups, not exact.
    """
    first: dict[str, int] = {}
    parent = list(range(len(items)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for place, item in enumerate(items):
        for tie in (f"text {item.sha256}", *(f"claim {c}" for c in item.claims)):
            a, b = root(first.setdefault(tie, place)), root(place)
            parent[max(a, b)] = min(a, b)
    return {
        item.id: _part(items[root(place)].sha256, parts, seed)
        for place, item in enumerate(items)
    }


def _part(sha256: str, parts: Mapping[str, int], seed: int) -> str:
    drawn = int(hashlib.sha256(f"{seed}:{sha256}".encode()).hexdigest(), 16)
    left = drawn * sum(parts.values()) >> 256
    for name, share in parts.items():
        if left < share:
            return name
        left -= share
    raise SplitError("At least one share must be more than 0.")
