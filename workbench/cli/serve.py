"""`workbench serve`: the server, and the link that signs the lead in."""

import errno
import json
import os
import socket
import sys
import webbrowser
from pathlib import Path
from threading import Timer

import click

from workbench import files, places
from workbench.cli.terminal import Failure, contract, db_option, db_path
from workbench.store import connect, people, records, weakness


@click.command()
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
@db_option
@click.option(
    "--open/--no-open",
    "opens",
    default=True,
    help="Open the browser, where there is one.",
)
def serve(host: str, port: int, path: Path | None, opens: bool) -> None:
    """Serve the workbench, and print the link that signs the lead in."""
    import waitress

    from workbench.web import SettingError, create_app

    file = db_path(path)
    fresh = not file.exists()
    config: dict[str, object] = {"DB": str(file)}
    if host not in ("127.0.0.1", "localhost"):
        # Whoever serves to others names the hosts. (Werkzeug cannot compare "[::1]".)
        config["TRUSTED_HOSTS"] = _trusted_hosts()
    try:
        app = create_app(config)
    except OSError as error:
        raise Failure(f"{error.filename}: {error.strerror}.") from error
    except SettingError as error:
        raise Failure(str(error)) from error
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
    reading = files.read([sample], contract())
    if reading.problems:
        click.echo("The sample does not fit this schema, so it is left out.", err=True)
        return
    db = connect(file)
    records.bring_in(db, [f.record for f in reading.found], reading.claims)
    db.close()
