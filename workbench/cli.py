"""The command line: everything QA scripts need, without a server.

Exit codes: 0 fine, 1 findings or refused, 2 usage or unreadable input, 3 undefined or
too little data.
"""

import json
import os
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import click
from sqlite_utils import Database

from workbench import __version__, files, places, schema
from workbench.labels import SchemaError
from workbench.store import StoreError, connect, migrations, now, people, records, weakness

FINDINGS, UNREADABLE = 1, 2


class Failure(click.ClickException):
    """A refusal in one sentence."""

    exit_code = UNREADABLE


def _db_path(path: Path | None) -> Path:
    if path is not None:
        return path
    named = os.environ.get("WORKBENCH_DB")
    return Path(named) if named else places.instance() / "workbench.db"


_db_option = click.option(
    "--db",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The database file; WORKBENCH_DB or instance/workbench.db without it.",
)
_json_option = click.option("--json", "as_json", is_flag=True, help="Report as JSON.")


def _open(path: Path | None, *, make: bool = False) -> Database:
    """The database at `path`, brought up to date; with `make`, a new one if need be."""
    file = _db_path(path)
    if not make and not file.exists():
        raise Failure(
            f"There is no database {file}: import something first, or name it with --db."
        )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        migrations.migrate(file)
        return connect(file)
    except (StoreError, OSError) as error:
        raise Failure(str(error)) from error


def _contract() -> schema.Contract:
    named = os.environ.get("WORKBENCH_SCHEMA")
    try:
        return schema.load(Path(named) if named else None)
    except SchemaError as error:
        raise Failure(str(error)) from error


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; silence where nobody watches."""
    shown: dict[str, object] = {}
    bar = None

    def step(done: int, total: int) -> None:
        nonlocal bar
        if not sys.stderr.isatty():
            return
        if bar is None:
            bar = click.progressbar(length=total, label=label, file=sys.stderr)
            bar.__enter__()
        seen = int(str(shown.get("done", 0)))
        shown["done"] = done
        bar.update(max(0, done - seen))

    try:
        yield step
    finally:
        if bar is not None:
            bar.__exit__(None, None, None)


def _report(as_json: bool, value: object, lines: list[str]) -> None:
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True))
    else:
        for line in lines:
            click.echo(line)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workbench")
def main() -> None:
    """Label news articles; prove what you export."""


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option("--port", default=8000, show_default=True, help="First port to try.")
@_db_option
@click.option("--open/--no-open", "opens", default=True, help="Open the browser, where there is one.")
def serve(host: str, port: int, path: Path | None, opens: bool) -> None:
    """Serve the workbench, and print the link that signs the lead in."""
    import waitress

    from workbench.web import create_app

    file = _db_path(path)
    fresh = not file.exists()
    config: dict[str, object] = {"DB": str(file)}
    if host not in ("127.0.0.1", "localhost", "::1"):
        # Whoever serves to others names the hosts: WORKBENCH_TRUSTED_HOSTS='["…"]'.
        config["TRUSTED_HOSTS"] = json.loads(
            os.environ.get("WORKBENCH_TRUSTED_HOSTS", "null")
        )
    try:
        app = create_app(config)
    except (StoreError, SchemaError, OSError) as error:
        raise Failure(str(error)) from error
    if fresh:
        _import_sample(file)
    warning = weakness()
    if warning:
        click.echo(warning, err=True)
    listener = _listen(host, port)
    found = listener.getsockname()[1]
    if found != port:
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
        max_request_body_size=app.config["MAX_CONTENT_LENGTH"],
        channel_timeout=120,
    )


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket on the first free port of twenty from `port` on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, port + 20) if port else [0]:
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
        except OSError as error:
            listener.close()
            if not isinstance(error, PermissionError) and error.errno != 98 and error.errno != 48:
                raise Failure(f"{host} cannot be served on: {error.strerror}.") from error
            continue
        listener.listen(1024)
        return listener
    raise Failure(
        f"Ports {port} to {port + 19} are all in use: choose another with --port."
    )


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
    db = connect(file)
    records.bring_in(db, [f.record for f in reading.found], reading.claims)
    db.close()


@main.command()
@_db_option
@click.option("--url", default="http://127.0.0.1:8000", show_default=True, help="Where the server runs.")
def link(path: Path | None, url: str) -> None:
    """Print a new link that signs the lead in, once, within a day."""
    db = _open(path)
    click.echo(f"{url.rstrip('/')}/sign-in/{people.make_link(db, people.lead(db))}")


@main.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_db_option
@click.option("--dry-run", is_flag=True, help="Check everything, take nothing in.")
@_json_option
def import_(paths: tuple[Path, ...], path: Path | None, dry_run: bool, as_json: bool) -> None:
    """Bring articles and annotation sets in: .txt, .json, .jsonl, .csv, or a folder.

    All of it or nothing. A text that is here already is recognised and not doubled.
    """
    contract = _contract()
    with _progress("Reading") as step:
        reading = files.read(paths, contract, progress=step)
    if reading.problems:
        _refuse(as_json, [str(problem) for problem in reading.problems])
    if not reading.found and not reading.claims:
        raise Failure("There is no article in what you named.")
    db = _open(path, make=True)
    with _progress("Storing") as step:
        done = records.bring_in(
            db,
            [f.record for f in reading.found],
            reading.claims,
            dry_run=dry_run,
            progress=step,
        )
    if done.problems:
        _refuse(
            as_json,
            [
                f"{_place(reading.found[place]) if place is not None else 'claims'}: {message}"
                for place, message in done.problems
            ],
            FINDINGS,
        )
    changed = {
        _place(f): f.changes for f in reading.found if f.changes
    }
    lines = [
        f"{where}: {', '.join(f'{what} ({n})' for what, n in changes.items())}"
        for where, changes in sorted(changed.items())
    ]
    lines += [f"{key}: this text is here already, not doubled" for key in sorted(done.known)]
    lines.append(
        f"{'Would import' if dry_run else 'Imported'} {_count(len(done.added), 'article')}, "
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


def _place(found: files.Found) -> str:
    return f"{found.file}:{found.line}" if found.line else found.file


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _refuse(as_json: bool, problems: list[str], code: int = UNREADABLE) -> None:
    """Says every problem and that nothing was taken in; does not come back."""
    if as_json:
        click.echo(json.dumps({"problems": problems}, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(problem, err=True)
        click.echo(
            f"{_count(len(problems), 'problem')}; nothing was imported.", err=True
        )
    raise SystemExit(code)


@main.command()
@_db_option
@click.option("--format", "format_", type=click.Choice(["json", "jsonl"]), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; standard output without it.")
@click.option("--article", "keys", multiple=True, help="Only this article (may be repeated).")
@click.option("--exported", help="Day to write into a .json export; today without it.")
@_json_option
def export(
    path: Path | None,
    format_: str,
    output: Path | None,
    keys: tuple[str, ...],
    exported: str | None,
    as_json: bool,
) -> None:
    """Write everything as one file, after proving it: schema and integrity."""
    contract = _contract()
    db = _open(path)
    target = output or sys.stdout.buffer
    with _progress("Exporting") as step:
        total = records.count(db, keys or None)

        def counted() -> Iterator[files.ArticleRecord]:
            for done, record in enumerate(records.export(db, keys or None), 1):
                yield record
                step(done, total)

        try:
            done = files.export(
                counted(),
                target,
                format_,
                contract,
                claims=records.claims(db),
                exported=(exported or now()[:10]) if format_ == "json" else None,
            )
        except files.ExportRefused as refused:
            for problem in refused.problems:
                click.echo(str(problem), err=True)
            click.echo(
                f"{_count(len(refused.problems), 'problem')}; nothing was written.",
                err=True,
            )
            raise SystemExit(FINDINGS) from None
        except OSError as error:
            raise Failure(f"{output}: {error.strerror or error}.") from error
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
        + [
            "Valid."
            if not problems
            else f"{_count(len(problems), 'problem')}."
        ],
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
        [*problems, "The database is sound." if not problems else f"{_count(len(problems), 'problem')}."],
    )
    if problems:
        raise SystemExit(FINDINGS)


@main.command()
@_db_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to; instance/backups without it.")
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
        db.execute("VACUUM INTO ?", [str(target)])
    except OSError as error:
        raise Failure(f"{target}: {error.strerror}.") from error
    click.echo(f"Wrote {target}")


if __name__ == "__main__":
    main()
