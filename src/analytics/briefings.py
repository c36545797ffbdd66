"""A briefing on one organ as a word processor file or PDF: sentences, figures, small charts, findings, sources.

Every sentence is made from computed values by ``analytics.words``; nothing is said that a frame does not hold. Charts
are drawn without a browser: numbers and years only, their names stand in the text, so no font is needed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import docx
import pandas as pd
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, Image, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from analytics.charts.theme import HAIRLINE, MUTED, PALETTE
from analytics.charts.wording import change_text, marks, state_text, trend_title, value_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.fictional import STAMP
from analytics.vocabulary.measures import Measure, Unit
from analytics.vocabulary.terms import Origin
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.render import finding as sentence

_FONT, _EAST_ASIAN = "STSong-Light", "宋体"
_DOTS = 200
_SAID = 5
"""Sentences at the head: the measures that changed most."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What stands in the file, in order, in the reader's language. ``charts`` are (name, PNG)."""

    title: str
    stamp: str
    lead: tuple[str, ...]
    header: tuple[str, ...]
    figures: tuple[tuple[str, ...], ...]
    charts: tuple[tuple[str, bytes], ...]
    chart_note: str
    findings: tuple[str, ...]
    sources: tuple[str, ...]
    headings: tuple[str, str, str, str]


def briefing(
    changes: pd.DataFrame,
    bands: pd.DataFrame,
    wanted: Sequence[Measure],
    *,
    name: str,
    peers: str,
    reports: pd.DataFrame,
    found: pd.DataFrame,
    language: Language,
    build_id: str,
) -> Briefing:
    """The briefing of one organ.

    ``changes`` of the organ (grain year × measure), ``bands`` of ``transforms.profile.quartiles``, ``reports`` and
    ``found`` (findings) of the organ, ``peers`` in words whose quartiles they are.
    """
    latest = _latest(changes, wanted)
    is_simulated = bool((reports["origin"] == Origin.SIMULATED).any())
    year = int(reports["year"].max())
    return Briefing(
        say("briefing.title", language, organ=name, year=year),
        STAMP if is_simulated else "",
        tuple(_lead(changes, latest, wanted, name, language)),
        tuple(say(f"briefing.{one}", language) for one in ("measure", "year", "value", "change", "peers", "marks")),
        tuple(_row(row, one, bands, language) for one, row in latest),
        tuple((one.named(language), _chart(changes, bands, one)) for one, _ in latest),
        say("briefing.chart_note", language, peers=peers),
        tuple(f"{int(row.year)}: {sentence(row.rule, row.operands, language)}" for row in each_row(found)),
        (*_sources(reports, language), say("briefing.build", language, build=build_id)),
        tuple(say(f"briefing.{one}", language) for one in ("figures", "over_years", "findings", "sources")),  # type: ignore[arg-type]
    )


def _latest(changes: pd.DataFrame, wanted: Sequence[Measure]) -> list[tuple[Measure, object]]:
    """The latest row with a value of each measure that has one."""
    found: list[tuple[Measure, object]] = []
    for one in wanted:
        own = changes[(changes["measure"] == one.key) & changes["value"].notna() & changes["stated_by_year"].isna()]
        found += [(one, row) for row in each_row(own.sort_values("year").tail(1))]
    return found


def _lead(
    changes: pd.DataFrame,
    latest: Sequence[tuple[Measure, object]],
    wanted: Sequence[Measure],
    name: str,
    language: Language,
) -> Iterator[str]:
    """The largest changes of the latest year that has any, doubtful ones and small bases left out."""
    rows = pd.DataFrame([row._asdict() for _, row in latest])  # type: ignore[attr-defined]
    if rows.empty:
        return
    kept = rows[
        rows["percent"].notna() & ~rows["is_small_base"].astype(bool) & ~rows["is_coverage_suspected"].astype(bool)
    ]
    order = kept.loc[kept["percent"].abs().sort_values(ascending=False).index]
    known = {one.key: one for one in wanted}
    names = {int(one): name for one in changes["organ_id"].unique()}
    for key in order["measure"].head(_SAID):
        yield trend_title(changes[changes["measure"] == key], names, known[key], language) + say("full_stop", language)


def _row(row: object, wanted: Measure, bands: pd.DataFrame, language: Language) -> tuple[str, ...]:
    year = int(row.year)  # type: ignore[attr-defined]
    band = bands[(bands["measure"] == wanted.key) & (bands["year"] == year)]
    spread = ""
    if len(band):
        low, middle, high = (value_text(band.iloc[0][one], wanted, language, with_unit=False) for one in
                             ("low", "middle", "high"))  # fmt: skip
        spread = f"{low} · {middle} · {high}"
    said = "；".join(marks(row, language)) if language is Language.ZH else "; ".join(marks(row, language))
    return (
        wanted.named(language), str(year), state_text(row, wanted, language),
        change_text(row, wanted, language), spread, said,
    )  # fmt: skip


def _sources(reports: pd.DataFrame, language: Language) -> Iterator[str]:
    for row in each_row(reports.sort_values("year")):
        address = "" if pd.isna(row.url) else f" {row.url}"
        origin = say(f"origin.{row.origin}", language)
        yield f"{int(row.year)}: {row.file}{address} ({origin}, SHA-256 {str(row.sha256)[:12]}…)"


def _chart(changes: pd.DataFrame, bands: pd.DataFrame, wanted: Measure) -> bytes:
    """A line over the years before the peers' quartiles."""
    own = changes[changes["measure"] == wanted.key].sort_values("year")
    band = bands[bands["measure"] == wanted.key].sort_values("year")
    figure = Figure(figsize=(3.1, 1.35), dpi=_DOTS, layout="constrained")
    axes = figure.add_subplot()
    years = own["year"].astype(int).tolist()
    if len(band):
        axes.fill_between(
            band["year"].astype(int), band["low"], band["high"], color=PALETTE[0], alpha=0.14, linewidth=0
        )
        axes.plot(band["year"].astype(int), band["middle"], color=MUTED, linewidth=0.8, linestyle=":")
    stated = own["stated_by_year"].notna()
    axes.plot(years, own["value"].astype(float), color=PALETTE[0], linewidth=1.4)
    axes.scatter(own.loc[~stated, "year"], own.loc[~stated, "value"], color=PALETTE[0], s=14, zorder=3)
    axes.scatter(
        own.loc[stated, "year"], own.loc[stated, "value"], facecolors="white", edgecolors=PALETTE[0], s=14, zorder=3
    )
    axes.set_xticks([years[0], years[-1]])
    axes.set_ylim(bottom=min(0.0, float(own["value"].min() or 0)))
    axes.yaxis.set_major_locator(MaxNLocator(3))
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda value, _: f"{value:.0%}" if wanted.unit is Unit.SHARE else number(value, Language.EN))
    )
    axes.grid(axis="y", color=HAIRLINE, linewidth=0.8)
    axes.tick_params(length=0, labelsize=7, labelcolor=MUTED)
    for side in axes.spines.values():
        side.set_visible(False)
    file = io.BytesIO()
    FigureCanvasAgg(figure).print_png(file)  # type: ignore[no-untyped-call]
    return file.getvalue()


# Files ----------------------------------------------------------------------------------------------------


def as_docx(said: Briefing) -> bytes:
    """The briefing as a word processor file."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _EAST_ASIAN)
    document.core_properties.title = said.title
    document.add_heading(said.title, 0)
    if said.stamp:
        document.add_paragraph(said.stamp).runs[0].bold = True
    for line in said.lead:
        document.add_paragraph(line, style="List Bullet")
    figures, over_years, findings, sources = said.headings
    document.add_heading(figures, 1)
    table = document.add_table(rows=1, cols=len(said.header), style="Light Grid Accent 1")
    for cells, texts in [(table.rows[0].cells, said.header), *((table.add_row().cells, row) for row in said.figures)]:
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    document.add_heading(over_years, 1)
    document.add_paragraph(said.chart_note)
    grid = document.add_table(rows=0, cols=2)
    for first in range(0, len(said.charts), 2):
        for cell, (name, picture) in zip(grid.add_row().cells, said.charts[first : first + 2], strict=False):
            cell.text = name
            cell.add_paragraph().add_run().add_picture(io.BytesIO(picture), width=Cm(7.4))
    for heading, lines in ((findings, said.findings), (sources, said.sources)):
        document.add_heading(heading, 1)
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_pdf(said: Briefing) -> bytes:
    """The briefing as PDF, in one of the standard Chinese fonts that viewers bring."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    body = ParagraphStyle("body", fontName=_FONT, fontSize=9.5, leading=14, wordWrap="CJK")
    small = ParagraphStyle("small", parent=body, fontSize=8, leading=11)
    title = ParagraphStyle("title", parent=body, fontSize=18, leading=26, spaceAfter=8)
    heading = ParagraphStyle("heading", parent=body, fontSize=13, leading=20, spaceBefore=10, spaceAfter=4)

    def lines(texts: Sequence[str], style: ParagraphStyle) -> list[Flowable]:
        return [Paragraph(f"• {escape(text)}", style) for text in texts]

    rows = [[Paragraph(escape(text), small) for text in row] for row in (said.header, *said.figures)]
    widths = [width * cm for width in (4.0, 1.3, 2.8, 3.4, 3.4, 2.6)]
    ruled = TableStyle(
        [("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIRLINE), ("LINEBELOW", (0, 0), (-1, 0), 0.8, MUTED),
         ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 2)]
    )  # fmt: skip
    charts = [
        [Paragraph(escape(name), small), Image(io.BytesIO(picture), 8.2 * cm, 3.57 * cm)]
        for name, picture in said.charts
    ]
    pairs = [
        [charts[index], charts[index + 1] if index + 1 < len(charts) else ""] for index in range(0, len(charts), 2)
    ]
    figures, over_years, findings, sources = said.headings
    story: list[Flowable] = [Paragraph(escape(said.title), title)]
    story += [Paragraph(f"<b>{escape(said.stamp)}</b>", body)] if said.stamp else []
    story += [
        *lines(said.lead, body),
        Paragraph(escape(figures), heading),
        Table(rows, widths, style=ruled, repeatRows=1),
    ]
    story += [Paragraph(escape(over_years), heading), Paragraph(escape(said.chart_note), small), Spacer(1, 6)]
    story += [Table(pairs, [8.7 * cm, 8.7 * cm])] if pairs else []
    story += [Paragraph(escape(findings), heading), *lines(said.findings, small)]
    story += [Paragraph(escape(sources), heading), *lines(said.sources, small)]
    file = io.BytesIO()
    margin = 1.8 * cm
    SimpleDocTemplate(
        file,
        pagesize=A4,
        title=said.title,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin,
    ).build(story)
    return file.getvalue()
