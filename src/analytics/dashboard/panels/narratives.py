"""The prose of an organ's reports: a tab a year, its sections folded, in the document's own order."""

from __future__ import annotations

import streamlit as st

from analytics.dashboard.state import data
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.dashboard.state.session import t
from analytics.transforms.rows import each_row
from analytics.words.plain import escape_html, escape_markdown


def show_narratives(build: data.OpenBuild, organ_id: int) -> None:
    """The sections of each report that has any, the latest first. Whatever is printed shows as text."""
    sections = _list_sections(build.warehouse.build_id, organ_id)
    st.subheader(t("narrative.of_organ"))
    if not sections:
        st.caption(t("narrative.none"))
        return
    st.caption(t("narrative.note"))
    tabs = st.tabs([str(year) for year, _ in sections], key="narrative-tabs", on_change="rerun")
    for tab, (_, texts) in zip(tabs, sections, strict=True):
        if tab.open:  # a year that nobody looks at is not drawn
            with tab:
                for heading, text in texts:
                    _show_section(heading, text)


@keep_with_build(64)
def _list_sections(build_id: str, organ_id: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """Of each report that has any its year and its sections (heading, text)."""
    reports = data.get_open_build(build_id).select_reports(organ_id).sort_values("year", ascending=False)
    found: dict[int, list[tuple[str, str]]] = {}
    for section in each_row(data.read_narrative(build_id, tuple(map(int, reports["report_id"])))):
        found.setdefault(int(section.report_id), []).append((str(section.heading), str(section.text)))
    years = zip(reports["report_id"].astype(int), reports["year"].astype(int), strict=True)
    return [(str(year), found[report_id]) for report_id, year in years if report_id in found]


def _show_section(heading: str, text: str) -> None:
    with st.expander(escape_markdown(heading) or t("narrative.start")):
        paragraphs = [line for line in text.split("\n") if line.strip()]
        if paragraphs:
            st.html("".join(f"<p>{escape_html(line)}</p>" for line in paragraphs))
        else:
            st.caption(t("narrative.no_text"))
