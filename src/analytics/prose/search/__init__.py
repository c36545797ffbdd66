"""Search of all narratives: exact counts of words of two characters and more."""
