"""The encoding of a file that does not say it: candidates are decoded, and the most plausible text wins."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from companion.readers.limits import SAMPLE

_NAMES = (
    "cp1252 iso8859-15 cp1250 iso8859-2 cp1251 koi8-u iso8859-5 mac-cyrillic cp866 cp1253 iso8859-7 cp1254 "
    "cp1255 cp1256 cp1257 cp1258 cp874 mac-roman mac-latin2 cp437 cp850 cp852 cp862"
)
_SINGLE_BYTE = _NAMES.split()
"""The more usual first: it wins when two read the same."""

_GOOD_ENOUGH = 0.75

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_TYPOGRAPHIC = frozenset("’‘“”„‚–—…«»‹›•§°©®™€£\xa0¿¡№·×½¼¾ºª")
_USUAL = {
    "LATIN": frozenset("äöüßéèêëàâçîïôœæùûñóíáúøåąćęłńśźżčěřšťůýžőűğışâățşţōãõìòđ"),
    "CYRILLIC": frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэіїєў"),
}


class Guess(NamedTuple):
    """The text, and the encoding that it was read in."""

    text: str
    encoding: str


def guessed(data: bytes) -> Guess:
    """The text of `data`, whose encoding nothing tells; bytes that fit nowhere become U+FFFD.

    chardet judges by the statistics of bytes. Its answer is taken unless the text then looks wrong: words
    that mix scripts, capitals in the middle, signs inside words. Then the encoding with the best looks
    is taken. The two fail on different files: each alone finds about seven of eight.
    """
    import chardet

    sample = data[:SAMPLE]
    found = chardet.detect(sample, prefer_superset=True)["encoding"] or ""
    found = codecs.lookup(found).name if _is_known(found) else ""
    if found and not _is_single_byte(found):
        return Guess(data.decode(found, "replace"), found)
    looks = {name: plausibility(sample.decode(name, "replace")) for name in [*_SINGLE_BYTE, found] if name}
    best = max(looks, key=looks.__getitem__)
    chosen = found if found and looks[found] >= _GOOD_ENOUGH * looks[best] else best
    return Guess(data.decode(chosen, "replace"), chosen)


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding) is not None
    except LookupError:
        return False


def _is_single_byte(encoding: str) -> bool:
    return len(bytes(range(0x80, 0x100)).decode(encoding, "replace")) == 128


def plausibility(text: str) -> float:
    """How much like writing the text looks, judged by its signs beyond ASCII; higher is better."""
    score = 0.0
    for found in _WORD.finditer(text):
        word = found[0]
        if not word.isascii():
            score += _word_score(word)
    for found in _FOREIGN.finditer(text):
        if not found[0].isalpha():
            score += _sign_score(text, found.start())
    return score


@lru_cache(maxsize=4096)
def _word_score(word: str) -> float:
    foreign = [sign for sign in word if not sign.isascii()]
    scripts = {_script(sign) for sign in word}
    if len(scripts) > 1 or not (word.islower() or word.isupper() or word[1:].islower() or _has_no_case(word)):
        return -2.0 * len(foreign)
    usual = _USUAL.get(scripts.pop())
    if usual is None:
        return 1.0 * len(foreign)
    return sum(1.0 if sign.lower() in usual else 0.1 for sign in foreign)


def _has_no_case(word: str) -> bool:
    return word.lower() == word.upper()


@lru_cache(maxsize=512)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ", 1)[0]


def _sign_score(text: str, place: int) -> float:
    sign = text[place]
    if unicodedata.category(sign)[0] == "M":
        return 0.5
    if sign in _TYPOGRAPHIC:
        inside = text[place - 1 : place].isalpha() and text[place + 1 : place + 2].isalpha()
        return -1.0 if inside and sign not in "’–—…\xa0·" else 0.5
    return -4.0 if unicodedata.category(sign)[0] == "C" or sign == "\ufffd" else -2.0
