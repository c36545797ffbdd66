"""A raw folder → a published build, in processes of this machine or of a cluster."""
