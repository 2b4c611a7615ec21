"""Scripts, styles and fonts: under an address that changes with them, so that a browser
asks for each only once, and never mixes those of two versions."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Response

_YEAR = 31_536_000


def init_app(app: Flask) -> None:
    """Puts the version into every address of a static file that `app` makes.

    Scripts import each other by relative addresses, so they stay within it.
    """
    version = f"~{_digest(Path(str(app.static_folder)))}"

    def send(filename: str) -> Response:
        named, _, rest = filename.partition("/")
        response = app.send_static_file(rest if named.startswith("~") else filename)
        if named == version:
            response.cache_control.no_cache = None
            response.cache_control.public = True
            response.cache_control.max_age = _YEAR
            response.cache_control.immutable = True
        return response

    def name(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values["filename"] = f"{version}/{values['filename']}"

    app.view_functions["static"] = send
    app.url_default_functions.setdefault(None, []).append(name)


def _digest(folder: Path) -> str:
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
