"""Formulas of spreadsheets: what one of constants comes to."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping

_OPERATORS: Mapping[type[ast.AST], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip


_LONGEST_FORMULA = 200


def compute_constant(formula: str) -> float | None:
    """The value of a formula of numbers alone; None for any other."""
    if not formula or len(formula) > _LONGEST_FORMULA or not re.fullmatch(r"[\d.\s+\-*/()=]+", formula):
        return None
    try:
        return _compute_value(ast.parse(re.sub(r"(?<![\d.])0+(?=\d)", "", formula.lstrip("= ")), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, OverflowError, RecursionError):
        return None


def _compute_value(node: ast.AST) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.UAdd | ast.USub):
        return _compute_value(node.operand) * (-1 if isinstance(node.op, ast.USub) else 1)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_compute_value(node.left), _compute_value(node.right))
    raise ValueError(type(node).__name__)
