"""The cases behind the numbers: the places of a document where annotators differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.agreement.model import Document, Unit
from workbench.agreement.tally import cleaned, joined_up

#: What a case is about; the first that fits.
KINDS = {
    "missed": "only some marked it",
    "label": "marked under different labels",
    "pieces": "one unit here, several there",
    "borders": "different borders",
    "attributes": "the same unit, other attributes",
}


@dataclass(frozen=True, slots=True)
class Case:
    """Units that belong together and differ: who marked what; () marked nothing."""

    document: str
    kind: str
    start: int
    end: int
    said: dict[str, tuple[Unit, ...]]


def disagreements(document: Document) -> Iterator[Case]:
    """The cases of one document, in the order of the text; of one annotator, none.

    Units belong together that share a character and a label, or have the same bounds.
    """
    if len(document.annotators) < 2:
        return
    found: list[tuple[str, Unit]] = []
    for name in sorted(document.annotators):
        kept, _, _ = cleaned(document.annotators[name], document.length)
        found += [(name, Unit(b, label, told)) for (b, label), told in kept.items()]
    cases = []
    for group in _together(found):
        said = {
            name: tuple(
                sorted(
                    (found[n][1] for n in group if found[n][0] == name),
                    key=lambda unit: (tuple(unit.fragments), unit.label),
                )
            )
            for name in sorted(document.annotators)
        }
        kind = _kind(said)
        if kind is not None:
            spans = [f for n in group for f in found[n][1].fragments]
            start, end = min(s for s, _ in spans), max(e for _, e in spans)
            cases.append(Case(document.id, kind, start, end, said))
    yield from sorted(cases, key=lambda case: (case.start, case.end, case.kind))


def _together(found: list[tuple[str, Unit]]) -> list[list[int]]:
    """Places of units in groups, joined along everything that makes two belong."""
    group = list(range(len(found)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = number = group[group[number]]
        return number

    pieces = sorted(
        (start, end, number)
        for number, (_, unit) in enumerate(found)
        for start, end in joined_up(unit.fragments)
    )
    active: list[tuple[int, int]] = []
    for start, end, number in pieces:
        active = [piece for piece in active if piece[0] > start]
        for _, other in active:
            one, two = found[number][1], found[other][1]
            if one.label == two.label or one.fragments == two.fragments:
                group[root(number)] = root(other)
        active.append((end, number))
    groups: dict[int, list[int]] = {}
    for number in range(len(found)):
        groups.setdefault(root(number), []).append(number)
    return list(groups.values())


def _kind(said: dict[str, tuple[Unit, ...]]) -> str | None:
    """What the case is about; None where nobody differs."""
    sides = list(said.values())
    if all(side == sides[0] for side in sides):
        return None
    shapes = [[(unit.fragments, unit.label) for unit in side] for side in sides]
    if all(shape == shapes[0] for shape in shapes):
        return "attributes"
    if not all(sides):
        return "missed"
    if len({frozenset(unit.label for unit in side) for side in sides}) > 1:
        return "label"
    return "pieces" if len({len(side) for side in sides}) > 1 else "borders"
