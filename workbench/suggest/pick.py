"""What stands around a cursor: the quotation, the figure or the sentence it is in."""

from workbench.spans import Fragment, SpanError, snap
from workbench.suggest import marks
from workbench.suggest.passages import cut

#: Of a longer line only this much on either side of the cursor is looked at.
_NEAR = 4_000


def around(text: str, cursor: int, rule: str) -> Fragment | None:
    """What a label that snaps by `rule` would be put on at the code point `cursor`.

    The outermost quotation of the line with its marks, the figure with its modifier and
    unit, or the sentence as a claim; None where there is none, and for other rules.
    """
    start = text.rfind("\n", max(0, cursor - _NEAR), cursor) + 1
    start = start or max(0, cursor - _NEAR)
    end = text.find("\n", cursor, cursor + _NEAR)
    end = end if end >= 0 else min(len(text), cursor + _NEAR)
    if not start <= cursor < end:
        return None
    if rule == "quote":
        return _quotation(text, start, end, cursor)
    if rule == "figure":
        return _figure(text, start, end, cursor)
    return _claim(text, start, end, cursor) if rule == "claim" else None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is made of whole words: no letter or digit touches one."""

    def joined(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

    return not joined(start) and not joined(end)


def _quotation(text: str, start: int, end: int, cursor: int) -> Fragment | None:
    pairs = [
        (opening, closing + 1)
        for opening, closing in marks.partners(text, start, end).items()
        if closing is not None and opening < closing and opening <= cursor <= closing
    ]
    return max(pairs, key=lambda pair: pair[1] - pair[0], default=None)


def _figure(text: str, start: int, end: int, cursor: int) -> Fragment | None:
    # Slow to load, and needed for this alone.
    from workbench.suggest import find_figures

    for found in find_figures.find(text[start:end]):
        first, last = start + found.start, start + found.end
        if first <= cursor <= last:
            return first, last
    if not text[cursor].isdigit():
        return None
    return _snapped(text, cursor, cursor + 1, "figure")


def _claim(text: str, start: int, end: int, cursor: int) -> Fragment | None:
    inside = _quotation(text, start, end, cursor)
    if inside and cursor not in (inside[0], inside[1] - 1):
        start, end = inside[0] + 1, inside[1] - 1
    for first, last in cut(text[start:end], 0, end - start):
        if start + first <= cursor <= start + last:
            return _snapped(text, start + first, start + last, "claim")
    return None


def _snapped(text: str, start: int, end: int, rule: str) -> Fragment | None:
    try:
        return snap(text, start, end, rule)
    except SpanError:
        return None
