"""The article list, and bringing articles in through the browser."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from flask import (
    Blueprint,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as BaseResponse

from workbench import files, text
from workbench.dataset import STATUSES, Article, ArticleRecord, article_record
from workbench.store import articles, batches, records
from workbench.web import guard, held
from workbench.web.asked import number
from workbench.web.db import db
from workbench.web.fragments import wanted

blueprint = Blueprint("articles", __name__)

# A search index takes no NUL, and no title or text has any of these.
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

#: The columns of the list: what each sorts by, and its heading.
COLUMNS = (
    ("title", "Article"),
    ("outlet", "Outlet"),
    ("published", "Published"),
    ("length", "Words"),
    ("status", "State"),
)


@blueprint.get("/")
def index() -> BaseResponse:
    """Where work begins: the dashboard of a lead with batches, the queue of who labels
    in one, else the article list."""
    me = guard.me()
    if me.role == "lead" and batches.progress(db()):
        return redirect(url_for("lead.dashboard"))
    if me.role != "lead" and batches.takes_part(db(), me.id):
        return redirect(url_for("queue.mine"))
    return redirect(url_for("articles.listing"))


@blueprint.get("/articles")
def listing() -> str:
    """A page of the article list, found, filtered and sorted."""
    search = _CONTROL.sub(" ", request.args.get("search", ""))
    asked = {
        "search": search.strip()[:200],
        "outlet": request.args.get("outlet", ""),
        "status": request.args.get("status", ""),
        "order": request.args.get("order", "added"),
        "descending": request.args.get("down") == "yes",
    }
    found = articles.listing(
        db(),
        guard.me(),
        page=number("page") or 1,
        **asked,  # type: ignore[arg-type]
    )
    contract = held.contract()
    template = "partials/_articles.html" if wanted() else "pages/articles.html"
    return render_template(
        template,
        listing=found,
        labels=contract.labels,
        columns=COLUMNS,
        statuses=STATUSES,
        outlets=articles.outlets(db(), guard.me()),
        everything=articles.count(db(), guard.me()),
        **asked,
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did or would do, for the page to say."""

    dry: bool
    problems: list[str]
    done: records.Imported | None
    changes: list[tuple[str, str]]


# Not below /articles/: "import" may be the id of an article.
@blueprint.get("/import")
def bring_in() -> str:
    """The form that uploads files or takes a pasted text."""
    return render_template("pages/import.html", outcome=None, form={})


@blueprint.post("/import")
def take_in() -> str | BaseResponse | tuple[str, int]:
    """Takes files or a pasted text in, all or nothing, or only checks them."""
    dry = request.form.get("dry") == "yes"
    uploads = [f for f in request.files.getlist("files") if f.filename]
    pasted = request.form.get("text", "")
    if uploads:
        outcome = _take_files(uploads, dry)
    elif pasted.strip():
        outcome = _take_text(pasted, dry)
    else:
        outcome = Outcome(dry, ["Choose files, or paste a text."], None, [])
    done = outcome.done
    if done and not dry and not outcome.problems and not uploads:
        key = (done.added or done.known)[0]
        return redirect(url_for("annotate.read", key=key), code=303)
    page = render_template("pages/import.html", outcome=outcome, form=request.form)
    return (page, 422) if outcome.problems else page


def _take_files(uploads: list[FileStorage], dry: bool) -> Outcome:
    contract = held.contract()
    names = [_name(upload.filename or "") for upload in uploads]
    # Some file systems see no difference between A.txt and a.txt.
    often = Counter(name.casefold() for name in names)
    twice = sorted({name for name in names if often[name.casefold()] > 1})
    if twice:
        problems = [f"{name}: two files have this name; rename one." for name in twice]
        return Outcome(dry, problems, None, [])
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in names]
        for upload, path in zip(uploads, paths, strict=True):
            upload.save(path)
        sidecar = Path(folder) / "articles.json"
        reading = files.read([Path(folder)] if sidecar in paths else paths, contract)
    problems = [_without(str(problem), folder) for problem in reading.problems]
    if problems:
        return Outcome(dry, problems, None, [])
    done = records.bring_in(
        db(), [f.record for f in reading.found], reading.claims, dry_run=dry
    )
    for place, message in done.problems:
        where = f"{Path(reading.found[place].file).name}: " if place is not None else ""
        problems.append(f"{where}{message}")
    changes = [
        (Path(f.file).name, _changes(f.changes.items()))
        for f in reading.found
        if f.changes
    ]
    return Outcome(dry, problems, done, changes)


def _name(given: str) -> str:
    """The file's own name, in any script: the sidecar and the messages need it.

    A folder upload names its files FOLDER/NAME; Windows has backslashes.
    """
    name = _CONTROL.sub("", re.split(r"[/\\]", given)[-1]).strip(". ") or "upload.txt"
    stem, suffix = Path(name).stem, Path(name).suffix
    # File systems allow names of 255 bytes.
    short = stem.encode()[:200].decode(errors="ignore")
    return f"{short}{suffix[:20]}"


def _without(message: str, folder: str) -> str:
    return message.replace(f"{folder}/", "").replace(folder, "the upload")


def _changes(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{what} ({n})" for what, n in counts)


def _take_text(pasted: str, dry: bool) -> Outcome:
    contract = held.contract()
    try:
        made = text.canonical(pasted)
    except text.TextError as error:
        return Outcome(dry, [str(error)], None, [])
    # A form sends every line break as CRLF: that is no news to whoever pasted.
    changes = [(k, n) for k, n in made.changes.items() if "line feed" not in k]
    digest = text.digest(made.text)
    given = {name: request.form.get(name, "").strip() for name in _FIELDS}
    key = given["id"] or f"pasted-{digest[:10]}"
    article = Article(
        id=key,
        title=given["title"] or text.title_of(made.text),
        text=made.text,
        outlet=given["outlet"] or None,
        url=given["url"] or None,
        published=given["published"] or None,
        language=given["language"] or None,
    )
    record = ArticleRecord(article)
    problems = [
        str(problem) for problem in contract.article_problems(article_record(record))
    ]
    if problems:
        return Outcome(dry, problems, None, [])
    done = records.bring_in(db(), [record], dry_run=dry)
    problems = [message for _, message in done.problems]
    noted = [("The pasted text", _changes(changes))] if changes else []
    return Outcome(dry, problems, done, noted)


_FIELDS = ("id", "title", "outlet", "url", "published", "language")
