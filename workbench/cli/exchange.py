"""`workbench import`, `export` and `validate`: what comes in and what goes out."""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

import click
from sqlite_utils import Database

from workbench import files
from workbench.cli.terminal import (
    FINDINGS,
    UNREADABLE,
    Failure,
    contract,
    count,
    db_option,
    db_path,
    json_option,
    open_database,
    progress,
    report,
)
from workbench.dataset import ArticleRecord
from workbench.store import articles, now, records


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
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
        _refuse(as_json, [str(problem) for problem in reading.problems])
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
        _refuse(
            as_json,
            [
                f"{_place(found) if found else 'claims'}: {message}"
                for found, (_, message) in zip(places, done.problems, strict=True)
            ],
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
        f"{count(done.sets, 'annotation set')} with "
        f"{count(done.annotations, 'annotation')}, {count(done.claims, 'claim')}."
    )
    report(
        as_json,
        {
            "added": sorted(done.added),
            "known": sorted(done.known),
            "sets": done.sets,
            "known_sets": done.known_sets,
            "annotations": done.annotations,
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


def _refuse(as_json: bool, problems: list[str], code: int = UNREADABLE) -> NoReturn:
    """Says every problem and that nothing was taken in; does not come back."""
    if as_json:
        click.echo(json.dumps({"problems": problems}, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(problem, err=True)
        click.echo(
            f"{count(len(problems), 'problem')}; nothing was imported.", err=True
        )
    raise SystemExit(code)


@contextmanager
def _refusing(output: Path | None) -> Iterator[None]:
    """Says why an export was refused, or could not be written; then does not come
    back."""
    try:
        yield
    except files.ExportRefused as refused:
        for problem in refused.problems:
            click.echo(str(problem), err=True)
        click.echo(
            f"{count(len(refused.problems), 'problem')}; nothing was written.",
            err=True,
        )
        raise SystemExit(FINDINGS) from None
    except OSError as error:
        raise Failure(f"{output}: {error.strerror or error}.") from error


def _day(
    context: click.Context, parameter: click.Parameter, written: str | None
) -> str | None:
    """The day as it was written, when it is one."""
    try:
        if written is None or date.fromisoformat(written).isoformat() == written:
            return written
    except ValueError:
        pass
    raise click.BadParameter(f"{written!r} is no day: write it as 2026-01-31.")


@click.command()
@db_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "jsonl"]),
    default="jsonl",
    show_default=True,
    help="One dataset with the claims, or an article a line.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write; standard output without it. With --gold, a name that ends "
    "in neither .json nor .jsonl is a folder, with data card and manifest.",
)
@click.option(
    "--article", "keys", multiple=True, help="Only this article (may be repeated)."
)
@click.option(
    "--exported",
    callback=_day,
    help="Day to write into a .json export or a data card; today without it.",
)
@click.option("--gold", is_flag=True, help="Only the newest gold versions.")
@click.option("--batch", help="Only the gold of this batch.")
@click.option(
    "--version",
    type=click.IntRange(1),
    help="This version of the batch's gold, instead of the newest.",
)
@click.option(
    "--with-rejected", is_flag=True, help="With what was rejected: hard negatives."
)
@click.option(
    "--split",
    "parts",
    help="Shares as train=80,dev=10,test=10: a folder with a file each.",
)
@click.option("--seed", type=int, help="Draws the split; 0 without it.")
@click.option(
    "--names", is_flag=True, help="Call people by their names, not by pseudonyms."
)
@click.option("--licence", default="", help="What the data card says of the licence.")
@json_option
def export(
    path: Path | None,
    format_: str,
    output: Path | None,
    keys: tuple[str, ...],
    exported: str | None,
    gold: bool,
    batch: str | None,
    version: int | None,
    with_rejected: bool,
    parts: str | None,
    seed: int | None,
    names: bool,
    licence: str,
    as_json: bool,
) -> None:
    """Write everything as one file, after proving it: schema and integrity.

    With --gold, what adjudication made instead: each annotation with where it comes
    from, people as pseudonyms. A folder gets a data card and a manifest, too. A split
    goes by article: the same text or the same canonical claim is never torn apart, and
    what is added later moves nothing that is there.
    """
    if not gold and (
        batch
        or version
        or with_rejected
        or parts
        or names
        or licence
        or seed is not None
    ):
        raise click.UsageError(
            "--batch, --version, --with-rejected, --split, --seed, --names and "
            "--licence are for --gold."
        )
    if gold and keys:
        raise click.UsageError("--article is for an export without --gold.")
    if seed is not None and parts is None:
        raise click.UsageError("--seed is for --split: without one nothing is drawn.")
    made = None
    if gold:
        # It brings half of the workbench along, and most exports need none of it.
        from workbench.cli import gold as gold_export
        from workbench.files.gold import Wanted

        folder = output if output and gold_export.is_folder(output) else None
        if folder is None and (parts is not None or licence):
            raise click.UsageError(
                "--split and --licence are for a folder: name it with -o, without "
                ".json or .jsonl at its end."
            )
        if folder and format_ == "json":
            raise click.UsageError(
                "--format json is for one file: a folder has an article a line."
            )
        how = Wanted(None, seed or 0, with_rejected, names, licence.strip())
        wanted = gold_export.asked(batch, version, parts, how)
        rules, db = contract(), open_database(path)
        if folder:
            with _refusing(output):
                day = exported or now()[:10]
                gold_export.write_gold(db, wanted, folder, day, rules, as_json)
            return
        made = gold_export.material_of(db, wanted, rules)
    if exported and format_ != "json":
        raise click.UsageError("--exported is for --format json: lines have no day.")
    if not gold:
        rules, db = contract(), open_database(path)
    if output is not None and output.is_dir():
        raise Failure(f"{output}: Is a directory.")
    for key in keys:
        if articles.get(db, key) is None:
            raise Failure(f"There is no article {key!r} in {db_path(path)}.")
    target = output or sys.stdout.buffer
    with progress("Exporting") as step:
        if made:
            total, found = len(made.records), iter(made.records)
        else:
            total = records.count(db, keys or None)
            found = records.export(db, keys or None)

        def counted() -> Iterator[ArticleRecord]:
            for done, record in enumerate(found, 1):
                yield record
                step(done, total)

        with _refusing(output):
            done = files.export(
                counted(),
                target,
                format_,
                rules,
                claims=made.claims if made else records.claims(db),
                exported=(exported or now()[:10]) if format_ == "json" else None,
            )
    if output is not None:
        report(
            as_json,
            {
                "file": str(output),
                "articles": done.articles,
                "sets": done.sets,
                "annotations": done.annotations,
                "sha256": done.sha256,
            },
            [
                f"Wrote {output}: {count(done.articles, 'article')}, "
                f"{count(done.sets, 'annotation set')}, "
                f"{count(done.annotations, 'annotation')}.",
                f"sha256 {done.sha256}",
            ],
        )


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
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
