"""How the store uses a SQLite file: several processes, no confirmed vote lost, nothing left."""

import sqlite3
import time
from typing import Any

from sqlalchemy import Connection


def prepare(connection: Any, _: Any) -> None:
    """Set up a new connection, as SQLAlchemy's ``connect`` event gives it."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout=5000")
    # Readers go on while the one writer commits; FULL: a confirmed vote survives a lost socket too.
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    # What is erased is overwritten too.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Turn on the log of writes. Of processes that start together one does so; SQLite lets the
    others fail instead of waiting, whatever its busy_timeout."""
    until = time.monotonic() + 5
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def begin(connection: Connection) -> None:
    """Begin a transaction, as SQLAlchemy's ``begin`` event asks."""
    # A writer takes its turn at once: one that first reads and then finds another in between fails.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
