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
    support = Counter(nominative for word in counts for nominative in _candidates(word, rows, counts))
    for word, count in counts.items():
        least = count * (_NAME_RARER if word in lexicon.first_names() else _RARER)
        best = [one for one in _candidates(word, rows, counts) if counts[one] >= max(1, least)]
        if best:
            found[word] = max(best, key=lambda one: (support[one], counts[one], one))
    return {word: _last(word, found) for word in found}


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
    for length in range(4):
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
