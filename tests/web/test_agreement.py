"""Agreement on pages: the command's digits, each with the way to its cases."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from werkzeug.test import TestResponse

from workbench import files, measured, places, schema
from workbench.agreement import compute
from workbench.cli import main
from workbench.store import accounts, batches, people, records

from .conftest import House
from .dom import Node

CONTRACT = schema.load()


@pytest.fixture
def sample(house: House) -> House:
    """The sample dataset: three people who have submitted six articles."""
    found = files.read([places.shipped("annotations", "sample")], CONTRACT)
    assert found.problems == []
    records.bring_in(house.db, [f.record for f in found.found], found.claims)
    return house


def table(page: Node, title: str) -> list[list[str]]:
    region = next(
        node for node in page.walk() if node.attributes.get("aria-label") == title
    )
    return [
        [cell.words for cell in row.elements if cell.tag in ("th", "td")]
        for row in region.one("tbody").all("tr")
    ]


def test_the_page_the_file_and_the_library_give_the_same_digits(sample, lena):
    documents = [measured.document(r) for r in records.export(sample.db)]
    names = ["alpha_char", "f1_exact", "f1_soft[quote]", "alpha_char.ci95"]
    right = compute(documents, names)
    told = json.loads(lena.client.get("/agreement/report.json").data)
    for name in names:
        value = right[name]
        assert told[name] == (list(value) if isinstance(value, tuple) else value), name
    rows = {row[0]: row for row in table(lena.page("/agreement"), "By label")}
    low, high = right["alpha_char.ci95"]
    assert rows["all"][1] == f"{right['f1_exact']:.2f}"
    assert rows["all"][4] == f"{right['alpha_char']:.3f} [{low:.2f}, {high:.2f}]"
    assert rows["quote"][2] == f"{right['f1_soft[quote]']:.2f}"


def test_the_command_says_the_same_of_the_same_database(sample, lena):
    told = CliRunner().invoke(main, ["agreement", "--db", str(sample.path), "--json"])
    assert told.exit_code == 0, told.output
    command = json.loads(told.stdout)
    page = json.loads(lena.client.get("/agreement/report.json").data)
    assert {k: v for k, v in command.items() if v != page.get(k)} == {}
    assert command["alpha_char"] == page["alpha_char"]


def test_a_script_with_a_leads_token_gets_the_same_record(sample, lena):
    token = accounts.make_token(
        sample.db, lena.person.id, "nightly", "read", timedelta(days=1)
    )

    def ask(path: str) -> TestResponse:
        headers = {"Authorization": f"Bearer {token}"}
        return sample.app.test_client().get(f"/api/v1{path}", headers=headers)

    page = json.loads(lena.client.get("/agreement/report.json").data)
    assert ask("/agreement").json == page
    assert ask("/agreement?batch=99").status_code == 422
    assert ask("/agreement?batch=x").status_code == 422
    assert ask("/agreement?bath=1").status_code == 422


def test_each_number_leads_to_its_cases_and_each_case_to_its_place(sample, lena):
    page = lena.page("/agreement")
    links = [a["href"] for a in page.all("a") if "/agreement/cases" in a["href"]]
    assert len(links) > 8
    for link in set(links):
        assert lena.get(link).status_code == 200, link
    found = lena.page("/agreement/cases?label=figure&kind=borders")
    case = found.all("article")[0]
    assert "different borders" in case.words
    assert {dt.words for dt in case.all("dt")} <= {"ana", "ben", "chidi"}
    place = case.one("a")["href"]
    assert "here" in lena.page(place.partition("#")[0]).ids()


def test_cases_are_of_a_pair_an_article_or_a_label_when_asked(sample, lena):
    pair = lena.page("/agreement/cases?pair=ana|ben")
    assert "of ana and ben alone" in pair.words
    assert {dt.words for dt in pair.all("dt")} == {"ana", "ben"}
    one = lena.page("/agreement/cases?article=harbour-wire")
    assert {a.one("a").words for a in one.all("article")} == {
        "Port Vessing votes to leave Lirren River Authority"
    }
    assert "No case fits" in lena.page("/agreement/cases?article=none").words


def test_a_batch_is_measured_alone_and_an_unknown_one_is_404(sample, lena):
    ana = people.ensure(sample.db, "ana")
    made = batches.make(
        sample.db,
        "spring",
        by=people.lead(sample.db).id,
        guideline="1",
        overlap=1,
        labels=["quote"],
        articles=["harbour-wire"],
        people=[ana.id],
    )
    page = lena.page(f"/agreement?batch={made.id}")
    assert "1 documents" in page.words or "1 document" in page.words
    assert lena.get("/agreement?batch=99").status_code == 404
    assert lena.get("/agreement?by=colour").status_code == 404
    assert lena.get("/agreement/report.xls").status_code == 404
    for way in ("doc", "pair", "label", "attribute"):
        title = "By document" if way == "doc" else f"By {way}"
        assert table(lena.page(f"/agreement?by={way}"), title)


def test_nothing_submitted_is_undefined_and_never_one(house, lena):
    page = lena.page("/agreement")
    assert "Alpha is undefined" in page.words
    assert "1.00" not in page.words
    told = json.loads(lena.client.get("/agreement/report.json").data)
    assert told["alpha_char"] is None
    assert told["undefined"]["alpha_char"]


def test_the_numbers_follow_what_is_submitted_later(sample, lena):
    window = sample.window(sample.visitor("zoe"))
    window.mark("claim", "Fares rose 40 percent")
    before = lena.page("/agreement").words
    window.send("/annotations/a1", note="a remark")
    assert lena.page("/agreement").words == before
    for label in ("quote", "figure"):
        window.send("/none", label=label, none="yes")
    window.send("/annotations/a1", asserted_by="article", checkable="checkable")
    window.send("/submit", sure="yes")
    rows = table(lena.page("/agreement"), "Who finished what")
    assert ["zoe", "1", "1"] in [row[:3] for row in rows]


@pytest.mark.parametrize(
    ("format", "begins"),
    [("csv", ""), ("md", "#"), ("html", "<!doctype html>")],
)
def test_the_report_is_a_file_in_every_format(sample, lena, format, begins):
    answer = lena.client.get(f"/agreement/report.{format}")
    assert answer.text.lower().startswith(begins)
    assert f"agreement.{format}" in answer.headers["Content-Disposition"]


def test_only_a_lead_reads_agreement(sample, alice):
    for path in ("", "/cases", "/report.json"):
        assert alice.get(f"/agreement{path}").status_code == 403


def test_one_version_of_the_guideline_has_no_history(lena):
    assert "Under each version" not in lena.page("/agreement").words


def test_sets_under_two_versions_of_the_guideline_are_told_apart(sample, lena):
    sample.db.execute(
        "UPDATE annotation_set SET guideline = '2' WHERE article_id IN (1, 2)"
    )
    page = lena.page("/agreement")
    assert [row[0] for row in table(page, "Under each version of the guideline")]


def test_the_sample_was_meant(tmp_path: Path):
    """Three annotators who disagree in instructive ways, and agree on most."""
    found = files.read([places.shipped("annotations", "sample")], CONTRACT)
    report = measured.report_of(f.record for f in found.found)
    assert report.number("n_docs_shared") == 6
    assert 0.5 < (report.number("alpha_char") or 0) < 1
