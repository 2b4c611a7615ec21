"""The history of the tables: applied once, by one, with a copy made before."""

import shutil
import time
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from workbench.store import StoreError, connect, migrations, records, sets, write

from .conftest import Sheet, Start, contents, finished

#: What a new database lacks.
ALL = ["0001_first", "0002_team"]

#: One more migration for as long as a test runs, here and in other processes.
SECOND = """
import sys
from pathlib import Path
from sqlite_utils import Migrations
from workbench.store import migrations

def with_next(step):
    both = Migrations("workbench")
    both(name="0001_first")(migrations.first)
    both(name="0002_team")(migrations.team)
    both(name="0003_next")(step)
    migrations.migrations = both

def add_column(db):
    db.execute("ALTER TABLE article ADD COLUMN byline TEXT")
"""


@pytest.fixture
def second(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Callable[[Database], None]], None]:
    def add(step: Callable[[Database], None]) -> None:
        both = Migrations("workbench")
        both(name="0001_first")(migrations.first)
        both(name="0002_team")(migrations.team)
        both(name="0003_next")(step)
        monkeypatch.setattr(migrations, "migrations", both)

    return add


def add_column(db: Database) -> None:
    db.execute("ALTER TABLE article ADD COLUMN byline TEXT")


def copies(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*"))


def test_a_new_database_is_migrated_once_and_needs_no_copy(tmp_path):
    path = tmp_path / "new.db"
    assert migrations.migrate(path) == ALL
    assert migrations.migrate(path) == []
    assert copies(path) == []


def test_a_start_that_has_nothing_to_do_waits_for_nobody(path, db):
    began = time.monotonic()
    with write(db):
        assert migrations.migrate(path) == []
    # A write would have waited half a minute, and then failed.
    assert time.monotonic() - began < 10


def test_four_processes_that_migrate_a_new_database_agree(tmp_path, start: Start):
    code = SECOND + "print(migrations.migrate(sys.argv[1]))"
    for n in range(5):
        path = tmp_path / f"{n}.db"
        outputs = finished([start(code, path) for _ in range(4)])
        assert sorted(outputs) == [f"{ALL}\n"] + ["[]\n"] * 3
        assert copies(path) == []


def test_four_processes_that_migrate_an_old_database_make_one_copy(
    tmp_path, start: Start
):
    code = SECOND + "with_next(add_column); print(migrations.migrate(sys.argv[1]))"
    for n in range(5):
        path = tmp_path / str(n) / "old.db"
        path.parent.mkdir()
        migrations.migrate(path)
        outputs = finished([start(code, path) for _ in range(4)])
        assert sorted(outputs) == ["['0003_next']\n"] + ["[]\n"] * 3
        assert len(copies(path)) == 1


def test_a_process_that_waited_for_a_migration_makes_no_copy(tmp_path, second, start):
    path = tmp_path / "old.db"
    migrations.migrate(path)
    owner = connect(path)
    code = (
        SECOND
        + """
with_next(add_column)
print("ready", flush=True)
print(migrations.migrate(sys.argv[1]))
"""
    )
    second(add_column)
    with write(owner):
        waiting = start(code, path)
        assert waiting.stdout.readline() == "ready\n"
        with pytest.raises(Exception, match=r"timed out"):
            waiting.wait(0.5)
        migrations.migrations.apply(owner)
    assert finished([waiting]) == ["[]\n"]
    assert copies(path) == []
    owner.close()


def test_a_database_of_version_one_arrives_with_all_that_it_held(
    path, db, alice: Sheet, bob: Sheet, second
):
    first = alice.add("quote", (0, 20), speaker="Orm")
    alice.add("claim", (1, 18))
    sets.remove(db, alice.desk, alice.op(), first)
    bob.add("figure", (55, 72))
    before = contents(db)
    second(add_column)
    assert migrations.migrate(path) == ["0003_next"]
    after = contents(db)
    assert after.pop("_sqlite_migrations") != before.pop("_sqlite_migrations")
    assert [row[:-1] for row in after.pop("article")] == before.pop("article")
    assert after == before
    assert list(records.problems(db)) == []
    sets.undo(db, alice.desk, alice.op())
    assert [a.id for a in sets.annotations(db, alice.id)] == [first, "a2"]


def test_the_copy_holds_what_the_database_held_before(path, db, alice, second):
    alice.add("quote", (0, 20))
    before = contents(db)
    second(add_column)
    migrations.migrate(path)
    [copy] = copies(path)
    assert copy.suffix == ".db"
    saved = connect(copy)
    assert contents(saved) == before
    assert list(records.problems(saved)) == []
    saved.close()


def test_copies_go_where_they_are_wanted(path, tmp_path, second):
    second(add_column)
    migrations.migrate(path, backups=tmp_path / "elsewhere" / "copies")
    assert len(list((tmp_path / "elsewhere" / "copies").iterdir())) == 1
    assert not (tmp_path / "backups").exists()


def break_keys(db: Database) -> None:
    db.execute("ALTER TABLE article ADD COLUMN byline TEXT")
    db.execute(
        """
        INSERT INTO annotation_set (article_id, person_id, changed)
        VALUES (99, 99, 'x')
        """
    )


def fail(db: Database) -> None:
    db.execute("DROP TABLE sign_in_link")
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("step", "error"), [(break_keys, StoreError), (fail, ZeroDivisionError)]
)
def test_a_migration_that_fails_leaves_everything_as_it_was(
    path, db, alice, second, step, error
):
    alice.add("quote", (0, 20))
    before = contents(db), db.schema
    second(step)
    with pytest.raises(error):
        migrations.migrate(path)
    assert (contents(db), db.schema) == before
    alice.add("claim", (1, 18))
    assert list(records.problems(db)) == []
    # Once it is mended, it goes through.
    second(add_column)
    assert migrations.migrate(path) == ["0003_next"]


def test_rows_that_refer_to_nothing_are_counted(path, second):
    second(break_keys)
    with pytest.raises(StoreError, match="After 0003_next 2 rows refer to nothing"):
        migrations.migrate(path)


def test_a_newer_database_is_refused_and_left_alone(path, db, monkeypatch, second):
    old = migrations.migrations
    second(add_column)
    migrations.migrate(path)
    before = contents(db)
    monkeypatch.setattr(migrations, "migrations", old)
    with pytest.raises(StoreError) as refused:
        migrations.migrate(path)
    assert str(refused.value) == (
        f"The database {path} was made by a newer version of the workbench (it has "
        "0003_next): update the workbench."
    )
    assert contents(db) == before


def test_the_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "photos.db"
    other = Database(path)
    other["photo"].insert({"id": 1})
    other.close()
    with pytest.raises(StoreError, match="was made by another program"):
        migrations.migrate(path)
    other = Database(path)
    assert other.table_names() == ["photo"]
    other.close()


def test_without_room_for_a_copy_nothing_is_migrated(path, db, monkeypatch, second):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 99, 1))
    second(add_column)
    with pytest.raises(StoreError, match="has no room for it"):
        migrations.migrate(path)
    assert "byline" not in db["article"].columns_dict
