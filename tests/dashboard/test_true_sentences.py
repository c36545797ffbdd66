"""Every title, caption and text for those who cannot see a chart, on every page and on both collections, compared with
the frame behind it: each number occurs there or counts it, and what is called highest, lowest, risen, fallen, largest or
most frequent is worked out again with plain pandas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from math import log
from statistics import correlation
from typing import Any, NamedTuple

import pandas as pd
import pytest

from analytics import rows as read_rows
from analytics.charts.parts.request_names import name_outcome
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.transforms.groups.peers import AreaKey
from analytics.vocabulary import form
from analytics.vocabulary.measures import KEY_MEASURES, Measure, Unit, find_measure
from analytics.vocabulary.places.divisions import find_place
from analytics.vocabulary.places.english import write_english
from analytics.vocabulary.terms import Table
from analytics.warehouse.read import open_warehouse
from analytics.words import Language
from dashboard.test_pages import as_read, opened

NUMBER = re.compile(r"[+−]?\d+(?:,\d{3})*(?:\.\d+)?%?")
SMALL, FACTOR = 10, 5
"""DOMAIN's numbers, written here again: a base under 10 is small, a change beyond ×5 or ÷5 may be one of coverage."""

VIEWS: list[tuple[str, dict[str, Any]]] = [
    ("overview", {}), ("overview", {"cm": "requests_new"}), ("overview", {"aspect": "failing"}),
    ("overview", {"aspect": "break"}), ("overview", {"aspect": "late"}), ("county", {}),
    *(("trends", {"m": key}) for key in ("requests_new", "penalty_items", "penalty_decisions", "disclosure_rate",
                                         "reconsideration_total")),
    ("trends", {"scale": "log"}), ("trends", {"scale": "index"}), ("trends", {"peers": "county|government|"}),
    *(("compare", {"m": key}) for key in ("requests_new", "penalty_decisions", "disclosure_rate")),
    ("compare", {"y": "latest"}), ("compare", {"scale": "log"}), ("compare", {"m": "penalty_decisions", "y": "latest"}),
    *(("compare", {"chart": chart, "m": key}) for chart in ("multiples", "dumbbell", "slope", "index")
      for key in ("requests_new", "penalty_decisions")),
    ("compare", {"chart": "scatter"}), ("compare", {"chart": "scatter", "m": ["penalty_decisions", "requests_new"],
                                        "peers": "county|government|"}),
    *(("rankings", {"end": end, "m": key}) for end in ("highest", "lowest")
      for key in ("requests_new", "penalty_decisions", "disclosure_rate")),
    *(("rankings", {"end": "highest", "by": by, "m": "requests_new"}) for by in ("difference", "percent")),
    ("map", {}), ("map", {"m": "requests_new"}), ("map", {"m": "penalty_decisions"}),
    ("requests", {}), ("remedies", {}), ("data", {}),
]  # fmt: skip
Check = Callable[["Page", str], None]


class Page(NamedTuple):
    """What a page says and the frames behind it: ``changes`` of all organs and measures that it may speak of, ``facts``
    as printed."""

    name: str
    titles: list[str]
    subtitles: list[str]
    alts: list[str]
    captions: list[str]
    chosen: Any
    changes: pd.DataFrame
    facts: pd.DataFrame
    reports: pd.DataFrame
    names: dict[int, str]

    def rows(self, key: str) -> pd.DataFrame:
        """Values of one measure that the organs' own reports give."""
        rows = self.changes[(self.changes["measure"] == key) & self.changes["organ_id"].isin(self.organ_ids)]
        return rows[rows["value"].notna() & rows["stated_by_year"].isna()]

    @property
    def organ_ids(self) -> list[int]:
        """Ids of the organs that the page's address names, of all where it names a group."""
        keys = {key: organ_id for organ_id, key in self.keys_of.items()}
        return [keys[key] for key in self.chosen.organs] or list(keys.values())

    @property
    def keys_of(self) -> dict[int, str]:
        """Organ key by id."""
        return dict(self.changes[["organ_id", "organ_key"]].drop_duplicates().itertuples(index=False, name=None))


@pytest.fixture(scope="module")
def six_years(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Fictional counties over both editions and the change of law."""
    folder = tmp_path_factory.mktemp("six_years") / "collection"
    write(folder, Plan(14, 2019, 2024, formats=(Format.TXT,), damage=0, errors=0.3, prefectures=True))
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    return settings


def read_page(name: str, parameters: Mapping[str, Any], settings: Settings, language: Language,
              monkeypatch: pytest.MonkeyPatch) -> Page:  # fmt: skip
    app = opened(name, settings, monkeypatch, lang=str(language), **parameters)
    assert not app.exception and not app.error
    bodies = [str(html.proto.body) for html in app.get("html")]
    titles, subtitles = (
        [
            _strip(found)
            for body in bodies
            for found in re.findall(rf"<div class='chart-{part}'[^>]*>(.*?)</div>", body, re.S)
        ]
        for part in ("title", "subtitle")
    )
    alts = [str(chart.proto.alt) for chart in app.get("plotly_chart")]
    captions = [as_read(str(caption.value)) for caption in app.caption]
    chosen = app.session_state["selection"]
    with open_warehouse(settings.warehouse) as warehouse:
        organs = warehouse.organs()
        measures = sorted({*KEY_MEASURES, *chosen.measures, *HEADLINES, "requests_carried_forward", *RATES})
        changes = warehouse.changes(tuple(measures)).merge(
            organs[["organ_id", "organ_key", "level", "kind", "place_code"]], on="organ_id"
        )
        facts, reports = warehouse.figures(), warehouse.reports()
    names = {row.organ_id: _write_name(row, language) for row in organs.itertuples()}
    return Page(name, titles, subtitles, alts, captions, chosen, changes, facts, reports, names)


def _write_name(row: Any, language: Language) -> str:
    """As pages of a language name an organ: English ones in Latin letters, the printed name behind."""
    place = None if pd.isna(row.place_code) else find_place(row.place_code)
    return write_english(row.organ, place.name if place else "") if language is Language.EN else str(row.organ)


RATES = ("reconsideration_correction_rate", "litigation_correction_rate")
HEADLINES = ("penalty_items", "licensing_items", "coercion_items", "penalty_decisions", "licensing_decisions",
             "coercion_decisions", "requests_new", "charges_collected")  # fmt: skip


def _strip(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup))


def numbers_of(page: Page, text: str) -> set[str]:
    """The numbers in a sentence but those of names and of what is no figure (article and paragraph numbers of names)."""
    spoken = [*page.names.values(), *(find_measure(key).named(language) for language in Language
                                      for key in page.changes["measure"].unique())]  # fmt: skip
    for name in sorted(spoken, key=len, reverse=True):
        text = text.replace(name, " ")
    return set(NUMBER.findall(text))


def write_number(value: float, digits: int = 2) -> str:
    text = f"{abs(round(value, digits)):,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if digits else text
    return f"−{text}" if round(value, digits) < 0 else text


def write_share(value: float) -> str:
    return f"{write_number(value * 100, 1)}%"


def write_of(measure: Measure, value: float) -> str:
    return write_share(value) if measure.unit is Unit.SHARE else write_number(value)


def is_suspected(measure: Measure, before: float, now: float) -> bool:
    unknown = "coverage_unknown" in measure.notes
    return unknown and before >= SMALL and not before / FACTOR <= now <= before * FACTOR


def find_plain_moves(page: Page, measure: Measure, first: int, last: int) -> pd.DataFrame:
    """organ_id, first, before, last, now, suspected, small of every organ with values in two of the years."""
    rows = page.rows(measure.key)
    rows = rows[rows["year"].between(first, last)].sort_values("year")
    moves = []
    for organ_id, group in rows.groupby("organ_id"):
        start, end = group.iloc[0], group.iloc[-1]
        years = int(start["year"]), int(end["year"])
        before, now, suspected = start["value"], end["value"], bool(group["is_coverage_suspected"].iloc[1:].any())
        if years[0] == years[1]:
            if start["basis"] != "reported" or years[0] == first:
                continue
            years, before = (years[0] - 1, years[0]), now - start["difference"]
            suspected = bool(start["is_coverage_suspected"])
        small = bool(start["is_small_base"] or end["is_small_base"]) if measure.is_rate else min(before, now) < SMALL
        suspected |= is_suspected(measure, before, now)
        moves.append((organ_id, years[0], before, years[1], now, suspected, small))
    return pd.DataFrame(moves, columns=["organ_id", "first", "before", "last", "now", "suspected", "small"])


def read_counts(text: str, *words: str, noun: str = "agenc") -> list[int] | None:
    """How many each of ``words`` is said of, 0 of what is left out: “of 7 agencies, 4 rose, 3 fell”, “all 5 rose”; None
    where nothing is counted. That the parts add up to the whole is asserted."""
    several = re.search(rf"(?:of (\d+) {noun}\w*, )?((?:\d+ (?:{'|'.join(words)})(?:, |\b)){{2,}})", text)
    if several:
        told = {word: int(count) for count, word in re.findall(rf"(\d+) ({'|'.join(words)})\b", several[2])}
        assert all(told.values()) and len(told) > 1, text
        assert several[1] is None or int(several[1]) == sum(told.values()), text
        return [told.get(word, 0) for word in words]
    alone = re.search(rf"\b(all (\d+)|both|1) (?:{noun}\w* )?({'|'.join(words)})\b", text)
    if alone is None:
        return None
    count = {"both": 2, "1": 1}.get(alone[1]) or int(alone[2])
    assert count > 2 or alone[1] in ("both", "1"), text
    return [count if word == alone[3] else 0 for word in words]


MOVES = ("rose", "fell", "stayed the same")


def list_counts_of(steps: pd.Series) -> list[int]:
    return [int((steps > 0).sum()), int((steps < 0).sum()), int((steps == 0).sum())]


def check_moves(page: Page, title: str, first: int, last: int) -> None:
    """Rose, fell, stayed, and the largest of them."""
    (key,) = page.chosen.measures
    measure = find_measure(key)
    moves = find_plain_moves(page, measure, first, last)
    found = read_counts(title, *MOVES)
    firm = moves[~moves["suspected"].astype(bool)]
    assert (found or [0, 0, 0]) == list_counts_of(firm["now"] - firm["before"]), title
    assert (found is None) == firm.empty, title
    doubtful = re.search(r"(\d+) (?:more (?:is a|are)|agenc\w+, (?:a|all of them)) suspected", title)
    assert (int(doubtful[1]) if doubtful else 0) == int(moves["suspected"].sum()), title
    named = re.search(r"largest change is in (.+?), from (\S+) \((\d+)\) to (\S+) \((\d+)\)", title)
    if named is None:
        return
    candidates = firm[~firm["small"] & (firm["now"] != firm["before"])]
    sizes = [
        abs(row.now - row.before) if measure.is_rate else abs(log(row.now / row.before)) if row.now else float("inf")
        for row in candidates.itertuples()
    ]
    largest = candidates.iloc[sizes.index(max(sizes))]
    assert named.groups() == (
        page.names[largest["organ_id"]], write_of(measure, largest["before"]), str(largest["first"]),
        write_of(measure, largest["now"]), str(largest["last"]),
    ), title  # fmt: skip


def check_trends(page: Page, title: str) -> None:
    """Trends of several organs, of an index, or the medians of many."""
    span = page.chosen.first, page.chosen.last
    if page.chosen.scale == "index" or page.chosen.chart == "index":
        check_index(page, title)
    elif "median" in title:
        check_median(page, title)
    elif read_counts(title, *MOVES) or re.search(r"agenc\w+, (?:a|all of them) suspected", title):
        check_moves(page, title, *span)
    else:
        assert not re.search(r"highest|lowest|rose|fell|largest", title), title


def check_index(page: Page, title: str) -> None:
    (key,) = page.chosen.measures
    base_year = page.chosen.index_year
    every = page.changes[(page.changes["measure"] == key) & page.changes["organ_id"].isin(page.organ_ids)]
    ends = []
    for organ_id, rows in page.rows(key).groupby("organ_id"):
        base = rows.loc[rows["year"] == base_year, "value"]
        if base.empty or not base.iloc[0]:
            continue
        editions = every[(every["organ_id"] == organ_id) & every["edition"].notna()].set_index("year")["edition"]
        drawn = [
            row for row in rows.sort_values("year").itertuples()
            if row.year != base_year and page.chosen.first <= row.year <= page.chosen.last
            and editions.loc[[year for year in editions.index
                              if min(row.year, base_year) <= year <= max(row.year, base_year)]].nunique() <= 1
        ]  # fmt: skip
        if drawn:
            ends.append((organ_id, drawn[-1].value / base.iloc[0] * 100, base.iloc[0], drawn[-1].value, drawn[-1].year))
    index = pd.Series([end[1] for end in ends])
    assert read_counts(title, "above 100", "below 100", "at 100") == list_counts_of(index - 100), title
    farthest = re.search(r"farthest from 100 is (.+?) with (\S+) \((\d+)\)", title)
    if farthest:
        firm = [end for end in ends if min(end[2], end[3]) >= SMALL and end[1] != 100]
        far = max(firm, key=lambda end: abs(log(end[1] / 100)))
        assert farthest.groups() == (page.names[far[0]], write_number(far[1], 1), str(far[4])), title


def select_group(page: Page) -> pd.DataFrame:
    """The rows of the measure of the group that the address names: level, kind and area."""
    (key,), peers = page.chosen.measures, page.chosen.peers
    assert isinstance(peers, AreaKey)
    rows = page.rows(key)
    inside = rows["place_code"].str.startswith(peers.area).fillna(value=False).astype(bool)
    return rows[(rows["level"] == peers.level) & (rows["kind"] == peers.kind) & inside]


def check_median(page: Page, title: str) -> None:
    found = re.search(
        r"median went from (\S+) in (\d+) \((\d+) agenc\w+\) to (\S+) in (\d+) \((\d+)\); in \d+ half lie between (\S+) and (\S+)",
        title,
    )
    assert found, title
    measure, rows = find_measure(*page.chosen.measures), select_group(page)
    first, last = (rows.loc[rows["year"] == int(found[place]), "value"] for place in (2, 5))
    assert (found[1], int(found[3])) == (write_of(measure, first.median()), len(first)), title
    assert (found[4], int(found[6])) == (write_of(measure, last.median()), len(last)), title
    assert (found[7], found[8]) == tuple(write_of(measure, last.quantile(share)) for share in (0.25, 0.75)), title
    years = rows.loc[rows["year"].between(page.chosen.first, page.chosen.last)].groupby("year").size()
    enough = years[years >= 4]
    assert (int(found[2]), int(found[5])) == (enough.index.min(), enough.index.max()), title


def check_span(page: Page, title: str) -> None:
    """Lowest and highest of one year; none where years or the rule of counting differ."""
    (key,) = page.chosen.measures
    measure = find_measure(key)
    rows = select_group(page) if page.name in ("map", "rankings") else page.rows(key)
    by = page.chosen.by if page.name == "rankings" else "value"
    if page.chosen.latest_of_each:
        rows = rows.sort_values("year").drop_duplicates("organ_id", keep="last")
    else:
        rows = rows[rows["year"] == page.chosen.year]
    if page.name == "rankings" and measure.is_rate:
        rows = rows[rows["denominator"] >= 30]
    if page.name == "rankings" and by == "percent":
        rows = rows[rows["value_previous"] >= 30]
    if page.name == "rankings" and by != "value":
        rows = rows[~rows["is_coverage_suspected"]]
    rows = rows[rows[by].notna()]
    if page.name != "rankings" and measure.is_rate and (~rows["is_small_base"]).sum() > 1:
        rows = rows[~rows["is_small_base"]]
    is_mixed = rows["year"].nunique() > 1
    if page.name != "rankings" and (is_mixed or "coverage_unknown" in measure.notes):
        assert "lowest" not in title and "highest" not in title, title
        if len(rows) > 1:
            ends = [write_of(measure, rows["value"].min()), write_of(measure, rows["value"].max())]
            assert re.findall(r"from (\S+)\b.*? to (\S+)", title) == [tuple(ends)], title
            assert "not ranked" in title and str(rows["year"].max()) in title
        return
    found = re.search(r"(\d+) agenc\w+: lowest (.+?) in (.+?), highest (.+?) in (.+)", title)
    if found is None:
        assert len(rows) < 2 or rows[by].nunique() == 1, title
        return
    assert int(found[1]) == len(rows), title
    for text, name, end in ((found[2], found[3], rows[by].min()), (found[4], found[5], rows[by].max())):
        holders = {page.names[organ_id] for organ_id in rows.loc[rows[by] == end, "organ_id"]}
        written = write_share(end) if by == "percent" else write_of(measure, end)
        assert text.lstrip("+").startswith(written), title
        assert any(name.startswith(holder) for holder in holders), title
        assert ("one of" in name) == (len(holders) > 1), title


def check_overview(page: Page, title: str) -> None:
    if title.startswith("Largest changes"):
        check_largest(page, title)
        return
    reports = page.reports.drop_duplicates(["organ_id", "year"])
    counts = {int(text.replace(",", "")) for text in NUMBER.findall(title)}
    if page.chosen.aspect is None:
        years = reports["year"].astype(int)
        assert counts == {reports["organ_id"].nunique(), len(reports), years.min(), years.max()}, title
    assert len(reports) in counts or reports["published"].notna().sum() in counts, title


def check_largest(page: Page, title: str) -> None:
    keys = [page.chosen.changes_measure] if page.chosen.changes_measure else list(HEADLINES)
    rows = page.changes[page.changes["measure"].isin(keys) & page.changes["percent"].notna()]
    rows = rows[(rows["value"] >= SMALL) & (rows["value_previous"] >= SMALL) & rows["is_certain"]]
    rows = rows[~rows["is_coverage_suspected"]]
    limit = 10
    if "reports state themselves" in title:
        rows, limit = rows[(rows["basis"] == "reported") & (rows["difference"] != 0)], 5
    sizes = (rows["value"] / rows["value_previous"]).map(lambda ratio: abs(log(ratio)))
    top = rows.loc[sizes.sort_values(ascending=False, kind="stable").index].head(limit)
    found = re.search(r"\((\d+)\): (.+?); largest in proportion: (.+), (\d{4}), (.+) (\S+) → (\S+) \((.+)\)", title)
    assert found, title
    first = top.iloc[0]
    measure = find_measure(first["measure"])
    only = re.fullmatch(r"(?:all |both )?(up|down|unchanged)", found[2])
    words = ("up", "down", "unchanged")
    counts = [len(top) if word == only[1] else 0 for word in words] if only else read_counts(found[2], *words)
    assert counts == list_counts_of(top["difference"]) and int(found[1]) == len(top), title
    expected = (page.names[first["organ_id"]], str(first["year"]), measure.named(Language.EN),
                write_of(measure, first["value_previous"]), write_of(measure, first["value"]))  # fmt: skip
    assert found.groups()[2:7] == expected and found[8].lstrip("+") == write_share(first["percent"]), title


def check_county(page: Page, title: str) -> None:
    (organ,) = page.chosen.organs
    rows = page.changes[(page.changes["organ_key"] == organ) & page.changes["measure"].isin(KEY_MEASURES)]
    rows = rows[rows["value"].notna() & rows["stated_by_year"].isna()]
    latest = rows[rows["year"] == rows["year"].max()]
    found = re.search(r", (\d{4}): (\d+) of (\d+) key figures", title)
    if found:
        assert [int(text) for text in found.groups()] == [latest["year"].max(), len(latest), len(KEY_MEASURES)], title
        changed = latest[latest["difference"].notna() & ~latest["is_coverage_suspected"]]["difference"]
        assert (read_counts(title, *MOVES) or [0, 0, 0]) == list_counts_of(changed), title


def find_column_cells(line: str) -> dict[str, int]:
    return {
        cell.column.key: cell.code for cell in form.list_cells() if cell.table is Table.III and cell.line.key == line
    }


def check_requests(page: Page, title: str) -> None:
    (organ,) = page.chosen.organs
    (organ_id,) = page.organ_ids
    facts = page.facts[(page.facts["organ_id"] == organ_id) & (page.facts["year"] == page.chosen.year)]
    values = facts.set_index("cell")["value"].dropna()
    applicants = [column.key for column in form.list_columns(Table.III) if not column.is_total]
    total = next(column.key for column in form.list_columns(Table.III) if column.is_total)
    if "most frequent outcome is" in title:
        sums: dict[str, float] = {}
        for key in ("disclosed", "partly_disclosed", "refused", "unable", "not_processed", "other", "carried_forward"):
            lines = form.list_lines_of_group(Table.III, key)
            cells = [find_column_cells(line).get(applicant) for line in lines for applicant in applicants]
            sums[key] = sum(values.get(cell, 0.0) for cell in cells if cell is not None)
        found = re.search(r"of (\S+) requests?, the most frequent outcome is “(.+?)” \((\S+), (\S+)\)", title)
        assert found, title
        key = max(sums, key=lambda outcome: sums[outcome])
        assert (found[2], found[3]) == (name_outcome(key, Language.EN), write_number(sums[key])), title
        printed = sum(values.get(find_column_cells(line)[total], 0.0) for line in ("answered", "carried_forward"))
        whole = max(printed, sum(sums.values()))
        assert (found[1], found[4]) == (write_number(whole), write_share(sums[key] / whole)), title
    if "ended without disclosure" in title and "at least" not in title:
        found = re.search(
            r"of (\S+) requests? that ended without disclosure, the most frequent reasons? (?:is|are) “(.+)” \((\S+?)[ )]",
            title,
        )
        if found:
            grounds = [
                line
                for key in ("refused", "unable", "not_processed", "other")
                for line in form.list_lines_of_group(Table.III, key)
            ]
            counts = {}
            for line in grounds:
                cells = find_column_cells(line)
                parts = sum(values.get(cells[applicant], 0.0) for applicant in applicants)
                counts[form.find_line(Table.III, line).english] = values.get(cells[total], parts)
            most = max(counts.values())
            assert set(found[2].split("”, “")) == {name for name, count in counts.items() if count == most}, title
            assert (found[1], found[3]) == (write_number(sum(counts.values())), write_number(most)), title
    if "new requests went" in title:
        row = page.changes[(page.changes["organ_key"] == organ) & (page.changes["measure"] == "requests_new")]
        row = row[row["year"] == page.chosen.year].iloc[0]
        found = re.search(r"from (\S+) to (\S+) \((\S+)\)", title)
        assert found and found.groups() == (
            write_number(row["value_previous"]), write_number(row["value"]),
            ("+" if row["difference"] > 0 else "") + write_number(row["difference"]),
        ), title  # fmt: skip


def check_remedies(page: Page, title: str) -> None:
    (organ,) = page.chosen.organs
    rows = page.changes[page.changes["organ_key"] == organ]
    for rate, value, top, base in re.findall(
        r"((?:Reconsideration|Litigation) correction rate) (\S+) \((\d+)/(\d+)\)", title
    ):
        (key,) = [key for key in RATES if find_measure(key).named(Language.EN) == rate]
        row = rows[(rows["measure"] == key) & rows["value"].notna()].sort_values("year").iloc[-1]
        assert str(row["year"]) in title, title
        assert (value, top, base) == (
            write_share(row["numerator"] / row["denominator"]), write_number(row["numerator"]),
            write_number(row["denominator"]),
        ), title  # fmt: skip
    cases = re.search(r", (\d{4}): reconsiderations (\d+), suits without reconsideration (\d+)", title)
    if cases:
        facts = page.facts[(page.facts["organ_id"].isin(page.organ_ids)) & (page.facts["year"] == int(cases[1]))]
        values = facts.set_index("cell")["value"].dropna()
        for place, block in ((2, "reconsideration"), (3, "suit_direct")):
            cells = [cell.code for cell in form.list_cells() if cell.table is Table.IV and cell.line.key == block
                     and not cell.column.is_total]  # fmt: skip
            assert int(cases[place]) == sum(values.get(cell, 0.0) for cell in cells), title


def check_compare(page: Page, title: str) -> None:
    if page.chosen.chart in ("multiples", "index"):
        check_trends(page, title)
    elif page.chosen.chart in ("dumbbell", "slope"):
        check_pairs(page, title)
    elif page.chosen.chart == "scatter":
        check_scatter(page, title)
    else:
        check_span(page, title)


def check_pairs(page: Page, title: str) -> None:
    first, last = page.chosen.first, page.chosen.last
    measure = find_measure(*page.chosen.measures)
    pairs = page.rows(measure.key).pivot_table(index="organ_id", columns="year", values="value")[[first, last]].dropna()
    doubtful = [is_suspected(measure, before, now) for before, now in pairs.itertuples(index=False)]
    step = (pairs[last] - pairs[first])[[not is_doubtful for is_doubtful in doubtful]]
    assert f", {first} to {last}: " in title
    assert (read_counts(title, *MOVES) or [0, 0, 0]) == list_counts_of(step), title


def find_plain_correlation(page: Page) -> tuple[int, float | None]:
    """Organs that have both measures in the year, and the correlation of their mean ranks where there are ten."""
    rows = page.changes[(page.changes["year"] == page.chosen.year) & page.changes["organ_id"].isin(page.organ_ids)]
    if not page.chosen.organs:
        rows = rows[(rows["level"] == "county") & (rows["kind"] == "government")]
    columns = [rows[rows["measure"] == key].set_index("organ_id")["value"].dropna() for key in page.chosen.measures]
    organ_ids = sorted(set(columns[0].index) & set(columns[1].index))
    ranks = [column.loc[organ_ids].rank().to_list() for column in columns]
    return len(organ_ids), correlation(*ranks) if len(organ_ids) >= 10 else None


def check_scatter(page: Page, title: str) -> None:
    count, found = find_plain_correlation(page)
    assert str(page.chosen.year) in title
    if found is None:
        assert f" {count} agenc" in title and "correlation" not in title.replace("for a correlation", ""), title
    else:
        assert f"rank correlation {write_fixed(found)} over {count} agencies" in title, title


def write_fixed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


CHECKS: dict[str, Check] = {
    "overview": check_overview, "county": check_county, "trends": check_trends, "compare": check_compare,
    "rankings": check_span, "map": check_span, "requests": check_requests, "remedies": check_remedies,
}  # fmt: skip


def list_allowed(page: Page) -> set[str]:
    """Every number that a sentence of the page may hold: figures of the frames, their changes over any two years, shares,
    indices, quartiles, years, and counts up to the number of rows."""
    allowed = {str(year) for year in range(2000, 2030)} | {"100", "10", "95%"}
    allowed |= set(_list_counts(page))
    rows = page.changes
    for column in ("value", "value_previous", "difference", "numerator", "denominator"):
        allowed |= {write_number(value).lstrip("−") for value in rows[column].dropna().unique()}
        allowed |= {write_share(value).lstrip("−") for value in rows[column].dropna().unique() if abs(value) <= 50}
        allowed |= {
            write_number(value * 100, 1).lstrip("−") for value in rows[column].dropna().unique() if abs(value) < 2
        }
    allowed |= {write_share(value).lstrip("−") for value in rows["percent"].dropna().unique()}
    allowed |= {write_number(value) for value in page.facts["value"].dropna().unique()}
    if page.chosen.chart == "scatter" and (found := find_plain_correlation(page)[1]) is not None:
        allowed.add(write_fixed(found).lstrip("−"))
    for key in page.chosen.measures:
        for _, group in page.rows(key).groupby("organ_id"):
            values = list(group["value"])
            for before in values:
                for now in values:
                    allowed |= {
                        write_number(now - before).lstrip("−"),
                        write_number((now - before) * 100, 1).lstrip("−"),
                    }
                    if before:
                        allowed |= {
                            write_share((now - before) / before).lstrip("−"),
                            write_number(now / before * 100, 1),
                        }
        for _, group in select_year_groups(page, key):
            allowed |= {write_of(find_measure(key), group.quantile(share)) for share in (0.25, 0.5, 0.75)}
    return allowed


def select_year_groups(page: Page, key: str) -> Iterator[tuple[Any, pd.Series]]:
    rows = page.rows(key)
    rows = rows[(rows["level"] == "county") & (rows["kind"] == "government")]
    yield from rows.groupby("year")["value"]


def _list_counts(page: Page) -> Iterator[str]:
    most = max(len(page.reports), page.changes.groupby("measure").size().max(), 200)
    yield from (write_number(count) for count in range(most + 1))


@pytest.fixture(params=["collection", "six_years"])
def settings(request: pytest.FixtureRequest) -> Settings:
    """The real figures, then the simulated ones."""
    found: Settings = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize(("name", "parameters"), VIEWS)
def test_what_a_page_says_is_what_its_frame_holds(
    name: str, parameters: dict[str, Any], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read_page(name, parameters, settings, Language.EN, monkeypatch)
    chinese = read_page(name, parameters, settings, Language.ZH, monkeypatch)
    assert len(page.titles) == len(page.alts) == len(chinese.titles)
    allowed = list_allowed(page)
    for title, alt, other in zip(page.titles, page.alts, chinese.titles, strict=True):
        assert alt.startswith(title), (title, alt)
        assert numbers_of(page, title) == numbers_of(chinese, other), (title, other)
        if name not in ("requests", "remedies"):  # their sums are worked out by their checks
            strange = {text.lstrip("+−") for text in numbers_of(page, alt)} - allowed
            assert not strange, (strange, alt)
        if name in CHECKS:
            CHECKS[name](page, title)
    for title, subtitle in zip(page.titles, page.subtitles, strict=True):
        check_missing(subtitle), check_missing(title)
    for caption in [*page.captions, *page.alts]:
        check_missing(caption)


def check_missing(text: str) -> None:
    """So many of so many have a value, and the reasons of the others add up to the rest."""
    for value_count, total, reasons in re.findall(
        r"([\d,]+) of ([\d,]+) (?:agency-years?|figures?) ha(?:s|ve) a value(?: \((.*?)\))?", text
    ):
        counts = [int(count.replace(",", "")) for count in re.findall(r" ([\d,]+)(?:,|$)", reasons)]
        assert int(value_count.replace(",", "")) + sum(counts) == int(total.replace(",", "")), text


def test_a_difference_from_zero_says_in_a_file_why_it_has_no_percentage(settings: Settings) -> None:
    with open_warehouse(settings.warehouse) as warehouse:
        table = read_rows(warehouse, ["suit_direct_total", "requests_new"])
    from_zero = table[table["difference"].notna() & (table["value_previous"] == 0)]
    assert len(from_zero) and from_zero["percent"].isna().all()
    assert set(from_zero["absent_reason"]) == {"previous_zero"}
    assert table.loc[table["percent"].notna(), "absent_reason"].isna().all()
