"""Merging: handles become persons, full names first, then titled names, then bare ones and nicknames."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.people.bearers import Bearer, Bearers
from companion.extraction.people.given_names import agree, are_nicknames, gender_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.extraction.people.apart import Apart
    from companion.extraction.people.handles import Handle

_MOST = 40
"""How many persons of one name are looked at; keeps a text that repeats one surname linear."""

_WIVES = frozenset(
    {"mrs", "lady", "countess", "princess", "duchess", "baroness", "marchioness", "viscountess"}
)


class Merged(NamedTuple):
    """The persons, and for each handle that several of them may mean those several."""

    bearers: list[Bearer]
    ambiguous: dict[Handle, tuple[Bearer, ...]]


class Merger:
    """Puts the handles of one text together."""

    def __init__(self, apart: Apart) -> None:
        self._apart = apart
        self._bearers = Bearers()
        self._ambiguous: dict[Handle, tuple[Bearer, ...]] = {}

    def merge(self, handles: Sequence[Handle]) -> Merged:
        """All persons of the handles."""
        full = [handle for handle in handles if handle.is_full]
        full.sort(key=lambda handle: (-len(handle.given) - bool(handle.surname), -handle.count))
        for handle in full:
            self._place_full(handle)
        single = [handle for handle in handles if not handle.is_full]
        single.sort(key=lambda handle: -handle.count)
        for handle in single:
            if handle.titles:
                self._place_titled(handle)
        for handle in single:
            if not handle.titles:
                self._place_bare(handle)
        self._join_nicknames()
        return Merged(list(self._bearers), {h: self._alive(b) for h, b in self._ambiguous.items()})

    def _alive(self, bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
        return tuple(bearer for bearer in bearers if bearer in self._bearers.all)

    # full names

    def _place_full(self, handle: Handle) -> None:
        if "mrs" in handle.titles and handle.given and gender_of(handle.given[0]) == "m":
            self._bearers.add(handle, self._wife_of(handle), (), handle.family)
            return
        fitting = [
            bearer
            for bearer in islice(self._bearers.by_family[handle.family or handle.given[-1]], _MOST)
            if self._is_same_full(handle, bearer)
        ]
        bearer = max(fitting, key=lambda b: (b.given[handle.given[0]] > 0, b.count), default=None)
        self._bearers.add(handle, bearer, handle.given[:1], handle.family or handle.given[-1])

    def _is_same_full(self, handle: Handle, bearer: Bearer) -> bool:
        if not _same_gender(handle.gender or gender_of(handle.given[0]), bearer.gender):
            return False
        return any(
            other.is_full and other.suffix == handle.suffix and agree(handle.given, other.given)
            for other in bearer.handles
        )

    def _wife_of(self, handle: Handle) -> Bearer | None:
        same = (b for b in islice(self._bearers.by_family[handle.family], _MOST) if b.titled_gender == "f")
        return next((b for b in same if any(h.given == handle.given for h in b.handles)), None)

    # a title and one name

    def _place_titled(self, handle: Handle) -> None:
        word = handle.word.rsplit(" ", 1)[-1]
        as_given = () if handle.surname else self._bearers.by_given.get(word, ())
        as_family = self._bearers.by_family.get(word, ()) if not handle.given or not as_given else ()
        found = self._fitting(handle, as_given)
        bearer = _heaviest(found)
        if bearer is not None:
            self._bearers.add(handle, bearer, (word,))
            return
        found = self._fitting(handle, as_family)
        if "mrs" in handle.titles:
            found = [b for b in found if self._may_be_wife(b)]
        elif "miss" in handle.titles:
            found = [b for b in found if "mrs" not in b.titles]
        bearer = self._best_of_family(handle, found)
        if bearer is None and (handle.given or (handle.lone and gender_of(word) and not as_family)):
            self._bearers.add(handle, None, (word,))
        else:
            self._bearers.add(handle, bearer, (), word)

    def _fitting(self, handle: Handle, bearers: Iterable[Bearer]) -> list[Bearer]:
        return [
            bearer
            for bearer in islice(bearers, _MOST)
            if _same_gender(handle.gender, bearer.gender) and not self._are_apart(handle, bearer)
        ]

    def _are_apart(self, one: Handle | Bearer, other: Handle | Bearer) -> bool:
        count = self._apart.between(one, other)
        return count >= 2 and count > 0.04 * min(one.count, other.count)

    def _may_be_wife(self, bearer: Bearer) -> bool:
        return "miss" not in bearer.titles

    def _best_of_family(self, handle: Handle, found: list[Bearer]) -> Bearer | None:
        same = [b for b in found if not b.given and set(handle.titles) & set(b.titles)]
        if same:
            return same[0]
        named = [b for b in found if b.given]
        if len(named) == 1 or (named and not {"mrs", "miss"} & set(handle.titles)):
            return _heaviest(named)
        return (
            _heaviest([b for b in found if not b.given]) if not {"mrs", "miss"} & set(handle.titles) else None
        )

    # a name alone

    def _place_bare(self, handle: Handle) -> None:
        word = handle.word.rsplit(" ", 1)[-1]
        told = gender_of(word)
        as_given = [
            b for b in islice(self._bearers.by_given.get(word, ()), _MOST) if _same_gender(told, b.gender)
        ]
        as_family = [] if handle.given else list(islice(self._bearers.by_family.get(word, ()), _MOST))
        found = list(dict.fromkeys([*as_given, *as_family]))
        if len(found) > 1:
            for bearer in found:
                self._bearers.by_given[word][bearer] = None
            self._ambiguous[handle] = tuple(found)
        elif found:
            self._bearers.add(handle, found[0], (word,) if found[0] in as_given else ())
        else:
            self._bearers.add(handle, None, (word,))

    # nicknames

    def _join_nicknames(self) -> None:
        known = lexicon.nicknames()
        for bearer in sorted(self._bearers, key=lambda b: -b.count):
            if bearer not in self._bearers.all or not bearer.given:
                continue
            name = bearer.given.most_common(1)[0][0]
            others = [
                other
                for full in {*known.get(name, ())}
                for other in islice(self._bearers.by_given.get(full, ()), _MOST)
                if other is not bearer and self._may_be_nickname(name, full, bearer, other)
            ]
            best = _heaviest(others)
            if best is not None:
                self._bearers.join(bearer, best)

    def _may_be_nickname(self, name: str, full: str, bearer: Bearer, other: Bearer) -> bool:
        if not are_nicknames(name, full) or not _same_gender(bearer.gender, other.gender):
            return False
        if bearer.families and other.families and not bearer.families.keys() & other.families.keys():
            return False
        return not self._are_apart(bearer, other)


def _same_gender(one: str, other: str) -> bool:
    return not one or not other or one == other


def _heaviest(bearers: Iterable[Bearer]) -> Bearer | None:
    return max(bearers, key=lambda bearer: bearer.count, default=None)
