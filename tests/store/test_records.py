"""Whole datasets in and out: all or nothing, one state, and the proof of the store."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench.dataset import AnnotationSet, Article, ArticleRecord, read_set
from workbench.places import shipped
from workbench.spans import Annotation, Relation
from workbench.store import StoreError, connect, people, records, sets, write

from .conftest import Sheet, contents

WORK = AnnotationSet(
    "alice",
    status="submitted",
    guideline="1",
    none=("figure",),
    annotations=(
        Annotation("a1", "quote", ((0, 3),), {"speaker": "Orm"}),
        Annotation("a2", "claim", ((4, 8), (9, 14))),
    ),
    relations=(Relation("r1", "expresses", "a1", "a2"),),
)


def record(key: str, *work: AnnotationSet, text: str = "") -> ArticleRecord:
    return ArticleRecord(Article(key, key, text or f"The mill {key} turns."), work)


CLAIM = {"id": "c1", "proposition": "The mill turns.", "verdict": "supported"}


# --- in -------------------------------------------------------------------------------


def test_articles_sets_and_claims_come_in(db: Database):
    seen: list[tuple[int, int]] = []
    done = records.bring_in(
        db,
        [record("a", WORK, replace(WORK, annotator="bob")), record("b")],
        [CLAIM],
        progress=lambda n, of: seen.append((n, of)),
    )
    assert done == records.Imported(
        added=["a", "b"], sets=2, annotations=4, claims=1, problems=[]
    )
    assert seen == [(1, 2), (2, 2)]
    assert records.claims(db) == [CLAIM]
    assert records.count(db) == 2
    assert records.count(db, ["a", "a", "c"]) == 1
    assert list(records.problems(db)) == []


def test_what_came_in_comes_out_again(db: Database):
    given = [record("b", WORK), record("a", WORK, replace(WORK, annotator="bob"))]
    records.bring_in(db, given)
    assert list(records.export(db)) == sorted(given, key=lambda r: r.article.id)
    assert list(records.export(db, ["b", "zzz"])) == given[:1]
    [bobs] = records.export(db, ["a"], annotators=["bob"])
    assert [s.annotator for s in bobs.sets] == ["bob"]
    assert list(records.export(db, [])) == []


def test_the_sample_comes_in_and_out(db: Database):
    given = []
    folder = shipped("annotations/sample")
    gold = json.loads((folder / "gold.json").read_bytes())
    for one in gold["sets"]:
        text = (folder / "articles" / f"{one['article']}.txt").read_bytes().decode()
        work = read_set(one, gold["annotator"], gold["kind"])
        given.append(record(one["article"], work, text=text))
    done = records.bring_in(db, given)
    assert (len(done.added), done.problems) == (6, [])
    for found, wanted in zip(records.export(db), given, strict=True):
        assert sorted(found.sets[0].annotations, key=lambda a: a.id) == sorted(
            wanted.sets[0].annotations, key=lambda a: a.id
        )
        assert sorted(found.sets[0].relations, key=lambda r: r.id) == sorted(
            wanted.sets[0].relations, key=lambda r: r.id
        )
    assert list(records.problems(db)) == []


def test_the_same_again_changes_nothing(db: Database):
    given = [record("a", WORK), record("b")]
    records.bring_in(db, given, [CLAIM])
    before = contents(db)
    done = records.bring_in(db, given, [CLAIM])
    assert done == records.Imported(known=["a", "b"], known_sets=1)
    assert contents(db) == before


def test_a_known_text_is_not_doubled_under_another_id(db: Database):
    records.bring_in(db, [record("a", text="The mill turns.")])
    done = records.bring_in(
        db, [record("z", replace(WORK, annotator="bob"), text="The mill turns.")]
    )
    assert (done.added, done.known, done.sets) == ([], ["a"], 1)
    assert [r.article.id for r in records.export(db)] == ["a"]


BAD = {
    "an id with another text": (
        [record("z"), record("a", text="Something else.")],
        [],
        (
            1,
            "An article 'a' with another text is here already: give this one another "
            "id.",
        ),
    ),
    "a different set": (
        [record("z"), record("a", replace(WORK, none=()))],
        [],
        (
            1,
            "alice has a different set of article 'a' here: export it and compare, "
            "nothing is overwritten.",
        ),
    ),
    "a different claim": (
        [record("z")],
        [CLAIM | {"verdict": "refuted"}],
        (None, "A different canonical claim 'c1' is here already."),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_with_a_problem_nothing_comes_in(db: Database, name):
    given, claims, problem = BAD[name]
    records.bring_in(db, [record("a", WORK)], [CLAIM])
    before = contents(db)
    new = record("y", replace(WORK, annotator="nobody known"))
    done = records.bring_in(db, [new, *given], claims)
    place, message = problem
    expected = (None if place is None else place + 1, message)
    assert done.problems == [expected]
    # Not even the people whose sets were refused with the rest.
    assert contents(db) == before


def test_every_problem_is_told_at_once(db: Database):
    records.bring_in(db, [record("a", WORK)], [CLAIM])
    parts = [BAD[name] for name in BAD]
    done = records.bring_in(
        db,
        [r for part in parts for r in part[0]],
        [c for part in parts for c in part[1]],
    )
    assert len(done.problems) == 3


def test_a_dry_run_says_what_would_be_and_does_nothing(db: Database):
    before = contents(db)
    given = [record("a", WORK), record("b")]
    done = records.bring_in(db, given, [CLAIM], dry_run=True)
    assert contents(db) == before
    assert records.bring_in(db, given, [CLAIM]) == done


def test_a_dry_run_within_a_write_does_nothing_either(db: Database):
    with write(db):
        people.ensure(db, "alice")
        records.bring_in(db, [record("a", WORK)], dry_run=True)
    assert records.count(db) == 0
    assert people.ensure(db, "alice").id == 1


def test_an_error_on_the_way_leaves_everything_as_it_was(db: Database):
    before = contents(db)

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        records.bring_in(db, [record("a", WORK), record("b")], progress=stop)
    assert contents(db) == before
    assert not db.conn.in_transaction


# --- out ------------------------------------------------------------------------------


def test_sets_that_were_not_begun_are_not_exported(db: Database, alice: Sheet):
    alice.add("quote", (0, 20))
    sets.undo(db, alice.desk, alice.op())
    [found] = records.export(db)
    assert found.sets == ()


def test_an_export_sees_one_state_while_another_thread_writes(path: Path, db: Database):
    records.bring_in(db, [record("a"), record("z")])
    person = people.ensure(db, "alice").id
    steps = threading.Semaphore(0)
    stopping = threading.Event()

    def work() -> None:
        own = connect(path)
        for step in range(10_000):
            # One step touches two articles: whoever sees the one sees the other.
            with write(own):
                for row, text in own.execute("SELECT id, text FROM article").fetchall():
                    op = sets.Op(f"{step}-{row}", "w", 0)
                    sets.add(own, sets.Desk(row, text, person), op, "quote", [(0, 3)])
            steps.release()
            if stopping.is_set():
                break
        own.close()

    thread = threading.Thread(target=work)
    thread.start()
    sizes = []
    try:
        for _ in range(5):
            found = {}
            for one in records.export(db):
                found[one.article.id] = sum(len(s.annotations) for s in one.sets)
                # Go on only when a whole step was written since this article was read.
                while steps.acquire(blocking=False):
                    pass
                for _ in range(2):
                    assert steps.acquire(timeout=30)
            assert found["a"] == found["z"]
            sizes.append(found["a"])
    finally:
        stopping.set()
        thread.join()
    assert sizes == sorted(set(sizes)), "nothing was written meanwhile"


def test_an_export_that_is_left_halfway_holds_nobody_up(db: Database):
    records.bring_in(db, [record("a"), record("b")])
    export = records.export(db)
    assert next(export).article.id == "a"
    with pytest.raises(StoreError):
        people.ensure(db, "bob")
    export.close()
    assert people.ensure(db, "bob").name == "bob"


# --- proof ----------------------------------------------------------------------------


TAMPERING = {
    "a changed text": (
        ["article_text_never_changes"],
        "UPDATE article SET text = replace(text, '1931', '1932')",
        "article dam: the text's hash is",
    ),
    "a changed fragment": (
        ["fragment_never_changes_in_place"],
        'UPDATE fragment SET start = start + 1, "end" = "end" + 1 '
        "WHERE annotation_id = 'a1'",
        "article dam, annotator alice, annotation a1: [1, 21) reads",
    ),
    "changed words of a fragment": (
        ["fragment_never_changes_in_place"],
        "UPDATE fragment SET text = replace(text, 'ours', 'Ours')",
        "not '“The dam 🌊 is Ours,”'",
    ),
    "a changed attribute": (
        [],
        """UPDATE annotation SET attributes = '{"speaker":"Mallory"}'""",
        "article dam, annotator alice: annotation a1 is",
    ),
    "a changed label": (
        [],
        "UPDATE annotation SET label = 'claim' WHERE id = 'a1'",
        "article dam, annotator alice: annotation a1 is",
    ),
    "a changed note": (
        [],
        "UPDATE annotation SET note = 'x' WHERE id = 'a1'",
        "article dam, annotator alice: annotation a1 is",
    ),
    "a changed status": (
        [],
        "UPDATE annotation_set SET status = 'submitted'",
        "article dam, annotator alice: status is 'submitted', and the events say",
    ),
    "a changed none": (
        [],
        "UPDATE annotation_set SET none = '[\"cue\"]'",
        "article dam, annotator alice: none is ['cue'], and the events say []",
    ),
    "a removed annotation": (
        [],
        "DELETE FROM annotation WHERE id = 'a3'",
        "article dam, annotator alice: annotation a3 is None",
    ),
    "an annotation without a fragment": (
        [],
        "DELETE FROM fragment WHERE annotation_id = 'a3'",
        "article dam, annotator alice, annotation a3: it has no fragment.",
    ),
    "a removed link": (
        [],
        "DELETE FROM relation",
        "article dam, annotator alice: relation r4 is None",
    ),
    "the last event missing": (
        ["event_is_kept"],
        "DELETE FROM event WHERE rev = (SELECT max(rev) FROM event)",
        "the set's rev is not that of its last event",
    ),
    "the first event missing": (
        ["event_is_kept"],
        "DELETE FROM event WHERE rev = 1",
        "article dam, annotator alice: the events jump from rev 0 to 2.",
    ),
    "an event in the middle missing": (
        ["event_is_kept"],
        "DELETE FROM event WHERE rev = 3",
        "article dam, annotator alice: the events jump from rev 2 to 4.",
    ),
    "a changed event": (
        ["event_is_written_once"],
        "UPDATE event SET changes = replace(changes, 'Orm', 'Mallory')",
        "article dam, annotator alice: annotation a1 is",
    ),
    "an event that begins with another state than the one before ended": (
        ["event_is_written_once"],
        "UPDATE event SET changes = replace(changes, 'Orm', 'Mallory') WHERE rev = 5",
        "event 5: annotation a1 was {",
    ),
    "an event that is no list of changes": (
        ["event_is_written_once"],
        "UPDATE event SET changes = '[1]' WHERE rev = 1",
        "article dam, annotator alice: what is stored cannot be read",
    ),
    "a changed rev": (
        [],
        "UPDATE annotation_set SET rev = rev + 1",
        "the set's rev is not that of its last event",
    ),
}


@pytest.mark.parametrize("name", TAMPERING)
def test_tampering_is_found(db: Database, alice: Sheet, name):
    quote = alice.add("quote", (0, 20), speaker="Orm")
    claim = alice.add("claim", (1, 18))
    alice.add("figure", (55, 72))
    sets.link(db, alice.desk, alice.op(), "expresses", quote, claim)
    sets.revise(db, alice.desk, alice.op(), quote, unsure=True)
    assert list(records.problems(db)) == []
    triggers, sql, expected = TAMPERING[name]
    for trigger in triggers:
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(sql)
    found = list(records.problems(db))
    assert any(expected in problem for problem in found), found


def test_a_reference_to_nothing_is_found(db: Database, alice: Sheet):
    alice.add("quote", (0, 20))
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("DELETE FROM person")
    found = list(records.problems(db))
    assert any("what it refers to in person is gone" in problem for problem in found)


def test_a_value_against_a_check_is_found(db: Database, alice: Sheet):
    alice.add("quote", (0, 20))
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute("UPDATE annotation SET attributes = '[]'")
    db.execute("PRAGMA ignore_check_constraints = OFF")
    found = list(records.problems(db))
    assert any(problem.startswith("SQLite: CHECK constraint") for problem in found)


def test_the_proof_tells_how_far_it_is(db: Database):
    records.bring_in(db, [record("a"), record("b")])
    seen: list[tuple[int, int]] = []
    assert list(records.problems(db, lambda n, of: seen.append((n, of)))) == []
    assert seen == [(1, 2), (2, 2)]
