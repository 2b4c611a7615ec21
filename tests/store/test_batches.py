"""Batches and slots: never more than k, never twice to one person, nothing lost."""

import threading
from collections import Counter
from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench.dataset import Article
from workbench.store import DatabaseError, articles, batches, connect, people, sets
from workbench.store.batches import Batch, BatchError

LONG_AGO = "2020-01-01T00:00:00+00:00"


def team(db: Database, number: int) -> list[int]:
    return [people.ensure(db, f"person {n:02}").id for n in range(number)]


def some_articles(db: Database, number: int, words: int = 30) -> list[str]:
    keys = [f"art{n:02}" for n in range(number)]
    for n, key in enumerate(keys):
        text = f"Article {n}\n" + "word " * (words + 37 * n % 200)
        articles.add(db, Article(key, f"Article {n}", text))
    return keys


def a_batch(db: Database, keys: list[str], who: list[int], k: int = 2) -> Batch:
    return batches.make(
        db,
        "spring",
        by=people.lead(db).id,
        guideline="1",
        overlap=k,
        labels=["quote", "figure"],
        articles=keys,
        people=who,
    )


def row(db: Database, key: str) -> int:
    found = articles.get(db, key)
    assert found
    return found.row


def work(db: Database, key: str, person: int, status: str = "in_progress") -> None:
    """One label, and the article submitted when asked for."""
    found = articles.get(db, key)
    assert found
    desk = sets.Desk(found.row, found.article.text, person, "1")
    sets.add(db, desk, sets.Op(f"add-{key}-{person}", "w", 0), "quote", [(0, 7)])
    if status == "submitted":
        sets.submit(db, desk, sets.Op(f"submit-{key}-{person}", "w", 0))


def test_of_twenty_who_claim_at_once_exactly_k_get_each_article(path: Path):
    db = connect(path)
    who, keys = team(db, 20), some_articles(db, 8)
    a_batch(db, keys, who, k=3)
    got: list[tuple[str, int]] = []

    def claim_all(person: int) -> None:
        mine = connect(path)
        while key := batches.claim(mine, person):
            got.append((key, person))
        mine.close()

    threads = [threading.Thread(target=claim_all, args=(person,)) for person in who]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(key for key, _ in got) == dict.fromkeys(keys, 3)
    assert len(set(got)) == len(got)


def test_a_script_that_writes_around_the_store_cannot_exceed_k(db: Database):
    who, keys = team(db, 3), some_articles(db, 1)
    a_batch(db, keys, who, k=2)
    for person in who[:2]:
        assert batches.claim(db, person) == keys[0]
    with pytest.raises(DatabaseError, match="at most its overlap"):
        db.execute(
            "INSERT INTO assignment (article_id, person_id, state, since) "
            "VALUES (?, ?, 'open', '')",
            [row(db, keys[0]), who[2]],
        )


def test_a_calibration_article_goes_to_everybody_and_comes_first(db: Database):
    who, keys = team(db, 4), some_articles(db, 3)
    batches.make(
        db,
        "spring",
        by=people.lead(db).id,
        guideline="1",
        overlap=1,
        labels=[],
        articles=keys,
        people=who,
        calibration=[keys[2]],
    )
    assert [batches.claim(db, person) for person in who] == [keys[2]] * 4


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"name": "  "}, "1 to 80"),
        ({"overlap": 0}, "1 to 50 people"),
        ({"overlap": 4}, "3 take part"),
        ({"articles": ["nowhere"]}, "no article 'nowhere'"),
    ],
)
def test_a_batch_that_cannot_work_is_refused_whole(db: Database, change, why):
    who, keys = team(db, 3), some_articles(db, 2)
    wanted = {
        "name": "spring",
        "by": people.lead(db).id,
        "guideline": "1",
        "overlap": 2,
        "labels": [],
        "articles": keys,
        "people": who,
    }
    with pytest.raises(BatchError, match=why):
        batches.make(db, **(wanted | change))
    assert batches.progress(db) == []
    batches.make(db, **wanted)
    with pytest.raises(BatchError, match="already"):
        batches.make(db, **(wanted | {"articles": []}))
    with pytest.raises(BatchError, match="in the batch 'spring'"):
        batches.make(db, **(wanted | {"name": "summer"}))


def test_slots_are_dealt_by_words_and_not_by_count(db: Database):
    who, keys = team(db, 4), some_articles(db, 20)
    batch = a_batch(db, keys, who, k=2)
    assert batches.deal(db, batch.id, people.lead(db).id) == 40
    assert batches.deal(db, batch.id, people.lead(db).id) == 0
    load = {p: sum(one.words for one in batches.queue(db, p)) for p in who}
    assert max(load.values()) <= 1.05 * min(load.values())


def test_a_lease_that_ran_out_frees_the_slot_and_keeps_the_work(db: Database):
    who, keys = team(db, 3), some_articles(db, 1)
    a_batch(db, keys, who, k=1)
    assert batches.claim(db, who[0]) == keys[0]
    work(db, keys[0], who[0])
    db.execute("UPDATE assignment SET lease = ?", [LONG_AGO])
    assert batches.claim(db, who[1]) == keys[0]
    assert batches.queue(db, who[0])[0].state == "released"
    # Who comes back too late keeps the labels, and has no slot.
    assert not batches.keep(db, row(db, keys[0]), who[0])
    (lost,) = batches.lost_work(db)
    assert (lost.key, lost.person, lost.free) == (keys[0], "person 00", False)
    # Once the slot is free again, going on takes it.
    batches.skip(db, row(db, keys[0]), who[1], "I know the author")
    assert batches.keep(db, row(db, keys[0]), who[0])
    assert batches.queue(db, who[0])[0].state == "in_progress"
    assert batches.lost_work(db) == []


def test_a_submitted_article_never_loses_its_slot(db: Database):
    who, keys = team(db, 2), some_articles(db, 1)
    a_batch(db, keys, who, k=1)
    batches.claim(db, who[0])
    work(db, keys[0], who[0], "submitted")
    db.execute("UPDATE assignment SET lease = ?", [LONG_AGO])
    assert batches.release_expired(db) == 0
    assert batches.claim(db, who[1]) is None


def test_working_renews_the_lease(db: Database):
    who, keys = team(db, 1), some_articles(db, 1)
    a_batch(db, keys, who, k=1)
    batches.claim(db, who[0])
    db.execute("UPDATE assignment SET lease = ?", [LONG_AGO])
    assert batches.keep(db, row(db, keys[0]), who[0])
    assert batches.release_expired(db) == 0


def test_a_slot_is_given_taken_back_and_given_again_by_hand(db: Database):
    who, keys = team(db, 3), some_articles(db, 1)
    a_batch(db, keys, who, k=1)
    lead, article = people.lead(db).id, row(db, keys[0])
    batches.give(db, article, who[0], lead)
    with pytest.raises(BatchError, match="has its 1 people already"):
        batches.give(db, article, who[1], lead)
    batches.take_back(db, article, who[0])
    batches.give(db, article, who[1], lead)
    # What the lead took back, working there does not take again.
    assert not batches.keep(db, article, who[0])
    batches.take_back(db, article, who[1])
    assert not batches.keep(db, article, who[0])
    batches.give(db, article, who[0], lead)
    assert batches.slot(db, article, who[0]) == ("open", "")


def test_an_article_in_no_batch_cannot_be_given(db: Database):
    some_articles(db, 1)
    with pytest.raises(BatchError, match="in no batch"):
        batches.give(db, row(db, "art00"), team(db, 1)[0], people.lead(db).id)


def test_a_skip_needs_a_reason_and_a_slot(db: Database):
    who, keys = team(db, 2), some_articles(db, 1)
    a_batch(db, keys, who, k=1)
    batches.claim(db, who[0])
    article = row(db, keys[0])
    with pytest.raises(BatchError, match="why"):
        batches.skip(db, article, who[0], "  ")
    with pytest.raises(BatchError, match="not given to you"):
        batches.skip(db, article, who[1], "no")
    batches.skip(db, article, who[0], "no Arabic")
    assert batches.claim(db, who[0]) is None
    assert batches.claim(db, who[1]) == keys[0]


def test_a_closed_batch_is_claimed_from_no_more_until_it_opens_again(db: Database):
    who, keys = team(db, 1), some_articles(db, 2)
    batch = a_batch(db, keys, who, k=1)
    assert batches.claim(db, who[0]) == keys[0]
    batches.close(db, batch.id)
    assert batches.claim(db, who[0]) is None
    assert batches.next_article(db, who[0]) == keys[0]
    batches.close(db, batch.id, False)
    assert batches.claim(db, who[0]) == keys[1]


def test_what_comes_next_is_returned_then_begun_then_to_do_then_new(db: Database):
    who, keys = team(db, 1), some_articles(db, 4)
    a_batch(db, keys, who, k=1)
    for _ in range(3):
        batches.claim(db, who[0])
    work(db, keys[1], who[0])
    work(db, keys[2], who[0], "submitted")
    batches.mark_returned(db, row(db, keys[2]), who[0], "the second quote")
    found = batches.queue(db, who[0])
    assert [(one.key, one.state) for one in found] == [
        (keys[2], "returned"),
        (keys[1], "in_progress"),
        (keys[0], "todo"),
    ]
    assert found[0].reason == "the second quote"
    assert batches.next_article(db, who[0], after=keys[2]) == keys[1]
    batches.mark_submitted(db, row(db, keys[2]), who[0])
    work(db, keys[0], who[0], "submitted")
    assert batches.next_article(db, who[0], after=keys[1]) == keys[3]


def test_articles_are_added_at_the_end_and_once(db: Database):
    who, keys = team(db, 1), some_articles(db, 3)
    batch = a_batch(db, keys[:1], who, k=1)
    assert batches.add_articles(db, batch.id, keys) == 2
    assert articles.free(db) == ([], 0)
    assert articles.in_no_batch(db) == 0
    (one,) = batches.progress(db)
    assert (one.articles, one.people, one.slots, one.taken) == (3, 1, 3, 0)


def test_a_lead_sees_all_articles_and_others_those_given_to_them_or_to_nobody(
    db: Database,
):
    lead, [one, other] = people.lead(db), team(db, 2)
    keys = some_articles(db, 2)
    a_batch(db, keys[:1], [one, other], k=1)
    assert batches.claim(db, one) == keys[0]

    def sees(id: int, key: str) -> bool:
        person = people.get(db, id)
        assert person
        return batches.open_to(db, row(db, key), person)

    assert sees(lead.id, keys[0])
    assert sees(one, keys[0])
    assert not sees(other, keys[0])
    assert sees(other, keys[1])
    batches.skip(db, row(db, keys[0]), one, "My family is in it.")
    assert sees(one, keys[0])


# --- who sees what --------------------------------------------------------------------


def test_page_after_page_shows_each_exactly_what_is_open_to_them(db: Database):
    who, keys = team(db, 3), some_articles(db, 9)
    batch = a_batch(db, keys[:6], who[:2])
    batches.deal(db, batch.id, by=people.lead(db).id)
    batches.skip(db, row(db, keys[0]), who[0], "too close to me")
    for id in (*who, people.lead(db).id):
        person = people.get(db, id)
        assert person
        shown: list[str] = []
        after = 0
        while found := articles.following(db, person, after, 2):
            shown += [one.key for one in found]
            after = found[-1].row
        assert shown == [k for k in keys if batches.open_to(db, row(db, k), person)]
    assert len(shown) == 9


def test_an_article_added_between_two_pages_is_on_the_last_of_them(db: Database):
    keys = some_articles(db, 3)
    lead = people.lead(db)
    first = articles.following(db, lead, 0, 2)
    articles.add(db, Article("late", "Late", "Late article"))
    rest = articles.following(db, lead, first[-1].row, 50)
    assert [one.key for one in (*first, *rest)] == [*keys, "late"]


def test_what_is_looked_for_is_found_on_every_page(db: Database):
    some_articles(db, 5)
    lead = people.lead(db)
    [found] = articles.following(db, lead, search="Article 3")
    assert (found.key, found.status) == ("art03", "todo")
    assert articles.following(db, lead, found.row, search="Article 3") == []
    assert articles.following(db, lead, outlet="none") == []
    assert articles.following(db, lead, status="submitted") == []
