"""Printed values of papers, by the name of the paper."""

import pytest

from workbench.agreement import Document, Unit, compute

None_ = "."


def coding(*rows: str) -> dict[str, list[str]]:
    """Observers and what each says of unit after unit; "." where one says nothing."""
    return {f"o{i}": row.split() for i, row in enumerate(rows)}


def by_item(items: str) -> dict[str, list[str]]:
    """The same from one word a unit, a sign an observer."""
    return coding(*(" ".join(signs) for signs in zip(*items.split(), strict=True)))


def as_attribute(said: dict[str, list[str]]) -> list[Document]:
    """Each value as an attribute of a unit that everybody marked."""
    length = len(next(iter(said.values())))
    return [
        Document(
            "d",
            length,
            {
                who: [
                    Unit(
                        ((at, at + 1),),
                        "item",
                        {} if value == None_ else {"v": float(value)},
                    )
                    for at, value in enumerate(values)
                ]
                for who, values in said.items()
            },
        )
    ]


def as_labels(said: dict[str, list[str]]) -> list[Document]:
    """Each value as the label of one character, each character a document: so who says
    nothing of it has not finished it."""
    length = len(next(iter(said.values())))
    return [
        Document(
            f"d{at}",
            1,
            {
                who: [Unit(((0, 1),), values[at])]
                for who, values in said.items()
                if values[at] != None_
            },
        )
        for at in range(length)
    ]


def table(**cells: int) -> list[Document]:
    """Two observers from a contingency table: the cell `ab` is "a" against "b"."""
    pairs = [cell for cell, times in cells.items() for _ in range(times)]
    return as_labels(by_item(" ".join(pairs)))


def levels(said: dict[str, list[str]]) -> dict[str, float]:
    names = [f"attr_alpha_{x}" for x in ("nominal", "ordinal", "interval", "ratio")]
    found = compute(as_attribute(said), [f"{name}{{v}}" for name in names])
    return {name.split("_")[-1].split("{")[0]: value for name, value in found.items()}


KRIPPENDORFF_2011 = coding(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . .",
    ". 3 3 3 2 3 4 2 2 5 1 3",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def test_krippendorff_2004_page_230_four_observers():
    assert levels(KRIPPENDORFF_2011) == {
        "nominal": pytest.approx(0.743421, abs=1e-6),
        "ordinal": pytest.approx(0.815388, abs=1e-6),
        "interval": pytest.approx(0.849107, abs=1e-6),
        "ratio": pytest.approx(0.797403, abs=1e-6),
    }
    labels = compute(as_labels(KRIPPENDORFF_2011), ["alpha_char"])
    assert labels["alpha_char"] == pytest.approx(0.743421, abs=1e-6)


@pytest.mark.parametrize(
    ("items", "printed"),
    [
        ("10 11 01 00 00 01 00 01 00 00", 0.095),
        ("aa ab bb bb bb bb bc cc cc cc cc cc", None),
        ("111 122 222 444 144 222 123 333 222", 0.642),
    ],
    ids=["krippendorff_2004_page_224", "krippendorff_2004_page_227", "1980_page_139"],
)
def test_krippendorff_nominal(items, printed):
    found = compute(as_labels(by_item(items)), ["alpha_char"])["alpha_char"]
    wanted = 0.734 if printed is None else printed
    assert found == pytest.approx(wanted, abs=0.0006)


def test_krippendorff_1980_page_139_by_level():
    found = levels(by_item("111 122 222 444 144 222 123 333 222"))
    assert found["interval"] == pytest.approx(0.547, abs=0.0006)
    assert found["ratio"] == pytest.approx(0.483, abs=0.0006)


def test_krippendorff_2011_meg_and_owen():
    said = coding("a a b b d c c c e d d a", "b a b b b c c c e d d d")
    found = compute(as_labels(said), ["alpha_char"])["alpha_char"]
    assert found == pytest.approx(0.692, abs=0.0006)


def test_hayes_and_krippendorff_2007_page_84():
    said = by_item(
        "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. "
        "33223 111.1 111.1 212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. "
        "00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. "
        "111.1"
    )
    assert levels(said)["ordinal"] == pytest.approx(0.7598, abs=0.00006)


def test_fleiss_1971_page_379():
    documents = as_labels(
        by_item(
            "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 "
            "144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 "
            "555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
        )
    )
    found = compute(documents, ["fleiss_char", *(f"fleiss_char[{k}]" for k in "12345")])
    assert found.pop("fleiss_char") == pytest.approx(0.430245, abs=1e-6)
    printed = [0.245, 0.245, 0.520, 0.471, 0.566]
    assert list(found.values()) == [pytest.approx(p, abs=0.0006) for p in printed]


def test_the_ten_subjects_of_fourteen_raters():
    """The worked example of the encyclopaedia's page on Fleiss' kappa."""
    counts = (
        "0 0 0 0 14|0 2 6 4 2|0 0 3 5 6|0 3 9 2 0|2 2 8 1 1|7 7 0 0 0|3 2 6 3 0|"
        "2 5 3 2 2|6 5 2 1 0|0 2 2 3 7"
    )
    items = [
        "".join(str(k) * int(n) for k, n in enumerate(row.split()))
        for row in counts.split("|")
    ]
    found = compute(as_labels(by_item(" ".join(items))), ["fleiss_char"])
    assert found["fleiss_char"] == pytest.approx(0.210, abs=0.0006)


def test_cohen_1960_page_45():
    cells = {"aa": 88, "ab": 14, "ac": 18, "ba": 10, "bb": 40, "bc": 10}
    found = compute(table(**cells, ca=2, cb=6, cc=12), ["kappa_char:o0|o1"])
    assert found["kappa_char:o0|o1"] == pytest.approx(0.492, abs=0.0006)


def test_artstein_and_poesio_2008_pages_558_and_568():
    first = compute(table(ss=20, sr=20, rs=10, rr=50), ["kappa_char"])
    assert first["kappa_char"] == pytest.approx(0.348, abs=0.0006)
    second = compute(table(ss=46, rs=6, rr=32, rc=6, cc=10), ["kappa_char"])
    assert second["kappa_char"] == pytest.approx(0.801, abs=0.0006)


def test_krippendorff_2004_page_246_rewards_differing_margins_by_kappa():
    even = table(aa=12, ab=9, ac=9, ba=9, bb=14, bc=9, ca=9, cb=9, cc=20)
    uneven = table(aa=12, ab=18, ac=18, bb=14, bc=18, cc=20)
    found = [compute(one, ["kappa_char"])["kappa_char"] for one in (even, uneven)]
    assert found == [pytest.approx(0.186, abs=6e-4), pytest.approx(0.258, abs=6e-4)]


def test_randolph_2005_page_17():
    even = compute(as_labels(by_item("yyy yyn nny nnn")), ["fleiss_char"])
    assert even["fleiss_char"] == pytest.approx(0.33, abs=0.006)
    uneven = compute(as_labels(by_item("yyy yyn yyn yyy")), ["fleiss_char"])
    assert uneven["fleiss_char"] == pytest.approx(-0.2, abs=0.006)


def test_zwick_1988_page_376():
    """Of two annotators, Fleiss' kappa is Scott's pi."""
    names = ["fleiss_char", "kappa_char"]
    same = table(aa=20, ad=5, bb=10, bc=15, cb=15, cc=10, da=5, dd=20)
    assert list(compute(same, names).values()) == [pytest.approx(0.467, abs=6e-4)] * 2
    differ = table(
        aa=20, ab=5, ac=5, ad=10, bb=10, bc=5, bd=5, cb=5, cc=10, cd=5, dd=20
    )
    assert list(compute(differ, names).values()) == [
        pytest.approx(0.460, abs=6e-4),
        pytest.approx(0.474, abs=6e-4),
    ]


def test_brennan_and_prediger_1981_page_689():
    found = compute(table(aa=50, ba=10, bb=10, bc=10, ca=20), ["kappa_char"])
    assert found["kappa_char"] == pytest.approx(0.27, abs=0.006)


def test_warrens_2010_page_284():
    items = [
        *["nnnnnnnn"] * 14,
        "nnnannnn",
        "nnnnnnna",
        *["aaaaaaaa"] * 10,
        *["aanaaaan"] * 2,
        "aananaan",
        "aananann",
    ]
    found = compute(as_labels(by_item(" ".join(items))), ["fleiss_char", "kappa_char"])
    assert found["fleiss_char"] == pytest.approx(0.8324, abs=0.00006)
    # Printed a little high: Light's kappa of this table is 0.83244.
    assert found["kappa_char"] == pytest.approx(0.8325, abs=0.0001)


@pytest.mark.parametrize(
    ("first", "second", "kappa"),
    [
        ("2-10 14-20", "4-8 15-17", 0.385),
        ("0-18", "0-2 2-3 3-4 4-5 5-6 6-9 9-10", 0.385),
        ("2-8 10-12 14-18 20-22", "0-2 4-8 10-14 16-18 20-22", 0.314),
    ],
    ids=["bertha_and_bill", "john_and_jill", "gerret_and_gill"],
)
def test_krippendorff_1995_page_57_cut_into_characters(first, second, kappa):
    document = Document(
        "continuum", 24, {"o0": _passages(first), "o1": _passages(second)}
    )
    found = compute([document], ["kappa_char", "fleiss_char", "alpha_char"])
    assert found["kappa_char"] == pytest.approx(kappa, abs=6e-4)
    assert found["fleiss_char"] == pytest.approx(0.314, abs=6e-4)
    # What alpha adds for a small sample: 1 / (2 * 24) of the disagreement.
    assert found["alpha_char"] == pytest.approx(0.329, abs=6e-4)


def test_krippendorff_1995_page_57_everything_marked_by_both_is_undefined():
    document = Document(
        "continuum",
        24,
        {"heather": _passages("0-2 2-10 10-24"), "hill": _passages("0-4 4-24")},
    )
    found = compute([document], ["kappa_char", "fleiss_char", "alpha_char"])
    assert set(found.values()) == {None}


def _passages(written: str) -> list[Unit]:
    """Units of one label from "start-end" words."""
    return [
        Unit((tuple(map(int, span.split("-"))),), "passage") for span in written.split()
    ]


def test_krippendorff_mathet_bouvry_and_widloecher_2016_alex_paul_and_suzan():
    def units(written: str) -> list[Unit]:
        found = []
        for word in written.split():
            label, _, span = word.partition(":")
            start, end = map(int, span.split("-"))
            found.append(Unit(((start, end),), label))
        return found

    document = Document(
        "continuum",
        60,
        {
            "Alex": units("1:2-9 2:11-17 5:24-30 6:32-36 6:36-44 7:44-60"),
            "Paul": units("1:2-9 3:11-17 5:19-25 6:32-44"),
            "Suzan": units("1:2-9 4:11-17 5:21-27 6:32-36 6:36-40 6:40-44"),
        },
    )
    names = ["u_alpha", "u_alpha_binary", "cu_alpha"]
    found = compute([document], names)
    assert [found[name] for name in names] == [
        pytest.approx(0.509670, abs=1e-6),
        pytest.approx(0.413226, abs=1e-6),
        pytest.approx(0.724082, abs=1e-6),
    ]
    each = compute([document], [f"ku_alpha[{k}]" for k in range(1, 8)])
    assert list(each.values()) == [1, 0, 0, 0, 1, 1, None]
