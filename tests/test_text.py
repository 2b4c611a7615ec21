"""The canonical text, its lines and words, and where a passage stands in it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import (
    MAX_BYTES,
    TextError,
    canonical,
    context,
    digest,
    lines,
    named,
    occurrences,
    title_of,
    words,
)

#: Everything that offsets have been known to slip on, a line each.
ZOO = "\n".join(
    [
        "Emoji 😀 and a family 👨‍👩‍👧‍👦, a flag 🇨🇭, a tone 👋🏽",
        "e\u0301 is not é; Hangul jamo \u1112\u1161\u11ab; देवनागरी",
        "No-break\u00a0space, zero\u200bwidth, tab\there",
        "שלום עולם and مرحبا",
        "漢字かな",
        "<script>alert('x')</script> &amp;",
        "a line\u2028separator and a next\x85line",
    ]
)


@pytest.mark.parametrize(
    ("raw", "text", "changes"),
    [
        ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree.", "line break made a line feed 2"),
        ("\ufeffOne.", "One.", "byte order mark dropped 1"),
        ("\ufeff\ufeffOne.", "One.", "byte order mark dropped 2"),
        ("On\ufeffe.", "On\ufeffe.", ""),
        ("O\x00n\x1fe\x0b\x0c.", "One.", "control character dropped 4"),
        ("O\ud800ne\udfff.", "One.", "lone surrogate dropped 2"),
        (
            "\x00\ufeffOne.",
            "One.",
            "byte order mark dropped 1, control character dropped 1",
        ),
        (
            "\r\x00\nOne.",
            "\n\nOne.",
            "control character dropped 1, line break made a line feed 1",
        ),
        ("One.\r\r\nTwo.", "One.\n\nTwo.", "line break made a line feed 2"),
        (ZOO, ZOO, ""),
        ("  One.\t\n\n", "  One.\t\n\n", ""),
    ],
)
def test_a_text_is_made_canonical_and_the_changes_are_counted(raw, text, changes):
    made = canonical(raw)
    assert made.text == text
    assert (
        ", ".join(f"{what} {n}" for what, n in sorted(made.changes.items())) == changes
    )


@pytest.mark.parametrize(
    "raw", ["", " \n\t", "\ufeff", "\x00", "\u200b\u00a0", "\ud800"]
)
def test_a_text_without_a_word_is_refused(raw):
    with pytest.raises(TextError, match="at least one word"):
        canonical(raw)


@pytest.mark.parametrize("raw", ["x" * (MAX_BYTES + 1), "é" * (MAX_BYTES // 2 + 1)])
def test_a_text_beyond_the_limit_is_refused_by_its_bytes(raw):
    with pytest.raises(TextError, match=r"5,000,00\d bytes; the limit is 5,000,000"):
        canonical(raw)


def test_a_text_of_exactly_the_limit_is_taken():
    assert canonical("é" * (MAX_BYTES // 2)).changes == {}


anything = st.text(
    st.characters(codec=None, exclude_categories=())
    | st.sampled_from("\r\n\t\x00\x1f\ufeff\ud83d\ude00\u200b \u00a0é")
)


@given(anything)
def test_canonical_taken_twice_is_canonical_taken_once(raw):
    try:
        made = canonical(raw)
    except TextError:
        return
    again = canonical(made.text)
    assert again.text == made.text
    assert again.changes == {}
    assert digest(again.text) == digest(made.text)


@given(anything)
def test_a_canonical_text_has_only_what_it_may_have(raw):
    try:
        text = canonical(raw).text
    except TextError:
        return
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert text.encode().decode() == text
    assert all(char in "\t\n" or char >= " " for char in text)


@given(anything)
def test_canonical_changes_nothing_but_what_it_counts(raw):
    try:
        made = canonical(raw)
    except TextError:
        return
    assert (made.text == raw) == (not made.changes)


@given(st.text(st.sampled_from("a\r\n"), min_size=1))
def test_all_line_breaks_come_out_alike(raw):
    assert canonical(f"x{raw}").text == f"x{raw}".replace("\r\n", "\n").replace(
        "\r", "\n"
    )


def test_the_digest_is_that_of_the_utf8_bytes():
    assert digest("é😀") == hashlib.sha256(b"\xc3\xa9\xf0\x9f\x98\x80").hexdigest()


def test_lines_leave_out_empty_ones_and_line_feeds():
    text = "\nOne\n\n Two\u2028still two\n"
    assert [text[start:end] for start, end in lines(text)] == [
        "One",
        " Two\u2028still two",
    ]


@given(anything.filter(lambda text: "\r" not in text))
def test_lines_and_line_feeds_are_the_whole_text(text):
    kept = [text[start:end] for start, end in lines(text)]
    assert kept == [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Title\nBody", "Title"),
        ("\n \u200b\n\u00a0 Title \t\nBody", "Title"),
        ("x" * 400, "x" * 300),
        ("x" * 299 + " y", "x" * 299),
    ],
)
def test_the_title_is_the_first_line_that_says_something(text, title):
    assert title_of(text) == title


def test_a_text_without_a_word_has_no_title():
    with pytest.raises(TextError, match="at least one word"):
        title_of("\n \u200b\n")


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one two\nthree", 3), ("漢字かな", 3), ("ภาษาไทย", 4)],
)
def test_words_are_counted_in_scripts_without_spaces_too(text, count):
    assert words(text) == count


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("a rose is a rose", "rose", ["rose", "rose"]),
        ("aaa", "aa", ["aa", "aa"]),
        ("He said “no”.", '"no"', ["“no”"]),
        ("It’s here", "It's", ["It’s"]),
        ("1999–2003", "1999-2003", ["1999–2003"]),
        ("one\n  two\u00a0three", "one two three", ["one\n  two\u00a0three"]),
        ("one\u200b two", "one two", ["one\u200b two"]),
        ("plain", "  plain\n", ["plain"]),
        ("plain", "\u200bplain\ufeff", ["plain"]),
        ("cafe\u0301 noir", "café noir", ["cafe\u0301 noir"]),
        ("caf\u00e9 noir", "cafe\u0301 noir", ["caf\u00e9 noir"]),
        ("“cafe\u0301”", '"cafe\u0301"', ["“cafe\u0301”"]),
        ("a.b", "a+b", []),
        ("anything", " \u200b\n", []),
        ("nothing here", "absent", []),
        ("😀 “yes” 😀 “yes”", '"yes"', ["“yes”", "“yes”"]),
    ],
)
def test_a_passage_is_found_as_typed_or_pasted(text, passage, found):
    assert [text[start:end] for start, end in occurrences(text, passage)] == found


def test_an_exact_passage_hides_those_that_are_only_alike():
    assert occurrences('“no” and "no"', '"no"') == [(9, 13)]


@pytest.mark.parametrize(("text", "passage"), [("a" * 9, "a"), ("“a” " * 9, '"a"')])
def test_no_more_places_are_told_than_asked_for(text, passage):
    assert len(occurrences(text, passage, limit=3)) == 3


@given(st.text(min_size=1), st.text(), st.text())
def test_what_stands_in_a_text_is_found_there(passage, before, after):
    text = before + passage + after
    found = occurrences(text, passage, limit=1000)
    assert all(0 <= start < end <= len(text) for start, end in found)
    wanted = passage.strip(
        "".join(c for c in passage if c.isspace() or c in "\u200b\ufeff")
    )
    if wanted:
        assert wanted in {text[start:end] for start, end in found}


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("a " * 100_000, "a " * 20_000 + "b"),
        ("x", "a" + " " * 200_000 + "b"),
        ("a  " * 100_000, "a " * 20_000 + "b"),
    ],
    ids=["many words", "one long space", "long spaces"],
)
def test_a_hostile_passage_is_looked_up_all_the_same(text, passage):
    # In time that grows with the square, each of these takes minutes.
    assert occurrences(text, passage) == []


# --- what stands around words ---------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        ("The quay was shut.", "quay", ("The ", " was shut.")),
        ("Title\nThe quay was shut.\nMore", "quay", ("The ", " was shut.")),
        ("It said the old quay was shut again", "quay", ("… the old ", " was shut …")),
        ("港が閉まったと市は述べた", "市", ("港が閉まったと", "は述べた")),
        ("昨日の朝から港が閉まったと市は", "市", ("… 朝から港が閉まったと", "は")),
        ("quay", "quay", ("", "")),
    ],
)
def test_what_stands_around_words_is_cut_between_words_of_their_line(
    body: str, words: str, expected: tuple[str, str]
) -> None:
    start = body.index(words)
    found = context(body, start, start + len(words), 10)
    assert found == expected


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the dam", "“the dam”"),
        ("“It leaks,”", "“It leaks,”"),
        ("'It\nleaks'", "“It leaks”"),
        ("“The dam is old and it leaks”", "“The dam is…”"),
        ("", "“”"),
    ],
)
def test_words_are_named_in_one_pair_of_marks(words, told):
    assert named(words, 12) == told
