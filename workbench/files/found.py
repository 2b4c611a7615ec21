"""What a reading is made of: articles, claims and problems, each with its place."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.dataset import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Problem,
    Record,
    read_article,
)
from workbench.schema import lines_of
from workbench.text import title_of

#: Called with what is done and the total: bytes of the files, or articles (0: unknown).
Progress = Callable[[int, int], None]

#: What a file may say of an article besides its id and its text.
METADATA = ("title", "outlet", "published", "language", "url")


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Something wrong in a file: its line, its path inside, and a full sentence."""

    file: str
    line: int | None
    path: str
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.path, self.message) if part)


@dataclass(frozen=True, slots=True)
class Found:
    """An article that was read, where it stood, and what was changed in its text."""

    file: str
    line: int | None
    record: ArticleRecord
    changes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that files hold: import `found` and `claims` only if `problems` is empty."""

    found: list[Found]
    claims: list[Record]
    problems: list[FileProblem]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of one file; `given` is what the file says of it besides its text."""

    file: str
    line: int | None
    given: Mapping[str, str]
    fallback_id: str
    text: str
    sha256: str
    sets: tuple[AnnotationSet, ...] = ()
    changes: dict[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.given.get("id", self.fallback_id)

    @property
    def where(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def problem(self, path: str, message: str) -> FileProblem:
        return FileProblem(self.file, self.line, path, message)

    def joined(self, other: "Piece") -> "Piece":
        """This piece with what only `other` gives: metadata and annotators' sets."""
        known = {(s.kind, s.annotator) for s in self.sets}
        return replace(
            self,
            given={**other.given, **self.given},
            sets=self.sets
            + tuple(s for s in other.sets if (s.kind, s.annotator) not in known),
        )

    def record(self) -> ArticleRecord:
        metadata = {name: self.given.get(name) for name in METADATA[1:]}
        title = self.given.get("title") or title_of(self.text)
        return ArticleRecord(Article(self.id, title, self.text, **metadata), self.sets)

    def found(self) -> Found:
        return Found(self.file, self.line, self.record(), self.changes)


@dataclass(frozen=True, slots=True)
class Claim:
    """A canonical claim and where it stood."""

    file: str
    line: int
    record: Record

    @property
    def id(self) -> str:
        return str(self.record["id"])


Item = Piece | Claim | FileProblem


def claim_clash(first: Claim, claim: Claim) -> Iterator[FileProblem]:
    if first.record != claim.record:
        yield FileProblem(
            claim.file,
            claim.line,
            "claims",
            f"Claim {claim.id!r} stands at {first.file}:{first.line} in other words.",
        )


def placed(file: str, text: str, problems: Sequence[Problem]) -> Iterator[FileProblem]:
    """`problems` with the lines of the JSON document `text` that they stand on."""
    if problems:
        lines = lines_of(text, [problem.path for problem in problems])
        for problem in problems:
            line = lines[problem.path]
            yield FileProblem(file, line, problem.path, problem.message)


def piece_of(file: str, line: int, record: Record) -> Piece:
    """The piece that a checked article record is."""
    made = read_article(record)
    given = {
        name: record[name] for name in ("id", *METADATA) if record.get(name) is not None
    }
    return Piece(
        file,
        line,
        given,
        made.article.id,
        made.article.text,
        record["sha256"],
        made.sets,
    )


def fitting_id(stem: str, sha256: str) -> str:
    """An article id made of a file's name; of the text where nothing of it is Latin."""
    latin = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    fit = re.sub(r"[^A-Za-z0-9_.-]+", "-", latin).lstrip("-_.").rstrip("-")[:120]
    return fit or f"article-{sha256[:12]}"
