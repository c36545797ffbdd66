"""A text that asks the publisher of a report to check and correct it, with every cell quoted as it is printed.

It is in Chinese, for the publisher; with English it is explained sentence by sentence behind. It asks and claims
nothing: whose a mistake is, the publisher knows best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from analytics.errors import SelectionError
from analytics.vocabulary import form
from analytics.warehouse.read import Warehouse
from analytics.warehouse.records import Evidence
from analytics.words import Language, say
from analytics.words.numbers import day
from analytics.words.render import write_finding

_OURS = (
    "corrected",
    "correction_",
    "assigned",
    "assignment_",
    "documents_differ",
    "source_hash",
    "sheet_",
    "would_hold",
)
"""How rules begin that speak of this collection and not of what a publisher printed."""
_MOST_CELLS = 12
"""Cells that are quoted of one finding; of more, how many there are."""


def list_askable(findings: pd.DataFrame) -> pd.DataFrame:
    """The findings about printed cells that a publisher can be asked about."""
    is_ours = findings["rule"].str.startswith(_OURS).astype(bool)
    return findings[~is_ours & (findings["severity"] != "note") & (findings["cells"].map(len) > 0)]


def write_letter(warehouse: Warehouse, report_id: int, findings: pd.DataFrame, language: Language) -> str:
    """The letter about findings [rule, severity, operands, cells] of a report. SelectionError where there is nothing to
    ask about."""
    askable = list_askable(findings)
    if askable.empty:
        raise SelectionError("nothing_to_ask")
    reports = warehouse.reports(current_only=False)
    report = next(reports[reports["report_id"] == report_id].itertuples(index=False))
    organs = warehouse.organs().set_index("organ_id")["organ"]
    codes = sorted({int(code) for cells in askable["cells"] for code in cells})
    evidence = {item.cell: item for item in warehouse.list_evidence(report_id, codes)}
    rows = list(askable.itertuples(index=False))
    spoken = [Language.ZH] if language is Language.ZH else [Language.ZH, Language.EN]
    name = str(organs.to_dict()[report.organ_id])
    return "\n\n".join("\n".join(_write_part(report, name, rows, evidence, part)) for part in spoken) + "\n"


def _write_part(
    report: Any, organ: str, rows: Sequence[Any], evidence: dict[int, Evidence], language: Language
) -> Iterator[str]:
    published = "" if pd.isna(report.published) else day(report.published, language)
    title = report.title or say("letter.untitled", language, year=int(report.year))
    yield say("letter.greeting", language, organ=organ)
    yield ""
    yield say("letter.opening", language, title=title, year=int(report.year), organ=organ)
    for key, text in (("letter.published", published), ("letter.address", report.url)):
        if isinstance(text, str) and text:
            yield say(key, language, text=text)
    for number, row in enumerate(rows, start=1):
        operands = {key: value for key, value in row.operands.items() if key != "fault"}
        yield ""
        yield f"{number}. {write_finding(row.rule, operands, language)}"
        yield from _quote_cells([int(cell) for cell in row.cells], evidence, language)
    yield ""
    yield say("letter.closing", language)
    yield ""
    yield say("letter.signature", language)


def _quote_cells(cells: Sequence[int], evidence: dict[int, Evidence], language: Language) -> Iterator[str]:
    found = [evidence[cell] for cell in dict.fromkeys(cells) if cell in evidence]
    for item in found[:_MOST_CELLS]:
        printed = (
            say("letter.printed", language, printed=item.printed) if item.printed else say("letter.blank", language)
        )
        yield f"   - {_name(item, language)}{say('letter.colon', language)}{printed}{_locate(item, language)}"
    if len(found) > _MOST_CELLS:
        yield "   - " + say("letter.more_cells", language, count=len(found) - _MOST_CELLS)


def _name(item: Evidence, language: Language) -> str:
    cell = form.map_cells_by_code().get(item.cell)
    parts = (item.line, item.column_label)
    if cell is not None and language is Language.EN:
        parts = (cell.line.english, cell.column.english)
    return " · ".join(part for part in (say(f"table.{item.table}", language), *parts) if part)


def _locate(item: Evidence, language: Language) -> str:
    """Where the cell stands: the page where there are pages, else the row and column of which table."""
    if item.page is not None:
        return say("letter.on_page", language, page=item.page)
    if item.grid is not None and item.row is not None and item.column is not None:
        place = {"grid": item.grid + 1, "row": item.row + 1, "column": item.column + 1}
        return say("letter.in_grid", language, **place)
    return ""
