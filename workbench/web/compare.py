"""Other people's sets of an article, to read: one alone, or several side by side."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NoReturn

from flask import Blueprint, abort, render_template, request, url_for
from markupsafe import Markup

from workbench import text
from workbench.dataset import FINISHED
from workbench.labels import Labels
from workbench.segments import pieces
from workbench.spans import Annotation, Fragment
from workbench.store import articles, sets
from workbench.web import drawing, guard, held
from workbench.web.asked import number
from workbench.web.db import db

blueprint = Blueprint("compare", __name__)

#: How many sets stand beside each other: more are too narrow to read.
_MOST = 4


def _nothing(message: str) -> NoReturn:
    abort(404, message)


# A name may hold a slash.
@blueprint.get("/articles/<key>/sets/<kind>/<path:name>")
def read(key: str, kind: str, name: str) -> str:
    """The article as that annotator, model or gold standard has it."""
    stored = articles.get(db(), key)
    if stored is None:
        abort(404, f"There is no article {key!r} here.")
    everybody = sets.people(db(), stored.row)
    person = next((p[0] for p in everybody if (p[1], p[2]) == (name, kind)), None)
    head = sets.state(db(), stored.row, person) if person else None
    if head is None:
        abort(404, f"{name!r} has no labels of this article.")
    labels = held.labels()
    body = stored.article.text
    lines = list(text.lines(body))
    found = sets.annotations(db(), head.id)
    here = url_for("compare.read", key=key, kind=kind, name=name)
    return render_template(
        "pages/compare.html",
        article=stored.article,
        name=name,
        kind=kind,
        head=head,
        labels=labels,
        counts=sets.counts(db(), head.id),
        found=found,
        relations=sets.relations(db(), head.id),
        others=[
            p[1:]
            for p in everybody
            if p[0] != guard.me().id and p[3] != "todo" and p[2] != "model"
        ],
        article_lines=drawing.lines(body, lines, pieces(found), labels),
        list_groups=drawing.groups(body, lines, found, labels, here),
    )


@blueprint.get("/articles/<key>/beside")
def beside(key: str) -> str:
    """Several sets of the article side by side, line by line: those that `set` names as
    KIND/NAME, or the submitted ones; with `only`, the lines in which they differ."""
    stored = articles.get(db(), key) or _nothing(f"There is no article {key!r} here.")
    everybody = sets.people(db(), stored.row)
    begun = [one for one in everybody if one[3] != "todo"]
    asked = set(request.args.getlist("set"))
    chosen = [
        one
        for one in begun
        if (
            f"{one[2]}/{one[1]}" in asked
            if asked
            # What machines suggest is nobody's work.
            else one[3] in FINISHED and one[2] != "model"
        )
    ][:_MOST]
    labels = held.labels()
    body = stored.article.text
    lines = list(text.lines(body))
    marked: list[list[Annotation]] = []
    for id, *_ in chosen:
        head = sets.state(db(), stored.row, id)
        marked.append(sets.annotations(db(), head.id) if head else [])
    rows = _rows(body, lines, marked, labels)
    everything, differing = len(rows), sum(not same for _, same, _ in rows)
    if request.args.get("only"):
        rows = [row for row in rows if not row[1]]
    at = number("at")
    return render_template(
        "pages/beside.html",
        article=stored.article,
        begun=begun,
        chosen=chosen,
        labels=labels,
        counts=[_counts(found, labels) for found in marked],
        rows=rows,
        differing=differing,
        lines=everything,
        only=bool(request.args.get("only")),
        here=None if at is None else _line_at(lines, at),
    )


def _rows(
    body: str,
    lines: Sequence[Fragment],
    marked: Sequence[Sequence[Annotation]],
    labels: Labels,
) -> list[tuple[int, bool, list[Markup]]]:
    """Each line: where it begins, whether all have the same there, and how each of the
    sets marks it."""
    drawn = [pieces(found) for found in marked]
    told = [{a.id: _told(a) for a in found} for found in marked]
    rows: list[tuple[int, bool, list[Markup]]] = []
    for start, end in lines:
        if start == end:
            continue
        here = [[p for p in one if p.start < end and p.end > start] for one in drawn]
        said = {
            tuple(sorted(told[n][p.id] for p in found)) for n, found in enumerate(here)
        }
        cells = [
            Markup(drawing.line(start, end, body, found, labels)) for found in here
        ]
        rows.append((start, len(said) < 2, cells))
    return rows


def _told(annotation: Annotation) -> str:
    """What an annotation says, without its id, to be compared."""
    values = sorted(annotation.attributes.items())
    return f"{annotation.label} {annotation.fragments} {values}"


def _counts(found: Sequence[Annotation], labels: Labels) -> dict[str, int]:
    return {
        label.name: sum(one.label == label.name for one in found) for label in labels
    }


def _line_at(lines: Sequence[Fragment], offset: int) -> int:
    """Where the line begins that holds the code point at `offset`."""
    at = bisect_right(lines, offset, key=lambda line: line[0]) - 1
    return lines[max(0, at)][0]
