"""`python -m benchmarks [NAME…]`: measure, print the table, and write it if asked."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from benchmarks import (
    agreement,
    exchange,
    install,
    labelling,
    leading,
    listing,
    opening,
    saving,
    starting,
    suggest,
)
from benchmarks.serving import ROOT
from benchmarks.tables import Figure, machine, row, table

_PAGE = ROOT / "docs" / "performance.md"
_BENCHMARKS: dict[str, Callable[[], Iterator[Figure]]] = {
    "install": install.figures,
    "starting": starting.figures,
    "opening": opening.figures,
    "labelling": labelling.figures,
    "saving": saving.figures,
    "exchange": exchange.figures,
    "listing": listing.figures,
    "leading": leading.figures,
    "suggest": suggest.figures,
    "agreement": agreement.figures,
}

#: What fetches packages.
_FETCHING = ("install", "agreement")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", nargs=-1, type=click.Choice(list(_BENCHMARKS)))
@click.option("--offline", is_flag=True, help="Leave out what fetches packages.")
@click.option(
    "--write", is_flag=True, help="Put the whole table into docs/performance.md."
)
def main(names: tuple[str, ...], offline: bool, write: bool) -> None:
    """Measure NAMES, or everything, each figure beside its floor."""
    if write and (names or offline):
        raise click.UsageError("--write needs every figure: no names, not --offline.")
    chosen = [n for n in names or _BENCHMARKS if not (offline and n in _FETCHING)]
    where = machine()
    found: list[Figure] = []
    for name in chosen:
        for figure in _BENCHMARKS[name]():
            found.append(figure)
            click.echo(row(figure), err=True)
    told = f"{where}\n\n{table(found)}"
    click.echo(told)
    if write:
        _write(_PAGE, told)


def _write(page: Path, told: str) -> None:
    before = page.read_text("utf-8")
    block = re.compile(r"(<!-- measured -->\n).*?(<!-- /measured -->)", re.DOTALL)
    after, times = block.subn(lambda found: f"{found[1]}{told}{found[2]}", before)
    if times != 1:
        sys.exit(f"{page} has no place for the table.")
    page.write_text(after, "utf-8")


if __name__ == "__main__":
    main()
