"""Decisions: what becomes of a case, by a person or by a rule."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.adjudication.cases import Case, Proposal, as_json, content, plain
from workbench.spans import (
    Annotation,
    Fragment,
    SpanError,
    Value,
    fragments_of,
    trim,
)

CHOICES = ("take", "union", "intersection", "edit", "majority", "reject")
PATHS = ("unanimous", "adjudicated", "single")
#: Rules that decide cases as a starting point; what they decided always says so.
RULES = ("unanimous", "majority", "union")
#: Why something was decided, as a code and in words.
REASONS = {
    "boundary_rule": "The guideline says where it ends",
    "speaker_unclear": "It is not clear who speaks",
    "not_check_worthy": "Not worth a check",
    "slip": "A slip",
    "guideline_gap": "The guideline does not say",
    "both_defensible": "Both can be defended",
}


class DecisionError(ValueError):
    """A case cannot be decided so; the message says why."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a link of a gold annotation goes: an annotation of one of the people
    (ARTICLE#ID in another article), and so whatever becomes of its case."""

    type: str
    person: str
    target: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a case.

    `result` is the gold annotation without an id, None when all was rejected; `sources`
    are the proposals it rests on, as person and annotation id.
    """

    choice: str
    path: str
    result: Annotation | None
    links: tuple[Aim, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    taken: str | None = None
    reason: str | None = None
    note: str = ""
    rule: str | None = None


def places(cases: Iterable[Case]) -> dict[tuple[str, str], str]:
    """The key of the case that each person's annotation is in."""
    return {
        (p.person, p.annotation.id): case.key for case in cases for p in case.proposals
    }


# --- by a person ----------------------------------------------------------------------


def take(case: Case, person: str) -> Decision:
    """The case as that person has it.

    It rests on everybody who proposed the same label, words and attributes.

    :raises DecisionError: the person has nothing here.
    """
    chosen = case.of(person)
    if chosen is None:
        raise DecisionError("This person has nothing here: take another's, or reject.")
    same = [
        p for p in case.proposals if content(p.annotation) == content(chosen.annotation)
    ]
    return Decision(
        "take",
        _path(case, as_said=True),
        _bare(chosen.annotation),
        tuple(Aim(link.type, person, link.target) for link in chosen.links),
        _ids(same),
        taken=person,
    )


def union(case: Case, among: Sequence[Case], text: str) -> Decision:
    """All words that anybody marked, with everybody's links.

    Label and attributes are those that most people have; between equally many values
    those of one person.

    :raises DecisionError: no label has most people.
    """
    return _combined("union", case, among, text, any)


def intersection(case: Case, among: Sequence[Case], text: str) -> Decision:
    """The words that all proposals have in common, with the links that all have.

    Label and attributes as in a union.

    :raises DecisionError: no label has most people, or no word is common to all.
    """
    return _combined("intersection", case, among, text, all)


def edit(
    case: Case, result: Annotation, links: Iterable[Aim] | None = None
) -> Decision:
    """The case with words, label and attributes that the adjudicator set.

    Without `links` it has those of all proposals. Whoever calls has checked `result`
    against the text and the schema.
    """
    if links is None:
        links = {
            Aim(k.type, p.person, k.target) for p in case.proposals for k in p.links
        }
    aims = tuple(sorted(links, key=lambda a: (a.type, a.person, a.target)))
    return Decision("edit", _path(case), _bare(result), aims, _ids(case.proposals))


def reject(case: Case) -> Decision:
    """Nothing of the case is gold; its proposals are kept as hard negatives."""
    return Decision("reject", _path(case), None, (), _ids(case.proposals))


def because(decision: Decision, reason: str | None, note: str = "") -> Decision:
    """The decision with its reason code and a note.

    :raises DecisionError: there is no such reason, or none for a rejection.
    """
    if reason is not None and reason not in REASONS:
        raise DecisionError(
            f"{reason!r} is no reason: it is one of {', '.join(REASONS)}."
        )
    if reason is None and decision.choice == "reject":
        raise DecisionError("A rejection needs a reason: choose one.")
    return replace(decision, reason=reason, note=note.strip())


def _path(case: Case, as_said: bool = False) -> str:
    """How the result came about; `as_said` when it is what somebody proposed."""
    if case.people == 1 and as_said:
        return "single"
    return "unanimous" if case.unanimous and as_said else "adjudicated"


def _bare(annotation: Annotation) -> Annotation:
    """Without what is its annotator's alone: id, note and doubt."""
    return replace(annotation, id="", note=None, unsure=False, origin=None)


def _ids(proposals: Iterable[Proposal]) -> tuple[tuple[str, str], ...]:
    return tuple((p.person, p.annotation.id) for p in proposals)


def _combined(
    choice: str,
    case: Case,
    among: Sequence[Case],
    text: str,
    enough: Callable[[Iterable[bool]], bool],
) -> Decision:
    label, first = _label_of_most(case)
    covered = [_characters(p.annotation.fragments) for p in case.proposals]
    words = set.union(*covered) if enough is any else set.intersection(*covered)
    fragments = _fragments(words, text)
    if not fragments:
        raise DecisionError("No word is common to all: take one, or the union.")
    where = places(among)
    voices = _voices(case, where)
    aims = tuple(
        aim
        for aim, people in voices
        if enough(p.person in people for p in case.proposals)
    )
    result = Annotation("", label, fragments, _attributes_of_most(first))
    return Decision(choice, _path(case), result, aims, _ids(case.proposals))


def _label_of_most(case: Case) -> tuple[str, list[Proposal]]:
    counted = Counter(p.annotation.label for p in case.proposals).most_common(2)
    if len(counted) > 1 and counted[0][1] == counted[1][1]:
        raise DecisionError("As many say one label as another: take one, or edit.")
    label = counted[0][0]
    return label, [p for p in case.proposals if p.annotation.label == label]


def _attributes_of_most(proposals: Sequence[Proposal]) -> dict[str, Value]:
    """Of each attribute the value that most have. Between equally many that of whoever
    has most in common with the others, so that values stay together which only mean
    something together: a figure's kind and its value, say."""
    told = [dict(plain(p.annotation.attributes)) for p in proposals]
    often: dict[str, Counter[str]] = {}
    for one in told:
        for name, value in one.items():
            often.setdefault(name, Counter())[as_json(value)] += 1

    def voices(one: Mapping[str, Value]) -> int:
        return sum(often[name][as_json(value)] for name, value in one.items())

    leader = min(told, key=lambda one: (-voices(one), as_json(one)))
    found: dict[str, Value] = {}
    for name in sorted(often):
        values = [one[name] for one in told if name in one]
        found[name] = min(
            values,
            key=lambda v: (
                -often[name][as_json(v)],
                name not in leader or as_json(v) != as_json(leader[name]),
                as_json(v),
            ),
        )
    return found


def _voices(
    case: Case, where: Mapping[tuple[str, str], str]
) -> list[tuple[Aim, set[str]]]:
    """Each different link of a case, with the people who made it."""
    found: dict[tuple[str, str], tuple[Aim, set[str]]] = {}
    for p in case.proposals:
        for link in p.links:
            end = where.get((p.person, link.target)) or link.abroad or link.target
            aim = Aim(link.type, p.person, link.target)
            found.setdefault((link.type, end), (aim, set()))[1].add(p.person)
    return [found[key] for key in sorted(found)]


def _characters(fragments: Iterable[Fragment]) -> set[int]:
    return {at for start, end in fragments for at in range(start, end)}


def _fragments(characters: set[int], text: str) -> tuple[Fragment, ...]:
    """The characters as fragments, none of which begins or ends in white space."""
    runs: list[list[int]] = []
    for at in sorted(characters):
        if runs and runs[-1][1] == at:
            runs[-1][1] = at + 1
        else:
            runs.append([at, at + 1])
    trimmed: list[Fragment] = []
    for start, end in runs:
        try:
            # Cut inside a grapheme, a run may grow into the one before it.
            found = trim(text, start, end)
        except SpanError:
            continue
        if trimmed and found[0] < trimmed[-1][1]:
            found = (trimmed.pop()[0], found[1])
        trimmed.append(found)
    return fragments_of(trimmed, len(text)) if trimmed else ()


# --- by a rule ------------------------------------------------------------------------


def by_rule(cases: Sequence[Case], rule: str, text: str) -> dict[str, Decision]:
    """What `rule` decides, by the key of the case; a case that it leaves is not in it.

    *unanimous* takes what everybody says. *majority* takes words, label, attributes and
    links of which more than half of the people say the same, and rejects what fewer
    than half have. *union* takes all that anybody marked. Every decision carries the
    rule.

    :raises DecisionError: there is no such rule.
    """
    if rule not in RULES:
        raise DecisionError(f"{rule!r} is no rule: it is one of {', '.join(RULES)}.")
    where = places(cases)
    found: dict[str, Decision] = {}
    for case in cases:
        made: Decision | None
        if case.unanimous:
            made = take(case, case.proposals[0].person)
        elif rule == "unanimous":
            made = None
        elif rule == "majority":
            made = _by_majority(case, where)
        else:
            try:
                made = union(case, cases, text)
            except DecisionError:
                made = None
        if made:
            found[case.key] = replace(made, rule=rule)
    return found


def _by_majority(case: Case, where: Mapping[tuple[str, str], str]) -> Decision | None:
    def most(number: int, of: int) -> bool:
        return 2 * number > of

    if most(len(case.missing), case.people):
        return reject(case)
    spans = Counter(
        (p.annotation.label, p.annotation.fragments) for p in case.proposals
    )
    (label, fragments), number = spans.most_common(1)[0]
    if not most(number, case.people):
        return None
    agreed = [
        p
        for p in case.proposals
        if (p.annotation.label, p.annotation.fragments) == (label, fragments)
    ]
    attributes: dict[str, Value] = {}
    for name in sorted({n for p in agreed for n in p.annotation.attributes}):
        values = [p.annotation.attributes.get(name) for p in agreed]
        value, often = max(
            ((v, values.count(v)) for v in values), key=lambda pair: pair[1]
        )
        if not most(often, len(agreed)):
            return None
        if value is not None:
            attributes[name] = value
    among = {p.person for p in agreed}
    aims = []
    for aim, people in _voices(case, where):
        for_it = sorted(people & among)
        if 2 * len(for_it) == len(agreed):
            return None
        if most(len(for_it), len(agreed)):
            aims.append(aim)
    result = Annotation("", label, fragments, attributes)
    return Decision("majority", "adjudicated", result, tuple(aims), _ids(agreed))
