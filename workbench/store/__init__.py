"""The store: one SQLite file, one connection a thread, one door for every write."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

# The driver that sqlite-utils chose: pysqlite3 where it is installed, else sqlite3.
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

#: What the database driver raises; nobody outside the store imports the driver.
DatabaseError: type[Exception] = sqlite3.Error
#: What it raises when a row breaks a rule of the tables, and all else is well.
IntegrityError: type[Exception] = sqlite3.IntegrityError

_OLDEST = (3, 37, 0)  # STRICT tables
#: Seconds to wait for another process that writes.
_PATIENCE = 30
# A checkpoint that meets a reset of the write-ahead log could lose commits.
_WAL_BUG_FIXED = (3, 51, 3)

_writing = threading.RLock()
#: The connections that have a write open; guarded by `_writing`.
_open_writes: set[int] = set()


class StoreError(RuntimeError):
    """The database cannot be used; the message says why and what to do."""


def connect(path: Path | str) -> Database:
    """A connection to the database at `path` (":memory:" for one that is forgotten).

    Its tables may be missing or old: `migrations.migrate` brings them up to date.

    :raises StoreError: the file cannot be opened, or SQLite is too old.
    """
    if sqlite3.sqlite_version_info < _OLDEST:
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old: install pysqlite3, or a "
            "Python with SQLite 3.37 or newer."
        )
    conn = None
    try:
        conn = sqlite3.connect(
            str(path), isolation_level=None, timeout=_PATIENCE, check_same_thread=False
        )
        _use_wal(conn)
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error as error:
        if conn is not None:
            conn.close()
        raise StoreError(f"The database {path} cannot be opened: {error}.") from error
    return Database(conn, execute_plugins=False)


def _use_wal(conn: Any) -> None:
    """Switch to the write-ahead log; SQLite does not wait for others when it does."""
    started = time.monotonic()
    while True:
        try:
            conn.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() - started > _PATIENCE:
                raise
            time.sleep(0.01)
        else:
            return


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
    write it is a part of that one, and undone by itself when it fails.

    :raises StoreError: a snapshot is open on this connection: what is written into one
        would vanish with it.
    """
    with _writing:
        if id(db.conn) in _open_writes:
            with db.atomic():
                yield
            return
        if db.conn.in_transaction:
            raise StoreError("A snapshot is being read here: finish it before writing.")
        db.conn.execute("BEGIN IMMEDIATE")
        _open_writes.add(id(db.conn))
        try:
            yield
            db.conn.execute("COMMIT")
        except BaseException:
            db.conn.rollback()
            raise
        finally:
            _open_writes.discard(id(db.conn))


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


def copy(db: Database, target: Path) -> None:
    """Write what is committed into a new database at `target`, also while it is in use.

    Half a copy never stands under that name.

    :raises DatabaseError: SQLite could not read or write.
    :raises OSError: the file could not be made.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    db.execute("VACUUM INTO ?", [str(part)])
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(target)


def now() -> str:
    """The present time in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
