"""What a lead opens: a batch of 200 articles and 20 people, everything filled in."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import data, serving
from benchmarks.tables import Figure, best
from workbench.store import (
    articles,
    batches,
    connect,
    migrations,
    overview,
    people,
    sets,
    write,
)

_ARTICLES, _PEOPLE, _MARKS = 200, 20, 6
#: What design says: both pages in under this many milliseconds on the server.
_GOAL = 200


def _house(path: Path) -> None:
    """Everybody has submitted every article, so that every cell has its counts."""
    migrations.migrate(path)
    db = connect(path)
    lead = people.lead(db)
    team = [people.ensure(db, f"Annotator {n:02}").id for n in range(_PEOPLE)]
    made = [data.article(n, 2_000) for n in range(_ARTICLES)]
    with write(db):
        rows = [articles.add(db, one) for one in made]
        batch = batches.make(
            db,
            "Everything",
            by=lead.id,
            guideline="1",
            overlap=_PEOPLE,
            labels=["quote", "figure", "claim"],
            articles=[one.id for one in made],
            people=team,
        )
        batches.deal(db, batch.id, lead.id)
        for number, (row, one) in enumerate(zip(rows, made, strict=True)):
            for person in team:
                name = f"Annotator {person}"
                work = data.record(
                    number, 2_000, _MARKS, annotator=name, status="submitted"
                ).sets[0]
                sets.bring_in(db, row, one.text, person, work)
                head = sets.state(db, row, person)
                if head:
                    overview.add_time(db, head.id, [50.0], 300)
    db.close()


def figures() -> Iterator[Figure]:
    """Over HTTP on a kept-alive connection, beside as many bytes from memory."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "workbench.db"
        _house(path)
        pages = {
            "the batch": "/batches/1",
            "the batch, one person": "/batches/1?person=2",
            "the dashboard": "/lead",
            "the log, its first page": "/activity",
        }
        with serving.workbench(path) as served:
            client = serving.sign_in(served, path)
            bodies = {name: client.get(url) for name, url in pages.items()}
            static = {f"p{n}.html": body for n, body in enumerate(bodies.values())}
            with serving.floor(static) as least:
                bare = serving.Client(least.base)
                for n, (name, url) in enumerate(pages.items()):
                    ours, floor = best(
                        partial(serving.seconds_to_get, client, url, 9),
                        partial(serving.seconds_to_get, bare, f"/p{n}", 9),
                    )
                    yield Figure(
                        f"{_ARTICLES} articles x {_PEOPLE} people: {name}",
                        ours * 1000,
                        "ms",
                        floor * 1000,
                        f"its {len(bodies[name]) / 1000:.0f} kB from memory",
                        goal=_GOAL,
                    )
