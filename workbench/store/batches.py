"""Batches: which articles are labelled together, by whom, and who has which slot.

A slot is one of the k places of an article. It is taken by an assignment in the state
*open* or *returned*; *skipped* and *released* ones are free again. A trigger holds that
an article never has more than k of them, whoever writes.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from workbench.store import DatabaseError, now, write
from workbench.store.people import Person

TAKEN = ("open", "returned")

#: How readily suggestions are shown in a batch.
SUGGESTIONS = ("off", "careful", "eager")

#: Why a slot is free again that nobody took back.
LAPSED = "not worked on for a while"
MOST_OVERLAP = 50


class BatchError(ValueError):
    """A batch or an assignment cannot be made or changed so; the message says why."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles that are labelled together under one guideline."""

    id: int
    name: str
    guideline: str
    overlap: int
    labels: tuple[str, ...]
    lease_hours: int
    closed: str | None
    made: str
    suggestions: str = "careful"


@dataclass(frozen=True, slots=True)
class Progress:
    """A batch and how far it is: articles, people, slots in all, taken, submitted."""

    batch: Batch
    articles: int
    people: int
    slots: int
    taken: int
    submitted: int


@dataclass(frozen=True, slots=True)
class Assigned:
    """An article in somebody's queue."""

    key: str
    title: str
    outlet: str | None
    language: str | None
    words: int
    batch: str
    state: str
    reason: str
    calibration: bool


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes part in a batch, or only has slots left over (`part` is then
    False), and how many slots and words that is."""

    id: int
    name: str
    part: bool
    disabled: bool
    slots: int
    words: int


@dataclass(frozen=True, slots=True)
class Share:
    """What one person has of a batch now, and would get, in articles and words."""

    id: int
    name: str
    has: int
    has_words: int
    gets: int
    gets_words: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How the free slots of a batch would be dealt out; `left` ones have nobody."""

    gifts: tuple[tuple[int, int], ...]
    shares: tuple[Share, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Lost:
    """Work on a slot that fell free: whose, where, and whether the slot is free yet."""

    batch: Batch
    key: str
    title: str
    article: int
    person: str
    person_id: int
    free: bool


_BATCH = ", ".join(
    f"batch.{column}"
    for column in (
        *("id", "name", "guideline", "overlap", "labels", "lease_hours"),
        *("closed", "made", "suggestions"),
    )
)


def _batch(row: Sequence[object]) -> Batch:
    id, name, guideline, overlap, labels, hours, closed, made, suggestions = row
    return Batch(
        int(str(id)),
        str(name),
        str(guideline),
        int(str(overlap)),
        tuple(json.loads(str(labels))),
        int(str(hours)),
        None if closed is None else str(closed),
        str(made),
        str(suggestions),
    )


# --- making and reading ---------------------------------------------------------------


def make(
    db: Database,
    name: str,
    *,
    by: int,
    guideline: str,
    overlap: int,
    labels: Iterable[str],
    articles: Sequence[str],
    people: Iterable[int],
    calibration: Iterable[str] = (),
    lease_hours: int = 48,
    suggestions: str = "careful",
) -> Batch:
    """A new batch of the articles with these keys, in this order.

    Those in `calibration` are labelled by everybody and come first.

    :raises BatchError: the name is empty or taken, an article is unknown or in another
        batch, or there are fewer people than the overlap asks for.
    """
    chosen = sorted(set(people))
    if not 1 <= overlap <= MOST_OVERLAP:
        raise BatchError(f"Each article is labelled by 1 to {MOST_OVERLAP} people.")
    _enough(overlap, chosen)
    with write(db):
        name = _free_name(db, name)
        id = db.execute(
            """
            INSERT INTO batch (name, guideline, overlap, labels, lease_hours,
                               suggestions, made_by, made)
            VALUES (:name, :guideline, :overlap, :labels, :hours,
                    :suggestions, :by, :now)
            RETURNING id
            """,
            {
                "name": name,
                "guideline": guideline,
                "overlap": overlap,
                "labels": json.dumps(list(labels)),
                "hours": lease_hours,
                "suggestions": suggestions,
                "by": by,
                "now": now(),
            },
        ).fetchone()[0]
        set_people(db, id, chosen)
        add_articles(db, id, articles, calibration)
        made = get(db, id)
    if made is None:
        raise BatchError(f"The batch {name!r} could not be made.")
    return made


def _enough(overlap: int, people: Sequence[int]) -> None:
    if len(people) < overlap:
        raise BatchError(
            f"{overlap} people are to label each article, and {len(people)} take part: "
            "choose more people, or a smaller overlap."
        )


def _free_name(db: Database, name: str, batch: int | None = None) -> str:
    """The name as it is stored, when no other batch has it."""
    name = " ".join(name.split())
    if not 1 <= len(name) <= 80:
        raise BatchError("A batch needs a name of 1 to 80 characters.")
    other = named(db, name)
    if other and other.id != batch:
        raise BatchError(f"There is a batch called {name!r} already.")
    return name


def rename(db: Database, batch: int, name: str) -> None:
    """The batch is called so from now on.

    :raises BatchError: the name is empty, too long or taken.
    """
    with write(db):
        db.execute(
            "UPDATE batch SET name = :name WHERE id = :id",
            {"name": _free_name(db, name, batch), "id": batch},
        )


def suggest(db: Database, batch: int, how: str) -> None:
    """Suggestions are shown in the batch as `how` says from now on.

    :raises BatchError: `how` is none of *off*, *careful* and *eager*.
    """
    if how not in SUGGESTIONS:
        raise BatchError(f"Suggestions are {', '.join(SUGGESTIONS)}, not {how!r}.")
    with write(db):
        db.execute(
            "UPDATE batch SET suggestions = :how WHERE id = :id",
            {"how": how, "id": batch},
        )


def _open(db: Database, id: int) -> Batch:
    found = get(db, id)
    if found is None:
        raise BatchError("There is no such batch.")
    if found.closed:
        raise BatchError(f"The batch {found.name!r} is closed: reopen it first.")
    return found


def get(db: Database, id: int) -> Batch | None:
    """The batch with that id, or None."""
    row = db.execute(f"SELECT {_BATCH} FROM batch WHERE id = ?", [id]).fetchone()
    return _batch(row) if row else None


def named(db: Database, name: str) -> Batch | None:
    """The batch of that name, or None."""
    row = db.execute(f"SELECT {_BATCH} FROM batch WHERE name = ?", [name]).fetchone()
    return _batch(row) if row else None


def progress(db: Database) -> list[Progress]:
    """Every batch with how far it is, open ones first, then the newest."""
    rows = db.execute(
        f"""
        SELECT {_BATCH},
            (SELECT count(*) FROM batch_article WHERE batch_id = batch.id),
            (SELECT count(*) FROM batch_person WHERE batch_id = batch.id),
            (SELECT coalesce(sum(CASE WHEN calibration
                THEN (SELECT count(*) FROM batch_person WHERE batch_id = batch.id)
                ELSE batch.overlap END), 0)
             FROM batch_article WHERE batch_id = batch.id),
            (SELECT count(*)
             FROM assignment
             JOIN batch_article ON batch_article.article_id = assignment.article_id
             WHERE batch_id = batch.id AND state IN ('open', 'returned')),
            (SELECT count(*)
             FROM assignment
             JOIN batch_article ON batch_article.article_id = assignment.article_id
             JOIN annotation_set
                ON annotation_set.article_id = assignment.article_id
                AND annotation_set.person_id = assignment.person_id
             WHERE batch_id = batch.id AND state = 'open'
                AND annotation_set.status IN ('submitted', 'adjudicated'))
        FROM batch
        ORDER BY closed IS NOT NULL, batch.id DESC
        """
    )
    return [Progress(_batch(row[:9]), *row[9:]) for row in rows.fetchall()]


def of_article(db: Database, article: int) -> Batch | None:
    """The batch that an article (by row id) is in, or None."""
    row = db.execute(
        f"""
        SELECT {_BATCH}
        FROM batch_article JOIN batch ON batch.id = batch_article.batch_id
        WHERE batch_article.article_id = ?
        """,
        [article],
    ).fetchone()
    return _batch(row) if row else None


def open_to(db: Database, article: int, person: Person) -> bool:
    """Whether `person` may see an article (by row id): a lead sees all; one in no batch
    is everybody's; one in a batch belongs to those who have or had a slot of it."""
    return (
        person.role == "lead"
        or slot(db, article, person.id) is not None
        or of_article(db, article) is None
    )


def people_of(db: Database, batch: int) -> list[tuple[int, str]]:
    """Who takes part in a batch: id and name, by name."""
    return db.execute(
        """
        SELECT person.id, person.name
        FROM batch_person JOIN person ON person.id = batch_person.person_id
        WHERE batch_id = ?
        ORDER BY name
        """,
        [batch],
    ).fetchall()


def keys(db: Database, batch: int) -> list[str]:
    """The keys of the articles of a batch, sorted."""
    rows = db.execute(
        """
        SELECT key
        FROM batch_article JOIN article ON article.id = batch_article.article_id
        WHERE batch_id = ?
        ORDER BY key
        """,
        [batch],
    )
    return [row[0] for row in rows]


def members(db: Database, batch: int) -> list[Member]:
    """Who takes part, by name, and after them who only has slots left over."""
    rows = db.execute(
        """
        SELECT person.id, person.name, batch_person.batch_id IS NOT NULL,
               person.disabled IS NOT NULL, count(assignment.id),
               coalesce(sum(article.words), 0)
        FROM person
        LEFT JOIN batch_person
            ON batch_person.person_id = person.id AND batch_person.batch_id = :batch
        LEFT JOIN (
            SELECT assignment.id, assignment.person_id, assignment.article_id
            FROM assignment
            JOIN batch_article ON batch_article.article_id = assignment.article_id
            WHERE batch_id = :batch AND state IN ('open', 'returned')
        ) AS assignment ON assignment.person_id = person.id
        LEFT JOIN article ON article.id = assignment.article_id
        WHERE batch_person.batch_id IS NOT NULL OR assignment.id IS NOT NULL
        GROUP BY person.id
        ORDER BY batch_person.batch_id IS NULL, person.name
        """,
        {"batch": batch},
    )
    return [
        Member(id, name, bool(part), bool(disabled), slots, words)
        for id, name, part, disabled, slots, words in rows.fetchall()
    ]


# --- changing -------------------------------------------------------------------------


def set_people(db: Database, batch: int, people: Iterable[int]) -> None:
    """Exactly these people take part from now on; slots already taken stay.

    :raises BatchError: there are fewer of them than the overlap asks for.
    """
    chosen = sorted(set(people))
    with write(db):
        found = get(db, batch)
        _enough(found.overlap if found else 0, chosen)
        db.execute("DELETE FROM batch_person WHERE batch_id = ?", [batch])
        for person in chosen:
            db.execute(
                "INSERT INTO batch_person (batch_id, person_id) VALUES (?, ?)",
                [batch, person],
            )


def add_articles(
    db: Database, batch: int, keys: Sequence[str], calibration: Iterable[str] = ()
) -> int:
    """How many articles were added at the end of a batch; those in it are passed over.

    :raises BatchError: the batch is closed, an article is unknown or in another batch.
    """
    everybody = set(calibration)
    added = 0
    with write(db):
        _open(db, batch)
        for key in keys:
            row = db.execute(
                """
                SELECT article.id, batch_article.batch_id, batch.name
                FROM article
                LEFT JOIN batch_article ON batch_article.article_id = article.id
                LEFT JOIN batch ON batch.id = batch_article.batch_id
                WHERE article.key = ?
                """,
                [key],
            ).fetchone()
            if row is None:
                raise BatchError(f"There is no article {key!r} here.")
            if row[1] == batch:
                continue
            if row[1] is not None:
                raise BatchError(f"Article {key!r} is in the batch {row[2]!r} already.")
            db.execute(
                """
                INSERT INTO batch_article (article_id, batch_id, place, calibration)
                SELECT :article, :batch, coalesce(max(place), 0) + 1, :calibration
                FROM batch_article
                WHERE batch_id = :batch
                """,
                {
                    "article": row[0],
                    "batch": batch,
                    "calibration": int(key in everybody),
                },
            )
            added += 1
    return added


def unfit(db: Database, keys: Sequence[str]) -> list[str]:
    """Why articles cannot be put into a new batch, a sentence for each that cannot."""
    rows = db.execute(
        """
        SELECT wanted.value, article.id, batch.name
        FROM json_each(:keys) AS wanted
        LEFT JOIN article ON article.key = wanted.value
        LEFT JOIN batch_article ON batch_article.article_id = article.id
        LEFT JOIN batch ON batch.id = batch_article.batch_id
        WHERE article.id IS NULL OR batch.id IS NOT NULL
        ORDER BY wanted.key
        """,
        {"keys": json.dumps(list(keys))},
    )
    return [
        f"There is no article {key!r} here."
        if article is None
        else f"Article {key!r} is in the batch {batch!r} already."
        for key, article, batch in rows
    ]


def close(db: Database, batch: int, closed: bool = True) -> None:
    """Nobody claims articles of a closed batch; who has one may finish it."""
    with write(db):
        db.execute(
            "UPDATE batch SET closed = :at WHERE id = :id",
            {"at": now() if closed else None, "id": batch},
        )


# --- slots ----------------------------------------------------------------------------


def _lease(hours: int) -> str:
    return (datetime.now(UTC) + timedelta(hours=hours)).isoformat(timespec="seconds")


def release_expired(db: Database) -> int:
    """How many claimed slots fell free because nobody worked there for their lease."""
    with write(db):
        return len(
            db.execute(
                """
                UPDATE assignment
                SET state = 'released', reason = :lapsed
                WHERE state = 'open'
                    AND lease < :now
                    AND NOT EXISTS (
                        SELECT 1
                        FROM annotation_set
                        WHERE annotation_set.article_id = assignment.article_id
                            AND annotation_set.person_id = assignment.person_id
                            AND status IN ('submitted', 'adjudicated')
                    )
                RETURNING id
                """,
                {
                    "now": datetime.now(UTC).isoformat(timespec="seconds"),
                    "lapsed": LAPSED,
                },
            ).fetchall()
        )


def claim(db: Database, person: int) -> str | None:
    """The key of an article that `person` has now newly got a slot of; None when there
    is none. One transaction: never more than k, never twice to one person."""
    with write(db):
        release_expired(db)
        row = db.execute(
            """
            SELECT batch_article.article_id, article.key, batch.lease_hours
            FROM batch_person
            JOIN batch ON batch.id = batch_person.batch_id AND batch.closed IS NULL
            JOIN batch_article ON batch_article.batch_id = batch.id
            JOIN article ON article.id = batch_article.article_id
            WHERE batch_person.person_id = :person
                AND NOT EXISTS (
                    SELECT 1
                    FROM assignment
                    WHERE assignment.article_id = batch_article.article_id
                        AND assignment.person_id = :person
                )
                AND (batch_article.calibration OR (
                    SELECT count(*)
                    FROM assignment
                    WHERE assignment.article_id = batch_article.article_id
                        AND state IN ('open', 'returned')
                ) < batch.overlap)
            ORDER BY batch.id, batch_article.calibration DESC, batch_article.place
            LIMIT 1
            """,
            {"person": person},
        ).fetchone()
        if row is None:
            return None
        _take(db, row[0], person, lease=_lease(row[2]), by=None)
        return str(row[1])


def give(db: Database, article: int, person: int, by: int) -> None:
    """A slot for `person`, by hand, without a lease; also one that was lost or skipped.

    :raises BatchError: the article is in no batch or a closed one, the person takes no
        part in it or is disabled, or the article has its k people already.
    """
    with write(db):
        batch = of_article(db, article)
        if batch is None:
            raise BatchError("This article is in no batch: add it to one first.")
        _open(db, batch.id)
        who = next((m for m in members(db, batch.id) if m.id == person), None)
        if who is None or not who.part:
            raise BatchError(f"This person takes no part in {batch.name!r}.")
        if who.disabled:
            raise BatchError(
                f"{who.name} is disabled, so nothing can be given to them."
            )
        known = slot(db, article, person)
        if known and known[0] in TAKEN:
            # It is theirs already: from now on without a lease.
            db.execute(
                """
                UPDATE assignment
                SET lease = NULL, given_by = :by
                WHERE article_id = :article AND person_id = :person
                """,
                {"by": by, "article": article, "person": person},
            )
            return
        try:
            _take(db, article, person, lease=None, by=by)
        except DatabaseError as error:
            raise BatchError(
                f"This article has its {batch.overlap} people already: take it back "
                "from one of them first."
            ) from error


def _take(
    db: Database, article: int, person: int, *, lease: str | None, by: int | None
) -> None:
    db.execute(
        """
        INSERT INTO assignment (article_id, person_id, state, given_by, since, lease)
        VALUES (:article, :person, 'open', :by, :now, :lease)
        ON CONFLICT (article_id, person_id) DO UPDATE SET
            state = CASE WHEN state = 'returned' THEN state ELSE 'open' END,
            reason = CASE WHEN state = 'returned' THEN reason ELSE '' END,
            given_by = excluded.given_by,
            lease = excluded.lease
        """,
        {"article": article, "person": person, "by": by, "now": now(), "lease": lease},
    )


def plan(db: Database, batch: int) -> Plan:
    """Who would get which free slot: everybody about the same number of words, not of
    articles. Calibration articles go to everybody; disabled people get nothing.

    :raises BatchError: the batch is closed, or there is none.
    """
    found = _open(db, batch)
    team = [m for m in members(db, batch) if m.part and not m.disabled]
    load = {m.id: m.words for m in team}
    has: dict[int, set[int]] = {}
    taken: dict[int, int] = {}
    for article, person, state in db.execute(
        """
        SELECT assignment.article_id, person_id, state
        FROM assignment
        JOIN batch_article ON batch_article.article_id = assignment.article_id
        WHERE batch_id = ?
        """,
        [batch],
    ):
        has.setdefault(article, set()).add(person)
        if state in TAKEN:
            taken[article] = taken.get(article, 0) + 1
    # The longest first: what is left to even out at the end is short.
    articles = db.execute(
        """
        SELECT article.id, words, calibration
        FROM batch_article JOIN article ON article.id = batch_article.article_id
        WHERE batch_id = ?
        ORDER BY calibration DESC, words DESC, place
        """,
        [batch],
    ).fetchall()
    gifts: list[tuple[int, int]] = []
    gets: dict[int, tuple[int, int]] = {}
    left = 0
    for article, words, calibration in articles:
        wanted = len(load) if calibration else found.overlap
        free = max(0, wanted - taken.get(article, 0))
        candidates = sorted(
            (p for p in load if p not in has.get(article, ())),
            key=lambda p: (load[p], p),
        )
        for person in candidates[:free]:
            gifts.append((article, person))
            load[person] += words
            count, sum_ = gets.get(person, (0, 0))
            gets[person] = (count + 1, sum_ + words)
        # Whom a calibration article was taken from or who skipped it is no open slot.
        left += 0 if calibration else max(0, free - len(candidates))
    shares = tuple(
        Share(m.id, m.name, m.slots, m.words, *gets.get(m.id, (0, 0))) for m in team
    )
    return Plan(tuple(gifts), shares, left)


def deal(db: Database, batch: int, by: int) -> int:
    """How many slots were given out: every free one, as `plan` says.

    :raises BatchError: the batch is closed, or there is none.
    """
    with write(db):
        gifts = plan(db, batch).gifts
        for article, person in gifts:
            _take(db, article, person, lease=None, by=by)
    return len(gifts)


def take_back(db: Database, article: int, person: int) -> None:
    """The slot is free again; what was labelled stays with the person, unsubmitted."""
    with write(db):
        db.execute(
            """
            UPDATE assignment
            SET state = 'released', reason = 'taken back by the lead'
            WHERE article_id = :article AND person_id = :person
            """,
            {"article": article, "person": person},
        )


def take_back_all(db: Database, batch: int, person: int) -> int:
    """How many slots of the batch that the person has not submitted are free again."""
    with write(db):
        rows = db.execute(
            """
            UPDATE assignment
            SET state = 'released', reason = 'taken back by the lead'
            WHERE person_id = :person
                AND state IN ('open', 'returned')
                AND article_id IN (
                    SELECT article_id FROM batch_article WHERE batch_id = :batch
                )
                AND NOT EXISTS (
                    SELECT 1
                    FROM annotation_set
                    WHERE annotation_set.article_id = assignment.article_id
                        AND annotation_set.person_id = :person
                        AND status IN ('submitted', 'adjudicated')
                )
            RETURNING id
            """,
            {"batch": batch, "person": person},
        ).fetchall()
    return len(rows)


def held_by_disabled(db: Database) -> list[tuple[int, str, int, str, int]]:
    """Slots of open batches that disabled people have and did not submit: batch id and
    name, person id and name, how many."""
    found: list[tuple[int, str, int, str, int]] = db.execute(
        """
        SELECT batch.id, batch.name, person.id, person.name, count(*)
        FROM assignment
        JOIN batch_article ON batch_article.article_id = assignment.article_id
        JOIN batch ON batch.id = batch_article.batch_id AND batch.closed IS NULL
        JOIN person
            ON person.id = assignment.person_id AND person.disabled IS NOT NULL
        LEFT JOIN annotation_set
            ON annotation_set.article_id = assignment.article_id
            AND annotation_set.person_id = assignment.person_id
        WHERE assignment.state IN ('open', 'returned')
            AND coalesce(annotation_set.status, 'todo') IN ('todo', 'in_progress')
        GROUP BY batch.id, person.id
        ORDER BY batch.name, person.name
        """
    ).fetchall()
    return found


def skip(db: Database, article: int, person: int, reason: str) -> None:
    """The slot is free again because the person cannot label this article.

    :raises BatchError: no reason is given, or the person has no slot of it.
    """
    if not reason.strip():
        raise BatchError("Say in a few words why you skip this article.")
    with write(db):
        row = db.execute(
            """
            UPDATE assignment
            SET state = 'skipped', reason = :reason
            WHERE article_id = :article AND person_id = :person
                AND state IN ('open', 'returned')
            RETURNING id
            """,
            {"article": article, "person": person, "reason": reason.strip()[:500]},
        ).fetchone()
    if row is None:
        raise BatchError("This article is not given to you, so it cannot be skipped.")


def mark_returned(db: Database, article: int, person: int, reason: str) -> None:
    """The lead asks for the article again; whoever calls reopens the set."""
    with write(db):
        db.execute(
            """
            UPDATE assignment
            SET state = 'returned', reason = :reason
            WHERE article_id = :article AND person_id = :person
            """,
            {"article": article, "person": person, "reason": reason.strip()[:500]},
        )


def mark_submitted(db: Database, article: int, person: int) -> None:
    """A returned article is an ordinary one again once it is submitted."""
    with write(db):
        db.execute(
            """
            UPDATE assignment
            SET state = 'open', reason = ''
            WHERE article_id = :article AND person_id = :person AND state = 'returned'
            """,
            {"article": article, "person": person},
        )


def slot(db: Database, article: int, person: int) -> tuple[str, str] | None:
    """State and reason of the person's assignment of an article; None without one."""
    row = db.execute(
        "SELECT state, reason FROM assignment WHERE article_id = ? AND person_id = ?",
        [article, person],
    ).fetchone()
    return (row[0], row[1]) if row else None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands to an article of a batch: `state` and `reason` of the slot,
    both empty without one; `free` when a slot could be taken (again)."""

    batch: Batch
    state: str
    reason: str
    free: bool

    @property
    def has_it(self) -> bool:
        """Whether the person has a slot, so that the article can be submitted."""
        return self.state in TAKEN

    @property
    def lapsed(self) -> bool:
        """Whether the slot was given free because nothing happened for long."""
        return self.reason == LAPSED


def standing(db: Database, article: int, person: int) -> Standing | None:
    """How the person stands to an article (by row id); None when it is in no batch."""
    row = db.execute(
        f"""
        SELECT {_BATCH}, coalesce(assignment.state, ''),
               coalesce(assignment.reason, ''),
               batch.closed IS NULL AND (batch_article.calibration OR (
                   SELECT count(*)
                   FROM assignment AS other
                   WHERE other.article_id = batch_article.article_id
                       AND other.state IN ('open', 'returned')
               ) < batch.overlap)
        FROM batch_article
        JOIN batch ON batch.id = batch_article.batch_id
        LEFT JOIN assignment
            ON assignment.article_id = batch_article.article_id
            AND assignment.person_id = :person
        WHERE batch_article.article_id = :article
        """,
        {"article": article, "person": person},
    ).fetchone()
    return Standing(_batch(row[:9]), row[9], row[10], bool(row[11])) if row else None


def take_again(db: Database, article: int, person: int) -> None:
    """A slot that the person skipped or lost is theirs again.

    :raises BatchError: it was taken back by the lead, or somebody else has it now.
    """
    with write(db):
        found = standing(db, article, person)
        if found is None or not found.state:
            raise BatchError("This article was never given to you.")
        if found.has_it:
            return
        if found.state == "released" and not found.lapsed:
            raise BatchError("Your lead took this article back: ask there.")
        if not found.free:
            raise BatchError(
                "Somebody else has your place in this article now. What you labelled "
                "is kept, and your lead sees it."
            )
        _take(db, article, person, lease=_lease(found.batch.lease_hours), by=None)


def hand_in(db: Database, article: int, person: int) -> None:
    """What a submission means for the slot: a returned article is an ordinary one
    again. Nothing for an article in no batch, or whose set was never given out.

    :raises BatchError: the person has no slot any more, and somebody else has.
    """
    with write(db):
        found = standing(db, article, person)
        if found is None or not found.state:
            return
        if not found.has_it:
            take_again(db, article, person)
        mark_submitted(db, article, person)


def keep(db: Database, article: int, person: int) -> bool:
    """Whether the person still has the slot, after working there: a lease is renewed,
    and one that ran out is taken again where the slot is still free.

    It is asked with every label, so the usual answer takes no lock.
    """
    row = db.execute(
        """
        SELECT state, lease, lease_hours
        FROM assignment
        JOIN batch_article ON batch_article.article_id = assignment.article_id
        JOIN batch ON batch.id = batch_article.batch_id
        WHERE assignment.article_id = :article AND person_id = :person
        """,
        {"article": article, "person": person},
    ).fetchone()
    if row is None or row[0] == "skipped":
        return False
    state, lease, hours = row
    if state in TAKEN and (lease is None or lease > _lease(hours // 2)):
        return True
    with write(db):
        try:
            db.execute(
                """
                UPDATE assignment
                SET state = CASE WHEN state = 'returned' THEN state ELSE 'open' END,
                    reason = CASE WHEN state = 'returned' THEN reason ELSE '' END,
                    lease = CASE WHEN lease IS NULL THEN NULL ELSE :lease END
                WHERE article_id = :article AND person_id = :person
                    AND state <> 'skipped'
                    AND (state <> 'released' OR reason = :lapsed)
                """,
                {
                    "lease": _lease(hours),
                    "article": article,
                    "person": person,
                    "lapsed": LAPSED,
                },
            )
        except DatabaseError:
            return False
        again = slot(db, article, person)
        return again is not None and again[0] in TAKEN


def lost_work(db: Database) -> list[Lost]:
    """Slots that fell free, or will with the next claim, while something was labelled.
    The work is kept."""
    rows = db.execute(
        f"""
        SELECT {_BATCH}, article.key, article.title, article.id, person.name, person.id,
               assignment.state = 'open' OR (
                   SELECT count(*)
                   FROM assignment AS other
                   WHERE other.article_id = article.id
                       AND other.state IN ('open', 'returned')
               ) < CASE WHEN batch_article.calibration
                   THEN 1000000 ELSE batch.overlap END
        FROM assignment
        JOIN batch_article ON batch_article.article_id = assignment.article_id
        JOIN batch ON batch.id = batch_article.batch_id AND batch.closed IS NULL
        JOIN article ON article.id = assignment.article_id
        JOIN person ON person.id = assignment.person_id
        JOIN annotation_set
            ON annotation_set.article_id = assignment.article_id
            AND annotation_set.person_id = assignment.person_id
        WHERE annotation_set.status = 'in_progress' AND (
            assignment.state = 'released'
            OR (assignment.state = 'open' AND assignment.lease < :now)
        )
        ORDER BY batch.name, article.key, person.name
        """,
        {"now": datetime.now(UTC).isoformat(timespec="seconds")},
    )
    return [
        Lost(_batch(row[:9]), row[9], row[10], row[11], row[12], row[13], bool(row[14]))
        for row in rows.fetchall()
    ]


# --- the annotator's queue ------------------------------------------------------------


def queue(db: Database, person: int) -> list[Assigned]:
    """Everything the person has or had: returned first, then what is begun, what is to
    do in the batch's order, and what is submitted, skipped or lost."""
    rows = db.execute(
        """
        SELECT article.key, article.title, article.outlet, article.language,
               article.words, batch.name,
               CASE
                   WHEN assignment.state IN ('returned', 'skipped', 'released')
                       THEN assignment.state
                   ELSE coalesce(annotation_set.status, 'todo')
               END AS shown,
               assignment.reason, batch_article.calibration
        FROM assignment
        JOIN batch_article ON batch_article.article_id = assignment.article_id
        JOIN batch ON batch.id = batch_article.batch_id
        JOIN article ON article.id = assignment.article_id
        LEFT JOIN annotation_set
            ON annotation_set.article_id = assignment.article_id
            AND annotation_set.person_id = assignment.person_id
        WHERE assignment.person_id = :person
        ORDER BY CASE shown
                WHEN 'returned' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'todo' THEN 2
                WHEN 'released' THEN 3 WHEN 'skipped' THEN 4 ELSE 5
            END,
            batch.id, batch_article.calibration DESC, batch_article.place
        """,
        {"person": person},
    )
    return [
        Assigned(
            key, title, outlet, language, words, batch, state, reason, bool(calibration)
        )
        for key, title, outlet, language, words, batch, state, reason, calibration in (
            rows.fetchall()
        )
    ]


def next_article(db: Database, person: int, after: str = "") -> str | None:
    """What the person does next: a returned article, one that is begun, one that is to
    do, else a newly claimed one; None when there is nothing."""
    waiting = [
        one.key
        for one in queue(db, person)
        if one.state in ("returned", "in_progress", "todo") and one.key != after
    ]
    return waiting[0] if waiting else claim(db, person)


def takes_part(db: Database, person: int) -> bool:
    """Whether the person is in a batch, or has or had an article of one."""
    row = db.execute(
        """
        SELECT EXISTS (SELECT 1 FROM batch_person WHERE person_id = :person)
            OR EXISTS (SELECT 1 FROM assignment WHERE person_id = :person)
        """,
        {"person": person},
    ).fetchone()
    return bool(row[0])
