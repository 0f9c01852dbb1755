"""Versions: what two copies of named versions come to, and what one copy has besides the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Version = TypeVar("Version")


def union(
    mine: Mapping[str, Version], theirs: Mapping[str, Version], gone: frozenset[str]
) -> dict[str, Version]:
    """All versions of both copies, by their names, that are not `gone`."""
    found = {name: version for name, version in mine.items() if name not in gone}
    for name, version in theirs.items():
        if name not in gone:
            found[name] = _either(found.get(name, version), version)
    return found


def besides(
    mine: Mapping[str, Version], theirs: Mapping[str, Version], gone: frozenset[str]
) -> dict[str, Version]:
    """The versions that the others neither have nor took away (`gone`)."""
    found = {}
    for name, version in mine.items():
        known = theirs.get(name)
        if known is not version and name not in gone and (known is None or _either(known, version) != known):
            found[name] = version
    return found


def _either(one: Version, other: Version) -> Version:
    """One of two that bear the same name: they are the same, or somebody meddled with a file."""
    return one if one is other or one == other else max(one, other, key=repr)
