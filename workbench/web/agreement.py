"""How far annotators agree, for the lead: the numbers, and the cases behind them."""

from dataclasses import dataclass
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    render_template,
    request,
    url_for,
)

from workbench import measured, text
from workbench.agreement import Document, Report, Unit, report, show
from workbench.agreement.cases import KINDS, Case, disagreements
from workbench.agreement.report import COLUMNS
from workbench.agreement.show.tables import Table, borders, headline, origin, reasons
from workbench.agreement.show.tables import tables as tables_of
from workbench.dataset import ArticleRecord
from workbench.store import batches
from workbench.store.batches import Batch
from workbench.web import held, reports
from workbench.web.asked import number
from workbench.web.db import db

blueprint = Blueprint("agreement", __name__, url_prefix="/agreement")

#: Cases on one page.
_PAGE = 50
_FORMATS = {
    "json": "application/json",
    "csv": "text/csv",
    "md": "text/markdown",
    "html": "text/html",
}


def _batch() -> Batch | None:
    """The batch that is asked about; None for everything there is."""
    asked = number("batch")
    if asked is None:
        return None
    return batches.get(db(), asked) or abort(404, "There is no such batch.")


def _aided() -> str:
    """Whose sets count: of people with suggestions, without, or all."""
    asked = request.args.get("aided") or "all"
    if asked not in measured.AIDED:
        abort(404, f"aided is {' or '.join(measured.AIDED)}, not {asked!r}.")
    return asked


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, and the address of the cases behind it, if it has some."""

    words: str
    place: str | None


@blueprint.get("")
def page() -> str:
    """Every number with its interval, and why one is missing."""
    batch, by = _batch(), request.args.get("by") or None
    if by is not None and by not in COLUMNS:
        abort(404, f"There is no table by {by!r}: take {', '.join(COLUMNS)}.")
    aided = _aided()
    found = reports.measure(batch, aided) if by != "doc" else _whole(batch, by, aided)
    return render_template(
        "pages/agreement.html",
        batch=batch,
        batches=[one.batch for one in batches.progress(db())],
        by=by,
        aided=aided,
        aids=measured.AIDED,
        ways=COLUMNS,
        report=found,
        headline=headline(found),
        borders=borders(found),
        reasons=reasons(found),
        origin=origin(found),
        tables=[
            (table, _linked(table, found, batch, aided))
            for table in tables_of(found, by)
        ],
        history=reports.history(batch, aided) if by is None else (),
        formats=_FORMATS,
    )


def _whole(batch: Batch | None, by: str, aided: str) -> Report:
    documents = (
        measured.document(record, aided=aided) for record in reports.records_of(batch)
    )
    return report(
        measured.concerned(documents, aided), bootstrap=reports.BOOTSTRAP, by=by
    )


def _linked(
    table: Table, found: Report, batch: Batch | None, aided: str
) -> list[tuple[Cell, list[Cell]]]:
    """The rows of a table, each number with the way to its cases."""
    which = batch.id if batch else None

    def to(**asked: Any) -> str:
        only = None if aided == "all" else aided
        return url_for("agreement.cases", batch=which, aided=only, **asked)

    first, kind = table.columns[0], table.title
    rows: list[tuple[Cell, list[Cell]]] = []
    for head, *cells in table.rows:
        place: str | None = None
        others: list[str | None] = [None] * len(cells)
        if first == "label":
            place = to(label=head if head in found.labels else None)
        elif first == "document":
            place = to(article=head)
        elif first == "pair":
            place = to(pair=head.replace(" and ", "|"))
        elif first == "attribute":
            place = to(kind="attributes")
        elif kind == "Pairs":
            others = [
                to(pair="|".join(sorted((head, name)))) if name != head else None
                for name in table.columns[1:]
            ]
        elif kind == "What the other said":
            others = [
                to(label=head, kind="label" if name in found.labels else "missed")
                if name != head
                else None
                for name in table.columns[1:]
            ]
        rows.append(
            (
                Cell(head, place),
                [Cell(w, p) for w, p in zip(cells, others, strict=True)],
            )
        )
    return rows


@blueprint.get("/report.<format>")
def file(format: str) -> Response:
    """The report as a file: the same digits as the page and the command."""
    if format not in _FORMATS:
        abort(404, f"There is no report as {format}: take {', '.join(_FORMATS)}.")
    found = reports.measure(_batch(), _aided())
    if format == "json":
        body = current_app.json.dumps(found.as_record(), ensure_ascii=False, indent=2)
    elif format == "csv":
        body = show.csv(found)
    elif format == "md":
        body = show.markdown(found)
    else:
        body = show.html(found)
    answer = Response(body, mimetype=_FORMATS[format])
    answer.headers["Content-Disposition"] = f'attachment; filename="agreement.{format}"'
    return answer


@dataclass(frozen=True, slots=True)
class Shown:
    """A case as the page has it: its words, what stands around, and who said what."""

    case: Case
    title: str
    before: str
    words: str
    after: str
    said: list[tuple[str, list[tuple[str, str, str]]]]


@blueprint.get("/cases")
def cases() -> str:
    """The places where annotators differ, in the order of the articles."""
    batch, aided = _batch(), _aided()
    asked = {
        name: request.args.get(name, "")
        for name in ("article", "label", "kind", "pair")
    }
    wanted = [
        (record, case)
        for record in reports.records_of(batch)
        if asked["article"] in ("", record.article.id)
        for case in disagreements(_of_pair(record, asked["pair"], aided))
        if asked["kind"] in ("", case.kind)
        if not asked["label"]
        or any(u.label == asked["label"] for units in case.said.values() for u in units)
    ]
    pages = max(1, -(-len(wanted) // _PAGE))
    at = min(max(1, number("page") or 1), pages)
    contract = held.contract()
    return render_template(
        "pages/cases.html",
        batch=batch,
        aided=aided,
        asked=asked,
        kinds=KINDS,
        labels=contract.labels,
        total=len(wanted),
        page=at,
        pages=pages,
        cases=[
            _shown(record, case)
            for record, case in wanted[(at - 1) * _PAGE : at * _PAGE]
        ],
    )


def _of_pair(record: ArticleRecord, pair: str, aided: str) -> Document:
    """The article as measured, of all annotators or of the two that `pair` names."""
    found = measured.document(record, aided=aided)
    if not pair:
        return found
    return Document(
        found.id,
        found.length,
        {n: u for n, u in found.annotators.items() if _named(n, pair)},
        found.assigned,
    )


def _named(name: str, pair: str) -> bool:
    return pair.startswith(f"{name}|") or pair.endswith(f"|{name}")


def _shown(record: ArticleRecord, case: Case) -> Shown:
    body = record.article.text

    def told(unit: Unit) -> tuple[str, str, str]:
        words = " … ".join(body[start:end] for start, end in unit.fragments)
        values = ", ".join(
            f"{name.replace('_', ' ')}: {str(value).replace('_', ' ')}"
            for name, value in unit.attributes.items()
        )
        return unit.label, words, values

    before, after = text.context(body, case.start, case.end, 60)
    return Shown(
        case,
        record.article.title,
        before,
        body[case.start : case.end],
        after,
        [(name, [told(unit) for unit in units]) for name, units in case.said.items()],
    )
