"""The report: what it holds, and how each format shows it."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest

from workbench.agreement import Document, Unit, Values, compute, report, show, summary
from workbench.agreement.show.tables import tables


def units(*spans: tuple[int, int], label: str = "quote", **told: str) -> list[Unit]:
    return [Unit((span,), label, told) for span in spans]


DOCUMENTS = [
    Document(
        "good",
        400,
        {
            "ana": units((3, 90), (120, 180), type="direct"),
            "ben": units((3, 90), (120, 181), type="direct"),
        },
        ["ana", "ben", "chidi"],
    ),
    Document("empty", 300, {"ana": units((10, 60)), "ben": []}),
    Document(
        "bad",
        200,
        {
            "ana": [*units((0, 40)), *units((50, 60), label="claim")],
            "ben": [
                *units((20, 70)),
                *units((0, 40), label="claim"),
                Unit((), "claim"),
            ],
        },
    ),
    Document("alone", 50, {"ana": units((1, 9))}),
    Document("quiet", 50, {"ana": [], "ben": []}),
]


@pytest.fixture(scope="module")
def made():
    return report(DOCUMENTS, bootstrap=50, by="doc")


def test_a_report_has_the_values_that_compute_has(made):
    assert compute(DOCUMENTS, made.values, bootstrap=50) == made.values


def test_whatever_is_undefined_has_a_reason(made):
    without = {name for name, value in made.values.items() if value is None}
    assert without == set(made.undefined)
    assert "alpha_char@quiet" in without
    assert made.undefined["f1_exact@quiet"] == "nothing was marked"


def test_the_worst_document_is_first_where_one_found_nothing(made):
    assert [id for id, _ in made.documents] == ["empty", "bad", "good", "quiet"]


def test_coverage_tells_finished_from_assigned(made):
    told = {one.name: (one.finished, one.assigned) for one in made.annotators}
    assert told == {"ana": (5, 5), "ben": (4, 4), "chidi": (0, 1)}


def test_a_report_warns_of_what_weakens_it(made):
    told = " ".join(made.warnings)
    assert "1 unit left out: outside of the text, or empty." in told
    assert "1 document finished by one annotator only." in told
    assert "Few documents" in told
    lonely = report([Document("d", 9, {"a": units((0, 5)), "b": []})], bootstrap=10)
    assert "Only a used the label quote in shared documents." in lonely.warnings


def test_the_record_is_json_with_the_names_as_keys(made):
    record = json.loads(json.dumps(made.as_record(), allow_nan=False))
    assert record["f1_exact[quote]"] == made.number("f1_exact[quote]")
    assert record["alpha_char@quiet"] is None
    assert record["undefined"]["alpha_char@quiet"]
    assert record["alpha_char.ci95"] == list(made.interval("alpha_char"))
    assert record["sha256"] == summary(DOCUMENTS).sha256
    assert (record["seed"], record["bootstrap"]) == (0, 50)


def test_text_says_first_what_a_lead_wants_to_know(made):
    told = show.text(made)
    first = told.partition("\n")[0]
    assert first.startswith("5 documents, 4 of them finished by two or more")
    assert "too low to rely on" in first
    for title in ("Who finished what", "By label", "Pairs", "Worst documents", "Note"):
        assert f"\n{title}\n" in told
    assert max(map(len, told.splitlines()[1:-1])) <= 92


def test_a_table_by_document_has_all_of_them(made):
    [table] = tables(made, "doc")
    assert [row[0] for row in table.rows] == ["empty", "bad", "good", "quiet"]
    assert table.rows[3][1] == "–"


def test_markdown_keeps_its_tables_whole_whatever_people_are_called():
    odd = Document("d|1", 50, {"a|b": units((0, 9)), "c": units((0, 9))})
    told = show.markdown(report([odd], bootstrap=10))
    for block in told.split("\n\n"):
        lines = [line.replace("\\|", "") for line in block.splitlines()]
        if lines[0].startswith("|"):
            assert len({line.count("|") for line in lines}) == 1, block


def test_csv_has_every_number_at_full_precision(made):
    rows = list(csv.DictReader(io.StringIO(show.csv(made))))
    told = {row["name"]: row for row in rows}
    assert float(told["f1_soft"]["value"]) == made.number("f1_soft")
    assert told["alpha_char@quiet"] == {
        "name": "alpha_char@quiet",
        "value": "",
        "undefined": made.undefined["alpha_char@quiet"],
    }
    assert float(told["alpha_char.ci95 low"]["value"]) == made.interval("alpha_char")[0]
    assert int(told["confusion quote>quote"]["value"]) > 0


def test_html_is_one_file_with_pictures_beside_tables(made):
    told = show.html(made)
    for outside in ("http:", "https:", "<script", "<link", "@import", "url("):
        assert outside not in told
    assert told.count("<svg") == 3
    assert told.count("<table>") == len(tables(made))


def test_html_escapes_what_people_are_called():
    odd = Document(
        "<d>", 50, {"<a>": units((0, 9), label="<x>"), "&b": units((0, 9), label="<x>")}
    )
    told = show.html(report([odd], bootstrap=10))
    assert "<a>" not in told
    assert "<x>" not in told
    assert "&lt;a&gt;" in told


def test_each_picture_is_sound_and_has_a_name(made):
    told = show.html(made)
    pieces = [part.partition("</svg>")[0] for part in told.split("<svg")[1:]]
    assert len(pieces) == 3
    for piece in pieces:
        quoted = piece.replace("class=cell", 'class="cell"')
        for kind in ("bar", "below", "limit", "axis"):
            quoted = quoted.replace(f"class={kind} ", f'class="{kind}" ')
        root = ET.fromstring(f"<svg{quoted}</svg>")
        assert root.get("aria-label")


def test_a_report_of_nothing_says_so():
    told = show.text(report([], bootstrap=10))
    assert told.startswith("0 documents, 0 of them finished by two or more annotators.")
    assert "Alpha is undefined: no document was finished by two annotators." in told
    assert "<svg" not in show.html(report([], bootstrap=10))


def test_many_annotators_make_a_list_of_pairs():
    people = [f"p{i:02}" for i in range(10)]
    crowd = Document("d", 50, {name: units((0, 9)) for name in people})
    [pairs] = [t for t in tables(report([crowd], bootstrap=10)) if "air" in t.title]
    assert len(pairs.rows) == 45


def test_values_remember_reasons_only_of_what_was_asked():
    values = Values(summary(DOCUMENTS))
    values.get("f1_exact")
    assert values.undefined == {}
