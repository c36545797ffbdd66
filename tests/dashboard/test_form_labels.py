"""A statistics table is shown under the labels that its reports print."""

from __future__ import annotations

import pandas as pd

from analytics.dashboard.panels.forms import _find_labels, _find_printed_labels
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table
from analytics.words import Language

LINES = {line.key: line for line in form.list_printed_lines(Table.STATISTICS, Edition("national_2014"))}
TRAINED = form.find_cell(Table.STATISTICS, "national_trained", "year").code
CORRECTED = form.find_cell(Table.STATISTICS, "national_litigation_corrected", "year").code


def printed(*labels: tuple[int, str]) -> dict[int, str]:
    return _find_printed_labels(pd.DataFrame(labels, columns=["cell", "printed_label"]))


def test_a_label_that_all_years_print_stands_as_printed() -> None:
    labels = printed((TRAINED, "接受培训人员总数"), (TRAINED, "接受培训人员总数"))
    assert _find_labels(TRAINED, Language.ZH, labels)[0] == "接受培训人员总数"
    assert _find_labels(TRAINED, Language.EN, labels)[0] == LINES["national_trained"].english


def test_labels_that_differ_from_year_to_year_or_within_the_table_give_way_to_the_canonical_one() -> None:
    labels = printed((TRAINED, "接受培训人员总数"), (TRAINED, "培训人数"), (CORRECTED, "（二）被依法纠错数"))
    assert _find_labels(TRAINED, Language.ZH, labels)[0] == LINES["national_trained"].label
    assert _find_labels(CORRECTED, Language.ZH, labels)[0] == "行政诉讼数量：被依法纠错数"
