"""What stands beside an exported table: what was chosen, definitions, editions, flags, sources, build.

The same notes go into a text, a workbook and the metadata of a Parquet file; a CSV stays clean.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, field
from datetime import date

import pandas as pd

from analytics.exports.corrections import list_corrections
from analytics.transforms.rows import each_row
from analytics.transforms.series.editions import join_editions
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.places.fictional import STAMP
from analytics.vocabulary.terms import Origin
from analytics.words import Language, has, say
from analytics.words.numbers import day, number
from analytics.words.plain import escape_markdown
from analytics.words.render import mark_finding, name_edition
from analytics.words.render import write_finding as sentence

FLAGS = (
    "is_coverage_suspected", "is_small_base", "not_certain", "is_computed", "blanks_as_zero", "stated_by_year",
    "disagrees", "is_corrected",
)  # fmt: skip
_LINKED = ("link", "citation")
"""Facts that hold the address of the page."""
_ADDRESS, _SPACES = re.compile(r"https?://[^\s<>|`。]+"), re.compile(r"(\s+|。)")
_NAMED = 40
"""Up to as many organs are listed by name; more are counted."""


def make_dictionary(keys: Sequence[str], language: Language) -> pd.DataFrame:
    """One row a measure: name, unit, formula, notes."""
    rows = []
    for key in keys:
        measure = find_measure(key)
        formula = measure.formula if language is Language.ZH else measure.formula_english
        notes = " ".join(say(f"note.{note}", language) for note in measure.notes)
        rows.append((key, measure.named(language), say(f"unit.{measure.unit}", language), formula, notes))
    names = [say(f"column.{name}", language) for name in ("key", "measure", "unit", "formula", "notes")]
    return pd.DataFrame(rows, columns=names)


def list_sources(reports: pd.DataFrame, organs: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One row a document behind the exported rows."""
    joined = reports.merge(organs[["organ_id", "organ"]], on="organ_id", how="left")
    out = joined[["organ", "year", "file", "origin", "read_from", "url", "published", "editions", "sha256"]].copy()
    out["editions"] = join_editions(joined).map(lambda editions: name_edition(editions, language), na_action="ignore")
    out["published"] = out["published"].map(lambda published: str(published)[:10], na_action="ignore").astype("str")
    for column in ("origin", "read_from"):
        out[column] = out[column].map(lambda key, prefix=column: say(f"{prefix}.{key}", language))
    return out.rename(columns={name: say(f"column.{name}", language) for name in out.columns})


def list_findings(found: pd.DataFrame, organs: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One row a finding of the documents behind the exported rows, as a sentence."""
    names = dict(zip(organs["organ_id"], organs["organ"], strict=True))
    rows = [
        (names.get(row.organ_id), row.year, mark_finding(row.severity, row.verdict, language),
         sentence(row.rule, row.operands, language), row.file)
        for row in each_row(found)
    ]  # fmt: skip
    columns = [say(f"column.{name}", language) for name in ("organ", "year", "severity", "finding", "file")]
    return pd.DataFrame(rows, columns=columns)


@dataclass(slots=True)
class Tally:
    """What the rows of a file are made of, counted while they pass. Each table is a long one with keys."""

    figures: int = 0
    organs: set[tuple[str, str]] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    documents: set[tuple[str, str, int]] = field(default_factory=set)
    _: KW_ONLY
    statuses: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    editions: Counter[str] = field(default_factory=Counter)
    is_simulated: bool = False

    def add(self, table: pd.DataFrame) -> None:
        """Count a table."""
        self.figures += len(table)
        self.organs.update(table[["organ", "place_code"]].drop_duplicates().itertuples(index=False, name=None))
        self.years.update(int(year) for year in table["year"].dropna().unique())
        self.documents.update(_list_documents(table))
        self.statuses.update(table["status"].astype("str"))
        self.editions.update(table["edition"].astype("str").fillna(""))
        for name in FLAGS:
            self.flags[name] += int(_find_flagged(table, name).sum())
        self.is_simulated |= bool((table["origin"] == Origin.SIMULATED).any())


def _list_documents(table: pd.DataFrame) -> Iterator[tuple[str, str, int]]:
    """File, organ and year of the reports behind rows: a file may hold many. A value that another year's report states
    comes from that report."""
    filed_rows = table[table["file"].notna()]
    years = filed_rows["stated_by_year"].where(filed_rows["stated_by_year"].notna(), filed_rows["year"]).astype(int)
    return zip(filed_rows["file"], filed_rows["organ"], years, strict=True)


def _find_flagged(table: pd.DataFrame, name: str) -> pd.Series:
    if name == "not_certain":
        return ~table["is_certain"].astype(bool)
    return table[name].notna() if name == "stated_by_year" else table[name].astype(bool)


@dataclass(frozen=True, slots=True)
class FileRequest:
    """How the rows of a file were chosen. ``empty_years`` is left_out, kept or as_shown."""

    measures: tuple[str, ...]
    are_all_organs: bool
    shape: str
    empty_years: str
    _: KW_ONLY
    build_id: str
    built_on: date
    link: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands beside a file, in one language: ``facts`` are (key, name, text), ``tables`` (key, name, table)."""

    title: str
    stamp: str
    facts: tuple[tuple[str, str, str], ...]
    tables: tuple[tuple[str, str, pd.DataFrame], ...]


def write_notes(
    tally: Tally,
    selection: FileRequest,
    reports: pd.DataFrame,
    organs: pd.DataFrame,
    *,
    corrections: pd.DataFrame,
    language: Language,
) -> Notes:
    """The notes of a file of these rows: what was filtered, definitions, statuses, flags, editions, corrections,
    sources, build, link and citation; simulated figures say so first."""
    stamp = say("notes.simulated", language, stamp=STAMP) if tally.is_simulated else ""
    names = reports["organ_id"].map(dict(zip(organs["organ_id"], organs["organ"], strict=True)))
    keys = zip(reports["file"], names, reports["year"], strict=True)
    behind = reports[[not pd.isna(year) and (file, name, int(year)) in tally.documents for file, name, year in keys]]
    tables: tuple[tuple[str, pd.DataFrame], ...] = (
        ("dictionary", make_dictionary(selection.measures, language)),
        ("statuses", _list_statuses(tally, language)),
        ("flags", _list_flags(tally, language)),
        ("editions", _list_editions(tally, language)),
        ("corrections", list_corrections(corrections, behind, organs, language)),
        ("sources", list_sources(behind, organs, language)),
    )
    tables = tuple((key, table) for key, table in tables if key != "corrections" or len(table))
    facts = tuple((key, say(f"notes.{key}", language), text) for key, text in _list_facts(tally, selection, language))
    named = tuple((key, say(f"notes.{key}", language), table) for key, table in tables)
    return Notes(say("notes.title", language), stamp, facts, named)


def _list_facts(tally: Tally, selection: FileRequest, language: Language) -> list[tuple[str, str]]:
    comma = say("list.names", language)
    names = sorted(name for name, _ in tally.organs)
    count = number(len(names), language)
    some = comma.join(names) if len(names) <= _NAMED else say("notes.organs_some", language, count=count)
    return [
        ("measures", comma.join(find_measure(key).named(language) for key in selection.measures)),
        ("organs", say("notes.organs_all", language, count=count) if selection.are_all_organs else some),
        ("years", f"{min(tally.years)}–{max(tally.years)}" if tally.years else say("notes.years_none", language)),
        ("shape", say(f"notes.shape.{selection.shape}", language)),
        ("empty_years", say(f"notes.empty_years.{selection.empty_years}", language)),
        ("figures", number(tally.figures, language)),
        ("build", selection.build_id),
        ("link", selection.link),
        (
            "citation",
            write_citation(
                selection.build_id, selection.built_on, selection.link, language, is_simulated=tally.is_simulated
            ),
        ),
    ]


def write_citation(build_id: str, built_on: date, link: str, language: Language, *, is_simulated: bool) -> str:
    """How to cite figures of a build; the link says where they were taken from."""
    key = "notes.cite_simulated" if is_simulated else "notes.cite"
    stop = "。" if language is Language.ZH else " . "
    address = f"{link}{stop}" if link else ""
    return say(key, language, build=build_id, day=day(built_on, language), link=address)


def _make_table(rows: list[tuple[object, ...]], names: Sequence[str], language: Language) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[say(f"column.{name}", language) for name in names])


def _list_statuses(tally: Tally, language: Language) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = [
        (say(f"status.{key}", language), say(f"state_means.{key}", language), count)
        for key, count in tally.statuses.most_common()
    ]
    return _make_table(rows, ("status", "meaning", "count"), language)


def _list_flags(tally: Tally, language: Language) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = []
    for key in FLAGS:
        name = say(f"flag.{key}" if has(f"flag.{key}") else f"column.{key}", language)
        rows.append((name, say(f"flag_means.{key}", language), tally.flags[key]))
    return _make_table(rows, ("flag", "meaning", "count"), language)


def _list_editions(tally: Tally, language: Language) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = [
        (name_edition(key, language) if key else say("notes.no_edition", language), count)
        for key, count in sorted(tally.editions.items(), reverse=True)
    ]
    return _make_table(rows, ("edition", "count"), language)


def render_markdown(file_notes: Notes) -> str:
    """The notes as a text that reads well as it is and as Markdown. What others wrote is text in it; the address of the
    page and those of the documents are links."""
    lines = [f"# {file_notes.title}", "", *([f"**{file_notes.stamp}**", ""] if file_notes.stamp else [])]
    lines += [f"- **{name}** {_add_links(text) if key in _LINKED else escape_markdown(text)}"
              for key, name, text in file_notes.facts if text]  # fmt: skip
    for _, name, table in file_notes.tables:
        are_links = [column in [say("column.url", language) for language in Language] for column in table.columns]
        lines += ["", f"## {name}", "", _render_line(tuple(table.columns)), "|" + "---|" * len(table.columns)]
        lines += [_render_line(row, are_links) for row in table.itertuples(index=False, name=None)]
    return "\n".join(lines) + "\n"


def _render_line(cells: Sequence[object], are_links: Sequence[bool] = ()) -> str:
    texts = ["" if pd.isna(cell) else str(cell) for cell in cells]  # type: ignore[call-overload]
    links = are_links or [False] * len(texts)
    rendered = (
        _add_links(text) if is_link else escape_markdown(text) for text, is_link in zip(texts, links, strict=True)
    )
    return f"| {' | '.join(rendered)} |"


def _add_links(text: str) -> str:
    """The text with its addresses of the web as links."""
    return "".join(
        f"<{piece}>" if _ADDRESS.fullmatch(piece) else escape_markdown(piece) if piece.strip() else " "
        for piece in _SPACES.split(text)
    )


def render_json(file_notes: Notes) -> str:
    """The notes as one JSON object under stable keys."""
    facts: dict[str, object] = {"simulated": file_notes.stamp} if file_notes.stamp else {}
    facts |= {key: text for key, _, text in file_notes.facts}
    tables = {
        key: json.loads(table.to_json(orient="records", date_format="iso")) for key, _, table in file_notes.tables
    }
    return json.dumps(facts | tables, ensure_ascii=False)


def make_sheets(
    file_notes: Notes, found: pd.DataFrame, organs: pd.DataFrame, language: Language
) -> dict[str, pd.DataFrame]:
    """The notes as sheets of a workbook; ``found`` are findings [file, …], of which those of the sources are listed."""
    tables = {key: table for key, _, table in file_notes.tables}
    files = set(tables["sources"][say("column.file", language)])
    about = [(file_notes.title, file_notes.stamp, ""), *((name, text, "") for _, name, text in file_notes.facts)]
    for key, name, table in file_notes.tables:
        if key in ("statuses", "flags", "editions"):
            about += [("", "", ""), (name, "", "")]
            about += [(*row[:-1], *("",) * (3 - len(row)), row[-1]) for row in table.itertuples(index=False, name=None)]
    corrected = {say("sheet.corrections", language): tables["corrections"]} if "corrections" in tables else {}
    return {
        say("sheet.dictionary", language): tables["dictionary"],
        **corrected,
        say("sheet.sources", language): tables["sources"],
        say("sheet.findings", language): list_findings(found[found["file"].isin(files)], organs, language),
        say("sheet.about", language): pd.DataFrame(about, columns=["", " ", "  "]),
    }
