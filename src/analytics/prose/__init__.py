"""What the prose of reports says: its figures, words, sameness, practices, problems. Text and frames in, frames out."""
