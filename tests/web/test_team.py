"""People join, sign in, are reset and disabled, and keep tokens."""

import re

import pytest

from workbench.store import accounts, people

from .conftest import House, Visitor

PASSWORD = "four quiet ferries home"


def the_link(page: str) -> str:
    found = re.search(r'value="(http://[^"]+|wb_[^"]+)"', page)
    assert found, page
    return found[1]


def invited(lena: Visitor, role: str = "annotator") -> str:
    answer = lena.post("/people/invitations", {"role": role})
    return the_link(answer.text).removeprefix("http://localhost")


@pytest.fixture
def alice_joined(house: House, lena: Visitor) -> Visitor:
    made = Visitor(house.app.test_client())
    answer = made.post(
        invited(lena), {"name": "Alice", "password": PASSWORD, "again": PASSWORD}
    )
    assert answer.status_code == 303
    return made


def test_an_invited_person_joins_and_signs_in_with_the_password(house, alice_joined):
    assert "Alice" in alice_joined.page("/account").words
    other = house.nobody()
    answer = other.post("/sign-in", {"name": "alice", "password": PASSWORD})
    assert answer.status_code == 303
    assert "Alice" in other.page("/account").words


def test_a_used_invitation_says_so(house, lena, alice_joined):
    path = invited(lena)
    fields = {"name": "Bob", "password": PASSWORD, "again": PASSWORD}
    assert house.nobody().post(path, fields).status_code == 303
    assert "used already" in house.nobody().page(path).words
    refused = house.nobody().post(path, fields | {"name": "Eve"})
    assert refused.status_code == 422
    assert "used already" in refused.text


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"password": "short", "again": "short"}, "at least 10 characters"),
        ({"password": PASSWORD, "again": "another one"}, "not the same"),
        ({"password": "x" * 201, "again": "x" * 201}, "at most 200"),
        ({"name": ""}, "1 to 80"),
    ],
)
def test_what_does_not_do_is_said_and_uses_nothing_up(house, lena, fields, why):
    path = invited(lena)
    good = {"name": "Bob", "password": PASSWORD, "again": PASSWORD}
    answer = house.nobody().post(path, good | fields)
    assert answer.status_code == 422
    assert why in answer.text
    assert house.nobody().post(path, good).status_code == 303


def test_a_wrong_password_tells_nothing_and_too_many_wait(house, alice_joined):
    visitor = house.nobody()
    for name in ("Alice", "Nobody", "Alice", "Alice", "Alice"):
        answer = visitor.post("/sign-in", {"name": name, "password": "wrong guess"})
        assert answer.status_code == 403
        assert "do not fit" in answer.text
    answer = visitor.post("/sign-in", {"name": "Alice", "password": PASSWORD})
    assert answer.status_code == 429
    assert "wait" in answer.text


def test_a_disabled_person_with_an_open_page_is_out(house, lena, alice_joined):
    alice = next(a for a in accounts.accounts(house.db) if a.name == "Alice")
    lena.post(f"/people/{alice.id}/disable", {"disable": "yes"})
    assert alice_joined.get("/account").status_code == 302
    answer = house.nobody().post("/sign-in", {"name": "Alice", "password": PASSWORD})
    assert answer.status_code == 403
    lena.post(f"/people/{alice.id}/disable", {"disable": "no"})
    answer = house.nobody().post("/sign-in", {"name": "Alice", "password": PASSWORD})
    assert answer.status_code == 303


def test_a_reset_ends_the_sessions_and_its_link_leads_to_a_new_password(
    house, lena, alice_joined
):
    alice = next(a for a in accounts.accounts(house.db) if a.name == "Alice")
    answer = lena.post(f"/people/{alice.id}/link", {"forget": "yes"})
    path = the_link(answer.text).removeprefix("http://localhost")
    assert alice_joined.get("/account").status_code == 302
    again = house.nobody()
    answer = again.post(path)
    assert answer.headers["Location"] == "/account"
    fields = {"password": "another quiet ferry", "again": "another quiet ferry"}
    assert again.post("/account/password", fields).status_code == 200
    signed_in = house.nobody().post(
        "/sign-in", {"name": "Alice", "password": "another quiet ferry"}
    )
    assert signed_in.status_code == 303


def test_a_password_is_changed_with_the_old_one_and_keeps_this_browser(alice_joined):
    fields = {"password": "another quiet ferry", "again": "another quiet ferry"}
    wrong = alice_joined.post("/account/password", fields | {"old": "no"})
    assert wrong.status_code == 422
    right = alice_joined.post("/account/password", fields | {"old": PASSWORD})
    assert right.status_code == 200
    assert alice_joined.get("/account").status_code == 200


def test_signing_somebody_out_everywhere_ends_every_browser(house, lena, alice_joined):
    alice = next(a for a in accounts.accounts(house.db) if a.name == "Alice")
    lena.post(f"/people/{alice.id}/sign-out")
    assert alice_joined.get("/account").status_code == 302


def test_the_last_lead_stays(house, lena):
    for account in accounts.accounts(house.db):
        if account.role == "lead" and account.name != "lena":
            lena.post(f"/people/{account.id}/disable", {"disable": "yes"})
    me = people.ensure(house.db, "lena").id
    answer = lena.post(f"/people/{me}/disable", {"disable": "yes"})
    assert answer.status_code == 422
    assert "last lead" in answer.text
    answer = lena.post(f"/people/{me}/role", {"role": "annotator"})
    assert answer.status_code == 422


def test_a_token_is_shown_once_and_can_be_revoked(house, alice_joined):
    answer = alice_joined.post(
        "/account/tokens", {"name": "nightly", "scope": "write", "days": "30"}
    )
    secret = the_link(answer.text)
    assert secret not in alice_joined.get("/account").text
    found = accounts.use_token(house.db, secret)
    assert found is not None
    assert (found[0].name, found[1]) == ("Alice", "write")
    (token,) = accounts.tokens(house.db)
    alice_joined.post(f"/account/tokens/{token.id}/revoke")
    assert accounts.use_token(house.db, secret) is None


def test_nobody_revokes_the_token_of_another(house, alice_joined, mallory):
    answer = alice_joined.post("/account/tokens", {"name": "nightly", "days": "7"})
    secret = the_link(answer.text)
    (token,) = accounts.tokens(house.db)
    mallory.post(f"/account/tokens/{token.id}/revoke")
    assert accounts.use_token(house.db, secret) is not None
