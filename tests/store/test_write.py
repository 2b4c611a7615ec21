"""One door for writes: nothing is lost, nobody turned away, nothing left half done."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench import store
from workbench.store import (
    DatabaseError,
    StoreError,
    connect,
    copy,
    snapshot,
    write,
)

from .conftest import Start, finished

COUNTER = "CREATE TABLE counter (id INTEGER PRIMARY KEY, value INTEGER NOT NULL) STRICT"
STEP = """
import sys
from workbench.store import connect, write
db = connect(sys.argv[1])
for _ in range(int(sys.argv[2])):
    with write(db):
        value = db.execute("SELECT value FROM counter").fetchone()[0]
        db.execute("UPDATE counter SET value = ?", [value + 1])
db.close()
"""


@pytest.fixture
def counter(tmp_path: Path) -> Path:
    path = tmp_path / "counter.db"
    db = connect(path)
    with write(db):
        db.execute(COUNTER)
        db.execute("INSERT INTO counter (value) VALUES (0)")
    db.close()
    return path


def value(path: Path) -> int:
    db = connect(path)
    found: int = db.execute("SELECT value FROM counter").fetchone()[0]
    db.close()
    return found


def test_eight_threads_that_read_and_then_write_lose_nothing(counter):
    failures: list[BaseException] = []

    def step() -> None:
        db = connect(counter)
        try:
            for _ in range(100):
                with write(db):
                    seen = db.execute("SELECT value FROM counter").fetchone()[0]
                    db.execute("UPDATE counter SET value = ?", [seen + 1])
        except BaseException as error:
            failures.append(error)
        finally:
            db.close()

    threads = [threading.Thread(target=step) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert value(counter) == 800


def test_four_processes_that_read_and_then_write_lose_nothing(counter, start: Start):
    finished([start(STEP, counter, 150) for _ in range(4)])
    assert value(counter) == 600


def fail(db: Database, sql: str) -> None:
    """A write that does something and then fails."""
    with write(db):
        db.execute(sql)
        raise ZeroDivisionError


def total(db: Database) -> int:
    found: int = db.execute("SELECT sum(value) FROM counter").fetchone()[0]
    return found


def test_a_write_that_fails_leaves_everything_as_it_was(counter):
    db = connect(counter)
    with pytest.raises(ZeroDivisionError):
        fail(db, "UPDATE counter SET value = 7")
    assert not db.conn.in_transaction
    assert value(counter) == 0
    with write(db):
        db.execute("UPDATE counter SET value = 1")
    assert value(counter) == 1
    db.close()


def test_a_write_within_a_write_joins_it(counter):
    db = connect(counter)

    def twice() -> None:
        with write(db):
            with write(db):
                db.execute("UPDATE counter SET value = 7")
            assert db.conn.in_transaction
            assert total(db) == 7
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        twice()
    assert value(counter) == 0
    db.close()


def test_a_write_within_a_write_that_fails_is_undone_alone(counter):
    db = connect(counter)
    with write(db):
        db.execute("INSERT INTO counter (value) VALUES (5)")
        with pytest.raises(ZeroDivisionError):
            fail(db, "UPDATE counter SET value = 7")
        assert total(db) == 5
    assert not db.conn.in_transaction
    assert total(db) == 5
    db.close()


def test_a_write_in_a_snapshot_is_refused_rather_than_lost(counter):
    db = connect(counter)
    with snapshot(db):
        assert total(db) == 0
        with pytest.raises(StoreError, match="A snapshot is being read here"):
            fail(db, "UPDATE counter SET value = 7")
    with write(db):
        db.execute("UPDATE counter SET value = 1")
    assert value(counter) == 1
    db.close()


def test_a_snapshot_sees_one_state_while_another_connection_writes(counter):
    reader, writer = connect(counter), connect(counter)
    with snapshot(reader):
        assert reader.execute("SELECT value FROM counter").fetchone()[0] == 0
        with write(writer):
            writer.execute("UPDATE counter SET value = 7")
        with snapshot(reader):
            assert reader.execute("SELECT value FROM counter").fetchone()[0] == 0
        assert reader.execute("SELECT value FROM counter").fetchone()[0] == 0
    assert reader.execute("SELECT value FROM counter").fetchone()[0] == 7
    reader.close()
    writer.close()


def test_a_commit_that_fails_is_rolled_back(counter):
    db = connect(counter)
    with write(db):
        db.execute(
            "CREATE TABLE part (of_id INTEGER REFERENCES counter (id) "
            "DEFERRABLE INITIALLY DEFERRED) STRICT"
        )

    def orphan() -> None:
        with write(db):
            db.execute("INSERT INTO part (of_id) VALUES (99)")

    # A deferred key is looked at only by COMMIT.
    with pytest.raises(DatabaseError):
        orphan()
    assert not db.conn.in_transaction
    with write(db):
        db.execute("INSERT INTO part (of_id) VALUES (1)")
    assert db.execute("SELECT count(*) FROM part").fetchone()[0] == 1
    db.close()


def test_a_connection_waits_keeps_its_keys_and_writes_through(db: Database):
    def pragma(name: str) -> object:
        return db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 30_000


def test_a_first_connection_waits_for_whoever_holds_the_file(tmp_path):
    """SQLite does not wait by itself when a file changes to the write-ahead log."""
    path = tmp_path / "new.db"
    owner = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    owner.execute("CREATE TABLE counter (value INTEGER)")
    owner.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(0.3, owner.rollback)
    release.start()
    db = connect(path)
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    release.join()
    db.close()
    owner.close()


class Busy:
    """A connection that other processes get in the way of, a few times.

    Six processes that open a new file at once met it in 5 of 240 cases.
    """

    def __init__(self, times: int, message: str = "database is locked") -> None:
        self.times = times
        self.message = message

    def execute(self, sql: str) -> None:
        if self.times:
            self.times -= 1
            raise store.sqlite3.OperationalError(self.message)


def test_changing_to_the_write_ahead_log_is_tried_until_it_is_done(monkeypatch):
    busy = Busy(3)
    store._use_wal(busy)
    assert busy.times == 0
    with pytest.raises(DatabaseError, match="disk I/O error"):
        store._use_wal(Busy(1, "disk I/O error"))
    monkeypatch.setattr(store, "_PATIENCE", 0)
    with pytest.raises(DatabaseError, match="database is locked"):
        store._use_wal(Busy(100))


def test_a_file_that_is_no_database_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text(
        "This is not a database, and it is long enough to be seen as such.\n" * 9
    )
    with pytest.raises(StoreError, match="cannot be opened: file is not a database"):
        connect(path)
    with pytest.raises(StoreError, match="cannot be opened"):
        connect(tmp_path)


def test_an_old_sqlite_is_refused_and_a_weak_one_warned_of(monkeypatch, tmp_path):
    class Driver:
        Error = sqlite3.Error
        sqlite_version = "3.36.0"
        sqlite_version_info = (3, 36, 0)

    monkeypatch.setattr(store, "sqlite3", Driver)
    with pytest.raises(StoreError, match=r"SQLite 3\.36\.0 is too old"):
        connect(tmp_path / "a.db")
    Driver.sqlite_version_info = (3, 51, 2)
    assert "can lose commits" in (store.weakness() or "")
    Driver.sqlite_version_info = (3, 51, 3)
    assert store.weakness() is None


def test_a_copy_holds_what_was_committed_and_is_there_whole_or_not(counter, tmp_path):
    db, writer = connect(counter), connect(counter)
    with write(writer):
        writer.execute("UPDATE counter SET value = 7")
        copy(db, tmp_path / "before.db")
    copy(db, tmp_path / "after.db")
    assert (value(tmp_path / "before.db"), value(tmp_path / "after.db")) == (0, 7)
    with pytest.raises(DatabaseError):
        copy(db, tmp_path / "no such folder" / "copy.db")
    (tmp_path / "again.db.part").write_text("left by a process that died")
    copy(db, tmp_path / "again.db")
    assert value(tmp_path / "again.db") == 7
    assert not list(tmp_path.glob("*.part"))
    db.close()
    writer.close()
