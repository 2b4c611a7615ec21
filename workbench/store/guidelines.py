"""The guideline's versions; the first is the one that ships with the product."""

from dataclasses import dataclass

from sqlite_utils import Database

from workbench.store import now, write


class GuidelineError(ValueError):
    """A version cannot be added; the message says why."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the guideline, in markdown."""

    version: str
    text: str
    remark: str
    by: str | None
    made: str


_VERSION = """
    SELECT version, text, remark, person.name, guideline.made
    FROM guideline LEFT JOIN person ON person.id = guideline.made_by
"""


def versions(db: Database) -> list[Version]:
    """All versions, the newest first."""
    rows = db.execute(f"{_VERSION} ORDER BY guideline.rowid DESC")
    return [Version(*row) for row in rows.fetchall()]


def get(db: Database, version: str) -> Version | None:
    """That version, or None."""
    row = db.execute(f"{_VERSION} WHERE version = ?", [version]).fetchone()
    return Version(*row) if row else None


def current(db: Database) -> Version | None:
    """The newest version; None before the first is stored."""
    row = db.execute(f"{_VERSION} ORDER BY guideline.rowid DESC LIMIT 1").fetchone()
    return Version(*row) if row else None


def ship(db: Database, version: str, text: str) -> None:
    """Stores the version that ships with the product, unless there is one already."""
    with write(db):
        if current(db) is None:
            db.execute(
                "INSERT INTO guideline (version, text, made) VALUES (?, ?, ?)",
                [version, text, now()],
            )


def add(db: Database, text: str, remark: str, by: int) -> Version:
    """A new version, numbered one above the highest.

    :raises GuidelineError: the text is empty, or the same as the present one.
    """
    text = text.replace("\r\n", "\n").strip() + "\n"
    if not text.strip():
        raise GuidelineError("A guideline needs a text.")
    with write(db):
        present = current(db)
        if present and present.text == text:
            raise GuidelineError("Nothing was changed, so there is no new version.")
        numbers = [int(v.version) for v in versions(db) if v.version.isdigit()]
        version = str(max(numbers, default=0) + 1)
        db.execute(
            """
            INSERT INTO guideline (version, text, remark, made_by, made)
            VALUES (:version, :text, :remark, :by, :now)
            """,
            {
                "version": version,
                "text": text,
                "remark": remark.strip()[:500],
                "by": by,
                "now": now(),
            },
        )
    return Version(version, text, remark, None, now())


def labelled_under(db: Database, person: int) -> str | None:
    """The guideline version of the person's last submitted article, or None."""
    row = db.execute(
        """
        SELECT annotation_set.guideline
        FROM event JOIN annotation_set ON annotation_set.id = event.set_id
        WHERE event.verb = 'submit' AND annotation_set.person_id = ?
        ORDER BY event.id DESC
        LIMIT 1
        """,
        [person],
    ).fetchone()
    return row[0] if row else None
