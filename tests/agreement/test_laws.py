"""What must hold of every measure, whatever is marked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement import brute
from workbench.agreement import Document, Unit, compute, known, summary

LAWS = settings(max_examples=60)
PLAIN = [
    name for name in known() if name != "confusion" and not name.endswith(("]", "}"))
]
LABELLED = [
    *(f"{name}[x]" for name in ("f1_exact", "f1_soft", "f1_char", "alpha_char")),
    *("kappa_char[x]", "u_alpha[x]", "ku_alpha[x]", "alpha_doc[x]", "start_median[x]"),
]
ATTRIBUTES = [
    "attr_alpha_nominal{size}",
    "attr_alpha_ordinal{size}",
    "attr_alpha_ratio{size}",
]
ALL = [*PLAIN, *LABELLED, *ATTRIBUTES]
POOLED = [
    name
    for name in PLAIN
    if name.startswith(("f1_", "alpha_char", "kappa_char", "fleiss_char"))
]


def of(documents, names=ALL):
    return compute(documents, names)


def near(values):
    """Up to the last digits, which the order of a sum decides."""
    return {
        name: value if value is None else pytest.approx(value, abs=1e-9)
        for name, value in values.items()
    }


def changed(document, **what):
    kept = {
        "id": document.id,
        "length": document.length,
        "annotators": document.annotators,
    }
    return Document(**(kept | what))


@LAWS
@given(brute.documents(), st.randoms(use_true_random=False))
def test_the_order_of_everything_changes_nothing(documents, random):
    def shuffled(things):
        things = list(things)
        random.shuffle(things)
        return things

    mixed = [
        changed(
            document,
            annotators={
                name: shuffled(document.annotators[name])
                for name in shuffled(document.annotators)
            },
        )
        for document in shuffled(documents)
    ]
    assert of(mixed) == of(documents)


@LAWS
@given(brute.documents(), st.permutations(brute.PEOPLE))
def test_the_names_of_annotators_and_documents_change_nothing(documents, names):
    other = dict(zip(brute.PEOPLE, names, strict=True))
    renamed = [
        changed(
            document,
            id=f"other {9 - i}",
            annotators={other[n]: u for n, u in document.annotators.items()},
        )
        for i, document in enumerate(documents)
    ]
    assert of(renamed) == near(of(documents))


@LAWS
@given(brute.documents())
def test_the_names_of_labels_change_nothing(documents):
    other = {"x": "q", "y": "b"}
    renamed = [
        changed(
            document,
            annotators={
                name: [Unit(u.fragments, other[u.label], u.attributes) for u in units]
                for name, units in document.annotators.items()
            },
        )
        for document in documents
    ]
    found = of(renamed, [name.replace("[x]", "[q]") for name in ALL])
    back = {name.replace("[q]", "[x]"): value for name, value in found.items()}
    assert back == near(of(documents))


@LAWS
@given(brute.documents(), brute.one_document("more"))
def test_a_document_of_one_annotator_changes_nothing(documents, more):
    one = dict(list(more.annotators.items())[:1])
    more = changed(more, annotators=one)
    names = [name for name in ALL if name != "n_docs"]
    assert of([*documents, more], names) == of(documents, names)


@LAWS
@given(brute.documents(), st.integers(1, 20))
def test_text_before_everything_changes_no_span_measure(documents, by):
    moved = [
        changed(
            document,
            length=document.length + by,
            annotators={
                name: [
                    Unit(
                        tuple((s + by, e + by) for s, e in unit.fragments),
                        unit.label,
                        unit.attributes,
                    )
                    for unit in units
                ]
                for name, units in document.annotators.items()
            },
        )
        for document in documents
    ]
    names = [n for n in ALL if n.startswith(("f1", "start", "end", "attr", "n_", "cu"))]
    assert of(moved, names) == of(documents, names)


@LAWS
@given(brute.documents(), st.integers(0, 12))
def test_cutting_a_document_where_nothing_crosses_changes_no_pooled_value(
    documents, at
):
    parts = []
    for document in documents:
        units = [u for found in document.annotators.values() for u in found]
        crossed = any(
            min(s for s, _ in u.fragments) < at < max(e for _, e in u.fragments)
            for u in units
        )
        if crossed or not 0 < at < document.length:
            parts.append(document)
            continue
        for side, length in (("l", at), ("r", document.length - at)):
            by = 0 if side == "l" else at
            parts.append(
                Document(
                    f"{document.id}{side}",
                    length,
                    {
                        name: [
                            Unit(
                                tuple((s - by, e - by) for s, e in u.fragments), u.label
                            )
                            for u in found
                            if (u.fragments[0][0] >= at) == (side == "r")
                        ]
                        for name, found in document.annotators.items()
                    },
                )
            )
    assert of(parts, POOLED) == near(of(documents, POOLED))


@LAWS
@given(brute.documents())
def test_who_marks_the_same_agrees_wholly_or_has_no_value(documents):
    same = [
        changed(
            document,
            annotators=dict.fromkeys(
                document.annotators, next(iter(document.annotators.values()), [])
            ),
        )
        for document in documents
    ]
    names = [n for n in ALL if not n.startswith(("n_", "start_m", "start_p", "end_"))]
    found = of(same, names)
    assert {v if v is None else round(v, 9) for v in found.values()} <= {None, 1}


@LAWS
@given(brute.documents())
def test_swapping_a_pair_changes_nothing(documents):
    names = [name for name in ALL if name != "n_docs" and not name.startswith("{")]
    people = summary(documents).annotators
    for a in people:
        for b in people:
            if a < b:
                one = of(documents, [f"{n}:{a}|{b}" for n in names])
                other = of(documents, [f"{n}:{b}|{a}" for n in names])
                assert list(one.values()) == list(other.values())


@LAWS
@given(brute.documents())
def test_stricter_hits_are_never_more(documents):
    found = of(documents, [n for n in PLAIN if n.startswith("f1")])
    for end in ("", "_micro"):
        exact, half, soft, overlap, loose = (
            found[f"f1_{n}{end}"]
            for n in ("exact", "iou50", "soft", "overlap", "overlap_any")
        )
        if exact is not None:
            assert exact <= half <= overlap <= loose
            assert exact <= soft + 1e-9
            assert soft <= overlap + 1e-9


@LAWS
@given(brute.documents(5), st.integers(0, 5))
def test_summaries_add_up(documents, at):
    whole = summary(documents)
    parts = summary(documents[:at]) + summary(documents[at:])
    assert parts == whole
    assert parts.sha256 == whole.sha256
    assert of(parts) == of(whole)


def test_processes_make_the_same_summary():
    documents = [
        Document(f"d{i}", 20, {"a": [Unit(((i % 7, 10),), "x")], "b": []})
        for i in range(120)
    ]
    assert summary(documents, jobs=2) == summary(documents)


@LAWS
@given(brute.documents())
def test_the_input_has_a_hash_that_notices_any_change(documents):
    first = documents[0]
    other = changed(first, length=first.length + 1)
    assert summary([other, *documents[1:]]).sha256 != summary(documents).sha256
    assert summary(documents[::-1]).sha256 == summary(documents).sha256
