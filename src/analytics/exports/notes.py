"""What stands beside an exported table: what was chosen, definitions, editions, flags, sources, build."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary.fictional import STAMP
from analytics.vocabulary.measures import measure
from analytics.words import Language, say
from analytics.words.render import finding as sentence


def dictionary(keys: Sequence[str], language: Language) -> pd.DataFrame:
    """One row a measure: name, unit, formula, notes."""
    rows = []
    for key in keys:
        one = measure(key)
        formula = one.formula if language is Language.ZH else one.formula_english
        notes = " ".join(say(f"note.{note}", language) for note in one.notes)
        rows.append((key, one.named(language), say(f"unit.{one.unit}", language), formula, notes))
    names = [say(f"column.{name}", language) for name in ("key", "measure", "unit", "formula", "notes")]
    return pd.DataFrame(rows, columns=names)


def sources(reports: pd.DataFrame, organs: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One row a document behind the exported rows."""
    joined = reports.merge(organs[["organ_id", "organ"]], on="organ_id", how="left")
    out = joined[
        ["organ", "year", "file", "origin", "read_from", "url", "published", "edition_ii", "edition_iii", "sha256"]
    ].copy()
    for column in ("origin", "read_from"):
        out[column] = out[column].map(lambda key, prefix=column: say(f"{prefix}.{key}", language))
    return out.rename(columns={name: say(f"column.{name}", language) for name in out.columns})


def findings(found: pd.DataFrame, organs: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One row a finding of the documents behind the exported rows, as a sentence."""
    names = dict(zip(organs["organ_id"], organs["organ"], strict=True))
    rows = [
        (names.get(row.organ_id), row.year, say(f"severity.{row.severity}", language),
         sentence(row.rule, row.operands, language), row.file)
        for row in each_row(found)
    ]  # fmt: skip
    columns = [say(f"column.{name}", language) for name in ("organ", "year", "severity", "finding", "file")]
    return pd.DataFrame(rows, columns=columns)


def about(language: Language, *, build_id: str, link: str, rows: int, is_simulated: bool) -> pd.DataFrame:
    """Build, link and row count of the export, as two columns; simulated figures say so first."""
    pairs = [("build", build_id), ("link", link), ("rows", str(rows))]
    named = [(say(f"column.{name}", language), value) for name, value in pairs]
    stamp = [(say("origin.simulated", language), STAMP)] if is_simulated else []
    return pd.DataFrame([*stamp, *named], columns=["", " "])
