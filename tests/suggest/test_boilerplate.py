"""Stretches that are not the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.suggest.boilerplate import regions
from workbench.suggest.suggesters import suggest


def found(text: str) -> list[str]:
    return [text[region.start : region.end] for region in regions(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ORMSTADT (Herald) — It rained.", ["ORMSTADT (Herald) —"]),
        ("ORMSTADT, May 3. /OPA/. It rained.", ["ORMSTADT, May 3. /OPA/."]),
        ("May 3 (OPA) -- It rained.", ["May 3 (OPA) --"]),
        ("ORMSTADT – It rained.", ["ORMSTADT –"]),
        ("A boat. Photo: The Herald", ["Photo: The Herald"]),
        ("A boat. File Photo by Nia Holt/OPA", ["File Photo by Nia Holt/OPA"]),
        ("By Nia Holt", ["By Nia Holt"]),
        ("See also: Boats", ["See also: Boats"]),
        ("Sign up for our newsletter!", ["Sign up for our newsletter!"]),
        ("Seen it too? Call us on 01632 960 123.", None),
        ("ADVERTISEMENT", ["ADVERTISEMENT"]),
        ("© 2020 The Herald. All rights reserved.", None),
        ("https://example.org/boat.jpg", None),
        ("اقرأ أيضاً: النهر", None),
        ("ORMSTADT, Lirren -- It rained.", ["ORMSTADT, Lirren --"]),
        ("Ormstadt, Lirren (OPA) — It rained.", ["Ormstadt, Lirren (OPA) —"]),
        ("New Orm, Dec 11 (OPA) The house rose.", ["New Orm, Dec 11 (OPA)"]),
        ("A boat. (AFP Photo / Nia Holt)", ["(AFP Photo / Nia Holt)"]),
        ("A boat. [Nia Holt/Reuters]", ["[Nia Holt/Reuters]"]),
        ("17 May 2014 Last updated at 05:31 GMT", None),
        ("Published time: 16 Mar, 2014 18:01 Edited time: 18 Mar, 2014 10:16", None),
        ("With reporting by Nia Holt, AP and Interfax", None),
        ("Image caption", None),
        ("Source: The Tide and agencies", None),
        ("bar/clp/kjm", None),
        ("(Adds comment by the mayor, paragraphs 8-9)", None),
        ("By our staff", None),
        # These are the article.
        ("On 17 May 2014 it rained.", []),
        ("The Orm Press Agency (AP) said so.", []),
        ("“Call us on 555 0100 at night,” the mayor said.", []),
        ("In compliance with the ruling, the lock was shut.", []),
        ("LONDON (AP) — Oil prices rise", ["LONDON (AP) —"]),
        ("By Friday the water was gone.", []),
        ("Follow-up talks begin. Photos were taken by police.", []),
        ("Copyright law changed on Monday.", []),
        ("The council may not reproduce the map.", []),
        ("Mayor: No danger to homes", []),
    ],
)
def test_what_is_not_the_article_is_told_apart(text, wanted):
    assert found(text) == ([text] if wanted is None else wanted)


def test_a_line_that_comes_again_is_read_once():
    line = "The flag of Orm flies over the old customs house."
    assert found(f"{line}\n\n{line} Photo: The Herald") == [f"{line} Photo: The Herald"]


def test_a_list_of_headlines_is_skipped_and_a_paragraph_after_it_is_not():
    text = "Latest headlines\nBoat sinks\nTown cheers\n\nThe lock closed on Monday."
    assert found(text) == ["Latest headlines", "Boat sinks", "Town cheers"]


def test_nothing_is_suggested_where_the_article_is_not():
    text = "See also: 40 boats sink, “All is lost,” says Ida Brandt"
    assert suggest(text).suggestions == ()
    assert suggest(text.replace("See also: ", "")).suggestions != ()


def test_the_first_lines_name_a_section_and_an_author() -> None:
    text = (
        "World\n\nLock leaks\n\nNia Holt-Brandt\n\nORMSTADT\n\n"
        "The lock of Ormstadt leaks.\n\nIt rained.\n\nNia Holt"
    )
    assert found(text) == ["World", "Nia Holt-Brandt", "ORMSTADT"]


PIECES = (
    *(
        "LONDON (AP) — ",
        "May 3 (OPA) -- ",
        "(UPI) ",
        "Photo: Nia ",
        "(AFP Photo / Ida Holm)",
    ),
    *(
        "Oil rose. ",
        "© 2020 ",
        "By Nia Holt",
        "\n",
        "(Reporting by Ida Orm)",
        "Advertisement",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_regions_lie_apart_and_in_order(text: str) -> None:
    last = 0
    for region in regions(text):
        assert last <= region.start < region.end <= len(text)
        last = region.end
