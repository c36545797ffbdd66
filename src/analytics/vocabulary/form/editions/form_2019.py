"""The form of 国办公开办函〔2019〕60号, report years 2019–2020."""

from __future__ import annotations

from analytics.vocabulary.form import remedies, requests
from analytics.vocabulary.form.model import Block, Edition, EditionDeclaration, EditionTable
from analytics.vocabulary.terms import Table

_ITEMS = ("prior_items", "item_change", "decisions_2019")
_DISCLOSURE = EditionTable(
    Table.II,
    (
        Block(("rules", "normative"), ("made", "disclosed", "in_public"), "一"),
        Block(("licensing", "other_services"), _ITEMS, "五"),
        Block(("penalties", "coercion"), _ITEMS, "六"),
        Block(("charges",), ("prior_items", "item_change"), "八"),
        Block(("procurement",), ("projects", "amount"), "九"),
    ),
)

EDITIONS = (
    EditionDeclaration(
        edition=Edition("2019"),
        chinese="2019年版",
        english="2019 edition",
        first_year=2019,
        last_year=2020,
        tables=(_DISCLOSURE, requests.make_table("other_2019"), remedies.make_table()),
    ),
)
