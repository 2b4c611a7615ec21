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
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import Served, Watched, intercept, settled
from tests.browser.stage import adjudicate, finish, mark, reopen
from workbench import places, schema
from workbench.adjudication import REASONS, Case, reject
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
        # Told where it is seen, and not above a last case.
        expect(page.locator("#submitted")).to_be_in_viewport()
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


# --- one screen -----------------------------------------------------------------------


@pytest.fixture
def bench(served: Served, page: Page) -> Adjudicator:
    """The screen of the article "d", of which two cases are decided."""
    adjudicate(served)
    page.goto(f"{served.base}/adjudicate/d")
    made = Adjudicator(page, served, "d")
    made.look()
    return made


def case_of(bench: Adjudicator, label: str, nth: int = 0) -> Case:
    found = [
        case
        for case in bench.look().cases
        if case.proposals[0].annotation.label == label
    ]
    return found[nth]


def opens(bench: Adjudicator, case: Case) -> None:
    expect(bench.page.locator("#inspector")).to_have_attribute("data-case", case.key)


def test_keys_that_are_faster_than_the_server_decide_what_was_meant(
    bench: Adjudicator,
) -> None:
    page = bench.page
    press(page, "1", "Space", "u", "Space", "x", "Space")
    settled(page)
    expect(page.locator("#tally")).to_contain_text("5 of 5 decided")
    table = bench.look()
    choices = {
        case.proposals[0].annotation.label: table.decisions[case.key].decision.choice
        for case in table.cases[:4]
    }
    assert choices == {
        "quote": "take",
        "source": "take",
        "figure": "union",
        "claim": "reject",
    }
    person = table.people[0].key
    assert table.decisions[table.cases[0].key].decision.taken == person


def test_the_focus_is_never_lost(bench: Adjudicator, watched: Watched) -> None:
    page = bench.page
    watched.expect("422")
    for key in (
        *("1", "Space", "r", "2", "i", "k", "e", "}", "Escape", "Escape", "x"),
        *("z", "Shift+Z", "Enter", "Enter", "j", "Shift+G", "Escape", "j", "a"),
        "Control+Enter",
    ):
        press(page, key)
        settled(page)
        page.wait_for_timeout(60)
        there = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
        assert not there.startswith("<body"), key


def test_an_edit_has_the_keys_of_the_annotate_screen(bench: Adjudicator) -> None:
    page, figure = bench.page, case_of(bench, "figure")
    press(page, "j", "e")
    expect(page.locator("#attributes")).to_be_visible()
    opens(bench, figure)
    press(page, "e", "]", "}")
    expect(page.locator(f"#case-{figure.key}[data-state=decided]")).to_be_visible()
    settled(page)
    decided = bench.look().decisions[figure.key].decision
    assert decided.choice == "edit"
    first = decided.result
    assert first
    words = bench.words(first.fragments)[0]
    expect(page.locator("[name=exact]").first).to_have_value(words)
    press(page, "Shift+C")
    expect(page.locator("#edit-label")).to_have_value("claim")
    settled(page)
    page.locator("#field-asserted_by").select_text()
    page.keyboard.type("Rhea Dunmore")
    press(page, "Escape")
    settled(page)
    result = bench.look().decisions[figure.key].decision.result
    assert result
    assert (result.label, result.fragments) == ("claim", first.fragments)
    assert result.attributes["asserted_by"] == "Rhea Dunmore"
    press(page, "Escape")
    expect(page.locator("#attributes")).to_have_count(0)
    expect(page.locator("#article")).to_be_focused()
    # Each change is one step, and none is made twice.
    press(page, *["z"] * 4)
    settled(page)
    assert figure.key not in bench.look().decisions


PARTS = (
    "The hall\n\n“We counted,” said Rhea Dunmore of the hall, “and we counted twice,” "
    "she added, “until it was right.” Nobody else was there.\n"
)


@pytest.fixture
def parts(served: Served, page: Page) -> Adjudicator:
    """A quote of three parts, of which somebody has the inner one shorter."""
    served.article(PARTS, "p")
    for by in ("ann", "cleo"):
        inner = "and we counted" if by == "ann" else "“and we counted twice,”"
        words = ("“We counted,”", inner, "“until it was right.”")
        spans = [(PARTS.index(one), PARTS.index(one) + len(one)) for one in words]
        mark(served, "quote", spans, "p", by, type="direct", speaker="Rhea Dunmore")
        finish(served, "p", by)
    adjudications.begin(served.db, "p", people.lead(served.db).id, labels=LABELS)
    page.goto(f"{served.base}/adjudicate/p")
    made = Adjudicator(page, served, "p")
    made.look()
    return made


def parts_of(bench: Adjudicator) -> list[str]:
    (one,) = bench.look().decisions.values()
    assert one.decision.result
    return bench.words(one.decision.result.fragments)


def test_the_borders_of_every_part_move_by_keys(parts: Adjudicator) -> None:
    page = parts.page
    press(page, "1", "e")
    expect(page.locator("#attributes")).to_be_visible()
    before = parts_of(parts)
    longer = before[1].endswith("”")
    press(page, "`", "`", "{" if longer else "}")
    settled(page)
    assert parts_of(parts) == [
        before[0],
        "“and we counted" if longer else "and we counted twice",
        before[2],
    ]
    # The next one: round the end, to the first.
    press(page, "`", "`", "]")
    settled(page)
    assert parts_of(parts)[0] == "We counted,”"
    expect(page.locator("[name=exact]").first).to_have_value("We counted,”")


def test_parts_are_added_and_removed_by_keys(parts: Adjudicator) -> None:
    page = parts.page
    press(page, "1", "e")
    expect(page.locator("#attributes")).to_be_visible()
    before = parts_of(parts)
    press(page, "ArrowRight", "Shift+ArrowRight", "+")
    settled(page)
    assert parts_of(parts) == [*before, "Nobody else"]
    expect(page.locator("[name=exact]")).to_have_count(5)
    press(page, "}")
    settled(page)
    assert parts_of(parts) == [*before, "Nobody else was"]
    press(page, "Delete", "`", "Delete")
    settled(page)
    assert parts_of(parts) == before[1:]
    press(page, "z", "z", "z", "z")
    settled(page)
    assert parts_of(parts) == before
    # With the mouse, and what touches another part is no part of its own.
    press(page, "e")
    page.locator("#article p", has_text="Nobody").dblclick(position={"x": 150, "y": 12})
    page.locator("summary", has_text="Another part").click()
    page.locator("#add-part").click()
    expect(page.locator("#said")).not_to_be_empty()


def test_enter_on_a_reason_takes_nobody(bench: Adjudicator) -> None:
    page, quote = bench.page, case_of(bench, "quote")
    press(page, "r", "ArrowDown", "Enter")
    settled(page)
    page.wait_for_timeout(200)
    assert quote.key not in bench.look().decisions


def test_after_a_click_elsewhere_a_number_takes_again(bench: Adjudicator) -> None:
    page, figure = bench.page, case_of(bench, "figure")
    press(page, "r")
    page.locator(f"#case-{figure.key} a").click()
    opens(bench, figure)
    press(page, "2")
    settled(page)
    taken = bench.look().decisions[figure.key].decision.taken
    assert taken == bench.table.people[1].key


def test_what_is_typed_while_an_answer_comes_is_not_lost(bench: Adjudicator) -> None:
    page, quote = bench.page, case_of(bench, "quote")
    held: list[Route] = []
    intercept(page, "**/cases/**", lambda route: held.append(route))
    press(page, "1", "m")
    page.keyboard.type("Who says")
    for route in held:
        route.continue_()
    page.unroute("**/cases/**")
    expect(page.locator("#decided")).to_be_visible()
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.type(" so?")
    expect(page.locator("#note")).to_have_value("Who says so?")
    press(page, "Escape")
    settled(page)
    made = bench.look().decisions[quote.key].decision
    assert (made.choice, made.note) == ("take", "Who says so?")


def test_a_reason_that_was_said_first_goes_with_an_edit(bench: Adjudicator) -> None:
    page, figure = bench.page, case_of(bench, "figure")
    press(page, "j", "r", "1", "e")
    expect(page.locator("#attributes")).to_be_visible()
    press(page, "}")
    settled(page)
    made = bench.look().decisions[figure.key].decision
    assert (made.choice, made.reason) == ("edit", "boundary_rule")
    # And one that is said from within an edit.
    press(page, "r", "6")
    expect(page.locator("#reason-6")).to_be_checked()
    settled(page)
    made = bench.look().decisions[figure.key].decision
    assert (made.choice, made.reason) == ("edit", "both_defensible")


def test_undo_takes_back_what_was_not_answered_yet(bench: Adjudicator) -> None:
    page, quote = bench.page, case_of(bench, "quote")
    press(page, "z", "z", "z")
    settled(page)
    expect(page.locator("#undo")).to_be_disabled()
    press(page, "1", "z")
    settled(page)
    assert quote.key not in bench.look().decisions
    press(page, "z")
    expect(page.locator("#said[data-bad=told]")).to_have_text(
        "There is nothing to undo."
    )


def test_the_page_stays_where_it_is_while_its_last_line_is_decided(
    bench: Adjudicator, served: Served
) -> None:
    page = bench.page
    body = "\n\n".join(
        f"Line {n} " + "tells of the quay and of the flood gate " * 14
        for n in range(12)
    )
    served.article(f"Long\n\n{body}\n", "long")
    for by in ("ann", "cleo"):
        for words in ("Line 0", "Line 11"):
            start = len("Long\n\n") + body.index(words)
            place = [(start, start + len(words) + 6 * (by == "ann"))]
            mark(served, "claim", place, "long", by, asserted_by="x", checkable="y")
        finish(served, "long", by)
    lead = people.lead(served.db).id
    adjudications.begin(served.db, "long", lead, labels=LABELS)
    page.goto(f"{served.base}/adjudicate/long")
    press(page, "k")
    expect(page.locator("#case-title")).to_contain_text("Case 2")
    page.wait_for_timeout(200)
    page.evaluate("scrollTo({ top: 99999, behavior: 'instant' })")
    page.wait_for_timeout(200)
    there = page.evaluate("scrollY")
    for key in ("1", "x", "u"):
        press(page, key)
        settled(page)
        page.wait_for_timeout(100)
        assert page.evaluate("scrollY") == there


def test_a_reason_is_kept_until_there_is_a_decision_to_give_it_to(
    bench: Adjudicator,
) -> None:
    page, quote = bench.page, case_of(bench, "quote")
    press(page, "Shift+G")
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.type("Who speaks for the hall?")
    press(page, "Escape", "j")
    opens(bench, case_of(bench, "figure"))
    press(page, "k")
    opens(bench, quote)
    expect(page.locator("#note")).to_have_value("Who speaks for the hall?")
    press(page, "2")
    settled(page)
    made = bench.look().decisions[quote.key].decision
    assert (made.reason, made.note) == ("guideline_gap", "Who speaks for the hall?")
    press(page, "r", "6")
    settled(page)
    assert bench.look().decisions[quote.key].decision.reason == "both_defensible"


def test_sign_off_leads_to_the_first_case_that_is_left(
    bench: Adjudicator, watched: Watched
) -> None:
    page = bench.page
    watched.expect("422")
    press(page, "j", "j", "j")
    opens(bench, case_of(bench, "claim", 1))
    press(page, "Control+Enter")
    expect(page.locator("#said")).to_contain_text("3 cases have no decision yet")
    opens(bench, case_of(bench, "quote"))


def test_edges_are_told_by_letters_beside_the_open_case(bench: Adjudicator) -> None:
    page = bench.page
    expect(page.locator(".edge.open")).to_have_count(0)
    press(page, "j")
    edges = page.locator(".edge.open")
    expect(edges).to_have_count(4)
    told = {one.get_attribute("data-edge") for one in edges.all()}
    assert len(told) == 4
    shown = edges.first.evaluate("one => getComputedStyle(one, '::after').content")
    assert told & set(shown.replace('"', "").split("/")[0].strip().split("\n"))


def test_two_leads_are_told_of_each_other(
    bench: Adjudicator, served: Served, context: BrowserContext, watched: Watched
) -> None:
    page, quote = bench.page, case_of(bench, "quote")
    watched.expect("409")
    theo = people.ensure(served.db, "theo", role="lead").id
    adjudications.decide(
        served.db,
        "d",
        theo,
        sets.Op("theo-1", "elsewhere", bench.table.rev),
        quote.key,
        lambda case, table: reject(case),
        labels=LABELS,
        reason="slip",
    )
    press(page, "1")
    notice = page.locator("#notice")
    expect(notice).to_contain_text("theo decided this case since you saw it")
    expect(notice.locator("[data-wanted]")).to_be_focused()
    press(page, "Enter")
    expect(notice).to_be_empty()
    settled(page)
    made = bench.look().decisions[quote.key]
    assert (made.name, made.decision.choice) == ("lead", "take")
    expect(page.locator("#inspector")).to_contain_text("by lead")


def test_a_source_that_changes_meanwhile_is_told_and_drawn(
    bench: Adjudicator, served: Served, watched: Watched
) -> None:
    page, quote = bench.page, case_of(bench, "quote")
    watched.expect("409")
    press(page, "1")
    settled(page)
    reopen(served, "d", "cleo")
    mark(served, "figure", [(35, 40)], "d", "cleo", kind="count")
    stored = articles.get(served.db, "d")
    assert stored
    cleo = people.ensure(served.db, "cleo").id
    head = sets.state(served.db, stored.row, cleo)
    assert head
    said = next(a for a in sets.annotations(served.db, head.id) if a.label == "quote")
    desk = sets.Desk(stored.row, stored.article.text, cleo, "1")
    op = sets.Op("cleo-moves", "stage", head.rev)
    sets.move(served.db, desk, op, said.id, [(said.start, said.end - 2)])
    finish(served, "d", "cleo")
    press(page, "2")
    expect(page.locator("#said")).to_contain_text("has changed since you saw it")
    expect(page.locator("#cases .reopened")).to_have_count(1)
    press(page, "k", "k", "k", "k", "k")
    page.locator("#cases .reopened a").focus()
    press(page, "Enter")
    panel = page.locator("#inspector")
    expect(panel).to_contain_text("submitted anew and changed this")
    assert quote.key not in bench.look().decisions


def test_a_click_opens_and_decides_as_well(bench: Adjudicator) -> None:
    page, claim = bench.page, case_of(bench, "claim")
    page.locator("#article mark", has_text="million was").click()
    opens(bench, claim)
    page.locator("#reject").click()
    settled(page)
    expect(page.locator("#decided")).to_contain_text("Rejected")
    page.locator("#why label", has_text="A slip").click()
    settled(page)
    made = bench.look().decisions[claim.key].decision
    assert (made.choice, made.reason) == ("reject", "slip")
    page.locator(f"#case-{case_of(bench, 'quote').key} a").click()
    opens(bench, case_of(bench, "quote"))
    expect(page.locator("#article")).to_be_focused()


def test_decisions_survive_a_server_that_is_away(
    bench: Adjudicator, watched: Watched
) -> None:
    page, quote = bench.page, case_of(bench, "quote")
    watched.expect("Failed to load resource")
    watched.expect("net::")
    intercept(page, "**/cases/**", lambda route: route.abort())
    press(page, "1")
    expect(page.locator("#saving")).to_contain_text("not saved yet")
    assert quote.key not in bench.look().decisions
    page.unroute("**/cases/**")
    page.reload()
    settled(page)
    expect(page.locator("#tally")).to_contain_text("3 of 5 decided")
    assert quote.key in bench.look().decisions
