"""A word processor file of before 2007 (DOC, WPS) → the texts of its table cells, from its piece table.

Source of the layout: Microsoft's published specification [MS-DOC], 2.4.1 (retrieving text), 2.5 (the FIB), 2.9.38 (Clx)
and 2.9.73 (FcCompressed). A cell ends in the character 7, and so does a row. This is the second reading by which a
conversion is verified: it knows no spans, but every figure that the file prints in a table.
"""

from __future__ import annotations

import io
import re
import struct
from collections import Counter
from collections.abc import Iterator

import olefile

from analytics.errors import DocumentError

MAIN_STREAM = "WordDocument"
FIGURE = re.compile(r"[+\-＋－]?\d[\d,，.．]*[%％]?")
_CELL_END = "\x07"
_LOCKED, _SECOND_TABLE = 0x0100, 0x0200
"""Flags of the FIB at byte 10: encrypted; the piece table stands in ``1Table``."""
_MAIN_LENGTH, _CLX = 0x4C, 0x01A2
"""Bytes of the FIB: characters of the main text; where the Clx is and how long."""
_PIECES, _PROPERTIES = 2, 1
_COMPRESSED = 0x40000000
_FIELD = ("\x13", "\x14", "\x15")
"""A field begins, its result begins, it ends: what stands before the result is not shown."""


def count_figures(data: bytes, *, name: str) -> Counter[str]:
    """The texts of cells that are figures, with how often each is printed. Raises DocumentError where the file is
    locked or damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            main = file.openstream(MAIN_STREAM).read()
            (flags,) = struct.unpack_from("<H", main, 10)
            if flags & _LOCKED:
                raise DocumentError("password_needed", file=name)
            table = file.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read()
        text = "".join(_read_pieces(main, table))
    except (OSError, struct.error, IndexError, UnicodeDecodeError) as reason:
        raise DocumentError("archive_damaged", file=name, reason=str(reason)) from reason
    # What precedes a table's first cell is prose, and ends its last paragraph as paragraphs in cells do.
    cells = ("".join(_remove_instructions(cell).rsplit("\r", 1)[-1].split()) for cell in text.split(_CELL_END)[:-1])
    return Counter(cell for cell in cells if FIGURE.fullmatch(cell))


def _read_pieces(main: bytes, table: bytes) -> Iterator[str]:
    start, length = struct.unpack_from("<II", main, _CLX)
    (characters,) = struct.unpack_from("<I", main, _MAIN_LENGTH)
    clx = table[start : start + length]
    at = 0
    while clx[at] == _PROPERTIES:
        (size,) = struct.unpack_from("<H", clx, at + 1)
        at += 3 + size
    if clx[at] != _PIECES:
        raise IndexError("Clx")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    positions = struct.unpack_from(f"<{count + 1}I", plc)
    for index in range(count):
        begin, end = positions[index], min(positions[index + 1], characters)
        (place,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)
        if end <= begin:
            continue
        if place & _COMPRESSED:
            offset = (place & ~_COMPRESSED) // 2
            yield main[offset : offset + end - begin].decode("cp1252", "replace")
        else:
            yield main[place : place + 2 * (end - begin)].decode("utf-16-le", "replace")


def _remove_instructions(text: str) -> str:
    """Without the instructions of fields."""
    begin, result, end = _FIELD
    kept, depth = [], 0
    for character in text:
        if character == begin:
            depth += 1
        elif character in (result, end):
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(character)
    return "".join(kept)
