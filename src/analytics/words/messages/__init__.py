"""Sentences of what happened: findings, errors, the command line."""
