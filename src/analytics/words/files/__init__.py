"""Sentences in what is taken away: tables, notes, briefings."""
