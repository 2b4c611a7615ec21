"""What a label is put on when nothing but a cursor says where."""

import pytest

from workbench.suggest.pick import around, stands_alone

TEXT = """Mayor quits
“We never had a choice; ‘never’ is the word,” Orm said. Almost 91 percent agreed.
Orm said the “Minsk II” talks cost $2.5 million. She's done. "It rains. It pours."
"""


def at(words: str, inside: str) -> int:
    return TEXT.index(words) + words.index(inside)


@pytest.mark.parametrize(
    ("rule", "words", "inside", "picked"),
    [
        ("quote", "had a choice", "a", "“We never had a choice; ‘never’ is the word,”"),
        ("quote", "‘never’", "ever", "“We never had a choice; ‘never’ is the word,”"),
        ("quote", "Minsk II", "II", "“Minsk II”"),
        ("quote", '"It rains', "rains", '"It rains. It pours."'),
        ("quote", "She's", "s", None),
        ("quote", "Mayor", "a", None),
        ("figure", "91 percent", "9", "Almost 91 percent"),
        ("figure", "Almost", "m", "Almost 91 percent"),
        ("figure", "$2.5", "5", "$2.5 million"),
        ("figure", "agreed", "g", None),
        ("claim", "percent agreed", "agreed", "Almost 91 percent agreed"),
        ("claim", "never had", "had", "We never had a choice; ‘never’ is the word"),
        ("claim", "It pours", "p", "It pours"),
        ("claim", "Mayor quits", "q", "Mayor quits"),
        ("words", "Mayor", "a", None),
    ],
)
def test_the_cursor_picks_what_it_stands_in(rule, words, inside, picked):
    found = around(TEXT, at(words, inside), rule)
    assert (TEXT[found[0] : found[1]] if found else None) == picked


@pytest.mark.parametrize("cursor", [-3, len(TEXT) - 1, len(TEXT), 10**6])
def test_outside_of_every_line_there_is_nothing(cursor):
    for rule in ("quote", "figure", "claim"):
        assert around(TEXT, cursor, rule) is None


@pytest.mark.parametrize("fill", ["“", '"', "1", "said ", "a. "])
def test_a_line_without_end_is_picked_from_nearby(fill):
    body = fill * 200_000
    for rule in ("quote", "figure", "claim"):
        around(body, len(body) // 2, rule)


def test_whole_words_are_told_from_parts_of_words():
    assert stands_alone("97 and 1997", 0, 2)
    assert not stands_alone("97 and 1997", 9, 11)
    assert stands_alone("über-Boot", 5, 9)
