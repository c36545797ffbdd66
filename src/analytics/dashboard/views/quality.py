"""Quality: every finding, filtered by its address, its cells one click away; what was rejected, what was read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.audit.hints.frames import RULES as HINTS
from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import collection_state, finding_list
from analytics.dashboard.state import data, opening, quality, session
from analytics.dashboard.state.address import ALL, PARAMETERS, TOLD, Selection
from analytics.dashboard.state.group_keys import OWN
from analytics.errors import CollectionError
from analytics.query.findings import Filters, select_findings
from analytics.transforms.organ.documents import count_by_rule, select_told
from analytics.vocabulary.terms import Severity
from analytics.words import has
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown
from analytics.words.render import write_error

_ANY = "any"
_UNREAD = (
    "figures_unread", "cell_unreadable", "text_holds_digits", "cell_holds_object", "attachments_unread", "text_unseen",
)  # fmt: skip
"""Rules of findings that say that something was not read."""


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    st.title(session.t("quality.title"))
    st.markdown(session.t("quality.lead"))
    before = session.read_selection(build)
    selection = replace(before, organs=(), peers=OWN) if opening.is_bare() else before
    found = _judge(build)
    with controls.open_choices():
        group, chosen = _choose(build, selection, found)
    kept = replace(chosen, organs=before.organs, peers=before.peers) if not group.organ_ids else None
    session.remember(chosen, build, organs.describe_view(build, group, replace(chosen, measures=())), kept=kept)
    rows = _select(build, found, group, chosen)
    sentence = _count(rows)
    st.header(session.t("quality.findings"), anchor="findings")
    st.markdown(escape_markdown(sentence))
    if rows.empty:
        st.info(session.t("quality.none"))
    else:
        finding_list.show_findings(build, rows, sentence)
        _show_by_rule(rows)
    collection_state.show_collection_state(build)


def _judge(build: data.OpenBuild) -> pd.DataFrame:
    """All findings, with the reviews of the list as it is now; a list that cannot be trusted is said."""
    try:
        return quality.judge_all(build.warehouse.build_id, quality.read_review_list())
    except CollectionError as refusal:
        reason = write_error(refusal, session.language())
        st.warning(session.say_escaped("quality.list_untrusted", reason=reason), icon=":material/error:")
        return quality.judge_all(build.warehouse.build_id, None)


def _choose(build: data.OpenBuild, selection: Selection, found: pd.DataFrame) -> tuple[Group, Selection]:
    """Whose findings, of which years, rules, weights; whose they may be, and what was said of them."""
    left, right = st.columns([3, 2])
    counts = found["rule"].value_counts()
    with left:
        rules = _choose_rules(counts, selection)
    organs_place, years_place = st.columns([3, 1])
    group = organs.choose_group(
        build, selection, first=organs.NAMED, start=tuple, way_place=right, place=organs_place
    )  # fmt: skip
    with years_place:
        first, last = controls.choose_years(build, selection)
    places = st.columns(3)
    severity = controls.choose_listed(
        places[0], "quality.severity", "finding-severity", PARAMETERS["sev"].values, selection.severity
    )
    fault, review = (
        controls.choose_listed(
            place, f"quality.{name}", f"finding-{name}", (_ANY, *PARAMETERS[name].values), getattr(selection, name)
        )
        for place, name in zip(places[1:], ("fault", "review"), strict=True)
    )
    return group, replace(
        organs.set_group(selection, build, group),
        first=first,
        last=last,
        rules=rules,
        severity=None if severity == TOLD else severity,
        fault=None if fault == _ANY else fault,
        review=None if review == _ANY else review,
    )


def _choose_rules(counts: pd.Series, selection: Selection) -> tuple[str, ...]:
    options = sorted({*map(str, counts.index), *selection.rules})
    controls.begin_several("finding-rules", options, lambda: selection.rules)
    chosen = st.multiselect(
        session.t("quality.rules"), options, key="finding-rules", placeholder=session.t("quality.every_rule"),
        format_func=lambda rule: f"{name_rule(rule)} ({number(int(counts.get(rule, 0)), session.language())})",
    )  # fmt: skip
    return tuple(chosen)


def name_rule(rule: str) -> str:
    """What a rule says, or its key where it is none of the rule book."""
    return session.t(f"rule.{rule}") if has(f"rule.{rule}") else rule


def _select(build: data.OpenBuild, found: pd.DataFrame, group: Group, chosen: Selection) -> pd.DataFrame:
    """The findings that the filters let through, in their order. Reports without a year stand with all years."""
    weights = (chosen.severity,) if chosen.severity and chosen.severity != ALL else ()
    filters = Filters(
        rules=chosen.rules, severities=weights, faults=(chosen.fault,) if chosen.fault else (),
        reviews=(chosen.review,) if chosen.review else (),
    )  # fmt: skip
    rows = select_findings(found, filters)
    if chosen.severity is None and not chosen.rules:
        rows = rows[rows.index.isin(select_told(rows).index) | rows["rule"].isin(HINTS)]
    if group.organ_ids:
        rows = rows[rows["organ_id"].isin(group.organ_ids)]
    years = range(chosen.first or 0, (chosen.last or 0) + 1)
    is_every_year = years[0] <= build.years[0] and years[-1] >= build.years[-1]
    return rows if is_every_year else rows[rows["year"].isin(years)]


def _count(rows: pd.DataFrame) -> str:
    counts: dict[str, Any] = {
        f"{severity}s": number(int((rows["severity"] == severity).sum()), session.language()) for severity in Severity
    }
    totals = {"count": len(rows), "reports": rows["report_id"].nunique()}
    return session.t(
        "quality.counted", **counts, **{name: number(count, session.language()) for name, count in totals.items()}
    )


def _show_by_rule(rows: pd.DataFrame) -> None:
    """How many findings of each rule there are, and on how many reports; those that say what was not read, apart."""
    for key, part in (
        ("quality.by_rule", rows[~rows["rule"].isin(_UNREAD)]),
        ("quality.unread", rows[rows["rule"].isin(_UNREAD)]),
    ):
        counts = count_by_rule(part)
        count = len(part) if key == "quality.unread" else len(counts)
        with st.expander(session.say_escaped(key, count=number(count, session.language())), key=f"fold-{key}"):
            if key == "quality.unread":
                st.caption(session.t("quality.unread_note"))
            table = counts.assign(rule=[name_rule(rule) for rule in counts["rule"]])
            names = [session.t(f"column.{name}") for name in table]
            st.dataframe(table.set_axis(names, axis=1), hide_index=True, key=key, placeholder="")
