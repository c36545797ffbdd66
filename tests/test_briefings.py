"""A briefing says what its frames hold, in both file formats and languages, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pandas as pd
import pypdfium2
import pytest
from docx.oxml.ns import qn
from fontTools.ttLib import TTFont
from reportlab.lib.styles import ParagraphStyle

from analytics.briefings.comparison import write_comparison
from analytics.briefings.county import Peers, write_briefing
from analytics.briefings.files import write_docx, write_pdf
from analytics.briefings.fonts import embed_font
from analytics.briefings.model import Briefing
from analytics.briefings.parts import Frames
from analytics.briefings.wrapping import Text, split_units
from analytics.charts.parts.wording import write_difference, write_state, write_value
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.transforms.organ.profile import find_quartiles
from analytics.transforms.series.complete import list_needed_cells
from analytics.transforms.series.long_frame import build_changes
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.places.fictional import STAMP
from analytics.warehouse.read import open_warehouse
from analytics.words import Language

MEASURES = [find_measure(key) for key in ("requests_new", "penalty_decisions", "disclosure_rate", "charges_collected")]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefing")
    write(folder / "world", Plan(counties=6, formats=(Format.TXT,), damage=0, errors=1.0))
    ingest(Settings(folder / "world" / "raw", folder / "warehouse"))
    return folder / "warehouse"


def made(folder: Path, language: Language, peers: int = 5) -> Briefing:
    with open_warehouse(folder) as build:
        reports, organs = build.reports(), build.organs()
        frame = build_changes(build.figures(list_needed_cells(MEASURES)), reports, MEASURES)
        organ = int(organs["organ_id"].iloc[0])
        own_reports = reports[reports["organ_id"] == organ]
        found = build.findings(own_reports["report_id"].tolist())
        frames = Frames(
            changes=frame[frame["organ_id"] == organ],
            measures=tuple(MEASURES),
            reports=own_reports,
            found=found,
            language=language,
            build_id=build.build_id,
        )
        return write_briefing(
            frames, find_quartiles(frame, organs["organ_id"].tolist()[1 : 1 + peers]), organ_id=organ,
            name=organs["organ"].iloc[0], peers=Peers("x", ("甲", "乙")),
        )  # fmt: skip


ALIKE = 5
"""Organs of the comparison: letters and number in the title, two rows of pictures at least."""


def compared(folder: Path, language: Language, year: int | None = 2023) -> tuple[Briefing, pd.DataFrame]:
    with open_warehouse(folder) as build:
        reports, organs = build.reports(), build.organs()
        ids = [int(organ_id) for organ_id in organs["organ_id"][:ALIKE]]
        own_reports = reports[reports["organ_id"].isin(ids)]
        frame = build_changes(build.figures(list_needed_cells(MEASURES), ids), reports, MEASURES, organs=ids)
        found = build.findings(own_reports["report_id"].tolist())
        frames = Frames(
            changes=frame,
            measures=tuple(MEASURES),
            reports=own_reports,
            found=found,
            language=language,
            build_id=build.build_id,
        )
        briefing = write_comparison(frames, organ_ids=ids, organs=organs, year=year)
        return briefing, frame.merge(organs[["organ_id", "organ"]], on="organ_id")


def hold_the_same(briefing: Briefing) -> None:
    """Every text of a briefing stands in both of its files, every table whole."""
    texts = [text for part in briefing.parts for text in (part.heading, *part.notes, *part.lines)]
    tables = [part.table for part in briefing.parts if part.table]
    document = docx.Document(io.BytesIO(write_docx(briefing)))
    words = {paragraph.text for paragraph in document.paragraphs}
    assert {briefing.title, *briefing.lead, *texts} <= words
    found = [[tuple(cell.text for cell in row.cells) for row in table.rows] for table in document.tables]
    assert all([table.header, *table.rows] in found for table in tables)
    charts = [chart for part in briefing.parts for chart in part.charts]
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == [
        chart.sentence for chart in charts
    ]
    page = document.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    assert all(shape.width < room for shape in document.inline_shapes)
    heads = [
        table.rows[0]._tr.find(f".//{qn('w:tblHeader')}")
        for table in document.tables
        if table.style.name != "Normal Table"
    ]
    assert len(heads) == len(tables) and None not in heads
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"] == [
        part.heading for part in briefing.parts
    ]
    for name in ("Normal", "Title", "Heading 1"):
        assert document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"
    assert (round(document.sections[0].page_width.cm, 1), round(document.sections[0].page_height.cm, 1)) == (21.0, 29.7)
    with pypdfium2.PdfDocument(write_pdf(briefing)) as pdf:
        printed = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
        assert all((round(page.get_width()), round(page.get_height())) == (595, 842) for page in pdf)
        assert not briefing.stamp or printed.count("".join(briefing.stamp.split())) > len(pdf)
    cells = [text for table in tables for row in (table.header, *table.rows) for text in row]
    for text in (briefing.title, briefing.stamp, *briefing.lead, *texts, *cells):
        assert "".join(text.split()) in printed


@pytest.mark.parametrize("language", list(Language))
def test_both_files_hold_the_same_figures_sentences_and_stamp(warehouse: Path, language: Language) -> None:
    briefing = made(warehouse, language)
    assert briefing.stamp == STAMP
    assert briefing.lead
    figures, _, charts, _, _ = briefing.parts
    assert figures.table and len(figures.table.rows) == len(charts.charts) == len(MEASURES)
    hold_the_same(briefing)


@pytest.mark.parametrize("language", list(Language))
def test_a_comparison_holds_the_figures_of_every_organ(warehouse: Path, language: Language) -> None:
    briefing, frame = compared(warehouse, language)
    hold_the_same(briefing)
    parts = {part.heading: part for part in briefing.parts}
    for measure in MEASURES:
        part = parts[measure.named(language)]
        assert part.table and len(part.table.rows) == ALIKE and len(part.charts) == 1
        rows = frame[(frame["measure"] == measure.key) & (frame["year"] == 2023)]
        for row in rows.itertuples():
            (told,) = [text for text in part.table.rows if text[0].endswith(str(row.organ))]
            assert told[1] == "2023" and told[2].startswith(write_state(row, measure, language))
            if pd.notna(row.difference):
                assert told[3].startswith(write_difference(row.difference, measure, language))
                assert write_value(row.value_previous, measure, language, with_unit=False) in told[3]


def test_a_comparison_of_different_years_says_so(warehouse: Path) -> None:
    briefing, frame = compared(warehouse, Language.EN, None)
    latest = (
        frame[frame["value"].notna() & frame["stated_by_year"].isna()].groupby(["measure", "organ_id"])["year"].max()
    )
    differs = any(years.nunique() > 1 for _, years in latest.groupby("measure"))
    assert any("the years differ" in line for line in briefing.lead) == differs


def test_changes_stand_with_their_base_and_rates_with_their_counts(warehouse: Path) -> None:
    briefing = made(warehouse, Language.EN)
    table = briefing.parts[0].table
    assert table
    rows = {row[0]: row for row in table.rows}
    assert " ÷ " in rows["Disclosure rate"][2]
    assert "from " in rows["New requests"][3] and "difference of two reports" in rows["New requests"][3]
    assert briefing.parts[0].notes == ("Quartiles are those of x: 甲, 乙.",)


def test_every_file_has_the_characters_of_its_own_text() -> None:
    for text in ("政府", "芮城县级政府–"):
        font = embed_font(text)
        if font is None:
            pytest.skip("no Chinese font on this machine: run make setup-browser")
        subset = TTFont(io.BytesIO(font.content))
        assert {ord(character) for character in text} <= set(subset.getBestCmap())
        assert all(subset["glyf"][subset.getBestCmap()[ord(character)]].numberOfContours > 0 for character in text)
        briefing = Briefing(title=text, stamp="", lead=(), parts=(), font_note="{font}", font_missing="")
        with pypdfium2.PdfDocument(write_pdf(briefing)) as pdf:
            assert text in pdf[0].get_textpage().get_text_bounded()


def test_an_organ_without_the_common_year_shows_its_own_year_and_reason(collection: Settings) -> None:
    """Ruicheng's only report is that of 2020, on the older form, without any application."""
    keys = ("requests_new", "disclosure_rate", "charges_collected", "penalty_items")
    measures = tuple(find_measure(key) for key in keys)
    with open_warehouse(collection.warehouse) as build:
        reports, organs = build.reports(), build.organs()
        named = dict(zip(organs["organ"], organs["organ_id"], strict=True))
        ids = [int(named["芮城县人民政府"]), int(named["洪泽区人民政府"])]
        changed = build_changes(build.figures(list_needed_cells(measures), ids), reports, measures, organs=ids)
        own_reports = reports[reports["organ_id"].isin(ids)]
        found = build.findings(own_reports["report_id"].tolist())
        frames = Frames(
            changes=changed,
            measures=measures,
            reports=own_reports,
            found=found,
            language=Language.ZH,
            build_id=build.build_id,
        )
        document = docx.Document(
            io.BytesIO(write_docx(write_comparison(frames, organ_ids=ids, organs=organs, year=None)))
        )
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    told = [rows[1][1:3] for rows in tables if rows[0][0] == "机关"]
    assert told == [["2020", "0 件"], ["2020", "分母为零"], ["2020", "该版表格无此项"], ["2020", "1,248 项"]]
    items = [rows[2][1:3] for rows in tables if rows[0][0] == "机关"][-1]
    assert items == ["2024", "该版表格无此项"]


def test_a_county_says_why_a_measure_has_no_value(collection: Settings) -> None:
    measures = tuple(find_measure(key) for key in ("requests_new", "disclosure_rate"))
    with open_warehouse(collection.warehouse) as build:
        reports, organs = build.reports(), build.organs()
        organ = int(organs.loc[organs["organ"] == "芮城县人民政府", "organ_id"].iloc[0])
        changed = build_changes(build.figures(list_needed_cells(measures), [organ]), reports, measures, organs=[organ])
        own_reports = reports[reports["organ_id"] == organ]
        frames = Frames(
            changes=changed,
            measures=measures,
            reports=own_reports,
            found=build.findings(own_reports["report_id"].tolist()),
            language=Language.EN,
            build_id=build.build_id,
        )
        briefing = write_briefing(
            frames, find_quartiles(changed, ()), organ_id=organ, name="芮城县", peers=Peers("x", ())
        )
    document = docx.Document(io.BytesIO(write_docx(briefing)))
    rows = {row.cells[0].text: [cell.text for cell in row.cells][1:3] for row in document.tables[0].rows}
    assert rows["Disclosure rate"] == ["2020", "denominator is zero"]


@pytest.mark.parametrize("peers", [3, 4])
def test_peers_are_named_only_where_the_page_would_draw_their_quartiles(warehouse: Path, peers: int) -> None:
    briefing = made(warehouse, Language.ZH, peers)
    document = docx.Document(io.BytesIO(write_docx(briefing)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    header = [cell.text for cell in document.tables[0].rows[0].cells]
    assert ("同级同类四分位" in header) == (peers == 4)
    assert any("甲、乙" in text for text in texts) == (peers == 4)
    assert ("有数值的同级同类机关不足 4 个，不列四分位。" in texts) == (peers == 3)


def test_no_line_begins_with_a_closing_mark_and_no_word_is_cut() -> None:
    assert split_units("上年 550，两份") == ["上", "年 ", "550，", "两", "份"]
    assert split_units("Suit “after” it: (+24.5%).") == ["Suit ", "“after” ", "it: ", "(+24.5%)."]
    text = "Peers' quartiles — 《条例》第五十条；year's end…"
    assert "".join(split_units(text)) == text


def test_without_a_font_the_file_says_so(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.briefings.files.embed_font", lambda text: None)
    briefing = made(warehouse, Language.ZH)
    with pypdfium2.PdfDocument(write_pdf(briefing)) as pdf:
        printed = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
    assert briefing.font_missing in printed


def test_sources_name_every_report_and_the_build(warehouse: Path) -> None:
    briefing = made(warehouse, Language.ZH)
    findings, sources = briefing.parts[-2:]
    assert len(sources.lines) == 7 + 1
    assert all(".txt" in line for line in sources.lines[:-1])
    assert findings.lines != ("没有核查提示。",)  # every simulated form has a publisher's error here


@pytest.mark.parametrize("text", ["报告印有不止一行数字，请对照原件。" * 30, "two words and 1,701 more " * 60])
def test_a_paragraph_that_a_page_cuts_goes_on_with_the_same_words(text: str) -> None:
    style = ParagraphStyle("plain", fontName="Helvetica", fontSize=10, leading=12, wordWrap="CJK")
    whole = Text(text.strip(), style)
    whole.wrap(200, 10_000)
    first, second = whole.split(200, 60)
    for part in (first, second):
        part.wrap(200, 10_000)
    lines = [line for part in (first, second) for _, (line,) in part.blPara.lines]
    assert "".join("".join(lines).split()) == "".join(text.split())
