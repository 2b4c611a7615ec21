"""Adjudication in the browser: who may, what is shown of whom, and every decision.

*alice* and *bob* submitted the ferry article: they agree on a quote, differ in where a
claim ends and in a figure's kind, and only bob has a second claim.
"""

import re
from dataclasses import dataclass
from itertools import count

import pytest

from workbench import schema
from workbench.adjudication import Case
from workbench.store import adjudications, articles, batches, gold, people, sets
from workbench.store.adjudications import Table

from .conftest import FERRY, HTMX, House, Visitor, Window
from .dom import Node, parse

LABELS = schema.load().labels
CLAIM = {"asserted_by": "Ida Holm", "checkable": "checkable"}
HOLM = "Ida Holm, nobody else"

_ops = count(1)


@dataclass
class Bench:
    """A lead's window on the adjudication of the ferry article."""

    visitor: Visitor
    house: House
    client: str = "w1"
    rev: int = 0
    shows: str = ""

    @property
    def table(self) -> Table:
        found = adjudications.read(self.house.db, "ferry", LABELS)
        assert found
        return found

    def case(self, words: str, label: str = "") -> Case:
        """The case of which somebody has just these words."""
        return next(
            case
            for case in self.table.cases
            for p in case.proposals
            if self.table.text[p.annotation.start : p.annotation.end] == words
            if label in ("", p.annotation.label)
        )

    def letter(self, name: str) -> str:
        return next(p.letter for p in self.table.people if p.name == name)

    def begin(self, **fields: object) -> "Bench":
        answer = self.visitor.post("/adjudicate/ferry/begin", fields)
        assert answer.status_code == 303, answer.text
        self.read()
        return self

    def read(self, query: str = "") -> Node:
        page = self.visitor.page(f"/adjudicate/ferry{query}")
        tally = page.by_id("tally")
        self.rev, self.shows = int(tally["data-rev"]), tally["data-shows"]
        return page

    def send(self, path: str, status: int = 200, **fields: object) -> Node:
        """The fragments after a write; the window then shows what they say."""
        answer = self.visitor.post_htmx(
            f"/adjudicate/ferry{path}",
            {
                "op": f"case-op-{next(_ops)}",
                "client": self.client,
                "seen": self.rev,
                "rev": self.rev,
                "shows": self.shows,
                **fields,
            },
        )
        assert answer.status_code == status, answer.text
        found = parse(answer.text)
        if "HX-Redirect" not in answer.headers:
            tally = found.by_id("tally")
            self.rev, self.shows = int(tally["data-rev"]), tally["data-shows"]
        return found

    def decide(self, words: str, choice: str, status: int = 200, **more: object):
        return self.send(
            f"/cases/{self.case(words).key}", status, choice=choice, **more
        )

    def take(self, words: str, name: str, status: int = 200, **more: object) -> Node:
        return self.decide(words, f"take {self.letter(name)}", status, **more)

    def decision(self, words: str):
        return self.table.decisions[self.case(words).key].decision

    def decide_all(self) -> None:
        self.send("/unanimous")
        self.take("Fares rose 40 percent", "alice", reason="boundary_rule")
        self.take("almost 12 percent", "bob")
        self.decide("Fares rose in May", "reject")


def label(window: Window, longer: bool) -> None:
    quote = window.mark("quote", "“It hurts,”")
    window.send(f"/annotations/{quote}", type="direct", speaker=HOLM)
    words = "Fares rose 40 percent"
    claim = window.mark("claim", f"“{words},”" if longer else words, snap="off")
    window.send(f"/annotations/{claim}", **CLAIM)
    figure = window.mark("figure", "almost 12 percent")
    kind = "percent" if longer else "measure"
    window.send(f"/annotations/{figure}", kind=kind, value="12", unit="%")
    if longer:
        other = window.mark("claim", "Fares rose in May", snap="off")
        window.send(f"/annotations/{other}", note="Which May?", unsure="yes", **CLAIM)
    window.send("/submit", sure="yes")


@pytest.fixture
def submitted(house: House, alice: Visitor) -> House:
    house.article()
    for visitor in (alice, house.visitor("bob")):
        window = Window(visitor, house.db, "ferry", FERRY)
        label(window, longer=visitor is not alice)
        assert window.saved().status == "submitted"
    return house


@pytest.fixture
def lead(submitted: House, lena: Visitor) -> Bench:
    return Bench(lena, submitted)


@pytest.fixture
def bench(lead: Bench) -> Bench:
    return lead.begin()


@pytest.fixture
def other(bench: Bench) -> Bench:
    """Another lead's window on the same article."""
    found = Bench(bench.house.visitor("theo", "lead"), bench.house, "w2")
    found.read()
    return found


def resubmit(bench: Bench, name: str, change: str) -> None:
    """That person opens the article again, marks something else, and submits."""
    window = Window(bench.house.visitor(name), bench.house.db, "ferry", FERRY)
    window.read()
    window.send("/reopen")
    window.read()
    claim = next(a for a in window.saved().annotations if a.label == "claim")
    if change == "remove":
        window.send(f"/annotations/{claim.id}/remove")
    elif change == "move":
        place = window.selected("Fares rose")
        window.send(f"/annotations/{claim.id}/fragments/0", **place)
    window.send("/submit", sure="yes")


def sign_off(bench: Bench) -> None:
    bench.decide_all()
    bench.send("/sign-off")
    assert bench.table.signed_off


# --- who may, and what is seen of whom ------------------------------------------------


def test_only_a_lead_may_see_or_decide_anything(bench, alice, mallory):
    key = bench.table.cases[0].key
    version = "/gold/1"
    for visitor in (alice, mallory):
        for path in ("", "/ferry", f"/ferry/cases/{key}", "/ferry/changes"):
            assert visitor.get(f"/adjudicate{path}").status_code == 403
        assert visitor.get(version).status_code == 403
        for path in (
            "ferry/begin",
            f"ferry/cases/{key}",
            f"ferry/cases/{key}/reason",
            "ferry/unanimous",
            "ferry/rule",
            "ferry/undo",
            "ferry/redo",
            "ferry/names",
            "ferry/sign-off",
            "ferry/reopen",
        ):
            sent = {"choice": "reject", "rule": "union", "knowing": "yes"}
            assert visitor.post(f"/adjudicate/{path}", sent).status_code == 403
        assert visitor.post("/gold", {"batch": "none"}).status_code == 403
    assert bench.table.decisions == {}
    assert "Adjudication" not in alice.page("/articles").words


def test_nobody_learns_who_is_behind_a_letter(bench):
    case = bench.case("Fares rose 40 percent").key
    said = [
        bench.visitor.get("/adjudicate").text,
        bench.visitor.get(f"/adjudicate/ferry?open={case}").text,
        bench.visitor.client.get(f"/adjudicate/ferry/cases/{case}", headers=HTMX).text,
    ]
    key = bench.case("Fares rose 40 percent").key
    fields = {"choice": f"take {bench.letter('bob')}", "rev": bench.rev}
    said.append(bench.visitor.post_htmx(f"/adjudicate/ferry/cases/{key}", fields).text)
    for text in said:
        assert not re.search(r"\b(alice|bob)\b", text)


def test_names_are_shown_on_request_to_who_asked_and_that_is_recorded(bench, other):
    assert "alice" not in bench.read().words
    assert bench.visitor.post("/adjudicate/ferry/names").status_code == 303
    words = bench.read().by_id("decide").words
    assert "alice" in words
    assert "bob" in words
    assert bench.visitor.person
    assert bench.table.revealed == (bench.visitor.person.id,)
    assert "alice" not in other.read().words


def test_who_has_seen_the_names_has_seen_them_whatever_is_undone(bench):
    bench.take("almost 12 percent", "bob")
    bench.visitor.post("/adjudicate/ferry/names")
    bench.read()
    bench.send("/undo")
    assert bench.table.decisions == {}
    assert bench.visitor.person
    assert bench.table.revealed == (bench.visitor.person.id,)


def test_an_adjudication_is_begun_by_a_button_and_by_no_link(lead):
    page = lead.visitor.page("/adjudicate/ferry")
    assert "2 people submitted it. There are 4 cases to decide." in page.words
    assert adjudications.read(lead.house.db, "ferry", LABELS) is None
    lead.begin()
    assert len(lead.table.cases) == 4


def test_who_labelled_the_article_is_warned_first(submitted):
    window = Window(submitted.visitor("carla", "lead"), submitted.db, "ferry", FERRY)
    window.mark("claim", "Fares rose in May", snap="off")
    own = Bench(window.visitor, submitted)
    page = own.visitor.page("/adjudicate/ferry")
    assert "You labelled this article yourself" in page.words
    assert own.visitor.post("/adjudicate/ferry/begin").status_code == 409
    assert adjudications.read(submitted.db, "ferry", LABELS) is None
    own.begin(knowing="yes")
    assert own.visitor.person
    assert own.table.own == (own.visitor.person.id,)


def test_who_labelled_it_since_is_warned_before_the_next_decision(bench):
    window = Window(bench.visitor, bench.house.db, "ferry", FERRY)
    window.mark("claim", "Fares rose in May", snap="off")
    case = bench.case("Fares rose in May").key
    answer = bench.visitor.post_htmx(
        f"/adjudicate/ferry/cases/{case}", {"choice": "reject"}
    )
    assert answer.headers["HX-Redirect"] == "/adjudicate/ferry"
    assert bench.table.decisions == {}
    page = bench.visitor.page("/adjudicate/ferry")
    assert "You labelled this article yourself" in page.words
    page = bench.visitor.client.get(f"/adjudicate/ferry/cases/{case}", headers=HTMX)
    assert page.status_code == 409


def test_an_article_that_nobody_submitted_has_nothing_to_decide(house, lena):
    house.article()
    assert "nothing to decide" in lena.page("/adjudicate/ferry").words
    assert lena.post("/adjudicate/ferry/begin").status_code == 409
    assert lena.get("/adjudicate/nowhere").status_code == 404
    assert "Nobody has submitted an article yet." in lena.page("/adjudicate").words


# --- what is shown --------------------------------------------------------------------


def test_only_what_differs_stands_in_the_columns(bench):
    key = bench.case("almost 12 percent").key
    panel = bench.read(f"?open={key}").by_id("inspector")
    kinds = [one.words for one in panel.all("span") if "kind" in one.classes]
    assert kinds == ["attribute"]
    rows = [one.words for one in panel.one("table").all("th") if "scope" in one]
    assert "Kind" in rows
    assert "Value" not in rows
    facts = panel.one("dl").words
    assert "Value" in facts
    assert "Kind" not in facts


def test_edges_stand_in_the_text_with_the_letters_of_who_has_them(bench):
    key = bench.case("Fares rose 40 percent").key
    page = bench.read(f"?open={key}")
    edges = [one for one in page.by_id("article").all("span") if "edge" in one.classes]
    alice, bob = bench.letter("alice"), bench.letter("bob")
    assert [(one["data-edge"], "end" in one.classes) for one in edges] == [
        (bob, False),
        (alice, False),
        (alice, True),
        (bob, True),
    ]
    assert page.by_id("article").text.replace("\n", "") == FERRY.replace("\n", "")
    parts = [one.text for one in page.by_id("inspector").all("em")]
    assert parts == ["“", ",”"]


def test_doubts_and_notes_stand_beside_a_proposal(bench):
    key = bench.case("Fares rose in May").key
    words = bench.read(f"?open={key}").by_id("inspector").words
    assert "Which May?" in words
    assert "unsure" in words
    assert "nothing here" in words


def test_links_that_only_some_have_are_shown(submitted, lena):
    window = Window(submitted.visitor("bob"), submitted.db, "ferry", FERRY)
    window.read()
    window.send("/reopen")
    found = {a.label: a.id for a in window.saved().annotations[:1]}
    claim = next(a.id for a in window.saved().annotations if a.label == "claim")
    quote = next(a.id for a in window.saved().annotations if a.label == "quote")
    window.send("/links", link=f"expresses {claim}", **{"from": quote})
    window.send("/submit", sure="yes")
    assert found
    bench = Bench(lena, submitted).begin()
    key = bench.case("“It hurts,”").key
    panel = bench.read(f"?open={key}").by_id("inspector")
    assert "link" in [one.words for one in panel.all("span") if "kind" in one.classes]
    assert "not linked" in panel.words
    bench.take("“It hurts,”", "bob")
    [aim] = bench.decision("“It hurts,”").links
    assert aim.target == claim


# --- deciding -------------------------------------------------------------------------


def test_a_decision_answers_only_its_case_its_lines_its_row_and_the_progress(bench):
    answer = bench.take("almost 12 percent", "bob")
    case = bench.case("almost 12 percent")
    start = FERRY.index("The port denies")
    ids = {
        one.id
        for one in answer.elements
        if one.id and one.attributes.get("hx-swap-oob")
    }
    assert ids == {
        f"l{start}",
        f"case-{case.key}",
        "tally",
        "unanimous",
        "inspector",
        "said",
    }
    assert answer.by_id("tally").words.startswith("1 of 4 decided")
    assert answer.by_id("inspector")["data-case"] == case.key
    assert f"took {bench.letter('bob')}" in answer.by_id(f"case-{case.key}").words
    assert answer.by_id("said").words == (
        f"Case {bench.table.cases.index(case) + 1}: took {bench.letter('bob')}. "
        "Saved. 3 left."
    )


def test_every_choice_is_stored_as_it_was_made(bench):
    bench.decide("Fares rose 40 percent", "union")
    long = bench.decision("Fares rose 40 percent")
    assert long.choice == "union"
    assert [FERRY[s:e] for s, e in long.result.fragments] == [
        "“Fares rose 40 percent,”"
    ]
    bench.decide("Fares rose 40 percent", "intersection")
    short = bench.decision("Fares rose 40 percent")
    assert [FERRY[s:e] for s, e in short.result.fragments] == ["Fares rose 40 percent"]
    bench.take("Fares rose 40 percent", "bob")
    taken = bench.decision("Fares rose 40 percent")
    assert (taken.choice, taken.path) == ("take", "adjudicated")
    bench.decide("Fares rose 40 percent", "perhaps", 422)
    bench.decide("Fares rose 40 percent", "take Z", 422)
    bench.take("Fares rose in May", "alice", 422)


def test_a_rejection_has_a_reason_also_when_nobody_chose_one(bench):
    bench.decide("Fares rose in May", "reject")
    assert bench.decision("Fares rose in May").reason == "not_check_worthy"
    bench.decide("almost 12 percent", "reject")
    assert bench.decision("almost 12 percent").reason == "slip"
    bench.decide("almost 12 percent", "reject", reason="speaker_unclear", note=" So. ")
    made = bench.decision("almost 12 percent")
    assert (made.reason, made.note) == ("speaker_unclear", "So.")


def test_why_something_was_rejected_is_not_why_it_is_taken_after_all(bench):
    bench.decide("Fares rose in May", "reject")
    bench.take("Fares rose in May", "bob", reason="not_check_worthy")
    assert bench.decision("Fares rose in May").reason is None
    bench.take("Fares rose in May", "bob", reason="both_defensible")
    bench.decide("Fares rose in May", "reject", reason="both_defensible")
    assert bench.decision("Fares rose in May").reason == "not_check_worthy"


def test_reason_and_note_can_be_said_after_the_decision(bench):
    key = bench.case("Fares rose 40 percent").key
    bench.send(f"/cases/{key}/reason", 422, reason="slip")
    bench.take("Fares rose 40 percent", "bob")
    bench.send(f"/cases/{key}/reason", reason="guideline_gap", note="Marks or not?")
    made = bench.decision("Fares rose 40 percent")
    assert (made.choice, made.reason, made.note) == (
        "take",
        "guideline_gap",
        "Marks or not?",
    )
    bench.send(f"/cases/{key}/reason", reason="", note="")
    made = bench.decision("Fares rose 40 percent")
    assert (made.reason, made.note) == (None, "")


def test_a_gap_that_was_noted_stands_where_the_guideline_is_edited(bench):
    edit = "/guideline/edit"
    assert "gaps" not in bench.visitor.page(edit).ids()
    why = {"reason": "guideline_gap", "note": "With its marks?"}
    bench.take("Fares rose 40 percent", "bob", **why)
    bench.take("almost 12 percent", "bob", reason="slip")
    gaps = bench.visitor.page(edit).by_id("gaps")
    assert "With its marks?" in gaps.words
    (line,) = gaps.all("li")
    assert bench.case("Fares rose 40 percent").key in line.one("a")["href"]
    draft = {"text": "# With its marks", "remark": "marks", "seen": "1"}
    bench.visitor.post(edit, draft)
    assert "gaps" not in bench.visitor.page(edit).ids()


def test_all_unanimous_are_accepted_in_one_act_with_their_count(bench):
    button = bench.read().by_id("accept")
    assert button.words.startswith("Accept all 1 unanimous")
    answer = bench.send("/unanimous")
    assert answer.by_id("said").words == "1 case decided. Saved. 3 left."
    assert bench.decision("“It hurts,”").path == "unanimous"
    key = bench.case("“It hurts,”").key
    page = bench.read(f"?open={key}")
    assert "accept" not in page.ids()
    assert "rule: unanimous" in page.by_id(f"case-{key}").words
    assert "by the rule unanimous" in page.by_id("decided").words
    bench.send("/undo")
    assert bench.table.decisions == {}
    assert bench.send("/undo").by_id("said").words == "There is nothing to undo."


def test_a_rule_says_beforehand_how_many_it_decides(bench):
    def told(page: Node) -> dict[str, str]:
        buttons = page.by_id("unanimous").all("button")
        return {one["value"]: one.words for one in buttons if "value" in one}

    before = told(bench.read())
    assert before["union"].startswith("Union decides 4")
    n = int(re.search(r"decides (\d+)", before["majority"])[1])
    said = bench.send("/rule", rule="majority").by_id("said")
    assert said.words.startswith(f"{n} case")
    assert said["data-bad"] == "told"
    again = bench.read()
    assert told(again)["majority"].startswith("Majority decides 0")
    assert bench.send("/undo").by_id("said").words.endswith("4 left.")


def test_what_a_rule_decided_says_so(bench):
    answer = bench.send("/rule", rule="union")
    assert answer.by_id("said").words == "4 cases decided. Saved. 0 left."
    rows = bench.read().by_id("cases").all("li")
    assert all(re.search("by rule|rule: union", one.words) for one in rows)
    key = bench.case("Fares rose 40 percent").key
    assert "by the rule union" in bench.read(f"?open={key}").by_id("decided").words
    bench.send("/rule", 422, rule="toss")


def test_undo_and_redo_open_the_case_that_they_are_about(bench):
    bench.take("Fares rose 40 percent", "bob")
    bench.take("almost 12 percent", "bob")
    here = bench.case("Fares rose in May").key
    answer = bench.send("/undo", open=here)
    case = bench.case("almost 12 percent").key
    assert answer.by_id("inspector")["data-case"] == case
    assert answer.by_id("inspector")["hx-swap-oob"] == "true"
    assert case not in bench.table.decisions
    bench.send("/undo", open=case)
    assert bench.table.decisions == {}
    bench.send("/redo", open=case)
    bench.send("/redo", open=case)
    assert len(bench.table.decisions) == 2
    assert bench.send("/redo", open=case).by_id("tally").words.startswith("2 of 4")


def test_the_same_decision_sent_twice_is_made_once(bench):
    for _ in range(2):
        bench.take("almost 12 percent", "bob", op="again")
    assert bench.table.rev == bench.rev
    events = sets.events(bench.house.db, bench.table.set_id)
    assert [one.verb for one in events] == ["decide"]


def test_a_key_that_is_faster_than_the_case_leaves_reason_and_note(bench):
    bench.take("almost 12 percent", "bob", reason="guideline_gap", note="Which kind?")
    bench.take("almost 12 percent", "alice")
    made = bench.decision("almost 12 percent")
    assert (made.reason, made.note) == ("guideline_gap", "Which kind?")
    edited(bench, "almost 12 percent", value="13")
    made = bench.decision("almost 12 percent")
    assert (made.choice, made.reason) == ("edit", "guideline_gap")
    bench.take("almost 12 percent", "alice", reason="", note="")
    made = bench.decision("almost 12 percent")
    assert (made.reason, made.note) == (None, "")


def test_what_was_typed_is_not_lost_when_a_plain_form_is_refused(bench):
    case = bench.case("almost 12 percent").key
    why = {"reason": "both_defensible", "note": "Percent of what?"}
    for path, fields in (("", {"choice": "take Z"}), ("", {}), ("/reason", {})):
        path = f"/adjudicate/ferry/cases/{case}{path}"
        answer = bench.visitor.post(path, fields | why)
        assert answer.status_code == 422
        page = parse(answer.text)
        assert page.by_id("note").text == "Percent of what?"
        assert "checked" in page.by_id("reason-6")


def test_who_goes_back_and_chooses_otherwise_is_not_taken_for_a_retry(bench):
    case = bench.case("almost 12 percent").key
    for name in ("alice", "bob", "bob"):
        fields = {"op": "a-page", "rev": 0, "choice": f"take {bench.letter(name)}"}
        answer = bench.visitor.post(f"/adjudicate/ferry/cases/{case}", fields)
        assert answer.status_code == 303
    taken = bench.decision("almost 12 percent").taken
    assert taken == bench.table.of(bench.letter("bob")).key
    assert len(sets.events(bench.house.db, bench.table.set_id)) == 2


def test_nobody_takes_back_a_step_of_somebody_else_unawares(bench, other):
    bench.take("almost 12 percent", "alice")
    theirs = other.take("Fares rose in May", "bob")
    assert theirs.by_id("tally").words.startswith("2 of 4")
    bench.rev = other.rev
    notice = bench.send("/undo", 409).by_id("notice")
    assert "The last step is by theo, not by you." in notice.words
    assert "There now" not in notice.words
    assert len(bench.table.decisions) == 2
    form = notice.one("form")
    assert form.one("button").words == "Undo it all the same"
    sent = {i["name"]: i["value"] for i in form.all("input")}
    again = bench.visitor.post_htmx(form["action"], sent | {"client": "w1"})
    assert again.status_code == 200
    assert len(bench.table.decisions) == 1
    bench.read()
    bench.send("/undo")
    assert bench.table.decisions == {}


# --- editing --------------------------------------------------------------------------


def edited(bench: Bench, words: str, status: int = 200, **more: object) -> Node:
    """The answer to the form of an edit with these fields changed."""
    key = bench.case(words).key
    form = bench.read(f"?open={key}&choice=edit").by_id("attributes")
    fields: dict[str, object] = {}
    for one in (*form.all("input"), *form.all("textarea"), *form.all("select")):
        if one.attributes.get("type") in ("radio", "checkbox"):
            if "checked" in one:
                fields[one["name"]] = one["value"]
        elif one.tag == "select":
            chosen = [o["value"] for o in one.all("option") if "selected" in o]
            fields[one["name"]] = chosen[0] if chosen else ""
        elif "name" in one:
            value = one.attributes.get("value", one.text)
            if one["name"] not in ("start", "end", "exact"):
                fields[one["name"]] = value
            elif value:
                fields.setdefault(one["name"], value)
    return bench.send(f"/cases/{key}", status, **(fields | more))


def test_an_edit_sets_borders_and_attributes(bench):
    place = FERRY.index("Fares rose 40")
    edited(
        bench,
        "Fares rose 40 percent",
        start=place,
        end=place + len("Fares rose"),
        exact="Fares rose",
        asserted_by="the port",
    )
    made = bench.decision("Fares rose 40 percent")
    assert (made.choice, made.path) == ("edit", "adjudicated")
    assert made.result.fragments == ((place, place + len("Fares rose")),)
    assert made.result.attributes["asserted_by"] == "the port"


def test_typed_words_are_found_near_the_case(bench):
    edited(bench, "Fares rose in May", exact="Fares rose", start="", end="")
    place = FERRY.index("Fares rose in May")
    made = bench.decision("Fares rose in May")
    assert made.result.fragments == ((place, place + len("Fares rose")),)
    answer = edited(bench, "Fares rose in May", 422, exact="nowhere at all")
    assert "do not stand at this place" in answer.by_id("said").words


def test_offsets_that_are_no_numbers_are_refused_in_words(bench):
    for at in ("9" * 5000, "²", "-1"):
        answer = edited(bench, "Fares rose in May", 422, start=at, end=at, exact="no")
        assert "do not stand at this place" in answer.by_id("said").words


def test_another_label_keeps_what_fits_it(bench):
    edited(bench, "Fares rose in May", label="quote")
    made = bench.decision("Fares rose in May").result
    assert made.label == "quote"
    assert "checkable" not in made.attributes
    assert made.attributes["type"] == "indirect"


def test_a_value_that_the_schema_refuses_is_not_saved_and_not_lost(bench):
    case = bench.case("almost 12 percent").key
    answer = edited(bench, "almost 12 percent", 422, kind="furlong")
    assert "kind" in answer.by_id("field-problems")["data-fields"]
    assert case not in bench.table.decisions
    answer = bench.visitor.post(
        f"/adjudicate/ferry/cases/{case}",
        {
            "choice": "edit",
            "label": "figure",
            "was": "figure",
            "exact": ["12 per cent", ""],
            "kind": "furlong",
            "value": "the fares of May",
        },
    )
    assert answer.status_code == 422
    form = parse(answer.text).by_id("attributes")
    assert form.by_id("field-value")["value"] == "the fares of May"
    assert [one.text for one in form.all("textarea")] == ["12 per cent", ""]


def test_a_link_that_nobody_has_cannot_be_chosen(bench):
    letter = bench.letter("alice")
    edited(bench, "“It hurts,”", 422, link=f"expresses {letter} a99")


# --- two leads, stale pages -----------------------------------------------------------


def test_a_case_that_somebody_else_decided_is_not_overwritten(bench, other):
    bench.take("almost 12 percent", "bob")
    answer = other.take("almost 12 percent", "alice", 409, reason="slip")
    notice = answer.by_id("notice")
    assert "lena decided this case since you saw it" in notice.words
    assert f"took {other.letter('bob')}" in notice.words
    assert (
        bench.decision("almost 12 percent").taken
        == bench.table.of(bench.letter("bob")).key
    )
    form = notice.one("form")
    sent = {i["name"]: i["value"] for i in form.all("input")}
    assert sent["reason"] == "slip"
    again = other.visitor.post_htmx(form["action"], sent | {"client": "w2"})
    assert again.status_code == 200
    assert parse(again.text).by_id("notice").words == ""
    assert bench.decision("almost 12 percent").reason == "slip"


def test_without_script_two_leads_do_not_overwrite_each_other_either(bench, other):
    case = bench.case("almost 12 percent").key
    path = f"/adjudicate/ferry/cases/{case}"
    for one, status in ((bench, 303), (other, 409)):
        fields = {"choice": "reject", "rev": 0, "op": f"plain-{one.client}"}
        assert one.visitor.post(path, fields).status_code == status


def test_another_window_catches_up(bench, other):
    bench.take("almost 12 percent", "bob")
    case = bench.case("almost 12 percent").key
    path = f"/adjudicate/ferry/changes?rev={other.rev}&shows={other.shows}"
    found = other.visitor.fragment(f"{path}&open={case}")
    assert f"case-{case}" in found.ids()
    assert found.by_id("inspector")["data-case"] == case
    assert other.visitor.get("/adjudicate/ferry/changes").status_code == 302
    nothing = bench.visitor.fragment(
        f"/adjudicate/ferry/changes?rev={bench.rev}&shows={bench.shows}&open={case}"
    )
    assert {one.id for one in nothing.elements} == {"tally", "unanimous"}


def test_a_case_that_a_source_changed_is_told_and_the_page_drawn_anew(bench):
    key = bench.case("Fares rose 40 percent").key
    resubmit(bench, "bob", "move")
    answer = bench.send(f"/cases/{key}", 409, choice="reject")
    assert "has changed since you saw it" in answer.by_id("said").words
    assert len(answer.by_id("cases").all("li")) == len(bench.table.cases)
    assert bench.table.decisions == {}
    gone = bench.visitor.fragment(f"/adjudicate/ferry/cases/{key}", 409)
    assert gone.by_id("said")["data-bad"] == "yes"
    assert bench.visitor.page(f"/adjudicate/ferry?open={key}").by_id("inspector")


def test_who_opens_a_case_that_is_no_more_gets_the_cases_there_are(bench):
    key = bench.case("Fares rose 40 percent").key
    resubmit(bench, "bob", "move")
    answer = bench.visitor.fragment(f"/adjudicate/ferry/cases/{key}", 409)
    shown = {one["data-id"] for one in answer.by_id("cases").all("li")}
    assert shown == {case.key for case in bench.table.cases}
    assert answer.by_id("inspector")["data-case"] in shown


def test_the_letters_are_those_of_who_has_submitted_by_now(bench):
    window = Window(bench.house.visitor("cleo"), bench.house.db, "ferry", FERRY)
    label(window, longer=False)
    path = f"/adjudicate/ferry/changes?rev={bench.rev}&shows={bench.shows}"
    assert bench.visitor.fragment(path).by_id("tally")["data-letters"] == "A B C"


def test_a_changed_source_reopens_its_case_and_says_so(bench):
    sign_off(bench)
    assert "signed off" in bench.visitor.page("/adjudicate").words
    resubmit(bench, "bob", "move")
    assert not bench.table.signed_off
    page = bench.read()
    assert "a source has changed since" in page.words
    [again] = [
        one for one in page.by_id("cases").all("li") if "reopened" in one.classes
    ]
    assert "open again" in again.words
    lapsed = page.by_id("inspector").words
    assert f"{bench.letter('bob')} submitted anew and changed this" in lapsed
    assert f"took {bench.letter('alice')}" in lapsed
    assert "bob" not in lapsed
    listed = bench.visitor.page("/adjudicate").words
    assert "1 case reopened: a source changed" in listed
    assert "1 article waits for adjudication." in bench.visitor.page("/lead").words
    bench.take("Fares rose", "bob")
    bench.send("/sign-off")
    assert bench.table.signed_off


def test_a_case_that_is_gone_only_needs_another_sign_off(bench):
    sign_off(bench)
    window = Window(bench.house.visitor("bob"), bench.house.db, "ferry", FERRY)
    window.read()
    window.send("/reopen")
    last = window.saved().annotations[-1]
    window.send(f"/annotations/{last.id}/remove")
    window.send("/submit", sure="yes")
    assert "sign it off again" in bench.visitor.page("/adjudicate").words
    bench.read()
    bench.send("/sign-off")
    assert "signed off" in bench.visitor.page("/adjudicate").words


# --- signing off, gold ----------------------------------------------------------------


def test_sign_off_says_how_many_are_left_and_opens_the_first(bench):
    bench.send("/unanimous")
    bench.take("Fares rose 40 percent", "bob")
    answer = bench.send("/sign-off", 422, open=bench.case("“It hurts,”").key)
    assert answer.by_id("said").words.startswith("2 cases have no decision yet")
    left = bench.case("almost 12 percent").key
    assert answer.by_id("inspector")["data-case"] == left
    assert answer.by_id("inspector")["hx-swap-oob"] == "true"
    assert not bench.table.signed_off


def test_a_signed_off_article_is_read_only_until_it_is_reopened(bench, other):
    sign_off(bench)
    page = bench.read()
    assert "Signed off." in page.words
    assert all("choice" not in one.attributes.get("name", "") for one in page.walk())
    case = bench.case("almost 12 percent").key
    answer = other.visitor.post_htmx(
        f"/adjudicate/ferry/cases/{case}", {"choice": "reject", "rev": 9}
    )
    assert answer.headers["HX-Redirect"].startswith("/adjudicate/ferry")
    assert "signed off: reopen it" in other.visitor.page("/adjudicate/ferry").words
    bench.send("/reopen")
    bench.read()
    bench.decide("almost 12 percent", "reject")


def test_what_an_export_would_refuse_is_not_signed_off_and_named(bench):
    bench.decide_all()
    edited(bench, "Fares rose 40 percent", asserted_by="")
    answer = bench.send("/sign-off", 422, open=bench.case("“It hurts,”").key)
    assert "“Fares rose 40 percent”" in answer.by_id("said").words
    wrong = bench.case("Fares rose 40 percent").key
    assert answer.by_id("inspector")["data-case"] == wrong
    assert answer.by_id("inspector")["hx-swap-oob"] == "true"


def test_gold_is_made_of_what_is_signed_off_and_shows_its_difference(bench):
    lena = bench.visitor
    assert lena.post("/gold", {"batch": "none"}).status_code == 422
    sign_off(bench)
    section = lena.page("/adjudicate").by_id("gold").words
    assert "1 signed-off article with 3 annotations" in section
    assert "2 adjudicated, 1 unanimous; 1 by a rule" in section
    assert "1 rejected proposal" in section
    made = lena.post("/gold", {"batch": "none", "remark": "First."})
    assert made.headers["Location"] == "/gold/1"
    assert "The first version" in lena.page("/gold/1").words
    answer = lena.post("/gold", {"batch": "none"})
    assert answer.status_code == 422
    assert "Nothing changed since version 1" in answer.text
    bench.send("/reopen")
    bench.read()
    bench.take("Fares rose 40 percent", "bob")
    bench.take("Fares rose in May", "bob")
    bench.send("/sign-off")
    lena.post("/gold", {"batch": "none"})
    page = lena.page("/gold/2")
    assert "1 added, 0 removed, 1 moved, 0 changed" in page.words
    assert "ferry" in page.words
    versions = lena.page("/adjudicate").by_id("gold").one("table").words
    assert "1 added, 1 moved" in versions
    assert "First." in versions
    assert len(gold.versions(bench.house.db, None)) == 2
    assert lena.get("/gold/9").status_code == 404


def test_the_list_is_that_of_a_batch_and_tells_every_state(submitted, lena):
    assert lena.person
    who = [people.ensure(submitted.db, name).id for name in ("alice", "bob", "cleo")]
    submitted.article(f"{FERRY}More.\n", "other")
    made = batches.make(
        submitted.db,
        "Spring",
        by=lena.person.id,
        guideline="1",
        overlap=3,
        labels=["quote", "claim", "figure"],
        articles=["ferry"],
        people=who,
    )
    page = lena.page("/adjudicate")
    assert "waiting for sets 2/3" in page.words
    assert "Choose a batch" in page.words
    assert "waiting for sets 2/3" in lena.page(f"/adjudicate?batch={made.id}").words
    assert "Nobody has submitted" in lena.page("/adjudicate?batch=none").words
    assert lena.get("/adjudicate?batch=99").status_code == 404
    assert f"/adjudicate?batch={made.id}" in lena.get(f"/batches/{made.id}").text
    assert "wait" not in " ".join(
        one.words for one in lena.page("/lead").by_id("board").all("li")
    )
    bench = Bench(lena, submitted).begin()
    bench.send("/unanimous")
    assert "in progress 1/4" in lena.page("/adjudicate").words
    bench.decide_all()
    assert "all decided: sign it off" in lena.page("/adjudicate").words


def test_an_article_of_one_annotator_is_marked_single(house, alice, lena):
    house.article()
    label(Window(alice, house.db, "ferry", FERRY), longer=True)
    assert "single" in lena.page("/adjudicate").words
    bench = Bench(lena, house).begin()
    assert "single" in bench.read().by_id("inspector").words
    bench.send("/unanimous")
    bench.send("/sign-off")
    lena.post("/gold", {"batch": "none"})
    (version,) = gold.versions(house.db, None)
    assert version.paths == (("single", 4),)


def test_an_article_in_which_nobody_found_anything_is_signed_off_as_it_is(
    house, alice, lena
):
    window = Window(alice, house.db, house.article(), FERRY)
    window.send("/none", label="quote", none="yes")
    window.send("/submit", sure="yes")
    bench = Bench(lena, house).begin()
    page = bench.read()
    assert "there is no case to decide" in page.by_id("cases").words
    assert "You may sign off." in page.by_id("inspector").words
    bench.send("/sign-off")
    assert bench.table.signed_off
    assert "Signed off." in bench.read().by_id("inspector").words


# --- without JavaScript ---------------------------------------------------------------


def test_all_of_it_works_by_plain_forms(lead):
    lena = lead.visitor
    page = lena.page("/adjudicate/ferry")
    form = page.by_id("main").one("form")
    lena.post(form["action"], {i["name"]: i["value"] for i in form.all("input")})
    for _ in range(9):
        panel = lead.read().by_id("inspector")
        if "next-case" not in panel.ids() and "decided" in panel.ids():
            break
        form = panel.by_id("decide")
        fields = {
            i["name"]: i["value"] for i in form.all("input") if i["type"] == "hidden"
        }
        button = next(b for b in form.all("button") if b["value"].startswith("take"))
        answer = lena.post(form["action"], fields | {"choice": button["value"]})
        assert answer.status_code == 303
        assert panel["data-case"] in answer.headers["Location"]
    assert lead.table.undecided == ()
    form = lead.read().by_id("sign-off-form")
    fields = {i["name"]: i["value"] for i in form.all("input")}
    assert lena.post(form["action"], fields).status_code == 303
    assert lead.table.signed_off
    assert articles.get(lead.house.db, "ferry")
