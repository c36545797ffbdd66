"""Columns of the files of a shard: documents, their reports, and each report's facts, narrative and findings."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

_FIELDS: dict[str, list[Any]] = {
    "documents": [("file", pa.string()), ("sha256", pa.string()), ("bytes", pa.int64()), ("format", pa.string()),
         ("reader", pa.string()), ("encoding", pa.string()), ("rejected", pa.string()), ("operands", pa.string()),
         ("pages", pa.list_(pa.string()))],
    "reports": [("file", pa.string()), ("ordinal", pa.int32()), ("organ", pa.string()), ("body", pa.string()),
         ("place_code", pa.string()), ("level", pa.string()), ("kind", pa.string()), ("year", pa.int16()),
         ("scope", pa.string()), ("scope_words", pa.string()),
         ("editions", pa.string()),
         ("reader", pa.string()), ("title", pa.string()), ("published", pa.string()), ("source", pa.string()),
         ("read_from", pa.string())],
    "facts": [("file", pa.string()), ("ordinal", pa.int32()), ("cell", pa.int32()), ("table", pa.string()),
         ("line", pa.string()), ("heading", pa.string()),
         ("value", pa.float64()), ("status", pa.string()), ("measured_in", pa.string()), ("printed", pa.string()),
         ("printed_label", pa.string()), ("read_from", pa.string()), ("is_certain", pa.bool_()),
         ("page", pa.int32()), ("element", pa.int32()), ("grid", pa.int32()), ("row", pa.int32()),
         ("column", pa.int32()), ("source_line", pa.int32()), ("reading", pa.int8())],
    "narrative": [("file", pa.string()), ("ordinal", pa.int32()), ("position", pa.int32()), ("number", pa.string()),
         ("heading", pa.string()), ("text", pa.string())],
    "findings": [("file", pa.string()), ("ordinal", pa.int32()), ("rule", pa.string()), ("severity", pa.string()),
         ("verdict", pa.string()), ("fault", pa.string()), ("operands", pa.string()), ("cells", pa.list_(pa.int32()))],
}  # fmt: skip
SCHEMAS: dict[str, pa.Schema] = {name: pa.schema(fields) for name, fields in _FIELDS.items()}
