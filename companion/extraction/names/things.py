"""Things: forms that name no single person whatever they stand beside: ships, faiths, bodies, places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.names.evidence import BEGINNINGS, keys_of
from companion.extraction.people.forms import parse_form, title_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from companion.extraction.names.evidence import Tally, WordTally

_SHIPS = frozenset({"uss", "hms", "rms", "hmcs", "hmas"})
_FAITHS = re.compile(r"\w{3,}(?:isms?|ists|ologies)|christianity|christendom")
"""Words before the name of a ship; endings of faiths and schools and of those who follow them."""

_HEAVEN = frozenset({"heaven", "heavens", "providence", "goodness", "bible", "gospel", "scripture"})
"""What is called upon or quoted, and is nobody."""

_NOBODY = frozenset({"sirs", "sons", "finis", "esq", "esquire", "bart"})
"""What has a capital in letters, firms and addresses, and is nobody by itself."""

_SEATS = frozenset({"hall", "house", "park", "court", "lodge", "manor", "castle", "chase", "grange"})
_SEAT = -5.0
"""What a family lives in, though some are surnames, and the odds for one that has its name."""

_TASK_FORCE = "task force"

_COMMON = 4
"""The Zipf value from which an English word is common."""

_PLACE, _LARGE_PLACE = -3.0, -2.5
_LARGE, _COUNTRIES = 1500, 250
"""The odds, as logarithms, for a place of several words, and for one that has so low a rank in the list: the
second where it is a name of persons as well."""

_IN_IT, _OFTEN_IN, _SHARE_IN = -4.0, 4, 0.3
"""The odds for what stands behind "at" or "in" so many times and in such a share of its places at least."""

_RARE_SURNAME = 10_000
"""The rank from which on a surname is seldom one."""

_COMMON_SURNAME = 1000
"""The rank up to which many bear a surname."""

_NAMED_AFTER, _KINDS, _HOUSED = -2.5, 2, 4
"""The odds for the first word of so many names of bodies and places, "Harvard" in "Harvard University", or of
one that stands so often, or as often as the word alone."""

_OF_PLACES = frozenset({"al", "el", "san", "santa", "st", "saint", "port", "los", "las"})
"""Words that begin a place oftener than they are first names."""


def is_thing(form: str) -> bool:
    """Whether a form names no single person by its words alone."""
    parsed = parse_form(form)
    keys = keys_of(parsed)
    if parsed.titles:
        return _is_kind(keys[-1])
    if keys[0] in _SHIPS or (_FAITHS.fullmatch(keys[-1]) and not _is_surname(keys[-1])):
        return True
    if len(keys) > 1:
        begins = keys[0] in BEGINNINGS or " ".join(keys[:2]) == _TASK_FORCE
        return begins or _is_kind(keys[-1]) or _is_house(keys) or _are_people(keys)
    if keys[0] in _HEAVEN or title_key(keys[0]) in _NOBODY:
        return True
    return _is_common_plural(parsed.of.lower()) or (_is_people(keys[-1]) and keys[0].endswith("s"))


def _is_surname(key: str, rarest: int = 80_000) -> bool:
    return lexicon.surnames().get(key, rarest) < rarest


def _is_kind(key: str) -> bool:
    known = _is_surname(key, 30_000) or key in lexicon.first_names()
    return key in lexicon.group("kind") and not known


def _is_house(keys: Sequence[str]) -> bool:
    """Whether the last word is a kind of place that few are named after, and the first is no first name."""
    last = keys[-1]
    if last not in lexicon.group("kind") or len(keys[0]) == 1 or keys[0] in lexicon.first_names():
        return False
    return not _is_surname(last, _COMMON_SURNAME)


def _are_people(keys: Sequence[str]) -> bool:
    """Whether all words tell of a people or a faith: "Sunni Muslims", "Latin American"."""
    last = keys[-1]
    if keys[0] in lexicon.english_first_names() and not last.endswith("s") and _is_surname(last, 10_000):
        return False
    is_land = lexicon.places().get(last, _LARGE) < _COUNTRIES and not _is_surname(last, 10_000)
    return (_is_people(last) or is_land) and all(map(_may_be_people, keys[:-1]))


def _may_be_people(key: str) -> bool:
    return key in ("latin", "south", "north") or not lexicon.demonyms().isdisjoint(
        (key, key.removesuffix("s"))
    )


def _is_people(key: str) -> bool:
    return not lexicon.demonyms().isdisjoint((key, key.removesuffix("s"))) and not _is_surname(key, 10_000)


def _is_common_plural(word: str) -> bool:
    """Whether a word tells of several things, as in "Bill of Rights"."""
    common = lexicon.frequencies()
    return (
        word.endswith("s")
        and common.get(word, 0) >= _COMMON
        and common.get(word[:-1], 0) >= _COMMON
        and word not in lexicon.places()
    )


def endings_of_full_names(forms: Iterable[str]) -> frozenset[str]:
    """What stands behind a first name in `forms`, in small letters: "san martín" of José de San Martín."""
    found: set[str] = set()
    for form in forms:
        words = form.lower().split(" ")
        if len(words) > 1 and words[0] in lexicon.first_names():
            found.update(" ".join(words[place:]) for place in range(1, len(words)))
    return frozenset(found)


def as_place(form: str, tally: Tally, words: Mapping[str, WordTally], ends: Collection[str]) -> float:
    """The odds against a form that is a place, or only the beginning of the names of bodies and places.

    Nothing tells against one that speaks, or that stands behind a first name or a title elsewhere, as the
    `ends` of full names do.
    """
    key = form.lower()
    if _is_lived_in(tally):
        return _IN_IT
    if tally.said or key in ends:
        return 0.0
    first, *more = key.split(" ")
    if more:
        is_seat = _is_seat(first, more, words)
        return _SEAT if is_seat else _PLACE if _is_listed_place(key, first) else 0.0
    known = words.get(first)
    is_borne = known is None or bool(known.titled or known.after_first_name)
    if key in lexicon.demonyms() and key.removesuffix("s") not in lexicon.well_known():
        return 0.0 if is_borne or (known and known.before_surname) else _PLACE
    if key == "islam":
        return 0.0 if known is None or known.after_first_name else _PLACE
    if known is None or is_borne:
        return 0.0
    if lexicon.places().get(key, _LARGE) < (_COUNTRIES if _names_persons(first) else _LARGE):
        return _LARGE_PLACE
    return _NAMED_AFTER if _is_only_in_names(first, known, tally) else 0.0


def _is_lived_in(tally: Tally) -> bool:
    """Whether a form stands behind "in" and "at" too often for a person's."""
    often = tally.where >= _OFTEN_IN and tally.where >= _SHARE_IN * tally.times
    return often and tally.said * 2 < tally.where


def _is_listed_place(key: str, first: str) -> bool:
    """Whether a place of several words is so called, that does not begin as a person's name does."""
    rank = lexicon.places().get(key)
    is_name = first in lexicon.english_first_names() and first not in _OF_PLACES
    return rank is not None and (not is_name or rank < _COUNTRIES)


def _is_seat(first: str, more: Sequence[str], words: Mapping[str, WordTally]) -> bool:
    """Whether a house is called by the surname of some in the text: "Carbury Hall" beside Mr. Carbury."""
    if more[-1] not in _SEATS or first in lexicon.first_names() or first not in words:
        return False
    return bool(words[first].titled or words[first].after_first_name)


def _names_persons(key: str) -> bool:
    """Whether persons as well are so called."""
    is_name = key in lexicon.well_known() or key in lexicon.english_first_names()
    return is_name or _is_surname(key, _RARE_SURNAME)


def _is_only_in_names(key: str, known: WordTally, tally: Tally) -> bool:
    """Whether a word stands so often in the names of bodies and places that alone it is short for one."""
    is_after = known.kinds >= _KINDS or known.housed >= min(_HOUSED, tally.times)
    return is_after and key not in lexicon.first_names()
