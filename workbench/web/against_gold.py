"""Annotators against gold: for the lead all of them, for each the own differences.

An annotator sees them only once the lead has released that gold, and then gold and the
own labels alone: nobody else's, and no names.
"""

from dataclasses import dataclass

from flask import (
    Blueprint,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as BaseResponse

from workbench import measured, text
from workbench.adjudication import REASONS, Feedback, Version, feedback
from workbench.agreement.show.tables import FEW_UNITS, plain, shown
from workbench.dataset import FINISHED, AnnotationSet, ArticleRecord
from workbench.measured import Score
from workbench.spans import Annotation
from workbench.store import articles, batches, gold, records, releases
from workbench.web import guard, held
from workbench.web.asked import number
from workbench.web.db import db
from workbench.web.reports import BOOTSTRAP

blueprint = Blueprint("against_gold", __name__)

#: Differences on one page.
_PAGE = 50
#: How a difference is called, by the gravest thing in which two differ.
WORDS = {
    "existence": "only one has it",
    "boundary": "other borders",
    "label": "another label",
    "attribute": "other attributes",
    "link": "other links",
}
_BY_RULE = "Decided by a rule: {}"


def _symmetric() -> list[str]:
    return [type_.name for type_ in held.labels().relations if type_.symmetric]


# --- for the lead ---------------------------------------------------------------------


def _version() -> Version | None:
    """The version that is asked about, the newest of the batch asked about, or the last
    that was made; None where there is none yet."""
    asked = number("version")
    if asked is not None:
        return gold.get(db(), asked) or abort(404, "There is no such version of gold.")
    batch = number("batch")
    if batch is not None and batches.get(db(), batch) is None:
        abort(404, "There is no such batch.")
    found = gold.versions(db(), batch) if batch is not None else gold.every(db())
    return found[0] if found else None


def _paired(version: Version) -> list[tuple[ArticleRecord, AnnotationSet]]:
    """The articles of a version with their annotators' sets, each with its gold."""
    made = {r.article.id: r.sets[0] for r in gold.records(db(), version)}
    return [
        (
            ArticleRecord(
                record.article,
                tuple(
                    s for s in record.sets if s.kind == "human" and s.status in FINISHED
                ),
            ),
            made[record.article.id],
        )
        for record in records.export(db(), list(made))
    ]


@blueprint.get("/agreement/gold")
def page() -> str:
    """How each annotator stands to gold, and whether they may see it."""
    version = _version()
    paired = _paired(version) if version else []
    return render_template(
        "pages/against_gold.html",
        version=version,
        versions=gold.every(db()),
        batch=batches.get(db(), version.batch) if version and version.batch else None,
        release=releases.of(db(), version) if version else None,
        people=measured.against_gold(
            (measured.with_gold(record, made) for record, made in paired),
            bootstrap=BOOTSTRAP,
        ),
        alone=sum(len(record.sets) < 2 for record, _ in paired),
        score=_score,
        plain=plain,
        few=FEW_UNITS,
    )


def _score(score: Score) -> str:
    """A number as a cell, with its interval where there is one."""
    if score.value is None:
        return "–"
    told = plain(score.value)
    return told if score.interval is None else f"{told} {shown(score.interval)}"


@blueprint.post("/agreement/gold/release")
def release() -> BaseResponse:
    """A version of gold, released to its annotators or withdrawn from them."""
    version = gold.get(db(), number("version") or 0)
    if version is None:
        abort(404, "There is no such version of gold.")
    released = request.form.get("act") != "withdraw"
    releases.release(db(), version, guard.me().id, released)
    flash(
        f"{version.name} is released: those who labelled its articles see what they "
        "have otherwise."
        if released
        else f"{version.name} is withdrawn: nobody but leads sees it."
    )
    return redirect(url_for("against_gold.page", version=version.id), code=303)


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two has: label, words, and the attributes and links in which they
    differ."""

    label: str
    words: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference as the page has it, with the words around it."""

    key: str
    title: str
    language: str | None
    start: int
    who: str
    differs: tuple[str, ...]
    before: str
    words: str
    after: str
    own: Side | None
    gold: Side | None
    reason: str


def _shown(record: ArticleRecord, who: str, one: Feedback) -> Difference:
    body = record.article.text
    values = one.attributes()

    def words(annotation: Annotation) -> str:
        return " … ".join(body[start:end] for start, end in annotation.fragments)

    def side(annotation: Annotation | None, place: int) -> Side | None:
        if annotation is None:
            return None
        links = (one.own_links, one.gold_links)[place]
        told = (
            {name: pair[place] for name, pair in values.items()}
            if one.own and one.gold
            else annotation.attributes
        )
        return Side(
            annotation.label,
            words(annotation),
            (
                *(
                    (
                        name.replace("_", " "),
                        "–" if value is None else str(value).replace("_", " "),
                    )
                    for name, value in told.items()
                ),
                *(
                    (
                        f"link: {type_.replace('_', ' ')}",
                        words(end) if end else "in another article",
                    )
                    for type_, end in links
                ),
            ),
        )

    reason = REASONS.get(one.reason or "", one.reason or "")
    if one.rule and who and not reason:
        # To the annotator a rule would tell what the others have.
        reason = _BY_RULE.format(one.rule)
    before, after = text.context(body, one.start, one.end, 60)
    return Difference(
        record.article.id,
        record.article.title,
        record.article.language,
        one.start,
        who,
        one.differs,
        before,
        body[one.start : one.end],
        after,
        side(one.own, 0),
        side(one.gold, 1),
        reason,
    )


@blueprint.get("/agreement/gold/cases")
def cases() -> str:
    """Where annotators differ from gold, in the order of the articles."""
    version = _version() or abort(404, "There is no gold yet.")
    asked = {name: request.args.get(name, "") for name in ("person", "label", "kind")}
    paired = _paired(version)
    found = [
        (record, set_.annotator, one)
        for record, made in paired
        for set_ in record.sets
        if asked["person"] in ("", set_.annotator)
        for one in feedback(set_, made, _symmetric())
        if asked["kind"] in ("", one.differs[0])
        if not asked["label"]
        or asked["label"] in {a.label for a in (one.own, one.gold) if a}
    ]
    pages = max(1, -(-len(found) // _PAGE))
    at = min(max(1, number("page") or 1), pages)
    return render_template(
        "pages/gold_cases.html",
        version=version,
        asked=asked,
        people=sorted({s.annotator for record, _ in paired for s in record.sets}),
        labels=held.labels(),
        kinds=WORDS,
        total=len(found),
        page=at,
        pages=pages,
        found=[_shown(*one) for one in found[(at - 1) * _PAGE : at * _PAGE]],
    )


# --- for the annotator ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Own:
    """An article of the signed-in person with released gold: how many annotations each
    has, and in how many things they differ."""

    shown: releases.Shown
    own: int
    gold: int
    differences: int


@blueprint.get("/gold/mine")
def mine() -> str:
    """The own articles of which gold was released."""
    found = []
    for one in releases.shown_to(db(), guard.me()):
        own, made = releases.both(db(), one, guard.me().name)
        differences = len(feedback(own, made, _symmetric()))
        found.append(Own(one, len(own.annotations), len(made.annotations), differences))
    return render_template("pages/my_gold.html", found=found)


@blueprint.get("/articles/<key>/gold")
def differences(key: str) -> str:
    """The signed-in person's own labels of an article beside gold."""
    me = guard.me()
    every = releases.shown_to(db(), me)
    one = next((one for one in every if one.key == key), None)
    stored = articles.get(db(), key) if one else None
    if one is None or stored is None:
        abort(404, f"There is no gold of an article {key!r} for you to see.")
    own, made = releases.both(db(), one, me.name)
    record = ArticleRecord(stored.article)
    found = feedback(own, made, _symmetric())
    return render_template(
        "pages/gold_differences.html",
        article=stored.article,
        own=len(own.annotations),
        gold=len(made.annotations),
        missed=sum(each.own is None for each in found),
        more=sum(each.gold is None for each in found),
        labels=held.labels(),
        kinds=WORDS,
        found=[_shown(record, "", each) for each in found],
    )
