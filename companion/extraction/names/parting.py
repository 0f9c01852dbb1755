"""Parting: a row of words with a capital, cut into the names in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.names.writing import PIECE
from companion.extraction.people.forms import is_title, title_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_COMMON = 4
"""The Zipf value from which an English word is common."""

_TITLES_IN_NAMES = frozenset(
    {"st", "m", "private", "major", "general", "san", "santa", "don", "khan", "shah", "el", "dean"}
)
"""Titles that may stand inside a name, and do not begin another one there."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "esq"})


class Word(NamedTuple):
    """A word of a row: where in the row it stands, as written, and in small letters without a full stop."""

    start: int
    end: int
    text: str
    key: str


class Part(NamedTuple):
    """A name in a row: where in the row it stands, its form, and the word before it if that is in the row too."""

    start: int
    end: int
    form: str
    before: str


class Capitals(NamedTuple):
    """What the whole document tells of words: how often with a capital inside a sentence, how often without."""

    capital: Mapping[str, int]
    small: Mapping[str, int]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, bool]], small: Mapping[str, int]) -> Capitals:
        """Count the words of `rows`, of which each says whether it stands where a sentence begins."""
        capital: Counter[str] = Counter()
        for (row, initial), times in Counter(rows).items():
            for word in row.split()[initial:]:
                capital[word.rstrip(".").lower()] += times
        return cls(capital, small)

    def is_usually_small(self, key: str) -> bool:
        """Whether a word that begins a sentence with a capital would have none elsewhere."""
        small, capital = self.small.get(key, 0), self.capital.get(key, 0)
        if small or capital:
            return small > 2 * capital if key in lexicon.first_names() else small > capital
        return lexicon.frequencies().get(key, 0) >= _COMMON and not _is_known_name(key)


def _is_known_name(key: str) -> bool:
    return key in lexicon.first_names() or key in lexicon.surnames() or key in lexicon.places()


def parts_of(row: str, initial: bool, capitals: Capitals) -> tuple[Part, ...]:
    """The names in `row`, which stands at the beginning of a sentence if `initial`."""
    words = [Word(m.start(), m.end(), m[0], m[0].rstrip(".").lower()) for m in PIECE.finditer(row)]
    found: list[Part] = []
    for first, last in _runs(words, initial, capitals):
        part = _part(row, words, first, last)
        if part is not None:
            found.append(part)
    return tuple(found)


def _runs(words: list[Word], initial: bool, capitals: Capitals) -> list[tuple[int, int]]:
    """The ranges of `words` that are one name each."""
    runs: list[tuple[int, int]] = []
    begun = 0
    for place, word in enumerate(words):
        if _is_no_part(words, place, initial, capitals):
            runs.append((begun, place))
            begun = place + 1
        elif place > begun and _begins_another(words, begun, place):
            runs.append((begun, place))
            begun = place
    runs.append((begun, len(words)))
    return runs


def _is_no_part(words: list[Word], place: int, initial: bool, capitals: Capitals) -> bool:
    """Whether the word at `place` belongs to no name."""
    word = words[place]
    if word.text[0].islower() or word.text == "&":
        return False
    follows = place + 1 < len(words)
    if word.text in ("I", "I.") and not (place and is_title_or_name(words[place - 1])):
        return True
    titled = is_title(word.text) and follows
    if word.key in lexicon.group("small") and len(word.text) > 1:
        return not titled
    if word.key in lexicon.group("calendar"):
        return not (follows and word.key in lexicon.first_names())
    if place == 0 and initial and not titled and not word.text.isupper():
        return capitals.is_usually_small(word.key)
    return False


def is_title_or_name(word: Word) -> bool:
    """Whether `word` is a title or a first name."""
    return is_title(word.text) or word.key in lexicon.first_names()


def _begins_another(words: list[Word], begun: int, place: int) -> bool:
    """Whether a title at `place` begins another name than the one that began at `begun`."""
    word = words[place]
    if (
        place + 1 >= len(words)
        or not is_title(word.text)
        or word.key in _TITLES_IN_NAMES
        or len(word.key) == 1
    ):
        return False
    if (
        words[place + 1].key in _SUFFIXES
        or words[place + 1].text[0].islower()
        or words[place - 1].text[0].islower()
    ):
        return False
    return not all(is_title(before.text) for before in words[begun:place])


def _part(row: str, words: list[Word], first: int, last: int) -> Part | None:
    while first < last and (words[first].text[0].islower() or words[first].text == "&"):
        first += 1
    while first < last and (words[last - 1].text[0].islower() or words[last - 1].text == "&"):
        last -= 1
    if first == last:
        return None
    start, end = words[first].start, words[last - 1].end
    end -= _tail(words[last - 1].text)
    form = " ".join(row[start:end].split())
    if len(form) < 2:
        return None
    return Part(start, end, form, words[first - 1].key if first else "")


def _tail(word: str) -> int:
    """How many signs at the end of a name's last word are no part of it."""
    if word.endswith((".", "'", "’")) and not (
        word.endswith(".") and (len(word) == 2 or word[-3:-2] == "." or title_key(word) in _SUFFIXES)
    ):
        return 1
    return 0
