"""The annotator's queue: what is mine to label, what comes next, and what I ask."""

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as BaseResponse

from workbench.store import (
    articles,
    batches,
    guidelines,
    overview,
    questions,
    releases,
    sets,
)
from workbench.store.articles import Stored
from workbench.store.batches import BatchError
from workbench.web import guard, held
from workbench.web.asked import number
from workbench.web.db import db
from workbench.web.fragments import fragment, wanted
from workbench.web.guide import guideline_version

blueprint = Blueprint("queue", __name__)

#: The parts of the queue in their order: the states they show, and their heading.
PARTS = (
    (("returned",), "Returned to you"),
    (("in_progress",), "In progress"),
    (("todo",), "To do"),
    (("released", "skipped"), "No longer yours"),
    (("submitted", "adjudicated"), "Submitted"),
)


@blueprint.app_template_global()
def takes_part() -> bool:
    """Whether the signed-in person labels in a batch, for the menu of a lead."""
    return batches.takes_part(db(), guard.me().id)


@blueprint.get("/queue")
def mine() -> str:
    """The articles of the signed-in person, what there is to do first."""
    me = guard.me()
    found = batches.queue(db(), me.id)
    before = guidelines.labelled_under(db(), me.id)
    known = before and guidelines.get(db(), before)
    return render_template(
        "pages/queue.html",
        parts=[
            (title, [one for one in found if one.state in states])
            for states, title in PARTS
        ],
        waiting=sum(one.state in ("returned", "in_progress", "todo") for one in found),
        everything=len(found),
        own=overview.own(db(), me.id),
        released=len(releases.shown_to(db(), me)),
        threads=questions.threads(db(), owner=me.id, open_only=True),
        guideline_before=before if known and before != guideline_version() else None,
    )


@blueprint.post("/queue/next")
def following() -> BaseResponse:
    """To the article that comes next, newly claimed if nothing waits."""
    after = request.form.get("after", "")
    key = batches.next_article(db(), guard.me().id, after)
    if key is None:
        waiting = after and any(
            one.key == after and one.state in ("returned", "in_progress", "todo")
            for one in batches.queue(db(), guard.me().id)
        )
        flash(
            "There is nothing else for you now."
            if waiting
            else "There is nothing for you to label now."
        )
        return redirect(url_for("queue.mine"), code=303)
    return redirect(url_for("annotate.read", key=key), code=303)


def _mine(key: str) -> Stored:
    """The article, when the signed-in person may see it; else 404."""
    stored = articles.get(db(), key)
    if stored is None or not batches.open_to(db(), stored.row, guard.me()):
        abort(404, f"There is no article {key!r} here.")
    return stored


def _desk(stored: Stored) -> sets.Desk:
    return sets.Desk(
        stored.row, stored.article.text, guard.me().id, guideline_version()
    )


@blueprint.post("/articles/<key>/skip")
def skip(key: str) -> BaseResponse:
    """Gives the article back, with the reason; what was labelled there is kept."""
    stored = _mine(key)
    try:
        batches.skip(
            db(), stored.row, guard.me().id, request.form.get("reason", "").strip()
        )
    except BatchError as error:
        flash(str(error))
        return redirect(url_for("annotate.read", key=key), code=303)
    flash(f"You skipped “{stored.article.title}”.")
    return redirect(url_for("queue.mine"), code=303)


@blueprint.post("/articles/<key>/take")
def take(key: str) -> BaseResponse:
    """Takes an article again that was skipped or lost, where there is a place."""
    stored = _mine(key)
    try:
        batches.take_again(db(), stored.row, guard.me().id)
    except BatchError as error:
        flash(str(error))
    return redirect(url_for("annotate.read", key=key), code=303)


@blueprint.post("/articles/<key>/questions")
def ask(key: str) -> BaseResponse:
    """A question to the lead, on an annotation of one's own or the whole article."""
    stored, me = _mine(key), guard.me()
    words = request.form.get("text", "").strip()
    op = request.form.get("ask", "")[:80]
    about = request.form.get("annotation") or None
    problem = ""
    head = sets.begin(db(), _desk(stored))
    if about and sets.annotation(db(), head.id, about) is None:
        about = None
    if not words or not op:
        problem = "Write your question first."
    else:
        # Two people cannot use up each other's op-ids.
        questions.ask(db(), head.id, me.id, words, f"ask-{head.id}-{op}", about)
    if not wanted():
        if problem:
            flash(problem)
        return redirect(
            url_for("annotate.read", key=key, open=about, _anchor="questions"),
            code=303,
        )
    drawn = render_template(
        "partials/_questions.html",
        key=key,
        problem=problem,
        labels=held.labels(),
        open_questions=True,
        threads=[
            (one, url_for("annotate.read", key=key, open=one.annotation))
            for one in questions.threads(db(), set_id=head.id)
        ],
    )
    return fragment(drawn, 422 if problem else 200)


@blueprint.post("/articles/<key>/time")
def spent(key: str) -> Response:
    """Notes the time between acts in an article, in seconds, as the page counted it.

    Nothing is noted before the first mark, nor once the article is submitted.
    """
    stored = _mine(key)
    head = sets.state(db(), stored.row, guard.me().id)
    if head and not head.finished:
        gaps = [_seconds(gap) for gap in request.form.get("gaps", "").split()[:1000]]
        shown = min(number("words") or 0, stored.words)
        overview.add_time(db(), head.id, gaps, shown)
    return Response(status=204)


def _seconds(written: str) -> float:
    """A gap as the page wrote it; nothing where it is no number of seconds."""
    return float(written) if len(written) < 9 and written.isdecimal() else 0.0
