"""Invented news paragraphs, each read as the guideline reads it."""

import pytest

from tests.suggest import measure, mended, paragraphs, unseen
from workbench.suggest.evaluation import plain


def rows(table: list) -> list:
    """The rows as parameters; those not met yet are expected to fail."""
    return [
        pytest.param(
            *(row if isinstance(row, tuple) else (row,)),
            id=text[:60],
            marks=[pytest.mark.xfail(strict=True)] * (text in paragraphs.NOT_YET),
        )
        for row in table
        for text in [row[0] if isinstance(row, tuple) else row]
    ]


@pytest.mark.parametrize(("text", "wanted"), rows([*paragraphs.QUOTES, *mended.QUOTES]))
def test_every_quote_of_a_paragraph_is_found_with_its_speaker(text, wanted):
    named = [(parts, kind, plain(speaker)) for parts, kind, speaker in wanted]
    assert measure.quotes_of(text) == named


@pytest.mark.parametrize(
    ("text", "wanted"), rows([*paragraphs.FIGURES, *mended.FIGURES])
)
def test_every_figure_of_a_sentence_is_found_and_read(text, wanted):
    assert measure.figures_of(text) == wanted


@pytest.mark.parametrize(("text", "base"), rows(paragraphs.BASES))
def test_a_share_says_of_what_it_is(text, base):
    found = measure.bases_of(text)
    assert base in found if base else found == [None]


@pytest.mark.parametrize(
    ("text", "words", "asserted_by", "disputed_by"), rows(paragraphs.CLAIMS)
)
def test_a_claim_is_found_with_both_sides(text, words, asserted_by, disputed_by):
    claim = measure.claims_of(text)[words]
    assert plain(str(claim["asserted_by"])) == plain(asserted_by)
    disputed = claim.get("disputed_by")
    assert (disputed and plain(str(disputed))) == (disputed_by and plain(disputed_by))


@pytest.mark.parametrize("text", rows(paragraphs.NO_CLAIMS))
def test_wishes_thanks_and_questions_are_no_claims(text):
    assert measure.claims_of(text) == {}


@pytest.mark.parametrize("text", mended.BOILERPLATE)
def test_a_line_around_the_article_is_left_out(text):
    framed = f"The lake froze.\n{text}\nIt thawed on Monday."
    found = [framed[r.start : r.end] for r in measure.regions(framed)]
    assert found == text.split("\n")


@pytest.mark.parametrize(("caption", "credit"), mended.CREDITS)
def test_a_caption_is_read_without_its_credit(caption, credit):
    text = f"The lake froze.\n{caption}{credit}\nIt thawed on Monday."
    assert [text[r.start : r.end] for r in measure.regions(text)] == [credit]


def test_other_headlines_at_the_end_are_left_out():
    text = "The lake froze.\n" * 7 + "\n".join(mended.LAST_HEADLINES)
    found = [text[r.start : r.end] for r in measure.regions(text)]
    assert found == mended.LAST_HEADLINES
    # Two may be what somebody wrote as the last words.
    assert measure.regions(text[: text.rindex("\n")]) == []


@pytest.mark.parametrize("text", mended.ARTICLE_LINES)
def test_a_line_of_the_article_is_not_left_out(text):
    paragraphs = [f"The lake froze for the {number}th time." for number in range(7)]
    assert measure.regions("\n".join([*paragraphs[:4], text, *paragraphs[4:]])) == []


@pytest.mark.parametrize("lines", mended.LAST_LISTS)
def test_a_list_of_names_at_the_end_is_not_left_out(lines):
    assert measure.regions("The lake froze.\n" * 7 + "\n".join(lines)) == []


@pytest.mark.parametrize(("text", "wanted"), rows(paragraphs.BOILERPLATE))
def test_what_is_not_the_article_is_left_out(text, wanted):
    found = [text[r.start : r.end] for r in measure.regions(text)]
    assert found == (text.split("\n") if wanted is None else wanted)


def test_most_paragraphs_that_no_rule_was_mended_by_are_met():
    met = measure.tables(unseen)
    for name in ("quotes", "figures", "base", "claims", "no claims", "boilerplate"):
        assert met[name].hits >= 0.8 * met[name].rows, met[name].misses
