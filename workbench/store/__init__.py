"""The store: one SQLite file, one connection a thread, one door for every write."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

#: What the database driver raises; nobody outside the store imports the driver.
DatabaseError = sqlite3.Error

_OLDEST = (3, 37, 0)  # STRICT tables
# A checkpoint that meets a reset of the write-ahead log could lose commits.
_WAL_BUG_FIXED = (3, 51, 3)

_writing = threading.RLock()


class StoreError(RuntimeError):
    """The database cannot be used; the message says why and what to do."""


def connect(path: Path | str) -> Database:
    """A connection to the database at `path` (":memory:" for one that is forgotten).

    Its tables may be missing or old: `migrations.migrate` brings them up to date.

    :raises StoreError: the file cannot be opened, or SQLite is too old.
    """
    if sqlite3.sqlite_version_info < _OLDEST:
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old: install pysqlite3, or a Python "
            "with SQLite 3.37 or newer."
        )
    try:
        conn = sqlite3.connect(
            str(path), isolation_level=None, timeout=30, check_same_thread=False
        )
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error as error:
        raise StoreError(f"The database {path} cannot be opened: {error}.") from error
    return Database(conn, execute_plugins=False)


def weakness() -> str | None:
    """A warning when this SQLite has the write-ahead log bug, else None."""
    if sqlite3.sqlite_version_info >= _WAL_BUG_FIXED:
        return None
    return (
        f"SQLite {sqlite3.sqlite_version} has a known bug that can lose commits under "
        "load; install pysqlite3 for a newer one, and keep backups."
    )


@contextmanager
def write(db: Database) -> Iterator[None]:
    """The one door for writes: a transaction that owns the database from its start.

    A deferred transaction that reads and then writes fails with "database is locked"
    when another one wrote in between; BEGIN IMMEDIATE waits its turn instead, and the
    lock keeps threads of this process from spinning on SQLite's own. Within an open
    write it joins that one.
    """
    with _writing:
        if db.conn.in_transaction:
            yield
            return
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            db.conn.rollback()
            raise
        db.conn.execute("COMMIT")


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """A read of several statements that sees one state of the database."""
    if db.conn.in_transaction:
        yield
        return
    db.conn.execute("BEGIN")
    try:
        yield
    finally:
        db.conn.rollback()


def now() -> str:
    """The present time in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
