"""The adjudicator's work in a real browser: the sample from three sets to its gold."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Served, settled
from workbench import places, schema
from workbench.adjudication import REASONS, Case
from workbench.cli import main
from workbench.files import read
from workbench.store import adjudications, articles, people, records, sets

CONTRACT = schema.load()
LABELS = CONTRACT.labels
CODES = list(REASONS)

#: Everything that only a mouse, a pen or a finger sends.
NO_MOUSE = """
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'dblclick', 'wheel'])
        addEventListener(kind, () => { sessionStorage.pointed = kind; }, true);
"""


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


@pytest.fixture
def sample(served: Served) -> Served:
    """The sample dataset with three submitted sets of every article.

    Where one is missing, *dora* has what ana has, but for an edge and an omission.
    """
    reading = read([places.shipped("annotations", "sample")], CONTRACT)
    assert reading.problems == []
    done = records.bring_in(served.db, [found.record for found in reading.found])
    assert done.problems == []
    for one in adjudications.listed(served.db):
        if one.submitted == 3:
            continue
        stored = articles.get(served.db, one.key)
        assert stored
        ana = sets.state(served.db, stored.row, people.ensure(served.db, "ana").id)
        assert ana
        whole = sets.whole(served.db, ana.id, "dora", "human")
        *kept, dropped = whole.annotations
        first = next(n for n, a in enumerate(kept) if a.label == "quote")
        (start, end), *others = kept[first].fragments
        text = stored.article.text
        shorter = text.rindex(" ", start, end)
        kept[first] = replace(kept[first], fragments=((start, shorter), *others))
        links = tuple(r for r in whole.relations if dropped.id not in r_ends(r))
        made = replace(whole, annotations=tuple(kept), relations=links)
        dora = people.ensure(served.db, "dora").id
        sets.bring_in(served.db, stored.row, text, dora, made)
    assert {one.submitted for one in adjudications.listed(served.db)} == {3}
    return served


def r_ends(relation: Any) -> tuple[str, str]:
    return relation.source, relation.target


@dataclass
class Made:
    """What the test decided of one case, to be found again in the export."""

    case: Case
    label: str
    words: list[str] | None
    path: str
    sources: frozenset[tuple[str, str]]
    reason: str | None


@dataclass
class Adjudicator:
    """Somebody who decides with the keyboard, and keeps a list of it."""

    page: Page
    served: Served
    key: str = ""
    table: adjudications.Table = field(init=False)
    made: dict[str, list[Made]] = field(default_factory=dict)
    ways: set[str] = field(default_factory=set)
    turn: Iterator[str] = field(
        default_factory=lambda: cycle(("1", "2", "3", "2", "x", "u", "1", "i", "e"))
    )
    why: Iterator[int] = field(default_factory=lambda: cycle(range(1, 7)))

    def look(self) -> adjudications.Table:
        """The article's cases and decisions, read anew."""
        found = adjudications.read(self.served.db, self.key, LABELS)
        assert found
        self.table = found
        return found

    def sources(
        self, case: Case, like: str | None = None
    ) -> frozenset[tuple[str, str]]:
        """Everybody's annotation in a case, or those that say the same as `like`'s."""
        chosen = case.of(like) if like else None

        def content(proposal: Any) -> tuple[object, ...]:
            a = proposal.annotation
            return a.label, a.fragments, dict(a.attributes)

        names = {p.key: p.name for p in self.table.people}
        return frozenset(
            (names[p.person], p.annotation.id)
            for p in case.proposals
            if chosen is None or content(p) == content(chosen)
        )

    def words(self, fragments: Any) -> list[str]:
        return [self.table.text[start:end] for start, end in fragments]

    def record(self, case: Case, words: list[str] | None, **more: Any) -> None:
        made = Made(
            case,
            more.get("label", case.proposals[0].annotation.label),
            words,
            more.get("path", "adjudicated"),
            more.get("sources", self.sources(case)),
            more.get("reason"),
        )
        self.made.setdefault(self.key, []).append(made)

    def accept(self) -> None:
        """All unanimous cases in one act."""
        for case in self.look().unanimous:
            first = case.proposals[0].annotation
            words = self.words(first.fragments)
            self.record(case, words, label=first.label, path="unanimous")
        press(self.page, "a")
        settled(self.page)

    def decide(self, case: Case) -> None:
        """The open case, by the next way in turn that it allows."""
        page = self.page
        letters = {p.letter: p.key for p in self.table.people}
        key = next(self.turn)
        if key in "ui" and ("boundary" not in case.differs or "label" in case.differs):
            key = "1"
        if key == "e" and "boundary" not in case.differs:
            key = "2"
        if key in "123":
            there = [n for n, p in enumerate(letters.values(), 1) if case.of(p)]
            key = key if int(key) in there else str(there[0])
            person = list(letters.values())[int(key) - 1]
            chosen = case.of(person)
            assert chosen
            press(page, key)
            self.record(
                case,
                self.words(chosen.annotation.fragments),
                label=chosen.annotation.label,
                sources=self.sources(case, person),
            )
        elif key in "ui":
            covered = [
                {at for s, e in p.annotation.fragments for at in range(s, e)}
                for p in case.proposals
            ]
            all_of = set.union if key == "u" else set.intersection
            text = "".join(self.table.text[at] for at in sorted(all_of(*covered)))
            press(page, key)
            self.record(case, ["".join(text.split())])
        elif key == "x":
            number = next(self.why)
            press(page, "r", str(number), "x")
            self.record(case, None, reason=CODES[number - 1])
        else:
            press(page, "e")
            expect(page.locator("#attributes")).to_be_visible()
            press(page, "{")
            settled(page)
            expect(page.locator(f"#case-{case.key}")).to_have_class("entry decided")
            words = page.locator("#attributes textarea[name=exact]")
            label = page.locator("#edit-label").input_value()
            exact = [one.input_value() for one in words.all()]
            press(page, "Escape")
            expect(page.locator("#attributes")).to_have_count(0)
            press(page, "r", "1")
            settled(page)
            self.record(case, exact, label=label, reason=CODES[0])

    def adjudicate(self, key: str) -> None:
        """The article on the screen, from its first case to its sign-off."""
        self.key, page = key, self.page
        self.accept()
        while self.look().undecided:
            opened = page.locator("#inspector").get_attribute("data-case")
            case = self.table.case(opened or "")
            if case.key not in self.table.decisions:
                self.decide(case)
                settled(page)
            if case.key in self.table.decisions or len(self.table.undecided) > 1:
                press(page, "Space")
                moved = page.locator(f"#inspector:not([data-case='{case.key}'])")
                expect(moved).to_have_count(1)
        self.ways |= {one.decision.choice for one in self.table.decisions.values()}
        total = len(self.table.cases)
        expect(page.locator("#tally")).to_contain_text(f"{total} of {total} decided")
        press(page, "Control+Enter")
        expect(page.locator("#next-article")).to_be_focused()
        assert self.look().signed_off


def test_three_sets_of_the_sample_become_gold_by_keyboard_alone(
    sample: Served, context: BrowserContext, page: Page, tmp_path: Path
) -> None:
    page.add_init_script(NO_MOUSE)
    lead = people.lead(sample.db).name
    worker = Adjudicator(page, sample)
    page.goto(f"{sample.base}/adjudicate")
    press(page, "j", "Enter")
    for _ in adjudications.listed(sample.db):
        expect(page.locator("button[data-focus]")).to_be_focused()
        key = page.url.rpartition("/")[2]
        press(page, "Enter")
        expect(page.locator("#article")).to_be_focused()
        worker.adjudicate(key)
        press(page, "Enter")
    expect(page.locator("h1")).to_have_text("Adjudication")
    while page.evaluate("document.activeElement.textContent") != "Make a gold version":
        press(page, "Tab")
    press(page, "Enter")
    expect(page.locator("h1")).to_have_text("gold v1")
    assert page.evaluate("sessionStorage.pointed ?? null") is None

    out = tmp_path / "gold"
    command = ["export", "--gold", "--with-rejected", "--names", "-o", str(out)]
    command += ["--split", "gold=100", "--db", str(sample.path)]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    proved = CliRunner().invoke(main, ["validate", str(out / "gold.jsonl")])
    assert proved.exit_code == 0, proved.output
    lines = (out / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    exported = {one["id"]: one for one in map(json.loads, lines)}
    assert exported.keys() == worker.made.keys()
    for key, made in worker.made.items():
        (gold,) = exported[key]["annotation_sets"]
        assert gold["kind"] == "gold"
        kept = [one for one in made if one.words is not None]
        assert Counter(map(told, gold["annotations"])) == Counter(
            wanted(one, lead) for one in kept
        )
        rejected = [one for one in made if one.words is None]
        sources = {
            frozenset((s["annotator"], s["id"]) for s in one["origin"]["sources"])
            for one in gold["rejected"]
        }
        assert frozenset().union(*sources) == frozenset().union(
            *(one.sources for one in rejected)
        )
        why = {
            (s["annotator"], s["id"]): one["origin"]["reason"]
            for one in gold["rejected"]
            for s in one["origin"]["sources"]
        }
        for one in rejected:
            assert {why[source] for source in one.sources} == {one.reason}
        assert {one["origin"]["by"] for one in gold["rejected"]} <= {lead}
    assert worker.ways == {"take", "union", "intersection", "reject", "edit"}


Told = tuple[str, str, str, frozenset[tuple[str, str]], str | None, str | None]


def told(record: dict[str, Any]) -> Told:
    """What an exported annotation says, as far as the test knows it."""
    origin = record["origin"]
    return (
        record["label"],
        squeezed(record["text"]),
        origin["path"],
        frozenset((s["annotator"], s["id"]) for s in origin["sources"]),
        origin["by"],
        origin.get("reason"),
    )


def wanted(made: Made, by: str) -> Told:
    assert made.words is not None
    words = squeezed(made.words)
    return made.label, words, made.path, made.sources, by, made.reason


def squeezed(words: list[str]) -> str:
    """The words without white space: a union may span what lies between two parts."""
    return "".join("".join(words).split())
