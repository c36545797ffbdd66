"""Findings as ``check`` writes them: lines, CSV or JSON."""

from __future__ import annotations

import json
import sys
from enum import StrEnum

import pandas as pd

from analytics.exports.files import render_csv
from analytics.terminal import show_line
from analytics.transforms.rows import each_row
from analytics.vocabulary.terms import Severity
from analytics.words import Language, say
from analytics.words.visible import make_json_visible


class Listing(StrEnum):
    """How findings are written."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def _write_findings_as_text(found: pd.DataFrame, language: Language) -> None:
    for row in each_row(found[["file", "mark", "message"]]):
        show_line(f"{row.file}  {row.mark}: {row.message}")
    counts = {f"{severity}s": int((found["severity"] == severity).sum()) for severity in Severity}
    show_line(say("cli.findings", language, **counts) if len(found) else say("cli.no_findings", language))


def _write_findings_as_csv(found: pd.DataFrame, language: Language) -> None:
    flat = found.assign(**{name: found[name].map(" ".join) for name in ("cells", "evidence")})
    sys.stdout.write(render_csv(flat, byte_order_mark=False).decode())


def _write_findings_as_json(found: pd.DataFrame, language: Language) -> None:
    rows = found.astype(object).where(found.notna(), None).to_dict("records")
    sys.stdout.write(make_json_visible(json.dumps(rows, ensure_ascii=False, indent=1)) + "\n")


WRITERS = {
    Listing.TEXT: _write_findings_as_text,
    Listing.CSV: _write_findings_as_csv,
    Listing.JSON: _write_findings_as_json,
}
