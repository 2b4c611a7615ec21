"""Files and folders of every kind, taken apart into articles, claims and problems."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from workbench.files import manifest
from workbench.files.found import (
    Claim,
    FileProblem,
    Found,
    Item,
    Piece,
    Progress,
    Reading,
    claim_clash,
    piece_of,
    placed,
)
from workbench.files.once import Once
from workbench.files.records import claims_items, dataset_items, jsonl_items
from workbench.files.sets import Sets
from workbench.files.sidecar import Entry, Sidecar, read_sidecar
from workbench.files.texts import csv_items, text_items
from workbench.schema import Contract, UnreadableError, decode, parse
from workbench.text import MAX_BYTES

_SUFFIXES = (".txt", ".json", ".jsonl", ".csv")


def read(
    paths: Sequence[Path], contract: Contract, *, progress: Progress | None = None
) -> Reading:
    """The articles, annotation sets and claims in `paths`, and all that is amiss there.

    A path is a .txt, .json, .jsonl or .csv file, a folder of them, or a dataset folder.
    The same text read twice becomes one article with the sets of both.
    """
    reader = Reader(contract, importing=True, clock=Clock(progress, _size(paths)))
    once = Once()
    pieces: dict[str, Piece] = {}
    claims: dict[str, Claim] = {}
    problems: list[FileProblem] = []
    for path in paths:
        for item in reader.items(path):
            if isinstance(item, FileProblem):
                problems.append(item)
            elif isinstance(item, Claim):
                problems += claim_clash(claims.setdefault(item.id, item), item)
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


def stream(
    paths: Sequence[Path], contract: Contract, *, progress: Progress | None = None
) -> Iterator[Found | FileProblem]:
    """Every article in `paths` as it is read, and everything amiss, as it is found.

    A .jsonl file is never held whole. The same text comes as often as it stands there.
    """
    reader = Reader(contract, importing=True, clock=Clock(progress, _size(paths)))
    once = Once()
    for path in paths:
        for item in reader.items(path):
            if isinstance(item, FileProblem):
                yield item
            elif not isinstance(item, Claim):
                yield from once.clashes(item)
                yield item.found()
    reader.clock.finish()


def validate(
    paths: Sequence[Path], contract: Contract, *, progress: Progress | None = None
) -> Iterator[FileProblem]:
    """Everything amiss in `paths`, as it is found; a .jsonl file is never held whole.

    Each path is judged on its own. An annotator's file is checked by the schema alone,
    and by integrity where its dataset folder is given.
    """
    reader = Reader(contract, importing=False, clock=Clock(progress, _size(paths)))
    for path in paths:
        once = Once()
        claims: dict[str, Claim] = {}
        for item in reader.items(path):
            if isinstance(item, FileProblem):
                yield item
            elif isinstance(item, Claim):
                yield from claim_clash(claims.setdefault(item.id, item), item)
            else:
                yield from once.clashes(item)
    reader.clock.finish()


class Clock:
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
    """The bytes of all files that reading `paths` may come to."""
    return sum(
        file.stat().st_size
        for path in paths
        for folder in (path, path / "articles", path / "annotators")
        for file in (folder.iterdir() if folder.is_dir() else [folder])
        if file.is_file()
    )


@dataclass(slots=True)
class Reader:
    """Takes paths apart into pieces, claims and problems."""

    contract: Contract
    importing: bool
    clock: Clock
    _sidecars: dict[Path, Sidecar] = field(default_factory=dict)

    def items(self, path: Path) -> Iterator[Item]:
        """Everything in a file or folder, in an order that does not change."""
        try:
            yield from self._folder(path) if path.is_dir() else self._file(path)
        except OSError as error:
            file = str(error.filename or path)
            yield FileProblem(file, None, "", f"Cannot be read: {error.strerror}.")
        except UnreadableError as error:
            yield FileProblem(str(path), error.line, "", str(error))

    def _bytes(self, path: Path) -> bytes:
        raw = path.read_bytes()
        self.clock.pass_(len(raw))
        return raw

    def _file(self, path: Path) -> Iterator[Item]:
        suffix = path.suffix.lower()
        # Of what is not there, its name tells nothing.
        path.stat()
        if suffix not in _SUFFIXES:
            yield FileProblem(
                str(path), None, "", "not a .txt, .json, .jsonl or .csv file"
            )
        elif not path.is_file():
            yield FileProblem(str(path), None, "", "Is not a file.")
        elif suffix == ".txt":
            sidecar = self._sidecar(path.parent / "articles.json")
            if sidecar and not sidecar.told:
                yield from sidecar.problems
                sidecar.told = True
            entry = sidecar.entries.get(path.name) if sidecar else None
            yield from self._text(path, entry)
        elif suffix == ".jsonl":
            for item in jsonl_items(path, self.contract):
                if isinstance(item, int):
                    self.clock.pass_(item)
                else:
                    yield item
        elif suffix == ".csv":
            yield from csv_items(path, self._bytes(path), self.contract)
        else:
            yield from self._json(path)

    def _text(self, path: Path, entry: Entry | None) -> Iterator[Item]:
        size = path.stat().st_size
        if size > 4 * MAX_BYTES:
            yield FileProblem(
                str(path),
                None,
                "",
                f"The text has {size:,} bytes; the limit is {MAX_BYTES:,}: split it.",
            )
            return
        try:
            yield from text_items(path, self._bytes(path), entry, self.contract)
        except UnreadableError as error:
            yield FileProblem(str(path), error.line, "", str(error))

    def _json(self, path: Path) -> Iterator[Item]:
        text = decode(self._bytes(path)).removeprefix("\ufeff")
        record = parse(text)
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
            yield from dataset_items(path, text, record, self.contract)
        elif isinstance(record, dict) and "claims" in record:
            yield from claims_items(path, text, record, self.contract)
        elif isinstance(record, dict) and "sets" in record:
            problems = self.contract.annotator_file_problems(record)
            yield from placed(str(path), text, problems)
            if self.importing:
                yield FileProblem(
                    str(path),
                    1,
                    "",
                    "An annotator's file has no articles: read its dataset folder.",
                )
        else:
            problems = self.contract.article_problems(record)
            yield from placed(str(path), text, problems)
            if not problems:
                yield piece_of(str(path), 1, record)

    def _sidecar(self, path: Path) -> Sidecar | None:
        """What `path` says about the texts beside it; None when it is no such list."""
        if path not in self._sidecars:
            if not path.is_file():
                return None
            self._sidecars[path] = read_sidecar(path)
        found = self._sidecars[path]
        return found if found.is_list else None

    def _listed(self, sidecar: Sidecar) -> Iterator[Item]:
        """The texts that an articles.json lists, when it is given by itself."""
        sidecar.told = True
        folder = sidecar.path.parent
        yield from sidecar.problems
        yield from sidecar.without_file({file.name for file in folder.iterdir()})
        for name, entry in sidecar.entries.items():
            if (folder / name).is_file():
                yield from self._text(folder / name, entry)

    def _folder(self, path: Path) -> Iterator[Item]:
        sidecar = self._sidecar(path / "articles.json")
        if (path / "articles").is_dir() and sidecar:
            yield from self._dataset(path, sidecar)
            return
        yield from manifest.problems(path)
        files = [
            file
            for file in sorted(path.iterdir())
            if not file.is_dir()
            and not file.name.startswith(".")
            and file.suffix.lower() != ".md"
            and not (sidecar and file == sidecar.path)
            and not _is_manifest(file)
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
            if not _is_aside(file):
                yield from self.items(file)

    def _dataset(self, path: Path, sidecar: Sidecar) -> Iterator[Item]:
        texts = {
            f"articles/{file.name}": file
            for file in sorted((path / "articles").iterdir())
            if file.suffix == ".txt"
        }
        yield from sidecar.problems
        yield from sidecar.without_file(set(texts))
        pieces: dict[str, Piece] = {}
        for name, entry in sidecar.entries.items():
            for item in self._text(texts[name], entry) if name in texts else ():
                if isinstance(item, Piece) and item.id not in pieces:
                    pieces[item.id] = item
                else:
                    yield item
        for name in sorted(texts.keys() - sidecar.entries.keys()):
            yield FileProblem(
                str(texts[name]), None, "", "articles.json has no entry for this text."
            )
        claims = list(self._claims(path / "claims.json"))
        yield from claims
        known = {item.id for item in claims if isinstance(item, Claim)}
        sets = Sets(self.contract, pieces, known)
        for file in (*sorted((path / "annotators").glob("*.json")), path / "gold.json"):
            found = self._document(file)
            if isinstance(found, FileProblem):
                yield found
            elif found:
                yield from sets.add(file, *found)
        yield from sets.broken_links()
        for piece in pieces.values():
            yield replace(piece, sets=tuple(sets.of.get(piece.id, ())))

    def _claims(self, path: Path) -> Iterator[Item]:
        found = self._document(path)
        if isinstance(found, FileProblem):
            yield found
        elif found:
            text, record = found
            if isinstance(record, dict) and "claims" in record:
                yield from claims_items(path, text, record, self.contract)
            else:
                yield FileProblem(str(path), 1, "", "Must be an object with 'claims'.")

    def _document(self, path: Path) -> tuple[str, Any] | FileProblem | None:
        """Text and value of a JSON file, or why there is none; None without a file."""
        if not path.is_file():
            return None
        try:
            text = decode(self._bytes(path)).removeprefix("\ufeff")
            return text, parse(text)
        except UnreadableError as error:
            return FileProblem(str(path), error.line, "", str(error))


def _is_manifest(file: Path) -> bool:
    """Whether it is the manifest of its folder, sound or not."""
    if file.name != manifest.NAME:
        return False
    try:
        return manifest.is_manifest(manifest.read(file.parent))
    except UnreadableError:
        # It was said already why it cannot be read.
        return True


def _is_aside(file: Path) -> bool:
    """Whether a .json file of a folder is a list, which is about articles."""
    if file.suffix.lower() != ".json" or not os.access(file, os.R_OK):
        return False
    with file.open("rb") as opened:
        return opened.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"["
