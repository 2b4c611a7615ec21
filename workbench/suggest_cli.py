"""`workbench suggest`: files in, annotation sets of kind model out."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from workbench import files
from workbench.dataset import ArticleRecord
from workbench.evaluate_cli import evaluate
from workbench.labels import Labels
from workbench.suggest import suggesters
from workbench.terminal import FINDINGS, UNREADABLE, contract, progress


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--evaluate",
    "gold",
    multiple=True,
    metavar="GOLD",
    type=click.Path(path_type=Path),
    help="Hold the suggesters against this file or folder with gold (repeatable).",
)
@click.option(
    "--claims",
    type=click.Choice(suggesters.EAGERNESS),
    default="careful",
    show_default=True,
    help="How readily a clause is suggested as a claim.",
)
@click.option("--json", "as_json", is_flag=True, help="Say what is wrong as JSON, too.")
def suggest(
    paths: tuple[Path, ...], gold: tuple[Path, ...], claims: str, as_json: bool
) -> None:
    """Propose quotes, figures and claims for the articles in files.

    Prints an article record a line, each with one annotation set of kind model whose
    origins name the rule behind every suggestion. PATH is what can be imported: a .txt,
    .csv, .json or .jsonl file, or a folder. No database is read or written.
    """
    if gold:
        if paths:
            raise click.UsageError("Name articles, or gold with --evaluate, not both.")
        evaluate(gold, claims, as_json)
        return
    if not paths:
        raise click.UsageError("Name a file or folder, or gold with --evaluate.")
    held = contract()
    reading = files.read(paths, held)
    if reading.problems:
        _refuse([str(problem) for problem in reading.problems], as_json, UNREADABLE)
    if not reading.found:
        _refuse(["There is no article in what you named."], as_json, UNREADABLE)
    with progress("Suggesting") as step:
        records = _suggested(reading.found, held.labels, claims, step)
        try:
            files.export(records, sys.stdout.buffer, "jsonl", held)
        except files.ExportRefused as refused:
            _refuse([str(p) for p in refused.problems], as_json, FINDINGS)


def _suggested(
    found: Sequence[files.Found],
    labels: Labels,
    claims: str,
    step: Callable[[int, int], None],
) -> Iterator[ArticleRecord]:
    for done, one in enumerate(found, 1):
        article = one.record.article
        made = suggesters.suggest(article.text, claims)
        yield ArticleRecord(
            article, (made.annotation_set(suggesters.SUGGESTER, labels),)
        )
        step(done, len(found))


def _refuse(problems: list[str], as_json: bool, code: int) -> NoReturn:
    """Says every problem; does not come back."""
    if as_json:
        click.echo(json.dumps({"problems": problems}, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(problem, err=True)
    raise SystemExit(code)
