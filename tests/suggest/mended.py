"""More invented sentences: each was read wrongly once."""

#: A text, and all its quotes: fragments, type, speaker.
QUOTES = [
    (
        "According to the relief fund, at least 11,520 families have left, including "
        "more than 600 from the islands.",
        [
            (
                [
                    "at least 11,520 families have left, including more than 600 from "
                    "the islands"
                ],
                "indirect",
                "relief fund",
            )
        ],
    ),
    (
        "Some 11,520 families have left, the relief fund said.",
        [(["Some 11,520 families have left"], "indirect", "relief fund")],
    ),
    ("A 2019 report was lost. The claim from the north is old.", []),
    (
        "The developer, Brightwater Homes, called the suit “meritless” on Monday.",
        [(["“meritless”"], "direct", "Brightwater Homes")],
    ),
    (
        "Supporters dispute that, insisting the project would create 1,200 jobs.",
        [(["the project would create 1,200 jobs"], "indirect", "Supporters")],
    ),
    (
        "Le ministre a affirmé mardi que le déficit « ne dépassera pas 4,5 % ».",
        [
            (
                ["que le déficit « ne dépassera pas 4,5 % »"],
                "mixed",
                "Le ministre",
            )
        ],
    ),
]

#: A text, and all its figures: words, kind, value.
FIGURES = [
    (
        "Traffic has grown by nearly a third over the past decade.",
        [("nearly a third", "ratio", 0.3333, None, None, "almost")],
    ),
    ("They sold the flat by a third party.", []),
    (
        "Opponents outnumbered backers five to one at the meeting.",
        [("five to one", "ratio", 5, None, None, "exact")],
    ),
    ("They came at four in the morning and left at six o’clock.", []),
]
