"""articles.json: what a list says of the texts that lie beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from workbench.files.found import METADATA, FileProblem
from workbench.schema import UnreadableError, decode, lines_of, parse


@dataclass(frozen=True, slots=True)
class Entry:
    """What an articles.json says of one text."""

    file: str
    lines: Mapping[str, int]
    given: Mapping[str, str]
    sha256: str | None

    def problem(self, name: str, message: str) -> FileProblem:
        return FileProblem(self.file, self.lines[name], name, message)


@dataclass(slots=True)
class Sidecar:
    """An articles.json: metadata of the texts beside it, by the name of the file."""

    path: Path
    is_list: bool = True
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[FileProblem] = field(default_factory=list)
    told: bool = False

    def without_file(self, names: set[str]) -> Iterator[FileProblem]:
        """A problem for each entry whose text is not among `names`."""
        for name, entry in self.entries.items():
            if name not in names:
                yield entry.problem("file", f"There is no file {name!r}.")


def read_sidecar(path: Path) -> Sidecar:
    sidecar = Sidecar(path)
    try:
        text = decode(path.read_bytes())
        entries = parse(text)
    except UnreadableError as error:
        sidecar.problems.append(FileProblem(str(path), error.line, "", str(error)))
        return sidecar
    if not isinstance(entries, list):
        sidecar.is_list = False
        return sidecar
    names = ("file", "id", "sha256", *METADATA)
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
            given = {n: entry[n] for n in ("id", *METADATA) if entry.get(n)}
            sidecar.entries[entry["file"]] = Entry(
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
