"""Annotation sets: what one person says of one article.

Every change is one event: who, when, what it was before and after, and the client's
op-id. The tables hold the present state, the events how it came about: they are the
audit, undo and redo, the answer to a repeated request, and what a second tab missed.
"""

import json
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from workbench.dataset import (
    FINISHED,
    AnnotationSet,
    annotation_record,
    origin_record,
    read_annotation,
    read_origin,
    read_region,
    region_record,
)
from workbench.spans import (
    Annotation,
    Fragment,
    Relation,
    Value,
    check_regions,
    fragments_of,
)
from workbench.store import decided, now, write


class Stale(RuntimeError):  # noqa: N818 - a state, and the client may go on
    """The annotation was changed elsewhere since the client saw it."""

    def __init__(self, id: str, present: Annotation | None) -> None:
        self.id = id
        self.present = present
        super().__init__(
            f"Annotation {id} was changed in another window since you saw it."
            if present
            else f"Annotation {id} was removed in another window since you saw it."
        )


class Closed(RuntimeError):  # noqa: N818
    """The set is submitted; it must be reopened before it changes."""

    def __init__(
        self,
        message: str = "This article is submitted: reopen it to change your labels.",
    ) -> None:
        super().__init__(message)


class Unknown(LookupError):  # noqa: N818
    """The set has no such annotation or link, and never changed it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody works: one person at one article under one guideline.

    `by` is who acts there when it is not the person: a lead who gives the work back.
    `aided` says that suggestions are shown there, which every change records.
    """

    article: int
    text: str
    person: int
    guideline: str = ""
    by: int | None = None
    aided: bool = False


@dataclass(frozen=True, slots=True)
class Op:
    """What every write carries: its own id, the window it came from, the rev it saw."""

    id: str
    client: str
    seen: int


@dataclass(frozen=True, slots=True)
class State:
    """The head of an annotation set."""

    id: int
    status: str
    guideline: str
    none: tuple[str, ...]
    rev: int
    made: int
    undo_top: int | None
    redo_top: int | None
    aided: int = 0

    @property
    def finished(self) -> bool:
        """Whether the annotator has said: this is all."""
        return self.status in FINISHED


@dataclass(frozen=True, slots=True)
class Done:
    """What a write did: the rev after it, and the annotation it was about, if any."""

    rev: int
    annotation: str | None = None
    changed: bool = True


Json = Any


@dataclass(frozen=True, slots=True)
class Change:
    """One thing before and after: an annotation, a relation, the status or `none`."""

    what: str
    id: str
    before: Json
    after: Json


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the log."""

    id: int
    rev: int
    at: str
    person: str
    verb: str
    changes: tuple[Change, ...]


# --- reading --------------------------------------------------------------------------


def state(db: Database, article: int, person: int) -> State | None:
    """The head of that person's set of that article; None when it was never begun."""
    row = db.execute(
        """
        SELECT id, status, guideline, none, rev, made, undo_top, redo_top, aided
        FROM annotation_set
        WHERE article_id = :article AND person_id = :person
        """,
        {"article": article, "person": person},
    ).fetchone()
    if row is None:
        return None
    none = tuple(json.loads(row[3]))
    return State(row[0], row[1], row[2], none, *row[4:])


def people(db: Database, article: int) -> list[tuple[int, str, str, str]]:
    """Everybody with a set of that article: person id, name, kind, status."""
    return db.execute(
        """
        SELECT person.id, person.name, person.kind, annotation_set.status
        FROM annotation_set JOIN person ON person.id = annotation_set.person_id
        WHERE annotation_set.article_id = :article
            AND annotation_set.id NOT IN (SELECT set_id FROM adjudication)
        ORDER BY person.kind DESC, person.name
        """,
        {"article": article},
    ).fetchall()


def annotations(
    db: Database, set_id: int, ids: Iterable[str] | None = None
) -> list[Annotation]:
    """The annotations of a set in text order; only those with `ids`, when given."""
    if ids is None:
        return _annotations(db, set_id)
    values = {"ids": json.dumps(sorted(ids))}
    return _annotations(db, set_id, "SELECT value FROM json_each(:ids)", values)


def around(db: Database, set_id: int, start: int, end: int) -> list[Annotation]:
    """The annotations that share text with [start, end), in text order."""
    touching = """
        SELECT annotation_id
        FROM fragment
        WHERE set_id = :set AND start < :end AND "end" > :start
    """
    return _annotations(db, set_id, touching, {"start": start, "end": end})


def _annotations(
    db: Database, set_id: int, among: str = "", values: Mapping[str, int | str] = {}
) -> list[Annotation]:
    where = f"AND annotation.id IN ({among})" if among else ""
    rows = db.execute(
        f"""
        SELECT annotation.id, label, attributes, note, unsure, origin, start, "end"
        FROM annotation
        JOIN fragment
            ON fragment.set_id = annotation.set_id
            AND fragment.annotation_id = annotation.id
        WHERE annotation.set_id = :set {where}
        ORDER BY annotation.id, start
        """,
        {"set": set_id, **values},
    )
    found: dict[str, Annotation] = {}
    for id, label, attributes, note, unsure, origin, start, end in rows:
        known = found.get(id)
        if known:
            found[id] = replace(known, fragments=(*known.fragments, (start, end)))
        else:
            found[id] = Annotation(
                id,
                label,
                ((start, end),),
                json.loads(attributes),
                note,
                bool(unsure),
                read_origin(json.loads(origin)) if origin else None,
            )
    return sorted(found.values(), key=lambda a: a.order)


def annotation(db: Database, set_id: int, id: str) -> Annotation | None:
    """The annotation with that id, or None."""
    return next(iter(annotations(db, set_id, [id])), None)


def relations(db: Database, set_id: int, of: str | None = None) -> list[Relation]:
    """The links of a set; only those that begin or end at `of`, when given."""
    where = "set_id = :set" + (" AND (source = :of OR target = :of)" if of else "")
    rows = db.execute(
        f"SELECT id, type, source, target FROM relation WHERE {where} ORDER BY id",
        {"set": set_id, "of": of} if of else {"set": set_id},
    )
    return [Relation(*row) for row in rows]


def counts(db: Database, set_id: int) -> dict[str, int]:
    """How many annotations of each label the set has."""
    rows = db.execute(
        "SELECT label, count(*) FROM annotation WHERE set_id = ? GROUP BY label",
        [set_id],
    )
    return dict(rows.fetchall())


def whole(db: Database, set_id: int, annotator: str, kind: str) -> AnnotationSet:
    """The set as a value, with everything in it."""
    row = db.execute(
        """
        SELECT status, guideline, none, rejected, regions, aided
        FROM annotation_set
        WHERE id = ?
        """,
        [set_id],
    ).fetchone()
    return AnnotationSet(
        annotator,
        kind,
        row[0],
        row[1],
        tuple(json.loads(row[2])),
        tuple(annotations(db, set_id)),
        tuple(relations(db, set_id)),
        tuple(map(read_annotation, json.loads(row[3]))),
        tuple(map(read_region, json.loads(row[4]))),
        bool(row[5]),
    )


def values_of(
    db: Database, attributes: Sequence[str], person: int, article: int
) -> list[str]:
    """What `person` wrote into any of `attributes`, once each, this article's first.

    Only this article and the twenty changed last are looked at: it is asked for with
    every label, and must not grow slower with a person's work.
    """
    rows = db.execute(
        """
        WITH recent AS (
            SELECT id, article_id
            FROM annotation_set
            WHERE person_id = :person
            ORDER BY article_id = :article DESC, changed DESC
            LIMIT 21
        )
        SELECT json_each.value, max(recent.article_id = :article) AS here,
               count(*) AS often
        FROM recent
        JOIN annotation ON annotation.set_id = recent.id
        JOIN json_each(annotation.attributes)
        WHERE json_each.key IN (SELECT value FROM json_each(:names))
            AND json_each.type = 'text'
        GROUP BY json_each.value
        ORDER BY here DESC, often DESC, json_each.value
        LIMIT 200
        """,
        {"person": person, "article": article, "names": json.dumps(list(attributes))},
    )
    return [row[0] for row in rows]


def texts_of(db: Database, set_id: int, label: str, longest: int) -> list[str]:
    """The words of every fragment with that label, in text order, those of at most
    `longest` code points."""
    rows = db.execute(
        """
        SELECT fragment.text
        FROM annotation
        JOIN fragment
            ON fragment.set_id = annotation.set_id
            AND fragment.annotation_id = annotation.id
        WHERE annotation.set_id = :set
            AND annotation.label = :label
            AND "end" - start <= :longest
        ORDER BY start
        """,
        {"set": set_id, "label": label, "longest": longest},
    )
    return [row[0] for row in rows]


def events(db: Database, set_id: int, after: int = 0) -> list[Event]:
    """The events of a set with a rev above `after`, oldest first."""
    rows = db.execute(
        """
        SELECT event.id, rev, at, person.name, verb, changes
        FROM event JOIN person ON person.id = event.person_id
        WHERE set_id = :set AND rev > :after
        ORDER BY rev
        """,
        {"set": set_id, "after": after},
    )
    return [
        Event(id, rev, at, person, verb, tuple(_read_changes(changes)))
        for id, rev, at, person, verb, changes in rows
    ]


@dataclass(frozen=True, slots=True)
class Touched:
    """What changed: the annotations, gone ones too; every stretch of text that was or
    is covered by one of them, by a suggestion that was rejected, or by a region; and
    the suggestions that were accepted or rejected, each as suggester and id."""

    ids: set[str]
    stretches: list[Fragment]
    sources: set[tuple[str, str]]


def touched(db: Database, set_id: int, after: int) -> Touched:
    """What changed since rev `after`."""
    ids: set[str] = set()
    stretches: list[Fragment] = []
    sources: set[tuple[str, str]] = set()
    for event in events(db, set_id, after):
        for change in event.changes:
            sides: list[Json] = []
            if change.what in ("rejected", "regions"):
                sides = list(_turned(change))
            elif change.what == "annotation":
                ids.add(change.id)
                sides = [side for side in (change.before, change.after) if side]
            for side in sides:
                stretches += map(tuple, side.get("fragments", [side.get("fragment")]))
                origin = side.get("origin") or {"sources": []}
                sources |= {(one["annotator"], one["id"]) for one in origin["sources"]}
    return Touched(ids, stretches, sources)


def _turned(change: Change) -> Iterator[Json]:
    """The suggestions or regions that are on one side of a change alone."""
    for one in (*change.before, *change.after):
        if (one in change.before) != (one in change.after):
            yield one


def told(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Changes as people read them: suggestions that were rejected, or are no longer,
    each like an annotation, with its label and words. Beside annotations that changed
    they are left as they are: those say it."""
    if any(change.what == "annotation" for change in changes):
        return tuple(changes)
    found: list[Change] = []
    for change in changes:
        if change.what != "rejected":
            found.append(change)
            continue
        for one in _turned(change):
            before, after = (
                one if one in side else None for side in (change.before, change.after)
            )
            found.append(Change("annotation", one["id"], before, after))
    return tuple(found)


# --- writing --------------------------------------------------------------------------


def add(
    db: Database,
    desk: Desk,
    op: Op,
    label: str,
    fragments: Iterable[Sequence[int]],
    attributes: dict[str, Value] | None = None,
    link: tuple[str, str] | None = None,
    *,
    note: str | None = None,
    unsure: bool = False,
) -> Done:
    """A new annotation, and a link of type link[0] to it from annotation link[1].

    The label is no longer said to be missing from the article.
    """
    placed = fragments_of(fragments, len(desk.text))

    def plan(head: State) -> tuple[list[Change], str]:
        id = free_id(db, head, "a")
        made = Annotation(id, label, placed, attributes or {}, note or None, unsure)
        changes = [Change("annotation", id, None, written(made, desk.text))]
        if label in head.none:
            left = sorted(set(head.none) - {label})
            changes.append(Change("none", "", list(head.none), left))
        if link and annotation(db, head.id, link[1]):
            relation = {"type": link[0], "from": link[1], "to": id}
            changes.append(Change("relation", free_id(db, head, "r"), None, relation))
        return changes, id

    return act(db, desk, op, "add", plan)


def repeat(
    db: Database,
    desk: Desk,
    op: Op,
    id: str,
    places: Iterable[Fragment],
    attributes: Callable[[Fragment], dict[str, Value]],
) -> Done:
    """New annotations with the label of annotation `id` at other places, in one step;
    `attributes` tells those of each.

    :raises Stale: the annotation was changed or removed elsewhere.
    """

    def plan(head: State) -> tuple[list[Change], str]:
        like = _fresh(db, head, id, op)
        changes = []
        for place in places:
            (placed,) = fragments_of([place], len(desk.text))
            new = free_id(db, head, "a")
            made = Annotation(new, like.label, (placed,), attributes(placed))
            changes.append(Change("annotation", new, None, written(made, desk.text)))
        return changes, id

    return act(db, desk, op, "repeat", plan)


def revise(
    db: Database,
    desk: Desk,
    op: Op,
    id: str,
    *,
    attributes: dict[str, Value] | None = None,
    note: str | None = None,
    unsure: bool | None = None,
) -> Done:
    """An annotation with other attributes, note ("" for none) or certainty."""

    def change(old: Annotation) -> Annotation:
        return replace(
            old,
            attributes=old.attributes if attributes is None else attributes,
            note=old.note if note is None else (note or None),
            unsure=old.unsure if unsure is None else unsure,
        )

    return _alter(db, desk, op, "revise", id, change)


def relabel(
    db: Database,
    desk: Desk,
    op: Op,
    id: str,
    label: str,
    attributes: dict[str, Value],
    fragments: Iterable[Sequence[int]],
    keep: Callable[[Relation, str], bool],
) -> Done:
    """An annotation with another label, its attributes and its borders for that label.

    `keep` is asked of each of its links, with the new label, whether it still fits;
    those that do not are removed with the same step.
    """
    placed = fragments_of(fragments, len(desk.text))

    def plan(head: State) -> tuple[list[Change], str]:
        old = _fresh(db, head, id, op)
        new = _changed(
            replace(old, label=label, attributes=attributes, fragments=placed), old
        )
        changes = [
            Change("annotation", id, written(old, desk.text), written(new, desk.text))
        ]
        changes += [
            Change("relation", r.id, link_record(r), None)
            for r in relations(db, head.id, id)
            if not keep(r, label)
        ]
        if label in head.none:
            left = sorted(set(head.none) - {label})
            changes.append(Change("none", "", list(head.none), left))
        return changes, id

    return act(db, desk, op, "relabel", plan)


def move(
    db: Database, desk: Desk, op: Op, id: str, fragments: Iterable[Sequence[int]]
) -> Done:
    """An annotation over other fragments; its id, attributes and links stay."""
    placed = fragments_of(fragments, len(desk.text))
    return _alter(db, desk, op, "move", id, lambda old: replace(old, fragments=placed))


def remove(db: Database, desk: Desk, op: Op, id: str) -> Done:
    """The set without an annotation and without the links that begin or end at it."""

    def plan(head: State) -> tuple[list[Change], None]:
        old = _fresh(db, head, id, op)
        changes = [
            Change("relation", r.id, link_record(r), None)
            for r in relations(db, head.id, id)
        ]
        changes.append(Change("annotation", id, written(old, desk.text), None))
        return changes, None

    return act(db, desk, op, "remove", plan)


def link(db: Database, desk: Desk, op: Op, type: str, source: str, target: str) -> Done:
    """A new link; nothing changes when it is there already.

    :raises Stale: one of its ends is gone.
    """

    def plan(head: State) -> tuple[list[Change], str]:
        for end in (source, target):
            if annotation(db, head.id, end) is None:
                raise Stale(end, None)
        if any(
            (r.type, r.source, r.target) == (type, source, target)
            for r in relations(db, head.id, source)
        ):
            return [], source
        relation = {"type": type, "from": source, "to": target}
        return [Change("relation", free_id(db, head, "r"), None, relation)], source

    return act(db, desk, op, "link", plan)


def unlink(db: Database, desk: Desk, op: Op, id: str) -> Done:
    """The set without that link; nothing changes when it is gone already."""

    def plan(head: State) -> tuple[list[Change], str | None]:
        old = next((r for r in relations(db, head.id) if r.id == id), None)
        if old is None:
            return [], None
        return [Change("relation", id, link_record(old), None)], old.source

    return act(db, desk, op, "unlink", plan)


def say_none(db: Database, desk: Desk, op: Op, label: str, none: bool) -> Done:
    """The set says, or no longer says, that the article has nothing of `label`.

    Saying it of a label that is annotated changes nothing.
    """

    def plan(head: State) -> tuple[list[Change], None]:
        left = set(head.none) - {label}
        if none and not counts(db, head.id).get(label):
            left.add(label)
        return [Change("none", "", list(head.none), sorted(left))], None

    return act(db, desk, op, "none" if none else "not_none", plan)


def put(db: Database, desk: Desk, op: Op, whole: AnnotationSet) -> Done:
    """The set with exactly the annotations, links and `none` of `whole`.

    One step, which undo takes back at once. What is the same stays untouched; status
    and guideline stay, and so does what is known of where an annotation comes from.
    Whoever calls has checked `whole` against the text.
    """

    def plan(head: State) -> tuple[list[Change], None]:
        _go_on_behind(db, head.id, whole)
        links = (
            {r.id: link_record(r) for r in relations(db, head.id)},
            {r.id: link_record(r) for r in whole.relations},
        )
        old_ones = {a.id: a for a in annotations(db, head.id)}
        marked = (
            {id: written(a, desk.text) for id, a in old_ones.items()},
            {
                a.id: written(_changed(a, old_ones.get(a.id)), desk.text)
                for a in whole.annotations
            },
        )
        changes = [
            Change(what, id, old.get(id), new.get(id))
            for what, (old, new) in (("relation", links), ("annotation", marked))
            for id in sorted({*old, *new})
        ]
        changes.append(Change("none", "", list(head.none), sorted(whole.none)))
        return changes, None

    return act(db, desk, op, "put", plan)


def submit(db: Database, desk: Desk, op: Op) -> Done:
    """The set, finished; whoever calls has checked it in the same `store.write`."""

    def plan(head: State) -> tuple[list[Change], None]:
        return [Change("status", "", head.status, "submitted")], None

    return act(db, desk, op, "submit", plan, undoable=False)


def reopen(db: Database, desk: Desk, op: Op) -> Done:
    """The set, in progress again."""

    def plan(head: State) -> tuple[list[Change], None]:
        if not head.finished:
            return [], None
        return [Change("status", "", head.status, "in_progress")], None

    return act(db, desk, op, "reopen", plan, undoable=False, closed_too=True)


def give_back(db: Database, desk: Desk, op: Op) -> Done:
    """The set, in progress again because a lead (`desk.by`) asks for it."""

    def plan(head: State) -> tuple[list[Change], None]:
        if not head.finished:
            return [], None
        return [Change("status", "", head.status, "in_progress")], None

    return act(db, desk, op, "return", plan, undoable=False, closed_too=True)


def undo(db: Database, desk: Desk, op: Op) -> Done:
    """The set before its last step that is not undone; unchanged when there is none."""
    return _step_back(db, desk, op, redo=False)


def redo(db: Database, desk: Desk, op: Op) -> Done:
    """The set with the step that was undone last done again; unchanged without one."""
    return _step_back(db, desk, op, redo=True)


def bring_in(
    db: Database, article: int, text: str, person: int, set_: AnnotationSet
) -> bool:
    """Whether a set from elsewhere was taken in; False when the same is there already.

    :raises Stale: the person has begun a different set of this article here.
    :raises SpanError: its regions are not apart, or not in the text.
    """
    with write(db):
        head = state(db, article, person)
        if head and _same(whole(db, head.id, set_.annotator, set_.kind), set_):
            return False
        if head and head.rev:
            raise Stale(set_.annotator, None)
        desk = Desk(article, text, person, set_.guideline)
        head = head or _begin(db, desk)
        db.execute(
            "UPDATE annotation_set SET guideline = :guideline WHERE id = :set",
            {"guideline": set_.guideline, "set": head.id},
        )
        _go_on_behind(db, head.id, set_)
        changes = [
            Change("annotation", a.id, None, written(a, text)) for a in set_.annotations
        ]
        changes += [
            Change("relation", r.id, None, link_record(r)) for r in set_.relations
        ]
        if set_.none:
            changes.append(Change("none", "", [], sorted(set_.none)))
        if set_.rejected:
            rejected = [annotation_record(a, text) for a in set_.rejected]
            changes.append(Change("rejected", "", [], rejected))
        if set_.regions:
            regions = [region_record(r) for r in set_.regions]
            check_regions([one["fragment"] for one in regions], len(text))
            changes.append(Change("regions", "", [], regions))
        if set_.aided:
            changes.append(Change("aided", "", False, True))
        if set_.status != head.status:
            changes.append(Change("status", "", head.status, set_.status))
        if changes:
            # Nobody else may guess an op-id, or they could use it up.
            op = Op(f"import-{secrets.token_hex(8)}", "import", 0)
            _record(db, head, desk, op, "import", changes, undoable=False)
    return True


#: Ids with more digits never meet those that are counted here.
_COUNTED = re.compile(r"[a-z](\d{1,9})")


def _go_on_behind(db: Database, set_id: int, set_: AnnotationSet) -> None:
    """Ids that are counted here begin behind the highest number in those of `set_`."""
    ids = [a.id for a in set_.annotations] + [r.id for r in set_.relations]
    taken = [int(m[1]) for id in ids if (m := _COUNTED.fullmatch(id))]
    db.execute(
        "UPDATE annotation_set SET made = :taken WHERE id = :set AND made < :taken",
        {"taken": max(taken, default=0), "set": set_id},
    )


def _same(a: AnnotationSet, b: AnnotationSet) -> bool:
    def plain(s: AnnotationSet) -> tuple[object, ...]:
        return (
            s.status,
            s.guideline,
            sorted(s.none),
            sorted(s.annotations, key=lambda a: a.order),
            sorted(s.relations, key=lambda r: r.id),
            sorted(s.rejected, key=lambda a: a.order),
            sorted(s.regions, key=lambda r: r.start),
            s.aided,
        )

    return plain(a) == plain(b)


def answered(db: Database, desk: Desk, op: Op) -> Done | None:
    """What this very op did when it came before; None when it is new.

    :raises Unknown: the id was used for another article or by another client.
    """
    head = state(db, desk.article, desk.person)
    row = db.execute(
        "SELECT set_id, client FROM event WHERE op = ?", [op.id]
    ).fetchone()
    if row is None:
        return None
    if head is None or row != (head.id, op.client):
        raise Unknown(f"The op-id {op.id!r} was used for another request.")
    return _answered(db, head, op)


# --- how a write happens --------------------------------------------------------------

Plan = Callable[[State], tuple[list[Change], str | None]]


def act(
    db: Database,
    desk: Desk,
    op: Op,
    verb: str,
    plan: Plan,
    *,
    undoable: bool = True,
    closed_too: bool = False,
    final: bool = False,
) -> Done:
    """What came of a write: the changes that `plan` makes of the set's head, as one
    event. Nothing before a `final` one is undone or redone any more.

    :raises Closed: the set is finished, and the write is not for such.
    :raises SpanError: its regions would not be apart, or not in the text.
    """
    with write(db):
        head = state(db, desk.article, desk.person) or _begin(db, desk)
        before = _answered(db, head, op)
        if before:
            return before
        if head.finished and not closed_too:
            raise Closed
        changes, about = plan(head)
        changes = [c for c in changes if c.before != c.after]
        for change in changes:
            if change.what == "regions":
                places = [one["fragment"] for one in change.after]
                check_regions(places, len(desk.text))
        if not changes:
            return Done(head.rev, about, changed=False)
        if head.status == "todo" and not any(c.what == "status" for c in changes):
            changes.append(Change("status", "", "todo", "in_progress"))
        if desk.aided and not head.aided:
            changes.append(Change("aided", "", False, True))
        rev = _record(db, head, desk, op, verb, changes, undoable=undoable)
        if final:
            _set_stacks(db, head.id, None, None)
        return Done(rev, about)


def _alter(
    db: Database,
    desk: Desk,
    op: Op,
    verb: str,
    id: str,
    change: Callable[[Annotation], Annotation],
) -> Done:
    def plan(head: State) -> tuple[list[Change], str]:
        old = _fresh(db, head, id, op)
        new = _changed(change(old), old)
        return [
            Change("annotation", id, written(old, desk.text), written(new, desk.text))
        ], id

    return act(db, desk, op, verb, plan)


def _changed(new: Annotation, old: Annotation | None) -> Annotation:
    """The annotation with the origin that `old` has: a suggestion that was accepted is
    a changed one as soon as it says something else."""
    origin = old.origin if old else None
    if old and origin and origin.path == "accepted":
        plain = (new.label, new.fragments, new.attributes)
        if plain != (old.label, old.fragments, old.attributes):
            origin = replace(origin, path="changed")
    return replace(new, origin=origin)


def begin(db: Database, desk: Desk) -> State:
    """The head of the set, which is there from now on though nothing is marked yet."""
    with write(db):
        return state(db, desk.article, desk.person) or _begin(db, desk)


def _begin(db: Database, desk: Desk) -> State:
    row = db.execute(
        """
        INSERT INTO annotation_set (article_id, person_id, guideline, changed)
        VALUES (:article, :person, :guideline, :now)
        RETURNING id
        """,
        {
            "article": desk.article,
            "person": desk.person,
            "guideline": desk.guideline,
            "now": now(),
        },
    ).fetchone()
    return State(row[0], "todo", desk.guideline, (), 0, 0, None, None)


def _answered(db: Database, head: State, op: Op) -> Done | None:
    """What was answered when this very op came before: a retry changes nothing more."""
    row = db.execute(
        "SELECT set_id, changes FROM event WHERE op = ?", [op.id]
    ).fetchone()
    if row is None:
        return None
    if row[0] != head.id:
        raise Unknown(f"The op-id {op.id!r} was used for another article.")
    return Done(head.rev, _about(list(_read_changes(row[1]))))


def _about(changes: Sequence[Change]) -> str | None:
    """The annotation that is there after these changes, or that a link begins at."""
    for change in changes:
        if change.what == "annotation" and change.after:
            return change.id
    for change in changes:
        if change.what == "annotation":
            return None
    for change in changes:
        if change.what == "relation":
            return str((change.after or change.before)["from"])
    return None


def _fresh(db: Database, head: State, id: str, op: Op) -> Annotation:
    """The annotation, when nobody else changed it since the client looked.

    A window's own changes are no surprise to it: rapid edits of one annotation are
    sent before the first of them is answered.
    """
    present = annotation(db, head.id, id)
    row = db.execute(
        "SELECT rev, client FROM annotation WHERE set_id = ? AND id = ?", [head.id, id]
    ).fetchone()
    if present is None or row is None:
        raise Stale(id, None)
    if row[0] > op.seen and row[1] != op.client:
        raise Stale(id, present)
    return present


def free_id(db: Database, head: State, stem: str) -> str:
    """An id that this set never had, also not in what was undone."""
    number = db.execute(
        "UPDATE annotation_set SET made = made + 1 WHERE id = ? RETURNING made",
        [head.id],
    ).fetchone()[0]
    return f"{stem}{number}"


def _record(
    db: Database,
    head: State,
    desk: Desk,
    op: Op,
    verb: str,
    changes: list[Change],
    *,
    undoable: bool,
    target: int | None = None,
    undo_below: int | None = None,
    redo_below: int | None = None,
) -> int:
    """The rev after the changes were applied and logged as one event."""
    rev = head.rev + 1
    _apply(db, head.id, changes, rev, op.client)
    if undoable:
        undo_below = head.undo_top
    event = db.execute(
        """
        INSERT INTO event (set_id, rev, person_id, at, verb, op, client, changes,
                           target, undo_below, redo_below)
        VALUES (:set, :rev, :person, :at, :verb, :op, :client, :changes,
                :target, :undo_below, :redo_below)
        RETURNING id
        """,
        {
            "set": head.id,
            "rev": rev,
            "person": desk.by or desk.person,
            "at": now(),
            "verb": verb,
            "op": op.id,
            "client": op.client,
            "changes": json.dumps(
                [[c.what, c.id, c.before, c.after] for c in changes],
                ensure_ascii=False,
                sort_keys=True,
            ),
            "target": target,
            "undo_below": undo_below,
            "redo_below": redo_below,
        },
    ).fetchone()[0]
    if undoable:
        _set_stacks(db, head.id, event, None)
    db.execute(
        "UPDATE annotation_set SET rev = :rev, changed = :now WHERE id = :set",
        {"rev": rev, "now": now(), "set": head.id},
    )
    return rev


def _set_stacks(db: Database, set_id: int, undo: int | None, redo: int | None) -> None:
    db.execute(
        "UPDATE annotation_set SET undo_top = :undo, redo_top = :redo WHERE id = :set",
        {"undo": undo, "redo": redo, "set": set_id},
    )


def _step_back(db: Database, desk: Desk, op: Op, *, redo: bool) -> Done:
    """Undo and redo walk two stacks threaded through the events.

    The events never change, so a stack is a top in the set's row and, in each event,
    the entry that lay below when it was pushed.
    """
    with write(db):
        head = state(db, desk.article, desk.person) or _begin(db, desk)
        before = _answered(db, head, op)
        if before:
            return before
        if head.finished:
            raise Closed
        top = head.redo_top if redo else head.undo_top
        if top is None:
            return Done(head.rev, changed=False)
        row = db.execute(
            "SELECT changes, undo_below, redo_below FROM event WHERE id = ?", [top]
        ).fetchone()
        # An undo's event holds the inverse, so taking its inverse does the step again.
        changes = [
            replace(c, before=c.after, after=c.before) for c in _read_changes(row[0])
        ]
        changes.reverse()
        # Submitting and reopening lie on neither stack, and may have moved the status.
        # Who has seen suggestions has seen them, whatever is undone.
        changes = [
            c
            for c in changes
            if (c.what != "status" or c.before == head.status) and c.what != "aided"
        ]
        rev = _record(
            db,
            head,
            desk,
            op,
            "redo" if redo else "undo",
            changes,
            undoable=False,
            target=top,
            undo_below=head.undo_top if redo else None,
            redo_below=None if redo else head.redo_top,
        )
        made = db.execute(
            "SELECT id FROM event WHERE set_id = ? AND rev = ?", [head.id, rev]
        ).fetchone()[0]
        if redo:
            _set_stacks(db, head.id, made, row[2])
        else:
            _set_stacks(db, head.id, row[1], made)
        return Done(rev, _about(changes))


def _apply(
    db: Database, set_id: int, changes: list[Change], rev: int, client: str
) -> None:
    """The present state after `changes`: links go first and come last."""
    for change in changes:
        if change.what == "relation" and change.before:
            db.execute(
                "DELETE FROM relation WHERE set_id = ? AND id = ?", [set_id, change.id]
            )
    moved = [c for c in changes if c.what == "annotation"]
    for change in moved:
        if change.after is None:
            db.execute(
                "DELETE FROM annotation WHERE set_id = ? AND id = ?",
                [set_id, change.id],
            )
    written = [c for c in moved if c.after is not None]
    db.conn.executemany(
        """
        INSERT INTO annotation
            (set_id, id, label, attributes, note, unsure, rev, client, origin)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (set_id, id) DO UPDATE SET
            label = excluded.label,
            attributes = excluded.attributes,
            note = excluded.note,
            unsure = excluded.unsure,
            rev = excluded.rev,
            client = excluded.client,
            origin = excluded.origin
        """,
        [
            (
                set_id,
                c.id,
                c.after["label"],
                json.dumps(c.after["attributes"], ensure_ascii=False, sort_keys=True),
                c.after.get("note"),
                int(c.after.get("unsure", False)),
                rev,
                client,
                _origin(c.after.get("origin")),
            )
            for c in written
        ],
    )
    db.conn.executemany(
        "DELETE FROM fragment WHERE set_id = ? AND annotation_id = ?",
        [(set_id, c.id) for c in written if c.before],
    )
    db.conn.executemany(
        """
        INSERT INTO fragment (set_id, annotation_id, start, "end", text)
        VALUES (?, ?, ?, ?, ?)
        """,
        [
            (set_id, c.id, start, end, text)
            for c in written
            for (start, end), text in zip(
                c.after["fragments"], c.after["text"], strict=True
            )
        ],
    )
    for change in changes:
        if change.what == "relation" and change.after:
            db.execute(
                """
                INSERT INTO relation (set_id, id, type, source, target)
                VALUES (:set, :id, :type, :from, :to)
                """,
                {"set": set_id, "id": change.id, **change.after},
            )
        elif change.what == "none":
            db.execute(
                "UPDATE annotation_set SET none = :none WHERE id = :set",
                {"none": json.dumps(change.after), "set": set_id},
            )
        elif change.what == "status":
            db.execute(
                "UPDATE annotation_set SET status = :status WHERE id = :set",
                {"status": change.after, "set": set_id},
            )
        elif change.what in ("rejected", "regions"):
            db.execute(
                f"UPDATE annotation_set SET {change.what} = :now WHERE id = :set",
                {"now": json.dumps(change.after, ensure_ascii=False), "set": set_id},
            )
        elif change.what == "aided":
            db.execute(
                "UPDATE annotation_set SET aided = :now WHERE id = :set",
                {"now": int(change.after), "set": set_id},
            )
        elif change.what in decided.KINDS:
            decided.apply(db, set_id, change.what, change.id, change.after)


def _origin(record: Json) -> str | None:
    return json.dumps(record, ensure_ascii=False, sort_keys=True) if record else None


def written(annotation: Annotation, text: str) -> Json:
    """An annotation as an event holds it, with the server's own slices of the text."""
    record: dict[str, Json] = {
        "label": annotation.label,
        "fragments": [list(f) for f in annotation.fragments],
        "text": [text[start:end] for start, end in annotation.fragments],
        "attributes": dict(sorted(annotation.attributes.items())),
    }
    if annotation.note:
        record["note"] = annotation.note
    if annotation.unsure:
        record["unsure"] = True
    if annotation.origin:
        record["origin"] = origin_record(annotation.origin)
    return record


def link_record(relation: Relation) -> Json:
    return {"type": relation.type, "from": relation.source, "to": relation.target}


def _read_changes(written: str) -> Iterator[Change]:
    for what, id, before, after in json.loads(written):
        yield Change(what, id, before, after)


def present(db: Database, set_id: int) -> dict[tuple[str, str], Json]:
    """The present state in the form events use, for holding the two together."""
    found: dict[tuple[str, str], Json] = {}
    quoted: dict[str, list[str]] = {}
    rows = db.execute(
        "SELECT annotation_id, text FROM fragment WHERE set_id = ? ORDER BY start",
        [set_id],
    )
    for id, text in rows:
        quoted.setdefault(id, []).append(text)
    for one in annotations(db, set_id):
        record = written(one, "")
        record["text"] = quoted[one.id]
        found["annotation", one.id] = record
    for relation in relations(db, set_id):
        found["relation", relation.id] = link_record(relation)
    status, none, rejected, regions, aided = db.execute(
        """
        SELECT status, none, rejected, regions, aided
        FROM annotation_set
        WHERE id = ?
        """,
        [set_id],
    ).fetchone()
    found["status", ""] = status
    found["none", ""] = json.loads(none)
    found["rejected", ""] = json.loads(rejected)
    found["regions", ""] = json.loads(regions)
    found["aided", ""] = bool(aided)
    return found | decided.present(db, set_id)
