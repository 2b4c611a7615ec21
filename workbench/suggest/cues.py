"""The words that report: which verbs, and what may stand beside them."""

import re
from collections.abc import Iterator

from workbench.suggest import lexicon
from workbench.suggest.clauses import CLAUSE_AFTER_THAT, THEN_VERB

_S = r"[^\S\n]+"


def forms(verbs: str) -> list[str]:
    """The forms of English verbs: "note" gives note, notes, noted.

    Those of an irregular one are written out: "vow/vows/vowed".
    """
    found: list[str] = []
    for verb in verbs.split():
        if "/" in verb:
            found += verb.split("/")
        elif verb.endswith("e"):
            found += [verb, f"{verb}s", f"{verb}d"]
        elif verb.endswith("y") and verb[-2] not in "aeou":
            found += [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"]
        elif verb.endswith(("ch", "sh", "ss")):
            found += [verb, f"{verb}es", f"{verb}ed"]
        else:
            found += [verb, f"{verb}s", f"{verb}ed"]
    return found


#: Verbs that report a clause without "that", beside any subject.
PLAIN = forms(
    "say/says/said tell/tells/told think/thinks/thought believe reckon claim insist"
)
#: Verbs that report with "that", beside a quotation, or a clause with an auxiliary.
FULL = forms(
    "offer resolve add announce argue assert state stress note warn explain "
    "admit/admits/admitted "
    "acknowledge agree confirm conclude declare emphasise emphasize estimate maintain "
    "mention observe predict promise pledge vow/vows/vowed recall reiterate remark "
    "reply report respond reveal suggest underline underscore urge "
    "write/writes/wrote/written post tweet ask answer caution complain concede contend "
    "continue counter cry/cries/cried demand joke hint hope fear feel/feels/felt "
    "hold/holds/held know/knows/knew indicate lament muse quip/quips/quipped rule "
    "shout swear/swears/swore testify threaten whisper allege boast comment decide "
    "find/finds/found forecast/forecasts order repeat retort wonder remember recount "
    "specify affirm proclaim pronounce signal attest reassure snap/snaps/snapped fume "
    "gush sob/sobs/sobbed gasp laugh smile shrug/shrugs/shrugged chuckle groan moan "
    "understand/understands calculate show/shows/showed exclaim mutter murmur stammer "
    "stutter grumble protest plead opine speculate surmise interject clarify assure "
    "inform remind enthuse describe sigh yell scream bellow hear/hears/heard tease "
    "beg/begs/begged implore concur/concurs/concurred marvel read/reads doubt expect "
    "guarantee propose recommend advise assess assume aver/avers/averred "
    "avow confess confide deem "
    "determine disclose divulge foresee/foresees/foresaw hypothesise hypothesize imply "
    "infer posit postulate reaffirm reassert restate stipulate summarise summarize "
    "theorise theorize scoff suspect/suspects/suspected worry/worries/worried "
    "elaborate enquire inquire verified/verified signalled/signalled accept "
    "radioed/radioed anticipate envisage emailed/emailed texted/texted bemoan blurt "
    "brag/brags/bragged fret/frets/fretted gripe growl imagine intimate "
    "learn/learns/learned/learnt notify realise realize recognise recognize "
    "relay/relays/relayed sniffed/sniffed thunder utter vent enthused/enthused "
    # Of these the present is mostly a noun.
    "projected/projected regretted/regretted reasoned/reasoned ventured/ventured "
    "volunteered/volunteered raged/raged barked/barked roared/roared hissed/hissed "
    "wailed/wailed howled/howled grinned/grinned nodded/nodded beamed/beamed "
    "crowed/crowed chided/chided echoed/echoed judged/judged guessed/guessed "
    "requested/requested decreed/decreed sneered/sneered snarled/snarled "
    "reflected/reflected shoot_back/shoots_back/shot_back hit_back/hits_back "
    "fire_back/fires_back/fired_back chime_in/chimes_in/chimed_in put_it/puts_it "
    "sum_up/sums_up/summed_up make_the_case/makes_the_case/made_the_case "
    "take_the_view/takes_the_view/took_the_view point_out/points_out/pointed_out "
    "go_on/goes_on/went_on make_clear/makes_clear/made_clear "
    "make_it_clear/makes_it_clear/made_it_clear "
    "let_it_be_known/lets_it_be_known "
    "express_hope/expresses_hope/expressed_hope "
    "express_concern/expresses_concern/expressed_concern "
    "express_confidence/expresses_confidence/expressed_confidence "
    "express_fear/expresses_fear/expressed_fear express_regret/expressed_regret "
    "express_hopes/expresses_hopes/expressed_hopes voice_hope/voices_hope/voiced_hope "
    "express_fears/expresses_fears/expressed_fears "
    "voice_fears/voices_fears/voiced_fears"
)
#: Of these a plain clause after a comma may depend: "It leaks, the mayor warned."
_NOT_AFTER = {
    *forms("make ask order demand hold/holds/held find/finds/found read/reads urge"),
    *forms("laugh smile shrug/shrugs/shrugged chuckle groan moan sob/sobs/sobbed gasp"),
    *forms("agree expect know/knows/knew decide report propose feel/feels/felt rule"),
    *forms("advise deem determine regretted/regretted nodded/nodded grinned/grinned"),
    *forms(
        "beamed/beamed raged/raged requested/requested judged/judged verified/verified"
    ),
    *forms("accept recognise recognize learn/learns/learned/learnt notify relay"),
    *forms(
        "offer resolve elaborate echoed/echoed suspect worry/worries/worried "
        "disclose assess"
    ),
}
#: These are mostly something else than speech unless "that" or a quotation follows.
_ING = (
    "adding saying noting stressing warning arguing claiming insisting explaining "
    "stating telling announcing writing reiterating emphasising emphasizing "
    "pointing_out predicting alleging asserting suggesting acknowledging admitting "
    "confirming promising vowing recalling declaring concluding complaining ruling "
    "reporting finding cautioning conceding contending maintaining observing remarking "
    "revealing pledging threatening estimating joking tweeting posting swearing "
    "testifying lamenting disclosing"
)
_NOUNS = (
    "position|claim|claims|view|belief|argument|assertion|statement|allegation"
    "|allegations|warning|promise|insistence|contention|suggestion|conviction"
    "|announcement|conclusion|demand|remark|admission|declaration|assurance|prediction"
)
_SECRET = (
    "comment|say|discuss|disclose|reveal|elaborate|confirm|answer|name|give|specify"
    "|speculate|identify|explain|respond|be drawn|talk|speak|take questions|rule out"
    "|concede|admit|acknowledge|apologise|apologize|recognise|recognize|condemn|endorse"
    "|commit|promise|guarantee|accept"
)
_NOT = (
    r"(?:did not|didn['’]t|does not|doesn['’]t|do not|don['’]t|never|has not"
    r"|hasn['’]t|have not|had not|hadn['’]t|has never|have never|had never)"
)


#: Who is asked to do something stands behind these, and then what.
URGES = forms(
    "urge ask tell/tells/told order advise warn instruct implore beg/begs/begged "
    "press/presses/pressed request command direct caution remind encourage"
)
_URGING = (
    "urging telling ordering advising instructing imploring begging pressing "
    "requesting "
    "commanding directing cautioning reminding encouraging asking warning"
)


_NO_NOUN = (
    "(?!(?:that|if|whether|how|why|to|not|who|which|what|when|because|is|are|was|were"
    "|be|been"
    "|had|has|have|would|will|could|should|can|may|might|must|he|she|they|it|we|i|there"
    "|said"
    "|says|plans?|wants?|hopes?|needs?|intends?|tries|going|expected|due|set|likely"
    "|able"
    "|ready|willing|unable|the|an?|his|her|its|their|our|your|my)\\b"
    "|(?-i:[a-z]{2,}ed\\b))"
)
_NOUN_WORD = rf"{_NO_NOUN}[\w.’'/&-]+"
_OF_NOUN = "(?:the|an?|his|her|its|their|all|both|some|other|any)"
#: "All sides to show restraint", "the public not to panic": who, and then what.
TO_DO = (
    rf"{_S}(?!for{_S})(?P<asked>(?:her|them|him|us|me)(?={_S}(?:not{_S})?to{_S})|(?:{_OF_NOUN}{_S}){{0,2}}{_NOUN_WORD}(?:{_S}(?:(?:of|in|at|from"
    rf"|and|on|for|with"
    rf"|against){_S}(?:{_OF_NOUN}{_S}){{0,2}})?{_NOUN_WORD}){{0,6}}?){_S}"
    rf"(?P<act>(?:not{_S})?to{_S}(?!{_OF_NOUN}{_S})[a-z“\"‘'«]{{1,}})"
)


def _any(words: list[str]) -> str:
    return lexicon.alternatives(word.replace("_", " ") for word in words)


_NOUN = rf"(?P<noun>(?:{_NOUNS})(?={_S}that\b))"
#: What a claim is called by whoever rejects it, or a worry by whoever has it.
_CHARGES = (
    "suggestions?|claims?|allegations?|accusations?|reports?|charges?|assertions?"
    "|notions?"
    "|idea|rumou?rs?|speculation|criticism"
)
_FEELINGS = (
    "concerns?|fears?|doubts?|hopes?|confidence|regrets?|alarm|worr(?:y|ies)"
    "|suspicions?"
    "|satisfaction|frustration|disappointment|surprise|dismay|scepticism|skepticism"
    "|optimism"
)
_HOW_MUCH = (
    f"(?:{lexicon.alternatives(p for p in lexicon.BEFORE if p.isascii())}|closer{_S}to)"
)
_MEASURED = (
    "crowd|crowds|toll|number|numbers|figure|figures|costs?|loss|losses|damages?|odds"
    "|value|price|total|turnout|attendance|population|share|rate|support|return|deficit"
    "|bill|strength|count|size|risk|chances?|margin|lead|debt|budget|age|dead|injured"
    "|missing|target|length|weight|speed|height|distance|spending|savings|revenue"
    "|profit|error|gap|delay|shortfall|backlog"
)
_FEW_OR_MANY = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    rf"|forty|fifty|sixty|seventy|eighty|ninety|half|an?{_S}(?:third|quarter|hundred))"
)
#: When or how often, between "called" and "for".
_AGAIN = (
    rf"(?:(?:last|this){_S}(?:night|week|month|morning|year)|today|yesterday|tonight"
    rf"|again|also|repeatedly|publicly|instead|(?:on{_S})?[A-Z][a-z]{{2,5}}day)"
)
_FEW = rf"(?:[\w’'-]+{_S}){{0,3}}?"
_VERBS = (
    # The commonest first: the others begin with none of these words.
    rf"(?P<urged>(?:call(?:s|ed)?{_S}(?:up)?on|appeal(?:s|ed)?{_S}to"
    rf"|{lexicon.alternatives([*URGES, *_URGING.split()])})(?={TO_DO}))",
    rf"(?P<plain>{_any(PLAIN)})",
    rf"(?P<denied_charge>(?:reject|dismiss|refut|disput|contest|den)(?:y|ies|ied|es?|ed"
    rf"|s|ing)?"
    rf"{_S}{_FEW}(?:{_CHARGES})(?={_S}(?:that|it|he|she|they|its|his|her|their"
    rf"|the)\b))",
    rf"(?P<feeling>(?:(?:voic|rais)(?:e|es|ed|ing)|express(?:es|ed|ing)?){_S}{_FEW}"
    rf"(?:{_FEELINGS})(?={_S}that\b)"
    rf"|(?:is|are|was|were|remains?|remained){_S}(?:[a-z]+{_S})?(?:adamant|convinced"
    rf"|confident"
    rf"|certain|sure|positive|hopeful|optimistic|worried|concerned|afraid|fearful"
    rf"|sceptical"
    rf"|skeptical|doubtful)(?={_S}that\b)"
    rf"|(?:gives?|gave|issues?|issued){_S}{_FEW}(?:assurances?|guarantees?|warnings?)"
    rf"(?={_S}that\b)"
    rf"|(?:losing|lost|hold(?:s|ing)?{_S}out|held{_S}out|given{_S}up|giving{_S}up){_S}"
    rf"(?:all{_S})?hopes?(?={_S}that\b)"
    rf"|(?:(?:draw|call)(?:s|ed|ing)?{_S}|drew{_S})attention{_S}to{_S}the{_S}fact"
    rf"(?={_S}that\b)|(?:point|refer)(?:s|r?ed|ring|ing)?{_S}to{_S}the{_S}fact(?={_S}that\b))",
    rf"(?P<withheld>(?P<stop>go{_S}(?:so|as){_S}far{_S}as{_S}to{_S}(?:say|claim|suggest)"
    rf"|stop(?:s|ped)?{_S}short{_S}of{_S}(?:saying|confirming|calling(?:{_S}for)?"
    rf"|accusing|promising|admitting|blaming|announcing|ordering|endorsing|declaring"
    rf"|predicting|ruling|committing|demanding|criticising|criticizing|condemning"
    rf"|pledging|recommending|suggesting))|(?:declin(?:es?|ed)|refus(?:es?|ed)"
    rf"|(?:would|will){_S}not|wouldn['’]t|won['’]t)(?={_S}(?:to{_S})?(?:{_SECRET})\b))",
    rf"(?P<denied>den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing){_S}out(?={_S}that\b)|(?:disput(?:es|ed|ing)|(?:(?<=not[^\S\n])|(?<=n['’]t[^\S\n]))dispute)(?={_S}that{_S})|{_NOT}{_S}(?:say|said|claim|claimed|tell|told"
    rf"|suggest|suggested|promise|promised|admit|admitted"
    rf"|(?:disclosed?|reveal(?:ed)?|specif(?:y|ied)|explain(?:ed)?)(?={_S}(?:how|why|what"
    rf"|when|where|who|whether)\b)))",
    rf"(?P<thing>rul(?:es?|ed){_S}out(?={_S}\w)|call(?:s|ed)?(?:{_S}{_AGAIN})?{_S}for(?={_S}(?!the{_S}\w+{_S}time\b)\w)"
    rf"|(?:demand|announce|promise)(?:s|d|ed)?(?={_S}(?!the{_S}(?:next|same|previous"
    rf"|following|day|week|night)\b)(?:(?:an?|the|more|new|fresh|full|immediate|urgent)\b"
    rf"|[A-Z]{{0,2}}[$€£¥]?\d(?!\S*{_S}(?:times|years?{_S}ago)\b)))"
    rf"|ask(?:s|ed)?{_S}for(?={_S}\d)"
    rf"|(?:propos|recommend)(?:es|s|ed)?(?={_S}(?!\w*thing\b|during\b)[a-z]{{2,}}ing{_S}(?:the|an?|its|his|her|their"
    rf"|all|more|new|up|out|\d|[a-z]+s)\b)"
    rf"|accus(?:es?|ed|ing)(?!{_S}by\b)(?={_S}[^,.;:\n]{{2,60}}?{_S}of{_S}(?:[a-z]{{2,}}ing\b|[“\"‘'«])))",
    # "Put the crowd at 3,500", "put growth at 2 percent"; not "officers at 20 sites".
    rf"(?P<put>puts?(?={_S}(?:[\w’'-]+{_S}){{0,4}}?(?:{_MEASURED}){_S}"
    rf"(?:[\w’'-]+{_S}){{0,5}}?at{_S}(?:(?:{_HOW_MUCH}|between){_S})?"
    rf"(?:[“\"‘'«]|[A-Z]{{0,2}}[$€£¥₽₴₹]?\d|{_FEW_OR_MANY})"
    rf"|{_S}(?:[\w’'-]+{_S}){{1,6}}?at{_S}(?:{_HOW_MUCH}{_S})?"
    rf"(?:[A-Z]{{0,2}}[$€£¥₽₴₹]\d|\d[\d.,]*(?:%|{_S}per[ ]?cent))))",
    rf"(?P<quoting>quot(?:ed|es|ing){_S}(?P<whom>[^,.;:\n]{{2,60}}?){_S}as{_S}saying)",
    rf"(?P<quoted>(?:is|are|was|were|been){_S}(?:also{_S})?quoted{_S}"
    rf"(?:by{_S}[^,.;:\n]{{2,60}}?{_S})?as{_S}saying)",
    rf"(?P<full>{_any(FULL)}|(?:submitted|gathered)(?={_S}that{_S}{CLAUSE_AFTER_THAT}))",
    rf"(?P<ing>{_any(_ING.split())}|(?:holding|submitting)"
    rf"(?={_S}that{_S}{CLAUSE_AFTER_THAT}))",
    rf"(?P<source>according{_S}to)",
)


def _cue(*kinds: str) -> re.Pattern[str]:
    """Any of these kinds of cue, the first that fits."""
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(kinds)})(?![\w'’-])", re.IGNORECASE)


CUE = _cue(*_VERBS, _NOUN)
#: The same where a word is a noun rather than a verb: "Orm's claim that".
OWNED_CUE = _cue(_NOUN, *_VERBS)
_OWNED = re.compile(
    rf"(?:['’]s?|\b(?:his|her|their|its)){_S}(?:[a-z-]+{_S}){{0,2}}$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
#: Those that no verb of the lists begins.
_MORE = (
    "stop stops stopped decline declines declined refuse refuses refused would will "
    "wouldn won deny denies denied denying did didn does doesn do don never has hasn "
    "have had hadn is are was were been according quoted quotes quoting call calls "
    "called appeal appeals appealed reject rejects rejected rejecting dismiss "
    "dismisses dismissed dismissing refute refutes refuted disputes dispute disputed "
    "contest contests contested voice voices voiced voicing raise raises raised "
    "raising express expresses expressed expressing remain remains remained give gives "
    "gave issue issues issued instruct instructs instructed press presses pressed "
    "command commands commanded direct directs directed encourage encourages "
    "encouraged losing lost holds hold holding held given giving draw draws drew "
    "drawing accuse accuses accused accusing point points pointed refer refers "
    "referred "
    "disputing holding submitting submitted gathered put puts "
    f"{_URGING}"
)
_FIRST = lexicon.cased(
    word.replace("_", " ").split()[0].casefold()
    for word in (*PLAIN, *FULL, *_ING.split(), *_NOUNS.split("|"), *_MORE.split())
)


def find(view: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The cues in [start, end) of `view`; a gate of words keeps the search quick."""
    at = start
    for word in _WORD.finditer(view, start, end):
        if word[0] in _FIRST and word.start() >= at:
            cue = CUE.match(view, word.start(), end)
            if cue is not None and _is_owned(view, start, cue.start()):
                cue = OWNED_CUE.match(view, word.start(), end)
            if cue is not None and not _is_noun(view, start, end, cue):
                at = cue.end()
                yield cue


def _is_owned(view: str, start: int, at: int) -> bool:
    """Whether what a cue at `at` might report belongs to somebody: "his claim"."""
    near = max(start, at - 50)
    # A look at the last words spares most cues the search.
    return any(
        word[-1] in "sS'’" or word.casefold() in ("her", "their")
        for word in view[near:at].rsplit(None, 3)[-3:]
    ) and bool(_OWNED.search(view, near, at))


#: "A 2019 report warned", "the estimate was": what these words are told by the next.
_NOUNLIKE = lexicon.listed(
    "report claim estimate forecast answer reply post suspect recount comment "
    "promise pledge demand joke hope fear order vow protest plea signal mention "
    "remark whisper note boast laugh smile sigh cry groan moan doubt "
    "guarantee"
)
_NOUN_AFTER = re.compile(
    rf"{_S}(?:(?:is|was|were|has|had|from|by|of|on|into|also|which|published|released"
    rf"|commissioned|issued|found|finds|put|puts)\b|(?={_any(PLAIN)}\b|{_any(FULL)}\b))"
)
_NOUN_BEFORE = re.compile(
    rf"(?<!\w)(?:an?|this|another|one){_S}(?:[\w’'-]+{_S}){{0,3}}$", re.IGNORECASE
)


_DETERMINED = re.compile(
    rf"(?<!\w)(?:the|its|his|her|their|our){_S}(?:[a-z-]+(?<!s){_S}){{0,2}}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?:\d%?|hundred|thousand|million|billion|percent){_S}$")
#: "State media reported".
_OF_STATE = re.compile(rf"{_S}(?!that\b|the\b|a\b)[a-z]", re.IGNORECASE)


def _is_noun(view: str, start: int, end: int, cue: re.Match[str]) -> bool:
    if cue.group().casefold() == "state" and _OF_STATE.match(view, cue.end(), end):
        return True
    if cue.group().casefold() not in _NOUNLIKE:
        return False
    before = view[max(start, cue.start() - 40) : cue.start()]
    base = not cue.group().endswith(("s", "ed", "t"))
    if base and (_DETERMINED.search(before) or _COUNTED.search(before)):
        # "The original estimate", "340 million forecast".
        return True
    return bool(_NOUN_AFTER.match(view, cue.end(), end) or _NOUN_BEFORE.search(before))


#: May a clause before a comma depend on this verb?
AFTER_CLAUSE = {
    word.replace("_", " ").casefold() for word in [*PLAIN, *FULL]
} - _NOT_AFTER
#: Verbs that are also about deeds: found a boat, held a post, made a call.
AMBIGUOUS = {
    *forms(
        "find/finds/found hear/hears/heard hold/holds/held read/reads feel/feels/felt"
    ),
    *forms(
        "continue report order ask answer write/writes/wrote/written post make respond"
    ),
    *forms(
        "decide know/knows/knew fear hope expect demand rule counter cry estimate note"
    ),
    *forms(
        "see think/thinks/thought tell/tells/told call observe recall indicate agree"
    ),
}
#: These only where they close the sentence: "The dam leaks, the report found."
AFTER_AT_END = set(forms("find/finds/found report rule hear/hears/heard show"))
TELL = {"tell", "tells", "told", "telling", *forms("assure inform remind")}

# --- what stands around the verb ------------------------------------------------------

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
TIME = re.compile(
    rf",?{_S}(?:(?:(?:early|late|later|earlier){_S})?(?:on{_S})?(?:{_WEEKDAY}"
    rf"(?:,?{_S}{_MONTH}{_S}\d{{1,2}})?(?:{_S}(?:morning|afternoon|evening|night))?"
    rf"|{_MONTH}{_S}\d{{1,2}}(?:,{_S}\d{{4}})?|\d{{1,2}}{_S}{_MONTH}(?:{_S}\d{{4}})?)"
    rf"|the{_S}(?:next|same|following|previous){_S}(?:day|week|month|morning|night"
    rf"|evening)|yesterday|today|tonight|(?:earlier|later|last|this){_S}(?:this{_S}|that{_S}"
    rf"|last{_S}|on{_S})?(?:day|week|month|year|morning|evening|night|afternoon"
    rf"|{_WEEKDAY})|in{_S}{_MONTH}(?:{_S}\d{{4}})?"
    rf"|(?:before|after|during|ahead{_S}of){_S}(?:the|a|his|her|their|its){_S}"
    rf"(?:[a-z-]+{_S})?(?:meeting|talks|vote|hearing|match|game|race|summit|debate"
    rf"|ceremony|deadline|verdict|announcement|visit|trip))(?!\w)",
)
_MEDIA = (
    "statement|interview|tweet|tweets|post|posts|briefing|conference|speech|letter"
    "|email|e-mail|report|message|video|address|blog|article|column|call|hearing"
    "|meeting|session|podcast|broadcast|memo|note|book|thread|remarks|testimony"
    "|press release|release|debate|event|rally|summit|update|forum|op-ed|editorial"
    "|journal|newspaper|documentary|commentary|essay|newsletter|lawsuit|complaint"
    "|verdict"
    "|judgment|judgement|caption|manifesto|dispatch|bulletin|text|study|filing|ruling"
    "|order|decree|channel|page|account|show|programme|program"
    "|livestream|voicemail|affidavit|readout|monologue|sermon|webinar|communique"
    "|communiqué"
)
MEDIUM = re.compile(
    rf",?{_S}(?:in|at|during|on|via|through|by|from)(?P<medium>"
    rf"{_S}(?:an?|the|his|her|their|its|another|one)(?:{_S}(?!that\b|said\b)[\w'’-]+)"
    rf"{{0,4}}?{_S}(?:{_MEDIA})"
    rf"|{_S}(?:Twitter|Facebook|Telegram|Instagram|WhatsApp|Bluesky|Threads|LinkedIn"
    rf"|Reddit|VK"
    rf"|Weibo|Substack|Signal|Snapchat|Truth{_S}Social|X|TikTok|YouTube"
    rf"|social{_S}media|television|TV|radio|state{_S}(?:television|TV|media|radio)"
    rf"|(?:tele)?phone|e-?mail)"
    rf")(?:{_S}to{_S}(?:[a-z]+{_S})?(?:clients|customers|investors|staff|employees"
    rf"|members|supporters|subscribers|shareholders|parents|students|residents))?"
    r"(?!\w)",
)
_CAP = r"[^\W\d_a-zß-öø-ÿ][\w.’'/&-]*"
_NAME = rf"{_CAP}(?:{_S}(?:&{_S}|of{_S}(?:the{_S})?)?{_CAP})*"
_PEOPLE = (
    "reporters|journalists|media|press|lawmakers|parliament|investors|parliamentarians|supporters"
    "|students|officials|residents|viewers|listeners|readers|delegates|diplomats"
    "|colleagues|voters|ministers|senators|councillors|judges|jurors|analysts"
    "|aides|peers|allies|fans|workers|farmers|donors|customers|guests|broadcasters"
    "|troops|soldiers|villagers|neighbours|neighbors|parents|pupils|passengers"
    "|shareholders|police|investigators|employees|staff|members|him|her|them|us|me|it"
    "|you|everyone|everybody|people"
)
ADDRESSEE = re.compile(
    rf"{_S}(?P<to>(?:(?:the|a|an|his|her|its|their|some|local|foreign|state|fellow)"
    rf"{_S})?(?:{_PEOPLE})(?![\w'’])(?:{_S}(?:in|at|from|of){_S}(?:the{_S})?"
    rf"(?!{_MONTH}){_NAME})?"
    rf"|a{_S}crowd(?:{_S}of(?:{_S}(?:more|less|fewer|about|some|over|nearly|almost|than"
    rf"|around|up|to))*{_S}[\w,]*\w)?"
    rf"|(?:the|an?|his|her|its|their|{_CAP}(?<=['’]s)){_S}"
    rf"(?:(?:{_CAP}|[a-z-]+){_S}){{0,3}}(?:newspaper|daily|weekly|outlet|tabloid|network|portal|agency|broadcaster|magazine|channel|station|website|paper|court"
    rf"|briefing|meeting|rally|gathering|forum|summit|event|inquest|jury|commission"
    rf"|hearing"
    rf"|program|trial|parliament|congress|committee|council|house|inquiry|conference|audience"
    rf"|crowd|panel|tribunal|board"
    rf"|assembly|programme|show|press)(?![\w'’])(?:{_S}{_NAME})?"
    rf"|(?:the{_S})?{_NAME}(?:['’]s?{_S}{_NAME})?)"
)
_NO_TIME = (
    rf"(?!(?:{_WEEKDAY}|on|in|at|about|against|during|after|only|also|again|earlier"
    rf"|later|last"
    r"|this|yesterday|today|and|or|that|whether|if|how|why|what)\b(?!['’]s))"
)
#: Whoever stands between the verb and its "that": warned clubs that.
_WHOM = re.compile(
    rf"{_S}(?!(?:(?:the|an?|his|her|their){_S})?(?:story|stories|tale|truth|news)\b)"
    rf"(?P<to>{_NO_TIME}[\w.’'/&-]*[\w’'](?:{_S}{_NO_TIME}[\w’'/&-]+){{0,6}}?)"
    rf"(?:{_S}(?:twice|repeatedly|again|once|[a-z]+{_S}times))?"
    rf"(?=(?:{TIME.pattern}|{_S}(?:in|at|on"
    rf"|during){_S}(?:[\w’'-]+{_S}){{0,5}}?[\w’'-]+)?"
    rf"{_S}(?:that(?!{_S}[a-z]+ed\b)|whether|if|how|why)(?!\w))"
)
_WARN = {*forms("warn promise advise ask notify convince persuade caution"), "asking"}
_TO = re.compile(rf"{_S}to(?={_S})")
#: "Drew attention to the fact that it leaks".
_FACT = re.compile(rf"{_S}(?:(?:up)?on{_S})?the{_S}fact(?={_S}that\b)")
#: "Said of his father: “…”".
_OF_WHOM = re.compile(rf"{_S}(?:of|about){_S}[^,.;:\n]{{2,60}}?(?=:)")
_ADVERB = re.compile(
    rf"{_S}(?:under{_S}(?:cross-examination|questioning|oath|caution|interrogation)"
    rf"|on{_S}oath)(?!\w)|"
    rf",{_S}(?:however|though|meanwhile|too|for{_S}example|for{_S}instance|in{_S}turn),"
    rf"(?={_S})"
    rf"|{_S}only(?!{_S}(?:one|two|three|four|five|six|seven|eight|nine|ten|half|a)\b"
    rf"|{_S}[\d$€£])"
    rf"|,?{_S}(?!(?<=,[ ])(?:mostly|partly|largely|mainly)\b)"
    rf"(?:afterwards?|also|again|later|earlier|then|too|further(?={_S}that\b)"
    rf"|(?!(?:nearly|roughly|approximately|barely|hardly|scarcely|only|exactly|early"
    rf"|family"
    rf"|supply|july)\b)[a-z]{{3,}}ly)(?!\w)(?!{_S}[\d$€£])"
)
_PUT_OUT = (
    "seen|obtained|published|released|reviewed|posted|carried|broadcast|aired|dated"
    "|issued"
    "|signed|sent|shared|made|read|circulated|uploaded|distributed|emailed|addressed"
    "|handed"
)
#: "Said when asked about it", "she said, when I asked her".
WHEN_ASKED = re.compile(
    rf",?{_S}when{_S}(?:(?:I|we|he|she|they|reporters|journalists){_S})?(?:asked|pressed"
    rf"|questioned|reached|contacted|approached)\b[^,.;:\n]{{0,120}}?"
    rf"(?=[,.;:]|{_S}that(?!\w)|\s*$)"
)
#: "Announced, in the spring of 2018, that".
_BETWEEN_COMMAS = re.compile(
    rf",{_S}(?:in|on|at|during|after|before|as|with|for|by|through|via)\b"
    rf"[^,.;:\n]{{2,60}},(?={_S}that{_S})"
)
#: "In an internal memo, seen by the paper, that …".
_SEEN = re.compile(
    rf",{_S}(?:{_PUT_OUT}){_S}[^,;.:\n]{{2,60}},(?={_S})"
    rf"|{_S}(?:{_PUT_OUT}){_S}[^,;.:\n]{{2,60}}(?=,{_S}|[.;:]|\s*$)"
    rf"|{_S}(?:{_PUT_OUT}){_S}[^,;.:\n]{{2,60}}?(?={_S}that{_S})"
)
#: "Told Ida Holm, who chairs the board, that it leaks".
_WHO = re.compile(rf",{_S}who{_S}[^,;.:\n]{{2,80}},(?={_S}that{_S})")
#: "Argued in a commentary that": where, however that is called.
_AT_LAST = re.compile(
    rf"{_S}(?:in|at|on|during|for|from|before|outside|near|after|through|via|following)"
    rf"(?:{_S}[\w’'-]+){{1,8}}?(?={_S}that{_S}(?!(?:is|are|was|were|has|have|had|will"
    rf"|[a-z]{{3,}}ed)\b))"
)
_PLACE = re.compile(
    rf"{_S}(?:in|from|at|outside|near){_S}(?:the{_S})?{_NAME}(?={_S}(?:that|on)\b"
    rf"|[,.:])"
)


#: "Told the next day that it leaks" says when, and not whom.
_NEXT_DAY = re.compile(
    rf"{_S}the{_S}(?:next|same|following|previous){_S}(?:day|week|morning|night|month"
    rf"|evening)(?![\w’'])"
)


def around(view: str, at: int, end: int, verb: str) -> tuple[int, dict[str, str]]:
    """Where what belongs to the verb ends after `at`, and what it tells: whom it was
    said to (`addressee`), where (`medium`) and when (`said_on`)."""
    told: dict[str, str] = {}
    if verb.casefold() in TELL or verb.casefold() in _WARN:
        when = _NEXT_DAY.match(view, at, end)
        match = None if when else _WHOM.match(view, at, end)
        if not match and not when and verb.casefold() in TELL:
            match = ADDRESSEE.match(view, at, end)
        if match:
            told["addressee"], at = _whom(match)
    for _ in range(5):
        match = TIME.match(view, at, end)
        if match and not THEN_VERB.match(view, match.end(), end):
            # "Said the next day would be hard" is no time.
            told.setdefault("said_on", _bare(match.group()))
            at = match.end()
            continue
        match = MEDIUM.match(view, at, end)
        if match:
            told.setdefault("medium", " ".join(match["medium"].split()))
            at = match.end()
            continue
        to = _TO.match(view, at, end)
        match = ADDRESSEE.match(view, to.end(), end) if to else None
        if match:
            whom, at = _whom(match)
            told.setdefault("addressee", whom)
            continue
        match = (
            _ADVERB.match(view, at, end)
            or _PLACE.match(view, at, end)
            or WHEN_ASKED.match(view, at, end)
            or _BETWEEN_COMMAS.match(view, at, end)
            or _SEEN.match(view, at, end)
            or ("addressee" in told and _WHO.match(view, at, end))
            or _FACT.match(view, at, end)
            or _OF_WHOM.match(view, at, end)
            or _AT_LAST.match(view, at, end)
        )
        if not match:
            break
        at = match.end()
    if told.get("addressee") in ("him", "her", "them", "us", "me", "it", "you"):
        del told["addressee"]
    return at, told


#: The period of "U.S." or "Orm Inc." is theirs, any other the sentence's.
_OWN_PERIOD = re.compile(r"(?:(?<!\w)[A-Z]|Inc|Ltd|Co|Corp|Jr|Sr)\.$")


def _whom(match: re.Match[str]) -> tuple[str, int]:
    """The addressee that `match` found, and where it ends."""
    whom = match["to"]
    if whom.endswith(".") and not _OWN_PERIOD.search(whom):
        return whom[:-1], match.end() - 1
    return whom, match.end()


_ON = re.compile(r"(?:(?:early|late|later|earlier) (?=on ))?(?:on|in) ", re.IGNORECASE)


def _bare(time: str) -> str:
    return _ON.sub("", " ".join(time.strip(" ,\t\u00a0").split()))
