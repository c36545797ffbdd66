"""Frames → CSV and XLSX with their notes."""
