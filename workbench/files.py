"""Articles and annotations in files: read, checked, exported, kept as a dataset folder.

Reading collects everything that is wrong, with file and line, and leaves it to whoever
imports to take nothing when something is. Writing is the other way round: what is not
proved right is not written at all.
"""

import csv
import hashlib
import io
import json
import os
import re
import secrets
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import IO, Any

from workbench.dataset import (
    FORMAT,
    AnnotationSet,
    Article,
    ArticleRecord,
    Problem,
    Record,
    article_record,
    proof,
    read_article,
    read_set,
    set_problems,
    set_record,
)
from workbench.labels import Labels
from workbench.schema import Contract, UnreadableError, decode, lines_of, parse
from workbench.text import MAX_BYTES, TextError, canonical, digest, title_of

#: Called with what is done and the total: bytes of the files, or articles (0: unknown).
Progress = Callable[[int, int], None]

_SUFFIXES = (".txt", ".json", ".jsonl", ".csv")
_METADATA = ("title", "outlet", "published", "language", "url")

# The csv module's own limit, 131,072 characters, is less than a long article has.
csv.field_size_limit(max(csv.field_size_limit(), 4 * MAX_BYTES))


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


def read(
    paths: Sequence[Path], contract: Contract, *, progress: Progress | None = None
) -> Reading:
    """The articles, annotation sets and claims in `paths`, and all that is amiss there.

    A path is a .txt, .json, .jsonl or .csv file, a folder of them, or a dataset folder.
    The same text read twice becomes one article with the sets of both.
    """
    reader = _Reader(contract, importing=True, clock=_Clock(progress, _size(paths)))
    once = _Once()
    pieces: dict[str, _Piece] = {}
    claims: dict[str, _Claim] = {}
    problems: list[FileProblem] = []
    for path in paths:
        for item in reader.items(path):
            if isinstance(item, FileProblem):
                problems.append(item)
            elif isinstance(item, _Claim):
                problems += _claim_clash(claims.setdefault(item.id, item), item)
            else:
                problems += once.clashes(item)
                first = pieces.get(item.sha256)
                pieces[item.sha256] = first.joined(item) if first else item
    reader.clock.finish()
    return Reading(
        [piece.found() for piece in pieces.values()],
        [claim.record for claim in claims.values()],
        problems,
    )


def validate(
    paths: Sequence[Path], contract: Contract, *, progress: Progress | None = None
) -> Iterator[FileProblem]:
    """Everything amiss in `paths`, as it is found; a .jsonl file is never held whole.

    Each path is judged on its own. An annotator's file is checked by the schema alone,
    and by integrity where its dataset folder is given.
    """
    reader = _Reader(contract, importing=False, clock=_Clock(progress, _size(paths)))
    for path in paths:
        once = _Once()
        claims: dict[str, _Claim] = {}
        for item in reader.items(path):
            if isinstance(item, FileProblem):
                yield item
            elif isinstance(item, _Claim):
                yield from _claim_clash(claims.setdefault(item.id, item), item)
            else:
                yield from once.clashes(item)
    reader.clock.finish()


# --- what a reading is made of --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
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

    def joined(self, other: "_Piece") -> "_Piece":
        """This piece with what only `other` gives: metadata and annotators' sets."""
        known = {(s.kind, s.annotator) for s in self.sets}
        return replace(
            self,
            given={**other.given, **self.given},
            sets=self.sets
            + tuple(s for s in other.sets if (s.kind, s.annotator) not in known),
        )

    def record(self) -> ArticleRecord:
        metadata = {name: self.given.get(name) for name in _METADATA[1:]}
        title = self.given.get("title") or title_of(self.text)
        return ArticleRecord(Article(self.id, title, self.text, **metadata), self.sets)

    def found(self) -> Found:
        return Found(self.file, self.line, self.record(), self.changes)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A canonical claim and where it stood."""

    file: str
    line: int
    record: Record

    @property
    def id(self) -> str:
        return str(self.record["id"])


_Item = _Piece | _Claim | FileProblem


def _claim_clash(first: _Claim, claim: _Claim) -> Iterator[FileProblem]:
    if first.record != claim.record:
        yield FileProblem(
            claim.file,
            claim.line,
            "claims",
            f"Claim {claim.id!r} stands at {first.file}:{first.line} in other words.",
        )


@dataclass(slots=True)
class _Known:
    """What has been read of a text so far; hashes, so that a long file costs little."""

    id: str
    where: str
    explicit: bool
    given: dict[str, int]
    sets: dict[tuple[str, str], int]


class _Once:
    """Sees to it that an id names one text, and that one text is one article."""

    def __init__(self) -> None:
        self._texts: dict[str, _Known] = {}
        self._ids: dict[str, str] = {}

    def clashes(self, piece: _Piece) -> Iterator[FileProblem]:
        """What `piece` says otherwise than the pieces before it."""
        given = {name: hash(piece.given[name]) for name in piece.given}
        sets = {
            (s.kind, s.annotator): hash(_one_line(set_record(s, piece.text)))
            for s in piece.sets
        }
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

    def _claim_id(self, known: _Known, piece: _Piece) -> Iterator[FileProblem]:
        owner = self._texts[self._ids.setdefault(known.id, piece.sha256)]
        if owner is not known:
            yield piece.problem(
                "id",
                f"{known.id!r} is also the id of another text, at {owner.where}: "
                "give one of them another id.",
            )


class _Clock:
    """Tells `progress` how many of `total` bytes are done, and never more than all."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def pass_(self, size: int) -> None:
        self._done = min(self._done + size, self._total)
        if self._progress:
            self._progress(self._done, self._total)

    def finish(self) -> None:
        self.pass_(self._total - self._done)


def _size(paths: Sequence[Path]) -> int:
    return sum(
        file.stat().st_size
        for path in paths
        for file in (path.rglob("*") if path.is_dir() else [path])
        if file.is_file()
    )


# --- links and claims, which reach over one article -----------------------------------


@dataclass(frozen=True, slots=True)
class _Link:
    """A link into another article, with the path at which it stands."""

    path: str
    line: int | None
    kind: str
    annotator: str
    type: str
    label: str
    article: str
    id: str

    def problem(
        self, ends: Mapping[tuple[str, str, str, str], str], labels: Labels
    ) -> Problem | None:
        """What is wrong with the link, where `ends` has the labels it may end at."""
        label = ends.get((self.article, self.kind, self.annotator, self.id))
        if label is None:
            return Problem(
                self.path,
                f"{self.annotator!r} has no annotation {self.id!r} in article "
                f"{self.article!r}.",
            )
        type_ = labels.relation(self.type)
        if type_ is None or not type_.fits(self.label, label):
            return Problem(
                self.path,
                f"{self.type!r} does not link a {self.label} to a {label}.",
            )
        return None


def _links_of(set_: Mapping[str, Any], path: str, line: int | None) -> Iterator[_Link]:
    """The links of a checked set that lead out of its article."""
    label_of: dict[str, str] | None = None
    for i, relation in enumerate(set_["relations"]):
        article, is_outward, id_ = relation["to"].rpartition("#")
        if is_outward:
            label_of = label_of or {a["id"]: a["label"] for a in set_["annotations"]}
            yield _Link(
                f"{path}/relations/{i}/to",
                line,
                set_["kind"],
                set_["annotator"],
                relation["type"],
                label_of[relation["from"]],
                article,
                id_,
            )


def _ends_of(record: Mapping[str, Any]) -> dict[tuple[str, str, str, str], str]:
    """The label of every annotation of a checked record, by all that addresses it."""
    return {
        (record["id"], set_["kind"], set_["annotator"], a["id"]): a["label"]
        for set_ in record["annotation_sets"]
        for a in set_["annotations"]
    }


def _claim_ids_of(
    set_: Mapping[str, Any], labels: Labels, path: str
) -> Iterator[tuple[str, str]]:
    """Path and id wherever a checked set names a canonical claim."""
    names = {
        label.name: [a.name for a in label.attributes if a.suggest == "claim"]
        for label in labels
    }
    for i, annotation in enumerate(set_["annotations"]):
        for name in names[annotation["label"]]:
            if name in annotation["attributes"]:
                where = f"{path}/annotations/{i}/attributes/{name}"
                yield where, annotation["attributes"][name]


def _unknown_claims(
    set_: Mapping[str, Any], claims: Iterable[str], labels: Labels, path: str
) -> Iterator[Problem]:
    for where, claim in _claim_ids_of(set_, labels, path):
        if claim not in claims:
            yield Problem(where, f"There is no claim {claim!r} among the claims.")


def _twice(claims: Iterable[Record], path: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, claim in enumerate(claims):
        if claim["id"] in seen:
            yield Problem(f"{path}/{i}/id", f"Claim {claim['id']!r} stands twice.")
        seen.add(claim["id"])


# --- reading --------------------------------------------------------------------------


@dataclass(slots=True)
class _Reader:
    """Takes paths apart into pieces, claims and problems."""

    contract: Contract
    importing: bool
    clock: _Clock
    _sidecars: dict[Path, "_Sidecar"] = field(default_factory=dict)

    def items(self, path: Path) -> Iterator[_Item]:
        """Everything in a file or folder, in an order that does not change."""
        try:
            if path.is_dir():
                yield from self._folder(path)
            else:
                yield from self._file(path)
        except OSError as error:
            file = str(error.filename or path)
            yield FileProblem(file, None, "", f"Cannot be read: {error.strerror}.")
        except UnreadableError as error:
            yield FileProblem(str(path), error.line, "", str(error))

    def _file(self, path: Path) -> Iterator[_Item]:
        if path.suffix.lower() not in _SUFFIXES:
            yield FileProblem(
                str(path), None, "", "not a .txt, .json, .jsonl or .csv file"
            )
            return
        if path.exists() and not path.is_file():
            yield FileProblem(str(path), None, "", "Is not a file.")
            return
        match path.suffix.lower():
            case ".txt":
                sidecar = self._sidecar(path.parent / "articles.json")
                if sidecar and not sidecar.told:
                    yield from sidecar.problems
                    sidecar.told = True
                entry = sidecar.entries.get(path.name) if sidecar else None
                yield from self._text(path, entry)
            case ".jsonl":
                yield from self._jsonl(path)
            case ".csv":
                yield from self._csv(path)
            case _:
                yield from self._json(path)

    def _bytes(self, path: Path) -> bytes:
        raw = path.read_bytes()
        self.clock.pass_(len(raw))
        return raw

    def _folder(self, path: Path) -> Iterator[_Item]:
        sidecar = self._sidecar(path / "articles.json")
        if (path / "articles").is_dir() and sidecar:
            yield from self._dataset(path, sidecar)
            return
        files = [
            file
            for file in sorted(path.iterdir())
            if not file.is_dir()
            and not file.name.startswith(".")
            and file.suffix.lower() != ".md"
            and not (sidecar and file == sidecar.path)
        ]
        if sidecar:
            sidecar.told = True
            yield from sidecar.problems
            yield from sidecar.without_file({file.name for file in files})
        if not files:
            yield FileProblem(
                str(path),
                None,
                "",
                "The folder has no .txt, .json, .jsonl or .csv file.",
            )
        for file in files:
            if not self._is_aside(file):
                yield from self.items(file)

    def _is_aside(self, file: Path) -> bool:
        """Whether a .json file of a folder is a list, which is about articles."""
        if file.suffix.lower() != ".json":
            return False
        with file.open("rb") as opened:
            return opened.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"["

    # - one article a file

    def _text(self, path: Path, entry: "_Entry | None") -> Iterator[_Item]:
        if path.stat().st_size > 4 * MAX_BYTES:
            size = path.stat().st_size
            yield FileProblem(
                str(path),
                None,
                "",
                f"The text has {size:,} bytes; the limit is {MAX_BYTES:,}: split it.",
            )
            return
        try:
            made = canonical(decode(self._bytes(path)))
        except UnreadableError as error:
            yield FileProblem(str(path), error.line, "", str(error))
            return
        except TextError as error:
            yield FileProblem(str(path), 1, "", str(error))
            return
        given = entry.given if entry else {}
        sha256 = digest(made.text)
        if entry and entry.sha256 not in (None, sha256):
            yield entry.problem(
                "sha256", f"The text of {path.name} has the hash {sha256}."
            )
        piece = _Piece(
            str(path),
            1,
            given,
            _fitting_id(path.stem, sha256),
            made.text,
            sha256,
            (),
            made.changes,
        )
        problems = self.contract.article_problems(article_record(piece.record()))
        for problem in problems:
            if entry and problem.path in entry.given:
                yield entry.problem(problem.path, problem.message)
            else:
                yield piece.problem(problem.path, problem.message)
        if not problems:
            yield piece

    # - JSON

    def _jsonl(self, path: Path) -> Iterator[_Item]:
        links: list[_Link] = []
        articles: set[str] = set()
        with path.open("rb") as file:
            # A file splits at line feeds only; U+2028 inside a text is no line's end.
            for number, raw in enumerate(file, 1):
                self.clock.pass_(len(raw))
                if not raw.strip():
                    continue
                for item in self._jsonl_line(path, number, raw):
                    if isinstance(item, _Link):
                        links.append(item)
                    else:
                        if isinstance(item, _Piece):
                            articles.add(item.id)
                        yield item
        inside = [link for link in links if link.article in articles]
        if inside:
            yield from self._jsonl_links(path, inside)

    def _jsonl_line(
        self, path: Path, number: int, raw: bytes
    ) -> Iterator[_Item | _Link]:
        try:
            # Else what breaks off is said to break off on the line after.
            record = parse(raw.rstrip(), number)
        except UnreadableError as error:
            yield FileProblem(str(path), error.line, "", str(error))
            return
        problems = self.contract.article_problems(record)
        for problem in problems:
            yield FileProblem(str(path), number, problem.path, problem.message)
        if not problems:
            yield _piece_of(str(path), number, record)
            for i, set_ in enumerate(record["annotation_sets"]):
                yield from _links_of(set_, f"annotation_sets/{i}", number)

    def _jsonl_links(self, path: Path, links: list[_Link]) -> Iterator[FileProblem]:
        """Read again for what the links end at: most files have none, and skip this."""
        articles = {link.article for link in links}
        ends: dict[tuple[str, str, str, str], str] = {}
        with path.open("rb") as file:
            for raw in file:
                if not raw.strip():
                    continue
                try:
                    record = parse(raw)
                except UnreadableError:
                    continue
                if (
                    isinstance(record, dict)
                    and record.get("id") in articles
                    and not self.contract.article_problems(record)
                ):
                    ends |= _ends_of(record)
        for link in links:
            problem = link.problem(ends, self.contract.labels)
            if problem:
                yield FileProblem(str(path), link.line, problem.path, problem.message)

    def _json(self, path: Path) -> Iterator[_Item]:
        text = decode(self._bytes(path)).removeprefix("\ufeff")
        record = parse(text)
        placed = partial(_placed, str(path), text)
        if isinstance(record, list):
            sidecar = self._sidecar(path) if path.name == "articles.json" else None
            if sidecar:
                yield from self._listed(sidecar)
            else:
                yield FileProblem(
                    str(path),
                    1,
                    "",
                    "Is a list, neither a dataset nor an article record: a dataset is "
                    "an object with 'articles'.",
                )
        elif isinstance(record, dict) and "articles" in record:
            yield from self._json_dataset(path, text, record)
        elif isinstance(record, dict) and "claims" in record:
            yield from self._claims(path, text, record)
        elif isinstance(record, dict) and "sets" in record:
            yield from placed(self.contract.annotator_file_problems(record))
            if self.importing:
                yield FileProblem(
                    str(path),
                    1,
                    "",
                    "An annotator's file has no articles: read its dataset folder.",
                )
        else:
            problems = self.contract.article_problems(record)
            yield from placed(problems)
            if not problems:
                yield _piece_of(str(path), 1, record)

    def _json_dataset(self, path: Path, text: str, record: Record) -> Iterator[_Item]:
        problems = self.contract.dataset_problems(record)
        claims: list[Record] = [] if problems else record.get("claims", [])
        problems += _twice(claims, "claims")
        known = {claim["id"] for claim in claims}
        pieces: list[tuple[int, Record]] = []
        links: list[_Link] = []
        articles = record["articles"] if isinstance(record["articles"], list) else []
        for i, article in enumerate(articles):
            wrong = self.contract.article_problems(article)
            problems += [Problem(f"articles/{i}/{p.path}", p.message) for p in wrong]
            if wrong:
                continue
            pieces.append((i, article))
            for j, set_ in enumerate(article["annotation_sets"]):
                at = f"articles/{i}/annotation_sets/{j}"
                links += _links_of(set_, at, None)
                if known:
                    problems += _unknown_claims(set_, known, self.contract.labels, at)
        ids = {article["id"] for _, article in pieces}
        inside = [link for link in links if link.article in ids]
        problems += self._broken(inside, [article for _, article in pieces])
        yield from _placed(str(path), text, problems)
        lines = lines_of(
            text,
            [
                *(f"articles/{i}" for i, _ in pieces),
                *(f"claims/{i}" for i in range(len(claims))),
            ],
        )
        for i, article in pieces:
            yield _piece_of(str(path), lines[f"articles/{i}"], article)
        for i, claim in enumerate(claims):
            yield _Claim(str(path), lines[f"claims/{i}"], claim)

    def _broken(self, links: list[_Link], articles: list[Record]) -> list[Problem]:
        ends: dict[tuple[str, str, str, str], str] = {}
        wanted = {link.article for link in links}
        for article in articles:
            if article["id"] in wanted:
                ends |= _ends_of(article)
        found = (link.problem(ends, self.contract.labels) for link in links)
        return [problem for problem in found if problem]

    def _claims(self, path: Path, text: str, record: Record) -> Iterator[_Item]:
        problems = self.contract.dataset_problems(record | {"articles": []})
        if not problems:
            problems += _twice(record["claims"], "claims")
        yield from _placed(str(path), text, problems)
        if not problems:
            count = range(len(record["claims"]))
            lines = lines_of(text, [f"claims/{i}" for i in count])
            for i in count:
                yield _Claim(str(path), lines[f"claims/{i}"], record["claims"][i])

    # - CSV

    def _csv(self, path: Path) -> Iterator[_Item]:
        text = decode(self._bytes(path)).removeprefix("\ufeff")
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        start, number = 1, 0
        header: list[str] | None = None
        try:
            for cells in rows:
                if header is None:
                    header = [cell.strip() for cell in cells]
                    problems = list(_header_problems(str(path), header))
                    yield from problems
                    if problems:
                        return
                elif cells:
                    number += 1
                    yield from self._row(path, start, number, header, cells)
                start = rows.line_num + 1
        except csv.Error as error:
            yield FileProblem(
                str(path), start, "", f"The row that begins here is no CSV: {error}."
            )
        if header is None:
            yield FileProblem(
                str(path),
                1,
                "",
                "The file is empty: name the columns in its first row.",
            )

    def _row(
        self, path: Path, line: int, number: int, header: list[str], cells: list[str]
    ) -> Iterator[_Item]:
        problem = partial(FileProblem, str(path), line)
        if len(cells) != len(header):
            yield problem(
                "",
                f"The row has {len(cells)} cells, and {len(header)} columns are named.",
            )
            return
        row = dict(zip(header, cells, strict=True))
        try:
            made = canonical(row.pop("text"))
        except TextError as error:
            yield problem("text", str(error))
            return
        given = {name: cell.strip() for name, cell in row.items() if cell.strip()}
        sha256 = digest(made.text)
        fallback = _fitting_id(f"{path.stem}-{number}", sha256)
        piece = _Piece(
            str(path), line, given, fallback, made.text, sha256, (), made.changes
        )
        problems = self.contract.article_problems(article_record(piece.record()))
        for wrong in problems:
            yield problem(wrong.path, wrong.message)
        if not problems:
            yield piece

    # - a list of texts beside them

    def _sidecar(self, path: Path) -> "_Sidecar | None":
        """What `path` says about the texts beside it; None when it is no such list."""
        if path not in self._sidecars:
            if not path.is_file():
                return None
            self._sidecars[path] = _read_sidecar(path)
        found = self._sidecars[path]
        return found if found.is_list else None

    def _listed(self, sidecar: "_Sidecar") -> Iterator[_Item]:
        """The texts that an articles.json lists, when it is given by itself."""
        sidecar.told = True
        folder = sidecar.path.parent
        yield from sidecar.problems
        yield from sidecar.without_file({file.name for file in folder.iterdir()})
        for name, entry in sidecar.entries.items():
            if (folder / name).is_file():
                yield from self._text(folder / name, entry)

    # - a dataset folder

    def _dataset(self, path: Path, sidecar: "_Sidecar") -> Iterator[_Item]:
        texts = sorted(f for f in (path / "articles").iterdir() if f.suffix == ".txt")
        yield from sidecar.problems
        yield from sidecar.without_file({f"articles/{file.name}" for file in texts})
        pieces: dict[str, _Piece] = {}
        listed = {f"articles/{file.name}": file for file in texts}
        for name in [n for n in sidecar.entries if n in listed]:
            for item in self._text(listed[name], sidecar.entries[name]):
                if isinstance(item, _Piece) and item.id not in pieces:
                    pieces[item.id] = item
                else:
                    yield item
        for name in sorted(listed.keys() - sidecar.entries.keys()):
            yield FileProblem(
                str(listed[name]), None, "", "articles.json has no entry for this text."
            )
        claims = list(self._dataset_claims(path))
        yield from claims
        known = {item.id for item in claims if isinstance(item, _Claim)}
        files = sorted((path / "annotators").glob("*.json"))
        if (path / "gold.json").is_file():
            files.append(path / "gold.json")
        sets = _Sets(self.contract, pieces, known)
        for file in files:
            try:
                text = decode(self._bytes(file))
                yield from sets.add(file, text, parse(text))
            except UnreadableError as error:
                yield FileProblem(str(file), error.line, "", str(error))
        yield from sets.broken_links()
        for piece in pieces.values():
            yield replace(piece, sets=tuple(sets.of.get(piece.id, ())))

    def _dataset_claims(self, path: Path) -> Iterator[_Item]:
        if not (path / "claims.json").is_file():
            return
        try:
            text = decode(self._bytes(path / "claims.json"))
            record = parse(text)
        except UnreadableError as error:
            yield FileProblem(str(path / "claims.json"), error.line, "", str(error))
            return
        if isinstance(record, dict) and "claims" in record:
            yield from self._claims(path / "claims.json", text, record)
        else:
            yield FileProblem(
                str(path / "claims.json"), 1, "", "Must be an object with 'claims'."
            )


def _placed(file: str, text: str, problems: Sequence[Problem]) -> Iterator[FileProblem]:
    """`problems` with the lines of the JSON document `text` that they stand on."""
    if problems:
        lines = lines_of(text, [problem.path for problem in problems])
        for problem in problems:
            line = lines[problem.path]
            yield FileProblem(file, line, problem.path, problem.message)


def _piece_of(file: str, line: int, record: Record) -> _Piece:
    """The piece that a checked article record is."""
    made = read_article(record)
    given = {
        name: record[name]
        for name in ("id", *_METADATA)
        if record.get(name) is not None
    }
    return _Piece(
        file,
        line,
        given,
        made.article.id,
        made.article.text,
        record["sha256"],
        made.sets,
    )


def _fitting_id(stem: str, sha256: str) -> str:
    """An article id made of a file's name; of the text where nothing of it is Latin."""
    latin = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    fit = re.sub(r"[^A-Za-z0-9_.-]+", "-", latin).lstrip("-_.").rstrip("-")[:120]
    return fit or f"article-{sha256[:12]}"


def _header_problems(file: str, header: list[str]) -> Iterator[FileProblem]:
    known = ("id", "text", *_METADATA)
    problem = partial(FileProblem, file, 1)
    for name in sorted({name for name in header if header.count(name) > 1}):
        yield problem(name, "Two columns have this name.")
    unknown = [name for name in header if name not in known]
    if "text" not in header:
        hint = ""
        if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
            hint = " Separate the columns with commas."
        yield problem("", f"No column is named 'text', which an article needs.{hint}")
    elif unknown:
        names = ", ".join(repr(name) for name in unknown)
        yield problem("", f"Unknown columns: {names}. Known are {', '.join(known)}.")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an articles.json says of one text."""

    file: str
    lines: Mapping[str, int]
    given: Mapping[str, str]
    sha256: str | None

    def problem(self, name: str, message: str) -> FileProblem:
        return FileProblem(self.file, self.lines[name], name, message)


@dataclass(slots=True)
class _Sidecar:
    """An articles.json: metadata of the texts beside it, by the name of the file."""

    path: Path
    is_list: bool = True
    entries: dict[str, _Entry] = field(default_factory=dict)
    problems: list[FileProblem] = field(default_factory=list)
    told: bool = False

    def without_file(self, names: set[str]) -> Iterator[FileProblem]:
        """A problem for each entry whose text is not among `names`."""
        for name, entry in self.entries.items():
            if name not in names:
                yield entry.problem("file", f"There is no file {name!r}.")


def _read_sidecar(path: Path) -> _Sidecar:
    sidecar = _Sidecar(path)
    try:
        text = decode(path.read_bytes())
        entries = parse(text)
    except UnreadableError as error:
        sidecar.problems.append(FileProblem(str(path), error.line, "", str(error)))
        return sidecar
    if not isinstance(entries, list):
        sidecar.is_list = False
        return sidecar
    names = ("file", "id", "sha256", *_METADATA)
    asked = [
        ("", *names, *(entry if isinstance(entry, dict) else ())) for entry in entries
    ]
    lines = lines_of(text, [f"{i}/{n}" for i, mine in enumerate(asked) for n in mine])
    for i, entry in enumerate(entries):
        at = {name: lines[f"{i}/{name}"] for name in asked[i]}
        problem = partial(FileProblem, str(path))
        wrong = [
            problem(at[name], f"{i}/{name}".rstrip("/"), message)
            for name, message in _entry_problems(entry, names)
        ]
        if not wrong and entry["file"] in sidecar.entries:
            wrong = [
                problem(at["file"], f"{i}/file", "An entry before is of this file.")
            ]
        sidecar.problems += wrong
        if not wrong:
            given = {n: entry[n] for n in ("id", *_METADATA) if entry.get(n)}
            sidecar.entries[entry["file"]] = _Entry(
                str(path), at, given, entry.get("sha256")
            )
    return sidecar


def _entry_problems(entry: object, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    if not isinstance(entry, dict):
        yield "", "An entry must be an object with 'file'."
        return
    for name, value in entry.items():
        if name not in names:
            yield name, f"{name!r} is unknown here: known are {', '.join(names)}."
        elif not isinstance(value, str | None):
            yield name, f"Must be a text or null, not {value!r}."
    file = entry.get("file")
    if not isinstance(file, str):
        yield "file", "'file' is missing."
    elif not re.fullmatch(r"(articles/)?[^/\\]+\.txt", file):
        # Nothing outside of the folder is read because a file says so.
        yield "file", f"{file!r} is not the name of a .txt file in this folder."


class _Sets:
    """The annotators' files of a dataset folder, brought together with its articles."""

    def __init__(
        self, contract: Contract, pieces: Mapping[str, _Piece], claims: set[str]
    ) -> None:
        self.of: dict[str, list[AnnotationSet]] = {}
        self._contract, self._pieces, self._claims = contract, pieces, claims
        self._links: list[tuple[FileProblem, _Link]] = []
        self._ends: dict[tuple[str, str, str, str], str] = {}
        self._places: dict[tuple[str, str, str], str] = {}

    def add(self, path: Path, text: str, record: object) -> Iterator[FileProblem]:
        """What is wrong in one annotator's file; its good sets are kept."""
        problems = self._contract.annotator_file_problems(record)
        if not isinstance(record, dict) or problems:
            yield from _placed(str(path), text, problems)
            return
        links: list[_Link] = []
        for i, set_ in enumerate(record["sets"]):
            whole = {"annotator": record["annotator"], "kind": record["kind"], **set_}
            wrong = list(self._set_problems(path, whole, f"sets/{i}"))
            problems += wrong
            if not wrong:
                links += _links_of(whole, f"sets/{i}", None)
                self._keep(whole)
        yield from _placed(str(path), text, problems)
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
        yield from _unknown_claims(set_, self._claims, labels, at)

    def _keep(self, set_: Record) -> None:
        self.of.setdefault(set_["article"], []).append(read_set(set_))
        self._ends |= _ends_of({"id": set_["article"], "annotation_sets": [set_]})

    def broken_links(self) -> Iterator[FileProblem]:
        """The links into other articles that end nowhere; all sets must be there."""
        for place, link in self._links:
            problem = link.problem(self._ends, self._contract.labels)
            if problem:
                yield replace(place, message=problem.message)


# --- writing --------------------------------------------------------------------------


class ExportRefused(ValueError):  # noqa: N818 -- the name that callers read
    """Nothing was written, because of `problems`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        more = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
        super().__init__(f"Nothing was written: {problems[0]}{more}")
        self.problems = list(problems)


@dataclass(slots=True)
class Exported:
    """What was written, and the SHA-256 of it."""

    articles: int = 0
    sets: int = 0
    annotations: int = 0
    sha256: str = ""


def canonical_json(value: object) -> str:
    """`value` as JSON that makes a good diff: sorted keys, two spaces, a final line."""
    return (
        json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
        + "\n"
    )


def _one_line(value: object) -> str:
    """`value` as JSON on one line, for any reader's idea of a line."""
    written = json.dumps(
        value,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )
    for char in "\x85\u2028\u2029":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return written


class _Proofs:
    """Checks article after article, and then what reaches over one article."""

    def __init__(
        self, contract: Contract, claims: Iterable[Record], frame: Record, strict: bool
    ) -> None:
        listed = sorted(claims, key=lambda claim: str(claim.get("id")))
        self.frame = {"format": FORMAT, "claims": listed, **frame}
        self.exported = Exported()
        self.problems = contract.dataset_problems(self.frame | {"articles": []})
        if not self.problems:
            self.problems += _twice(listed, "claims")
        self.encoded(listed, "claims")
        self._contract, self._strict = contract, strict
        self._claims = {str(claim.get("id")) for claim in listed}
        self._ids: set[str] = set()
        self._links: list[_Link] = []
        self._ends: dict[tuple[str, str, str, str], str] = {}

    def line(self, record: ArticleRecord) -> bytes:
        """The exchange form of `record`; what is wrong with it is in `problems`."""
        made = article_record(record)
        at = f"articles/{record.article.id}"
        problems = self._contract.article_problems(made)
        self.problems += [Problem(f"{at}/{p.path}", p.message) for p in problems]
        if record.article.id in self._ids:
            self.problems.append(Problem(f"{at}/id", "Two articles have this id."))
        self._ids.add(record.article.id)
        self.exported.articles += 1
        self.exported.sets += len(record.sets)
        self.exported.annotations += sum(len(s.annotations) for s in record.sets)
        if not problems:
            self._ends |= _ends_of(made)
            for i, set_ in enumerate(made["annotation_sets"]):
                path = f"{at}/annotation_sets/{i}"
                self._links += _links_of(set_, path, None)
                if self._claims or self._strict:
                    self.problems += _unknown_claims(
                        set_, self._claims, self._contract.labels, path
                    )
        made["proof"] = proof(made)
        return self.encoded(made, at)

    def encoded(self, value: object, path: str) -> bytes:
        """`value` as JSON on one line; b"" when no UTF-8 can hold it."""
        try:
            return _one_line(value).encode()
        except UnicodeEncodeError:
            self.problems.append(
                Problem(
                    path,
                    "A text in it holds half a surrogate pair, which is no character.",
                )
            )
            return b""

    def finish(self) -> None:
        """The links that end nowhere join the problems.

        :raises ExportRefused: there are problems.
        """
        for link in self._links:
            if self._strict or link.article in self._ids:
                problem = link.problem(self._ends, self._contract.labels)
                if problem:
                    self.problems.append(problem)
        if self.problems:
            raise ExportRefused(self.problems)


def export(
    records: Iterable[ArticleRecord],
    out: Path | IO[bytes],
    format: str,
    contract: Contract,
    *,
    claims: Iterable[Record] = (),
    exported: str | None = None,
    progress: Progress | None = None,
) -> Exported:
    """What was written to `out`: all of `records`, checked one by one, or nothing.

    `format` is "jsonl", an article record a line, or "json", a dataset with `claims`
    and the day of the export. A file appears under its name when it is complete.

    :raises ExportRefused: something in it is wrong; all of it is listed.
    :raises ValueError: there is no such format.
    """
    if format not in ("json", "jsonl"):
        raise ValueError(f"{format!r} is no format to export in: take json or jsonl.")
    frame: Record = {} if exported is None else {"exported": exported}
    proofs = _Proofs(contract, claims, frame, strict=False)
    total = len(records) if isinstance(records, Sized) else 0
    with _target(out) as file:
        write = _Hashing(file)
        lines = _written(records, proofs, progress, total)
        if format == "jsonl":
            for line in lines:
                write(line + b"\n")
        else:
            write(b'{"articles": [\n')
            for i, line in enumerate(lines):
                write(b",\n" + line if i else line)
            write(b"\n],\n" if proofs.exported.articles else b"],\n")
            frame = proofs.frame
            for key in sorted(frame) if not proofs.problems else ():
                end = "\n}\n" if key == "format" else ",\n"
                write(f'"{key}": {_frame_value(frame[key])}{end}'.encode())
        proofs.finish()
        proofs.exported.sha256 = write.sha256
    return proofs.exported


def _frame_value(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_one_line, value)) + "\n]"
    return _one_line(value)


def _written(
    records: Iterable[ArticleRecord],
    proofs: _Proofs,
    progress: Progress | None,
    total: int,
) -> Iterator[bytes]:
    """One line a record, until the first problem; then the rest is only checked."""
    for record in records:
        line = proofs.line(record)
        if progress:
            progress(proofs.exported.articles, total)
        if not proofs.problems:
            yield line


class _Hashing:
    """Writes to a file and hashes what goes by."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def __call__(self, chunk: bytes) -> None:
        self._file.write(chunk)
        self._hash.update(chunk)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def _target(out: Path | IO[bytes]) -> Iterator[IO[bytes]]:
    """A file to write to that becomes `out` when all went well, and else vanishes."""
    if not isinstance(out, Path):
        with tempfile.TemporaryFile() as spool:
            yield spool
            spool.seek(0)
            shutil.copyfileobj(spool, out)
        return
    # The folder's own rights and the umask decide who may read the file: mkstemp would
    # leave it to its owner alone. A link keeps pointing at what it points at.
    real = out.resolve()
    part = real.with_name(f".{real.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(real)
    finally:
        part.unlink(missing_ok=True)


def write_dataset(
    folder: Path,
    records: Iterable[ArticleRecord],
    claims: Iterable[Record],
    contract: Contract,
) -> Exported:
    """What was written to `folder`, in the form that is kept under version control.

    articles/*.txt, articles.json, annotators/*.json, gold.json and claims.json; what a
    dataset that was there before has beyond that is removed, except other files such
    as README.md. The hash is that of `sha256sum` over the written files, sorted.

    :raises ExportRefused: something in it is wrong, all of it is listed; or the folder
        holds other things.
    """
    records = sorted(records, key=lambda record: record.article.id)
    proofs = _Proofs(contract, claims, {}, strict=True)
    if not _may_hold_dataset(folder):
        proofs.problems.append(
            Problem(str(folder), "The folder holds other things than a dataset.")
        )
    for record in records:
        proofs.line(record)
    proofs.finish()
    files = {"claims.json": canonical_json(proofs.frame).encode()}
    files["articles.json"] = canonical_json(
        [
            {
                "file": f"articles/{record.article.id}.txt",
                "id": record.article.id,
                "sha256": record.article.sha256,
                **{name: getattr(record.article, name) for name in _METADATA},
            }
            for record in records
        ]
    ).encode()
    for record in records:
        files[f"articles/{record.article.id}.txt"] = record.article.text.encode()
    files |= _annotator_files(records)
    _put(folder, files)
    listing = "".join(
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)
    )
    proofs.exported.sha256 = hashlib.sha256(listing.encode()).hexdigest()
    return proofs.exported


def _may_hold_dataset(folder: Path) -> bool:
    """Whether no file would be lost that is not part of a dataset."""
    if not folder.is_dir() or (folder / "articles.json").is_file():
        return True
    return not any((folder / name).exists() for name in ("articles", "annotators"))


def _annotator_files(records: Iterable[ArticleRecord]) -> dict[str, bytes]:
    """The annotators' files, by name: gold.json, and annotators/ for all the others."""
    sets: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        for set_ in record.sets:
            written = set_record(set_, record.article.text)
            del written["annotator"], written["kind"]
            written |= {"article": record.article.id, "sha256": record.article.sha256}
            sets.setdefault((set_.kind, set_.annotator), []).append(written)
    files: dict[str, bytes] = {}
    for kind, annotator in sorted(sets):
        stem = _fitting_id(annotator, digest(annotator))
        name = f"annotators/{stem}.json"
        if kind == "gold" and "gold.json" not in files:
            name = "gold.json"
        if name.lower() in map(str.lower, files):
            # Two names may differ in their capitals or accents alone.
            name = f"annotators/{stem[:100]}-{digest(f'{kind} {annotator}')[:8]}.json"
        files[name] = canonical_json(
            {
                "format": FORMAT,
                "annotator": annotator,
                "kind": kind,
                "sets": sets[kind, annotator],
            }
        ).encode()
    return files


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` below `folder`, each whole, and remove what is no longer there."""
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != content:
            with _target(target) as file:
                file.write(content)
    for old in (
        *folder.glob("articles/*.txt"),
        *folder.glob("annotators/*.json"),
        *folder.glob("gold.json"),
    ):
        if old.relative_to(folder).as_posix() not in files:
            old.unlink()
