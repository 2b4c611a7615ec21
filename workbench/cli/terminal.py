"""What the commands share: options, the database, progress, and how they report."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NoReturn

import click
from sqlite_utils import Database

from workbench import places, schema
from workbench.store import connect, migrations

FINDINGS, UNREADABLE, UNDEFINED = 1, 2, 3
#: As shells have it after Ctrl+C.
INTERRUPTED = 130


class Failure(click.ClickException):
    """A refusal in one sentence; as JSON, where the command was asked for that."""

    exit_code = UNREADABLE

    def __init__(self, message: str, as_json: bool = False) -> None:
        super().__init__(message)
        asked = click.get_current_context(silent=True)
        self._as_json = as_json or bool(asked and asked.params.get("as_json"))

    def show(self, file: IO[Any] | None = None) -> None:
        if self._as_json:
            report(True, {"problems": [self.format_message()]}, [])
        else:
            super().show(file)


def stdout() -> IO[bytes]:
    """Standard output, for bytes.

    :raises Failure: it is closed.
    """
    if sys.stdout is None:
        raise Failure(
            "There is no standard output to write to: name a file, or open it."
        )
    return sys.stdout.buffer


def db_path(path: Path | None) -> Path:
    if path is not None:
        return path
    named = os.environ.get("WORKBENCH_DB")
    return Path(named) if named else places.instance() / "workbench.db"


db_option = click.option(
    "--db",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The database file; WORKBENCH_DB or instance/workbench.db without it.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Report as JSON.")


def open_database(path: Path | None, *, make: bool = False) -> Database:
    """The database at `path`, brought up to date; with `make`, a new one if need be."""
    file = db_path(path)
    if not make and not file.exists():
        raise Failure(
            f"There is no database {file}: import something first, or name one with "
            "--db."
        )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"{file.parent}: {error.strerror}.") from error
    migrations.migrate(file)
    return connect(file)


def contract() -> schema.Contract:
    named = os.environ.get("WORKBENCH_SCHEMA")
    return schema.load(Path(named) if named else None)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; silence where nobody watches."""
    seen = 0
    bar = None

    def step(done: int, total: int) -> None:
        nonlocal bar, seen
        if not sys.stderr.isatty():
            return
        if bar is None:
            bar = click.progressbar(length=total, label=label, file=sys.stderr)
            bar.__enter__()
        bar.update(max(0, done - seen))
        seen = done

    try:
        yield step
    finally:
        if bar is not None:
            bar.__exit__(None, None, None)


def report(as_json: bool, value: object, lines: list[str]) -> None:
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True))
    else:
        for line in lines:
            click.echo(line)


def refuse(
    problems: Iterable[object],
    nothing: str,
    as_json: bool = False,
    code: int = UNREADABLE,
) -> NoReturn:
    """Says every problem, and that nothing was `nothing`; does not come back."""
    told = [str(problem) for problem in problems]
    if as_json:
        click.echo(json.dumps({"problems": told}, ensure_ascii=False, indent=2))
    else:
        for line in told:
            click.echo(line, err=True)
        click.echo(f"{count(len(told), 'problem')}; nothing was {nothing}.", err=True)
    raise SystemExit(code)


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def suggested(number: int, sets: int) -> str:
    """What machines propose, to be told behind what people said; "" of no set."""
    if not sets:
        return ""
    return f"; {count(number, 'suggestion')} in {count(sets, 'more set')}"


class Named(click.Path):
    """A path that is not empty: pathlib would take "" for the current folder."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        if not os.fspath(value):
            self.fail("An empty name is no file.", param, ctx)
        return super().convert(value, param, ctx)
