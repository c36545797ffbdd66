"""Frames → CSV, XLSX and Parquet with their notes."""
