"""What a lead sees of the work: the matrix, the pace, the log."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from sqlite_utils import Database

from workbench.store import write

#: The longest gap that counts whole as work, in seconds, and the reading speed that
#: allows a longer one where more is on the screen, in words a minute.
GAP, SPEED = 60.0, 200.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One person at one article: the state, what was marked, active seconds."""

    state: str
    counts: dict[str, int]
    seconds: float


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
    article: str
    verb: str
    rev: int
    changes: list[object]


def matrix(db: Database, batch: int) -> list[Row]:
    """The articles of a batch in order, each with a cell for everybody who has it."""
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
        WHERE batch_article.batch_id = ?
        GROUP BY annotation.set_id, annotation.label
        """,
        [batch],
    ):
        counts.setdefault(set_id, {})[label] = number
    cells: dict[int, dict[int, Cell]] = {}
    taken: dict[int, int] = {}
    submitted: dict[int, int] = {}
    for article, person, state, status, set_id, seconds in db.execute(
        """
        SELECT assignment.article_id, assignment.person_id, assignment.state,
               coalesce(annotation_set.status, 'todo'), annotation_set.id,
               coalesce(active_time.seconds, 0)
        FROM batch_article
        JOIN assignment ON assignment.article_id = batch_article.article_id
        LEFT JOIN annotation_set
            ON annotation_set.article_id = assignment.article_id
            AND annotation_set.person_id = assignment.person_id
        LEFT JOIN active_time ON active_time.set_id = annotation_set.id
        WHERE batch_article.batch_id = ?
        """,
        [batch],
    ):
        shown = status if state == "open" else state
        cells.setdefault(article, {})[person] = Cell(
            shown, counts.get(set_id, {}), seconds
        )
        if state in ("open", "returned"):
            taken[article] = taken.get(article, 0) + 1
        if shown in ("submitted", "adjudicated"):
            submitted[article] = submitted.get(article, 0) + 1
    rows = db.execute(
        """
        SELECT article.id, key, title, outlet, words, place, calibration
        FROM batch_article JOIN article ON article.id = batch_article.article_id
        WHERE batch_id = ?
        ORDER BY place
        """,
        [batch],
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


def pace(db: Database, rows: list[Row]) -> Pace:
    """The pace of a batch whose matrix is `rows`: median active time per 100 words of
    what is submitted, and how many days what is left takes as in the last week."""
    timed = [
        100 * cell.seconds / row.words
        for row in rows
        for cell in row.cells.values()
        if cell.state in ("submitted", "adjudicated") and cell.seconds and row.words
    ]
    since = (datetime.now(UTC) - timedelta(days=7)).isoformat()
    recent = db.execute(
        """
        SELECT count(*)
        FROM event JOIN annotation_set ON annotation_set.id = event.set_id
        WHERE verb = 'submit'
            AND at > :since
            AND annotation_set.article_id IN (SELECT value FROM json_each(:articles))
        """,
        {"since": since, "articles": json.dumps([row.id for row in rows])},
    ).fetchone()[0]
    left = sum(max(0, row.wanted - row.submitted) for row in rows)
    return Pace(
        median(timed) if timed else None,
        len(timed),
        recent,
        left,
        7 * left / recent if recent and left else None,
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


_LOG = """
    SELECT event.id, event.at, actor.name, owner.name, article.key, event.verb,
           event.rev, event.changes
    FROM event
    JOIN person AS actor ON actor.id = event.person_id
    JOIN annotation_set ON annotation_set.id = event.set_id
    JOIN person AS owner ON owner.id = annotation_set.person_id
    JOIN article ON article.id = annotation_set.article_id
    WHERE (:person = '' OR actor.name = :person)
        AND (:article = '' OR article.key = :article)
        AND (:verb = '' OR event.verb = :verb)
        AND event.id < :before
    ORDER BY event.id DESC
    LIMIT :limit
"""


def log(
    db: Database,
    *,
    person: str = "",
    article: str = "",
    verb: str = "",
    before: int = 2**62,
    limit: int = 100,
) -> list[Logged]:
    """The newest events with an id below `before`, filtered, newest first."""
    rows = db.execute(
        _LOG,
        {
            "person": person,
            "article": article,
            "verb": verb,
            "before": before,
            "limit": limit,
        },
    )
    return [
        Logged(id, at, actor, owner, key, done, rev, json.loads(changes))
        for id, at, actor, owner, key, done, rev, changes in rows.fetchall()
    ]


def whole_log(
    db: Database, *, person: str = "", article: str = "", verb: str = ""
) -> Iterator[Logged]:
    """Every event that fits, newest first, without holding them all."""
    before = 2**62
    while page := log(
        db, person=person, article=article, verb=verb, before=before, limit=500
    ):
        yield from page
        before = page[-1].id


def verbs(db: Database) -> list[str]:
    """The verbs that occur in the log, sorted."""
    return [
        row[0] for row in db.execute("SELECT DISTINCT verb FROM event ORDER BY verb")
    ]
