"""Adjudications: decisions that are kept, undone and audited, and the gold of them."""

import io
from dataclasses import dataclass

import pytest
from sqlite_utils import Database

from workbench import adjudication, files, schema
from workbench.adjudication import Case, DecisionError, Source, cases
from workbench.dataset import AnnotationSet, Article, set_record
from workbench.spans import Annotation, Relation
from workbench.store import (
    adjudications,
    articles,
    batches,
    connect,
    gold,
    migrations,
    overview,
    people,
    records,
    releases,
    sets,
)

from .conftest import TEXT, Sheet, contents
from .test_tables import refused

CONTRACT = schema.load()
LABELS = CONTRACT.labels
SCHEMA = str(CONTRACT.schema["$id"])
QUOTE = {"type": "mixed", "speaker": "Orm"}
CLAIM = {"asserted_by": "Orm", "checkable": "checkable"}


def check(made, text):
    return [str(p) for p in CONTRACT.set_problems(set_record(made, text), text)]


@dataclass
class Bench:
    """An adjudicator at one article."""

    db: Database
    by: int
    key: str = "dam"
    ops: int = 0

    def op(self, client: str = "w") -> sets.Op:
        self.ops += 1
        table = adjudications.read(self.db, self.key, LABELS)
        return sets.Op(
            f"{self.key}-{self.by}-{client}-{self.ops}",
            client,
            table.rev if table else 0,
        )

    def begin(self, **options) -> adjudications.Table:
        return adjudications.begin(self.db, self.key, self.by, labels=LABELS, **options)

    @property
    def table(self) -> adjudications.Table:
        found = adjudications.read(self.db, self.key, LABELS)
        assert found
        return found

    def case(self, label: str) -> Case:
        return next(
            c
            for c in self.table.cases
            if any(p.annotation.label == label for p in c.proposals)
        )

    def take(self, label: str, name: str, reason: str | None = None, **options):
        person = next(p.key for p in self.table.people if p.name == name)
        return adjudications.decide(
            self.db,
            self.key,
            self.by,
            options.pop("op", None) or self.op(),
            options.pop("case", None) or self.case(label).key,
            lambda case, table: adjudication.take(case, person),
            labels=LABELS,
            reason=reason,
        )

    def reject(self, label: str, reason: str | None = "slip"):
        return adjudications.decide(
            self.db,
            self.key,
            self.by,
            self.op(),
            self.case(label).key,
            lambda case, table: adjudication.reject(case),
            labels=LABELS,
            reason=reason,
        )

    def accept(self) -> int:
        return adjudications.accept_unanimous(
            self.db, self.key, self.by, self.op(), labels=LABELS
        )[1]

    def undo(self):
        return adjudications.undo(self.db, self.key, self.by, self.op(), labels=LABELS)

    def redo(self):
        return adjudications.redo(self.db, self.key, self.by, self.op(), labels=LABELS)

    def sign_off(self):
        return adjudications.sign_off(
            self.db,
            self.key,
            self.by,
            self.op(),
            labels=LABELS,
            schema=SCHEMA,
            check=check,
        )

    def reopen(self):
        return adjudications.reopen(
            self.db, self.key, self.by, self.op(), labels=LABELS
        )

    def make(self, batch: int | None = None) -> gold.Version:
        return gold.make(
            self.db, batch, self.by, labels=LABELS, schema=SCHEMA, check=check
        )


def quote(sheet: Sheet, *fragments, **more) -> str:
    return sets.add(
        sheet.db, sheet.desk, sheet.op(), "quote", fragments, QUOTE | more
    ).annotation


def submit(sheet: Sheet) -> None:
    sets.submit(sheet.db, sheet.desk, sheet.op())


def reopened(sheet: Sheet) -> None:
    sets.reopen(sheet.db, sheet.desk, sheet.op())


def change_claim(sheet: Sheet) -> None:
    """The claim ends elsewhere, and is submitted so."""
    reopened(sheet)
    claim = next(a for a in sets.annotations(sheet.db, sheet.id) if a.label == "claim")
    sets.move(sheet.db, sheet.desk, sheet.op(), claim.id, [(1, 10)])
    submit(sheet)


@pytest.fixture
def lena(db, alice, bob) -> Bench:
    """Lena adjudicates what Alice and Bob submitted: they agree on the quote, differ in
    the claim's end, and only Bob has the figure."""
    for sheet in (alice, bob):
        quote(sheet, (0, 20))
        sheet.add("claim", (1, 18 if sheet is alice else 13), **CLAIM)
    bob.add("figure", (54, 71), kind="percent")
    submit(alice)
    submit(bob)
    return Bench(db, people.ensure(db, "lena", role="lead").id)


@pytest.fixture
def begun(lena) -> Bench:
    lena.begin()
    return lena


SET = "(SELECT set_id FROM adjudication)"


def decide_all(bench: Bench) -> None:
    bench.accept()
    bench.take("claim", "alice", "boundary_rule")
    bench.reject("figure", "not_check_worthy")


# --- what is on the table -------------------------------------------------------------


def test_it_is_begun_once_and_its_order_stays(lena):
    assert adjudications.read(lena.db, "dam", LABELS) is None
    first = lena.begin()
    assert lena.begin() == first == lena.table
    assert sorted(p.name for p in first.people) == ["alice", "bob"]
    assert [p.letter for p in first.people] == ["A", "B"]
    assert first.of("B") == first.people[1]


def test_the_order_is_another_for_another_seed(begun, article):
    orders = {
        tuple(p.name for p in adjudications._cases(begun.db, article, seed, LABELS)[0])
        for seed in range(20)
    }
    assert orders == {("alice", "bob"), ("bob", "alice")}


def test_the_cases_say_in_what_people_differ(begun):
    assert {
        case.proposals[0].annotation.label: case.differs for case in begun.table.cases
    } == {"quote": (), "claim": ("boundary",), "figure": ("existence",)}


def test_nothing_is_begun_before_somebody_submitted(db, alice):
    quote(alice, (0, 20))
    bench = Bench(db, people.ensure(db, "lena", role="lead").id)
    with pytest.raises(adjudications.AdjudicationError, match="Nobody has submitted"):
        bench.begin()
    with pytest.raises(adjudications.AdjudicationError, match="There is no article"):
        Bench(db, 1, "dyke").begin()


def test_nobody_sees_the_working_set_among_the_peoples(begun, article):
    decide_all(begun)
    assert [name for _, name, *_ in sets.people(begun.db, article)] == ["alice", "bob"]


def test_what_is_submitted_is_listed_with_how_far_it_is(lena, alice):
    def told() -> list[tuple[object, ...]]:
        found = adjudications.listed(lena.db)
        return [(one.key, one.submitted, one.places, one.status) for one in found]

    assert told() == [("dam", 2, None, "todo")]
    other = articles.add(lena.db, Article("dyke", "The dyke", "It holds."))
    there = Sheet(lena.db, sets.Desk(other, "It holds.", alice.desk.person), "dyke")
    assert there.add("claim", (0, 8), **CLAIM)
    assert len(told()) == 1, "what is not submitted is nobody's business yet"
    submit(there)
    lena.begin()
    lena.accept()
    assert told() == [("dam", 2, None, "in_progress"), ("dyke", 1, None, "todo")]
    decide_all(lena)
    lena.sign_off()
    assert told() == [("dyke", 1, None, "todo"), ("dam", 2, None, "adjudicated")]


# --- decisions ------------------------------------------------------------------------


def test_a_decision_is_kept_with_the_options_it_had(begun):
    begun.take("claim", "alice", "boundary_rule")
    [one] = begun.table.decisions.values()
    assert (one.name, one.decision.choice, one.decision.reason) == (
        "lena",
        "take",
        "boundary_rule",
    )
    case = begun.case("claim")
    assert one.record["case"]["proposals"] == [
        [p.person, p.annotation.id, p.sha256] for p in case.proposals
    ]
    assert one.record["case"]["differs"] == ["boundary"]


def test_accepting_the_unanimous_is_one_act_with_its_count(begun):
    assert len(begun.table.unanimous) == 1
    assert begun.accept() == 1
    assert begun.accept() == 0
    assert len(begun.table.undecided) == 2
    begun.undo()
    assert len(begun.table.undecided) == 3


def test_a_rule_decides_what_it_can_and_says_so(begun):
    done, number = adjudications.apply_rule(
        begun.db, "dam", begun.by, begun.op(), "union", labels=LABELS
    )
    assert (done.changed, number) == (True, 3)
    assert {one.decision.rule for one in begun.table.decisions.values()} == {"union"}


def test_a_rule_leaves_what_somebody_decided(begun):
    begun.reject("figure")
    adjudications.apply_rule(
        begun.db, "dam", begun.by, begun.op(), "union", labels=LABELS
    )
    assert begun.table.decisions[begun.case("figure").key].decision.choice == "reject"


def test_undo_and_redo_walk_through_the_decisions(begun):
    key = begun.case("claim").key
    begun.take("claim", "alice")
    begun.take("claim", "bob")
    begun.undo()
    taken = begun.table.decisions[key].decision.taken
    assert taken == str(people.ensure(begun.db, "alice").id)
    begun.undo()
    assert begun.table.decisions == {}
    begun.redo()
    begun.redo()
    assert begun.table.decisions[key].decision.taken != taken
    assert begun.redo().changed is False
    assert list(records.problems(begun.db)) == []


def test_a_repeated_decision_is_made_once(begun):
    op = begun.op()
    first = begun.take("claim", "alice", op=op)
    again = begun.take("claim", "alice", op=op)
    assert again.rev == first.rev == begun.table.rev


def test_another_window_that_has_not_seen_the_decision_is_told(begun):
    stale = begun.op("other")
    begun.take("claim", "alice")
    with pytest.raises(adjudications.Overtaken, match="lena decided this case since"):
        begun.take("claim", "bob", op=stale)
    begun.take("claim", "bob", op=begun.op("other"))


def test_a_rejection_without_a_reason_is_refused_by_store_and_database(begun):
    with pytest.raises(DecisionError, match="needs a reason"):
        begun.reject("figure", None)
    begun.reject("figure")
    sql = "UPDATE decision SET record = json_remove(record, '$.reason')"
    assert "CHECK" in refused(begun.db, sql)


def test_every_decision_is_in_the_log(begun):
    decide_all(begun)
    begun.undo()
    logged = [(one.person, one.verb) for one in overview.log(begun.db)][:4]
    assert logged == [
        ("lena", "undo"),
        ("lena", "decide"),
        ("lena", "decide"),
        ("lena", "accept_unanimous"),
    ]


def test_names_are_revealed_on_request_and_it_is_recorded(begun):
    adjudications.reveal(begun.db, "dam", begun.by, begun.op(), labels=LABELS)
    adjudications.reveal(begun.db, "dam", begun.by, begun.op(), labels=LABELS)
    assert begun.table.revealed == (begun.by,)
    assert [one.verb for one in overview.log(begun.db)].count("reveal") == 1
    assert list(records.problems(begun.db)) == []


def test_who_labelled_the_article_is_warned_and_it_is_recorded(lena, alice):
    own = Bench(lena.db, alice.desk.person)
    with pytest.raises(adjudications.OwnWork, match="You labelled this article"):
        own.begin()
    assert adjudications.read(lena.db, "dam", LABELS) is None
    lena.begin()
    with pytest.raises(adjudications.OwnWork):
        own.take("claim", "alice")
    own.begin(knowing=True)
    own.take("claim", "alice")
    assert lena.table.own == (alice.desk.person,)
    assert "own_work" in [one.verb for one in overview.log(lena.db)]
    assert list(records.problems(lena.db)) == []


# --- signing off ----------------------------------------------------------------------


def test_signing_off_needs_a_decision_for_every_case(begun):
    begun.accept()
    with pytest.raises(adjudications.AdjudicationError, match="2 cases have no"):
        begun.sign_off()
    begun.take("claim", "bob")
    with pytest.raises(adjudications.AdjudicationError, match="1 case has no decision"):
        begun.sign_off()
    begun.reject("figure")
    begun.sign_off()
    assert begun.table.signed_off
    assert list(records.problems(begun.db)) == []


def test_the_database_itself_holds_the_sign_off(begun):
    begun.accept()
    signed = f"UPDATE annotation_set SET status = 'adjudicated' WHERE id = {SET}"
    assert "every case needs a decision" in refused(begun.db, signed)
    decide_all(begun)
    begun.sign_off()
    for sql in (
        "DELETE FROM decision",
        "UPDATE decision SET record = json_set(record, '$.note', 'x')",
        "INSERT INTO decision SELECT set_id, 'x', record FROM decision LIMIT 1",
    ):
        assert "a signed-off decision stands" in refused(begun.db, sql)


def test_a_decision_stays_with_its_case(begun):
    begun.accept()
    for column in ("key", "set_id"):
        sql = f"UPDATE decision SET {column} = {column} || '0'"
        assert "a decision stays with its case" in refused(begun.db, sql)


def test_what_would_be_refused_by_an_export_is_not_signed_off(begun):
    decide_all(begun)
    adjudications.decide(
        begun.db,
        "dam",
        begun.by,
        begun.op(),
        begun.case("quote").key,
        lambda case, table: adjudication.edit(
            case, Annotation("", "quote", ((0, 20),), {"type": "mixed"})
        ),
        labels=LABELS,
    )
    with pytest.raises(adjudications.AdjudicationError, match="speaker"):
        begun.sign_off()


def test_a_signed_off_article_is_reopened_before_it_changes(begun):
    decide_all(begun)
    begun.sign_off()
    with pytest.raises(adjudications.SignedOff, match="reopen it"):
        begun.take("claim", "bob")
    with pytest.raises(adjudications.SignedOff):
        begun.undo()
    begun.reopen()
    begun.take("claim", "bob")
    begun.sign_off()
    assert begun.table.signed_off


# --- a source changes -----------------------------------------------------------------


def test_what_was_submitted_last_counts_while_somebody_works_on(begun, bob):
    before = begun.table.cases
    reopened(bob)
    figure = next(a for a in sets.annotations(bob.db, bob.id) if a.label == "figure")
    sets.remove(bob.db, bob.desk, bob.op(), figure.id)
    quote(bob, (31, 40))
    assert begun.table.cases == before
    assert [p.name for p in begun.table.people if p.reopened] == ["bob"]
    submit(bob)
    assert len(begun.table.cases) == len(before)
    assert begun.table.cases != before


def test_a_changed_source_reopens_the_cases_it_touches_and_says_so(begun, bob):
    decide_all(begun)
    begun.sign_off()
    version = begun.make()
    reopened(bob)
    claim = next(a for a in sets.annotations(bob.db, bob.id) if a.label == "claim")
    sets.move(bob.db, bob.desk, bob.op(), claim.id, [(1, 10)])
    assert begun.table.signed_off, "not before it is submitted"
    submit(bob)
    table = begun.table
    assert not table.signed_off
    assert [c.proposals[0].annotation.label for c in table.undecided] == ["claim"]
    [one] = table.lapsed
    assert one.people == (str(bob.desk.person),)
    assert table.reopened == (begun.case("claim").key,)
    assert table.was[one.key].decision.reason == "boundary_rule"
    with pytest.raises(adjudications.Moved):
        begun.take("claim", "bob", case=one.key)
    begun.take("claim", "bob")
    assert [e.verb for e in sets.events(begun.db, table.set_id)][-2:] == [
        "reopen",
        "decide",
    ]
    begun.sign_off()
    assert (begun.table.signed_off, begun.table.lapsed) == (True, ())
    assert begun.make().number == version.number + 1
    assert list(records.problems(begun.db)) == []


def test_a_source_without_its_annotation_again_only_needs_a_new_sign_off(begun, bob):
    decide_all(begun)
    begun.sign_off()
    reopened(bob)
    figure = next(a for a in sets.annotations(bob.db, bob.id) if a.label == "figure")
    sets.remove(bob.db, bob.desk, bob.op(), figure.id)
    submit(bob)
    assert (begun.table.signed_off, begun.table.undecided) == (False, ())
    begun.sign_off()
    assert begun.table.signed_off
    assert list(records.problems(begun.db)) == []


def test_undo_does_not_reach_back_behind_a_sign_off(begun, bob):
    """Signing off forgets decisions on cases that are no more: an undo of one of them
    would contradict the log."""
    decide_all(begun)
    change_claim(bob)
    begun.take("claim", "bob")
    begun.sign_off()
    begun.reopen()
    decided = begun.table.decisions
    assert not begun.table.can_undo
    assert begun.undo().changed is False
    assert begun.redo().changed is False
    assert begun.table.decisions == decided
    begun.take("claim", "alice")
    begun.undo()
    assert begun.table.decisions == decided
    assert list(records.problems(begun.db)) == []


def test_undo_changes_nothing_where_a_sign_off_holds_no_longer(begun, bob):
    decide_all(begun)
    begun.sign_off()
    change_claim(bob)
    assert not begun.table.signed_off
    assert begun.undo().changed is False
    begun.take("claim", "bob")
    begun.undo()
    assert [c.proposals[0].annotation.label for c in begun.table.undecided] == ["claim"]
    assert list(records.problems(begun.db)) == []


def test_an_article_stays_listed_when_its_only_annotator_reopens_it(db, alice):
    quote(alice, (0, 20))
    submit(alice)
    bench = Bench(db, people.ensure(db, "lena", role="lead").id)
    bench.begin()
    bench.accept()
    bench.sign_off()
    reopened(alice)
    [one] = adjudications.listed(db)
    assert (one.key, one.submitted, one.status) == ("dam", 0, "adjudicated")


def test_a_changed_source_is_waited_for_whatever_was_done_to_gold_meanwhile(begun, bob):
    decide_all(begun)
    begun.sign_off()
    version = begun.make()
    assert adjudications.waiting(begun.db, LABELS) == []
    change_claim(bob)
    releases.release(begun.db, version, begun.by)
    adjudications.reveal(begun.db, "dam", begun.by, begun.op(), labels=LABELS)
    assert [one.key for one in adjudications.waiting(begun.db, LABELS)] == ["dam"]
    begun.take("claim", "bob")
    begun.sign_off()
    assert adjudications.waiting(begun.db, LABELS) == []


# --- gold -----------------------------------------------------------------------------


def exported(db, found) -> bytes:
    out = io.BytesIO()
    files.export(found, out, "jsonl", CONTRACT)
    return out.getvalue()


def test_gold_says_of_each_item_where_it_came_from(begun):
    decide_all(begun)
    begun.sign_off()
    version = begun.make()
    assert (version.name, version.number, version.by) == ("gold v1", 1, "lena")
    assert (version.annotations, version.rejected) == (2, 1)
    assert version.paths == (("adjudicated", 1), ("unanimous", 1))
    [record] = gold.records(begun.db, version)
    [made] = record.sets
    claim = next(a for a in made.annotations if a.label == "claim")
    assert claim.fragments == ((1, 18),)
    assert (claim.origin.by, claim.origin.reason) == ("lena", "boundary_rule")
    assert claim.origin.sources == (("alice", "a2"),)
    assert (claim.origin.guideline, claim.origin.schema) == ("1", SCHEMA)
    [negative] = made.rejected
    assert (negative.label, negative.origin.reason) == ("figure", "not_check_worthy")
    assert exported(begun.db, gold.records(begun.db, version)).count(b'"origin"') == 3


def test_the_gold_of_one_annotator_is_marked_single(db, alice):
    quote(alice, (0, 20))
    submit(alice)
    bench = Bench(db, people.ensure(db, "lena", role="lead").id)
    bench.begin()
    bench.accept()
    bench.sign_off()
    assert bench.make().paths == (("single", 1),)


def test_a_version_never_changes_whoever_writes(begun):
    decide_all(begun)
    begun.sign_off()
    version = begun.make()
    before = contents(begun.db)
    row = begun.db.execute(
        "SELECT id, person_id FROM annotation_set WHERE person_id = "
        "(SELECT person_id FROM gold_version)"
    ).fetchone()
    for sql in (
        f"UPDATE annotation SET label = 'cue' WHERE set_id = {row[0]}",
        f"DELETE FROM fragment WHERE set_id = {row[0]}",
        f"DELETE FROM annotation WHERE set_id = {row[0]}",
        f"UPDATE annotation_set SET rejected = '[]' WHERE id = {row[0]}",
        f"INSERT INTO annotation (set_id, id, label, attributes, unsure, rev, client) "
        f"VALUES ({row[0]}, 'z1', 'cue', '{{}}', 0, 1, 'w')",
        f"INSERT INTO event (set_id, rev, person_id, at, verb, op, client, changes) "
        f"VALUES ({row[0]}, 99, 1, 'then', 'put', 'late', 'w', '[]')",
        f"UPDATE person SET name = 'x' WHERE id = {row[1]}",
        "UPDATE gold_version SET remark = 'x'",
        "DELETE FROM gold_version",
    ):
        assert "a gold version never changes" in refused(begun.db, sql)
    assert contents(begun.db) == before
    begun.reopen()
    begun.take("claim", "bob")
    begun.sign_off()
    begun.make()
    [record] = gold.records(begun.db, version)
    assert {a.fragments for a in record.sets[0].annotations} == {((0, 20),), ((1, 18),)}


def test_a_version_needs_a_sign_off_and_something_new(begun):
    with pytest.raises(gold.GoldError, match="No article is signed off"):
        begun.make()
    decide_all(begun)
    begun.sign_off()
    begun.make()
    with pytest.raises(gold.GoldError, match="Nothing changed since version 1"):
        begun.make()


def test_versions_belong_to_a_batch(begun, alice, bob):
    batch = batches.make(
        begun.db,
        "Dams",
        by=begun.by,
        guideline="7",
        overlap=2,
        labels=["quote"],
        articles=["dam"],
        people=[alice.desk.person, bob.desk.person],
    )
    decide_all(begun)
    begun.sign_off()
    with pytest.raises(gold.GoldError, match="No article"):
        begun.make()
    version = begun.make(batch.id)
    assert (version.name, version.guideline) == ("Dams v1", "7")
    assert gold.versions(begun.db, batch.id) == [version]
    assert gold.newest(begun.db) == [version]


def test_a_full_export_has_the_newest_gold_and_no_working_set(begun):
    decide_all(begun)
    begun.sign_off()
    begun.make()
    begun.reopen()
    begun.take("claim", "bob")
    begun.sign_off()
    begun.make()
    [record] = records.export(begun.db)
    assert [(s.kind, s.annotator) for s in record.sets] == [
        ("gold", "gold v2"),
        ("human", "alice"),
        ("human", "bob"),
    ]
    assert exported(begun.db, records.export(begun.db))
    assert list(records.problems(begun.db)) == []


def test_gold_comes_in_elsewhere_as_it_went_out(begun, tmp_path):
    decide_all(begun)
    begun.sign_off()
    written = tmp_path / "gold.jsonl"
    written.write_bytes(exported(begun.db, gold.records(begun.db, begun.make())))
    path = tmp_path / "other.db"
    migrations.migrate(path)
    other = connect(path)
    reading = files.read([written], CONTRACT)
    assert reading.problems == []
    done = records.bring_in(other, [f.record for f in reading.found])
    assert done.problems == []
    assert exported(other, records.export(other)) == written.read_bytes()
    assert records.bring_in(other, [f.record for f in reading.found]).known_sets == 1
    assert list(records.problems(other)) == []
    other.close()


def test_a_link_into_another_article_ends_at_its_gold(db, alice, bob, article):
    other = articles.add(db, Article("dyke", "The dyke", "The dyke is theirs."))
    for sheet in (alice, bob):
        desk = sets.Desk(other, "The dyke is theirs.", sheet.desk.person)
        there = Sheet(db, desk, client="dyke")
        if sheet is bob:
            there.add("claim", (0, 8), **CLAIM)
        end = there.add("claim", (0, 18), **CLAIM)
        start = sheet.add("claim", (1, 18), **CLAIM)
        whole = sets.whole(db, sheet.id, "", "")
        sets.put(
            db,
            sheet.desk,
            sheet.op(),
            AnnotationSet(
                "",
                annotations=whole.annotations,
                relations=(Relation("r9", "contradicts", start, f"dyke#{end}"),),
            ),
        )
        submit(there)
        submit(sheet)
    lena = people.ensure(db, "lena", role="lead").id
    for key in ("dam", "dyke"):
        bench = Bench(db, lena, key)
        bench.begin()
        bench.accept()
        for case in bench.table.undecided:
            bench.take("claim", "bob", case=case.key)
        bench.sign_off()
    assert len(Bench(db, lena, "dam").table.cases) == 1, "the same link by other ids"
    version = bench.make()
    dam, dyke = gold.records(db, version)
    [link] = dam.sets[0].relations
    ends = {f"dyke#{a.id}": a.fragments for a in dyke.sets[0].annotations}
    assert ends[link.target] == ((0, 18),)
    assert exported(db, gold.records(db, version))


def test_the_cases_are_those_of_what_was_submitted(begun, alice, bob):
    plain = cases(
        [
            Source(
                str(sheet.desk.person),
                tuple(sets.annotations(sheet.db, sheet.id)),
                tuple(sets.relations(sheet.db, sheet.id)),
            )
            for sheet in (alice, bob)
        ]
    )
    assert plain == begun.table.cases
    assert TEXT[1:18] in [
        TEXT[a.start : a.end]
        for case in plain
        for p in case.proposals
        for a in [p.annotation]
    ]
