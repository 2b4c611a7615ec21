"""The whole database as one proved file, for the page and for scripts."""

import tempfile
from pathlib import Path

from flask import current_app, send_file
from werkzeug.wrappers import Response

from workbench import files
from workbench.store import now, records
from workbench.web import held
from workbench.web.db import db

#: The formats of an export, and how they are called on the way.
TYPES = {"json": "application/json", "jsonl": "application/jsonl"}


def export(format: str) -> Response:
    """The export in one of TYPES, checked first and sent piece by piece.

    :raises ExportRefused: something in it is wrong; all of it is listed.
    """
    contract = held.contract()
    day = now()[:10]
    folder = Path(str(current_app.config["DB"])).parent
    with tempfile.TemporaryDirectory(dir=folder, prefix="export-") as temporary:
        path = Path(temporary) / f"annotations-{day}.{format}"
        done = files.export(
            records.export(db()),
            path,
            format,
            contract,
            claims=records.claims(db()),
            exported=day if format == "json" else None,
        )
        # The open file outlives its name: nothing is left behind when it was sent.
        opened = path.open("rb")
    response = send_file(
        opened, mimetype=TYPES[format], as_attachment=True, download_name=path.name
    )
    # Tomorrow's export has the same address: no browser may keep today's.
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-SHA256"] = done.sha256
    return response
