"""Sampled shingles of all reports → which share how much of their text, with which others.

Shares are of a report's own text without the form's words and without what more than ``COMMON`` organs say alike: what
so many say is a set phrase. Nothing here says who copied: of two alike, one was published first, or that is unknown.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.prose.sameness.shingles import Shingles

COMMON = 50
"""Organs that say the same: more make it a set phrase."""
LEAST_SHARED = 5
"""Sampled shingles two reports share before they count as alike: about ten lines of text have so many."""
LEAST_SHARE = 0.1
FEWEST = 10
"""Sampled shingles a report needs for a share to be told."""
PAIR_COLUMNS = ["report_id", "other_id", "share", "other_share", "is_same_organ", "first_id"]
SCORE_COLUMNS = ["report_id", "own_size", "share_of_last_year", "share_of_others", "share_new"]


class Compared(NamedTuple):
    """``pairs`` [PAIR_COLUMNS]: one row two reports, ``report_id`` < ``other_id``; ``share`` is how much of the first
    is in the other, ``other_share`` the reverse, ``first_id`` which was published first (NA where unknown or on one
    day). ``scores`` [SCORE_COLUMNS]: one row a report; ``own_size`` its sampled shingles that count; shares NA below
    ``FEWEST``: of its own organ's last year, of other organs' reports of any year, of neither."""

    pairs: pd.DataFrame
    scores: pd.DataFrame


def compare_reports(shingles: Shingles, reports: pd.DataFrame) -> Compared:
    """All pairs of alike reports. ``reports`` has a row a text of ``shingles``, in their order: report_id, organ_id,
    year, published."""
    organs = pd.factorize(reports["organ_id"])[0].astype(np.int32)
    years = np.asarray(reports["year"].astype("Float64").fillna(-9), dtype=np.int32)
    kept, buckets = _leave_common_out(shingles, organs)
    owners = shingles.texts[kept]
    sizes = np.bincount(owners, minlength=len(reports)).astype(np.int64)
    scores = _score(owners, buckets, organs, years, sizes)
    scores.insert(0, "report_id", reports["report_id"].to_numpy())
    return Compared(_list_pairs(owners, buckets, organs, sizes, reports), scores[SCORE_COLUMNS])


def _leave_common_out(shingles: Shingles, organs: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """(places of the shingles that count, the number of the hash of each)."""
    if not len(shingles.hashes):
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32)
    is_next = np.r_[False, shingles.hashes[1:] != shingles.hashes[:-1]]
    numbers = np.cumsum(is_next, dtype=np.int32)
    whose = organs[shingles.texts]
    order = np.lexsort((whose, numbers))
    whose, grouped = whose[order], numbers[order]
    del order
    is_new = np.r_[True, (grouped[1:] != grouped[:-1]) | (whose[1:] != whose[:-1])]
    count = np.bincount(grouped[is_new], minlength=int(numbers[-1]) + 1)
    kept = np.flatnonzero(count[numbers] <= COMMON).astype(np.int32)
    return kept, numbers[kept]


def _score(
    owners: NDArray[np.int32], buckets: NDArray[np.int32], organs: NDArray[np.int32], years: NDArray[np.int32],
    sizes: NDArray[np.int64],
) -> pd.DataFrame:  # fmt: skip
    if not len(owners):
        names = ["share_of_last_year", "share_of_others", "share_new"]
        return pd.DataFrame({"own_size": sizes, **{name: np.full(len(sizes), np.nan) for name in names}})
    whose, when = organs[owners], years[owners]
    order = np.lexsort((when, whose, buckets))
    b, o, y = buckets[order], whose[order], when[order]
    is_same_bucket = np.r_[False, b[1:] == b[:-1]]
    is_same_organ = is_same_bucket & np.r_[False, o[1:] == o[:-1]]
    of_last_year = _look_back(is_same_organ, y)
    first, last = _find_ends(is_same_bucket)
    of_others = o[first] != o[last]
    placed = owners[order]
    del order, b, o, y, first, last
    result = {"own_size": sizes}
    for name, mark in (
        ("share_of_last_year", of_last_year), ("share_of_others", of_others), ("share_new", ~(of_last_year | of_others))
    ):  # fmt: skip
        found = np.bincount(placed[mark], minlength=len(sizes))
        with np.errstate(invalid="ignore", divide="ignore"):
            result[name] = np.where(sizes >= FEWEST, found / sizes, np.nan)
    return pd.DataFrame(result)


def _look_back(is_same_organ: NDArray[np.bool_], years: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Whether the same organ says the same in a report for the year before. Two reports of one year stand side by side,
    so the look goes back over those."""
    found = np.zeros(len(years), dtype=bool)
    linked = is_same_organ.copy()
    for distance in range(1, 4):
        if not linked.any():
            break
        found |= linked & (np.r_[np.zeros(distance, dtype=np.int32), years[:-distance]][: len(years)] == years - 1)
        linked[distance + 1 :] &= is_same_organ[1:-distance]
        linked[: distance + 1] = False
    return found


def _find_ends(is_linked: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of each place, where its run of linked places begins and ends."""
    starts = np.flatnonzero(~is_linked)
    run = np.cumsum(~is_linked) - 1
    ends = np.r_[starts[1:], len(is_linked)] - 1
    return (starts[run], ends[run]) if len(starts) else (starts, starts)


def _list_pairs(
    owners: NDArray[np.int32], buckets: NDArray[np.int32], organs: NDArray[np.int32], sizes: NDArray[np.int64],
    reports: pd.DataFrame,
) -> pd.DataFrame:  # fmt: skip
    one, other, shared = _count_shared(owners, buckets, len(sizes))
    share, other_share = shared / sizes[one], shared / sizes[other]
    is_alike = (shared >= LEAST_SHARED) & (np.maximum(share, other_share) >= LEAST_SHARE)
    one, other, share, other_share = one[is_alike], other[is_alike], share[is_alike], other_share[is_alike]
    ids = reports["report_id"].to_numpy()
    published = pd.to_datetime(reports["published"]).to_numpy()
    is_swapped = ids[one] > ids[other]
    one, other = np.where(is_swapped, other, one), np.where(is_swapped, one, other)
    share, other_share = np.where(is_swapped, other_share, share), np.where(is_swapped, share, other_share)
    first = np.where(published[one] < published[other], ids[one], ids[other]).astype(float)
    first[~((published[one] < published[other]) | (published[other] < published[one]))] = np.nan
    frame = pd.DataFrame(
        {
            "report_id": ids[one], "other_id": ids[other], "share": share, "other_share": other_share,
            "is_same_organ": organs[one] == organs[other], "first_id": pd.array(first, dtype="Int64"),
        }
    )  # fmt: skip
    return frame.sort_values(["report_id", "other_id"], ignore_index=True)[PAIR_COLUMNS]


def _count_shared(
    owners: NDArray[np.int32], buckets: NDArray[np.int32], count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """(one, other, how many shingles they share) of all reports that share any."""
    pieces = []
    distance = 1
    while len(at := np.flatnonzero(buckets[distance:] == buckets[:-distance])):
        one, other = owners[at].astype(np.int64), owners[at + distance].astype(np.int64)
        pieces.append(np.minimum(one, other) * count + np.maximum(one, other))
        distance += 1
    joined = np.concatenate(pieces) if pieces else np.empty(0, dtype=np.int64)
    keys, shared = np.unique(joined, return_counts=True)
    return keys // max(count, 1), keys % max(count, 1), shared
