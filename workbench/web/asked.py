"""What a request asks for, read so that no input can surprise."""

import re

from flask import request

_NUMBER = re.compile(r"[0-9]{1,15}")


def number(name: str) -> int | None:
    """The whole number that the query or the form gives as `name`; None without one.

    `str.isdigit` also holds for "²", and `int` refuses thousands of digits.
    """
    written = request.values.get(name, "")
    return int(written) if _NUMBER.fullmatch(written) else None
