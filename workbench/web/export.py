"""Exports through the browser: proved first, and only then sent."""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from workbench import files
from workbench.store import articles
from workbench.web import proved
from workbench.web.db import db

blueprint = Blueprint("export", __name__)


@blueprint.get("/export")
def page() -> str:
    """What can be exported, and in which form."""
    return _page([])


def _page(problems: list[str]) -> str:
    return render_template(
        "pages/export.html", problems=problems, articles=articles.count(db())
    )


@blueprint.get("/export/file")
def file() -> Response | tuple[str, int]:
    """The whole database as one proved file, or the list of what is wrong with it."""
    format = request.args.get("format", "jsonl")
    if format not in proved.TYPES:
        return _page([f"There is no format {format!r}: choose json or jsonl."]), 422
    try:
        return proved.export(format)
    except files.ExportRefused as refused:
        return _page([str(problem) for problem in refused.problems]), 422
