"""Organs beside each other: who is comparable, in which order, on which map."""
