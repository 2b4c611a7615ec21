"""No mark is ever lost: a dead server, a closed window, two windows, a lost session."""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import Served, Watched, intercept, select, settled, watch
from workbench.dataset import Article
from workbench.store import articles, connect, migrations, people, records, sets

TEXT = (
    "Council votes on the quay\n"
    "\n"
    "Almost 91 percent of voters backed the move, Rhea Dunmore said. "
    '"We counted twice," she told reporters, "and nobody complained."\n'
)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Command:
    """The workbench as a person starts it, which a test may kill and start again."""

    def __init__(self, path: Path) -> None:
        self.port = free_port()
        self.path = path
        self.base = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "workbench", "serve", "--no-open"),
                *("--port", str(self.port), "--db", str(self.path)),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        assert self.base in first, first

    def kill(self) -> None:
        if self.process is None:
            return
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.process = None

    def words(self) -> list[str]:
        db = connect(self.path)
        stored = articles.get(db, "a")
        assert stored is not None
        head = sets.state(db, stored.row, people.lead(db).id)
        found = sets.annotations(db, head.id) if head else []
        db.close()
        return [TEXT[a.start : a.end] for a in found]

    def problems(self) -> list[str]:
        db = connect(self.path)
        found = list(records.problems(db))
        db.close()
        return found


@pytest.fixture
def command(tmp_path: Path) -> Iterator[Command]:
    path = tmp_path / "workbench.db"
    migrations.migrate(path)
    db = connect(path)
    articles.add(db, Article("a", "Council votes on the quay", TEXT))
    people.lead(db)
    db.close()
    made = Command(path)
    made.start()
    yield made
    made.kill()


@pytest.fixture
def worker(browser: Browser, command: Command) -> Iterator[BrowserContext]:
    """A browser that is signed in to the command's workbench."""
    made = browser.new_context(viewport={"width": 1280, "height": 800})
    made.set_default_timeout(20_000)
    db = connect(command.path)
    token = people.make_link(db, people.lead(db))
    db.close()
    page = made.new_page()
    page.goto(f"{command.base}/sign-in/{token}")
    page.wait_for_url("**/articles")
    page.close()
    yield made
    made.close()


@pytest.fixture
def other(
    served: Served, context: BrowserContext, page: Page, watched: Watched
) -> Page:
    """A second window, on the same article as the page is then."""
    address = served.article(TEXT)
    page.goto(address)
    made = context.new_page()
    watch(made, watched)
    made.goto(address)
    return made


def label(page: Page, words: str, key: str = "c") -> None:
    select(page, *span(words))
    page.locator("#article").focus()
    page.keyboard.press(key)


def test_labels_made_while_the_server_is_dead_are_kept_told_and_sent_later(
    command: Command, worker: BrowserContext, watched: Watched
) -> None:
    watched.expect("ERR_CONNECTION")
    page = worker.new_page()
    watch(page, watched)
    page.goto(f"{command.base}/articles/a")
    label(page, "voters")
    settled(page)
    command.kill()
    label(page, "reporters")
    label(page, "nobody")
    saving = page.locator("#saving")
    expect(saving).to_have_attribute("data-state", "unsaved")
    expect(saving).to_contain_text("2 changes kept here, not saved yet")
    assert command.words() == ["voters"]
    command.start()
    page.get_by_role("button", name="Try now").click()
    settled(page)
    assert command.words() == ["voters", "reporters", "nobody"]
    expect(page.locator("mark")).to_have_count(3)
    assert command.problems() == []


def test_labels_survive_that_the_window_is_closed_before_the_server_is_back(
    command: Command, worker: BrowserContext, watched: Watched
) -> None:
    watched.expect("ERR_CONNECTION")
    page = worker.new_page()
    watch(page, watched)
    page.goto(f"{command.base}/articles/a")
    command.kill()
    label(page, "reporters")
    expect(page.locator("#saving")).to_have_attribute("data-state", "unsaved")
    command.start()
    page.reload()
    settled(page)
    expect(page.locator("mark")).to_have_count(1)
    assert command.words() == ["reporters"]


def test_a_label_stored_while_a_page_is_on_its_way_is_shown_there(
    page: Page, other: Page
) -> None:

    def outrun(route: Route) -> None:
        # The page is made before the label is stored, and comes after it.
        made = route.fetch()
        label(other, "voters")
        settled(other)
        route.fulfill(response=made)

    page.route(page.url, outrun, times=1)
    page.reload()
    expect(page.locator("mark")).to_have_count(1)


def test_a_label_that_was_stored_but_not_answered_is_not_doubled(
    command: Command, worker: BrowserContext, watched: Watched
) -> None:
    watched.expect("ERR_")
    page = worker.new_page()
    watch(page, watched)
    page.goto(f"{command.base}/articles/a")
    answers: list[str] = []

    def swallow(route: object) -> None:
        # The request arrives, its answer does not: as when the server dies in between.
        answers.append(route.fetch().text())  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    intercept(page, "**/annotations", swallow, times=1)
    label(page, "voters")
    settled(page)
    assert answers
    assert command.words() == ["voters"]
    expect(page.locator("mark")).to_have_count(1)


def test_a_signed_out_window_keeps_its_labels_until_somebody_signs_in(
    served: Served, context: BrowserContext, page: Page, watched: Watched
) -> None:
    watched.expect("401")
    page.goto(served.article(TEXT))
    context.clear_cookies()
    label(page, "voters")
    expect(page.locator("#saving")).to_contain_text("You are signed out")
    other = context.new_page()
    other.goto(served.link())
    other.wait_for_url("**/articles")
    page.get_by_role("button", name="Try now").click()
    settled(page)
    assert [TEXT[a.start : a.end] for a in served.saved().annotations] == ["voters"]


def test_two_windows_show_each_others_labels(
    served: Served, page: Page, other: Page
) -> None:
    label(page, "voters")
    expect(other.locator("mark")).to_have_count(1)
    label(other, "nobody")
    expect(page.locator("mark")).to_have_count(2)
    expect(page.locator("#list a.row")).to_have_count(2)
    assert served.saved().annotations[0].start < served.saved().annotations[1].start


def test_a_change_of_what_another_window_changed_offers_both_versions(
    served: Served, context: BrowserContext, page: Page, watched: Watched
) -> None:
    watched.expect("409")
    address = served.article(TEXT)
    page.goto(address)
    label(page, "We counted twice", "q")
    settled(page)
    # The second window does not hear of the first, as on another machine.
    other = context.new_page()
    watch(other, watched)
    other.add_init_script("delete globalThis.BroadcastChannel")
    other.goto(f"{address}?open=a1")
    page.fill("#field-speaker", "Rhea Dunmore")
    page.keyboard.press("Enter")
    settled(page)
    other.fill("#field-speaker", "the officer")
    other.keyboard.press("Enter")
    notice = other.locator("#notice")
    expect(notice).to_contain_text("changed in another window")
    expect(notice).to_contain_text("the officer")
    expect(notice).to_contain_text("Rhea Dunmore")
    assert served.saved().annotations[0].attributes["speaker"] == "Rhea Dunmore"
    notice.get_by_role("button", name="Keep mine").click()
    settled(other)
    expect(notice).to_be_empty()
    assert served.saved().annotations[0].attributes["speaker"] == "the officer"


def test_a_value_that_does_not_fit_stays_in_its_field_and_is_told(
    desk: Callable[..., Page], served: Served, watched: Watched
) -> None:
    watched.expect("422")
    page = desk(TEXT)
    label(page, "91 percent", "f")
    settled(page)
    page.fill("#field-value", "ninety")
    page.keyboard.press("Enter")
    expect(page.locator("#field-problems")).not_to_be_empty()
    expect(page.locator("#field-value")).to_have_value("ninety")
    expect(page.locator("#field-value")).to_have_attribute("aria-invalid", "true")
    assert served.saved().annotations[0].attributes["value"] == 91
    page.fill("#field-value", "90.5")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator("#field-problems")).to_be_empty()
    assert served.saved().annotations[0].attributes["value"] == 90.5


def test_what_stands_in_a_field_is_saved_when_the_window_is_left(
    desk: Callable[..., Page], served: Served
) -> None:
    page = desk(TEXT)
    label(page, "We counted twice", "q")
    settled(page)
    page.fill("#field-speaker", "Rhea Dunmore")
    page.goto(f"{served.base}/articles")
    page.goto(f"{served.base}/articles/a")
    settled(page)
    assert served.saved().annotations[0].attributes["speaker"] == "Rhea Dunmore"
