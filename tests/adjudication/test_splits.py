"""Splits: nothing torn apart, nothing moved by growth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.adjudication.splits import Item, SplitError, shares, split

PARTS = {"train": 80, "dev": 10, "test": 10}
items = st.lists(
    st.builds(
        Item,
        st.uuids().map(str),
        st.integers(0, 30).map(lambda n: f"{n:064x}"),
        st.frozensets(st.sampled_from("abcdefgh"), max_size=2),
    ),
    max_size=25,
    unique_by=lambda item: item.id,
)


def test_shares_are_read_in_their_order():
    assert list(shares("train=80, dev=10,test=10").items()) == list(PARTS.items())


@pytest.mark.parametrize(
    "written",
    [
        *("", "train", "train=", "train=-1", "train=x", "=5", "../a=1", "a=0"),
        *("a=1,a=2", "Train=1,train=2", f"train={'9' * 5000}"),
    ],
)
def test_what_are_no_shares_is_refused(written):
    with pytest.raises(SplitError):
        shares(written)


@given(items, st.integers())
def test_the_same_text_and_the_same_claim_stay_together(found, seed):
    placed = split(found, PARTS, seed)
    assert placed.keys() == {item.id for item in found}
    for a in found:
        for b in found:
            if a.sha256 == b.sha256 or a.claims & b.claims:
                assert placed[a.id] == placed[b.id]


@given(items, items, st.integers())
def test_what_is_added_later_moves_nothing_that_it_does_not_join(old, new, seed):
    taken = {item.sha256 for item in old} | {c for item in old for c in item.claims}
    apart = [
        item
        for item in new
        if item.sha256 not in taken and not item.claims & frozenset(taken)
    ]
    before = split(old, PARTS, seed)
    after = split([*old, *apart], PARTS, seed)
    assert before.items() <= after.items()


@given(items, st.integers())
def test_a_newcomer_goes_where_its_group_is(found, seed):
    if not found or not found[0].claims:
        return
    before = split(found, PARTS, seed)
    joined = Item("late", "f" * 64, found[0].claims)
    after = split([*found, joined], PARTS, seed)
    assert after["late"] == after[found[0].id] == before[found[0].id]


def test_the_shares_are_about_what_was_asked_for():
    many = [Item(str(n), f"{n:064x}") for n in range(4000)]
    placed = list(split(many, PARTS, 7).values())
    assert abs(placed.count("train") - 3200) < 150
    assert abs(placed.count("dev") - 400) < 100
    assert split(many, PARTS, 8) != split(many, PARTS, 7)
    assert set(split(many, {"all": 1, "none": 0}, 7).values()) == {"all"}
