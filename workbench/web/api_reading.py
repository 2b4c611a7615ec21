"""What a script sends: bodies, versions seen, keys that make a retry safe."""

import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Collection
from contextlib import suppress
from hashlib import sha256
from typing import Any

from flask import abort, request

from workbench.dataset import Problem
from workbench.schema import UnreadableError, parse
from workbench.store import sets
from workbench.web import api_problems, guard

#: What a body may be; a change is merged in, as RFC 7396 says.
TYPES = ("application/json", "application/merge-patch+json")

_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_REV = re.compile(r"[0-9]{1,15}")

Check = Callable[[object], list[Problem]]


def body(check: Check, *, optional: bool = False) -> Any:
    """The JSON body, in which `check` finds no problem; {} for an `optional` one that
    is not there. What does not fit ends the request with 400, 413, 415 or 422."""
    raw = request.get_data()
    if optional and not raw:
        return {}
    if request.mimetype not in TYPES:
        abort(415, "Send JSON, as “Content-Type: application/json”.")
    try:
        value = parse(raw)
    except UnreadableError as error:
        abort(400, f"Line {error.line} of the body: {error}")
    problems = check(value)
    if problems:
        raise api_problems.refused(problems)
    return value


def parameters(known: Collection[str]) -> dict[str, str]:
    """The parameters of the address, once each; one that is not `known` is refused."""
    for name, values in request.args.lists():
        if name not in known:
            names = ", ".join(known) or "none"
            raise api_problems.refused_parameter(name, f"Known are: {names}.")
        if len(values) > 1:
            raise api_problems.refused_parameter(name, "It stands twice.")
    return request.args.to_dict()


def number(name: str, written: str, least: int, most: int) -> int:
    """The whole number that a parameter stands for."""
    if not _REV.fullmatch(written) or not least <= int(written) <= most:
        raise api_problems.refused_parameter(
            name, f"Must be a whole number from {least} to {most}."
        )
    return int(written)


def cursor(row: int) -> str:
    """Where the next page begins; scripts hand it back and read nothing from it."""
    return urlsafe_b64encode(b"after %d" % row).decode().rstrip("=")


def row_of(written: str) -> int:
    """The row that a cursor stands for."""
    with suppress(ValueError):
        raw = urlsafe_b64decode(written + "=" * (-len(written) % 4))
        if raw[:6] == b"after " and _REV.fullmatch(raw[6:].decode()):
            return int(raw[6:])
    raise api_problems.refused_parameter(
        "cursor", "It is none that was given out: begin without one."
    )


# --- versions -------------------------------------------------------------------------


def expect(rev: int, *, needed: bool = False) -> None:
    """Nothing, when If-Match names `rev` or is not there and not `needed`."""
    if _stated(needed) and not request.if_match.contains(str(rev)):
        changed(rev)


def seen(rev: int) -> int:
    """The newest version up to `rev` that If-Match names: what the script has seen."""
    _stated(needed=True)
    if request.if_match.star_tag:
        return rev
    named = [int(t) for t in request.if_match.as_set() if t and _REV.fullmatch(t)]
    found = max((n for n in named if n <= rev), default=None)
    return changed(rev) if found is None else found


def changed(rev: int) -> int:
    """Ends the request: the script saw another version than `rev`."""
    abort(
        412,
        f"This was changed since you saw it, and is at version {rev} now: get it again "
        "and redo your change. Nothing was changed.",
    )


def _stated(needed: bool) -> bool:
    there = "If-Match" in request.headers
    if needed and not there:
        abort(428, "Say which version you change: send its ETag as If-Match.")
    return there


# --- retries --------------------------------------------------------------------------


def op(seen: int = 0) -> sets.Op:
    """What every write carries. An Idempotency-Key makes its id, and what was sent the
    client, so that a retry is known and another request under the same key, too."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        made = secrets.token_hex(16)
        return sets.Op(f"api-{made}", f"api-{made}", seen)
    if not _KEY.fullmatch(key):
        abort(400, "An Idempotency-Key has 1 to 255 visible ASCII characters.")
    use = "\n".join((str(guard.me().id), request.method, request.path, key))
    sent = sha256(use.encode() + b"\n" + request.get_data()).hexdigest()
    return sets.Op(
        f"api-{sha256(use.encode()).hexdigest()[:32]}", f"api-{sent[:32]}", seen
    )
