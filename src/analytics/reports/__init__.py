"""Document → Report. Knows the form; no files, no SQL."""
