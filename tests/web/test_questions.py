"""Questions to the lead: the list, and answers from both sides."""

import pytest

from workbench.store import articles, questions, sets

from .conftest import House, Visitor, Window


@pytest.fixture
def asked(house: House, window: Window) -> int:
    """Alice's question about one of her quotes."""
    about = window.mark("quote", "“It hurts,”")
    stored = articles.get(house.db, "ferry")
    assert stored
    assert window.visitor.person
    head = sets.state(house.db, stored.row, window.visitor.person.id)
    assert head
    me = window.visitor.person.id
    return questions.ask(house.db, head.id, me, "Two quotes?", "ask-1", about)


def the_thread(house: House, id: int) -> questions.Thread:
    found = questions.get(house.db, id)
    assert found
    return found


def test_a_lead_reads_the_question_with_its_words_and_goes_to_the_place(
    house: House, lena: Visitor, asked: int
):
    page = lena.page("/questions")
    thread = page.by_id(f"thread-{asked}")
    assert "“It hurts,”" in thread.one("q").words
    assert "Two quotes?" in thread.words
    place = thread.all("a")[0]["href"]
    assert place == "/articles/ferry/sets/human/alice?open=a1"
    assert lena.get(place).status_code == 200


def test_a_question_about_a_whole_article_and_about_what_is_gone(house, lena, window):
    id = window.mark("claim", "Fares rose")
    head = sets.state(house.db, 1, window.visitor.person.id)
    me = window.visitor.person.id
    questions.ask(house.db, head.id, me, "All of it?", "a", None)
    questions.ask(house.db, head.id, me, "This?", "b", id)
    window.send(f"/annotations/{id}/remove")
    words = lena.page("/questions").words
    assert "Ferry fares rise" in words
    assert "An annotation that is gone since" in words


def test_an_answer_is_shown_and_the_same_form_twice_says_it_once(house, lena, asked):
    fields = {"text": "One, in two parts.", "messages": 1}
    for _ in range(2):
        answer = lena.post(f"/questions/{asked}", fields)
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"/questions#thread-{asked}"
    lena.post(f"/questions/{asked}", fields | {"text": "See the guideline."})
    said = [m.text for m in the_thread(house, asked).messages]
    assert said == ["Two quotes?", "One, in two parts.", "See the guideline."]


def test_a_question_is_settled_and_opened_again(house, lena, asked):
    path = f"/questions/{asked}"
    lena.post(path, {"text": "One.", "act": "answer-settle"})
    assert the_thread(house, asked).resolved
    assert "No question is open" in lena.page("/questions").words
    assert "settled" in lena.page("/questions?show=all").by_id(f"thread-{asked}").words
    lena.post(path, {"act": "reopen"})
    assert the_thread(house, asked).resolved is None
    lena.post(path, {"act": "settle"})
    assert the_thread(house, asked).resolved


def test_htmx_gets_the_thread_alone(lena, asked):
    answer = lena.post_htmx(f"/questions/{asked}", {"text": "One."})
    assert answer.status_code == 200
    assert answer.text.lstrip().startswith(f'<article id="thread-{asked}"')


def test_an_empty_answer_is_refused_beside_the_field(house, lena, asked):
    for post in (lena.post, lena.post_htmx):
        answer = post(f"/questions/{asked}", {"text": "  "})
        assert answer.status_code == 422
        assert "Write an answer first" in answer.text
    assert len(the_thread(house, asked).messages) == 1


def test_whose_question_it_is_answers_too_and_nobody_else(house, alice, mallory, asked):
    path, fields = f"/questions/{asked}", {"text": "Thanks.", "back": "/keys"}
    answer = alice.post(path, fields)
    assert answer.headers["Location"] == f"/keys#thread-{asked}"
    assert mallory.post(path, fields).status_code == 404
    assert mallory.get("/questions").status_code == 403
    assert len(the_thread(house, asked).messages) == 2


def test_a_way_back_that_leads_elsewhere_is_not_taken(lena, asked):
    for back in ("//evil.example", "https://evil.example", "/\t/evil.example"):
        answer = lena.post(f"/questions/{asked}", {"text": "x", "back": back})
        assert answer.headers["Location"].startswith("/questions#")


def test_an_unknown_question_is_not_there(lena):
    assert lena.post("/questions/99", {"text": "x"}).status_code == 404
    assert "No question is open here" in lena.page("/questions?batch=99").words
