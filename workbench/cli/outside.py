"""Suggestions from outside: `workbench suggest --from FILE` and `--url URL`."""

import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import click
from sqlite_utils import Database

from workbench.cli.terminal import (
    FINDINGS,
    INTERRUPTED,
    UNREADABLE,
    Failure,
    contract,
    count,
    open_database,
    progress,
    refuse,
    report,
)
from workbench.dataset import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Problem,
    article_record,
    read_set,
)
from workbench.files.found import FileProblem
from workbench.files.proposals import (
    Enclosed,
    Placed,
    Proposals,
    place,
    read_proposals,
)
from workbench.files.remote import Remote, RemoteError, post_json, remote
from workbench.schema import Contract, UnreadableError, parse
from workbench.spans import Origin
from workbench.store import (
    IntegrityError,
    articles,
    sets,
    suggestions,
    write,
)
from workbench.store.articles import Stored


class _DryRun(Exception):  # noqa: N818 - nothing is wrong with a dry run
    """Rolls back on purpose."""


@dataclass(slots=True)
class _Taken:
    """What came of a file or of a server."""

    articles: int = 0
    changed: int = 0
    how: Counter[str] = field(default_factory=Counter)
    lost: list[FileProblem] = field(default_factory=list)
    enclosed: list[Enclosed] = field(default_factory=list)

    def add(self, placed: Placed, changed: bool) -> None:
        self.articles += 1
        self.changed += changed
        self.how += placed.how
        self.lost += placed.lost
        self.enclosed += placed.enclosed


#: Of what is wrong in a file, or in an answer, so much is told.
_MOST = 20


def from_file(
    paths: Sequence[Path],
    path: Path | None,
    name: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Store what models propose in the files, and list what has no single place.

    Ends the command: with 2 where a file is not right, and nothing was stored; with 1
    where something was left out.
    """
    held = contract()
    read: list[Proposals] = []
    problems: list[FileProblem] = []
    for file in paths:
        wrong: list[FileProblem] = []
        proposes = False
        for one in read_proposals(file, held, name or file.stem[:80]):
            if isinstance(one, FileProblem):
                wrong.append(one)
            else:
                proposes = True
                read.append(one)
        if wrong and file.suffix.lower() == ".json":
            told = "Is .json: --from reads .jsonl, a record on each line."
            wrong = [FileProblem(str(file), None, "", told)]
        elif not wrong and not proposes:
            wrong = [FileProblem(str(file), None, "", "Nothing is proposed here.")]
        problems += wrong
    if problems:
        refuse(_first(problems), "stored", as_json)
    db = open_database(path)
    taken = _Taken()
    try:
        with write(db):
            _take(db, read, held, taken)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    finally:
        db.close()
    _tell(taken, dry_run, as_json)


def _first(problems: Sequence[FileProblem]) -> list[FileProblem]:
    """The first problems, each as long as a few lines, and how many more there are."""
    told = [replace(one, message=_short(one.message)) for one in problems[:_MOST]]
    more = len(problems) - _MOST
    if more > 0:
        told.append(
            replace(told[-1], line=None, path="", message=f"And {more:,} more.")
        )
    return told


def _short(message: str) -> str:
    return message if len(message) <= 300 else f"{message[:220]} … {message[-60:]}"


def _take(db: Database, read: list[Proposals], held: Contract, taken: _Taken) -> None:
    of: dict[tuple[str, str], list[Proposals]] = {}
    known: dict[str, Stored] = {}
    for one in read:
        found = _article(db, one)
        if isinstance(found, FileProblem):
            taken.lost.append(found)
            continue
        known[found.article.id] = found
        of.setdefault((found.article.id, one.annotator), []).append(one)
    with progress("Storing") as step:
        for done, ((key, annotator), proposals) in enumerate(of.items(), 1):
            stored = known[key]
            placed = place(proposals, stored.article.text, annotator, held)
            # A model may propose nothing any more; what found no place is no such word.
            says = bool(placed.made.annotations) or not placed.lost
            changed = says and suggestions.fill(
                db, stored.row, stored.article.text, placed.made
            )
            taken.add(placed, changed)
            step(done, len(of))


def _article(db: Database, one: Proposals) -> Stored | FileProblem:
    """The article that a line is about, by its text, its id or its address."""
    by_text = articles.row_of_text(db, one.sha256) if one.sha256 else None
    keys = [by_text[1]] if by_text else []
    if not keys and one.article:
        keys = [one.article]
    if not keys and one.url:
        keys = articles.of_url(db, one.url)
    if len(keys) > 1:
        message = f"{one.url} is the address of {', '.join(keys)}: name one of them."
        return FileProblem(one.file, one.line, "ambiguous", message)
    found = articles.get(db, keys[0]) if keys else None
    if found is None:
        told = one.article or one.url or one.sha256
        return FileProblem(
            one.file,
            one.line,
            "lost",
            f"There is no article {told!r}: import it first.",
        )
    return found


def _tell(
    taken: _Taken,
    dry_run: bool,
    as_json: bool,
    stopped: str | None = None,
    code: int = UNREADABLE,
) -> None:
    stored = taken.how.total()
    record = {
        "articles": taken.articles,
        "changed": taken.changed,
        "dry_run": dry_run,
        "placed": stored,
        "how": dict(sorted(taken.how.items())),
        "stopped": stopped,
        "by_context": [asdict(one) for one in taken.enclosed],
        "left_out": [
            {
                "file": one.file,
                "line": one.line,
                "kind": one.path,
                "reason": one.message,
            }
            for one in taken.lost
        ],
    }
    told = ", ".join(f"{n:,} {_HOW[how]}" for how, n in sorted(taken.how.items()) if n)
    verb = "would be stored" if dry_run else "stored"
    line = (
        f"{count(stored, 'suggestion')} for {count(taken.articles, 'article')} {verb}"
        if stored or taken.changed or dry_run
        else "Nothing was stored that was not there before"
        if taken.articles and not taken.lost
        else "Nothing was stored"
    )
    if not as_json:
        for one in (*taken.enclosed, *taken.lost):
            click.echo(str(one), err=True)
    report(as_json, record, [f"{line}{f' ({told})' if told else ''}."])
    if taken.lost:
        click.echo(f"{len(taken.lost):,} left out.", err=True)
    if stopped or taken.lost:
        raise SystemExit(code if stopped else FINDINGS)


_HOW = {
    "offsets": "where they were said to be",
    "exact": "by their words",
    "folded": "with other marks or spaces",
    "context": "by what stands around them",
}


# --- a server -------------------------------------------------------------------------

#: What a server may answer for one article, in bytes.
LIMIT = 10_000_000
TOKEN = "WORKBENCH_SUGGESTER_TOKEN"


def from_url(
    url: str,
    path: Path | None,
    name: str | None,
    seconds: float,
    loopback: bool,
    again: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Ask the server at `url` for suggestions and store each answer that is right.

    Ends the command: with 2 where the server cannot be asked, what was stored before
    that stays; with 1 where an answer was refused.
    """
    held = contract()
    try:
        to = remote(url, loopback=loopback)
    except RemoteError as error:
        raise Failure(str(error)) from error
    usual = 443 if to.is_encrypted else 80
    # Servers on two ports of a machine are two.
    annotator = name or (to.host if to.port == usual else f"{to.host}:{to.port}")[-80:]
    token = _token()
    db = open_database(path)
    taken = _Taken()
    stopped: str | None = None
    interrupted = False
    asked: list[str] = []
    try:
        anything = articles.count(db) > 0
        asked = _asked(db, annotator, again)
        with progress("Asking") as step:
            for done, key in enumerate(asked, 1):
                stored = articles.get(db, key)
                if stored is None:  # Removed meanwhile.
                    continue
                try:
                    answer = _answer(to, stored.article, seconds, token)
                except RemoteError as error:
                    stopped = f"{key}: {error}"
                    break
                _keep(db, stored, annotator, answer, held, dry_run, taken)
                step(done, len(asked))
    except KeyboardInterrupt:
        interrupted = True
        stopped = "your wish; what was stored before that stays."
    finally:
        db.close()
    if stopped is not None:
        click.echo(f"Stopped at {stopped}", err=True)
    if not (asked or as_json or stopped):
        click.echo(
            f"Every article has suggestions of {annotator} already."
            if anything
            else "There is no article in the database: import something first."
        )
        return
    code = INTERRUPTED if interrupted else UNREADABLE
    _tell(taken, dry_run, as_json, stopped, code)


def _asked(db: Database, annotator: str, again: bool) -> list[str]:
    """The ids of the articles to ask for: those without suggestions by `annotator`."""
    if again:
        return articles.keys(db)
    return [key for _, key, _ in suggestions.lacking(db, annotator)]


def _token() -> str | None:
    """The token that goes along, without the line break that a file may end with.

    :raises Failure: no header can hold it; the message does not tell it.
    """
    token = os.environ.get(TOKEN, "").strip()
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise Failure(f"{TOKEN} holds a space or a character that no header can hold.")
    return token or None


def _answer(to: Remote, article: Article, seconds: float, token: str | None) -> bytes:
    record = article_record(ArticleRecord(article))
    body = json.dumps(record, ensure_ascii=False).encode()
    return post_json(to, body, seconds=seconds, limit=LIMIT, token=token)


def _keep(
    db: Database,
    stored: Stored,
    annotator: str,
    answer: bytes,
    held: Contract,
    dry_run: bool,
    taken: _Taken,
) -> None:
    """Store an answer, whole, or note why it is refused."""
    article = stored.article
    made, problems = model_set(answer, article.text, annotator, held)
    if made is None:
        taken.lost += _first(
            [
                FileProblem(article.id, None, _short(one.path), one.message)
                for one in problems
            ]
        )
        return
    if not dry_run:
        try:
            taken.changed += suggestions.fill(db, stored.row, article.text, made)
        except (IntegrityError, sets.Unknown) as error:
            told = f"Its suggestions cannot be stored: {error}."
            taken.lost.append(FileProblem(article.id, None, "refused", told))
            return
    taken.articles += 1
    taken.how["offsets"] += len(made.annotations)


def model_set(
    answer: bytes, text: str, annotator: str, held: Contract
) -> tuple[AnnotationSet | None, list[Problem]]:
    """The set of kind model that `answer` is, in the name of `annotator`; or None, and
    everything that is wrong with it."""
    try:
        record = parse(answer)
    except UnreadableError as error:
        told = str(error).replace(": save the file as UTF-8.", ".")
        told = told.replace(": save it as UTF-8.", ".").replace("The file", "It")
        return None, [Problem("", f"Line {error.line} of the answer: {told}")]
    problems = held.set_problems(record, text)
    if not problems and record["kind"] != "model":
        problems = [Problem("kind", f"Is {record['kind']!r}: a server's is 'model'.")]
    if problems:
        return None, problems
    made = read_set(record)
    return replace(
        made,
        annotator=annotator,
        annotations=tuple(
            one if one.origin else replace(one, origin=Origin("suggested", ()))
            for one in made.annotations
        ),
    ), []
