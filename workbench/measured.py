"""Articles as the documents that agreement is measured on.

The one place that says who takes part: annotators who have submitted. Whoever has only
begun is absent, and so is gold, which is no annotator.
"""

from collections.abc import Collection, Iterable

from workbench.agreement import Document, Report, Unit, report
from workbench.dataset import FINISHED, AnnotationSet, ArticleRecord

#: Whose sets are compared unless one asks for others.
ANNOTATORS = ("human",)


def document(record: ArticleRecord, kinds: Collection[str] = ANNOTATORS) -> Document:
    """The finished sets of an article by annotators of `kinds`, as a document."""
    taking = [s for s in record.sets if s.kind in kinds]
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
    records: Iterable[ArticleRecord], *, bootstrap: int = 1000, seed: int = 0
) -> Report:
    """The report of the annotators' finished sets of some articles, as of a batch."""
    return report(map(document, records), bootstrap=bootstrap, seed=seed)


def _name(set_: AnnotationSet, kinds: Collection[str]) -> str:
    """Who it is; of several kinds, with the kind: a model may bear a person's name."""
    return set_.annotator if len(kinds) == 1 else f"{set_.annotator} ({set_.kind})"


def _units(set_: AnnotationSet) -> list[Unit]:
    return [Unit(a.fragments, a.label, a.attributes) for a in set_.annotations]
