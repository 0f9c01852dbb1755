"""Ranking: the candidates of a text by how likely each is a term that needs explaining."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.glossary.candidates import candidates
from companion.extraction.glossary.features import Candidate, setting_of
from companion.extraction.glossary.layout import layout_of
from companion.extraction.glossary.standing import SECTION
from companion.extraction.glossary.weights import judged, odds, place_scores, weights
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

_FOR_COUNT, _FOR_RARENESS, _FOR_SEVERAL = 1.16, 0.62, 0.77
"""What decides, beside its best place, which candidates are looked at closely: by logistic regression."""

_LOOKED_AT = 50
"""Places of one candidate that are looked at."""

_CLOSELY, _MOST_CLOSELY = 130, 500
"""Candidates of a text of common length, and of any, that are judged one beside the other."""

_SHORTEST = 3
_LIKELIER_THAN_PERSON, _LIKELY_CONCEPT = 0.0, -4.6
"""The log-odds from which what seems to be a person's name is rather a term."""

_CONCEPT_WORDS = (
    "act accord affair agreement amendment bill case charter clause code compromise convention crisis deal "
    "declaration doctrine incident law line massacre memorandum movement note pact plan policy principle "
    "purchase rebellion reform resolution revolution riot rule scandal system theory treaty uprising war"
)
_CONCEPTS = frozenset(_CONCEPT_WORDS.split())
"""The last words of names that seem persons' and are not; in plain form."""


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
    likely, first = at_first_sight(setting, persons, learned)
    close = closely(setting)
    chances = [*judged(likely[:close], first[:close], source, setting, learned), *first[close:]]
    found = [
        Ranked(one.key, list(one.places), list(one.scores), 1 / (1 + exp(-value)))
        for one, value in zip(likely, chances, strict=True)
    ]
    return sorted(found, key=_by_chance)


def at_first_sight(
    setting: Setting, persons: Collection[str], learned: Weights
) -> tuple[list[Candidate], list[float]]:
    """The candidates that are likelier terms than persons, and the log-odds of each, the best first."""
    found = [(odds(one, setting, learned), one) for one in chosen_candidates(setting, learned)]
    likely = [(value, one) for value, one in found if one.key not in persons or _is_no_person(one.key, value)]
    likely.sort(key=_by_odds)
    return [one for _, one in likely], [value for value, _ in likely]


def closely(setting: Setting) -> int:
    """How many candidates are judged one beside the other."""
    return min(_MOST_CLOSELY, round(_CLOSELY * max(1.0, len(setting.words.words) / SECTION)))


def _is_no_person(key: str, value: float) -> bool:
    """Whether what seems to be a person's name is rather a term: "Monroe Doctrine", "Confucianism"."""
    begin, _, head = key.rpartition(" ")
    is_concept = head.endswith("ism") or (begin and head in _CONCEPTS)
    return value >= (_LIKELY_CONCEPT if is_concept else _LIKELIER_THAN_PERSON)


def _by_odds(one: tuple[float, Candidate]) -> tuple[float, int]:
    return -one[0], one[1].places[0][0]


def _by_chance(one: Ranked) -> tuple[float, int]:
    return -one.chance, one.places[0][0]


def chosen_candidates(setting: Setting, learned: Weights, *, most: int = 0) -> list[Candidate]:
    """The candidates with a place that may explain them, the most promising first.

    There are at most `most`, or as many as fit the length of the text.
    """
    calendar = lexicon.group("calendar")
    is_long = len(setting.words.words) > _LONG
    signs = setting.words.signs
    scored: list[tuple[float, str, list[Place], list[float]]] = []
    for key, places in candidates(setting.words).items():
        if len(key) < _SHORTEST or key in calendar:
            continue
        if key[-1].isdigit() and key.partition(" ")[0] in calendar:  # a date
            continue
        if is_long and _is_hopeless(key, places, signs):
            continue
        scores = place_scores(places[:_LOOKED_AT], setting, learned)
        best = max(scores)
        if best > LEAST_SCORE:
            scored.append((-_promise(key, best, len(places)), key, places, scores))
    scored.sort()
    most = most or min(_MOST, _FEWEST + len(setting.words.words) // _WORDS_FOR_ONE)
    longer = _within_longer({key: places for _, key, places, _ in scored})
    return [
        Candidate(key, places, scores, min(longer.get(key, 0), len(places)))
        for _, key, places, scores in scored[:most]
    ]


def _promise(key: str, best: float, count: int) -> float:
    """How promising a candidate is at first sight, by the score of its best place and how often it stands."""
    head = key.rsplit(" ", 1)[-1]
    return best + _FOR_COUNT * log(count) + _FOR_RARENESS * rareness(head) + _FOR_SEVERAL * (head != key)


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
