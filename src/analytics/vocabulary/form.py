"""The statutory form as data: tables → lines × columns → cells, in both editions.

Every label, alias, translation and place in the form stands here once; the parser, the database, checks,
filters, chart labels, exports and ``docs/form.md`` are derived from it. Sources: the annexes of
国办公开办函〔2019〕60号 (report years 2019–2020) and 国办公开办函〔2021〕30号 (2021 onward).

A cell's ``code`` is stable: table × 1000 + line × 10 + column. It is what the warehouse stores.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analytics.vocabulary.terms import Edition, MeasuredIn, Table

FIRST_YEAR = 2019
"""The first report year of the form."""
BOTH = frozenset(Edition)
ONLY_2019 = frozenset({Edition.E2019})
ONLY_2021 = frozenset({Edition.E2021})


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line (row) of a table.

    ``number`` orders lines within their table and enters cell codes; ``label`` is the canonical leaf label;
    ``aliases`` are further printed forms; ``parent`` is the key of the group head above it. A ``head`` has no
    figures of its own unless a report prints subtotals.
    """

    table: Table
    number: int
    key: str
    label: str
    english: str
    editions: frozenset[Edition] = BOTH
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A printed column; ``measured_in`` is None where each cell prints its own unit (采购总金额)."""

    table: Table
    number: int
    key: str
    label: str
    english: str
    editions: frozenset[Edition] = BOTH
    aliases: tuple[str, ...] = ()
    measured_in: MeasuredIn | None = MeasuredIn.COUNT


@dataclass(frozen=True, slots=True)
class Cell:
    """One place on the form, the unit of every fact."""

    code: int
    line: Line
    column: Column
    editions: frozenset[Edition]

    @property
    def table(self) -> Table:
        """The table the cell stands in."""
        return self.line.table

    @property
    def key(self) -> str:
        """``table.line.column``, stable, ASCII."""
        return f"{self.table}.{self.line.key}.{self.column.key}"

    @property
    def is_subtotal(self) -> bool:
        """Whether the cell belongs to a group head: printed by some reports, not part of the form."""
        return self.line.is_head


@dataclass(frozen=True, slots=True)
class Article:
    """A block of table II: the paragraph of article 20 it answers, with its lines and columns per edition."""

    paragraph: str
    edition: Edition
    lines: tuple[str, ...]
    columns: tuple[str, ...]


def _line(table: Table, number: int, key: str, label: str, english: str, **rest: object) -> Line:
    return Line(table, number, key, label, english, **rest)  # type: ignore[arg-type]


_II, _III, _IV = Table.II, Table.III, Table.IV

LINES: tuple[Line, ...] = (
    _line(_II, 1, "rules", "规章", "Government rules", aliases=("政府规章",)),
    _line(
        _II,
        2,
        "normative",
        "规范性文件",
        "Normative documents",
        editions=ONLY_2019,
        aliases=("规范性档案",),
    ),
    _line(
        _II,
        3,
        "admin_normative",
        "行政规范性文件",
        "Administrative normative documents",
        editions=ONLY_2021,
        aliases=("规范性文件", "行政规范性档案", "规范性档案"),
    ),
    _line(_II, 4, "licensing", "行政许可", "Administrative licensing"),
    _line(
        _II,
        5,
        "other_services",
        "其他对外管理服务事项",
        "Other public-facing service items",
        editions=ONLY_2019,
    ),
    _line(_II, 6, "penalties", "行政处罚", "Administrative penalties"),
    _line(_II, 7, "coercion", "行政强制", "Administrative coercion"),
    _line(_II, 8, "charges", "行政事业性收费", "Administrative and institutional charges"),
    _line(_II, 9, "procurement", "政府集中采购", "Centralised government procurement", editions=ONLY_2019),
    _line(
        _III,
        1,
        "new",
        "一、本年新收政府信息公开申请数量",
        "New requests",
        aliases=("本年新收政府信息公开申请", "本年新收申请数量"),
    ),
    _line(
        _III,
        2,
        "carried_over",
        "二、上年结转政府信息公开申请数量",
        "Carried over from last year",
        aliases=("上年结转政府信息公开申请", "上年结转申请数量"),
    ),
    _line(_III, 3, "outcomes", "三、本年度办理结果", "Outcomes this year", is_head=True),
    _line(_III, 4, "disclosed", "（一）予以公开", "Disclosed in full", parent="outcomes"),
    _line(
        _III,
        5,
        "partly_disclosed",
        "（二）部分公开",
        "Disclosed in part",
        parent="outcomes",
        aliases=("（二）部分公开（区分处理的，只计这一情形，不计其他情形）",),
    ),
    _line(_III, 6, "refused", "（三）不予公开", "Not disclosed", parent="outcomes", is_head=True),
    _line(_III, 7, "state_secret", "1.属于国家秘密", "State secret", parent="refused"),
    _line(
        _III,
        8,
        "prohibited",
        "2.其他法律行政法规禁止公开",
        "Prohibited by another law or regulation",
        parent="refused",
    ),
    _line(
        _III,
        9,
        "security",
        "3.危及“三安全一稳定”",
        "Endangers national, public or economic security or social stability",
        parent="refused",
    ),
    _line(_III, 10, "third_party", "4.保护第三方合法权益", "Protects a third party", parent="refused"),
    _line(_III, 11, "internal", "5.属于三类内部事务信息", "Internal affairs", parent="refused"),
    _line(_III, 12, "deliberative", "6.属于四类过程性信息", "Deliberative process", parent="refused"),
    _line(_III, 13, "enforcement_file", "7.属于行政执法案卷", "Enforcement case file", parent="refused"),
    _line(
        _III,
        14,
        "registry",
        "8.属于行政查询事项",
        "Registry enquiry",
        parent="refused",
        aliases=("8.属于行政查询事项信息",),
    ),
    _line(_III, 15, "unable", "（四）无法提供", "Unable to provide", parent="outcomes", is_head=True),
    _line(_III, 16, "not_held", "1.本机关不掌握相关政府信息", "Not held", parent="unable"),
    _line(_III, 17, "to_be_created", "2.没有现成信息需要另行制作", "Would have to be created", parent="unable"),
    _line(_III, 18, "unclear", "3.补正后申请内容仍不明确", "Still unclear after correction", parent="unable"),
    _line(_III, 19, "not_processed", "（五）不予处理", "Not processed", parent="outcomes", is_head=True),
    _line(
        _III,
        20,
        "petition",
        "1.信访举报投诉类申请",
        "Petition, complaint or report",
        parent="not_processed",
    ),
    _line(_III, 21, "repeated", "2.重复申请", "Repeated request", parent="not_processed"),
    _line(_III, 22, "on_sale", "3.要求提供公开出版物", "Asks for a publication on sale", parent="not_processed"),
    _line(_III, 23, "mass", "4.无正当理由大量反复申请", "Unjustified mass requests", parent="not_processed"),
    _line(
        _III,
        24,
        "reissue",
        "5.要求行政机关确认或重新出具已获取信息",
        "Asks to confirm or reissue",
        parent="not_processed",
    ),
    _line(_III, 25, "other_2019", "（六）其他处理", "Otherwise handled", editions=ONLY_2019, parent="outcomes"),
    _line(
        _III,
        26,
        "correction_overdue",
        "1.申请人无正当理由逾期不补正",
        "Correction overdue",
        editions=ONLY_2021,
        parent="other",
        aliases=("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",),
    ),
    _line(
        _III,
        27,
        "fee_unpaid",
        "2.申请人逾期未按收费通知要求缴纳费用",
        "Fee unpaid",
        editions=ONLY_2021,
        parent="other",
        aliases=("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",),
    ),
    _line(_III, 28, "other_other", "3.其他", "Other", editions=ONLY_2021, parent="other"),
    _line(_III, 29, "answered", "（七）总计", "Total answered", parent="outcomes"),
    _line(
        _III,
        30,
        "carried_forward",
        "四、结转下年度继续办理",
        "Carried forward",
        aliases=("四、结转下年度继续办理的政府信息公开申请数量",),
    ),
    _line(
        _III,
        31,
        "other",
        "（六）其他处理",
        "Otherwise handled",
        editions=ONLY_2021,
        parent="outcomes",
        is_head=True,
    ),
    _line(_IV, 1, "reconsideration", "行政复议", "Administrative reconsideration"),
    _line(
        _IV,
        2,
        "suit_direct",
        "未经复议直接起诉",
        "Suit without reconsideration",
        aliases=("未经行政复议直接起诉",),
        parent="litigation",
    ),
    _line(
        _IV,
        3,
        "suit_after",
        "复议后起诉",
        "Suit after reconsideration",
        aliases=("行政复议后起诉", "经复议后起诉"),
        parent="litigation",
    ),
)

COLUMNS: tuple[Column, ...] = (
    Column(_II, 0, "made", "本年新制作数量", "Newly made this year", ONLY_2019, ("本年新制作数", "本年制作数量")),
    Column(_II, 1, "disclosed", "本年新公开数量", "Newly disclosed this year", ONLY_2019, ("本年新公开数",)),
    Column(_II, 2, "in_public", "对外公开总数量", "Public in total", ONLY_2019, ("对外公开总数",)),
    Column(_II, 3, "prior_items", "上一年项目数量", "Items in the previous year", ONLY_2019, ("上年项目数量",)),
    Column(_II, 4, "item_change", "本年增/减", "Change this year", ONLY_2019, ("本年增减",)),
    Column(_II, 5, "decisions_2019", "处理决定数量", "Decisions made", ONLY_2019),
    Column(_II, 6, "projects", "采购项目数量", "Procurement projects", ONLY_2019),
    Column(
        _II,
        7,
        "amount",
        "采购总金额",
        "Procurement amount",
        ONLY_2019,
        ("采购总金额（单位：万元）", "采购总金额（万元）"),
        None,
    ),
    Column(_II, 0, "issued", "本年制发件数", "Issued this year", ONLY_2021),
    Column(_II, 1, "repealed", "本年废止件数", "Repealed this year", ONLY_2021),
    Column(_II, 2, "in_force", "现行有效件数", "In force", ONLY_2021),
    Column(_II, 8, "decisions", "本年处理决定数量", "Decisions made this year", ONLY_2021),
    Column(
        _II,
        9,
        "charged",
        "本年收费金额",
        "Charged this year",
        ONLY_2021,
        ("本年收费金额（单位：万元）", "本年收费金额（万元）"),
        MeasuredIn.WAN_YUAN,
    ),
    Column(_III, 0, "natural", "自然人", "Natural persons"),
    Column(_III, 1, "business", "商业企业", "Businesses"),
    Column(_III, 2, "research", "科研机构", "Research bodies"),
    Column(_III, 3, "ngo", "社会公益组织", "Public-interest organisations"),
    Column(_III, 4, "legal", "法律服务机构", "Legal services"),
    Column(_III, 5, "others", "其他", "Other"),
    Column(_III, 6, "total", "总计", "Total", BOTH, ("合计",)),
    Column(_IV, 0, "upheld", "结果维持", "Upheld"),
    Column(_IV, 1, "corrected", "结果纠正", "Corrected"),
    Column(_IV, 2, "other_result", "其他结果", "Other result"),
    Column(_IV, 3, "pending", "尚未审结", "Pending"),
    Column(_IV, 4, "total", "总计", "Total", BOTH, ("合计",)),
)

ARTICLES: tuple[Article, ...] = (
    Article("一", Edition.E2019, ("rules", "normative"), ("made", "disclosed", "in_public")),
    Article("五", Edition.E2019, ("licensing", "other_services"), ("prior_items", "item_change", "decisions_2019")),
    Article("六", Edition.E2019, ("penalties", "coercion"), ("prior_items", "item_change", "decisions_2019")),
    Article("八", Edition.E2019, ("charges",), ("prior_items", "item_change")),
    Article("九", Edition.E2019, ("procurement",), ("projects", "amount")),
    Article("一", Edition.E2021, ("rules", "admin_normative"), ("issued", "repealed", "in_force")),
    Article("五", Edition.E2021, ("licensing",), ("decisions",)),
    Article("六", Edition.E2021, ("penalties", "coercion"), ("decisions",)),
    Article("八", Edition.E2021, ("charges",), ("charged",)),
)

HEADINGS: tuple[tuple[str, str], ...] = (
    ("I", "总体情况"),
    ("II", "主动公开政府信息情况"),
    ("III", "收到和处理政府信息公开申请情况"),
    ("IV", "政府信息公开行政复议、行政诉讼情况"),
    ("V", "存在的主要问题及改进情况"),
    ("VI", "其他需要报告的事项"),
)
"""The six sections of a report, by number, as the form words them."""


@cache
def cells() -> tuple[Cell, ...]:
    """Every cell of both editions, subtotals included, ordered by code."""
    return tuple(sorted(_cells(), key=lambda cell: cell.code))


def _cells() -> Iterator[Cell]:
    codes = {Table.II: 2000, Table.III: 3000, Table.IV: 4000}
    lines, columns = {}, {}
    for line in LINES:
        lines[line.table, line.key] = line
    for column in COLUMNS:
        columns[column.table, column.key] = column
    for article in ARTICLES:
        for line_key in article.lines:
            for column_key in article.columns:
                line, column = lines[_II, line_key], columns[_II, column_key]
                # The columns of paragraph (一) share numbers 0–2 over the editions: 4 is added for 2021 to part them.
                number = column.number + (4 if article.edition is Edition.E2021 and column.number < 3 else 0)
                yield Cell(codes[_II] + line.number * 10 + number, line, column, column.editions)
    for table in (_III, _IV):
        for line in (one for one in LINES if one.table is table):
            for column in (one for one in COLUMNS if one.table is table):
                yield Cell(codes[table] + line.number * 10 + column.number, line, column, line.editions)


@cache
def cells_by_code() -> dict[int, Cell]:
    """Cell by its stable code."""
    return {cell.code: cell for cell in cells()}


@cache
def _cells_by_keys() -> dict[tuple[Table, str, str], Cell]:
    return {(cell.table, cell.line.key, cell.column.key): cell for cell in cells()}


def cell(table: Table, line_key: str, column_key: str) -> Cell:
    """The cell at a line and a column, by their keys; KeyError where the form has none."""
    return _cells_by_keys()[table, line_key, column_key]


@cache
def form_cells(table: Table, edition: Edition) -> tuple[Cell, ...]:
    """The cells a full report of this edition prints in this table (22 + 161 + 15, or 10 + 175 + 15)."""
    return tuple(one for one in cells() if one.table is table and edition in one.editions and not one.is_subtotal)


@cache
def lines(table: Table) -> tuple[Line, ...]:
    """The lines of a table, both editions, in printed order."""
    return tuple(line for line in LINES if line.table is table)


@cache
def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table, both editions, in printed order."""
    return tuple(column for column in COLUMNS if column.table is table)


@cache
def line(table: Table, key: str) -> Line:
    """A line by table and key."""
    return next(one for one in lines(table) if one.key == key)


@cache
def cells_of_line(table: Table, line_key: str, column_keys: tuple[str, ...]) -> tuple[Cell, ...]:
    """The cells of a line in the given columns."""
    return tuple(cell(table, line_key, key) for key in column_keys)


@cache
def column(table: Table, key: str) -> Column:
    """A column by table and key."""
    return next(one for one in columns(table) if one.key == key)
