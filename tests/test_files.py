"""Reading, checking and writing articles in files of every kind."""

import hashlib
import io
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench import schema
from workbench.dataset import AnnotationSet, Article, ArticleRecord, article_record
from workbench.files import (
    ExportRefused,
    FileProblem,
    canonical_json,
    export,
    read,
    validate,
    write_dataset,
)
from workbench.places import shipped
from workbench.spans import Annotation, Relation
from workbench.text import canonical, digest

VOTE = (
    "Mayor 😀 says: “Almost 97 percent voted.”\nThe river authority\u2028denies it.\n"
)
DENIAL = "River authority: no more than 62 percent voted.\n"

CLAIMS = [
    {"id": "voted-97", "proposition": "97 percent of the port voted."},
    {"id": "voted-62", "proposition": "62 percent of the port voted."},
]


@pytest.fixture(scope="session")
def contract():
    return schema.load()


@pytest.fixture
def records():
    """Two articles: alice annotated both, bob began one, lena made gold of one."""
    claim = Annotation(
        "c1",
        "claim",
        ((15, 32), (33, 38)),
        {"asserted_by": "Mayor", "checkable": "check_worthy", "claim_id": "voted-97"},
    )
    quote = Annotation(
        "q1", "quote", ((14, 40),), {"type": "direct", "speaker": "Mayor"}
    )
    figure = Annotation("f1", "figure", ((15, 32),), {"kind": "percent", "value": 97.0})
    link = Relation("r1", "expresses", "q1", "c1")
    denial = Annotation(
        "c1",
        "claim",
        ((17, 46),),
        {
            "asserted_by": "River authority",
            "checkable": "checkable",
            "claim_id": "voted-62",
        },
    )
    alone = Annotation(
        "q7", "quote", ((17, 46),), {"type": "indirect", "speaker": "it"}
    )
    return [
        ArticleRecord(
            Article("vote", "Mayor says", VOTE, "The Banner", None, "2023-09-18", "en"),
            (
                AnnotationSet(
                    "alice",
                    status="submitted",
                    guideline="1",
                    none=("cue",),
                    annotations=(quote, claim, figure),
                    relations=(link, Relation("r2", "contradicts", "c1", "denial#c1")),
                ),
                AnnotationSet("bob", annotations=(replace(quote, attributes={}),)),
                AnnotationSet(
                    "lena", "gold", "adjudicated", annotations=(quote, claim),
                    relations=(link,),
                ),
            ),
        ),
        ArticleRecord(
            Article("denial", "River authority", DENIAL),
            (AnnotationSet("alice", status="submitted", annotations=(denial, alone)),),
        ),
    ]  # fmt: skip


@pytest.fixture
def folder(tmp_path, records, contract):
    """A dataset folder with those two articles."""
    write_dataset(tmp_path / "port", records, CLAIMS, contract)
    return tmp_path / "port"


def told(problems, base):
    """The problems as they are shown, without the folder that the test works in."""
    return [str(problem).replace(f"{base}{os.sep}", "") for problem in problems]


def record_of(text="One.\n", **changes):
    return article_record(ArticleRecord(Article("one", "One", text))) | changes


def line_of(text="One.\n", **changes):
    return json.dumps(record_of(text, **changes)).encode() + b"\n"


# --- what is wrong is named with file and line ----------------------------------------

LONG = b"x" * 5_000_001
SIDECAR = b'[\n {"file": "a.txt",\n  "%s": %s}\n]'

BAD_FILES = [
    # (files, what is told; each begins so)
    ({"a.txt": b"One.\ncaf\xe9\n"}, ["a.txt:2: Byte 4 of the line, 0xe9, is not UTF"]),
    ({"a.txt": b"\xff\xfeO\x00"}, ["a.txt:1: The file is UTF-16: save it as UTF-8."]),
    ({"a.txt": b""}, ["a.txt:1: The text is empty"]),
    ({"a.txt": b"\xef\xbb\xbf \n"}, ["a.txt:1: The text is empty"]),
    ({"a.txt": LONG}, ["a.txt:1: The text has 5,000,001 bytes; the limit is"]),
    ({"a.txt": LONG * 5}, ["a.txt: The text has 25,000,005 bytes; the limit is"]),
    ({"a.pdf": b"%PDF"}, ["a.pdf: not a .txt, .json, .jsonl or .csv file"]),
    ({"a": b"x"}, ["a: not a .txt, .json, .jsonl or .csv file"]),
    # JSONL
    ({"a.jsonl": b"\n" + line_of() + b"{\n"}, ["a.jsonl:3: This is no JSON"]),
    ({"a.jsonl": line_of() + b"[]\n"}, ["a.jsonl:2: Must be an object, not []."]),
    ({"a.jsonl": line_of() + b'{"a": 1, "a": 2}\n'}, ["a.jsonl:2: The key 'a' stands"]),
    ({"a.jsonl": b'{"a": NaN}\n'}, ["a.jsonl:1: NaN is no number in JSON."]),
    ({"a.jsonl": line_of() + b'"caf\xe9"\n'}, ["a.jsonl:2: Byte 5 of the line, 0xe9"]),
    ({"a.jsonl": line_of(id="a b")}, ["a.jsonl:1: id: 'a b' is not an article id"]),
    ({"a.jsonl": line_of("One.\r\n")}, ["a.jsonl:1: text: The text is not"]),
    ({"a.jsonl": line_of(sha256="0" * 64)}, ["a.jsonl:1: sha256: The text has the"]),
    ({"a.jsonl": line_of(proof="0" * 64)}, ["a.jsonl:1: proof: Something in the"]),
    ({"a.jsonl": line_of() + line_of("Two.\n")},
     ["a.jsonl:2: id: 'one' is also the id of another text, at a.jsonl:1: give one"]),
    ({"a.jsonl": line_of() + line_of(id="two")},
     ["a.jsonl:2: id: 'two' differs from the id of the same text at a.jsonl:1."]),
    ({"a.jsonl": line_of(outlet="A") + line_of(outlet="B")},
     ["a.jsonl:2: outlet: 'B' differs from the outlet of the same text at a.jsonl:1."]),
    # JSON
    ({"a.json": b'{"articles":\n [1,\n 2'}, ["a.json:3: This is no JSON"]),
    ({"a.json": b'{"format": "factcheck-annotations/1",\n"articles": 3}'},
     ["a.json:2: articles: Must be a list, not 3."]),
    ({"a.json": b'{"format": "factcheck-annotations/2",\n"articles": []}'},
     ["a.json:1: format: Must be \"factcheck-annotations/1\", not 'factcheck-ann"]),
    ({"a.json": b'{"format": "factcheck-annotations/1", "articles": [\n'
      + line_of() + b",\n" + line_of(id="two", language="?") + b"]}"},
     ["a.json:4: articles/1/language: '?' is not a language code"]),
    ({"a.json": b'{"format": "factcheck-annotations/1", "articles": [\n3]}'},
     ["a.json:2: articles/0: Must be an object, not 3."]),
    ({"a.json": b'{"format": "factcheck-annotations/1", "articles": [],\n"claims": [\n'
      b'{"id": "a", "proposition": "x"},\n{"id": "a", "proposition": "y"}]}'},
     ["a.json:4: claims/1/id: Claim 'a' stands twice.",
      "a.json:4: claims: Claim 'a' stands at a.json:3 in other words."]),
    ({"a.json": b'"x"'}, ["a.json:1: Must be an object, not 'x'."]),
    ({"a.json": b'{"format": "factcheck-annotations/1",\n"annotator": "alice",\n'
      b'"kind": "humane", "sets": []}'},
     ["a.json:3: kind: 'humane' is not one of human, model, gold.",
      "a.json:1: An annotator's file has no articles: read its dataset folder."]),
    # CSV
    ({"a.csv": b""}, ["a.csv:1: The file is empty: name the columns in its"]),
    ({"a.csv": b"id,title\n1,x\n"}, ["a.csv:1: No column is named 'text'"]),
    ({"a.csv": b"id;text\n1;x\n"},
     ["a.csv:1: No column is named 'text', which an article needs. Separate the col"]),
    ({"a.csv": b"text,author,mood\nx,y,z\n"},
     ["a.csv:1: Unknown columns: 'author', 'mood'. Known are id, text, title,"]),
    ({"a.csv": b"text,text\nx,y\n"}, ["a.csv:1: text: Two columns have this name."]),
    ({"a.csv": b'text,id\n"One.\nTwo.",1\n\n"Three.\n\nFour"\n"Five",5,6\n'},
     ["a.csv:5: The row has 1 cells, and 2 columns are named.",
      "a.csv:8: The row has 3 cells, and 2 columns are named."]),
    ({"a.csv": b'text\n"One.\n'}, ["a.csv:2: The row that begins here is no CSV"]),
    ({"a.csv": b'text\n"One." x\n'}, ["a.csv:2: The row that begins here is no CSV"]),
    ({"a.csv": b"text,id\n ,1\n"}, ["a.csv:2: text: The text is empty"]),
    ({"a.csv": b"text,published\nOne.,18.9.2023\n"},
     ["a.csv:2: published: '18.9.2023' is not a date such as 2022-11-02."]),
    ({"a.csv": b"text\nOne.\ncaf\xe9\n"}, ["a.csv:3: Byte 4 of the line, 0xe9"]),
    ({"a.csv": b"text,id\nOne.,1\nTwo.,1\n"},
     ["a.csv:3: id: '1' is also the id of another text, at a.csv:2: give one of them"]),
    # a list of texts beside them
    ({"a.txt": b"One.", "articles.json": SIDECAR % (b"sha256", b'"%s"' % (b"0" * 64))},
     [f"articles.json:3: sha256: The text of a.txt has the hash {digest('One.')}."]),
    ({"a.txt": b"One.", "articles.json": SIDECAR % (b"id", b'"a b"')},
     ["articles.json:3: id: 'a b' is not an article id"]),
    ({"a.txt": b"One.", "articles.json": SIDECAR % (b"published", b'"today"')},
     ["articles.json:3: published: 'today' is not a date"]),
    ({"a.txt": b"One.", "articles.json": SIDECAR % (b"author", b'"A"')},
     ["articles.json:3: 0/author: 'author' is unknown here: known are file, id,"]),
    ({"a.txt": b"One.", "articles.json": SIDECAR % (b"title", b"5")},
     ["articles.json:3: 0/title: Must be a text or null, not 5."]),
    ({"b.txt": b"One.", "articles.json": SIDECAR % (b"id", b'"a"')},
     ["articles.json:2: file: There is no file 'a.txt'."]),
    ({"a.txt": b"One.", "articles.json": b'[{"id": "a"},\n 3,\n{"file": "../a.txt"}]'},
     ["articles.json:1: 0/file: 'file' is missing.",
      "articles.json:2: 1: An entry must be an object with 'file'.",
      "articles.json:3: 2/file: '../a.txt' is not the name of a .txt file in this"]),
    ({"a.txt": b"One.", "articles.json": b'[{"file": "a.txt"},\n{"file": "a.txt"}]'},
     ["articles.json:2: 1/file: An entry before is of this file."]),
    ({"a.txt": b"One.", "articles.json": b"[{\n"}, ["articles.json:2: This is no"]),
    # several files
    ({"a b.txt": b"One.", "a-b.txt": b"Two."},
     ["a-b.txt:1: id: 'a-b' is also the id of another text, at a b.txt:1: give one"]),
    ({"a.txt": b"One.\n", "b.jsonl": line_of(id="a"), "c.csv": b"text,id\nTwo.,a\n"},
     ["c.csv:2: id: 'a' is also the id of another text, at a.txt:1: give one of them"]),
]  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), BAD_FILES)
def test_reading_names_everything_wrong_with_file_and_line(
    tmp_path, contract, files, expected
):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    found = told(read([tmp_path], contract).problems, tmp_path)
    assert len(found) == len(expected), found
    assert [line[: len(e)] for line, e in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(("files", "expected"), BAD_FILES)
def test_validating_names_what_reading_names(tmp_path, contract, files, expected):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    problems = read([tmp_path], contract).problems
    only_read = [p for p in problems if "has no articles: read its" in p.message]
    assert list(validate([tmp_path], contract)) == [
        p for p in problems if p not in only_read
    ]


def test_a_path_that_is_not_there_is_a_problem(tmp_path, contract):
    reading = read([tmp_path / "a.txt", tmp_path / "b"], contract)
    assert told(reading.problems, tmp_path) == [
        "a.txt: Cannot be read: No such file or directory.",
        "b: Cannot be read: No such file or directory.",
    ]


@pytest.mark.skipif(os.name != "posix", reason="needs a named pipe")
def test_what_is_no_file_is_a_problem_and_is_not_waited_for(tmp_path, contract):
    os.mkfifo(tmp_path / "a.txt")
    reading = read([tmp_path / "a.txt"], contract)
    assert told(reading.problems, tmp_path) == ["a.txt: Is not a file."]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path, contract):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "a.txt").chmod(0)
    reading = read([tmp_path / "a.txt"], contract)
    assert told(reading.problems, tmp_path) == [
        "a.txt: Cannot be read: Permission denied."
    ]


def test_a_folder_without_articles_is_a_problem(tmp_path, contract):
    (tmp_path / ".hidden").write_text("x")
    assert [str(problem) for problem in read([tmp_path], contract).problems] == [
        f"{tmp_path}: The folder has no .txt, .json, .jsonl or .csv file."
    ]


def test_a_list_that_is_given_by_name_is_a_problem_and_beside_texts_is_not(
    tmp_path, contract
):
    (tmp_path / "cases.json").write_text('[{"file": "a.txt"}]')
    (tmp_path / "a.txt").write_text("One.")
    assert read([tmp_path], contract).problems == []
    (problem,) = read([tmp_path / "cases.json"], contract).problems
    assert problem.message.startswith("Is a list, neither a dataset nor an article")


def test_a_problem_leaves_out_what_it_does_not_know():
    assert str(FileProblem("a.csv", 3, "text", "Is bad.")) == "a.csv:3: text: Is bad."
    assert str(FileProblem("a.csv", None, "", "Is bad.")) == "a.csv: Is bad."


# --- what is right is read ------------------------------------------------------------


def test_a_text_is_made_canonical_and_told_so(tmp_path, contract):
    file = tmp_path / "Ein Fäll.txt"
    file.write_bytes(b"\xef\xbb\xbfOne\r\nTwo\x00\n")
    (found,) = read([file], contract).found
    assert found.record.article == Article("Ein-Fall", "One", "One\nTwo\n")
    assert found.changes == {
        "byte order mark dropped": 1,
        "line break made a line feed": 1,
        "control character dropped": 1,
    }
    assert (found.file, found.line) == (str(file), 1)


@pytest.mark.parametrize(
    ("stem", "id_"),
    [
        ("000_cd3e", "000_cd3e"),
        ("a.b-c_d", "a.b-c_d"),
        ("_draft (2)", "draft-2"),
        ("Überfall", "Uberfall"),
        ("статья", f"article-{digest('One.')[:12]}"),
        ("x" * 130, "x" * 120),
    ],
)
def test_an_id_is_made_of_the_files_name(tmp_path, contract, stem, id_):
    (tmp_path / f"{stem}.txt").write_text("One.")
    reading = read([tmp_path], contract)
    assert reading.problems == []
    assert [found.record.article.id for found in reading.found] == [id_]


def test_a_list_beside_texts_says_what_they_are(tmp_path, contract):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")
    entry = {
        "file": "a.txt",
        "id": "first",
        "title": "The first",
        "outlet": "The Banner",
        "published": "2023-09-18",
        "language": "en",
        "url": "https://example.org",
        "sha256": digest("One."),
    }
    (tmp_path / "articles.json").write_text(json.dumps([entry]))
    first = Article(
        "first",
        "The first",
        "One.",
        "The Banner",
        "https://example.org",
        "2023-09-18",
        "en",
    )
    for paths in ([tmp_path], [tmp_path / "a.txt", tmp_path / "b.txt"]):
        reading = read(paths, contract)
        assert reading.problems == []
        assert [found.record.article for found in reading.found] == [
            first,
            Article("b", "Two.", "Two."),
        ]
    listed = read([tmp_path / "articles.json"], contract)
    assert [found.record.article for found in listed.found] == [first]


def test_a_list_tells_of_texts_that_are_not_there(tmp_path, contract):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "articles.json").write_text('[{"file": "a.txt"},\n{"file": "b.txt"}]')
    reading = read([tmp_path / "articles.json"], contract)
    assert told(reading.problems, tmp_path) == [
        "articles.json:2: file: There is no file 'b.txt'."
    ]
    assert len(reading.found) == 1


def test_a_dataset_may_be_called_articles_json_too(tmp_path, contract, records):
    (tmp_path / "a.txt").write_text("One.")
    export(records, tmp_path / "articles.json", "json", contract)
    reading = read([tmp_path, tmp_path / "a.txt"], contract)
    assert reading.problems == []
    assert {found.record.article.id for found in reading.found} == {
        "a",
        "denial",
        "vote",
    }


def test_a_csv_is_read_row_by_row(tmp_path, contract):
    file = tmp_path / "news.csv"
    file.write_bytes(
        b"\xef\xbb\xbftext,id,title,outlet,url,published,language\r\n"
        b'"One ""quoted"", \r\nand more.",a,The title,,,2023-09-18,en\r\n'
        b"\r\n"
        b"Two.,,,,,,\r\n"
    )
    reading = read([file], contract)
    assert reading.problems == []
    assert [(f.line, f.record.article) for f in reading.found] == [
        (
            2,
            Article(
                "a",
                "The title",
                'One "quoted", \nand more.',
                published="2023-09-18",
                language="en",
            ),
        ),
        (5, Article("news-2", "Two.", "Two.")),
    ]
    assert reading.found[0].changes == {"line break made a line feed": 1}


def test_a_cell_may_be_as_long_as_an_article(tmp_path, contract):
    (tmp_path / "a.csv").write_text(f"text\n{'long ' * 200_000}\n")
    assert read([tmp_path], contract).problems == []


def test_the_same_text_twice_is_one_article_with_the_sets_of_both(
    tmp_path, contract, records
):
    whole = records[0]
    for name, sets in (("a.jsonl", whole.sets[:1]), ("b.jsonl", whole.sets[1:])):
        export([replace(whole, sets=sets)], tmp_path / name, "jsonl", contract)
    (tmp_path / "copy.txt").write_text(VOTE)
    (tmp_path / "other copy.txt").write_text(VOTE)
    for paths in ([tmp_path], sorted(tmp_path.iterdir(), reverse=True)):
        reading = read(paths, contract)
        assert reading.problems == []
        (found,) = reading.found
        assert article_record(found.record) == article_record(whole)


def test_the_same_annotator_saying_two_things_is_a_problem(tmp_path, contract, records):
    alice, bob, _ = records[0].sets
    export(
        [replace(records[0], sets=(alice, bob))],
        tmp_path / "a.jsonl",
        "jsonl",
        contract,
    )
    other = replace(bob, status="in_progress")
    export(
        [replace(records[0], sets=(alice, other))],
        tmp_path / "b.jsonl",
        "jsonl",
        contract,
    )
    assert told(read([tmp_path], contract).problems, tmp_path) == [
        "b.jsonl:1: annotation_sets: The human set of 'bob' differs from that of the "
        "same text at a.jsonl:1."
    ]


def test_a_folder_is_not_searched_below(tmp_path, contract):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "README.md").write_text("About.")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.pdf").write_text("Two.")
    reading = read([tmp_path], contract)
    assert reading.problems == []
    assert len(reading.found) == 1


def test_a_dataset_folder_gives_articles_sets_and_claims(folder, contract, records):
    reading = read([folder], contract)
    assert reading.problems == []
    assert sorted(reading.claims, key=str) == sorted(CLAIMS, key=str)
    made = {
        found.record.article.id: article_record(found.record) for found in reading.found
    }
    assert made == {record.article.id: article_record(record) for record in records}


def test_progress_goes_up_to_all_of_the_bytes(folder, contract):
    seen = []
    read([folder], contract, progress=lambda done, total: seen.append((done, total)))
    total = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    assert seen[-1] == (total, total)
    assert seen == sorted(seen)
    assert len(seen) > 5


# --- dataset folders ------------------------------------------------------------------


def edit(path, change):
    value = json.loads(path.read_text())
    changed = change(value)
    path.write_text(canonical_json(value if changed is None else changed))


def set_of(value, i=0):
    return value["sets"][i]


BAD_FOLDERS = {
    "a text was changed": (
        "articles/vote.txt", lambda text: text + "x",
        ["articles.json:18: sha256: The text of vote.txt has the hash"]),
    "a text has no entry": (
        "articles/new.txt", lambda _: "New.",
        ["articles/new.txt: articles.json has no entry for this text."]),
    "an entry has no text": (
        "articles/vote.txt", None,
        ["articles.json:13: file: There is no file 'articles/vote.txt'.",
         "annotators/alice.json:"]),
    "an annotator's file is no JSON": (
        "annotators/bob.json", lambda text: text[:-3],
        ["annotators/bob.json:"]),
    "the claims are a list": (
        "claims.json", lambda _: "[]",
        ["claims.json:1: Must be an object with 'claims'."]),
    "the claims are no JSON": (
        "claims.json", lambda _: "[",
        ["claims.json:1: This is no JSON"]),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_FOLDERS)
def test_a_dataset_folder_is_checked_file_by_file(folder, contract, case):
    name, change, expected = BAD_FOLDERS[case]
    if change is None:
        (folder / name).unlink()
    else:
        before = (folder / name).read_text() if (folder / name).exists() else ""
        (folder / name).write_text(change(before))
    found = told(validate([folder], contract), folder)
    for start in expected:
        assert any(line.startswith(start) for line in found), found
    assert told(read([folder], contract).problems, folder) == found


@pytest.mark.parametrize(
    ("name", "change", "path", "message"),
    [
        ("annotators/alice.json", lambda v: set_of(v).update(sha256="0" * 64),
         "sets/0/sha256", "The text of 'denial' has the hash"),
        ("annotators/alice.json", lambda v: set_of(v).update(article="nowhere"),
         "sets/0/article", "There is no article 'nowhere'."),
        ("annotators/alice.json", lambda v: v["sets"].append(set_of(v)),
         "sets/2", "'alice' has a set of 'denial' already, in alice.json, sets/0."),
        ("annotators/bob.json", lambda v: v.update(annotator="alice"),
         "sets/0", "'alice' has a set of 'vote' already, in alice.json, sets/1."),
        ("annotators/alice.json", lambda v: set_of(v).update(status="done"),
         "sets/0/status", "'done' is not one of todo, in_progress, submitted,"),
        ("annotators/alice.json",
         lambda v: set_of(v)["annotations"][0].update(fragments=[[18, 46]]),
         "sets/0/annotations/0/text/0", "[18, 46) reads 'o more"),
        ("annotators/alice.json",
         lambda v: set_of(v, 1)["relations"][1].update(to="denial#c2"),
         "sets/1/relations/1/to", "'alice' has no annotation 'c2' in article"),
        ("annotators/alice.json",
         lambda v: set_of(v, 1)["relations"][1].update(to="nowhere#c1"),
         "sets/1/relations/1/to", "'alice' has no annotation 'c1' in article"),
        ("annotators/alice.json",
         lambda v: set_of(v, 1)["relations"][1].update(to="denial#q7"),
         "sets/1/relations/1/to", "'contradicts' does not link a claim to a quote."),
        ("annotators/alice.json",
         lambda v: set_of(v)["annotations"][0]["attributes"].update(claim_id="x"),
         "sets/0/annotations/0/attributes/claim_id", "There is no claim 'x' among the"),
        ("claims.json", lambda v: v["claims"].append(v["claims"][0]),
         "claims/2/id", "Claim 'voted-62' stands twice."),
        ("claims.json", lambda v: v["claims"][0].update(verdict="true"),
         "claims/0/verdict", "'true' is not one of supported, refuted,"),
        ("gold.json", lambda v: set_of(v).update(none=["quote"]),
         "sets/0/none", "Says that there is no quote, and annotates one."),
    ],
)  # fmt: skip
def test_a_dataset_folder_holds_together(folder, contract, name, change, path, message):
    edit(folder / name, change)
    found = [p for p in validate([folder], contract) if p.file == str(folder / name)]
    assert [p.path for p in found][:1] == [path], found
    assert found[0].message.startswith(message)
    assert found[0].line is not None
    assert read([folder], contract).problems == list(validate([folder], contract))


def test_the_line_of_a_problem_is_that_of_its_path(folder, contract):
    file = folder / "annotators" / "alice.json"
    edit(file, lambda v: set_of(v)["annotations"][0].update(label="qoute"))
    (problem,) = validate([folder], contract)
    assert '"label": "qoute"' in file.read_text().split("\n")[problem.line - 1]


def test_an_annotators_file_alone_is_checked_by_the_schema(folder, contract):
    file = folder / "annotators" / "alice.json"
    assert list(validate([file], contract)) == []
    edit(file, lambda v: set_of(v).update(sha256="0" * 64))
    assert list(validate([file], contract)) == []
    edit(file, lambda v: v.update(kind="x"))
    assert [p.path for p in validate([file], contract)] == ["kind"]


def test_two_articles_with_one_id_in_a_dataset_folder_are_a_problem(folder, contract):
    edit(folder / "articles.json", lambda v: v[0].update(id="vote"))
    found = told(validate([folder], contract), folder)
    assert any("'vote' is also the id of another text" in line for line in found)


def test_a_dataset_folder_without_claims_has_no_claim_to_name(folder, contract):
    (folder / "claims.json").unlink()
    assert {p.path.rpartition("/")[2] for p in validate([folder], contract)} == {
        "claim_id"
    }


def test_claims_alone_are_read(folder, contract):
    reading = read([folder / "claims.json", folder / "claims.json"], contract)
    assert (reading.problems, reading.found) == ([], [])
    assert len(reading.claims) == 2


# --- links out of an article ----------------------------------------------------------


@pytest.mark.parametrize("format_", ["json", "jsonl"])
@pytest.mark.parametrize(
    ("to", "message"),
    [
        ("denial#c1", ""),
        ("elsewhere#c1", ""),
        ("denial#c9", "'alice' has no annotation 'c9' in article 'denial'."),
        ("denial#q7", "'contradicts' does not link a claim to a quote."),
    ],
)
def test_a_link_into_an_article_of_the_same_file_ends_there(
    tmp_path, contract, records, format_, to, message
):
    made = [article_record(record) for record in records]
    made[0]["annotation_sets"][1]["relations"][1]["to"] = to
    file = tmp_path / f"a.{format_}"
    if format_ == "jsonl":
        file.write_text("\n".join(map(json.dumps, [*made, {}][:2])))
    else:
        file.write_text(json.dumps({"format": made[0]["format"], "articles": made}))
    problems = list(validate([file], contract))
    assert [problem.message for problem in problems] == [message] * bool(message)
    prefix = "" if format_ == "jsonl" else "articles/0/"
    for problem in problems:
        assert problem.path == f"{prefix}annotation_sets/1/relations/1/to"
        assert problem.line == 1
    assert read([file], contract).problems == problems


def test_a_broken_line_does_not_keep_links_from_being_checked(
    tmp_path, contract, records
):
    made = [article_record(record) for record in records]
    made[0]["annotation_sets"][1]["relations"][1]["to"] = "denial#c9"
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(["{", *map(json.dumps, made), "", '{"id": "denial"}']))
    lines = [problem.line for problem in validate([file], contract)]
    assert lines[0] == 1
    assert lines[-1] == 2
    assert set(lines[1:-1]) == {5}


# --- export ---------------------------------------------------------------------------


def test_an_export_says_what_it_holds(tmp_path, contract, records):
    done = export(records, tmp_path / "a.jsonl", "jsonl", contract)
    content = (tmp_path / "a.jsonl").read_bytes()
    assert (done.articles, done.sets, done.annotations) == (2, 4, 8)
    assert done.sha256 == hashlib.sha256(content).hexdigest()
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_a_line_of_an_export_is_a_record_for_every_reader(
    tmp_path, contract, records, format_
):
    out = tmp_path / f"a.{format_}"
    export(records, out, format_, contract, claims=CLAIMS, exported="2023-10-01")
    text = out.read_bytes().decode()
    assert text.splitlines() == text.removesuffix("\n").split("\n")
    if format_ == "jsonl":
        articles = [json.loads(line) for line in text.splitlines()]
    else:
        whole = json.loads(text)
        assert sorted(whole) == ["articles", "claims", "exported", "format"]
        assert list(whole) == sorted(whole)
        assert [claim["id"] for claim in whole["claims"]] == ["voted-62", "voted-97"]
        articles = [json.loads(line.rstrip(",")) for line in text.split("\n")[1:3]]
        assert articles == whole["articles"]
    assert [article["id"] for article in articles] == ["vote", "denial"]
    assert all(list(article) == sorted(article) for article in articles)
    assert articles[0]["text"] == VOTE


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_an_export_read_and_exported_again_is_the_same(
    tmp_path, contract, records, format_
):
    first, second = (tmp_path / f"{name}.{format_}" for name in "ab")
    export(records, first, format_, contract, claims=CLAIMS)
    assert list(validate([first], contract)) == []
    reading = read([first], contract)
    again = [found.record for found in reading.found]
    export(again, second, format_, contract, claims=reading.claims)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("format_", "content"),
    [
        ("jsonl", b""),
        ("json", b'{"articles": [\n],\n"claims": [],\n'
                 b'"format": "factcheck-annotations/1"\n}\n'),
    ],
)  # fmt: skip
def test_an_export_of_nothing_is_a_file_all_the_same(
    tmp_path, contract, format_, content
):
    out = tmp_path / f"a.{format_}"
    assert export([], out, format_, contract).articles == 0
    assert out.read_bytes() == content
    assert list(validate([out], contract)) == []


def test_an_export_may_go_to_an_open_file(tmp_path, contract, records):
    opened = io.BytesIO()
    done = export(iter(records), opened, "jsonl", contract)
    export(records, tmp_path / "a.jsonl", "jsonl", contract)
    assert opened.getvalue() == (tmp_path / "a.jsonl").read_bytes()
    assert done.articles == 2


def broken(records):
    """The records with three slips in two articles, and a third that is good."""
    vote, denial = records
    alice = vote.sets[0]
    figure = replace(alice.annotations[2], attributes={"kind": "per cent"})
    slip = replace(alice, annotations=(*alice.annotations[:2], figure))
    gone = replace(denial.sets[0], relations=(Relation("r", "same_as", "c1", "c9"),))
    return [
        replace(vote, sets=(slip, *vote.sets[1:])),
        replace(denial, article=replace(denial.article, url="nowhere"), sets=(gone,)),
        ArticleRecord(Article("good", "Good", "Good.")),
        replace(denial, sets=(gone,)),
    ]


@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_an_export_with_anything_wrong_writes_nothing_and_tells_all(
    tmp_path, contract, records, format_, is_open
):
    out = io.BytesIO() if is_open else tmp_path / "a.json"
    if isinstance(out, Path):
        out.write_text("what was there before")
    with pytest.raises(ExportRefused) as refused:
        export(broken(records), out, format_, contract)
    assert [problem.path for problem in refused.value.problems] == [
        "articles/vote/annotation_sets/1/annotations/1/attributes/kind",
        "articles/denial/url",
        "articles/denial/annotation_sets/0/relations/0/to",
        "articles/denial/id",
    ]
    assert str(refused.value).startswith(
        "Nothing was written: articles/vote/annotation"
    )
    assert str(refused.value).endswith(" and 3 more")
    if isinstance(out, Path):
        assert out.read_text() == "what was there before"
        assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    else:
        assert out.getvalue() == b""


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"claims": [CLAIMS[1]]}, "articles/vote/annotation_sets/1/annotations/2/"
         "attributes/claim_id"),
        ({"claims": [*CLAIMS, CLAIMS[1]]}, "claims/1/id"),
        ({"claims": [{"id": "x"}]}, "claims/0"),
        ({"exported": "today"}, "exported"),
    ],
)  # fmt: skip
def test_what_frames_an_export_is_checked_too(
    tmp_path, contract, records, change, path
):
    with pytest.raises(ExportRefused) as refused:
        export(records, tmp_path / "a.json", "json", contract, **change)
    assert path in [problem.path for problem in refused.value.problems]
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_nowhere_inside_the_export_is_refused(tmp_path, contract, records):
    vote, denial = records
    alice = vote.sets[0]
    link = Relation("r2", "contradicts", "c1", "denial#c9")
    slip = replace(vote, sets=(replace(alice, relations=(link,)),))
    with pytest.raises(ExportRefused, match="'alice' has no annotation 'c9'"):
        export([slip, denial], tmp_path / "a.jsonl", "jsonl", contract)
    assert export([slip], tmp_path / "a.jsonl", "jsonl", contract).articles == 1


def test_half_a_surrogate_pair_is_refused(tmp_path, contract, records):
    slip = replace(records[1], article=replace(records[1].article, title="\ud83d"))
    with pytest.raises(ExportRefused, match="half a surrogate pair"):
        export([slip], tmp_path / "a.jsonl", "jsonl", contract)
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_breaks_off_leaves_nothing_behind(tmp_path, contract, records):
    def breaks_off():
        yield records[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(breaks_off(), tmp_path / "a.jsonl", "jsonl", contract)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_an_error_of_the_caller(tmp_path, contract):
    with pytest.raises(ValueError, match="'xml' is no format to export in"):
        export([], tmp_path / "a.xml", "xml", contract)


@pytest.mark.skipif(os.name != "posix", reason="needs rights and links")
def test_an_export_keeps_to_the_umask_and_follows_a_link(tmp_path, contract, records):
    (tmp_path / "there").mkdir()
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "there" / "a.jsonl")
    export(records, tmp_path / "link.jsonl", "jsonl", contract)
    assert (tmp_path / "link.jsonl").is_symlink()
    (tmp_path / "plain").write_text("")
    real = tmp_path / "there" / "a.jsonl"
    assert real.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_export_tells_how_far_it_is(tmp_path, contract, records):
    seen = []
    note = lambda done, total: seen.append((done, total))  # noqa: E731
    export(records, tmp_path / "a.jsonl", "jsonl", contract, progress=note)
    export(iter(records), tmp_path / "a.jsonl", "jsonl", contract, progress=note)
    assert seen == [(1, 2), (2, 2), (1, 0), (2, 0)]


# --- a changed export is noticed ------------------------------------------------------


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_any_character_changed_in_an_export_is_noticed(
    tmp_path, contract, records, format_
):
    file = tmp_path / f"a.{format_}"
    export(records, file, format_, contract, claims=CLAIMS)
    whole = file.read_bytes().decode()
    chance = random.Random(97)
    # The frame around the records, and claims, have no proof: see docs/format.md.
    begin = whole.index('{"annotation_sets"')
    end = whole.rindex('"url":null}') + len('"url":null}')
    for _ in range(400):
        at = chance.randrange(begin, end)
        new = chance.choice([c for c in 'x7"😀 ,é' if c != whole[at]])
        file.write_bytes((whole[:at] + new + whole[at + 1 :]).encode())
        if json_or_none(file) == json_or_none(None, whole):
            continue  # A blank for a blank between two values means the same.
        assert list(validate([file], contract)), (at, whole[at], new)
        assert read([file], contract).problems


def json_or_none(file, text=None):
    text = file.read_bytes().decode() if text is None else text
    try:
        if text.startswith('{"articles'):
            return json.loads(text)
        return [json.loads(line) for line in text.split("\n") if line]
    except ValueError:
        return None


def test_an_id_renamed_with_all_its_links_is_noticed(tmp_path, contract, records):
    file = tmp_path / "a.jsonl"
    export(records[:1], file, "jsonl", contract)
    for old, new in (('"q1"', '"q2"'), ('"vote"', '"veto"'), ('"r1"', '"r7"')):
        whole = file.read_text()
        assert old in whole
        file.write_text(whole.replace(old, new))
        assert [problem.path for problem in validate([file], contract)] == ["proof"]
        file.write_text(whole)


def test_a_record_without_its_proof_may_be_changed_by_hand(tmp_path, contract, records):
    file = tmp_path / "a.jsonl"
    export(records[1:], file, "jsonl", contract)
    record = json.loads(file.read_text())
    del record["proof"]
    record["title"] = "Another title"
    file.write_text(json.dumps(record))
    assert list(validate([file], contract)) == []


# --- writing a dataset folder ---------------------------------------------------------


def content_of(folder):
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_dataset_folder_is_what_the_format_says(folder):
    files = content_of(folder)
    assert sorted(files) == [
        "annotators/alice.json",
        "annotators/bob.json",
        "articles.json",
        "articles/denial.txt",
        "articles/vote.txt",
        "claims.json",
        "gold.json",
    ]
    assert files["articles/vote.txt"].decode() == VOTE
    for name, content in files.items():
        if name.endswith(".json"):
            assert content.decode() == canonical_json(json.loads(content))
    assert [entry["id"] for entry in json.loads(files["articles.json"])] == [
        "denial",
        "vote",
    ]


def test_a_dataset_folder_read_and_written_again_is_the_same(
    folder, tmp_path, contract
):
    reading = read([folder], contract)
    records = [found.record for found in reading.found]
    first = write_dataset(tmp_path / "again", records, reading.claims, contract)
    assert content_of(tmp_path / "again") == content_of(folder)
    assert first == write_dataset(folder, records[::-1], reading.claims[::-1], contract)
    assert content_of(tmp_path / "again") == content_of(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="needs sha256sum")
def test_the_hash_of_a_folder_is_that_of_its_sha256sums(folder, contract):
    reading = read([folder], contract)
    records = [found.record for found in reading.found]
    done = write_dataset(folder, records, reading.claims, contract)
    names = sorted(content_of(folder))
    listing = subprocess.run(["sha256sum", *names], cwd=folder, capture_output=True)
    assert done.sha256 == hashlib.sha256(listing.stdout).hexdigest()


def test_writing_again_removes_what_is_gone_and_leaves_the_rest(
    folder, contract, records
):
    (folder / "README.md").write_text("About.")
    (folder / "articles" / "notes.md").write_text("Mine.")
    write_dataset(folder, [ArticleRecord(records[1].article)], [], contract)
    assert sorted(content_of(folder)) == [
        "README.md",
        "articles.json",
        "articles/denial.txt",
        "articles/notes.md",
        "claims.json",
    ]


def test_a_folder_of_other_things_is_left_alone(tmp_path, contract, records):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mine.txt").write_text("Mine.")
    with pytest.raises(ExportRefused, match="holds other things than a dataset"):
        write_dataset(tmp_path, records, CLAIMS, contract)
    assert sorted(content_of(tmp_path)) == ["articles/mine.txt"]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda records: broken(records), "articles/denial/url"),
        (lambda records: records[:1], "articles/vote/annotation_sets/1/relations/1/to"),
    ],
)
def test_a_dataset_folder_is_written_whole_or_not(
    tmp_path, contract, records, change, path
):
    with pytest.raises(ExportRefused) as refused:
        write_dataset(tmp_path / "port", change(records), CLAIMS, contract)
    assert path in [problem.path for problem in refused.value.problems]
    assert not (tmp_path / "port").exists()


def test_names_that_files_cannot_tell_apart_have_a_file_each(tmp_path, contract):
    names = [("Ann", "human"), ("ann", "human"), ("Änn", "human"), ("ann", "model")]
    gold = [("lena", "gold"), ("bob", "gold"), ("мария", "human")]
    record = ArticleRecord(
        Article("one", "One", "One."),
        tuple(AnnotationSet(name, kind) for name, kind in names + gold),
    )
    write_dataset(tmp_path / "port", [record], [], contract)
    files = [name.lower() for name in content_of(tmp_path / "port")]
    assert len(set(files)) == len(files) == 10
    reading = read([tmp_path / "port"], contract)
    assert reading.problems == []
    assert article_record(reading.found[0].record) == article_record(record)


texts = st.text(min_size=1).map(lambda raw: canonical(f"x{raw}").text)


@settings(deadline=None, max_examples=50)
@given(st.lists(texts, min_size=1, max_size=4, unique=True), st.data())
def test_any_article_survives_every_format(tmp_path_factory, contract, found, data):
    base = tmp_path_factory.mktemp("any")
    records = []
    for i, text in enumerate(found):
        note = data.draw(st.text(st.characters(codec="utf-8"), max_size=5)) or None
        span = Annotation("q1", "quote", ((0, 1),), {"speaker": "x\u2028"}, note)
        set_ = AnnotationSet("alice", annotations=(span,))
        records.append(ArticleRecord(Article(f"a{i}", "T", text), (set_,)))
    written = [article_record(record) for record in records]
    for format_ in ("json", "jsonl"):
        export(records, base / f"a.{format_}", format_, contract)
        reading = read([base / f"a.{format_}"], contract)
        assert reading.problems == []
        assert [article_record(f.record) for f in reading.found] == written
    write_dataset(base / "folder", records, [], contract)
    reading = read([base / "folder"], contract)
    assert reading.problems == []
    assert [article_record(f.record) for f in reading.found] == written


def test_the_sample_dataset_is_fine_and_is_written_back_byte_for_byte(
    tmp_path, contract
):
    sample = shipped("annotations", "sample")
    reading = read([sample], contract)
    assert reading.problems == []
    assert len(reading.found) == 6
    written = [found.record for found in reading.found]
    write_dataset(tmp_path / "sample", written, reading.claims, contract)
    before = content_of(sample)
    # What gold was made by is no part of the format.
    for name in ("README.md", "decisions.json"):
        before.pop(name, None)
    assert content_of(tmp_path / "sample") == before


# --- docs/format.md -------------------------------------------------------------------

FORMAT_MD = Path(__file__).parent.parent / "docs" / "format.md"


def blocks(language):
    parts = FORMAT_MD.read_text().split(f"```{language}\n")[1:]
    return [part.partition("```")[0] for part in parts]


def test_the_example_of_the_documentation_is_right(tmp_path, contract):
    (example,) = blocks("json")
    (tmp_path / "example.json").write_text(example)
    assert list(validate([tmp_path], contract)) == []
    (found,) = read([tmp_path], contract).found
    assert [label.label for label in found.record.sets[0].annotations] == [
        "quote",
        "claim",
        "figure",
    ]


def test_the_python_of_the_documentation_is_right(tmp_path, contract):
    (example,) = blocks("json")
    (tmp_path / "example.json").write_text(example)
    export(
        [found.record for found in read([tmp_path], contract).found],
        tmp_path / "example.jsonl",
        "jsonl",
        contract,
    )
    record = json.loads((tmp_path / "example.jsonl").read_text())
    for block in blocks("python"):
        exec(block, {"record": record, "json": json, "hashlib": hashlib})


def test_every_property_of_an_article_stands_in_the_documentation(contract):
    documented = FORMAT_MD.read_text()
    for part in ("article", "annotation_set", "annotation", "canonical_claim"):
        for name in contract.schema["$defs"][part]["properties"]:
            assert f"`{name}`" in documented, name
