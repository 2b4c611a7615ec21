"""The team: invitations, accounts, and what each person keeps of their own."""

from datetime import timedelta
from typing import NoReturn

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.security import check_password_hash, generate_password_hash
from werkzeug.wrappers import Response

from workbench.store import accounts, people
from workbench.store.people import Person
from workbench.web import guard
from workbench.web.db import db
from workbench.web.passwords import SHORTEST, password_problem

blueprint = Blueprint("team", __name__)

_DAYS = (7, 30, 90, 365)


# --- the lead -------------------------------------------------------------------------


@blueprint.get("/people")
def listing() -> str:
    """Everybody of the team, and the open invitations."""
    return _page()


def _page(fresh: str = "", what: str = "", problem: str = "") -> str:
    return render_template(
        "pages/people.html",
        accounts=accounts.accounts(db()),
        invitations=accounts.invitations(db()),
        fresh=fresh,
        what=what,
        problem=problem,
    )


def _person(id: int) -> Person:
    found = people.get(db(), id)
    return found if found and found.kind == "human" else _nobody()


def _nobody() -> NoReturn:
    abort(404, "There is no such person.")


@blueprint.post("/people/invitations")
def invite() -> str:
    """A new invitation link, shown this once."""
    role = "lead" if request.form.get("role") == "lead" else "annotator"
    token = accounts.invite(db(), guard.me().id, role, request.form.get("remark", ""))
    return _page(
        url_for("sign_in.invitation", token=token, _external=True),
        f"This link makes one {role}'s account, within seven days. "
        "It is shown this once.",
    )


@blueprint.post("/people/invitations/<int:id>/revoke")
def revoke(id: int) -> Response:
    """An invitation that nobody can use any more."""
    accounts.revoke_invitation(db(), id)
    return redirect(url_for("team.listing"), code=303)


@blueprint.post("/people/<int:id>/link")
def reset(id: int) -> str:
    """A one-time link for somebody who forgot the password, shown this once."""
    person = _person(id)
    if request.form.get("forget") == "yes":
        accounts.forget_password(db(), id)
    token = people.make_link(db(), person)
    return _page(
        url_for(
            "sign_in.link", token=token, next=url_for("team.account"), _external=True
        ),
        f"This link signs {person.name} in once, within a day, and leads to where a "
        "password is set.",
    )


@blueprint.post("/people/<int:id>/disable")
def disable(id: int) -> Response | tuple[str, int]:
    """Somebody who may not come in any more, or may again."""
    _person(id)
    try:
        accounts.disable(db(), id, request.form.get("disable") == "yes")
    except accounts.AccountError as error:
        return _page(problem=str(error)), 422
    return redirect(url_for("team.listing"), code=303)


@blueprint.post("/people/<int:id>/role")
def role(id: int) -> Response | tuple[str, int]:
    """Somebody as lead, or as annotator."""
    _person(id)
    wanted = "lead" if request.form.get("role") == "lead" else "annotator"
    try:
        accounts.set_role(db(), id, wanted)
    except accounts.AccountError as error:
        return _page(problem=str(error)), 422
    return redirect(url_for("team.listing"), code=303)


@blueprint.post("/people/<int:id>/sign-out")
def sign_out(id: int) -> Response:
    """Ends every session of somebody."""
    _person(id)
    accounts.sign_out_everywhere(db(), id)
    if id == guard.me().id:
        return redirect(url_for("sign_in.start"), code=303)
    return redirect(url_for("team.listing"), code=303)


# --- everybody ------------------------------------------------------------------------


@blueprint.get("/account")
def account() -> str:
    """One's own password and tokens."""
    return _account()


def _account(problem: str = "", token: str = "", done: str = "") -> str:
    return render_template(
        "pages/account.html",
        has_password=accounts.password_of(db(), guard.me().name) is not None,
        tokens=accounts.tokens(db(), guard.me().id),
        days=_DAYS,
        shortest=SHORTEST,
        problem=problem,
        token=token,
        done=done,
    )


@blueprint.post("/account/password")
def password() -> str | tuple[str, int]:
    """A new password; other browsers are signed out by it."""
    known = accounts.password_of(db(), guard.me().name)
    if known and not check_password_hash(known[1], request.form.get("old", "")):
        return _account("The old password is not right."), 422
    problem = password_problem()
    if problem:
        return _account(problem), 422
    hashed = generate_password_hash(request.form["password"])
    accounts.set_password(db(), guard.me().id, hashed)
    guard.sign_in(_person(guard.me().id))
    return _account(done="The password is set. Other browsers are signed out.")


@blueprint.post("/account/tokens")
def make_token() -> str | tuple[str, int]:
    """A token for scripts, shown this once."""
    scope = "write" if request.form.get("scope") == "write" else "read"
    days = request.form.get("days", "")
    life = timedelta(days=int(days) if days in map(str, _DAYS) else _DAYS[0])
    try:
        secret = accounts.make_token(
            db(), guard.me().id, request.form.get("name", ""), scope, life
        )
    except accounts.AccountError as error:
        return _account(str(error)), 422
    return _account(token=secret)


@blueprint.post("/account/tokens/<int:id>/revoke")
def revoke_token(id: int) -> Response:
    """A token that works no more."""
    accounts.revoke_token(db(), id, guard.me().id)
    return redirect(url_for("team.account"), code=303)
