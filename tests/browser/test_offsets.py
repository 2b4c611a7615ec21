"""Positions in the browser are code points of the canonical text, whatever it holds.

Asked in batches: a round trip into the browser costs more than a thousand answers.
"""

import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, select, settled
from tests.browser.stage import ZOO, mark, stretches, windows
from workbench import spans

Desk = Callable[..., Page]

#: How many annotations are drawn before the questions are asked.
DRAWN = [0, 100]


def drawn(served: Served, desk: Desk, count: int) -> Page:
    """The zoo on the annotate screen with `count` marks, overlapping at random."""
    page = desk(ZOO)
    for at, one in enumerate(stretches(count, count)):
        label = ("quote", "figure", "claim", "source", "cue")[at % 5]
        if (kept := trimmed(*one)) is not None:
            mark(served, label, [kept])
    if count:
        page.reload()
    return page


def ask(page: Page, body: str, argument: object = None) -> Any:
    """What `body` returns; it sees offsets.js as `o`, the article as `root`."""
    return page.evaluate(
        f"""async argument => {{
            const o = await import('/static/js/offsets.js');
            const root = document.getElementById('article');
            {body}
        }}""",
        argument,
    )


def trimmed(start: int, end: int) -> tuple[int, int] | None:
    try:
        return spans.trim(ZOO, start, end)
    except spans.SpanError:
        return None


SELECT_EACH = """
    const selected = getSelection();
    return argument.map(([start, end, snap]) => {
        selected.removeAllRanges();
        selected.addRange(o.rangeOf(root, start, end));
        const found = o.selection(root, { snap });
        return found && [found.start, found.end, found.exact];
    });
"""


@pytest.mark.parametrize("count", DRAWN)
def test_what_is_selected_is_read_back_as_the_same_code_points(
    served: Served, desk: Desk, count: int
) -> None:
    page = drawn(served, desk, count)
    asked = windows() + stretches(17 + count, 600)
    found = ask(page, SELECT_EACH, [[*one, False] for one in asked])
    expected = [
        [kept[0], kept[1], ZOO[kept[0] : kept[1]]] if (kept := trimmed(*one)) else None
        for one in asked
    ]
    assert dict(zip(asked, found, strict=True)) == dict(
        zip(asked, expected, strict=True)
    )


@pytest.mark.parametrize("count", DRAWN)
def test_a_snapped_selection_grows_to_whole_words_and_then_rests(
    served: Served, desk: Desk, count: int
) -> None:
    page = drawn(served, desk, count)
    asked = windows() + stretches(29 + count, 300)
    found = ask(page, SELECT_EACH, [[*one, True] for one in asked])
    again = ask(page, SELECT_EACH, [[*one[:2], True] for one in found if one])
    assert again == [one for one in found if one]
    for one, got in zip(asked, found, strict=True):
        kept = trimmed(*one)
        if kept is None:
            assert got is None
            continue
        start, end, exact = got
        assert exact == ZOO[start:end]
        assert start <= kept[0]
        assert kept[1] <= end
        for at in (start, end):
            around = ZOO[max(0, at - 1) : at + 1]
            assert not (around.isascii() and around.isalpha() and len(around) == 2)


@pytest.mark.parametrize("count", DRAWN)
def test_the_text_between_two_code_points_is_the_canonical_text(
    served: Served, desk: Desk, count: int
) -> None:
    page = drawn(served, desk, count)
    asked = windows() + stretches(41 + count, 600)
    found = ask(page, "return argument.map(([s, e]) => o.textOf(root, s, e));", asked)
    assert found == [ZOO[start:end] for start, end in asked]


@pytest.mark.parametrize("count", DRAWN)
def test_every_place_in_a_text_node_has_its_code_point(
    served: Served, desk: Desk, count: int
) -> None:
    page = drawn(served, desk, count)
    found = ask(
        page,
        """
        const found = [];
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            if (!walk.currentNode.parentElement.closest('[data-o]')) continue;
            let unit = 0;
            for (const char of walk.currentNode.data) {
                found.push([o.offsetAt(root, walk.currentNode, unit), char]);
                unit += char.length;
            }
        }
        return found;
        """,
    )
    assert found == [[at, char] for at, char in enumerate(ZOO) if char != "\n"]


@pytest.mark.parametrize("count", DRAWN)
def test_a_point_inside_a_character_is_its_code_point(
    served: Served, desk: Desk, page: Page, count: int
) -> None:
    page.set_viewport_size({"width": 1280, "height": 6000})
    page = drawn(served, desk, count)
    # A quarter of the box from the side where reading begins: left of its middle.
    plain = {
        at: unicodedata.bidirectional(char) in ("R", "AL")
        for at, char in enumerate(ZOO)
        if char.isalnum()
        and unicodedata.bidirectional(char) in ("L", "R", "AL")
        and not unicodedata.combining(ZOO[at + 1 : at + 2] or "x")
        and unicodedata.category(ZOO[at + 1 : at + 2] or "x")[0] != "M"
        and char < "\u0900"
    }
    found = ask(
        page,
        """
        return argument.map(([at, rtl]) => {
            const box = o.rangeOf(root, at, at + 1).getClientRects()[0];
            if (!box || box.width < 3) return [at, 'no box'];
            const x = box.left + box.width * (rtl ? .75 : .25);
            return [at, o.offsetFromPoint(root, x, box.top + box.height / 2)];
        });
        """,
        list(plain.items()),
    )
    seen = [(at, got) for at, got in found if got != "no box"]
    assert len(seen) > 2500
    assert [(at, ZOO[at], ZOO[got]) for at, got in seen if at != got] == []


def test_the_words_of_a_line_hold_every_letter_and_digit(
    served: Served, desk: Desk
) -> None:
    page = drawn(served, desk, 6)
    words, sentences = ask(
        page,
        """return ['word', 'sentence'].map(granularity =>
            [...root.children].flatMap(line => o.pieces(root, line, granularity)));""",
    )
    held = {at for start, end in words for at in range(start, end)}
    missing = [
        (at, char)
        for at, char in enumerate(ZOO)
        if unicodedata.category(char)[0] in "LN" and at not in held
    ]
    assert missing == []
    read = {at for start, end in sentences for at in range(start, end)}
    unread = [ZOO[at] for at in range(len(ZOO)) if at not in read]
    assert "".join(unread).strip(" \n\t\xa0\x85\u2028\u200b\ufeff") == ""
    for pieces in (words, sentences):
        assert all(a[1] <= b[0] for a, b in pairwise(pieces))
        assert all(ZOO[start:end].strip() for start, end in pieces)


@pytest.mark.parametrize("granularity", ["word", "sentence", "grapheme"])
def test_steps_visit_every_piece_in_both_directions(
    served: Served, desk: Desk, granularity: str
) -> None:
    page = drawn(served, desk, 6)
    pieces, forwards, backwards = ask(
        page,
        """
        const pieces = [...root.children]
            .flatMap(line => o.pieces(root, line, argument));
        const walk = (from, by) => {
            const seen = [];
            for (let at = from; ; ) {
                const next = o.step(root, at, argument, by);
                if (next[0] === at[0] && next[1] === at[1]) return seen;
                seen.push(at = next);
            }
        };
        const end = o.endOf(root.lastElementChild);
        return [pieces, walk([0, 0], 1), walk([end, end], -1)];
        """,
        granularity,
    )
    assert forwards == pieces
    assert backwards == pieces[::-1]


def test_the_word_at_a_place_is_the_word_around_it(served: Served, desk: Desk) -> None:
    page = drawn(served, desk, 6)
    words = ["emoji", "percent", "jamo", "עולם", "المدينة", "2019", "naïve"]
    for inside in (0, 1):
        places = [ZOO.index(word) + inside for word in words]
        found = ask(page, "return argument.map(at => o.wordAt(root, at));", places)
        assert [ZOO[start:end] for start, end in found] == words


def test_what_is_labelled_by_key_is_stored_as_that_slice(
    served: Served, desk: Desk
) -> None:
    page = desk(ZOO)
    page.uncheck("#snap")
    asked = [one for one in stretches(5, 60) if trimmed(*one)]
    for start, end in asked:
        select(page, start, end)
        page.keyboard.press("c")
    settled(page)
    made = sorted(served.saved().annotations, key=lambda a: int(a.id[1:]))
    expected = [trimmed(*one) for one in asked]
    assert [a.fragments for a in made] == [(one,) for one in expected]
    shown = page.evaluate(
        """() => {
            const words = {};
            for (const mark of document.querySelectorAll('#article mark'))
                for (const id of mark.dataset.spans.split(' '))
                    words[id] = (words[id] ?? '') + mark.textContent;
            return words;
        }"""
    )
    assert shown == {a.id: ZOO[a.start : a.end].replace("\n", "") for a in made}
    expect(page.locator("script:not([src])")).to_have_count(0)
