"""All suggesters over news of 5 kB, 100 kB and 1 MB, beside cutting it into words."""

import re
import time
from collections.abc import Iterator
from itertools import count

from benchmarks.tables import Figure, best
from workbench.places import shipped
from workbench.suggest.suggesters import suggest

_WORDS = re.compile(r"\w+|[^\w\s]")
#: Characters, how they are called, rounds, and milliseconds to keep.
_SIZES = (
    (5_000, "5 kB", 30, 20.0),
    (100_000, "100 kB", 5, None),
    (1_000_000, "1 MB", 2, None),
)


def text(length: int) -> str:
    """That many characters of the sample's English articles, no paragraph twice."""
    folder = shipped("annotations", "sample") / "articles"
    paragraphs = [
        paragraph
        for path in sorted(folder.glob("*.txt"))
        if "arabic" not in path.name
        for paragraph in path.read_text("utf-8").split("\n\n")
    ]
    made: list[str] = []
    size = 0
    for lap in count():
        for paragraph in paragraphs:
            # What stands there twice is boilerplate, and would not be read.
            made.append(f"{paragraph} [{lap}]" if lap else paragraph)
            size += len(made[-1]) + 2
        if size >= length:
            return "\n\n".join(made)[:length]
    raise AssertionError


def figures() -> Iterator[Figure]:
    """Milliseconds of processor time, the claims that are eager included."""
    for length, name, rounds, goal in _SIZES:
        article = text(length)

        def suggested(article: str = article) -> float:
            begun = time.process_time()
            suggest(article, "eager")
            return (time.process_time() - begun) * 1000

        def cut(article: str = article) -> float:
            begun = time.process_time()
            for _ in _WORDS.finditer(article):
                pass
            return (time.process_time() - begun) * 1000

        ours, floor = best(suggested, cut, rounds=rounds)
        least = "one regular expression that finds every word"
        yield Figure(f"Suggest for {name}", ours, "ms", floor, least, goal)
