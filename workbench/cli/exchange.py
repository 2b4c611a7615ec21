"""`workbench import` and `validate`: files from anywhere."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlite_utils import Database

from workbench import files
from workbench.cli.terminal import (
    FINDINGS,
    Failure,
    Named,
    contract,
    count,
    db_option,
    db_path,
    json_option,
    open_database,
    progress,
    refuse,
    report,
    suggested,
)
from workbench.store import records


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=Named(path_type=Path))
@db_option
@click.option("--dry-run", is_flag=True, help="Check everything, take nothing in.")
@json_option
def import_(
    paths: tuple[Path, ...], path: Path | None, dry_run: bool, as_json: bool
) -> None:
    """Bring articles and annotation sets in: .txt, .json, .jsonl, .csv, or a folder.

    All of it or nothing. A text that is here already is recognised and not doubled.
    """
    rules = contract()
    with progress("Reading") as step:
        reading = files.read(paths, rules, progress=step)
    if reading.problems:
        refuse(reading.problems, "imported", as_json)
    if not reading.found and not reading.claims:
        raise Failure("There is no article in what you named.")
    with _opened(path, dry_run=dry_run) as db, progress("Storing") as step:
        done = records.bring_in(
            db,
            [f.record for f in reading.found],
            reading.claims,
            dry_run=dry_run,
            progress=step,
        )
    if done.problems:
        places = [None if at is None else reading.found[at] for at, _ in done.problems]
        refuse(
            (
                f"{_place(found) if found else 'claims'}: {message}"
                for found, (_, message) in zip(places, done.problems, strict=True)
            ),
            "imported",
            as_json,
            FINDINGS,
        )
    changed = {_place(f): f.changes for f in reading.found if f.changes}
    lines = [
        f"{where}: {', '.join(f'{what} ({n})' for what, n in changes.items())}"
        for where, changes in sorted(changed.items())
    ]
    lines += [
        f"{key}: this text is here already, not doubled" for key in sorted(done.known)
    ]
    did = "Would import" if dry_run else "Imported"
    lines.append(
        f"{did} {count(len(done.added), 'article')}, "
        f"{count(done.sets - done.suggested_sets, 'annotation set')} with "
        f"{count(done.annotations - done.suggested, 'annotation')}, "
        f"{count(done.claims, 'claim')}"
        f"{suggested(done.suggested, done.suggested_sets)}."
    )
    report(
        as_json,
        {
            "added": sorted(done.added),
            "known": sorted(done.known),
            "sets": done.sets,
            "known_sets": done.known_sets,
            "annotations": done.annotations,
            "suggested_sets": done.suggested_sets,
            "suggested": done.suggested,
            "claims": done.claims,
            "changed": changed,
            "dry_run": dry_run,
        },
        lines,
    )


@contextmanager
def _opened(path: Path | None, *, dry_run: bool) -> Iterator[Database]:
    """The database to import into; one that is forgotten where there is none yet and
    the run is dry: a check leaves nothing behind."""
    if not dry_run or db_path(path).exists():
        yield open_database(path, make=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        db = open_database(Path(folder) / "workbench.db", make=True)
        yield db
        db.close()


def _place(found: files.Found) -> str:
    return f"{found.file}:{found.line}" if found.line else found.file


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Named(path_type=Path))
@json_option
def validate(paths: tuple[Path, ...], as_json: bool) -> None:
    """Check files from anywhere: schema, then integrity. Every problem is a line."""
    rules = contract()
    for path in paths:
        if not path.exists():
            raise Failure(f"{path}: there is no such file or folder.")
    with progress("Validating") as step:
        problems = list(files.validate(paths, rules, progress=step))
    report(
        as_json,
        {
            "valid": not problems,
            "problems": [
                {"file": p.file, "line": p.line, "path": p.path, "message": p.message}
                for p in problems
            ],
        },
        [str(problem) for problem in problems]
        + [f"{count(len(problems), 'problem')}." if problems else "Valid."],
    )
    if problems:
        raise SystemExit(FINDINGS)
