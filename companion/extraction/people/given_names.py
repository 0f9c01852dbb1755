"""Given names: whether two may be the same person's, and the gender they tell."""

from __future__ import annotations

from companion.extraction import lexicon


def gender_of(given: str) -> str:
    """The gender that a given name in small letters tells: "m", "f" or ""."""
    return lexicon.first_names().get(given, "")


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` is a nickname of `full` by the lists, or its beginning ("loo" of "louisa")."""
    if full in lexicon.nicknames().get(short, ()):
        return True
    return 3 <= len(short) < len(full) and full.startswith(short) and len(full) - len(short) <= 6


def are_nicknames(one: str, other: str) -> bool:
    """Whether the two differ, and may both be names of one who bears one of them."""
    if one == other:
        return False
    if is_short_for(one, other) or is_short_for(other, one):
        return True
    known = lexicon.nicknames()
    return bool(known.get(one) and known.get(other) and known[one] & known[other])


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names are equal as far as both go: "J. R." and "John", "Mary Ann" and "Mary"."""
    if not one or not other:
        return not one and not other
    if all(_same(a, b) for a, b in zip(one, other, strict=False)):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and len(short[0]) > 1 and short[0] in long


def _same(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return one == other
