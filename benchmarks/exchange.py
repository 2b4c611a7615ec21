"""Import, export, validate and verify of 1,000 articles with 30 annotations each."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils.utils import sqlite3

from benchmarks import data
from benchmarks.serving import ROOT
from benchmarks.tables import Figure, best

_ARTICLES, _MARKS = 1_000, 30
# A child's peak counts what its parent had when it was started, so the parent must be
# a Python with nothing in it.
_LAUNCH = """
import os, sys, time
begun = time.perf_counter()
null = os.open(os.devnull, os.O_WRONLY)
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
_, status, usage = os.wait4(pid, 0)
seconds = time.perf_counter() - begun
print(seconds, usage.ru_maxrss / 1000, os.waitstatus_to_exitcode(status))
"""


def figures() -> Iterator[Figure]:
    """Each command from its start to its end, the interpreter's start included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, path, out = (
            folder / "in.jsonl",
            folder / "workbench.db",
            folder / "out.jsonl",
        )
        made = [
            data.record(n, 4_000, _MARKS, annotator="ana", status="submitted")
            for n in range(_ARTICLES)
        ]
        source.write_text("".join(data.lines(iter(made))), "utf-8")
        del made
        _, nothing = run("--version")
        bare = "`workbench --version`"

        def imported() -> float:
            path.unlink(missing_ok=True)
            return note("import", run("import", str(source), "--db", str(path)))

        peaks: dict[str, float] = {}

        def note(command: str, ran: tuple[float, float]) -> float:
            peaks[command] = max(ran[1], peaks.get(command, 0))
            return ran[0]

        ours, floor = best(imported, lambda: _inserted(source, folder))
        what = f"of {_ARTICLES:,} articles x {_MARKS}"
        least = "read as JSON, one executemany a table"
        yield Figure(f"Import {what}", ours, "s", floor, least)
        yield Figure("… its peak memory", peaks["import"], "MB", nothing, bare)

        def exported() -> float:
            options = ["--format", "jsonl", "-o", str(out), "--db", str(path)]
            return note("export", run("export", *options))

        ours, floor = best(exported, lambda: _dumped(source, folder), rounds=5)
        least = "json.dumps of the same records, written to a file"
        yield Figure(f"Export {what}, checked", ours, "s", floor, least, 1.5)
        yield Figure("… its peak memory", peaks["export"], "MB", nothing, bare, 50)

        def validated() -> float:
            return note("validate", run("validate", str(out)))

        ours, floor = best(validated, lambda: _loaded(out), rounds=5)
        yield Figure(f"Validate {what}", ours, "s", floor, "json.loads of every line")
        yield Figure("… its peak memory", peaks["validate"], "MB", nothing, bare)

        def verified() -> float:
            return note("verify", run("verify", "--db", str(path)))

        ours, floor = best(verified, lambda: _checked(path))
        yield Figure(f"Verify {what}", ours, "s", floor, "PRAGMA integrity_check")
        yield Figure("… its peak memory", peaks["verify"], "MB", nothing, bare)


def run(*arguments: str) -> tuple[float, float]:
    """Seconds and peak MB of a command that must succeed."""
    command = [sys.executable, "-I", "-S", "-c", _LAUNCH]
    told = subprocess.run(
        [*command, sys.executable, "-m", "workbench", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.split()
    if told[2] != "0":
        raise RuntimeError(f"workbench {' '.join(arguments)} ends with {told[2]}.")
    return float(told[0]), float(told[1])


def _inserted(source: Path, folder: Path) -> float:
    path = folder / "floor.db"
    path.unlink(missing_ok=True)
    begun = time.perf_counter()
    conn = sqlite3.connect(str(path), isolation_level=None)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("CREATE TABLE article (id, title, text, sha256)")
    conn.execute('CREATE TABLE span (article, id, label, start, "end", attributes)')
    conn.execute("BEGIN IMMEDIATE")
    articles, spans = [], []
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            articles.append((one["id"], one["title"], one["text"], one["sha256"]))
            spans += [
                (one["id"], a["id"], a["label"], *f, json.dumps(a["attributes"]))
                for a in one["annotation_sets"][0]["annotations"]
                for f in a["fragments"]
            ]
    conn.executemany("INSERT INTO article VALUES (?, ?, ?, ?)", articles)
    conn.executemany("INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)", spans)
    conn.execute("COMMIT")
    conn.close()
    return time.perf_counter() - begun


def _dumped(source: Path, folder: Path) -> float:
    with source.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    begun = time.perf_counter()
    with (folder / "floor.jsonl").open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return time.perf_counter() - begun


def _loaded(path: Path) -> float:
    begun = time.perf_counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            json.loads(line)
    return time.perf_counter() - begun


def _checked(path: Path) -> float:
    conn = sqlite3.connect(str(path))
    begun = time.perf_counter()
    conn.execute("PRAGMA integrity_check").fetchall()
    taken = time.perf_counter() - begun
    conn.close()
    return taken
