"""Figures of prose: numbers, what they count, the year they speak of."""
