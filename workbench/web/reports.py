"""Agreement as measured from the database, the same for the pages and for scripts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from flask import current_app

from workbench import measured
from workbench.agreement import Report
from workbench.dataset import FINISHED, ArticleRecord
from workbench.store import batches, overview, records
from workbench.store.batches import Batch
from workbench.web.db import db

#: Resamples behind an interval.
BOOTSTRAP = 1000


def records_of(batch: Batch | None) -> Iterator[ArticleRecord]:
    """The articles of a batch, or all, with every set that was begun."""
    keys = None
    if batch is not None:
        keys = [row.key for row in overview.matrix(db(), batch.id)]
    return records.export(db(), keys)


def measure(batch: Batch | None, aided: str = "all") -> Report:
    """The report of what is submitted of a batch, or of everything; made anew only when
    something has changed since."""
    return _measured(*_known_by(batch, aided))


@dataclass(frozen=True, slots=True)
class Past:
    """Agreement under one version of the guideline."""

    version: str
    report: Report


def history(batch: Batch | None, aided: str = "all") -> tuple[Past, ...]:
    """Agreement under each version of the guideline, the oldest first; nothing when all
    was labelled under one. Made anew only when something has changed since."""
    return _history(*_known_by(batch, aided))


#: A file, a batch or 0, whose sets count, and the last event: what a report depends on.
_Known = tuple[str, int, str, int]


def _known_by(batch: Batch | None, aided: str) -> _Known:
    place = str(current_app.config["DB"])
    return place, batch.id if batch else 0, aided, overview.latest(db())


@lru_cache(maxsize=8)
def _measured(place: str, batch: int, aided: str, latest: int) -> Report:
    found = batches.get(db(), batch) if batch else None
    return measured.report_of(records_of(found), bootstrap=BOOTSTRAP, aided=aided)


@lru_cache(maxsize=8)
def _history(place: str, batch: int, aided: str, latest: int) -> tuple[Past, ...]:
    seen = list(records_of(batches.get(db(), batch) if batch else None))
    versions = sorted(
        {s.guideline for r in seen for s in r.sets if s.status in FINISHED},
        key=lambda version: (len(version), version),
    )
    if len(versions) < 2:
        return ()
    return tuple(
        Past(
            version or "none",
            measured.report_of(
                (
                    replace(r, sets=tuple(s for s in r.sets if s.guideline == version))
                    for r in seen
                ),
                bootstrap=0,
                aided=aided,
            ),
        )
        for version in versions
    )
