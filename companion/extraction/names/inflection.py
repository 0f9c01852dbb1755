"""Inflection: the words of names in all their cases, each with the nominative that the text has too."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from companion.extraction import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.extraction.foreign_words import ForeignWords

_STEM = 3
"""Letters that a stem has at least."""

_RARER = 0.25
"""A nominative stands at least so many times as often as one of its cases."""

_NAME_RARER = 3
"""The same where the case looks like another first name ("Александра")."""

_MOST = 40_000
"""Words that are looked at; a text with more names in it is a list."""


def nominatives(counts: Mapping[str, int], words: ForeignWords) -> dict[str, str]:
    """For words in `counts`, in small letters, which seem to be in another case, the nominative.

    A nominative is a word of `counts` that differs in its ending only, as a row of `words.cases` or
    `words.genitives` says, and is common enough. Linear in the number of words.
    """
    if len(counts) > _MOST or not (words.cases or words.genitives):
        return {}
    found: dict[str, str] = {}
    rows = _by_ending(words)
    sure = {word: nominative for word in counts if (nominative := _surely(word, words))}
    counts = Counter(counts)
    counts.update({nominative: counts[word] for word, nominative in sure.items()})
    support = Counter(nominative for word in counts for nominative in _candidates(word, rows, counts))
    for word, count in counts.items():
        near = [one for one in _candidates(word, rows, counts) if one not in sure]
        best = [one for one in near if counts[one] >= max(1, count * _least(word, one))]
        if best:
            found[word] = max(best, key=lambda one: (support[one], counts[one], one))
    for word in [
        word for word, one in found.items() if found.get(one) == word and _is_better(word, one, counts)
    ]:
        del found[word]
    found.update(sure)
    return {word: _last(word, found) for word in found}


def _least(word: str, nominative: str) -> float:
    """How many times as often the nominative stands at least; more where a name looks like a case of it."""
    known = lexicon.first_names()
    same = {known.get(word, ""), known.get(nominative, "-")} - {""}
    return _NAME_RARER if word in known and len(same) > 1 else _RARER


def _is_better(word: str, other: str, counts: Mapping[str, int]) -> bool:
    """Whether of two, each of which may be the other's case, the first is the nominative.

    That is the longer one if it is common enough.
    """
    if len(word) != len(other):
        return (counts[word] > _RARER * counts[other]) == (len(word) > len(other))
    return (counts[word], word) > (counts[other], other)


def _surely(word: str, words: ForeignWords) -> str:
    for nominative, *others in words.sure_cases:
        for ending in others:
            if word.endswith(ending) and len(word) > len(ending):
                return word[: len(word) - len(ending)] + nominative
    return ""


def _by_ending(words: ForeignWords) -> dict[str, list[str]]:
    """For each ending of a case the endings of its nominative."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for nominative, *others in words.cases:
        for ending in others:
            if ending and nominative not in rows[ending]:
                rows[ending].append(nominative)
    for ending in words.genitives:
        rows[ending].append("")
        if ending == "ens":
            rows[ending].append("e")
    return rows


def _candidates(word: str, rows: Mapping[str, list[str]], counts: Mapping[str, int]) -> list[str]:
    found: list[str] = []
    for length in range(5):
        stem, ending = word[: len(word) - length], word[len(word) - length :]
        if len(stem) < _STEM:
            break
        for nominative in rows.get(ending, ()):
            one = stem + nominative
            if one != word and one in counts and one not in found:
                found.append(one)
    return found


def _last(word: str, found: Mapping[str, str]) -> str:
    """The nominative at the end of a short chain."""
    seen = {word}
    for _ in range(3):
        following = found.get(word)
        if following is None or following in seen:
            break
        seen.add(following)
        word = following
    return word
