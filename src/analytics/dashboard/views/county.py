"""County: one organ in full: its key figures among its peers, every cell of the form, its documents."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.briefings.county import Peers, briefing
from analytics.briefings.model import Briefing
from analytics.charts.profile import profile
from analytics.dashboard import choose, data, parts
from analytics.dashboard.briefing_buttons import briefing_buttons
from analytics.dashboard.evidence import evidence_panel
from analytics.exports.files import as_csv
from analytics.transforms.peers import areas, of_organ
from analytics.transforms.profile import form_over_years, quartiles
from analytics.transforms.revisions import Shown
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures import measure
from analytics.vocabulary.terms import HAS_VALUE, Status, Table
from analytics.words import Language, say
from analytics.words.numbers import number

KEY_MEASURES = (
    "licensing_decisions",
    "penalty_decisions",
    "coercion_decisions",
    "requests_new",
    "requests_answered",
    "disclosure_rate",
    "carry_forward_rate",
    "charges_collected",
    "reconsideration_total",
    "suit_direct_total",
)
"""What continues over the editions."""
_TABLES = (Table.II, Table.III, Table.IV)


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t, language = parts.t, parts.language()
    st.title(t("county.title"))
    asked = parts.selection(held)
    organ, organ_id, name = choose.one_organ(held, asked.organs, measure("requests_new"))
    parts.remember(replace(asked, organs=(organ,)), held, Shown(tables=_TABLES, organs=frozenset([organ])))
    area, peers = of_organ(held.organs[held.organs["organ_key"].isin(list(held.keys))], organ_id)
    frame = data.measured(held.warehouse.build_id, KEY_MEASURES, (organ_id, *peers), None)
    own = frame[frame["organ_id"] == organ_id].reset_index(drop=True)
    named = next((one.name for one in areas(held.organs) if one.code == area), "")
    whose = named or t("choose.everywhere")
    figure = profile(
        own, quartiles(frame, peers), [measure(key) for key in KEY_MEASURES], name, language,
        peers=t("county.peers", area=whose, count=number(len(peers), language)), source=parts.source_of(held, organ_id),
    )  # fmt: skip
    point = parts.chart(figure, parts.summary_of(parts.heading_of(figure), own), "county")
    _briefings(held, own, quartiles(frame, peers), organ_id, Peers(named, tuple(held.names[one] for one in peers)))
    row = parts.table_and_downloads(held, own, KEY_MEASURES, "county")
    chosen = row or point
    evidence_panel(held, chosen, measure(str(chosen[3])) if chosen else measure(KEY_MEASURES[0]))
    _form(held, organ_id)
    _documents(held, organ_id)


def _briefings(held: data.Collection, own: pd.DataFrame, bands: pd.DataFrame, organ_id: int, peers: Peers) -> None:
    """One click each: the page as a file to send on."""

    def made(language: Language) -> Briefing:
        reports = held.reports[held.reports["organ_id"] == organ_id]
        findings = held.warehouse.findings([int(one) for one in reports["report_id"]])
        area, count = peers.said or say("choose.everywhere", language), number(len(peers.names), language)
        said = replace(peers, said=say("county.peers", language, area=area, count=count))
        return briefing(
            own, bands, [measure(key) for key in KEY_MEASURES], name=held.names[organ_id], peers=said, reports=reports,
            found=findings[findings["severity"] != "note"], language=language, build_id=held.warehouse.build_id,
        )  # fmt: skip

    briefing_buttons(made, "countyscope-briefing")


def _form(held: data.Collection, organ_id: int) -> None:
    t = parts.t
    st.subheader(t("county.form"))
    st.caption(t("county.form_note"))
    figures = data.form_figures(held.warehouse.build_id, organ_id)
    reports = held.reports[held.reports["organ_id"] == organ_id]
    for tab, table in zip(st.tabs([t(f"table.{table}") for table in _TABLES]), _TABLES, strict=True):
        rows = form_over_years(figures, reports, table)
        if rows.empty:
            tab.caption(t("county.no_table"))
            continue
        shown = _wide(rows)
        trend = t("county.trend")
        tab.dataframe(
            shown, hide_index=True, key=f"form-{table}",
            column_config={trend: st.column_config.LineChartColumn(trend, width="small")},
        )  # fmt: skip
        plain = shown.drop(columns=trend)
        tab.download_button(
            t("download.csv", rows=number(len(plain), parts.language())), partial(as_csv, plain),
            f"countyscope-form-{table}.csv", "text/csv", key=f"csv-form-{table}", on_click="ignore",
        )  # fmt: skip


def _wide(rows: pd.DataFrame) -> pd.DataFrame:
    """Line, column, sparkline, and what every year prints; a word where it prints no number."""
    language, t = parts.language(), parts.t
    held = {str(one) for one in HAS_VALUE}
    out = []
    for code, own in rows.groupby("cell", sort=False):
        cell = form.cells_by_code()[int(str(code))]
        is_chinese = language is Language.ZH
        said = {
            str(row.year): row.printed
            if row.status in held or (row.printed and row.status in (Status.TEXT, Status.UNREADABLE))
            else t(f"status.{row.status}")
            for row in each_row(own)
        }
        out.append(
            {
                t("column.form_line"): cell.line.label if is_chinese else cell.line.english,
                t("column.form_column"): cell.column.label if is_chinese else cell.column.english,
                t("county.trend"): [None if pd.isna(value) else float(value) for value in own["value"]],
                **said,
            }
        )
    return pd.DataFrame(out)


def _documents(held: data.Collection, organ_id: int) -> None:
    t = parts.t
    st.subheader(t("county.documents"))
    reports = held.reports[held.reports["organ_id"] == organ_id].sort_values("year")
    findings = held.warehouse.findings([int(one) for one in reports["report_id"]])
    counts = findings[findings["severity"] != "note"].groupby("report_id").size()
    shown = pd.DataFrame(
        {
            t("column.year"): reports["year"],
            t("column.file"): reports["file"],
            t("column.format"): reports["format"],
            t("column.origin"): [t(f"origin.{one}") for one in reports["origin"]],
            t("column.published"): reports["published"],
            t("column.edition_ii"): reports["edition_ii"],
            t("column.edition_iii"): reports["edition_iii"],
            t("column.findings"): [int(counts.get(one, 0)) for one in reports["report_id"]],
        }
    )
    st.dataframe(
        shown, hide_index=True, key="county-documents", placeholder="",
        column_config={t("column.year"): st.column_config.NumberColumn(format="%d")},
    )  # fmt: skip
