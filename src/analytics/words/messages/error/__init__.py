"""Errors: what happened, where, and what to do next."""
