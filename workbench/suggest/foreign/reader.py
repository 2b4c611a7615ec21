"""Reading a sentence: each verb that reports takes what stands beside it."""

import re
from collections.abc import Iterator

from workbench.suggest.foreign.languages import words
from workbench.suggest.foreign.people import Token, Who
from workbench.suggest.foreign.sentence import Cue, ForeignReading, quotation_of
from workbench.suggest.passages import Quotation
from workbench.suggest.reading import Quote
from workbench.suggest.suggestion import UNKNOWN
from workbench.suggest.uncued import is_title

#: "По его словам": whoever spoke last.
_HIS_WORDS = re.compile(
    r"(?:по (?:его|её|ее|их) (?:словам|мнению|данным|оценке)|за (?:його|її|їх"
    r"|їхніми) (?:словами|даними)"
    r"|на (?:його|її|їхню) думку|selon (?:lui|elle|eux)|d['’]après (?:lui|elle|eux)"
    r"|según él|según ella"
    r"|a su juicio|en su opinión|a su entender|secondo (?:lui|lei|loro)|a suo (?:dire"
    r"|avviso|giudizio)|segundo (?:ele|ela|eles)"
    r"|na (?:sua )opinião|para (?:él|ella|ele|ela)|(?:seiner|ihrer) (?:ansicht"
    r"|meinung|einschätzung|darstellung)"
    r" nach|nach (?:seinen|ihren) (?:angaben|worten)|enligt (?:honom|henne|dem)"
    r"|ifølge (?:ham|hende|henne|dem)"
    r"|volgens (?:hem|haar|hen)|(?:jego|jej|ich) zdaniem|według niego|według niej"
    r"|وبحسبه|برأيه|برأيها)"
    r"(?!\w)",
    re.IGNORECASE,
)


class Reader(ForeignReading):
    """Reads one sentence from left to right."""

    def read(self) -> Iterator[Quote]:
        """The quotes of the sentence."""
        found: list[Quote] = list(self._according_first())
        for number, cue in enumerate(self.cues):
            if cue.first < self.done:
                continue
            following = self.cues[number + 1] if number + 1 < len(self.cues) else None
            quote = self._of_cue(cue, following)
            if quote is None:
                continue
            quote.cue = (cue.start, cue.end)
            if quote.speaker and quote.speaker != UNKNOWN:
                self.speaker = quote.speaker
                self.people.learn(quote.speaker, quote.role)
            found.append(quote)
        if not found:
            found += self._according_last()
        if not found:
            self._learn()
        found += self._left_over()
        return iter(sorted(found, key=lambda quote: quote.fragments[0]))

    def _learn(self) -> None:
        """Remembers who spoke in a sentence of which nothing is a quote."""
        for cue in self.cues[:1]:
            who, _ = self.subject(cue)
            if who:
                self.people.learn(*who)

    # --- what a cue governs

    def _of_cue(self, cue: Cue, following: Cue | None) -> Quote | None:
        limit = following.first if following else len(self.words)
        return (
            self._quotation_before(cue, limit)
            or self._clause_behind(cue, limit)
            or self._intended(cue)
            or self._quotation_behind(cue, limit)
            or self._clause_before(cue)
        )

    def _made(
        self,
        fragments: list[tuple[int, int]],
        rule: str,
        score: float,
        who: Who,
        cue: Cue | None = None,
    ) -> Quote:
        speaker, role = who if who else (None, None)
        denied = "denied" if cue is not None and cue.denies else None
        return Quote(fragments, rule, score, speaker, role, polarity=denied)

    def _quotation_before(self, cue: Cue, limit: int) -> Quote | None:
        """«…», dijo Ana; «…», Ana ha detto."""
        place = cue.first - 1
        if (
            self.language.code in ("es", "it", "pt", "fr")
            and place > self.done
            and self.words[place].low
            in ("se", "si", "s'", "le", "les", "lo", "nos", "me", "mi", "ci", "l'")
        ):
            place -= 1
        begun = place + 1
        while place >= self.done and self.words[place].text in ",،—–-":
            place -= 1
        apart = place < begun - 1
        quoted = place
        if place < self.done or self.words[place].quotation is None:
            quoted = self._quotation_with_subject(cue, place)
            if quoted < 0:
                return None
        if quoted in self.taken:
            return None
        first = quoted
        while (
            first > self.done
            and self.words[first - 1].quotation is not None
            and first - 1 not in self.taken
        ):
            first -= 1
        if quoted == place:
            who, end = self.subject(cue, before=False)
            if who is None and self._its_own(cue):
                last = self.people.last
                who, end = ((last, None) if last else None), len(self.words) - 1
        else:
            who, end = self.subject(cue)
        led = self.words[self.done : first]
        if any(word.is_word for word in led) and not self._may_lead(led):
            if (
                not apart
                or quoted != place
                or who is None
                or led[-1].text in (":", "：")
            ):
                return None
            # "Das sei „eine Frechheit“, sagte er": half of it in marks.
            return self._whole(self.done, quoted + 1, who, cue, end)
        if who is None and not apart and quoted == place and not self._closes(end):
            return None
        # "It is false", she denied: what is denied stands outside of the marks.
        quote = self._made(self._take(first, quoted), "quote.cue", 0.9, who)
        quote.goes_on = quotation_of(self, self.words[first]).goes_on
        quote.opens = quotation_of(self, self.words[quoted]).opens
        self.done = end
        self._go_on(quote, end, limit)
        return quote

    def _its_own(self, cue: Cue) -> bool:
        """ "Говорится в её заявлении": in the statement of who spoke last."""
        if self.words[cue.first].low not in (
            "говорится",
            "йдеться",
            "сказано",
            "heißt",
            "hieß",
        ):
            return False
        possessives = self.language.set_of("possessives")
        return any(
            word.low in possessives for word in self.words[cue.last : cue.last + 4]
        )

    def _quotation_with_subject(self, cue: Cue, place: int) -> int:
        """Where a quotation stands before the subject of a cue: «…», Ana ha detto."""
        if self.language.code in ("de", "nl", "sv", "da", "no", "ar"):
            return -1
        for at in range(place, max(self.done - 1, place - 9), -1):
            word = self.words[at]
            if word.quotation is not None:
                ends = self._closes(cue.tail[1] if cue.tail else cue.last)
                part = [w for w in self.words[at + 1 : cue.first] if w.text != ","]
                return (
                    at
                    if ends and part and self._np(part) == part and at not in self.taken
                    else -1
                )
            if not word.is_word and word.text not in ",—–":
                return -1
        return -1

    def _closes(self, at: int) -> bool:
        return not any(word.is_word for word in self.words[at : at + 1])

    def _may_lead(self, led: list[Token]) -> bool:
        """Whether the words before a quotation are no part of what is said."""
        plain = [word for word in led if word.is_word]
        if led and led[-1].text in (":", "："):
            return True
        return len(plain) <= 2 and all(
            word.low
            in self.language.set_of("conjunctions") | self.language.set_of("adverbs")
            for word in plain
        )

    def _whole(self, first: int, last: int, who: Who, cue: Cue, end: int) -> Quote:
        start, close = self.words[first].start, self.words[last - 1].end
        self.taken.update(range(first, last))
        self.done = end
        return self._made([(start, close)], "quote.mixed", 0.7, who, cue)

    def _take(self, first: int, last: int) -> list[tuple[int, int]]:
        self.taken.update(range(first, last + 1))
        return [
            (word.start, word.end)
            for word in self.words[first : last + 1]
            if word.quotation is not None
        ]

    def _go_on(self, quote: Quote, end: int, limit: int) -> None:
        """Joins a quotation that goes on behind its cue; at the end it stays open."""
        for place in range(end, min(limit, end + 30)):
            word = self.words[place]
            if word.quotation is None:
                continue
            before = self.words[place - 1]
            if (
                place not in self.taken
                and not before.is_word
                and before.text in ",:—–-"
            ):
                quote.fragments += self._take(place, place)
                quote.opens = quotation_of(self, word).opens
                self.done = place + 1
                end = place + 1
            break
        rest = self.words[end:]
        if not any(word.quotation is not None for word in rest):
            text = self.words[-1].end - self.words[end].start if rest else 0
            commas = sum(word.text == "," for word in rest)
            if limit == len(self.words) and (text <= 60 or commas == 0):
                self.closing = quote

    def _quotation_behind(self, cue: Cue, limit: int) -> Quote | None:
        """Ana dijo: «…»."""
        after = cue.tail[1] if cue.tail else cue.last
        colon = False
        for place in range(cue.last, min(limit, cue.last + 32)):
            word = self.words[place]
            if word.quotation is None:
                if word.text in (":", "："):
                    colon = True
                elif colon and word.is_word:
                    return None
                continue
            if place in self.taken:
                return None
            beside = place <= after + 1
            if not colon and not beside:
                return None
            who, _ = self.subject(cue)
            if not colon and (who is None or self._few(word)):
                return None
            last = place
            while (
                last + 1 < len(self.words)
                and self.words[last + 1].quotation is not None
            ):
                last += 1
            quote = self._made(
                self._take(place, last), "quote.cue", 0.9 if colon else 0.7, who
            )
            quote.opens = quotation_of(self, self.words[last]).opens
            self.done = last + 1
            if colon:
                self._go_on(quote, last + 1, limit)
            return quote
        return None

    def _few(self, word: Token) -> bool:
        return len(word.text.split()) < 3

    # --- clauses

    def _clause_behind(self, cue: Cue, limit: int) -> Quote | None:
        """Ana dijo que …; Ida sagte, die Brücke sei sicher."""
        after = cue.tail[1] if cue.tail else cue.last
        that = self._that(cue, after, limit)
        bare = that is None
        if that is None:
            that = self._reported_clause(after, limit)
        if that is None:
            return None
        who = self._subject_before(cue, that)
        begun = that
        end = self.clause_end(that + 1, begun)
        quoted = any(word.quotation is not None for word in self.words[begun:end])
        if end - begun < (2 if quoted else 4 if bare else 3):
            return None
        start, close = self.words[begun].start, self.words[end - 1].end
        self.taken.update(range(begun, end))
        self.done = end
        mixed = any(word.quotation is not None for word in self.words[begun:end])
        rule = "quote.clause" if bare else "quote.mixed" if mixed else "quote.that"
        quote = self._made([(start, close)], rule, 0.6 if bare else 0.8, who, cue)
        return quote

    def _intended(self, cue: Cue) -> Quote | None:
        """Gmina obiecuje uruchomić …."""
        after = cue.tail[1] if cue.tail else cue.last
        last = self.words[cue.last - 1].low
        if not last.startswith(_PROMISES) or after >= len(self.words):
            return None
        begun = after + (self.words[after].low in ("de", "d'", "di"))
        if begun >= len(self.words) or not _INFINITIVE.search(self.words[begun].low):
            return None
        end = self.clause_end(begun + 1, begun)
        who, _ = self.subject(cue)
        if who is None or end - begun < 3 or self.words[cue.first] is self.words[0]:
            return None
        self.taken.update(range(begun, end))
        self.done = end
        return self._made(
            [(self.words[begun].start, self.words[end - 1].end)],
            "quote.intends",
            0.6,
            who,
            cue,
        )

    def _subject_before(self, cue: Cue, that: int) -> Who:
        words = self.words
        self.words = words[:that]
        try:
            who, _ = self.subject(cue)
        finally:
            self.words = words
        return who

    def _that(self, cue: Cue, after: int, limit: int) -> int | None:
        """Where the "that" of a cue stands, if it has one."""
        thats = self.grammar.that_denied if cue.denies else self.grammar.that
        left = [word for word in self.left(cue) if word.is_word]
        commas = 0
        for place in range(
            after, min(max(limit, after + 1), after + 18, len(self.words))
        ):
            word = self.words[place]
            if word.quotation is not None or word.text in (":", ";", "("):
                return None
            if word.text in (",", "،"):
                commas += 1
                continue
            if word.low not in thats:
                continue
            before = self.words[place - 1].text
            german = self.language.code == "de" and place == after
            if self.language.comma_that and before != "," and not german:
                return None
            if before == "," and self.language.verb_second and commas == 1:
                return place
            if not self.language.comma_that and place > after:
                first = self.words[after]
                if commas % 2:
                    return None
                free = (
                    self._is_adjunct(first)
                    or first.text in (",", "،")
                    or first.low
                    in (
                        "de",
                        "d'",
                        "a",
                        "di",
                        "in",
                        "w",
                        "för",
                        "ervoor",
                        "erop",
                        "من",
                        "إلى",
                        "على",
                    )
                )
                has_subject = (
                    bool(left) and self._of_left(self.left(cue), cue)[0] is not None
                )
                if not free and has_subject and not self._dative(first):
                    return None
                if (
                    word.low in ("que", "qu'", "che")
                    and place > after + 1
                    and not self._clause_follows(place)
                ):
                    return None
            return place
        return None

    def _dative(self, word: Token) -> bool:
        return word.low in ("al", "all'", "a", "à", "au", "aux", "ai", "alla")

    def _clause_follows(self, place: int) -> bool:
        following = self.words[place + 1] if place + 1 < len(self.words) else None
        return following is not None and following.low not in (
            "ha",
            "a",
            "ont",
            "han",
            "hanno",
            "tem",
        )

    def _reported_clause(self, after: int, limit: int) -> int | None:
        """Where a clause begins whose verb says that it is reported: „…, sie sei“."""
        markers = self.language.set_of("reported")
        if not markers:
            return None
        comma = None
        for place in range(after, min(limit, after + 14)):
            word = self.words[place]
            if word.quotation is not None or word.text == ":":
                if word.text == ":" and comma is None:
                    comma = place
                    break
                return None
            if word.text == ",":
                comma = place
                break
        if comma is None or comma + 1 >= len(self.words):
            return None
        first = self.words[comma + 1]
        if (
            comma == after
            and first.low not in _SUBORDINATE
            and first.is_word
            and (
                first.low
                in self.language.set_of("articles") | self.language.set_of("pronouns")
                or first.low in ("man", "es")
                or first.text[:1].isupper()
            )
            and comma + 3 < len(self.words)
        ):
            return comma + 1
        if first.low in self.language.set_of("relatives") - self.language.set_of(
            "articles"
        ) or (first.low in self.language.set_of("conjunctions")):
            return None
        reach = self.words[comma + 1 : comma + 30]
        if any(word.low in markers for word in reach[1:]):
            return comma + 1
        return None

    def _clause_before(self, cue: Cue) -> Quote | None:
        """Die Brücke sei sicher, sagte Ida Orm."""
        place = cue.first - 1
        if place <= self.done or self.words[place].text not in (",", "،", "—", "–"):
            return None
        while place > self.done and self.words[place - 1].text in ",—–":
            place -= 1
        first = self.done
        while first < place and not (
            self.words[first].is_word or self.words[first].quotation is not None
        ):
            first += 1
        dashed = first == 1 and self.words[0].text in "–—-"
        if sum(word.is_word for word in self.words[first:place]) < (1 if dashed else 3):
            return None
        if self._is_relative_before(cue, first, place):
            return None
        who, end = self.subject(cue, before=False)
        if who is None or (end == cue.last and not cue.pronoun):
            return None
        rest = self.words[end:]
        if (
            rest
            and rest[0].is_word
            and not self._is_adjunct(rest[0])
            and rest[0].low
            not in self.language.set_of("conjunctions")
            | self.language.set_of("linking")
            | self.language.set_of("relatives")
        ):
            return None
        if any(word.quotation is not None for word in rest[:1]):
            return None
        dialogue = self.words[first - 1].text in "–—-" if first else False
        start, close = self.words[first].start, self.words[place - 1].end
        self.taken.update(range(first, place))
        self.done = end
        quote = self._made([(start, close)], "quote.after", 0.8, who, cue)
        if dialogue and first == 1:
            quote.told["type"] = "direct"
            quote.rule = "quote.dialogue"
            if self._closes(end) or len(rest) < 12:
                self.closing = quote
        return quote

    def _is_relative_before(self, cue: Cue, first: int, place: int) -> bool:
        """Whether the clause before a verb depends on something itself."""
        word = self.words[first]
        language = self.language
        return (
            (
                word.low in self.grammar.that
                and not any(w.text == "," for w in self.words[first:place])
            )
            or (
                self._is_adjunct(word)
                and not language.verb_second
                and word.low
                in ("pour", "para", "per", "para", "después", "dopo", "après")
            )
            or word.low
            in (
                "wenn",
                "als",
                "si",
                "se",
                "cuando",
                "quand",
                "quando",
                "если",
                "когда",
                "jeśli",
                "gdy",
                "när",
                "om",
                "da",
                "hvis",
                "toen",
            )
            or not (
                self._is_dash_first()
                or any(self._finite(w) for w in self.words[first:place])
            )
        )

    def _is_dash_first(self) -> bool:
        return self.words[0].text in "–—-"

    def _finite(self, word: Token) -> bool:
        return word.is_word and word.text.islower()

    # --- according to

    def _according_first(self) -> Iterator[Quote]:
        """Según la policía, …; Laut Ministerium sind …."""
        words = self.words
        his = _HIS_WORDS.search(self.view, self.sentence.start, self.sentence.end)
        if his and his.start() <= words[min(1, len(words) - 1)].start + 1:
            at = next(
                (i for i, word in enumerate(words) if word.start >= his.end()), None
            )
            if at is not None:
                comma = words[at].text == ","
                who = self.people.last_person or self.people.last
                yield from self._content(at + comma, (who, None) if who else None)
            return
        at = 0
        if words and words[0].low in self.language.set_of("conjunctions"):
            at = 1
        yield from self._as_told(at)
        if self.taken:
            return
        phrase = self._according_at(at)
        if phrase is None:
            yield from self._according_behind()
            return
        behind = phrase
        # An institution owns its verb: "Laut Ministerium sind".
        if self.language.verb_second:
            end = self._np_end(behind)
        elif self.language.code == "pl":
            end = self._genitive_end(behind)
        else:
            end = next(
                (
                    i
                    for i in range(behind, min(len(words), behind + 26))
                    if words[i].text in (",", "،")
                ),
                None,
            )
        if end is None or end <= behind or end >= len(words):
            return
        if words[end].text in ".:" or any(
            w.quotation is not None for w in words[behind:end]
        ):
            return
        named = self._source(words[behind:end])
        more = self._chunk_after(end, len(words))
        closes = end + 1 + len(more)
        if (
            named
            and more
            and closes + 2 < len(words)
            and words[closes].text == ","
            and self.people.is_title(more[0].low)
        ):
            # "Selon Ida Orm, secrétaire de la CGT, …".
            named, end = (named[0], self.phrase(more)), closes
        comma = words[end].text in (",", "،")
        if (
            any(cue.first < end for cue in self.cues if cue.first > behind)
            and not comma
        ):
            return
        yield from self._content(end + comma, named)

    def _as_told(self, at: int) -> Iterator[Quote]:
        """Wie die Polizei mitteilte, …; Как сообщили в МЧС, …."""
        words = self.words
        if at >= len(words) or words[at].low not in _AS.get(self.language.code, ()):
            return
        cue = next((cue for cue in self.cues if cue.first <= at + 12), None)
        if cue is None:
            return
        comma = next(
            (
                i
                for i in range(cue.last, min(len(words), cue.last + 12))
                if words[i].text == ","
            ),
            None,
        )
        if comma is None or comma + 3 >= len(words):
            return
        part = words[at + 1 : cue.first]
        if part and part[0].low not in ("l'", "lo", "l"):
            who = self._who(self.phrase(part))
        else:
            self.words = words[:comma]
            who, _ = self._of_right(cue.tail[1] if cue.tail else cue.last, comma)
            self.words = words
            if who is None and not part and cue.last == comma:
                who = self._dropped()
        yield from self._content(comma + 1, who)

    def _according_at(self, at: int) -> int | None:
        """The word behind "according to", where that stands at `at`."""
        if at >= len(self.words):
            return None
        for rest in self.grammar.according.get(self.words[at].low, ()):
            if self._follows(at + 1, rest):
                if not rest and self.words[at].low in ("para", "per", "pour"):
                    named = self.words[at + 1 : at + 4]
                    if sum(word.text[:1].isupper() for word in named) < 2:
                        return None
                return at + 1 + len(rest)
        return None

    def _np_end(self, at: int) -> int | None:
        """Where a source without a comma ends: before the verb, which comes second."""
        language, words = self.language, self.words
        place = at
        seen = False
        while place < min(len(words), at + 16):
            word = words[place]
            if not word.is_word:
                return place if seen and word.text == "," else None
            if seen and (
                word.low in language.set_of("finite")
                or (
                    language.nouns_capital
                    and word.text.islower()
                    and not (
                        word.low
                        in language.set_of("linking")
                        | language.set_of("articles")
                        | language.set_of("conjunctions")
                        or (
                            place + 1 < len(words)
                            and words[place + 1].text[:1].isupper()
                            and not words[place - 1].text[:1].isupper()
                        )
                    )
                )
            ):
                return place
            if (
                seen
                and not language.nouns_capital
                and word.text.islower()
                and place > at + 1 - words[at].text[:1].isupper()
                and (
                    word.low.endswith(_VERBAL.get(language.code, ()))
                    and word.low not in language.set_of("linking") | _PARTICLES_BETWEEN
                )
            ):
                return place
            seen = (
                seen
                or word.text[:1].isupper()
                or word.low not in language.set_of("articles")
            )
            place += 1
        return None

    def _genitive_end(self, at: int) -> int | None:
        """Where "według policji", which needs no comma, ends: behind a known source."""
        language, words = self.language, self.words
        place = at
        while place < len(words) and (
            words[place].text[:1].isupper()
            or self.people.is_like_title(words[place].low)
        ):
            place += 1
        # What is not known may be told by its comma: "według pierwszych ustaleń, …".
        furthest = place + 2 if place > at else at + 8
        for end in range(place, min(len(words) - 1, furthest)):
            if words[end].text == ",":
                described = words[end + 1].low in language.set_of("relatives")
                return None if described else end
            if words[end].low in language.set_of("finite") or not words[end].is_word:
                break
        return place if place > at else None

    def _source(self, part: list[Token]) -> Who:
        kept: list[Token] = []
        for word in part:
            if kept and (
                word.low
                in self.language.set_of("relatives") - self.language.set_of("articles")
                or word.low in ("al", "au", "auquel")
            ):
                break
            kept.append(word)
        if any(word.low in _OURS for word in kept) or not kept:
            return None
        if kept[0].low in self.language.set_of("possessives"):
            # "Según sus cálculos": of who spoke last.
            return (self.people.last, None) if self.people.last else None
        if kept[0].low in ("quanto", "lo", "ce", "cuanto"):
            kept = [word for word in kept if word.text[:1].isupper()][-1:]
            if not kept:
                return None
        language = self.language.code
        if language in ("ru", "uk", "pl"):
            return self._inflected(kept)
        if language == "ar":
            return self.people.arabic.speaker(self.phrase(kept))
        return self.people.speaker(self.phrase(kept), source=True)

    def _inflected(self, part: list[Token]) -> Who:
        """A source in another case than names are given in: only names are kept."""
        names = [word.text for word in part if word.text[:1].isupper()]
        if names and part[-1].text[:1].isupper():
            known = self.people.like(names[-2:])
            if known:
                return known, None
        titled = self.people.of_title_like(part[0].low) if part else None
        if titled and len(part) == 1:
            return titled, None
        return self.people.speaker(self.phrase(part), source=True)

    def _content(self, at: int, who: Who) -> Iterator[Quote]:
        if at >= len(self.words):
            return
        end = self.clause_end(at, at)
        if end - at < 3:
            return
        self.taken.update(range(at, end))
        self.done = end
        if who:
            self.people.learn(*who)
            self.speaker = who[0]
        yield self._made(
            [(self.words[at].start, self.words[end - 1].end)],
            "quote.according",
            0.8,
            who,
        )

    def _according_behind(self) -> Iterator[Quote]:
        """Der Polizei zufolge sind …."""
        behind = self.language.set_of("according_behind")
        if not behind:
            return
        for place, word in enumerate(self.words[:9]):
            if word.low in behind and place:
                who = self.people.speaker(self.phrase(self.words[:place]))
                if who:
                    yield from self._content(place + 1, who)
                return
            if not word.is_word:
                return

    def _according_last(self) -> Iterator[Quote]:
        """…, selon la police."""
        for place in range(3, len(self.words) - 1):
            if self.words[place].text not in (",", "،") or place < self.done:
                continue
            behind = self._according_at(place + 1)
            if behind is None:
                continue
            end = behind
            while end < len(self.words) and self.words[end].is_word:
                end += 1
            rest = self.words[end:]
            if any(word.is_word for word in rest[:1]) or (
                rest and rest[0].text not in ".,"
            ):
                continue
            if (
                rest
                and rest[0].text == ","
                and self.words[place + 1].low in ("pour", "para", "per")
            ):
                continue
            who = self._source(self.words[behind:end])
            if who is None and not any(w.low in _OURS for w in self.words[behind:end]):
                continue
            first = self.done
            if rest and rest[0].text == "," and len(rest) > 3:
                continue
            if who:
                self.people.learn(*who)
            self.taken.update(range(first, place))
            yield self._made(
                [(self.words[first].start, self.words[place - 1].end)],
                "quote.according",
                0.7,
                who,
            )
            return

    # --- what no cue governs

    def _left_over(self) -> Iterator[Quote]:
        for place, word in enumerate(self.words):
            if word.quotation is None or place in self.taken:
                continue
            quotation = quotation_of(self, word)
            quote = (
                self._behind_colon(place, quotation)
                or self._tied(place)
                or self._alone(place, quotation)
            )
            if quote is not None:
                yield quote

    def _behind_colon(self, place: int, quotation: Quotation) -> Quote | None:
        if not place or self.words[place - 1].text not in (":", "："):
            return None
        if any(word.is_word for word in self.words[place + 1 :]):
            return None
        part = self.words[self.done : place - 1]
        who: Who = None
        if part:
            names = self._first_subject(part)
            who = names or (self._who(self.phrase(part)) if len(part) <= 6 else None)
        quote = self._made(self._take(place, place), "quote.colon", 0.8, who)
        quote.opens = quotation.opens
        if who:
            self.people.learn(*who)
        self.closing = quote
        return quote

    def _first_subject(self, part: list[Token]) -> Who:
        """Whom the first words of a clause name, up to its verb."""
        if (
            part
            and self._is_adjunct(part[0])
            and any(word.text == "," for word in part)
        ):
            part = part[
                next(i for i, word in enumerate(part) if word.text == ",") + 1 :
            ]
        while part and (
            self._is_adjunct(part[0])
            or part[0].low in self.language.set_of("conjunctions")
        ):
            part = part[1:]
        best: Who = None
        for end in range(1, min(8, len(part)) + 1):
            word = part[end - 1]
            if not word.is_word and not (word.is_capital and word.quotation is None):
                break
            if word.text[:1].isupper() or self.people.is_title(word.low):
                who = self._who(self.phrase(part[:end]), opening=True)
                single = (
                    word.text[:1].isupper()
                    and part[0] is not self.words[0]
                    and not self.language.nouns_capital
                )
                if who and (
                    who[1] or " " in who[0] or single or self.people.is_title(word.low)
                ):
                    best = who
        return best

    def _tied(self, place: int) -> Quote | None:
        """«…», zanjó Ibarrola: a comma ties it to a verb that no table has."""
        if place > self.done + 1 and any(
            w.is_word for w in self.words[self.done : place]
        ):
            return None
        at = place + 1
        while at < len(self.words) and self.words[at].text in ",،—–-":
            at += 1
        if at == place + 1 or at + 1 >= len(self.words):
            return None
        verb = self.words[at]
        if verb.low in self.language.set_of("auxiliaries") and at + 2 < len(self.words):
            at += 1
            verb = self.words[at]
        if (
            not verb.is_word
            or not verb.text.islower()
            or self.people.is_small(verb.low)
        ):
            return None
        who, end = self._of_right(at + 1, len(self.words))
        part = self.words[at + 1 : end]
        if who is None or not (
            any(w.text[:1].isupper() or self.people.is_title(w.low) for w in part)
            or part[0].low in self.language.set_of("articles")
        ):
            return None
        if self.words[at + 1].low in self.language.set_of("adjuncts") and not who[1]:
            return None
        quote = self._made(self._take(place, place), "quote.cue", 0.7, who)
        quote.cue = (verb.start, verb.end)
        self.people.learn(*who)
        self.done = end
        self._go_on(quote, end, len(self.words))
        return quote

    def _alone(self, place: int, quotation: Quotation) -> Quote | None:
        if quotation.opens or quotation.goes_on:
            return Quote(
                self._take(place, place),
                "quote.alone",
                0.5,
                opens=quotation.opens,
                goes_on=quotation.goes_on,
            )
        words = self.text[quotation.start + 1 : quotation.end - 1].split()
        caller = self._caller(place)
        if len(words) < (1 if caller else 3) or (is_title(words) and len(words) > 1):
            return None
        if caller and len(words) == 1 and words[0][:1].isupper():
            return None
        following = self.words[place + 1].text if place + 1 < len(self.words) else ""
        if place == 0 and len(words) > 2 and following in (",", "–", "—", "،"):
            return self._made(self._take(place, place), "quote.alone", 0.5, None)
        if (
            place
            and self.words[place - 1].text[:1].isupper()
            and self.words[place - 1].is_word
            and not self.language.nouns_capital
        ):
            return None
        if caller is None and (len(words) < 4 or words[0][:1].isupper()):
            return None
        return self._made(
            self._take(place, place),
            "quote.called" if caller else "quote.fragment",
            0.5,
            caller,
        )

    def _caller(self, place: int) -> Who:
        """Who calls something what is quoted."""
        for at in range(place - 1, max(-1, place - 12), -1):
            word = self.words[at]
            if word.text in (";", ":", ".") or word.quotation is not None:
                return None
            if () in self.grammar.calling.get(word.low, ()):
                cue = self._made_cue(at)
                who, _ = self.subject(cue)
                if who:
                    self.people.learn(*who)
                return who
        return None

    def _made_cue(self, at: int) -> Cue:
        first = at
        while first and self.words[first - 1].low in self.language.set_of(
            "auxiliaries"
        ) | {"s'", "se", "si"}:
            first -= 1
        return Cue(first, at + 1, self.words[first].start, self.words[at].end, False)


#: Words that open a clause which is none of what is said.
_SUBORDINATE = words(
    "und aber als während nachdem wenn weil um bevor wobei ohne obwohl da denn so wie "
    "dass ob wo was wer"
)
_PROMISES = (
    "obiec",
    "zapowiad",
    "обеща",
    "пообеща",
    "обіця",
    "пообіця",
    "promet",
    "promis",
    "prome",
)
_INFINITIVE = re.compile(r"(?:ć|ть|ться|ти|тися|[aei]r|[aei]re|oir)$")
#: Endings of verbs behind a source.
_VERBAL = {
    "sv": ("ade", "dde", "tte", "kte", "ste", "ar", "er"),
    "da": ("ede", "te", "er"),
    "no": ("et", "te", "er", "de"),
    "nl": ("t", "de", "te", "den", "ten"),
}
#: What opens "as the police said,".
_AS = {
    "de": ("wie",),
    "pl": ("jak",),
    "ru": ("как",),
    "uk": ("як",),
    "fr": ("comme",),
    "es": ("como",),
    "it": ("come",),
    "pt": ("como",),
    "nl": ("zoals",),
}
_OURS = words(
    "nos notre nuestra nuestro nuestras nuestros este esta nostra nostre nostri nossa "
    "nossas unseren unserer onze våra vår vores nasze naszych нашим нашей нашої "
    "нашими información informations"
)
_PARTICLES_BETWEEN = words("och og en und van von de den der of för i")
