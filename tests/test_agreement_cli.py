"""`workbench agreement` and `workbench disagreements`: reports, thresholds, codes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.commands import FERRY as TEXT
from tests.commands import plain, run
from workbench import agreement, files, measured, schema
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.places import shipped
from workbench.spans import Annotation
from workbench.store import batches, connect, migrations, people, records
from workbench.web import create_app

__all__ = ["plain"]  # a fixture

SAMPLE = shipped("annotations", "sample")


def quote(start: int, end: int, speaker: str = "Ida Holm") -> Annotation:
    told = {"type": "direct", "speaker": speaker}
    return Annotation(f"q{start}", "quote", ((start, end),), told)


def annotated(
    name: str, *found: Annotation, status: str = "submitted"
) -> AnnotationSet:
    return AnnotationSet(name, "human", status, "1", (), found)


def article(id: str, *sets: AnnotationSet) -> ArticleRecord:
    return ArticleRecord(Article(id, id, f"{id}\n{TEXT}"), sets)


def written(path: Path, *made: ArticleRecord) -> Path:
    files.export(made, path, "jsonl", schema.load())
    return path


def pair(id: str, *ends: int) -> ArticleRecord:
    return article(
        id,
        *(
            annotated(name, quote(4, end), quote(45, 58))
            for name, end in zip(("ana", "ben"), ends, strict=True)
        ),
    )


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return written(
        tmp_path / "three.jsonl",
        pair("one", 28, 28),
        pair("two", 28, 27),
        article(
            "wip",
            annotated("ana", quote(4, 28)),
            annotated("ben", status="in_progress"),
        ),
    )


# --- the report -----------------------------------------------------------------------


def test_the_sample_has_a_report_that_says_what_it_means():
    told = run("agreement", SAMPLE).output
    assert told.startswith("6 documents, 6 of them finished by two or more annotators.")
    assert "too low to rely on" in told
    for word in ("ana", "chidi", "By label", "Worst documents", "harbour-wire"):
        assert word in told


def test_unfinished_work_is_absent_and_not_empty(three):
    found = json.loads(run("agreement", three, "--json").output)
    assert (found["n_docs"], found["n_docs_shared"]) == (3, 2)
    assert found["annotators"]["ben"] == {
        "finished": 2,
        "assigned": 3,
        "spans": {"quote": 4},
    }


def test_command_and_library_give_the_same_digits(three):
    reading = files.read([three], schema.load())
    made = measured.report_of(found.record for found in reading.found)
    told = json.loads(run("agreement", three, "--json").output)
    assert told == json.loads(json.dumps(made.as_record()))


def test_a_dataset_folder_a_json_and_a_jsonl_file_give_the_same(tmp_path):
    contract = schema.load()
    reading = files.read([SAMPLE], contract)
    made = [found.record for found in reading.found]
    paths = [SAMPLE]
    for kind in ("json", "jsonl"):
        path = tmp_path / f"sample.{kind}"
        files.export(made, path, kind, contract, claims=reading.claims)
        paths.append(path)
    told = [
        run("agreement", path, "--json", "--bootstrap", 20).output for path in paths
    ]
    assert told[0] == told[1] == told[2]


def test_each_annotators_own_file_is_joined_by_the_text(tmp_path):
    whole = pair("one", 28, 27)
    parts = [
        written(tmp_path / f"{s.annotator}.jsonl", replace(whole, sets=(s,)))
        for s in whole.sets
    ]
    told = run("agreement", *parts, "--only", "f1_exact", "--only", "n_docs").output
    assert told == "f1_exact  0.5000\nn_docs  1\n"


def test_processes_change_no_digit(three):
    one = run("agreement", three, "--json").output
    assert run("agreement", three, "--json", "--jobs", 2).output == one


def test_aided_and_unaided_sets_are_read_apart(tmp_path):
    def with_aid(record: ArticleRecord) -> ArticleRecord:
        return replace(record, sets=tuple(replace(s, aided=True) for s in record.sets))

    both = written(
        tmp_path / "b.jsonl", pair("one", 28, 28), with_aid(pair("two", 28, 27))
    )
    alone = {
        "unaided": written(tmp_path / "u.jsonl", pair("one", 28, 28)),
        "aided": written(tmp_path / "a.jsonl", with_aid(pair("two", 28, 27))),
    }
    for way, file in alone.items():
        told = json.loads(run("agreement", both, "--json", "--aided", way).output)
        expected = json.loads(run("agreement", file, "--json").output)
        # As if the others' articles were not there, and nothing is said of them.
        assert told == expected
        assert "finished by nobody" not in str(told)
        cases = json.loads(run("disagreements", both, "--json", "--aided", way).output)
        assert cases == json.loads(run("disagreements", file, "--json").output)
    run("agreement", both, "--aided", "half", code=2)


def test_gold_is_no_annotator_unless_asked():
    plain = json.loads(run("agreement", SAMPLE, "--json", "--bootstrap", 10).output)
    assert list(plain["annotators"]) == ["ana", "ben", "chidi"]
    kinds = ("--kind", "human", "--kind", "gold")
    both = json.loads(
        run("agreement", SAMPLE, "--json", "--bootstrap", 10, *kinds).output
    )
    assert "ana (human)" in both["annotators"]
    assert any(name.endswith("(gold)") for name in both["annotators"])


@pytest.mark.parametrize(
    ("format_", "start"),
    [("md", "# Agreement"), ("html", "<!doctype html>"), ("csv", "name,value,")],
)
def test_every_format_comes_out_and_goes_into_a_file(three, tmp_path, format_, start):
    told = run("agreement", three, "--format", format_).output
    assert told.startswith(start)
    path = tmp_path / "report"
    run("agreement", three, "--format", format_, "-o", path)
    assert path.read_text(encoding="utf-8") == told


@pytest.mark.parametrize("by", ["doc", "pair", "label", "attribute"])
def test_by_has_a_row_for_each(three, by):
    rows = {
        "doc": "two",
        "pair": "ana and ben",
        "label": "quote",
        "attribute": "speaker",
    }
    assert f"\n  {rows[by]}  " in run("agreement", three, "--by", by).output


def test_only_and_by_ask_one_measure_of_each(three):
    told = run("agreement", three, "--only", "f1_exact", "--by", "doc").output
    assert told == "f1_exact@one  1.0000\nf1_exact@two  0.5000\n"


# --- thresholds and codes -------------------------------------------------------------


def test_thresholds_that_hold_exit_0(three):
    told = run("agreement", three, "--min", "f1_exact=0.7", "--min", "alpha_char=0.5")
    assert "met  f1_exact 0.7500, at least 0.7, 95 % interval [0.5" in told.output


def test_a_missed_threshold_exits_1_and_says_everything(three):
    told = run("agreement", three, "--min", "f1_exact[quote]=0.9", code=1).output
    [line] = [line for line in told.splitlines() if line.startswith("MISSED")]
    assert line == (
        "MISSED  f1_exact[quote] 0.7500, at least 0.9, 95 % interval "
        "[0.5000, 1.0000], n 8"
    )


def test_on_ci_holds_the_lower_end_against_the_threshold(three):
    run("agreement", three, "--min", "f1_exact=0.7", "--on", "value")
    run("agreement", three, "--min", "f1_exact=0.7", "--on", "ci", code=1)
    told = run("agreement", three, "--min", "f1_exact@two=0.1", "--on", "ci", code=3)
    assert "one document has no interval" in told.output


def test_what_is_undefined_exits_3_and_never_0(three):
    told = run("agreement", three, "--min", "f1_exact[claim]=0", code=3).output
    assert "UNDEFINED  f1_exact[claim] none" in told
    assert "nothing was marked" in told
    told = run("agreement", three, "--only", "alpha_char[claim]", code=3).output
    assert "undefined: there is no variation" in told


def test_too_few_shared_documents_exit_3(three, tmp_path):
    run("agreement", three, "--min-shared-docs", 2)
    told = run("agreement", three, "--min-shared-docs", 3, code=3)
    assert "2 documents finished by two or more annotators, and 3 needed" in told.output
    alone = written(tmp_path / "alone.jsonl", article("a", annotated("ana")))
    run("agreement", alone, code=3)


def test_a_missed_threshold_weighs_more_than_an_undefined_one(three):
    both = ("--min", "f1_exact=0.9", "--min", "f1_exact[claim]=0.1")
    run("agreement", three, *both, code=1)


def test_json_has_the_thresholds_too(three):
    told = run("agreement", three, "--json", "--min", "f1_exact=0.9", code=1).output
    [gate] = json.loads(told)["gates"]
    assert (gate["name"], gate["met"], gate["value"], gate["n"]) == (
        "f1_exact",
        False,
        0.75,
        8,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "f1_exat"], "Known are: f1_exact"),
        (["--only", "f1_exact[qoute]"], "There are: claim, cue, figure"),
        (["--min", "f1_exact"], "is not NAME=VALUE"),
        (["--min", "f1_exact=much"], "is not NAME=VALUE"),
        (["--min", "f1_exact@nine=1"], "names no document"),
        (["--only", "f1_exact", "--by", "attribute"], "cannot be asked for one"),
        (["--db", "x.db"], "not both"),
        (["--batch", "spring"], "not both"),
        (["--json", "--format", "md"], "Choose one"),
        (["--only", "f1_exact", "--format", "html"], "text, csv or JSON"),
    ],
)
def test_what_cannot_be_asked_exits_2(three, arguments, said):
    assert said in run("agreement", three, *arguments, code=2).output


def test_files_are_checked_before_anything_is_measured(three, tmp_path):
    lines = three.read_text(encoding="utf-8").splitlines()
    record = json.loads(lines[1])
    record.pop("proof")
    record["annotation_sets"][0]["annotations"][0]["text"] = ["something else"]
    bad = tmp_path / "bad.jsonl"
    bad.write_text("\n".join([lines[0], json.dumps(record)]) + "\n", encoding="utf-8")
    told = run("agreement", bad, code=2).output
    assert "bad.jsonl:2: annotation_sets/0/annotations/0/text/0" in told
    assert "1 problem; nothing was measured." in told
    assert "problems" in json.loads(run("agreement", bad, "--json", code=2).output)
    assert "no such file" in run("agreement", tmp_path / "none.json", code=2).output
    run("disagreements", bad, code=2)


# --- the database ---------------------------------------------------------------------


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "workbench.db"
    migrations.migrate(path)
    db = connect(path)
    made = [pair("one", 28, 28), pair("two", 28, 27), pair("six", 20, 27)]
    assert not records.bring_in(db, made).problems
    lead = people.lead(db)
    batches.make(
        db,
        "spring",
        by=lead.id,
        guideline="1",
        overlap=2,
        labels=["quote"],
        articles=["one", "two"],
        people=[people.ensure(db, name).id for name in ("ana", "ben")],
    )
    db.close()
    return path


def test_the_database_is_read_where_no_file_is_named(stored, tmp_path):
    told = json.loads(run("agreement", "--db", stored, "--json").output)
    assert told["n_docs_shared"] == 3
    export = tmp_path / "all.jsonl"
    run("export", "--db", stored, "-o", export)
    assert json.loads(run("agreement", export, "--json").output) == told


def test_a_batch_has_its_own_agreement(stored):
    asked = ("--only", "f1_exact", "--only", "n_docs")
    told = run("agreement", "--db", stored, "--batch", "spring", *asked).output
    assert told == "f1_exact  0.7500\nn_docs  2\n"
    told = run("agreement", "--db", stored, "--batch", "autumn", code=2).output
    assert "no batch called 'autumn'" in told


def test_disagreements_in_the_database_have_an_address(stored):
    told = run("disagreements", "--db", stored, "--url", "https://x.org/").output
    assert "two [4, 28): different borders" in told
    [address] = [line.strip() for line in told.splitlines() if "/two/" in line]
    path = "/articles/two/beside?set=human/ana&set=human/ben&at=4"
    assert address == f"https://x.org{path}#here"
    app = create_app({"DB": str(stored)})
    db = connect(stored)
    link = people.make_link(db, people.lead(db))
    db.close()
    client = app.test_client()
    client.post(f"/sign-in/{link}", headers={"Sec-Fetch-Site": "same-origin"})
    page = client.get(path).text
    assert "Fares rose 40 percent" in page
    assert 'id="here"' in page
    assert told.endswith(
        "2 cases in 3 documents that two or more annotators finished.\n"
    )


# --- disagreements --------------------------------------------------------------------


def test_disagreements_say_who_said_what(three):
    told = run("disagreements", three).output
    assert told == (
        "two [4, 28): different borders\n"
        "  ana: quote ““Fares rose 40 percent,””\n"
        "  ben: quote ““Fares rose 40 percent,”\n"
        "\n"
        "1 case in 2 documents that two or more annotators finished.\n"
    )


def test_disagreements_as_json_hold_the_text_of_every_unit(three):
    told = json.loads(run("disagreements", three, "--json").output)
    [case] = told["cases"]
    assert told["shared"] == 2
    assert case["text"] == "“Fares rose 40 percent,”"
    assert case["said"]["ben"][0]["text"] == ["“Fares rose 40 percent,"]
    assert case["address"] is None


def test_disagreements_can_be_narrowed(three):
    for narrow in (
        ("--about", "missed"),
        ("--label", "claim"),
        ("--article", "one"),
    ):
        assert "\n0 cases" in "\n" + run("disagreements", three, *narrow).output


def test_nothing_to_compare_exits_3(tmp_path):
    alone = written(tmp_path / "alone.jsonl", article("a", annotated("ana")))
    assert run("disagreements", alone, code=3).output.startswith("0 cases")


def test_the_cases_of_the_sample_are_those_of_the_library():
    found = files.read([SAMPLE], schema.load()).found
    wanted = sum(
        len(list(agreement.disagreements(measured.document(one.record))))
        for one in found
    )
    told = run("disagreements", SAMPLE).output
    assert told.splitlines()[-1].startswith(f"{wanted} cases in 6 documents")
