"""Agreement of 1,000 articles by three annotators, beside the libraries people use.

The others are installed into an environment of their own, and each is given the same
spans in the form it wants. Where two mean the same, their values are compared.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import data
from benchmarks.exchange import ROOT, run
from benchmarks.tables import Figure, best
from workbench import agreement, measured
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.spans import Annotation

_ARTICLES, _LENGTH, _MARKS = 1_000, 4_000, 29
_PEOPLE = ("ana", "ben", "chidi")
_PEERS = ("krippendorff", "nltk", "bratiaa", "nervaluate")
#: nltk keeps a tuple and three strings of every character and annotator: gigabytes.
_FEW = 200
_NAMES = ("alpha_char", "f1_exact", "f1_overlap")


def corpus(articles: int = _ARTICLES, length: int = _LENGTH) -> Iterator[ArticleRecord]:
    """Articles with three annotators who mostly agree, the same on every run."""
    for number in range(articles):
        made = data.article(number, length)
        base = data.annotations(made.text, _MARKS, number)
        words = data.words_of(made.text)
        sets = []
        for person in _PEOPLE:
            rng = random.Random(f"{number} {person}")
            found = tuple(_differs(rng, a, words) for a in base if rng.random() < 0.9)
            sets.append(AnnotationSet(person, "human", "submitted", "1", (), found))
        yield ArticleRecord(made, tuple(sets))


def _differs(
    rng: random.Random, annotation: Annotation, words: Sequence[tuple[int, int]]
) -> Annotation:
    """The annotation as another person might have it: one in five ends elsewhere."""
    start, end = annotation.fragments[0]
    if rng.random() < 0.2:
        last = next(i for i, word in enumerate(words) if word[1] >= end)
        end = words[min(len(words) - 1, last + rng.choice((1, 2)))][1]
    return replace(annotation, fragments=((start, end),))


def _longer(record: ArticleRecord, times: int) -> ArticleRecord:
    """The same spans in a text that many times as long."""
    article = record.article
    body = article.text * times
    return replace(record, article=Article(article.id, article.title, body))


def _seconds(documents: Sequence[agreement.Document], jobs: int = 1) -> float:
    begun = time.perf_counter()
    whole = agreement.summary(documents, jobs=jobs)
    agreement.report(whole, bootstrap=0)
    return time.perf_counter() - begun


def figures(articles: int = _ARTICLES) -> Iterator[Figure]:
    """Ours alone, then against each of the others."""
    what = f"of {articles:,} articles x {len(_PEOPLE)} x {_MARKS}"
    documents = [measured.document(one) for one in corpus(articles)]
    longer = [measured.document(_longer(one, 10)) for one in corpus(articles)]
    half = documents[: articles // 2]
    one, two, long, few = best(
        lambda: _seconds(documents),
        lambda: _seconds(documents, jobs=2),
        lambda: _seconds(longer),
        lambda: _seconds(half),
    )
    yield Figure(f"Agreement, report {what}", min(one, two), "s", goal=1.5)
    yield Figure("… texts ten times as long, ratio", long / one, "", goal=1.2)
    yield Figure("… twice the articles, ratio", one / few, "", goal=2.4)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "in.jsonl"
        source.write_text("".join(data.lines(corpus(articles))), "utf-8")
        peaks: list[float] = []

        def reported() -> float:
            taken, peak = run("agreement", str(source), "--json")
            peaks.append(peak)
            return taken

        [taken] = best(reported)
        yield Figure(f"`agreement` {what}, from JSONL", taken, "s", goal=3)
        yield Figure("… its peak memory", max(peaks), "MB", goal=150)
        yield from _against(folder, documents)


def _against(folder: Path, documents: list[agreement.Document]) -> Iterator[Figure]:
    python = _environment(folder)
    few = documents[:_FEW]
    rows = (
        ("krippendorff", "alpha_char", documents, 50, True),
        ("nltk", "alpha_char", few, 200, True),
        ("bratiaa", "f1_exact", documents, 10, True),
        # It counts touching spans as overlapping, and many to one.
        ("nervaluate", "f1_overlap", documents, 5, False),
    )
    for peer, name, asked, goal, is_same in rows:
        given = folder / "spans.json"
        given.write_text(json.dumps([_plain(one) for one in asked]), "utf-8")
        theirs = _told(python, peer, given)
        own = [_told(sys.executable, "workbench", given, name) for _ in range(3)]
        ours = min(own, key=lambda told: told["seconds"])
        if is_same and abs(theirs["value"] - ours["value"]) > 1e-6:
            raise RuntimeError(f"{peer}: {theirs['value']}; {name}: {ours['value']}.")
        yield Figure(
            f"{name} of {len(asked):,} articles, times as fast as {peer}",
            theirs["seconds"] / ours["seconds"],
            "",
            goal=goal,
            at_least=True,
        )
        if ours["peak"]:
            yield Figure(
                f"… memory of {peer}, the spans included", theirs["peak"], "MB"
            )
            yield Figure("… ours, the spans included", ours["peak"], "MB")


def _told(python: Path | str, *arguments: object) -> dict[str, float]:
    """What one library tells of itself: seconds, value, peak MB."""
    found: dict[str, float] = json.loads(
        subprocess.run(
            [
                python,
                Path(__file__).with_name("agreement_peers.py"),
                *map(str, arguments),
            ],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ).stdout
    )
    return found


def _plain(document: agreement.Document) -> dict[str, object]:
    return {
        "length": document.length,
        "annotators": {
            name: [(*unit.fragments[0], unit.label) for unit in units]
            for name, units in document.annotators.items()
        },
    }


def _environment(folder: Path) -> Path:
    """A Python that has the other libraries, and none of ours."""
    place = folder / "peers"
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    python = place / "bin" / "python"
    command = [python, "-m", "pip", "install", "--quiet", *_PEERS]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return python
