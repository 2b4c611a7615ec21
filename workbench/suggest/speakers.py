"""Who speaks: names, their titles, and whom "she" or "the mayor" stands for."""

import re
from functools import lru_cache

from workbench.suggest.arabic import Arabic
from workbench.suggest.lexicon import PASTS, listed

_S = r"[^\S\n]+"
# Initials and shortened titles keep their period; any other ends a sentence.
#: The article of an Arabic name, which is written small and with a hyphen.
_ARTICLE = r"(?:[ae]l|a[dnrstz]|ash|ath|ul)-"
_CAP = (
    r"(?:(?:[^\W\d_a-z]\.){1,6}(?![^\W\d_])|(?:Mrs?|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col"
    r"|Sgt"
    rf"|Capt|Adm|St|Jr|Sr)\.|(?:{_ARTICLE}"
    rf"|[dl]['’])?[^\W\d_a-zß-öø-ÿа-яё\u0590-\uffff][\w’'-]*)"
)
_NEXT = (
    rf"{_S}(?!(?:The|A|An|In|On|At|He|She|It|But|And|This|They|We|I)\b)"
    r"(?:(?:&|al|el|ag|ould|wa|bin|ibn|bint|ben|abu|de|del|della|der|den|da|di|do|du"
    r"|des|dos|e|y|i|ter|ten|van|von|zu|zur|af|av|la|le|lo)"
    r"[^\S\n]+){0,3}"
)
_NAME = re.compile(rf"(?<![\w'’])(?:(?:The|A|An){_S})?{_CAP}(?:{_NEXT}{_CAP}){{0,8}}")


TITLES = listed(
    "president premier minister chancellor mayor governor senator congressman "
    "congresswoman representative secretary ambassador commissioner chairman "
    "chairwoman chairperson chair chief director head spokesman spokeswoman "
    "spokesperson officer "
    "general colonel major captain lieutenant sergeant admiral commander king queen "
    "prince princess pope bishop archbishop cardinal rabbi imam sheikh ayatollah judge "
    "justice professor doctor dr prof mr mrs ms miss sir dame lord lady baroness gen "
    "col lt sgt capt adm sen rep gov analyst economist lawmaker diplomat "
    "adviser advisor "
    "envoy coach manager editor author writer journalist reporter lawyer attorney "
    "prosecutor sheriff constable deputy leader official expert scientist researcher "
    "engineer pilot farmer resident activist founder owner boss ceo speaker treasurer "
    "cllr mp mep councillor councilman councilwoman inspector superintendent marshal "
    "dean rector "
    "principal teacher nurse historian politician negotiator counsel counsellor "
    "мэр президент премьер премьер-министр министр губернатор глава депутат сенатор "
    "директор генерал полковник пресс-секретарь представитель адвокат эксперт врач "
    "underwriter broker trader driver actor actress singer artist "
    "striker midfielder defender goalkeeper winger batsman bowler captain carmaker "
    "chipmaker automaker drugmaker planemaker retailer lender insurer airline novelist "
    "poet comedian presenter broadcaster biologist physicist chemist geologist "
    "seismologist epidemiologist virologist climatologist meteorologist glaciologist "
    "sociologist psychologist psychiatrist surgeon paediatrician cardiologist midwife "
    "paramedic firefighter detective barrister solicitor magistrate campaigner "
    "protester volunteer student shopkeeper fisherman villager survivor eyewitness "
    "neighbour neighbor columnist commentator strategist pollster statistician "
    "secretary-general director-general attorney-general vice-president co-founder "
    "rev reverend vicar canon aide executive det ch insp supt dci cmdr maj brig "
    "mathematician entrepreneur billionaire chancellor defendant pastor priest "
    "recorder "
    ""
    "constable corporal brigadier trooper ranger mufti emir sultan chieftain alderman "
    "comptroller auditor ombudsman coroner undersecretary consul taoiseach republican "
    "democrat democratic conservative tory beekeeper carer builder plumber electrician "
    "carpenter baker chef waiter hairdresser mechanic technician programmer developer "
    "designer architect planner surveyor accountant banker investor landlord tenant "
    "librarian curator conservationist ecologist botanist zoologist astronomer "
    "chaplain "
    ""
    "commodore coun agent ensign bailiff sub-editor paralegal "
    "lecturer tutor headteacher caretaker postman trucker cyclist swimmer sprinter "
    "jockey "
    "golfer boxer mla mna mlc pm cm td cfo coo cto vp msp referee umpire chairwoman "
    "convener convenor whip minority majority administrator collector registrar cio "
    "cmo svp evp provost warden commandant blogger anchor pundit archaeologist "
    "anthropologist geographer linguist philosopher oncologist neurologist pharmacist "
    "dentist veterinarian musician violinist pianist composer rapper butcher brewer "
    "winemaker rancher grower herder forester miner machinist docker sailor skipper "
    "policeman policewoman signaller steward critic exec shipbuilder "
    "homebuilder housebuilder steelmaker startup wholesaler operator"
)
_LEADING = listed(
    "the a an in on at of by for from to with as and but or so yet if when while after "
    "before since until that this these those it its he she his her they their "
    "we our i "
    "my you your there then now later also however meanwhile earlier still even only "
    "just both all some most many one two three monday tuesday wednesday "
    "thursday friday "
    "saturday sunday january february march april june july august september october "
    "november december yesterday today according during upriver asked why what who how "
    "no not nor neither either every each another such former late more less fewer "
    "over "
    ""
    "nearly almost about around half dozens hundreds thousands several local senior "
    "other"
)
_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "sir", "dame"))
#: A place or party that ends like a shorter name is another one: Russia, United Russia.
_OTHERWISE = listed(
    "united new north south east west northern southern eastern western great greater "
    "central soviet our just fair free young old saint st san los las"
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "him", "her", "them"))
_POSSESSIVES = frozenset(("his", "her", "their", "its"))
#: Between commas these tell neither who nor what somebody is: "when pressed", "D-Ohio".
_ASIDE = re.compile(
    r"(?:when|if|while|as|asked|speaking|though|however|in|on|at|through|via)\b|[A-Z]-[A-Z]"
    r"|\d+$"
)
_DETERMINERS = re.compile(
    rf"\A(?:the|der|die|das|a|an|one|another|some|this|that|its|his|her|their){_S}",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?:^|{_S}|,)(?:long|do|(?:do|does|did)n['’]t|could|can|might|must|should|(?:reported|understood|alleged|believed|thought){_S}to"
    rf"|also|later|then|however|repeatedly|though|meanwhile|again|has|had"
    rf"|have|is|was|were|will|would|did|does|earlier|now|still|too|therefore|already"
    rf"|recently|often|always|himself|herself|itself|himself|once|even|never|not"
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
    rf"|(?:addition|response)(?!{_S}to\b)|turn)|as|if|when|because|while|after|although|that)"
    rf"(?:,?{_S})(?=\S)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    rf"{_S}(?:of|at|for|in|from|with|on|who|that|and|to|near|behind|by|obtained"
    rf"|published|seen){_S}"
)
_ADJUNCT = re.compile(
    r"(?:during|in|on|at|after|before|with|for|since|from|when|as|while|by|under|amid"
    r"|despite|following|speaking|asked|commenting|responding|writing|addressing)\b",
    re.IGNORECASE,
)
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
#: No comma within a number.
_COMMA = re.compile(r",(?!(?<=\d,)\d)")
#: What a reporter calls whoever spoke before, so as not to say the name again.
_ANYBODY = listed(
    "diplomat official politician lawmaker executive businessman businesswoman "
    "billionaire"
)
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


_RELATIVE = re.compile(
    rf"{_S}(?:who|whose|which|published|released|dated|entitled|headlined"
    rf"|(?:[a-z]{{3,}}ed|seen|given|shown|written|sent|made|read|held){_S}(?:by|to|on"
    rf"|in|at|for"
    rf"|from|with|under|last|this|late|early|earlier|yesterday|(?:Mon|Tues|Wednes|Thurs"
    rf"|Fri|Satur"
    rf"|Sun)day))(?:{_S}|$)"
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
#: "A resident, who gave his name as Ida".
_NAMED_AS = re.compile(
    rf"\bgave{_S}(?:only{_S})?(?:his|her|their)(?:{_S}first)?{_S}name(?:{_S}(?:only"
    rf"|just))?{_S}as"
    rf"{_S}(?P<who>[^\W\d_a-z][\w’'-]*(?:{_S}[^\W\d_a-z][\w’'-]*)?)"
)
_WHOSE = re.compile(rf"(?:Her|His|Their|The|An?|One){_S}")
#: The small words before a first name: "retired driver Ida Holm".
_SMALL = re.compile(r"(?:[a-z][\w’'-]*[^\S\n]+){0,5}")
_LEADING_ARTICLE = re.compile(_ARTICLE, re.IGNORECASE)


def _folded(part: str) -> str:
    """A part of a name as it is compared: al-Orm is Orm."""
    return _LEADING_ARTICLE.sub("", part.casefold(), count=1)


#: "Ida Orm, of Leeds, West Yorkshire,": where somebody is from.
_HOME = re.compile(rf"(?:of|from){_S}(?:the{_S})?[^\W\d_a-z]")
_AMONG = re.compile(r"(?:including|such as|among them|led by|most of)\b")


def _before_home(parts: list[str]) -> list[str]:
    """The parts of a subject up to where its owner is from, or who belongs to it."""
    for place, part in enumerate(parts[1:], 1):
        if _HOME.match(part) or _AMONG.match(part):
            return parts[:place]
    return parts


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
        #: Whom the text was about last, should nobody have spoken yet.
        self._about: str | None = None
        #: Who spoke last, and which body, thing or group did.
        self.last: str | None = None
        self.last_thing: str | None = None
        self._last_person: str | None = None
        self._spoke: set[str] = set()
        self._of_body: dict[str, str] = {}
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
        for match in _NAME.finditer(text):
            if match.end() - match.start() <= 100:
                role, name = _apart(match.group())
                before = text[max(0, match.start() - 60) : match.start()]
                if len(name) > 2 and _OF_OFFICE.search(before):
                    name = _without_office(name)
                apart.append((role, name))
                if self._shows_person(match):
                    self._persons.add(_folded(match.group().split()[-1]))
        known = {name for _, name in apart if len(name) > 1}
        seen: set[tuple[str, ...]] = set()
        for role, name in apart:
            if (
                len(name) > 2
                and name[1:] in known
                and name[-1].casefold() not in BODIES
            ):
                # "Beekeeper Ida Holm" where Ida Holm stands too.
                role, name = (*role, name[0]), name[1:]
            if len(name) > 1 and name not in seen:
                seen.add(name)
                # Few names share an ending; the bound keeps odd texts quick.
                for last in {name[-1], _own(name)[-1]}:
                    same = self._by_end.setdefault(_folded(last), [])
                    if len(same) < 20:
                        same.append(name)
                if len(name) == 3:
                    self._by_middle.setdefault(_folded(name[1]), name)
                if len(name) in (2, 3):
                    self._by_first.setdefault(_folded(name[0]), name)
                if _SURNAME_FIRST.fullmatch(" ".join(name)) or role:
                    self._by_start.setdefault(_folded(name[0]), name)
            if role and name:
                self._call(" ".join(self.fullest(name)), " ".join(role))

    def fullest(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """The fullest name of the text that ends like `name`."""
        folded = tuple(map(_folded, name))
        best = name
        for longer in self._by_end.get(folded[-1], ()) if folded else ():
            if (
                len(best) < len(longer) <= 5
                and len(name) < 4
                and folded
                in (
                    tuple(map(_folded, longer[-len(name) :])),
                    tuple(map(_folded, _own(longer)[-len(name) :])),
                )
                and (longer[0].casefold() not in _OTHERWISE or folded[0] in BODIES)
                # Of two people with one surname, the first; a longer form of the same
                # name begins like it.
                and (best == name or longer[0] == best[0])
            ):
                best = longer
        last = tuple((self._last_person or "").split())
        if best != name and _own(last)[-len(name) :] == name and last[0] != best[0]:
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
        if _is_person(speaker):
            self._last_person = speaker
        self._spoke.add(speaker)
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
        last = re.escape(name.split()[-1])
        return (
            re.search(
                rf"(?<![\w'’-]){last}(?![\w’'-])[^.:;\n]{{0,90}}?{_S}{_SAID}(?!\w)"
                rf"|(?<!\w){_SAID}{_S}(?:[\w.’'-]+{_S}){{0,4}}?{last}(?![\w’'-])",
                self._text,
            )
            is not None
        )

    def again(self, speaker: str) -> str:
        """A speaker named before the text said who that is: "mayor" in a headline."""
        if speaker.split()[0].casefold() in _POSSESSIVES:
            return speaker
        found = self._named(speaker)
        return found[0] if found else speaker

    def speaker(self, phrase: str) -> tuple[str, str | None] | None:
        """Whom a subject names, and as what; None where it names nobody.

        A pronoun is who spoke last; a surname or title the person it belongs to.
        """
        phrase = _IN_BRACKETS.sub("", phrase) if "(" in phrase else phrase
        parts = [part.strip() for part in _COMMA.split(phrase.strip(" \t,"))]
        while (
            len(parts) > 1
            and OPENS.match(parts[0])
            # "Modelling by the bank, a first," is no "Jailing her".
            and not (_DOING.match(parts[0]) and parts[1].startswith(("a ", "an ")))
        ):
            parts = parts[1:]
        data = _DATA_BY.match(phrase.strip(" ,"))
        if data:
            return self.speaker(data["who"])
        named_as = _NAMED_AS.search(phrase) if " gave " in phrase else None
        if named_as:
            return named_as["who"], None
        parts = _before_home(parts)
        told = parts[:1] + [part for part in parts[1:] if not _ASIDE.match(part)]
        chunks = [chunk for chunk in map(_plain, told) if chunk]
        if not chunks or len(phrase) > 400:
            return None
        head, role = _of_chunks(chunks)
        found = self._named(head)
        if found is None:
            return None
        name, own = found
        if _SAYS_SOMETHING.search(name):
            return None
        role = _UNFINISHED.sub("", role or own or "") or None
        if role and (
            _SAYS_SOMETHING.search(role)
            or _DID_TO.search(role)
            or role.casefold() in ("elder", "younger", "late", "young", "old")
            or _ADJUNCT.match(role)
            or _NO_ROLE.match(role)
        ):
            # "The lawyer pressed Orm" tells what was done to Orm.
            role = None
        return name, role or self._roles.get(name)

    def _named(self, phrase: str) -> tuple[str, str | None] | None:
        phrase = _TICKER.sub("", _MARKS.sub("", phrase)).strip(" \t‘•*–-")
        theirs = _THEIRS.fullmatch(phrase)
        if theirs and theirs["who"].split()[-1].casefold() not in BODIES:
            _, name = _apart(theirs["who"])
            if len(name) > 1:
                body = _DETERMINERS.sub("", theirs["body"], count=1)
                return " ".join(self.fullest(name)), body
        if phrase.casefold() == "it":
            return (self.last_thing, None) if self.last_thing else None
        if " " in phrase and phrase.partition(" ")[0].casefold() in _PRONOUN_FIRST:
            bare = (
                _PRONOUN_ALONE.fullmatch(phrase)
                or _AND_OTHERS.fullmatch(phrase)
                or _WHICH_THEY.fullmatch(phrase)
            )
            phrase = bare["who"] if bare else phrase
        if phrase.casefold() in _PRONOUNS:
            alone = phrase.casefold() in ("he", "she", "him", "her")
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
        head = _SPLIT.split(phrase, maxsplit=1)[0]
        names = list(_NAME.finditer(head))
        leads = self._of_title(phrase, head) if " of " in phrase else None
        if leads:
            return leads
        if names and names[-1].end() == len(head):
            role, name = _apart(names[-1].group())
            before = _DETERMINERS.sub("", head[: names[-1].start()].strip() + " ", 1)
            if before.strip() and not role and not _is_role(before):
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
                return _DETERMINERS.sub("", head, count=1), None
            if name:
                whole = self._organisation(phrase, head) or " ".join(self.fullest(name))
                return whole, full or None
            return self._described(phrase, full or head)
        return self._described(phrase, head)

    def _of_title(self, phrase: str, head: str) -> tuple[str, str | None] | None:
        """ "Leader of Opposition Ida Holm": somebody behind the whole of a title."""
        written_large = head.split()[-1:] and head.split()[-1][:1].isupper()
        if not written_large or not has_title(head) or is_name(head):
            return None
        if not phrase[len(head) :].lstrip().startswith("of "):
            return None
        names = list(_NAME.finditer(phrase))
        if not names or names[-1].end() != len(phrase):
            return None
        name = _without_office(_apart(names[-1].group())[1])
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

    def _joined(self, phrase: str) -> tuple[str, str | None] | None:
        """Whom a subject with an "and" in it names, where that is no plain one."""
        both = self._both(phrase)
        if both:
            return both, None
        if _OFFICIALS.fullmatch(phrase):
            # "Russian and Iranian officials".
            return _DETERMINERS.sub("", phrase, count=1), None
        one, _, two = phrase.rpartition(" and ")
        if not one or not has_name(two):
            return None
        if one.split()[-1].casefold() in _OFFICES:
            # "Climate and Energy Minister Ida Orm".
            found = self._named(two)
            if found and found[1]:
                office = _DETERMINERS.sub("", one, count=1)
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
            or last in _SOMEBODY
            or last in BODIES
            or _SPLIT.search(phrase) is not None
        )

    def _both(self, phrase: str) -> str | None:
        """ "China and the Philippines", each in full; None where it is one name."""
        pair = _TWO.fullmatch(phrase)
        if pair is None or not (is_name(pair["one"]) and is_name(pair["two"])):
            return None
        if pair["one"].split()[-1].casefold() in _OFFICES:
            return None
        one = _DETERMINERS.sub("", pair["one"], count=1).strip()
        one = _POSSESSOR.sub("", one)
        if pair["two"].split()[-1].casefold() in BODIES and " " not in one:
            # "The Competition and Consumer Commission" is one.
            return _DETERMINERS.sub("", phrase, count=1)
        names = []
        for part in (pair["one"], pair["two"]):
            _, name = _apart(_DETERMINERS.sub("", part, count=1))
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
        match = re.match(rf"{_S}(?:of|for){_S}(?:the{_S})?(?=[^\W\d_a-z])", rest)
        inner = head.split()[-1].casefold()
        if match and inner in BODIES:
            return _DETERMINERS.sub("", phrase, count=1)
        return None

    def _described(self, phrase: str, head: str) -> tuple[str, str | None]:
        """Who "the spokeswoman" or "the council" is, else the words themselves."""
        bare = _DETERMINERS.sub("", head, count=1).split()
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
            if definite and len(bare) == 1 and noun in self._of_body:
                return self._of_body[noun], None
            if noun in _STATEMENT and self.last and " by " not in phrase:
                return self.last, None
        first = phrase.split()[0]
        lowered = first.casefold() in _LEADING or _DETERMINERS.match(phrase)
        phrase = _RELATIVE.split(phrase, maxsplit=1)[0]
        return (phrase[0].lower() + phrase[1:] if lowered else phrase), None

    def _is_epithet(self, noun: str) -> bool:
        """Whether "the teacher" is no other person of the text than whom it named."""
        if noun not in TITLES and noun not in _SOMEBODY and not _DOER.search(noun):
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
        return _folded(name[-1]) in self._persons or " ".join(name) in self._roles

    def mind(self, words: str) -> None:
        """Remembers whom a sentence is about that begins with a full name."""
        first, comma, more = words.partition(", ")
        subject = more if comma and OPENS.match(first) else words
        subject = _WHOSE.sub("", subject, count=1)
        small = _SMALL.match(subject)
        opening = _NAME.match(subject, small.end() if small else 0)
        if opening is None:
            return
        role, name = _apart(opening.group())
        full = self.fullest(name)
        told = small.group().split()[-1:] if small else []
        titled = _MR.match(opening.group()) or (told and told[0] in _SOMEBODY | TITLES)
        if titled and len(full) == 1:
            self._about = full[0]
            if told and told[0] in _SOMEBODY:
                self.learn(full[0], None)
        elif 1 < len(full) < 5 and full[-1].casefold() not in BODIES:
            self._about = " ".join(full)
        if not 1 < len(full) < 5 or full[-1].casefold() in BODIES:
            return
        last = (self._last_person or "").split()[-1:]
        if last and last != [full[-1]] and last[0] in words.split():
            # "Reyl met Brandt, and she said": whoever spoke last may well be she.
            return
        if self.is_person(full):
            self.learn(" ".join(full), " ".join(role) or None)

    def _owned(self, words: list[str]) -> tuple[str, str | None] | None:
        """ "Her office": the office of who spoke last."""
        names = _NAME.search(" ".join(words[1:]))
        if names and names.end() == len(" ".join(words[1:])):
            role, name = _apart(names.group())
            if name:
                return " ".join(self.fullest(name)), " ".join(role) or None
        if (
            self.last is None
            or words[0].casefold() == "their"
            or self.last.split()[-1] == words[-1]
        ):
            return " ".join(words).lower(), None
        if words[0].casefold() == "its" and self.last == self._last_person:
            # Nobody is "it"; whose it is, the text says elsewhere.
            return " ".join(words[1:]), None
        end = self._apostrophe + ("" if self.last.endswith("s") else "s")
        return f"{self.last}{end} {' '.join(words[1:])}", None


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
    rf"(?:{_S}[^\W\d_][\w’'-]*){{1,4}}",
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
    "|denied|denies|explained|believes)"
)
_SHORT_NAME = re.compile(r"\(([A-Z]{2,7})\)")
_LONG_NAME = re.compile(
    rf"[^\W\d_a-z][\w’'-]{{0,30}}"
    rf"(?:{_S}(?:(?:of|for|and|the|on|de"
    rf"|in){_S}){{0,2}}[^\W\d_a-z][\w’'-]{{0,30}}){{1,7}}{_S}$"
)


#: What ministers and their like are set over, which stands before a name as if part
#: of it: "Minister of Energy and Climate Ida Orm".
_OFFICES = listed(
    "energy climate foreign affairs finance defence defense interior home health "
    "justice "
    "education transport trade culture agriculture labour labor environment water "
    "tourism sport sports youth women social development economy economic industry "
    "commerce science technology digital communications housing infrastructure mines "
    "fisheries forestry veterans welfare security planning works internal external "
    "opposition state war"
)
_OF_OFFICE = re.compile(
    rf"\b(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Dd]irector|[Hh]ead|[Ll]eader){_S}"
    rf"(?:of|for){_S}(?:the{_S})?(?:\w+,?{_S}(?:and|&){_S})?$"
)


def _without_office(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without what its owner is minister of."""
    while len(name) > 2 and name[0].casefold() in _OFFICES:
        name = name[1:]
    return name


#: What tells a son from his father by the same name.
_GENERATIONS = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))


def _own(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the "Jr." behind it."""
    return name[:-1] if len(name) > 2 and name[-1] in _GENERATIONS else name


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
_MR = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Sir|Dame)(?!\w)")
#: "Singapore's Competition and Consumer Commission".
#: "The Spaniard said": where whoever is told of comes from.
_NATION = re.compile(
    r"[Tt]he ([A-Z][a-z]+(?:iard|man|woman|ian)|Briton|Scot|Dane|Swede|Pole|Turk|Finn)"
)
_OFFICIALS = re.compile(
    rf"(?:the{_S})?{_CAP}(?:{_S}{_CAP})?{_S}and{_S}{_CAP}(?:{_S}[\w.’'-]+){{0,2}}{_S}[a-z]{{3,}}s",
)
#: "The Institute of Rivers' Ida Orm".
_THEIRS = re.compile(
    rf"(?P<body>[^,;:]{{2,60}}{_S}(?:of|for){_S}[^,;:]{{2,40}}?)['’]s?{_S}"
    rf"(?P<who>{_CAP}(?:{_S}{_CAP}){{1,3}})"
)
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
#: Letters behind a name, which are no part of it: Ida Orm KC.
_LETTERS_BEHIND = listed("KC QC SC MP MSP MEP MBE OBE CBE PhD MD Esq")
_MARKS = re.compile(r"[“”\"«»„]")
#: "Harlow & Co (HRLO.L)".
#: "Coun Ida Orm (Lib Dem, Leeds)".
_IN_BRACKETS = re.compile(rf"{_S}\([^()\n]{{1,60}}\)")
#: Behind a name: where it is listed, whose party it is of, how old somebody is.
_TICKER = re.compile(rf"{_S}\([^()\n]{{1,25}}\)")
BODIES = listed(
    "department ministry bank university house court council board committee office "
    "institute association federation union republic government agency bureau centre "
    "center college church school society league force forces party army navy police "
    "authority commission chamber fund organisation organization service services "
    "foundation group guard corps cabinet parliament senate congress assembly tribunal "
    "inquiry watchdog regulator board embassy network alliance front movement club "
    "company corporation administration ombudsman trust"
    " archdiocese diocese municipality prefecture guild governorate consulate mission"
    " delegation secretariat directorate inspectorate"
)


def _is_person(speaker: str) -> bool:
    """Whether "he" or "she" may be this speaker, rather than "they" or "it"."""
    head = _SPLIT.split(speaker, maxsplit=1)[0].split()
    last = head[-1] if head else ""
    if speaker[:1].islower():
        noun = last.casefold()
        return noun in TITLES or noun in _SOMEBODY or noun.endswith(("man", "woman"))
    group = len(head) == 1 and _PLURAL.fullmatch(last)
    return not group and last.casefold() not in BODIES


_SOMEBODY = listed(
    "friend cousin uncle aunt nephew niece fiance fiancee partner witness source "
    "person neighbour neighbor mother father brother sister son daughter"
    " teenager pensioner grandmother grandfather grandad mum dad schoolgirl schoolboy"
    " youngster veteran newcomer wife husband widow friend colleague patient passenger"
    " victim"
)


@lru_cache(maxsize=2048)
def _apart(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles and the name in a run of capitalised words."""
    words = written.split()
    for place in range(len(words) - 2, 0, -1):
        # "Jefferson's Tom Hale" is not Jefferson; "Ukraine's Air Force" is Ukraine's.
        if _POSSESSED.search(words[place - 1]) and words[-1].casefold() not in BODIES:
            words = words[place:]
            break
    parts = [_bare(part) for part in words]
    if words[-1].casefold() in BODIES and parts[:-1] != words[:-1]:
        # "The Information Commissioner's Office" is one name.
        return (), tuple(words[words[0].casefold() in _LEADING :])
    former = parts[:1] == ["Former"]
    while parts and (parts[0].casefold() in _LEADING or _BASED.search(parts[0])):
        if parts[0] == "He" and len(parts) == 2:
            # A surname: no other "he" stands before a name.
            break
        parts.pop(0)
    cut = 0
    for place, part in enumerate(parts):
        if place and place == len(parts) - 1 and _is_surname(parts[place - 1], part):
            # "Coretta Scott King".
            break
        if (
            "-of-" in part
            or part.rstrip(".").casefold() in TITLES
            or (place + 1 < len(parts) and _GERMAN_TITLE.fullmatch(part))
        ):
            cut = place + 1
    while len(parts) - cut > 1 and parts[-1] in _LETTERS_BEHIND:
        parts.pop()
    role = [part for part in parts[:cut] if part.casefold() not in _HONORIFICS]
    role = ["Former", *role] if former and role else role
    return tuple(role), tuple(part for part in parts[cut:] if part)


#: Titles that are also what people are called.
_SURNAMES = listed(
    "king pope bishop baker miner sheikh dean marshal abbot priest prince farmer "
    "butcher "
    "brewer warden driver porter singer coach major ranger judge steward sailor duke "
    "constable carpenter gardener"
)
_BEFORE_TITLE = listed(
    "chief high district deputy vice crown federal circuit senior head lord county "
    "court "
    "assistant acting local state national trial appeals retired former grand bus taxi "
    "truck lorry racing master house supreme family municipal field air sergeant first "
    "the a an his her their our my"
)


def _is_surname(before: str, last: str) -> bool:
    """Whether a title that ends a run of capitals is a surname: Farida Sheikh."""
    return (
        last.casefold() in _SURNAMES
        and before.casefold() not in _BEFORE_TITLE
        and before.rstrip(".").casefold() not in TITLES
        and before.casefold() not in BODIES
        and before.casefold() not in _HONORIFICS
    )


#: "Copenhagen-based Orm".
_BASED = re.compile(r"-(?:based|born|owned|backed|led|listed|run|registered)$")
#: Nouns have a capital there, so a title looks like a part of the name.
_GERMAN_TITLE = re.compile(
    r"[A-ZÄÖÜ]?[a-zäöüß]*(?:minister|präsident|bürgermeister|sprecher|kanzler|leiter"
    r"|direktor|richter|forscher|kämmerer|vorsteher|trainer|professor|senator)(?:in)?"
    r"|[A-ZÄÖÜ]?[a-zäöüß]*(?:[Cc]hef|[Cc]hefin|[Vv]orsitzender?|[Aa]nwalt|[Aa]nwältin"
    r"|[Ee]xperte|[Ee]xpertin|[Rr]at|[Rr]ätin)",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"['’]s?$")


def _bare(word: str) -> str:
    word = _POSSESSED.sub("", word)
    # An initial keeps its period.
    if word in _GENERATIONS:
        return word
    return word.rstrip(".") if len(word) > 2 and word.count(".") == 1 else word


#: "The airline apologised and" did so before it spoke.
_DID = re.compile(
    rf"(?P<who>(?:[\w.’'-]+{_S}){{0,6}}?[\w.’'-]+){_S}(?!(?:and|of)\b)"
    rf"(?:[a-z]{{3,}}ed|has|have|had|{PASTS})\b.*?"
    rf"{_S}(?:and|but)$"
)


def _plain(chunk: str) -> str:
    """A part of a subject without the adverbs and auxiliaries at its edges."""
    while True:
        shorter = _LOOSE.sub("", chunk).strip()
        shorter = _OPENERS.sub("", shorter, count=1) if shorter else shorter
        did = _DID.match(shorter)
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


def _is_somebody(chunk: str) -> bool:
    """Whether a part of a subject tells what somebody or some body is."""
    last = _SPLIT.split(chunk, maxsplit=1)[0].split()[-1].casefold()
    known = last in TITLES or last in _SOMEBODY or last in BODIES
    return known or _DOES.search(last) is not None


def _is_role(before: str) -> bool:
    """Whether the words before a name tell what its owner is."""
    inner = _INNER.search(before) is not None
    return _is_somebody(before) or (len(before.split()) > 1 and not inner)


_INNER = re.compile(r"\b(?:the|an?|its|his|her|their|our|this|these)\b")
_DOES = re.compile(r"(?:[eo]r|ist|ian|ant|ent|eer|man|woman|child|boy|girl)$")


def _name_behind_verb(chunk: str) -> str:
    """ "The bill goes to Ida Orm": the name that the words end in, else all of them."""
    if _DETERMINERS.match(chunk) and _is_somebody(chunk):
        # "A doctor from Leeds".
        return chunk
    names = list(_NAME.finditer(chunk))
    ends = bool(names) and names[-1].end() == len(chunk)
    return names[-1].group() if ends and _TO_WHOM.search(chunk) else chunk


_TO_WHOM = re.compile(rf"[a-z]{_S}(?:to|by|with|from){_S}(?:the{_S})?[^\W\d_a-z]")
_APPOSED = re.compile(r"(?:an?|the|one|its|his|her|their) ", re.IGNORECASE)


#: "The letter, a copy of which was seen by the paper,": that is about the letter.
_OF_WHICH = re.compile(rf"\bof{_S}(?:which|whom)\b")


def _of_chunks(chunks: list[str]) -> tuple[str, str | None]:
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
        return _of_chunks(chunks[:-1])
    if _PREDICATE.match(last) and not TITLES.intersection(last.casefold().split()):
        return _of_chunks(chunks[:-1])
    before = chunks[-2]
    owned = _DETERMINERS.match(before) or _OWNER.match(before)
    if is_name(last) and owned and not is_name(before):
        if before[:7].casefold() == "one of " or not _is_somebody(before):
            # "After the killings, Orm said": those are not what Orm is.
            return last, before if before[:7].casefold() == "one of " else None
        return last, _DETERMINERS.sub("", before, count=1)
    if (
        _APPOSED.match(last)
        and not is_name(before)
        and not is_name(last)
        and not _ADJUNCT.match(before)
        and (not _VERB.search(before) or _RELATIVE.search(before))
        and is_name(_SPLIT.split(before)[-1])
    ):
        # "A report by Ida Orm, a former judge": what stands behind it is about Orm.
        return _of_chunks(chunks[:-1])
    is_told = not is_name(last) or re.match(r"an? ", last) is not None
    if is_name(before) and is_told and not _ADJUNCT.match(before):
        role = _DETERMINERS.sub("", last, count=1)
        told = last[0].islower() or _DETERMINERS.match(last) or _OWNER.match(last)
        if told or has_title(last):
            return before, role if last.split()[0].casefold() != "a" else last
    return _without_adjunct(last), None


_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does"
    r"|[a-z]{3,}(?:ing|ed))\b"
)


def names_in(text: str) -> list[str]:
    """The names of several parts in `text`, without titles, in order."""
    found = (_apart(match.group())[1] for match in _NAME.finditer(text))
    return [" ".join(name) for name in found if len(name) > 1]


def is_name(chunk: str) -> bool:
    """Whether a part of a subject is somebody's name, a title before it or not."""
    head = _SPLIT.split(chunk, maxsplit=1)[0]
    names = list(_NAME.finditer(head))
    if _VERB.search(head):
        return False
    return bool(names) and names[-1].end() == len(head) and bool(_apart(head)[1])


def has_name(chunk: str) -> bool:
    """Whether a part of a subject ends in a name of several parts."""
    names = list(_NAME.finditer(chunk))
    return (
        bool(names)
        and names[-1].end() == len(chunk)
        and len(_apart(names[-1].group())[1]) > 1
    )


def has_title(chunk: str) -> bool:
    """Whether a part of a subject tells what somebody is: "the mayor of Hull"."""
    head = _SPLIT.split(chunk, maxsplit=1)[0].split()
    return bool(head) and head[-1].casefold() in TITLES


def _without_adjunct(chunk: str) -> str:
    """ "During the campaign Orm": the name or phrase next to the verb."""
    if not _ADJUNCT.match(chunk):
        return chunk
    names = list(_NAME.finditer(chunk))
    if names and names[-1].end() == len(chunk):
        return chunk[names[-1].start() :]
    pronoun = chunk.split()[-1]
    if pronoun.casefold() in _PRONOUNS:
        return pronoun
    places = [m.start() for m in re.finditer(r"(?<=\s)(?:the|an?|his|her|its) ", chunk)]
    return chunk[places[-1] :] if places else ""
