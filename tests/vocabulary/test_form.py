"""The form as data agrees with its own arithmetic."""

from __future__ import annotations

import pytest

from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.identities import Cells, Identity, judge, list_identities
from analytics.vocabulary.measures import (
    find_measure,
    list_measures,
    list_measures_before_2019,
    list_measures_per_resident,
)
from analytics.vocabulary.terms import Status, Table, Verdict
from analytics.words import Language, say
from analytics.words.render import name_edition

N, Z, B, U = Status.NUMBER, Status.ZERO, Status.BLANK, Status.UNREADABLE


@pytest.mark.parametrize(("edition", "counts"), [(Edition("2019"), (22, 161, 15)), (Edition("2021"), (10, 175, 15))])
def test_a_full_report_has_as_many_cells_as_its_edition(edition: Edition, counts: tuple[int, ...]) -> None:
    assert tuple(len(form.list_form_cells(table, edition)) for table in (Table.II, Table.III, Table.IV)) == counts


def test_cell_codes_are_unique_and_fit_a_small_integer() -> None:
    codes = [cell.code for cell in form.list_cells()]
    assert len(codes) == len(set(codes))
    assert max(codes) < 10_000


def test_outcomes_of_the_2021_edition_add_up_twenty_one_rows() -> None:
    (natural,) = [
        one
        for one in list_identities(Table.III, Edition("2021"))
        if one.rule == "answered_equals_outcomes" and one.where == "自然人"
    ]
    assert len(natural.right) == 21  # 25 rows without 一, 二, （七） and 四


@pytest.mark.parametrize("edition", form.list_editions(Table.III))
def test_measures_that_sum_a_group_take_the_cells_that_its_identity_adds_up(edition: Edition) -> None:
    total = form.find_total_column(Table.III)
    parts = {
        one.left[0]: one.right
        for one in list_identities(Table.III, edition)
        if one.rule == "subtotal_equals_parts" and one.where.endswith(f"·{total.label}")
    }
    summed = [one for one in list_measures() if "sum_of_lines" in one.notes and len(one.cells[edition]) > 1]
    assert {frozenset(one.cells[edition]) for one in summed} == {frozenset(codes) for codes in parts.values()}
    (answered,) = [
        one for one in list_identities(Table.III, edition)
        if one.rule == "answered_equals_outcomes" and one.where == total.label
    ]  # fmt: skip
    ends = [one for one in list_measures() if one.key.startswith("requests_") and one.group == "requests"]
    leaves = {code for one in ends if len(one.cells.get(edition, ())) == 1 for code in one.cells[edition]}
    outside = {
        form.find_cell(Table.III, key, total.key).code for key in ("new", "carried_over", "answered", "carried_forward")
    }
    assert leaves - outside == set(answered.right)


SUM = Identity("sum", "", (1,), (2, 3))


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ({1: (N, 5), 2: (N, 2), 3: (N, 3)}, Verdict.HOLDS),
        ({1: (N, 5), 2: (N, 2), 3: (N, 2)}, Verdict.FAILS),
        ({1: (N, 5), 2: (N, 5), 3: (B, None)}, Verdict.HOLDS_BLANKS_AS_ZERO),
        ({1: (B, None), 2: (N, 5), 3: (B, None)}, Verdict.FAILS_BLANKS_AS_ZERO),
        ({1: (B, None), 2: (B, None), 3: (B, None)}, Verdict.NOT_ASSESSABLE),
        ({1: (N, 5), 2: (N, 5), 3: (U, None)}, Verdict.NOT_ASSESSABLE),
        ({1: (N, 5), 2: (N, 5)}, Verdict.NOT_ASSESSABLE),
        ({1: (Z, 0), 2: (Z, 0), 3: (Z, 0)}, Verdict.HOLDS),
    ],
)
def test_an_identity_is_judged_by_what_is_printed(
    cells: dict[int, tuple[Status, float | None]], verdict: Verdict
) -> None:
    assert judge(SUM, Cells(cells)).verdict is verdict


def test_measures_have_unique_keys_and_known_parts() -> None:
    keys = [one.key for one in (*list_measures(), *list_measures_per_resident())]
    assert len(keys) == len(set(keys))
    for one in list_measures():
        assert one.is_rate or one.cells
        assert all(find_measure(part) for part in (*one.numerator, *one.denominator))


def test_item_counts_and_decisions_share_no_cell() -> None:
    assert not find_measure("penalty_items").all_cells & find_measure("penalty_decisions").all_cells


def test_names_of_measures_are_whole_words_of_their_lines() -> None:
    labels = {line.label for table in (Table.III, Table.STATISTICS) for line in form.list_lines(table)}
    named = [
        one for one in (*list_measures(), *list_measures_before_2019()) if one.group in (*form.EDITIONS, "requests")
    ]
    for one in named:
        name = one.label.partition("（历年累计）")[0].rpartition("·")[2]
        assert name[0] not in "、，：:.（0123456789"
        if one.group in form.EDITIONS:
            assert any(
                label.endswith(name) and label.removesuffix(name)[-1:] in "：.、"
                for label in labels
                if label.endswith(name)
            ), name


@pytest.mark.parametrize("edition", list(form.EDITIONS))
@pytest.mark.parametrize("language", list(Language))
def test_every_edition_has_a_name_that_readers_understand(edition: Edition, language: Language) -> None:
    assert name_edition(str(edition), language) != str(edition)
    assert say(f"note.off_form_{edition}", language)


@pytest.mark.parametrize(("edition", "count"), [(Edition("2019"), 19), (Edition("2021"), 21)])
def test_the_outcomes_of_an_edition_are_what_its_total_adds_up(edition: Edition, count: int) -> None:
    keys = form.list_outcomes(edition)
    assert len(keys) == count
    codes = {form.find_cell(Table.III, key, "natural").code for key in keys}
    (total,) = (
        identity
        for identity in list_identities(Table.III, edition)
        if identity.rule == "answered_equals_outcomes" and identity.where == "自然人"
    )
    assert codes == set(total.right)
    heads = form.list_outcome_heads(edition)
    assert heads[:5] == ("disclosed", "partly_disclosed", "refused", "unable", "not_processed")
    assert {form.find_line(Table.III, key).label for key in heads[5:]} == {"（六）其他处理"}


def test_lines_labelled_alike_in_one_table_are_told_apart_by_their_heads() -> None:
    for table in (*form.list_tables_of_form(), Table.STATISTICS):
        for edition in form.list_editions(table):
            names = [form.name_line(line) for line in form.list_printed_lines(table, edition)]
            assert len(set(names)) == len(names), (table, edition)
