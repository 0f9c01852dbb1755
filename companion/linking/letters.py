"""Letters: which signs are read as another one, which are not seen, and what a letter is without marks."""

from __future__ import annotations

import unicodedata
from functools import cache

_BLANKS = "\t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B)))
_BLANKS += "\u2028\u2029\u202f\u205f\u3000"

ALIKE = {
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys("’‘‛ʼʻʹ′`´＇", "'"),
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("‐‑−⁃﹣－", "-"),
    "‒": "–",
    "İ": "I",  # the one letter whose small form is longer than itself
    "ſ": "s",
}
"""Signs and what they are read as: one kind of blank, apostrophe and hyphen."""

_UNSEEN_RANGES = (
    (0xAD, 0xAD),  # the soft hyphen
    (0x34F, 0x34F), (0x61C, 0x61C), (0x640, 0x640), (0x180B, 0x180E),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x5C7, 0x5C7),  # Hebrew points
    (0x610, 0x61A), (0x64B, 0x652), (0x656, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC),  # Arabic points
)  # fmt: skip
_WITHOUT_MARK = {"đ": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ё": "е", "ς": "σ"}
_PLAINLY_SPELLED = frozenset("еσ")


def is_unseen(sign: str) -> bool:
    """Whether a sign is skipped: a soft hyphen, a joiner, a mark of direction, points for vowels."""
    number = ord(sign)
    return any(first <= number <= last for first, last in _UNSEEN_RANGES)


def is_ligature(sign: str) -> bool:
    """Whether a sign is a ligature of printing: fi, ffl."""
    return "\ufb00" <= sign <= "\ufb06"


def is_mark(sign: str) -> bool:
    """Whether a sign belongs to the letter before it."""
    return unicodedata.category(sign)[0] == "M"


def joins(sign: str) -> bool:
    """Whether a sign may make one letter with the one before it."""
    return is_mark(sign) or "\u1161" <= sign <= "\u11c2"


@cache
def plain(letter: str) -> str:
    """A small Latin or Greek letter without its marks, always one sign; any other letter as it is."""
    if letter in _WITHOUT_MARK:
        return _WITHOUT_MARK[letter]
    parts = unicodedata.normalize("NFD", letter)
    is_western = parts[0] < "\u0250" or "\u0370" <= parts[0] < "\u0400"
    return parts[0] if is_western and len(parts) > 1 and all(map(is_mark, parts[1:])) else letter


def wants_mark(letter: str) -> bool:
    """Whether a small letter has a mark that readers would miss."""
    return plain(letter) != letter and plain(letter) not in _PLAINLY_SPELLED
