"""Repair hints, never repairs: the smallest change of printed figures with which every sum would hold, told only where
there is exactly one. Nothing is corrected; a hint says where to look in the document."""

from __future__ import annotations

from analytics.audit.hints.model import Hint, Printed, Reading
from analytics.audit.hints.search import find_hint

__all__ = ["Hint", "Printed", "Reading", "find_hint"]
