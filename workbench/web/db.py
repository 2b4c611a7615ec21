"""The database of an application: a connection for every thread that asks."""

import threading
from pathlib import Path

from flask import current_app
from sqlite_utils import Database

from workbench.store import connect


class Connections:
    """Hands each thread its own connection to the same file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    def get(self) -> Database:
        """This thread's connection, opened on its first call."""
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            db = self._local.db = connect(self.path)
        return db


def db() -> Database:
    """The connection that the current request may use."""
    connections: Connections = current_app.extensions["connections"]
    return connections.get()
