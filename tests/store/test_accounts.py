"""Accounts: invitations, passwords, attempts, and tokens for scripts."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench.store import accounts, connect, people
from workbench.store.accounts import AccountError


def test_an_invitation_makes_one_account(db: Database):
    lead = people.lead(db)
    token = accounts.invite(db, lead.id, "annotator", "for Alice")
    alice = accounts.accept(db, token, "  Alice   Holm ", "hash")
    assert (alice.name, alice.role) == ("Alice Holm", "annotator")
    assert accounts.password_of(db, "alice holm") == (people.get(db, alice.id), "hash")
    with pytest.raises(AccountError, match="is used"):
        accounts.accept(db, token, "Bob", "hash")
    (one,) = accounts.invitations(db)
    assert (one.used_by, one.remark, one.open) == ("Alice Holm", "for Alice", False)


def test_a_revoked_an_expired_and_a_guessed_invitation_make_nobody(db: Database):
    lead = people.lead(db)
    revoked = accounts.invite(db, lead.id, "annotator")
    accounts.revoke_invitation(db, accounts.invitations(db)[0].id)
    late = accounts.invite(db, lead.id, "annotator", life=timedelta(seconds=-1))
    for token, why in (
        (revoked, "is revoked"),
        (late, "is expired"),
        ("guess", "unknown"),
    ):
        with pytest.raises(AccountError, match=why):
            accounts.accept(db, token, "Mallory", "hash")
    assert [a.name for a in accounts.accounts(db)] == [lead.name]


def test_a_used_invitation_cannot_be_revoked(db: Database):
    token = accounts.invite(db, people.lead(db).id, "annotator")
    accounts.accept(db, token, "Alice", "hash")
    accounts.revoke_invitation(db, accounts.invitations(db)[0].id)
    assert accounts.invitations(db)[0].revoked is None


def test_a_name_that_is_taken_uses_no_invitation_up(db: Database):
    lead = people.lead(db)
    token = accounts.invite(db, lead.id, "annotator")
    for name, why in (
        (lead.name.upper(), "already"),
        (" ", "1 to 80"),
        ("x" * 81, "80"),
    ):
        with pytest.raises(AccountError, match=why):
            accounts.accept(db, token, name, "hash")
    assert accounts.accept(db, token, "Alice", "hash").name == "Alice"


def test_of_twenty_who_use_one_invitation_at_once_one_gets_in(path: Path):
    db = connect(path)
    token = accounts.invite(db, people.lead(db).id, "annotator")
    made: list[str] = []
    refused: list[str] = []

    def try_it(number: int) -> None:
        mine = connect(path)
        try:
            made.append(accounts.accept(mine, token, f"person {number}", "hash").name)
        except AccountError as error:
            refused.append(str(error))
        mine.close()

    threads = [threading.Thread(target=try_it, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), len(refused)) == (1, 19)
    assert len(accounts.accounts(db)) == 2


def test_a_new_password_ends_the_sessions(db: Database):
    alice = people.ensure(db, "alice")
    accounts.set_password(db, alice.id, "one")
    again = people.get(db, alice.id)
    assert again is not None
    assert again.stamp != alice.stamp
    accounts.forget_password(db, alice.id)
    assert accounts.password_of(db, "alice") is None


def test_who_is_disabled_gets_in_by_no_way_and_may_come_back(db: Database):
    people.lead(db)
    alice = people.ensure(db, "alice")
    accounts.set_password(db, alice.id, "hash")
    link = people.make_link(db, alice)
    secret = accounts.make_token(db, alice.id, "ci", "read", timedelta(days=1))
    accounts.disable(db, alice.id)
    assert accounts.password_of(db, "alice") is None
    assert people.use_link(db, link) is None
    assert accounts.use_token(db, secret) is None
    accounts.disable(db, alice.id, False)
    assert accounts.password_of(db, "alice") is not None
    assert people.use_link(db, link) is not None
    assert accounts.use_token(db, secret) is not None


def test_an_annotator_is_disabled_where_no_lead_was_made_yet(db: Database):
    alice = people.ensure(db, "alice")
    accounts.disable(db, alice.id)
    assert accounts.accounts(db)[0].disabled


def test_there_is_always_a_lead(db: Database):
    lead = people.lead(db)
    with pytest.raises(AccountError, match="last lead"):
        accounts.disable(db, lead.id)
    with pytest.raises(AccountError, match="last lead"):
        accounts.set_role(db, lead.id, "annotator")
    other = people.ensure(db, "lena", role="lead")
    accounts.disable(db, lead.id)
    with pytest.raises(AccountError, match="last lead"):
        accounts.set_role(db, other.id, "annotator")


def test_failed_attempts_make_the_next_one_wait_longer_and_longer(db: Database):
    waits = []
    for _ in range(9):
        waits.append(accounts.wait(db, "name:alice", "address:1"))
        accounts.failed(db, "name:alice", "address:1")
    assert waits[:5] == [0] * 5
    assert waits[5] >= 1
    assert waits == sorted(waits)
    assert waits[8] >= 7
    assert accounts.wait(db, "name:bob") == 0
    assert accounts.wait(db, "name:bob", "address:1") > 0
    accounts.succeeded(db, "name:alice", "address:1")
    assert accounts.wait(db, "name:alice", "address:1") == 0


def test_a_token_works_until_it_is_revoked_or_ends(db: Database):
    alice, bob = people.ensure(db, "alice"), people.ensure(db, "bob")
    secret = accounts.make_token(
        db, alice.id, "  nightly  check ", "write", timedelta(1)
    )
    late = accounts.make_token(db, alice.id, "late", "read", timedelta(seconds=-1))
    assert accounts.use_token(db, secret) == (alice, "write")
    assert accounts.use_token(db, late) is None
    assert accounts.use_token(db, "wb_guess") is None
    (_, one) = accounts.tokens(db, alice.id)
    assert one.name == "nightly check"
    assert one.last_used is not None
    assert accounts.tokens(db, bob.id) == []
    assert not accounts.revoke_token(db, one.id, bob.id)
    assert accounts.revoke_token(db, one.id, alice.id)
    assert not accounts.revoke_token(db, one.id)
    assert accounts.use_token(db, secret) is None
    with pytest.raises(AccountError, match="name"):
        accounts.make_token(db, alice.id, " ", "read", timedelta(1))


def test_no_secret_is_stored(db: Database):
    lead = people.lead(db)
    secrets = (
        accounts.invite(db, lead.id, "annotator"),
        accounts.make_token(db, lead.id, "ci", "read", timedelta(1)),
    )
    rows = [
        db.execute(f"SELECT * FROM {table}").fetchall()
        for table in ("invitation", "token")
    ]
    assert not any(secret in repr(rows) for secret in secrets)
