"""A measure on a map: ground, marks, figure."""
