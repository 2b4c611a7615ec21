"""The annotate screen: an article, what a person marks in it, and every change."""

import secrets
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NoReturn

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from workbench import spans, text
from workbench.dataset import AnnotationSet, set_record
from workbench.labels import Label, Labels
from workbench.segments import Piece, pieces
from workbench.spans import Annotation, Fragment, Relation, SpanError, Value
from workbench.store import (
    articles,
    batches,
    guidelines,
    questions,
    records,
    releases,
    sets,
    suggestions,
    write,
)
from workbench.store.batches import BatchError
from workbench.suggest import pick, prefill
from workbench.web import drawing, guard, held, proposed
from workbench.web.asked import number, write_op
from workbench.web.checks import Note, fits_still, notes, unfinished, unknown_claims
from workbench.web.db import db
from workbench.web.fragments import fragment, goto, wanted
from workbench.web.guide import guideline_version, key_groups

blueprint = Blueprint("annotate", __name__, url_prefix="/articles/<key>")

#: How far from the annotation links are offered first, in code points.
_NEAR = 2_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article as one person works on it."""

    row: int
    key: str
    text: str
    lines: tuple[Fragment, ...]
    desk: sets.Desk
    head: sets.State | None
    standing: batches.Standing | None
    view: proposed.View

    @property
    def labels(self) -> Labels:
        """The labels in play: those of the article's batch, or all."""
        return self.view.labels

    @property
    def rev(self) -> int:
        """The rev of the set; 0 before its first change."""
        return self.head.rev if self.head else 0


@lru_cache(maxsize=16)
def _layout(key: str, database: str) -> tuple[int, str, tuple[Fragment, ...]]:
    """Row, text and lines of an article: they never change, and a long text is slow to
    read and cut for every label. What raises is not kept."""
    stored = articles.get(db(), key) or _no_article(key)
    return stored.row, stored.article.text, tuple(text.lines(stored.article.text))


def _no_article(key: str) -> NoReturn:
    abort(404, f"There is no article {key!r} here.")


def _sheet(key: str) -> Sheet:
    """The article with that id as the signed-in person sees it, or 404."""
    row, body, lines = _layout(key, str(current_app.config["DB"]))
    me = guard.me()
    standing = batches.standing(db(), row, me.id)
    if standing and not standing.state and me.role != "lead":
        _no_article(key)
    how = standing.batch.suggestions if standing else current_app.config["SUGGESTIONS"]
    aided = how != "off"
    desk = sets.Desk(row, body, me.id, guideline_version(), aided=aided)
    head = sets.state(db(), row, me.id)
    if head and head.finished:
        how = "off"
    database = str(current_app.config["DB"])
    overruled: tuple[Fragment, ...] = ()
    if head and how != "off":
        overruled = suggestions.overruled(db(), head.id)
    view = proposed.View(
        proposed.NOTHING
        if how == "off"
        else proposed.of(row, key, database, overruled),
        how,
        held.labels().only(standing.batch.labels) if standing else held.labels(),
        head.id if head else None,
        overruled,
    )
    return Sheet(row, key, body, lines, desk, head, standing, view)


# --- reading --------------------------------------------------------------------------


@blueprint.get("")
def read(key: str) -> str:
    """The whole screen."""
    return _page(
        _sheet(key),
        open_id=request.args.get("open", ""),
        at=request.args.get("suggestion", ""),
    )


def _page(
    sheet: Sheet, said: str = "", *, open_id: str, at: str = "", **more: Any
) -> str:
    labels = held.labels()
    stored = articles.get(db(), sheet.key) or _no_article(sheet.key)
    before, after, place, of = articles.neighbours(db(), guard.me(), sheet.row)
    found = sets.annotations(db(), sheet.head.id) if sheet.head else []
    opened = sheet.view.open(sheet.view.proposed.proposals, found)
    base = url_for("annotate.read", key=sheet.key)
    looked = [p.shown for p in opened if p.ref == at and not open_id]
    drawn = [*pieces(found), *sheet.view.pieces(opened), *pieces(looked, "looked")]
    return render_template(
        "pages/annotate.html",
        article=stored.article,
        words=stored.words,
        script=_script(stored.article.title),
        sheet=sheet,
        base=base,
        before=before,
        after=after,
        place=place,
        of=of,
        article_lines=drawing.lines(sheet.text, sheet.lines, drawn, labels),
        suggestion_groups=drawing.suggestion_groups(
            sheet.view.proposed.lines, [(p.shown.start, p.row) for p in opened]
        ),
        suggestion_count=len(opened),
        regions=_regions(sheet),
        list_groups=drawing.groups(sheet.text, sheet.lines, found, labels, base),
        keys=key_groups(labels),
        guideline_version=guideline_version(),
        others=_others(sheet),
        standing=sheet.standing,
        guideline_before=_guideline_before(sheet),
        threads=_threads(sheet),
        released=_released(sheet),
        said=said,
        **_tally(sheet),
        **_as_typed(_inspector(sheet, open_id)),
        **(_suggestion(sheet, at, opened) if at and not open_id else {}),
        **more,
    )


def _released(sheet: Sheet) -> bool:
    """Whether gold of this article may be seen by whoever finished it here."""
    if not (sheet.head and sheet.head.finished):
        return False
    shown = releases.shown_to(db(), guard.me())
    return any(one.key == sheet.key for one in shown)


def _guideline_before(sheet: Sheet) -> str | None:
    """The version of the guideline under which the person submitted last, when it is
    not the present one and there is something to do here."""
    if sheet.head and sheet.head.finished:
        return None
    before = guidelines.labelled_under(db(), sheet.desk.person)
    known = before and guidelines.get(db(), before)
    return before if known and before != guideline_version() else None


def _threads(sheet: Sheet) -> list[tuple[questions.Thread, str]]:
    """The person's questions on this article, each with the place it is about."""
    if sheet.head is None:
        return []
    return [
        (one, url_for("annotate.read", key=sheet.key, open=one.annotation))
        for one in questions.threads(db(), set_id=sheet.head.id)
    ]


def _script(title: str) -> str:
    """The part of the reading font that an article needs first."""
    letter = next((char for char in title if char.isalpha()), "a")
    name = unicodedata.name(letter, "").partition(" ")[0].lower()
    return name if name in ("cyrillic", "greek") else "latin"


def _as_typed(found: dict[str, Any]) -> dict[str, Any]:
    """The form as the person sent it, when it comes back because it was refused."""
    if request.endpoint != "annotate.revise" or found["annotation"] is None:
        return found
    typed = replace(
        found["annotation"],
        attributes={
            a.name: request.form.get(a.name, "") for a in found["label"].attributes
        },
        note=_note(),
        unsure="unsure" in request.form,
    )
    return found | {"annotation": typed}


def _others(sheet: Sheet) -> list[tuple[str, str, str]]:
    """The other sets of the article, for a lead: name, kind, status."""
    me = guard.me()
    if me.role != "lead":
        return []
    return [
        (name, kind, status)
        for id, name, kind, status in sets.people(db(), sheet.row)
        if id != me.id and status != "todo" and kind != "model"
    ]


def _tally(sheet: Sheet) -> dict[str, Any]:
    """What the counters, the undo buttons and the hidden fields of forms need."""
    head = sheet.head
    return {
        "key": sheet.key,
        "labels": sheet.labels,
        "counts": sets.counts(db(), head.id) if head else {},
        "none_here": head.none if head else (),
        "rev": sheet.rev,
        "status": head.status if head else "todo",
        "finished": bool(head and head.finished),
        "can_undo": bool(head and head.undo_top),
        "can_redo": bool(head and head.redo_top),
        "op": secrets.token_hex(8),
    }


@dataclass(frozen=True, slots=True)
class Offer:
    """A link that the open annotation may have: its value in the form, its words."""

    value: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A link of the open annotation, read from its side."""

    id: str
    title: str
    other: str
    words: str


def _inspector(sheet: Sheet, id: str, *, offers: bool = True) -> dict[str, Any]:
    """What the form of annotation `id` needs; an empty form when there is none.

    Without `offers`, the script asks for words and links to choose from later.
    """
    found = sets.annotation(db(), sheet.head.id, id) if sheet.head and id else None
    if found is None or sheet.head is None:
        return {"annotation": None}
    label = held.labels().get(found.label)
    if label is None:
        return {"annotation": None}
    links = sets.relations(db(), sheet.head.id, found.id)
    return {
        "annotation": found,
        "label": label,
        "excerpts": [sheet.text[s:e] for s, e in found.fragments],
        "linked": list(_linked(sheet, sheet.head.id, found, links)),
        "linkable": any(found.label in type_.ends for type_ in held.labels().relations),
        "known": _known(sheet, label) if offers else None,
        "offers": _offers(sheet, sheet.head.id, found, links) if offers else None,
        "stack": _stack(sheet.head.id, found),
        **_where(sheet, found),
    }


def _known(sheet: Sheet, label: Label) -> dict[str, dict[str, str]]:
    """What the person may want to type, by the kind of words a label asks for: each
    value with the words that explain it, maybe none."""
    kinds: dict[str, list[str]] = {}
    for other in held.labels():
        for attribute in other.attributes:
            if attribute.suggest:
                kinds.setdefault(attribute.suggest, []).append(attribute.name)
    asked = {a.suggest for a in label.attributes if a.suggest}
    found: dict[str, dict[str, str]] = {}
    for kind in sorted(asked):
        if kind == "claim" and (claims := _claims()):
            found[kind] = claims
            continue
        names = sorted(set(kinds[kind]))
        known = sets.values_of(db(), names, sheet.desk.person, sheet.row)
        if kind == "speaker" and sheet.head:
            named = sets.texts_of(db(), sheet.head.id, "source", 80)
            known = [*known, *(" ".join(words.split()) for words in named)]
        found[kind] = dict.fromkeys(known, "")
    return found


def _claims() -> dict[str, str]:
    """The proposition of every canonical claim, by its id."""
    return {claim["id"]: claim["proposition"] for claim in records.claims(db())}


def _linked(
    sheet: Sheet, set_id: int, annotation: Annotation, links: Iterable[Relation]
) -> Iterable[Linked]:
    for link in links:
        outward = link.source == annotation.id
        other_id = link.target if outward else link.source
        type_ = held.labels().relation(link.type)
        title = type_.title if type_ else link.type
        other = sets.annotation(db(), set_id, other_id)
        yield Linked(
            link.id,
            title if outward or (type_ and type_.symmetric) else f"{title} (from)",
            other_id,
            _short(sheet.text, other) if other else other_id,
        )


def _short(body: str, annotation: Annotation, limit: int = 60) -> str:
    words = " … ".join(body[s:e] for s, e in annotation.fragments)
    words = " ".join(words.split())
    return words if len(words) <= limit else f"{words[: limit - 1]}…"


def _offers(
    sheet: Sheet, set_id: int, annotation: Annotation, links: Sequence[Relation]
) -> list[Offer]:
    """The links that fit and are not there yet, the nearest annotations first."""
    there = {(r.type, r.source, r.target) for r in links}
    near = sets.around(db(), set_id, annotation.start - _NEAR, annotation.end + _NEAR)
    near.sort(key=lambda a: (_distance(annotation, a), a.order))
    offers: list[Offer] = []
    for other in near:
        if other.id == annotation.id:
            continue
        for type_ in held.labels().relations:
            if not type_.fits(annotation.label, other.label):
                continue
            if (type_.name, annotation.id, other.id) in there or (
                type_.symmetric and (type_.name, other.id, annotation.id) in there
            ):
                continue
            if type_.name == "quantifies" and spans.contains(other, annotation):
                continue
            offers.append(
                Offer(
                    f"{type_.name} {other.id}", type_.title, _short(sheet.text, other)
                )
            )
    return offers[:60]


def _distance(a: Annotation, b: Annotation) -> int:
    return max(0, b.start - a.end, a.start - b.end)


def _stack(set_id: int, annotation: Annotation) -> list[Annotation]:
    """The annotations that overlap with this one, innermost first, with itself."""
    found = sets.around(db(), set_id, annotation.start, annotation.end)
    overlapping = [a for a in found if spans.overlaps(a, annotation)]
    overlapping.sort(key=lambda a: (a.end - a.start, a.order))
    return overlapping if len(overlapping) > 1 else []


@blueprint.get("/annotations/<id>")
def open_annotation(key: str, id: str) -> str | BaseResponse:
    """The form of one annotation, alone or in its page."""
    sheet = _sheet(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key, open=id))
    found = _inspector(sheet, id)
    if found["annotation"] is None:
        abort(404, f"Annotation {id} is gone: it may have been removed elsewhere.")
    return render_template(
        "partials/_inspector.html",
        base=url_for("annotate.read", key=key),
        **_tally(sheet),
        **found,
    )


@blueprint.get("/annotations/<id>/offers")
def offers(key: str, id: str) -> str | BaseResponse:
    """What the form of a new annotation does not come with, so that a label is quick:
    what may be typed into its fields, and linked to it."""
    sheet = _sheet(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key, open=id))
    found = _inspector(sheet, id)
    if found["annotation"] is None:
        # Removed or undone before the page asked: there is nothing to offer.
        return Response(status=204)
    return render_template("partials/_offers.html", alone=True, **found)


def _where(sheet: Sheet, annotation: Annotation) -> dict[str, int]:
    """The paragraph in which it begins: its number, 0 for the title, and its place."""
    at = bisect_right(sheet.lines, annotation.start, key=lambda line: line[0]) - 1
    return {"paragraph": at, "line": sheet.lines[at][0]}


# --- suggestions ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Greyed:
    """A stretch that is taken not to be the article: its place, its words, why, and
    whether the person says that it is the article."""

    start: int
    words: str
    rule: str
    overruled: bool


def _regions(sheet: Sheet) -> list[Greyed]:
    return [
        Greyed(
            region.start,
            " ".join(sheet.text[region.start : region.end].split()),
            (region.origin.rule or "").rpartition(".")[2].replace("-", " "),
            overruled,
        )
        for region, overruled in sheet.view.regions()
    ]


def _suggestion(
    sheet: Sheet, ref: str, opened: Sequence[proposed.Proposal]
) -> dict[str, Any]:
    """What the panel of an open suggestion needs; {} when there is none so named."""
    one = next((p for p in opened if p.ref == ref), None)
    label = sheet.labels.get(one.shown.label) if one else None
    if one is None or label is None:
        return {}
    made = proposed.taken(one, label, sheet.text, _around(sheet, one.shown.fragments))
    alike = sum(p.shown.label == label.name for p in opened)
    return {
        "suggestion": one,
        "label": label,
        "attributes": made.made.attributes,
        "origin": one.shown.origin,
        "excerpts": [sheet.text[s:e] for s, e in one.shown.fragments],
        "alike": alike,
        **_where(sheet, one.shown),
    }


def _following(after: int, opened: Sequence[proposed.Proposal]) -> str:
    """The name of the next open suggestion in the text, or of the first; "" when all
    are decided."""
    later = next((p for p in opened if p.shown.start >= after), None)
    return (later or opened[0]).ref if opened else ""


@blueprint.get("/suggestions/<ref>")
def suggestion(key: str, ref: str) -> str | BaseResponse:
    """One suggestion, alone or in its page."""
    sheet = _sheet(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key, suggestion=ref))
    found = _suggestion(sheet, ref, sheet.view.all_open())
    if not found:
        abort(404, "This suggestion is decided, or its words are labelled.")
    return render_template(
        "partials/_suggestion.html",
        base=url_for("annotate.read", key=key),
        **_tally(sheet),
        **found,
    )


@blueprint.get("/suggestions")
def suggestions_of(key: str) -> str:
    """All open suggestions of a label, to tick and accept at once."""
    sheet = _sheet(key)
    label = sheet.labels.get(request.args.get("label", ""))
    if label is None:
        abort(404, "There is no such label.")
    rows = [p for p in sheet.view.all_open() if p.shown.label == label.name]
    title = label.title.lower()
    return _several(
        sheet,
        heading=f"Accept every suggested {title}",
        action=url_for("annotate.accept_several", key=key),
        rows=[_ticked(sheet, p.ref, p.shown.fragments) for p in rows],
        button="Accept those ticked",
        nothing=f"No {title} is suggested any more.",
    )


def _several(sheet: Sheet, **shown: Any) -> str:
    """Things to tick, in the place for notices."""
    drawn = render_template(
        "partials/_several.html",
        base=url_for("annotate.read", key=sheet.key),
        **shown,
        **_tally(sheet),
    )
    return drawn if wanted() else _page(sheet, open_id="", extra=Markup(drawn))


@dataclass(frozen=True, slots=True)
class Ticked:
    """Words to tick: the name of the tick, the words, and what stands around them."""

    name: str
    before: str
    words: str
    after: str


#: How much is shown around words that may be ticked, in code points.
_AROUND = 30


def _ticked(sheet: Sheet, name: str, fragments: Sequence[Fragment]) -> Ticked:
    start, end = fragments[0][0], fragments[-1][1]
    before = sheet.text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = sheet.text[end : end + _AROUND].partition("\n")[0]
    # Not in the middle of a word.
    if len(before) == _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == _AROUND:
        after = f"{after.rpartition(' ')[0]} …"
    words = " … ".join(sheet.text[s:e] for s, e in fragments)
    return Ticked(name, before, words, after)


def _chosen(sheet: Sheet, refs: Iterable[str]) -> list[proposed.Proposal]:
    found = [sheet.view.proposed.get(ref) for ref in refs]
    if sheet.view.how == "off" or not found or None in found:
        raise RefusedError("There is no such suggestion here: load the page again.")
    return [p for p in found if p]


@blueprint.post("/suggestions/<ref>/accept")
def accept(key: str, ref: str) -> BaseResponse:
    """An annotation made of a suggestion; with `adjust`, open to be changed."""
    adjust = "adjust" in request.form

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        return _accept(sheet, op, [ref])

    return _write(key, change, opens=adjust, decides="" if adjust else ref)


@blueprint.post("/suggestions")
def accept_several(key: str) -> BaseResponse:
    """Annotations made of all suggestions that are ticked, in one step."""
    refs = [name[5:] for name in request.form if name.startswith("take.")]

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        if not refs:
            raise RefusedError("Tick what you want to accept.")
        return _accept(sheet, op, refs)

    return _write(key, change, opens=False)


def _accept(sheet: Sheet, op: sets.Op, refs: Sequence[str]) -> sets.Done:
    chosen = _chosen(sheet, refs)
    mine = sets.annotations(db(), sheet.head.id) if sheet.head else []
    taken = [
        proposed.taken(p, _label_of(sheet.labels, p.shown.label), sheet.text, mine)
        for p in chosen
    ]
    return suggestions.accept(db(), sheet.desk, op, taken)


@blueprint.post("/suggestions/<ref>/reject")
def reject(key: str, ref: str) -> BaseResponse:
    """The article without that suggestion, for this person."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        chosen = [(p.taken.suggester, p.taken.made) for p in _chosen(sheet, [ref])]
        return suggestions.reject(db(), sheet.desk, op, chosen)

    return _write(key, change, opens=False, decides=ref)


@blueprint.post("/regions/<int:start>")
def overrule(key: str, start: int) -> BaseResponse:
    """A greyed stretch is the article after all, or no longer."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        region = next(
            (r for r, _ in sheet.view.regions() if r.start == start),
            None,
        )
        if region is None:
            raise RefusedError("Nothing is greyed there: load the page again.")
        yes = request.form.get("article") == "yes"
        return suggestions.overrule(db(), sheet.desk, op, region, yes)

    return _write(key, change, opens=False)


@blueprint.get("/preview")
def preview(key: str) -> Response:
    """Where the borders of each label would lie for the selection [start, end)."""
    sheet = _sheet(key)
    start, end = number("start") or 0, number("end") or 0
    found: dict[str, Fragment | None] = {}
    for label in sheet.labels:
        try:
            found[label.name] = spans.snap(
                sheet.text, start, min(end, len(sheet.text)), label.snap
            )
        except SpanError:
            found[label.name] = None
    return jsonify(found)


@blueprint.get("/changes")
def changes(key: str) -> BaseResponse:
    """What changed since the rev that the page shows, for a second window."""
    sheet = _sheet(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key))
    return fragment(_changed(sheet, sheet, open_id=request.args.get("open", "")))


@blueprint.get("/history")
def history(key: str) -> str:
    """Every change of the set, newest first."""
    sheet = _sheet(key)
    found = sets.events(db(), sheet.head.id) if sheet.head else []
    return render_template(
        "pages/history.html",
        key=key,
        events=list(reversed(found)),
        text=sheet.text,
    )


@blueprint.get("/next")
def next_open(key: str) -> BaseResponse:
    """The next article that is not submitted, or the list when all are."""
    sheet = _sheet(key)
    if batches.takes_part(db(), sheet.desk.person):
        return redirect(url_for("queue.mine"))
    found = articles.next_open(db(), guard.me(), sheet.row)
    if found is None:
        return redirect(url_for("articles.listing"))
    return redirect(url_for("annotate.read", key=found))


# --- writing --------------------------------------------------------------------------


class RefusedError(ValueError):
    """The request cannot be taken as it is; the message says why and what to do."""

    def __init__(self, message: str, status: int = 422, **details: Any) -> None:
        super().__init__(message)
        self.status = status
        self.details = details


_BACK_AND_FORTH = ("annotate.undo", "annotate.redo")
#: What may change which stretches are greyed.
_MAY_GREY = ("annotate.overrule", *_BACK_AND_FORTH)


def _write(
    key: str, change: Any, *, opens: bool = True, decides: str = ""
) -> BaseResponse:
    """The answer to a write: `change(sheet, op)` does it and says what it did.

    After a write that `decides` a suggestion, the next one is shown.

    Lines, rows and counters that differ from what the client shows, as fragments; or
    the page, for a browser without script. Everything that goes wrong is said with the
    present state beside it.
    """
    sheet = _sheet(key)
    status, said, stale = 200, "", None
    refused: RefusedError | None = None
    done: sets.Done | None = None
    try:
        if sheet.view.how != "off":
            proposed.store(sheet.row, str(current_app.config["DB"]), sheet.text)
        done = change(sheet, write_op())
    except SpanError as error:
        status, said = 409, f"{error} Nothing was changed; select the words again."
    except sets.Stale as error:
        status, said, stale = 409, str(error), error
    except (sets.Closed, sets.Unknown) as error:
        status, said = 409, str(error)
    except RefusedError as error:
        status, said, refused = error.status, str(error), error
    if done and done.changed and sheet.standing:
        batches.keep(db(), sheet.row, sheet.desk.person)
    after = _sheet(key)
    extra = _conflict(after, stale) if stale else _extra(after, refused)
    about = (done.annotation if done and opens else None) or request.form.get("open")
    about = about or ""
    shows = ""
    if status < 400 and decides:
        shows = _next_suggestion(after, decides)
    elif done and done.changed and request.endpoint in _BACK_AND_FORTH:
        shows = _open_again(after, sheet.rev)
    if not wanted():
        if status < 400 and (decides or shows):
            return redirect(
                url_for(
                    "annotate.read",
                    key=key,
                    suggestion=shows or None,
                    _anchor="inspector" if shows else "suggested",
                ),
                code=303,
            )
        if status < 400:
            return _back(after, (done.annotation if done else None) or about)
        page = _page(
            after,
            said,
            open_id=about or str((request.view_args or {}).get("id", "")),
            extra=extra,
        )
        return Response(page, status, mimetype="text/html")
    # A step that changed nothing leaves open what is open.
    opens = opens and done is not None and (done.changed or done.annotation is not None)
    opens = opens and not shows
    parts: list[str] = [_changed(sheet, after, open_id=about, opens=opens), extra]
    if shows or (decides and status == 200):
        parts.append(_panel(after, shows))
    if after.view.proposed.regions and request.endpoint in _MAY_GREY:
        parts.append(_greyed(after))
    if after.standing != sheet.standing or (
        after.standing and after.standing.state and not after.standing.has_it
    ):
        # The place may have gone to somebody else while this was typed.
        parts.append(
            render_template(
                "partials/_standing.html",
                swap=True,
                key=key,
                standing=after.standing,
                finished=bool(after.head and after.head.finished),
            )
        )
    if status == 200 and request.form.get("notice"):
        parts.append(render_template("partials/_notice.html"))
    if status == 200 and request.endpoint == "annotate.revise":
        parts.append(render_template("partials/_field_problems.html", problems=[]))
    parts.append(
        render_template(
            "partials/_said.html",
            said=said or _spoken(after, done),
            # What has a place of its own on the screen is only spoken.
            bad=status >= 400 and not extra,
        )
    )
    return fragment(Markup("").join(map(Markup, parts)), status)


def _next_suggestion(sheet: Sheet, decided: str) -> str:
    """The suggestion to look at after one: the one that the page goes to, or the next
    in the text; "" when all are decided."""
    opened = sheet.view.all_open()
    wanted_ = request.form.get("next", "")
    if any(p.ref == wanted_ for p in opened):
        return wanted_
    here = sheet.view.proposed.get(decided)
    return _following(here.shown.start if here else 0, opened)


def _open_again(sheet: Sheet, rev: int) -> str:
    """The first suggestion that was decided before `rev` and is not now; "" without
    one."""
    if sheet.head is None or sheet.view.how == "off":
        return ""
    back = sets.touched(db(), sheet.head.id, rev).sources
    if not back:
        return ""
    return next((p.ref for p in sheet.view.all_open() if p.source in back), "")


def _panel(sheet: Sheet, ref: str) -> Markup:
    """The panel of a suggestion, or none, in the place of what is open."""
    found = _suggestion(sheet, ref, sheet.view.all_open()) if ref else {}
    template = "_suggestion" if found else "_inspector"
    return Markup(
        render_template(
            f"partials/{template}.html",
            base=url_for("annotate.read", key=sheet.key),
            swap=True,
            **_tally(sheet),
            **(found or {"annotation": None}),
        )
    )


def _greyed(sheet: Sheet) -> Markup:
    """What is greyed, listed anew."""
    return Markup(
        render_template(
            "partials/_greyed.html",
            base=url_for("annotate.read", key=sheet.key),
            swap=True,
            regions=_regions(sheet),
            **_tally(sheet),
        )
    )


def _back(sheet: Sheet, about: str) -> BaseResponse:
    """Sends a browser without script to the page, at the annotation if it is there."""
    there = about and sheet.head and sets.annotation(db(), sheet.head.id, about)
    return redirect(
        url_for(
            "annotate.read",
            key=sheet.key,
            open=about if there else None,
            _anchor=f"row-{about}" if there else None,
        ),
        code=303,
    )


def _extra(sheet: Sheet, refused: RefusedError | None) -> Markup:
    """What a refusal shows in a place of its own, if anything."""
    if refused is None or "template" not in refused.details:
        return Markup()
    return Markup(
        render_template(
            refused.details["template"],
            base=url_for("annotate.read", key=sheet.key),
            said=str(refused),
            **_tally(sheet),
            **{k: v for k, v in refused.details.items() if k != "template"},
        )
    )


#: What is heard of a change that leaves no annotation to speak of.
_SPOKEN = {
    "annotate.reject": "Rejected. Saved.",
    "annotate.undo": "Undone. Saved.",
    "annotate.redo": "Done again. Saved.",
}


def _spoken(sheet: Sheet, done: sets.Done | None) -> str:
    """What a screen reader hears after a change."""
    found = (
        sets.annotation(db(), sheet.head.id, done.annotation)
        if done and done.annotation and sheet.head
        else None
    )
    if found is None:
        changed = done is not None and done.changed
        return _SPOKEN.get(request.endpoint or "", "Saved.") if changed else "Saved."
    label = held.labels().get(found.label)
    words = text.words(" ".join(sheet.text[s:e] for s, e in found.fragments))
    counted = "1 word" if words == 1 else f"{words} words"
    return f"{label.title if label else found.label}, {counted}. Saved."


def _changed(seen: Sheet, sheet: Sheet, *, open_id: str, opens: bool = False) -> Markup:
    """The lines, rows and counters that changed since the rev the client shows."""
    asked = number("rev")
    rev = seen.rev if asked is None else asked
    base = url_for("annotate.read", key=sheet.key)
    parts: list[str] = []
    touched: set[str] = set()
    if sheet.head and rev < sheet.rev:
        since = sets.touched(db(), sheet.head.id, rev)
        touched = since.ids
        proposals = sheet.view.proposed.proposals if since.sources else ()
        changed = drawing.touched(
            sheet.lines,
            [
                *since.stretches,
                # What is free again, wherever the annotation made of it lay last.
                *(
                    f
                    for p in proposals
                    if p.source in since.sources
                    for f in p.shown.fragments
                ),
            ],
        )
        if changed:
            found = sets.around(db(), sheet.head.id, changed[0][0], changed[-1][1])
            parts += _drawn(sheet, changed, found, base)
    shown = {"base": base, "swap": True, **_tally(sheet)}
    parts.append(render_template("partials/_tally.html", **shown))
    if opens or (open_id in touched and _theirs(open_id, sheet)):
        form = _inspector(sheet, open_id, offers=False)
        parts.append(render_template("partials/_inspector.html", **shown, **form))
    return Markup("").join(map(Markup, parts))


def _drawn(
    sheet: Sheet, changed: Sequence[Fragment], found: Sequence[Annotation], base: str
) -> Iterable[Markup]:
    """Lines and their rows, in the place of what the page has; `found` are the
    annotations there."""
    opened: list[proposed.Proposal] = []
    greyed: list[Piece] = []
    if sheet.view.how != "off":
        near = sheet.view.proposed.within(changed[0][0], changed[-1][1])
        # An annotation may reach into these lines only, a suggestion beyond them.
        mine = found
        if any(
            p.shown.start < changed[0][0] or p.shown.end > changed[-1][1] for p in near
        ):
            start = min(p.shown.start for p in near)
            end = max(p.shown.end for p in near)
            mine = sets.around(db(), _set_id(sheet), start, end)
        opened = sheet.view.open(near, mine)
        greyed = sheet.view.pieces(opened)
    drawn = [*pieces(found), *greyed]
    yield drawing.lines(sheet.text, changed, drawn, held.labels(), swap=True)
    yield drawing.groups(sheet.text, changed, found, held.labels(), base, swap=True)
    with_any = set(sheet.view.proposed.lines)
    starts = [start for start, _ in changed if start in with_any]
    if starts:
        listed = [
            (p.shown.start, p.row)
            for p in opened
            if _line_of(sheet.lines, p.shown.start) in starts
        ]
        yield drawing.suggestion_groups(starts, listed, swap=True)


def _line_of(lines: Sequence[Fragment], offset: int) -> int:
    """Where the line with that offset begins."""
    return lines[bisect_right(lines, offset, key=lambda line: line[0]) - 1][0]


def _theirs(id: str, sheet: Sheet) -> bool:
    """Whether the open form shows something that this request did not send itself."""
    return (
        request.method == "GET"
        or sheet.head is None
        or sets.annotation(db(), sheet.head.id, id) is None
    )


def _conflict(sheet: Sheet, stale: sets.Stale) -> Markup:
    """Mine and theirs, side by side, with both choices."""
    fields = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in ("op", "seen", "rev", "client", "notice")
    ]
    differences = []
    if stale.present and request.endpoint == "annotate.revise":
        differences = list(_differences(stale.present))
    return Markup(
        render_template(
            "partials/_conflict.html",
            base=url_for("annotate.read", key=sheet.key),
            action=request.path,
            fields=fields,
            stale=stale,
            differences=differences,
            rev=sheet.rev,
            op=secrets.token_hex(8),
        )
    )


def _differences(present: Annotation) -> Iterable[tuple[str, str, str]]:
    """Where the form and the annotation differ: the field, what the form has, what
    the annotation has."""
    label = held.labels().get(present.label)
    for attribute in label.attributes if label else ():
        mine = attribute.parse(request.form.get(attribute.name, ""))
        theirs = present.attributes.get(attribute.name)
        if mine != theirs:
            yield attribute.title, _written(mine), _written(theirs)
    if _note() != (present.note or ""):
        yield "Note", _note(), present.note or ""
    unsure = "unsure" in request.form
    if unsure != present.unsure:
        yield "Unsure", "yes" if unsure else "no", "yes" if present.unsure else "no"


def _written(value: Value | None) -> str:
    return "" if value is None else str(value).replace("_", " ")


def _note() -> str:
    return request.form.get("note", "").replace("\r\n", "\n").strip()


def _label_of(labels: Labels, name: str) -> Label:
    label = labels.get(name)
    if label is None:
        known = ", ".join(label.name for label in labels)
        raise RefusedError(f"There is no label {name!r}; the labels are {known}.")
    return label


def _selection(sheet: Sheet) -> Fragment:
    """The words that the form selects: by offsets with their text, or as a passage.

    :raises SpanError: the offsets and the text do not agree.
    :raises RefusedError: the passage is nowhere, or in several places to choose from.
    """
    exact = request.form.get("exact", "").replace("\r\n", "\n")
    start, end = number("start"), number("end")
    if start is not None and end is not None:
        spans.verify(sheet.text, start, end, exact)
        return start, end
    if not exact.strip():
        raise RefusedError(
            "Select the words in the article, or type them, and label them then."
        )
    places = text.occurrences(sheet.text, exact)
    chosen = number("at")
    if chosen is not None:
        places = [place for place in places if place[0] == chosen]
    if not places:
        raise RefusedError(
            "These words are not in the article. Copy them from it, or type them just "
            "as they stand there."
        )
    if len(places) > 1:
        raise RefusedError(
            f"These words stand in {len(places)} places: choose one.",
            template="partials/_choices.html",
            places=[_in_context(sheet.text, place) for place in places],
            form=request.form,
            action=request.path,
        )
    return places[0]


def _in_context(body: str, place: Fragment) -> tuple[int, str, str, str]:
    start, end = place
    before, after = body[max(0, start - 50) : start], body[end : end + 50]
    return start, before, body[start:end], after


def _snapped(sheet: Sheet, selection: Fragment, rule: str) -> Fragment:
    if request.form.get("snap") == "off":
        rule = "words"
    return spans.snap(sheet.text, *selection, rule)


def _around(sheet: Sheet, fragments: Sequence[Fragment]) -> list[Annotation]:
    if sheet.head is None:
        return []
    return sets.around(db(), sheet.head.id, fragments[0][0], fragments[-1][1])


@blueprint.post("/annotations")
def add(key: str) -> BaseResponse:
    """A new annotation of the selection or passage."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        label = _label_of(sheet.labels, request.form.get("label", ""))
        cursor = number("pick")
        if cursor is not None:
            return _pick(sheet, op, label, cursor)
        placed = [_snapped(sheet, _selection(sheet), label.snap)]
        place = prefill.Place(sheet.text, placed, _around(sheet, placed))
        attributes = prefill.attributes(label, place)
        owner = request.form.get("open", "")
        link = _anchoring(sheet, owner, label) if label.anchor else None
        done = sets.add(db(), sheet.desk, op, label.name, placed, attributes, link)
        # An anchor belongs to the annotation that is open: that one stays open.
        return sets.Done(done.rev, owner, done.changed) if link else done

    return _write(key, change)


def _pick(sheet: Sheet, op: sets.Op, label: Label, cursor: int) -> sets.Done:
    """A label on what the cursor stands in: the suggestion there, or else the
    quotation, the number or the sentence."""
    mine = sets.annotations(db(), sheet.head.id) if sheet.head else []
    near = sheet.view.proposed.within(cursor, cursor + 1)
    near = [p for p in near if p.shown.label == label.name]
    opened = [
        p
        for p in sheet.view.open(near, mine)
        if any(start <= cursor < end for start, end in p.shown.fragments)
    ]
    if opened:
        # Of several the shortest, as a click would open it.
        one = min(opened, key=lambda p: p.shown.end - p.shown.start)
        made = proposed.taken(one, label, sheet.text, mine)
        return suggestions.accept(db(), sheet.desk, op, [made])
    place = None
    if sheet.view.how != "off" and 0 <= cursor < len(sheet.text):
        place = pick.around(sheet.text, cursor, label.snap)
    here = Annotation("", label.name, (place,)) if place else None
    if here is None or any(
        a.label == here.label and spans.overlaps(a, here) for a in mine
    ):
        raise RefusedError(
            f"There is no {label.title.lower()} at the cursor: select its words."
        )
    around = [a for a in mine if spans.overlaps(a, here)]
    told = prefill.attributes(label, prefill.Place(sheet.text, here.fragments, around))
    return sets.add(db(), sheet.desk, op, label.name, here.fragments, told)


@blueprint.get("/annotations/<id>/elsewhere")
def elsewhere(key: str, id: str) -> str:
    """The other places of an annotation's words, to tick and label at once."""
    sheet = _sheet(key)
    one = sets.annotation(db(), sheet.head.id, id) if sheet.head else None
    label = sheet.labels.get(one.label) if one else None
    if one is None or label is None:
        abort(404, f"Annotation {id} is gone: it may have been removed elsewhere.")
    words = sheet.text[one.start : one.end]
    title = label.title.lower()
    return _several(
        sheet,
        heading=f"“{words if len(words) < 60 else words[:59] + '…'}” elsewhere",
        action=url_for("annotate.label_elsewhere", key=key, id=id),
        rows=[_ticked(sheet, str(f[0]), [f]) for f in _elsewhere(sheet, one, label)],
        button=f"Label those ticked as {title}",
        nothing=(
            "The words of a quote are said once: label each by itself."
            if label.snap == "quote"
            else f"These words stand nowhere else without being labelled as {title}."
        ),
    )


def _elsewhere(sheet: Sheet, one: Annotation, label: Label) -> list[Fragment]:
    """Where the words of an annotation stand as whole words and lack its label; nowhere
    for a quote, which somebody says once, and for one in several parts."""
    if label.snap == "quote" or label.anchor or len(one.fragments) > 1:
        return []
    words = sheet.text[one.start : one.end]
    places = text.occurrences(sheet.text, words, limit=500)
    mine = sets.annotations(db(), _set_id(sheet))
    taken = [f for a in mine if a.label == label.name for f in a.fragments]
    return [
        (start, end)
        for start, end in places
        if pick.stands_alone(sheet.text, start, end)
        and not any(s < end and start < e for s, e in taken)
    ]


@blueprint.post("/annotations/<id>/elsewhere")
def label_elsewhere(key: str, id: str) -> BaseResponse:
    """The same label on the other places that are ticked, in one step."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        one = _present(sheet, id)
        label = _label_of(sheet.labels, one.label)
        chosen = {name[5:] for name in request.form if name.startswith("take.")}
        places = [f for f in _elsewhere(sheet, one, label) if str(f[0]) in chosen]
        if not chosen:
            raise RefusedError("Tick the places that are to be labelled.")
        return sets.repeat(
            db(),
            sheet.desk,
            op,
            id,
            places,
            lambda f: _told_there(sheet, one, label, f),
        )

    return _write(key, change, opens=False)


def _told_there(
    sheet: Sheet, one: Annotation, label: Label, place: Fragment
) -> dict[str, Value]:
    """The attributes of the same words elsewhere: as they are here, but for whose words
    they are, which the place tells."""
    told = prefill.attributes(
        label, prefill.Place(sheet.text, [place], _around(sheet, [place]))
    )
    whose = {a.name for a in label.attributes if a.prefill == "asserted_by"}
    return {**one.attributes, **{k: v for k, v in told.items() if k in whose}}


def _anchoring(sheet: Sheet, owner: str, label: Label) -> tuple[str, str] | None:
    """The link that ties a new anchor to the open annotation, when one fits."""
    found = sets.annotation(db(), _set_id(sheet), owner) if owner else None
    if found is None:
        return None
    for type_ in held.labels().relations:
        if type_.fits(found.label, label.name):
            return type_.name, owner
    return None


@blueprint.post("/annotations/<id>")
def revise(key: str, id: str) -> BaseResponse:
    """Attributes, note and certainty of an annotation, as its form has them."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        present = _present(sheet, id)
        label = _label_of(held.labels(), present.label)
        attributes = label.parse(
            request.form,
            lambda draft: {
                problem.path
                for problem in held.contract().attribute_problems(label.name, draft)
            },
        )
        problems = held.contract().attribute_problems(label.name, attributes)
        problems += unknown_claims(label, attributes, _claims())
        if problems:
            raise RefusedError(
                "This was not saved: see the marked field.",
                template="partials/_field_problems.html",
                label=label,
                problems=problems,
            )
        return sets.revise(
            db(),
            sheet.desk,
            op,
            id,
            attributes=attributes,
            note=_note(),
            unsure="unsure" in request.form,
        )

    return _write(key, change, opens=False)


def _present(sheet: Sheet, id: str) -> Annotation:
    found = sets.annotation(db(), sheet.head.id, id) if sheet.head else None
    if found is None:
        raise sets.Stale(id, None)
    return found


@blueprint.post("/annotations/<id>/label")
def relabel(key: str, id: str) -> BaseResponse:
    """Another label for the same words; what fits it stays."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        present = _present(sheet, id)
        label = _label_of(sheet.labels, request.form.get("label", ""))
        fragments = [_snapped(sheet, f, label.snap) for f in present.fragments]
        around = [a for a in _around(sheet, fragments) if a.id != id]
        told = prefill.attributes(label, prefill.Place(sheet.text, fragments, around))
        kept = _kept(present, label)
        keep = fits_still(held.labels(), sets.annotations(db(), _set_id(sheet)), id)
        return sets.relabel(
            db(), sheet.desk, op, id, label.name, told | kept, fragments, keep
        )

    return _write(key, change)


def _set_id(sheet: Sheet) -> int:
    return sheet.head.id if sheet.head else 0


def _kept(present: Annotation, label: Label) -> dict[str, Value]:
    """The attributes that also fit under `label`, each on its own merits; what the
    text tells is told anew."""
    return {
        name: value
        for name, value in present.attributes.items()
        if (attribute := label.attribute(name))
        and attribute.prefill is None
        and not held.contract().attribute_problems(label.name, {name: value})
    }


@blueprint.post("/annotations/<id>/fragments/<int:part>")
def move(key: str, id: str, part: int) -> BaseResponse:
    """Other borders for one fragment, or the annotation without it."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        present = _present(sheet, id)
        answered = _answered(sheet, op, present)
        if answered:
            return answered
        fragments = list(present.fragments)
        if part >= len(fragments):
            raise sets.Stale(id, present)
        if request.form.get("remove"):
            if len(fragments) == 1:
                raise RefusedError(
                    "The last part cannot go: remove the annotation instead."
                )
            del fragments[part]
        else:
            selection = _selection(sheet)
            fragments[part] = spans.trim(sheet.text, *selection)
        return _moved(sheet, op, id, fragments)

    return _write(key, change)


@blueprint.post("/annotations/<id>/fragments")
def add_fragment(key: str, id: str) -> BaseResponse:
    """One more fragment: what its speaker says after the cue."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        present = _present(sheet, id)
        answered = _answered(sheet, op, present)
        if answered:
            return answered
        label = _label_of(held.labels(), present.label)
        fragment_ = _snapped(sheet, _selection(sheet), label.snap)
        return _moved(sheet, op, id, [*present.fragments, fragment_])

    return _write(key, change)


def _answered(sheet: Sheet, op: sets.Op, present: Annotation) -> sets.Done | None:
    """What this very op was answered before: a part is not added or removed twice.

    To leave the annotation where it is changes nothing, and asks the log.
    """
    done = sets.move(db(), sheet.desk, op, present.id, present.fragments)
    return done if done.changed else None


def _moved(
    sheet: Sheet, op: sets.Op, id: str, fragments: Sequence[Fragment]
) -> sets.Done:
    try:
        return sets.move(db(), sheet.desk, op, id, fragments)
    except SpanError as error:
        raise RefusedError(f"{error} Parts of one annotation stay apart.") from error


@blueprint.post("/annotations/<id>/remove")
def remove(key: str, id: str) -> BaseResponse:
    """The article without that annotation; undo brings it back with its links."""
    return _write(key, lambda sheet, op: sets.remove(db(), sheet.desk, op, id))


@blueprint.post("/links")
def link(key: str) -> BaseResponse:
    """A link between two annotations of the article."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        type_name, _, target = request.form.get("link", "").partition(" ")
        source = request.form.get("from", "")
        type_ = held.labels().relation(type_name)
        if type_ is None or not target:
            raise RefusedError("Choose what to link to.")
        ends = [_present(sheet, source), _present(sheet, target)]
        if source == target or not type_.fits(ends[0].label, ends[1].label):
            raise RefusedError(
                f"“{type_.title}” does not link a {ends[0].label} to this "
                f"{ends[1].label}."
            )
        return sets.link(db(), sheet.desk, op, type_name, source, target)

    return _write(key, change)


@blueprint.post("/links/<id>/remove")
def unlink(key: str, id: str) -> BaseResponse:
    """The article without that link."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        done = sets.unlink(db(), sheet.desk, op, id)
        return sets.Done(done.rev, request.form.get("open") or done.annotation)

    return _write(key, change)


@blueprint.post("/none")
def none(key: str) -> BaseResponse:
    """ "I looked, and there is none of this label"; or no longer."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        label = _label_of(sheet.labels, request.form.get("label", ""))
        says = request.form.get("none") == "yes"
        if says and sheet.head and sets.counts(db(), sheet.head.id).get(label.name):
            raise RefusedError(
                f"You have marked a {label.title.lower()}: remove it first, or leave "
                "this as it is."
            )
        return sets.say_none(db(), sheet.desk, op, label.name, says)

    return _write(key, change, opens=False)


@blueprint.post("/undo")
def undo(key: str) -> BaseResponse:
    """The last step back; it works after a reload, and as often as there are steps."""
    return _write(key, lambda sheet, op: sets.undo(db(), sheet.desk, op))


@blueprint.post("/redo")
def redo(key: str) -> BaseResponse:
    """The step that was undone last, again."""
    return _write(key, lambda sheet, op: sets.redo(db(), sheet.desk, op))


@blueprint.post("/submit")
def submit(key: str) -> BaseResponse:
    """The article checked and, when nothing is missing, submitted."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        with write(db()):
            fresh = _sheet(key)
            whole = (
                sets.whole(db(), fresh.head.id, guard.me().name, "human")
                if fresh.head
                else AnnotationSet(guard.me().name)
            )
            problems = _missing(whole, fresh.text)
            slips = notes(whole, fresh.text, fresh.labels) + _undecided(fresh)
            if problems or (slips and request.form.get("sure") != "yes"):
                raise RefusedError(
                    f"{len(problems)} to mend before this can be submitted."
                    if problems
                    else "Nothing is missing. Look at this before you submit.",
                    template="partials/_check.html",
                    problems=problems,
                    notes=slips,
                )
            try:
                batches.hand_in(db(), sheet.row, sheet.desk.person)
            except BatchError as error:
                raise RefusedError(str(error), 409) from error
            return sets.submit(db(), sheet.desk, op)

    answer = _write(key, change)
    if wanted() and answer.status_code == 200:
        return goto(url_for("annotate.read", key=key))
    return answer


def _undecided(sheet: Sheet) -> list[Note]:
    """That suggestions are still open, which nobody need decide."""
    left = sheet.view.all_open()
    if not left:
        return []
    told = (
        "1 suggestion is not decided"
        if len(left) == 1
        else f"{len(left):,} suggestions are not decided"
    )
    return [Note(None, f"{told}. You may leave it at that.", suggestion=left[0].ref)]


def _missing(whole: AnnotationSet, body: str) -> list[Note]:
    """What an export would refuse, in the words of the form."""
    record = set_record(whole, body)
    found: list[Note] = []
    for problem in unfinished(whole, body, held.contract(), _claims()):
        parts = problem.path.split("/")
        if parts[0] == "annotations" and len(parts) > 1 and parts[1].isdigit():
            one = record["annotations"][int(parts[1])]
            label = held.labels().get(one["label"])
            title = label.title if label else one["label"]
            words = " ".join(" … ".join(one["text"]).split())[:50]
            found.append(Note(one["id"], f"{title} “{words}”: {problem.message}"))
        else:
            found.append(Note(None, str(problem)))
    return found


@blueprint.post("/reopen")
def reopen(key: str) -> BaseResponse:
    """The article, in progress again; the log keeps that it was submitted."""
    answer = _write(key, lambda sheet, op: sets.reopen(db(), sheet.desk, op))
    if wanted() and answer.status_code == 200:
        return goto(url_for("annotate.read", key=key))
    return answer
