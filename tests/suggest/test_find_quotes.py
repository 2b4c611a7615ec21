"""Which words of a text are quotes, whose they are, and where they end."""

import pytest

from workbench.suggest.suggesters import suggest

#: Every text begins with these two, so that surnames and pronouns can mean them.
PEOPLE = "Ida Brandt, the mayor, and Tomas Reyl met.\n\nOn the pier.\n\nIt rained.\n\n"


def found(text: str, before: str = PEOPLE) -> list[tuple[list[str], str, str]]:
    """Of each quote its fragments, its type and its speaker."""
    whole = before + text
    return [
        (
            [whole[start:end] for start, end in made.fragments],
            str(made.attributes["type"]),
            str(made.attributes["speaker"]),
        )
        for made in suggest(whole).suggestions
        if made.label == "quote"
    ]


IDA, TOM = "Ida Brandt", "Tomas Reyl"
TABLE = [
    # The cue on either side, in either order, straight, curly and mixed marks.
    ("“It leaks,” Brandt said.", [(["“It leaks,”"], "direct", IDA)]),
    ('"It leaks," said Brandt.', [(['"It leaks,"'], "direct", IDA)]),
    ('“It leaks,” Reyl said."', [(["“It leaks,”"], "direct", TOM)]),
    ('“It leaks," Reyl warned.', [(['“It leaks,"'], "direct", TOM)]),
    ("‘It leaks’, Reyl told a reporter.", [(["‘It leaks’"], "direct", TOM)]),
    ('Reyl said: "It leaks. Badly."', [(['"It leaks. Badly."'], "direct", TOM)]),
    ('"Is it safe?" asked Brandt.', [(['"Is it safe?"'], "direct", IDA)]),
    (
        '"Let them [the council] pay," the mayor added.',
        [(['"Let them [the council] pay,"'], "direct", IDA)],
    ),
    (
        '"It leaks," he was quoted as saying by the Herald.',
        [(['"It leaks,"'], "direct", IDA)],
    ),
    (
        '"It leaks," Olaf Berg, head of the board of the lower lock, told Orm Radio.',
        [(['"It leaks,"'], "direct", "Olaf Berg")],
    ),
    # Interrupted: one quote, several fragments.
    (
        "“We sold it,” Brandt said. “Nobody cared.”",
        [(["“We sold it,”", "“Nobody cared.”"], "direct", IDA)],
    ),
    (
        '"It leaks," Reyl told reporters, "and it always did."',
        [(['"It leaks,"', '"and it always did."'], "direct", TOM)],
    ),
    (
        "The one thing left, Reyl said, is the north pier.",
        [(["The one thing left", "is the north pier"], "indirect", TOM)],
    ),
    (
        "“Is it safe?” Brandt asked. “I doubt it.”",
        [(["“Is it safe?”", "“I doubt it.”"], "direct", IDA)],
    ),
    (
        "Asked whether it leaks, a spokeswoman replied: “It does not.”",
        [(["“It does not.”"], "direct", "a spokeswoman")],
    ),
    (
        "The dam leaks, the county engineer has warned.",
        [(["The dam leaks"], "indirect", "the county engineer")],
    ),
    ("‘It leaks,’ said Reyl.", [(["‘It leaks,’"], "direct", TOM)]),
    (
        "Olaf Berg, head of the lock, called it a joke and said it would be shut.",
        [(["it would be shut"], "indirect", "Olaf Berg")],
    ),
    (
        "Reyl said it was “fine”, but warned: “It leaks.”",
        [(["it was “fine”"], "mixed", TOM), (["“It leaks.”"], "direct", TOM)],
    ),
    # Two cues: two quotes.
    (
        "“It is sound,” Reyl said, adding that it was “built for worse.”",
        [
            (["“It is sound,”"], "direct", TOM),
            (["that it was “built for worse.”"], "mixed", TOM),
        ],
    ),
    (
        '"It leaks," said Reyl. "It creaks," Brandt said.',
        [(['"It leaks,"'], "direct", TOM), (['"It creaks,"'], "direct", IDA)],
    ),
    # Over paragraphs.
    (
        "“They lied.\n\n“They lied again,” said Brandt.",
        [(["“They lied.", "“They lied again,”"], "direct", IDA)],
    ),
    # Nested marks and apostrophes.
    (
        "“My father said, ‘Trust no tide,’” said Reyl.",
        [(["“My father said, ‘Trust no tide,’”"], "direct", TOM)],
    ),
    ("Reyl says it’s the dogs’ lock.", [(["it’s the dogs’ lock"], "indirect", TOM)]),
    # Mixed and indirect, with conservative ends.
    (
        "Brandt said the plan was “dead” and the money “gone”.",
        [(["the plan was “dead” and the money “gone”"], "mixed", IDA)],
    ),
    (
        "The ferry will not return, a service half the town once used, the mayor said.",
        [(["The ferry will not return"], "indirect", IDA)],
    ),
    (
        "Brandt says the debt is paid, which Reyl had called a miracle.",
        [(["the debt is paid"], "indirect", IDA)],
    ),
    (
        "The river board announced on Monday that the lock would close.",
        [(["that the lock would close"], "indirect", "the river board")],
    ),
    ("The dam leaks, experts warn", [(["The dam leaks"], "indirect", "experts")]),
    (
        "The dam will hold, according to Tomas Reyl, an engineer.",
        [(["The dam will hold"], "indirect", TOM)],
    ),
    (
        "According to Ida Brandt, the dam will hold for years.",
        [(["the dam will hold for years"], "indirect", IDA)],
    ),
    (
        "According to its spokesman, Olaf Berg, a tunnel would be cheaper.",
        [(["a tunnel would be cheaper"], "indirect", "Olaf Berg")],
    ),
    (
        "Reyl accused Brandt of “buying votes with boats”, while she said: “Nonsense.”",
        [
            (["of “buying votes with boats”"], "mixed", TOM),
            (["“Nonsense.”"], "direct", IDA),
        ],
    ),
    # Other languages.
    ("„Wir bleiben“, sagte Anna Vogel.", [(["„Wir bleiben“"], "direct", "Anna Vogel")]),
    (
        "« Le pont est fermé », a déclaré Jean Petit.",
        [(["« Le pont est fermé »"], "direct", "Jean Petit")],
    ),
    (
        "Иван Петров заявил, что мост закрыт.",
        [(["что мост закрыт"], "indirect", "Иван Петров")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TABLE, ids=[t for t, _ in TABLE])
def test_a_quote_is_found_whole_with_its_speaker(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “harbour miracle” was over.",
        "The “authority” met on Tuesday.",
        "He wrote “The Long Way Home” in May.",
        "Her comments came late.",
        "The claim was false.",
        "He said no.",
        "The man who said the dam leaks was fired.",
        "Advertisement\n\nSEE ALSO: “We have come home,” says mayor",
        "It's the dogs' lock, isn't it?",
    ],
)
def test_scare_quotes_titles_and_nouns_are_no_quotes(text):
    assert found(text) == []


def test_a_fragment_that_nobody_is_named_for_has_an_unknown_speaker():
    assert found("The talks will cover “matters of the river.”") == [
        (["“matters of the river.”"], "direct", "unknown")
    ]


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        (
            "Mayor: ‘No danger’ to homes by the quay",
            ["‘No danger’ to homes by the quay"],
        ),
        ("Mayor: ‘We are home’ as town cheers", ["‘We are home’"]),
        ("Dam is safe, says mayor", ["Dam is safe"]),
    ],
)
def test_the_colon_of_a_headline_is_a_cue(headline, wanted):
    [quote] = found("It rained. Mayor Ida Brandt smiled.", before=f"{headline}\n\n")
    assert quote[0] == wanted
    assert quote[2] == IDA


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        (
            "Brandt denied that she had seen the report.",
            {"polarity": "denied", "speaker": IDA},
        ),
        (
            "The authority declined to comment on the leak.",
            {"polarity": "withheld", "speaker": "the authority"},
        ),
        (
            "Reyl, however, stopped short of saying there had been a “miracle”.",
            {"polarity": "withheld", "speaker": TOM, "type": "mixed"},
        ),
        (
            "Reyl told the council on Monday that the dam “will hold”.",
            {"addressee": "the council", "said_on": "Monday"},
        ),
        (
            '"It leaks," Brandt said at a weekly briefing on May 3.',
            {"medium": "a weekly briefing", "said_on": "May 3"},
        ),
        (
            '"It leaks," said Olaf Berg, head of the lower lock.',
            {"speaker": "Olaf Berg", "speaker_role": "head of the lower lock"},
        ),
        (
            '"It leaks," harbour spokeswoman Nia Holt said.',
            {"speaker": "Nia Holt", "speaker_role": "harbour spokeswoman"},
        ),
        ("She wrote on Facebook that it leaks.", {"medium": "Facebook"}),
        (
            "One of the bill's authors, Senator Nia Holt, said it will leak.",
            {"speaker": "Nia Holt", "speaker_role": "One of the bill's authors"},
        ),
        (
            "Former Defence Secretary Nia Holt said it will leak.",
            {"speaker": "Nia Holt", "speaker_role": "Former Defence Secretary"},
        ),
        ("Reyl does not believe that it leaks.", {"polarity": "denied"}),
    ],
)
def test_the_cue_tells_more_than_the_speaker(text, attributes):
    [quote] = [m for m in suggest(PEOPLE + text).suggestions if m.label == "quote"]
    assert attributes.items() <= quote.attributes.items()


@pytest.mark.parametrize(
    "text",
    [
        "In a video posted after the raids, Nia Holt said it will leak.",
        "The elder Nia Holt said it will leak.",
        "Bo Dahl wants the Port Vale bank shut, and Nia Holt said it will leak.",
        "The harbour lawyer’s office pressed Nia Holt, who said it will leak.",
        "It is a tower Nia Holt says will leak in the rain.",
    ],
)
def test_what_stands_before_a_name_is_not_always_what_somebody_is(text: str) -> None:
    quotes = [m for m in suggest(text).suggestions if m.label == "quote"]
    assert not [q for q in quotes if "speaker_role" in q.attributes]


def test_a_quote_in_the_headline_is_whose_words_it_has_below() -> None:
    text = (
        "‘It felt bad’: champion on her throw\n\n"
        "The board read 61.48m. “It felt bad in the hand,” Ida Orm said."
    )
    speakers = {
        text[m.start : m.end]: m.attributes["speaker"]
        for m in suggest(text).suggestions
        if m.label == "quote"
    }
    assert speakers == {
        "‘It felt bad’": "Ida Orm",
        "“It felt bad in the hand,”": "Ida Orm",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The report said the fee “\nThe dam broke.”",
        "The mayor said the bridge “\n\nwas not safe”, and left.",
        "Orm believes the bank «\nis closed».",
        "K Orm,” \u2003 and Jo Car, a",
        "K Orm,” \u2028 and Jo Car, a",
    ],
)
def test_a_mark_at_the_end_of_its_line_and_odd_spaces_are_read(text: str) -> None:
    for mark in suggest(text, "eager").suggestions:
        speaker = str(mark.attributes.get("speaker", "x"))
        assert speaker == speaker.strip()
        assert all(text[start:end].strip("“”«» ,") for start, end in mark.fragments)


def test_the_next_day_is_told_nothing() -> None:
    (quote,) = suggest("Bo Orm told the next day that it leaks.").suggestions
    assert "addressee" not in quote.attributes


def test_what_nobody_would_go_so_far_as_to_say_is_withheld() -> None:
    text = "Bo Orm would not go so far as to say the plan was dead."
    (quote,) = suggest(text).suggestions
    assert quote.attributes["polarity"] == "withheld"


def test_what_is_ruled_out_is_denied_unless_it_is_something_to_do() -> None:
    (quote,) = suggest("Police ruled out a snap election.").suggestions
    assert quote.attributes["polarity"] == "denied"
    (quote,) = suggest("Police ruled out cancelling the march.").suggestions
    assert "polarity" not in quote.attributes
