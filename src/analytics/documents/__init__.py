"""Bytes → Document. Knows formats, nothing of government."""
