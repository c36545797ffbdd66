"""Report → DuckDB → DataFrame. All SQL lives here."""
