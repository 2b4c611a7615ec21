"""The floor: bare Flask under waitress, with one SQLite insert and pages from memory.

Run as `python -m benchmarks.floor FOLDER`: it serves FOLDER/NAME.html at /NAME, takes
POST /save as one committed insert, and prints its address like the workbench does.
"""

import logging
import sys
import threading
from pathlib import Path
from typing import Any

import click
from flask import Flask, Response, request
from sqlite_utils.utils import sqlite3
from waitress.server import create_server

_local = threading.local()
_writing = threading.Lock()


def _database(path: Path) -> sqlite3.Connection:
    known: sqlite3.Connection | None = getattr(_local, "conn", None)
    if known is None:
        known = sqlite3.connect(str(path), isolation_level=None, timeout=30)
        known.execute("PRAGMA journal_mode = WAL")
        known.execute("PRAGMA synchronous = FULL")
        known.execute(
            'CREATE TABLE IF NOT EXISTS span (label TEXT, start INTEGER, "end" INTEGER)'
        )
        _local.conn = known
    return known


def create_app(folder: Path, static: Path) -> Flask:
    """The least that serves `folder` and saves a label."""
    app = Flask(__name__, static_folder=str(static), static_url_path="/static")
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600
    pages: dict[str, bytes] = {}

    @app.get("/<name>")
    def page(name: str) -> Response:
        if name not in pages:
            pages[name] = (folder / f"{name}.html").read_bytes()
        return Response(pages[name], mimetype="text/html")

    @app.get("/static/~<version>/<path:name>")
    def kept(version: str, name: str) -> Response:
        response = app.send_static_file(name)
        response.cache_control.immutable = True
        return response

    @app.get("/style/<name>")
    def style(name: str) -> Response:
        return Response((folder / name).read_bytes(), mimetype="text/css")

    @app.post("/save")
    def save() -> str:
        form = request.form
        with _writing:
            _database(folder / "floor.db").execute(
                "INSERT INTO span VALUES (?, ?, ?)",
                [form["label"], form["start"], form["end"]],
            )
        return "saved"

    return app


def main() -> None:
    """Serve until killed."""
    logging.getLogger("waitress").setLevel(logging.ERROR)
    folder, static = Path(sys.argv[1]), Path(sys.argv[2])
    app = create_app(folder, static)
    server: Any = create_server(app, host="127.0.0.1", port=0, threads=8, ident=None)
    click.echo(f"The floor is at http://127.0.0.1:{server.effective_port}")
    sys.stdout.flush()
    server.run()


if __name__ == "__main__":
    main()
