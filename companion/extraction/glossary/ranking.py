"""Ranking: the candidates of a text by how likely each is a term that needs explaining."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.glossary.candidates import candidates
from companion.extraction.glossary.features import Candidate, setting_of
from companion.extraction.glossary.layout import layout_of
from companion.extraction.glossary.weights import chance, place_scores, weights
from companion.extraction.glossary.words import rareness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from companion.extraction.glossary.candidates import Place
    from companion.extraction.glossary.features import Setting
    from companion.extraction.glossary.weights import Weights
    from companion.extraction.glossary.words import Words
    from companion.extraction.source import Source

LEAST_SCORE = -4.8
"""The log-odds of its best place below which a candidate is not looked at any further."""

_FEWEST, _WORDS_FOR_ONE, _MOST = 120, 20, 4_000
"""Candidates of one text that are looked at closely: some, one more for so many words, so many at most."""

_LONG, _OFTEN, _EVERYDAY = 60_000, 3, 2
"""The number of words from which a text is long, how often a candidate should stand there, and how rare
an everyday word is."""

_LOOKED_AT = 50
"""Places of one candidate that are looked at."""

_SHORTEST = 3
_LIKELIER_THAN_PERSON = 0.5


class Ranked(NamedTuple):
    """A candidate with its places, the score of each, and how likely it is a term, from 0 to 1."""

    key: str
    places: list[Place]
    scores: list[float]
    chance: float

    @property
    def best_place(self) -> Place:
        """The place where it is explained, if anywhere."""
        return self.places[self.scores.index(max(self.scores))]


def ranked(source: Source, words: Words, persons: Collection[str]) -> list[Ranked]:
    """The candidates of the text, the likeliest first; of `persons` only those that are likelier terms."""
    setting = setting_of(words, layout_of(source, words))
    learned = weights()
    found = [
        Ranked(one.key, list(one.places), list(one.scores), chance(one, setting, learned))
        for one in chosen_candidates(setting, learned)
    ]
    likely = (one for one in found if one.chance >= _LIKELIER_THAN_PERSON or one.key not in persons)
    return sorted(likely, key=_by_chance)


def _by_chance(one: Ranked) -> tuple[float, int]:
    return -one.chance, one.places[0][0]


def chosen_candidates(setting: Setting, learned: Weights, *, most: int = 0) -> list[Candidate]:
    """The candidates with a place that may explain them, best first, at most `most` or what fits the text."""
    calendar = lexicon.group("calendar")
    is_long = len(setting.words.words) > _LONG
    signs = setting.words.signs
    scored: list[tuple[float, str, list[Place], list[float]]] = []
    for key, places in candidates(setting.words).items():
        if len(key) < _SHORTEST or key in calendar:
            continue
        if is_long and _is_hopeless(key, places, signs):
            continue
        scores = place_scores(places[:_LOOKED_AT], setting, learned)
        best = max(scores)
        if best > LEAST_SCORE:
            scored.append((-best, key, places, scores))
    scored.sort()
    most = most or min(_MOST, _FEWEST + len(setting.words.words) // _WORDS_FOR_ONE)
    longer = _within_longer({key: places for _, key, places, _ in scored})
    return [
        Candidate(key, places, scores, min(longer.get(key, 0), len(places)))
        for _, key, places, scores in scored[:most]
    ]


def _is_hopeless(key: str, places: list[Place], signs: str) -> bool:
    """Whether a candidate is hardly a term in a long text: small letters, rare there or an everyday word."""
    start, end = places[0]
    if "C" in signs[start:end]:
        return False
    return len(places) < _OFTEN or (" " not in key and rareness(key) <= _EVERYDAY)


def _within_longer(places: Mapping[str, list[Place]]) -> dict[str, int]:
    """For the candidates that stand within longer ones the number of places of the commonest of these."""
    found: dict[str, int] = {}
    for key, its in places.items():
        if len(its) > 1 and " " in key:
            for part in _parts(key.split(" ")):
                if found.get(part, 0) < len(its) and part in places:
                    found[part] = len(its)
    return found


def _parts(words: list[str]) -> Iterable[str]:
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if end - start < len(words):
                yield " ".join(words[start:end])
