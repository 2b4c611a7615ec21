"""What a lead sees of the work: the matrix, the pace, the log."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from sqlite_utils import Database

from workbench.store import write
from workbench.store.sets import Change

#: The longest gap that counts whole as work, in seconds, and the reading speed that
#: allows a longer one where more is on the screen, in words a minute.
GAP, SPEED = 60.0, 200.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One person at one article: the state and since when it is theirs, what was
    marked, active seconds, and the reason of a return, a skip or a loss."""

    state: str
    since: str
    counts: dict[str, int]
    seconds: float
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the matrix."""

    id: int
    key: str
    title: str
    outlet: str | None
    words: int
    place: int
    calibration: bool
    wanted: int
    taken: int
    submitted: int
    cells: dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a batch goes: a median, never a ranking of people."""

    seconds_per_100_words: float | None
    articles_timed: int
    submitted_last_week: int
    slots_left: int
    days_left: float | None


@dataclass(frozen=True, slots=True)
class Logged:
    """One event for the activity page and its export."""

    id: int
    at: str
    person: str
    annotator: str
    kind: str
    article: str
    title: str
    verb: str
    rev: int
    changes: tuple[Change, ...]


def matrix(db: Database, batch: int, article: int | None = None) -> list[Row]:
    """The articles of a batch in order, each with a cell for everybody who has it; only
    one article (by row id), when given."""
    asked = {"batch": batch, "article": article}
    overlap, people = db.execute(
        """
        SELECT overlap, (SELECT count(*) FROM batch_person WHERE batch_id = batch.id)
        FROM batch
        WHERE id = ?
        """,
        [batch],
    ).fetchone()
    counts: dict[int, dict[str, int]] = {}
    for set_id, label, number in db.execute(
        """
        SELECT annotation.set_id, annotation.label, count(*)
        FROM batch_article
        JOIN annotation_set ON annotation_set.article_id = batch_article.article_id
        JOIN annotation ON annotation.set_id = annotation_set.id
        WHERE batch_article.batch_id = :batch
            AND (:article IS NULL OR batch_article.article_id = :article)
        GROUP BY annotation.set_id, annotation.label
        """,
        asked,
    ):
        counts.setdefault(set_id, {})[label] = number
    cells: dict[int, dict[int, Cell]] = {}
    taken: dict[int, int] = {}
    submitted: dict[int, int] = {}
    nothing: dict[str, int] = {}
    for row, person, state, since, reason, status, set_id, seconds in db.execute(
        """
        SELECT assignment.article_id, assignment.person_id, assignment.state,
               assignment.since, assignment.reason,
               coalesce(annotation_set.status, 'todo'), annotation_set.id,
               coalesce(active_time.seconds, 0)
        FROM batch_article
        JOIN assignment ON assignment.article_id = batch_article.article_id
        LEFT JOIN annotation_set
            ON annotation_set.article_id = assignment.article_id
            AND annotation_set.person_id = assignment.person_id
        LEFT JOIN active_time ON active_time.set_id = annotation_set.id
        WHERE batch_article.batch_id = :batch
            AND (:article IS NULL OR batch_article.article_id = :article)
        """,
        asked,
    ):
        shown = status if state == "open" else state
        cells.setdefault(row, {})[person] = Cell(
            shown, since, counts.get(set_id, nothing), seconds, reason
        )
        if state in ("open", "returned"):
            taken[row] = taken.get(row, 0) + 1
        if shown in ("submitted", "adjudicated"):
            submitted[row] = submitted.get(row, 0) + 1
    rows = db.execute(
        """
        SELECT article.id, key, title, outlet, words, place, calibration
        FROM batch_article JOIN article ON article.id = batch_article.article_id
        WHERE batch_id = :batch AND (:article IS NULL OR article.id = :article)
        ORDER BY place
        """,
        asked,
    ).fetchall()
    return [
        Row(
            id,
            key,
            title,
            outlet,
            words,
            place,
            bool(calibration),
            people if calibration else overlap,
            taken.get(id, 0),
            submitted.get(id, 0),
            cells.get(id, {}),
        )
        for id, key, title, outlet, words, place, calibration in rows
    ]


def pace(db: Database, batch: int) -> Pace:
    """The pace of a batch: median active time per 100 words of what is submitted, and
    how many days what is left takes as in the last week."""
    done = db.execute(
        """
        SELECT coalesce(active_time.seconds, 0), article.words
        FROM batch_article
        JOIN article ON article.id = batch_article.article_id
        JOIN assignment
            ON assignment.article_id = article.id AND assignment.state = 'open'
        JOIN annotation_set
            ON annotation_set.article_id = article.id
            AND annotation_set.person_id = assignment.person_id
        LEFT JOIN active_time ON active_time.set_id = annotation_set.id
        WHERE batch_id = ? AND annotation_set.status IN ('submitted', 'adjudicated')
        """,
        [batch],
    ).fetchall()
    timed = [100 * seconds / words for seconds, words in done if seconds and words]
    since = (datetime.now(UTC) - timedelta(days=7)).isoformat()
    # A set that was returned and submitted again is one piece of work.
    recent = db.execute(
        """
        SELECT count(DISTINCT event.set_id)
        FROM batch_article
        JOIN annotation_set ON annotation_set.article_id = batch_article.article_id
        JOIN event ON event.set_id = annotation_set.id
        WHERE batch_id = :batch AND verb = 'submit' AND at > :since
        """,
        {"batch": batch, "since": since},
    ).fetchone()[0]
    slots = db.execute(
        """
        SELECT coalesce(sum(CASE WHEN calibration
            THEN (SELECT count(*) FROM batch_person WHERE batch_id = batch.id)
            ELSE overlap END), 0)
        FROM batch_article JOIN batch ON batch.id = batch_article.batch_id
        WHERE batch.id = ?
        """,
        [batch],
    ).fetchone()[0]
    left = max(0, slots - len(done))
    return Pace(
        median(timed) if timed else None,
        len(timed),
        recent,
        left,
        7 * left / recent if recent and left else None,
    )


def last_worked(db: Database) -> dict[int, str]:
    """When somebody last changed a label in each batch, by the batch's id."""
    return dict(
        db.execute(
            """
            SELECT batch_article.batch_id, max(annotation_set.changed)
            FROM batch_article
            JOIN annotation_set ON annotation_set.article_id = batch_article.article_id
            JOIN assignment
                ON assignment.article_id = annotation_set.article_id
                AND assignment.person_id = annotation_set.person_id
            GROUP BY batch_article.batch_id
            """
        ).fetchall()
    )


@dataclass(frozen=True, slots=True)
class Flagged:
    """A submitted set whose annotator left unsure marks or notes in it."""

    batch: int
    key: str
    title: str
    person: str
    unsure: int
    notes: int


def flagged(db: Database) -> list[Flagged]:
    """What was submitted in open batches with unsure marks or notes, newest first."""
    rows = db.execute(
        """
        SELECT batch.id, article.key, article.title, person.name,
               sum(annotation.unsure), sum(annotation.note IS NOT NULL)
        FROM annotation
        JOIN annotation_set ON annotation_set.id = annotation.set_id
        JOIN person ON person.id = annotation_set.person_id
        JOIN article ON article.id = annotation_set.article_id
        JOIN batch_article ON batch_article.article_id = article.id
        JOIN batch ON batch.id = batch_article.batch_id
        WHERE batch.closed IS NULL
            AND person.kind = 'human'
            AND annotation_set.status = 'submitted'
            AND (annotation.unsure OR annotation.note IS NOT NULL)
        GROUP BY annotation_set.id
        ORDER BY annotation_set.changed DESC, annotation_set.id DESC
        """
    )
    return [Flagged(*row) for row in rows.fetchall()]


@dataclass(frozen=True, slots=True)
class Own:
    """What a person sees of the own work: never anybody else's."""

    submitted: int
    submitted_last_week: int
    words: int
    seconds_per_100_words: float | None


def own(db: Database, person: int) -> Own:
    """The person's submitted articles, their words, and the median active time per 100
    words, None before any was timed."""
    rows = db.execute(
        """
        SELECT article.words, coalesce(active_time.seconds, 0),
               EXISTS (
                   SELECT 1
                   FROM event
                   WHERE event.set_id = annotation_set.id
                       AND verb = 'submit' AND at > :since)
        FROM annotation_set
        JOIN article ON article.id = annotation_set.article_id
        LEFT JOIN active_time ON active_time.set_id = annotation_set.id
        WHERE annotation_set.person_id = :person
            AND annotation_set.status IN ('submitted', 'adjudicated')
        """,
        {
            "person": person,
            "since": (datetime.now(UTC) - timedelta(days=7)).isoformat(),
        },
    ).fetchall()
    timed = [100 * seconds / words for words, seconds, _ in rows if seconds and words]
    return Own(
        len(rows),
        sum(recent for *_, recent in rows),
        sum(words for words, *_ in rows),
        median(timed) if timed else None,
    )


def add_time(db: Database, set_id: int, gaps: list[float], words: int) -> None:
    """Adds active time: each gap between two acts, in seconds, counts up to the time it
    takes to read the `words` on the screen, but at least up to GAP."""
    longest = max(GAP, 60 * words / SPEED)
    seconds = sum(min(max(0.0, gap), longest) for gap in gaps)
    if not seconds:
        return
    with write(db):
        db.execute(
            """
            INSERT INTO active_time (set_id, seconds) VALUES (:set, :seconds)
            ON CONFLICT (set_id) DO UPDATE SET seconds = seconds + excluded.seconds
            """,
            {"set": set_id, "seconds": seconds},
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; what is empty does not matter. `day` is YYYY-MM-DD in
    UTC."""

    person: str = ""
    verb: str = ""
    article: str = ""
    batch: int | None = None
    day: str = ""


_LOG = """
    SELECT event.id, event.at, actor.name, owner.name, owner.kind, article.key,
           article.title, event.verb, event.rev, event.changes
    FROM event
    JOIN person AS actor ON actor.id = event.person_id
    JOIN annotation_set ON annotation_set.id = event.set_id
    JOIN person AS owner ON owner.id = annotation_set.person_id
    JOIN article ON article.id = annotation_set.article_id
    WHERE owner.kind <> 'model'
        AND (:person = '' OR actor.name = :person)
        AND (:article = '' OR article.key = :article)
        AND (:verb = '' OR event.verb = :verb)
        AND (:day = '' OR substr(event.at, 1, 10) = :day)
        AND (:batch IS NULL OR article.id IN (
            SELECT article_id FROM batch_article WHERE batch_id = :batch
        ))
        AND event.id < :before
    ORDER BY event.id DESC
    LIMIT :limit
"""


def log(
    db: Database, wanted: Wanted | None = None, *, before: int = 2**62, limit: int = 100
) -> list[Logged]:
    """The newest events with an id below `before` that are wanted, newest first."""
    asked = wanted or Wanted()
    rows = db.execute(
        _LOG,
        {
            "person": asked.person,
            "article": asked.article,
            "verb": asked.verb,
            "batch": asked.batch,
            "day": asked.day,
            "before": before,
            "limit": limit,
        },
    )
    found = []
    for id, at, actor, owner, kind, key, title, verb, rev, written in rows.fetchall():
        changes = tuple(Change(*one) for one in json.loads(written))
        found.append(Logged(id, at, actor, owner, kind, key, title, verb, rev, changes))
    return found


def whole_log(db: Database, wanted: Wanted | None = None) -> Iterator[Logged]:
    """Every event that is wanted, newest first, without holding them all."""
    before = 2**62
    while page := log(db, wanted, before=before, limit=500):
        yield from page
        before = page[-1].id


def latest(db: Database) -> int:
    """The id of the last event; 0 before the first."""
    row = db.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
    return int(row[0])


def verbs(db: Database) -> list[str]:
    """The verbs that occur in the log, which has nothing of models, sorted."""
    rows = db.execute(
        """
        SELECT DISTINCT verb
        FROM event
        JOIN annotation_set ON annotation_set.id = event.set_id
        JOIN person AS owner ON owner.id = annotation_set.person_id
        WHERE owner.kind <> 'model'
        ORDER BY verb
        """
    )
    return [verb for (verb,) in rows.fetchall()]
