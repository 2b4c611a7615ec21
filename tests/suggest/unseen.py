"""More invented paragraphs with the right answers, of the same form as `paragraphs`.

No rule was mended by these: they tell what to expect of text that the rules never saw.
"""

QUOTES = [
    (
        '"There is no plan B," conceded transport commissioner Aurelio Banti at a '
        "hearing in Dornach.",
        [(['"There is no plan B,"'], "direct", "Aurelio Banti")],
    ),
    (
        "‘You can hear it at night,’ Rosheen Duffy said of the turbine. ‘It hums.’",
        [(["‘You can hear it at night,’", "‘It hums.’"], "direct", "Rosheen Duffy")],
    ),
    (
        "The hauliers' federation warned that shelves would be bare by Monday.",
        [
            (
                ["that shelves would be bare by Monday"],
                "indirect",
                "the hauliers' federation",
            )
        ],
    ),
    (
        'Sultan Hamad al-Khatib left the hall in silence. "Ask the council," his '
        "adviser, Layla Nasser, told reporters.",
        [(['"Ask the council,"'], "direct", "Layla Nasser")],
    ),
    (
        'Pressed on the cost, Deputy Mayor Ingrid Aas replied, "Less than a stadium."',
        [(['"Less than a stadium."'], "direct", "Ingrid Aas")],
    ),
    (
        "Half of the catch was illegal, inspectors found.",
        [(["Half of the catch was illegal"], "indirect", "inspectors")],
    ),
    (
        "The union has accused the bank of “bullying its oldest clerks”.",
        [(["of “bullying its oldest clerks”"], "mixed", "the union")],
    ),
    (
        '"I painted it in a week," Hana Kimura recalled, laughing, "and nobody wanted '
        'it."',
        [
            (
                ['"I painted it in a week,"', '"and nobody wanted it."'],
                "direct",
                "Hana Kimura",
            )
        ],
    ),
    (
        "Both airlines have denied fixing prices.",
        [(["fixing prices"], "indirect", "both airlines")],
    ),
    (
        "Zoo keeper: 'The bears came back'\n\nThe park opened in April.",
        [(["'The bears came back'"], "direct", "Zoo keeper")],
    ),
    (
        "According to court papers, the yacht was bought with a stolen card.",
        [(["the yacht was bought with a stolen card"], "indirect", "court papers")],
    ),
    (
        "“They knocked at four.\n\n“We hid in the oven,” said Mirela Popa, 88.",
        [
            (
                ["“They knocked at four.", "“We hid in the oven,”"],
                "direct",
                "Mirela Popa",
            )
        ],
    ),
    (
        "The chef Bo Lindahl admits he “cannot stand” fish.",
        [(["he “cannot stand” fish"], "mixed", "Bo Lindahl")],
    ),
    (
        "Officials did not say when the border would open.",
        [(["when the border would open"], "indirect", "officials")],
    ),
    (
        "The mayor, Pilar Osuna, met the strikers. She promised that nobody would lose "
        "a day's pay.",
        [(["that nobody would lose a day's pay"], "indirect", "Pilar Osuna")],
    ),
    (
        '"It never rains here", wrote the poet Tomas Vrba in 1931.',
        [(['"It never rains here"'], "direct", "Tomas Vrba")],
    ),
    (
        "A spokeswoman for the port, Ana Bela Pinto, said the crane had been checked "
        "in May.",
        [(["the crane had been checked in May"], "indirect", "Ana Bela Pinto")],
    ),
    ('The band\'s album "Cold Harbour Nights" sold badly.', []),
    ("She calls her boat the ‘Grey Hen’ and her dog ‘Admiral’.", []),
    (
        "„Es reicht“, rief der Vorsitzende Karl Behm.",
        [(["„Es reicht“"], "direct", "Karl Behm")],
    ),
    (
        "وقال المدير السابق ياسر قاسم إن المصنع أغلق.",
        [(["إن المصنع أغلق"], "indirect", "ياسر قاسم")],
    ),
    (
        "« C'est trop tard », regrette Paul Armand, pêcheur.",
        [(["« C'est trop tard »"], "direct", "Paul Armand")],
    ),
]

FIGURES = [
    (
        "Nearly 600 of the 2,300 pupils walk more than 5 km.",
        [
            ("Nearly 600", "count", 600, None, None, "almost"),
            ("2,300", "count", 2300, None, None, "exact"),
            ("more than 5 km", "measure", 5, None, "kilometre", "more_than"),
        ],
    ),
    (
        "The firm paid £450m for 38 per cent of the mine.",
        [
            ("£450m", "money", 450000000, None, "GBP", "exact"),
            ("38 per cent", "percent", 38, None, "percent", "exact"),
        ],
    ),
    (
        "From 1 May to 15 June the pass is closed.",
        [("1 May to 15 June", "date", "--05-01", "--06-15", None, "between")],
    ),
    (
        "Ten years after the flood, four in ten houses stand empty.",
        [
            ("Ten years", "duration", 10, None, "year", "exact"),
            ("four in ten", "ratio", 0.4, None, None, "exact"),
        ],
    ),
    (
        "A 2.4-kilometre tunnel with a 15-metre roof.",
        [
            ("2.4-kilometre", "measure", 2.4, None, "kilometre", "exact"),
            ("15-metre", "measure", 15, None, "metre", "exact"),
        ],
    ),
    (
        "It was the sixth-wettest March since 1910.",
        [
            ("sixth", "ordinal", 6, None, None, "exact"),
            ("1910", "date", "1910", None, None, "exact"),
        ],
    ),
    (
        "Up to 1.5 million people, or roughly one in eight, fled.",
        [
            ("Up to 1.5 million", "count", 1500000, None, None, "at_most"),
            ("roughly one in eight", "ratio", 0.125, None, None, "approx"),
        ],
    ),
    (
        "She sold 14 paintings for between $2,000 and $3,500 each.",
        [
            ("14", "count", 14, None, None, "exact"),
            ("between $2,000 and $3,500", "money", 2000, 3500, "USD", "between"),
        ],
    ),
    (
        "Waits of three to five hours were common on 24 December 2018.",
        [
            ("three to five hours", "duration", 3, 5, "hour", "between"),
            ("24 December 2018", "date", "2018-12-24", None, None, "exact"),
        ],
    ),
    (
        "Thirty-one trees fell; at least six blocked roads.",
        [
            ("Thirty-one", "count", 31, None, None, "exact"),
            ("at least six", "count", 6, None, None, "at_least"),
        ],
    ),
    ("Bus 42 stops at Gate 3, near Exit 7A.", []),
    ("Louis XIV built it; Elizabeth II reopened it.", []),
    ("The match ended at 9pm; kick-off had been at 19:00.", []),
    ("Vitamin B12 and Omega-3 did not help.", []),
    ("In the end, one thing is certain.", []),
]

BASES = [
    ("Only 12 percent of the city's taxis are electric.", "the city's taxis"),
    ("Two out of three miners smoke.", "miners"),
    ("Profits slid by 20 percent.", None),
    ("Almost half of all calls go unanswered.", "all calls"),
    ("Of its 60 lifeboats, 15 percent leak.", "its 60 lifeboats"),
]

CLAIMS = [
    (
        "Doctors say 70 children were poisoned. The school disputes that.",
        "70 children were poisoned",
        "doctors",
        "the school",
    ),
    (
        "Environmentalists claim the mine polluted three rivers, which its owners "
        "deny.",
        "the mine polluted three rivers",
        "environmentalists",
        "its owners",
    ),
    (
        "The island has the highest birth rate in the country.",
        "The island has the highest birth rate in the country",
        "article",
        None,
    ),
    (
        "Pollution from the plant killed 40 tonnes of fish in 2012.",
        "Pollution from the plant killed 40 tonnes of fish in 2012",
        "article",
        None,
    ),
    (
        '"We cut waiting times by a third," said Deputy Mayor Ingrid Aas.',
        "We cut waiting times by a third",
        "Ingrid Aas",
        None,
    ),
    (
        "The ministry said that the bridge had been inspected twice since March.",
        "the bridge had been inspected twice since March",
        "the ministry",
        None,
    ),
]

NO_CLAIMS = [
    '"Let us hope for better weather," said Ingrid Aas.',
    '"How could they do this?" asked Mirela Popa.',
    '"I am so happy," said Hana Kimura.',
    '"Close the door," the guard said.',
]

BOILERPLATE = [
    ("Continue reading the main story", None),
    ("More from World", None),
    ("Photo: EPA", None),
    ("Sign up to receive our best stories", None),
    ("© Northern Press 2022", None),
    ("GENEVA (NP) - The lake froze.", ["GENEVA (NP) -"]),
    ("Read more: The last ferry", None),
    ("Watch: The tower falls", None),
    ("Watching the tower fall, the crowd went quiet.", []),
    ("Reading rooms across the city will close.", []),
]
