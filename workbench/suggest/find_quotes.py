"""Finding quotes: what stands in quotation marks, and what a verb reports.

A sentence is read with its quotations hidden. Each word that reports, its cue, takes
the quotation or the clause beside it, and its subject is the speaker.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.spans import Fragment, SpanError, Value, snap
from workbench.suggest import cues, marks, prefill
from workbench.suggest.arabic import is_arabic
from workbench.suggest.passages import HIDDEN, Passages, Quotation, Sentence
from workbench.suggest.speakers import Names, is_name
from workbench.suggest.suggestion import Suggestion

UNKNOWN = "unknown"
#: How far a cue looks to its left and right.
_REACH = 900
#: Above this the borders of the screen, which read the whole line, are too dear.
_LONG_LINE = 4_000


@dataclass(slots=True)
class _Quote:
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


def find(passages: Passages, names: Names) -> list[Suggestion]:
    """The quotes of a text in order."""
    found: list[_Quote] = []
    carried: str | None = None
    early: list[_Quote] = []
    for number, line in enumerate(passages.lines):
        reader = _Line(passages, names, line, headline=number < 3, carried=carried)
        quotes = list(reader.quotes())
        found += quotes
        if number < 3:
            early += quotes
        spoken = [q.speaker for q in quotes if q.speaker and q.speaker != UNKNOWN]
        carried = spoken[-1] if spoken else None
    for quote in early:
        if quote.speaker and quote.speaker != UNKNOWN:
            quote.speaker = names.again(quote.speaker)
    return [
        suggestion
        for quote in _over_paragraphs(found)
        if (suggestion := _suggestion(passages.text, quote, names)) is not None
    ]


def _over_paragraphs(found: list[_Quote]) -> Iterator[_Quote]:
    """The quotes, those of several paragraphs joined under whichever cue they have."""
    held: _Quote | None = None
    for quote in found:
        if held is not None and quote.goes_on:
            told = quote if quote.rule == "quote.cue" or held.speaker is None else held
            joined = replace(
                told, fragments=[*held.fragments, *quote.fragments], opens=quote.opens
            )
            held = joined if quote.opens else None
            if held is None:
                yield joined
            continue
        if held is not None:
            yield held
            held = None
        if quote.opens:
            held = quote
        else:
            yield quote
    if held is not None:
        yield held


def _suggestion(text: str, quote: _Quote, names: Names) -> Suggestion | None:
    fragments = [_bordered(text, *fragment) for fragment in quote.fragments]
    kept = sorted({fragment for fragment in fragments if fragment is not None})
    joined: list[Fragment] = []
    for start, end in kept:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    if not joined:
        return None
    attributes: dict[str, Value] = {"type": prefill.quote_type(text, joined)}
    attributes["speaker"] = quote.speaker or UNKNOWN
    role = quote.role or names.role_of(quote.speaker or "")
    if role:
        attributes["speaker_role"] = role
    if quote.polarity:
        attributes["polarity"] = quote.polarity
    attributes.update(quote.told)
    return Suggestion(
        "quote", tuple(joined), quote.rule, quote.score, attributes, quote.cue
    )


def _bordered(text: str, start: int, end: int) -> Fragment | None:
    """The fragment as the screen would border it; None where nothing is left."""
    line = text.rfind("\n", max(0, start - _LONG_LINE), start)
    after = text.find("\n", end, end + _LONG_LINE)
    short = (line >= 0 or start < _LONG_LINE) and (
        after >= 0 or len(text) < end + _LONG_LINE
    )
    try:
        return snap(text, start, end, "quote" if short else "words")
    except SpanError:
        return None


# --- one line -------------------------------------------------------------------------


@dataclass(slots=True)
class _Line:
    """One paragraph being read."""

    passages: Passages
    names: Names
    line: Fragment
    headline: bool
    carried: str | None

    def quotes(self) -> Iterator[_Quote]:
        """Its quotes, in order."""
        #: The direct quote that its cue closed last: wholly quoted sentences join it.
        self_open: _Quote | None = None
        for sentence in self.passages.sentences(*self.line):
            if _all_quoted(self.passages.view, sentence):
                if self_open is not None:
                    self_open.fragments += [
                        (q.start, q.end) for q in sentence.quotations
                    ]
                    self_open.opens = sentence.quotations[-1].opens
                    continue
                quote = self._alone(sentence)
                yield quote
                continue
            if self_open is not None:
                yield self_open
                self_open = None
            reader = _Reader(
                self.passages.view, self.passages.text, self.names, sentence
            )
            quotes = list(reader.read(self.headline))
            if quotes and reader.closing is quotes[-1]:
                self_open = quotes.pop()
            yield from quotes
            if not quotes and self_open is None:
                self._mind(sentence)
            spoken = [q.speaker for q in (*quotes, self_open) if q and q.speaker]
            if spoken:
                self.carried = spoken[-1]
        if self_open is not None:
            yield self_open

    def _mind(self, sentence: Sentence) -> None:
        """Remembers whom a sentence without a quote is about: "she" may be they."""
        words = self.passages.view[
            sentence.start : min(sentence.end, sentence.start + 160)
        ]
        asked = _WHEN_ASKED.match(words)
        words = words[asked.end() :] if asked else words
        subject = _DOES.match(words)
        if subject:
            found = self.names.speaker(subject["who"])
            if found and found[1] and found[0][:1].isupper():
                self.names.learn(*found)
                return
        for about in _ABOUT.finditer(words):
            found = self.names.speaker(about.group("who"))
            if found and (found[1] or self.names.spoke(found[0])):
                self.names.learn(*found)
                return
        self.names.honoured(words)

    def _alone(self, sentence: Sentence) -> _Quote:
        """A sentence all in marks without a cue: whoever spoke just before goes on."""
        first, last = sentence.quotations[0], sentence.quotations[-1]
        return _Quote(
            [(q.start, q.end) for q in sentence.quotations],
            "quote.carried" if self.carried else "quote.alone",
            0.7 if self.carried else 0.6,
            self.carried,
            opens=last.opens,
            goes_on=first.goes_on,
        )


_ABOUT = re.compile(
    r"(?:\A|,[^\S\n]+)(?P<who>[^\W\d_a-z][^,;:]{2,60}?,[^,;:]{3,80},(?=[^\S\n]+[a-z])"
    r"|(?:[^\W\d_a-z][\w.-]*[^\S\n]+){1,5}(?=[a-z]))"
)
#: "Finance minister Kwame Orm met …": somebody with a title does something.
_DOES = re.compile(
    r"(?P<who>(?:[\w.’'-]+[^\S\n]+){1,7}?[^\W\d_a-z][\w’'-]*)[^\S\n]+(?=[a-z])"
)
#: "Asked by the paper whether he would, Orm laughed."
_WHEN_ASKED = re.compile(r"(?:Asked|Pressed|Questioned|Speaking|Told)\b[^,;:]{0,120},[^\S\n]")
_WORDS = re.compile(r"[^\W_]")


def _all_quoted(view: str, sentence: Sentence) -> bool:
    """Whether nothing but quotations stands in the sentence."""
    if not sentence.quotations:
        return False
    at = sentence.start
    for quotation in sentence.quotations:
        if _WORDS.search(view, at, quotation.start):
            return False
        at = quotation.end
    return not _WORDS.search(view, at, sentence.end)


# --- one sentence ---------------------------------------------------------------------

_S = r"[^\S\n]+"
_BEFORE_QUOTATION = re.compile(r"[^\S\n]*(?:[,:–—-]{0,2}[^\S\n]*)")
_THAT = re.compile(
    rf",?{_S}(?=(?P<that>that|how|whether|why|if|what|when|where|who)(?!\w))", re.I
)
_THEREUPON = re.compile(rf",?{_S}(?=[^\W_]|[{re.escape(marks.MARKS)}])")
_CONCESSION = re.compile(rf"{_S}(?:although|though|while|even though)(?={_S})")
_TO_DO = re.compile(rf"{_S}(?=to{_S})")
_TELLS = {"said", "says", "say", "told", "tells", "tell"}
#: What may also be claimed, told or thought as a thing.
_DOUBTFUL = re.compile(r"claim|insist|tell|think", re.IGNORECASE)
#: Verbs that promise or refuse to do something.
_WILLING = re.compile(
    r"(?:promis|pledg|vow|threaten|swore|swear|offer|agree|decide|hope)", re.IGNORECASE
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must"
    r"|shall|should|do|does|did|cannot|won|isn|aren|wasn|weren|hasn|haven|hadn)\b"
    r"|['’](?:s|re|ve|ll|d)\b(?=\s+(?:been|a|an|the|not|no|in|to)\b)|n['’]t\b"
)
_FINITE = re.compile(rf"{_AUXILIARY.pattern}|[^\W\d_]{{2,}}(?:ed|s|t|n|w|k|ew)\b")
#: "The spill killed all fish", and not "the prize offered by Orm".
_HAPPENED = re.compile(
    rf"(?:the|an?|his|her|their|its|[^\W\d_a-z][\w’'-]*)(?:{_S}[\w’'-]+){{1,3}}{_S}"
    rf"[a-z]{{3,}}ed{_S}(?!(?:by|in|at|on|with|for|from|to|as|of)\b)"
)
#: What the speaker does in the same breath, and not what is said.
_SPEAKING = (
    "citing|calling|accusing|blaming|describing|referring|speaking|pointing|urging"
    "|praising|thanking|dismissing|denouncing|branding|likening|echoing|quoting"
    "|vowing|pledging|defending|criticising|criticizing|condemning"
)
_BACKGROUND = re.compile(
    rf",{_S}(?:which|who|whose|where|whom|although|though|while|whereas|after|before|as"
    rf"|amid|following|despite|when|since|according|in{_S}(?:a|what|an){_S}[\w-]+{_S}"
    rf"(?:that|which|to)|(?:a|an|the){_S}[^,.;]{{1,60}}?{_S}(?:that|which|who|where)"
    rf"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several){_S}"
    rf"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?){_S}(?:after|before"
    rf"|ago|earlier|later)|(?:an?|the){_S}(?:move|allegation|accusation|charge|claim"
    rf"|assertion|figure|number|estimate|suggestion|account|version)|an?{_S}(?:[\w’'-]+{_S}){{0,3}}"
    rf"(?:cut|rise|increase|drop|fall|decline|jump|gain|loss|record|sum|total|level|rate|sign"
    rf"|step|decision|measure|proposal|result|reference)|and{_S}(?:he|she|they)|and{_S}(?:left|went"
    rf"|[a-z]+ed)|(?:an?|one"
    rf"|two){_S}(?:half|thirds?|quarters?"
    rf"|fifths?){_S}of)\b"
    rf"|,{_S}(?:{_SPEAKING})(?!\w)|{_S}(?:—|–|--){_S}|;|:{_S}(?=[^\W\d_a-z]|[{re.escape(marks.MARKS)}])"
)
#: "Said it was over and refused to comment": the second verb has the same subject.
_JOINED = re.compile(
    rf",?{_S}(?:and|but|or|yet){_S}(?:(?:has|have|had|also|later|then|would|did){_S}|[a-z]+ly{_S}){{0,2}}$"
)
_TURN = re.compile(rf",{_S}(?:and|but|while|yet)(?:{_S}|,)")


class _Reader:
    """Reads one sentence: its cues from left to right, each with what it governs."""

    def __init__(self, view: str, text: str, names: Names, sentence: Sentence) -> None:
        self.view, self.text, self.names, self.sentence = view, text, names, sentence
        self.start, self.end = sentence.start, sentence.end
        #: Everything before belongs to a quote or to a cue already.
        self.done = sentence.start
        self.free = list(sentence.quotations)
        self.speaker: str | None = None
        self.headline = False
        self.closing: _Quote | None = None
        self.cues = [
            cue
            for cue in cues.find(view, self.start, self.end)
            if not _is_noun(view, cue, self.start)
        ]

    def read(self, headline: bool) -> Iterator[_Quote]:
        """The quotes of the sentence."""
        found: list[_Quote] = []
        self.headline = headline
        if headline:
            kicker = _KICKER.match(self.view, self.start, self.end)
            if kicker:
                self.start = self.done = kicker.end()
            quote = self._headline()
            if quote is not None:
                yield quote
                return
        for place, cue in enumerate(self.cues):
            if cue.start() < self.done:
                continue
            following = (
                self.cues[place + 1].start() if place + 1 < len(self.cues) else None
            )
            quote = self._of_cue(cue, following)
            if quote is not None:
                quote.cue = cue.span()
                found.append(quote)
                if quote.speaker and quote.speaker != UNKNOWN:
                    self.speaker = quote.speaker
                    self.names.learn(quote.speaker, quote.role)
        if not self.cues:
            found += self._foreign()
        found += self._left_over()
        yield from sorted(found, key=lambda quote: quote.fragments[0])

    # --- what a cue governs

    def _of_cue(self, cue: re.Match[str], following: int | None) -> _Quote | None:
        view = self.view
        after, told = cues.around(view, cue.end(), self.end, cue.group())
        before = self._quotation_before(cue)
        if before is not None and cue["noun"] is None:
            return self._after_quotation(cue, before, after, told, following)
        if cue["source"]:
            return self._according(cue)
        if cue["noun"]:
            return self._noun(cue)
        if cue["withheld"] or cue["denied"]:
            return self._not_said(cue, after, told)
        quotation = self._quotation_after(after)
        if quotation is not None:
            return self._before_quotation(cue, quotation, told)
        that = _THAT.match(view, after, self.end)
        if that:
            question = that["that"].lower() != "that"
            if question and cue["full"] is None and cue.group().lower() not in _TELLS:
                return None
            return self._clause(cue, that.end(), told, "quote.that", 0.85)
        if cue["ing"]:
            if view[cue.start() - 2 : cue.start()].strip() != ",":
                return None
            return self._bare(cue, after, told)
        return self._postposed(cue, after, told) or self._bare(cue, after, told)

    def _quotation_before(self, cue: re.Match[str]) -> Quotation | None:
        """The free quotation that a comma ties to the cue's clause after it."""
        view = self.view
        for quotation in reversed(self.free):
            if quotation.end > cue.start() or quotation.start < self.done:
                continue
            gap = view[quotation.end : cue.start()]
            if len(gap) > 250 or ";" in gap or ": " in gap or HIDDEN in gap:
                return None
            colon = view[max(0, quotation.start - 3) : quotation.start].rstrip()[-1:]
            if _WORDS.search(view, self.done, quotation.start) and colon != ":":
                return None
            tied = view[quotation.end - 2 : quotation.end - 1] in ",!?…،，—–-"
            nested = view[max(0, quotation.end - 4) : quotation.end - 1]
            tied = tied or any(sign in nested for sign in ",!?…")
            if not tied and not gap.lstrip().startswith(","):
                return None if gap.strip() and not quotation.goes_on else quotation
            if len(gap.split()) > 30:
                return None
            return quotation
        return None

    def _after_quotation(
        self,
        cue: re.Match[str],
        quotation: Quotation,
        after: int,
        told: dict[str, str],
        following: int | None,
    ) -> _Quote:
        """ "It leaks," said Orm, "and nobody cares." """
        speaker, role = self._subject(cue, quotation.end, after)
        first = self.free.index(quotation)
        parts = [q for q in self.free[: first + 1] if q.start >= self.done]
        quote = _Quote(
            [(q.start, q.end) for q in parts],
            "quote.cue",
            0.95,
            speaker,
            role,
            told,
            goes_on=parts[0].goes_on,
        )
        self.free = rest = self.free[first + 1 :]
        self.done = max(after, cue.end())
        cut = following is not None and rest and following < rest[0].start
        if rest and not cut and self._ties(after, rest[0]):
            quote.fragments.append((rest[0].start, rest[0].end))
            quote.opens = rest[0].opens
            self.free = rest[1:]
            self.done = self.end
        if following is None and not self.free:
            self.closing = quote
        return quote

    def _ties(self, after: int, quotation: Quotation) -> bool:
        """Whether a comma ties a last quotation to the cue that ends at `after`."""
        gap = self.view[after : min(quotation.start, after + 202)].rstrip()
        return (
            quotation.start - after <= 200
            and gap[-1:] in (",", ":", "—", "–", "-")
            and not _WORDS.search(self.view, quotation.end, self.end)
        )

    def _quotation_after(self, at: int) -> Quotation | None:
        match = _BEFORE_QUOTATION.match(self.view, at, self.end)
        place = match.end() if match else at
        return next((q for q in self.free if q.start == place), None)

    def _before_quotation(
        self, cue: re.Match[str], quotation: Quotation, told: dict[str, str]
    ) -> _Quote | None:
        """Orm said: "It leaks." And: Orm said "no" to the plan."""
        tie = self.view[cue.end() : quotation.start]
        words = self.text[quotation.start + 1 : quotation.end - 1].split()
        if _is_title(words) and "," not in tie and ":" not in tie:
            return None
        speaker, role = self._subject(cue, None, None)
        if self._goes_on(quotation.end) and ":" not in tie:
            return self._until(cue, quotation.start, told, "quote.mixed", 0.8)
        fragments = [(quotation.start, quotation.end)]
        self.done = quotation.end
        for later in [q for q in self.free if q.start > quotation.start]:
            if _WORDS.search(self.view, self.done, later.start):
                break
            fragments.append((later.start, later.end))
            self.done = later.end
        self.free = [q for q in self.free if not quotation.start <= q.start < self.done]
        quote = _Quote(
            fragments,
            "quote.cue",
            0.95,
            speaker,
            role,
            told,
            opens=quotation.opens,
        )
        if not _WORDS.search(self.view, self.done, self.end):
            self.closing = quote
        return quote

    def _goes_on(self, at: int) -> bool:
        """Whether a clause goes on after a quotation, rather than another one begin."""
        match = re.compile(rf"{_S}(?P<word>[^\W\d_]+)").match(self.view, at, self.end)
        return match is not None and match["word"].casefold() not in (
            "as",
            "after",
            "while",
            "when",
            "but",
            "and",
            "in",
            "on",
            "at",
            "before",
            "during",
            "amid",
        )

    # --- clauses

    def _clause(
        self,
        cue: re.Match[str],
        at: int,
        told: dict[str, str],
        rule: str,
        score: float,
        polarity: str | None = None,
    ) -> _Quote | None:
        quote = self._until(cue, at, told, rule, score)
        if quote is not None:
            quote.polarity = polarity
        return quote

    def _until(
        self, cue: re.Match[str], at: int, told: dict[str, str], rule: str, score: float
    ) -> _Quote | None:
        if _RESTRICTED.search(
            self.view, max(self.start, cue.start() - 12), cue.start()
        ):
            return None
        speaker, role = self._subject(cue, None, None)
        end = self._end_of_clause(at)
        if len(self.view[at:end].split()) < 2:
            return None
        self.free = [q for q in self.free if not at <= q.start < end]
        self.done = end
        opens = any(q.opens for q in self.sentence.quotations if at <= q.start < end)
        return _Quote([(at, end)], rule, score, speaker, role, told, opens=opens)

    def _end_of_clause(self, at: int) -> int:
        """Where the reported clause at `at` ends, conservatively."""
        limit = min(self.end, at + 2 * _REACH)
        end = limit
        cut = _BACKGROUND.search(self.view, at + 12, limit)
        while cut and not self.view[cut.end() : limit].strip():
            cut = None
        if cut:
            end = cut.start()
        for cue in self.cues:
            if not at + 8 < cue.start() < limit or end < at + 8:
                continue
            joined = _JOINED.search(self.view, at, cue.start())
            if joined and joined.start() < end and self._reports(cue):
                end = joined.start()
                continue
            if cue.start() >= end and cue.lastgroup in ("source", "ing"):
                continue
            if cue["source"] and self.view[cue.start() - 2] == ",":
                end = cue.start() - 2
            elif cue["ing"]:
                lead = re.search(
                    rf",(?:{_S}(?:and|but|while))?{_S}$", self.view[at : cue.start()]
                )
                if lead:
                    end = at + lead.start()
            else:
                turns = [
                    turn.start()
                    for turn in _TURN.finditer(self.view, at, cue.start())
                    if len(self.view[turn.end() : cue.start()].split()) <= 8
                ]
                if turns and turns[-1] < end:
                    end = turns[-1]
        # A quotation is never cut in two.
        for quotation in self.sentence.quotations:
            if quotation.start < end < quotation.end:
                end = quotation.end
        return end

    def _reports(self, cue: re.Match[str]) -> bool:
        """Whether a verb that may be about deeds, too, reports something here."""
        if cue["noun"] or cue["source"] or cue["ing"]:
            return False
        if cue.group().casefold() not in cues.AMBIGUOUS:
            return True
        after, _ = cues.around(self.view, cue.end(), self.end, cue.group())
        following = self.view[after : after + 6].strip(" ,:")
        return following[:1] in marks.MARKS or following.startswith(("that", "to "))

    def _bare(
        self, cue: re.Match[str], after: int, told: dict[str, str]
    ) -> _Quote | None:
        """Orm says the lock leaks: a clause without "that"."""
        if cue.group().casefold() in _NEVER_BARE:
            return None
        if _WHAT_THEY.search(self.view, max(self.start, cue.start() - 40), cue.start()):
            return None
        concession = _CONCESSION.match(self.view, after, self.end)
        if concession:
            after = concession.end()
        start = _THEREUPON.match(self.view, after, self.end)
        if start is None:
            return None
        at = start.end()
        if (
            cue["full"]
            and _WILLING.match(cue.group())
            and _TO_DO.match(self.view, after, self.end)
        ):
            return self._clause(cue, at, told, "quote.intends", 0.5)
        end = self._end_of_clause(at)
        words = self.view[at:end]
        if len(words.split()) < 3 or _NO_CLAUSE.match(words):
            return None
        if HIDDEN in words:
            words = self.text[at:end]
        early = " ".join(words.split()[:14])
        sure = cue["plain"] and not _DOUBTFUL.match(cue.group())
        if not (_FINITE if sure else _AUXILIARY).search(early) and not (
            cue["plain"] and _HAPPENED.match(early)
        ):
            return None
        return self._clause(cue, at, told, "quote.clause", 0.7)

    def _postposed(
        self, cue: re.Match[str], after: int, told: dict[str, str]
    ) -> _Quote | None:
        """The lock leaks, Orm said. And: The lock, Orm said, leaks."""
        verb = cue.group().casefold()
        at_end = verb in cues.AFTER_AT_END and not _WORDS.search(self.view, after, self.end)
        if verb not in cues.AFTER_CLAUSE and not at_end and not cue["quoted"]:
            return None
        start = self._left_start(cue.start())
        comma = _last_comma(self.view, start, cue.start())
        if comma < 0:
            return None
        inverted = not self.view[comma + 1 : cue.start()].strip()
        if inverted:
            stepped = self._inverted(cue, comma, start)
            if stepped is None:
                return None
            comma, after = stepped
        # The comma may stand before a closing mark: New rules are “theft,” Orm said.
        quoted = self.view[comma + 1 : comma + 2]
        comma += bool(quoted) and quoted in marks.MARKS
        subject = self.view[comma + 1 : cue.start()]
        if not inverted and not _is_subject(subject):
            return None
        rest = self.view[after : self.end]
        more = re.match(rf",{_S}(?=\S)", rest)
        second: Fragment | None = None
        if more and self._clause_goes_on(rest[more.end() :], inverted):
            second = (after + more.end(), self._end_of_clause(after + more.end()))
        elif _WORDS.search(rest) and not (more or _ADJUNCTS.match(rest) or inverted):
            return None
        end = comma + (self.view[comma] in marks.MARKS)
        if second is None:
            cut = re.compile(rf",{_S}(?:which|who|whose|where|an?|the){_S}").search(
                self.view, start + 12, end
            )
            if cut and _RELATIVE.search(self.view, cut.end(), end):
                end = cut.start()
        if len(self.view[start:end].split()) < (2 if second else 3):
            return None
        named = self.headline and any(start <= q.start < end for q in self.free)
        if second is None and not named and not _is_clause(self.text[start:end]):
            return None
        speaker, role = self._subject(cue, comma, after if inverted else None)
        if _TOLD.search(subject) and cue.group() == "told":
            # "A jury has been told": by whom, the text does not say.
            speaker, role, told = None, None, {**told, "addressee": _TOLD.sub("", subject).strip()}
        self.done = second[1] if second else max(after, cue.end())
        fragments = [(start, end)] + ([second] if second else [])
        self.free = [
            q for q in self.free if not any(s <= q.start < e for s, e in fragments)
        ]
        return _Quote(
            fragments,
            "quote.parenthesis" if second else "quote.after",
            0.75,
            speaker,
            role,
            told,
        )

    def _clause_goes_on(self, rest: str, inverted: bool) -> bool:
        """Whether the clause that the cue interrupts goes on with `rest`.

        Behind "said Orm" stands what Orm is, unless it has a verb.
        """
        if _NO_REMAINDER.match(rest):
            return False
        return not inverted or _AUXILIARY.search(rest[:120]) is not None

    def _left_start(self, before: int) -> int:
        """Where the clause before a cue begins."""
        start = max(self.done, self.start)
        part = self.view.rfind("; ", start, before)
        start = part + 2 if part >= 0 else start
        opening = re.compile(rf"[,;:\s]*(?:(?:and|but){_S})?").match(
            self.view, start, before
        )
        return opening.end() if opening and start > self.start else start

    def _inverted(
        self, cue: re.Match[str], comma: int, start: int
    ) -> tuple[int, int] | None:
        """The comma before the subject and where it ends: ", said Orm, who …" or
        ", Orm, the mayor, said."."""
        following = re.compile(rf"{_S}(?P<who>[^,.;:\d]{{2,80}})(?=[,.;:]|\s*$)").match(
            self.view, cue.end(), self.end
        )
        if following and _is_subject(following["who"]):
            return comma, following.end()
        before = _last_comma(self.view, start, comma)
        if before > start and _WORDS.search(self.view, start, before):
            earlier = _last_comma(self.view, start, before)
            name = self.view[before + 1 : comma].strip()
            if earlier > start and not name[:1].isupper():
                before = earlier
            return before, cue.end()
        return None

    # --- other cues

    def _according(self, cue: re.Match[str]) -> _Quote | None:
        view = self.view
        who = re.compile(rf"{_S}(?P<who>[^,;]{{2,160}}?)(?=[,;]|[.!?]*\s*$)").match(
            view, cue.end(), self.end
        )
        if who is None:
            return None
        phrase = who["who"]
        if cue.start() <= self.done + 1:
            comma = _comma(view, cue.end(), self.end)
            second = _comma(view, comma + 1, self.end) if comma > 0 else -1
            aside = view[comma + 1 : second].strip()
            named = is_name(aside) or (is_name(phrase) and len(aside.split()) < 7)
            if second > 0 and named:
                # "According to its spokesman, Ola Berg, …".
                comma, phrase = second, f"{phrase}, {aside},"
            if comma < 0 or not _WORDS.search(view, comma, self.end):
                return None
            start, end = comma + 1, self._end_of_clause(comma + 1)
            self.done = end
        else:
            start = self._left_start(cue.start())
            comma = _comma(view, cue.end(), self.end)
            rest = _GOES_ON.match(view, comma, self.end) if comma > 0 else None
            if rest and view[: cue.start()].endswith(", "):
                speaker, role = self._named(view[cue.end() : comma])
                end = self.done = self._end_of_clause(rest.end())
                self.free = [q for q in self.free if not start <= q.start < end]
                fragments = [(start, cue.start() - 2), (rest.end(), end)]
                return _Quote(fragments, "quote.parenthesis", 0.75, speaker, role)
            end = cue.start()
            while end > start and view[end - 1] in " ,\u00a0":
                end -= 1
            self.done = who.end()
        if len(view[start:end].split()) < 3:
            return None
        tail = re.compile(r",[^,;.]{2,80}").match(view, who.end(), self.end)
        phrase += tail.group() if tail and start < cue.start() else ""
        speaker, role = self._named(phrase)
        self.free = [q for q in self.free if not start <= q.start < end]
        return _Quote([(start, end)], "quote.according", 0.75, speaker, role)

    def _noun(self, cue: re.Match[str]) -> _Quote | None:
        """ "Moscow's position that": a noun that reports, and whose it is."""
        owner = re.search(
            rf"(?P<who>(?:[^\W\d_a-z][\w.-]*{_S})*[^\W\d_a-z][\w.-]*)['’]s?{_S}"
            rf"(?:[\w-]+{_S}){{0,3}}$|(?P<whose>\b(?:his|her|their|its)){_S}"
            rf"(?:[\w-]+{_S}){{0,3}}$",
            self.view[max(self.done, cue.start() - 80) : cue.start()],
        )
        if owner is None:
            return None
        that = _THAT.match(self.view, cue.end(), self.end)
        if that is None:
            return None
        end = self._end_of_clause(that.end())
        # "The claim that the files were burned | was met with laughter".
        main = _MAIN_VERB.search(self.view, that.end(), end)
        end = main.end() if main else end
        speaker, role = (
            self._named(owner["who"]) if owner["who"] else (self.names.last, None)
        )
        self.done = end
        self.free = [q for q in self.free if q.start >= end]
        return _Quote([(that.end(), end)], "quote.noun", 0.5, speaker, role)

    def _not_said(
        self, cue: re.Match[str], after: int, told: dict[str, str]
    ) -> _Quote | None:
        polarity = "withheld" if cue["withheld"] else "denied"
        if re.search(r"(?:say|tell|said|told)$", cue.group(), re.IGNORECASE):
            kind = _THAT.match(self.view, after, self.end)
            polarity = "withheld" if kind and kind["that"] != "that" else polarity
        if cue["withheld"] and not cue["stop"]:
            say = re.compile(
                rf"{_S}(?:to{_S})?(?:say|disclose|reveal|specify|name|identify){_S}"
                rf"(?=(?:how|why|whether|when|where|what|who|if|that|the){_S})"
            ).match(self.view, cue.end(), self.end)
            at = say.end() if say else cue.end() + 1
            return self._clause(cue, at, {}, "quote.withheld", 0.7, polarity)
        that = _THAT.match(self.view, after, self.end)
        start = that or _THEREUPON.match(self.view, after, self.end)
        if start is None:
            return None
        if not that and not cue["stop"]:
            early = " ".join(self.view[start.end() : self.end].split()[:10])
            if not _AUXILIARY.search(early) and not _DOING.match(early):
                return None
        return self._clause(cue, start.end(), told, f"quote.{polarity}", 0.75, polarity)

    def _foreign(self) -> Iterator[_Quote]:
        """What a verb of another language reports with its "that": сказал, что …"""
        sentence = self.view[self.start : self.end]
        if not any(that in sentence for that in cues.FOREIGN_THATS):
            return
        for cue in cues.FOREIGN.finditer(self.view, self.start, self.end):
            if cue.start() < self.done:
                continue
            that = cues.FOREIGN_THAT.search(
                self.view, cue.end(), min(self.end, cue.end() + 120)
            )
            if that is None:
                continue
            at = that.end()
            cut = cues.FOREIGN_END.search(self.view, at + 8, self.end)
            end = cut.start() if cut else self.end
            for quotation in self.sentence.quotations:
                if quotation.start < end < quotation.end:
                    end = quotation.end
            if len(self.view[at:end].split()) < 2:
                continue
            between = self.text[cue.end() : that.start()].strip(" ,،")
            if between[:1].islower():
                # When it was said: "a affirmé mardi que".
                between = ""
            subject = between or self.text[max(self.start, self.done) : cue.start()]
            speaker, role = self._of_foreign(subject)
            if speaker:
                self.names.learn(speaker, role)
                self.speaker = speaker
            self.done = end
            self.free = [q for q in self.free if not at <= q.start < end]
            polarity = "denied" if cues.FOREIGN_DENIED.match(cue.group()) else None
            yield _Quote(
                [(at, end)], "quote.foreign", 0.6, speaker, role, polarity=polarity
            )

    def _of_foreign(self, subject: str) -> tuple[str | None, str | None]:
        """A subject that this reader knows no grammar of, with a name or short."""
        if is_arabic(subject):
            return self.names.arabic.speaker(subject) or (self.names.last, None)
        chunks = [chunk.strip() for chunk in subject.split(",") if chunk.strip()]
        return self._named(chunks[0]) if chunks else (self.names.last, None)

    # --- without a cue

    def _headline(self) -> _Quote | None:
        """ "Mayor: No danger to homes": the colon of a headline is a cue."""
        view = self.view
        first = self.free[0] if self.free else None
        if first is not None and first.start == self.start:
            return self._quoted_headline(first)
        last = view[max(self.start, self.end - 4) : self.end].rstrip(marks.MARKS)[-1:]
        if last in ".。" or self.end - self.start > 200:
            return None
        match = _HEADLINE.match(view, self.start, self.end)
        if match is None or _NO_SPEAKER.match(match["who"]):
            return None
        if any(cue.start() < match.end() for cue in self.cues):
            return None
        at = match.end()
        first = next((q for q in self.free if q.start == at), None)
        if first is None and len(self.text[at : self.end].split()) < 4:
            return None
        if first is None and not self.free and not _FINITE.search(view, at, self.end):
            return None
        speaker, role = self._named(match["who"])
        if speaker is None:
            return None
        end = self.end
        if first is not None:
            aside = re.compile(
                rf"{_S}(?:as|after|amid|in|at|over|while|before|during|for){_S}"
            ).match(view, first.end, self.end)
            end = first.end if aside else self.end
        colon = (match.end("who"), match.end("who") + 1)
        cue = colon if view[colon[0]] == ":" else None
        return _Quote([(at, end)], "quote.headline", 0.7, speaker, role, cue=cue)

    def _quoted_headline(self, first: Quotation) -> _Quote | None:
        """ "‘No way’: town rejects dam", and "‘No way’ – mayor"."""
        colon = _AFTER_HEADLINE.match(self.view, first.end, self.end)
        if colon is None:
            return None
        speaker: tuple[str | None, str | None] = (None, None)
        if colon["who"]:
            if self.cues or _FINITE.search(colon["who"]):
                return None
            speaker = self._named(colon["who"])
        self.free = self.free[1:]
        return _Quote([(first.start, first.end)], "quote.headline", 0.6, *speaker)

    def _left_over(self) -> Iterator[_Quote]:
        """Quotations that no cue governs: after a colon, or words of somebody."""
        for quotation in self.free:
            view = self.view
            before = view[self.start : quotation.start].rstrip()
            words = self.text[quotation.start + 1 : quotation.end - 1].split()
            ends = not _WORDS.search(view, quotation.end, self.end)
            if before.endswith((":", "：")) and ends:
                speaker, role = self._of_colon(before)
                quote = _Quote(
                    [(quotation.start, quotation.end)],
                    "quote.colon",
                    0.8,
                    speaker,
                    role,
                )
                self.closing = quote
                yield quote
                continue
            if quotation.opens or quotation.goes_on:
                yield _Quote(
                    [(quotation.start, quotation.end)],
                    "quote.alone",
                    0.5,
                    opens=quotation.opens,
                    goes_on=quotation.goes_on,
                )
                continue
            foreign = cues.FOREIGN_AFTER.match(view, quotation.end, self.end)
            if foreign and not _WORDS.search(view, self.start, quotation.start):
                who = re.split(cues.FOREIGN_ADJUNCT, foreign["who"])[0]
                yield _Quote(
                    [(quotation.start, quotation.end)],
                    "quote.cue",
                    0.8,
                    *self._of_foreign(who),
                )
                continue
            calling = _CALLING.search(before)
            few = 1 if calling else 3
            if len(words) < few or _is_title(words) or _NAMING.search(before):
                continue
            found = None
            words_of = _WORDS_OF.search(before)
            if words_of:
                found = self.names.speaker(words_of["who"])
            elif calling:
                found = self._calls(before[: calling.start() + 1], calling.group())
            if found:
                self.names.learn(*found)
            yield _Quote(
                [(quotation.start, quotation.end)],
                "quote.called" if calling or words_of else "quote.fragment",
                0.5,
                *(found or (None, None)),
            )

    def _calls(self, before: str, calling: str) -> tuple[str, str | None] | None:
        """Who calls something a name: the subject of the clause `before` ends in."""
        if _WHILE_CALLING.match(calling):
            if self.speaker:
                return self.speaker, None
            return self.names.speaker(self._opening(self.start + len(before)))
        for boundary in _CLAUSE_BOUNDARY.finditer(before):
            if _WORDS.search(before, boundary.end()):
                before = before[boundary.end() :]
                break
        return self.names.speaker(before)

    def _of_colon(self, before: str) -> tuple[str | None, str | None]:
        """The speaker of a clause that ends in a colon, as far as its words tell."""
        foreign = cues.FOREIGN.search(before)
        if foreign is None and self.speaker is None:
            # "Orm shrugged:" has no verb of saying.
            subject = self._opening(self.start + len(before))
            if is_name(subject.strip()) or subject.strip().casefold() in ("he", "she"):
                return self._named(subject)
        if foreign is None or self.speaker:
            return self.speaker, None
        after = before[foreign.end() :].strip(" :,")
        if cues.FOREIGN_SAYING.fullmatch(after):
            after = ""
        return self._of_foreign(after or before[: foreign.start()])

    # --- who

    def _subject(
        self, cue: re.Match[str], left: int | None, right: int | None
    ) -> tuple[str | None, str | None]:
        """The speaker and role of a cue: its subject, on either side of it.

        `left` is where the subject begins at the earliest, where that is known, and
        `right` where it may stand behind the verb.
        """
        view = self.view
        if cue["ing"]:
            if self.speaker:
                return self.speaker, None
            return self._named(self._opening(cue.start()))
        start = left if left is not None else self._clause_start(cue.start())
        aside = _ASIDE.search(self.view, start, cue.start())
        phrase = self._visible(start, aside.start() if aside else cue.start())
        if left is None and not self.speaker and not _WORDS.search(_AND_SO.sub("", phrase)):
            phrase = self._opening(cue.start())
        if left is not None and not _WORDS.search(phrase.strip(" ,")):
            behind = re.compile(
                rf"{_S}(?P<who>[^,;.:]{{1,100}}(?:\.(?=\w"
                rf"|\s\w)[^,;.:]{{1,60}}){{0,3}}(?:,[^;.:]{{1,120}})?)"
            ).match(view, cue.end(), self.end)
            if behind:
                return self._behind(behind["who"])
        if self.speaker and not _WORDS.search(_AND_SO.sub("", phrase)):
            return self.speaker, None
        return self._named(phrase)

    def _visible(self, start: int, end: int) -> str:
        """The words of [start, end), those of a short quotation within it too."""
        return self.text[start:end] if end - start < 400 else self.view[start:end]

    def _behind(self, phrase: str) -> tuple[str | None, str | None]:
        """A subject behind its verb, without when and where that was."""
        phrase = re.split(r"[“”\"«»„]", phrase)[0]
        first, _, more = phrase.partition(",")
        first = _ADJUNCT_AFTER.split(first)[0].rstrip(" \t\u00a0—–-")
        more = more.strip()
        if more and not re.match(r"(?:who|which|and|but|as|adding|in|on|at)\b", more):
            return self._named(f"{first}, {more.split(',')[0]},")
        return self._named(first)

    def _clause_start(self, before: int) -> int:
        start = max(self.start, self.done, before - 300)
        aside = _ASIDE.search(self.view, start, before)
        before = aside.start() if aside else before
        for boundary in _CLAUSE_BOUNDARY.finditer(self.view, start, before):
            start = boundary.end()
        return start

    def _opening(self, before: int) -> str:
        """The subject of the sentence: its first words up to a verb."""
        words = self.text[self.start : min(before, self.start + 200)]
        match = re.match(
            rf"(?:(?:[Tt]he|An?|Its|His|Her|Their|This){_S})?(?:[\w.’'-]+{_S}){{1,7}}?(?="
            r"(?:has|have|had|is|was|were|are|blame|accuse|praise|want|fear|call|demand"
            r"|dispute|oppose|welcome|challenge|question|argue|believe|hope|urge|defend"
            r"|[a-z]{2,}(?:ed|s|t|w|k))\b)",
            words,
        )
        return match.group() if match else ""

    def _named(self, phrase: str) -> tuple[str | None, str | None]:
        found = self.names.speaker(phrase)
        return found if found else (None, None)


#: "Orm, who joined from the bank, where he ran the vault, has said": what is told of
#: the speaker stands between commas.
_ASIDE = re.compile(
    rf",{_S}(?:who|which|whose|where){_S}[^;:]{{2,250}},(?:{_S}(?:has|have|had|also|later"
    rf"|then)){{0,2}}{_S}?$"
)
_AND_SO = re.compile(r"\b(?:and|but|yet|so|then|later|also|has|have|had|would)\b", re.IGNORECASE)
#: No comma within a number.
_COMMA = re.compile(r",(?!(?<=\d,)\d)")


def _comma(view: str, start: int, end: int) -> int:
    """The first comma of [start, end), or -1."""
    match = _COMMA.search(view, start, end)
    return match.start() if match else -1


def _last_comma(view: str, start: int, end: int) -> int:
    """The last comma of [start, end), or -1."""
    at = view.rfind(",", start, end)
    while at > start and not _COMMA.match(view, at):
        at = view.rfind(",", start, at)
    return at


_BEFORE_NOUN = re.compile(
    rf"(?<!\w)(?:the|an?|his|her|its|their|our|my|your|these|those|this|that|any"
    rf"|no|such"
    rf"|of|by|for|with|new|more|several|some|many|most|first|last|other|all|every|each"
    rf"|two|three|recent|official|public|local|false|to|after|being|when|if|be|is|was"
    rf"|were|been|are|not|self|as|than|\w+['’]s?){_S}$",
    re.IGNORECASE,
)
_DOING = re.compile(r"(?:ever )?(?!(?:every|any|some|no)?thing\b)[a-z]{2,}ing ")
_GOING_ON = re.compile(rf"\b(?:goes|went|going){_S}on{_S}to{_S}$|short{_S}of{_S}$")


def _is_noun(view: str, cue: re.Match[str], start: int) -> bool:
    """Whether what looks like a cue is no verb there: "her comments", "to say"."""
    if cue.lastgroup in ("noun", "source", "withheld", "quoted", "denied"):
        return False
    head = view[max(start, cue.start() - 24) : cue.start()]
    if not head.strip():
        # "Asked about it, she …": no subject stands before it.
        return True
    if _GOING_ON.search(head):
        return False
    if cue.group() == "told" and _TOLD.search(head):
        return view[cue.end() : cue.end() + 1].isalpha()
    return _BEFORE_NOUN.search(head) is not None


#: "The man who said so was fired" tells of the man.
_RESTRICTED = re.compile(rf"(?<![,\s]){_S}who{_S}$")
_MAIN_VERB = re.compile(
    rf"\b(?:is|are|was|were|has|have|had){_S}(?:(?:been|not){_S})?[a-z]+(?:ed|en|wn|lt)\b"
    rf"(?={_S}(?:is|are|was|were|has|have|had|will|would)\b)"
)
_CLAUSE_BOUNDARY = re.compile(
    rf";{_S}|{_S}(?:—|–|--){_S}|,{_S}(?:and|but|while|whereas|yet){_S}|{_S}but{_S}(?=[^\W\d_a-z])"
    rf"|(?<=[a-z]){_S}(?:and|but){_S}(?=(?:he|she|they|it|the|a|an){_S}\w+\s*$)"
    rf"|{_S}(?:after|because|although|that|when|before|since){_S}(?=[^\W\d_a-z]"
    rf"|(?:the|an?|his|her|its|their|some|one){_S})|:{_S}"
)
_ADJUNCT_AFTER = re.compile(
    rf"{_S}(?:in|on|at|during|after|as|when|while|to|before|about|last|this|yesterday"
    rf"|today|earlier|later|recently|via|through|(?:Mon|Tues|Wednes|Thurs|Fri"
    rf"|Satur|Sun)"
    rf"day)(?!\w)"
)
_NO_CLAUSE = re.compile(
    r"(?:to|not to|of|for|in|on|at|with|by|from|about|into|and|or|so|goodbye"
    r"|nothing|yes|no"
    r"|sorry|hello|(?:more|less)(?!\s+than)|as|like|than|it all|responsibility"
    r"|victory|lives?)\b(?!['’])",
    re.IGNORECASE,
)
_NO_REMAINDER = re.compile(
    rf"(?:with|adding|saying|noting|stressing|warning|citing|calling|describing"
    rf"|referring"
    rf"|speaking|pointing|urging|and|but|while|who|which|as|after|before|when|though"
    rf"|although|according|in{_S}(?:a|an|the|his|her|their)|on{_S}|at{_S}"
    rf"|(?!(?:no|any|some|every)thing)[a-z]+ing)\b",
)
_ADJUNCTS = re.compile(
    rf"{_S}(?:in|on|at|during|after|as|when|while|to|before|about|last|this|via|through"
    rf"|by|from|of|for|following|amid|with|without|under|because|ahead|if|until){_S}"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|where)\b|(?<=\w)(?:ed|ing)\b")
_NEVER_BARE = {
    *("ask", "asks", "asked", "order", "orders", "ordered", "demand", "demands"),
    *("demanded", "urge", "urges", "urged", "read", "reads", "post", "posts"),
    *("posted", "comment", "comments", "answer", "answers", "continue", "continues"),
    *("continued", "go on", "goes on", "went on", "find", "finds", "decide", "make"),
    *("respond", "responds", "responded", "reply", "replies", "replied"),
    *("describe", "describes", "described"),
}
#: "What it believes is the oldest": no clause depends on that verb.
_WHAT_THEY = re.compile(rf"\bwhat{_S}(?:[\w’'-]+{_S}){{1,3}}$", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"{_AUXILIARY.pattern}|\b(?:[a-z]{{3,}}(?:ed|ing|s)|went|came|took|made|got|gave"
    r"|found|left|lost|won|held|kept|met|put|rose|fell|ran|saw|sent|sold|spent|stood"
    r"|led|began|became|broke|brought|built|bought|cut|hit|let|paid|set|shot|knew|grew"
    r"|want|need|owe|have|live|pay|go|come|take|make|face|hold|remain|stay)\b"
)


def _is_clause(words: str) -> bool:
    """Whether these words say something, rather than name somebody with a title."""
    if _AUXILIARY.search(words):
        return True
    first, _, more = words.partition(",")
    if more and is_name(first) and not _CLAUSE.search(first):
        return False
    return _CLAUSE.search(words) is not None


#: "The goal, according to Orm, is to …": the clause goes on.
_GOES_ON = re.compile(
    rf",{_S}(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do"
    rf"|does|did)(?!\w))"
)
_IS_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do"
    r"|does|did|be|been|that|which|because|if|to)\b"
)
_SUBJECT = re.compile(
    rf"\s*(?:(?:the|a|an|one|some|two|three|several|many|his|her|its|their|another|this"
    rf"|these|both|most|other|senior|local"
    rf"|former){_S})?[\w.’'&-]+(?:{_S}[\w.’'&-]+){{0,11}}\s*",
    re.IGNORECASE,
)


_TOLD = re.compile(rf"{_S}(?:(?:has|have|had){_S}(?:also{_S})?been|was|were)\s*$")
_AUXILIARY_LAST = re.compile(rf"{_S}(?:(?:(?:has|have|had){_S})?been|was|were|has|have|had|also|later|then)\s*$")


def _is_subject(phrase: str) -> bool:
    """Whether these words between a comma and a verb can be who speaks."""
    phrase = _AUXILIARY_LAST.sub("", phrase)
    if not phrase.strip() or _SUBJECT.fullmatch(phrase) is None:
        return False
    first = phrase.split()[0].casefold()
    if first in ("and", "but", "or", "which", "as", "not", "in", "on", "at", "after"):
        return False
    return not _IS_VERB.search(phrase)


_HEADLINE = re.compile(
    rf"(?P<who>[^\W\d_a-z][\w.’'&-]*(?:{_S}[\w.’'&-]+){{0,4}}?)[^\S\n]?:{_S}(?=\S)"
)
#: "Exclusive: …" is a headline's label.
_KICKER = re.compile(
    rf"(?:live|exclusive|analysis|explainer|breaking|update|watch|video|factbox|insight|focus"
    rf"|wrapup|opinion|comment|correction|corrected|recap|revealed)(?:[^\S\n]?\d)?[^\S\n]?[:|–—-]{_S}",
    re.IGNORECASE,
)
_AFTER_HEADLINE = re.compile(
    rf":{_S}|{_S}[–—-]{{1,2}}{_S}(?P<who>[^,:;.!?]{{3,60}})$"
)
_NO_SPEAKER = re.compile(
    r"(?:live|opinion|analysis|exclusive|watch|video|update|updated|breaking|explainer"
    r"|explained|review|interview|fact[ -]check|factbox|profile|photos?|pictures"
    r"|podcast"
    r"|read|see|more|related|timeline|q&a|editorial|letter|comment|obituary|report|note"
    r"|correction|background|context|why|how|what|who|when|where|the .*|.*\b(?:vote|war"
    r"|election|crisis|day|deal|guide|briefing|news|results?|updates?))$",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"(?:so-called|known as|nicknamed|titled|entitled|dubbed|the (?:book|film"
    r"|movie|song"
    r"|album|play|novel|series|show|word|words|term|terms|phrase|slogan|title|article"
    r"|poem|essay|documentary|paper|operation|programme|program|project|campaign)"
    r"|named|under the title|headlined|labelled|operation|book|film|song)[^\S\n]*,?$",
    re.IGNORECASE,
)
_CALLING = re.compile(
    rf"{_S}(?:call(?:ed|s|ing)?|describ(?:ed?|es|ing)|dismiss(?:ed|es|ing)?|denounc(?:ed?"
    rf"|es|ing)|brand(?:ed|s|ing)?|condemn(?:ed|s|ing)?|prais(?:ed?|es|ing)|accus(?:ed?|es"
    rf"|ing)|label(?:led|ed|s|ling)|characteri[sz](?:ed|es|ing)|hail(?:ed|s|ing)"
    rf"|criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|slam(?:med|s))\b[^.;:]{{0,120}}$"
)


_WHILE_CALLING = re.compile(rf"{_S}[a-z]+ing\b")
_WORDS_OF = re.compile(rf"\bin{_S}the{_S}words{_S}of{_S}(?P<who>[^,;:]{{2,80}}),$")


def _is_title(words: Sequence[str]) -> bool:
    """Whether these words are a title: "Gone with the Wind"."""
    plain = [word.strip("".join(marks.MARKS) + ",.!?:;") for word in words]
    long = [word for word in plain if len(word) > 3 or word[:1].isupper()]
    return len(long) > 1 and all(word[:1].isupper() for word in long)
