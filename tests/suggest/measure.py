"""How well the rules do on invented paragraphs: `python -m tests.suggest.measure [-v]`.

How well on gold, `workbench suggest --evaluate` tells. A folder that WORKBENCH_CASES
names is read too, where cases.json lists answers as [{"file", "label", "fragments",
"attrs", "text", …}]; it marks no text completely, so it can only be met or missed.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.suggest import paragraphs, unseen
from workbench import files, schema
from workbench.places import shipped
from workbench.suggest.boilerplate import regions
from workbench.suggest.evaluation import Evaluation, plain
from workbench.suggest.find_figures import find as find_figures
from workbench.suggest.suggesters import suggest
from workbench.text import canonical

SAMPLE = shipped("annotations", "sample")


@cache
def of_sample(claims: str = "careful") -> Evaluation:
    """The suggestions for the sample dataset against its gold."""
    made = Evaluation({"quote": "type"})
    for found in files.read([SAMPLE], schema.load()).found:
        text = found.record.article.text
        [gold] = [s for s in found.record.sets if s.kind == "gold"]
        made.add(
            found.record.article.id,
            text,
            suggest(text, claims).suggestions,
            gold.annotations,
            ("quote", "figure", "claim"),
        )
    return made


# --- the tables -----------------------------------------------------------------------


@dataclass(slots=True)
class Met:
    """How many rows were met, of how many, and what was wrong with the others."""

    hits: int = 0
    rows: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, text: str, wanted: object, got: object, hit: bool) -> None:
        """Count a row."""
        self.rows += 1
        self.hits += hit
        if not hit:
            self.misses.append(f"{text}\n    wanted {wanted}\n    got    {got}")


def quotes_of(text: str) -> list[tuple[list[str], str, str]]:
    """Of each quote its fragments, its type and its speaker without an article."""
    return [
        (
            [text[start:end] for start, end in made.fragments],
            str(made.attributes["type"]),
            str(plain(made.attributes["speaker"])),
        )
        for made in suggest(text).suggestions
        if made.label == "quote"
    ]


def figures_of(text: str) -> list[tuple[object, ...]]:
    """Of each figure its words, kind, value, upper value, unit and modifier."""
    names = ("kind", "value", "value_max", "unit", "modifier")
    return [
        (text[f.start : f.end], *(f.attributes.get(name) for name in names))
        for f in find_figures(text, regions(text))
    ]


def bases_of(text: str) -> list[object]:
    """Of what each share in the text is."""
    return [
        f.attributes.get("base")
        for f in find_figures(text, regions(text))
        if f.attributes["kind"] in ("percent", "ratio")
    ]


def claims_of(text: str) -> dict[str, dict[str, object]]:
    """The claims of a text and their attributes."""
    return {
        text[m.start : m.end]: dict(m.attributes)
        for m in suggest(text).suggestions
        if m.label == "claim"
    }


def tables(module: ModuleType) -> dict[str, Met]:
    """How many rows of each table are met: a row is met when all of it is right."""
    met: dict[str, Met] = {}

    def add(name: str, *row: Any) -> None:
        met.setdefault(name, Met()).add(*row)

    for text, wanted in module.QUOTES:
        got = quotes_of(text)
        named = [(parts, kind, plain(who)) for parts, kind, who in wanted]
        add("quotes", text, named, got, got == named)
        borders = [q[:2] for q in got] == [q[:2] for q in named]
        add("quotes but for the speaker", text, named, got, borders)
    for text, wanted in module.FIGURES:
        told = figures_of(text)
        add("figures", text, wanted, told, told == wanted)
    for text, base in module.BASES:
        of = bases_of(text)
        add("base", text, base, of, base in of if base else of == [None])
    for text, words, who, against in module.CLAIMS:
        claims = claims_of(text)
        one = claims.get(words)
        add("claims", text, words, claims, one is not None)
        for name, value in (("asserted_by", who), ("disputed_by", against)):
            if value:
                its = one and one.get(name)
                right = its is not None and plain(str(its)) == plain(value)
                add(name, text, value, its, right)
    for text in module.NO_CLAIMS:
        claims = claims_of(text)
        add("no claims", text, "none", claims, not claims)
    for text, wanted in module.BOILERPLATE:
        lines = [text[region.start : region.end] for region in regions(text)]
        right = text.split("\n") if wanted is None else wanted
        add("boilerplate", text, right, lines, lines == right)
    return met


# --- cases ----------------------------------------------------------------------------


def cases(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The texts of a folder of cases, each with its answers."""
    listed = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    for file in sorted({case["file"] for case in listed}):
        text = canonical((folder / file).read_text(encoding="utf-8")).text
        yield text, [case for case in listed if case["file"] == file]


def met_cases(folder: Path) -> dict[str, Met]:
    """Of each kind of answer in a folder of cases how many are met exactly.

    "wrong" are those that must not be met.
    """
    met: dict[str, Met] = {}
    for text, answers in cases(folder):
        made = {(m.label, m.fragments): m for m in suggest(text).suggestions}
        for answer in answers:
            label = answer["label"].split()[0]
            if label not in ("quote", "figure", "claim"):
                continue
            told = dict(re.findall(r'(\w+)=("[^"]*"|\S+)', answer["attrs"]))
            kind = f"{told.get('type', 'other')} quote" if label == "quote" else label
            kind = "wrong" if "✗" in answer["label"] else kind
            one = made.get((label, tuple(map(tuple, answer["fragments"]))))
            met.setdefault(kind, Met()).add(answer["text"], "", "", one is not None)
            if one is None:
                continue
            for name in ("speaker", "value", "modifier"):
                if name in told:
                    value, its = told[name].strip('"'), one.attributes.get(name)
                    same = plain(str(its)) == plain(value)
                    met.setdefault(name, Met()).add(answer["text"], value, its, same)
    return met


def main(say: Callable[[str], None] = print, arguments: Sequence[str] = ()) -> None:
    """Prints everything; with -v the rows that are missed, too."""
    told = [
        ("invented paragraphs, at hand when rules were mended", tables(paragraphs)),
        ("invented paragraphs that no rule was mended by", tables(unseen)),
    ]
    folder = os.environ.get("WORKBENCH_CASES")
    if folder:
        told.append((f"cases of {folder}, met exactly", met_cases(Path(folder))))
    for title, met in told:
        say(title)
        for kind, one in met.items():
            say(f"  {kind:28} {one.hits:3} of {one.rows:3}")
            if "-v" in arguments and met is not told[1][1]:
                for miss in one.misses:
                    say(f"    {miss}")


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
