"""A briefing says what its frames hold, in both file formats and languages, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdfium2
import pytest

from analytics.briefings import Briefing, as_docx, as_pdf, briefing
from analytics.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan, write
from analytics.transforms.profile import quartiles
from analytics.transforms.selection import changes
from analytics.transforms.series import cells_of
from analytics.vocabulary.fictional import STAMP
from analytics.vocabulary.measures import measure
from analytics.warehouse.read import open_warehouse
from analytics.words import Language

WANTED = [measure(key) for key in ("requests_new", "penalty_decisions", "disclosure_rate", "charges_collected")]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefing")
    write(folder / "world", Plan(counties=6, formats=(Format.TXT,), damage=0, errors=1.0))
    ingest(Settings(folder / "world" / "raw", folder / "warehouse"))
    return folder / "warehouse"


def made(folder: Path, language: Language) -> Briefing:
    with open_warehouse(folder) as held:
        reports, organs = held.reports(), held.organs()
        frame = changes(held.figures(cells_of(WANTED)), reports, WANTED)
        organ = int(organs["organ_id"].iloc[0])
        own = reports[reports["organ_id"] == organ]
        return briefing(
            frame[frame["organ_id"] == organ], quartiles(frame, organs["organ_id"].tolist()[1:]), WANTED,
            name=organs["organ"].iloc[0], peers="x", reports=own, found=held.findings(own["report_id"].tolist()),
            language=language, build_id=held.build_id,
        )  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_both_files_hold_the_same_figures_sentences_and_stamp(warehouse: Path, language: Language) -> None:
    said = made(warehouse, language)
    assert said.stamp == STAMP
    assert said.lead
    assert len(said.figures) == len(said.charts) == len(WANTED)
    document = docx.Document(io.BytesIO(as_docx(said)))
    words = "".join(one.text for one in document.paragraphs)
    cells = [tuple(cell.text for cell in row.cells) for row in document.tables[0].rows]
    assert cells == [said.header, *said.figures]
    assert len(document.inline_shapes) == len(said.charts)
    with pypdfium2.PdfDocument(as_pdf(said)) as pdf:
        printed = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    folded = "".join(printed.split())
    for line in (said.title, said.stamp, *said.lead, *said.findings, *said.sources):
        assert line in words or line == said.title
        assert "".join(line.split()) in folded
    for row in said.figures:
        assert "".join(row[2].split()) in folded


def test_sources_name_every_report_and_the_build(warehouse: Path) -> None:
    said = made(warehouse, Language.ZH)
    assert len(said.sources) == 7 + 1
    assert all(".txt" in line for line in said.sources[:-1])
    assert said.findings  # every simulated form has a publisher's error here
