"""Databases made from what was parsed: written, published, kept, compared."""
