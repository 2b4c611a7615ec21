"""Articles as the documents that agreement is measured on.

The one place that says who takes part: annotators who have submitted. Whoever has only
begun is absent, and so is gold, which is no annotator.
"""

from collections.abc import Collection, Iterable

from workbench.agreement import Document, Report, Unit, report
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
    return report(documents, bootstrap=bootstrap, seed=seed)


def _fits(set_: AnnotationSet, aided: str) -> bool:
    return set_.kind != "human" or aided == "all" or set_.aided == (aided == "aided")


def _name(set_: AnnotationSet, kinds: Collection[str]) -> str:
    """Who it is; of several kinds, with the kind: a model may bear a person's name."""
    return set_.annotator if len(kinds) == 1 else f"{set_.annotator} ({set_.kind})"


def _units(set_: AnnotationSet) -> list[Unit]:
    return [Unit(a.fragments, a.label, a.attributes) for a in set_.annotations]
