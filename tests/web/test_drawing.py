"""The DOM text of a line is the canonical text, whatever stands in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench import schema
from workbench.segments import Piece
from workbench.spans import Annotation
from workbench.text import canonical, lines
from workbench.web import drawing

from .conftest import Window
from .dom import Node, parse

ZOO = {
    "emoji": "Fares 😀 rose 🚢",
    "a family": "👩‍👩‍👧‍👦 and 👨🏽‍🚀",
    "flags": "🇪🇺🇺🇦🇵🇹 met",
    "combining marks": "cafe\u0301 q\u0323\u0307 Z\u0351\u036b\u0343",
    "Hangul jamo": "\u1112\u1161\u11ab\u1100\u1173\u11af 한글",
    "Devanagari": "क्षत्रिय हिन्दी में",
    "Thai": "ที่นี่ กำลัง",
    "tabs": "a\tb\t\tc",
    "no-break spaces": "12\u00a0645 km\u202f!",
    "Hebrew": "שלום “עולם” 97%",
    "Arabic": "ارتفعت ٪٤٠ وقال",
    "direction marks": "\u200fabc\u200e \u202bdef\u202c",
    "CJK": "票价上涨了百分之四十。「はい」",
    "markup": "<script>alert('x')</script> <b>&amp;</b> <!-- no --> ]]>",
    "entities": "&lt; &amp;amp; &#65; &nbsp; AT&T &copy",
    "zero-width spaces": "a\u200bb\ufeffc",
    "leading spaces": "   indented, and then   ",
    "next line and separators": "a\u0085b\u2028c\u2029d",
    "lone quotes": "\"quo'te` “ ‘",
    "astral letters": "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠮷野家",
    "noncharacters": "a\ufffeb\U0010ffffc",
    "C1 controls": "a\u0080b\u009fc",
    "templates": "{{ 7 * 7 }} {% raw %} {# no #}",
}
TEXT = "\n".join(ZOO.values()) + "\n\n\n" + "   \n" + "the end"
LABELS = schema.load().labels
NAMES = [label.name for label in LABELS]


def drawn(text: str, pieces: list[Piece], **more: bool) -> Node:
    return parse(drawing.lines(text, list(lines(text)), pieces, LABELS, **more))


def the_text(page: Node, text: str) -> str:
    """The canonical text, put together again from the lines of a page."""
    kept = [" " if char != "\n" else "\n" for char in text]
    for line in page.all("p"):
        start = int(line["data-o"])
        assert line.id == f"l{start}"
        kept[start : start + len(line.text)] = line.text
    return "".join(kept)


def test_the_zoo_is_canonical():
    assert canonical(TEXT).text == TEXT


@pytest.mark.parametrize("kind", ZOO)
def test_a_line_of_the_zoo_is_drawn_as_it_is(kind):
    text = ZOO[kind]
    pieces = [
        Piece(start, end, f"a{start}-{end}", NAMES[(start + end) % len(NAMES)])
        for start in range(0, len(text), 3)
        for end in (start + 1, min(len(text), start + 5), len(text))
        if start < end
    ]
    assert drawn(text, []).one("p").text == text
    assert drawn(text, pieces).one("p").text == text


@st.composite
def labelled(draw):
    """A text of the zoo, and pieces over it that overlap as they like."""
    some = st.sampled_from([*ZOO.values(), "\n", " ", "word"])
    text = "".join(draw(st.lists(some | st.text(max_size=8), min_size=1, max_size=12)))
    try:
        text = canonical(text).text
    except ValueError:
        text = "word"
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 60))
    pieces = [
        Piece(start, min(len(text), start + length), f"{draw(ids)}", draw(names))
        for start, length in draw(st.lists(spans, max_size=15))
    ]
    return text, pieces


ids = st.sampled_from(["a1", "a2", "q.1", "x-9", "Z_z"])
names = st.sampled_from(NAMES)


@settings(max_examples=300, deadline=None)
@given(labelled())
def test_every_line_keeps_its_text_under_any_labels(case):
    text, pieces = case
    page = drawn(text, pieces)
    assert [p.text for p in page.elements] == [text[s:e] for s, e in lines(text)]
    assert the_text(page, text) == text


@settings(max_examples=300, deadline=None)
@given(labelled())
def test_every_character_is_drawn_under_exactly_its_labels(case):
    text, pieces = case
    for line in drawn(text, pieces).elements:
        at = int(line["data-o"])
        for child in line.children:
            words = child if isinstance(child, str) else child.text
            for offset in range(at, at + len(words)):
                here = [p for p in pieces if p.start <= offset < p.end]
                if isinstance(child, str):
                    assert here == []
                    continue
                assert set(child["data-spans"].split()) == {p.id for p in here}
                assert child.classes == {f"label-{p.label}" for p in here}
                assert {i.tag for i in child.elements} <= {"i"}
                assert [i.text for i in child.elements] == [""] * len(child.elements)
            at += len(words)


def letters(line: Node) -> list[tuple[int, list[str]]]:
    """Where letters stand above a line, and which."""
    at, found = int(line["data-o"]), []
    for child in line.children:
        if isinstance(child, Node) and child.elements:
            found.append((at, [i["data-tag"] for i in child.elements]))
        at += len(child if isinstance(child, str) else child.text)
    return found


@settings(max_examples=100, deadline=None)
@given(labelled())
def test_every_annotation_has_its_letter_where_it_begins_or_beside_the_last(case):
    text, pieces = case
    for line in drawn(text, pieces).elements:
        tags = letters(line)
        start = int(line["data-o"])
        begun = [p for p in pieces if start <= p.start < start + len(line.text)]
        for piece in begun:
            _, above = max(tag for tag in tags if tag[0] <= piece.start)
            assert LABELS.get(piece.label).letter in above
        assert {at for at, _ in tags} <= {p.start for p in begun}
        for at, above in tags:
            assert len(above) == len(set(above))
            assert not any(at < next_ < at + 2 * len(above) for next_, _ in tags)


def test_letters_that_would_lie_on_each_other_stand_side_by_side():
    text = '"Nobody was struck off," she said.'
    pieces = [Piece(0, 24, "a1", "quote"), Piece(1, 22, "a2", "claim")]
    (line,) = drawn(text, pieces).elements
    assert letters(line) == [(0, ["Q", "C"])]
    (line,) = drawn(text, [*pieces, Piece(4, 7, "a3", "figure")]).elements
    assert letters(line) == [(0, ["Q", "C"]), (4, ["F"])]
    (line,) = drawn(text, [*pieces, Piece(3, 7, "a3", "figure")]).elements
    assert letters(line) == [(0, ["Q", "C", "F"])]


@settings(max_examples=100, deadline=None)
@given(labelled(), st.data())
def test_some_lines_alone_are_drawn_as_on_the_whole_page(case, data):
    text, pieces = case
    every = list(lines(text))
    some = data.draw(st.lists(st.sampled_from(every), unique=True).map(sorted))
    whole = {p.id: p for p in drawn(text, pieces).elements}
    alone = parse(drawing.lines(text, some, pieces, LABELS, swap=True))
    for line in alone.elements:
        assert line.attributes.pop("hx-swap-oob") == "true"
        *others, last = line.attributes.pop("class").split()
        assert last == "fresh"
        if others:
            line.attributes["class"] = " ".join(others)
        assert line == whole[line.id]


@settings(max_examples=100, deadline=None)
@given(labelled(), st.text(max_size=20))
def test_a_row_says_the_words_and_the_note_whatever_they_are(case, note):
    text, pieces = case
    note = "".join(char for char in note if char not in "\r\x00")
    for piece in pieces:
        one = Annotation(
            "a1",
            piece.label,
            ((piece.start, piece.end),),
            {"speaker": '"><i>x</i>&', "type": "direct", "asserted_by": "<&'"},
            note or None,
        )
        row = parse(drawing.row(one, text, LABELS, "/articles/a")).by_id("row-a1")
        words = text[piece.start : piece.end]
        assert row.one(class_="words").text == " ".join(words.split())[:300]
        if note:
            assert row.one(class_="flag")["title"] == note
        if piece.label == "quote":
            assert '"><i>x</i>&' in row.one(class_="told").text


def test_the_page_holds_the_whole_zoo(house, alice):
    window = house.window(
        alice, TEXT, "zoo", title="<b>Zoo</b> & “more”", outlet="</p>"
    )
    expected = [TEXT[s:e] for s, e in lines(TEXT)]
    page = window.read()
    assert [p.text for p in page.by_id("article").all("p")] == expected
    assert page.one("title").text == "<b>Zoo</b> & “more” · Workbench"
    label_everything(window)
    page = window.read()
    assert [p.text for p in page.by_id("article").all("p")] == expected
    assert page.by_id("article").all("script") == []


def label_everything(window: Window) -> None:
    for n, (start, end) in enumerate(lines(window.text)):
        words = window.text[start:end]
        if words.strip():
            label = NAMES[n % len(NAMES)]
            middle = (start + end + 1) // 2
            half = window.text[start:middle]
            fields = {"label": label, "snap": "off", "start": start}
            answer = window.send("/annotations", end=end, exact=words, **fields)
            assert answer.by_id(f"l{start}").text == words
            if half.strip("\u200f \u200b"):
                answer = window.send("/annotations", end=middle, exact=half, **fields)
                assert answer.by_id(f"l{start}").text == words


def test_the_groups_of_the_list_stand_in_text_order_and_empty_ones_are_hidden():
    text = "one\ntwo\nthree\n"
    made = [Annotation("a2", "claim", ((4, 7),)), Annotation("a1", "claim", ((4, 5),))]
    made.sort(key=lambda a: a.order)
    page = parse(drawing.groups(text, list(lines(text)), made, LABELS, "/a"))
    assert [(ul.id, "hidden" in ul) for ul in page.elements] == [
        ("rows0", True),
        ("rows4", False),
        ("rows8", True),
    ]
    assert [a["data-id"] for a in page.by_id("rows4").all("a")] == ["a1", "a2"]


def test_a_label_that_the_schema_no_longer_has_is_still_drawn():
    piece = Piece(0, 3, "a1", "rumour")
    line = parse(drawing.lines("one", [(0, 3)], [piece], LABELS)).one("mark")
    assert line["class"] == "label-rumour"
    assert line.one("i")["data-tag"] == "R"
    one = Annotation("a1", "rumour", ((0, 3),))
    assert "rumour" in parse(drawing.row(one, "one", LABELS, "/a")).words
