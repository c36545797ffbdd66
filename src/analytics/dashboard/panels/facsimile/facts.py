"""One report of a build → its facts with where they stand, last year's cells, and the sums that they are part of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import NamedTuple

import pandas as pd

from analytics.dashboard.panels.facsimile.quoted import SectionText
from analytics.dashboard.state import data
from analytics.dashboard.state.open_build import OpenBuild
from analytics.errors import SelectionError
from analytics.transforms.organ.documents import select_told
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.identities import Cells, Identity, Judgement, judge, list_identities
from analytics.vocabulary.terms import Status, Table
from analytics.warehouse.records import Evidence
from analytics.words import Language


class Figure(NamedTuple):
    """A fact of one report: its status, and its value where that is a number."""

    report_id: int
    status: Status
    value: float | None


class JudgedSum(NamedTuple):
    """A sum of the form with its verdict for one report."""

    identity: Identity
    judgement: Judgement


class FindingRow(NamedTuple):
    """What the checks found, by its rule and operands, with the cells concerned."""

    rule: str
    operands: Mapping[str, object]
    severity: str
    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report as its document page shows it. ``evidence`` and ``figures`` are by cell, ``before`` are those of the
    report for the year before; ``findings`` are those that are told, in their order, ``sections`` its
    prose."""

    build_id: str
    report_id: int
    _: KW_ONLY
    organ_id: int
    organ: str
    organ_key: str
    year: int | None
    reader: str
    editions: Mapping[Table, Edition | None]
    evidence: Mapping[int, Evidence]
    figures: Mapping[int, Figure]
    before: Mapping[int, Figure]
    findings: tuple[FindingRow, ...]
    file: str
    sha256: str
    pages: tuple[str, ...]
    url: str | None
    sections: tuple[SectionText, ...] = ()

    def find_sums(self, cell: int) -> Iterator[JudgedSum]:
        """The sums of the form that a cell is part of."""
        known = form.map_cells_by_code().get(cell)
        if known is None or known.table not in self.editions:
            return
        cells = Cells({code: (figure.status, figure.value) for code, figure in self.figures.items()})
        for identity in list_identities(known.table, self.editions[known.table]):
            if cell in identity.members:
                yield JudgedSum(identity, judge(identity, cells))


def gather_facts(collection: OpenBuild, report_id: int) -> ReportFacts:
    """The facts of a report, be it one that no figure is taken from or that has prose alone. SelectionError where the
    build has no such report, or nothing of it stands anywhere."""
    build_id = collection.warehouse.build_id
    every = data.read_every_report(build_id)
    reports = every[every["report_id"] == report_id]
    if reports.empty:
        raise SelectionError("no_evidence", report=report_id, cell="")
    report = next(each_row(reports))
    organ_id, year = int(report.organ_id), None if pd.isna(report.year) else int(report.year)
    of_report = _map_figures(collection.warehouse.read_report_figures(report_id))
    evidence = {item.cell: item for item in data.read_evidence(build_id, report_id, tuple(sorted(of_report)))}
    sections = tuple(_list_sections(build_id, report_id))
    if not evidence and not any(section.text for section in sections):
        raise SelectionError("no_evidence", report=report_id, cell="")
    printed = data.read_printed_figures(build_id, organ_id)
    before = _map_figures(printed[printed["year"] == year - 1]) if year is not None else {}
    return ReportFacts(
        build_id,
        report_id,
        organ_id=organ_id,
        organ=collection.names.get(organ_id) or "",
        organ_key=collection.keys_of.get(organ_id, ""),
        year=year,
        reader=str(report.reader),
        editions=_parse_editions(report.editions),
        evidence=evidence,
        figures=of_report,
        before=before,
        findings=tuple(_list_findings(build_id, report_id)),
        file=str(report.file),
        sha256=str(report.sha256),
        pages=collection.warehouse.list_pages(report_id),
        url=next((address for address in (report.url, report.source) if _is_address(address)), None),
        sections=sections,
    )


def _is_address(text: object) -> bool:
    return isinstance(text, str) and text.startswith("http")


def _map_figures(frame: object) -> dict[int, Figure]:
    return {
        int(row.cell): Figure(
            int(row.report_id), Status(row.status), None if row.value != row.value else float(row.value)
        )
        for row in each_row(frame)  # type: ignore[arg-type]
    }


def _parse_editions(stated: object) -> dict[Table, Edition | None]:
    known = json.loads(stated) if isinstance(stated, str) and stated else {}
    return {Table(table): Edition(edition) if edition else None for table, edition in known.items()}


def _list_findings(build_id: str, report_id: int) -> Iterator[FindingRow]:
    for row in each_row(select_told(data.read_findings(build_id, (report_id,)))):
        yield FindingRow(row.rule, row.operands, row.severity, tuple(int(cell) for cell in row.cells))


def _list_sections(build_id: str, report_id: int) -> Iterator[SectionText]:
    for row in each_row(data.read_narrative(build_id, (report_id,))):
        yield SectionText(int(row.position), str(row.heading), str(row.text))


def name_cell(evidence: Evidence, language: Language) -> str:
    """Line and column of a fact, in words."""
    known = form.map_cells_by_code().get(evidence.cell)
    if known is None or language is Language.ZH:
        return " · ".join(filter(None, (evidence.line, evidence.column_label)))
    return " · ".join(filter(None, (known.line.english, known.column.english)))


def name_members(cells: Sequence[int], language: Language) -> dict[int, str]:
    """Members of a sum by what tells them apart: their lines, or where all are of one line, their columns."""
    known = {code: form.map_cells_by_code()[code] for code in cells}
    is_one_line = len({cell.line.key for cell in known.values()}) == 1
    labels = {code: cell.column if is_one_line else cell.line for code, cell in known.items()}
    return {code: label.label if language is Language.ZH else label.english for code, label in labels.items()}
