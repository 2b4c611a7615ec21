"""`workbench link` and `workbench user`: who may sign in, without a server."""

from datetime import timedelta
from pathlib import Path

import click
from sqlite_utils import Database

from workbench.cli.terminal import (
    Failure,
    count,
    db_option,
    json_option,
    open_database,
    report,
)
from workbench.store import accounts, people

_url_option = click.option(
    "--url",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Where the server runs.",
)


@click.command()
@db_option
@_url_option
def link(path: Path | None, url: str) -> None:
    """Print a new link that signs the lead in, once, within a day."""
    db = open_database(path)
    click.echo(f"{url.rstrip('/')}/sign-in/{people.make_link(db, people.lead(db))}")


@click.group()
def user() -> None:
    """Look after the people of the team, without a server."""


def _somebody(db: Database, name: str) -> accounts.Account:
    for account in accounts.accounts(db):
        if account.name.casefold() == name.strip().casefold():
            return account
    raise Failure(f"There is nobody called {name!r}: see “workbench user list”.")


def _link_for(db: Database, id: int, url: str) -> str:
    person = people.get(db, id)
    if person is None:
        raise Failure("This person is gone.")
    return f"{url.rstrip('/')}/sign-in/{people.make_link(db, person)}?next=/account"


@user.command("add")
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(["annotator", "lead"]),
    default="annotator",
    show_default=True,
)
@db_option
@_url_option
def user_add(name: str, role: str, path: Path | None, url: str) -> None:
    """Add somebody, and print the link that signs them in, once."""
    db = open_database(path)
    try:
        person = accounts.add(db, name, role)
    except accounts.AccountError as error:
        raise Failure(str(error)) from error
    click.echo(_link_for(db, person.id, url))


@user.command("list")
@db_option
@json_option
def user_list(path: Path | None, as_json: bool) -> None:
    """List everybody: role, state, submitted articles."""
    found = accounts.accounts(open_database(path))
    report(
        as_json,
        [
            {
                "name": one.name,
                "role": one.role,
                "disabled": one.disabled is not None,
                "password": one.has_password,
                "submitted": one.submitted,
            }
            for one in found
        ],
        [
            f"{one.name}: {one.role}, {count(one.submitted, 'article')} submitted"
            f"{', disabled' if one.disabled else ''}"
            for one in found
        ],
    )


@user.command("disable")
@click.argument("name")
@click.option("--enable", is_flag=True, help="Let them in again.")
@db_option
def user_disable(name: str, enable: bool, path: Path | None) -> None:
    """Let somebody in no more; their work stays."""
    db = open_database(path)
    account = _somebody(db, name)
    try:
        accounts.disable(db, account.id, not enable)
    except accounts.AccountError as error:
        raise Failure(str(error)) from error
    click.echo(f"{account.name} is {'enabled' if enable else 'disabled'}.")


@user.command("reset")
@click.argument("name")
@db_option
@_url_option
def user_reset(name: str, path: Path | None, url: str) -> None:
    """Forget somebody's password, and print a link that signs them in, once."""
    db = open_database(path)
    account = _somebody(db, name)
    accounts.forget_password(db, account.id)
    click.echo(_link_for(db, account.id, url))


@user.command("token")
@click.argument("name")
@click.option("--for", "purpose", required=True, help="What the token is for.")
@click.option(
    "--scope",
    type=click.Choice(["read", "write"]),
    default="read",
    show_default=True,
)
@click.option("--days", type=click.IntRange(1, 3650), default=90, show_default=True)
@db_option
def user_token(
    name: str, purpose: str, scope: str, days: int, path: Path | None
) -> None:
    """Print a new token for somebody's scripts; it is shown this once."""
    db = open_database(path)
    account = _somebody(db, name)
    try:
        secret = accounts.make_token(
            db, account.id, purpose, scope, timedelta(days=days)
        )
    except accounts.AccountError as error:
        raise Failure(str(error)) from error
    click.echo(secret)
