"""Exports through the browser: proved, or refused with the list of what is wrong."""

import hashlib
import io
import json
import zipfile

import pytest
from click.testing import CliRunner

from tests.adjudication.bench import Bench, take
from workbench import files, schema
from workbench.cli import main
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
    outcome = page.one(class_="outcome")
    assert outcome.one("h2").words == "3 problems: nothing was exported"
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


# --- gold -----------------------------------------------------------------------------


@pytest.fixture
def golden(house: House) -> Bench:
    """Two articles with gold: alice's figure is taken, bob's claim is rejected."""
    made = Bench(house.path, house.db)
    for key in ("ferry", "other"):
        made.article(key, FERRY + key, language="en")
        made.label(key, "alice", ("figure", "40 percent"))
        made.label(key, "bob", ("claim", "The port denies it"))
    batch = made.batch("spring", ["ferry", "other"], ["alice", "bob"])
    for key in ("ferry", "other"):
        made.adjudicate(key, "lena", take("alice", "slip"))
    made.gold(batch)
    return made


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name.partition("/")[2]: opened.read(name) for name in opened.namelist()}


def test_gold_is_downloaded_as_a_zip_that_validates(golden, lena, tmp_path):
    query = "/export/gold?rejected=on&licence=CC0&train=50&test=50&seed=3"
    with lena.get(query) as answer:
        assert answer.status_code == 200
        assert answer.mimetype == "application/zip"
        sent = answer.data
        assert answer.headers["X-Content-SHA256"] == hashlib.sha256(sent).hexdigest()
        assert answer.headers["Cache-Control"] == "no-store"
    found = unpacked(sent)
    assert set(found) == {
        *("train.jsonl", "dev.jsonl", "test.jsonl", "README.md", "manifest.json"),
    }
    assert b"## Licence\n\nCC0" in found["README.md"]
    assert b"alice" not in b"".join(found.values())
    for name, content in found.items():
        (tmp_path / "zip").mkdir(exist_ok=True)
        (tmp_path / "zip" / name).write_bytes(content)
    assert list(files.validate([tmp_path / "zip"], schema.load())) == []


def test_the_page_and_the_command_export_the_same_bytes(golden, lena, tmp_path):
    folder = tmp_path / "out"
    done = CliRunner().invoke(
        main,
        [
            *("export", "--gold", "--db", str(golden.path), "-o", str(folder)),
            *("--with-rejected", "--split", "train=50,dev=0,test=50", "--seed", "3"),
        ],
    )
    assert done.exit_code == 0, done.output
    found = unpacked(fetch(lena, "/export/gold?rejected=on&train=50&test=50&seed=3"))
    assert found == {p.name: p.read_bytes() for p in folder.iterdir()}


def test_gold_is_downloaded_as_one_file_of_the_version_asked_for(golden, lena):
    sent = fetch(lena, "/export/gold?version=1&shape=file&people=names")
    [first, _] = [json.loads(line) for line in sent.splitlines()]
    [made] = first["annotation_sets"]
    assert made["annotator"] == "spring v1"
    assert made["annotations"][0]["origin"]["sources"] == [
        {"annotator": "alice", "id": "a1"}
    ]
    assert "rejected" not in made


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("train=many", "whole number for at least one part, and not 'many' for train"),
        ("train=0&dev=0", "not '0' for train, '0' for dev: 80, 10 and 10, say"),
        ("train=80&test=20&shape=file", "choose the zip"),
        ("seed=-1", "'-1' is no seed"),
        ("seed=²", "'²' is no seed"),
    ],
)
def test_a_form_that_means_nothing_comes_back_as_it_was(golden, lena, query, told):
    answer = lena.get(f"/export/gold?licence=My+own&{query}")
    assert answer.status_code == 422
    page = parse(answer.text)
    assert told in page.one(class_="problems").words
    assert page.by_id("licence")["value"] == "My own"


@pytest.mark.parametrize("version", ["9", "²", "x", "9" * 5000])
def test_a_version_that_is_not_there_is_not_found(golden, lena, version):
    assert lena.get(f"/export/gold?version={version}").status_code == 404


def test_gold_that_is_not_right_does_not_leave(golden, house, lena):
    tamper(house, "UPDATE annotation SET label = 'lie' WHERE label = 'figure'")
    answer = lena.get("/export/gold")
    assert answer.status_code == 422
    assert "'lie' is not one of" in parse(answer.text).one(class_="outcome").words


def test_without_gold_the_page_says_how_it_comes_about(house, lena):
    page = lena.page("/export")
    assert "There is no gold yet." in page.words
    assert page.all("form", action="/export/gold") == []
    assert lena.get("/export/gold").status_code == 422


def test_only_a_lead_exports_gold(golden, house):
    assert house.visitor("mallory").get("/export/gold").status_code == 403


def test_the_page_begins_with_the_gold_that_led_there(golden, lena):
    page = lena.page("/gold/1")
    [way] = [a for a in page.all("a") if a.words == "Export" and "version" in a["href"]]
    form = lena.page(way["href"].partition("#")[0]).one("form", action="/export/gold")
    assert form.one("option", selected="")["value"] == "1"
