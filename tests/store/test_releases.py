"""Gold that is released to its annotators, and withdrawn: events like all others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adjudication.bench import LABELS, Bench, bench, op, take
from workbench.store import (
    adjudications,
    articles,
    gold,
    overview,
    people,
    records,
    releases,
    sets,
    write,
)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Bench]:
    found = bench(tmp_path)
    for key in ("one", "two"):
        found.article(key, f"The dam of {key} holds 40 tonnes.")
        found.label(key, "ana", ("figure", "40"))
    found.label("one", "ben", ("figure", "40 tonnes"))
    batch = found.batch("spring", ["one", "two"], ["ana", "ben"])
    for key in ("one", "two"):
        found.adjudicate(key, "lena", take("ana", "boundary_rule"))
    found.gold(batch)
    yield found
    found.db.close()


def shown(made: Bench, name: str) -> list[tuple[str, str]]:
    found = releases.shown_to(made.db, people.ensure(made.db, name))
    return [(one.key, one.name) for one in found]


def decided_anew(made: Bench) -> None:
    """Article one, reopened, and taken from ben."""
    lena = made.person("lena")
    adjudications.reopen(made.db, "one", lena, op(), labels=LABELS)
    table = adjudications.read(made.db, "one", LABELS)
    assert table
    made.decide("one", "lena", table.cases[0], take("ben"))


def test_nobody_sees_gold_that_is_not_released(made):
    assert shown(made, "ana") == []
    [version] = gold.every(made.db)
    assert releases.of(made.db, version) == releases.Release(False, None, None)


def test_those_who_submitted_an_article_see_its_gold_once_it_is_released(made):
    [version] = gold.every(made.db)
    releases.release(made.db, version, made.person("lena"))
    assert shown(made, "ana") == [("one", "spring v1"), ("two", "spring v1")]
    assert shown(made, "ben") == [("one", "spring v1")]
    assert shown(made, "zoe") == []
    found = releases.of(made.db, version)
    assert (found.released, found.by) == (True, "lena")
    assert found.at is not None


def test_what_is_withdrawn_is_seen_no_more(made):
    [version] = gold.every(made.db)
    releases.release(made.db, version, made.person("lena"))
    releases.release(made.db, version, made.person("lars"), released=False)
    assert shown(made, "ana") == []
    found = releases.of(made.db, version)
    assert (found.released, found.by) == (False, "lars")


def test_a_release_is_an_event_and_the_same_again_is_none(made):
    [version] = gold.every(made.db)
    before = overview.latest(made.db)
    releases.release(made.db, version, made.person("lena"))
    releases.release(made.db, version, made.person("lena"))
    found = [one for one in overview.log(made.db) if one.id > before]
    assert [(one.verb, one.person, one.article) for one in found] == [
        ("release_gold", "lena", "two"),
        ("release_gold", "lena", "one"),
    ]
    assert list(records.problems(made.db)) == []


def test_who_works_on_an_article_anew_sees_no_gold_of_it(made):
    [version] = gold.every(made.db)
    releases.release(made.db, version, made.person("lena"))
    stored = articles.get(made.db, "one")
    assert stored
    desk = sets.Desk(stored.row, stored.article.text, made.person("ben"), "1")
    sets.reopen(made.db, desk, op())
    assert shown(made, "ben") == []


def test_the_newest_version_that_is_released_is_shown(made):
    [first] = gold.every(made.db)
    lena = made.person("lena")
    releases.release(made.db, first, lena)
    decided_anew(made)
    made.adjudicate("one", "lena")
    second = made.gold(first.batch)
    assert shown(made, "ben") == [("one", "spring v1")]
    releases.release(made.db, second, lena)
    assert shown(made, "ben") == [("one", "spring v2")]
    [one] = releases.shown_to(made.db, people.ensure(made.db, "ben"))
    mine, theirs = releases.both(made.db, one, "ben")
    assert [a.fragments for a in mine.annotations] == [
        a.fragments for a in theirs.annotations
    ]
    assert releases.of(made.db, first).released
    releases.release(made.db, second, lena, released=False)
    assert shown(made, "ben") == [("one", "spring v1")]
    assert list(records.problems(made.db)) == []


def test_a_release_takes_no_undo_from_the_adjudicator(made):
    [version] = gold.every(made.db)
    lena = made.person("lena")
    decided_anew(made)
    releases.release(made.db, version, lena)
    adjudications.undo(made.db, "one", lena, op(), labels=LABELS)
    table = adjudications.read(made.db, "one", LABELS)
    assert table
    [decision] = table.decisions.values()
    assert decision.decision.reason == "boundary_rule", "the decision before"
    assert releases.of(made.db, version).released


def test_who_may_open_an_article_no_more_sees_no_gold_of_it(made):
    [version] = gold.every(made.db)
    releases.release(made.db, version, made.person("lena"))
    with write(made.db):
        made.db.execute("DELETE FROM assignment")
    assert shown(made, "ana") == []
