"""Reading a sentence: each word that reports takes what stands beside it."""

import re
from collections.abc import Iterator

from workbench.spans import Fragment
from workbench.suggest import cues, marks, uncued
from workbench.suggest.clauses import (
    AUXILIARY,
    FINITE,
    TOLD,
    first_comma,
    is_clause,
    is_subject,
    last_comma,
)
from workbench.suggest.ends import GOES_ON, Ends
from workbench.suggest.lexicon import PASTS, alternatives, holds
from workbench.suggest.passages import HIDDEN, Quotation
from workbench.suggest.reading import PUT_IT, TELLER, WORDS, Quote
from workbench.suggest.subjects import ADJUNCT, PAPERS, PRONOUNS, can_demand
from workbench.suggest.suggestion import UNKNOWN
from workbench.suggest.titles import DETERMINERS, has_title, is_name, is_somebody

_S = r"[^\S\n]+"
_BEFORE_QUOTATION = re.compile(r"[^\S\n]*(?:[,:–—-]{0,2}[^\S\n]*)")
_THAT = re.compile(
    rf"(?:,?{_S}(?=that(?!\w))|{_S}(?=(?:how|whether|why|if|what|when|where|who(?:m|se)?|which)(?!\w)))"
    r"(?=(?P<that>\w+))",
    re.IGNORECASE,
)
_SO_CALLED = re.compile(
    rf"that{_S}as{_S}|what\b.{{2,60}}?{_S}as{_S}[{re.escape(marks.MARKS)}]"
)
_THEREUPON = re.compile(rf",?{_S}(?=[^\W_]|[{re.escape(marks.MARKS)}])")
_CONCESSION = re.compile(rf"{_S}(?:although|though|while|even though)(?={_S})")
_TO_DO = re.compile(rf"{_S}(?=(?:not{_S})?to{_S})")
_TELLS = {"said", "says", "say", "told", "tells", "tell"}
#: "They know who he is" says nothing.
_KNOWS = frozenset(
    cues.forms("know/knows/knew learn/learns/learned/learnt remember decide determine")
)
#: "Officials expect the toll to rise": what they expect is a clause in all but form.
_EXPECTED = re.compile(
    rf"expect(?:s|ed)?(?!{_S}by\b)(?:{_S}[\w’'.&-]+){{1,7}}?{_S}to{_S}[a-z]{{2,}}"
)
#: What may also be claimed, told or thought as a thing.
_DOUBTFUL = re.compile(r"claim|tell|think", re.IGNORECASE)
#: Verbs that promise or refuse to do something.
_WILLING = re.compile(
    r"(?:promis|pledg|vow|threaten|swore|swear|offer|agree|decide|hope|expect|resolve)",
    re.IGNORECASE,
)
_SHOWS = re.compile(r"show", re.IGNORECASE)
#: What may show that something is so, beside what is written.
_SHOWING = re.compile(
    rf"\b(?:(?:{alternatives(PAPERS)})s?|stud(?:y|ies)|analyses|figures|data|footage"
    r"|research|statistics|results?|census|minutes|files)\b",
    re.IGNORECASE,
)


class Reader(Ends):
    """Reads one sentence: its cues from left to right, each with what it governs."""

    def read(self, headline: bool) -> Iterator[Quote]:
        """The quotes of the sentence."""
        found: list[Quote] = []
        self.headline = headline
        if headline:
            kicker = uncued.KICKER.match(self.view, self.start, self.end)
            if kicker:
                self.start = self.done = kicker.end()
            quote = uncued.headline(self)
            if quote is not None:
                yield quote
                return
        found += [quote for quote in (self._fronted(), self._in_words()) if quote]
        for place, cue in enumerate(self.cues):
            if cue.start() < self.done:
                continue
            following = (
                self.cues[place + 1].start() if place + 1 < len(self.cues) else None
            )
            quote = self._of_cue(cue, following)
            if quote is not None and quote.speaker in _WE:
                # "We know that": the article says so itself.
                continue
            if quote is not None:
                quote.cue = cue.span()
                negated = cue["plain"] or cue.group().casefold() in _BELIEVES
                if negated and quote.polarity is None and self._is_negated(cue):
                    quote.polarity = "denied"
                found.append(quote)
                if quote.speaker and quote.speaker != UNKNOWN:
                    self.speaker = quote.speaker
                    if not (cue["thing"] and _WHILE_SHE.match(self.view, self.done)):
                        self.names.learn(quote.speaker, quote.role)
        found += uncued.left_over(self)
        yield from sorted(found, key=lambda quote: quote.fragments[0])

    def _fronted(self) -> Quote | None:
        """ "Saying it could fail, Orm ordered a halt": who says it stands behind it."""
        cue = _SAYING.match(self.view, self.start, self.end)
        comma = first_comma(self.view, cue.end(), self.end) if cue else -1
        if cue is None or comma < 0:
            return None
        at = cue.end()
        words = self.view[at:comma]
        if not AUXILIARY.search(words) or not WORDS.search(self.view, comma, self.end):
            return None
        if _THEN_BUT.match(self.view, comma, self.end):
            # "Saying goodbye is hard, but Orm has done it before".
            return None
        subject = self.subject_of(comma + 1)
        speaker, role = self.named(subject) if subject else (None, None)
        if speaker is None:
            return None
        self.done = comma
        self.free = [q for q in self.free if not at <= q.start < comma]
        return Quote(
            [(at, comma)], "quote.fronted", 0.6, speaker, role, cue=cue.span("verb")
        )

    def _in_words(self) -> Quote | None:
        """ "In Orm's words, it leaks": the clause behind the comma."""
        whose = _IN_WORDS.match(self.view, self.start, self.end)
        if whose is None or not is_clause(self.text[whose.end() : self.end]):
            return None
        if any(q.start == whose.end() for q in self.free):
            return None
        speaker, role = self.named(whose["who"] or "he")
        if speaker is None:
            return None
        end = self.done = self.end_of_clause(whose.end())
        self.free = [q for q in self.free if not whose.end() <= q.start < end]
        return Quote([(whose.end(), end)], "quote.according", 0.7, speaker, role)

    def _is_negated(self, cue: re.Match[str]) -> bool:
        """ "Does not believe that it holds"."""
        start = max(self.start, cue.start() - 8)
        return _NOT.search(self.view, start, cue.start()) is not None

    # --- what a cue governs

    def _of_cue(self, cue: re.Match[str], following: int | None) -> Quote | None:
        view = self.view
        is_told = self.is_told(cue)
        verb = "" if is_told or cue["urged"] else cue.group()
        after, told = cues.around(view, cue.end(), self.end, verb)
        teller = TELLER.match(view, cue.end(), self.end) if is_told else None
        if teller:
            after = teller.end()
        if following is not None and following < after:
            # "She said, when I asked her": that is no cue of its own.
            following = None
        if self._yields(cue) or self._asks(cue):
            return None
        if self.is_told(cue) and self._is_said_at_end(cue):
            return None
        before = self._quotation_before(cue)
        if before is not None and cue["noun"] is None:
            return self._after_quotation(cue, before, after, told, following)
        if cue["source"]:
            return self._according(cue)
        if cue["noun"]:
            return self._noun(cue)
        if cue["withheld"] or cue["denied"] or cue["denied_charge"]:
            return self._not_said(cue, after, told)
        if cue["urged"]:
            return self._urged(cue, told)
        if cue["thing"]:
            return self._thing(cue, cue.end(), told)
        if cue["put"]:
            return self._put(cue)
        quotation = self._quotation_after(after)
        if quotation is not None:
            quote = self._before_quotation(cue, quotation, told)
            if quote is not None:
                return quote
        that = _THAT.match(view, after, self.end)
        near = max(self.start, cue.start() - 80), cue.start()
        if holds(view[slice(*near)], _IF) and _IF_ANY.search(view, *near):
            # "If the firm finds that", "arms that it agreed to ship".
            return None
        describes = cue.group().casefold().startswith("describ")
        if that and describes and _SO_CALLED.match(view, that.end(), self.end):
            # "Described that as “a trap”": what is called so.
            return None
        if that:
            question = that["that"].lower() != "that"
            verb = cue.group().lower()
            if question and (
                (cue["full"] is None and verb not in _TELLS) or verb in _KNOWS
            ):
                return None
            if _SHOWS.match(cue.group()) and not self._shows(cue):
                return None
            return self._clause(cue, that.end(), told, "quote.that", 0.85)
        if cue["ing"]:
            # “A mistake,” saying: the comma may stand within the marks.
            gap = view[max(self.start, cue.start() - 4) : cue.start()].rstrip()
            if not gap.rstrip(marks.MARKS).endswith(","):
                return None
            return self._bare(cue, after, told)
        return self._postposed(cue, after, told) or self._bare(cue, after, told)

    def _is_said_at_end(self, cue: re.Match[str]) -> bool:
        """Whether the whole sentence is somebody's: "Ministers were told of it, the
        report says"."""
        last = self.cues[-1]
        comma = last_comma(self.view, cue.end(), last.start())
        return (
            comma > 0
            and last["plain"] is not None
            and not WORDS.search(self.view, last.end(), self.end)
            and is_subject(self.view[comma + 1 : last.start()])
        )

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
            if WORDS.search(view, self.done, quotation.start) and colon != ":":
                return None
            tied = view[quotation.end - 2 : quotation.end - 1] in ",!?…،，—–-"
            nested = view[max(0, quotation.end - 4) : quotation.end - 1]
            tied = tied or any(sign in nested for sign in ",!?…") or "..." in nested
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
    ) -> Quote:
        """ "It leaks," said Orm, "and nobody cares." """
        speaker, role = self.subject(cue, quotation.end, after)
        asked = cues.WHEN_ASKED.search(self.view, after, min(self.end, after + 120))
        if asked and following and asked.start() < following < asked.end():
            # "Said Orm, when I asked her": that is no cue of its own.
            following, after = None, asked.end()
        first = self.free.index(quotation)
        parts = [q for q in self.free[: first + 1] if q.start >= self.done]
        quote = Quote(
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
        if rest and "medium" in told and self._names_medium(after, rest[0]):
            after = rest[0].end
            self.free = rest = rest[1:]
        if following and not rest and _WHO_DOES.search(self.view, after, following):
            # "Said a juror, who asked not to be named": nothing that she says here.
            following = None
        cut = following is not None and rest and after <= following < rest[0].start
        if rest and not cut and self.ties(after, rest[0]):
            quote.fragments.append((rest[0].start, rest[0].end))
            quote.opens = rest[0].opens
            self.free = rest[1:]
            self.done = self.end
        if following is None and all(map(self._is_aside, self.free)):
            self.closing = quote
        return quote

    def _names_medium(self, after: int, quotation: Quotation) -> bool:
        """ "She writes in her new book, “The Unlit Windows”; “it is …”." """
        words = self.text[quotation.start + 1 : quotation.end - 1].split()
        beside = not WORDS.search(self.view, after, quotation.start)
        return beside and uncued.is_title(words)

    def _is_aside(self, quotation: Quotation) -> bool:
        """Whether marks hold a title or a word or two, which nobody says."""
        words = self.text[quotation.start + 1 : quotation.end - 1].split()
        return len(words) < 3 or uncued.is_title(words)

    def _quotation_after(self, at: int) -> Quotation | None:
        match = _BEFORE_QUOTATION.match(self.view, at, self.end)
        place = match.end() if match else at
        return next((q for q in self.free if q.start == place), None)

    def _before_quotation(
        self, cue: re.Match[str], quotation: Quotation, told: dict[str, str]
    ) -> Quote | None:
        """Orm said: "It leaks." And: Orm said "no" to the plan."""
        tie = self.view[cue.end() : quotation.start]
        words = self.text[quotation.start + 1 : quotation.end - 1].split()
        if uncued.is_title(words) and "," not in tie and ":" not in tie:
            return None
        speaker, role = self.subject(cue, None, None)
        if self._goes_on(quotation.end) and ":" not in tie:
            return self._until(cue, quotation.start, told, "quote.mixed", 0.8)
        fragments = [(quotation.start, quotation.end)]
        self.done = quotation.end
        for later in [q for q in self.free if q.start > quotation.start]:
            if WORDS.search(self.view, self.done, later.start):
                break
            fragments.append((later.start, later.end))
            self.done = later.end
        self.free = [q for q in self.free if not quotation.start <= q.start < self.done]
        quote = Quote(
            fragments,
            "quote.cue",
            0.95,
            speaker,
            role,
            told,
            opens=quotation.opens,
        )
        if not WORDS.search(self.view, self.done, self.end):
            self.closing = quote
        return quote

    def _goes_on(self, at: int) -> bool:
        """Whether a clause goes on after a quotation, rather than another one begin."""
        match = _NEXT_WORD.match(self.view, at, self.end)
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
    ) -> Quote | None:
        quote = self._until(cue, at, told, rule, score)
        if quote is not None:
            quote.polarity = polarity
        return quote

    def _until(
        self, cue: re.Match[str], at: int, told: dict[str, str], rule: str, score: float
    ) -> Quote | None:
        end = self.end_of_clause(at)
        who = None
        if _RESTRICTED.search(
            self.view, max(self.start, cue.start() - 12), cue.start()
        ):
            place = self.cues.index(cue)
            following = self.cues[place + 1 :][:1]
            upto = following[0].start() if following else end
            if HIDDEN not in self.view[at : min(end, upto)]:
                return None
            who = _HOLDERS.search(
                self.view, max(self.start, cue.start() - 80), cue.start()
            )
        if len(self.view[at:end].split()) < 2:
            return None
        speaker, role = self.named(who["who"]) if who else self.subject(cue, None, None)
        self.free = [q for q in self.free if not at <= q.start < end]
        self.done = end
        opens = any(q.opens for q in self.sentence.quotations if at <= q.start < end)
        return Quote([(at, end)], rule, score, speaker, role, told, opens=opens)

    def _restricts(self, cue: re.Match[str]) -> bool:
        """ "The man who asked for 300 euros fled" tells of the man."""
        before = max(self.start, cue.start() - 12), cue.start()
        return _RESTRICTED.search(self.view, *before) is not None

    def _yields(self, cue: re.Match[str]) -> bool:
        """Whether what somebody thinks or refuses is all in what the sentence's last
        words report: "Orm hopes that it holds, the palace said"."""
        place = self.cues.index(cue)
        if not (
            cue["withheld"]
            or cue["feeling"]
            or _THINKS.fullmatch(cue.group())
            or (cue["thing"] and ", but " not in self.view[cue.end() : self.end])
            or (cue["urged"] and _WOULD.search(self.view, self.start, cue.start()))
        ):
            return False
        before = self.view[max(self.start, cue.start() - 60) : cue.start()]
        closing = any(
            self.closed_by(later, cue.end()) is not None
            or (later["source"] and self.view[: later.start()].endswith(", "))
            for later in self.cues[place + 1 : place + 4]
        )
        return closing and "," not in before

    def _asks(self, cue: re.Match[str]) -> bool:
        """Whether a question of the text has the verb: "Does anybody think that …?"."""
        asks = _DOES_ANY.match(self.view, self.start, cue.start() + 1) is not None
        return asks and self.view[: self.end].rstrip(marks.MARKS).endswith("?")

    def _shows(self, cue: re.Match[str]) -> bool:
        """Whether it is a study or a document that shows something."""
        start = max(self.start, self.done, cue.start() - 120)
        return _SHOWING.search(self.view, start, cue.start()) is not None

    def _bare(
        self, cue: re.Match[str], after: int, told: dict[str, str]
    ) -> Quote | None:
        """Orm says the lock leaks: a clause without "that"."""
        shows = _SHOWS.match(cue.group()) is not None and self._shows(cue)
        if cue.group().casefold() in _NEVER_BARE and not shows:
            return None
        if _WHAT_THEY.search(self.view, max(self.start, cue.start() - 80), cue.start()):
            return None
        concession = _CONCESSION.match(self.view, after, self.end)
        if concession:
            after = concession.end()
        start = _THEREUPON.match(self.view, after, self.end)
        if start is None:
            return None
        at = start.end()
        if _WHERE.match(self.view, after, self.end):
            return None
        if cue["full"] and _EXPECTED.match(self.view, cue.start(), self.end):
            return self._clause(cue, at, told, "quote.clause", 0.6)
        if (
            cue["full"]
            and not (
                cue.group() == "expected"
                and _WHAT_IS.search(
                    self.view, max(self.start, cue.start() - 60), cue.start()
                )
            )
            and _WILLING.match(cue.group())
            and _TO_DO.match(self.view, after, self.end)
        ):
            return self._clause(cue, at, told, "quote.intends", 0.5)
        if cue.group().casefold() in _ONLY_TO_DO:
            return None
        end = self.end_of_clause(at)
        words = self.view[at:end]
        if HIDDEN in words:
            words = self.text[at:end]
        if cue["plain"] and _THEY_DID.fullmatch(words.strip(" .!")):
            # "Orm says they stayed."
            return self._clause(cue, at, told, "quote.clause", 0.7)
        if len(words.split()) < 3 or _NO_CLAUSE.match(words):
            return None
        if is_name(words.strip(" .")) and not is_clause(words):
            return None
        if cue["plain"] and _SAYS_WHO.match(words):
            return self._clause(cue, at, told, "quote.clause", 0.7)
        early = " ".join(words.split()[:14])
        sure = cue["plain"] and not _DOUBTFUL.match(cue.group())
        if cue.group().casefold() in cues.AMBIGUOUS or cue["full"]:
            # "Found ways to talk when he was tired" found no clause.
            early = _SUBORDINATE.split(early, maxsplit=1)[0]
        tells = cue.group().casefold() in cues.TELL and not self.is_told(cue)
        if tells and after == cue.end():
            # "Told its story": nobody is told anything.
            return None
        if self._is_quoted_verb(at, end):
            return self._clause(cue, at, told, "quote.clause", 0.6)
        certain = cue["ing"] and cue.group().casefold() in _AS_GOOD
        if certain and is_clause(early):
            return self._clause(cue, at, told, "quote.clause", 0.6)
        if not (FINITE if sure else AUXILIARY).search(early) and not (
            cue["plain"] and _HAPPENED.match(early)
        ):
            return None
        return self._clause(cue, at, told, "quote.clause", 0.7)

    def _is_quoted_verb(self, at: int, end: int) -> bool:
        """Whether a clause's verb is the first of its quoted words: the fee “came with
        a price”."""
        quotation = next((q for q in self.free if at < q.start < end), None)
        if quotation is None or not WORDS.search(self.view, at, quotation.start):
            return False
        said = self.text[quotation.start + 1 : quotation.end].split(maxsplit=2)
        if not said:
            return False
        first = said[1] if said[0].endswith("ly") and len(said) > 1 else said[0]
        return _VERB_FIRST.fullmatch(first.rstrip(marks.MARKS)) is not None

    def _postposed(
        self, cue: re.Match[str], after: int, told: dict[str, str]
    ) -> Quote | None:
        """The lock leaks, Orm said. And: The lock, Orm said, leaks."""
        verb = cue.group().casefold()
        at_end = verb in cues.AFTER_AT_END and (
            self.view[after : after + 1] == ","
            or not WORDS.search(self.view, after, self.end)
        )
        if self.view[after : after + 1] == ":":
            if not WORDS.search(self.view, after, self.end):
                # "In a speech on Friday, Orm said:" and then a paragraph in marks.
                self.announced = self.subject(cue, None, None)
            return None
        quoted = cue["quoted"] or cue["quoting"]
        if verb not in cues.AFTER_CLAUSE and not at_end and not quoted:
            return None
        start = self._left_start(cue.start())
        comma = last_comma(self.view, start, cue.start())
        if comma < 0:
            return None
        inverted = not self.view[comma + 1 : cue.start()].strip()
        if inverted and verb in cues.AFTER_AT_END:
            # "A film from 2014, showed Orm."
            return None
        if _GOES_TO.match(self.view, cue.end(), self.end) and verb in _WITH_VERB:
            return None
        if inverted:
            stepped = self._inverted(cue, comma, start, after)
            if stepped is None:
                return None
            comma, after = stepped
        elif is_name(self.view[comma + 1 : cue.start()].strip()):
            comma = self.before_role(start, comma)
        # The comma may stand before a closing mark: New rules are “theft,” Orm said.
        quoted = self.view[comma + 1 : comma + 2]
        comma += bool(quoted) and quoted in marks.MARKS
        subject = self.view[comma + 1 : cue.start()]
        if verb in PUT_IT:
            subject = subject.replace(" as ", " ", 1)
        who = subject.rpartition(",")[2]
        if not inverted and not is_subject(who):
            return None
        if verb.startswith("continu") and not (
            who.strip() in PRONOUNS or is_name(who.strip()) or is_somebody(who)
        ):
            # "Toll rises, search continues".
            return None
        if _WHOM_THEY.search(subject):
            # "The people whom the brochures promised."
            return None
        rest = self.view[after : self.end]
        more = _COMMA_AND.match(rest)
        second: Fragment | None = None
        # "He was, she said, sending texts": what follows belongs to its verb.
        doing = _WAS.search(self.view, start, comma) is not None
        if more and (doing or self._clause_goes_on(rest[more.end() :], inverted)):
            second = (after + more.end(), self.end_of_clause(after + more.end()))
        elif WORDS.search(rest) and not (more or _ADJUNCTS.match(rest) or inverted):
            return None
        end = comma + (self.view[comma] in marks.MARKS)
        if second is None:
            cut = _RELATIVE_CLAUSE.search(self.view, start + 12, end)
            if cut and _RELATIVE.search(self.view, cut.end(), end):
                # "Under the law, the crossing must run": the clause is behind it.
                main = cut["article"] and ADJUNCT.match(self.view, start)
                end = end if main else cut.start()
        least = 1 if second else 2 if HIDDEN in self.view[start:end] else 3
        if len(self.view[start:end].split()) < least:
            return None
        # Behind "says Orm" what stands before is said, if it is not whom it is about.
        words = self.view[start:end]
        says = inverted and cue["plain"] and not (is_name(words) or has_title(words))
        if _ASKED.match(self.view, start, end):
            return None
        aged = _AGED.fullmatch(self.view, start, end) if inverted else None
        if aged and is_name(aged["who"]):
            # "Ida Orm, 58, said most recover".
            return None
        if inverted and _WHO_IS.match(self.view, start, end):
            # "Ida Orm, who heads the board, said most recover".
            return None
        named = says or (
            self.headline and any(start <= q.start < end for q in self.free)
        )
        if second is None and not named and not is_clause(self.text[start:end]):
            return None
        speaker, role = self.subject(cue, comma, after if inverted else None)
        self.done = second[1] if second else max(after, cue.end())
        fragments = [(start, end)] + ([second] if second else [])
        if second and _ADVERB_ALONE.fullmatch(self.view, start, end):
            # "Instead, he said, it leaks."
            fragments = [second]
        self.free = [
            q for q in self.free if not any(s <= q.start < e for s, e in fragments)
        ]
        return Quote(
            fragments,
            "quote.parenthesis" if second else "quote.after",
            0.75,
            speaker,
            role,
            told,
        )

    def _clause_goes_on(self, rest: str, inverted: bool) -> bool:
        """Whether the clause that the cue interrupts goes on with `rest`.

        Behind "said Orm" stands what Orm is, and "the biggest gain since May" is about
        the whole clause, unless there is a verb.
        """
        if _NO_REMAINDER.match(rest):
            return False
        apposed = inverted or _ARTICLE.match(rest)
        # "Said Orm, a baker who was there": what Orm is, too.
        main = _OF_IT.split(rest[:120], maxsplit=1)[0]
        return not apposed or AUXILIARY.search(main) is not None

    def _left_start(self, before: int) -> int:
        """Where the clause before a cue begins."""
        start = max(self.done, self.start)
        part = self.view.rfind("; ", start, before)
        start = part + 2 if part >= 0 else start
        opening = _OPENING.match(self.view, start, before)
        return opening.end() if opening else start

    def _inverted(
        self, cue: re.Match[str], comma: int, start: int, after: int
    ) -> tuple[int, int] | None:
        """The comma before the subject and where it ends: ", said Orm, who …" or
        ", Orm, the mayor, said."."""
        following = _FOLLOWING.match(self.view, cue.end(), self.end)
        # Behind "told" stands whom.
        teller = cue.group().casefold() not in cues.TELL
        if following and teller and is_subject(following["who"]):
            who = following["who"].strip()
            known = DETERMINERS.match(who) or is_name(who) or is_somebody(who)
            if self.headline and not (known or uncued.speaks(who)):
                # "Bank lifts rate, signals pause": that is what the bank does.
                return None
            return comma, following.end()
        rest = self.view[after : self.end].partition(",")[0]
        if WORDS.search(rest) and not _ADJUNCTS.match(rest):
            # "The study, a first, says it works".
            return None
        before = last_comma(self.view, start, comma)
        if before > start and WORDS.search(self.view, start, before):
            earlier = last_comma(self.view, start, before)
            name = self.view[before + 1 : comma].strip()
            owner = self.view[earlier + 1 : before].strip()
            role = has_title(name) and not is_name(name) and is_name(owner)
            if earlier > start and (role or not name[:1].isupper()):
                return earlier, cue.end()
            return self.before_role(start, before), cue.end()
        return None

    # --- other cues

    def _according(self, cue: re.Match[str]) -> Quote | None:
        view = self.view
        who = _SOURCE.match(view, cue.end(), self.end)
        if who is None:
            return None
        phrase = who["who"]
        if cue.start() <= self.done + 1:
            comma = first_comma(view, cue.end(), self.end)
            second = first_comma(view, comma + 1, self.end) if comma > 0 else -1
            aside = view[comma + 1 : second].strip()
            named = is_name(aside) or (
                is_name(phrase) and (has_title(aside) or _IS_WHAT.match(aside))
            )
            if second > 0 and named:
                # "According to its spokesman, Ola Berg, …".
                comma, phrase = second, f"{phrase}, {aside},"
            if comma < 0 or not WORDS.search(view, comma, self.end):
                return None
            start, end = comma + 1, self.end_of_clause(comma + 1)
            self.done = end
        else:
            start = self._left_start(cue.start())
            comma = first_comma(view, cue.end(), self.end)
            rest = GOES_ON.match(view, comma, self.end) if comma > 0 else None
            if rest and view[: cue.start()].endswith(", "):
                speaker, role = self.named(view[cue.end() : comma])
                end = self.done = self.end_of_clause(rest.end())
                self.free = [q for q in self.free if not start <= q.start < end]
                fragments = [(start, cue.start() - 2), (rest.end(), end)]
                return Quote(fragments, "quote.parenthesis", 0.75, speaker, role)
            end = cue.start()
            while end > start and view[end - 1] in " ,\u00a0":
                end -= 1
            self.done = who.end()
        if len(view[start:end].split()) < 3:
            return None
        tail = _TAIL.match(view, who.end(), self.end)
        phrase += tail.group() if tail and start < cue.start() else ""
        speaker, role = self.named(phrase)
        self.free = [q for q in self.free if not start <= q.start < end]
        return Quote([(start, end)], "quote.according", 0.75, speaker, role)

    def _noun(self, cue: re.Match[str]) -> Quote | None:
        """ "Moscow's position that": a noun that reports, and whose it is."""
        owner = _OWNER.search(
            self.view[max(self.done, cue.start() - 80) : cue.start()],
        )
        if owner is None:
            return None
        that = _THAT.match(self.view, cue.end(), self.end)
        if that is None:
            return None
        end = self.end_of_clause(that.end())
        # "The claim that the files were burned | was met with laughter".
        main = _MAIN_VERB.search(self.view, that.end(), end)
        end = main.end() if main else self.before_main_verb(that.end(), end)
        speaker, role = (
            self.named(owner["who"]) if owner["who"] else (self.names.last, None)
        )
        self.done = end
        self.free = [q for q in self.free if q.start >= end]
        return Quote([(that.end(), end)], "quote.noun", 0.5, speaker, role)

    def _not_said(
        self, cue: re.Match[str], after: int, told: dict[str, str]
    ) -> Quote | None:
        polarity = "withheld" if cue["withheld"] else "denied"
        if _SAYS.search(cue.group()):
            kind = _THAT.match(self.view, after, self.end)
            polarity = "withheld" if kind and kind["that"] != "that" else polarity
        if cue["withheld"] and not cue["stop"]:
            say = _SAY.match(self.view, cue.end(), self.end)
            at = say.end() if say else cue.end() + 1
            if _NOT_DRAWN.match(self.view, at, self.end):
                return None
            return self._clause(cue, at, {}, "quote.withheld", 0.7, polarity)
        that = _THAT.match(self.view, after, self.end)
        start = that or _THEREUPON.match(self.view, after, self.end)
        if start is None:
            return None
        figure = cue.group()[:6].casefold() == "disput"
        if (not that or figure) and not cue["stop"]:
            # "Disputes that figure" says nothing.
            clause = self.view[start.end() : self.end].partition(",")[0]
            early = " ".join(_BUT.split(clause, maxsplit=1)[0].split()[:10])
            if not AUXILIARY.search(early) and not _DOING.match(early):
                denies = polarity == "denied" and _CHARGED.match(early)
                at = start.end()
                return self._thing(cue, at, {}, "denied") if denies else None
        if self._is_negated(cue) and not cue["stop"]:
            # "Did not deny that it leaks".
            return self._clause(cue, start.end(), told, "quote.that", 0.75)
        return self._clause(cue, start.end(), told, f"quote.{polarity}", 0.75, polarity)

    def _thing(
        self,
        cue: re.Match[str],
        at: int,
        told: dict[str, str],
        polarity: str | None = None,
    ) -> Quote | None:
        """ "Called for *a review*", "accused them *of lying*": a thing, and no
        clause."""
        verb = cue.group().casefold()
        accused = verb.startswith("accus")
        head = self.view[max(self.start, cue.start() - 24) : cue.start()]
        passive = not accused and _PASSIVE.search(head) is not None
        if self._is_negated(cue) or passive or self._restricts(cue):
            # "Has not ruled it out", "was denied any help".
            return None
        if verb.startswith("rul") and not _TO_BE_DONE.match(self.view, cue.end()):
            polarity = "denied"
        whom = _OF_DOING.search(self.view, at, self.end)
        start = whom.end() if accused and whom else at
        while start < self.end and self.view[start] in " \u00a0":
            start += 1
        end = self.end_of_clause(start)
        stop = _THING_ENDS.search(self.view, start, end)
        if stop and verb.startswith("announc") and stop["as"]:
            # "Announced her appointment as its head".
            stop = None
        comma = first_comma(self.view, start, stop.start() if stop else end)
        while comma > 0 and accused and _AND_OF.match(self.view, comma, end):
            comma = first_comma(self.view, comma + 1, end)
        end = comma if comma > 0 else stop.start() if stop else end
        main = AUXILIARY.search(_OF_IT.split(self.view[start:end], maxsplit=1)[0])
        if main and verb == "accusing":
            # "A letter accusing it of lying was published".
            end = start + main.start() - 1
        elif main and verb.startswith("call"):
            # "Repeated calls for a review were ignored".
            return None
        elif main and not accused and polarity is None:
            # "Promised the new ground will be built".
            return self._clause(cue, start, told, "quote.clause", 0.6)
        quoted = HIDDEN in self.view[start:end]
        if (quoted and not accused) or len(self.view[start:end].split()) < 2:
            return None
        speaker, role = self.subject(cue, None, None)
        if speaker and not (accused or role or can_demand(speaker)):
            return None
        if speaker and speaker.casefold() in _NOBODY:
            return None
        self.done = end
        self.free = [q for q in self.free if not start <= q.start < end]
        return Quote(
            [(start, end)], "quote.thing", 0.5, speaker, role, polarity=polarity
        )

    def _put(self, cue: re.Match[str]) -> Quote | None:
        """ "Police put the crowd at 3,500": how many, by whose count."""
        speaker, role = self.subject(cue, None, None)
        paper = speaker is not None and speaker.split()[-1] in PAPERS
        if not speaker or not (role or paper or can_demand(speaker)):
            # "This puts the total at 12."
            return None
        if speaker.casefold() in _NOBODY or self._restricts(cue):
            return None
        end = self.end_of_clause(cue.end() + 1)
        comma = first_comma(self.view, cue.end(), end)
        while comma > 0 and _OR_SO.match(self.view, comma, end):
            comma = first_comma(self.view, comma + 1, end)
        self.done = end = comma if comma > 0 else end
        self.free = [q for q in self.free if not cue.end() <= q.start < end]
        return Quote([(cue.end() + 1, end)], "quote.put", 0.5, speaker, role)

    def _urged(self, cue: re.Match[str], told: dict[str, str]) -> Quote | None:
        """ "Called on both sides to show restraint": what somebody is to do."""
        if TOLD.search(self.view, max(self.start, cue.start() - 24), cue.start()):
            return None
        asked = " ".join(cue["asked"].split())
        told = {**told, "addressee": asked} if asked not in _THEM else told
        start = cue.start("act")
        if cue.group().split()[0].endswith("ing"):
            end = self.end_of_clause(start)
            later = next((c for c in self.cues if start < c.start() < end), None)
            stop = first_comma(self.view, start, later.start()) if later else -1
            first = not WORDS.search(self.view, self.start, cue.start())
            if later and stop > 0 and not first:
                # "Orm, urging them to stay calm, said".
                first = not WORDS.search(self.view, stop, later.start())
                who = self.view[max(self.done, self.start) : cue.start()].strip(" ,")
                if first and not self.speaker and len(who) < 100:
                    self.speaker = self.named(who)[0]
            if later and stop > 0 and first:
                # "Warning them not to drink it, officials said".
                self.done = stop
                speaker, role = self.subject(later, None, None)
                return Quote([(start, stop)], "quote.urged", 0.5, speaker, role, told)
        return self._clause(cue, start, told, "quote.urged", 0.5)


#: "Though Orm continued to lead the bank".
_GOES_TO = re.compile(rf"{_S}to{_S}[a-z]{{2,}}")
_WITH_VERB = {
    *cues.forms("continue agree decide promise vow/vows/vowed hope expect pledge"),
    *cues.forms("threaten demand learn/learns/learned/learnt ask propose"),
}
_IN_WORDS = re.compile(
    rf"In{_S}(?:(?P<who>[^,;:]{{2,60}}?)['’]s?|his|her){_S}(?:own{_S})?"
    rf"(?:words|opinion|view|account|assessment|estimation),{_S}"
)
_SAYING = re.compile(
    rf"(?P<verb>Declaring|Saying|Claiming|Arguing|Insisting|Warning|Noting|Stating|Alleging"
    rf"|Announcing|Admitting|Acknowledging|Predicting|Complaining|Conceding){_S}"
)
_THEN_BUT = re.compile(rf",{_S}(?:but|and|or|yet|so)\b")
#: What these say of somebody is no speech, where another reports it.
_THINKS = re.compile(
    "|".join(cues.forms("hope expect believe fear think/thinks/thought doubt want")),
    re.IGNORECASE,
)
_WHOM_THEY = re.compile(
    rf"{_S}whom{_S}(?:(?![a-z]+ed\b|(?:{PASTS})\b)[\w’'-]+{_S}){{1,5}}$"
)
#: Nobody's words are no quote.
_NOBODY = frozenset(("nobody", "no one", "none", "few", "anyone", "anybody"))
_WHERE = re.compile(rf",{_S}(?:where|which|who|whose|when){_S}")
_WE = frozenset(("I", "i", "we", "We", "you", "You"))
_BELIEVES = frozenset(cues.forms("believe accept agree expect think/thinks/thought"))
_ONLY_TO_DO = frozenset(cues.forms("offer resolve"))
#: "According to Dry Land, an alliance of farmers that …, it leaks".
_IS_WHAT = re.compile(
    rf"an?{_S}(?:[\w’'-]+{_S}){{1,4}}?(?:of|for|that|which|based|made|run)\b"
)
_WOULD = re.compile(rf"\b(?:would|will|could|should|to){_S}$")
_THEY_DID = re.compile(
    rf"(?:he|she|they|it|we|I){_S}(?:[a-z]{{3,}}ed|did|was|were|is|will|can|{PASTS})"
)
_OF_DOING = re.compile(rf"{_S}(?=of{_S}(?:[a-z]{{2,}}ing\b|[“\"‘'«]))")
_OR_SO = re.compile(rf",{_S}(?:or|and){_S}(?:[a-z]+{_S}){{0,2}}?[A-Z]{{0,2}}[$€£¥]?\d")
_THING_ENDS = re.compile(
    rf",?{_S}(?:when|(?:after|before)(?!{_S}\d)|(?P<as>as)|while|unless|if|until|during|following|despite|saying"
    rf"|on{_S}[A-Z]\w+|in{_S}(?:court|an?)|at{_S}an?)(?!\w)"
)
_AND_OF = re.compile(rf",{_S}(?:and{_S})?of{_S}[a-z]{{2,}}ing\b")
#: "Ruled out cancelling it": what is not to be done is no claim.
_TO_BE_DONE = re.compile(rf"{_S}[a-z]{{2,}}ing\b")
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)(?:{_S}(?:[a-z]+ly|also|not))?{_S}$"
)
_OF_IT = re.compile(r"\b(?:that|which|who|whose|where|if|when)\b")
#: What somebody denies as a thing.
_CHARGED = re.compile(
    r"(?:any|all)\b|(?:involvement|wrongdoing|responsibility)\b"
    r"|(?:the|these|those|such) (?:charges?|claims?|allegations?|accusations?"
    r"|reports?)\b"
)
#: "Orm accused Holm of lying, while she said": that is Holm.
_WHILE_SHE = re.compile(rf",?{_S}(?:while|but){_S}(?:he|she){_S}")
_THEM = frozenset(("him", "her", "them", "us", "me"))
_VERB_FIRST = re.compile(
    rf"is|are|was|were|has|have|had|will|would|can|could|[a-z]{{3,}}ed|{PASTS}"
)
_DOES_ANY = re.compile(
    rf"(?:(?:Or|And|But|So|Why|How|When|Where){_S})?(?:[Ii]s{_S}it{_S}true|[Dd]o(?:es|n['’]t)?|[Dd]id|[Ww]ill|[Ww]ould|[Cc]an"
    rf"|[Cc]ould|[Ss]hould|[Hh]ave|[Hh]as){_S}"
)
_SUBORDINATE = re.compile(
    r":|\b(?:when|while|as|if|because|although|though|since|until|unless)\b"
)
_IF_ANY = re.compile(
    rf"\b(?:if|unless){_S}(?:[\w’'-]+{_S}){{1,5}}$"
    rf"|[a-z]s?{_S}(?:that|which){_S}(?:it|he|she|they|we|you){_S}"
    rf"(?:(?:has|had|have){_S})?$",
    re.IGNORECASE,
)
#: A clause without one of these has none of that; to look for them is quick.
_IF = ("if", "If", "IF", "nless", "NLESS", "that", "which", "THAT", "WHICH")
#: "Claiming delays left it to them" claims a clause, and no thing.
_AS_GOOD = frozenset(("claiming", "arguing", "insisting", "stating", "alleging"))
#: After "said" these begin a clause, whatever its verb.
_SAYS_WHO = re.compile(rf"(?:he|she|they|we|you|I|there){_S}(?!said\b)\w")
_ASKED = re.compile(r"(?:asked|pressed|questioned|challenged)\b", re.IGNORECASE)
#: ", expected to" and ", a number expected to": nobody expects it there.
_WHAT_IS = re.compile(rf",{_S}(?:(?:an?|the){_S}(?:[\w-]+{_S}){{1,3}})?$")
_AGED = re.compile(rf"(?P<who>[^,;:]{{2,60}}),{_S}(?:aged{_S})?\d{{1,3}}")
_WHO_DOES = re.compile(rf"\bwho{_S}(?:had{_S}|has{_S})?$")
_WHO_IS = re.compile(rf"[^,;:]{{2,60}},{_S}(?:who|which|whose){_S}")
_ADVERB_ALONE = re.compile(
    r"(?:instead|however|then|later|meanwhile|today|yesterday|still|also|[a-z]+ly"
    r"|nationwide"
    r"|elsewhere)",
    re.IGNORECASE,
)
#: "The spill killed all fish", and not "the prize offered by Orm".
_HAPPENED = re.compile(
    rf"(?:the|an?|his|her|their|its|[^\W\d_a-z][\w’'-]*)(?:{_S}[\w’'-]+){{1,3}}{_S}"
    rf"[a-z]{{3,}}ed{_S}(?!(?:by|in|at|on|with|for|from|to|as|of)\b)"
    # "Claimed bosses knew of it".
    rf"|[a-z]{{3,}}s{_S}(?:knew|took|saw|gave|went|came|began|broke|chose|drove|fell"
    rf"|flew|grew|rose|ran|spoke|stole|threw|wrote){_S}"
)
_DOING = re.compile(r"(?:ever )?(?!(?:every|any|some|no)?thing\b)[a-z]{2,}ing ")
#: "The man who said so was fired" tells of the man.
_RESTRICTED = re.compile(rf"(?<![,\s]){_S}who{_S}$")
#: "A victory for parents who said it was “spying”".
_HOLDERS = re.compile(
    rf"(?:^|\b(?:to|of|by|from|with|for|among|and){_S})"
    rf"(?P<who>[\w.’'-]+(?:{_S}[\w.’'-]+){{0,4}}?){_S}who{_S}$"
)
_MAIN_VERB = re.compile(
    rf"\b(?:is|are|was|were|has|have|had){_S}(?:(?:been|not){_S})?[a-z]+(?:ed|en|wn"
    rf"|lt)\b"
    rf"(?={_S}(?:is|are|was|were|has|have|had|will|would)\b)"
)
_NO_CLAUSE = re.compile(
    r"(?:to|not to|of|for|in|on|at(?! (?:least|most))|with|by|from"
    r"|about(?![^\S\n]+(?:[\d$€£]|half|a\b|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|twenty|thirty|forty|fifty))|into|and|or|so|goodbye|said|says|told|according"
    r"|nothing|yes|no(?=[^\S\n]to\b|[,.;]|\s*$)"
    r"|sorry|hello|(?:more|less)(?!\s+(?:than|will|would|could|is|are|was|were|ha[sd]))"
    r"|as(?! (?:many|much|few|little) as)|like|than|it all|responsibility"
    r"|victory|lives?)\b(?!['’])",
    re.IGNORECASE,
)
_WAS = re.compile(rf"{_S}(?:is|are|was|were|been)(?:{_S}not)?$")
_NO_REMAINDER = re.compile(
    rf"(?:with|without|adding|saying|noting|stressing|warning|citing|calling|describing"
    rf"|referring"
    rf"|speaking|pointing|urging|and|but|while|who|which|as|after|before|when|though"
    rf"|although|according|despite|amid|following|since|except"
    # "She said, a difference that matters little".
    rf"|an?{_S}(?:[\w-]+{_S}){{1,3}}?(?:that|which|who)"
    rf"|in{_S}(?:a|an|the|his|her|their)|on{_S}|at{_S}(?!(?:least|most)\b)"
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
    *("laughed", "laughs", "smiled", "smiles", "shrugged", "signal", "signals"),
    *("describe", "describes", "described", "show", "shows", "showed"),
    *("shot back", "shoots back", "hit back", "hits back", "fired back", "fires back"),
    *("chimed in", "chimes in", "summed up", "sums up", "put it", "puts it"),
    *("nodded", "grinned", "beamed", "raged", "requested", "elaborated", "echoed"),
    *("regretted", "advise", "advises", "advised", "worry", "worries", "worried"),
}
#: "What it believes is the oldest": no clause depends on that verb.
_WHAT_THEY = re.compile(rf"\bwhat{_S}(?:[\w’'-]+{_S}){{1,8}}$", re.IGNORECASE)
_RELATIVE_CLAUSE = re.compile(
    rf",{_S}(?:which|who|whose|where|(?P<article>an?|the)){_S}"
)
_OPENING = re.compile(rf"[,;:\s]*(?:(?:and|but){_S})?", re.IGNORECASE)
_FOLLOWING = re.compile(
    rf"{_S}(?P<who>(?:[^,.;:\d]|(?<=\s)\d+(?=-[a-z])){{2,80}})(?=[,.;:]|\s*$)"
)
_SOURCE = re.compile(rf"{_S}(?P<who>[^,;]{{2,160}}?)(?=[,;]|[.!?]*\s*$)")
_TAIL = re.compile(
    rf",(?!{_S}(?:although|though|but|while|and|which|when|after|before|with|compared"
    rf"|up"
    r"|down|despite|as|or|so|not|citing|adding|since|in|on|at)\b)[^,;.]{2,80}"
)
_BUT = re.compile(r"\b(?:and|but|or)\b")
_NOT = re.compile(rf"(?:\bnot|n['’]t){_S}$")
#: "Would not be drawn": on what is not said.
_NOT_DRAWN = re.compile(rf"(?:to{_S})?be{_S}drawn(?=[.,;]|\s*$)")
_SAY = re.compile(
    rf"{_S}(?:to{_S})?(?:say|disclose|reveal|specify|name|identify){_S}"
    rf"(?=(?:how|why|whether|when|where|what|who(?:m|se)?|which|if|that|the){_S})"
    rf"|{_S}(?:to{_S})?be{_S}drawn{_S}on{_S}(?=(?:how|why|whether|when|what|who|if){_S})"
)
_OWNER = re.compile(
    rf"(?P<who>(?:[^\W\d_a-z][\w.-]*{_S})*[^\W\d_a-z][\w.-]*)['’]s?{_S}"
    rf"(?:[\w-]+{_S}){{0,3}}$|(?P<whose>\b(?:his|her|their|its)){_S}"
    rf"(?:[\w-]+{_S}){{0,3}}$"
)
_SAYS = re.compile(
    r"(?:say|tell|said|told|disclosed?|reveal(?:ed)?|specif(?:y|ied)|explain(?:ed)?)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"(?:the|an?){_S}", re.IGNORECASE)
_NEXT_WORD = re.compile(rf"{_S}(?P<word>[^\W\d_]+)")
_COMMA_AND = re.compile(rf",{_S}(?=\S)")
