"""`workbench verify` and `backup`: the database, proved and kept."""

from pathlib import Path

import click

from workbench.cli.terminal import (
    FINDINGS,
    Failure,
    count,
    db_option,
    db_path,
    json_option,
    open_database,
    progress,
    report,
)
from workbench.store import copy, now, records


@click.command()
@db_option
@json_option
def verify(path: Path | None, as_json: bool) -> None:
    """Prove the database: texts, slices, keys, and the events replayed."""
    db = open_database(path)
    with progress("Verifying") as step:
        problems = list(records.problems(db, step))
    report(
        as_json,
        {"problems": problems, "sound": not problems},
        [
            *problems,
            f"{count(len(problems), 'problem')}."
            if problems
            else "The database is sound.",
        ],
    )
    if problems:
        raise SystemExit(FINDINGS)


@click.command()
@db_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to; the folder backups beside the database without it.",
)
def backup(path: Path | None, output: Path | None) -> None:
    """Write a copy of the database, also while it is in use."""
    db = open_database(path)
    source = db_path(path)
    stamp = now().replace(":", "").replace("-", "").replace(".", "")
    target = output or source.parent / "backups" / f"{source.stem}-{stamp}.db"
    if target.exists():
        raise Failure(f"{target} is there already: name another file with -o.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(db, target)
    except OSError as error:
        raise Failure(f"{target}: {error.strerror}.") from error
    click.echo(f"Wrote {target}")
