"""A briefing with one click: its language, and a button a format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from analytics.briefings.files import write_docx, write_pdf
from analytics.briefings.model import Briefing
from analytics.briefings.parts import Frames
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, t
from analytics.transforms.organ.documents import select_told
from analytics.vocabulary.measures import find_measure
from analytics.words import Language, say


def show_briefing_buttons(made: Callable[[Language], Briefing], name: str) -> None:
    """Buttons that make the file when they are clicked, in the page's language unless another is chosen."""
    left, middle, right = st.columns([1, 1, 1], vertical_alignment="bottom")
    if st.session_state.get("briefing-of") != language():
        st.session_state["briefing-of"], st.session_state["briefing-language"] = language(), language()
    requested: str | None = right.segmented_control(
        t("briefing.language"), list(Language), format_func=lambda option: say("language.name", option),
        key="briefing-language", required=True,
    )  # fmt: skip
    chosen = Language(requested or language())
    left.download_button(
        t("download.briefing_docx"), lambda: write_docx(made(chosen)), f"{name}.docx", key="briefing-docx",
        on_click="ignore", icon=":material/description:", width="stretch",
    )  # fmt: skip
    middle.download_button(
        t("download.briefing_pdf"), lambda: write_pdf(made(chosen)), f"{name}.pdf", "application/pdf",
        key="briefing-pdf", on_click="ignore", icon=":material/picture_as_pdf:", width="stretch",
    )  # fmt: skip


def collect_frames(
    build: data.OpenBuild, changes: pd.DataFrame, keys: Sequence[str], organs: Sequence[int], said_in: Language
) -> Frames:
    """What a briefing of some organs is made of; ``select_told`` has which findings are told."""
    reports = build.reports[build.reports["organ_id"].isin(organs)]
    found = data.read_findings(build.warehouse.build_id, tuple(int(report) for report in reports["report_id"]))
    measures = tuple(find_measure(key) for key in keys)
    return Frames(
        changes=changes,
        measures=measures,
        reports=reports,
        found=select_told(found),
        language=said_in,
        build_id=build.warehouse.build_id,
    )
