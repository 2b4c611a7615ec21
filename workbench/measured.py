"""Articles as the documents that agreement is measured on.

The one place that says who takes part: annotators who have submitted. Whoever has only
begun is absent, and so is gold, which is no annotator.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from workbench.agreement import Document, Report, Unit, Values, report, summary
from workbench.agreement.values import Interval
from workbench.dataset import FINISHED, AnnotationSet, ArticleRecord

#: Whose sets are compared unless one asks for others.
ANNOTATORS = ("human",)


#: Whose sets count by whether suggestions were shown to them.
AIDED = ("all", "aided", "unaided")


def document(
    record: ArticleRecord,
    kinds: Collection[str] = ANNOTATORS,
    aided: str = "all",
) -> Document:
    """The finished sets of an article by annotators of `kinds`, as a document; of
    people only those `aided` by suggestions, or *unaided*, when asked for."""
    taking = [s for s in record.sets if s.kind in kinds and _fits(s, aided)]
    return Document(
        record.article.id,
        len(record.article.text),
        {_name(s, kinds): _units(s) for s in taking if s.status in FINISHED},
        tuple(_name(s, kinds) for s in taking),
    )


def joined(first: Document, second: Document) -> Document:
    """Two readings of one text as one document, with the annotators of both."""
    return Document(
        first.id,
        first.length,
        {**second.annotators, **first.annotators},
        tuple({*first.assigned, *second.assigned}),
    )


def report_of(
    records: Iterable[ArticleRecord],
    *,
    bootstrap: int = 1000,
    seed: int = 0,
    aided: str = "all",
) -> Report:
    """The report of the annotators' finished sets of some articles, as of a batch."""
    documents = (document(record, aided=aided) for record in records)
    return report(concerned(documents, aided), bootstrap=bootstrap, seed=seed)


def concerned(documents: Iterable[Document], aided: str) -> Iterator[Document]:
    """All of the documents, or those that one of the `aided` or *unaided* people has:
    that nobody of them finished another tells nothing."""
    return (one for one in documents if aided == "all" or one.assigned)


def _fits(set_: AnnotationSet, aided: str) -> bool:
    return set_.kind != "human" or aided == "all" or set_.aided == (aided == "aided")


# --- against gold ---------------------------------------------------------------------

#: How gold is called among annotators; nobody else is called so.
GOLD = "(gold)"


@dataclass(frozen=True, slots=True)
class Score:
    """A number with its 95 % interval, each None where it is undefined."""

    value: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class LabelScore:
    """How one annotator stands to gold in a label, or in all of them (None).

    `own` and `gold` are how many units each has in the articles that the annotator
    finished.
    """

    label: str | None
    exact: Score
    soft: Score
    own: int
    gold: int


@dataclass(frozen=True, slots=True)
class AttributeScore:
    """In which share of `units`, marked as gold has them, an attribute has the value of
    gold, and alpha of it."""

    attribute: str
    same: Score
    alpha: float | None
    units: int


@dataclass(frozen=True, slots=True)
class Against:
    """One annotator against gold, over the articles that both have."""

    annotator: str
    articles: int
    labels: tuple[LabelScore, ...]
    attributes: tuple[AttributeScore, ...]


def with_gold(labelled: ArticleRecord, gold: AnnotationSet) -> Document:
    """The finished sets of an article by annotators, and gold beside them as GOLD."""
    found = document(labelled)
    return Document(found.id, found.length, {**found.annotators, GOLD: _units(gold)})


def against_gold(
    documents: Iterable[Document], *, bootstrap: int = 1000, seed: int = 0
) -> list[Against]:
    """Each annotator of some documents made by `with_gold` against gold, by name.

    F1 against gold is the harmonic mean of the share of gold that the annotator found
    and the share of the annotator's units that are gold. The intervals are made as
    those of every report.
    """
    documents = list(documents)
    values = Values(summary(documents), bootstrap, seed)
    names = {name for one in documents for name in one.annotators} - {GOLD}
    return [_against(name, documents, values) for name in sorted(names)]


def _against(name: str, documents: Iterable[Document], values: Values) -> Against:
    pair = f"{name}|{GOLD}"
    both = [one for one in documents if name in one.annotators]

    def units(who: str, label: str | None) -> int:
        return sum(
            label in (None, unit.label) for one in both for unit in one.annotators[who]
        )

    def score(full: str) -> Score:
        return Score(values.number(full), values.interval(full))

    labels = []
    for label in (None, *values.of.labels):
        part = f"[{label}]" if label else ""
        own, gold = units(name, label), units(GOLD, label)
        if own or gold or label is None:
            labels.append(
                LabelScore(
                    label,
                    score(f"f1_exact{part}:{pair}"),
                    score(f"f1_soft{part}:{pair}"),
                    own,
                    gold,
                )
            )
    attributes = []
    for attribute in values.of.attributes:
        part = f"{{{attribute}}}:{pair}"
        number = int(values.number(f"attr_units{part}") or 0)
        if number:
            attributes.append(
                AttributeScore(
                    attribute,
                    score(f"attr_same{part}"),
                    values.number(f"attr_alpha_nominal{part}"),
                    number,
                )
            )
    return Against(name, len(both), tuple(labels), tuple(attributes))


def _name(set_: AnnotationSet, kinds: Collection[str]) -> str:
    """Who it is; of several kinds, with the kind: a model may bear a person's name."""
    return set_.annotator if len(kinds) == 1 else f"{set_.annotator} ({set_.kind})"


def _units(set_: AnnotationSet) -> list[Unit]:
    return [Unit(a.fragments, a.label, a.attributes) for a in set_.annotations]
