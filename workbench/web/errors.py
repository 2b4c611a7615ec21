"""Errors as people read them: a page, or a message in place when htmx asked.

Scripts get problem documents, which `api_problems` writes.
"""

from flask import Flask, current_app, render_template
from werkzeug.exceptions import (
    HTTPException,
    RequestEntityTooLarge,
    SecurityError,
)
from werkzeug.wrappers import Response

from workbench.web import api_problems
from workbench.web.fragments import fragment, wanted

_TITLES = {
    400: "That request was not understood",
    401: "You are signed out",
    403: "That is not allowed",
    404: "There is nothing here",
    405: "That is not done this way",
    409: "That changed meanwhile",
    413: "That is too large",
    422: "That cannot be taken as it is",
    500: "Something went wrong here",
}


def init_app(app: Flask) -> None:
    """Answers every error of `app` in the product's own words."""
    app.register_error_handler(HTTPException, _answer)


def _answer(error: HTTPException) -> Response:
    if error.response is not None:
        return error.get_response()
    if api_problems.asked():
        return api_problems.answer(error)
    status = error.code or 500
    message = error.description or ""
    if isinstance(error, RequestEntityTooLarge):
        message = _too_large()
    elif status == 404 and message.startswith("The requested URL"):
        message = "The address may be mistyped, or the article may have another id."
    elif status == 500:
        message = "The error is in the server's log. Nothing that was saved is lost."
    title = _TITLES.get(status, "That did not work")
    if isinstance(error, SecurityError):
        # There are no addresses for a foreign host, and so no page with links.
        message += " Whoever runs the workbench names it in WORKBENCH_TRUSTED_HOSTS."
        return Response(f"{title}. {message}\n", status, mimetype="text/plain")
    if wanted():
        said = f"{title}. {message}"
        return fragment(
            render_template("partials/_said.html", said=said, bad=True), status
        )
    page = render_template("pages/error.html", title=title, message=message)
    answer = Response(page, status, mimetype="text/html")
    for name, value in error.get_headers():
        # A 405 says which methods there are.
        if name != "Content-Type":
            answer.headers[name] = value
    return answer


def _too_large() -> str:
    limit = f"{current_app.config['MAX_CONTENT_LENGTH'] / 1_000_000:g} MB"
    parts = f"{current_app.config['MAX_FORM_PARTS']:,} files"
    return (
        f"An upload may have {limit} and {parts} in all: split it, or import it with "
        "the command."
    )
