"""Word processors' files of every age, and OpenDocument: what the page shows."""
