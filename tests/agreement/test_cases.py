"""The places behind the number."""

import pytest

from workbench.agreement import Document, Unit, disagreements


def said(*written: str) -> list[Unit]:
    """Units written as label:start-end, or start-end+start-end in parts."""
    found = []
    for word in written:
        label, _, rest = word.partition(":")
        spans = [part.split("-") for part in rest.split("+")]
        found.append(Unit(tuple((int(s), int(e)) for s, e in spans), label))
    return found


def cases(**people: list[Unit]):
    return list(disagreements(Document("d", 100, people)))


@pytest.mark.parametrize(
    ("ana", "ben", "kind"),
    [
        (["quote:0-9"], [], "missed"),
        (["quote:0-9"], ["quote:1-9"], "borders"),
        (["quote:0-9"], ["quote:0-4", "quote:5-9"], "pieces"),
        (["quote:0-9"], ["claim:0-9"], "label"),
        (["quote:0-4+6-9"], ["quote:0-9"], "borders"),
        (["quote:0-9"], ["quote:9-12"], "missed"),
    ],
)
def test_a_case_says_what_it_is_about(ana, ben, kind):
    found = cases(ana=said(*ana), ben=said(*ben))
    assert found[0].kind == kind
    assert found[0].start == 0
    assert set(found[0].said) == {"ana", "ben"}


def test_equal_units_are_no_case_and_other_attributes_are():
    same = Unit(((0, 9),), "quote", {"type": "direct"})
    other = Unit(((0, 9),), "quote", {"type": "indirect"})
    assert cases(ana=[same], ben=[same]) == []
    [case] = cases(ana=[same], ben=[other])
    assert case.kind == "attributes"


def test_nested_labels_are_cases_of_their_own():
    found = cases(
        ana=said("claim:0-50", "figure:10-12", "quote:60-70"),
        ben=said("claim:0-48", "figure:10-14", "quote:60-70"),
    )
    assert [(case.kind, case.start, case.end) for case in found] == [
        ("borders", 0, 50),
        ("borders", 10, 14),
    ]


def test_who_marked_nothing_is_named_and_who_has_not_finished_is_not():
    [case] = cases(ana=said("quote:0-9"), ben=[], chidi=said("quote:0-9"))
    assert {name: len(units) for name, units in case.said.items()} == {
        "ana": 1,
        "ben": 0,
        "chidi": 1,
    }
    assert cases(ana=said("quote:0-9")) == []
