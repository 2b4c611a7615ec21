"""Articles and sets to and from the exchange form, and the integrity check."""

import copy
import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import schema
from workbench.dataset import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Problem,
    Warning,
    annotation_record,
    article_problems,
    article_record,
    proof,
    read_article,
    read_set,
    set_record,
    warnings,
)
from workbench.spans import Annotation, Relation

TEXT = "Mayor 😀 says: “Almost 97 percent voted.” The river authority denies it.\n"
QUOTE, FIGURE = (14, 40), (15, 32)


@pytest.fixture(scope="module")
def labels():
    return schema.load().labels


@pytest.fixture
def article():
    return Article("vote", "Mayor says", TEXT, "The Banner", None, "2023-09-18", "en")


@pytest.fixture
def alice():
    return AnnotationSet(
        "alice",
        status="submitted",
        guideline="1",
        none=("source", "cue"),
        annotations=(
            Annotation("q1", "quote", (QUOTE,), {"type": "direct", "speaker": "Mayor"}),
            Annotation("f1", "figure", (FIGURE,), {"kind": "percent", "value": 97}),
            Annotation(
                "c1",
                "claim",
                ((15, 32), (33, 38)),
                {"asserted_by": "Mayor", "checkable": "checkable"},
                note="Of whom?",
                unsure=True,
            ),
        ),
        relations=(
            Relation("r10", "expresses", "q1", "c1"),
            Relation("r9", "quantifies", "f1", "c1"),
        ),
    )


@pytest.fixture
def record(article, alice):
    return article_record(ArticleRecord(article, (alice, AnnotationSet("bob"))))


def test_a_record_shows_what_it_holds(record):
    assert record["text"] == TEXT
    assert record["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    alice, bob = record["annotation_sets"]
    assert [a["text"] for a in alice["annotations"]] == [
        ["“Almost 97 percent voted.”"],
        ["Almost 97 percent"],
        ["Almost 97 percent", "voted"],
    ]
    assert bob == {
        "annotator": "bob",
        "kind": "human",
        "status": "todo",
        "none": [],
        "annotations": [],
        "relations": [],
    }


def test_a_set_is_written_in_one_order_only(article, alice):
    turned = replace(
        alice,
        none=alice.none[::-1],
        annotations=alice.annotations[::-1],
        relations=alice.relations[::-1],
    )
    written = set_record(turned, TEXT)
    assert json.dumps(written) == json.dumps(set_record(alice, TEXT))
    assert [r["id"] for r in written["relations"]] == ["r9", "r10"]
    assert [a["id"] for a in written["annotations"]] == ["q1", "f1", "c1"]
    assert written["none"] == ["cue", "source"]


def test_links_are_sorted_as_people_count(alice):
    ids = ["r2", "r10", "r", "x1", "r1"]
    links = tuple(Relation(id_, "same_as", "q1", "q1") for id_ in ids)
    written = set_record(replace(alice, relations=links), TEXT)
    assert [r["id"] for r in written["relations"]] == ["r", "r1", "r2", "r10", "x1"]


def test_note_and_doubt_are_written_only_where_they_are(alice):
    quote, _, claim = (annotation_record(a, TEXT) for a in alice.annotations)
    assert "note" not in quote
    assert "unsure" not in quote
    assert (claim["note"], claim["unsure"]) == ("Of whom?", True)


def test_what_was_written_reads_back(article, alice, record):
    read = read_article(record)
    assert read.article == article
    assert article_record(read) == record
    assert {a.id: a for a in read.sets[0].annotations} == {
        a.id: a for a in alice.annotations
    }


def test_a_set_of_an_annotators_file_gets_its_name_from_the_file(record):
    bare = dict(record["annotation_sets"][0])
    del bare["annotator"], bare["kind"]
    assert read_set(bare, "bob", "model").annotator == "bob"
    assert read_set(bare, "bob", "model").kind == "model"


words_ = st.text(st.sampled_from("a😀é “"), min_size=1, max_size=6)


@given(
    st.lists(st.text("ab😀 “\n", min_size=1), min_size=1),
    st.dictionaries(words_, words_ | st.integers() | st.floats(allow_nan=False)),
)
def test_any_annotation_reads_back_from_json(parts, attributes):
    text = "x".join(parts)
    at, fragments = 0, []
    for part in parts:
        fragments.append((at, at + len(part)))
        at += len(part) + 1
    annotation = Annotation("q1", "quote", tuple(fragments), attributes)
    written = annotation_record(annotation, text)
    assert written["text"] == parts
    set_ = AnnotationSet("alice", annotations=(annotation,))
    read = read_set(json.loads(json.dumps(set_record(set_, text))))
    assert read == set_


# --- integrity ------------------------------------------------------------------------


def problems(record, labels):
    return [str(problem) for problem in article_problems(record, labels)]


def test_a_good_record_has_no_problem(record, labels):
    assert problems(record, labels) == []


def at(record, path):
    for part in path.split("/"):
        record = record[int(part) if part.isdigit() else part]
    return record


ALICE, BOB = "annotation_sets/0", "annotation_sets/1"
Q, F, C = (f"{ALICE}/annotations/{i}" for i in range(3))
R = f"{ALICE}/relations"
EXPRESSES = {"id": "r9", "type": "expresses", "from": "q1", "to": "c1"}


@pytest.mark.parametrize(
    ("path", "value", "where", "message"),
    [
        ("text", TEXT + "x", "sha256", "The text has the hash"),
        ("sha256", "0" * 64, "sha256", "The text has the hash"),
        ("text", " \n", "text", "The text is empty"),
        ("text", "a\r\nb", "text", "The text is not canonical: line break made a"),
        ("text", "\ud800a", "text", "The text is not canonical: lone surrogate"),
        (f"{BOB}/annotator", "alice", f"{BOB}/annotator", "'alice' has a second set"),
        (f"{Q}/id", "f1", f"{F}/id", "'f1' stands twice in this set."),
        (f"{Q}/text", ["x", "y"], f"{Q}/text", "2 texts for 1 fragments: each has"),
        (f"{Q}/text/0", "“al", f"{Q}/text/0", "[14, 40) reads '“Almost 97 percent"),
        (f"{Q}/fragments/0", [13, 40], f"{Q}/text/0", "[13, 40) reads ' “Almost"),
        (f"{Q}/fragments/0", [14, 99], f"{Q}/fragments/0", "[14, 99) is no span of"),
        (f"{Q}/fragments/0", [40, 14], f"{Q}/fragments/0", "[40, 14) is no span of"),
        (f"{Q}/fragments/0", [14, 14], f"{Q}/fragments/0", "[14, 14) is no span of"),
        (f"{Q}/fragments/0", [14.0, 40], f"{Q}/fragments/0", "[14.0, 40): write"),
        (f"{Q}/fragments/0", [14, 40.0], f"{Q}/fragments/0", "[14, 40.0): write"),
        (f"{C}/fragments", [[33, 38], [15, 32]], f"{C}/fragments/1", "Begins at 15,"),
        (f"{C}/fragments", [[15, 33], [33, 38]], f"{C}/fragments/1", "Begins at 33,"),
        (f"{ALICE}/none", ["quote"], f"{ALICE}/none", "Says that there is no quote,"),
        (f"{R}/0/id", "r10", f"{R}/1/id", "'r10' stands twice in this set."),
        (f"{R}/0/id", "q1", f"{R}/0/id", "'q1' stands twice in this set."),
        (f"{R}/0/from", "x", f"{R}/0/from", "No annotation 'x' in this set."),
        (f"{R}/0/to", "x", f"{R}/0/to", "No annotation 'x' in this set."),
        (f"{R}/0/to", "f1", f"{R}/0", "'f1' is linked to itself."),
        (f"{R}/0/to", "q1", f"{R}/0", "'quantifies' does not link a figure to a quote"),
        (f"{R}/0/type", "new", f"{R}/0", "'new' does not link a figure to a claim."),
        (f"{R}/0", EXPRESSES, f"{R}/1", "The same link stands twice."),
        ("proof", "0" * 64, "proof", "Something in the record was changed"),
    ],
)
def test_integrity_names_what_is_wrong(record, labels, path, value, where, message):
    parent, _, key = path.rpartition("/")
    place = at(record, parent) if parent else record
    place[int(key) if key.isdigit() else key] = value
    found = list(article_problems(record, labels))
    assert any(p.path == where and p.message.startswith(message) for p in found), found


def test_a_link_into_another_article_is_left_to_the_reader_of_the_file(record, labels):
    record["annotation_sets"][0]["relations"][0]["to"] = "other#c9"
    assert problems(record, labels) == []


def test_white_space_at_an_edge_is_named(record, labels):
    quote = at(record, Q)
    quote["fragments"], quote["text"] = [[13, 40]], [TEXT[13:40]]
    assert problems(record, labels) == [
        f"{Q}/text/0: ' “Almost 97 percent voted.”' begins or ends in white space."
    ]


def test_a_good_proof_is_no_problem(record, labels):
    record["proof"] = proof(record)
    assert problems(record, labels) == []


def test_a_proof_is_the_hash_of_the_rest_as_compact_json(record):
    written = json.dumps(
        record, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    expected = hashlib.sha256(written.encode()).hexdigest()
    assert proof(record) == expected
    assert proof(record | {"proof": "x"}) == expected


def test_a_proof_notices_an_id_that_nobody_refers_to(record, labels):
    record["annotation_sets"][0]["relations"] = []
    record["proof"] = proof(record)
    changed = copy.deepcopy(record)
    changed["annotation_sets"][0]["annotations"][0]["id"] = "q2"
    assert problems(record, labels) == []
    assert [p.path for p in article_problems(changed, labels)] == ["proof"]


def test_a_problem_without_a_path_is_its_sentence():
    assert str(Problem("", "All is lost.")) == "All is lost."


# --- warnings -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        (
            [(0, 5), (0, 5)],
            [Warning("a1", "The same words are marked twice as Claim.")],
        ),
        ([(0, 5), (10, 15)], []),
        ([(0, 20), (5, 10)], []),
        (
            [(0, 12), (6, 20)],
            [
                Warning(
                    "a1",
                    "Claim “😀 says: “Almos” crosses another Claim: one of the two "
                    "borders is probably a slip.",
                )
            ],
        ),
    ],
)
def test_probable_slips_are_told(labels, spans, expected):
    set_ = AnnotationSet(
        "alice",
        annotations=tuple(
            Annotation(f"a{i}", "claim", (span,)) for i, span in enumerate(spans)
        ),
    )
    assert list(warnings(set_, TEXT, labels)) == expected


def test_labels_may_cross_each_other(labels):
    set_ = AnnotationSet(
        "alice",
        annotations=(
            Annotation("a0", "claim", ((0, 12),)),
            Annotation("a1", "quote", ((6, 20),)),
        ),
    )
    assert list(warnings(set_, TEXT, labels)) == []
