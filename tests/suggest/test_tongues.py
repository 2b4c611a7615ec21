"""Invented news paragraphs in other languages, each read as the guideline reads it."""

import pytest

from tests.suggest import measure, tongues
from workbench.suggest.evaluation import plain


@pytest.mark.parametrize(
    ("text", "wanted"), tongues.QUOTES, ids=[t[:50] for t, _ in tongues.QUOTES]
)
def test_every_quote_of_another_language_is_found_with_its_speaker(text, wanted):
    named = [(parts, kind, plain(speaker)) for parts, kind, speaker in wanted]
    assert measure.quotes_of(text) == named


@pytest.mark.parametrize(
    ("code", "verb"),
    [
        (c, verb)
        for c, (_, _, said) in tongues.REPORTING.items()
        for verb in said.split("|")
    ],
)
def test_what_news_reports_with_is_known_as_a_cue(code, verb):
    sentence, speaker, _ = tongues.REPORTING[code]
    text = sentence.format(verb)
    [(_, kind, who)] = measure.quotes_of(text)
    assert kind == "indirect"
    assert plain(speaker) in who


@pytest.mark.parametrize(
    "text", tongues.NO_QUOTES, ids=[t[:50] for t in tongues.NO_QUOTES]
)
def test_what_nobody_says_is_no_quote(text):
    assert measure.quotes_of(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"), tongues.FIGURES, ids=[t[:50] for t, _ in tongues.FIGURES]
)
def test_every_figure_of_another_language_is_found_and_read(text, wanted):
    assert measure.figures_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    tongues.BOILERPLATE,
    ids=[t[:30] for t, _ in tongues.BOILERPLATE],
)
def test_what_is_not_the_article_is_left_out_in_other_languages(text, wanted):
    assert [text[r.start : r.end] for r in measure.regions(text)] == wanted
