"""What differs between two versions of a dataset: added, removed, moved, changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.adjudication.cases import Source, cases
from workbench.dataset import AnnotationSet, ArticleRecord
from workbench.spans import Annotation

#: What may have become of an annotation. Moved is other words; changed is another
#: label, attribute or link; what moved and changed is called moved, and says both.
KINDS = ("added", "removed", "moved", "changed")


@dataclass(frozen=True, slots=True)
class Difference:
    """One annotation that differs: before, after, and in what."""

    kind: str
    before: Annotation | None
    after: Annotation | None
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetDifference:
    """What differs in one set of an article. `none` are the labels that only one of the
    versions says are missing; `status` before and after, when they differ."""

    annotator: str
    kind: str
    annotations: tuple[Difference, ...]
    rejected: tuple[Difference, ...]
    none: tuple[str, ...]
    status: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class ArticleDifference:
    """What differs in one article.

    `state` is *added*, *removed*, *changed*, or *text* when the same id stands for
    another text, which is then not compared any further. `metadata` names what differs
    of title, outlet and the like.
    """

    article: str
    state: str
    text: str
    sets: tuple[SetDifference, ...] = ()
    metadata: tuple[str, ...] = ()


_METADATA = ("title", "outlet", "url", "published", "language")


def differences(
    old: Iterable[ArticleRecord],
    new: Iterable[ArticleRecord],
    symmetric: Sequence[str] = (),
) -> list[ArticleDifference]:
    """What differs, article by article, by id; [] when nothing does.

    Annotations are aligned as the cases of two people are, so that ids do not matter.
    Sets are held against each other by kind and annotator; gold also under different
    names where an article has one gold set in both: the names of versions differ.
    """
    before = {record.article.id: record for record in old}
    after = {record.article.id: record for record in new}
    found = []
    for id in sorted({*before, *after}):
        a, b = before.get(id), after.get(id)
        if a and b:
            one = _article(a, b, symmetric)
            if one:
                found.append(one)
        else:
            there = b or a
            if there:
                state = "added" if b else "removed"
                alone = tuple(_alone(s, state) for s in there.sets)
                found.append(ArticleDifference(id, state, there.article.text, alone))
    return found


def counts(found: Iterable[ArticleDifference]) -> dict[str, int]:
    """How many annotations were added, removed, moved and changed."""
    counted = Counter(
        one.kind
        for article in found
        for set_ in article.sets
        for one in set_.annotations
    )
    return {kind: counted[kind] for kind in KINDS}


def _article(
    a: ArticleRecord, b: ArticleRecord, symmetric: Sequence[str]
) -> ArticleDifference | None:
    if a.article.sha256 != b.article.sha256:
        return ArticleDifference(a.article.id, "text", b.article.text)
    metadata = tuple(
        n for n in _METADATA if getattr(a.article, n) != getattr(b.article, n)
    )
    sets = []
    for old, new in _pairs(a.sets, b.sets):
        if old and new:
            one = _set(old, new, symmetric)
            if one:
                sets.append(one)
        elif new:
            sets.append(_alone(new, "added"))
        elif old:
            sets.append(_alone(old, "removed"))
    if not sets and not metadata:
        return None
    return ArticleDifference(
        a.article.id, "changed", b.article.text, tuple(sets), metadata
    )


def _pairs(
    a: Sequence[AnnotationSet], b: Sequence[AnnotationSet]
) -> list[tuple[AnnotationSet | None, AnnotationSet | None]]:
    old = {(s.kind, s.annotator): s for s in a}
    new = {(s.kind, s.annotator): s for s in b}
    pairs: list[tuple[AnnotationSet | None, AnnotationSet | None]] = []
    for kind in sorted({kind for kind, _ in {*old, *new}}):
        left = [s for s in old.values() if s.kind == kind]
        right = [s for s in new.values() if s.kind == kind]
        if kind == "gold" and len(left) == len(right) == 1:
            pairs.append((left[0], right[0]))
        else:
            names = sorted({s.annotator for s in (*left, *right)})
            pairs += [(old.get((kind, n)), new.get((kind, n))) for n in names]
    return pairs


def _alone(set_: AnnotationSet, state: str) -> SetDifference:
    def one(annotation: Annotation) -> Difference:
        if state == "added":
            return Difference("added", None, annotation)
        return Difference("removed", annotation, None)

    return SetDifference(
        set_.annotator,
        set_.kind,
        tuple(one(a) for a in sorted(set_.annotations, key=lambda a: a.order)),
        tuple(one(a) for a in sorted(set_.rejected, key=lambda a: a.order)),
        tuple(sorted(set_.none)),
        None,
    )


def _set(
    old: AnnotationSet, new: AnnotationSet, symmetric: Sequence[str]
) -> SetDifference | None:
    annotations = _aligned(old, new, symmetric)
    rejected = _aligned(
        AnnotationSet("", annotations=old.rejected),
        AnnotationSet("", annotations=new.rejected),
        (),
    )
    none = tuple(sorted(set(old.none) ^ set(new.none)))
    status = (old.status, new.status) if old.status != new.status else None
    if not (annotations or rejected or none or status):
        return None
    return SetDifference(new.annotator, new.kind, annotations, rejected, none, status)


def _aligned(
    old: AnnotationSet, new: AnnotationSet, symmetric: Sequence[str]
) -> tuple[Difference, ...]:
    found = []
    for case in cases(
        [
            Source("old", old.annotations, old.relations),
            Source("new", new.annotations, new.relations),
        ],
        symmetric,
    ):
        was, is_ = case.of("old"), case.of("new")
        if was is None and is_:
            found.append(Difference("added", None, is_.annotation))
        elif is_ is None and was:
            found.append(Difference("removed", was.annotation, None))
        elif was and is_:
            a, b = was.annotation, is_.annotation
            differs = list(case.differs)
            if a.label != b.label and a.attributes != b.attributes:
                differs.append("attribute")
            if (a.note or "", a.unsure) != (b.note or "", b.unsure):
                differs.append("note")
            if differs:
                kind = "moved" if "boundary" in differs else "changed"
                found.append(Difference(kind, a, b, tuple(differs)))
    return tuple(found)


def before_and_after(one: Difference) -> Mapping[str, tuple[object, object]]:
    """Each attribute that differs, with its value before and after; None for none."""
    old = one.before.attributes if one.before else {}
    new = one.after.attributes if one.after else {}
    return {
        name: (old.get(name), new.get(name))
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    }
