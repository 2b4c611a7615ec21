"""From the command to the first page, and the memory of the serving process."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import data, saving, serving
from benchmarks.tables import Figure, best

_LABELS = 500


def figures() -> Iterator[Figure]:
    """On a database with twenty articles of 7.5 kB, and one of 1 MB."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "workbench.db"
        made = [data.record(n, 7_500, 5) for n in range(saving.ARTICLES)]
        data.database(path, iter([*made, data.record(99, 1_000_000, 10_000)]))
        with serving.workbench(path) as served:
            cookie = serving.sign_in(served, path).cookie
        ours, floor = best(lambda: _first_page(path, cookie), _first_floor, rounds=5)
        bare = "bare Flask under waitress"
        yield Figure("Start again → first page", ours, "s", floor, bare, 1.0)
        with serving.workbench(path) as served, serving.floor() as least:
            client = serving.sign_in(served, path)
            client.get("/articles")
            serving.Client(least.base).post("/save", saving.FLOOR_FORM)
            idle = f"{bare}, one insert done"
            yield Figure("Memory, idle", served.rss, "MB", least.rss, idle, 80)
            saving.labels(served, path, clients=1, each=_LABELS)
            saving.inserts(least, clients=1, each=_LABELS)
            worked = f"{bare}, {_LABELS} inserts done"
            what = f"Memory, after {_LABELS} labels"
            yield Figure(what, served.rss, "MB", least.rss, worked, 100)
            client.get("/articles/x00099")
            what = "Memory, after opening 1 MB with 10,000 marks"
            yield Figure(what, served.rss, "MB", least.rss, worked)


def _first_page(path: Path, cookie: str) -> float:
    with serving.workbench(path) as served:
        serving.Client(served.base, cookie).get("/articles")
        return time.perf_counter() - served.started


def _first_floor() -> float:
    with serving.floor({"page.html": b"<p>A page"}) as served:
        serving.Client(served.base).get("/page")
        return time.perf_counter() - served.started
