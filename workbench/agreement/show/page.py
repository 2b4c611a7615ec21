"""A report as one HTML file: readable offline, pictures beside their tables."""

from html import escape

from workbench.agreement.report import GOOD, TENTATIVE, Report
from workbench.agreement.show.tables import (
    Table,
    borders,
    confusion,
    headline,
    origin,
    reasons,
    shown,
    tables,
)

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2530; --soft: #5a6673; --paper: #fff;
  --line: #d5dbe1; --fill: #14639c; --low: #b3401f; --middle: #8a6100;
  --good: #1c7044; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #9fabb8;
  --paper: #14191f; --line: #36414c; --fill: #63aee4; --low: #f08a66;
  --middle: #dcae4b; --good: #6cc797; } }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1rem 3rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
p { margin: .25rem 0 .75rem; max-width: 65ch; }
.lead { font-size: 1.1rem; }
.note, footer { color: var(--soft); }
footer { margin-top: 2rem; overflow-wrap: anywhere; font-size: .85rem; }
.both { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; align-items: flex-start; }
.wide { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--line);
  text-align: right; white-space: nowrap; }
th { font-weight: 600; }
th:first-child { text-align: left; }
.good { color: var(--good); } .tentative { color: var(--middle); }
.low { color: var(--low); }
svg { max-width: 100%; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); }
svg .cell { fill: var(--fill); stroke: var(--line); }
svg .bar { fill: var(--fill); } svg .below { fill: var(--low); }
svg .limit { stroke: var(--soft); stroke-dasharray: 4 3; }
svg .axis { stroke: var(--soft); }
@media print { body { max-width: none; } }
"""
_CLASSES = {"good": "good", "tentative": "tentative", "too low": "low"}
_SIDE = 44


def html(report: Report, by: str | None = None) -> str:
    """The report as a whole page, without anything from elsewhere."""
    parts = [f"<h1>Agreement</h1>\n<p class=lead>{escape(headline(report))}</p>"]
    pictures = {
        "What the other said": _confusion_picture,
        "Pairs": _pair_picture,
        "Worst documents": _document_picture,
        "By document": _document_picture,
    }
    for table in tables(report, by):
        picture = pictures.get(table.title)
        parts.append(_section(table, picture(report) if picture else ""))
    if by is None and borders(report):
        parts.append(f"<h2>Borders</h2>\n<p>{escape(borders(report))}</p>")
    for title, lines in (("Undefined (–)", reasons(report)), ("Note", report.warnings)):
        if lines:
            listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
            parts.append(f"<h2>{title}</h2>\n<ul>{listed}</ul>")
    body = "\n".join(parts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Agreement</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n<footer>{escape(origin(report))}</footer>\n</body>\n</html>\n"
    )


def _section(table: Table, picture: str) -> str:
    head = "".join(
        f'<th scope="col">{escape(name)}</th>' if name else "<td></td>"
        for name in table.columns
    )
    rows = "".join(
        f'<tr><th scope="row" dir="auto">{escape(row[0])}</th>'
        + "".join(f"<td{_class(cell)}>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>\n"
        for row in table.rows
    )
    note = f"<p class=note>{escape(table.note)}</p>\n" if table.note else ""
    return (
        f"<section>\n<h2>{escape(table.title)}</h2>\n{note}<div class=both>\n"
        # What scrolls sideways must be reachable by keyboard.
        f'<div class=wide tabindex="0" role="region" '
        f'aria-label="{escape(table.title)}"><table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table></div>\n{picture}</div>\n</section>"
    )


def _class(cell: str) -> str:
    return f" class={_CLASSES[cell]}" if cell in _CLASSES else ""


def _svg(width: int, height: int, title: str, inside: str) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(title)}">{inside}</svg>\n'
    )


def _square(
    title: str, names: list[str], cells: list[list[tuple[float | None, str]]]
) -> str:
    """Rows of cells, each with a share of 0 to 1 as its depth, and a text; the last
    names may have a column only."""
    edge = 12 + 7 * max(len(name) for name in names)
    marks = []
    for i, name in enumerate(names):
        middle = edge + _SIDE * i + _SIDE // 2
        told = escape(name)
        if i < len(cells):
            marks.append(
                f'<text x="{edge - 6}" y="{middle + 4}" text-anchor="end">{told}</text>'
            )
        marks.append(
            f'<text transform="translate({middle + 4} {edge - 6}) rotate(-90)">{told}'
            "</text>"
        )
    for i, row in enumerate(cells):
        for j, (share, told) in enumerate(row):
            x, y = edge + _SIDE * j, edge + _SIDE * i
            depth = 0.0 if share is None else 0.05 + 0.5 * max(0.0, min(1.0, share))
            marks.append(
                f'<rect class=cell x="{x}" y="{y}" width="{_SIDE}" height="{_SIDE}" '
                f'fill-opacity="{depth:.2f}"/><text x="{x + _SIDE // 2}" '
                f'y="{y + _SIDE // 2 + 4}" text-anchor="middle">{escape(told)}</text>'
            )
    width, height = edge + _SIDE * len(names), edge + _SIDE * len(cells)
    return _svg(width + 1, height + 1, title, "".join(marks))


def _confusion_picture(report: Report) -> str:
    names, square = confusion(report)
    cells: list[list[tuple[float | None, str]]] = []
    for row in square[:-1]:
        total = sum(row)
        cells.append([(n / total if total else 0.0, shown(n)) for n in row])
    return _square("Label by label: deeper is a larger share of the row", names, cells)


def _pair_picture(report: Report) -> str:
    names = sorted({name for pair in report.pairs for name in pair})
    cells: list[list[tuple[float | None, str]]] = []
    for a in names:
        row: list[tuple[float | None, str]] = []
        for b in names:
            low, high = sorted((a, b))
            value = report.number(
                f"{'f1_exact' if a < b else 'kappa_char'}:{low}|{high}"
            )
            row.append((None if a == b else value, "" if a == b else shown(value)))
        cells.append(row)
    return _square("Pairs: deeper is more agreement", names, cells)


def _document_picture(report: Report) -> str:
    """A bar for each document, the worst first, over the limits of alpha."""
    if all(value is None for _, value in report.documents):
        return ""
    width, height = 560, 140
    step = min(24.0, width / len(report.documents))
    marks = []
    for i, (id, value) in enumerate(report.documents):
        if value is None:
            continue
        tall = max(1.0, height * max(0.0, value))
        kind = "bar" if value >= TENTATIVE else "below"
        marks.append(
            f'<rect class={kind} x="{40 + i * step:.2f}" y="{height + 8 - tall:.1f}" '
            f'width="{max(0.3, step - 1):.2f}" height="{tall:.1f}"><title>'
            f"{escape(id)}: {shown(value)}</title></rect>"
        )
    wide = int(40 + step * len(report.documents)) + 8
    for limit in (0.0, TENTATIVE, GOOD, 1.0):
        y = height + 8 - height * limit
        kind = "limit" if limit in (GOOD, TENTATIVE) else "axis"
        marks.append(
            f'<line class={kind} x1="36" x2="{wide}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="32" y="{y + 4:.1f}" text-anchor="end">{limit:.2g}</text>'
        )
    title = "Alpha of each document that two or more finished, the worst first"
    return _svg(wide + 8, height + 20, title, "".join(marks))
