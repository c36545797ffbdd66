"""Names of the editions of the form, as the form itself declares them."""

from analytics.vocabulary.form import EDITION_NAMES

SENTENCES: dict[str, tuple[str, str]] = {f"edition.{edition}": names for edition, names in EDITION_NAMES.items()}
