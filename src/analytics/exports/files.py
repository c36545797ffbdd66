"""Tables → bytes of CSV, XLSX and Parquet.

CSV is UTF-8 with a byte order mark, so that spreadsheets keep the Chinese. Text that a spreadsheet would run as a
formula is neutralised with an apostrophe; negative numbers stay numbers.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(table: pd.DataFrame, *, byte_order_mark: bool = True) -> bytes:
    """The table as CSV; missing values are empty fields."""
    encoding = "utf-8-sig" if byte_order_mark else "utf-8"
    return _safe(table).to_csv(index=False, lineterminator="\r\n").encode(encoding)


def as_parquet(table: pd.DataFrame) -> bytes:
    """The table as Parquet: types are kept, nothing is neutralised, since no program runs what it finds there."""
    stream = io.BytesIO()
    table.to_parquet(stream, index=False)
    return stream.getvalue()


def as_xlsx(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """A workbook with one sheet a table; text is written as text, never as a formula or a link."""
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": False}
    with pd.ExcelWriter(stream, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        for name, table in sheets.items():
            _plain(table).to_excel(writer, sheet_name=name[:31], index=False, freeze_panes=(1, 0))
            writer.sheets[name[:31]].autofit(max_width=360)
    return stream.getvalue()


def _safe(table: pd.DataFrame) -> pd.DataFrame:
    out = table.copy()
    for name in out.columns:
        if out[name].dtype in ("str", "object"):
            out[name] = out[name].map(neutralised, na_action="ignore")
        elif out[name].dtype == "float64":
            # 530, not 530.0: counts are printed as counts.
            out[name] = pd.Series([_count(value) for value in out[name]], index=out.index, dtype="object")
    return out.rename(columns=neutralised)


def _count(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def neutralised(text: object) -> object:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    if isinstance(text, str) and text.startswith(FORMULA_STARTS):
        return f"'{text}"
    return text


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """Nullable types as objects, which the writer knows; dates without a time zone."""
    return table.astype("object").where(table.notna(), None)
