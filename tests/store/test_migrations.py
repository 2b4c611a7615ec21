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
ALL = [
    "0001_first",
    "0002_team",
    "0003_adjudication",
    "0004_release",
    "0005_suggestions",
    "0006_gold_stays",
]

#: One more migration for as long as a test runs, here and in other processes.
SECOND = """
import sys
from pathlib import Path
from sqlite_utils import Database, Migrations
from workbench.store import migrations

def with_next(step):
    both = Migrations("workbench")
    for one in migrations.migrations.pending(Database(memory=True)):
        both(name=one.name)(one.fn)
    both(name="9999_next")(step)
    migrations.migrations = both

def add_column(db):
    db.execute("ALTER TABLE article ADD COLUMN byline TEXT")
"""


@pytest.fixture
def second(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Callable[[Database], None]], None]:
    steps = migrations.migrations.pending(Database(memory=True))

    def add(step: Callable[[Database], None]) -> None:
        both = Migrations("workbench")
        for one in steps:
            both(name=one.name)(one.fn)
        both(name="9999_next")(step)
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
        assert sorted(outputs) == ["['9999_next']\n"] + ["[]\n"] * 3
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
    assert migrations.migrate(path) == ["9999_next"]
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
    assert migrations.migrate(path) == ["9999_next"]


def test_rows_that_refer_to_nothing_are_counted(path, second):
    second(break_keys)
    with pytest.raises(StoreError, match="After 9999_next 2 rows refer to nothing"):
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
        "9999_next): update the workbench."
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


def test_a_database_of_version_two_arrives_with_all_that_it_held(
    tmp_path, monkeypatch: pytest.MonkeyPatch
):
    """As the version before adjudication left it, filled by SQL of that time."""
    path = tmp_path / "old.db"
    present = migrations.migrations
    old = Migrations("workbench")
    old(name="0001_first")(migrations.first)
    old(name="0002_team")(migrations.team)
    monkeypatch.setattr(migrations, "migrations", old)
    assert migrations.migrate(path) == ALL[:2]
    db = connect(path)
    with write(db):
        for statement in FILLED:
            db.conn.execute(statement)
    before = contents(db)
    monkeypatch.setattr(migrations, "migrations", present)
    assert migrations.migrate(path) == ALL[2:]
    after = contents(db)
    for new in ("adjudication", "adjudication_case", "decision", "gold_version"):
        assert after.pop(new) == []
    assert after.pop("_sqlite_migrations") != before.pop("_sqlite_migrations")
    assert [row[:-1] for row in after.pop("annotation")] == before.pop("annotation")
    sets_after = [row[:-3] for row in after.pop("annotation_set")]
    assert sets_after == before.pop("annotation_set")
    assert [row[:-1] for row in after.pop("batch")] == before.pop("batch")
    assert after == before
    assert list(records.problems(db)) == []
    [copy] = copies(path)
    saved = connect(copy)
    assert saved.execute("SELECT count(*) FROM annotation").fetchone()[0] == 1
    assert "decision" not in saved.table_names()
    saved.close()
    # What was done before the migration can still be undone.
    desk = sets.Desk(1, "The dam holds.", 1)
    sets.undo(db, desk, sets.Op("late", "w", 1))
    assert sets.annotations(db, 1) == []
    assert list(records.problems(db)) == []
    db.close()


HASH = "7cfba6263698ae70948c523a30301b46ee9279efbcc688e9daa1e31e6e14f3cb"
FILLED = (
    "INSERT INTO person VALUES (1, 'ana', 'human', 'lead', 's', 'then', NULL, NULL)",
    f"""
    INSERT INTO article (id, key, title, length, words, sha256, added, text)
    VALUES (1, 'dam', 'The dam', 14, 3, '{HASH}', 'then', 'The dam holds.')
    """,
    """
    INSERT INTO batch (id, name, guideline, overlap, labels, made_by, made)
    VALUES (1, 'First', '1', 1, '[]', 1, 'then')
    """,
    "INSERT INTO batch_article VALUES (1, 1, 1, 0)",
    """
    INSERT INTO annotation_set
        (id, article_id, person_id, status, guideline, none, rev, made, changed)
    VALUES (1, 1, 1, 'in_progress', '1', '[]', 1, 1, 'then')
    """,
    """
    INSERT INTO annotation (set_id, id, label, attributes, unsure, rev, client)
    VALUES (1, 'a1', 'claim', '{}', 0, 1, 'w')
    """,
    "INSERT INTO fragment VALUES (1, 'a1', 0, 7, 'The dam')",
    """
    INSERT INTO event (id, set_id, rev, person_id, at, verb, op, client, changes)
    VALUES (1, 1, 1, 1, 'then', 'add', 'op', 'w',
        '[["annotation", "a1", null, {"attributes": {}, "fragments": [[0, 7]],
           "label": "claim", "text": ["The dam"]}],
          ["status", "", "todo", "in_progress"]]')
    """,
    "UPDATE annotation_set SET undo_top = 1",
)
