"""Tables with ruling lines: cells are what the lines enclose."""
