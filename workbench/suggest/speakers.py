"""Who speaks: names, their titles, and whom "she" or "the mayor" stands for."""

import re

from workbench.suggest.arabic import Arabic
from workbench.suggest.clauses import COMMA
from workbench.suggest.lexicon import PASTS, alternatives, holds, listed
from workbench.suggest.subjects import (
    ADJUNCT,
    ASIDE,
    PRONOUNS,
    RELATIVE,
    before_home,
    head_of,
    without_adverbs,
)
from workbench.suggest.titles import (
    BODIES,
    CALLED_BY,
    CAP,
    DETERMINERS,
    LEADING,
    NAME,
    OF_OFFICE,
    OFFICES,
    OTHERWISE,
    SOMEBODY,
    SPLIT,
    TITLES,
    fold,
    has_name,
    has_title,
    is_name,
    is_numbered,
    is_role,
    is_somebody,
    of_whole_title,
    split_name,
    without_generation,
    without_office,
)

_S = r"[^\S\n]+"


_POSSESSIVES = frozenset(("his", "her", "their", "its"))
_STATEMENT = frozenset(("statement", "letter", "tweet", "post", "message", "release"))


#: "She had at first": nobody else is named.
_PRONOUN_ALONE = re.compile(
    r"(?P<who>he|she)(?:[^\S\n]+(?:had|has|have|was|is|at|first|last|on|in|for|his|her"
    r"|own|years?|part|private|public|turn|[a-z]+ly|since|once|also|then)){1,5}",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(r"(?P<who>he|she)[^\S\n]+and[^\S\n].*", re.IGNORECASE)
#: "Which they say was rigged".
_WHICH_THEY = re.compile(
    r"(?:which|that|who|whom)[^\S\n]+(?P<who>he|she|they|it)", re.IGNORECASE
)
_PRONOUN_FIRST = frozenset(("he", "she", "which", "that", "who", "whom"))
#: What a reporter calls whoever spoke before, so as not to say the name again.
_ANYBODY = listed(
    "diplomat official politician lawmaker executive businessman businesswoman "
    "billionaire"
)
_UNNAMED = listed("source insider")
_AGED = re.compile(r"the \d+-year-old(?: [a-z]+)?", re.IGNORECASE)
_SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain",
    "adm": "admiral",
    "prof": "professor",
    "dr": "doctor",
    "cllr": "councillor",
    "justice": "judge",
}


def _in_full(role: str) -> list[str]:
    """The words of a role, its short ones in full: Gov. is governor."""
    words = role.casefold().replace(".", "").split()
    return [_SHORT.get(word, word) for word in words]


#: Kinds of minister, secretary and the like, of which two are never the same.
_KINDS = listed(
    "prime foreign finance defence defense interior home health justice deputy vice "
    "energy education transport trade culture agriculture press general first chief "
    "former"
)


def _fits(bare: list[str], role: str) -> bool:
    """Whether "prime minister" may be who has this role, and no foreign minister."""
    told, has = [word.casefold() for word in bare], _in_full(role)
    if told[-1] not in has:
        return False
    at = has.index(told[-1])
    kind = told[-2] if len(told) > 1 else ""
    own = has[at - 1] if at else ""
    return not (kind in _KINDS and kind not in has) and not (
        own in ("deputy", "vice", "former") and own not in told
    )


_SURNAME_FIRST = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+"
    r"|(?:Xi|He|Shen|Li|Wang|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu"
    r"|Guo|Lin"
    r"|Gao|Luo|Kim|Lee|Park|Choi|Jung|Kang|Cho|Yoon|Moon|Jang|Lim|Han|Shin|Nguyen|Tran"
    r"|Pham) [A-Z][a-z]+"
)
#: "Figures released by the ministry": who has them tells.
_DATA_BY = re.compile(
    rf"(?:(?:official|new|newest|latest|preliminary|fresh|recent){_S})?(?:data|figures"
    rf"|statistics|numbers|results|estimates){_S}(?:(?:released|published|issued"
    rf"|compiled|collected|provided){_S}(?:on{_S}[A-Z][a-z]+day{_S}|[a-z]+day{_S})?by"
    rf"|from){_S}"
    rf"(?P<who>.+)$",
    re.IGNORECASE,
)
#: "A poll released last week by Orm College": so does who made it. Only of what finds
#: something out: a lawsuit or a letter by somebody speaks for itself.
_PAPER_BY = re.compile(
    rf"(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne|[Aa]nother|[Tt]his){_S}(?:[\w-]+{_S}){{0,3}}?(?:report|study|survey"
    rf"|poll|analysis|review|investigation|assessment){_S}(?:[a-z]+ed{_S})?"
    rf"(?:(?:of|for){_S}(?:(?:[\w’'-]+|\d[\d,]+){_S}){{1,6}}?)?"
    rf"(?:(?:last|this|on|in|earlier){_S}[\w]+{_S})?(?:by|from){_S}(?P<who>(?!(?:Dame|Sir|Mrs?|Ms|Lord|Lady|Baroness)\b)(?:the{_S})?"
    r"(?:[a-z]+[^\S\n]){0,2}[^\W\d_a-z].*)$"
)
#: What opens a sentence before its subject: "Instead, he", "Defending, Ida Orm".
OPENS = re.compile(
    r"(?:[A-Z][a-z]+(?:ly|wide|where)|Instead|Overnight|Overall|Then|Later|Earlier"
    r"|Today"
    r"|Yesterday|Meanwhile|However|Moreover|Furthermore|Besides|Indeed|Still|Yet"
    r"|[A-Z][a-z]{2,}ing(?:[^\S\n].*)?"
    r"|(?:On|In|At|During|After|Before|Since|For|By|With|As|Under|Amid|Despite|Unlike"
    r"|Like"
    r"|Among|Outside|Inside|Across|From|To|When|While|If|Although|Though|Because|Once"
    r"|Until|Asked|Pressed|Questioned)[^\S\n].*)$"
)
_DOING = re.compile(r"[A-Z][a-z]{2,}ing\b")
#: "Ida Orm, the special envoy of the league,": what somebody is who may speak later.
_IS_THE = re.compile(
    rf",{_S}(?:the|its|his|her|their){_S}(?P<role>[^,.;:\n“”\"]{{2,80}})"
    rf"(?=,)(?!,{_S}(?:[^\W\d_a-z]|an?{_S}))"
)
_PLACED = re.compile(
    rf"\b(?:in|at|on|near|from|to|around|across|into|for|after|under|of|about|over){_S}$",
    re.IGNORECASE,
)
#: "A resident, who gave his name as Ida".
_NAMED_AS = re.compile(
    rf"\bgave{_S}(?:only{_S})?(?:his|her|their)(?:{_S}first)?{_S}name(?:{_S}(?:only"
    rf"|just))?{_S}as"
    rf"{_S}(?P<who>[^\W\d_a-z][\w’'-]*(?:{_S}[^\W\d_a-z][\w’'-]*)?)"
)
_WHOSE = re.compile(rf"(?:Her|His|Their|The|An?|One){_S}")
#: The small words before a first name: "retired driver Ida Holm".
_SMALL = re.compile(r"(?:[a-z][\w’'-]*[^\S\n]+){0,5}")


#: One capital and an ending of many: Residents, Police; no ISIS.
_PLURAL = re.compile(r"[A-Z][a-z]{3,}(?<!s)s|Police|People|Staff|Women|Men|Children")


class Names:
    """The names of a text, and what was learnt of their owners so far."""

    def __init__(self, text: str) -> None:
        """Reads all names of `text`."""
        self._text = text
        #: Looked for when it is asked for first.
        self._introduced: set[str] | None = None
        #: The last parts of names that people have.
        self._persons: set[str] = set()
        self.arabic = Arabic(text)
        self._apostrophe = "’" if "’" in text else "'"
        self._by_end: dict[str, list[tuple[str, ...]]] = {}
        #: Names whose first part is the surname: Park Ji-won, Xi Jinping.
        self._by_start: dict[str, tuple[str, ...]] = {}
        #: Names by their first part, which somebody may be called alone.
        self._by_first: dict[str, tuple[str, ...]] = {}
        #: And by the first of two surnames: Quintana for Ida Quintana Holm.
        self._by_middle: dict[str, tuple[str, ...]] = {}
        self._roles: dict[str, str] = {}
        #: Who has a role with this title in it, and which, in the order they got it.
        self._titled: dict[str, dict[str, str]] = {}
        #: Who stands behind a title in small letters, though nobody calls them so yet.
        self._by_small_title: dict[str, set[str]] = {}
        #: Whom the text was about last, should nobody have spoken yet.
        self._about: str | None = None
        #: Who spoke last, and which body, thing or group did.
        self.last: str | None = None
        self.last_thing: str | None = None
        #: Those with the names of people that the text calls "which".
        self.things: set[str] = set()
        self._last_person: str | None = None
        self._spoke: set[str] = set()
        #: Where something is: "Vox Orm" is a paper, and not who Orm is in full.
        self._places = set(_PLACES.findall(text))
        #: What companies' names begin with, where the text speaks of "the company".
        self._companies: set[str] | None = None
        self._company: str | None = None
        self._of_body: dict[str, str] = {}
        self._of_group: dict[str, str] = {}
        #: "The Port Authority of Orm (PAO)": whom the letters stand for.
        self._abbreviated = {
            short[1]: full
            for short in _SHORT_NAME.finditer(text)
            if (
                full := _stands_for(
                    text[max(0, short.start() - 100) : short.start()], short[1]
                )
            )
        }
        apart: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        names = [(match, *split_name(match.group())) for match in NAME.finditer(text)]
        #: What stands as a name of one or two words: "Orm", "Ms Orm", "Ida Orm".
        self._short = {name for _, _, name in names if len(name) < 3}
        if holds(text, _THE_COMPANY):
            self._companies = {
                name[0] for match, _, name in names if name and _is_traded(text, match)
            }
        for match, role, name in names:
            start, end = match.span()
            if end - start <= 100:
                before = text[max(0, start - 90) : start]
                words = match.group().split()
                is_person = self._shows_person(match)
                if len(name) > 2 and OF_OFFICE.search(before):
                    name = without_office(name)
                if is_person:
                    whole = self._of_whole_title(before, words)
                    name = split_name(" ".join(whole))[1] if whole else name
                    self._persons.add(fold(words[-1]))
                title = before[:-1].rpartition(" ")[2]
                if len(name) > 1 and title in TITLES and before[-1:] == " ":
                    self._by_small_title.setdefault(title, set()).add(" ".join(name))
                apart.append((role, name))
        known = {name for _, name in apart if len(name) > 1}
        seen: set[tuple[str, ...]] = set()
        for role, name in apart:
            if (
                len(name) > 2
                and name[1:] in known
                and name[-1].casefold() not in BODIES
                and name[1][0].isupper()
            ):
                # "Beekeeper Ida Holm" where Ida Holm stands too.
                role, name = (*role, name[0]), name[1:]
            if len(name) > 1 and name not in seen:
                seen.add(name)
                # Few names share an ending; the bound keeps odd texts quick.
                for last in {name[-1], without_generation(name)[-1]}:
                    same = self._by_end.setdefault(fold(last), [])
                    if len(same) < 20:
                        same.append(name)
                if len(name) == 3:
                    self._by_middle.setdefault(fold(name[1]), name)
                if len(name) in (2, 3):
                    self._by_first.setdefault(fold(name[0]), name)
                legal = name[-1].rstrip(".") in _LEGAL
                if _SURNAME_FIRST.fullmatch(" ".join(name)) or role or legal:
                    self._by_start.setdefault(fold(name[0]), name)
            if role and name:
                self._call(" ".join(self.fullest(name)), " ".join(role))
        for match, _, name in names:
            what = _IS_THE.match(text, match.end())
            if what and _PLACED.search(text, max(0, match.start() - 9), match.start()):
                # "In New Dell, the prime minister, Bo Holm,".
                continue
            if what and len(name) > 1 and has_title(what["role"]):
                self._call(" ".join(self.fullest(name)), what["role"])

    def fullest(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """The fullest name of the text that ends like `name`."""
        folded = tuple(map(fold, name))
        best = name
        for longer in self._by_end.get(folded[-1], ()) if folded else ():
            if (
                len(best) < len(longer) <= 5
                and len(name) < 4
                and folded
                in (
                    tuple(map(fold, longer[-len(name) :])),
                    tuple(map(fold, without_generation(longer)[-len(name) :])),
                )
                and (longer[0].casefold() not in OTHERWISE or folded[0] in BODIES)
                and not (
                    name[0] in self._places and " ".join(longer) not in self._roles
                )
                # Of two people with one surname, the first; a longer form of the same
                # name begins like it.
                and (best == name or longer[0] == best[0])
            ):
                best = longer
        last = tuple((self._last_person or "").split())
        if (
            best != name
            and without_generation(last)[-len(name) :] == name
            and last[0] != best[0]
        ):
            best = last if len(last) > len(name) else best
        if best == name and len(name) == 1:
            known = self._by_start.get(folded[0]) or self._abbreviated.get(name[0])
            if known is None and folded[0] in self._persons:
                known = self._by_middle.get(folded[0])
            first = self._by_first.get(folded[0])
            called = first and (self.is_person(first) or folded[0] in self._persons)
            return known or (first if first and called else name)
        return best

    def role_of(self, speaker: str) -> str | None:
        """What the text calls this speaker beside the name: "mayor of Port Vessing"."""
        return self._roles.get(speaker)

    def learn(self, speaker: str, role: str | None) -> None:
        """Remembers what a speaker is, and that they spoke last."""
        self.last = speaker
        if self._is_company(tuple(speaker.split())):
            self._company = self.last_thing = speaker
        elif speaker in self.things:
            self.last_thing = speaker
        elif _is_person(speaker):
            self._last_person = speaker
        self._spoke.add(speaker)
        told = speaker[0].islower() and not speaker.startswith("the ")
        if told and speaker.split()[0] not in _POSSESSIVES:
            # "Four people close to her", who are "the people" from then on.
            words = SPLIT.split(speaker, maxsplit=1)[0].split()
            many = [word for word in words if word.endswith("s") or word == "people"]
            self._of_group[(many or words)[-1]] = speaker
        body = speaker.split()[-1].casefold()
        if body in BODIES and " " in speaker and "'" in speaker.replace("’", "'"):
            # "Mali's army", which is "the army" from then on.
            self._of_body.setdefault(body, speaker)
        if speaker[0].islower() or speaker.split()[-1].casefold() in BODIES:
            self.last_thing = speaker
        if role:
            self._call(speaker, role)

    def _call(self, name: str, role: str) -> None:
        if self._roles.get(name, "Dr") != "Dr":
            return
        self._roles[name] = role
        for word in TITLES.intersection(_in_full(role)):
            of_title = self._titled.setdefault(word, {})
            # The latest are asked; the bound keeps odd texts quick.
            if len(of_title) < 50:
                of_title[name] = role

    def spoke(self, speaker: str) -> bool:
        """Whether this speaker has been quoted already."""
        return speaker in self._spoke

    def honoured(self, text: str) -> None:
        """Remembers whom the last "Ms Orm" in `text` means: they may speak next."""
        found = list(_HONOURED.finditer(text))
        if found:
            name = tuple(found[-1]["name"].split())
            self.last = self._last_person = " ".join(self.fullest(name))

    def is_quoted(self, name: str) -> bool:
        """Whether the text says somewhere that whoever has this name said something."""
        last = name.split()[-1]
        at = self._text.find(last)
        while at >= 0:
            end = at + len(last)
            alone = _NOT_IN_WORD.match(self._text, at) and _NOT_JOINED.match(
                self._text, end
            )
            if alone and (
                _THEN_SAID.match(self._text, end)
                or _SAID_BEFORE.search(self._text, max(0, at - 200), at)
            ):
                return True
            at = self._text.find(last, end)
        return False

    def again(self, speaker: str) -> str:
        """A speaker named before the text said who that is: "mayor" in a headline."""
        if speaker.split()[0].casefold() in _POSSESSIVES:
            return speaker
        # Who spoke last in the whole text is nobody a headline speaks of.
        kept = self.last, self._last_person
        self.last = self._last_person = None
        found = self._named(speaker)
        self.last, self._last_person = kept
        return found[0] if found else speaker

    def speaker(self, phrase: str) -> tuple[str, str | None] | None:
        """Whom a subject names, and as what; None where it names nobody.

        A pronoun is who spoke last; a surname or title the person it belongs to.
        """
        phrase = _IN_BRACKETS.sub("", phrase) if "(" in phrase else phrase
        phrase = _WHICH_THE.sub("", phrase, count=1)
        parts = [part.strip() for part in COMMA.split(phrase.strip(" \t,"))]
        while (
            len(parts) > 1
            and OPENS.match(parts[0])
            # "Modelling by the bank, a first," is no "Jailing her".
            and not (_DOING.match(parts[0]) and parts[1].startswith(("a ", "an ")))
        ):
            parts = parts[1:]
        bare = phrase.strip(" ,")
        by = holds(bare.casefold(), ("by", "from"))
        data = (_DATA_BY.match(bare) or _PAPER_BY.match(bare)) if by else None
        if data:
            return self.speaker(data["who"])
        named_as = _NAMED_AS.search(phrase) if " gave " in phrase else None
        if named_as:
            return named_as["who"], None
        parts = before_home(parts)
        told = parts[:1] + [part for part in parts[1:] if not ASIDE.match(part)]
        chunks = [chunk for chunk in map(without_adverbs, told) if chunk]
        if not chunks or len(phrase) > 400:
            return None
        head, role = head_of(chunks)
        found = self._named(head)
        if found is None:
            return None
        # Odd spaces, such as one that does not break, are no part of a name.
        name, own = found[0].strip(), found[1]
        if not name or _SAYS_SOMETHING.search(name):
            return None
        role = _UNFINISHED.sub("", role or own or "").strip() or None
        if role and (
            _SAYS_SOMETHING.search(role)
            or _DID_TO.search(role)
            or role.casefold() in ("elder", "younger", "late", "young", "old")
            or ADJUNCT.match(role)
            or _NO_ROLE.match(role)
        ):
            # "The lawyer pressed Orm" tells what was done to Orm.
            role = None
        return name, role or self._roles.get(name)

    def _named(self, phrase: str) -> tuple[str, str | None] | None:
        phrase = _MARKS.sub("", phrase)
        phrase = _TICKER.sub("", phrase) if "(" in phrase else phrase
        phrase = phrase.strip(" \t‘•*–-")
        theirs = _THEIRS.fullmatch(phrase) if " " in phrase else None
        if theirs and theirs["who"].split()[-1].casefold() not in BODIES:
            _, name = split_name(theirs["who"])
            if len(name) > 1:
                body = DETERMINERS.sub("", theirs["body"], count=1)
                return " ".join(self.fullest(name)), body
        folded = phrase.casefold()
        if folded == "one":
            return None
        if folded == "it":
            return (self.last_thing, None) if self.last_thing else None
        if folded.partition(" ")[0] in _PRONOUN_FIRST and " " in phrase:
            bare = (
                _PRONOUN_ALONE.fullmatch(phrase)
                or _AND_OTHERS.fullmatch(phrase)
                or _WHICH_THEY.fullmatch(phrase)
            )
            phrase = bare["who"] if bare else phrase
            folded = phrase.casefold()
        if folded in PRONOUNS:
            alone = folded in ("he", "she", "him", "her")
            last = ((self._last_person or self._about) if alone else None) or self.last
            return (last, None) if last else None
        words = phrase.split()
        if not words or len(words) > 14:
            return None
        if words[0].casefold() in _POSSESSIVES:
            return self._owned(words)
        if (
            (definite_nation := _NATION.fullmatch(phrase))
            and self._last_person
            and definite_nation[1] not in self._last_person
        ):
            return self._last_person, None
        joined = self._joined(phrase) if " and " in phrase else None
        if joined:
            return joined
        if _HEAD_OF_STATE.fullmatch(phrase):
            leader = self._leader()
            if leader:
                return leader
        head = SPLIT.split(phrase, maxsplit=1)[0]
        names = list(NAME.finditer(head))
        long = " of " in phrase or " for " in phrase
        leads = self._of_title(phrase, head) if long else None
        if leads:
            return leads
        if names and names[-1].end() == len(head):
            role, name = split_name(names[-1].group())
            before = DETERMINERS.sub("", head[: names[-1].start()].strip() + " ", 1)
            if before.strip() and not role and not is_role(before):
                # "Hoenig wants the Kansas City Fed".
                before = ""
            full = " ".join([*before.split(), *role]).strip()
            if (
                len(name) == 1
                and not before.strip()
                and self._is_group(name[0], phrase, head)
            ):
                return phrase[0].lower() + phrase[1:], None
            if len(name) == 1 and name[0].casefold() in BODIES and before[:1].isupper():
                # "The Lakeland state Department".
                return DETERMINERS.sub("", head, count=1), None
            if name:
                whole = self._organisation(phrase, head) or " ".join(self.fullest(name))
                by = role[-1] if role else self._roles.get(whole, "").split(" ")[-1]
                called = tuple(whole.split())
                alone = len(called) == 1 or (len(called) == 2 and is_numbered(called))
                if alone and by.casefold() in CALLED_BY:
                    return f"{by} {whole}", " ".join(full.split()[:-1]) or None
                return whole, full or None
            return self._described(phrase, full or head)
        return self._described(phrase, head)

    def _of_title(self, phrase: str, head: str) -> tuple[str, str | None] | None:
        """ "Leader of Opposition Ida Holm": somebody behind the whole of a title."""
        if not has_title(head) or is_name(head):
            return None
        if not _OF_WHAT.match(phrase, len(head)):
            return None
        names = list(NAME.finditer(phrase))
        if not names or names[-1].end() != len(phrase):
            return None
        words = names[-1].group().split()
        whole = self._of_whole_title(phrase[: names[-1].start()], words)
        if whole:
            named = " ".join(self.fullest(split_name(" ".join(whole))[1]))
            place = phrase.rfind(" ".join(whole))
            return named, DETERMINERS.sub("", phrase[:place], count=1).strip()
        between = phrase[len(head) : names[-1].start()]
        if _IN_SMALL.fullmatch(between) and len(words) > 1:
            # "Former head of planning Ida Orm".
            role, name = split_name(names[-1].group())
            told = DETERMINERS.sub("", f"{head}{between}".strip(), count=1)
            return " ".join(self.fullest(name)), " ".join([told, *role])
        if not head.split()[-1][:1].isupper():
            return None
        name = without_office(split_name(names[-1].group())[1])
        if phrase[len(head) :].lstrip() == f"of {' '.join(name)}":
            # "The CEO of Orm Resorts".
            return None
        for start in range(len(name) - 2, max(0, len(name) - 3) - 1, -1):
            full = self.fullest(name[start:])
            if self.is_person(full):
                place = phrase.rfind(" ".join(full))
                place = place if place >= 0 else phrase.rfind(name[start])
                return " ".join(full), phrase[:place].strip()
        return None

    def _of_whole_title(self, before: str, words: list[str]) -> list[str] | None:
        short = tuple(words[-1:]) in self._short or tuple(words[-2:]) in self._short
        return of_whole_title(before, words, short)

    def _leader(self) -> tuple[str, str | None] | None:
        """The president or whoever of the text "the head of state" must be."""
        for title in ("president", "king", "queen", "emperor", "premier"):
            for name in reversed(self._titled.get(title, {})):
                return name, None
        return (self._last_person, None) if self._last_person else None

    def _joined(self, phrase: str) -> tuple[str, str | None] | None:
        """Whom a subject with an "and" in it names, where that is no plain one."""
        both = self._both(phrase)
        if both:
            return both, None
        if _OFFICIALS.fullmatch(phrase):
            # "Russian and Iranian officials".
            return DETERMINERS.sub("", phrase, count=1), None
        one, _, two = phrase.rpartition(" and ")
        if not one.strip() or not has_name(two):
            return None
        if one.split()[-1].casefold() in OFFICES:
            # "Climate and Energy Minister Ida Orm".
            found = self._named(two)
            if found and found[1]:
                office = DETERMINERS.sub("", one, count=1)
                return found[0], f"{office} and {found[1]}"
        if is_name(two) and not self._speaks(one):
            # "Up to the match and team captain Bo Orm said".
            return self._named(two)
        return None

    def _speaks(self, phrase: str) -> bool:
        """Whether somebody or some body is what `phrase` ends in."""
        last = phrase.split()[-1].casefold().rstrip("s")
        return (
            is_name(phrase)
            or has_title(phrase)
            or last in TITLES
            or last in SOMEBODY
            or last in BODIES
            or SPLIT.search(phrase) is not None
        )

    def _both(self, phrase: str) -> str | None:
        """ "China and the Philippines", each in full; None where it is one name."""
        pair = _TWO.fullmatch(phrase)
        if pair is None or not (is_name(pair["one"]) and is_name(pair["two"])):
            return None
        if pair["one"].split()[-1].casefold() in OFFICES:
            return None
        one = DETERMINERS.sub("", pair["one"], count=1).strip()
        one = _POSSESSOR.sub("", one)
        if pair["two"].split()[-1].casefold() in BODIES and " " not in one:
            # "The Competition and Consumer Commission" is one.
            return DETERMINERS.sub("", phrase, count=1)
        names = []
        for part in (pair["one"], pair["two"]):
            _, name = split_name(DETERMINERS.sub("", part, count=1))
            article = "the " if part.startswith("the ") else ""
            names.append(article + " ".join(self.fullest(name)))
        return f"{names[0]} and {names[1]}"

    def _is_group(self, word: str, phrase: str, head: str) -> bool:
        """ "Residents of Maple Hollow": a noun that only its place gives a capital."""
        if len(phrase) == len(head):
            return False
        return _PLURAL.fullmatch(word) is not None and len(self.fullest((word,))) == 1

    def _organisation(self, phrase: str, head: str) -> str | None:
        """ "US Department of State": a name that goes on after "of"."""
        rest = phrase[len(head) :]
        inner = head.split()[-1].casefold()
        if inner in BODIES and _OF_NAME.match(rest):
            return DETERMINERS.sub("", phrase, count=1)
        return None

    def _described(self, phrase: str, head: str) -> tuple[str, str | None]:
        """Who "the spokeswoman" or "the council" is, else the words themselves."""
        bare = DETERMINERS.sub("", head, count=1).split()
        definite = phrase[:4].casefold() == "the "
        noun = bare[-1].casefold() if bare else ""
        if noun and (definite or (len(bare) == len(head.split()) and noun in TITLES)):
            longer = self.fullest((noun,))
            if len(longer) > 1 and len(bare) == 1:
                return " ".join(longer), None
            for name, role in reversed(self._titled.get(noun, {}).items()):
                if _fits(bare, role):
                    return name, None
            aged = _AGED.fullmatch(phrase) is not None
            person = self._last_person or ""
            alone = noun in _ANYBODY or (
                head == phrase
                and all(
                    word[0].isupper() or word[0].isdigit() or word in _ONCE
                    for word in bare[:-1]
                )
                and self._is_epithet(noun)
            )
            full = " " in person and person[0].isupper()
            if definite and full and (aged or alone):
                return person, None
            spoke = SPLIT.split(self.last or "", maxsplit=1)[0].split()
            if definite and len(bare) == 1 and self._is_epithet(noun):
                named = self._by_small_title.get(noun, set())
                if len(named) == 1:
                    # "Beaten by driver Ida Holm. The driver said".
                    return next(iter(named)), None
            if noun in _UNNAMED and spoke and spoke[-1] in _UNNAMED and self.last:
                # "A source at the club said so. The insider added".
                return self.last, None
            known = self._of_body.get(noun) or self._of_group.get(noun)
            if definite and len(bare) == 1 and known:
                return known, None
            if definite and len(bare) == 1 and noun in _COMPANY and self._company:
                return self._company, None
            if noun in _STATEMENT and self.last and " by " not in phrase:
                return self.last, None
        first = phrase.split()[0]
        lowered = first.casefold() in LEADING or DETERMINERS.match(phrase)
        phrase = RELATIVE.split(phrase, maxsplit=1)[0]
        if not phrase:
            return "", None
        return (phrase[0].lower() + phrase[1:] if lowered else phrase), None

    def _is_company(self, name: tuple[str, ...]) -> bool:
        """Whether this is one of the text's companies, in full or in part."""
        return self._companies is not None and (
            " ".join(name) in self.things
            or name[0] in self._companies
            or name[-1].rstrip(".") in _CORPORATE
        )

    def _is_epithet(self, noun: str) -> bool:
        """Whether "the teacher" is no other person of the text than whom it named."""
        if noun not in TITLES and noun not in SOMEBODY and not _DOER.search(noun):
            return False
        if self._introduced is None:
            self._introduced = {
                word
                for some in _INDEFINITE.finditer(self._text)
                for word in some.group().casefold().split()
            }
        return not {noun, f"{noun}s"} & self._introduced

    def _shows_person(self, name: re.Match[str]) -> bool:
        """Whether a name stands where people's names do: before "said", behind "Ms"."""
        if _PERSONAL.match(self._text, name.end()) or _MR.match(name.group()):
            return True
        start = name.start()
        return _HE_SAID.search(self._text, max(0, start - 14), start) is not None

    def is_person(self, name: tuple[str, ...]) -> bool:
        """Whether the text treats the owner of a name as somebody: quotes them, gives
        their age, calls them Ms."""
        return fold(name[-1]) in self._persons or " ".join(name) in self._roles

    def mind(self, words: str) -> None:
        """Remembers whom a sentence is about: the full name, the name behind "For" or
        "named", or the somebody that it begins with."""
        first, comma, more = words.partition(", ")
        subject = more if comma and OPENS.match(first) else words
        subject = _WHOSE.sub("", subject, count=1)
        small = _SMALL.match(subject)
        opening = NAME.match(subject, small.end() if small else 0)
        if about := self._about_whom(words):
            self.learn(about, None)
            return
        if by := self._answered_by(words):
            self.learn(by, None)
            self._last_person = by
            return
        behind = more if comma and len(first.split()) < 4 else subject
        if some := _SOMEBODY_WAS.match(words) or _SOMEBODY_WAS.match(behind):
            self.learn(some["who"][0].lower() + some["who"][1:], None)
        if opening is None:
            return
        role, name = split_name(opening.group())
        full = self.fullest(name)
        if name and self._is_company(full):
            self._company = " ".join(full)
        told = small.group().split()[-1:] if small else []
        titled = _MR.match(opening.group()) or (told and told[0] in SOMEBODY | TITLES)
        if titled and len(full) == 1:
            self._about = full[0]
            if told and told[0] in SOMEBODY:
                self.learn(full[0], None)
        elif 1 < len(full) < 5 and full[-1].casefold() not in BODIES:
            self._about = " ".join(full)
        if not 1 < len(full) < 5 or full[-1].casefold() in BODIES:
            return
        last = (self._last_person or "").split()[-1:]
        if last and last != [full[-1]] and last[0] in words.split():
            # "Reyl met Brandt, and she said": whoever spoke last may well be she.
            return
        if self.is_person(full) or _WAS_SO.match(subject, opening.end()):
            self.learn(" ".join(full), " ".join(role) or None)

    def _answered_by(self, words: str) -> str | None:
        """Who does not agree, or does: "That is disputed by a former clerk"."""
        by = _ANSWERED_BY.search(words) if " by a" in words else None
        return by["who"] if by and is_somebody(by["who"]) else None

    def _about_whom(self, words: str) -> str | None:
        """Whom a sentence names without beginning with it."""
        for_whom = _FOR_WHOM.match(words)
        named = _NAMED_SO.match(words)
        if named and not is_somebody(named["what"].rpartition(", ")[2]):
            # "A boat named Ida Orm".
            named = None
        found = for_whom or named
        name = self.fullest(split_name(found["who"])[1]) if found else ()
        known = len(name) > 1 and (named is not None or self.is_person(name))
        return " ".join(name) if known else None

    def _owned(self, words: list[str]) -> tuple[str, str | None] | None:
        """ "Her office": the office of who spoke last."""
        names = NAME.search(" ".join(words[1:]))
        if names and names.end() == len(" ".join(words[1:])):
            role, name = split_name(names.group())
            if name:
                return " ".join(self.fullest(name)), " ".join(role) or None
        whose = words[0].casefold()
        if (
            self.last is None
            or whose == "their"
            # "His brother" is nobody's of "police".
            or (whose in ("his", "her") and self.last != self._last_person)
            or self.last.split()[-1] == words[-1]
        ):
            return " ".join(words).lower(), None
        if words[0].casefold() == "its" and (
            self.last == self._last_person or self.last in self.things
        ):
            # Nobody is "it"; whose it is, the text says elsewhere.
            return " ".join(words[1:]), None
        end = self._apostrophe + ("" if self.last.endswith("s") else "s")
        return f"{self.last}{end} {' '.join(words[1:])}", None


_COMPANY = frozenset(("company", "firm"))
_THE_COMPANY = tuple(f"he {word}" for word in _COMPANY)
#: The last words of companies' names.
_LEGAL = listed("Inc Corp Corporation Ltd Plc PLC LLC LLP AG GmbH ASA Oyj")
_CORPORATE = _LEGAL | listed(
    "Limited plc SA SE NV AB Co Company Group Holdings Holding Industries Partners "
    "Homes Foods Stores Motors Airlines Airways Air Rail Railways Ferries Lines Line "
    "Shipping Marine Maritime Logistics Energy Power Solar Oil Gas Petroleum Mines "
    "Mining Metals Steel Resources Chemicals Pharma Pharmaceuticals Biosciences "
    "Biotech Therapeutics Labs Technologies Technology Systems Software "
    "Semiconductor Electronics Robotics Instruments Networks Telecom Mobile Media "
    "Studios Entertainment Games Hotels "
    "Insurance Securities Capital Bank Aerospace Launch Space"
)
#: What stands behind a company's name, and before it.
_OF_COMPANY = re.compile(
    rf"{_S}(?:shares?|stock|profits?|revenues?|sales|earnings|customers|investors"
    rf"|shareholders|parent{_S}company|website)\b"
)
_KIND_OF_COMPANY = re.compile(
    rf"(?:[Ss]hares{_S}(?:in|of)|(?:company|firm|retailer|manufacturer|start-?up"
    rf"|carrier|carmaker|airline|chain),?){_S}$"
)


def _is_traded(text: str, name: re.Match[str]) -> bool:
    """Whether `text` speaks of who has this name as one does of a company."""
    start, end = name.span()
    owns = name.group().endswith(("'s", "’s", "'", "’"))
    return bool(
        (owns and _OF_COMPANY.match(text, end))
        or _KIND_OF_COMPANY.search(text, max(0, start - 20), start)
    )


#: "For Ida Orm, who took part, it matters less": what follows is hers.
_FOR_WHOM = re.compile(rf"For{_S}(?P<who>{CAP}(?:{_S}{CAP}){{0,3}}),{_S}")
#: "The mayor of Dell, a former driver named Ida Orm, does not blame them."
_NAMED_SO = re.compile(
    rf"(?P<what>(?:The|An?|One){_S}[^.;:]{{2,80}}?){_S}named{_S}(?P<who>{CAP}(?:{_S}{CAP}){{0,3}})"
    r"(?=[,.])"
)
#: "Beside her was less hopeful": how somebody takes what was said.
_REACTS = (
    rf"(?:{_S}(?:[a-z]+ing|in|at|from|of|with|who|beside|near|next|outside|on)\b"
    rf"[^,.;:]{{1,60}})?{_S}"
    rf"(?:(?:was|is|seemed|looked|felt){_S}(?:(?:less|more|not|also|equally|so){_S}){{0,2}}"
    r"(?:hopeful|sure|convinced|impressed|optimistic|sceptical|skeptical|angry|blunt"
    r"|worried|unmoved|unimpressed|happy|unhappy|proud|afraid|defiant|philosophical"
    r"|scathing|furious|cautious|resigned|certain)"
    r"|agreed|disagreed|shrugged|nodded|laughed|sighed|smiled|celebrated|rejoiced"
    rf"|shook{_S}(?:his|her|their){_S}heads?)\b"
)
#: "A young man beside her was less hopeful."
_SOMEBODY_WAS = re.compile(
    rf"(?P<who>(?:[Aa]n?|[Oo]ne|[Aa]nother){_S}(?:[a-z-]+{_S}){{0,3}}?(?:man|woman|boy|girl|student"
    rf"|{alternatives(SOMEBODY)})){_REACTS}"
)
#: The same of somebody with a name.
_WAS_SO = re.compile(_REACTS)
#: "That is disputed by a former clerk who was there."
_ANSWERED_BY = re.compile(
    rf"\b(?:disputed|denied|rejected|contradicted|questioned|challenged|echoed"
    rf"|confirmed|shared){_S}by{_S}(?P<who>an?(?:{_S}[a-z-]+){{1,4}}?)"
    rf"(?={_S}(?:who|in|at|from|with|close)\b|[.,])"
)
#: Words of a sentence rather than of a name or a role.
_SAYS_SOMETHING = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must"
    r"|should|do|does|did|Do|Does|Did|that|because|if|not|cannot)\b|['’](?:re|ve|ll)\b|n['’]t\b"
    r"|\b(?:[Tt]hat|[Ii]t|[Tt]here|[Hh]e|[Ss]he|[Ww]hat)['’]s\b|\ue000"
)
#: "A judge and author of" is left of what stood in marks behind it.
_UNFINISHED = re.compile(
    rf"(?:{_S}and(?:{_S}[\w-]+){{1,3}})?{_S}(?:of|for|at|and|the)$"
)
_NO_ROLE = re.compile(r"(?:over|near|previously|once|now|then|of|about|around)\b", re.I)
_DID_TO = re.compile(rf"[\w’'-]{_S}(?:[a-z]{{3,}}ed|{PASTS})$")
#: "A bus driver": whoever is brought in like this is nobody named before.
_INDEFINITE = re.compile(
    rf"\b(?:an?|one|another|two|three|four|five|some|several|many|other|most|local"
    rf"|both)"
    # "A header from captain Bo Holm" makes him no other captain.
    rf"(?:{_S}(?!(?:from|by|to|with|at|on|against)\b)[^\W\d_][\w’'-]*){{1,4}}",
    re.IGNORECASE,
)
_DOER = re.compile(r"(?:ist|cian|eer|man|woman)$")
#: What a text says of somebody it quotes.
_SAID = (
    "(?:said|says|say|told|tells|tell|added|adds|warned|warns|wrote|stressed|claimed"
    "|claims"
    "|admitted|confirmed|acknowledged|alleged|alleges|revealed|testified|promised"
    "|declared"
    "|replied|asked|conceded|accused|insisted|announced|announces|argued|noted|stated"
    "|denied|denies|explained|explains|believes|notes|argues|writes|recalls|insists"
    "|admits|concedes|stresses|predicts|laments|thinks|recalled|predicted|joked)"
)
_SHORT_NAME = re.compile(r"\(([A-Z]{2,7})\)")
_LONG_NAME = re.compile(
    rf"[^\W\d_a-z][\w’'-]{{0,30}}"
    rf"(?:{_S}(?:(?:of|for|and|the|on|de"
    rf"|in){_S}){{0,2}}[^\W\d_a-z][\w’'-]{{0,30}}){{1,7}}{_S}$"
)


def _stands_for(before: str, short: str) -> tuple[str, ...] | None:
    """The words that `before` ends in whose capitals are the letters of `short`."""
    full = _LONG_NAME.search(before)
    words = full.group().split() if full else []
    words = words[words[:1] == ["The"] :]
    for start in range(len(words) - 1, -1, -1):
        first = "".join(word[0] for word in words[start:] if word[0].isupper())
        # "Port Authority of Singapore (PA)".
        if first == short or ("of" in words[start:] and first[:-1] == short):
            return tuple(words[start:])
    return None


#: What stands beside the name of somebody whom the text treats as a person.
_PERSONAL = re.compile(rf",{_S}(?:\d{{1,3}},|who{_S}|an?{_S})|{_S}{_SAID}(?!\w)")
_HE_SAID = re.compile(rf"(?<!\w){_SAID}{_S}$")
#: The same with words between: "Orm, who was there, said", "said the mayor Ida Orm".
_THEN_SAID = re.compile(rf"[^.:;\n]{{0,90}}?{_S}{_SAID}(?!\w)")
_SAID_BEFORE = re.compile(rf"(?<!\w){_SAID}{_S}(?:[\w.’'-]+{_S}){{0,4}}$")
_NOT_JOINED = re.compile(r"(?![\w’'-])")
_NOT_IN_WORD = re.compile(r"(?<![\w’'-])")
_MR = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Sir|Dame)(?!\w)")
#: "Singapore's Competition and Consumer Commission".
#: "The Spaniard said": where whoever is told of comes from.
_NATION = re.compile(
    r"[Tt]he ([A-Z][a-z]+(?:iard|man|woman|ian)|Briton|Scot|Dane|Swede|Pole|Turk|Finn)"
)
_OFFICIALS = re.compile(
    rf"(?:the{_S})?{CAP}(?:{_S}{CAP})?{_S}and{_S}{CAP}(?:{_S}[\w.’'-]+){{0,2}}{_S}[a-z]{{3,}}s",
)
#: "The Institute of Rivers' Ida Orm".
_THEIRS = re.compile(
    rf"(?P<body>[^,;:]{{2,60}}{_S}(?:of|for){_S}[^,;:]{{2,40}}?)['’]s?{_S}"
    rf"(?P<who>{CAP}(?:{_S}{CAP}){{1,3}})"
)
#: "Which the ministry called a farce".
_WHICH_THE = re.compile(
    rf"\A\s*(?:which|that|whom){_S}(?=(?:the|an?|its|his|her|their){_S}|[^\W\d_a-z])"
)
_OF_NAME = re.compile(rf"{_S}(?:of|for){_S}(?:the{_S})?(?=[^\W\d_a-z])")
_OF_WHAT = re.compile(rf"{_S}(?:of|for|and){_S}")
_IN_SMALL = re.compile(
    rf"{_S}(?:of|for){_S}(?:(?!(?:the|an?|its|his|her|their|our)\b)[a-z-]+{_S}){{1,3}}"
)
_PLACES = re.compile(
    rf"(?<!\w)(?:in|across|inside|outside|near|throughout|from){_S}([A-Z][\w-]+)"
    rf"(?![\w-]|:|{_S}[A-Z])"
)
_HEAD_OF_STATE = re.compile(r"the head of (?:state|government)", re.IGNORECASE)
_ONCE = frozenset(("former", "veteran", "retired", "ex"))
_POSSESSOR = re.compile(rf"\A[\w’'-]+['’]s?{_S}")
_TWO = re.compile(
    rf"(?:both{_S})?(?P<one>[\w.’'-]+(?:{_S}[\w.’'-]+){{0,5}}?){_S}and{_S}"
    rf"(?P<two>[\w.’'-]+(?:{_S}[\w.’'-]+){{0,5}})",
    re.IGNORECASE,
)
_HONOURED = re.compile(
    rf"\b(?:Mrs?|Ms|Miss"
    rf"|Dr)\.?{_S}(?P<name>[^\W\d_a-z][\w-]+(?:{_S}[^\W\d_a-z][\w-]+)?)"
    r"(?![\w’'-])"
)
_MARKS = re.compile(r"[“”\"«»„]")
#: "Harlow & Co (HRLO.L)".
#: "Coun Ida Orm (Lib Dem, Leeds)".
_IN_BRACKETS = re.compile(rf"{_S}\([^()\n]{{1,60}}\)")
#: Behind a name: where it is listed, whose party it is of, how old somebody is.
_TICKER = re.compile(rf"{_S}\([^()\n]{{1,25}}\)")


def _is_person(speaker: str) -> bool:
    """Whether "he" or "she" may be this speaker, rather than "they" or "it"."""
    head = SPLIT.split(speaker, maxsplit=1)[0].split()
    last = head[-1] if head else ""
    if speaker[:1].islower():
        noun = last.casefold()
        return noun in TITLES or noun in SOMEBODY or noun.endswith(("man", "woman"))
    group = len(head) == 1 and _PLURAL.fullmatch(last)
    return not group and last.casefold() not in BODIES
