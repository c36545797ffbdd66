"""Sentences in charts: titles, subtitles, marks, axes."""
