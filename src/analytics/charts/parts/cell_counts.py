"""How many cells of one organ's table have a number, in words for a chart's subtitle: its years, and why not."""

from __future__ import annotations

import pandas as pd

from analytics.charts.parts.wording import reasons_of
from analytics.words import Language, say
from analytics.words.numbers import number


def missing_note(cells: pd.DataFrame, language: Language) -> str:
    """Of cells [year, value, status], complete over the years with a report: how many have a number and why the others
    have none; then the years without a report between those with one."""
    reasons = reasons_of(cells, language)
    held = number(int(cells["value"].notna().sum()), language)
    key = "remedies.missing" if reasons else "remedies.complete"
    said = say(key, language, total=number(len(cells), language), held=held, reasons=reasons)
    years = {int(cell) for cell in cells["year"]}
    gap = [str(year) for year in range(min(years), max(years)) if year not in years]
    return said + (say("remedies.gap", language, years=say("list.names", language).join(gap)) if gap else "")
