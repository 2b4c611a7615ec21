"""What a person makes of suggestions: looked at, accepted, rejected, overruled."""

from collections.abc import Iterable, Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from workbench.store import sets, suggestions
from workbench.web import proposed
from workbench.web.answers import answer_write
from workbench.web.db import db
from workbench.web.fragments import wanted
from workbench.web.screen import (
    greyed_regions,
    in_short,
    several,
    suggestion_panel,
    tally_of,
    ticked,
)
from workbench.web.sheet import RefusedError, Sheet, label_named, set_id_of, sheet_of

blueprint = Blueprint("suggested", __name__, url_prefix="/articles/<key>")


@blueprint.get("/suggestions/<ref>")
def suggestion(key: str, ref: str) -> str | BaseResponse:
    """One suggestion, alone or in its page."""
    sheet = sheet_of(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key, suggestion=ref))
    found = suggestion_panel(sheet, ref, sheet.view.all_open())
    if not found:
        abort(404, "This suggestion is decided, or its words are labelled.")
    return render_template(
        "partials/_suggestion.html",
        base=url_for("annotate.read", key=key),
        **tally_of(sheet),
        **found,
    )


@blueprint.get("/suggestions")
def suggestions_of(key: str) -> str:
    """All open suggestions of a label, to tick and accept at once."""
    sheet = sheet_of(key)
    label = sheet.labels.get(request.args.get("label", ""))
    if label is None:
        abort(404, "There is no such label.")
    mine = sets.annotations(db(), set_id_of(sheet))
    opened = sheet.view.open(sheet.view.proposed.proposals, mine)
    rows = [p for p in opened if p.shown.label == label.name]
    title = label.title.lower()
    verb = " is" if len(rows) == 1 else "s are"
    return several(
        sheet,
        heading=f"{len(rows):,} {title}{verb} suggested",
        action=url_for("suggested.accept_several", key=key),
        rows=[
            ticked(
                sheet,
                p.ref,
                p.shown.fragments,
                in_short(
                    label,
                    proposed.taken(p, label, sheet.text, mine).made.attributes,
                ),
            )
            for p in rows
        ],
        button="Accept those ticked",
        nothing=f"No {title} is suggested any more.",
    )


def _chosen(sheet: Sheet, refs: Iterable[str]) -> list[proposed.Proposal]:
    """The suggestions of these names, decided or not.

    :raises RefusedError: one of them is not shown here, whoever asks for it.
    """
    wanted_ = set(refs)
    found = [p for p in sheet.view.proposed.proposals if p.ref in wanted_]
    found = sheet.view.offered(found)
    if not found or len(found) < len(wanted_):
        raise RefusedError("There is no such suggestion here: load the page again.")
    return found


@blueprint.post("/suggestions/<ref>/accept")
def accept(key: str, ref: str) -> BaseResponse:
    """An annotation made of a suggestion; with `adjust`, open to be changed."""
    adjust = "adjust" in request.form

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        return _accept(sheet, op, [ref])

    return answer_write(key, change, opens=adjust, decides="" if adjust else ref)


@blueprint.post("/suggestions")
def accept_several(key: str) -> BaseResponse:
    """Annotations made of all suggestions that are ticked, in one step."""
    refs = [name[5:] for name in request.form if name.startswith("take.")]

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        if not refs:
            raise RefusedError("Tick what you want to accept.")
        return _accept(sheet, op, refs)

    return answer_write(key, change, opens=False)


def _accept(sheet: Sheet, op: sets.Op, refs: Sequence[str]) -> sets.Done:
    chosen = _chosen(sheet, refs)
    mine = sets.annotations(db(), sheet.head.id) if sheet.head else []
    taken = [
        proposed.taken(p, label_named(sheet.labels, p.shown.label), sheet.text, mine)
        for p in chosen
    ]
    return suggestions.accept(db(), sheet.desk, op, taken)


@blueprint.post("/suggestions/<ref>/reject")
def reject(key: str, ref: str) -> BaseResponse:
    """The article without that suggestion, for this person."""

    def change(sheet: Sheet, op: sets.Op) -> sets.Done:
        chosen = [p.taken for p in _chosen(sheet, [ref])]
        return suggestions.reject(db(), sheet.desk, op, chosen)

    return answer_write(key, change, opens=False, decides=ref)


@blueprint.get("/regions/<int:start>")
def greyed(key: str, start: int) -> str | BaseResponse:
    """Why a stretch is greyed out, and the way to overrule it."""
    sheet = sheet_of(key)
    if not wanted():
        return redirect(url_for("annotate.read", key=key, _anchor="greyed"))
    region = next((r for r in greyed_regions(sheet) if r.start == start), None)
    if region is None:
        abort(404, "Nothing is greyed out there.")
    return render_template(
        "partials/_region.html",
        base=url_for("annotate.read", key=key),
        region=region,
        **tally_of(sheet),
    )


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

    return answer_write(key, change, opens=False)
