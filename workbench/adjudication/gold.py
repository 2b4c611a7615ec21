"""Gold: what the decisions of an article come to, each item with where it came from."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.adjudication.cases import Case
from workbench.adjudication.decisions import Aim, Decision
from workbench.spans import Annotation, Origin, Relation


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of an article, and its rejected proposals as hard negatives.

    `ids` tells which gold annotation a person's annotation became, by person and id.
    """

    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...]
    rejected: tuple[Annotation, ...]
    ids: Mapping[tuple[str, str], str]


def gold(
    cases: Sequence[Case],
    decisions: Mapping[str, Decision],
    *,
    by: Mapping[str, str],
    names: Mapping[str, str],
    guideline: str,
    schema: str,
    fits: Callable[[str, str, str], bool],
    symmetric: Collection[str] = (),
    abroad: Callable[[Aim, str], str | None] = lambda aim, label: None,
) -> Gold:
    """What the decided cases come to; undecided ones are left out.

    `by` tells who decided a case, by its key; `names` how people are called in the
    provenance. A link stays when both its ends became gold and `fits(type, label,
    label)` their labels; `abroad` tells where a link from that label into another
    article ends in the gold, None for nowhere. Ids count in text order, so that the
    same decisions always give the same gold.
    """
    decided = [(case, decisions[case.key]) for case in cases if case.key in decisions]

    def origin(case: Case, decision: Decision) -> Origin:
        return Origin(
            decision.path,
            tuple((names.get(p, p), id) for p, id in decision.sources),
            by.get(case.key),
            decision.reason,
            decision.rule,
            guideline or None,
            schema or None,
        )

    kept = sorted(
        (
            (replace(decision.result, origin=origin(case, decision)), case, decision)
            for case, decision in decided
            if decision.result
        ),
        key=lambda one: (one[0].order, one[1].key),
    )
    kept = [(replace(a, id=f"a{n}"), c, d) for n, (a, c, d) in enumerate(kept, 1)]
    ids = {
        (p.person, p.annotation.id): annotation.id
        for annotation, case, _ in kept
        for p in case.proposals
    }
    label_of = {annotation.id: annotation.label for annotation, *_ in kept}
    links: dict[tuple[str, str, str], None] = {}
    for annotation, _, decision in kept:
        for aim in decision.links:
            source, target = annotation.id, ids.get((aim.person, aim.target))
            if "#" in aim.target:
                target = abroad(aim, label_of[source])
            elif target and not fits(aim.type, label_of[source], label_of[target]):
                target = None
            if target is None or target == source:
                continue
            twin = (aim.type, target, source)
            if aim.type not in symmetric or twin not in links:
                links[aim.type, source, target] = None
    rejected: dict[tuple[object, ...], Annotation] = {}
    for case, decision in decided:
        if decision.result is None:
            for p in case.proposals:
                a = p.annotation
                content = (a.label, a.fragments, tuple(sorted(a.attributes.items())))
                same = tuple(
                    (names.get(other.person, other.person), other.annotation.id)
                    for other in case.proposals
                    if other.annotation.label == a.label
                    and other.annotation.fragments == a.fragments
                    and other.annotation.attributes == a.attributes
                )
                rejected.setdefault(
                    content,
                    replace(
                        a,
                        note=None,
                        unsure=False,
                        origin=replace(origin(case, decision), sources=same),
                    ),
                )
    return Gold(
        tuple(annotation for annotation, *_ in kept),
        tuple(Relation(f"r{n}", *link) for n, link in enumerate(links, 1)),
        tuple(
            replace(a, id=f"x{n}")
            for n, a in enumerate(
                sorted(rejected.values(), key=lambda a: (a.start, a.end, a.label)), 1
            )
        ),
        ids,
    )
