"""Exports through the browser: proved, or refused with the list of what is wrong."""

import hashlib
import json

import pytest

from workbench import files, schema
from workbench.store import articles, people, records

from .conftest import FERRY, House, Visitor, Window, open_house
from .dom import parse


@pytest.fixture
def labelled(house: House, alice: Visitor) -> Window:
    window = house.window(alice)
    id = window.mark("quote", "“It hurts,”")
    window.send(f"/annotations/{id}", type="direct", speaker="Ida Holm")
    window.mark("figure", "40 percent")
    return window


def fetch(visitor: Visitor, path: str = "/export/file") -> bytes:
    """A download, read to its end and put away as a server does."""
    with visitor.get(path) as answer:
        assert answer.status_code == 200
        return answer.data


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_a_download_is_valid_and_says_its_hash(
    house, labelled, lena, tmp_path, format_
):
    answer = lena.get(f"/export/file?format={format_}")
    assert answer.status_code == 200
    name = f"annotations-{answer.headers['Content-Disposition'][-len(format_) - 11 :]}"
    assert name.endswith(f".{format_}")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-SHA256"] == hashlib.sha256(answer.data).hexdigest()
    path = tmp_path / f"got.{format_}"
    path.write_bytes(answer.data)
    assert list(files.validate([path], schema.load())) == []
    record = json.loads(answer.data)
    record = record["articles"][0] if format_ == "json" else record
    assert record["text"] == FERRY
    (set_,) = record["annotation_sets"]
    assert [a["text"] for a in set_["annotations"]] == [["40 percent"], ["“It hurts,”"]]
    answer.close()


def test_the_form_of_the_page_downloads(labelled, lena):
    page = lena.page("/export")
    form = page.one("form", action="/export/file")
    chosen = form.one("input", checked="")
    assert (chosen["name"], chosen["value"]) == ("format", "jsonl")
    assert "All 1 article" in page.words


def test_no_browser_keeps_an_export(labelled, lena):
    with lena.get("/export/file") as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        first = answer.data
    labelled.mark("claim", "The port denies it")
    assert fetch(lena) != first


def test_nothing_is_left_of_a_download(labelled, lena, tmp_path):
    before = {p for p in tmp_path.rglob("*") if not p.name.endswith(("-wal", "-shm"))}
    fetch(lena)
    fetch(lena, "/export/file?format=json")
    after = {p for p in tmp_path.rglob("*") if not p.name.endswith(("-wal", "-shm"))}
    assert after == before


def test_an_empty_house_exports_nothing_and_that_is_valid(lena):
    assert fetch(lena) == b""
    assert json.loads(fetch(lena, "/export/file?format=json"))["articles"] == []
    assert "All 0 articles" in lena.page("/export").words


def test_an_unknown_format_is_refused(lena):
    answer = lena.get("/export/file?format=xml")
    assert answer.status_code == 422
    assert "There is no format 'xml'" in parse(answer.text).one("li").words


def tamper(house: House, statement: str) -> None:
    """What a script does that writes around the store, triggers and all."""
    for (name,) in house.db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        house.db.execute(f"DROP TRIGGER {name}")
    house.db.execute("PRAGMA ignore_check_constraints = ON")
    house.db.execute(statement)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE annotation SET label = 'lie'", "label: 'lie' is not one of quote"),
        (
            'UPDATE annotation SET attributes = \'{"kind": "colour"}\' '
            "WHERE label = 'figure'",
            "kind: 'colour' is not one of percent",
        ),
        (
            "UPDATE fragment SET \"end\" = 9999 WHERE annotation_id = 'a2'",
            "is no span of a text of",
        ),
        ("UPDATE article SET text = char(7) || text", "The text is not canonical"),
        (
            "UPDATE annotation_set SET none = '[\"figure\"]'",
            "Says that there is no figure, and annotates one.",
        ),
        ("UPDATE annotation_set SET status = 'finished'", "'finished' is not one of"),
        (
            'UPDATE annotation SET attributes = \'{"speaker": ""}\' '
            "WHERE label = 'quote'",
            "speaker: Is empty: give it a text, or leave it out.",
        ),
    ],
)
@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_what_is_not_right_does_not_leave(
    house, labelled, lena, statement, message, format_
):
    tamper(house, statement)
    answer = lena.get(f"/export/file?format={format_}")
    assert answer.status_code == 422
    assert "Content-Disposition" not in answer.headers
    page = parse(answer.text)
    outcome = page.one(class_="outcome")
    assert "nothing was exported" in outcome.words
    assert message in outcome.words
    assert "annotation_sets/0" in outcome.words or "text:" in outcome.words


def test_what_was_submitted_and_is_incomplete_does_not_leave(house, labelled, lena):
    tamper(house, "UPDATE annotation SET attributes = '{}'")
    fetch(lena)
    tamper(house, "UPDATE annotation_set SET status = 'submitted'")
    answer = lena.get("/export/file")
    assert answer.status_code == 422
    assert "'speaker' is missing." in parse(answer.text).one(class_="outcome").words


def test_every_problem_of_every_article_is_listed(house, labelled, lena):
    other = house.window(labelled.visitor, FERRY + "More.\n", "other")
    other.mark("claim", "Fares rose in May")
    tamper(house, "UPDATE annotation SET label = 'lie'")
    answer = lena.get("/export/file")
    page = parse(answer.text)
    assert page.one("h2").words == "3 problems: nothing was exported"
    assert len(page.one(class_="problems").all("li")) == 3


def test_what_was_downloaded_can_be_taken_in_elsewhere(house, labelled, lena, tmp_path):
    first = fetch(lena)
    (tmp_path / "other").mkdir()
    other = open_house(tmp_path / "other")
    path = tmp_path / "got.jsonl"
    path.write_bytes(first)
    reading = files.read([path], schema.load())
    records.bring_in(other.db, [f.record for f in reading.found], reading.claims)
    assert fetch(other.visitor("lena", "lead")) == first
    assert articles.count(other.db) == 1
    assert people.ensure(other.db, "alice").role == "annotator"
