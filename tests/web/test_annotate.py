"""Every write of the annotate screen: as htmx sends it, and as a plain form."""

import re

import pytest

from workbench.spans import Relation
from workbench.store import articles, people, records, sets

from .conftest import FERRY, HTMX, House, Visitor, Window
from .dom import Node, parse

QUOTE = "“Fares rose 40 percent,”"
LATER = "“It hurts,”"
FIGURE = "40 percent"
LINE_1, LINE_2, LINE_3 = 17, 81, 155


def touched(answer: Node) -> set[str]:
    """The ids of all that an answer puts in place."""
    return {node.id for node in answer.elements}


def drawn(page: Node, id: str) -> list[str]:
    """The words that are drawn as belonging to an annotation, run by run."""
    return [mark.text for mark in page.all("mark") if id in mark["data-spans"].split()]


def said(answer: Node) -> str:
    return answer.by_id("said").words


# --- adding ---------------------------------------------------------------------------


def test_a_selection_becomes_an_annotation_and_only_its_line_is_sent(window):
    answer = window.send("/annotations", label="quote", **window.selected(QUOTE))
    assert touched(answer) == {
        f"l{LINE_1}",
        f"rows{LINE_1}",
        "tally",
        "inspector",
        "said",
    }
    assert all(
        n["hx-swap-oob"] == "true" for n in answer.elements if n.tag != "template"
    )
    line = answer.by_id(f"l{LINE_1}")
    assert line.text == "“Fares rose 40 percent,” said Ida Holm. “It hurts,” she added."
    assert drawn(answer, "a1") == [QUOTE]
    row = answer.by_id("row-a1")
    assert row.one(class_="words").words == QUOTE
    assert "speaker missing" in row.words
    assert answer.one(data_count="1")["data-label"] == "quote"
    assert answer.by_id("inspector")["data-open"] == "a1"
    assert said(answer) == "Quote, 4 words. Saved."
    assert answer.by_id("said")["data-bad"] == "no"
    assert window.marked() == [("quote", (QUOTE,))]
    assert window.saved().status == "in_progress"
    assert window.saved().annotations[0].attributes["type"] == "direct"


def test_an_annotation_over_two_lines_sends_both(window):
    words = "she added.\n\nThe port denies it"
    answer = window.send(
        "/annotations", label="claim", snap="off", **window.selected(words)
    )
    assert {f"l{LINE_1}", f"l{LINE_2}", f"rows{LINE_1}"} <= touched(answer)
    assert drawn(answer, "a1") == ["she added.", "The port denies it"]
    assert f"l{LINE_3}" not in touched(answer)


def test_the_line_breaks_of_a_form_are_those_of_the_text(window):
    words = "she added.\n\nThe port denies it"
    start, end = window.place(words)
    window.submit(
        "/annotations",
        label="claim",
        snap="off",
        start=start,
        end=end,
        exact=words.replace("\n", "\r\n"),
    )
    assert window.marked() == [("claim", (words,))]


def test_offsets_count_code_points_beyond_an_emoji(house, alice):
    window = house.window(alice, "👩‍👩‍👧 Fares\n😀 Fares rose 5 percent.\n", "zoo")
    window.mark("figure", "5 percent")
    assert window.marked() == [("figure", ("5 percent",))]


def test_a_plain_form_adds_and_the_page_then_shows_it(window):
    page = window.submit("/annotations", label="quote", **window.selected(QUOTE))
    assert drawn(page, "a1") == [QUOTE]
    assert page.by_id("inspector")["data-open"] == "a1"
    assert page.by_id("row-a1")


def test_a_plain_form_leads_to_the_row(window):
    answer = window.visitor.post(
        "/articles/ferry/annotations", {"label": "quote", **window.selected(QUOTE)}
    )
    assert answer.headers["Location"] == "/articles/ferry?open=a1#row-a1"


def test_a_passage_that_stands_once_is_found(window):
    page = window.submit("/annotations", label="quote", exact="  It hurts,\r\n")
    # Found without its marks, grown over them by the rule for quotes.
    assert drawn(page, "a1") == [LATER]


def test_a_passage_is_found_whatever_its_marks_and_spaces(window):
    window.submit(
        "/annotations", label="quote", exact='"Fares rose\r\n40   percent," said Ida'
    )
    assert window.marked() == [("quote", (f"{QUOTE} said Ida",))]


def test_a_passage_in_several_places_is_a_choice(window):
    answer = window.send("/annotations", 422, label="claim", exact="Fares rose")
    assert window.marked() == []
    notice = answer.by_id("notice")
    assert "These words stand in 2 places" in notice.words
    places = [box["value"] for box in notice.all("input", name="at")]
    starts = [str(window.place("Fares rose", n)[0]) for n in (0, 1)]
    assert places == starts
    assert [b.text for b in notice.all("b")] == ["Fares rose", "Fares rose"]
    form = notice.one("form")
    fields = {box["name"]: box["value"] for box in form.all("input", type="hidden")}
    fields |= {"at": places[1]}
    done = window.send(form["action"].removeprefix(window.base), **fields)
    assert window.saved().annotations[0].start == int(places[1])
    # The question is taken away with its answer.
    assert done.by_id("notice").children == []


def test_a_choice_works_without_script(window):
    page = window.submit("/annotations", 422, label="claim", exact="Fares rose")
    form = page.by_id("notice").one("form")
    fields = {box["name"]: box["value"] for box in form.all("input", type="hidden")}
    at = window.place("Fares rose", 1)[0]
    window.submit("/annotations", **fields | {"at": str(at)})
    assert window.saved().annotations[0].start == at


@pytest.mark.parametrize("exact", ["Fares fell", "", "   ", "\n"])
def test_words_that_are_not_there_are_refused(window, exact):
    answer = window.send("/annotations", 422, label="quote", exact=exact)
    assert window.saved().annotations == ()
    assert answer.by_id("said")["data-bad"] == "yes"
    assert "word" in said(answer)


def test_a_place_that_was_not_offered_is_refused(window):
    window.send("/annotations", 422, label="claim", exact="Fares rose", at="3")
    assert window.marked() == []


@pytest.mark.parametrize(
    ("start", "end"), [(16, 40), (0, 0), (30, 20), (0, 9_999), (9_999, 99_999)]
)
def test_offsets_that_do_not_fit_their_words_change_nothing(window, start, end):
    answer = window.send(
        "/annotations", 409, label="quote", start=start, end=end, exact=QUOTE
    )
    assert window.marked() == []
    assert "Nothing was changed; select the words again." in said(answer)
    assert answer.by_id("tally")["data-rev"] == "0"


@pytest.mark.parametrize("start", ["²", "٣", "-1", "1.5", "9" * 5000, "x"])
def test_an_offset_that_is_no_number_is_not_read_as_one(window, start):
    fields = {"start": start, "end": start, "exact": "no such words"}
    window.send("/annotations", 422, label="quote", **fields)
    assert window.marked() == []


def test_an_unknown_label_is_refused_and_the_known_are_named(window):
    answer = window.send("/annotations", 422, label="lie", **window.selected(QUOTE))
    assert "the labels are quote, figure, claim, source, cue" in said(answer)
    assert window.marked() == []


def test_borders_snap_by_the_rule_of_the_label_unless_told_not_to(window):
    window.mark("quote", "Fares rose 40 percent")
    window.mark("quote", "Fares rose 40 percent", snap="off")
    window.mark("claim", QUOTE)
    window.mark("figure", "12")
    assert window.marked() == [
        ("quote", (QUOTE,)),
        ("claim", ("Fares rose 40 percent",)),
        ("quote", ("Fares rose 40 percent",)),
        ("figure", ("almost 12 percent",)),
    ]


def test_the_preview_says_where_each_label_would_begin_and_end(window):
    start, end = window.place("Fares rose 40 percent")
    answer = window.visitor.get(f"{window.base}/preview?start={start}&end={end}")
    borders = answer.get_json()
    assert [FERRY[s:e] for s, e in (borders["quote"], borders["claim"])] == [
        QUOTE,
        "Fares rose 40 percent",
    ]
    nothing = window.visitor.get(f"{window.base}/preview?start=9&end=9").get_json()
    assert set(nothing.values()) == {None}
    for asked in ("", "?start=x&end=-4", "?start=99999&end=999999"):
        answer = window.visitor.get(f"{window.base}/preview{asked}")
        assert answer.status_code == 200


def test_an_anchor_is_linked_to_the_open_annotation_which_stays_open(window):
    id = window.mark("quote", QUOTE)
    answer = window.send(
        "/annotations", label="source", open=id, **window.selected("Ida Holm")
    )
    assert answer.by_id("inspector")["data-open"] == id
    (link,) = window.saved().relations
    assert (link.type, link.source, link.target) == ("attributed_to", id, "a2")
    assert "Ida Holm" in answer.by_id("inspector").one(class_="links").words


def test_an_anchor_that_fits_nothing_open_stands_alone(window):
    claim = window.mark("claim", "Fares rose 40 percent")
    answer = window.send(
        "/annotations", label="cue", open=claim, **window.selected("said")
    )
    assert window.saved().relations == ()
    assert answer.by_id("inspector")["data-label"] == "cue"
    window.mark("source", "Ida Holm", open="gone")
    assert window.saved().relations == ()


def test_labelling_takes_back_that_there_is_none(window):
    window.send("/none", label="figure", none="yes")
    window.mark("figure", FIGURE)
    assert window.saved().none == ()


def test_the_form_says_in_which_paragraph_its_words_stand(window):
    title = window.mark("claim", "Ferry fares rise")
    third = window.mark("figure", "almost 12 percent")
    for id, place, line in ((title, "title", 0), (third, "¶ 2", LINE_2)):
        for page in (
            window.visitor.page(f"{window.base}?open={id}"),
            window.visitor.fragment(f"{window.base}/annotations/{id}"),
        ):
            where = page.by_id("inspector").one(class_="where")
            assert where.words.startswith(place)
            assert where["href"] == f"#l{line}"


def test_nested_labels_are_drawn_in_flat_runs(window):
    window.mark("quote", QUOTE)
    window.mark("claim", "Fares rose 40 percent")
    window.mark("figure", FIGURE)
    line = window.read().by_id(f"l{LINE_1}")
    assert all(mark.all("mark") == [] for mark in line.all("mark"))
    assert [(m.text, m["data-spans"], m["data-top"]) for m in line.all("mark")] == [
        ("“", "a1", "quote"),
        ("Fares rose ", "a1 a2", "claim"),
        (FIGURE, "a1 a2 a3", "figure"),
        (",”", "a1", "quote"),
    ]


# --- revising -------------------------------------------------------------------------


def revise(window: Window, id: str, status: int = 200, **fields: object) -> Node:
    return window.send(f"/annotations/{id}", status, **fields)


def test_the_form_of_an_annotation_is_saved_as_a_whole(window):
    id = window.mark("quote", QUOTE)
    answer = revise(
        window,
        id,
        type="mixed",
        speaker="  Ida Holm ",
        polarity="denied",
        note="Twice?\r\nAsk.",
        unsure="yes",
    )
    (saved,) = window.saved().annotations
    assert saved.attributes == {
        "type": "mixed",
        "speaker": "Ida Holm",
        "polarity": "denied",
    }
    assert (saved.note, saved.unsure) == ("Twice?\nAsk.", True)
    row = answer.by_id("row-a1").words
    assert "mixed · Ida Holm" in row
    assert "unsure" in row
    assert "missing" not in row
    # The form is being typed in: it is not replaced under the fingers.
    assert "inspector" not in touched(answer)
    assert answer.by_id("field-problems").words == ""
    revise(window, id, type="mixed")
    (saved,) = window.saved().annotations
    assert (saved.attributes, saved.note, saved.unsure) == (
        {"type": "mixed"},
        None,
        False,
    )


@pytest.mark.parametrize(
    ("fields", "saved"),
    [
        ({"kind": "percent", "value": "95.6"}, {"kind": "percent", "value": 95.6}),
        ({"kind": "count", "value": "10 300"}, {"kind": "count", "value": 10_300}),
        ({"kind": "date", "value": "--07-16"}, {"kind": "date", "value": "--07-16"}),
        (
            {"kind": "count", "value": "3", "value_max": "4", "modifier": "between"},
            {"kind": "count", "value": 3, "value_max": 4, "modifier": "between"},
        ),
        ({"unit": "EUR"}, {"unit": "EUR"}),
        ({"value": "  "}, {}),
        ({"nonsense": "x"}, {}),
    ],
)
def test_an_attribute_of_each_type_is_read_as_what_it_is(window, fields, saved):
    id = window.mark("figure", FIGURE)
    revise(window, id, **fields)
    assert window.saved().annotations[0].attributes == saved


@pytest.mark.parametrize(
    ("fields", "path", "title"),
    [
        ({"kind": "percent", "value": "many"}, "value", "Value"),
        ({"kind": "date", "value": "next week"}, "value", "Value"),
        ({"kind": "colour"}, "kind", "Kind"),
        ({"kind": "percent", "modifier": "sort of"}, "modifier", "Modifier"),
        ({"kind": "percent", "value": "nan"}, "value", "Value"),
        ({"kind": "percent", "value_max": "inf"}, "value_max", "Upper value"),
    ],
)
def test_a_bad_value_is_refused_and_names_its_field(window, fields, path, title):
    id = window.mark("figure", FIGURE)
    before = window.saved()
    answer = revise(window, id, 422, **fields)
    problems = answer.by_id("field-problems")
    assert problems["data-fields"].split() == [path]
    assert problems.words.startswith(f"{title}: ")
    assert said(answer) == "This was not saved: see the marked field."
    assert window.saved() == before
    # And once it is mended, the complaint goes.
    mended = revise(window, id, kind="percent")
    assert mended.by_id("field-problems").words == ""
    assert "data-fields" not in mended.by_id("field-problems")


def test_all_bad_values_are_named_at_once(window):
    id = window.mark("figure", FIGURE)
    answer = revise(window, id, 422, kind="colour", modifier="sort of")
    fields = answer.by_id("field-problems")["data-fields"].split()
    assert sorted(fields) == ["kind", "modifier"]


def test_a_refused_plain_form_comes_back_as_it_was_typed(window):
    id = window.mark("figure", FIGURE)
    page = window.submit(
        f"/annotations/{id}", 422, kind="percent", value="many", note="a note"
    )
    inspector = page.by_id("inspector")
    assert inspector["data-open"] == id
    assert inspector.one(name="value")["value"] == "many"
    assert inspector.one("textarea", name="note").text == "a note"
    assert page.by_id("field-problems").words.startswith("Value: ")
    assert said(page) == "This was not saved: see the marked field."


def test_a_plain_form_is_open_again_after_it_was_saved(window):
    id = window.mark("quote", QUOTE)
    page = window.submit(f"/annotations/{id}", type="direct", speaker="Ida Holm")
    assert page.by_id("inspector")["data-open"] == id
    assert page.by_id("field-speaker")["value"] == "Ida Holm"


def test_the_speaker_is_suggested_from_what_was_written_and_marked(window):
    id = window.mark("quote", QUOTE)
    revise(window, id, type="direct", speaker="Commissioner Holm")
    window.mark("source", "a spokesman")
    answer = window.visitor.fragment(f"{window.base}/annotations/{id}")
    options = [o["value"] for o in answer.by_id("known-speaker").all("option")]
    assert options == ["Commissioner Holm", "a spokesman"]


def test_a_canonical_claim_is_offered_and_no_other_taken(house, window):
    """A name that no claim has would stop the export of everybody's work."""
    id = window.mark("claim", "Fares rose 40 percent")
    complete = {"asserted_by": "article", "checkable": "checkable"}
    revise(window, id, claim_id="fares-2026", **complete)
    claims = [
        {"id": "fares-40", "proposition": "Ferry fares rose 40 percent in 2026."},
        {"id": "fares-12", "proposition": "Ferry fares rose 12 percent in 2026."},
    ]
    assert records.bring_in(house.db, [], claims).problems == []
    form = window.visitor.fragment(f"{window.base}/annotations/{id}")
    offered = form.by_id("known-claim").all("option")
    assert [(o["value"], o.words) for o in offered] == [
        ("fares-12", "Ferry fares rose 12 percent in 2026."),
        ("fares-40", "Ferry fares rose 40 percent in 2026."),
    ]
    answer = revise(window, id, 422, claim_id="fares-20", **complete)
    assert answer.by_id("field-problems")["data-fields"] == "claim_id"
    assert "There is no canonical claim 'fares-20'." in answer.words
    # What was named before there were any is asked for before it is submitted.
    answer = window.send("/submit", 422, sure="yes")
    (problem,) = answer.by_id("notice").one(class_="problems").all("li")
    assert problem.words == (
        "Claim “Fares rose 40 percent”: There is no canonical claim 'fares-2026'."
    )
    revise(window, id, claim_id="fares-40", **complete)
    window.send("/submit", sure="yes")
    with house.visitor("lena", "lead").get("/export/file?format=json") as export:
        assert export.status_code == 200


def test_the_form_escapes_what_was_typed(window):
    id = window.mark("quote", QUOTE)
    evil = "\"><script>alert('1')</script>&amp;"
    revise(window, id, type="direct", speaker=evil, note=evil)
    page = window.visitor.page(f"{window.base}?open={id}")
    assert page.by_id("field-speaker")["value"] == evil
    assert page.by_id("note").text == evil
    assert evil in page.by_id("row-a1").text
    assert page.by_id("row-a1").one("span", title=evil).words == "note"
    assert all("src" in script for script in page.all("script"))


# --- another label, other borders -----------------------------------------------------


def test_another_label_keeps_what_fits_and_takes_its_own_borders(window):
    id = window.mark("quote", QUOTE)
    revise(
        window, id, type="direct", speaker="Ida Holm", polarity="denied", note="Look."
    )
    answer = window.send(f"/annotations/{id}/label", label="claim")
    (saved,) = window.saved().annotations
    assert saved.label == "claim"
    assert window.marked() == [("claim", ("Fares rose 40 percent",))]
    # A quote's "denied" is no polarity of a claim, and a claim has no speaker.
    assert saved.attributes == {"asserted_by": "article", "checkable": "checkable"}
    assert saved.note == "Look."
    assert answer.by_id("inspector")["data-label"] == "claim"
    back = window.send(f"/annotations/{id}/label", label="quote")
    assert window.marked() == [("quote", (QUOTE,))]
    assert back.by_id("inspector").one("input", value="direct")["checked"] == ""


def test_another_label_drops_the_links_that_no_longer_fit(window):
    quote = window.mark("quote", QUOTE)
    claim = window.mark("claim", "Fares rose 40 percent")
    figure = window.mark("figure", "almost 12 percent")
    window.send("/links", link=f"expresses {claim}", **{"from": quote})
    window.send("/links", link=f"supports {claim}", **{"from": quote})
    window.send("/links", link=f"supports {claim}", **{"from": figure})
    window.send(f"/annotations/{quote}/label", label="figure")
    types = {(r.type, r.source) for r in window.saved().relations}
    # A quote expresses a claim, a figure does not; both may support one.
    assert types == {("supports", quote), ("supports", figure)}
    window.send("/undo")
    assert len(window.saved().relations) == 3


def test_a_link_into_another_article_outlives_the_change_of_a_label(window, house):
    quote = window.mark("quote", QUOTE)
    head = sets.state(house.db, 1, window.visitor.person.id)
    link = Relation("r9", "supports", quote, "other#a1")
    house.db.execute(
        """
        INSERT INTO relation (set_id, id, type, source, target)
        VALUES (?, ?, ?, ?, ?)
        """,
        [head.id, link.id, link.type, link.source, link.target],
    )
    window.send(f"/annotations/{quote}/label", label="figure")
    assert window.saved().relations == (link,)
    window.send(f"/annotations/{quote}/label", label="source")
    assert window.saved().relations == ()


def test_an_unknown_new_label_is_refused(window):
    id = window.mark("quote", QUOTE)
    window.send(f"/annotations/{id}/label", 422, label="lie")
    assert window.marked() == [("quote", (QUOTE,))]


def test_borders_are_moved_and_both_lines_are_sent(window):
    id = window.mark("claim", "Fares rose 40 percent")
    answer = window.send(
        f"/annotations/{id}/fragments/0",
        **window.selected("the rise was “almost 12 percent”"),
    )
    assert window.marked() == [("claim", ("the rise was “almost 12 percent”",))]
    assert {f"l{LINE_1}", f"l{LINE_2}", f"rows{LINE_1}", f"rows{LINE_2}"} <= touched(
        answer
    )
    assert "hidden" in answer.by_id(f"rows{LINE_1}")
    assert answer.by_id(f"rows{LINE_2}").by_id("row-a1")


def test_borders_are_moved_by_retyping_without_script(window):
    id = window.mark("claim", "Fares rose 40 percent")
    page = window.submit(f"/annotations/{id}/fragments/0", exact="Fares rose 40")
    assert window.marked() == [("claim", ("Fares rose 40",))]
    assert page.by_id("inspector")["data-open"] == id


def test_a_moved_border_splits_no_grapheme_and_holds_no_space(house, alice):
    window = house.window(alice, "Sign 👩‍👩‍👧 here now.\n", "zoo")
    id = window.mark("claim", "here")
    start = window.place("👩")[0]
    end = window.place(" now")[0] + 1
    window.send(
        f"/annotations/{id}/fragments/0",
        start=start + 1,
        end=end,
        exact=window.text[start + 1 : end],
    )
    assert window.marked() == [("claim", ("👩‍👩‍👧 here",))]


@pytest.mark.parametrize("part", ["7", "99999999999999999999"])
def test_a_part_that_is_gone_is_a_conflict(window, part):
    id = window.mark("quote", QUOTE)
    answer = window.send(f"/annotations/{id}/fragments/{part}", 409, remove="yes")
    assert "changed in another window" in answer.by_id("notice").words


def test_a_quote_goes_on_after_its_cue(window):
    id = window.mark("quote", QUOTE)
    answer = window.send(f"/annotations/{id}/fragments", **window.selected("It hurts"))
    assert window.marked() == [("quote", (QUOTE, LATER))]
    assert len(answer.by_id("inspector").one(class_="parts").all("li")) == 2
    assert answer.by_id("row-a1").one(class_="words").words == f"{QUOTE} […] {LATER}"
    answer = window.send(f"/annotations/{id}/fragments/0", remove="yes")
    assert window.marked() == [("quote", (LATER,))]
    assert answer.by_id("inspector").all(class_="parts") == []


def test_parts_that_touch_become_one(window):
    id = window.mark("figure", FIGURE)
    window.send(f"/annotations/{id}/fragments", snap="off", **window.selected(",”"))
    assert window.marked() == [("figure", ("40 percent,”",))]


def test_parts_that_overlap_are_refused(window):
    id = window.mark("quote", QUOTE)
    answer = window.send(
        f"/annotations/{id}/fragments", 422, snap="off", **window.selected(FIGURE)
    )
    assert "Parts of one annotation stay apart." in said(answer)
    assert window.marked() == [("quote", (QUOTE,))]


def test_the_last_part_does_not_go(window):
    id = window.mark("quote", QUOTE)
    answer = window.send(f"/annotations/{id}/fragments/0", 422, remove="yes")
    assert "remove the annotation instead" in said(answer)


def test_an_annotation_goes_with_its_links_and_comes_back_with_them(window):
    quote = window.mark("quote", QUOTE)
    claim = window.mark("claim", "Fares rose 40 percent")
    window.send("/links", link=f"expresses {claim}", **{"from": quote})
    answer = window.send(f"/annotations/{claim}/remove")
    assert window.marked() == [("quote", (QUOTE,))]
    assert window.saved().relations == ()
    assert "data-open" not in answer.by_id("inspector")
    assert drawn(answer, claim) == []
    answer = window.send("/undo")
    assert answer.by_id("inspector")["data-open"] == claim
    assert len(window.saved().relations) == 1


def test_an_annotation_goes_without_script(window):
    id = window.mark("quote", QUOTE)
    page = window.submit(f"/annotations/{id}/remove")
    assert page.all("mark") == []
    assert page.by_id("inspector").elements == []


# --- links ----------------------------------------------------------------------------


def test_a_link_is_offered_made_shown_and_taken_away(window):
    quote = window.mark("quote", QUOTE)
    claim = window.mark("claim", "Fares rose 40 percent")
    form = window.visitor.fragment(f"{window.base}/annotations/{quote}")
    offered = [o["value"] for o in form.by_id("link-to").all("option")]
    assert offered == ["", f"expresses {claim}", f"supports {claim}"]
    answer = window.send(
        "/links", link=f"expresses {claim}", **{"from": quote, "open": quote}
    )
    assert touched(answer) == {"tally", "inspector", "said"}
    links = answer.by_id("inspector").one(class_="links")
    assert "expresses Fares rose 40 percent" in links.words
    other_side = window.visitor.fragment(f"{window.base}/annotations/{claim}")
    assert "expresses (from)" in other_side.one(class_="links").words
    (link,) = window.saved().relations
    again = window.visitor.fragment(f"{window.base}/annotations/{quote}")
    offered = [o["value"] for o in again.by_id("link-to").all("option")]
    assert f"expresses {claim}" not in offered
    answer = window.send(f"/links/{link.id}/remove", open=quote)
    assert window.saved().relations == ()
    assert answer.by_id("inspector")["data-open"] == quote


def test_a_link_is_made_and_taken_away_without_script(window):
    quote = window.mark("quote", QUOTE)
    claim = window.mark("claim", "Fares rose 40 percent")
    page = window.submit("/links", link=f"expresses {claim}", **{"from": quote})
    assert "expresses" in page.by_id("inspector").one("ul").words
    (link,) = window.saved().relations
    page = window.submit(f"/links/{link.id}/remove", open=quote)
    assert window.saved().relations == ()
    assert page.by_id("inspector")["data-open"] == quote


def test_a_link_is_there_once(window):
    quote = window.mark("quote", QUOTE)
    claim = window.mark("claim", "Fares rose 40 percent")
    for _ in range(2):
        window.send("/links", link=f"expresses {claim}", **{"from": quote})
    assert len(window.saved().relations) == 1
    (link,) = window.saved().relations
    for _ in range(2):
        window.send(f"/links/{link.id}/remove", open=quote)
    assert window.saved().relations == ()


@pytest.mark.parametrize(
    ("link", "status", "words"),
    [
        ("expresses a3", 422, "“expresses” does not link a quote to this figure."),
        ("same_as a1", 422, "does not link a quote to this quote"),
        ("loves a2", 422, "Choose what to link to."),
        ("", 422, "Choose what to link to."),
        ("expresses", 422, "Choose what to link to."),
        ("expresses a99", 409, "Annotation a99 was removed in another window"),
    ],
)
def test_a_link_that_does_not_fit_is_refused(window, link, status, words):
    window.mark("quote", QUOTE)
    window.mark("claim", "Fares rose 40 percent")
    window.mark("figure", FIGURE)
    answer = window.send("/links", status, link=link, **{"from": "a1"})
    assert words in said(answer)
    assert window.saved().relations == ()


def test_what_a_form_offers_comes_after_the_label_and_not_with_it(window):
    claim = window.mark("claim", "Fares rose 40 percent")
    answer = window.send("/annotations", label="quote", **window.selected(QUOTE))
    assert "data-later" in answer.by_id("known")
    assert [o["value"] for o in answer.by_id("link-to").all("option")] == [""]
    quote = answer.by_id("inspector")["data-open"]
    later = window.visitor.fragment(f"{window.base}/annotations/{quote}/offers")
    assert touched(later) == {"known", "link-to"}
    offered = [o["value"] for o in later.by_id("link-to").all("option")]
    assert offered == ["", f"expresses {claim}", f"supports {claim}"]
    gone = window.visitor.get(f"{window.base}/annotations/a9/offers", **HTMX)
    assert (gone.status_code, gone.text) == (204, "")


def test_a_figure_inside_a_claim_quantifies_it_without_a_link(window):
    window.mark("claim", "Fares rose 40 percent")
    inside = window.mark("figure", FIGURE)
    outside = window.mark("figure", "almost 12 percent")
    for id, offered in ((inside, False), (outside, True)):
        form = window.visitor.fragment(f"{window.base}/annotations/{id}")
        values = [o["value"] for o in form.by_id("link-to").all("option")]
        assert ("quantifies a1" in values) == offered


# --- none, undo, redo -----------------------------------------------------------------


def test_none_is_said_and_taken_back(window):
    answer = window.send("/none", label="claim", none="yes")
    assert window.saved().none == ("claim",)
    assert answer.by_id("none-claim")["aria-pressed"] == "true"
    assert touched(answer) == {"tally", "said"}
    window.submit("/none", label="claim", none="no")
    assert window.saved().none == ()


def test_none_of_what_is_marked_is_refused(window):
    window.mark("claim", "Fares rose 40 percent")
    answer = window.send("/none", 422, label="claim", none="yes")
    assert "You have marked a claim: remove it first" in said(answer)
    window.send("/none", 422, label="lie", none="yes")
    assert window.saved().none == ()


def test_undo_goes_back_step_by_step_and_redo_forward(window):
    quote = window.mark("quote", QUOTE)
    revise(window, quote, type="direct", speaker="Ida Holm")
    window.send("/none", label="claim", none="yes")
    window.send("/undo")
    assert window.saved().none == ()
    answer = window.send("/undo")
    assert window.saved().annotations[0].attributes == {"type": "direct"}
    assert answer.by_id("field-speaker")["value"] == ""
    answer = window.send("/undo")
    assert window.marked() == []
    assert f"l{LINE_1}" in touched(answer)
    assert "disabled" in answer.by_id("undo")
    for _ in range(3):
        answer = window.send("/redo")
    assert "disabled" in answer.by_id("redo")
    assert window.saved().none == ("claim",)
    assert window.saved().annotations[0].attributes["speaker"] == "Ida Holm"


def test_undo_survives_a_reload_and_needs_no_script(window):
    window.mark("quote", QUOTE)
    page = window.read()
    assert "disabled" not in page.by_id("undo")
    assert window.submit("/undo").all("mark") == []
    assert drawn(window.submit("/redo"), "a1") == [QUOTE]


def test_undo_with_nothing_to_undo_changes_nothing(window):
    answer = window.send("/undo")
    # What is open stays open.
    assert touched(answer) == {"tally", "said"}
    assert window.rev == 0
    window.send("/redo")
    assert window.rev == 0


# --- submitting -----------------------------------------------------------------------


def complete(window: Window) -> None:
    """A set that nothing is missing from."""
    id = window.mark("quote", QUOTE)
    revise(window, id, type="direct", speaker="Ida Holm")
    window.mark("figure", FIGURE)
    window.mark("claim", "Fares rose 40 percent")


def test_what_is_missing_is_listed_with_links_to_it(window):
    id = window.mark("quote", QUOTE)
    answer = window.send("/submit", 422)
    notice = answer.by_id("notice")
    assert "1 to mend before this can be submitted." in notice.words
    (link,) = notice.all("a")
    assert link["data-id"] == id
    assert "Quote “" in link.words
    assert "'speaker' is missing" in link.words
    assert notice.all("form", action=f"{window.base}/submit") == []
    page = window.submit("/submit", 422)
    assert page.by_id("notice").one("a")["href"].endswith(f"?open={id}")
    assert window.saved().status == "in_progress"


def test_probable_slips_may_stay_when_one_is_sure(window):
    complete(window)
    window.mark("claim", "rose 40 percent,” said", snap="off")
    answer = window.send("/submit", 422)
    notice = answer.by_id("notice")
    assert "Look at this before you submit" in notice.words
    assert "crosses another Claim" in notice.one(class_="notes").words
    form = notice.one("form")
    fields = {box["name"]: box["value"] for box in form.all("input")}
    window.send("/submit", **fields)
    assert window.saved().status == "submitted"


def test_a_label_that_was_not_used_is_asked_for(window):
    answer = window.send("/submit", 422)
    notice = answer.by_id("notice")
    assert "No claim is marked. Is there none in this article?" in notice.words
    forms = [form for form in notice.all("form") if form["action"].endswith("/none")]
    for form in forms:
        fields = {box["name"]: box["value"] for box in form.all("input")}
        window.send("/none", **{k: v for k, v in fields.items() if k != "rev"})
    assert window.saved().none == ("claim", "figure", "quote")
    window.send("/submit")
    assert window.saved().status == "submitted"


def test_an_article_without_anything_is_submitted_when_one_is_sure(window):
    page = window.submit("/submit", 422)
    assert page.by_id("submit-anyway")
    page = window.submit("/submit", sure="yes")
    assert "You submitted this article" in page.words
    assert window.saved().status == "submitted"


def test_problems_are_not_overruled_by_being_sure(window):
    window.mark("quote", QUOTE)
    window.send("/submit", 422, sure="yes")
    assert window.saved().status == "in_progress"


def test_htmx_is_sent_to_the_page_after_submitting_and_reopening(window):
    complete(window)
    for path in ("/submit", "/reopen"):
        answer = window.visitor.post_htmx(f"{window.base}{path}", {"op": path})
        assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, window.base)


def test_a_submitted_article_is_read_only_until_it_is_reopened(window):
    complete(window)
    window.send("/submit")
    before = window.saved()
    page = window.read()
    for id in ("undo", "redo", "submit", "passage", "attributes", "remove"):
        assert page.all(id=id) == [], id
    assert "data-finished" in page.by_id("main")
    form = window.visitor.fragment(f"{window.base}/annotations/a1")
    assert form.all("form") == []
    assert "Ida Holm" in form.one("dl").words
    writes = {
        "/annotations": {"label": "quote", **window.selected(LATER)},
        "/annotations/a1": {"type": "mixed", "speaker": "x"},
        "/annotations/a1/label": {"label": "claim"},
        "/annotations/a1/fragments/0": window.selected(FIGURE),
        "/annotations/a1/fragments": window.selected(LATER),
        "/annotations/a1/remove": {},
        "/links": {"link": "expresses a3", "from": "a1"},
        "/links/r1/remove": {},
        "/none": {"label": "cue", "none": "yes"},
        "/undo": {},
        "/redo": {},
        "/submit": {},
    }
    for path, fields in writes.items():
        answer = window.send(path, 409, **fields)
        assert "reopen it to change your labels" in said(answer), path
        assert answer.by_id("said")["data-bad"] == "yes"
    assert window.saved() == before
    page = window.submit("/reopen")
    assert page.by_id("submit")
    assert window.saved().status == "in_progress"
    window.mark("quote", LATER)


def test_the_next_open_article_follows_and_the_list_when_all_are_done(house, window):
    house.article("Another\n", "b")
    answer = window.visitor.get(f"{window.base}/next")
    assert answer.headers["Location"] == "/articles/b"
    for key in ("b", "ferry"):
        window.visitor.post(f"/articles/{key}/submit", {"op": key, "sure": "yes"})
    answer = window.visitor.get(f"{window.base}/next")
    assert answer.headers["Location"] == "/articles"


# --- sent twice -----------------------------------------------------------------------


def test_a_request_that_comes_twice_is_done_once(window):
    quote = window.mark("quote", QUOTE)
    window.mark("claim", "Fares rose 40 percent")
    requests = [
        ("/annotations", {"label": "figure", **window.selected(FIGURE)}),
        (f"/annotations/{quote}", {"type": "direct", "speaker": "Ida Holm"}),
        (f"/annotations/{quote}/fragments", window.selected(LATER)),
        (
            f"/annotations/{quote}/fragments",
            {"snap": "off", **window.selected("she added")},
        ),
        (f"/annotations/{quote}/fragments/2", {"remove": "yes"}),
        (f"/annotations/{quote}/fragments/1", window.selected("It hurts")),
        (f"/annotations/{quote}/fragments/1", {"remove": "yes"}),
        ("/links", {"link": "expresses a2", "from": quote}),
        ("/none", {"label": "cue", "none": "yes"}),
        ("/links/r1/remove", {"open": quote}),
        (f"/annotations/{quote}/label", {"label": "claim"}),
        ("/undo", {}),
        ("/redo", {}),
        (f"/annotations/{quote}/remove", {}),
    ]
    for n, (path, fields) in enumerate(requests):
        fields = {"op": f"twice-{n}", **fields}
        first = window.send(path, **fields)
        rev, saved = window.rev, window.saved()
        second = window.send(path, **fields)
        assert (window.rev, window.saved()) == (rev, saved), path
        assert first.by_id("said")["data-bad"] != "yes", path
        assert second.by_id("said")["data-bad"] != "yes", path


def test_a_repeated_add_answers_with_the_same_annotation(window):
    fields = {"op": "once", "label": "quote", **window.selected(QUOTE)}
    ids = {
        window.send("/annotations", **fields).by_id("inspector")["data-open"]
        for _ in range(3)
    }
    assert ids == {"a1"}
    assert len(window.saved().annotations) == 1


def test_an_op_of_another_article_is_refused(house, window, alice):
    fields = {"op": "mine", "label": "quote", **window.selected(QUOTE)}
    window.send("/annotations", **fields)
    other = house.window(alice, FERRY + "More.\n", "other")
    answer = other.send("/annotations", 409, **fields)
    assert "was used for another article" in said(answer)
    assert other.marked() == []


# --- two windows ----------------------------------------------------------------------


def test_what_changed_elsewhere_is_a_conflict_that_shows_both(window, second):
    id = window.mark("quote", QUOTE)
    second.read()
    revise(window, id, type="direct", speaker="Ida Holm", note="Sure of it.")
    answer = revise(second, id, 409, type="direct", speaker="Holm", unsure="yes")
    notice = answer.by_id("notice")
    assert notice["role"] == "alert"
    rows = [
        [cell.words for cell in row.elements] for row in notice.one("tbody").all("tr")
    ]
    assert rows == [
        ["Speaker", "Holm", "Ida Holm"],
        ["Note", "\N{EN DASH}", "Sure of it."],
        ["Unsure", "yes", "no"],
    ]
    # The second window has caught up meanwhile.
    assert f"l{LINE_1}" in touched(answer)
    assert "Ida Holm" in answer.by_id("row-a1").words
    assert window.saved().annotations[0].attributes["speaker"] == "Ida Holm"


def test_mine_is_kept_when_i_say_so(window, second):
    id = window.mark("quote", QUOTE)
    second.read()
    revise(window, id, type="direct", speaker="Ida Holm")
    answer = revise(second, id, 409, type="direct", speaker="Holm", unsure="yes")
    form = answer.by_id("notice").one("form")
    fields = {box["name"]: box["value"] for box in form.all("input")}
    assert "client" not in fields
    done = second.send(form["action"].removeprefix(second.base), **fields)
    saved = window.saved().annotations[0]
    assert (saved.attributes["speaker"], saved.unsure) == ("Holm", True)
    assert done.by_id("notice").children == []


def test_mine_is_kept_without_script_as_well(window, second):
    id = window.mark("quote", QUOTE)
    second.read()
    revise(window, id, type="direct", speaker="Ida Holm")
    page = second.submit(f"/annotations/{id}", 409, type="direct", speaker="Holm")
    assert page.by_id("field-speaker")["value"] == "Holm"
    form = page.by_id("notice").one("form")
    fields = {box["name"]: box["value"] for box in form.all("input")}
    second.submit(form["action"].removeprefix(second.base), **fields)
    assert window.saved().annotations[0].attributes["speaker"] == "Holm"


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/fragments/0", {"exact": "Fares rose 40"}),
        ("/fragments", {"exact": "It hurts"}),
        ("/label", {"label": "claim"}),
        ("/remove", {}),
    ],
)
def test_a_conflict_over_anything_else_lists_no_fields(window, second, path, fields):
    id = window.mark("quote", QUOTE)
    second.read()
    revise(window, id, type="direct", speaker="Ida Holm")
    answer = second.send(f"/annotations/{id}{path}", 409, **fields)
    notice = answer.by_id("notice")
    assert notice.all("table") == []
    form = notice.one("form")
    fields = {box["name"]: box["value"] for box in form.all("input")}
    second.send(form["action"].removeprefix(second.base), **fields)


def test_what_was_removed_elsewhere_is_said_and_undo_brings_it_back(window, second):
    id = window.mark("quote", QUOTE)
    second.read()
    window.send(f"/annotations/{id}/remove")
    answer = revise(second, id, 409, type="direct", speaker="Holm", open=id)
    notice = answer.by_id("notice")
    assert "was removed in another window" in notice.words
    assert notice.all("form") == []
    # Its form is closed with it, and its mark is gone.
    assert "data-open" not in answer.by_id("inspector")
    assert drawn(answer, id) == []
    second.send("/undo")
    assert window.marked() == [("quote", (QUOTE,))]


def test_a_window_does_not_surprise_itself(window):
    id = window.mark("quote", QUOTE)
    seen = window.rev
    # Three edits are sent before the first is answered.
    for speaker in ("I", "Ida", "Ida Holm"):
        revise(window, id, seen=seen, type="direct", speaker=speaker)
    assert window.saved().annotations[0].attributes["speaker"] == "Ida Holm"


def test_the_rev_that_the_form_saw_counts_even_when_it_is_zero(window, second):
    id = window.mark("quote", QUOTE)
    revise(second, id, 409, seen=0, rev=99, type="direct", speaker="Holm")


def test_changes_are_exactly_what_the_second_window_lacks(window, second):
    window.mark("quote", QUOTE)
    second.read()
    window.mark("figure", "almost 12 percent")
    window.send("/none", label="claim", none="yes")
    answer = second.visitor.fragment(f"{second.base}/changes?rev={second.rev}")
    assert touched(answer) == {f"l{LINE_2}", f"rows{LINE_2}", "tally"}
    assert answer.by_id("tally")["data-rev"] == "3"
    nothing = second.visitor.fragment(f"{second.base}/changes?rev=3")
    assert touched(nothing) == {"tally"}
    everything = second.visitor.fragment(f"{second.base}/changes?rev=0")
    assert {f"l{LINE_1}", f"l{LINE_2}"} <= touched(everything)
    assert f"l{LINE_3}" not in touched(everything)


def test_changes_refresh_the_open_form_when_it_was_changed(window, second):
    quote = window.mark("quote", QUOTE)
    other = window.mark("quote", LATER)
    second.read()
    revise(window, quote, type="direct", speaker="Ida Holm")
    path = f"{second.base}/changes?rev={second.rev}"
    answer = second.visitor.fragment(f"{path}&open={quote}")
    assert answer.by_id("field-speaker")["value"] == "Ida Holm"
    answer = second.visitor.fragment(f"{path}&open={other}")
    assert "inspector" not in touched(answer)


def test_changes_without_script_are_the_page(window):
    answer = window.visitor.get(f"{window.base}/changes?rev=0")
    assert answer.headers["Location"] == window.base


def test_a_removed_annotation_is_taken_off_the_second_window(window, second):
    id = window.mark("quote", QUOTE)
    second.read()
    window.send(f"/annotations/{id}/remove")
    answer = second.visitor.fragment(
        f"{second.base}/changes?rev={second.rev}&open={id}"
    )
    assert answer.by_id(f"rows{LINE_1}").children == []
    assert "data-open" not in answer.by_id("inspector")


def test_every_answer_brings_what_the_window_missed(window, second):
    window.mark("quote", QUOTE)
    answer = second.send(
        "/annotations", label="figure", **second.selected("almost 12 percent")
    )
    assert {f"l{LINE_1}", f"l{LINE_2}"} <= touched(answer)


def test_a_refused_write_brings_what_the_window_missed(window, second):
    window.mark("quote", QUOTE)
    answer = second.send("/annotations", 409, label="quote", start=1, end=2, exact="x")
    assert f"l{LINE_1}" in touched(answer)
    assert second.rev == window.rev


def test_the_pages_after_many_changes_and_the_fragments_agree(window, second):
    """What a window pieces together from answers is what a reload would show."""
    shown = {node.id: node for node in second.read().walk() if node.id}
    steps = [
        ("/annotations", {"label": "quote", **window.selected(QUOTE)}),
        ("/annotations", {"label": "figure", **window.selected(FIGURE)}),
        ("/annotations/a1", {"type": "direct", "speaker": "Ida Holm", "unsure": "yes"}),
        ("/annotations/a1/fragments", window.selected("It hurts")),
        (
            "/annotations",
            {"label": "claim", "snap": "off", **window.selected("denies")},
        ),
        ("/annotations/a3/fragments/0", window.selected("Ida Holm")),
        ("/annotations/a2/remove", {}),
        ("/undo", {}),
        ("/annotations/a1/label", {"label": "claim"}),
        ("/undo", {}),
    ]
    for path, fields in steps:
        answer = window.send(path, **fields)
        shown |= {node.id: node for node in answer.walk() if node.id}
    page = window.read()
    for node in page.walk():
        if re.fullmatch(r"l\d+|rows\d+", node.id):
            kept = shown[node.id]
            assert kept.text.strip("\n") == node.text.strip("\n"), node.id
            inside = [(n.tag, n.attributes) for n in kept.walk()]
            assert inside == [(n.tag, n.attributes) for n in node.walk()], node.id


# --- whose and where ------------------------------------------------------------------


def test_everybody_has_a_set_of_their_own(house, window, mallory):
    window.mark("quote", QUOTE)
    hers = Window(mallory, house.db, window.key, window.text)
    assert hers.read().all("mark") == []
    hers.send("/annotations/a1/remove", 409)
    hers.mark("claim", "Fares rose 40 percent")
    assert window.marked() == [("quote", (QUOTE,))]


@pytest.mark.parametrize("path", ["", "/undo", "/history", "/changes", "/next"])
def test_an_article_that_is_not_there_is_said_to_be_so(alice, path):
    answer = (
        alice.post(f"/articles/nowhere{path}")
        if path == "/undo"
        else alice.get(f"/articles/nowhere{path}")
    )
    assert answer.status_code == 404
    assert "There is no article 'nowhere' here." in parse(answer.text).words


def test_an_article_imported_after_it_was_asked_for_is_found(house, alice):
    assert alice.get("/articles/late").status_code == 404
    house.article(key="late")
    assert alice.get("/articles/late").status_code == 200


def test_an_article_may_be_called_import(house, lena):
    house.article(key="import")
    assert "Ferry fares rise" in lena.page("/articles/import").by_id("article").text


def test_an_annotation_is_opened_by_its_address(window):
    id = window.mark("quote", QUOTE)
    answer = window.visitor.get(f"{window.base}/annotations/{id}")
    assert answer.headers["Location"] == f"{window.base}?open={id}"
    form = window.visitor.fragment(f"{window.base}/annotations/{id}")
    assert [node.id for node in form.elements] == ["inspector"]
    assert "hx-swap-oob" not in form.by_id("inspector")
    gone = window.visitor.fragment(f"{window.base}/annotations/a99", 404)
    assert "is gone: it may have been removed" in said(gone)
    assert window.visitor.page(f"{window.base}?open=a99").by_id("inspector").text == ""


def test_the_annotations_on_the_same_words_are_offered_inner_to_outer(window):
    window.mark("quote", QUOTE)
    window.mark("claim", "Fares rose 40 percent")
    figure = window.mark("figure", FIGURE)
    form = window.visitor.fragment(f"{window.base}/annotations/{figure}")
    stack = form.one("nav", aria_label="Annotations on these words")
    assert [link["data-id"] for link in stack.all("a")] == ["a3", "a2", "a1"]
    assert stack.one("a", aria_current="true")["data-id"] == figure


def test_the_pages_of_neighbours_are_linked_in_order(house, alice):
    for key in ("a", "b", "c"):
        house.article(f"Title {key}\n", key)
    page = alice.page("/articles/b")
    assert page.by_id("previous-article")["href"] == "/articles/a"
    assert page.by_id("next-article")["href"] == "/articles/c"
    assert page.one(class_="place").words == "2 / 3"
    assert alice.page("/articles/a").all(id="previous-article") == []


def test_the_set_is_stamped_with_the_version_of_the_guideline(window):
    window.mark("quote", QUOTE)
    assert window.saved().guideline == "1"


def test_what_a_write_did_stands_in_the_store_as_events(house: House, alice: Visitor):
    window = house.window(alice)
    window.mark("quote", QUOTE)
    window.send("/undo")
    stored = articles.get(house.db, "ferry")
    person = people.ensure(house.db, "alice")
    head = sets.state(house.db, stored.row, person.id)
    assert [e.verb for e in sets.events(house.db, head.id)] == ["add", "undo"]


def test_a_year_is_kept_as_a_date_and_not_as_a_number(house, alice):
    text = "Fares\nThe port opened in 2014.\n"
    window = house.window(alice, text, "port")
    id = window.mark("figure", "2014")
    window.send(f"/annotations/{id}", kind="date", value="2014", modifier="exact")
    (figure,) = window.saved().annotations
    assert figure.attributes["value"] == "2014"
    window.send(f"/annotations/{id}", kind="count", value="2014", modifier="exact")
    (figure,) = window.saved().annotations
    assert figure.attributes["value"] == 2014
