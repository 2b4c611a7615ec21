"""What differs between two versions of a text."""

from hypothesis import given
from hypothesis import strategies as st

from workbench import rewording
from workbench.rewording import Run, blocks

LINES = st.lists(st.sampled_from(["a b\n", "b c\n", "\n", "# One two\n"])).map("".join)


@given(LINES, LINES)
def test_the_runs_hold_all_of_both_texts(old, new):
    runs = [run for block in blocks(old, new) for run in block.runs]
    if old != new:
        assert "".join(r.text for r in runs if r.kind != "inserted") == old
        assert "".join(r.text for r in runs if r.kind != "deleted") == new


def test_texts_that_are_the_same_have_no_blocks():
    assert blocks("a\n", "a\n") == []


def test_one_changed_word_is_marked_and_the_rest_of_its_line_is_not():
    (block,) = blocks("Label what the text says.\n", "Label what the author says.\n")
    assert block.runs == (
        Run("same", "Label what the "),
        Run("deleted", "text "),
        Run("inserted", "author "),
        Run("same", "says.\n"),
    )


def test_a_line_that_was_rewritten_is_told_as_a_whole():
    (block,) = blocks("Leave scare quotes.\n", "Dates count as figures now.\n")
    assert [run.kind for run in block.runs] == ["deleted", "inserted"]


def test_what_is_far_from_a_change_is_folded():
    lines = [f"line {n}\n" for n in range(20)]
    new = [*lines[:10], "new\n", *lines[10:]]
    found = blocks("".join(lines), "".join(new))
    assert [(block.folded, block.lines) for block in found] == [
        (True, 8),
        (False, 2),
        (False, 1),
        (False, 2),
        (True, 8),
    ]


def test_one_line_is_not_worth_folding():
    found = blocks("a\nb\nc\nd\ne\nf\ng\n", "x\nb\nc\nd\ne\nf\ny\n")
    assert not any(block.folded for block in found)


def test_texts_that_are_too_long_to_compare_word_by_word_are_told_apart_as_a_whole():
    old, new = "a " * 3_000, "b a " * 3_000
    (block,) = rewording.blocks(old, new)
    assert [run.kind for run in block.runs] == ["deleted", "inserted"]
