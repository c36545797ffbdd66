"""Table II (主动公开政府信息情况): its labels. Its blocks, by paragraph of article 20, the editions declare."""

from __future__ import annotations

from analytics.vocabulary.form.model import Column, Line
from analytics.vocabulary.terms import MeasuredIn

LINES = (
    Line(1, "rules", "规章", "Government rules", aliases=("政府规章",)),
    Line(2, "normative", "规范性文件", "Normative documents", aliases=("规范性档案",)),
    Line(
        3,
        "admin_normative",
        "行政规范性文件",
        "Administrative normative documents",
        aliases=("规范性文件", "行政规范性档案", "规范性档案"),
    ),
    Line(4, "licensing", "行政许可", "Administrative licensing"),
    Line(5, "other_services", "其他对外管理服务事项", "Other public-facing service items"),
    Line(6, "penalties", "行政处罚", "Administrative penalties"),
    Line(7, "coercion", "行政强制", "Administrative coercion"),
    Line(8, "charges", "行政事业性收费", "Administrative and institutional charges"),
    Line(9, "procurement", "政府集中采购", "Centralised government procurement"),
)

COLUMNS = (
    Column(0, "made", "本年新制作数量", "Newly made this year", aliases=("本年新制作数", "本年制作数量")),
    Column(1, "disclosed", "本年新公开数量", "Newly disclosed this year", aliases=("本年新公开数",)),
    Column(2, "in_public", "对外公开总数量", "Public in total", aliases=("对外公开总数",)),
    Column(3, "prior_items", "上一年项目数量", "Items in the previous year", aliases=("上年项目数量",)),
    Column(4, "item_change", "本年增/减", "Change this year", aliases=("本年增减",)),
    Column(5, "decisions_2019", "处理决定数量", "Decisions made", continued_by="decisions"),
    Column(6, "projects", "采购项目数量", "Procurement projects"),
    Column(
        7,
        "amount",
        "采购总金额",
        "Procurement amount",
        aliases=("采购总金额（单位：万元）", "采购总金额（万元）"),
        measured_in=None,
    ),
    Column(4, "issued", "本年制发件数", "Issued this year"),
    Column(5, "repealed", "本年废止件数", "Repealed this year"),
    Column(6, "in_force", "现行有效件数", "In force"),
    Column(8, "decisions", "本年处理决定数量", "Decisions made this year"),
    Column(
        9,
        "charged",
        "本年收费金额",
        "Charged this year",
        aliases=("本年收费金额（单位：万元）", "本年收费金额（万元）"),
        measured_in=MeasuredIn.WAN_YUAN,
    ),
)
