"""Who may do what, and what every answer carries."""

import re
from datetime import timedelta

import pytest
from werkzeug.routing import Rule

from workbench.store import accounts, people
from workbench.web.guard import ACCESS

from .conftest import FERRY, HTMX, SAME_ORIGIN, House, Visitor, open_house
from .dom import parse

WRITES = "/articles/ferry/undo"

#: Wrong links, passwords and invitations are refused by the page itself.
WRONG = {"sign_in.use": 403, "sign_in.by_password": 403, "sign_in.join": 422}


def address(rule: Rule) -> str:
    """A path of `rule` that leads somewhere."""
    values = {
        "key": "ferry",
        "id": "a1",
        "part": "0",
        "case": "0123456789abcdef",
        "kind": "human",
        "name": "alice",
        "token": "no-such-token",
        "version": "1",
        "filename": "icon.svg",
        "format": "json",
        "ref": "q1",
        "start": "0",
    }
    return re.sub(
        r"<(\w+:)?(\w+)>",
        lambda match: (
            "999" if match[1] == "int:" and match[2] == "id" else values[match[2]]
        ),
        rule.rule,
    )


def ways(house: House, *, scripts: bool = False) -> list[tuple[str, str, str]]:
    """Every endpoint with a method and an address: those of pages, or of scripts."""
    return [
        (rule.endpoint, method, address(rule))
        for rule in house.app.url_map.iter_rules()
        for method in sorted(rule.methods or ())
        if method not in ("HEAD", "OPTIONS")
        if ACCESS[rule.endpoint].startswith("token") == scripts
    ]


def ask(visitor: Visitor, method: str, path: str, **headers: str) -> int:
    answer = visitor.client.open(path, method=method, headers=SAME_ORIGIN | headers)
    status = answer.status_code
    answer.close()
    return status


def test_every_route_says_who_may_and_nothing_else_does(house):
    assert {rule.endpoint for rule in house.app.url_map.iter_rules()} == set(ACCESS)


def test_nobody_gets_in_anywhere_but_where_anyone_may(house, nobody):
    house.article()
    for endpoint, method, path in ways(house):
        status = ask(nobody, method, path)
        if ACCESS[endpoint] == "anyone":
            assert status == WRONG.get(endpoint, 200), path
        else:
            assert status == (302 if method == "GET" else 401), path


def test_an_annotator_may_what_is_for_the_signed_in_and_no_more(house, mallory):
    house.article()
    for endpoint, method, path in ways(house):
        if endpoint == "sign_in.out":
            continue
        status = ask(mallory, method, path)
        if ACCESS[endpoint] == "lead":
            assert status == 403, path
        elif endpoint not in WRONG:
            assert status not in (401, 403), path


def test_a_lead_may_everything(house, lena):
    house.article()
    for endpoint, method, path in ways(house):
        if endpoint != "sign_in.out" and endpoint not in WRONG:
            assert ask(lena, method, path) not in (401, 403), path


def test_a_route_without_an_entry_is_refused(house):
    house.app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    answer = house.visitor("lena", "lead").get("/forgotten")
    assert answer.status_code == 403
    assert "secret" not in answer.text


def test_an_annotator_sees_nothing_of_anybody_else(house, alice, mallory):
    """Blind: alice's words stand on no page that mallory can open."""
    window = house.window(alice)
    id = window.mark("quote", "“It hurts,”")
    window.send(
        f"/annotations/{id}", note="a telling remark", speaker="Ida Holm-Secret"
    )
    for endpoint, method, path in ways(house):
        if method == "GET" and endpoint not in ("static", "guide.label_styles"):
            for headers in ({}, HTMX):
                answer = mallory.client.get(path, headers=headers)
                assert "telling remark" not in answer.text, path
                assert "Ida Holm-Secret" not in answer.text, path
                answer.close()


def test_a_lead_sees_who_else_labelled_and_an_annotator_does_not(house, alice, lena):
    house.window(alice).mark("quote", "“It hurts,”")
    assert "alice" in lena.page("/articles/ferry").words
    assert "also labelled by" not in alice.page("/articles/ferry").words


# --- scripts --------------------------------------------------------------------------

TOKENS = [
    (name, role, scope)
    for name, role in (("mallory", "annotator"), ("lena", "lead"))
    for scope in ("read", "write")
]


def token(house: House, name: str, role: str, scope: str, days: int = 1) -> str:
    person = people.ensure(house.db, name, role=role)
    life = timedelta(days=days)
    return accounts.make_token(house.db, person.id, "test", scope, life)


def test_what_scripts_use_asks_for_a_token_and_pages_for_none(house):
    for rule in house.app.url_map.iter_rules():
        needed = ACCESS[rule.endpoint]
        if rule.endpoint != "api.document":
            assert needed.startswith("token") == rule.rule.startswith("/api/v1/")
        unsafe = {"POST", "PUT", "PATCH", "DELETE"} & (rule.methods or set())
        if needed.startswith("token"):
            assert needed.endswith(":write") == bool(unsafe), rule.endpoint


@pytest.mark.parametrize(("name", "role", "scope"), TOKENS)
def test_a_token_may_what_its_owner_and_its_scope_may(house, name, role, scope):
    house.article()
    headers = {"Authorization": f"Bearer {token(house, name, role, scope)}"}
    for endpoint, method, path in ways(house, scripts=True):
        needed = ACCESS[endpoint].split(":")
        refused = ("lead" in needed and role != "lead") or (
            "write" in needed and scope != "write"
        )
        with house.app.test_client().open(path, method=method, headers=headers) as got:
            assert (got.status_code == 403) == refused, (path, got.text)
            assert got.status_code not in (401, 500), path
            if got.status_code >= 400:
                assert got.mimetype == "application/problem+json", path


def test_no_session_opens_what_asks_for_a_token(house, lena, nobody):
    """No browser sends a token by itself, so another site can make it do nothing."""
    house.article()
    for endpoint, method, path in ways(house, scripts=True):
        for visitor in (lena, nobody):
            answer = visitor.client.open(path, method=method, headers=SAME_ORIGIN)
            assert answer.status_code == 401, endpoint
            assert answer.headers["WWW-Authenticate"] == 'Bearer realm="the workbench"'
            assert "Send a token" in answer.get_json(force=True)["detail"]


def test_no_token_opens_a_page(house, nobody):
    house.article()
    headers = {"Authorization": f"Bearer {token(house, 'lena', 'lead', 'write')}"}
    for endpoint, method, path in ways(house):
        if ACCESS[endpoint] != "anyone":
            status = ask(nobody, method, path, **headers)
            assert status == (302 if method == "GET" else 401), path


def test_a_token_that_is_no_longer_good_opens_nothing(house, nobody):
    expired = token(house, "lena", "lead", "write", days=-1)
    revoked = token(house, "lena", "lead", "write")
    accounts.revoke_token(house.db, accounts.tokens(house.db)[0].id)
    disabled = token(house, "mallory", "annotator", "write")
    accounts.disable(house.db, people.ensure(house.db, "mallory").id)
    for sent in (
        expired,
        revoked,
        disabled,
        "guessed",
        "wb_😀".encode().decode("latin1"),
    ):
        answer = nobody.get("/api/v1/articles", Authorization=f"Bearer {sent}")
        assert answer.status_code == 401
        assert "error=invalid_token" in answer.headers["WWW-Authenticate"]
        assert "unknown, revoked or expired" in answer.get_json(force=True)["detail"]


@pytest.mark.parametrize("sent", ["", "Bearer", "Bearer ", "Basic eDp5", "Token x"])
def test_what_is_no_token_is_asked_for_one(nobody, sent):
    answer = nobody.get("/api/v1/articles", Authorization=sent)
    assert answer.status_code == 401


def test_the_use_of_a_token_is_seen(house, nobody):
    good = token(house, "mallory", "annotator", "read")
    assert accounts.tokens(house.db)[0].last_used is None
    nobody.get("/api/v1/me", Authorization=f"Bearer {good}")
    assert accounts.tokens(house.db)[0].last_used


# --- where a request comes from -------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": ""}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Authorization": "Bearer x"}, 403),
        ({"Origin": "http://localhost"}, 303),
        ({"Origin": "http://localhost:81"}, 403),
        ({"Origin": "http://localhost.evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://evil.example", "Authorization": "Bearer x"}, 403),
        ({"Authorization": "Bearer x"}, 303),
        ({"Authorization": "Basic x"}, 403),
        ({}, 403),
    ],
)
def test_a_write_is_taken_only_from_our_own_pages(house, alice, headers, status):
    house.article()
    answer = alice.client.post(WRITES, headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert "came from another site" in parse(answer.text).words


def test_a_bearer_without_a_session_is_nobody(house, nobody):
    house.article()
    headers = {"Authorization": "Bearer x"}
    assert nobody.client.post(WRITES, headers=headers).status_code == 401


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_every_unsafe_method_is_checked_also_where_there_is_no_page(alice, method):
    for path in ("/articles/ferry", "/nowhere"):
        assert alice.client.open(path, method=method).status_code == 403


def test_reading_needs_no_proof_of_origin(alice):
    assert alice.get("/articles", Sec_Fetch_Site="cross-site").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.2"]
)
def test_a_foreign_host_is_refused_in_words(alice, host):
    answer = alice.get("/articles", Host=host)
    assert answer.status_code == 400
    assert "is not trusted" in answer.text
    assert "WORKBENCH_TRUSTED_HOSTS" in answer.text
    assert answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8123"])
def test_our_own_hosts_are_answered(nobody, host):
    assert nobody.get("/sign-in", Host=host).status_code == 200


def test_a_named_host_is_trusted(tmp_path):
    house = open_house(tmp_path, TRUSTED_HOSTS=["labels.example.org"])
    nobody = house.nobody()
    assert nobody.get("/sign-in", Host="labels.example.org").status_code == 200
    assert nobody.get("/sign-in", Host="localhost").status_code == 400


# --- what every answer carries --------------------------------------------------------


def test_every_answer_has_the_security_headers(house, lena):
    house.article()
    every = ways(house) + ways(house, scripts=True)
    paths = [path for _, method, path in every if method == "GET"]
    for path in (*paths, "/nowhere", "/articles/none-such"):
        answer = lena.get(path)
        headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'"), path
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Referrer-Policy"] == "same-origin", path
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin", path
        if path.startswith("/api"):
            assert "Authorization" in headers["Vary"], path
        elif not path.startswith("/static"):
            assert "HX-Request" in headers["Vary"], path
            assert "Cookie" in headers["Vary"], path
        if not path.startswith(("/static", "/labels.css", "/api")):
            assert headers["Cache-Control"] == "no-store", path
        answer.close()


def test_errors_of_every_kind_have_the_headers_and_a_page(house, lena, nobody):
    house.article()
    cases = [
        lena.get("/nowhere"),
        lena.get("/articles/none-such"),
        lena.client.delete("/articles/ferry", headers=SAME_ORIGIN),
        lena.client.post("/articles/ferry/undo"),
        nobody.post("/articles/ferry/undo"),
        nobody.post("/sign-in/wrong"),
        nobody.get("/nowhere"),
    ]
    assert [c.status_code for c in cases] == [404, 404, 405, 403, 401, 403, 404]
    for case in cases:
        assert case.headers["Content-Security-Policy"]
        assert parse(case.text).one("h1").words


def test_a_crash_is_said_in_words_and_shows_no_trace(house, lena):
    house.app.config["PROPAGATE_EXCEPTIONS"] = False

    def crash():
        raise RuntimeError("the secret inside")

    house.app.view_functions["guide.guideline"] = crash
    answer = lena.get("/guideline")
    assert answer.status_code == 500
    assert "Nothing that was saved is lost" in parse(answer.text).words
    assert "secret inside" not in answer.text
    partial = lena.client.get("/guideline", headers=HTMX)
    assert parse(partial.text).by_id("said")["data-bad"] == "yes"


def test_the_session_cookie_is_for_us_alone(house, nobody):
    token = people.make_link(house.db, people.lead(house.db))
    cookie = nobody.post(f"/sign-in/{token}").headers["Set-Cookie"]
    assert cookie.startswith("workbench=")
    for flag in ("HttpOnly", "SameSite=Lax", "Path=/", "Expires="):
        assert flag in cookie
    assert nobody.get("/articles").headers.get("Set-Cookie", "").count("HttpOnly") in (
        0,
        1,
    )


def test_a_body_over_the_limit_is_refused_in_plain_words(tmp_path):
    house = open_house(tmp_path, MAX_CONTENT_LENGTH=200_000)
    lena = house.visitor("lena", "lead")
    answer = lena.post("/import", {"text": "word " * 50_000})
    assert answer.status_code == 413
    words = parse(answer.text).words
    assert "That is too large" in words
    assert "An upload may have 0.2 MB and 20,000 files in all" in words
    house.article()
    partial = lena.post_htmx("/articles/ferry/undo", {"op": "x" * 250_000})
    assert partial.status_code == 413
    assert "too large" in parse(partial.text).by_id("said").words


# --- signing in and out ---------------------------------------------------------------


def test_opening_a_link_changes_nothing_and_its_button_signs_in(house, nobody):
    token = people.make_link(house.db, people.lead(house.db))
    for _ in range(2):
        page = nobody.page(f"/sign-in/{token}")
    form = page.one("form")
    assert form["method"] == "post"
    assert nobody.get("/articles").status_code == 302
    answer = nobody.post(form["action"])
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert nobody.page("/articles").one("h1").words == "Articles"


def test_a_link_works_once(house):
    token = people.make_link(house.db, people.lead(house.db))
    assert house.nobody().post(f"/sign-in/{token}").status_code == 303
    answer = house.nobody().post(f"/sign-in/{token}")
    assert answer.status_code == 403
    assert "was used already" in parse(answer.text).words
    assert "python3 run.py link" in parse(answer.text).words


def test_a_link_works_for_a_day(house):
    lead = people.lead(house.db)
    late = people.make_link(house.db, lead, timedelta(seconds=-1))
    assert house.nobody().post(f"/sign-in/{late}").status_code == 403
    assert house.nobody().post("/sign-in/never-made").status_code == 403


def test_a_session_ends_when_the_stamp_of_its_person_changes(house, alice):
    assert alice.get("/articles").status_code == 200
    house.db.execute("UPDATE person SET stamp = 'new' WHERE name = 'alice'")
    assert alice.get("/articles").status_code == 302


def test_a_session_of_a_person_who_is_gone_is_nobodys(house, alice):
    house.db.execute("DELETE FROM sign_in_link")
    house.db.execute("DELETE FROM person WHERE name = 'alice'")
    assert alice.get("/articles").status_code == 302


def test_a_forged_session_is_nobodys(house, nobody):
    nobody.client.set_cookie("workbench", "eyJwZXJzb24iOjF9.forged.forged")
    assert nobody.get("/articles").status_code == 302


def test_signing_out_ends_the_session(alice):
    answer = alice.post("/sign-out")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")
    assert alice.get("/articles").status_code == 302


def test_the_start_page_says_where_the_link_stands(nobody):
    answer = nobody.get("/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in?next=/"
    words = nobody.page("/sign-in").words
    assert "in the terminal in which the workbench was started" in words
    assert "python3 run.py link" in words


def test_who_is_signed_in_already_is_sent_on(alice):
    answer = alice.get("/sign-in?next=/keys")
    assert answer.headers["Location"] == "/keys"


@pytest.mark.parametrize("wanted", ["/articles/ferry?open=a1", "/articles?search=a+b"])
def test_signing_in_leads_to_the_page_that_was_wanted(house, nobody, wanted):
    answer = nobody.get(wanted)
    start = answer.headers["Location"]
    token = people.make_link(house.db, people.lead(house.db))
    next_ = start.partition("?")[2]
    form = nobody.page(f"/sign-in/{token}?{next_}").one("form")
    assert nobody.post(form["action"]).headers["Location"] == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        "/\r\nSet-Cookie: a=b",
        "\\\\evil.example",
        "javascript:alert(1)",
        "evil",
        "",
    ],
)
def test_signing_in_never_leads_away(house, nobody, wanted):
    token = people.make_link(house.db, people.lead(house.db))
    answer = nobody.client.post(
        f"/sign-in/{token}", query_string={"next": wanted}, headers=SAME_ORIGIN
    )
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_htmx_without_a_session_is_told_so(house, nobody, method):
    house.article(FERRY)
    path = "/articles/ferry/changes" if method == "GET" else WRITES
    answer = nobody.client.open(path, method=method, headers=SAME_ORIGIN | HTMX)
    assert answer.status_code == 401
    said = parse(answer.text).by_id("said")
    assert said["data-bad"] == "yes"
    assert "signed out: sign in again in another tab" in said.words


def test_the_key_that_signs_sessions_is_made_once_and_kept_private(house, tmp_path):
    assert list(tmp_path.glob(".secret*")) == []
    path = tmp_path / "secret_key"
    key = path.read_text()
    assert len(key) == 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert open_house(tmp_path).app.config["SECRET_KEY"] == key
