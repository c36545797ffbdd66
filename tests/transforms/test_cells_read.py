"""How much of the form was read: of tables that a document lacks no cell is there, and all were expected."""

from __future__ import annotations

import pandas as pd

from analytics.transforms.groups.cells_read import count_cells_read
from analytics.vocabulary.terms import Table
from table_editions import editions


def test_the_cells_of_an_absent_table_are_expected_and_not_there() -> None:
    rows = [
        ("html", "html", editions("2019"), 198, 1, 2, 0),
        ("html", "html", editions("2021", Table.II), 10, 0, 0, 0),
        ("pdf", "pdf", editions("2021"), 200, 0, 3, 4),
        ("txt", "text", "{}", 0, 0, 0, 0),
    ]
    columns = ["format", "reader", "editions", "cells", "unreadable", "uncertain", "second"]
    found = count_cells_read(pd.DataFrame(rows, columns=columns)).set_index("format")
    assert found.loc["html", ["reports", "expected", "cells", "unreadable", "uncertain"]].tolist() == [
        2,
        398,
        208,
        1,
        2,
    ]
    assert found.loc["pdf", ["expected", "cells", "second"]].tolist() == [200, 200, 4]
    assert found.loc["txt", ["reports", "expected", "cells"]].tolist() == [1, 0, 0]
