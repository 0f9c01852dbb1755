"""Subjects: whether the words before the verb can be the subject of a title."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.extraction.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    VERB,
    either,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

SUBJECTS = frozenset({"he", "she", "they", "i", "we", "it", "there", "you", "who"})
POINTING = frozenset({"this", "that", "these", "those", "such"})
JOINING = frozenset({"and", "or", "but", "nor", "yet"})
_SINGLE = frozenset({"every", "each", "no"})
STANDS_FOR = words_of("stand_for")
LINKING = words_of("linking")
PARTICLES = words_of("particles")
PARTICIPLES = words_of("participles")
_NARROWING = words_of("narrowing")
_SUBJECT_ING = re.compile(r"(?:noth|someth|anyth|everyth|even|morn|spr|build|k|meet|w|r|dar|sterl)ings?")
"""Nouns in "-ing", unlike participles."""
_NO_LEADS = words_of("no_leads")
_COUNTING = frozenset({"about", "around", "over", "under", "near", "up"})
"""Prepositions that stand before a number, and are no lead: "about 12,000 people"."""
_COMPARING = frozenset({"more", "less", "fewer", "other", "rather"})
ADVERB = re.compile(rf"(?!(?:{either(words_of('no_leads'))})$)\w{{2,}}ly|{either(words_of('adverbs'))}")


def is_subject(subject: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words before the verb, in small letters, are a subject, perhaps with a phrase before it."""
    first = subject[0]
    if first in LINKING - {"that"} or first in JOINING or first in PARTICIPLES:
        return False
    if VERB.fullmatch(first) and not _is_attribute(subject):
        return False
    if first in POINTING - {"such"} and (len(subject) == 1 or subject[1] in SUBJECTS | PREPOSITIONS):
        return False
    if _hangs(subject) or not _has_name(subject):
        return False
    if first in _NARROWING and any(word in PREPOSITIONS | CONJUNCTIONS for word in subject):
        return False
    if (
        first.endswith("ing")
        and first not in _NO_LEADS
        and (len(subject) > 1 or first in ("having", "being"))
        and not _SUBJECT_ING.fullmatch(first)
    ):
        return False
    if "and" in subject and words[len(subject)] in ("was", "is", "has"):
        place = subject.index("and")
        if (
            subject[0] not in _SINGLE
            and not _is_compound(subject, place)
            and ("of" not in subject[:place] or subject[0] not in DETERMINERS)
        ):
            return False
    last = subject[-1]
    if (
        last in ("having", "being")
        or last in PREPOSITIONS - PARTICLES | JOINING
        or (last in DETERMINERS and last not in STANDS_FOR)
    ):
        return False
    ruler = [
        "" if word == "i" and place and words[place - 1][:1].isupper() else word
        for place, word in enumerate(subject)
    ]  # "Artaxerxes I" is no pronoun
    return _commas_pair(subject) and _pronoun_stands(ruler) and _lead_ends(ruler, words)


def _is_compound(subject: Sequence[str], place: int) -> bool:
    """Whether an "and" at `place` joins what one noun is for: "a prayer and catechism house"."""
    small = DETERMINERS | PREPOSITIONS | JOINING | {","}
    behind = subject[place + 1 :]
    return (
        place > 1
        and subject[place - 2] in ("a", "an")
        and len(behind) > 1
        and not any(word in small for word in behind)
    )


def _is_attribute(subject: Sequence[str]) -> bool:
    """Whether a participle belongs to the noun behind it ("protracted negotiations")."""
    if len(subject) < 2 or not subject[0].endswith("ed"):
        return False
    small = DETERMINERS | PREPOSITIONS | AUXILIARIES | JOINING | SUBJECTS | {"to", ","}
    return not any(word in small or ADVERB.fullmatch(word) for word in subject[1:])


def _hangs(subject: Sequence[str]) -> bool:
    """Whether a word in a subject hangs another clause on it ("those who", unlike "more than half")."""
    return any(
        word in LINKING and not (word == "than" and subject[place] in _COMPARING)
        for place, word in enumerate(subject[1:])
    )


def _has_name(subject: Sequence[str]) -> bool:
    """Whether anything is named at all: not adverbs and prepositions alone."""
    return any(
        word in SUBJECTS or not (word == "," or word in PREPOSITIONS | JOINING or ADVERB.fullmatch(word))
        for word in subject
    )


def _commas_pair(subject: Sequence[str]) -> bool:
    """Whether the commas in a subject hold an insertion between them, or part a list."""
    commas = [place for place, word in enumerate(subject) if word == ","]
    if not commas:
        return True
    if any(last - first == 2 and VERB.fullmatch(subject[first + 1]) for first, last in pairwise(commas)):
        return False
    joined = any(word in ("and", "or") for word in subject[commas[-1] :])
    if len(commas) == 1:
        return joined and subject[-1] != ","
    return joined or all(ADVERB.fullmatch(word) for word in subject[commas[-1] + 1 :])


def _pronoun_stands(subject: Sequence[str]) -> bool:
    """Whether a pronoun among the words is the subject itself: "in spite of this he", not "all he"."""
    for place, word in enumerate(subject):
        if word in SUBJECTS:
            led_in = not place or subject[0] in PREPOSITIONS or ADVERB.fullmatch(subject[0])
            if not led_in or not all(ADVERB.fullmatch(after) for after in subject[place + 1 :]):
                return False
    return True


def _lead_ends(subject: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a subject begins behind a phrase that leads in: "At midday Pierre", not "With his army"."""
    if subject[0] not in PREPOSITIONS or (subject[0] == "like" and len(subject) == 1):
        return True
    if subject[0] in _COUNTING and len(subject) > 1:
        counted = subject[1]
        if counted[:1].isdigit() or counted.startswith(("one-", "two-", "half")):
            return True
    for place in range(2, len(subject)):
        before, word = subject[place - 1], subject[place]
        if word in SUBJECTS and before not in PREPOSITIONS:
            return True
        begins = word in DETERMINERS or words[place][:1].isupper()
        if (
            begins
            and before not in PREPOSITIONS | DETERMINERS | JOINING
            and not words[place - 1][:1].isupper()
        ):
            return True
    return False
