"""Errors as scripts read them: problem documents of RFC 9457."""

import json
from collections.abc import Iterable
from http import HTTPStatus

from flask import request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Response

from workbench.dataset import Problem

#: Where the addresses for scripts begin.
PREFIX = "/api/v1"
#: The largest body of a request, in bytes.
MOST = 16_000_000


class Refused(HTTPException):
    """What was sent cannot be taken; `errors` says what is wrong where."""

    code = 422

    def __init__(self, description: str, errors: Iterable[dict[str, str]]) -> None:
        super().__init__(description)
        self.errors = list(errors)


def asked() -> bool:
    """Whether a script asks: everything under PREFIX is answered for scripts."""
    return request.path == PREFIX or request.path.startswith(f"{PREFIX}/")


def refused(problems: Iterable[Problem], description: str = "") -> Refused:
    """A refusal of the body for `problems`, which name places in it."""
    return Refused(
        description or "The body does not fit; nothing was changed.",
        [{"pointer": pointer(p.path), "detail": p.message} for p in problems],
    )


def refused_parameter(name: str, detail: str) -> Refused:
    """A refusal of a parameter of the address."""
    return Refused(
        "The address has a parameter that does not fit.",
        [{"parameter": name, "detail": detail}],
    )


def pointer(path: str) -> str:
    """The JSON pointer of a problem's path."""
    return f"/{path.replace('~', '~0')}" if path else ""


def answer(error: HTTPException) -> Response:
    """The problem document of an error."""
    status = error.code or 500
    detail = error.description or ""
    if isinstance(error, RequestEntityTooLarge):
        detail = f"A body may have {MOST / 1_000_000:g} MB; nothing was changed."
    elif status == 404 and detail.startswith("The requested URL"):
        detail = f"There is nothing here: {PREFIX}/openapi.json lists what there is."
    elif status == 500:
        detail = "The error is in the server's log. Nothing that was saved is lost."
    problem: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if isinstance(error, Refused):
        problem["errors"] = error.errors
    response = Response(
        json.dumps(problem, ensure_ascii=False) + "\n",
        status,
        mimetype="application/problem+json",
    )
    for name, value in error.get_headers():
        # A 405 says which methods there are, a 401 how to sign in.
        if name != "Content-Type":
            response.headers[name] = value
    return response
