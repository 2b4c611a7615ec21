"""Where the clause ends that somebody is reported with, and who closes a sentence."""

import re
from bisect import bisect_right
from itertools import pairwise

from workbench.suggest import cues, lexicon, marks
from workbench.suggest.clauses import (
    AUXILIARY,
    CLAUSE_AFTER_THAT,
    FINITE,
    first_comma,
    is_clause,
    is_subject,
    last_comma,
)
from workbench.suggest.lexicon import PASTS
from workbench.suggest.passages import HIDDEN
from workbench.suggest.reading import WORDS, Reading
from workbench.suggest.titles import has_title, is_name

_S = r"[^\S\n]+"
#: How far a cue looks to its left and right.
_REACH = 900
#: What the speaker does in the same breath, and not what is said.
_SPEAKING = (
    "citing|calling|accusing|blaming|describing|referring|speaking|pointing|urging"
    "|praising|thanking|dismissing|denouncing|branding|likening|echoing|quoting"
    "|vowing|pledging|defending|criticising|criticizing|condemning"
)
_DOES = lexicon.alternatives(
    cues.forms(
        "accuse blame call urge praise criticise criticize thank condemn describe "
        "dismiss denounce apologise apologize ask appeal vow pledge demand order "
        "defend reject offer invite"
    )
)
_BACKGROUND = re.compile(
    rf",[”\"’'»]?{_S}(?:which|who|whose|where|whom|although|though|while|whereas|after|before|as"
    rf"|amid|following|despite|when|since|according|in{_S}(?:a|what|an){_S}[\w-]+{_S}"
    rf"(?:that|which|to)|(?:a|an|the){_S}[^,.;]{{1,60}}?{_S}(?:that|which|who|where)"
    rf"|(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several"
    rf"|just"
    rf"|only|barely|less{_S}than|more{_S}than){_S}){{0,3}}"
    rf"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?){_S}(?:after|before"
    rf"|ago|earlier|later)|(?:an?|the){_S}(?:move|allegation|accusation|charge|claim"
    rf"|assertion|figure|number|estimate|suggestion|account|version)"
    rf"|an?{_S}(?:[\w’'-]+{_S}){{0,3}}"
    rf"(?:cut|rise|increase|drop|fall|decline|jump|gain|loss|record|sum|total|level"
    rf"|rate|sign"
    rf"|step|decision|measure|proposal|result|reference)|(?:just|barely|far"
    rf"|well){_S}[a-z]+"
    rf"|without{_S}[a-z]+ing|(?:setting|reviving|raising|fuelling|fueling|sparking"
    rf"|prompting"
    rf"|triggering|dealing|handing|marking|capping|deepening|heightening|stoking"
    rf"|dashing|paving"
    rf"|casting|adding|contradicting|confirming|echoing|overturning){_S}|(?:and|but){_S}(?:he"
    rf"|she|they)|(?:and|but){_S}(?:left|went|has|have|had"
    rf"|is|was|were|will|would|[a-z]+ed)|(?:an?|one"
    rf"|two){_S}(?:half|thirds?|quarters?"
    rf"|fifths?){_S}of)\b"
    rf"|,?{_S}and{_S}(?:{_DOES})(?!\w)|,{_S}(?:{_SPEAKING})(?!\w)|{_S}(?:—|–|--?){_S}|;"
    rf"|:{_S}(?=[^\W\d_a-z]|[{re.escape(marks.MARKS)}])"
)
#: "Said it was over and refused to comment": the second verb has the same subject.
_JOINED = re.compile(
    rf"(?<!sooner),?{_S}(?:and|but|or|yet){_S}(?:(?:has|have|had|also|later|then|would|did){_S}"
    rf"|[a-z]+ly{_S}){{0,2}}$"
)
#: How far a cue looks back for an "and" before it, and for a turn of eight words.
_LONGEST_JOINT = 80
_LONGEST_TURN = 200
#: Where more words than these report behind one another, it is no sentence of news.
_MOST_CUES = 12
_TURN = re.compile(
    rf",{_S}(?:and|but|while|yet)(?:{_S}(?!that{_S}{CLAUSE_AFTER_THAT})|,)"
    rf"|(?<!no[ ]one)(?<!body)(?<!everyone)(?<!anyone)(?<!thing)(?<!none)"
    rf"(?<!\ball)(?<!else){_S}but{_S}(?=[^\W\d_a-z]|the\b)"
)
_IN_ASIDE = re.compile(rf",{_S}(?:which|who){_S}[^,;:]{{2,140}}$")
_DID = re.compile(rf",{_S}(?:[a-z]{{3,}}ed|says|{PASTS})\b")
#: "After Orm said in May that": what is said ends before the main clause.
_FRONTED = re.compile(
    rf"[“\"‘']?(?:while|although|though|after|because|since|even{_S}(?:though|as|if)|once"
    rf"|whereas|when){_S}(?:[^,;:]{{2,120}}|[^,;:]{{2,60}},[^,;:]{{2,60}},{_S})$",
    re.IGNORECASE,
)
_INCLUDING = re.compile(rf"\b(?:including|such{_S}as|because|since){_S}$")
#: "Costs $30,000, which is “ten times cheaper”": so much the speaker said, too.
_WHICH_IS = re.compile(
    rf",{_S}which{_S}(?:is|are|was|were)(?:{_S}(?:also|now|still|only|about|just|some"
    rf"|almost|nearly))?{_S}"
)
#: "Left out the sick, who are many, and that few were women".
_AND_THAT = re.compile(rf",{_S}and{_S}(?=that{_S}{CLAUSE_AFTER_THAT})")
_TO = re.compile(rf"(?:not{_S})?to{_S}")
#: "The goal, according to Orm, is to …": the clause goes on.
GOES_ON = re.compile(
    rf",{_S}(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must"
    rf"|should|do"
    rf"|does|did)(?!\w))"
)
_TIES = re.compile(
    r"[,;:—–]|\b(?:and|but|or|that|which|who|what|where|when|because|if|as|than|how"
    r"|while|whether|why|to|not|been|be)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    rf"\s*(?:(?:the|an?|one|its|his|her|their){_S}|[\w-]+['’]s?{_S}[a-z])",
    re.IGNORECASE,
)
#: "…, the palace said, adding that": that is no part of the clause either.
_BESIDE = re.compile(rf",{_S}[a-z]{{3,}}ing{_S}")
_LEAD = re.compile(rf",(?:{_S}(?:and|but|while))?{_S}$")


class Ends(Reading):
    """A sentence, and the borders of the clauses in it."""

    def end_of_clause(self, at: int) -> int:
        """Where the reported clause at `at` ends, conservatively."""
        limit = min(self.end, at + 2 * _REACH)
        end = limit
        cut = self._background(at, limit)
        if cut and not self._goes_on_quoted(cut, limit):
            end = cut.start()
        fronted = self._end_of_fronted(at, end)
        if fronted is not None:
            return fronted
        end = self._end_of_aside(at, end)
        first = bisect_right(self.cues, at + 8, key=re.Match.start)
        for cue in self.cues[first : first + _MOST_CUES]:
            # Words of a cue further on are none of this clause's end.
            if cue.start() > min(limit - 1, end + _LONGEST_TURN) or end < at + 8:
                break
            if cue is self.cues[-1] and cue.start() < end:
                closing = self.closed_by(cue, at)
                end = closing if closing is not None else end
            joined = _JOINED.search(
                self.view, max(at, cue.start() - _LONGEST_JOINT), cue.start()
            )
            if joined and joined.start() < end and self.reports(cue):
                end = joined.start()
                continue
            if cue.start() >= end and cue.lastgroup in ("source", "ing"):
                continue
            if cue["source"] and self.view[cue.start() - 2] == ",":
                end = cue.start() - 2
            elif cue["ing"]:
                lead = _LEAD.search(self.view[at : cue.start()])
                if lead:
                    end = at + lead.start()
            else:
                turns = [
                    turn.start()
                    for turn in _TURN.finditer(
                        self.view, max(at, cue.start() - _LONGEST_TURN), cue.start()
                    )
                    if len(self.view[turn.end() : cue.start()].split()) <= 8
                ]
                if turns and turns[-1] < end:
                    end = turns[-1]
        # A quotation is never cut in two.
        for quotation in self.sentence.quotations:
            if quotation.start < end < quotation.end:
                end = quotation.end
        return end

    def _background(self, at: int, limit: int) -> re.Match[str] | None:
        """What begins that the reporter adds to the clause at `at`."""
        cut = _BACKGROUND.search(self.view, at + 6, limit)
        aside = cut and cut.group().startswith(",") and not _TO.match(self.view, at)
        if cut and aside:
            # "People like Orm, a baker who fell ill, have": the verb comes behind it.
            head = self.text[at : cut.start()]
            behind = first_comma(self.view, cut.end(), limit)
            trucks = behind > 0 and len(head.split()) < 5 and not AUXILIARY.search(head)
            goes_on = trucks and GOES_ON.match(self.view, behind)
            if behind > 0 and (goes_on or not is_clause(head)):
                cut = _BACKGROUND.search(self.view, behind, limit)
        more = _AND_THAT.search(self.view, cut.start(), limit) if cut else None
        if (
            cut
            and more
            and not any(cut.start() < cue.start() < more.start() for cue in self.cues)
        ):
            return self._background(more.end(), limit)
        return cut if cut and self.view[cut.end() : limit].strip() else None

    def _end_of_aside(self, at: int, end: int) -> int:
        """The comma that ends an aside: "The bank, which said it would, declined"."""
        if not _IN_ASIDE.search(self.view, max(self.start, at - 160), at):
            return end
        comma = first_comma(self.view, at, end)
        if comma < 0:
            return end
        goes_on = GOES_ON.match(self.view, comma) or _DID.match(self.view, comma)
        return comma if goes_on else end

    def _end_of_fronted(self, at: int, end: int) -> int | None:
        """The comma that ends a clause of a sentence's first words: "While Orm says it
        holds, its owner …"."""
        if not _FRONTED.match(self.view, self.start, at):
            return None
        verb = FINITE.search(self.view, at, end)
        comma = first_comma(self.view, verb.end(), end) if verb else -1
        return comma if comma > 0 and WORDS.search(self.view, comma, self.end) else None

    def _goes_on_quoted(self, cut: re.Match[str], limit: int) -> bool:
        """Whether what looks like background has words of the speaker in it: "which
        is so, including “…”"."""
        quoted = self.view.find(HIDDEN, cut.start(), limit)
        if quoted < 0:
            return False
        quotation = next(
            (
                q
                for q in self.free
                if q.start <= quoted < q.end and q.start > cut.start()
            ),
            None,
        )
        if quotation is None:
            return False
        between = self.view[cut.start() : quotation.start]
        apart = any(cut.start() < cue.start() < quotation.start for cue in self.cues)
        holds = _INCLUDING.search(between) or _WHICH_IS.fullmatch(between)
        return not apart and holds is not None

    def closed_by(self, cue: re.Match[str], at: int) -> int | None:
        """The comma before a last cue that closes the sentence: ", the palace said"."""
        if (
            cue["noun"]
            or cue["source"]
            or cue["ing"]
            or cue["withheld"]
            or cue["urged"]
        ):
            return None
        after, _ = cues.around(self.view, cue.end(), self.end, cue.group())
        comma = last_comma(self.view, at, cue.start())
        if comma < 0:
            return None
        if not self.view[comma + 1 : cue.start()].strip():
            # ", said its spokesman, Bo Orm."
            return self._before_apposed(cue, at, comma, after)
        aside = _BESIDE.match(self.view, after, self.end)
        if WORDS.search(self.view, after, self.end) and not aside:
            return None
        start = self.before_role(at, comma)
        behind = self.view[comma + 1 : cue.start()]
        if start == comma and is_subject(behind):
            return comma
        if is_subject(behind) and is_name(self.view[start + 1 : comma].strip()):
            return start
        # ", Bo Orm, deputy head of the board, said".
        earlier = last_comma(self.view, at, comma)
        name = self.view[earlier + 1 : comma].strip() if earlier > 0 else ""
        if (
            name
            and is_name(name)
            and name[0].isupper()
            and not AUXILIARY.search(behind)
        ):
            return earlier
        return comma if is_subject(behind) else None

    def _before_apposed(
        self, cue: re.Match[str], at: int, comma: int, after: int
    ) -> int | None:
        """The comma before ", said Bo Orm" or ", Bo Orm, its head, said"."""
        if WORDS.search(self.view, after, self.end):
            who = self.view[cue.end() : self.end].strip(" .")
            named = is_subject(who.replace(",", "")) and not AUXILIARY.search(who)
            return comma if named and cue.group().casefold() not in cues.TELL else None
        middle = last_comma(self.view, at, comma)
        first = last_comma(self.view, at, middle) if middle > 0 else -1
        if first < 0:
            return None
        parts = self.view[first + 1 : middle].strip(), self.view[middle + 1 : comma]
        named = any(is_name(part.strip()) for part in parts)
        return first if named and not any(map(AUXILIARY.search, parts)) else None

    def reports(self, cue: re.Match[str]) -> bool:
        """Whether a verb that may be about deeds, too, reports something here."""
        if cue["noun"] or cue["source"] or cue["ing"]:
            return False
        if cue["urged"]:
            # "And told them to go", but not "and would ask them to go".
            return cue.group().split()[0].endswith(("ed", "old"))
        if cue.group().casefold() not in cues.AMBIGUOUS:
            return True
        after, _ = cues.around(self.view, cue.end(), self.end, cue.group())
        following = self.view[after : after + 6].strip(" ,:")
        return following[:1] in marks.MARKS or following.startswith(("that", "to "))

    def before_role(self, start: int, comma: int) -> int:
        """The comma before a subject, or before what its owner is: ", the head of the
        board, Ida Orm said"."""
        before = last_comma(self.view, start, comma)
        part = self.view[before + 1 : comma]
        owned = before > start and _APPOSED.match(part) and has_title(part)
        return before if owned and not AUXILIARY.search(part) else comma

    def before_main_verb(self, at: int, end: int) -> int:
        """Where the clause at `at` ends whose noun is the subject of another verb:
        "the news that it will sell is raising doubts"."""
        verbs = list(AUXILIARY.finditer(self.view, at, end))
        for first, second in pairwise(verbs[:4]):
            between = self.view[first.end() : second.start()]
            if WORDS.search(between) and not _TIES.search(between):
                return second.start() - 1
        return end
