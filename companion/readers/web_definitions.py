"""A list of definitions is told from one of speeches, dates or figures, so that it counts as a glossary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.readers.web_elements import local_name, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TERM = re.compile(r"(?=.{0,60}\Z)(?!.*\b\d{3,4}\b)[^\W\d_][^?!:\n]*:?\s*\Z")
_LONGEST_TERM, _SHORTEST_MEANING = 6, 4
_FEWEST = 2


def explains_words(element: _Element) -> bool:
    """Whether a ``dl`` says what words mean: short terms, no two the same, each with some words about it."""
    terms: list[str] = []
    meanings: list[str] = []
    for part in _parts(element):
        (terms if local_name(part.tag) == "dt" else meanings).append(words_in(part).strip())
    if len(terms) < _FEWEST or len(meanings) < _FEWEST or len(set(terms)) < len(terms):
        return False
    full = sum(len(meaning.split()) >= _SHORTEST_MEANING for meaning in meanings)
    return 4 * full >= 3 * len(meanings) and all(map(_may_be_term, terms))


def _parts(element: _Element) -> Iterator[_Element]:
    """The ``dt`` and ``dd`` of a list; a ``div`` may hold those that belong together."""
    for child in element:
        name = local_name(child.tag)
        if name in ("dt", "dd"):
            yield child
        elif name == "div":
            yield from (part for part in child if local_name(part.tag) in ("dt", "dd"))


def _may_be_term(words: str) -> bool:
    return bool(_TERM.match(words)) and len(words.split()) <= _LONGEST_TERM
