"""Scans and photographs of a browser's prints: pictures by ``pdftoppm``, then what happens to paper."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from benchmarks.producers.model import Producer

DPI, _SECONDS = 200, 120
_CLEAN_JPEG, _POOR_JPEG = 85, 40
_TILT_DEGREES, _BLUR_PIXELS = 1.5, 1.2
_SEAL_RED, _SEAL_SHARE = (200, 30, 30), 0.28
"""The seal's colour, and its width as a share of the page's."""
_INSET, _DESK = 0.06, 90
"""How far the far edge of a photographed page draws in, as a share of its width, and the grey of what it lies on."""
Change = Callable[[Image.Image], Image.Image]


def tilted(page: Image.Image) -> Image.Image:
    """A page that lay askew on the glass."""
    return page.rotate(_TILT_DEGREES, Image.Resampling.BICUBIC, fillcolor="white")


def blurred(page: Image.Image) -> Image.Image:
    """A page out of focus."""
    return page.filter(ImageFilter.GaussianBlur(_BLUR_PIXELS))


def sealed(page: Image.Image) -> Image.Image:
    """A red seal stamped over the middle of the page; the ink below shows through."""
    width = int(page.width * _SEAL_SHARE)
    left, top = (page.width - width) // 2, (page.height - width) // 2
    seal = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(seal)
    draw.ellipse((left, top, left + width, top + width), outline=_SEAL_RED, width=width // 25)
    draw.regular_polygon((page.width // 2, page.height // 2, width // 6), 5, fill=_SEAL_RED)
    return Image.fromarray(np.minimum(np.asarray(page), np.asarray(seal)))


def photographed(page: Image.Image) -> Image.Image:
    """A page on a desk from an angle: its far edge drawn in, lit from one side."""
    width, height = page.size
    margin, inset = int(width * _INSET), int(width * _INSET)
    wide = ImageOps.expand(page, margin, (_DESK,) * 3)
    far = [(margin + inset, margin), (margin + width - inset, margin + inset // 2)]
    near = [(margin + width, margin + height), (margin, margin + height - inset // 3)]
    corners = [(margin, margin), (margin + width, margin), (margin + width, margin + height), (margin, margin + height)]
    seen = wide.transform(
        wide.size, Image.Transform.PERSPECTIVE, _coefficients([*far, *near], corners), Image.Resampling.BICUBIC,
        fillcolor=(_DESK,) * 3,
    )  # fmt: skip
    light = np.linspace(0.78, 1.0, seen.width)[None, :, None]
    return Image.fromarray((np.asarray(seen) * light).astype(np.uint8))


def _coefficients(to: Sequence[tuple[int, int]], of: Sequence[tuple[int, int]]) -> list[float]:
    """The eight numbers of the perspective that takes the points ``to`` of the result from ``of``."""
    rows, values = [], []
    for (x, y), (u, v) in zip(to, of, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return list(np.linalg.solve(np.array(rows, float), np.array(values, float)))


def _scan(change: Change, quality: int, paths: Sequence[Path], folder: Path) -> list[Path]:
    results = []
    for path in paths:
        command = ["pdftoppm", "-r", str(DPI), "-png", str(path), str(folder / path.stem)]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        pages = [change(Image.open(one).convert("RGB")) for one in sorted(folder.glob(f"{path.stem}-*.png"))]
        results.append(folder / f"{path.stem}.pdf")
        pages[0].save(results[-1], "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=quality)
    return results


def _scanner(name: str, said: str, change: Change, quality: int = _CLEAN_JPEG) -> Producer:
    command = f"pdftoppm -r {DPI} -png, JPEG {quality}" + f", {said}" * bool(said)
    return Producer(
        "scan", name, "pdf chromium portrait", command, partial(_scan, change, quality), documents=2, sample=1
    )


SCANS = (
    _scanner("of chromium", "", lambda page: page),
    _scanner("tilted", f"turned by {_TILT_DEGREES}°", tilted),
    _scanner("blurred", f"Gaussian blur of {_BLUR_PIXELS} pixels", blurred),
    _scanner("jpeg 40", "", lambda page: page, _POOR_JPEG),
    _scanner("under a seal", "a red seal over the middle", sealed),
    _scanner("turned 90", "on its side", lambda page: page.transpose(Image.Transpose.ROTATE_90)),
    _scanner("turned 180", "upside down", lambda page: page.transpose(Image.Transpose.ROTATE_180)),
    _scanner("photographed", "perspective, uneven light, on a desk", photographed),
)
