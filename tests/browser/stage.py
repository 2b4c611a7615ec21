"""What several browser tests set up: a zoo of text, annotations made beforehand."""

import random
from collections.abc import Iterable, Sequence

from tests.browser.conftest import Served
from workbench import schema, text
from workbench.adjudication import reject
from workbench.store import (
    accounts,
    adjudications,
    articles,
    batches,
    gold,
    guidelines,
    people,
    questions,
    sets,
)

#: Every kind of character that has broken offsets in some tool, as it is imported.
ZOO = text.canonical(
    "Zoo: emoji 😀 first, then 🇩🇪🇺🇦 flags & more\r\n"
    "\r\n"
    "   Three spaces, a family 👨\u200d👩\u200d👧\u200d👦 "
    "and a waving hand 👋🏽, 97 percent of 10,300.\r\n"
    "\r\n\r\n\r\n"
    "Cafe\u0301 with a combining accent, café without; naïve, "
    "Å and A\u030a, x\u0323\u0307.\n"
    "한국어 Hangul, and jamo: \u1112\u1161\u11ab\u1100\u1173\u11af and \u1100\u1161.\n"
    "हिन्दी में क्षत्रिय और श्री ज़रूरी है।\n"
    "ภาษาไทยไม่มีช่องว่างระหว่างคำ น้ำ ที่นี่\n"
    "\tTab at the start,\ttab inside\t\n"
    "NBSP\u00a0here, narrow\u202f10\u202f300, thin\u2009space, "
    "zero\u200bwidth\u200bspace.\u00a0\n"
    "Hebrew שלום עולם 42 and Arabic مرحبا بالعالم in one line, (שלום) [مرحبا] 3.5%.\n"
    "قالت رئيسة البلدية إن المدينة «لن تعود إلى الوراء» مهما كان 62.4 في المئة.\n"
    'ראש העיר אמרה: "לא נחזור אחורה" ב-2019, לפי Reuters.\n'
    "中文没有空格，他说：「我们不会回头。」占百分之九十七。日本語のテキストもあります。\n"
    "<script>alert(1)</script> &amp; &lt;b&gt; \"quoted\" 'single' <!-- no --> </p>\n"
    "Line\u2028separator, next\u0085line, soft\u00adhyphen, "
    "word\u2060joiner, object\ufffc.\n"
    "\u200b\u200bzero width at both edges\ufeff\u200b\n"
    "1\ufe0f\u20e3 keycap, ❤️ heart, "
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f "
    "tagged, 𝒜𝓁𝓅𝒽𝒶 astral letters, 🤷🏿\u200d♀️.\n"
    "A space, then a lone mark: \u0301lone, (\u0308) and a\u200d\u0301b.\n"
    "  \n"
    "A very long line begins here: "
    + " ".join(f"word{n} “quoted {n}” {n}.5% 😀" for n in range(200))
    + "\n"
    + "unbroken" * 60
    + "\n"
    "The last line has no line feed 😀"
).text


def stretches(seed: int, count: int, body: str = ZOO) -> list[tuple[int, int]]:
    """Random [start, end) of `body`: most of a few words, some of many lines."""
    chance = random.Random(seed)
    found: list[tuple[int, int]] = []
    while len(found) < count:
        start = chance.randrange(len(body))
        size = chance.choice((1, 2, 3, 8, 20, 60, 300))
        found.append((start, min(len(body), start + chance.randint(1, size))))
    return found


def windows(body: str = ZOO) -> list[tuple[int, int]]:
    """Every short stretch that touches a character which is no plain letter."""
    return [
        (at, at + size)
        for size in (1, 2, 3, 5)
        for at in range(min(1200, len(body) - size))
        if any(not char.isascii() or char in "\t\n" for char in body[at : at + size])
    ]


def _desk(served: Served, key: str, name: str) -> tuple[sets.Desk, sets.Op]:
    """Where that person works ("" is the lead), and an op nobody sent before."""
    stored = articles.get(served.db, key)
    assert stored is not None
    person = people.ensure(served.db, name) if name else people.lead(served.db)
    state = sets.state(served.db, stored.row, person.id)
    seen = state.rev if state else 0
    desk = sets.Desk(stored.row, stored.article.text, person.id, "1")
    return desk, sets.Op(f"stage-{key}-{person.id}-{seen}", "stage", seen)


def mark(
    served: Served,
    label: str,
    fragments: Iterable[Sequence[int]],
    key: str = "a",
    by: str = "",
    **attributes: str,
) -> str:
    """The id of a new annotation, made behind the browser's back."""
    desk, op = _desk(served, key, by)
    done = sets.add(served.db, desk, op, label, fragments, dict(attributes))
    assert done.annotation is not None
    return done.annotation


def rewrite(served: Served, id: str, key: str = "a", **attributes: str) -> None:
    """Other attributes for the lead's annotation, as if from another window."""
    sets.revise(served.db, *_desk(served, key, ""), id, attributes=dict(attributes))


def finish(served: Served, key: str = "a", by: str = "") -> None:
    """The set of that person, submitted."""
    sets.submit(served.db, *_desk(served, key, by))


def reopen(served: Served, key: str = "a", by: str = "") -> None:
    """The set of that person, in progress again."""
    sets.reopen(served.db, *_desk(served, key, by))


#: What a lead opens, once `lead_a_team` has set it up.
LEADING = (
    "/lead",
    "/lead/flagged",
    "/suggestions",
    "/activity",
    "/questions",
    "/batches",
    "/batches/new",
    "/batches/1",
    "/batches/1?at=1.2",
    "/batches/1?state=skipped",
    "/batches/1/deal",
    "/batches/1/articles",
    "/batches/1/change",
    "/batches/lost",
    "/people",
    "/guideline/versions",
    "/guideline/changes",
    "/guideline/1",
    "/guideline/edit",
    "/adjudicate",
    "/adjudicate/c",
    "/adjudicate/d",
    "/adjudicate/d?choice=edit",
    "/adjudicate/e",
    "/adjudicate/f",
    "/gold/1",
)


def lead_a_team(served: Served) -> None:
    """A batch of the articles "a" and "c" with something in every state of its cells, a
    question, lost work, a disabled person, and a second version of the guideline."""
    db, lead = served.db, people.lead(served.db)
    who = [people.ensure(db, name).id for name in ("bob", "ann", "cleo", "dan")]
    made = batches.make(
        db,
        "Spring",
        by=lead.id,
        guideline="1",
        overlap=2,
        labels=["quote", "claim"],
        articles=["a", "c"],
        people=who,
        calibration=["a"],
    )
    first, second = (articles.get(db, key) for key in ("a", "c"))
    assert first
    assert second
    for person in who:
        batches.give(db, first.row, person, lead.id)
    batches.give(db, second.row, who[0], lead.id)
    mark(served, "claim", [(0, 7)], "a", "ann")
    head = sets.state(db, first.row, who[1])
    assert head
    questions.ask(db, head.id, who[1], "Is this one claim, or two?", "ask", "a1")
    batches.take_back(db, first.row, who[1])
    batches.skip(db, first.row, who[2], "A friend wrote it.")
    accounts.disable(db, who[3])
    accounts.invite(db, lead.id, "annotator", "for Ines")
    present = guidelines.current(db)
    assert present
    text = present.text.replace("you know to be right", "you hold to be true")
    guidelines.add(db, text, "Say it plainly.", lead.id)
    assert made.id == 1
    adjudicate(served)


CASES = (
    "The quay and the flood gate\n\n“We counted twice,” said Rhea Dunmore of the "
    "customs hall. Almost 91 percent of voters backed the move, and the debt of €38 "
    "million was settled in 2019, the mayor said; nobody else did.\n"
)


def adjudicate(served: Served) -> None:
    """Articles with cases of every kind: "d" is begun, "e" signed off and in the gold,
    of "f" a source has changed since."""
    db, lead = served.db, people.lead(served.db)
    rules = schema.load()
    for key in "def":
        served.article(f"{CASES}{key}\n", key, outlet="Ferry Post")
        _label(served, key)
        adjudications.begin(db, key, lead.id, labels=rules.labels)
        for rule in ("unanimous", "union")[: 1 if key == "d" else 2]:
            op = sets.Op(f"stage-{key}-{rule}", "stage", 0)
            adjudications.apply_rule(db, key, lead.id, op, rule, labels=rules.labels)
        if key == "d":
            table = adjudications.read(db, key, rules.labels)
            assert table
            adjudications.decide(
                db,
                key,
                lead.id,
                sets.Op("stage-reject", "stage", table.rev),
                table.undecided[-1].key,
                lambda case, table: reject(case),
                labels=rules.labels,
                reason="guideline_gap",
                note="Is the mayor’s word a claim?",
            )
            continue
        adjudications.sign_off(
            db,
            key,
            lead.id,
            sets.Op(f"stage-{key}-off", "stage", 0),
            labels=rules.labels,
            schema="urn:stage",
            check=lambda made, text: [],
        )
    gold.make(
        db,
        None,
        lead.id,
        labels=rules.labels,
        schema="urn:stage",
        check=lambda made, text: [],
        remark="For the stage.",
    )
    reopen(served, "f", "dan")
    start = CASES.index("the debt")
    mark(served, "claim", [(start, start + 8)], "f", "dan")
    finish(served, "f", "dan")


def _label(served: Served, key: str) -> None:
    """Three sets of the article, unanimous in one thing and different in all others."""

    def span(words: str) -> tuple[int, int]:
        return CASES.index(words), CASES.index(words) + len(words)

    claim = {"asserted_by": "the mayor", "checkable": "checkable"}
    for n, by in enumerate(("ann", "cleo", "dan")):
        speaker = ("Rhea Dunmore", "Rhea Dunmore", "the customs hall")[n]
        mark(
            served,
            "quote",
            [span("“We counted twice,”")],
            key,
            by,
            type="direct",
            speaker=speaker,
        )
        mark(served, "source", [span("Rhea Dunmore")], key, by)
        figure = ("Almost 91 percent", "91 percent", "91 percent of voters")[n]
        mark(served, "figure", [span(figure)], key, by, kind="percent")
        if by != "cleo":
            words = "the debt of €38 million was settled in 2019"
            mark(served, "claim", [span(words)], key, by, **claim)
        if by == "dan":
            mark(served, "claim", [span("nobody else did")], key, by, **claim)
        finish(served, key, by)
