"""Finding quotes: what stands in quotation marks, and what a verb reports.

A sentence is read with its quotations hidden. Each word that reports, its cue, takes
the quotation or the clause beside it, and its subject is the speaker.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.spans import Fragment, Value
from workbench.suggest import foreign, prefill
from workbench.suggest.borders import bordered
from workbench.suggest.lexicon import alternatives
from workbench.suggest.passages import Passages, Sentence
from workbench.suggest.reading import WORDS, Quote, all_quoted, alone
from workbench.suggest.sentences import Reader
from workbench.suggest.speakers import Names
from workbench.suggest.subjects import PAPERS
from workbench.suggest.suggestion import UNKNOWN, Suggestion
from workbench.suggest.titles import BODIES


def find(passages: Passages, names: Names) -> list[Suggestion]:
    """The quotes of a text in order."""
    found: list[Quote] = []
    carried: str | None = None
    early: list[Quote] = []
    peoples: dict[str, foreign.People] = {}
    for number, line in enumerate(passages.lines):
        language = foreign.language_of_line(passages.text, *line)
        announced: str | None = None
        if language is None:
            reader = _Line(passages, names, line, headline=number < 3, carried=carried)
            quotes = list(reader.quotes())
            announced = reader.announced
        else:
            people = peoples.setdefault(
                language.code, foreign.People(passages.visible, language)
            )
            quotes = list(
                foreign.quotes(
                    passages, people, line, headline=number < 3, carried=carried
                )
            )
            for quote in quotes:
                quote.role = quote.role or people.role_of(quote.speaker or "")
        found += quotes
        if number < 3:
            early += quotes
        spoken = [q.speaker for q in quotes if q.speaker and q.speaker != UNKNOWN]
        carried = announced or (spoken[-1] if spoken else None)
    for quote in early:
        if quote.speaker and quote.speaker != UNKNOWN:
            if peoples:
                _said_elsewhere(passages.text, quote, found)
            else:
                quote.speaker = names.again(quote.speaker)
        else:
            _said_elsewhere(passages.text, quote, found)
    # Bounds, here and of the quotes looked through: they keep odd texts quick.
    for quote in [quote for quote in found if quote.rule in _WITHOUT_CUE][:50]:
        _said_elsewhere(passages.text, quote, found)
    return [
        suggestion
        for quote in _over_paragraphs(found)
        if (suggestion := _suggestion(passages.text, quote, names)) is not None
    ]


#: A line all in marks: somebody goes on, or it is a heading.
_WITHOUT_CUE = ("quote.alone", "quote.carried")


def _said_elsewhere(text: str, quote: Quote, found: list[Quote]) -> None:
    """Gives a quote of a headline, or of one between paragraphs, the speaker of a
    quote of the text that has its words."""
    words = _plain_words(text, quote)
    closes = text[max(0, quote.fragments[-1][1] - 3) : quote.fragments[-1][1]]
    if words.count(" ") < 1 or (
        quote.rule == "quote.carried" and any(mark in closes for mark in ".,!?…")
    ):
        # A heading has no period; “I know it.” goes on with what was said.
        return
    for other in found[:200]:
        if (
            other is not quote
            and other.speaker
            and other.speaker != UNKNOWN
            and f" {words} " in f" {(said := _plain_words(text, other))} "
            and (other.rule not in _WITHOUT_CUE or len(said) > len(words))
        ):
            quote.speaker, quote.role = other.speaker, other.role
            return


def _plain_words(text: str, quote: Quote) -> str:
    said = " ".join(text[start:end] for start, end in quote.fragments)
    return " ".join(re.findall(r"\w+", said[:2000].casefold()))


def _over_paragraphs(found: list[Quote]) -> Iterator[Quote]:
    """The quotes, those of several paragraphs joined under whichever cue they have."""
    held: Quote | None = None
    for quote in found:
        if held is not None and quote.goes_on:
            told = quote if quote.rule == "quote.cue" or held.speaker is None else held
            held.fragments += quote.fragments
            joined = replace(told, fragments=held.fragments, opens=quote.opens)
            held = joined if quote.opens else None
            if held is None:
                yield joined
            continue
        if held is not None:
            yield held
            held = None
        if quote.opens:
            held = quote
        else:
            yield quote
    if held is not None:
        yield held


def _suggestion(text: str, quote: Quote, names: Names) -> Suggestion | None:
    fragments = [bordered(text, *fragment, "quote") for fragment in quote.fragments]
    kept = sorted({fragment for fragment in fragments if fragment is not None})
    joined: list[Fragment] = []
    for start, end in kept:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    # A mark that ends its line by mistake is no fragment.
    joined = [fragment for fragment in joined if WORDS.search(text, *fragment)]
    if not joined:
        return None
    attributes: dict[str, Value] = {"type": prefill.quote_type(text, joined)}
    speaker = (quote.speaker or "").strip()
    attributes["speaker"] = speaker if WORDS.search(speaker) else UNKNOWN
    role = quote.role or names.role_of(speaker)
    if role and WORDS.search(role):
        attributes["speaker_role"] = role
    if quote.polarity:
        attributes["polarity"] = quote.polarity
    attributes.update(quote.told)
    return Suggestion(
        "quote", tuple(joined), quote.rule, quote.score, attributes, quote.cue
    )


# --- one line -------------------------------------------------------------------------


@dataclass(slots=True)
class _Line:
    """One paragraph being read."""

    passages: Passages
    names: Names
    line: Fragment
    headline: bool
    carried: str | None
    #: Whose words the next line has, by the colon that this one ends in.
    announced: str | None = None

    def quotes(self) -> Iterator[Quote]:
        """Its quotes, in order."""
        #: The direct quote that its cue closed last: wholly quoted sentences join it.
        self_open: Quote | None = None
        for sentence in self.passages.sentences(*self.line):
            if all_quoted(self.passages.view, sentence):
                if self_open is not None:
                    self_open.fragments += [
                        (q.start, q.end) for q in sentence.quotations
                    ]
                    self_open.opens = sentence.quotations[-1].opens
                    continue
                quote = alone(sentence, self.carried)
                yield quote
                continue
            if self_open is not None:
                yield self_open
                self_open = None
            words = self.passages.view[sentence.start : sentence.end][:200]
            self.names.mind(words)
            if _SHE.search(words):
                self._mind_title(words)
            reader = Reader(
                self.passages.view, self.passages.text, self.names, sentence
            )
            quotes = list(reader.read(self.headline))
            if quotes and reader.closing is quotes[-1]:
                self_open = quotes.pop()
            yield from quotes
            if not quotes and self_open is None:
                known = self.names.last
                self._mind(sentence)
                if self.names.last != known:
                    self.carried = self.names.last
            self.announced, role = reader.announced
            if self.announced:
                self.names.learn(self.announced, role)
            spoken = [q.speaker for q in (*quotes, self_open) if q and q.speaker]
            if spoken:
                self.carried = spoken[-1]
        if self_open is not None:
            yield self_open

    def _mind(self, sentence: Sentence) -> None:
        """Remembers whom a sentence without a quote is about: "she" may be they."""
        words = self.passages.view[
            sentence.start : min(sentence.end, sentence.start + 160)
        ]
        source = _SOURCE.match(words)
        found = self.names.speaker(source["who"]) if source else None
        if found and found[0][0].isupper():
            # A line of its own tells who says what the next ones have.
            self.names.learn(*found)
            return
        asked = _WHEN_ASKED.match(words)
        words = words[asked.end() :] if asked else words
        if self._mind_title(words):
            return
        paper = _PAPER.match(words)
        if paper:
            # "An internal memo contradicts this. It warns that …".
            told = paper["what"]
            self.names.last_thing = told[0].lower() + told[1:]
        body = _BODY.match(words)
        found = self.names.speaker(body["what"]) if body else None
        if found:
            # "The foreign ministry summoned the envoy. It said …".
            self.names.last_thing = found[0]
        for about in _ABOUT.finditer(words):
            found = self.names.speaker(about.group("who"))
            if found and (found[1] or self.names.spoke(found[0])):
                self.names.learn(*found)
                return
        self.names.honoured(words)

    def _mind_title(self, words: str) -> bool:
        """Remembers somebody with a title who does something in these words."""
        subject = _DOES.match(words)
        found = self.names.speaker(subject["who"]) if subject else None
        if found and found[1] and found[0][:1].isupper():
            self.names.learn(*found)
            return found[1] != "Dr"
        return False


#: It begins with its letters, since letters are quicker to find than a border.
_SHE = re.compile(r"he\b(?:(?<=\Whe)|(?<=\Wshe))")
_ABOUT = re.compile(
    r"(?:\A|,[^\S\n]+)(?P<who>[^\W\d_a-z][^,;:]{2,60}?,[^,;:]{3,80},(?=[^\S\n]+[a-z])"
    r"|(?:[^\W\d_a-z][\w.-]*[^\S\n]+){1,5}(?=[a-z]))"
)
#: "Finance minister Kwame Orm met …": somebody with a title does something.
_DOES = re.compile(
    r"(?!(?:He|She|They|It|We|I|You|There)\b)"
    r"(?P<who>(?:[\w.’'-]+[^\S\n]+){1,7}?[^\W\d_a-z][\w’'-]*)[^\S\n]+(?=[a-z])"
)
_BODY = re.compile(
    rf"(?P<what>(?:[\w.’'-]+[^\S\n]+){{0,5}}?(?:{alternatives(BODIES)}))"
    r"(?:,[^\S\n]which[^\S\n][^,;:.]{2,80},)?[^\S\n]+[a-z]",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?P<what>(?:An?|The|One|His|Her|Its|Their|This)[^\S\n]+(?:[\w’'-]+[^\S\n]+){0,4}?"
    rf"(?:{alternatives(PAPERS)}))\b"
)
#: "Source: Ida Orm, head of the board, on Telegram".
_SOURCE = re.compile(
    r"Sources?[^\S\n]?:[^\S\n]+(?P<who>[^;:]+?)"
    r"(?:,?[^\S\n](?:on|in|via|during|at|to)[^\S\n][^,]*)?\.?$"
)
#: "Asked by the paper whether he would, Orm laughed."
_WHEN_ASKED = re.compile(
    r"(?:Asked|Pressed|Questioned|Speaking|Told)\b[^,;:]{0,120},[^\S\n]"
)
