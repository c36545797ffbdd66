"""What changed since a link was made: the build it carries against the one on the screen, of what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from analytics.charts.parts.wording import write_value
from analytics.dashboard.state import data
from analytics.dashboard.state.address import ParsedAddress, Selection
from analytics.transforms.revisions import (
    PageView,
    find_changed_values,
    find_other_figures,
    select_concerned,
    select_single_figures,
    select_whole_reports,
)
from analytics.transforms.rows import each_row
from analytics.transforms.series.complete import list_needed_cells
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure, find_measure
from analytics.vocabulary.terms import MeasuredIn
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

_REPORT_KINDS = ("added", "removed", "returned")


@dataclass(frozen=True, slots=True)
class Link:
    """The build that a link carries, the organs it names that are gone, and the view it opened."""

    build: str
    gone: frozenset[str]
    view: Selection | None = None


def follow(reading: ParsedAddress, build: data.OpenBuild) -> None:
    """Keep the build of a link that was made on another one."""
    linked_build = reading.selection.build
    if linked_build and linked_build != build.warehouse.build_id:
        gone = frozenset(value for name, value in reading.unknown if name == "o")
        st.session_state["link"] = Link(linked_build, gone)


def show_changes(build: data.OpenBuild, chosen: Selection, displayed: PageView | None, language: Language) -> None:
    """Say what changed, for as long as the view is the one that the link opened."""
    link: Link | None = st.session_state.get("link")
    if link is None:
        return
    view = replace(chosen, language=None, build=None)
    if link.view not in (None, view):
        del st.session_state["link"]
        return
    st.session_state["link"] = replace(link, view=view)
    displayed = displayed or describe_selection(chosen)
    if displayed.organs is not None:
        displayed = replace(displayed, organs=displayed.organs | link.gone)
    revisions = data.read_revisions(build.warehouse.build_id, link.build)
    names = {"made": link.build, "now": build.warehouse.build_id}
    if revisions is None:
        st.info(escape_markdown(say("since.unknown", language, **names)), icon=":material/history:")
        return
    rows = select_concerned(revisions, displayed)
    reports, values = select_whole_reports(rows), list(_describe_values(build, rows, displayed, language))
    if displayed.years is not None:
        reports = reports[reports["year"].isin(displayed.years)]
    counts = {"values": len(values)} | {kind: int((reports["change"] == kind).sum()) for kind in _REPORT_KINDS}
    what = [say(f"since.{kind}", language, count=number(count, language)) for kind, count in counts.items() if count]
    if not what:
        st.info(escape_markdown(say("since.nothing", language, **names)), icon=":material/history:")
        return
    sentence = say("since.changed", language, what=say("since.join", language).join(what), **names)
    st.info(escape_markdown(sentence), icon=":material/history:")
    table = [*values, *_describe_reports(reports, language)]
    columns = [say(f"column.{column}", language) for column in ("organ", "year", "measure", "before", "now")]
    with st.expander(escape_markdown(say("since.table", language, rows=number(len(table), language)))):
        st.dataframe(
            pd.DataFrame(table, columns=columns), hide_index=True, key="since-table", placeholder="",
            column_config={columns[1]: st.column_config.NumberColumn(format="%d")},
        )  # fmt: skip


def describe_selection(chosen: Selection) -> PageView:
    """What a page shows that shows what its address names, and nothing else."""
    years = None
    if chosen.first is not None and chosen.last is not None:
        years = frozenset(range(chosen.first, chosen.last + 1))
    return PageView(tuple(map(find_measure, chosen.measures)), organs=frozenset(chosen.organs), years=years)


def _describe_values(
    build: data.OpenBuild, rows: pd.DataFrame, displayed: PageView, language: Language
) -> Iterator[tuple[str, int, str, str, str]]:
    """Organ, year, measure, then, now: measures first, then the printed figures that no measure tells."""
    values = _find_changed(build, rows, displayed)
    known = {measure.key: measure for measure in displayed.measures}
    for row in each_row(values):
        measure = known[row.measure]
        name = measure.named(language)
        name = say("since.stated_change", language, measure=name) if row.is_stated_change else name
        yield build.names[row.organ_id], int(row.year), name, *_write_then_and_now(row, measure, language)
    single = select_single_figures(rows, displayed.tables)
    single = single if displayed.years is None else single[single["year"].isin(displayed.years)]
    for row in each_row(find_other_figures(single, values, displayed.measures)):
        yield row.organ, int(row.year), _name_figure(row, language), *_write_then_and_now(row, None, language)


def _find_changed(build: data.OpenBuild, rows: pd.DataFrame, displayed: PageView) -> pd.DataFrame:
    codes = list_needed_cells(displayed.measures)
    touched = rows[rows["cell"].isin(codes)]
    organs = [int(organ_id) for organ_id in touched["organ_id"].dropna().unique()]
    figures = build.warehouse.figures(codes, organs)
    return find_changed_values(figures, touched, build.reports, displayed.measures, years=displayed.years)


def _write_then_and_now(row: object, measure: Measure | None, language: Language) -> tuple[str, str]:
    """What stood there then and what stands there now: a number, or why there is none."""
    texts = []
    for end in ("before", "now"):
        value, status = getattr(row, f"value_{end}"), getattr(row, f"status_{end}")
        if pd.isna(value):
            is_absent = pd.isna(status) or getattr(row, "is_stated_change", False)
            texts.append(say("since.absent" if is_absent else f"status.{status}", language))
        else:
            texts.append(
                write_value(value, measure, language) if measure else _write_printed(row, value, end, language)
            )
    return texts[0], texts[1]


def _write_printed(row: object, value: float, end: str, language: Language) -> str:
    unit = getattr(row, f"measured_{end}", None)
    text = number(value, language)
    return text if pd.isna(unit) or unit == MeasuredIn.COUNT else f"{text} {unit}"


def _name_figure(row: object, language: Language) -> str:
    if not pd.isna(row.line):  # type: ignore[attr-defined]
        return str(row.line)
    cell = form.map_cells_by_code()[int(row.cell)]
    both = (cell.line, cell.column)
    return " · ".join(part.label if language is Language.ZH else part.english for part in both)


def _describe_reports(reports: pd.DataFrame, language: Language) -> Iterator[tuple[str, int, str, str, str]]:
    here, gone = say("since.report_added", language), say("status.no_report", language)
    ends = {"added": (gone, here), "removed": (here, gone), "returned": (here, here)}
    for row in each_row(reports):
        yield row.organ, int(row.year), say("since.report", language), *ends[row.change]
