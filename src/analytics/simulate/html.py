"""The form, filled with printed cells → web pages as government sites publish them.

What stands around a report on such a page (navigation, a table of metadata, a footer) is furniture: it says
nothing that the sheet does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from analytics.simulate.render import FormSheet, Span, TableRows, build_table_rows, render_html, write_heading

_Inline = Callable[[str], str]
_NAVIGATION = ("首页", "走进政府", "政务服务", "政民互动", "政府信息公开")
_FOOTER = ("网站地图", "联系我们", "隐私声明")


def render_unspanned_page(sheet: FormSheet) -> str:
    """A page whose tables lack the rowspan of their head cells, so that columns seem to shift."""
    return _render_page(sheet.title, _render_body(sheet, _escape_plain, _remove_head_rowspans))


def render_word_page(sheet: FormSheet) -> str:
    """A word processor's export: a span per character, paragraphs within paragraphs, markup of its own."""
    return _render_page(sheet.title, f'<div class="WordSection1">\n{_render_body(sheet, _wrap_characters)}</div>\n')


def render_cms_page(sheet: FormSheet) -> str:
    """A content management system's page: navigation, two titles, a table of metadata before the report."""
    menu = "".join(f'<li><a href="#">{item}</a></li>' for item in _NAVIGATION)
    body = (
        f'<div class="header"><ul class="nav">{menu}</ul></div>\n'
        f'<div class="position">当前位置：{" &gt; ".join(_NAVIGATION[:1] + _NAVIGATION[-1:])}</div>\n'
        f"<h1>{escape(sheet.title)}</h1>\n{_render_metadata(sheet)}"
        f'<div class="article">\n{_render_body(sheet, _escape_plain)}</div>\n'
        f'<div class="footer">{" | ".join(_FOOTER)}</div>\n'
    )
    return _render_page(f"{sheet.title}-{_NAVIGATION[-1]}", body)


def _render_page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _render_metadata(sheet: FormSheet) -> str:
    """The decoy: a table before the tables of the form."""
    rows = (("名称", sheet.title), ("索引号", ""), ("文号", ""), ("关键词", ""))
    cells = (f"<tr><td>{name}</td><td>{_escape_plain(value)}</td></tr>" for name, value in rows)
    return f'<table class="metadata">{"".join(cells)}</table>\n'


def _render_body(
    sheet: FormSheet, inline: _Inline, respan: Callable[[TableRows], TableRows] = lambda rows: rows
) -> str:
    lines = [f'<p align="center"><strong>{inline(sheet.title)}</strong></p>']
    lines += [f"<p>{inline(note)}</p>" for note in sheet.notes]
    for table in sheet.editions:
        rows = respan(build_table_rows(sheet, table))
        printed = ("<tr>" + "".join(_render_cell(span, inline) for span in row) + "</tr>" for row in rows)
        lines += [f"<p>{inline(write_heading(table))}</p>", '<table border="1">', *printed, "</table>"]
    lines.append(f"<p>{inline(write_heading('V'))}</p>")
    return "\n".join(lines) + "\n"


def _render_cell(span: Span, inline: _Inline) -> str:
    rowspan = f' rowspan="{span.rowspan}"' if span.rowspan > 1 else ""
    colspan = f' colspan="{span.colspan}"' if span.colspan > 1 else ""
    return f"<td{rowspan}{colspan}><p>{inline(span.text)}</p></td>"


def _escape_plain(text: str) -> str:
    return escape(text) if text else "&nbsp;"


def _wrap_characters(text: str) -> str:
    if not text:
        return "<span><o:p>&nbsp;</o:p></span>"
    spans = "".join(f"<span>{escape(character)}</span>" for character in text)
    return f'<p class="MsoNormal">{spans}<span><o:p></o:p></span></p>'


def _remove_head_rowspans(rows: TableRows) -> TableRows:
    return [row if any(span.is_figure for span in row) else [replace(span, rowspan=1) for span in row] for row in rows]


def render_mhtml(sheet: FormSheet) -> bytes:
    """A page of a content management system as browsers save it whole: a message with parts."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "<Saved by a browser>", sheet.title
    message.set_content(render_cms_page(sheet), subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"body {}", "text", "css", cid="style")
    return bytes(message)


PAGES: Mapping[str, Callable[[FormSheet], str]] = {
    "html": render_html,
    "unspanned": render_unspanned_page,
    "word": render_word_page,
    "cms": render_cms_page,
}
"""Every manner of page by name."""
