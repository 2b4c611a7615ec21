"""Exports through the browser: proved first, and only then sent."""

import tempfile
from pathlib import Path

from flask import Blueprint, current_app, render_template, request, send_file
from werkzeug.wrappers import Response

from workbench import files
from workbench.schema import Contract
from workbench.store import articles, now, records
from workbench.web.db import db

blueprint = Blueprint("export", __name__)

_TYPES = {"json": "application/json", "jsonl": "application/jsonl"}


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
    if format not in _TYPES:
        return _page([f"There is no format {format!r}: choose json or jsonl."]), 422
    contract: Contract = current_app.extensions["contract"]
    day = now()[:10]
    folder = Path(str(current_app.config["DB"])).parent
    with tempfile.TemporaryDirectory(dir=folder, prefix="export-") as temporary:
        path = Path(temporary) / f"annotations-{day}.{format}"
        try:
            done = files.export(
                records.export(db()),
                path,
                format,
                contract,
                claims=records.claims(db()),
                exported=day if format == "json" else None,
            )
        except files.ExportRefused as refused:
            return _page([str(problem) for problem in refused.problems]), 422
        # The open file outlives its name: nothing is left behind when it was sent.
        opened = path.open("rb")
    response = send_file(
        opened, mimetype=_TYPES[format], as_attachment=True, download_name=path.name
    )
    # Tomorrow's export has the same address: no browser may keep today's.
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-SHA256"] = done.sha256
    return response
