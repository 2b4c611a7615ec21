"""The contract: strict JSON, two validators with one verdict, readable refusals."""

import copy
import json
from collections.abc import Iterator

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import schema
from workbench.dataset import Problem
from workbench.labels import SchemaError
from workbench.places import shipped
from workbench.schema import UnreadableError, decode, lines_of, parse
from workbench.text import digest

TEXT = "“We won 97 percent,” she said."


@pytest.fixture(scope="module")
def contract():
    return schema.load()


def good():
    """An article record in which every property of the schema is used once."""
    return {
        "format": "factcheck-annotations/1",
        "id": "vote",
        "title": "She won",
        "outlet": "The Banner",
        "url": "https://example.org/vote",
        "published": "2023-09-18",
        "language": "en",
        "text": TEXT,
        "sha256": digest(TEXT),
        "offset_unit": "codepoint",
        "annotation_sets": [
            {
                "annotator": "alice",
                "kind": "human",
                "status": "submitted",
                "guideline": "1",
                "none": ["cue"],
                "annotations": [
                    {
                        "id": "q1",
                        "label": "quote",
                        "fragments": [[0, 20]],
                        "text": ["“We won 97 percent,”"],
                        "attributes": {
                            "type": "direct",
                            "speaker": "she",
                            "polarity": "affirmed",
                        },
                        "note": "Who is she?",
                        "unsure": True,
                    },
                    {
                        "id": "f1",
                        "label": "figure",
                        "fragments": [[8, 18]],
                        "text": ["97 percent"],
                        "attributes": {
                            "kind": "percent",
                            "value": 97,
                            "unit": "percent",
                        },
                    },
                    {
                        "id": "c1",
                        "label": "claim",
                        "fragments": [[1, 18]],
                        "text": ["We won 97 percent"],
                        "attributes": {
                            "asserted_by": "she",
                            "checkable": "check_worthy",
                            "claim_id": "won-97",
                        },
                    },
                    {
                        "id": "d1",
                        "label": "figure",
                        "fragments": [[4, 7]],
                        "text": ["won"],
                        "attributes": {"kind": "date", "value": "--09-16"},
                    },
                ],
                "relations": [
                    {"id": "r1", "type": "expresses", "from": "q1", "to": "c1"},
                    {"id": "r2", "type": "same_as", "from": "c1", "to": "other#c2"},
                ],
            }
        ],
    }


CLAIM = {
    "id": "won-97",
    "proposition": "She won 97 percent of the votes.",
    "event_date": "2023-09",
    "event_place": "Port Vessing",
    "verdict": "refuted",
    "verdict_note": "She won 62.",
    "evidence": [{"url": "https://example.org", "quote": "62", "stance": "refutes"}],
    "checked_by": "lena",
    "checked_on": "2023-10-01",
}


# --- the verdict ----------------------------------------------------------------------


def test_a_good_record_a_good_set_and_a_good_claim_have_no_problem(contract):
    assert contract.article_problems(good()) == []
    assert contract.set_problems(good()["annotation_sets"][0], TEXT) == []
    assert contract.claim_problems(CLAIM) == []


REPLACEMENTS = (
    None,
    True,
    False,
    0,
    -1,
    1.0,
    1.5,
    10**30,
    "",
    "x",
    "X y",
    "x\n",
    "2023-13-01",
    "2023-09-18\n",
    "a#b#c",
    "x" * 121,
    float("nan"),
    float("inf"),
    [],
    [[]],
    ["cue", "cue"],
    [1, 2, 3],
    {},
    {"x": 1},
)


def mutated(record: object) -> Iterator[object]:
    """`record` with one thing changed, for every thing and a third of the changes."""
    for i, path in enumerate(paths_of(record)):
        for value in REPLACEMENTS[i % 3 :: 3]:
            yield changed(record, path, lambda _, v=value: v)
        yield changed(record, path, doubled)
        if path and isinstance(path[-1], str):
            yield changed(record, path[:-1], lambda d, k=path[-1]: without(d, k))
            yield changed(record, path[:-1], lambda d, k=path[-1]: d | {k + "x": d[k]})


def paths_of(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple]:
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths_of(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from paths_of(inner, (*path, i))


def changed(record, path, change):
    if not path:
        return change(record)
    made = copy.copy(record)
    made[path[0]] = changed(record[path[0]], path[1:], change)
    return made


def doubled(value):
    return value + value if isinstance(value, str | list) else [value]


def without(value, key):
    return {k: v for k, v in value.items() if k != key}


@pytest.mark.parametrize(
    ("part", "record"), [("article", good()), ("canonical_claim", CLAIM)]
)
def test_both_validators_reach_one_verdict(contract, part, record):
    check = contract._checks[part]
    verdicts = {True: 0, False: 0}
    for broken in mutated(record):
        verdict = check.decides(broken)
        assert verdict == (next(check.explains(broken), None) is None), broken
        verdicts[verdict] += 1
    assert min(verdicts.values()) > 20


@pytest.mark.parametrize(
    ("part", "record"), [("article", good()), ("canonical_claim", CLAIM)]
)
def test_every_refusal_is_a_sentence_said_once(contract, part, record):
    ask = {
        "article": contract.article_problems,
        "canonical_claim": contract.claim_problems,
    }
    for broken in mutated(record):
        problems = ask[part](broken)
        assert len(set(problems)) == len(problems)
        for problem in problems:
            assert problem.message[-1] in ".?"
            assert problem.message[0] in "'[{-\"" or problem.message[0].isalnum()
            for jargon in (
                "None",
                "True",
                "False",
                "of type",
                "instance",
                "regex",
                "nan",
            ):
                assert jargon not in problem.message, problem


def test_the_whole_schema_reaches_the_verdict_of_its_parts(contract):
    whole = jsonschema_rs.Draft202012Validator(contract.schema)
    record = good()
    set_ = without(without(record["annotation_sets"][0], "annotator"), "kind")
    file = {
        "format": record["format"],
        "annotator": "alice",
        "kind": "human",
        "sets": [set_ | {"article": "vote", "sha256": record["sha256"]}],
    }
    dataset = {"format": record["format"], "articles": [record], "claims": [CLAIM]}
    assert whole.is_valid(record)
    assert whole.is_valid(file)
    assert whole.is_valid(dataset)
    assert contract.annotator_file_problems(file) == []
    assert contract.dataset_problems(dataset) == []
    file["sets"][0]["status"] = "finished"
    assert not whole.is_valid(file)
    assert contract.annotator_file_problems(file) == [
        Problem(
            "sets/0/status",
            "'finished' is not one of todo, in_progress, submitted, adjudicated.",
        )
    ]


def test_articles_are_left_aside_when_a_dataset_is_looked_at(contract):
    file = {"format": "factcheck-annotations/1", "articles": [{}], "claims": []}
    assert contract.dataset_problems(file) == []
    assert contract.dataset_problems(file | {"articles": {}}) == [
        Problem("articles", "Must be a list, not {}.")
    ]


# --- what a refusal says --------------------------------------------------------------

ANNOTATION = "annotation_sets/0/annotations/0"
FIGURE = "annotation_sets/0/annotations/1"
DATE = "annotation_sets/0/annotations/3"


@pytest.mark.parametrize(
    ("path", "value", "where", "message"),
    [
        ("id", "a b", "id", "'a b' is not an article id: Latin letters, digits,"),
        ("id", "vote\n", "id", "'vote\\n' is not an article id: Latin letters,"),
        ("id", 7, "id", "Must be a text, not 7."),
        ("id", "x" * 121, "id", "Has 121 characters; the most is 120."),
        ("title", "", "title", "Is empty: give it a text, or leave it out."),
        ("outlet", 1.5, "outlet", "Must be a text or null, not 1.5."),
        ("url", "example.org", "url", "'example.org' is not a web address that begins"),
        ("published", "2023-13-18", "published", "'2023-13-18' is not a date such as"),
        ("language", "english!", "language", "'english!' is not a language code such"),
        ("sha256", "AB", "sha256", "'AB' is not a SHA-256: 64 hexadecimal digits"),
        ("format", "x/2", "format", "Must be \"factcheck-annotations/1\", not 'x/2'."),
        ("titel", "x", "titel", "'titel' is unknown here: did you mean 'title'?"),
        ("annotation_sets", {}, "annotation_sets", "Must be a list, not {}."),
        (f"{ANNOTATION}/label", "qoute", f"{ANNOTATION}/label",
         "'qoute' is not one of quote, figure, claim, source, cue."),
        (f"{ANNOTATION}/attributes", {"type": "direct"}, f"{ANNOTATION}/attributes",
         "'speaker' is missing."),
        (f"{ANNOTATION}/attributes/kind", "x", f"{ANNOTATION}/attributes/kind",
         "'kind' is unknown here: known are addressee, medium,"),
        (f"{ANNOTATION}/fragments", [], f"{ANNOTATION}/fragments",
         "Has 0 entries; it needs 1."),
        (f"{ANNOTATION}/fragments/0", [1, 2, 3], f"{ANNOTATION}/fragments/0",
         "Has 3 entries; the most is 2."),
        (f"{ANNOTATION}/fragments/0", [-1, 2], f"{ANNOTATION}/fragments/0/0",
         "-1 is less than 0."),
        (f"{ANNOTATION}/fragments/0", [0.5, 2], f"{ANNOTATION}/fragments/0/0",
         "Must be a whole number, not 0.5."),
        (f"{ANNOTATION}/unsure", False, f"{ANNOTATION}/unsure",
         "Must be true, not false."),
        (f"{FIGURE}/attributes/value", "97", f"{FIGURE}/attributes/value",
         "Must be a number, not '97'."),
        (f"{FIGURE}/attributes/value", None, f"{FIGURE}/attributes/value",
         "Must be a number, not null."),
        (f"{FIGURE}/attributes/value", float("nan"), f"{FIGURE}/attributes/value",
         "Must be a number, not NaN."),
        (f"{DATE}/attributes/value", 2023, f"{DATE}/attributes/value",
         "Must be a text, not 2023."),
        (f"{DATE}/attributes/value", "in May", f"{DATE}/attributes/value",
         "'in May' is not a date such as 2014, 2014-03 or 2014-03-16,"),
        ("annotation_sets/0/none", ["cue", "cue"], "annotation_sets/0/none",
         "An entry stands twice."),
        ("annotation_sets/0/relations/0/to", "a b", "annotation_sets/0/relations/0/to",
         "'a b' is not the id of an annotation, or ARTICLE#ID"),
    ],
)  # fmt: skip
def test_a_refusal_says_one_thing_once_where_it_is(
    contract, path, value, where, message
):
    *above, last = [int(p) if p.isdigit() else p for p in path.split("/")]
    broken = changed(good(), above, lambda inner: put(inner, last, value))
    problems = contract.article_problems(broken)
    assert [problem.path for problem in problems] == [where]
    assert problems[0].message.startswith(message)


def put(inner, key, value):
    made = copy.copy(inner)
    made[key] = value
    return made


def test_long_values_are_cut(contract):
    problem, *_ = contract.article_problems(good() | {"published": "x" * 5000})
    assert len(problem.message) < 120


def test_problems_come_in_the_order_of_the_record(contract):
    broken = good()
    for i in (3, 0, 1):
        broken["annotation_sets"][0]["annotations"][i]["label"] = "x"
    broken["annotation_sets"][0]["annotations"] *= 4
    paths = [problem.path for problem in contract.article_problems(broken)]
    numbers = [int(path.split("/")[3]) for path in paths]
    assert numbers == sorted(numbers)
    assert numbers[-1] == 15


def test_integrity_is_asked_only_when_the_schema_agrees(contract):
    broken = good() | {"sha256": "0" * 64}
    assert [p.path for p in contract.article_problems(broken)] == ["sha256"]
    assert [p.path for p in contract.article_problems(broken | {"id": 1})] == ["id"]


def test_a_set_is_judged_with_the_text_of_its_article(contract):
    set_ = good()["annotation_sets"][0]
    assert [p.path for p in contract.set_problems(set_, TEXT[1:])] == [
        "annotations/0/text/0",
        "annotations/1/text/0",
        "annotations/2/text/0",
        "annotations/3/text/0",
    ]
    assert [p.path for p in contract.set_problems(set_ | {"kind": "x"}, TEXT)] == [
        "kind"
    ]


@pytest.mark.parametrize(
    ("label", "attributes", "problems"),
    [
        ("quote", {}, []),
        ("quote", {"type": "direct"}, []),
        ("quote", {"type": "x"},
         [("type", "'x' is not one of direct, indirect, mixed.")]),
        ("figure", {"kind": "date", "value": "2014"}, []),
        ("figure", {"kind": "count", "value": "2014"},
         [("value", "Must be a number, not '2014'.")]),
        ("figure", {"unit": "", "base": ""},
         [("base", "Is empty: give it a text, or leave it out."),
          ("unit", "Is empty: give it a text, or leave it out.")]),
        ("source", {"name": "x"},
         [("name", "'name' is unknown here: nothing may stand here.")]),
        ("qoute", {},
         [("label", "'qoute' is not one of quote, figure, claim, source, cue.")]),
    ],
)  # fmt: skip
def test_the_attributes_of_a_draft_are_judged_by_name(
    contract, label, attributes, problems
):
    found = contract.attribute_problems(label, attributes)
    assert [(p.path, p.message) for p in found] == problems


@pytest.mark.parametrize("record", [[], "x", None, 1, {1: 2}, {"title": {1, 2}}])
def test_what_is_no_record_at_all_is_refused_and_not_raised(contract, record):
    assert contract.article_problems(record)
    assert contract.set_problems(record, TEXT)
    assert contract.claim_problems(record)


def test_a_refusal_that_only_one_validator_understands_still_stands(contract):
    check = schema._Check(
        contract._checks["article"].decides,
        contract._checks["article"].refusals,
        lambda _: iter(()),
    )
    assert check.problems(good() | {"id": 1}, {}) == [
        Problem("id", '1 is not of type "string".')
    ]
    dumb = schema._Check(lambda _: False, lambda _: iter(()), lambda _: iter(()))
    assert dumb.problems({}, {}) == [
        Problem("", "The schema refuses the record and gives no reason.")
    ]


# --- strict JSON ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (b"", 1, "This is no JSON: Expecting value at character 1 of the line."),
        (b"[1,\n2", 2, "This is no JSON: Expecting ',' delimiter at character 2"),
        (b'{"a": 1,\n "b": NaN}', 2, "NaN is no number in JSON."),
        (b"[\n\n-Infinity]", 3, "-Infinity is no number in JSON."),
        (b"[1,\nInfinity]", 2, "Infinity is no number in JSON."),
        (b'["NaN",\n1e999]', 2, "1e999 is too large for a number."),
        (b"[\n-1e999]", 2, "-1e999 is too large for a number."),
        (b"[\n" + b"9" * 5000 + b"]", 2, "99999999999999999999"),
        (b'{"a": 1,\n "b": 2,\n "a": 3}', 3, "The key 'a' stands twice in one object."),
        (
            b'[{"a": 1}, {"a": {"b": 1,\n"c": 2, "b": 3}}]',
            2,
            "The key 'b' stands twice",
        ),
        (b'{"a": 1, "\\u0061":\n2}', 1, "The key 'a' stands twice in one object."),
        (b'["\\ud83d\\ude00",\n"\\ud83d"]', 2, "The text holds half a surrogate pair"),
        (b'{"a": 1,\n"\\udc00": 2}', 2, "The text holds half a surrogate pair"),
        (b"[" * 100_000, 1, "The JSON is nested too deeply."),
        (b'["caf\xe9"]', 1, "Byte 6 of the line, 0xe9, is not UTF-8"),
        (b'["a",\n"caf\xe9"]', 2, "Byte 5 of the line, 0xe9, is not UTF-8"),
        (b'["\xed\xa0\x80"]', 1, "Byte 3 of the line, 0xed, is not UTF-8"),
        ('["x"]'.encode("utf-16"), 1, "The file is UTF-16: save it as UTF-8."),
        (b'["a\nb"]', 1, "This is no JSON: Invalid control character"),
    ],
)
def test_what_is_not_strict_json_is_refused_with_its_line(raw, line, message):
    with pytest.raises(UnreadableError) as refused:
        parse(raw)
    assert str(refused.value).startswith(message)
    assert refused.value.line == line
    with pytest.raises(UnreadableError) as refused:
        parse(raw, first_line=41)
    assert refused.value.line == line + 40


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b'\xef\xbb\xbf{"a": [1]}', {"a": [1]}),
        (b'{"a": {"x": 1}, "b": {"x": 1}}', {"a": {"x": 1}, "b": {"x": 1}}),
        (b'["\\ud83d\\ude00", "NaN", "[{,:"]', ["😀", "NaN", "[{,:"]),
        ('"\u2028"'.encode(), "\u2028"),
        (b"1e-999", 0.0),
    ],
)
def test_what_is_json_is_read(raw, value):
    assert parse(raw) == value


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
    ),
)


@given(json_values, st.sampled_from([None, 0, 2]), st.booleans())
def test_whatever_json_was_written_is_read_back(value, indent, ascii_):
    written = json.dumps(value, indent=indent, ensure_ascii=ascii_)
    assert parse(written.encode()) == value


plain_keys = st.text("abc", min_size=1, max_size=3)
nested = st.recursive(
    st.integers() | st.text('a"\\{}[],:😀\u2028'),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(plain_keys, inner, max_size=4)
    ),
)


def written_with_lines(value, path, line, gap):
    """`value` as JSON with `gap` wherever it may be, and the line of each path."""
    lines = {"/".join(map(str, path)): line}
    if not isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False), lines
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    text = "{" if isinstance(value, dict) else "["
    for i, (key, inner) in enumerate(pairs):
        text += ("," if i else "") + gap
        here = line + text.count("\n")
        name = f"{json.dumps(key)}{gap}:{gap}" if isinstance(value, dict) else ""
        made, inside = written_with_lines(
            inner, (*path, key), here + name.count("\n"), gap
        )
        text += name + made + gap
        lines |= inside | {"/".join(map(str, (*path, key))): here}
    return text + gap + ("}" if isinstance(value, dict) else "]"), lines


@given(nested, st.sampled_from(["", " ", "\n", "\r\n\t"]), st.booleans())
def test_lines_of_paths_are_those_on_which_they_are_written(value, gap, is_all):
    written, lines = written_with_lines(value, (), 1, gap)
    assert parse(written) == value
    wanted = list(lines) if is_all else list(lines)[::3]
    assert lines_of(written, wanted) == {path: lines[path] for path in wanted}


def test_lines_of_what_is_nested_in_empty_keys_are_found_without_recursion():
    text = '{"":' * 900 + "1" + "}" * 900
    assert lines_of(text, ["a/b/c", ""]) == {"a/b/c": 1, "": 1}


def test_a_path_that_is_not_there_gets_the_line_of_what_encloses_it():
    text = '{"a": [\n 1,\n {"b":\n 2}],\n "c": 3}'
    lines = lines_of(text, ["a/1/b", "a/1/x/y", "a/9", "c/d", "", "e"], first_line=10)
    assert lines == {"a/1/b": 12, "a/1/x/y": 12, "a/9": 10, "c/d": 14, "": 10, "e": 10}


def test_a_byte_order_mark_stays_in_a_text():
    assert decode(b"\xef\xbb\xbfOne") == "\ufeffOne"


# --- loading --------------------------------------------------------------------------


@pytest.fixture
def written(tmp_path):
    """A function that writes schema.json with one thing changed, and loads it."""

    def write(path, value):
        declared = json.loads(shipped("schema.json").read_text())
        *above, last = path.split("/")
        changed_ = changed(declared, above, lambda inner: put(inner, last, value))
        file = tmp_path / "schema.json"
        file.write_text(json.dumps(changed_))
        return schema.load(file)

    return write


def test_the_shipped_schema_loads_with_its_labels(contract):
    assert [label.name for label in contract.labels] == [
        "quote",
        "figure",
        "claim",
        "source",
        "cue",
    ]
    assert contract.schema["$id"] == "urn:factcheck-annotations:1"


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("$defs/label/enum", [], "at $defs/label/enum|enum of label names"),
        ("$defs/label/enum", ["quote", "rumour"], "needs an object 'rumour'"),
        ("$defs/figure/x-hotkey", "q", "share the key 'q'"),
        ("$defs/sha256/type", "strnig", "no JSON schema of draft 2020-12: at .*type"),
        ("$defs/sha256/pattern", "([", "pattern|regex|cannot be used"),
        ("$defs/fragment/items", {"$ref": "#/$defs/nothing"},
         "cannot be used: .*nothing"),
        ("$defs/relation/properties/type/x-relations", {"attributed_to": {}},
         "Relation 'attributed_to' needs an entry in x-relations"),
        ("$defs", {}, "needs an object 'label'"),
    ],
)  # fmt: skip
def test_a_schema_that_cannot_be_followed_is_refused(written, path, value, sentence):
    with pytest.raises(SchemaError, match=sentence):
        written(path, value)


def test_a_schema_without_a_part_is_refused(tmp_path):
    declared = json.loads(shipped("schema.json").read_text())
    del declared["$defs"]["canonical_claim"]
    file = tmp_path / "schema.json"
    file.write_text(json.dumps(declared))
    with pytest.raises(SchemaError, match="needs \\$defs/canonical_claim"):
        schema.load(file)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[]", "must hold a JSON object"),
        (b'{"a": 1,\n"a": 2}', "schema.json:2: The key 'a' stands twice"),
        (b"{", "schema.json:1: This is no JSON"),
    ],
)
def test_a_schema_file_that_is_no_schema_is_refused(tmp_path, content, sentence):
    file = tmp_path / "schema.json"
    file.write_bytes(content)
    with pytest.raises(SchemaError, match=sentence):
        schema.load(file)


def test_a_schema_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(SchemaError, match="cannot be read: No such file"):
        schema.load(tmp_path / "schema.json")


def test_a_rule_that_has_no_words_of_its_own_is_still_a_sentence(written):
    contract = written("$defs/figure/properties/value/maximum", 100)
    assert contract.attribute_problems("figure", {"value": 101}) == [
        Problem("value", "101 is greater than the maximum of 100.")
    ]


def test_an_attribute_that_a_lead_adds_is_allowed_and_checked(tmp_path):
    declared = json.loads(shipped("schema.json").read_text())
    declared["$defs"]["quote"]["properties"]["ticket"] = {
        "type": "string",
        "pattern": "^T-\\d+$",
        "description": "Number of the ticket.",
    }
    file = tmp_path / "schema.json"
    file.write_text(json.dumps(declared))
    contract = schema.load(file)
    assert contract.attribute_problems("quote", {"ticket": "T-12"}) == []
    for wrong in ("12", "T-12\n", "T-١٢"):
        assert contract.attribute_problems("quote", {"ticket": wrong}) == [
            Problem(
                "ticket", f"{wrong!r} is not a text that fits the pattern ^T-\\d+$."
            )
        ]
