"""Signing in by a one-time link, and out."""

import re

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from workbench.store import people
from workbench.web import guard
from workbench.web.db import db

blueprint = Blueprint("sign_in", __name__)


@blueprint.get("/sign-in")
def start() -> str | Response:
    """Where somebody without a session lands: it says where the link stands."""
    if guard.signed_in():
        return redirect(_next())
    return render_template("pages/sign_in.html", next=request.args.get("next", ""))


@blueprint.get("/sign-in/<token>")
def link(token: str) -> str | Response:
    """The page of a link; a script presses its button, so that GET changes nothing."""
    return render_template("pages/use_link.html", token=token)


@blueprint.post("/sign-in/<token>")
def use(token: str) -> Response:
    """Signs in whom the link is for, once."""
    person = people.use_link(db(), token)
    if person is None:
        abort(
            403,
            "This link was used already, or is older than a day. "
            "Make a new one with “python3 run.py link”.",
        )
    guard.sign_in(person)
    return redirect(_next(), code=303)


@blueprint.post("/sign-out")
def out() -> Response:
    """Ends this browser's session."""
    session.clear()
    return redirect(url_for("sign_in.start"), code=303)


def _next() -> str:
    """Where the person wanted to go, if that is a path of ours."""
    wanted = request.args.get("next", "")
    # Browsers drop tabs and line breaks and read a backslash as a slash, so that
    # "/\t/elsewhere" would lead away.
    if re.fullmatch(r"/(?![/\\])[^\\\x00-\x1f\x7f]*", wanted):
        return wanted
    return url_for("articles.index")
