"""Suggestions as a page needs them: which there are for an article, and which of them
are open to a person."""

import zlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from flask import url_for

from workbench import spans, text
from workbench.dataset import AnnotationSet
from workbench.labels import Label, Labels
from workbench.segments import Piece, pieces
from workbench.spans import Annotation, Fragment, Region, SpanError
from workbench.store import articles, sets, suggestions
from workbench.suggest import prefill, suggesters
from workbench.web import drawing, held
from workbench.web.db import db

#: Texts up to so many code points are suggested for when they are opened; longer ones
#: would keep their reader waiting, and get theirs from `workbench suggest`.
AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion as it is offered: `ref` names it within its article, whoever made
    it, and is the id of `shown`; `taken` is what accepting it would make."""

    ref: str
    shown: Annotation
    taken: suggestions.Taken
    #: Its row in the list, which is the same for everybody.
    row: str

    @property
    def ours(self) -> bool:
        """Whether our own rules say so, and no other model."""
        return self.taken.suggester == suggesters.SUGGESTER

    @property
    def source(self) -> tuple[str, str]:
        """The suggester and its id there, as decisions on it are kept."""
        return self.taken.suggester, self.taken.made.id


@dataclass(frozen=True, slots=True)
class Proposed:
    """All that machines say of an article, in text order, open or not."""

    proposals: tuple[Proposal, ...] = ()
    regions: tuple[Region, ...] = ()
    #: The first offsets of the lines that have any, or are greyed and may come to.
    lines: tuple[int, ...] = ()

    def get(self, ref: str) -> Proposal | None:
        """The proposal with that name, or None."""
        return next((p for p in self.proposals if p.ref == ref), None)

    def within(self, start: int, end: int) -> list[Proposal]:
        """The proposals that share text with [start, end)."""
        return [
            p for p in self.proposals if p.shown.start < end and p.shown.end > start
        ]


NOTHING = Proposed()


def of(row: int, key: str, database: str, read: tuple[Fragment, ...] = ()) -> Proposed:
    """What machines say of an article: what is stored, and where our own rules have
    not been asked yet, what they say now; and what they say of the regions `read`,
    which a person says are the article."""
    return _of(row, key, database, suggestions.state(db(), row), read)


@lru_cache(maxsize=32)
def _of(
    row: int,
    key: str,
    database: str,
    stored: tuple[tuple[int, int], ...],
    read: tuple[Fragment, ...],
) -> Proposed:
    found = [set_ for _, _, set_ in suggestions.of(db(), row)] if stored else []
    known = articles.get(db(), key)
    body = known.article.text if known else ""
    if not any(s.annotator == suggesters.SUGGESTER for s in found):
        found += _made(body, database)
    if read and len(body) <= AT_ONCE:
        found.append(suggesters.within(body, read, held.labels()))
    base = url_for("annotate.read", key=key)
    names = suggestions.names(db(), row) if stored else {}
    return _proposed(found, names, body, list(text.lines(body)), held.labels(), base)


@lru_cache(maxsize=8)
def _made(body: str, database: str) -> tuple[AnnotationSet, ...]:
    """What our own rules say of a text, unless that would take too long."""
    if len(body) > AT_ONCE:
        return ()
    return (suggesters.stored(body, held.labels()),)


def store(row: int, database: str, body: str) -> None:
    """Stores what was computed when the article was opened: a person's work rests on
    it from now on. Nothing happens when it is stored already."""
    if not suggestions.has(db(), row, suggesters.SUGGESTER):
        for set_ in _made(body, database):
            # No label is lost because a rule is wrong.
            with suppress(SpanError):
                suggestions.fill(db(), row, body, set_)


def _proposed(
    found: Sequence[AnnotationSet],
    before: Mapping[suggestions.Words, Sequence[suggestions.Name]],
    body: str,
    lines: Sequence[Fragment],
    labels: Labels,
    base: str,
) -> Proposed:
    proposals: dict[suggestions.Words, Proposal] = {}
    regions: dict[Fragment, Region] = {}
    names = {words: list(known) for words, known in before.items()}
    for set_ in found:
        for one in set_.annotations:
            known = names.setdefault((one.label, one.fragments), [])
            known.append((set_.annotator, one.id))
    for set_ in found:
        anchors = _anchors(set_, labels)
        for one in set_.annotations:
            label = labels.get(one.label)
            words = (one.label, one.fragments)
            if label is None or label.anchor or words in proposals:
                continue
            ref = _ref(set_.annotator, one.id)
            mine = (set_.annotator, one.id)
            taken = suggestions.Taken(
                set_.annotator,
                one,
                anchors.get(one.id, ()),
                tuple(name for name in dict.fromkeys(names[words]) if name != mine),
            )
            shown = replace(one, id=ref)
            row = drawing.suggestion_row(shown, body, labels, base)
            proposals[words] = Proposal(ref, shown, taken, row)
        for region in set_.regions:
            regions.setdefault((region.start, region.end), region)
    ordered = sorted(proposals.values(), key=lambda p: p.shown.order)
    starts = [start for start, _ in lines]
    with_any = {starts[bisect_right(starts, p.shown.start) - 1] for p in ordered}
    with_any |= {start for start, _ in drawing.touched(lines, regions)}
    return Proposed(
        tuple(ordered),
        tuple(regions[at] for at in sorted(regions)),
        tuple(sorted(with_any)),
    )


def _anchors(
    set_: AnnotationSet, labels: Labels
) -> dict[str, tuple[tuple[str, Annotation], ...]]:
    by_id = {one.id: one for one in set_.annotations}
    found: dict[str, tuple[tuple[str, Annotation], ...]] = {}
    for link in set_.relations:
        end = by_id.get(link.target)
        label = labels.get(end.label) if end else None
        if end and label and label.anchor:
            found[link.source] = (*found.get(link.source, ()), (link.type, end))
    return found


def _ref(suggester: str, id: str) -> str:
    """The name of a suggestion within its article, fit for an address and an id."""
    if suggester == suggesters.SUGGESTER:
        return id
    return f"{id}.{zlib.crc32(suggester.encode()):08x}"


@dataclass(frozen=True, slots=True)
class View:
    """What is open to one person, who may have a set of the article: where suggestions
    are *off*, nothing, nor in what is greyed. `read` is what this person says is the
    article after all."""

    proposed: Proposed
    how: str
    labels: Labels
    set_id: int | None
    read: tuple[Fragment, ...] = ()

    def offered(self, among: Iterable[Proposal]) -> list[Proposal]:
        """Those of `among` that are shown here until they are decided: none of labels
        that are not in play, none in what is greyed, no claims that are held back."""
        if self.how == "off":
            return []
        greyed = [region for region, read in self.regions() if not read]
        return [
            p
            for p in among
            if self.labels.get(p.shown.label)
            and suggesters.shown(p.shown, self.how)
            and not any(
                r.start <= p.shown.start and p.shown.end <= r.end for r in greyed
            )
        ]

    @property
    def total(self) -> int:
        """How many suggestions of the article are for this person, decided or not."""
        return len(self.offered(self.proposed.proposals))

    def open(
        self, among: Iterable[Proposal], mine: Sequence[Annotation]
    ) -> list[Proposal]:
        """Those of `among` that are offered and that the person neither decided nor
        marked; `mine` are at least the person's annotations that share text with
        them."""
        left = self.offered(among)
        if not left or self.set_id is None:
            return left
        became = suggestions.became(db(), self.set_id, [p.taken for p in left])
        marked = suggestions.Marked(mine)
        return [
            p
            for p, what in zip(left, became, strict=True)
            if what is None and not marked.touches(p.shown)
        ]

    def all_open(self) -> list[Proposal]:
        """Every open suggestion of the article, in text order."""
        mine = sets.annotations(db(), self.set_id) if self.set_id else []
        return self.open(self.proposed.proposals, mine)

    def regions(self) -> list[tuple[Region, bool]]:
        """The regions, each with whether the person says that it is the article."""
        if self.how == "off":
            return []
        return [(r, (r.start, r.end) in self.read) for r in self.proposed.regions]

    def pieces(self, opened: Iterable[Proposal]) -> list[Piece]:
        """What is drawn: outlines of open suggestions, and what is greyed."""
        greyed = [
            Piece(region.start, region.end, "", "", "region")
            for region, read in self.regions()
            if not read
        ]
        return [*greyed, *pieces((p.shown for p in opened), "suggestion")]


def taken(
    proposal: Proposal, label: Label, body: str, mine: Sequence[Annotation]
) -> suggestions.Taken:
    """The suggestion as an annotation: its attributes, and for what it leaves open what
    the text and the person's annotations around it tell."""
    around = [a for a in mine if spans.overlaps(a, proposal.shown)]
    told = prefill.attributes(
        label, prefill.Place(body, proposal.shown.fragments, around)
    )
    made = proposal.taken.made
    return replace(
        proposal.taken, made=replace(made, attributes={**told, **made.attributes})
    )
