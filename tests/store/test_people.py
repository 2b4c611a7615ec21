"""People, and links that sign in once."""

from datetime import timedelta

from sqlite_utils import Database

from workbench.store import people


def test_a_person_is_made_once(db: Database):
    alice = people.ensure(db, "alice")
    assert (alice.name, alice.kind, alice.role) == ("alice", "human", "annotator")
    assert people.ensure(db, "alice") == alice
    assert people.ensure(db, "alice", role="lead") == alice
    assert people.get(db, alice.id) == alice
    assert people.get(db, 99) is None
    assert people.ensure(db, "alice", kind="model").id != alice.id
    assert people.ensure(db, "bob").stamp != alice.stamp


def test_there_is_one_lead(db: Database):
    lead = people.lead(db)
    assert lead.role == "lead"
    assert people.lead(db) == lead


def test_somebody_called_lead_from_a_dataset_keeps_nobody_out(db: Database):
    imported = people.ensure(db, "lead")
    assert people.lead(db).id == imported.id
    assert people.lead(db).role == "lead"


def test_a_link_signs_in_once(db: Database):
    alice, bob = people.ensure(db, "alice"), people.ensure(db, "bob")
    mine, his = people.make_link(db, alice), people.make_link(db, bob)
    assert people.use_link(db, his) == bob
    assert people.use_link(db, mine) == alice
    assert people.use_link(db, mine) is None
    assert people.use_link(db, "guessed") is None
    assert people.use_link(db, "") is None


def test_a_link_ends(db: Database):
    alice = people.ensure(db, "alice")
    late = people.make_link(db, alice, timedelta(seconds=-1))
    assert people.use_link(db, late) is None
    people.make_link(db, alice)
    assert db.execute("SELECT count(*) FROM sign_in_link").fetchone()[0] == 1


def test_the_secret_of_a_link_is_not_stored(db: Database):
    token = people.make_link(db, people.ensure(db, "alice"))
    rows = db.execute("SELECT * FROM sign_in_link").fetchall()
    assert len(token) >= 32
    assert token not in repr(rows)
