"""Documents embedded as parts of a word processor's text (``w:altChunk``): pages, RTF, texts, other such files."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace

from lxml import etree

from analytics.documents.containers.packed import parse_markup, read_part
from analytics.documents.model import OBJECT, Block, Document, Grid
from analytics.documents.word.wordstyles import tag
from analytics.errors import DocumentError
from analytics.settings import Limits

CHUNK = tag("altChunk")
_CELL, _PARAGRAPH, _RUN, _TEXT = tag("tc"), tag("p"), tag("r"), tag("t")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

Chunks = dict[etree._Element, Document | None]
"""Documents by the element in whose place they stand; None where one cannot be read."""


def read_chunks(
    root: etree._Element,
    archive: zipfile.ZipFile,
    main: str,
    *,
    name: str,
    limits: Limits,
    read: Callable[[bytes], Document] | None,
) -> Chunks:
    """The embedded documents. One that stands among the paragraphs and cannot be read is an error: the text would be
    incomplete without a word."""
    elements = list(root.iter(CHUNK))
    if not elements:
        return {}
    targets = _find_targets(archive, main, name, limits)
    chunks: Chunks = {}
    for element in elements:
        member = targets.get(element.get(_ID, ""), "")
        try:
            if read is None or member not in archive.namelist():
                raise DocumentError("archive_damaged", file=name, reason=member or "altChunk")
            chunks[element] = read(read_part(archive, member, name=name, limits=limits))
        except DocumentError:
            if next(element.iterancestors(_CELL), None) is None:
                raise
            chunks[element] = None
    return chunks


def _find_targets(archive: zipfile.ZipFile, main: str, name: str, limits: Limits) -> dict[str, str]:
    folder, file = posixpath.split(main)
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in archive.namelist():
        return {}
    found = parse_markup(read_part(archive, relations, name=name, limits=limits), name=name, limits=limits)
    return {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        for relation in found.iter(_RELATION)
    }


def put_into_cells(chunks: Chunks) -> None:
    """Write the text of what is embedded in a cell as a paragraph of it: a mark where there is none to read."""
    for element, document in chunks.items():
        if next(element.iterancestors(_CELL), None) is not None:
            element.tag = _PARAGRAPH
            run = etree.SubElement(element, _RUN)
            etree.SubElement(run, _TEXT).text = _join_text(document) if document else OBJECT


def _join_text(document: Document) -> str:
    texts = []
    for block in document.blocks:
        cells = [cell.text for row in block.rows for cell in row] if isinstance(block, Grid) else [block.text]
        texts.extend(cells)
    return " ".join(filter(None, texts)) or OBJECT


def move_blocks(blocks: Sequence[Block], elements: int, grids: int) -> list[Block]:
    """Blocks whose places are counted behind so many elements and grids."""
    found: list[Block] = []
    for block in blocks:
        place = block.place
        place = place._replace(
            element=place.element + elements, grid=None if place.grid is None else place.grid + grids
        )
        if isinstance(block, Grid):
            rows = tuple(
                tuple(
                    cell._replace(place=cell.place._replace(element=cell.place.element + elements, grid=place.grid))
                    for cell in row
                )
                for row in block.rows
            )
            found.append(replace(block, rows=rows, place=place))
        else:
            found.append(block._replace(place=place))
    return found
