"""`workbench suggest`: held against gold, with what comes from outside."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench import files, schema
from workbench.cli import main
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.places import shipped
from workbench.spans import Annotation

SAMPLE = shipped("annotations", "sample")
TEXT = "“Fares rose 40 percent,” said Ida Holm.\nThe ferry stops in May.\n"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches a test."""
    for name in list(os.environ):
        if name.startswith("WORKBENCH_"):
            monkeypatch.delenv(name)


def run(*arguments: object, code: int = 0) -> Result:
    """A command in this process, and its exit code checked."""
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    return result


def quote(start: int, end: int, **told: str) -> Annotation:
    return Annotation(
        f"q{start}",
        "quote",
        ((start, end),),
        {"type": "direct", "speaker": "Ida Holm", **told},
    )


def written(path: Path, *sets: AnnotationSet) -> Path:
    record = ArticleRecord(Article("ferry", "Ferry", TEXT), sets)
    files.export([record], path, "jsonl", schema.load())
    return path


# --- held against gold ----------------------------------------------------------------


def test_the_sample_is_evaluated_by_one_command() -> None:
    told = run("suggest", "--evaluate", SAMPLE).output
    assert "6 articles with gold." in told
    assert "quote.cue" in told
    assert "Missed:" in told
    numbers = json.loads(run("suggest", "--evaluate", SAMPLE, "--json").output)
    labels = numbers["labels"]
    assert labels["quote"]["kinds"]["direct"]["exact"]["f1"] >= 0.95
    assert labels["quote"]["kinds"]["indirect"]["exact"]["f1"] >= 0.6
    assert labels["figure"]["exact"]["f1"] >= 0.95
    assert labels["claim"]["overlap"]["f1"] >= 0.5
    assert labels["figure"]["attributes"]["value"]["accuracy"] >= 0.95


def test_an_export_is_evaluated_with_its_misses_and_false_ones(tmp_path: Path) -> None:
    gold = AnnotationSet(
        "gold",
        "gold",
        "adjudicated",
        annotations=(quote(0, 24, speaker="Ida"), quote(40, 62)),
    )
    file = written(tmp_path / "gold.jsonl", gold)
    told = run("suggest", "--evaluate", file, "--claims", "off").output
    assert "ferry [40, 62) quote: “The ferry stops in May”" in told
    assert "ferry [12, 22) figure: “40 percent” (figure.digits)" in told
    assert "speaker is 'Ida Holm', in the gold 'Ida'" in told
    assert "claim" not in told


def test_a_single_annotator_answers_where_there_is_no_gold(tmp_path: Path) -> None:
    ana, ben = (
        AnnotationSet(name, "human", "submitted", annotations=(quote(0, 24),))
        for name in ("ana", "ben")
    )
    one = written(tmp_path / "one.jsonl", ana)
    assert "1 article with gold" in run("suggest", "--evaluate", one).output
    two = written(tmp_path / "two.jsonl", ana, ben)
    refused = run("suggest", "--evaluate", two, code=3)
    assert "No article has an answer" in refused.output


def test_what_cannot_be_read_is_not_evaluated(tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    file.write_text("{}\n")
    assert "broken.jsonl" in run("suggest", "--evaluate", file, code=2).output
    told = json.loads(run("suggest", "--evaluate", file, "--json", code=2).output)
    assert told["problems"]


def test_gold_and_articles_are_not_named_together(tmp_path: Path) -> None:
    assert "not both" in run("suggest", "a.txt", "--evaluate", SAMPLE, code=2).output
    assert "Name a file" in run("suggest", code=2).output
