"""The application on a database of the test's own, and who visits it.

*lena* leads, *alice* annotates, *mallory* is signed in and may nothing more than that.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlite_utils import Database
from werkzeug.test import TestResponse

from workbench.dataset import AnnotationSet, Article
from workbench.store import articles, connect, migrations, people, sets
from workbench.store.people import Person
from workbench.web import create_app

from .dom import Node, parse

#: What every browser of today says of a request that our own pages make.
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}

FERRY = (
    "Ferry fares rise\n"
    "“Fares rose 40 percent,” said Ida Holm. “It hurts,” she added.\n"
    "\n"
    "The port denies it: the rise was “almost 12 percent”, a spokesman said. 😀\n"
    "Fares rose in May, too, said Ida Holm.\n"
)


@dataclass
class Visitor:
    """Somebody's browser, and the two ways in which it asks: as htmx, and plainly."""

    client: FlaskClient
    person: Person | None = None

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(
            path, headers={name.replace("_", "-"): v for name, v in headers.items()}
        )

    def page(self, path: str, status: int = 200) -> Node:
        """A page, as a browser asks for it."""
        answer = self.client.get(path)
        assert answer.status_code == status, answer.text
        return parse(answer.text)

    def fragment(self, path: str, status: int = 200) -> Node:
        """What htmx gets."""
        answer = self.client.get(path, headers=HTMX)
        assert answer.status_code == status, answer.text
        return parse(answer.text)

    def post(self, path: str, fields: dict[str, object] | None = None) -> TestResponse:
        """A plain form."""
        return self.client.post(path, data=fields, headers=SAME_ORIGIN)

    def post_htmx(
        self, path: str, fields: dict[str, object] | None = None
    ) -> TestResponse:
        """The same form, as htmx and our own script send it."""
        return self.client.post(path, data=fields, headers=SAME_ORIGIN | HTMX)


_ops = count(1)


@dataclass
class Window:
    """One window on the annotate screen: what it shows, and what it sends."""

    visitor: Visitor
    db: Database
    key: str
    text: str
    client: str = "w1"
    rev: int = 0

    @property
    def base(self) -> str:
        return f"/articles/{self.key}"

    def place(self, words: str, nth: int = 0) -> tuple[int, int]:
        """Where these words stand, in code points."""
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return at, at + len(words)

    def selected(self, words: str, nth: int = 0) -> dict[str, object]:
        """The fields of a selection of these words."""
        start, end = self.place(words, nth)
        return {"start": start, "end": end, "exact": words}

    def send(self, path: str, status: int = 200, **fields: object) -> Node:
        """The answer to a write; the window then shows what it says."""
        answer = self.visitor.post_htmx(
            f"{self.base}{path}",
            {
                "op": f"op-{next(_ops)}",
                "client": self.client,
                "seen": self.rev,
                "rev": self.rev,
                **fields,
            },
        )
        assert answer.status_code == status, answer.text
        found = parse(answer.text)
        if "HX-Redirect" not in answer.headers:
            self.rev = int(found.by_id("tally")["data-rev"])
        return found

    def submit(self, path: str, status: int = 303, **fields: object) -> Node:
        """The page after a plain form."""
        answer = self.visitor.post(
            f"{self.base}{path}", {"op": f"op-{next(_ops)}", "rev": self.rev, **fields}
        )
        assert answer.status_code == status, answer.text
        page = (
            self.visitor.page(answer.headers["Location"])
            if status == 303
            else parse(answer.text)
        )
        self.rev = int(page.by_id("tally")["data-rev"])
        return page

    def mark(self, label: str, words: str, nth: int = 0, **fields: object) -> str:
        """The id of a new annotation of these words."""
        answer = self.send(
            "/annotations", label=label, **self.selected(words, nth), **fields
        )
        return answer.by_id("inspector")["data-open"]

    def read(self) -> Node:
        page = self.visitor.page(self.base)
        self.rev = int(page.by_id("tally")["data-rev"])
        return page

    def saved(self) -> AnnotationSet:
        """What the store holds."""
        assert self.visitor.person
        stored = articles.get(self.db, self.key)
        assert stored
        head = sets.state(self.db, stored.row, self.visitor.person.id)
        name = self.visitor.person.name
        if head is None:
            return AnnotationSet(name)
        return sets.whole(self.db, head.id, name, "human")

    def marked(self) -> list[tuple[str, tuple[str, ...]]]:
        """Label and words of everything marked, in text order."""
        return [
            (a.label, tuple(self.text[s:e] for s, e in a.fragments))
            for a in self.saved().annotations
        ]


@dataclass
class House:
    """An application with its database and its visitors."""

    app: Flask
    db: Database
    path: Path
    known: dict[str, Visitor] = field(default_factory=dict)

    def nobody(self) -> Visitor:
        return Visitor(self.app.test_client())

    def visitor(self, name: str, role: str = "annotator") -> Visitor:
        """Somebody who signed in by a link, as everybody does."""
        person = people.ensure(self.db, name, role=role)
        made = Visitor(self.app.test_client(), person)
        answer = made.post(f"/sign-in/{people.make_link(self.db, person)}")
        assert answer.status_code == 303
        return made

    def article(self, text: str = FERRY, key: str = "ferry", **more: str) -> str:
        title = more.pop("title", text.strip().split("\n")[0])
        articles.add(self.db, Article(key, title, text, **more))
        return key

    def window(
        self, visitor: Visitor, text: str = FERRY, key: str = "ferry", **more: str
    ) -> Window:
        """A window on a new article."""
        self.article(text, key, **more)
        return Window(visitor, self.db, key, text)


def open_house(folder: Path, **config: object) -> House:
    """Without suggestions in articles of no batch, unless `config` says otherwise."""
    path = folder / "workbench.db"
    migrations.migrate(path)
    db = connect(path)
    people.ensure(db, "lena", role="lead")
    return House(
        create_app({"DB": str(path), "SUGGESTIONS": "off", **config}), db, path
    )


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = open_house(tmp_path)
    yield made
    made.app.extensions["connections"].get().close()
    made.db.close()


@pytest.fixture
def app(house: House) -> Flask:
    return house.app


@pytest.fixture
def db(house: House) -> Database:
    return house.db


@pytest.fixture
def nobody(house: House) -> Visitor:
    return house.nobody()


@pytest.fixture
def lena(house: House) -> Visitor:
    return house.visitor("lena", "lead")


@pytest.fixture
def alice(house: House) -> Visitor:
    return house.visitor("alice")


@pytest.fixture
def mallory(house: House) -> Visitor:
    return house.visitor("mallory")


@pytest.fixture
def window(house: House, alice: Visitor) -> Window:
    """Alice's first window on the ferry article."""
    return house.window(alice)


@pytest.fixture
def second(window: Window, house: House) -> Window:
    """The same article in another window of hers."""
    return Window(window.visitor, house.db, window.key, window.text, client="w2")


Opener = Callable[..., Window]
