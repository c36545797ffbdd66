"""CountyScope: annual disclosure reports of Chinese counties, read exactly."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

__all__ = ["__version__", "findings", "ledger", "open_warehouse", "rows"]  # given by __getattr__


_HOMES = {"findings": "findings", "ledger": "ledger"}
"""Modules of ``query`` of what does not stand in ``frames``."""


def __getattr__(name: str) -> Any:
    """The doors for scripts and notebooks, and the version: loaded when asked for, so that workers start fast."""
    if name == "__version__":
        return version("countyscope")
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(f"analytics.query.{_HOMES.get(name, 'frames')}"), name)
    raise AttributeError(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
