"""Mentions: every place of a text where one of the found terms is named, in one pass over its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction.glossary.words import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.extraction.glossary.words import Words

_Form = tuple[list[str], list[str], str]
"""The words of a form, these in their plain form, and the term it belongs to."""


def mentions_of(forms: Mapping[str, Iterable[str]], words: Words) -> dict[str, list[Span]]:
    """For each term the places where one of its `forms` stands, in order; of two that overlap the longer.

    A capital in a form must be a capital in the text, a small letter may be one; the plural is the same.
    """
    by_first = _by_first_word(forms)
    found: dict[str, list[Span]] = {term: [] for term in forms}
    plain = words.plain
    done = 0
    for index in [at for at, word in enumerate(plain) if word in by_first]:
        if index < done:
            continue
        for spelled, row, term in by_first[plain[index]]:
            end = index + len(row)
            if plain[index:end] == row and all(map(_fits, spelled, words.words[index:end])):
                found[term].append(Span(words.starts[index], words.end(end - 1)))
                done = end
                break
    return found


def _by_first_word(forms: Mapping[str, Iterable[str]]) -> dict[str, list[_Form]]:
    """The forms by the first of their words in plain form, the longest first."""
    by_first: dict[str, list[_Form]] = {}
    for term, spellings in forms.items():
        for spelling in spellings:
            spelled, row = split(spelling)
            if row:
                by_first.setdefault(row[0], []).append((spelled, row, term))
    for known in by_first.values():
        known.sort(key=lambda form: -len(form[1]))
    return by_first


def _fits(spelled: str, word: str) -> bool:
    """Whether a word of the text has the capitals of a word of a form."""
    if spelled.islower() or spelled == word or word.isupper():
        return True
    return word[0].isupper() and (len(spelled) == 1 or not spelled.isupper() or word[:-1].isupper())
