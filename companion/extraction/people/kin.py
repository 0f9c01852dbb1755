"""Kin: who is whose wife, son or friend, where the text says so beside their names."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.people.roles import group, kin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import Span


class Kinship(NamedTuple):
    """What the person `of` is to the person `to`: `role` is "wife" where `of` is the wife of `to`."""

    of: int
    to: int
    role: str
    evidence: Span


class Place(NamedTuple):
    """Where a person is named, the number of the person, and the gender as far as known."""

    start: int
    end: int
    person: int
    gender: str


_KIN = "|".join(sorted(kin(), key=len, reverse=True))
_TIED = "|".join(sorted(group("tied"), key=len, reverse=True))
_ORDER = rf"(?:(?:{'|'.join(group('orders'))}|\d(?:st|nd|rd|th)|ex-)[ -])*"
_OF = re.compile(
    r",?\s+(?:(?:was|is|became|being)\s+)?(?:(?:the|an?|one of the)\s+)?"
    rf"({_ORDER}(?:{_KIN}))s?\s+of\s+(?:the\s+(?:late|old|famous|great)\s+)?(?:the\s+)?$"
)
_OWNED = re.compile(rf"[’']s?\s+({_ORDER}(?:{_KIN})),?\s+$")
_HIS = re.compile(rf"\b(his|her)\s+({_ORDER}(?:{_KIN}|{_TIED})),?\s+$", re.IGNORECASE)
_MARRIED = re.compile(
    r"(?:,[^,;.!?]{2,60},)?\s+(?:had\s+|later\s+|secretly\s+|soon\s+)*(?:married|wed)\s+"
    r"(?:(?:the|an?|his|her)\s+(?:[\w-]+\s+){0,3})?$"
)
_OF_NARRATOR = re.compile(rf"\b(?:my|our)\s{_ORDER}(?:{_KIN})\s$", re.IGNORECASE)
"""What stands before one of the narrator's kin, who may be another: "my uncle Benjamin’s son"."""
_OWNS = re.compile(r"(?:[’']s|(?<=s)[’'])\s")
"""What follows the name of an owner: who is "daughter of Robert’s son" is none of Robert’s."""
_SUBJECT = {"his": re.compile(r"\b[Hh]e\b"), "her": re.compile(r"\b[Ss]he\b")}
_LISTED = re.compile(r",\s+(?:the|an?|[A-Z][\w’'-]*)\s[^;.!?]{0,80}?(?:,|\band)\s")
"""What goes on behind a name as a list does: "her husband, Mortemart, the delightful Hippolyte, and"."""
_CLOSING = frozenset(',.;:)—!?”"')
_ENTRY_GAP = 75
"""Characters between two names that are put together."""


def gender_of(role: str) -> str:
    """The gender that the last word of `role` tells: "m", "f" or "" for neither."""
    known = kin().get(role.rsplit(None, 1)[-1].lower())
    return known.gender if known else ""


def inverse(role: str, gender: str) -> str:
    """What somebody of `gender` is to the one who is `role` to them; empty where the text does not tell."""
    known = kin().get(role.rsplit(None, 1)[-1])
    if known is None:
        return ""
    if known.man == known.woman:
        return known.man
    return {"m": known.man, "f": known.woman}.get(known.other or gender, "")


def kinship_of(text: str, sentence: Span, places: list[Place]) -> Iterator[Kinship]:
    """What the sentence says of the persons named at `places` in it, in the order of the text.

    Who is "his brother" owns no other "his": both are of somebody else.
    """
    owned_by: defaultdict[str, set[int]] = defaultdict(set)
    for number, place in enumerate(places):
        owner = _HIS.search(text[max(sentence.start, place.start - 60) : place.start])
        if owner is not None:
            found = _by_pronoun(text, sentence, places[: number + 1], owner, owned_by)
        else:
            found = _by_name(text, sentence, places[number - 1], place) if number else None
        if found is not None:
            yield found


def _by_pronoun(
    text: str,
    sentence: Span,
    places: list[Place],
    owner: re.Match[str],
    owned_by: defaultdict[str, set[int]],
) -> Kinship | None:
    """Whose the last of `places` is, before which "his" or "her" stands with a word of kinship."""
    place, pronoun = places[-1], owner[1].lower()
    if owner.string.rstrip().endswith(",") and (
        _is_apart(text, place) or _LISTED.match(text, place.end, sentence.end)
    ):
        return None
    if _is_of_another(text, sentence, pronoun, places[0]):
        return None
    other = _owner(pronoun, [one for one in places[:-1] if one.person not in owned_by[pronoun]], place)
    owned_by[pronoun].add(place.person)
    if other is None or not _fits(place, owner[2]):
        return None
    return Kinship(place.person, other, owner[2].lower(), sentence)


def _by_name(text: str, sentence: Span, last: Place, place: Place) -> Kinship | None:
    """What one of two who are named one after the other is to the other, by the words between them."""
    if last.person == place.person or place.start - last.end > _ENTRY_GAP:
        return None
    between = text[last.end : place.start]
    if _is_apart(text, place) and between.rstrip().endswith(","):
        return None
    owned = _OWNED.fullmatch(between)
    if owned and _fits(place, owned[1]) and not _OF_NARRATOR.search(text, sentence.start, last.start):
        return Kinship(place.person, last.person, owned[1].lower(), sentence)
    of = _OF.fullmatch(between)
    if of and _fits(last, of[1]) and not _OWNS.match(text, place.end):
        return Kinship(last.person, place.person, of[1].lower(), sentence)
    if _MARRIED.fullmatch(between) and {last.gender, place.gender} >= {"m", "f"}:
        return Kinship(place.person, last.person, "wife" if place.gender == "f" else "husband", sentence)
    return None


def _is_apart(text: str, place: Place) -> bool:
    """Whether the sentence goes on behind a name without a mark."""
    return text[place.end : place.end + 1] not in _CLOSING


def _is_of_another(text: str, sentence: Span, pronoun: str, first: Place) -> bool:
    """Whether a "he" before the `first` name may own what is called his: "He found, with X, his master"."""
    return _SUBJECT[pronoun].search(text, sentence.start, first.start) is not None


def _fits(place: Place, role: str) -> bool:
    gender = gender_of(role)
    return not gender or not place.gender or gender == place.gender


def _owner(pronoun: str, before: list[Place], place: Place) -> int | None:
    """Whom "his" or "her" means: the only person of that gender who is named `before` in the sentence."""
    gender = "m" if pronoun == "his" else "f"
    known = {one.person: one.gender for one in before if one.person != place.person}
    able = [person for person, theirs in known.items() if theirs in ("", gender)]
    return able[0] if len(able) == 1 and known[able[0]] == gender else None
