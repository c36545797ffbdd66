"""Names of the editions of the form, as the form itself declares them."""

from analytics.vocabulary.form import EDITIONS

SENTENCES: dict[str, tuple[str, str]] = {
    f"edition.{edition}": (declared.chinese, declared.english) for edition, declared in EDITIONS.items()
}
