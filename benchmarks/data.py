"""Articles in an invented language, the same ones on every run."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from workbench.dataset import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Record,
    article_record,
)
from workbench.spans import Annotation, Fragment, Relation, Value
from workbench.store import connect, migrations, people, records

_ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "dr", "st")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_CODAS = ("", "", "l", "n", "r", "s", "nd", "m")

OUTLETS = tuple(f"Outlet {letter}" for letter in "ABCDEFGH")


def _lexicon(rng: random.Random, size: int) -> list[str]:
    def syllable() -> str:
        return rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)

    return ["".join(syllable() for _ in range(rng.randint(1, 3))) for _ in range(size)]


_WORDS = _lexicon(random.Random(1), 4_000)


def text(seed: int, length: int) -> str:
    """Paragraphs of 250 to 650 characters, `length` in all, with quotes and figures."""
    rng = random.Random(seed)
    paragraphs = [" ".join(_sentence(rng, 7)).capitalize()]
    size = len(paragraphs[0])
    while size < length:
        paragraph = ""
        wanted = rng.randint(250, 650)
        while len(paragraph) < wanted:
            words = " ".join(_sentence(rng, rng.randint(8, 22)))
            if rng.random() < 0.25:
                speaker = f"{rng.choice(_WORDS).title()} {rng.choice(_WORDS).title()}"
                words = f"“{words.capitalize()},” {speaker} said."
            else:
                words = f"{words.capitalize()}."
            paragraph += f" {words}" if paragraph else words
        paragraphs.append(paragraph)
        size += len(paragraph) + 2
    return "\n\n".join(paragraphs)[:length].rstrip() + "\n"


def _sentence(rng: random.Random, length: int) -> list[str]:
    words = rng.choices(_WORDS, k=length)
    if rng.random() < 0.3:
        words[rng.randrange(length)] = f"{rng.randint(2, 98)} percent"
    return words


def words_of(body: str) -> list[Fragment]:
    """Where the words of a text stand."""
    found: list[Fragment] = []
    at = 0
    for word in body.split():
        at = body.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found


def annotations(body: str, count: int, seed: int) -> tuple[Annotation, ...]:
    """Spread over the text; a third of each label, figures often inside claims."""
    rng = random.Random(seed)
    words = words_of(body)
    step = len(words) / count
    made: list[Annotation] = []
    for number in range(count):
        first = int(number * step)
        label = ("quote", "claim", "figure")[number % 3]
        size = {"quote": 12, "claim": 8, "figure": 2}[label]
        if label == "figure" and rng.random() < 0.6:
            first = max(0, first - int(step))
        last = min(len(words) - 1, first + size - 1)
        fragments: tuple[Fragment, ...] = ((words[first][0], words[last][1]),)
        if label == "quote" and rng.random() < 0.15 and last + 6 < len(words):
            fragments += ((words[last + 3][0], words[last + 6][1]),)
        # The workbench counts its own ids a1, a2, …: these are free of them.
        made.append(Annotation(f"m{number + 1}", label, fragments, _told(rng, label)))
    return tuple(made)


def _told(rng: random.Random, label: str) -> dict[str, Value]:
    speaker = f"{rng.choice(_WORDS[:60]).title()} {rng.choice(_WORDS[:60]).title()}"
    if label == "quote":
        return {"type": "direct", "speaker": speaker}
    if label == "figure":
        value = rng.randint(2, 98)
        return {"kind": "percent", "value": value, "unit": "percent"}
    return {"asserted_by": speaker, "checkable": "checkable"}


def article(number: int, length: int) -> Article:
    """An article of about `length` characters."""
    body = text(number, length)
    rng = random.Random(number)
    return Article(
        id=f"x{number:05}",
        title=body.partition("\n")[0],
        text=body,
        outlet=rng.choice(OUTLETS),
        published=f"2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        language="art",
    )


def record(
    number: int,
    length: int,
    marks: int,
    *,
    annotator: str = "lead",
    status: str = "in_progress",
) -> ArticleRecord:
    """An article with one annotation set of `marks` annotations and a few links."""
    made = article(number, length)
    if not marks:
        return ArticleRecord(made)
    found = annotations(made.text, marks, number)
    quotes = [a.id for a in found if a.label == "quote"]
    claims = [a.id for a in found if a.label == "claim"]
    links = tuple(
        Relation(f"r{n}", "expresses", quote, claim)
        for n, (quote, claim) in enumerate(zip(quotes, claims, strict=False), 1)
        if n % 3 == 0
    )
    set_ = AnnotationSet(annotator, "human", status, "1", (), found, links)
    return ArticleRecord(made, (set_,))


def database(path: Path, made: Iterator[ArticleRecord]) -> None:
    """A new database with a lead, whose sets those of the annotator "lead" are."""
    migrations.migrate(path)
    db = connect(path)
    try:
        people.lead(db)
        done = records.bring_in(db, list(made))
        if done.problems:
            raise ValueError(f"The made articles do not import: {done.problems[0][1]}")
    finally:
        db.close()


def lines(made: Iterator[ArticleRecord]) -> Iterator[str]:
    """The records as lines of a .jsonl file."""
    for one in made:
        exchanged: Record = article_record(one)
        yield json.dumps(exchanged, ensure_ascii=False) + "\n"
