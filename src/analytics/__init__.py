"""CountyScope: annual disclosure reports of Chinese counties, read exactly."""

from __future__ import annotations

from typing import Any

__all__ = ["open_warehouse", "rows"]  # given by __getattr__


def __getattr__(name: str) -> Any:
    """The two doors for scripts and notebooks; loaded when asked for, so that workers start quickly."""
    if name in __all__:
        from analytics import frames

        return getattr(frames, name)
    raise AttributeError(name)
