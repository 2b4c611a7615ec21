"""More invented paragraphs with the right answers, of the same form as `paragraphs`.

No rule was mended by these: they tell what to expect of text that the rules never saw.
"""

QUOTES = [
    (
        '"Nobody told the night shift," complained Tobias Renner, a welder at the yard '
        "for thirty years.",
        [(['"Nobody told the night shift,"'], "direct", "Tobias Renner")],
    ),
    (
        "‘The lifts haven’t worked since Christmas,’ says Maureen Dodd, who lives on "
        "the ninth floor.",
        [(["‘The lifts haven’t worked since Christmas,’"], "direct", "Maureen Dodd")],
    ),
    (
        'The Lisbon-based charity Mar Aberto called the plan "a death sentence for the '
        'coast".',
        [(['"a death sentence for the coast"'], "direct", "Mar Aberto")],
    ),
    (
        '"I will not resign," Education Secretary Hugh Pargeter told MPs, "and I have '
        'no reason to."',
        [
            (
                ['"I will not resign,"', '"and I have no reason to."'],
                "direct",
                "Hugh Pargeter",
            )
        ],
    ),
    (
        "The opposition has argued that the census was rushed.",
        [(["that the census was rushed"], "indirect", "the opposition")],
    ),
    (
        "Snow will fall until Saturday, forecasters predicted.",
        [(["Snow will fall until Saturday"], "indirect", "forecasters")],
    ),
    (
        'Defence lawyer Imani Okafor rose slowly. "My client," she said, "was asleep."',
        [(['"My client,"', '"was asleep."'], "direct", "Imani Okafor")],
    ),
    (
        'Khalid al-Rashidi runs the bakery. "Flour costs twice what it did," '
        "al-Rashidi says.",
        [(['"Flour costs twice what it did,"'], "direct", "Khalid al-Rashidi")],
    ),
    (
        "Spokesman Abu Bakr Siddiq confirmed that the talks had ended.",
        [(["that the talks had ended"], "indirect", "Abu Bakr Siddiq")],
    ),
    (
        "Nurses' leader: Wards are 'at breaking point'\n\nThe strike is on Monday.",
        [(["Wards are 'at breaking point'"], "mixed", "Nurses' leader")],
    ),
    (
        "Trial to be moved, says judge\n\nThe case began in May.",
        [(["Trial to be moved"], "indirect", "judge")],
    ),
    (
        "“It’s not the money. It’s the principle,” said Fergus Lyle.",
        [(["“It’s not the money. It’s the principle,”"], "direct", "Fergus Lyle")],
    ),
    (
        "Asked if she would stand again, Senator Dolores Ibarra said: “Ask me in May.”",
        [(["“Ask me in May.”"], "direct", "Dolores Ibarra")],
    ),
    (
        "The airline apologised and said that passengers would be rebooked, adding "
        "that hotels had been found.",
        [
            (["that passengers would be rebooked"], "indirect", "the airline"),
            (["that hotels had been found"], "indirect", "the airline"),
        ],
    ),
    (
        "“The roof went first.\n\n“Then the walls,” recalled Aino Salmi.",
        [(["“The roof went first.", "“Then the walls,”"], "direct", "Aino Salmi")],
    ),
    (
        "The central bank expects inflation to slow.",
        [(["inflation to slow"], "indirect", "the central bank")],
    ),
    (
        "Trainer Yusuf Demir refused to comment on the transfer.",
        [(["to comment on the transfer"], "indirect", "Yusuf Demir")],
    ),
    (
        "The commission found that the valve had been closed by hand.",
        [(["that the valve had been closed by hand"], "indirect", "the commission")],
    ),
    (
        'The minister was reported to have told aides that the deal was "dead in the '
        'water".',
        [(['that the deal was "dead in the water"'], "mixed", "the minister")],
    ),
    (
        'He had, in the words of his rival Peder Aune, "mistaken the map for the sea".',
        [(['"mistaken the map for the sea"'], "direct", "Peder Aune")],
    ),
    (
        'Chef Lucia Marino laughs. "Salt," she says. "Always more salt."',
        [(['"Salt,"', '"Always more salt."'], "direct", "Lucia Marino")],
    ),
    (
        '"No," said the guard.',
        [(['"No,"'], "direct", "the guard")],
    ),
    (
        "Scientists warned on Wednesday that the glacier could vanish within decades.",
        [
            (
                ["that the glacier could vanish within decades"],
                "indirect",
                "Scientists",
            )
        ],
    ),
    (
        "There was, the report concluded, no evidence of sabotage.",
        [(["There was", "no evidence of sabotage"], "indirect", "the report")],
    ),
    (
        '"Bring blankets," read a message sent by the parish council.',
        [(['"Bring blankets,"'], "direct", "the parish council")],
    ),
    ('The musical "Paper Harbours" runs until May at the "Old Vat".', []),
    ("The ‘miracle’ diet was withdrawn; so was the ‘smart’ kettle.", []),
    ("Firefighters rescued the crew and towed the boat to port.", []),
    (
        "„Wir haben nichts gewusst“, beteuerte Sabine Krüger.",
        [(["„Wir haben nichts gewusst“"], "direct", "Sabine Krüger")],
    ),
    (
        "وأضافت الطبيبة هدى سالم أن المستشفى ممتلئ.",
        [(["أن المستشفى ممتلئ"], "indirect", "هدى سالم")],
    ),
    (
        "«نحتاج إلى الماء»، يقول المزارع علي منصور.",
        [(["«نحتاج إلى الماء»"], "direct", "علي منصور")],
    ),
    (
        "Мэр Анна Белова сообщила, что паром затонул.",
        [(["что паром затонул"], "indirect", "Анна Белова")],
    ),
]

FIGURES = [
    (
        "Some 340 passengers waited for up to nine hours.",
        [
            ("Some 340", "count", 340, None, None, "approx"),
            ("up to nine hours", "duration", 9, None, "hour", "at_most"),
        ],
    ),
    (
        "The merger is worth about $7.25bn, or €6.7 billion.",
        [
            ("about $7.25bn", "money", 7250000000, None, "USD", "approx"),
            ("€6.7 billion", "money", 6700000000, None, "EUR", "exact"),
        ],
    ),
    (
        "Turnout dropped from 71 to 58 percent.",
        [("71 to 58 percent", "percent", 71, 58, "percent", "between")],
    ),
    (
        "Only seven of the 45 wells still give water.",
        [
            ("seven", "count", 7, None, None, "exact"),
            ("45", "count", 45, None, None, "exact"),
        ],
    ),
    (
        "She was born on February 29, 1952, and died on 1 January 2020.",
        [
            ("February 29, 1952", "date", "1952-02-29", None, None, "exact"),
            ("1 January 2020", "date", "2020-01-01", None, None, "exact"),
        ],
    ),
    (
        "The trial starts on April 3.",
        [("April 3", "date", "--04-03", None, None, "exact")],
    ),
    (
        "It was their fifth defeat and the 100th match at the ground.",
        [
            ("fifth", "ordinal", 5, None, None, "exact"),
            ("100th", "ordinal", 100, None, None, "exact"),
        ],
    ),
    (
        "A 25-year lease and a three-day strike.",
        [
            ("25-year", "duration", 25, None, "year", "exact"),
            ("three-day", "duration", 3, None, "day", "exact"),
        ],
    ),
    (
        "Around two thousand homes lie less than 3 km from the plant.",
        [
            ("Around two thousand", "count", 2000, None, None, "approx"),
            ("less than 3 km", "measure", 3, None, "kilometre", "less_than"),
        ],
    ),
    (
        "Almost three quarters of pupils failed, four times as many as before.",
        [
            ("Almost three quarters", "ratio", 0.75, None, None, "almost"),
            ("four times", "ratio", 4, None, None, "exact"),
        ],
    ),
    (
        "The budget rose 0.5 per cent to 1,234.5 million pounds.",
        [
            ("0.5 per cent", "percent", 0.5, None, "percent", "exact"),
            ("1,234.5 million pounds", "money", 1234500000, None, "GBP", "exact"),
        ],
    ),
    (
        "Between six and eight weeks passed.",
        [("Between six and eight weeks", "duration", 6, 8, "week", "between")],
    ),
    (
        "Police fined 1,204 drivers and jailed eleven.",
        [
            ("1,204", "count", 1204, None, None, "exact"),
            ("eleven", "count", 11, None, None, "exact"),
        ],
    ),
    (
        "The pit is 600 metres deep and holds 90 million litres.",
        [
            ("600 metres", "measure", 600, None, "metre", "exact"),
            ("90 million litres", "measure", 90000000, None, "litre", "exact"),
        ],
    ),
    (
        "The war lasted from 1914 to 1918.",
        [("1914 to 1918", "date", "1914", "1918", None, "between")],
    ),
    (
        "Nine out of ten cooks prefer gas.",
        [("Nine out of ten", "ratio", 0.9, None, None, "exact")],
    ),
    (
        "A fine of not more than 400 francs, payable within ten days.",
        [
            ("not more than 400 francs", "money", 400, None, "CHF", "at_most"),
            ("ten days", "duration", 10, None, "day", "exact"),
        ],
    ),
    (
        "Unos 300 vecinos pagaron más de 40 millones de euros.",
        [
            ("Unos 300", "count", 300, None, None, "approx"),
            (
                "más de 40 millones de euros",
                "money",
                40000000,
                None,
                "EUR",
                "more_than",
            ),
        ],
    ),
    (
        "Fast 60 Prozent der 1.500 Betriebe schlossen.",
        [
            ("Fast 60 Prozent", "percent", 60, None, "percent", "almost"),
            ("1.500", "count", 1500, None, None, "exact"),
        ],
    ),
    ("Flight BA 117 left from Gate 22 at Terminal 4.", []),
    ("The M25 and Route 66 were shut; Platform 9 was not.", []),
    ("Pope John XXIII and Henry the Eighth never met.", []),
    ("Size: 1024x768. Page 4 of 9.", []),
    ("The train left at 6:15 a.m. and again at 18.40.", []),
    ("iOS 17 and Python 3.11 are out.", []),
    ("Many hundreds came, thousands more watched.", []),
]

BASES = [
    ("Three quarters of the island's farmers keep bees.", "the island's farmers"),
    ("Just 8 percent of applicants were accepted.", "applicants"),
    ("Inflation hit 11 percent in May.", None),
    ("The firm owns 51 percent of the shares.", "the shares"),
    ("Of the 90 schools, 40 percent have no library.", "the 90 schools"),
    ("One in three households has no car.", "households"),
    ("Rents rose by a third of a percent.", None),
]

CLAIMS = [
    (
        "Residents say the plant dumped 300 tonnes of sludge. The operator denies it.",
        "the plant dumped 300 tonnes of sludge",
        "Residents",
        "The operator",
    ),
    (
        "Police said 20 people had been arrested, a figure organisers dispute.",
        "20 people had been arrested",
        "Police",
        "organisers",
    ),
    (
        '"They have tripled the tax since 2018," said Senator Dolores Ibarra. Finance '
        "officials rejected that claim.",
        "They have tripled the tax since 2018",
        "Dolores Ibarra",
        "Finance officials",
    ),
    (
        "Coach Yusuf Demir denied that two players had failed a drug test.",
        "two players had failed a drug test",
        "unknown",
        "Yusuf Demir",
    ),
    (
        "The lake has lost a third of its water since 1990.",
        "The lake has lost a third of its water since 1990",
        "article",
        None,
    ),
    (
        "It is the longest tunnel on the continent.",
        "It is the longest tunnel on the continent",
        "article",
        None,
    ),
    (
        "Farmers blame the drought on the new dam, saying it has cut the river's flow "
        "by half.",
        "it has cut the river's flow by half",
        "Farmers",
        None,
    ),
    (
        "Foreign dentists are not allowed to practise without a licence.",
        "Foreign dentists are not allowed to practise without a licence",
        "article",
        None,
    ),
    (
        "The health ministry reported 412 new cases on Tuesday.",
        "412 new cases",
        "The health ministry",
        None,
    ),
    (
        "The fire, which killed nine people, was started by a firework.",
        "was started by a firework",
        "article",
        None,
    ),
]

NO_CLAIMS = [
    '"I wish we had more time," said Aino Salmi.',
    '"Let us begin," said the judge.',
    '"What were they thinking?" asked Tobias Renner.',
    '"It was a lovely service," said Lucia Marino.',
    '"Please stay indoors," the mayor said.',
]

BOILERPLATE = [
    ("Article continues after advertisement", None),
    ("You may also like: The last ferry", None),
    ("Sign up here for our weekly newsletter", None),
    ("Don't miss: How to read a tide table", None),
    ("All rights reserved.", None),
    ("Getty Images", None),
    ("Credit: Ruth Adler/AFP", None),
    ("PARIS, 12 June (NP) -- The river rose.", ["PARIS, 12 June (NP) --"]),
    ("Additional reporting by Ruth Adler", None),
    ("Trending now\nRiver rises\nDam opens", None),
    ("Credit unions lost members.", []),
    ("Sign language is taught in two schools.", []),
    ("Additional trains will run on Monday.", []),
    ("Getty opened the museum in May.", []),
]
