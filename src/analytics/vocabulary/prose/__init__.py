"""What the prose of reports speaks of, declared: numbers and their units, subjects of figures, practices, problems.

Patterns apply to text folded by ``analytics.prose.folding``: simplified characters, half-width punctuation and digits,
no white space between characters.
"""
