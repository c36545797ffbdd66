"""The form of 国办公开办函〔2021〕30号, report years 2021 onward."""

from __future__ import annotations

from analytics.vocabulary.form import remedies, requests
from analytics.vocabulary.form.model import Block, Edition, EditionDeclaration, EditionTable
from analytics.vocabulary.terms import Table

_DISCLOSURE = EditionTable(
    Table.II,
    (
        Block(("rules", "admin_normative"), ("issued", "repealed", "in_force"), "一"),
        Block(("licensing",), ("decisions",), "五"),
        Block(("penalties", "coercion"), ("decisions",), "六"),
        Block(("charges",), ("charged",), "八"),
    ),
)

EDITIONS = (
    EditionDeclaration(
        edition=Edition("2021"),
        chinese="2021年版",
        english="2021 edition",
        first_year=2021,
        tables=(_DISCLOSURE, requests.make_table(requests.OTHERWISE), remedies.make_table()),
    ),
)
