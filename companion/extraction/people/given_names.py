"""Given names: whether two may be the same person's, and the gender they tell."""

from __future__ import annotations

from companion.extraction import lexicon


def gender_of(given: str) -> str:
    """The gender that a given name in small letters tells: "m", "f" or ""."""
    return lexicon.first_names().get(given, "")


def formal_names(given: str) -> set[str]:
    """The name itself, and those that it may be short for."""
    found = {given, *lexicon.nicknames().get(given, ())}
    if given.endswith(("ie", "ey")):
        found.add(given[:-2])
    elif given.endswith("y"):
        found.add(given[:-1])
    return found


def are_nicknames(one: str, other: str) -> bool:
    """Whether the two may be names of one who bears one of them: "loo" and "louisa", "kit" and "kitty"."""
    if one == other or formal_names(one) & formal_names(other):
        return True
    short, full = sorted((one, other), key=len)
    return 3 <= len(short) < len(full) and full.startswith(short)


def is_diminutive(one: str, other: str) -> bool:
    """Whether one of the two is the nickname of the other, and not only another form of it ("mary", "maria")."""
    known = lexicon.nicknames()
    if one == other:
        return True
    if one not in known.get(other, ()) and other not in known.get(one, ()) and not _is_beginning(one, other):
        return False
    return len(one) != len(other) and one[:-1] not in other and other[:-1] not in one or one[:2] != other[:2] or _is_beginning(one, other)


def _is_beginning(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    return 3 <= len(short) < len(full) and full.startswith(short)


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
