"""`workbench export`: everything, or the gold, proved and then written."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from workbench import files
from workbench.cli.terminal import (
    FINDINGS,
    Failure,
    contract,
    count,
    db_option,
    db_path,
    json_option,
    open_database,
    progress,
    refuse,
    report,
    stdout,
    suggested,
)
from workbench.dataset import ArticleRecord, Record
from workbench.schema import Contract
from workbench.store import articles, now, records


@contextmanager
def _refusing(output: Path | None) -> Iterator[None]:
    """Says why an export was refused, or could not be written; then does not come
    back."""
    try:
        yield
    except files.ExportRefused as refused:
        refuse(refused.problems, "written", code=FINDINGS)
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
    target = _Target(output, format_, exported, as_json)
    if not gold:
        target.check_day()
        rules, db = contract(), open_database(path)
        for key in keys:
            if articles.get(db, key) is None:
                raise Failure(f"There is no article {key!r} in {db_path(path)}.")
        total, found = records.count(db, keys or None), records.export(db, keys or None)
        _write(target, rules, total, found, records.claims(db))
        return
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
    if folder:
        rules, db = contract(), open_database(path)
        with _refusing(output):
            day = exported or now()[:10]
            gold_export.write_gold(db, wanted, folder, day, rules, as_json)
        return
    target.check_day()
    rules, db = contract(), open_database(path)
    made = gold_export.material_of(db, wanted, rules)
    _write(target, rules, len(made.records), made.records, made.claims)


@dataclass(frozen=True, slots=True)
class _Target:
    """What is written: the file, standard output without one; its format, and the day
    that a .json has."""

    output: Path | None
    format_: str
    exported: str | None
    as_json: bool

    def check_day(self) -> None:
        """Nothing, unless a day is given that nothing will hold.

        :raises click.UsageError: lines have no day.
        """
        if self.exported and self.format_ != "json":
            raise click.UsageError(
                "--exported is for --format json: lines have no day."
            )


def _write(
    target: _Target,
    rules: Contract,
    total: int,
    found: Iterable[ArticleRecord],
    claims: Iterable[Record],
) -> None:
    """One file of `total` records, proved, and what was written in a line or two."""
    output = target.output
    if output is not None and output.is_dir():
        raise Failure(f"{output}: Is a directory.")
    day = (target.exported or now()[:10]) if target.format_ == "json" else None
    with progress("Exporting") as step:

        def counted() -> Iterator[ArticleRecord]:
            for done, record in enumerate(found, 1):
                yield record
                step(done, total)

        with _refusing(output):
            done = files.export(
                counted(),
                output or stdout(),
                target.format_,
                rules,
                claims=claims,
                exported=day,
            )
    if output is not None:
        report(
            target.as_json,
            {
                "file": str(output),
                "articles": done.articles,
                "sets": done.sets,
                "annotations": done.annotations,
                "suggested_sets": done.suggested_sets,
                "suggested": done.suggested,
                "sha256": done.sha256,
            },
            [
                f"Wrote {output}: {count(done.articles, 'article')}, "
                f"{count(done.sets - done.suggested_sets, 'annotation set')}, "
                f"{count(done.annotations - done.suggested, 'annotation')}"
                f"{suggested(done.suggested, done.suggested_sets)}.",
                f"sha256 {done.sha256}",
            ],
        )
