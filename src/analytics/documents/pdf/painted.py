"""The paint of an object on a page of a PDF."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))


def fill_of(raw: Any) -> tuple[float, int]:
    """(brightness 0–1, alpha 0–255) of what fills an object; black where the file gives a pattern."""
    if not pdfium.FPDFPageObj_GetFillColor(raw, _RED, _GREEN, _BLUE, _ALPHA):
        return 0.0, 255
    return _measure_brightness(), _ALPHA.value


def stroke_of(raw: Any) -> tuple[float, int]:
    """As :func:`fill_of`, of what outlines it."""
    if not pdfium.FPDFPageObj_GetStrokeColor(raw, _RED, _GREEN, _BLUE, _ALPHA):
        return 0.0, 255
    return _measure_brightness(), _ALPHA.value


def _measure_brightness() -> float:
    return (0.299 * _RED.value + 0.587 * _GREEN.value + 0.114 * _BLUE.value) / 255


def is_filled(raw: Any) -> bool:
    """Whether a path is filled."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(raw, mode, stroke)
    return bool(mode.value)
