"""What schema.json declares, and what is said when it cannot be followed."""

import copy
import json
import string
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.labels import (
    RESERVED_KEYS,
    SNAPS,
    Attribute,
    Label,
    Labels,
    SchemaError,
)
from workbench.places import shipped
from workbench.schema import load
from workbench.spans import snap

SCHEMA: dict[str, Any] = json.loads(shipped("schema.json").read_bytes())


def changed(change: Callable[[dict[str, Any]], object]) -> Labels:
    """The labels of a copy of schema.json whose $defs somebody changed."""
    schema = copy.deepcopy(SCHEMA)
    change(schema["$defs"])
    return Labels.from_schema(schema)


def label(name: str, labels: Labels | None = None) -> Label:
    found = (labels or Labels.from_schema(SCHEMA)).get(name)
    assert found
    return found


# --- what ships -----------------------------------------------------------------------


def test_the_schema_that_ships_declares_the_labels_in_its_order():
    labels = Labels.from_schema(SCHEMA)
    assert [one.name for one in labels] == ["quote", "figure", "claim", "source", "cue"]
    assert [one.name for one in labels.primary] == ["quote", "figure", "claim"]
    assert [one.hotkey for one in labels] == ["q", "f", "c", "s", "v"]
    assert [one.snap for one in labels] == [
        "quote",
        "figure",
        "claim",
        "words",
        "words",
    ]
    assert labels.get("nothing") is None
    assert labels.relation("nothing") is None


def test_a_submitted_annotation_must_have_what_the_schema_requires():
    must = {
        one.name: [a.name for a in one.attributes if a.must]
        for one in Labels.from_schema(SCHEMA)
    }
    assert must == {
        "quote": ["type", "speaker"],
        "figure": ["kind"],
        "claim": ["asserted_by", "checkable"],
        "source": [],
        "cue": [],
    }


def test_an_attribute_knows_its_words_and_its_options():
    polarity = label("quote").attribute("polarity")
    assert polarity
    assert polarity.options == ("affirmed", "denied", "withheld")
    assert (polarity.title, polarity.must, polarity.default) == (
        "Polarity",
        False,
        None,
    )
    checkable = label("claim").attribute("checkable")
    assert checkable
    assert checkable.default == "checkable"
    assert label("quote").attribute("nothing") is None


@pytest.mark.parametrize(
    ("type_", "source", "target", "fits"),
    [
        ("expresses", "quote", "claim", True),
        ("expresses", "claim", "quote", False),
        ("same_as", "figure", "figure", True),
        ("same_as", "figure", "quote", False),
        ("attributed_to", "quote", "cue", True),
        ("attributed_to", "claim", "cue", False),
        ("contradicts", "claim", "claim", True),
    ],
)
def test_a_relation_fits_the_labels_that_the_schema_names(type_, source, target, fits):
    relation = Labels.from_schema(SCHEMA).relation(type_)
    assert relation
    assert relation.fits(source, target) == fits
    assert relation.symmetric == (type_ in ("same_as", "contradicts"))


@pytest.mark.parametrize(
    ("rule", "text", "span"),
    [
        ("quote", "a “b” c", (3, 4)),
        ("claim", "“b”", (0, 3)),
        ("figure", "some 4", (5, 6)),
    ],
)
def test_every_rule_for_borders_is_known_to_the_snapping(rule, text, span):
    assert rule in SNAPS
    assert snap(text, *span, rule) != snap(text, *span, "words")


# --- a schema that somebody changed ---------------------------------------------------


def test_a_fourth_label_needs_the_schema_alone():
    def add(defs: dict[str, Any]) -> None:
        defs["label"]["enum"].append("promise")
        defs["promise"] = {
            "x-hotkey": "w",
            "x-colour": {"line": ["#112233", "#445566"]},
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "due_on": {"type": "string"},
                "kept": {"enum": ["yes", "no"]},
            },
        }
        rule = {"properties": {"label": {"const": "promise"}}, "required": ["label"]}
        then = {"properties": {"attributes": {"$ref": "#/$defs/promise"}}}
        defs["annotation"]["allOf"].append({"if": rule, "then": then})
        must = {"properties": {"attributes": {"required": ["kept"]}}}
        defs["complete"]["allOf"].append({"if": rule, "then": must})
        type_ = defs["relation"]["properties"]["type"]
        type_["enum"].append("breaks")
        type_["x-relations"]["breaks"] = {"ends": {"quote": ["promise"]}}

    labels = changed(add)
    promise = label("promise", labels)
    assert (promise.title, promise.letter, promise.hotkey) == ("Promise", "P", "w")
    assert (promise.line, promise.snap, promise.anchor) == ("solid", "words", False)
    assert promise.colour == ("#112233", "#445566")
    assert promise.tint == ("#eceae4", "#26292e")
    assert [(a.name, a.title, a.must, a.options) for a in promise.attributes] == [
        ("due_on", "Due on", False, ()),
        ("kept", "Kept", True, ("yes", "no")),
    ]
    assert promise in labels.primary
    breaks = labels.relation("breaks")
    assert breaks
    assert (breaks.title, breaks.fits("quote", "promise")) == ("breaks", True)


def test_a_new_attribute_needs_the_schema_alone():
    def add(defs: dict[str, Any]) -> None:
        defs["figure"]["properties"]["margin"] = {"type": "number", "default": 3}
        defs["complete"]["allOf"][1]["then"]["properties"]["attributes"][
            "required"
        ].append("margin")

    margin = label("figure", changed(add)).attribute("margin")
    assert margin
    assert (margin.title, margin.types, margin.must, margin.default) == (
        "Margin",
        ("number",),
        True,
        3,
    )


def drop(path: str) -> Callable[[dict[str, Any]], object]:
    *parents, last = path.split("/")

    def change(defs: dict[str, Any]) -> None:
        for parent in parents:
            defs = defs[parent]
        del defs[last]

    return change


def put(path: str, value: object) -> Callable[[dict[str, Any]], object]:
    *parents, last = path.split("/")

    def change(defs: dict[str, Any]) -> None:
        for parent in parents:
            defs = defs[parent]
        defs[last] = value

    return change


RELATIONS = "relation/properties/type/x-relations"
NEEDS_KEY = "$defs/quote needs an x-hotkey: one lower-case character that the screen"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (drop("label"), "$defs needs an object 'label'."),
        (put("label", ["quote"]), "$defs needs an object 'label'."),
        (put("label/enum", []), "$defs/label needs an enum of label names."),
        (put("label/enum", "quote"), "$defs/label needs an enum of label names."),
        (put("label/enum", [1, 2]), "$defs/label needs an enum of label names."),
        (drop("quote"), "$defs needs an object 'quote'."),
        (put("quote", "a quote"), "$defs needs an object 'quote'."),
        (drop("annotation"), "$defs needs an object 'annotation'."),
        (drop("quote/x-hotkey"), NEEDS_KEY),
        (put("quote/x-hotkey", ""), NEEDS_KEY),
        (put("quote/x-hotkey", "qq"), NEEDS_KEY),
        (put("quote/x-hotkey", "Q"), NEEDS_KEY),
        (put("quote/x-hotkey", " "), NEEDS_KEY),
        (put("quote/x-hotkey", 4), NEEDS_KEY),
        (put("quote/x-hotkey", "u"), NEEDS_KEY),
        (
            put("figure/x-hotkey", "q"),
            "Labels 'quote' and 'figure' share the key 'q': change one x-hotkey.",
        ),
        (
            put("quote/x-snap", "wide"),
            "$defs/quote/x-snap is 'wide', not one of quote, claim, figure, words.",
        ),
        (
            put("quote/x-colour", {"line": ["red", "#ffffff"]}),
            "$defs/quote/x-colour/line needs two colours, light and dark, as #rrggbb.",
        ),
        (
            put("quote/x-colour", {"tint": ["#ffffff"]}),
            "$defs/quote/x-colour/tint needs two colours, light and dark, as #rrggbb.",
        ),
        (
            drop("quote/properties/speaker"),
            "$defs/complete requires 'speaker' of 'quote', which $defs/quote does not "
            "have.",
        ),
        (
            put("annotation/allOf", []),
            "$defs/annotation/allOf needs an entry that sends label 'quote' to "
            "$defs/quote.",
        ),
        (
            put("annotation/allOf", "no list"),
            "$defs/annotation/allOf needs an entry that sends label 'quote' to "
            "$defs/quote.",
        ),
        (
            put("label/enum", ["quote", "figure", "source", "cue"]),
            "$defs/complete speaks of 'claim', which is no label.",
        ),
        (drop(f"{RELATIONS}/supports"), "Relation 'supports' needs an entry in x-rel"),
        (drop(f"{RELATIONS}/supports/ends"), "Relation 'supports' needs an entry in"),
        (
            put(f"{RELATIONS}/supports", "claim"),
            "Relation 'supports' needs an entry in",
        ),
        (
            put(f"{RELATIONS}/supports/ends", {"claim": "claim"}),
            "Relation 'supports' needs an entry in x-relations that says what it links",
        ),
        (
            drop("relation/properties/type/x-relations"),
            "Relation 'attributed_to' needs",
        ),
        (
            put(f"{RELATIONS}/supports/ends", {"claim": ["promise"]}),
            "Relation 'supports' links 'promise', which is no label.",
        ),
    ],
)
def test_a_schema_that_cannot_be_followed_is_refused_with_what_to_add(change, message):
    with pytest.raises(SchemaError) as refused:
        changed(change)
    assert str(refused.value).startswith(message)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "name", ["Quote", "2nd", "a b", "a.b", "a-b", "", "é", "x" * 41]
)
def test_a_label_whose_name_no_style_can_carry_is_refused(name):
    schema = copy.deepcopy(SCHEMA)
    schema["$defs"]["label"]["enum"].append(name)
    schema["$defs"][name] = {"x-hotkey": "ö", "properties": {}}
    with pytest.raises(SchemaError, match="needs another name"):
        Labels.from_schema(schema)


def test_a_schema_without_definitions_is_refused():
    with pytest.raises(SchemaError, match="needs an object"):
        Labels.from_schema({})


@settings(max_examples=500)
@given(st.data())
def test_whatever_a_schema_declares_it_is_followed_or_refused(data):
    """No part of another type makes it fail in a way that names no place."""
    schema = copy.deepcopy(SCHEMA)
    place = schema["$defs"]
    while True:
        key = data.draw(st.sampled_from(sorted(place)))
        if not (
            isinstance(place[key], dict) and place[key] and data.draw(st.booleans())
        ):
            break
        place = place[key]
    place[key] = data.draw(st.sampled_from([None, 1, "x", [], {}, [None], True]))
    try:
        Labels.from_schema(schema)
    except SchemaError as error:
        assert str(error).endswith(".")  # noqa: PT017


def test_every_key_of_the_labels_is_free():
    keys = {one.hotkey for one in Labels.from_schema(SCHEMA)}
    assert not keys & RESERVED_KEYS
    assert set(string.ascii_lowercase) - RESERVED_KEYS - keys, "no key is left"


# --- what a form says -----------------------------------------------------------------


def attribute(*types: str, name: str = "value") -> Attribute:
    return Attribute(
        name=name,
        title="",
        description="",
        options=(),
        types=types,
        must=False,
        default=None,
        suggest=None,
        prefill=None,
    )


@pytest.mark.parametrize(
    ("types", "written", "expected"),
    [
        ("string", "", None),
        ("string", " \n", None),
        ("string", " Ida Orm ", "Ida Orm"),
        ("string", "40", "40"),
        ("number", "40", 40),
        ("number", "-40", -40),
        ("number", "+40", 40),
        ("number", "40.0", 40),
        ("number", "95.6", 95.6),
        ("number", ".5", 0.5),
        ("number", "5.", 5),
        ("number", "1 200", 1200),
        ("number", "1\u00a0200\u202f000", 1200000),
        ("number", "٤٠", 40),
        ("number", "0", 0),
        ("number", "-0", 0),
        # Nobody can tell whether 1,200 has a thousand; the schema asks for a number.
        ("number", "1,200", "1,200"),
        ("number", "1_200", "1_200"),
        ("number", "forty", "forty"),
        ("number", "1e5", "1e5"),
        ("number", "nan", "nan"),
        ("number", "inf", "inf"),
        ("number", "-Infinity", "-Infinity"),
        ("number", "²", "²"),
        # A float would change its last digits.
        ("number", "12345678901234567", "12345678901234567"),
        ("number", "123456789012345", 123456789012345),
        ("integer", "40", 40),
        ("integer", "4.5", 4.5),
        ("number string", "--07-16", "--07-16"),
        ("number string", "2014-03", "2014-03"),
        ("number string", "2014", 2014),
        ("number string", "95.6", 95.6),
    ],
)
def test_a_field_is_parsed(types, written, expected):
    found = attribute(*types.split()).parse(written)
    assert found == expected
    assert type(found) is type(expected)


@given(st.text(max_size=20))
def test_any_text_of_a_field_is_a_number_itself_or_nothing(written):
    found = attribute("number", "string").parse(written)
    if isinstance(found, str):
        assert found == written.strip()
    elif found is None:
        assert not written.strip()
    else:
        assert float("".join(written.split())) == found


def parsed(name: str, **written: str) -> dict[str, object]:
    contract = load()

    def wrong(draft: dict[str, Any]) -> set[str]:
        return {problem.path for problem in contract.attribute_problems(name, draft)}

    return dict(label(name).parse(written, wrong))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"kind": "date", "value": "2014"}, {"kind": "date", "value": "2014"}),
        (
            {"kind": "date", "value": " 2014 ", "value_max": "2016"},
            {"kind": "date", "value": "2014", "value_max": "2016"},
        ),
        ({"kind": "date", "value": "--07-16"}, {"kind": "date", "value": "--07-16"}),
        ({"kind": "count", "value": "2014"}, {"kind": "count", "value": 2014}),
        ({"kind": "count", "value": "many"}, {"kind": "count", "value": "many"}),
        ({"value": "2014", "unit": ""}, {"value": 2014}),
        ({"kind": "count", "nobody": "declared this"}, {"kind": "count"}),
    ],
)
def test_a_form_says_a_year_for_a_date_and_a_number_for_a_count(written, expected):
    assert parsed("figure", **written) == expected
