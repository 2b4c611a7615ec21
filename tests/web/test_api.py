"""The workbench for scripts: what each address does, and what it refuses."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import jsonschema
import pytest
import schemathesis
from werkzeug.test import TestResponse

from workbench import files, schema
from workbench.store import accounts, articles, batches, people, records, sets
from workbench.web import api_examples
from workbench.web.api_document import OPERATIONS

from .conftest import FERRY, House, open_house
from .test_fourth_label import edited

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
    with house.app.app_context():
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


def test_every_example_fits_its_own_schema(house, lena):
    """As any OpenAPI tool reads it: by the document alone."""
    document = lena.get(f"{BASE}/openapi.json")
    names = [
        (path, told)
        for path, ways in document["paths"].items()
        for told in ways.values()
    ]
    contents = []
    for _, told in names:
        contents += (told.get("requestBody") or {"content": {}})["content"].values()
        for answer in told["responses"].values():
            contents += answer.get("content", {}).values()
    shown = [content for content in contents if "example" in content]
    assert len(shown) > 20
    for content in shown:
        rule = {"components": document["components"], **content["schema"]}
        jsonschema.Draft202012Validator(rule).validate(content["example"])


def test_the_document_describes_every_route_and_nothing_else(house, lena):
    document = lena.get(f"{BASE}/openapi.json")
    described = {
        (method.upper(), path.replace("{", "<").replace("}", ">"))
        for path, ways in document["paths"].items()
        for method in ways
    }
    routes = {
        (method, rule.rule.replace("int:", ""))
        for rule in house.app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert described == routes
    assert {*OPERATIONS} == {
        rule.endpoint.removeprefix("api.")
        for rule in house.app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
    }
    for ways in document["paths"].values():
        for told in ways.values():
            assert told["summary"]


def test_anybody_may_read_the_document_and_it_is_openapi(house):
    answer = Script(house)("GET", f"{BASE}/openapi.json")
    assert answer.json["openapi"] == "3.1.0"
    schemathesis.openapi.from_dict(answer.json).validate()
    etag = answer.headers["ETag"]
    again = Script(house)("GET", f"{BASE}/openapi.json", If_None_Match=etag)
    assert again.status_code == 304


# --- articles -------------------------------------------------------------------------


def test_pages_follow_each_other_to_the_end(house, alice):
    keys = [house.article(f"Article {n}\n", f"n{n}") for n in range(5)]
    found, path = [], f"{BASE}/articles?limit=2&search=Article"
    while path:
        answer = alice("GET", path)
        found += [one["id"] for one in answer.json["articles"]]
        path = answer.json["next"]
        link = f'<{path}>; rel="next"' if path else None
        assert answer.headers.get("Link") == link
    assert found == keys


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=²", "limit"),
        ("limit=", "limit"),
        ("cursor=x", "cursor"),
        ("cursor=", "cursor"),
        ("cursor=YWZ0ZXIgLTE", "cursor"),
        ("status=done", "status"),
        ("status=", "status"),
        ("statsu=todo", "statsu"),
        ("limit=1&limit=2", "limit"),
    ],
)
def test_a_parameter_that_does_not_fit_is_named(alice, query, parameter):
    answer = alice.get(f"{BASE}/articles?{query}", 422)
    assert answer["errors"][0]["parameter"] == parameter


def test_articles_are_found_by_outlet_and_state(house, alice):
    house.article()
    house.article("Another\n", "other", outlet="The Lantern")
    alice.mark("Ferry")
    by_outlet = alice.get(f"{BASE}/articles?outlet=The Lantern")
    assert [one["id"] for one in by_outlet["articles"]] == ["other"]
    begun = alice.get(f"{BASE}/articles?status=in_progress")
    assert [one["id"] for one in begun["articles"]] == ["ferry"]


def test_an_article_is_made_canonical_and_what_was_changed_is_told(lena):
    sent = {"text": "\ufeffA\r\nb\x07"}
    answer = lena("POST", f"{BASE}/articles", sent)
    assert answer.status_code == 201
    assert answer.json["changes"] == {
        "byte order mark dropped": 1,
        "line break made a line feed": 1,
        "control character dropped": 1,
    }
    stored = lena.get(answer.headers["Location"])
    assert (stored["text"], stored["title"]) == ("A\nb", "A")
    again = lena("POST", f"{BASE}/articles", {"text": "A\nb", "id": "other"})
    assert (again.status_code, again.json["known"]) == (200, True)
    assert again.json["id"] == stored["id"]
    assert lena("POST", f"{BASE}/articles", stored).status_code == 200


@pytest.mark.parametrize(
    ("sent", "status", "pointer", "detail"),
    [
        ({"text": " \n"}, 422, "/text", "empty"),
        ({"text": "x" * 5_000_001}, 422, "/text", "limit"),
        ({}, 422, "", "'text' is missing"),
        ({"text": "a", "colour": 1}, 422, "/colour", "'colour' is unknown"),
        ({"text": "a", "annotation_sets": []}, 422, "/annotation_sets", "unknown"),
        ({"text": "a", "id": "a/b"}, 422, "/id", "is not an article id"),
        ({"text": "a", "sha256": "0" * 64}, 422, "/sha256", "not the one given"),
        ({"text": "a", "url": "ftp://x"}, 422, "/url", "web address"),
        (["a"], 422, "", "Must be an object"),
        ({"text": "Another", "id": "ferry"}, 409, None, "with another text"),
    ],
)
def test_an_article_that_does_not_fit_says_why(
    house, lena, sent, status, pointer, detail
):
    house.article()
    answer = lena("POST", f"{BASE}/articles", sent)
    assert answer.status_code == status
    if pointer is None:
        assert detail in answer.json["detail"]
    else:
        [error] = answer.json["errors"]
        assert error["pointer"] == pointer
        assert detail in error["detail"]
    assert articles.count(house.db) == 1


# --- what is no JSON ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "status", "detail"),
    [
        (b'{"text": "a", "text": "b"}', 400, "stands twice"),
        (b'{"text": NaN}', 400, "NaN is no number"),
        (b'{"text": 1e999}', 400, "too large"),
        (b'{"text": "\\ud800"}', 400, "half a surrogate pair"),
        (b'{"text": "\xff"}', 400, "not UTF-8"),
        (b"", 400, "no JSON"),
        (b"{", 400, "no JSON"),
        (b"[" * 100_000, 400, "nested too deeply"),
        (b"[" * 900 + b"]" * 900, 422, "object"),
        ('{"text": "a"}'.encode("utf-16"), 400, "UTF-16"),
        (b'{"text": "a"}' + b" " * 50_000_000, 413, "16 MB"),
    ],
    ids=range(11),
)
def test_a_body_that_is_no_json_is_refused_plainly(house, lena, raw, status, detail):
    answer = lena("POST", f"{BASE}/articles", raw)
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.json["status"] == status
    assert detail in answer.json["detail"] + str(answer.json.get("errors"))
    assert articles.count(house.db) == 0


@pytest.mark.parametrize("kind", ["", "text/plain", "multipart/form-data"])
def test_another_kind_of_body_is_refused(lena, kind):
    answer = lena("POST", f"{BASE}/articles", b'{"text": "a"}', Content_Type=kind)
    assert answer.status_code == 415
    assert "Send JSON" in answer.json["detail"]


def test_errors_under_the_prefix_are_problems_too(alice):
    for method, path, status in (
        ("GET", f"{BASE}/nothing", 404),
        ("GET", BASE, 404),
        ("POST", f"{BASE}/nothing", 404),
        ("DELETE", f"{BASE}/articles", 405),
        ("GET", f"{BASE}/articles/none", 404),
    ):
        answer = alice(method, path)
        assert (answer.status_code, answer.json["status"]) == (status, status)
        assert answer.mimetype == "application/problem+json"
        assert answer.json["detail"]
    assert "GET" in alice("DELETE", f"{BASE}/articles").headers["Allow"]
    foreign = alice("GET", f"{BASE}/articles", Host="evil.example")
    assert foreign.status_code == 400
    assert foreign.mimetype == "application/problem+json"


def test_a_failure_of_ours_is_a_problem_and_loses_nothing(house, alice, monkeypatch):
    house.article()
    house.db.execute("ALTER TABLE fragment RENAME TO broken")
    answer = alice("POST", f"{MINE}/annotations", marked("Ferry"))
    house.db.execute("ALTER TABLE broken RENAME TO fragment")
    assert answer.status_code == 500
    assert answer.mimetype == "application/problem+json"
    assert "server's log" in answer.json["detail"]
    assert alice.get(MINE)["annotations"] == []


def test_what_is_wrong_ten_thousand_times_is_said_a_hundred_times(house, alice):
    house.article()
    bad = {"id": "a1", "attributes": {}, **marked("Ferry"), "colour": 1}
    answer = alice("PUT", MINE, whole(alice, annotations=[bad] * 10_000), If_Match="*")
    assert answer.status_code == 422
    assert len(answer.json["errors"]) == 100


# --- annotations ----------------------------------------------------------------------


def test_what_a_script_marks_is_what_the_page_shows(house, alice):
    house.article()
    made = alice.mark("“It hurts,”", note="why?", unsure=True)
    page = house.visitor("alice").page("/articles/ferry")
    assert page.by_id(f"row-{made['id']}")
    assert alice.get(f"{MINE}/annotations/{made['id']}") == made
    assert alice.get(MINE)["annotations"] == [made]
    assert alice.get(MINE)["status"] == "in_progress"


@pytest.mark.parametrize(
    ("change", "pointer", "detail"),
    [
        ({"text": ["Fairy"]}, "/text/0", "reads 'Ferry'"),
        ({"fragments": [[0, 5000]]}, "/fragments/0", "no span"),
        ({"fragments": [[0, 5.5]]}, "/fragments/0/1", "whole number"),
        ({"fragments": [[0, 5.0]]}, "/fragments/0", "without a decimal point"),
        (
            {"fragments": [[0, 5], [3, 7]], "text": ["Ferry", "ry f"]},
            "/fragments/1",
            "",
        ),
        ({"fragments": [[0, 6]], "text": ["Ferry "]}, "/text/0", "white space"),
        ({"fragments": []}, "/fragments", "needs 1"),
        ({"label": "opinion"}, "/label", "is not one of"),
        ({"attributes": {"typ": "direct"}}, "/attributes/typ", "did you mean 'type'"),
        ({"attributes": {"type": "odd"}}, "/attributes/type", "is not one of"),
        ({"id": "a1"}, "/id", "unknown"),
        ({"note": ""}, "/note", "empty"),
    ],
)
def test_an_annotation_that_does_not_fit_says_why(
    house, alice, change, pointer, detail
):
    house.article()
    answer = alice("POST", f"{MINE}/annotations", marked("Ferry") | change)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == pointer
    assert detail in answer.json["errors"][0]["detail"]
    assert alice.get(MINE)["status"] == "todo"


def test_a_change_is_merged_in_and_its_steps_are_in_the_log(house, alice):
    house.article()
    made = alice.mark("Ferry", attributes={"type": "direct", "speaker": "Ida"})
    claim = alice.mark("Fares rose", "claim")
    link = {"type": "expresses", "from": made["id"], "to": claim["id"]}
    alice("POST", f"{MINE}/links", link)
    path = f"{MINE}/annotations/{made['id']}"
    answer = alice(
        "PATCH",
        path,
        {"attributes": {"type": None, "speaker": "Ida Holm"}, "note": "so?"},
        If_Match='"3"',
    )
    assert answer.json["attributes"] == {"speaker": "Ida Holm"}
    wider = {"fragments": [[0, 16]], "text": ["Ferry fares rise"], "note": None}
    answer = alice("PATCH", path, wider, If_Match=answer.headers["ETag"])
    assert (answer.json["text"], "note" in answer.json) == (["Ferry fares rise"], False)
    assert alice.get(MINE)["relations"]
    refused = alice("PATCH", path, {"label": "figure"}, If_Match="*")
    assert refused.json["errors"][0]["pointer"] == "/attributes/speaker"
    relabelled = alice(
        "PATCH",
        path,
        {"label": "figure", "attributes": {"speaker": None}, "unsure": True},
        If_Match="*",
    )
    assert relabelled.json["label"] == "figure"
    assert alice.get(MINE)["relations"] == []
    head = sets.state(house.db, 1, people.ensure(house.db, "alice").id)
    assert [event.verb for event in sets.events(house.db, head.id)] == [
        *("add", "add", "link", "revise", "move", "revise", "relabel", "revise")
    ]


def test_words_and_borders_are_changed_together(house, alice):
    house.article()
    id = alice.mark("Ferry")["id"]
    answer = alice(
        "PATCH", f"{MINE}/annotations/{id}", {"fragments": [[0, 4]]}, If_Match="*"
    )
    assert answer.status_code == 422


# --- versions -------------------------------------------------------------------------

CHANGES = [
    ("PUT", "", {"annotations": [], "relations": [], "annotator": "alice"}),
    ("PATCH", "/annotations/a1", {"note": "mine"}),
    ("DELETE", "/annotations/a1", None),
    ("DELETE", "/links/r3", None),
]


@pytest.mark.parametrize(("method", "path", "sent"), CHANGES)
def test_a_change_names_the_version_it_saw(house, alice, method, path, sent):
    house.article()
    alice.mark("Ferry")
    alice.mark("Fares rose", "claim")
    alice("POST", f"{MINE}/links", {"type": "expresses", "from": "a1", "to": "a2"})
    if method == "PUT":
        sent = {**sent, "kind": "human", "status": "in_progress"}
    seen = alice("GET", MINE).headers["ETag"]
    assert seen == '"3"'
    note = {"note": "theirs"}
    alice("PATCH", f"{MINE}/annotations/a1", note, If_Match=seen)
    before = alice.get(MINE)
    missing = alice(method, f"{MINE}{path}", sent)
    assert missing.status_code == 428
    assert "If-Match" in missing.json["detail"]
    for stale in (seen, '"2"', '"99"', 'W/"4"', '"x"', '""', ""):
        answer = alice(method, f"{MINE}{path}", sent, If_Match=stale)
        assert answer.status_code == 412, stale
        assert "get it again" in answer.json["detail"].lower()
    assert alice.get(MINE) == before
    assert alice(method, f"{MINE}{path}", sent, If_Match='"4"').status_code in (
        200,
        204,
    )


def test_a_change_elsewhere_in_the_set_makes_no_annotation_stale(house, alice):
    house.article()
    first, second = alice.mark("Ferry"), alice.mark("Fares rose", "claim")
    seen = alice("GET", MINE).headers["ETag"]
    for one in (first, second):
        path = f"{MINE}/annotations/{one['id']}"
        assert alice("PATCH", path, {"unsure": True}, If_Match=seen).status_code == 200


def test_what_one_has_already_is_not_sent_again(house, alice):
    house.article()
    for path in (MINE, f"{BASE}/articles/ferry"):
        answer = alice("GET", path)
        again = alice("GET", path, If_None_Match=answer.headers["ETag"])
        assert (again.status_code, again.data) == (304, b"")
        assert answer.headers["Cache-Control"] == "private, no-cache"


def test_a_post_may_say_which_version_it_saw(house, alice):
    house.article()
    alice.mark("Ferry")
    for path, sent in (
        ("annotations", marked("Fares rose")),
        ("submit", {"sure": True}),
        ("reopen", {}),
    ):
        answer = alice("POST", f"{MINE}/{path}", sent, If_Match='"0"')
        assert answer.status_code == 412


# --- retries --------------------------------------------------------------------------


def test_a_request_with_a_key_is_done_once(house, alice):
    house.article()
    sent = marked("Ferry")
    first, again = (
        alice("POST", f"{MINE}/annotations", sent, Idempotency_Key="k1")
        for _ in range(2)
    )
    assert (first.status_code, first.json) == (again.status_code, again.json)
    assert len(alice.get(MINE)["annotations"]) == 1
    path = f"{MINE}/annotations/a1"
    for _ in range(2):
        answer = alice(
            "PATCH", path, {"note": "x"}, If_Match='"1"', Idempotency_Key="k1"
        )
        assert (answer.status_code, answer.headers["ETag"]) == (200, '"2"')
    for _ in range(2):
        answer = alice("DELETE", path, If_Match='"2"', Idempotency_Key="k1")
        assert (answer.status_code, answer.headers["ETag"]) == (204, '"3"')


def test_a_key_is_for_one_request(house, alice):
    house.article()
    alice("POST", f"{MINE}/annotations", marked("Ferry"), Idempotency_Key="k1")
    other = marked("Fares rose")
    answer = alice("POST", f"{MINE}/annotations", other, Idempotency_Key="k1")
    assert answer.status_code == 422
    assert "take a new one" in answer.json["detail"]
    for bad in ("", "a b", "x" * 256, "é"):
        answer = alice("POST", f"{MINE}/annotations", other, Idempotency_Key=bad)
        assert answer.status_code == 400
    assert len(alice.get(MINE)["annotations"]) == 1


def test_nobody_uses_up_the_key_of_another(house, alice, lena):
    house.article()
    for one in (alice, lena):
        sent = marked("Ferry")
        answer = one("POST", f"{MINE}/annotations", sent, Idempotency_Key="k1")
        assert answer.status_code == 201


# --- whole sets -----------------------------------------------------------------------


def whole(alice: Script, **change: object) -> Any:
    return alice.get(MINE) | change


def test_a_set_is_put_in_one_step_that_the_page_can_undo(house, alice):
    house.article()
    made = alice.mark("Ferry")
    sent = whole(
        alice,
        annotations=[
            {"id": "q1", "attributes": {"type": "direct"}, **marked("“It hurts,”")},
            {"id": "c1", "attributes": {}, **marked("It hurts", "claim")},
        ],
        relations=[{"id": "r1", "type": "expresses", "from": "q1", "to": "c1"}],
        none=["figure"],
    )
    answer = alice("PUT", MINE, sent, If_Match='"1"')
    assert (answer.status_code, answer.json) == (200, sent)
    assert alice.get(MINE) == sent
    page = house.visitor("alice")
    page.post("/articles/ferry/undo", {"op": "u1", "rev": "2"})
    assert alice.get(MINE)["annotations"] == [made]


@pytest.mark.parametrize(
    ("change", "pointer", "detail"),
    [
        ({"annotator": "lena"}, "/annotator", "your own set"),
        ({"kind": "gold"}, "/kind", "your own set"),
        ({"status": "adjudicated"}, "/status", "submitted by POST"),
        ({"guideline": "99"}, "/guideline", "leave it out"),
        ({"colour": "red"}, "/colour", "unknown"),
        ({"none": ["quote"]}, "/none", "annotates one"),
        (
            {"relations": [{"id": "r1", "type": "same_as", "from": "a1", "to": "a9"}]},
            "/relations/0/to",
            "No annotation 'a9'",
        ),
        (
            {"relations": [{"id": "r", "type": "same_as", "from": "a1", "to": "x#a1"}]},
            "/relations/0/to",
            "You have no annotation 'x#a1'",
        ),
    ],
)
def test_a_set_that_does_not_fit_says_why(house, alice, change, pointer, detail):
    house.article()
    alice.mark("Ferry", attributes={"type": "direct", "speaker": "x"})
    before = alice.get(MINE)
    answer = alice("PUT", MINE, before | change, If_Match='"1"')
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == pointer
    assert detail in answer.json["errors"][0]["detail"]
    assert alice.get(MINE) == before


def test_a_link_into_another_article_ends_at_an_own_annotation(house, alice, lena):
    house.article()
    house.article("Another text\n", "other")
    alice.mark("Ferry")
    there = f"{BASE}/articles/other/sets/me/annotations"
    sent = {"label": "quote", "fragments": [[0, 7]], "text": ["Another"]}
    lena("POST", there, sent)
    link = {"id": "r1", "type": "same_as", "from": "a1", "to": "other#a1"}
    refused = alice("PUT", MINE, whole(alice, relations=[link]), If_Match="*")
    assert refused.json["errors"][0]["pointer"] == "/relations/0/to"
    alice("POST", there, sent)
    taken = alice("PUT", MINE, whole(alice, relations=[link]), If_Match="*")
    assert taken.status_code == 200
    assert lena("GET", f"{BASE}/export").status_code == 200


def test_a_canonical_claim_is_one_that_is_there(house, alice):
    house.article()
    claim = {"id": "k1", "proposition": "Fares rose."}
    records.bring_in(house.db, [], [claim])
    for name, status in (("k2", 422), ("k1", 201)):
        sent = marked("Fares rose", "claim") | {"attributes": {"claim_id": name}}
        answer = alice("POST", f"{MINE}/annotations", sent)
        assert answer.status_code == status
    sent = whole(alice)
    sent["annotations"][0]["attributes"]["claim_id"] = "k2"
    answer = alice("PUT", MINE, sent, If_Match="*")
    assert answer.json["errors"][0]["pointer"] == "/annotations/0/attributes/claim_id"


def test_a_set_is_submitted_when_it_is_complete_and_sure(house, alice):
    house.article()
    alice.mark("“It hurts,”")
    answer = alice("POST", f"{MINE}/submit", {"sure": True})
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == "/annotations/0/attributes"
    attributes = {"type": "direct", "speaker": "Ida Holm"}
    path = f"{MINE}/annotations/a1"
    alice("PATCH", path, {"attributes": attributes}, If_Match="*")
    answer = alice("POST", f"{MINE}/submit")
    assert answer.status_code == 422
    assert {
        "pointer": "/none",
        "detail": "No figure is marked. Is there none in this article?",
    } in answer.json["errors"]
    answer = alice("POST", f"{MINE}/submit", {"sure": True})
    assert (answer.status_code, answer.json["status"]) == (200, "submitted")
    for method, tail, sent in (
        ("POST", "/submit", {"sure": True}),
        ("POST", "/annotations", marked("Ferry")),
        ("PATCH", "/annotations/a1", {"note": "x"}),
        ("DELETE", "/annotations/a1", None),
        ("PUT", "", answer.json),
    ):
        refused = alice(method, f"{MINE}{tail}", sent, If_Match="*")
        assert refused.status_code == 409, tail
        assert "reopen it" in refused.json["detail"]
    assert alice("POST", f"{MINE}/reopen").json["status"] == "in_progress"


def test_links_are_made_once_and_only_where_they_fit(house, alice):
    house.article()
    alice.mark("“It hurts,”")
    alice.mark("It hurts", "claim")
    link = {"type": "expresses", "from": "a1", "to": "a2"}
    made = alice("POST", f"{MINE}/links", link)
    assert (made.status_code, made.json) == (201, {"id": "r3", **link})
    assert alice("POST", f"{MINE}/links", link).status_code == 200
    for bad, pointer in (
        ({"from": "a2", "to": "a1"}, "/type"),
        ({"to": "a1"}, "/type"),
        ({"to": "a9"}, "/to"),
        ({"type": "knows"}, "/type"),
        ({"id": "r1"}, "/id"),
    ):
        answer = alice("POST", f"{MINE}/links", link | bad)
        assert answer.status_code == 422
        assert answer.json["errors"][0]["pointer"] == pointer
    assert alice("DELETE", f"{MINE}/links/r3", If_Match="*").status_code == 204
    assert alice("DELETE", f"{MINE}/links/r3", If_Match="*").status_code == 404


# --- who sees what --------------------------------------------------------------------


@pytest.fixture
def mallory(house: House) -> Script:
    return script(house, "mallory")


def test_an_annotator_learns_nothing_of_anybody_else(house, alice, mallory, lena):
    house.article()
    secret = {"type": "direct", "speaker": "Ida Holm-Secret"}
    alice.mark("“It hurts,”", attributes=secret, note="a telling remark")
    mine = alice.get(f"{BASE}/articles/ferry/sets")["sets"]
    assert [one["annotator"] for one in mine] == ["alice"]
    seen = lena.get(f"{BASE}/articles/ferry/sets?annotator=alice&kind=human")["sets"]
    assert seen == mine
    assert lena.get(f"{BASE}/articles/ferry/sets?kind=gold")["sets"] == []
    for rule in house.app.url_map.iter_rules():
        if not rule.endpoint.startswith("api."):
            continue
        path = rule.rule.replace("<key>", "ferry").replace("<id>", "a1")
        path = path.replace("<int:id>", "1")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            for sent in (None, {}, marked("“It hurts,”")):
                got = mallory(method, path, sent, If_Match="*").text
                for word in ("telling remark", "Holm-Secret", "alice"):
                    assert word not in got, path
    assert mallory.get(f"{BASE}/articles/ferry/sets?annotator=alice")["sets"] == []


def test_an_article_of_a_batch_is_for_those_who_have_a_slot(
    house, alice, mallory, lena
):
    house.article()
    ids = [people.ensure(house.db, name).id for name in ("alice", "lena")]
    batches.make(
        house.db,
        "spring",
        by=ids[1],
        guideline="1",
        overlap=1,
        labels=["quote"],
        articles=["ferry"],
        people=ids,
    )
    batches.give(house.db, 1, ids[0], ids[1])
    assert len(alice.get(f"{BASE}/articles")["articles"]) == 1
    assert len(lena.get(f"{BASE}/articles")["articles"]) == 1
    assert mallory.get(f"{BASE}/articles")["articles"] == []
    alice.mark("Ferry")
    for method, path, sent in (
        ("GET", "", None),
        ("GET", "/sets", None),
        ("GET", "/sets/me", None),
        ("POST", "/sets/me/annotations", marked("Ferry")),
        ("POST", "/sets/me/submit", {"sure": True}),
        ("DELETE", "/sets/me/annotations/a1", None),
    ):
        path = f"{BASE}/articles/ferry{path}"
        assert mallory(method, path, sent, If_Match="*").status_code == 404
        none = path.replace("ferry", "none")
        assert mallory(method, path, sent, If_Match="*").json["detail"] == mallory(
            method, none, sent, If_Match="*"
        ).json["detail"].replace("none", "ferry")


def test_a_returned_article_is_an_ordinary_one_once_it_is_submitted(house, alice):
    house.article()
    person = people.ensure(house.db, "alice").id
    batches.make(
        house.db,
        "spring",
        by=person,
        guideline="1",
        overlap=1,
        labels=["quote"],
        articles=["ferry"],
        people=[person],
    )
    batches.give(house.db, 1, person, person)
    batches.mark_returned(house.db, 1, person, "look again")
    assert alice("POST", f"{MINE}/submit", {"sure": True}).status_code == 200
    assert batches.slot(house.db, 1, person) == ("open", "")


def test_only_the_labels_of_the_batch_are_in_play(house, alice):
    house.article()
    person = people.ensure(house.db, "alice").id
    batches.make(
        house.db,
        "spring",
        by=person,
        guideline="1",
        overlap=1,
        labels=["quote"],
        articles=["ferry"],
        people=[person],
    )
    batches.give(house.db, 1, person, person)
    made = alice.mark("“It hurts,”")
    answer = alice("POST", f"{MINE}/annotations", marked("Fares rose", "claim"))
    [error] = answer.json["errors"]
    assert answer.status_code == 422
    assert "'claim' is not in play in this batch" in error["detail"]
    path = f"{MINE}/annotations/{made['id']}"
    refused = alice("PATCH", path, {"label": "claim"}, If_Match="*")
    assert refused.status_code == 422
    sent = whole(alice)
    claim = sent["annotations"][0] | {"id": "c9", "label": "claim"}
    sent["annotations"].append(claim)
    refused = alice("PUT", MINE, sent, If_Match="*")
    assert refused.json["errors"][0]["pointer"] == "/annotations/1/label"
    assert alice.get(MINE)["annotations"] == [made]


def test_an_export_is_proved_or_refused_with_the_list(house, alice, lena, tmp_path):
    house.article()
    alice.mark("Ferry", attributes={"type": "direct", "speaker": "x"})
    alice("POST", f"{MINE}/submit", {"sure": True})
    for format in ("json", "jsonl"):
        answer = lena("GET", f"{BASE}/export?format={format}")
        path = tmp_path / f"got.{format}"
        path.write_bytes(answer.data)
        assert list(files.validate([path], schema.load())) == []
    assert lena.get(f"{BASE}/export?format=xml", 422)
    house.db.execute("UPDATE annotation SET attributes = '{}'")
    refused = lena.get(f"{BASE}/export", 422)
    assert refused["errors"][0]["pointer"].startswith("/articles/ferry/annotation_sets")
    house.db.execute(
        """UPDATE annotation SET attributes = '{"speaker":"x","type":"direct"}'"""
    )


# --- the labels are those of schema.json ----------------------------------------------


def test_a_fourth_label_is_known_to_scripts_by_the_schema_alone(tmp_path):
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(edited()), encoding="utf-8")
    house = open_house(tmp_path, SCHEMA=str(path))
    house.article()
    alice = script(house, "alice")
    parts = alice.get(f"{BASE}/openapi.json")["components"]["schemas"]
    assert "promise" in parts["label"]["enum"]
    assert "promised_by" in parts["promise"]["properties"]
    made = alice.mark("“It hurts,”", "promise", attributes={"strength": "vow"})
    assert made["label"] == "promise"
    answer = alice(
        "PATCH",
        f"{MINE}/annotations/{made['id']}",
        {"attributes": {"strength": "maybe"}},
        If_Match="*",
    )
    assert answer.json["errors"][0]["pointer"] == "/attributes/strength"
    house.app.extensions["connections"].get().close()
    house.db.close()
