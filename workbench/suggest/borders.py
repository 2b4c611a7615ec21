"""The borders of a suggestion: where the screen would set them."""

from workbench.spans import Fragment, SpanError, snap

#: Above this the borders of the screen, which read the whole line, are too dear.
_LONG_LINE = 4_000


def bordered(text: str, start: int, end: int, rule: str) -> Fragment | None:
    """[start, end) as `spans.snap` borders it; None where nothing is left."""
    line = text.rfind("\n", max(0, start - _LONG_LINE), start)
    after = text.find("\n", end, end + _LONG_LINE)
    short = (line >= 0 or start < _LONG_LINE) and (
        after >= 0 or len(text) < end + _LONG_LINE
    )
    try:
        return snap(text, start, end, rule if short else "words")
    except SpanError:
        return None
