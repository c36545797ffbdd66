"""What stands in the place of an empty chart: what is missing, where there is something to see, what to do."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.dashboard.state import prose
from analytics.dashboard.state.session import language, t
from analytics.words import Language
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

LEAST_CHARACTERS = 300
"""Fewer than these are a title and a note, or an excerpt: section one of a published report alone runs to more."""


def list_marked_years(build_id: str, organ_ids: tuple[int, ...], practices: Sequence[str]) -> pd.Series:
    """How often agencies tell of some of the practices, by year, without the years in which none does."""
    counts = prose.count_practice_years(build_id, organ_ids)
    told = counts[counts["practice"].isin(list(practices))].groupby("year")["told"].sum()
    return told[told > 0]


def explain_absence(build_id: str, organ_ids: tuple[int, ...], missing: str, years: Sequence[int]) -> None:
    """Say what is ``missing``, and the ``years`` that have something to show; without any, why that may be."""
    if years:
        text = ("、" if language() is Language.ZH else ", ").join(map(str, years))
        sentences = [missing, t("practices.see_years", years=text)]
    else:
        sentences = [missing, *_explain_excerpts(build_id, organ_ids)]
    st.info(escape_markdown(("" if language() is Language.ZH else " ").join(sentences)))


def _explain_excerpts(build_id: str, organ_ids: tuple[int, ...]) -> list[str]:
    """That hardly any text is held of the reports, where that is so, and what would bring it."""
    reports = prose.select_told(build_id, organ_ids, None)
    characters = prose.count_characters(build_id).reindex(reports["report_id"], fill_value=0)
    short = int((characters < LEAST_CHARACTERS).sum())
    if not short:
        return []
    words = {"reports": number(len(reports), language()), "least": number(LEAST_CHARACTERS, language())}
    if short == len(reports):
        counted = t("practices.all_excerpts", **words)
    else:
        counted = t("practices.some_excerpts", short=number(short, language()), **words)
    return [counted, t("practices.bring_documents")]
