"""Rows of a command as CSV or JSON, for programs."""

from __future__ import annotations

import json
import sys
from enum import StrEnum

import pandas as pd

from analytics.exports.files import render_csv
from analytics.words.visible import make_json_visible


class Listing(StrEnum):
    """How a command writes its rows."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def write_rows(rows: pd.DataFrame, listing: Listing) -> None:
    """Rows for a program on standard output; in CSV a list is its parts with spaces between."""
    if listing is Listing.CSV:
        lists = [name for name in rows.columns if rows[name].map(lambda value: isinstance(value, list)).any()]
        flat = rows.assign(**{name: rows[name].map(" ".join) for name in lists})
        sys.stdout.write(render_csv(flat, byte_order_mark=False).decode())
    else:
        records = rows.astype(object).where(rows.notna(), None).to_dict("records")
        sys.stdout.write(make_json_visible(json.dumps(records, ensure_ascii=False, indent=1)) + "\n")
