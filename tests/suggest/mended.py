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
                "ministre",
            )
        ],
    ),
    (
        "An envoy for the union, who asked not to be named because the talks are "
        "private, told Tides on Monday that a deal was close.",
        [(["that a deal was close"], "indirect", "an envoy for the union")],
    ),
    (
        "The dam leaks, said Ida Brandt, chief engineer at Orm & Sons.",
        [(["The dam leaks"], "indirect", "Ida Brandt")],
    ),
    (
        "Holm denied that she had asked for money, calling the report “pure "
        "invention”.",
        [
            (["that she had asked for money"], "indirect", "Holm"),
            (["“pure invention”"], "direct", "Holm"),
        ],
    ),
    (
        "The court was told Orm, 38, had been seen at the quay.",
        [(["Orm, 38, had been seen at the quay"], "indirect", "unknown")],
    ),
    (
        "Residents of Maple Hollow said they had not been warned.",
        [(["they had not been warned"], "indirect", "Residents of Maple Hollow")],
    ),
    (
        "Ferry talks to resume in May — Harbour Ministry official\n\nIt rained.",
        [(["Ferry talks to resume in May"], "indirect", "Harbour Ministry official")],
    ),
    (
        "The harbour master, Lena Orm, met her rival, Bo Falk. Studies show that the "
        "quay sinks.",
        [(["that the quay sinks"], "indirect", "Studies")],
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
    (
        "A magnitude-6.1 quake, 31C heat and a rate up six basis points.",
        [
            ("magnitude-6.1", "measure", 6.1, None, "magnitude", "exact"),
            ("31C", "measure", 31, None, "degree Celsius", "exact"),
            ("six basis points", "percent", 6, None, "basis point", "exact"),
        ],
    ),
    (
        "It was minus 9 degrees; uptake fell from 92.4% to 89.1% in mid-July.",
        [
            ("minus 9 degrees", "measure", -9, None, "degree", "exact"),
            ("92.4%", "percent", 92.4, None, "percent", "exact"),
            ("89.1%", "percent", 89.1, None, "percent", "exact"),
            ("mid-July", "date", "--07", None, None, "approx"),
        ],
    ),
    (
        "Shares rose 4.3% to 61.20 crowns, sales to $5.7 bln from €500m-€550m.",
        [
            ("4.3%", "percent", 4.3, None, "percent", "exact"),
            ("61.20 crowns", "money", 61.2, None, None, "exact"),
            ("$5.7 bln", "money", 5700000000, None, "USD", "exact"),
            ("€500m-€550m", "money", 500000000, 550000000, "EUR", "between"),
        ],
    ),
    ("He ran the 737 programme on a 5G phone; it was too clever by half.", []),
]
