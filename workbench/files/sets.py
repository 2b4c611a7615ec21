"""The annotators' files of a dataset folder, which refer to its articles."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from workbench.dataset import AnnotationSet, Problem, Record, read_set, set_problems
from workbench.files.found import FileProblem, Piece, placed
from workbench.files.links import Ends, Link, ends_of, links_of, unknown_claims
from workbench.schema import Contract, lines_of


class Sets:
    """The annotators' files of a dataset folder, brought together with its articles."""

    def __init__(
        self, contract: Contract, pieces: Mapping[str, Piece], claims: set[str]
    ) -> None:
        self.of: dict[str, list[AnnotationSet]] = {}
        self._contract, self._pieces, self._claims = contract, pieces, claims
        self._links: list[tuple[FileProblem, Link]] = []
        self._ends: Ends = {}
        self._places: dict[tuple[str, str, str], str] = {}

    def add(self, path: Path, text: str, record: object) -> Iterator[FileProblem]:
        """What is wrong in one annotator's file; its good sets are kept."""
        problems = self._contract.annotator_file_problems(record)
        if not isinstance(record, dict) or problems:
            yield from placed(str(path), text, problems)
            return
        links: list[Link] = []
        for i, set_ in enumerate(record["sets"]):
            whole = {"annotator": record["annotator"], "kind": record["kind"], **set_}
            wrong = list(self._set_problems(path, whole, f"sets/{i}"))
            problems += wrong
            if not wrong:
                links += links_of(whole, f"sets/{i}", None)
                self._keep(whole)
        yield from placed(str(path), text, problems)
        lines = lines_of(text, [link.path for link in links]) if links else {}
        for link in links:
            place = FileProblem(str(path), lines[link.path], link.path, "")
            self._links.append((place, link))

    def _set_problems(self, path: Path, set_: Record, at: str) -> Iterator[Problem]:
        piece = self._pieces.get(set_["article"])
        if piece is None:
            yield Problem(f"{at}/article", f"There is no article {set_['article']!r}.")
            return
        if set_["sha256"] != piece.sha256:
            yield Problem(
                f"{at}/sha256",
                f"The text of {piece.id!r} has the hash {piece.sha256}, not this one: "
                "it is not the text that was annotated.",
            )
            return
        who = (set_["kind"], set_["annotator"], piece.id)
        first = self._places.setdefault(who, f"{path.name}, {at}")
        if first != f"{path.name}, {at}":
            yield Problem(
                at, f"{who[1]!r} has a set of {piece.id!r} already, in {first}."
            )
        labels = self._contract.labels
        yield from set_problems(set_, piece.text, labels, at)
        yield from unknown_claims(set_, self._claims, labels, at)

    def _keep(self, set_: Record) -> None:
        self.of.setdefault(set_["article"], []).append(read_set(set_))
        self._ends |= ends_of({"id": set_["article"], "annotation_sets": [set_]})

    def broken_links(self) -> Iterator[FileProblem]:
        """The links into other articles that end nowhere; all sets must be there."""
        for place, link in self._links:
            problem = link.problem(self._ends, self._contract.labels)
            if problem:
                yield replace(place, message=problem.message)
