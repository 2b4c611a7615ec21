"""`workbench suggest`: files in, annotation sets of kind model out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from workbench import files
from workbench.cli.evaluate import evaluate
from workbench.cli.outside import from_file, from_url
from workbench.cli.terminal import (
    FINDINGS,
    INTERRUPTED,
    Failure,
    Named,
    contract,
    count,
    db_option,
    open_database,
    progress,
    refuse,
    report,
    stdout,
)
from workbench.dataset import ArticleRecord
from workbench.files.proposals import OURS
from workbench.labels import Labels
from workbench.spans import SpanError
from workbench.store import IntegrityError, articles, sets, suggestions
from workbench.suggest import suggesters


@click.command()
@click.argument("paths", nargs=-1, type=Named(path_type=Path))
@click.option(
    "--evaluate",
    "gold",
    multiple=True,
    metavar="GOLD",
    type=click.Path(path_type=Path),
    help="Hold the suggesters against this file or folder with gold (repeatable).",
)
@click.option(
    "--from",
    "outside",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Store what a model proposes in this .jsonl file, found again by its words "
    "(repeatable).",
)
@click.option(
    "--url",
    help="Ask this server for each article that has no suggestions of it yet.",
)
@click.option(
    "--as",
    "name",
    help="Whose the suggestions from outside are; the file or the server without it.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 600),
    help="Seconds that the server has for one article; 30 without it.",
)
@click.option("--loopback", is_flag=True, help="The server runs on this machine.")
@click.option(
    "--again",
    is_flag=True,
    help="Ask for every article, done or not; of our own rules, for older versions.",
)
@click.option("--dry-run", is_flag=True, help="Store nothing; say what would be.")
@db_option
@click.option(
    "--claims",
    type=click.Choice(suggesters.EAGERNESS),
    show_default="careful",
    help="How readily a clause of a file is suggested as a claim.",
)
@click.option("--json", "as_json", is_flag=True, help="Say what is wrong as JSON, too.")
def suggest(
    paths: tuple[Path, ...],
    gold: tuple[Path, ...],
    outside: tuple[Path, ...],
    url: str | None,
    name: str | None,
    timeout: float | None,
    loopback: bool,
    again: bool,
    dry_run: bool,
    path: Path | None,
    claims: str | None,
    as_json: bool,
) -> None:
    """Propose quotes, figures and claims for the articles in files, or in the database.

    Of files, prints an article record a line, each with one annotation set of kind
    model whose origins name the rule behind every suggestion. PATH is what can be
    imported: a .txt, .csv, .json or .jsonl file, or a folder. No database is read or
    written then.

    Without files, stores suggestions for the articles of the database that have none;
    with --again, also for those of an older version of the rules.
    """
    given = [bool(paths), bool(gold), bool(outside), url is not None]
    if sum(given) > 1:
        raise click.UsageError(
            "Name one of these: files, gold with --evaluate, --from, or --url."
        )
    if (name or loopback) and not outside and url is None:
        raise click.UsageError("--as and --loopback go with --from or --url.")
    if name is not None and not (
        name.strip() and len(name) <= 80 and name.isprintable()
    ):
        raise click.UsageError("--as is a name of 1 to 80 characters in one line.")
    if name == suggesters.SUGGESTER:
        raise click.UsageError(f"--as: {OURS}")
    if again and (gold or outside):
        raise click.UsageError("--again is for the database: with --url, or alone.")
    if timeout is not None and url is None:
        raise click.UsageError("--timeout goes with --url.")
    if paths and (again or dry_run or path):
        raise click.UsageError(
            "For files no database is read: leave out --db, --again and --dry-run."
        )
    if gold and (dry_run or path):
        raise click.UsageError(
            "--evaluate reads no database: leave out --db and --dry-run."
        )
    if claims is not None and not (paths or gold):
        raise click.UsageError(
            "--claims goes with files or --evaluate: in the database a batch says how "
            "readily claims are shown."
        )
    claims = claims or "careful"
    if gold:
        evaluate(gold, claims, as_json)
        return
    if outside:
        from_file(outside, path, name, dry_run, as_json)
        return
    if url is not None:
        from_url(url, path, name, timeout or 30.0, loopback, again, dry_run, as_json)
        return
    if not paths:
        _fill(path, again, dry_run, as_json)
        return
    held = contract()
    reading = files.read(paths, held)
    if reading.problems:
        refuse(reading.problems, "suggested", as_json)
    if not reading.found:
        raise Failure("There is no article in what you named.")
    with progress("Suggesting") as step:
        records = _suggested(reading.found, held.labels, claims, step)
        try:
            files.export(records, stdout(), "jsonl", held)
        except files.ExportRefused as refused:
            refuse(refused.problems, "printed", as_json, FINDINGS)


def _fill(path: Path | None, again: bool, dry_run: bool, as_json: bool) -> None:
    """Store what our own rules say of the articles that have no suggestions of them.

    What is told are articles whose suggestions are others now: of what version an empty
    set is nobody can tell, so that of those every one is read anew.
    """
    held = contract()
    db = open_database(path)
    found = filled = 0
    refused: list[str] = []
    stopped = False
    try:
        anything = articles.count(db) > 0
        wanted = suggestions.lacking(
            db, suggesters.SUGGESTER, suggesters.VERSION if again else None
        )
        primary = {label.name for label in held.labels.primary}
        with progress("Suggesting") as step:
            for done, (row, key, text) in enumerate(wanted, 1):
                made = suggesters.stored(text, held.labels)
                # One article at a time, so that nobody who labels waits for the rest,
                # and what one refuses stops no other.
                try:
                    changed = dry_run or suggestions.fill(db, row, text, made)
                except (IntegrityError, sets.Unknown, SpanError) as error:
                    told = str(error).rstrip(".")
                    refused.append(f"{key}: its suggestions cannot be stored: {told}.")
                    continue
                filled += changed
                found += changed * sum(a.label in primary for a in made.annotations)
                step(done, len(wanted))
    except KeyboardInterrupt:
        stopped = True
    finally:
        db.close()
    value = {
        "articles": filled,
        "suggestions": found,
        "stored": 0 if dry_run else filled,
        "refused": refused,
    }
    line = f"{count(found, 'suggestion')} for {count(filled, 'article')}"
    if stopped:
        line = f"Stopped: {line} stored."
    elif not anything:
        line = "There is no article in the database: import something first."
    elif not filled and not refused:
        line = "Every article has its suggestions."
    else:
        line += ", not stored." if dry_run else "."
    for one in refused:
        click.echo(one, err=True)
    report(as_json, value, [line])
    if stopped:
        raise SystemExit(INTERRUPTED)
    if refused:
        raise SystemExit(FINDINGS)


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
