"""How well suggestions do against gold: hits by label and rule, attributes, misses.

A hit is *exact* when every fragment lies at the very offsets. It is an *overlap* when
the two share at least half of the characters of either: as many pairs one to one as
there can be, those that share most preferred. F1 is then `f1_exact` and `f1_iou50` of
`workbench.agreement`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.agreement.matching import Edge, components, heaviest
from workbench.spans import Annotation, Fragment, Value
from workbench.suggest.suggestion import Suggestion

#: What two spans must share of the characters of either, to be about the same thing.
HALF = 0.5
_STEPS = 1 << 30  # A share as a whole number of these; a pair weighs more than any.


@dataclass(slots=True)
class Score:
    """How many were suggested, how many the gold has, and how many are in both."""

    made: int = 0
    wanted: int = 0
    exact: int = 0
    overlap: int = 0

    def precision(self, hits: int) -> float | None:
        """Hits by suggestions; None where nothing was suggested."""
        return hits / self.made if self.made else None

    def recall(self, hits: int) -> float | None:
        """Hits by gold; None where the gold has nothing."""
        return hits / self.wanted if self.wanted else None

    def f1(self, hits: int) -> float | None:
        """The harmonic mean of both; None where neither side has anything."""
        both = self.made + self.wanted
        return 2 * hits / both if both else None


@dataclass(frozen=True, slots=True)
class Difference:
    """Where suggestions and gold differ: one of them, or two that only overlap.

    `article` is what the evaluation was told; `place` is where it lies there, by the
    gold if that has it; texts are cut from the article.
    """

    article: str
    label: str
    place: Fragment
    made: Suggestion | None
    gold: Annotation | None
    made_text: str
    gold_text: str

    @property
    def kind(self) -> str:
        """*missed*, *false* or *borders*."""
        if self.made is None:
            return "missed"
        return "false" if self.gold is None else "borders"


@dataclass(frozen=True, slots=True)
class Wrong:
    """An attribute of an exact hit that the gold has otherwise; None: not suggested."""

    article: str
    label: str
    attribute: str
    place: Fragment
    text: str
    made: Value | None
    gold: Value


@dataclass(slots=True)
class Accuracy:
    """Of the exact hits where the gold has an attribute: how many there are, of how
    many one was suggested, and of how many the right one."""

    wanted: int = 0
    made: int = 0
    right: int = 0


@dataclass(slots=True)
class Evaluation:
    """The sums over all articles that were added.

    `kinds` names for a label the attribute whose values have a score of their own, as
    {"quote": "type"}. The gold of a rule is that of its label: its recall says how much
    of it this rule finds alone.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    articles: int = 0
    labels: dict[str, Score] = field(default_factory=dict)
    by_kind: dict[tuple[str, str], Score] = field(default_factory=dict)
    by_rule: dict[tuple[str, str], Score] = field(default_factory=dict)
    attributes: dict[tuple[str, str], Accuracy] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)

    def add(
        self,
        article: str,
        text: str,
        made: Iterable[Suggestion],
        gold: Iterable[Annotation],
        labels: Collection[str],
    ) -> None:
        """Count what was suggested for `text` against its gold, label by label.

        Only `labels` are compared: what no rule suggests cannot be missed.
        """
        self.articles += 1
        made, gold = list(made), list(gold)
        for label in labels:
            self._add_label(
                article,
                text,
                label,
                sorted((m for m in made if m.label == label), key=_place),
                sorted((a for a in gold if a.label == label), key=_place),
            )
        for (label, _), rule in self.by_rule.items():
            rule.wanted = self.labels[label].wanted

    def _add_label(
        self,
        article: str,
        text: str,
        label: str,
        made: Sequence[Suggestion],
        gold: Sequence[Annotation],
    ) -> None:
        exact = dict(exact_pairs(made, gold))
        close = dict(overlap_pairs(made, gold))
        of = self.labels.setdefault(label, Score())
        of.made, of.wanted = of.made + len(made), of.wanted + len(gold)
        of.exact, of.overlap = of.exact + len(exact), of.overlap + len(close)
        for i, one in enumerate(made):
            rule = self.by_rule.setdefault((label, one.rule), Score())
            rule.made += 1
            rule.exact += i in exact
            rule.overlap += i in close
        self._add_kinds(label, made, gold)
        for i, j in exact.items():
            self._add_attributes(article, label, text, made[i], gold[j])
        self.differences += _differences(article, text, label, made, gold, exact, close)

    def _add_kinds(
        self, label: str, made: Sequence[Suggestion], gold: Sequence[Annotation]
    ) -> None:
        attribute = self.kinds.get(label)
        if attribute is None:
            return
        told = [one.attributes.get(attribute) for one in made]
        right = [one.attributes.get(attribute) for one in gold]
        for value in sorted({str(v) for v in (*told, *right) if v is not None}):
            ours = [m for m, its in zip(made, told, strict=True) if its == value]
            theirs = [a for a, its in zip(gold, right, strict=True) if its == value]
            of = self.by_kind.setdefault((label, value), Score())
            of.made, of.wanted = of.made + len(ours), of.wanted + len(theirs)
            of.exact += len(list(exact_pairs(ours, theirs)))
            of.overlap += len(list(overlap_pairs(ours, theirs)))

    def _add_attributes(
        self, article: str, label: str, text: str, made: Suggestion, gold: Annotation
    ) -> None:
        for name, value in gold.attributes.items():
            of = self.attributes.setdefault((label, name), Accuracy())
            told = made.attributes.get(name)
            is_right = told is not None and plain(told) == plain(value)
            of.wanted += 1
            of.made += told is not None
            of.right += is_right
            if not is_right:
                words = _words(text, gold.fragments)
                place = (gold.start, gold.end)
                wrong = Wrong(article, label, name, place, words, told, value)
                self.wrong.append(wrong)


def plain(value: Value) -> Value:
    """A value as it is compared: a name is the same with and without its article."""
    if isinstance(value, str):
        return re.sub(r"^(?:the|an?) ", "", " ".join(value.casefold().split()))
    return value


def exact_pairs(
    made: Sequence[Suggestion], gold: Sequence[Annotation]
) -> Iterator[tuple[int, int]]:
    """The places of those with the same fragments, one to one."""
    places: dict[tuple[Fragment, ...], list[int]] = {}
    for j in reversed(range(len(gold))):
        places.setdefault(gold[j].fragments, []).append(j)
    for i, one in enumerate(made):
        if places.get(one.fragments):
            yield i, places[one.fragments].pop()


def overlap_pairs(
    made: Sequence[Suggestion], gold: Sequence[Annotation]
) -> Iterator[tuple[int, int]]:
    """The places of those that share half of their characters, one to one.

    Both are in text order.
    """
    edges: list[Edge] = []
    first = 0
    reach = _reach(gold)
    for i, one in enumerate(made):
        while first < len(gold) and reach[first] <= one.start:
            first += 1
        for j in range(first, len(gold)):
            if gold[j].start >= one.end:
                break
            part = share(one.fragments, gold[j].fragments)
            if part >= HALF:
                edges.append((i, j, len(made) * 2 * _STEPS + round(part * _STEPS)))
    for group in components(edges):
        yield from ((i, j) for i, j, _ in heaviest(group))


def _reach(gold: Sequence[Annotation]) -> list[int]:
    """Where the last of each and all before it ends."""
    found: list[int] = []
    for one in gold:
        found.append(max(one.end, found[-1] if found else 0))
    return found


def share(a: Iterable[Fragment], b: Iterable[Fragment]) -> float:
    """The characters of both by those of either."""
    a, b = list(a), list(b)
    both = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    either = sum(e - s for s, e in a) + sum(e - s for s, e in b) - both
    return both / either


def _place(one: Suggestion | Annotation) -> tuple[int, int]:
    return one.start, one.end


def _differences(
    article: str,
    text: str,
    label: str,
    made: Sequence[Suggestion],
    gold: Sequence[Annotation],
    exact: Mapping[int, int],
    close: Mapping[int, int],
) -> list[Difference]:
    """What is not in `exact`, in text order; those that overlap are one difference."""
    hit = set(exact.values())
    pairs = {i: j for i, j in close.items() if i not in exact and j not in hit}
    paired = set(pairs.values())
    found: list[tuple[Suggestion | None, Annotation | None]] = [
        (one, gold[pairs[i]] if i in pairs else None)
        for i, one in enumerate(made)
        if i not in exact
    ]
    found += [
        (None, one) for j, one in enumerate(gold) if j not in hit and j not in paired
    ]
    told = [
        Difference(
            article,
            label,
            (here.start, here.end),
            one,
            other,
            _words(text, one.fragments) if one else "",
            _words(text, other.fragments) if other else "",
        )
        for one, other in found
        if (here := other or one)
    ]
    return sorted(told, key=lambda one: one.place[0])


def _words(text: str, fragments: Iterable[Fragment]) -> str:
    return " … ".join(text[start:end] for start, end in fragments)
