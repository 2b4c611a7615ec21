"""Bringing articles in through the browser: all of it, or nothing and every reason."""

import io
import json
import tempfile
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from workbench.dataset import AnnotationSet, Article, ArticleRecord, article_record
from workbench.places import shipped
from workbench.spans import Annotation
from workbench.store import articles, people
from workbench.text import MAX_BYTES

from .conftest import SAME_ORIGIN, House, Visitor
from .dom import Node, parse

BODY = "Ferry stops\nIt stopped, she said.\n"
RECORD = article_record(
    ArticleRecord(
        Article("ferry", "Ferry stops", BODY, "The Lantern", language="en"),
        (
            AnnotationSet(
                "alice",
                status="in_progress",
                annotations=(Annotation("a1", "claim", ((12, 22),)),),
            ),
        ),
    )
)
JSON = json.dumps(RECORD, ensure_ascii=False)


@pytest.fixture(autouse=True)
def spare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whatever an import writes aside, it takes away again."""
    folder = tmp_path / "spare"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == []
    assert not list(tmp_path.glob("export-*"))


def upload(
    visitor: Visitor, *files: tuple[str, str | bytes], **fields: str
) -> TestResponse:
    data: dict[str, object] = dict(fields)
    data["files"] = [
        (io.BytesIO(body.encode() if isinstance(body, str) else body), name)
        for name, body in files
    ]
    answer = visitor.client.post(
        "/import", data=data, headers=SAME_ORIGIN, content_type="multipart/form-data"
    )
    # The test client keeps a long body in a file that it does not close.
    answer.request.environ["wsgi.input"].close()
    return answer


def outcome(answer: TestResponse) -> Node:
    return parse(answer.text).one(class_="outcome")


def keys(house: House) -> list[str]:
    page = articles.listing(house.db, people.lead(house.db))
    return [one.key for one in page.articles]


# --- files ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "body", "key"),
    [
        ("ferry-stops.txt", BODY, "ferry-stops"),
        ("one.json", JSON, "ferry"),
        ("one.jsonl", JSON + "\n", "ferry"),
        (
            "all.json",
            json.dumps({"format": RECORD["format"], "articles": [RECORD]}),
            None,
        ),
        ("sheet.csv", 'id,text\nc1,"Ferry stops\nIt stopped."\n', "c1"),
        ("UPPER.TXT", BODY, "UPPER"),
        ("bom.txt", "\ufeff" + BODY, "bom"),
    ],
)
def test_each_kind_of_file_is_taken_in(house, lena, name, body, key):
    answer = upload(lena, (name, body))
    assert answer.status_code == 200
    assert outcome(answer).one("h2").words.startswith("Imported: 1 article,")
    assert keys(house) == [key or "ferry"]


def test_annotation_sets_come_along(house, lena):
    answer = upload(lena, ("one.jsonl", JSON))
    assert "1 article, 1 annotation set" in outcome(answer).words
    page = lena.page("/articles/ferry/sets/human/alice")
    assert page.one("mark").text == "It stopped"


def test_texts_come_with_the_list_beside_them(house, lena):
    sidecar = [
        {"file": "a.txt", "id": "first", "title": "The first", "outlet": "Lantern"},
        {"file": "b.txt", "published": "2026-01-31"},
    ]
    answer = upload(
        lena,
        ("folder/a.txt", BODY),
        ("folder/b.txt", "Another\n"),
        ("folder/articles.json", json.dumps(sidecar)),
    )
    assert answer.status_code == 200, outcome(answer).words
    assert sorted(keys(house)) == ["b", "first"]
    first = articles.get(house.db, "first").article
    assert (first.title, first.outlet) == ("The first", "Lantern")
    assert articles.get(house.db, "b").article.published == "2026-01-31"


def test_names_in_other_scripts_and_with_spaces_are_kept(house, lena):
    sidecar = [{"file": "мой файл.txt", "id": "mine", "title": "Мой"}]
    answer = upload(
        lena,
        ("мой файл.txt", BODY),
        ("статья.txt", "Вторая статья\n"),
        ("articles.json", json.dumps(sidecar)),
    )
    assert answer.status_code == 200, outcome(answer).words
    assert len(keys(house)) == 2
    assert articles.get(house.db, "mine").article.title == "Мой"


@pytest.mark.parametrize(
    "names",
    [("a/x.txt", "b/x.txt"), ("x.txt", "X.txt"), ("x.txt", "x.txt")],
)
def test_two_files_of_one_name_are_refused(house, lena, names):
    answer = upload(lena, (names[0], BODY), (names[1], "Another\n"))
    assert answer.status_code == 422
    assert "two files have this name; rename one." in outcome(answer).words
    assert keys(house) == []


@pytest.mark.parametrize(
    "name",
    [
        "../../escape.txt",
        "..\\..\\escape.txt",
        "/etc/escape.txt",
        "..",
        ".escape.txt",
        "escape\x01.txt",
        f"{'e' * 400}.txt",
        f"{'ё' * 400}.txt",
    ],
)
def test_no_name_leads_out_of_the_upload(house, lena, tmp_path, name):
    before = set(tmp_path.rglob("*"))
    answer = upload(lena, (name, BODY))
    assert answer.status_code == 200, outcome(answer).words
    assert len(keys(house)) == 1
    assert set(tmp_path.rglob("*")) - before == set()


def test_what_was_changed_in_a_text_is_counted_and_said(lena):
    answer = upload(lena, ("dos.txt", "\ufeffFerry\r\nstops\x07\r\n"))
    assert (
        "dos.txt: byte order mark dropped (1), line break made a line feed (2), "
        "control character dropped (1)." in outcome(answer).words
    )


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("a.pdf", "x", "a.pdf: not a .txt, .json, .jsonl or .csv file"),
        ("a.txt", " \n\n", "a.txt:1: The text is empty"),
        ("a.txt", b"caf\xe9 \xff", "a.txt:1:"),
        ("a.json", '{"articles": [\n', "a.json:2:"),
        ("a.jsonl", JSON + "\n{}\n", "a.jsonl:2:"),
        ("a.csv", "title\nno text\n", "a.csv:1:"),
        ("a.csv", "", "a.csv:1: The file is empty"),
        ("a.txt", "x" * (MAX_BYTES + 1), "the limit is 5,000,000: split it."),
    ],
)
def test_what_cannot_be_taken_is_said_with_file_and_line(
    house, lena, name, body, message
):
    answer = upload(lena, (name, body), ("good.txt", BODY))
    assert answer.status_code == 422
    words = outcome(answer).words
    assert message in words
    assert "nothing was imported" in words
    assert "/" not in words.partition(message)[0]
    assert keys(house) == []


def test_every_problem_is_listed(lena):
    broken = json.loads(JSON)
    broken["annotation_sets"][0]["annotations"][0]["text"] = ["It ran"]
    answer = upload(
        lena,
        ("a.txt", " "),
        ("b.jsonl", json.dumps(broken)),
        ("c.csv", 'text\n"x\n'),
    )
    problems = [li.words for li in outcome(answer).all("li")]
    assert len(problems) == 3
    assert [p[:5] for p in problems] == ["a.txt", "b.jso", "c.csv"]
    assert "reads 'It stopped', not 'It ran'" in problems[1]


def test_a_dry_run_says_what_would_happen_and_does_nothing(house, lena):
    answer = upload(lena, ("ferry.txt", BODY), dry="yes")
    assert "This would be imported: 1 article" in outcome(answer).words
    assert keys(house) == []


def test_a_text_that_is_here_already_is_not_doubled(house, lena):
    upload(lena, ("ferry.txt", BODY))
    answer = upload(
        lena, ("again.txt", BODY.replace("\n", "\r\n")), ("new.txt", "New\n")
    )
    assert "Here already, by its text, and not doubled: ferry" in outcome(answer).words
    assert outcome(answer).one("a", href="/articles/ferry").words == "ferry"
    assert sorted(keys(house)) == ["ferry", "new"]


def test_an_id_with_another_text_is_refused(house, lena):
    upload(lena, ("ferry.txt", BODY))
    answer = upload(lena, ("ferry.txt", "Another ferry\n"), ("new.txt", "New\n"))
    assert answer.status_code == 422
    assert "ferry.txt: An article 'ferry' with another text" in outcome(answer).words
    assert keys(house) == ["ferry"]


def test_a_different_set_of_the_same_annotator_is_refused(lena):
    upload(lena, ("one.jsonl", JSON))
    other = json.loads(JSON)
    other["annotation_sets"][0]["annotations"] = []
    answer = upload(lena, ("two.jsonl", json.dumps(other)))
    assert answer.status_code == 422
    words = outcome(answer).words
    assert "two.jsonl: alice has a different set of article 'ferry' here" in words


def test_the_sample_dataset_can_be_uploaded_as_texts(house, lena):
    folder = shipped("annotations", "sample", "articles")
    texts = [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.txt"))]
    answer = upload(lena, *texts)
    assert answer.status_code == 200
    assert len(keys(house)) == len(texts) >= 5


def test_more_than_a_thousand_files_are_taken_at_once(house, lena):
    texts = [(f"{n}.txt", f"Article {n}\n") for n in range(1_200)]
    assert upload(lena, *texts).status_code == 200
    assert articles.count(house.db) == 1_200


def test_nothing_chosen_is_said(lena):
    answer = lena.post("/import", {})
    assert answer.status_code == 422
    assert "Choose files, or paste a text." in outcome(answer).words
    # An empty file field is sent by a browser as a file without a name.
    answer = upload(lena, ("", b""), text="")
    assert "Choose files, or paste a text." in outcome(answer).words


# --- a pasted text --------------------------------------------------------------------


def test_a_pasted_text_is_opened_to_be_labelled(house, lena):
    answer = lena.post(
        "/import",
        {
            "text": BODY.replace("\n", "\r\n"),
            "outlet": " The Lantern ",
            "published": "2026-01-31",
            "language": "en",
            "url": "https://example.org/ferry",
            "id": "ferry",
            "title": "",
        },
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, "/articles/ferry")
    stored = articles.get(house.db, "ferry").article
    assert stored == Article(
        "ferry",
        "Ferry stops",
        BODY,
        "The Lantern",
        "https://example.org/ferry",
        "2026-01-31",
        "en",
    )


def test_a_pasted_text_without_an_id_gets_one_from_its_text(house, lena):
    first = lena.post("/import", {"text": BODY})
    again = lena.post("/import", {"text": BODY})
    assert first.headers["Location"].startswith("/articles/pasted-")
    assert again.headers["Location"] == first.headers["Location"]
    assert len(keys(house)) == 1


def test_the_line_breaks_of_the_form_are_no_change(lena):
    answer = lena.post("/import", {"text": BODY.replace("\n", "\r\n"), "dry": "yes"})
    words = outcome(answer).words
    assert "This would be imported: 1 article" in words
    assert "line feed" not in words
    answer = lena.post("/import", {"text": "\ufeffFerry\x07\r\n", "dry": "yes"})
    assert (
        "The pasted text: byte order mark dropped (1), control character dropped (1)."
        in outcome(answer).words
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"published": "31.1.2026"}, "published: '31.1.2026' is not a date such as"),
        ({"language": "English!"}, "language: 'English!' is not a language code"),
        ({"url": "javascript:alert(1)"}, "url: 'javascript:alert(1)' is not a web"),
        ({"id": "../x"}, "id: '../x' is not an article id"),
        ({"id": "x" * 200}, "id: "),
        ({"text": "x" * (MAX_BYTES + 1)}, "the limit is 5,000,000: split it."),
    ],
)
def test_bad_metadata_is_refused_and_what_was_typed_stays(house, lena, fields, message):
    answer = lena.post("/import", {"text": "Ferry & <b>co</b>", **fields})
    assert answer.status_code == 422
    page = parse(answer.text)
    assert message in page.one(class_="outcome").words
    assert page.one("textarea").text == fields.get("text", "Ferry & <b>co</b>")
    for name in fields.keys() - {"text"}:
        assert page.one("input", name=name)["value"] == fields[name]
    assert keys(house) == []


def test_a_pasted_id_with_another_text_is_refused(house, lena):
    lena.post("/import", {"text": BODY, "id": "ferry"})
    answer = lena.post("/import", {"text": "Other", "id": "ferry"})
    assert answer.status_code == 422
    assert "give this one another id" in outcome(answer).words


def test_only_a_lead_brings_articles_in(house, alice):
    assert alice.get("/import").status_code == 403
    assert alice.post("/import", {"text": BODY}).status_code == 403
    assert keys(house) == []
