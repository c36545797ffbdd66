"""What changed since a link was made: the build it carries against the one on the screen, of what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from analytics.charts.parts.wording import value_text
from analytics.dashboard.state import data
from analytics.dashboard.state.address import Reading, Selection
from analytics.transforms.revisions import Shown, beside, changed_values, concerning, single_figures, whole_reports
from analytics.transforms.rows import each_row
from analytics.transforms.series.complete import cells_of
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure, measure
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


def follow(reading: Reading, held: data.Collection) -> None:
    """Keep the build of a link that was made on another one."""
    build = reading.selection.build
    if build and build != held.warehouse.build_id:
        gone = frozenset(value for name, value in reading.unknown if name == "o")
        st.session_state["link"] = Link(build, gone)


def note(held: data.Collection, chosen: Selection, shown: Shown | None, language: Language) -> None:
    """Say what changed, for as long as the view is the one that the link opened."""
    link: Link | None = st.session_state.get("link")
    if link is None:
        return
    view = replace(chosen, language=None, build=None)
    if link.view not in (None, view):
        del st.session_state["link"]
        return
    st.session_state["link"] = replace(link, view=view)
    shown = shown or of_selection(chosen)
    if shown.organs is not None:
        shown = replace(shown, organs=shown.organs | link.gone)
    revisions = data.revisions(held.warehouse.build_id, link.build)
    names = {"made": link.build, "now": held.warehouse.build_id}
    if revisions is None:
        st.info(escape_markdown(say("since.unknown", language, **names)), icon=":material/history:")
        return
    rows = concerning(revisions, shown)
    reports, values = whole_reports(rows), list(_values(held, rows, shown, language))
    if shown.years is not None:
        reports = reports[reports["year"].isin(shown.years)]
    counts = {"values": len(values)} | {kind: int((reports["change"] == kind).sum()) for kind in _REPORT_KINDS}
    what = [say(f"since.{kind}", language, count=number(count, language)) for kind, count in counts.items() if count]
    if not what:
        st.info(escape_markdown(say("since.nothing", language, **names)), icon=":material/history:")
        return
    said = say("since.changed", language, what=say("since.join", language).join(what), **names)
    st.info(escape_markdown(said), icon=":material/history:")
    table = [*values, *_reports(reports, language)]
    columns = [say(f"column.{one}", language) for one in ("organ", "year", "measure", "before", "now")]
    with st.expander(escape_markdown(say("since.table", language, rows=number(len(table), language)))):
        st.dataframe(
            pd.DataFrame(table, columns=columns), hide_index=True, key="since-table", placeholder="",
            column_config={columns[1]: st.column_config.NumberColumn(format="%d")},
        )  # fmt: skip


def of_selection(chosen: Selection) -> Shown:
    """What a page shows that shows what its address names, and nothing else."""
    years = None
    if chosen.first is not None and chosen.last is not None:
        years = frozenset(range(chosen.first, chosen.last + 1))
    return Shown(tuple(map(measure, chosen.measures)), organs=frozenset(chosen.organs), years=years)


def _values(
    held: data.Collection, rows: pd.DataFrame, shown: Shown, language: Language
) -> Iterator[tuple[str, int, str, str, str]]:
    """Organ, year, measure, then, now: measures first, then the printed figures that no measure tells."""
    values = _changed(held, rows, shown)
    known = {one.key: one for one in shown.measures}
    for row in each_row(values):
        one = known[row.measure]
        name = one.named(language)
        name = say("since.stated_change", language, measure=name) if row.is_stated_change else name
        yield held.names[row.organ_id], int(row.year), name, *_worded(row, one, language)
    single = single_figures(rows, shown.tables)
    single = single if shown.years is None else single[single["year"].isin(shown.years)]
    for row in each_row(beside(single, values, shown.measures)):
        yield row.organ, int(row.year), _figure_name(row, language), *_worded(row, None, language)


def _changed(held: data.Collection, rows: pd.DataFrame, shown: Shown) -> pd.DataFrame:
    codes = cells_of(shown.measures)
    touched = rows[rows["cell"].isin(codes)]
    organs = [int(one) for one in touched["organ_id"].dropna().unique()]
    figures = held.warehouse.figures(codes, organs)
    return changed_values(figures, touched, held.reports, shown.measures, years=shown.years)


def _worded(row: object, wanted: Measure | None, language: Language) -> tuple[str, str]:
    """What stood there then and what stands there now: a number, or why there is none."""
    said = []
    for end in ("before", "now"):
        value, status = getattr(row, f"value_{end}"), getattr(row, f"status_{end}")
        if pd.isna(value):
            is_absent = pd.isna(status) or getattr(row, "is_stated_change", False)
            said.append(say("since.absent" if is_absent else f"status.{status}", language))
        else:
            said.append(value_text(value, wanted, language) if wanted else _printed(row, value, end, language))
    return said[0], said[1]


def _printed(row: object, value: float, end: str, language: Language) -> str:
    unit = getattr(row, f"measured_{end}", None)
    text = number(value, language)
    return text if pd.isna(unit) or unit == MeasuredIn.COUNT else f"{text} {unit}"


def _figure_name(row: object, language: Language) -> str:
    if not pd.isna(row.line):  # type: ignore[attr-defined]
        return str(row.line)
    cell = form.cells_by_code()[int(row.cell)]
    both = (cell.line, cell.column)
    return " · ".join(one.label if language is Language.ZH else one.english for one in both)


def _reports(reports: pd.DataFrame, language: Language) -> Iterator[tuple[str, int, str, str, str]]:
    here, gone = say("since.report_added", language), say("status.no_report", language)
    ends = {"added": (gone, here), "removed": (here, gone), "returned": (here, here)}
    for row in each_row(reports):
        yield row.organ, int(row.year), say("since.report", language), *ends[row.change]
