"""A report: every number that a lead or a script may want, and why one is missing.

A number stands in `values` under its name, so a page, a command and a script that show
the same name show the same digits.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from workbench import __version__
from workbench.agreement.bootstrap import FEW
from workbench.agreement.model import Document
from workbench.agreement.names import INTERVAL, MEASURES
from workbench.agreement.summary import Summary, summary
from workbench.agreement.values import Interval, Result, Values

#: Krippendorff's limits: from GOOD on conclusions are safe, from TENTATIVE tentative.
GOOD, TENTATIVE = 0.8, 0.667
WORST = 5
#: What a table by document, pair, label or attribute shows.
COLUMNS = {
    "doc": ("alpha_char", "f1_exact", "f1_soft", "f1_char", "n_spans"),
    "pair": (
        *("f1_exact", "f1_soft", "f1_char", "kappa_char", "alpha_char"),
        "n_docs_shared",
    ),
    "label": ("f1_exact", "f1_soft", "f1_char", "alpha_char", "n_spans"),
    "attribute": ("attr_alpha_nominal", "attr_units"),
}
_SHAPES = {
    "doc": "{}@{}",
    "pair": "{}:{}",
    "label": "{}[{}]",
    "attribute": "{}{{{}}}",
}
#: Measures of which a report has an interval, overall and by label.
_WITH_INTERVAL = ("alpha_char",)


@dataclass(frozen=True, slots=True)
class Annotator:
    """How much somebody finished, of how much, and how many units by label."""

    name: str
    finished: int
    assigned: int
    spans: dict[str, int]


@dataclass(slots=True)
class Report:
    """All numbers by their names, and what their tables are made of."""

    values: dict[str, Result]
    undefined: dict[str, str]
    annotators: list[Annotator]
    labels: list[str]
    pairs: list[tuple[str, str]]
    attributes: list[str]
    #: shared documents with their alpha, the worst first
    documents: list[tuple[str, float | None]]
    warnings: list[str]
    bootstrap: int
    seed: int
    sha256: str
    version: str = __version__
    left_out: dict[str, int] = field(default_factory=dict)

    def number(self, name: str) -> float | None:
        """The value of that name; None where it is undefined or not in the report."""
        found = self.values.get(name)
        return float(found) if isinstance(found, int | float) else None

    def interval(self, name: str) -> Interval | None:
        """The interval of the value of that name."""
        found = self.values.get(f"{name}{INTERVAL}")
        return found if isinstance(found, tuple) else None

    def counts(self, name: str) -> dict[str, int]:
        """The counts of a confusion; none where it is not in the report."""
        found = self.values.get(name)
        return found if isinstance(found, dict) else {}

    def as_record(self) -> dict[str, object]:
        """The report for JSON: each number under its name, and how it was made."""
        return {
            **self.values,
            "undefined": self.undefined,
            "annotators": {
                one.name: {
                    "finished": one.finished,
                    "assigned": one.assigned,
                    "spans": one.spans,
                }
                for one in self.annotators
            },
            "warnings": self.warnings,
            "bootstrap": self.bootstrap,
            "left_out": self.left_out,
            "seed": self.seed,
            "sha256": self.sha256,
            "version": self.version,
        }


def report(
    documents: Iterable[Document] | Summary,
    *,
    bootstrap: int = 1000,
    seed: int = 0,
    by: str | None = None,
) -> Report:
    """The report of `documents`; `by` one of COLUMNS adds every number of that table.

    The table by label is always there, and so are all pairs and the worst documents.
    """
    whole = documents if isinstance(documents, Summary) else summary(documents)
    values = Values(whole, bootstrap, seed)
    labels, attributes = whole.labels, whole.attributes
    pairs = list(combinations(whole.annotators, 2))
    ordered = _worst_first(values)
    told = [id for id, _ in (ordered if by == "doc" else ordered[:WORST])]
    names = [
        *(m.name for m in MEASURES.values() if not m.needs),
        *names_by("label", labels),
        *(f"ku_alpha[{x}]" for x in labels),
        *(f"u_alpha[{x}]" for x in labels),
        *(f"alpha_doc[{x}]" for x in labels),
        *names_by("pair", [f"{a}|{b}" for a, b in pairs]),
        *names_by("doc", told),
        *names_by("attribute", attributes),
        *(f"{name}{INTERVAL}" for name in _WITH_INTERVAL),
        *(f"{name}[{x}]{INTERVAL}" for name in _WITH_INTERVAL for x in labels),
        "confusion",
        *(f"confusion:{a}|{b}" for a, b in pairs),
    ]
    found = {name: values.get(name) for name in names}
    return Report(
        found,
        values.undefined,
        _annotators(whole),
        labels,
        pairs,
        attributes,
        ordered,
        _warnings(whole, values, found),
        bootstrap,
        seed,
        whole.sha256,
        left_out=values.left_out,
    )


def names_by(
    by: str, keys: Iterable[str], columns: Iterable[str] | None = None
) -> list[str]:
    """The names of a table's cells, row by row."""
    shape = {
        "doc": "{}@{}",
        "pair": "{}:{}",
        "label": "{}[{}]",
        "attribute": "{}{{{}}}",
    }
    chosen = tuple(COLUMNS[by] if columns is None else columns)
    return [shape[by].format(name, key) for key in keys for name in chosen]


def keys_by(by: str, whole: Summary) -> list[str]:
    """What the rows of a table are about."""
    if by == "doc":
        return sorted(k for k, t in whole.documents.items() if len(t.annotators) > 1)
    if by == "pair":
        return [f"{a}|{b}" for a, b in combinations(whole.annotators, 2)]
    return whole.labels if by == "label" else whole.attributes


def _worst_first(values: Values) -> list[tuple[str, float | None]]:
    """The shared documents: first where one marked and another found nothing, then by
    alpha; those without an alpha are last."""

    def key(one: tuple[str, float | None]) -> tuple[bool, float, str]:
        id, alpha = one
        tally = values.of.documents[id]
        marked = {a for a, _ in tally.spans}
        uneven = 0 < len(marked) < len(tally.annotators)
        return not uneven, 2.0 if alpha is None else alpha, id

    known = dict(values.undefined)
    shared = keys_by("doc", values.of)
    found = [(id, values.number(f"alpha_char@{id}")) for id in shared]
    # What was asked only to put them in order is not part of the report.
    values.undefined = known
    return sorted(found, key=key)


def _annotators(whole: Summary) -> list[Annotator]:
    finished: dict[str, int] = {}
    assigned: dict[str, int] = {}
    spans: dict[str, dict[str, int]] = {}
    for tally in whole.folded:
        for name, number in tally.assigned.items():
            assigned[name] = assigned.get(name, 0) + number
        for name in tally.annotators:
            finished[name] = finished.get(name, 0) + tally.documents
        for (a, x), number in tally.spans.items():
            of = spans.setdefault(tally.annotators[a], {})
            of[tally.labels[x]] = of.get(tally.labels[x], 0) + number
    return [
        Annotator(name, finished.get(name, 0), assigned[name], spans.get(name, {}))
        for name in sorted(assigned)
    ]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _warnings(whole: Summary, values: Values, found: dict[str, Result]) -> list[str]:
    """What one should know before one believes a number."""
    told = []
    dropped = sum(n for tally in whole.folded for n in tally.dropped.values())
    if dropped:
        told.append(
            f"{_count(dropped, 'unit')} left out: outside of the text, or empty."
        )
    doubled = sum(n for tally in whole.folded for n in tally.doubled.values())
    if doubled:
        told.append(f"{_count(doubled, 'unit')} left out: marked twice by one person.")
    alone = sum(t.documents for t in whole.folded if len(t.annotators) == 1)
    if alone:
        told.append(f"{_count(alone, 'document')} finished by one annotator only.")
    nobody = sum(t.documents for t in whole.folded if not t.annotators)
    if nobody:
        told.append(f"{_count(nobody, 'document')} finished by nobody.")
    shared = values.number("n_docs_shared") or 0
    if 0 < shared < FEW:
        told.append(
            f"Few documents: an interval from {shared:.0f} of them is a rough guess."
        )
    users: dict[str, set[str]] = {}
    for tally in whole.folded:
        if len(tally.annotators) > 1:
            for a, x in tally.spans:
                users.setdefault(tally.labels[x], set()).add(tally.annotators[a])
    told += [
        f"Only {min(names)} used the label {label} in shared documents."
        for label, names in sorted(users.items())
        if len(names) == 1
    ]
    told += [
        f"{name}: {number:,} of {values.bootstrap:,} resamples had no value and are "
        "left out."
        for name, number in sorted(values.left_out.items())
    ]
    return told
