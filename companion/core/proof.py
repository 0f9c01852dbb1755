"""Proof: how much of some words must agree with a place of a text for them to stand there, and surely."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.core.agreement import Agreement, Words

_LEAST_SHARE = 0.4
"""So much of what could agree must; of words that are not in the text, 0.26 agreed somewhere at best."""

_LEAST_POINTS = 28
"""So many letters it takes however short the context is, ..."""

_ALL_BUT = 0.93
"""... or this share of it, where there are not even so many."""

_KANA = re.compile("[\u3041-\u30ff\u1100-\u11ff\uac00-\ud7af]")
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""A syllable tells as much as two letters, a sign for a word as three."""

_LEAST_CLOSENESS = 0.5
"""So much of the words themselves must be unchanged, ..."""

_SHORT, _CLEAR_SHARE = 3, 0.8
"""... and more than that of words of so few letters, unless so much agrees about them."""

_LEAD, LEAD_SHARE = 5, 0.12
"""By so many points, and by this share of all, a place must be better than any other."""

_SURE_CLOSENESS, _SURE_SHARE = 0.7, 0.6
"""With less than this unchanged of the words, or agreeing in all, a place is shaky."""


def tells_little(words: Words) -> bool:
    """Whether words and context are so few that they prove something only where they stand to the letter."""
    return _letters(words.context) < _LEAST_POINTS


def is_enough(words: Words, agreement: Agreement, share: float = _LEAST_SHARE) -> bool:
    """Whether the words stand there; `share` is how much of what could agree must."""
    length = len(words.context)
    least = max(share * length, min(_least_points(words.context), _ALL_BUT * length))
    is_open = words.end - words.start > _SHORT or agreement.share >= _CLEAR_SHARE
    is_close = agreement.closeness >= _LEAST_CLOSENESS if is_open else agreement.closeness > _LEAST_CLOSENESS
    return is_close and agreement.points >= least


def is_sure(words: Words, agreement: Agreement) -> bool:
    """Whether words that stand there do so surely."""
    return (
        agreement.share >= _SURE_SHARE
        and agreement.closeness >= _SURE_CLOSENESS
        and agreement.points >= _least_points(words.context)
    )


def lead(words: Words) -> float:
    """By how many points one place must be better than another."""
    return max(_LEAD, LEAD_SHARE * len(words.context))


def _least_points(context: str) -> float:
    """How many signs of such a context tell as much as ``_LEAST_POINTS`` letters."""
    return _LEAST_POINTS * len(context) / max(1, _letters(context))


def _letters(context: str) -> int:
    """How many letters tell as much as this context."""
    if context.isascii():
        return len(context)
    return len(context) + len(_KANA.findall(context)) + 2 * len(_IDEOGRAPH.findall(context))
