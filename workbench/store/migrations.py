"""The tables, as a numbered history that only grows.

Every invariant that one row or its neighbours can show is a CHECK, a key or a trigger
here: a script that writes around the store is refused as well.
"""

import shutil
from pathlib import Path

from sqlite_utils import Database, Migrations

from workbench.store import (
    StoreError,
    adjudication_tables,
    connect,
    copy,
    now,
    snapshot,
    suggestion_tables,
    team_tables,
    write,
)

migrations = Migrations("workbench")


@migrations(name="0001_first")
def first(db: Database) -> None:
    """People, articles, annotation sets with their annotations, and the event log."""
    for statement in _FIRST:
        db.conn.execute(statement)


@migrations(name="0002_team")
def team(db: Database) -> None:
    """Accounts, batches with their slots, questions, active time, guidelines."""
    for statement in team_tables.STATEMENTS:
        db.conn.execute(statement)


@migrations(name="0003_adjudication")
def adjudication(db: Database) -> None:
    """Cases, decisions, gold versions, and where a gold annotation comes from."""
    for statement in adjudication_tables.STATEMENTS:
        db.conn.execute(statement)


@migrations(name="0004_release")
def release(db: Database) -> None:
    """Which gold versions an article's annotators may see."""
    for statement in adjudication_tables.RELEASE:
        db.conn.execute(statement)


@migrations(name="0005_suggestions")
def suggestions(db: Database) -> None:
    """Regions, whether a person was aided, and how readily a batch suggests."""
    for statement in suggestion_tables.STATEMENTS:
        db.conn.execute(statement)


@migrations(name="0006_gold_stays")
def gold_stays(db: Database) -> None:
    """What a gold version is called and how it came about never changes, too."""
    for statement in adjudication_tables.STAYS:
        db.conn.execute(statement)


_FIRST = (
    """
    CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        kind TEXT NOT NULL CHECK (kind IN ('human', 'model', 'gold')),
        role TEXT NOT NULL CHECK (role IN ('annotator', 'lead')),
        stamp TEXT NOT NULL,
        made TEXT NOT NULL,
        UNIQUE (name, kind)
    ) STRICT
    """,
    """
    CREATE TABLE sign_in_link (
        token_sha256 TEXT PRIMARY KEY CHECK (length(token_sha256) = 64),
        person_id INTEGER NOT NULL REFERENCES person (id),
        expires TEXT NOT NULL,
        used TEXT
    ) STRICT
    """,
    # The text comes last: who reads a column behind it walks through all of it.
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 120),
        title TEXT NOT NULL CHECK (title <> ''),
        outlet TEXT,
        url TEXT,
        published TEXT,
        language TEXT,
        length INTEGER NOT NULL CHECK (length = length(text)),
        words INTEGER NOT NULL CHECK (words >= 0),
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        added TEXT NOT NULL,
        text TEXT NOT NULL CHECK (text <> '')
    ) STRICT
    """,
    """
    CREATE TRIGGER article_text_never_changes
    BEFORE UPDATE OF text, length, sha256 ON article
    BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END
    """,
    # INSERT OR REPLACE removes rows without telling the triggers for that.
    """
    CREATE TRIGGER article_is_never_replaced BEFORE INSERT ON article
    WHEN EXISTS (
        SELECT 1 FROM article
        WHERE id = new.id OR key = new.key OR sha256 = new.sha256
    )
    BEGIN SELECT RAISE(ABORT, 'this article is there already'); END
    """,
    "CREATE INDEX article_by_outlet ON article (outlet, published)",
    "CREATE INDEX article_by_published ON article (published)",
    "CREATE INDEX article_by_title ON article (title)",
    # Trigrams find parts of words in every script, also in those without spaces.
    """
    CREATE VIRTUAL TABLE article_search USING fts5(
        title, text, content = 'article', content_rowid = 'id', tokenize = 'trigram'
    )
    """,
    """
    CREATE TRIGGER article_found_after_insert AFTER INSERT ON article
    BEGIN
        INSERT INTO article_search (rowid, title, text)
        VALUES (new.id, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER article_lost_after_delete AFTER DELETE ON article
    BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
    END
    """,
    """
    CREATE TRIGGER article_found_after_retitling AFTER UPDATE OF title ON article
    BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO article_search (rowid, title, text)
        VALUES (new.id, new.title, new.text);
    END
    """,
    """
    CREATE TABLE annotation_set (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article (id),
        person_id INTEGER NOT NULL REFERENCES person (id),
        status TEXT NOT NULL DEFAULT 'todo'
            CHECK (status IN ('todo', 'in_progress', 'submitted', 'adjudicated')),
        guideline TEXT NOT NULL DEFAULT '',
        none TEXT NOT NULL DEFAULT '[]' CHECK (json_type(none) = 'array'),
        rev INTEGER NOT NULL DEFAULT 0 CHECK (rev >= 0),
        made INTEGER NOT NULL DEFAULT 0 CHECK (made >= 0),
        undo_top INTEGER,
        redo_top INTEGER,
        changed TEXT NOT NULL,
        UNIQUE (article_id, person_id)
    ) STRICT
    """,
    """
    CREATE TRIGGER annotation_set_stays_with_its_article
    BEFORE UPDATE OF id, article_id, person_id ON annotation_set
    BEGIN SELECT RAISE(ABORT, 'a set stays with its article and person'); END
    """,
    "CREATE INDEX annotation_set_by_person ON annotation_set (person_id, status)",
    """
    CREATE TABLE annotation (
        set_id INTEGER NOT NULL REFERENCES annotation_set (id),
        id TEXT NOT NULL CHECK (id GLOB '[A-Za-z]*' AND length(id) <= 60),
        label TEXT NOT NULL CHECK (label <> ''),
        attributes TEXT NOT NULL CHECK (json_type(attributes) = 'object'),
        note TEXT CHECK (note <> ''),
        unsure INTEGER NOT NULL CHECK (unsure IN (0, 1)),
        rev INTEGER NOT NULL CHECK (rev >= 0),
        client TEXT NOT NULL,
        PRIMARY KEY (set_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER annotation_keeps_its_id BEFORE UPDATE OF set_id, id ON annotation
    BEGIN SELECT RAISE(ABORT, 'an annotation keeps its id'); END
    """,
    """
    CREATE TABLE fragment (
        set_id INTEGER NOT NULL,
        annotation_id TEXT NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        text TEXT NOT NULL CHECK (length(text) = "end" - start),
        PRIMARY KEY (set_id, annotation_id, start),
        FOREIGN KEY (set_id, annotation_id)
            REFERENCES annotation (set_id, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    'CREATE INDEX fragment_in_text_order ON fragment (set_id, start, "end")',
    """
    CREATE TRIGGER fragment_ends_within_the_text BEFORE INSERT ON fragment
    WHEN new."end" > (
        SELECT article.length
        FROM annotation_set JOIN article ON article.id = annotation_set.article_id
        WHERE annotation_set.id = new.set_id
    )
    BEGIN SELECT RAISE(ABORT, 'a fragment ends within its text'); END
    """,
    """
    CREATE TRIGGER fragments_are_disjoint BEFORE INSERT ON fragment
    WHEN EXISTS (
        SELECT 1 FROM fragment
        WHERE set_id = new.set_id AND annotation_id = new.annotation_id
            AND start < new."end" AND "end" > new.start
    )
    BEGIN SELECT RAISE(ABORT, 'fragments of an annotation are disjoint'); END
    """,
    """
    CREATE TRIGGER fragment_never_changes_in_place BEFORE UPDATE ON fragment
    BEGIN SELECT RAISE(ABORT, 'a fragment is replaced, not changed'); END
    """,
    """
    CREATE TABLE relation (
        set_id INTEGER NOT NULL,
        id TEXT NOT NULL CHECK (id GLOB '[A-Za-z]*' AND length(id) <= 60),
        type TEXT NOT NULL CHECK (type <> ''),
        source TEXT NOT NULL,
        target TEXT NOT NULL CHECK (target <> source),
        PRIMARY KEY (set_id, id),
        UNIQUE (set_id, type, source, target),
        FOREIGN KEY (set_id, source) REFERENCES annotation (set_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX relation_by_target ON relation (set_id, target)",
    # A target may lie in another article (ARTICLE#ID), so no foreign key can hold it.
    """
    CREATE TRIGGER relation_ends_somewhere BEFORE INSERT ON relation
    WHEN instr(new.target, '#') = 0 AND NOT EXISTS (
        SELECT 1 FROM annotation WHERE set_id = new.set_id AND id = new.target
    )
    BEGIN SELECT RAISE(ABORT, 'a relation ends at an annotation of its set'); END
    """,
    """
    CREATE TRIGGER relation_never_changes_in_place BEFORE UPDATE ON relation
    BEGIN SELECT RAISE(ABORT, 'a relation is replaced, not changed'); END
    """,
    """
    CREATE TRIGGER relation_goes_before_its_target BEFORE DELETE ON annotation
    WHEN EXISTS (
        SELECT 1 FROM relation WHERE set_id = old.set_id AND target = old.id
    )
    BEGIN SELECT RAISE(ABORT, 'a relation still ends at this annotation'); END
    """,
    """
    CREATE TABLE claim (
        id TEXT PRIMARY KEY CHECK (id GLOB '[A-Za-z]*' AND length(id) <= 60),
        proposition TEXT NOT NULL CHECK (proposition <> ''),
        record TEXT NOT NULL CHECK (json_type(record) = 'object')
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        set_id INTEGER NOT NULL REFERENCES annotation_set (id),
        rev INTEGER NOT NULL CHECK (rev > 0),
        person_id INTEGER NOT NULL REFERENCES person (id),
        at TEXT NOT NULL,
        verb TEXT NOT NULL CHECK (verb <> ''),
        op TEXT NOT NULL UNIQUE,
        client TEXT NOT NULL,
        changes TEXT NOT NULL CHECK (json_type(changes) = 'array'),
        target INTEGER REFERENCES event (id),
        undo_below INTEGER REFERENCES event (id),
        redo_below INTEGER REFERENCES event (id),
        UNIQUE (set_id, rev)
    ) STRICT
    """,
    """
    CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
    WHEN EXISTS (
        SELECT 1 FROM event
        WHERE id = new.id OR op = new.op OR (set_id = new.set_id AND rev = new.rev)
    )
    BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END
    """,
    """
    CREATE TRIGGER event_is_written_once BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END
    """,
    """
    CREATE TRIGGER event_is_kept BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END
    """,
)


def migrate(path: Path | str, *, backups: Path | None = None) -> list[str]:
    """The names of the migrations applied to the database at `path`, maybe none.

    All of them together are one transaction that owns the database, so several
    processes may try at once: one does it, the others find it done. When a database
    with people's work is about to change, a backup is written into `backups` first
    (beside the file by default).

    :raises StoreError: the database was made by a newer version or by another program,
        there is no room for the backup, or keys do not hold afterwards; it stays as it
        was.
    """
    db = connect(path)
    try:
        # Most starts find nothing to do, and need not wait for whoever writes.
        with snapshot(db):
            if not _pending(db, path):
                return []
        db.conn.execute("PRAGMA foreign_keys = OFF")
        with write(db):
            names = _pending(db, path)
            if names and migrations.applied(db):
                _back_up(Path(path), backups)
            migrations.apply(db)
            broken = db.conn.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise StoreError(
                    f"After {', '.join(names)} {len(broken)} rows refer to nothing; "
                    "the database was left as it was."
                )
        return names
    finally:
        db.close()


def _pending(db: Database, path: Path | str) -> list[str]:
    """The names of the migrations that `db` lacks.

    :raises StoreError: it has others, or tables that none of them made.
    """
    done = {migration.name for migration in migrations.applied(db)}
    unknown = done - _names()
    if unknown:
        raise StoreError(
            f"The database {path} was made by a newer version of the workbench "
            f"(it has {', '.join(sorted(unknown))}): update the workbench."
        )
    if not done and db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise StoreError(
            f"The database {path} was made by another program: name another file."
        )
    return [migration.name for migration in migrations.pending(db)]


def _names() -> set[str]:
    """Every migration there is: what an empty database lacks."""
    empty = Database(memory=True)
    try:
        return {migration.name for migration in migrations.pending(empty)}
    finally:
        empty.close()


def _back_up(path: Path, backups: Path | None) -> None:
    """Write a copy of the last state that was committed.

    Through a connection of its own: the one that owns the database is in a transaction,
    where no copy can be made, and keeps everybody else from changing it meanwhile.
    """
    folder = backups or path.parent / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    size = path.stat().st_size
    if free < 2 * size:
        raise StoreError(
            f"Before a migration a backup is made, and {folder} has no room for it "
            f"({size:,} bytes): free some space and start again."
        )
    stamp = now().replace(":", "").replace("-", "").replace(".", "")
    db = connect(path)
    try:
        copy(db, folder / f"{path.stem}-{stamp}.db")
    finally:
        db.close()
