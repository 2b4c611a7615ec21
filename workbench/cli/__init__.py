"""The command line: everything QA scripts need, without a server.

Exit codes: 0 fine, 1 findings or refused, 2 usage or unreadable input, 3 undefined or
too little data.
"""

import errno
import gc
import os
import sys
import types
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from workbench import __version__
from workbench.cli.terminal import Failure
from workbench.labels import SchemaError
from workbench.store import DatabaseError, StoreError


class _Commands(click.Group):
    """The commands; what the database or the schema refuses is one line, no trace."""

    #: name: its module and function there. A module is loaded when it is asked for,
    #: since some take as long to load as a short command to run.
    known = types.MappingProxyType(
        {
            "agreement": ("agreement", "agreement_command"),
            "backup": ("database", "backup"),
            "diff": ("gold", "diff_command"),
            "disagreements": ("agreement", "disagreements_command"),
            "export": ("export", "export"),
            "import": ("exchange", "import_"),
            "link": ("people", "link"),
            "serve": ("serve", "serve"),
            "stats": ("stats", "stats_command"),
            "suggest": ("suggest", "suggest"),
            "user": ("people", "user"),
            "validate": ("exchange", "validate"),
            "verify": ("database", "verify"),
        }
    )

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self.known)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.known:
            return None
        module, function = self.known[cmd_name]
        found: click.Command = getattr(
            import_module(f"workbench.cli.{module}"), function
        )
        return found

    def invoke(self, ctx: click.Context) -> Any:
        # The command's own context is gone by the time its database is refused.
        as_json = "--json" in ctx.args
        try:
            done = super().invoke(ctx)
            if sys.stdout is not None:
                # Here, where it can be said in a sentence that nothing takes it.
                sys.stdout.flush()
            return done
        except (StoreError, SchemaError) as error:
            raise Failure(str(error), as_json) from error
        except DatabaseError as error:
            if "locked" in str(error):
                raise Failure(
                    "The database is in use by another program that does not let go: "
                    "try again when it is done.",
                    as_json,
                ) from error
            raise Failure(
                f"The database cannot be used: {error}. Is it damaged? Take a backup.",
                as_json,
            ) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # Whoever read it has read enough.
            _leave_stdout()
            told = error.strerror or error
            if error.filename:
                raise Failure(f"{error.filename}: {told}.", as_json) from error
            raise Failure(f"The output cannot be written: {told}.") from error


def _leave_stdout() -> None:
    """What is still to be written goes nowhere, or Python would try it at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workbench")
@click.pass_context
def main(context: click.Context) -> None:
    """Label news articles; prove what you export."""
    if context.invoked_subcommand != "serve":
        # A corpus is millions of objects and no cycles, and a command soon ends: a
        # tenth of its time would go into the search for cycles.
        gc.set_threshold(100_000, 50, 100)
