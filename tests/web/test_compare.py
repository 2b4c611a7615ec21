"""Other people's sets, for a lead: one alone, and several side by side."""

from workbench.store import articles, people, sets

from .conftest import House, Window

QUOTE = "“It hurts,”"
CLAIM = "Fares rose 40 percent"
LINE_1, LINE_2 = 17, 81


def labelled(house: House) -> None:
    """Alice and mallory agree on a quote; only alice has a claim; zoe is not done."""
    for n, name in enumerate(("alice", "mallory", "zoe")):
        visitor = house.visitor(name)
        window = (
            house.window(visitor)
            if n == 0
            else Window(visitor, house.db, "ferry", _text(house))
        )
        window.mark("quote", QUOTE)
        if name == "alice":
            window.mark("claim", CLAIM)
        if name != "zoe":
            found = articles.get(house.db, "ferry")
            assert found
            assert visitor.person
            desk = sets.Desk(found.row, found.article.text, visitor.person.id, "1")
            sets.submit(house.db, desk, sets.Op(f"done-{name}", "w", 0))


def _text(house: House) -> str:
    found = articles.get(house.db, "ferry")
    assert found
    return found.article.text


def test_submitted_sets_stand_side_by_side_with_where_they_differ(house, lena):
    labelled(house)
    page = lena.page("/articles/ferry/beside")
    assert [th.one("a").words for th in page.one("thead").all("th")] == [
        "alice",
        "mallory",
    ]
    assert "They differ in 1 of 4 lines." in page.words
    differs = page.by_id(f"l{LINE_1}")
    assert "differs" in differs.classes
    left, right = differs.all("td")
    assert left.text == right.text
    assert [mark.text for mark in right.all("mark")] == [QUOTE]
    assert len(left.all("mark")) == 2
    assert "same" in page.by_id(f"l{LINE_2}").classes


def test_sets_are_chosen_and_equal_lines_left_out(house, lena):
    labelled(house)
    asked = "set=human/mallory&set=human/zoe&set=human/nobody"
    page = lena.page(f"/articles/ferry/beside?{asked}")
    assert "They are the same in every line." in page.words
    one = lena.page("/articles/ferry/beside?set=human/zoe")
    assert "Choose two sets or more" in one.words
    short = lena.page("/articles/ferry/beside?only=yes")
    assert [row.id for row in short.one("tbody").all("tr")] == [f"l{LINE_1}"]


def test_the_same_words_with_other_attributes_differ(house, lena):
    labelled(house)
    mallory = people.ensure(house.db, "mallory")
    window = Window(house.visitor("mallory"), house.db, "ferry", _text(house))
    assert window.visitor.person == mallory
    window.read()
    window.send("/reopen")
    window.send("/annotations/a1", type="indirect", speaker="Ida Holm")
    page = lena.page("/articles/ferry/beside?set=human/mallory&set=human/zoe")
    assert "They differ in 1 of 4 lines." in page.words


def test_the_place_that_a_link_is_about_is_marked(house, lena):
    labelled(house)
    page = lena.page(f"/articles/ferry/beside?at={LINE_2 + 4}")
    assert page.by_id("here").all("td")[0].text.startswith("The port denies it")
    assert "here" not in page.by_id(f"l{LINE_1}").classes
    assert lena.page("/articles/ferry/beside?at=99999999").words


def test_an_article_nobody_labelled_says_so_and_an_unknown_one_is_404(house, lena):
    house.article()
    assert "Nobody has labelled" in lena.page("/articles/ferry/beside").words
    assert lena.get("/articles/none/beside").status_code == 404
