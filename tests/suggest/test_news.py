"""Invented news articles, each read as the guideline reads it."""

import pytest

from tests.suggest import news


@pytest.mark.parametrize("folder", news.FOLDERS)
def test_whole_articles_are_read_but_for_what_is_named(folder: str) -> None:
    wrong = [line for score in news.scores(folder).values() for line in score.wrong]
    assert sorted(wrong) == sorted(news.NOT_YET[folder])


@pytest.mark.parametrize("folder", news.AT_LEAST)
def test_articles_by_other_hands_are_read_no_worse_than_they_were(folder: str) -> None:
    scores = news.scores(folder)
    worse = {
        name: (round(scores[name].precision, 3), round(scores[name].recall, 3))
        for name, (precision, recall) in news.AT_LEAST[folder].items()
        if scores[name].precision < precision or scores[name].recall < recall
    }
    assert not worse


def test_a_marked_text_says_what_is_to_be_found() -> None:
    article = news.read(
        "lock",
        '⟪Tides⟫ ⟦"It leaks,"|+⟧ she said. ⟦"By {1.5 m|measure 1.5 metre}."|d:Ida⟧',
    )
    assert article.text == 'Tides "It leaks," she said. "By 1.5 m."'
    region, figure, quote = article.answers
    assert region.fragments == ((0, 5),)
    assert [article.text[a:b] for a, b in figure.fragments] == ["1.5 m"]
    assert figure.attributes["unit"] == "metre"
    assert [article.text[a:b] for a, b in quote.fragments] == [
        '"It leaks,"',
        '"By 1.5 m."',
    ]
