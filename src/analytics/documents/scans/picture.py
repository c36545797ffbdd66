"""A scan or photograph (PNG, JPEG, TIFF …) → Document: every page made upright, its ink recognised, cells by its rules.

Recognition is an optional part of the install; without it a picture is refused with the command that adds it. The
second reading looks at the same page in another size: what both read alike was hardly misread.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from analytics.documents.model import Document, Format
from analytics.documents.page.paged import Pages
from analytics.documents.page.ruled.grids import find_blocks
from analytics.documents.printed import Line, Table
from analytics.documents.traced import Surface, current_trace
from analytics.errors import DocumentError
from analytics.settings import Limits

READER = "rapidocr"
_SIDES = (2339, 1871)
"""Pixels of the longer side in the first and second reading: a page of A4 at 200 and at 160 to the inch."""
_DETECTED_AT = (960, 1216)
"""Pixels of the longer side when the detector looks for words; it was taught on pictures about this large."""
_ENOUGH = 1.35
"""Times the wanted size: a picture up to this much larger is taken as it is, since resizing blurs."""


def read(*files: bytes, name: str, sha256: str, limits: Limits, reading: int = 0) -> Document:
    """Read every page of one or more picture files. Raises DocumentError where one is damaged, too large, or
    recognition is not installed. ``reading`` 1 is the second, independent one."""
    pages = Pages(name, limits)
    try:
        for number, frame in enumerate(_open_frames(files), start=1):
            if number > limits.pages:
                raise DocumentError("too_many_pages", file=name, pages=number, limit=limits.pages)
            if frame.width * frame.height > limits.picture_pixels:
                raise DocumentError("picture_too_large", file=name, limit=limits.picture_pixels // 1_000_000)
            pages.add(number, recognise_page(_read_colours(ImageOps.exif_transpose(frame)), name=name, reading=reading))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as reason:
        raise DocumentError("picture_broken", file=name, reason=str(reason).split("<")[0].strip()) from reason
    if not pages.blocks:
        raise DocumentError("picture_without_text", file=name)
    return Document(
        name=name,
        sha256=sha256,
        format=Format.PICTURE,
        reader=READER,
        blocks=tuple(pages.blocks),
        titles=tuple(filter(None, (pages.title,))),
    )


def _open_frames(files: Iterable[bytes]) -> Iterator[Image.Image]:
    for data in files:
        with Image.open(io.BytesIO(data)) as file:
            yield from ImageSequence.Iterator(file)


def _read_colours(frame: Image.Image) -> NDArray[np.uint8]:
    """Red, green and blue of a picture on white paper; its brightness alone where it has no colours."""
    if frame.mode in ("1", "L", "I", "F", "I;16"):
        return np.asarray(frame.convert("L"))
    flat = frame.convert("RGBA")
    white = Image.new("RGBA", flat.size, "white")
    return np.asarray(Image.alpha_composite(white, flat).convert("RGB"))


def recognise_page(picture: NDArray[np.uint8], *, name: str, reading: int = 0) -> list[Table | Line]:
    """The tables and lines of a page given in colours or as brightness. Raises DocumentError where recognition is not
    installed, and where it cannot take a picture of this shape."""
    try:
        import cv2

        from analytics.documents.scans import inked, recognised, stamped
    except ImportError as reason:
        raise DocumentError("ocr_missing", file=name) from reason
    try:
        seen = stamped.measure_brightness(picture)
        sheet = inked.flatten_sheet(seen)
        sized = inked.scale_picture(sheet, _SIDES[reading], _ENOUGH if reading == 0 else 1.0)
        found = recognised.detect_text(sized, side=_DETECTED_AT[reading])
        quarters = recognised.find_quarters(sized, found)
        page = inked.turn_upright(np.ascontiguousarray(np.rot90(sized, quarters)) if quarters else sized)
        if page is not sized:
            found = recognised.detect_text(page, side=_DETECTED_AT[reading])
        if (trace := current_trace()) is not None:
            is_as_it_came = sheet is seen and page is sized and not quarters
            height, width = page.shape[:2]
            trace.surfaces.append(Surface(width, height, picture=None if is_as_it_came else page))
        return find_blocks(*recognised.recognise_picture(page, found))
    except cv2.error as reason:
        height, width = picture.shape[:2]
        raise DocumentError("picture_not_taken", file=name, width=width, height=height) from reason
