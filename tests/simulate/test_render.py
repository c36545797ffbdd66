"""Every manner prints the whole form once, and damage takes nothing away."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from html import unescape
from random import Random

import pytest
from opencc import OpenCC

from analytics.simulate.damage import DAMAGES
from analytics.simulate.html import PAGES
from analytics.simulate.render import MANNERS, FormSheet, build_table_rows
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table

E2019, E2021 = Edition("2019"), Edition("2021")
ALL_MANNERS = {**MANNERS, **PAGES}
EDITIONS = [(E2019, E2019), (E2021, E2021), (E2021, E2019)]
CELLS = {(E2019, E2019): 198, (E2021, E2021): 200, (E2021, E2019): 186}


def sheet(editions: tuple[Edition, Edition], printed: dict[int, str] | None = None) -> FormSheet:
    """A form of fictional Yuanxi county; without ``printed``, every cell prints a number of its own."""
    tables = {Table.II: editions[0], Table.III: editions[1], Table.IV: editions[1]}
    codes = [cell.code for table, edition in tables.items() for cell in form.list_form_cells(table, edition)]
    own = {code: str(70_000 + code) for code in codes} if printed is None else printed
    return FormSheet("远溪县人民政府2020年政府信息公开工作年度报告", tables, own)


def words(content: str) -> str:
    """The text of a document without markup, white space and bars."""
    bare = re.sub(r"<style.*?</style>|<head>.*?</head>|<[^>]*>", "\n", content, flags=re.DOTALL)
    return "".join(unescape(bare).replace("|", " ").split())


def figures(content: str) -> Counter[str]:
    """The numbers of five digits that a document prints, whatever its widths and separators."""
    folded = unicodedata.normalize("NFKC", words(content)).replace(",", "")
    return Counter(re.findall(r"7\d{4}", folded))


@pytest.mark.parametrize("editions", EDITIONS)
@pytest.mark.parametrize("manner", ALL_MANNERS)
def test_every_cell_of_the_edition_is_printed_once(manner: str, editions: tuple[Edition, Edition]) -> None:
    one = sheet(editions)
    assert len(one.printed) == CELLS[editions]
    assert figures(ALL_MANNERS[manner](one)) == Counter(one.printed.values())


@pytest.mark.parametrize("editions", EDITIONS)
def test_labels_are_the_vocabulary_s_own_in_every_manner(editions: tuple[Edition, Edition]) -> None:
    one = sheet(editions)
    for content in (words(write(one)) for write in ALL_MANNERS.values()):
        for table, edition in one.editions.items():
            lines = {cell.line.label for cell in form.list_form_cells(table, edition)}
            columns = {cell.column.label for cell in form.list_form_cells(table, edition)}
            assert not {label for label in lines | columns if label not in content}


@pytest.mark.parametrize("manner", sorted(set(ALL_MANNERS) - {"spaced"}))
def test_manners_print_the_same_texts_in_the_same_order(manner: str) -> None:
    one = sheet((E2021, E2019), {3010: "+22", 3011: "/", 3016: "17345 万元", 4010: "－４５３"})
    texts = "".join(span.text for table in one.editions for row in build_table_rows(one, table) for span in row)
    expected = "".join(texts.split())
    headings = "|".join(f"[一二三四五六]、{wording}" for _, wording in form.HEADINGS)
    assert expected in re.sub(headings, "", words(ALL_MANNERS[manner](one)))


def test_spans_cover_every_table_without_gap_or_overlap() -> None:
    for editions in EDITIONS:
        one = sheet(editions)
        for table in one.editions:
            rows = build_table_rows(one, table)
            width = sum(span.colspan for span in rows[0])
            taken = [0] * (len(rows) + 25)
            for index, row in enumerate(rows):
                for span in row:
                    for covered in range(index, index + span.rowspan):
                        taken[covered] += span.colspan
            assert taken == [width] * len(rows) + [0] * 25


def test_a_blank_cell_stays_blank_and_is_not_zero() -> None:
    one = sheet((E2019, E2019), {})
    assert "0" not in words(MANNERS["tabbed"](one)).replace("2020", "").replace("第二十", "")
    assert MANNERS["html"](one).count("&nbsp;") == CELLS[E2019, E2019]


@pytest.mark.parametrize("manner", ALL_MANNERS)
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("seed", range(3))
def test_damage_changes_the_layout_and_no_figure(manner: str, damage: str, seed: int) -> None:
    whole = ALL_MANNERS[manner](sheet((E2021, E2021)))
    broken = DAMAGES[damage](whole, Random(seed))
    simplified = OpenCC("t2s").convert
    assert figures(broken) == figures(whole)
    assert Counter(simplified(unicodedata.normalize("NFKC", words(broken))).replace(",", "")) == Counter(
        simplified(unicodedata.normalize("NFKC", words(whole))).replace(",", "")
    )


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_same_seed_does_the_same_damage(damage: str) -> None:
    whole = MANNERS["html"](sheet((E2021, E2021)))
    assert DAMAGES[damage](whole, Random(7)) == DAMAGES[damage](whole, Random(7)) != whole
