"""A real database in a file of its own, with a few people and an article."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench.dataset import Article
from workbench.store import articles, connect, migrations, people, sets

TEXT = """“The dam 🌊 is ours,” said Orm.
It was built in 1931.

Almost 40 percent agree.
"""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "workbench.db"
    migrations.migrate(file)
    return file


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    connection = connect(path)
    yield connection
    connection.close()


@dataclass(slots=True)
class Sheet:
    """Somebody's annotation set of the article, as a window of a browser sees it."""

    db: Database
    desk: sets.Desk
    client: str = "window"
    ops: int = 0

    def op(self, *, seen: int | None = None, client: str = "") -> sets.Op:
        """A fresh op that has seen everything, unless told otherwise."""
        self.ops += 1
        name = client or self.client
        rev = self.head.rev if self.head else 0
        return sets.Op(
            f"{self.desk.person}-{name}-{self.ops}",
            name,
            rev if seen is None else seen,
        )

    @property
    def head(self) -> sets.State | None:
        return sets.state(self.db, self.desk.article, self.desk.person)

    @property
    def id(self) -> int:
        head = self.head
        return head.id if head else 0

    def add(self, label: str, *fragments: tuple[int, int], **attributes: str) -> str:
        done = sets.add(self.db, self.desk, self.op(), label, fragments, attributes)
        assert done.annotation
        return done.annotation

    def everything(self) -> tuple[object, ...]:
        """All that the set says, to be compared."""
        head = self.head
        if head is None:
            return ("todo", (), [], [])
        return (
            head.status,
            head.none,
            sets.annotations(self.db, head.id),
            sets.relations(self.db, head.id),
        )


@pytest.fixture
def article(db: Database) -> int:
    return articles.add(db, Article("dam", "The dam", TEXT))


@pytest.fixture
def alice(db: Database, article: int) -> Sheet:
    return Sheet(db, sets.Desk(article, TEXT, people.ensure(db, "alice").id, "1"))


@pytest.fixture
def bob(db: Database, article: int) -> Sheet:
    return Sheet(db, sets.Desk(article, TEXT, people.ensure(db, "bob").id, "1"))


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a Python of its own with some code; what still runs is ended."""
    running: list[subprocess.Popen[str]] = []

    def run(code: str, *arguments: object) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield run
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def contents(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, to be compared."""
    return {
        name: sorted(db.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
        for name in db.table_names()
        if not name.startswith("article_search_")
    }


def finished(processes: list["subprocess.Popen[str]"]) -> list[str]:
    """What the processes printed; all of them must have come to a good end."""
    outputs = []
    for process in processes:
        output, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint
        outputs.append(output)
    return outputs
