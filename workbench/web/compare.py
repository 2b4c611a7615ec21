"""Another person's set of an article, to read."""

from flask import Blueprint, abort, current_app, render_template, url_for

from workbench import text
from workbench.schema import Contract
from workbench.segments import pieces
from workbench.store import articles, sets
from workbench.web import drawing, guard
from workbench.web.db import db

blueprint = Blueprint("compare", __name__)


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
    contract: Contract = current_app.extensions["contract"]
    labels = contract.labels
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
        others=[p[1:] for p in everybody if p[0] != guard.me().id and p[3] != "todo"],
        article_lines=drawing.lines(body, lines, pieces(found), labels),
        list_groups=drawing.groups(body, lines, found, labels, here),
    )
