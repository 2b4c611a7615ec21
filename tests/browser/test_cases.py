"""Right answers, entered through the browser, come out with exactly their offsets."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Served, select, settled
from workbench import places, schema
from workbench.dataset import AnnotationSet, read_set
from workbench.files import export, read, validate
from workbench.spans import snap
from workbench.store import records

CONTRACT = schema.load()
Case = tuple[str, tuple[tuple[int, int], ...]]

#: A folder with articles and a cases.json of answers for them, as
#: [{"file", "label", "fragments", …}]; those with a label of the schema are right.
CASES = os.environ.get("WORKBENCH_CASES")


def enter(page: Page, cases: Iterable[Case]) -> None:
    """Labels each case as an annotator would: select, key; the next part with +."""
    for label, fragments in cases:
        known = CONTRACT.labels.get(label)
        assert known is not None
        for part, (start, end) in enumerate(fragments):
            select(page, start, end)
            page.locator("#article").focus()
            page.keyboard.press(known.hotkey if part == 0 else "+")
            settled(page)
        page.keyboard.press("Escape")


def entered(found: AnnotationSet) -> list[Case]:
    return sorted((a.label, a.fragments) for a in found.annotations)


def taken_in(served: Served, path: Path) -> None:
    reading = read([path], CONTRACT)
    assert reading.problems == []
    done = records.bring_in(served.db, [f.record for f in reading.found])
    assert done.problems == []


@pytest.mark.parametrize("key", ["harbour-wire", "harbour-arabic"])
def test_the_gold_of_the_sample_can_be_entered_as_it_is(
    key: str, served: Served, page: Page
) -> None:
    sample = places.shipped("annotations", "sample")
    taken_in(served, sample)
    gold = json.loads((sample / "gold.json").read_text(encoding="utf-8"))
    wanted = next(read_set(s) for s in gold["sets"] if s["article"] == key)
    text = (
        read([sample / "articles" / f"{key}.txt"], CONTRACT)
        .found[0]
        .record.article.text
    )
    # The snap cannot know that “over 30 years” is no more than 30 years.
    cases = [
        (a.label, a.fragments)
        for a in wanted.annotations
        if all(
            snap(text, *f, CONTRACT.labels.get(a.label).snap) == f  # type: ignore[union-attr]
            for f in a.fragments
        )
    ]
    assert len(cases) >= len(wanted.annotations) - 1
    page.goto(f"{served.base}/articles/{key}")
    enter(page, cases)
    assert entered(served.saved(key)) == sorted(cases)


@pytest.mark.skipif(CASES is None, reason="WORKBENCH_CASES names no folder of cases")
def test_a_folder_of_cases_can_be_entered_as_it_is(
    served: Served, page: Page, tmp_path: Path
) -> None:
    folder = Path(CASES or "")
    for found in sorted(folder.glob("*.txt")):
        taken_in(served, found)
    cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    for name, chosen in by_file(cases).items():
        page.goto(f"{served.base}/articles/{Path(name).stem}")
        enter(page, chosen)
        assert entered(served.saved(Path(name).stem)) == sorted(chosen)
    # What was labelled in the browser is a file that proves right.
    out = tmp_path / "labelled.jsonl"
    done = export(records.export(served.db), out, "jsonl", CONTRACT)
    assert done.annotations == sum(map(len, by_file(cases).values()))
    assert list(validate([out], CONTRACT)) == []


def by_file(cases: Sequence[dict[str, object]]) -> dict[str, list[Case]]:
    """The right answers of each article, without repeats."""
    found: dict[str, list[Case]] = {}
    for case in cases:
        label = str(case["label"])
        if CONTRACT.labels.get(label) is None:
            continue  # "(none)", "quote ✗": shown there as what not to do
        fragments = tuple((f[0], f[1]) for f in case["fragments"])  # type: ignore[attr-defined]
        chosen = found.setdefault(str(case["file"]), [])
        if (label, fragments) not in chosen:
            chosen.append((label, fragments))
    return found
