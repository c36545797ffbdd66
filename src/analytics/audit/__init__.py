"""Frames → findings over several reports: across years, across organs. pandas only."""
