"""Words without halves of surrogate pairs, which no encoding of Unicode can write."""

from __future__ import annotations


def sound(words: str) -> str:
    """The words at the same length, with U+FFFD for every half of a surrogate pair."""
    return words if is_sound(words) else _mended(words)


def is_sound(words: str) -> bool:
    """Whether the words can be written in UTF-8."""
    if words.isascii():
        return True
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def in_utf8(words: str) -> bytes:
    """The words in UTF-8, each half of a surrogate pair as U+FFFD."""
    try:
        return words.encode("utf-8")
    except UnicodeEncodeError:
        return _mended(words).encode("utf-8")


def _mended(words: str) -> str:
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in words)
