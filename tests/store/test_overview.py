"""What a lead sees: the matrix, the pace, the log, questions, guideline versions."""

import pytest
from sqlite_utils import Database

from workbench.store import batches, guidelines, overview, people, questions, sets
from workbench.store.overview import Wanted

from .conftest import Sheet
from .test_batches import a_batch, row, some_articles, team, work


def test_the_matrix_has_a_cell_for_everybody_who_has_the_article(db: Database):
    who, keys = team(db, 3), some_articles(db, 2)
    batch = a_batch(db, keys, who, k=2)
    for person in who[:2]:
        batches.claim(db, person)
    work(db, keys[0], who[0], "submitted")
    work(db, keys[0], who[1])
    first, second = overview.matrix(db, batch.id)
    assert (first.wanted, first.taken, first.submitted) == (2, 2, 1)
    assert {p: (c.state, c.counts) for p, c in first.cells.items()} == {
        who[0]: ("submitted", {"quote": 1}),
        who[1]: ("in_progress", {"quote": 1}),
    }
    assert (second.taken, second.cells) == (0, {})


def test_time_counts_gaps_up_to_what_the_words_on_the_screen_take(db: Database):
    who, keys = team(db, 1), some_articles(db, 1)
    batch = a_batch(db, keys, who, k=1)
    batches.claim(db, who[0])
    work(db, keys[0], who[0], "submitted")
    head = sets.state(db, row(db, keys[0]), who[0])
    assert head
    # 30 s are work; an hour away is as long as 100 words take to read, or a minute.
    overview.add_time(db, head.id, [30, 3600, -5], words=100)
    overview.add_time(db, head.id, [3600], words=400)
    (found,) = overview.matrix(db, batch.id)
    assert found.cells[who[0]].seconds == 30 + 60 + 120
    pace = overview.pace(db, batch.id)
    assert pace.seconds_per_100_words == pytest.approx(100 * 210 / found.words)
    assert (pace.submitted_last_week, pace.slots_left, pace.days_left) == (1, 0, None)


def test_the_log_is_filtered_and_paged_from_the_newest(db: Database, alice: Sheet):
    first = alice.add("quote", (0, 4))
    alice.add("claim", (5, 9))
    sets.remove(db, alice.desk, alice.op(), first)
    found = overview.log(db)
    assert [one.verb for one in found] == ["remove", "add", "add"]
    assert overview.verbs(db) == ["add", "remove"]
    assert [one.id for one in overview.log(db, Wanted(verb="add"), limit=1)] == [
        found[1].id
    ]
    assert [o.id for o in overview.log(db, before=found[1].id)] == [found[2].id]
    assert list(overview.whole_log(db)) == found
    assert overview.log(db, Wanted(person="somebody else")) == []


def test_a_question_is_asked_once_answered_and_settled(db: Database, alice: Sheet):
    about = alice.add("quote", (0, 4))
    lead = people.lead(db)
    thread = questions.ask(db, alice.id, alice.desk.person, "Is it?", "op-1", about)
    again = questions.ask(db, alice.id, alice.desk.person, "Is it?", "op-1", about)
    assert thread == again
    questions.answer(db, thread, lead.id, "It is.", "op-2")
    questions.answer(db, thread, lead.id, "It is.", "op-2")
    (found,) = questions.threads(db, set_id=alice.id)
    assert [m.text for m in found.messages] == ["Is it?", "It is."]
    assert (found.annotation, found.resolved) == (about, None)
    assert questions.owner(db, thread) == alice.desk.person
    questions.resolve(db, thread)
    assert questions.threads(db, open_only=True) == []
    questions.answer(db, thread, alice.desk.person, "And this?", "op-3")
    assert len(questions.threads(db, open_only=True)) == 1


def test_a_guideline_grows_by_versions(db: Database):
    lead = people.lead(db)
    guidelines.ship(db, "1", "# One\n")
    guidelines.ship(db, "2", "# Shipped later\n")
    with pytest.raises(guidelines.GuidelineError, match="Nothing was changed"):
        guidelines.add(db, "# One", "", lead.id)
    with pytest.raises(guidelines.GuidelineError, match="needs a text"):
        guidelines.add(db, " \n", "", lead.id)
    assert guidelines.add(db, "# Two\r\n", "dates", lead.id).version == "2"
    present = guidelines.current(db)
    assert present
    assert (present.version, present.text, present.by) == ("2", "# Two\n", lead.name)
    assert [v.version for v in guidelines.versions(db)] == ["2", "1"]


def test_the_guideline_somebody_last_submitted_under_is_known(db: Database):
    who, keys = team(db, 1), some_articles(db, 1)
    assert guidelines.labelled_under(db, who[0]) is None
    a_batch(db, keys, who, k=1)
    work(db, keys[0], who[0], "submitted")
    assert guidelines.labelled_under(db, who[0]) == "1"
