"""What models propose, in a .jsonl file: article records, or words with their context.

A simple record is an object with `label`, `quote` (a text, or a list of the texts of
several fragments), one of `article`, `sha256` and `url`, and where there are any
`prefix`, `suffix`, `attributes`, `annotator`, `rule`, `version` and `score`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.dataset import AnnotationSet, Problem, proof, set_record
from workbench.files.found import FileProblem
from workbench.schema import Contract, UnreadableError, parse
from workbench.spans import Annotation, Fragment, Origin, Relation, Value
from workbench.suggest.anchor import AnchorError, Wanted, anchor, shown
from workbench.suggest.suggesters import SUGGESTER, complete
from workbench.text import digest

#: What nothing from outside may be called: it would take the place of our own.
OURS = (
    f"Is {SUGGESTER!r}, the rules of the workbench: `workbench suggest` stores what "
    "they say without a file, and a model needs another name."
)

#: So much of a record's text around an annotation finds it again in another text.
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Proposal:
    """An annotation that a model proposes: the words, still to be found."""

    wanted: Wanted
    label: str
    attributes: Mapping[str, Value]
    origin: Origin
    #: Its id within `Proposals.relations`; "" where nothing links to it.
    id: str = ""


@dataclass(frozen=True, slots=True)
class Proposals:
    """What one line of a file proposes for one article, in the name of one model.

    Of `article` (an id), `sha256` (of its text) and `url` those that are told are set.
    """

    file: str
    line: int
    annotator: str
    proposed: tuple[Proposal, ...]
    article: str | None = None
    sha256: str | None = None
    url: str | None = None
    #: type, id and id of those that are linked
    relations: tuple[tuple[str, str, str], ...] = field(default=())


_SIMPLE: dict[str, Any] = {
    "type": "object",
    "required": ["label", "quote"],
    "additionalProperties": False,
    "properties": {
        "article": {"$ref": "#/$defs/article_id"},
        "sha256": {"$ref": "#/$defs/sha256"},
        "url": {"type": "string", "minLength": 1},
        "label": {"$ref": "#/$defs/label"},
        # That there are words is looked at afterwards, and told in one sentence.
        "quote": {
            "type": ["string", "array"],
            "minItems": 1,
            "items": {"type": "string"},
        },
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
        "attributes": {"type": "object"},
        "annotator": {"$ref": "#/$defs/name"},
        "rule": {"type": "string", "minLength": 1},
        "version": {"type": "string", "minLength": 1},
        "score": {"type": "number", "minimum": 0, "maximum": 1},
    },
}
#: An article record of which only the form is checked: whether its words stand where
#: it says is what the reader is to find out.
_RECORD: dict[str, Any] = {"$ref": "#/$defs/article"}
_MOST = 20


def read_proposals(
    path: Path, contract: Contract, annotator: str
) -> Iterator[Proposals | FileProblem]:
    """What each line of the .jsonl file `path` proposes, and everything amiss.

    `annotator` is the model's name where a simple record does not tell it. Sets of
    another kind than model are passed over. One line is held at a time.
    """
    reader = _Reader(path, contract, annotator)
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, 1):
                if raw.strip():
                    yield from reader.line(number, raw)
    except OSError as error:
        yield FileProblem(str(path), None, "", f"Cannot be read: {error.strerror}.")


class _Reader:
    def __init__(self, path: Path, contract: Contract, annotator: str) -> None:
        self.file, self.contract, self.annotator = str(path), contract, annotator
        self._simple = contract.check(_SIMPLE, _MOST)
        self._record = contract.check(_RECORD, _MOST)

    def line(self, number: int, raw: bytes) -> Iterator[Proposals | FileProblem]:
        """What the line `number` holds."""
        try:
            record = parse(raw.rstrip(), number)
        except UnreadableError as error:
            yield FileProblem(self.file, error.line, "", str(error))
            return
        is_article = isinstance(record, dict) and "annotation_sets" in record
        problems = (self._record if is_article else self._simple)(record)
        if not problems:
            find = self._set_problems if is_article else self._simple_problems
            problems = list(find(record))
        if problems:
            yield from (
                FileProblem(self.file, number, one.path, one.message)
                for one in problems
            )
        elif is_article:
            yield from self._of_article(number, record)
        else:
            yield self._of_simple(number, record)

    def _simple_problems(self, record: Mapping[str, Any]) -> Iterator[Problem]:
        if not record.keys() & {"article", "sha256", "url"}:
            yield Problem("", "Say which article it is: article, sha256 or url.")
        quote = record["quote"]
        if not all(map(str.strip, [quote] if isinstance(quote, str) else quote)):
            yield Problem("quote", "Is white space alone: give the words.")
        if "annotator" in record:
            yield from _name_problems(record["annotator"], "annotator")
        for one in self.contract.attribute_problems(
            record["label"], record.get("attributes", {})
        ):
            yield Problem(f"attributes/{one.path}".rstrip("/"), one.message)

    def _set_problems(self, record: Mapping[str, Any]) -> Iterator[Problem]:
        # The text may be another than ours, but must be the one that it says it is.
        if digest(record["text"]) != record["sha256"]:
            yield Problem("sha256", "Is not that of the text beside it.")
        if "proof" in record and record["proof"] != proof(record):
            yield Problem("proof", "Something in the record was changed afterwards.")
        names: set[tuple[str, str]] = set()
        for i, one in enumerate(record["annotation_sets"]):
            path = f"annotation_sets/{i}"
            name = (one["kind"], one["annotator"])
            if name in names:
                yield Problem(f"{path}/annotator", "Has two sets in this record.")
            names.add(name)
            if one["kind"] == "model":
                yield from _name_problems(one["annotator"], f"{path}/annotator")
            ids = Counter(each["id"] for each in one["annotations"])
            for id in sorted(id for id, n in ids.items() if n > 1):
                yield Problem(
                    f"{path}/annotations", f"{id!r} stands twice in this set."
                )

    def _of_simple(self, number: int, record: Mapping[str, Any]) -> Proposals:
        quote = record["quote"]
        parts = (quote,) if isinstance(quote, str) else tuple(quote)
        wanted = Wanted(parts, record.get("prefix", ""), record.get("suffix", ""))
        origin = _origin(record)
        proposal = Proposal(
            wanted, record["label"], record.get("attributes", {}), origin
        )
        return Proposals(
            self.file,
            number,
            record.get("annotator", self.annotator),
            (proposal,),
            record.get("article"),
            record.get("sha256"),
            record.get("url"),
        )

    def _of_article(
        self, number: int, record: Mapping[str, Any]
    ) -> Iterator[Proposals]:
        for set_ in record["annotation_sets"]:
            if set_["kind"] != "model":
                continue
            yield Proposals(
                self.file,
                number,
                set_["annotator"],
                tuple(_proposal(one, record["text"]) for one in set_["annotations"]),
                record["id"],
                record["sha256"],
                record.get("url"),
                tuple(_relations(set_["relations"])),
            )


def _name_problems(name: str, path: str) -> Iterator[Problem]:
    if name == SUGGESTER:
        yield Problem(path, OURS)
    if not name.strip():
        yield Problem(path, "Is white space alone: give a name.")


def _proposal(annotation: Mapping[str, Any], text: str) -> Proposal:
    """An annotation of a record, with what stands around it in the record's text."""
    fragments = tuple((start, end) for start, end in annotation["fragments"])
    parts = tuple(annotation["text"])
    prefix = suffix = ""
    if len(parts) == len(fragments) and all(
        text[start:end] == part
        for (start, end), part in zip(fragments, parts, strict=True)
    ):
        first, last = fragments[0][0], fragments[-1][1]
        prefix = text[max(0, first - _CONTEXT) : first]
        suffix = text[last : last + _CONTEXT]
    return Proposal(
        Wanted(parts, prefix, suffix, fragments),
        annotation["label"],
        annotation["attributes"],
        _origin(annotation.get("origin", {})),
        annotation["id"],
    )


def _origin(told: Mapping[str, Any]) -> Origin:
    return Origin(
        "suggested",
        (),
        rule=told.get("rule"),
        version=told.get("version"),
        score=told.get("score"),
    )


def _relations(records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """The links within the set; one into another article cannot be followed here."""
    for one in records:
        if "#" not in one["to"]:
            yield one["type"], one["from"], one["to"]


# --- in the text of an article --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Words that are not there, and what was taken for them."""

    file: str
    line: int
    label: str
    said: str
    stands: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: context: {self.label}: "
            f"{shown(self.said)} is not there; {shown(self.stands)} is taken for it."
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """The set that was made of proposals, how each of its annotations was found, and
    what has no place, with its line and the reason; `enclosed` is what stands between
    its prefix and suffix in nearly the words, for people to look at."""

    made: AnnotationSet
    how: Counter[str]
    lost: tuple[FileProblem, ...]
    enclosed: tuple[Enclosed, ...] = ()


def place(
    proposals: Sequence[Proposals], text: str, annotator: str, contract: Contract
) -> Placed:
    """What `proposals`, which are all for the article of this text, come to there.

    What is proposed twice for the same words is taken once. A set that would not pass
    the checks is not made: its problems are among what is lost.
    """
    how: Counter[str] = Counter()
    lost: list[FileProblem] = []
    enclosed: list[Enclosed] = []
    found: dict[tuple[str, tuple[Fragment, ...]], Annotation] = {}
    relations: list[Relation] = []
    for line in proposals:
        ids: dict[str, str] = {}
        for one in line.proposed:
            try:
                anchored = anchor(text, one.wanted)
            except AnchorError as error:
                kind = "ambiguous" if error.is_ambiguous else "lost"
                lost.append(
                    FileProblem(line.file, line.line, kind, f"{one.label}: {error}")
                )
                continue
            key = one.label, anchored.fragments
            if key not in found:
                how[anchored.how] += 1
                if anchored.how == "context":
                    [(start, end)], [said] = anchored.fragments, one.wanted.parts
                    stands = text[start:end]
                    enclosed.append(
                        Enclosed(line.file, line.line, one.label, said, stands)
                    )
                found[key] = Annotation(
                    f"{one.label[0]}{len(found) + 1}",
                    one.label,
                    anchored.fragments,
                    one.attributes,
                    origin=one.origin,
                )
            if one.id:
                ids[one.id] = found[key].id
        relations += [
            Relation(f"r{len(relations) + i}", type_, ids[source], ids[target])
            for i, (type_, source, target) in enumerate(
                (r for r in line.relations if r[1] in ids and r[2] in ids), 1
            )
        ]
    status = "submitted" if complete(found.values(), contract.labels) else "in_progress"
    made = AnnotationSet(
        annotator,
        "model",
        status,
        annotations=tuple(found.values()),
        relations=tuple(relations),
    )
    problems = contract.set_problems(set_record(made, text), text)
    if problems:
        first = proposals[0]
        lost += [
            FileProblem(first.file, first.line, "refused", f"{one.path}: {one.message}")
            for one in problems
        ]
        made = AnnotationSet(annotator, "model", "in_progress")
        how.clear()
        enclosed.clear()
    return Placed(made, how, tuple(lost), tuple(enclosed))
