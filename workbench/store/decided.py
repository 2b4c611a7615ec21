"""The rows of an adjudication that its events change: decisions, names, own work,
and which gold is released.

Beside `store.sets`, which asks it when an event is applied, undone or replayed.
"""

import json
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

Json = Any

#: What a change in an event may be about, beyond what every annotation set has.
KINDS = ("decision", "revealed", "own", "released")
FIRST: dict[str, Json] = {"revealed": [], "own": [], "released": []}


def apply(db: Database, set_id: int, kind: str, key: str, after: Json) -> None:
    """The rows after a change of one of KINDS."""
    if kind == "decision":
        if after is None:
            db.execute(
                "DELETE FROM decision WHERE set_id = ? AND key = ?", [set_id, key]
            )
        else:
            db.execute(
                """
                INSERT INTO decision (set_id, key, record)
                VALUES (:set, :key, :record)
                ON CONFLICT (set_id, key) DO UPDATE SET record = excluded.record
                """,
                {"set": set_id, "key": key, "record": _json(after)},
            )
    elif kind == "revealed":
        db.execute(
            "UPDATE adjudication SET revealed = :now WHERE set_id = :set",
            {"now": _json(after), "set": set_id},
        )
    elif kind == "released":
        db.execute(
            "UPDATE adjudication SET released = :now WHERE set_id = :set",
            {"now": _json(after), "set": set_id},
        )
    else:
        db.execute(
            "UPDATE adjudication SET own = :now WHERE set_id = :set",
            {"now": _json(after), "set": set_id},
        )


def present(db: Database, set_id: int) -> dict[tuple[str, str], Json]:
    """The present rows in the form of the events; {} for other sets."""
    found: dict[tuple[str, str], Json] = {}
    row = db.execute(
        "SELECT revealed, own, released FROM adjudication WHERE set_id = ?", [set_id]
    ).fetchone()
    if row is None:
        return found
    found["revealed", ""] = json.loads(row[0])
    found["own", ""] = json.loads(row[1])
    found["released", ""] = json.loads(row[2])
    for key, record in decisions(db, set_id):
        found["decision", key] = record
    return found


def decisions(db: Database, set_id: int) -> Iterable[tuple[str, Json]]:
    """The decisions of an adjudication by the key of their case."""
    rows = db.execute(
        "SELECT key, record FROM decision WHERE set_id = ? ORDER BY key", [set_id]
    )
    return [(key, json.loads(record)) for key, record in rows.fetchall()]


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
