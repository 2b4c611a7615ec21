"""Articles: found in any script, listed in pages, one after another."""

import pytest
from sqlite_utils import Database

from workbench.dataset import Article
from workbench.store import articles, batches, people, sets
from workbench.store.people import Person
from workbench.text import digest

ARTICLES = (
    Article("dam", "The dam", "The Dam is 100% ours.\nIt holds.", outlet="Herald"),
    Article("damm", "Über den Damm", "Der Damm hält. ÄRGER droht.", outlet="Bote"),
    Article("плотина", "Плотина", "Плотина держит. ДА.", outlet="Весть"),
    Article("سد", "السد", "السد صامد في المدينة.", outlet="صدى"),
    Article(
        "ダム", "ダム", "ダムは持ちこたえている。水門は閉じた。", published="2024-02-01"
    ),
    Article("snake", "A_snake", 'It said "no" to 50\\50.\n' + "x " * 60 + "end of it"),
    Article("mill", "a mill", "The mill turns 1000 times.", published="2024-01-01"),
)


@pytest.fixture
def shelf(db: Database) -> Database:
    for article in ARTICLES:
        articles.add(db, article)
    return db


@pytest.fixture
def alice(shelf: Database) -> Person:
    return people.ensure(shelf, "alice")


def keys(db: Database, person: Person, **how: object) -> list[str]:
    found = articles.listing(db, person, **how)  # type: ignore[arg-type]
    return [listed.key for listed in found.articles]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", [a.id for a in ARTICLES]),
        ("  ", [a.id for a in ARTICLES]),
        ("holds", ["dam"]),
        ("HOLDS", ["dam"]),
        ("hol", ["dam"]),
        ("old", ["dam"]),
        ("dam holds", ["dam"]),
        ("holds dam", ["dam"]),
        ("dam turns", []),
        ("mill turns", ["mill"]),
        # Shorter than the index knows.
        ("no", ["snake"]),
        ("It", ["dam", "snake"]),
        ("it no", ["snake"]),
        ("x", ["snake"]),
        # Other scripts, whatever the letter case.
        ("плотина", ["плотина"]),
        ("ДЕРЖИТ", ["плотина"]),
        ("да", ["плотина"]),
        ("Да", ["плотина"]),
        ("ärger", ["damm"]),
        ("är", ["damm"]),
        ("Ü", ["damm"]),
        ("السد", ["سد"]),
        ("في", ["سد"]),
        ("水門", ["ダム"]),
        ("水", ["ダム"]),
        ("持ちこたえて", ["ダム"]),
        # What SQL and its search give a meaning to.
        ("%", ["dam"]),
        ("0%", ["dam"]),
        ("_", ["snake"]),
        ("\\", ["snake"]),
        ("50\\50", ["snake"]),
        ('"no"', ["snake"]),
        ('"', ["snake"]),
        ('""', []),
        ('"""', []),
        ("' OR 1 --", []),
        ("dam* OR mill", []),
        ("NEAR(dam mill)", []),
        ("title:dam", []),
        ("-dam", []),
        ("a\x00b holds", []),
        ("hol\x00ds", ["dam"]),
        ("\x00", [a.id for a in ARTICLES]),
        ("dam " * 5000, ["dam", "damm"]),
        ("d" * 5000, []),
    ],
)
def test_a_search_finds_every_word_in_any_script(shelf, alice, search, expected):
    assert keys(shelf, alice, search=search) == expected


def test_a_search_of_very_many_words_is_not_too_deep_for_sqlite(shelf, alice):
    assert keys(shelf, alice, search=" ".join(map(str, range(5000)))) == []
    short = "it no x 50 to of en nd sa ai id It NO X tO oF eN Nd Sa Ai Id zz"
    assert keys(shelf, alice, search=short) == ["snake"]


def test_a_search_ignores_no_article_that_came_and_went(shelf, alice):
    shelf.execute("DELETE FROM article WHERE key = 'dam'")
    assert keys(shelf, alice, search="holds") == []
    articles.add(shelf, ARTICLES[0])
    assert keys(shelf, alice, search="holds") == ["dam"]


def test_a_hit_is_shown_with_what_stands_around_it(shelf, alice):
    def context(search: str) -> tuple[str, str, str] | None:
        [found] = articles.listing(shelf, alice, search=search).articles
        return found.context

    assert context("HOLDS") == ("The Dam is 100% ours. It ", "holds", ".")
    assert context("плотина") == ("", "Плотина", " держит. ДА.")
    before, hit, after = context("end") or ("", "", "")
    assert (before[:1], len(before), hit, after) == ("…", 61, "end", " of it")
    assert context("A_snake") is None
    assert articles.listing(shelf, alice).articles[0].context is None


def work(db: Database, person: Person, key: str, *, submit: bool = False) -> None:
    stored = articles.get(db, key)
    assert stored
    desk = sets.Desk(stored.row, stored.article.text, person.id)
    sets.add(db, desk, sets.Op(f"{person}-{key}", "w", 0), "quote", [(0, 3)])
    if submit:
        sets.submit(db, desk, sets.Op(f"{person}-{key}-s", "w", 0))


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("added", "dam", "mill"),
        ("nonsense; DROP TABLE article", "dam", "mill"),
        ("title", "snake", "ダム"),
        ("length", "سد", "snake"),
    ],
)
def test_the_list_is_sorted_both_ways(shelf, alice, order, first, last):
    up = keys(shelf, alice, order=order)
    down = keys(shelf, alice, order=order, descending=True)
    assert (up[0], up[-1]) == (first, last) or order == "length"
    assert down == up[::-1]
    assert sorted(up) == sorted(a.id for a in ARTICLES)


@pytest.mark.parametrize("descending", [False, True])
def test_what_is_missing_comes_last_both_ways(shelf, alice, descending):
    outlets = keys(shelf, alice, order="outlet", descending=descending)
    assert set(outlets[4:]) == {"ダム", "snake", "mill"}
    published = keys(shelf, alice, order="published", descending=descending)
    assert published[:2] == (["ダム", "mill"] if descending else ["mill", "ダム"])


def test_the_list_is_sorted_by_how_far_the_work_is(shelf, alice):
    work(shelf, alice, "damm", submit=True)
    work(shelf, alice, "dam")
    shelf.execute("UPDATE annotation_set SET status = 'adjudicated' WHERE id = 1")
    work(shelf, alice, "mill", submit=True)
    found = keys(shelf, alice, order="status")
    assert found[-3:] == ["dam", "mill", "damm"]


def test_the_list_shows_ones_own_work_only(shelf, alice):
    bob = people.ensure(shelf, "bob")
    work(shelf, alice, "dam")
    work(shelf, bob, "dam", submit=True)
    work(shelf, bob, "mill")

    def shown(person: Person) -> dict[str, tuple[str, dict[str, int]]]:
        found = articles.listing(shelf, person).articles
        return {listed.key: (listed.status, listed.counts) for listed in found}

    assert shown(alice)["dam"] == ("in_progress", {"quote": 1})
    assert shown(alice)["mill"] == ("todo", {})
    assert shown(bob)["dam"] == ("submitted", {"quote": 1})


def test_the_list_is_filtered_by_outlet_state_and_words_together(shelf, alice):
    work(shelf, alice, "dam")
    assert keys(shelf, alice, outlet="Herald") == ["dam"]
    assert keys(shelf, alice, outlet="herald") == []
    assert keys(shelf, alice, status="in_progress") == ["dam"]
    assert len(keys(shelf, alice, status="todo")) == 6
    assert keys(shelf, alice, status="todo", search="dam") == ["damm"]
    assert keys(shelf, alice, outlet="Bote", status="in_progress") == []
    assert articles.outlets(shelf) == ["Bote", "Herald", "Весть", "صدى"]


def test_a_long_list_comes_in_pages(db: Database):
    person = people.ensure(db, "alice")
    for n in range(120):
        articles.add(db, Article(f"k{n:03}", f"T{n % 3}", f"Text {n}"))
    pages = [articles.listing(db, person, page=n) for n in (1, 2, 3)]
    assert [len(p.articles) for p in pages] == [50, 50, 20]
    assert {(p.total, p.pages) for p in pages} == {(120, 3)}
    together = [a.key for p in pages for a in p.articles]
    assert together == [f"k{n:03}" for n in range(120)]
    # A title that many share breaks no page.
    titles = [
        listed.key
        for n in (1, 2, 3)
        for listed in articles.listing(db, person, page=n, order="title").articles
    ]
    assert len(set(titles)) == 120
    assert articles.listing(db, person, page=99).page == 3
    assert articles.listing(db, person, page=-5).page == 1


def test_an_empty_list_is_one_empty_page(db: Database):
    person = people.ensure(db, "alice")
    assert articles.listing(db, person) == articles.Listing([], 0, 1, 1)


def test_articles_are_fetched_by_id_and_known_by_their_text(shelf):
    stored = articles.get(shelf, "dam")
    assert stored
    assert (stored.row, stored.article, stored.words) == (1, ARTICLES[0], 7)
    assert articles.get(shelf, "nothing") is None
    assert articles.row_of_text(shelf, digest(ARTICLES[1].text)) == (2, "damm")
    assert articles.row_of_text(shelf, digest("x")) is None


def test_each_article_knows_its_neighbours(shelf, alice):
    assert articles.neighbours(shelf, alice, 1) == (None, "damm", 1, 7)
    assert articles.neighbours(shelf, alice, 2) == ("dam", "плотина", 2, 7)
    assert articles.neighbours(shelf, alice, 7) == ("snake", None, 7, 7)


def test_the_next_article_is_one_that_is_not_submitted_yet(shelf, alice):
    assert articles.next_open(shelf, alice, 7) == "dam"
    work(shelf, alice, "dam", submit=True)
    work(shelf, alice, "damm")
    assert articles.next_open(shelf, alice, 7) == "damm"
    assert articles.next_open(shelf, alice, 1) == "damm"
    assert articles.next_open(shelf, alice, 2) == "плотина"
    for article in ARTICLES[2:]:
        work(shelf, alice, article.id, submit=True)
    assert articles.next_open(shelf, alice, 7) == "damm"
    assert articles.next_open(shelf, alice, 2) is None


def test_an_annotator_meets_the_articles_of_a_batch_only_when_given_one(shelf, alice):
    lead, bob = people.lead(shelf), people.ensure(shelf, "bob")
    batches.make(
        shelf,
        "spring",
        by=lead.id,
        guideline="1",
        overlap=1,
        labels=["quote"],
        articles=["dam", "плотина"],
        people=[alice.id, bob.id],
    )
    assert batches.claim(shelf, alice.id) == "dam"
    assert "dam" in keys(shelf, alice)
    assert "плотина" not in keys(shelf, alice)
    assert articles.count(shelf, alice) == articles.count(shelf) - 1
    assert "Весть" not in articles.outlets(shelf, alice)
    assert keys(shelf, alice, search="плотина") == []
    assert articles.neighbours(shelf, bob, 2) == (None, "سد", 1, 5)
    assert articles.next_open(shelf, bob, 7) == "damm"
    assert {a.key for a in articles.following(shelf, bob)} == set(keys(shelf, bob))
    assert len(keys(shelf, lead)) == 7
