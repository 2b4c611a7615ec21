"""Flat runs of overlapping annotations, against a version that asks every character."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.segments import Piece, Run, runs


def by_character(start: int, end: int, pieces: list[Piece]) -> list[Run]:
    """The runs, found the slow way: what covers each character, equal ones joined."""
    found: list[Run] = []
    for at in range(start, end):
        over = sorted(
            (p for p in pieces if p.start <= at < p.end),
            key=lambda p: (p.start, -p.end, p.label, p.id),
        )
        edge = any(at in (p.start, p.end) for p in pieces)
        if found and not edge:
            found[-1] = Run(found[-1].start, at + 1, found[-1].pieces)
        else:
            found.append(Run(at, at + 1, tuple(over)))
    return found


pieces = st.lists(
    st.builds(
        lambda start, length, id, label: Piece(start, start + length, id, label),
        st.integers(0, 30),
        st.integers(1, 20),
        st.sampled_from(["a1", "a2", "a3", "a4"]),
        st.sampled_from(["quote", "figure", "claim"]),
    ),
    max_size=8,
)


@given(st.integers(0, 40), st.integers(0, 40), pieces)
def test_runs_are_what_asking_every_character_finds(start, length, given_pieces):
    found = list(runs(start, start + length, given_pieces))
    assert found == by_character(start, start + length, given_pieces)


@given(st.integers(0, 40), st.integers(1, 40), pieces, st.randoms())
def test_runs_join_to_the_line_whatever_the_order_of_the_pieces(
    start, length, given_pieces, chance
):
    line = "".join(chr(ord("a") + i % 26) for i in range(90))
    found = list(runs(start, start + length, given_pieces))
    assert "".join(line[r.start : r.end] for r in found) == line[start : start + length]
    shuffled = chance.sample(given_pieces, len(given_pieces))
    assert list(runs(start, start + length, shuffled)) == found


QUOTE, FIGURE, CLAIM = (
    Piece(0, 10, "a1", "quote"),
    Piece(4, 6, "a2", "figure"),
    Piece(2, 12, "a3", "claim"),
)


@pytest.mark.parametrize(
    ("line", "given_pieces", "expected"),
    [
        ((0, 5), [], [(0, 5, "")]),
        ((5, 5), [], []),
        ((5, 5), [QUOTE], []),
        ((0, 10), [QUOTE], [(0, 10, "a1")]),
        ((0, 12), [QUOTE], [(0, 10, "a1"), (10, 12, "")]),
        # Nested: outermost first.
        ((0, 10), [FIGURE, QUOTE], [(0, 4, "a1"), (4, 6, "a1 a2"), (6, 10, "a1")]),
        # Crossing.
        ((0, 12), [QUOTE, CLAIM], [(0, 2, "a1"), (2, 10, "a1 a3"), (10, 12, "a3")]),
        # From the line before and into the next one.
        ((3, 5), [QUOTE, FIGURE], [(3, 4, "a1"), (4, 5, "a1 a2")]),
        # Beside the line.
        ((10, 12), [QUOTE], [(10, 12, "")]),
        ((6, 9), [FIGURE], [(6, 9, "")]),
        # The very same words: by label, then by id.
        (
            (0, 4),
            [
                Piece(0, 4, "a2", "quote"),
                Piece(0, 4, "a1", "quote"),
                Piece(0, 4, "a9", "claim"),
            ],
            [(0, 4, "a9 a1 a2")],
        ),
    ],
)
def test_a_line_is_cut_into_runs(line, given_pieces, expected):
    assert [
        (r.start, r.end, " ".join(p.id for p in r.pieces))
        for r in runs(*line, given_pieces)
    ] == expected


def test_many_annotations_of_a_long_line_stay_fast():
    chance = random.Random(1)
    many = [
        Piece(at, at + chance.randint(1, 200), f"a{n}", "quote")
        for n, at in enumerate(chance.randrange(1_000_000) for _ in range(20_000))
    ]
    began = time.perf_counter()
    assert sum(1 for _ in runs(0, 1_000_000, many)) > 20_000
    # Some 0.2 s; asking every annotation for every run takes a minute.
    assert time.perf_counter() - began < 10
