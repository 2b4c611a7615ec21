"""How much there is to measure: documents and units, as numbers with names."""

from collections.abc import Mapping
from typing import Any

from workbench.agreement.measure import Ask, Counts, Measure, members
from workbench.agreement.spans import places
from workbench.agreement.tally import Tally


def _documents(tally: Tally, ask: Ask) -> Counts:
    return {"n": tally.documents}


def _shared(tally: Tally, ask: Ask) -> Counts:
    return {"n": tally.documents if members(tally, ask) else 0}


def _units(tally: Tally, ask: Ask) -> Counts:
    labels = places(tally, ask)
    return {
        "n": sum(
            tally.spans.get((a, x), 0) for a in members(tally, ask) for x in labels
        )
    }


def _number(counts: Mapping[Any, int], ask: Ask) -> float:
    return counts.get("n", 0)


MEASURES = [
    Measure("n_docs", "documents", _documents, _number, limits=frozenset()),
    Measure(
        "n_docs_shared",
        "documents that two or more annotators finished",
        _shared,
        _number,
        limits=frozenset({"pair"}),
    ),
    Measure(
        "n_spans",
        "units in documents that two or more annotators finished",
        _units,
        _number,
    ),
]
