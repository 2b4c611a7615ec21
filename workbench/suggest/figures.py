"""Reading a figure: "almost 97 percent" is a percent, 97, just below."""

import re
from dataclasses import dataclass

from workbench.spans import Value


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure says; None where its words do not tell."""

    kind: str
    value: Value | None
    value_max: Value | None
    unit: str | None
    modifier: str


_MODIFIERS = (
    ("at_least", r"at least|no (?:less|fewer) than|mindestens|au moins|al menos"),
    ("at_most", r"at most|up to|no more than|höchstens|bis zu|jusqu'à|hasta"),
    (
        "almost",
        r"almost|nearly|just under|close to|fast|beinahe|knapp|presque|casi|почти|майже",
    ),
    (
        "more_than",
        r"(?:just |a little |slightly |well )?(?:over|above|more than)|mehr als|über|plus de|más de|более|свыше|понад",
    ),
    (
        "less_than",
        r"(?:a little |slightly |well )?(?:under|below|less than|fewer than)|weniger als|unter|moins de|menos de|менее",
    ),
    (
        "approx",
        r"about|around|some|roughly|approximately|circa|ca\.|etwa|rund|ungefähr|environ|près de|cerca de|alrededor de|около|примерно|близько|~|≈",
    ),
)
_MODIFIER = [
    (name, re.compile(rf"^(?:{words})\s*", re.IGNORECASE)) for name, words in _MODIFIERS
]
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june",
         "jul july", "aug august", "sep sept september", "oct october",
         "nov november", "dec december"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_DATES = [
    re.compile(rf"^(?:{form})$", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
        rf"{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?",
        rf"{_MONTH},? {_YEAR}",
        _YEAR,
    )
]
_SCALES = {
    "hundred": 100, "thousand": 1_000, "k": 1_000, "million": 1_000_000,
    "m": 1_000_000, "mn": 1_000_000, "mio": 1_000_000, "millionen": 1_000_000,
    "billion": 1_000_000_000, "bn": 1_000_000_000, "milliarden": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}  # fmt: skip
_SMALL = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * n
    for n, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}
_ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
}
_CURRENCIES = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB",
    "₴": "UAH", "₹": "INR", "A$": "AUD", "C$": "CAD",
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP",
    "pounds": "GBP", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB",
    "rubles": "RUB", "yen": "JPY",
}  # fmt: skip
_DURATIONS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")
_NUMBER = re.compile(
    r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+"
)
_PERCENT = re.compile(
    r"%|٪|per ?cent|percent|prozent|pour cent|por ciento|процент|відсот", re.I
)
_RANGE = re.compile(r"\s*(?:–|—|-|\bto\b|\band\b|\bbis\b)\s*", re.IGNORECASE)


def read(words: str) -> Figure:
    """What the figure `words` says, conservatively: what is not plain stays None."""
    text = re.sub(r"[\s\u00a0\u202f]+", " ", words).strip()
    modifier = "exact"
    for name, pattern in _MODIFIER:
        match = pattern.match(text)
        if match:
            modifier, text = name, text[match.end() :]
            break
    between = re.match(r"(?:between|from)\s+", text, re.IGNORECASE)
    if between:
        text = text[between.end() :]
    date = _date(text)
    if date:
        return Figure("date", date, None, None, modifier)
    ends = _RANGE.split(text)
    if len(ends) == 2:
        low, high = _date(ends[0]), _date(ends[1])
        if low and high:
            return Figure("date", low, high, None, "between")
    kind, unit = _unit(text)
    values = [_number(end) for end in ends] if len(ends) == 2 else [_number(text)]
    if len(values) == 2 and values[0] is not None and values[1] is not None:
        if re.search(r"\bin\b|\bof\b|:", text):
            return Figure("ratio", None, None, None, modifier)
        return Figure(kind, _scaled(values[0], ends), values[1], unit, "between")
    ratio = re.match(r"^(\S+) (?:in|out of) (?:every )?(\S+)$", text)
    if ratio:
        top, bottom = _number(ratio[1]), _number(ratio[2])
        value = round(top / bottom, 6) if top is not None and bottom else None
        return Figure("ratio", value, None, None, modifier)
    ordinal = re.match(r"^(\d+)(?:st|nd|rd|th)$", text)
    if ordinal or text.lower() in _ORDINALS:
        number = int(ordinal[1]) if ordinal else _ORDINALS[text.lower()]
        return Figure("ordinal", number, None, None, modifier)
    return Figure(kind, _number(text), None, unit, modifier)


def _scaled(low: float, ends: list[str]) -> Value:
    """ "2 to 3 million" scales both ends."""
    scale = next(
        (s for w, s in _SCALES.items() if re.search(rf"\d\s*{w}\b", ends[1], re.I)), 1
    )
    own = any(re.search(rf"\d\s*{w}\b", ends[0], re.I) for w in _SCALES)
    return _plain(low if own else low * scale)


def _date(text: str) -> str | None:
    for pattern in _DATES:
        match = pattern.match(text)
        if not match:
            continue
        found = match.groupdict()
        year, month, day = found.get("year"), found.get("month"), found.get("day")
        if month and not month.isdigit():
            month = str(_MONTHS[month.lower()])
        if (day and not 1 <= int(day) <= 31) or (month and not 1 <= int(month) <= 12):
            return None
        if not month:
            return year
        date = f"{year or '-'}-{int(month):02}"
        return f"{date}-{int(day):02}" if day else date
    return None


def _unit(text: str) -> tuple[str, str | None]:
    if _PERCENT.search(text):
        return "percent", "percent"
    sign = re.match(r"^(US\$|A\$|C\$|[$€£¥₽₴₹])", text)
    if sign:
        return "money", _CURRENCIES[sign[1]]
    code = re.match(r"^([A-Z]{3}) ?\d", text) or re.search(r"\d ?([A-Z]{3})$", text)
    if code:
        return "money", code[1]
    words = re.findall(r"[^\W\d_]+", text.lower())
    for word in words:
        if word in _CURRENCIES:
            return "money", _CURRENCIES[word]
        if word.rstrip("s") in _DURATIONS:
            return "duration", word.rstrip("s")
    measure = re.search(
        r"\b(km|kg|tonnes?|tons?|met(?:re|er)s?|kilomet(?:re|er)s?|miles?|feet|litres?"
        r"|hectares?|acres?|degrees?)$",
        text,
        re.IGNORECASE,
    )
    if measure:
        return "measure", measure[1].lower()
    return "count", None


def _number(text: str) -> Value | None:
    match = _NUMBER.search(text)
    if match:
        digits = re.sub(r"[\u00a0\u202f ]", "", match.group())
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits):
            digits = digits.replace(",", "")
        value = float(digits.replace(",", "."))
        after = re.match(r"[\s-]*([^\W\d_]+)", text[match.end() :])
        scale = _SCALES.get(after[1].lower(), 1) if after else 1
        return _plain(value * scale)
    total, part, seen = 0, 0, False
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _SMALL:
            part, seen = part + _SMALL[word], True
        elif word == "hundred" and seen:
            part *= 100
        elif word in _SCALES and seen and len(word) > 2:
            total, part = total + part * _SCALES[word], 0
    return total + part if seen else None


def _plain(value: float) -> Value:
    return int(value) if float(value).is_integer() else round(value, 9)
