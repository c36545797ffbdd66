"""CountyScope: annual disclosure reports of Chinese counties, read exactly."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

__all__ = ["__version__", "open_warehouse", "rows"]  # given by __getattr__


def __getattr__(name: str) -> Any:
    """The two doors for scripts and notebooks, and the version: loaded when asked for, so that workers start fast."""
    if name == "__version__":
        return version("countyscope")
    if name in __all__:
        from analytics.query import frames

        return getattr(frames, name)
    raise AttributeError(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
