"""Attributes that the text tells: the type of a quote, who asserts a claim."""

import json
from collections.abc import Iterator

import pytest

from workbench.dataset import read_set
from workbench.labels import Labels
from workbench.places import shipped
from workbench.spans import Annotation, snap
from workbench.suggest import prefill
from workbench.suggest.prefill import Place

LABELS = Labels.from_schema(json.loads(shipped("schema.json").read_bytes()))


def label(name: str):
    found = LABELS.get(name)
    assert found
    return found


def placed(marked: str, *around: Annotation) -> Place:
    """A place from a text with ⟦ ⟧ around each fragment."""
    text, fragments = "", []
    for piece in marked.split("⟦"):
        inside, closing, after = piece.partition("⟧")
        if closing:
            fragments.append((len(text), len(text) + len(inside)))
        text += inside + after
    return Place(text, fragments, around)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦“The lock leaks,”⟧ said Orm.", "direct"),
        ("Orm said ⟦that the lock leaks⟧.", "indirect"),
        ("Orm said ⟦the lock was “dead” and gone⟧.", "mixed"),
        ("⟦“Calm” and very “patient”⟧, he said.", "mixed"),
        ("Orm said ⟦the lock was “dead”⟧.", "mixed"),
        ("⟦“Dead” is the lock⟧, he said.", "mixed"),
        # Some words of a quotation, its marks left out.
        ("“They did not get treated. ⟦They got deleted⟧,” said Orm.", "direct"),
        ("“⟦It leaks⟧,” said Orm, “and ⟦nobody cares⟧.”", "direct"),
        ("“It leaks,” ⟦said Orm⟧, “and nobody cares.”", "indirect"),
        ("It's said ⟦that the lock leaks⟧, isn't it", "indirect"),
        # Fragments: all of them count.
        ("⟦“It leaks,”⟧ Orm said. ⟦“Nobody cares.”⟧", "direct"),
        ("⟦The lock⟧, Orm said, ⟦leaks⟧.", "indirect"),
        ("⟦“It leaks,”⟧ Orm said, ⟦and nobody cares⟧.", "mixed"),
        # Paragraphs: each opens a mark, the last one closes.
        ("⟦“It leaks.\n“It creaks,”⟧ said Orm.", "direct"),
        ("⟦“It leaks.\n“It creaks.\n“It sinks,”⟧ said Orm.", "direct"),
        ("⟦“It leaks,\nit creaks,”⟧ said Orm.", "direct"),
        ("⟦“It leaks.\n“It creaks,” and it sinks⟧, Orm said.", "mixed"),
        ("⟦“It leaks.⟧\n⟦“It creaks,”⟧ said Orm.", "direct"),
        # Apostrophes are no marks, and single marks are.
        ("Orm: ⟦'No danger' to homes⟧", "mixed"),
        ("Orm: ⟦'No danger'⟧", "direct"),
        ("Orm says ⟦it’s the dogs’ lock⟧.", "indirect"),
        ("Orm says ⟦'tis the lock⟧.", "indirect"),
        ("⟦'It's the lock'⟧, he says", "direct"),
        ("⟦“My father said, ‘Trust no tide,’”⟧ said Orm.", "direct"),
        ("⟦“‘Trust no tide’ is wise”⟧, said Orm.", "direct"),
        # Other scripts.
        ("⟦«البوابة تسرّب»⟧، قال أورم.", "direct"),
        ("قال أورم ⟦إن البوابة «ميتة» الآن⟧.", "mixed"),
        ("オルムは⟦「漏れている。」⟧と述べた。", "direct"),
        ("オルムは⟦水門が「死んだ」と⟧述べた。", "mixed"),
        ("他说⟦水闸是“死”的⟧。", "mixed"),
        ("他说：⟦“水闸‘死’了。”⟧", "direct"),
        ("⟦« L’écluse fuit ! »⟧ dit Orm.", "direct"),
        ("⟦„Sie ist ‚tot‘.“⟧", "direct"),
        ("⟦»Sie leckt«⟧, sagte Orm.", "direct"),
        ("⟦”Slussen läcker”⟧, sade Orm.", "direct"),
        # The space before 」 does not make it open.
        ("⟦「漏れた\u3000」と彼⟧", "mixed"),
        ("⟦“🌊”⟧ was her answer.", "direct"),
        ("⟦it leaks” and creaks⟧", "indirect"),
        ("⟦“…”⟧", "indirect"),
    ],
)
def test_the_type_of_a_quote_is_told_by_its_marks(marked, expected):
    found = prefill.attributes(label("quote"), placed(marked))
    assert found == {"type": expected}


QUOTED = "“Orm writes that the lock leaks and the gate is gone,” said Ulla."


def quote(start: int, end: int, **attributes: str) -> Annotation:
    return Annotation(f"a{start}", "quote", ((start, end),), attributes)


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ((), "article"),
        ((quote(0, 54, type="direct", speaker="Ulla"),), "Ulla"),
        # The innermost quote speaks, in whatever order they come.
        (
            (
                quote(0, 54, type="direct", speaker="Ulla"),
                quote(12, 54, type="indirect", speaker="Orm"),
            ),
            "Orm",
        ),
        (
            (
                quote(12, 54, type="indirect", speaker="Orm"),
                quote(0, 54, type="direct", speaker="Ulla"),
            ),
            "Orm",
        ),
        # A quote beside it, or over a part of it, says nothing.
        ((quote(0, 10, type="direct", speaker="Ulla"),), "article"),
        ((quote(0, 20, type="direct", speaker="Ulla"),), "article"),
        # Another claim around it is no quote, although it has a type.
        (
            (Annotation("a9", "claim", ((12, 50),), {"type": "causal"}),),
            "article",
        ),
        (
            (
                quote(0, 54, type="direct", speaker="Ulla"),
                Annotation("a9", "claim", ((12, 50),), {"type": "causal"}),
            ),
            "Ulla",
        ),
        # Without a speaker yet there is nothing to fill in.
        ((quote(0, 54, type="direct"),), None),
        ((quote(0, 54, type="direct", speaker=""),), None),
        # Who denies it does not assert it.
        (
            (quote(0, 54, type="indirect", speaker="Ulla", polarity="denied"),),
            "unknown",
        ),
        (
            (quote(0, 54, type="indirect", speaker="Ulla", polarity="affirmed"),),
            "Ulla",
        ),
    ],
)
def test_a_claim_is_asserted_by_the_speaker_of_the_innermost_quote(around, expected):
    start = QUOTED.index("the lock leaks")
    place = Place(QUOTED, [(start, start + len("the lock leaks"))], around)
    found = prefill.attributes(label("claim"), place)
    assert found.pop("checkable") == "checkable"
    assert found.get("asserted_by") == expected


def test_a_claim_in_two_fragments_must_lie_in_the_quote_with_both():
    text = "“It leaks,” Orm said, “and it sinks.”"
    parts = [(1, 9), (23, 35)]
    whole = Annotation(
        "a1", "quote", ((0, 11), (22, 37)), {"type": "direct", "speaker": "Orm"}
    )
    half = Annotation("a2", "quote", ((0, 11),), {"type": "direct", "speaker": "Orm"})
    for around, expected in ((whole, "Orm"), (half, "article")):
        found = prefill.attributes(label("claim"), Place(text, parts, [around]))
        assert found["asserted_by"] == expected


def test_a_figure_is_filled_in_from_its_words():
    place = placed("It fell by ⟦almost 40 percent⟧ of votes.")
    assert prefill.attributes(label("figure"), place) == {
        "kind": "percent",
        "value": 40,
        "unit": "percent",
        "modifier": "almost",
    }


def test_an_anchor_has_nothing_to_fill_in():
    assert prefill.attributes(label("cue"), placed("He ⟦said⟧ so.")) == {}


def test_what_the_schema_does_not_allow_is_not_filled_in():
    schema = json.loads(shipped("schema.json").read_bytes())
    properties = schema["$defs"]["quote"]["properties"]
    properties["type"]["enum"] = ["direct", "other"]
    properties["type"]["default"] = "other"
    properties["speaker"]["x-prefill"] = "a rule that nobody wrote"
    changed = Labels.from_schema(schema).get("quote")
    assert changed
    assert prefill.attributes(changed, placed("⟦It leaks⟧.")) == {}
    assert prefill.attributes(changed, placed("⟦“It leaks.”⟧")) == {"type": "direct"}


# --- the gold of the sample -----------------------------------------------------------

#: What the words of a span cannot tell, by the sample's README: the verb beside it says
#: how exact a figure is, the figure before it says its unit, and a word that looks like
#: an approximator is none.
UNTOLD = {
    ("harbour-arabic", "180", "modifier"),
    ("harbour-local", "80\u00a0percent", "modifier"),
    ("harbour-local", "31", "kind"),
    ("harbour-local", "31", "unit"),
    ("harbour-business", "30 years", "borders"),
}


def gold() -> Iterator[tuple[str, str, Annotation, list[Annotation]]]:
    for record in json.loads(shipped("annotations/sample/gold.json").read_bytes())[
        "sets"
    ]:
        name = record["article"]
        text = shipped(f"annotations/sample/articles/{name}.txt").read_bytes().decode()
        annotations = read_set(record, "gold", "gold").annotations
        for one in annotations:
            yield name, text, one, [a for a in annotations if a.id != one.id]


def test_the_borders_of_gold_stay_as_they_are_when_snapped():
    moved = {
        (name, text[start:end], "borders")
        for name, text, one, _ in gold()
        for start, end in one.fragments
        if snap(text, start, end, label(one.label).snap) != (start, end)
    }
    assert moved == {told for told in UNTOLD if told[2] == "borders"}


def test_what_is_filled_in_is_what_gold_says():
    told = ("type", "asserted_by", "kind", "value", "value_max", "unit", "modifier")
    different = set()
    seen = 0
    for name, text, one, others in gold():
        place = Place(text, one.fragments, others)
        found = prefill.attributes(label(one.label), place)
        for attribute in told:
            if (one.label, attribute) == ("claim", "type"):
                continue
            # Gold leaves "exact" out of dates.
            wanted = one.attributes.get(attribute, found.get(attribute))
            if attribute in ("value", "value_max", "unit"):
                wanted = one.attributes.get(attribute)
            seen += wanted is not None
            if found.get(attribute) != wanted:
                different.add((name, place.words, attribute))
    assert seen > 500
    assert different == {told for told in UNTOLD if told[2] != "borders"}
