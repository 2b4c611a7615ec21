"""Summaries of documents, which can be made in parts and added.

`summary(a) + summary(b) == summary(a + b)`, whatever the order: all counts are whole.
"""

import hashlib
import json
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from workbench.agreement.model import AgreementError, Document, Unit
from workbench.agreement.tally import (
    PARTS_OF_TALLY,
    Clean,
    Tally,
    cleaned,
    fold,
    tally_of,
)

#: Documents that one process is given at a time.
_CHUNK = 50


@dataclass(slots=True)
class Summary:
    """All that the measures need of documents, by id; their text is not among it."""

    documents: dict[str, Tally] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    #: what is counted; a summary that `summary` makes has all
    parts: frozenset[str] = PARTS_OF_TALLY
    _folded: list[Tally] | None = field(default=None, compare=False, repr=False)

    def __add__(self, other: "Summary") -> "Summary":
        """Both together.

        :raises AgreementError: a document is in both.
        """
        if self.parts != other.parts:
            raise AgreementError(
                "Two summaries that count different things do not add."
            )
        both = self.documents.keys() & other.documents.keys()
        if both:
            raise AgreementError(_twice(min(both)))
        return Summary(
            self.documents | other.documents, self.digests | other.digests, self.parts
        )

    def add(self, document: Document) -> None:
        """Take `document` in.

        :raises AgreementError: a document of this id is here already.
        """
        if document.id in self.documents:
            raise AgreementError(_twice(document.id))
        clean = [
            cleaned(units, document.length)
            for _, units in sorted(document.annotators.items())
        ]
        self.documents[document.id] = tally_of(document, clean, self.parts)
        if self.parts == PARTS_OF_TALLY:
            self.digests[document.id] = _digest(document, clean)
        self._folded = None

    @property
    def folded(self) -> list[Tally]:
        """All tallies, in as few as can be."""
        if self._folded is None:
            self._folded = fold(self.documents.values())
        return self._folded

    @property
    def annotators(self) -> list[str]:
        """Everybody who finished a document, by name."""
        return sorted({name for tally in self.folded for name in tally.annotators})

    @property
    def labels(self) -> list[str]:
        """Every label that somebody used, by name."""
        return sorted({name for tally in self.folded for name in tally.labels})

    @property
    def attributes(self) -> list[str]:
        """Every attribute that two annotators gave a unit, by name."""
        return sorted({key[0] for tally in self.folded for key in tally.values})

    @property
    def sha256(self) -> str:
        """A hash of what was measured: the same data in another order has the same.

        Only a summary that counts everything has one.
        """
        lines = (f"{id} {self.digests[id]}\n" for id in sorted(self.digests))
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def _twice(id: str) -> str:
    return (
        f"Document {id!r} stands twice: give each document once, with all annotators."
    )


def _digest(document: Document, clean: Sequence[Clean]) -> str:
    told = [
        (name, sorted(kept), [kept[unit] for unit in sorted(kept)], dropped, doubled)
        for name, (kept, dropped, doubled) in zip(
            sorted(document.annotators), clean, strict=True
        )
    ]
    text = json.dumps([document.length, told], sort_keys=True, default=dict)
    return hashlib.sha256(text.encode()).hexdigest()


def summary(documents: Iterable[Document], *, jobs: int = 1) -> Summary:
    """The summary of `documents`, made by `jobs` processes.

    :raises AgreementError: two documents have one id.
    """
    if jobs < 2:
        return partial(documents, PARTS_OF_TALLY)
    whole = Summary()
    for part in _parts(documents, jobs):
        both = whole.documents.keys() & part.documents.keys()
        if both:
            raise AgreementError(_twice(min(both)))
        whole.documents |= part.documents
        whole.digests |= part.digests
    return whole


#: A document in plain tuples, which travel between processes five times as fast.
_Packed = tuple[str, int, dict[str, list[tuple[Any, ...]]], tuple[str, ...]]


def _packed(document: Document) -> _Packed:
    return (
        document.id,
        document.length,
        {
            name: [(unit.fragments, unit.label, unit.attributes) for unit in units]
            for name, units in document.annotators.items()
        },
        tuple(document.assigned),
    )


def partial(documents: Iterable[Document], parts: Collection[str]) -> Summary:
    """A summary that counts nothing but `parts`, for who asks for few measures.

    :raises AgreementError: two documents have one id.
    """
    made = Summary(parts=frozenset(parts))
    for document in documents:
        made.add(document)
    return made


def _of_packed(chunk: Sequence[_Packed]) -> Summary:
    return summary(
        Document(
            id,
            length,
            {name: [Unit(*unit) for unit in units] for name, units in people.items()},
            assigned,
        )
        for id, length, people, assigned in chunk
    )


def _parts(documents: Iterable[Document], jobs: int) -> Iterator[Summary]:
    """Summaries of chunks, in order; never many more chunks at once than processes."""
    chunks = iter(documents)
    waiting: deque[Future[Summary]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        while chunk := [_packed(one) for one in islice(chunks, _CHUNK)]:
            waiting.append(pool.submit(_of_packed, chunk))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
