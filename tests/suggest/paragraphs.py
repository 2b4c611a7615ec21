"""Invented news paragraphs with the right answers, written from the guideline alone.

The rules were mended with these at hand. Those of `unseen` were not looked at.
"""

#: Rows that the rules do not meet yet.
NOT_YET = (
    '"Bring blankets," read a message sent by the parish council.',
    "Fast 60 Prozent der 1.500 Betriebe schlossen.",
    "The train left at 6:15 a.m. and again at 18.40.",
    "Foreign dentists are not allowed to practise without a licence.",
)

#: A text, and all its quotes: fragments, type, speaker.
QUOTES = [
    # --- order, verbs, appositions ----------------------------------------------------
    (
        '"The bridge will stay shut until Easter," transport secretary Marion '
        "Achterberg told broadcasters on Thursday.",
        [
            (
                ['"The bridge will stay shut until Easter,"'],
                "direct",
                "Marion Achterberg",
            )
        ],
    ),
    (
        '"It was a mistake," Anthony Pemberton, who chaired the inquiry from 2011 '
        "until it was wound up two years later, acknowledged.",
        [(['"It was a mistake,"'], "direct", "Anthony Pemberton")],
    ),
    (
        '"The stores will be empty by Friday," warned the head of the agency\'s '
        "mission in the north, Sunniva Brekke.",
        [(['"The stores will be empty by Friday,"'], "direct", "Sunniva Brekke")],
    ),
    (
        '"Money talks," quipped broker Raj Malhotra. "Taxes listen."',
        [(['"Money talks,"', '"Taxes listen."'], "direct", "Raj Malhotra")],
    ),
    (
        '"Who will pay for all this?" wondered Greta Holm, 71.',
        [(['"Who will pay for all this?"'], "direct", "Greta Holm")],
    ),
    (
        "Stadium architect Boris Keller was asked about the delay. Keller shrugged: "
        '"These things happen."',
        [(['"These things happen."'], "direct", "Boris Keller")],
    ),
    (
        '"Enough is enough," the singer wrote on Instagram.',
        [(['"Enough is enough,"'], "direct", "the singer")],
    ),
    (
        '"We have no comment," said J. P. McAllister, counsel for the bank.',
        [(['"We have no comment,"'], "direct", "J. P. McAllister")],
    ),
    (
        '"The vines froze twice," said Jean-Baptiste de la Roche, who has farmed there '
        "all his life.",
        [(['"The vines froze twice,"'], "direct", "Jean-Baptiste de la Roche")],
    ),
    (
        "Siobhan O'Brien said: \"It's over.\"",
        [(['"It\'s over."'], "direct", "Siobhan O'Brien")],
    ),
    (
        '"We sleep in shifts," one of the miners said.',
        [(['"We sleep in shifts,"'], "direct", "one of the miners")],
    ),
    (
        "Gov. Anne Whitlock, a Democrat, said the deal was dead.",
        [(["the deal was dead"], "indirect", "Anne Whitlock")],
    ),
    (
        "The sensor had been wired backwards, an inquiry heard on Tuesday.",
        [(["The sensor had been wired backwards"], "indirect", "an inquiry")],
    ),
    # --- British and other marks ------------------------------------------------------
    (
        "‘We were never asked,’ said Derek Pym, a fisherman from Hallow Point. ‘Nobody "
        "came to the quay, nobody rang.’",
        [
            (
                ["‘We were never asked,’", "‘Nobody came to the quay, nobody rang.’"],
                "direct",
                "Derek Pym",
            )
        ],
    ),
    (
        "Councillor Fatou Diallo described the scheme as ‘a sticking plaster on a "
        "broken leg’.",
        [(["‘a sticking plaster on a broken leg’"], "direct", "Fatou Diallo")],
    ),
    (
        "'It's the children's home, and we'll fight for it,' said Moira Keane.",
        [
            (
                ["'It's the children's home, and we'll fight for it,'"],
                "direct",
                "Moira Keane",
            )
        ],
    ),
    (
        "‘They don’t know what they’re doing,’ Moira Keane added.",
        [(["‘They don’t know what they’re doing,’"], "direct", "Moira Keane")],
    ),
    (
        'The author Chidi Achebe left early. "This is not the end", Mr Achebe '
        "insisted.",
        [(['"This is not the end"'], "direct", "Chidi Achebe")],
    ),
    (
        "«The strike goes on,» said union leader Bruno Sartori.",
        [(["«The strike goes on,»"], "direct", "Bruno Sartori")],
    ),
    (
        "”We are content,” says Karin Lindqvist.",
        [(["”We are content,”"], "direct", "Karin Lindqvist")],
    ),
    (
        "\"My grandmother used to say, 'Salt keeps, sugar lies,'\" recalled Ines "
        "Barros.",
        [
            (
                ["\"My grandmother used to say, 'Salt keeps, sugar lies,'\""],
                "direct",
                "Ines Barros",
            )
        ],
    ),
    # --- passive, pronouns, surnames --------------------------------------------------
    (
        'The driver was quoted as saying that the brakes "simply were not there".',
        [(['that the brakes "simply were not there"'], "mixed", "the driver")],
    ),
    (
        "Police chief Siri Halvorsen was quoted by a local paper as saying the ice was "
        "too thin.",
        [(["the ice was too thin"], "indirect", "Siri Halvorsen")],
    ),
    (
        'Rector Amalia Soto opened the ceremony on Friday. "This building belongs to '
        'the students," she said.',
        [(['"This building belongs to the students,"'], "direct", "Amalia Soto")],
    ),
    (
        "Finance minister Kwame Oduya met his Swedish counterpart, Karin Lindqvist, in "
        'Accra. "We have a deal," he told reporters afterwards.',
        [(['"We have a deal,"'], "direct", "Kwame Oduya")],
    ),
    (
        'Prime Minister Park Ji-won thanked the rescuers. "They gave everything," Park '
        "said.",
        [(['"They gave everything,"'], "direct", "Park Ji-won")],
    ),
    # --- Arabic names -----------------------------------------------------------------
    (
        '"The wells are dry," said Abdulrahman al-Mutairi, who heads the water board.',
        [(['"The wells are dry,"'], "direct", "Abdulrahman al-Mutairi")],
    ),
    (
        '"We buried them at dawn," Umm Khalil, a mother of six, told the agency.',
        [(['"We buried them at dawn,"'], "direct", "Umm Khalil")],
    ),
    (
        "Sheikh Mohammed bin Rashid al-Falasi said the port would reopen within days.",
        [
            (
                ["the port would reopen within days"],
                "indirect",
                "Mohammed bin Rashid al-Falasi",
            )
        ],
    ),
    (
        'Mohammed al-Falasi walked along the quay. "It is safe," al-Falasi said.',
        [(['"It is safe,"'], "direct", "Mohammed al-Falasi")],
    ),
    (
        "Dr. Nour el-Din Haddad insisted that no patient had been turned away.",
        [(["that no patient had been turned away"], "indirect", "Nour el-Din Haddad")],
    ),
    (
        "قالت الوزيرة ليلى حداد إن الجسر سيبقى مغلقا.",
        [(["إن الجسر سيبقى مغلقا"], "indirect", "ليلى حداد")],
    ),
    ("«لن نغادر»، قال سامر نصار.", [(["«لن نغادر»"], "direct", "سامر نصار")]),
    (
        "وأكد المتحدث باسم البلدية كريم عزام أن المياه نظيفة.",
        [(["أن المياه نظيفة"], "indirect", "كريم عزام")],
    ),
    (
        "وصل رئيس الاتحاد سامر نصار صباحا. وقال نصار: «لن نغادر الميناء».",
        [(["«لن نغادر الميناء»"], "direct", "سامر نصار")],
    ),
    # --- headlines --------------------------------------------------------------------
    (
        "Tenants' union: 'Nobody should freeze to pay rent'\n\nThe heating was off for "
        "a week.",
        [(["'Nobody should freeze to pay rent'"], "direct", "Tenants' union")],
    ),
    (
        "Harbour master: Storm gates will be closed tonight\n\nThe wind rose at noon.",
        [
            (
                ["Storm gates will be closed tonight"],
                "indirect",
                "Harbour master",
            )
        ],
    ),
    (
        "Tunnel will open in spring, minister promises\n\nThe works are late.",
        [(["Tunnel will open in spring"], "indirect", "minister")],
    ),
    # --- interrupted, over paragraphs, carried on -------------------------------------
    (
        '"If the court agrees," lawyer Pilar Quintana said, "we shall be back here in '
        'June."',
        [
            (
                ['"If the court agrees,"', '"we shall be back here in June."'],
                "direct",
                "Pilar Quintana",
            )
        ],
    ),
    (
        '"I… I did not see it coming," stammered goalkeeper Luca Ferri — "nobody did."',
        [
            (
                ['"I… I did not see it coming,"', '"nobody did."'],
                "direct",
                "Luca Ferri",
            )
        ],
    ),
    (
        '"We warned them in March.\n\n"We warned them again in April," said Judge '
        "Ottoline Firth.",
        [
            (
                ['"We warned them in March.', '"We warned them again in April,"'],
                "direct",
                "Ottoline Firth",
            )
        ],
    ),
    (
        "“Turn off the taps,” Mayor Lena Voss said.\n\n“Boil what you drink.”",
        [
            (["“Turn off the taps,”"], "direct", "Lena Voss"),
            (["“Boil what you drink.”"], "direct", "Lena Voss"),
        ],
    ),
    (
        '"The tests were clean," Dr Wen Li said, adding that the results "speak for '
        'themselves".',
        [
            (['"The tests were clean,"'], "direct", "Wen Li"),
            (['that the results "speak for themselves"'], "mixed", "Wen Li"),
        ],
    ),
    # --- mixed ------------------------------------------------------------------------
    (
        'Opposition leader Tamar Gelashvili said the vote was "rigged from top to '
        'bottom" and the count "a farce".',
        [
            (
                ['the vote was "rigged from top to bottom" and the count "a farce"'],
                "mixed",
                "Tamar Gelashvili",
            )
        ],
    ),
    (
        'In a statement, Northfield Energy said it "deeply regrets" the outage.',
        [(['it "deeply regrets" the outage'], "mixed", "Northfield Energy")],
    ),
    (
        "Residents were offered “a once-and-for-all payment of no fixed size.”",
        [(["“a once-and-for-all payment of no fixed size.”"], "direct", "unknown")],
    ),
    # --- indirect ---------------------------------------------------------------------
    (
        "Repairs will take until autumn, according to the regional rail operator.",
        [
            (
                ["Repairs will take until autumn"],
                "indirect",
                "the regional rail operator",
            )
        ],
    ),
    (
        "The company has repeatedly denied dumping waste in the river.",
        [(["dumping waste in the river"], "indirect", "the company")],
    ),
    (
        "Prosecutors declined to say whether charges would follow.",
        [(["whether charges would follow"], "indirect", "Prosecutors")],
    ),
    (
        "The ministry announced that schools would reopen on 4 September.",
        [(["that schools would reopen on 4 September"], "indirect", "the ministry")],
    ),
    (
        "The dam will be drained next week, a move farmers have opposed for years, the "
        "environment agency said on Monday.",
        [
            (
                ["The dam will be drained next week"],
                "indirect",
                "the environment agency",
            )
        ],
    ),
    (
        "Sales of bicycles have doubled since the tunnel closed, shop owners say.",
        [
            (
                ["Sales of bicycles have doubled since the tunnel closed"],
                "indirect",
                "shop owners",
            )
        ],
    ),
    (
        "A nurse who asked not to be named said beds were standing in the corridors.",
        [(["beds were standing in the corridors"], "indirect", "a nurse")],
    ),
    (
        "Investors believe the central bank will cut rates in March.",
        [(["the central bank will cut rates in March"], "indirect", "Investors")],
    ),
    (
        "President Elias Tamm vowed to rebuild every house.",
        [(["to rebuild every house"], "indirect", "Elias Tamm")],
    ),
    (
        "The court ruled that the ban was unlawful.",
        [(["that the ban was unlawful"], "indirect", "the court")],
    ),
    (
        "The pilot told investigators that the left engine had failed first.",
        [(["that the left engine had failed first"], "indirect", "the pilot")],
    ),
    (
        "Coach Mia Tran later admitted her side had been lucky.",
        [(["her side had been lucky"], "indirect", "Mia Tran")],
    ),
    (
        "In his memoir, Frank Ostrow writes that the raid was planned in a laundry.",
        [(["that the raid was planned in a laundry"], "indirect", "Frank Ostrow")],
    ),
    (
        "Minister Olga Dreyer's claim that the files were burned was met with "
        "laughter.",
        [(["that the files were burned"], "indirect", "Olga Dreyer")],
    ),
    # --- no quotes --------------------------------------------------------------------
    (
        'The so-called "ghost fleet" has lain off the coast since spring, beside what '
        'used to be the "Pearl" shipyard.',
        [],
    ),
    (
        'Her novel "The Salt Road" won the prize, and the film "Nine Winters at Sea" '
        "opens in May.",
        [],
    ),
    ("The ministers signed the treaty and left without a word.", []),
    ("The word ‘hygge’ means cosiness, and ‘lagom’ means enough.", []),
    ("The '90s were kind to the town; rock 'n' roll kept its halls full.", []),
    # --- other languages --------------------------------------------------------------
    (
        "„Das Geld ist weg“, sagte der Kämmerer Jörg Wittmann am Dienstag.",
        [(["„Das Geld ist weg“"], "direct", "Jörg Wittmann")],
    ),
    (
        "Der Bürgermeister Jörg Wittmann erklärte, dass die Brücke gesperrt bleibe.",
        [(["dass die Brücke gesperrt bleibe"], "indirect", "Jörg Wittmann")],
    ),
    (
        "« Nous ne céderons pas », a affirmé la ministre Claire Fontenay.",
        [(["« Nous ne céderons pas »"], "direct", "Claire Fontenay")],
    ),
    (
        "«No habrá recortes», aseguró la ministra Teresa Ribalta.",
        [(["«No habrá recortes»"], "direct", "Teresa Ribalta")],
    ),
    (
        "«Мы не уйдём», — сказал Пётр Орлов.",
        [(["«Мы не уйдём»"], "direct", "Пётр Орлов")],
    ),
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

#: A text, and all its figures: words, kind, value, upper value, unit, modifier.
FIGURES = [
    (
        "Shares fell 3.4% to £12.60.",
        [
            ("3.4%", "percent", 3.4, None, "percent", "exact"),
            ("£12.60", "money", 12.6, None, "GBP", "exact"),
        ],
    ),
    (
        "The fund lost nearly €1.5bn in two days.",
        [
            ("nearly €1.5bn", "money", 1500000000, None, "EUR", "almost"),
            ("two days", "duration", 2, None, "day", "exact"),
        ],
    ),
    (
        "He owes A$45,000 and NZ$3m.",
        [
            ("A$45,000", "money", 45000, None, "AUD", "exact"),
            ("NZ$3m", "money", 3000000, None, "NZD", "exact"),
        ],
    ),
    (
        "Between 12,000 and 15,000 refugees crossed the river.",
        [("Between 12,000 and 15,000", "count", 12000, 15000, None, "between")],
    ),
    (
        "Twenty-three people died when the ferry turned over.",
        [("Twenty-three", "count", 23, None, None, "exact")],
    ),
    (
        "One in four children goes hungry, and three out of five adults skip meals.",
        [
            ("One in four", "ratio", 0.25, None, None, "exact"),
            ("three out of five", "ratio", 0.6, None, None, "exact"),
        ],
    ),
    (
        "The new pipe carries twice as much.",
        [("twice", "ratio", 2, None, None, "exact")],
    ),
    (
        "The deed is dated 2019-11-05.",
        [("2019-11-05", "date", "2019-11-05", None, None, "exact")],
    ),
    (
        "He was freed on 16 July and rearrested on the 3rd of October 1998.",
        [
            ("16 July", "date", "--07-16", None, None, "exact"),
            ("3rd of October 1998", "date", "1998-10-03", None, None, "exact"),
        ],
    ),
    (
        "The school closed in March 2020.",
        [("March 2020", "date", "2020-03", None, None, "exact")],
    ),
    (
        "It is the 12th hospital to be hit and the eleventh-largest in the country.",
        [
            ("12th", "ordinal", 12, None, None, "exact"),
            ("eleventh", "ordinal", 11, None, None, "exact"),
        ],
    ),
    (
        "Rents rose for the third year running.",
        [("third", "ordinal", 3, None, None, "exact")],
    ),
    (
        "A six-month ceasefire and a 90-minute film.",
        [
            ("six-month", "duration", 6, None, "month", "exact"),
            ("90-minute", "duration", 90, None, "minute", "exact"),
        ],
    ),
    (
        "More than 2.5 million tickets were sold, fewer than 50 were returned.",
        [
            ("More than 2.5 million", "count", 2500000, None, None, "more_than"),
            ("fewer than 50", "count", 50, None, None, "less_than"),
        ],
    ),
    (
        "At least 17 sailors drowned; no more than 10 were rescued, as many as 200 "
        "are missing, and no fewer than 14 boats are searching.",
        [
            ("At least 17", "count", 17, None, None, "at_least"),
            ("no more than 10", "count", 10, None, None, "at_most"),
            ("as many as 200", "count", 200, None, None, "at_most"),
            ("no fewer than 14", "count", 14, None, None, "at_least"),
        ],
    ),
    (
        "Wages rose by just under 9 percent.",
        [("just under 9 percent", "percent", 9, None, "percent", "almost")],
    ),
    (
        "The fire burned 2,400 hectares and was fanned by winds of 120 km/h.",
        [
            ("2,400 hectares", "measure", 2400, None, "hectare", "exact"),
            ("120 km/h", "measure", 120, None, "kilometre per hour", "exact"),
        ],
    ),
    (
        "Customs seized 8.2 tonnes of cocaine behind a 12-foot wall.",
        [
            ("8.2 tonnes", "measure", 8.2, None, "tonne", "exact"),
            ("12-foot", "measure", 12, None, "foot", "exact"),
        ],
    ),
    (
        "The bank wrote off ¥3.2 trillion, CHF 1.2 million and 40 million kronor.",
        [
            ("¥3.2 trillion", "money", 3200000000000, None, "JPY", "exact"),
            ("CHF 1.2 million", "money", 1200000, None, "CHF", "exact"),
            ("40 million kronor", "money", 40000000, None, "SEK", "exact"),
        ],
    ),
    (
        "The state will spend Rs 500 crore on wells.",
        [("Rs 500 crore", "money", 5000000000, None, "INR", "exact")],
    ),
    (
        "A third of the crew quit; nearly half the seats were empty; a two-thirds "
        "majority is needed.",
        [
            ("A third", "ratio", 0.3333, None, None, "exact"),
            ("nearly half", "ratio", 0.5, None, None, "almost"),
            ("two-thirds", "ratio", 0.6667, None, None, "exact"),
        ],
    ),
    (
        "The fair runs from 3 to 9 June, the regatta 10–12 August 2021.",
        [
            ("3 to 9 June", "date", "--06-03", "--06-09", None, "between"),
            ("10–12 August 2021", "date", "2021-08-10", "2021-08-12", None, "between"),
        ],
    ),
    (
        "Growth of 5-7 percent would cost $10-15 million.",
        [
            ("5-7 percent", "percent", 5, 7, "percent", "between"),
            ("$10-15 million", "money", 10000000, 15000000, "USD", "between"),
        ],
    ),
    (
        "Half a million homes were dark for two and a half days.",
        [
            ("Half a million", "count", 500000, None, None, "exact"),
            ("two and a half days", "duration", 2.5, None, "day", "exact"),
        ],
    ),
    (
        "Roughly one hundred and twenty guests were left after two to three weeks.",
        [
            ("Roughly one hundred and twenty", "count", 120, None, None, "approx"),
            ("two to three weeks", "duration", 2, 3, "week", "between"),
        ],
    ),
    (
        "Over 80 per cent of 1,200 respondents agreed.",
        [
            ("Over 80 per cent", "percent", 80, None, "percent", "more_than"),
            ("1,200", "count", 1200, None, None, "exact"),
        ],
    ),
    (
        "The towers fell on Sept. 11, 2001; the trial began on Tuesday, 5 March.",
        [
            ("Sept. 11, 2001", "date", "2001-09-11", None, None, "exact"),
            ("5 March", "date", "--03-05", None, None, "exact"),
        ],
    ),
    (
        "It cost US$3.5 billion, then 500 euros more, then 12 billion rubles.",
        [
            ("US$3.5 billion", "money", 3500000000, None, "USD", "exact"),
            ("500 euros", "money", 500, None, "EUR", "exact"),
            ("12 billion rubles", "money", 12000000000, None, "RUB", "exact"),
        ],
    ),
    (
        "Oil sold at $40 a barrel, 15 percent less than in 2016.",
        [
            ("$40", "money", 40, None, "USD", "exact"),
            ("15 percent", "percent", 15, None, "percent", "exact"),
            ("2016", "date", "2016", None, None, "exact"),
        ],
    ),
    (
        "Environ 200 personnes ont marché, et plus de 3 000 ont signé.",
        [
            ("Environ 200", "count", 200, None, None, "approx"),
            ("plus de 3 000", "count", 3000, None, None, "more_than"),
        ],
    ),
    (
        "Mehr als 40 Häuser brannten, etwa 1,5 Millionen Euro Schaden.",
        [
            ("Mehr als 40", "count", 40, None, None, "more_than"),
            ("etwa 1,5 Millionen Euro", "money", 1500000, None, "EUR", "approx"),
        ],
    ),
    (
        "The reactor ran at 37°C for 48 hours.",
        [
            ("37°C", "measure", 37, None, "degree Celsius", "exact"),
            ("48 hours", "duration", 48, None, "hour", "exact"),
        ],
    ),
    # --- what must be left alone ------------------------------------------------------
    ("They met in Room 14, off Highway 61, and read page 12 of Chapter 3.", []),
    ("A Boeing 737 and a B-52 flew over Area 51.", []),
    ("Article 50 and Resolution 1701 were cited under Section 230.", []),
    ("World War II veterans recalled World War One and the 9/11 attacks.", []),
    ("The clinic is open 24/7, and doors close at 5.30pm.", []),
    ("1) Boil the water.\n2) Wait.\n\n3. Drink.", []),
    ("The photograph, 640 x 480 pixels, shows the gate.", []),
    ("He lives at 10 Downing Street, she at No. 11.", []),
    ("Ring 020 7946 0958 or write to PO Box 44.", []),
    ("Apollo 11, Formula One and Catch-22 were on the quiz.", []),
    ("She is one of the best, and no one doubts it.", []),
    ("On the one hand it rained; on the other it did not.", []),
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
            ("not more than 400 francs", "money", 400, None, None, "at_most"),
            ("within ten days", "duration", 10, None, "day", "at_most"),
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

#: A text with a share, and of what it is.
BASES = [
    ("Turnout was 61 percent of registered voters.", "registered voters"),
    ("Seven percent of all flights were cancelled.", "all flights"),
    ("About a third of the town's homes have no heating.", "the town's homes"),
    ("Unemployment rose to 9 percent.", None),
    ("Some 97 percent of those who voted backed it.", "those who voted"),
    ("Half of respondents had no view.", "respondents"),
    ("The party won 34 percent of the vote in Sunday's election.", "the vote"),
    ("Of the 400 passengers, 30 percent were children.", "the 400 passengers"),
    ("Exports fell by 12 percent, or $4 million.", None),
    ("One in five teachers has left.", "teachers"),
    ("Nearly half the seats were empty.", "the seats"),
    ("Two-thirds of all cod caught last year went back.", "all cod caught last year"),
    ("Three quarters of the island's farmers keep bees.", "the island's farmers"),
    ("Just 8 percent of applicants were accepted.", "applicants"),
    ("Inflation hit 11 percent in May.", None),
    ("The firm owns 51 percent of the shares.", "the shares"),
    ("Of the 90 schools, 40 percent have no library.", "the 90 schools"),
    ("One in three households has no car.", "households"),
    ("Rents rose by a third of a percent.", None),
]

#: A text, a claim in it, who asserts it, and who disputes it.
CLAIMS = [
    (
        "Ida Orm alleged that the budget had been cut by 35 percent. Holm called that "
        "“nonsense”.",
        "the budget had been cut by 35 percent",
        "Ida Orm",
        "Holm",
    ),
    (
        "The boat carries up to 340 passengers and 60 cars between Vale and Dell.",
        "The boat carries up to 340 passengers and 60 cars between Vale and Dell",
        "article",
        None,
    ),
    (
        "A judge on Tuesday blocked the state from charging drivers $25, ruling that "
        "it may not.",
        "A judge on Tuesday blocked the state from charging drivers $25",
        "article",
        None,
    ),
    (
        "Ida Orm, who has led the town of 4.3 million since 2013, said it was dry.",
        "who has led the town of 4.3 million since 2013",
        "article",
        None,
    ),
    (
        "The army says 40 fighters surrendered. Rebel commanders denied this.",
        "40 fighters surrendered",
        "the army",
        "Rebel commanders",
    ),
    (
        "Union leader Bo Ekdal said 3,000 jobs would go. The company disputes the "
        "figure.",
        "3,000 jobs would go",
        "Bo Ekdal",
        "The company",
    ),
    (
        "Prosecutors say Hana Weiss took €2 million in bribes, which she denies.",
        "Hana Weiss took €2 million in bribes",
        "Prosecutors",
        "Hana Weiss",
    ),
    (
        "Critics say the dam caused the flood, an allegation the operator rejects.",
        "the dam caused the flood",
        "Critics",
        "the operator",
    ),
    (
        "Governor Pia Lund denied that 200 files had vanished.",
        "200 files had vanished",
        "unknown",
        "Pia Lund",
    ),
    (
        '"The tunnel has cost 40 million euros," said the mayor, Lena Voss. Her '
        "predecessor, Otto Brand, called that nonsense.",
        "The tunnel has cost 40 million euros",
        "Lena Voss",
        "Otto Brand",
    ),
    (
        "Villagers claim the spill killed all fish in the lake. The mining company has "
        "rejected the allegation.",
        "the spill killed all fish in the lake",
        "Villagers",
        "The mining company",
    ),
    (
        "Crime fell 12 percent last year.",
        "Crime fell 12 percent last year",
        "article",
        None,
    ),
    (
        "Brenna is the poorest district in the province.",
        "Brenna is the poorest district in the province",
        "article",
        None,
    ),
    (
        "The law bans fishing within two miles of the coast.",
        "The law bans fishing within two miles of the coast",
        "article",
        None,
    ),
    (
        "The blackout was caused by a fallen pylon, engineers said.",
        "The blackout was caused by a fallen pylon",
        "engineers",
        None,
    ),
    (
        "According to the census, more than 60,000 people live on the islands.",
        "more than 60,000 people live on the islands",
        "the census",
        None,
    ),
    (
        '"We have planted two million trees since 2015," forestry minister Ana Prado '
        'said. "Please visit them."',
        "We have planted two million trees since 2015",
        "Ana Prado",
        None,
    ),
    (
        "Because of the drought, harvests fell by half.",
        "Because of the drought, harvests fell by half",
        "article",
        None,
    ),
    (
        "The treaty, which expired in 2009, allowed both navies to use the port.",
        "The treaty, which expired in 2009, allowed both navies to use the port",
        "article",
        None,
    ),
    (
        "Inspector Jules Amari told the court that the guard had been asleep for three "
        "hours.",
        "the guard had been asleep for three hours",
        "Jules Amari",
        None,
    ),
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
        "The fire, which killed nine people, was started by a firework.",
        "The fire, which killed nine people, was started by a firework",
        "article",
        None,
    ),
    (
        "The union asked for 5 percent, but the company offered 2.",
        "the company offered 2",
        "article",
        None,
    ),
    (
        "Orm said prices rose 3 percent, while wages fell 2 percent.",
        "wages fell 2 percent",
        "article",
        None,
    ),
    (
        "The ministry raised its estimate to 84 million tonnes. “Nobody expected this "
        "harvest of 84 million,” said Ida Orm. Farmers disputed the estimate.",
        "Nobody expected this harvest of 84 million",
        "Ida Orm",
        None,
    ),
    (
        "Ida Orm said the estimate was 84 million tonnes. Farmers disputed the "
        "estimate.",
        "the estimate was 84 million tonnes",
        "Ida Orm",
        "Farmers",
    ),
]

#: A text without any claim.
NO_CLAIMS = [
    '"Treat every number with care, including ours," said Ida Orm.',
    "The tram vote: who turned out, who stayed away and what it cost",
    '"I hope they win," said Ana Prado.',
    '"What a beautiful evening," said Otto Brand.',
    '"Come home safely," he told the crew.',
    '"Why were we not told?" asked a woman in the crowd.',
    "Thank you for reading.",
    '"Thank you all so much," she said.',
    '"I love this town," Lena Voss said.',
    '"I wish we had more time," said Aino Salmi.',
    '"Let us begin," said the judge.',
    '"What were they thinking?" asked Tobias Renner.',
    '"It was a lovely service," said Lucia Marino.',
    '"Please stay indoors," the mayor said.',
]

#: A text, and the regions of it that are not the article.
BOILERPLATE = [
    ("Advertisement", ["Advertisement"]),
    ("ADVERTISEMENT - CONTINUE READING BELOW", None),
    ("Story continues below advertisement", None),
    ("SEE ALSO: Ten islands you can buy", None),
    ("READ MORE: How the dam was built", None),
    ("Related: The last lighthouse keeper", None),
    ("Read also: Flood maps redrawn", None),
    ("Subscribe to our daily briefing for more stories like this.", None),
    ("Follow us on Facebook and Twitter", None),
    ("Share this article", None),
    ("Get the latest news delivered to your inbox", None),
    ("Click here to join our Telegram channel!", None),
    ("Copyright 2021 Northern Press. All rights reserved.", None),
    (
        "This material may not be published, broadcast, rewritten or redistributed.",
        None,
    ),
    ("Photo: Anna Reed/Northern Press", None),
    ("(Photo by Anna Reed/Getty Images)", None),
    ("Image credit: Anna Reed", None),
    ("IMG_2034.jpg", None),
    ("By ANNA REED and PAUL OTT, Northern Press", None),
    ("Reporting by Anna Reed; editing by Paul Ott", None),
    (
        "LISBON, March 3 (Northern Press) - The ferry ran aground.",
        ["LISBON, March 3 (Northern Press) -"],
    ),
    ("NEW HAVEN (NP) — The ferry ran aground.", ["NEW HAVEN (NP) —"]),
    ("The ferry ran aground. Photograph: Anna Reed/NP", ["Photograph: Anna Reed/NP"]),
    ("Most read\nFerry aground\nDam shut", None),
    # These are the article.
    ("Advertisement revenue fell by a fifth.", []),
    ("Photographs of the missing were pinned to the door.", []),
    ("Subscribers of the paper sued.", []),
    ("Share prices fell on Monday.", []),
    ("Follow the river north and you reach the dam.", []),
    ("By the time help came, the house had burned down.", []),
    ("The related case was dropped.", []),
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
