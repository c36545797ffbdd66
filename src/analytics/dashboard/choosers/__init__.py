"""What a reader chooses: figures, years, whose they are, and groups of organs."""
