"""The article list with 10,000 articles: what the server takes for a page of it."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import data, serving
from benchmarks.tables import Figure, best

_ARTICLES = 10_000


def figures() -> Iterator[Figure]:
    """Over HTTP on a kept-alive connection, beside as many bytes from memory."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "workbench.db"
        made = (
            data.record(n, 2_000, 0 if n % 5 else 6, annotator="lead")
            for n in range(_ARTICLES)
        )
        data.database(path, made)
        words = data.article(4_321, 2_000).text.split()
        phrase = "+".join(sorted(set(words), key=len)[-3:]).replace(".", "")
        pages = {
            "first page": "/articles",
            "last page": f"/articles?page={_ARTICLES}",
            "one outlet": "/articles?outlet=Outlet+C",
            "in progress only": "/articles?status=in_progress",
            "by length, longest first": "/articles?order=length&down=yes",
            "search, three rare words": f"/articles?search={phrase}",
            "search, a word in every article": "/articles?search=percent",
            "search, two letters": "/articles?search=ou",
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
                    what = f"List of {_ARTICLES:,}: {name}"
                    same = f"its {len(bodies[name]) / 1000:.0f} kB from memory"
                    yield Figure(what, ours * 1000, "ms", floor * 1000, same)
