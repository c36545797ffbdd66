"""A sentence is found by its file: what stands before the first dot of its key names the module, or the package."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from pathlib import Path

import pytest

from analytics.words import map_sentences_by_module

MODULES = {module: {key.split(".")[0] for key in keys} for module, keys in map_sentences_by_module().items()}


def home(module: str, prefix: str) -> str:
    """The package that bears the name of a prefix, where there is such a package; else the module."""
    parts = module.split(".")
    return ".".join(parts[: parts.index(prefix) + 1]) if prefix in parts else module


def test_a_prefix_lives_in_one_place() -> None:
    homes = defaultdict(set)
    for module, prefixes in MODULES.items():
        for prefix in prefixes:
            homes[prefix].add(home(module, prefix))
    assert len(homes) > 50
    assert not {prefix: places for prefix, places in homes.items() if len(places) > 1}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_bears_or_names_each_prefix_that_it_holds(module: str) -> None:
    described = import_module(f"analytics.words.{module}").__doc__ or ""
    unnamed = {
        prefix for prefix in MODULES[module] if prefix not in module.split(".") and f"``{prefix}``" not in described
    }
    assert not unnamed


@pytest.mark.parametrize("module", sorted(MODULES))
def test_no_module_of_sentences_is_long(module: str) -> None:
    path = Path(import_module(f"analytics.words.{module}").__file__ or "")
    assert len(path.read_text("utf-8").splitlines()) <= 300
