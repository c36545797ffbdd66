"""Sentences of pages, each page in the module of its name."""
