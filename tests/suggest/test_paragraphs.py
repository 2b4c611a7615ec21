"""Invented news paragraphs, each read as the guideline reads it."""

import pytest

from tests.suggest import measure, paragraphs
from workbench.suggest.evaluation import plain


def ids(row: object) -> str:
    return str(row)[:60]


@pytest.mark.parametrize(("text", "wanted"), paragraphs.QUOTES, ids=ids)
def test_every_quote_of_a_paragraph_is_found_with_its_speaker(text, wanted):
    named = [(parts, kind, plain(speaker)) for parts, kind, speaker in wanted]
    assert measure.quotes_of(text) == named


@pytest.mark.parametrize(("text", "wanted"), paragraphs.FIGURES, ids=ids)
def test_every_figure_of_a_sentence_is_found_and_read(text, wanted):
    assert measure.figures_of(text) == wanted


@pytest.mark.parametrize(("text", "base"), paragraphs.BASES, ids=ids)
def test_a_share_says_of_what_it_is(text, base):
    found = measure.bases_of(text)
    assert base in found if base else found == [None]


@pytest.mark.parametrize(
    ("text", "words", "asserted_by", "disputed_by"), paragraphs.CLAIMS, ids=ids
)
def test_a_claim_is_found_with_both_sides(text, words, asserted_by, disputed_by):
    claim = measure.claims_of(text)[words]
    assert plain(str(claim["asserted_by"])) == plain(asserted_by)
    disputed = claim.get("disputed_by")
    assert (disputed and plain(str(disputed))) == (disputed_by and plain(disputed_by))


@pytest.mark.parametrize("text", paragraphs.NO_CLAIMS, ids=ids)
def test_wishes_thanks_and_questions_are_no_claims(text):
    assert measure.claims_of(text) == {}


@pytest.mark.parametrize(("text", "wanted"), paragraphs.BOILERPLATE, ids=ids)
def test_what_is_not_the_article_is_left_out(text, wanted):
    found = [text[r.start : r.end] for r in measure.regions(text)]
    assert found == (text.split("\n") if wanted is None else wanted)
