"""What is a clause, a subject or a noun: the grammar that quotes are found by."""

import re

from workbench.suggest.lexicon import PASTS, listed
from workbench.suggest.titles import is_name

_S = r"[^\S\n]+"
AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must"
    r"|shall|should|do|does|did|cannot)\b"
    r"|['’](?:s|re|ve|ll|d)\b(?=\s+(?:been|a|an|the|not|no|in|to)\b)|n['’]t\b"
)
FINITE = re.compile(rf"{AUXILIARY.pattern}|[^\W\d_]{{2,}}(?:ed|s|t|n|w|k|ew)\b")
#: What stands behind a "that" which opens a clause, and is no "that night".
CLAUSE_AFTER_THAT = (
    rf"(?:(?:the|an?|its|his|her|their|it|he|she|they|we|there|only|no|not|nobody|none"
    rf"|all|some|most|more|less|fewer|about|almost|nearly|another|any|every|each|both"
    rf"|many|several|few|this|these|those|two|three|four|five|six|seven|eight|nine|ten"
    rf"|one|such|in|at|on|under|after|if|when|[a-z]+s){_S}|[$€£¥]?\d"
    r"|(?-i:[^\W\d_a-z])|[“\"‘«])"
)
#: No comma within a number.
COMMA = re.compile(r",(?!(?<=\d,)\d)")


def first_comma(view: str, start: int, end: int) -> int:
    """The first comma of [start, end), or -1."""
    match = COMMA.search(view, start, end)
    return match.start() if match else -1


def last_comma(view: str, start: int, end: int) -> int:
    """The last comma of [start, end), or -1."""
    at = view.rfind(",", start, end)
    while at > start and not COMMA.match(view, at):
        at = view.rfind(",", start, at)
    return at


_BEFORE_NOUN = listed(
    "the a an his her its their our my your these those this that any no such of by "
    "for with in during at on from into about over amid despite through every each "
    "false to after being when if be is was were been are not self as than"
)
#: Before "claims" these make a noun of it; before "said" they are who said it.
_BEFORE_PLURAL = re.compile(
    rf"(?<!\w)(?:new|more|several|some|many|most|first|last|other|all|two|three|recent"
    rf"|official|public|local){_S}$",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    rf"\b(?:(?:goes|went|going){_S}on|likes?|liked|loves?|loved|used|tends?|tended"
    rf"|wants?|wanted"
    rf"|rushed|hastened|continued){_S}to{_S}$|short{_S}of{_S}$"
)
_CAPITAL = re.compile(rf"{_S}[^\W\d_a-z]")
THEN_VERB = re.compile(
    rf"{_S}(?:will|would|has|have|had|is|are|was|were|can|could|did|may|must"
    rf"|should)(?!\w)"
)
TOLD = re.compile(rf"{_S}(?:(?:has|have|had){_S}(?:also{_S})?been|was|were)\s*$")


#: Cues of several words, which are no noun.
_PHRASES = frozenset(
    (
        "noun",
        "source",
        "withheld",
        "quoted",
        "quoting",
        "denied",
        "denied_charge",
        "urged",
        "thing",
        "put",
    )
)
#: "Did not accept": a verb, after all.
_DID_NOT = re.compile(rf"\b(?:do|does|did|could|can|would|will|should){_S}not{_S}$")
_WHO_THEY = re.compile(rf",{_S}(?:who|which|where|and|but){_S}")
_THAT_DID = re.compile(rf"[a-z]{_S}(?:that|which){_S}$")
_DETERMINED = re.compile(
    rf"(?:\b(?:the|an?|its|his|her|their|this|any)|['’]s?){_S}$", re.IGNORECASE
)
#: "A source close to her insisted": that is not hers.
_TO_HER = re.compile(
    rf"\b(?:to|with|of|by|from|beside|behind|near|around|for){_S}her{_S}$"
)
_IN_ORDER = re.compile(rf"(?<!on )\bto{_S}$|\b(?:the|an?){_S}$")
_OF_WHAT = re.compile(rf"{_S}(?:if|whether|about|by|how|why|what|when|for|to)\b")
#: No comma behind it: "Counsel, Ida Orm, asked whether it leaked."
_TO_THE_END = re.compile(r"[^,;:\n]{0,300}(?:[.!?](?:\s|$)|\n|$)")
_IT = re.compile(rf"\b(?:it|there){_S}$", re.IGNORECASE)


def is_noun(view: str, cue: re.Match[str], start: int) -> bool:
    """Whether what looks like a cue is no verb there: "her comments", "to say"."""
    if cue.lastgroup == "feeling":
        # "It is certain that" is nobody's view.
        return bool(_IT.search(view, max(start, cue.start() - 8), cue.start()))
    if cue.lastgroup == "urged":
        # "Planning to ask them to help" tells nothing that was said.
        return bool(_IN_ORDER.search(view, max(start, cue.start() - 12), cue.start()))
    head = view[max(start, cue.start() - 24) : cue.start()]
    if cue.lastgroup == "thing" and cue.group().split()[0].endswith(
        ("ll", "s", "nd", "se")
    ):
        # "Her call for calm", "Calls for him to go grew", "the rules out there".
        return not head.strip() or _ends_before_noun(head)
    if cue.lastgroup == "thing" and (_DETERMINED.search(head) or not head.strip()):
        # "The proposed housing", "Recommended cooking times".
        return True
    if cue.lastgroup in _PHRASES:
        return False
    if _DID_NOT.search(head):
        return False
    if not head.strip():
        # "Asked about it, she …": no subject stands before it.
        return True
    if cue.group()[0].isupper() and _CAPITAL.match(view, cue.end()):
        # "State Department".
        return True
    if cue.group() == "States" or (
        cue.group() == "states" and _WHO_THEY.match(view, cue.end())
    ):
        # "The United States", "the western states, who".
        return True
    if _GOING_ON.search(head):
        return False
    if (
        cue.group() == "asked"
        and head.endswith(", ")
        and _OF_WHAT.match(view, cue.end())
        and not _TO_THE_END.match(view, cue.end())
    ):
        # "Lee, asked if the deal was dead, said".
        return True
    if cue.group() == "told" and TOLD.search(head):
        return view[cue.end() : cue.end() + 1].isalpha()
    if cue.group().endswith("s") and THEN_VERB.match(view, cue.end()):
        # "The member states will", "the reports were".
        return True
    past = cue.group().endswith(("ed", "aid", "old"))
    if past and "her" in head[-5:] and _TO_HER.search(head):
        return False
    if past and _THAT_DID.search(head):
        # "A lawsuit that claimed".
        return False
    if not past and _BEFORE_PLURAL.search(head):
        return True
    return _ends_before_noun(head)


def _ends_before_noun(head: str) -> bool:
    """Whether a noun must follow these words, which are not all spaces."""
    last = head.split()[-1].casefold()
    owner = last.removesuffix("s")
    return head[-1].isspace() and (
        (owner.endswith(("'", "’")) and owner[-2:-1].isalnum())
        or last.rpartition("-")[2].lstrip("([“\"‘'") in _BEFORE_NOUN
    )


_CLAUSE = re.compile(
    rf"{AUXILIARY.pattern}|\b(?:[a-z]{{3,}}(?:ed|ing|s)|became|let|{PASTS}"
    r"|want|need|owe|have|live|pay|go|come|take|make|face|hold|remain|stay)\b"
)


def is_clause(words: str) -> bool:
    """Whether these words say something, rather than name somebody with a title."""
    if AUXILIARY.search(words):
        return True
    first, *more = COMMA.split(words)
    if more and is_name(first) and not _CLAUSE.search(first):
        # "Ida Orm, 46, took the money" is one all the same.
        return any(_CLAUSE.match(part.lstrip()) for part in more[1:])
    return _CLAUSE.search(words) is not None


_IS_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do"
    r"|does|did|be|been|that|which|because|if|to)\b"
)
_SUBJECT = re.compile(
    rf"\s*(?:(?:the|a|an|one|some|two|three|several|many|his|her|its|their|another|this"
    rf"|these|both|most|other|senior|local"
    rf"|former){_S})?[\w.’'&-]+(?:{_S}[\w.’'&-]+){{0,11}}\s*",
    re.IGNORECASE,
)
_AUXILIARY_LAST = re.compile(
    rf"{_S}(?:(?:(?:has|have|had){_S})?been|was|were|has|have|had|also|later|then)\s*$"
)


#: Behind a comma these begin something else than whoever said the clause before it.
_NO_SUBJECT = listed(
    "and but or which who as not in on at after before of for against to with from by "
    "about over amid into that while although though because if when where whereas "
    "since until so than"
)
#: "Citing intelligence reports" is what the subject does besides.
_WHILE = listed(
    "citing quoting referring speaking responding reacting commenting addressing "
    "writing including using following being having making giving holding pointing "
    "calling"
)


def is_subject(phrase: str) -> bool:
    """Whether these words between a comma and a verb can be who speaks."""
    phrase = _AUXILIARY_LAST.sub("", phrase)
    if not phrase.strip() or _SUBJECT.fullmatch(phrase) is None:
        return False
    first, *more = phrase.split()
    first = first.casefold()
    if first in _NO_SUBJECT:
        return False
    if first in ("he", "she", "they", "it", "we", "i", "there") and more:
        # "Said he first heard of it": a clause, but for "he later".
        return len(more) < 3 and not AUXILIARY.search(" ".join(more))
    if first in _WHILE:
        return False
    return not _IS_VERB.search(phrase)
