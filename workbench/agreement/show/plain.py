"""A report as text for a terminal, as Markdown, and as CSV for a spreadsheet."""

import csv as writer
import io
from collections.abc import Iterable, Mapping
from textwrap import fill

from workbench.agreement.report import Report
from workbench.agreement.show.tables import (
    Table,
    borders,
    headline,
    origin,
    reasons,
    tables,
)
from workbench.agreement.values import Result

#: Of a line of prose on a terminal.
_WIDTH = 88


def text(report: Report, by: str | None = None) -> str:
    """The report for a terminal; with `by`, that table alone."""
    parts = [] if by else [headline(report)]
    for table in tables(report, by):
        note = f"{fill(table.note, _WIDTH)}\n" if table.note else ""
        parts.append(f"{table.title}\n{note}{_aligned(table)}")
    if by is None and borders(report):
        parts.append(fill(borders(report), _WIDTH))
    undefined = _listed(reasons(report))
    if undefined and by is None:
        parts.append(f"Undefined (–){undefined}")
    if report.warnings:
        parts.append(f"Note{_listed(report.warnings)}")
    return "\n\n".join([*parts, origin(report)]) + "\n"


def _listed(lines: Iterable[str]) -> str:
    return "".join(
        f"\n- {fill(line, _WIDTH, subsequent_indent='  ')}" for line in lines
    )


def _aligned(table: Table) -> str:
    lines = [table.columns, *table.rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(table.columns))]
    return "\n".join(
        "  "
        + "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def markdown(report: Report, by: str | None = None) -> str:
    """The report as Markdown, to be pasted where a team reads it."""
    parts = ["# Agreement", headline(report)]
    for one in tables(report, by):
        parts.append(f"## {one.title}")
        if one.note:
            parts.append(one.note)
        parts.append(table(one))
    if by is None and borders(report):
        parts += ["## Borders", borders(report)]
    for title, lines in (("Undefined", reasons(report)), ("Note", report.warnings)):
        if lines:
            told = "\n".join(f"- {escaped(line)}" for line in lines)
            parts += [f"## {title}", told]
    return "\n\n".join([*parts, f"*{origin(report)}*"]) + "\n"


def table(one: Table) -> str:
    """The rows of a table as Markdown, under the heads of its columns."""
    head = [escaped(name) or " " for name in one.columns]
    rule = ["---", *["---:"] * (len(head) - 1)]
    rows = [[escaped(cell) for cell in row] for row in one.rows]
    return "\n".join(f"| {' | '.join(r)} |" for r in [head, rule, *rows])


def escaped(written: str) -> str:
    """Text that breaks no table of Markdown."""
    return written.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def csv(report: Report) -> str:
    """Every number of the report, a line each: name, value, why it is undefined."""
    return numbers(report.values, report.undefined)


def numbers(values: Mapping[str, Result], undefined: Mapping[str, str]) -> str:
    """The same for any numbers. Both ends of an interval, and the cells of a confusion,
    have a line each."""
    out = io.StringIO()
    rows = writer.writer(out, lineterminator="\n")
    rows.writerow(["name", "value", "undefined"])
    for name, value in values.items():
        if isinstance(value, dict):
            rows.writerows([f"{name} {cell}", n, ""] for cell, n in value.items())
        elif isinstance(value, tuple):
            rows.writerows(
                [f"{name} {end}", n, ""]
                for end, n in zip(("low", "high"), value, strict=True)
            )
        else:
            told = "" if value is None else value
            rows.writerow([name, told, undefined.get(name, "")])
    return out.getvalue()
