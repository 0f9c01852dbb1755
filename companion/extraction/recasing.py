"""Recasing: a text in capitals is searched as if it had been written with small letters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.core.calendar import MONTHS
from companion.core.language import guess_language
from companion.extraction import lexicon
from companion.extraction.times.english import WEEKDAYS

if TYPE_CHECKING:
    from companion.core.document import Document

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEGINNING = re.compile(r"(?:\A|\n|[.!?…][)\]]?\s|\.[\"'”’»]+\s)[\s(\[\"'“‘«—–-]*([^\W\d_])")
_ACRONYM = re.compile(r"\(([^\W\d_]{2,6})\)")
_INITIAL = re.compile(r"\b[^\W\d_]\.(?=\s*[^\W\d_])")
_MONTH = re.compile(r"\bm(?=(?:arch|ay),? \d)|(?<=\d )m(?=(?:arch|ay)\b)")
_JOINT = re.compile(r"\.?[ \n]")

_LOOKED_AT, _FEWEST = 4_000, 100
"""Characters that are looked at in three places, and the letters that must be there, to tell capitals."""
_MOST_SMALL = 0.05
"""The share of its letters that may be small ones in a text in capitals."""
_COMMON, _VERY_COMMON = 4, 6
"""How common a word is, see ``lexicon.frequencies``, that is often none, and one that is never a name."""
_COUNTRIES, _FEW_PLACES = 800, 4_000
"""Places of a lower rank are countries and capitals, or known by everybody; behind them are villages that
bear the names of things."""
_CALENDAR = frozenset({*(month.lower() for month in MONTHS), *WEEKDAYS} - {"march", "may"})
_BEFORE_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "my",
        "your",
        "his",
        "her",
        "its",
        "our",
        "their",
        "no",
        "some",
        "any",
        "every",
        "each",
        "he",
        "she",
        "it",
        "we",
        "they",
        "i",
        "you",
        "who",
        "had",
        "has",
        "have",
        "having",
        "be",
        "been",
        "is",
        "was",
        "were",
        "will",
        "would",
        "not",
        "very",
        "so",
        "too",
        "as",
    ]
)
"""Behind these stands a word of everybody's, hardly ever a name."""
_MOST_AS_WORD = 0.08
"""The share of its places behind such words that a name may have."""
_LEAST_VOUCHED, _FEWEST_PLACES, _FEW_AS_WORD = 0.2, 3, 0.02
"""A common word is a name where it stands twice and with this share of its places behind a title or a first
name, or where it stands three times and this seldom behind words as above."""
_INFLECTED = ("ed", "ing", "ly")
_ENDINGS = (*_INFLECTED, "es", "er", "s", "d")


def in_small_letters(document: Document) -> Document:
    """The document with its words in small letters, where they all stand in capitals; else the same one.

    Names begin with a capital then, as far as they can be told: first names, peoples and places by the lists,
    others by a title or a first name before them somewhere in the text; but none that stands behind articles
    and pronouns as other words do. All offsets stay.
    """
    if not _is_in_capitals(document.text):
        return document
    is_english = guess_language(document.text) in ("", "en")
    return replace(document, text=_Recasing(document.text, is_english=is_english).text())


def _is_in_capitals(text: str) -> bool:
    middle = len(text) // 2
    looked_at = text[:_LOOKED_AT] + text[middle : middle + _LOOKED_AT] + text[-_LOOKED_AT:]
    small, capital = sum(map(str.islower, looked_at)), sum(map(str.isupper, looked_at))
    return capital >= _FEWEST and small <= _MOST_SMALL * capital


class _Recasing:
    """One text in capitals."""

    def __init__(self, text: str, *, is_english: bool) -> None:
        small = text.lower()
        self._text = small if len(small) == len(text) else "".join(map(_lowered, text))
        self._is_english = is_english
        self._acronyms = {word for word in _ACRONYM.findall(self._text) if not _is_word(word)}
        self._names: dict[str, bool] = {}
        self._places: Counter[str] = Counter()
        self._places_as_word: Counter[str] = Counter()
        self._vouched: Counter[str] = Counter()
        self._count()

    def text(self) -> str:
        """The text with capitals where a writer would set them."""
        cased = _WORD.sub(self._cased, self._text)
        for wanted in (_BEGINNING, _INITIAL, _MONTH):
            cased = wanted.sub(_raised, cased)
        return cased

    def _count(self) -> None:
        """Counts where words stand, and notes those that stand behind a title or a first name."""
        before, end = "", 0
        for match in _WORD.finditer(self._text):
            word = _bare(match[0])
            self._places[word] += 1
            if _JOINT.fullmatch(self._text, end, match.start()):
                if before in _BEFORE_WORDS:
                    self._places_as_word[word] += 1
                elif _vouches(before):
                    self._vouched[word] += 1
            before, end = word, match.end()

    def _cased(self, match: re.Match[str]) -> str:
        word = match[0]
        bare = _bare(word)
        if bare in self._acronyms:
            return "".join(map(_capital, bare)) + word[len(bare) :]
        if word == "i" or word.startswith(("i'", "i’")):
            return word.capitalize() if self._is_english else word
        if self._is_name(bare) or (bare in lexicon.titles() and self._is_before_name(match.end())):
            return _capital(word[0]) + word[1:]
        return word

    def _is_name(self, word: str) -> bool:
        known = self._names.get(word)
        if known is None:
            known = self._names[word] = self._is_found_name(word)
        return known

    def _is_found_name(self, word: str) -> bool:
        if word in lexicon.demonyms() or word.removesuffix("s") in lexicon.demonyms() or word in _CALENDAR:
            return True
        how_common = lexicon.frequencies().get(word, 0)
        if how_common >= _VERY_COMMON or _is_of_grammar(word) or word in lexicon.titles():
            return False
        count, as_word, vouched = self._places[word], self._places_as_word[word], self._vouched[word]
        if as_word > 1 + _MOST_AS_WORD * count:
            return False
        rank = lexicon.places().get(word, _FEW_PLACES)
        is_vouched = vouched > max(1, _LEAST_VOUCHED * count, as_word)
        if (
            how_common >= _COMMON
            and rank >= _COUNTRIES
            and not is_vouched
            and (count < _FEWEST_PLACES or as_word > _FEW_AS_WORD * count)
        ):
            return False
        if rank < _FEW_PLACES or word in lexicon.first_names():
            return True
        return bool(vouched) and (word in lexicon.surnames() or not _is_word(word))

    def _is_before_name(self, end: int) -> bool:
        joint = _JOINT.match(self._text, end)
        after = _WORD.match(self._text, joint.end()) if joint else None
        return after is not None and self._is_name(_bare(after[0]))


def _vouches(word: str) -> bool:
    return word in lexicon.titles() or (
        word in lexicon.first_names() and lexicon.frequencies().get(word, 0) < _VERY_COMMON
    )


@lru_cache(maxsize=65_536)
def _is_word(word: str) -> bool:
    """Whether everybody uses this word, or it is a form of one."""
    if len(word) == 1 or word in lexicon.frequencies() or _is_of_grammar(word):
        return True
    return word.endswith(_INFLECTED) or any(
        word.endswith(ending) and any(_is_stem(word[: -len(ending)] + end) for end in ("", "e"))
        for ending in _ENDINGS
    )


def _is_stem(word: str) -> bool:
    return word in lexicon.frequencies() or _is_of_grammar(word)


@lru_cache(maxsize=65_536)
def _is_of_grammar(word: str) -> bool:
    return any(word in words for words in lexicon.parts_of_speech())


def _bare(word: str) -> str:
    """The word without a possessive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _lowered(sign: str) -> str:
    small = sign.lower()
    return small if len(small) == 1 else sign


def _capital(sign: str) -> str:
    """The capital of a letter; the letter itself where that would be two, as of "ß"."""
    capital = sign.upper()
    return capital if len(capital) == 1 else sign


def _raised(match: re.Match[str]) -> str:
    """The match with its last letter, or its only one, as a capital."""
    words = match[0]
    at = next(place for place in range(len(words) - 1, -1, -1) if words[place].isalpha())
    return words[:at] + _capital(words[at]) + words[at + 1 :]
