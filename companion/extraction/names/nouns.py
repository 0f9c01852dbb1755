"""Nouns: in a language whose nouns all have capitals, the words that are names all the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.extraction import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.extraction.foreign_words import ForeignWords
    from companion.extraction.names.runs import Run, Token

_ADJECTIVE = ("e", "en", "er", "es", "em")
_LARGE_TOWNS = 6000
"""The rank in the list of places up to which a place is one wherever it stands without an article."""

_WITH_ARTICLE, _SELDOM_WITH_ARTICLE = 0.34, 0.12
"""The share of its places in which a name may stand behind an article: a known one, and any other."""

_DOES, _DOES_OFTEN = 3, 0.12
"""So often, and in this share of its places, an unknown name says or does something without an article."""


_SAYS = 2
"""So often a first name says something, be it with an article ("der Peter")."""


@dataclass(slots=True)
class _Tally:
    """How often a word stands at all, behind an article or an adjective, behind a title or a first name, next
    to a verb or a verb of saying, and as a part of a longer run."""

    times: int = 0
    article: float = 0.0
    titled: int = 0
    named: int = 0
    does: int = 0
    says: int = 0
    place: int = 0


def name_words(
    runs: Sequence[tuple[Run, str]], usual: Mapping[str, str], small: Mapping[str, int], words: ForeignWords
) -> set[str]:
    """The words, in small letters, that are names and no common nouns.

    Each of the `runs` comes with the word behind it; `usual` gives the nominatives, `small` tells how often
    a word has no capital in the text.
    """
    tallies: dict[str, _Tally] = {}
    for run, after in runs:
        _count(run, after, usual, words, tallies)
    return {key for key, tally in tallies.items() if _is_name(key, tally, small, words)}


def _count(
    run: Run, after: str, usual: Mapping[str, str], words: ForeignWords, tallies: dict[str, _Tally]
) -> None:
    tokens = run.tokens
    for place, token in enumerate(tokens):
        if token.is_particle or token.key in words.titles:
            continue
        tally = tallies.setdefault(usual.get(token.key, token.key), _Tally())
        before = tokens[place - 1] if place else None
        tally.times += 1
        if before is None or before.is_particle:
            tally.article += _article(run.before, words) if before is None else 0.0
            tally.place += run.before in words.places
        elif before.key in words.titles:
            tally.titled += 1
        elif _is_first_name(before.key) and before.key not in usual:
            tally.named += 1
        if not place:
            tally.says += run.before in words.saying or (len(tokens) == 1 and after in words.saying)
            bare = not _article(run.before, words)
            tally.does += bare and (run.before in words.saying or (len(tokens) == 1 and _does(after, words)))


def _article(before: str, words: ForeignWords) -> float:
    if before in words.articles:
        return 1.0
    adjective = before.endswith(_ADJECTIVE) and not before.endswith(("te", "ten"))
    return 0.5 if adjective and before not in words.small | words.saying | words.verbs else 0.0


def _does(after: str, words: ForeignWords) -> bool:
    return after in words.saying or after in words.verbs


def _is_first_name(key: str) -> bool:
    return key in lexicon.first_names()


def _is_name(key: str, tally: _Tally, small: Mapping[str, int], words: ForeignWords) -> bool:
    share = tally.article / tally.times
    if key in lexicon.first_names() and tally.says >= _SAYS:
        return key not in words.nouns
    if key in words.nouns or share > _WITH_ARTICLE or small.get(key, 0) > tally.times:
        return False
    if tally.titled * 4 >= tally.times:
        return True
    if key.endswith(words.noun_endings) and not _is_first_name(key):
        return False
    if share <= _SELDOM_WITH_ARTICLE and tally.does >= _DOES and tally.does >= _DOES_OFTEN * tally.times:
        return True
    if _is_first_name(key) and (tally.does or tally.times < _DOES or share <= _SELDOM_WITH_ARTICLE):
        return bool(lexicon.first_names()[key]) or tally.does > 0
    if lexicon.places().get(key, _LARGE_TOWNS) < _LARGE_TOWNS or key in lexicon.well_known():
        return share <= _SELDOM_WITH_ARTICLE
    return tally.named * 2 >= tally.times


def without_nouns(
    tokens: Iterable[Token], known: set[str], usual: Mapping[str, str], words: ForeignWords
) -> list[list[Token]]:
    """The parts of a run that are left when all words but titles and `known` names are taken out."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        is_known = token.key in words.titles or usual.get(token.key, token.key) in known
        if is_known or token.is_particle or token.text.isupper():
            parts[-1].append(token)
        else:
            parts.append([])
    return parts


def counted(runs: Iterable[Run]) -> Counter[str]:
    """How often each word stands with a capital, particles left out."""
    return Counter(token.key for run in runs for token in run.tokens if not token.is_particle)
