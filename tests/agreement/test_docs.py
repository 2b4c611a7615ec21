"""docs/agreement.md: its worked example is computed again, and it knows every name."""

import re
from pathlib import Path

import pytest

from workbench.agreement import Document, Unit, compute, known

PAGE = Path(__file__).resolve().parents[2] / "docs" / "agreement.md"

pytestmark = pytest.mark.skipif(
    not PAGE.exists(), reason="There is no documentation beside an installed package."
)


def test_the_worked_example_has_the_values_that_come_out():
    figure = Unit([(40, 50)], "figure")
    document = Document(
        "example",
        100,
        {
            "ana": [Unit([(0, 20)], "quote"), figure],
            "ben": [Unit([(0, 10)], "quote"), figure],
        },
    )
    page = PAGE.read_text(encoding="utf-8")
    example = page.split("<!-- example -->")[1].split("<!-- end of example -->")[0]
    printed = dict(re.findall(r"^\| `([^`]+)` \| ([\d.]+) \|", example, re.M))
    assert len(printed) == 10
    found = compute([document], printed)
    assert {name: f"{value:.4f}" for name, value in found.items()} == printed


def test_every_measure_stands_in_the_page():
    page = PAGE.read_text(encoding="utf-8")
    listed = page.partition("## Every measure")[2].partition("\n## ")[0]
    for name in known():
        measure = re.match(r"\w+", name)[0].removesuffix("_micro")
        measure = re.sub("^end_.*", "end_", measure).removeprefix("attr_alpha")
        assert measure in listed, name
