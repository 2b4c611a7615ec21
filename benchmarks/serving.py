"""Servers in processes of their own, and plain HTTP to them on kept-alive lines."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from workbench.store import connect, people

ROOT = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Served:
    """A running server."""

    process: "subprocess.Popen[str]"
    base: str
    started: float
    folder: Path

    @property
    def rss(self) -> float:
        """The resident memory of the process in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found.group(1)) / 1000 if found else float("nan")

    @property
    def cpu(self) -> float:
        """The processor time that the process has used, in seconds."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[Served]:
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            found = re.search(r"at (http://127\.0\.0\.1:\d+)$", line.strip())
            if found:
                yield Served(process, found.group(1), started, folder)
                return
        raise RuntimeError(f"{' '.join(command)} ended before it served.")
    finally:
        process.terminate()
        process.wait(timeout=20)
        if process.stdout:
            process.stdout.close()


@contextmanager
def workbench(path: Path) -> Iterator[Served]:
    """The workbench on the database at `path`, started as its command starts it."""
    command = [sys.executable, "run.py", "serve", "--port", "0", "--no-open"]
    with _running([*command, "--db", str(path)], path.parent) as served:
        yield served


@contextmanager
def floor(pages: Mapping[str, bytes] | None = None) -> Iterator[Served]:
    """The floor with these pages, each under its name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page, body in (pages or {}).items():
            (folder / page).write_bytes(body)
        command = [sys.executable, "-m", "benchmarks.floor", name, str(ROOT / "static")]
        with _running(command, folder) as served:
            yield served


@dataclass(slots=True)
class Client:
    """One kept-alive connection, signed in if need be."""

    base: str
    cookie: str = ""
    connection: HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = HTTPConnection(urlsplit(self.base).netloc, timeout=60)

    def get(self, path: str) -> bytes:
        """The body at `path`, which must be there."""
        self.connection.request("GET", path, headers=self._headers())
        return self._read(path)

    def post(self, path: str, form: Mapping[str, object]) -> bytes:
        """The body that answers a form as the page's script sends it."""
        headers = self._headers() | {
            "Content-Type": "application/x-www-form-urlencoded",
            "HX-Request": "true",
            "HX-Request-Type": "partial",
            "Sec-Fetch-Site": "same-origin",
        }
        self.connection.request("POST", path, urlencode(form), headers)
        return self._read(path)

    def _headers(self) -> dict[str, str]:
        return {"Cookie": self.cookie} if self.cookie else {}

    def _read(self, path: str) -> bytes:
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answers {answer.status}: {body[:200]!r}")
        return body


def sign_in(served: Served, path: Path, name: str = "") -> Client:
    """A connection signed in as the annotator `name`, or as the lead."""
    db = connect(path)
    person = people.ensure(db, name) if name else people.lead(db)
    token = people.make_link(db, person)
    db.close()
    client = Client(served.base)
    headers = {"Sec-Fetch-Site": "same-origin"}
    client.connection.request("POST", f"/sign-in/{token}", b"", headers)
    answer = client.connection.getresponse()
    answer.read()
    client.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    if answer.status != 303 or not client.cookie:
        raise RuntimeError(f"Signing in answers {answer.status}.")
    return client


def seconds_to_get(client: Client, path: str, times: int) -> float:
    """What a request typically took: the median of `times`, after two more."""
    taken: list[float] = []
    for turn in range(times + 2):
        begun = time.perf_counter()
        client.get(path)
        if turn >= 2:
            taken.append(time.perf_counter() - begun)
    return median(taken)
