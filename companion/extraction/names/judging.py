"""Judging: how likely each form of a text that is not in English names a single person, by a few plain rules.

What was learned of English texts tells little of others: there the weights are set by hand.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.foreign_words import foreign_words
from companion.extraction.people.forms import parse_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.extraction.foreign_words import ForeignWords
    from companion.extraction.names.finding import Name
    from companion.extraction.source import Source

_BIAS = -1.4
_FIRST_NAME, _FULL_NAME, _TITLED, _SURNAME, _WELL_KNOWN = 2.2, 3.2, 3.6, 0.9, 3.0
_SAID, _DOES, _MOST_SAID, _MOST_DOES = 0.9, 0.5, 3.0, 2.4
_ARTICLE, _IN_PLACE, _LARGE_PLACE, _PLACE, _CAPITALS = -4.0, -5.0, -4.0, -0.8, -2.0
_ALSO_SMALL, _ONCE = -2.5, -1.0
_OFTEN_IN_PLACE = -12.0
_OF_PERSON = 2.0
_OF_PLACE, _OF_SOMETHING = -9.0, -2.5
_IN_KNOWN_PLACE, _KNOWN_PLACE = -9.0, -6.0
"""What each thing tells, as logarithms of odds."""

_LARGE = 2000
"""The rank in the list of places up to which a place is large."""

_LONGEST = 6
"""Words of a person's name at most; a longer row of names is a list."""

_UNSURE = 2
"""So many more places a form is taken to have, so that one or two tell little."""

_NEAR, _OFTEN_NEAR = 0.1, 0.25
"""In this share of its places a person, too, stands behind a word before places; in the other hardly one."""

_MANY = 10
"""Only so many places tell that by the other share."""

_LIKELY = 0.6


@dataclass(slots=True)
class _Tally:
    """How often a form stands at all, behind an article or a word before places, and beside verbs."""

    times: int = 0
    article: int = 0
    place: int = 0
    titled: int = 0
    said: int = 0
    does: int = 0


def judge_people(source: Source, names: Sequence[Name]) -> dict[str, float]:
    """For each form of `names`, found in `source`, the probability that it names a single person."""
    words = foreign_words(source.language)
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    for name in names:
        _count(tallies[name.form], name, words)
    odds = {form: _odds(form, tally, source.small_words, words) for form, tally in tallies.items()}
    return {form: _probability(total) for form, total in _with_kin(odds).items()}


def _count(tally: _Tally, name: Name, words: ForeignWords) -> None:
    tally.times += 1
    tally.article += name.before in words.articles
    tally.place += name.before in words.places
    tally.titled += name.before in words.titles
    tally.said += name.before in words.saying or name.after.lstrip(",") in words.saying
    tally.does += name.after in words.verbs


def _odds(form: str, tally: _Tally, small: Mapping[str, int], words: ForeignWords) -> float:
    parsed = parse_form(form)
    keys = [word.lower().rstrip(".") for name in parsed.names for word in name.split(" ")]
    if not 0 < len(keys) <= _LONGEST or all(key in words.nouns or key in words.titles for key in keys):
        return -9.0
    total = _BIAS + min(_MOST_SAID, _SAID * tally.said) + min(_MOST_DOES, _DOES * tally.does)
    if parsed.titles and keys[-1] not in words.known_places:
        total += _TITLED
    elif tally.titled:
        total += _SAID * min(4, tally.titled)
    total += _of_lists(keys, words, titled=bool(parsed.titles))
    total += _of_particle(form, keys, words, titled=bool(parsed.titles))
    if words.nouns_have_capitals and tally.times == 1 and len(keys) == 1 and not parsed.titles:
        total += _ONCE * (keys[0] not in lexicon.english_first_names())
    if not words.named_with_article and not parsed.titles:
        total += _ARTICLE * tally.article / tally.times
    share = tally.place / (tally.times + _UNSURE)
    total += (_IN_KNOWN_PLACE if keys[-1] in lexicon.places() else _IN_PLACE) * max(0.0, share - _NEAR)
    if tally.times >= _MANY:
        total += _OFTEN_IN_PLACE * max(0.0, share - _OFTEN_NEAR)
    if form.isupper() and len(form) > 1:
        total += _CAPITALS
    if len(keys) == 1 and small.get(keys[0], 0) * 3 > tally.times:
        total += _ALSO_SMALL
    return total


def _of_particle(form: str, keys: list[str], words: ForeignWords, *, titled: bool) -> float:
    """What a particle tells: the king of a country has not its name, and "Erreurs de Voltaire" is a book."""
    place = next((place for place, word in enumerate(form.split(" ")) if place and word.islower()), 0)
    if not place:
        return 0.0
    if titled and place == 1:
        return _OF_PLACE if keys[-1] in lexicon.places() or keys[-1] in words.known_places else 0.0
    return 0.0 if titled or keys[0] in lexicon.first_names() else _OF_SOMETHING


def _of_lists(keys: list[str], words: ForeignWords, *, titled: bool) -> float:
    """What the lists of names and places tell."""
    first, last = keys[0], keys[-1]
    known = first in lexicon.first_names()
    total = 0.0
    if known:
        total += _FULL_NAME if len(keys) > 1 else _FIRST_NAME
    elif last in lexicon.surnames():
        total += _SURNAME
    if last in lexicon.well_known():
        total += _WELL_KNOWN
    whole = " ".join(keys)
    rank = lexicon.places().get(whole)
    if whole in words.known_places and not titled:
        total += _KNOWN_PLACE
    elif rank is not None and not titled:
        total += _PLACE if known or rank >= _LARGE else _LARGE_PLACE
    if whole in lexicon.demonyms():
        total += _LARGE_PLACE
    return total


def _with_kin(odds: Mapping[str, float]) -> dict[str, float]:
    """The odds, better for a word of a longer form that is likely a person's, and the reverse."""
    parts: set[str] = set()
    for form, total in odds.items():
        if _probability(total) >= _LIKELY:
            parts.update(_words(form))
    return {form: total + _OF_PERSON * _is_of(form, odds, parts) for form, total in odds.items()}


def _is_of(form: str, odds: Mapping[str, float], parts: set[str]) -> bool:
    words = list(_words(form))
    if len(words) == 1:
        return _probability(odds[form]) < _LIKELY and words[0] in parts
    return any(_probability(odds.get(word, -9.0)) >= _LIKELY for word in words)


def _words(form: str) -> Iterable[str]:
    return (word for name in parse_form(form).names for word in name.split(" ") if word[:1].isupper())


def _probability(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
