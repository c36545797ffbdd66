"""Prose stretches → the narrative of a report, section by section."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.reports.model import Section
from analytics.reports.rows.layout import Stretch, is_sentence


def read_narrative(found: Sequence[Stretch]) -> tuple[Section, ...]:
    """One Section a heading, in order; prose before the first heading has an empty number."""
    sections: list[Section] = []
    for stretch in found:
        table = stretch.table
        prose = stretch.rows if table is None else [row for row in stretch.rows if is_sentence(row, table)]
        text = "\n".join(
            " ".join(cell.text for cell in row.cells if cell.text)
            for row in prose
            if any(cell.text for cell in row.cells)
        )
        if table is not None and not text:
            continue
        last = sections[-1] if sections else None
        if last is not None and (last.number, last.heading) == (stretch.section, stretch.heading):
            joined = "\n".join(filter(None, (last.text, text)))
            sections[-1] = Section(last.number, last.heading, joined)
        else:
            sections.append(Section(stretch.section, stretch.heading, text))
    return tuple(section for section in sections if section.text or section.heading)
