"""Texts in the markup of wikis and typesetters → Markdown, whose tables are markup of pages.

MediaWiki, AsciiDoc, LaTeX and the tables of troff (man, ms), as converters write them: a table becomes ``<table>`` in
the line in which it begins, with its spans, and every other line keeps its number. Sources: the manuals of each on
tables (mediawiki.org Help:Tables; docs.asciidoctor.org; the LaTeX companion; tbl(1)).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from analytics.documents.model import LOST


class MarkedCell(NamedTuple):
    """A cell with its text and spans."""

    text: str
    colspan: int = 1
    rowspan: int = 1


Rows = Sequence[Sequence[MarkedCell]]


class _Table(NamedTuple):
    """Where a table stands in a text, what opens it, and what stands between that and what closes it."""

    start: int
    behind: int
    opening: re.Match[str]
    body: str


class _Markup(NamedTuple):
    """``opens`` and ``closes`` are about a table, which ``rows`` reads; ``prose`` makes Markdown of what is none.
    ``mark`` is in every opening: a text without it needs no pattern."""

    mark: str
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    rows: Callable[[_Table], Rows]
    prose: Callable[[str], str]


def is_marked_up(content: str) -> bool:
    """Whether a text holds a table in one of these markups."""
    return _find_markup(content) is not None


def convert_to_markdown(content: str) -> str | None:
    """The text as Markdown; None where it is in none of these markups."""
    markup = _find_markup(content)
    if markup is None:
        return None
    parts: list[str] = []
    at = 0
    for table in _find_tables(content, markup):
        parts.append(markup.prose(content[at : table.start]))
        parts.append(_write_table(markup.rows(table)) + "\n" * content.count("\n", table.start, table.behind))
        at = table.behind
    return "".join([*parts, markup.prose(content[at:])])


def _find_markup(content: str) -> _Markup | None:
    return next((markup for markup in _MARKUPS if any(_find_tables(content, markup))), None)


def _find_tables(content: str, markup: _Markup) -> Iterator[_Table]:
    if markup.mark not in content:
        return
    at = 0
    while (opening := markup.opens.search(content, at)) is not None:
        closing = markup.closes.search(content, opening.end())
        if closing is None:
            return
        yield _Table(opening.start(), closing.end(), opening, content[opening.end() : closing.start()])
        at = closing.end()


def _write_table(rows: Rows) -> str:
    return "<table>" + "".join(f"<tr>{''.join(map(_write_cell, row))}</tr>" for row in rows if row) + "</table>"


def _write_cell(cell: MarkedCell) -> str:
    return f'<td colspan="{cell.colspan}" rowspan="{cell.rowspan}">{escape(" ".join(cell.text.split()))}</td>'


# MediaWiki ------------------------------------------------------------------------------------------------

_SPANS = {name: re.compile(rf'{name}\s*=\s*["\']?(\d{{1,3}})') for name in ("colspan", "rowspan")}


def _read_wiki_rows(table: _Table) -> Rows:
    rows: list[list[list[str]]] = [[]]
    for line in table.body.splitlines()[1:]:
        if line.startswith("|-"):
            rows.append([])
        elif line.startswith(("|", "!")) and not line.startswith("|+"):
            rows[-1].extend([text] for text in re.split(r"\|\||!!", line[1:]))
        elif rows[-1] and not line.startswith("|+"):
            rows[-1][-1].append(line)
    return [[_read_wiki_cell(" ".join(lines)) for lines in row] for row in rows]


def _read_wiki_cell(text: str) -> MarkedCell:
    attributes, bar, rest = text.partition("|")
    if not bar or "=" not in attributes:
        return MarkedCell(text)
    spans = {name: int(found[1]) for name, pattern in _SPANS.items() if (found := pattern.search(attributes))}
    return MarkedCell(rest, **spans)


# AsciiDoc -------------------------------------------------------------------------------------------------

_ASCIIDOC_CELL = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<across>\d+)?(?:\.(?P<down>\d+))?\+)?[<^>.]*[adehlms]?\|", re.MULTILINE
)


def _read_asciidoc_rows(table: _Table) -> Rows:
    """Rows of as many columns as the attributes or the first line have; cells that hang over a row take part of it."""
    body = table.body
    cells: list[MarkedCell] = []
    marks = list(_ASCIIDOC_CELL.finditer(body))
    ends = [*(mark.start() for mark in marks[1:]), len(body)]
    for mark, end in zip(marks, ends, strict=False):
        cells.append(MarkedCell(body[mark.end() : end], int(mark["across"] or 1), int(mark["down"] or 1)))
    stated = re.search(r'cols="([^"]*)"', table.opening["attributes"] or "")
    first = _ASCIIDOC_CELL.finditer(body.lstrip("\n").split("\n", 1)[0])
    width = _count_stated_columns(stated[1]) if stated else sum(int(mark["across"] or 1) for mark in first)
    return _fill_rows(cells, min(width, _MOST_COLUMNS))


_MOST_COLUMNS = 200
"""Table IV has fifteen; a number beyond reason would only keep a reader busy."""


def _count_stated_columns(text: str) -> int:
    repeated = [re.match(r"\s*(\d+)\*", part) for part in text.split(",")]
    return sum(int(found[1]) if found else 1 for found in repeated)


def _fill_rows(cells: Iterable[MarkedCell], width: int) -> Rows:
    rows: list[list[MarkedCell]] = [[]]
    hanging = [0] * width
    room = width
    for cell in cells:
        while room <= 0 and width:
            rows.append([])
            room = width - sum(left > 0 for left in hanging)
            hanging = [max(0, left - 1) for left in hanging]
        rows[-1].append(cell)
        room -= cell.colspan
        if cell.rowspan > 1:
            free = [at for at, left in enumerate(hanging) if not left][: cell.colspan]
            for at in free:
                hanging[at] = cell.rowspan - 1
    return rows


# LaTeX ----------------------------------------------------------------------------------------------------

_LATEX_RULES = re.compile(
    r"\\(?:toprule|midrule|bottomrule|hline|endhead|endfoot|endlastfoot|endfirsthead|noalign\{\}|raggedright|centering"
    r"|(?:cline|cmidrule)(?:\(\w*\))?\{[^}]*\}|(?:begin|end)\{minipage\}(?:\[\w\])?(?:\{(?:[^{}]|\{[^{}]*\})*\})?)(?:\[[^\]]*\])?"
)
_LATEX_SPAN = re.compile(r"\s*\\multicolumn\{(\d{1,3})\}\{(?:[^{}]|\{[^{}]*\})*\}\{(.*)\}\s*", re.DOTALL)
_LATEX_MULTIROW = re.compile(r"\\multirow\{[^}]*\}\{[^}]*\}\{([^{}]*)\}")
_LATEX_COMMAND = re.compile(r"\\(?:textbf|textit|emph|text|strong|hypertarget\{[^}]*\}|label)\{([^{}]*)\}")
_LATEX_HEADING = re.compile(r"\\(?:title|(?:sub)*section\*?)\{([^{}]+)\}(?:\\label\{[^}]*\})?\}?")


def _read_latex_rows(table: _Table) -> Rows:
    body = table.body
    if r"\endfirsthead" in body:
        first, _, rest = body.partition(r"\endfirsthead")
        body = first + rest.partition(r"\endhead")[2]
    lines = re.split(r"\\\\(?:\[[^\]]*\])?|\\tabularnewline", _LATEX_RULES.sub("", body))
    return [[_read_latex_cell(text) for text in re.split(r"(?<!\\)&", line)] for line in lines if line.strip()]


def _read_latex_cell(text: str) -> MarkedCell:
    span = _LATEX_SPAN.fullmatch(text)
    plain = _read_latex_text(span[2] if span else text)
    return MarkedCell(plain, int(span[1]) if span else 1)


def _read_latex_text(text: str) -> str:
    text = _LATEX_COMMAND.sub(r"\1", _LATEX_MULTIROW.sub(r"\1", text))
    return re.sub(r"\\([%&#_$])", r"\1", text).replace("``", "“").replace("''", "”")


def _convert_latex_prose(text: str) -> str:
    preamble, begin, body = text.partition(r"\begin{document}")
    if not begin:
        preamble, body = "", text
    head = _LATEX_HEADING.search(preamble)
    lines = preamble.count("\n") - (1 if head else 0)
    body = re.sub(r"^\\hypertarget\{[^}]*\}\{%$|^\\(?:maketitle|end\{document\})$", "", body, flags=re.MULTILINE)
    return (
        (f"# {head[1]}\n" if head else "") + "\n" * max(0, lines) + _read_latex_text(_LATEX_HEADING.sub(r"# \1", body))
    )


# troff ----------------------------------------------------------------------------------------------------

_CHARACTER = re.compile(r"\\\[u([0-9A-F]{4,6})\]")
_REQUEST = re.compile(r"^[.'](?!S[HS] |TH ).*$", re.MULTILINE)
_HEADING_BELOW = re.compile(r"^\.(?:SH \d+|TL)\n", re.MULTILINE)
_TROFF_HEADING = re.compile(r"^\.(?:SH|SS|TH) *\"?([^\"\n]*)\"?.*$", re.MULTILINE)


def _read_troff_text(text: str) -> str:
    plain = _CHARACTER.sub(_decode_character, text)
    return re.sub(r"\\f(?:\[\w*\]|\w)|\\&", "", plain).replace(r"\-", "-").replace(r"\[lq]", "“").replace(r"\[rq]", "”")


def _decode_character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return LOST if 0xD800 <= code < 0xE000 or code > sys.maxunicode else chr(code)


def _read_troff_rows(table: _Table) -> Rows:
    """Cells parted by the tab character that the options name; a cell of several lines stands between T{ and T}."""
    options, _, body = table.body.partition(".\n")
    named = re.search(r"tab\((.)\)", options)
    tab = named[1] if named else "\t"
    body = re.sub(r"^[.'].*\n", "", body, flags=re.MULTILINE)
    whole = re.sub(r"T\{\n?((?:(?!T\{).)*?)\n?T\}", lambda cell: cell[1].replace("\n", " "), body, flags=re.DOTALL)
    lines = [line for line in whole.split("\n") if line.strip() not in ("", "_", "=", ".TH")]
    return [[MarkedCell(_read_troff_text(text)) for text in line.split(tab)] for line in lines]


def _convert_troff_prose(text: str) -> str:
    headed = _TROFF_HEADING.sub(r"# \1", _HEADING_BELOW.sub("\n# ", text))
    return _read_troff_text(_REQUEST.sub("", headed))


_MARKUPS = (
    _Markup("{|", re.compile(r"^\{\|", re.MULTILINE), re.compile(r"^\|\}", re.MULTILINE), _read_wiki_rows, str),
    _Markup(
        "|===",
        re.compile(r"^(?:\[(?P<attributes>[^\n]*)\]\n)?\|===\n", re.MULTILINE),
        re.compile(r"^\|===$", re.MULTILINE),
        _read_asciidoc_rows,
        str,
    ),
    _Markup(
        r"\begin",
        re.compile(
            r"^\\begin\{(?:longtable|tabular)\}(?:\[[^\]\n]*\])?\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", re.MULTILINE
        ),
        re.compile(r"^\\end\{(?:longtable|tabular)\}", re.MULTILINE),
        _read_latex_rows,
        _convert_latex_prose,
    ),
    _Markup(
        ".TS",
        re.compile(r"^\.TS\b.*\n", re.MULTILINE),
        re.compile(r"^\.TE$", re.MULTILINE),
        _read_troff_rows,
        _convert_troff_prose,
    ),
)
