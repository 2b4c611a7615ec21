"""The annotate screen: an article, what a person marks in it, and every change."""

from collections.abc import Sequence
from dataclasses import replace

from flask import (
    Blueprint,
    Response,
    abort,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as BaseResponse

from workbench import spans, text
from workbench.labels import Label
from workbench.spans import Annotation, Fragment, SpanError, Value
from workbench.store import articles, batches, sets, suggestions, write
from workbench.store.batches import BatchError
from workbench.suggest import pick, prefill
from workbench.web import guard, held, proposed
from workbench.web.answers import answer_write, changed_parts, is_ghost, panel
from workbench.web.asked import number
from workbench.web.checks import fits_still, unknown_claims
from workbench.web.db import db
from workbench.web.fragments import fragment, goto, wanted
from workbench.web.handing_in import check
from workbench.web.screen import form_of, several, tally_of, ticked, whole_page
from workbench.web.sheet import (
    RefusedError,
    Sheet,
    annotation_of,
    annotations_around,
    claim_words,
    label_named,
    set_id_of,
    sheet_of,
    typed_note,
)

blueprint = Blueprint("annotate", __name__, url_prefix="/articles/<key>")


# --- reading --------------------------------------------------------------------------


@blueprint.get("")
def read(key: str) -> str:
    """The whole screen."""
    return whole_page(
        sheet_of(key),
        open_id=request.args.get("open", ""),
        at=request.args.get("suggestion", ""),
    )


@blueprint.get("/annotations/<id>")
def open_annotation(key: str, id: str) -> str | BaseResponse:
    """The form of one annotation, alone or in its page."""
    sheet = sheet_of(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key, open=id))
    found = form_of(sheet, id)
    if found["annotation"] is None:
        abort(404, f"Annotation {id} is gone: it may have been removed elsewhere.")
    return render_template(
        "partials/_inspector.html",
        base=url_for("annotate.read", key=key),
        **tally_of(sheet),
        **found,
    )


@blueprint.get("/annotations/<id>/offers")
def offers(key: str, id: str) -> str | BaseResponse:
    """What the form of a new annotation does not come with, so that a label is quick:
    what may be typed into its fields, and linked to it."""
    sheet = sheet_of(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key, open=id))
    found = form_of(sheet, id)
    if found["annotation"] is None:
        # Removed or undone before the page asked: there is nothing to offer.
        return Response(status=204)
    return render_template("partials/_offers.html", alone=True, **found)


@blueprint.get("/preview")
def preview(key: str) -> Response:
    """Where the borders of each label would lie for the selection [start, end)."""
    sheet = sheet_of(key)
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
    sheet = sheet_of(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key))
    parts = changed_parts(sheet, sheet, open_id=request.args.get("open", ""))
    # What was decided in another window is not to be decided here.
    return fragment(parts + panel(sheet, "") if is_ghost(sheet) else parts)


@blueprint.get("/history")
def history(key: str) -> str:
    """Every change of the set, newest first."""
    sheet = sheet_of(key)
    found = sets.events(db(), sheet.head.id) if sheet.head else []
    return render_template(
        "pages/history.html",
        key=key,
        events=[
            replace(one, changes=sets.told(one.changes)) for one in reversed(found)
        ],
        text=sheet.text,
    )


@blueprint.get("/next")
def next_open(key: str) -> BaseResponse:
    """The next article that is not submitted, or the list when all are."""
    sheet = sheet_of(key)
    if batches.takes_part(db(), sheet.desk.person):
        return redirect(url_for("queue.mine"))
    found = articles.next_open(db(), guard.me(), sheet.row)
    if found is None:
        return redirect(url_for("articles.listing"))
    return redirect(url_for("annotate.read", key=found))


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
    before, after = text.context(body, start, end, 50)
    return start, before, body[start:end], after


def _snapped(sheet: Sheet, selection: Fragment, rule: str) -> Fragment:
    if request.form.get("snap") == "off":
        rule = "words"
    return spans.snap(sheet.text, *selection, rule)


# --- annotations ----------------------------------------------------------------------


@blueprint.post("/annotations")
def add(key: str) -> BaseResponse:
    """A new annotation of the selection or passage."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        label = label_named(sheet.labels, request.form.get("label", ""))
        cursor = number("pick")
        if cursor is not None:
            return _pick(sheet, op, label, cursor)
        placed = [_snapped(sheet, _selection(sheet), label.snap)]
        place = prefill.Place(sheet.text, placed, annotations_around(sheet, placed))
        suggested = _suggested(sheet, label, placed)
        if suggested:
            return suggestions.accept(db(), sheet.desk, op, [suggested])
        attributes = prefill.attributes(label, place)
        owner = request.form.get("open", "")
        link = _anchoring(sheet, owner, label) if label.anchor else None
        done = sets.add(db(), sheet.desk, op, label.name, placed, attributes, link)
        # An anchor belongs to the annotation that is open: that one stays open.
        return sets.Done(done.rev, owner, done.changed) if link else done

    return answer_write(key, change)


def _suggested(
    sheet: Sheet, label: Label, placed: list[Fragment]
) -> suggestions.Taken | None:
    """The open suggestion of just these words under that label: to label them by hand
    is to accept it, with all it knows."""
    near = sheet.view.proposed.within(*placed[0])
    same = [
        p
        for p in near
        if p.shown.label == label.name and list(p.shown.fragments) == placed
    ]
    mine = annotations_around(sheet, placed)
    for one in sheet.view.open(same, mine):
        return proposed.taken(one, label, sheet.text, mine)
    return None


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
        shortest = min(opened, key=lambda p: p.shown.end - p.shown.start)
        made = proposed.taken(shortest, label, sheet.text, mine)
        return suggestions.accept(db(), sheet.desk, op, [made])
    for one in mine:
        inside = any(start <= cursor < end for start, end in one.fragments)
        if inside and one.label == label.name:
            return sets.Done(sheet.rev, one.id, changed=False)
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
    sheet = sheet_of(key)
    one = sets.annotation(db(), sheet.head.id, id) if sheet.head else None
    label = sheet.labels.get(one.label) if one else None
    if one is None or label is None:
        abort(404, f"Annotation {id} is gone: it may have been removed elsewhere.")
    words = sheet.text[one.start : one.end]
    title = label.title.lower()
    return several(
        sheet,
        heading=f"“{words if len(words) < 60 else words[:59] + '…'}” elsewhere",
        action=url_for("annotate.label_elsewhere", key=key, id=id),
        rows=[ticked(sheet, str(f[0]), [f]) for f in _elsewhere(sheet, one, label)],
        button=f"Label those ticked as {title}",
        nothing=_why_nowhere(one, label),
    )


def _why_nowhere(one: Annotation, label: Label) -> str:
    """Why the words of an annotation are not labelled elsewhere."""
    title = label.title.lower()
    if label.snap == "quote":
        return "The words of a quote are said once: label each by itself."
    if label.anchor:
        return f"A {title} belongs to what it is linked to: label each by itself."
    if len(one.fragments) > 1:
        return f"This {title} has several parts, which are looked for nowhere else."
    return f"These words stand nowhere else without being labelled as {title}."


def _elsewhere(sheet: Sheet, one: Annotation, label: Label) -> list[Fragment]:
    """Where the words of an annotation stand as whole words and lack its label; nowhere
    for a quote, which somebody says once, and for one in several parts."""
    if label.snap == "quote" or label.anchor or len(one.fragments) > 1:
        return []
    words = sheet.text[one.start : one.end]
    places = text.occurrences(sheet.text, words, limit=500)
    mine = sets.annotations(db(), set_id_of(sheet))
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
        one = annotation_of(sheet, id)
        label = label_named(sheet.labels, one.label)
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

    return answer_write(key, change, opens=False)


def _told_there(
    sheet: Sheet, one: Annotation, label: Label, place: Fragment
) -> dict[str, Value]:
    """The attributes of the same words elsewhere: as they are here, but for whose words
    they are, which the place tells."""
    told = prefill.attributes(
        label, prefill.Place(sheet.text, [place], annotations_around(sheet, [place]))
    )
    whose = {a.name for a in label.attributes if a.prefill == "asserted_by"}
    return {**one.attributes, **{k: v for k, v in told.items() if k in whose}}


def _anchoring(sheet: Sheet, owner: str, label: Label) -> tuple[str, str] | None:
    """The link that ties a new anchor to the open annotation, when one fits."""
    found = sets.annotation(db(), set_id_of(sheet), owner) if owner else None
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
        present = annotation_of(sheet, id)
        label = label_named(held.labels(), present.label)
        attributes = label.parse(
            request.form,
            lambda draft: {
                problem.path
                for problem in held.contract().attribute_problems(label.name, draft)
            },
        )
        problems = held.contract().attribute_problems(label.name, attributes)
        problems += unknown_claims(label, attributes, claim_words())
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
            note=typed_note(),
            unsure="unsure" in request.form,
        )

    return answer_write(key, change, opens=False)


@blueprint.post("/annotations/<id>/label")
def relabel(key: str, id: str) -> BaseResponse:
    """Another label for the same words; what fits it stays."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        present = annotation_of(sheet, id)
        label = label_named(sheet.labels, request.form.get("label", ""))
        fragments = [_snapped(sheet, f, label.snap) for f in present.fragments]
        around = [a for a in annotations_around(sheet, fragments) if a.id != id]
        told = prefill.attributes(label, prefill.Place(sheet.text, fragments, around))
        kept = _kept(present, label)
        keep = fits_still(held.labels(), sets.annotations(db(), set_id_of(sheet)), id)
        return sets.relabel(
            db(), sheet.desk, op, id, label.name, told | kept, fragments, keep
        )

    return answer_write(key, change)


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
        present = annotation_of(sheet, id)
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

    return answer_write(key, change)


@blueprint.post("/annotations/<id>/fragments")
def add_fragment(key: str, id: str) -> BaseResponse:
    """One more fragment: what its speaker says after the cue."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        present = annotation_of(sheet, id)
        answered = _answered(sheet, op, present)
        if answered:
            return answered
        label = label_named(held.labels(), present.label)
        fragment_ = _snapped(sheet, _selection(sheet), label.snap)
        return _moved(sheet, op, id, [*present.fragments, fragment_])

    return answer_write(key, change)


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
    return answer_write(key, lambda sheet, op: sets.remove(db(), sheet.desk, op, id))


# --- links, and the whole set ---------------------------------------------------------


@blueprint.post("/links")
def link(key: str) -> BaseResponse:
    """A link between two annotations of the article."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        type_name, _, target = request.form.get("link", "").partition(" ")
        source = request.form.get("from", "")
        type_ = held.labels().relation(type_name)
        if type_ is None or not target:
            raise RefusedError("Choose what to link to.")
        ends = [annotation_of(sheet, source), annotation_of(sheet, target)]
        if source == target or not type_.fits(ends[0].label, ends[1].label):
            raise RefusedError(
                f"“{type_.title}” does not link a {ends[0].label} to this "
                f"{ends[1].label}."
            )
        return sets.link(db(), sheet.desk, op, type_name, source, target)

    return answer_write(key, change)


@blueprint.post("/links/<id>/remove")
def unlink(key: str, id: str) -> BaseResponse:
    """The article without that link."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        done = sets.unlink(db(), sheet.desk, op, id)
        return sets.Done(done.rev, request.form.get("open") or done.annotation)

    return answer_write(key, change)


@blueprint.post("/none")
def none(key: str) -> BaseResponse:
    """ "I looked, and there is none of this label"; or no longer."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        label = label_named(sheet.labels, request.form.get("label", ""))
        says = request.form.get("none") == "yes"
        if says and sheet.head and sets.counts(db(), sheet.head.id).get(label.name):
            raise RefusedError(
                f"You have marked a {label.title.lower()}: remove it first, or leave "
                "this as it is."
            )
        return sets.say_none(db(), sheet.desk, op, label.name, says)

    return answer_write(key, change, opens=False)


@blueprint.post("/undo")
def undo(key: str) -> BaseResponse:
    """The last step back; it works after a reload, and as often as there are steps."""
    return answer_write(key, lambda sheet, op: sets.undo(db(), sheet.desk, op))


@blueprint.post("/redo")
def redo(key: str) -> BaseResponse:
    """The step that was undone last, again."""
    return answer_write(key, lambda sheet, op: sets.redo(db(), sheet.desk, op))


@blueprint.post("/submit")
def submit(key: str) -> BaseResponse:
    """The article checked and, when nothing is missing, submitted."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        with write(db()):
            found = check(sheet_of(key))
            if found.problems or (found.notes and request.form.get("sure") != "yes"):
                raise RefusedError(
                    found.said,
                    template="partials/_check.html",
                    check=found,
                    asked=True,
                )
            try:
                batches.hand_in(db(), sheet.row, sheet.desk.person)
            except BatchError as error:
                raise RefusedError(str(error), 409) from error
            return sets.submit(db(), sheet.desk, op)

    answer = answer_write(key, change)
    if wanted() and answer.status_code == 200:
        return goto(url_for("annotate.read", key=key))
    return answer


@blueprint.post("/reopen")
def reopen(key: str) -> BaseResponse:
    """The article, in progress again; the log keeps that it was submitted."""
    answer = answer_write(key, lambda sheet, op: sets.reopen(db(), sheet.desk, op))
    if wanted() and answer.status_code == 200:
        return goto(url_for("annotate.read", key=key))
    return answer
