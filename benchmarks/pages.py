"""Reruns of every page on a national simulated collection, one user, in Streamlit's own test harness.

The harness runs the page's script as the server does and keeps its widgets' state; it sends nothing to a browser.
"""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

from streamlit.testing.v1 import AppTest

RUNS = 12
PAGES = {
    "overview": 80,
    "trends": 80,
    "rankings": 80,
    "requests": 80,
    "remedies": 80,
    "data": 80,
    "county": 250,
    "compare": 250,
    "map": 250,
}
"""Page → milliseconds that the 95th percentile of reruns may take."""
_SCRIPT = """
from analytics.dashboard import frame
from analytics.dashboard.views import {page} as view
frame.set_language()
frame.guarded(view.show)()
"""


@dataclass(frozen=True, slots=True)
class PageRow:
    """The first run, which fills caches, and reruns, in milliseconds."""

    page: str
    first: float
    median: float
    slow: float

    def cells(self) -> tuple[str, ...]:
        goal = f"≤ {PAGES[self.page]} ms"
        return self.page, f"{self.first:.0f}", f"{self.median:.0f}", f"{self.slow:.0f}", goal


def measure(warehouse: Path, raw: Path) -> list[PageRow]:
    """Open and rerun every page."""
    os.environ["COUNTYSCOPE_WAREHOUSE"], os.environ["COUNTYSCOPE_RAW"] = str(warehouse), str(raw)
    rows = []
    for page in PAGES:
        app = AppTest.from_string(_SCRIPT.format(page=page), default_timeout=120)
        app.query_params["lang"] = "zh"
        times = []
        for _ in range(RUNS + 1):
            start = time.perf_counter()
            app.run()
            times.append((time.perf_counter() - start) * 1000)
        assert not app.exception
        rows.append(PageRow(page, times[0], statistics.median(times[1:]), statistics.quantiles(times[1:], n=20)[-1]))
    return rows
