"""A table as a workbook with everything that explains it: dictionary, sources, build and link."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.exports.files import as_xlsx
from analytics.exports.notes import about, dictionary, findings, sources
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say


def workbook(
    shown: pd.DataFrame,
    rows: pd.DataFrame,
    keys: Sequence[str],
    *,
    reports: pd.DataFrame,
    organs: pd.DataFrame,
    found: pd.DataFrame,
    language: Language,
    build_id: str,
    link: str = "",
) -> bytes:
    """``shown`` is the named table, ``rows`` the frame of changes it was made of [report_id]: only documents behind
    these rows are listed as sources, and only their findings of ``found`` [report_id, …]."""
    behind = reports[reports["report_id"].isin(rows["report_id"].dropna())]
    return as_xlsx(
        {
            say("sheet.data", language): shown,
            say("sheet.dictionary", language): dictionary(keys, language),
            say("sheet.sources", language): sources(behind, organs, language),
            say("sheet.findings", language): findings(
                found[found["report_id"].isin(behind["report_id"])], organs, language
            ),
            say("sheet.about", language): about(
                language,
                build_id=build_id,
                link=link,
                rows=len(shown),
                is_simulated=bool((behind["origin"] == Origin.SIMULATED).any()),
            ),
        }
    )
