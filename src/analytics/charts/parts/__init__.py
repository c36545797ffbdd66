"""What several figures are made of: look, axes, break lines, markers of what is missing, wording."""
