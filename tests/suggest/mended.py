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
    (
        "The 2031 vote on the lake was lawful under the charter, presidential "
        "spokesman Igor Selin told the media on Tuesday.",
        [
            (
                ["The 2031 vote on the lake was lawful under the charter"],
                "indirect",
                "Igor Selin",
            )
        ],
    ),
    (
        "Selin recalled that the lake enjoyed a special status, which was laid down "
        "in the charter, including “all rights of its councillors.”",
        [
            (
                [
                    "that the lake enjoyed a special status, which was laid down in "
                    "the charter, including “all rights of its councillors.”"
                ],
                "mixed",
                "Selin",
            )
        ],
    ),
    (
        "In response to a remark that the islands were not asked Selin said that "
        "nobody had objected.",
        [(["that nobody had objected"], "indirect", "Selin")],
    ),
    (
        "The ministry hopes that the ferry will sail again by May, said its "
        "spokesman, Bo Dahl.",
        [
            (
                ["The ministry hopes that the ferry will sail again by May"],
                "indirect",
                "Bo Dahl",
            )
        ],
    ),
    (
        "Lakeland expects that the islands will sooner or later accept the vote, "
        "Foreign Ministry spokesman Bo Dahl told reporters on Friday.",
        [
            (
                [
                    "Lakeland expects that the islands will sooner or later accept "
                    "the vote"
                ],
                "indirect",
                "Bo Dahl",
            )
        ],
    ),
    (
        "Lakeland expects that the islands will sooner or later recognise the vote.",
        [
            (
                ["that the islands will sooner or later recognise the vote"],
                "indirect",
                "Lakeland",
            )
        ],
    ),
    (
        "On the eve of the vote, the Lakeland state Department announced that "
        "ferries would stop.",
        [(["that ferries would stop"], "indirect", "the Lakeland state Department")],
    ),
    (
        "Selin drew attention to the fact that the vote was called by “the lawful "
        "council of the islands.”",
        [
            (
                ["that the vote was called by “the lawful council of the islands.”"],
                "mixed",
                "Selin",
            )
        ],
    ),
    (
        "Orlova stressed the fact that nobody had objected.",
        [(["that nobody had objected"], "indirect", "Orlova")],
    ),
    (
        "The palace spokesman expressed hopes the council would one day respect the "
        "vote.",
        [
            (
                ["the council would one day respect the vote"],
                "indirect",
                "the palace spokesman",
            )
        ],
    ),
    (
        "The government is not losing hope that the islands will come back, Bo Dahl "
        "said Friday.",
        [
            (
                ["The government is not losing hope that the islands will come back"],
                "indirect",
                "Bo Dahl",
            )
        ],
    ),
    (
        "The vote angered Lakeland and the western states, who imposed duties on "
        "grain.",
        [],
    ),
    (
        "The court stepped in on Monday, claiming delays in the count left the "
        "matter to judges.",
        [(["delays in the count left the matter to judges"], "indirect", "the court")],
    ),
    (
        "In a turnaround, council president Paolo Neri on state radio declared the "
        "result as “void.”",
        [(["“void.”"], "direct", "Paolo Neri")],
    ),
    ("Orlova rejected the plan as “reckless”.", [(["“reckless”"], "direct", "Orlova")]),
    (
        "The court decided not to order a recount.",
        [(["not to order a recount"], "indirect", "the court")],
    ),
    ("Her rival Mira Tosk, a doctor who had never held office, won the seat.", []),
    (
        "The islands have made a lawful choice and the capital will not discuss it "
        "with anyone, Oleg Sabin, first deputy chair of the upper house, said on "
        "Wednesday.",
        [
            (
                [
                    "The islands have made a lawful choice and the capital will not "
                    "discuss it with anyone"
                ],
                "indirect",
                "Oleg Sabin",
            )
        ],
    ),
    (
        "Holm told the daily Le Courrier du Lac that the law was “theft by stealth”.",
        [(["that the law was “theft by stealth”"], "mixed", "Holm")],
    ),
    (
        "The prime minister met envoys at her home in Port Vale, Nordmark, and "
        "called the ruling “an act of piracy.”",
        [(["“an act of piracy.”"], "direct", "the prime minister")],
    ),
    (
        "In a video posted after the raids, Holm said: “I don't know why.”",
        [(["“I don't know why.”"], "direct", "Holm")],
    ),
    (
        "Since then, the country has been trying to rebuild, with help from "
        "neighbours, while the rebels continue to fight the army.",
        [],
    ),
    ("The pair worked in one ministry, though Holm continued to lead the bank.", []),
    (
        "Holm accused Governor Bo Dahl of hiding the bill and urged him to publish it.",
        [
            (["of hiding the bill"], "indirect", "Holm"),
            (["to publish it"], "indirect", "Holm"),
        ],
    ),
    ("A film dated Jan. 11, 2024, showed Holm meeting Dahl during the campaign.", []),
    (
        "Nordmark slams Lakeland for naval drill, warns of consequences\n\nThe drill "
        "ends on Friday.",
        [],
    ),
    (
        "The paper said that the drill included a “landing exercise” on the shore, "
        "which it claims is evidence that the fleet is aimed at “crushing our "
        "republic.”",
        [
            (
                ["that the drill included a “landing exercise” on the shore"],
                "mixed",
                "the paper",
            ),
            (["“crushing our republic.”"], "direct", "the paper"),
        ],
    ),
    (
        "A spokesperson of the northern committee handling affairs between the "
        "islands issued a statement Friday, saying the capital has no wish to talk.",
        [
            (
                ["the capital has no wish to talk"],
                "indirect",
                "A spokesperson of the northern committee handling affairs between "
                "the islands",
            )
        ],
    ),
    (
        "The judge tried to stop the barbs, telling his lawyer Chris Kite to "
        "“control your client” at once.",
        [(["to “control your client” at once"], "mixed", "the judge")],
    ),
    (
        "But Holm, as is her habit, found ways to bring jokes into her replies even "
        "when she was tired.",
        [],
    ),
    (
        "“It leaks,” said Ana Orlova.\n\n“It does not,” said Ida Holm.\n\nAfter a "
        "break, Orlova took a quieter role. She told Holm that she would wait.",
        [
            (["“It leaks,”"], "direct", "Ana Orlova"),
            (["“It does not,”"], "direct", "Ida Holm"),
            (["that she would wait"], "indirect", "Ana Orlova"),
        ],
    ),
    (
        "That's good news for people like Lena Abt, who joined the thousands "
        "expected by the ferry line to travel. Abt said Wednesday that she came early.",
        [(["that she came early"], "indirect", "Lena Abt")],
    ),
    (
        "The lake is rising, according to the National Rivers and Lakes "
        "Administration.",
        [
            (
                ["The lake is rising"],
                "indirect",
                "the National Rivers and Lakes Administration",
            )
        ],
    ),
    (
        "It was signed by President Paul Royce in 1935.\n\nJames Royce Jr., the "
        "grandson of the founder, spoke on the call. “It is in good shape,” Royce "
        "said.",
        [(["“It is in good shape,”"], "direct", "James Royce Jr.")],
    ),
    (
        "James Royce Jr., the grandson of the founder, spoke on the call and said of "
        "his grandfather: “He left a tremendous legacy.”",
        [(["“He left a tremendous legacy.”"], "direct", "James Royce Jr.")],
    ),
    (
        "- Board chairman Tim Kane says rents will fall this autumn",
        [(["rents will fall this autumn"], "indirect", "Tim Kane")],
    ),
    (
        "The lake researchers, however, don't think such a step is justified.",
        [(["such a step is justified"], "indirect", "the lake researchers")],
    ),
    (
        "Despite what the jeers of jaded fans might suggest, lawn chairs weren't the "
        "worst of the damage.",
        [],
    ),
    (
        "Declaring “the soul of the corps” is at stake, Defence Secretary Rob Gale "
        "has ordered a review.",
        [(["“the soul of the corps” is at stake"], "mixed", "Rob Gale")],
    ),
    (
        "Saying the dam could fail within days, Mayor Ida Holm ordered two streets "
        "cleared.",
        [(["the dam could fail within days"], "indirect", "Ida Holm")],
    ),
    (
        "As they learned in Somaria, where boats beat them ashore, times have changed.",
        [],
    ),
    (
        "That “unique skill is one we will need in the future,” Gale said.",
        [(["That “unique skill is one we will need in the future,”"], "mixed", "Gale")],
    ),
    (
        "The Institute of Oceanography's Clara Rich says the rain has eased.",
        [(["the rain has eased"], "indirect", "Clara Rich")],
    ),
    (
        "The network makes service available to 18 million people, and Verity is now "
        "in the midst of a rebuild.",
        [],
    ),
    (
        "And if the company finds that more devices are needed, it will raise the "
        "number.",
        [],
    ),
    (
        "Nordmark's announcement that it will sell Lakeland grain is raising "
        "questions about the ties.",
        [(["that it will sell Lakeland grain"], "indirect", "Nordmark")],
    ),
    (
        "While the watchdog says the reactor is no risk, Nordmark's choice to sell "
        "fuel raises doubts.",
        [(["the reactor is no risk"], "indirect", "the watchdog")],
    ),
    (
        "After Nordmark said in March that the plant would open this year, Foreign "
        "Minister Ida Holm said that it “would be premature” to trade.",
        [
            (["that the plant would open this year"], "indirect", "Nordmark"),
            (["that it “would be premature” to trade"], "mixed", "Ida Holm"),
        ],
    ),
    (
        "Its refusal to ship missiles that it agreed to provide under a 2007 deal is "
        "old.",
        [],
    ),
    (
        "“I'm afraid to drive,” said Ana Gomez.\n\n“We just want to stay, but with "
        "this law ...” she said, her voice trailing off as she shook her head.",
        [
            (["“I'm afraid to drive,”"], "direct", "Ana Gomez"),
            (["“We just want to stay, but with this law ...”"], "direct", "Ana Gomez"),
        ],
    ),
    (
        "Bank president Tom Honig, one of ten people who decide what rates borrowers "
        "pay, said that the policy is “risking a repeat.”",
        [(["that the policy is “risking a repeat.”"], "mixed", "Tom Honig")],
    ),
    (
        "There was “a lot of dust and then people were just running,” state radio "
        "quoted one witness as saying.",
        [
            (
                ["There was “a lot of dust and then people were just running,”"],
                "mixed",
                "one witness",
            )
        ],
    ),
    (
        "“It hurts,” the central bank said.\n\nWestbank's Bill Evers is among those "
        "who believe the cut will not be the last. “The door is still open,” he said.",
        [
            (["“It hurts,”"], "direct", "the central bank"),
            (["“The door is still open,”"], "direct", "Bill Evers"),
        ],
    ),
    (
        "However changes can be made up to an hour before the match and Nordmark "
        "team captain John Fitz suggested he might do just that.",
        [(["he might do just that"], "indirect", "John Fitz")],
    ),
    (
        "Minister of Energy and Climate Tiina Reban said there was “no reason to "
        "panic” now.",
        [(["there was “no reason to panic” now"], "mixed", "Tiina Reban")],
    ),
    (
        "Mark Gerb became angry as he told the court he had tried to warn them.",
        [(["he had tried to warn them"], "indirect", "Mark Gerb")],
    ),
    (
        "The agency says Rask spent $12,000 on lessons in Lakeland, Nordmark and the "
        "United States.",
        [
            (
                [
                    "Rask spent $12,000 on lessons in Lakeland, Nordmark and the "
                    "United States"
                ],
                "indirect",
                "the agency",
            )
        ],
    ),
    (
        "A diplomatic cable dated September 24 and published by the website Le Fanal "
        "described the ban as “useful leverage” in the talks.",
        [(["“useful leverage”"], "direct", "A diplomatic cable")],
    ),
    (
        "Ana Delm did not dispute that the paper was authentic but said it did “not "
        "reflect our position”.",
        [
            (["that the paper was authentic"], "indirect", "Ana Delm"),
            (["it did “not reflect our position”"], "mixed", "Ana Delm"),
        ],
    ),
    (
        "The rains recovered in July, the Union Ministry of Agriculture said on "
        "Monday.",
        [
            (
                ["The rains recovered in July"],
                "indirect",
                "the Union Ministry of Agriculture",
            )
        ],
    ),
    (
        "M. Balan, Director-General of the IMD, who was speaking to The Chronicle "
        "over the phone from Pune, said the storm would grow.",
        [(["the storm would grow"], "indirect", "M. Balan")],
    ),
    (
        "District Collector Farida Sheik denied that payments had stalled. “The rest "
        "were paid,” she said.",
        [
            (["that payments had stalled"], "indirect", "Farida Sheik"),
            (["“The rest were paid,”"], "direct", "Farida Sheik"),
        ],
    ),
    (
        'The email, a copy of which was obtained by the Courier, apologized for "the '
        'pace, not the decision."',
        [(['"the pace, not the decision."'], "direct", "the email")],
    ),
    (
        "Ron Petrak, a retired machinist, wore a green button and noted that taxes "
        "on his home had gone up.",
        [(["that taxes on his home had gone up"], "indirect", "Ron Petrak")],
    ),
    (
        "In an email sent days before the crash, a planner wrote: ‘I am not putting "
        "my name near it.’",
        [(["‘I am not putting my name near it.’"], "direct", "a planner")],
    ),
    (
        "Counsel read out an email sent 12 days before the crash, in which a planner "
        "wrote: ‘I am not putting my name near it.’",
        [(["‘I am not putting my name near it.’"], "direct", "a planner")],
    ),
    (
        "Train drivers will walk out for nine days, their union has announced, on "
        "the day an inquiry opened.",
        [(["Train drivers will walk out for nine days"], "indirect", "their union")],
    ),
    (
        "Kreuz said the count had been ‘the cleanest in 30 years’ and that only 112 "
        "papers were in doubt.",
        [
            (
                [
                    "the count had been ‘the cleanest in 30 years’ and that only 112 "
                    "papers were in doubt"
                ],
                "mixed",
                "Kreuz",
            )
        ],
    ),
    (
        "Mr Drave has not appeared since, but he posted a video on Facebook in which "
        "he urged protesters to “go home and read the law”.",
        [(["to “go home and read the law”"], "mixed", "Drave")],
    ),
    (
        "Her friend Pavol was less sure. ‘Maybe it is fraud,’ he shrugged.",
        [(["‘Maybe it is fraud,’"], "direct", "Pavol")],
    ),
    (
        "The talks ended.\n\nIn a speech on Friday, President Ida Holm said:\n\n“We "
        "will not pay.”\n\nShe left.",
        [(["“We will not pay.”"], "direct", "Ida Holm")],
    ),
    (
        "Ana Holm did not accept, however, that cost had been a factor.",
        [(["that cost had been a factor"], "indirect", "Ana Holm")],
    ),
    (
        "The bank, which in May had urged ministers to act “without undue delay”, "
        "met on Friday.",
        [(["to act “without undue delay”"], "mixed", "the bank")],
    ),
    ("The film told its story last year.", []),
    ("It was almost double the original estimate.", []),
    (
        "The lake union has offered to mediate.",
        [(["to mediate"], "indirect", "the lake union")],
    ),
    (
        "“It is a classic,” said Jo Reyes, an analyst at Fjord Markets who has a "
        "“hold” rating. “We think it falls.”",
        [(["“It is a classic,”", "“We think it falls.”"], "direct", "Jo Reyes")],
    ),
    (
        "Climate and Energy Minister Tiina Reban said there was “no reason to panic” "
        "now.",
        [(["there was “no reason to panic” now"], "mixed", "Tiina Reban")],
    ),
    (
        "Water use fell by half, data released by the River Board showed.",
        [(["Water use fell by half"], "indirect", "River Board")],
    ),
    (
        "Coretta Anne King said the march would go on.",
        [(["the march would go on"], "indirect", "Coretta Anne King")],
    ),
    ("Do you really think that we can ignore them?", []),
    ("They know who he is.", []),
    ("We know that the dam is sound.", []),
    (
        "(Current models say that the lake will warm a little.)",
        [(["that the lake will warm a little"], "indirect", "current models")],
    ),
    (
        "He said that people like Orm and Dahl, a baker who travelled there and fell "
        "ill, have brought a “stigma” upon the town.",
        [
            (
                [
                    "that people like Orm and Dahl, a baker who travelled there and "
                    "fell ill, have brought a “stigma” upon the town"
                ],
                "mixed",
                "unknown",
            )
        ],
    ),
    (
        "The company said Orm gave the board his notice on Wednesday and left the "
        "hall.",
        [
            (
                ["Orm gave the board his notice on Wednesday and left the hall"],
                "indirect",
                "the company",
            )
        ],
    ),
    (
        "Nordmark and Lakeland officials said the fuel would be loaded.",
        [(["the fuel would be loaded"], "indirect", "Nordmark and Lakeland officials")],
    ),
    (
        "Curie Kimm fainted. Curie, 21, a student, came second, but she admitted the "
        "honour “came with a price”.",
        [(["the honour “came with a price”"], "mixed", "Curie Kimm")],
    ),
    ("If the system doesn’t recognise a person, it will enrol them.", []),
    ("The organisation holds a record: they have never lost.", []),
    ("We cannot accept this because it does not work.", []),
    (
        "“We are not numbers,” says a doctor from Hebrim, whose name is withheld. He "
        "explains that he lives there.",
        [
            (["“We are not numbers,”"], "direct", "a doctor from Hebrim"),
            (["that he lives there"], "indirect", "a doctor from Hebrim"),
        ],
    ),
    (
        "The CEO of Vale Resorts said the snow will melt.",
        [(["the snow will melt"], "indirect", "the CEO of Vale Resorts")],
    ),
    (
        "According to Dry Land, an alliance of farmers that opposes the dam, prizes "
        "were offered to guards.",
        [(["prizes were offered to guards"], "indirect", "Dry Land")],
    ),
    (
        "“We gave our word,” Yusuf Karm said in remarks carried by state radio. “The "
        "other side kept it for 11 hours.”",
        [
            (
                ["“We gave our word,”", "“The other side kept it for 11 hours.”"],
                "direct",
                "Yusuf Karm",
            )
        ],
    ),
    (
        "Holm insisted he had “paid for every night out of my own pocket” and told "
        "critics to “grow up”.",
        [
            (["he had “paid for every night out of my own pocket”"], "mixed", "Holm"),
            (["to “grow up”"], "mixed", "Holm"),
        ],
    ),
    (
        "No10 last night refused to discuss the files.",
        [(["to discuss the files"], "indirect", "No10")],
    ),
    (
        "The rebel Northern Front came close. The Front said shells had landed near "
        "the port.",
        [(["shells had landed near the port"], "indirect", "Northern Front")],
    ),
    (
        "It has rained little, figures from the Bureau of Rivers show.",
        [(["It has rained little"], "indirect", "Bureau of Rivers")],
    ),
    (
        "But the governor, through his lawyer Peter Mase, vowed to move to the "
        "higher court.",
        [(["to move to the higher court"], "indirect", "the governor")],
    ),
    (
        "An internal memo contradicts this. It warns that nine officers were replaced.",
        [(["that nine officers were replaced"], "indirect", "an internal memo")],
    ),
    (
        "She was angry and would ask her colleagues to appeal, she said.",
        [
            (
                ["She was angry and would ask her colleagues to appeal"],
                "indirect",
                "unknown",
            )
        ],
    ),
    (
        "The vote was lawful, Chairman of the Central Vote Commission of Upper Kess "
        "Gennady Tsoy told a news conference on Monday. According to Tsoy, nobody "
        "was forced.",
        [
            (["The vote was lawful"], "indirect", "Gennady Tsoy"),
            (["nobody was forced"], "indirect", "Gennady Tsoy"),
        ],
    ),
    (
        "The house is ready, Speaker of the State Assembly Valentina Orda said. “We "
        "waited,” Orda added.",
        [
            (["The house is ready"], "indirect", "Valentina Orda"),
            (["“We waited,”"], "direct", "Valentina Orda"),
        ],
    ),
    (
        "Superintendent of Police Mohd. Iqbal Chisht said that four were held. “He "
        "confessed,” Chisht said.",
        [
            (["that four were held"], "indirect", "Mohd. Iqbal Chisht"),
            (["“He confessed,”"], "direct", "Mohd. Iqbal Chisht"),
        ],
    ),
    (
        "Leader of the Opposition R. K. Subban alleged that it was sold.",
        [(["that it was sold"], "indirect", "R. K. Subban")],
    ),
    (
        "Education Minister Smt. Yashoda Pati on Monday said that it was over. "
        "“Yes,” she said.",
        [
            (["that it was over"], "indirect", "Yashoda Pati"),
            (["“Yes,”"], "direct", "Yashoda Pati"),
        ],
    ),
    (
        "The head of Lakeland Sergei Aksen said the vote is valid.",
        [(["the vote is valid"], "indirect", "Sergei Aksen")],
    ),
    (
        "Pope Francis said the war must end. “Peace,” Francis said.",
        [
            (["the war must end"], "indirect", "Pope Francis"),
            (["“Peace,”"], "direct", "Pope Francis"),
        ],
    ),
    (
        "“We wrote it down,” said Callum ap Rhys. He was cold. “Yes,” Mr ap Rhys said.",
        [
            (["“We wrote it down,”"], "direct", "Callum ap Rhys"),
            (["“Yes,”"], "direct", "Callum ap Rhys"),
        ],
    ),
    (
        "The president of United Arab Emirates said it was over.",
        [(["it was over"], "indirect", "the president of United Arab Emirates")],
    ),
    (
        "Ilya Volk declined to say whether he would go, but did not rule out that a "
        "trip was possible.",
        [
            (["whether he would go"], "indirect", "Ilya Volk"),
            (["that a trip was possible"], "indirect", "Ilya Volk"),
        ],
    ),
    (
        "The ministry ruled out that it was arson.",
        [(["that it was arson"], "indirect", "the ministry")],
    ),
    (
        "President Ivan Dorn met envoys. Maria Zahn said that talks would go on. The "
        "head of state noted that nobody left.",
        [
            (["that talks would go on"], "indirect", "Maria Zahn"),
            (["that nobody left"], "indirect", "Ivan Dorn"),
        ],
    ),
    (
        "In Zahn's words, the islands are a part of Nordmark.",
        [(["the islands are a part of Nordmark"], "indirect", "Zahn")],
    ),
    ("In her book, the islands are a part of Nordmark.", []),
    (
        "Nordmark insists the troops left; Lakeland says they stayed.",
        [
            (["the troops left"], "indirect", "Nordmark"),
            (["they stayed"], "indirect", "Lakeland"),
        ],
    ),
    (
        "Velsk will not discuss the harbour with anyone, Foreign Ministry spokesman "
        "Arkady Belov said Tuesday, dismissing the appeal as “a ritual dance.”",
        [
            (
                ["Velsk will not discuss the harbour with anyone"],
                "indirect",
                "Arkady Belov",
            ),
            (["“a ritual dance.”"], "direct", "Arkady Belov"),
        ],
    ),
    (
        "Aides had cautioned him, according to four people familiar with the talks. "
        "The people, who asked not to be named, said that he laughed.",
        [
            (
                ["Aides had cautioned him"],
                "indirect",
                "four people familiar with the talks",
            ),
            (["that he laughed"], "indirect", "four people familiar with the talks"),
        ],
    ),
    (
        "One Democratic strategist briefed on the talks defended Brann, arguing that "
        "the ferries need repairs.",
        [(["that the ferries need repairs"], "indirect", "one Democratic strategist")],
    ),
    (
        "A poll released last week by Whit College found that 38 percent of voters "
        "approve.",
        [(["that 38 percent of voters approve"], "indirect", "Whit College")],
    ),
    (
        "The Rev. Cletus Amund, who gave the opening prayer, had asked for “patience "
        "with paint and poultry”.",
        [(["“patience with paint and poultry”"], "direct", "Cletus Amund")],
    ),
    (
        "“I still coach on Saturdays,” says Wiremu Paki, now 41.",
        [(["“I still coach on Saturdays,”"], "direct", "Wiremu Paki")],
    ),
    (
        "Co-author J. W. Etxe has received fees from the firm. He argues that the "
        "drug blocks a protein. “No water follows,” Etxe explains.",
        [
            (["that the drug blocks a protein"], "indirect", "J. W. Etxe"),
            (["“No water follows,”"], "direct", "J. W. Etxe"),
        ],
    ),
    (
        "“They take the nets first,” said Anton Marr, mending a torn float with "
        "wire. “We live with less.”",
        [
            (
                ["“They take the nets first,”", "“We live with less.”"],
                "direct",
                "Anton Marr",
            )
        ],
    ),
    (
        "Osei Tutu did not go so far as to say that the patrols amount to war.",
        [(["that the patrols amount to war"], "indirect", "Osei Tutu")],
    ),
    (
        "The company has not disclosed what the tablet will cost.",
        [(["what the tablet will cost"], "indirect", "the company")],
    ),
    (
        "Widow Godfrida Chola said her wall collapsed.",
        [(["her wall collapsed"], "indirect", "Godfrida Chola")],
    ),
    (
        "The governor ruled out cancelling the test.",
        [(["cancelling the test"], "indirect", "the governor")],
    ),
    (
        "Leaders called for a probe by a sitting judge when the hall reopened.",
        [(["a probe by a sitting judge"], "indirect", "Leaders")],
    ),
    (
        "Pristava accused Belgrav of arming the rebels.",
        [(["of arming the rebels"], "indirect", "Pristava")],
    ),
    (
        "Lakeland announced new sanctions against Nordmark on Monday.",
        [(["new sanctions against Nordmark"], "indirect", "Lakeland")],
    ),
    (
        "The league promised a review led by fans.",
        [(["a review led by fans"], "indirect", "the league")],
    ),
    (
        "He promised the new ground will be built without public money.",
        [
            (
                ["the new ground will be built without public money"],
                "indirect",
                "unknown",
            )
        ],
    ),
    (
        "Nordmark denied any role in the raid.",
        [(["any role in the raid"], "indirect", "Nordmark")],
    ),
    ("The embassy denied her a visa.", []),
    (
        "The lock leaks, the board announced the next day.",
        [(["The lock leaks"], "indirect", "the board")],
    ),
    (
        "The firm rejected the bid, saying it “materially undervalued” the company.",
        [(["it “materially undervalued” the company"], "mixed", "the firm")],
    ),
    (
        "The offer was 40 crowns a share too low, Ida Holm said, without elaborating.",
        [(["The offer was 40 crowns a share too low"], "indirect", "Ida Holm")],
    ),
    (
        "Kelm bears full responsibility, Vadim Kurash, Orlav Deputy Foreign Minister "
        "and Special Envoy for Energy Cooperation, said on Monday.",
        [(["Kelm bears full responsibility"], "indirect", "Vadim Kurash")],
    ),
    (
        "“It was not we,” Orlav Deputy Foreign Minister and Special Envoy for Energy "
        "Cooperation Vadim Kurash said.",
        [(["“It was not we,”"], "direct", "Vadim Kurash")],
    ),
    (
        "“It costs the enemy little,” retired Col. Anwar Besh, a military expert, "
        "told the paper.",
        [(["“It costs the enemy little,”"], "direct", "Anwar Besh")],
    ),
    (
        "The vote, which the Valdon Foreign Ministry called a “farce,” is over.",
        [(["“farce,”"], "direct", "Valdon Foreign Ministry")],
    ),
    (
        "The union accused the bank of “bullying its oldest clerks”.",
        [(["of “bullying its oldest clerks”"], "mixed", "the union")],
    ),
    (
        "A move denounced by the Kamar government as “a stab in the back” came late.",
        [(["“a stab in the back”"], "direct", "the Kamar government")],
    ),
    (
        "Describing the talks as a “window of opportunity,” Wen Adar left.",
        [(["“window of opportunity,”"], "direct", "Wen Adar")],
    ),
    (
        "Kamar's foreign ministry summoned the envoy on Monday. It said the step has "
        "no force.",
        [(["the step has no force"], "indirect", "Kamar's foreign ministry")],
    ),
    (
        "The centre-right Union of Democrats, to which the party belongs, decided "
        "not to issue a statement.",
        [(["not to issue a statement"], "indirect", "centre-right Union of Democrats")],
    ),
    (
        "Karl Oster said both sides had shown “seriousness,” but he cautioned that a "
        "truce was far off.",
        [
            (["both sides had shown “seriousness,”"], "mixed", "Karl Oster"),
            (["that a truce was far off"], "indirect", "Karl Oster"),
        ],
    ),
    ("K Orm,” \u2003 and Jo Car, a", []),
    (
        "Warning residents not to drink the water, officials said tests were on.",
        [
            (["not to drink the water"], "indirect", "officials"),
            (["tests were on"], "indirect", "officials"),
        ],
    ),
    (
        "Mayor Ida Orm, urging people to stay calm, said help was coming.",
        [
            (["to stay calm"], "indirect", "Ida Orm"),
            (["help was coming"], "indirect", "Ida Orm"),
        ],
    ),
    (
        "The mayor of Salt Lake City said the dam holds.",
        [(["the dam holds"], "indirect", "the mayor of Salt Lake City")],
    ),
    (
        "The head of Human Rights Watch said the vote is void.",
        [(["the vote is void"], "indirect", "the head of Human Rights Watch")],
    ),
    (
        "The chairman of Morgan Stanley Wealth Management said the dam holds.",
        [
            (
                ["the dam holds"],
                "indirect",
                "the chairman of Morgan Stanley Wealth Management",
            )
        ],
    ),
    (
        "The head of state said the vote is void.",
        [(["the vote is void"], "indirect", "the head of state")],
    ),
    ("The call for help came at noon.", []),
    ("Repeated calls for an inquiry were ignored.", []),
    ("Her call for an inquiry was rejected.", []),
    ("Calls for the minister to resign grew on Monday.", []),
    (
        "The call for help was answered, the coastguard said.",
        [(["The call for help was answered"], "indirect", "the coastguard")],
    ),
    (
        "The crisis demands a response, the minister said.",
        [(["The crisis demands a response"], "indirect", "the minister")],
    ),
    ("Holm was ruled out for the season.", []),
    ("Doctors were called for the third time that night.", []),
    ("The minister called for the first time since May.", []),
    ("She was denied any help.", []),
    ("Holm was accused by Orm of lying.", []),
    ("The rules out there are different.", []),
    ("Police have not ruled out foul play.", []),
    ("Ida Orm did not deny the claims.", []),
    ("The recipe calls for two eggs.", []),
    ("The climb demands a lot of stamina.", []),
    ("The union calls for an inquiry.", [(["an inquiry"], "indirect", "the union")]),
    (
        "A letter accusing the board of hiding losses was published.",
        [(["of hiding losses"], "indirect", "unknown")],
    ),
    (
        "The firm announced the appointment of Ida Orm as its chief executive.",
        [
            (
                ["the appointment of Ida Orm as its chief executive"],
                "indirect",
                "the firm",
            )
        ],
    ),
    (
        "Bo Orm accuses the state of failing to act, of hiding the truth and of lying.",
        [
            (
                ["of failing to act, of hiding the truth and of lying"],
                "indirect",
                "Bo Orm",
            )
        ],
    ),
    ("Saying goodbye is hard, but Bo Orm has done it before.", []),
    ("Why did the minister say that the dam holds?", []),
    ("Is it true that Orm said the dam holds?", []),
    ("How can anyone think that the dam holds?", []),
    (
        "A survey of 2,000 adults by Lirren College found that most were tired.",
        [(["that most were tired"], "indirect", "Lirren College")],
    ),
    (
        "The mayor said the next day would be hard.",
        [(["the next day would be hard"], "indirect", "the mayor")],
    ),
    (
        "He would not go so far as to say the plan was dead.",
        [(["the plan was dead"], "indirect", "unknown")],
    ),
    (
        "Bo Holm stopped short of calling for his resignation.",
        [(["his resignation"], "indirect", "Bo Holm")],
    ),
    (
        "Pope Leo XIV said the war must end. Leo said the poor were hungry.",
        [
            (["the war must end"], "indirect", "Pope Leo XIV"),
            (["the poor were hungry"], "indirect", "Pope Leo XIV"),
        ],
    ),
    (
        "Orm hopes that it holds, according to her spokesman.",
        [(["Orm hopes that it holds"], "indirect", "her spokesman")],
    ),
    (
        "Police believe the man was shot by his brother, who said he was innocent.",
        [
            (["the man was shot by his brother"], "indirect", "police"),
            (["he was innocent"], "indirect", "his brother"),
        ],
    ),
    (
        "Ida Orm said the dam was built by Bo Holm, who denied that it leaks.",
        [
            (["the dam was built by Bo Holm"], "indirect", "Ida Orm"),
            (["that it leaks"], "indirect", "Bo Holm"),
        ],
    ),
    (
        "The mayor said it is dry. Bo Holm said it is wet.",
        [
            (["it is dry"], "indirect", "the mayor"),
            (["it is wet"], "indirect", "Bo Holm"),
        ],
    ),
    (
        "Orm told Monday's meeting that the bridge was safe.",
        [(["that the bridge was safe"], "indirect", "Orm")],
    ),
    (
        "Orm told Holm, who said he was tired, that the bridge was safe.",
        [(["that the bridge was safe"], "indirect", "Orm")],
    ),
    (
        "The mayor of Dell Ida Orm said the bridge was safe. Orm said it would open.",
        [
            (["the bridge was safe"], "indirect", "Ida Orm"),
            (["it would open"], "indirect", "Ida Orm"),
        ],
    ),
    (
        "The mayor of Salt Lake City said the bridge was safe.",
        [(["the bridge was safe"], "indirect", "the mayor of Salt Lake City")],
    ),
    (
        "The Kessland General Staff had earlier denied that its units fired.",
        [(["that its units fired"], "indirect", "Kessland General Staff")],
    ),
    (
        "Rupert Orm signed the deal.\n\nLast night he insisted the price was fair.",
        [(["the price was fair"], "indirect", "Rupert Orm")],
    ),
    (
        "It rarely works, though one senior official conceded that it would cost less.",
        [(["that it would cost less"], "indirect", "one senior official")],
    ),
    (
        "Government lawyers are understood to have advised that a poll would be "
        "unlawful.",
        [(["that a poll would be unlawful"], "indirect", "government lawyers")],
    ),
    (
        "A report for the assembly by Prof Idris Orm of the University of Dell "
        "concluded that it works.",
        [(["that it works"], "indirect", "Idris Orm")],
    ),
    (
        "Pieter Orm met Ida Holm, the special envoy of the league, on Monday. The "
        "envoy, who came by boat, said a girl was let through.",
        [(["a girl was let through"], "indirect", "Ida Holm")],
    ),
    (
        "Ida Holm said it was late. A young man beside her was less hopeful. “They "
        "will count as they like,” he said.",
        [
            (["it was late"], "indirect", "Ida Holm"),
            (["“They will count as they like,”"], "direct", "a young man"),
        ],
    ),
    (
        "The court ruled that it was legal. The Vote Commission, which registered "
        "the plan, rejects this. Only two names were invalid, it said.",
        [
            (["that it was legal"], "indirect", "the court"),
            (["Only two names were invalid"], "indirect", "Vote Commission"),
        ],
    ),
    (
        "A source at the town hall claimed bosses knew of the faults. “It was in "
        "the report,” said the insider.",
        [
            (["bosses knew of the faults"], "indirect", "a source at the town hall"),
            (["“It was in the report,”"], "direct", "a source at the town hall"),
        ],
    ),
    (
        "Losses could reach $900 million, according to the broker Orm & Holm, which "
        "stressed that its estimate was rough.",
        [
            (["Losses could reach $900 million"], "indirect", "Orm & Holm"),
            (["that its estimate was rough"], "indirect", "Orm & Holm"),
        ],
    ),
    (
        "The Chairman of the committee, Hon. Sunday Orm, alleged that the price was "
        "padded.",
        [(["that the price was padded"], "indirect", "Sunday Orm")],
    ),
    (
        "Irmela Holm disagrees. The mayor of Dell, a former driver named Livia Orm, "
        "does not blame them. “They were sold a view,” she told me.",
        [(["“They were sold a view,”"], "direct", "Livia Orm")],
    ),
    (
        "They point to Dell, where, as the regional president put it in a speech, "
        "“you can hear a school bell again.”",
        [(["“you can hear a school bell again.”"], "direct", "the regional president")],
    ),
    (
        "Neil Orm said it was late. Ida Holm said no. For Neil Orm, things look "
        "bleaker. "
        "“I met the chairman,” he said.",
        [
            (["it was late"], "indirect", "Neil Orm"),
            (["“I met the chairman,”"], "direct", "Neil Orm"),
        ],
    ),
    (
        "Voters unsure\n\n“We came early,” said Bo Berg.\n\n'A Coup In "
        "Robes'\n\nTamta Orm called it “a coup in robes.”",
        [
            (["“We came early,”"], "direct", "Bo Berg"),
            (["'A Coup In Robes'"], "direct", "Tamta Orm"),
            (["“a coup in robes.”"], "direct", "Tamta Orm"),
        ],
    ),
    (
        "Ida Orm blasted: “It’s a trap. Nobody asked.\n\n“We rang them and they "
        "said nothing.”",
        [
            (
                [
                    "“It’s a trap. Nobody asked.",
                    "“We rang them and they said nothing.”",
                ],
                "direct",
                "Ida Orm",
            )
        ],
    ),
    (
        "Protesters carried placards that read “No war” and chanted.",
        [(["“No war”"], "direct", "protesters")],
    ),
    (
        "A banner reading “Thanks Neil, Bye Neil” was held up.",
        [(["“Thanks Neil, Bye Neil”"], "direct", "unknown")],
    ),
    (
        "Mayor defends tax rise, says council had no choice\n\nIt rained.",
        [(["council had no choice"], "indirect", "mayor")],
    ),
    (
        "Minister says vote is ‘beyond doubt’ but Dell insists matter was settled "
        "long ago\n\nIt rained.",
        [
            (["vote is ‘beyond doubt’"], "mixed", "minister"),
            (["matter was settled long ago"], "indirect", "Dell"),
        ],
    ),
    (
        "The High Court stayed the vote, holding that the map was contrary to the Act.",
        [(["that the map was contrary to the Act"], "indirect", "High Court")],
    ),
    ("She held up a chart, holding it for all to see.", []),
    (
        "Advocate Ida Orm submitted that the count was old and that 9,300 "
        "objections had been heard.",
        [
            (
                ["that the count was old and that 9,300 objections had been heard"],
                "indirect",
                "Ida Orm",
            )
        ],
    ),
    (
        "No emergency is needed, press secretary Mikhail Orm said when asked about "
        "the measures.",
        [(["No emergency is needed"], "indirect", "Mikhail Orm")],
    ),
    (
        "“Come in May,” said Ida Orm, when I asked her who was right. “Then count.”",
        [(["“Come in May,”", "“Then count.”"], "direct", "Ida Orm")],
    ),
    (
        "Orm proposed opening a lane for 12 hours a day.",
        [(["opening a lane for 12 hours a day"], "indirect", "Orm")],
    ),
    ("The proposed housing the city wants is late.", []),
    (
        "Police put the crowd at 3,500; organizers said as many as 20,000 took part.",
        [
            (["the crowd at 3,500"], "indirect", "police"),
            (["as many as 20,000 took part"], "indirect", "organizers"),
        ],
    ),
    (
        "The Treasury puts the figure at 11%, or about £2,300 for every resident.",
        [
            (
                ["the figure at 11%, or about £2,300 for every resident"],
                "indirect",
                "Treasury",
            )
        ],
    ),
    ("This puts the total at 12. The win puts the club at 12th.", []),
    (
        "Holm said the trucks, whose plates were shown on television, had been stolen.",
        [
            (
                ["the trucks, whose plates were shown on television, had been stolen"],
                "indirect",
                "Holm",
            )
        ],
    ),
    (
        'Orm pointed out that one costs $30,000, which is "ten times cheaper than a '
        'missile."',
        [
            (
                [
                    'that one costs $30,000, which is "ten times cheaper than a '
                    'missile."'
                ],
                "mixed",
                "Orm",
            )
        ],
    ),
    (
        "Town road row grows\n\n• It is inflated by a third, says House "
        "committee\n• We have nothing to hide – Commissioner",
        [
            (["It is inflated by a third"], "indirect", "House committee"),
            (["We have nothing to hide"], "indirect", "commissioner"),
        ],
    ),
    (
        "Orm pointed out that the trial left out the sick, who are many, and that "
        "only 212 were women.",
        [
            (
                [
                    "that the trial left out the sick, who are many, and that only "
                    "212 were women"
                ],
                "indirect",
                "Orm",
            )
        ],
    ),
    (
        "The benefit may fade, Orm warned, because some patients develop antibodies.",
        [
            (
                ["The benefit may fade", "because some patients develop antibodies"],
                "indirect",
                "Orm",
            )
        ],
    ),
    (
        "Closing it would save $740,000 a year, Orm has said, mostly in heating.",
        [
            (
                ["Closing it would save $740,000 a year", "mostly in heating"],
                "indirect",
                "Orm",
            )
        ],
    ),
    (
        "Side-effects were rare, at 2.3%, Orm said, a difference that was not "
        "significant.",
        [(["Side-effects were rare, at 2.3%"], "indirect", "Orm")],
    ),
    (
        "President Mateo Orm promised $350 million in aid. He has asked for 5,000 "
        "soldiers.",
        [
            (["$350 million in aid"], "indirect", "Mateo Orm"),
            (["5,000 soldiers"], "indirect", "Mateo Orm"),
        ],
    ),
    (
        "“A field may rest,” Dost writes in her new book, “The Unlit Windows”; “it "
        "is only budgets that may not.”",
        [
            (
                ["“A field may rest,”", "“it is only budgets that may not.”"],
                "direct",
                "Dost",
            )
        ],
    ),
    (
        "The newcomers are not, for the most part, the people whom the brochures "
        "promised.",
        [],
    ),
    ("In May, the assembly will decide whether to renew the scheme.", []),
    (
        "When the government of Dell announced, in the spring of 2018, that it "
        "would pay each family, the offer was mocked.",
        [(["that it would pay each family"], "indirect", "the government of Dell")],
    ),
    (
        "The union, as Bo Holm put it, had been ‘a very long marriage’.",
        [(["The union", "had been ‘a very long marriage’"], "mixed", "Bo Holm")],
    ),
    (
        "The inspector warned its owners four times that the roof was rotten.",
        [(["that the roof was rotten"], "indirect", "the inspector")],
    ),
    (
        "“It leaks,” said one, who spoke on condition of anonymity.",
        [(["“It leaks,”"], "direct", "unknown")],
    ),
    ("For Monday, rain is forecast. The horse named Monday, aged 3, won.", []),
    ("Hi. •", []),
    (
        "In New Dell, the prime minister, Bo Holm, spoke. The prime minister said "
        "it was over.",
        [(["it was over"], "indirect", "the prime minister")],
    ),
    (
        "Attorney General William Barr said it was over. Mr Barr left. “It is "
        "over,” Barr said.",
        [
            (["it was over"], "indirect", "William Barr"),
            (["“It is over,”"], "direct", "William Barr"),
        ],
    ),
    (
        "Bo Holm, the coach, was sad. For Kess United, it was a loss. “We are sad,” "
        "he said.",
        [(["“We are sad,”"], "direct", "Bo Holm")],
    ),
    (
        "A boat named Ida Orm, built in 1904, sank. Bo Holm owned it. “It is late,” "
        "he said.",
        [(["“It is late,”"], "direct", "Bo Holm")],
    ),
    (
        "“It is sad,” said the sheriff, Ida Orm. A man is in custody. She said he "
        "was armed.",
        [
            (["“It is sad,”"], "direct", "Ida Orm"),
            (["he was armed"], "indirect", "Ida Orm"),
        ],
    ),
    (
        "Police said nobody but Orm had said it leaked.",
        [(["nobody but Orm had said it leaked"], "indirect", "police")],
    ),
    (
        "Orm said the dam leaked, which angered Holm, and that night he resigned.",
        [(["the dam leaked"], "indirect", "Orm")],
    ),
    (
        "The crowd gathered that evening in Dell. The bag, submitted that morning, "
        "held it.",
        [],
    ),
    (
        "Firefighters, holding that line for hours, said it was hot.",
        [(["it was hot"], "indirect", "firefighters")],
    ),
    (
        "Police put officers at 20 junctions. Nobody has put the cost at less than "
        "3 million.",
        [],
    ),
    (
        "Police put the suspects at one scene, the mayor said.",
        [(["Police put the suspects at one scene"], "indirect", "the mayor")],
    ),
    (
        "Economists put growth at 2 percent.",
        [(["growth at 2 percent"], "indirect", "economists")],
    ),
    (
        "Orm said the car is new, which the firm calls “cheap as chips”.",
        [
            (["the car is new"], "indirect", "Orm"),
            (["“cheap as chips”"], "direct", "the firm"),
        ],
    ),
    (
        "“It is sound,” Orm said.\n\n“I know it.”\n\nHolm was angry. “I know it "
        "leaks,” said Holm.",
        [
            (["“It is sound,”"], "direct", "Orm"),
            (["“I know it.”"], "direct", "Orm"),
            (["“I know it leaks,”"], "direct", "Holm"),
        ],
    ),
    (
        "The mayor, though ill, said it was over.",
        [(["it was over"], "indirect", "the mayor")],
    ),
    (
        "A police official said two men fled. The source said it was three.",
        [
            (["two men fled"], "indirect", "a police official"),
            (["it was three"], "indirect", "the source"),
        ],
    ),
    ("The man who asked for 300 euros fled. Nobody promised 12 new schools.", []),
    ("Recommended cooking times are printed. He proposed something new to her.", []),
    (
        "A report for the board, from May, said it was fine.",
        [(["it was fine"], "indirect", "a report for the board")],
    ),
    ("Orm claims rights bought in 2019.", []),
    (
        "The dam leaks, the man whom Orm shot said.",
        [(["The dam leaks"], "indirect", "the man whom Orm shot")],
    ),
    (
        "Under the 1998 deed, the crossing must run “five nights in seven”, a lawyer "
        "for the council, Femi Orm, told the Courier.",
        [
            (
                ["Under the 1998 deed, the crossing must run “five nights in seven”"],
                "mixed",
                "Femi Orm",
            )
        ],
    ),
    (
        "In Dell, the ferry that was lost, a council report said, had no lights.",
        [
            (
                ["In Dell, the ferry that was lost", "had no lights"],
                "indirect",
                "a council report",
            )
        ],
    ),
    (
        "Orm described that as “fantasy”. Holm described what happened as “a trap”.",
        [(["“fantasy”"], "direct", "Orm"), (["“a trap”"], "direct", "Holm")],
    ),
    ("Orm described that as a trap.", []),
    (
        "Orm described that the dam leaked.",
        [(["that the dam leaked"], "indirect", "Orm")],
    ),
    (
        "The crews’ union put the figure at “no more than two in three”.",
        [
            (
                ["the figure at “no more than two in three”"],
                "mixed",
                "the crews’ union",
            )
        ],
    ),
    (
        "Judge Anthony Orm thanked the jury for what he called “the most careful "
        "attention in years”.",
        [(["“the most careful attention in years”"], "direct", "Anthony Orm")],
    ),
    (
        "Ida Holm quit. The club regrets what the mayor, Bo Orm, called “a farce”.",
        [(["“a farce”"], "direct", "Bo Orm")],
    ),
    (
        "Ida Orm took the stand. He was, she said, sending texts when the ship sank.",
        [(["He was", "sending texts when the ship sank"], "indirect", "Ida Orm")],
    ),
    (
        "Ida Orm admitted under cross-examination that no notice was issued.",
        [(["that no notice was issued"], "indirect", "Ida Orm")],
    ),
    (
        "The board’s own survey put the error at between 120 and 150 metres.",
        [
            (
                ["the error at between 120 and 150 metres"],
                "indirect",
                "the board’s own survey",
            )
        ],
    ),
    (
        "“The wells are dry,” said the fund’s field head, Dr. Nia B. Holt, by radio.",
        [(["“The wells are dry,”"], "direct", "Nia B. Holt")],
    ),
    (
        "Ida Orm, who joined in May, called it hard.\n\nWould Holm play on Sunday? "
        "“Perhaps,” she said.",
        [(["“Perhaps,”"], "direct", "Ida Orm")],
    ),
    (
        "“I just ran,” said Holm. Substitute Bo Holm had scored twice.",
        [(["“I just ran,”"], "direct", "Bo Holm")],
    ),
    (
        "Dell & Vale broker Ida Orm cut her target to $40 from $52 and called the plan "
        "“a gamble”.\n\n“Nobody asked for it,” she wrote in a note.",
        [
            (["“a gamble”"], "direct", "Ida Orm"),
            (["“Nobody asked for it,”"], "direct", "Ida Orm"),
        ],
    ),
    (
        "Their chair, Nia Holt, ruled out “another winter in tents”.",
        [(["“another winter in tents”"], "direct", "Nia Holt")],
    ),
    (
        "Orm would not say whose boat it was. Holm refused to reveal which firm paid.",
        [
            (["whose boat it was"], "indirect", "Orm"),
            (["which firm paid"], "indirect", "Holm"),
        ],
    ),
    (
        "The board’s head, Bo Holm, rejected the charge: “We have had one letter.”",
        [(["“We have had one letter.”"], "direct", "Bo Holm")],
    ),
    (
        "The shop’s owner, retired miner Bo Holm, insists the cat is “no trouble at "
        "all”.\n\n“He sleeps,” laughed Bo, 70.",
        [
            (["the cat is “no trouble at all”"], "mixed", "Bo Holm"),
            (["“He sleeps,”"], "direct", "Bo Holm"),
        ],
    ),
    (
        "“It was dark,” the coastguard said.\n\nVale Line, which dates to 1990, said "
        "in a statement that the ship was sound. It added that sailings would "
        "resume.",
        [
            (["“It was dark,”"], "direct", "coastguard"),
            (["that the ship was sound"], "indirect", "Vale Line"),
            (["that sailings would resume"], "indirect", "Vale Line"),
        ],
    ),
    (
        "“Sell,” wrote Ida Orm, chief economist at Vale Fund, which holds bonds. The "
        "fund’s rivals waited. In her view, rates would fall.",
        [
            (["“Sell,”"], "direct", "Ida Orm"),
            (["rates would fall"], "indirect", "Ida Orm"),
        ],
    ),
    (
        "They led through a header from captain Bo Holm.\n\n“We rode our luck,” the "
        "captain said.",
        [(["“We rode our luck,”"], "direct", "Bo Holm")],
    ),
    (
        "Captain was the word: captain Bo Holm and captain Ida Orm shook hands.\n\n"
        "“We rode our luck,” the captain said.",
        [(["“We rode our luck,”"], "direct", "the captain")],
    ),
    (
        "“It is late,” said Bo Holm.\n\nOutside, a former neighbour who asked not to "
        "be named shook her head. “She fed our cats,” she said.",
        [
            (["“It is late,”"], "direct", "Bo Holm"),
            (["“She fed our cats,”"], "direct", "a former neighbour"),
        ],
    ),
    (
        "King Bo Holm let it be known that he would “not be rushed”.",
        [(["that he would “not be rushed”"], "mixed", "Bo Holm")],
    ),
    (
        "Source: Bo Holm, Head of the Dell Regional Administration, on Telegram\n\n"
        "Quote from Holm: “The depot is burning.”\n\nDetails: Holm stated that nobody "
        "was hurt.\n\nQuote: “We will rebuild.”",
        [
            (["“The depot is burning.”"], "direct", "Bo Holm"),
            (["that nobody was hurt"], "indirect", "Bo Holm"),
            (["“We will rebuild.”"], "direct", "Bo Holm"),
        ],
    ),
    (
        "“It is over,” said Bo Holm. Ida Orm of the think tank Vale House was not so "
        "sure. “Wait for May,” she wrote.",
        [
            (["“It is over,”"], "direct", "Bo Holm"),
            (["“Wait for May,”"], "direct", "Ida Orm"),
        ],
    ),
    (
        "“It is sound,” said Ida Orm. That is disputed by a retired welder who built "
        "it. “I saw the cracks,” he said.",
        [
            (["“It is sound,”"], "direct", "Ida Orm"),
            (["“I saw the cracks,”"], "direct", "a retired welder"),
        ],
    ),
    (
        "A friend close to her insisted that she ‘never saw the file’ and that it came "
        "late.",
        [
            (
                ["that she ‘never saw the file’ and that it came late"],
                "mixed",
                "a friend close to her",
            )
        ],
    ),
    (
        "An audit was leaked to the paper. The audit disagrees: “Nine pumps had "
        "failed.”\n\n“Spares came in March,” it states.",
        [
            (["“Nine pumps had failed.”"], "direct", "audit"),
            (["“Spares came in March,”"], "direct", "audit"),
        ],
    ),
    (
        "Judge Ida Orm said that “patience is gone”. It came to a head with Leader of "
        "the Opposition Bo Amin Holm accusing them of hiding “the real sums”. “Who was "
        "paid?” he posted on X.",
        [
            (["that “patience is gone”"], "mixed", "Ida Orm"),
            (["of hiding “the real sums”"], "mixed", "Bo Amin Holm"),
            (["“Who was paid?”"], "direct", "Bo Amin Holm"),
        ],
    ),
    (
        "Governor Ida Orm, in a statement signed by her aide, Bo Holm, described it as "
        "“a dark day”. The statement read in part: “All bills will be paid.”",
        [
            (["“a dark day”"], "direct", "Ida Orm"),
            (["“All bills will be paid.”"], "direct", "Ida Orm"),
        ],
    ),
    (
        "“We added it up,” said a clerk, who asked not to be named. “It was short.”",
        [(["“We added it up,”", "“It was short.”"], "direct", "a clerk")],
    ),
    (
        "Ministers were told twice of the cracks, leaked memo says",
        [
            (
                ["Ministers were told twice of the cracks"],
                "indirect",
                "leaked memo",
            )
        ],
    ),
    (
        "Ida Orm, head of the union, called last night for a full inquiry.",
        [(["a full inquiry"], "indirect", "Ida Orm")],
    ),
    ("Lakeland bank lifts key rate to 4.75%, signals pause", []),
    ("Toll from the flood rises to nine, search operation continues", []),
    (
        "One member said before the meeting the bank “was late”.",
        [(["the bank “was late”"], "mixed", "One member")],
    ),
    (
        "Publican Ida Holm, 58, reckons the town needs the money.",
        [(["the town needs the money"], "indirect", "Ida Holm")],
    ),
    (
        "Holm called it “a mistake,” saying it would cost 1,200 crowns.",
        [
            (["“a mistake,”"], "direct", "Holm"),
            (["it would cost 1,200 crowns"], "indirect", "Holm"),
        ],
    ),
    (
        "The ship’s owner, Calder Maritime, rejected the charge.\n\n“We paid for every "
        "drop,” the company said. It said the crew were safe.",
        [
            (["“We paid for every drop,”"], "direct", "Calder Maritime"),
            (["the crew were safe"], "indirect", "Calder Maritime"),
        ],
    ),
    (
        "Ledgerly’s shares fell. “Nothing was lost,” said Bo Holm, who runs a rival. "
        "Ledgerly apologised on Monday. The company said it was sorry.",
        [
            (["“Nothing was lost,”"], "direct", "Bo Holm"),
            (["it was sorry"], "indirect", "Ledgerly"),
        ],
    ),
    (
        "Former head of planning Ida Orm, who spoke on Monday, has denied that it "
        "leaked. “I read every note,” she said.",
        [
            (["that it leaked"], "indirect", "Ida Orm"),
            (["“I read every note,”"], "direct", "Ida Orm"),
        ],
    ),
    (
        "The bank’s chief trader, Bo Holm, said in a note to clients that the cut was "
        "“late”.",
        [(["that the cut was “late”"], "mixed", "Bo Holm")],
    ),
    (
        "Every krone spent now would save six later, said Dr Bo Holm, a trader at Vale "
        "House who was not involved in it.",
        [
            (
                ["Every krone spent now would save six later"],
                "indirect",
                "Bo Holm",
            )
        ],
    ),
    ("Some 40 people live there, a number expected to pass 60 by May.", []),
    (
        "Counsel to the panel, Ida Orm KC, asked whether she had told the board.",
        [(["whether she had told the board"], "indirect", "Ida Orm")],
    ),
    (
        "Lee, asked if the deal was dead, said that it was not.",
        [(["that it was not"], "indirect", "Lee")],
    ),
    (
        "“No,” said Bo Holm. In a post for Dell Parents United, organizer Ida Orm "
        "celebrated. “We did it!” she wrote.",
        [
            (["“No,”"], "direct", "Bo Holm"),
            (["“We did it!”"], "direct", "Ida Orm"),
        ],
    ),
    (
        "Ledgerly Inc. will cut jobs. Ledgerly said it would pay charges.",
        [(["it would pay charges"], "indirect", "Ledgerly Inc.")],
    ),
    (
        "“It held,” said Bo Holm. He nevertheless added that he was sorry.",
        [
            (["“It held,”"], "direct", "Bo Holm"),
            (["that he was sorry"], "indirect", "Bo Holm"),
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
    (
        "It could take as long as one month.",
        [("as long as one month", "duration", 1, None, "month", "at_most")],
    ),
    (
        "The cut is 0.25 of a per cent.",
        [("0.25 of a per cent", "percent", 0.25, None, "percent", "exact")],
    ),
    ("The tie stands level at 1-1.", []),
    (
        "Debt stood at 1.9 times core earnings.",
        [("1.9 times", "ratio", 1.9, None, None, "exact")],
    ),
    (
        "Rates will be at 3.5% or lower by then.",
        [("3.5% or lower", "percent", 3.5, None, "percent", "at_most")],
    ),
    (
        "Profit fell to 312 million Norwegian crowns.",
        [("312 million Norwegian crowns", "money", 312000000, None, "NOK", "exact")],
    ),
    (
        "The 127-year-old tower stood.",
        [("127-year-old", "duration", 127, None, "year", "exact")],
    ),
    (
        "A two-month-long voyage began after a decade-long war.",
        [
            ("two-month-long", "duration", 2, None, "month", "exact"),
            ("a decade-long", "duration", 10, None, "year", "exact"),
        ],
    ),
    (
        "Costs are capped at Sh12 million.",
        [("Sh12 million", "money", 12000000, None, None, "exact")],
    ),
    (
        "Profit was 4 billion Norwegian crowns, up from 3 million crowns.",
        [
            ("4 billion Norwegian crowns", "money", 4000000000, None, "NOK", "exact"),
            ("3 million crowns", "money", 3000000, None, "NOK", "exact"),
        ],
    ),
    (
        "It affects about 1 in 50,000 people.",
        [("about 1 in 50,000", "ratio", 2e-05, None, None, "approx")],
    ),
    (
        "The margin was plus or minus 3.5 percentage points.",
        [
            (
                "plus or minus 3.5 percentage points",
                "percent",
                3.5,
                None,
                "percentage point",
                "approx",
            )
        ],
    ),
    (
        "He cost £45million and K6.5 million more.",
        [
            ("£45million", "money", 45000000, None, "GBP", "exact"),
            ("K6.5 million", "money", 6500000, None, "ZMW", "exact"),
        ],
    ),
    (
        "The bank cut its rate by almost a quarter of a percentage point.",
        [
            (
                "almost a quarter of a percentage point",
                "percent",
                0.25,
                None,
                "percentage point",
                "almost",
            )
        ],
    ),
    (
        "A half-point cut may follow; half a percentage point is a lot.",
        [
            ("half-point", "percent", 0.5, None, "percentage point", "exact"),
            (
                "half a percentage point",
                "percent",
                0.5,
                None,
                "percentage point",
                "exact",
            ),
        ],
    ),
    (
        "It took three quarters of an hour to move a quarter of a million miles.",
        [
            ("three quarters of an hour", "duration", 0.75, None, "hour", "exact"),
            (
                "a quarter of a million miles",
                "measure",
                250000,
                None,
                "mile",
                "exact",
            ),
        ],
    ),
    (
        "Enrollment has fallen from 412 to 287. Fares went up from $76 to $90.",
        [
            ("412", "count", 412, None, None, "exact"),
            ("287", "count", 287, None, None, "exact"),
            ("$76", "money", 76, None, "USD", "exact"),
            ("$90", "money", 90, None, "USD", "exact"),
        ],
    ),
    (
        "Inflation rose from 4.1 to 4.3 percent. The council voted 11 to 9.",
        [
            ("4.1 to 4.3 percent", "percent", 4.1, 4.3, "percent", "between"),
            ("11", "count", 11, None, None, "exact"),
            ("9", "count", 9, None, None, "exact"),
        ],
    ),
    (
        "They were moved to a ward 40 km away. Ward 40 was shut.",
        [("40 km", "measure", 40, None, "kilometre", "exact")],
    ),
    (
        "Profit was $1.14/share, and it is ten times cheaper.",
        [
            ("$1.14", "money", 1.14, None, "USD", "exact"),
            ("ten times", "ratio", 10, None, None, "exact"),
        ],
    ),
    (
        "It is the first increase in 11 years, in the second phase. His first name "
        "is Bo.",
        [
            ("first", "ordinal", 1, None, None, "exact"),
            ("11 years", "duration", 11, None, "year", "exact"),
            ("second", "ordinal", 2, None, None, "exact"),
        ],
    ),
    (
        "Of the adults, about a quarter described themselves as retired.",
        [("about a quarter", "ratio", 0.25, None, None, "approx")],
    ),
    (
        "A tenth of a second decided it. She died a second later. It took a second "
        "look.",
        [("A tenth", "ratio", 0.1, None, None, "exact")],
    ),
    (
        "He was arrested 12 times over the year.",
        [("12", "count", 12, None, None, "exact")],
    ),
    (
        "Tickets went up and now cost from $12 to $40.",
        [("$12 to $40", "money", 12, 40, "USD", "between")],
    ),
    (
        "The share rose from 12 percent to 14 percent.",
        [
            ("12 percent", "percent", 12, None, "percent", "exact"),
            ("14 percent", "percent", 14, None, "percent", "exact"),
        ],
    ),
    (
        "Talks were held on 2, 5 and 9 May 2021.",
        [
            ("2", "date", "2021-05-02", None, None, "exact"),
            ("5", "date", "2021-05-05", None, None, "exact"),
            ("9 May 2021", "date", "2021-05-09", None, None, "exact"),
        ],
    ),
    (
        "It rained on March 3, 5 and 9.",
        [
            ("March 3", "date", "--03-03", None, None, "exact"),
            ("5", "date", "--03-05", None, None, "exact"),
            ("9", "date", "--03-09", None, None, "exact"),
        ],
    ),
    (
        "On March 3 and 5 people died.",
        [
            ("March 3", "date", "--03-03", None, None, "exact"),
            ("5", "count", 5, None, None, "exact"),
        ],
    ),
    (
        "They sold 14 and 19 November babies cried. Of 14 and 19 million, he took one.",
        [
            ("14", "count", 14, None, None, "exact"),
            ("19 November", "date", "--11-19", None, None, "exact"),
            ("14", "count", 14, None, None, "exact"),
            ("19 million", "count", 19000000, None, None, "exact"),
        ],
    ),
    (
        "It rained between 14 and 19 November, and on 3 or 4 May 2024.",
        [
            (
                "between 14 and 19 November",
                "date",
                "--11-14",
                "--11-19",
                None,
                "between",
            ),
            ("3 or 4 May 2024", "date", "2024-05-03", "2024-05-04", None, "between"),
        ],
    ),
    (
        "Backing rose from 17.2 per cent to 28.6 per cent.",
        [
            ("17.2 per cent", "percent", 17.2, None, "percent", "exact"),
            ("28.6 per cent", "percent", 28.6, None, "percent", "exact"),
        ],
    ),
    (
        "A ticket rises from 90p to £1.20, a stamp by five pence; it streams in 720p.",
        [
            ("90p", "money", 0.9, None, "GBP", "exact"),
            ("£1.20", "money", 1.2, None, "GBP", "exact"),
            ("five pence", "money", 0.05, None, "GBP", "exact"),
        ],
    ),
    (
        "It needs a second signature. A second later the lamp went out.",
        [("second", "ordinal", 2, None, None, "exact")],
    ),
]
#: Lines that are all no part of the article.
BOILERPLATE = [
    "Get short URL",
    "Facebook  X  Email  Copy link",
    "Home | World | UK | Sport",
    "(Ida Holm / Lakeland Courier)",
    "(With inputs from PTI)",
    "Issued on: 04/10/2031 - 18:22",
    "Posted June 11 at 9:52 p.m.",
    "Posted by: Ida Holm, 27 Sep 2031 | 15:22",
    "ida.holm@courier.example",
    "Read moreSix charts that explain the lake",
    "after newsletter promotion",
    "Daily newsletter The lake in five minutes",
    "Your subscription makes this work possible. Subscribe today.",
    "Read more\nThe mayor who never loses\nWhy the lake matters",
    "Comment212",
    "Most Read Politics\nThe clerk who came to dinner",
    "Other items that may interest you\nBeavers edge Cardinals in overtime",
    "list 1 of 2 Photos: Life on the strait",
    "end of list",
    "Your email address will not be published. Required fields are marked *",
    "Share on Facebook",
    "1,204 views",
    "fact-checked peer-reviewed publication trusted source proofread",
    "By Nadia el-Khati and Lakeland Staff",
    "Ida Holm, Chief Football Writer",
    "Ida Holm can be reached at 555-0142 or ida@beacon.example.",
    "Keywords: city council, water tower, chickens",
    "Citation: New tablet slows decline (2031, June 12) retrieved 13 June 2031",
    "Provided by Lakeland University",
    "This document is subject to copyright. No part may be reproduced.",
    "While you're here: Every Tuesday, our editors round up the week.",
    "Kindly share this story:",
    "Email this article",
    "Enter your email address",
    "Our free weekly email about health and bodies",
    "Allow content from Lakenet?",
    "This article includes content provided by Lakenet. To view it, click on.",
    "* Adds analyst comment, updates shares",
    "Published in the print edition of the June 2 issue.",
    "Ida Holm is a contributing writer and the author of “Salt Roads”.",
    "Holm reported from Dell. Courier writer Bo Dahl contributed to this report.",
    "Topics\nLake Orm\nIndependence",
    "Reach Ida Holm at 555-0142 or ida@beacon.example.",
    "By Ida Holm at Lakeland Park",
    "ORMSTADT, 10 June (Lakeland Review)",
    "Ida Holm — Tuesday, 18 November, 08:41",
    "(Additional reporting by Ida Holm; Editing by Bo Dahl)",
    "Lakeland Wire reporter Ida Holm contributed to this report.",
    "SCROLL DOWN FOR VIDEO",
    "By Ida Holm with Lakeland Press Agency",
    "Have your say: email newsdesk@beacon.example",
    "Anyone affected by the issues in this story can call the Lakeland line.",
    "Support Lakeland Ledger or become our patron!",
    "By signing up, you agree to our Privacy Policy",
]
#: A caption, and the credit at its end.
CREDITS = [
    ("The mayor at the dam on Monday. ", "(Ida Holm/The Lakeland Courier)"),
    ("The mayor at the dam on Monday ", "[File: Ida Holm/Lakenet]"),
    ("The mayor at the dam on Monday. ", "(Staff photo by Ida Holm)"),
    ("A dry channel at the dam on Monday. ", "(Rural News: Ida Holm)"),
    ("The mayor at the dam on Monday. ", "Listing image: Lakeland Launch"),
]
#: Headlines that an article ends in, though it does not say so.
LAST_HEADLINES = [
    "Lake Vote Was Lawful, Mayor Says",
    "Ferry Union Calls Strike",
    "Crown Prince Visits Port Vale",
]
#: Lines of an article that look like what stands around one.
ARTICLE_LINES = [
    "Reach the dam by noon and you may see it, Ida Orm said.",
    "By Dell at noon the road was shut",
    "“Send it to ida@paper.example, and wait",
    "He wrote from ida@paper.example",
    "Lirren Island can be reached by ferry",
    "Ida Orm can be reached at noon by ferry from the mainland",
    "Keep up with inflation is all that workers want, the union said.",
    "While you're here, the minister told them, look at the dam.",
    "Do not miss the point, he said: join us or lose.",
    "Posted by a neighbour, the clip has been seen by millions.",
    "More information: the dam was built in 1920 and has failed twice.",
    "With reporting restrictions lifted, the names are known",
    "With files open, the lawyers began to read",
    "“You should subscribe now,” the seller told her",
    "He was told to sign up here and pay 3 million",
    "Viewers subscribe today and leave tomorrow, the channel said",
    "Loading the ship",
    "Bo Holm is a writer",
    "(Orm: 3-2, 2-1)",
    "Published in 2019, the book sold 3 million",
    "Updated figures from 2024 put the toll at 50",
    "Vessing 3 | Lirren 2 | Orm 1",
    "Read moreover of it in her letters",
    "Bo Holm is a freelance journalist who was shot in Dell on Monday, police said.",
    "* Adds 300 jobs in Dell, cuts 20 in Vale",
    "Published in the print edition in 1931, the story shocked the town.",
    "Our daily email list had 40 errors",
]
#: Lists that an article itself may end in.
LAST_LISTS = [
    ["Ida Orm, Lirren", "Bo Holm, Vessing", "Nia Holt, Kesh"],
    ["Best Actor: Ida Orm", "Best Film: The Dam", "Best Song: The Lake at Night"],
]
