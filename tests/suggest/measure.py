"""How well the suggesters do: `python -m tests.suggest.measure` prints it.

Against the gold of the sample, and against a folder that WORKBENCH_CASES names, where
cases.json lists answers as [{"file", "label", "fragments", "attrs", "text", …}].
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.places import shipped
from workbench.suggest.suggesters import suggest
from workbench.suggest.suggestion import Suggestion
from workbench.text import canonical

Spans = tuple[tuple[int, int], ...]
Answer = dict[str, Any]
SAMPLE = shipped("annotations", "sample")


@dataclass(frozen=True, slots=True)
class Score:
    """How many were suggested, how many are right, and how many agree."""

    made: int
    wanted: int
    hits: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.made + self.wanted)

    def __str__(self) -> str:
        """Precision, recall and F1, as the table of docs/suggest.md has them."""
        precision, recall = self.hits / self.made, self.hits / self.wanted
        return f"{precision:5.2f} {recall:6.2f} {self.f1:5.2f}"


def sample() -> Iterator[tuple[str, list[Answer]]]:
    """The texts of the sample, each with its gold."""
    gold = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
    for work in gold["sets"]:
        path = SAMPLE / "articles" / f"{work['article']}.txt"
        yield path.read_text(encoding="utf-8"), work["annotations"]


def cases(folder: Path) -> Iterator[tuple[str, list[Answer]]]:
    """The texts of a folder of cases, each with its answers."""
    listed = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    for file in sorted({case["file"] for case in listed}):
        text = canonical((folder / file).read_text(encoding="utf-8")).text
        yield text, [case for case in listed if case["file"] == file]


def spans(answer: Answer) -> Spans:
    """The fragments of an answer."""
    return tuple((start, end) for start, end in answer["fragments"])


def share(a: Spans, b: Spans) -> float:
    """The characters of both by those of either."""
    both = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    either = sum(e - s for s, e in a) + sum(e - s for s, e in b) - both
    return both / either


def pairs(
    made: Sequence[Suggestion], gold: Sequence[Answer], least: float
) -> list[tuple[Suggestion, Answer]]:
    """Who belongs to whom, one to one, sharing at least `least` of their characters."""
    close = sorted(
        (
            (share(m.fragments, spans(a)), i, j)
            for i, m in enumerate(made)
            for j, a in enumerate(gold)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for part, i, j in close:
        if part >= least and i not in found and j not in found.values():
            found[i] = j
    return [(made[i], gold[j]) for i, j in found.items()]


def score(
    label: str, kind: str | None = None, least: float = 1.0, claims: str = "careful"
) -> Score:
    """How a label, or its quotes of type `kind`, does on the sample."""
    counted: Counter[str] = Counter()
    for text, gold in sample():
        made = [
            m
            for m in suggest(text, claims).suggestions
            if m.label == label and kind in (None, m.attributes.get("type"))
        ]
        wanted = [
            a
            for a in gold
            if a["label"] == label and kind in (None, a["attributes"].get("type"))
        ]
        counted["made"] += len(made)
        counted["wanted"] += len(wanted)
        counted["hits"] += len(pairs(made, wanted, least))
    return Score(counted["made"], counted["wanted"], counted["hits"])


def agreeing(label: str, attribute: str) -> tuple[int, int]:
    """Of the suggestions with exact borders how many have the attribute right, where
    the gold has it. A name is the same with and without its article."""
    right = asked = 0
    for text, gold in sample():
        made = [m for m in suggest(text).suggestions if m.label == label]
        wanted = [a for a in gold if a["label"] == label]
        for m, a in pairs(made, wanted, 1.0):
            if attribute in a["attributes"]:
                asked += 1
                right += plain(m.attributes.get(attribute)) == plain(
                    a["attributes"][attribute]
                )
    return right, asked


def plain(value: object) -> object:
    """A value as it is compared."""
    return re.sub(r"^the ", "", value.casefold()) if isinstance(value, str) else value


def met(folder: Path) -> dict[str, tuple[int, int, list[str]]]:
    """Of each kind of answer in a folder of cases how many are met exactly, how many
    there are, and which are missed. "wrong" are those that must not be met."""
    found: dict[str, tuple[int, int, list[str]]] = {}
    for text, answers in cases(folder):
        made = {(m.label, m.fragments): m for m in suggest(text).suggestions}
        for answer in answers:
            label = answer["label"].split()[0]
            if label not in ("quote", "figure", "claim"):
                continue
            told = dict(re.findall(r'(\w+)=("[^"]*"|\S+)', answer["attrs"]))
            kind = f"{told.get('type', 'other')} quote" if label == "quote" else label
            kind = "wrong" if "✗" in answer["label"] else kind
            one = made.get((label, spans(answer)))
            hit = one is not None
            right, total, missed = found.get(kind, (0, 0, []))
            found[kind] = (
                right + hit,
                total + 1,
                missed + [answer["text"]] * (not hit),
            )
            if one is not None and "speaker" in told:
                right, total, missed = found.get("speaker", (0, 0, []))
                same = plain(one.attributes["speaker"]) == plain(
                    told["speaker"].strip('"')
                )
                found["speaker"] = (
                    right + same,
                    total + 1,
                    missed + [told["speaker"]] * (not same),
                )
    return found


def main() -> None:
    """Prints everything."""
    print("sample gold                   precision recall   F1")
    for kind in ("direct", "mixed", "indirect"):
        print(f"{kind + ' quotes, exact':30}    {score('quote', kind)}")
    print(f"{'figures, exact':30}    {score('figure')}")
    for claims in ("careful", "eager"):
        name = f"claims, {claims}"
        print(f"{name + ', exact':30}    {score('claim', claims=claims)}")
        print(f"{name + ', overlap':30}    {score('claim', least=0.5, claims=claims)}")
    print("attributes right, of those with exact borders")
    for label, names in (
        ("quote", ("type", "speaker", "speaker_role", "polarity", "addressee")),
        ("quote", ("medium", "said_on")),
        ("figure", ("kind", "value", "value_max", "unit", "modifier", "base")),
        ("claim", ("asserted_by", "disputed_by", "checkable", "type")),
    ):
        for name in names:
            right, asked = agreeing(label, name)
            print(f"  {label} {name:14} {right} of {asked}")
    folder = os.environ.get("WORKBENCH_CASES")
    if folder:
        print(f"cases of {folder}, met exactly")
        for kind, (right, total, missed) in sorted(met(Path(folder)).items()):
            print(f"  {kind:16} {right} of {total}")
            for text in missed if kind != "wrong" else ():
                print(f"    missed: {text[:100]}")


if __name__ == "__main__":
    main()
