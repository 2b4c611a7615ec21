"""The guideline's versions: writing a new one, and what changed between two."""

from itertools import pairwise

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from workbench import rewording
from workbench.store import adjudications, guidelines
from workbench.store.guidelines import GuidelineError, Version
from workbench.web import guard, guide
from workbench.web.db import db
from workbench.web.fragments import fragment, wanted

blueprint = Blueprint("guidelines", __name__, url_prefix="/guideline")


def _version(name: str) -> Version:
    found = guidelines.get(db(), name)
    if found is None:
        abort(404, f"The guideline has no version {name!r}.")
    return found


def _current() -> Version:
    return _version(guide.guideline_version())


@blueprint.get("/versions")
def versions() -> str:
    """All versions: who wrote them, when, and why."""
    found = guidelines.versions(db())
    before = {one.version: old.version for one, old in pairwise(found)}
    return render_template(
        "pages/guideline_versions.html", versions=found, before=before
    )


@blueprint.get("/changes")
def changes() -> str:
    """What differs between two versions; between the last two without asking."""
    found = guidelines.versions(db())
    to = _version(request.args.get("to") or found[0].version)
    place = [one.version for one in found].index(to.version)
    earlier = found[min(place + 1, len(found) - 1)].version
    since = _version(request.args.get("since") or earlier)
    return render_template(
        "pages/guideline_changes.html",
        versions=found,
        since=since,
        to=to,
        blocks=rewording.blocks(since.text, to.text),
    )


@blueprint.get("/edit")
def edit() -> str:
    """The form for a new version."""
    present = _current()
    return _form(present.text, "", present.version)


def _form(
    text: str,
    remark: str,
    seen: str,
    problem: str = "",
    overtaken: Version | None = None,
    preview: bool = False,
) -> str:
    base = guidelines.get(db(), seen)
    return render_template(
        "pages/guideline_edit.html",
        text=text,
        remark=remark,
        seen=overtaken.version if overtaken else seen,
        problem=problem,
        overtaken=overtaken,
        theirs=rewording.blocks(base.text, overtaken.text)
        if base and overtaken
        else [],
        preview=guide.draw(guidelines.canonical(text)) if preview else None,
        longest=guidelines.LONGEST,
        gaps=adjudications.gaps(db(), _current().made),
    )


@blueprint.post("/edit")
def save() -> Response | tuple[str, int] | str:
    """A new version, or a preview of it; what was typed is kept whatever happens."""
    form = request.form
    text, remark = form.get("text", ""), form.get("remark", "")
    seen = form.get("seen", "")
    if form.get("act") == "preview":
        if wanted():
            drawn = guide.draw(guidelines.canonical(text)[: guidelines.LONGEST])
            return fragment(
                render_template("partials/_guideline_preview.html", preview=drawn)
            )
        return _form(text, remark, seen, preview=True)
    try:
        guidelines.add(db(), text, remark, guard.me().id, seen)
    except guidelines.Overtaken as error:
        return _form(text, remark, seen, str(error), error.present), 409
    except GuidelineError as error:
        return _form(text, remark, seen, str(error)), 422
    return redirect(url_for("guide.guideline"), code=303)
