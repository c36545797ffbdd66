"""What a build says of its documents: findings as sentences."""

from __future__ import annotations

from pathlib import Path

from analytics.errors import WarehouseError
from analytics.transforms.rows import each_row
from analytics.warehouse.builds.manifest import Condition, check_condition
from analytics.warehouse.builds.publish import find_builds_folder
from analytics.warehouse.read import open_warehouse
from analytics.words import Language
from analytics.words.render import mark_finding, write_finding


def list_build_findings(folder: Path, language: Language) -> list[tuple[str, str, str, str]]:
    """File, severity, mark and sentence of every finding of the current build. WarehouseError where it is damaged."""
    with open_warehouse(folder) as warehouse:
        if check_condition(find_builds_folder(folder) / warehouse.build_id) is Condition.DAMAGED:
            raise WarehouseError("build_damaged", warehouse=str(folder), build=warehouse.build_id)
        found = warehouse.findings()
    return [
        (row.file, row.severity, mark_finding(row.severity, row.verdict, language),
         write_finding(row.rule, row.operands, language))
        for row in each_row(found)
    ]  # fmt: skip
