"""History, guideline, keys, the sets of others, and pages that say what went wrong."""

import re

import pytest

from workbench import schema
from workbench.dataset import AnnotationSet
from workbench.spans import Annotation
from workbench.store import articles, people, sets

from .conftest import FERRY, House
from .dom import Node, parse

LABELS = schema.load().labels


# --- history --------------------------------------------------------------------------


def test_the_history_has_every_change_newest_first(window):
    id = window.mark("quote", "“It hurts,”")
    window.send(f"/annotations/{id}", type="direct", speaker="Ida Holm")
    window.send("/none", label="claim", none="yes")
    window.send(f"/annotations/{id}/remove")
    window.send("/undo")
    page = window.visitor.page(f"{window.base}/history")
    items = page.one("ol").all("li")
    assert [li.one(class_="verb").words for li in items] == [
        "undo",
        "remove",
        "none",
        "revise",
        "add",
    ]
    assert all("quote “It hurts,”" in items[n].words for n in (0, 1, 3, 4))
    assert all("alice, 20" in li.words for li in items)
    assert page.one("a", href=window.base).words == "Back to the article"


def test_a_history_without_changes_says_so(window):
    page = window.visitor.page(f"{window.base}/history")
    assert "Nothing was changed yet." in page.words


def test_a_history_is_ones_own(window, mallory):
    window.mark("quote", "“It hurts,”")
    assert "It hurts" not in mallory.page(f"{window.base}/history").words


# --- guideline and keys ---------------------------------------------------------------


def test_the_guideline_has_a_heading_for_every_label_where_the_script_looks(alice):
    page = alice.page("/guideline")
    for label in LABELS:
        assert page.by_id(f"guide-{label.name}").words == label.title
    assert page.by_id("guideline")["data-version"] == "1"
    assert page.one("h1").words == "Annotation guideline"
    ids = page.ids()
    assert len(ids) == len(set(ids))


def test_the_keys_page_has_every_key_once(alice):
    page = alice.page("/keys")
    rows = [node for node in page.by_id("keys-table").walk() if "data-keys" in node]
    keys = [key for row in rows for key in row["data-keys"].split()]
    assert len(keys) == len(set(keys))
    for label in LABELS:
        assert label.hotkey in keys
        assert f"Shift+{label.hotkey.upper()}" in keys
    groups = page.by_id("keys-table").elements
    headings = [group.elements[0].words for group in groups]
    assert headings[0] == "Label what is selected now or next"
    assert headings[-1] == "Mouse and touch"
    assert len(headings) == len(set(headings))


def test_the_annotate_screen_has_the_same_keys(alice, window):
    def table(page: Node) -> list[tuple[str, str]]:
        return [
            (node["data-keys"], node["data-action"])
            for node in page.by_id("keys-table").walk()
            if "data-keys" in node
        ]

    assert table(alice.page("/keys")) == table(window.read())


def test_the_style_of_the_labels_is_sent_once_and_then_asked_for(nobody):
    answer = nobody.get("/labels.css")
    assert answer.mimetype == "text/css"
    for label in LABELS:
        assert f"--label-{label.name}: light-dark(" in answer.text
        assert f"mark.label-{label.name} " in answer.text
    again = nobody.get("/labels.css", If_None_Match=answer.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")


# --- the sets of others ---------------------------------------------------------------


@pytest.fixture
def gold(house: House) -> str:
    """A gold set of the ferry article; its address."""
    house.article()
    gold = people.ensure(house.db, "jury/one", kind="gold")
    set_ = AnnotationSet(
        "jury/one",
        "gold",
        "adjudicated",
        annotations=(Annotation("g1", "claim", ((0, 16),), note="agreed"),),
    )
    stored = articles.get(house.db, "ferry")
    sets.bring_in(house.db, stored.row, FERRY, gold.id, set_)
    return "/articles/ferry/sets/gold/jury/one"


def test_a_lead_reads_the_set_of_another_and_cannot_change_it(lena, gold):
    page = lena.page(gold)
    assert page.by_id("article").one("mark").text == "Ferry fares rise"
    assert "Set of jury/one (gold standard, adjudicated)" in page.words
    assert page.by_id("row-g1")["href"] == f"{gold}?open=g1"
    assert page.all("form", method="post") == []
    assert page.all("textarea") == page.all("input") == []


def test_the_sets_of_an_article_link_to_each_other(house, lena, gold):
    alice = house.visitor("alice")
    start = FERRY.index("40 percent")
    alice.post(
        "/articles/ferry/annotations",
        {"label": "figure", "start": start, "end": start + 10, "exact": "40 percent"},
    )
    links = lena.page("/articles/ferry").one(class_="others").all("a")
    assert sorted(a["href"] for a in links) == [
        "/articles/ferry/beside",
        gold,
        "/articles/ferry/sets/human/alice",
    ]
    others = lena.page(gold).one(class_="others").all("a")
    assert [a.words for a in others if "aria-current" in a] == ["jury/one"]
    for link in links:
        lena.page(link["href"])


def test_a_set_is_read_by_leads_alone(gold, mallory):
    assert mallory.get(gold).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/articles/nowhere/sets/human/alice",
        "/articles/ferry/sets/human/nobody",
        "/articles/ferry/sets/model/jury/one",
        "/articles/ferry/sets/human/",
    ],
)
def test_a_set_that_is_not_there_is_said_to_be_so(lena, gold, path):
    assert lena.page(path, 404).one("h1").words == "There is nothing here"


# --- errors ---------------------------------------------------------------------------


def test_an_unknown_address_is_explained_with_a_way_back(alice, nobody):
    for visitor in (alice, nobody):
        page = visitor.page("/nowhere", 404)
        assert "The address may be mistyped" in page.words
        assert page.one("section").one("a")["href"] == "/"


def test_a_method_that_is_not_done_is_said(alice):
    answer = alice.client.put("/keys", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "That is not done this way" in answer.text


def test_no_page_has_an_id_twice_or_a_link_to_nowhere(house, lena, window):
    window.mark("quote", "“It hurts,”")
    mine = house.window(lena, FERRY + "More.\n", "mine")
    id = mine.mark("quote", "“It hurts,”")
    mine.send(f"/annotations/{id}/fragments", **mine.selected("Fares rose"))
    mine.mark("claim", "The port denies it")
    paths = [
        "/articles",
        "/articles?search=ferry",
        "/articles/ferry",
        "/articles/ferry/history",
        f"/articles/mine?open={id}",
        "/articles/ferry/sets/human/alice",
        "/import",
        "/export",
        "/guideline",
        "/keys",
        "/nowhere",
    ]
    for path in paths:
        answer = lena.get(path)
        page = parse(answer.text)
        ids = page.ids()
        assert len(ids) == len(set(ids)), path
        for node in page.walk():
            for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
                for target in node.attributes.get(name, "").split():
                    assert target in ids, (path, name, target)
            if "list" in node:
                assert node["list"] in ids, path
            href = node.attributes.get("href", "")
            if href.startswith("#"):
                assert href[1:] in ids, (path, href)
            elif href.startswith("/"):
                with lena.get(href) as linked:
                    assert linked.status_code in (200, 302), (path, href)
        for button in page.all("button"):
            named = button.words or "aria-label" in button
            assert named or "handle" in button.classes, path
        assert len(page.all("h1")) <= 1
        assert page.one("title").words
        assert re.match(r"\w{2}$", page.one("html")["lang"])
