"""Whole datasets in and out of the store: import, export, and its own proof."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from workbench.dataset import Article, ArticleRecord, Record
from workbench.spans import SpanError, check_regions
from workbench.store import (
    adjudications,
    articles,
    decided,
    people,
    sets,
    snapshot,
    write,
)
from workbench.text import digest


@dataclass(slots=True)
class Imported:
    """What an import did, or would do: ids and counts, and why it did not; `suggested`
    are those of the annotations that only a machine proposes, in `suggested_sets` of
    the sets."""

    added: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    sets: int = 0
    known_sets: int = 0
    annotations: int = 0
    suggested_sets: int = 0
    suggested: int = 0
    claims: int = 0
    problems: list[tuple[int | None, str]] = field(default_factory=list)


class _DryRun(Exception):  # noqa: N818 - nothing is wrong with a dry run
    """Rolls an import back on purpose."""


def bring_in(
    db: Database,
    records: Sequence[ArticleRecord],
    claims: Sequence[Record] = (),
    *,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """What came in, all of it or nothing.

    An article whose text is there already (by its hash) is not doubled: its sets join
    the known article. A problem names the place of its record in `records` (None for a
    claim); with a problem, or with `dry_run`, the database stays as it was.
    """
    done = Imported()
    try:
        with write(db):
            for place, record in enumerate(records):
                _bring_in_article(db, record, place, done)
                if progress:
                    progress(place + 1, len(records))
            for claim in claims:
                _bring_in_claim(db, claim, done)
            if done.problems or dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return done


def _bring_in_article(
    db: Database, record: ArticleRecord, place: int, done: Imported
) -> None:
    article = record.article
    known = articles.row_of_text(db, article.sha256)
    if known is not None:
        row, key = known
        done.known.append(key)
    elif articles.get(db, article.id):
        done.problems.append(
            (
                place,
                f"An article {article.id!r} with another text is here already: give "
                "this one another id.",
            )
        )
        return
    else:
        key = article.id
        row = articles.add(db, article)
        done.added.append(key)
    for set_ in record.sets:
        person = people.ensure(db, set_.annotator, kind=set_.kind)
        if _is_ours(db, row, person):
            done.problems.append(
                (
                    place,
                    f"{set_.annotator!r} is what this database calls gold of its own, "
                    "which nothing joins: give the set another annotator.",
                )
            )
            continue
        try:
            new = sets.bring_in(db, row, article.text, person.id, set_)
        except sets.Stale:
            done.problems.append(
                (
                    place,
                    f"{set_.annotator} has a different set of article {key!r} here: "
                    "export it and compare, nothing is overwritten.",
                )
            )
            continue
        if new:
            done.sets += 1
            done.annotations += len(set_.annotations)
            if set_.kind == "model":
                done.suggested_sets += 1
                done.suggested += len(set_.annotations)
        else:
            done.known_sets += 1


def _is_ours(db: Database, article: int, person: people.Person) -> bool:
    """Whether nobody else brings in sets of that person and article: decisions, or a
    gold version without it."""
    if person.kind != "gold":
        return False
    version = db.execute(
        "SELECT 1 FROM gold_version WHERE person_id = ?", [person.id]
    ).fetchone()
    return person.name == adjudications.PERSON or (
        version is not None and sets.state(db, article, person.id) is None
    )


def _bring_in_claim(db: Database, claim: Record, done: Imported) -> None:
    written = json.dumps(claim, ensure_ascii=False, sort_keys=True)
    row = db.execute("SELECT record FROM claim WHERE id = ?", [claim["id"]]).fetchone()
    if row is None:
        db.execute(
            "INSERT INTO claim (id, proposition, record) VALUES (:id, :text, :record)",
            {"id": claim["id"], "text": claim["proposition"], "record": written},
        )
        done.claims += 1
    elif row[0] != written:
        done.problems.append(
            (None, f"A different canonical claim {claim['id']!r} is here already.")
        )


def claims(db: Database) -> list[Record]:
    """The canonical claims, sorted by id."""
    rows = db.execute("SELECT record FROM claim ORDER BY id")
    return [json.loads(row[0]) for row in rows]


def count(db: Database, keys: Sequence[str] | None = None) -> int:
    """How many articles `export` will yield."""
    if keys is None:
        return articles.count(db)
    row = db.execute(
        """
        SELECT count(*) FROM article
        WHERE key IN (SELECT value FROM json_each(:keys))
        """,
        {"keys": json.dumps(list(keys))},
    ).fetchone()
    return int(row[0])


def export(
    db: Database,
    keys: Sequence[str] | None = None,
    *,
    annotators: Sequence[str] | None = None,
) -> Iterator[ArticleRecord]:
    """Every article (or those with `keys`) with all its sets that were begun, by id.

    Of gold, the newest version of each batch; adjudications that are under way are
    left out.

    One state of the database, however long it takes: writes meanwhile are not seen.
    """
    with snapshot(db):
        rows = db.execute(
            """
            SELECT id, key, title, text, outlet, url, published, language
            FROM article
            WHERE :all OR key IN (SELECT value FROM json_each(:keys))
            ORDER BY key
            """,
            {"all": int(keys is None), "keys": json.dumps(list(keys or ()))},
        )
        for row in rows:
            begun = db.execute(
                """
                SELECT annotation_set.id, person.name, person.kind
                FROM annotation_set JOIN person ON person.id = annotation_set.person_id
                WHERE annotation_set.article_id = :article
                    AND annotation_set.status <> 'todo'
                    AND annotation_set.id NOT IN (SELECT set_id FROM adjudication)
                    AND person.id NOT IN (
                        SELECT old.person_id
                        FROM gold_version AS old
                        JOIN gold_version AS new
                            ON new.batch_id IS old.batch_id
                            AND new.number > old.number
                    )
                    AND (:everybody
                         OR person.name IN (SELECT value FROM json_each(:names)))
                ORDER BY person.kind, person.name
                """,
                {
                    "article": row[0],
                    "everybody": int(annotators is None),
                    "names": json.dumps(list(annotators or ())),
                },
            ).fetchall()
            yield ArticleRecord(
                Article(*row[1:]), tuple(sets.whole(db, *one) for one in begun)
            )


def problems(
    db: Database, progress: Callable[[int, int], None] | None = None
) -> Iterator[str]:
    """What does not hold in the database, a sentence each; nothing when all is well.

    SQLite's own checks; every text against its hash; every fragment against the slice
    of its text; every region against its text and its neighbours; the present state of
    every set against its events, replayed.
    """
    with snapshot(db):
        yield from _table_problems(db)
        total = articles.count(db)
        rows = db.execute("SELECT id, key, text, sha256 FROM article ORDER BY id")
        for done, (id, key, text, sha256) in enumerate(rows, 1):
            if digest(text) != sha256:
                yield f"article {key}: the text's hash is {digest(text)}, not {sha256}."
            for set_id, name in _sets_of(db, id):
                where = f"article {key}, annotator {name}"
                yield from _fragment_problems(db, set_id, text, where)
                yield from _region_problems(db, set_id, text, where)
                try:
                    yield from _replay_problems(db, set_id, where)
                except (ValueError, TypeError, KeyError, AttributeError) as error:
                    yield f"{where}: what is stored cannot be read: {error!r}."
            if progress:
                progress(done, total)


def _table_problems(db: Database) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield f"SQLite: {line}."
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"{table} row {row}: what it refers to in {parent} is gone."


def _sets_of(db: Database, article: int) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = db.execute(
        """
        SELECT annotation_set.id, person.name
        FROM annotation_set JOIN person ON person.id = annotation_set.person_id
        WHERE article_id = ?
        ORDER BY annotation_set.id
        """,
        [article],
    ).fetchall()
    return found


def _fragment_problems(
    db: Database, set_id: int, text: str, where: str
) -> Iterator[str]:
    rows = db.execute(
        """
        SELECT annotation_id, start, "end", text
        FROM fragment
        WHERE set_id = ?
        ORDER BY annotation_id, start
        """,
        [set_id],
    )
    for annotation, start, end, quoted in rows:
        if text[start:end] != quoted:
            yield (
                f"{where}, annotation {annotation}: [{start}, {end}) reads "
                f"{text[start:end]!r}, not {quoted!r}."
            )


def _region_problems(db: Database, set_id: int, text: str, where: str) -> Iterator[str]:
    (written,) = db.execute(
        "SELECT regions FROM annotation_set WHERE id = ?", [set_id]
    ).fetchone()
    try:
        check_regions([one["fragment"] for one in json.loads(written)], len(text))
    except SpanError as error:
        yield f"{where}: {error}"
    except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        yield f"{where}: its regions cannot be read: {error!r}."


def _replay_problems(db: Database, set_id: int, where: str) -> Iterator[str]:
    bare = db.execute(
        """
        SELECT id FROM annotation
        WHERE set_id = :set AND id NOT IN (
            SELECT annotation_id FROM fragment WHERE set_id = :set
        )
        ORDER BY id
        """,
        {"set": set_id},
    )
    for (id,) in bare.fetchall():
        yield f"{where}, annotation {id}: it has no fragment."
    replayed: dict[tuple[str, str], object] = {}
    rev = 0
    for event in sets.events(db, set_id):
        rev += 1
        if event.rev != rev:
            yield f"{where}: the events jump from rev {rev - 1} to {event.rev}."
            rev = event.rev
        for change in event.changes:
            slot = (change.what, change.id)
            known = replayed.get(slot, _first(change.what))
            if known != change.before:
                yield (
                    f"{where}, event {event.id}: {change.what} {change.id} was "
                    f"{known!r} before it, not {change.before!r}."
                )
            replayed[slot] = change.after
    present = sets.present(db, set_id)
    for slot in sorted({*replayed, *present}):
        now_ = present.get(slot, _first(slot[0]))
        then = replayed.get(slot, _first(slot[0]))
        if now_ != then:
            yield (
                f"{where}: {' '.join(slot).strip()} is {now_!r}, and the events say "
                f"{then!r}."
            )
    stated = db.execute("SELECT rev FROM annotation_set WHERE id = ?", [set_id])
    if stated.fetchone()[0] != rev:
        yield f"{where}: the set's rev is not that of its last event, {rev}."


def _first(what: str) -> object:
    """What a thing is before its first event."""
    first = {"status": "todo", "none": [], "rejected": [], "regions": []}
    return {**first, "aided": False, **decided.FIRST}.get(what)
