"""The same table and chart elsewhere: a plain Streamlit page on the same database, and Datasette on the same facts.

Each is served, visited and looked at by the same code as ours. Datasette reads SQLite and has an environment of its
own, like every peer; its chart is drawn by its plug-in datasette-vega in the browser.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import duckdb

from analytics.warehouse.builds.publish import find_database_path
from benchmarks.peers import environment
from benchmarks.servers import ROOT, Server, free_port, running
from benchmarks.visitors import Alone, Step, Visitor, alone, many_users, on_page

TABLE, USERS = "figure", (10, 25, 50, 100, 200, 300)
_COLUMNS = (
    "organ TEXT", "year INTEGER", "line TEXT", "column_label TEXT", "cell INTEGER", "value REAL", "status TEXT",
    "printed TEXT",
)  # fmt: skip


@contextmanager
def plain_streamlit(warehouse: Path, folder: Path) -> Iterator[Server]:
    """Streamlit with its own defaults: started outside of the project, whose configuration it does not see."""
    port, page = free_port(), ROOT / "benchmarks" / "plain_page.py"
    command = [sys.executable, "-m", "streamlit", "run", str(page), f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.headless=true", "--browser.gatherUsageStats=false"]
    command += ["--", str(find_database_path(warehouse, None))]
    with running(command, port, health="/_stcore/health", folder=folder) as server:
        yield server


@contextmanager
def datasette(warehouse: Path, folder: Path) -> Iterator[Server | str]:
    """Datasette over a SQLite file of the same facts, or why there is none."""
    python = environment("datasette")
    if isinstance(python, str):
        yield python
        return
    file, port = folder / "facts.db", free_port()
    export(find_database_path(warehouse, None), file)
    command = [str(python.parent / "datasette"), "serve", str(file), "--host", "127.0.0.1", "--port", str(port)]
    with running([*command, "--setting", "suggest_facets", "off"], port, health="/-/versions.json") as server:
        yield server


def export(database: Path, file: Path) -> None:
    """Every figure with its labels, indexed the way that the pages ask for them."""
    with duckdb.connect(str(database), read_only=True) as source, sqlite3.connect(file) as target:
        found = source.execute(
            """SELECT f.organ, f.year, c.line, c."column", f.cell, f.value, f.status::VARCHAR, e.printed
            FROM figure f JOIN cell c USING (cell) LEFT JOIN evidence e USING (report_id, cell)
            ORDER BY f.cell, f.organ, f.year"""
        )
        target.execute(f"CREATE TABLE {TABLE} ({', '.join(_COLUMNS)})")
        while rows := found.fetchmany(50_000):
            target.executemany(f"INSERT INTO {TABLE} VALUES ({', '.join('?' * len(_COLUMNS))})", rows)
        target.execute(f"CREATE INDEX by_cell ON {TABLE} (cell, organ)")
    target.close()


def filters(warehouse: Path) -> tuple[list[int], list[str]]:
    """The cells of table II and the organs with most figures, to ask for."""
    with duckdb.connect(str(find_database_path(warehouse, None)), read_only=True) as source:
        cells = source.execute(
            """SELECT cell FROM figure JOIN cell USING (cell) WHERE "table" = 'II' AND value IS NOT NULL
            GROUP BY cell ORDER BY count(*) DESC, cell LIMIT 12"""
        ).fetchall()
        organs = source.execute("SELECT organ FROM figure GROUP BY organ ORDER BY count(*) DESC, organ LIMIT 40")
        return [one for (one,) in cells], [one for (one,) in organs.fetchall()]


def on_table(cells: Sequence[int], organs: Sequence[str], *, kind: str = "") -> Visitor:
    """A visitor of Datasette's table page (or ``kind`` .json) who asks for another cell or other organs each time."""

    @asynccontextmanager
    async def visit(server: Server, random: Random) -> Any:
        async def act() -> int:
            return await fetch(server.port, path_of(random.choice(cells), random.sample(organs, 4), kind))

        await act()
        yield act

    return visit


def path_of(cell: int, organs: Sequence[str], kind: str = "") -> str:
    """The table of one cell and some organs, all of their rows on one page."""
    asked = {"cell": cell, "organ__in": json.dumps(list(organs), ensure_ascii=False), "_size": "max"}
    return f"/facts/{TABLE}{kind}?{urlencode(asked)}"


async def fetch(port: int, path: str) -> int:
    """One request on a connection of its own; the bytes of the answer. OSError where it is no 200."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    data = await reader.read(-1)
    writer.close()
    if not data.startswith(b"HTTP/1.1 200"):
        raise OSError(data[:80].decode(errors="replace"))
    return len(data)


def measure_ours(server: Server) -> tuple[Alone, list[Step]]:
    """Ours, on the one page that the others have too."""
    return _both(server, "CountyScope, Trends", on_page("trends", filters=("measure", "group")))


def measure_streamlit(server: Server) -> tuple[Alone, list[Step]]:
    """The plain page."""
    return _both(server, "plain Streamlit page", on_page("", filters=("line",), query=""))


def measure_datasette(server: Server, warehouse: Path) -> list[tuple[Alone, list[Step]]]:
    """The page of the table, and its JSON."""
    cells, organs = filters(warehouse)
    return [
        _both(server, "Datasette, page of the table", on_table(cells, organs)),
        (alone(server, "Datasette, its JSON", on_table(cells, organs, kind=".json")), []),
    ]


def _both(server: Server, name: str, visitor: Visitor) -> tuple[Alone, list[Step]]:
    return alone(server, name, visitor), list(many_users(server, [visitor], [1], users=USERS))


def paths(warehouse: Path, count: int) -> list[str]:
    """Addresses of as many tables, each of another cell."""
    cells, organs = filters(warehouse)
    return [path_of(cell, organs[:4]) for cell in cells[:count]]
