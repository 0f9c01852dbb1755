"""Bearers: the persons that are being put together from handles, and how well a handle fits one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.extraction.people.given_names import gender_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.extraction.people.handles import Handle


RANKS = frozenset(
    "sir lord king prince duke earl emperor pope tsar count viscount marquis baron lady queen princess duchess"
    " countess empress tsarina viscountess marchioness baroness".split()
)
"""Titles that a person is seldom called without."""

_LESS = 0.2
"""What a name behind a rank counts, when it is asked who is called by the name alone."""


@dataclass(eq=False, slots=True)
class Bearer:
    """A person in the making. `given` and `families` count the names that the handles tell.

    `called` weighs how much each name is used for this one.
    """

    handles: list[Handle] = field(default_factory=list)
    given: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    called: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    titles: Counter[str] = field(default_factory=Counter)
    titled_gender: str = ""
    patronymic: str = ""
    count: int = 0

    @property
    def gender(self) -> str:
        """The gender that titles or else the commonest given name tell: "m", "f" or ""."""
        if self.titled_gender:
            return self.titled_gender
        genders = (gender_of(name) for name, _ in self.given.most_common())
        return next((gender for gender in genders if gender), "")

    def add(self, handle: Handle, given: tuple[str, ...] = (), family: str = "") -> None:
        """Take the handle as one of this bearer's, its word meaning these names."""
        self.handles.append(handle)
        self.count += handle.count
        self.titles.update(dict.fromkeys(handle.titles, handle.count))
        weight = handle.count if RANKS.isdisjoint(handle.titles) else handle.count * _LESS
        for name in given:
            self.given[name] += handle.count
            self.called[name] += weight
        if family:
            self.families[family] += handle.count
            self.called[family] += weight
        self.titled_gender = self.titled_gender or handle.gender
        self.patronymic = self.patronymic or handle.patronymic


class Bearers:
    """All persons in the making, found by given name and by surname."""

    def __init__(self) -> None:
        self.all: dict[Bearer, None] = {}
        self.by_given: defaultdict[str, dict[Bearer, None]] = defaultdict(dict)
        self.by_family: defaultdict[str, dict[Bearer, None]] = defaultdict(dict)

    def __iter__(self) -> Iterator[Bearer]:
        return iter(self.all)

    def add(
        self, handle: Handle, bearer: Bearer | None, given: tuple[str, ...] = (), family: str = ""
    ) -> Bearer:
        """Give the handle to `bearer`, or to a new one when there is none."""
        bearer = bearer or Bearer()
        bearer.add(handle, given, family)
        self.all[bearer] = None
        for name in given:
            self.by_given[name][bearer] = None
        if family:
            self.by_family[family][bearer] = None
        return bearer

    def join(self, one: Bearer, other: Bearer) -> Bearer:
        """Make the two one person, and return it."""
        if one.count < other.count:
            one, other = other, one
        one.handles += other.handles
        one.count += other.count
        one.given += other.given
        one.families += other.families
        one.titles += other.titles
        for name, weight in other.called.items():
            one.called[name] += weight
        one.titled_gender = one.titled_gender or other.titled_gender
        one.patronymic = one.patronymic or other.patronymic
        del self.all[other]
        for names, index in ((other.given, self.by_given), (other.families, self.by_family)):
            for name in names:
                index[name].pop(other, None)
                index[name][one] = None
        return one
