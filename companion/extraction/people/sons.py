"""Sons: a son who has his father's name is told from him: young Tom from Mr. Gradgrind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.extraction.people.ranks import MEN

if TYPE_CHECKING:
    from companion.extraction.people.bearers import Bearer, Bearers
    from companion.extraction.people.company import Company
    from companion.extraction.people.handles import Handle

_YOUNG = "young"
_YOUNG_OFTEN = 5
"""So many times at least the son is called young."""

_BOTH_OFTEN = 20
"""So many times at least the son is called by the first name, and the father by Mr and the surname."""


def part_sons(bearers: Bearers, company: Company) -> None:
    """Make two persons of each who is called "young Tom" as well as "Mr. Gradgrind", both of them often.

    What has the surname stays the father's, for the son is called by the first name.
    """
    for bearer in bearers:
        if bearer.gender != "m" or len(bearer.handles) < 2:
            continue
        by_first_name = [handle for handle in bearer.handles if _is_first_name(handle, bearer)]
        if not _are_often(by_first_name):
            continue
        by_surname = [h for h in bearer.handles if not h.is_full and h.family_word in bearer.families]
        if not _are_often([h for h in by_surname if not MEN.isdisjoint(h.titles)]):
            continue
        young = sum(handle.count for handle in by_first_name if handle.epithet == _YOUNG)
        if young + company.behind(_YOUNG, by_first_name) >= _YOUNG_OFTEN:
            son: Bearer | None = None
            for handle in by_first_name:
                son = bearers.give(handle, bearer, son, is_given=True)


def _is_first_name(handle: Handle, bearer: Bearer) -> bool:
    return not handle.is_full and handle.word in bearer.given and handle.word not in bearer.families


def _are_often(handles: list[Handle]) -> bool:
    return sum(handle.count for handle in handles) >= _BOTH_OFTEN
