"""The form, filled with printed cells → OFD files (GB/T 33190): the pages of the simulated PDF, drawn in OFD markup."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree
from reportlab.pdfbase import pdfmetrics

from analytics.simulate.pdf import HEIGHT, WIDTH, draw
from analytics.simulate.render import FormSheet

_SPACE = "http://www.ofdspec.org/2016"
_OFD = f"{{{_SPACE}}}"
_MILLIMETRES = 25.4 / 72
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render_ofd(sheet: FormSheet) -> bytes:
    """Pages of A4, a run of text with the advance of every character, ruling lines as paths."""
    canvas = _Canvas(HEIGHT)
    draw(canvas, sheet, HEIGHT)
    return canvas.write_archive(sheet.title)


class _Canvas:
    """Takes what the PDF's canvas takes, in points from below, and writes millimetres from above."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[etree._Element] = []
        self.font, self.size, self.count = "", 0.0, 0
        self._begin()

    def _begin(self) -> None:
        self.page = etree.Element(f"{_OFD}Page", nsmap={"ofd": _SPACE})
        self.layer = etree.SubElement(etree.SubElement(self.page, f"{_OFD}Content"), f"{_OFD}Layer", ID=self._make_id())

    def _make_id(self) -> str:
        self.count += 1
        return str(self.count)

    def setFont(self, font: str, size: float) -> None:  # noqa: N802  # the names of the PDF's canvas
        self.font, self.size = font, size

    def drawCentredString(self, x: float, y: float, text: str) -> None:  # noqa: N802
        self.drawString(x - pdfmetrics.stringWidth(text, self.font, self.size) / 2, y, text)

    def drawString(self, x: float, y: float, text: str) -> None:  # noqa: N802
        if not text.strip():
            return
        advances = [pdfmetrics.stringWidth(character, self.font, self.size) for character in text]
        run = etree.SubElement(
            self.layer, f"{_OFD}TextObject", ID=self._make_id(), Font="1", Size=_write_length(self.size),
            Boundary=" ".join(map(_write_length, (x, self.height - y - self.size, sum(advances), 1.3 * self.size))),
        )  # fmt: skip
        code = etree.SubElement(run, f"{_OFD}TextCode", X="0", Y=_write_length(self.size))
        code.set("DeltaX", " ".join(map(_write_length, advances[:-1])))
        code.text = text

    def rect(self, x: float, y: float, width: float, height: float, /, **_: int) -> None:
        path = etree.SubElement(
            self.layer, f"{_OFD}PathObject", ID=self._make_id(), LineWidth="0.25",
            Boundary=" ".join(map(_write_length, (x, self.height - y - height, width, height))),
        )  # fmt: skip
        right, bottom = _write_length(width), _write_length(height)
        data = f"M 0 0 L {right} 0 L {right} {bottom} L 0 {bottom} C"
        etree.SubElement(path, f"{_OFD}AbbreviatedData").text = data

    def showPage(self) -> None:  # noqa: N802
        self.pages.append(self.page)
        self._begin()

    def write_archive(self, title: str) -> bytes:
        """The archive of all pages."""
        root = etree.Element(f"{_OFD}OFD", nsmap={"ofd": _SPACE}, Version="1.0", DocType="OFD")
        body = etree.SubElement(root, f"{_OFD}DocBody")
        etree.SubElement(etree.SubElement(body, f"{_OFD}DocInfo"), f"{_OFD}Title").text = title
        etree.SubElement(body, f"{_OFD}DocRoot").text = "Doc_0/Document.xml"
        document = etree.Element(f"{_OFD}Document", nsmap={"ofd": _SPACE})
        common = etree.SubElement(document, f"{_OFD}CommonData")
        area = " ".join(map(_write_length, (0, 0, WIDTH, self.height)))
        etree.SubElement(etree.SubElement(common, f"{_OFD}PageArea"), f"{_OFD}PhysicalBox").text = area
        listed = etree.SubElement(document, f"{_OFD}Pages")
        members = {"OFD.xml": root, "Doc_0/Document.xml": document}
        for number, page in enumerate(self.pages):
            place = f"Pages/Page_{number}/Content.xml"
            etree.SubElement(listed, f"{_OFD}Page", ID=self._make_id(), BaseLoc=place)
            members[f"Doc_0/{place}"] = page
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, markup in members.items():
                content = etree.tostring(markup, xml_declaration=True, encoding="UTF-8")
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
        return file.getvalue()


def _write_length(points: float) -> str:
    return f"{points * _MILLIMETRES:.3f}"


OFD_MANNERS: Mapping[str, Callable[[FormSheet], bytes]] = {"pages": render_ofd}
"""Every manner of OFD by name."""
