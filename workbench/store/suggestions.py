"""Suggestions: what machines propose for an article, and what people make of it.

What a machine proposes is an annotation set of the kind model, one for each suggester.
What became of a suggestion is a part of the set of whoever was shown it: the origin of
the annotation made of it, or the list of those rejected. So it is written, undone,
exported and kept apart from other people's like every label.
"""

import json
import secrets
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from sqlite_utils import Database

from workbench.dataset import AnnotationSet, annotation_record, region_record
from workbench.spans import Annotation, Fragment, Origin, Region, Relation
from workbench.store import people, sets, write
from workbench.store.sets import Change, Desk, Done, Op, State

#: What a decision is about, whoever suggested it under whatever id.
Words = tuple[str, tuple[Fragment, ...]]
#: A suggester and an id there.
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """A suggestion as it is to become an annotation: who made it, the annotation with
    its attributes, and what is linked to it, each with the type of the link; `also` are
    the other names under which the same words are or were suggested."""

    suggester: str
    made: Annotation
    anchors: tuple[tuple[str, Annotation], ...] = ()
    also: tuple[Name, ...] = ()

    @property
    def words(self) -> Words:
        """The label and the fragments."""
        return self.made.label, self.made.fragments

    @property
    def names(self) -> tuple[Name, ...]:
        """Every name under which these words are or were suggested."""
        return ((self.suggester, self.made.id), *self.also)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What people made of a rule's suggestions, of one version of one suggester.

    What somebody decided counts, wherever it was; `ignored` are those that somebody who
    was shown suggestions left undecided and submitted. What else was on a screen at
    some time is not recorded.
    """

    suggester: str
    rule: str
    version: str
    accepted: int
    changed: int
    rejected: int
    ignored: int

    @property
    def decided(self) -> int:
        """How many somebody accepted, changed or rejected."""
        return self.accepted + self.changed + self.rejected

    @property
    def shown(self) -> int:
        """How many are counted: decided or ignored."""
        return self.decided + self.ignored

    @property
    def share(self) -> float | None:
        """Which part of those decided was accepted, changed or not; None of none."""
        if not self.decided:
            return None
        return (self.accepted + self.changed) / self.decided


# --- what machines propose ------------------------------------------------------------


def of(db: Database, article: int) -> list[tuple[int, int, AnnotationSet]]:
    """The sets of kind model of an article (by row id), each with its id and rev, by
    the name of the suggester."""
    rows = db.execute(
        """
        SELECT annotation_set.id, rev, person.name
        FROM annotation_set JOIN person ON person.id = annotation_set.person_id
        WHERE article_id = ? AND person.kind = 'model'
        ORDER BY person.name
        """,
        [article],
    ).fetchall()
    return [(id, rev, sets.whole(db, id, name, "model")) for id, rev, name in rows]


def state(db: Database, article: int) -> tuple[tuple[int, int], ...]:
    """The ids and revs of the model sets of an article: the same while they are."""
    rows = db.execute(
        """
        SELECT annotation_set.id, rev
        FROM annotation_set JOIN person ON person.id = annotation_set.person_id
        WHERE article_id = ? AND person.kind = 'model'
        ORDER BY person.name
        """,
        [article],
    )
    return tuple((id, rev) for id, rev in rows.fetchall())


def has(db: Database, article: int, suggester: str) -> bool:
    """Whether there are suggestions by `suggester` for an article (by row id)."""
    row = db.execute(
        """
        SELECT 1
        FROM annotation_set JOIN person ON person.id = annotation_set.person_id
        WHERE article_id = :article AND kind = 'model' AND name = :name AND rev > 0
        """,
        {"article": article, "name": suggester},
    ).fetchone()
    return row is not None


def lacking(
    db: Database, suggester: str, version: str | None = None
) -> list[tuple[int, str, str]]:
    """The articles without suggestions by `suggester`: row id, key and text, by key.

    With `version`, also those that have some of another version, or none at all in
    their set: of what version an empty set is nobody can tell.
    """
    rows = db.execute(
        """
        SELECT article.id, key, text
        FROM article
        WHERE NOT EXISTS (
            SELECT 1
            FROM annotation_set
            JOIN person ON person.id = annotation_set.person_id
            WHERE article_id = article.id AND kind = 'model' AND name = :name
                AND (:version IS NULL OR EXISTS (
                    SELECT 1
                    FROM annotation
                    WHERE set_id = annotation_set.id
                        AND json_extract(origin, '$.version') = :version
                ))
        )
        ORDER BY key
        """,
        {"name": suggester, "version": version},
    )
    return [(row, key, text) for row, key, text in rows.fetchall()]


def fill(db: Database, article: int, text: str, made: AnnotationSet) -> bool:
    """Whether the suggestions of an article are now others: `made`, by its annotator.

    What any earlier set proposed for the same words has its id again, so that it stays
    decided for who decided it; an id never comes to mean another suggestion. What is
    new keeps its own id, which may tell its place, if the set never had that one.

    :raises SpanError: its regions are not apart, or not in the text.
    """
    with write(db):
        person = people.ensure(db, made.annotator, kind="model")
        desk = Desk(article, text, person.id)
        head = sets.state(db, article, person.id)
        if head is None or not head.rev:
            return sets.bring_in(db, article, text, person.id, made)
        before = sets.whole(db, head.id, made.annotator, "model")
        fresh = _with_known_ids(db, head, before, made)
        done = sets.act(
            db,
            desk,
            # Nobody else may guess an op-id, or they could use it up.
            Op(f"fill-{secrets.token_hex(8)}", "suggest", 0),
            "suggest",
            lambda _: (list(_differences(before, fresh, text)), None),
            undoable=False,
            closed_too=True,
        )
        return done.changed


def _with_known_ids(
    db: Database, head: State, before: AnnotationSet, made: AnnotationSet
) -> AnnotationSet:
    known: dict[Words, str] = {}
    had: set[str] = set()
    for event in sets.events(db, head.id):
        for change in event.changes:
            had.add(change.id)
            if change.what == "annotation":
                known[_words_of(change.after or change.before)] = change.id
    known |= {(a.label, a.fragments): a.id for a in before.annotations}

    def unused(stem: str) -> str:
        while (id := sets.free_id(db, head, stem)) in had:
            pass
        had.add(id)
        return id

    ids: dict[str, str] = {}
    for one in made.annotations:
        there = known.pop((one.label, one.fragments), None)
        if there is None and one.id not in had:
            there = one.id
            had.add(there)
        ids[one.id] = there or unused(one.label[0])
    links = {(r.type, r.source, r.target): r.id for r in before.relations}
    relations = []
    for link in made.relations:
        ends = (link.type, ids[link.source], ids.get(link.target, link.target))
        relations.append(Relation(links.get(ends) or unused("r"), *ends))
    return replace(
        made,
        annotations=tuple(replace(a, id=ids[a.id]) for a in made.annotations),
        relations=tuple(relations),
    )


def _words_of(record: sets.Json) -> Words:
    return record["label"], tuple((start, end) for start, end in record["fragments"])


def _differences(
    before: AnnotationSet, after: AnnotationSet, text: str
) -> Iterable[Change]:
    for what, old, new in (
        (
            "relation",
            {r.id: sets.link_record(r) for r in before.relations},
            {r.id: sets.link_record(r) for r in after.relations},
        ),
        (
            "annotation",
            {a.id: sets.written(a, text) for a in before.annotations},
            {a.id: sets.written(a, text) for a in after.annotations},
        ),
    ):
        for id in sorted({*old, *new}):
            yield Change(what, id, old.get(id), new.get(id))
    yield Change("none", "", sorted(before.none), sorted(after.none))
    yield Change(
        "regions",
        "",
        [region_record(r) for r in before.regions],
        [region_record(r) for r in after.regions],
    )
    yield Change("status", "", before.status, after.status)


def names(db: Database, article: int) -> dict[Words, list[Name]]:
    """Every name under which words of an article were ever suggested, by the words: in
    what is or was stored, and in what people accepted."""
    found: dict[Words, dict[Name, None]] = {}
    for name, kind, changes in db.execute(
        """
        SELECT person.name, person.kind, changes
        FROM annotation_set
        JOIN person ON person.id = annotation_set.person_id
        JOIN event ON event.set_id = annotation_set.id
        WHERE article_id = ?
            AND (kind = 'model' OR kind = 'human' AND verb = 'accept')
        ORDER BY event.id
        """,
        [article],
    ):
        for what, id, before, after in json.loads(changes):
            side = after or before
            if what != "annotation":
                continue
            source = (name, id) if kind == "model" else _source(side)
            found.setdefault(_words_of(side), {})[source] = None
    return {words: list(sources) for words, sources in found.items()}


# --- what people make of it -----------------------------------------------------------


def decided(db: Database, set_id: int) -> dict[Name, str]:
    """What became of suggestions in a person's set: *accepted*, *changed* or
    *rejected*, by suggester and id."""
    refused = {_source(one): "rejected" for one in _rejected(db, set_id)}
    return _taken(db, set_id) | refused


def became(db: Database, set_id: int, chosen: Sequence[Taken]) -> list[str | None]:
    """What became of each of `chosen` in a person's set: *accepted*, *changed*,
    *rejected* or None, under whatever name the same words were suggested then."""
    rejected = _rejected(db, set_id)
    refused: set[Name | Words] = {_source(one) for one in rejected}
    refused.update(_words_of(one) for one in rejected)
    taken = _taken(db, set_id, {id for one in chosen for _, id in one.names})

    def of_one(one: Taken) -> str | None:
        for name in one.names:
            if name in taken:
                return taken[name]
        return None if refused.isdisjoint((*one.names, one.words)) else "rejected"

    return [of_one(one) for one in chosen]


def _taken(
    db: Database, set_id: int, ids: Iterable[str] | None = None
) -> dict[Name, str]:
    """What was accepted, changed or not, by suggester and id; only those `ids`."""
    among = "AND json_extract(origin, '$.sources[0].id') IN (SELECT value FROM "
    among = among + "json_each(:ids))" if ids is not None else ""
    values: dict[str, int | str] = {"set": set_id}
    if ids is not None:
        values["ids"] = json.dumps(sorted(ids))
    rows = db.execute(
        f"""
        SELECT json_extract(origin, '$.sources[0].annotator'),
               json_extract(origin, '$.sources[0].id'),
               json_extract(origin, '$.path')
        FROM annotation
        WHERE set_id = :set AND origin IS NOT NULL {among}
        """,
        values,
    )
    return {(who, id): path for who, id, path in rows}


def overruled(db: Database, set_id: int) -> tuple[Fragment, ...]:
    """The regions that a person says are the article after all, in text order."""
    row = db.execute(
        "SELECT regions FROM annotation_set WHERE id = ?", [set_id]
    ).fetchone()
    found = json.loads(row[0]) if row else []
    return tuple((start, end) for start, end in (one["fragment"] for one in found))


class Marked:
    """Where a person has marked each label, to be asked quickly."""

    def __init__(self, mine: Iterable[Annotation]) -> None:
        of: dict[str, list[Fragment]] = {}
        for one in mine:
            of.setdefault(one.label, []).extend(one.fragments)
        self._starts: dict[str, list[int]] = {}
        self._reach: dict[str, list[int]] = {}
        for label, fragments in of.items():
            fragments.sort()
            self._starts[label] = [start for start, _ in fragments]
            # How far any of them reaches that begins up to there.
            self._reach[label] = list(accumulate((end for _, end in fragments), max))

    def touches(self, one: Annotation) -> bool:
        """Whether a word of `one` has its label already."""
        starts = self._starts.get(one.label)
        if not starts:
            return False
        reach = self._reach[one.label]
        for start, end in one.fragments:
            before = bisect_left(starts, end)
            if before and reach[before - 1] > start:
                return True
        return False


def accept(db: Database, desk: Desk, op: Op, chosen: Sequence[Taken]) -> Done:
    """New annotations made of suggestions, as one step that undo takes back at once.

    Those accepted already are left out, and those on whose words the person has marked
    the label meanwhile, in another window or with a key before. What is linked to a
    suggestion comes along; where the person has marked the very same, the link goes to
    that.
    """

    def plan(head: State) -> tuple[list[Change], str | None]:
        known = became(db, head.id, chosen)
        mine = sets.annotations(db, head.id)
        there = {(a.label, a.fragments): a.id for a in mine}
        marked = Marked(mine)
        changes: list[Change] = []
        took: list[Taken] = []
        first: str | None = None
        left = set(head.none)
        for one, what in zip(chosen, known, strict=True):
            if what in ("accepted", "changed"):
                continue
            if marked.touches(one.made):
                continue
            id = sets.free_id(db, head, "a")
            first = first or id
            took.append(one)
            changes.append(_new(one.suggester, replace(one.made, note=None), id, desk))
            left.discard(one.made.label)
            for type_, anchor in one.anchors:
                end = there.get((anchor.label, anchor.fragments))
                if end is None:
                    end = sets.free_id(db, head, "a")
                    there[anchor.label, anchor.fragments] = end
                    changes.append(_new(one.suggester, anchor, end, desk))
                relation = {"type": type_, "from": id, "to": end}
                changes.append(
                    Change("relation", sets.free_id(db, head, "r"), None, relation)
                )
        if first:
            changes.append(Change("none", "", list(head.none), sorted(left)))
            changes += _no_longer_rejected(db, head, took)
        return changes, first

    return sets.act(db, desk, op, "accept", plan)


def _new(suggester: str, made: Annotation, id: str, desk: Desk) -> Change:
    taken = replace(made, id=id, origin=_from(suggester, made, "accepted"))
    return Change("annotation", id, None, sets.written(taken, desk.text))


def _from(suggester: str, made: Annotation, path: str) -> Origin:
    origin = made.origin or Origin(path, ())
    return replace(origin, path=path, sources=((suggester, made.id),))


def _no_longer_rejected(
    db: Database, head: State, took: Sequence[Taken]
) -> Iterable[Change]:
    before = _rejected(db, head.id)
    names = {name for one in took for name in one.names}
    words = {one.words for one in took}
    after = [
        one
        for one in before
        if _source(one) not in names and _words_of(one) not in words
    ]
    return [Change("rejected", "", before, after)]


def _rejected(db: Database, set_id: int) -> list[sets.Json]:
    row = db.execute(
        "SELECT rejected FROM annotation_set WHERE id = ?", [set_id]
    ).fetchone()
    found: list[sets.Json] = json.loads(row[0]) if row else []
    return found


def _source(record: sets.Json) -> Name:
    source = record["origin"]["sources"][0]
    return source["annotator"], source["id"]


def reject(db: Database, desk: Desk, op: Op, chosen: Sequence[Taken]) -> Done:
    """The set with these suggestions among those rejected.

    Those decided already are left out, and those on whose words the person has marked
    the label: who marked it does not refuse it.
    """

    def plan(head: State) -> tuple[list[Change], None]:
        before = _rejected(db, head.id)
        known = became(db, head.id, chosen)
        start = min((one.made.start for one in chosen), default=0)
        end = max((one.made.end for one in chosen), default=0)
        marked = Marked(sets.around(db, head.id, start, end))
        after = list(before)
        for one, what in zip(chosen, known, strict=True):
            if what or marked.touches(one.made):
                continue
            turned = replace(
                one.made,
                id=sets.free_id(db, head, "x"),
                note=None,
                origin=_from(one.suggester, one.made, "rejected"),
            )
            after.append(annotation_record(turned, desk.text))
        return [Change("rejected", "", before, after)], None

    return sets.act(db, desk, op, "reject", plan)


def overrule(
    db: Database, desk: Desk, op: Op, region: Region, is_article: bool
) -> Done:
    """The set that says, or no longer says, that `region` is the article after all."""

    def plan(head: State) -> tuple[list[Change], None]:
        row = db.execute(
            "SELECT regions FROM annotation_set WHERE id = ?", [head.id]
        ).fetchone()
        before = json.loads(row[0])
        here = [region.start, region.end]
        after = [one for one in before if one["fragment"] != here]
        if is_article:
            # Those of older rules may lie across it; regions of a set are apart.
            after = [
                one
                for one in after
                if one["fragment"][1] <= region.start
                or one["fragment"][0] >= region.end
            ]
            origin = replace(region.origin, path="rejected")
            after.append(region_record(replace(region, origin=origin)))
            after.sort(key=lambda one: one["fragment"])
        return [Change("regions", "", before, after)], None

    return sets.act(db, desk, op, "overrule" if is_article else "grey", plan)


# --- which rules people take to -------------------------------------------------------


def acceptance(db: Database, labels: Iterable[str], careful: float) -> list[Acceptance]:
    """What people made of each rule's suggestions of `labels`, by suggester, rule and
    version.

    What was decided is counted from people's sets, so that decisions on older versions
    are told as well. Ignored are suggestions that there are now and were when the set
    was submitted, each once whoever suggests it, but none in a greyed stretch; and no
    claims that score less than `careful`: a batch may have shown them or not, and how
    it was set is not recorded.
    """
    wanted = sorted(labels)
    made: Counter[tuple[str, str, str, str]] = Counter()
    for who, rule, version, path, number in db.execute(
        _BECAME, {"labels": json.dumps(wanted)}
    ):
        made[who, rule, version, path] += number
    ignored = _ignored(db, wanted, careful)
    return [
        Acceptance(
            *name,
            accepted=made[*name, "accepted"],
            changed=made[*name, "changed"],
            rejected=made[*name, "rejected"],
            ignored=ignored[name],
        )
        for name in sorted({*ignored, *(name[:3] for name in made)})
    ]


def _ignored(
    db: Database, labels: Sequence[str], careful: float
) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    finished = db.execute(_FINISHED).fetchall()
    for article, those in groupby(finished, key=lambda row: int(row[0])):
        proposed = [set_ for _, _, set_ in of(db, article)]
        since = _since(db, article)
        regions = {(r.start, r.end) for set_ in proposed for r in set_.regions}
        offered = [
            one
            for one in _once(proposed, names(db, article))
            if one.made.label in labels
            and (one.made.label != "claim" or _score(one.made) >= careful)
        ]
        for _, set_id, in_play, last in those:
            greyed = regions.difference(overruled(db, set_id))
            shown = [
                one
                for one in offered
                if since.get(one.words, last) < last
                and (in_play is None or one.made.label in json.loads(in_play))
                and not any(
                    s <= one.made.start and one.made.end <= e for s, e in greyed
                )
            ]
            for one, what in zip(shown, became(db, set_id, shown), strict=True):
                if what is None:
                    origin = one.made.origin or Origin("suggested", ())
                    found[one.suggester, origin.rule or "", origin.version or ""] += 1
    return found


def _since(db: Database, article: int) -> dict[Words, int]:
    """The event that words of an article were suggested with first, whoever did: who
    submitted before it never saw them."""
    found: dict[Words, int] = {}
    for event, changes in db.execute(
        """
        SELECT event.id, changes
        FROM annotation_set
        JOIN person ON person.id = annotation_set.person_id AND kind = 'model'
        JOIN event ON event.set_id = annotation_set.id
        WHERE article_id = ?
        ORDER BY event.id
        """,
        [article],
    ):
        for what, _, _, after in json.loads(changes):
            if what == "annotation" and after:
                found.setdefault(_words_of(after), event)
    return found


def _once(
    proposed: Iterable[AnnotationSet], known: Mapping[Words, Sequence[Name]]
) -> list[Taken]:
    """What is proposed, the same words once, in the name of the first who does."""
    found: dict[Words, Taken] = {}
    for set_ in proposed:
        for one in set_.annotations:
            words = (one.label, one.fragments)
            also = tuple(known.get(words, ()))
            found.setdefault(words, Taken(set_.annotator, one, also=also))
    return list(found.values())


def _score(made: Annotation) -> float:
    """How sure a suggester is; who gives no score is taken to be."""
    score = made.origin.score if made.origin else None
    return 1.0 if score is None else score


def doubtful(
    db: Database, labels: Iterable[str], *, below: float, least: int
) -> list[tuple[str, str, int, int]]:
    """The rules of which people accepted less than the share `below`, changed or not:
    suggester, rule, how many were accepted, and of how many decided, at least `least`.
    """
    taken: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    for who, rule, _, path, number in db.execute(
        _BECAME, {"labels": json.dumps(sorted(labels))}
    ):
        every[who, rule] += number
        taken[who, rule] += number * (path != "rejected")
    return [
        (*name, taken[name], every[name])
        for name in sorted(every)
        if every[name] >= least and taken[name] < below * every[name]
    ]


_FINISHED = """
    SELECT mine.article_id, mine.id, batch.labels,
        (SELECT max(id) FROM event WHERE set_id = mine.id)
    FROM annotation_set AS mine
    JOIN person ON person.id = mine.person_id AND person.kind = 'human'
    LEFT JOIN batch_article ON batch_article.article_id = mine.article_id
    LEFT JOIN batch ON batch.id = batch_article.batch_id
    WHERE mine.aided AND mine.status IN ('submitted', 'adjudicated')
    ORDER BY mine.article_id, mine.id
"""

_BECAME = """
    WITH outcome AS (
        SELECT annotation.set_id, label, origin
        FROM annotation
        WHERE origin IS NOT NULL
            AND json_extract(origin, '$.path') IN ('accepted', 'changed')
        UNION ALL
        SELECT annotation_set.id,
               json_extract(one.value, '$.label'),
               json_extract(one.value, '$.origin')
        FROM annotation_set JOIN json_each(annotation_set.rejected) AS one
        WHERE annotation_set.rejected <> '[]'
    )
    SELECT json_extract(origin, '$.sources[0].annotator'),
           coalesce(json_extract(origin, '$.rule'), ''),
           coalesce(json_extract(origin, '$.version'), ''),
           json_extract(origin, '$.path'),
           count(*)
    FROM outcome
    JOIN annotation_set ON annotation_set.id = outcome.set_id
    JOIN person ON person.id = annotation_set.person_id AND person.kind = 'human'
    WHERE label IN (SELECT value FROM json_each(:labels))
    GROUP BY 1, 2, 3, 4
"""
