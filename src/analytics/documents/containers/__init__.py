"""Files of files: archives and compound documents, opened within limits."""
