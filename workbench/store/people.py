"""People, and the one-time links that sign them in."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlite_utils import Database

from workbench.store import now, write

#: How long a sign-in link works.
LINK_LIFE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or a model, or the gold standard) who has annotation sets."""

    id: int
    name: str
    kind: str
    role: str
    stamp: str


_COLUMNS = "id, name, kind, role, stamp"
_LEAD = f"SELECT {_COLUMNS} FROM person WHERE role = 'lead' ORDER BY id LIMIT 1"


def get(db: Database, id: int) -> Person | None:
    """The person with that id, or None."""
    row = db.execute(f"SELECT {_COLUMNS} FROM person WHERE id = ?", [id]).fetchone()
    return Person(*row) if row else None


def names(db: Database) -> tuple[str, ...]:
    """What everybody is called, also who takes part no more; no models, no gold."""
    rows = db.execute("SELECT name FROM person WHERE kind = 'human' ORDER BY name")
    return tuple(name for (name,) in rows.fetchall())


def ensure(
    db: Database, name: str, *, kind: str = "human", role: str = "annotator"
) -> Person:
    """The person of that name and kind, made if there is none."""
    with write(db):
        db.execute(
            """
            INSERT INTO person (name, kind, role, stamp, made)
            VALUES (:name, :kind, :role, :stamp, :now)
            ON CONFLICT (name, kind) DO NOTHING
            """,
            {
                "name": name,
                "kind": kind,
                "role": role,
                "stamp": secrets.token_urlsafe(12),
                "now": now(),
            },
        )
        row = db.execute(
            f"SELECT {_COLUMNS} FROM person WHERE name = :name AND kind = :kind",
            {"name": name, "kind": kind},
        ).fetchone()
    return Person(*row)


def lead(db: Database) -> Person:
    """The lead who set this database up, made on the first call.

    Somebody called "lead" who came in with a dataset becomes the lead: without one
    nobody could sign in.
    """
    row = db.execute(_LEAD).fetchone()
    if row is None:
        with write(db):
            person = ensure(db, "lead", role="lead")
            db.execute("UPDATE person SET role = 'lead' WHERE id = ?", [person.id])
            row = db.execute(_LEAD).fetchone()
    return Person(*row)


def make_link(db: Database, person: Person, life: timedelta = LINK_LIFE) -> str:
    """A fresh secret that signs `person` in once; only its hash is stored."""
    token = secrets.token_urlsafe(24)
    expires = (datetime.now(UTC) + life).isoformat(timespec="seconds")
    with write(db):
        db.execute(
            "DELETE FROM sign_in_link WHERE expires < :now",
            {"now": datetime.now(UTC).isoformat(timespec="seconds")},
        )
        db.execute(
            """
            INSERT INTO sign_in_link (token_sha256, person_id, expires)
            VALUES (:token, :person, :expires)
            """,
            {"token": _hash(token), "person": person.id, "expires": expires},
        )
    return token


def use_link(db: Database, token: str) -> Person | None:
    """Whom `token` signs in, once; None when it is unknown, used or expired."""
    with write(db):
        row = db.execute(
            """
            UPDATE sign_in_link
            SET used = :now
            WHERE token_sha256 = :token
                AND used IS NULL
                AND expires > :now
                AND EXISTS (
                    SELECT 1 FROM person WHERE id = person_id AND disabled IS NULL
                )
            RETURNING person_id
            """,
            {
                "token": _hash(token),
                "now": datetime.now(UTC).isoformat(timespec="seconds"),
            },
        ).fetchone()
    return get(db, row[0]) if row else None


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
