"""The prose of an organ's reports: a tab a year, its sections folded, in the document's own order."""

from __future__ import annotations

import streamlit as st

from analytics.dashboard.state import data
from analytics.dashboard.state.session import t
from analytics.transforms.rows import each_row
from analytics.words.plain import escape_html, escape_markdown


def show_narratives(build: data.OpenBuild, organ_id: int) -> None:
    """The sections of each report that has any, the latest first. Whatever is printed shows as text."""
    reports = build.select_reports(organ_id).sort_values("year", ascending=False)
    ids = tuple(int(report_id) for report_id in reports["report_id"])
    sections = data.read_narrative(build.warehouse.build_id, ids)
    st.subheader(t("narrative.of_organ"))
    reports = reports[reports["report_id"].isin(sections["report_id"])]
    if reports.empty:
        st.caption(t("narrative.none"))
        return
    st.caption(t("narrative.note"))
    tabs = st.tabs([str(int(year)) for year in reports["year"]], key="narrative-tabs", on_change="rerun")
    for tab, report in zip(tabs, each_row(reports), strict=True):
        if tab.open:  # a year that nobody looks at is not drawn
            with tab:
                for section in each_row(sections[sections["report_id"] == report.report_id]):
                    _show_section(str(section.heading), str(section.text))


def _show_section(heading: str, text: str) -> None:
    with st.expander(escape_markdown(heading) or t("narrative.start")):
        paragraphs = [line for line in text.split("\n") if line.strip()]
        if paragraphs:
            st.html("".join(f"<p>{escape_html(line)}</p>" for line in paragraphs))
        else:
            st.caption(t("narrative.no_text"))
