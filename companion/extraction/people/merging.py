"""Merging: handles become persons, full names first, then titled names, then bare ones and nicknames."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.people.bearers import Bearer, Bearers
from companion.extraction.people.given_names import agree, are_nicknames, formal_names, gender_of, is_diminutive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from companion.extraction.people.apart import Apart, Company
    from companion.extraction.people.handles import Handle

_MOST = 40
"""How many persons of one name are looked at; keeps a text that repeats one surname linear."""

_APART = ((3, 0.06), (6, 0.03))
"""Names that stand together so many times, and in so large a share of their places, are of two persons."""

_SURE = 5
"""So many titled places of a surname make sure of it."""

_RARE = 40
"""A surname that stands alone so many times as often as with another name is no surname."""

_COMPANY = 1.0
_LITTLE_COMPANY = 0.4
"""How much oftener than by chance a nickname and the full name share a stretch; less where both stand alone."""

_LADIES = frozenset({"mrs", "lady", "countess", "princess", "duchess", "baroness", "marchioness", "queen"})
_MAIDEN = frozenset({"miss"})
_COMMON = frozenset({"mr", "master"})
_AUNTS = frozenset({"aunt", "uncle"})
_HEADS = frozenset({"mr", "mrs", "lord", "lady", "sir"})
_AUNT_TIMES = 5
_AUNT_LIFT = 2.0
_AUNT_SHARE = 0.45
_SAINTS = frozenset({"saint"})
_DOCTORS = frozenset({"dr", "professor", "reverend", "comrade", "citizen"})
_NOBLE = frozenset({"sir", "lord", "king", "prince", "duke", "earl", "emperor", "pope", "saint", "tsar"})


class Merged(NamedTuple):
    """The persons, and for each handle that several of them may mean those several with their weights."""

    bearers: list[Bearer]
    ambiguous: dict[Handle, list[tuple[Bearer, float]]]


class Merger:
    """Puts the handles of one text together."""

    def __init__(self, apart: Apart, company: Company) -> None:
        self._apart = apart
        self._company = company
        self._bearers = Bearers()
        self._ambiguous: dict[Handle, list[tuple[Bearer, float]]] = {}
        self._allowed = 0
        self._alone: Counter[str] = Counter()

    def merge(self, handles: Sequence[Handle]) -> Merged:
        """All persons of the handles."""
        self._alone = Counter({handle.lone: handle.count for handle in handles if handle.lone and not handle.titles})
        full = [handle for handle in handles if handle.is_full or handle.suffix]
        full.sort(key=lambda handle: (-len(handle.given) - bool(handle.surname), -handle.count))
        for handle in full:
            self._place_full(handle)
        single = [handle for handle in handles if not handle.is_full and not handle.suffix]
        self._support(single)
        single.sort(key=lambda handle: -handle.count)
        later = [handle for handle in single if not self._place_first_name(handle)]
        self._join_nicknames()
        for handle in sorted((h for h in later if h.titles), key=_turn):
            self._place_titled(handle)
        for handle in later:
            if not handle.titles:
                self._place_bare(handle)
        self._allowed = 1
        self._join_nicknames()
        self._join_aunts()
        return Merged(list(self._bearers), {h: self._alive(b) for h, b in self._ambiguous.items()})

    def _alive(self, bearers: list[tuple[Bearer, float]]) -> list[tuple[Bearer, float]]:
        return [(bearer, weight) for bearer, weight in bearers if bearer in self._bearers.all]

    # full names

    def _place_full(self, handle: Handle) -> None:
        family = handle.family
        if not _SAINTS.isdisjoint(handle.titles):
            self._bearers.add(handle, None)
            return
        if not handle.is_full:
            self._place_numbered(handle)
            return
        if "mrs" in handle.titles and gender_of(handle.given[0]) == "m":
            self._bearers.add(handle, self._wife_of(handle), (), family)
            return
        near = self._bearers.by_family[family] if family else self._bearers.by_given[handle.given[0]]
        fitting = [bearer for bearer in islice(near, _MOST) if self._is_same_full(handle, bearer)]
        bearer = max(fitting, key=lambda b: (b.given[handle.given[0]] > 0, b.count), default=None)
        self._bearers.add(handle, bearer, handle.given[:1], family)

    def _support(self, single: Iterable[Handle]) -> None:
        """A surname that also stands behind a title is surely one: then the full name is no chance meeting."""
        titled: Counter[str] = Counter()
        for handle in single:
            if handle.titles and not handle.given:
                titled[handle.word] += handle.count
        for bearer in self._bearers:
            for family in bearer.families:
                for given in bearer.given:
                    bearer.called[given] += min(_SURE, titled[family])

    def _place_numbered(self, handle: Handle) -> None:
        """A ruler with a number; one who is named far less than the name alone is not the one meant by that."""
        word = handle.word
        same = (b for b in islice(self._bearers.by_given.get(word, ()), _MOST) if b.handles[0].suffix == handle.suffix)
        given = (word,) if handle.count * 20 > self._alone[word] else ()
        self._bearers.add(handle, next(same, None), given)

    def _is_same_full(self, handle: Handle, bearer: Bearer) -> bool:
        given = handle.given[0]
        if bearer.given[given] and not _same_gender(handle.gender, bearer.titled_gender):
            return False
        if not bearer.given[given] and not _same_gender(handle.gender or gender_of(given), bearer.gender):
            return False
        if not handle.surname and not any(other.given[1:2] == handle.given[1:2] for other in bearer.handles):
            return False
        if bearer.patronymic and handle.patronymic and bearer.patronymic != handle.patronymic:
            return False
        return any(
            other.is_full and other.suffix == handle.suffix and agree(handle.given, other.given)
            for other in bearer.handles
        )

    def _wife_of(self, handle: Handle) -> Bearer | None:
        same = (b for b in islice(self._bearers.by_family[handle.family], _MOST) if b.titled_gender == "f")
        return next((b for b in same if any(h.given == handle.given for h in b.handles)), None)

    # first names of those who have a full name

    def _place_first_name(self, handle: Handle) -> bool:
        """Give a bare first name to the only one who bears it in full, and say whether there was one."""
        word = handle.lone
        if handle.titles or not word:
            return False
        found = list(islice(self._bearers.by_given.get(word, ()), _MOST))
        best = max(found, key=lambda b: b.called[word], default=None)
        if best is None:
            return False
        others = sum(b.called[word] for b in found) - best.called[word]
        others += sum(b.called[word] for b in islice(self._bearers.by_family.get(word, ()), _MOST))
        if others * 5 > best.called[word] and handle.count < 10 * (others + best.called[word]):
            return False
        self._bearers.add(handle, best, (word,))
        return True

    # a title and one name

    def _place_titled(self, handle: Handle) -> None:
        word = handle.word.rsplit(" ", 1)[-1]
        if not _SAINTS.isdisjoint(handle.titles):
            self._bearers.add(handle, None)
            return
        as_given = self._fitting(handle, self._bearers.by_given.get(word, ()))
        as_family = self._fitting(handle, self._bearers.by_family.get(word, ()))
        if handle.surname and as_family:
            as_given = []
        elif handle.given and as_given:
            as_family = []
        if as_given and not as_family:
            self._bearers.add(handle, max(as_given, key=_likeness(handle, word)), (word,))
            return
        bearer = self._of_family(handle, as_family)
        if bearer is None and as_given:
            self._bearers.add(handle, max(as_given, key=_likeness(handle, word)), (word,))
        elif bearer is None and (handle.given or (handle.lone and gender_of(word) and not as_family)):
            self._bearers.add(handle, None, (word,))
        else:
            self._bearers.add(handle, bearer, (), word)

    def _fitting(self, handle: Handle, bearers: Iterable[Bearer]) -> list[Bearer]:
        return [
            bearer
            for bearer in islice(bearers, _MOST)
            if _same_gender(handle.gender, bearer.gender)
            and _titles_agree(handle, bearer)
            and not self._are_apart(handle, bearer)
        ]

    def _are_apart(self, one: Handle | Bearer, other: Handle | Bearer) -> bool:
        count = self._apart.between(one, other)
        fewer = min(one.count, other.count)
        return any(count >= times and count > share * fewer for times, share in _APART)

    def _of_family(self, handle: Handle, found: list[Bearer]) -> Bearer | None:
        word = handle.word.rsplit(" ", 1)[-1]
        untold = [b for b in found if not b.given]
        same = [b for b in untold if set(handle.titles) & set(b.titles)]
        if same:
            return same[0]
        named = [b for b in found if b.given]
        if "mrs" not in handle.titles and _LADIES & set(handle.titles):
            return next((b for b in named if not b.titles.keys().isdisjoint(handle.titles)), None)
        if "mrs" in handle.titles:
            named = [b for b in named if b.titles["miss"] * 10 <= handle.count and b.gender == "f"]
            return named[0] if len(named) == 1 else None
        if _MAIDEN & set(handle.titles):
            named = [b for b in named if not _LADIES & b.titles.keys() and b.gender == "f"]
            return _foremost(named) or _foremost([b for b in named if "miss" not in b.titles])
        if _COMMON & set(handle.titles):
            named = [b for b in named if not _NOBLE & b.titles.keys()] or named
            named = [b for b in named if b.gender == "m"] or named
        if not (_COMMON | _DOCTORS).isdisjoint(handle.titles) or not handle.titles:
            pool = named or untold
        else:
            pool = [b for b in named or untold if "mr" not in b.titles or not b.titles.keys().isdisjoint(handle.titles)]
        best = max(pool, key=lambda b: b.families[word], default=None)
        if best is not None and not best.titles and self._is_head_apart(handle, best, word):
            return None
        return best

    def _is_head_apart(self, handle: Handle, best: Bearer, word: str) -> bool:
        """Whether one who bears the surname `word` more often than `best` stands apart from the handle."""
        return any(
            bearer.families[word] > best.families[word] and self._are_apart(handle, bearer)
            for bearer in islice(self._bearers.by_family[word], _MOST)
            if bearer.given and _same_gender(handle.gender, bearer.gender)
        )

    # a name alone

    def _place_bare(self, handle: Handle) -> None:
        word = handle.word.rsplit(" ", 1)[-1]
        told = gender_of(word)
        weights: dict[Bearer, float] = {}
        for bearer in islice(self._bearers.by_given.get(word, ()), _MOST):
            if _same_gender(told, bearer.gender):
                weights[bearer] = bearer.called[word] * (3.0 if told else 1.0)
        if not handle.given:
            family = list(islice(self._bearers.by_family.get(word, ()), _MOST))
            men = any(bearer.gender != "f" for bearer in family)
            for bearer in family:
                weight = bearer.called[word] * (0.05 if men and bearer.gender == "f" else 1.0)
                weights[bearer] = weights.get(bearer, 0.0) + weight
        best = max(weights.values(), default=0.0)
        if best * _RARE < handle.count:
            weights = {b: w for b, w in weights.items() if b.given[word] or not b.given or b.families[word] > 2}
        kept = [(bearer, weight / best) for bearer, weight in weights.items() if weight >= 0.1 * best]
        if len(kept) > 1:
            self._ambiguous[handle] = kept
        elif kept:
            bearer = kept[0][0]
            self._bearers.add(handle, bearer, (word,) if word in bearer.given else ())
        else:
            self._bearers.add(handle, None, (word,))

    # nicknames

    def _join_nicknames(self) -> None:
        formal: defaultdict[str, dict[Bearer, None]] = defaultdict(dict)
        for bearer in sorted(self._bearers, key=lambda b: -b.count):
            for name in list(bearer.given)[:3]:
                for full in formal_names(name):
                    formal[full][bearer] = None
        for bearer in sorted(self._bearers, key=lambda b: b.count):
            if bearer in self._bearers.all and bearer.given:
                self._join_nickname(bearer, formal)

    def _join_nickname(self, bearer: Bearer, formal: Mapping[str, Mapping[Bearer, None]]) -> None:
        name = bearer.given.most_common(1)[0][0]
        others: dict[Bearer, None] = {}
        for full in formal_names(name):
            others.update(dict.fromkeys(islice(formal.get(full, ()), _MOST)))
        for family in (*bearer.families, *formal_names(name)):
            others.update(dict.fromkeys(islice(self._bearers.by_family.get(family, ()), _MOST)))
        found = [o for o in others if o in self._bearers.all and self._may_be_nickname(name, bearer, o)]
        best = _heaviest(found)
        if best is not None:
            self._bearers.join(bearer, best)

    def _may_be_nickname(self, name: str, bearer: Bearer, other: Bearer) -> bool:
        if other is bearer or not _same_gender(bearer.gender, other.gender):
            return False
        full = other.given.most_common(1)[0][0] if other.given else ""
        named = name not in other.families and not formal_names(name).isdisjoint(other.families)
        if not (full and are_nicknames(name, full)) and not (named and not bearer.families):
            return False
        kin = bearer.families.keys() & other.families.keys()
        if bearer.families and other.families and not kin:
            return False
        if self._apart.between(bearer, other) > self._allowed:
            return False
        if kin:
            return self._is_noble(bearer) == self._is_noble(other)
        if not self._allowed:
            return False
        alone = sum(h.count for h in other.handles if h.lone == full and not h.titles)
        bare = alone * 2 > other.given[full]
        needed = _LITTLE_COMPANY if bare else _COMPANY
        return (named or is_diminutive(name, full)) and self._company.lift(bearer, other) > needed


    # aunts and uncles

    def _join_aunts(self) -> None:
        """Whom nephews call Aunt Juley the others call Mrs Munt: both stand in the same stretches."""
        surnamed = [b for b in self._bearers if b.families and not b.given and not _HEADS.isdisjoint(b.titles)]
        surnamed.sort(key=lambda b: -b.count)
        aunts = [b for b in self._bearers if not b.families and _is_aunt(b)]
        for aunt in sorted(aunts, key=lambda b: -b.count)[:_MOST]:
            same = [b for b in surnamed[:_MOST] if b.gender == aunt.gender and b in self._bearers.all]
            best = max(same, key=lambda b: self._company.likeness(aunt, b), default=None)
            if best and self._may_be_aunt(aunt, best):
                self._bearers.join(aunt, best)

    def _may_be_aunt(self, aunt: Bearer, other: Bearer) -> bool:
        if self._are_apart(aunt, other):
            return False
        return self._company.lift(aunt, other) >= _AUNT_LIFT and self._company.share(aunt, other) >= _AUNT_SHARE

    @staticmethod
    def _is_noble(bearer: Bearer) -> bool:
        return not _NOBLE.isdisjoint(bearer.titles)


def _likeness(handle: Handle, word: str) -> Callable[[Bearer], tuple[bool, int]]:
    """How well bearers of the given name `word` fit: those with the same title first."""
    return lambda bearer: (not bearer.titles.keys().isdisjoint(handle.titles), bearer.given[word])


def _is_aunt(bearer: Bearer) -> bool:
    times = sum(bearer.titles[title] for title in _AUNTS)
    return times >= _AUNT_TIMES and times * 3 > bearer.count


def _turn(handle: Handle) -> tuple[bool, int]:
    return bool(_LADIES & set(handle.titles)), -handle.count


def _titles_agree(handle: Handle, bearer: Bearer) -> bool:
    """Whether no title of the one forbids one of the other."""
    ladies = _LADIES | _MAIDEN
    hers = not ladies.isdisjoint(handle.titles)
    if not hers and not handle.gender and bearer.gender == "f":
        return not bearer.titles.keys().isdisjoint(handle.titles)
    return bool(bearer.given) or not hers or not bearer.titles or not ladies.isdisjoint(bearer.titles)


def _same_gender(one: str, other: str) -> bool:
    return not one or not other or one == other


def _foremost(bearers: list[Bearer]) -> Bearer | None:
    """The one who is named far more often than all others, if there is one."""
    best = _heaviest(bearers)
    others = sum(b.count for b in bearers) - best.count if best else 0
    return best if best and best.count > 3 * others else None


def _heaviest(bearers: Iterable[Bearer]) -> Bearer | None:
    return max(bearers, key=lambda bearer: bearer.count, default=None)
