"""The two ways in which a database is opened: to read a build, and to write a new one.

Whatever a statement says, neither reads or writes other files than its own, loads other code, or can change that.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

_CONFINED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",  # a name is a table, never a variable of this program
}
_BUILDER_MEMORY = "1GB"
"""What does not fit is sorted on disk."""


def connect_to_read(path: Path, memory_bytes: int) -> duckdb.DuckDBPyConnection:
    """A finished database, which is only read. duckdb.Error where it cannot be opened."""
    settings = {
        "enable_external_access": "false",
        "memory_limit": f"{memory_bytes}B",
        "lock_configuration": "true",
    }
    return duckdb.connect(str(path), read_only=True, config={**_CONFINED, **settings})


def connect_to_write(path: Path, warehouse: Path) -> duckdb.DuckDBPyConnection:
    """A new database, filled from the files of its warehouse folder and from nowhere else."""
    con = duckdb.connect(str(path), config={**_CONFINED, "memory_limit": _BUILDER_MEMORY})
    con.execute("SET allowed_directories = [?]", [str(warehouse)])
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
    return con
