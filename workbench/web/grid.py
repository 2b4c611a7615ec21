"""Drawing the matrix of a batch: thousands of cells, so each is one finished string."""

from collections.abc import Iterable, Sequence

from flask import url_for
from markupsafe import Markup, escape

from workbench.labels import Labels
from workbench.store.batches import Member
from workbench.store.overview import Cell, Row

#: What a cell's state is called.
STATES = {
    "todo": "to do",
    "in_progress": "in progress",
    "returned": "returned",
    "submitted": "submitted",
    "adjudicated": "adjudicated",
    "skipped": "skipped",
    "released": "free again",
}


def rows(
    found: Iterable[Row], people: Sequence[Member], labels: Labels, query: str
) -> Markup:
    """The rows of the table; a cell leads to the page's address with `query` and it."""
    letters = [(label.name, label.letter) for label in labels.primary]
    # Whoever is gone is offered nothing.
    columns = [(one.id, one.part and not one.disabled) for one in people]
    # Escaped once: a cell adds numbers alone.
    to = str(escape(f"?{query}&at=" if query else "?at="))
    return Markup("\n").join(Markup(_row(row, columns, letters, to)) for row in found)


def _row(
    row: Row,
    columns: list[tuple[int, bool]],
    letters: list[tuple[str, str]],
    to: str,
) -> str:
    about = [str(escape(row.outlet))] if row.outlet else []
    about.append(f"{row.words:,} words")
    if row.calibration:
        about.append("everybody")
    address = escape(url_for("annotate.read", key=row.key))
    get, at = row.cells.get, f'<a href="{to}{row.id}.'
    free = row.taken < row.wanted
    cells = [_cell(get(id), id, at, free and here, letters) for id, here in columns]
    done = " done" if row.submitted >= row.wanted else ""
    return (
        f'<tr id="row-{row.id}"><th scope="row"><a href="{address}" dir="auto">'
        f"{escape(row.title)}</a><small>{' · '.join(about)}</small></th>"
        f'<td class="filled{done}">{row.submitted}/{row.wanted}</td>'
        f"{''.join(cells)}</tr>"
    )


def _cell(
    cell: Cell | None, id: int, at: str, free: bool, letters: list[tuple[str, str]]
) -> str:
    if cell is None:
        return f'<td class="free">{at}{id}">give</a></td>' if free else "<td></td>"
    counts = cell.counts
    marked = ""
    if counts:
        told = " ".join(
            [f"{letter}{counts[name]}" for name, letter in letters if name in counts]
        )
        marked = f" <b>{told}</b>"
    state = cell.state
    return f'<td>{at}{id}" class="state {state}">{STATES[state]}{marked}</a></td>'
