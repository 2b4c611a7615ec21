"""Cases: what several people say of the same words, and how they differ in it."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.adjudication.alignment import Item, align
from workbench.spans import Annotation, Relation, Value

#: In what the people of a case may differ, the gravest first.
DIFFERENCES = ("existence", "boundary", "label", "attribute", "link")


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a proposal: its type, and the annotation of the same person that it
    ends at. In another article that is ARTICLE#ID, and `abroad` says what it is there.
    """

    type: str
    target: str
    abroad: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What one person submitted of an article.

    `abroad` tells what a link's end in another article is, in words that are the same
    for everybody who means the same: the ids there are each person's own.
    """

    person: str
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...] = ()
    abroad: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One person's annotation in a case, with the links that begin there."""

    person: str
    annotation: Annotation
    links: tuple[Link, ...]
    #: Of what is proposed: label, words, attributes and links.
    sha256: str


@dataclass(frozen=True, slots=True)
class Case:
    """What several people say of the same words.

    `missing` are those who submitted and have nothing here; `differs` says in what they
    differ, in the order of DIFFERENCES. The key changes with anything that an
    adjudicator saw when deciding, and with nothing else.
    """

    key: str
    proposals: tuple[Proposal, ...]
    missing: tuple[str, ...]
    differs: tuple[str, ...]

    @property
    def unanimous(self) -> bool:
        """Whether everybody has it: the same words, label, attributes and links."""
        return not self.differs

    @property
    def people(self) -> int:
        """How many people submitted the article."""
        return len(self.proposals) + len(self.missing)

    @property
    def start(self) -> int:
        """The first code point that any of the proposals marks."""
        return min(p.annotation.start for p in self.proposals)

    @property
    def end(self) -> int:
        """Where the last proposal ends, excluded."""
        return max(p.annotation.end for p in self.proposals)

    def of(self, person: str) -> Proposal | None:
        """That person's proposal, or None."""
        return next((p for p in self.proposals if p.person == person), None)

    def attributes(self) -> dict[str, dict[str, Value | None]]:
        """Every attribute with its value by person, in alphabetical order; None where
        somebody's annotation has none."""
        names = sorted({n for p in self.proposals for n in p.annotation.attributes})
        return {
            name: {p.person: p.annotation.attributes.get(name) for p in self.proposals}
            for name in names
        }


def cases(
    sources: Iterable[Source], symmetric: Collection[str] = ()
) -> tuple[Case, ...]:
    """The cases of an article by everybody who submitted it, in text order.

    Every annotation is in exactly one case. Links of a type in `symmetric` may begin at
    either end. The order of sources and of their annotations changes nothing.
    """
    people = sorted(sources, key=lambda source: source.person)
    links = [_links(source, symmetric) for source in people]
    contents = [{a.id: content(a) for a in source.annotations} for source in people]
    groups = align(
        [
            [
                Item(
                    a.label,
                    a.fragments,
                    frozenset(map(as_json, plain(a.attributes))),
                    frozenset(_by(links[p].get(a.id, ()), contents[p])),
                )
                for a in source.annotations
            ]
            for p, source in enumerate(people)
        ]
    )
    places: list[dict[str, str]] = [{} for _ in people]
    for g, members in enumerate(groups):
        for p, i in members:
            places[p][people[p].annotations[i].id] = f"case {g}"
    made = []
    for members in groups:
        members = sorted(members)
        proposals = tuple(
            _proposal(people[p].person, a, links[p].get(a.id, ()))
            for p, i in members
            for a in [people[p].annotations[i]]
        )
        here = {p for p, _ in members}
        missing = tuple(s.person for p, s in enumerate(people) if p not in here)
        # A link says the same when it ends in the same case, or at the same content:
        # which of two equal annotations it ends at, nobody can tell.
        ends = [
            (
                _by(proposal.links, places[p]),
                _by(proposal.links, contents[p]),
            )
            for proposal, (p, _) in zip(proposals, members, strict=True)
        ]
        made.append((proposals, missing, tuple(_differences(proposals, missing, ends))))
    made.sort(key=lambda one: _order(one[0]))
    keys: Counter[str] = Counter()
    found = []
    for proposals, missing, differs in made:
        key = _hash([[(p.person, p.sha256) for p in proposals], missing, differs])[:16]
        keys[key] += 1
        if keys[key] > 1:
            key = f"{key}-{keys[key]}"
        found.append(Case(key, proposals, missing, differs))
    return tuple(found)


def _proposal(person: str, annotation: Annotation, links: tuple[Link, ...]) -> Proposal:
    content = [
        annotation.label,
        annotation.fragments,
        dict(annotation.attributes),
        [(link.type, link.target) for link in links],
    ]
    return Proposal(person, annotation, links, _hash(content))


def _order(proposals: Sequence[Proposal]) -> tuple[object, ...]:
    return (
        min(p.annotation.start for p in proposals),
        min(p.annotation.end for p in proposals),
        [
            (
                p.annotation.label,
                p.person,
                sorted((n, str(v)) for n, v in p.annotation.attributes.items()),
                p.sha256,
                p.annotation.id,
            )
            for p in proposals
        ],
    )


def _differences(
    proposals: Sequence[Proposal],
    missing: Sequence[str],
    ends: Sequence[tuple[list[str], list[str]]],
) -> Iterable[str]:
    annotations = [p.annotation for p in proposals]
    # Other labels have other attributes and links: that difference is said once.
    groups: dict[str, list[int]] = {}
    for place, annotation in enumerate(annotations):
        groups.setdefault(annotation.label, []).append(place)
    if missing:
        yield "existence"
    if len({a.fragments for a in annotations}) > 1:
        yield "boundary"
    if len(groups) > 1:
        yield "label"
    if any(
        len({as_json(plain(annotations[i].attributes)) for i in group}) > 1
        for group in groups.values()
    ):
        yield "attribute"
    if any(
        len({as_json(ends[i][0]) for i in group}) > 1
        and len({as_json(ends[i][1]) for i in group}) > 1
        for group in groups.values()
    ):
        yield "link"


def _links(source: Source, symmetric: Collection[str]) -> dict[str, tuple[Link, ...]]:
    found: dict[str, set[Link]] = {}
    for relation in source.relations:
        abroad = source.abroad.get(relation.target, "")
        found.setdefault(relation.source, set()).add(
            Link(relation.type, relation.target, abroad)
        )
        if relation.type in symmetric and "#" not in relation.target:
            found.setdefault(relation.target, set()).add(
                Link(relation.type, relation.source)
            )
    return {
        id: tuple(sorted(links, key=lambda link: (link.type, link.target)))
        for id, links in found.items()
    }


def _by(links: Iterable[Link], names: Mapping[str, str]) -> list[str]:
    return sorted(
        as_json([link.type, names.get(link.target) or link.abroad or link.target])
        for link in links
    )


def plain(attributes: Mapping[str, Value]) -> list[tuple[str, Value]]:
    """The attributes by name, to be compared: where a file writes 91.0, it is 91."""
    return [
        (name, int(value) if isinstance(value, float) and value % 1 == 0 else value)
        for name, value in sorted(attributes.items())
    ]


def content(annotation: Annotation) -> str:
    """Label, words and attributes, the same for everybody who says the same."""
    return as_json(
        [annotation.label, annotation.fragments, plain(annotation.attributes)]
    )


#: A value as JSON, the same for equal values. One encoder, since json.dumps makes one
#: each time, and this is asked for very often.
as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def _hash(value: object) -> str:
    return hashlib.sha256(as_json(value).encode(errors="surrogatepass")).hexdigest()


# --- what lapses ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A decision whose case is no more, because a source changed after it.

    `people` are those whose annotation was changed, removed or is new; `cases` are the
    keys of the present cases that took the place of the old one, maybe none.
    """

    key: str
    people: tuple[str, ...]
    cases: tuple[str, ...]


def lapsed(
    decided: Mapping[str, Mapping[tuple[str, str], str]], present: Sequence[Case]
) -> tuple[Lapsed, ...]:
    """Which decisions lapsed, and why.

    `decided` has, for the key of every decided case, the hash of each proposal that it
    had, by person and annotation id.
    """
    keys = {case.key for case in present}
    now = {
        (p.person, p.annotation.id): (p.sha256, case.key)
        for case in present
        for p in case.proposals
    }
    found = []
    for key, had in decided.items():
        if key in keys:
            continue
        touched = {now[one][1] for one in had if one in now} - decided.keys()
        changed = {
            person
            for (person, id), sha256 in had.items()
            if now.get((person, id), ("", ""))[0] != sha256
        }
        members = {
            (p.person, p.annotation.id)
            for case in present
            if case.key in touched
            for p in case.proposals
        }
        changed |= {person for person, _ in members - had.keys()}
        found.append(Lapsed(key, tuple(sorted(changed)), tuple(sorted(touched))))
    return tuple(found)
