"""Pieces of pages: charts, tables, files, evidence, forms."""
