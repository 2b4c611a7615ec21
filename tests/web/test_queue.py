"""The annotator's queue: what is mine, what comes next, and what happens to a place."""

import pytest

from workbench.store import (
    accounts,
    articles,
    batches,
    guidelines,
    overview,
    people,
    questions,
)
from workbench.store import sets as sets_

from .conftest import FERRY, House, Visitor, Window
from .dom import Node, parse

LONG_AGO = "2020-01-01T00:00:00+00:00"
WORDS = "Fares rose 40 percent"


def batch(house: House, *who: Visitor, k: int = 1, number: int = 3, **more: object):
    """A batch of new articles (b0, b1, …), each to be labelled by `k` of them."""
    keys = [f"b{n}" for n in range(number)]
    for key in keys:
        house.article(f"{FERRY}{key}\n", key, outlet=f"Outlet {key}")
    return batches.make(
        house.db,
        "spring",
        by=people.lead(house.db).id,
        guideline="1",
        overlap=k,
        labels=more.pop("labels", ["quote", "figure", "claim"]),  # type: ignore[arg-type]
        articles=keys,
        people=[one.person.id for one in who if one.person],
        **more,  # type: ignore[arg-type]
    )


def desk(house: House, visitor: Visitor, key: str) -> Window:
    return Window(visitor, house.db, key, f"{FERRY}{key}\n")


def row(house: House, key: str) -> int:
    found = articles.get(house.db, key)
    assert found
    return found.row


def next_article(visitor: Visitor, after: str = "") -> str:
    answer = visitor.post("/queue/next", {"after": after})
    assert answer.status_code == 303
    return answer.headers["Location"].rpartition("/")[2]


def finish(window: Window) -> None:
    window.read()
    window.mark("claim", WORDS)
    for label in ("quote", "figure"):
        window.send("/none", label=label, none="yes")
    window.send("/annotations/a1", asserted_by="article", checkable="checkable")
    window.send("/submit", sure="yes")
    assert window.saved().status == "submitted"


def part(page: Node, title: str) -> str:
    """The words of the table under a heading."""
    nodes = list(page.walk())
    at = next(n for n, node in enumerate(nodes) if node.words.startswith(title + " "))
    return next(node.words for node in nodes[at:] if node.tag == "table")


def test_next_claims_an_article_and_goes_there(house, alice, mallory):
    batch(house, alice, mallory)
    assert next_article(alice) == "b0"
    assert next_article(alice) == "b0"
    assert next_article(mallory) == "b1"
    page = alice.page("/queue")
    assert "1 to label" in page.words
    assert "b0" in part(page, "To do")
    assert "b1" not in page.words
    finish(desk(house, alice, "b0"))
    assert next_article(alice, "b0") == "b2"
    assert "Submitted" in alice.page("/queue").words


def test_the_start_page_of_an_annotator_is_the_queue(house, alice, lena):
    assert alice.get("/").headers["Location"] == "/articles"
    batch(house, alice)
    assert alice.get("/").headers["Location"] == "/queue"
    assert lena.get("/").headers["Location"] == "/lead"


def test_who_is_in_no_batch_is_told_so(house, alice):
    assert "has not given you any articles" in alice.page("/queue").words
    assert next_article(alice) == "queue"
    assert "nothing for you to label" in alice.page("/queue").words


def test_what_was_not_given_to_an_annotator_is_not_there(house, alice, mallory):
    batch(house, alice, mallory)
    assert next_article(alice) == "b0"
    for path in ("", "/history", "/changes", "/preview?start=0&end=3", "/next"):
        there = mallory.get(f"/articles/b0{path}")
        nowhere = mallory.get(f"/articles/none{path}")
        assert there.status_code == nowhere.status_code == 404, path
        assert there.text.replace("b0", "none") == nowhere.text
    for path, fields in (
        ("/annotations", {"label": "claim", "exact": WORDS}),
        ("/skip", {"reason": "x"}),
        ("/take", {}),
        ("/questions", {"text": "x", "ask": "1"}),
        ("/time", {"gaps": "5", "words": "9"}),
    ):
        assert mallory.post(f"/articles/b0{path}", fields).status_code == 404, path
    assert "Outlet b0" not in mallory.page("/articles?search=rose").words
    assert "There are no articles yet" in mallory.page("/articles").words


def test_an_article_is_skipped_with_a_reason_and_taken_again(house, alice, mallory):
    batch(house, alice, mallory, number=1)
    assert next_article(alice) == "b0"
    window = desk(house, alice, "b0")
    window.mark("claim", WORDS)
    alice.post("/articles/b0/skip", {"reason": "  "})
    assert "Say in a few words why" in alice.page("/articles/b0").words
    alice.post("/articles/b0/skip", {"reason": "I know the speaker"})
    page = alice.page("/queue")
    assert "I know the speaker" in part(page, "No longer yours")
    assert "You skipped" in page.words
    assert "take the article again" in alice.page("/articles/b0").words
    alice.post("/articles/b0/take")
    assert batches.slot(house.db, row(house, "b0"), alice.person.id) == ("open", "")
    alice.post("/articles/b0/skip", {"reason": "I know the speaker"})
    assert next_article(mallory) == "b0"
    assert "Somebody else has the place" in alice.page("/articles/b0").words
    alice.post("/articles/b0/take")
    assert "Somebody else has your place" in alice.page("/articles/b0").words
    assert window.marked() == [("claim", (WORDS,))]


def test_a_lease_that_ran_out_while_typing_is_told_and_the_label_kept(
    house, alice, mallory
):
    batch(house, alice, mallory, number=1)
    assert next_article(alice) == "b0"
    window = desk(house, alice, "b0")
    window.mark("claim", WORDS)
    house.db.execute("UPDATE assignment SET lease = ?", [LONG_AGO])
    assert next_article(mallory) == "b0"
    answer = window.send(
        "/annotations", label="figure", **window.selected("40 percent")
    )
    assert "Somebody else has the place now" in answer.by_id("standing").words
    assert len(window.marked()) == 2
    refused = window.send("/submit", 409, sure="yes")
    assert "figure" in refused.words or "Somebody else" in refused.words
    window.send("/annotations/a1", asserted_by="article", checkable="checkable")
    window.send("/annotations/a2", value="40", kind="percent", unit="percent")
    window.send("/none", label="quote", none="yes")
    refused = window.send("/submit", 409, sure="yes")
    assert "Somebody else has your place" in refused.by_id("said").words
    assert window.saved().status == "in_progress"
    (lost,) = batches.lost_work(house.db)
    assert (lost.key, lost.person) == ("b0", "alice")


def test_a_lease_that_ran_out_and_nobody_wanted_goes_on_by_itself(house, alice):
    batch(house, alice, number=1)
    next_article(alice)
    house.db.execute("UPDATE assignment SET lease = ?", [LONG_AGO])
    window = desk(house, alice, "b0")
    answer = window.send("/annotations", label="claim", **window.selected(WORDS))
    assert "standing" not in {node.id for node in answer.elements}
    finish_state = batches.slot(house.db, row(house, "b0"), alice.person.id)
    assert finish_state == ("open", "")
    assert batches.release_expired(house.db) == 0


def test_a_returned_article_says_why_and_is_ordinary_once_submitted(house, alice):
    batch(house, alice, number=2)
    next_article(alice)
    window = desk(house, alice, "b0")
    finish(window)
    article = row(house, "b0")
    lead = people.lead(house.db)
    one = sets_.Desk(article, window.text, alice.person.id, "1", by=lead.id)
    batches.mark_returned(house.db, article, alice.person.id, "Look at line 2 again.")
    sets_.give_back(house.db, one, sets_.Op("back", "lead", 0))
    assert "Look at line 2 again." in alice.page("/articles/b0").words
    page = alice.page("/queue")
    assert "Look at line 2 again." in part(page, "Returned to you")
    assert next_article(alice) == "b0"
    last = sets_.events(house.db, sets_.state(house.db, article, one.person).id)[-1]
    assert (last.verb, last.person) == ("return", lead.name)
    window.read()
    window.send("/submit", sure="yes")
    assert batches.slot(house.db, article, alice.person.id) == ("open", "")
    assert "Look at line 2 again." not in alice.page("/articles/b0").words


def test_only_the_labels_in_play_are_offered_and_taken(house, alice):
    batch(house, alice, labels=["quote"])
    next_article(alice)
    window = desk(house, alice, "b0")
    page = window.read()
    offered = {one["data-label"] for one in page.by_id("bubble").all("button")}
    assert "quote" in offered
    assert not {"claim", "figure"} & offered
    assert "source" in offered
    refused = window.send("/annotations", 422, label="claim", **window.selected(WORDS))
    assert "There is no label 'claim'" in refused.by_id("said").words
    window.send("/none", label="quote", none="yes")
    window.send("/submit", sure="yes")
    assert window.saved().status == "submitted"


def test_a_question_is_asked_in_place_and_its_answer_shown_there(
    house, alice, mallory, lena
):
    batch(house, alice, mallory, k=2, number=1)
    next_article(alice)
    next_article(mallory)
    window = desk(house, alice, "b0")
    id = window.mark("claim", WORDS)
    sent = {"text": "Is this one claim or two?", "annotation": id, "ask": "17"}
    for _ in range(2):
        answer = alice.post_htmx("/articles/b0/questions", sent)
        assert answer.status_code == 200
    assert answer.text.count("Is this one claim or two?") == 1
    (thread,) = questions.threads(house.db)
    assert (thread.annotation, thread.words) == (id, WORDS)
    assert "not answered yet" in alice.page("/queue").words
    assert "Is this one claim" in lena.page("/questions").words
    lena.post(f"/questions/{thread.id}", {"text": "One.", "messages": "1"})
    assert "One." in alice.page("/articles/b0").by_id("questions").words
    assert "answered by lena" in alice.page("/queue").words
    # Nobody else reads along, or joins in.
    assert "Is this one claim" not in mallory.get("/articles/b0").text
    assert "Is this one claim" not in mallory.get("/queue").text
    assert mallory.post(f"/questions/{thread.id}", {"text": "x"}).status_code == 404


def test_a_question_without_words_is_asked_for_them(house, alice):
    batch(house, alice, number=1)
    next_article(alice)
    answer = alice.post_htmx("/articles/b0/questions", {"text": " ", "ask": "1"})
    assert answer.status_code == 422
    assert "Write your question first." in parse(answer.text).words
    alice.post("/articles/b0/questions", {"text": " ", "ask": "1"})
    assert "Write your question first." in alice.page("/articles/b0").words
    alice.post(
        "/articles/b0/questions", {"text": "Why?", "ask": "2", "annotation": "a9"}
    )
    (thread,) = questions.threads(house.db)
    assert thread.annotation is None


def test_the_time_of_work_is_noted_and_shown_to_its_owner_alone(house, alice, mallory):
    batch(house, alice, mallory, k=2, number=1)
    next_article(alice)
    sent = {"gaps": "20 20 9999 x ² -5 1e9 nan", "words": "10"}
    assert alice.post("/articles/b0/time", sent).status_code == 204
    assert house.db.execute("SELECT count(*) FROM active_time").fetchone() == (0,)
    window = desk(house, alice, "b0")
    window.mark("claim", WORDS)
    assert alice.post("/articles/b0/time", sent).status_code == 204
    seconds = house.db.execute("SELECT seconds FROM active_time").fetchone()[0]
    # Two short gaps, and a long one that counts as far as the words take to read.
    assert seconds == 40 + overview.GAP
    finish_window = desk(house, alice, "b0")
    finish_window.read()
    for label in ("quote", "figure"):
        finish_window.send("/none", label=label, none="yes")
    finish_window.send("/annotations/a1", asserted_by="article", checkable="checkable")
    finish_window.send("/submit", sure="yes")
    assert alice.post("/articles/b0/time", sent).status_code == 204
    assert house.db.execute("SELECT seconds FROM active_time").fetchone() == (seconds,)
    assert "your pace is" in alice.page("/queue").words
    assert "your pace is" not in mallory.page("/queue").words


def test_a_new_guideline_is_told_to_who_submitted_under_an_older_one(
    house, alice, mallory
):
    batch(house, alice, mallory, k=1)
    next_article(alice)
    next_article(mallory)
    finish(desk(house, alice, "b0"))
    assert "The guideline changed" not in alice.page("/queue").words
    present = guidelines.current(house.db)
    guidelines.add(
        house.db, "# New\n", "Shorter", people.lead(house.db).id, present.version
    )
    told = alice.page("/queue").by_id("guideline-news")
    assert f"since={present.version}" in told.one("a")["href"]
    assert alice.page(told.one("a")["href"]).words
    assert next_article(alice, "b0") == "b2"
    assert "The guideline changed" in alice.page("/articles/b2").words
    assert "The guideline changed" not in mallory.page("/articles/b1").words
    finish(desk(house, alice, "b2"))
    assert "The guideline changed" not in alice.page("/queue").words


@pytest.mark.parametrize("state", ["released", "taken back"])
def test_what_the_lead_took_back_is_not_taken_again(house, alice, state):
    batch(house, alice, number=1)
    next_article(alice)
    desk(house, alice, "b0").mark("claim", WORDS)
    article = row(house, "b0")
    if state == "taken back":
        batches.take_back(house.db, article, alice.person.id)
        assert "Your lead took this article back" in alice.page("/articles/b0").words
        alice.post("/articles/b0/take")
        assert "ask there" in alice.page("/articles/b0").words
    else:
        house.db.execute("UPDATE assignment SET lease = ?", [LONG_AGO])
        assert batches.release_expired(house.db) == 1
        assert "given free" in alice.page("/articles/b0").words
        alice.post("/articles/b0/take")
        assert batches.slot(house.db, article, alice.person.id) == ("open", "")


def test_a_lead_who_labels_too_finds_the_queue_in_the_menu(house, lena):
    assert "My articles" not in lena.page("/lead").words
    batch(house, lena)
    assert "My articles" in lena.page("/lead").words
    assert next_article(lena) == "b0"


def test_somebody_disabled_with_an_open_page_is_told_and_the_label_waits(house, alice):
    window = house.window(alice)
    window.mark("claim", WORDS)
    accounts.disable(house.db, alice.person.id)
    sent = {"label": "quote", **window.selected("“It hurts,”")}
    answer = alice.post_htmx(f"{window.base}/annotations", sent)
    assert answer.status_code == 401
    assert "signed out" in answer.text
    assert window.marked() == [("claim", (WORDS,))]
