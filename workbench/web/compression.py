"""Answers are sent compressed: text shrinks to a quarter of itself."""

import gzip
from functools import lru_cache

from flask import Flask, Response, request

#: Below this many bytes, compressing costs more than it saves.
LEAST = 1_000

_TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")


def init_app(app: Flask) -> None:
    """Compresses what `app` answers, where the client can read it."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if not (response.mimetype or "").startswith(_TEXTS):
        return response
    response.vary.add("Accept-Encoding")
    shipped = request.endpoint == "static"
    if (
        response.status_code == 206
        or "Content-Encoding" in response.headers
        or (response.is_streamed and not shipped)
        or (response.content_length or 0) < LEAST
        or not request.accept_encodings["gzip"]
    ):
        return response
    response.direct_passthrough = False
    body = response.get_data()
    etag, _ = response.get_etag()
    if shipped and etag:
        body = _shipped(etag, body)
        # Compressed or not, it means the same: a weak tag, which still is compared.
        response.set_etag(etag, weak=True)
    else:
        body = gzip.compress(body, 1)
    response.set_data(body)
    response.headers["Content-Encoding"] = "gzip"
    return response


@lru_cache(maxsize=64)
def _shipped(etag: str, body: bytes) -> bytes:
    """A file of ours, compressed well, once."""
    return gzip.compress(body, 9)
