"""Attributes that the text tells, filled in for the annotator to confirm.

An attribute of schema.json asks for one of these by its `x-prefill`.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.labels import Label
from workbench.spans import Annotation, Fragment, Value, contains
from workbench.suggest import figures, marks


@dataclass(frozen=True, slots=True)
class Place:
    """Where an annotation is made: its text, its fragments, and what lies around it."""

    text: str
    fragments: Sequence[Fragment]
    around: Sequence[Annotation]

    @property
    def words(self) -> str:
        """The covered text, fragments joined by a space."""
        return " ".join(self.text[start:end] for start, end in self.fragments)


def attributes(label: Label, place: Place) -> dict[str, Value]:
    """The attributes of a new annotation: defaults, and what its place tells."""
    found: dict[str, Value] = {}
    for attribute in label.attributes:
        value: Value | None = attribute.default
        if attribute.prefill in _RULES:
            told = _RULES[attribute.prefill](place)
            value = value if told is None else told
        if value is not None and (not attribute.options or value in attribute.options):
            found[attribute.name] = value
    return found


#: The types of a quote, which also tell that an annotation is one.
_QUOTE_TYPES = ("direct", "indirect", "mixed")


_MARK = re.compile(f"[{marks.MARKS}]")


_LETTER = re.compile(r"[^\W_]")


def _is_said(text: str, start: int, end: int) -> bool:
    """Whether letters, numbers or signs stand there: an emoji can be all of it."""
    return _LETTER.search(text, start, end) is not None or any(
        unicodedata.category(char)[0] in "LNS" for char in text[start:end]
    )


def quote_type(text: str, fragments: Sequence[Fragment]) -> str:
    """Direct, indirect or mixed, by how much of it stands inside quotation marks."""
    if not any(_MARK.search(text, start, end) for start, end in fragments):
        return "indirect"
    inside = outside = False
    for start, end in fragments:
        for first, last, depth in marks.quotation_depths(text, start, end):
            if _is_said(text, first, last):
                inside |= depth > 0
                outside |= depth == 0
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"


def _quote_type(place: Place) -> str:
    """The type of a quote that somebody selects, who may leave its marks out."""
    if all(_is_within(place.text, *fragment) for fragment in place.fragments):
        return "direct"
    return quote_type(place.text, place.fragments)


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether a pair of marks on the line stands around [start, end)."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if not _MARK.search(text, first, start) or "\n" in text[start:end]:
        return False
    return any(
        closing is not None and opening < start <= end <= closing
        for opening, closing in marks.partners(text, first, last).items()
    )


def _asserted_by(place: Place) -> str | None:
    """The speaker of the innermost quote around, "article" where there is none.

    Who denies something does not assert it, and the text seldom says who did: then
    "unknown". None where the quote has no speaker yet.
    """
    here = Annotation("", "", tuple(place.fragments))
    quotes = [
        quote
        for quote in place.around
        if contains(quote, here)
        and (
            "speaker" in quote.attributes
            or quote.attributes.get("type") in _QUOTE_TYPES
        )
    ]
    if not quotes:
        return "article"
    innermost = min(quotes, key=lambda quote: (quote.end - quote.start, quote.order))
    if innermost.attributes.get("polarity") == "denied":
        return "unknown"
    speaker = innermost.attributes.get("speaker")
    return speaker if isinstance(speaker, str) and speaker else None


_Rule = Callable[[Place], Value | None]


def _figure(part: Callable[[figures.Figure], Value | None]) -> _Rule:
    return lambda place: part(_read(place))


def _read(place: Place) -> figures.Figure:
    """The figure of a place, as its language writes numbers."""
    # The first import of the languages takes time that most requests need not spend.
    from workbench.suggest.foreign.numbers import read_in
    from workbench.suggest.foreign.telling import language_of

    language = language_of(place.text)
    return read_in(place.words, language) if language else figures.read(place.words)


_RULES: dict[str | None, _Rule] = {
    "quote_type": _quote_type,
    "asserted_by": _asserted_by,
    "figure_kind": _figure(lambda figure: figure.kind),
    "figure_value": _figure(lambda figure: figure.value),
    "figure_value_max": _figure(lambda figure: figure.value_max),
    "figure_unit": _figure(lambda figure: figure.unit),
    "figure_modifier": _figure(lambda figure: figure.modifier),
}
