"""Adjudications: the decisions on an article, and the gold versions made of them.

The decisions on an article belong to an annotation set of their own, of the kind gold,
that nobody labels in: each is an event of that set, so they are audited, undone after a
reload and safe to repeat like labels. The cases are computed from what people
submitted, each time; a decision holds for the key of its case, so one whose case was
changed by its annotators holds no longer, and all others do.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from workbench import adjudication as domain
from workbench.adjudication import (
    Aim,
    Case,
    Decision,
    DecisionError,
    Lapsed,
    Source,
)
from workbench.dataset import (
    FINISHED,
    AnnotationSet,
    annotation_record,
    read_annotation,
    read_region,
)
from workbench.labels import Labels
from workbench.spans import Relation
from workbench.store import articles, decided, now, people, sets, snapshot, write
from workbench.store.sets import Change, Done, Op

#: Whom the sets of decisions belong to; nobody signs in so.
PERSON = "(adjudication)"


class AdjudicationError(ValueError):
    """What was asked of an adjudication cannot be done; the message says why."""


class OwnWork(AdjudicationError):  # noqa: N818
    """The adjudicator labelled this article, and has not said that this is known."""

    def __init__(self) -> None:
        super().__init__(
            "You labelled this article yourself: somebody else should decide. You may "
            "go on, and it is recorded."
        )


class Overtaken(AdjudicationError):  # noqa: N818
    """Somebody else decided the case since the client saw it."""

    def __init__(self, key: str, by: str) -> None:
        self.key = key
        super().__init__(f"{by} decided this case since you saw it: look at it again.")


class NotYours(AdjudicationError):  # noqa: N818
    """The step that would be taken back, or made again, is somebody else's."""

    def __init__(self, by: str) -> None:
        super().__init__(f"The last step is by {by}, not by you.")


class Moved(AdjudicationError):  # noqa: N818
    """The case is no more: a source changed since the client saw it."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(
            "This case has changed since you saw it, because an annotator submitted "
            "anew: look at it again."
        )


class SignedOff(AdjudicationError):  # noqa: N818
    """The article is signed off; it must be reopened before a decision changes."""

    def __init__(self) -> None:
        super().__init__("This article is signed off: reopen it to decide anew.")


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who submitted the article: the letter hides the name.

    `reopened` says that the person is working on it again; until it is submitted anew,
    what was submitted last counts. `rev` is that of the set then.
    """

    letter: str
    id: int
    name: str
    set_id: int
    rev: int
    reopened: bool
    guideline: str
    none: tuple[str, ...]

    @property
    def key(self) -> str:
        """How cases and decisions call this person."""
        return str(self.id)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with who made it and when."""

    decision: Decision
    by: int
    name: str
    at: str
    #: As it is stored, for the next event to say what was before it.
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Everything about the adjudication of an article.

    `people` stand in their shuffled order. `decisions` holds those of present cases by
    key, `lapsed` those whose case was changed by its annotators since. `own` and
    `revealed` name who goes on in spite of own labels here, and who has seen the names.
    """

    article: int
    key: str
    text: str
    set_id: int
    rev: int
    status: str
    seed: int
    people: tuple[Participant, ...]
    cases: tuple[Case, ...]
    decisions: Mapping[str, Decided]
    lapsed: tuple[Lapsed, ...]
    was: Mapping[str, Decided]
    own: tuple[int, ...]
    revealed: tuple[int, ...]
    can_undo: bool
    can_redo: bool

    @property
    def undecided(self) -> tuple[Case, ...]:
        """The cases that still need a decision, in text order."""
        return tuple(case for case in self.cases if case.key not in self.decisions)

    @property
    def unanimous(self) -> tuple[Case, ...]:
        """The undecided cases in which everybody says the same."""
        return tuple(case for case in self.undecided if case.unanimous)

    @property
    def signed_off(self) -> bool:
        """Whether it is signed off, and no source changed since."""
        return self.status == "adjudicated" and not self.undecided and not self.lapsed

    @property
    def reopened(self) -> tuple[str, ...]:
        """The keys of undecided cases that took the place of decided ones."""
        open_ = {case.key for case in self.undecided}
        return tuple(
            sorted({key for one in self.lapsed for key in one.cases if key in open_})
        )

    def case(self, key: str) -> Case:
        """The case with that key.

        :raises Moved: there is none.
        """
        for case in self.cases:
            if case.key == key:
                return case
        raise Moved(key)

    def of(self, letter: str) -> Participant:
        """The person behind a letter.

        :raises AdjudicationError: there is none.
        """
        for person in self.people:
            if person.letter == letter:
                return person
        raise AdjudicationError(f"There is no {letter!r} among those who submitted.")


# --- reading --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Listed:
    """An article that somebody submitted: how many people did, how many places it has
    (None outside of a batch), and how far its adjudication is (*todo*, *in_progress*,
    *adjudicated*; a sign-off that no longer holds shows when it is read).

    `latest` grows with everything that happens to one of its sets.
    """

    key: str
    title: str
    batch: str | None
    submitted: int
    places: int | None
    status: str
    changed: str | None
    latest: int

    @property
    def complete(self) -> bool:
        """Whether everybody who is to label it has; outside of a batch, any two."""
        return self.submitted >= (2 if self.places is None else self.places)


def listed(db: Database, batch: int | None = None) -> list[Listed]:
    """Every article that somebody submitted or that is begun, or those of a batch: what
    is begun first, then what is to do with most people, what is signed off last."""
    rows = db.execute(
        """
        SELECT article.key, article.title, batch.name,
               sum(annotation_set.status IN ('submitted', 'adjudicated')) AS submitted,
               CASE WHEN batch_article.calibration
                   THEN (SELECT count(*) FROM batch_person WHERE batch_id = batch.id)
                   ELSE batch.overlap END,
               coalesce(head.status, 'todo') AS state, head.changed, (
                   SELECT max(event.id)
                   FROM event JOIN annotation_set AS any_set ON any_set.id = set_id
                   WHERE any_set.article_id = article.id
               )
        FROM annotation_set
        JOIN person ON person.id = annotation_set.person_id AND person.kind = 'human'
        JOIN article ON article.id = annotation_set.article_id
        LEFT JOIN batch_article ON batch_article.article_id = article.id
        LEFT JOIN batch ON batch.id = batch_article.batch_id
        LEFT JOIN adjudication ON adjudication.article_id = article.id
        LEFT JOIN annotation_set AS head ON head.id = adjudication.set_id
        WHERE :batch IS NULL OR batch.id = :batch
        GROUP BY article.id
        HAVING submitted OR head.id IS NOT NULL
        ORDER BY CASE state WHEN 'in_progress' THEN 0 WHEN 'todo' THEN 1 ELSE 2 END,
            submitted DESC, article.key
        """,
        {"batch": batch},
    )
    return [Listed(*row) for row in rows.fetchall()]


def waiting(db: Database, labels: Labels) -> list[Listed]:
    """The articles that wait for an adjudicator: everybody who is to label them has
    submitted, and they are not signed off, or the sign-off holds no longer."""
    found = listed(db)
    signed = [one.key for one in found if one.status == "adjudicated"]
    again = set(unsettled(db, labels, signed))
    return [
        one
        for one in found
        if one.key in again or (one.complete and one.status != "adjudicated")
    ]


def unsettled(db: Database, labels: Labels, keys: Sequence[str]) -> list[str]:
    """Those of the articles, by key, that were begun and are not signed off, or whose
    sign-off holds no longer."""
    # To read them all takes long. A sign-off can only be touched where an annotator
    # did something after it.
    rows = db.execute(
        """
        SELECT article.key, head.status = 'adjudicated'
        FROM adjudication
        JOIN article ON article.id = adjudication.article_id
        JOIN annotation_set AS head ON head.id = adjudication.set_id
        WHERE article.key IN (SELECT value FROM json_each(:keys)) AND (
            head.status <> 'adjudicated' OR (
                SELECT max(event.id)
                FROM annotation_set AS own
                JOIN person ON person.id = own.person_id AND person.kind = 'human'
                JOIN event ON event.set_id = own.id
                WHERE own.article_id = article.id
            ) > (
                SELECT max(id) FROM event WHERE set_id = head.id AND verb = 'sign_off'
            )
        )
        ORDER BY article.key
        """,
        {"keys": json.dumps(list(keys))},
    ).fetchall()
    return [
        k for k, signed in rows if not (signed and _table(db, k, labels).signed_off)
    ]


def glimpse(db: Database, key: str, labels: Labels) -> tuple[Case, ...]:
    """The cases of an article in text order, also before anybody began to decide them;
    () when nobody submitted it."""
    with snapshot(db):
        stored = articles.get(db, key)
        if stored is None:
            return ()
        return _cases(db, stored.row, 0, labels)[1]


def read(db: Database, key: str, labels: Labels) -> Table | None:
    """The adjudication of the article with that key; None when it was never begun."""
    with snapshot(db):
        row = db.execute(
            """
            SELECT article.id, article.text, adjudication.set_id, seed, revealed, own,
                   rev, status, undo_top, redo_top
            FROM adjudication
            JOIN article ON article.id = adjudication.article_id
            JOIN annotation_set ON annotation_set.id = adjudication.set_id
            WHERE article.key = ?
            """,
            [key],
        ).fetchone()
        if row is None:
            return None
        article, text, set_id, seed, revealed, own, rev, status, undo, redo = row
        participants, found = _cases(db, article, seed, labels)
        made, had = {}, {}
        names = dict(db.execute("SELECT id, name FROM person").fetchall())
        for case, record in decided.decisions(db, set_id):
            by = record["by"]
            made[case] = Decided(_read(record), by, names[by], record["at"], record)
            had[case] = {(p, id): sha for p, id, sha in record["case"]["proposals"]}
        keys = {case.key for case in found}
        return Table(
            article,
            key,
            text,
            set_id,
            rev,
            status,
            seed,
            participants,
            found,
            {case: one for case, one in made.items() if case in keys},
            domain.lapsed(had, found),
            {case: one for case, one in made.items() if case not in keys},
            tuple(json.loads(own)),
            tuple(json.loads(revealed)),
            undo is not None,
            redo is not None,
        )


def _symmetric(labels: Labels) -> list[str]:
    return [type_.name for type_ in labels.relations if type_.symmetric]


@dataclass(frozen=True, slots=True)
class Gap:
    """A decision that was made because the guideline does not say: where, and what the
    adjudicator noted."""

    article: str
    title: str
    case: str
    words: str
    note: str
    by: str
    at: str


def gaps(db: Database, since: str = "") -> list[Gap]:
    """Where adjudicators found a gap in the guideline after that time, the newest
    first. `words` are those that became gold, "" where all was rejected."""
    rows = db.execute(
        """
        SELECT article.key, article.title, decision.key,
               coalesce(json_extract(record, '$.result.text[0]'), ''),
               json_extract(record, '$.note'), person.name,
               json_extract(record, '$.at') AS at
        FROM decision
        JOIN adjudication ON adjudication.set_id = decision.set_id
        JOIN article ON article.id = adjudication.article_id
        JOIN person ON person.id = json_extract(record, '$.by')
        WHERE json_extract(record, '$.reason') = 'guideline_gap' AND at > :since
        ORDER BY at DESC, decision.key
        """,
        {"since": since},
    )
    return [Gap(*row) for row in rows.fetchall()]


_Found = tuple[tuple[Participant, ...], tuple[Case, ...]]
#: How many articles' cases a connection keeps: while somebody decides them, they stay
#: the same, and to find them takes most of the time of a decision.
_KEPT = 16
_kept: WeakKeyDictionary[Database, dict[Any, _Found]] = WeakKeyDictionary()


def _cases(db: Database, article: int, seed: int, labels: Labels) -> _Found:
    """Who submitted the article, and the cases of what they submitted last.

    Kept until one of the sets changes; but not where a link ends in another article,
    which may change by itself.
    """
    rows = db.execute(
        """
        SELECT person.id, person.name, annotation_set.id, guideline, rev, status
        FROM annotation_set JOIN person ON person.id = annotation_set.person_id
        WHERE annotation_set.article_id = :article AND person.kind = 'human'
        ORDER BY person.id
        """,
        {"article": article},
    ).fetchall()
    symmetric = _symmetric(labels)
    key = (article, seed, *symmetric, *rows)
    kept = _kept.setdefault(db, {})
    if key in kept:
        return kept[key]
    sources, participants = _sources(db, rows, seed)
    found = participants, domain.cases(sources, symmetric)
    if not any("#" in link.target for source in sources for link in source.relations):
        if len(kept) >= _KEPT:
            del kept[next(iter(kept))]
        kept[key] = found
    return found


def _sources(
    db: Database, rows: Iterable[Sequence[Any]], seed: int
) -> tuple[list[Source], tuple[Participant, ...]]:
    """What everybody submitted last, and the people in the order of the seed.

    The order is that of hashes, so that it does not turn over when somebody joins.
    """
    drawn = sorted(
        rows, key=lambda row: hashlib.sha256(f"{seed}:{row[0]}".encode()).digest()
    )
    sources: list[Source] = []
    participants: list[Participant] = []
    for person, name, set_id, guideline, *_ in drawn:
        last = submitted(db, set_id, name)
        if last is None:
            continue
        own = last.set
        participants.append(
            Participant(
                _letter(len(participants)),
                person,
                name,
                set_id,
                last.rev,
                last.reopened,
                guideline,
                own.none,
            )
        )
        abroad = _abroad(db, person, own.relations)
        sources.append(Source(str(person), own.annotations, own.relations, abroad))
    return sources, tuple(participants)


def _letter(place: int) -> str:
    """A, B … Z, then A2, B2 …"""
    turn, letter = divmod(place, 26)
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[letter] + (str(turn + 1) if turn else "")


@dataclass(frozen=True, slots=True)
class Submitted:
    """What somebody submitted last, at which rev, and whether it was reopened since."""

    set: AnnotationSet
    rev: int
    reopened: bool


def submitted(db: Database, set_id: int, name: str) -> Submitted | None:
    """A set of that annotator as it was last submitted; None when it never was."""
    whole = sets.whole(db, set_id, name, "human")
    rev = db.execute("SELECT rev FROM annotation_set WHERE id = ?", [set_id])
    if whole.status in FINISHED:
        return Submitted(whole, rev.fetchone()[0], False)
    # Backwards from now: an event says what was before it.
    state = sets.present(db, set_id)
    for event in reversed(sets.events(db, set_id)):
        if any(c.what == "status" and c.after in FINISHED for c in event.changes):
            break
        for change in reversed(event.changes):
            state[change.what, change.id] = change.before
    else:
        return None
    before = replace(
        whole,
        status=state["status", ""],
        none=tuple(state["none", ""]),
        annotations=tuple(
            read_annotation({"id": id, **value})
            for (what, id), value in state.items()
            if what == "annotation" and value
        ),
        relations=tuple(
            Relation(id, value["type"], value["from"], value["to"])
            for (what, id), value in state.items()
            if what == "relation" and value
        ),
        rejected=tuple(map(read_annotation, state["rejected", ""])),
        regions=tuple(map(read_region, state["regions", ""])),
        aided=state["aided", ""],
    )
    return Submitted(before, event.rev, True)


def latest(db: Database, set_id: int, name: str) -> AnnotationSet:
    """A set of that annotator as it was last submitted, or begun when it never was."""
    last = submitted(db, set_id, name)
    return last.set if last else sets.whole(db, set_id, name, "human")


def _abroad(db: Database, person: int, relations: Iterable[Relation]) -> dict[str, str]:
    """What the ends of that person's links in other articles are, by ARTICLE#ID."""
    outward = {r.target.rpartition("#")[0] for r in relations if "#" in r.target}
    found = {}
    for key in outward:
        stored = articles.get(db, key)
        head = sets.state(db, stored.row, person) if stored else None
        for end in latest(db, head.id, "").annotations if head else ():
            found[f"{key}#{end.id}"] = f"{key}#{domain.content(end)}"
    return found


def secret(db: Database) -> str:
    """What nobody outside can know of this database, and that stays: the first seed."""
    row = db.execute("SELECT seed FROM adjudication ORDER BY set_id LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def _guideline(everybody: Sequence[Participant]) -> str:
    """The version that most people followed; of equally many the last by name."""
    followed = sorted(person.guideline for person in everybody)
    return max(followed[::-1], key=followed.count, default="")


def labelled(db: Database, article: int, person: int) -> bool:
    """Whether that person has begun to label the article (by row id)."""
    head = sets.state(db, article, person)
    return head is not None and head.status != "todo"


# --- writing --------------------------------------------------------------------------


def begin(
    db: Database, key: str, by: int, *, labels: Labels, knowing: bool = False
) -> Table:
    """The adjudication of that article, begun by `by` when it was not yet.

    `knowing` says that the adjudicator labelled the article, was warned and goes on; it
    is recorded, once.

    :raises OwnWork: the adjudicator labelled it, and this is not known to be known.
    :raises AdjudicationError: there is no such article, or nobody has submitted it.
    """
    with write(db):
        stored = articles.get(db, key)
        if stored is None:
            raise AdjudicationError(f"There is no article {key!r} here.")
        if read(db, key, labels) is None:
            everybody, _ = _cases(db, stored.row, 0, labels)
            if not everybody:
                raise AdjudicationError(
                    "Nobody has submitted this article yet: there is nothing to decide."
                )
            if labelled(db, stored.row, by) and not knowing:
                raise OwnWork
            gold = people.ensure(db, PERSON, kind="gold")
            guideline = _guideline(everybody)
            head = sets.begin(
                db, sets.Desk(stored.row, stored.article.text, gold.id, guideline)
            )
            db.execute(
                """
                INSERT INTO adjudication (set_id, article_id, seed)
                VALUES (:set, :article, :seed)
                """,
                {
                    "set": head.id,
                    "article": stored.row,
                    "seed": secrets.randbelow(2**31),
                },
            )
        table = _table(db, key, labels)
        if labelled(db, stored.row, by) and by not in table.own:
            if not knowing:
                raise OwnWork
            change = Change("own", "", list(table.own), [*table.own, by])
            _record(db, table, by, _fresh("own"), "own_work", [change])
        return _table(db, key, labels)


def decide(
    db: Database,
    key: str,
    by: int,
    op: Op,
    case: str,
    make: Callable[[Case, Table], Decision],
    *,
    labels: Labels,
    reason: str | None = None,
    note: str = "",
) -> Done:
    """One case decided as `make` says, which gets the case and everything around it;
    with `reason` and `note`, or those that it comes with.

    :raises Moved: the case is no more.
    :raises Overtaken: another window decided it since `op.seen`.
    :raises DecisionError: it cannot be decided so.
    :raises SignedOff: the article is signed off.
    """

    def plan(table: Table) -> list[Change]:
        found = table.case(case)
        _not_overtaken(db, table, case, op)
        made = make(found, table)
        made = domain.because(made, reason or made.reason, note or made.note)
        return [_change(table, found, made, by)]

    return _write(db, key, by, op, "decide", plan, labels)


def accept_unanimous(
    db: Database, key: str, by: int, op: Op, *, labels: Labels
) -> tuple[Done, int]:
    """Every undecided case in which all say the same, accepted in one step, and how
    many they were."""
    return apply_rule(
        db, key, by, op, "unanimous", labels=labels, verb="accept_unanimous"
    )


def apply_rule(
    db: Database,
    key: str,
    by: int,
    op: Op,
    rule: str,
    *,
    labels: Labels,
    verb: str = "apply_rule",
) -> tuple[Done, int]:
    """Every undecided case that a rule decides, decided in one step, and how many they
    were. Each such decision says which rule it was.

    :raises DecisionError: there is no such rule.
    :raises SignedOff: the article is signed off.
    """

    def plan(table: Table) -> list[Change]:
        made = domain.by_rule(table.cases, rule, table.text)
        return [
            _change(table, case, made[case.key], by)
            for case in table.undecided
            if case.key in made
        ]

    done = _write(db, key, by, op, verb, plan, labels)
    return done, _decided_by(db, op)


def reveal(db: Database, key: str, by: int, op: Op, *, labels: Labels) -> Done:
    """The names, seen by `by` from now on; that is recorded."""

    def plan(table: Table) -> list[Change]:
        seen = sorted({*table.revealed, by})
        return [Change("revealed", "", list(table.revealed), seen)]

    # Who has seen the names has seen them, whatever is undone.
    return _write(
        db, key, by, op, "reveal", plan, labels, undoable=False, any_time=True
    )


def undo(
    db: Database, key: str, by: int, op: Op, *, labels: Labels, sure: bool = False
) -> Done:
    """The decisions before the last step that is not undone.

    :raises NotYours: the step is somebody else's, and `by` is not `sure`.
    :raises SignedOff: the article is signed off.
    """
    return _step(db, key, by, op, labels, sets.undo, "undo_top", sure)


def redo(
    db: Database, key: str, by: int, op: Op, *, labels: Labels, sure: bool = False
) -> Done:
    """The decisions with the step that was undone last done again.

    :raises NotYours: somebody else undid it, and `by` is not `sure`.
    :raises SignedOff: the article is signed off.
    """
    return _step(db, key, by, op, labels, sets.redo, "redo_top", sure)


def sign_off(
    db: Database,
    key: str,
    by: int,
    op: Op,
    *,
    labels: Labels,
    schema: str,
    check: Callable[[AnnotationSet, str], Sequence[str]],
) -> Done:
    """The article, signed off: its decisions stand, and go into the next gold version.

    `check` says what an export would refuse of the gold set, given the text.

    :raises AdjudicationError: a case has no decision yet, or the check finds something.
    """

    def plan(table: Table) -> list[Change]:
        if table.undecided:
            left = len(table.undecided)
            raise AdjudicationError(
                f"{left} {'case has' if left == 1 else 'cases have'} no decision yet: "
                "decide them all before you sign off."
            )
        made = gold_of(table, labels=labels, schema=schema)
        wrong = check(made, table.text)
        if wrong:
            raise AdjudicationError(
                f"The gold would not be complete: {' '.join(wrong[:5])}"
            )
        gone = [
            Change("decision", case, one.record, None)
            for case, one in sorted(table.was.items())
        ]
        return [*gone, Change("status", "", table.status, "adjudicated")]

    return _write(db, key, by, op, "sign_off", plan, labels, undoable=False, final=True)


def reopen(db: Database, key: str, by: int, op: Op, *, labels: Labels) -> Done:
    """The article, open for decisions again; gold versions made of it stay."""

    def plan(table: Table) -> list[Change]:
        if table.status != "adjudicated":
            return []
        return [Change("status", "", table.status, "in_progress")]

    return _write(
        db, key, by, op, "reopen", plan, labels, undoable=False, any_time=True
    )


# --- how a write happens --------------------------------------------------------------

Plan = Callable[[Table], list[Change]]


def _table(db: Database, key: str, labels: Labels) -> Table:
    table = read(db, key, labels)
    if table is None:
        raise AdjudicationError(
            f"The adjudication of {key!r} has not been begun: begin it first."
        )
    return table


def _write(
    db: Database,
    key: str,
    by: int,
    op: Op,
    verb: str,
    plan: Plan,
    labels: Labels,
    *,
    undoable: bool = True,
    any_time: bool = False,
    final: bool = False,
) -> Done:
    with write(db):
        table = _table(db, key, labels)
        before = sets.answered(db, _desk(db, table, by), op)
        if before:
            return before
        if labelled(db, table.article, by) and by not in table.own:
            raise OwnWork
        if table.signed_off and not any_time:
            raise SignedOff
        _note_cases(db, table)
        if table.status == "adjudicated" and not any_time:
            # A source changed after the sign-off, which holds no longer.
            status = Change("status", "", table.status, "in_progress")
            _record(db, table, by, _fresh("reopen"), "reopen", [status])
            table = _table(db, key, labels)
        return _record(
            db, table, by, op, verb, plan(table), undoable=undoable, final=final
        )


def _record(
    db: Database,
    table: Table,
    by: int,
    op: Op,
    verb: str,
    changes: list[Change],
    *,
    undoable: bool = False,
    final: bool = False,
) -> Done:
    return sets.act(
        db,
        _desk(db, table, by),
        op,
        verb,
        lambda head: (changes, None),
        undoable=undoable,
        closed_too=True,
        final=final,
    )


def _step(
    db: Database,
    key: str,
    by: int,
    op: Op,
    labels: Labels,
    step: Callable[[Database, sets.Desk, Op], Done],
    top: str,
    sure: bool,
) -> Done:
    with write(db):
        table = _table(db, key, labels)
        if labelled(db, table.article, by) and by not in table.own:
            raise OwnWork
        if not sure and not sets.answered(db, _desk(db, table, by), op):
            _not_anothers(db, table, by, top)
        try:
            return step(db, _desk(db, table, by), op)
        except sets.Closed:
            if table.signed_off:
                raise SignedOff from None
            # A source changed since the sign-off, and nothing was decided after it.
            return Done(table.rev, changed=False)


def _desk(db: Database, table: Table, by: int) -> sets.Desk:
    gold = people.ensure(db, PERSON, kind="gold")
    return sets.Desk(table.article, table.text, gold.id, by=by)


def _fresh(stem: str) -> Op:
    """An op of the store's own, which goes along with a client's."""
    return Op(f"{stem}-{secrets.token_hex(8)}", "store", 0)


def _note_cases(db: Database, table: Table) -> None:
    """The present cases, for the database to hold a sign-off against."""
    db.execute("DELETE FROM adjudication_case WHERE set_id = ?", [table.set_id])
    db.conn.executemany(
        "INSERT INTO adjudication_case (set_id, key) VALUES (?, ?)",
        [(table.set_id, case.key) for case in table.cases],
    )


def _not_overtaken(db: Database, table: Table, case: str, op: Op) -> None:
    row = db.execute(
        """
        SELECT person.name
        FROM event
        JOIN person ON person.id = event.person_id
        JOIN json_each(event.changes) AS change
        WHERE event.set_id = :set
            AND event.rev > :seen
            AND event.client <> :client
            AND json_extract(change.value, '$[0]') = 'decision'
            AND json_extract(change.value, '$[1]') = :case
        ORDER BY event.rev DESC
        LIMIT 1
        """,
        {"set": table.set_id, "seen": op.seen, "client": op.client, "case": case},
    ).fetchone()
    if row:
        raise Overtaken(case, row[0])


def _not_anothers(db: Database, table: Table, by: int, top: str) -> None:
    row = db.execute(
        f"""
        SELECT person.name
        FROM annotation_set
        JOIN event ON event.id = annotation_set.{top}
        JOIN person ON person.id = event.person_id
        WHERE annotation_set.id = :set AND person.id <> :by
        """,
        {"set": table.set_id, "by": by},
    ).fetchone()
    if row:
        raise NotYours(row[0])


def _decided_by(db: Database, op: Op) -> int:
    """How many decisions the event of that op made; none when it changed nothing."""
    row = db.execute("SELECT changes FROM event WHERE op = ?", [op.id]).fetchone()
    changes = json.loads(row[0]) if row else []
    return sum(1 for what, *_ in changes if what == "decision")


def _change(table: Table, case: Case, made: Decision, by: int) -> Change:
    record = _written(made, case, table.text) | {"by": by, "at": now()}
    before = table.decisions.get(case.key)
    return Change("decision", case.key, before.record if before else None, record)


# --- a decision as it is stored -------------------------------------------------------


def _written(decision: Decision, case: Case, text: str) -> dict[str, Any]:
    """A decision with the options there were, by the hash of each."""
    result = decision.result
    return {
        "choice": decision.choice,
        "path": decision.path,
        "result": annotation_record(result, text) if result else None,
        "links": [[a.type, a.person, a.target] for a in decision.links],
        "sources": [list(one) for one in decision.sources],
        "taken": decision.taken,
        "reason": decision.reason,
        "note": decision.note,
        "rule": decision.rule,
        "case": {
            "differs": list(case.differs),
            "missing": list(case.missing),
            "proposals": [
                [p.person, p.annotation.id, p.sha256] for p in case.proposals
            ],
        },
    }


def _read(record: Mapping[str, Any]) -> Decision:
    return Decision(
        record["choice"],
        record["path"],
        read_annotation(record["result"]) if record["result"] else None,
        tuple(Aim(*one) for one in record["links"]),
        tuple((person, id) for person, id in record["sources"]),
        record["taken"],
        record["reason"],
        record["note"],
        record["rule"],
    )


# --- gold -----------------------------------------------------------------------------


def gold_of(
    table: Table,
    *,
    labels: Labels,
    schema: str,
    name: str = "gold",
    guideline: str | None = None,
    abroad: Callable[[Aim, str], str | None] = lambda aim, label: None,
) -> AnnotationSet:
    """What the decisions so far come to, as a gold set.

    It says *none* of a label that somebody looked for in vain and that no gold
    annotation has.
    """
    if guideline is None:
        guideline = _guideline(table.people)
    made = items_of(
        table, labels=labels, schema=schema, guideline=guideline, abroad=abroad
    )
    used = {a.label for a in made.annotations}
    none = {label for person in table.people for label in person.none} - used
    return AnnotationSet(
        name,
        "gold",
        "adjudicated",
        guideline,
        tuple(sorted(none)),
        made.annotations,
        made.relations,
        made.rejected,
    )


def items_of(
    table: Table,
    *,
    labels: Labels,
    schema: str = "",
    guideline: str = "",
    abroad: Callable[[Aim, str], str | None] = lambda aim, label: None,
) -> domain.Gold:
    """What the decisions so far come to, with what became of each proposal."""

    def fits(type: str, source: str, target: str) -> bool:
        relation = labels.relation(type)
        return relation is not None and relation.fits(source, target)

    return domain.gold(
        table.cases,
        {key: one.decision for key, one in table.decisions.items()},
        by={key: one.name for key, one in table.decisions.items()},
        names={person.key: person.name for person in table.people},
        guideline=guideline,
        schema=schema,
        fits=fits,
        symmetric=_symmetric(labels),
        abroad=abroad,
    )


__all__ = [
    "AdjudicationError",
    "Decided",
    "DecisionError",
    "Gap",
    "Listed",
    "Moved",
    "NotYours",
    "Overtaken",
    "OwnWork",
    "Participant",
    "SignedOff",
    "Submitted",
    "Table",
    "accept_unanimous",
    "apply_rule",
    "begin",
    "decide",
    "gaps",
    "glimpse",
    "gold_of",
    "items_of",
    "labelled",
    "latest",
    "listed",
    "read",
    "redo",
    "reopen",
    "reveal",
    "secret",
    "sign_off",
    "submitted",
    "undo",
    "unsettled",
    "waiting",
]
