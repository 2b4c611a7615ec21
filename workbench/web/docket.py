"""The cases of an article as they are shown: in the text, in the list, and opened."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from html import escape

from markupsafe import Markup

from workbench import adjudication as domain
from workbench.adjudication import Aim, Case, Decision, Proposal
from workbench.adjudication.decisions import places
from workbench.labels import Attribute, Label, Labels
from workbench.segments import Piece, Run
from workbench.spans import Annotation, Fragment, Value
from workbench.store.adjudications import Decided, Participant, Table
from workbench.text import lines as lines_of
from workbench.web import drawing

#: What a kind of difference is called.
KINDS = {
    "existence": "missing",
    "boundary": "boundary",
    "label": "label",
    "attribute": "attribute",
    "link": "link",
}
#: More characters that all have in common are not shown beside those that differ.
_COMMON = 64
_WORDS = 140


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the list; `state` is *undecided*, *reopened*, *decided*, *rejected*."""

    key: str
    number: int
    labels: tuple[Label, ...]
    words: str
    kinds: tuple[str, ...]
    unanimous: bool
    state: str
    outcome: str
    rule: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """What one person has in a case: nothing, or a label with its words.

    `digit` is the key that takes it, `words` are None when all have the same.
    """

    letter: str
    name: str
    digit: str
    label: Label | None
    words: Markup | None
    unsure: bool
    note: str | None
    taken: bool
    reopened: bool

    @property
    def there(self) -> bool:
        """Whether the person has it at all."""
        return self.label is not None


@dataclass(frozen=True, slots=True)
class Line:
    """An attribute or link with what each person says of it, in the columns' order;
    None for what somebody has not marked at all."""

    title: str
    values: tuple[str | None, ...]
    #: What a link ends at: its words, and the case it is in, if it is in this article.
    words: str = ""
    case: str | None = None

    @property
    def same(self) -> bool:
        """Whether everybody who marked it says the same."""
        return len({value for value in self.values if value is not None}) < 2


@dataclass(frozen=True, slots=True)
class Opened:
    """A case side by side."""

    row: Row
    case: Case
    words: tuple[str, ...] | None
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    links: tuple[Line, ...]
    decided: Decided | None
    result: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    lapsed: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Voice:
    """A link that somebody has: as it stands in a form, its words, and whether it is
    chosen."""

    value: str
    title: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of the undecided cases a rule decides, and how many of these it
    rejects."""

    decides: int
    rejects: int


class Docket:
    """An adjudication as `person` may see it, with all that its pages ask for often."""

    def __init__(self, table: Table, labels: Labels, person: int) -> None:
        self.table = table
        self.labels = labels
        self.named = person in table.revealed

    @cached_property
    def lines(self) -> tuple[Fragment, ...]:
        """The lines of the article."""
        return tuple(lines_of(self.table.text))

    @cached_property
    def people(self) -> Mapping[str, Participant]:
        """Who submitted, by the key that cases use."""
        return {person.key: person for person in self.table.people}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each case in text order, by its key."""
        return {case.key: n for n, case in enumerate(self.table.cases, 1)}

    @cached_property
    def reopened(self) -> frozenset[str]:
        """The cases that are open again since a source changed."""
        return frozenset(self.table.reopened)

    @cached_property
    def places(self) -> Mapping[tuple[str, str], str]:
        """The key of the case of each annotation, by person and id."""
        return places(self.table.cases)

    @property
    def shows(self) -> str:
        """A name for the cases there are: another one when a source has changed."""
        told = " ".join(case.key for case in self.table.cases) + repr(self.table.lapsed)
        return sha256(told.encode()).hexdigest()[:12]

    def state(self, case: Case) -> str:
        """*undecided*, *reopened*, *decided* or *rejected*."""
        one = self.table.decisions.get(case.key)
        if one is None:
            return "reopened" if case.key in self.reopened else "undecided"
        return "decided" if one.decision.result else "rejected"

    def following(self, key: str) -> str | None:
        """The next undecided case after `key`, round the end; those in which all say
        the same come when no other is left. None when nothing is undecided."""
        at = self.numbers.get(key, 0)
        turned = (*self.table.cases[at:], *self.table.cases[:at])
        undecided = [c for c in turned if c.key not in self.table.decisions]
        first = [c for c in undecided if not c.unanimous] or undecided
        return first[0].key if first else None

    @property
    def first(self) -> str:
        """The case to begin with: an undecided one where there is one; "" without any
        case."""
        return self.following("") or next(iter(self.numbers), "")

    def beside(self, key: str) -> tuple[str | None, str | None]:
        """The cases before and after that one in the text."""
        at = self.numbers.get(key, 0) - 1
        keys = [case.key for case in self.table.cases]
        before = keys[at - 1] if at > 0 else None
        return before, keys[at + 1] if 0 <= at < len(keys) - 1 else None

    def reach(self, rule: str) -> Reach:
        """How far a rule would go with the cases that are undecided now."""
        made = _ruled(_Cases(tuple(self.numbers), self.table), rule)
        found = [made[c.key] for c in self.table.undecided if c.key in made]
        return Reach(len(found), found.count(False))

    # --- in the list ------------------------------------------------------------------

    def row(self, case: Case) -> Row:
        """The case as the list has it."""
        one = self.table.decisions.get(case.key)
        shown = one.decision.result if one else None
        found = [shown] if shown else [p.annotation for p in case.proposals]
        labels = {a.label: self.label(a.label) for a in found}
        return Row(
            case.key,
            self.numbers[case.key],
            tuple(label for label in labels.values() if label),
            self.excerpt(found[0]),
            tuple(KINDS[kind] for kind in case.differs),
            case.unanimous,
            self.state(case),
            self.outcome(one.decision) if one else "",
            one.decision.rule if one else None,
            domain.REASONS.get(one.decision.reason or "") if one else None,
        )

    def rows(self) -> list[Row]:
        """Every case in text order."""
        return [self.row(case) for case in self.table.cases]

    def label(self, name: str) -> Label | None:
        """The label of that name; None when the schema no longer has it."""
        return self.labels.get(name)

    def excerpt(self, annotation: Annotation, most: int = _WORDS) -> str:
        """The words of an annotation on one line, cut when they are many."""
        text = self.table.text
        words = " […] ".join(text[start:end] for start, end in annotation.fragments)
        words = " ".join(words.split())
        return words if len(words) <= most else f"{words[: most - 1]}…"

    def outcome(self, decision: Decision) -> str:
        """What was decided, in a few words."""
        if decision.choice == "take":
            if decision.path == "unanimous":
                return "accepted"
            person = self.people.get(decision.taken or "")
            return f"took {self.called(person)}" if person else "took one"
        return {
            "union": "union",
            "intersection": "intersection",
            "edit": "edited",
            "majority": "majority",
            "reject": "rejected",
        }.get(decision.choice, decision.choice)

    def called(self, person: Participant) -> str:
        """The letter of a person, with the name once it is known."""
        return f"{person.letter} ({person.name})" if self.named else person.letter

    # --- in the text ------------------------------------------------------------------

    @cached_property
    def drawn(self) -> tuple[list[Piece], drawing.Added]:
        """Every case in the text: what became of it, or what people propose."""
        state = {case.key: self.state(case) for case in self.table.cases}
        unanimous = {case.key for case in self.table.cases if case.unanimous}
        pieces: list[Piece] = []
        for case in self.table.cases:
            one = self.table.decisions.get(case.key)
            result = one.decision.result if one else None
            if result:
                found = {(f, result.label) for f in result.fragments}
            else:
                found = {
                    (f, "rejected" if one else p.annotation.label)
                    for p in case.proposals
                    for f in p.annotation.fragments
                }
            pieces += [Piece(*f, case.key, label) for f, label in found]
        pieces.sort(key=lambda p: (p.start, p.end, p.id, p.label))

        def classes(run: Run, top: Piece) -> str:
            alike = " unanimous" if top.id in unanimous else ""
            return f" {state[top.id]}{alike}"

        edges = [edge for case in self.table.cases for edge in self._edges(case)]
        edges.sort(key=lambda edge: (edge.at, not edge.end))
        return pieces, drawing.Added(classes, edges)

    def _edges(self, case: Case) -> Iterator[drawing.Edge]:
        """The edges that not everybody has who marked it, each with its letters."""
        if "boundary" not in case.differs:
            return
        found: dict[tuple[int, bool], list[str]] = {}
        for person in self.table.people:
            proposal = case.of(person.key)
            for start, end in proposal.annotation.fragments if proposal else ():
                found.setdefault((start, False), []).append(person.letter)
                found.setdefault((end, True), []).append(person.letter)
        for (at, end), letters in found.items():
            if len(letters) < len(case.proposals):
                side = "end" if end else "start"
                yield drawing.Edge(
                    at,
                    end,
                    f'<span class="edge {side}" data-case="{case.key}" '
                    f'data-edge="{escape(" ".join(letters))}"></span>',
                )

    def stretches(self, keys: Iterable[str]) -> list[Fragment]:
        """Where the cases with these keys are drawn, now or before a decision."""
        wanted = set(keys)
        return [(c.start, c.end) for c in self.table.cases if c.key in wanted]

    # --- opened -----------------------------------------------------------------------

    def opened(self, key: str) -> Opened | None:
        """The case with that key side by side; None when there is none."""
        case = next((case for case in self.table.cases if case.key == key), None)
        if case is None:
            return None
        one = self.table.decisions.get(key)
        result = one.decision.result if one else None
        texts = self._passages(case)
        fragments = case.proposals[0].annotation.fragments
        return Opened(
            self.row(case),
            case,
            None if texts else self._cut(fragments),
            tuple(
                self._column(n, person, case, texts, one)
                for n, person in enumerate(self.table.people, 1)
            ),
            tuple(self._attributes(case)),
            tuple(self._links(case)),
            one,
            self._cut(result.fragments) if result else (),
            tuple(self._told(result)) if result else (),
            tuple(self._lapsed(case)),
            drawing.touched(self.lines, [(case.start, case.start + 1)])[0][0],
        )

    def _cut(self, fragments: Iterable[Fragment]) -> tuple[str, ...]:
        return tuple(self.table.text[start:end] for start, end in fragments)

    def _column(
        self,
        number: int,
        person: Participant,
        case: Case,
        texts: Mapping[str, Markup],
        one: Decided | None,
    ) -> Column:
        proposal = case.of(person.key)
        return Column(
            person.letter,
            person.name if self.named else "",
            str(number) if number < 10 else "",
            self.label(proposal.annotation.label) if proposal else None,
            texts.get(person.key),
            bool(proposal and proposal.annotation.unsure),
            proposal.annotation.note if proposal else None,
            bool(one and one.decision.taken == person.key),
            person.reopened,
        )

    def _passages(self, case: Case) -> dict[str, Markup]:
        """Each person's words with the part that others do not have marked; {} when the
        words are the same."""
        if "boundary" not in case.differs:
            return {}
        covered = {
            p.person: {at for s, e in p.annotation.fragments for at in range(s, e)}
            for p in case.proposals
        }
        common = set.intersection(*covered.values())
        return {
            p.person: Markup(" <i>[…]</i> ").join(
                self._passage(fragment, common) for fragment in p.annotation.fragments
            )
            for p in case.proposals
        }

    def _passage(self, fragment: Fragment, common: set[int]) -> Markup:
        text, (start, end) = self.table.text, fragment
        html: list[str] = []
        at = start
        while at < end:
            shared, begun = at in common, at
            while at < end and (at in common) == shared:
                at += 1
            words = text[begun:at]
            if not shared:
                html.append(f'<em class="part">{escape(words)}</em>')
            elif len(words) > _COMMON:
                html.append(escape(_shortened(words)))
            else:
                html.append(escape(words))
        return Markup("").join(map(Markup, html))

    def _attributes(self, case: Case) -> Iterator[Line]:
        """Every attribute that somebody gave, in the schema's order."""
        given = case.attributes()
        titles: dict[str, str] = {}
        for proposal in case.proposals:
            for attribute in self._declared(proposal.annotation):
                titles.setdefault(attribute.name, attribute.title)
        titles |= {name: name for name in given if name not in titles}
        for name, title in titles.items():
            if name not in given:
                continue
            yield Line(
                title,
                tuple(
                    self._says(proposal, name) if proposal else None
                    for p in self.table.people
                    for proposal in [case.of(p.key)]
                ),
            )

    def _says(self, proposal: Proposal, name: str) -> str:
        """A value as people read it; "–" when the label has no such attribute."""
        a = proposal.annotation
        if name not in a.attributes and not any(
            attribute.name == name for attribute in self._declared(a)
        ):
            return "–"
        return written(a.attributes.get(name))

    def _declared(self, annotation: Annotation) -> Sequence[Attribute]:
        label = self.label(annotation.label)
        return label.attributes if label else ()

    def _links(self, case: Case) -> Iterator[Line]:
        """Every link that somebody has from here, with who has it."""
        for (type, end), people in self._voiced(case).items():
            relation = self.labels.relation(type)
            at = self.numbers.get(end)
            yield Line(
                relation.title if relation else type,
                tuple(
                    None if case.of(p.key) is None else "yes" if p.key in people else ""
                    for p in self.table.people
                ),
                self._end(end),
                end if at else None,
            )

    def _voiced(self, case: Case) -> dict[tuple[str, str], dict[str, str]]:
        """The links by type and the case they end in (or ARTICLE#ID): who has one, and
        the id that it ends at there."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for proposal in case.proposals:
            for link in proposal.links:
                end = self.places.get((proposal.person, link.target), link.target)
                found.setdefault((link.type, end), {})[proposal.person] = link.target
        return dict(sorted(found.items()))

    def _end(self, end: str) -> str:
        """What a link ends at, in words."""
        number = self.numbers.get(end)
        if number is None:
            return f"in {end.partition('#')[0]}"
        first = self.table.cases[number - 1].proposals[0].annotation
        return f"“{self.excerpt(first, 40)}” ({number})"

    def _told(self, result: Annotation) -> Iterator[tuple[str, str]]:
        for attribute in self._declared(result):
            if attribute.name in result.attributes:
                yield attribute.title, written(result.attributes[attribute.name])

    def _lapsed(self, case: Case) -> Iterator[str]:
        """Why a decision on this place holds no longer."""
        for one in self.table.lapsed:
            if case.key not in one.cases:
                continue
            who = [self.called(self.people[p]) for p in one.people if p in self.people]
            was = self.table.was.get(one.key)
            made = f": “{self.outcome(was.decision)}” by {was.name}" if was else ""
            yield (
                f"{' and '.join(who) or 'An annotator'} submitted anew and changed "
                f"this. The decision no longer holds{made}."
            )

    # --- to be edited -----------------------------------------------------------------

    def draft(self, case: Case) -> tuple[Annotation, tuple[Aim, ...]]:
        """What an edit of the case starts from: what was decided, else what most have;
        with its links."""
        one = self.table.decisions.get(case.key)
        if one and one.decision.result:
            return one.decision.result, one.decision.links
        said = Counter(_content(p) for p in case.proposals)
        order = [p for q in self.table.people if (p := case.of(q.key))]
        chosen = max(order, key=lambda p: said[_content(p)])
        return chosen.annotation, domain.take(case, chosen.person).links

    def voices(self, case: Case, links: Sequence[Aim]) -> list[Voice]:
        """The links to choose from in an edit, once each."""
        chosen = {
            (aim.type, self.places.get((aim.person, aim.target), aim.target))
            for aim in links
        }
        found = []
        for (type, end), people in self._voiced(case).items():
            person, target = next(iter(people.items()))
            relation = self.labels.relation(type)
            found.append(
                Voice(
                    f"{type} {self.people[person].letter} {target}",
                    relation.title if relation else type,
                    self._end(end),
                    (type, end) in chosen,
                )
            )
        return found


@dataclass(frozen=True, slots=True)
class _Cases:
    """The cases of an article, told apart by their keys: these say all of them."""

    keys: tuple[str, ...]
    table: Table = field(compare=False)


@lru_cache(maxsize=32)
def _ruled(cases: _Cases, rule: str) -> dict[str, bool]:
    """Of each case that a rule decides whether anything is left of it. That stays the
    same while the cases do, and is asked for after every decision."""
    table = cases.table
    made = domain.by_rule(table.cases, rule, table.text)
    return {key: one.result is not None for key, one in made.items()}


def _shortened(words: str) -> str:
    """The two ends of many words, cut between words where there are any."""
    half = _COMMON // 2
    head, tail = words[:half], words[-half:]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def usual(case: Case) -> str:
    """The reason that a rejection has when nobody chooses another."""
    return "not_check_worthy" if "existence" in case.differs else "slip"


def written(value: Value | None) -> str:
    """A value as people read it; "" for none."""
    return "" if value is None else str(value).replace("_", " ")


def _content(proposal: Proposal) -> tuple[object, ...]:
    a = proposal.annotation
    return a.label, a.fragments, tuple(sorted(a.attributes.items()))
