"""Briefing → a word processor file, or PDF with a Chinese font of this machine embedded. A4, whatever the reader."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Image, KeepTogether, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as Ruled

from analytics.briefings.fonts import embed_font
from analytics.briefings.model import Briefing, Chart, Part, Table
from analytics.briefings.wrapping import Text
from analytics.charts.parts.theme import HAIRLINE, MUTED
from analytics.words import Language
from analytics.words.plain import escape_html

_STANDARD, _EAST_ASIAN = "STSong-Light", "宋体"
_MARGIN, _WIDTH = 1.8, 16.9
"""Of an A4 page, in cm; the width is that of the text."""
_LONGEST = 255
"""Characters of a title that the properties of such a file may hold."""
_TAGS = {Language.ZH: "zh-CN", Language.EN: "en-GB"}


def write_docx(briefing: Briefing) -> bytes:
    """The briefing as a word processor file."""
    document = docx.Document()
    _format_document(document, briefing)
    document.add_heading(briefing.title, 0)
    if briefing.stamp:
        document.add_paragraph(briefing.stamp).runs[0].bold = True
    for line in briefing.lead:
        document.add_paragraph(line, style="List Bullet")
    for part in briefing.parts:
        _write(document, part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _format_document(document: Any, briefing: Briefing) -> None:
    """Paper, fonts, language, what stands on every page."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(10.5)
    for name in ("Normal", "Title", "Heading 1"):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)  # a theme's font would win over the one that is named
        fonts.set(qn("w:eastAsia"), _EAST_ASIAN)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), _TAGS[briefing.language])
        spoken.set(qn("w:eastAsia"), _TAGS[Language.ZH])  # else a reader takes Japanese shapes of characters
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
    page.header.paragraphs[0].text = briefing.stamp
    _add_page_number(page.footer.paragraphs[0])
    document.core_properties.title, document.core_properties.language = (
        briefing.title[:_LONGEST],
        _TAGS[briefing.language],
    )


def _add_page_number(foot: Any) -> None:
    """The number of the page, which the reader's program fills in."""
    foot.alignment = 2  # to the right
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _write(document: Any, part: Part) -> None:
    document.add_heading(part.heading, 1)
    for note in part.notes:
        _make_small(document.add_paragraph(note))
    for line in part.lines:
        _make_small(document.add_paragraph(line, style="List Bullet"))
    if part.table:
        _fill(document, part.table)
    if not part.charts:
        return
    columns = 2 if len(part.charts) > 1 else 1
    grid = document.add_table(rows=0, cols=columns)
    for first in range(0, len(part.charts), columns):
        row = grid.add_row()
        _keep_whole(row)
        for cell, chart in zip(row.cells, part.charts[first : first + columns], strict=False):
            _draw(cell, chart, _WIDTH / columns - 0.5)


def _draw(cell: Any, chart: Chart, width: float) -> None:
    cell.text = chart.name
    _make_small(cell.paragraphs[0])
    picture = cell.add_paragraph().add_run().add_picture(io.BytesIO(chart.picture), width=Cm(width))
    picture._inline.docPr.set("descr", chart.sentence)


def _fill(document: Any, table: Table) -> None:
    made = document.add_table(rows=1, cols=len(table.header), style="Light Grid Accent 1")
    made.autofit = False
    head = made.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))  # repeated on every page that the table runs over
    for cells, texts in [(made.rows[0].cells, table.header), *((made.add_row().cells, row) for row in table.rows)]:
        for cell, text, width in zip(cells, texts, table.widths, strict=True):
            cell.text, cell.width = text, Cm(width * _WIDTH)
            _make_small(cell.paragraphs[0])
    for row in made.rows:
        _keep_whole(row)


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _make_small(paragraph: Any) -> None:
    paragraph.paragraph_format.space_after = Pt(2)
    for run in paragraph.runs:
        run.font.size = Pt(9)


# PDF ------------------------------------------------------------------------------------------------------


def write_pdf(briefing: Briefing) -> bytes:
    """The briefing as PDF. Without a usable font on this machine it names one that viewers in China bring."""
    font = embed_font(_collect_text(briefing))
    face = _STANDARD if font is None else font.face
    pdfmetrics.registerFont(UnicodeCIDFont(face) if font is None else TTFont(face, io.BytesIO(font.content)))
    note = briefing.font_missing if font is None else briefing.font_note.format(font=font.name)
    try:
        return _lay_out_pdf(briefing, face, note)
    finally:
        if font is not None:  # each file has a font of its own, which nothing else needs
            pdfmetrics._fonts.pop(face, None)
            pdfmetrics._dynFaceNames.pop(face, None)


def _collect_text(briefing: Briefing) -> str:
    """Every character that the file may hold."""
    parts = [
        text
        for part in briefing.parts
        for text in (
            part.heading,
            *part.notes,
            *part.lines,
            *(chart.name for chart in part.charts),
            *_list_cells(part.table),
        )
    ]
    ascii_too = "".join(map(chr, range(32, 127)))
    return "".join((briefing.title, briefing.stamp, *briefing.lead, *parts, briefing.font_note, "•·…", ascii_too))


def _list_cells(table: Table | None) -> list[str]:
    return [] if table is None else [text for row in (table.header, *table.rows) for text in row]


def _lay_out_pdf(briefing: Briefing, face: str, note: str) -> bytes:
    body = ParagraphStyle("body", fontName=face, fontSize=9.5, leading=14, wordWrap="CJK")
    small = ParagraphStyle("small", parent=body, fontSize=8, leading=11)
    title = ParagraphStyle("title", parent=body, fontSize=18, leading=26, spaceAfter=8)
    heading = ParagraphStyle("heading", parent=body, fontSize=12.5, leading=19, spaceBefore=9, spaceAfter=3)
    story: list[Flowable] = [Text(escape_html(briefing.title), title)]
    story += (
        [Text(escape_html(briefing.stamp), ParagraphStyle("stamp", parent=body, textColor="#8a4b00"))]
        if briefing.stamp
        else []
    )
    story += _make_bullets(briefing.lead, body)
    for part in briefing.parts:
        story += _lay_out_part(part, heading, small)
    story[-1:] = [KeepTogether([story[-1], Spacer(1, 8), Text(escape_html(note), small)])]
    file = io.BytesIO()

    def draw_foot(canvas: Any, page: Any) -> None:
        canvas.setFont(face, 7.5)
        canvas.setFillColor(MUTED)
        canvas.drawString(_MARGIN * cm, 1.0 * cm, briefing.stamp or briefing.title[:60])
        canvas.drawRightString(A4[0] - _MARGIN * cm, 1.0 * cm, str(page.page))

    margins = {f"{side}Margin": _MARGIN * cm for side in ("left", "right", "top", "bottom")}
    document = SimpleDocTemplate(file, pagesize=A4, title=briefing.title, lang=_TAGS[briefing.language], **margins)
    document.build(story, onFirstPage=draw_foot, onLaterPages=draw_foot)
    return file.getvalue()


def _make_bullets(texts: Sequence[str], style: ParagraphStyle) -> list[Flowable]:
    hanging = ParagraphStyle(f"{style.name}-bullet", parent=style, leftIndent=10, bulletIndent=0)
    return [Text(escape_html(text), hanging, bulletText="•") for text in texts]


def _lay_out_part(part: Part, heading: ParagraphStyle, small: ParagraphStyle) -> list[Flowable]:
    """A heading stays with what follows it; a measure's table and chart stay together."""
    found: list[Flowable] = [Text(escape_html(text), small) for text in part.notes]
    lines = _make_bullets(part.lines, small)
    found += [] if part.table is None else [_draw_table(part.table, small)]
    columns = 2 if len(part.charts) > 1 else 1
    wide, high = (8.2, 3.57) if columns == 2 else (16.6, 3.52)
    charts = [
        [*([Text(escape_html(chart.name), small)] if columns == 2 else []),
         Image(io.BytesIO(chart.picture), wide * cm, high * cm)]
        for chart in part.charts
    ]  # fmt: skip
    rows = [[*charts[first : first + columns], *[""] * (columns - len(charts[first : first + columns]))]
            for first in range(0, len(charts), columns)]  # fmt: skip
    grids = [Ruled(rows[first : first + 1], [_WIDTH / columns * cm] * columns) for first in range(len(rows))]
    head: list[Flowable] = [Text(escape_html(part.heading), heading), *found, *lines[:1], *grids[:1]]
    return [KeepTogether(head), *lines[1:], *grids[1:]]


def _draw_table(table: Table, small: ParagraphStyle) -> Flowable:
    rows = [[Text(escape_html(text), small) for text in row] for row in (table.header, *table.rows)]
    style = TableStyle(
        [("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIRLINE), ("LINEBELOW", (0, 0), (-1, 0), 0.8, MUTED),
         ("VALIGN", (0, 0), (-1, -1), "TOP"),
         ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 6),
         ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
    )  # fmt: skip
    return Ruled(rows, [width * _WIDTH * cm for width in table.widths], style=style, repeatRows=1)
