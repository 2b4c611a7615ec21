"""The tables of a report, in words that need no manual; every format draws these."""

from dataclasses import dataclass, field

from workbench.agreement.report import (
    COLUMNS,
    GOOD,
    TENTATIVE,
    Report,
    names_by,
)

#: With fewer units, an alpha says little.
FEW_UNITS = 20
#: More annotators make a list instead of a square.
_MOST_IN_SQUARE = 8
NONE = "–"
EVERYTHING = "all"
NOTHING = "nothing"

TITLES = {
    "alpha_char": "alpha",
    "f1_exact": "F1 exact",
    "f1_soft": "F1 soft",
    "f1_char": "F1 char",
    "kappa_char": "kappa",
    "n_spans": "units",
    "n_docs_shared": "shared",
    "attr_alpha_nominal": "alpha",
    "attr_units": "units",
}
_BY = {"doc": "document", "pair": "pair", "label": "label", "attribute": "attribute"}


@dataclass(frozen=True, slots=True)
class Table:
    """A title, a line that says how to read it, column heads, and rows of cells."""

    title: str
    note: str
    columns: list[str]
    rows: list[list[str]] = field(default_factory=list)


def plain(value: float, digits: int = 2) -> str:
    """A number with so many digits behind the point, and no minus before nothing."""
    told = f"{value:.{digits}f}"
    return told.removeprefix("-") if float(told) == 0 else told


def shown(value: object) -> str:
    """A value as a cell: two digits behind the point, counts whole."""
    if value is None:
        return NONE
    if isinstance(value, float) and not value.is_integer():
        return plain(value)
    if isinstance(value, tuple):
        return f"[{plain(value[0])}, {plain(value[1])}]"
    return f"{value:,.0f}" if isinstance(value, int | float) else str(value)


def score(report: Report, name: str) -> str:
    """A coefficient as a cell, with its interval where there is one."""
    value = report.number(name)
    interval = report.interval(name)
    # An alpha has limits of three digits to be held against.
    told = NONE if value is None else plain(value, 3 if "alpha_" in name else 2)
    return told if interval is None else f"{told} {shown(interval)}"


def verdict(report: Report, name: str, units: float | None) -> str:
    """What Krippendorff's customary limits say of an alpha."""
    value = report.number(name)
    if value is None:
        return "undefined"
    if units is not None and units < FEW_UNITS:
        return f"fewer than {FEW_UNITS} units"
    if value >= GOOD:
        return "good"
    return "tentative" if value >= TENTATIVE else "too low"


def headline(report: Report) -> str:
    """The one sentence that a lead reads first."""
    shared = report.number("n_docs_shared") or 0
    documents = report.number("n_docs") or 0
    told = (
        f"{shown(documents)} documents, {shown(shared)} of them finished by two or "
        "more annotators."
    )
    if documents == 1:
        many = "two or more annotators" if shared else "fewer than two annotators"
        told = f"1 document, finished by {many}."
    alpha = report.number("alpha_char")
    if alpha is None:
        return f"{told} Alpha is undefined: {report.undefined['alpha_char']}."
    means = {
        "good": "good enough to rely on",
        "tentative": "enough for tentative conclusions only",
        "too low": "too low to rely on",
    }
    said = verdict(report, "alpha_char", None)
    return f"{told} Alpha is {score(report, 'alpha_char')}: {means[said]}."


def tables(report: Report, by: str | None = None) -> list[Table]:
    """Every table that has rows; with `by`, only the one of that kind, in full."""
    if by is not None:
        return [_by(report, by)]
    found = [
        _finished(report),
        _labels(report),
        _pairs(report),
        _worst(report),
        _confusion(report),
        _attributes(report),
    ]
    return [table for table in found if table.rows]


def _finished(report: Report) -> Table:
    table = Table(
        "Who finished what",
        "Units of finished documents. A large difference between people is the first "
        "thing to talk about.",
        ["annotator", "finished", "of", *report.labels, EVERYTHING],
    )
    for one in report.annotators:
        each = [one.spans.get(label, 0) for label in report.labels]
        numbers = [one.finished, one.assigned, *each, sum(each)]
        table.rows.append([one.name, *map(shown, numbers)])
    return table


def _labels(report: Report) -> Table:
    table = Table(
        "By label",
        "F1 exact: same borders. F1 soft: as much credit as characters are shared. "
        "F1 char: character by character. Alpha: beyond chance, with its 95 % "
        f"interval; {GOOD:.3f} is good, below {TENTATIVE:.3f} is too low.",
        ["label", "F1 exact", "F1 soft", "F1 char", "alpha", "which is", "units"],
    )
    if not report.number("n_docs_shared"):
        return table
    for label in [None, *report.labels]:
        part = "" if label is None else f"[{label}]"
        units = report.number(f"n_spans{part}")
        table.rows.append(
            [
                EVERYTHING if label is None else label,
                *(score(report, f"f1_{n}{part}") for n in ("exact", "soft", "char")),
                score(report, f"alpha_char{part}"),
                verdict(report, f"alpha_char{part}", units),
                shown(units),
            ]
        )
    return table


def _pairs(report: Report) -> Table:
    names = sorted({name for pair in report.pairs for name in pair})
    if len(names) > _MOST_IN_SQUARE:
        return _by(report, "pair")
    table = Table(
        "Pairs",
        "Above the diagonal F1 exact, below it kappa over characters.",
        ["", *names],
    )
    for a in names:
        row = [a]
        for b in names:
            if a == b:
                row.append("")
            elif a < b:
                row.append(score(report, f"f1_exact:{a}|{b}"))
            else:
                row.append(score(report, f"kappa_char:{b}|{a}"))
        table.rows.append(row)
    return table


def _worst(report: Report) -> Table:
    table = _by(report, "doc")
    note = "First where one marked something and another nothing, then by alpha."
    return Table("Worst documents", note, table.columns, table.rows)


def _by(report: Report, by: str) -> Table:
    keys = {
        "doc": [id for id, _ in report.documents if f"n_spans@{id}" in report.values],
        "pair": [f"{a}|{b}" for a, b in report.pairs],
        "label": report.labels,
        "attribute": report.attributes,
    }[by]
    columns = COLUMNS[by]
    table = Table(f"By {_BY[by]}", "", [_BY[by], *(TITLES[name] for name in columns)])
    for key in keys:
        row = [key.replace("|", " and ") if by == "pair" else key]
        for column in columns:
            [name] = names_by(by, [key], [column])
            is_count = column.startswith("n_") or column == "attr_units"
            row.append(
                shown(report.values.get(name)) if is_count else score(report, name)
            )
        table.rows.append(row)
    return table


def confusion(report: Report) -> tuple[list[str], list[list[int]]]:
    """Labels and nothing, and how often the one stands against the other."""
    counts = report.counts("confusion")
    names = [*report.labels, ""]
    square = [[counts.get(f"{x}>{y}", 0) for y in names] for x in names]
    return [*report.labels, NOTHING], square


def _confusion(report: Report) -> Table:
    names, square = confusion(report)
    table = Table(
        "What the other said",
        "Of the units of a label (row), what the other annotator has at the very same "
        "borders (column). “Nothing” also means: other borders.",
        ["", *names],
    )
    for name, row in zip(names[:-1], square, strict=False):
        if any(row):
            table.rows.append([name, *map(shown, row)])
    return table


def borders(report: Report) -> str:
    """One sentence on the borders of matched units; "" where none match."""
    start, end = report.number("start_same"), report.number("end_same")
    if start is None or end is None:
        return ""
    return (
        f"Of units that match, {start:.0%} begin and {end:.0%} end at the same "
        f"character; starts lie {shown(report.number('start_median'))} apart in the "
        f"median and {shown(report.number('start_p90'))} at the 90th percentile, ends "
        f"{shown(report.number('end_median'))} and "
        f"{shown(report.number('end_p90'))} characters."
    )


def _attributes(report: Report) -> Table:
    table = _by(report, "attribute")
    note = (
        "Over units that two or more marked with the same borders and label; values "
        "are equal or not."
    )
    return Table("Attributes", note, table.columns, table.rows)


def reasons(report: Report) -> list[str]:
    """Why numbers that the tables show are undefined, one line a reason."""
    names: dict[str, list[str]] = {}
    for name, why in report.undefined.items():
        if name.split("[")[0].split(":")[0].split("@")[0].split("{")[0] in TITLES:
            names.setdefault(why, []).append(name)
    return [
        f"{', '.join(found[:3])}{f' and {len(found) - 3} more' if found[3:] else ''}: "
        f"{why}."
        for why, found in names.items()
    ]


def origin(report: Report) -> str:
    """How the report can be made again."""
    return (
        f"workbench {report.version}; intervals from {report.bootstrap:,} resamples of "
        f"the documents, seed {report.seed}; input sha256 {report.sha256}"
    )
