"""The workbench for scripts: the same functions as the pages, as JSON.

`api_document` describes every route; a test holds the two together.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, request
from flask import url_for as address
from werkzeug.exceptions import Conflict, PreconditionFailed
from werkzeug.wrappers import Response as BaseResponse

from workbench import files, text
from workbench.dataset import (
    STATUSES,
    AnnotationSet,
    Article,
    ArticleRecord,
    Problem,
    Record,
    annotation_record,
    article_record,
    read_set,
    set_record,
)
from workbench.labels import Labels
from workbench.measured import AIDED
from workbench.spans import Relation
from workbench.store import accounts, records, sets, write
from workbench.store import articles as shelf
from workbench.store import batches as work
from workbench.web import (
    api_problems,
    api_reading,
    checks,
    guard,
    held,
    proved,
    reports,
)
from workbench.web.api_document import Shapes
from workbench.web.db import db
from workbench.web.guide import guideline_version

blueprint = Blueprint("api", __name__, url_prefix=api_problems.PREFIX)

#: How many articles a page may have.
MOST = 200


@blueprint.before_request
def _bound() -> None:
    request.max_content_length = api_problems.MOST


@blueprint.errorhandler(sets.Closed)
def _closed(error: sets.Closed) -> BaseResponse:
    return api_problems.answer(Conflict(str(error)))


@blueprint.errorhandler(sets.Stale)
def _stale(error: sets.Stale) -> BaseResponse:
    return api_problems.answer(
        PreconditionFailed(f"{error} Get it again and redo your change.")
    )


@blueprint.errorhandler(sets.Unknown)
def _used(_: sets.Unknown) -> BaseResponse:
    return api_problems.answer(
        api_problems.Refused(
            "This Idempotency-Key was used for another request: take a new one.", []
        )
    )


def _shapes() -> Shapes:
    """The schemas of all bodies, made with the first request that needs them."""
    made: Shapes | None = current_app.extensions.get("api")
    if made is None:
        made = current_app.extensions["api"] = Shapes(current_app)
    return made


def _claims() -> dict[str, str]:
    return {claim["id"]: claim["proposition"] for claim in records.claims(db())}


def _versioned(value: object, rev: int, status: int = 200) -> Response:
    answer = jsonify(value)
    answer.status_code = status
    answer.set_etag(str(rev))
    return answer


def _read(answer: Response) -> BaseResponse:
    """What is read, or 304 for who has it already."""
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer.make_conditional(request)


@blueprint.get("/openapi.json")
def document() -> BaseResponse:
    """This document."""
    answer = jsonify(_shapes().document)
    answer.add_etag()
    return _read(answer)


@blueprint.get("/me")
def me() -> Response:
    """Whose token this is, and what it may do"""
    person = guard.me()
    return jsonify(name=person.name, role=person.role, scope=guard.scope())


# --- articles -------------------------------------------------------------------------


@blueprint.get("/articles")
def articles() -> Response:
    """The articles that you may see, page after page, in the order they were added"""
    asked = api_reading.parameters(("cursor", "limit", "search", "outlet", "status"))
    limit = api_reading.number("limit", asked.get("limit", "50"), 1, MOST)
    status = asked.get("status", "")
    if "status" in asked and status not in STATUSES:
        raise api_problems.refused_parameter(
            "status", f"Must be one of {', '.join(STATUSES)}."
        )
    found = shelf.following(
        db(),
        guard.me(),
        api_reading.row_of(asked["cursor"]) if "cursor" in asked else 0,
        limit + 1,
        search=asked.get("search", "")[:200],
        outlet=asked.get("outlet", ""),
        status=status,
    )
    page, more = found[:limit], len(found) > limit
    after = (
        address(
            "api.articles",
            **asked | {"cursor": api_reading.cursor(page[-1].row)},  # type: ignore[arg-type]
        )
        if more
        else None
    )
    answer = jsonify(
        articles=[
            {
                "id": one.key,
                "title": one.title,
                "outlet": one.outlet,
                "published": one.published,
                "language": one.language,
                "words": one.words,
                "status": one.status,
            }
            for one in page
        ],
        next=after,
    )
    if after:
        answer.headers["Link"] = f'<{after}>; rel="next"'
    return answer


@blueprint.post("/articles")
def create_article() -> Response:
    """Take an article in; a text that is here already is not doubled"""
    sent = api_reading.body(_shapes().check("NewArticle"))
    try:
        made = text.canonical(sent["text"])
    except text.TextError as error:
        raise api_problems.refused([Problem("text", str(error))]) from None
    digest = text.digest(made.text)
    article = Article(
        id=sent.get("id", f"article-{digest[:12]}"),
        title=sent.get("title", text.title_of(made.text)),
        text=made.text,
        **{name: sent.get(name) for name in ("outlet", "url", "published", "language")},
    )
    record = ArticleRecord(article)
    form = article_record(record) | {"sha256": sent.get("sha256", digest)}
    problems = held.contract().article_problems(form)
    if problems:
        raise api_problems.refused(problems)
    done = records.bring_in(db(), [record])
    for _, message in done.problems:
        abort(409, message)
    [key] = done.added or done.known
    known = bool(done.known)
    answer = jsonify(id=key, known=known, changes=made.changes)
    answer.status_code = 200 if known else 201
    answer.headers["Location"] = address("api.article", key=key)
    return answer


@blueprint.get("/articles/<key>")
def article(key: str) -> BaseResponse:
    """An article with its text"""
    record = article_record(ArticleRecord(_stored(key).article))
    del record["annotation_sets"]
    answer = jsonify(record)
    answer.add_etag()
    return _read(answer)


def _stored(key: str) -> shelf.Stored:
    """The article, or 404 where there is none, or none for this person."""
    found = shelf.get(db(), key)
    if found is None or not work.open_to(db(), found.row, guard.me()):
        abort(404, f"There is no article {key!r} here.")
    return found


# --- annotation sets ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article as the owner of the token works on it."""

    stored: shelf.Stored
    desk: sets.Desk

    @property
    def text(self) -> str:
        return self.stored.article.text

    @property
    def head(self) -> sets.State | None:
        """The head of the set as it is now."""
        return sets.state(db(), self.desk.article, self.desk.person)

    @property
    def rev(self) -> int:
        """The version of the set; 0 before its first change."""
        head = self.head
        return head.rev if head else 0

    def whole(self) -> AnnotationSet:
        """Everything in the set as it is now."""
        head, name = self.head, guard.me().name
        if head is None:
            return AnnotationSet(name, guideline=self.desk.guideline)
        return sets.whole(db(), head.id, name, guard.me().kind)

    def record(self) -> Record:
        """The exchange form of the set."""
        return set_record(self.whole(), self.text)

    def annotation(self, id: str) -> Record:
        """The exchange form of one annotation, or 404."""
        head = self.head
        found = sets.annotation(db(), head.id, id) if head else None
        if found is None:
            abort(404, f"There is no annotation {id!r} in your set.")
        return annotation_record(found, self.text)


def _sheet(key: str) -> Sheet:
    stored = _stored(key)
    desk = sets.Desk(
        article=stored.row,
        text=stored.article.text,
        person=guard.me().id,
        guideline=guideline_version(),
    )
    return Sheet(stored, desk)


@blueprint.get("/articles/<key>/sets")
def article_sets(key: str) -> Response:
    """The sets of an article that were begun: everybody's for a lead, else your own"""
    asked = api_reading.parameters(("annotator", "kind"))
    stored, mine = _stored(key), guard.me()
    shown = []
    for id, name, kind, status in sorted(
        sets.people(db(), stored.row), key=lambda one: (one[2], one[1])
    ):
        head = sets.state(db(), stored.row, id)
        if (
            head
            and status != "todo"
            and (mine.role == "lead" or id == mine.id)
            and asked.get("annotator", name) == name
            and asked.get("kind", kind) == kind
        ):
            whole = sets.whole(db(), head.id, name, kind)
            shown.append(set_record(whole, stored.article.text))
    return jsonify(sets=shown)


@blueprint.get("/articles/<key>/sets/me")
def my_set(key: str) -> BaseResponse:
    """Your set of an article; an empty one before you begin"""
    sheet = _sheet(key)
    rev = sheet.rev
    return _read(_versioned(sheet.record(), rev))


def _write(
    key: str,
    act: Callable[[Sheet, sets.Op], sets.Done],
    *,
    one: bool = False,
    needed: bool = False,
) -> tuple[Sheet, sets.Done]:
    """Does a write in one transaction with what it depends on, once for each key.

    If-Match names the version of the set, or of `one` thing in it.
    """
    sheet, op = _sheet(key), api_reading.op()
    with write(db()):
        done = sets.answered(db(), sheet.desk, op)
        if done is None:
            if one:
                op = replace(op, seen=api_reading.seen(sheet.rev))
            else:
                api_reading.expect(sheet.rev, needed=needed)
            done = act(sheet, op)
            if done.changed:
                work.keep(db(), sheet.desk.article, sheet.desk.person)
    return sheet, done


@blueprint.put("/articles/<key>/sets/me")
def put_my_set(key: str) -> Response:
    """Replace your set by what you send, in one step that can be undone"""
    sent = api_reading.body(_shapes().check("Set"))
    stored = _stored(key)
    problems = list(_foreign(sent))
    problems += held.contract().set_problems(
        sent | {"status": "in_progress"}, stored.article.text
    )
    if problems:
        raise api_problems.refused(problems)
    whole = read_set(sent)

    def act(sheet: Sheet, op: sets.Op) -> sets.Done:
        head, before = sheet.head, sheet.whole()
        if head and head.finished:
            raise sets.Closed
        problems = []
        if whole.status not in ("todo", "in_progress"):
            problems.append(
                Problem("status", "A set is submitted by POST to its submit address.")
            )
        if whole.guideline not in ("", before.guideline):
            problems.append(
                Problem("guideline", f"It is {before.guideline!r} here: leave it out.")
            )
        problems += _out_of_play(sheet.desk.article, sent["annotations"])
        problems += _lost_claims(sent["annotations"])
        problems += _loose_links(sheet, sent, before.relations)
        if problems:
            raise api_problems.refused(problems)
        return sets.put(db(), sheet.desk, op, whole)

    sheet, _ = _write(key, act, needed=True)
    return _versioned(sheet.record(), sheet.rev)


def _in_play(article: int) -> Labels:
    """The labels of the article's batch, or all."""
    standing = work.standing(db(), article, guard.me().id)
    labels = held.contract().labels
    return labels.only(standing.batch.labels) if standing else labels


def _out_of_play(article: int, annotations: list[Record]) -> Iterator[Problem]:
    labels = _in_play(article)
    known = ", ".join(label.name for label in labels)
    for i, one in enumerate(annotations):
        if labels.get(one["label"]) is None:
            yield Problem(
                f"annotations/{i}/label",
                f"{one['label']!r} is not in play in this batch; the labels are "
                f"{known}.",
            )


def _foreign(sent: Record) -> Iterator[Problem]:
    mine = guard.me()
    for name, is_ in (("annotator", mine.name), ("kind", mine.kind)):
        if sent[name] != is_:
            yield Problem(name, f"It must be {is_!r}: you write your own set.")


def _lost_claims(annotations: list[Record]) -> Iterator[Problem]:
    claims = _claims()
    for i, one in enumerate(annotations):
        label = held.contract().labels.get(one["label"])
        for problem in (
            checks.unknown_claims(label, one["attributes"], claims) if label else ()
        ):
            path = f"annotations/{i}/attributes/{problem.path}"
            yield Problem(path, problem.message)


def _loose_links(
    sheet: Sheet, sent: Record, before: tuple[Relation, ...]
) -> Iterator[Problem]:
    """New links into other articles that end at none of the person's annotations."""
    there = {(r.type, r.source, r.target) for r in before}
    label_of = {one["id"]: one["label"] for one in sent["annotations"]}
    for i, link in enumerate(sent["relations"]):
        if "#" not in link["to"] or (link["type"], link["from"], link["to"]) in there:
            continue
        label = _label_elsewhere(link["to"], sheet.desk.person)
        type_ = held.contract().labels.relation(link["type"])
        if label is None:
            yield Problem(
                f"relations/{i}/to", f"You have no annotation {link['to']!r}."
            )
        elif type_ is None or not type_.fits(label_of[link["from"]], label):
            yield Problem(
                f"relations/{i}",
                f"{link['type']!r} does not link a {label_of[link['from']]} to a "
                f"{label}.",
            )


def _label_elsewhere(to: str, person: int) -> str | None:
    key, _, id = to.rpartition("#")
    stored = shelf.get(db(), key)
    head = sets.state(db(), stored.row, person) if stored else None
    found = sets.annotation(db(), head.id, id) if head else None
    return found.label if found else None


@blueprint.post("/articles/<key>/sets/me/submit")
def submit(key: str) -> Response:
    """Check your set and, when nothing is missing, submit it"""
    sent = api_reading.body(_shapes().check("Submission"), optional=True)

    def act(sheet: Sheet, op: sets.Op) -> sets.Done:
        head, whole = sheet.head, sheet.whole()
        if head and head.finished:
            raise sets.Closed
        problems = checks.unfinished(whole, sheet.text, held.contract(), _claims())
        if problems:
            raise api_problems.refused(
                problems, "This is to mend before the set can be submitted."
            )
        slips = checks.notes(whole, sheet.text, _in_play(sheet.desk.article))
        if slips and sent.get("sure") is not True:
            place = {a["id"]: i for i, a in enumerate(sheet.record()["annotations"])}
            raise api_problems.refused(
                [
                    Problem(
                        f"annotations/{place[slip.annotation]}"
                        if slip.annotation
                        else "none",
                        slip.message,
                    )
                    for slip in slips
                ],
                "Nothing is missing. Look at this, and send {“sure”: true} to submit.",
            )
        try:
            work.hand_in(db(), sheet.desk.article, sheet.desk.person)
        except work.BatchError as error:
            abort(409, str(error))
        return sets.submit(db(), sheet.desk, op)

    sheet, _ = _write(key, act)
    return _versioned(sheet.record(), sheet.rev)


@blueprint.post("/articles/<key>/sets/me/reopen")
def reopen(key: str) -> Response:
    """Take your submitted set up again"""
    api_reading.body(_shapes().check("Nothing"), optional=True)
    sheet, _ = _write(key, lambda sheet, op: sets.reopen(db(), sheet.desk, op))
    return _versioned(sheet.record(), sheet.rev)


# --- annotations ----------------------------------------------------------------------


def _checked(one: Record, stored: shelf.Stored) -> None:
    """Nothing, when the annotation would do in a set of its own; else 422."""
    alone = {
        "annotator": guard.me().name,
        "kind": guard.me().kind,
        "status": "in_progress",
        "annotations": [one],
        "relations": [],
    }
    problems = held.contract().set_problems(alone, stored.article.text) or [
        *_out_of_play(stored.row, [one]),
        *_lost_claims([one]),
    ]
    if problems:
        raise api_problems.refused(
            Problem(p.path.removeprefix("annotations/0/"), p.message) for p in problems
        )


@blueprint.post("/articles/<key>/sets/me/annotations")
def create_annotation(key: str) -> Response:
    """Annotate words of an article"""
    sent = api_reading.body(_shapes().check("NewAnnotation"))
    _checked({"id": "new", "attributes": {}, **sent}, _stored(key))

    def act(sheet: Sheet, op: sets.Op) -> sets.Done:
        return sets.add(
            db(),
            sheet.desk,
            op,
            sent["label"],
            sent["fragments"],
            sent.get("attributes", {}),
            note=sent.get("note"),
            unsure=sent.get("unsure", False),
        )

    sheet, done = _write(key, act)
    id = str(done.annotation)
    answer = _versioned(sheet.annotation(id), sheet.rev, 201)
    answer.headers["Location"] = address("api.annotation", key=key, id=id)
    return answer


@blueprint.get("/articles/<key>/sets/me/annotations/<id>")
def annotation(key: str, id: str) -> BaseResponse:
    """One annotation of your set"""
    sheet = _sheet(key)
    rev = sheet.rev
    return _read(_versioned(sheet.annotation(id), rev))


@blueprint.patch("/articles/<key>/sets/me/annotations/<id>")
def change_annotation(key: str, id: str) -> Response:
    """Change label, borders, attributes, note or doubt of an annotation"""
    sent = api_reading.body(_shapes().check("AnnotationChange"))

    def act(sheet: Sheet, op: sets.Op) -> sets.Done:
        old = sheet.annotation(id)
        new = _merged(old, sent)
        _checked(new, sheet.stored)
        return _changed(sheet, op, old, new)

    sheet, _ = _write(key, act, one=True)
    return _versioned(sheet.annotation(id), sheet.rev)


def _merged(old: Mapping[str, Any], sent: Mapping[str, Any]) -> Record:
    """`old` with what was sent, as RFC 7396 merges: null takes away."""
    new = {**old, **{k: v for k, v in sent.items() if k != "attributes"}}
    new["attributes"] = {**old["attributes"], **sent.get("attributes", {})}
    new["attributes"] = {k: v for k, v in new["attributes"].items() if v is not None}
    return {k: v for k, v in new.items() if v is not None and v is not False}


def _changed(sheet: Sheet, op: sets.Op, old: Record, new: Record) -> sets.Done:
    """The steps from `old` to `new`, each in the log as if made by hand."""
    head, desk, id = sheet.head, sheet.desk, old["id"]
    steps: list[Callable[[sets.Op], sets.Done]] = []
    if head and new["label"] != old["label"]:
        marked = sets.annotations(db(), head.id)
        keep = checks.fits_still(held.contract().labels, marked, id)
        form = (new["label"], new["attributes"], new["fragments"], keep)
        steps.append(lambda op: sets.relabel(db(), desk, op, id, *form))
        old = {**old, **{name: new[name] for name in ("attributes", "fragments")}}
    if new["fragments"] != old["fragments"]:
        steps.append(lambda op: sets.move(db(), desk, op, id, new["fragments"]))
    if any(new.get(name) != old.get(name) for name in ("attributes", "note", "unsure")):
        told = {
            "attributes": new["attributes"],
            "note": new.get("note", ""),
            "unsure": new.get("unsure", False),
        }
        steps.append(lambda op: sets.revise(db(), desk, op, id, **told))
    done = sets.Done(sheet.rev, id, changed=False)
    for n, step in enumerate(steps):
        # A retry is known by the first of them: all were done, or none.
        done = step(replace(op, id=f"{op.id}.{n}") if n else op)
    return done


@blueprint.delete("/articles/<key>/sets/me/annotations/<id>")
def delete_annotation(key: str, id: str) -> Response:
    """Remove an annotation, and the links that begin or end at it"""

    def act(sheet: Sheet, op: sets.Op) -> sets.Done:
        sheet.annotation(id)
        return sets.remove(db(), sheet.desk, op, id)

    sheet, _ = _write(key, act, one=True)
    return _gone(sheet)


def _gone(sheet: Sheet) -> Response:
    answer = Response(status=204)
    answer.set_etag(str(sheet.rev))
    return answer


# --- links ----------------------------------------------------------------------------


@blueprint.post("/articles/<key>/sets/me/links")
def create_link(key: str) -> Response:
    """Link two annotations of your set; a link that is there already stays one"""
    sent = api_reading.body(_shapes().check("NewLink"))
    name, source, target = sent["type"], sent["from"], sent["to"]

    def there(sheet: Sheet) -> Record | None:
        links = sheet.record()["relations"]
        return next((one for one in links if sent.items() <= one.items()), None)

    def act(sheet: Sheet, op: sets.Op) -> sets.Done:
        label_of = {one.id: one.label for one in sheet.whole().annotations}
        lost = [
            Problem(end, f"There is no annotation {sent[end]!r} in your set.")
            for end in ("from", "to")
            if sent[end] not in label_of
        ]
        if lost:
            raise api_problems.refused(lost)
        type_ = held.contract().labels.relation(name)
        ends = label_of[source], label_of[target]
        if source == target or type_ is None or not type_.fits(*ends):
            raise api_problems.refused(
                [
                    Problem(
                        "type", f"{name!r} does not link a {ends[0]} to this {ends[1]}."
                    )
                ]
            )
        return sets.link(db(), sheet.desk, op, name, source, target)

    sheet, done = _write(key, act)
    made = there(sheet)
    if made is None:
        abort(404, "This link was made, and is gone again.")
    return _versioned(made, sheet.rev, 201 if done.changed else 200)


@blueprint.delete("/articles/<key>/sets/me/links/<id>")
def delete_link(key: str, id: str) -> Response:
    """Remove a link"""

    def act(sheet: Sheet, op: sets.Op) -> sets.Done:
        done = sets.unlink(db(), sheet.desk, op, id)
        if not done.changed:
            abort(404, f"There is no link {id!r} in your set.")
        return done

    sheet, _ = _write(key, act, needed=True)
    return _gone(sheet)


# --- the team, for a lead -------------------------------------------------------------


@blueprint.get("/batches")
def batches() -> Response:
    """Every batch and how far it is"""
    return jsonify(batches=[_batch(one) for one in work.progress(db())])


@blueprint.get("/batches/<int:id>")
def batch(id: int) -> Response:
    """One batch and how far it is"""
    found = next((one for one in work.progress(db()) if one.batch.id == id), None)
    if found is None:
        abort(404, f"There is no batch {id}.")
    return jsonify(_batch(found))


def _batch(one: work.Progress) -> Record:
    return asdict(one.batch) | {
        "articles": one.articles,
        "people": [name for _, name in work.people_of(db(), one.batch.id)],
        "slots": one.slots,
        "taken": one.taken,
        "submitted": one.submitted,
    }


@blueprint.get("/people")
def people() -> Response:
    """Everybody of the team"""
    return jsonify(
        people=[
            {
                "name": one.name,
                "role": one.role,
                "made": one.made,
                "disabled": one.disabled,
                "submitted": one.submitted,
            }
            for one in accounts.accounts(db())
        ]
    )


@blueprint.get("/agreement")
def agreement() -> Response:
    """How far annotators agree, of a batch or of everything, as the command says it"""
    given = api_reading.parameters(("batch", "aided"))
    asked, aided = given.get("batch"), given.get("aided", "all")
    if aided not in AIDED:
        raise api_problems.refused_parameter(
            "aided", f"Must be {', '.join(AIDED[:-1])} or {AIDED[-1]}."
        )
    found = None
    if asked is not None:
        id = api_reading.number("batch", asked, 0, 10**15)
        found = work.get(db(), id)
        if found is None:
            raise api_problems.refused_parameter("batch", "There is no such batch.")
    return jsonify(reports.measure(found, aided).as_record())


@blueprint.get("/export")
def export() -> BaseResponse:
    """The whole database, proved by schema and integrity before the first byte"""
    format = api_reading.parameters(("format",)).get("format", "jsonl")
    if format not in proved.TYPES:
        raise api_problems.refused_parameter("format", "Must be jsonl or json.")
    try:
        return proved.export(format)
    except files.ExportRefused as refused:
        raise api_problems.refused(
            refused.problems, "Nothing was exported: this is to mend first."
        ) from None
