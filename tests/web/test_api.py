"""The workbench for scripts: what each address does, and what it refuses."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from workbench.store import accounts, batches, people, records
from workbench.web import api_examples
from workbench.web.api_document import OPERATIONS

from .conftest import FERRY, House

BASE = "/api/v1"
MINE = f"{BASE}/articles/ferry/sets/me"


@dataclass
class Script:
    """A script with a token, or without one."""

    house: House
    token: str = ""

    def __call__(
        self, method: str, path: str, sent: object = None, **headers: str
    ) -> TestResponse:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            told.setdefault("Authorization", f"Bearer {self.token}")
        more: dict[str, Any] = {}
        if isinstance(sent, bytes):
            more["data"] = sent
            told.setdefault("Content-Type", "application/json")
        elif sent is not None:
            more["json"] = sent
        return self.house.app.test_client().open(
            path, method=method, headers=told, buffered=True, **more
        )

    def get(self, path: str, status: int = 200) -> Any:
        answer = self("GET", path)
        assert answer.status_code == status, answer.text
        return answer.json

    def mark(self, words: str, label: str = "quote", **more: object) -> Any:
        """A new annotation of these words of the ferry article."""
        answer = self("POST", f"{MINE}/annotations", marked(words, label) | more)
        assert answer.status_code == 201, answer.text
        return answer.json


def marked(words: str, label: str = "quote") -> dict[str, object]:
    at = FERRY.index(words)
    return {"label": label, "fragments": [[at, at + len(words)]], "text": [words]}


def script(
    house: House, name: str, role: str = "annotator", scope: str = "write"
) -> Script:
    person = people.ensure(house.db, name, role=role)
    life = timedelta(days=1)
    return Script(house, accounts.make_token(house.db, person.id, "test", scope, life))


@pytest.fixture
def lena(house: House) -> Script:
    return script(house, "lena", "lead")


@pytest.fixture
def alice(house: House) -> Script:
    return script(house, "alice")


@pytest.fixture(autouse=True)
def _nothing_is_wrong_afterwards(house: House):
    yield
    assert list(records.problems(house.db)) == []


# --- the examples ---------------------------------------------------------------------


def made_equal(value: Any) -> Any:
    """Without the times, which no example can tell."""
    if isinstance(value, dict):
        return {k: "" if k == "made" else made_equal(v) for k, v in value.items()}
    if isinstance(value, list):
        return [made_equal(one) for one in value]
    return value


def test_every_example_is_taken_and_given_as_it_stands(house, lena):
    document = lena.get(f"{BASE}/openapi.json")
    operations = {
        told["operationId"]: (path, method)
        for path, ways in document["paths"].items()
        for method, told in ways.items()
    }
    shown = api_examples.examples(house.app.extensions["contract"])
    assert {*shown} == {*operations} - {"document"}
    for name, example in shown.items():
        if name == "batches":
            batches.make(
                house.db,
                "Spring",
                by=1,
                guideline=shown["batch"].gives["guideline"],
                overlap=1,
                labels=shown["batch"].gives["labels"],
                articles=["ferry"],
                people=[1],
            )
        path, method = operations[name]
        address = path.replace("{key}", "ferry").replace("{id}", example.id)
        headers = {"If_Match": f'"{example.seen}"'} if example.seen else {}
        answer = lena(method.upper(), address, example.sends, **headers)
        assert answer.status_code == OPERATIONS[name].status, (name, answer.text)
        got = answer.text if name == "export" else answer.json
        assert made_equal(got) == made_equal(example.gives), name
