"""What a figure says: its kind, value, unit and how exact it is."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.places import shipped
from workbench.schema import load
from workbench.suggest import lexicon
from workbench.suggest.figures import read

CONTRACT = load()

#: words, kind, value, upper value, unit, modifier
TABLE = [
    # Counts, and how numbers are written.
    ("300", "count", 300, None, None, "exact"),
    ("11,494", "count", 11494, None, None, "exact"),
    ("1,234,567", "count", 1234567, None, None, "exact"),
    ("1.234.567", "count", 1234567, None, None, "exact"),
    ("1.234,5", "count", 1234.5, None, None, "exact"),
    ("1,234.5", "count", 1234.5, None, None, "exact"),
    ("12 645", "count", 12645, None, None, "exact"),
    ("12\u202f645,5", "count", 12645.5, None, None, "exact"),
    ("1'234", "count", 1234, None, None, "exact"),
    ("12,34,567", "count", 1234567, None, None, "exact"),
    ("3.5", "count", 3.5, None, None, "exact"),
    ("3,5", "count", 3.5, None, None, "exact"),
    ("1234,567", "count", 1234.567, None, None, "exact"),
    ("0.125", "count", 0.125, None, None, "exact"),
    # In German a thousand and more, in English one and a bit: nobody can tell.
    ("1.234", "count", None, None, None, "exact"),
    ("1.2.3", "count", None, None, None, "exact"),
    ("1,23,4", "count", None, None, None, "exact"),
    ("٣٠٠", "count", 300, None, None, "exact"),
    ("٦٢٫٤", "count", 62.4, None, None, "exact"),
    ("２１", "count", 21, None, None, "exact"),
    ("2½", "count", 2.5, None, None, "exact"),
    ("300 boats", "count", 300, None, None, "exact"),
    ("9" * 30, "count", None, None, None, "exact"),
    # Numbers in words.
    ("four", "count", 4, None, None, "exact"),
    ("Twenty-one", "count", 21, None, None, "exact"),
    ("one hundred and five", "count", 105, None, None, "exact"),
    ("a hundred", "count", 100, None, None, "exact"),
    ("two thousand five hundred", "count", 2500, None, None, "exact"),
    ("two million three hundred thousand", "count", 2300000, None, None, "exact"),
    ("half a million", "count", 500000, None, None, "exact"),
    ("one and a half million", "count", 1500000, None, None, "exact"),
    ("a dozen", "count", 12, None, None, "exact"),
    ("two dozen", "count", 24, None, None, "exact"),
    ("half a dozen", "count", 6, None, None, "exact"),
    ("a boat", "count", None, None, None, "exact"),
    ("2.3 million", "count", 2300000, None, None, "exact"),
    ("1.234 million", "count", 1234000, None, None, "exact"),
    ("5k", "count", 5000, None, None, "exact"),
    ("5bn", "count", 5000000000, None, None, "exact"),
    ("38億", "count", 3800000000, None, None, "exact"),
    ("40 тыс.", "count", 40000, None, None, "exact"),
    # How exact.
    ("Almost 40", "count", 40, None, None, "almost"),
    ("nearly 40", "count", 40, None, None, "almost"),
    ("just under 40", "count", 40, None, None, "almost"),
    ("close to 40", "count", 40, None, None, "almost"),
    ("about 40", "count", 40, None, None, "approx"),
    ("~40", "count", 40, None, None, "approx"),
    ("40 or so", "count", 40, None, None, "approx"),
    ("40-odd", "count", 40, None, None, "approx"),
    ("up to 60", "count", 60, None, None, "at_most"),
    ("no more than 60", "count", 60, None, None, "at_most"),
    ("as many as 60", "count", 60, None, None, "at_most"),
    ("at least 19", "count", 19, None, None, "at_least"),
    ("no fewer than 19", "count", 19, None, None, "at_least"),
    ("19 or more", "count", 19, None, None, "at_least"),
    ("300+", "count", 300, None, None, "at_least"),
    ("More than 1,200", "count", 1200, None, None, "more_than"),
    ("well over 300", "count", 300, None, None, "more_than"),
    ("in excess of 300", "count", 300, None, None, "more_than"),
    ("fewer than 300", "count", 300, None, None, "less_than"),
    ("no more than about 300", "count", 300, None, None, "at_most"),
    ("exactly 300", "count", 300, None, None, "exact"),
    ("mindestens 300", "count", 300, None, None, "at_least"),
    ("أكثر من 300", "count", 300, None, None, "more_than"),
    ("свыше 300", "count", 300, None, None, "more_than"),
    # Percent.
    ("almost 97 percent", "percent", 97, None, "percent", "almost"),
    ("12.5 per cent", "percent", 12.5, None, "percent", "exact"),
    ("62.4\u00a0%", "percent", 62.4, None, "percent", "exact"),
    ("forty percent", "percent", 40, None, "percent", "exact"),
    ("less than 1%", "percent", 1, None, "percent", "less_than"),
    ("1.125 percent", "percent", 1.125, None, "percent", "exact"),
    ("two percentage points", "percent", 2, None, "percentage point", "exact"),
    ("rund 40 Prozent", "percent", 40, None, "percent", "approx"),
    ("près de 40 pour cent", "percent", 40, None, "percent", "approx"),
    ("más del 40 por ciento", "percent", 40, None, "percent", "more_than"),
    ("más de 40 por ciento", "percent", 40, None, "percent", "more_than"),
    ("майже 40 відсотків", "percent", 40, None, "percent", "almost"),
    ("نحو 62.4 في المئة", "percent", 62.4, None, "percent", "approx"),
    ("−2.5%", "percent", -2.5, None, "percent", "exact"),
    # Money.
    ("$2 million", "money", 2000000, None, "USD", "exact"),
    ("US$2m", "money", 2000000, None, "USD", "exact"),
    ("€4.2m", "money", 4200000, None, "EUR", "exact"),
    ("some €310m", "money", 310000000, None, "EUR", "approx"),
    ("£14.30", "money", 14.3, None, "GBP", "exact"),
    ("CHF 1'200", "money", 1200, None, "CHF", "exact"),
    ("1,200 EUR", "money", 1200, None, "EUR", "exact"),
    ("40 million dollars", "money", 40000000, None, "USD", "exact"),
    ("40 Mio. Euro", "money", 40000000, None, "EUR", "exact"),
    ("38 مليون يورو", "money", 38000000, None, "EUR", "exact"),
    ("38億円", "money", 3800000000, None, "JPY", "exact"),
    ("kr 300", "money", 300, None, None, "exact"),
    ("300 crowns", "money", 300, None, None, "exact"),
    ("-$40", "money", -40, None, "USD", "exact"),
    # Lengths of time.
    ("41 years", "duration", 41, None, "year", "exact"),
    ("18-month", "duration", 18, None, "month", "exact"),
    ("within 48 hours", "duration", 48, None, "hour", "at_most"),
    ("four decades", "duration", 40, None, "year", "exact"),
    ("two centuries", "duration", 200, None, "year", "exact"),
    ("a fortnight", "duration", 14, None, "day", "exact"),
    ("a week", "duration", 1, None, "week", "exact"),
    ("half an hour", "duration", 0.5, None, "hour", "exact"),
    ("two and a half years", "duration", 2.5, None, "year", "exact"),
    ("an hour and a half", "duration", 1.5, None, "hour", "exact"),
    ("24 شهراً", "duration", 24, None, "month", "exact"),
    ("18 Monate", "duration", 18, None, "month", "exact"),
    # Measures.
    ("14\u00a0km", "measure", 14, None, "kilometre", "exact"),
    ("1.8 metres", "measure", 1.8, None, "metre", "exact"),
    ("5 m", "measure", 5, None, "metre", "exact"),
    ("40 tonnes", "measure", 40, None, "tonne", "exact"),
    ("1.9m tonnes", "measure", 1900000, None, "tonne", "exact"),
    ("300 square metres", "measure", 300, None, "square metre", "exact"),
    ("24 °C", "measure", 24, None, "degree Celsius", "exact"),
    ("90 km/h", "measure", 90, None, "kilometre per hour", "exact"),
    ("minus 3 degrees", "measure", -3, None, "degree", "exact"),
    # Dates.
    ("12 March 2019", "date", "2019-03-12", None, None, "exact"),
    ("March 12, 2019", "date", "2019-03-12", None, None, "exact"),
    ("Sunday, 17 September 2023", "date", "2023-09-17", None, None, "exact"),
    ("the 17th of September", "date", "--09-17", None, None, "exact"),
    ("March 12", "date", "--03-12", None, None, "exact"),
    ("Sept. 17", "date", "--09-17", None, None, "exact"),
    ("March 2019", "date", "2019-03", None, None, "exact"),
    ("2019-03-12", "date", "2019-03-12", None, None, "exact"),
    ("12.03.2019", "date", "2019-03-12", None, None, "exact"),
    ("25/03/2019", "date", "2019-03-25", None, None, "exact"),
    ("03/25/2019", "date", "2019-03-25", None, None, "exact"),
    ("03/04/2019", "date", None, None, None, "exact"),
    ("2019", "date", "2019", None, None, "exact"),
    ("circa 1650", "date", "1650", None, None, "approx"),
    ("early 2019", "date", "2019", None, None, "approx"),
    ("mid-March", "date", "--03", None, None, "approx"),
    ("the 1990s", "date", None, None, None, "exact"),
    ("12.13.2019", "date", None, None, None, "exact"),
    ("February 30", "date", None, None, None, "exact"),
    ("February 29", "date", "--02-29", None, None, "exact"),
    ("29 February 2019", "date", None, None, None, "exact"),
    ("12. März 2019", "date", "2019-03-12", None, None, "exact"),
    ("1er mars 2019", "date", "2019-03-01", None, None, "exact"),
    ("12 de marzo de 2019", "date", "2019-03-12", None, None, "exact"),
    ("12 марта 2019 года", "date", "2019-03-12", None, None, "exact"),
    ("28 سبتمبر/أيلول 2023", "date", "2023-09-28", None, None, "exact"),
    ("2023年9月17日", "date", "2023-09-17", None, None, "exact"),
    ("2023년 9월 17일", "date", "2023-09-17", None, None, "exact"),
    # A bound makes a count of it, and so does a number that is no likely year.
    ("more than 1800", "count", 1800, None, None, "more_than"),
    ("about 2000", "count", 2000, None, None, "approx"),
    ("1200", "count", 1200, None, None, "exact"),
    # Ranges.
    ("between 400 and 600", "count", 400, 600, None, "between"),
    ("from 400 to 600", "count", 400, 600, None, "between"),
    ("15–20%", "percent", 15, 20, "percent", "between"),
    ("15% to 20%", "percent", 15, 20, "percent", "between"),
    ("between 15% and 20%", "percent", 15, 20, "percent", "between"),
    ("2 to 3 million", "count", 2000000, 3000000, None, "between"),
    ("500 to 2 million", "count", 500, 2000000, None, "between"),
    ("€15–20", "money", 15, 20, "EUR", "between"),
    ("$2m-$3m", "money", 2000000, 3000000, "USD", "between"),
    ("6 to 9 months", "duration", 6, 9, "month", "between"),
    ("three to five years", "duration", 3, 5, "year", "between"),
    ("zwischen 3 und 5 Tonnen", "measure", 3, 5, "tonne", "between"),
    ("بين 15 و20 في المئة", "percent", 15, 20, "percent", "between"),
    ("March 12 to March 15", "date", "--03-12", "--03-15", None, "between"),
    ("March 12–15", "date", "--03-12", "--03-15", None, "between"),
    ("12 to 15 March 2019", "date", "2019-03-12", "2019-03-15", None, "between"),
    ("March 12-15, 2019", "date", "2019-03-12", "2019-03-15", None, "between"),
    ("March 12 to April 2, 2019", "date", "2019-03-12", "2019-04-02", None, "between"),
    (
        "between January 2021 and July 2023",
        "date",
        "2021-01",
        "2023-07",
        None,
        "between",
    ),
    ("March to May 2019", "date", "2019-03", "2019-05", None, "between"),
    ("2014 to March 2016", "date", "2014", "2016-03", None, "between"),
    ("2014–2016", "date", "2014", "2016", None, "between"),
    ("2014-16", "date", "2014", "2016", None, "between"),
    ("1500 to 2000", "count", 1500, 2000, None, "between"),
    ("40 to boats", "count", 40, None, None, "exact"),
    ("3–1", "count", None, None, None, "exact"),
    # Ratios.
    ("one in five", "ratio", 0.2, None, None, "exact"),
    ("more than two in three", "ratio", 0.6667, None, None, "more_than"),
    ("nine out of every ten", "ratio", 0.9, None, None, "exact"),
    ("1 in 0", "ratio", None, None, None, "exact"),
    ("a third", "ratio", 0.3333, None, None, "exact"),
    ("two-thirds", "ratio", 0.6667, None, None, "exact"),
    ("three quarters of voters", "ratio", 0.75, None, None, "exact"),
    ("fewer than half", "ratio", 0.5, None, None, "less_than"),
    ("1/3", "ratio", 0.3333, None, None, "exact"),
    ("⅔", "ratio", 0.6667, None, None, "exact"),
    ("24/7", "ratio", None, None, None, "exact"),
    ("twice", "ratio", 2, None, None, "exact"),
    ("three times", "ratio", 3, None, None, "exact"),
    ("tenfold", "ratio", 10, None, None, "exact"),
    ("3 to 1", "ratio", 3, None, None, "exact"),
    ("4:1", "ratio", 4, None, None, "exact"),
    ("7:30", "ratio", None, None, None, "exact"),
    ("zwei Drittel", "ratio", 0.6667, None, None, "exact"),
    # Ranks.
    ("fourth", "ordinal", 4, None, None, "exact"),
    ("the third", "ordinal", 3, None, None, "exact"),
    ("21st", "ordinal", 21, None, None, "exact"),
    ("twenty-first", "ordinal", 21, None, None, "exact"),
    ("الثالث", "ordinal", 3, None, None, "exact"),
    # No figure at all.
    ("", "count", None, None, None, "exact"),
    ("about", "count", None, None, None, "exact"),
    ("most of them", "count", None, None, None, "exact"),
    ("?!", "count", None, None, None, "exact"),
]


@pytest.mark.parametrize(
    ("words", "kind", "value", "value_max", "unit", "modifier"),
    TABLE,
    ids=[row[0][:30] for row in TABLE],
)
def test_a_figure_is_read(words, kind, value, value_max, unit, modifier):
    found = read(words)
    assert (found.kind, found.value, found.value_max, found.unit, found.modifier) == (
        kind,
        value,
        value_max,
        unit,
        modifier,
    )
    assert type(found.value) is type(value)


def attributes(words: str) -> dict[str, object]:
    found = read(words)
    named = {
        "kind": found.kind,
        "value": found.value,
        "value_max": found.value_max,
        "unit": found.unit,
        "modifier": found.modifier,
    }
    return {name: value for name, value in named.items() if value is not None}


@pytest.mark.parametrize(
    "words", [row[0] for row in TABLE], ids=lambda words: words[:30]
)
def test_what_is_read_fits_the_schema(words):
    assert CONTRACT.attribute_problems("figure", attributes(words)) == []


PARTS = st.sampled_from(
    [
        *(*lexicon.BEFORE, *lexicon.AFTER, *lexicon.SCALES, *lexicon.SIGNS),
        *lexicon.UNITS,
        *("between", "and", "to", "-", "–", "in", "of", "a", "half", "third", "March"),
        *("1", "12", "31", "2019", "1,234", "1.5", "٤", "½", "/", ":", "five", "the"),
    ]
)


@given(st.lists(PARTS, max_size=8), st.sampled_from(["", " "]))
def test_whatever_is_read_fits_the_schema(parts, glue):
    words = glue.join(parts)
    assert CONTRACT.attribute_problems("figure", attributes(words)) == []


@given(st.text(max_size=60))
def test_any_text_can_be_read(words):
    json.dumps(attributes(words), allow_nan=False)


@given(st.integers(0, 10**12))
def test_a_number_is_read_however_its_thousands_are_marked(number):
    for written in (f"{number:,}", f"{number:,}".replace(",", " ")):
        found = read(f"{written} boats")
        assert (found.kind, found.value) == ("count", number)


@pytest.mark.parametrize(
    "seed",
    [
        "1",
        " ",
        '"',
        "a",
        "1,",
        "1 ",
        "1.",
        "about ",
        "million ",
        "one ",
        "-",
        "and ",
        "٤",
    ],
)
def test_no_words_make_reading_run_away(seed):
    began = time.perf_counter()
    for size in (119, 400, 100_000):
        read(seed * (size // len(seed)))
        read("1" + seed * (size // len(seed)) + "x")
    assert time.perf_counter() - began < 10


def test_every_modifier_of_the_words_is_one_of_the_schema():
    schema = json.loads(shipped("schema.json").read_bytes())
    known = schema["$defs"]["figure"]["properties"]["modifier"]["enum"]
    assert {*lexicon.BEFORE.values(), *lexicon.AFTER.values()} <= set(known)
    kinds = schema["$defs"]["figure"]["properties"]["kind"]["enum"]
    assert {kind for kind, _, _ in lexicon.UNITS.values()} <= set(kinds)
