"""What machines propose, and what people make of it: kept, undone, never mixed up."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench import schema
from workbench.dataset import (
    AnnotationSet,
    article_record,
    read_article,
    region_record,
)
from workbench.spans import Annotation, Origin, Region, Relation, SpanError
from workbench.store import connect, migrations, people, records, sets, suggestions
from workbench.suggest import suggesters

from .conftest import TEXT, Sheet

LABELS = schema.load().labels
MACHINE = "workbench suggest"


def rule(name: str, version: str = "1") -> Origin:
    return Origin("suggested", (), rule=name, version=version, score=0.9)


QUOTE = Annotation(
    "q1", "quote", ((0, 20),), {"type": "direct"}, origin=rule("quote.cue")
)
CUE = Annotation("v1", "cue", ((21, 25),), origin=rule("quote.cue"))
YEAR = Annotation("f2", "figure", ((47, 51),), origin=rule("figure.date"))
SHARE = Annotation("f3", "figure", ((54, 71),), origin=rule("figure.digits"))
CREDIT = Region(31, 46, Origin("suggested", (), rule="boilerplate.credit", version="1"))
PROPOSED = AnnotationSet(
    MACHINE,
    "model",
    "in_progress",
    annotations=(QUOTE, CUE, YEAR, SHARE),
    relations=(Relation("r1", "attributed_to", "q1", "v1"),),
    regions=(CREDIT,),
)


def taken(one: Annotation, *anchors: Annotation) -> suggestions.Taken:
    return suggestions.Taken(MACHINE, one, tuple(("attributed_to", a) for a in anchors))


@pytest.fixture
def filled(db: Database, article: int) -> Database:
    assert suggestions.fill(db, article, TEXT, PROPOSED)
    return db


@pytest.fixture
def aided(filled: Database, alice: Sheet) -> Sheet:
    alice.desk = replace(alice.desk, aided=True)
    return alice


def accept(sheet: Sheet, *chosen: suggestions.Taken) -> sets.Done:
    return suggestions.accept(sheet.db, sheet.desk, sheet.op(), chosen)


def reject(sheet: Sheet, *chosen: Annotation) -> sets.Done:
    which = [taken(one) for one in chosen]
    return suggestions.reject(sheet.db, sheet.desk, sheet.op(), which)


def whole(sheet: Sheet) -> AnnotationSet:
    return sets.whole(sheet.db, sheet.id, "alice", "human")


def test_what_is_filled_is_there_once_and_proved(filled: Database, article: int):
    [(id, rev, there)] = suggestions.of(filled, article)
    assert replace(there, annotations=()) == replace(PROPOSED, annotations=())
    assert sorted(there.annotations, key=lambda a: a.order) == sorted(
        PROPOSED.annotations, key=lambda a: a.order
    )
    assert suggestions.state(filled, article) == ((id, rev),)
    assert not suggestions.fill(filled, article, TEXT, PROPOSED)
    assert suggestions.state(filled, article) == ((id, rev),)
    assert list(records.problems(filled)) == []


def test_an_accepted_suggestion_says_where_it_came_from_and_brings_its_cue(aided):
    id = accept(aided, taken(QUOTE, CUE)).annotation
    made = whole(aided)
    quote, cue = made.annotations
    assert (quote.id, quote.label, quote.fragments) == (id, "quote", QUOTE.fragments)
    assert quote.origin == Origin(
        "accepted", ((MACHINE, "q1"),), rule="quote.cue", version="1", score=0.9
    )
    [link] = made.relations
    assert (link.source, link.target) == (quote.id, cue.id)
    assert suggestions.decided(aided.db, aided.id) == {
        (MACHINE, "q1"): "accepted",
        (MACHINE, "v1"): "accepted",
    }


def test_a_suggestion_is_accepted_once(aided):
    accept(aided, taken(YEAR))
    assert not accept(aided, taken(YEAR)).changed
    assert len(whole(aided).annotations) == 1


def test_several_are_accepted_in_one_step_that_undo_takes_back(aided):
    accept(aided, taken(YEAR), taken(SHARE))
    assert len(whole(aided).annotations) == 2
    sets.undo(aided.db, aided.desk, aided.op())
    assert whole(aided).annotations == ()
    assert suggestions.decided(aided.db, aided.id) == {}
    sets.redo(aided.db, aided.desk, aided.op())
    assert len(whole(aided).annotations) == 2
    assert list(records.problems(aided.db)) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda s, id: sets.move(s.db, s.desk, s.op(), id, [(47, 50)]),
        lambda s, id: sets.revise(
            s.db, s.desk, s.op(), id, attributes={"kind": "date"}
        ),
        lambda s, id: sets.relabel(
            s.db, s.desk, s.op(), id, "claim", {}, [(47, 51)], lambda r, to: True
        ),
    ],
)
def test_an_accepted_suggestion_that_says_something_else_is_a_changed_one(
    aided, change
):
    id = accept(aided, taken(YEAR)).annotation
    change(aided, id)
    assert suggestions.decided(aided.db, aided.id) == {(MACHINE, "f2"): "changed"}
    sets.undo(aided.db, aided.desk, aided.op())
    assert suggestions.decided(aided.db, aided.id) == {(MACHINE, "f2"): "accepted"}


def test_a_remark_changes_no_suggestion(aided):
    id = accept(aided, taken(YEAR)).annotation
    sets.revise(aided.db, aided.desk, aided.op(), id, note="sure?", unsure=True)
    assert suggestions.decided(aided.db, aided.id) == {(MACHINE, "f2"): "accepted"}


def test_a_rejected_suggestion_is_no_annotation_and_undo_brings_it_back(aided):
    reject(aided, YEAR)
    assert not reject(aided, YEAR).changed
    made = whole(aided)
    assert made.annotations == ()
    [turned] = made.rejected
    assert turned.origin == replace(
        YEAR.origin, path="rejected", sources=((MACHINE, "f2"),)
    )
    sets.undo(aided.db, aided.desk, aided.op())
    assert whole(aided).rejected == ()
    assert list(records.problems(aided.db)) == []


def test_what_was_rejected_can_still_be_accepted(aided):
    reject(aided, YEAR, SHARE)
    accept(aided, taken(YEAR))
    assert suggestions.decided(aided.db, aided.id) == {
        (MACHINE, "f2"): "accepted",
        (MACHINE, "f3"): "rejected",
    }


def test_what_is_left_out_of_an_acceptance_stays_rejected(aided):
    reject(aided, SHARE)
    aided.add("figure", *SHARE.fragments)
    accept(aided, taken(YEAR), taken(SHARE))
    assert suggestions.decided(aided.db, aided.id) == {
        (MACHINE, "f2"): "accepted",
        (MACHINE, "f3"): "rejected",
    }


def test_a_region_is_overruled_and_grey_again(aided):
    def overrule(yes: bool) -> None:
        suggestions.overrule(aided.db, aided.desk, aided.op(), CREDIT, yes)

    overrule(True)
    overrule(True)
    assert suggestions.overruled(aided.db, aided.id) == ((31, 46),)
    assert whole(aided).regions[0].origin.path == "rejected"
    overrule(False)
    assert suggestions.overruled(aided.db, aided.id) == ()
    sets.undo(aided.db, aided.desk, aided.op())
    assert suggestions.overruled(aided.db, aided.id) == ((31, 46),)
    assert list(records.problems(aided.db)) == []


@pytest.mark.parametrize("place", [(40, 50), (31, 46), (60, 1000), (50, 50)])
def test_regions_that_no_export_would_pass_are_not_stored(aided, article, place):
    wrong = Region(*place, CREDIT.origin)
    made = replace(PROPOSED, regions=(CREDIT, wrong))
    with pytest.raises(SpanError, match=r"^The region"):
        suggestions.fill(aided.db, article, TEXT, made)
    with pytest.raises(SpanError, match=r"^The region"):
        suggestions.fill(aided.db, article, TEXT, replace(made, annotator="seven"))
    assert list(records.problems(aided.db)) == []
    written = json.dumps([region_record(r) for r in (CREDIT, wrong)])
    aided.db.execute("UPDATE annotation_set SET regions = ?", [written])
    assert "The region [" in next(records.problems(aided.db))


def test_who_overrules_a_region_overrules_what_lay_across_it_before(aided):
    wider = replace(CREDIT, start=40, end=60)
    for region in (CREDIT, wider):
        suggestions.overrule(aided.db, aided.desk, aided.op(), region, True)
    assert suggestions.overruled(aided.db, aided.id) == ((40, 60),)


def test_whoever_saw_suggestions_has_seen_them_whatever_is_undone(aided, bob):
    aided.add("figure", (47, 51))
    sets.undo(aided.db, aided.desk, aided.op())
    assert whole(aided).aided
    bob.add("figure", (47, 51))
    assert not sets.whole(bob.db, bob.id, "bob", "human").aided
    assert list(records.problems(aided.db)) == []


def test_what_became_of_suggestions_is_exported_proved_and_taken_in_again(
    aided, tmp_path: Path
):
    accept(aided, taken(QUOTE, CUE), taken(SHARE))
    id = whole(aided).annotations[-1].id
    sets.move(aided.db, aided.desk, aided.op(), id, [(61, 71)])
    reject(aided, YEAR)
    suggestions.overrule(aided.db, aided.desk, aided.op(), CREDIT, True)
    [record] = records.export(aided.db)
    written = article_record(record)
    assert schema.load().article_problems(written) == []
    human, model = written["annotation_sets"]
    assert human["aided"] is True
    assert [a["origin"]["path"] for a in human["annotations"]] == [
        *("accepted", "accepted", "changed")
    ]
    assert [a["origin"]["path"] for a in human["rejected"]] == ["rejected"]
    assert {a["origin"]["path"] for a in model["annotations"]} == {"suggested"}
    other = tmp_path / "other.db"
    migrations.migrate(other)
    db = connect(other)
    records.bring_in(db, [read_article(written)])
    [again] = records.export(db)
    assert article_record(again) == written
    assert list(records.problems(db)) == []
    db.close()


def test_a_newer_version_keeps_what_is_decided_and_takes_no_id_for_something_else(
    aided, article
):
    accept(aided, taken(YEAR))
    reject(aided, SHARE)
    newer = replace(
        PROPOSED,
        annotations=(
            Annotation("f1", "figure", ((47, 51),), origin=rule("figure.date", "2")),
            Annotation("f2", "figure", ((61, 71),), origin=rule("figure.share", "2")),
        ),
        relations=(),
        regions=(),
    )
    assert suggestions.fill(aided.db, article, TEXT, newer)
    [(_, _, there)] = suggestions.of(aided.db, article)
    year, share = there.annotations
    assert year.id == "f2"
    assert year.origin.version == "2"
    assert share.id not in ("q1", "v1", "f2", "f3")
    assert (MACHINE, share.id) not in suggestions.decided(aided.db, aided.id)
    assert list(records.problems(aided.db)) == []


def test_what_was_suggested_once_has_its_id_again_when_it_is_suggested_anew(
    aided, article
):
    id = accept(aided, taken(SHARE)).annotation
    sets.move(aided.db, aided.desk, aided.op(), id, [(2, 5)])
    without = replace(PROPOSED, annotations=(QUOTE, CUE, YEAR))
    again = replace(PROPOSED, annotations=(QUOTE, CUE, replace(SHARE, id="f2")))
    for made in (without, again):
        assert suggestions.fill(aided.db, article, TEXT, made)
    [(_, _, there)] = suggestions.of(aided.db, article)
    assert [a.id for a in there.annotations if a.label == "figure"] == ["f3"]
    assert suggestions.decided(aided.db, aided.id) == {(MACHINE, "f3"): "changed"}


def test_an_id_that_tells_a_place_is_kept_unless_it_was_something_else(aided, article):
    """What was decided in a stretch that was greyed is decided when it is no longer."""
    place = Annotation("figure.32-34", "figure", ((32, 34),), origin=rule("figure.x"))
    reject(aided, place)
    other = Annotation("f3", "figure", ((36, 38),), origin=rule("figure.x"))
    more = (*PROPOSED.annotations[:3], place, other)
    assert suggestions.fill(
        aided.db, article, TEXT, replace(PROPOSED, annotations=more)
    )
    [(_, _, there)] = suggestions.of(aided.db, article)
    ids = {a.fragments: a.id for a in there.annotations}
    assert ids[place.fragments] == place.id
    assert ids[other.fragments] not in ("f3", "r1")
    assert len(set(ids.values())) == len(more)
    assert list(records.problems(aided.db)) == []


def test_what_is_decided_is_decided_whoever_suggests_the_same_words(aided, article):
    reject(aided, SHARE)
    id = accept(aided, taken(YEAR)).annotation
    sets.move(aided.db, aided.desk, aided.op(), id, [(2, 5)])
    nothing = replace(PROPOSED, annotations=(), relations=(), regions=())
    suggestions.fill(aided.db, article, TEXT, nothing)
    names = suggestions.names(aided.db, article)

    def became(one: Annotation) -> str | None:
        also = tuple(names.get((one.label, one.fragments), ()))
        asked = suggestions.Taken("seven", replace(one, id="x9"), also=also)
        assert not suggestions.reject(aided.db, aided.desk, aided.op(), [asked]).changed
        [what] = suggestions.became(aided.db, aided.id, [asked])
        return what

    assert became(SHARE) == "rejected"
    assert became(YEAR) == "changed"
    # To accept what was rejected under another name ends its rejection.
    [turned] = whole(aided).rejected
    accept(aided, suggestions.Taken("seven", replace(turned, id="x9")))
    assert whole(aided).rejected == ()


def test_no_op_of_an_annotator_keeps_suggestions_from_being_filled_anew(aided, article):
    [(id, rev, _)] = suggestions.of(aided.db, article)
    op = sets.Op(f"fill-{id}-{rev}", "window", 0)
    suggestions.reject(aided.db, aided.desk, op, [taken(SHARE)])
    fewer = replace(PROPOSED, annotations=(QUOTE, CUE, YEAR))
    assert suggestions.fill(aided.db, article, TEXT, fewer)


def told(sheet: Sheet) -> dict[tuple[str, str], tuple[int, ...]]:
    """By suggester and rule: how many are counted, decided and ignored."""
    rules = suggestions.acceptance(sheet.db, ["quote", "figure", "claim"], 0.55)
    return {(r.suggester, r.rule): (r.shown, r.decided, r.ignored) for r in rules}


def test_what_is_left_of_a_submitted_article_is_ignored_and_rows_add_up(aided):
    accept(aided, taken(QUOTE, CUE))
    reject(aided, YEAR)
    decided = {(MACHINE, "quote.cue"): (1, 1, 0), (MACHINE, "figure.date"): (1, 1, 0)}
    assert told(aided) == decided
    sets.submit(aided.db, aided.desk, aided.op())
    assert told(aided) == {**decided, (MACHINE, "figure.digits"): (1, 0, 1)}


def test_what_nobody_need_have_seen_is_not_ignored(aided, article):
    """Neither what two suggest, nor what is greyed, nor claims that are held back."""
    claims = tuple(
        Annotation(
            f"c{n}",
            "claim",
            ((0, 10 + n),),
            origin=Origin("suggested", (), rule="claim", score=score),
        )
        for n, score in enumerate((0.4, 0.6))
    )
    greyed = Annotation("f7", "figure", ((32, 34),), origin=rule("seven"))
    twice = replace(SHARE, id="f8", origin=rule("seven"))
    other = AnnotationSet("seven", "model", annotations=(*claims, greyed, twice))
    suggestions.fill(aided.db, article, TEXT, other)
    accept(aided, taken(YEAR))
    sets.submit(aided.db, aided.desk, aided.op())
    assert told(aided) == {
        (MACHINE, "figure.date"): (1, 1, 0),
        (MACHINE, "quote.cue"): (1, 0, 1),
        ("seven", "claim"): (1, 0, 1),
        ("seven", "seven"): (1, 0, 1),
    }
    sets.reopen(aided.db, aided.desk, aided.op())
    suggestions.overrule(aided.db, aided.desk, aided.op(), CREDIT, True)
    sets.submit(aided.db, aided.desk, aided.op())
    assert told(aided)["seven", "seven"] == (2, 0, 2)


def test_what_was_suggested_after_a_set_was_submitted_is_not_ignored_by_it(
    aided, article
):
    accept(aided, taken(YEAR))
    sets.submit(aided.db, aided.desk, aided.op())
    before = told(aided)
    late = replace(YEAR, id="f9", label="claim", origin=rule("late"))
    other = AnnotationSet("seven", "model", annotations=(late,))
    suggestions.fill(aided.db, article, TEXT, other)
    assert told(aided) == before
    # Of the words alone it depends: those were there, whoever says so again.
    again = tuple(
        replace(one, origin=replace(one.origin, version="2"))
        for one in PROPOSED.annotations
    )
    suggestions.fill(aided.db, article, TEXT, replace(PROPOSED, annotations=again))
    assert told(aided)[MACHINE, "figure.digits"] == (1, 0, 1)
    sets.reopen(aided.db, aided.desk, aided.op())
    sets.submit(aided.db, aided.desk, aided.op())
    assert told(aided)["seven", "late"] == (1, 0, 1)


def test_articles_that_lack_suggestions_are_known(db, article):
    [lacking] = suggestions.lacking(db, MACHINE)
    assert lacking == (article, "dam", TEXT)
    suggestions.fill(db, article, TEXT, PROPOSED)
    assert suggestions.lacking(db, MACHINE) == []
    assert suggestions.lacking(db, MACHINE, "1") == []
    assert suggestions.lacking(db, MACHINE, "2") == [lacking]


def test_threads_that_fill_and_accept_at_once_lose_nothing(path, db, article):
    names = [f"p{n}" for n in range(6)]
    ids = [people.ensure(db, name).id for name in names]
    made = suggesters.suggest(TEXT, "eager").annotation_set(MACHINE, LABELS)
    figures = [a for a in made.annotations if a.label == "figure"]
    assert figures

    def work(person: int) -> None:
        own = connect(path)
        desk = sets.Desk(article, TEXT, person, "1", aided=True)
        suggestions.fill(own, article, TEXT, made)
        for n, one in enumerate(figures):
            op = sets.Op(f"{person}-{n}", "w", 0)
            suggestions.accept(own, desk, op, [taken(one)])
        own.close()

    threads = [threading.Thread(target=work, args=(id,)) for id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(suggestions.of(db, article)) == 1
    for id in ids:
        head = sets.state(db, article, id)
        assert head
        assert len(sets.annotations(db, head.id)) == len(figures)
    assert list(records.problems(db)) == []
