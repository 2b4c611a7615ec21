"""Who may do what: sessions and tokens, the access table, the checks before requests.

Every route stands in ACCESS; one that does not is refused, and a test says so.
"""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import (
    Flask,
    Response,
    abort,
    g,
    redirect,
    request,
    session,
    url_for,
)
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Unauthorized
from werkzeug.wrappers import Response as BaseResponse

from workbench.store import accounts, people
from workbench.store.people import Person
from workbench.web import api_problems, fragments
from workbench.web.db import db

#: Who may call each endpoint. Pages: "anyone", or by a session "signed_in" or "lead".
#: Scripts: "token" for anybody's, "token:write" for one that may write, "token:lead"
#: for a lead's; never by a session, so that no browser writes on its own.
ACCESS = {
    "static": "anyone",
    "guide.label_styles": "anyone",
    "sign_in.start": "anyone",
    "sign_in.link": "anyone",
    "sign_in.use": "anyone",
    "sign_in.by_password": "anyone",
    "sign_in.invitation": "anyone",
    "sign_in.join": "anyone",
    "sign_in.out": "signed_in",
    "team.listing": "lead",
    "team.invite": "lead",
    "team.revoke": "lead",
    "team.reset": "lead",
    "team.disable": "lead",
    "team.role": "lead",
    "team.sign_out": "lead",
    "team.account": "signed_in",
    "team.password": "signed_in",
    "team.make_token": "signed_in",
    "team.revoke_token": "signed_in",
    "articles.index": "signed_in",
    "articles.listing": "signed_in",
    "articles.bring_in": "lead",
    "articles.take_in": "lead",
    "annotate.read": "signed_in",
    "annotate.open_annotation": "signed_in",
    "annotate.offers": "signed_in",
    "annotate.preview": "signed_in",
    "annotate.changes": "signed_in",
    "annotate.add": "signed_in",
    "annotate.revise": "signed_in",
    "annotate.relabel": "signed_in",
    "annotate.move": "signed_in",
    "annotate.add_fragment": "signed_in",
    "annotate.remove": "signed_in",
    "annotate.link": "signed_in",
    "annotate.unlink": "signed_in",
    "annotate.none": "signed_in",
    "annotate.undo": "signed_in",
    "annotate.redo": "signed_in",
    "annotate.submit": "signed_in",
    "annotate.reopen": "signed_in",
    "annotate.history": "signed_in",
    "suggested.suggestion": "signed_in",
    "suggested.suggestions_of": "signed_in",
    "suggested.accept": "signed_in",
    "suggested.accept_several": "signed_in",
    "suggested.reject": "signed_in",
    "suggested.overrule": "signed_in",
    "suggested.greyed": "signed_in",
    "annotate.elsewhere": "signed_in",
    "annotate.label_elsewhere": "signed_in",
    "annotate.next_open": "signed_in",
    "against_gold.page": "lead",
    "against_gold.cases": "lead",
    "against_gold.release": "lead",
    "against_gold.mine": "signed_in",
    "against_gold.differences": "signed_in",
    "agreement.page": "lead",
    "agreement.cases": "lead",
    "agreement.file": "lead",
    "adjudications.listing": "lead",
    "adjudications.make_gold": "lead",
    "adjudications.version": "lead",
    "adjudicate.read": "lead",
    "adjudicate.begin": "lead",
    "adjudicate.open_case": "lead",
    "adjudicate.changed": "lead",
    "adjudicate.decide": "lead",
    "adjudicate.explain": "lead",
    "adjudicate.accept_unanimous": "lead",
    "adjudicate.apply_rule": "lead",
    "adjudicate.undo": "lead",
    "adjudicate.redo": "lead",
    "adjudicate.reveal": "lead",
    "adjudicate.sign_off": "lead",
    "adjudicate.reopen": "lead",
    "compare.read": "lead",
    "compare.beside": "lead",
    "export.page": "lead",
    "export.file": "lead",
    "export.gold_file": "lead",
    "guide.guideline": "signed_in",
    "guide.version": "signed_in",
    "guide.keys": "signed_in",
    # It holds no more than the labels, which labels.css tells everybody, too.
    "api.document": "anyone",
    "api.me": "token",
    "api.articles": "token",
    "api.create_article": "token:lead:write",
    "api.article": "token",
    "api.article_sets": "token",
    "api.my_set": "token",
    "api.put_my_set": "token:write",
    "api.create_annotation": "token:write",
    "api.annotation": "token",
    "api.change_annotation": "token:write",
    "api.delete_annotation": "token:write",
    "api.create_link": "token:write",
    "api.delete_link": "token:write",
    "api.submit": "token:write",
    "api.reopen": "token:write",
    "api.batches": "token:lead",
    "api.batch": "token:lead",
    "api.people": "token:lead",
    "api.agreement": "token:lead",
    "api.export": "token:lead",
    "guidelines.versions": "signed_in",
    "guidelines.changes": "signed_in",
    "guidelines.edit": "lead",
    "guidelines.save": "lead",
    "batches.listing": "lead",
    "batches.choose": "lead",
    "batches.new": "lead",
    "batches.make": "lead",
    "batches.read": "lead",
    "batches.act": "lead",
    "batches.take_back": "lead",
    "batches.plan": "lead",
    "batches.deal": "lead",
    "batches.more": "lead",
    "batches.add": "lead",
    "batches.change": "lead",
    "batches.rename": "lead",
    "batches.set_people": "lead",
    "batches.close": "lead",
    "batches.suggest": "lead",
    "lead.suggested": "lead",
    "batches.lost": "lead",
    "batches.settle_lost": "lead",
    "lead.dashboard": "lead",
    "lead.flagged": "lead",
    "lead.activity": "lead",
    "lead.activity_file": "lead",
    "queue.mine": "signed_in",
    "queue.following": "signed_in",
    "queue.skip": "signed_in",
    "queue.take": "signed_in",
    "queue.ask": "signed_in",
    "queue.spent": "signed_in",
    "questions.listing": "lead",
    "questions.answer": "signed_in",
}

_SAFE = ("GET", "HEAD", "OPTIONS")

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def init_app(app: Flask) -> None:
    """Puts the checks before and the headers after every request of `app`."""
    app.before_request(_check)
    app.after_request(_protect)


def me() -> Person:
    """Who is signed in; only for endpoints that need it."""
    person: Person = g.person
    return person


def scope() -> str:
    """What the token of this request may do: "read" or "write"."""
    return str(g.scope)


def sign_in(person: Person) -> None:
    """The rest of this browser's session belongs to `person`."""
    session.clear()
    session.permanent = True
    session["person"] = person.id
    session["stamp"] = person.stamp
    session["day"] = _today()


def _check() -> BaseResponse | None:
    g.person = None
    if api_problems.asked():
        _check_token()
        return None
    if request.method not in _SAFE and not _from_here():
        abort(403, "This request came from another site, so it was refused.")
    if request.endpoint != "static":
        g.person = signed_in()
    if request.endpoint is None:
        return None
    needed = ACCESS.get(request.endpoint)
    if needed is None:
        abort(403, f"Nobody may use {request.endpoint}: it has no entry in ACCESS.")
    if needed == "anyone":
        return None
    if g.person is None:
        if request.method in _SAFE and not fragments.asked():
            return redirect(
                url_for("sign_in.start", next=request.full_path.rstrip("?"))
            )
        abort(401, "You are signed out: sign in again in another tab, then retry.")
    if needed == "lead" and g.person.role != "lead":
        abort(403, "Only a lead may do this.")
    return None


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _check_token() -> None:
    """Lets the owner of a token in, where ACCESS says so.

    Where the request comes from is not asked: no browser adds a token by itself.
    """
    if request.endpoint is None:
        return
    needed = ACCESS.get(request.endpoint)
    if needed is None:
        abort(403, f"Nobody may use {request.endpoint}: it has no entry in ACCESS.")
    if needed == "anyone":
        return
    sent = request.authorization
    secret = sent.token if sent and sent.type == "bearer" else None
    found = accounts.use_token(db(), secret) if secret else None
    if found is None:
        # With a space in it the realm is quoted, as it must be.
        challenge = WWWAuthenticate("bearer", {"realm": "the workbench"})
        if secret:
            challenge["error"] = "invalid_token"
        raise Unauthorized(
            "This token is unknown, revoked or expired, or its owner is disabled: make "
            "a new one on your account's page."
            if secret
            else "Send a token, as “Authorization: Bearer TOKEN”; you make one on your "
            "account's page.",
            www_authenticate=challenge,
        )
    g.person, g.scope = found
    _, *wanted = needed.split(":")
    if "lead" in wanted and g.person.role != "lead":
        abort(403, "Only a lead may do this.")
    if "write" in wanted and g.scope != "write":
        abort(403, "This token may only read: make one that may write.")


def signed_in() -> Person | None:
    """Who this browser is signed in as, or None."""
    id = session.get("person")
    person = people.get(db(), id) if isinstance(id, int) else None
    if person is None or person.stamp != session.get("stamp"):
        return None
    if session.get("day") != _today():
        # The cookie lives on from the last day it was used, and not with every request.
        session["day"] = _today()
    return person


def _from_here() -> bool:
    """Whether a browser sent this request from a page of ours.

    Every current browser states where a request comes from; what states nothing is no
    browser, and carries no cookie by accident.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.host
    return request.headers.get("Authorization", "").startswith("Bearer ")


def _protect(response: Response) -> Response:
    headers = response.headers
    headers["Content-Security-Policy"] = _POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    if api_problems.asked():
        response.vary.add("Authorization")
        headers.setdefault("Cache-Control", "no-store")
    elif request.endpoint != "static":
        response.vary.add(fragments.HEADER)
        response.vary.add("Cookie")
        headers.setdefault("Cache-Control", "no-store")
    return response
