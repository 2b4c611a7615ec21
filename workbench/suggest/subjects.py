"""The words before a verb taken apart: who it is, and what they are."""

import re

from workbench.suggest.lexicon import PASTS, listed
from workbench.suggest.titles import (
    AS_ONCE,
    DETERMINERS,
    NAME,
    SPLIT,
    TITLES,
    VERB,
    has_title,
    is_name,
    is_somebody,
)

_S = r"[^\S\n]+"
PRONOUNS = frozenset(("he", "she", "they", "it", "who", "him", "her", "them"))
#: What is written, and itself tells or shows something.
PAPERS = listed(
    "account analysis assessment audit complaint document e-mail email estimate "
    "filing indictment investigation lawsuit leaflet letter memo message note paper "
    "poll record report review ruling scan statement study survey test transcript"
)
#: Between commas these tell neither who nor what somebody is: "when pressed", "D-Ohio".
ASIDE = re.compile(
    r"(?:when|if|while|as|asked|by|speaking|though|however|in|on|at|through|via|for)\b|[A-Z]-[A-Z]"
    r"|(?:now |aged |then )?\d+$"
)
_LOOSE = re.compile(
    rf"(?:^|{_S}|,)(?:long|do|(?:do|does|did)n['’]t|could|can|might|must|should|(?:reported|understood|alleged|believed|thought){_S}to"
    rf"|also|later|then|however|repeatedly|though|meanwhile|again|has|had"
    rf"|have|is|are|was|were|will|would|did|does|earlier|now|still|too|therefore|already"
    rf"|recently|nevertheless|nonetheless|thus|often|always|himself|herself|itself|once|even|never|not"
    rf"|yesterday|today|tonight|(?:last|this){_S}(?:night|week|month|year|evening"
    rf"|morning|afternoon|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    rf"|twice|further|once{_S}more|simply|merely"
    rf"|(?:used|went{_S}on|goes{_S}on|sought|continued|tried|liked|likes|loved|loves"
    rf"|tends|tended"
    rf"|wants|wanted|came|seemed|seems|appeared|appears|rushed|hastened){_S}"
    rf"to|on{_S}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|(?!(?:fami|assemb|supp|monopo|bul|re|al)ly\b)[a-z]{{3,}}ly)$"
)
_OPENERS = re.compile(
    rf"\A(?:but|and|yet|so|now|still|however|meanwhile|later|then|also|for|in{_S}(?:fact"
    rf"|(?:addition|response)(?!{_S}to\b)|turn)|as|if|when|because|while|after|although"
    rf"|that|though|whereas|(?:last|this){_S}(?:night|week|month|year|summer|autumn"
    rf"|winter|spring|morning|evening)(?={_S}(?:he|she|they|it|the|an?)\b))"
    rf"(?:,?{_S})(?=\S)",
    re.IGNORECASE,
)
ADJUNCT = re.compile(
    r"(?:during|in|on|at|after|before|with|for|since|from|when|as|while|by|under|amid"
    r"|despite|following|speaking|asked|commenting|responding|writing|addressing)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    rf"{_S}(?:who|whose|which|published|released|dated|entitled|headlined"
    rf"|(?:[a-z]{{3,}}ed|seen|given|shown|written|sent|made|read|held){_S}(?:by|to|on"
    rf"|in|at|for"
    rf"|from|with|under|last|this|late|early|earlier|yesterday|(?:Mon|Tues|Wednes|Thurs"
    rf"|Fri|Satur"
    rf"|Sun)day))(?:{_S}|$)"
)
#: "Ida Orm, of Leeds, West Yorkshire,": where somebody is from.
_HOME = re.compile(rf"(?:of|from){_S}(?:the{_S})?[^\W\d_a-z]")
_AMONG = re.compile(r"(?:including|such as|among them|led by|most of)\b")


def before_home(parts: list[str]) -> list[str]:
    """The parts of a subject up to where its owner is from, or who belongs to it."""
    for place, part in enumerate(parts[1:], 1):
        if _HOME.match(part) or _AMONG.match(part):
            return parts[:place]
    return parts


#: "The airline apologised and" did so before it spoke.
_DID = re.compile(
    rf"(?P<who>(?:[\w.’'-]+{_S}){{0,6}}?[\w.’'-]+){_S}(?!(?:and|of)\b)"
    rf"(?:[a-z]{{3,}}ed|has|have|had|{PASTS})\b.*?"
    rf"{_S}(?:and|but)$"
)


def without_adverbs(chunk: str) -> str:
    """A part of a subject without the adverbs and auxiliaries at its edges."""
    while True:
        shorter = _LOOSE.sub("", chunk).strip()
        shorter = _OPENERS.sub("", shorter, count=1) if shorter else shorter
        did = _DID.match(shorter) if shorter.endswith(("and", "but")) else None
        shorter = did["who"] if did else shorter
        if shorter == chunk:
            return chunk
        chunk = shorter


#: "Rolf Andersen, called it unjust and" tells what he did.
_PREDICATE = re.compile(
    rf"(?:[a-z]{{3,}}ed|was|is|has|had|did|seen|given|shown|written|{PASTS})\b"
)
#: "The judgment, read out by the president,".
_DONE_TO = re.compile(
    rf"(?:[a-z]{{3,}}ed|read|seen|held|sent|given|shown|written|led|made)(?:{_S}(?:out"
    rf"|up))?{_S}"
    rf"(?:by|on|in|at|to|from|with|under|for|as){_S}|(?:yet{_S})?to{_S}be{_S}"
)
_OWNER = re.compile(rf"[^\W\d_a-z][\w.-]*['’]s?{_S}[a-z]")


def _name_behind_verb(chunk: str) -> str:
    """ "The bill goes to Ida Orm": the name that the words end in, else all of them."""
    if DETERMINERS.match(chunk) and is_somebody(chunk):
        # "A doctor from Leeds".
        return chunk
    names = list(NAME.finditer(chunk))
    ends = bool(names) and names[-1].end() == len(chunk)
    return names[-1].group() if ends and _TO_WHOM.search(chunk) else chunk


_TO_WHOM = re.compile(rf"[a-z]{_S}(?:to|by|with|from){_S}(?:the{_S})?[^\W\d_a-z]")
_APPOSED = re.compile(r"(?:an?|the|one|its|his|her|their) ", re.IGNORECASE)
#: "The letter, a copy of which was seen by the paper,": that is about the letter.
_OF_WHICH = re.compile(rf"\bof{_S}(?:which|whom)\b")


def head_of(chunks: list[str]) -> tuple[str, str | None]:
    """The head of a subject of several parts between commas, and its role."""
    chunks = [
        chunk
        for place, chunk in enumerate(chunks)
        if not (place and _OF_WHICH.search(chunk))
    ]
    last = chunks[-1]
    if len(chunks) == 1 or last.casefold() in ("he", "she", "they", "it"):
        return _without_adjunct(last), None
    # "Viktor Orm, chairman of the board," and "Its chairman, Viktor Orm,".
    for place in range(len(chunks) - 1, 0, -1):
        if re.match(r"(?:who|whose|which|where)\b", chunks[place]):
            while place > 1 and (
                _APPOSED.match(chunks[place - 1])
                or (has_title(chunks[place - 1]) and is_name(chunks[place - 2]))
            ):
                place -= 1
            return _without_adjunct(_name_behind_verb(chunks[place - 1])), None
    if _DONE_TO.match(last):
        return head_of(chunks[:-1])
    if (
        _PREDICATE.match(last)
        and not (AS_ONCE.match(last) and is_name(last))
        and not TITLES.intersection(last.casefold().split())
    ):
        return head_of(chunks[:-1])
    before = chunks[-2]
    owned = DETERMINERS.match(before) or _OWNER.match(before)
    if is_name(last) and owned and not is_name(before):
        if before[:7].casefold() == "one of " or not is_somebody(before):
            # "After the killings, Orm said": those are not what Orm is.
            return last, before if before[:7].casefold() == "one of " else None
        return last, DETERMINERS.sub("", before, count=1)
    if (
        _APPOSED.match(last)
        and not is_name(before)
        and not is_name(last)
        and not ADJUNCT.match(before)
        and (not VERB.search(before) or RELATIVE.search(before))
        and is_name(SPLIT.split(before)[-1])
    ):
        # "A report by Ida Orm, a former judge": what stands behind it is about Orm.
        return head_of(chunks[:-1])
    is_told = not is_name(last) or re.match(r"an? ", last) is not None
    if is_name(before) and is_told and not ADJUNCT.match(before):
        role = DETERMINERS.sub("", last, count=1)
        told = last[0].islower() or DETERMINERS.match(last) or _OWNER.match(last)
        if told or has_title(last):
            return before, role if last.split()[0].casefold() != "a" else last
    return _without_adjunct(last), None


def _without_adjunct(chunk: str) -> str:
    """ "During the campaign Orm": the name or phrase next to the verb."""
    if not ADJUNCT.match(chunk):
        return chunk
    names = list(NAME.finditer(chunk))
    if names and names[-1].end() == len(chunk):
        return chunk[names[-1].start() :]
    pronoun = chunk.split()[-1]
    if pronoun.casefold() in PRONOUNS:
        return pronoun
    places = [m.start() for m in re.finditer(r"(?<=\s)(?:the|an?|his|her|its) ", chunk)]
    return chunk[places[-1] :] if places else ""


#: What demands something, though it is nobody's title: people, and what they wrote.
_DEMANDING = listed(
    "family people opposition public crowd charity firm staff country city state "
    "nation majority minority side team couple faction bloc town village press media "
    "paper newspaper jury report letter petition statement motion resolution bill "
    "manifesto declaration communique editorial article charter campaign"
)


def can_demand(speaker: str) -> bool:
    """Whether a speaker is somebody who calls for things, and not "the crisis"."""
    if not speaker[0].islower() or any(word[0].isupper() for word in speaker.split()):
        return True
    head = SPLIT.split(speaker, maxsplit=1)[0]
    last = head.split()[-1]
    plural = last.endswith("s") and not last.endswith(("ss", "is", "us"))
    return plural or last in _DEMANDING or is_somebody(head)
