"""The fast measures against those that try everything, on documents of all kinds."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings

from tests.agreement import brute
from workbench.agreement import Document, Unit, compute, summary

NESTED = Document(
    "d",
    12,
    {
        "a": [Unit(((0, 12),), "x"), Unit(((2, 4), (6, 9)), "x"), Unit(((2, 4),), "y")],
        "b": [Unit(((0, 6),), "x"), Unit(((6, 12),), "x"), Unit(((2, 4),), "x")],
        "c": [],
    },
)


def same(found, wanted):
    """Whether a value is that of the exact fraction, or both are undefined."""
    if wanted is None or found is None:
        assert found is wanted, (found, wanted)
    else:
        assert found == pytest.approx(float(wanted), abs=1e-9)


def asked(documents, wanted):
    """Each name of `wanted` computed, and compared."""
    found = compute(documents, wanted)
    for name, value in wanted.items():
        try:
            same(found[name], value)
        except AssertionError as error:
            raise AssertionError(f"{name}: {error}") from None


@given(brute.documents())
@example([NESTED])
@settings(max_examples=80)
def test_every_f1_is_that_of_the_best_of_all_matchings(documents):
    names = [*brute.SCORES, "f1_char"]
    wanted = {}
    for name in names:
        for label in (None, *brute.LABELS):
            told = f"{name}[{label}]" if label else name
            wanted[told] = brute.f1(documents, name, label)
    known = summary(documents).annotators
    for a, b in combinations(known, 2):
        for name in names:
            wanted[f"{name}:{a}|{b}"] = brute.f1_of_pair(documents, name, a, b)
    asked(documents, wanted)


@given(brute.documents())
@example([NESTED])
@settings(max_examples=80)
def test_alpha_kappa_and_fleiss_are_those_of_every_single_character(documents):
    wanted = {}
    for suffix, read in (("", lambda v: v), ("_binary", bool)):
        values = brute.values(documents, read)
        wanted[f"alpha_char{suffix}"] = brute.alpha(values, brute.unlike)
        wanted[f"fleiss_char{suffix}"] = brute.fleiss(values)
        wanted[f"kappa_char{suffix}"] = brute.mean(
            brute.kappa_of_pair(documents, a, b, read)
            for a, b in combinations(brute.people(documents), 2)
        )
    sets = brute.values(documents, lambda v: v)
    wanted["alpha_char_jaccard"] = brute.alpha(sets, brute.jaccard)
    for label in brute.LABELS:
        values = brute.values(documents, lambda v, label=label: label in v)
        wanted[f"alpha_char[{label}]"] = brute.alpha(values, brute.unlike)
        wanted[f"fleiss_char[{label}]"] = brute.fleiss(values)
        units = [
            [any(u.label == label for u in found) for found in d.annotators.values()]
            for d in documents
        ]
        wanted[f"alpha_doc[{label}]"] = brute.alpha(units, brute.unlike)
    for document in documents:
        values = brute.values([document], lambda v: v)
        wanted[f"alpha_char@{document.id}"] = brute.alpha(values, brute.unlike)
    for a, b in combinations(summary(documents).annotators, 2):
        only = [
            Document(d.id, d.length, {p: d.annotators[p] for p in (a, b)})
            for d in documents
            if {a, b} <= set(d.annotators)
        ]
        values = brute.values(only, lambda v: v)
        wanted[f"alpha_char:{a}|{b}"] = brute.alpha(values, brute.unlike)
        wanted[f"kappa_char:{a}|{b}"] = brute.kappa_of_pair(
            documents, a, b, lambda v: v
        )
    asked(documents, wanted)


@given(brute.flat_documents())
@settings(max_examples=100)
def test_unitizing_alphas_are_those_of_the_papers_sums(documents):
    sums = brute.Unitizing(documents)
    wanted = {
        "u_alpha": sums.u(),
        "u_alpha_binary": sums.binary(),
        "cu_alpha": sums.cu(),
        **{f"ku_alpha[{label}]": sums.ku(label) for label in brute.LABELS},
    }
    asked(documents, wanted)


@given(brute.documents())
@example([NESTED])
@settings(max_examples=80)
def test_layers_are_those_of_the_papers_sums_label_by_label(documents):
    wanted = {"u_alpha_layered": brute.layered(documents)}
    for label in brute.LABELS:
        layer = brute.Unitizing(documents, label)
        is_used = label in layer.names
        wanted[f"u_alpha[{label}]"] = layer.u() if is_used else None
    asked(documents, wanted)


@given(brute.documents())
@settings(max_examples=80)
def test_attributes_are_those_of_every_pair_of_values(documents):
    wanted = {}
    for name in ("size", "kind"):
        found = brute.attribute_units(documents, name)
        wanted[f"attr_units{{{name}}}"] = len(found)
        for level in ("nominal", "ordinal", "interval", "ratio"):
            wanted[f"attr_alpha_{level}{{{name}}}"] = brute.alpha(
                found, brute.scale(level, found)
            )
    asked(documents, wanted)
