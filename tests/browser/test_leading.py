"""A lead at work in a browser: the matrix by keyboard, a dashboard that lives."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Served, Watched
from tests.browser.stage import finish, mark
from workbench.store import articles, batches, people, questions, sets
from workbench.store.batches import Batch


@pytest.fixture
def spring(served: Served) -> Batch:
    """Six articles, each by two of three people; ann has the first."""
    for n in range(6):
        served.article(f"Article {n}\nFares rose.\n", f"a{n}", outlet=f"Outlet {n % 2}")
    who = [people.ensure(served.db, name).id for name in ("ann", "ben", "cleo")]
    made = batches.make(
        served.db,
        "Spring",
        by=people.lead(served.db).id,
        guideline="1",
        overlap=2,
        labels=["quote"],
        articles=[f"a{n}" for n in range(6)],
        people=who,
    )
    batches.give(served.db, 1, who[0], people.lead(served.db).id)
    return made


def ask(served: Served, text: str, op: str) -> None:
    """A question of ann's about the first article."""
    ann = people.ensure(served.db, "ann")
    stored = articles.get(served.db, "a0")
    assert stored
    head = sets.state(served.db, stored.row, ann.id)
    if head is None:
        mark(served, "claim", [(0, 7)], "a0", "ann")
        head = sets.state(served.db, stored.row, ann.id)
    assert head
    questions.ask(served.db, head.id, ann.id, text, op, None)


def test_an_article_is_given_by_keyboard_alone(
    page: Page, served: Served, spring: Batch
) -> None:
    page.goto(f"{served.base}/batches/{spring.id}")
    cells = page.locator("#matrix tbody td a")
    # One stop for Tab, in all of the matrix.
    expect(page.locator('#matrix tbody td a[tabindex="0"]')).to_have_count(1)
    cells.first.focus()
    expect(cells.first).to_have_text("to do")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#row-2 td:nth-of-type(3) a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#cell-title")).to_be_focused()
    expect(page.locator("#cell-title")).to_contain_text("ben: Article 1")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Give it to ben")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#cell")).to_contain_text("ben has “Article 1” now.")
    expect(page.locator("#row-2 td:nth-of-type(3) a")).to_have_text("to do")
    expect(page.locator("#progress")).to_contain_text("10 still to give out")
    page.keyboard.press("Escape")
    expect(page.locator("#cell")).to_be_hidden()
    expect(page.locator("#row-2 td:nth-of-type(3) a")).to_be_focused()
    expect(page.locator('#matrix tbody td a[tabindex="0"]')).to_have_count(1)
    assert batches.slot(served.db, 2, people.ensure(served.db, "ben").id) == (
        "open",
        "",
    )


def test_a_submitted_article_is_returned_from_the_panel(
    page: Page, served: Served, spring: Batch
) -> None:
    mark(served, "quote", [(0, 7)], "a0", "ann", type="direct", speaker="x")
    finish(served, "a0", "ann")
    page.goto(f"{served.base}/batches/{spring.id}")
    page.locator("#matrix tbody td a").first.click()
    page.get_by_label("What to look at again").fill("The second quote.")
    page.get_by_role("button", name="Return it").click()
    expect(page.locator("#cell")).to_contain_text("is returned to ann")
    expect(page.locator("#row-1 td:nth-of-type(2)")).to_contain_text("returned")


def test_what_was_taken_meanwhile_is_told_in_the_panel(
    page: Page, served: Served, spring: Batch, watched: Watched
) -> None:
    watched.expect("409")
    page.goto(f"{served.base}/batches/{spring.id}")
    page.locator("#row-3 td:nth-of-type(2) a").click()
    expect(page.locator("#cell-title")).to_contain_text("ann: Article 2")
    for name in ("ben", "cleo"):
        batches.give(served.db, 3, people.ensure(served.db, name).id, 1)
    page.get_by_role("button", name="Give it to ann").click()
    expect(page.locator("#cell .problems")).to_contain_text("2 people already")


def test_the_matrix_is_filtered_in_place_and_the_address_follows(
    page: Page, served: Served, spring: Batch
) -> None:
    page.goto(f"{served.base}/batches/{spring.id}")
    page.locator("select[name=outlet]").select_option("Outlet 1")
    expect(page.locator("#matrix tbody tr")).to_have_count(3)
    expect(page).to_have_url(
        f"{served.base}/batches/{spring.id}?outlet=Outlet+1&sort=place"
    )
    expect(page.locator('#matrix tbody td a[tabindex="0"]')).to_have_count(1)
    page.reload()
    expect(page.locator("#matrix tbody tr")).to_have_count(3)


def test_head_and_first_column_stay_in_sight(
    page: Page, served: Served, spring: Batch
) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto(f"{served.base}/batches/{spring.id}")
    places = page.locator(".grid").evaluate(
        """grid => {
            grid.scrollTo(200, 150);
            const box = one => grid.querySelector(one).getBoundingClientRect();
            const [frame, head, first] = [grid.getBoundingClientRect(),
                box('thead th:nth-child(3)'), box('tbody tr:last-child th')];
            return [grid.scrollTop, grid.scrollLeft, Math.abs(head.top - frame.top),
                Math.abs(first.left - frame.left)];
        }"""
    )
    assert places[0] > 0
    assert places[1] > 0
    assert places[2] < 3
    assert places[3] < 3


def test_the_matrix_updates_itself_and_keeps_place_and_focus(
    page: Page, served: Served, spring: Batch
) -> None:
    page.clock.install()
    page.goto(f"{served.base}/batches/{spring.id}?sort=title")
    cell = page.locator("#row-4 td:nth-of-type(3) a")
    cell.focus()
    ben = people.ensure(served.db, "ben").id
    batches.give(served.db, 4, ben, people.lead(served.db).id)
    page.clock.run_for(31_000)
    expect(cell).to_have_text("to do")
    expect(cell).to_be_focused()
    expect(page.locator("#progress")).to_contain_text("10 still to give out")
    expect(page.locator('#matrix tbody td a[tabindex="0"]')).to_have_count(1)
    with page.expect_response("**/batches/1?seen=*") as answer:
        page.clock.run_for(31_000)
    assert answer.value.status == 204


def test_the_dashboard_updates_itself_and_keeps_the_focus(
    page: Page, served: Served, spring: Batch
) -> None:
    page.clock.install()
    ask(served, "The first?", "q1")
    page.goto(f"{served.base}/lead")
    expect(page.locator(".needs li")).to_have_count(1)
    link = page.get_by_role("link", name="Spring", exact=True)
    link.focus()
    ask(served, "The second?", "q2")
    page.clock.run_for(16_000)
    expect(page.locator(".needs li")).to_have_count(2)
    expect(link).to_be_focused()


def test_a_dashboard_that_nobody_looks_at_asks_for_nothing(
    page: Page, served: Served, spring: Batch
) -> None:
    page.clock.install()
    page.goto(f"{served.base}/lead")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate(
        """() => Object.defineProperty(document, 'hidden',
            { value: true, writable: true })"""
    )
    page.clock.run_for(60_000)
    assert [url for url in asked if "/lead" in url] == []
    page.evaluate(
        """() => {
            document.hidden = false;
            document.dispatchEvent(new Event('visibilitychange'));
        }"""
    )
    with page.expect_response("**/lead?seen=*") as answer:
        page.clock.run_for(16_000)
    # Nothing changed: nothing is sent.
    assert answer.value.status == 204


def test_an_answer_is_given_in_place(page: Page, served: Served, spring: Batch) -> None:
    ask(served, "Is it a claim?", "q1")
    page.goto(f"{served.base}/questions")
    page.get_by_label("Answer").fill("It is.")
    page.get_by_role("button", name="Answer and settle").click()
    expect(page.locator(".thread")).to_contain_text("settled")
    expect(page.locator(".thread .said").last).to_have_text("It is.")


def test_articles_are_found_while_one_types_and_ticks_are_kept(
    page: Page, served: Served
) -> None:
    for n in range(3):
        served.article(f"Article {n}\nFares rose.\n", f"a{n}")
    page.goto(f"{served.base}/batches/new")
    page.get_by_label("Name").fill("Spring")
    page.locator(".ticks input").first.check()
    page.get_by_label("Find in titles").press_sequentially("Article 2")
    expect(page.locator(".ticks li")).to_have_count(1)
    expect(page.locator("#chooser")).to_contain_text("1 more is ticked")
    expect(page.get_by_label("Find in titles")).to_be_focused()
    expect(page.get_by_label("Find in titles")).to_have_value("Article 2")
    expect(page.get_by_label("Name")).to_have_value("Spring")
    page.get_by_label("Find in titles").fill("")
    expect(page.locator(".ticks li")).to_have_count(3)
    expect(page.locator(".ticks input").first).to_be_checked()


def test_a_preview_of_the_guideline_is_drawn_beside_what_is_typed(
    page: Page, served: Served
) -> None:
    page.goto(f"{served.base}/guideline/edit")
    page.get_by_label("Text, in Markdown").fill("# Ours\n\nDates are **figures**.")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview strong")).to_have_text("figures")
    expect(page.get_by_label("Text, in Markdown")).to_have_value(
        "# Ours\n\nDates are **figures**."
    )


def test_a_batch_is_made_dealt_and_returned_without_script(
    context: BrowserContext, served: Served
) -> None:
    browser = context.browser
    assert browser
    for n in range(3):
        served.article(f"Article {n}\nFares rose.\n", f"a{n}")
    for name in ("ann", "ben"):
        people.ensure(served.db, name)
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(served.link())
    page.click("button")
    page.goto(f"{served.base}/batches/new")
    page.fill("[name=name]", "Spring")
    page.fill("[name=search]", "Article 1")
    page.click("button[value=filter]")
    expect(page.locator("[name=name]")).to_have_value("Spring")
    page.check(".ticks input")
    page.fill("[name=pasted]", "a0")
    page.click("button.primary")
    expect(page.locator("h1")).to_have_text("Spring")
    page.click("text=Deal out")
    page.click("button.primary")
    expect(page.locator("#flashed")).to_contain_text("4 places given out.")
    page.click("#matrix td a >> nth=0")
    page.click("#cell button[value=take]")
    expect(page.locator("#flashed")).to_contain_text("is taken back from ann")
    expect(page.locator("#progress")).to_contain_text("1 still to give out")
    plain.close()
