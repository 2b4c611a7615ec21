"""Signing in by a one-time link or a password, joining by an invitation, and out."""

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from werkzeug.security import check_password_hash, generate_password_hash
from werkzeug.wrappers import Response

from workbench.store import accounts, people
from workbench.web import guard
from workbench.web.asked import path_of_ours
from workbench.web.db import db
from workbench.web.passwords import SHORTEST, password_problem

blueprint = Blueprint("sign_in", __name__)

# Checked when there is nobody of that name, so that the answer takes as long.
_NOBODY = generate_password_hash("nobody has this password")


@blueprint.get("/sign-in")
def start() -> str | Response:
    """Where somebody without a session lands: by password, or by the link."""
    if guard.signed_in():
        return redirect(_next())
    return _form()


def _form(problem: str = "") -> str:
    return render_template(
        "pages/sign_in.html",
        next=request.values.get("next", ""),
        name=request.form.get("name", ""),
        problem=problem,
    )


@blueprint.post("/sign-in")
def by_password() -> Response | tuple[str, int]:
    """Signs in with name and password; failures make the next attempt wait."""
    name = request.form.get("name", "").strip()
    who = (f"name:{name.casefold()}", f"address:{request.remote_addr}")
    pause = accounts.wait(db(), *who)
    if pause:
        return _form(
            f"Too many attempts: wait {pause} second{'' if pause == 1 else 's'}."
        ), 429
    found = accounts.password_of(db(), name)
    right = check_password_hash(
        found[1] if found else _NOBODY, request.form.get("password", "")
    )
    if found is None or not right:
        accounts.failed(db(), *who)
        return _form(
            "Name and password do not fit. If you forgot the password, ask your lead "
            "for a new link."
        ), 403
    accounts.succeeded(db(), *who)
    guard.sign_in(found[0])
    return redirect(_next(), code=303)


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


@blueprint.get("/join/<token>")
def invitation(token: str) -> str | tuple[str, int]:
    """The page of an invitation: a name and a password make an account."""
    return _join(token)


def _join(token: str, problem: str = "") -> str | tuple[str, int]:
    found = accounts.invitation(db(), token)
    page = render_template(
        "pages/join.html",
        token=token,
        invitation=found,
        usable=bool(found and found.open),
        name=request.form.get("name", ""),
        shortest=SHORTEST,
        problem=problem,
    )
    return (page, 422) if problem else page


@blueprint.post("/join/<token>")
def join(token: str) -> Response | str | tuple[str, int]:
    """Makes the account of an invitation, once, and signs it in."""
    problem = password_problem()
    if problem:
        return _join(token, problem)
    try:
        person = accounts.accept(
            db(),
            token,
            request.form.get("name", ""),
            generate_password_hash(request.form["password"]),
        )
    except accounts.AccountError as error:
        return _join(token, str(error))
    guard.sign_in(person)
    return redirect(url_for("articles.index"), code=303)


@blueprint.post("/sign-out")
def out() -> Response:
    """Ends this browser's session."""
    session.clear()
    return redirect(url_for("sign_in.start"), code=303)


def _next() -> str:
    """Where the person wanted to go, if that is a path of ours."""
    return path_of_ours("next") or url_for("articles.index")
