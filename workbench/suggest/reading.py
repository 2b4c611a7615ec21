"""A sentence while it is read: what is taken of it already, and who speaks."""

import re
from dataclasses import dataclass, field

from workbench.spans import Fragment
from workbench.suggest import cues
from workbench.suggest.clauses import TOLD, is_noun
from workbench.suggest.lexicon import PASTS
from workbench.suggest.passages import Quotation, Sentence
from workbench.suggest.speakers import OPENS, Names
from workbench.suggest.titles import SPLIT

_S = r"[^\S\n]+"
WORDS = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Quote:
    """A quote in the making."""

    fragments: list[Fragment]
    rule: str
    score: float
    speaker: str | None = None
    role: str | None = None
    told: dict[str, str] = field(default_factory=dict)
    polarity: str | None = None
    cue: Fragment | None = None
    #: The last quotation goes on in the next paragraph, or the first one began before.
    opens: bool = False
    goes_on: bool = False


def all_quoted(view: str, sentence: Sentence) -> bool:
    """Whether nothing but quotations stands in the sentence."""
    if not sentence.quotations:
        return False
    at = sentence.start
    for quotation in sentence.quotations:
        if WORDS.search(view, at, quotation.start):
            return False
        at = quotation.end
    return not WORDS.search(view, at, sentence.end)


def alone(sentence: Sentence, carried: str | None) -> Quote:
    """A sentence all in marks without a cue: whoever spoke just before goes on."""
    return Quote(
        [(q.start, q.end) for q in sentence.quotations],
        "quote.carried" if carried else "quote.alone",
        0.7 if carried else 0.6,
        carried,
        opens=sentence.quotations[-1].opens,
        goes_on=sentence.quotations[0].goes_on,
    )


class Reading:
    """One sentence, its quotations and cues, and what of it no quote has yet."""

    def __init__(self, view: str, text: str, names: Names, sentence: Sentence) -> None:
        self.view, self.text, self.names, self.sentence = view, text, names, sentence
        self.start, self.end = sentence.start, sentence.end
        if (
            view[self.start] == "("
            and ")" in view[max(self.start, self.end - 2) : self.end]
        ):
            # "(Current models say that it will.)"
            self.start += 1
            self.end = view.rindex(")", self.start, self.end)
        # "• It leaks, says mayor": the bullet is no part of it.
        bullet = view[self.start : self.start + 2] in ("• ", "● ", "▪ ", "◦ ", "· ")
        #: Everything before belongs to a quote or to a cue already.
        self.done = self.start + 2 * bullet
        self.free = list(sentence.quotations)
        self.speaker: str | None = None
        self.headline = False
        self.closing: Quote | None = None
        #: Whose words the next paragraph has, and as what.
        self.announced: tuple[str | None, str | None] = (None, None)
        self.cues = [
            cue
            for cue in cues.find(view, self.start, self.end)
            if not is_noun(view, cue, self.start)
        ]

    def subject(
        self, cue: re.Match[str], left: int | None, right: int | None
    ) -> tuple[str | None, str | None]:
        """The speaker and role of a cue: its subject, on either side of it.

        `left` is where the subject begins at the earliest, where that is known, and
        `right` where it may stand behind the verb.
        """
        view = self.view
        if self.is_told(cue):
            teller = TELLER.match(view, cue.end(), self.end)
            return self.named(teller["who"]) if teller else (None, None)
        if cue["whom"]:
            return self.named(cue["whom"])
        doing = cue["ing"] or cue["urged"] or cue["thing"]
        if doing and cue.group().split()[0].endswith("ing"):
            if self.speaker:
                return self.speaker, None
            whose = _WHO_DID.search(
                view, max(self.start, self.done, cue.start() - 160), cue.start()
            )
            who = (whose["who"] or whose["with"]) if whose else None
            return self.named(who or self.opening(cue.start()))
        start = left if left is not None else self._clause_start(cue.start())
        aside = _ASIDE.search(self.view, start, cue.start())
        phrase = self._visible(start, aside.start() if aside else cue.start())
        if (
            left is None
            and not self.speaker
            and not WORDS.search(_AND_SO.sub("", self.view[start : cue.start()]))
        ):
            phrase = self.opening(cue.start())
        if left is not None and not WORDS.search(phrase.strip(" ,")):
            behind = _BEHIND.match(view, cue.end(), self.end)
            if behind:
                return self._behind(behind["who"])
        if self.headline and left is None and _DOES_AND_SAYS.fullmatch(phrase):
            # "Mayor defends tax rise, says it had to be".
            found = self.named(self.opening(cue.start()))
            if found[0] and cue.group().endswith("s"):
                return found
        if self.speaker and start == self.done and _WHICH_ALONE.fullmatch(phrase):
            # "According to the broker, which stressed that".
            return self.speaker, None
        put_it = _AS_PUT.search(phrase) if cue.group().casefold() in PUT_IT else None
        if put_it:
            return self.named(put_it["who"])
        antecedent = _WHICH_DID.search(phrase)
        if antecedent and left is None:
            return self.named(antecedent["who"])
        agent = _AGENT_WHO.search(view, max(self.start, cue.start() - 120), cue.start())
        if agent and left is None:
            return self.named(agent["who"])
        if self.speaker and not WORDS.search(_AND_SO.sub("", phrase)):
            return self.speaker, None
        if left is None:
            behind_clause = _THEN_HE.match(phrase)
            if behind_clause:
                found = self.named(self.opening(cue.start()))
                named = found[0] and found[0][0].isupper()
                return found if named else self.named(behind_clause["who"])
            beside = _AS_THE.match(phrase)
            if beside:
                return self.named(beside["who"])
            if _AND_LAST.search(phrase):
                found = self.named(self.opening(cue.start()))
                if found[0]:
                    return found
        found = self.named(phrase)
        which = _WHICH.match(aside.group()) if aside else None
        if which and found[0] and not _IN_PARTS.search(phrase.strip(" ,")):
            # "Orm Line, which runs it, said so. It added": nobody is "which".
            self.names.things.add(found[0])
        return found

    def ties(self, after: int, quotation: Quotation) -> bool:
        """Whether a comma ties a last quotation to the cue that ends at `after`."""
        gap = self.view[after : min(quotation.start, after + 202)].rstrip()
        return (
            quotation.start - after <= 200
            and gap[-1:] in (",", ":", ";", "—", "–", "-")
            and not WORDS.search(self.view, quotation.end, self.end)
        )

    def is_told(self, cue: re.Match[str]) -> bool:
        """ "The court was told that": by whom, the text does not say."""
        if cue.group() != "told":
            return False
        before = self.view[max(self.start, cue.start() - 24) : cue.start()]
        closes = self.headline and not WORDS.search(self.view, cue.end(), self.end)
        return closes or TOLD.search(before) is not None

    def _visible(self, start: int, end: int) -> str:
        """The words of [start, end), those of a short quotation within it too."""
        return self.text[start:end] if end - start < 400 else self.view[start:end]

    def _behind(self, phrase: str) -> tuple[str | None, str | None]:
        """A subject behind its verb, without when and where that was."""
        phrase = _MARK.split(phrase)[0]
        first, _, more = phrase.partition(",")
        of_place = _OF_PLACE.match(first)
        if of_place is None:
            first = _ADJUNCT_AFTER.split(first)[0].rstrip(" \t\u00a0—–-")
        else:
            first = of_place.group()
        more = more.strip()
        if more and not _NO_ROLE.match(more):
            return self.named(f"{first}, {more.split(',')[0]},")
        return self.named(first)

    def _clause_start(self, before: int) -> int:
        start = max(self.start, self.done, before - 300)
        aside = _ASIDE.search(self.view, start, before)
        before = aside.start() if aside else before
        for boundary in CLAUSE_BOUNDARY.finditer(self.view, start, before):
            start = boundary.end()
        return start

    def opening(self, before: int) -> str:
        """The subject of the sentence: its first words up to a verb."""
        return self.subject_of(self.start, before)

    def subject_of(self, at: int, before: int | None = None) -> str:
        """The first words of the clause at `at` up to its verb; none where it
        has none."""
        words = self.text[at : min(before or self.end, at + 200)].lstrip()
        first, comma, more = words.partition(", ")
        words = more if comma and OPENS.match(first) else words
        for pattern in (_OPENING, _OPENING_WITH_ASIDE, _OPENING_WITH_NAME):
            match = pattern.match(words)
            # "The | transport minister": that is no verb.
            if match and match.group().strip().casefold() not in _ARTICLES:
                return match.group()
        return ""

    def named(self, phrase: str) -> tuple[str | None, str | None]:
        found = self.names.speaker(phrase)
        return found if found else (None, None)


def without_aside(before: str) -> str:
    """The words before a verb without what stands between commas just before it."""
    aside = _ASIDE.search(before)
    return before[: aside.start()] if aside else before


#: "Orm, who joined from the bank, where he ran the vault, has said": what is told of
#: the speaker stands between commas.
_ASIDE = re.compile(
    rf",{_S}(?:(?:(?:to|of|in|for|from|with|by|on|at|under){_S})?(?:which|whom)|who|whose"
    rf"|in{_S}an?(?={_S}(?:statement|letter|post|e-?mail|message|note|interview|speech)\b)"
    rf"|where|citing|quoting|speaking|referring|responding"
    rf"|commenting"
    rf"|reacting|asked|pressed|writing|addressing|wearing|holding"
    rf"|describing){_S}[^;:]{{2,250}},(?:{_S}(?:has|have|had|also|later"
    rf"|then)){{0,2}}{_S}$"
    rf"|{_S}(?:—|–|--){_S}[^—–.;:]{{2,150}}{_S}(?:—|–|--)(?:{_S}(?:has|have|had"
    rf"|also)){{0,2}}{_S}$"
)
_WHICH = re.compile(rf",{_S}which\b")
#: "Ida Orm of Vale Line, which": what is told of is the line.
_IN_PARTS = re.compile(rf",|{SPLIT.pattern}")
#: "Police said he was shot by his brother, who said": that is the brother.
_AGENT_WHO = re.compile(
    rf"\bby{_S}(?P<who>(?:[\w.’'-]+{_S}){{0,5}}?[\w.’'-]+),{_S}who"
    rf"(?:{_S}(?:has|have|had|also|then|later)){{0,2}}{_S}$"
)
#: "Asked for a recount in a lawsuit that claimed": what did it is the lawsuit.
_WHICH_DID = re.compile(
    rf"\b(?P<who>(?:the|an?|its|his|her|their){_S}[\w’'-]+(?:{_S}(?!(?:the|an?|its|his"
    rf"|her)\b)"
    rf"[\w’'-]+){{0,3}}?),?{_S}(?:that|which)(?:{_S}(?:has|have|had|also))?\s*$"
)
#: "By protesters, who walked out alleging that".
_WHO_DID = re.compile(
    rf"(?:^|(?<!\w)(?:by|from|of|to|with|for"
    rf"|against){_S})(?P<who>[\w.’'-]+(?:{_S}[\w.’'-]+){{0,4}}?)"
    rf",?{_S}who{_S}[^,;:]{{2,80}},?{_S}$"
    # "It heated up with Leader of the House Ida Orm accusing them".
    rf"|(?<!\w)with{_S}(?P<with>(?:the{_S})?[^\W\d_a-z][^,;:]{{2,80}}?){_S}$"
)
_DOES_AND_SAYS = re.compile(rf"[^,;:]+{_S}[a-z]{{2,}}s{_S}[^,;:]+,\s*")
_WHICH_ALONE = re.compile(rf",{_S}which(?:{_S}(?:has|have|had|also))?\s*")
#: "Where, as the mayor put it,": who did.
PUT_IT = ("put it", "puts it")
_AS_PUT = re.compile(rf"\bas{_S}(?P<who>[^,;:]{{2,60}})$")
#: "Was told by doctors that".
TELLER = re.compile(rf"{_S}by{_S}(?P<who>[^,.;:]{{2,60}}?)(?={_S}that(?!\w))")
_ARTICLES = ("the", "a", "an", "its", "his", "her", "their", "this")
#: "Orm went pale as she": whoever it is.
_THEN_HE = re.compile(
    rf".*\b(?:as|while|when|where|because|though|although|if|which|whom|until|before"
    rf"|after|since|that){_S}(?P<who>he|she|they|it)(?:{_S}(?:had|has|have|also|later"
    rf"|once|then|[a-z]+ly))*\s*$",
    re.IGNORECASE,
)
#: "Drivers to strike for days as inquiry hears": a headline's second clause.
_AS_THE = re.compile(
    rf"(?:[\w’'-]+{_S}){{4,}}(?:as|while|after){_S}(?P<who>(?:the{_S}|an?{_S})?[a-z][\w’'-]+)\s*$"
)
#: "Orm, a printer, wore black and": the verb has the sentence's subject.
_AND_LAST = re.compile(rf"{_S}(?:and|but)(?:{_S}(?:also|then|later|[a-z]+ly))?\s*$")
_AND_SO = re.compile(
    r"\b(?:and|but|yet|so|then|later|also|has|have|had|would|did|does|do|could|not)\b",
    re.IGNORECASE,
)
CLAUSE_BOUNDARY = re.compile(
    rf";{_S}|{_S}(?:—|–|--){_S}|,[”\"’'»]?{_S}(?:and|but|while|whereas|yet"
    rf"(?! to be)){_S}"
    # "It works, though one official said", but not "the mayor, though ill, said".
    rf"|,{_S}(?:though|although){_S}(?=(?:the|an?|one|two|some|many|his|her|its|their|he"
    rf"|she|they|it){_S}|[^\W\d_a-z])"
    rf"|{_S}but{_S}(?=[^\W\d_a-z])"
    rf"|(?<=[a-z]){_S}(?:and|but){_S}(?=(?:he|she|they|it|the|a|an){_S}\w+\s*$)"
    rf"|,?{_S}(?:in|at|on|by|for|to|from|after|during|under|through|of){_S}(?:which"
    rf"|whom){_S}(?=[^\W\d_a-z]|(?:the|an?|his|her|its|their|some|one|it|he|she|they){_S})"
    rf"|{_S}(?:after|because|although|that|when|before|since){_S}(?=[^\W\d_a-z]"
    rf"|(?:the|an?|his|her|its|their|some|one|it|he|she|they){_S})|:{_S}"
)
_ADJUNCT_AFTER = re.compile(
    rf"{_S}(?:in|on|at|during|after|as|when|while|to|before|about|last|this|yesterday"
    rf"|today|earlier|later|recently|via|through|(?:Mon|Tues|Wednes|Thurs|Fri"
    rf"|Satur|Sun)"
    rf"day)(?!\w)"
)
_BEHIND = re.compile(
    rf"{_S}(?P<who>[^,;.:]{{1,100}}(?:\.(?=\w"
    rf"|\s\w)[^,;.:]{{1,60}}){{0,3}}(?:,[^;.:]{{1,120}}"
    # "Its director, Dr. Ida M. Orm".
    rf"(?:(?:(?<=\b[DM]r)|(?<=\bMs)|(?<=\bMrs)|(?<=\bProf)|(?<=\b[A-Z]))\.{_S}"
    rf"[^;.:]{{1,80}}){{0,2}})?)"
)
#: The subject of a sentence, up to its verb.
_OPENING = re.compile(
    rf"(?:(?:[Tt]he|An?|Its|His|Her|Their|This){_S})?(?:[\w.’'-]+{_S}(?:&{_S})?)"
    rf"{{1,11}}?(?="
    r"(?:has|have|had|is|was|were|are|blame|accuse|praise|want|fear|call|demand"
    r"|dispute|oppose|welcome|challenge|question|argue|believe|hope|urge|defend"
    # "Members staged": a plural before a verb is none.
    rf"|had|became|{PASTS}"
    r"|(?!(?:that|not|but|just|most|least|last|next|first|west|east|past|left|right"
    r"|about|out"
    r"|without|new|few|network|week|bank|park|work)\b)[a-z]{2,}ed"
    rf"|(?<!ing[^\S\n])[a-z]{{2,}}s(?!{_S}(?:[a-z]{{3,}}ed|have|had|are|were|took"
    r"|made|held|met|left)\b))\b)"
)
#: "The agency, which regulates water, fined …".
_OPENING_WITH_ASIDE = re.compile(rf"[^,;:]{{2,60}}(?=,{_S}(?:who|which|whose){_S})")
#: "The manufacturer, Orm Homes, has disputed …".
_OPENING_WITH_NAME = re.compile(
    rf"[^,;:]{{2,60}},{_S}[^,;:]{{2,60}},(?={_S}(?:has|have|had|is|was|[a-z]+ed|{PASTS})\b)"
)
_MARK = re.compile(r"[“”\"«»„]")
#: "Analysts at Orm Bank": who they are, and not where it was said.
_OF_PLACE = re.compile(
    rf"[^\S\n]*[a-z][a-z ]{{3,40}}s{_S}(?:at|from|of|for){_S}(?:the{_S})?"
    rf"[^\W\d_a-z][\w.’'-]*(?:{_S}[^\W\d_a-z][\w.’'-]*){{0,4}}"
)
_NO_ROLE = re.compile(
    r"(?:who|which|and|but|as|adding|in|on|at"
    r"|(?!(?:acting|outgoing|incoming|leading|managing|founding|sitting|reigning|ruling"
    r"|visiting|marketing|housing|training|planning|mining|shipping|nursing|coaching"
    r"|presiding|commanding)\b)[a-z]{3,}ing)\b"
)
