"""One text, one article: what several files say of a text must not differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.dataset import AnnotationSet
from workbench.files.found import FileProblem, Piece


@dataclass(slots=True)
class _Known:
    """What has been read of a text so far; hashes, so that a long file costs little."""

    id: str
    where: str
    explicit: bool
    given: dict[str, int]
    sets: dict[tuple[str, str], int]


def _hash(set_: AnnotationSet) -> int:
    """A hash of all that a set says, in whatever order it says it.

    Made of each set that is read, though few stand twice, so it must be quick.
    """
    return hash(
        (
            set_.status,
            set_.guideline,
            frozenset(set_.none),
            frozenset(
                (
                    a.id,
                    a.label,
                    a.fragments,
                    # 1 and 1.0 are equal, and are not written alike.
                    repr(sorted(a.attributes.items())),
                    a.note,
                    a.unsure,
                )
                for a in set_.annotations
            ),
            frozenset((r.id, r.type, r.source, r.target) for r in set_.relations),
        )
    )


class Once:
    """Sees to it that an id names one text, and that one text is one article."""

    def __init__(self) -> None:
        self._texts: dict[str, _Known] = {}
        self._ids: dict[str, str] = {}

    def clashes(self, piece: Piece) -> Iterator[FileProblem]:
        """What `piece` says otherwise than the pieces before it."""
        given = {name: hash(piece.given[name]) for name in piece.given}
        sets = {(s.kind, s.annotator): _hash(s) for s in piece.sets}
        explicit = "id" in given
        known = self._texts.get(piece.sha256)
        if known is None:
            known = _Known(piece.id, piece.where, explicit, given, sets)
            self._texts[piece.sha256] = known
            yield from self._claim_id(known, piece)
            return
        for name in sorted(given.keys() & known.given.keys()):
            if given[name] != known.given[name]:
                yield piece.problem(
                    name,
                    f"{piece.given[name]!r} differs from the {name} of the same text "
                    f"at {known.where}.",
                )
        for kind, annotator in sorted(sets.keys() & known.sets.keys()):
            if sets[kind, annotator] != known.sets[kind, annotator]:
                yield piece.problem(
                    "annotation_sets",
                    f"The {kind} set of {annotator!r} differs from that of the same "
                    f"text at {known.where}.",
                )
        known.given = {**given, **known.given}
        known.sets = {**sets, **known.sets}
        if explicit and not known.explicit:
            del self._ids[known.id]
            known.id, known.explicit = piece.id, True
            yield from self._claim_id(known, piece)

    def _claim_id(self, known: _Known, piece: Piece) -> Iterator[FileProblem]:
        owner = self._texts[self._ids.setdefault(known.id, piece.sha256)]
        if owner is not known:
            yield piece.problem(
                "id",
                f"{known.id!r} is also the id of another text, at {owner.where}: "
                "give one of them another id.",
            )
