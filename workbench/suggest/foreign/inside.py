"""An attribution inside one pair of marks: «A, — пояснил он. — B»."""

import re

from workbench.spans import Fragment
from workbench.suggest.foreign.people import People
from workbench.suggest.foreign.sentence import ForeignReading
from workbench.suggest.passages import Sentence

_S = r"[^\S\n]+"
_DASHED = re.compile(
    rf"(?P<before>[,.!?…]?)[^\S\n]*[—–-]{_S}(?P<said>[^\W\d_A-Z][^—–«»“”„\n]{{2,120}}?)[.,]?{_S}[—–-][.,]?{_S}(?=\S)"
    rf"|(?P<tail>[,.!?…]?){_S}[—–-]{_S}(?P<last>[^\W\d_A-Z][^—–«»“”„\n]{{2,90}}?)\.?[^\S\n]?(?=[»”“]\Z)"
)
_COMMAS = re.compile(
    r"(?P<sign>[,!?…])[^\S\n]+(?P<said>[^\W\d_A-ZÀ-Þ][^,.!?…«»:;\n]{2,90}?)(?P<close>[,.](?=[^\S\n])"
    r"|[.]?(?=[^\S\n]?[»”]\Z))"
)

_Parts = tuple[list[Fragment], tuple[str, str | None] | None, Fragment]


def parts_of(text: str, start: int, end: int, people: People) -> _Parts | None:
    """The fragments of the quotation [start, end) without who said it in the middle,
    and who that was; None where nothing of the kind is inside."""
    if end - start > 2_000 or people.language.code in ("de", "tr", "ar"):
        return None
    words = text[start:end]
    for match in _DASHED.finditer(words):
        group = "said" if match["said"] else "last"
        found = _attribution(
            text,
            start + match.start(group),
            start + match.end(group),
            people,
            dashed=True,
        )
        if found is None:
            continue
        who, cue = found
        sign = match["before"] or match["tail"] or ""
        first = (start, start + match.start() + len(sign))
        rest = (start + match.end(), end)
        return ([first, rest] if match["said"] else [first]), who, cue
    if people.language.code != "fr":
        return None
    for match in _COMMAS.finditer(words):
        found = _attribution(
            text, start + match.start("said"), start + match.end("said"), people
        )
        if found is None or found[0] is None:
            continue
        who, cue = found
        first = (start, start + match.start("sign") + (match["sign"] not in ","))
        rest = (start + match.end(), end)
        closes = not re.search(r"\w", text[rest[0] : end])
        return ([first] if closes else [first, rest]), who, cue
    return None


def _attribution(
    text: str, start: int, end: int, people: People, *, dashed: bool = False
) -> tuple[tuple[str, str | None] | None, Fragment] | None:
    """Who says it in [start, end), which must begin with its verb."""
    reading = ForeignReading(text, text, people, Sentence(start, end, ()))
    if not reading.cues or reading.cues[0].first != 0:
        return _unlisted(reading) if dashed else None
    cue = reading.cues[0]
    who, close = reading.subject(cue, before=False)
    if close < len(reading.words) and len(reading.words) - close > 8:
        return None
    return who, (cue.start, cue.end)


def _unlisted(
    reading: ForeignReading,
) -> tuple[tuple[str, str | None] | None, Fragment] | None:
    """ "— отрезал адвокат Орм —": a verb that no table has, and a name."""
    verb = reading.words[0]
    if len(reading.words) < 2 or reading.people.is_small(verb.low):
        return None
    who, end = reading._of_right(1, len(reading.words))
    if (
        who is None
        or end < len(reading.words)
        or not reading.words[-1].text[:1].isupper()
    ):
        return None
    return who, (verb.start, verb.end)
