"""Source: a document made ready to be searched for entries; what all finders share."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from companion.core import sentences
from companion.core.language import are_near, common_words, guess_language, two_letters

if TYPE_CHECKING:
    from companion.core.document import Document, Span
    from companion.core.sentences import Sentences

_ENGLISH = re.compile(r"(?i)\b(?:the|of|and|was|were|is|he|she)\s")
_LOOKED_AT = 6000
"""Characters at the beginning of a text whose language is not clear, where English shows."""

_SMALL_WORD = re.compile(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]+")


@dataclass(frozen=True)
class Source:
    """A document, the language it is in (two letters, empty when unknown) and its sentences."""

    document: Document
    language: str
    sentences: Sentences

    @cached_property
    def is_english(self) -> bool:
        """Whether the text is in English, or in no clear language and perhaps in English."""
        if self.language:
            return self.language == "en"
        return len(self.text) < _LOOKED_AT or _ENGLISH.search(self.text, 0, _LOOKED_AT) is not None

    @property
    def text(self) -> str:
        """The document's text, to which all offsets belong."""
        return self.document.text

    @property
    def work(self) -> Span:
        """Where entries are looked for: the work itself, not a library's notices round it."""
        return self.document.work or self.document.span

    @cached_property
    def small_words(self) -> Counter[str]:
        """How often each word stands in the text in small letters."""
        counted = Counter(_SMALL_WORD.findall(self.text))
        for word in [word for word in counted if not word.islower()]:
            del counted[word]
        return counted


def source_of(document: Document) -> Source:
    """The document with its sentences, in the language it names, unless it plainly is in another."""
    return Source(document, _language_of(document), sentences.split(document))


def _language_of(document: Document) -> str:
    named = two_letters(document.language)
    seen = guess_language(document.text)
    if not named or not seen or named == seen or are_near(named, seen):
        return named or seen
    later = guess_language(document.text[len(document.text) // 2 :])
    is_wrong = later == seen and common_words(named) and len(document.text) >= _LOOKED_AT
    return seen if is_wrong else named
