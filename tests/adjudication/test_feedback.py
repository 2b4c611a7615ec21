"""One annotator against gold: what differs, why, and the numbers of it."""

from dataclasses import replace

import pytest

from workbench import measured
from workbench.adjudication import feedback
from workbench.agreement import compute
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.spans import Annotation, Origin, Relation

TEXT = "Almost 97 percent voted, he said. The port denies it. Nobody came in May."
QUOTE = Annotation("q1", "quote", ((0, 23),), {"type": "indirect", "speaker": "Orm"})
FIGURE = Annotation("f1", "figure", ((7, 17),), {"kind": "percent", "value": 97})
CLAIM = Annotation("c1", "claim", ((34, 52),), {"asserted_by": "article"})


def gold(*annotations: Annotation, **more) -> AnnotationSet:
    return AnnotationSet("gold", "gold", "adjudicated", annotations=annotations, **more)


def own(*annotations: Annotation, name: str = "ana", **more) -> AnnotationSet:
    return AnnotationSet(name, "human", "submitted", annotations=annotations, **more)


def decided(annotation: Annotation, reason: str | None, *sources, rule=None):
    origin = Origin("adjudicated", sources, by="lena", reason=reason, rule=rule)
    return replace(annotation, origin=origin)


def test_who_has_all_that_gold_has_differs_in_nothing():
    assert feedback(own(QUOTE, FIGURE), gold(FIGURE, QUOTE)) == []
    assert feedback(own(), gold()) == []


def test_other_borders_and_attributes_come_with_the_reason():
    theirs = replace(FIGURE, id="a1", fragments=((0, 17),))
    theirs = replace(theirs, attributes={"kind": "percent", "modifier": "almost"})
    [one] = feedback(own(FIGURE), gold(decided(theirs, "boundary_rule")))
    assert one.differs == ("boundary", "attribute")
    assert one.attributes() == {"modifier": (None, "almost"), "value": (97, None)}
    assert (one.reason, one.start, one.end) == ("boundary_rule", 0, 17)


def test_what_gold_rejected_says_why():
    no = decided(replace(CLAIM, id="x1"), "not_check_worthy", ("ana", "c1"))
    [one] = feedback(own(CLAIM), gold(rejected=(no,)))
    assert (one.own, one.gold, one.differs) == (CLAIM, None, ("existence",))
    assert one.reason == "not_check_worthy"
    assert one.attributes() == {}


def test_of_two_rejections_of_the_same_words_the_own_one_counts():
    first = decided(replace(CLAIM, id="x1"), "slip", ("ben", "a1"))
    second = decided(replace(CLAIM, id="x2"), "guideline_gap", ("ana", "c1"))
    [one] = feedback(own(CLAIM), gold(rejected=(first, second)))
    assert one.reason == "guideline_gap"


def test_what_was_missed_is_told_and_what_a_rule_decided_says_so():
    theirs = decided(replace(CLAIM, id="a1"), None, rule="majority")
    [one] = feedback(own(), gold(theirs))
    assert (one.own, one.rule, one.reason) == (None, "majority", None)


def test_links_are_told_where_they_differ():
    link = Relation("r1", "quantifies", "f1", "q1")
    [one] = feedback(own(QUOTE, FIGURE), gold(QUOTE, FIGURE, relations=(link,)))
    assert (one.differs, one.own_links) == (("link",), ())
    assert one.gold_links == (("quantifies", QUOTE),)


# --- the numbers ----------------------------------------------------------------------


def record(*sets: AnnotationSet, id: str = "a") -> ArticleRecord:
    return ArticleRecord(Article(id, id, TEXT), sets)


def test_each_annotator_has_the_numbers_that_gold_as_an_annotator_gives():
    short = replace(FIGURE, fragments=((7, 9),))
    other = replace(FIGURE, attributes={"kind": "percent", "value": 90})
    made = gold(QUOTE, FIGURE)
    documents = [
        measured.with_gold(record(own(QUOTE, short), own(QUOTE, name="ben")), made),
        measured.with_gold(record(own(QUOTE, other), id="b"), made),
    ]
    ana, ben = measured.against_gold(documents)
    assert (ana.annotator, ana.articles, ben.articles) == ("ana", 2, 1)
    every, figures, quotes = ana.labels
    assert (every.label, figures.label, quotes.label) == (None, "figure", "quote")
    assert (every.exact.value, every.own, every.gold) == (0.75, 4, 4)
    assert figures.exact.value == 0.5
    assert quotes.exact.value == 1
    assert every.exact.interval == (0.5, 1)
    names = ["f1_soft[figure]:ana|(gold)", "attr_same{value}:ana|(gold)"]
    found = compute(documents, names)
    assert figures.soft.value == found[names[0]]
    [value] = [one for one in ana.attributes if one.attribute == "value"]
    assert (value.same.value, value.units) == (0, 1)
    assert found[names[1]] == 0
    [kind] = [one for one in ana.attributes if one.attribute == "kind"]
    assert (kind.same.value, kind.units) == (1, 1)
    assert [row.exact.value for row in ben.labels] == [pytest.approx(2 / 3), 0, 1]
    assert ben.labels[0].exact.interval is None, "one article has no interval"


def test_who_has_not_submitted_is_not_held_against_gold():
    draft = replace(own(QUOTE), status="in_progress")
    document = measured.with_gold(record(draft), gold(QUOTE))
    assert measured.against_gold([document]) == []
    assert measured.against_gold([]) == []
