"""The geometry of a printed page: words and ruling lines → lines, tables and their cells, ruled or not."""
