"""Language: which language a text is in, guessed by its commonest small words where it does not say."""

from __future__ import annotations

import re
from collections import Counter

_ENOUGH_WORDS = 40
_LEAST_SHARE, _LEAST_LEAD = 0.08, 1.5
"""The part of all words that the small words of a language make at least, and how many times as many they are
as those of the next one."""
_LOOKED_AT = 6000
"""Characters, from the middle of the text: its beginning may be a notice in another language."""

_SMALL_WORDS = {
    "en": "the and of to in that was his with for had not which from they were",
    "de": "der die und das nicht ein zu den mit ist sich auf dem von war ich",
    "fr": "le les des et est une que dans qui pas du au sur plus elle avait",
    "es": "el los las que del una por con para como más su se había pero lo",
    "it": "il di che per non una della con sono gli era più ma nel si come",
    "nl": "het een van en dat niet zijn op te met voor was die hij aan ook",
    "pt": "os que não uma com para dos da em mais ao se era mas por do",
    "sv": "och att det som en på är av för med den till inte han var om",
    "da": "og at det som en på er af for med den til ikke han var de",
    "pl": "się nie na że jest do jak ale za to po przez był tym od co",
}
_TABLE = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """The code of the language that `text` is in; empty where it is none of a few, or nothing is clear."""
    middle = max(0, (len(text) - _LOOKED_AT) // 2)
    words = Counter(_WORD.findall(text[middle : middle + _LOOKED_AT].lower()))
    total = words.total()
    if total < _ENOUGH_WORDS:
        return ""
    counts = {language: sum(words[word] for word in small) for language, small in _TABLE.items()}
    best, second = sorted(counts, key=lambda language: counts[language], reverse=True)[:2]
    is_clear = counts[best] >= _LEAST_SHARE * total and counts[best] >= _LEAST_LEAD * counts[second]
    return best if is_clear else ""
