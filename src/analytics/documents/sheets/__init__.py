"""Spreadsheets of every age: cells as they are displayed."""
