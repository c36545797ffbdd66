"""Pages of a PDF → a scan of them: pictures only, tilted, speckled and packed as an office scanner does."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter


@dataclass(frozen=True, slots=True)
class Scanner:
    """How a scan is made: dots per inch, degrees of tilt at most, share of speckled pixels, blur in pixels, JPEG
    quality of 100."""

    dpi: int = 200
    tilt: float = 0.0
    speckles: float = 0.0
    blur: float = 0.0
    quality: int = 85


CLEAN = Scanner()
ORDINARY = Scanner(tilt=1.0, speckles=0.0003, blur=0.5, quality=70)
POOR = Scanner(dpi=130, tilt=2.0, speckles=0.002, blur=0.8, quality=45)


def draw_pictures(pdf: bytes, scanner: Scanner, random: Random) -> list[Image.Image]:
    """The pages as pictures. Fonts that are not embedded are drawn in those of the system."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = [page.render(scale=scanner.dpi / 72, grayscale=True).to_pil() for page in document]
    return [_scan_page(page, scanner, random) for page in drawn]


def render_scan(pdf: bytes, scanner: Scanner = CLEAN, seed: int = 0) -> bytes:
    """A PDF of pictures without a text layer."""
    pages = draw_pictures(pdf, scanner, Random(seed))
    file = io.BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:], resolution=scanner.dpi, quality=scanner.quality)
    return file.getvalue()


def _scan_page(page: Image.Image, scanner: Scanner, random: Random) -> Image.Image:
    page = page.convert("L")
    if scanner.tilt:
        page = page.rotate(random.uniform(-scanner.tilt, scanner.tilt), Image.Resampling.BICUBIC, fillcolor=255)
    if scanner.blur:
        page = page.filter(ImageFilter.GaussianBlur(scanner.blur))
    if scanner.speckles:
        points = np.array(page)
        chance = np.random.default_rng(random.getrandbits(32)).random(points.shape)
        points[chance < scanner.speckles / 2] = 0
        points[chance > 1 - scanner.speckles / 2] = 255
        page = Image.fromarray(points)
    return page
