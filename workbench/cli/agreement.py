"""`workbench agreement` and `workbench disagreements`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

import click

from workbench import __version__, agreement, files, measured
from workbench.agreement import AgreementError, Document, Summary, Values, cases, show
from workbench.agreement.report import COLUMNS, keys_by, names_by
from workbench.cli.articles import batch_option, checked, paths_argument, read, stored
from workbench.cli.terminal import (
    FINDINGS,
    UNDEFINED,
    Failure,
    contract,
    count,
    db_option,
    json_option,
    progress,
    refuse,
)
from workbench.dataset import ArticleRecord

_KINDS = click.Choice(["human", "model", "gold"])
_kinds = click.option(
    "--kind",
    "kinds",
    type=_KINDS,
    multiple=True,
    default=["human"],
    show_default=True,
    help="Whose sets are compared (may be repeated).",
)
_aided = click.option(
    "--aided",
    type=click.Choice(measured.AIDED),
    default="all",
    show_default=True,
    help="Only of people who were shown suggestions (aided), or who were not.",
)


# --- what is compared -----------------------------------------------------------------


def _documents(
    paths: tuple[Path, ...],
    path: Path | None,
    batch: str | None,
    kinds: tuple[str, ...],
    aided: str,
    as_json: bool,
) -> Iterator[Document]:
    """The documents to compare; of files, only when all of them proved good.

    What is held meanwhile is the units, not the texts.
    """
    if not paths:
        for record in stored(path, batch):
            yield measured.document(record, kinds, aided)
        return
    problems: list[files.FileProblem] = []
    of_text: dict[str, Document] = {}
    with progress("Reading") as step:
        for item in files.stream(paths, contract(), progress=step):
            if isinstance(item, files.FileProblem):
                problems.append(item)
            elif not problems:
                made = measured.document(item.record, kinds, aided)
                text = item.record.article.sha256
                known = of_text.get(text)
                of_text[text] = measured.joined(known, made) if known else made
    if problems:
        refuse(problems, "measured", as_json)
    while of_text:
        yield of_text.pop(next(iter(of_text)))


# --- thresholds -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gate:
    """A threshold and how the value stands to it; `met` is None without a value."""

    name: str
    least: float
    value: float | None
    ci95: tuple[float, float] | None
    n: float | None
    met: bool | None
    why: str | None

    def __str__(self) -> str:
        told = {True: "met", False: "MISSED", None: "UNDEFINED"}[self.met]
        value = "none" if self.value is None else f"{self.value:.4f}"
        interval = "none" if self.ci95 is None else _number(self.ci95, None)
        many = "" if self.n is None else f", n {self.n:,.0f}"
        why = f": {self.why}" if self.why else ""
        return (
            f"{told}  {self.name} {value}, at least {self.least:g}, 95 % interval "
            f"{interval}{many}{why}"
        )


def _thresholds(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, float], ...]:
    """The name and the number of each --min."""
    found = []
    for written in given:
        name, _, least = written.rpartition("=")
        try:
            found.append((name, float(least)))
        except ValueError:
            raise click.BadParameter(
                f"{written!r} is not NAME=VALUE, as alpha_char=0.8."
            ) from None
    return tuple(found)


def _gate(values: Values, name: str, least: float, on_interval: bool) -> Gate:
    value = values.number(name)
    parsed = agreement.parse(name, values.of)
    ci95 = None if parsed.document is not None else values.interval(name)
    judged = (ci95[0] if ci95 else None) if on_interval else value
    # What a name asks for besides its measure says which units are behind it.
    behind = "attr_units" if parsed.ask.attribute else "n_spans"
    rest = name[len(parsed.measure.name) :] if parsed.measure else ""
    why = values.undefined.get(name)
    if value is not None and judged is None:
        why = values.undefined.get(f"{name}.ci95", "one document has no interval")
    return Gate(
        name,
        least,
        value,
        ci95,
        values.number(f"{behind}{rest}"),
        None if judged is None else judged >= least,
        why,
    )


def _known_labels(names: list[str], whole: Summary) -> None:
    """Refuses a label that neither the schema nor the data have: a slip of the pen."""
    there = {*(label.name for label in contract().labels), *whole.labels}
    for name in names:
        label = agreement.parse(name, whole).ask.label
        if label is not None and label not in there:
            raise AgreementError(
                f"{name!r} names no label. There are: {', '.join(sorted(there))}."
            )


# --- the commands ---------------------------------------------------------------------


@click.command("agreement")
@paths_argument
@db_option
@batch_option
@_kinds
@_aided
@json_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "md", "html", "csv"]),
    default="text",
    show_default=True,
    help="How to show it; html is one file with pictures.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; standard output without it.",
)
@click.option(
    "--only", multiple=True, help="Only this measure (may be repeated), as f1_exact."
)
@click.option(
    "--by", type=click.Choice(list(COLUMNS)), help="One row for each of these."
)
@click.option(
    "--min",
    "least",
    callback=_thresholds,
    multiple=True,
    metavar="NAME=VALUE",
    help="Exit 1 when NAME is below VALUE (may be repeated).",
)
@click.option(
    "--on",
    type=click.Choice(["value", "ci"]),
    default="value",
    show_default=True,
    help="Hold the value, or the lower end of its interval, against --min.",
)
@click.option(
    "--min-shared-docs",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Exit 3 with fewer documents that two or more finished.",
)
@click.option(
    "--bootstrap",
    type=click.IntRange(10, 1_000_000),
    default=1000,
    show_default=True,
    help="Resamples of the documents for an interval.",
)
@click.option("--seed", default=0, show_default=True, help="Of the resamples.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that count.",
)
def agreement_command(
    paths: tuple[Path, ...],
    path: Path | None,
    batch: str | None,
    kinds: tuple[str, ...],
    aided: str,
    as_json: bool,
    format_: str,
    output: Path | None,
    only: tuple[str, ...],
    by: str | None,
    least: tuple[tuple[str, float], ...],
    on: str,
    min_shared_docs: int,
    bootstrap: int,
    seed: int,
    jobs: int,
) -> None:
    """Tell how far annotators agree, in files, or in the database without any.

    Exit codes: 0 fine, 1 a --min was missed, 2 usage or bad input, 3 a value that was
    asked for is undefined, or too few documents are shared.
    """
    checked(paths, path, batch)
    if as_json and format_ != "text":
        raise click.UsageError("Choose one of --json and --format.")
    if only and format_ not in ("text", "csv"):
        raise click.UsageError("--only is shown as text, csv or JSON.")
    try:
        whole = agreement.summary(
            measured.concerned(
                _documents(paths, path, batch, kinds, aided, as_json), aided
            ),
            jobs=jobs,
        )
        values = Values(whole, bootstrap, seed)
        shared = int(values.number("n_docs_shared") or 0)
        names = list(only)
        if only and by:
            names = names_by(by, keys_by(by, whole), only)
        _known_labels([*names, *(name for name, _ in least)], whole)
        gates = [_gate(values, name, n, on == "ci") for name, n in least]
        if only:
            told, undefined = _only(values, names, gates, as_json, format_)
        else:
            undefined = False
            made = agreement.report(whole, bootstrap=bootstrap, seed=seed, by=by)
            told = _told(made, gates, as_json, format_, by)
    except AgreementError as error:
        raise Failure(str(error)) from error
    _write(told, output)
    is_plain = format_ == "text" and not output
    for gate in [] if as_json else gates:
        click.echo(str(gate), err=not is_plain)
    if shared < min_shared_docs:
        click.echo(
            f"{count(shared, 'document')} finished by two or more annotators, and "
            f"{min_shared_docs} needed: too little to say anything.",
            err=True,
        )
        raise SystemExit(UNDEFINED)
    if any(gate.met is False for gate in gates):
        raise SystemExit(FINDINGS)
    if undefined or any(gate.met is None for gate in gates):
        raise SystemExit(UNDEFINED)


def _write(told: str, output: Path | None) -> None:
    if output is None:
        click.echo(told, nl=False)
        return
    try:
        output.write_text(told, encoding="utf-8")
    except OSError as error:
        raise Failure(f"{output}: {error.strerror}.") from error
    click.echo(f"Wrote {output}")


def _json(record: dict[str, object], gates: list[Gate]) -> str:
    if gates:
        record["gates"] = [
            {
                "name": gate.name,
                "min": gate.least,
                "value": gate.value,
                "ci95": gate.ci95,
                "n": gate.n,
                "met": gate.met,
                "why": gate.why,
            }
            for gate in gates
        ]
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _told(
    made: agreement.Report,
    gates: list[Gate],
    as_json: bool,
    format_: str,
    by: str | None,
) -> str:
    if as_json:
        return _json(made.as_record(), gates)
    if format_ == "csv":
        return show.csv(made)
    shown = {"text": show.text, "md": show.markdown, "html": show.html}
    return shown[format_](made, by)


def _only(
    values: Values, names: list[str], gates: list[Gate], as_json: bool, format_: str
) -> tuple[str, bool]:
    """The asked numbers alone, and whether one of them is undefined."""
    found = {name: values.get(name) for name in names}
    undefined = {name: values.undefined[name] for name in names if found[name] is None}
    if as_json:
        record: dict[str, object] = {
            **found,
            "undefined": undefined,
            "bootstrap": values.bootstrap,
            "seed": values.seed,
            "sha256": values.of.sha256,
            "version": __version__,
        }
        return _json(record, gates), bool(undefined)
    if format_ == "csv":
        told = show.numbers(found, undefined)
    else:
        told = "".join(
            f"{name}  {_number(value, undefined.get(name))}\n"
            for name, value in found.items()
        )
    return told, bool(undefined)


def _number(value: agreement.Result, why: str | None) -> str:
    if value is None:
        return f"undefined: {why}"
    if isinstance(value, tuple):
        return "[{:.4f}, {:.4f}]".format(*value)
    if isinstance(value, dict):
        return ", ".join(f"{cell} {number}" for cell, number in value.items()) or "none"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


# --- disagreements --------------------------------------------------------------------


@click.command("disagreements")
@paths_argument
@db_option
@batch_option
@_kinds
@_aided
@click.option("--article", "ids", multiple=True, help="Only this article (repeatable).")
@click.option("--label", "labels", multiple=True, help="Only this label (repeatable).")
@click.option(
    "--about",
    type=click.Choice(list(cases.KINDS)),
    multiple=True,
    help="Only cases of this kind (may be repeated).",
)
@click.option(
    "--url",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Where the server runs, for the addresses of the places.",
)
@json_option
def disagreements_command(
    paths: tuple[Path, ...],
    path: Path | None,
    batch: str | None,
    kinds: tuple[str, ...],
    aided: str,
    ids: tuple[str, ...],
    labels: tuple[str, ...],
    about: tuple[str, ...],
    url: str,
    as_json: bool,
) -> None:
    """List the places where annotators differ, with the text and who said what.

    Exit codes: 0 listed, 2 usage or bad input, 3 nothing to compare.
    """
    checked(paths, path, batch)
    shared = 0
    told: list[dict[str, object]] = []
    given = (
        (one.record for one in read(paths, contract(), "measured", as_json))
        if paths
        else stored(path, batch)
    )
    for record in given:
        if ids and record.article.id not in ids:
            continue
        document = measured.document(record, kinds, aided)
        shared += len(document.annotators) > 1
        for case in agreement.disagreements(document):
            found = {unit.label for units in case.said.values() for unit in units}
            if (about and case.kind not in about) or (
                labels and not found.intersection(labels)
            ):
                continue
            address = None if paths else _address(url, record, case, kinds)
            told.append(_case_record(record, case, address))
            if not as_json:
                click.echo(_case_text(told[-1]))
    if as_json:
        click.echo(json.dumps({"shared": shared, "cases": told}, ensure_ascii=False))
    else:
        click.echo(
            f"{count(len(told), 'case')} in {count(shared, 'document')} that two or "
            "more annotators finished."
        )
    if not shared:
        raise SystemExit(UNDEFINED)


def _address(
    url: str, record: ArticleRecord, case: agreement.Case, kinds: tuple[str, ...]
) -> str:
    """The place, with everybody's labels side by side."""
    asked = []
    for name in case.said:
        kind = kinds[0]
        if len(kinds) > 1:
            name, _, kind = name.removesuffix(")").rpartition(" (")
        asked.append(("set", f"{kind}/{name}"))
    query = urlencode([*asked, ("at", case.start)], safe="/")
    page = f"{url.rstrip('/')}/articles/{quote(record.article.id)}/beside"
    return f"{page}?{query}#here"


def _case_record(
    record: ArticleRecord, case: agreement.Case, address: str | None
) -> dict[str, object]:
    text = record.article.text
    return {
        "article": case.document,
        "kind": case.kind,
        "start": case.start,
        "end": case.end,
        "text": text[case.start : case.end],
        "address": address,
        "said": {
            name: [
                {
                    "label": unit.label,
                    "fragments": [list(f) for f in unit.fragments],
                    "text": [text[start:end] for start, end in unit.fragments],
                    "attributes": dict(unit.attributes),
                }
                for unit in units
            ]
            for name, units in case.said.items()
        },
    }


def _case_text(told: dict[str, object]) -> str:
    kind, said = str(told["kind"]), told["said"]
    lines = [
        f"{told['article']} [{told['start']}, {told['end']}): {cases.KINDS[kind]}",
    ]
    if isinstance(said, dict):
        for name, units in said.items():
            marked = "; ".join(_unit_text(unit, kind) for unit in units) or "nothing"
            lines.append(f"  {name}: {marked}")
    if told["address"]:
        lines.append(f"  {told['address']}")
    return "\n".join(lines) + "\n"


def _unit_text(unit: dict[str, object], kind: str) -> str:
    texts, attributes = unit["text"], unit["attributes"]
    quoted = " … ".join(texts) if isinstance(texts, list) else ""
    written = " ".join(quoted.split())
    if len(written) > 90:
        written = f"{written[:60]} … {written[-25:]}"
    told = f"{unit['label']} “{written}”"
    if kind == "attributes" and isinstance(attributes, dict):
        told += f" ({', '.join(f'{k} {v}' for k, v in sorted(attributes.items()))})"
    return told
