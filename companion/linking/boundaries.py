"""Boundaries: whether a name found in the text stands by itself or is part of a longer word or name."""

from __future__ import annotations

from companion.linking.letters import is_mark

FREE, LETTER, LOOK = 0, 1, 2
"""What stands beside a name: nothing that matters, a letter of the same word, or what must be looked at."""

_PREFIXES = frozenset(
    {
        "anti",
        "pro",
        "ex",
        "non",
        "pan",
        "post",
        "pre",
        "neo",
        "mid",
        "arch",
        "quasi",
        "pseudo",
        "semi",
        "crypto",
        "ultra",
        "inter",
        "trans",
        "cis",
        "sub",
    }
)
"""What may stand before a hyphen and a name though it has a capital itself: Anti-Stalin."""

_CHANGING = frozenset(
    {"un", "co", "re", "de", "dis", "mis", "non", "in", "im", "il", "ir", "a", "be", "en", "mal"}
)
"""What makes another word of the one after its hyphen: un-coordinated is not coordinated."""

_ELIDED = frozenset(
    {
        "l",
        "d",
        "j",
        "m",
        "n",
        "s",
        "t",
        "c",
        "qu",
        "jusqu",
        "lorsqu",
        "puisqu",
        "quoiqu",
        "dell",
        "all",
        "nell",
        "dall",
        "sull",
        "un",
        "quell",
        "bell",
        "coll",
        "dagl",
        "degl",
        "gl",
    }
)
"""What French and Italian put before a name and an apostrophe: d'Albanie, dell'Albania."""

_ELIDING = frozenset({"fr", "it", "ca", "oc"})
_SHORTENED = frozenset({"s", "d", "ll", "ve", "re", "m"})
"""What may follow a name and an apostrophe: Hoxha's, he'd."""

_IN_NUMBERS = frozenset(".,:/")

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x109F),  # Tibetan, Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x19E0, 0x1A1F),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3100, 0x312F),
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x20000, 0x3FFFF),
)


def is_unspaced(sign: str) -> bool:
    """Whether `sign` belongs to a script that puts no blanks between words."""
    number = ord(sign)
    return number >= 0x0E00 and any(first <= number <= last for first, last in _UNSPACED)


def _is_katakana(sign: str) -> bool:
    return (
        "\u30a1" <= sign <= "\u30fa"
        or sign in "ーヽヾ"
        or "\u31f0" <= sign <= "\u31ff"
        or "\uff66" <= sign <= "\uff9f"
    )


def _is_hangul(sign: str) -> bool:
    return "\uac00" <= sign <= "\ud7a3" or "\u1100" <= sign <= "\u11ff"


class Kinds(dict[str, int]):
    """What a sign beside a name is: FREE, LETTER or LOOK. Each sign is worked out once."""

    def __missing__(self, sign: str) -> int:
        if sign in "'-" or _is_katakana(sign) or _is_hangul(sign):
            kind = LOOK
        elif is_unspaced(sign):
            kind = LOOK if is_mark(sign) else FREE
        else:
            kind = LETTER if sign.isalnum() or is_mark(sign) else FREE
        self[sign] = kind
        return kind


def joins_freely(sign: str) -> bool:
    """Whether a letter beside `sign` may belong to another word: Chinese, Thai, Korean endings."""
    return is_unspaced(sign) or _is_hangul(sign)


def needs_a_look(name: str) -> bool:
    """Whether more must be looked at beside a name than whether a letter stands there."""
    return any(joins_freely(sign) or sign.isdigit() for sign in (name[0], name[-1]))


def stands_alone(text: str, start: int, end: int, language: str = "") -> bool:
    """Whether ``text[start:end]`` is a name by itself. `text` is folded, with a line feed at both ends."""
    return _begins(text, start, language) and _ends(text, start, end, language)


def _begins(text: str, start: int, language: str) -> bool:
    first, before = text[start], text[start - 1]
    if is_unspaced(first):
        return not (_is_katakana(first) and _is_katakana(before))
    if _is_hangul(first):
        return not (before.isalnum() and not is_unspaced(before))
    if before == "'":
        return _after_apostrophe(text, start, language)
    if before == "-":
        return _after_hyphen(text, start)
    if first.isdigit() and before in _IN_NUMBERS:
        return not text[start - 2].isdigit()
    return joins_freely(before) or not (before.isalnum() or is_mark(before))


def _ends(text: str, start: int, end: int, language: str) -> bool:
    last, after = text[end - 1], text[end]
    if is_unspaced(last):
        return not ((_is_katakana(last) and _is_katakana(after)) or is_mark(after))
    if _is_hangul(last):
        return True
    if after == "'":
        return _before_apostrophe(text, end, language)
    if after == "-":
        return _before_hyphen(text, start, end, language)
    if last.isdigit() and after in _IN_NUMBERS:
        return not text[end + 1].isdigit()
    return joins_freely(after) or not (after.isalnum() or is_mark(after))


def _after_apostrophe(text: str, start: int, language: str) -> bool:
    """A quotation mark, or what is elided in French and Italian: 'Hoxha, d'Artagnan; but not O'Brien."""
    word = _word_before(text, start - 1)
    if not word:
        return True
    if text[start - 2 - len(word)] == "'" or word.lower() not in _ELIDED:
        return False
    return word.islower() or language in _ELIDING


def _before_apostrophe(text: str, end: int, language: str) -> bool:
    """A quotation mark, the possessive, a shortened verb: workers', Hoxha's, he'd; but not can't."""
    word = _word_after(text, end + 1)
    return not word or word.lower() in _SHORTENED or language == "tr"


def _after_hyphen(text: str, start: int) -> bool:
    """Pro-Hoxha, mid-July; but not Anglo-Albanian, man-of-war, un-coordinated, U-boat."""
    word = _word_before(text, start - 1)
    if not word:
        return True
    if word.isdigit():
        return not text[start].isupper()
    if len(word) == 1:
        return False
    if text[start].isupper():
        return not word[0].isupper() or word.lower() in _PREFIXES
    chained = text[start - 2 - len(word)] == "-"
    return not chained and word.lower() not in _CHANGING


def _before_hyphen(text: str, start: int, end: int, language: str) -> bool:
    """Hoxha-led, partisan-held; but not Smith-Jones, man-of-war, AK-47."""
    word = _word_after(text, end + 1)
    if not word:
        return True
    if len(word) == 1 or word.isdigit():
        return False
    if text[start].isupper():
        return not word[0].isupper() or language == "de"
    return text[end + 1 + len(word)] != "-"


def _word_before(text: str, end: int) -> str:
    start = end
    while text[start - 1].isalnum() and end - start < 20:
        start -= 1
    return text[start:end]


def _word_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalnum() and end - start < 20:
        end += 1
    return text[start:end]
