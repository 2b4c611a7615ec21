"""Articles without annotations: a .txt file each, or a row each of a .csv file."""

import csv
import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from workbench.dataset import article_record
from workbench.files.found import METADATA, FileProblem, Item, Piece, fitting_id
from workbench.files.sidecar import Entry
from workbench.schema import Contract, decode
from workbench.text import MAX_BYTES, TextError, canonical, digest

# The csv module's own limit, 131,072 characters, is less than a long article has.
csv.field_size_limit(max(csv.field_size_limit(), 4 * MAX_BYTES))


def text_items(
    path: Path, raw: bytes, entry: Entry | None, contract: Contract
) -> Iterator[Item]:
    """The article whose text is `raw`, with what `entry` says of it.

    :raises UnreadableError: the text is not UTF-8.
    """
    try:
        made = canonical(decode(raw))
    except TextError as error:
        yield FileProblem(str(path), 1, "", str(error))
        return
    sha256 = digest(made.text)
    if entry and entry.sha256 not in (None, sha256):
        yield entry.problem("sha256", f"The text of {path.name} has the hash {sha256}.")
    piece = Piece(
        file=str(path),
        line=1,
        given=entry.given if entry else {},
        fallback_id=fitting_id(path.stem, sha256),
        text=made.text,
        sha256=sha256,
        changes=made.changes,
    )
    problems = contract.article_problems(article_record(piece.record()))
    for problem in problems:
        if entry and problem.path in entry.given:
            yield entry.problem(problem.path, problem.message)
        else:
            yield piece.problem(problem.path, problem.message)
    if not problems:
        yield piece


def csv_items(path: Path, raw: bytes, contract: Contract) -> Iterator[Item]:
    """The articles in the rows of `raw`; a row's line is the one on which it begins.

    :raises UnreadableError: the file is not UTF-8.
    """
    text = decode(raw).removeprefix("\ufeff")
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
                if len(cells) == len(header):
                    row = dict(zip(header, cells, strict=True))
                    yield from _row(path, start, number, row, contract)
                else:
                    yield FileProblem(
                        str(path),
                        start,
                        "",
                        f"The row has {len(cells)} cells, and {len(header)} columns "
                        "are named.",
                    )
            start = rows.line_num + 1
    except csv.Error as error:
        yield FileProblem(
            str(path), start, "", f"The row that begins here is no CSV: {error}."
        )
    if header is None:
        yield FileProblem(
            str(path), 1, "", "The file is empty: name the columns in its first row."
        )


def _row(
    path: Path, line: int, number: int, row: dict[str, str], contract: Contract
) -> Iterator[Item]:
    try:
        made = canonical(row.pop("text"))
    except TextError as error:
        yield FileProblem(str(path), line, "text", str(error))
        return
    sha256 = digest(made.text)
    piece = Piece(
        file=str(path),
        line=line,
        given={name: cell.strip() for name, cell in row.items() if cell.strip()},
        fallback_id=fitting_id(f"{path.stem}-{number}", sha256),
        text=made.text,
        sha256=sha256,
        changes=made.changes,
    )
    problems = contract.article_problems(article_record(piece.record()))
    for problem in problems:
        yield piece.problem(problem.path, problem.message)
    if not problems:
        yield piece


def _header_problems(file: str, header: list[str]) -> Iterator[FileProblem]:
    known = ("id", "text", *METADATA)
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
