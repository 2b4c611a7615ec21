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
    (
        "Mustafa Orm, a former leader, told RFE/RL that the turnout did not exceed "
        "32 percent.",
        [
            (["that the turnout did not exceed 32 percent"], "indirect", "Mustafa Orm"),
        ],
    ),
    (
        "She warned ministers at a meeting in Paris that the deal was dead.",
        [
            (["that the deal was dead"], "indirect", "unknown"),
        ],
    ),
    (
        '"We lost," he scoffed. "It leaks," Orm shot back. "It always has."',
        [
            (['"We lost,"'], "direct", "unknown"),
            (['"It leaks,"', '"It always has."'], "direct", "Orm"),
        ],
    ),
    (
        'As Orm put it, "the lock leaks like a sieve".',
        [
            (['"the lock leaks like a sieve"'], "direct", "Orm"),
        ],
    ),
    (
        "Critics raised concerns that the vote was rigged.",
        [
            (["that the vote was rigged"], "indirect", "Critics"),
        ],
    ),
    (
        "Mayor Ida Orm is adamant that the bridge is safe. It is certain that he lied.",
        [
            (["that the bridge is safe"], "indirect", "Ida Orm"),
        ],
    ),
    (
        "The Council rejected suggestions that its members were profiteering.",
        [
            (["that its members were profiteering"], "indirect", "Council"),
        ],
    ),
    (
        "The general, citing intelligence reports, said the attack had failed.",
        [
            (["the attack had failed"], "indirect", "the general"),
        ],
    ),
    (
        "The firm's shares fell 4% after it said it would cut 300 jobs.",
        [
            (["it would cut 300 jobs"], "indirect", "unknown"),
        ],
    ),
    (
        "Gunfire was heard shortly afterwards near the palace, OPA journalists said, "
        "though it was unclear who had fired.",
        [
            (
                ["Gunfire was heard shortly afterwards near the palace"],
                "indirect",
                "OPA journalists",
            ),
        ],
    ),
    (
        "The commission had announced that President Orm had won with 50.4 percent, "
        "just enough to avoid a runoff.",
        [
            (
                ["that President Orm had won with 50.4 percent"],
                "indirect",
                "the commission",
            ),
        ],
    ),
    (
        "But in 41 polling stations in the north, more ballots were counted than "
        "there were voters, says the 117-page judgment.",
        [
            (
                [
                    "in 41 polling stations in the north, more ballots were counted "
                    "than there were voters"
                ],
                "indirect",
                "the 117-page judgment",
            ),
        ],
    ),
    (
        "Mali's army said on Monday it had killed 57 fighters, hours after a rebel "
        "coalition said it had taken the town of Tin-Adrar.",
        [
            (["it had killed 57 fighters"], "indirect", "Mali's army"),
            (["it had taken the town of Tin-Adrar"], "indirect", "a rebel coalition"),
        ],
    ),
    (
        "Nine soldiers died, the army said in a statement read on state television, "
        "and six vehicles were lost.",
        [
            (["Nine soldiers died"], "indirect", "the army"),
        ],
    ),
    (
        "Kyiv argues that depots are legitimate targets, and has stepped up such "
        "raids since October.",
        [
            (["that depots are legitimate targets"], "indirect", "Kyiv"),
        ],
    ),
    (
        "State law allows a machine recount when the margin is below 1%, but leaves "
        "it to the courts to order one by hand.",
        [],
    ),
    (
        "“We won on election night,” he said in a video posted to X, “but at some "
        "point it becomes a do-over.”",
        [
            (
                [
                    "“We won on election night,”",
                    "“but at some point it becomes a do-over.”",
                ],
                "direct",
                "unknown",
            ),
        ],
    ),
    (
        '"It says one thing at the table," said He Zhenyu, a researcher. The '
        "mission, he said, was staged for six journalists.",
        [
            (['"It says one thing at the table,"'], "direct", "He Zhenyu"),
            (
                ["The mission", "was staged for six journalists"],
                "indirect",
                "He Zhenyu",
            ),
        ],
    ),
    (
        "The bill was passed amid protests by Opposition members, who staged a "
        "walkout alleging that they had been given less than 48 hours.",
        [
            (
                ["that they had been given less than 48 hours"],
                "indirect",
                "Opposition members",
            ),
        ],
    ),
    (
        "The ministry said it had downed 112 drones, without saying how many got "
        "through.",
        [
            (["it had downed 112 drones"], "indirect", "the ministry"),
        ],
    ),
    (
        "The West African bloc said it had taken note of the ruling and urged all "
        "parties to refrain from violence.",
        [
            (["it had taken note of the ruling"], "indirect", "the West African bloc"),
            (["to refrain from violence"], "indirect", "the West African bloc"),
        ],
    ),
    (
        'Shen urged Washington to stop arming the other side and "stop using the sea '
        'to drive a wedge between China and others."',
        [
            (
                [
                    'to stop arming the other side and "stop using the sea to drive '
                    'a wedge between China and others."'
                ],
                "mixed",
                "Shen",
            ),
        ],
    ),
    (
        "The mayor told Reuters the firm plans to cut 300 jobs.",
        [
            (["the firm plans to cut 300 jobs"], "indirect", "the mayor"),
        ],
    ),
    (
        "Residents were told to boil water. The mayor told residents not to drink "
        "the water.",
        [
            (["not to drink the water"], "indirect", "the mayor"),
        ],
    ),
    (
        "Donna Holm, 46, took £87,340 from Edna Orm, 89, Teesside Crown Court heard.",
        [
            (
                ["Donna Holm, 46, took £87,340 from Edna Orm, 89"],
                "indirect",
                "Teesside Crown Court",
            ),
        ],
    ),
    (
        'Jailing her, Recorder Philippa Orm KC said: "This was greedy."',
        [
            (['"This was greedy."'], "direct", "Philippa Orm"),
        ],
    ),
    (
        'The Information Commissioner\'s Office said it is "making enquiries".',
        [
            (
                ['it is "making enquiries"'],
                "mixed",
                "Information Commissioner's Office",
            ),
        ],
    ),
    (
        'But a Treasury paper given to the committee warned such a scheme "may '
        'encourage settlement in places that are not safe".',
        [
            (
                [
                    'such a scheme "may encourage settlement in places that are not '
                    'safe"'
                ],
                "mixed",
                "a Treasury paper",
            ),
        ],
    ),
    (
        "International observers will present their declaration on March 17, the "
        "head of the monitors' commission, Polish MP Mateusz Orm told journalists.",
        [
            (
                ["International observers will present their declaration on March 17"],
                "indirect",
                "Mateusz Orm",
            ),
        ],
    ),
    (
        'US President Barack Orm told Mr Holm that Washington would "never" '
        "recognise the vote, the White House said.",
        [
            (
                ['that Washington would "never" recognise the vote'],
                "mixed",
                "Barack Orm",
            ),
        ],
    ),
    (
        "Freya Orm and Joel Holm told the court that they were innocent.",
        [
            (["that they were innocent"], "indirect", "Freya Orm and Joel Holm"),
        ],
    ),
    (
        "Foreign Minister Sergey Orm stressed that the vote was fair. Earlier, the "
        'Crimean Prime Minister wrote on his page: "Thank you to everyone."',
        [
            (["that the vote was fair"], "indirect", "Sergey Orm"),
            (['"Thank you to everyone."'], "direct", "the Crimean Prime Minister"),
        ],
    ),
    (
        'The Herald\'s Ben Orm: "There were wild celebrations in the centre"',
        [
            (['"There were wild celebrations in the centre"'], "direct", "Ben Orm"),
        ],
    ),
    (
        'Orm\'s message was clear: "Nobody gets hurt."',
        [
            (['"Nobody gets hurt."'], "direct", "Orm"),
        ],
    ),
    (
        '"Down with the tsar," chanted the crowd.',
        [
            (['"Down with the tsar,"'], "direct", "the crowd"),
        ],
    ),
    (
        '"Nothing has changed," beamed Orm as she left.',
        [
            (['"Nothing has changed,"'], "direct", "Orm"),
        ],
    ),
    (
        'Orm warned of "serious consequences for all of Europe" if the talks fail.',
        [
            (['"serious consequences for all of Europe"'], "direct", "Orm"),
        ],
    ),
    (
        'Prime Minister Arseniy Orm dismissed the ballot as "a circus performance" '
        'directed by Moscow "under the barrels of guns."',
        [
            (
                [
                    '"a circus performance" directed by Moscow "under the barrels of '
                    'guns."'
                ],
                "mixed",
                "Arseniy Orm",
            ),
        ],
    ),
    (
        "Buses will be free, the mayor's spokesman, Joe Ash, told reporters.",
        [
            (["Buses will be free"], "indirect", "Joe Ash"),
        ],
    ),
    (
        "Teachers deserve better, says union leader Mary Bousted.",
        [
            (["Teachers deserve better"], "indirect", "Mary Bousted"),
        ],
    ),
    (
        "Nobody, the coroner concluded, could have saved him.",
        [
            (["Nobody", "could have saved him"], "indirect", "the coroner"),
        ],
    ),
    (
        "Ms. Lee, asked if the deal was dead, said, “Not yet.”",
        [
            (["“Not yet.”"], "direct", "Lee"),
        ],
    ),
    (
        "Critics — among them the former chancellor — say the scheme is doomed.",
        [
            (["the scheme is doomed"], "indirect", "Critics"),
        ],
    ),
    (
        "Malcolm joined Orm Inc. The firm said it would expand.",
        [
            (["it would expand"], "indirect", "the firm"),
        ],
    ),
    (
        "He was given vitamin C. The nurse said he was stable.",
        [
            (["he was stable"], "indirect", "the nurse"),
        ],
    ),
    (
        "Western governments have said they will never recognise the results, which "
        "they say were obtained at gunpoint.",
        [
            (
                ["they will never recognise the results"],
                "indirect",
                "Western governments",
            ),
            (["were obtained at gunpoint"], "indirect", "Western governments"),
        ],
    ),
    (
        "Researchers found no evidence that the drug reduced deaths, but said it "
        "shortened hospital stays by two days.",
        [
            (["it shortened hospital stays by two days"], "indirect", "Researchers"),
        ],
    ),
    (
        'Coun Anne Holm (Lab, Leeds) said residents "had been ignored from day one".',
        [
            (['residents "had been ignored from day one"'], "mixed", "Anne Holm"),
        ],
    ),
    (
        "Officials said about 4,200 people had been told to leave.",
        [
            (["about 4,200 people had been told to leave"], "indirect", "Officials"),
        ],
    ),
    (
        "She said they see 140 people a day.",
        [
            (["they see 140 people a day"], "indirect", "unknown"),
        ],
    ),
    (
        "In Leeds, retired plant worker Lorne d'Orm said he no longer bothers. "
        '"Drive," said d\'Orm, 68.',
        [
            (["he no longer bothers"], "indirect", "Lorne d'Orm"),
            (['"Drive,"'], "direct", "Lorne d'Orm"),
        ],
    ),
    (
        "The Maritime and Port Authority of Orm (MPA) runs it. The MPA said fares "
        "are set commercially.",
        [
            (
                ["fares are set commercially"],
                "indirect",
                "Maritime and Port Authority of Orm",
            ),
        ],
    ),
    (
        "The Competition and Consumer Commission said it had a letter.",
        [
            (["it had a letter"], "indirect", "Competition and Consumer Commission"),
        ],
    ),
    (
        "Ms. Orm liked to say that nobody had been told.",
        [
            (["that nobody had been told"], "indirect", "Orm"),
        ],
    ),
    (
        "A briefing note obtained under legislation shows the bill had reached $104 "
        "million.",
        [
            (["the bill had reached $104 million"], "indirect", "a briefing note"),
        ],
    ),
    (
        'Winston Orm, 61, pounced. "I heard it," Winston told the Sun.',
        [
            (['"I heard it,"'], "direct", "Winston Orm"),
        ],
    ),
    (
        "Phulmani Holm, 17, walked back to her coach. “It felt bad in the hand,” the "
        'teenager said later. "No," she laughed.',
        [
            (["“It felt bad in the hand,”"], "direct", "Phulmani Holm"),
            (['"No,"'], "direct", "Phulmani Holm"),
        ],
    ),
    (
        "Dam vote: Voters 'back the reunion plan'",
        [
            (["'back the reunion plan'"], "direct", "unknown"),
        ],
    ),
    (
        'Ledgerly chief executive Brandt Holm took to X at the weekend. "The lock '
        'was on," he tweeted.',
        [
            (['"The lock was on,"'], "direct", "Brandt Holm"),
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
    (
        "She threw 61.48m and won £61.48m.",
        [
            ("61.48m", "measure", 61.48, None, "metre", "exact"),
            ("£61.48m", "money", 61480000, None, "GBP", "exact"),
        ],
    ),
    (
        "A 100m race; fines of N45,000 and R1,200; option N 5; an N95 mask.",
        [
            ("100m", "measure", 100, None, "metre", "exact"),
            ("N45,000", "money", 45000, None, "NGN", "exact"),
            ("R1,200", "money", 1200, None, "ZAR", "exact"),
        ],
    ),
    (
        "A three-and-a-half-year term for $3 million to $4.5 million.",
        [
            ("three-and-a-half-year", "duration", 3.5, None, "year", "exact"),
            ("$3 million to $4.5 million", "money", 3000000, 4500000, "USD", "between"),
        ],
    ),
    (
        "Two or three towns, 15 or 16 steps, a 1.8-to-1 ratio, seven to six.",
        [
            ("Two or three", "count", 2, 3, None, "between"),
            ("15 or 16", "count", 15, 16, None, "between"),
            ("1.8-to-1", "ratio", 1.8, None, None, "exact"),
            ("seven", "count", 7, None, None, "exact"),
            ("six", "count", 6, None, None, "exact"),
        ],
    ),
    (
        "Growth was 5.9% year-on-year; the emergency room closed 191 times.",
        [
            ("5.9%", "percent", 5.9, None, "percent", "exact"),
            ("191", "count", 191, None, None, "exact"),
        ],
    ),
    (
        "Peat grows by roughly a millimetre a year; it backs up for half a mile.",
        [
            ("roughly a millimetre", "measure", 1, None, "millimetre", "approx"),
            ("half a mile", "measure", 0.5, None, "mile", "exact"),
        ],
    ),
    (
        "May 3: just shy of 500 rand, 12 nights and Rs 1,240 crore.",
        [
            ("May 3", "date", "--05-03", None, None, "exact"),
            ("just shy of 500 rand", "money", 500, None, "ZAR", "almost"),
            ("12 nights", "duration", 12, None, "night", "exact"),
            ("Rs 1,240 crore", "money", 12400000000, None, "INR", "exact"),
        ],
    ),
]
