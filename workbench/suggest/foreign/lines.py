"""The quotes of a paragraph, sentence by sentence, in any of the languages."""

import re
from collections.abc import Iterator

from workbench.spans import Fragment
from workbench.suggest.foreign import dense, turkish
from workbench.suggest.foreign.arabic_reader import ArabicReader
from workbench.suggest.foreign.inside import parts_of
from workbench.suggest.foreign.languages import Language, words
from workbench.suggest.foreign.people import People, tokens
from workbench.suggest.foreign.reader import Reader
from workbench.suggest.passages import Passages, Sentence
from workbench.suggest.reading import WORDS, Quote, all_quoted, alone
from workbench.suggest.suggestion import UNKNOWN

_READERS = {"ar": ArabicReader}


def quotes(
    passages: Passages,
    people: People,
    line: Fragment,
    *,
    headline: bool,
    carried: str | None,
) -> Iterator[Quote]:
    """The quotes of a line, in order; `carried` spoke in the line before."""
    code = people.language.code
    if code in ("zh", "ja"):
        yield from dense.quotes(passages, people, line, headline=headline)
        return
    reading = _Line(passages, people, headline=headline, carried=carried)
    yield from reading.quotes(line)


class _Line:
    """One paragraph being read."""

    def __init__(
        self, passages: Passages, people: People, *, headline: bool, carried: str | None
    ) -> None:
        self.passages, self.people = passages, people
        self.headline, self.carried = headline, carried
        self.language: Language = people.language

    def quotes(self, line: Fragment) -> Iterator[Quote]:
        """Its quotes, in order."""
        going: Quote | None = None
        # Whether the sentence before was one that somebody said.
        spoken = False
        for sentence in self.passages.sentences(*line):
            if all_quoted(self.passages.view, sentence):
                split = self._split(sentence)
                if split is not None:
                    yield from [going] if going else []
                    going = split
                elif going is not None and going.rule != "quote.dialogue":
                    going.fragments += [(q.start, q.end) for q in sentence.quotations]
                    going.opens = sentence.quotations[-1].opens
                else:
                    yield from [going] if going else []
                    going = None
                    yield alone(sentence, self.carried)
                spoken = True
                continue
            dialogue = going is not None and going.rule == "quote.dialogue"
            if going is not None and dialogue and self._goes_on_dashed(sentence):
                going.fragments.append(self._dashed(sentence))
                continue
            if going is not None:
                yield going
                going = None
            found, closing = self._of(sentence)
            if not found and spoken and self._reported(sentence):
                found = [self._carried_on(sentence)]
            if not found and not dialogue:
                self.people.mind(
                    tokens(
                        self.passages.view,
                        sentence.start,
                        min(sentence.end, sentence.start + 200),
                        self.language,
                    ),
                    self.passages.text,
                )
            for quote in found:
                if quote.speaker and quote.speaker != UNKNOWN:
                    self.carried = quote.speaker
            spoken = bool(found)
            if found and closing is found[-1]:
                going = found.pop()
            yield from found
        if going is not None:
            yield going

    def _of(self, sentence: Sentence) -> tuple[list[Quote], Quote | None]:
        passages = self.passages
        if self.language.code == "tr":
            return turkish.quotes(
                passages, self.people, sentence, headline=self.headline
            )
        if self.headline:
            quote = self._of_headline(sentence)
            if quote is not None:
                return [quote], None
        reader = _READERS.get(self.language.code, Reader)(
            passages.view, passages.text, self.people, sentence
        )
        found = list(reader.read())
        for quote in found:
            self._divide(quote)
        return found, reader.closing

    def _goes_on_dashed(self, sentence: Sentence) -> bool:
        """Whether somebody goes on behind a dash: – A – mówi Orm. – B."""
        view = self.passages.view
        if view[sentence.start] not in "–—-" or sentence.quotations:
            return False
        reader = Reader(view, self.passages.text, self.people, sentence)
        return not reader.cues

    def _dashed(self, sentence: Sentence) -> Fragment:
        start, end = sentence.start + 1, sentence.end
        while self.passages.view[start].isspace():
            start += 1
        while self.passages.view[end - 1] in ".":
            end -= 1
        return start, end

    def _of_headline(self, sentence: Sentence) -> Quote | None:
        """ "Landrätin: „…“", "Burmistrz: most zamknięty"."""
        view, text = self.passages.view, self.passages.text
        if view[sentence.end - 1] in ".。" or sentence.end - sentence.start > 200:
            return None
        colon = _COLON.search(view, sentence.start, sentence.end)
        if colon is None:
            return None
        reader = Reader(view, text, self.people, sentence)
        if any(cue.end <= colon.start() for cue in reader.cues):
            return None
        before = view[sentence.start : colon.start()]
        last = before.rpartition(". ")[2].rpartition(", ")[2]
        who = self._headed(last)
        quotation = next(
            (q for q in sentence.quotations if q.start == colon.end()), None
        )
        if quotation is not None:
            if WORDS.search(view, quotation.end, sentence.end):
                return None
            span = (quotation.start, quotation.end)
        elif (
            who
            and len(view[colon.end() : sentence.end].split()) >= 3
            and not (sentence.quotations)
            and self._is_somebody(last)
        ):
            span = (colon.end(), sentence.end)
        else:
            return None
        if text[span[1] - 1] == "?" and quotation is None:
            return None
        speaker, role = who or (None, None)
        return Quote(
            [span],
            "quote.headline",
            0.7,
            speaker,
            role,
            cue=(colon.start("sign"), colon.start("sign") + 1),
        )

    def _headed(self, phrase: str) -> tuple[str, str | None] | None:
        """Who a headline's words before its colon are, as far as they begin so."""
        known = tokens(phrase, 0, len(phrase), self.language)
        people, language = self.people, self.language
        end = len(known)
        for place, token in enumerate(known):
            if place and (
                token.low
                in language.set_of("adjuncts")
                | language.set_of("linking")
                | language.set_of("finite")
            ):
                end = place
                break
        if not known or end == 0:
            return None
        words = phrase[known[0].start : known[end - 1].end]
        found = people.speaker(words)
        if found and (
            known[-1].low in language.set_of("bodies")
            or people.is_title(known[0].low)
            or people.is_title(known[end - 1].low)
            or people.named(known[end - 1].text) != known[end - 1].text
            or found[0] in self.passages.text.replace(phrase, "", 1)
        ):
            if end < len(known) and not people.is_title(known[0].low):
                return None
            return found
        return None

    def _is_somebody(self, phrase: str) -> bool:
        known = tokens(phrase, 0, len(phrase), self.language)
        bodies = self.language.set_of("bodies")
        return 0 < len(known) <= 4 and (
            self.people.is_title(known[0].low)
            or known[-1].low in bodies
            or self.people.named(known[-1].text) != known[-1].text
        )

    def _split(self, sentence: Sentence) -> Quote | None:
        """A sentence all in marks with its attribution inside of them."""
        first = sentence.quotations[0]
        parts = parts_of(self.passages.text, first.start, first.end, self.people)
        if parts is None or len(sentence.quotations) > 1:
            return None
        fragments, who, cue = parts
        if who:
            self.people.learn(*who)
            self.carried = who[0]
        speaker, role = who or (None, None)
        return Quote(
            fragments, "quote.cue", 0.8, speaker, role, {"type": "direct"}, cue=cue
        )

    def _divide(self, quote: Quote) -> None:
        """Takes an attribution inside of its marks out of a direct quote."""
        if len(quote.fragments) != 1 or quote.opens or quote.goes_on:
            return
        start, end = quote.fragments[0]
        if not any(
            q.start == start and q.end == end for q in self.passages.within(start, end)
        ):
            return
        parts = parts_of(self.passages.text, start, end, self.people)
        if parts is None:
            return
        fragments, who, cue = parts
        quote.fragments, quote.cue = fragments, cue
        quote.told["type"] = "direct"
        if who:
            quote.speaker, quote.role = who
            self.people.learn(*who)

    def _reported(self, sentence: Sentence) -> bool:
        """Whether the mood of its verb says that somebody said a sentence."""
        if not self.language.reported or not self.carried or sentence.quotations:
            return False
        known = tokens(self.passages.view, sentence.start, sentence.end, self.language)
        if any(token.text == ":" for token in known):
            return False
        return (
            len(known) > 4
            and any(token.low in _ONLY_REPORTED for token in known[1:8])
            and (known[-1].text == ".")
        )

    def _carried_on(self, sentence: Sentence) -> Quote:
        end = sentence.end
        while self.passages.view[end - 1] in ".!":
            end -= 1
        return Quote([(sentence.start, end)], "quote.reported", 0.6, self.carried)


_COLON = re.compile(r"[^\S\n]?(?P<sign>:)[^\S\n]+")
#: What no other mood is written like.
_ONLY_REPORTED = words(
    "sei seien habe werde könne müsse wolle dürfe gebe stehe komme gehe wisse bleibe "
    "liege brauche"
)
