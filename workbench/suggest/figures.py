"""Reading a figure: "almost 97 percent" is a percent, 97, just below."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.spans import Value
from workbench.suggest import lexicon


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure says; None where its words do not tell."""

    kind: str
    value: Value | None
    value_max: Value | None
    unit: str | None
    modifier: str


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number with its unit; `scale` is what a word like "million" multiplied by."""

    value: Decimal | None
    kind: str = "count"
    unit: str | None = None
    scale: int = 1


#: No figure is longer; whatever is, was not meant as one.
_LONGEST = 120
#: Above this a JSON reader elsewhere may lose digits.
_LARGEST = Decimal(10**15)


def read(words: str) -> Figure:
    """What the figure `words` says, conservatively: what is not plain stays None."""
    nothing = Figure("count", None, None, None, "exact")
    if len(words) > 4 * _LONGEST:
        return nothing
    text = _plain(words)
    if not text or len(text) > _LONGEST:
        return nothing
    modifier, text = _modifier(text)
    plain = _PLAIN_COUNT.fullmatch(text)
    if plain and (len(text) < 4 or "," in text):
        # Most figures are this: no year, nothing that another form could read.
        return Figure("count", int(text.replace(",", "")), None, None, modifier)
    found = _date(text, modifier) or _fraction_of(text) or _ratio(text)
    found = found or _range(text) or _ordinal(text)
    if found is None:
        quantity = _quantity(text)
        found = Figure(
            quantity.kind, _value(quantity.value), None, quantity.unit, "exact"
        )
    return found if found.modifier != "exact" else replace(found, modifier=modifier)


_PLAIN_COUNT = re.compile(r"\d{1,3}(?:,\d{3})*")
_LIKE = str.maketrans({"٫": ".", "٬": ",", "−": "-", "％": "%", "٪": "%", "⁄": "/"})


def _plain(words: str) -> str:
    """The words with single spaces, and digits of any script as 0-9."""
    joined = " ".join(words.replace("\u200b", " ").split())
    if joined.isascii():
        return joined
    joined = joined.translate(_LIKE)
    return "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char for char in joined
    )


def _value(number: Decimal | None) -> Value | None:
    if number is None or abs(number) > _LARGEST:
        return None
    return int(number) if number == number.to_integral() else float(number)


# --- how exact ------------------------------------------------------------------------

_WORDS_BEFORE = lexicon.alternatives(p for p in lexicon.BEFORE if p[0].isalpha())
_SIGNS_BEFORE = lexicon.alternatives(p for p in lexicon.BEFORE if not p[0].isalpha())
_BEFORE = re.compile(
    rf"(?:(?P<word>{_WORDS_BEFORE}) |(?P<sign>{_SIGNS_BEFORE}) ?)(?=\S)", re.IGNORECASE
)
_AFTER = re.compile(
    rf" ?({lexicon.alternatives([*lexicon.AFTER, 'at least', 'at most'])})$",
    re.IGNORECASE,
)
_AFTER_TOO = {"at least": "at_least", "at most": "at_most"}


def _modifier(text: str) -> tuple[str, str]:
    """How exact the words make the number, and the words without saying so."""
    found = ""
    while match := _BEFORE.match(text):
        phrase = (match["word"] or match["sign"]).casefold()
        found = found or lexicon.BEFORE[phrase]
        text = text[match.end() :]
    if match := _AFTER.search(text):
        phrase = match[1].casefold()
        found = found or {**lexicon.AFTER, **_AFTER_TOO}[phrase]
        text = text[: match.start()]
    return found or "exact", text


# --- dates ----------------------------------------------------------------------------

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio janeiro января січня januari "
            "stycznia "
            "styczniu ocak يناير",
            "feb february februar février febrero febbraio fevereiro februari lutego "
            "lutym şubat февраля лютого "
            "فبراير شباط",
            "mar march märz mars marzo março maart marca marcu mart марта "
            "березня مارس آذار",
            "apr april avril abril aprile kwietnia kwietniu nisan апреля "
            "квітня أبريل إبريل نيسان",
            "may mai mayo maggio maio mei maj maja maju mayıs мая травня مايو أيار",
            "jun june juni juin junio giugno junho czerwca czerwcu haziran июня червня "
            "يونيو حزيران",
            "jul july juli juillet julio luglio julho lipca lipcu temmuz июля липня "
            "يوليو تموز",
            "aug august août agosto augusti augustus sierpnia ağustos августа серпня "
            "أغسطس آب",
            "sep sept september septembre septiembre settembre setembro września "
            "wrześniu eylül сентября "
            "вересня سبتمبر أيلول",
            "oct october oktober octobre octubre ottobre outubro października ekim "
            "октября жовтня أكتوبر",
            "nov november novembre noviembre novembro listopada kasım ноября листопада "
            "نوفمبر",
            "dec december dezember décembre diciembre dicembre dezembro grudnia "
            "grudniu aralık декабря грудня "
            "ديسمبر",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAY = re.compile(
    r"(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche),? (?=\S)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:early|mid|late|anfang|mitte|ende|(?:the )?(?:start|beginning|middle|end) of)"
    r"[ -](?=\S)",
    re.IGNORECASE,
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_MONTH = r"(?P<month>[^\W\d_]+(?:/[^\W\d_]+)?)\.?"
_YEAR = r"(?P<year>[12]\d{3})(?: года| г\.| року)?"
_OF = r"(?: of| de)?"
_DATES = [
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})-(?P<month>0\d)",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?",
        r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
        r"(?P<year>\d{4})년(?: (?P<month>\d{1,2})월(?: (?P<day>\d{1,2})일)?)?",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
        rf"(?:the |le |el |am )?{_DAY}{_OF} {_MONTH}(?:{_OF},? {_YEAR})?",
        rf"{_MONTH}{_OF},? {_YEAR}",
        _YEAR,
        _MONTH,
    )
]
_YEAR_OR_FOREIGN = re.compile(r"\d{4}|[^\x00-\x7f]")
_LETTERS = re.compile(r"[a-z]+")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DECADE = re.compile(r"(?:the )?[12]\d{2}0s")
#: A bare number in between is taken for a year.
_YEARS = range(1500, 2101)


def _date(text: str, modifier: str) -> Figure | None:
    bare = _WEEKDAY.sub("", text, count=1)
    part = _PART.match(bare)
    day = _day(bare[part.end() :] if part else bare)
    if day is None:
        return None
    # "More than 1800" counts something; "circa 1650" is a year.
    if day.isdigit() and not (
        int(day) in _YEARS
        and (modifier == "exact" or (modifier == "approx" and int(day) < 1900))
    ):
        return None
    return Figure("date", day or None, None, None, "approx" if part else "exact")


def _day(text: str) -> str | None:
    """`text` in ISO 8601; "" for a date that is not plain; None when it is no date."""
    if not _YEAR_OR_FOREIGN.search(text) and MONTHS.keys().isdisjoint(
        _LETTERS.findall(text.casefold())
    ):
        # Most figures: to look for a month is quicker.
        return None
    if slashed := _SLASHED.fullmatch(text):
        month, day = sorted((int(slashed[1]), int(slashed[2])))
        # 3/4 is a day in April or one in March; 25/3 can only be one in March.
        plain = month == day or day > 12
        return _iso(int(slashed[3]), month, day) if plain else ""
    if _DECADE.fullmatch(text):
        return ""
    for pattern in _DATES:
        if match := pattern.fullmatch(text):
            found = match.groupdict()
            number = _month(found.get("month"))
            if number or not found.get("month"):
                return _iso(_int(found.get("year")), number, _int(found.get("day")))
    return None


def _int(written: str | None) -> int | None:
    return int(written) if written else None


def _month(written: str | None) -> int | None:
    if written is None:
        return None
    if written.isdecimal():
        return int(written)
    # Arabic news gives both names: سبتمبر/أيلول.
    known = (MONTHS.get(name) for name in written.casefold().split("/"))
    return next((number for number in known if number), None)


def _iso(year: int | None, month: int | None, day: int | None) -> str:
    head = f"{year:04}" if year else "-"
    if month is None:
        return head
    if not 1 <= month <= 12:
        return ""
    if day is None:
        return f"{head}-{month:02}"
    # Without a year the 29th of February is possible.
    if not 1 <= day <= monthrange(year or 2000, month)[1]:
        return ""
    return f"{head}-{month:02}-{day:02}"


# --- ranges ---------------------------------------------------------------------------

_FROM_WORDS = lexicon.alternatives([*lexicon.BETWEEN, "from", "von", "de", "от", "من"])
_FROM = re.compile(rf"(?:{_FROM_WORDS}) ", re.IGNORECASE)
_TO = re.compile(
    r" ?[–—] ?|(?<=[\d%mnk]) ?- ?(?=[\d€$£])|-to-"
    r"| (?:to|or|through|until|bis|à|до|إلى) |(?<=\d) al? (?=\d)",
    re.IGNORECASE,
)
_AND = re.compile(rf" (?:(?:{lexicon.alternatives(lexicon.AND)}) |و)", re.IGNORECASE)


def _range(text: str) -> Figure | None:
    opened = _FROM.match(text)
    bare = text[opened.end() :] if opened else text
    ends = _TO.split(bare)
    if len(ends) != 2 and opened:
        ends = _AND.split(bare)
    if len(ends) != 2:
        return None
    return _dates(ends[0], ends[1]) or _amounts(ends[0], ends[1])


_FIRST_DAY = re.compile(r"^\d{1,2}(?:st|nd|rd|th|\.)?")
_LAST_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?$")
_YEAR_ALONE = re.compile(r"[12]\d{3}")
_SHORT_YEAR = re.compile(r"\d{2}")
_DAY_ALONE = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?(,? [12]\d{3})?", re.IGNORECASE)


def _dates(first: str, second: str) -> Figure | None:
    """A range of dates; what one end leaves out, the other gives: 12 to 15 March."""
    if _DAY_ALONE.fullmatch(first):
        first = _FIRST_DAY.sub(first, second, count=1)
    elif _DAY_ALONE.fullmatch(second) and not first[-4:].isdecimal():
        second = _LAST_DAY.sub("", first) + second
    elif _YEAR_ALONE.fullmatch(first) and _SHORT_YEAR.fullmatch(second):
        second = first[:2] + second
    low, high = _day(first), _day(second)
    if not low or not high:
        return None
    if low.isdigit() and high.isdigit():
        years = int(low) in _YEARS and int(high) in _YEARS
        if not years or not 0 < int(high) - int(low) <= 300:
            return None
    if low[0] == "-" != high[0]:
        low = high[:4] + low[1:]
    return Figure("date", low, high, None, "between")


def _amounts(first: str, second: str) -> Figure | None:
    low, high = _quantity(first), _quantity(second)
    if low.value is None or high.value is None:
        return None
    if "count" not in (low.kind, high.kind) and low.kind != high.kind:
        # "Rose 4% to £12".
        return Figure(low.kind, None, None, low.unit, "exact")
    # "2 to 3 million" and "€15 to 20" leave out what the other end has.
    least = low.value
    if low.scale == 1 and least * high.scale <= high.value:
        least *= high.scale
    told = high if high.unit or high.kind != "count" else low
    if least >= high.value:
        # "Fell from 92% to 89%", "drew 1-1".
        return Figure(told.kind, None, None, told.unit, "exact")
    return Figure(told.kind, _value(least), _value(high.value), told.unit, "between")


# --- ratios and ranks -----------------------------------------------------------------

_OUT_OF = re.compile(
    r"(.+?)(?:-in-| (?:in|out of|of|von|sur|из|من كل) (?:every |each )?)(.+)"
)
_ODDS = re.compile(r"(\d+(?:\.\d+)?)(?: ?: ?| to |-to-)(\d+(?:\.\d+)?)")
_TIME = re.compile(r"\d{1,2}:[0-5]\d")
_CLOCK = re.compile(r"\d+ ?: ?\d+")
_TO_ONE = re.compile(r"(\w+)[ -]to[ -]one")
_TIMES = re.compile(
    r"(.+?)(?:[ -]times|[ -]?fold| ?[x×])(?: (?:as|more|the|higher)\b.*)?"
)
_SHARE = re.compile(r"(?:(.+?)[ -])?([a-z]+?)s?(?: (?:of|the) .+)?")
_SLASH = re.compile(r"(\d{1,3})/(\d{1,3})(?: of .+)?")
_MULTIPLES = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "quadruple": 4}
_WHOLES = {
    word: Decimal(top) / bottom
    for top, bottom, words in (
        (1, 2, "half, die hälfte, hälfte, la moitié, moitié, la mitad, половина, نصف"),
        (1, 3, "ein drittel, un tiers, un tercio, un terzo, треть, ثلث"),
        (2, 3, "zwei drittel, deux tiers, dos tercios, две трети, ثلثا, ثلثي"),
        (1, 4, "ein viertel, un quart, un cuarto, un quarto, четверть, ربع"),
        (3, 4, "drei viertel, trois quarts, tres cuartos, три четверти"),
    )
    for word in words.split(", ")
}
ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
    "twentieth"
)
ORDINALS = {
    word: number
    for words in (
        ENGLISH_ORDINALS,
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
        "premier deuxième troisième quatrième cinquième sixième septième huitième "
        "neuvième dixième",
        "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
        "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый",
        "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
        "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة",
    )
    for number, word in enumerate(words.split(), 1)
}
_PLACES = re.compile(r"(?:the )?(\d{1,4})(?:st|nd|rd|th|er|re|e|ème|º|ª|\.º|\.ª)")


def _ratio(text: str) -> Figure | None:
    small = text.casefold()
    if match := _OUT_OF.fullmatch(small):
        top, bottom = _number(match[1]), _number(match[2])
        if top is not None and bottom is not None:
            return _share_of(top / bottom if bottom else None)
    for reading in (_odds, _fractions, _multiples):
        found = reading(small)
        if found is not None:
            return _share_of(found)
    # 7:30 may be a time; 24/7 is no share.
    if _CLOCK.fullmatch(text) or _SLASH.fullmatch(text):
        return _share_of(None)
    return None


def _share_of(number: Decimal | None) -> Figure:
    # One in 50,000 is no nothing.
    digits = 4 if number is None or number >= Decimal("0.001") else 8
    value = None if number is None else _value(round(number, digits))
    return Figure("ratio", value, None, None, "exact")


def _odds(text: str) -> Decimal | None:
    if to_one := _TO_ONE.fullmatch(text):
        return _number(to_one[1])
    odds = _ODDS.fullmatch(text)
    if odds and not _TIME.fullmatch(text):
        top, bottom = Decimal(odds[1]), Decimal(odds[2])
        # "3 to 5" is a range, "5 to 3" is not.
        if bottom and (":" in text or top > bottom):
            return top / bottom
    return None


def _fractions(text: str) -> Decimal | None:
    if text in _WHOLES:
        return _WHOLES[text]
    if slash := _SLASH.fullmatch(text):
        top, bottom = Decimal(slash[1]), Decimal(slash[2])
        return top / bottom if 0 < top < bottom else None
    if len(text) == 1 and unicodedata.category(text) == "No":
        return round(Decimal(unicodedata.numeric(text)), 6)
    share = _SHARE.fullmatch(text)
    return _spelled_fraction(share[1], share[2]) if share else None


def _spelled_fraction(many: str | None, part: str) -> Decimal | None:
    """The value of "two thirds"; "third" and "the third" are ranks, "half" is not."""
    halves = {"half": 2, "halve": 2, "quarter": 4}
    bottom = halves.get(part) or ORDINALS.get(part, 0)
    if bottom < 2 or part == "second":
        return None
    if many is None or many == "the":
        return Decimal(1) / bottom if part in ("half", "quarter") else None
    top = Decimal(1) if many in ("a", "an") else _number(many)
    return top / bottom if top is not None and top <= bottom else None


_FRACTION_OF = re.compile(
    r"(half|(?:(?:an?|one|two|three|four)[ -])?(?:quarter|third|fifth|tenth)s?)"
    r"(?: of an? |-)",
    re.IGNORECASE,
)


def _fraction_of(text: str) -> Figure | None:
    """A quarter of a percentage point, two thirds of a mile, a quarter-point."""
    match = _FRACTION_OF.match(text)
    share = _fractions(match[1].casefold()) if match else None
    if match is None or share is None:
        return None
    scale, rest = _scale(text[match.end() :], attached=False)
    kind, unit, many = _unit("percentage point" if rest == "point" else rest)
    if scale == 1 and kind == "count":
        return None
    number = round(share * scale * many, 4)
    return Figure(kind, _value(number), None, unit, "exact")


def _multiples(text: str) -> Decimal | None:
    word = text.split(" ")[0]
    if word in _MULTIPLES:
        return Decimal(_MULTIPLES[word])
    times = _TIMES.fullmatch(text)
    return _number(times[1]) if times else None


def _ordinal(text: str) -> Figure | None:
    small = text.casefold().removeprefix("the ")
    place = _PLACES.fullmatch(small)
    number = int(place[1]) if place else ORDINALS.get(small)
    tens, dash, ones = small.partition("-")
    if dash and tens in _TENS and ORDINALS.get(ones, 10) < 10:
        number = _TENS[tens] + ORDINALS[ones]
    return Figure("ordinal", number, None, None, "exact") if number else None


# --- quantities -----------------------------------------------------------------------

_ONES_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: number for number, word in enumerate(_ONES_WORDS.split())}
_TENS = {word: 10 * number for number, word in enumerate(_TENS_WORDS.split(), 2)}
_NUMERAL = re.compile(
    r"(\d{1,3}(?:[ '’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|\.\d+)"
    r"([½⅓⅔¼¾⅛]?)"
)
_MONEY_FIRST = re.compile(
    rf"({lexicon.alternatives({*lexicon.SIGNS, *lexicon.CODES})}) ?(?=[\d.+-])"
    rf"|({'|'.join(lexicon.TOUCHING)})(?=\d)"
)
_SCALE = re.compile(
    rf"[ -]?({lexicon.alternatives(lexicon.SCALES)})(?![^\W\d_])", re.IGNORECASE
)
#: "Threw 61.48m": nobody counts ten thousands of millions.
_OF_METRES = re.compile(r"\d{1,3}\.\d\d")
_CJK_SCALE = re.compile(r"[万萬億亿만억]")
_ATTACHED = re.compile(r"([km])(?![^\W\d_])", re.IGNORECASE)
_SCALES = {name.casefold(): number for name, number in lexicon.SCALES.items()}


#: "0.25 of a percentage point".
_OF_A = re.compile(r"^ of (?:an?|one) (?=per)", re.IGNORECASE)
_MINUS = re.compile(r"(?:-|minus |moins )(?=\S)", re.IGNORECASE)
_MAGNITUDE = re.compile(r"(magnitude)[ -](\d+(?:\.\d+)?)", re.IGNORECASE)
#: What touches the digits: 31C.
_DEGREES = {"C": "degree Celsius", "F": "degree Fahrenheit"}


def _quantity(text: str) -> _Quantity:
    if "agnitude" in text:
        text = _MAGNITUDE.sub(r"\2 \1", text, count=1)
    minus = _MINUS.match(text)
    rest = text[minus.end() :] if minus else text
    money = _MONEY_FIRST.match(rest)
    rest = rest[money.end() :] if money else rest
    numeral = _NUMERAL.match(rest)
    spelled = None
    if numeral:
        rest = rest[numeral.end() :]
    else:
        spelled, rest = _spelled(rest.casefold())
    if numeral and not money and rest == "m" and _OF_METRES.fullmatch(numeral.group()):
        scale = 1
    else:
        scale, rest = _scale(rest, attached=numeral is not None)
    rest = _OF_A.sub("", rest, count=1)
    kind, unit, many = _unit(rest)
    if money:
        kind, unit, many = "money", _currency(money), 1
    number = _digits_of(numeral, kind == "percent" or scale > 1) if numeral else spelled
    if number is None:
        return _Quantity(None, kind, unit, scale)
    if rest.casefold().endswith(" and a half"):
        number += Decimal("0.5")
    return _Quantity((-number if minus else number) * scale * many, kind, unit, scale)


def _currency(sign: re.Match[str]) -> str | None:
    return lexicon.TOUCHING[sign[2]] if sign[2] else lexicon.SIGNS.get(sign[1], sign[1])


def _digits_of(numeral: re.Match[str], decimal_point: bool) -> Decimal | None:
    number = _digits(numeral[1], decimal_point)
    if number is None or not numeral[2]:
        return number
    return number + round(Decimal(unicodedata.numeric(numeral[2])), 6)


def _scale(rest: str, *, attached: bool) -> tuple[int, str]:
    """What multiplies the number, and what stands after that."""
    scale = 1
    if attached and (letter := _ATTACHED.match(rest)):
        return lexicon.ATTACHED[letter[1].casefold()], rest[letter.end() :]
    while match := _SCALE.match(rest) or _CJK_SCALE.match(rest):
        word = match[match.lastindex or 0].casefold()
        scale *= _SCALES[word]
        rest = rest[match.end() :]
    return scale, rest


def _unit(rest: str) -> tuple[str, str | None, int | Decimal]:
    """The kind, the unit and how many of it, by the first words after the number."""
    if rest == "p":
        return lexicon.PENCE
    if rest in _DEGREES:
        return "measure", _DEGREES[rest], 1
    if rest.strip() in lexicon.CODES:
        return "money", rest.strip(), 1
    words = rest.casefold().strip(" -").replace("-", " ").split(" ")
    for length in (3, 2, 1):
        found = lexicon.UNITS.get(" ".join(words[:length]))
        if found and len(words) >= length:
            return found
    return "count", None, 1


_SPACES = re.compile(r"[ '’]")
_NO_MARKS = str.maketrans("", "", ".,")
_IN_THREES = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")


def _digits(written: str, decimal_point: bool) -> Decimal | None:
    """The number that digits with separators stand for; None when it is not plain.

    The last of two kinds of separator is the decimal one. One point before three digits
    groups them in German and parts them in English: `decimal_point` settles it.
    """
    text = _SPACES.sub("", written)
    grouped = text != written
    marks = [char for char in text if char in ".,"]
    if not marks:
        return Decimal(text)
    whole, _, part = text.rpartition(marks[-1])
    if len(set(marks)) == 2:
        fits = marks.count(marks[-1]) == 1 and _in_threes(whole)
        return Decimal(whole.translate(_NO_MARKS) + "." + part) if fits else None
    if len(marks) > 1:
        fits = _in_threes(text) or bool(_INDIAN.fullmatch(text))
        return Decimal(text.translate(_NO_MARKS)) if fits else None
    if len(part) != 3 or len(whole) > 3 or whole in ("", "0") or grouped:
        return Decimal(f"{whole or 0}.{part}")
    if marks == [","]:
        return Decimal(whole + part)
    return Decimal(f"{whole}.{part}") if decimal_point else None


def _in_threes(text: str) -> bool:
    return _IN_THREES.fullmatch(text) is not None


def _number(text: str) -> Decimal | None:
    """The number that `text` is, when it is nothing but one."""
    numeral = _NUMERAL.fullmatch(text)
    if numeral:
        return _digits_of(numeral, decimal_point=True)
    number, rest = _spelled(text)
    if number is None:
        return None
    scale, rest = _scale(rest, attached=False)
    return None if rest.strip() else number * scale


_WORD = re.compile(r"[^\W\d_]+")
_GROUPS = {"hundred": 100, "dozen": 12}


def _spelled(text: str) -> tuple[Decimal | None, str]:
    """The number that `text` begins with in English words, and the rest.

    A last "million" is left to the rest, where one after digits stands too.
    """
    tokens = list(_WORD.finditer(text))
    words = [token.group() for token in tokens]
    if words[:1] == ["half"]:
        return _half(text, tokens)
    total = group = Decimal(0)
    used = 0
    for place, word in enumerate(words):
        following = words[place + 1 : place + 3]
        if word in _ONES or word in _TENS:
            group += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in ("a", "an") and not used and _counts_one(following):
            group = Decimal(1)
        elif word in _GROUPS and used:
            group = max(group, Decimal(1)) * _GROUPS[word]
        elif word in _SCALES and used and (total or _goes_on(following)):
            total, group = total + group * _SCALES[word], Decimal(0)
        elif word == "and" and used and following == ["a", "half"]:
            return total + group + Decimal("0.5"), text[tokens[place + 2].end() :]
        elif not (word == "and" and used and _is_number(following[:1])):
            break
        used = tokens[place].end()
    return (total + group, text[used:]) if used else (None, text)


def _half(text: str, tokens: list[re.Match[str]]) -> tuple[Decimal | None, str]:
    """Half a million, half an hour, half a dozen."""
    words = [token.group() for token in tokens]
    last = 1 if words[1:2] in (["a"], ["an"]) else 0
    if words[last + 1 : last + 2] == ["dozen"]:
        return Decimal(6), text[tokens[last + 1].end() :]
    return Decimal("0.5"), text[tokens[last].end() :]


def _counts_one(following: list[str]) -> bool:
    """Whether "a" before these is a number: a hundred, a week; not a boat."""
    return following != [] and (
        following[0] in _GROUPS
        or following[0] in _SCALES
        or following[0] in lexicon.UNITS
    )


def _is_number(following: list[str]) -> bool:
    return following != [] and (following[0] in _ONES or following[0] in _TENS)


def _goes_on(following: list[str]) -> bool:
    """Whether a number goes on after "thousand": two thousand (and) five."""
    return _is_number(following) or (
        following[:1] == ["and"] and _is_number(following[1:])
    )
