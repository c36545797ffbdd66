"""Compare: two to eight organs side by side, in one common year or each in its latest."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.briefings.comparison import comparison
from analytics.briefings.model import Briefing
from analytics.charts.compare import compare as compare_chart
from analytics.charts.compare import title
from analytics.dashboard import choose, data, parts
from analytics.dashboard.briefing_buttons import briefing_buttons
from analytics.dashboard.evidence import evidence_panel
from analytics.dashboard.views.county import KEY_MEASURES
from analytics.exports.files import as_csv
from analytics.transforms.compare import common_years, mixtures, side_by_side
from analytics.transforms.profile import side_by_side as side_by_side_forms
from analytics.transforms.revisions import Shown, with_previous
from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure, measure
from analytics.vocabulary.terms import HAS_VALUE, Table
from analytics.words import Language
from analytics.words.numbers import number

DEFAULT_MEASURE = "penalty_decisions"
MOST = 8


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t = parts.t
    st.title(t("compare.title"))
    asked = parts.selection(held)
    wanted = choose.one_measure(held, next(iter(asked.measures), DEFAULT_MEASURE))
    organs = choose.organs(held, asked.organs[:MOST] or choose.default_organs(held, wanted, 5), limit=MOST)
    if len(organs) < 2:
        parts.remember(replace(asked, measures=(wanted.key,), organs=organs), held)
        st.info(t("compare.choose_two"))
        return
    ids = tuple(held.keys[key] for key in organs)
    frame = data.measured(held.warehouse.build_id, (wanted.key,), ids, None)
    left, right = st.columns(2)
    year = choose.common_year(left, common_years(frame), sorted(frame["year"].unique()), asked)
    reference = choose.reference(right, held, organs, asked.reference)
    rows = side_by_side(frame, year=year, reference=held.keys[reference])
    years = with_previous(int(one) for one in rows["year"])
    shown = Shown((wanted,), (Table.II, Table.III, Table.IV), frozenset(organs), years)
    chosen = replace(
        asked, measures=(wanted.key,), organs=organs, year=year, reference=reference, latest_of_each=year is None
    )
    parts.remember(chosen, held, shown)
    rows = rows.set_index("organ_id").loc[[one for one in ids if one in set(rows["organ_id"])]].reset_index()
    parts.warn_of_mixtures(mixtures(held.organs, rows, ids), years=rows.loc[rows["value"].notna(), "year"].nunique())
    figure = compare_chart(
        rows, held.names, wanted, parts.language(), reference=held.keys[reference], source=t("chart.source")
    )
    summary = parts.summary_of(title(rows, held.names, wanted, parts.language()), rows)
    point = parts.chart(figure, summary, "compare")
    st.caption(summary)
    parts.notes(wanted)
    _briefings(held, wanted, ids, year)
    st.subheader(t("compare.differences", organ=held.names[held.keys[reference]]))
    st.dataframe(parts.difference_table(rows, held, wanted), hide_index=True)
    row = parts.table_and_downloads(held, rows, (wanted.key,), "compare")
    evidence_panel(held, row or point, wanted)
    _forms(held, rows, held.keys[reference])


def _briefings(held: data.Collection, wanted: Measure, ids: tuple[int, ...], year: int | None) -> None:
    """One click each: the chosen measure and the key figures of all organs as a file to send on."""
    keys = tuple(dict.fromkeys((wanted.key, *KEY_MEASURES)))

    def made(language: Language) -> Briefing:
        reports = held.reports[held.reports["organ_id"].isin(ids)]
        findings = held.warehouse.findings([int(one) for one in reports["report_id"]])
        return comparison(
            data.measured(held.warehouse.build_id, keys, ids, None), [measure(key) for key in keys], organ_ids=ids,
            organs=held.organs, reports=reports, found=findings[findings["severity"] != "note"], year=year,
            language=language, build_id=held.warehouse.build_id,
        )  # fmt: skip

    briefing_buttons(made, "countyscope-comparison")


def _forms(held: data.Collection, rows: pd.DataFrame, reference: int) -> None:
    """The whole form of every organ side by side, in the years compared; what differs is shaded and counted."""
    t = parts.t
    reports = held.reports
    years = {int(row.organ_id): int(row.year) for row in each_row(rows) if not pd.isna(row.report_id)}
    if reference not in years or len(years) < 2:
        return
    with st.expander(t("compare.forms")):
        st.caption(t("compare.forms_note", organ=held.names[reference]))
        forms = {
            one: (data.form_figures(held.warehouse.build_id, one), reports[reports["organ_id"] == one]) for one in years
        }
        for table in (Table.II, Table.III, Table.IV):
            st.markdown(f"**{t(f'table.{table}')}**")
            found = side_by_side_forms(forms, years, reference, table)
            if found.empty:
                st.caption(t("county.no_table"))
            else:
                _form_table(found, held, years, str(table))


def _form_table(found: pd.DataFrame, held: data.Collection, years: dict[int, int], key: str) -> None:
    t, is_chinese = parts.t, parts.language() is Language.ZH
    values = {str(one) for one in HAS_VALUE}
    said = found.assign(
        shown=[row.printed if row.status in values else t(f"status.{row.status}") for row in each_row(found)]
    )
    order = list(dict.fromkeys(found["cell"]))
    wide = said.pivot(index="cell", columns="organ_id", values="shown").reindex(order)[list(years)]
    differs = found.pivot(index="cell", columns="organ_id", values="differs").reindex(order)[list(years)]
    cells = [form.cells_by_code()[int(code)] for code in order]
    names = {one: f"{held.names[one]} {year}" for one, year in years.items()}
    plain = pd.DataFrame(
        {
            t("column.form_line"): [cell.line.label if is_chinese else cell.line.english for cell in cells],
            t("column.form_column"): [cell.column.label if is_chinese else cell.column.english for cell in cells],
            **{names[one]: wide[one].tolist() for one in years},
            t("compare.differing"): differs.sum(axis=1).astype(int).tolist(),
        }
    )
    marks = pd.DataFrame("", index=plain.index, columns=plain.columns)
    for one in years:
        marks[names[one]] = ["background-color: #fdf0d5; font-weight: 600" if is_so else "" for is_so in differs[one]]
    st.dataframe(plain.style.apply(lambda _: marks, axis=None), hide_index=True, key=f"forms-{key}", placeholder="")
    st.download_button(
        t("download.csv", rows=number(len(plain), parts.language())), partial(as_csv, plain),
        f"countyscope-forms-{key}.csv", "text/csv", key=f"csv-forms-{key}", on_click="ignore",
    )  # fmt: skip
