"""The words of the field as data: the form, its identities, measures, places. Imports nothing of ours but errors."""
