"""Write the pages of the Python interface from its docstrings: ``python tools/write_api_pages.py FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

import pdoc

import analytics

MODULES = (
    "analytics", "analytics.query.notebooks", "analytics.query.frames", "analytics.query.findings",
    "analytics.warehouse.read", "analytics.ingest.pipeline", "analytics.fetch.collect", "analytics.reports.model",
    "analytics.settings", "analytics.errors",
)  # fmt: skip
"""What scripts call, what it gives, and what it raises."""


def main(folder: Path) -> None:
    """Write the pages; names that the package loads when asked for are asked for first."""
    for name in analytics.__all__:
        getattr(analytics, name)
    pdoc.render.configure(
        docformat="restructuredtext", show_source=False, footer_text=f"CountyScope {analytics.__version__}"
    )
    pdoc.pdoc(*MODULES, output_directory=folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
