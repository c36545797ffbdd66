"""Write ``data/raw`` from a CSV of published figures.

    python tools/transcribe.py FIGURES_CSV RAW_FOLDER

Complete forms copied from an original become form-only documents (alternately text and page), origin *transcribed*.
Figures read by OCR or taken from a secondary source stay in a figures sheet, whose rows keep that label; so do
incomplete forms and prose figures, origin *collected*. Only figures, labels of the form and source addresses carry
over, no sentence of a report.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from html import escape
from itertools import groupby
from pathlib import Path

from analytics.collection.sources import COLUMNS
from analytics.reports.identity.organs import find_organ
from analytics.reports.labels import match_column, match_line
from analytics.simulate.render import FormSheet, render_html, render_tabbed_text
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.naming import SCOPES, STATED_SCOPES
from analytics.vocabulary.terms import Table

Row = dict[str, str]
_NO_ADDRESS = ("the report itself", "no public address")
_TRANSCRIBED = ("original",)


def main() -> None:
    """Read the figures, write documents, sheet and source list."""
    figures, raw = map(Path, sys.argv[1:3])
    with figures.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sources: list[Row] = []
    left: list[Row] = []
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["organ"], row["year"]), []).append(row)
    for number, ((organ, year), own) in enumerate(groups.items()):
        form_rows = [row for row in own if row["evidence_kind"] == "table" and row["read_from"] in _TRANSCRIBED]
        is_page = bool(number % 2)
        content = _content(organ, year, form_rows, is_page=is_page)
        if content is None:
            left.extend(own)
            continue
        left.extend(row for row in own if row not in form_rows)
        path = raw / "transcribed" / f"{organ}_{year}{'.html' if is_page else '.txt'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        sources.append(_source(path, raw, organ, year, form_rows[0]["source"], "transcribed"))
    sources.append(_write_sheet(left, raw))
    with (raw / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sources)


def _content(organ: str, year: str, rows: list[Row], *, is_page: bool) -> str | None:
    """The document of a complete form or of a statistics table before 2019; None where the form is not complete."""
    if rows and all(row["table"] == Table.STATISTICS for row in rows):
        return _statistics(organ, year, rows, is_page=is_page)
    sheet = _sheet(organ, year, rows)
    return None if sheet is None else (render_html if is_page else render_tabbed_text)(sheet)


def _statistics(organ: str, year: str, rows: list[Row], *, is_page: bool) -> str:
    """A statistics table with the labels that the report prints: they drift from year to year."""
    columns = list(dict.fromkeys(row["column"] for row in rows))
    table = [["指标", "单位", *columns]]
    for line, cells in groupby(rows, key=lambda row: row["line"]):
        printed = {row["column"]: row for row in cells}
        unit = next(iter(printed.values()))["measured_in"]
        table.append([line, unit, *(printed[column]["printed"] if column in printed else "" for column in columns)])
    lines = [f"{organ}{year}年政府信息公开工作年度报告", *_notes(rows)]
    heading = "政府信息公开情况统计表"
    if not is_page:
        return "\n".join([*lines, heading, *("\t".join(row) for row in table)]) + "\n"
    cells_of = ("".join(f"<td>{escape(text) or '&nbsp;'}</td>" for text in row) for row in table)
    head = f'<head><meta charset="utf-8"><title>{escape(lines[0])}</title></head>'
    notes = "\n".join(f"<p>{escape(note)}</p>" for note in lines[1:])
    grid = "\n".join(f"<tr>{row}</tr>" for row in cells_of)
    return (
        f'<!DOCTYPE html>\n<html lang="zh">\n{head}\n<body>\n<h1>{escape(lines[0])}</h1>\n{notes}\n'
        f"<h2>{heading}</h2>\n<table>\n{grid}\n</table>\n</body>\n</html>\n"
    )


def _sheet(organ: str, year: str, rows: list[Row]) -> FormSheet | None:
    """The filled form, or None where it is not complete."""
    editions = {
        Table.II: Edition("2021") if any(row["column"] == "本年制发件数" for row in rows) else Edition("2019"),
        Table.III: Edition("2021") if any(row["line"] == "3.其他" for row in rows) else Edition("2019"),
    }
    editions[Table.IV] = editions[Table.III]
    printed = {_code(row, editions): row["printed"] for row in rows}
    expected = {cell.code for table, edition in editions.items() for cell in form.list_form_cells(table, edition)}
    if set(printed) != expected:
        return None
    return FormSheet(f"{organ}{year}年政府信息公开工作年度报告", editions, printed, tuple(_notes(rows)))


def _notes(rows: list[Row]) -> list[str]:
    notes = ["本页为表格数字转录，仅录表格栏目与数字，不含报告正文。"]
    if rows[0]["source"] not in _NO_ADDRESS:
        notes.append(f"来源：{rows[0]['source']}")
    scope = next(
        (word for word, key in STATED_SCOPES.items() if SCOPES.get(rows[0]["scope"].split(",")[0]) == key), None
    )
    if scope:
        notes.append(f"统计口径：{scope}")
    return notes


def _code(row: Row, editions: dict[Table, Edition]) -> int:
    table = Table(row["table"])
    lines, columns = match_line(table, row["line"]), match_column(table, row["column"])
    assert lines and columns, row
    for line in (form.find_line(table, key) for key in lines.keys):
        if editions[table] in line.editions and not line.is_head:
            return form.find_cell(table, line.key, columns.keys[0]).code
    raise ValueError(row)


def _write_sheet(rows: list[Row], raw: Path) -> Row:
    path = raw / "collected" / "figures.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return _source(path, raw, "", "", "", "collected")


def _source(path: Path, raw: Path, organ: str, year: str, url: str, origin: str) -> Row:
    code = find_organ(organ, year=int(year)).place_code if organ else ""
    return {
        "file": path.relative_to(raw).as_posix(),
        "organ": organ,
        "place_code": code or "",
        "year": year,
        "origin": origin,
        "url": "" if url in _NO_ADDRESS else url,
        "published": "",
        "fetched": "",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }


if __name__ == "__main__":
    main()
