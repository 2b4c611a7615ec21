"""Decisions and what they come to: gold, with where each item came from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.adjudication import (
    RULES,
    Decision,
    DecisionError,
    Gold,
    Source,
    because,
    by_rule,
    cases,
    edit,
    gold,
    intersection,
    reject,
    take,
    union,
)
from workbench.spans import Annotation, Origin, Relation

from .test_cases import marks, source, teams

TEXT = "The dam will hold, said Orm, and it will hold for long."


def only(*sources):
    """The one case there is, and all cases."""
    found = cases(sources)
    assert len(found) == 1
    return found[0], found


def words(decision: Decision) -> list[str]:
    assert decision.result
    return [TEXT[start:end] for start, end in decision.result.fragments]


# --- by a person ----------------------------------------------------------------------


def test_taking_rests_on_everybody_who_says_the_same():
    case, _ = only(
        marks("A", "quote 0-17 type=mixed"),
        marks("B", "quote 0-7 type=mixed"),
        marks("C", "quote 0-17 type=mixed"),
    )
    made = take(case, "A")
    assert made.sources == (("A", "a1"), ("C", "a1"))
    assert (made.path, made.taken) == ("adjudicated", "A")
    assert words(made) == ["The dam will hold"]
    assert made.result.attributes == {"type": "mixed"}


def test_nobody_takes_what_is_not_there():
    case, _ = only(marks("A", "quote 0-17"), marks("B"))
    with pytest.raises(DecisionError, match="has nothing here"):
        take(case, "B")


def test_what_is_the_annotators_alone_does_not_become_gold():
    case, _ = only(marks("A", "quote 0-17"))
    noted = replace(case.proposals[0].annotation, note="hm", unsure=True)
    case = replace(case, proposals=(replace(case.proposals[0], annotation=noted),))
    assert take(case, "A").result == Annotation("", "quote", ((0, 17),))


def test_a_union_and_an_intersection_end_in_no_white_space():
    case, found = only(marks("A", "quote 0-17+24-27"), marks("B", "quote 4-12"))
    assert words(union(case, found, TEXT)) == ["The dam will hold", "Orm"]
    case, found = only(marks("A", "quote 0-7+13-17"), marks("B", "quote 4-17"))
    assert words(union(case, found, TEXT)) == ["The dam will hold"]
    assert words(intersection(case, found, TEXT)) == ["dam", "hold"]
    case, found = only(marks("A", "quote 0-8"), marks("B", "quote 3-17"))
    assert words(intersection(case, found, TEXT)) == ["dam"]


def test_an_intersection_without_a_common_word_is_refused():
    case, found = only(
        marks("A", "quote 0-10"), marks("B", "quote 4-20"), marks("C", "quote 12-30")
    )
    with pytest.raises(DecisionError, match="No word is common to all"):
        intersection(case, found, TEXT)


def test_a_union_has_the_label_and_attributes_of_most():
    case, found = only(
        marks("A", "quote 0-17 type=mixed speaker=Orm"),
        marks("B", "quote 0-17 type=direct speaker=Ann"),
        marks("C", "claim 0-17 type=direct"),
    )
    made = union(case, found, TEXT)
    assert made.result.label == "quote"
    assert made.result.attributes == {"speaker": "Ann", "type": "direct"}
    assert made.sources == (("A", "a1"), ("B", "a1"), ("C", "a1"))


def test_a_union_of_two_labels_with_as_many_people_is_refused():
    case, found = only(marks("A", "quote 0-17"), marks("B", "claim 0-17"))
    with pytest.raises(DecisionError, match="As many say one label as another"):
        union(case, found, TEXT)


def test_a_union_has_every_link_and_an_intersection_the_common_ones():
    found = cases(
        [
            marks("A", "quote 0-17", "claim 4-12", "claim 33-45", links="a1>a2 a1>a3"),
            marks("B", "claim 4-12", "quote 0-17", "claim 33-45", links="a2>a1"),
        ]
    )
    quote = next(c for c in found if c.proposals[0].annotation.label == "quote")
    assert {(a.person, a.target) for a in union(quote, found, TEXT).links} == {
        ("A", "a2"),
        ("A", "a3"),
    }
    [common] = intersection(quote, found, TEXT).links
    assert (common.person, common.target) == ("A", "a2")


def linked_abroad(person: str, end: int, id: str) -> Source:
    """A claim that is linked to the same thing in another article as everybody's, where
    it has another id for each."""
    return Source(
        person,
        (Annotation("a1", "claim", ((0, end),)),),
        (Relation("r1", "contradicts", "a1", f"other#{id}"),),
        abroad={f"other#{id}": "the claim at 5"},
    )


def test_a_link_into_another_article_is_one_link_under_everybodys_ids():
    case, found = only(linked_abroad("A", 17, "a1"), linked_abroad("B", 12, "a2"))
    assert len(intersection(case, found, TEXT).links) == 1
    assert len(union(case, found, TEXT).links) == 1
    people = [linked_abroad("A", 17, "a1"), linked_abroad("B", 17, "a2")]
    case, found = only(*people, linked_abroad("C", 12, "a3"))
    [made] = by_rule(found, "majority", TEXT).values()
    assert [aim.target for aim in made.links] == ["other#a1"]


def test_a_rejection_needs_a_reason_and_a_reason_must_be_one():
    case, _ = only(marks("A", "quote 0-17"), marks("B"))
    with pytest.raises(DecisionError, match="needs a reason"):
        because(reject(case), None)
    with pytest.raises(DecisionError, match="'whim' is no reason"):
        because(take(case, "A"), "whim")
    assert because(reject(case), "slip", " twice ").note == "twice"


@pytest.mark.parametrize(
    ("sources", "path"),
    [
        ([marks("A", "quote 0-17"), marks("B", "quote 0-17")], "unanimous"),
        ([marks("A", "quote 0-17"), marks("B")], "adjudicated"),
        ([marks("A", "quote 0-17")], "single"),
    ],
)
def test_the_path_says_how_it_came_about(sources, path):
    case, _ = only(*sources)
    assert take(case, "A").path == path
    assert edit(case, Annotation("", "quote", ((0, 7),))).path == "adjudicated"
    assert reject(case).path == "adjudicated"


# --- by a rule ------------------------------------------------------------------------


def chosen(rule: str, *sources) -> list[str]:
    found = cases(sources)
    made = by_rule(found, rule, TEXT)
    return [made[case.key].choice if case.key in made else "left" for case in found]


A = marks("A", "quote 0-17 type=mixed", "claim 24-27")
B = marks("B", "quote 0-17 type=mixed", "claim 24-27", "figure 33-36")
C = marks("C", "quote 4-17 type=mixed", "claim 24-27")


def test_what_each_rule_decides():
    assert chosen("unanimous", A, B, C) == ["left", "take", "left"]
    assert chosen("majority", A, B, C) == ["majority", "take", "reject"]
    assert chosen("union", A, B, C) == ["union", "take", "union"]


def test_half_is_no_majority():
    assert chosen("majority", marks("A", "quote 0-17"), marks("B")) == ["left"]
    assert chosen("majority", marks("A", "quote 0-17"), marks("B", "quote 0-7")) == [
        "left"
    ]


def test_a_majority_that_differs_in_an_attribute_needs_a_majority_for_it():
    a = marks("A", "quote 0-17 type=mixed")
    b = marks("B", "quote 0-17 type=direct")
    c = marks("C", "quote 4-17 type=direct")
    assert chosen("majority", a, b, c) == ["left"]
    d = marks("C", "quote 0-17 type=direct")
    found = cases([a, b, d])
    [made] = by_rule(found, "majority", TEXT).values()
    assert made.result.attributes == {"type": "direct"}


def test_there_is_no_other_rule():
    with pytest.raises(DecisionError, match="'longest' is no rule"):
        by_rule((), "longest", TEXT)


@given(teams, st.sampled_from(RULES))
def test_what_a_rule_decided_says_so_and_no_unanimous_case_is_left(team, rule):
    found = cases(team)
    made = by_rule(found, rule, "x" * 20)
    assert {decision.rule for decision in made.values()} <= {rule}
    assert {case.key for case in found if case.unanimous} <= made.keys()
    if rule == "unanimous":
        assert len(made) == sum(case.unanimous for case in found)


# --- gold -----------------------------------------------------------------------------


def made_of(found, decisions, **options) -> Gold:
    return gold(
        found,
        decisions,
        by=dict.fromkeys(decisions, "lena"),
        names={"A": "ana", "B": "ben", "C": "cleo"},
        guideline="2",
        schema="urn:s:1",
        fits=lambda type, source, target: True,
        **options,
    )


def test_every_gold_item_says_where_it_came_from():
    found = cases([A, B, C])
    decisions = by_rule(found, "unanimous", TEXT)
    decisions[found[0].key] = because(take(found[0], "A"), "boundary_rule")
    decisions[found[2].key] = because(reject(found[2]), "not_check_worthy")
    made = made_of(found, decisions)
    assert [(a.id, a.label, a.origin) for a in made.annotations] == [
        (
            "a1",
            "quote",
            Origin(
                "adjudicated",
                (("ana", "a1"), ("ben", "a1")),
                "lena",
                "boundary_rule",
                None,
                "2",
                "urn:s:1",
            ),
        ),
        (
            "a2",
            "claim",
            Origin(
                "unanimous",
                (("ana", "a2"), ("ben", "a2"), ("cleo", "a2")),
                "lena",
                None,
                "unanimous",
                "2",
                "urn:s:1",
            ),
        ),
    ]
    [negative] = made.rejected
    assert (negative.id, negative.label, negative.fragments) == (
        "x1",
        "figure",
        ((33, 36),),
    )
    assert negative.origin.sources == (("ben", "a3"),)
    assert negative.origin.reason == "not_check_worthy"


def test_different_proposals_of_a_rejected_case_are_all_kept_once():
    a, b, c = (
        marks(n, f"quote {p}")
        for n, p in zip("ABC", ("0-7", "0-7", "0-12"), strict=True)
    )
    case, found = only(a, b, c)
    made = made_of(found, {case.key: because(reject(case), "slip")})
    assert [(x.fragments, x.origin.sources) for x in made.rejected] == [
        (((0, 7),), (("ana", "a1"), ("ben", "a1"))),
        (((0, 12),), (("cleo", "a1"),)),
    ]


def test_who_marks_the_same_anew_stays_the_source_under_the_new_id():
    a, b = marks("A", "quote 0-17"), marks("B", "quote 0-12")
    case, _ = only(a, b)
    decisions = {case.key: take(case, "A")}
    anew = Source("A", (replace(a.annotations[0], id="a9"),))
    [annotation] = made_of(cases([anew, b]), decisions).annotations
    assert annotation.origin.sources == (("ana", "a9"),)


def test_of_two_equal_annotations_the_one_that_is_left_is_the_source():
    both = marks("A", "quote 0-17", "quote 0-17")
    first, second = cases([both])
    decisions = {
        first.key: take(first, "A"),
        second.key: because(reject(second), "slip"),
    }
    left = cases([Source("A", both.annotations[1:])])
    [annotation] = made_of(left, decisions).annotations
    assert annotation.origin.sources == (("ana", "a2"),)


def test_what_is_gold_is_no_hard_negative_though_somebody_marked_it_twice():
    found = cases([marks("A", "quote 0-17", "quote 0-17"), marks("B", "quote 0-17")])
    decisions = {
        case.key: take(case, "A") if case.unanimous else because(reject(case), "slip")
        for case in found
    }
    made = made_of(found, decisions)
    assert (len(made.annotations), made.rejected) == (1, ())


def test_a_link_goes_where_its_end_went_and_falls_with_a_rejected_one():
    found = cases(
        [
            marks("A", "quote 0-17", "claim 4-12", links="a1>a2"),
            marks("B", "claim 4-17", "quote 0-17", links="a2>a1"),
        ]
    )
    quote, claim = found
    decisions = {quote.key: take(quote, "A"), claim.key: take(claim, "B")}
    made = made_of(found, decisions)
    assert made.relations == (Relation("r1", "expresses", "a1", "a2"),)
    decisions[claim.key] = because(reject(claim), "slip")
    assert made_of(found, decisions).relations == ()


def test_a_link_that_does_not_fit_the_label_any_more_falls():
    found = cases([marks("A", "quote 0-17", "claim 4-12", links="a1>a2")])
    decisions = by_rule(found, "unanimous", TEXT)
    made = gold(
        found,
        decisions,
        by={},
        names={},
        guideline="",
        schema="",
        fits=lambda type, source, target: target != "claim",
    )
    assert made.relations == ()


def test_a_symmetric_link_stands_once():
    a = marks("A", "claim 0-7", "claim 13-17", links="a1>a2")
    b = marks("B", "claim 0-7", "claim 13-17", links="a2>a1")
    found = cases([a, b], ["expresses"])
    made = made_of(found, by_rule(found, "unanimous", TEXT), symmetric=["expresses"])
    assert len(made.relations) == 1


@given(teams)
def test_the_gold_of_identical_sets_is_that_set(team):
    content = (list(team[0].annotations), list(team[0].relations))
    found = cases([source("A", content), source("B", content)])
    made = made_of(found, by_rule(found, "unanimous", "x" * 20))

    def plain(annotations):
        return sorted(
            (a.fragments, a.label, sorted(a.attributes.items())) for a in annotations
        )

    assert plain(made.annotations) == plain(content[0])
    assert made.rejected == ()
    assert {a.origin.path for a in made.annotations} <= {"unanimous"}


def test_a_majority_keeps_the_links_of_most_and_leaves_a_tie():
    linked = [
        marks(n, "quote 0-17", "claim 33-45", links="a1>a2" if n in "AB" else "")
        for n in "ABC"
    ]
    found = cases(linked)
    made = by_rule(found, "majority", TEXT)
    quote = made[found[0].key]
    assert [(a.person, a.target) for a in quote.links] == [("A", "a2")]
    assert chosen("majority", linked[0], linked[2]) == ["left", "take"]
    alone = [marks(n, "quote 0-17", "claim 33-45") for n in "BC"]
    found = cases([linked[0], *alone])
    assert by_rule(found, "majority", TEXT)[found[0].key].links == ()


def test_a_union_leaves_a_case_whose_labels_are_tied():
    assert chosen("union", marks("A", "quote 0-17"), marks("B", "claim 0-17")) == [
        "left"
    ]
