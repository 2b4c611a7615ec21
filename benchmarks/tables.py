"""A measured figure, and the table of them."""

import os
import platform
import re
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from sqlite_utils.utils import sqlite3

Measure = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `floor` is measured in the same run, None without one."""

    what: str
    value: float
    unit: str
    floor: float | None = None
    floor_is: str = ""
    goal: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the goal is kept; None without a goal."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal


def percentile(values: Iterable[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the sorted `values` lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


def best(*measures: Measure, rounds: int = 3) -> list[float]:
    """The least that each measure gave, taken in turns.

    Whatever else the machine does can only add to a time: the least is the truest, and
    turns give a measure and its floor the same weather.
    """
    found = [[measure() for measure in measures] for _ in range(rounds)]
    return [min(column) for column in zip(*found, strict=True)]


def quietest(rounds: Iterable[Iterable[float]]) -> float:
    """The least median of several rounds: `best` says why the least."""
    return min(median(values) for values in rounds)


def written(value: float | None, unit: str = "") -> str:
    """A number with three digits that matter, and its unit."""
    if value is None:
        return "-"
    size = abs(value)
    shown = f"{value:,.0f}" if size >= 100 else f"{value:.3g}"
    return f"{shown} {unit}".strip()


def row(figure: Figure) -> str:
    """A figure as a row of the table."""
    ratio = f"{figure.value / figure.floor:.1f}" if figure.floor else "-"
    sign = "≥" if figure.at_least else "≤"
    goal = f"{sign} {written(figure.goal, figure.unit)}" if figure.goal else "-"
    met = {True: "yes", False: "**no**", None: "-"}[figure.met]
    return (
        f"| {figure.what} | {written(figure.value, figure.unit)} "
        f"| {written(figure.floor, figure.unit)} | {ratio} | {goal} | {met} "
        f"| {figure.floor_is or '-'} |"
    )


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table in Markdown."""
    head = (
        "| What | Measured | Floor | Ratio | Keep | Met | The floor is |\n"
        "|---|--:|--:|--:|--:|---|---|\n"
    )
    return head + "".join(f"{row(figure)}\n" for figure in figures)


def machine() -> str:
    """Date, machine and versions in one sentence."""
    info = Path("/proc/cpuinfo")
    found = (
        re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    )
    memory = re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())
    names = ("flask", "waitress", "sqlite-utils", "jsonschema-rs")
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d}: {os.cpu_count()} cores "
        f"({found.group(1) if found else platform.machine()}), "
        f"{int(memory.group(1)) / 1e6 if memory else 0:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{packages}. When it began the load was {os.getloadavg()[0]:.1f} and a commit "
        f"of one row to this disk took {_commit() * 1000:.1f} ms."
    )


def _commit() -> float:
    """What SQLite takes to put one row on the disk, in seconds."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        conn = sqlite3.connect(f"{name}/commit.db", isolation_level=None)
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE one (row)")
        for _ in range(100):
            begun = time.perf_counter()
            conn.execute("INSERT INTO one VALUES (1)")
            taken.append(time.perf_counter() - begun)
        conn.close()
    return median(taken)
