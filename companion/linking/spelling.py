"""Spelling: whether places of the text are written as the names that they could be."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from companion.linking.date_words import ENGLISH, LANGUAGES
from companion.linking.first_names import is_of_somebody_else, is_within_sentence

if TYPE_CHECKING:
    from companion.linking.automaton import Hit
    from companion.linking.claims import Claim
    from companion.linking.names import Names

_SHARED = 10
"""A bare surname is let go where one place in so many has it as something else."""

_COMMON = 4
"""A heading is a common word where the text has it so many times as often without its capitals."""

_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er|[.º])?(?: (?:of|de|di))? $")
_NUMBER_AFTER = re.compile(r",? (?:(?:of|de|del) )?\d")


class Spelling:
    """Judges the places where names are spelled one by one, and some again when all are known.

    A bare surname that nobody wrote down is let go where the text also has it as a common word or of
    somebody else. The capitals of a heading are given up where the text has none: a glossary may list
    Battalion for battalion. May is nobody in May 1944.
    """

    def __init__(self, names: Names, text: str, language: str) -> None:
        self._names = names
        self._text = text
        self._months = _months(language)
        self._words: dict[str, bool] = {}
        self._others: dict[int, list[Hit]] = {}
        self._without_capitals: dict[int, list[Hit]] = {}
        self.plain = [
            self._plain(spelling, claims)
            for spelling, claims in zip(names.spellings, names.claims, strict=True)
        ]
        """For each spelling the letters that leave nothing to judge; empty where there are none."""

    def _plain(self, spelling: str, claims: list[Claim]) -> str:
        form = claims[0].form
        if len(claims) > 1 or form.bare or spelling in self._months:
            return ""
        return form.spelled

    def admits(self, hit: Hit) -> bool:
        """Whether a place is written as one of the claims to its spelling wants it."""
        number, start, end = hit
        if self._names.spellings[number] in self._months and _is_in_date(self._text, start, end):
            return False
        holding = [self._holds(claim, self._text[start:end], hit) for claim in self._names.claims[number]]
        return any(holding)

    def _holds(self, claim: Claim, written: str, hit: Hit) -> bool:
        number, start, _ = hit
        fits = claim.fits(written)
        if claim.form.bare:
            heading = self._names.entries[claim.entry].heading
            if not fits or is_of_somebody_else(self._text, start, heading, self._is_word):
                self._others.setdefault(number, []).append(hit)
                return False
        elif not fits and claim.form.doubtful and claim.has_letters(written):
            self._without_capitals.setdefault(claim.entry, []).append(hit)
            return True
        return fits

    def _is_word(self, small: str) -> bool:
        """Whether the text has a word in small letters."""
        if small not in self._words:
            self._words[small] = f" {small} " in self._text
        return self._words[small]

    def settled(self, hits: list[Hit]) -> list[Hit]:
        """The hits that stand now that all are known; the claims of common words lose their capitals."""
        if self._without_capitals:
            hits = self._without_proper(hits)
        return self._without_shared(hits) if self._others else hits

    def _without_proper(self, hits: list[Hit]) -> list[Hit]:
        """The hits without those that lack the capitals of a heading which the text has elsewhere."""
        small = {hit for places in self._without_capitals.values() for hit in places}
        proper = Counter(
            claim.entry
            for hit in hits
            for claim in self._names.claims[hit[0]]
            if claim.entry in self._without_capitals and hit not in small and self._has_capital(hit, claim)
        )
        refused: set[Hit] = set()
        for entry, places in self._without_capitals.items():
            if len(places) > _COMMON * proper[entry]:
                self._make_common(entry, {hit[0] for hit in places})
            else:
                refused.update(places)
        return [hit for hit in hits if hit not in refused or self._fits(hit)]

    def _has_capital(self, hit: Hit, claim: Claim) -> bool:
        """Whether a place has the capitals of a heading, and not only because all there has."""
        _, start, end = hit
        in_capitals = self._text[start:end].isupper()
        if claim.form.spelled.isupper():
            return in_capitals
        return is_within_sentence(self._text, start) and not in_capitals

    def _without_shared(self, hits: list[Hit]) -> list[Hit]:
        """The hits without the bare surnames that the text often has as something else.

        Inside a longer name of the person, as in Count Rostov, a surname is nothing else.
        """
        counts = Counter(hit[0] for hit in hits if hit[0] in self._others)
        owner = {number: self._names.claims[number][0].entry for number in self._others}
        owners = frozenset(owner.values())
        own = {
            (claim.entry, hit[2])
            for hit in hits
            if hit[0] not in self._others
            for claim in self._names.claims[hit[0]]
            if claim.entry in owners
        }
        others = {
            number: sum((owner[number], hit[2]) not in own for hit in places)
            for number, places in self._others.items()
        }
        return [hit for hit in hits if others.get(hit[0], 0) * _SHARED <= counts[hit[0]]]

    def _make_common(self, entry: int, spellings: set[int]) -> None:
        for number in spellings:
            self._names.claims[number] = [
                claim.with_any_capitals() if claim.entry == entry and claim.form.doubtful else claim
                for claim in self._names.claims[number]
            ]

    def _fits(self, hit: Hit) -> bool:
        number, start, end = hit
        return any(claim.fits(self._text[start:end]) for claim in self._names.claims[number])


def _is_in_date(text: str, start: int, end: int) -> bool:
    """Whether the name of a month has a day or a year beside it."""
    return bool(_NUMBER_AFTER.match(text, end) or _DAY_BEFORE.search(text, max(0, start - 12), start))


def _months(language: str) -> frozenset[str]:
    """The names of the months in small letters."""
    words = LANGUAGES.get(language, ENGLISH)
    names = (name for spellings in words.months for name in spellings.lower().split("|"))
    return frozenset(name.removesuffix("\\.?") for name in names)
