"""The shape of the code as a test: layers, sizes, names, and where Chinese may stand."""

from __future__ import annotations

import ast
import re
from dataclasses import fields, is_dataclass
from importlib import import_module
from importlib.metadata import packages_distributions
from inspect import getmembers
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import analytics
from analytics.documents.formats import OPTIONAL_LIBRARIES
from analytics.warehouse.parse_cache.fingerprints import PARSER, READERS

SOURCE = Path(analytics.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))
DRAWERS = re.compile(r"(^|/)(util|helper|common|misc|manager|service)s?(\.py$|/__init__\.py$)")
HAN = re.compile(r"[\u4e00-\u9fff]")
DATA = ("vocabulary/", "words/", "simulate/")
"""Packages in which Chinese may stand."""
MOST_LINES = 300
MOST_BY_POSITION = 5


def relative(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_layers_hold() -> None:
    assert lint_imports() == EXIT_STATUS_SUCCESS


def count_lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_modules_stay_short_and_none_is_a_drawer() -> None:
    assert not [relative(path) for path in MODULES if count_lines(path) > MOST_LINES]
    assert not [relative(path) for path in MODULES if DRAWERS.search(relative(path))]


def is_command(node: ast.FunctionDef) -> bool:
    """Whether a person calls it: a shell gives the parameters of a command by name."""
    return any("explain_errors" in ast.unparse(decorator) for decorator in node.decorator_list)


def count_positional(node: ast.FunctionDef) -> int:
    given = [*node.args.posonlyargs, *node.args.args]
    return len([argument for place, argument in enumerate(given) if place or argument.arg not in ("self", "cls")])


def test_what_is_given_by_position_can_be_counted_on_a_hand() -> None:
    long = [
        f"{relative(path)}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and not is_command(node) and count_positional(node) > MOST_BY_POSITION
    ]
    assert not long


def test_functions_stay_short() -> None:
    long = [
        f"{relative(path)}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert not long


MOST_BY_PLACE = 4
"""Fields of a large record that may be given by their place; the others have names wherever it is built."""


def test_a_record_of_more_than_five_fields_is_built_by_keyword() -> None:
    modules = (
        "analytics." + relative(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in MODULES
        if path.name not in ("__main__.py", "main.py")
        and path.parent != SOURCE.parent
        and path != SOURCE / "__init__.py"
    )
    records = {
        record
        for module in map(import_module, modules)
        for _, record in getmembers(module, is_dataclass)
        if record.__module__ == module.__name__ and len(fields(record)) > 5
    }
    assert len(records) > 30
    by_place = {record: [field for field in fields(record) if field.init and not field.kw_only] for record in records}
    assert not [record.__qualname__ for record, given in by_place.items() if len(given) > MOST_BY_PLACE]


def test_chinese_stands_in_vocabulary_and_words_only() -> None:
    crowded = []
    for path in MODULES:
        if relative(path).startswith(DATA):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        bodies = [node.body for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))]
        docs = {id(node.value) for body in bodies for node in body if isinstance(node, ast.Expr)}
        strings = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
        ]
        if len([node for node in strings if id(node) not in docs]) > 3:
            crowded.append(relative(path))
    assert not crowded


FILLERS = {"one", "held", "wanted", "asked", "said", "shown", "own"}
"""Words that stand for any value and name none: a variable is the noun that it holds."""
MOST_FILLERS = {"src": 41, "tests": 2}
"""Bindings that stand: where a table has columns of the word (the sides ``one`` and ``other`` of two texts, prose of its ``own``), where
a command has it for an option (``--shown``), where documents are ``held`` of which others are drafts. It may only fall."""


def list_bound_names(tree: ast.Module) -> list[str]:
    """Names given to values, parameters, functions and classes; fields of records among them."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
        elif isinstance(node, ast.arg):
            names.append(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.append(node.name)
    return names


@pytest.mark.parametrize(("folder", "modules"), [("src", MODULES), ("tests", TESTS)], ids=["src", "tests"])
def test_variables_are_the_noun_they_hold(folder: str, modules: list[Path]) -> None:
    fillers = [
        f"{path.relative_to(path.parents[1])}:{name}"
        for path in modules
        for name in list_bound_names(ast.parse(path.read_text("utf-8")))
        if name in FILLERS
    ]
    assert len(fillers) <= MOST_FILLERS[folder], fillers


def test_tests_stand_in_the_folder_of_the_package_they_test() -> None:
    packages = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    folders = {
        path.relative_to(Path(__file__).parent).parts[0] for path in TESTS if path.parent != Path(__file__).parent
    }
    assert folders - packages == {"journeys"}  # through a browser, and so through every package


def test_missing_is_never_filled_with_zero() -> None:
    assert not [
        relative(path) for path in MODULES if re.search(r"fillna\((value\s*=\s*)?0(\.0)?\)", path.read_text("utf-8"))
    ]


def test_a_reading_is_remembered_under_the_version_of_every_library_behind_it() -> None:
    imported = {
        name.split(".")[0]
        for package in PARSER
        for path in (SOURCE / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imported(node)
    }
    known = packages_distributions()
    distributions = {known[name][0].lower() for name in imported if name in known and name != "analytics"}
    assert {"lxml", "pdfplumber"} <= distributions
    assert distributions - {name.lower() for name in (*READERS, *OPTIONAL_LIBRARIES)} == set()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
