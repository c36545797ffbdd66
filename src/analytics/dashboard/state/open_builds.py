"""Builds that this server has open: the current one, and an earlier one while somebody still reads it.

A build that a newer one replaced is let go soon after it was last asked for, with everything worked out from it.
Nothing is closed under a reader: DuckDB closes a connection when nobody refers to it any more, so the last reader
closes it.
"""

from __future__ import annotations

import atexit
import gc
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from analytics.dashboard.state.open_build import OpenBuild
from analytics.settings import Settings
from analytics.warehouse.builds.manifest import check_in_background
from analytics.warehouse.builds.publish import find_builds_folder
from analytics.warehouse.read import open_warehouse

P = ParamSpec("P")
T = TypeVar("T")
OfBuild = Callable[Concatenate[str, P], T]
"""A function of a build's id and more."""
IDLE_SECONDS = 15.0
"""A rerun asks for its build many times in a second; who has not asked for so long reads a newer one by now."""
_LOOK_SECONDS = 5.0


@dataclass(slots=True)
class _OpenBuild:
    collection: OpenBuild
    last_read: float


_builds: dict[tuple[Path, str], _OpenBuild] = {}
_lock = threading.RLock()


def find_folder() -> Path:
    """The warehouse folder of this server."""
    return Path(os.environ.get("COUNTYSCOPE_WAREHOUSE", str(Settings().warehouse)))


def open_build(warehouse: Path, build_id: str) -> OpenBuild:
    """A build, opened once for all who read it. WarehouseError where it cannot be opened."""
    with _lock:
        build = _builds.get((warehouse, build_id))
        if build is None:
            build = _builds[warehouse, build_id] = _OpenBuild(_load(warehouse, build_id), 0.0)
            if len(_builds) > 1:
                _look_later()
        build.last_read = time.monotonic()
        return build.collection


def keep_with_build(size: int) -> Callable[[OfBuild[P, T]], OfBuild[P, T]]:
    """Keep the last ``size`` results of a function of a build's id, as long as that build is open.

    They are kept as they are, not as copies, and shared by all sessions: nothing writes into a frame that it was handed
    (transforms give new ones). Streamlit's caches would hash thousands of organ ids anew at every rerun.
    """

    def keep(function: OfBuild[P, T]) -> OfBuild[P, T]:
        @wraps(function)
        def call(build_id: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
            memory = open_build(find_folder(), build_id).memory
            kept: Any = memory.get(call) or memory.setdefault(call, lru_cache(maxsize=size)(function))
            result: T = kept(build_id, *args, **kwargs)
            return result

        return call

    return keep


def _load(warehouse: Path, build_id: str) -> OpenBuild:
    if not gc.get_freeze_count():
        # What is loaded by now are libraries, which stay: to look through them again and again for garbage would stop
        # every page for a fifth of a second. Nothing of a build may be among them, or it would never be let go.
        gc.collect()
        gc.freeze()
        for clear in (gc.unfreeze, _builds.clear):  # else libraries complain at the end of what nobody cleared away
            atexit.register(clear)
    build = open_warehouse(warehouse, build_id or None)
    check_in_background(find_builds_folder(warehouse) / build.build_id)
    return OpenBuild(build, build.organs(), build.reports())


def _look_later() -> None:
    timer = threading.Timer(_LOOK_SECONDS, _let_go)
    timer.daemon = True
    timer.start()


def _let_go() -> None:
    """Let go of every build but the one read last that nobody has asked for of late; look again while there are any."""
    with _lock:
        newest = max(_builds, key=lambda key: _builds[key].last_read, default=None)
        since = time.monotonic() - IDLE_SECONDS
        unread = [key for key, build in _builds.items() if key != newest and build.last_read < since]
        for key in unread:
            del _builds[key]
        if len(_builds) > 1:
            _look_later()
    if unread:
        gc.collect()  # what was worked out of a build may refer to it in a circle
