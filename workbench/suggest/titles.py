"""Names and titles as news writes them: which words are what, and whose."""

import re
from functools import lru_cache

from workbench.suggest.lexicon import listed

_S = r"[^\S\n]+"
# Initials and shortened titles keep their period; any other ends a sentence.
#: The article of an Arabic name, which is written small and with a hyphen.
_ARTICLE = r"(?:[ae]l|a[dnrstz]|ash|ath|ul)-"
CAP = (
    r"(?:(?:[^\W\d_a-z]\.){1,6}(?![^\W\d_])|(?:Mrs?|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col"
    r"|Sgt|Hon|Engr"
    rf"|Capt|Adm|St|Jr|Sr|Smt|Shri|Mohd|Md|Adv|Brig|Fr)\."
    # A company's keeps its period where no sentence ends.
    rf"|(?:Inc|Corp|Ltd|Co)\.(?=,|{_S}[a-z(])|(?:{_ARTICLE}"
    rf"|[dl]['’])?[^\W\d_a-zß-öø-ÿа-яё\u0590-\uffff][\w’'-]*)"
)
_NEXT = (
    rf"{_S}(?!(?:The|A|An|In|On|At|He|She|It|But|And|This|They|We|I)\b)"
    r"(?:(?:&|al|el|ag|ap|ab|ferch|ní|nic|mac|im|zum|vom|dal|dei|ould|wa|bin|ibn|bint|ben|abu|de|del|della|der|den|da|di|do|du"
    r"|des|dos|e|y|i|ter|ten|van|von|zu|zur|af|av|la|le|lo)"
    r"[^\S\n]+){0,3}"
)
NAME = re.compile(rf"(?<![\w'’])(?:(?:The|A|An){_S})?{CAP}(?:{_NEXT}{CAP}){{0,8}}")
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
    "striker midfielder substitute defender goalkeeper winger batsman bowler captain "
    "carmaker chipmaker automaker drugmaker planemaker retailer lender insurer airline "
    "novelist poet comedian presenter broadcaster biologist physicist chemist "
    "geologist seismologist epidemiologist virologist climatologist meteorologist "
    "glaciologist sociologist psychologist psychiatrist surgeon paediatrician "
    "cardiologist midwife paramedic firefighter detective barrister solicitor "
    "magistrate campaigner protester volunteer student shopkeeper fisherman "
    "villager survivor eyewitness "
    "neighbour neighbor columnist commentator strategist pollster statistician "
    "comrade publican sp dsp csp dcp acp igp "
    "secretary-general director-general attorney-general vice-president co-founder "
    "rev reverend vicar canon aide executive det ch insp supt dci cmdr maj brig "
    "mathematician entrepreneur billionaire defendant pastor priest "
    "recorder "
    "corporal brigadier trooper ranger mufti emir sultan chieftain alderman "
    "comptroller auditor ombudsman coroner undersecretary consul taoiseach republican "
    "democrat democratic conservative tory beekeeper carer builder plumber electrician "
    "carpenter baker chef waiter hairdresser mechanic technician programmer developer "
    "designer architect planner surveyor accountant banker investor landlord tenant "
    "librarian curator conservationist ecologist botanist zoologist astronomer "
    "chaplain "
    "commodore coun agent ensign bailiff sub-editor paralegal "
    "lecturer tutor headteacher caretaker postman trucker cyclist swimmer sprinter "
    "jockey "
    "golfer boxer mla mna mlc pm cm td cfo coo cto vp msp referee umpire "
    "hrm hrh hon engr alhaji alhaja advocate "
    "convener convenor whip minority majority administrator collector registrar cio "
    "cmo svp evp provost warden commandant blogger anchor pundit archaeologist "
    "anthropologist geographer linguist philosopher oncologist neurologist pharmacist "
    "dentist veterinarian musician violinist pianist composer rapper butcher brewer "
    "winemaker rancher grower herder forester miner machinist docker sailor skipper "
    "policeman policewoman smt shri adv signaller steward critic exec shipbuilder "
    "homebuilder housebuilder steelmaker startup wholesaler operator"
)
LEADING = listed(
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
    "nearly almost about around half dozens hundreds thousands several local senior "
    "other would could should did does has have is are was were"
)
HONORIFICS = listed(
    "mr mrs ms miss sir dame smt shri adv hrm hrh hon engr alhaji alhaja"
)
#: A place or party that ends like a shorter name is another one: Russia, United Russia.
OTHERWISE = listed(
    "united new north south east west northern southern eastern western great greater "
    "central soviet our just fair free young old saint st san los las"
)
#: Who has one of these and a single name is called by both: Pope Francis.
CALLED_BY = frozenset(
    ("pope", "king", "queen", "prince", "princess", "baroness", "lord", "lady", "baron")
)
DETERMINERS = re.compile(
    rf"\A(?:the|der|die|das|a|an|one|another|some|this|that|its|his|her|their){_S}",
    re.IGNORECASE,
)
SPLIT = re.compile(
    rf"{_S}(?:of|at|for|in|from|with|on|who|that|and|to|near|behind|by|obtained"
    rf"|published|seen){_S}"
)
_LEADING_ARTICLE = re.compile(_ARTICLE)


def fold(part: str) -> str:
    """A part of a name as it is compared: al-Orm is Orm."""
    folded = part.casefold()
    return _LEADING_ARTICLE.sub("", folded, count=1) if "-" in folded else folded


#: What ministers and their like are set over, which stands before a name as if part
#: of it: "Minister of Energy and Climate Ida Orm".
OFFICES = listed(
    "energy climate foreign affairs finance defence defense interior home health "
    "justice "
    "education transport trade culture agriculture labour labor environment water "
    "tourism sport sports youth women social development economy economic industry "
    "commerce science technology digital communications housing infrastructure mines "
    "fisheries forestry veterans welfare security planning works internal external "
    "opposition state war"
)
OF_OFFICE = re.compile(
    rf"\b(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Dd]irector|[Hh]ead|[Ll]eader){_S}"
    rf"(?:of|for){_S}(?:the{_S})?(?:\w+,?{_S}(?:and|&){_S})?$"
)


def of_whole_title(before: str, words: list[str], short: bool) -> list[str] | None:
    """The name in the capitals `words` behind a title like "head of the council of":
    "Upper Kesh Ida Orm". None where it is no name, or not known which part. `short`
    is whether the text also has the last one or two of the words alone."""
    if not before.rstrip().endswith(("of", "for", "and", "the")):
        # Most names: to look for these words is quicker.
        return None
    title = _TITLE_OF.search(before)
    if title is None or title["title"].casefold() not in TITLES:
        return None
    low = [word.casefold().rstrip(".,") for word in words]
    bodies = [n for n, word in enumerate(low) if word in BODIES or word in OFFICES]
    cut = bodies[-1] + 1 if bodies else len(words) - 2
    # "The head of Lakeland Ida Orm", but "the mayor of Salt Lake City".
    fewest = 3 if short or title["title"].casefold() == "head" else 4
    if not bodies and (
        len(words) < fewest or low[0] in OTHERWISE or _NO_SURNAME.search(low[-1])
    ):
        return None
    least = bodies[-1] + 1 if bodies else 1
    while cut > least and _short(words[cut - 1]):
        cut -= 1
    while len(words) - cut > 2 and _NOUN_ENDS.search(low[cut]):
        # "Envoy for Energy Cooperation Ida Orm".
        cut += 1
    return words[cut:] if len(words) - cut > 1 else None


_NOUN_ENDS = re.compile(
    r"(?:tion|sion|ment|ity|ness|ship|ics|ism|ing|ence|ance|ions|ities|airs|ies|ers"
    r"|ology)$"
)


#: What ends a firm's or a place's name: "the head of Human Rights Watch".
_NO_SURNAME = re.compile(rf"{_NOUN_ENDS.pattern}|(?:city|watch|group|international)$")


def _short(word: str) -> bool:
    """Whether a word is an initial or a short form of a name: R., Mohd."""
    return word.endswith(".") and len(word) < 6


_TITLE_OF = re.compile(
    rf"(?<!\w)(?P<title>[\w-]+){_S}(?:of|for){_S}(?:the{_S})?"
    rf"(?:[^,.;:\n]{{0,60}}?{_S}(?:of|for|and){_S}(?:the{_S})?)?$"
)


def without_office(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without what its owner is minister of."""
    while len(name) > 2 and name[0].casefold() in OFFICES:
        name = name[1:]
    return name


#: What tells a son from his father by the same name.
_GENERATIONS = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))


def without_generation(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the "Jr." behind it."""
    numbered = len(name) == 2 and is_numbered(name)
    son = len(name) > 2 and name[-1] in _GENERATIONS
    return name[:-1] if numbered or son else name


def is_numbered(name: tuple[str, ...]) -> bool:
    """Whether a name is a pope's or a king's: Leo XIV."""
    return _NUMERAL.fullmatch(name[-1]) is not None


_NUMERAL = re.compile(r"[IVXL]{2,6}")


#: Letters behind a name, which are no part of it: Ida Orm KC.
_LETTERS_BEHIND = listed("KC QC SC MP MSP MEP MBE OBE CBE PhD MD Esq")
BODIES = listed(
    "department ministry bank university house court council board committee office "
    "institute association federation union republic government agency bureau centre "
    "center college church school society league force forces party army navy police "
    "authority commission chamber fund organisation organization service services "
    "foundation group guard corps cabinet parliament senate congress assembly tribunal "
    "inquiry watchdog regulator board embassy network alliance front movement club "
    "company corporation administration ombudsman trust"
    " archdiocese diocese municipality prefecture guild governorate consulate mission"
    " delegation secretariat directorate inspectorate bench staff"
)
SOMEBODY = listed(
    "widow widower friend cousin uncle aunt nephew niece fiance fiancee partner "
    "witness source "
    "person neighbour neighbor mother father brother sister son daughter"
    " teenager pensioner grandmother grandfather grandad mum dad schoolgirl schoolboy"
    " youngster veteran newcomer wife husband widow friend colleague patient passenger"
    " victim"
)


@lru_cache(maxsize=2048)
def split_name(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
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
        return (), tuple(words[words[0].casefold() in LEADING :])
    former = parts[:1] == ["Former"]
    while parts and (parts[0].casefold() in LEADING or _BASED.search(parts[0])):
        if parts[0] == "He" and len(parts) == 2:
            # A surname: no other "he" stands before a name.
            break
        parts.pop(0)
    cut = 0
    for place, part in enumerate(parts):
        if place and place == len(parts) - 1 and _is_surname(parts[place - 1], part):
            # "Coretta Scott King".
            break
        low = part.rstrip(".").casefold()
        if (
            "-of-" in part
            or (low.removeprefix("co-") in TITLES and not _of_body(parts[place:]))
            or (place == 0 and low in SOMEBODY and len(parts) > 2)
            or (
                place + 1 < len(parts)
                and low.endswith(_GERMAN_ENDS)
                and _GERMAN_TITLE.fullmatch(part)
            )
        ):
            cut = place + 1
    while len(parts) - cut > 1 and parts[-1] in _LETTERS_BEHIND:
        parts.pop()
    role = [part for part in parts[:cut] if part.casefold() not in HONORIFICS]
    role = ["Former", *role] if former and role else role
    return tuple(role), tuple(part for part in parts[cut:] if part)


def _of_body(parts: list[str]) -> bool:
    """Whether a title begins what some body is called: the General Staff."""
    return len(parts) == 2 and parts[1].casefold() in BODIES


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
        and before.casefold() not in HONORIFICS
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
#: What these end in, and no more: to ask so is quick.
_GERMAN_ENDS = (
    *("minister", "präsident", "meister", "sprecher", "kanzler", "leiter", "direktor"),
    *("richter", "forscher", "kämmerer", "vorsteher", "trainer", "professor"),
    *("senator", "in", "chef", "vorsitzende", "vorsitzender", "anwalt", "experte"),
    "rat",
)
_POSSESSED = re.compile(r"['’]s?$")


def _bare(word: str) -> str:
    word = _POSSESSED.sub("", word)
    # An initial keeps its period, and so does what a company is.
    if word in _GENERATIONS or word in ("Mohd.", "Md.", "Inc.", "Corp.", "Ltd.", "Co."):
        return word
    return word.rstrip(".") if len(word) > 2 and word.count(".") == 1 else word


def is_somebody(chunk: str) -> bool:
    """Whether a part of a subject tells what somebody or some body is."""
    words = SPLIT.split(chunk, maxsplit=1)[0].split()
    last = words[-1].casefold() if words else ""
    known = last in TITLES or last in SOMEBODY or last in BODIES
    return known or _DOES.search(last) is not None


def is_role(before: str) -> bool:
    """Whether the words before a name tell what its owner is."""
    inner = _INNER.search(before) is not None
    return is_somebody(before) or (len(before.split()) > 1 and not inner)


_INNER = re.compile(r"\b(?:the|an?|its|his|her|their|our|this|these)\b")
_DOES = re.compile(r"(?:[eo]r|ist|ian|ant|ent|eer|man|woman|child|boy|girl)$")
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does"
    r"|[a-z]{3,}(?:ing|ed))\b"
)


#: "Retired Col. Ida Orm": no verb.
AS_ONCE = re.compile(
    rf"\A(?:(?:the|an?){_S})?(?:retired|jailed|exiled|outgoing|acting|incoming|ousted"
    rf"|deposed|detained|convicted|disgraced|renowned|visiting|leading|ruling){_S}",
    re.IGNORECASE,
)


def names_in(text: str) -> list[str]:
    """The names of several parts in `text`, without titles, in order."""
    found = (split_name(match.group())[1] for match in NAME.finditer(text))
    return [" ".join(name) for name in found if len(name) > 1]


def is_name(chunk: str) -> bool:
    """Whether a part of a subject is somebody's name, a title before it or not."""
    head = AS_ONCE.sub("", SPLIT.split(chunk, maxsplit=1)[0], count=1)
    names = list(NAME.finditer(head))
    if VERB.search(head):
        return False
    return bool(names) and names[-1].end() == len(head) and bool(split_name(head)[1])


def has_name(chunk: str) -> bool:
    """Whether a part of a subject ends in a name of several parts."""
    names = list(NAME.finditer(chunk))
    return (
        bool(names)
        and names[-1].end() == len(chunk)
        and len(split_name(names[-1].group())[1]) > 1
    )


def has_title(chunk: str) -> bool:
    """Whether a part of a subject tells what somebody is: "the mayor of Hull"."""
    head = SPLIT.split(chunk, maxsplit=1)[0].split()
    return bool(head) and head[-1].casefold() in TITLES
