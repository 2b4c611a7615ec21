"""The cases in which other tools are wrong, one by one."""

import pytest

from workbench.agreement import AgreementError, Document, Unit, Values, compute, summary

F1 = [
    "f1_exact",
    "f1_bounds",
    "f1_overlap",
    "f1_overlap_any",
    "f1_iou50",
    "f1_soft",
    "f1_char",
]
CHANCE = ["alpha_char", "alpha_char_binary", "kappa_char", "fleiss_char", "u_alpha"]


def units(*spans: tuple[int, int], label: str = "quote") -> list[Unit]:
    return [Unit((span,), label) for span in spans]


def document(id: str = "d", length: int = 100, **said: list[Unit]) -> Document:
    return Document(id, length, said)


def why(found: list[Document], name: str) -> str:
    values = Values(summary(found))
    assert values.get(name) is None
    return values.undefined[name]


def test_two_who_found_nothing_have_no_agreement():
    found = [document(a=[], b=[])]
    assert set(compute(found, F1 + CHANCE).values()) == {None}
    assert why(found, "f1_exact") == "nothing was marked"
    assert "no variation" in why(found, "alpha_char")


def test_one_who_found_nothing_against_one_who_did():
    found = [document(a=units((3, 9)), b=[])]
    assert set(compute(found, F1).values()) == {0}
    values = compute(found, ["kappa_char", "alpha_char", "u_alpha"])
    assert values["kappa_char"] == 0
    assert values["alpha_char"] <= 0
    assert values["u_alpha"] <= 0


def test_who_has_not_finished_counts_in_nothing():
    names = F1 + CHANCE + ["n_docs_shared", "n_spans", "f1_exact.ci95"]
    both = [
        document("d1", a=units((3, 9), (20, 30)), b=units((3, 9))),
        document("d2", a=units((5, 9)), b=units((5, 8))),
    ]
    more = Document("d3", 80, {"a": units((1, 4))}, assigned=["a", "b"])
    assert compute([*both, more], names) == compute(both, names)
    finished = document("d3", 80, a=units((1, 4)), b=[])
    assert compute([*both, finished], ["f1_exact"]) != compute(both, ["f1_exact"])


def test_one_annotator_agrees_with_nobody():
    found = [document(a=units((3, 9)))]
    assert set(compute(found, F1 + CHANCE).values()) == {None}
    assert "two annotators" in why(found, "f1_exact")
    assert "two annotators" in why(found, "alpha_char")


def test_no_shared_document_is_no_agreement():
    found = [document("d1", a=units((3, 9))), document("d2", b=units((3, 9)))]
    assert set(compute(found, F1 + CHANCE).values()) == {None}


def test_every_pair_counts_on_its_own_shared_documents():
    found = [
        document("d1", a=units((3, 9)), b=units((3, 9))),
        document("d2", b=units((3, 9)), c=units((4, 9))),
    ]
    values = compute(
        found, ["f1_exact", "f1_exact:a|b", "f1_exact:b|c", "f1_exact:a|c"]
    )
    assert list(values.values()) == [0.5, 1, 0, None]


def test_no_variation_leaves_chance_without_a_meaning():
    found = [document(length=10, a=units((0, 10)), b=units((0, 10)))]
    assert set(compute(found, F1).values()) == {1}
    assert set(compute(found, CHANCE).values()) == {None}


def test_a_pair_without_spans_is_left_out_of_the_mean():
    found = [
        document("d1", a=units((3, 9)), b=units((3, 9))),
        document("d2", a=[], c=[]),
    ]
    assert compute(found, ["f1_exact", "f1_exact:a|c"]) == {
        "f1_exact": 1,
        "f1_exact:a|c": None,
    }


def test_nested_and_overlapping_units_get_full_credit():
    nested = [*units((0, 50), (5, 20), (10, 30)), *units((5, 20), label="claim")]
    found = [document(a=nested, b=list(reversed(nested)))]
    names = [*F1, "alpha_char", "kappa_char", "fleiss_char", "u_alpha_layered"]
    assert {round(v, 9) for v in compute(found, names).values()} == {1}
    fewer = compute([document(a=nested, b=nested[:1])], names)
    assert all(value < 1 for value in fewer.values())


def test_order_and_sides_change_nothing():
    ours, theirs = units((0, 10), (8, 30), (40, 50)), units((0, 12), (9, 25), (24, 31))
    names = [*F1, "alpha_char", "kappa_char", "start_same", "end_median"]
    once = compute([document(a=ours, b=theirs)], names)
    assert compute([document(a=theirs[::-1], b=ours[::-1])], names) == once
    sides = compute([document(a=ours, b=theirs)], ["f1_soft:a|b", "f1_soft:b|a"])
    assert sides["f1_soft:a|b"] == sides["f1_soft:b|a"]


def test_touching_units_do_not_overlap():
    values = compute([document(a=units((0, 5)), b=units((5, 10)))], F1)
    assert set(values.values()) == {0}


def test_one_unit_against_its_two_halves():
    found = [document(a=units((0, 10)), b=units((0, 5), (5, 10)))]
    assert compute(found, ["f1_exact", "f1_overlap", "f1_iou50", "f1_char"]) == {
        "f1_exact": 0,
        "f1_overlap": pytest.approx(2 / 3),
        "f1_iou50": pytest.approx(2 / 3),
        "f1_char": 1,
    }
    values = compute(found, ["alpha_char", "kappa_char", "u_alpha", "u_alpha_layered"])
    assert set(values.values()) == {1}


def test_units_that_are_none_are_left_out_and_counted():
    bad = [Unit(((4, 4),), "quote"), Unit(((90, 101),), "quote"), Unit((), "quote")]
    found = document(a=units((3, 9)) + bad, b=units((3, 9)))
    values = compute([found], F1)
    assert set(values.values()) == {1}
    [tally] = summary([found]).folded
    assert tally.dropped == {0: 3}


def test_a_unit_that_stands_twice_counts_once():
    found = document(a=units((3, 9), (3, 9)), b=units((3, 9)))
    assert set(compute([found], F1).values()) == {1}
    [tally] = summary([found]).folded
    assert tally.doubled == {0: 1}


def test_copies_that_contradict_each_other_say_nothing():
    def said(*values: int) -> list[Unit]:
        return [Unit(((3, 9),), "figure", {"v": v, "w": 1}) for v in values]

    found = [document(a=said(1, 2), b=said(1))]
    assert compute(found, ["attr_units{v}", "attr_units{w}"]) == {
        "attr_units{v}": 0,
        "attr_units{w}": 1,
    }


def test_a_rare_label_has_much_raw_agreement_and_little_beyond_chance():
    found = [
        document(length=5000, a=units((100, 110)), b=units((100, 110), (900, 910)))
    ]
    values = compute(found, ["alpha_char", "f1_char"])
    assert values["alpha_char"] == pytest.approx(2 / 3, abs=0.001)
    assert values["f1_char"] == pytest.approx(2 / 3)


def test_fragments_are_one_unit():
    whole = [Unit(((0, 5), (10, 15)), "quote")]
    same = [Unit(((10, 15), (0, 5)), "quote")]
    parts = units((0, 5), (10, 15))
    assert set(compute([document(a=whole, b=same)], F1).values()) == {1}
    values = compute(
        [document(a=whole, b=parts)], ["f1_exact", "f1_overlap", "f1_char"]
    )
    assert list(values.values()) == [0, pytest.approx(2 / 3), 1]


def test_overlapping_units_have_no_unitizing_alpha_but_their_layers_do():
    found = [document(a=units((0, 9), (5, 20)), b=units((0, 9)))]
    assert "u_alpha_layered" in why(found, "u_alpha")
    values = compute(found, ["u_alpha[quote]", "u_alpha_layered"])
    assert values["u_alpha[quote]"] == values["u_alpha_layered"] < 1


def test_fleiss_needs_equally_many_everywhere():
    found = [
        document("d1", a=units((3, 9)), b=units((3, 9))),
        document("d2", a=units((3, 9)), b=units((3, 9)), c=[]),
    ]
    assert "use alpha" in why(found, "fleiss_char")


def test_words_have_no_distance():
    said = [Unit(((3, 9),), "quote", {"type": "direct"})]
    found = [document(a=said, b=said)]
    assert "no number" in why(found, "attr_alpha_interval{type}")
    assert "no variation" in why(found, "attr_alpha_nominal{type}")
    assert "no unit" in why(found, "attr_alpha_nominal{speaker}")


# --- names ----------------------------------------------------------------------------


FOUND = [document("d1", a=units((3, 9)), b=units((3, 9)))]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("f1_exat", "Known are: f1_exact, f1_bounds"),
        ("", "no measure"),
        ("f1_exact:a|z", "There are: a, b"),
        ("f1_exact:a|a", "names no two annotators"),
        ("f1_exact@d9", "There are: d1"),
        ("f1_exact@d1.ci95", "many documents"),
        ("f1_exact{type}", "cannot be asked for one attribute"),
        ("n_docs[quote]", "cannot be asked for one label"),
        ("ku_alpha", "lacks the label: it is called ku_alpha[LABEL]"),
        ("attr_alpha_nominal", "attr_alpha_nominal{ATTRIBUTE}"),
        ("confusion.ci95", "for a number"),
        ("f1_exactly", "no measure"),
    ],
)
def test_a_name_that_means_nothing_is_refused_with_what_there_is(name, said):
    with pytest.raises(AgreementError) as error:
        compute(FOUND, [name])
    assert said in str(error.value)


def test_names_of_people_may_hold_any_sign():
    odd = ["a|b", "x@y.org", "c:d", "e [f] {g}"]
    found = [Document("d@1", 50, {name: units((3, 9)) for name in odd})]
    for a in odd:
        for b in odd:
            if a != b:
                for end in ("", "@d@1"):
                    name = f"f1_exact:{a}|{b}{end}"
                    assert compute(found, [name]) == {name: 1}


def test_a_label_that_nobody_used_is_undefined_and_no_error():
    assert compute(FOUND, ["f1_exact[claim]"]) == {"f1_exact[claim]": None}


def test_confusion_counts_who_called_it_what():
    found = [
        document(
            a=units((0, 5), (10, 15)) + units((20, 25), label="claim"),
            b=units((0, 5), label="claim") + units((10, 15), (30, 40)),
        )
    ]
    names = ["confusion:a|b", "confusion:b|a", "confusion"]
    one, other, both = compute(found, names).values()
    assert one == {"quote>claim": 1, "quote>quote": 1, "claim>": 1, ">quote": 1}
    assert other == {"claim>quote": 1, "quote>quote": 1, ">claim": 1, "quote>": 1}
    assert both["quote>claim"] == both["claim>quote"] == 1
    assert both["quote>quote"] == 2


def test_a_document_that_stands_twice_is_refused():
    with pytest.raises(AgreementError, match="'d1' stands twice"):
        summary(FOUND * 2)
    with pytest.raises(AgreementError, match="'d1' stands twice"):
        summary(FOUND) + summary(FOUND)


# --- intervals ------------------------------------------------------------------------


def many(number: int) -> list[Document]:
    return [
        document(f"d{i}", a=units((0, 10), (20, 30)), b=units((0, 10 + i % 3)))
        for i in range(number)
    ]


def test_an_interval_is_the_same_for_the_same_seed_and_holds_the_value():
    names = ["alpha_char", "alpha_char.ci95", "f1_soft", "f1_soft.ci95"]
    once = compute(many(12), names, bootstrap=200, seed=3)
    assert compute(many(12)[::-1], names, bootstrap=200, seed=3) == once
    assert compute(many(12), names, bootstrap=200, seed=4) != once
    for name in ("alpha_char", "f1_soft"):
        low, high = once[f"{name}.ci95"]
        assert low < once[name] < high


def test_an_interval_is_that_of_computing_each_resample_anew():
    """Against the plain way: draw, compute from the documents, sort."""
    import random
    from statistics import quantiles

    found = many(6)
    low, high = compute(found, ["f1_soft.ci95"], bootstrap=300, seed=1)["f1_soft.ci95"]
    rng = random.Random(99)
    drawn = []
    for _ in range(300):
        resample = [
            Document(f"r{i}", one.length, one.annotators)
            for i, one in enumerate(rng.choices(found, k=6))
        ]
        drawn.append(compute(resample, ["f1_soft"])["f1_soft"])
    cuts = quantiles(drawn, n=40, method="inclusive")
    assert low == pytest.approx(cuts[0], abs=0.02)
    assert high == pytest.approx(cuts[-1], abs=0.02)


def test_one_document_has_no_interval():
    assert "two documents" in why(many(1), "f1_exact.ci95")


def test_resamples_without_a_value_are_left_out_and_counted():
    found = [document("d1", a=units((3, 9)), b=[]), document("d2", a=[], b=[])]
    values = Values(summary(found), bootstrap=100)
    assert values.interval("f1_exact") == (0, 0)
    assert 10 < values.left_out["f1_exact.ci95"] < 40
