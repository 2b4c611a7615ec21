"""What a request asks for, read so that no input can surprise."""

import re
import secrets
from hashlib import sha256

from flask import request

from workbench.store.sets import Op

_NUMBER = re.compile(r"[0-9]{1,15}")


def number(name: str) -> int | None:
    """The whole number that the query or the form gives as `name`; None without one.

    `str.isdigit` also holds for "²", and `int` refuses thousands of digits.
    """
    return whole(request.values.get(name, ""))


def whole(written: str) -> int | None:
    """What is written as a whole number; None when it is none."""
    return int(written) if _NUMBER.fullmatch(written) else None


def write_op(client: str = "form") -> Op:
    """What every write carries; a form without it is as good as one sent just now, by
    `client`."""
    seen = number("seen")
    script = request.form.get("client", "")[:80]
    id = request.form.get("op", "")[:80] or secrets.token_hex(8)
    return Op(
        id if script else f"{id}-{_said()}",
        script or client,
        (number("rev") or 0) if seen is None else seen,
    )


def _said() -> str:
    """A name for what a form says: who goes back to a page and sends something else
    does not send the same twice, although the page has its id already."""
    fields = [one for one in request.form.items(multi=True) if one[0] != "op"]
    return sha256(repr(fields).encode(errors="surrogatepass")).hexdigest()[:16]


def path_of_ours(name: str) -> str | None:
    """The path that the query or the form gives as `name`, if it leads nowhere else.

    Browsers drop tabs and line breaks and read a backslash as a slash, so that
    "/\\t/elsewhere" would lead away.
    """
    written = request.values.get(name, "")
    fits = re.fullmatch(r"/(?![/\\])[^\\\x00-\x1f\x7f]*", written)
    return written if fits else None
