"""Overlapping annotations cut into flat runs, so that a line is drawn left to right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.spans import Annotation


@dataclass(frozen=True, slots=True)
class Piece:
    """One fragment of an annotation as the drawing needs it, in code points.

    `kind` tells what is no annotation: a *suggestion*, the same that is *looked* at,
    or a *region* without a label.
    """

    start: int
    end: int
    id: str
    label: str
    kind: str = "annotation"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch [start, end) of text that the same pieces cover, outermost first."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def pieces(annotations: Iterable[Annotation], kind: str = "annotation") -> list[Piece]:
    """Every fragment of the annotations, in text order."""
    found = (Piece(*f, a.id, a.label, kind) for a in annotations for f in a.fragments)
    return sorted(found, key=lambda p: (p.start, p.end, p.id))


def runs(start: int, end: int, pieces: Iterable[Piece]) -> Iterator[Run]:
    """The runs of [start, end) in order, without gaps; `pieces` in any order.

    Within a run the pieces stand outermost first: earlier start, then later end, then
    label and id, so that the drawing does not depend on the order of the input.
    """
    inside = sorted(
        (p for p in pieces if p.start < end and p.end > start),
        key=lambda p: (p.start, -p.end, p.label, p.id),
    )
    if not inside:
        if start < end:
            yield Run(start, end, ())
        return
    edges = sorted(
        {start, end}
        | {p.start for p in inside if p.start > start}
        | {p.end for p in inside if p.end < end}
    )
    open_pieces: list[Piece] = []
    coming = 0
    for left, right in pairwise(edges):
        open_pieces = [p for p in open_pieces if p.end > left]
        while coming < len(inside) and inside[coming].start <= left:
            open_pieces.append(inside[coming])
            coming += 1
        yield Run(left, right, tuple(open_pieces))
