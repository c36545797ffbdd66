"""OpenDocument texts and sheets, whole or flat."""
