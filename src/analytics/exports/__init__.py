"""Frames → CSV, XLSX, Parquet with their notes."""
