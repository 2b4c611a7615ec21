"""What there is to adjudicate, and the versions of gold that come of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, NoReturn

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from workbench.adjudication import changes
from workbench.labels import Label
from workbench.spans import Annotation
from workbench.store import adjudications, batches, gold, records
from workbench.store.adjudications import Listed
from workbench.web import guard, held
from workbench.web.asked import number
from workbench.web.checks import incomplete
from workbench.web.db import db

blueprint = Blueprint("adjudications", __name__)

#: Articles on a page of the list.
_PAGE = 50
#: How many versions of gold are shown with what changed in them.
_VERSIONS = 5
#: What the filter by batch calls the articles that are in none.
_NO_BATCH = "none"


def _nothing(message: str) -> NoReturn:
    abort(404, message)


# --- the list -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Glance:
    """How far the cases of an article are, and what its gold would hold; `ruled` is how
    much of it a rule decided."""

    cases: int
    undecided: int
    reopened: int
    lapsed: int
    signed_off: bool
    paths: tuple[tuple[str, int], ...] = ()
    rejected: int = 0
    ruled: int = 0

    @property
    def decided(self) -> int:
        """The cases with a decision."""
        return self.cases - self.undecided


def _glance(one: Listed) -> Glance:
    return _glanced(str(current_app.config["DB"]), one.key, one.latest)


@lru_cache(maxsize=4096)
def _glanced(place: str, key: str, latest: int) -> Glance:
    """The same until something happens to a set of the article."""
    table = adjudications.read(db(), key, held.labels())
    if table is None:
        cases = len(adjudications.glimpse(db(), key, held.labels()))
        return Glance(cases, cases, 0, 0, False)
    made = adjudications.items_of(table, labels=held.labels())
    paths = Counter(a.origin.path for a in made.annotations if a.origin)
    return Glance(
        len(table.cases),
        len(table.undecided),
        len(table.reopened),
        len(table.lapsed),
        table.signed_off,
        tuple(sorted(paths.items())),
        len(made.rejected),
        sum(bool(a.origin and a.origin.rule) for a in made.annotations),
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list; `state` is a class, `told` the words for it."""

    one: Listed
    glance: Glance
    state: str
    told: str


def _entry(one: Listed) -> Entry:
    glance = _glance(one)
    if glance.signed_off:
        return Entry(one, glance, "adjudicated", "signed off")
    if one.status == "adjudicated" and not glance.undecided:
        return Entry(one, glance, "reopened", "a source changed: sign it off again")
    if glance.reopened or one.status == "adjudicated":
        n = glance.reopened or glance.undecided
        said = f"{n} case{'' if n == 1 else 's'} reopened: a source changed"
        return Entry(one, glance, "reopened", said)
    if one.status == "in_progress":
        said = f"in progress {glance.decided}/{glance.cases}"
        if not glance.undecided:
            said = "all decided: sign it off"
        return Entry(one, glance, "in_progress", said)
    if one.places is not None and one.submitted < one.places:
        said = f"waiting for sets {one.submitted}/{one.places}"
        return Entry(one, glance, "waiting", said)
    return Entry(one, glance, "todo", "ready")


def _asked_batch() -> tuple[str, int | None]:
    """The batch that is asked for: "" for all, "none" for what is in none, or its id
    with itself as a number."""
    asked = request.values.get("batch", "")
    if asked in ("", _NO_BATCH):
        return asked, None
    id = number("batch")
    if id is None or batches.get(db(), id) is None:
        _nothing("There is no such batch.")
    return str(id), id


@blueprint.get("/adjudicate")
def listing() -> str:
    """Every article that somebody submitted, with how far its cases are."""
    return _listing()


def _listing(problem: str = "") -> str:
    asked, id = _asked_batch()
    found = adjudications.listed(db(), id)
    if asked == _NO_BATCH:
        found = [one for one in found if one.batch is None]
    pages = max(1, -(-len(found) // _PAGE))
    at = min(max(1, number("page") or 1), pages)
    everything = [one.batch for one in batches.progress(db())]
    return render_template(
        "pages/adjudications.html",
        asked=asked,
        batches=everything,
        entries=[_entry(one) for one in found[(at - 1) * _PAGE : at * _PAGE]],
        total=len(found),
        page=at,
        pages=pages,
        problem=problem,
        # Without batches, all that there is is in none: no need to choose first.
        gold=_gold(found, id) if asked or not everything else None,
        no_batch=_NO_BATCH,
    )


# --- gold -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Coming:
    """What a new version of gold would hold, and what it would leave out."""

    articles: int
    annotations: int
    paths: tuple[tuple[str, int], ...]
    ruled: int
    rejected: int
    left_out: int


def _gold(found: Sequence[Listed], batch: int | None) -> dict[str, Any]:
    """The versions of a batch, the newest first, and what the next would hold."""
    seen = [_glance(one) for one in found if one.status != "todo"]
    inside = [glance for glance in seen if glance.signed_off]
    paths: Counter[str] = Counter()
    for glance in inside:
        paths.update(dict(glance.paths))
    versions = gold.versions(db(), batch)
    return {
        "coming": Coming(
            len(inside),
            paths.total(),
            tuple(sorted(paths.items())),
            sum(glance.ruled for glance in inside),
            sum(glance.rejected for glance in inside),
            len(found) - len(inside),
        ),
        "versions": [
            (one, _counted(one, before) if n < _VERSIONS else None)
            for n, (one, before) in enumerate(
                zip(versions, [*versions[1:], None], strict=False)
            )
        ],
    }


def _counted(new: gold.Version, old: gold.Version | None) -> dict[str, int] | None:
    """How many annotations were added, removed, moved, changed; None for a first."""
    if old is None:
        return None
    place = str(current_app.config["DB"])
    return changes.counts(_differences(place, old.id, new.id))


@lru_cache(maxsize=16)
def _differences(place: str, old: int, new: int) -> list[changes.ArticleDifference]:
    """What differs between two versions, which never change."""
    before, after = gold.get(db(), old), gold.get(db(), new)
    symmetric = [type_.name for type_ in held.labels().relations if type_.symmetric]
    return changes.differences(
        gold.records(db(), before) if before else [],
        gold.records(db(), after) if after else [],
        symmetric,
    )


@blueprint.post("/gold")
def make_gold() -> str | tuple[str, int] | Response:
    """A new version of a batch's gold, of what is signed off."""
    _, id = _asked_batch()
    claims = {claim["id"]: claim["proposition"] for claim in records.claims(db())}
    try:
        made = gold.make(
            db(),
            id,
            guard.me().id,
            labels=held.labels(),
            schema=str(held.contract().schema["$id"]),
            check=partial(incomplete, contract=held.contract(), claims=claims),
            remark=request.form.get("remark", "")[:500],
        )
    except gold.GoldError as error:
        return _listing(str(error)), 422
    count = f"{made.articles} article{'' if made.articles == 1 else 's'}"
    flash(f"Made {made.name}: {count}, {made.annotations:,} annotations.")
    return redirect(url_for("adjudications.version", id=made.id), code=303)


@blueprint.get("/gold/<int:id>")
def version(id: int) -> str:
    """One version of gold, with its difference to the one before it."""
    found = gold.get(db(), id) or _nothing("There is no such version of gold.")
    before = next(
        (
            one
            for one in gold.versions(db(), found.batch)
            if one.number == found.number - 1
        ),
        None,
    )
    place = str(current_app.config["DB"])
    differ = _differences(place, before.id, found.id) if before else []
    batch = batches.get(db(), found.batch) if found.batch is not None else None
    return render_template(
        "pages/gold_version.html",
        version=found,
        before=before,
        batch=batch,
        counts=changes.counts(differ),
        articles=[
            (one, [_shown(one, d) for set_ in one.sets for d in set_.annotations])
            for one in differ
        ],
        labels=held.labels(),
        no_batch=_NO_BATCH,
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """One annotation that differs between two versions."""

    kind: str
    label: Label | None
    words: str
    now: str
    told: tuple[tuple[str, str, str], ...]


def _shown(article: changes.ArticleDifference, one: changes.Difference) -> Shown:
    def words(annotation: Annotation | None) -> str:
        if annotation is None:
            return ""
        found = " […] ".join(article.text[s:e] for s, e in annotation.fragments)
        return " ".join(found.split())[:200]

    there = one.after or one.before
    told = [
        (name, _value(a), _value(b))
        for name, (a, b) in (
            changes.before_and_after(one).items() if one.before and one.after else ()
        )
    ]
    if one.before and one.after and one.before.label != one.after.label:
        told.insert(0, ("label", one.before.label, one.after.label))
    return Shown(
        one.kind,
        held.labels().get(there.label) if there else None,
        words(one.before or one.after),
        words(one.after) if one.kind == "moved" else "",
        tuple(told),
    )


def _value(value: object) -> str:
    return "nothing" if value is None else str(value).replace("_", " ")
