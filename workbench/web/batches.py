"""Batches: making them, who has which article, giving out and taking back."""

import re
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NoReturn
from urllib.parse import urlencode

from flask import (
    Blueprint,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from workbench.store import accounts, articles, batches, overview, people, sets, write
from workbench.store.batches import Batch, BatchError
from workbench.store.overview import Row
from workbench.web import grid, guard, held
from workbench.web.asked import number, path_of_ours
from workbench.web.db import db
from workbench.web.fragments import fragment, wanted
from workbench.web.guide import guideline_version

blueprint = Blueprint("batches", __name__, url_prefix="/batches")

#: How many articles the chooser shows; filters and pasted ids reach the others.
SHOWN = 200
#: The most articles that are put into a batch at once.
MOST = 20_000

_NUMBER = re.compile(r"[0-9]{1,15}")
#: A cell: the row ids of article and person.
_AT = re.compile(r"([0-9]{1,15})\.([0-9]{1,15})")

SORTS = {
    "place": "the batch’s order",
    "title": "title",
    "outlet": "outlet",
    "words": "words, longest first",
    "left": "least done first",
    "waiting": "waiting longest",
}
#: What the rows can be filtered by, over the states of their cells.
ROW_STATES = {"free": "with free places", "done": "all done", **grid.STATES}


def _batch(id: int) -> Batch:
    return batches.get(db(), id) or _none()


def _none() -> NoReturn:
    abort(404, "There is no such batch.")


# --- the list -------------------------------------------------------------------------


@blueprint.get("")
def listing() -> str:
    """Every batch with how far it is."""
    return render_template(
        "pages/batches.html",
        batches=batches.progress(db()),
        unbatched=articles.in_no_batch(db()),
    )


# --- choosing articles ----------------------------------------------------------------


@dataclass(slots=True)
class Chosen:
    """Which articles a form has chosen: ticked, pasted, or all that fit its filter."""

    search: str
    outlet: str
    pasted: str
    every: bool
    ticked: list[str]
    keys: list[str]
    shown: list[tuple[str, str, str | None, int]]
    total: int

    @property
    def unseen(self) -> list[str]:
        """What is ticked and not among what is shown."""
        there = {one[0] for one in self.shown}
        return [key for key in self.ticked if key not in there]


def _chosen(form: MultiDict[str, str]) -> Chosen:
    search = "".join(c for c in form.get("search", "") if c.isprintable()).strip()[:200]
    outlet, pasted = form.get("outlet", ""), form.get("pasted", "")
    every = form.get("every") == "yes"
    limit = MOST if every else SHOWN
    found, total = articles.free(db(), outlet, search, limit)
    ticked = list(dict.fromkeys(form.getlist("article")))
    lines = [line.strip() for line in pasted.splitlines()]
    wanted_keys = [line for line in lines if line] + ticked
    if every:
        wanted_keys += [one[0] for one in found]
    keys = list(dict.fromkeys(wanted_keys))
    return Chosen(search, outlet, pasted, every, ticked, keys, found[:SHOWN], total)


def _article_problem(keys: list[str]) -> str:
    if not keys:
        return "Choose at least one article: tick some, paste ids, or take all."
    if len(keys) > MOST:
        return f"At most {MOST:,} articles at once: add the others afterwards."
    unfit = batches.unfit(db(), keys)
    more = f" And {len(unfit) - 5:,} more." if len(unfit) > 5 else ""
    return " ".join(unfit[:5]) + more


@blueprint.get("/articles")
def choose() -> str | Response:
    """The articles to choose from, as the filter is now."""
    page = render_template(
        "partials/_chooser.html",
        chosen=_chosen(request.args),
        outlets=articles.outlets(db()),
        problem="",
    )
    return fragment(page)


# --- a new batch ----------------------------------------------------------------------


@dataclass(slots=True)
class Draft:
    """A form for a new batch: what was typed, what it means, and what is wrong."""

    form: MultiDict[str, str]
    chosen: Chosen
    problems: dict[str, str] = field(default_factory=dict)

    def number(self, name: str, least: int, most: int, default: int, what: str) -> int:
        """The number in a field; a problem beside it when it is none that fits."""
        written = self.form.get(name, "").strip()
        if not written:
            return default
        value = int(written) if _NUMBER.fullmatch(written) else -1
        if not least <= value <= most:
            self.problems[name] = f"{what}: a number from {least} to {most:,}."
        return value


def _team() -> list[accounts.Account]:
    return [one for one in accounts.accounts(db()) if not one.disabled]


@blueprint.get("/new")
def new() -> str:
    """The form for a new batch."""
    typed: MultiDict[str, str] = MultiDict(
        {"overlap": "2", "lease_hours": "48", "suggestions": "careful"}
    )
    typed.setlist("person", [str(a.id) for a in _team() if a.role == "annotator"])
    typed.setlist("label", [label.name for label in held.labels()])
    return _form(Draft(typed, _chosen(typed)))


def _form(draft: Draft) -> str:
    return render_template(
        "pages/batch_new.html",
        form=draft.form,
        chosen=draft.chosen,
        problems=draft.problems,
        problem=draft.problems.get("article", ""),
        team=_team(),
        labels=held.labels(),
        outlets=articles.outlets(db()),
        guideline_version=guideline_version(),
        most_overlap=batches.MOST_OVERLAP,
        ways=WAYS,
    )


@blueprint.post("")
def make() -> Response | str | tuple[str, int]:
    """A new batch; or the form again, with what is wrong beside each field."""
    form = request.form
    draft = Draft(form, _chosen(form))
    if form.get("act") == "filter":
        return _form(draft)
    chosen = sorted(_ticked() & {one.id for one in _team()})
    labels = [
        label.name for label in held.labels() if label.name in form.getlist("label")
    ]
    name = " ".join(form.get("name", "").split())
    problems = draft.problems
    if not 1 <= len(name) <= 80:
        problems["name"] = "A batch needs a name of 1 to 80 characters."
    elif batches.named(db(), name):
        problems["name"] = f"There is a batch called “{name}” already."
    overlap = draft.number(
        "overlap", 1, batches.MOST_OVERLAP, 1, "How many label each article"
    )
    hours = draft.number("lease_hours", 1, 8760, 48, "Hours")
    first = draft.number("calibration", 0, MOST, 0, "How many everybody labels")
    suggest_ = form.get("suggestions") or "careful"
    if suggest_ not in batches.SUGGESTIONS:
        problems["suggestions"] = "Choose how readily suggestions are shown."
    if not labels:
        problems["label"] = "Choose at least one label."
    if "overlap" not in problems and len(chosen) < overlap:
        problems["person"] = (
            f"{overlap} people are to label each article, and {len(chosen)} "
            f"{'is' if len(chosen) == 1 else 'are'} ticked: tick more, or let fewer "
            "label each."
        )
    keys = draft.chosen.keys
    if problem := _article_problem(keys):
        problems["article"] = problem
    if not problems:
        try:
            made = batches.make(
                db(),
                name,
                by=guard.me().id,
                guideline=guideline_version(),
                overlap=overlap,
                labels=labels,
                articles=keys,
                people=chosen,
                calibration=keys[:first],
                lease_hours=hours,
                suggestions=suggest_,
            )
        except BatchError as error:
            # Somebody took the name or an article between the check and here.
            problems["form"] = str(error)
        else:
            flash(f"The batch has {_count(len(keys), 'article')}.")
            return redirect(url_for("batches.read", id=made.id), code=303)
    return _form(draft), 422


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}"


#: How suggestions are shown, and what that means.
WAYS = {
    "off": "Off: people work unaided, as a group to compare with.",
    "careful": "Careful: quotes and figures, and claims that are rather sure.",
    "eager": "Eager: also claims that are less sure.",
}


# --- one batch ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """How the matrix is filtered and sorted."""

    state: str
    outlet: str
    person: int | None
    sort: str

    @property
    def query(self) -> str:
        """The same as a query string; "" when nothing is filtered."""
        pairs = {
            "state": self.state,
            "outlet": self.outlet,
            "person": self.person or "",
            "sort": self.sort if self.sort != "place" else "",
        }
        return urlencode({name: value for name, value in pairs.items() if value})


def _asked() -> Asked:
    state, sort = request.values.get("state", ""), request.values.get("sort", "")
    return Asked(
        state if state in ROW_STATES else "",
        request.values.get("outlet", ""),
        number("person"),
        sort if sort in SORTS else "place",
    )


def _fits(row: Row, asked: Asked) -> bool:
    if asked.outlet and row.outlet != asked.outlet:
        return False
    if asked.state == "free":
        return row.taken < row.wanted
    if asked.state == "done":
        return row.submitted >= row.wanted
    cells = row.cells
    if asked.person:
        mine = cells.get(asked.person)
        return mine is not None and asked.state in ("", mine.state)
    return not asked.state or any(c.state == asked.state for c in cells.values())


def _sorted(rows: list[Row], sort: str) -> list[Row]:
    if sort == "title":
        return sorted(rows, key=lambda row: row.title.casefold())
    if sort == "outlet":
        return sorted(rows, key=lambda row: (row.outlet or "￿", row.place))
    if sort == "words":
        return sorted(rows, key=lambda row: -row.words)
    if sort == "left":
        return sorted(rows, key=lambda row: (row.submitted - row.wanted, row.place))
    if sort == "waiting":
        return sorted(rows, key=_waiting)
    return rows


def _waiting(row: Row) -> str:
    """Since when somebody has the oldest slot that is not submitted."""
    begun = ("todo", "in_progress", "returned")
    return min((c.since for c in row.cells.values() if c.state in begun), default="￿")


def _columns(everybody: list[batches.Member], asked: Asked) -> list[batches.Member]:
    return [m for m in everybody if asked.person in (None, m.id)] or everybody


@blueprint.get("/<int:id>")
def read(id: int) -> str | Response:
    """A batch: its head, the matrix of articles and people, and one cell, if asked."""
    batch = _batch(id)
    at = request.args.get("at", "")
    if wanted() and at:
        return fragment(_cell_of(batch, at))
    page = _page(batch, at)
    return page if page else Response(status=204)


def _page(batch: Batch, at: str = "", problem: str = "") -> str:
    """The page, or the matrix alone; "" when that is what was seen already."""
    asked = _asked()
    everything = overview.matrix(db(), batch.id)
    shown = _sorted([row for row in everything if _fits(row, asked)], asked.sort)
    everybody = batches.members(db(), batch.id)
    members = _columns(everybody, asked)
    rows = grid.rows(shown, members, held.labels(), asked.query)
    told = repr((rows, members, len(everything)))
    seen = sha256(told.encode()).hexdigest()[:16]
    if wanted() and request.args.get("seen") == seen:
        return ""
    progress = _progress(everything)
    page = render_template(
        "partials/_matrix.html" if wanted() else "pages/batch.html",
        batch=batch,
        rows=rows,
        seen=seen,
        shown=len(shown),
        everything=len(everything),
        people=members,
        everybody=everybody,
        outlets=sorted({row.outlet for row in everything if row.outlet}),
        asked=asked,
        states=ROW_STATES,
        sorts=SORTS,
        labels=held.labels(),
        newest=guideline_version(),
        **progress,
        **_cell(batch, at, asked, problem),
    )
    if wanted():
        page += render_template("partials/_progress.html", swap=True, **progress)
    return page


def _progress(rows: list[Row]) -> dict[str, int]:
    return {
        "slots": sum(row.wanted for row in rows),
        "taken": sum(row.taken for row in rows),
        "submitted": sum(row.submitted for row in rows),
    }


def _cell_of(batch: Batch, at: str, problem: str = "", said: str = "") -> str:
    return render_template(
        "partials/_cell.html",
        batch=batch,
        labels=held.labels(),
        **_cell(batch, at, _asked(), problem, said),
    )


def _place(batch: Batch, at: str) -> tuple[Row, people.Person] | None:
    """The article and the person of a cell, when the batch has such a one."""
    numbers = _AT.fullmatch(at)
    if numbers is None:
        return None
    rows = overview.matrix(db(), batch.id, int(numbers[1]))
    who = people.get(db(), int(numbers[2]))
    return (rows[0], who) if rows and who and who.kind == "human" else None


def _cell(
    batch: Batch, at: str, asked: Asked, problem: str = "", said: str = ""
) -> dict[str, object]:
    """What the panel of a cell shows; `cell_row` is None without one."""
    found = _place(batch, at)
    query = f"?{asked.query}" if asked.query else ""
    return {
        "at": at,
        "cell_row": found[0] if found else None,
        "cell_person": found[1] if found else None,
        "cell": found[0].cells.get(found[1].id) if found else None,
        "cell_problem": problem,
        "cell_said": said,
        "states_of_cells": grid.STATES,
        "batch_address": f"{url_for('batches.read', id=batch.id)}{query}",
    }


@blueprint.post("/<int:id>/cell")
def act(id: int) -> Response | tuple[str, int]:
    """Gives an article to a person, takes it back, or returns it with a reason."""
    batch = _batch(id)
    found = _place(batch, request.form.get("at", ""))
    if found is None:
        abort(404, "This batch has no such article, or there is no such person.")
    row, who = found
    at = f"{row.id}.{who.id}"
    try:
        said = _do(request.form.get("act", ""), row, who)
    except BatchError as error:
        if wanted():
            return fragment(_cell_of(batch, at, str(error)), 409)
        return _page(batch, at, str(error)), 409
    if not wanted():
        flash(said)
        asked = _asked().query
        query = f"?{asked}&at={at}" if asked else f"?at={at}"
        return redirect(f"{url_for('batches.read', id=id)}{query}", code=303)
    everything = overview.matrix(db(), id)
    members = _columns(batches.members(db(), id), _asked())
    changed = [one for one in everything if one.id == row.id]
    return fragment(
        _cell_of(batch, at, said=said)
        + render_template(
            "partials/_row.html",
            row_id=row.id,
            row=grid.rows(changed, members, held.labels(), _asked().query),
        )
        + render_template("partials/_progress.html", swap=True, **_progress(everything))
    )


def _do(act: str, row: Row, who: people.Person) -> str:
    if act == "give":
        batches.give(db(), row.id, who.id, guard.me().id)
        return f"{who.name} has “{row.title}” now."
    if act == "take":
        batches.take_back(db(), row.id, who.id)
        return f"“{row.title}” is taken back from {who.name}."
    if act == "return":
        _give_back(row, who, request.form.get("reason", ""))
        return f"“{row.title}” is returned to {who.name}."
    raise BatchError("Choose what to do: give it, take it back, or return it.")


def _give_back(row: Row, who: people.Person, reason: str) -> None:
    """The person has the article again, to go over it, with the lead's reason."""
    if not reason.strip():
        raise BatchError("Say in a few words what to look at again.")
    stored = articles.get(db(), row.key)
    if stored is None:
        raise BatchError("This article is gone.")
    desk = sets.Desk(row.id, stored.article.text, who.id, by=guard.me().id)
    with write(db()):
        slot = batches.slot(db(), row.id, who.id)
        head = sets.state(db(), row.id, who.id)
        if not slot or slot[0] not in batches.TAKEN or not head or not head.finished:
            raise BatchError(f"{who.name} has not submitted this article.")
        batches.mark_returned(db(), row.id, who.id, reason)
        op = sets.Op(f"return-{secrets.token_hex(8)}", "lead", head.rev)
        sets.give_back(db(), desk, op)


@blueprint.post("/<int:id>/take-back")
def take_back(id: int) -> Response:
    """Everything of a person that is not submitted is free again."""
    _batch(id)
    taken = batches.take_back_all(db(), id, number("person") or 0)
    flash(f"{_count(taken, 'place')} taken back.")
    return _back(url_for("batches.read", id=id))


# --- dealing out ----------------------------------------------------------------------


@blueprint.get("/<int:id>/deal")
def plan(id: int) -> str | tuple[str, int]:
    """What dealing out would do."""
    batch = _batch(id)
    try:
        found = batches.plan(db(), id)
    except BatchError as error:
        return _page(batch, problem=str(error)), 409
    return render_template("pages/batch_deal.html", batch=batch, plan=found)


@blueprint.post("/<int:id>/deal")
def deal(id: int) -> Response | tuple[str, int]:
    """Every free slot given out, by words."""
    batch = _batch(id)
    try:
        given = batches.deal(db(), id, guard.me().id)
    except BatchError as error:
        return _page(batch, problem=str(error)), 409
    flash(f"{_count(given, 'place')} given out.")
    return redirect(url_for("batches.read", id=id), code=303)


# --- changing a batch -----------------------------------------------------------------


@blueprint.get("/<int:id>/articles")
def more(id: int) -> str:
    """The form that adds articles."""
    return _more(_batch(id), _chosen(MultiDict()))


def _more(batch: Batch, chosen: Chosen, problem: str = "") -> str:
    return render_template(
        "pages/batch_articles.html",
        batch=batch,
        chosen=chosen,
        problem=problem,
        outlets=articles.outlets(db()),
    )


@blueprint.post("/<int:id>/articles")
def add(id: int) -> Response | str | tuple[str, int]:
    """More articles, at the end of the batch."""
    batch = _batch(id)
    chosen = _chosen(request.form)
    if request.form.get("act") == "filter":
        return _more(batch, chosen)
    problem = _article_problem(chosen.keys)
    if not problem:
        everybody = chosen.keys if request.form.get("calibration") == "yes" else []
        try:
            added = batches.add_articles(db(), id, chosen.keys, everybody)
        except BatchError as error:
            problem = str(error)
        else:
            flash(f"{_count(added, 'article')} added.")
            return redirect(url_for("batches.read", id=id), code=303)
    return _more(batch, chosen, problem), 422


@blueprint.get("/<int:id>/change")
def change(id: int) -> str:
    """The forms that rename a batch, change its people, close it."""
    return _change(_batch(id), {})


def _change(batch: Batch, problems: dict[str, str], name: str | None = None) -> str:
    known = {one.id: one for one in batches.members(db(), batch.id)}
    taking = {one.id for one in known.values() if one.part}
    return render_template(
        "pages/batch_change.html",
        batch=batch,
        problems=problems,
        name=batch.name if name is None else name,
        team=[a for a in accounts.accounts(db()) if not a.disabled or a.id in taking],
        members=known,
        ticked=_ticked() if "person" in problems else taking,
        ways=WAYS,
    )


def _ticked() -> set[int]:
    found = request.form.getlist("person")
    return {int(one) for one in found if _NUMBER.fullmatch(one)}


@blueprint.post("/<int:id>/suggestions")
def suggest(id: int) -> Response | tuple[str, int]:
    """How readily suggestions are shown from now on."""
    batch = _batch(id)
    try:
        batches.suggest(db(), id, request.form.get("suggestions", ""))
    except BatchError as error:
        return _change(batch, {"suggestions": str(error)}), 422
    flash("Suggestions are shown so from now on. What is done stays as it is.")
    return redirect(url_for("batches.read", id=id), code=303)


@blueprint.post("/<int:id>/name")
def rename(id: int) -> Response | tuple[str, int]:
    """Another name."""
    batch = _batch(id)
    name = request.form.get("name", "")
    try:
        batches.rename(db(), id, name)
    except BatchError as error:
        return _change(batch, {"name": str(error)}, name), 422
    return redirect(url_for("batches.read", id=id), code=303)


@blueprint.post("/<int:id>/people")
def set_people(id: int) -> Response | tuple[str, int]:
    """Who takes part from now on."""
    batch = _batch(id)
    known = {one.id for one in accounts.accounts(db())}
    try:
        batches.set_people(db(), id, known & _ticked())
    except BatchError as error:
        return _change(batch, {"person": str(error)}), 422
    flash("The people are changed. What somebody has stays with them.")
    return redirect(url_for("batches.read", id=id), code=303)


@blueprint.post("/<int:id>/closed")
def close(id: int) -> Response:
    """A batch that nobody claims from any more, or again."""
    batch, closed = _batch(id), request.form.get("closed") == "yes"
    batches.close(db(), id, closed)
    flash(f"{batch.name} is {'closed' if closed else 'open again'}.")
    return _back(url_for("batches.read", id=id))


def _back(otherwise: str) -> Response:
    """To the page whose form this was, when it says so."""
    return redirect(path_of_ours("back") or otherwise, code=303)


# --- work on slots that were lost -----------------------------------------------------


@blueprint.get("/lost")
def lost() -> str:
    """Labels on places that their people have lost."""
    return render_template("pages/lost.html", lost=batches.lost_work(db()))


@blueprint.post("/lost")
def settle_lost() -> Response | tuple[str, int]:
    """Gives a lost place back to who worked there."""
    article, person = number("article"), number("person")
    mine = next(
        (
            one
            for one in batches.lost_work(db())
            if (one.article, one.person_id) == (article, person)
        ),
        None,
    )
    problem = "That place is not lost any more: somebody settled it meanwhile."
    if mine:
        try:
            batches.give(db(), mine.article, mine.person_id, guard.me().id)
        except BatchError as error:
            problem = str(error)
        else:
            flash(f"{mine.person} has “{mine.title}” again.")
            return _back(url_for("batches.lost"))
    page = render_template(
        "pages/lost.html", lost=batches.lost_work(db()), problem=problem
    )
    return page, 409
