"""Reading Arabic, where the verb comes first and its subject behind it."""

from workbench.suggest.foreign.languages import words
from workbench.suggest.foreign.people import Token
from workbench.suggest.foreign.reader import Reader
from workbench.suggest.foreign.sentence import Cue

#: "And", "so", which are written with the next word.
_JOINED = ("و", "ف")
#: Adverbs and adjuncts that end a subject.
_ENDS = words(
    "في خلال أثناء على عبر أمام بعد قبل يوم أمس اليوم الاثنين الثلاثاء الأربعاء "
    "الخميس الجمعة السبت الأحد لوكالة لصحيفة للصحفيين للصحافيين لقناة وهو وهي إنه "
    "في_بيان من إلى بأن عن ل مساء صباح"
)
_BY = words("وفقا ووفقا وفقاً ووفقاً طبقا وطبقا طبقاً استنادا")
_SAYING = words(
    "قائلا قائلة قائلاً مضيفا مضيفة مضيفاً مؤكدا مؤكدة مؤكداً موضحا موضحة أيضا أيضاً "
    "بدوره بدورها كذلك"
)


class ArabicReader(Reader):
    """Reads one sentence; who speaks is told by the reading of Arabic names."""

    def _cue(self, at: int) -> Cue | None:
        word = self.words[at]
        low = word.low
        for bare in (low, low[1:] if low.startswith(_JOINED) else ""):
            if bare and () in self.grammar.verbs.get(bare, ()):
                denies = bare in self.language.set_of("denying")
                return Cue(at, at + 1, word.start, word.end, denies)
            if bare in _BREATH:
                denies = bare.startswith("ناف")
                return Cue(at, at + 1, word.start, word.end, denies, pronoun="")
        return None

    def subject(
        self, cue: Cue, *, before: bool = True
    ) -> tuple[tuple[str, str | None] | None, int]:
        """The subject behind a verb, else who spoke last."""
        end = cue.last
        spoke = self.speaker or self.people.last
        last: tuple[str, str | None] | None = (spoke, None) if spoke else None
        if cue.pronoun == "":
            return last, end
        while end < len(self.words) and end - cue.last < 14:
            word = self.words[end]
            if not word.is_word and word.text not in ("،", ","):
                break
            if word.text in ("،", ","):
                following = self.words[end + 1 : end + 4]
                names = 0
                for token in following:
                    if (
                        not token.is_word
                        or token.low in self.grammar.that
                        or token.low in _ENDS | _SAYING
                    ):
                        break
                    names += 1
                closes = end + 1 + names < len(self.words) and self.words[
                    end + 1 + names
                ].text in ("،", ",")
                if not names or not closes or names > 3:
                    break
                end += 1
                continue
            if (
                word.low in self.grammar.that
                or word.low in _SAYING
                or (end > cue.last and word.low in _ENDS and not self._titled(end))
            ):
                break
            end += 1
        part = self.words[cue.last : end]
        if not part or part[0].low in _ENDS | self.grammar.that:
            # "The mayor, Orm, declined to comment, but she denied that".
            ahead = self.words[self.done : cue.first]
            named = self.people.arabic.speaker(self.phrase(ahead)) if ahead else None
            return named or last, end
        who = self.people.arabic.speaker(self.phrase(part))
        if who and () in self.grammar.verbs.get(who[0].split()[0].lstrip("وف"), ()):
            who = self.phrase(part), None
        return who or last, end

    def _according_at(self, at: int) -> int | None:
        """ "According to", with or without the preposition that joins the next word."""
        if at + 1 < len(self.words) and self.words[at].low in _BY:
            if self.words[at + 1].low.startswith("ل"):
                return at + 1
            return None
        return super()._according_at(at)

    def _source(self, part: list[Token]) -> tuple[str, str | None] | None:
        phrase = self.phrase(part)
        if phrase.startswith("لل"):
            phrase = "ال" + phrase[2:]
        elif (
            part
            and part[0].start
            and self.words[0].low in _BY
            and phrase.startswith("ل")
        ):
            phrase = phrase[1:]
        return self.people.arabic.speaker(phrase)

    def _titled(self, end: int) -> bool:
        """Whether "in" belongs to a title: "head of the office in the city, Orm"."""
        return self.words[end].low == "في" and any(
            word.text in ("،", ",") for word in self.words[end + 1 : end + 6]
        )

    def left(self, cue: Cue) -> list[Token]:
        return []


#: "Adding that": in the same breath.
_BREATH = words(
    "مضيفا مضيفة مضيفاً مؤكدا مؤكدة مؤكداً مشيرا مشيرة مشيراً موضحا موضحة موضحاً "
    "معتبرا معتبرة معتبراً محذرا محذرة محذراً لافتا لافتة نافيا نافية نافياً مبينا "
    "كاشفا"
)
