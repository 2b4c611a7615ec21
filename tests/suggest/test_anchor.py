"""Words from outside, found again in a text, or refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_text import ZOO
from workbench.suggest.anchor import Anchored, AnchorError, Wanted, anchor, in_common
from workbench.suggest.pick import stands_alone

TEXT = (
    "😀 The ferry stops – for good. “It leaks,” said Ida Holm.\n\n"
    "On Monday the ferry ran. “It\u00a0leaks,” Holm’s brother said, “and  creaks.”\n"
)


def found(*parts: str, **context: object) -> tuple[list[str], str]:
    made = anchor(TEXT, Wanted(parts, **context))  # type: ignore[arg-type]
    return [TEXT[start:end] for start, end in made.fragments], made.how


def refused(*parts: str, **context: str) -> AnchorError:
    with pytest.raises(AnchorError) as caught:
        anchor(TEXT, Wanted(parts, **context))  # type: ignore[arg-type]
    return caught.value


def test_words_that_stand_once_are_found_exactly() -> None:
    assert found("On Monday") == (["On Monday"], "exact")


def test_offsets_are_believed_where_the_words_are_there() -> None:
    start = TEXT.rindex("leaks")
    made = anchor(TEXT, Wanted(("leaks",), fragments=((start, start + 5),)))
    assert made == Anchored(((start, start + 5),), "offsets")


def test_offsets_in_other_units_are_not_believed() -> None:
    # A JavaScript program counts the emoji as two.
    start = TEXT.index("On Monday") + 1
    assert found("On Monday", fragments=((start, start + 9),)) == (
        ["On Monday"],
        "exact",
    )


def test_marks_dashes_and_spaces_may_be_typed_otherwise() -> None:
    assert found('stops - for good. "It leaks,"') == (
        ["stops – for good. “It leaks,”"],
        "folded",
    )
    assert found("Holm's brother") == (["Holm’s brother"], "folded")
    assert found('"and creaks."') == (["“and  creaks.”"], "folded")


def test_what_stands_several_times_needs_its_context() -> None:
    error = refused("leaks")
    assert error.is_ambiguous
    assert "“leaks” is there 2 times, and no prefix or suffix tells" in str(error)
    start = TEXT.rindex("leaks")
    for context in (
        {"suffix": ",” Holm's"},
        {"prefix": 'the ferry ran. "It '},
        {"prefix": "“It\u00a0", "suffix": ",” Holm"},
    ):
        made = anchor(TEXT, Wanted(("leaks",), **context))
        assert made == Anchored(((start, start + 5),), "exact")


def test_context_that_fits_nowhere_or_everywhere_decides_nothing() -> None:
    assert "none of them in what is said" in str(refused("leaks", prefix="She "))
    assert "does not tell which" in str(refused("leaks", prefix="It "))


def test_words_that_are_not_there_are_lost() -> None:
    error = refused("the bridge")
    assert not error.is_ambiguous
    assert str(error) == "“the bridge” is not there."
    assert "“the bridge” is not there" in str(refused("leaks", "the bridge"))


def test_nearly_the_words_in_their_context_are_found() -> None:
    assert found(
        "for goood", prefix="The ferry stops – ", suffix=". “It leaks,” said"
    ) == (["for good"], "context")


@pytest.mark.parametrize(
    ("part", "prefix", "suffix"),
    [
        ("and for ever", "The ferry stops – ", ". “It leaks,” said"),  # other words
        ("for goood", "stops –", ". “It leaks,” said"),  # too little before
        ("for goood", "The ferry stops – ", ""),
        ("for goood", "The ferry ran to ", ". “It leaks,” said"),  # other context
    ],
)
def test_context_alone_never_makes_up_a_place(part, prefix, suffix) -> None:
    assert not refused(part, prefix=prefix, suffix=suffix).is_ambiguous


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("150 million dollars", "250 million dollars"),
        ("the government would cut", "the government would not cut"),
        ("the government wouldn’t cut", "the government would cut"),
        ("after the vote on Tuesday", "after the vote on Monday"),
        ("in the first days of March", "in the first days of May"),
        ("about twenty-two boats", "about twenty-one boats"),
        ("a rise of 1.5 percent", "a rise of 15 percent"),
        ("a fine of $50,000 each", "a fine of €50,000 each"),
    ],
)
def test_what_says_another_number_day_or_the_contrary_is_not_meant(said, stands):
    prefix, suffix = "The port told them that ", " in the end, said Holm."
    with pytest.raises(AnchorError, match="is not there") as caught:
        anchor(f"{prefix}{stands}{suffix}", Wanted((said,), prefix, suffix))
    assert not caught.value.is_ambiguous
    # Another letter is none of these.
    made = anchor(f"{prefix}{stands}{suffix}", Wanted((f"{stands}s",), prefix, suffix))
    assert made.how == "context"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("It was 90 percent in the year.", "0 percent"),
        ("There were 125 people.", "25 people"),
        ("There were 1,250 people.", "250 people"),
        ("It fell by 3.5 points.", "3"),
        ("The coast. The minister said.", "oast. The min"),
        ("Many 👩‍👩‍👧 came.", "👧"),
        ("Café stays.", "Cafe"),
    ],
)
def test_nothing_is_cut_out_of_other_words_or_numbers(text, part):
    for context in ({}, {"suffix": text.partition(part)[2]}):
        with pytest.raises(AnchorError, match=r"not there|longer words") as caught:
            anchor(text, Wanted((part,), **context))
        assert not caught.value.is_ambiguous


def test_what_stands_alone_once_is_meant_whatever_it_is_a_part_of() -> None:
    text = "There were 35 boats, 3 of them 13 years old. 他说水坝漏水。 It rose 40%."
    for part in ("3", "水坝", "40"):
        [(start, end)] = anchor(text, Wanted((part,))).fragments
        assert text[start:end] == part
    assert anchor(text, Wanted(("3",))).fragments[0][0] == text.index("3 of")


def test_several_parts_are_found_in_their_order() -> None:
    assert found("“It leaks,”", "“and creaks.”") == (
        ["“It leaks,”", "“and  creaks.”"],
        "folded",
    )


def test_what_stands_once_but_in_other_company_is_not_meant() -> None:
    assert "not in what is said" in str(refused("On Monday", prefix="Then, "))
    assert found("On Monday", prefix="Then, ", suffix=" the ferry") == (
        ["On Monday"],
        "exact",
    )


def test_parts_in_another_order_are_refused() -> None:
    assert "not in this order" in str(refused("creaks", "On Monday"))


def test_the_part_that_stands_twice_is_settled_by_the_prefix() -> None:
    with pytest.raises(AnchorError):
        anchor(TEXT, Wanted(("It leaks", "said")))
    words, _ = found("ferry stops", "said Ida")
    assert words == ["ferry stops", "said Ida"]


def test_what_stands_around_several_places_makes_up_none() -> None:
    text = "".join(
        f"She said: the ferry is {x}, said Ida Holm. " for x in ("red", "rod")
    )
    with pytest.raises(AnchorError, match="several times") as caught:
        anchor(text, Wanted(("ferry is rid",), "She said: the ", ", said Ida Holm."))
    assert caught.value.is_ambiguous


def test_many_places_are_compared_letter_by_letter_in_no_time() -> None:
    """Also where the same letters come often, in another order."""
    prefix, suffix = "Before these words: ", " after those words."
    other = "b" * 250 + "a" * 500 + "b" * 250
    text = f"{prefix}{other}{suffix}\n" * 20
    before = time.process_time()
    with pytest.raises(AnchorError, match="is not there"):
        anchor(text, Wanted(("ab" * 500,), prefix, suffix))
    assert time.process_time() - before < 2


@given(st.text("abcß😀", max_size=12), st.text("abcß😀", max_size=12))
def test_letters_in_common_are_those_of_the_longest_common_subsequence(a, b) -> None:
    rows = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            rows[i + 1][j + 1] = (
                rows[i][j] + 1 if x == y else max(rows[i][j + 1], rows[i + 1][j])
            )
    assert in_common(a, b) == rows[-1][-1]


def test_words_that_cannot_be_seen_are_told_by_their_numbers() -> None:
    assert "\\u200b" in str(refused("\u200b"))
    assert "\\u001b" in str(refused("\x1b[2J"))
    assert "is not there" in str(refused(" "))


@given(st.data())
def test_any_slice_is_found_where_it_was_cut_or_refused(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([TEXT, ZOO, "a a a a b a", "“x” 'x' \"x\""]))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end] != text[start:end].strip().strip("\u200b\ufeff"):
        return
    wanted = Wanted((text[start:end],), text[max(0, start - 20) : start])
    try:
        made = anchor(text, wanted)
    except AnchorError as error:
        # What was cut out of a word may be lost; the rest is there at least once.
        cut = not stands_alone(text, start, end) or "longer words" in str(error)
        if not (error.is_ambiguous or cut):
            raise
        return
    [(first, last)] = made.fragments
    assert text[first:last] == text[start:end]
    assert first == start or not wanted.prefix.strip()
