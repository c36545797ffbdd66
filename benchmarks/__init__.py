"""Measurements, each beside a peer or a bare library in the same run. ``make bench`` runs them all."""
