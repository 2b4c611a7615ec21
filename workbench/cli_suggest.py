"""The command that suggests: files in, annotation sets of kind model out."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from workbench import files, schema
from workbench.dataset import ArticleRecord
from workbench.labels import Labels
from workbench.suggest import suggesters

FINDINGS, UNREADABLE = 1, 2
#: Who the sets are by.
ANNOTATOR = "workbench suggest"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--claims",
    type=click.Choice(suggesters.EAGERNESS),
    default="careful",
    show_default=True,
    help="How readily a clause is suggested as a claim.",
)
@click.option("--json", "as_json", is_flag=True, help="Say what is wrong as JSON, too.")
def suggest(paths: tuple[Path, ...], claims: str, as_json: bool) -> None:
    """Propose quotes, figures and claims for the articles in files.

    Prints an article record a line, each with one annotation set of kind model whose
    notes name the rule behind every suggestion. PATH is what can be imported: a .txt,
    .csv, .json or .jsonl file, or a folder. No database is read or written.
    """
    named = os.environ.get("WORKBENCH_SCHEMA")
    contract = schema.load(Path(named) if named else None)
    reading = files.read(paths, contract)
    if reading.problems:
        _refuse([str(problem) for problem in reading.problems], as_json, UNREADABLE)
    if not reading.found:
        _refuse(["There is no article in what you named."], as_json, UNREADABLE)
    bar = click.progressbar(
        reading.found,
        label="Suggesting",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    )
    with bar as articles:
        try:
            files.export(
                _suggested(articles, contract.labels, claims),
                sys.stdout.buffer,
                "jsonl",
                contract,
            )
        except files.ExportRefused as refused:
            _refuse([str(p) for p in refused.problems], as_json, FINDINGS)


def _suggested(
    found: Iterator[files.Found], labels: Labels, claims: str
) -> Iterator[ArticleRecord]:
    for article in found:
        text = article.record.article
        made = suggesters.suggest(text.text, claims)
        yield ArticleRecord(text, (made.annotation_set(ANNOTATOR, labels),))


def _refuse(problems: list[str], as_json: bool, code: int) -> NoReturn:
    """Says every problem; does not come back."""
    if as_json:
        click.echo(json.dumps({"problems": problems}, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(problem, err=True)
    raise SystemExit(code)
