"""A document → the document as published, with every cell and paragraph of its reading located in it.

Knows formats, nothing of what a table means: :func:`analytics.documents.facsimile.opened.open_facsimile` begins.
"""
