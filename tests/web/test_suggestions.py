"""Suggestions on the annotate screen, for whoever labels, and what a lead learns."""

import json
import re
from dataclasses import replace

import pytest

from workbench import schema
from workbench.dataset import AnnotationSet, article_record
from workbench.spans import Annotation, Origin
from workbench.store import articles, batches, people, records, sets, suggestions

from .conftest import HTMX, House, Visitor, Window, open_house
from .dom import Node, parse

TEXT = """Ferry fares rise
By Ann Reed
“It hurts,” said Ida Brandt, “and it is not over.”
Fares rose almost 12 percent in 2021, and 12 percent more in 2022.
See also: Ten ferries to love
"""
FARES = "Fares rose almost 12 percent in 2021, and 12 percent more in 2022"


@pytest.fixture
def aided(tmp_path):
    made = open_house(tmp_path, SUGGESTIONS="careful")
    made.article(TEXT, "ferry")
    yield made
    made.app.extensions["connections"].get().close()
    made.db.close()


@pytest.fixture
def alice(aided: House) -> Visitor:
    return aided.visitor("alice")


@pytest.fixture
def window(aided: House, alice: Visitor) -> Window:
    return Window(alice, aided.db, "ferry", TEXT)


def page(visitor: Visitor, query: str = ""):
    return parse(visitor.get(f"/articles/ferry{query}").text)


def refs(visitor: Visitor, label: str = "") -> dict[str, str]:
    """The open suggestions by their words."""
    return {
        row["data-suggestion"]: row["data-label"]
        for row in page(visitor).all("a")
        if "data-suggestion" in row and label in ("", row["data-label"])
    }


def ticks(shown: Node) -> list[str]:
    """What can be ticked in the place for notices."""
    boxes = shown.by_id("notice").all("input", type="checkbox")
    return [one["name"] for one in boxes if "name" in one]


def first(visitor: Visitor, label: str) -> str:
    return next(iter(refs(visitor, label)))


def test_suggestions_are_there_when_an_article_is_opened_and_nothing_is_written(
    aided, alice
):
    before = aided.db.execute("SELECT count(*) FROM annotation_set").fetchone()
    assert set(refs(alice).values()) == {"quote", "figure", "claim"}
    assert aided.db.execute("SELECT count(*) FROM annotation_set").fetchone() == before
    assert [c.words for c in page(alice).all("span", id="suggestion-count")] == [
        str(len(refs(alice)))
    ]


def test_the_text_of_a_line_stays_as_it_is_whatever_is_proposed(alice):
    for line in [p for p in page(alice).all("p") if "data-o" in p]:
        start = int(line["data-o"])
        assert TEXT[start:].startswith(line.text)


def test_a_suggestion_is_no_annotation(aided, alice, window):
    assert not page(alice).all("mark")
    window.send("/none", label="quote", none="yes")
    saved = window.saved()
    assert saved.annotations == ()
    assert saved.none == ("quote",)
    assert saved.aided


def test_what_was_shown_is_stored_with_the_first_change(aided, alice, window):
    shown = refs(alice)
    window.send("/none", label="quote", none="yes")
    [(_, _, stored)] = suggestions.of(aided.db, 1)
    assert stored.annotator == "workbench suggest"
    assert refs(alice) == shown
    assert {a.id for a in stored.annotations} >= set(shown)


def test_a_suggestion_is_accepted_with_what_it_knows(alice, window):
    ref = first(alice, "quote")
    answer = window.send(f"/suggestions/{ref}/accept")
    made = window.saved()
    quote = next(a for a in made.annotations if a.label == "quote")
    assert [TEXT[s:e] for s, e in quote.fragments] == [
        "“It hurts,”",
        "“and it is not over.”",
    ]
    assert quote.attributes["speaker"] == "Ida Brandt"
    assert quote.origin.path == "accepted"
    assert quote.origin.sources == (("workbench suggest", ref),)
    assert [r.type for r in made.relations] == ["attributed_to"]
    # The next suggestion is at hand, and the line is drawn with its label.
    assert answer.by_id("inspector")["data-suggestion"] != ref
    assert any(
        ref not in m.attributes.get("data-suggests", "") for m in answer.all("mark")
    )
    assert ref not in refs(alice)


def test_a_rejected_suggestion_is_gone_until_undo(alice, window):
    ref = first(alice, "figure")
    window.send(f"/suggestions/{ref}/reject")
    assert ref not in refs(alice)
    assert window.saved().annotations == ()
    assert [a.origin.path for a in window.saved().rejected] == ["rejected"]
    answer = window.send("/undo")
    assert answer.by_id(f"suggestion-{ref}")
    assert ref in refs(alice)


def test_the_history_and_the_activity_say_what_was_rejected(aided, alice, window):
    ref = first(alice, "figure")
    window.send(f"/suggestions/{ref}/reject")
    [turned] = window.saved().rejected
    words = TEXT[turned.start : turned.end]
    window.send("/undo")
    for path, visitor in (
        ("/articles/ferry/history", alice),
        ("/activity", aided.visitor("lena")),
    ):
        body = parse(visitor.get(path).text).words
        assert body.count(words) == 2
    window.send(f"/suggestions/{ref}/accept")
    window.send("/undo")
    window.send(f"/suggestions/{ref}/reject")
    window.send(f"/suggestions/{ref}/accept")
    # To accept what was rejected is one thing.
    newest = parse(alice.get("/articles/ferry/history").text).all("li")
    assert [
        li.words.count(words) for li in newest if li.words.startswith("accept")
    ] == [1, 1]


def test_adjusting_opens_the_annotation_which_is_changed_once_it_is(alice, window):
    ref = first(alice, "figure")
    answer = window.send(f"/suggestions/{ref}/accept", adjust="yes")
    id = answer.by_id("inspector")["data-open"]
    [made] = window.saved().annotations
    assert made.origin.path == "accepted"
    window.send(f"/annotations/{id}", kind="count", value="3")
    [made] = window.saved().annotations
    assert made.origin.path == "changed"


def test_without_script_the_next_suggestion_follows(alice):
    ref = first(alice, "quote")
    panel = page(alice, f"?suggestion={ref}")
    (form, *_) = [
        f
        for f in panel.all("form")
        if f.attributes.get("action", "").endswith(f"/{ref}/accept")
    ]
    answer = alice.post(form["action"], {"op": "plain"})
    assert answer.status_code == 303
    assert re.search(r"suggestion=\w+", answer.headers["Location"])
    following = parse(alice.get(answer.headers["Location"]).text)
    shown = following.by_id("inspector")["data-suggestion"]
    assert shown != ref
    # In the text one sees which it is.
    looked = [s for s in following.all("span") if "looked-at" in s.classes]
    assert looked
    assert all(shown in s["data-suggests"].split() for s in looked)


def test_all_of_a_label_are_seen_before_they_are_accepted_in_one_step(alice, window):
    figures = refs(alice, "figure")
    shown = parse(alice.get("/articles/ferry/suggestions?label=figure").text)
    assert ticks(shown) == [f"take.{ref}" for ref in figures]
    told = shown.by_id("notice")
    assert told.all("h2")[0].words == f"{len(figures)} figures are suggested"
    # Each with what would be said of it.
    assert "percent · 12 · almost" in [one.words for one in told.all("small")]
    left, *taken = figures
    answer = window.send("/suggestions", **{f"take.{ref}": "yes" for ref in taken})
    assert answer.by_id("said").words == f"{len(taken)} figures accepted."
    assert answer.by_id("said")["data-bad"] == "told"
    assert len(window.saved().annotations) == len(taken)
    assert list(refs(alice, "figure")) == [left]
    window.send("/undo")
    assert window.saved().annotations == ()
    assert refs(alice, "figure") == figures


def test_whoever_decided_nothing_yet_may_submit_and_is_not_asked(alice, window):
    answer = window.send("/submit", 422)
    assert "not decided" not in answer.text


def test_the_panel_never_keeps_a_suggestion_that_is_decided(alice, window):
    """After several are taken the next one follows; in another window none does, as
    the next key would decide what nobody looked at."""
    figure, *others = refs(alice, "figure")
    looking = {"looking": figure}
    before = window.rev
    answer = window.send("/suggestions", **looking, **{f"take.{figure}": "yes"})
    assert answer.by_id("inspector")["data-suggestion"] in refs(alice)
    other = alice.fragment(
        f"/articles/ferry/changes?rev={before}&open=&looking={figure}"
    )
    assert "shut" in other.by_id("inspector").classes
    still = alice.fragment(
        f"/articles/ferry/changes?rev={before}&open=&looking={others[0]}"
    )
    assert not still.all("section", id="inspector")
    window.send("/undo")
    answer = window.send("/redo", **looking)
    assert answer.by_id("inspector")["data-suggestion"] in refs(alice)


def test_nothing_ticked_is_told(window):
    answer = window.send("/suggestions", 422)
    assert "Tick what you want" in answer.text


def test_words_that_are_labelled_by_hand_are_suggested_no_more(alice, window):
    ref = first(alice, "figure")
    window.mark("figure", "12 percent in 2021")
    assert ref not in refs(alice)
    assert not window.saved().annotations[0].origin
    window.send("/undo")
    assert ref in refs(alice)


def test_to_label_the_very_words_that_are_suggested_is_to_accept_it(alice, window):
    """Its attributes, its cue and where it comes from come along."""
    ref = first(alice, "figure")
    window.mark("figure", "almost 12 percent")
    [made] = window.saved().annotations
    assert made.origin.path == "accepted"
    assert made.origin.sources == (("workbench suggest", ref),)
    assert made.attributes["modifier"] == "almost"
    assert ref not in refs(alice)
    window.send("/undo")
    assert ref in refs(alice)


@pytest.mark.parametrize("way", ["accept", "reject", "several"])
def test_what_was_labelled_in_another_window_is_not_labelled_again(alice, window, way):
    """Nor refused: the other window still shows the suggestion."""
    ref = first(alice, "figure")
    window.mark("figure", "12 percent in 2021")
    before = window.saved()
    if way == "several":
        window.send("/suggestions", **{f"take.{ref}": "yes"})
    else:
        window.send(f"/suggestions/{ref}/{way}")
    assert window.saved() == before


def test_a_suggestion_is_accepted_once_by_whoever_asks_twice(alice, window):
    ref = first(alice, "figure")
    for _ in range(2):
        window.send(f"/suggestions/{ref}/accept")
    assert len(window.saved().annotations) == 1
    # Who rejected it in the one window and accepts it in the other has accepted it.
    window.send("/undo")
    window.send(f"/suggestions/{ref}/reject")
    window.send(f"/suggestions/{ref}/accept")
    assert (len(window.saved().annotations), window.saved().rejected) == (1, ())


def test_undo_shows_the_suggestion_that_it_is_about(alice, window):
    ref = first(alice, "claim")
    for way in ("accept", "reject"):
        window.send(f"/suggestions/{ref}/{way}")
        answer = window.send("/undo")
        assert answer.by_id("inspector")["data-suggestion"] == ref
    # Without script as well.
    window.send(f"/suggestions/{ref}/accept")
    answer = alice.post("/articles/ferry/undo", {"op": "plain"})
    assert f"suggestion={ref}" in answer.headers["Location"]


def test_a_suggestion_whose_annotation_was_moved_away_and_removed_is_drawn_again(
    alice, window
):
    ref = first(alice, "figure")
    window.send(f"/suggestions/{ref}/accept")
    id = window.saved().annotations[0].id
    start = TEXT.index("Ferry")
    window.send(
        f"/annotations/{id}/fragments/0", start=start, end=start + 5, exact="Ferry"
    )
    answer = window.send(f"/annotations/{id}/remove")
    assert answer.by_id(f"suggestion-{ref}")


def test_unknown_and_decided_suggestions_are_refused(alice, window):
    for way in ("accept", "reject"):
        window.send(f"/suggestions/nothing/{way}", 422)
    ref = first(alice, "figure")
    window.send(f"/suggestions/{ref}/reject")
    gone = alice.client.get(f"/articles/ferry/suggestions/{ref}", headers=HTMX)
    assert gone.status_code == 404
    window.send(f"/suggestions/{ref}/reject")
    assert len(window.saved().rejected) == 1


def test_what_machines_propose_is_counted_nowhere(aided):
    """No page of the lead's, no report and nobody's export differs by a suggestion."""
    alice = aided.visitor("alice")
    window = Window(alice, aided.db, "ferry", TEXT)
    in_batch(aided, alice, "off")
    window.mark("figure", "2021")
    for label in ("quote", "claim"):
        window.send("/none", label=label, none="yes")
    window.send("/submit", sure="yes")
    lena = aided.visitor("lena")

    def told() -> dict[str, str]:
        # Where a form is sent to once only, the page has a name for that.
        once = re.compile(r'name="(?:op|ask|make)" value="[^"]*"')
        return {
            place: once.sub("", lena.get(place).text)
            for place in (
                *("/articles", "/lead", "/batches/1", "/activity", "/adjudicate"),
                *("/agreement/report.json", "/suggestions", "/articles/ferry"),
                *("/queue", "/people", "/export"),
            )
        }

    before = told()
    made = Annotation("f1", "figure", ((0, 5),), {"kind": "count"})
    of_a_model = AnnotationSet("seven", "model", "submitted", annotations=(made,))
    suggestions.fill(aided.db, 1, TEXT, of_a_model)
    after = told()
    assert [place for place in before if before[place] != after[place]] == []
    [record] = records.export(aided.db)
    assert {s.annotator: s.kind for s in record.sets} == {
        "alice": "human",
        "seven": "model",
    }


# --- what the cursor stands in --------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "at", "words", "origin"),
    [
        ("quote", "hurts", "“It hurts,” “and it is not over.”", "accepted"),
        ("figure", "ost 12", "almost 12 percent", "accepted"),
        ("claim", "rose", None, None),
        ("claim", "Ferry fares", "Ferry fares rise", None),
    ],
)
def test_a_key_picks_what_the_cursor_stands_in(window, label, at, words, origin):
    window.send("/annotations", label=label, pick=TEXT.index(at))
    made = next(a for a in window.saved().annotations if a.label == label)
    if words:
        assert " ".join(TEXT[s:e] for s, e in made.fragments) == words
        assert (made.origin.path if made.origin else None) == origin


def test_where_there_is_nothing_to_pick_it_says_so(window):
    answer = window.send("/annotations", 422, label="quote", pick=2)
    assert "no quote at the cursor" in answer.text
    window.send("/annotations", 422, label="quote", pick=10**9)


def test_a_key_in_what_is_labelled_already_opens_it(window):
    at = TEXT.index("hurts")
    id = window.send("/annotations", label="quote", pick=at).by_id("inspector")
    again = window.send("/annotations", label="quote", pick=at)
    assert again.by_id("inspector")["data-open"] == id["data-open"]
    assert again.by_id("said").words == "This quote is labelled already."
    assert again.by_id("said")["data-bad"] == "told"
    assert [a.label for a in window.saved().annotations].count("quote") == 1


@pytest.mark.parametrize(
    ("label", "words", "told"),
    [
        ("quote", "“It hurts,”", "said once"),
        ("source", "Ida Brandt", "A source belongs to what it is linked to"),
        ("figure", "2021", "nowhere else"),
    ],
)
def test_why_words_are_not_labelled_elsewhere_is_told(
    alice, window, label, words, told
):
    id = window.mark(label, words)
    body = parse(alice.get(f"/articles/ferry/annotations/{id}/elsewhere").text)
    assert told in body.by_id("notice").words


def test_an_article_in_which_nothing_is_suggested_says_so(aided, alice):
    aided.article("Nothing\nIt rains.\nAdvertisement\n", "dull")
    dull = parse(alice.get("/articles/dull").text)
    [told] = [p for p in dull.all("p") if "none-left" in p.classes]
    assert told.words == "Nothing is suggested here."


# --- what is said ---------------------------------------------------------------------


def test_undo_says_what_it_took_back_and_where(window):
    id = window.mark("quote", "“It hurts,”", snap="off")
    window.send(f"/annotations/{id}", type="direct", speaker="Ann Reed")
    said = window.send("/undo").by_id("said")
    assert said.words == "Undone: speaker of quote “It hurts,”. Saved."
    assert said["data-bad"] == "told"
    assert int(said["data-place"]) == TEXT.index("“It hurts")
    window.send(f"/annotations/{id}/remove")
    said = window.send("/undo").by_id("said").words
    assert said == "Undone: quote “It hurts,” is there again. Saved."
    said = window.send("/redo").by_id("said").words
    assert said == "Done again: quote “It hurts,” is gone. Saved."


def test_a_rejection_done_again_says_what_and_goes_on(alice, window):
    ref = first(alice, "figure")
    window.send(f"/suggestions/{ref}/reject")
    window.send("/undo")
    answer = window.send("/redo", looking=ref)
    told = answer.by_id("said").words
    assert told == "Done again: figure “almost 12 percent” is rejected. Saved."
    assert answer.by_id("inspector")["data-suggestion"] in refs(alice)


# --- the same words elsewhere ---------------------------------------------------------


def test_the_words_of_a_figure_are_labelled_elsewhere_in_one_step(alice, window):
    at = TEXT.index("12 percent")
    id = window.mark("figure", "2021")
    body = parse(alice.get(f"/articles/ferry/annotations/{id}/elsewhere").text)
    assert "nowhere else" in body.by_id("notice").words
    window.send("/undo")
    # Not with what the snap adds: the words alone.
    window.send(
        "/annotations",
        label="figure",
        start=at,
        end=at + 10,
        exact="12 percent",
        snap="off",
    )
    id = window.saved().annotations[0].id
    body = parse(alice.get(f"/articles/ferry/annotations/{id}/elsewhere").text)
    [tick] = ticks(body)
    window.send(f"/annotations/{id}/elsewhere", **{tick: "yes"})
    first_, second = window.saved().annotations
    assert TEXT[second.start : second.end] == "12 percent"
    assert second.attributes == first_.attributes
    window.send("/undo")
    assert len(window.saved().annotations) == 1


def test_the_words_of_a_quote_are_never_labelled_elsewhere(alice, window):
    id = window.mark("quote", "“It hurts,”")
    body = parse(alice.get(f"/articles/ferry/annotations/{id}/elsewhere").text)
    assert "said once" in body.by_id("notice").words
    window.send(f"/annotations/{id}/elsewhere", **{"take.0": "yes"})
    assert len(window.saved().annotations) == 1


# --- what is not the article ----------------------------------------------------------


def test_what_is_greyed_can_be_the_article_after_all(alice, window):
    def greyed() -> list[str]:
        return [s.text for s in page(alice).all("span") if "boilerplate" in s.classes]

    assert "See also: Ten ferries to love" in greyed()
    start = TEXT.index("See also")
    window.send(f"/regions/{start}", article="yes")
    assert "See also: Ten ferries to love" not in greyed()
    assert window.saved().regions[0].origin.path == "rejected"
    window.send("/undo")
    assert "See also: Ten ferries to love" in greyed()
    window.send("/regions/1", 422, article="yes")


def test_what_is_the_article_after_all_has_suggestions_like_the_rest(alice, window):
    """In its place, for this person alone, until it is greyed again."""
    start = TEXT.index("See also")
    before = refs(alice)
    why = alice.fragment(f"/articles/ferry/regions/{start}").by_id("inspector")
    assert "Taken not to be the article" in why.words
    assert [b.words for b in why.all("button")] == ["It is the article"]
    answer = window.send(f"/regions/{start}", article="yes")
    drawn = {row["data-suggestion"] for row in answer.all("a")}
    said = answer.by_id("said").words
    assert said == f"This is the article: {len(drawn)} suggestions are new in it."
    assert drawn == refs(alice).keys() - before.keys()
    [ref] = refs(alice, "figure").keys() - before.keys()
    window.send(f"/suggestions/{ref}/accept")
    [made] = window.saved().annotations
    assert TEXT[made.start : made.end] == "Ten"
    assert made.origin.sources == (("workbench suggest", ref),)
    window.send("/undo")
    assert ref in refs(alice)
    window.send(f"/regions/{start}", article="no")
    assert refs(alice) == before
    window.send(f"/suggestions/{ref}/accept", 422)


def test_nobody_elses_overruling_shows(aided, alice, window):
    before = refs(aided.visitor("bob"))
    window.send(f"/regions/{TEXT.index('See also')}", article="yes")
    assert refs(aided.visitor("bob")) == before


def test_nothing_is_suggested_in_what_is_greyed_by_whomever(aided, alice, window):
    start = TEXT.index("Ten ferries")
    made = Annotation("f1", "figure", ((start, start + 3),), {"kind": "count"})
    of_a_model = AnnotationSet("seven", "model", "submitted", annotations=(made,))
    suggestions.fill(aided.db, 1, TEXT, of_a_model)
    before = refs(alice)
    window.send(f"/regions/{TEXT.index('See also')}", article="yes")
    [new] = refs(alice, "figure").keys() - before.keys()
    window.send(f"/suggestions/{new}/accept")
    assert window.saved().annotations[0].origin.sources[0][0] == "seven"


# --- other suggesters, and newer rules ------------------------------------------------


def test_rejected_words_are_suggested_no_more_by_whomever(aided, alice, window):
    ref = first(alice, "figure")
    window.send(f"/suggestions/{ref}/reject")
    left = refs(alice, "figure")
    words = window.saved().rejected[0].fragments
    made = Annotation("f1", "figure", words, {"kind": "count"})
    suggestions.fill(aided.db, 1, TEXT, AnnotationSet("a seven", "model", "submitted"))
    for _ in range(2):
        assert refs(alice, "figure") == left
        of_a_model = AnnotationSet("a seven", "model", annotations=(made,))
        suggestions.fill(aided.db, 1, TEXT, of_a_model)
    # Nor does it come back once our own rules do not propose it any more.
    [own] = [s for _, _, s in suggestions.of(aided.db, 1) if s.annotator != "a seven"]
    suggestions.fill(aided.db, 1, TEXT, replace(own, annotations=(), relations=()))
    assert refs(alice, "figure") == {}
    assert list(refs(aided.visitor("bob"), "figure")) != []


def test_a_changed_suggestion_stays_decided_where_another_model_suggests_it(
    aided, alice, window
):
    ref = first(alice, "figure")
    window.send(f"/suggestions/{ref}/accept")
    [mine] = window.saved().annotations
    made = Annotation("f1", "figure", mine.fragments, {"kind": "count"})
    start, end = window.place("Ferry")
    window.send(
        f"/annotations/{mine.id}/fragments/0", start=start, end=end, exact="Ferry"
    )
    [own] = [s for _, _, s in suggestions.of(aided.db, 1)]
    suggestions.fill(aided.db, 1, TEXT, replace(own, annotations=(), relations=()))
    suggestions.fill(
        aided.db, 1, TEXT, AnnotationSet("m", "model", annotations=(made,))
    )
    assert refs(alice, "figure") == {}
    assert list(refs(aided.visitor("bob"), "figure")) != []


def test_what_was_rejected_in_a_greyed_stretch_is_not_open_when_it_is_greyed_no_more(
    aided, alice, window
):
    before = refs(alice)
    window.send(f"/regions/{TEXT.index('See also')}", article="yes")
    [ref] = refs(alice, "figure").keys() - before.keys()
    window.send(f"/suggestions/{ref}/reject")
    [own] = [s for _, _, s in suggestions.of(aided.db, 1)]
    found = Annotation(ref, "figure", window.saved().rejected[0].fragments)
    newer = replace(own, annotations=(*own.annotations, found), regions=())
    suggestions.fill(aided.db, 1, TEXT, newer)
    assert refs(alice, "figure").keys() <= before.keys()
    assert ref in refs(aided.visitor("bob"))


# --- off, careful, eager --------------------------------------------------------------


def in_batch(house: House, visitor: Visitor, how: str) -> batches.Batch:
    made = batches.make(
        house.db,
        "Spring",
        by=people.lead(house.db).id,
        guideline="1",
        overlap=1,
        labels=["quote", "figure", "claim"],
        articles=["ferry"],
        people=[visitor.person.id],
        suggestions=how,
    )
    batches.give(house.db, 1, visitor.person.id, people.lead(house.db).id)
    return made


def test_where_suggestions_are_off_there_is_no_trace_of_them(aided, alice, window):
    in_batch(aided, alice, "off")
    body = alice.get("/articles/ferry").text
    for trace in ("data-suggest", 'id="suggested"', "boilerplate"):
        assert trace not in body
    window.send("/annotations", 422, label="quote", pick=TEXT.index("hurts"))
    window.send("/suggestions/q1/accept", 422)
    window.mark("quote", "“It hurts,”")
    assert not window.saved().aided
    assert suggestions.of(aided.db, 1) == []


def test_eager_shows_claims_that_careful_holds_back(aided, alice):
    made = in_batch(aided, alice, "careful")
    careful = refs(alice)
    batches.suggest(aided.db, made.id, "eager")
    assert set(refs(alice)) >= set(careful)


def test_what_is_not_shown_is_not_decided_by_whoever_knows_its_name(
    aided, alice, window
):
    greyed = Annotation("f1", "figure", (window.place("Ten"),))
    weak = Annotation(
        "c1", "claim", ((0, 17),), origin=Origin("suggested", (), score=0.4)
    )
    of_a_model = AnnotationSet("seven", "model", annotations=(greyed, weak))
    suggestions.fill(aided.db, 1, TEXT, of_a_model)
    made = in_batch(aided, alice, "eager")
    [claim] = [ref for ref in refs(alice) if ref.startswith("c1.")]
    figure = claim.replace("c1", "f1")
    shown = first(alice, "figure")

    def refused(*hidden: str) -> None:
        for ref in hidden:
            for way in ("accept", "reject"):
                window.send(f"/suggestions/{ref}/{way}", 422)
            takes = {f"take.{one}": "yes" for one in (shown, ref)}
            window.send("/suggestions", 422, **takes)
        assert window.saved().annotations == ()
        assert window.saved().rejected == ()

    refused(figure)
    batches.suggest(aided.db, made.id, "careful")
    refused(figure, claim)
    batches.suggest(aided.db, made.id, "off")
    refused(figure, claim, shown)
    batches.suggest(aided.db, made.id, "eager")
    window.send(f"/suggestions/{claim}/accept")


def test_labels_that_are_not_in_play_are_not_suggested(aided, alice):
    made = in_batch(aided, alice, "careful")
    with pytest.raises(batches.BatchError):
        batches.suggest(aided.db, made.id, "always")
    aided.db.execute("UPDATE batch SET labels = '[\"figure\"]'")
    aided.db.conn.commit()
    assert set(refs(alice).values()) == {"figure"}


def test_a_submitted_article_shows_no_suggestions(alice, window):
    window.mark("figure", "2021")
    for label in ("quote", "claim"):
        window.send("/none", label=label, none="yes")
    window.send("/submit", sure="yes")
    assert window.saved().status == "submitted"
    assert refs(alice) == {}
    window.send("/suggestions/q1/accept", 422)


def test_a_lead_switches_them_on_the_page_of_the_batch(aided, alice):
    made = in_batch(aided, alice, "careful")
    lena = aided.visitor("lena")
    shown = parse(lena.get(f"/batches/{made.id}/change").text)
    checked = [
        i["value"] for i in shown.all("input", name="suggestions") if "checked" in i
    ]
    assert checked == ["careful"]
    lena.post(f"/batches/{made.id}/suggestions", {"suggestions": "off"})
    assert batches.get(aided.db, made.id).suggestions == "off"
    answer = lena.post(f"/batches/{made.id}/suggestions", {"suggestions": "loud"})
    assert answer.status_code == 422
    assert "suggestions off" in lena.get(f"/batches/{made.id}").text


# --- what a lead learns ---------------------------------------------------------------


def decided(house: House, name: str, key: str, reject: int) -> None:
    visitor = house.visitor(name)
    window = Window(visitor, house.db, key, articles.get(house.db, key).article.text)
    rows = parse(visitor.get(f"/articles/{key}").text).all("a", data_label="figure")
    for n, row in enumerate(row for row in rows if "data-suggestion" in row):
        ref = row["data-suggestion"]
        window.send(f"/suggestions/{ref}/{'reject' if n < reject else 'accept'}")


def test_acceptance_is_told_for_each_rule(aided):
    decided(aided, "alice", "ferry", reject=1)
    lena = aided.visitor("lena")
    table = parse(lena.get("/suggestions").text)
    rows = {
        row.all("th")[0].words.split(" ")[0]: [c.words for c in row.all("td")]
        for row in table.all("tr")
        if row.all("td")
    }
    figures = [row for name, row in rows.items() if name.startswith("figure.")]
    # Every row adds up.
    assert all(int(row[0]) == sum(map(int, row[1:5])) for row in rows.values())
    shown = sum(int(row[0]) for row in figures)
    assert shown == sum(int(row[1]) + int(row[3]) for row in figures)
    assert sum(int(row[3]) for row in figures) == 1
    # Nobody is hurried: what is not submitted is not ignored, and counts in nothing.
    assert "quote.cue" not in rows


def test_a_rule_that_few_accept_is_named_to_the_lead(aided):
    lena = aided.visitor("lena")
    said = "".join(f"There were {n} boats in the harbour. " for n in range(21, 33))
    aided.article(f"Boats\n{said.strip()}\n", "boats")
    assert "See the rules" not in lena.get("/lead").text
    decided(aided, "alice", "boats", reject=9)
    told = lena.get("/lead").text
    assert "people accepted" in told
    assert "figure.digits" in told


def test_agreement_is_read_with_and_without_the_same_on_page_file_and_api(aided):
    for name in ("alice", "bob"):
        visitor = aided.visitor(name)
        window = Window(visitor, aided.db, "ferry", TEXT)
        window.mark("figure", "2021")
        for label in ("quote", "claim"):
            window.send("/none", label=label, none="yes")
        window.send("/submit", sure="yes")
    lena = aided.visitor("lena")
    numbers = {
        way: json.loads(lena.get(f"/agreement/report.json?aided={way}").text)
        for way in ("all", "aided", "unaided")
    }
    assert numbers["aided"] == numbers["all"]
    assert numbers["unaided"]["annotators"] != numbers["all"]["annotators"]
    assert "unaided" in lena.get("/agreement?aided=unaided").text
    assert lena.client.get("/agreement?aided=some").status_code == 404
    [record] = records.export(aided.db)
    written = article_record(record)
    assert [s.get("aided") for s in written["annotation_sets"]] == [True, True, None]
    assert schema.load().article_problems(written) == []


def test_somebody_elses_outcome_changes_nothing(aided, alice, window):
    before = page(alice).by_id("suggested-list")
    decided(aided, "bob", "ferry", reject=2)
    assert page(alice).by_id("suggested-list") == before
    assert sets.state(aided.db, 1, alice.person.id) is None
