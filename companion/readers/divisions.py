"""Headings that name themselves: "CHAPTER IV", "Book One: 1805", "Prologue", "第一章"."""

from __future__ import annotations

import re
from typing import NamedTuple

TOP = -1.0
"""The rank of a prologue or an epilogue: as high as the highest division of its text."""

PART, BOOK, CHAPTER = 1.0, 2.0, 4.0

_RANKS: dict[float, str] = {
    0.0: "volume vol tome band tom том",
    PART: "part partie teil parte deel część часть",
    BOOK: "book livre buch libro boek księga книга",
    3.0: "act acte akt aufzug atto acto canto",
    CHAPTER: "chapter chap chapitre kapitel capítulo capitulo capitolo hoofdstuk rozdział kapitola глава "
    "stave letter adventure",
    5.0: "scene scène szene auftritt section",
}
_RANK_OF = {word: rank for rank, words in _RANKS.items() for word in words.split()}

_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty"
)
_ORDERED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth last "
    "erster erste erstes zweiter zweite zweites dritter dritte drittes vierter viertes fünfter fünftes "
    "sechster sechstes siebtes siebentes achter achtes neunter neuntes zehnter zehntes elftes zwölftes "
    "letztes premier première deuxième troisième quatrième cinquième sixième septième huitième neuvième "
    "dixième dernière primera segunda tercera cuarta quinta primero segundo tercero cuarto quinto prima "
    "seconda terza "
    "первая вторая третья четвертая четвёртая пятая шестая седьмая восьмая девятая десятая последняя"
)
_COUNTS, _ORDINALS = _COUNTED.split(), _ORDERED.split()
_NUMBER = (
    rf"(?:\d{{1,4}}|[ivxlcdm]{{1,9}}|(?:{'|'.join(_COUNTS + _ORDINALS)})(?:[- ](?:{'|'.join(_COUNTS[:9])}|"
    rf"{'|'.join(_ORDINALS[:9])}))?)"
)
_WORD = "|".join(_RANK_OF)
_DIVISION = re.compile(
    rf"(?:the )?(?:(?P<word>{_WORD})\.? (?:the |№ ?)?{_NUMBER}|"
    rf"{_NUMBER}\.? (?P<after>{_WORD}|epilogue|epilog))\b(?P<rest>.*)",
    re.I,
)
_FAR_EAST = re.compile(
    r"第[一二三四五六七八九十百千零〇\d]{1,8}(?P<word>[部卷篇編章回節节])(?P<rest>.{0,60})"
)
_PLACED = re.compile(
    r"(?:preface|foreword|prologue|epilogue|introduction|introductory|afterword|appendix|conclusion|contents|"
    r"table of contents|bibliography|notes|footnotes|endnotes|glossary|index|acknowledge?ments|dedication|"
    r"postscript|author['’]s note|translator['’]s (?:note|preface)|vorwort|einleitung|nachwort|inhalt|"
    r"préface|avant-propos|épilogue|introduzione|prefazione|prólogo|epílogo|предисловие|эпилог|пролог|前言|序|後記)"
    r"(?P<rest>(?: [ivxlc\d]{1,5}| [a-z])?(?:[.:—–-].{0,80}| (?:to|of) (?:the|this) .{1,60})?)",
    re.I,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents[.:]?|inhalt(?:sverzeichnis)?|table des matières|índice|indice|"
    r"оглавление|содержание|目次|目录",
    re.I,
)
_OPENERS = frozenset([*_RANK_OF, *_ORDINALS, "the", "prologue", "epilogue", "preface"])
_LONGEST = 240


class Division(NamedTuple):
    """A heading's rank (a lower one is a larger part of a book), its title, and whether that is a mere
    number, so that a title may follow."""

    rank: float
    title: str
    bare: bool = False


def division_of(words: str) -> Division | None:
    """The division that `words`, on one line with single blanks, names; None when they name none."""
    if len(words) > _LONGEST or not (words[0].isupper() or words[0].isdecimal() or words[0] > "\u3000"):
        return None
    found = _DIVISION.fullmatch(words)
    if found and _is_title(found["rest"]):
        rank = _RANK_OF.get((found["word"] or found["after"]).lower(), TOP)
        return _division(rank, words, found["rest"])
    if _PLACED.fullmatch(words):
        return Division(TOP, words.rstrip(".:"))
    eastern = _FAR_EAST.fullmatch(words)
    if eastern:
        rank = 5.0 if eastern["word"] in "節节" else CHAPTER if eastern["word"] in "章回" else PART
        return _division(rank, words, eastern["rest"])
    return None


def names_contents(title: str) -> bool:
    """Whether the title says that a table of contents follows."""
    return _CONTENTS.fullmatch(title) is not None


def opens_division(line: str) -> bool:
    """Whether the first line of a stanza is a heading by itself, with its text or title right below."""
    first = line.split(None, 1)[0].rstrip(".:").lower()
    if first not in _OPENERS or len(line) > 100:
        return False
    found = division_of(" ".join(line.split()))
    return found is not None and (found.bare or found.title.isupper() or found.rank == TOP)


def _division(rank: float, words: str, rest: str) -> Division:
    bare = not rest.strip(" .:—–-")
    return Division(rank, words.rstrip(" .:—–-") if bare else words, bare)


def _is_title(rest: str) -> bool:
    """What follows "Chapter IV" is nothing or a title, never the rest of a sentence."""
    rest = rest.strip()
    return not rest or rest[0] in ".:—–-([" or rest[0].isupper() or rest[0].isdecimal()
