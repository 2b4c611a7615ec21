"""A lead makes batches, gives articles out, takes them back, and returns them."""

import re

import pytest

from workbench.store import accounts, articles, batches, overview, people, sets
from workbench.store.batches import Batch
from workbench.store.overview import Wanted

from .conftest import HTMX, SAME_ORIGIN, House, Visitor
from .dom import Node, parse

TEAM = ("ann", "ben", "cleo")


def team(house: House) -> list[int]:
    return [people.ensure(house.db, name).id for name in TEAM]


def some(house: House, number: int, **more: str) -> list[str]:
    return [
        house.article(
            f"Article {n} on the ferry\n{'word ' * (20 + n)}\n", f"a{n}", **more
        )
        for n in range(number)
    ]


def fields(house: House, **more: object) -> dict[str, object]:
    """What the form for a new batch sends."""
    return {
        "name": "Spring",
        "overlap": "2",
        "lease_hours": "24",
        "calibration": "",
        "label": ["quote", "claim"],
        "person": team(house),
        "article": ["a0", "a1"],
        **more,
    }


def the_batch(house: House, name: str = "Spring") -> Batch:
    found = batches.named(house.db, name)
    assert found, "There is no such batch."
    return found


@pytest.fixture
def spring(house: House, lena: Visitor) -> Batch:
    """Three articles, each by two of three people."""
    some(house, 3)
    answer = lena.post("/batches", fields(house, article=["a0", "a1", "a2"]))
    assert answer.status_code == 303
    return the_batch(house)


def row(house: House, key: str) -> int:
    found = articles.get(house.db, key)
    assert found
    return found.row


def at(house: House, key: str, name: str) -> str:
    return f"{row(house, key)}.{people.ensure(house.db, name).id}"


def act(house: House, who: Visitor, batch: Batch, key: str, name: str, **more: str):
    """A form of the matrix, sent plainly."""
    sent = {"at": at(house, key, name), **more}
    return who.post(f"/batches/{batch.id}/cell", sent)


def submit(house: House, key: str, name: str, note: str | None = None) -> None:
    found = articles.get(house.db, key)
    person = people.ensure(house.db, name).id
    assert found
    desk = sets.Desk(found.row, found.article.text, person, "1")
    sets.add(house.db, desk, sets.Op(f"a{key}{name}", "w", 0), "quote", [(0, 7)])
    if note:
        sets.revise(house.db, desk, sets.Op(f"n{key}{name}", "w", 9), "a1", note=note)
    sets.submit(house.db, desk, sets.Op(f"s{key}{name}", "w", 9))


def shown(page: Node, key_title: str) -> Node:
    """The row of an article in the matrix."""
    grid = page.by_id("matrix")
    return next(r for r in grid.all("tr") if key_title in r.words)


# --- making ---------------------------------------------------------------------------


def test_a_batch_is_made_with_what_was_ticked(house: House, lena: Visitor):
    some(house, 3)
    page = lena.page("/batches/new")
    ticked = [i for i in page.all("input", name="label") if "checked" in i]
    assert [i["value"] for i in ticked][:3] == ["quote", "figure", "claim"]
    answer = lena.post("/batches", fields(house, calibration="1"))
    batch = the_batch(house)
    assert answer.headers["Location"] == f"/batches/{batch.id}"
    assert (batch.overlap, batch.lease_hours, batch.guideline) == (2, 24, "1")
    assert batch.labels == ("quote", "claim")
    assert [r.calibration for r in overview.matrix(house.db, batch.id)] == [True, False]
    assert "The batch has 2 articles." in lena.page(f"/batches/{batch.id}").words
    assert "Spring" in lena.page("/batches").words


def test_pasted_ids_come_first_and_nothing_counts_twice(house, lena):
    some(house, 3)
    lena.post("/batches", fields(house, pasted="a2\r\n\r\n a0 \r\n"))
    found = overview.matrix(house.db, the_batch(house).id)
    assert [one.key for one in found] == ["a2", "a0", "a1"]


def test_all_that_fit_the_filter_are_taken_at_once(house, lena):
    some(house, 250)
    house.article("Another subject\n", "z")
    page = lena.page("/batches/new")
    assert "The first 200 of 251" in page.by_id("chooser").words
    sent = fields(house, article=[], search="ferry", every="yes")
    assert lena.post("/batches", sent).status_code == 303
    assert len(overview.matrix(house.db, the_batch(house).id)) == 250


def test_a_filter_without_script_keeps_what_was_typed(house, lena):
    some(house, 2, outlet="Lantern")
    house.article("Another subject\n", "z")
    sent = fields(house, act="filter", outlet="Lantern", article=["z"], pasted="a1")
    page = parse(lena.post("/batches", sent).text)
    assert page.one("input", name="name")["value"] == "Spring"
    assert page.one("textarea", name="pasted").text == "a1"
    ticks = [i["value"] for i in page.by_id("chooser").all("input", type="checkbox")]
    assert ticks == ["yes", "a0", "a1"]
    hidden = page.by_id("chooser").all("input", type="hidden")
    assert [i["value"] for i in hidden] == ["z"]
    assert batches.progress(house.db) == []


def test_the_chooser_alone_follows_the_filter(house, lena):
    some(house, 2)
    found = lena.fragment("/batches/articles?search=Article+1&article=a0")
    assert found.by_id("chooser")
    assert "Article 1" in found.words
    assert "1 more is ticked" in found.words


@pytest.mark.parametrize(
    ("wrong", "field", "why"),
    [
        ({"name": " "}, "name", "1 to 80 characters"),
        ({"name": "x" * 81}, "name", "1 to 80 characters"),
        ({"name": "Winter"}, "name", "called “Winter” already"),
        ({"overlap": "two"}, "overlap", "a number from 1 to 50"),
        ({"overlap": "0"}, "overlap", "a number from 1 to 50"),
        ({"overlap": "²"}, "overlap", "a number from 1 to 50"),
        ({"overlap": "4"}, "person", "4 people are to label each article, and 3 are"),
        ({"person": []}, "person", "2 people are to label each article, and 0 are"),
        ({"person": ["9" * 5000, "x"]}, "person", "0 are ticked"),
        ({"lease_hours": "-1"}, "lease_hours", "a number from 1 to 8,760"),
        ({"calibration": "1e3"}, "calibration", "a number from 0"),
        ({"label": []}, "label", "at least one label"),
        ({"label": ["nonsense"]}, "label", "at least one label"),
        ({"article": []}, "article", "Choose at least one article"),
        ({"article": ["nowhere"]}, "article", "There is no article 'nowhere' here."),
        ({"article": ["w"]}, "article", "is in the batch 'Winter' already"),
    ],
)
def test_what_does_not_do_is_said_beside_its_field_and_the_rest_is_kept(
    house, lena, wrong, field, why
):
    some(house, 2)
    house.article("Snow\n", "w")
    winter = fields(house, name="Winter", article=["w"])
    assert lena.post("/batches", winter).status_code == 303
    answer = lena.post("/batches", fields(house) | wrong)
    assert answer.status_code == 422
    page = parse(answer.text)
    assert why in page.by_id(f"{field}-problem").words
    describing = [n for n in page.walk() if n.attributes.get("aria-describedby")]
    assert f"{field}-problem" in {n["aria-describedby"] for n in describing}
    if "lease_hours" not in wrong:
        assert page.one("input", name="lease_hours")["value"] == "24"
    if "article" not in wrong:
        ticked = [i for i in page.all("input", name="article") if "checked" in i]
        assert [i["value"] for i in ticked] == ["a0", "a1"]
    assert [one.batch.name for one in batches.progress(house.db)] == ["Winter"]


def test_a_disabled_person_cannot_be_put_into_a_new_batch(house, lena):
    some(house, 2)
    who = team(house)
    accounts.disable(house.db, who[0])
    assert "ann" not in lena.page("/batches/new").words.split()
    answer = lena.post("/batches", fields(house, overlap="3"))
    assert answer.status_code == 422


# --- the matrix -----------------------------------------------------------------------


def test_the_matrix_says_who_has_what_and_how_far(house, lena, spring):
    act(house, lena, spring, "a0", "ann", act="give")
    act(house, lena, spring, "a0", "ben", act="give")
    submit(house, "a0", "ann")
    page = lena.page(f"/batches/{spring.id}")
    first = shown(page, "Article 0")
    assert first.all("td")[0].words == "1/2"
    assert [td.words for td in first.all("td")[1:]] == ["submitted Q1", "to do", ""]
    second = shown(page, "Article 1")
    assert [td.words for td in second.all("td")[1:]] == ["give", "give", "give"]
    assert "1 of 6 submitted · 4 still to give out" in page.by_id("progress").words


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Article 0", "Article 1", "Article 2"]),
        ("state=submitted", ["Article 0"]),
        ("state=todo", ["Article 1"]),
        ("state=free", ["Article 0", "Article 1", "Article 2"]),
        ("state=done", []),
        ("state=nonsense", ["Article 0", "Article 1", "Article 2"]),
        ("outlet=Lantern", []),
        ("person=ann", ["Article 0"]),
        ("person=ben&state=submitted", []),
        ("sort=words", ["Article 2", "Article 1", "Article 0"]),
        ("sort=left", ["Article 1", "Article 2", "Article 0"]),
        ("sort=waiting", ["Article 1", "Article 0", "Article 2"]),
        ("sort=title", ["Article 0", "Article 1", "Article 2"]),
    ],
)
def test_the_matrix_is_filtered_and_sorted(house, lena, spring, query, titles):
    act(house, lena, spring, "a0", "ann", act="give")
    submit(house, "a0", "ann")
    act(house, lena, spring, "a1", "ben", act="give")
    for name in TEAM:
        query = query.replace(f"={name}", f"={people.ensure(house.db, name).id}")
    for ask in (lena.page, lena.fragment):
        grid = ask(f"/batches/{spring.id}?{query}").by_id("matrix")
        found = [re.match(r"Article \d", r.words) for r in grid.all("tr")]
        assert [m[0] for m in found if m and "on the" not in m[0]] == titles


def test_the_links_of_the_cells_keep_the_filter(house, lena, spring):
    page = lena.page(f"/batches/{spring.id}?state=free&sort=title&outlet=a%22b")
    assert page.by_id("matrix").all("td") == []
    page = lena.page(f"/batches/{spring.id}?state=free&sort=title")
    link = shown(page, "Article 0").all("td")[1].one("a")["href"]
    assert link == f"?state=free&sort=title&at={at(house, 'a0', 'ann')}"


# --- acting from the matrix -----------------------------------------------------------


def test_an_article_is_given_and_taken_back(house, lena, spring):
    answer = act(house, lena, spring, "a0", "ann", act="give", state="free")
    to = answer.headers["Location"]
    assert to == f"/batches/{spring.id}?state=free&at={at(house, 'a0', 'ann')}"
    assert "ann has “Article 0 on the ferry” now." in lena.page(to).words
    ann = people.ensure(house.db, "ann").id
    assert [one.key for one in batches.queue(house.db, ann)] == ["a0"]
    act(house, lena, spring, "a0", "ann", act="take")
    assert batches.queue(house.db, ann)[0].state == "released"
    # Twice is the same as once.
    for _ in range(2):
        assert act(house, lena, spring, "a0", "ann", act="give").status_code == 303
    assert batches.queue(house.db, ann)[0].state == "todo"


def test_htmx_gets_the_panel_the_row_and_the_progress(house, lena, spring):
    sent = {"at": at(house, "a0", "ann"), "act": "give"}
    answer = lena.post_htmx(f"/batches/{spring.id}/cell", sent)
    found = parse(answer.text)
    assert "ann has" in found.by_id("cell").words
    assert "to do" in found.by_id(f"row-{row(house, 'a0')}").words
    assert "5 still to give out" in found.by_id("progress").words
    panel = lena.fragment(f"/batches/{spring.id}?at={at(house, 'a0', 'ben')}")
    assert panel.by_id("cell").one("button", value="give").words == "Give it to ben"


def test_a_slot_that_was_taken_meanwhile_is_told_plainly(house, lena, spring):
    page = lena.page(f"/batches/{spring.id}?at={at(house, 'a0', 'cleo')}")
    assert page.by_id("cell").one("button", value="give")
    for name in ("ann", "ben"):
        batches.give(house.db, row(house, "a0"), people.ensure(house.db, name).id, 1)
    answer = act(house, lena, spring, "a0", "cleo", act="give")
    assert answer.status_code == 409
    assert "This article has its 2 people already" in answer.text
    sent = {"at": at(house, "a0", "cleo"), "act": "give"}
    fragment = lena.post_htmx(f"/batches/{spring.id}/cell", sent)
    assert fragment.status_code == 409
    assert "2 people already" in parse(fragment.text).by_id("cell").words


def test_a_submitted_article_is_returned_with_a_reason(house, lena, spring):
    act(house, lena, spring, "a0", "ann", act="give")
    submit(house, "a0", "ann")
    refused = act(house, lena, spring, "a0", "ann", act="return", reason=" ")
    assert refused.status_code == 409
    assert "what to look at again" in refused.text
    answer = act(house, lena, spring, "a0", "ann", act="return", reason="The cue.")
    assert answer.status_code == 303
    page = lena.page(answer.headers["Location"])
    assert "The cue." in page.by_id("cell").words
    assert "returned" in shown(page, "Article 0").words
    ann = people.ensure(house.db, "ann").id
    assert batches.slot(house.db, row(house, "a0"), ann) == ("returned", "The cue.")
    head = sets.state(house.db, row(house, "a0"), ann)
    assert head
    assert head.status == "in_progress"
    # The log names who did it, in whose set.
    (line,) = overview.log(house.db, Wanted(verb="return"))
    assert (line.person, line.annotator) == ("lena", "ann")
    again = act(house, lena, spring, "a0", "ann", act="return", reason="x")
    assert again.status_code == 409
    assert "has not submitted" in again.text


def test_what_is_not_there_is_not_found(house, lena, spring):
    house.article("Elsewhere\n", "z")
    there = at(house, "a0", "ann")
    for path in ("", "/deal", "/articles", "/change"):
        assert lena.get(f"/batches/99{path}").status_code == 404
    for path in ("/cell", "/deal", "/articles", "/name", "/people", "/closed"):
        assert lena.post(f"/batches/99{path}", {"at": there}).status_code == 404
    # An article that is in no batch, or in another one; a person who is none.
    for wrong in (
        at(house, "z", "ann"),
        f"{row(house, 'a0')}.999",
        "x",
        f"{'9' * 40}.1",
    ):
        sent = {"at": wrong, "act": "give"}
        answer = lena.post(f"/batches/{spring.id}/cell", sent)
        assert answer.status_code == 404
        panel = lena.page(f"/batches/{spring.id}?at={wrong}").by_id("cell")
        assert "hidden" in panel
    assert act(house, lena, spring, "a0", "ann", act="burn").status_code == 409


def test_a_person_who_takes_no_part_or_is_disabled_gets_nothing(house, lena, spring):
    answer = act(house, lena, spring, "a0", "lena", act="give")
    assert answer.status_code == 409
    assert "takes no part" in answer.text
    accounts.disable(house.db, people.ensure(house.db, "ann").id)
    answer = act(house, lena, spring, "a0", "ann", act="give")
    assert "ann is disabled" in answer.text


# --- dealing out ----------------------------------------------------------------------


def test_dealing_says_what_it_would_do_and_then_does_it(house, lena, spring):
    page = lena.page(f"/batches/{spring.id}/deal")
    assert "6 places would be given out" in page.words
    assert [r.all("td")[1].words for r in page.all("tr")[1:]] == ["2", "2", "2"]
    answer = lena.post(f"/batches/{spring.id}/deal")
    assert "6 places given out." in lena.page(answer.headers["Location"]).words
    assert "nothing to give out" in lena.page(f"/batches/{spring.id}/deal").words


def test_places_that_nobody_is_left_for_are_said(house, lena, spring):
    # One of three had it already: two are left for two places, then one for two.
    for name in ("ann", "ben"):
        act(house, lena, spring, "a0", name, act="give")
        act(house, lena, spring, "a0", name, act="take")
    page = lena.page(f"/batches/{spring.id}/deal")
    assert "1 place stays free" in page.words
    accounts.disable(house.db, people.ensure(house.db, "cleo").id)
    assert "cleo" not in lena.page(f"/batches/{spring.id}/deal").words


# --- changing -------------------------------------------------------------------------


def test_a_closed_batch_gives_nothing_out_until_it_is_opened_again(house, lena, spring):
    lena.post(f"/batches/{spring.id}/closed", {"closed": "yes"})
    page = lena.page(f"/batches/{spring.id}")
    assert "closed" in page.one("h1").words
    assert "Deal out" not in page.words
    house.article("Elsewhere\n", "z")
    for answer in (
        act(house, lena, spring, "a0", "ann", act="give"),
        lena.get(f"/batches/{spring.id}/deal"),
        lena.post(f"/batches/{spring.id}/deal"),
        lena.post(f"/batches/{spring.id}/articles", {"article": "z"}),
    ):
        assert answer.status_code in (409, 422)
        assert "is closed: reopen it first" in answer.text
    lena.post(f"/batches/{spring.id}/closed", {"closed": "no"})
    assert act(house, lena, spring, "a0", "ann", act="give").status_code == 303


def test_articles_are_added_and_a_foreign_one_is_refused(house, lena, spring):
    house.article("New\n", "z")
    path = f"/batches/{spring.id}/articles"
    assert "New" in lena.page(path).words
    answer = lena.post(path, {"pasted": "z\nnowhere"})
    assert answer.status_code == 422
    assert "There is no article 'nowhere' here." in parse(answer.text).words
    assert parse(answer.text).one("textarea", name="pasted").text == "z\nnowhere"
    answer = lena.post(path, {"pasted": "z", "calibration": "yes"})
    assert "1 article added." in lena.page(answer.headers["Location"]).words
    assert overview.matrix(house.db, spring.id)[-1].wanted == 3
    assert lena.post(path, {}).status_code == 422
    assert "nothing" not in lena.post(path, {"act": "filter", "search": "x"}).text


def test_a_batch_is_renamed_but_not_to_a_name_that_is_taken(house, lena, spring):
    house.article("Snow\n", "w")
    lena.post("/batches", fields(house, name="Winter", article=["w"]))
    path = f"/batches/{spring.id}/name"
    answer = lena.post(path, {"name": "Winter"})
    assert answer.status_code == 422
    assert "called 'Winter' already" in parse(answer.text).by_id("name-problem").words
    assert parse(answer.text).one("input", name="name")["value"] == "Winter"
    assert lena.post(path, {"name": " Late  spring "}).status_code == 303
    assert the_batch(house, "Late spring").id == spring.id
    # Its own name is not taken.
    assert lena.post(path, {"name": "Late spring"}).status_code == 303


def test_people_come_and_go_and_keep_what_they_have(house, lena, spring):
    act(house, lena, spring, "a0", "ann", act="give")
    ann, ben, cleo = team(house)
    path = f"/batches/{spring.id}/people"
    answer = lena.post(path, {"person": [cleo]})
    assert answer.status_code == 422
    assert "2 people are to label each article, and 1 take part" in answer.text
    assert lena.post(path, {"person": [ben, cleo, 999]}).status_code == 303
    page = lena.page(f"/batches/{spring.id}")
    heads = [th.words for th in page.by_id("matrix").all("th", scope="col")]
    assert heads == ["Article", "Done", "ben", "cleo", "ann"]
    assert "to do" in shown(page, "Article 0").words
    assert ann not in dict(batches.people_of(house.db, spring.id))


# --- lost places ----------------------------------------------------------------------


def test_lost_work_is_listed_and_given_back(house, lena, spring):
    ann = people.ensure(house.db, "ann").id
    assert batches.claim(house.db, ann) == "a0"
    found = articles.get(house.db, "a0")
    assert found
    desk = sets.Desk(found.row, found.article.text, ann, "1")
    sets.add(house.db, desk, sets.Op("one", "w", 0), "quote", [(0, 7)])
    assert "Nothing is lost" in lena.page("/batches/lost").words
    house.db.execute("UPDATE assignment SET lease = '2020-01-01T00:00:00+00:00'")
    page = lena.page("/batches/lost")
    form = page.by_id("main").one("form")
    sent = {i["name"]: i["value"] for i in form.all("input")}
    batches.release_expired(house.db)
    assert lena.post("/batches/lost", sent).status_code == 303
    assert batches.queue(house.db, ann)[0].state == "in_progress"
    again = lena.post("/batches/lost", sent)
    assert again.status_code == 409
    assert "not lost any more" in again.text


def test_what_a_disabled_person_holds_is_taken_back_but_not_what_is_submitted(
    house, lena, spring
):
    for key in ("a0", "a1"):
        act(house, lena, spring, key, "ann", act="give")
    submit(house, "a0", "ann")
    ann = people.ensure(house.db, "ann").id
    sent = {"person": ann, "back": "/lead"}
    answer = lena.post(f"/batches/{spring.id}/take-back", sent)
    assert answer.headers["Location"] == "/lead"
    assert "1 place taken back." in lena.page("/lead").words
    states = {one.key: one.state for one in batches.queue(house.db, ann)}
    assert states == {"a0": "submitted", "a1": "released"}


def test_none_of_it_is_for_annotators(alice, spring):
    for path in ("/batches", "/batches/new", f"/batches/{spring.id}", "/batches/lost"):
        assert alice.get(path).status_code == 403
    answer = alice.client.post(f"/batches/{spring.id}/deal", headers=SAME_ORIGIN | HTMX)
    assert answer.status_code == 403
