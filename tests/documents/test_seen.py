"""What a reader of a printed page does not see is not read; what is hard to tell is in doubt."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.documents.model import OBJECT, Cell, Document, Grid

Drawing = Callable[[Canvas], None]
ROW, COLUMN, LEFT, TOP = 20.0, 90.0, 60.0, 700.0
SIZE = 10.0


def page(extra: Drawing, *, turned: int = 0) -> bytes:
    """A ruled table of four rows and three columns that prints 11, 12 … 43, and what ``extra`` adds to it."""
    file = io.BytesIO()
    canvas = Canvas(file, (600, 800), invariant=True)
    if turned:
        canvas.translate(300, 400)
        canvas.rotate(turned)
        canvas.translate(-300, -400)
    canvas.setFont("Helvetica", SIZE)
    for row in range(4):
        for column in range(3):
            canvas.rect(LEFT + column * COLUMN, TOP - (row + 1) * ROW, COLUMN, ROW)
            if (row, column) != (1, 1):
                canvas.drawString(LEFT + column * COLUMN + 20, TOP - row * ROW - 14, f"{row + 1}{column + 1}")
    canvas.saveState()
    extra(canvas)
    canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def printed(canvas: Canvas, text: str, x: float = 0.0, *, size: float = SIZE, rise: float = 0.0) -> None:
    """Text in the middle cell of the second row, which the table leaves free."""
    canvas.setFont("Helvetica", size)
    canvas.drawString(LEFT + COLUMN + 20 + x, TOP - ROW - 14 + rise, text)


def middle(document: Document | None) -> Cell:
    assert document is not None
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    assert [cell.text for cell in grid.rows[0]] == ["11", "12", "13"]
    assert [cell.text for cell in grid.rows[3]] == ["41", "42", "43"]
    return grid.rows[1][1]


def both(data: bytes) -> Iterator[Cell]:
    yield middle(read_bytes(data, name="page"))
    yield middle(read_bytes_again(data, name="page"))


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(LEFT + COLUMN + 50, TOP - ROW - 14)
    text.setTextRenderMode(3)
    text.textOut("99")
    text.setTextRenderMode(0)
    canvas.drawText(text)
    printed(canvas, "7")


def covered(canvas: Canvas) -> None:
    printed(canvas, "1650")
    canvas.setFillGray(1)
    canvas.rect(LEFT + COLUMN + 5, TOP - 2 * ROW + 2, COLUMN - 10, ROW - 4, stroke=0, fill=1)
    canvas.setFillGray(0)
    printed(canvas, "7")


def white(canvas: Canvas) -> None:
    printed(canvas, "7")
    canvas.setFillGray(1)
    printed(canvas, "99", 8)


def clipped(canvas: Canvas) -> None:
    printed(canvas, "7")
    path = canvas.beginPath()
    path.rect(0, 0, 20, 20)
    canvas.clipPath(path, stroke=0)
    printed(canvas, "99", 8)


def slanted(canvas: Canvas) -> None:
    printed(canvas, "7")
    canvas.setFillGray(0.7)
    canvas.translate(LEFT + COLUMN + 30, TOP - ROW - 16)
    canvas.rotate(40)
    canvas.setFont("Helvetica", SIZE)
    canvas.drawString(0, 0, "2022")


def oversized(canvas: Canvas) -> None:
    canvas.setFillGray(0.8)
    printed(canvas, "88", 2, size=46, rise=-12)
    canvas.setFillGray(0)
    printed(canvas, "7")


def struck(canvas: Canvas) -> None:
    printed(canvas, "1650")
    canvas.setLineWidth(0.6)
    canvas.line(LEFT + COLUMN + 19, TOP - ROW - 10.6, LEFT + COLUMN + 43, TOP - ROW - 10.6)
    printed(canvas, "7", 30)


@pytest.mark.parametrize("extra", [invisible, covered, white, clipped, slanted, oversized, struck])
def test_what_is_not_seen_is_not_read(extra: Drawing) -> None:
    assert [cell.text for cell in both(page(extra))] == ["7", "7"]


def test_text_on_a_dark_ground_is_seen() -> None:
    def dark(canvas: Canvas) -> None:
        canvas.setFillGray(0.2)
        canvas.rect(LEFT + COLUMN + 1, TOP - 2 * ROW + 1, COLUMN - 2, ROW - 2, stroke=0, fill=1)
        canvas.setFillGray(1)
        printed(canvas, "7")

    assert [(cell.text, cell.doubt) for cell in both(page(dark))] == [("7", ""), ("7", "")]


def test_a_small_raised_digit_is_a_mark() -> None:
    def raised(canvas: Canvas) -> None:
        printed(canvas, "17")
        printed(canvas, "2", 11.2, size=6, rise=5)

    assert [cell.text for cell in both(page(raised))] == ["17²", "17²"]


def test_digits_of_two_sizes_on_one_line_are_in_doubt() -> None:
    def mixed(canvas: Canvas) -> None:
        printed(canvas, "17")
        printed(canvas, "2", 11.2, size=6)

    assert {cell.doubt for cell in both(page(mixed))} == {"figure_of_two_sizes"}


def test_figures_over_one_another_are_in_doubt() -> None:
    def doubled(canvas: Canvas) -> None:
        printed(canvas, "17")
        printed(canvas, "3", 1.5)

    assert next(both(page(doubled))).doubt == "glyphs_overlap"


def test_a_pale_figure_is_in_doubt() -> None:
    def pale(canvas: Canvas) -> None:
        canvas.setFillGray(0.82)
        printed(canvas, "7")

    assert {(cell.text, cell.doubt) for cell in both(page(pale))} == {("7", "glyph_pale")}


def test_a_picture_in_a_cell_is_no_blank_and_a_seal_over_many_is_none() -> None:
    picture = ImageReader(Image.new("RGB", (20, 10), "grey"))

    def small(canvas: Canvas) -> None:
        canvas.drawImage(picture, LEFT + COLUMN + 20, TOP - 2 * ROW + 4, 24, 12)

    def seal(canvas: Canvas) -> None:
        canvas.drawImage(
            ImageReader(Image.new("RGBA", (40, 40), (255, 0, 0, 60))), LEFT + 60, TOP - 70, 70, 60, mask="auto"
        )
        printed(canvas, "7")

    assert {cell.text for cell in both(page(small))} == {OBJECT}
    assert {cell.text for cell in both(page(seal))} == {"7"}


def test_a_filled_field_of_a_form_is_read() -> None:
    def field(canvas: Canvas) -> None:
        canvas.acroForm.textfield(
            value="708", x=LEFT + COLUMN + 10, y=TOP - 2 * ROW + 2, width=50, height=16, fontSize=9
        )

    assert middle(read_bytes(page(field), name="page")).text == "708"


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_page_whose_text_is_turned_is_read_level(quarter: int) -> None:
    assert middle(read_bytes(page(lambda canvas: printed(canvas, "7"), turned=quarter), name="page")).text == "7"


def test_text_that_is_nearly_all_invisible_is_in_doubt() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, (600, 800), invariant=True)
    text = canvas.beginText(60, 700)
    text.setTextRenderMode(3)
    for line in range(30):
        text.textLine(f"line {line} of the hidden text")
    canvas.drawText(text)
    canvas.save()
    assert read_bytes(page(invisible), name="page").remarks == ()
    assert read_bytes(file.getvalue(), name="page").remarks == ("text_mostly_invisible",)
