"""What agreement is measured on: documents, and what each annotator marked in them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

Fragment = tuple[int, int]
Value = str | int | float


@dataclass(frozen=True, slots=True)
class Unit:
    """A label on one or more fragments [start, end), in code points, with attributes.

    However many fragments it has, it is one unit.
    """

    fragments: Sequence[Fragment]
    label: str
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A text of `length` code points and the units of everybody who *finished* it.

    Whoever finished it and found nothing has an empty list; whoever has not finished is
    absent, and counts in no measure. `assigned` may name all who were to label it: only
    the coverage of a report reads it.
    """

    id: str
    length: int
    annotators: Mapping[str, Sequence[Unit]]
    assigned: Collection[str] = ()


class AgreementError(ValueError):
    """What was asked cannot be answered for these documents; the message says why."""


class Undefined(Exception):  # noqa: N818 - a value may be undefined and nothing wrong
    """A measure has no value here; the message says why, as half a sentence."""
