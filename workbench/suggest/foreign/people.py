"""Whom the subject of a verb names: a name, a title, a pronoun, a body."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from workbench.suggest.arabic import Arabic
from workbench.suggest.foreign.languages import Language, words

_ELIDED = (
    r"(?:[^\W\d_]{1,2}|[Qq]u|[Jj]usqu|[Dd]ell|[Nn]ell|[Aa]ll|[Dd]all|[Ss]ull|[Uu]n)['’]"
    r"(?=[^\W\d_])|"
)
#: These keep their period: "prof. Orm", "J. Orm", "z.B.".
_SHORT = (
    r"(?<![\w-])(?:prof|dr|gen|płk|kpt|mjr|św|ul|inż|mgr|red|mec|tys|mln|mld|ks|ok|np"
    r"|tzw|art|asp|mł|st|nadkom|podkom"
    r"|insp|kom|bryg|sierż|avv|ing|dott|sig|hr|fr|bzw|ca|ggf|inkl|drs|mr|ir|nr|г|ул"
    r"|им|тыс|тис|руб|проф|акад|ген|вул|обл|av|doç|yrd|[^\W\d_a-zà-öø-ÿа-я]|Dr|Prof"
    r"|Av|Doç|Sr|Sra|Dra|Drs|Mme|Mr)"
    r"\.(?=[^\S\n]+[^\W\d_])|"
)
_WORD = _SHORT + (
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u0652\u0670])*(?:[-.'’‑&/](?:[^\W_]"
    r"|[\u064b-\u0652])+)*"
    r"(?:-(?=[^\S\n])|:[a-zåäö]{1,3}(?!\w))?|«[^«»\n]{1,40}»|“[^“”\n]{1,40}”"
    r"|„[^„“”\n]{1,40}[“”]|\S"
)
_TOKENS = {True: re.compile(_ELIDED + _WORD), False: re.compile(_WORD)}
_ELIDING = ("fr", "it")
#: What may stand around a title and is not of it; French sets its spaces hard.
_LOOSE = " ,\t\u00a0\u202f"
#: No name and no title of one runs longer.
_LONGEST = 14

#: A speaker, and as what; None where nobody is plainly named.
Who = tuple[str, str | None] | None


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign; `low` is it in small letters, "" for a quotation."""

    start: int
    end: int
    text: str
    low: str
    #: Which quotation of the sentence it is.
    quotation: int | None = None

    @property
    def is_word(self) -> bool:
        """Whether letters or digits are in it."""
        return self.text[:1].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written like a name."""
        return self.text[:1].isupper() or self.text[:1] in "«“„\"'”"


def tokens(view: str, start: int, end: int, language: Language) -> list[Token]:
    """The words and signs of [start, end)."""
    pattern = _TOKENS[language.code in _ELIDING]
    return [
        Token(match.start(), match.end(), match.group(), folded(match.group()))
        for match in pattern.finditer(view, start, end)
    ]


def folded(word: str) -> str:
    """A word as the tables have it."""
    return word.casefold().replace("’", "'").rstrip(".")


_PARTICLES = words(
    "de del della di da do dos das du des la le van von der den ter ten y e i zu al "
    "el bin ibn af av"
)
#: Where somebody is from.
_FROM = words("van från fra for z ze på vid ved i из із з")
_NO_NAME = re.compile(r"\d")


class People:
    """The people and bodies of a text in one language, and who spoke last."""

    def __init__(self, text: str, language: Language) -> None:
        """Reads nothing yet: the names are looked for where one is asked for."""
        self.language = language
        self.arabic = Arabic(text)
        self._text = text
        self._full: dict[str, str] | None = None
        self._titled: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._small = frozenset().union(
            *(
                language.set_of(name)
                for name in (
                    "telling",
                    "articles",
                    "adverbs",
                    "adjuncts",
                    "conjunctions",
                    "that",
                    "according",
                    "relatives",
                    "finite",
                    "verbs",
                    "possessives",
                    "pronouns",
                )
            )
        )
        self.last: str | None = None
        self.last_person: str | None = None
        self.last_thing: str | None = None
        #: What a reader of its own has looked up once.
        self.indexed: tuple[dict[str, str], dict[str, str]] | None = None

    # --- what is known

    def is_title(self, word: str) -> bool:
        """Whether a word tells what somebody is."""
        language = self.language
        if word in language.set_of("titles"):
            return True
        endings = language.title_endings
        return bool(endings) and len(word) > 3 and word.endswith(endings)

    def titled(self, title: str) -> str | None:
        """Who has a title, as far as the text says."""
        self._names()
        return self._titled.get(title)

    def is_small(self, word: str) -> bool:
        """Whether a word belongs to the grammar."""
        return word in self._small

    def _names(self) -> dict[str, str]:
        if self._full is None:
            self._full = {}
            for line in self._text.split("\n"):
                self._learn_line(line)
        return self._full

    def _learn_line(self, line: str) -> None:
        known = tokens(line, 0, len(line), self.language)
        shouted = line.isupper()
        at = 0
        while at < len(known):
            end = _run(known, at)
            if end - at < 1 or not known[at].text[:1].isupper():
                at = max(end, at + 1)
                continue
            first = at
            while first < end and (
                self._is_head(known[first])
                or self.is_small(known[first].low)
                or known[first].low.endswith(("lerden", "lardan"))
                or (end - first > 2 and _is_acronym(known[first].text) and first > 0)
            ):
                first += 1
            for place in range(first, end - 2):
                if self._is_head(known[place]):
                    first = place + 1
            if end - first > 2 and known[first].low in _INSTITUTIONS:
                first += 1
            acronym = (
                known[end - 1].text.isupper()
                and len(known[end - 1].text) > 1
                and not shouted
            )
            if acronym:
                at = end
                continue
            if end - first == 3 and self._is_job(known, first):
                first += 1
            if end - first >= 2 and not _NO_NAME.search(
                line[known[first].start : known[end - 1].end]
            ):
                self._learn_name(line, known, first, end)
            at = end

    def _is_head(self, token: Token) -> bool:
        return self.is_title(token.low) or token.low in self.language.set_of(
            "honorifics"
        )

    def _is_job(self, known: Sequence[Token], first: int) -> bool:
        """ "Die Winzerin Hedwig Orm": a noun between an article and a name."""
        told = first > 0 and known[first - 1].low in self.language.set_of("articles")
        word = known[first].low
        if not told and (len(word) < 5 or (word.endswith("in") and len(word) < 8)):
            return False
        return self.language.nouns_capital and known[first].low.endswith(
            (
                "in",
                "er",
                "or",
                "ist",
                "mann",
                "frau",
                "wirt",
                "ent",
                "at",
                "ot",
                "eur",
                "ant",
            )
        )

    def _learn_name(self, line: str, known: list[Token], first: int, end: int) -> None:
        assert self._full is not None
        parts = [token.text for token in known[first:end]]
        name = line[known[first].start : known[end - 1].end]
        for part in (*parts[1:], parts[0]):
            if len(part) < 3 and part.islower():
                continue
            before = self._full.get(part.casefold())
            longer = (
                before
                and name.startswith(before.split()[0])
                and len(name) > len(before)
            )
            if before is None or (longer and len(parts) <= 4):
                self._full[part.casefold()] = name
        title = None
        for token in reversed(known[max(0, first - 8) : first]):
            if not token.is_word and token.text not in ",'’-":
                break
            if self.is_title(token.low):
                title = token
                if not self.language.nouns_capital:
                    continue
                break
        if title is not None:
            self._titled.setdefault(title.low, name)
            self._roles.setdefault(
                name, line[title.start : known[first].start].strip(_LOOSE)
            )
        elif end + 1 < len(known) and known[end].text == ",":
            for token in known[end + 1 : end + 5]:
                if not token.is_word:
                    break
                if self.is_title(token.low):
                    self._titled.setdefault(token.low, name)
                    break

    def role_of(self, speaker: str) -> str | None:
        """What the text calls this speaker beside the name."""
        return self._roles.get(speaker)

    def learn(self, speaker: str | None, role: str | None = None) -> None:
        """Remembers that somebody spoke."""
        if not speaker:
            return
        self.last = speaker
        body = self._has_body([Token(0, 0, w, folded(w)) for w in speaker.split()])
        if (speaker in self._names().values() and not body) or speaker in self._roles:
            self.last_person = speaker
        elif not role:
            self.last_thing = speaker
        if role:
            self._roles.setdefault(speaker, role)
            self.last_person = speaker
            for word in role.split():
                low = folded(word)
                if self.is_title(low):
                    self._titled.setdefault(low, speaker)
                    break

    def mind(self, known: Sequence[Token], text: str) -> None:
        """Remembers whom a sentence without a quote is about."""
        for at, token in enumerate(known[:12]):
            before = known[at - 1].low if at else ""
            if (
                token.text[:1].isupper()
                and not self.is_small(token.low)
                and (not at or self.is_title(before) or before in (",", ""))
            ):
                end = _run(known, at)
                name = text[token.start : known[end - 1].end]
                found = self.named(name)
                if found and found in self._names().values():
                    self.last = self.last_person = found
                    return

    def named(self, name: str) -> str | None:
        """The fullest name of the text that has these words."""
        words = name.split()
        while len(words) > 1 and (
            self.is_title(folded(words[0]))
            or folded(words[0]) in self.language.set_of("honorifics")
        ):
            words = words[1:]
        if not words:
            return None
        full = self._names().get(words[-1].casefold())
        if full and set(map(str.casefold, words)) <= set(full.casefold().split()):
            return full
        return " ".join(words)

    def like(self, parts: Sequence[str]) -> str | None:
        """The name of the text that these words are another case of."""
        many = len(parts)
        for name in dict.fromkeys(self._names().values()):
            known = name.split()
            if (
                len(known) >= 2
                and known[-many:] != list(parts)
                and all(map(_alike, known[-many:], parts))
            ):
                return name
        return None

    def is_like_title(self, word: str) -> bool:
        """Whether a word is a case of a title's or of a body's."""
        tables = ("titles", "bodies")
        return any(_nearest(word, self.language.set_of(name)) for name in tables)

    def of_title_like(self, word: str) -> str | None:
        """Who has the title that a word is another case of, else the title."""
        title = _nearest(word, self.language.set_of("titles"))
        if title is not None:
            self._names()
            return self._titled.get(title, title)
        body = _nearest(word, self.language.set_of("bodies"))
        return self.last_thing if body in _THINGS and self.last_thing else body

    # --- whom a phrase names

    def speaker(
        self,
        phrase: str,
        *,
        opening: bool = False,
        source: bool = False,
        behind: bool = False,
    ) -> tuple[str, str | None] | None:
        """Whom the subject `phrase` names, and as what; None where that is not plain.

        `opening`: the sentence begins with it, so its first capital tells nothing;
        `source`: it follows "according to", so that it is somebody or something;
        `behind`: it follows a verb that a quotation stands before.
        """
        phrase = _BRACKETS.sub(" ", phrase).strip(" ,–—-\u00a0\t")
        known = tokens(phrase, 0, len(phrase), self.language)
        language = self.language
        while known and (
            known[0].low in language.set_of("conjunctions")
            or (
                known[0].low in language.set_of("adverbs")
                and known[0].low not in language.set_of("pronouns")
                and known[0].low not in language.set_of("articles")
            )
        ):
            known = known[1:]
        if len(known) > 2 and f"{known[0].low} {known[1].low}" in language.set_of(
            "adverbs"
        ):
            known = known[2:]
        if not known or len(known) > _LONGEST:
            return None
        if len(known) <= 2 and phrase[known[0].start :].casefold() in language.set_of(
            "pronouns"
        ):
            who = self.last_person or self.last
            return (who, None) if who else None
        if not all(token.is_word or token.is_capital for token in known):
            return None
        if known[0].low in ("dessen", "deren") and len(known) > 1:
            known = known[1:]
        if known[0].low in language.set_of("articles"):
            job = len(known) == 4 and self._is_job(known, 1)
            known = known[1:]
            determined = True
            if job and all(token.text[:1].isupper() for token in known):
                name = phrase[known[1].start :]
                return self.named(name) or name, known[0].text
        else:
            determined = known[:1] != [] and known[0].low in language.set_of(
                "possessives"
            )
        if not known:
            return None
        known = self._without_home(known)
        first = _trailing(known)
        if (
            len(known) - first > 2
            and first
            and known[first].low in _INSTITUTIONS
            and known[first - 1].low in language.set_of("linking")
        ):
            # "Presidente della Regione Ida Orm".
            first += 1
        head = first
        while head < len(known) and (
            self._is_head(known[head])
            or (
                first < head + 1
                and len(known) - head > 2
                and _is_acronym(known[head].text)
                and len(known[head].text) > 1
            )
        ):
            head += 1
        if len(known) - head == 3 and self._is_job(known, head):
            head += 1
        governed = 0 < first == head and known[first - 1].low in (
            language.set_of("linking") | language.set_of("articles")
        )
        whole = phrase[known[0].start : known[-1].end]
        quoted = known[-1].text[:1] in "«“„"
        if head < len(known) and not governed and not quoted:
            name = phrase[known[head].start : known[-1].end]
            if language.nouns_capital and determined and head == 0:
                # "Der Deutsche Wetterdienst".
                return name, None
            before = phrase[known[0].start : known[head].start].strip(_LOOSE)
            if first and not self._is_described(known[:first], determined):
                plain = all(
                    (token.text.islower() or token.text.endswith((":s", "s")))
                    and token.is_word
                    and (
                        not self.is_small(token.low)
                        or token.low in language.set_of("linking")
                    )
                    for token in known[:first]
                )
                if (
                    not (plain and first <= 3 and len(known) - head >= 2)
                    or language.nouns_capital
                ):
                    return None
            full = self.named(name) or name
            before = _behind_article(before, language)
            if not first and head == 0 and self.is_small(known[0].low):
                return None
            return full, before or None
        if behind and language.code in ("pl", "ru", "uk"):
            # No article tells a noun there; in the dative it is whom they told.
            source = (
                len(known) <= 3
                and not self.is_small(known[0].low)
                and not (known[0].low.endswith(("om", "ам", "ям", "owi", "ові")))
            )
        return self._described(known, whole, determined or source, opening)

    def _without_home(self, known: list[Token]) -> list[Token]:
        """ "Voorzitter Henk Orm van de bond": without what follows the name."""
        for at in range(2, len(known)):
            two = known[at - 1].text[:1].isupper() and known[at - 2].text[:1].isupper()
            if (
                two
                and known[at].low in _FROM
                and not self.language.nouns_capital
                and (
                    at + 1 == len(known)
                    or known[at + 1].text.islower()
                    or len(known) - at <= 3
                )
                and not (
                    known[at].low == "van"
                    and at + 1 < len(known)
                    and known[at + 1].text[:1].isupper()
                )
            ):
                return known[:at]
        return known

    def _is_described(self, known: Sequence[Token], determined: bool) -> bool:
        if any(token.low in self.language.set_of("finite") for token in known):
            return False
        return determined or any(map(self._is_head, known)) or self._has_body(known)

    def _has_body(self, known: Sequence[Token]) -> bool:
        bodies = self.language.set_of("bodies")
        return any(
            token.low in bodies or token.low.rstrip("nset") in bodies for token in known
        ) or (
            self.language.nouns_capital
            and any(token.low.endswith(tuple(bodies)) for token in known)
        )

    def _described(
        self, known: Sequence[Token], whole: str, determined: bool, opening: bool
    ) -> tuple[str, str | None] | None:
        self._names()
        language = self.language
        nouns = [token for token in known if self.is_title(token.low)]
        if nouns and nouns[0] in known[:3]:
            owner = self._titled.get(nouns[0].low)
            short = len(known) <= 2 or (owner and self._shares(owner, known))
            if owner and short:
                return owner, None
        if (
            len(known) <= 2
            and known[-1].low.rpartition("-")[2] in self.language.set_of("anybody")
            and self.last_person
        ):
            return self.last_person, None
        if len(known) == 1 and _AGED.fullmatch(known[0].low) and self.last_person:
            return self.last_person, None
        if len(known) == 1 and known[0].low in _THINGS and self.last_thing:
            return self.last_thing, None
        capital = known[0].text[:1].isupper() and not self.language.nouns_capital
        if not (
            nouns
            or determined
            or self._has_body(known[:4])
            or (capital and (not opening or len(known) <= 5))
        ):
            return None
        if any(self._is_verb(token.low) for token in known):
            return None
        away = language.set_of("adjuncts") - language.set_of("linking")
        if opening and not nouns and any(token.low in away for token in known):
            return None
        if len(known) == 1 and self.is_small(known[0].low) and not nouns:
            return None
        return whole, None

    def _is_verb(self, word: str) -> bool:
        language = self.language
        return word in language.set_of("finite") or (
            word in language.set_of("relatives")
            and word not in language.set_of("articles")
            and word not in language.set_of("linking")
        )

    def _shares(self, owner: str, known: Sequence[Token]) -> bool:
        role = folded(self._roles.get(owner, ""))
        return all(token.low in role for token in known if len(token.low) > 3)


#: These stand between a title and a name: the president of the region, Ida Orm.
_INSTITUTIONS = words(
    "regione comune provincia junta xunta gobierno generalitat senado congreso "
    "parlamento cámara câmara estado prefeitura assembleia conseil assemblée région "
    "senato camera федерации госдумы области края республики думы ради области"
)
#: What a body that spoke before may be called.
_THINGS = words(
    "myndigheten bolaget företaget behörde ministerium unternehmen konzern verband "
    "organisation entreprise organisation syndicat ministère groupe association "
    "empresa organización ministerio entidad compañía azienda società ente ministero "
    "associazione empresa entidade ministério pasta bedrijf ministerie organisatie "
    "firma spółka resort instytucja selskabet virksomheden ministeriet selskapet "
    "departementet компания ведомство министерство организация компанія відомство "
    "міністерство організація"
)
_AGED = re.compile(r"\d{1,3}-(?:jähriger?|jarige|åring|åringen|årige)")
_BRACKETS = re.compile(r"[^\S\n]?\([^()\n]{1,40}\)")


def _run(known: Sequence[Token], at: int) -> int:
    """Where the run of capitalised words that begins at `at` ends, particles in."""
    end = at
    while end < len(known) and end - at < 8:
        token = known[end]
        if token.text[:1].isupper() and (end == at or _touches(known[end - 1], token)):
            end += 1
            continue
        ahead = end
        while ahead < len(known) and known[ahead].low in _PARTICLES and ahead - end < 3:
            ahead += 1
        inside = end > at and end < ahead < len(known)
        if not inside or not known[ahead].text[:1].isupper() or known[end].text == "i":
            break
        if known[end].low in ("der", "den", "des", "du", "y", "e") and ahead - end == 1:
            # "Sprecher der Bahn" is no name; "Ortega y Gasset" seldom is one.
            break
        if (
            known[end].low
            in (
                "y",
                "e",
                "i",
                "di",
                "da",
                "del",
                "de",
                "la",
                "do",
                "du",
                "des",
                "des",
                "le",
            )
            and ahead - end == 1
            and (len(known[end - 1].text) < 2)
        ):
            break
        end = ahead + 1
    return end


def _touches(one: Token, other: Token) -> bool:
    return other.start - one.end <= 1


def _trailing(known: Sequence[Token]) -> int:
    """Where the name that a phrase ends in begins; its length where it ends in none."""
    at = len(known)
    while at > 0:
        token = known[at - 1]
        if token.text[:1].isupper() or (at < len(known) and token.text[:1] in '«„“"'):
            at -= 1
            continue
        if (
            at < len(known)
            and at > 1
            and token.low in _PARTICLES
            and known[at - 2].text[:1].isupper()
            and token.low
            in (
                "von",
                "van",
                "de",
                "der",
                "den",
                "da",
                "dos",
                "di",
                "y",
                "e",
                "du",
                "do",
                "del",
                "la",
                "zu",
                "af",
                "ter",
            )
            and at >= 2
            and len(known) - at <= 2
            and _is_personal(known, at)
        ):
            at -= 1
            continue
        break
    return at


def _is_personal(known: Sequence[Token], at: int) -> bool:
    """Whether "Ana de la Roche" is meant rather than "Junta de Andalucía"."""
    particle, before = known[at - 1].low, known[at - 2].low
    if particle in ("der", "den"):
        return before in ("von", "van")
    return particle in ("von", "van", "ter", "dos", "y", "zu", "af") or (
        at >= 3
        and (
            known[at - 3].text[:1].isupper()
            or (known[at - 3].is_word and len(known[at - 3].text) > 4)
        )
    )


def _alike(one: str, other: str) -> bool:
    """Whether two words may be two cases of one name."""
    least = max(3, min(len(one), len(other)) - 2)
    return one[:least] == other[:least] and abs(len(one) - len(other)) <= 3


def _nearest(word: str, known: Iterable[str]) -> str | None:
    """Which of several words a word is most likely another case of, if of any."""
    return min(
        (one for one in known if len(one) > 3 and _alike(one, word)),
        key=lambda one: (
            -_common(one, word),
            abs(len(one) - len(word)),
            one,
        ),
        default=None,
    )


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _behind_article(role: str, language: Language) -> str:
    """A role without what stands before its article: "le braccia il sindaco"."""
    parts = role.split()
    for at in range(len(parts) - 1, 0, -1):
        known = parts[at].casefold() in ("il", "lo", "el", "o")
        if known and parts[at].casefold() in language.set_of("articles"):
            return " ".join(parts[at + 1 :])
    return role


def _is_acronym(word: str) -> bool:
    """UOKiK, but no name with one capital."""
    return len(word) > 1 and "-" not in word and sum(map(str.isupper, word)) >= 2
