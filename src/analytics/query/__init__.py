"""What scripts, pages and files ask for: rows, files, saved views."""
