"""What the current build is made of: another content is built anew."""

from __future__ import annotations

from pathlib import Path

from analytics.errors import WarehouseError
from analytics.warehouse.builds.manifest import Condition, check_condition
from analytics.warehouse.builds.publish import find_builds_folder
from analytics.warehouse.read import open_warehouse


def read_content(folder: Path) -> str | None:
    """What the current build is made of; None where there is none, or one that is damaged or of another version."""
    try:
        with open_warehouse(folder) as warehouse:
            is_whole = check_condition(find_builds_folder(folder) / warehouse.build_id) is Condition.WHOLE
            return warehouse.build().content if is_whole else None
    except WarehouseError:
        return None
