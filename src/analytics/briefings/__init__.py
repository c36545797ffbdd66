"""Briefings as word processor files and PDF: every sentence and figure from computed values."""
