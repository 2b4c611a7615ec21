"""Annotation sets: every verb, who is told to be late, and what a retry answers."""

from dataclasses import replace

import pytest
from sqlite_utils import Database

from workbench.dataset import AnnotationSet, Article
from workbench.spans import Annotation, Relation, SpanError
from workbench.store import articles, people, records, sets

from .conftest import TEXT, Sheet

WORDS = (0, 20)
OURS = (1, 18)
BUILT = (31, 52)


def one(sheet: Sheet, id: str) -> Annotation:
    found = sets.annotation(sheet.db, sheet.id, id)
    assert found
    return found


# --- adding ---------------------------------------------------------------------------


def test_the_first_annotation_begins_the_set(alice: Sheet):
    assert alice.head is None
    done = sets.add(
        alice.db, alice.desk, alice.op(), "quote", [WORDS], {"speaker": "Orm"}
    )
    assert done == sets.Done(1, "a1", changed=True)
    head = alice.head
    assert head
    assert (head.status, head.guideline, head.rev, head.finished) == (
        "in_progress",
        "1",
        1,
        False,
    )
    assert sets.annotations(alice.db, head.id) == [
        Annotation("a1", "quote", (WORDS,), {"speaker": "Orm"})
    ]


def test_the_words_of_a_fragment_are_the_servers_own_slice(alice: Sheet):
    alice.add("quote", (9, 10), (0, 4))
    rows = alice.db.execute(
        "SELECT start, text FROM fragment ORDER BY start"
    ).fetchall()
    assert rows == [(0, TEXT[:4]), (9, "🌊")]


def test_annotations_come_in_the_order_of_the_text(alice: Sheet):
    for fragments in ([BUILT], [OURS, (24, 27)], [WORDS], [(0, 4)]):
        alice.add("quote", *fragments)
    found = sets.annotations(alice.db, alice.id)
    assert [a.id for a in found] == ["a4", "a3", "a2", "a1"]
    assert sets.annotations(alice.db, alice.id, ["a1", "a2", "a9"]) == found[2:]
    assert sets.annotations(alice.db, alice.id, []) == []
    assert [a.id for a in sets.around(alice.db, alice.id, 18, 25)] == ["a3", "a2"]
    assert sets.counts(alice.db, alice.id) == {"quote": 4}


def test_a_fragment_out_of_the_text_is_refused_and_nothing_begun(alice: Sheet):
    with pytest.raises(SpanError):
        alice.add("quote", (0, len(TEXT) + 1))
    assert alice.head is None


def test_a_link_comes_with_an_annotation_whose_owner_is_there(alice: Sheet):
    owner = alice.add("quote", WORDS)
    for anchor, expected in ((owner, 1), ("a99", 1)):
        sets.add(
            alice.db,
            alice.desk,
            alice.op(),
            "source",
            [(26, 29)],
            link=("attributed_to", anchor),
        )
        assert len(sets.relations(alice.db, alice.id)) == expected
    [link] = sets.relations(alice.db, alice.id)
    assert (link.type, link.source, link.target) == ("attributed_to", "a1", "a2")


# --- changing -------------------------------------------------------------------------


def test_attributes_note_and_certainty_are_revised_one_by_one(alice: Sheet):
    id = alice.add("quote", WORDS, speaker="Orm")

    def revise(**what: object) -> Annotation:
        sets.revise(alice.db, alice.desk, alice.op(), id, **what)  # type: ignore[arg-type]
        return one(alice, id)

    assert revise(note="Who?") == Annotation(
        id, "quote", (WORDS,), {"speaker": "Orm"}, "Who?"
    )
    assert revise(unsure=True).unsure
    assert revise(attributes={"speaker": "Ida Orm"}).note == "Who?"
    changed = revise(note="", unsure=False, attributes={})
    assert changed == Annotation(id, "quote", (WORDS,))


def test_what_changes_nothing_leaves_no_event(alice: Sheet):
    id = alice.add("quote", WORDS, speaker="Orm")
    done = sets.revise(
        alice.db, alice.desk, alice.op(), id, attributes={"speaker": "Orm"}
    )
    assert done == sets.Done(1, id, changed=False)
    done = sets.move(alice.db, alice.desk, alice.op(), id, [WORDS])
    assert (done.changed, len(sets.events(alice.db, alice.id))) == (False, 1)


def test_an_annotation_moves_and_keeps_its_links(alice: Sheet):
    quote, claim = alice.add("quote", WORDS), alice.add("claim", OURS)
    sets.link(alice.db, alice.desk, alice.op(), "expresses", quote, claim)
    done = sets.move(alice.db, alice.desk, alice.op(), claim, [BUILT, (1, 18)])
    assert done.annotation == claim
    assert one(alice, claim).fragments == (OURS, BUILT)
    assert len(sets.relations(alice.db, alice.id, claim)) == 1


def test_another_label_drops_the_links_that_do_not_fit_it(alice: Sheet):
    quote, claim = alice.add("quote", WORDS, speaker="Orm"), alice.add("claim", OURS)
    for type_ in ("expresses", "supports"):
        sets.link(alice.db, alice.desk, alice.op(), type_, quote, claim)
    sets.say_none(alice.db, alice.desk, alice.op(), "figure", True)
    sets.relabel(
        alice.db,
        alice.desk,
        alice.op(),
        quote,
        "figure",
        {"kind": "count"},
        [(0, 4)],
        keep=lambda link, label: link.type == "supports" and label == "figure",
    )
    assert one(alice, quote) == Annotation(
        quote, "figure", ((0, 4),), {"kind": "count"}
    )
    assert [r.type for r in sets.relations(alice.db, alice.id)] == ["supports"]
    assert alice.head
    assert alice.head.none == ()
    sets.undo(alice.db, alice.desk, alice.op())
    assert one(alice, quote).label == "quote"
    assert [r.type for r in sets.relations(alice.db, alice.id)] == [
        "expresses",
        "supports",
    ]
    assert alice.head.none == ("figure",)


def test_links_go_with_either_end_and_come_back_with_undo(alice: Sheet):
    quote, claim, other = (
        alice.add("quote", WORDS),
        alice.add("claim", OURS),
        alice.add("claim", BUILT),
    )
    sets.link(alice.db, alice.desk, alice.op(), "expresses", quote, claim)
    sets.link(alice.db, alice.desk, alice.op(), "supports", claim, other)
    before = alice.everything()
    for gone, left in ((quote, ["supports"]), (claim, []), (other, ["expresses"])):
        sets.remove(alice.db, alice.desk, alice.op(), gone)
        assert [r.type for r in sets.relations(alice.db, alice.id)] == left
        sets.undo(alice.db, alice.desk, alice.op())
        assert alice.everything() == before


def test_a_link_is_made_once_and_taken_away_once(alice: Sheet):
    quote, claim = alice.add("quote", WORDS), alice.add("claim", OURS)
    done = sets.link(alice.db, alice.desk, alice.op(), "expresses", quote, claim)
    assert done == sets.Done(3, quote)
    again = sets.link(alice.db, alice.desk, alice.op(), "expresses", quote, claim)
    assert again == sets.Done(3, quote, changed=False)
    [link] = sets.relations(alice.db, alice.id)
    assert sets.relations(alice.db, alice.id, claim) == [link]
    assert sets.relations(alice.db, alice.id, "a9") == []
    gone = sets.unlink(alice.db, alice.desk, alice.op(), link.id)
    assert gone == sets.Done(4, quote)
    gone = sets.unlink(alice.db, alice.desk, alice.op(), link.id)
    assert gone == sets.Done(4, None, changed=False)


@pytest.mark.parametrize("ends", [("a1", "a9"), ("a9", "a1")])
def test_a_link_to_what_is_gone_is_refused(alice: Sheet, ends):
    alice.add("quote", WORDS)
    with pytest.raises(sets.Stale, match="a9 was removed in another window"):
        sets.link(alice.db, alice.desk, alice.op(), "same_as", *ends)


# --- none, submitting -----------------------------------------------------------------


def test_none_is_said_and_taken_back_by_adding(alice: Sheet):
    sets.say_none(alice.db, alice.desk, alice.op(), "claim", True)
    sets.say_none(alice.db, alice.desk, alice.op(), "figure", True)
    assert alice.head
    assert alice.head.none == ("claim", "figure")
    alice.add("claim", OURS)
    assert alice.head.none == ("figure",)
    sets.undo(alice.db, alice.desk, alice.op())
    assert alice.head.none == ("claim", "figure")
    sets.say_none(alice.db, alice.desk, alice.op(), "claim", False)
    assert alice.head.none == ("figure",)


def test_none_is_not_said_of_what_is_annotated(alice: Sheet):
    alice.add("claim", OURS)
    done = sets.say_none(alice.db, alice.desk, alice.op(), "claim", True)
    assert not done.changed
    assert alice.head
    assert alice.head.none == ()


def test_a_submitted_set_is_closed_until_it_is_reopened(alice: Sheet):
    id = alice.add("quote", WORDS)
    sets.submit(alice.db, alice.desk, alice.op())
    assert alice.head
    assert alice.head.finished
    before = alice.everything()
    desk, db = alice.desk, alice.db
    for act in (
        lambda: alice.add("claim", OURS),
        lambda: sets.revise(db, desk, alice.op(), id, unsure=True),
        lambda: sets.move(db, desk, alice.op(), id, [BUILT]),
        lambda: sets.relabel(
            db, desk, alice.op(), id, "claim", {}, [OURS], lambda *_: True
        ),
        lambda: sets.remove(db, desk, alice.op(), id),
        lambda: sets.link(db, desk, alice.op(), "same_as", id, id),
        lambda: sets.unlink(db, desk, alice.op(), "r1"),
        lambda: sets.say_none(db, desk, alice.op(), "claim", True),
        lambda: sets.submit(db, desk, alice.op()),
        lambda: sets.undo(db, desk, alice.op()),
        lambda: sets.redo(db, desk, alice.op()),
    ):
        with pytest.raises(sets.Closed, match="reopen it"):
            act()
    assert alice.everything() == before
    sets.reopen(db, desk, alice.op())
    assert alice.head.status == "in_progress"
    assert not sets.reopen(db, desk, alice.op()).changed
    sets.undo(db, desk, alice.op())
    assert sets.annotations(db, alice.id) == []


def test_reopening_what_was_not_submitted_changes_nothing(alice: Sheet):
    assert not sets.reopen(alice.db, alice.desk, alice.op()).changed
    assert alice.head
    assert alice.head.status == "todo"


def test_submitting_between_undo_and_redo_keeps_the_log_true(alice: Sheet):
    id = alice.add("quote", WORDS)
    sets.undo(alice.db, alice.desk, alice.op())
    sets.submit(alice.db, alice.desk, alice.op())
    sets.reopen(alice.db, alice.desk, alice.op())
    sets.redo(alice.db, alice.desk, alice.op())
    assert one(alice, id)
    assert alice.head
    assert alice.head.status == "in_progress"
    assert list(records.problems(alice.db)) == []


# --- windows and retries --------------------------------------------------------------


def test_a_change_that_saw_an_older_version_is_told_the_present_one(alice: Sheet):
    id = alice.add("quote", WORDS)
    sets.revise(
        alice.db,
        alice.desk,
        alice.op(client="other"),
        id,
        attributes={"speaker": "Orm"},
    )
    desk, db = alice.desk, alice.db
    for act in (
        lambda op: sets.revise(db, desk, op, id, note="mine"),
        lambda op: sets.move(db, desk, op, id, [BUILT]),
        lambda op: sets.remove(db, desk, op, id),
        lambda op: sets.relabel(db, desk, op, id, "claim", {}, [OURS], lambda *_: True),
    ):
        with pytest.raises(sets.Stale, match="changed in another window") as stale:
            act(alice.op(seen=1))
        assert (stale.value.id, stale.value.present) == (id, one(alice, id))
    assert one(alice, id).attributes == {"speaker": "Orm"}
    sets.revise(db, desk, alice.op(seen=2), id, note="mine")
    assert one(alice, id).note == "mine"


def test_a_window_is_not_told_of_its_own_changes(alice: Sheet):
    id = alice.add("quote", WORDS)
    for note in ("a", "b", "c"):
        sets.revise(alice.db, alice.desk, alice.op(seen=0), id, note=note)
    assert one(alice, id).note == "c"


def test_a_change_elsewhere_in_the_article_makes_nothing_stale(alice: Sheet):
    id = alice.add("quote", WORDS)
    sets.add(alice.db, alice.desk, alice.op(client="other"), "claim", [OURS])
    sets.revise(alice.db, alice.desk, alice.op(seen=1), id, note="mine")
    assert one(alice, id).note == "mine"


def test_a_change_to_what_another_window_removed_says_so(alice: Sheet):
    id = alice.add("quote", WORDS)
    sets.remove(alice.db, alice.desk, alice.op(client="other"), id)
    with pytest.raises(sets.Stale, match="removed in another window") as stale:
        sets.revise(alice.db, alice.desk, alice.op(seen=1), id, note="mine")
    assert stale.value.present is None


def test_a_repeated_request_gets_the_same_answer_and_does_nothing_more(alice: Sheet):
    quote, claim = alice.add("quote", WORDS), alice.add("claim", OURS)
    desk, db = alice.desk, alice.db

    def link_id() -> str:
        return sets.relations(db, alice.id)[0].id

    acts = (
        lambda op: sets.add(db, desk, op, "figure", [(55, 72)]),
        lambda op: sets.revise(db, desk, op, quote, note="x"),
        lambda op: sets.move(db, desk, op, claim, [BUILT]),
        lambda op: sets.link(db, desk, op, "expresses", quote, claim),
        lambda op: sets.undo(db, desk, op),
        lambda op: sets.redo(db, desk, op),
        lambda op: sets.unlink(db, desk, op, link_id() if made else "r"),
        lambda op: sets.relabel(db, desk, op, claim, "quote", {}, [BUILT], keep),
        lambda op: sets.say_none(db, desk, op, "claim", True),
        lambda op: sets.link(db, desk, op, "same_as", quote, claim),
        lambda op: sets.remove(db, desk, op, quote),
        lambda op: sets.submit(db, desk, op),
        lambda op: sets.reopen(db, desk, op),
    )
    for act in acts:
        made = bool(sets.relations(db, alice.id))
        op = alice.op()
        first = act(op)
        before = alice.everything(), len(sets.events(db, alice.id))
        made = False
        assert act(op) == first
        assert (alice.everything(), len(sets.events(db, alice.id))) == before


def keep(link: Relation, label: str) -> bool:
    return True


def test_a_retry_after_undo_does_not_add_again(alice: Sheet):
    op = alice.op()
    done = sets.add(alice.db, alice.desk, op, "quote", [WORDS])
    sets.undo(alice.db, alice.desk, alice.op())
    again = sets.add(alice.db, alice.desk, op, "quote", [WORDS])
    assert (again.annotation, again.rev) == (done.annotation, 2)
    assert sets.annotations(alice.db, alice.id) == []


def test_an_op_of_another_set_is_refused(alice: Sheet, bob: Sheet):
    op = alice.op()
    sets.add(alice.db, alice.desk, op, "quote", [WORDS])
    with pytest.raises(sets.Unknown, match="was used for another article"):
        sets.add(bob.db, bob.desk, op, "quote", [WORDS])
    assert bob.head is None


def test_everybody_has_a_set_of_their_own(alice: Sheet, bob: Sheet, article: int):
    alice.add("quote", WORDS)
    bob.add("claim", OURS)
    bob.add("claim", BUILT)
    assert sets.counts(alice.db, alice.id) == {"quote": 1}
    assert sets.counts(bob.db, bob.id) == {"claim": 2}
    assert [
        (name, status) for _, name, _, status in sets.people(alice.db, article)
    ] == [
        ("alice", "in_progress"),
        ("bob", "in_progress"),
    ]
    with pytest.raises(sets.Stale):
        sets.remove(alice.db, alice.desk, alice.op(), "a2")


def test_no_id_is_used_twice(alice: Sheet):
    ids = []
    for _ in range(3):
        ids.append(alice.add("quote", WORDS))
        sets.undo(alice.db, alice.desk, alice.op())
        ids.append(alice.add("quote", WORDS))
        sets.remove(alice.db, alice.desk, alice.op(), ids[-1])
    assert len(set(ids)) == 6


def test_what_another_window_missed_is_told(alice: Sheet):
    first = alice.add("quote", WORDS)
    second = alice.add("claim", BUILT)
    rev = alice.head.rev if alice.head else 0
    sets.move(alice.db, alice.desk, alice.op(), first, [(0, 4), (9, 10)])
    third = alice.add("figure", (55, 72))
    sets.remove(alice.db, alice.desk, alice.op(), third)
    sets.say_none(alice.db, alice.desk, alice.op(), "figure", True)
    since = sets.touched(alice.db, alice.id, rev)
    changed, stretches = since.ids, since.stretches
    assert changed == {first, third}
    assert sorted(set(stretches)) == [(0, 4), (0, 20), (9, 10), (55, 72)]
    assert second not in changed
    assert sets.touched(alice.db, alice.id, rev + 4) == sets.Touched(set(), [], set())


def test_the_log_says_who_did_what(alice: Sheet):
    id = alice.add("quote", WORDS)
    sets.revise(alice.db, alice.desk, alice.op(), id, note="Who?")
    events = sets.events(alice.db, alice.id)
    assert [(e.rev, e.person, e.verb) for e in events] == [
        (1, "alice", "add"),
        (2, "alice", "revise"),
    ]
    assert [(c.what, c.id) for c in events[0].changes] == [
        ("annotation", id),
        ("status", ""),
    ]
    [change] = events[1].changes
    assert (change.before.get("note"), change.after["note"]) == (None, "Who?")
    assert change.after["text"] == [TEXT[slice(*WORDS)]]
    assert sets.events(alice.db, alice.id, 1) == events[1:]


def test_what_was_written_before_is_suggested_this_article_first(
    db: Database, alice: Sheet, bob: Sheet
):
    other = articles.add(db, Article("mill", "The mill", "The mill turns."))
    away = Sheet(db, sets.Desk(other, "The mill turns.", alice.desk.person), "away")
    for speaker in ("Ulla", "Ulla", "Ulla", "Orm"):
        away.add("quote", (0, 8), speaker=speaker)
    alice.add("quote", WORDS, speaker="Ida", type="direct")
    alice.add("claim", OURS, asserted_by="Orm")
    bob.add("quote", WORDS, speaker="Mallory")
    names = ["speaker", "asserted_by"]
    person, article = alice.desk.person, alice.desk.article
    assert sets.values_of(db, names, person, article) == ["Orm", "Ida", "Ulla"]
    assert sets.values_of(db, names, person, other) == ["Ulla", "Orm", "Ida"]


# --- from elsewhere -------------------------------------------------------------------

COMPLETE = AnnotationSet(
    "alice",
    status="submitted",
    guideline="1",
    none=("figure",),
    annotations=(
        Annotation("a3", "quote", (WORDS,), {"speaker": "Orm"}, "Who?", True),
        Annotation("a7", "claim", (OURS, BUILT)),
    ),
    relations=(
        Relation("r9", "expresses", "a3", "a7"),
        Relation("r2", "same_as", "a7", "mill#a1"),
    ),
)


def bring_in(sheet: Sheet, set_: AnnotationSet) -> bool:
    return sets.bring_in(sheet.db, sheet.desk.article, TEXT, sheet.desk.person, set_)


def test_a_set_from_elsewhere_arrives_whole_and_only_once(alice: Sheet):
    assert bring_in(alice, COMPLETE)
    assert not bring_in(alice, COMPLETE)
    found = sets.whole(alice.db, alice.id, "alice", "human")
    assert found.annotations == COMPLETE.annotations
    assert set(found.relations) == set(COMPLETE.relations)
    assert (found.status, found.guideline, found.none) == (
        "submitted",
        "1",
        ("figure",),
    )
    assert len(sets.events(alice.db, alice.id)) == 1
    assert list(records.problems(alice.db)) == []


def test_a_different_set_is_refused_and_nothing_overwritten(alice: Sheet):
    bring_in(alice, COMPLETE)
    before = alice.everything()
    for other in (
        replace(COMPLETE, status="in_progress"),
        replace(COMPLETE, none=()),
        replace(COMPLETE, guideline="2"),
        replace(COMPLETE, annotations=COMPLETE.annotations[:1], relations=()),
        replace(COMPLETE, relations=COMPLETE.relations[:1]),
    ):
        with pytest.raises(sets.Stale):
            bring_in(alice, other)
        assert alice.everything() == before


def test_new_ids_go_on_behind_those_from_elsewhere(alice: Sheet):
    many = AnnotationSet(
        "alice",
        status="in_progress",
        annotations=tuple(
            Annotation(f"a{n}", "quote", ((n % 40, n % 40 + 1),))
            for n in range(1, 2001)
        ),
    )
    bring_in(alice, many)
    sets.remove(alice.db, alice.desk, alice.op(), "a2000")
    assert alice.add("claim", OURS) == "a2001"
    sets.undo(alice.db, alice.desk, alice.op())
    sets.undo(alice.db, alice.desk, alice.op())
    assert one(alice, "a2000").label == "quote"
    assert alice.add("claim", OURS) == "a2002"


def test_ids_of_another_kind_from_elsewhere_are_no_trouble(alice: Sheet):
    ids = ("q1", "x-7", "a99999999999999999999", "A5")
    bring_in(
        alice,
        AnnotationSet(
            "alice",
            status="in_progress",
            annotations=tuple(Annotation(id, "quote", (WORDS,)) for id in ids),
        ),
    )
    assert alice.add("claim", OURS) == "a2"


def test_an_import_cannot_be_undone_by_a_key_press(alice: Sheet):
    bring_in(alice, replace(COMPLETE, status="in_progress"))
    assert not sets.undo(alice.db, alice.desk, alice.op()).changed


def test_a_set_that_was_opened_but_not_worked_on_takes_another_in(alice: Sheet):
    """Whoever presses undo on a fresh article has a set, and nothing in it."""
    sets.undo(
        alice.db, sets.Desk(alice.desk.article, TEXT, alice.desk.person), alice.op()
    )
    assert alice.head
    assert alice.head.guideline == ""
    assert bring_in(alice, COMPLETE)
    assert not bring_in(alice, COMPLETE)


def test_an_empty_set_is_taken_in_once(alice: Sheet):
    empty = AnnotationSet("alice", guideline="1")
    assert bring_in(alice, empty)
    assert not bring_in(alice, empty)
    assert list(records.problems(alice.db)) == []


def test_nobody_can_use_up_the_op_of_an_import(alice: Sheet, bob: Sheet):
    for n in range(1, 5):
        op = sets.Op(f"import-{n}", "window", 0)
        sets.add(bob.db, bob.desk, op, "quote", [(n, n + 1)])
    assert bring_in(alice, COMPLETE)


# --- a whole set in one step ----------------------------------------------------------


def test_a_set_is_replaced_in_one_step_that_undo_takes_back(alice: Sheet):
    kept, gone = alice.add("quote", WORDS), alice.add("claim", OURS)
    sets.link(alice.db, alice.desk, alice.op(), "expresses", kept, gone)
    before = alice.everything()
    whole = AnnotationSet(
        "alice",
        status="submitted",
        none=("figure",),
        annotations=(
            Annotation(kept, "quote", (WORDS,), {}, "mine", True),
            Annotation("a7", "claim", (OURS,)),
        ),
        relations=(Relation("r9", "expresses", kept, "a7"),),
    )
    done = sets.put(alice.db, alice.desk, alice.op(), whole)
    assert (done.changed, alice.head.rev) == (True, 4)
    assert alice.everything() == (
        "in_progress",
        ("figure",),
        list(whole.annotations),
        list(whole.relations),
    )
    assert not sets.put(alice.db, alice.desk, alice.op(), whole).changed
    assert alice.add("claim", OURS) == "a10"
    for _ in range(2):
        sets.undo(alice.db, alice.desk, alice.op())
    assert alice.everything() == before
    assert list(records.problems(alice.db)) == []


def test_what_a_replaced_set_has_in_common_stays_untouched(alice: Sheet):
    same, other = alice.add("quote", WORDS), alice.add("claim", OURS)
    seen = alice.op().seen
    whole = AnnotationSet(
        "alice",
        annotations=(
            Annotation(same, "quote", (WORDS,)),
            Annotation(other, "claim", (OURS,), {}, "a remark"),
        ),
    )
    sets.put(alice.db, alice.desk, alice.op(client="script"), whole)
    sets.revise(alice.db, alice.desk, alice.op(seen=seen), same, note="still mine")
    with pytest.raises(sets.Stale):
        sets.revise(alice.db, alice.desk, alice.op(seen=seen), other, note="too late")


def test_a_submitted_set_is_not_replaced(alice: Sheet):
    alice.add("quote", WORDS)
    sets.submit(alice.db, alice.desk, alice.op())
    with pytest.raises(sets.Closed):
        sets.put(alice.db, alice.desk, alice.op(), AnnotationSet("alice"))


def test_an_annotation_is_made_with_note_and_doubt(alice: Sheet):
    sets.add(
        alice.db, alice.desk, alice.op(), "quote", [WORDS], note="why?", unsure=True
    )
    [made] = sets.annotations(alice.db, alice.id)
    assert (made.note, made.unsure) == ("why?", True)


def test_an_op_tells_what_it_did_and_to_nobody_else(alice: Sheet, bob: Sheet):
    op = alice.op()
    assert sets.answered(alice.db, alice.desk, op) is None
    done = sets.add(alice.db, alice.desk, op, "quote", [WORDS])
    assert sets.answered(alice.db, alice.desk, op) == done
    for desk, other in ((bob.desk, op), (alice.desk, replace(op, client="x"))):
        with pytest.raises(sets.Unknown, match="another request"):
            sets.answered(alice.db, desk, other)


def test_a_model_and_a_person_of_one_name_are_two(db: Database, alice: Sheet):
    model = people.ensure(db, "alice", kind="model")
    assert model.id != alice.desk.person
    sets.bring_in(db, alice.desk.article, TEXT, model.id, COMPLETE)
    assert alice.head is None


def test_suggestions_come_from_here_and_from_what_was_changed_last(db: Database):
    person = people.ensure(db, "alice").id
    for n in range(25):
        row = articles.add(db, Article(f"old{n}", "Old", f"Old text {n}"))
        desk = sets.Desk(row, f"Old text {n}", person, "1")
        op = sets.Op(f"old-{n}", "w", 0)
        sets.add(db, desk, op, "quote", [(0, 3)], {"speaker": f"speaker {n}"})
    db.execute("UPDATE annotation_set SET changed = '2020-01-01' WHERE article_id = 1")
    found = sets.values_of(db, ["speaker"], person, 25)
    assert found[0] == "speaker 24"
    assert len(found) == 21
    assert "speaker 0" not in found
    # In an old article its own are known all the same.
    assert sets.values_of(db, ["speaker"], person, 1)[0] == "speaker 0"
