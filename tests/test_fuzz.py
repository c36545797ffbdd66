"""A short, seeded part of the fuzz: the same bytes every time."""

from __future__ import annotations

from itertools import islice

import pytest

from analytics.simulate.collection import Format
from fuzzing import FORMATS_FUZZED, attempt, cases

_FEW = {Format.PDF: 12, Format.OFD: 25}


@pytest.mark.parametrize("made", FORMATS_FUZZED)
def test_whatever_the_bytes_a_report_or_a_refusal(made: Format) -> None:
    for _, data in islice(cases(made), _FEW.get(made, 40)):
        attempt(data)
