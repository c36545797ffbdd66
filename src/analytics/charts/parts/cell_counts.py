"""How many cells of one organ's table have a number, in words for a chart's subtitle: its years, and why not."""

from __future__ import annotations

import pandas as pd

from analytics.charts.parts.wording import describe_reasons
from analytics.words import Language, say
from analytics.words.numbers import number


def write_missing_note(cells: pd.DataFrame, language: Language) -> str:
    """Of cells [year, value, status], complete over the years with a report: how many have a number and why the others
    have none; then the years without a report between those with one."""
    reasons = describe_reasons(cells, language)
    value_count = number(int(cells["value"].notna().sum()), language)
    key = "remedies.missing" if reasons else "remedies.complete"
    note = say(key, language, total=number(len(cells), language), held=value_count, reasons=reasons)
    years = {int(cell) for cell in cells["year"]}
    gap = [str(year) for year in range(min(years), max(years)) if year not in years]
    return note + (say("remedies.gap", language, years=say("list.names", language).join(gap)) if gap else "")
