"""Findings: what a reader or a check came upon, and where."""
