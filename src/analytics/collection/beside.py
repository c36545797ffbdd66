"""The lists that lie beside the documents of a collection, all of them: inputs of a build as the documents are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analytics.collection import assignments, corrections, populations, reviews, sources
from analytics.collection.assignments import Assignment, read_assignments
from analytics.collection.corrections import Correction, read_corrections
from analytics.collection.populations import Denominator, read_denominators
from analytics.collection.reviews import Review, read_reviews
from analytics.collection.sources import Source, read_sources

FILE_NAMES = tuple(module.FILE_NAME for module in (sources, populations, corrections, reviews, assignments))
"""Files of a collection's folder that are no documents."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the lists say; empty where there are none."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    denominators: list[Denominator] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    assignments: Mapping[tuple[str, int], Assignment] = field(default_factory=dict)


def read_lists(contents: Mapping[str, bytes | None], folder: str) -> Lists:
    """The lists of a folder from their bytes by file name. CollectionError where one cannot be trusted."""
    paths = {name: f"{folder}/{name}" for name in FILE_NAMES}
    content = {name: contents.get(name) for name in FILE_NAMES}
    return Lists(
        read_sources(content[sources.FILE_NAME], path=paths[sources.FILE_NAME]),
        read_denominators(content[populations.FILE_NAME], path=paths[populations.FILE_NAME]),
        read_corrections(content[corrections.FILE_NAME], path=paths[corrections.FILE_NAME]),
        read_reviews(content[reviews.FILE_NAME], path=paths[reviews.FILE_NAME]),
        read_assignments(content[assignments.FILE_NAME], path=paths[assignments.FILE_NAME]),
    )
