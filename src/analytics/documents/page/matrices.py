"""Bounds on a page of a PDF and the matrices that put one form into another."""

from __future__ import annotations

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Matrix = tuple[float, float, float, float, float, float]


def combine_matrices(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The inner matrix within the outer one, if there is one."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def place_bounds(bounds: Bounds, matrix: Matrix | None) -> Bounds:
    """Bounds within a form → bounds on the page."""
    if matrix is None:
        return bounds
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (bounds[0], bounds[2]) for y in (bounds[1], bounds[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
