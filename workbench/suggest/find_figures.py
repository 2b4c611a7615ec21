"""Finding figures: every number that a reader could check, with its borders.

The seeds are looked for here; `spans.snap` sets the borders and `figures.read` reads
them, as on the screen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from workbench.spans import Fragment, SpanError, Value, snap
from workbench.suggest import figures, foreign, lexicon
from workbench.suggest.foreign import numbers
from workbench.suggest.suggestion import Region, Suggestion

_S = r"[^\S\n]"
# What looks for figures is of small letters, and looks at a text in small letters: to
# ask for both kinds at once takes twice as long.
_MONTH = lexicon.alternatives(name for name in figures.MONTHS if len(name) > 2)
_MONTH = rf"(?:{_MONTH})(?![^\W\d_])(?:/[^\W\d_]{{2,12}})?(?:\.(?={_S}\d))?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?(?![\d%]|:\d)"
_YEAR = r"(?:1[5-9]|20)\d{2}(?![\d,.]\d|\d)"
_DATE = (
    rf"(?:{_MONTH}{_S}{_DAY}(?:,?{_S}{_YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.)?(?:{_S}(?:of"
    rf"|de))?{_S}{_MONTH}(?:(?:{_S}de)?,?{_S}{_YEAR})?"
    rf"|{_MONTH}(?:{_S}of)?,?{_S}{_YEAR}"
    r"|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
    r"|\d{1,2}/\d{1,2}/\d{4}(?!\d)"
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日)"
)
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety"
)
_TEENS = lexicon.alternatives(_NUMBERS.split())
_BIG = "hundred|thousand|million|billion|trillion|dozen"
_SPELLED = (
    rf"(?:(?:(?:an?|one|{_TEENS}|half{_S}an?){_S}(?:{_BIG})|{_TEENS})"
    rf"(?:(?:{_S}|-|{_S}and{_S})(?:one|{_TEENS}|{_BIG})){{0,8}}"
    rf"(?:{_S}and{_S}a{_S}half|-and-a-half)?)"
)
_AMOUNT = (
    r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,])"
    r"|\d+(?:[.,٫٬'’]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*)[½⅓⅔¼¾⅛]?"
)
_AND = rf"(?:{_S}(?:{lexicon.alternatives(lexicon.AND)}){_S}|{_S}و)"
_BETWEEN = lexicon.alternatives(lexicon.BETWEEN)
_UNIT = r"(?:[%％٪mkbn]|bn|mn)?"
#: "Fell 3.4% to £12.60" and "fell 0.4% to 151.30" are no ranges.
_RANGE_UNIT = (
    rf"(?:[%％٪](?!{_S}(?:to|bis){_S}(?:[a-z]{{0,2}}[$€£¥₽₴₹]|\d[\d.,]*+(?![%％٪]"
    rf"|{_S}per(?:{_S})?cent)))"
    r"|[mkbn]|bn|mn|(?![%％٪]))"
)
_SIGN = r"(?:[a-z]{0,2}[$€£¥]|[€£¥₽₴₹])?"
#: The second is a unit of time and the first is everywhere: they need a superlative.
_ORDINALS = lexicon.alternatives(
    word
    for word, rank in figures.ORDINALS.items()
    if rank > 2 and (word in figures.ENGLISH_ORDINALS.split() or word[0] >= "\u0400")
)
_BEST = (
    r"(?:largest|biggest|highest|lowest|longest|smallest|worst|best|busiest|most"
    r"|oldest|fastest|richest|poorest|deadliest|straight|consecutive|time)"
)
#: "A second day of rain" has a rank; "a second later" is a time.
_TURN = (
    r"(?:day|night|week|month|quarter|half|year|season|term|round|leg|match|game|win"
    r"|victory|defeat|loss|draw|goal|wave|phase|attack|strike|bombing|explosion|case"
    r"|death|card|signature|chance|dose|shot|blast|quake|tremor|suspect|victim|body"
    r"|man|woman|vessel|ship|boat|plane|drone|missile|reactor|defendant|witness|draft"
    r"|version"
    r"|reading|question|list|referendum|poll|election|bill|study|survey|report"
    r"|arrest|vote|term|spell|attempt|bid|trial|inquiry|term|child|marriage)"
)
#: Before "first" these say that it is counted; behind it, that it is not.
_ITS = (
    "(?:"
    + "|".join(
        rf"(?<=(?<!\w){word}[ \u00a0])"
        for word in ("the", "its", "his", "her", "their", "a")
    )
    + r"|(?<=['’]s[ \u00a0]))"
)
_NO_RANK = (
    "names?|doses?|findings|deputy|deputies|vice|ministers?|lady|ladies|gentleman|family|aid|class|hand"
    "|instance|place|responders?|world|language|person|sign|port|love|wind|look|draft|team|grader|degree|refusal|thoughts?"
    "|steps?|things?|homes?|cousins?|couple|few|and|or|of|to|in|half|halves|half-hour|amendment|nation"
    "|nations|officers?|secretary|mate|impressions?|glance|nature|floor"
)
_SHARED_BY = (
    "(?:"
    + "|".join(
        rf"(?<={word}[ \u00a0])"
        for word in lexicon.listed("by nearly almost about roughly than around only")
    )
    + ")"
)
#: One of these is a figure where it says how exact it is: "roughly a mile".
_SINGLE = (
    "mile|kilomet(?:re|er)|met(?:re|er)|millimet(?:re|er)|centimet(?:re|er)|inch|foot"
    "|yard|acre"
    "|hectare|minute|hour|day|week|fortnight|month|year|decade|century|tonne|ton"
    "|lit(?:re|er)"
    "|gallon|percentage point"
)
#: Of these a part is no share: "a quarter of a percentage point".
_OF_ONE = rf"{_S}of{_S}an?{_S}(?:{_BIG}|{_SINGLE})(?!\w)"
_AFTER_HOW_MUCH = (
    "(?:"
    + "|".join(
        rf"(?<={word}[ \u00a0])"
        for word in (
            "than",
            "roughly",
            "about",
            "nearly",
            "almost",
            "around",
            "under",
            "over",
            "long as",
            "far as",
            "little as",
            "high as",
        )
    )
    + ")"
)
_SEEDS = (
    # Where words are written without spaces, a number may follow a letter.
    r"(?<![^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?:"
    # Ranges of dates first, then dates, then the rest: what is longer is tried earlier.
    rf"(?P<dates>(?:{_BETWEEN}){_S}(?:{_DATE}|{_YEAR}|{_MONTH}){_AND}(?:{_DATE}"
    rf"|{_YEAR})"
    rf"|{_DATE}(?:{_S}(?:to|through|until|bis){_S}|{_S}?[–—]{_S}?"
    rf"|-(?=\d))(?:{_DATE}|{_DAY})"
    rf"|{_YEAR}(?:[–-](?:{_YEAR}|\d{{2}}(?!\d|-\d))|{_S}to{_S}{_YEAR})"
    rf"|\d{{1,2}}(?:[–-]|{_S}to{_S}){_DATE}"
    # "Between 14 and 19 May", "on 14 or 15 May".
    rf"|(?:(?:{_BETWEEN}){_S}\d{{1,2}}{_AND}|\d{{1,2}}{_S}or{_S})"
    rf"\d{{1,2}}{_S}{_MONTH}(?:,?{_S}{_YEAR})?)"
    rf"|(?P<date>{_DATE}|(?:early|mid|late)[ -](?:{_MONTH}|{_YEAR}(?!\w)))"
    r"|(?P<phone>(?:\+|0)\d[\d ()/-]{6,18}\d)"
    rf"|(?P<share>(?:an?|one|two|three|four|five)[ -](?:half|halves|thirds?|quarters?"
    rf"|fifths?|sixths?|tenths?)(?!{_OF_ONE})(?={_S}(?:of|the|majority)\b|[.,;])"
    rf"|(?:two|three|four)-(?:thirds|quarters|fifths)(?!\w|{_OF_ONE})"
    # "by a third over ten years", and no third party.
    rf"|{_SHARED_BY}(?:an?|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?)"
    rf"(?={_S}(?:over|in|since|to|from|on|this|last|more|less|fewer|higher|lower|during"
    rf"|within|after|before|and|or|as|compared)\b)"
    rf"|(?:{_TEENS}|\d+)(?:-|{_S})to(?:-|{_S})one(?!\w|-)"
    rf"|(?<=by[ \u00a0])half(?!\w|-|{_S}an?{_S}(?:{_BIG}|{_SINGLE}))"
    r"|\d+(?:\.\d+)?-to-\d+(?![\w-])"
    rf"|(?:{_SPELLED}|one|\d+)(?:{_S}|-)(?:in|out{_S}of)(?:{_S}"
    rf"|-)(?:every{_S})?(?:{_TEENS}"
    rf"|\d{{1,3}}(?:,\d{{3}})+|(?!{_YEAR})\d+)"
    rf"(?!\d|[.,]\d|(?:{_S}|-)(?:years?|months?|days?|weeks?|january))"
    # "About a quarter described themselves so".
    rf"|{_SHARED_BY}an?{_S}(?:half|third|quarter|fifth|tenth)"
    rf"(?={_S}(?:said|were|was|are|is|have|had|has|did|do|[a-z]{{3,}}ed)\b)"
    rf"|(?:more|fewer|less){_S}than{_S}half|(?:almost|nearly|about|over|under|around)"
    rf"{_S}half(?!{_S}an?{_S}(?:{_BIG}|{_SINGLE}))|half(?={_S}(?:of|the|that|this|its|his|her|their|our|all)\b)"
    rf"|(?:{_TEENS}|\d+(?:\.\d+)?)(?:{_S}times(?={_S}(?:as|more|less|the|what|that"
    rf"|(?:larg|bigg|great|high|low|cheap|fast|long|old|strong|small|heavi|rich)er"
    rf"|[a-z]{{2,}}er(?={_S}than))\b)"
    rf"|-?fold)|\d+\.\d+{_S}times(?!{_S}(?:an?|per|each|every)\b)|(?:twice|double|triple)(?={_S}(?:as|the|that|what|its|his|her|their"
    rf"|this)\b))"
    rf"|(?P<rank>(?:{_ORDINALS})"
    rf"(?![\w])(?!-(?!{_BEST}))"
    rf"|(?:first|second)(?=[ -]{_BEST}\b)|second(?={_S}{_TURN}\b)"
    rf"|{_ITS}(?:first|(?<!\ba[ \u00a0])second)(?={_S}(?!(?:{_NO_RANK})\b)[a-z]{{3,}})"
    r"|\d{1,4}(?:st|nd|rd|th)(?!\w))"
    rf"|(?P<range>(?:{_BETWEEN}){_S}{_SIGN}(?:{_AMOUNT}|{_SPELLED})"
    rf"(?:{_UNIT}|{_S}(?:{_BIG}|percent|per{_S}cent)){_AND}{_SIGN}(?:{_AMOUNT}"
    rf"|{_SPELLED})"
    rf"|{_SIGN}{_AMOUNT}{_RANGE_UNIT}(?:[–-]|{_S}[–—]{_S}|{_S}(?:to|bis){_S})"
    rf"{_SIGN}{_AMOUNT}"
    rf"|{_SIGN}{_AMOUNT}{_S}(?:{_BIG}|percent|per{_S}cent)(?:[–-]"
    rf"|{_S}to{_S})(?={_SIGN}{_AMOUNT}"
    rf"{_S}(?:{_BIG}|percent|per{_S}cent)){_SIGN}{_AMOUNT}"
    rf"|\d{{1,3}}{_S}or{_S}\d{{1,3}}(?![\d.,]\d)"
    rf"|(?:{_TEENS}){_S}(?:to|or){_S}(?:{_TEENS}))"
    rf"|(?P<words>"
    rf"(?:an?|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?){_OF_ONE}"
    rf"|{_SPELLED}|half{_S}an?{_S}(?:million|billion|dozen|{_SINGLE})"
    rf"|(?:quarter|half)-(?:percentage-)?point(?={_S}(?:cut|rise|increase|hike"
    rf"|reduction|move|drop|step)s?\b)"
    rf"|{_AFTER_HOW_MUCH}(?:an?|one){_S}(?:{_SINGLE})"
    rf"|(?:an?|one){_S}(?:decade|century|fortnight))(?!\w)"
    rf"|(?P<digits>{_AMOUNT}(?:{_S}of{_S}(?:an?|one){_S}(?:per{_S}?cent(?!\w)"
    rf"|percentage{_S}point))?)"
    # Naira and rand are written with a letter that touches the number: N45,000.
    r")|(?P<naira>(?<=(?<!\w)[nr])\d{1,3}(?:,\d{3})+(?!\d)"
    rf"|(?<=(?<!\w)[nrk]){_AMOUNT}(?={_S}?(?:million|billion|trillion|bn|mn?)\b)"
    rf"|(?:(?<=(?<!\w)sh)|(?<=(?<!\w)rs)|(?<=(?<!\w)rm)|(?<=(?<!\w)rp)"
    rf"|(?<=(?<!\w)ksh)){_AMOUNT})"
    r"|(?P<tight>(?<=[$€£¥₽₴₹و~≈<>≤≥−])(?:" + _AMOUNT + r"(?:[–-]" + _AMOUNT + r")?))"
)
_SEED = re.compile(_SEEDS)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
#: Words that begin a seed only before some others.
_LOOSE_WORDS = lexicon.listed(
    "a an one more fewer less almost nearly about over under around"
)
#: All that a seed begins with, but for digits.
_FIRST = _LOOSE_WORDS | frozenset(
    word.casefold().split()[0]
    for words in (
        _NUMBERS.split(),
        lexicon.listed("half quarter twice double triple first second early mid late"),
        (name for name in figures.MONTHS if len(name) > 2),
        figures.ORDINALS,
        lexicon.BETWEEN,
    )
    for word in words
)
_LOOSE = re.compile(
    rf"(?:an?|one|more|fewer|less|almost|nearly|about|over|under|around)[ -]"
    rf"(?:than{_S})?(?:half|third|quarter|fifth|sixth|tenth|{_BIG}|{_SINGLE}"
    rf"|in(?:{_S}|-)|out{_S})"
)


def _small(text: str) -> str:
    """`text` in small letters, as long as it."""
    return text.replace("İ", "I").lower()


def _seeds(text: str, small: str) -> Iterator[re.Match[str]]:
    """What looks like a number in `small`, which is `text` in small letters, in order;
    a gate of words keeps the search quick."""
    at = 0
    for token in _TOKEN.finditer(small):
        word = token[0]
        if word not in _FIRST and word.isalpha() and word[-4:] != "fold":
            continue
        start = token.start()
        if start < at:
            continue
        if word in _LOOSE_WORDS:
            if not _LOOSE.match(small, start):
                continue
        elif start and small[start - 1] == "+" and not word.isalpha():
            start -= 1
        seed = _SEED.match(small, start)
        if seed is not None and seed["range"] and _are_two(text, seed):
            seed = _FIRST_OF_TWO.match(text, start) or seed
        if seed is not None:
            at = seed.end()
            yield seed


_CHANGED = re.compile(
    r"\b(?:r[io]se[ns]?|rising|grew|grow[ns]?|growing|climb\w*|increas\w*|jump\w*|rais\w*"
    r"|widen\w*|soar\w*|surg\w*|up|higher|went|gone|edged|improv\w*|f[ae]ll\w*|dropp?\w*"
    r"|cut\w*|declin\w*|slip\w*|down|lower\w*|sl[iu]d\w*|shrank|shrunk|reduc\w*)\b"
    r"(?:[^\S\n](?:up|down|again|further|back|only|just|by|per|percent|cent|points?"
    r"|million|billion|[a-z]+ly|[$€£]?\d[\d.,]*%?)){0,5}[^\S\n]from[^\S\n]$|\bvot(?:ed?|es)(?:[^\S\n](?:of|was|by))?[^\S\n]$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[$€£¥%％٪]")
_FIRST_OF_TWO = re.compile(
    rf"(?P<digits>{_AMOUNT})|(?P<words>{_TEENS})(?!\w)", re.IGNORECASE
)


def _are_two(text: str, seed: re.Match[str]) -> bool:
    """ "Fell from 92% to 89%", "rose from 12% to 15%", "voted 11 to 9": two figures,
    and no range."""
    start, end = snap(text, *seed.span(), "figure")
    read = _read(text[start:end])
    words = text[start:end].split()
    many = len(words) // 2
    both = _SIGNED.search(words[0]) or (
        len(words) > 4 and words[1:many] == words[many + 2 :]
    )
    if (both or read.kind in ("ratio", "count")) and _CHANGED.search(
        text, max(0, start - 70), start
    ):
        # "Fallen from 412 to 287", "up from $76 to $90", no "from 4.1 to 4.3 percent".
        return True
    return read.kind != "date" and read.value is None


def _foreign_seeds(
    text: str, small: str, language: foreign.Language
) -> Iterator[re.Match[str]]:
    """The same in another language: digits, dates, and its own words."""
    pattern = numbers.seeds(language.code)
    if pattern is None:
        yield from _seeds(text, small)
        return
    if language.code in ("zh", "ja"):
        own = {match.start(): match for match in pattern.finditer(text)}
        digits = {match.start(): match for match in _seeds(text, small)}
        yield from (own.get(at) or digits[at] for at in sorted(own | digits))
        return
    at = 0
    first = numbers.first_words(language.code)
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < at:
            continue
        seed = None
        if text[start].isdigit():
            start -= start > 0 and text[start - 1] in "%+"
            seed = pattern.match(text, start) or _SEED.match(small, start)
            seed = seed or _SEED.match(small, token.start())
            if (
                seed is not None
                and seed.re is _SEED
                and seed["range"]
                and _are_two(text, seed)
            ):
                seed = _FIRST_OF_TWO.match(text, start) or seed
        else:
            word = token.group().replace("İ", "i").casefold()
            if word in first:
                seed = pattern.match(text, start)
            if seed is None and word in _DATED:
                seed = _SEED.match(small, start)
        if seed is not None:
            at = seed.end()
            yield seed


#: What a date or a range begins with, in any language.
_DATED = frozenset(
    word.casefold().split()[0]
    for words in (
        (name for name in figures.MONTHS if len(name) > 2),
        lexicon.BETWEEN,
    )
    for word in words
)


def find(text: str, regions: Sequence[Region] = ()) -> list[Suggestion]:
    """The figures of `text` outside of `regions`, in order, none overlapping."""
    found: list[Suggestion] = []
    done = 0
    skipped = iter(regions)
    region = next(skipped, None)
    language = foreign.language_of(text)
    small = _small(text)
    seeds = _foreign_seeds(text, small, language) if language else _seeds(text, small)
    for seed in seeds:
        while region is not None and region.end <= seed.start():
            region = next(skipped, None)
        if region is not None and region.start < seed.end():
            continue
        if seed.start() < done:
            continue
        if (
            language is not None
            and seed.re is not _SEED
            and seed.re is not _FIRST_OF_TWO
        ):
            if numbers.is_none(text, seed, language):
                continue
        elif _is_none(text, seed) or (
            language is not None and numbers.is_time(text, seed, language)
        ):
            continue
        suggestion = _suggested(text, seed, done, language)
        if suggestion is not None:
            found.append(suggestion)
            done = suggestion.end
    return _with_countries(text, found)


def _with_countries(text: str, found: list[Suggestion]) -> list[Suggestion]:
    """The figures, those in crowns or pesos with the country named elsewhere in
    `text`."""
    units: dict[str, set[Value]] = {}
    for figure in found:
        if figure.attributes["kind"] == "money" and "unit" in figure.attributes:
            coin = _coin(text, figure)
            units.setdefault(coin, set()).add(figure.attributes["unit"])
    told: list[Suggestion] = []
    for figure in found:
        attributes = figure.attributes
        if attributes["kind"] == "money" and "unit" not in attributes:
            known = units.get(_coin(text, figure), set())
            if len(known) == 1:
                figure = replace(
                    figure, attributes={**attributes, "unit": next(iter(known))}
                )
        told.append(figure)
    return told


def _coin(text: str, figure: Suggestion) -> str:
    """The last word of a figure: "crowns" of "4 billion Norwegian crowns"."""
    return text[max(figure.start, figure.end - 30) : figure.end].split()[-1].casefold()


def _suggested(
    text: str, seed: re.Match[str], done: int, language: foreign.Language | None
) -> Suggestion | None:
    rule = _RULES.get(seed.lastgroup or "digits", seed.lastgroup or "digits")
    try:
        # A rank counts no years: "the third year".
        # So does a month that stands alone, which "hasta" makes no less exact.
        alone = rule == "date" and seed.re is not _SEED
        borders = "words" if rule == "rank" or alone else "figure"
        start, end = snap(text, *seed.span(), borders)
    except SpanError:  # Nothing but a mark that is part of a grapheme.
        return None
    start = max(_without_during(text, start, seed.start(), end), done)
    if start >= end or text[start].isspace() or _in_name(text, start, end):
        return None
    if language is not None:
        start, end = _own_borders(text, start, seed.start(), end, language)
        read = _read_in(text[start:end], language)
    else:
        age = _LONG.match(text, end)
        # "A 127-year-old tower", "a decade-long war".
        end = age.end() if age else end
        day = _day_of_list(text, start, end) if rule == "digits" else None
        read = _read(day or text[start:end])
        rule = "date" if day else rule
    if read.value is None and read.kind in ("count", "date", "ratio"):
        return None
    attributes = _attributes(text, start, end, read)
    return Suggestion("figure", ((start, end),), f"figure.{rule}", 0.9, attributes)


def _day_of_list(text: str, start: int, end: int) -> str | None:
    """The whole date of a day whose month stands with another: "on 14 and 19 May"."""
    if end - start > 2 or not text[start:end].isdigit():
        return None
    last = _LAST_DAY.match(text, end)
    if last and _ON_DAYS.search(text, max(0, start - 30), start):
        return f"{text[start:end]} {last['month']}"
    if _DAY_ENDS.match(text, end):
        first = _FIRST_DAY.search(text, max(0, start - 40), start)
        return f"{first['month']} {text[start:end]}" if first else None
    return None


_ON_DAYS = re.compile(
    rf"\b(?i:on|of|from|for|by|until|since){_S}(?:\d{{1,2}}(?:,|{_S}and|{_S}or){_S})*$"
)
_LAST_DAY = re.compile(
    rf"(?:,{_S}\d{{1,2}})*,?{_S}(?:and|or){_S}\d{{1,2}}{_S}(?P<month>(?i:{_MONTH})(?:{_S}{_YEAR})?)"
)
_FIRST_DAY = re.compile(
    rf"(?P<month>(?<!\w)(?i:{_MONTH})){_S}\d{{1,2}}(?:,{_S}\d{{1,2}})*(?:,|,?{_S}(?:and|or)){_S}$"
)
#: Nothing follows that is counted.
_DAY_ENDS = re.compile(
    rf"(?:[.,;:)](?!\d)|$|\n|{_S}(?:at|in|but|and|with|to|when|after|before)\b)"
)
_LONG = re.compile(r"(?<=[a-z])-(?:olds?|long)(?![\w-])")
_read = lru_cache(maxsize=4096)(figures.read)
_read_in = lru_cache(maxsize=4096)(numbers.read_in)
#: What only other languages have, by the rule that it counts as.
_RULES = {"of": "share", "about": "words"}
#: "Fewer than 2018": compared with a year, which stays one.
_THAN_YEAR = re.compile(r"(?:19|20)\d{2}")


def _own_borders(
    text: str, start: int, seed: int, end: int, language: foreign.Language
) -> Fragment:
    """The borders of a figure where another language has its own."""
    if language.code in ("zh", "ja"):
        if end - seed < 4 and text[end - 1] not in "年日月":
            unit = numbers.BEHIND_CHINESE.match(text, end)
            end = unit.end() if unit else end
        behind = numbers.BEHIND_DENSE.match(text, end)
        return start, behind.end() if behind else end
    if (
        start < seed
        and _THAN_YEAR.fullmatch(text, seed, end)
        and text[end : end + 1] in (".", ",", ";", ")", "\n", "")
    ):
        return seed, end
    return start, end


def _attributes(
    text: str, start: int, end: int, read: figures.Figure
) -> dict[str, Value]:
    if read.kind == "count" and _METRES.match(text, end - 2):
        # "A 100m race": no hundred millions of it.
        length = float(read.value) / 1_000_000 if read.value else None
        whole = int(length) if length and length.is_integer() else length
        read = replace(read, kind="measure", value=whole, unit="metre")
    told = {
        "kind": read.kind,
        "value": read.value,
        "value_max": read.value_max,
        "unit": read.unit,
        "modifier": read.modifier,
    }
    if read.kind in ("percent", "ratio"):
        told["base"] = _base(text, start, end)
    return {name: value for name, value in told.items() if value is not None}


_METRES = re.compile(
    r"\dm(?:-(?:high|long|wide|tall|deep|plus)"
    r"|[^\S\n](?:race|sprint|hurdles|relay|freestyle|butterfly|backstroke|breaststroke"
    r"|dash"
    r"|steeplechase|pool|track|away|long|high|tall|wide|deep|above|below|north|south"
    r"|east|west"
    r"|radius|runway|tower|drop|final|heats?|title|medall?ist|champion|record"
    r"|runner)\b)"
)


# --- what is no figure ----------------------------------------------------------------

#: What a number behind them names, or counts in a list: Pier 7, F-16, page 4.
_NAMING = [
    "page",
    "pages",
    "article",
    "articles",
    "chapter",
    "chapters",
    "section",
    "sections",
    "paragraph",
    "paragraphs",
    "figure",
    "table",
    "number",
    "no.",
    "nos.",
    "nr.",
    "psalm",
    "opus",
    "op.",
    "volume",
    "episode",
    "part",
    "act",
    "title",
    "line",
    "lines",
    "step",
    "stage",
    "version",
    "phase",
    "level",
    "type",
    "model",
    "class",
    "category",
    "season",
    "group",
    "resolution",
    "channel",
    "radio",
    "studio",
    "pier",
    "room",
    "flight",
    "route",
    "highway",
    "avenue",
    "street",
    "road",
    "motorway",
    "interstate",
    "lane",
    "bus",
    "tram",
    "train",
    "gate",
    "platform",
    "runway",
    "terminal",
    "hall",
    "building",
    "block",
    "unit",
    "area",
    "district",
    "ward",
    "precinct",
    "zone",
    "sector",
    "seat",
    "flat",
    "apartment",
    "suite",
    "lot",
    "battalion",
    "brigade",
    "boeing",
    "airbus",
    "iphone",
    "windows",
    "playstation",
    "ios",
    "android",
    "macos",
    "python",
    "gpt",
    "apollo",
    "falcon",
    "sputnik",
    "formula",
    "covid",
    "euro",
    "expo",
    "copa",
    "agenda",
    "catch",
    "top",
    "war",
    "статья",
    "статьи",
    "артикул",
    "المادة",
    "artikel",
    "§",
    "#",
    "№",
    "+",
]
_NAMERS = re.compile(
    rf"(?<!\w)(?:{lexicon.alternatives(_NAMING)}|under(?=-)|page{_S}\d{{1,4}}{_S}of)"
    rf"{_S}?-?$",
    re.IGNORECASE,
)
#: "The 737 programme": a number between these names one thing.
_MODEL = re.compile(
    rf"{_S}(?:programme|program|jet|jetliner|plane|airliner|aircraft|series|model"
    rf"|family"
    r"|bus|tram|route|line|motorway|highway|freeway|smartphone|phone|rifle|visa)(?!\w)"
)
_THE = re.compile(
    rf"(?<!\w)(?:the|an?|its|his|her|their|this|that){_S}$", re.IGNORECASE
)
_LISTED = re.compile(r"[^\S\n]*[(\[]?\d{1,3}(?:[.)\]](?=\s)|[^\S\n]*[|•·])")
_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d{2})?(?::\d{2})?[^\S\n]?(?:[ap]\.?m\b|o['’]clock|uhr\b|hrs\b|gmt"
    r"\b|utc\b)|\d{4}[^\S\n](?:gmt|utc|bst|cet|edt|est|hours)\b|\d{1,2}:\d{2}(?!\d)",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    rf"(?:{_S}(?:thirty|fifteen))?{_S}(?:o['’]clock|[ap]\.?m\b"
    rf"|in{_S}the{_S}(?:morning|afternoon|evening)|at{_S}night)\b"
)
_SIZE = re.compile(r"\d+[^\S\n]?[x×][^\S\n]?\d+|\d+(?:px|dpi|kb|mb|gb|mp)\b", re.I)
_GLUED_AFTER = re.compile(
    r"(?!(?:[kmbgKMCF]|(?<!\d\d\d)p)(?!\w)|(?:million|billion|trillion|st|nd|rd|th|bn|mn|tn|km|kg|cm|mm|kph|mph|hrs?|min|mw"
    r"|gw|kw|kwh"
    r"|mwh|gwh|ft|ha|yo|er|ème)\b)[A-Za-z]\w*|-[A-Z0-9]|-(?:in-\d|something)"
    r"|[/_](?!(?:share|barrel|tonne|hour|day|month|year|night|person|head)\b)\w|@",
)
_AFTER_SLASH = re.compile(r"/\d")


def _is_none(text: str, seed: re.Match[str]) -> bool:
    """Whether the number at `seed` is part of a name, a time, a list or a page."""
    start, end, rule = seed.start(), seed.end(), seed.lastgroup
    before = text[max(0, start - 16) : start]
    if rule == "phone":
        return True
    if rule == "words" and _TIME_OF_DAY.match(text, end):
        return True
    if rule in ("words", "rank", "share"):
        return _is_no_word_figure(text, seed, before)
    if rule in ("dates", "date"):
        return before.endswith(("/", "_", "-"))
    line = start - (len(before) - before.rfind("\n") - 1) if "\n" in before else 0
    opens = start == 0 or before.rpartition("\n")[2].strip(" ([\t") == ""
    if opens and ("\n" in before or start < 16) and _LISTED.match(text, line):
        return True
    if _glued(text, start, before):
        return True
    if _NAMERS.search(before) and not _COUNTED.match(text, end):
        return True
    if _MODEL.match(text, end) and _THE.search(before):
        return True
    if _CLOCK.match(text, start) or (before.endswith(":") and before[-2:-1].isdigit()):
        return True
    if _SIZE.match(text, start) or re.search(r"\d[^\S\n]?[x×][^\S\n]?$", before):
        return True
    if _GLUED_AFTER.match(text, end) or _AFTER_SLASH.match(text, end):
        return True
    return _is_of_name(text, start, end) or bool(_ADDRESS.match(text, end))


#: Behind these a number is none of a name: "a ward 40 km away".
_COUNTED = re.compile(
    rf"{_S}?(?:times|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s|%|per[ ]?cent)\b"
)
_ADDRESS = re.compile(
    rf"(?:{_S}[^\W\d_a-z][\w’'.-]{{0,20}}){{1,3}}?{_S}(?:Street|Road|Avenue|Lane|Square"
    r"|Place|Drive|Boulevard|Terrace|Crescent|St|Rd|Ave)(?!\w)"
)


def _glued(text: str, start: int, before: str) -> bool:
    """Whether the number is stuck to what makes it a name: F-16, MH17, a/3, #7."""
    if not before:
        return False
    last = before[-1]
    if last in "/_@#№§\\&=":
        return True
    if last in "-‑" and len(before) > 1:
        return before[-2].isalnum() and not _PREFIXED.search(before)
    return last == "." and len(before) > 1 and before[-2].isalnum()


#: "Magnitude-6.1".
_PREFIXED = re.compile(rf"(?<!\w)(?:{'|'.join(lexicon.SCALES_BEFORE)})-$", re.I)
_CAPITALISED = re.compile(r"(?<!\w)([^\W\d_][\w'’-]*)[^\S\n]$")
_LEADING = lexicon.listed(
    "of in on at by from to for with and or but the some about around after before "
    "since until till over under between within during than only just all these those "
    "another every its his her their our nearly almost roughly early late mid through "
    "per usd eur gbp last next more less fewer out yet still even then when while if "
    "as that this there where january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday "
    "saturday sunday"
)


def _is_of_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word right before makes "Euro 2016" a name."""
    window = max(0, start - 24)
    word = _CAPITALISED.search(text, window, start)
    if word is None or not word[1][0].isupper() or word[1].casefold() in _LEADING:
        return False
    if word[1] in lexicon.CODES or word[1] in lexicon.SIGNS:
        return False
    if word[1].endswith(("'s", "’s", "s'", "s’")) or _SUFFIXED.search(word[1]):
        # "Russia's 2014 decision": whose, and not what it is called.
        return False
    # A sentence's first word has a capital anyway: "Police arrested 3", "Shares 5%".
    opening = text[max(0, word.start(1) - 2) : word.start(1)]
    if not opening or opening[-1] in "\n“«„" or opening[0] in '.!?:;“"':
        return False
    number = text[start:end]
    return number.isdigit() and len(number) <= 4


#: "Bursa'da 23": a Turkish name with its case, which no number belongs to.
_SUFFIXED = re.compile(r"['’](?:n?[dt][ae]n?|[yns]?[ae]|[nys]?[ıiuü]n?|l[ıiuü]|k[iı])$")
_DETERMINED = re.compile(
    r"(?<!\w)(?:the|these|those|both|our|your|my|his|her|their|its|any|other)[^\S\n]$",
    re.IGNORECASE,
)
_ONE_OF_MANY = re.compile(
    r"[^\S\n](?:sides|parties|men|women|countries|leaders|presidents|nations|of them"
    r"|of us|of you|others|together|governments|states|capitals|ministers|teams|friends"
    r"|brothers|sisters|powers)\b"
)


def _is_no_word_figure(text: str, seed: re.Match[str], before: str) -> bool:
    end = seed.end()
    word = text[seed.start() : end]
    if before[-1:] in ("-", "/", "_", "'", "’") and before[-2:-1].isalnum():
        return True
    if seed.lastgroup == "words":
        name = word[0].isupper() and not _opens_sentence(before)
        return (
            name
            or bool(_NAMERS.search(before))
            or bool(_DETERMINED.search(before) and _ONE_OF_MANY.match(text, end))
            or bool(re.match(r"[^\S\n]?(?:o['’]clock|[ap]\.?m\b)", text[end : end + 9]))
        )
    if seed.lastgroup == "rank":
        following = text[end : end + 12].casefold()
        name = word[0].isupper() and not _opens_sentence(before)
        return name or following.startswith(
            (" party", "-party", " world", " century", " parties", " of ", " person")
            if not word[0].isdigit()
            else (" century", " street", " avenue", " floor", " infantry", " brigade")
        )
    if word == "half" and _TOO_MUCH.search(
        text, max(0, seed.start() - 30), seed.start()
    ):
        return True
    return bool(
        re.search(
            r"(?:first|second|other|better|each|every|-|and a)[^\S\n]?$", before, re.I
        )
        or (word == "a half" and re.search(r"and[^\S\n]$", before))
    )


#: "Too clever by half."
_TOO_MUCH = re.compile(rf"\btoo{_S}\w+{_S}by{_S}$")


def _opens_sentence(before: str) -> bool:
    head = before.rstrip(" \t\u00a0“\"'‘(«")
    return not head or head[-1] in ".!?:;\n—–•" or before.endswith("\n")


_OVER = re.compile(r"over[^\S\n]", re.IGNORECASE)
#: "Over at least nine years": how exact the number is, the second word says.
_ANOTHER = re.compile(
    lexicon.alternatives(phrase for phrase in lexicon.BEFORE if phrase.isascii()),
    re.IGNORECASE,
)
_BEFORE_OVER = re.compile(
    r"(?:^|[\n.,;:(“\"—–-]|\b(?:for|in|of|after|by|to|is|was|were|are|at|with|than|just"
    r"|well|and|or|has|have|had|took|takes|take|lasted|last|spent|some|since|a|little"
    r"|slightly|aged|spans?|spanned|be|been|the|that|all))[^\S\n]*$",
    re.IGNORECASE,
)


def _without_during(text: str, start: int, seed: int, end: int) -> int:
    """`start` after an "over" that means "during": "to carry over 30 years"."""
    over = _OVER.match(text, start)
    if over is None or over.end() > seed:
        return start
    if _ANOTHER.match(text, over.end()):
        return over.end()
    if _read(text[start:end]).kind != "duration":
        return start
    plain = _BEFORE_OVER.search(text, max(0, start - 14), start) or start == 0
    return start if plain else over.end()


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether the borders, once set, lie in the middle of a longer token."""
    return bool(
        (end < len(text) and text[end].isdigit() and text[end - 1].isdigit())
        or (start and text[start].isdigit() and text[start - 1].isdigit())
    )


# --- of what --------------------------------------------------------------------------

_OF = re.compile(
    r"[^\S\n](?:of|der|des|de|من)[^\S\n]((?:(?:the|all|its|his|her|their|our"
    r"|those|these|a"
    r"|an)[^\S\n])?(?:[^\s,.;:()“”\"—–]|[.,](?=\d)){1,30}"
    r"(?:[^\S\n](?!--?[^\S\n])(?:[^\s,.;:()“”\"—–]|[.,](?=\d)){1,30}){0,8})"
)
_STOP = re.compile(
    r"(?:was|were|is|are|be|been|has|have|had|will|would|could|can|may|might"
    r"|should|shall"
    r"|do|does|did|in|on|at|for|from|by|to|with|who|that|which|and|or|but|as"
    r"|after|before"
    r"|since|during|when|while|where|if|because|not|said|says|say|than|over|under|into"
    r"|here|there|now|today|voted|wanted|backed|took|went|came|got|lost|won|left"
    r"|fled|sank|died|live|lives"
    r"|support|supported|whose|which|whom|what)$",
    re.IGNORECASE,
)


_OF_BEFORE = re.compile(
    r"(?:\A|[\n.!?]\s*|[“\"‘])[Oo]f[^\S\n]([^,.;:\n]{3,60}),[^\S\n](?:only"
    r"|just)?[^\S\n]?$"
)
_HALF_THE = re.compile(
    r"half([^\S\n])(?=(?:the|its|his|her|their|our|all|those|these)[^\S\n])",
    re.IGNORECASE,
)
_IN_EVERY = re.compile(
    r"[^\W\d_]+[^\S\n](?:in|out of)[^\S\n]\S+$|\d+ (?:in|out of) \S+$"
)
_THOSE_WHO = re.compile(
    r"(?:(?:all[^\S\n])?those|everybody|everyone|anybody|anyone)[^\S\n](?:who[^\S\n]\w+"
    r"(?:[^\S\n]here)?|\w+ed[^\S\n]to[^\S\n]\w+)"
)
_DETERMINER = re.compile(
    r"(?:the|all|its|his|her|their|our|those|these|an?|every|\d[\d,.]*)", re.IGNORECASE
)
_PARTICIPLE = re.compile(r"[a-z]{3,}(?:ed|ing)")
_PLURAL = re.compile(r"[a-z-]*[a-z]{2}s|people|children|women|men")


def _base(text: str, start: int, end: int) -> str | None:
    """What a share is a share of, where the text says it: "of votes" behind it, "of
    the 40 crews," before it, "one in five teachers"."""
    half = _HALF_THE.match(text, end - 4) if end >= 4 else None
    match = _OF.match(text, end)
    if match is None and half is None:
        before = _OF_BEFORE.search(text, max(0, start - 80), start)
        if before:
            return before[1].strip()
        return _counted(text, start, end)
    at = match.start(1) if match else half.end() if half else end
    whole = _THOSE_WHO.match(text, at)
    if whole:
        return " ".join(whole.group().split())
    words = match[1] if match else _WORDS_AFTER.match(text, at)[0]  # type: ignore[index]
    kept: list[str] = []
    for word in words.split():
        if _STOP.match(word) or (
            _PARTICIPLE.fullmatch(word)
            and any(not _DETERMINER.fullmatch(known) for known in kept)
        ):
            break
        if word.casefold() == "of" and not _capital_follows(words, kept):
            break
        if (
            kept
            and _PLURAL.fullmatch(kept[-1])
            and word.islower()
            and word != "of"
            and not _PLURAL.fullmatch(word)
            and not _PARTICIPLE.fullmatch(word)
        ):
            break
        kept.append(word)
    if len(kept) == 2 and kept[0] in ("a", "an", "one") and kept[1] in lexicon.UNITS:
        return None
    while kept and kept[-1].casefold() in ("of", "the", "all"):
        kept.pop()
    return " ".join(kept) or None


_WORDS_AFTER = re.compile(r"(?:(?!--?[^\S\n])[^\s,.;:()“”\"—–]{1,30}[^\S\n]?){1,9}")


def _counted(text: str, start: int, end: int) -> str | None:
    """ "One in five teachers": the words up to the first plural, three at most."""
    if not _IN_EVERY.search(text, start, end):
        return None
    kept: list[str] = []
    for word in text[end : end + 60].split("\n")[0].split()[:3]:
        kept.append(word.rstrip(",.;:"))
        if _PLURAL.fullmatch(kept[-1]):
            return " ".join(kept)
        if kept[-1] != word or not word.islower() or _STOP.match(word):
            return None
    return None


def _capital_follows(words: str, kept: list[str]) -> bool:
    rest = words.split()[len(kept) + 1 :]
    return bool(rest) and rest[0][0].isupper()
