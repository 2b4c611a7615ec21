"""How many labels a second the server saves, for one person and for eight at once."""

import re
import secrets
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

from benchmarks import data, serving
from benchmarks.serving import Client, Served
from benchmarks.tables import Figure

ARTICLES = 20
FLOOR_FORM = {"label": "claim", "start": 7, "end": 11}
_SAVES = {1: 400, 8: 800}
_ROUNDS = 3
_LEAST = "bare Flask, one SQLite insert (WAL, FULL)"


def figures() -> Iterator[Figure]:
    """Each client labels three words at a time through twenty articles of 7.5 kB."""
    with tempfile.TemporaryDirectory() as name:
        for clients, goal in ((1, 350), (8, 400)):
            ours: list[tuple[float, float]] = []
            floor: list[tuple[float, float]] = []
            for turn in range(_ROUNDS):
                path = Path(name) / f"{clients}-{turn}.db"
                made = (data.record(n, 7_500, 0) for n in range(ARTICLES))
                data.database(path, made)
                each = _SAVES[clients] // clients
                with serving.workbench(path) as served:
                    ours.append(labels(served, path, clients=clients, each=each))
                with serving.floor() as least:
                    floor.append(inserts(least, clients=clients, each=each))
            yield Figure(
                f"Saves a second, {clients} client{'s' if clients > 1 else ''}",
                max(rate for rate, _ in ours),
                "",
                max(rate for rate, _ in floor),
                _LEAST,
                goal,
                at_least=True,
            )
            yield Figure(
                "… processor time of a save on the server",
                min(cpu for _, cpu in ours) * 1000,
                "ms",
                min(cpu for _, cpu in floor) * 1000,
                _LEAST,
            )

    yield from _after_much_work()


def _after_much_work() -> Iterator[Figure]:
    """The lead has labelled a thousand articles before these twenty."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "workbench.db"
        done = range(1_000, 2_000)
        made = [data.record(n, 7_500, 0) for n in range(ARTICLES)]
        data.database(path, iter([*made, *(data.record(n, 2_000, 30) for n in done)]))
        with serving.workbench(path) as served:
            _, ours = labels(served, path, clients=1, each=100)
        with serving.floor() as least:
            _, floor = inserts(least, clients=1, each=100)
        what = "… the same after 30,000 labels in 1,000 articles"
        yield Figure(what, ours * 1000, "ms", floor * 1000, _LEAST)


def labels(
    served: Served, path: Path, *, clients: int, each: int
) -> tuple[float, float]:
    """Labels a second over HTTP, and what one costs; each client is another person."""
    people = [f"person {n}" for n in range(clients)] if clients > 1 else [""]
    signed_in = [serving.sign_in(served, path, name) for name in people]
    return _together(
        served, [_Labeller(client, n, each) for n, client in enumerate(signed_in)]
    )


def inserts(served: Served, *, clients: int, each: int) -> tuple[float, float]:
    """The same number of requests to the floor, each one insert."""
    return _together(
        served, [_Inserter(Client(served.base), each) for _ in range(clients)]
    )


class _Inserter(Thread):
    """Saves `count` times, one after the other; `error` says why it stopped early."""

    def __init__(self, client: Client, count: int) -> None:
        super().__init__(daemon=True)
        self.client = client
        self.count = count
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            for turn in range(self.count):
                self.save(turn)
        except (OSError, RuntimeError) as error:
            self.error = error

    def save(self, turn: int) -> None:
        self.client.post("/save", FLOOR_FORM | {"start": turn})


class _Labeller(_Inserter):
    """Does what the page does: sends the rev it saw, and reads the one it gets."""

    def __init__(self, client: Client, number: int, count: int) -> None:
        super().__init__(client, count)
        self.first = number
        self.texts = [data.article(n, 7_500).text for n in range(ARTICLES)]
        self.words = [data.words_of(text) for text in self.texts]
        self.revs = [0] * ARTICLES
        self.name = secrets.token_hex(4)

    def save(self, turn: int) -> None:
        number = (self.first + turn) % ARTICLES
        words = self.words[number]
        at = (turn // ARTICLES * 29) % (len(words) - 3)
        start, end = words[at][0], words[at + 2][1]
        form = {
            "label": ("claim", "figure", "quote")[turn % 3],
            "start": start,
            "end": end,
            "exact": self.texts[number][start:end],
            "open": "",
            "snap": "on",
            "op": f"{self.name}-{turn}",
            "client": self.name,
            "seen": self.revs[number],
            "rev": self.revs[number],
        }
        answer = self.client.post(f"/articles/x{number:05}/annotations", form)
        told = re.search(rb'data-rev="(\d+)"', answer)
        if told is None:
            raise RuntimeError("The answer to a label has no rev.")
        self.revs[number] = int(told.group(1))


def _together(served: Served, threads: list[_Inserter]) -> tuple[float, float]:
    """Saves a second, and the server's seconds of processor time for each."""
    used, begun = served.cpu, time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    taken = time.perf_counter() - begun
    for thread in threads:
        if thread.error or thread.is_alive():
            raise RuntimeError("A client did not come through.") from thread.error
    saves = sum(thread.count for thread in threads)
    return saves / taken, (served.cpu - used) / saves
