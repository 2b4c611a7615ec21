"""htmx: what it asks for and how it is answered. No other module names its headers."""

from urllib.parse import unquote

from flask import Flask, Response, current_app, request
from flask_htmx import HTMX as HTMX2

#: The header that answers depend on.
HEADER = "HX-Request"


def _id(value: str | None) -> str | None:
    """The id in "div#list"; None for an element without one."""
    return unquote(value.partition("#")[2]) or None if value else None


class HTMX(HTMX2):  # type: ignore[misc]
    """flask-htmx speaks the headers of htmx 2; these few differ in htmx 4."""

    @property
    def trigger(self) -> str | None:
        """The id of the element that made the request, or None."""
        return _id(request.headers.get("HX-Source"))

    @property
    def target(self) -> str | None:
        """The id of the element that the answer goes to, or None."""
        return _id(request.headers.get("HX-Target"))

    @property
    def partial(self) -> bool:
        """Whether a fragment is wanted; a restored history entry wants the page."""
        return request.headers.get("HX-Request-Type") == "partial"


def init_app(app: Flask) -> None:
    """Makes `app.htmx` and the template variable `htmx`."""
    app.extensions["htmx"] = HTMX(app)


def asked() -> bool:
    """Whether htmx, or our own script in its place, made the request."""
    return HEADER in request.headers


def wanted() -> bool:
    """Whether the request wants a fragment rather than a page."""
    htmx: HTMX = current_app.extensions["htmx"]
    return bool(htmx) and htmx.partial


def fragment(body: str, status: int = 200) -> Response:
    """An HTML fragment as the answer."""
    return Response(body, status, mimetype="text/html")


def goto(url: str) -> Response:
    """Sends the browser to another page of ours."""
    answer = Response(status=200)
    answer.headers["HX-Redirect"] = url
    return answer
