"""The articles that a command is about: in files, or in the database without any."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from workbench import files
from workbench.cli.terminal import Failure, open_database, progress, refuse
from workbench.dataset import ArticleRecord
from workbench.schema import Contract
from workbench.store import batches, records

paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
batch_option = click.option(
    "--batch", help="Only the articles of this batch (database)."
)


def checked(paths: Sequence[Path], path: Path | None, batch: str | None) -> None:
    """Nothing, when files or a database are named, and the files are there.

    :raises click.UsageError: both are named.
    :raises Failure: a file is not there.
    """
    if paths and (path or batch):
        raise click.UsageError(
            "Name files or a database, not both: --db and --batch are for the database."
        )
    for one in paths:
        if not one.exists():
            raise Failure(f"{one}: there is no such file or folder.")


def stored(path: Path | None, batch: str | None) -> Iterator[ArticleRecord]:
    """The articles of the database, or of one of its batches.

    :raises Failure: there is no such batch.
    """
    db = open_database(path)
    keys = None
    if batch is not None:
        found = batches.named(db, batch)
        if found is None:
            raise Failure(f"There is no batch called {batch!r}.")
        keys = batches.keys(db, found.id)
    try:
        with progress("Reading") as step:
            total = records.count(db, keys)
            for done, record in enumerate(records.export(db, keys), 1):
                yield record
                step(done, total)
    finally:
        db.close()


def read(
    paths: Sequence[Path], rules: Contract, nothing: str, as_json: bool = False
) -> list[files.Found]:
    """What the files hold; where something is wrong in them it is said, and that
    nothing was `nothing`, and there is no coming back."""
    with progress("Reading") as step:
        reading = files.read(paths, rules, progress=step)
    if reading.problems:
        refuse(reading.problems, nothing, as_json)
    return reading.found
