"""Articles: adding, finding, listing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from workbench.dataset import Article
from workbench.store import now, write
from workbench.store.people import Person
from workbench.text import digest, words

PAGE = 50

#: How the list may be sorted, each with its SQL; the id makes every order total.
ORDERS = {
    "added": "article.id",
    "title": "article.title",
    "outlet": "article.outlet",
    "published": "article.published",
    "length": "article.words",
    # In the order of the work, not of the alphabet.
    "status": """CASE coalesce(annotation_set.status, 'todo')
        WHEN 'todo' THEN 0
        WHEN 'in_progress' THEN 1
        WHEN 'submitted' THEN 2
        ELSE 3
    END""",
}
#: More words than this are not looked for: SQLite bounds the depth of a condition.
MOST_TERMS = 20


@dataclass(frozen=True, slots=True)
class Stored:
    """An article with its row id."""

    row: int
    article: Article
    words: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the article list, for one person."""

    row: int
    key: str
    title: str
    outlet: str | None
    published: str | None
    language: str | None
    words: int
    status: str
    counts: dict[str, int]
    context: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the article list, and what it was asked for."""

    articles: list[Listed]
    total: int
    page: int
    pages: int


_COLUMNS = "id, key, title, text, outlet, url, published, language, words"


def add(db: Database, article: Article) -> int:
    """The row id of a new article; its text must be canonical and not there yet."""
    with write(db):
        row = db.execute(
            """
            INSERT INTO article (key, title, outlet, url, published, language,
                                 text, length, words, sha256, added)
            VALUES (:key, :title, :outlet, :url, :published, :language,
                    :text, :length, :words, :sha256, :added)
            RETURNING id
            """,
            {
                "key": article.id,
                "title": article.title,
                "outlet": article.outlet,
                "url": article.url,
                "published": article.published,
                "language": article.language,
                "text": article.text,
                "length": len(article.text),
                "words": words(article.text),
                "sha256": digest(article.text),
                "added": now(),
            },
        ).fetchone()
    return int(row[0])


def get(db: Database, key: str) -> Stored | None:
    """The article whose id is `key`, or None."""
    row = db.execute(f"SELECT {_COLUMNS} FROM article WHERE key = ?", [key]).fetchone()
    return _stored(row) if row else None


def _stored(row: tuple[Any, ...]) -> Stored:
    id, key, title, text, outlet, url, published, language, count = row
    return Stored(
        id, Article(key, title, text, outlet, url, published, language), count
    )


def row_of_text(db: Database, sha256: str) -> tuple[int, str] | None:
    """The row and id of the article whose text has that hash, or None."""
    row = db.execute(
        "SELECT id, key FROM article WHERE sha256 = ?", [sha256]
    ).fetchone()
    return (row[0], row[1]) if row else None


def of_url(db: Database, url: str) -> list[str]:
    """The ids of the articles that were published at `url`, in order."""
    rows = db.execute("SELECT key FROM article WHERE url = ? ORDER BY key", [url])
    return [key for (key,) in rows.fetchall()]


def keys(db: Database) -> list[str]:
    """The ids of all articles, in order."""
    rows = db.execute("SELECT key FROM article ORDER BY key")
    return [key for (key,) in rows.fetchall()]


#: What `batches.open_to` says of one article, as a condition.
_SEEN = """(:lead
    OR NOT EXISTS (
        SELECT 1 FROM batch_article WHERE batch_article.article_id = article.id)
    OR EXISTS (
        SELECT 1
        FROM assignment
        WHERE assignment.article_id = article.id AND assignment.person_id = :person))"""


def _seen(person: Person | None) -> dict[str, object]:
    """The values of `_SEEN`; nobody in particular sees everything."""
    lead = person is None or person.role == "lead"
    return {"person": person.id if person else None, "lead": int(lead)}


def count(db: Database, person: Person | None = None) -> int:
    """How many articles there are, or how many `person` may see."""
    row = db.execute(f"SELECT count(*) FROM article WHERE {_SEEN}", _seen(person))
    return int(row.fetchone()[0])


def outlets(db: Database, person: Person | None = None) -> list[str]:
    """The names of all outlets, or of those that `person` may see, sorted."""
    rows = db.execute(
        f"""
        SELECT DISTINCT outlet
        FROM article
        WHERE outlet IS NOT NULL AND {_SEEN}
        ORDER BY outlet
        """,
        _seen(person),
    )
    return [row[0] for row in rows]


def neighbours(
    db: Database, person: Person, row: int
) -> tuple[str | None, str | None, int, int]:
    """Of the articles that `person` may see: the ids of those before and after, this
    one's place, and how many there are."""
    values = _seen(person) | {"row": row}

    def one(what: str) -> Any:
        found = db.execute(f"SELECT {what}", values).fetchone()
        return found[0] if found else None

    seen = f"FROM article WHERE {_SEEN}"
    return (
        one(f"key {seen} AND id < :row ORDER BY id DESC LIMIT 1"),
        one(f"key {seen} AND id > :row ORDER BY id LIMIT 1"),
        int(one(f"count(*) {seen} AND id <= :row")),
        count(db, person),
    )


def next_open(db: Database, person: Person, after: int) -> str | None:
    """The next article that `person` may see and has not submitted, round to the first
    again."""
    row = db.execute(
        f"""
        SELECT article.key
        FROM article
        LEFT JOIN annotation_set
            ON annotation_set.article_id = article.id
            AND annotation_set.person_id = :person
        WHERE article.id <> :after
            AND coalesce(annotation_set.status, 'todo') IN ('todo', 'in_progress')
            AND {_SEEN}
        ORDER BY article.id < :after, article.id
        LIMIT 1
        """,
        _seen(person) | {"after": after},
    ).fetchone()
    return row[0] if row else None


def listing(
    db: Database,
    person: Person,
    *,
    search: str = "",
    outlet: str = "",
    status: str = "",
    order: str = "added",
    descending: bool = False,
    page: int = 1,
) -> Listing:
    """A page of the articles that fit and `person` may see, each with their state and
    counts per label.

    `search` finds every word in title or text, in any script, letter case ignored; at
    most MOST_TERMS words. An unknown order is "added"; a page past the end is the last.
    """
    terms = _terms(search)
    source, values = _fitting(person, terms, outlet, status)
    total = int(db.execute(f"SELECT count(*) {source}", values).fetchone()[0])
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    column = ORDERS.get(order, ORDERS["added"])
    way = "DESC" if descending else "ASC"
    rows = db.execute(
        f"""
        SELECT {_LISTED}
        {source}
        ORDER BY {column} {way} NULLS LAST, article.id {way}
        LIMIT {PAGE} OFFSET {(page - 1) * PAGE}
        """,
        values,
    ).fetchall()
    return Listing(_listed(db, rows, terms), total, page, pages)


def following(
    db: Database,
    person: Person,
    after: int = 0,
    limit: int = PAGE,
    *,
    search: str = "",
    outlet: str = "",
    status: str = "",
) -> list[Listed]:
    """At most `limit` of the articles that fit and `person` may see, added after the
    one with row id `after`; what is added meanwhile comes last, and nothing twice."""
    terms = _terms(search)
    source, values = _fitting(person, terms, outlet, status)
    rows = db.execute(
        f"""
        SELECT {_LISTED}
        {source}
            AND article.id > :after
        ORDER BY article.id
        LIMIT :limit
        """,
        values | {"after": after, "limit": limit},
    ).fetchall()
    return _listed(db, rows, terms)


_LISTED = """article.id, article.key, article.title, article.outlet, article.published,
    article.language, article.words, coalesce(annotation_set.status, 'todo') AS status,
    annotation_set.id"""


def _fitting(
    person: Person, terms: list[str], outlet: str, status: str
) -> tuple[str, dict[str, object]]:
    """The articles that fit, joined with `person`'s sets: SQL from FROM on, and its
    values."""
    where, values = _found(terms, outlet)
    where.append(_SEEN)
    values |= _seen(person)
    if status:
        where.append("coalesce(annotation_set.status, 'todo') = :status")
        values["status"] = status
    return (
        f"""
        FROM article
        LEFT JOIN annotation_set
            ON annotation_set.article_id = article.id
            AND annotation_set.person_id = :person
        WHERE {" AND ".join(where)}
        """,
        values,
    )


def _listed(db: Database, rows: list[Any], terms: list[str]) -> list[Listed]:
    counts = _counts(db, [row[8] for row in rows if row[8] is not None])
    return [
        Listed(
            row=row[0],
            key=row[1],
            title=row[2],
            outlet=row[3],
            published=row[4],
            language=row[5],
            words=row[6],
            status=row[7],
            counts=counts.get(row[8], {}),
            context=_context(db, row[0], terms) if terms else None,
        )
        for row in rows
    ]


def _found(terms: list[str], outlet: str) -> tuple[list[str], dict[str, object]]:
    """The conditions, with their values, of the articles that have every term."""
    where = ["1"]
    values: dict[str, object] = {}
    # The trigram index knows no terms under three characters.
    indexed = [term for term in terms if len(term) >= 3]
    if indexed:
        where.append(
            "article.id IN (SELECT rowid FROM article_search "
            "WHERE article_search MATCH :match)"
        )
        values["match"] = " ".join(
            '"' + term.replace('"', '""') + '"' for term in indexed
        )
    for n, term in enumerate(t for t in terms if len(t) < 3):
        forms = []
        for m, form in enumerate(sorted(_cases(term))):
            name = f"term{n}_{m}"
            values[name] = "%" + re.sub(r"([%_\\])", r"\\\1", form) + "%"
            forms += [
                f"article.{column} LIKE :{name} ESCAPE '\\'"
                for column in ("title", "text")
            ]
        where.append(f"({' OR '.join(forms)})")
    if outlet:
        where.append("article.outlet = :outlet")
        values["outlet"] = outlet
    return where, values


def _terms(search: str) -> list[str]:
    """The different words of a search, without what SQLite would end a text at."""
    words = "".join(char for char in search if char.isprintable() or char.isspace())
    return list(dict.fromkeys(words.split()))[:MOST_TERMS]


def _cases(term: str) -> set[str]:
    """One or two letters in every letter case; LIKE knows only the English ones."""
    first, rest = term[:1], term[1:]
    return {
        *(a + b for a in _both(first) for b in (_both(rest) if rest else ("",))),
    }


def _both(letter: str) -> Iterator[str]:
    yield letter.lower()
    yield letter.upper()


def _counts(db: Database, sets: list[int]) -> dict[int, dict[str, int]]:
    marks = ", ".join("?" for _ in sets)
    found: dict[int, dict[str, int]] = {}
    rows = db.execute(
        f"""
        SELECT set_id, label, count(*)
        FROM annotation
        WHERE set_id IN ({marks})
        GROUP BY set_id, label
        """,
        sets,
    )
    for set_id, label, number in rows:
        found.setdefault(set_id, {})[label] = number
    return found


def _context(db: Database, row: int, terms: list[str]) -> tuple[str, str, str] | None:
    """The first hit of the first term in the text, with what stands around it."""
    text = db.execute("SELECT text FROM article WHERE id = ?", [row]).fetchone()[0]
    hit = re.search("|".join(map(re.escape, terms)), text, re.IGNORECASE)
    if hit is None:
        return None
    start, end = hit.span()
    before = text[max(0, start - 60) : start].replace("\n", " ")
    after = text[end : end + 80].replace("\n", " ")
    return (
        ("…" if start > 60 else "") + before,
        text[start:end],
        after + ("…" if end + 80 < len(text) else ""),
    )


def in_no_batch(db: Database) -> int:
    """How many articles are in no batch."""
    row = db.execute(
        """
        SELECT count(*)
        FROM article
        WHERE NOT EXISTS (
            SELECT 1 FROM batch_article WHERE batch_article.article_id = article.id
        )
        """
    ).fetchone()
    return int(row[0])


def free(
    db: Database, outlet: str = "", search: str = "", limit: int = 1000
) -> tuple[list[tuple[str, str, str | None, int]], int]:
    """Articles in no batch that fit, oldest first, at most `limit` of them: key, title,
    outlet and words of each; and how many there are without that limit."""
    where, values = _found(_terms(search), outlet)
    source = f"""
        FROM article
        WHERE {" AND ".join(where)}
            AND NOT EXISTS (
                SELECT 1 FROM batch_article WHERE batch_article.article_id = article.id
            )
    """
    found: list[tuple[str, str, str | None, int]] = db.execute(
        f"SELECT key, title, outlet, words {source} ORDER BY id LIMIT :limit",
        {**values, "limit": limit},
    ).fetchall()
    if len(found) < limit:
        return found, len(found)
    return found, int(db.execute(f"SELECT count(*) {source}", values).fetchone()[0])
