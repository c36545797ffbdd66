"""Figures in prose: none is lost, each says what it counts and which year it speaks of, or that it does not."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from benchmarks.prose import LABELS, WORDED, Score, list_labelled, measure
from hypothesis import given
from hypothesis import strategies as st

from analytics.prose.figures.read import Figure, read_figures
from analytics.vocabulary.prose.periods import Period
from analytics.vocabulary.prose.quantities import FigureKind


def _read_quantities(text: str, year: int | None = 2023) -> list[Figure]:
    return [figure for figure in read_figures(text, year) if figure.kind is FigureKind.QUANTITY]


def test_labelled_sentences_are_read_as_labelled() -> None:
    total = Score()
    for labelled in list_labelled():
        if labelled.source == WORDED:
            score = measure(labelled)
            assert score is not None
            total = total.add(score)
    assert total.labelled >= 600
    assert total.f1 >= 0.995
    assert total.subject_share >= 0.97
    assert total.year_share >= 0.97


def test_labelled_clauses_of_real_reports_are_read_as_labelled(real_reports: object) -> None:
    total = Score()
    for labelled in list_labelled():
        if labelled.source != WORDED:
            score = measure(labelled)
            assert score is not None
            total = total.add(score)
    assert (total.f1, total.others_right >= 0.97 * total.others) == (1.0, True)
    assert total.subject_share >= 0.97
    assert total.year_share >= 0.97


def test_quotations_are_no_more_than_a_clause() -> None:
    for labelled in list_labelled():
        if labelled.source != WORDED:
            assert len(labelled.clause) <= 90, labelled.clause
            assert "。" not in labelled.clause.strip("。")
    assert LABELS.stat().st_size < 200_000


_PIECES = st.sampled_from(
    [
        "2023年",
        "主动公开政府信息",
        "6931条",
        "其中",
        "（一）",
        "1.2万次",
        "同比增长",
        "12.3%",
        "，",
        "。",
        "\n",
        "第二十条",
        "〔2021〕30号",
        "12345",
        "电话：0527-83593059",
        "收到申请",
        "19 件",
        "３次",
        "二十三件",
        "《条例》",
        "“三审三校”",
        " ",
        "1,701",
        "7×24小时",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_no_digit_is_lost(text: str) -> None:
    covered = {at for figure in read_figures(text, 2023) for at in range(figure.start, figure.end)}
    assert {match.start() for match in re.finditer(r"[0-9０-９]", text)} <= covered


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_figures_stand_in_order_and_within_their_clauses(text: str) -> None:
    figures = read_figures(text, 2023)
    assert all(figure.end <= other.start for figure, other in pairwise(figures))
    assert all(figure.clause_start <= figure.start < figure.end <= figure.clause_end for figure in figures)


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("1,234条", 1234, "条"),
        ("1.2万条", 12000, "条"),
        ("1.18万余条", 11800, "条"),
        ("２３４５条", 2345, "条"),
        ("百分之九十五点五", 95.5, "%"),
        ("99.58%", 99.58, "%"),
        ("二十三件", 23, "件"),
        ("一百零五件", 105, "件"),
        ("两次", 2, "次"),
        ("3.5个百分点", 3.5, "百分点"),
        ("251.6万元", 251.6, "万元"),
        ("180万次", 1_800_000, "次"),
        ("2.1亿次", 210_000_000, "次"),
        ("6大类", 6, "类"),
    ],
)
def test_numbers_have_their_value_and_unit(printed: str, value: float, unit: str) -> None:
    (figure,) = _read_quantities(f"发布信息{printed}。")
    assert (figure.value, figure.unit) == (value, unit)


def test_a_range_has_both_ends() -> None:
    (figure,) = _read_quantities("每期发布3至5条。")
    assert (figure.value, figure.highest, figure.unit) == (3, 5, "条")


@pytest.mark.parametrize(
    "text",
    [
        "2023年12月31日", "〔2019〕60号", "国务院令第711号", "第二十条第（一）项", "电话：0517-87222589", "邮编：223100", "http://www.a.gov.cn/2023/1.html",
        "“12345”热线", "党的二十大精神", "“7条小知识”", "7×24小时", "一是完善制度", "（二）依申请公开", "10月29日", "13:24", "-1-", "附件2", "H5作品",
    ],
)  # fmt: skip
def test_what_is_no_quantity_is_kept_as_what_it_is(text: str) -> None:
    figures = read_figures(text, 2023)
    assert figures
    assert all(figure.kind is not FigureKind.QUANTITY and figure.subject is None for figure in figures)


def test_what_has_no_declared_subject_is_unassigned_and_kept() -> None:
    (figure,) = _read_quantities("下拨资金1207万元。")
    assert (figure.value, figure.subject) == (1207, None)


def test_answers_without_a_word_of_requests_are_no_answers_to_requests() -> None:
    assert [figure.subject for figure in _read_quantities("收到群众留言30条，已答复28条。")] == [
        "letters",
        "letters_answered",
    ]
    assert [figure.subject for figure in _read_quantities("收到政府信息公开申请30件，已答复28件。")] == [
        "requests_received",
        "requests_answered",
    ]


def test_granted_in_full_or_part_is_neither_of_both() -> None:
    (_, figure) = _read_quantities("受理申请300件，予以公开及部分公开258件。")
    assert figure.subject == "requests_granted_in_full_or_part"


@pytest.mark.parametrize(
    ("text", "period", "year", "value"),
    [
        ("2023年，主动公开政府信息200条。", Period.THIS_YEAR, 2023, 200),
        ("全年累计主动公开政府信息200条。", Period.THIS_YEAR, 2023, 200),
        ("开通以来累计主动公开政府信息200条。", Period.CUMULATIVE, 2023, 200),
        ("微信公众号粉丝200人。", Period.CUMULATIVE, 2023, 200),
        ("去年主动公开政府信息200条。", Period.LAST_YEAR, 2022, 200),
        ("2020年，主动公开政府信息200条。", Period.OTHER_YEAR, 2020, 200),
        ("申请数量同比增长200%。", Period.CHANGE, 2023, 200),
        ("申请数量较去年回落12.3%。", Period.CHANGE, 2023, -12.3),
        ("下一步，将组织培训200次。", Period.PLANNED, 2024, 200),
        ("公开2022年度部门决算，发布信息200条。", Period.THIS_YEAR, 2023, 200),
        ("结转2024年办理200件。", Period.THIS_YEAR, 2023, 200),
    ],
)
def test_times_are_told_apart(text: str, period: Period, year: int, value: float) -> None:
    (figure,) = _read_quantities(text)
    assert (figure.period, figure.year, figure.value) == (period, year, value)


def test_a_report_without_a_year_has_figures_of_the_year_it_names_or_of_none() -> None:
    assert [figure.year for figure in _read_quantities("2021年，收到申请2件。", None)] == [2021]
    assert [figure.year for figure in _read_quantities("收到申请2件。", None)] == [None]


def test_traditional_characters_and_full_width_signs_say_the_same() -> None:
    plain = _read_quantities("收到依申请公开政府信息2条，办结2条，办结率100%。")
    printed = _read_quantities("收到依申請公開政府信息２條，辦結(jié)２條，辦結(jié)率１００％。")
    assert [figure[5:] for figure in printed] == [figure[5:] for figure in plain]


def test_a_figure_knows_where_it_is_printed() -> None:
    text = "全年受理 申请 21 件。"
    (figure,) = _read_quantities(text)
    assert text[figure.start : figure.end] == "21 件"
