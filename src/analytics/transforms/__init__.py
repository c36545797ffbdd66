"""DataFrame → DataFrame: series, changes, rates, coverage. pandas only."""
