"""The command line: everything QA scripts need, without a server.

Exit codes: 0 fine, 1 findings or refused, 2 usage or unreadable input, 3 undefined or
too little data.
"""

import errno
import gc
import json
import os
import socket
import sys
import tempfile
import types
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from threading import Timer
from typing import Any

import click
from sqlite_utils import Database

from workbench import (
    __version__,
    files,
    places,
)
from workbench.dataset import ArticleRecord
from workbench.labels import SchemaError
from workbench.store import (
    DatabaseError,
    StoreError,
    accounts,
    articles,
    connect,
    copy,
    now,
    people,
    records,
    weakness,
)
from workbench.terminal import (
    FINDINGS,
    Failure,
)
from workbench.terminal import contract as _contract
from workbench.terminal import count as _count
from workbench.terminal import db_option as _db_option
from workbench.terminal import db_path as _db_path
from workbench.terminal import json_option as _json_option
from workbench.terminal import open_database as _open
from workbench.terminal import progress as _progress
from workbench.terminal import refuse as _refuse
from workbench.terminal import report as _report


class _Commands(click.Group):
    """The commands; what the database or the schema refuses is one line, no trace."""

    #: name: module and function of those with a module of their own. It is loaded when
    #: asked for, since some take as long to load as a short command to run.
    elsewhere = types.MappingProxyType(
        {
            "agreement": ("agreement_cli", "agreement_command"),
            "diff": ("gold_cli", "diff_command"),
            "disagreements": ("agreement_cli", "disagreements_command"),
            "stats": ("stats_cli", "stats_command"),
            "suggest": ("suggest_cli", "suggest"),
        }
    )

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self.elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.elsewhere:
            return super().get_command(ctx, cmd_name)
        module, function = self.elsewhere[cmd_name]
        found: click.Command = getattr(import_module(f"workbench.{module}"), function)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (StoreError, SchemaError) as error:
            raise Failure(str(error)) from error
        except DatabaseError as error:
            raise Failure(
                f"The database cannot be used: {error}. Is it damaged? Take a backup."
            ) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workbench")
@click.pass_context
def main(context: click.Context) -> None:
    """Label news articles; prove what you export."""
    if context.invoked_subcommand != "serve":
        # A corpus is millions of objects and no cycles, and a command soon ends: a
        # tenth of its time would go into the search for cycles.
        gc.set_threshold(100_000, 50, 100)


@main.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to serve on."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="First port to try; 0 for any free one.",
)
@_db_option
@click.option(
    "--open/--no-open",
    "opens",
    default=True,
    help="Open the browser, where there is one.",
)
def serve(host: str, port: int, path: Path | None, opens: bool) -> None:
    """Serve the workbench, and print the link that signs the lead in."""
    import waitress

    from workbench.web import create_app

    file = _db_path(path)
    fresh = not file.exists()
    config: dict[str, object] = {"DB": str(file)}
    if host not in ("127.0.0.1", "localhost"):
        # Whoever serves to others names the hosts. (Werkzeug cannot compare "[::1]".)
        config["TRUSTED_HOSTS"] = _trusted_hosts()
    try:
        app = create_app(config)
    except OSError as error:
        raise Failure(f"{error.filename}: {error.strerror}.") from error
    if fresh:
        _import_sample(file)
    warning = weakness()
    if warning:
        click.echo(warning, err=True)
    listener = _listen(host, port)
    found = listener.getsockname()[1]
    if port and found != port:
        click.echo(f"Port {port} is in use, so this is port {found}.")
    shown = f"[{host}]" if ":" in host else host
    base = f"http://{shown}:{found}"
    db = connect(file)
    link = f"{base}/sign-in/{people.make_link(db, people.lead(db))}"
    db.close()
    click.echo(f"The workbench is at {base}")
    click.echo(f"Sign in with this link, once: {link}")
    click.echo("Stop with Ctrl+C.")
    sys.stdout.flush()
    if opens and _has_display():
        Timer(0.5, webbrowser.open, [link]).start()
    waitress.serve(
        app,
        sockets=[listener],
        threads=8,
        ident=None,
        # Up to this, what is too large is refused by a page of ours.
        max_request_body_size=4 * app.config["MAX_CONTENT_LENGTH"],
        channel_timeout=120,
        # select() ends at 1,024 open files.
        asyncore_use_poll=True,
    )


def _trusted_hosts() -> list[str] | None:
    """The names that WORKBENCH_TRUSTED_HOSTS lists; None, for every one, without it."""
    written = os.environ.get("WORKBENCH_TRUSTED_HOSTS")
    if not written:
        return None
    try:
        names = json.loads(written)
    except ValueError:
        names = None
    if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
        raise Failure(
            "WORKBENCH_TRUSTED_HOSTS needs a JSON list of names, as "
            '["workbench.example.org"].'
        )
    return names


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket on the first free port of twenty from `port` on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last = min(port + 19, 65535)
    for candidate in range(port, last + 1) if port else [0]:
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
        except OSError as error:
            listener.close()
            if error.errno == errno.EADDRINUSE:
                continue
            where = f"port {candidate} of {host}"
            raise Failure(f"Cannot serve on {where}: {error.strerror}.") from error
        listener.listen(1024)
        return listener
    raise Failure(f"Ports {port} to {last} are all in use: choose another with --port.")


def _has_display() -> bool:
    if os.environ.get("CI"):
        return False
    if sys.platform == "darwin" or os.name == "nt":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _import_sample(file: Path) -> None:
    sample = places.shipped("annotations", "sample")
    if not sample.is_dir():
        return
    reading = files.read([sample], _contract())
    if reading.problems:
        click.echo("The sample does not fit this schema, so it is left out.", err=True)
        return
    db = connect(file)
    records.bring_in(db, [f.record for f in reading.found], reading.claims)
    db.close()


_url_option = click.option(
    "--url",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Where the server runs.",
)


@main.command()
@_db_option
@_url_option
def link(path: Path | None, url: str) -> None:
    """Print a new link that signs the lead in, once, within a day."""
    db = _open(path)
    click.echo(f"{url.rstrip('/')}/sign-in/{people.make_link(db, people.lead(db))}")


@main.group()
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
@_db_option
@_url_option
def user_add(name: str, role: str, path: Path | None, url: str) -> None:
    """Add somebody, and print the link that signs them in, once."""
    db = _open(path)
    try:
        person = accounts.add(db, name, role)
    except accounts.AccountError as error:
        raise Failure(str(error)) from error
    click.echo(_link_for(db, person.id, url))


@user.command("list")
@_db_option
@_json_option
def user_list(path: Path | None, as_json: bool) -> None:
    """List everybody: role, state, submitted articles."""
    found = accounts.accounts(_open(path))
    _report(
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
            f"{one.name}: {one.role}, {_count(one.submitted, 'article')} submitted"
            f"{', disabled' if one.disabled else ''}"
            for one in found
        ],
    )


@user.command("disable")
@click.argument("name")
@click.option("--enable", is_flag=True, help="Let them in again.")
@_db_option
def user_disable(name: str, enable: bool, path: Path | None) -> None:
    """Let somebody in no more; their work stays."""
    db = _open(path)
    account = _somebody(db, name)
    try:
        accounts.disable(db, account.id, not enable)
    except accounts.AccountError as error:
        raise Failure(str(error)) from error
    click.echo(f"{account.name} is {'enabled' if enable else 'disabled'}.")


@user.command("reset")
@click.argument("name")
@_db_option
@_url_option
def user_reset(name: str, path: Path | None, url: str) -> None:
    """Forget somebody's password, and print a link that signs them in, once."""
    db = _open(path)
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
@_db_option
def user_token(
    name: str, purpose: str, scope: str, days: int, path: Path | None
) -> None:
    """Print a new token for somebody's scripts; it is shown this once."""
    db = _open(path)
    account = _somebody(db, name)
    try:
        secret = accounts.make_token(
            db, account.id, purpose, scope, timedelta(days=days)
        )
    except accounts.AccountError as error:
        raise Failure(str(error)) from error
    click.echo(secret)


@main.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_db_option
@click.option("--dry-run", is_flag=True, help="Check everything, take nothing in.")
@_json_option
def import_(
    paths: tuple[Path, ...], path: Path | None, dry_run: bool, as_json: bool
) -> None:
    """Bring articles and annotation sets in: .txt, .json, .jsonl, .csv, or a folder.

    All of it or nothing. A text that is here already is recognised and not doubled.
    """
    contract = _contract()
    with _progress("Reading") as step:
        reading = files.read(paths, contract, progress=step)
    if reading.problems:
        _refuse(reading.problems, "imported", as_json)
    if not reading.found and not reading.claims:
        raise Failure("There is no article in what you named.")
    with _opened(path, dry_run=dry_run) as db, _progress("Storing") as step:
        done = records.bring_in(
            db,
            [f.record for f in reading.found],
            reading.claims,
            dry_run=dry_run,
            progress=step,
        )
    if done.problems:
        places = [None if at is None else reading.found[at] for at, _ in done.problems]
        _refuse(
            (
                f"{_place(found) if found else 'claims'}: {message}"
                for found, (_, message) in zip(places, done.problems, strict=True)
            ),
            "imported",
            as_json,
            FINDINGS,
        )
    changed = {_place(f): f.changes for f in reading.found if f.changes}
    lines = [
        f"{where}: {', '.join(f'{what} ({n})' for what, n in changes.items())}"
        for where, changes in sorted(changed.items())
    ]
    lines += [
        f"{key}: this text is here already, not doubled" for key in sorted(done.known)
    ]
    did = "Would import" if dry_run else "Imported"
    lines.append(
        f"{did} {_count(len(done.added), 'article')}, "
        f"{_count(done.sets, 'annotation set')} with "
        f"{_count(done.annotations, 'annotation')}, {_count(done.claims, 'claim')}."
    )
    _report(
        as_json,
        {
            "added": sorted(done.added),
            "known": sorted(done.known),
            "sets": done.sets,
            "known_sets": done.known_sets,
            "annotations": done.annotations,
            "claims": done.claims,
            "changed": changed,
            "dry_run": dry_run,
        },
        lines,
    )


@contextmanager
def _opened(path: Path | None, *, dry_run: bool) -> Iterator[Database]:
    """The database to import into; one that is forgotten where there is none yet and
    the run is dry: a check leaves nothing behind."""
    if not dry_run or _db_path(path).exists():
        yield _open(path, make=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        db = _open(Path(folder) / "workbench.db", make=True)
        yield db
        db.close()


def _place(found: files.Found) -> str:
    return f"{found.file}:{found.line}" if found.line else found.file


@contextmanager
def _refusing(output: Path | None) -> Iterator[None]:
    """Says why an export was refused, or could not be written; then does not come
    back."""
    try:
        yield
    except files.ExportRefused as refused:
        _refuse(refused.problems, "written", code=FINDINGS)
    except OSError as error:
        raise Failure(f"{output}: {error.strerror or error}.") from error


def _day(
    context: click.Context, parameter: click.Parameter, written: str | None
) -> str | None:
    """The day as it was written, when it is one."""
    try:
        if written is None or date.fromisoformat(written).isoformat() == written:
            return written
    except ValueError:
        pass
    raise click.BadParameter(f"{written!r} is no day: write it as 2026-01-31.")


@main.command()
@_db_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "jsonl"]),
    default="jsonl",
    show_default=True,
    help="One dataset with the claims, or an article a line.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write; standard output without it. With --gold, a name that ends "
    "in neither .json nor .jsonl is a folder, with data card and manifest.",
)
@click.option(
    "--article", "keys", multiple=True, help="Only this article (may be repeated)."
)
@click.option(
    "--exported",
    callback=_day,
    help="Day to write into a .json export or a data card; today without it.",
)
@click.option("--gold", is_flag=True, help="Only the newest gold versions.")
@click.option("--batch", help="Only the gold of this batch.")
@click.option(
    "--version",
    type=click.IntRange(1),
    help="This version of the batch's gold, instead of the newest.",
)
@click.option(
    "--with-rejected", is_flag=True, help="With what was rejected: hard negatives."
)
@click.option(
    "--split",
    "parts",
    help="Shares as train=80,dev=10,test=10: a folder with a file each.",
)
@click.option("--seed", type=int, help="Draws the split; 0 without it.")
@click.option(
    "--names", is_flag=True, help="Call people by their names, not by pseudonyms."
)
@click.option("--licence", default="", help="What the data card says of the licence.")
@_json_option
def export(
    path: Path | None,
    format_: str,
    output: Path | None,
    keys: tuple[str, ...],
    exported: str | None,
    gold: bool,
    batch: str | None,
    version: int | None,
    with_rejected: bool,
    parts: str | None,
    seed: int | None,
    names: bool,
    licence: str,
    as_json: bool,
) -> None:
    """Write everything as one file, after proving it: schema and integrity.

    With --gold, what adjudication made instead: each annotation with where it comes
    from, people as pseudonyms. A folder gets a data card and a manifest, too. A split
    goes by article: the same text or the same canonical claim is never torn apart, and
    what is added later moves nothing that is there.
    """
    if not gold and (
        batch
        or version
        or with_rejected
        or parts
        or names
        or licence
        or seed is not None
    ):
        raise click.UsageError(
            "--batch, --version, --with-rejected, --split, --seed, --names and "
            "--licence are for --gold."
        )
    if gold and keys:
        raise click.UsageError("--article is for an export without --gold.")
    if seed is not None and parts is None:
        raise click.UsageError("--seed is for --split: without one nothing is drawn.")
    made = None
    if gold:
        # It brings half of the workbench along, and most exports need none of it.
        from workbench import gold_cli
        from workbench.files.gold import Wanted

        folder = output if output and gold_cli.is_folder(output) else None
        if folder is None and (parts is not None or licence):
            raise click.UsageError(
                "--split and --licence are for a folder: name it with -o, without "
                ".json or .jsonl at its end."
            )
        if folder and format_ == "json":
            raise click.UsageError(
                "--format json is for one file: a folder has an article a line."
            )
        how = Wanted(None, seed or 0, with_rejected, names, licence.strip())
        wanted = gold_cli.asked(batch, version, parts, how)
        contract, db = _contract(), _open(path)
        if folder:
            with _refusing(output):
                day = exported or now()[:10]
                gold_cli.write_gold(db, wanted, folder, day, contract, as_json)
            return
        made = gold_cli.material_of(db, wanted, contract)
    if exported and format_ != "json":
        raise click.UsageError("--exported is for --format json: lines have no day.")
    if not gold:
        contract, db = _contract(), _open(path)
    if output is not None and output.is_dir():
        raise Failure(f"{output}: Is a directory.")
    for key in keys:
        if articles.get(db, key) is None:
            raise Failure(f"There is no article {key!r} in {_db_path(path)}.")
    target = output or sys.stdout.buffer
    with _progress("Exporting") as step:
        if made:
            total, found = len(made.records), iter(made.records)
        else:
            total = records.count(db, keys or None)
            found = records.export(db, keys or None)

        def counted() -> Iterator[ArticleRecord]:
            for done, record in enumerate(found, 1):
                yield record
                step(done, total)

        with _refusing(output):
            done = files.export(
                counted(),
                target,
                format_,
                contract,
                claims=made.claims if made else records.claims(db),
                exported=(exported or now()[:10]) if format_ == "json" else None,
            )
    if output is not None:
        _report(
            as_json,
            {
                "file": str(output),
                "articles": done.articles,
                "sets": done.sets,
                "annotations": done.annotations,
                "sha256": done.sha256,
            },
            [
                f"Wrote {output}: {_count(done.articles, 'article')}, "
                f"{_count(done.sets, 'annotation set')}, "
                f"{_count(done.annotations, 'annotation')}.",
                f"sha256 {done.sha256}",
            ],
        )


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_json_option
def validate(paths: tuple[Path, ...], as_json: bool) -> None:
    """Check files from anywhere: schema, then integrity. Every problem is a line."""
    contract = _contract()
    for path in paths:
        if not path.exists():
            raise Failure(f"{path}: there is no such file or folder.")
    with _progress("Validating") as step:
        problems = list(files.validate(paths, contract, progress=step))
    _report(
        as_json,
        {
            "valid": not problems,
            "problems": [
                {"file": p.file, "line": p.line, "path": p.path, "message": p.message}
                for p in problems
            ],
        },
        [str(problem) for problem in problems]
        + [f"{_count(len(problems), 'problem')}." if problems else "Valid."],
    )
    if problems:
        raise SystemExit(FINDINGS)


@main.command()
@_db_option
@_json_option
def verify(path: Path | None, as_json: bool) -> None:
    """Prove the database: texts, slices, keys, and the events replayed."""
    db = _open(path)
    with _progress("Verifying") as step:
        problems = list(records.problems(db, step))
    _report(
        as_json,
        {"problems": problems, "sound": not problems},
        [
            *problems,
            f"{_count(len(problems), 'problem')}."
            if problems
            else "The database is sound.",
        ],
    )
    if problems:
        raise SystemExit(FINDINGS)


@main.command()
@_db_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to; the folder backups beside the database without it.",
)
def backup(path: Path | None, output: Path | None) -> None:
    """Write a copy of the database, also while it is in use."""
    db = _open(path)
    source = _db_path(path)
    stamp = now().replace(":", "").replace("-", "").replace(".", "")
    target = output or source.parent / "backups" / f"{source.stem}-{stamp}.db"
    if target.exists():
        raise Failure(f"{target} is there already: name another file with -o.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(db, target)
    except OSError as error:
        raise Failure(f"{target}: {error.strerror}.") from error
    click.echo(f"Wrote {target}")


if __name__ == "__main__":
    main()
