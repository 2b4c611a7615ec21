"""Stretches that are not the article."""

import pytest

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
        ("ADVERTISEMENT", ["ADVERTISEMENT"]),
        ("© 2020 The Herald. All rights reserved.", None),
        ("https://example.org/boat.jpg", None),
        ("اقرأ أيضاً: النهر", None),
        # These are the article.
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
