"""One organ in full: its form, its requests, its remedies, its documents."""
