"""Two reports side by side, of one agency or of two: what each alone says, what both say, set phrases of the form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analytics.charts.parts.chart import Title
from analytics.charts.parts.points import Quote
from analytics.charts.parts.room import cut_text
from analytics.charts.parts.short_names import drop_government
from analytics.charts.side_by_side import LOOKS, draw_side_by_side
from analytics.dashboard.choosers import controls
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.facsimile.drawer import write_address
from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.panels.prose import choosing, listed, marked
from analytics.dashboard.panels.prose.listed import PLACES, Listed
from analytics.dashboard.state import data, prose
from analytics.dashboard.state.address import Selection
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.dashboard.state.screen import find_room
from analytics.dashboard.state.session import language, say_escaped, t
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import number, percent

SIDES = ("one", "other")
_SECTIONS = ["", "I", "II", "III", "IV", "V", "VI"]
_HEADING, _ORGAN = 150, 130
"""Pixels of a section's heading and of an agency's name beside a bar."""
_ORDER = {name: at for at, name in enumerate((*_SECTIONS, *SIDES))}


class Side(NamedTuple):
    """One of the two reports."""

    report_id: int
    organ: str
    year: int

    @property
    def name(self) -> str:
        """What it is called on the page."""
        return f"{self.organ} {self.year}"


def show_beside(build: data.OpenBuild, before: Selection) -> None:
    """Two reports, their lengths by kind, their texts."""
    chosen, sides = _choose(build, before)
    organ_ids = {build.keys[key] for key in (*chosen.organs, *((chosen.reference,) if chosen.reference else ()))}
    choosing.remember(build, chosen, organ_ids)
    if len(sides) < len(SIDES):
        st.info(t("narrative.nothing_beside"))
        return
    if sides[0].report_id == sides[1].report_id:
        st.info(t("narrative.same_report"))
        return
    parts = prose.part_pair(build.warehouse.build_id, sides[0].report_id, sides[1].report_id)
    title = _write_title(parts, sides)
    _show_counts(build, parts, sides, title)
    _show_key()
    _show_texts(build, sides)
    _show_parts(build, parts, sides, title)


def _choose(build: data.OpenBuild, before: Selection) -> tuple[Selection, list[Side]]:
    """Whose report of which year, and the one beside it: of the year before, if nothing else is asked for."""
    among = prose.list_told_keys(build.warehouse.build_id)
    with controls.open_choices():
        one_place, year_place, other_place, other_year_place = st.columns([3, 1, 3, 1])
        with one_place:
            key, organ_id, _ = choosing.choose_told_organ(build, before)
        start = before.reference if before.reference in among else _find_other(build, key, organ_id)
        other = controls.choose_reference(other_place, build, among, start, label="narrative.compared_with")
        years, other_years = (choosing.list_told_years(build, one) for one in (organ_id, build.keys[other]))
        chosen = replace(before, organs=(key,), peers=None, reference=other)
        if not years:
            return replace(chosen, year=None, reference_year=None), []
        year = choosing.choose_told_year(year_place, years, "told-year", before.year, start=years[0])
        usual = next((each for each in other_years if (each < year if other == key else each == year)), other_years[0])
        asked = before.reference_year
        other_year = choosing.choose_told_year(other_year_place, other_years, "reference-year", asked, start=usual)
    names = build.name_organs(language())
    sides = [
        Side(choosing.find_report(build, one, each), names[one], each)
        for one, each in ((organ_id, year), (build.keys[other], other_year))
    ]
    return replace(chosen, year=year, reference_year=other_year), sides


def _find_other(build: data.OpenBuild, key: str, organ_id: int) -> str:
    """Whose report stands beside an agency's at first: its own, where it has two; else the one that shares most text
    with it, or any other."""
    build_id = build.warehouse.build_id
    if len(choosing.list_told_years(build, organ_id)) > 1:
        return key
    copies = prose.read_copies(build_id)
    nearest = copies.loc[copies["organ_id"] == organ_id, "other_organ_id"].tolist()
    others = [other for other in prose.list_told(build_id)["organ_id"].tolist() if other != organ_id]
    return build.keys_of[int(next(iter((*nearest, *others)), organ_id))]


def _write_title(parts: pd.DataFrame, sides: list[Side]) -> str:
    """How much of each report's own text stands in the other."""
    shares = []
    for side in SIDES:
        counts = parts[parts["side"] == side].groupby("kind")["characters"].sum()
        own = int(counts.get("own", 0) + counts.get("repeated", 0))
        share = counts.get("repeated", 0) / own if own else None
        shares.append(t("narrative.no_share") if share is None else percent(share, language()))
    return t("narrative.beside_title", one=sides[0].name, other=sides[1].name, share=shares[0], other_share=shares[1])


def _name_kinds() -> dict[str, str]:
    return {kind: t(f"narrative.kind.{kind}") for kind in LOOKS}


def _show_counts(build: data.OpenBuild, parts: pd.DataFrame, sides: list[Side], title: str) -> None:
    headings = parts.drop_duplicates("number").set_index("number")["heading"]
    counts = parts.groupby(["number", "side", "kind"], sort=False)["characters"].sum().reset_index()
    told = counts.groupby(["number", "side"])["characters"].transform("sum") > 0
    counts = counts[told].sort_values(["number", "side"], key=lambda values: values.map(_ORDER), kind="stable")
    years = dict(zip(SIDES, (side.name for side in sides), strict=True))
    counts["label"] = _name_bars(counts, headings, sides)
    chart = draw_side_by_side(
        counts, Title(title, t("narrative.beside_subtitle")), _name_kinds(), language(), find_room()
    )
    charts.show_chart(chart, title, "beside")
    table = pd.DataFrame(
        {
            "section": counts["number"].map(headings),
            "report": counts["side"].map(years),
            "whose_words": counts["kind"].map(_name_kinds()),
            "characters": counts["characters"],
        }
    )
    listed.show_listed(build, Listed("beside", table, title, reports=[side.report_id for side in sides]))


def _name_bars(counts: pd.DataFrame, headings: pd.Series, sides: list[Side]) -> list[str]:
    """Section and report of each row: of two years of one agency the year alone."""
    is_one = sides[0].organ == sides[1].organ
    organs = [cut_text(organ, _ORGAN) for organ in drop_government([side.organ for side in sides])]
    reports = {
        name: str(side.year) if is_one else f"{organ} {side.year}"
        for name, side, organ in zip(SIDES, sides, organs, strict=True)
    }
    titles = {number: cut_text(heading or t("narrative.start"), _HEADING) for number, heading in headings.items()}
    return [f"{titles[row.number]} · {reports[row.side]}" for row in each_row(counts)]


def _show_key() -> None:
    """What the looks of the text mean."""
    names = _name_kinds()
    pieces = [piece for kind in LOOKS for piece in (marked.Piece(names[kind], kind), marked.Piece("　"))]
    st.html(marked.write_lines([marked.Line(tuple(pieces))]))


def _show_texts(build: data.OpenBuild, sides: list[Side]) -> None:
    """Section beside section; on a narrow screen one below the other."""
    for place, side in zip(st.columns(2), sides, strict=True):
        place.subheader(say_escaped("narrative.side", organ=side.organ, year=side.year))
    for texts in _write_sections(build.warehouse.build_id, tuple(sides), language()):
        for place, text in zip(st.columns(2), texts, strict=True):
            place.html(text)


@keep_with_build(64)
def _write_sections(build_id: str, sides: tuple[Side, ...], spoken: Language) -> list[tuple[str, ...]]:
    """The markup of each section of both reports; ``spoken`` is the language of the page."""
    parts = prose.part_pair(build_id, sides[0].report_id, sides[1].report_id)
    written = []
    for section in sorted(parts["number"].unique(), key=_SECTIONS.index):
        of_section = parts[parts["number"] == section]
        if of_section["characters"].sum():
            written.append(
                tuple(
                    marked.write_lines(_write_side(build_id, of_section[of_section["side"] == name], side, spoken))
                    for name, side in zip(SIDES, sides, strict=True)
                )
            )
    return written


def _write_side(build_id: str, parts: pd.DataFrame, side: Side, spoken: Language) -> list[marked.Line]:
    if not parts["text"].str.strip().any():
        return [marked.Line((marked.Piece(say("narrative.no_text", spoken), "absent"),))]
    lines = []
    for _, section in parts.groupby("position", sort=True):
        first = section.iloc[0]
        quote = Quote(int(first["position"]), 0, int(section["end_at"].max()))
        address = write_address(build_id, side.report_id, Choice(spoken, quote=quote))
        lines.append(
            marked.Line(
                (), address, say("narrative.open", spoken), str(first["heading"]) or say("narrative.start", spoken)
            )
        )
        text = "".join(section["text"])
        stretches = [marked.Stretch(int(row.start_at), int(row.end_at), str(row.kind)) for row in each_row(section)]
        lines += [marked.Line(pieces) for pieces in _split_paragraphs(marked.cut_pieces(text, stretches))]
    return lines


def _split_paragraphs(pieces: Iterable[marked.Piece]) -> list[tuple[marked.Piece, ...]]:
    """The pieces of each line of the text."""
    lines: list[list[marked.Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        lines[-1].append(marked.Piece(first, piece.look))
        lines += [[marked.Piece(text, piece.look)] for text in rest]
    return [tuple(line) for line in lines if any(piece.text.strip() for piece in line)]


def _show_parts(build: data.OpenBuild, parts: pd.DataFrame, sides: list[Side], title: str) -> None:
    """Every stretch of both texts with whose words it is; a click opens it."""
    told = parts[parts["characters"] > 0]
    names = dict(zip(SIDES, (side.name for side in sides), strict=True))
    table = pd.DataFrame(
        {
            "report": told["side"].map(names),
            "section": told["heading"],
            "whose_words": told["kind"].map(_name_kinds()),
            "characters": told["characters"],
            "words": told["text"],
        }
    )
    label = t("narrative.parts_table", count=number(len(table), language()))
    listed.show_listed(build, Listed("beside-texts", table, title, places=told[PLACES], label=label))
