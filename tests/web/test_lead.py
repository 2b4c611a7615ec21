"""The dashboard says what needs a lead; the log is found through, and exported."""

import json
from datetime import timedelta

import pytest

from workbench.store import accounts, batches, overview, people, questions, sets
from workbench.store.batches import Batch

from .conftest import House, Visitor, Window
from .dom import parse
from .test_batches import act, at, fields, row, some, submit, the_batch

LONG_AGO = "2020-01-01T00:00:00+00:00"


@pytest.fixture
def spring(house: House, lena: Visitor) -> Batch:
    some(house, 3)
    answer = lena.post("/batches", fields(house, article=["a0", "a1", "a2"]))
    assert answer.status_code == 303
    return the_batch(house)


def needs(lena: Visitor) -> list[str]:
    board = lena.page("/lead").by_id("board")
    return [li.all("span")[0].words for li in board.all("li") if li.all("span")]


def begin(house: House, key: str, name: str) -> int:
    """The id of a set with one label in it."""
    person = people.ensure(house.db, name).id
    desk = sets.Desk(row(house, key), "Article", person, "1")
    sets.add(house.db, desk, sets.Op(f"b{key}{name}", "w", 0), "quote", [(0, 7)])
    head = sets.state(house.db, desk.article, person)
    assert head
    return head.id


# --- what needs a lead ----------------------------------------------------------------


def test_an_empty_house_needs_nobody(lena):
    page = lena.page("/lead")
    assert "Nothing waits for you." in page.words
    assert "No batch is open." in page.words
    assert "Nobody has labelled anything yet." in page.words


def test_a_question_waits_until_the_lead_has_answered(house, lena, spring):
    set_id = begin(house, "a0", "ann")
    ann = people.ensure(house.db, "ann").id
    thread = questions.ask(house.db, set_id, ann, "Is it a quote?", "q", "a1")
    assert needs(lena) == ["ann asks about “Article”: Is it a quote?"]
    link = lena.page("/lead").by_id("board").all("a")[0]["href"]
    assert link == f"/questions#thread-{thread}"
    lena.post(f"/questions/{thread}", {"text": "It is."})
    assert needs(lena) == []
    questions.answer(house.db, thread, ann, "And this?", "q2")
    assert needs(lena) == ["ann asks about “Article”: And this?"]
    lena.post(f"/questions/{thread}", {"act": "settle"})
    assert needs(lena) == []


def test_many_questions_are_five_and_a_number(house, lena, spring):
    set_id = begin(house, "a0", "ann")
    ann = people.ensure(house.db, "ann").id
    for n in range(7):
        questions.ask(house.db, set_id, ann, f"Question {n}?", f"q{n}", None)
    found = needs(lena)
    assert len(found) == 6
    assert found[-1] == "2 more questions open"


def test_lost_work_is_given_back_from_the_dashboard(house, lena, spring):
    ann = people.ensure(house.db, "ann").id
    assert batches.claim(house.db, ann) == "a0"
    begin(house, "a0", "ann")
    assert needs(lena) == []
    house.db.execute("UPDATE assignment SET lease = ?", [LONG_AGO])
    assert needs(lena) == ["ann labelled “Article 0 on the ferry” and lost the place."]
    form = lena.page("/lead").by_id("board").one("form")
    sent = {i["name"]: i["value"] for i in form.all("input")}
    answer = lena.post(form["action"], sent)
    assert answer.headers["Location"] == "/lead"
    assert "ann has “Article 0 on the ferry” again." in lena.page("/lead").words
    assert needs(lena) == []


def test_lost_work_whose_place_is_taken_has_no_button(house, lena, spring):
    ann = people.ensure(house.db, "ann").id
    batches.claim(house.db, ann)
    begin(house, "a0", "ann")
    house.db.execute("UPDATE assignment SET lease = ?", [LONG_AGO])
    batches.release_expired(house.db)
    for name in ("ben", "cleo"):
        act(house, lena, spring, "a0", name, act="give")
    assert needs(lena)[0].endswith("; others have taken it.")
    board = lena.page("/lead").by_id("board")
    assert board.all("form") == []
    link = board.all("a")[0]["href"]
    assert link == f"/batches/{spring.id}?at={at(house, 'a0', 'ann')}"


def test_a_disabled_person_who_holds_articles_is_named(house, lena, spring):
    act(house, lena, spring, "a0", "ann", act="give")
    accounts.disable(house.db, people.ensure(house.db, "ann").id)
    assert "ann is disabled and has 1 article in Spring." in needs(lena)


def test_a_batch_with_too_few_people_or_no_work_for_days_or_done_is_named(
    house, lena, spring
):
    assert needs(lena) == []
    for name in ("ann", "ben"):
        accounts.disable(house.db, people.ensure(house.db, name).id)
    assert needs(lena) == [
        "Spring has 1 active person, and 2 are to label each article."
    ]
    for name in ("ann", "ben"):
        accounts.disable(house.db, people.ensure(house.db, name).id, False)
    house.db.execute("UPDATE batch SET made = '2026-01-05T08:00:00.000Z'")
    assert needs(lena) == ["Nobody has worked on Spring since 2026-01-05."]
    for key in ("a0", "a1", "a2"):
        for name in ("ann", "ben"):
            act(house, lena, spring, key, name, act="give")
            submit(house, key, name)
    assert needs(lena) == [
        "3 articles of Spring wait for adjudication.",
        "Spring is done: everything is submitted.",
    ]
    form = lena.page("/lead").by_id("board").one("form")
    sent = {i["name"]: i["value"] for i in form.all("input")}
    assert lena.post(form["action"], sent).headers["Location"] == "/lead"
    assert "Spring is closed." in lena.page("/lead").words
    assert "No batch is open." in lena.page("/lead").words


def test_submitted_notes_and_unsure_marks_are_listed(house, lena, spring):
    act(house, lena, spring, "a0", "ann", act="give")
    act(house, lena, spring, "a0", "ben", act="give")
    submit(house, "a0", "ann", note="Who speaks here?")
    submit(house, "a0", "ben")
    first, need = needs(lena)
    assert first == "1 article of Spring waits for adjudication."
    assert need == "1 submitted article of Spring with unsure marks or notes"
    page = lena.page(f"/lead/flagged?batch={spring.id}")
    (line,) = page.by_id("main").all("tr")[1:]
    assert [one.words for one in line.elements] == [
        "Article 0 on the ferry",
        "ann",
        "0 unsure",
        "1 note",
    ]
    assert "Nothing that was submitted" in lena.page("/lead/flagged?batch=99").words


def test_an_invitation_that_ends_soon_is_named(house, lena):
    accounts.invite(house.db, 1, "annotator", "Ines", timedelta(hours=10))
    accounts.invite(house.db, 1, "annotator", "Jo", timedelta(days=6))
    (need,) = needs(lena)
    assert need.startswith("The invitation “Ines” ends on")


# --- how the batches go ---------------------------------------------------------------


def test_pace_and_forecast_are_words_and_name_nobody(house, lena, spring):
    assert "not enough data yet" in lena.page("/lead").words
    for key in ("a0", "a1", "a2"):
        act(house, lena, spring, key, "ann", act="give")
        submit(house, key, "ann")
        head = sets.state(house.db, row(house, key), people.ensure(house.db, "ann").id)
        assert head
        overview.add_time(house.db, head.id, [60.0], 300)
    board = lena.page("/lead").by_id("board")
    (going,) = board.all("article")
    assert "3 of 6 submitted" in going.words
    assert "over 3 submissions" in going.words
    assert "at last week’s pace, about 5 working days" in going.words
    assert "ann" not in going.words.split()


def test_a_board_that_did_not_change_is_not_sent_again(house, lena, spring):
    board = lena.fragment("/lead").by_id("board")
    again = board["hx-get"]
    assert lena.get(
        again, HX_Request="true", HX_Request_Type="partial"
    ).status_code == (204)
    begin(house, "a0", "ann")
    found = lena.fragment(again)
    assert "worked on" in found.by_id("board").words
    assert found.by_id("board")["hx-get"] != again


def test_the_dashboard_tells_stretches_of_work_once(house, lena, window: Window):
    for words in ("Fares rose", "the rise"):
        window.mark("claim", words)
    (line,) = lena.page("/lead").by_id("board").one("ul", class_="lately").all("li")
    assert line.words.endswith("alice worked on Ferry fares rise")
    assert line.one("a")["href"] == "/articles/ferry/sets/human/alice"


# --- the log --------------------------------------------------------------------------


def test_the_log_leads_from_each_row_to_the_article(lena, window):
    window.mark("claim", "Fares rose")
    page = lena.page("/activity")
    (line,) = page.by_id("activity").all("tr")[1:]
    assert "alice add claim “Fares rose” Ferry fares rise" in line.words
    assert lena.get(line.one("a")["href"]).status_code == 200


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 3),
        ("person=alice", 2),
        ("person=nobody", 0),
        ("verb=remove", 1),
        ("verb=nonsense", 0),
        ("article=ferry", 2),
        ("article=a0", 1),
        ("batch=1", 1),
        ("batch=9", 0),
        ("day=2020-01-01", 0),
        ("day=nonsense", 3),
        ("before=1", 0),
        ("person=alice&verb=add", 1),
    ],
)
def test_the_log_is_filtered_on_the_page_and_in_the_file(
    house, lena, spring, window, query, number
):
    id = window.mark("claim", "Fares rose")
    window.send(f"/annotations/{id}/remove")
    begin(house, "a0", "ann")
    for ask in (lena.page, lena.fragment):
        found = ask(f"/activity?{query}").by_id("activity")
        assert len(found.all("tr")[1:]) == number
    if "before" not in query:
        file = lena.get(f"/activity.jsonl?{query}")
        assert file.mimetype == "application/jsonl"
        assert "attachment" in file.headers["Content-Disposition"]
        lines = [json.loads(line) for line in file.text.splitlines()]
        assert len(lines) == number


def test_the_file_holds_who_when_what_before_and_after(lena, window):
    window.mark("claim", "Fares rose")
    (line,) = [json.loads(x) for x in lena.get("/activity.jsonl").text.splitlines()]
    assert (line["person"], line["article"], line["verb"]) == ("alice", "ferry", "add")
    assert line["changes"][0]["what"] == "annotation"
    assert line["changes"][0]["before"] is None
    assert line["changes"][0]["after"]["text"] == ["Fares rose"]


def test_a_long_log_is_paged_from_the_newest(house, lena, window):
    id = window.mark("claim", "Fares rose")
    for n in range(120):
        window.send(f"/annotations/{id}", note=f"note {n}")
    page = lena.page("/activity")
    assert len(page.by_id("activity").all("tr")[1:]) == 100
    older = page.by_id("activity").one("a", rel="next")["href"]
    page = lena.page(older)
    assert len(page.by_id("activity").all("tr")[1:]) == 21
    assert page.by_id("activity").all("a", rel="next") == []
    assert "Newest" in page.by_id("activity").words
    assert len(lena.get("/activity.jsonl").text.splitlines()) == 121


def test_none_of_it_is_for_annotators(alice):
    for path in ("/lead", "/lead/flagged", "/activity", "/activity.jsonl"):
        assert alice.get(path).status_code == 403
    menu = parse(alice.get("/articles").text).one("nav", aria_label="Workbench")
    assert "Dashboard" not in menu.words
    assert "Batches" not in menu.words
