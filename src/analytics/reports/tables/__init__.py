"""Rows of the tables of the form, and of the statistics tables before it → facts."""
