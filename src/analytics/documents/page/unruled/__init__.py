"""Tables without ruling lines: columns are where figures stand below one another."""
