"""The article list: found, filtered, sorted, paged."""

import pytest

from workbench.dataset import Article
from workbench.store import articles, write

from .conftest import House, Visitor
from .dom import Node, parse


def titles(page: Node) -> list[str]:
    return [row.one("a").words for row in page.all("th", scope="row")]


@pytest.fixture
def shelf(house: House) -> House:
    """Four articles of two outlets."""
    for key, title, body, outlet, day in [
        (
            "a",
            "Ferry stops",
            "The ferry stops. Fares rose 40 percent.",
            "Lantern",
            "02",
        ),
        ("b", "Бережная улица", "Паром остановлен, цены выросли.", "Маяк", "04"),
        ("c", "Zoo opens", "No ferry here but 100% of zoo_keepers.", "Lantern", "01"),
        ("d", "Harbour <b>court</b>", "A court ruled on “the quay”.", None, None),
    ]:
        more = {"outlet": outlet} if outlet else {}
        more |= {"published": f"2026-01-{day}"} if day else {}
        house.article(f"{title}\n{body}\n", key, title=title, **more)
    return house


@pytest.fixture
def alice(shelf: House) -> Visitor:
    return shelf.visitor("alice")


def test_the_list_has_every_article_in_the_order_it_came(alice):
    page = alice.page("/articles")
    assert titles(page) == [
        "Ferry stops",
        "Бережная улица",
        "Zoo opens",
        "Harbour <b>court</b>",
    ]
    assert page.one(class_="found").words == "4 articles"


def test_the_start_page_is_the_list(alice):
    assert alice.get("/").headers["Location"] == "/articles"


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("ferry", ["Ferry stops", "Zoo opens"]),
        ("FERRY zoo", ["Zoo opens"]),
        ("erry", ["Ferry stops", "Zoo opens"]),
        ("ПАРОМ", ["Бережная улица"]),
        ("40", ["Ferry stops"]),
        ("0%", ["Zoo opens"]),
        ("o_k", ["Zoo opens"]),
        ('"the', []),
        ("“the quay”", ["Harbour <b>court</b>"]),
        ("court AND ruled", []),
        ("nothing of the kind", []),
        ("*", []),
        ("'; DROP TABLE article; --", []),
        ("NEAR(ferry zoo)", []),
        ("  ", None),
    ],
)
def test_words_are_found_in_titles_and_texts(alice, search, found):
    answer = alice.client.get("/articles", query_string={"search": search})
    assert answer.status_code == 200
    page = parse(answer.text)
    assert page.by_id("search")["value"] == search.strip()
    assert titles(page) == (titles(alice.page("/articles")) if found is None else found)


@pytest.mark.parametrize("search", ["\x00", "fer\x00ry", "a\x07b", '"' * 50, "x" * 999])
def test_no_search_breaks_the_list(alice, search):
    answer = alice.client.get("/articles", query_string={"search": search})
    assert answer.status_code == 200


def test_a_hit_is_shown_with_what_stands_around_it(alice):
    page = alice.page("/articles?search=rose")
    context = page.one(class_="context")
    assert context.one("b").text == "rose"
    assert context.words == "Ferry stops The ferry stops. Fares rose 40 percent."


def test_no_hit_is_taken_for_markup(alice):
    context = alice.page("/articles?search=court").one(class_="context")
    assert "<b>" in context.text
    assert [b.text for b in context.all("b")] == ["court"]


def test_outlet_and_state_narrow_the_list(alice):
    assert titles(alice.page("/articles?outlet=Lantern")) == [
        "Ferry stops",
        "Zoo opens",
    ]
    alice.post("/articles/c/none", {"label": "cue", "none": "yes"})
    alice.post("/articles/a/submit", {"sure": "yes"})
    assert titles(alice.page("/articles?status=submitted")) == ["Ferry stops"]
    assert titles(alice.page("/articles?status=in_progress")) == ["Zoo opens"]
    both = alice.page("/articles?status=todo&outlet=Маяк")
    assert titles(both) == ["Бережная улица"]
    assert both.one(class_="found").words == "1 of 4 articles"
    options = [o.words for o in both.one("select", name="outlet").all("option")]
    assert options == ["all", "Lantern", "Маяк"]
    chosen = both.one("select", name="outlet").one("option", selected="")
    assert chosen.words == "Маяк"


def test_the_list_shows_my_labels_and_nobody_elses(shelf, alice, lena):
    text = articles.get(shelf.db, "a").article.text
    start = text.index("40 percent")
    fields = {
        "label": "figure",
        "start": start,
        "end": start + 10,
        "exact": "40 percent",
    }
    alice.post("/articles/a/annotations", fields)
    counts = alice.page("/articles?search=Fares").one("td", class_="counts")
    assert counts.words == "F1"
    assert lena.page("/articles?search=Fares").one("td", class_="counts").words == ""


def test_every_heading_sorts_and_turns_round(alice):
    page = alice.page("/articles")
    orders = {
        "title": ["Ferry stops", "Harbour <b>court</b>", "Zoo opens", "Бережная улица"],
        "outlet": [
            "Ferry stops",
            "Zoo opens",
            "Бережная улица",
            "Harbour <b>court</b>",
        ],
        "published": [
            "Zoo opens",
            "Ferry stops",
            "Бережная улица",
            "Harbour <b>court</b>",
        ],
    }
    for name, expected in orders.items():
        link = page.one("th", scope="col", class_=name).one("a")["href"]
        sorted_ = alice.page(link)
        assert titles(sorted_) == expected, name
        heading = sorted_.one("th", scope="col", class_=name)
        assert heading["aria-sort"] == "ascending"
        turned = alice.page(heading.one("a")["href"])
        assert turned.one("th", scope="col", class_=name)["aria-sort"] == "descending"
        # What has no outlet or day stands last either way.
        known = [t for t in expected if not t.startswith("Harbour") or name == "title"]
        assert titles(turned)[: len(known)] == (
            known[::-1]
            if name != "outlet"
            else ["Бережная улица", "Zoo opens", "Ferry stops"]
        )


def test_sorting_keeps_what_was_searched_for(alice):
    page = alice.page("/articles?search=ferry&outlet=Lantern")
    sorted_ = alice.page(page.one("th", class_="published").one("a")["href"])
    assert titles(sorted_) == ["Zoo opens", "Ferry stops"]
    assert sorted_.one("input", name="order")["value"] == "published"


@pytest.mark.parametrize(
    "query",
    [
        "order=nonsense",
        "order=title%3BDROP",
        "page=0",
        "page=-3",
        "page=99999999999999999999",
        f"page={'9' * 5000}",
        "page=²",
        "status=nonsense",
        "down=maybe",
    ],
)
def test_no_question_breaks_the_list(alice, query):
    assert alice.get(f"/articles?{query}").status_code == 200


def test_a_long_list_comes_in_pages(house, lena):
    with write(house.db):
        for n in range(120):
            articles.add(house.db, Article(f"k{n}", f"Title {n}", f"Title {n}\nferry"))
    page = lena.page("/articles?search=ferry")
    assert len(titles(page)) == 50
    assert page.one(class_="found").words == "120 articles, page 1 of 3"
    pages = page.one("nav", class_="pages")
    assert [a["rel"] for a in pages.all("a")] == ["next"]
    page = lena.page(pages.one("a")["href"])
    assert "search=ferry" in pages.one("a")["href"]
    assert [a["rel"] for a in page.one("nav", class_="pages").all("a")] == [
        "prev",
        "next",
    ]
    last = lena.page("/articles?page=9")
    assert len(titles(last)) == 20
    assert "page 3 of 3" in last.one(class_="found").words


def test_htmx_gets_the_table_alone(alice):
    part = alice.fragment("/articles?search=zoo")
    assert [node.id for node in part.elements] == ["articles"]
    page = alice.page("/articles?search=zoo")
    assert page.by_id("articles") == part.by_id("articles")


def test_when_nothing_fits_the_way_back_is_shown(alice):
    page = alice.page("/articles?search=nothing+here")
    assert "No article fits." in page.words
    assert page.by_id("articles").one("a")["href"] == "/articles"


def test_an_empty_house_says_what_to_do(house):
    lead = house.visitor("lena", "lead").page("/articles")
    assert "There are no articles yet." in lead.words
    assert "python3 run.py import" in lead.words
    assert (
        "Your lead has not given any out."
        in house.visitor("bob").page("/articles").words
    )
    assert house.visitor("bob").page("/articles").all("a", href="/import") == []


def test_an_article_in_another_script_says_its_language(house, alice):
    house.article("سفينة\n", "ar", language="ar")
    link = alice.page("/articles?search=سفينة").one("th", scope="row").one("a")
    assert (link["lang"], link["dir"]) == ("ar", "auto")
    assert alice.page("/articles/ar").by_id("article")["lang"] == "ar"
