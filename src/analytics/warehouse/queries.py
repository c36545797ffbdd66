"""Queries to one open build: each with a cursor of its own, and what fails as a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import duckdb
import pandas as pd

from analytics.errors import WarehouseError
from analytics.warehouse.builds.manifest import confirm_damage
from analytics.warehouse.builds.publish import find_builds_folder
from analytics.warehouse.prose_tables import ProseTables
from analytics.warehouse.results import fetch_frame, fetch_records


class Queries:
    """One build, open for reading, and how it is asked."""

    def __init__(self, con: duckdb.DuckDBPyConnection, folder: Path, build_id: str) -> None:
        self._con, self.folder, self.build_id = con, folder, build_id
        self.prose_tables = ProseTables(self._fetch_frame)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the build."""
        self._con.close()

    def _fetch_frame(self, query: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> pd.DataFrame:
        with self._explain_errors():
            return fetch_frame(self._con.cursor().execute(query, parameters))

    def _rows(self, query: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        with self._explain_errors():
            return self._con.cursor().execute(query, parameters).fetchall()

    def _records(self, query: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        with self._explain_errors():
            return fetch_records(self._con.cursor().execute(query, parameters))

    @contextmanager
    def _explain_errors(self) -> Iterator[None]:
        """A build of another version is said to be one, and so is a damaged one: its whole is hashed to be sure."""
        build = {"warehouse": str(self.folder), "build": self.build_id}
        try:
            yield
        except (duckdb.BinderException, duckdb.CatalogException) as reason:
            raise WarehouseError("build_outdated", **build) from reason
        except duckdb.Error as reason:
            if confirm_damage(find_builds_folder(self.folder) / self.build_id):
                raise WarehouseError("build_damaged", **build) from reason
            raise WarehouseError("build_unanswered", reason=str(reason).partition("\n")[0], **build) from reason
