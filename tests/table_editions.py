"""The editions of a report's tables as frames of reports hold them."""

from __future__ import annotations

import json

from analytics.vocabulary import form
from analytics.vocabulary.terms import Table


def editions(edition: str, *tables: Table) -> str:
    """One edition for the tables that the document reaches: all where none are given."""
    return json.dumps(dict.fromkeys(map(str, tables or form.list_tables_of_form()), edition))
