"""Places and the names that are printed for them: divisions, local units, fictional ones, shapes."""
