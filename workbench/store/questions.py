"""Questions to the lead, on an annotation or the whole article, and their answers."""

from dataclasses import dataclass

from sqlite_utils import Database

from workbench.store import now, write


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a thread."""

    person: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A question with its answers; without `annotation` it is about the article.

    `label` and `words` are what the annotation is now, None when it is gone; `batch` is
    the id and name of the article's batch, if it is in one.
    """

    id: int
    key: str
    title: str
    language: str | None
    person: str
    owner: int
    annotation: str | None
    label: str | None
    words: str | None
    batch: tuple[int, str] | None
    resolved: str | None
    messages: tuple[Message, ...]

    @property
    def answered(self) -> bool:
        """Whether somebody else spoke last and the question is still open."""
        return self.resolved is None and self.messages[-1].person != self.person


def ask(
    db: Database, set_id: int, person: int, text: str, op: str, annotation: str | None
) -> int:
    """The thread of a new question; the same op again asks nothing more."""
    with write(db):
        known = db.execute(
            "SELECT thread_id FROM message WHERE op = ?", [op]
        ).fetchone()
        if known:
            return int(known[0])
        thread = db.execute(
            """
            INSERT INTO thread (set_id, annotation_id) VALUES (:set, :annotation)
            RETURNING id
            """,
            {"set": set_id, "annotation": annotation},
        ).fetchone()[0]
        _say(db, thread, person, text, op)
    return int(thread)


def answer(db: Database, thread: int, person: int, text: str, op: str) -> None:
    """One more message of a thread, which is open again by it."""
    with write(db):
        known = db.execute("SELECT 1 FROM message WHERE op = ?", [op]).fetchone()
        if known:
            return
        _say(db, thread, person, text, op)
        db.execute("UPDATE thread SET resolved = NULL WHERE id = ?", [thread])


def _say(db: Database, thread: int, person: int, text: str, op: str) -> None:
    db.execute(
        """
        INSERT INTO message (thread_id, person_id, at, text, op)
        VALUES (:thread, :person, :now, :text, :op)
        """,
        {
            "thread": thread,
            "person": person,
            "now": now(),
            "text": text.strip()[:4000],
            "op": op,
        },
    )


def resolve(db: Database, thread: int, resolved: bool = True) -> None:
    """The thread is settled, or open again."""
    with write(db):
        db.execute(
            "UPDATE thread SET resolved = :at WHERE id = :id",
            {"at": now() if resolved else None, "id": thread},
        )


def owner(db: Database, thread: int) -> int | None:
    """Whose set the thread is about (a person's id); None for an unknown one."""
    row = db.execute(
        """
        SELECT annotation_set.person_id
        FROM thread JOIN annotation_set ON annotation_set.id = thread.set_id
        WHERE thread.id = ?
        """,
        [thread],
    ).fetchone()
    return int(row[0]) if row else None


def get(db: Database, thread: int) -> Thread | None:
    """The thread with that id, or None."""
    return next(iter(threads(db, only=thread)), None)


def waiting(db: Database) -> int:
    """How many questions are open."""
    row = db.execute("SELECT count(*) FROM thread WHERE resolved IS NULL").fetchone()
    return int(row[0])


def threads(
    db: Database,
    *,
    set_id: int | None = None,
    owner: int | None = None,
    batch: int | None = None,
    only: int | None = None,
    open_only: bool = False,
) -> list[Thread]:
    """The threads of a set, of a person's sets, of a batch, or all there are, oldest
    first."""
    rows = db.execute(
        """
        SELECT thread.id, article.key, article.title, article.language, owner.name,
               owner.id, thread.annotation_id, annotation.label,
               (SELECT group_concat(text, ' … ')
                FROM (SELECT text
                      FROM fragment
                      WHERE fragment.set_id = thread.set_id
                          AND fragment.annotation_id = thread.annotation_id
                      ORDER BY start)),
               batch.id, batch.name, thread.resolved,
               person.name, message.at, message.text
        FROM thread
        JOIN annotation_set ON annotation_set.id = thread.set_id
        JOIN article ON article.id = annotation_set.article_id
        JOIN person AS owner ON owner.id = annotation_set.person_id
        JOIN message ON message.thread_id = thread.id
        JOIN person ON person.id = message.person_id
        LEFT JOIN annotation
            ON annotation.set_id = thread.set_id
            AND annotation.id = thread.annotation_id
        LEFT JOIN batch_article ON batch_article.article_id = article.id
        LEFT JOIN batch ON batch.id = batch_article.batch_id
        WHERE (:set IS NULL OR thread.set_id = :set)
            AND (:owner IS NULL OR owner.id = :owner)
            AND (:batch IS NULL OR batch.id = :batch)
            AND (:only IS NULL OR thread.id = :only)
            AND (NOT :open OR thread.resolved IS NULL)
        ORDER BY thread.id, message.id
        """,
        {
            "set": set_id,
            "owner": owner,
            "batch": batch,
            "only": only,
            "open": int(open_only),
        },
    )
    found: dict[int, Thread] = {}
    for row in rows.fetchall():
        known = found.get(row[0])
        messages = (*(known.messages if known else ()), Message(*row[12:]))
        batch_of = None if row[9] is None else (row[9], row[10])
        found[row[0]] = Thread(
            id=row[0],
            key=row[1],
            title=row[2],
            language=row[3],
            person=row[4],
            owner=row[5],
            annotation=row[6],
            label=row[7],
            words=row[8],
            batch=batch_of,
            resolved=row[11],
            messages=messages,
        )
    return list(found.values())
