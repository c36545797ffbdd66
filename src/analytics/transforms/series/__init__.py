"""A measure over the years of organs: its members, its changes, its breaks, its scale."""
