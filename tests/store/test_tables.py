"""What the tables refuse by themselves, from a script that writes around the store."""

import pytest
from sqlite_utils import Database

from workbench.store import DatabaseError, sets, write

from .conftest import Sheet, contents

ADD_ARTICLE = """
    INSERT INTO article (id, key, title, text, length, words, sha256, added)
    VALUES (:id, :key, :title, :text, :length, :words, :sha256, '2024-01-01')
"""


@pytest.fixture
def worked(db: Database, alice: Sheet, bob: Sheet) -> Database:
    """Alice has three annotations and a link, Bob has one."""
    quote = alice.add("quote", (0, 20), type="direct")
    claim = alice.add("claim", (1, 18))
    alice.add("figure", (55, 72))
    sets.link(db, alice.desk, alice.op(), "expresses", quote, claim)
    bob.add("quote", (0, 20))
    return db


def refused(db: Database, sql: str, values: dict[str, object] | None = None) -> str:
    """What the database says when it refuses a statement."""

    def run() -> None:
        with write(db):
            db.execute(sql, values)

    with pytest.raises(DatabaseError) as error:
        run()
    return str(error.value)


SET = "(SELECT min(id) FROM annotation_set)"
ANNOTATION = """
    INSERT INTO annotation
        (set_id, id, label, attributes, note, unsure, rev, client)
    VALUES ({})
"""
FRAGMENT = (
    'INSERT INTO fragment (set_id, annotation_id, start, "end", text) VALUES ({})'
)
RELATION = "INSERT INTO relation (set_id, id, type, source, target) VALUES ({})"
EVENT = """
    INSERT INTO event (set_id, rev, person_id, at, verb, op, client, changes)
    VALUES ({})
"""
HASH = "'" + "0" * 64 + "'"


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        # People.
        ("UPDATE person SET name = ''", "CHECK"),
        ("UPDATE person SET name = printf('%081d', 1)", "CHECK"),
        ("UPDATE person SET kind = 'robot'", "CHECK"),
        ("UPDATE person SET role = 'boss'", "CHECK"),
        ("UPDATE person SET name = 'alice'", "UNIQUE"),
        ("UPDATE person SET id = 'x'", "datatype mismatch"),
        ("DELETE FROM person WHERE name = 'alice'", "FOREIGN KEY"),
        (f"INSERT INTO sign_in_link VALUES ({HASH}, 99, 'x', NULL)", "FOREIGN KEY"),
        ("INSERT INTO sign_in_link VALUES ('short', 1, 'x', NULL)", "CHECK"),
        # Articles.
        ("UPDATE article SET text = 'x'", "the text of an article never changes"),
        ("UPDATE article SET length = 1", "the text of an article never changes"),
        (f"UPDATE article SET sha256 = {HASH}", "the text of an article never changes"),
        ("UPDATE article SET title = ''", "CHECK"),
        ("UPDATE article SET key = ''", "CHECK"),
        ("UPDATE article SET words = -1", "CHECK"),
        ("UPDATE article SET words = 'many'", "cannot store TEXT value"),
        ("DELETE FROM article", "FOREIGN KEY"),
        # Sets.
        ("UPDATE annotation_set SET status = 'done'", "CHECK"),
        ("UPDATE annotation_set SET none = '{}'", "CHECK"),
        ("UPDATE annotation_set SET none = 'claim'", "malformed JSON"),
        ("UPDATE annotation_set SET rev = -1", "CHECK"),
        ("UPDATE annotation_set SET made = -1", "CHECK"),
        ("UPDATE annotation_set SET person_id = 99", "a set stays with its article"),
        ("UPDATE annotation_set SET article_id = 99", "a set stays with its article"),
        ("DELETE FROM annotation_set", "FOREIGN KEY"),
        (
            "INSERT INTO annotation_set (article_id, person_id, changed) "
            "SELECT article_id, person_id, changed FROM annotation_set",
            "UNIQUE",
        ),
        # Annotations.
        (ANNOTATION.format("99, 'a9', 'quote', '{}', NULL, 0, 1, 'x'"), "FOREIGN KEY"),
        (ANNOTATION.format(f"{SET}, '9a', 'quote', '{{}}', NULL, 0, 1, 'x'"), "CHECK"),
        (ANNOTATION.format(f"{SET}, 'a1', 'quote', '{{}}', NULL, 0, 1, 'x'"), "UNIQUE"),
        ("UPDATE annotation SET label = ''", "CHECK"),
        ("UPDATE annotation SET attributes = '[]'", "CHECK"),
        ("UPDATE annotation SET attributes = '{'", "malformed JSON"),
        ("UPDATE annotation SET note = ''", "CHECK"),
        ("UPDATE annotation SET unsure = 2", "CHECK"),
        ("UPDATE annotation SET rev = -1", "CHECK"),
        ("UPDATE annotation SET id = 'a99'", "an annotation keeps its id"),
        ("UPDATE annotation SET set_id = 99", "an annotation keeps its id"),
        ("DELETE FROM annotation WHERE id = 'a1'", "FOREIGN KEY"),
        ("DELETE FROM annotation WHERE id = 'a2'", "a relation still ends at this"),
        # Fragments.
        (FRAGMENT.format(f"{SET}, 'a1', -1, 0, 'x'"), "CHECK"),
        (FRAGMENT.format(f"{SET}, 'a1', 30, 30, ''"), "CHECK"),
        (FRAGMENT.format(f"{SET}, 'a1', 30, 32, 'x'"), "CHECK"),
        (FRAGMENT.format(f"{SET}, 'a1', 30, 31, NULL"), "NOT NULL"),
        (FRAGMENT.format(f"{SET}, 'a1', 30, 999, 'x'"), "a fragment ends within its"),
        (
            FRAGMENT.format(f"{SET}, 'a1', 19, 21, 'xx'"),
            "fragments of an annotation are",
        ),
        (FRAGMENT.format(f"{SET}, 'a1', 0, 20, printf('%020d', 1)"), "disjoint"),
        (FRAGMENT.format(f"{SET}, 'a99', 30, 31, 'x'"), "FOREIGN KEY"),
        (
            "UPDATE fragment SET start = start + 1",
            "a fragment is replaced, not changed",
        ),
        ("UPDATE fragment SET text = text", "a fragment is replaced, not changed"),
        # Relations.
        (RELATION.format(f"{SET}, 'r9', 'expresses', 'a1', 'a1'"), "CHECK"),
        (RELATION.format(f"{SET}, 'r9', '', 'a1', 'a3'"), "CHECK"),
        (RELATION.format(f"{SET}, '9', 'expresses', 'a1', 'a3'"), "CHECK"),
        (RELATION.format(f"{SET}, 'r9', 'expresses', 'a1', 'a2'"), "UNIQUE"),
        (RELATION.format(f"{SET}, 'r9', 'expresses', 'a99', 'a2'"), "FOREIGN KEY"),
        (RELATION.format(f"{SET}, 'r9', 'expresses', 'a1', 'a99'"), "ends at an annot"),
        ("UPDATE relation SET target = 'a99'", "a relation is replaced, not changed"),
        # Claims.
        ("INSERT INTO claim VALUES ('1', 'x', '{}')", "CHECK"),
        ("INSERT INTO claim VALUES ('c1', '', '{}')", "CHECK"),
        ("INSERT INTO claim VALUES ('c1', 'x', '[]')", "CHECK"),
        # Events.
        ("UPDATE event SET verb = 'x'", "an event is never changed"),
        ("DELETE FROM event", "an event is never removed"),
        (
            "INSERT OR REPLACE INTO event SELECT * FROM event",
            "an event is never replaced",
        ),
        (EVENT.format("99, 1, 1, 'x', 'add', 'new', 'c', '[]'"), "FOREIGN KEY"),
        (EVENT.format(f"{SET}, 99, 99, 'x', 'add', 'new', 'c', '[]'"), "FOREIGN KEY"),
        (EVENT.format(f"{SET}, 0, 1, 'x', 'add', 'new', 'c', '[]'"), "CHECK"),
        (EVENT.format(f"{SET}, 99, 1, 'x', '', 'new', 'c', '[]'"), "CHECK"),
        (EVENT.format(f"{SET}, 99, 1, 'x', 'add', 'new', 'c', '{{}}'"), "CHECK"),
        (EVENT.format(f"{SET}, 1, 1, 'x', 'add', 'new', 'c', '[]'"), "never replaced"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused(worked, sql, reason):
    before = contents(worked)
    assert reason in refused(worked, sql)
    assert contents(worked) == before


@pytest.mark.parametrize(
    "change",
    [
        {"length": 3},
        {"length": 5},
        {"text": ""},
        {"title": ""},
        {"key": "dam"},
        {"key": "k" * 121},
        {"sha256": "0" * 63},
        {"words": None},
        {"words": -1},
        {"id": 1},
    ],
    ids=str,
)
def test_an_article_that_breaks_a_rule_is_refused(worked, change):
    # Four characters in code points, six in UTF-16 units, sixteen in bytes.
    good = {
        "id": None,
        "key": "other",
        "title": "T",
        "text": "🌊a🌊e",
        "length": 4,
        "words": 1,
        "sha256": "1" * 64,
    }
    refused(worked, ADD_ARTICLE, good | change)
    refused(worked, ADD_ARTICLE.replace("INSERT", "INSERT OR REPLACE"), good | change)
    with write(worked):
        worked.execute(ADD_ARTICLE, good)


def test_a_title_may_change_and_is_found_again(worked):
    def found(word: str) -> int:
        rows = worked.execute(
            "SELECT count(*) FROM article_search WHERE article_search MATCH ?", [word]
        )
        number: int = rows.fetchone()[0]
        return number

    assert (found("built"), found("water")) == (1, 0)
    with write(worked):
        worked.execute("UPDATE article SET title = 'The water'")
    assert (found("built"), found("water")) == (1, 1)


def test_every_table_is_strict(db):
    tables = db.execute(
        """
        SELECT name, strict FROM pragma_table_list
        WHERE type = 'table' AND substr(name, 1, 1) <> '_' AND name NOT LIKE 'sqlite%'
        """
    ).fetchall()
    assert len(tables) >= 9
    assert [name for name, strict in tables if not strict] == []


def test_an_adjudication_keeps_its_seed(worked):
    with write(worked):
        worked.execute(
            "INSERT INTO adjudication (set_id, article_id, seed) "
            "SELECT id, article_id, 7 FROM annotation_set LIMIT 1"
        )
    assert "keeps its seed" in refused(worked, "UPDATE adjudication SET seed = 8")
    assert "malformed JSON" in refused(worked, "UPDATE adjudication SET own = 'x'")
