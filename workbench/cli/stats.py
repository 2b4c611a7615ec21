"""`workbench stats`."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from workbench import files, stats
from workbench.cli.terminal import (
    UNREADABLE,
    Failure,
    contract,
    count,
    db_option,
    json_option,
    open_database,
    progress,
    report,
)
from workbench.dataset import ArticleRecord
from workbench.store import batches, records


@click.command("stats")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@db_option
@click.option("--batch", help="Only the articles of this batch (database).")
@json_option
def stats_command(
    paths: tuple[Path, ...], path: Path | None, batch: str | None, as_json: bool
) -> None:
    """Count what is in files, or in the database without any.

    Articles, words, outlets, languages and days; for each kind of annotation set the
    annotations of each label, how many have each attribute, and for gold where it comes
    from. Of several files, each is counted by itself, too.
    """
    if paths and (path or batch):
        raise click.UsageError(
            "Name files or a database, not both: --db and --batch are for the database."
        )
    rules = contract()
    if not paths:
        whole = stats.counted(_stored(path, batch), rules.labels)
        report(as_json, whole.as_record(), stats.lines(whole))
        return
    found = _read(paths, as_json)
    whole = stats.counted((one.record for one in found), rules.labels)
    by_file: dict[str, list[ArticleRecord]] = {}
    for one in found:
        by_file.setdefault(one.file, []).append(one.record)
    # A dataset folder has a text in each file: those are articles, and no parts.
    parts = {
        name: stats.counted(some, rules.labels)
        for name, some in by_file.items()
        if len(by_file) > 1 and not name.endswith(".txt")
    }
    report(
        as_json,
        whole.as_record()
        | {"files": {name: one.as_record() for name, one in parts.items()}},
        stats.lines(whole)
        + [line for name, one in parts.items() for line in _part(name, one)],
    )


def _part(name: str, one: stats.Stats) -> list[str]:
    return ["", name, *(f"  {line}" for line in stats.lines(one))]


def _stored(path: Path | None, batch: str | None) -> Iterable[ArticleRecord]:
    db = open_database(path)
    keys = None
    if batch is not None:
        found = batches.named(db, batch)
        if found is None:
            raise Failure(f"There is no batch called {batch!r}.")
        keys = batches.keys(db, found.id)
    return records.export(db, keys)


def _read(paths: tuple[Path, ...], as_json: bool) -> list[files.Found]:
    """What the files hold; does not come back when something is wrong in them."""
    for one in paths:
        if not one.exists():
            raise Failure(f"{one}: there is no such file or folder.")
    with progress("Reading") as step:
        reading = files.read(paths, contract(), progress=step)
    if reading.problems:
        told = [str(problem) for problem in reading.problems]
        if as_json:
            click.echo(json.dumps({"problems": told}, ensure_ascii=False, indent=2))
        else:
            for line in told:
                click.echo(line, err=True)
            click.echo(f"{count(len(told), 'problem')}; nothing was counted.", err=True)
        raise SystemExit(UNREADABLE)
    return reading.found
