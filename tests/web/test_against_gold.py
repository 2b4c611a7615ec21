"""Annotators against gold: for the lead, and, once released, each for the own work."""

import pytest

from tests.adjudication.bench import Bench, take
from workbench import measured
from workbench.agreement import compute
from workbench.store import gold, people, records

from .conftest import FERRY, House, Visitor
from .dom import parse


@pytest.fixture
def golden(house: House) -> Bench:
    """Alice's figures and claims are gold; bob cut the figure short and called a
    sentence a claim that is none."""
    made = Bench(house.path, house.db)
    for key in ("ferry", "other"):
        made.article(key, FERRY + key, language="en")
        made.label(
            key,
            "alice",
            ("figure", "almost 12 percent", {"value": 12}),
            ("claim", "Fares rose 40 percent"),
        )
        made.label(
            key,
            "bob",
            ("figure", "12 percent", {"value": 12}),
            ("claim", "The port denies it"),
        )
    batch = made.batch("spring", ["ferry", "other"], ["alice", "bob"])
    for key in ("ferry", "other"):
        made.adjudicate(key, "lena", take("alice", "not_check_worthy"))
    made.gold(batch)
    return made


def release(lena: Visitor, act: str = "release") -> None:
    answer = lena.post("/agreement/gold/release", {"version": 1, "act": act})
    assert answer.status_code == 303


def test_the_lead_sees_how_close_each_annotator_came(golden, lena):
    page = lena.page("/agreement/gold")
    alice, bob = page.all("table", class_="numbers")[0::2]
    assert alice.all("tr")[1].all("td")[0].words == "1.00 [1.00, 1.00]"
    found = {
        row.one("th").words: [cell.words for cell in row.all("td")]
        for row in bob.all("tr")[1:]
    }
    documents = [
        measured.with_gold(record, made.sets[0])
        for record, made in zip(
            list(records.export(golden.db, ["ferry", "other"])),
            list(gold.records(golden.db, gold.every(golden.db)[0])),
            strict=True,
        )
    ]
    names = ["f1_exact:bob|(gold)", "f1_soft:bob|(gold)", "f1_soft[figure]:bob|(gold)"]
    exact, soft, figures = compute(documents, names).values()
    assert found["all"][0] == f"{exact:.2f} [0.00, 0.00]"
    assert found["all"][1].startswith(f"{soft:.2f} [")
    assert found["figure"][1].startswith(f"{figures:.2f} [")
    assert found["claim"][2:] == ["2", "2"]


def test_the_attributes_are_held_against_gold_too(golden, lena):
    page = lena.page("/agreement/gold")
    attributes = page.all("details")
    assert len(attributes) == 1, "bob marked nothing as gold has it"
    row = attributes[0].all("tr")[-1]
    assert row.one("th").words == "value"
    assert [cell.words for cell in row.all("td")] == ["1.00 [1.00, 1.00]", "–", "2"]


def test_the_lead_sees_the_differences_with_their_reasons(golden, lena):
    page = lena.page("/agreement/gold/cases?person=bob")
    found = page.all("article")
    assert page.one(class_="found").words == "6 differences from spring v1"
    assert len(found) == 6
    border = next(one for one in found if "other borders" in one.words)
    assert "almost 12 percent" in border.words
    assert "Why: Not worth a check" in border.words
    assert len(lena.page("/agreement/gold/cases?kind=boundary").all("article")) == 2
    some = lena.page("/agreement/gold/cases?label=claim&person=bob")
    assert len(some.all("article")) == 4
    assert "No difference fits." in lena.page("/agreement/gold/cases?person=no").words


def test_of_one_batch_the_newest_gold_is_shown(golden, lena):
    assert "spring v1" in lena.page("/agreement/gold?batch=1").words
    assert lena.get("/agreement/gold?batch=9").status_code == 404
    assert lena.get("/agreement/gold?version=9").status_code == 404
    other = golden.batch("autumn", [], ["alice"])
    assert "There is no gold yet." in lena.page(f"/agreement/gold?batch={other}").words


def test_without_gold_there_is_nothing_to_hold_against(lena):
    assert "There is no gold yet." in lena.page("/agreement/gold").words
    assert lena.get("/agreement/gold/cases").status_code == 404
    answer = lena.post("/agreement/gold/release", {"version": 1, "act": "release"})
    assert answer.status_code == 404


def test_gold_of_one_annotator_is_told_to_say_little(house, lena):
    made = Bench(house.path, house.db)
    made.article("alone", FERRY)
    made.label("alone", "alice", ("figure", "40 percent"))
    made.adjudicate("alone", "lena")
    made.gold()
    assert "1 of 1 articles was labelled by one" in lena.page("/agreement/gold").words


# --- for the annotator ----------------------------------------------------------------


def test_before_the_release_the_annotator_sees_nothing(golden, house):
    bob = house.visitor("bob")
    assert "No gold has been released to you." in bob.page("/gold/mine").words
    assert bob.get("/articles/ferry/gold").status_code == 404
    assert "beside gold" not in bob.page("/articles/ferry").words
    assert "has been released" not in bob.page("/queue").words


def test_a_released_annotator_sees_the_own_differences_and_why(golden, house, lena):
    release(lena)
    bob = house.visitor("bob")
    assert "Gold of 2 of your articles" in bob.page("/queue").words
    page = bob.page("/gold/mine")
    assert [a["href"] for a in page.one("table").all("a")] == [
        "/articles/ferry/gold",
        "/articles/other/gold",
    ]
    page = bob.page("/articles/ferry/gold")
    assert "They differ in 3 things; 1 is in gold alone; 1 is yours alone." in (
        page.words
    )
    [way] = [a for a in bob.page("/articles/ferry").all("a") if "gold" in a.words]
    assert way["href"] == "/articles/ferry/gold"
    missed, more, border = page.all("article")
    assert "in gold alone" in missed.words
    assert "Yours nothing Gold" in missed.words
    assert [p.words for p in border.one(class_="versus").all("p")] == [
        "F 12 percent",
        "F almost 12 percent",
    ]
    assert "not in gold" in more.words
    assert "Why: Not worth a check" in more.words


def test_who_has_all_that_gold_has_is_told_so(golden, house, lena):
    release(lena)
    page = house.visitor("alice").page("/articles/ferry/gold")
    assert "Your labels are the same as gold: 2 annotations" in page.words


def test_no_name_of_anybody_is_on_the_page(golden, house, lena):
    release(lena)
    bob = house.visitor("bob")
    for path in ("/gold/mine", "/articles/ferry/gold"):
        text = bob.get(path).text
        assert "alice" not in text.lower()
        assert "lena" not in text.lower()


def test_others_see_nothing_of_it(golden, house, lena, mallory):
    release(lena)
    assert mallory.get("/articles/ferry/gold").status_code == 404
    assert "No gold has been released" in mallory.page("/gold/mine").words
    for path in ("/agreement/gold", "/agreement/gold/cases"):
        assert mallory.get(path).status_code == 403
    answer = mallory.post("/agreement/gold/release", {"version": 1})
    assert answer.status_code == 403


def test_a_withdrawal_takes_it_back_and_says_who(golden, house, lena):
    release(lena)
    assert "Released by lena on" in lena.page("/agreement/gold").words
    release(lena, "withdraw")
    assert "lena withdrew it on" in lena.page("/agreement/gold").words
    assert house.visitor("bob").get("/articles/ferry/gold").status_code == 404
    shown = lena.page("/activity").words
    assert "release gold" in shown
    assert "withdraw gold" in shown


def test_links_that_differ_are_shown(house, lena):
    made = Bench(house.path, house.db)
    made.article("ferry", FERRY)
    made.label("ferry", "alice", ("quote", "“It hurts,”"), ("claim", "Fares rose 40"))
    made.adjudicate("ferry", "lena")
    made.gold()
    release(lena)
    alice = house.visitor("alice")
    assert "nothing differs" in alice.page("/articles/ferry/gold").words
    person = people.ensure(house.db, "alice")
    house.db.execute("DROP TRIGGER annotation_set_of_gold_stays")
    house.db.execute("DROP TRIGGER relation_of_gold_stays_insert")
    for (set_id,) in house.db.execute(
        "SELECT id FROM annotation_set WHERE person_id = ?", [person.id]
    ).fetchall():
        house.db.execute(
            "INSERT INTO relation (set_id, id, type, source, target) "
            "VALUES (?, 'r1', 'expresses', 'a1', 'a2')",
            [set_id],
        )
    page = parse(alice.get("/articles/ferry/gold").text)
    [one] = page.all("article")
    assert "other links" in one.words
    assert "link: expressesFares rose 40" in one.words
