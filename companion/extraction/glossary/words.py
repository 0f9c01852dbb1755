"""Words: a text as a row of words and marks, each with a sign for the part it plays in a definition."""

from __future__ import annotations

import re
from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from companion.extraction.source import Source

_ANY_WORD = r"[^\W_]+(?:(?:[-’'](?!s\b)|_)[^\W_]+)*|[’']s\b|--+|_+|[^\w\s]"
_WORD = re.compile(rf"\n+|(?:[A-Z]\.){{2,}}|v\.(?= [A-Z])|{_ANY_WORD}")
_PIECE = re.compile(
    rf"(?:(?:[A-Z]\.){{2,}}|v\.(?= [A-Z])|{_ANY_WORD})[^\S\n\t]*|[\n\t]+[^\S\n\t]*|[^\S\n\t]+"
)
"""A word, a mark or the end of a paragraph or cell with the blanks behind; every character is in a piece."""

_PARTS = {
    "c": (
        "called termed dubbed named labeled labelled nicknamed styled coined christened titled "
        "entitled calling"
    ),
    "k": "known referred described defined regarded considered",
    "a": "as",
    "o": "of",
    "t": "the",
    "A": "a an",
    "r": "or",
    "w": "which who whose whom where that wherein whereby when",
    "i": "is are",
    "I": "was were",
    "m": "means meant meaning refers referred describes denotes signifies involves consists involved stands",
    "b": "be been became become becomes being has have had",
    "n": "and but",
    "p": "his her their its our my your he she it they we i you him them us me",
    "h": "this these those such",
    "g": "like including especially namely particularly",
    "x": "so-called",
    "P": (
        "in on at by with from under through to for into during after before between among against "
        "over upon within without"
    ),
    "N": "one two three four five six seven eight nine ten first second third last next new same own",
    "y": (
        "term word concept idea notion phrase theory doctrine policy principle practice process "
        "system form type movement name philosophy belief strategy method"
    ),
    ",": ",",
    ".": ". ! ?",
    ":": ": ;",
    "-": "— – -- ---",
    "(": "( [",
    ")": ") ]",
    "q": "“ ‘ \" « ' ‹ _",
    "Q": "” ’ » ›",
}
_SIGN = {word: sign for sign, words in _PARTS.items() for word in words.split()}
_OTHERS = (
    "not no nor neither either also only just even still very more most much many few some any "
    "all each every both other "
    "others another then than there "
    "here now too so if because although though while since until unless whether what how why can "
    "could may might must "
    "shall should will would do does did done doing having am about above across along around "
    "behind below beneath "
    "beside beyond despite down except inside near off onto out outside past per toward towards "
    "underneath up via yet ever never "
    "always often sometimes usually however therefore thus hence moreover furthermore instead "
    "rather again once "
    "several many said says say made make makes making used use uses using well early late later years year "
    "day days way ways thing things lot kind kinds sort sorts today itself himself herself "
    "themselves myself yourself ourselves oneself s t ll re ve d m don didn isn't don't didn't "
    "can't couldn't won't wouldn't let "
    "came come comes went go goes going gone took take takes taken taking gave give gives given "
    "giving got get gets getting put "
    "puts saw see seen sees seeing became began begin begun soon together away back almost nearly "
    "already perhaps indeed"
)
_SIGN.update((word, "f") for word in _OTHERS.split() if word not in _SIGN)

_ENDS = "\n\t"
"""With these a paragraph ends, or the cell of a table."""

_IN_NAMES = frozenset("fN")
_SHORT = 4
"""Letters of words in which "-ed" and "-ly" are no endings, as in "reed" and "holy"; of "-ing" one more."""


class Words(NamedTuple):
    """The words and marks of a text, side by side: each one, where it begins, its part, its plain form.

    `signs` holds a sign for each: a letter for the part of a small word; of other words in small letters "j"
    for an adjective, "v" for a verb, "V" for a past tense or participle, "G" for an "-ing" that is no noun,
    "l" for all that may be nouns; "C" for a word with a capital, "F" for a small word with one, "d" for a
    number, "s" for the possessive. `plain` is the word in small letters without the ending of the plural.
    """

    words: list[str]
    starts: array[int]
    signs: str
    plain: list[str]

    def end(self, index: int) -> int:
        """Where the word number `index` ends in the text."""
        return self.starts[index] + len(self.words[index])


def words_of(source: Source) -> Words:
    """The words of the text of `source`, in order."""
    shared: dict[str, str] = {}
    pieces = _PIECE.findall(source.text)
    pieces = list(map(shared.setdefault, pieces, pieces))
    starts = array("L", accumulate(map(len, pieces), initial=0))
    starts.pop()
    if pieces and pieces[0].isspace() and pieces[0][0] not in _ENDS:
        del pieces[0], starts[0]
    bare = {piece: piece if piece[0] in _ENDS else piece.rstrip() for piece in shared}
    words = list(map(bare.__getitem__, pieces))
    signs, plain = _Signs(), _Plain()
    return Words(words, starts, "".join(map(signs.__getitem__, words)), list(map(plain.__getitem__, words)))


def split(form: str) -> tuple[list[str], list[str]]:
    """The words of `form`, as they are and in their plain form."""
    words = _WORD.findall(form)
    return words, list(map(plain_form, words))


class _Signs(dict[str, str]):
    """The sign of each word, worked out once."""

    def __missing__(self, word: str) -> str:
        sign = self[word] = _sign(word)
        return sign


def _sign(word: str) -> str:
    known = _SIGN.get(word)
    if known is None and word[0].isalpha():
        if word[0].isupper():
            known = _SIGN.get(word.lower()) if not word.isupper() or len(word) == 1 else None
            return "F" if known in _IN_NAMES else known or "C"
        return part_of_speech(word)
    if known:
        return known
    if word[0] in _ENDS:
        return "\n"
    if word[0].isdigit():
        return "d"
    return "s" if word[1:] == "s" else "."


def part_of_speech(word: str) -> str:
    """The sign of a word in small letters by what it is if it is no noun; of several parts the last tells."""
    known = lexicon.parts_of_speech()
    word = word.rpartition("-")[2] or word
    if word in known.nouns:
        return "l"
    if word in known.adjectives or _is_superlative(word, known.adjectives):
        return "j"
    if word in known.past or (word.endswith("ed") and len(word) > _SHORT):
        return "V"
    if word in known.verbs or (word[-1:] == "s" and not known.verbs.isdisjoint(_without_s(word))):
        return "v"
    if word.endswith("ing") and len(word) > _SHORT + 1:
        return "G"
    return "f" if word in known.adverbs or (word.endswith("ly") and len(word) > _SHORT) else "l"


def _is_superlative(word: str, adjectives: Container[str]) -> bool:
    if not word.endswith("est"):
        return False
    stem = word[:-3]
    return stem in adjectives or f"{stem}e" in adjectives or f"{stem[:-1]}y" in adjectives


def _without_s(word: str) -> Iterator[str]:
    """The base forms of which a word may be the third person."""
    yield word[:-1]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield word[:-2]


class _Plain(dict[str, str]):
    """Each word in small letters and without the ending of the plural, worked out once."""

    def __missing__(self, word: str) -> str:
        plain = self[word] = plain_form(word)
        return plain


def plain_form(word: str) -> str:
    """The word in small letters and without the ending of the plural; AIDS and SOS are no plurals."""
    low = word.lower().replace("’", "'")
    return low if word.isupper() else singular(low)


def singular(word: str) -> str:
    """The word without the usual ending of the plural."""
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return word


def rareness(word: str) -> int:
    """How rare an English word is, from 0 for the commonest to 5 for one that is in no list."""
    frequencies = lexicon.frequencies()
    low = word.lower()
    return 7 - frequencies.get(low, frequencies.get(singular(low), 2))
