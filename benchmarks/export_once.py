"""Every measure of a build in one file: ``python -m benchmarks.export_once WAREHOUSE FILE``.

It says when it is about to begin and waits for a line, so that another process can see what memory it has before; then
it prints how many rows it wrote.
"""

from __future__ import annotations

import sys
from pathlib import Path

from analytics import open_warehouse
from analytics.exports.formats import find_format
from analytics.query import extracts
from analytics.vocabulary.measures import list_measures


def export_once(folder: Path, file: Path) -> None:
    """Write the file after a line of standard input."""
    keys = [measure.key for measure in list_measures()]
    with open_warehouse(folder) as warehouse, file.open("wb") as stream:
        next(extracts.read_blocks(extracts.extract(warehouse, keys[:1])))
        print("idle", flush=True)
        sys.stdin.readline()
        count = extracts.write(extracts.extract(warehouse, keys), find_format(file.suffix[1:]), stream)
        print(count, flush=True)


if __name__ == "__main__":
    export_once(Path(sys.argv[1]), Path(sys.argv[2]))
