"""Whose report it is and for which year."""
