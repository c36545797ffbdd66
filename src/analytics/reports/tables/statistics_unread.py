"""What is printed of statistics before 2019 and is no table here: their figures, and that a document prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analytics.reports.labels import LONGEST_LABEL, fold
from analytics.reports.model import Unread
from analytics.reports.numbers import has_digits, is_figure
from analytics.reports.rows.layout import Stretch
from analytics.reports.rows.stream import Row
from analytics.reports.tables.statistics_labels import FEWEST_LINES, is_label
from analytics.vocabulary import form
from analytics.vocabulary.phrases import BEFORE_2019, FEWEST_BEFORE_2019, UNIT_WORDS
from analytics.vocabulary.terms import Table

_TABLE = Table.STATISTICS


def list_unread_figures(found: Sequence[Stretch], *, is_form: bool) -> list[Unread]:
    """The figures of statistics tables that are not read and said not to be: of those in a report of the form, else of
    lines that bear their labels where no header makes a table of them."""
    tables = [figure for stretch in found if stretch.table is _TABLE for figure in list_figures(stretch.rows)]
    if tables or is_form:
        return tables
    rows = [row for stretch in found if stretch.table is None for row in stretch.rows]
    return list(list_figures(_list_rows_from_label(rows)))


def is_before_form(found: Sequence[Stretch], year: int | None) -> bool:
    """Whether a document without a table of the form prints the statistics of the years before it: under heads of such
    tables, or in lines that bear their labels."""
    if year is not None and year >= form.FIRST_YEAR:
        return False
    rows = [row for stretch in found for row in stretch.rows]
    texts = (cell.text for row in rows for cell in row.cells if len(cell.text) <= _SHORT_HEAD)
    heads = {word for text in texts for word in BEFORE_2019.findall(fold(text))}
    return len(heads) >= FEWEST_BEFORE_2019 or bool(_list_rows_from_label(rows))


_SHORT_HEAD = 16


def _list_rows_from_label(rows: Sequence[Row]) -> list[Row]:
    """The short rows from the first that bears the label of a line, figures being beside the labels or in lines of
    their own below them; none where too few rows bear one."""
    short = [row for row in rows if len("".join(row.text.split())) <= LONGEST_LABEL]
    labelled = [at for at, row in enumerate(short) if _has_label(row)]
    return short[labelled[0] :] if len(labelled) >= FEWEST_LINES else []


def _has_label(row: Row) -> bool:
    words = [text for text in row.text.split() if not is_figure(text) and not UNIT_WORDS.fullmatch(fold(text))]
    return is_label("".join(words))


def list_figures(rows: Iterable[Row]) -> Iterator[Unread]:
    """The figures that rows of a statistics table print."""
    for row in rows:
        for cell in row.cells:
            if any(
                is_figure(text) and has_digits(text) for text in (cell.text.split() if row.is_loose else [cell.text])
            ):
                yield Unread(cell.text, cell.place, _TABLE)
