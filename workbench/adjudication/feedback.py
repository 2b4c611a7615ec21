"""What one annotator has otherwise than gold: for training, not for a ranking."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from workbench.adjudication.cases import Proposal, Source, cases
from workbench.dataset import AnnotationSet
from workbench.spans import Annotation, Value

#: A link by its type, and what it ends at; None in another article.
End = tuple[str, Annotation | None]


@dataclass(frozen=True, slots=True)
class Feedback:
    """One thing that differs: what the annotator has, what gold has, and why.

    `differs` says in what, in the order of DIFFERENCES. `reason` is the adjudicator's
    code, None where none was given; `rule` is the rule that decided instead. The links
    are given where they differ.
    """

    own: Annotation | None
    gold: Annotation | None
    differs: tuple[str, ...]
    reason: str | None
    rule: str | None
    own_links: tuple[End, ...] = ()
    gold_links: tuple[End, ...] = ()

    @property
    def start(self) -> int:
        """The first code point that either marks."""
        return min(a.start for a in (self.own, self.gold) if a)

    @property
    def end(self) -> int:
        """Where the last of them ends, excluded."""
        return max(a.end for a in (self.own, self.gold) if a)

    def attributes(self) -> Mapping[str, tuple[Value | None, Value | None]]:
        """Each attribute that differs: the own value and that of gold, None for none;
        nothing where one of the two marked nothing."""
        if self.own is None or self.gold is None:
            return {}
        own, gold = self.own.attributes, self.gold.attributes
        return {
            name: (own.get(name), gold.get(name))
            for name in sorted({*own, *gold})
            if own.get(name) != gold.get(name)
        }


def feedback(
    own: AnnotationSet, gold: AnnotationSet, symmetric: Collection[str] = ()
) -> list[Feedback]:
    """What differs between an annotator's set and the gold of the same article, in text
    order; [] when nothing does. Links of a type in `symmetric` may begin at either end.
    """
    found = []
    for case in cases(
        [
            Source("own", own.annotations, own.relations),
            Source("gold", gold.annotations, gold.relations),
        ],
        symmetric,
    ):
        if case.unanimous:
            continue
        mine, theirs = case.of("own"), case.of("gold")
        a = mine.annotation if mine else None
        b = theirs.annotation if theirs else None
        why = b or (_rejected(a, own.annotator, gold) if a else None)
        origin = why.origin if why else None
        found.append(
            Feedback(
                a,
                b,
                case.differs,
                origin.reason if origin else None,
                origin.rule if origin else None,
                _ends(mine, own) if "link" in case.differs else (),
                _ends(theirs, gold) if "link" in case.differs else (),
            )
        )
    return found


def _ends(proposal: Proposal | None, of: AnnotationSet) -> tuple[End, ...]:
    known = {a.id: a for a in of.annotations}
    links = proposal.links if proposal else ()
    return tuple((link.type, known.get(link.target)) for link in links)


def _rejected(own: Annotation, name: str, gold: AnnotationSet) -> Annotation | None:
    """The hard negative that the annotation became; None when there is none, because it
    was changed since or aligned with something else."""
    same = [
        a for a in gold.rejected if (a.label, a.fragments) == (own.label, own.fragments)
    ]
    # Of several under one label and border, the one that rests on this very annotation.
    return next(
        (a for a in same if a.origin and (name, own.id) in a.origin.sources),
        same[0] if same else None,
    )
