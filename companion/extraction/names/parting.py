"""Parting: a row of words with a capital, cut into the names in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.names.compounds import names_nothing, tail_of
from companion.extraction.names.writing import PIECE
from companion.extraction.people.forms import is_title, title_key
from companion.extraction.people.ranks import RULERS
from companion.extraction.people.roles import person_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

_LONGEST = 90
"""What has more letters is no name."""

_COMMON = 4
"""The Zipf value from which an English word is common."""

_TITLES_IN_NAMES = frozenset(
    {"st", "m", "private", "major", "general", "san", "santa", "don", "khan", "shah", "dean"}
)
"""Titles that may stand inside a name, and do not begin another one there."""

_RANKS = frozenset({"general", "major"})
"""Those of them that begin another name behind a place, an army or an acronym ("ARVN General Phu")."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "esq"})
_ACRONYMS = frozenset({"US", "IT", "UN", "WHO", "ME"})
"""What is written like a small word, but in capitals."""

_ERAS = frozenset({"BC", "BCE", "CE", "AD", "B.C.", "B.C.E.", "C.E."})
_PLURALS = frozenset(
    f"{rank}s"
    for rank in (
        "general",
        "colonel",
        "captain",
        "admiral",
        "president",
        "emperor",
        "pope",
        "senator",
        "governor",
    )
)
"""What stands before a name and is no part of it: the era of a date, the rank of several."""

_CONTRACTION = re.compile(r"(.+?)(?:n't|'(?:ll|m|ve|re|d|t|th|em))")
_NUMERAL = re.compile(r"[IVXLC]+\.?|[A-Z]\.?")


_ROYAL = RULERS | {
    "prince",
    "czar",
    "kaiser",
    "shah",
    "sultan",
    "duke",
    "archduke",
    "khan",
    "count",
    "elector",
}
"""Titles of those who have a number behind their names, which may be the first."""


class Word(NamedTuple):
    """A word of a row: where in the row it stands, as written, and in small letters without a full stop."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_particle(self) -> bool:
        """Whether it is written small and joins two names, as "of" or "de"."""
        return (self.text[0].islower() and self.text.islower()) or self.text == "&"


class Part(NamedTuple):
    """A name in a row: where in the row it is, its form, and the word before it if that is in the row too."""

    start: int
    end: int
    form: str
    before: str


class Capitals(NamedTuple):
    """How often each word has a capital inside a sentence of the document, and how often it has none."""

    capital: Mapping[str, int]
    small: Mapping[str, int]
    named: Set[str]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, bool]], small: Mapping[str, int], named: Set[str]) -> Capitals:
        """Count the words of `rows`, of which each says whether it stands where a sentence begins.

        Words in capitals throughout tell nothing. `named` are months and days that are somebody's name.
        """
        capital: Counter[str] = Counter()
        for (row, initial), times in Counter(rows).items():
            for word in row.split()[initial:]:
                if len(word) == 1 or not word.isupper():
                    capital[word.rstrip(".").lower()] += times
        return cls(capital, small, named)

    def is_usually_small(self, key: str) -> bool:
        """Whether a word that has a capital where every word has one would have none elsewhere."""
        small, capital = self.small.get(key, 0), self.capital.get(key, 0)
        if small or capital:
            return small > 2 * capital if key in lexicon.first_names() else small > capital
        return lexicon.frequencies().get(key, 0) >= _COMMON and not _is_known_name(key)

    def is_always_capital(self, key: str) -> bool:
        """Whether a small word is a name here: "Ho" in a text with "Ho Chi Minh" and no "ho"."""
        return self.capital.get(key, 0) > 1 and not self.small.get(key, 0) and _is_known_name(key)


def _is_known_name(key: str) -> bool:
    return key in lexicon.first_names() or key in lexicon.surnames() or key in lexicon.places()


def parts_of(row: str, initial: bool, capitals: Capitals) -> tuple[Part, ...]:
    """The names in `row`, which stands at the beginning of a sentence if `initial`."""
    words = [_word(match) for match in PIECE.finditer(row)]
    found = (_part(row, words, first, last) for first, last in _runs(words, initial, capitals))
    return tuple(part for part in found if part is not None)


def _word(match: re.Match[str]) -> Word:
    text = match[0]
    return Word(match.start(), match.end(), text, text.rstrip(".").replace("’", "'").lower())


def _runs(words: list[Word], initial: bool, capitals: Capitals) -> list[tuple[int, int]]:
    """The ranges of `words` that are one name each."""
    shouted = len(words) > 1 and all(word.text.isupper() or word.is_particle for word in words)
    runs: list[tuple[int, int]] = []
    begun = 0
    for place in range(len(words)):
        if _is_no_part(words, place, capitals, fresh=shouted or (initial and place == 0)):
            runs.append((begun, place))
            begun = place + 1
        elif place > begun and (
            tail_of(words[place - 1].text)
            or _begins_another(words, begun, place)
            or _is_of_another(words, begun, place)
        ):
            runs.append((begun, place))
            begun = place
    runs.append((begun, len(words)))
    return runs


def _is_no_part(words: list[Word], place: int, capitals: Capitals, *, fresh: bool) -> bool:
    """Whether the word at `place`, which is `fresh` where every word has a capital, belongs to no name."""
    word = words[place]
    if word.is_particle:
        return False
    if len(word.key) == 1:
        return _is_lone_letter(words, place)
    if word.text in _ERAS or names_nothing(word.text):
        return True
    small = lexicon.group("small")
    if word.key in capitals.named and not (fresh and word.key in small):
        return place > 0 and words[place - 1].key in lexicon.group("when")
    if word.key in small or _is_contraction(word.key):
        return _is_but_small(words, place, capitals, fresh=fresh)
    if word.key in lexicon.group("calendar"):
        return _is_date(words, place)
    if _only_tells(words, place):
        return True
    near = words[max(0, place - 1) : place] + [word] * (place + 1 < len(words))
    titled = any(is_title(title.text) for title in near)
    return fresh and not titled and capitals.is_usually_small(word.key)


def _is_but_small(words: list[Word], place: int, capitals: Capitals, *, fresh: bool) -> bool:
    """Whether a word that is mostly written small ("the", "us") is so here: no name, title or acronym."""
    word, behind = words[place], words[place + 1 : place + 2]
    if any(follows.text[0].isupper() for follows in behind) and capitals.is_always_capital(word.key):
        return False
    return not (behind and is_title(word.text)) and (fresh or word.text not in _ACRONYMS)


def _is_date(words: list[Word], place: int) -> bool:
    """Whether a month or a day is one, as it is unless a name that is no small word follows a first name."""
    follows = words[place + 1].key if place + 1 < len(words) else ""
    return not follows or words[place].key not in lexicon.first_names() or follows in lexicon.group("small")


def _only_tells(words: list[Word], place: int) -> bool:
    """Whether the word at `place` but counts, or says what the one or the several behind it are."""
    word, behind = words[place], words[place + 1 :]
    if word.key in lexicon.group("number") and (not behind or _NUMERAL.fullmatch(behind[0].text)):
        return True
    if not behind:
        return False
    is_of_several = word.key in _PLURALS and not behind[0].is_particle
    return is_of_several or (place == 0 and _is_before_a_person(word, behind))


def _is_lone_letter(words: list[Word], place: int) -> bool:
    """Whether one letter is a word ("I", "A", "O") and not an initial or a numeral ("Paul I")."""
    word = words[place]
    if word.text == "I." and 0 < place < len(words) - 1 and words[place - 1].key in lexicon.first_names():
        return False
    if word.key == "i":
        royal = any(_is_royal(before) for before in words[:place])
        return not royal and (place == 0 or place + 1 == len(words) or words[place + 1].text != "of")
    return place == 0 and not word.text.endswith(".") and word.key in ("a", "o")


def _is_royal(word: Word) -> bool:
    return title_key(word.text) in _ROYAL


def _is_contraction(key: str) -> bool:
    match = _CONTRACTION.fullmatch(key) if "'" in key else None
    return match is not None and (key.endswith("n't") or match[1] in lexicon.group("small"))


def _is_before_a_person(word: Word, behind: list[Word]) -> bool:
    """Whether `word` but says what the person behind it is ("Russian General Orlov", "Botanist Nick Bos")."""
    follows = behind[0]
    is_full = len(behind) > 1 and follows.key in lexicon.first_names() and not behind[1].is_particle
    if word.key in lexicon.demonyms():
        is_full = is_full and word.key not in lexicon.first_names()
        return is_title(follows.text) or is_full or _is_surely_first_name(follows.key)
    if word.key not in person_words() or is_title(word.text):
        return False
    return is_full or _is_surely_first_name(follows.key)


def _is_surely_first_name(key: str) -> bool:
    return key in lexicon.english_first_names() and lexicon.surnames().get(key, 0) > 300 and not is_title(key)


def _begins_another(words: list[Word], begun: int, place: int) -> bool:
    """Whether a title at `place` begins another name than the one that began at `begun`."""
    word = words[place]
    if place + 1 >= len(words) or not is_title(word.text) or len(word.key) == 1:
        return False
    if word.key in _TITLES_IN_NAMES and not (word.key in _RANKS and _is_of_no_office(words[place - 1])):
        return False
    if words[place + 1].key in _SUFFIXES or words[place + 1].is_particle or words[place - 1].is_particle:
        return False
    return not all(is_title(before.text) for before in words[begun:place])


def _is_of_no_office(word: Word) -> bool:
    """Whether a word is a place, an army or an acronym, and so no office that a rank ends."""
    if word.key in person_words() or is_title(word.text):
        return False
    is_acronym = word.text.isupper() and 1 < len(word.text) < 6
    return is_acronym or word.key in lexicon.places() or word.key in lexicon.group("kind")


def _is_of_another(words: list[Word], begun: int, place: int) -> bool:
    """Whether a particle stands at `place` before another person ("Grimwig of Mr. Brown", "Juan y Pedro")."""
    behind = [word for word in words[place + 1 :] if word.key != "the"]
    if not behind or words[place].key not in ("of", "y"):
        return False
    if words[place].key == "y":
        return behind[0].key in lexicon.first_names()
    if _is_full_name(words[begun:place]) and " ".join(word.key for word in behind) in lexicon.places():
        return True
    if is_title(words[begun].text) or words[begun].key in lexicon.group("kind"):
        return False
    return len(behind) > 1 and is_title(behind[0].text)


def _is_full_name(words: list[Word]) -> bool:
    """Whether words are a first name and a surname, with titles before them, and so need no "of Scotland"."""
    names = [word for word in words if not is_title(word.text)]
    if len(names) < 2 or names[-1].key in lexicon.group("kind") or _NUMERAL.fullmatch(names[-1].text):
        return False
    return names[0].key in lexicon.english_first_names() or len(names) < len(words)


def _part(row: str, words: list[Word], first: int, last: int) -> Part | None:
    while first < last and words[first].is_particle:
        first += 1
    while first < last and words[last - 1].is_particle:
        last -= 1
    if first == last or all(_NUMERAL.fullmatch(word.text) for word in words[first:last]):
        return None
    start, end = words[first].start, words[last - 1].end
    end -= _tail(words[last - 1].text)
    form = " ".join(row[start:end].split())
    return (
        Part(start, end, form, words[first - 1].key if first else "") if 1 < len(form) <= _LONGEST else None
    )


def _tail(word: str) -> int:
    """How many signs at the end of a name's last word are no part of it."""
    compound = tail_of(word)
    if compound:
        return compound
    if not word.endswith("."):
        return 0
    return 0 if len(word) == 2 or word[-3:-2] == "." or title_key(word) in _SUFFIXES else 1
