"""CountyScope: annual disclosure reports of Chinese counties, read exactly."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analytics.query.findings import findings
    from analytics.query.frames import rows
    from analytics.query.ledger import ledger
    from analytics.query.notebooks import open_warehouse

    __version__: str

__all__ = ["__version__", "findings", "ledger", "open_warehouse", "rows"]  # given by __getattr__


_HOMES = {"findings": "findings", "ledger": "ledger", "open_warehouse": "notebooks"}
"""Modules of ``query`` of what does not stand in ``frames``."""


def __getattr__(name: str) -> Any:
    """The doors for scripts and notebooks, and the version: loaded when asked for, so that workers start fast."""
    if name not in __all__:
        raise AttributeError(name)
    globals()[name] = found = version("countyscope") if name == "__version__" else _load(name)
    return found


def _load(name: str) -> Any:
    from importlib import import_module

    return getattr(import_module(f"analytics.query.{_HOMES.get(name, 'frames')}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
