"""manifest.json: what files lie beside it, and that they are still what they were."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.dataset import Record
from workbench.files.found import FileProblem
from workbench.schema import UnreadableError, decode, parse

NAME = "manifest.json"
FORMAT = "factcheck-manifest/1"


def listed(made: Mapping[str, bytes]) -> list[Record]:
    """Name, size in bytes and SHA-256 of each file, by name."""
    return [
        {
            "file": name,
            "bytes": len(made[name]),
            "sha256": hashlib.sha256(made[name]).hexdigest(),
        }
        for name in sorted(made)
    ]


def is_manifest(record: object) -> bool:
    """Whether it is a manifest, and no article that is called so."""
    return isinstance(record, dict) and record.get("format") == FORMAT


def read(folder: Path) -> Any:
    """What the folder's manifest.json holds; None where there is none.

    :raises UnreadableError: it is no JSON.
    """
    path = folder / NAME
    return parse(decode(path.read_bytes())) if path.is_file() else None


def names(record: Record) -> list[str]:
    """The files that a manifest lists, as far as it does."""
    files = record.get("files")
    entries = files if isinstance(files, list) else []
    return [
        entry["file"]
        for entry in entries
        if isinstance(entry, dict) and isinstance(entry.get("file"), str)
    ]


def problems(folder: Path) -> Iterator[FileProblem]:
    """What is otherwise in the folder than its manifest says: a file that was changed,
    is missing, or came later. Nothing where there is no manifest.

    Hidden files are nobody's.
    """
    path = folder / NAME
    try:
        record = read(folder)
    except UnreadableError as error:
        yield FileProblem(str(path), error.line, "", str(error))
        return
    if not is_manifest(record):
        return
    files = record.get("files")
    if not isinstance(files, list):
        yield FileProblem(str(path), 1, "files", "Must be the list of the files.")
        return
    known = {NAME}
    for i, entry in enumerate(files):
        name = entry.get("file") if isinstance(entry, dict) else None
        # Nothing outside of the folder is read because a file says so.
        if not isinstance(name, str) or Path(name).name != name:
            yield FileProblem(
                str(path), 1, f"files/{i}", "Must name a file in this folder."
            )
            continue
        known.add(name)
        yield from _entry_problems(folder / name, entry)
    for file in sorted(folder.iterdir()):
        if file.name not in known and not file.name.startswith("."):
            yield FileProblem(
                str(file), None, "", "The manifest does not list it: it came later."
            )


def _entry_problems(file: Path, entry: Record) -> Iterator[FileProblem]:
    if not file.is_file():
        yield FileProblem(str(file), None, "", "Is missing, and the manifest lists it.")
        return
    with file.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if (found, file.stat().st_size) != (entry.get("sha256"), entry.get("bytes")):
        yield FileProblem(
            str(file),
            None,
            "",
            "Was changed after the manifest was made: it has "
            f"{file.stat().st_size:,} bytes and the hash {found}. Export anew, or take "
            "manifest.json out if the change is meant.",
        )
