"""Accounts: invitations, passwords, sign-in attempts, and tokens for scripts.

Secrets are shown once and stored as hashes: tokens as SHA-256, since they are long and
random; passwords as whoever calls hashes them (the web uses scrypt).
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlite_utils import Database

from workbench.store import now, people, write
from workbench.store.people import Person

INVITATION_LIFE = timedelta(days=7)
#: How many failed attempts are free, and how long the next ones wait.
FREE_ATTEMPTS, WINDOW = 5, timedelta(minutes=15)


class AccountError(ValueError):
    """An account cannot be made or changed so; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person as the lead sees the team."""

    id: int
    name: str
    role: str
    made: str
    disabled: str | None
    has_password: bool
    submitted: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation link, without its secret."""

    id: int
    role: str
    remark: str
    made: str
    expires: str
    used: str | None
    used_by: str | None
    revoked: str | None

    @property
    def open(self) -> bool:
        """Whether somebody can still use it."""
        return not self.used and not self.revoked and self.expires > _stamp()


@dataclass(frozen=True, slots=True)
class Token:
    """A token for scripts, without its secret."""

    id: int
    person: str
    name: str
    scope: str
    made: str
    expires: str
    last_used: str | None
    revoked: str | None


def _stamp(after: timedelta = timedelta()) -> str:
    return (datetime.now(UTC) + after).isoformat(timespec="seconds")


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


# --- people ---------------------------------------------------------------------------


def accounts(db: Database) -> list[Account]:
    """Every human of the team, by name, with how many articles each has submitted."""
    rows = db.execute(
        """
        SELECT person.id, name, role, made, disabled, password IS NOT NULL,
               (SELECT count(*) FROM annotation_set
                WHERE person_id = person.id
                    AND status IN ('submitted', 'adjudicated'))
        FROM person
        WHERE kind = 'human'
        ORDER BY name
        """
    )
    return [
        Account(id, name, role, made, disabled, bool(password), submitted)
        for id, name, role, made, disabled, password, submitted in rows
    ]


def add(db: Database, name: str, role: str) -> Person:
    """A new person who cannot sign in yet: a link or a password comes next.

    :raises AccountError: the name is empty, too long or taken.
    """
    name = " ".join(name.split())
    if not 1 <= len(name) <= 80:
        raise AccountError("A name has 1 to 80 characters.")
    with write(db):
        taken = db.execute(
            "SELECT 1 FROM person WHERE lower(name) = lower(:name) AND kind = 'human'",
            {"name": name},
        ).fetchone()
        if taken:
            raise AccountError(f"There is somebody called {name!r} already.")
        return people.ensure(db, name, role=role)


def set_password(db: Database, person: int, hashed: str) -> None:
    """The person's password from now on; every session but new ones ends."""
    with write(db):
        db.execute(
            "UPDATE person SET password = :hashed, stamp = :stamp WHERE id = :id",
            {"hashed": hashed, "stamp": secrets.token_urlsafe(12), "id": person},
        )


def password_of(db: Database, name: str) -> tuple[Person, str] | None:
    """Who is called that and may sign in, with the hash of the password; or None."""
    row = db.execute(
        """
        SELECT id, password
        FROM person
        WHERE lower(name) = lower(:name)
            AND kind = 'human'
            AND password IS NOT NULL
            AND disabled IS NULL
        """,
        {"name": name.strip()},
    ).fetchone()
    person = people.get(db, row[0]) if row else None
    return (person, row[1]) if person else None


def forget_password(db: Database, person: int) -> None:
    """The person has no password any more, and is signed out everywhere."""
    with write(db):
        db.execute(
            "UPDATE person SET password = NULL, stamp = :stamp WHERE id = :id",
            {"stamp": secrets.token_urlsafe(12), "id": person},
        )


def sign_out_everywhere(db: Database, person: int) -> None:
    """Ends every session of the person."""
    with write(db):
        db.execute(
            "UPDATE person SET stamp = :stamp WHERE id = :id",
            {"stamp": secrets.token_urlsafe(12), "id": person},
        )


def disable(db: Database, person: int, disabled: bool = True) -> None:
    """The person may not come in any more (or again); their work stays.

    :raises AccountError: it would leave the team without a lead.
    """
    with write(db):
        if disabled and _last_lead(db, person):
            raise AccountError(
                "The last lead cannot be disabled: make another one first."
            )
        db.execute(
            "UPDATE person SET disabled = :at, stamp = :stamp WHERE id = :id",
            {
                "at": now() if disabled else None,
                "stamp": secrets.token_urlsafe(12),
                "id": person,
            },
        )


def set_role(db: Database, person: int, role: str) -> None:
    """The person's role from now on.

    :raises AccountError: it would leave the team without a lead.
    """
    with write(db):
        if role != "lead" and _last_lead(db, person):
            raise AccountError("The last lead stays lead: make another one first.")
        db.execute(
            "UPDATE person SET role = :role WHERE id = :id",
            {"role": role, "id": person},
        )


def _last_lead(db: Database, person: int) -> bool:
    leads = db.execute(
        """
        SELECT id
        FROM person
        WHERE role = 'lead' AND kind = 'human' AND disabled IS NULL
        """
    ).fetchall()
    return leads == [(person,)]


# --- invitations ----------------------------------------------------------------------


def invite(
    db: Database,
    by: int,
    role: str,
    remark: str = "",
    life: timedelta = INVITATION_LIFE,
) -> str:
    """The secret of a new invitation, which makes one person with `role`."""
    token = secrets.token_urlsafe(24)
    with write(db):
        db.execute(
            """
            INSERT INTO invitation (token_sha256, role, remark, made_by, made, expires)
            VALUES (:token, :role, :remark, :by, :now, :expires)
            """,
            {
                "token": _hash(token),
                "role": role,
                "remark": remark.strip()[:200],
                "by": by,
                "now": now(),
                "expires": _stamp(life),
            },
        )
    return token


_INVITATION = """
    SELECT invitation.id, invitation.role, remark, invitation.made, expires, used,
           person.name, revoked
    FROM invitation LEFT JOIN person ON person.id = invitation.used_by
"""


def invitations(db: Database) -> list[Invitation]:
    """All invitations, the newest first."""
    rows = db.execute(f"{_INVITATION} ORDER BY invitation.id DESC")
    return [Invitation(*row) for row in rows]


def invitation(db: Database, token: str) -> Invitation | None:
    """The invitation with that secret, whatever became of it; None when unknown."""
    row = db.execute(
        f"{_INVITATION} WHERE token_sha256 = :token", {"token": _hash(token)}
    ).fetchone()
    return Invitation(*row) if row else None


def revoke_invitation(db: Database, id: int) -> None:
    """Nobody can use that invitation any more; a used one stays used."""
    with write(db):
        db.execute(
            "UPDATE invitation SET revoked = :now WHERE id = :id AND used IS NULL",
            {"now": now(), "id": id},
        )


def accept(db: Database, token: str, name: str, hashed: str) -> Person:
    """The person that an invitation makes, once, with a name and a password's hash.

    :raises AccountError: the link is unknown, used, revoked or expired, or the name
        does not do.
    """
    with write(db):
        found = invitation(db, token)
        if found is None:
            raise AccountError(
                "This invitation is unknown: ask your lead for a new one."
            )
        if not found.open:
            why = "used" if found.used else "revoked" if found.revoked else "expired"
            raise AccountError(
                f"This invitation is {why}: ask your lead for a new one."
            )
        person = add(db, name, found.role)
        db.execute(
            "UPDATE person SET password = :hashed WHERE id = :id",
            {"hashed": hashed, "id": person.id},
        )
        db.execute(
            "UPDATE invitation SET used = :now, used_by = :by WHERE id = :id",
            {"now": now(), "by": person.id, "id": found.id},
        )
    return person


# --- attempts -------------------------------------------------------------------------


def wait(db: Database, *who: str) -> int:
    """How many seconds `who` (a name, an address) must wait before the next attempt."""
    start = datetime.now(UTC).timestamp() - WINDOW.total_seconds()
    longest = 0.0
    for one in who:
        count, last = db.execute(
            "SELECT count(*), max(at) FROM sign_in_attempt WHERE who = ? AND at > ?",
            [one, start],
        ).fetchone()
        if count >= FREE_ATTEMPTS:
            pause = min(2.0 ** (count - FREE_ATTEMPTS), WINDOW.total_seconds())
            longest = max(longest, last + pause - datetime.now(UTC).timestamp())
    return max(0, -int(-longest // 1))


def failed(db: Database, *who: str) -> None:
    """Notes a failed attempt of each of `who`, and forgets those out of the window."""
    at = datetime.now(UTC).timestamp()
    with write(db):
        db.execute(
            "DELETE FROM sign_in_attempt WHERE at < ?", [at - WINDOW.total_seconds()]
        )
        for one in who:
            db.execute("INSERT INTO sign_in_attempt (who, at) VALUES (?, ?)", [one, at])


def succeeded(db: Database, *who: str) -> None:
    """Forgets the failed attempts of each of `who`."""
    with write(db):
        for one in who:
            db.execute("DELETE FROM sign_in_attempt WHERE who = ?", [one])


# --- tokens ---------------------------------------------------------------------------


def make_token(
    db: Database, person: int, name: str, scope: str, life: timedelta
) -> str:
    """The secret of a new token, shown this once.

    :raises AccountError: the name is empty or too long.
    """
    name = " ".join(name.split())
    if not 1 <= len(name) <= 80:
        raise AccountError(
            "Give the token a name of 1 to 80 characters: what is it for?"
        )
    secret = f"wb_{secrets.token_urlsafe(32)}"
    with write(db):
        db.execute(
            """
            INSERT INTO token (person_id, name, token_sha256, scope, made, expires)
            VALUES (:person, :name, :token, :scope, :now, :expires)
            """,
            {
                "person": person,
                "name": name,
                "token": _hash(secret),
                "scope": scope,
                "now": now(),
                "expires": _stamp(life),
            },
        )
    return secret


def tokens(db: Database, person: int | None = None) -> list[Token]:
    """The tokens of a person, or of everybody, the newest first."""
    rows = db.execute(
        """
        SELECT token.id, person.name, token.name, scope, token.made, expires, last_used,
               revoked
        FROM token JOIN person ON person.id = token.person_id
        WHERE :person IS NULL OR person_id = :person
        ORDER BY token.id DESC
        """,
        {"person": person},
    )
    return [Token(*row) for row in rows]


def use_token(db: Database, secret: str) -> tuple[Person, str] | None:
    """Whose token that is and its scope; None when unknown, expired, revoked, or the
    person is disabled. Notes the day of its last use."""
    row = db.execute(
        """
        SELECT token.id, person_id, scope, last_used
        FROM token JOIN person ON person.id = token.person_id
        WHERE token_sha256 = :token
            AND revoked IS NULL
            AND expires > :now
            AND disabled IS NULL
        """,
        {"token": _hash(secret), "now": _stamp()},
    ).fetchone()
    if row is None:
        return None
    # To the minute: a script's every request must not be a write.
    minute = now()[:16]
    if row[3] is None or row[3][:16] != minute:
        with write(db):
            db.execute(
                "UPDATE token SET last_used = :now WHERE id = :id",
                {"now": now(), "id": row[0]},
            )
    person = people.get(db, row[1])
    return (person, row[2]) if person else None


def revoke_token(db: Database, id: int, person: int | None = None) -> bool:
    """Whether a token was revoked; only one of `person`, when given."""
    with write(db):
        return bool(
            db.execute(
                """
                UPDATE token
                SET revoked = :now
                WHERE id = :id
                    AND revoked IS NULL
                    AND (:person IS NULL OR person_id = :person)
                RETURNING id
                """,
                {"now": now(), "id": id, "person": person},
            ).fetchone()
        )
