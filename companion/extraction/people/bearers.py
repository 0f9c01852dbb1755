"""Bearers: the persons that are being put together from handles, found by each of their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from companion.extraction.people.given_names import gender_of
from companion.extraction.people.ranks import RANKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.extraction.people.handles import Handle

_MOST = 24
"""How many persons of one name are looked at; keeps a text that repeats one name linear."""

_MANY = 100
"""Of one who is named so many times one title alone does not tell the gender."""

_LESS = 0.2
"""What a name behind a rank counts, when it is asked who is called by the name alone."""


@dataclass(eq=False, slots=True)
class Bearer:
    """A person in the making. `given` and `families` count the names that the handles tell.

    `called` weighs how much each name alone may mean this one.
    """

    handles: list[Handle] = field(default_factory=list)
    given: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    called: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    titles: Counter[str] = field(default_factory=Counter)
    titled_gender: str = ""
    spoken_gender: str = ""
    patronymic: str = ""
    count: int = 0

    @property
    def gender(self) -> str:
        """The gender that titles, or else "he" and "she", or the commonest given name tell: "m", "f" or "".

        A title that stands but once among many is a joke or a slip: "Auntie Tibby".
        """
        if self.titled_gender and (self.count < _MANY or self.titles.total() > 1):
            return self.titled_gender
        if self.spoken_gender:
            return self.spoken_gender
        given = self.given if len(self.given) < 2 else dict(self.given.most_common())
        genders = (gender_of(name) for name in given)
        return next((gender for gender in genders if gender), "")

    @property
    def suffix(self) -> str:
        """What tells this one from others of the name: "ii", "jr"; empty when nothing does."""
        return next((handle.suffix for handle in self.handles if handle.suffix), "")

    @property
    def first_name(self) -> str:
        """The given name that is told most often; empty when none is told."""
        if len(self.given) < 2:
            return next(iter(self.given), "")
        return max(self.given, key=self.given.__getitem__)

    def add(self, handle: Handle, given: Iterable[str] = (), family: str = "") -> None:
        """Take the handle as one of this bearer's, its word meaning these names."""
        self.handles.append(handle)
        self.count += handle.count
        self.titles.update(dict.fromkeys(handle.titles, handle.count))
        is_ranked = not handle.suffix and not RANKS.isdisjoint(handle.titles)
        weight = handle.count * _LESS if is_ranked else handle.count
        for name in given:
            self.given[name] += handle.count
            self.called[name] += weight
        if family:
            self.families[family] += handle.count
            self.called[family] += weight
        if handle.lone and not handle.titles:
            self.spoken_gender = self.spoken_gender or handle.gender
        else:
            self.titled_gender = self.titled_gender or handle.gender
        self.patronymic = self.patronymic or handle.patronymic

    def drop(self, handle: Handle) -> None:
        """Give up a handle of one name."""
        self.handles.remove(handle)
        self.count -= handle.count
        self.titles -= Counter(dict.fromkeys(handle.titles, handle.count))
        names = self.given if handle.word in self.given else self.families
        names -= Counter({handle.word if names is self.given else handle.family_word: handle.count})

    def absorb(self, other: Bearer) -> None:
        """Take all that the other one has."""
        self.handles += other.handles
        self.count += other.count
        self.given += other.given
        self.families += other.families
        self.titles += other.titles
        for name, weight in other.called.items():
            self.called[name] += weight
        self.titled_gender = self.titled_gender or other.titled_gender
        self.spoken_gender = self.spoken_gender or other.spoken_gender
        self.patronymic = self.patronymic or other.patronymic


class Bearers:
    """All persons in the making, found by given name and by surname."""

    def __init__(self) -> None:
        self._all: dict[Bearer, None] = {}
        self._joined: dict[Bearer, Bearer] = {}
        self._by_given: defaultdict[str, dict[Bearer, None]] = defaultdict(dict)
        self._by_family: defaultdict[str, dict[Bearer, None]] = defaultdict(dict)

    def __iter__(self) -> Iterator[Bearer]:
        return iter(list(self._all))

    def of(self, bearer: Bearer) -> Bearer:
        """Whom the bearer has become a part of, or the bearer."""
        while bearer in self._joined:
            bearer = self._joined[bearer]
        return bearer

    def __contains__(self, bearer: object) -> bool:
        return bearer in self._all

    def of_given(self, name: str) -> list[Bearer]:
        """Those of the given name, the first ones of very many."""
        return list(islice(self._by_given.get(name, ()), _MOST))

    def of_family(self, name: str) -> list[Bearer]:
        """Those of the surname, the first ones of very many."""
        return list(islice(self._by_family.get(name, ()), _MOST))

    def add(
        self, handle: Handle, bearer: Bearer | None, given: Iterable[str] = (), family: str = ""
    ) -> Bearer:
        """Give the handle to `bearer`, or to a new one when there is none."""
        given = tuple(given)
        bearer = bearer or Bearer()
        bearer.add(handle, given, family)
        self._all[bearer] = None
        for name in given:
            self._by_given[name][bearer] = None
        if family:
            self._by_family[family][bearer] = None
        return bearer

    def join(self, one: Bearer, other: Bearer) -> None:
        """Make the two one person, who is the one named more often."""
        if one.count < other.count:
            one, other = other, one
        one.absorb(other)
        self._joined[other] = one
        del self._all[other]
        for names, index in ((other.given, self._by_given), (other.families, self._by_family)):
            for name in names:
                index[name].pop(other, None)
                index[name][one] = None

    def give(self, handle: Handle, owner: Bearer, other: Bearer | None, *, is_given: bool) -> Bearer:
        """Give a handle of one name from its owner to `other`, or to a new one when there is none.

        `is_given` says whether the name is a given name to the new owner, or else the surname.
        """
        owner.drop(handle)
        word = handle.word if is_given else handle.family_word
        return self.add(handle, other, (word,) if is_given else (), "" if is_given else word)
