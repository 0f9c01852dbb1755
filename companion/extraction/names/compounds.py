"""Compounds: what of a word with a hyphen is a name, and what only says something of the word behind it."""

from __future__ import annotations

import re

from companion.extraction import lexicon

_SAYING = re.compile(
    r"-(?:[a-z]\w{2,}ed|[a-z]\w{3,}ing|like|led|wide|type|style|born|made|free|era|critic|winner|only|day|time"
    r"|held|run|built|owned|based|backed|controlled|in)$"
)
"""Behind a name: what makes an adjective of it ("German-occupied Hungary")."""

_DASH = re.compile(
    r"-(?:who|whom|whose|which|that|where|when|while|and|or|but|the|a|an|then|as|to|from|of|by|for|with)$"
)
"""Behind a name: a word that a hyphen only parts from it, in place of a dash ("General Minh-whom")."""

_JOINED = re.compile(r"[^-–]+")


def tail_of(word: str) -> int:
    """How many signs at the end of `word` are no part of the name that it begins with."""
    compound = _SAYING.search(word) or _DASH.search(word)
    return len(word) - compound.start() if compound is not None else 0


def names_nothing(word: str) -> bool:
    """Whether a word with a hyphen has its capital for no name's sake: "August-September", "In-depth"."""
    first, hyphen, rest = word.partition("-")
    if not hyphen:
        return False
    if first.lower() in lexicon.group("calendar"):
        parts = _JOINED.findall(rest.lower())
        return all(part.isdigit() or part in lexicon.group("calendar") for part in parts)
    return rest.islower() and first.lower() in lexicon.group("small") and len(first) > 1 and len(rest) > 2
