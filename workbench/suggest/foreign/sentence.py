"""A sentence of a language that parts its words by spaces, while it is read."""

import re
from dataclasses import dataclass

from workbench.suggest.foreign.languages import Language, phrases, words
from workbench.suggest.foreign.people import People, Token, tokens
from workbench.suggest.passages import Quotation, Sentence
from workbench.suggest.reading import Quote

#: How many words a cue looks to either side.
_REACH = 24
#: "Las calificó": what stands between a subject and its verb.
_CLITICS = words("lo la los las le les se me nos si ci l' s' m' li gli vi")
_THIS = frozenset(("esta", "este", "esa", "ese", "questa", "questo", "quest'"))
_ROMANCE = ("es", "it", "pt", "fr")
_DASHES = "—–-"
_INVERTED = re.compile(r"(?P<verb>.+?)-(?:t-)?(?P<who>ils?|elles?|on)$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that reports: its words [first, last), its place, what it says."""

    first: int
    last: int
    start: int
    end: int
    denies: bool
    #: Its subject where that is part of it: "dit-il".
    pronoun: str | None = None
    #: The words of a participle behind its auxiliary, or of a particle.
    tail: tuple[int, int] | None = None


class Grammar:
    """The tables of a language as they are looked up."""

    def __init__(self, language: Language) -> None:
        """Takes the tables apart once."""
        self.language = language
        self.verbs = phrases(" ".join(_written(language)))
        self.parted: dict[str, tuple[str, ...]] = {}
        for verb in language.verbs.split():
            if "…" in verb:
                stem, _, particle = verb.partition("…")
                self.parted[stem] = (*self.parted.get(stem, ()), particle)
        self.participles = phrases(language.participles)
        self.according = phrases(language.according)
        self.ends = phrases(language.ends)
        self.that = language.set_of("that")
        self.that_denied = language.set_of("that_denied") or self.that
        self.stops = (
            language.set_of("adjuncts")
            | language.set_of("adverbs")
            | language.set_of("relatives")
        ) - language.set_of("articles")
        self.calling = phrases(CALLING.get(language.code, ""))


#: Endings of the past, from that of a man to those of a woman and of several.
_PAST = {
    "uk": ("в", ("ла", "ли")),
    "ru": ("л", ("ла", "ли")),
    "pl": ("ał", ("ała", "ali")),
}


def _written(language: Language) -> list[str]:
    """The verbs of a language, with forms that follow from others."""
    found: list[str] = []
    ending, others = _PAST.get(language.code, ("…", ()))
    for verb in language.verbs.split():
        stem, parted, particle = verb.partition("…")
        if parted:
            # "Wie die Polizei mitteilte": joined where the verb comes last.
            found.append(particle + stem)
            continue
        found.append(verb.replace("s_", "s'_", 1) if verb.startswith("s_") else verb)
        if verb.endswith(ending) and "_" not in verb:
            found += [verb.removesuffix(ending) + other for other in others]
    return found


#: What calls something a name: "sprach von „…“".
CALLING = {
    "de": "nannte nennt sprach spricht bezeichnete bezeichnet kritisierte kritisiert "
    "lobte beklagte forderte",
    "fr": "qualifie qualifié parle parlé évoque évoqué dénonce dénoncé félicité "
    "fustige fustigé salue salué déplore déploré réclame pointe",
    "es": "calificó califica habló habla tildó tilda tachó tacha criticó critica "
    "denunció denuncia celebró lamentó exige pidió reclama",
    "it": "parla parlato definisce definito denuncia denunciato critica criticato "
    "attacca chiede accusa lamenta",
    "pt": "classificou classifica chamou chama falou fala criticou critica denunciou "
    "denuncia definiu lamentou",
    "nl": "noemt noemde spreekt sprak bekritiseert hekelt eist",
    "pl": "nazwał nazwała nazywa określił określiła mówi mówił krytykuje",
    "sv": "kallar kallade talar talade beskriver beskrev kritiserar",
    "da": "kalder kaldte taler talte beskriver",
    "no": "kaller kalte snakker beskriver",
    "ru": "назвал назвала назвали называет",
    "uk": "назвав назвала назвали називає",
}

_GRAMMARS: dict[str, Grammar] = {}


def grammar(language: Language) -> Grammar:
    """The tables of `language`, taken apart when they are asked for first."""
    if language.code not in _GRAMMARS:
        _GRAMMARS[language.code] = Grammar(language)
    return _GRAMMARS[language.code]


def words_of(
    view: str, text: str, sentence: Sentence, language: Language
) -> list[Token]:
    """The words of a sentence, each of its quotations being one."""
    found: list[Token] = []
    at = sentence.start
    for number, quotation in enumerate(sentence.quotations):
        found += tokens(view, at, quotation.start, language)
        start, end = quotation.start, quotation.end
        words = text[start:end]
        if _is_proper(words, text, start, found):
            found.append(Token(start, end, words, words.casefold()))
        else:
            found.append(Token(start, end, words, "", number))
        at = end
    found += tokens(view, at, sentence.end, language)
    return found


def _is_proper(words: str, text: str, start: int, before: list[Token]) -> bool:
    """Whether a quotation is the name of something: the company «Orm»."""
    inside = words[1:-1].strip()
    if not inside[:1].isupper() or len(inside) > 40 or inside.count(" ") > 2:
        return False
    return (
        bool(before)
        and before[-1].is_word
        and before[-1].quotation is None
        and text[start - 1] in " \u00a0"
        and inside[-1] not in ".!?…,"
        and (before[-1].text.islower() or len(inside.split()) < 3)
        and not (len(inside.split()) > 1 and before[-1].text[0].isupper())
    )


class ForeignReading:
    """The words of a sentence, its cues, and what of it no quote has yet."""

    def __init__(
        self, view: str, text: str, people: People, sentence: Sentence
    ) -> None:
        self.view, self.text, self.people, self.sentence = view, text, people, sentence
        self.language = people.language
        self.grammar = grammar(self.language)
        self.words = words_of(view, text, sentence, self.language)
        #: Everything before this word belongs to a quote or a cue already.
        self.done = 0
        self.taken: set[int] = set()
        self.speaker: str | None = None
        self.closing: Quote | None = None
        self.cues = list(self._cues())
        self._cue_at = {cue.first: cue for cue in self.cues}
        self._last_comma = max(
            (place for place, word in enumerate(self.words) if word.text == ","),
            default=-1,
        )

    # --- cues

    def _cues(self) -> list[Cue]:
        found: list[Cue] = []
        tails: set[int] = set()
        at = 0
        while at < len(self.words):
            cue = self._cue(at) if at not in tails else None
            if cue is None:
                at += 1
            else:
                found.append(cue)
                at = cue.last
                tails.update(range(*(cue.tail or (0, 0))))
        return found

    def _cue(self, at: int) -> Cue | None:
        word = self.words[at]
        if word.low == "so" and self.language.code == "de":
            return self._so(at)
        if not word.is_word or (
            word.text[:1].isupper() and at and self.words[at - 1].is_word
        ):
            return None
        low, pronoun = word.low, None
        if self.language.code == "fr" and (inverted := _INVERTED.match(low)):
            low, pronoun = inverted["verb"].removesuffix("-t"), inverted["who"]
        language = self.language
        if language.code == "pt" and "-" in low:
            # "Queixa-se".
            low = low.partition("-")[0]
        for rest in self.grammar.verbs.get(low, ()):
            if self._follows(at + 1, rest):
                last = at + 1 + len(rest)
                if not pronoun and self._is_noun(at):
                    return None
                return self._cue_of(at, last, low, pronoun)
        for particle in self.grammar.parted.get(low, ()):
            place = self._particle(at + 1, particle)
            if place is not None:
                return self._cue_of(at, at + 1, low, None, (place, place + 1))
        if low in language.set_of("auxiliaries"):
            return self._participle(at, pronoun)
        return None

    def _so(self, at: int) -> Cue | None:
        """„…“, so Orm."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        if not at or self.words[at - 1].text != "," or following is None:
            return None
        if not (following.text[:1].isupper() or following.low in ("der", "die", "das")):
            return None
        return self._cue_of(at, at + 1, "so", None)

    def _cue_of(
        self,
        first: int,
        last: int,
        low: str,
        pronoun: str | None,
        tail: tuple[int, int] | None = None,
    ) -> Cue:
        end = self.words[(tail[1] if tail else last) - 1].end
        return Cue(
            first,
            last,
            self.words[first].start,
            end,
            low in self.language.set_of("denying"),
            pronoun,
            tail,
        )

    def _follows(self, at: int, rest: tuple[str, ...]) -> bool:
        return all(
            at + place < len(self.words) and self.words[at + place].low == word
            for place, word in enumerate(rest)
        )

    def _is_noun(self, at: int) -> bool:
        """Whether a determiner makes the word a noun: la cuenta, le juge."""
        if at == 0 or self.language.verb_second:
            return False
        before = self.words[at - 1].low
        if before in ("le", "les", "lo", "l'", "se", "la") and self.language.code in (
            "es",
            "pt",
        ):
            return (
                self.words[at].text in ("cuenta", "cuentan", "pide", "reclama")
                or before == "la"
            )
        return before in self.language.set_of(
            "articles"
        ) or before in self.language.set_of("possessives")

    def _particle(self, at: int, particle: str) -> int | None:
        """Where the particle of a verb closes its clause."""
        for place in range(at, min(len(self.words), at + _REACH)):
            word = self.words[place]
            if word.low == particle:
                following = (
                    self.words[place + 1] if place + 1 < len(self.words) else None
                )
                if (
                    following is None
                    or not following.is_word
                    or following.quotation is not None
                ):
                    return place
                if (
                    following.low
                    in self.language.set_of("conjunctions") | self.grammar.that
                ):
                    return place
            if word.text in ",;:" or word.quotation is not None:
                # "Räumte der Chef, Jan Orm, ein": an apposition may stand between.
                if word.text == "," and place - at < 8:
                    continue
                return None
        return None

    def _participle(self, at: int, pronoun: str | None) -> Cue | None:
        reach = _REACH if self.language.verb_second else 4
        for place in range(at + 1, min(len(self.words), at + 1 + reach)):
            word = self.words[place]
            for rest in self.grammar.participles.get(word.low, ()):
                if self._follows(place + 1, rest):
                    last = place + 1 + len(rest)
                    denies = word.low in self.language.set_of("denying")
                    if self.language.verb_second and place > at + 1:
                        return Cue(
                            at,
                            at + 1,
                            self.words[at].start,
                            self.words[place].end,
                            denies,
                            pronoun,
                            (place, last),
                        )
                    return Cue(
                        at,
                        last,
                        self.words[at].start,
                        self.words[last - 1].end,
                        denies,
                        pronoun,
                    )
            if word.quotation is not None or word.text in ",;:":
                return None
        return None

    # --- subjects

    def left(self, cue: Cue) -> list[Token]:
        """The words of the clause before a cue, as far as no quote has them."""
        start = self.done
        for place in range(cue.first - 1, start - 1, -1):
            word = self.words[place]
            if word.quotation is not None or word.text in ";:" or self._is_dash(place):
                start = place + 1
                break
            # ", und sagte": the subject is that of the clause before.
            if (
                word.low in self.language.set_of("conjunctions")
                and place > self.done
                and (place == cue.first - 1 or self.words[place - 1].text == ",")
            ):
                start = place + 1
                break
        return self.words[start : cue.first]

    def _is_dash(self, place: int) -> bool:
        word = self.words[place]
        return word.text in _DASHES and self.view[word.start - 1 : word.start].isspace()

    def phrase(self, part: list[Token]) -> str:
        """The text of some words."""
        return self.text[part[0].start : part[-1].end] if part else ""

    def subject(
        self, cue: Cue, *, before: bool = True
    ) -> tuple[tuple[str, str | None] | None, int]:
        """Who a cue says it is, and the word behind its subject, if that follows it.

        `before`: it may stand before the verb.
        """
        behind = cue.tail[1] if cue.tail else cue.last
        if cue.pronoun:
            return self._who(cue.pronoun), behind
        if before:
            part = self.left(cue)
            who, follows = self._of_left(part, cue)
            if who or not follows:
                return who, behind
        if cue.tail and cue.tail[0] > cue.last:
            # "Hat die Landrätin am Montag bestritten".
            who, _ = self._of_right(cue.last, cue.tail[0])
            return (who or self._dropped()), behind
        who, end = self._of_right(behind, len(self.words), behind=not before)
        if who is None and end == behind and (self.language.drops or not before):
            return self._dropped(), behind
        return who, max(end, behind)

    def _dropped(self) -> tuple[str, str | None] | None:
        if not self.language.drops:
            return None
        who = self.speaker or self.people.last_person or self.people.last
        return (who, None) if who else None

    def _who(
        self, phrase: str, *, opening: bool = False
    ) -> tuple[str, str | None] | None:
        return self.people.speaker(phrase, opening=opening)

    def _of_left(
        self, part: list[Token], cue: Cue
    ) -> tuple[tuple[str, str | None] | None, bool]:
        """The subject before a verb, and whether it may follow the verb instead."""
        language = self.language
        opening = bool(part) and part[0] is self.words[0]
        while part and (
            part[0].low in language.set_of("conjunctions")
            or part[0].text in (",", *_DASHES)
        ):
            part = part[1:]
        if len(part) > 2 and f"{part[0].low} {part[1].low}" in language.set_of(
            "adverbs"
        ):
            part = part[2:]
        if not part:
            before = self.words[cue.first - 1].low if cue.first > 1 else ""
            if before in language.set_of("conjunctions"):
                who = self._shared(cue)
                return who, who is None and self.done == cue.first - 1
            return None, True
        while len(part) > 1 and part[-1].low in _CLITICS and language.code in _ROMANCE:
            part = part[:-1]
        if part[0].low in _THIS:
            # Whom of two people it means, no rule tells.
            return None, False
        chunks = _chunks(part)
        last = chunks[-1]
        if not last:
            # "Orm, consejero de Agricultura, aseguró".
            chunks = chunks[:-1]
            if len(chunks) >= 2:
                who = self._apposed(chunks[-2], chunks[-1], opening=opening)
                if who is None and chunks[0] and not self._is_adjunct(chunks[0][0]):
                    who = self._who(self.phrase(self._np(chunks[0])), opening=opening)
                    return who, False
                if who:
                    return who, False
            return None, True
        relative = last[0].low in language.set_of("relatives") and (
            len(chunks) > 1 or last[0].low not in language.set_of("articles")
        )
        if relative and not (opening and len(chunks) == 1 and language.verb_second):
            if self.speaker:
                return (self.speaker, None), False
            whom = chunks[-2] if len(chunks) > 1 else part[: part.index(last[0])]
            who = self._who(self.phrase(whom), opening=opening) if whom else None
            return who, False
        if self._is_adjunct(last[0]):
            found = None if language.verb_second else self._behind_adjunct(last)
            if found or not language.verb_second:
                return found, found is None
            return None, True
        if last[0].low in self.grammar.that:
            return None, False
        if len(chunks) > 1:
            who = self._apposed(chunks[-2], last, opening=opening)
            if who:
                return who, False
        cut = self._np(last)
        if (
            language.verb_second
            and len(cut) < len(last)
            and not self._is_adjunct(last[len(cut)])
        ):
            return None, True
        who = self._who(self.phrase(cut), opening=opening and last[0] is part[0])
        return who, who is None

    def _np(self, part: list[Token]) -> list[Token]:
        """A subject before its verb, without what only stands between them."""
        stops = self.grammar.stops
        while (
            len(part) > 1
            and part[-1].low in _CLITICS
            and self.language.code in ("es", "it", "pt", "fr")
        ):
            part = part[:-1]
        for place, word in enumerate(part):
            if (
                place
                and word.low in stops
                and word.low not in self.language.set_of("linking")
            ):
                return part[:place]
        return part

    def _apposed(
        self, first: list[Token], second: list[Token], *, opening: bool
    ) -> tuple[str, str | None] | None:
        """ "El consejero, Rufino Orm," and "Encarna Orm, portavoz de …"."""
        if not first or not second:
            return None
        one, two = self.phrase(first), self.phrase(second)
        if any(char.isdigit() for char in two) or second[0].low in self.language.set_of(
            "linking"
        ):
            second, two = [], ""
        if not second:
            return self._who(one, opening=opening)
        while first and first[0].low in self.language.set_of("articles"):
            first = first[1:]
        one = self.phrase(first) if first else one
        names = [self._is_name(first), self._is_name(second)]
        if names[1] and not names[0] and self.people.is_title(self._head(first)):
            who = self._who(two)
            return (who[0], one) if who else None
        if names[0] and not names[1] and not second[0].text[:1].isupper():
            who = self._who(one, opening=opening)
            if who and not self._is_adjunct(second[0]):
                return who[0], who[1] or two
            return who
        return None

    def _head(self, part: list[Token]) -> str:
        for word in part[:4]:
            if self.people.is_title(word.low):
                return word.low
        return ""

    def _is_name(self, part: list[Token]) -> bool:
        plain = [
            word for word in part if word.low not in self.language.set_of("articles")
        ]
        return (
            bool(plain)
            and plain[-1].text[:1].isupper()
            and not any(
                self.people.is_small(word.low)
                for word in plain
                if word.text[:1].isupper()
            )
            and sum(word.text[:1].isupper() for word in plain) * 2 > len(plain)
            and len(plain) <= 6
        )

    def _is_adjunct(self, word: Token) -> bool:
        language = self.language
        return (
            (
                word.low in language.set_of("adjuncts")
                or word.low in language.set_of("adverbs")
            )
            and word.low not in language.set_of("pronouns")
            and word.low not in language.set_of("articles")
        )

    def _behind_adjunct(self, part: list[Token]) -> tuple[str, str | None] | None:
        """ "На встрече мэр Иван Орм": the subject that an adjunct stands before."""
        language = self.language
        for place in range(1, len(part)):
            word = part[place]
            if self.people.is_title(word.low) and not (
                part[place - 1].low in language.set_of("adjuncts")
                or part[place - 1].low in language.set_of("linking")
            ):
                return self._who(self.phrase(part[place:]))
        if part[-1].low in language.set_of("pronouns"):
            return self._who(part[-1].text)
        at = len(part)
        while at > 1 and part[at - 1].text[:1].isupper():
            at -= 1
        known = len(part) - at >= 2 or (
            len(part) - at == 1 and self.people.named(part[-1].text) != part[-1].text
        )
        if known and not self._is_adjunct(part[at - 1]):
            return self._who(self.phrase(part[at:]))
        if known and at == 1 and part[0].low in language.set_of("adverbs"):
            return self._who(self.phrase(part[at:]))
        return None

    def _shared(self, cue: Cue) -> tuple[str, str | None] | None:
        """The subject of the sentence, for its second verb."""
        if self.speaker:
            return self.speaker, None
        earlier = self.cues[0] if self.cues else cue
        if earlier.first < cue.first:
            return self._of_left(self.words[: earlier.first], earlier)[0]
        first = self.words[0]
        if self._is_adjunct(first) or not first.is_word:
            return None
        for end in range(1, min(7, cue.first)):
            word = self.words[end]
            if end > 1 and self.words[end - 1].low in self.language.set_of("finite"):
                return None
            if not word.text[:1].isupper() and not self.people.is_title(word.low):
                who = self._who(self.phrase(self.words[:end]), opening=True)
                if who and (who[1] or " " in who[0]):
                    return who
        return None

    def _of_right(
        self, at: int, limit: int, *, behind: bool = False
    ) -> tuple[tuple[str, str | None] | None, int]:
        """The subject behind a verb, and the word behind it."""
        language, words = self.language, self.words
        begun = at
        at, _ = self._skip(at, limit)
        end = at
        if at < limit and words[at].low in language.set_of("pronouns"):
            # "Sagte er dem Sender".
            return self._who(words[at].text), at + 1
        while end < limit and end - at < _REACH:
            word = words[end]
            if not word.is_word and not (word.quotation is None and word.is_capital):
                if word.text == "(" or (
                    words[end - 1].text[-1:] != "(" and word.text in ")"
                ):
                    close = next(
                        (
                            i
                            for i in range(end, min(limit, end + 6))
                            if words[i].text == ")"
                        ),
                        None,
                    )
                    if close is not None:
                        end = close + 1
                        continue
                break
            if end > at and (
                word.low in self.grammar.that
                or word.low
                in language.set_of("relatives") - language.set_of("articles")
            ):
                break
            if (
                end > at
                and word.low in self.grammar.stops
                and not (
                    word.low in language.set_of("linking")
                    and self.people.is_title(words[end - 1].low)
                )
            ):
                break
            if (
                end > at + 1
                and language.nouns_capital
                and word.low in language.set_of("articles")
                and (
                    words[end - 1].text[:1].isupper()
                    and words[end - 2].text[:1].isupper()
                )
            ):
                # "Präsident Ida Orm der Zeitung".
                break
            if end > at and word.low in language.set_of("conjunctions"):
                following = words[end + 1] if end + 1 < limit else None
                if following is None or not (
                    following.text[:1].isupper()
                    or following.low in language.set_of("articles")
                    or self.people.is_title(following.low)
                ):
                    break
            if (
                end > at + 1
                and language.nouns_capital
                and word.text.islower()
                and not (
                    word.low in language.set_of("linking") | language.set_of("articles")
                    or (end + 1 < limit and words[end + 1].text[:1].isupper())
                )
            ):
                break
            end += 1
        part = words[at:end]
        while part and part[-1].low in language.set_of("linking"):
            part = part[:-1]
        if not part:
            return None, begun
        who = self.people.speaker(self.phrase(part), behind=behind)
        more = self._chunk_after(end, limit)
        if more:
            told = self._apposed(part, more, opening=False)
            if told:
                return told, end + 1 + len(more)
        return who, end

    def _skip(self, at: int, limit: int) -> tuple[int, bool]:
        """Behind when, where and to whom it was said, that stand before a subject."""
        language, words = self.language, self.words
        begun = at
        if (
            at < limit
            and words[at].text == ","
            and self.language.code in ("fr", "es", "it", "pt")
        ):
            # "A réagi, très émue, Yvette Orm".
            chunk = self._chunk_after(at, limit)
            after = at + 1 + len(chunk)
            if 0 < len(chunk) <= 8 and after + 1 < limit and words[after].text == ",":
                nxt = self._chunk_after(after, limit)
                if nxt and (
                    self._is_name(nxt) or nxt[0].low in language.set_of("articles")
                ):
                    at = after + 1
        while at < limit:
            word = words[at]
            if word.low in language.set_of(
                "adverbs"
            ) and word.low not in language.set_of("pronouns"):
                at += 1
                continue
            article = word.low in language.set_of("articles")
            if (
                word.low in language.set_of("adjuncts")
                and word.low not in language.set_of("pronouns")
                and not article
            ):
                place = at + 1
                while place < limit and words[place].low in language.set_of("articles"):
                    place += 1
                while place < limit and place - at < 9:
                    here = words[place]
                    if not here.is_word:
                        break
                    fresh = place > at + 1 and (
                        here.low in language.set_of("articles")
                        or self.people.is_title(here.low)
                        or (
                            not language.nouns_capital
                            and self._is_person(place)
                            and here.text[:1].isupper()
                            and words[place - 1].text[:1].islower()
                        )
                        or here.low in language.set_of("pronouns")
                    )
                    if fresh and words[place - 1].low not in language.set_of(
                        "adjuncts"
                    ) | language.set_of("linking"):
                        break
                    if here.low in self.grammar.that:
                        break
                    place += 1
                at = place
                continue
            break
        return at, at > begun

    def _is_person(self, place: int) -> bool:
        """Whether a full name begins there, or one that the text gives in full."""
        word = self.words[place].text
        following = self.words[place + 1] if place + 1 < len(self.words) else None
        full = following is not None and following.text[:1].isupper()
        return full or self.people.named(word) != word

    def _chunk_after(self, end: int, limit: int) -> list[Token]:
        """The words between the comma at `end` and the next sign."""
        if end >= limit or self.words[end].text != ",":
            return []
        close = end + 1
        while close < limit and close - end < 14 and (self.words[close].is_word):
            close += 1
        return self.words[end + 1 : close]

    # --- where a clause ends

    def clause_end(self, at: int, begun: int) -> int:
        """Where the clause that begins at the word `begun` ends, from `at` on: the
        word after it."""
        words = self.words
        for place in range(at, len(words)):
            word = words[place]
            colon = word.text == ":" and place + 1 < len(words)
            if (
                word.text in (";", "؛")
                or (colon and place - begun > 2)
                or (word.text in "—–" and self.language.code not in ("ru", "uk"))
            ):
                return place
            if word.text in (",", "،") and place - begun >= 3 and self._ends_at(place):
                return place
            cue = self._cue_at.get(place)
            if cue is not None and self._reports(cue):
                return self._before(cue, at)
        end = len(words)
        while (
            end > at
            and not words[end - 1].is_word
            and words[end - 1].quotation is None
            and words[end - 1].text in ".!?…。"
        ):
            end -= 1
        return end

    def _ends_at(self, place: int) -> bool:
        for size in (1, 2):
            part = self.words[place + 1 : place + 1 + size]
            if len(part) < size:
                break
            rests = self.grammar.ends.get(part[0].low, ())
            if size == 1 and () in rests:
                relative = part[0].low in self.language.set_of("relatives")
                if not relative or self._last_comma <= place + 1:
                    return True
            if size == 2 and (part[1].low,) in rests:
                return True
        return place + 1 in self._cue_at

    def _reports(self, cue: Cue) -> bool:
        """Whether a later verb has something of its own to report."""
        after = cue.tail[1] if cue.tail else cue.last
        for word in self.words[after : after + 6]:
            if (
                word.low in self.grammar.that
                or word.text == ":"
                or word.quotation is not None
            ):
                return True
        return False

    def _before(self, cue: Cue, at: int) -> int:
        """Where the words before a second cue begin that belong to it."""
        for place in range(cue.first - 1, max(at, cue.first - 9), -1):
            word = self.words[place]
            if word.text in ",،":
                return place
            if word.low in self.language.set_of("conjunctions"):
                return place - (self.words[place - 1].text == ",")
        return cue.first


def _chunks(part: list[Token]) -> list[list[Token]]:
    """The words between commas."""
    found: list[list[Token]] = [[]]
    for word in part:
        if word.text in (",", "،"):
            found.append([])
        else:
            found[-1].append(word)
    return found


def quotation_of(reading: ForeignReading, word: Token) -> Quotation:
    """The quotation that a word stands for."""
    assert word.quotation is not None
    return reading.sentence.quotations[word.quotation]
