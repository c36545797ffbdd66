"""Plain texts and their markups: tables by tabs, bars, dashes and spaces."""
