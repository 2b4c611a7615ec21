"""An export: checked article by article, and written whole or not at all."""

import hashlib
import json
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from workbench.dataset import (
    FORMAT,
    ArticleRecord,
    Problem,
    Record,
    article_record,
    proof,
)
from workbench.files.found import Progress
from workbench.files.links import Ends, Link, ends_of, links_of, twice, unknown_claims
from workbench.schema import Contract


class ExportRefused(ValueError):  # noqa: N818 -- the name that callers read
    """Nothing was written, because of `problems`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        more = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
        super().__init__(f"Nothing was written: {problems[0]}{more}")
        self.problems = list(problems)


@dataclass(slots=True)
class Exported:
    """What was written, and the SHA-256 of it; `suggested` are those of the annotations
    that only a machine proposes, in `suggested_sets` of the sets."""

    articles: int = 0
    sets: int = 0
    annotations: int = 0
    suggested_sets: int = 0
    suggested: int = 0
    sha256: str = ""


def canonical_json(value: object) -> str:
    """`value` as JSON that makes a good diff: sorted keys, two spaces, a final line."""
    return (
        json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
        + "\n"
    )


def one_line(value: object) -> str:
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


class Proofs:
    """Checks article after article, and then what reaches over one article."""

    def __init__(
        self, contract: Contract, claims: Iterable[Record], frame: Record, strict: bool
    ) -> None:
        listed = sorted(claims, key=lambda claim: str(claim.get("id")))
        self.frame = {"format": FORMAT, "claims": listed, **frame}
        self.exported = Exported()
        self.problems = contract.dataset_problems(self.frame | {"articles": []})
        if not self.problems:
            self.problems += twice(listed, "claims")
        self.encoded(listed, "claims")
        self._contract, self._strict = contract, strict
        self._claims = {str(claim.get("id")) for claim in listed}
        self._ids: set[str] = set()
        self._links: list[Link] = []
        self._ends: Ends = {}

    def line(self, record: ArticleRecord) -> bytes:
        """The exchange form of `record`; what is wrong with it is in `problems`."""
        made = article_record(record)
        at = f"articles/{record.article.id}"
        problems = self._contract.article_problems(made)
        self.problems += [
            Problem(f"{at}/{p.path}".rstrip("/"), p.message) for p in problems
        ]
        if record.article.id in self._ids:
            self.problems.append(Problem(f"{at}/id", "Two articles have this id."))
        self._ids.add(record.article.id)
        self.exported.articles += 1
        self.exported.sets += len(record.sets)
        self.exported.annotations += sum(len(s.annotations) for s in record.sets)
        proposed = [s for s in record.sets if s.kind == "model"]
        self.exported.suggested_sets += len(proposed)
        self.exported.suggested += sum(len(s.annotations) for s in proposed)
        if not problems:
            self._ends |= ends_of(made)
            for i, set_ in enumerate(made["annotation_sets"]):
                path = f"{at}/annotation_sets/{i}"
                self._links += links_of(set_, path, None)
                if self._claims or self._strict:
                    self.problems += unknown_claims(
                        set_, self._claims, self._contract.labels, path
                    )
        made["proof"] = proof(made)
        return self.encoded(made, at)

    def encoded(self, value: object, path: str) -> bytes:
        """`value` as JSON on one line; b"" when no UTF-8 can hold it."""
        try:
            return one_line(value).encode()
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
    proofs = Proofs(contract, claims, frame, strict=False)
    total = len(records) if isinstance(records, Sized) else 0
    with target(out) as file:
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
        return "[\n" + ",\n".join(map(one_line, value)) + "\n]"
    return one_line(value)


def _written(
    records: Iterable[ArticleRecord],
    proofs: Proofs,
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
def target(out: Path | IO[bytes]) -> Iterator[IO[bytes]]:
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
