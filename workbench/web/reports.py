"""Agreement as measured from the database, the same for the pages and for scripts."""

from collections.abc import Iterator
from functools import lru_cache

from flask import current_app

from workbench import measured
from workbench.agreement import Report
from workbench.dataset import ArticleRecord
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
    place = str(current_app.config["DB"])
    return _measured(place, batch.id if batch else 0, aided, overview.latest(db()))


@lru_cache(maxsize=8)
def _measured(place: str, batch: int, aided: str, latest: int) -> Report:
    found = batches.get(db(), batch) if batch else None
    return measured.report_of(records_of(found), bootstrap=BOOTSTRAP, aided=aided)
