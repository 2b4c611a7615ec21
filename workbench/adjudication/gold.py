"""Gold: what the decisions of an article come to, each item with where it came from."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.adjudication.cases import Case, content
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

    def sources(case: Case, people: Iterable[str]) -> tuple[tuple[str, str], ...]:
        # By the ids of now: who marked the same anew since has another one for it.
        proposals = [p for person in people if (p := case.of(person))]
        return tuple(
            (names.get(p.person, p.person), p.annotation.id) for p in proposals
        )

    def origin(case: Case, decision: Decision) -> Origin:
        return Origin(
            decision.path,
            sources(case, [person for person, _ in decision.sources]),
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
    # What somebody marked twice is gold once: the other one is no negative of it.
    positive = {content(annotation) for annotation, *_ in kept}
    rejected: dict[str, Annotation] = {}
    for case, decision in decided:
        if decision.result is not None:
            continue
        for p in case.proposals:
            said = content(p.annotation)
            if said in positive:
                continue
            same = [o.person for o in case.proposals if content(o.annotation) == said]
            made = replace(origin(case, decision), sources=sources(case, same))
            rejected.setdefault(
                said, replace(p.annotation, note=None, unsure=False, origin=made)
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
