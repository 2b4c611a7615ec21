"""Which clauses could turn out false, whose they are, and who disputes them."""

import pytest

from workbench.suggest.suggesters import suggest


def found(text: str, claims: str = "careful") -> dict[str, dict[str, object]]:
    return {
        text[m.start : m.end]: dict(m.attributes)
        for m in suggest(text, claims).suggestions
        if m.label == "claim"
    }


def test_a_figure_makes_a_claim_of_a_sentence():
    text = "The lock cost €40 million in 1998. It rained."
    assert found(text)["The lock cost €40 million in 1998"] == {
        "asserted_by": "article",
        "checkable": "check_worthy",
        "type": "quantity",
    }


def test_a_claim_in_a_quote_is_its_speakers():
    text = "Ida Brandt said that 300 boats had sunk. “Every boat sank,” she added."
    claims = found(text, "eager")
    assert claims["300 boats had sunk"]["asserted_by"] == "Ida Brandt"
    assert claims["Every boat sank"]["asserted_by"] == "Ida Brandt"


def test_what_is_denied_is_disputed_by_who_denies_it():
    text = "Ida Brandt denied that 300 boats had sunk."
    assert found(text)["300 boats had sunk"]["asserted_by"] == "unknown"
    assert found(text)["300 boats had sunk"]["disputed_by"] == "Ida Brandt"


def test_who_rejects_a_charge_disputes_the_claims_before():
    text = (
        "Ida Brandt said that 300 boats had sunk.\n\n"
        "Tomas Reyl, the harbour master, rejected the claim."
    )
    assert found(text)["300 boats had sunk"]["disputed_by"] == "Tomas Reyl"


def test_what_a_speaker_rejects_belongs_to_the_other_side():
    text = (
        "“I am tired of complaints from the river board that the dam is allegedly "
        "unsafe as if we slept,” Ida Brandt said."
    )
    claim = found(text)["the dam is allegedly unsafe"]
    assert claim["asserted_by"] == "the river board"
    assert claim["disputed_by"] == "Ida Brandt"


def test_a_clause_that_its_cue_interrupts_is_one_claim():
    text = "The lock, Ida Brandt said, cost €40 million in 1998."
    [claim] = [m for m in suggest(text).suggestions if m.label == "claim"]
    assert [text[s:e] for s, e in claim.fragments] == [
        "The lock",
        "cost €40 million in 1998",
    ]
    assert claim.attributes["asserted_by"] == "Ida Brandt"


def test_a_claim_that_nobody_is_named_for_is_somebodys():
    text = "Asked about the claim that 300 boats had sunk, Ida Brandt left."
    assert found(text)["300 boats had sunk"]["asserted_by"] == "unknown"


def test_words_that_only_end_like_a_wish_are_none():
    assert found("Their income fell by 12 percent in 1998.") != {}


@pytest.mark.parametrize(
    "text",
    [
        "“Let them decide,” Ida Brandt said.",
        "“I think it is a lovely bridge,” Ida Brandt said.",
        "“Was it ever safe?” Ida Brandt asked.",
        "Advertisement",
        "Sign up for our newsletter and get 3 boats a day.",
    ],
)
def test_wishes_opinions_questions_and_furniture_are_no_claims(text):
    assert found(text) == {}


def test_the_lead_says_how_readily_claims_are_suggested():
    text = "The quay was repaired in spring. The lock cost €40 million."
    assert set(found(text, "eager")) > set(found(text, "careful"))
    assert found(text, "off") == {}
    assert [m.label for m in suggest(text, "off").suggestions] == ["figure"]
