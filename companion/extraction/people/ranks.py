"""Ranks: what titles tell of who may bear them, and which can not be one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle

WIFE = "mrs"
MAIDEN = "miss"
LADY = "lady"
LADIES = frozenset(
    {"mrs", "lady", "countess", "princess", "duchess", "baroness", "marchioness", "viscountess", "queen"}
)
MEN = frozenset({"mr", "master"})
CALLINGS = frozenset({"dr", "professor", "reverend", "comrade", "citizen"})
"""Titles that go with any other of the same person."""

NOBLE = frozenset({"sir", "lord", "king", "prince", "duke", "earl", "emperor", "pope", "tsar"})
HEADS = frozenset({"mr", "mrs", "lord", "lady", "sir"})
AUNTS = frozenset({"aunt", "uncle"})
SAINT = "saint"
RANKS = NOBLE | LADIES - {WIFE} | {"count", "viscount", "marquis", "baron", "empress", "tsarina"}
"""Titles that a person is seldom called without."""

RULERS = frozenset({"king", "queen", "emperor", "empress", "pope", "tsar", "tsarina"})
"""Titles of those who have no surname, and are often called by the bare name."""


def same_gender(one: str, other: str) -> bool:
    """Whether two genders may be one person's; "" may be either."""
    return not one or not other or one == other


def share_title(handle: Handle, bearer: Bearer) -> bool:
    """Whether the bearer is also named elsewhere with one of the handle's titles."""
    return not bearer.titles.keys().isdisjoint(handle.titles)


def titles_agree(handle: Handle, bearer: Bearer) -> bool:
    """Whether no title of the one forbids one of the other, as "Mrs Grant" forbids "Dr Grant"."""
    hers = LADIES | {MAIDEN}
    if not hers.isdisjoint(handle.titles):
        return bool(bearer.given) or not bearer.titles or not hers.isdisjoint(bearer.titles)
    if not handle.gender and bearer.gender == "f":
        return share_title(handle, bearer)
    return True


def is_noble(bearer: Bearer) -> bool:
    """Whether the bearer is mostly named with a rank that is not the son's and takes the place of "Mr"."""
    return sum(bearer.titles[title] for title in NOBLE) * 4 > bearer.count
