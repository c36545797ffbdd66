"""Cells that a page lays out as a table without table elements → table, tr and td.

Rows and cells are known by what is declared (``display``), by their role, or by the names of their classes. Only short
texts side by side, in two rows at least, make a table: columns of a page are laid out in the same ways.
"""

from __future__ import annotations

import re

from lxml import etree

from analytics.documents.web.styling import Styling

_LONGEST = 120
"""Characters of a cell."""
_CELL_DISPLAYS = ("table-cell", "inline-block", "inline-table")
_ROW_DISPLAYS = ("table-row", "flex", "inline-flex")
_CELL_ROLES = ("cell", "gridcell", "columnheader", "rowheader")
_CELL_NAMES = frozenset(("td", "th", "cell", "table-cell", "tablecell", "tcell", "table_cell"))
_ROW_NAMES = frozenset(("tr", "row", "table-row", "tablerow", "trow", "table_row"))
_TRIGGERS = re.compile(
    r"table-cell|table-row|display\s*:\s*(?:table|flex|grid|inline-block)|inline-block|role=[\"']?(?:row|cell|table|grid)|"
    r"class=[\"']?(?:[\w-]+\s+)*(?:td|tr|cell|row)\b"
)
_ENOUGH_CELLS = 190
"""A page with this many cells has the tables of the form."""
_COLUMNS = re.compile(r"repeat\(\s*(\d{1,2})\s*,")
_SPAN = re.compile(r"span\s+(\d{1,2})")
_HOLDERS = ("div", "ul", "ol", "li", "dl", "p", "section", "article", "span", "body", "form", "main")


def may_lay_out(content: str) -> bool:
    """Whether the markup may have tables that are none: a cheap look."""
    return content.count("<td") < _ENOUGH_CELLS and _TRIGGERS.search(content) is not None


def turn_into_tables(root: etree._Element, styling: Styling) -> None:
    """Change rows and cells into those of tables."""
    for holder in list(root.iter(*_HOLDERS)):
        if next(holder.iterancestors("td", "th"), None) is not None:
            continue
        columns = _count_grid_columns(holder, styling)
        if columns and _has_short_children(holder, 2 * columns):
            _cut_into_rows(holder, columns, styling)
            continue
        run: list[etree._Element] = []
        for child in [*holder, None]:
            if child is not None and isinstance(child.tag, str) and _is_row(child, styling):
                run.append(child)
            else:
                if len(run) > 1:
                    _make_table(run)
                run = []


def _is_row(element: etree._Element, styling: Styling) -> bool:
    """Whether the element lays its short children side by side and has nothing else."""
    if element.tag in ("tr", "table") or not _has_short_children(element, 1):
        return False
    is_named = (
        styling.of(element).get("display") in _ROW_DISPLAYS
        or element.get("role") == "row"
        or not _ROW_NAMES.isdisjoint(element.get("class", "").lower().split())
    )
    return all(_is_cell(child, styling, in_row=is_named) for child in element)


def _is_cell(element: etree._Element, styling: Styling, *, in_row: bool) -> bool:
    display = styling.of(element).get("display", "")
    if display in _CELL_DISPLAYS or element.get("role") in _CELL_ROLES:
        return True
    if not _CELL_NAMES.isdisjoint(element.get("class", "").lower().split()):
        return True
    return in_row and display != "none" and element.tag in ("div", "span", "p", "li", "dt", "dd")


def _has_short_children(element: etree._Element, fewest: int) -> bool:
    if len(element) < fewest or (element.text or "").strip():
        return False
    for child in element:
        if not isinstance(child.tag, str) or (child.tail or "").strip() or child.tag in ("table", "a", "script", "br"):
            return False
        if len("".join(str(text) for text in child.itertext())) > _LONGEST:
            return False
    return True


def _count_grid_columns(element: etree._Element, styling: Styling) -> int:
    declared = styling.of(element)
    template = declared.get("grid-template-columns", "")
    if "grid" not in declared.get("display", "") or not template:
        return 0
    found = _COLUMNS.fullmatch(template) or _COLUMNS.match(template)
    return int(found[1]) if found else len(template.split())


def _cut_into_rows(holder: etree._Element, columns: int, styling: Styling) -> None:
    cells = list(holder)
    row, taken = None, columns
    for cell in cells:
        span = _SPAN.search(styling.of(cell).get("grid-column", ""))
        width = min(int(span[1]), columns) if span else 1
        if row is None or taken + width > columns:
            row, taken = etree.SubElement(holder, "tr"), 0
        row.append(cell)
        _make_cell(cell)
        if width > 1:
            cell.set("colspan", str(width))
        taken += width
    holder.tag = "table"


def _make_table(rows: list[etree._Element]) -> None:
    table = etree.Element("table")
    parent = rows[0].getparent()
    if parent is None:
        return
    parent.insert(parent.index(rows[0]), table)
    for row in rows:
        table.append(row)
        row.tag = "tr"
        for cell in row:
            _make_cell(cell)


def _make_cell(cell: etree._Element) -> None:
    cell.tag = "td"
    for name in ("colspan", "rowspan"):
        span = cell.get(name) or cell.get(f"aria-{name}") or cell.get(f"data-{name}")
        if span:
            cell.set(name, span)
