"""The guideline's versions; the first is the one that ships with the product."""

from dataclasses import dataclass

from sqlite_utils import Database

from workbench.store import now, write

#: How many code points a guideline may have.
LONGEST = 200_000


class GuidelineError(ValueError):
    """A version cannot be added; the message says why."""


class Overtaken(GuidelineError):  # noqa: N818
    """Somebody else made a version meanwhile."""

    def __init__(self, present: "Version") -> None:
        self.present = present
        by = f" by {present.by}" if present.by else ""
        super().__init__(
            f"Version {present.version} was made meanwhile{by}. Your text is kept "
            "below: look at what they changed, and take it in before you save."
        )


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


def current_version(db: Database) -> str | None:
    """The newest version's name; asked for with every label, so no text is read."""
    row = db.execute(
        "SELECT version FROM guideline ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    return row[0] if row else None


def ship(db: Database, version: str, text: str) -> None:
    """Stores the version that ships with the product, unless there is one already."""
    with write(db):
        if current(db) is None:
            db.execute(
                "INSERT INTO guideline (version, text, made) VALUES (?, ?, ?)",
                [version, text, now()],
            )


def canonical(text: str) -> str:
    """The text as a version holds it: line feeds only, and one at the end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() + "\n"


def add(
    db: Database, text: str, remark: str, by: int, seen: str | None = None
) -> Version:
    """A new version, numbered one above the highest.

    `seen` is the version that was changed, when whoever calls knows it.

    :raises Overtaken: there is a newer one than `seen`.
    :raises GuidelineError: the text is empty, too long or the same as the present one,
        or nothing is said about what changed.
    """
    text = canonical(text)
    remark = " ".join(remark.split())[:500]
    if not text.strip():
        raise GuidelineError("A guideline needs a text.")
    if len(text) > LONGEST:
        raise GuidelineError(f"A guideline has at most {LONGEST:,} characters.")
    with write(db):
        present = current(db)
        if present and present.text == text:
            raise GuidelineError("Nothing was changed, so there is no new version.")
        if present and seen is not None and present.version != seen:
            raise Overtaken(present)
        if not remark:
            raise GuidelineError("Say in a few words what changed: everybody reads it.")
        numbers = [int(v.version) for v in versions(db) if v.version.isdecimal()]
        version = str(max(numbers, default=0) + 1)
        db.execute(
            """
            INSERT INTO guideline (version, text, remark, made_by, made)
            VALUES (:version, :text, :remark, :by, :now)
            """,
            {
                "version": version,
                "text": text,
                "remark": remark,
                "by": by,
                "now": now(),
            },
        )
        made = get(db, version)
    if made is None:
        raise GuidelineError(f"Version {version} could not be stored.")
    return made


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
