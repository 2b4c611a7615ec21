"""Suggestions by keyboard alone: what they save, and that nothing else changes."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Served, Watched, select, settled, watch
from tests.browser.test_access import RUN
from workbench.places import shipped
from workbench.store import batches, people

SAMPLE = shipped("annotations", "sample")
AXE = Path(__file__).parents[1] / "vendor" / "axe-core-4.14.1" / "axe.min.js"
Desk = Callable[..., Page]

#: The sample's wire story up to here; its gold says what is to come out.
ENDS = "where they lived."
TEXT = (SAMPLE / "articles" / "harbour-wire.txt").read_text(encoding="utf-8")
TEXT = TEXT[: TEXT.index(ENDS) + len(ENDS)] + "\n"
#: What must be said of each label.
MUST = {
    "quote": ("type", "speaker"),
    "figure": ("kind",),
    "claim": ("asserted_by", "checkable"),
}
#: A year that no claim needs is no figure to mark.
UNWANTED = "2015"

Mark = tuple[str, tuple[tuple[int, int], ...]]


def said(label: str, attributes: dict[str, object]) -> tuple[object, ...]:
    return tuple(attributes.get(name) for name in MUST[label])


def gold() -> dict[Mark, tuple[object, ...]]:
    """Label and fragments of all that is to be marked, with what must be said of it;
    quotes come before the claims in them."""
    sets = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))["sets"]
    (here,) = [s for s in sets if s["article"] == "harbour-wire"]
    found = {
        (a["label"], tuple((s, e) for s, e in a["fragments"])): said(
            a["label"], a["attributes"]
        )
        for a in here["annotations"]
        if a["label"] in MUST
        and a["fragments"][-1][1] <= len(TEXT)
        and a["text"] != [UNWANTED]
    }
    return dict(sorted(found.items(), key=lambda one: (one[0][1], -ord(one[0][0][0]))))


def outcome(served: Served, key: str) -> dict[Mark, tuple[object, ...]]:
    """What was marked and said of it."""
    return {
        (a.label, a.fragments): said(a.label, dict(a.attributes))
        for a in served.saved(key).annotations
        if a.label in MUST
    }


@dataclass
class Hands:
    """The keyboard, with a count of what was pressed."""

    page: Page
    presses: int = 0

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
        self.presses += times

    def type(self, words: str) -> None:
        self.page.keyboard.insert_text(words)
        self.presses += len(words)

    # --- without aid ------------------------------------------------------------------

    def selected(self) -> tuple[int, int] | None:
        found = self.page.evaluate(
            """() => {
                const { start, end } = document.getElementById('passage').elements;
                return start.value ? [Number(start.value), Number(end.value)] : null;
            }"""
        )
        return (found[0], found[1]) if found else None

    def select(self, start: int, end: int) -> None:
        """Walk to the words of [start, end), sentence by sentence and word by word."""
        while not TEXT[start].isalnum():
            start += 1
        while not TEXT[end - 1].isalnum():
            end -= 1
        here = self.selected()
        if here is None:
            self.press("ArrowRight")
            here = self.selected()
        assert here
        while start - here[1] > 120 or here[0] - start > 120:
            self.press("ArrowDown" if here[1] < start else "ArrowUp")
            here = self.selected() or here
        if here[0] < start < here[1]:
            # In the sentence: from the word before it on.
            self.press("ArrowLeft")
            here = self.selected() or here
        while here[0] != start:
            self.press("ArrowRight" if here[0] < start else "ArrowLeft")
            here = self.selected() or here
        assert here[0] == start, TEXT[here[0] : here[1]]
        while here[1] < end:
            self.press("Shift+ArrowRight")
            here = self.selected() or here

    def choose(self, presses: int, key: str) -> None:
        """One of the choices under the first field of the open form."""
        self.press("Tab")
        self.press(key, presses)
        self.press("Escape")
        settled(self.page)

    def check_worthy(self, now: str, wanted: object) -> None:
        order = ["check_worthy", "checkable", "not_checkable"]
        steps = order.index(str(wanted)) - order.index(now)
        self.choose(abs(steps), "ArrowRight" if steps > 0 else "ArrowLeft")

    def mark(self, mark: Mark, must: tuple[object, ...], known: set[str]) -> None:
        """One label by hand, and what must be said of it."""
        label, (first, *more) = mark
        self.select(*first)
        self.press(label[0])
        settled(self.page)
        form = self.page.locator("#inspector")
        expect(form).to_have_attribute("data-label", label)
        if label == "quote":
            # A name that was typed before is offered after its first letter.
            name, before = str(must[1]), self.presses
            expect(self.page.locator("#field-speaker")).to_be_focused()
            self.type(name)
            self.presses = before + (3 if name in known else len(name))
            known.add(name)
            self.press("Enter")
            settled(self.page)
        for part in more:
            self.press("+")
            self.select(*part)
            settled(self.page)
            if self.page.locator("#passage[data-part]").count():
                self.press("+")
        if label == "claim":
            asserted = self.page.locator("#field-asserted_by")
            if asserted.input_value() != must[0] or must[1] != "checkable":
                self.press("Enter")
                expect(asserted).to_be_focused()
                if asserted.input_value() != must[0]:
                    self.press("Control+a")
                    self.type(str(must[0]))
                self.check_worthy("checkable", must[1])
        settled(self.page)

    # --- with suggestions -------------------------------------------------------------

    def looked_at(self) -> Mark | None:
        """The suggestion that is open, None when none is left."""
        settled(self.page)
        panel = self.page.locator("#inspector")
        # What the list knows is shown first; the server tells the rest a moment later.
        expect(panel).not_to_have_attribute("aria-busy", "true")
        ref = panel.get_attribute("data-suggestion")
        if ref is None:
            return None
        runs = self.page.evaluate(
            """ref => [...document.querySelectorAll(`[data-suggests~="${ref}"]`)]
                .map(run => {
                    const line = run.closest('[data-o]');
                    const range = document.createRange();
                    range.setStart(line, 0);
                    range.setEndBefore(run);
                    const at = Number(line.dataset.o) + [...range.toString()].length;
                    return [at, at + [...run.textContent].length];
                })""",
            ref,
        )
        joined: list[tuple[int, int]] = []
        for start, end in runs:
            if joined and joined[-1][1] == start:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        label = panel.get_attribute("data-label")
        assert label
        return label, tuple(joined)

    def facts(self) -> dict[str, str]:
        rows = self.page.locator("#inspector .facts > div")
        pairs = [row.inner_text().split("\n") for row in rows.all()]
        return {title.lower().replace(" ", "_"): value for title, value in pairs}


def _walk_into_the_first_quotation(news: Page) -> None:
    news.locator("#article").focus()
    for _ in range(8):
        news.keyboard.press("ArrowRight")


def test_the_keys_that_suggestions_save(page: Page, served: Served) -> None:
    """The same text to the same result, by hand and by deciding suggestions."""
    wanted = gold()
    address = served.article(TEXT, "a")
    # What is labelled just as it is suggested would be an acceptance.
    in_batch(served, "a", "off")
    page.goto(address)
    unaided = by_hand(Hands(page), wanted)
    assert outcome(served, "a") == wanted
    # The same words are not taken in twice, so there is one more line end.
    address = served.article(f"{TEXT}\n", "b")
    in_batch(served, "b", "careful")
    page.goto(address)
    aided, decisions = by_deciding(Hands(page), wanted)
    assert outcome(served, "b") == wanted
    assert set(decisions) == {"accepted", "adjusted", "rejected"}
    print(
        f"\n{len(wanted)} labels: {unaided} key presses unaided, {aided} aided "
        f"({aided / unaided:.0%})"
    )
    assert 2 * aided < unaided


def in_batch(served: Served, key: str, how: str) -> None:
    lead = people.lead(served.db).id
    batches.make(
        served.db,
        f"Spring {key}",
        by=lead,
        guideline="1",
        overlap=1,
        labels=list(MUST),
        articles=[key],
        people=[lead],
        suggestions=how,
    )


def by_hand(hands: Hands, wanted: dict[Mark, tuple[object, ...]]) -> int:
    known: set[str] = set()
    for mark, must in wanted.items():
        hands.mark(mark, must, known)
    return hands.presses


def by_deciding(
    hands: Hands, wanted: dict[Mark, tuple[object, ...]]
) -> tuple[int, list[str]]:
    page, decisions = hands.page, []
    hands.press("y")
    expect(page.locator("#inspector[data-suggestion]")).to_be_visible()
    left = dict(wanted)
    while mark := hands.looked_at():
        must, facts = left.pop(mark, None), hands.facts()
        if must is None:
            decisions.append("rejected")
            hands.press("x")
        elif [str(value).replace("_", " ") for value in must] == [
            facts.get(name) for name in MUST[mark[0]]
        ]:
            decisions.append("accepted")
            hands.press("y")
        else:
            decisions.append("adjusted")
            hands.press("e")
            expect(page.locator("#field-asserted_by")).to_be_focused()
            assert facts["asserted_by"] == must[0]
            hands.check_worthy(facts["checkable"].replace(" ", "_"), must[1])
            if page.locator("#suggested-list a.row").count():
                hands.press("y")
                expect(page.locator("#inspector[data-suggestion]")).to_be_visible()
    known: set[str] = set()
    for mark, must in left.items():
        hands.mark(mark, must, known)
    return hands.presses, decisions


# --- one after the other --------------------------------------------------------------


@pytest.fixture
def shown() -> str:
    return "careful"


NEWS = """Ferry fares rise
By Ann Reed
“It hurts,” said Ida Brandt, “and it is not over.”
Fares rose almost 12 percent in 2021, and 12 percent more in 2022.
"""


@pytest.fixture
def news(desk: Desk) -> Page:
    return desk(NEWS)


def open_ones(page: Page) -> int:
    return page.locator("#suggested-list a.row").count()


def test_a_key_looks_at_a_suggestion_and_the_next_decides_it(
    news: Page, served: Served
) -> None:
    before = open_ones(news)
    expect(news.locator("#suggestion-count")).to_have_text(str(before))
    expect(news.locator("mark")).to_have_count(0)
    news.keyboard.press("y")
    expect(news.locator(".looked-at").first).to_be_visible()
    assert served.saved().annotations == ()
    news.keyboard.press("y")
    settled(news)
    assert [a.origin and a.origin.path for a in served.saved().annotations]
    assert open_ones(news) == before - 1
    expect(news.locator("#suggestion-count")).to_have_text(str(before - 1))
    expect(news.locator("#article")).to_be_focused()


def test_rapid_decisions_are_each_about_the_next(news: Page, served: Served) -> None:
    count = open_ones(news)
    news.keyboard.press("y")
    expect(news.locator("#inspector[data-suggestion]")).to_be_visible()
    for _ in range(count):
        news.keyboard.press("x")
    settled(news)
    assert len(served.saved().rejected) == count
    expect(news.locator("#suggestion-count")).to_have_text("0")
    expect(news.locator("[data-suggests]")).to_have_count(0)
    for _ in range(count):
        news.keyboard.press("z")
    settled(news)
    expect(news.locator("#suggestion-count")).to_have_text(str(count))
    assert served.saved().rejected == ()
    news.reload()
    assert open_ones(news) == count


def test_what_one_window_decides_goes_in_the_other(
    news: Page, context: BrowserContext, watched: Watched
) -> None:
    other = context.new_page()
    watch(other, watched)
    other.goto(news.url)
    count = open_ones(other)
    news.keyboard.press("y")
    expect(news.locator("#inspector[data-suggestion]")).to_be_visible()
    news.keyboard.press("x")
    settled(news)
    expect(other.locator("#suggested-list a.row")).to_have_count(count - 1)
    expect(other.locator("#suggestion-count")).to_have_text(str(count - 1))


def test_a_cursor_in_a_quotation_is_enough_for_the_quote(
    news: Page, served: Served
) -> None:
    _walk_into_the_first_quotation(news)
    news.keyboard.press("q")
    settled(news)
    [quote] = [a for a in served.saved().annotations if a.label == "quote"]
    assert [NEWS[s:e] for s, e in quote.fragments] == [
        "“It hurts,”",
        "“and it is not over.”",
    ]


def test_where_nothing_is_to_pick_the_label_is_armed(
    news: Page, watched: Watched
) -> None:
    watched.expect("422")
    news.locator("#article").focus()
    news.keyboard.press("ArrowRight")
    news.keyboard.press("q")
    expect(news.locator("#passage button[value=quote]")).to_have_attribute(
        "aria-pressed", "true"
    )
    told(news, "There is no quote at the cursor: select its words. Quote is armed")


def test_all_of_a_label_are_ticked_and_taken_by_keyboard(
    news: Page, served: Served
) -> None:
    news.keyboard.press("y")
    expect(news.locator("#inspector[data-suggestion]")).to_be_visible()
    while news.locator("#inspector").get_attribute("data-label") != "figure":
        ref = news.locator("#inspector").get_attribute("data-suggestion")
        news.keyboard.press("j")
        expect(
            news.locator(f"#inspector[data-suggestion]:not([data-suggestion='{ref}'])")
        ).to_be_visible()
    figures = news.locator("#suggested-list a.row[data-label=figure]").count()
    news.keyboard.press("Shift+Y")
    expect(news.locator("#notice [data-fragments]").first).to_be_focused()
    news.keyboard.press("Space")
    news.keyboard.press("Enter")
    settled(news)
    assert len(served.saved().annotations) == figures - 1
    expect(news.locator("#notice form")).to_have_count(0)


# --- forth and back ------------------------------------------------------------------


def looks_at(page: Page, words: str) -> None:
    """Waits until the suggestion of these words is looked at, in panel and text."""
    expect(page.locator("#inspector[data-suggestion] blockquote")).to_have_text(words)
    expect(page.locator(".looked-at").first).to_be_visible()


def decide(page: Page, key: str) -> None:
    """Press a key that decides what is looked at, and wait for what follows."""
    before = page.locator("#inspector").get_attribute("data-suggestion")
    page.keyboard.press(key)
    expect(page.locator(f"#inspector[data-suggestion='{before}']")).to_have_count(0)
    settled(page)


def go_to(page: Page, label: str, nth: int = 0) -> str:
    """Look at a suggestion by its row; its words."""
    row = page.locator(f"#suggested-list a.row[data-label={label}]").nth(nth)
    words = row.locator(".words").inner_text().replace("[…]", "…")
    row.click()
    looks_at(page, words)
    return words


@pytest.mark.parametrize("key", ["x", "y"])
def test_undo_goes_back_to_the_suggestion_that_was_decided(
    news: Page, served: Served, key: str
) -> None:
    words = go_to(news, "figure", 1)
    decide(news, key)
    news.keyboard.press("z")
    looks_at(news, words)
    settled(news)
    assert served.saved().annotations == served.saved().rejected == ()
    expect(news.locator("#article")).to_be_focused()
    said = news.locator("#said[data-bad=told]")
    expect(said).to_contain_text("is suggested again. Saved.")
    expect(said).to_contain_text(words)
    decide(news, "y")
    [made] = served.saved().annotations
    assert NEWS[made.start : made.end] == words
    # So does a reload after the undo.
    news.keyboard.press("z")
    looks_at(news, words)
    settled(news)
    news.reload()
    looks_at(news, words)


def test_what_follows_is_told_with_what_would_be_accepted(news: Page) -> None:
    go_to(news, "quote")
    expect(news.locator("#said")).to_contain_text("direct, Ida Brandt")
    decide(news, "x")
    said = news.locator("#said")
    expect(said).to_contain_text("Rejected. Saved. Next: ")
    follows = news.locator("#inspector blockquote").inner_text()
    expect(said).to_contain_text(follows)


def test_after_an_adjustment_the_next_suggestion_is_the_one_behind_it(
    news: Page,
) -> None:
    go_to(news, "figure", 1)
    news.keyboard.press("e")
    expect(news.locator("#attributes :focus")).to_be_visible()
    settled(news)
    assert "?open=" in news.url
    news.keyboard.press("Escape")
    news.keyboard.press("y")
    # Not the first of the article, which was passed over.
    following = news.locator("#suggested-list a.row[aria-current]")
    expect(following).to_have_count(1)
    start = int(following.get_attribute("data-start") or 0)
    assert start > NEWS.index("Fares")


def test_a_cursor_stays_one_for_the_next_label_of_its_words(
    news: Page, served: Served
) -> None:
    _walk_into_the_first_quotation(news)
    for key in "qc":
        news.keyboard.press(key)
        settled(news)
    expect(news.locator("#inspector[data-label=claim]")).to_be_visible()
    assert {a.label for a in served.saved().annotations} >= {"quote", "claim"}


def test_whoever_submits_is_told_what_is_not_decided(
    news: Page, watched: Watched
) -> None:
    watched.expect("422")
    news.keyboard.press("Control+Enter")
    note = news.locator("#notice a[data-suggestion]")
    expect(news.locator("#notice .notes")).to_be_visible()
    # Whoever decides none does without suggestions, and is not asked about them.
    expect(note).to_have_count(0)
    for key in ("y", "x"):
        news.keyboard.press(key)
        settled(news)
    news.keyboard.press("Control+Enter")
    expect(note).to_have_text(
        f"{open_ones(news)} suggestions are not decided. You may leave it at that."
    )
    note.press("Enter")
    expect(news.locator("#inspector[data-suggestion]")).to_be_visible()


# --- what a key is about --------------------------------------------------------------


def rejected(served: Served) -> list[str]:
    """The words of what was rejected."""
    return [
        " … ".join(NEWS[s:e] for s, e in one.fragments)
        for one in served.saved().rejected
    ]


def told(page: Page, words: str) -> None:
    """Waits until everybody is told so."""
    said = page.locator("#said")
    expect(said).to_contain_text(words)
    expect(said).to_have_attribute("data-bad", "told")
    expect(said).to_be_in_viewport()


def test_a_suggestion_that_the_cursor_left_is_not_decided(
    news: Page, served: Served
) -> None:
    """By arrow keys, by a click or by other words that are selected."""
    panel = news.locator("#inspector[data-suggestion]")
    first = go_to(news, "quote")
    for _ in range(20):
        news.keyboard.press("ArrowRight")
    expect(panel).to_have_count(0)
    assert "suggestion=" not in news.url
    # The next one from the cursor is looked at, not decided.
    news.keyboard.press("y")
    expect(panel).to_be_visible()
    assert news.locator("#inspector blockquote").inner_text() != first
    news.locator("#article p.title").click()
    expect(panel).to_have_count(0)
    go_to(news, "figure")
    select(news, NEWS.index("Ferry"), NEWS.index(" fares rise"))
    expect(panel).to_have_count(0)
    news.keyboard.press("x")
    expect(panel).to_be_visible()
    assert served.saved().annotations == served.saved().rejected == ()


def test_words_of_what_is_looked_at_may_be_walked(news: Page, served: Served) -> None:
    words = go_to(news, "claim")
    news.keyboard.press("ArrowRight")
    news.keyboard.press("ArrowRight")
    looks_at(news, words)
    decide(news, "y")
    [made] = [a for a in served.saved().annotations if a.label == "claim"]
    assert NEWS[made.start : made.end] == words


def test_a_key_that_is_held_decides_once(news: Page, served: Served) -> None:
    """And removes, undoes the removal of, and submits nothing by itself."""
    go_to(news, "figure")
    count = open_ones(news)
    for _ in range(4):
        news.keyboard.down("y")
    news.keyboard.up("y")
    settled(news)
    assert open_ones(news) == count - 1
    news.keyboard.press("j")
    news.locator("#list a.row").first.click()
    expect(news.locator("#inspector[data-open]")).to_be_visible()
    news.locator("#article").focus()
    # The cursor goes on while its key is held.
    words = news.locator("#exact")
    for _ in range(2):
        news.keyboard.down("ArrowRight")
    first = words.input_value()
    news.keyboard.down("ArrowRight")
    news.keyboard.up("ArrowRight")
    expect(words).not_to_have_value(first)


@pytest.mark.parametrize("key", ["x", "y", "e"])
def test_a_key_on_a_row_is_about_the_suggestion_of_that_row(
    news: Page, served: Served, key: str
) -> None:
    go_to(news, "quote")
    row = news.locator("#suggested-list a.row[data-label=figure]").nth(2)
    words = row.locator(".words").inner_text()
    row.focus()
    news.keyboard.press(key)
    looks_at(news, words)
    settled(news)
    assert served.saved().annotations == served.saved().rejected == ()
    news.keyboard.press(key)
    expect(news.locator("#article, #inspector :focus").first).to_be_visible()
    settled(news)
    made = [NEWS[a.start : a.end] for a in served.saved().annotations]
    assert (rejected(served) if key == "x" else made) == [words]


def test_the_cursor_comes_back_to_what_was_left_by_escape(news: Page) -> None:
    """Also to what begins with a quotation mark, before its first word."""
    words = go_to(news, "quote")
    news.keyboard.press("Escape")
    expect(news.locator("#inspector")).to_be_hidden()
    news.keyboard.press("y")
    looks_at(news, words)


def test_on_a_slow_line_panel_and_list_agree(
    news: Page, served: Served, watched: Watched
) -> None:
    """The panel shows at once what the list knows; a key decides what it shows."""
    watched.expect("ERR_INTERNET_DISCONNECTED")
    go_to(news, "quote")
    news.context.set_offline(True)
    for _ in range(2):
        before = news.locator("#inspector").get_attribute("data-suggestion")
        news.keyboard.press("x")
        row = news.locator("#suggested-list [aria-current]")
        now = news.locator("#inspector").get_attribute("data-suggestion")
        assert now != before
        assert row.get_attribute("data-suggestion") == now
        expect(news.locator("#inspector blockquote")).to_have_text(
            row.locator(".words").inner_text()
        )
    expect(news.locator("#saving[data-state=unsaved]")).to_be_visible()
    # The list shows what was decided, which the server does not know.
    expect(news.locator("#suggested-list .sent")).to_have_count(2)
    # What is said of that covers nothing of the panel.
    bar = news.locator(".bar").bounding_box()
    head = news.locator("#inspector .head").bounding_box()
    assert bar
    assert head
    assert head["y"] >= bar["y"] + bar["height"]
    looked = news.locator("#inspector blockquote").inner_text()
    news.context.set_offline(False)
    settled(news)
    assert len(served.saved().rejected) == 2
    looks_at(news, looked)
    expect(news.locator("#inspector .facts")).to_be_visible()
    expect(news.locator("#suggested-list .sent")).to_have_count(0)


def test_all_of_a_label_are_offered_before_the_server_has_told_the_rest(
    news: Page, watched: Watched
) -> None:
    watched.expect("ERR_INTERNET_DISCONNECTED")
    count = news.locator("#suggested-list a.row[data-label=figure]").count()
    news.context.set_offline(True)
    go_to(news, "figure")
    all_alike = news.locator("#all-alike")
    expect(all_alike).to_have_text(f"All {count} figures …")
    offered = all_alike.get_attribute("href")
    news.keyboard.press("x")
    expect(all_alike).to_have_text(f"All {count - 1} figures …")
    news.context.set_offline(False)
    settled(news)
    expect(news.locator("#inspector .facts")).to_be_visible()
    expect(all_alike).to_have_text(f"All {count - 1} figures …")
    assert all_alike.get_attribute("href") == offered


def test_what_was_accepted_with_others_is_not_looked_at_any_more(
    news: Page, context: BrowserContext, watched: Watched
) -> None:
    """In this window the next one follows, in another the panel closes."""
    other = context.new_page()
    watch(other, watched)
    other.goto(news.url)
    words = go_to(other, "figure")
    go_to(news, "figure")
    count = news.locator("#suggested-list a.row[data-label=figure]").count()
    news.keyboard.press("Shift+Y")
    expect(news.locator("#notice h2")).to_have_text(f"{count} figures are suggested")
    news.keyboard.press("Enter")
    settled(news)
    told(news, f"{count} figures accepted.")
    expect(news.locator("#inspector[data-suggestion]")).to_be_visible()
    expect(news.locator("#inspector blockquote")).not_to_have_text(words)
    expect(news.locator("#inspector .facts")).to_be_visible()
    expect(other.locator("#inspector")).to_be_hidden()
    expect(other.locator(".looked-at")).to_have_count(0)


# --- words to tick --------------------------------------------------------------------


@pytest.fixture
def ticks(news: Page) -> Page:
    go_to(news, "figure")
    news.keyboard.press("Shift+Y")
    expect(news.locator("#several [data-fragments]").first).to_be_focused()
    return news


def test_a_list_to_tick_says_what_would_be_accepted(ticks: Page) -> None:
    row = ticks.locator("#several fieldset .choice").first
    expect(row).to_contain_text("almost 12 percent")
    expect(row.locator("small")).to_have_text("percent · 12 · almost")
    count = ticks.locator("#several [data-fragments]").count()
    number = ticks.locator("#ticked")
    ticks.keyboard.press("Space")
    expect(number).to_have_text(str(count - 1))
    ticks.locator("#every").check()
    expect(number).to_have_text(str(count))
    ticks.locator("#every").uncheck()
    expect(number).to_have_text("0")
    ticks.locator("#several [data-fragments]").first.press("Enter")
    told(ticks, "Tick at least one")
    expect(ticks.locator("#several")).to_be_visible()


def test_the_row_with_the_focus_is_marked_in_the_text(ticks: Page) -> None:
    marked = """() => [...CSS.highlights.get('preview')].map(r => r.toString())"""
    assert ticks.evaluate(marked) == ["almost 12 percent"]
    ticks.keyboard.press("ArrowDown")
    ticks.keyboard.press("ArrowDown")
    assert ticks.evaluate(marked) == ["12 percent"]
    ticks.keyboard.press("Escape")
    assert ticks.evaluate(marked) == []


@pytest.mark.parametrize("key", ["y", "x", "e", "q", "Delete", "j"])
def test_while_words_are_ticked_keys_do_nothing_behind_the_list(
    ticks: Page, served: Served, key: str
) -> None:
    for _ in range(2):
        ticks.keyboard.press(key)
    if key != "Delete":
        told(ticks, "Escape leaves the list")
    settled(ticks)
    assert served.saved().annotations == served.saved().rejected == ()
    ticks.keyboard.press("Escape")
    expect(ticks.locator("#several")).to_have_count(0)
    # It is as it was before.
    looks_at(ticks, "almost 12 percent")
    expect(ticks.locator("#article")).to_be_focused()


def test_hundreds_of_rows_are_ticked_at_once(page: Page, served: Served) -> None:
    many = " ".join(f"There were {n} boats in the harbour." for n in range(21, 321))
    page.goto(served.article(f"Boats\n{many}\n"))
    go_to(page, "figure")
    page.keyboard.press("Shift+Y")
    expect(page.locator("#several [data-fragments]").first).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#several [data-fragments]").last).to_be_focused()
    page.keyboard.press("Enter")
    settled(page)
    told(page, "300 figures accepted.")


def test_a_phone_shows_one_way_to_accept(phone: Page, served: Served) -> None:
    phone.goto(served.article(NEWS))
    phone.locator(".from-figure").first.tap()
    accept = phone.get_by_role("button", name="Accept")
    phone.locator("#to-form").tap()
    phone.locator("#all-alike").tap()
    expect(phone.locator("#several")).to_be_visible()
    expect(accept.filter(visible=True)).to_have_count(1)
    # All of it is in reach, the last row too.
    expect(accept.filter(visible=True)).to_be_in_viewport(ratio=1)


# --- what is told ---------------------------------------------------------------------


def test_acts_that_did_nothing_are_told_for_a_moment(news: Page) -> None:
    for key, words in (
        (".", "Open an annotation"),
        ("0", "None of which label?"),
        ("Escape", ""),
        ("z", "There is nothing to undo."),
        ("f", "Figure is armed"),
        ("Escape", ""),
    ):
        news.keyboard.press(key)
        if words:
            told(news, words)
    news.keyboard.press(".")
    expect(news.locator("#said[data-bad=no]")).to_be_attached(timeout=8000)


def test_a_key_in_a_labelled_quotation_opens_it_and_arms_nothing(
    news: Page, served: Served
) -> None:
    _walk_into_the_first_quotation(news)
    news.keyboard.press("q")
    settled(news)
    assert "open=" in news.url
    news.keyboard.press("Escape")
    news.keyboard.press("q")
    settled(news)
    told(news, "This quote is labelled already.")
    expect(news.locator("#inspector[data-label=quote]")).to_be_visible()
    expect(news.locator("#passage [aria-pressed=true]")).to_have_count(0)


def test_a_check_that_is_open_keeps_up_with_what_is_decided(
    news: Page, watched: Watched
) -> None:
    watched.expect("422")
    go_to(news, "figure")
    decide(news, "x")
    news.keyboard.press("Control+Enter")
    note = news.locator("#notice a[data-suggestion]")
    expect(note).to_be_visible()
    news.locator("#article").focus()
    decide(news, "x")
    expect(note).to_contain_text(f"{open_ones(news)} suggestions are not decided")
    ref = note.get_attribute("data-suggestion")
    expect(news.locator(f"[id='suggestion-{ref}']")).to_be_visible()


def test_a_step_to_a_label_is_told_at_once(news: Page) -> None:
    select(news, NEWS.index("Ann Reed"), NEWS.index("\n“It"))
    news.keyboard.press("s")
    settled(news)
    go_to(news, "quote")
    news.keyboard.press("k")
    expect(news.locator("#said")).to_have_text("Source, Ann Reed")


def test_grey_words_say_why_and_are_the_article_by_one_key(
    news: Page, served: Served
) -> None:
    news.locator(".boilerplate").last.click()
    why = news.locator("#inspector.region")
    expect(why).to_contain_text("Taken not to be the article")
    news.keyboard.press("Escape")
    expect(why).to_have_count(0)
    news.locator(".boilerplate").last.click()
    news.keyboard.press("Escape")
    news.keyboard.press("Enter")
    expect(news.locator("#overrule")).to_be_focused()
    news.keyboard.press("Enter")
    settled(news)
    told(news, "This is the article: ")
    expect(why).to_have_count(0)
    assert len(served.saved().regions) == 1


def test_the_buttons_stay_where_they_are_whatever_is_suggested(news: Page) -> None:
    places = []
    for label in ("figure", "claim", "quote"):
        go_to(news, label)
        expect(news.locator("#inspector .facts")).to_be_visible()
        places.append(news.locator("#accept").bounding_box())
    assert places[0] == places[1] == places[2]
    count = open_ones(news)
    progress = news.locator("#inspector .progress")
    expect(progress).to_contain_text(f"0 of {count} decided")
    decide(news, "x")
    expect(progress).to_contain_text(f"1 of {count} decided")


# --- beside other gestures ------------------------------------------------------------


def test_a_suggestion_in_a_label_is_reached_by_a_click(news: Page) -> None:
    """Of what lies on the same words the shortest first, label or not."""
    go_to(news, "claim")
    decide(news, "y")
    news.keyboard.press("Escape")
    figure = news.locator("mark[data-suggests]").first
    words = figure.inner_text()
    figure.click()
    looks_at(news, words)
    figure.click()
    expect(news.locator("#inspector[data-open][data-label=claim]")).to_be_visible()


def test_gestures_do_what_they_do_without_suggestions(
    news: Page, served: Served
) -> None:
    """Across outlines: a drag, its label, its borders by key, and Escape."""
    start, end = NEWS.index("lmost"), NEWS.index("nd 12 percent more")
    select(news, start, end)
    expect(news.locator("#exact")).to_have_value("almost 12 percent in 2021, and")
    select(news, NEWS.index("Fares rose"), NEWS.index(" almost"))
    news.keyboard.press("c")
    settled(news)
    expect(news.locator("#inspector[data-open=a1]")).to_be_visible()
    news.keyboard.press("}")
    settled(news)
    news.keyboard.press("Shift+ArrowRight")
    [made] = served.saved().annotations
    assert NEWS[made.start : made.end] == "Fares rose almost"
    news.keyboard.press("Delete")
    settled(news)
    assert served.saved().annotations == ()
    for _ in range(2):
        news.keyboard.press("z")
    settled(news)
    [made] = served.saved().annotations
    assert NEWS[made.start : made.end] == "Fares rose"


def test_a_thumb_decides_where_the_words_are_seen(phone: Page, served: Served) -> None:
    phone.goto(served.article(NEWS))
    before = open_ones(phone)
    expect(phone.locator("#decide")).to_be_hidden()
    phone.locator(".from-figure").first.tap()
    expect(phone.locator("#decide .what")).to_have_text("Figure · percent")
    expect(phone.locator("#decide .left")).to_have_text(f"{before} left")
    accept, reject, _ = phone.locator("#decide button").all()
    accept.tap()
    settled(phone)
    expect(phone.locator(".looked-at").first).to_be_in_viewport()
    expect(phone.locator("#exact")).to_have_value("")
    reject.tap()
    settled(phone)
    assert len(served.saved().annotations) == len(served.saved().rejected) == 1
    assert open_ones(phone) == before - 2


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)]
)
def test_axe_finds_nothing_in_suggestions(news: Page, scheme: str, width: int) -> None:
    news.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    news.set_viewport_size({"width": width, "height": 800})
    # The colours of a page that is open change in the middle of what axe reads.
    news.reload()
    for state in ("list", "panel", "several"):
        if state == "panel":
            news.locator("#suggested-list a.row").first.click()
            expect(news.locator("#accept")).to_be_visible()
        elif state == "several":
            news.locator("#article").focus()
            news.keyboard.press("Shift+Y")
            expect(news.locator("#notice form")).to_be_visible()
        news.evaluate(AXE.read_text(encoding="utf-8"))
        assert news.evaluate(RUN) == [], state
        wide = news.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{state} is {wide} wide"


# --- what is seen ---------------------------------------------------------------------


def test_the_outline_of_a_suggestion_leaves_the_line_of_a_label_under_it(
    news: Page,
) -> None:
    """Both are drawn, and the words stay where they are."""
    select(news, NEWS.index("Fares rose"), NEWS.index(", and 12 percent"))
    news.keyboard.press("c")
    settled(news)
    news.mouse.move(0, 0)
    both = news.locator("mark.label-claim.suggests-figure").first
    drawn = both.evaluate("run => getComputedStyle(run).backgroundImage")
    alone = news.locator("mark.label-claim:not([data-suggests])").first.evaluate(
        "run => getComputedStyle(run).backgroundImage"
    )
    line = next(one for one in alone.split("), ") if "gradient" in one)
    assert line[:60] in drawn
    outline = news.locator(".suggests-figure:not(mark)").first.evaluate(
        "run => getComputedStyle(run).backgroundImage"
    )
    assert drawn.count("gradient") == outline.count("gradient") + 1


CONTRAST = """() => {
    const shade = colour => {
        const canvas = document.createElement('canvas').getContext('2d');
        const place = document.body.appendChild(document.createElement('i'));
        place.style.color = colour;
        canvas.fillStyle = getComputedStyle(place).color;
        place.remove();
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
            .map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    };
    const under = ['var(--paper)', 'var(--accent-tint)'];
    for (const name of ['quote', 'figure', 'claim']) {
        const [line, tint] = [`var(--label-${name})`, `var(--label-${name}-tint)`];
        // Plain, and as it is drawn while it is open.
        under.push(tint, `color-mix(in oklab, ${line} 18%, ${tint})`);
    }
    return Math.min(...['quote', 'figure', 'claim'].flatMap(name => {
        const run = document.querySelector(`.from-${name}`);
        const from = getComputedStyle(run).getPropertyValue(`--from-${name}`);
        const line = shade(from.match(/color-mix\\(.*?%.*?\\)\\)/)[0]);
        return under.map(ground => {
            const other = shade(ground);
            return Math.max(line, other) / Math.min(line, other);
        });
    }));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_outlines_stand_out_from_paper_and_from_every_tint(
    news: Page, scheme: str
) -> None:
    news.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    news.reload()
    assert news.evaluate(CONTRAST) >= 3


def test_the_letter_of_a_suggestion_is_shown_where_it_is_pointed_or_looked_at(
    news: Page,
) -> None:
    letter = "run => getComputedStyle(run, '::before').content"
    figure = news.locator(".from-figure").first
    assert figure.evaluate(letter) == "none"
    figure.hover()
    assert "F" in figure.evaluate(letter)
    news.mouse.move(0, 0)
    go_to(news, "figure")
    assert figure.evaluate(letter) == '"F"'


@pytest.mark.parametrize("width", [390, 360])
def test_a_fresh_article_is_as_wide_as_a_phone(
    phone: Page, served: Served, width: int
) -> None:
    """With a question in the bar for each label."""
    phone.set_viewport_size({"width": width, "height": 800})
    phone.goto(served.article(NEWS))
    expect(phone.locator("#tally .none")).to_have_count(3)
    assert phone.evaluate("document.documentElement.scrollWidth") <= width


def test_undo_says_how_many_are_suggested_again(news: Page, served: Served) -> None:
    go_to(news, "figure")
    news.keyboard.press("Shift+Y")
    expect(news.locator("#several")).to_be_visible()
    news.keyboard.press("Enter")
    expect(news.locator("#several")).to_be_hidden()
    settled(news)
    many = len(served.saved().annotations)
    assert many > 1
    news.keyboard.press("z")
    told = news.locator("#said[data-bad=told]")
    expect(told).to_contain_text(f"Undone: {many} figures are suggested again. Saved.")


def test_a_new_annotation_is_linked_to_nothing(news: Page) -> None:
    go_to(news, "claim")
    decide(news, "y")
    go_to(news, "quote")
    decide(news, "e")
    links = news.locator("#link-to")
    expect(links.locator("optgroup").first).to_be_attached()
    expect(links).to_have_value("")


def test_what_nothing_is_suggested_in_says_so(desk: Desk) -> None:
    page = desk("Hello from Vale\n")
    for key in ("y", "x", "e", "Shift+Y"):
        page.keyboard.press(key)
        expect(page.locator("#said[data-bad=told]")).to_contain_text("is suggested in")
        page.keyboard.press("Escape")
