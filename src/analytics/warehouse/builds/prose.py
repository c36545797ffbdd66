"""What the prose of a build says → its tables. How it is read is not known here: frames come in by their columns."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pandas as pd

PROSE_TABLES = (
    "prose_figure", "practice_mark", "section_five_item", "repeated_problem", "reported_measure", "near_copy",
    "sameness",
)  # fmt: skip


def load_prose(con: duckdb.DuckDBPyConnection, frames: Mapping[str, pd.DataFrame]) -> None:
    """Fill the tables of ``PROSE_TABLES`` by name; further columns of a frame are left out."""
    for table in PROSE_TABLES:
        frame = frames[table]
        names = [name for (name,) in con.execute("SELECT name FROM pragma_table_info(?)", [table]).fetchall()]
        if frame.empty:
            continue
        con.register("incoming", frame[names])
        columns = ", ".join(f'"{name}"' for name in names)
        con.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM incoming")
        con.unregister("incoming")
