"""Quotation marks: which open, which close, which belong together, in any script."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

MARKS = "\"'“”„‟«»‘’‚‛‹›「」『』〝〞〟＂"
_MARK_OR_BREAK = re.compile(f"[{MARKS}\\n]")
_ALWAYS_OPEN = "„‚「『〝"
_ALWAYS_CLOSE = "」』〞〟"
SINGLE = "'‘’‚‛‹›"
_ANGLES = "«»‹›"
FINAL = ",.،。，、．।۔"
# What may stand between the last word of a quote and its closing mark.
BEFORE_CLOSING = FINAL + "!?…;:-—–！？؟؛；："


def role(text: str, at: int) -> str:
    """What the mark at `at` does: "open", "close", or "" for none or an apostrophe.

    The sides decide (a mark after a space and before a word opens), whatever the shape:
    “ closes in German, » opens in Danish, ” does both in Swedish. Where the sides do
    not tell, as in Chinese or between two spaces, the shape does.
    """
    char = text[at]
    if char not in MARKS:
        return ""
    if char in _ALWAYS_OPEN:
        return "open"
    if char in _ALWAYS_CLOSE:
        return "close"
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if _within_word(char, before, after):
        return ""
    if before in MARKS or after in MARKS:
        before, after = _beside_marks(text, at)
    opens = before.isspace() or before in "([{（［—–-/¿¡:：="
    closes = after.isspace() or (not after.isalnum() and after not in "([{（［…¿¡$€£#@")
    if opens == closes:
        return _role_by_shape(char, before, after)
    return "open" if opens else "close"


def _within_word(char: str, before: str, after: str) -> bool:
    """Whether a mark between these two is an apostrophe or Hebrew gershayim."""
    if char in "'’‛":
        # From here on scripts have no apostrophe: a mark there ends a quotation.
        return before.isalnum() and after.isalnum() and max(before, after) < "\u2e80"
    return (
        char == '"' and "\u05d0" <= min(before, after) <= max(before, after) <= "\u05ea"
    )


def _beside_marks(text: str, at: int) -> tuple[str, str]:
    """The characters beside a mark and the marks that touch it, at most three."""
    left, right = at - 1, at + 1
    while left >= max(0, at - 3) and text[left] in MARKS:
        left -= 1
    while right < min(len(text), at + 4) and text[right] in MARKS:
        right += 1
    return (
        text[left] if left >= 0 else " ",
        text[right] if right < len(text) else " ",
    )


def _role_by_shape(char: str, before: str, after: str) -> str:
    if char in "«‹":
        return "open"
    if char in "»›”’":
        return "close"
    if char in "“‟‘":
        return "open" if before.isspace() or after.isalnum() else "close"
    # A straight mark: before an ellipsis it may still open.
    return "open" if before.isspace() and not after.isspace() else "close"


# The borders of all quotes and claims of a line ask for the marks of that line. Few are
# kept, since each keeps its whole text in memory.
@lru_cache(maxsize=4)
def partners(
    text: str, start: int, end: int, *, across: bool = False
) -> Mapping[int, int | None]:
    """The marks of [start, end), each with the mark that it opens or closes, if any.

    Single marks pair with single ones and double with double ones; which shape is left
    open, so that mixed marks pair as well. Within a line, or `across` them.
    """
    found: dict[int, int | None] = {}
    open_marks: dict[bool, list[int]] = {True: [], False: []}
    for match in _MARK_OR_BREAK.finditer(text, start, end):
        at = match.start()
        if match.group() == "\n":
            if not across:
                open_marks = {True: [], False: []}
            continue
        does = role(text, at)
        stack = open_marks[text[at] in SINGLE]
        if does:
            found[at] = None
        if does == "open":
            stack.append(at)
        elif does == "close" and stack:
            opening = stack.pop()
            found[opening], found[at] = at, opening
    return MappingProxyType(found)


def quotation_depths(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The stretches of [start, end) between marks as (start, end, depth): the depth is
    how many quotations are open around them.

    A quotation that is not closed, as in a paragraph that goes on in the next, lasts to
    the end, and a mark that opens the next paragraph goes on with it; an apostrophe
    opens nothing.
    """
    paired = partners(text, start, end, across=True)
    singles = doubles = 0
    last = start
    for at in sorted(paired):
        yield last, at, singles + doubles
        last = at + 1
        step = 1 if role(text, at) == "open" else -1
        if text[at] in SINGLE:
            # A single mark without a partner is an apostrophe: 'tis.
            singles += 0 if paired[at] is None else step
        elif step > 0:
            doubles += 0 if doubles and opens_line(text, at) else step
        elif doubles:
            doubles += step
    yield last, end, singles + doubles


def opens_line(text: str, at: int) -> bool:
    """Whether nothing but white space stands before `at` in its line."""
    at -= 1
    while at >= 0 and text[at] != "\n":
        if not text[at].isspace():
            return False
        at -= 1
    return True


def opening_before(text: str, start: int) -> int | None:
    """The opening mark that touches `start`; « may keep a space to its words."""
    for at in (start - 1, start - 2):
        if at < 0 or text[at] == "\n":
            return None
        if role(text, at) == "open":
            return at if at == start - 1 or text[at] in _ANGLES else None
        if not text[at].isspace():
            return None
    return None


def closing_after(text: str, end: int) -> int | None:
    """The closing mark that touches `end`, maybe with a comma or period before it."""
    at = end
    while at < len(text) and at - end < 5:
        if role(text, at) == "close":
            spaced = at > end and text[at - 1].isspace()
            return at if text[at] in _ANGLES or not spaced else None
        if text[at] == "\n" or not (text[at].isspace() or text[at] in BEFORE_CLOSING):
            return None
        at += 1
    return None
