"""Fitting: whether a form may name a bearer, by its given names, title and surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.extraction.people.given_names import agree, gender_of
from companion.extraction.people.ranks import AUNTS, HEADS, RANKS, RULERS, same_gender, share_title

if TYPE_CHECKING:
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle

_TOO_SELDOM = 5
"""Who is named so many times as seldom as a title and a name stand is not meant by them."""

OF = "of"
"""What stands for a first name between a title and a land."""

_OF_LANDS = (RANKS - RULERS) | HEADS | AUNTS
"""Titles of whom has a land, of which one may bear several."""


def fitness(handle: Handle, bearer: Bearer) -> tuple[bool, bool, bool, bool]:
    """How well a bearer of the first name fits a title before it; who is named far too seldom hardly does.

    A countess may be called princess elsewhere, where she was one before she married.
    """
    shares = share_title(handle, bearer)
    is_ranked = not RANKS.isdisjoint(handle.titles) and not RANKS.isdisjoint(bearer.titles)
    often = bearer.count * _TOO_SELDOM >= handle.count
    return shares and often, is_ranked, bearer.count >= handle.count, shares


def is_turned(handle: Handle, bearer: Bearer) -> bool:
    """Whether a full name is the bearer's with the surname first, as in "Higuchi Ichiyo"."""
    return any(
        other.given == (handle.family,) and (other.family,) == handle.given for other in bearer.handles
    )


def is_called(bearer: Bearer, word: str) -> bool:
    """Whether the bearer is named by the word without a rank: "Uncle John" is not Sir John."""
    return bearer.called[word] >= 1


def _may_have_land(handle: Handle, bearer: Bearer) -> bool:
    """Whether one who is told by a land may have the handle's title: its king is not its constable."""
    told = [other.titles for other in bearer.handles if other.given[:1] == (OF,)]
    held = [{title for title in (*titles, *handle.titles) if title not in _OF_LANDS} for titles in told]
    return any(len(titles) < 2 for titles in held) or share_title(handle, bearer)


def is_same_full(handle: Handle, bearer: Bearer) -> bool:
    """Whether a full name may be another form of the bearer's full names."""
    first = handle.given[0]
    if first == OF and not _may_have_land(handle, bearer):
        return False
    if not any(
        other.is_full and other.suffix == handle.suffix and agree(handle.given, other.given)
        for other in bearer.handles
    ):
        return False
    if bearer.given[first]:
        if not same_gender(handle.gender, bearer.titled_gender):
            return False
    elif not same_gender(handle.gender or gender_of(first), bearer.gender):
        return False
    if not handle.surname and not any(other.given[1:2] == handle.given[1:2] for other in bearer.handles):
        return False
    return not (bearer.patronymic and handle.patronymic and bearer.patronymic != handle.patronymic)
