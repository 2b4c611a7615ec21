"""Quotes that no verb reports: a headline's colon, words of who called it that."""

import re
from collections.abc import Iterator, Sequence

from workbench.suggest import cues, lexicon, marks
from workbench.suggest.clauses import FINITE
from workbench.suggest.passages import Quotation
from workbench.suggest.reading import (
    CLAUSE_BOUNDARY,
    WORDS,
    Quote,
    Reading,
    without_aside,
)
from workbench.suggest.subjects import PAPERS
from workbench.suggest.titles import BODIES, TITLES, has_title, is_name

_S = r"[^\S\n]+"


def headline(reading: Reading) -> Quote | None:
    """ "Mayor: No danger to homes": the colon of a headline is a cue."""
    view = reading.view
    dashed = _DASHED.fullmatch(view, reading.done, reading.end)
    if dashed and speaks(dashed["who"]):
        reading.free = []
        by = reading.named(dashed["who"])
        return Quote([dashed.span("what")], "quote.headline", 0.6, *by)
    first = reading.free[0] if reading.free else None
    if first is not None and first.start == reading.start:
        return _quoted_headline(reading, first)
    last = view[max(reading.start, reading.end - 4) : reading.end].rstrip(marks.MARKS)[
        -1:
    ]
    if last in ".。" or reading.end - reading.start > 200:
        return None
    match = _HEADLINE.match(view, reading.start, reading.end)
    if match is None or _NO_SPEAKER.match(match["who"]):
        return None
    who = match["who"]
    if not (speaks(who) or who.isupper() or reading.names.is_quoted(who)):
        # "Dam vote: town is divided" tells what it is about.
        return None
    if any(cue.start() < match.end() for cue in reading.cues):
        return None
    at = match.end()
    first = next((q for q in reading.free if q.start == at), None)
    if first is None and len(reading.text[at : reading.end].split()) < 4:
        return None
    finite = FINITE.search(view, at, reading.end) or reading.names.is_quoted(who)
    if first is None and not reading.free and not finite:
        return None
    speaker, role = reading.named(match["who"])
    if speaker is None:
        return None
    end = reading.end
    if first is not None:
        aside = _BESIDE.match(view, first.end, reading.end)
        end = first.end if aside else reading.end
    colon = (match.end("who"), match.end("who") + 1)
    cue = colon if view[colon[0]] == ":" else None
    return Quote([(at, end)], "quote.headline", 0.7, speaker, role, cue=cue)


def speaks(who: str) -> bool:
    """Whether the words behind a headline's dash are who said it, and no outlet."""
    last = who.split()[-1].casefold().rstrip("s")
    person = last.endswith(("ist", "man", "woman", "master", "keeper"))
    return has_title(who) or last in BODIES or last in _SPEAKS or person


_SPEAKS = lexicon.listed(
    "aide source expert report kremlin pentagon poll study witness deputy scientist "
    "resident police rebel ally critic survey prosecutor worker union victim parent "
    "relative protester deputie authoritie authority doctor firm company club town "
    "village neighbour neighbor supporter opponent opposition"
)


def _quoted_headline(reading: Reading, first: Quotation) -> Quote | None:
    """ "‘No way’: town rejects dam", and "‘No way’ – mayor"."""
    colon = _AFTER_HEADLINE.match(reading.view, first.end, reading.end)
    if colon is None:
        return None
    speaker: tuple[str | None, str | None] = (None, None)
    if colon["who"]:
        if reading.cues or FINITE.search(colon["who"]):
            return None
        speaker = reading.named(colon["who"])
    reading.free = reading.free[1:]
    return Quote([(first.start, first.end)], "quote.headline", 0.6, *speaker)


def left_over(reading: Reading) -> Iterator[Quote]:
    """Quotations that no cue governs: after a colon, or words of somebody."""
    for quotation in list(reading.free):
        if quotation not in reading.free:
            continue
        before = reading.view[reading.start : quotation.start].rstrip()
        quote = (
            _behind_colon(reading, quotation, before)
            or _over_lines(quotation)
            or _tied(reading, quotation, before)
            or _fragment(reading, quotation, before)
        )
        if quote is not None:
            yield quote


def _behind_colon(reading: Reading, quotation: Quotation, before: str) -> Quote | None:
    ends = not WORDS.search(reading.view, quotation.end, reading.end)
    if not ends or not before.endswith((":", "：")):
        return None
    who = _of_colon(reading, before)
    quote = Quote(
        [(quotation.start, quotation.end)],
        "quote.colon",
        0.8,
        *who,
        opens=quotation.opens,
    )
    reading.closing = quote
    speaker, role = who
    if speaker:
        reading.names.learn(speaker, role)
    return quote


def _over_lines(quotation: Quotation) -> Quote | None:
    if not quotation.opens and not quotation.goes_on:
        return None
    return Quote(
        [(quotation.start, quotation.end)],
        "quote.alone",
        0.5,
        opens=quotation.opens,
        goes_on=quotation.goes_on,
    )


def _tied(reading: Reading, quotation: Quotation, before: str) -> Quote | None:
    """ "It leaks," scoffed Orm: a comma ties it to a verb that no list has."""
    view = reading.view
    if before:
        return None
    last = view[max(0, quotation.end - 4) : quotation.end].rstrip(marks.MARKS)[-1:]
    match = _TIED.match(view, quotation.end, reading.end)
    if match is None or (last not in ",!?…" and match["comma"] is None):
        return None
    phrase = match["crowd"] or match["who"] or match["behind"]
    if phrase.split()[0].casefold() in _NOBODY:
        return None
    who = reading.named(phrase)
    if who[0]:
        reading.names.learn(who[0], who[1])
    cue = match.span(next(n for n in ("early", "verb", "first") if match[n]))
    quote = Quote([(quotation.start, quotation.end)], "quote.cue", 0.7, *who, cue=cue)
    rest = [q for q in reading.free if q.start > quotation.start]
    if rest and reading.ties(match.end(), rest[0]):
        quote.fragments.append((rest[0].start, rest[0].end))
        reading.free = rest[1:]
        reading.done = reading.end
    if not rest:
        reading.closing = quote
    return quote


def _fragment(reading: Reading, quotation: Quotation, before: str) -> Quote | None:
    words = reading.text[quotation.start + 1 : quotation.end - 1].split()
    sign = _SIGN.search(before[-200:]) if _SAYS.search(before) else None
    if sign is not None:
        who = (reading.named(sign["who"]) if sign["who"] else None) or (None, None)
        return Quote([(quotation.start, quotation.end)], "quote.fragment", 0.5, *who)
    calling = _calling(before)
    calls = (calling and calling["calls"]) or _FRONTED_CALL.match(before)
    few = 1 if calls or (calling and before.endswith(" as")) else 3
    # "Her dog “Admiral”", "a book called “Salt”".
    named = calling and all(word[:1].isupper() for word in words)
    shouts = reading.headline and not before and all(map(str.isupper, words))
    titled = is_title(words) and not shouts
    if len(words) < few or named or titled or _NAMING.search(before):
        return None
    found = None
    fronted = _FRONTED_CALL.match(before) if not calling else None
    words_of = _WORDS_OF.search(before)
    by_whom = _CALLED_BY.search(before)
    if by_whom:
        found = reading.names.speaker(by_whom["who"])
    elif words_of:
        found = reading.names.speaker(words_of["who"] or "he")
    elif fronted:
        # "Calling it “a trap”, Orm left."
        comma = reading.view.find(",", quotation.end - 3, reading.end)
        behind = max(comma + 1, quotation.end)
        found = reading.names.speaker(reading.subject_of(behind)) if comma > 0 else None
    elif calling:
        found = _calls(reading, before[: calling.start() + 1], calling.group())
    if found:
        reading.names.learn(*found)
    end = quotation.end
    for later in [q for q in reading.free if q.start > quotation.start]:
        same = _SAME_CLAUSE.fullmatch(reading.view, end, later.start)
        if calling is None or same is None or _CALLING.search(same.group()):
            break
        # One cue has one quote: “a farce” staged “for the cameras”.
        end = later.end
    reading.free = [q for q in reading.free if not quotation.start < q.start < end]
    return Quote(
        [(quotation.start, end)],
        "quote.called" if calling or words_of or fronted else "quote.fragment",
        0.5,
        *(found or (None, None)),
    )


def _calling(before: str) -> re.Match[str] | None:
    """The verb of the clause that `before` ends in whose subject's words follow.

    One that calls names goes before one that only speaks of them.
    """
    found = None
    for verb in _CALLING.finditer(before, max(0, len(before) - 140)):
        other = _OTHER_CLAUSE.search(before, verb.end())
        apart = other and (verb["speaks"] or before[other.start()] != ",")
        if apart or _NO_CALL.search(before, 0, verb.start()):
            continue
        if found is None or verb["calls"] or found["speaks"]:
            found = verb
    return found


def _calls(
    reading: Reading, before: str, calling: str
) -> tuple[str, str | None] | None:
    """Who calls something a name: the subject of the clause `before` ends in."""
    of_whom = _WHO_CALLS.search(before)
    if of_whom:
        return reading.names.speaker(of_whom["who"])
    which_who = _WHICH_WHO.search(before)
    if which_who and not FINITE.fullmatch(which_who["who"].strip()):
        return reading.names.speaker(which_who["who"])
    what_who = _WHAT_WHO.search(before)
    if what_who:
        opening = reading.opening(reading.start + len(before)).strip()
        of_her = what_who["who"] in ("he", "she") and is_name(opening)
        return reading.names.speaker(opening if of_her else what_who["who"])
    with_whom = _WITH_WHOM.search(before)
    whose = _WHOSE.search(before)
    if whose:
        return reading.names.speaker(whose["who"])
    if with_whom and _WHILE_CALLING.match(calling):
        return reading.names.speaker(with_whom["who"])
    if _WHILE_CALLING.match(calling):
        if reading.speaker:
            return reading.speaker, None
        return reading.names.speaker(reading.opening(reading.start + len(before)))
    if _AND_THEN.search(before):
        # "Orm met them in Leeds, Ohio, and called it …".
        found = reading.names.speaker(reading.opening(reading.start + len(before)))
        if found:
            return found
    before = without_aside(before)
    for boundary in CLAUSE_BOUNDARY.finditer(before):
        if WORDS.search(before, boundary.end()):
            before = before[boundary.end() :]
            break
    found = reading.names.speaker(before)
    return found or ((reading.speaker, None) if reading.speaker else None)


def _of_colon(reading: Reading, before: str) -> tuple[str | None, str | None]:
    """The speaker of a clause that ends in a colon, as far as its words tell."""
    label = _LABEL.fullmatch(before)
    if label:
        who = reading.names.speaker(label["who"]) if label["who"] else None
        last = reading.names.last
        return who or (last, reading.names.role_of(last or ""))
    if reading.speaker is None:
        # "Orm shrugged:" has no verb of saying.
        subject = reading.opening(reading.start + len(before)).strip(" ,")
        # "Its chair, Ida Orm, rejected the charge:".
        if is_name(subject.rpartition(", ")[2]) or subject.casefold() in ("he", "she"):
            return reading.named(subject)
        if is_name(before.rstrip(": ").strip()):
            # "The Herald's Ida Orm: “…”".
            return reading.named(before.rstrip(": "))
        whose = _WHOSE_WORDS.match(before)
        if whose:
            return reading.names.speaker(whose["who"] or "he") or (None, None)
        last = subject.rpartition(" ")[2]
        if last in PAPERS or (last in TITLES and subject.startswith("The ")):
            # "The review disagrees:".
            return reading.named(subject)
    return reading.speaker, None


#: "Quote from Orm: “…”", as Ukrainian news has it.
_LABEL = re.compile(
    rf"(?:(?:Direct|Literal){_S})?[Qq]uote(?:{_S}(?:from|of|by){_S}(?P<who>[^:]{{2,60}}))?"
    r"[^\S\n]?:"
)
#: "…," Orm scoffed as she left; "…," scoffed Orm. A verb of any language will do.
_TIED = re.compile(
    rf"(?P<comma>[,،])?[^\S\n]*[—–-]?[^\S\n]*(?:"
    # "Chanted the crowd": the verb first.
    rf"(?P<early>[a-z]{{1,}}(?:ed|s|an|ng|[^\W_]t)){_S}(?P<crowd>(?:the|an?|one|his|her"
    rf"|their)"
    rf"{_S}(?:[\w.’'-]+{_S}){{0,3}}?[\w’'-]+)(?=[,.;:]|\s*$|{_S}(?:as|at|in|on|to|with"
    rf"|when"
    rf"|while|after|before|from|of|left|written|who)\b)"
    rf"|(?P<who>(?:[\w.’'-]+{_S}){{0,6}}?[\w.’'-]+){_S}(?P<verb>[a-z]{{2,}}(?:ed|s"
    rf"|[^\W_]t))"
    rf"(?=[,.;]|\s*$|{_S}(?:as|at|in|on|to|with|when|while|after|before|from|through"
    rf"|during"
    rf"|back|out|of|about|into|for|by|[a-z]+ly)\b)"
    rf"|(?P<first>[^\W\d_A-Z]{{3,}}){_S}(?P<behind>[^\W\d_a-zß-öø-ÿа-яё\u0590-\uffff][\w.’'-]*"
    rf"(?:{_S}(?:[a-z]{{2,3}}{_S})?[^\W\d_a-zß-öø-ÿа-яё\u0590-\uffff][\w’'-]*){{0,4}})(?=[,.;:]"
    rf"|\s*$|{_S}[^\W\d_A-Z]))"
)
#: Words that begin another clause, and no subject.
_NOBODY = lexicon.listed(
    "and but or so as while which that who when where because if though although then "
    "yet was is are were has had of in on at by for with to from after before during "
    "under"
)
_HEADLINE = re.compile(
    rf"(?P<who>[^\W\d_a-z][\w.’'&-]*(?:{_S}[\w.’'&-]+){{0,4}}?)[^\S\n]?:{_S}(?=\S)"
)
#: "Exclusive: …" is a headline's label.
KICKER = re.compile(
    rf"(?:live|exclusive|analysis|explainer|breaking|update|watch|video|factbox|insight"
    rf"|focus"
    rf"|wrapup|opinion|comment|correction|corrected|recap"
    rf"|revealed)(?:[^\S\n]?\d)?[^\S\n]?[:|–—-]{_S}",
    re.IGNORECASE,
)
#: "No talks planned — Kremlin aide".
_DASHED = re.compile(
    rf"(?P<what>[^\n]{{8,150}}?){_S}[–—]{{1,2}}{_S}(?P<who>[^,:;.!?–—\n]{{3,60}})"
)
_AFTER_HEADLINE = re.compile(rf":{_S}|{_S}[–—-]{{1,2}}{_S}(?P<who>[^,:;.!?]{{3,60}})$")
_NO_SPEAKER = re.compile(
    r"(?:live|opinion|analysis|exclusive|watch|video|update|updated|breaking|explainer"
    r"|explained|review|interview|fact[ -]check|factbox|profile|photos?|pictures"
    r"|podcast"
    r"|read|see|more|related|quote|sources?|details|timeline|q&a|editorial|letter|comment|obituary|report|note"
    r"|correction|background|context|why|how|what|who|when|where|the .*|.*\b(?:vote|war"
    r"|election|crisis|day|deal|guide|briefing|news|results?|updates?))$",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"(?:so-called|known as|nicknamed|titled|entitled|dubbed|the (?:book|film"
    r"|movie|song"
    r"|album|play|novel|series|show|word|words|term|terms|phrase|slogan|title|article"
    r"|poem|essay|documentary|paper|operation|programme|program|project|campaign)"
    r"|named|under the title|headlined|labelled|operation|book|film|song)[^\S\n]*,?$",
    re.IGNORECASE,
)
#: Verbs whose object or complement is somebody's own words, be it one: "called it “…”".
_CALLS = (
    "call(?:ed|s|ing)?|describ(?:ed?|es|ing)|dismiss(?:ed|es|ing)?|denounc(?:ed?|es"
    "|ing)"
    "|blam(?:ed?|es|ing)|brand(?:ed|s|ing)?|condemn(?:ed|s|ing)?|prais(?:ed?|es|ing)"
    "|accus(?:ed?|es|ing)|label(?:led|ed|s|ling)|characteri[sz](?:ed|es|ing)"
    "|hail(?:ed|s|ing)|criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|slam(?:med|s)"
)
#: Verbs beside which several words in marks are those of their subject.
_SPEAKS_OF = cues.forms(
    "say/says/said tell/tells/told speak/speaks/spoke talk/talks/talked "
    "refer/refers/referred "
    "laud mock ridicule deride decry lambast lambaste tout portray depict liken "
    "compare "
    "warn urge ask press voice express appeal reject defend celebrate lament welcome "
    "thank "
    "apologise apologize bemoan cite term salute applaud commend extol/extols/extolled "
    "vow "
    "pledge promise push stress emphasise emphasize underline underscore highlight "
    "demand "
    "insist complain boast vilify justify invoke mention rebuke scold castigate claim "
    "allege "
    "argue acknowledge admit/admits/admitted concede predict recall reiterate note "
    "declare "
    "announce advise caution protest object deplore rule"
)
_CALLING = re.compile(
    rf"{_S}(?:(?P<calls>{_CALLS})|(?P<speaks>{lexicon.alternatives(_SPEAKS_OF)}))\b"
)
_FRONTED_CALL = re.compile(
    r"(?:Describing|Calling|Terming|Branding|Labelling|Dismissing|Denouncing|Condemning"
    r"|Hailing|Praising)\b"
)
#: What the words before the marks end in, should a sign say them.
_SAYS = re.compile(r"(?:read|say|said|declar|proclaim)(?:s|ing)?[,:]?$")
#: "Protesters held a banner reading": what is written on it is theirs.
_SIGN = re.compile(
    rf"(?:(?P<who>[^\s,;:.](?:[^,;:.]|,{_S}\d+,){{1,80}}?){_S}(?:held(?:{_S}up)?|holding|waved|waving"
    rf"|carried|carrying|wore|wearing){_S}|(?<!\w))(?:[\w’'-]+{_S}){{0,3}}?"
    rf"(?<!traffic )(?<!road )(?<!street )(?:signs?|banners?|placards?|posters?"
    rf"|badges?|T-shirts?|stickers?|billboards?|graffiti){_S}(?:(?:which|that){_S})?"
    rf"(?:reading|reads?|saying|says?|said|declaring|proclaiming)[,:]?$"
)
#: "Denounced by the ministry as “a stab in the back”".
_CALLED_BY = re.compile(
    rf"(?:denounced|described|branded|dismissed|condemned|labell?ed|hailed|called|termed"
    rf"|slammed|critici[sz]ed|ridiculed|mocked|decried|praised|portrayed|seen){_S}by{_S}"
    rf"(?P<who>[^,;:]{{2,60}}?)(?:{_S}as)?$"
)
_AND_THEN = re.compile(rf",?{_S}(?:and|but){_S}?$")
#: What stands before it makes a noun of a verb: "a phone call with".
_NO_CALL = re.compile(
    r"\b(?:the|an?|his|her|its|their|this|that|of|no|phone|telephone|video|roll"
    r"|conference|brand|any|with|by|for|under)$",
    re.IGNORECASE,
)
_SAME_CLAUSE = re.compile(rf"(?:{_S}[\w’'-]+){{1,6}}{_S}")
#: Behind these another clause begins.
_OTHER_CLAUSE = re.compile(
    rf"[.;:]|,{_S}(?:and|but|while|whereas|which|who|as|after|when){_S}"
)
_WHILE_CALLING = re.compile(rf"{_S}[a-z]+ing\b")
_WORDS_OF = re.compile(
    rf"\bin{_S}(?:the{_S}words{_S}of{_S}(?P<who>[^,;:]{{2,80}})|(?:his|her"
    rf"|their){_S}words),$",
    re.IGNORECASE,
)
#: "Orm's message was clear:".
_WHOSE_WORDS = re.compile(
    rf"(?:(?P<who>[^,;:]{{2,60}}?)['’]s?|his|her){_S}(?:[\w-]+{_S}){{0,2}}(?:message"
    rf"|answer|response"
    rf"|reply|verdict|advice|warning|plea|words|view|conclusion|explanation|comment"
    rf"|motto"
    rf"|statement|assessment|point|argument|promise|reaction|retort)s?\b",
    re.IGNORECASE,
)
#: "Japan, whose space agency called it …".
_WHOSE = re.compile(rf",{_S}whose{_S}(?P<who>[^,;:]{{2,60}}?)\s*$")
#: "The vote, which the ministry called “a farce”".
_WHICH_WHO = re.compile(
    rf",{_S}(?:which|whom){_S}(?P<who>(?:(?:the|an?|its|his|her|their){_S}|(?=[A-Z]))"
    r"[^,;:]{2,60}?)\s*$"
)
#: "Orm thanked them for what she called “real care”".
_WHAT_WHO = re.compile(
    rf"\bwhat{_S}(?P<who>he|she|they|it"
    rf"|(?:(?:the|an?|its|his|her|their){_S}|(?=[A-Z]))[^,;:]{{2,60}}?)\s*$"
)
#: "With Senator Orm calling it …".
_WITH_WHOM = re.compile(rf",[”\"’'»]?{_S}with{_S}(?P<who>[^,;:]{{2,60}}?)\s*$")
#: "Met her rival, who called it …".
_WHO_CALLS = re.compile(
    rf"(?:^|\b(?:with|by|from|to|met|and|of|for){_S})"
    rf"(?P<who>[\w.’'-]+(?:{_S}(?!(?:with|by|from|to|met|and|for)\b)[\w.’'-]+){{0,6}})"
    rf",{_S}who\s*$"
)


def is_title(words: Sequence[str]) -> bool:
    """Whether these words are a title: "Gone with the Wind"."""
    plain = [word.strip("".join(marks.MARKS) + ",.!?:;") for word in words]
    long = [word for word in plain if len(word) > 3 or word[:1].isupper()]
    return len(long) > 1 and all(word[:1].isupper() for word in long)


#: What the headline tells beside the quotation: when, where, after what.
_BESIDE = re.compile(rf"{_S}(?:as|after|amid|in|at|over|while|before|during|for){_S}")
