"""Invented news articles with every quote, figure and region marked in the text.

    ⟦"It leaks,"|+⟧ she said. ⟦"Badly."|d:Ida Holm⟧   a quote in two fragments
    {almost 97 percent|percent 97 percent almost}      kind, value[..upper], unit, modifier
    {?seven}  ⟦?to wait|i:?⟧                           either way is right
    ⟪Advertisement⟫                                    not the article

Quotes are d(irect), i(ndirect) or m(ixed). `python -m tests.suggest.news [-v]` prints how
many the rules find, borders being exact.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.spans import Fragment
from workbench.suggest.evaluation import plain
from workbench.suggest.suggesters import suggest

FOLDER = Path(__file__).with_name("news")
_CLOSED_BY = {"⟦": "⟧", "{": "}", "⟪": "⟫"}
_TYPES = {"d": "direct", "i": "indirect", "m": "mixed"}
_MODIFIERS = ["approx", "almost", "less_than", "at_most", "more_than", "at_least", "between"]


@dataclass(slots=True)
class Answer:
    """What is to be found at `fragments`; `free` where either way is right."""

    label: str
    fragments: tuple[Fragment, ...]
    attributes: dict[str, object] = field(default_factory=dict)
    free: bool = False


@dataclass(slots=True)
class Article:
    """A text and its answers."""

    name: str
    text: str
    answers: list[Answer]


def _figure(words: str) -> dict[str, object]:
    kind, *rest = words.split()
    modifier = rest.pop() if rest and rest[-1] in _MODIFIERS else "exact"
    value, _, upper = rest.pop(0).partition("..") if rest else ("", "", "")
    return {
        "kind": kind,
        "value": _value(kind, value),
        "value_max": _value(kind, upper),
        "unit": rest[0].replace("_", " ") if rest else None,
        "modifier": modifier,
    }


def _value(kind: str, word: str) -> object:
    return word or None if kind == "date" else float(word) if word else None


def read(name: str, marked: str) -> Article:
    """The article of a text with marks."""
    text: list[str] = []
    answers: list[Answer] = []
    opened: list[tuple[str, int, bool]] = []
    going: list[Fragment] = []
    size = 0
    for piece in re.findall(r"[⟦{⟪]\??|(?:\|[^|⟦⟧{}]*)?[⟧}⟫]|\|?[^⟦{⟪⟧}⟫|]+", marked):
        if piece[0] in _CLOSED_BY:
            opened.append((piece[0], size, piece.endswith("?")))
        elif piece[-1] in _CLOSED_BY.values():
            sign, start, free = opened.pop()
            assert piece[-1] == _CLOSED_BY[sign], (name, piece, marked[:60])
            told = piece[1:-1]
            if sign == "{":
                attributes = {} if free else _figure(told)
                answers.append(Answer("figure", ((start, size),), attributes, free))
            elif sign == "⟪":
                answers.append(Answer("region", ((start, size),)))
            elif told == "+":
                going.append((start, size))
            else:
                kind, _, speaker = told.partition(":")
                attributes = {"type": _TYPES[kind], "speaker": speaker}
                fragments = (*going, (start, size))
                answers.append(Answer("quote", fragments, attributes, free))
                going = []
        else:
            text.append(piece)
            size += len(piece)
    assert not opened and not going, (name, opened, going)
    return Article(name, "".join(text), answers)


def articles(folder: str) -> Iterator[Article]:
    """The articles of a folder beside this file."""
    for path in sorted((FOLDER / folder).glob("*.txt")):
        yield read(path.stem, path.read_text(encoding="utf-8").rstrip("\n"))


@dataclass(slots=True)
class Score:
    """How many were found, of how many suggested and how many wanted."""

    hits: int = 0
    made: int = 0
    wanted: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The part of what was suggested that is right."""
        return self.hits / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """The part of what was wanted that was found."""
        return self.hits / self.wanted if self.wanted else 1.0


def _same(wanted: object, got: object) -> bool:
    if isinstance(wanted, float):
        return isinstance(got, (int, float)) and abs(got - wanted) < 1e-3
    if isinstance(wanted, str) and isinstance(got, str):
        return plain(wanted) == plain(got)
    return wanted == got


def scores(folder: str) -> dict[str, Score]:
    """How well the rules do on a folder, by label, by type and by attribute."""
    met: dict[str, Score] = defaultdict(Score)
    for article in articles(folder):
        made = suggest(article.text)
        found = [
            *((m.label, tuple(m.fragments), m.attributes) for m in made.suggestions),
            *(("region", ((r.start, r.end),), {}) for r in made.regions),
        ]
        for label in ("quote", "figure", "region"):
            answers = [a for a in article.answers if a.label == label]
            got = {f: a for kind, f, a in found if kind == label}
            _compare(label, article, answers, got, met)
    return met


def _words(text: str, fragments: tuple[Fragment, ...]) -> str:
    return " … ".join(text[start:end] for start, end in fragments)


def _compare(label, article, answers, got, met) -> None:  # type: ignore[no-untyped-def]
    wanted = {a.fragments: a for a in answers if not a.free}
    free = [span for a in answers if a.free for span in a.fragments]
    for fragments, attributes in got.items():
        if fragments in wanted or any(
            start < upper and lower < end
            for start, end in fragments
            for lower, upper in free
        ):
            continue
        kind = str(attributes.get("type") or label)
        met[kind].made += 1
        told = dict(attributes)
        met[kind].wrong.append(
            f"{article.name} + {_words(article.text, fragments)} {told}"
        )
    for fragments, answer in wanted.items():
        kind = str(answer.attributes.get("type") or answer.label)
        met[kind].wanted += 1
        if fragments not in got:
            met[kind].wrong.append(
                f"{article.name} - {_words(article.text, fragments)}"
            )
            continue
        met[kind].made += 1
        met[kind].hits += 1
        for name, value in answer.attributes.items():
            its = got[fragments].get(name)
            one = met[name]
            one.wanted += 1
            one.made += 1
            if _same(value, its):
                one.hits += 1
            else:
                words = _words(article.text, fragments)
                one.wrong.append(f"{article.name} {words}: {value} not {its}")


def main(arguments: list[str]) -> None:
    """Prints the scores of each folder; with -v what is wrong."""
    for folder in ("first", "second", "third"):
        print(folder)
        for name, score in sorted(scores(folder).items()):
            told = f"{score.hits:4} of {score.made:4} made and {score.wanted:4} wanted"
            print(f"  {name:10} {told}  {score.precision:.2f} {score.recall:.2f}")
            if "-v" in arguments:
                print(*(f"      {line[:300]}" for line in score.wrong), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
