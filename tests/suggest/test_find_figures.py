"""Which numbers of a text are figures, and with which borders."""

import pytest

from workbench.suggest.boilerplate import regions
from workbench.suggest.find_figures import find


def found(text: str) -> list[tuple[str, dict[str, object]]]:
    return [
        (text[f.start : f.end], dict(f.attributes)) for f in find(text, regions(text))
    ]


#: A sentence, and of each figure its words, kind, value, upper value, unit, modifier.
TABLE = [
    (
        "The grant was worth $200 million over 18 months.",
        [
            ("$200 million", "money", 200000000, None, "USD", "exact"),
            ("18 months", "duration", 18, None, "month", "exact"),
        ],
    ),
    (
        "A 38-month ban began on 3 May 2021.",
        [
            ("38-month", "duration", 38, None, "month", "exact"),
            ("3 May 2021", "date", "2021-05-03", None, None, "exact"),
        ],
    ),
    (
        "Some 1.2 million people waited more than three hours.",
        [
            ("Some 1.2 million", "count", 1200000, None, None, "approx"),
            ("more than three hours", "duration", 3, None, "hour", "more_than"),
        ],
    ),
    (
        "They met on July 16 and stayed to July 18.",
        [
            ("July 16", "date", "--07-16", None, None, "exact"),
            ("July 18", "date", "--07-18", None, None, "exact"),
        ],
    ),
    (
        "From May 23 to May 27 the dock was shut.",
        [("May 23 to May 27", "date", "--05-23", "--05-27", None, "between")],
    ),
    (
        "Prices rose by 3 to 4 percent between 1998 and 2004.",
        [
            ("3 to 4 percent", "percent", 3, 4, "percent", "between"),
            ("between 1998 and 2004", "date", "1998", "2004", None, "between"),
        ],
    ),
    (
        "Two thirds of the boats, half of the crews and nine in ten cooks left.",
        [
            ("Two thirds", "ratio", 0.6667, None, None, "exact"),
            ("half", "ratio", 0.5, None, None, "exact"),
            ("nine in ten", "ratio", 0.9, None, None, "exact"),
        ],
    ),
    (
        "It was the fourth flood and the second-largest fire, a tenfold rise.",
        [
            ("fourth", "ordinal", 4, None, None, "exact"),
            ("second", "ordinal", 2, None, None, "exact"),
            ("tenfold", "ratio", 10, None, None, "exact"),
        ],
    ),
    (
        "At least 100 boats, up to 40 km out; winds of 40 mph.",
        [
            ("At least 100", "count", 100, None, None, "at_least"),
            ("up to 40 km", "measure", 40, None, "kilometre", "at_most"),
            ("40 mph", "measure", 40, None, "mile per hour", "exact"),
        ],
    ),
    # A verb before "over" makes it mean "during".
    (
        "It was paid back over 30 years.",
        [("30 years", "duration", 30, None, "year", "exact")],
    ),
    (
        "It stood for over 30 years.",
        [("over 30 years", "duration", 30, None, "year", "more_than")],
    ),
    # Other languages and scripts.
    (
        "Am 12. März 2019 zahlten rund 40 Prozent 3,5 Mio. Euro.",
        [
            ("12. März 2019", "date", "2019-03-12", None, None, "exact"),
            ("rund 40 Prozent", "percent", 40, None, "percent", "approx"),
            ("3,5 Mio. Euro", "money", 3500000, None, "EUR", "exact"),
        ],
    ),
    (
        "15 мая 2020 года 300 лодок стоили 40 тыс. рублей.",
        [
            ("15 мая 2020 года", "date", "2020-05-15", None, None, "exact"),
            ("300", "count", 300, None, None, "exact"),
            ("40 тыс. рублей", "money", 40000, None, "RUB", "exact"),
        ],
    ),
    (
        "غرق نحو 12 قارباً بين 15 و20 في المئة.",
        [
            ("نحو 12", "count", 12, None, None, "approx"),
            ("بين 15 و20 في المئة", "percent", 15, 20, "percent", "between"),
        ],
    ),
    (
        "2023年9月28日に300人が38億円を払った。",
        [
            ("2023年9月28日", "date", "2023-09-28", None, None, "exact"),
            ("300", "count", 300, None, None, "exact"),
            ("38億円", "money", 3800000000, None, "JPY", "exact"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TABLE, ids=[t for t, _ in TABLE])
def test_figures_are_found_with_their_borders_and_read(text, wanted):
    names = ("kind", "value", "value_max", "unit", "modifier")
    told = [(words, *(a.get(name) for name in names)) for words, a in found(text)]
    assert told == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The F-16 landed beside flight MH17.",
        "It hangs at Pier 7 and in Article 5.",
        "The COVID-19 rules of the G7 ended.",
        "Channel Four and Air Force One were there.",
        "She was one of the heroes.",
        "Both sides spoke; the two sides agreed.",
        "The picture is 1200x800 px.",
        "It began at 10:30 and ended at 7 p.m.",
        "Call +1 555-0134 or 0800 123 456.",
        "1. Take the boat.\n2) Row.",
        "See https://example.org/2019/04/story.",
        "In the 21st century a third party won.",
        "The first half was better than the second.",
        "Most residents and dozens of guests came.",
        "Version 2.0.1 is out for Windows 10.",
        "Photo: dock_2034.jpg",
    ],
)
def test_names_times_lists_and_page_furniture_are_no_figures(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Almost 40 percent of households lost power.", "households"),
        ("It was 61 percent of the town's votes.", "the town's votes"),
        ("Half of the people of Port Orm left.", "the people of Port Orm"),
        ("A rise of 40 percent was seen.", None),
        ("A third of whose boats sank.", None),
    ],
)
def test_a_share_says_of_what_where_the_text_does(text, base):
    assert found(text)[0][1].get("base") == base
