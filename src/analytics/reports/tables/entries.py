"""What a table reader collects: printed cells at their places on the form, and findings on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from functools import cache

from analytics.documents.model import OBJECT, Cell, Place
from analytics.reports.labels import Way
from analytics.reports.model import Fact, Finding, Unread
from analytics.reports.numbers import Printed, has_digits, has_two_figures, read, read_change, read_count
from analytics.reports.tables.events import LineRow
from analytics.reports.tables.placing import RULES, Doubt, Placed
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import HAS_VALUE, MeasuredIn, ReadFrom, Severity, Status, Table

_NOTED = {Way.MISPRINT: "label_misprinted", Way.SHORT: "label_shortened"}


@dataclass(slots=True)
class TableReading:
    """One table as read: its edition (None where it cannot be told), facts by cell code, findings."""

    table: Table
    edition: Edition | None = None
    facts: dict[int, Fact] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _: KW_ONLY
    repeated: set[str] = field(default_factory=set)
    passed: list[tuple[Place, str]] = field(default_factory=list)
    """Figures that are known and no fact: the numbers of rows, a line printed twice alike."""
    unread: list[Unread] = field(default_factory=list)
    has_unread_rows: bool = False
    """Whether figures of the table's own rows, those of this year, are among what is unread."""
    units: Mapping[str, MeasuredIn] = field(default_factory=dict)
    """Units of measure that the table's own headers print, by column key."""
    order: tuple[str, ...] = ()
    """The columns in the order in which the table prints them, where it prints all its rows alike."""
    apart: set[int] = field(default_factory=set)
    """Codes of cells that stand in lines of their own below their label."""
    told_apart: set[int] = field(default_factory=set)
    """Codes of cells of a statistics table whose printed label is that of their line alone, word for word."""
    further: list[Fact] = field(default_factory=list)
    """Figures of lines that no edition has, under their printed labels."""
    is_header_in_doubt: bool = False
    """Whether the order of the columns could not be read from the header: every figure is then uncertain."""

    def enter(self, line_key: str, columns: tuple[str, ...], row: LineRow, placed: Placed) -> None:
        """Enter one row: ``columns`` are the keys in printed order, empty for a column that the form does not have."""
        self.passed.extend((cell.place, cell.text) for cell in row.before)
        if "" in columns:
            kept = [at for at, key in enumerate(columns) if key]
            columns = tuple(columns[at] for at in kept)
            placed = replace(placed, cells=tuple(placed.cells[at] for at in kept))
        line = form.find_line(self.table, line_key)
        cells = form.list_cells_of_line(self.table, line_key, columns)
        is_certain = placed.doubt in (Doubt.NONE, Doubt.CUT) and not self.is_header_in_doubt
        # One of two figures in a cell is its neighbour's.
        is_certain &= not any(isinstance(entry, Cell) and has_two_figures(entry.text) for entry in placed.cells)
        is_certain &= not row.is_of_two
        facts = [
            make_fact(cell, entry, row.printed_label, self.units.get(cell.column.key), is_certain=is_certain)
            for cell, entry in zip(cells, placed.cells, strict=True)
            if entry is not Status.NOT_REACHED
        ]
        # An amount whose unit is the form's alone is in doubt: publishers print yuan there as well.
        facts = [
            entered._replace(is_certain=False) if self._is_bare(entered, cell) else entered
            for entered, cell in zip(facts, cells, strict=False)
        ]
        if placed.doubt is Doubt.NONE and _has_moved(columns, facts):
            placed = Placed(placed.cells, Doubt.MOVED)
            facts = [entered._replace(is_certain=False) for entered in facts]
        if self._is_repeated(line.label, facts):
            return
        if line.is_head and not any(fact.status in HAS_VALUE for fact in facts):
            return  # group heads have no figures of their own
        for fact, cell in zip(facts, cells, strict=False):
            self.facts[cell.code] = fact
        if row.shape is None and _stand_apart(placed):
            self.apart.update(cell.code for cell in cells)
        doubted = self._note_doubts(facts, cells, placed)
        for fact, cell in zip(facts, cells, strict=False):
            if fact.is_certain and fact.measured_in is not None:
                continue  # nothing was found to doubt
            is_bare = fact.status is Status.NUMBER and (fact.measured_in is None or self._is_bare(fact, cell))
            is_bare &= placed.doubt is not Doubt.UNIT_CONTRARY  # it has a unit, if a strange one
            is_unread = fact.status is Status.UNREADABLE and not (cell.code in doubted and fact.printed == OBJECT)
            has_figures = fact.status is Status.TEXT and has_digits(fact.printed)
            if is_unread or is_bare or has_figures or read(fact.printed).is_marked:
                self._note_cell(fact, cell.code)
            elif fact.read_from is ReadFrom.OCR and not fact.is_certain and fact.printed:
                operands = {"line": fact.line, "column": fact.column, "printed": fact.printed}
                self.findings.append(Finding("recognised_in_doubt", Severity.WARNING, operands, (cell.code,)))
        if placed.doubt is not Doubt.NONE or row.match.way in _NOTED or row.is_of_two:
            self._note_placing(line.label, row, placed, tuple(cell.code for cell in cells))

    def _is_bare(self, entered: Fact, cell: form.Cell) -> bool:
        """Whether neither the cell nor the header of its column prints the unit of an amount. Nothing is nothing in
        every unit."""
        is_amount = entered.status is Status.NUMBER and cell.measured_in not in (None, MeasuredIn.COUNT)
        return is_amount and cell.column.key not in self.units and read(entered.printed).measured_in is None

    def doubt_header(self, header: str) -> None:
        """Say once that the header does not tell the order of the columns."""
        if not self.is_header_in_doubt:
            operands = {"table": str(self.table), "printed": header}
            self.findings.append(Finding("header_in_doubt", Severity.WARNING, operands))
        self.is_header_in_doubt = True

    def note_extra(self, head: str) -> None:
        """Say once that a column is not on the form."""
        finding = Finding("column_not_on_form", Severity.NOTE, {"table": str(self.table), "printed": head})
        if finding not in self.findings:
            self.findings.append(finding)

    def doubt_throughout(self, header: str) -> None:
        """As :meth:`doubt_header`, for figures that are entered already."""
        self.doubt_header(header)
        self.facts = {code: fact._replace(is_certain=False) for code, fact in self.facts.items()}

    def doubt_all(self, rule: str, operands: Mapping[str, object]) -> None:
        """No figure of the table is certain any more, for what the rule says."""
        self.findings.append(Finding(rule, Severity.WARNING, {"table": str(self.table), **operands}, (*self.facts,)))
        self.facts = {code: fact._replace(is_certain=False) for code, fact in self.facts.items()}
        self.further = [fact._replace(is_certain=False) for fact in self.further]

    def doubt_blanks(self) -> None:
        """Figures of the table are unread: where nothing says where cells end, an empty one may have lost its own, and
        so may a cell beside one that is unread, and a row that is blank throughout."""
        filled = {fact.line for fact in self.facts.values() if fact.status is not Status.BLANK}
        rows = {_locate_row(figure.place) for figure in self.unread if figure.place.row is not None}
        self.facts |= {
            code: fact._replace(is_certain=False)
            for code, fact in self.facts.items()
            if fact.status is Status.BLANK
            and (
                fact.place is None
                or fact.place.grid is None
                or fact.line not in filled
                or _locate_row(fact.place) in rows
            )
        }

    def doubt_apart(self) -> None:
        """The lines of the document are not in the order of its tables: figures below a label may be another row's."""
        codes = tuple(code for code in self.apart & self.facts.keys() if self.facts[code].is_certain)
        self.facts |= {code: self.facts[code]._replace(is_certain=False) for code in codes}
        if codes:
            self.findings.append(Finding("lines_out_of_order", Severity.WARNING, {"table": str(self.table)}, codes))

    def doubt_end(self) -> None:
        """The document ends in this table: its last cell may be cut off in the middle."""
        code, last = next(reversed(self.facts.items()))
        self.facts[code] = last._replace(is_certain=False)
        operands = {"table": str(self.table), "line": last.line, "column": last.column, "printed": last.printed}
        self.findings.append(Finding("table_torn", Severity.WARNING, operands, (code,)))

    def _is_repeated(self, label: str, facts: list[Fact]) -> bool:
        """A line met again (a second table, an attachment): the first stands, a difference is a finding.

        A first meeting without any text gives way: a label may be printed once beside its group and again
        beside its figures.
        """
        known = [self.facts[fact.cell] for fact in facts if fact.cell in self.facts]
        if not any(earlier.printed for earlier in known):
            return False
        differing = [
            fact.cell for fact in facts if fact.cell in self.facts and self.facts[fact.cell].printed != fact.printed
        ]
        if not differing:
            self.passed.extend((fact.place, fact.printed) for fact in facts if fact.place is not None)
        if differing and any(fact.printed for fact in facts):
            # Nothing says which of the two is the report's.
            self.facts |= {code: self.facts[code]._replace(is_certain=False) for code in differing if code}
        if differing and any(fact.printed for fact in facts) and label not in self.repeated:
            self.repeated.add(label)
            self.findings.append(Finding("line_repeated", Severity.WARNING, {"table": str(self.table), "line": label}))
        return True

    def _note_placing(self, label: str, row: LineRow, placed: Placed, cells: tuple[int, ...]) -> None:
        operands = {"table": str(self.table), "line": label, "printed": row.printed_label}
        if placed.doubt in RULES:
            declared = form.map_cells_by_code()[cells[0]].line.counted_in if cells else ""
            of_unit = {"unit": placed.unit, "declared": declared} if placed.unit else {}
            self.findings.append(Finding(RULES[placed.doubt], Severity.WARNING, {**operands, **of_unit}, cells))
        if row.is_of_two:
            self.findings.append(Finding("label_of_two_lines", Severity.WARNING, operands, cells))
        if row.match.way in _NOTED:
            self.findings.append(Finding(_NOTED[row.match.way], Severity.NOTE, operands, cells))

    def _note_doubts(self, facts: Sequence[Fact], cells: Sequence[form.Cell], placed: Placed) -> set[int]:
        """What the document's reader was not sure of: one finding a cell, by the key that the reader gave. Gives the
        cells."""
        doubted: set[int] = set()
        entered = (entry for entry in placed.cells if entry is not Status.NOT_REACHED)
        for fact, cell, entry in zip(facts, cells, entered, strict=False):
            if isinstance(entry, Cell) and entry.doubt:
                operands = {"line": fact.line, "column": fact.column, "printed": fact.printed}
                self.findings.append(Finding(entry.doubt, Severity.WARNING, operands, (cell.code,)))
                doubted.add(cell.code)
        return doubted

    def _note_cell(self, fact: Fact, code: int) -> None:
        """An amount without its unit, or a text that is no number."""
        bare = "amount_without_unit" if fact.measured_in is None else "amount_unit_assumed"
        if fact.measured_in is not None and self.table is Table.STATISTICS:
            bare = "amount_unit_of_table"
        rule = "cell_unreadable" if fact.status is Status.UNREADABLE else bare
        if OBJECT in fact.printed:
            rule = "cell_holds_object"
        if fact.status is Status.TEXT:
            rule = "text_holds_digits"
        if read(fact.printed).is_marked:
            rule = "mark_beside_figure"
        if fact.printed:
            operands = {"line": fact.line, "column": fact.column, "printed": fact.printed}
            if rule == "amount_unit_of_table":
                operands["declared"] = form.map_cells_by_code()[code].line.counted_in
            self.findings.append(Finding(rule, Severity.WARNING, operands, (code,)))


def _has_moved(columns: Sequence[str], facts: Sequence[Fact]) -> bool:
    """Whether the last figure of a row is no less than the sum of the others and the total behind it is blank: a cell
    before it is gone, and the row has moved into its place."""
    if not facts or len(facts) < len(columns) or columns[-1] != _TOTAL or facts[-1].status is not Status.BLANK:
        return False
    filled = [entered.value for entered in facts[:-1] if entered.value is not None]
    return len(filled) > 1 and filled[-1] > 0 and filled[-1] >= sum(filled[:-1])


_TOTAL = "total"
"""The column of tables III and IV that adds up the others of its row."""


def _locate_row(place: Place) -> tuple[int | None, int | None]:
    return place.grid, place.row


def _stand_apart(placed: Placed) -> bool:
    """Whether every cell is a line of its own."""
    places = [entry.place for entry in placed.cells if isinstance(entry, Cell)]
    return all(place.grid is None for place in places) and len(set(places)) == len(places)


def make_fact(
    cell: form.Cell,
    entry: Cell | Status,
    printed_label: str,
    header_unit: MeasuredIn | None = None,
    *,
    is_certain: bool = True,
) -> Fact:
    """The fact at a place of the form. The unit printed in the cell wins over the one in its header, and that
    over the form's own."""
    table, line, column, code, unit, reader = _describe_cell(cell.code)
    if header_unit is not None:
        unit = header_unit
    if isinstance(entry, Status):
        return Fact(table, line, column, code, None, entry, "", unit, None, printed_label, _DOCUMENT, False)
    status, value, printed_unit, is_marked = reader(entry.text)
    is_poor = entry.score is not None and is_poorly_recognised(entry.score, status)
    is_unread = status is _UNREADABLE or (status is Status.TEXT and has_digits(entry.text))
    if is_unread or entry.doubt or is_poor or is_marked:
        is_certain = False
    return Fact(
        table, line, column, code, value, status, entry.text, printed_unit or unit, entry.place, printed_label,
        _DOCUMENT if entry.score is None else _OCR, is_certain,
    )  # fmt: skip


_DOCUMENT, _OCR, _UNREADABLE = ReadFrom.DOCUMENT, ReadFrom.OCR, Status.UNREADABLE
_SURE = 0.9
"""Scores of figures that are read right are nearly all above, those of misread ones nearly all below."""


def is_poorly_recognised(score: float, status: Status) -> bool:
    """Whether a figure recognised in a picture is in doubt: by its score, or because it is no figure at all."""
    return score < _SURE or status is Status.TEXT


_CHANGE = "item_change"

_Named = tuple[Table, str, str, int, MeasuredIn | None, Callable[[str], Printed]]


def choose_reader(cell: form.Cell) -> Callable[[str], Printed]:
    """How the text of a cell is read: as an amount, a count, or a change in a count."""
    return _describe_cell(cell.code)[5]


@cache
def _describe_cell(code: int) -> _Named:
    """What every fact of a cell repeats, and how its text is read: looked up once, as a report has two hundred."""
    cell = form.map_cells_by_code()[code]
    unit = cell.measured_in
    reader = read if unit is not MeasuredIn.COUNT else read_change if cell.column.key == _CHANGE else read_count
    return cell.table, cell.line.label, cell.column.label, code, unit, reader
