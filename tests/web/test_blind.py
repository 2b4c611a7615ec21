"""Blind labelling: an annotator is told the same, whatever the others did."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.adjudication.bench import LABELS, SCHEMA, Bench, check, op
from workbench import adjudication
from workbench.store import (
    accounts,
    adjudications,
    articles,
    batches,
    gold,
    people,
    questions,
    releases,
    sets,
)

from .conftest import FERRY, HTMX, SAME_ORIGIN, House, Visitor, Window, open_house
from .test_guard import ways

MARK = "Zebrafinch"
KEYS = ("ferry", "a1", "both")
QUOTE = "“It hurts,”"

#: What mallory sends wherever a form is taken.
FORM = {
    "label": "claim",
    "exact": "Fares rose 40 percent",
    "open": "a1",
    "from": "a1",
    "link": "expresses a2",
    "text": "Is it?",
    "ask": "1",
    "annotation": "a2",
    "reason": "I know the author",
    "gaps": "5",
    "words": "9",
    "snap": "on",
    "none": "yes",
    "sure": "yes",
    "seen": "0",
    "client": "w1",
}

#: What would end the walk, or is about the visitor's own account alone.
ELSEWHERE = ("sign_in.", "team.", "static")


def given_out(folder: Path) -> tuple[House, Visitor, Visitor]:
    """Alice and mallory label the same articles, of which alice has not begun one."""
    folder.mkdir()
    house = open_house(folder)
    alice, mallory = house.visitor("alice"), house.visitor("mallory")
    house.visitor("zoe")
    for n, key in enumerate(KEYS):
        house.article(f"{FERRY}Number {n}\n", key)
    lead = people.lead(house.db).id
    who = [one.person.id for one in (alice, mallory) if one.person]
    batches.make(
        house.db,
        "spring",
        by=lead,
        guideline="1",
        overlap=3,
        labels=["quote", "figure", "claim"],
        articles=KEYS,
        people=[*who, 4],
    )
    for n in (1, 2, 3):
        for person in who:
            batches.give(house.db, n, person, lead)
    return house, alice, mallory


def labelled(house: House, alice: Visitor) -> None:
    """All that can be known of alice, in words that stand nowhere else."""
    assert alice.person
    for n, key in enumerate(KEYS):
        window = Window(alice, house.db, key, f"{FERRY}Number {n}\n")
        id = window.mark("quote", QUOTE)
        window.send(
            f"/annotations/{id}",
            type="direct",
            speaker=f"{MARK} speaker",
            note=f"{MARK} note",
            unsure="yes",
        )
        claim = window.mark("claim", "Fares rose 40 percent")
        window.send(
            f"/annotations/{claim}",
            asserted_by=f"{MARK} source",
            claim=f"{MARK}-claim",
            checkable="checkable",
        )
        window.send("/links", link=f"expresses {claim}", **{"from": id, "open": id})
        decide(window, alice, key)
        alice.post(
            f"/articles/{key}/questions",
            {"text": f"{MARK} question", "ask": "9", "annotation": id},
        )
        alice.post(f"/articles/{key}/time", {"gaps": "50", "words": "9"})
        if key != "ferry":
            window.send("/none", label="figure", none="yes")
            window.send("/submit", sure="yes")
            assert window.saved().status == "submitted"
    batches.mark_returned(house.db, 3, alice.person.id, f"{MARK} reason")
    found = articles.get(house.db, "both")
    assert found
    desk = sets.Desk(3, found.article.text, alice.person.id, "1")
    sets.give_back(house.db, desk, sets.Op("back", "lead", 0))
    (first, *_) = questions.threads(house.db)
    questions.answer(house.db, first.id, 1, f"{MARK} answer", "answered")


def decide(window: Window, alice: Visitor, key: str) -> None:
    """A suggestion of each kind of outcome; of what is submitted later, one."""
    page = alice.page(f"/articles/{key}")
    refs = [a["data-suggestion"] for a in page.all("a") if "data-suggestion" in a]
    assert len(refs) > 2
    window.send(f"/suggestions/{refs[0]}/reject")
    if key != "ferry":
        return
    window.send(f"/suggestions/{refs[1]}/accept")
    window.send(f"/suggestions/{refs[2]}/accept", adjust="yes")
    made = window.saved().annotations[-1]
    window.send(f"/annotations/{made.id}", note=f"{MARK} changed")


def told(answer: object) -> str:
    """An answer as it can be compared: without what chance or the clock put in."""
    text = re.sub(r"\b[0-9a-f]{16}(?=[a-z_\d]*\")", "OP", answer.text)  # type: ignore[attr-defined]
    text = re.sub(r'name="ask" value="\d+"', "ASK", text)
    # Threads are numbered one after the other for everybody.
    text = re.sub(r"(thread|answer)-\d+|questions/\d+", "THREAD", text)
    text = re.sub(
        r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?( UTC|Z)?", "TIME", text
    )
    where = answer.headers.get("Location", "")  # type: ignore[attr-defined]
    return f"{answer.status_code} {where}\n{text}"  # type: ignore[attr-defined]


def walk(house: House, mallory: Visitor) -> Iterator[tuple[str, str]]:
    """Every page and act of the annotator, first only looking, then doing."""
    searches = (f"/articles?search={MARK}", "/articles?search=rose&order=status")
    for path in (*searches, "/articles?status=submitted"):
        yield path, told(mallory.client.get(path))
    for method in ("GET", "POST", "GET"):
        for endpoint, verb, path in ways(house):
            if verb != method or endpoint.startswith(ELSEWHERE):
                continue
            for headers in (SAME_ORIGIN, SAME_ORIGIN | HTMX):
                for key in KEYS if "/ferry" in path else ("ferry",):
                    here = path.replace("/ferry", f"/{key}").replace("/999", "/1")
                    with mallory.client.open(
                        here,
                        method=method,
                        headers=headers,
                        data=FORM if method == "POST" else None,
                    ) as answer:
                        yield f"{method} {here}", told(answer)
    yield from scripts(house, mallory)


def scripts(house: House, mallory: Visitor) -> Iterator[tuple[str, str]]:
    """The same with a token."""
    assert mallory.person
    made = accounts.make_token(
        house.db, mallory.person.id, "walk", "write", timedelta(days=1)
    )
    headers = {"Authorization": f"Bearer {made}"}
    for _, method, path in ways(house, scripts=True):
        for key in KEYS if "/ferry" in path else ("ferry",):
            here = path.replace("/ferry", f"/{key}")
            more = {} if method == "GET" else {"json": {}}
            with house.app.test_client().open(
                here, method=method, headers=headers, **more
            ) as answer:
                yield f"{method} {here}", told(answer)


@pytest.fixture
def houses(tmp_path: Path) -> Iterator[tuple[House, House, Visitor, Visitor]]:
    """Two houses that differ only in what alice did; mallory lives in both."""
    busy, alice, mallory = given_out(tmp_path / "busy")
    idle, _, double = given_out(tmp_path / "idle")
    labelled(busy, alice)
    yield busy, idle, mallory, double
    for house in (busy, idle):
        house.app.extensions["connections"].get().close()
        house.db.close()


def test_no_answer_depends_on_what_another_annotator_did(houses):
    busy, idle, mallory, double = houses
    seen = 0
    for (path, here), (same, there) in zip(
        walk(busy, mallory), walk(idle, double), strict=True
    ):
        assert path == same
        asked = MARK in path
        assert asked or MARK not in here, path
        assert here == there, path
        seen += 1
    assert seen > 200


def test_the_walk_would_notice(houses):
    """What is planted is there for those who may know it."""
    busy, *_ = houses
    lena = busy.visitor("lena", "lead")
    seen = "".join(
        lena.client.get(path, buffered=True).text
        for path in (
            "/articles/ferry/sets/human/alice",
            "/questions",
            "/activity",
            "/batches/1",
        )
    )
    for what in ("speaker", "note", "source", "question", "answer"):
        assert f"{MARK} {what}" in seen, what


# --- gold that is released ------------------------------------------------------------


def made_gold(house: House, mallory: Visitor) -> None:
    """Gold of an article that is the same whatever alice did: mallory's quote as it is,
    her figure with another border, and nothing else of anybody's; then released."""
    assert mallory.person
    lena = people.ensure(house.db, "lena", role="lead").id
    me = str(mallory.person.id)
    table = adjudications.begin(house.db, "a1", lena, labels=LABELS)
    for case in table.cases:
        mine = case.of(me)
        label = mine.annotation.label if mine else ""

        def decide(
            case: adjudication.Case,
            table: adjudications.Table,
            label: str = label,
        ) -> adjudication.Decision:
            if label == "quote":
                return adjudication.take(case, me)
            if label == "figure":
                proposal = case.of(me)
                assert proposal
                (start, end), *_ = proposal.annotation.fragments
                short = replace(proposal.annotation, fragments=((start, end - 8),))
                return adjudication.edit(case, short, [])
            return adjudication.reject(case)

        reason = {"quote": "slip", "figure": "boundary_rule"}.get(label)
        adjudications.decide(
            house.db,
            "a1",
            lena,
            op(),
            case.key,
            decide,
            labels=LABELS,
            reason=reason or "not_check_worthy",
        )
    adjudications.sign_off(
        house.db, "a1", lena, op(), labels=LABELS, schema=SCHEMA, check=check
    )
    version = Bench(house.path, house.db).gold(1)
    releases.release(house.db, version, lena)


def test_released_gold_tells_nothing_of_another_annotator(houses):
    busy, idle, mallory, double = houses
    for house, visitor in ((busy, mallory), (idle, double)):
        window = Window(visitor, house.db, "a1", f"{FERRY}Number 1\n")
        quote = window.mark("quote", QUOTE)
        window.send(f"/annotations/{quote}", type="direct", speaker="Ida Holm")
        window.mark("figure", "40 percent")
        claim = window.mark("claim", "The port denies it")
        window.send(f"/annotations/{claim}", asserted_by="port", checkable="checkable")
        window.send("/submit", sure="yes")
        made_gold(house, visitor)
    path = "/articles/a1/gold"
    here, there = told(mallory.get(path)), told(double.get(path))
    assert "Not worth a check" in here
    # Other borders, a link, the cue that the quote brought along, and a claim.
    assert "They differ in 4 things" in here
    assert MARK not in here
    assert here == there
    seen = 0
    for (path, here), (same, there) in zip(
        walk(busy, mallory), walk(idle, double), strict=True
    ):
        assert path == same
        assert MARK in path or MARK not in here, path
        assert here == there, path
        seen += "/gold" in path
    assert seen > 5
    [version] = gold.every(busy.db)
    made = next(gold.records(busy.db, version)).sets[0]
    assert any(MARK in str(a.attributes) for a in made.rejected), "it would notice"
