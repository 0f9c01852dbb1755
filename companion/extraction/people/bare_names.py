"""Bare names: whom one name alone may mean, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.extraction.people.given_names import are_nicknames, gender_of
from companion.extraction.people.ranks import same_gender

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.extraction.people.bearers import Bearer, Bearers
    from companion.extraction.people.handles import Handle

_RARE = 40
"""A surname that stands alone so many times as often as with another name is no surname."""

_SELDOM = 10
"""A name that stands alone so many times as often as in all full names is one main character's."""

_FAMOUS = 5
"""Who is named so many times as often as others of a surname that hardly stands in full is meant by it."""

_TOLD = 3.0
_HERS = 0.05
_MAY_BE = 0.1
"""Weights of a known first name and of a woman where there are men; below the last share nobody is meant."""


def meant_by(handle: Handle, bearers: Bearers) -> dict[Bearer, float]:
    """Those whom a name alone may mean, with their weights, 1 for the likeliest; none for a new one."""
    word = handle.family_word
    weights = _weights(handle, bearers)
    best = max(weights.values(), default=0.0)
    if best * _RARE < handle.count:
        weights = {b: w for b, w in weights.items() if not b.given or b.given[word] or b.families[word] > 2}
        best = max(weights.values(), default=0.0)
    if sum(weights.values()) * _SELDOM < handle.count:
        full = {b: w for b, w in weights.items() if b.given and b.families and 2 * w >= best}
        famous = _famous(bearers.of_family(word))
        weights = {famous: 1.0} if famous else full if len(full) == 1 else weights
        best = 1.0 if famous else best
    return {bearer: weight / best for bearer, weight in weights.items() if weight >= _MAY_BE * best > 0}


def _famous(family: list[Bearer]) -> Bearer | None:
    """The man who is named far oftener than all others of the family, if there is one: the main character."""
    men = [b for b in family if b.given and b.gender != "f"]
    first = max(men, key=lambda bearer: bearer.count, default=None)
    if first is None:
        return None
    others = [b for b in men if not are_nicknames(b.first_name, first.first_name)]
    return first if first.count > _FAMOUS * max((b.count for b in others), default=0) else None


def _weights(handle: Handle, bearers: Bearers) -> Mapping[Bearer, float]:
    """How much the bare name may mean each of those who bear it."""
    word = handle.family_word
    told = handle.gender or gender_of(word)
    weights: dict[Bearer, float] = {}
    for bearer in called_so(handle, bearers.of_given(word)):
        # A man may have a name that elsewhere is a woman's; a wife may have her husband's.
        if same_gender(told, bearer.gender) or bearer.titled_gender == "m":
            weights[bearer] = bearer.called[word] * (_TOLD if told else 1.0)
    family = bearers.of_family(word) if not handle.given else []
    men = any(bearer.gender != "f" for bearer in family)
    for bearer in family:
        weight = bearer.called[word] * (_HERS if men and bearer.gender == "f" else 1.0)
        weights[bearer] = weights.get(bearer, 0.0) + weight
    return weights


def called_so(handle: Handle, bearers: list[Bearer]) -> list[Bearer]:
    """Those of a given name who are also called by it alone, if any.

    Who is known by given name and patronymic ("Mary Hendrikhovna") is always called by both, unless there is
    nobody else of the name.
    """
    others = [b for b in bearers if b.families or not b.patronymic or b.count > handle.count]
    return others or bearers
