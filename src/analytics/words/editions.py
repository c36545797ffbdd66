"""Names of the editions of the form, and what they say of measures that they do not have."""

from analytics.vocabulary.form import EDITION_NAMES

SENTENCES: dict[str, tuple[str, str]] = {
    key: text
    for edition, (chinese, english) in EDITION_NAMES.items()
    for key, text in (
        (f"edition.{edition}", (chinese, english)),
        (f"group.{edition}", (f"统计表：{chinese}", f"Statistics: {english}")),
        (
            f"note.off_form_{edition}",
            (f"{chinese}的表格无此项，并非归零。", f"The {english} does not ask for it; that is not zero."),
        ),
    )
}
