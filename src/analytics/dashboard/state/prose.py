"""What the prose of a build says, as pages ask for it: worked out once, kept with the build."""

from __future__ import annotations

import pandas as pd

from analytics.dashboard.state import data
from analytics.dashboard.state.open_builds import keep_with_build
from analytics.prose.evaluation import evaluate_reports
from analytics.prose.practices import count_practices
from analytics.prose.problems import count_themes
from analytics.query.narratives import join_organs, list_problems, list_promises, part_reports, turn_pairs
from analytics.query.prose import SearchResult, search_reports, tabulate_marks
from analytics.vocabulary.prose.practices import PRACTICES

PAGE = 20
"""Reports with hits that a page lists."""
EVERYWHERE = ""


@keep_with_build(1)
def list_told(build_id: str) -> pd.DataFrame:
    """The current reports that have any prose, each once, with ``organ`` and its ``province``."""
    build = data.get_open_build(build_id)
    told = build.warehouse.prose_tables.list_told()
    reports = build.reports[build.reports["report_id"].isin(told) & build.reports["year"].notna()]
    named = build.organs[["organ_id", "organ", "province"]].drop_duplicates("organ_id")
    return reports.drop_duplicates("report_id").merge(named, on="organ_id")


@keep_with_build(1)
def list_told_keys(build_id: str) -> tuple[str, ...]:
    """Keys of the organs that have a report with prose, in order of name."""
    told = frozenset(list_told(build_id)["organ_id"].tolist())
    return tuple(key for key, organ_id in data.get_open_build(build_id).keys.items() if organ_id in told)


def select_told(build_id: str, organs: tuple[int, ...] | None, years: range | None) -> pd.DataFrame:
    """Those of some organs and years, or of all."""
    told = list_told(build_id)
    if organs is not None:
        told = told[told["organ_id"].isin(organs)]
    return told if years is None else told[told["year"].isin(years)]


@keep_with_build(1)
def count_characters(build_id: str) -> pd.Series:
    """How many characters of prose are held of a report, by its id."""
    counts = data.get_open_build(build_id).warehouse.prose_tables.count_characters()
    return counts.set_index("report_id")["characters"]


@keep_with_build(64)
def search_prose(
    build_id: str, query: str, organs: tuple[int, ...] | None, years: range, page: int
) -> tuple[SearchResult, pd.DataFrame]:
    """Hits of a query, with the sections of one ``page`` of reports (from 1), and the reports that were searched."""
    searched = select_told(build_id, organs, years)
    warehouse = data.get_open_build(build_id).warehouse
    found = search_reports(warehouse, query, searched, shown=PAGE, first=(page - 1) * PAGE)
    return found, searched


@keep_with_build(64)
def read_figures(build_id: str, report_id: int) -> pd.DataFrame:
    """The quantities that a report's prose states of a known subject."""
    figures = data.get_open_build(build_id).warehouse.prose_tables.figures([report_id])
    return figures[figures["subject"].notna()]


@keep_with_build(64)
def part_pair(build_id: str, one: int, other: int) -> pd.DataFrame:
    """Two reports in parts, as of ``query.narratives.compare_prose``."""
    return part_reports(data.read_narrative(build_id, tuple(sorted((one, other)))), one, other)


@keep_with_build(1)
def read_copies(build_id: str) -> pd.DataFrame:
    """All reports that share text, as of ``query.narratives.nearest_copies``."""
    build = data.get_open_build(build_id)
    return turn_pairs(build.warehouse.prose_tables.near_copies(), build.reports, build.organs)


@keep_with_build(1)
def read_shared(build_id: str) -> pd.DataFrame:
    """Pairs of organs that share text, as of ``query.narratives.shared_text``."""
    return join_organs(read_copies(build_id))


@keep_with_build(64)
def read_scores(build_id: str, organ_id: int) -> pd.DataFrame:
    """What of an organ's reports is last year's, others' and new."""
    rows = evaluate(build_id, (organ_id,), None)
    return rows[["report_id", "year", "body_length", "share_of_last_year", "share_of_others", "share_new"]]


@keep_with_build(1)
def _read_items(build_id: str) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    tables = data.get_open_build(build_id).warehouse.prose_tables
    return tables.section_five(), tables.repeated_problems(), tables.reported_measures()


@keep_with_build(64)
def list_organ_problems(build_id: str, organ_id: int) -> pd.DataFrame:
    """The problems that an organ names, as of ``query.narratives.named_problems``."""
    items, repeated, _ = _read_items(build_id)
    return list_problems(items[items["organ_id"] == organ_id], repeated, list_told(build_id))


@keep_with_build(64)
def list_organ_promises(build_id: str, organ_id: int) -> pd.DataFrame:
    """The measures that an organ promises, as of ``query.narratives.promised_measures``."""
    items, _, kept = _read_items(build_id)
    return list_promises(items[items["organ_id"] == organ_id], kept, list_told(build_id))


@keep_with_build(1)
def list_every_problem(build_id: str) -> pd.DataFrame:
    """The problems that all organs name, with their ``province``."""
    items, repeated, _ = _read_items(build_id)
    problems = list_problems(items, repeated, list_told(build_id))
    return problems.merge(list_told(build_id)[["report_id", "province"]], on="report_id")


@keep_with_build(1)
def count_problems(build_id: str) -> pd.DataFrame:
    """How many organs of a province name a theme in a year (``group``, ``EVERYWHERE`` for all): group, year, theme,
    organs, of_organs, share."""
    items, _, _ = _read_items(build_id)
    told = list_told(build_id)
    provinces = told.drop_duplicates("organ_id").set_index("organ_id")["province"]
    return pd.concat(
        [count_themes(items, told, groups) for groups in (provinces, pd.Series(EVERYWHERE, index=provinces.index))],
        ignore_index=True,
    )


@keep_with_build(16)
def tabulate_year(build_id: str, organs: tuple[int, ...] | None, year: int) -> pd.DataFrame:
    """Every practice of every organ's report of a year, as of ``query.prose.practices``."""
    told = select_told(build_id, organs, range(year, year + 1)).drop_duplicates("organ_id")
    marks = data.get_open_build(build_id).warehouse.prose_tables.practices([int(one) for one in told["report_id"]])
    return tabulate_marks(marks, told)


@keep_with_build(32)
def tabulate_group(build_id: str, organs: tuple[int, ...] | None, year: int, group: str) -> pd.DataFrame:
    """The practices of one group among them."""
    cells = tabulate_year(build_id, organs, year)
    keys = [practice.key for practice in PRACTICES if practice.group == group]
    return cells[cells["practice"].isin(keys)].reset_index(drop=True)


@keep_with_build(16)
def count_practice_years(build_id: str, organs: tuple[int, ...] | None) -> pd.DataFrame:
    """How many organs tell of a practice in a year, as of ``query.prose.practice_counts``."""
    told = select_told(build_id, organs, None)
    return count_practices(_read_marks(build_id), told)


@keep_with_build(1)
def _read_marks(build_id: str) -> pd.DataFrame:
    marks = data.get_open_build(build_id).warehouse.prose_tables.practices()
    return marks.drop(columns=["sentence", "printed"])


@keep_with_build(64)
def read_marks(build_id: str, report_ids: tuple[int, ...], practice: str) -> pd.DataFrame:
    """The sentences of some reports that tell of a practice."""
    marks = data.get_open_build(build_id).warehouse.prose_tables.practices(list(report_ids))
    return marks[marks["practice"] == practice]


@keep_with_build(32)
def evaluate(build_id: str, organs: tuple[int, ...] | None, years: range | None) -> pd.DataFrame:
    """What evaluators look at in the reports of some organs and years, with ``organ``; ``has_last_year`` tells whether
    the organ's report of the year before is there to compare with. The shares are NA where it is not, or the report has
    too little text."""
    build = data.get_open_build(build_id)
    told = select_told(build_id, organs, years)
    ids = [int(report_id) for report_id in told["report_id"]]
    tables = build.warehouse.prose_tables
    every = data.read_every_report(build_id)
    frame = evaluate_reports(
        told, build.organs, tables.sections(ids), scores=tables.sameness(), findings=build.warehouse.findings(ids),
        every_report=every[every["is_resolved"]],
    )  # fmt: skip
    known = {(row[0], row[1]) for row in list_told(build_id)[["organ_id", "year"]].itertuples(index=False, name=None)}
    has_last = [(organ, year - 1) in known for organ, year in zip(frame["organ_id"], frame["year"], strict=True)]
    frame = frame.assign(has_last_year=has_last)
    frame["share_of_last_year"] = frame["share_of_last_year"].where(frame["has_last_year"])
    named = frame.merge(told[["report_id", "organ"]], on="report_id")
    return named.sort_values(["organ", "year"], ignore_index=True)
