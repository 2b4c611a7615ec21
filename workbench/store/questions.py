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
    """A question with its answers; without `annotation` it is about the article."""

    id: int
    key: str
    title: str
    person: str
    annotation: str | None
    resolved: str | None
    messages: tuple[Message, ...]


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


def threads(
    db: Database, *, set_id: int | None = None, open_only: bool = False
) -> list[Thread]:
    """The threads of a set, or of all sets, oldest first."""
    rows = db.execute(
        """
        SELECT thread.id, article.key, article.title, owner.name, thread.annotation_id,
               thread.resolved, person.name, message.at, message.text
        FROM thread
        JOIN annotation_set ON annotation_set.id = thread.set_id
        JOIN article ON article.id = annotation_set.article_id
        JOIN person AS owner ON owner.id = annotation_set.person_id
        JOIN message ON message.thread_id = thread.id
        JOIN person ON person.id = message.person_id
        WHERE (:set IS NULL OR thread.set_id = :set)
            AND (NOT :open OR thread.resolved IS NULL)
        ORDER BY thread.id, message.id
        """,
        {"set": set_id, "open": int(open_only)},
    )
    found: dict[int, Thread] = {}
    for id, key, title, person, about, resolved, name, at, text in rows.fetchall():
        known = found.get(id)
        messages = (*(known.messages if known else ()), Message(name, at, text))
        found[id] = Thread(id, key, title, person, about, resolved, messages)
    return list(found.values())
