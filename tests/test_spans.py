"""Spans: their order, their graphemes, and the borders that the guideline wants.

In the tables ⟦ ⟧ enclose what is selected, and what the selection becomes.
"""

import time
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from workbench.spans import (
    Annotation,
    SpanError,
    contains,
    crosses,
    fragments_of,
    overlaps,
    snap,
    trim,
    verify,
)
from workbench.suggest import marks


def cut(marked: str) -> tuple[str, int, int]:
    """A text without its ⟦ ⟧, and where they stood."""
    before, rest = marked.split("⟦")
    inside, after = rest.split("⟧")
    return before + inside + after, len(before), len(before) + len(inside)


def shown(text: str, span: tuple[int, int]) -> str:
    """The text with ⟦ ⟧ around a span."""
    start, end = span
    return f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"


def of(*fragments: tuple[int, int]) -> Annotation:
    return Annotation("a1", "quote", fragments)


# --- fragments ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(0, 5)], ((0, 5),)),
        ([(7, 9), (0, 5)], ((0, 5), (7, 9))),
        ([(0, 5), (5, 9)], ((0, 9),)),
        ([(5, 9), (0, 5), (9, 10)], ((0, 10),)),
        ([[0, 1], [2, 3]], ((0, 1), (2, 3))),
        ([(9, 10)], ((9, 10),)),
    ],
)
def test_fragments_are_sorted_and_touching_ones_joined(pairs, expected):
    assert fragments_of(pairs, 10) == expected


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ([], "An annotation needs at least one fragment."),
        ([(3, 3)], "[3, 3) is no span of a text of 10 characters."),
        ([(4, 3)], "[4, 3) is no span of a text of 10 characters."),
        ([(-1, 3)], "[-1, 3) is no span of a text of 10 characters."),
        ([(8, 11)], "[8, 11) is no span of a text of 10 characters."),
        (
            [(0, 5), (4, 6)],
            "[4, 6) overlaps [0, 5), another fragment of the same annotation.",
        ),
        (
            [(0, 5), (0, 5)],
            "[0, 5) overlaps [0, 5), another fragment of the same annotation.",
        ),
    ],
)
def test_fragments_that_fit_no_text_are_refused_with_a_sentence(pairs, message):
    with pytest.raises(SpanError) as refused:
        fragments_of(pairs, 10)
    assert str(refused.value) == message


@st.composite
def disjoint(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Pairs that share no character and may touch, in any order."""
    points = sorted(draw(st.sets(st.integers(0, 40), min_size=2)))
    chosen = draw(st.sets(st.sampled_from(list(pairwise(points))), min_size=1))
    return draw(st.permutations(sorted(chosen)))


@given(disjoint())
def test_fragments_cover_exactly_the_characters_of_their_pairs(pairs):
    fragments = fragments_of(pairs, 40)
    assert sorted(i for s, e in pairs for i in range(s, e)) == [
        i for s, e in fragments for i in range(s, e)
    ]
    assert all(a[1] < b[0] for a, b in pairwise(fragments))
    assert fragments_of(fragments, 40) == fragments


def test_a_span_is_verified_against_its_words():
    verify("The dam 🌊 is sound.", 8, 9, "🌊")
    verify("The dam 🌊 is sound.", 10, 12, "is")


@pytest.mark.parametrize(
    ("start", "end", "exact", "message"),
    [
        # What a client that counts UTF-16 units would send.
        (11, 13, "is", "[11, 13) reads 's ', not 'is'."),
        (8, 9, "is", "[8, 9) reads '🌊', not 'is'."),
        (8, 8, "", "[8, 8) is no span of a text of 19 characters."),
        (-3, 2, "The", "[-3, 2) is no span of a text of 19 characters."),
        (8, 20, "x", "[8, 20) is no span of a text of 19 characters."),
        # The same letter composed and decomposed is not the same text.
        (0, 3, "Thé", "[0, 3) reads 'The', not 'Thé'."),
    ],
)
def test_a_span_whose_words_differ_is_refused_and_both_are_named(
    start, end, exact, message
):
    with pytest.raises(SpanError) as refused:
        verify("The dam 🌊 is sound.", start, end, exact)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (of((0, 5)), of((5, 9)), "apart"),
        (of((0, 5)), of((4, 9)), "crosses"),
        (of((0, 9)), of((4, 9)), "contains"),
        (of((0, 9)), of((0, 9)), "same"),
        (of((0, 3), (6, 9)), of((3, 6)), "apart"),
        (of((0, 3), (6, 9)), of((0, 2), (7, 9)), "contains"),
        (of((0, 3), (6, 9)), of((2, 7)), "crosses"),
    ],
)
def test_two_annotations_lie_apart_contain_or_cross_each_other(a, b, relation):
    assert overlaps(a, b) == overlaps(b, a) == (relation != "apart")
    assert crosses(a, b) == crosses(b, a) == (relation == "crosses")
    assert contains(a, b) == (relation in ("contains", "same"))
    assert contains(b, a) == (relation == "same")


def test_annotations_sort_as_they_stand_in_the_text():
    a = Annotation("a9", "claim", ((0, 5), (9, 12)))
    b = Annotation("a1", "quote", ((0, 12),))
    c = Annotation("a2", "quote", ((0, 12),))
    assert (a.start, a.end) == (0, 12)
    assert sorted([c, b, a], key=lambda x: x.order) == [a, b, c]


# --- graphemes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cluster",
    [
        "e\u0301",
        "n\u0303\u0323",
        "👨\u200d👩\u200d👧\u200d👦",
        "❤\ufe0f\u200d🔥",
        "🏃🏽\u200d♀\ufe0f",
        "🙂\u200d↔\ufe0f",
        "👩🏿\u200d⚕\ufe0f",
        "👍🏽",
        "🇩🇪",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "1\ufe0f\u20e3",
        "\u1112\u1161\u11ab",
        "\u1100\u1100\u1161",
        "\uac00\u11a8",
        "क\u093f",
        "क\u094d\u0937",
        "क\u094d\u200d\u0937\u093f",
        "ক\u09cd\u09b7",
        "\u0e01\u0e33",
        "ش\u064e\u0651",
        "\uff76\uff9e",
        "ऽ\u200c",
        "\U0001fae8\u200d\U0001fae8",
    ],
    ids=lambda cluster: "".join(f"{ord(c):x} " for c in cluster).strip(),
)
def test_a_span_never_cuts_a_grapheme(cluster):
    text = f"x{cluster}y"
    whole = (1, 1 + len(cluster))
    for at in range(1, 1 + len(cluster)):
        assert trim(text, at, at + 1) == whole
        assert trim(text, 0, at) == ((0, whole[1]) if at > 1 else (0, 1))
        assert trim(text, at, len(text)) == (1, len(text))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # Flags pair from the left; five signs are two flags and a half.
        ("🇩🇪🇫⟦🇷⟧🇺🇦", "🇩🇪⟦🇫🇷⟧🇺🇦"),
        ("🇩🇪⟦🇫🇷🇺⟧", "🇩🇪⟦🇫🇷🇺⟧"),
        # A joiner binds pictures, not letters; two families do not join by themselves.
        ("a\u200d⟦b⟧", "a\u200d⟦b⟧"),
        ("👨\u200d👩⟦👧⟧", "👨\u200d👩⟦👧⟧"),
        # A virama binds only within its script, and a vowel stays with its syllable.
        ("क\u094d⟦a⟧", "क\u094d⟦a⟧"),
        ("가⟦나⟧", "가⟦나⟧"),
        ("각⟦아⟧", "각⟦아⟧"),
    ],
)
def test_neighbouring_graphemes_stay_apart(marked, expected):
    text, start, end = cut(marked)
    assert shown(text, trim(text, start, end)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦ the dam ⟧", " ⟦the dam⟧ "),
        ("the⟦\n\tdam\u00a0\u2009⟧\n", "the\n\t⟦dam⟧\u00a0\u2009\n"),
        ("the⟦\u200bdam\ufeff⟧", "the\u200b⟦dam⟧\ufeff"),
        ("⟦the\u00a0dam⟧", "⟦the\u00a0dam⟧"),
        # White space cannot carry an accent: the span would begin with it.
        ("the⟦ \u0301dam⟧", "the ⟦\u0301dam⟧"),
        ("the\n⟦\u0301dam⟧", "the\n⟦\u0301dam⟧"),
    ],
)
def test_white_space_at_the_edges_is_dropped(marked, expected):
    text, start, end = cut(marked)
    assert shown(text, trim(text, start, end)) == expected


@pytest.mark.parametrize("nothing", ["", " ", "\n \t", "\u00a0\u200b\ufeff"])
def test_a_selection_of_white_space_is_refused(nothing):
    with pytest.raises(SpanError, match="The selection holds no text"):
        trim(f"a{nothing}b", 1, 1 + len(nothing))
    with pytest.raises(SpanError, match="The selection holds no text"):
        snap(f"a{nothing}b", 1, 1 + len(nothing), "quote")


# --- borders --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # The marks belong to the quote, with the comma or period inside them.
        ("⟦“The lock leaks,”⟧ said Orm.", "⟦“The lock leaks,”⟧ said Orm."),
        ("“⟦The lock leaks,⟧” said Orm.", "⟦“The lock leaks,”⟧ said Orm."),
        ("“⟦The lock leaks⟧,” said Orm.", "⟦“The lock leaks,”⟧ said Orm."),
        ("⟦“The lock leaks⟧,” said Orm.", "⟦“The lock leaks,”⟧ said Orm."),
        ("“⟦The lock leaks,”⟧ said Orm.", "⟦“The lock leaks,”⟧ said Orm."),
        ('"⟦The lock leaks⟧," said Orm.', '⟦"The lock leaks,"⟧ said Orm.'),
        ('Orm said, "⟦It leaks.⟧"', 'Orm said, ⟦"It leaks."⟧'),
        ('Orm said, "⟦Does it leak⟧?" twice.', 'Orm said, ⟦"Does it leak?"⟧ twice.'),
        # British: the comma stands outside and stays there.
        ("“⟦The lock leaks⟧”, said Orm.", "⟦“The lock leaks”⟧, said Orm."),
        ("‘⟦The lock leaks⟧’, said Orm.", "⟦‘The lock leaks’⟧, said Orm."),
        # Half of the marks, or the cue between the halves.
        ("⟦“It leaks⟧,” said Orm. “Look.”", "⟦“It leaks,”⟧ said Orm. “Look.”"),
        ("“It leaks,” said Orm. “⟦Look.⟧”", "“It leaks,” said Orm. ⟦“Look.”⟧"),
        ("“It leaks,” ⟦said Orm⟧. “Look.”", "“It leaks,” ⟦said Orm⟧. “Look.”"),
        # Part of a direct quote is a matter of its own.
        ("“The lock ⟦leaks and⟧ creaks,” said Orm.", None),
        ("“⟦The lock⟧ leaks,” said Orm.", None),
        # A mixed quote takes in the marks that it cuts, and only those.
        ("Orm said ⟦the lock was “dead⟧”.", "Orm said ⟦the lock was “dead”⟧."),
        (
            "the ⟦lock was “dead” and the gate “gone⟧”.",
            "the ⟦lock was “dead” and the gate “gone”⟧.",
        ),
        ("so “⟦dead” is the lock⟧, he said", "so ⟦“dead” is the lock⟧, he said"),
        (
            "Orm said ⟦the lock was “dead” and gone.⟧",
            "Orm said ⟦the lock was “dead” and gone⟧.",
        ),
        ("Orm said ⟦it was “built for worse.”⟧", None),
        # A leading "that" and a final period of an indirect quote.
        ("Orm said ⟦that the lock leaks.⟧", "Orm said ⟦that the lock leaks⟧."),
        ("⟦The lock leaks,⟧ Orm said.", "⟦The lock leaks⟧, Orm said."),
        ("Orm asked ⟦whether the lock leaks?⟧", None),
        ("Orm said ⟦it was sold to Quay Inc.⟧", None),
        ("Orm said ⟦it was built in the U.S.⟧", None),
        ("Orm said ⟦it opens at 5 p.m.⟧", None),
        ("Orm said ⟦it fell to 3.5.⟧", "Orm said ⟦it fell to 3.5⟧."),
        ("Orm said ⟦that he hoped...⟧", None),
        ("Orm said ⟦that this is plan B.⟧", "Orm said ⟦that this is plan B⟧."),
        # A quote in a quote: the tool takes what touches, up to the outermost.
        (
            "“Orm told me, ‘⟦Trust no tide⟧,’” said Ulla.",
            "“Orm told me, ⟦‘Trust no tide,’⟧” said Ulla.",
        ),
        (
            "“⟦Orm told me, ‘Trust no tide⟧,’” said Ulla.",
            "⟦“Orm told me, ‘Trust no tide,’”⟧ said Ulla.",
        ),
        (
            "“‘⟦Trust no tide⟧,’ Orm says,” said Ulla.",
            "“⟦‘Trust no tide,’⟧ Orm says,” said Ulla.",
        ),
        ("“‘⟦Trust no tide⟧’,” said Ulla.", "⟦“‘Trust no tide’,”⟧ said Ulla."),
        # Paragraphs: each opens with a mark, the last one closes.
        (
            "“⟦First it leaked.\n“Then it sank⟧,” said Orm.",
            "⟦“First it leaked.\n“Then it sank,”⟧ said Orm.",
        ),
        (
            "“⟦First it leaked.⟧\n“Then it sank,” said Orm.",
            "⟦“First it leaked.⟧\n“Then it sank,” said Orm.",
        ),
        (
            "“First it leaked.\n“⟦Then it sank⟧,” said Orm.",
            "“First it leaked.\n⟦“Then it sank,”⟧ said Orm.",
        ),
        (
            "“⟦First it leaked,\nthen it sank⟧,” said Orm.",
            "⟦“First it leaked,\nthen it sank,”⟧ said Orm.",
        ),
        (
            "⟦“First it leaked,\nthen it sank⟧,” said Orm.",
            "⟦“First it leaked,\nthen it sank,”⟧ said Orm.",
        ),
        # A headline with single straight marks, and apostrophes that are no marks.
        ("Orm: '⟦No danger⟧' to homes", "Orm: ⟦'No danger'⟧ to homes"),
        ("Orm: ⟦'No danger⟧' to homes", "Orm: ⟦'No danger'⟧ to homes"),
        (
            "Orm: ‘⟦It’s the dogs’ lock⟧’, he says",
            "Orm: ⟦‘It’s the dogs’ lock’⟧, he says",
        ),
        ("Orm said ⟦the dogs⟧' lock leaks.", None),
        ("Orm said ⟦'tis the lock.⟧", "Orm said ⟦'tis the lock⟧."),
        ('"⟦\'Tis true⟧," said Orm.', '⟦"\'Tis true,"⟧ said Orm.'),
        ("“⟦It’s rock ’n’ roll⟧,” said Orm.", "⟦“It’s rock ’n’ roll,”⟧ said Orm."),
        # Marks of other scripts, also turned round, spaced, or of two kinds.
        ("„⟦Die Schleuse leckt⟧“, sagte Orm.", "⟦„Die Schleuse leckt“⟧, sagte Orm."),
        ("Orm: „⟦Sie leckt.⟧“", "Orm: ⟦„Sie leckt.“⟧"),
        ("„⟦Sie nannten es ‚tot⟧‘.“", "⟦„Sie nannten es ‚tot‘.“⟧"),
        ("»⟦Die Schleuse leckt⟧«, sagte Orm.", "⟦»Die Schleuse leckt«⟧, sagte Orm."),
        ("Er nannte sie ⟦»tot⟧«.", "Er nannte sie ⟦»tot«⟧."),
        ("«⟦Шлюз течёт⟧», — сказал Орм.", "⟦«Шлюз течёт»⟧, — сказал Орм."),
        (
            "«\u00a0⟦L’écluse fuit⟧\u00a0», dit Orm.",
            "⟦«\u00a0L’écluse fuit\u00a0»⟧, dit Orm.",
        ),
        ("« ⟦L’écluse fuit⟧ ! » dit Orm.", "⟦« L’écluse fuit ! »⟧ dit Orm."),
        ("⟦« L’écluse fuit⟧ » dit Orm.", "⟦« L’écluse fuit »⟧ dit Orm."),
        ("« A » ⟦et⟧ « B »", None),
        ("”⟦Slussen läcker⟧”, sade Orm.", "⟦”Slussen läcker”⟧, sade Orm."),
        (
            "オルムは「⟦水門が漏れている⟧」と述べた。",
            "オルムは⟦「水門が漏れている」⟧と述べた。",
        ),
        (
            "オルムは「⟦漏れている⟧。」と述べた。",
            "オルムは⟦「漏れている。」⟧と述べた。",
        ),
        ("奥姆说：“⟦水闸漏水⟧。”他走了。", "奥姆说：⟦“水闸漏水。”⟧他走了。"),
        ("他说“⟦水闸漏水⟧”后走了。", "他说⟦“水闸漏水”⟧后走了。"),
        ("他说⟦“水闸是‘死⟧’的”。", "他说⟦“水闸是‘死’⟧的”。"),
        ("오름은 ‘⟦물이 샌다⟧’고 말했다.", "오름은 ⟦‘물이 샌다’⟧고 말했다."),
        ('오름은 "⟦물이 샌다⟧"고 말했다.', '오름은 ⟦"물이 샌다"⟧고 말했다.'),
        ("وقال أورم: «⟦البوابة تسرّب⟧».", "وقال أورم: ⟦«البوابة تسرّب»⟧."),
        ('אורם אמר: "⟦הסכר דולף⟧".', 'אורם אמר: ⟦"הסכר דולף"⟧.'),
        ('אורם אמר ⟦שצה"ל הגיע⟧.', None),
        ('“⟦Mixed marks⟧" stay, he said', '⟦“Mixed marks"⟧ stay, he said'),
        ('»⟦Mixed marks⟧" stay, he said', '⟦»Mixed marks"⟧ stay, he said'),
        ("„⟦Mixed marks⟧” stay, he said", "⟦„Mixed marks”⟧ stay, he said"),
        ("“⟦…and then it sank⟧,” said Orm.", "⟦“…and then it sank,”⟧ said Orm."),
        ('"⟦...and then it sank⟧," said Orm.', '⟦"...and then it sank,"⟧ said Orm.'),
        ("(“⟦It leaks⟧”)", "(⟦“It leaks”⟧)"),
        ("“⟦It leaks⟧”—and creaks", "⟦“It leaks”⟧—and creaks"),
        ("Orm:“⟦It leaks⟧.”", "Orm:⟦“It leaks.”⟧"),
        (
            'The 6" pipe and “⟦the lock leaks⟧,” said Orm.',
            'The 6" pipe and ⟦“the lock leaks,”⟧ said Orm.',
        ),
        ('“⟦The 6" pipe leaks⟧,” said Orm.', '⟦“The 6" pipe leaks,”⟧ said Orm.'),
        ("Orm says  ⟦it leaks⟧", None),
        ("⟦ “It leaks.” ⟧", " ⟦“It leaks.”⟧ "),
    ],
)
def test_a_quote_takes_its_marks_in_and_leaves_the_period_out(marked, expected):
    text, start, end = cut(marked)
    assert shown(text, snap(text, start, end, "quote")) == (expected or marked)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦“The dam is ours.”⟧", "“⟦The dam is ours⟧.”"),
        ("⟦“The dam is ours,”⟧ said Orm.", "“⟦The dam is ours⟧,” said Orm."),
        ("“⟦The dam is ours,⟧” said Orm.", "“⟦The dam is ours⟧,” said Orm."),
        ("⟦“The dam is ours⟧,” said Orm.", "“⟦The dam is ours⟧,” said Orm."),
        ("“⟦The dam is ours,”⟧ said Orm.", "“⟦The dam is ours⟧,” said Orm."),
        (
            "“No. ⟦It was built in 1931,”⟧ said Orm.",
            "“No. ⟦It was built in 1931⟧,” said Orm.",
        ),
        ("“⟦The dam is ours⟧, and was.”", None),
        ("⟦The dam is ours.⟧", "⟦The dam is ours⟧."),
        ("⟦The dam is ours!⟧", None),
        ("⟦The dam is “ours”⟧.", None),
        ("⟦“Dead” is the dam⟧.", None),
        ("⟦“Dead” and “gone”⟧ are the fish.", None),
        ("⟦“The ‘dam’ is ours”⟧", "“⟦The ‘dam’ is ours⟧”"),
        ("⟦“‘The dam is ours,’”⟧", "“‘⟦The dam is ours⟧,’”"),
        ("⟦'The dam is ours,'⟧ he says", "'⟦The dam is ours⟧,' he says"),
        ("⟦'Tis ours.⟧", "⟦'Tis ours⟧."),
        ("the gate is ⟦the dogs'⟧", None),
        ('⟦The pipe is 6"⟧ and leaks.', None),
        ('Orm: "⟦It is from 1931"⟧.', 'Orm: "⟦It is from 1931⟧".'),
        (
            "⟦«\u00a0La digue est à nous.\u00a0»⟧",
            "«\u00a0⟦La digue est à nous⟧.\u00a0»",
        ),
        ("⟦„Der Damm gehört uns.“⟧", "„⟦Der Damm gehört uns⟧.“"),
        (
            "⟦「ダムは我々のものだ。」⟧と述べた。",
            "「⟦ダムは我々のものだ⟧。」と述べた。",
        ),
        ("⟦«السد لنا.»⟧", "«⟦السد لنا⟧.»"),
        ("⟦السد لنا،⟧ قال", "⟦السد لنا⟧، قال"),
        ("⟦बाँध हमारा है।⟧", "⟦बाँध हमारा है⟧।"),
        ("⟦The dam belongs to Quay Ltd.⟧", None),
        ("⟦It opened at 5 p.m.⟧", None),
        ("⟦ “The dam is ours , ” ⟧", " “⟦The dam is ours⟧ , ” "),
        ("⟦It rose...⟧", None),
        ('⟦"First it rose.⟧\n"Then it fell."', '"⟦First it rose⟧.\n"Then it fell."'),
        # Marks alone were selected, so marks it is.
        ("⟦“”⟧", None),
        ("⟦,⟧", None),
    ],
)
def test_a_claim_drops_outer_marks_and_a_final_comma_or_period(marked, expected):
    text, start, end = cut(marked)
    assert shown(text, snap(text, start, end, "claim")) == (expected or marked)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # How exact it is, goes in.
        ("About ⟦40⟧ boats", "⟦About 40⟧ boats"),
        ("the almost ⟦97⟧ percent of", "the ⟦almost 97 percent⟧ of"),
        ("at least ⟦100⟧ people", "⟦at least 100⟧ people"),
        ("no fewer than ⟦100⟧", "⟦no fewer than 100⟧"),
        ("not more than about ⟦100⟧", "⟦not more than about 100⟧"),
        ("leave within ⟦48 hours⟧", "leave ⟦within 48 hours⟧"),
        ("just under\u00a0⟦40⟧", "⟦just under\u00a040⟧"),
        ("(around ⟦40⟧)", "(⟦around 40⟧)"),
        ("“nearly ⟦40⟧”", "“⟦nearly 40⟧”"),
        ("circa ⟦1650⟧", "⟦circa 1650⟧"),
        ("~⟦40⟧ boats", "⟦~40⟧ boats"),
        ("⟦40⟧ or so boats", "⟦40 or so⟧ boats"),
        ("⟦40⟧ or more", "⟦40 or more⟧"),
        ("⟦40⟧+ boats", "⟦40+⟧ boats"),
        ("⟦40⟧-odd boats", "⟦40-odd⟧ boats"),
        ("between ⟦400 and 600⟧ people", "⟦between 400 and 600⟧ people"),
        ("between ⟦400⟧ and 600 people", None),
        ("from ⟦March 12 to March 15⟧", None),
        ("an additional ⟦40⟧ boats", None),
        ("whereabout ⟦40⟧ boats", None),
        ("about\n⟦40⟧ boats", None),
        ("⟦40⟧\npercent", None),
        ("the other ⟦40⟧", None),
        ("rund ⟦40⟧ Prozent der", "⟦rund 40 Prozent⟧ der"),
        ("près de ⟦40⟧ pour cent", "⟦près de 40 pour cent⟧"),
        ("más de ⟦40⟧ por ciento", "⟦más de 40 por ciento⟧"),
        ("почти ⟦40⟧ процентов", "⟦почти 40 процентов⟧"),
        ("понад ⟦40⟧ відсотків", "⟦понад 40 відсотків⟧"),
        ("نحو ⟦62.4⟧ في المئة", "⟦نحو 62.4 في المئة⟧"),
        ("بين ⟦15 و20⟧ في المئة", "⟦بين 15 و20 في المئة⟧"),
        # What only looks like an approximator cannot be told apart.
        ("carried over ⟦30 years⟧", "carried ⟦over 30 years⟧"),
        # Currencies.
        ("some €⟦310⟧m passed", "⟦some €310m⟧ passed"),
        ("US$⟦40⟧ million", "⟦US$40 million⟧"),
        ("USD ⟦40⟧", "⟦USD 40⟧"),
        ("⟦40⟧ EUR a head", "⟦40 EUR⟧ a head"),
        ("EU ⟦40⟧ or NGO 40", None),
        ("the BBC ⟦2⟧ show", None),
        ("⟦40⟧ try to", None),
        ("kr ⟦40⟧", "⟦kr 40⟧"),
        ("⟦40⟧ million dollars more", "⟦40 million dollars⟧ more"),
        ("⟦40⟧ million US dollars", "⟦40 million US dollars⟧"),
        ("⟦38⟧億円の", "⟦38億円⟧の"),
        ("⟦38⟧ مليون يورو", "⟦38 مليون يورو⟧"),
        ("⟦40⟧ Mio. Euro", "⟦40 Mio. Euro⟧"),
        # Units.
        ("⟦97⟧%", "⟦97%⟧"),
        ("⟦97⟧\u202f%", "⟦97\u202f%⟧"),
        ("⟦97⟧％", "⟦97％⟧"),
        ("⟦3.5⟧ percentage points", "⟦3.5 percentage points⟧"),
        ("an ⟦18⟧-month closure", "an ⟦18-month⟧ closure"),
        ("⟦1.9⟧m tonnes of", "⟦1.9m tonnes⟧ of"),
        ("⟦14⟧\u00a0km away", "⟦14\u00a0km⟧ away"),
        ("⟦90⟧ km/h", "⟦90 km/h⟧"),
        ("⟦24⟧ °C today", "⟦24 °C⟧ today"),
        ("⟦40⟧ square metres", "⟦40 square metres⟧"),
        ("⟦24⟧ شهراً", "⟦24 شهراً⟧"),
        ("⟦forty⟧ percent", "⟦forty percent⟧"),
        ("⟦40⟧ monthly fees", None),
        ("⟦40⟧ metro lines", None),
        ("⟦300⟧ boats", None),
        ("the ⟦21⟧st flood", "the ⟦21st⟧ flood"),
        # A numeral is never cut.
        ("⟦10⟧,300 people", "⟦10,300⟧ people"),
        ("10,⟦300⟧ people", "⟦10,300⟧ people"),
        ("95.⟦6⟧ percent", "⟦95.6 percent⟧"),
        ("1,2⟦34⟧,567", "⟦1,234,567⟧"),
        ("⟦12⟧\u00a0645 votes", "⟦12\u00a0645⟧ votes"),
        ("⟦3⟧, 5 and 8", None),
        ("in ⟦2019⟧.", None),
        ("at −⟦3⟧ degrees", "at ⟦−3 degrees⟧"),
        ("9-⟦3⟧ degrees", "9-⟦3 degrees⟧"),
        ("٤⟦٥⟧٪", "⟦٤٥٪⟧"),
    ],
)
def test_a_figure_takes_in_how_exact_it_is_and_its_unit(marked, expected):
    text, start, end = cut(marked)
    assert shown(text, snap(text, start, end, "figure")) == (expected or marked)


@pytest.mark.parametrize("rule", ["words", "no rule at all"])
def test_any_other_rule_only_trims(rule):
    text, start, end = cut("About⟦ “40” , ⟧percent")
    assert shown(text, snap(text, start, end, rule)) == "About ⟦“40” ,⟧ percent"


RULES = ("quote", "claim", "figure", "words")
PARTS = (
    *"\"'“”„«»‘’‚‹›「」,.!? \n\u00a0\t-—:()",
    *("The", "dam", "leaks", "40", "10,300", "95.6", "about", "within", "over", "and"),
    *("between", "percent", "km", "€", "$", "USD", "m", "U.S.", "الماء", "水位", "물"),
    *("क्षि", "e\u0301", "👨\u200d👩", "🇩🇪", "\u1112\u1161\u11ab", "\u0301", "\u200d"),
)
texts = st.lists(st.sampled_from(PARTS), min_size=1, max_size=25).map("".join)


@st.composite
def selections(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip(" \n\t\u00a0"))
    return text, start, end


@settings(max_examples=1500)
@given(selections(), st.sampled_from(RULES))
@example(("“\n” x", 0, 5), "claim")
def test_snapping_again_changes_nothing(selection, rule):
    text, start, end = selection
    once = snap(text, start, end, rule)
    assert snap(text, *once, rule) == once


@settings(max_examples=1500)
@given(selections(), st.sampled_from(RULES))
def test_a_snapped_span_is_sound(selection, rule):
    text, start, end = selection
    left, right = snap(text, start, end, rule)
    verify(text, left, right, text[left:right])
    assert text[left:right] == text[left:right].strip()
    assert trim(text, left, right) == (left, right), "a grapheme is cut"
    gained = text[left : max(left, start)] + text[min(right, end) : right]
    assert "\n" not in gained, "it went into another line"
    lost = text[start : max(start, left)] + text[min(right, end) : end]
    assert not any(c.isalnum() for c in lost), "it lost words"
    if rule in ("figure", "words"):
        assert not lost.strip(), "it lost more than white space"


def hostile() -> Iterator[str]:
    for seed in (
        "1", " ", '"', "'", "“", "”", "‘’", "«", "» ", ",", ".", "1,", "1 ", "1.",
        "about ", "e\u0301", "\u0301", "🇩", "\u200d", "👨\u200d", "“‘", "\n", "“\n",
        "million ", "k", "-", "no ", "U.S.", "percent ", "\u1100", "क\u094d", "'a",
        '"a ', "\u00a0", "و1", ", ", "“ ", "a.b.",
    ):  # fmt: skip
        # Every mark is looked at in Python: there too many would only be slow.
        size = 20_000 if set(marks.MARKS).intersection(seed) else 100_000
        yield seed * (size // len(seed))


@pytest.mark.parametrize("rule", RULES)
def test_no_text_makes_snapping_run_away(rule):
    for text in hostile():
        padded = f"x {text} x"
        began = time.perf_counter()
        snap(padded, 0, len(padded), rule)
        snap(padded, 0, 1, rule)
        # Linear is some 0.5 s here; anything worse takes minutes.
        assert time.perf_counter() - began < 15, repr(text[:8])


def test_the_tables_above_hold_every_kind_of_mark():
    """So that a mark that is added to the code is added to the tables."""
    tables = test_a_quote_takes_its_marks_in_and_leaves_the_period_out.pytestmark
    rows = "".join(marked for marked, _ in tables[0].args[1])
    rare = "‟‛‹›『』〝〞〟＂"
    assert {m for m in marks.MARKS if m not in rows} == set(rare)
    for mark in rare:
        assert unicodedata.category(mark) in ("Pi", "Pf", "Ps", "Pe", "Po")
