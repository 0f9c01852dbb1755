"""Merging: handles become persons, full names first, then first names, titled names and bare surnames."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.people.bare_names import called_so, meant_by
from companion.extraction.people.bearers import Bearer, Bearers
from companion.extraction.people.families import meant_of_family
from companion.extraction.people.fitting import fitness, is_called, is_same_full, is_turned
from companion.extraction.people.given_names import gender_of, is_first_name
from companion.extraction.people.joining import (
    join_aliases,
    join_aunts,
    join_nicknames,
    join_ranked,
    settle_daughters,
)
from companion.extraction.people.namesakes import of_several, part_namesakes, rulers_of
from companion.extraction.people.ranks import (
    AUNTS,
    LADIES,
    MAIDEN,
    MEN,
    RANKS,
    RULERS,
    SAINT,
    WIFE,
    same_gender,
    share_title,
    titles_agree,
)
from companion.extraction.people.scenes import (
    join_halves,
    join_maidens,
    join_married,
    settle_wives,
    without_wife,
)
from companion.extraction.people.second_wives import settle_second_wives
from companion.extraction.people.sons import part_fathers, part_sons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from companion.extraction.people.company import Company
    from companion.extraction.people.handles import Handle

_CLEARLY = 5
"""Who bears a first name so many times as surely as all others is meant by it alone."""

_MAIN = 10
"""A name that stands alone so many times as often as in all full names is one main character's."""

_RARELY = 20
"""A ruler's name that stands alone so many times as often as with this number means another."""

_OFTEN = 4
"""A ruler is told by the title in one of so many places at least."""

_SURE = 5
"""So many titled places of a surname make sure of it."""

_RARE = 40
"""A surname that stands alone so many times as often as with another name is no surname."""

_BEFORE_BOTH = MEN | AUNTS | RANKS | {MAIDEN, WIFE}
"""Titles that stand before first names as well as before surnames."""

_SHARED = frozenset({"miss", "mr"})
_MOSTLY = 1.0
_RIVAL = 0.4
"""Titles of brothers or sisters; how much oftener they must be called otherwise, and a younger's weight."""


class Merged(NamedTuple):
    """The persons, and for each handle that may mean several of them those several with their weights."""

    bearers: list[Bearer]
    ambiguous: dict[Handle, dict[Bearer, float]]


def merge(handles: Sequence[Handle], company: Company, told: Iterable[tuple[Handle, Handle]] = ()) -> Merged:
    """All persons of the handles, of which `company` tells which stand together.

    `told` are pairs of handles of which the text says that they are one person's.
    """
    return _Merger(company).merge(handles, told)


class _Merger:
    """Puts the handles of one text together."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._bearers = Bearers()
        self._ambiguous: dict[Handle, dict[Bearer, float]] = {}
        self._shared: dict[Handle, dict[Bearer, float]] = {}
        self._alone: Mapping[str, int] = {}
        self._titled: Counter[str] = Counter()
        self._surnamed: Counter[str] = Counter()
        self._ruling: Counter[str] = Counter()
        self._double: Set[str] = frozenset()
        self._wives: dict[str, list[Handle]] = {}

    def merge(self, handles: Sequence[Handle], told: Iterable[tuple[Handle, Handle]]) -> Merged:
        self._alone = Counter({h.lone: h.count for h in handles if h.lone and not h.titles})
        mister = Counter({h.surname: h.count for h in handles if h.titles == ("mr",) and not h.is_full})
        self._double = {name for name, count in mister.items() if count >= _SURE and not is_first_name(name)}
        self._place(handles)
        self._join(told)
        self._settle()
        return Merged(list(self._bearers), {h: self._left(b) for h, b in self._ambiguous.items()})

    def _place(self, handles: Sequence[Handle]) -> None:
        """Give each handle to one bearer or several: full names first, then single ones, the surest first."""
        full = [handle for handle in handles if handle.is_full or handle.suffix]
        full.sort(
            key=lambda handle: (-len(handle.given) - bool(handle.surname), not handle.suffix, -handle.count)
        )
        for handle in full:
            self._place_full(handle)
        single = [handle for handle in handles if not handle.is_full and not handle.suffix]
        single.sort(key=lambda handle: -handle.count)
        self._make_sure(single)
        for handle in single:
            if handle.titles == (WIFE,) and not handle.given:
                self._wives.setdefault(handle.family_word, []).append(handle)
        later = [handle for handle in single if not self._place_first_name(handle)]
        join_nicknames(self._bearers, self._company, kin_only=True)
        titled = [handle for handle in later if handle.titles]
        titled.sort(key=lambda handle: not LADIES.isdisjoint(handle.titles))
        for handle in titled:
            self._place_titled(handle)
        for handle in later:
            if not handle.titles:
                self._place_bare(handle)

    def _join(self, told: Iterable[tuple[Handle, Handle]]) -> None:
        """Join bearers that are one person by what they are called and where they stand."""
        join_nicknames(self._bearers, self._company, kin_only=False)
        join_ranked(self._bearers, self._company)
        join_aunts(self._bearers, self._company)
        join_aliases(self._bearers, self._company, told)
        settle_wives(self._bearers, self._company)
        join_halves(self._bearers, self._company)
        join_married(self._bearers, self._company)
        join_maidens(self._bearers, self._company)

    def _settle(self) -> None:
        """Part bearers that are several persons, and let be decided by place what may mean any of them."""
        part_sons(self._bearers, self._company)
        part_namesakes(self._bearers, self._company)
        self._ambiguous.update(part_fathers(self._bearers, self._company))
        self._ambiguous.update(settle_second_wives(self._bearers, self._company))
        for shared, weights in self._shared.items():
            self._part(shared, weights)
        settle_daughters(self._bearers, self._company)

    def _left(self, weights: Mapping[Bearer, float]) -> dict[Bearer, float]:
        left: dict[Bearer, float] = {}
        for bearer, weight in weights.items():
            now = self._bearers.of(bearer)
            left[now] = max(weight, left.get(now, 0.0))
        return left

    def _place_full(self, handle: Handle) -> None:
        """A given name with another name, or a ruler's with a number."""
        bearers = self._bearers
        if SAINT in handle.titles:
            bearers.add(handle, None)
        elif not handle.is_full:
            self._place_numbered(handle)
        elif WIFE in handle.titles and gender_of(handle.given[0]) != "f":
            bearers.add(handle, self._wife_of(handle), (), handle.family)
        elif bearers.of_given(f"{handle.given[0]}-{handle.family}"):
            name = f"{handle.given[0]}-{handle.family}"
            bearers.add(handle, bearers.of_given(name)[0], (name,))
        elif handle.given[0] in self._double and handle.surname:
            # "M. Noirtier de Villefort" is M. Noirtier, and not M. de Villefort.
            same = (b for b in bearers.of_family(handle.given[0]) if not b.given)
            bearers.add(handle, next(same, None), (), handle.given[0])
        else:
            first, family = handle.given[0], handle.family
            near = bearers.of_family(family) if family else bearers.of_given(first)
            several = of_several(handle, near)
            if several:
                self._ambiguous[handle] = several
                return
            near = [bearer for bearer in near if not self._company.are_listed_apart([handle], bearer.handles)]
            fitting = [bearer for bearer in near if is_same_full(handle, bearer)]
            fitting = fitting or [b for b in bearers.of_given(family) if is_turned(handle, b)]
            bearer = max(fitting, key=lambda b: (b.given[first] > 0, b.count), default=None)
            bearers.add(handle, bearer, (first,), family)

    def _place_numbered(self, handle: Handle) -> None:
        bearers, word = self._bearers, handle.family_word
        family = bearers.of_family(word)
        same = (b for b in (*bearers.of_given(word), *family) if b.suffix == handle.suffix)
        if handle.surname or (family and not bearers.of_given(word)):
            bearers.add(handle, next(same, None), (), word)
            return
        is_meant = handle.count * _RARELY > self._alone.get(word, 0)
        bearers.add(handle, next(same, None), (word,) if is_meant else ())

    def _wife_of(self, handle: Handle) -> Bearer | None:
        """Who is already called by the same man's name: "Mrs. James Highcamp"."""
        wives = (b for b in self._bearers.of_family(handle.family) if b.titled_gender == "f")
        return next((b for b in wives if any(h.given == handle.given for h in b.handles)), None)

    def _make_sure(self, single: Iterable[Handle]) -> None:
        """A surname that also stands behind a title is one: a full name with it is no chance meeting.

        Behind some titles either name may stand; what can only be a surname there is counted once more.
        """
        for handle in single:
            if handle.titles and not handle.given:
                self._titled[handle.word] += handle.count
                self._surnamed[handle.surname] += handle.count
            if not RULERS.isdisjoint(handle.titles):
                self._ruling[handle.word] += handle.count
        for bearer in self._bearers:
            for family in bearer.families:
                for given in bearer.given:
                    if bearer.given[given] >= self._surnamed[given]:
                        bearer.called[given] += min(_SURE, self._titled[family])

    def _place_first_name(self, handle: Handle) -> bool:
        """Give a bare first name to the only one who clearly bears it in full; say whether there was one."""
        word = handle.lone
        found = called_so(handle, self._bearers.of_given(word)) if word and not handle.titles else []
        best = max(found, key=lambda bearer: bearer.called[word], default=None)
        if best is None:
            return False
        most = best.called[word]
        if self._rules(handle) > most and RULERS.isdisjoint(best.titles):
            return False
        if best.suffix and any(b.suffix and b is not best for b in found):
            return False
        others = sum(bearer.called[word] for bearer in (*found, *self._bearers.of_family(word))) - most
        others += self._surnamed[word]
        if others * _CLEARLY > most and handle.count < _MAIN * (others + most):
            return False
        self._bearers.add(handle, best, (word,))
        return True

    def _rules(self, handle: Handle) -> int:
        """How often a ruler of the handle's name is told, if that is how the name is often borne."""
        ruling = self._ruling[handle.word]
        return ruling if ruling * _OFTEN > handle.count else 0

    def _place_titled(self, handle: Handle) -> None:
        """A title and one name: of the given name or of the family, as the title tells."""
        bearers, word = self._bearers, handle.family_word
        if SAINT in handle.titles:
            # A saint is called by the bare name only where that is not the name of a main character.
            is_meant = handle.count * _MAIN > self._alone.get(word, 0)
            bearers.add(handle, None, (word,) if is_meant and not bearers.of_given(word) else ())
            return
        family = bearers.of_family(word)
        as_given, as_family = self._meant_by_title(handle, family)
        bearer = meant_of_family(handle, as_family, family, self._company) if as_family else None
        if bearer:
            self._share(handle, bearer, family)
        if bearer is None and as_given:
            self._place_titled_given(handle, as_given)
        elif bearer is None and (handle.given or (handle.lone and gender_of(word) and not as_family)):
            bearers.add(handle, None, (word,))
        else:
            bearers.add(handle, bearer, (), word)

    def _meant_by_title(self, handle: Handle, family: Iterable[Bearer]) -> tuple[list[Bearer], list[Bearer]]:
        """Those whom a title and one name may mean, by their first name, and by that of the `family`."""
        word = handle.family_word
        as_given = called_so(handle, self._fitting(handle, self._bearers.of_given(word)))
        as_given = self._titled_by_first_name(handle, as_given)
        as_family = self._fitting(handle, family)
        if handle.surname and as_family and not self._is_rather_given(word, as_given, as_family):
            as_given = []
        elif as_given and (handle.given or handle.surname):
            as_family = []
        if MAIDEN in handle.titles:
            as_family = without_wife(handle, as_family, self._wives.get(word, ()), self._company)
        return as_given, as_family

    def _titled_by_first_name(self, handle: Handle, as_given: list[Bearer]) -> list[Bearer]:
        """Those of a first name who may be called by it behind the handle's title."""
        if not RULERS.isdisjoint(handle.titles):
            return [b for b in as_given if not b.families or self._may_rule(handle, b)]
        if not handle.surname or not _BEFORE_BOTH.isdisjoint(handle.titles):
            return as_given
        # "Governor Thomas" is Thomas Godfrey only where he is far oftener but Thomas.
        often = self._alone.get(handle.family_word, 0) >= _MAIN * handle.count
        return [b for b in as_given if often or not b.families or share_title(handle, b)]

    def _place_titled_given(self, handle: Handle, as_given: Sequence[Bearer]) -> None:
        """Give a title and a first name to whom of `as_given` it fits best; of rulers it is told by place."""
        word = handle.family_word
        best = max(as_given, key=lambda b: (fitness(handle, b), b.given[word]))
        rulers = rulers_of(word, as_given) if best.suffix else {}
        if rulers:
            self._ambiguous[handle] = rulers
        else:
            self._bearers.add(handle, best, (word,))

    def _may_rule(self, handle: Handle, bearer: Bearer) -> bool:
        """Whether one with a surname is meant by a ruler's title: "Emperor Napoleon", not "King James"."""
        word = handle.family_word
        if not handle.count < bearer.count <= _MAIN * self._alone.get(word, 0):
            return False
        known = word in lexicon.well_known()
        return known or share_title(handle, bearer) or handle.count * _MAIN > bearer.count

    def _share(self, handle: Handle, bearer: Bearer, family: Iterable[Bearer]) -> None:
        """Let "Miss Bennet" be decided place by place, as it means Elizabeth where Jane is far.

        That needs others of the family, and that all of them are mostly called by their first names.
        """
        if not bearer.given or bearer.count < _MOSTLY * handle.count or handle.titles[-1] not in _SHARED:
            return
        others = [b for b in family if b is not bearer and b.given and b.gender == bearer.gender]
        others = [b for b in others if b.count >= _MOSTLY * handle.count and LADIES.isdisjoint(b.titles)]
        if others:
            self._shared[handle] = {bearer: 1.0, **dict.fromkeys(others, _RIVAL)}

    def _part(self, handle: Handle, weights: Mapping[Bearer, float]) -> None:
        """Take a shared handle from the one whom it means by rule, to be decided place by place."""
        left = self._left(weights)
        owner = next((bearer for bearer in left if handle in bearer.handles), None)
        if owner and len(left) > 1:
            owner.handles.remove(handle)
            self._ambiguous[handle] = left

    @staticmethod
    def _is_rather_given(word: str, as_given: Sequence[Bearer], as_family: Sequence[Bearer]) -> bool:
        """Whether "Monsieur Pierre" rather means one who is called Pierre than one of that surname."""
        given = max((bearer.called[word] for bearer in as_given), default=0.0)
        return given > _RARE * max(bearer.called[word] for bearer in as_family)

    def _fitting(self, handle: Handle, bearers: Iterable[Bearer]) -> list[Bearer]:
        return [
            bearer
            for bearer in bearers
            if same_gender(handle.gender, bearer.gender)
            and titles_agree(handle, bearer)
            and (AUNTS.isdisjoint(handle.titles) or is_called(bearer, handle.family_word))
            and not self._company.are_apart(handle, bearer)
        ]

    def _place_bare(self, handle: Handle) -> None:
        """One name alone: that of the only one it can mean, or to be decided place by place."""
        meant = meant_by(handle, self._bearers)
        if len(meant) > 1:
            self._ambiguous[handle] = meant
            return
        bearer = next(iter(meant), None)
        is_given = bearer is None or handle.family_word in bearer.given
        self._bearers.add(handle, bearer, (handle.family_word,) if is_given else ())
