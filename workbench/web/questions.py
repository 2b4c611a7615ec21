"""Questions to the lead: the list, and the answers of both sides."""

from hashlib import sha256

from flask import (
    Blueprint,
    abort,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from workbench.store import batches, questions
from workbench.store.questions import Thread
from workbench.web import guard, held
from workbench.web.asked import number, path_of_ours
from workbench.web.db import db
from workbench.web.fragments import fragment, wanted

blueprint = Blueprint("questions", __name__, url_prefix="/questions")


def place(thread: Thread) -> str:
    """Where what the question is about stands: in one's own set, or in another's."""
    if thread.owner == guard.me().id:
        return url_for("annotate.read", key=thread.key, open=thread.annotation)
    return url_for(
        "compare.read",
        key=thread.key,
        kind="human",
        name=thread.person,
        open=thread.annotation,
    )


@blueprint.get("")
def listing() -> str:
    """The questions, open ones first."""
    settled_too = request.args.get("show") == "all"
    found = questions.threads(db(), batch=number("batch"), open_only=not settled_too)
    found.sort(key=lambda thread: thread.resolved is not None)
    return _page(found, settled_too, request.full_path.rstrip("?"))


def _page(found: list[Thread], settled_too: bool, back: str, problem: str = "") -> str:
    return render_template(
        "pages/questions.html",
        threads=[(thread, place(thread)) for thread in found],
        batches=[one.batch for one in batches.progress(db())],
        batch=number("batch"),
        settled_too=settled_too,
        labels=held.labels(),
        back=back,
        problem=problem,
    )


@blueprint.post("/<int:id>")
def answer(id: int) -> Response:
    """One more message, the thread settled or open again: by a lead, or whose it is."""
    me = guard.me()
    thread = questions.get(db(), id)
    if thread is None or (me.role != "lead" and thread.owner != me.id):
        abort(404, "There is no such question.")
    text = request.form.get("text", "").strip()
    act = request.form.get("act", "answer")
    back = path_of_ours("back") or url_for("questions.listing")
    if not text and act not in ("settle", "reopen"):
        problem = "Write an answer first."
        if wanted():
            return _thread(thread, back, problem)
        return fragment(_page([thread], True, back, problem), 422)
    if text:
        # The same form sent twice says the same once; another text is another answer.
        seen = number("messages") or 0
        said = sha256(text.encode()).hexdigest()[:16]
        questions.answer(db(), id, me.id, text, f"answer-{id}-{me.id}-{seen}-{said}")
    if act in ("settle", "answer-settle"):
        questions.resolve(db(), id)
    elif act == "reopen":
        questions.resolve(db(), id, False)
    if wanted():
        return _thread(questions.get(db(), id) or thread, back)
    return redirect(f"{back}#thread-{id}", code=303)


def _thread(thread: Thread, back: str, problem: str = "") -> Response:
    drawn = render_template(
        "partials/_thread.html",
        thread=thread,
        place=place(thread),
        labels=held.labels(),
        back=back,
        problem=problem,
    )
    return fragment(drawn, 422 if problem else 200)
