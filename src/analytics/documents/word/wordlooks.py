"""Runs of a word processor's text as they look: struck out and hidden ones emptied, raised ones marked as raised.

How a run looks is said by itself, by the styles of its character, paragraph and table with all that they are based on,
and by the defaults of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from analytics.documents.looks import ALTERED, HIDDEN, UNSEEN, differ
from analytics.documents.model import OBJECT, RAISED
from analytics.documents.shades import WHITE, Shade, Sight, is_dark, judge_sight
from analytics.documents.word.wordstyles import Look, Says, Styles, may_mislead, read_ground, read_looks, tag

PARAGRAPH, RUN, TEXT, CELL, TABLE = tag("p"), tag("r"), tag("t"), tag("tc"), tag("tbl")
_RUN_PROPERTIES, _VALUE = tag("rPr"), tag("val")
STYLED = {
    tag("pStyle"): (tag("pPr"), PARAGRAPH), tag("rStyle"): (_RUN_PROPERTIES, RUN),
    tag("tblStyle"): (tag("tblPr"), TABLE),
}  # fmt: skip
DIRECT = tuple(tag(name) for name in ("strike", "dstrike", "vanish", "specVanish", "vertAlign", "position"))
"""Properties of runs that are rare and always matter; the others are looked for only where the file can have them."""
FILL = "{http://schemas.microsoft.com/office/word/2010/wordml}textFill"
_DIFFERING = tuple(
    tag(name) for name in ("sz", "color", "b", "i", "u", "rStyle", "position", "vertAlign", "shd", "highlight", "w")
)
_HOLDERS = {tag("pPr"): PARAGRAPH, tag("tcPr"): CELL, tag("tblPr"): TABLE}
"""Elements whose properties shade all that they hold."""


def find_notable_runs(root: etree._Element, found: Iterable[etree._Element], known: Styles) -> set[etree._Element]:
    """The runs that something may hide, strike out, raise or change: ``found`` are properties of runs and of what holds
    them, and styles in use."""
    if may_mislead(known.defaults) or any(
        may_mislead(known.looks.get(name, {})) for name in known.default_styles.values()
    ):
        return set(root.iter(RUN))
    runs: set[etree._Element] = set()
    for element in found:
        holder = element.getparent()
        owner = holder.getparent() if holder is not None else None
        if holder is None or owner is None:
            continue
        if element.tag in STYLED:
            key = element.get(_VALUE, "")
            if (holder.tag, owner.tag) == STYLED[str(element.tag)] and (
                may_mislead(known.looks.get(key, {})) or key in known.altering
            ):
                runs.update(owner.iter(RUN))
        elif (holder.tag, owner.tag) == (_RUN_PROPERTIES, RUN):
            runs.add(owner)
        elif _HOLDERS.get(str(holder.tag)) == owner.tag:
            runs.update(owner.iter(RUN))
    return runs


def apply_looks(runs: Iterable[etree._Element], known: Styles) -> dict[etree._Element, str]:
    """Empty runs that are not seen or struck out, raise those that are raised; give the cells whose text may not be
    seen, may be changed, or is not seen at all, with the key of the doubt."""
    doubts: dict[etree._Element, str] = {}
    emptied: set[etree._Element] = set()
    for run in runs:
        if not any((text.text or "").strip() for text in run.iter(TEXT)):
            continue
        says, cell = _find_look(run, known), next(run.iterancestors(CELL), None)
        is_taken = any(says.get(look) for look in (Look.STRIKE, Look.DSTRIKE, Look.VANISH, Look.TINY))
        sight = Sight.UNSEEN if is_taken else _judge_sight(run, says, known)
        if sight is Sight.UNSEEN:
            _empty(run)
            emptied.update(() if cell is None else (cell,))
        elif sight is Sight.FAINT and cell is not None:
            doubts[cell] = UNSEEN
        elif cell is not None and (says.get(Look.ALTERED) or not known.altering.isdisjoint(_list_table_styles(run))):
            doubts.setdefault(cell, ALTERED)
        if says.get(Look.RAISED) or (says.get(Look.SHIFTED) and _is_apart(run, known)):
            for text in run.iter(TEXT):
                text.text = (text.text or "").translate(RAISED)
    return doubts | mark_emptied(emptied)


def mark_emptied(cells: Iterable[etree._Element]) -> dict[etree._Element, str]:
    """Say of cells that have lost all of their text that something is there."""
    doubts = {}
    for cell in cells:
        if not any((text.text or "").strip() for text in cell.iter(TEXT)):
            holder = next(cell.iter(PARAGRAPH), None)
            run = etree.SubElement(cell if holder is None else holder, RUN)
            etree.SubElement(run, TEXT).text = OBJECT
            doubts[cell] = HIDDEN
    return doubts


def _judge_sight(run: etree._Element, says: Says, known: Styles) -> Sight:
    """Whether the text of a run is seen on what it stands on. A text whose colour is left to the program is white on
    dark grounds; whether on dark markers too is each program's affair."""
    color, marker = says.get(Look.COLOR), says.get(Look.MARKER)
    if marker is not None:
        return judge_sight(color, marker) if color is not None else Sight.FAINT if is_dark(marker) else Sight.SEEN
    if color is None:
        return Sight.SEEN
    sights = {judge_sight(color, ground) for ground in _find_grounds(run, says, known)}
    return sights.pop() if len(sights) == 1 else Sight.FAINT


def _find_look(run: etree._Element, known: Styles) -> Says:
    properties = run.find(_RUN_PROPERTIES)
    direct = read_looks(properties) if properties is not None else {}
    paragraph = next(run.iterancestors(PARAGRAPH), None)
    style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}") if paragraph is not None else None
    character = properties.find(tag("rStyle")) if properties is not None else None
    return known.find_run_look(
        direct,
        style.get(_VALUE, "") if style is not None else "",
        character.get(_VALUE, "") if character is not None else "",
        _list_table_styles(run),
    )


def _list_table_styles(run: etree._Element) -> list[str]:
    styles = (table.find(f"{tag('tblPr')}/{tag('tblStyle')}") for table in run.iterancestors(TABLE))
    return [style.get(_VALUE, "") for style in styles if style is not None]


def _is_apart(run: etree._Element, known: Styles) -> bool:
    """Whether a run set off its line stands beside others that are not: a figure as a whole may be set lower."""
    holder = next(run.iterancestors(CELL), None)
    holder = holder if holder is not None else next(run.iterancestors(PARAGRAPH), None)
    others = holder.iter(RUN) if holder is not None else ()
    return any(
        other is not run and "".join(text.text or "" for text in other.iter(TEXT)).strip()
        and not _find_look(other, known).get(Look.SHIFTED)
        for other in others
    )  # fmt: skip


def _find_grounds(run: etree._Element, says: Says, known: Styles) -> tuple[Shade, ...]:
    """What a run may stand on: the nearest ground that is laid; white or any that the style of its table lays under
    some cells, where none is."""
    if (ground := says.get(Look.GROUND)) is not None:
        return (ground,)
    for holder, properties in ((PARAGRAPH, "pPr"), (CELL, "tcPr"), (TABLE, "tblPr")):
        owner = next(run.iterancestors(holder), None)
        shade = owner.find(f"{tag(properties)}/{tag('shd')}") if owner is not None else None
        if shade is not None and (ground := read_ground(shade)) is not None:
            return (ground,)
    styled = (shade for style in _list_table_styles(run) for shade in known.shaded.get(style, ()))
    return (WHITE, *styled)


def _empty(run: etree._Element) -> None:
    for text in run.iter(TEXT):
        text.text = ""


def has_runs_that_differ(cell: etree._Element) -> bool:
    """Whether runs of different look meet digit to digit in a cell."""
    return differ(_list_pieces(cell))


def _list_pieces(cell: etree._Element) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for element in cell.iter(PARAGRAPH, TEXT):
        if element.tag == PARAGRAPH:
            yield " ", ()
            continue
        run = element.getparent()
        properties = run.find(_RUN_PROPERTIES) if run is not None else None
        differing = properties.iterchildren(*_DIFFERING) if properties is not None else ()
        yield (
            element.text or "",
            tuple(
                sorted((str(property_element.tag), property_element.get(_VALUE, "")) for property_element in differing)
            ),
        )
