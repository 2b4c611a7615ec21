"""`workbench stats`: the same counts for the command, the data card and scripts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench import files, schema, stats
from workbench.cli import main
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.places import shipped
from workbench.spans import Annotation, Origin, Relation

CONTRACT = schema.load()
SAMPLE = shipped("annotations", "sample")
TEXT = "Almost 97 percent voted, he said, “and more will”."


def run(*arguments: object, code: int = 0):
    done = CliRunner().invoke(main, ["stats", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


def record(*sets: AnnotationSet, id: str = "a", **more: str) -> ArticleRecord:
    return ArticleRecord(Article(id, id, TEXT, **more), sets)


def counted(*records: ArticleRecord) -> stats.Stats:
    return stats.counted(records, CONTRACT.labels)


def test_articles_are_counted_by_outlet_language_and_day():
    found = counted(
        record(outlet="Tidings", language="en", published="2023-09-18"),
        record(id="b", outlet="Tidings", published="2022-01-31"),
        record(id="c"),
    )
    assert (found.articles, found.words) == (3, 27)
    assert found.characters == 3 * len(TEXT)
    assert found.outlets == {"Tidings": 2, stats.UNKNOWN: 1}
    assert found.languages == {"en": 1, stats.UNKNOWN: 2}
    assert stats.published(found) == "2022-01-31 to 2023-09-18, 1 without a day"


def test_every_attribute_is_there_with_how_many_have_it():
    figure = Annotation("f1", "figure", ((0, 17),), {"kind": "percent", "value": 97})
    quote = Annotation(
        "q1", "quote", ((0, 23), (34, 50)), {"type": "mixed"}, None, True
    )
    links = (Relation("r1", "expresses", "q1", "f1"),)
    found = counted(
        record(AnnotationSet("ana", "human", "submitted", "1", (), (figure, quote))),
        record(
            AnnotationSet(
                "ana", "human", "in_progress", "", ("cue",), (figure,), links
            ),
            AnnotationSet("ben"),
            id="b",
        ),
    ).kinds["human"]
    assert (found.sets, found.annotations, found.unsure) == (2, 3, 1)
    assert found.people == {"ana": 2}, "who has not begun has no set"
    assert found.labels["figure"].annotations == 2
    assert found.labels["figure"].attributes["value"] == 2
    assert found.labels["figure"].attributes["modifier"] == 0
    assert found.labels["quote"].interrupted == 1
    assert found.labels["claim"].annotations == 0
    assert (found.none, found.links) == ({"cue": 1}, {"expresses": 1})
    assert found.guidelines == {"1": 1, stats.UNKNOWN: 1}


def test_of_gold_it_is_counted_where_it_comes_from():
    def made(id: str, **more: str) -> Annotation:
        origin = Origin("adjudicated", (("ana", "f1"),), by="lena", **more)
        return Annotation(id, "figure", ((0, 17),), {"kind": "percent"}, origin=origin)

    found = counted(
        record(
            AnnotationSet(
                "gold",
                "gold",
                "adjudicated",
                annotations=(made("a1", rule="union"), made("a2", reason="slip")),
                rejected=(made("x1", reason="slip"),),
            )
        )
    ).kinds["gold"]
    assert (found.annotations, found.rejected) == (2, 1)
    assert found.paths == {"adjudicated": 2}
    assert (found.reasons, found.rules) == ({"slip": 2}, {"union": 1})
    assert found.adjudicators == {"lena": 3}
    assert found.labels["figure"].rejected == 1


def test_the_command_counts_a_folder_a_file_and_the_database_alike(tmp_path):
    reading = files.read([SAMPLE], CONTRACT)
    path = tmp_path / "all.jsonl"
    files.export([f.record for f in reading.found], path, "jsonl", CONTRACT)
    of_folder = json.loads(run(SAMPLE, "--json").output)
    of_file = json.loads(run(path, "--json").output)
    db = tmp_path / "workbench.db"
    CliRunner().invoke(main, ["import", str(SAMPLE), "--db", str(db)])
    of_database = json.loads(run("--db", db, "--json").output)
    assert of_folder.pop("files") == of_file.pop("files") == {}
    assert of_folder == of_file == of_database
    assert of_folder["articles"] == 6
    assert of_folder["kinds"]["human"]["people"] == {"ana": 6, "ben": 6, "chidi": 5}
    assert of_folder["kinds"]["human"]["statuses"]["in_progress"] == 1


def test_several_files_are_counted_each_by_itself_too(tmp_path):
    for name in "xy":
        one = record(id=name)
        text = one.article.text + name
        path = tmp_path / f"{name}.jsonl"
        made = ArticleRecord(Article(name, name, text))
        files.export([made], path, "jsonl", CONTRACT)
    found = json.loads(run(tmp_path, "--json").output)
    assert found["articles"] == 2
    assert [one["articles"] for one in found["files"].values()] == [1, 1]
    assert str(tmp_path / "x.jsonl") in run(tmp_path).output


def test_the_words_of_the_command_are_for_people():
    told = run(SAMPLE).output
    assert "6 articles, 2,006 words" in told
    assert "languages: en 5, ar 1" in told
    assert "submitted 16, in_progress 1" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere.jsonl",), "there is no such file or folder"),
        ((str(SAMPLE), "--batch", "x"), "Name files or a database, not both"),
        (("--db", "nowhere.db"), "There is no database nowhere.db"),
    ],
)
def test_what_cannot_be_counted_is_said(arguments, told):
    assert told in run(*arguments, code=2).output


def test_a_file_with_problems_is_not_counted(tmp_path: Path):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"format": "factcheck-annotations/1"}\n')
    told = run(path, code=2).output
    assert "nothing was counted" in told
    assert "bad.jsonl:1" in told
    found = json.loads(run(path, "--json", code=2).output)
    assert found["problems"]


def test_an_unknown_batch_is_named(tmp_path: Path):
    db = tmp_path / "workbench.db"
    CliRunner().invoke(main, ["import", str(SAMPLE), "--db", str(db)])
    told = run("--db", db, "--batch", "spring", code=2).output
    assert "There is no batch called 'spring'" in told


def test_what_came_from_suggestions_is_counted_and_makes_nobody_an_adjudicator():
    origin = Origin("accepted", (("rules", "q1"),), rule="quote", version="1")
    quote = Annotation("q1", "quote", ((0, 23),), {"type": "mixed"}, origin=origin)
    no = Origin("rejected", (("rules", "q2"),), rule="quote", version="1")
    other = Annotation("x1", "quote", ((34, 50),), {"type": "mixed"}, origin=no)
    found = counted(
        record(
            AnnotationSet(
                "ana", "human", "submitted", annotations=(quote,), rejected=(other,)
            )
        )
    ).kinds["human"]
    assert (found.annotations, found.rejected) == (1, 1)
    assert found.paths == {"accepted": 1}
    assert (found.adjudicators, found.schemas) == ({}, {})


@pytest.mark.parametrize(
    ("part", "of", "told"),
    [
        (0, 300, "0 (0 %)"),
        (1, 300, "1 (<1 %)"),
        (150, 300, "150 (50 %)"),
        (299, 300, "299 (>99 %)"),
        (1200, 1200, "1,200 (100 %)"),
        (3, 0, "3"),
    ],
)
def test_only_none_is_no_percent_and_only_all_is_a_hundred(part, of, told):
    assert stats.share(part, of) == told


def test_a_name_is_told_from_the_number_and_from_the_next_name():
    counts = {"Times, The": 3, "Post": 2, "Route 66": 1}
    assert stats.tallied(counts) == "“Times, The” 3, Post 2, “Route 66” 1"
