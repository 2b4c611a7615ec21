"""`workbench export --gold`: what adjudication made, proved, and split for good."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench import adjudication, schema
from workbench.cli import main
from workbench.dataset import Article, set_record
from workbench.store import (
    adjudications,
    articles,
    batches,
    connect,
    gold,
    migrations,
    people,
    sets,
)

CONTRACT = schema.load()
LABELS = CONTRACT.labels


def check(made, text):
    return CONTRACT.set_problems(set_record(made, text), text)


def run(*arguments: object, code: int = 0):
    done = CliRunner().invoke(main, ["export", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


def rejected(case, table):

    return adjudication.reject(case)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Two batches of three articles each; a claim runs through the first article of
    both; in each article a figure was rejected."""
    path = tmp_path / "workbench.db"
    migrations.migrate(path)
    db = connect(path)
    ana, lena = people.ensure(db, "ana").id, people.ensure(db, "lena", role="lead").id
    for batch in ("One", "Two"):
        keys = [f"{batch.lower()}-{n}" for n in range(3)]
        for key in keys:
            body = f"The dam of {key} holds 40 tonnes."
            row = articles.add(db, Article(key, key, body))
            desk, name = sets.Desk(row, body, ana, "1"), f"{key}-"
            claim = {"asserted_by": "article", "checkable": "checkable"}
            if key.endswith("0"):
                claim["claim_id"] = "dam-holds"
            end = body.index(" holds")
            sets.add(db, desk, sets.Op(name + "1", "w", 0), "claim", [(0, end)], claim)
            at = body.index("40")
            kind = {"kind": "count"}
            place = [(at, at + 2)]
            sets.add(db, desk, sets.Op(name + "2", "w", 9), "figure", place, kind)
            sets.submit(db, desk, sets.Op(name + "3", "w", 9))
            adjudications.begin(db, key, lena, labels=LABELS)
            table = adjudications.read(db, key, LABELS)
            assert table
            for case in table.cases:
                if case.proposals[0].annotation.label == "figure":
                    op = sets.Op(name + "4", "w", 99)
                    adjudications.decide(
                        db,
                        key,
                        lena,
                        op,
                        case.key,
                        rejected,
                        labels=LABELS,
                        reason="slip",
                    )
            op = sets.Op(name + "5", "w", 99)
            adjudications.accept_unanimous(db, key, lena, op, labels=LABELS)
            op = sets.Op(name + "6", "w", 99)
            adjudications.sign_off(
                db, key, lena, op, labels=LABELS, schema="s", check=check
            )
        made = batches.make(
            db,
            batch,
            by=lena,
            guideline="1",
            overlap=1,
            labels=["claim"],
            articles=keys,
            people=[ana],
        )
        gold.make(db, made.id, lena, labels=LABELS, schema="s", check=check)
    db.close()
    return path


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_gold_is_exported_with_where_it_comes_from(db, tmp_path):
    out = tmp_path / "gold.jsonl"
    run("--gold", "--names", "--db", db, "-o", out)
    found = lines(out)
    assert [one["id"] for one in found] == [
        f"{b}-{n}" for b in ("one", "two") for n in range(3)
    ]
    for one in found:
        [made] = one["annotation_sets"]
        assert (made["kind"], made["status"]) == ("gold", "adjudicated")
        [claim] = made["annotations"]
        assert claim["origin"]["path"] == "single"
        assert claim["origin"]["sources"] == [{"annotator": "ana", "id": "a1"}]
        assert "rejected" not in made


def test_hard_negatives_come_when_they_are_asked_for(db, tmp_path):
    out = tmp_path / "gold.jsonl"
    run("--gold", "--with-rejected", "--batch", "Two", "--db", db, "-o", out)
    assert [one["id"] for one in lines(out)] == ["two-0", "two-1", "two-2"]
    for one in lines(out):
        [negative] = one["annotation_sets"][0]["rejected"]
        assert (negative["label"], negative["origin"]["reason"]) == ("figure", "slip")


def test_a_split_is_a_folder_with_a_manifest_that_proves_it(db, tmp_path):
    folder = tmp_path / "split"
    arguments = ("--gold", "--split", "train=50,test=50", "--seed", 3, "--db", db)
    run(*arguments, "-o", folder)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["split"] == {"seed": 3, "shares": {"train": 50, "test": 50}}
    assert [one["name"] for one in manifest["versions"]] == ["One v1", "Two v1"]
    placed = {}
    for one in manifest["files"]:
        content = (folder / one["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == one["sha256"]
        assert len(content) == one["bytes"]
        if "articles" not in one:
            assert one["file"] == "README.md"
            continue
        found = lines(folder / one["file"])
        assert len(found) == one["articles"]
        placed |= {record["id"]: one["file"] for record in found}
    assert len(placed) == 6
    assert set(placed.values()) == {"train.jsonl", "test.jsonl"}
    assert placed["one-0"] == placed["two-0"], "they carry the same claim"
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    again = json.loads(run(*arguments, "--json", "-o", folder).output)
    assert again["files"] == manifest["files"]
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--batch", "One"), "are for --gold"),
        (("--gold", "--article", "one-0"), "without --gold"),
        (("--gold", "--split", "train=80"), "name it with -o"),
        (("--gold", "--split", "train=80", "-o", "x.jsonl"), "are for a folder"),
        (("--gold", "--licence", "CC0"), "are for a folder"),
        (("--names",), "are for --gold"),
        (("--gold", "--batch", "One", "--version", "2"), "2 of 'One', only 1."),
        (("--gold", "--version", "1"), "only One v1, Two v1: name its --batch."),
        (("--gold", "--seed", "3", "-o", "x"), "--seed is for --split"),
        (("--seed", "3"), "are for --gold"),
        (("--gold", "--format", "json", "-o", "x"), "is for one file"),
        (("--gold", "--exported", "2026-01-31"), "lines have no day"),
        (("--gold", "--exported", "today", "-o", "x"), "'today' is no day"),
        (("--gold", "--exported", "20260131", "-o", "x"), "'20260131' is no day"),
        (("--gold", "--split", "train", "-o", "x"), "is no share"),
        (("--gold", "--batch", "Three"), "no batch called 'Three'"),
    ],
)
def test_what_cannot_be_asked_for_is_said(db, arguments, told):
    assert told in run(*arguments, "--db", db, code=2).output


def test_a_file_where_the_folder_should_be_is_left_as_it_is(db, tmp_path):
    output = tmp_path / "gold"
    output.write_text("mine")
    assert "name a folder" in run("--gold", "--db", db, "-o", output, code=1).output
    assert output.read_text() == "mine"


def test_without_a_version_there_is_no_gold(tmp_path):
    path = tmp_path / "empty.db"
    migrations.migrate(path)
    assert "There is no gold yet" in run("--gold", "--db", path, code=2).output
