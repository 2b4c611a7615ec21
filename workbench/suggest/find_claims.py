"""Finding claims: what could turn out false, ranked by how much speaks for it.

A clause earns its score by what it holds: a figure, somebody who says it, a
superlative, a cause or law, a word that is disputed. Wishes, orders, opinions lose.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.spans import Fragment, Value
from workbench.suggest import marks
from workbench.suggest.borders import bordered
from workbench.suggest.foreign import Language, language_of, weighing
from workbench.suggest.lexicon import PASTS, holds
from workbench.suggest.passages import Passages, Sentence, cut
from workbench.suggest.speakers import Names
from workbench.suggest.suggestion import THRESHOLDS, Suggestion
from workbench.suggest.titles import names_in

_S = r"[^\S\n]+"


@dataclass(slots=True)
class _Claim:
    """A clause that may be a claim: where, whose, and what kind of place found it."""

    start: int
    end: int
    rule: str
    asserted_by: str
    disputed_by: str | None = None
    #: The rest of a clause that its cue interrupts.
    more: Fragment | None = None


def find(
    passages: Passages,
    quotes: Sequence[Suggestion],
    figures: Sequence[Suggestion],
    names: Names,
    threshold: float = THRESHOLDS["careful"],
) -> list[Suggestion]:
    """The claims of a text in order, those of at least the score `threshold`."""
    claims = _Claims(passages, quotes, names).all()
    language = language_of(passages.text)
    starts = [figure.start for figure in figures]
    found: dict[tuple[Fragment, ...], Suggestion] = {}
    for claim in _parted(passages.view, claims, figures, starts):
        words = passages.text[claim.start : claim.end].strip()
        if claim.more:
            words += " " + passages.text[claim.more[0] : claim.more[1]].strip()
        first = bisect_left(starts, claim.start)
        last = claim.more[1] if claim.more else claim.end
        inside = [
            figure
            for figure in figures[first : bisect_left(starts, last)]
            if not _is_age(passages.text, figure)
        ]
        score = round(_score(words, claim, inside, language), 2)
        # Borders cost more than the score, so they come after it.
        span = _span(passages.text, claim) if score >= threshold else ()
        if span and span not in found:
            found[span] = Suggestion(
                "claim",
                span,
                f"claim.{claim.rule}",
                score,
                _attributes(words, claim, inside, score),
            )
    return [found[span] for span in sorted(found)]


def _parted(
    view: str,
    claims: list[_Claim],
    figures: Sequence[Suggestion],
    starts: Sequence[int],
) -> Iterator[_Claim]:
    """The claims, those of two clauses with a figure in each taken apart."""
    for claim in claims:
        at = claim.start
        many = bisect_left(starts, claim.end) - bisect_left(starts, at)
        joints = () if claim.more or many < 2 else _JOINT.finditer(view, at, claim.end)
        for joint in joints:
            before = bisect_left(starts, joint.start())
            if before and figures[before - 1].end > joint.start():
                # "Between 40 million and 60 million" is one figure.
                continue
            sides = ((at, joint.start()), (joint.end(), claim.end))
            if all(
                bisect_left(starts, start) < bisect_left(starts, end)
                and pattern.search(view, start, end)
                and view.count(" ", start, end) > 2
                # "Carries 340 people and 60 cars": no verb, no clause.
                for (start, end), pattern in zip(
                    sides,
                    (_FINITE, _FINITE if joint.group().startswith(",") else _VERB),
                    strict=True,
                )
            ):
                yield replace(claim, start=at, end=joint.start())
                at = joint.end()
        yield claim if at == claim.start else replace(claim, start=at)


def _is_age(text: str, figure: Suggestion) -> bool:
    """Whether a figure between commas is how old somebody is: "Orm, 67, said"."""
    return (
        text[figure.end : figure.end + 1] in (",", ")")
        and text[max(0, figure.start - 2) : figure.start] in (", ", " (")
        and figure.attributes["kind"] == "count"
        and len(text[figure.start : figure.end]) == 2
    )


def _span(text: str, claim: _Claim) -> tuple[Fragment, ...]:
    """The fragments of a claim with their borders set; () where nothing is left."""
    parts = [(claim.start, claim.end), *([claim.more] if claim.more else ())]
    found = [span for part in parts if (span := _bordered(text, *part))]
    return tuple(found) if len(found) == len(parts) else ()


def _bordered(text: str, start: int, end: int) -> Fragment | None:
    while start < end and text[start] in " \t\u00a0,;:—–-•·*":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0,;:—–-.。":
        end -= 1
    if start >= end:
        return None
    return bordered(text, start, end, "claim")


# --- where claims are -----------------------------------------------------------------

_THAT = re.compile(
    rf"(?:that|dass|daß|que|qu['’]|che|что|що|أنّ?|إنّ?){_S}", re.IGNORECASE
)
_QUESTION = re.compile(r"(?:whether|why|how|if|what|who|where|when)\b", re.IGNORECASE)
_OPENING = re.compile(
    rf"(?:in{_S}fact|so|but|and|yet|still|however|for{_S}the{_S}record|meanwhile"
    rf"|moreover|in{_S}addition|indeed|also|of{_S}course|well|now|look|today"
    rf"|as{_S}a{_S}result),?{_S}(?=\S)",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    rf"[^\S\n]*,{_S}(?=(?:which|who|whose|where|an?|the|one|two|ending|making|leaving"
    rf"|causing|leading)\b)",
)
_AGAINST = re.compile(
    rf"[^\S\n]*,{_S}(?:but|while|and){_S}(?=(?:the|an?|its|his|her|their|only|some|more"
    rf"|most|it|he|she|they|[a-z]+s){_S}|\d|[^\W\d_a-z])"
)
_TAKEN_FOR_GRANTED = re.compile(rf"\bthe{_S}fact{_S}that{_S}")
_ALLEGED = re.compile(
    rf"\b(?:complaining|complaints?|claims?|allegations?|accusations?|assertions?"
    rf"|suggestions?|rumou?rs?|lies?){_S}(?:from|by|of){_S}(?P<who>[^,.;]{{2,60}}?){_S}"
    rf"that{_S}"
)
_THE_CLAIM = re.compile(
    rf"\b(?:the|an?|such){_S}(?:claim|allegation|accusation|assertion|suggestion"
    rf"|rumou?r)"
    rf"s?{_S}that{_S}",
    re.IGNORECASE,
)
_NOUNS = ("claim", "alleg", "accus", "assert", "suggest", "rumo")
_PART_ENDS = re.compile(
    rf"{_S}(?:as{_S}if|as{_S}though|because|although|while|but){_S}|[,;.!?]"
)
_REJECTS = re.compile(
    rf"(?:reject|den(?:y|ies|ied)|dispute|dismiss|contest|refute|challenge)(?:s|d"
    rf"|ed|es)?"
    rf"{_S}(?:the|this|these|those|such|his|her|their|its|that(?!{_S}(?:the|an?"
    rf"|it|he|she"
    rf"|they|its|his|her|their)\b)){_S}(?:[\w-]+{_S})?"
    rf"(?:charges?|claims?|allegations?|accusations?|estimates?|reports?|figures?"
    rf"|statements?|assertions?|findings?|numbers?|results?|account|version)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = frozenset(("estimate", "figure", "number", "result", "finding", "report"))
#: The same in a clause of its own, or behind what is disputed.
_REJECTS_THIS = re.compile(
    rf"(?:reject|den(?:y|ies|ied)|dispute|dismiss|contest|refute)(?:s|d|ed|es)?{_S}"
    rf"(?:this|that|it|them|both|all{_S}of{_S}it)(?=[.,;!]|$)"
    rf"|call(?:s|ed)?{_S}(?:this|that|it|the{_S}\w+){_S}[“\"‘'«]?(?:nonsense|false|untrue|absurd"
    rf"|baseless|rubbish|lies|ridiculous|(?:a|an{_S}outright|an{_S}absolute){_S}lie)\b",
    re.IGNORECASE,
)
#: A sentence without one of these rejects nothing; to ask so is quick.
_REJECTING = (
    *("reject", "deny", "deni", "disput", "dismiss", "contest", "refut", "challeng"),
    *("call", "false", "true", "lie", "wrong", "incorrect", "nonsense", "misleading"),
)
_TAIL = re.compile(
    rf",{_S}(?:which|(?:an?|the){_S}(?:[a-z]+{_S})?(?:charge|claim|allegation"
    rf"|accusation"
    rf"|figure|number|estimate|assertion|suggestion|account|version)s?){_S}"
    rf"(?:(?:that|which){_S})?(?P<who>[^,.;:]{{2,80}}?){_S}(?:(?:has|have|had|also"
    rf"|strongly|always|repeatedly|firmly){_S}){{0,2}}(?:den(?:y|ies|ied)"
    rf"|(?:reject|dispute|dismiss|contest|refute)(?:s|d|ed|es)?)(?=[.,;]|$)",
    re.IGNORECASE,
)
_FALSE = re.compile(
    rf"(?:that|this|it){_S}(?:is|was){_S}(?:false|untrue|not{_S}true|a{_S}lie|wrong"
    rf"|incorrect|nonsense|misleading)\b",
    re.IGNORECASE,
)


class _Claims:
    """Every clause of a text that may be a claim."""

    def __init__(
        self, passages: Passages, quotes: Sequence[Suggestion], names: Names
    ) -> None:
        self.passages, self.text, self.names = passages, passages.text, names
        parts = sorted(
            (start, end, quote) for quote in quotes for start, end in quote.fragments
        )
        self.language = language_of(passages.text)
        self.parts = parts
        self.starts = [part[0] for part in parts]

    def all(self) -> list[_Claim]:
        found: list[_Claim] = []
        for line in self.passages.lines:
            for sentence in self.passages.sentences(*line):
                here = list(self._of_sentence(sentence))
                self._disputes(sentence, found)
                self._disputed_here(sentence, here)
                found += here
        return found

    def _quotes_of(self, sentence: Sentence) -> list[tuple[int, int, Suggestion]]:
        first = bisect_left(self.starts, sentence.start)
        last = bisect_left(self.starts, sentence.end)
        return self.parts[first:last]

    def _of_sentence(self, sentence: Sentence) -> Iterator[_Claim]:
        at = sentence.start
        quotes = self._quotes_of(sentence)
        if not quotes:
            yield from self._own_voice(sentence)
            yield from self._of_nouns(sentence, quotes)
            return
        for start, end, quote in quotes:
            if quote.rule == "quote.parenthesis" and len(quote.fragments) == 2:
                # One clause, which its cue stands in the middle of.
                if start == quote.fragments[0][0]:
                    speaker = str(quote.attributes.get("speaker", "unknown"))
                    yield _Claim(
                        start, end, "reported", speaker, more=quote.fragments[1]
                    )
            else:
                yield from self._of_quote(start, end, quote)
            at = max(at, end)
        yield from self._of_nouns(sentence, quotes)
        yield from self._background(at, sentence.end)
        yield from self._against(at, sentence.end)
        yield from self._beside(sentence, quotes)

    def _beside(
        self, sentence: Sentence, quotes: Sequence[tuple[int, int, Suggestion]]
    ) -> Iterator[_Claim]:
        """What the article says itself in a sentence that quotes somebody: "The court
        stopped 11 votes, ruling that", "Orm, who led it for ten years, said"."""
        view = self.passages.view
        first = min((quote.cue or (start, 0))[0] for start, _, quote in quotes)
        if _DOING.match(view, first) and view[max(0, first - 2) : first] == ", ":
            yield _Claim(sentence.start, first - 2, "own", "article")
        for clause in _RELATIVE_ASIDE.finditer(view, sentence.start, sentence.end):
            if not _SAID_OF.search(clause["what"]) and not any(
                start < clause.end() and clause.start() < end
                for start, end, _ in quotes
            ):
                yield _Claim(*clause.span("what"), "background", "article")

    def _own_voice(self, sentence: Sentence) -> Iterator[_Claim]:
        """A sentence that nobody is quoted for, each part of it."""
        view = self.passages.view
        at = sentence.start
        for stop in [*re.finditer(rf";{_S}", view[at : sentence.end]), None]:
            end = sentence.start + stop.start() if stop else sentence.end
            opening = _OPENING.match(view, at, end)
            yield _Claim(opening.end() if opening else at, end, "own", "article")
            at = sentence.start + stop.end() if stop else end

    def _of_nouns(
        self, sentence: Sentence, quotes: Sequence[tuple[int, int, Suggestion]]
    ) -> Iterator[_Claim]:
        """ "Commenting on the claim that …": what nobody is named for."""
        view = self.passages.view
        words = view[sentence.start : sentence.end].casefold()
        if not holds(words, _NOUNS):
            return
        for noun in _THE_CLAIM.finditer(view, sentence.start, sentence.end):
            end = _part_end(view, noun.end(), sentence.end)
            if not any(start < end and noun.end() < last for start, last, _ in quotes):
                yield _Claim(noun.end(), end, "alleged", "unknown")

    def _background(self, at: int, end: int) -> Iterator[_Claim]:
        """What the reporter adds to a quote: ", which was finished in 1998"."""
        match = _BACKGROUND.match(self.passages.view, at, end)
        if match and end - match.end() > 12:
            comma = self.passages.view.find(",", match.end(), end)
            yield _Claim(
                match.end(), comma if comma > 0 else end, "background", "article"
            )

    def _against(self, at: int, end: int) -> Iterator[_Claim]:
        """What the reporter sets against a quote: ", but the company offered 2"."""
        match = _AGAINST.match(self.passages.view, at, end)
        if match and end - match.end() > 12:
            yield _Claim(match.end(), end, "own", "article")

    def _of_quote(self, start: int, end: int, quote: Suggestion) -> Iterator[_Claim]:
        speaker = str(quote.attributes.get("speaker", "unknown"))
        polarity = quote.attributes.get("polarity")
        if polarity == "withheld":
            return
        words = self.text[start:end]
        if quote.attributes.get("type") == "direct":
            yield from self._spoken(start, end, speaker)
        elif self.language is not None:
            length = weighing.that_of(words, self.language)
            if length >= 0 and quote.rule not in _WISHED:
                denied = polarity == "denied"
                yield _Claim(
                    start + length,
                    end,
                    "denied" if denied else "reported",
                    "unknown" if denied else speaker,
                    speaker if denied else None,
                )
        elif polarity == "denied":
            that = _THAT.match(words)
            at = start + (that.end() if that else 0)
            yield _Claim(at, end, "denied", "unknown", speaker)
        elif not _QUESTION.match(words) and quote.rule not in _WISHED:
            that = _THAT.match(words)
            at = start + (that.end() if that else 0)
            for piece in _coordinated(self.passages.view, at, end):
                yield _Claim(*piece, "reported", speaker)

    def _spoken(self, start: int, end: int, speaker: str) -> Iterator[_Claim]:
        """The sentences of a direct quote, and what it takes for granted."""
        text = self.text
        start += text[start] in marks.MARKS
        end -= end > start and text[end - 1] in marks.MARKS
        for first, last in cut(text, start, end):
            if text[last - 1] in "?？؟":
                continue
            opening = _OPENING.match(text, first, last)
            yield _Claim(opening.end() if opening else first, last, "spoken", speaker)
            for granted in _TAKEN_FOR_GRANTED.finditer(text, first, last):
                yield _Claim(
                    granted.end(), _part_end(text, granted.end(), last), "fact", speaker
                )
            for said in _ALLEGED.finditer(text, first, last):
                yield _Claim(
                    said.end(),
                    _part_end(text, said.end(), last),
                    "alleged",
                    said["who"],
                    speaker,
                )

    def _disputes(self, sentence: Sentence, found: list[_Claim]) -> None:
        """Notes on the claims before whom this sentence lets dispute them."""
        view = self.passages.view
        words = view[sentence.start : sentence.end].casefold()
        if not holds(words, _REJECTING):
            return
        match = None
        if _FALSE.match(view, sentence.start, sentence.end):
            who, one_paragraph = "article", False
        else:
            # “Nonsense” may stand in marks, but the verb before it does not.
            match = _REJECTS.search(
                view, sentence.start, sentence.end
            ) or _REJECTS_THIS.search(self.text, sentence.start, sentence.end)
            if match is None or view[match.start()] != self.text[match.start()]:
                return
            who = self._subject(sentence.start, match.start())
            # "Denies this" is about what was said last, "the claims" about all of it.
            one_paragraph = match.re is _REJECTS_THIS
        late = found[-8:]
        if match is not None and match.re is _REJECTS:
            # "Disputed the estimate": what spoke of an estimate, if anything did.
            noun = match.group().split()[-1].casefold().removesuffix("s")
            named = [c for c in late if noun in self.text[c.start : c.end].casefold()]
            late = named if named and noun in _SPOKEN_OF else late
        said = [c for c in late if c.asserted_by not in (who, "article")]
        for claim in said:
            apart = "\n" in self.text[claim.end : said[-1].start]
            if (
                claim.asserted_by == said[-1].asserted_by
                and claim.disputed_by is None
                and not (one_paragraph and apart)
            ):
                claim.disputed_by = who

    def _disputed_here(self, sentence: Sentence, here: list[_Claim]) -> None:
        """Notes who disputes a claim behind it: ", which she denies"."""
        if not here:
            return
        tail = _TAIL.search(self.passages.view, sentence.start, sentence.end)
        if tail is None:
            return
        who = tail["who"].strip()
        if who.casefold() in ("he", "she", "they", "it"):
            named = names_in(self.text[sentence.start : tail.start()])
            who = named[-1] if named else "unknown"
        else:
            who = self._subject(tail.start("who"), tail.end("who"))
        for claim in here:
            if claim.start < tail.start() and claim.asserted_by not in (who, "article"):
                claim.disputed_by = claim.disputed_by or who
                claim.end = min(claim.end, tail.start())

    def _subject(self, start: int, verb: int) -> str:
        """Whom the words of [start, verb) name."""
        words = self.text[max(start, verb - 300) : verb].rpartition(";")[2]
        found = self.names.speaker(_CONJUNCTION.sub("", words.strip()))
        return found[0][:80] if found else "unknown"


#: What somebody is to do is no claim.
_WISHED = frozenset(("quote.intends", "quote.urged", "quote.thing"))
#: Between two clauses that each have a subject.
_JOINT = re.compile(
    rf",?{_S}(?:and|but|while){_S}(?=(?:the|an?|its|his|her|their|it|he|she|they"
    rf"|another|only"
    rf"|more|fewer|some|nearly|almost|about|two|three|four|five|six|seven|eight|nine"
    rf"|ten|\d"
    rf"|[^\W\d_a-z]|[a-z]+s{_S})[^,;]{{0,40}})"
)
_DOING = re.compile(r"[a-z]+ing\b")
_RELATIVE_ASIDE = re.compile(
    rf",{_S}(?P<what>(?:who|which|whose|where){_S}[^,;:“”\"\n]{{12,160}})(?=[,;.]|$)"
)
#: What somebody says in such a clause is not the article's own.
_SAID_OF = re.compile(
    r"\b(?:claims?|claimed|says?|said|according|alleg\w+|asked|declined|named"
    r"|gave (?:his|her)|not involved|critics|believes?)\b"
)
_CONJUNCTION = re.compile(rf"^(?:But|And|Yet){_S}")


def _part_end(text: str, start: int, end: int) -> int:
    stop = _PART_ENDS.search(text, start, end)
    return stop.start() if stop else end


def _coordinated(view: str, start: int, end: int) -> Iterator[Fragment]:
    """The parts of a reported clause that each have their own "that"."""
    at = start
    for joint in re.finditer(rf",?{_S}(?:and|but){_S}that{_S}", view[start:end]):
        yield at, start + joint.start()
        at = start + joint.end()
    yield at, end


# --- how much speaks for it -----------------------------------------------------------

#: What each weighs, the stems without one of which it cannot be there, and the words.
_WEIGHTS = (
    # Superlatives and all or nothing.
    (
        0.15,
        (),
        re.compile(
            r"\b(?:(?:most|least|record|first|last|only|never|ever|every|everybody"
            r"|nobody|none|nothing|no|always|all|neither|majority|best|worst|more"
            r"|fewer|less|higher|lower)|(?!(?:interest|protest|arrest|forest|request"
            r"|harvest|contest"
            r"|modest|honest|suggest|invest|manifest|digest|everest|budapest"
            r"|midwest)\b)[a-z]{3,}est)\b"
        ),
    ),
    # Causes and laws.
    (
        0.12,
        (
            *(
                "becaus",
                "caus",
                "due to",
                "led to",
                "lead",
                "result",
                "blam",
                "respons",
            ),
            *("legal", "lawful", "law", "void", "constit", "agreement", "treat"),
            *("court", "tribunal", "rul", "sanction", "convict", "allow", "forbid"),
            *("ban", "must not", "prohibit", "depend", "owe", "debt", "pa"),
        ),
        re.compile(
            r"\b(?:because|caus\w+|due to|led to|leads? to|result\w*|blam\w+"
            r"|responsible"
            r"|illegal\w*|unlawful\w*|legal\w*|laws?|void|constitution\w*|agreements?"
            r"|treat(?:y|ies)|court|tribunal|rul(?:ed|ing)|sanctions?|convicted"
            r"|allow(?:s|ed)?|forbidden|banned|bans?|must not|prohibit\w*|depends?"
            r"|owes?|debts?|paid|pays?)\b"
        ),
    ),
    # Words that one side uses and the other does not.
    (
        0.15,
        (
            *("annex", "rejoin", "reuni", "liberat", "inva", "occup", "regime", "terr"),
            *("genocid", "coup", "rigged", "fraud", "referendum", "sece", "seiz"),
            *(
                "allegedly",
                "propaganda",
                "massacre",
                "war crime",
                "militant",
                "separat",
            ),
            *("rebel", "false", "lie", "inalienable", "integral", "forced", "disputed"),
            *("complain", "block", "vot", "bombard"),
        ),
        re.compile(
            r"\b(?:annex\w*|rejoin\w*|reuni\w+|liberat\w*|invasion|invad\w+|occup\w+"
            r"|regime|terroris\w+|genocid\w+|coup|rigged|fraud\w*|referendum\w*"
            r"|secede\w*"
            r"|secession|seiz\w+|allegedly|propaganda|massacre\w*|war crimes?"
            r"|militants?"
            r"|separatis\w+|rebels?|false|lie[sd]?|inalienable|integral|territor\w+"
            r"|forced|disputed|complain\w*|block(?:ed|s)?|vot(?:e|ed|ers)"
            r"|bombard\w+)\b",
        ),
    ),
    # Something that happened.
    (
        0.1,
        (),
        re.compile(
            r"\b(?:[a-z]{2,}ed|was|were|has|have|had|took|gave|went|came|won|lost|rose"
            r"|fell|sold|built|met|held|began|made|killed|hit|cut|will|would|is|are)\b"
        ),
    ),
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|do"
    r"|does|did|[a-z]{2,}(?:ed|s)|took|gave|went|came|won|lost|rose|fell|sold|built|met"
    r"|held|began|made|hit|cut|ran|got|said|knew|saw|cost|led|left|sank|rang"
    r"|drove|flew|fled|fought|shot|stole|spoke|wrote|bought|brought|spent|sent"
    r"|lay|stood|grew|chose|broke|became|put|set|sat|pay|owe|need)\b"
    r"|['’](?:s|re|ve|ll|d)\b|n['’]t\b|[^\x00-\u02ff]"
)
#: Of small letters, like all that a claim is weighed by.
_WISH = re.compile(
    r"(?:asked|pressed|let|please|may(?! \d)|don['’]t|do not|never mind|thank"
    r"|congratulations|welcome|hello|sorry|yes|no,|go|come|stop|look|listen|give"
    r"|take care|consider)\b"
)
_WISHES = re.compile(
    r"\b(?:should|ought|we (?:must|need|want|hope|wish|call|urge|expect|demand)|hopes?"
    r"|i (?:hope|wish|want|would like))\b"
)
_WISHING = ("should", "ought", "we ", "hope", "i ")
#: The same of what has no figure: "treat every number with care".
_ORDER = re.compile(
    r"(?:treat|take|keep|make|ask|tell|imagine|try|bring|show|send|get|check|hold|stay|be)"
    r" (?:the|an?|it|them|him|her|this|that|these|those|your|every|all|us|me|no|calm"
    r"|home|safe|away|out)\b"
)
_OPINION = re.compile(
    r"\bi (?:do not |don['’]t )?(?:think|believe|feel|guess|suppose|love|like|hate)\b"
    r"|\b(?:in my (?:view|opinion)|beautiful|wonderful|terrible|great pleasure|proud"
    r"|of course)\b"
)
_OPINING = ("i ", "in my ", "ful", "terrible", "pleasure", "proud", "course")
#: "Is now off the table" is left of a sentence; "Orm, who fell ill" begins one.
_NO_SUBJECT = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|does|did)\b(?! \w+\?)"
)
_VERB = re.compile(
    rf"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does"
    rf"|did|[a-z]{{2,}}ed|{PASTS})\b|\b[a-z]{{3,}}s\b(?={_S}(?:the|an?|to|by|in|on|its|his"
    rf"|her|their|more|that|up|out)\b|{_S}\d)|['’]s\b|\bslid\b"
)
_RELATIVE = re.compile(r", (?:which|who|whose|where)\b[^,]*(?:,|$)")
#: What somebody will do, or is doing, themselves: nobody checks that.
_OWN_AFFAIRS = re.compile(
    rf"(?:he|she|it|they|we|I)(?:{_S}(?:would|will|could|is|was|were|had|has)"
    rf"|['’](?:ll|d|s))\b"
    rf"(?:{_S}(?:not|also|still|now|soon|never))?(?:{_S}|$)(?!(?:killed|destroyed|shot"
    rf"|sunk"
    r"|downed|attacked|captured|hit)\b)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
#: What a headline announces: “The strike: who is out, and why it lasts”.
_TOLD_BELOW = re.compile(r": (?:who|what|how|why|when|where|which)\b")
_FUTURE = re.compile(
    r"\b(?:will|(?:would|could|may|might)(?! have\b)|is to|are to|plans? to)\b"
)

_LAW = re.compile(
    r"\b(?:illegal\w*|unlawful\w*|legal\w*|laws?|void|constitution\w*|treat(?:y|ies)"
    r"|allows?|bans?|banned|rul(?:ed|ing)|prohibit\w*|inalienable|integral part)\b"
)
_BECAUSE = re.compile(r"\b(?:because|caus\w+|due to|led to|leads? to|result\w*)\b")


#: Chinese and Japanese, where no spaces part the words.
_DENSE = re.compile("[\u3040-\u9fff]")


def _score(
    words: str,
    claim: _Claim,
    figures: Sequence[Suggestion],
    language: Language | None,
) -> float:
    if language is not None:
        return weighing.score(
            words,
            claim.rule in ("reported", "denied", "alleged", "fact"),
            claim.rule == "spoken",
            frozenset(figure.attributes.get("kind") for figure in figures),
            claim.disputed_by is not None,
            language,
        )
    count = len(words.split())
    dense = not words.isascii() and _DENSE.search(words) is not None
    if not _FINITE.search(words) or (count < 3 and not dense) or len(words) > 700:
        return 0.0
    counted = figures and figures[0].start <= claim.start + 1 and count < 5
    if counted and not dense and not _VERB.search(words):
        # "60,000 litres of diesel", which ends like a verb.
        return 0.0
    if _NO_SUBJECT.match(words) or (
        ", wh" in words and not _FINITE.search(_RELATIVE.sub(" ", words))
    ):
        return 0.0
    if words.endswith(("?", "？", "؟")) or _TOLD_BELOW.search(words):
        return 0.0
    score = 0.3
    told = {figure.attributes.get("kind") for figure in figures}
    if told - {"date"}:
        score += 0.3
    elif told:
        score += 0.15
    if claim.rule in ("reported", "denied", "alleged", "fact"):
        score += 0.25
    elif claim.rule == "spoken":
        score += 0.12
    folded = words.casefold()
    for weight, stems, pattern in _WEIGHTS:
        if (not stems or holds(folded, stems)) and pattern.search(folded):
            score += weight
    wishes = holds(folded, _WISHING) and _WISHES.search(folded)
    if wishes or _WISH.match(folded) or (not told and _ORDER.match(folded)):
        score -= 0.35
    if holds(folded, _OPINING) and _OPINION.search(folded):
        score -= 0.3
    if claim.disputed_by:
        score += 0.2
    elif not told and claim.rule == "reported" and _OWN_AFFAIRS.match(words):
        score -= 0.15
    if not told and claim.rule == "spoken" and _FIRST_PERSON.search(words):
        score -= 0.12
    if count < 5 and not dense:
        score -= 0.1
    return max(0.0, min(1.0, score))


def _attributes(
    words: str, claim: _Claim, figures: Sequence[Suggestion], score: float
) -> dict[str, Value]:
    found: dict[str, Value] = {
        "asserted_by": claim.asserted_by,
        "checkable": "check_worthy" if score >= 0.6 else "checkable",
        "type": _type(words, figures),
    }
    if claim.disputed_by:
        found["disputed_by"] = claim.disputed_by
    return found


def _type(words: str, figures: Sequence[Suggestion]) -> str:
    if {figure.attributes.get("kind") for figure in figures} - {"date"}:
        return "quantity"
    if _BECAUSE.search(words):
        return "causal"
    if _LAW.search(words.casefold()):
        return "law_rule"
    return "prediction" if _FUTURE.search(words) else "event_property"
