"""A process that is killed in the middle of writing loses nothing that it promised."""

import signal
import time
from pathlib import Path

import pytest

from workbench.store import connect, records, sets

from .conftest import Sheet, Start

#: Adds, links and undoes as fast as it can, and says so only when it is done.
WORK = """
import sys
from workbench.store import connect, sets
db = connect(sys.argv[1])
desk = sets.Desk(int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), "1")
last = None
for n in range(100_000):
    op = sets.Op(f"add-{n}", "w", n)
    done = sets.add(db, desk, op, "quote", [(n % 40, n % 40 + 2)])
    print("added", done.annotation, flush=True)
    if last and n % 3 == 0:
        op = sets.Op(f"link-{n}", "w", n)
        sets.link(db, desk, op, "same_as", last, done.annotation)
    last = done.annotation
    if n % 7 == 6:
        sets.undo(db, desk, sets.Op(f"undo-{n}", "w", n))
        last = None
"""


@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.4])
def test_a_killed_process_leaves_a_sound_database(
    path: Path, alice: Sheet, start: Start, seconds
):
    desk = alice.desk
    process = start(WORK, path, desk.article, desk.text, desk.person)
    assert process.stdout
    lines = [process.stdout.readline() for _ in range(5)]
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    output, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    lines += output.splitlines(keepends=True)
    said = [
        line.split()[1] for line in lines if line.startswith("added ") and "\n" in line
    ]
    assert len(said) >= 5

    db = connect(path)
    assert list(records.problems(db)) == []
    logged = {
        change.id
        for event in sets.events(db, alice.id)
        for change in event.changes
        if change.what == "annotation"
    }
    assert logged >= set(said)
    # Whoever comes back goes on where it ended.
    done = sets.add(db, desk, sets.Op("after", "w", 0), "claim", [(0, 3)])
    assert done.annotation not in logged
    assert list(records.problems(db)) == []
    db.close()
