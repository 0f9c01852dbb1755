"""Well-formed: whether words can stand as a title by themselves, as a clause with subject and verb."""

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

_TOKEN = re.compile(r"\d[\d.,]*\d|[^\W_][\w’'.-]*|[,:]")
_REFUSED = re.compile(
    r"[?;—…|]|\w (?:Since|Until|Before|Till) |"
    r"--|\s[–-]|[–-]\s|\bIt(?: had)? (?:is|was|been|seemed)\b(?! \w+ing\b|"
    r" (?:\w+ly |first |later |also |then )*\w+(?:ed|en|wn|ught|ilt|ld) (?!that\b))|\bnot only\b|"
    r"\bIt took\b|(?<!was )(?<!were )(?<!been )\breceived from\b|"
    r"\b(?:pointed|found|carried) (?:out|off)$|\bon the (?:night|day|eve|morning|evening)$"
)
_SUBJECTS = frozenset({"he", "she", "they", "i", "we", "it", "there", "you", "who"})
_POINTING = frozenset({"this", "that", "these", "those", "such"})
_JOINING = frozenset({"and", "or", "but", "nor", "yet"})
_SINGLE = frozenset({"every", "each", "no"})
_STANDS_FOR = words_of("stand_for")
_LINKING = words_of("linking")
_ASKING = words_of("asking")
_PARTICLES = words_of("particles")
_PARTICIPLES = words_of("participles")
_OBJECTLESS = words_of("transitive")
_WEAK_END = words_of("weak_ends")
_HALF = words_of("halves")
_NARROWING = words_of("narrowing")
_ADVERB = re.compile(rf"\w{{2,}}ly|{either(words_of('adverbs'))}")
_NO_END = (
    DETERMINERS - _STANDS_FOR - {"his", "her"}
    | (CONJUNCTIONS | PREPOSITIONS) - _PARTICLES
    | AUXILIARIES - {"do", "did", "does"}
    | words_of("leading_on")
    | _OBJECTLESS
)
_SUBJECT_ING = re.compile(r"(?:noth|someth|anyth|everyth|even|morn|spr|build|k|meet|w|r|dar|sterl)ings?")
"""Nouns in "-ing", unlike participles."""


def is_well_formed(title: str) -> bool:
    """Whether the title is a clause that stands by itself.

    It has a subject of its own, a finite verb behind it and what the verb asks for; it does not begin with a
    word that hangs on another clause, does not end with one that leads on, and asks nothing. What is not
    certain is refused.
    """
    if _REFUSED.search(title):
        return False
    words = _TOKEN.findall(title)
    verb = _finite(words)
    return (
        verb is not None
        and _is_subject([word.lower() for word in words[:verb]], words)
        and _is_predicate([word.lower() for word in words], verb)
        and _may_end_with(words)
    )


def _finite(words: Sequence[str]) -> int | None:
    """The place of the first finite verb; None where there is none, or nothing before it."""
    for place in range(1, len(words)):
        if _is_finite(words, place):
            return place
    return None


def _is_finite(words: Sequence[str], place: int) -> bool:
    word, before = words[place], words[place - 1].lower()
    if not VERB.fullmatch(word) or before == "to":
        return False
    if word in AUXILIARIES:
        return before not in PREPOSITIONS | (DETERMINERS - _STANDS_FOR - _POINTING) or before in _PARTICLES
    if before in PREPOSITIONS | DETERMINERS or before.endswith(("’s", "'s", "s’")):
        return False
    following = words[place + 1] if place + 1 < len(words) else ""
    return before in AUXILIARIES or following != "by"


def _is_subject(subject: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words before the verb, in small letters, are a subject, perhaps with a phrase before it."""
    first = subject[0]
    if first in _LINKING - {"that"} or first in _JOINING or VERB.fullmatch(first) or first in _PARTICIPLES:
        return False
    if first in _POINTING - {"such"} and (len(subject) == 1 or subject[1] in _SUBJECTS | PREPOSITIONS):
        return False
    if any(word in _LINKING for word in subject[1:]) or not _has_name(subject):
        return False
    if first in _NARROWING and any(word in PREPOSITIONS | CONJUNCTIONS for word in subject):
        return False
    if (
        first.endswith("ing")
        and (len(subject) > 1 or first in ("having", "being"))
        and not _SUBJECT_ING.fullmatch(first)
    ):
        return False
    if "and" in subject and words[len(subject)] in ("was", "is", "has"):
        place = subject.index("and")
        if subject[0] not in _SINGLE and ("of" not in subject[:place] or subject[0] not in DETERMINERS):
            return False
    last = subject[-1]
    if (
        last in ("having", "being")
        or last in PREPOSITIONS - _PARTICLES | _JOINING
        or (last in DETERMINERS and last not in _STANDS_FOR)
    ):
        return False
    return _commas_pair(subject) and _pronoun_stands(subject) and _lead_ends(subject, words)


def _is_participle(word: str) -> bool:
    return word.endswith("ing") and not _SUBJECT_ING.fullmatch(word)


def _has_name(subject: Sequence[str]) -> bool:
    """Whether anything is named at all: not adverbs and prepositions alone."""
    return any(
        word in _SUBJECTS or not (word == "," or word in PREPOSITIONS | _JOINING or _ADVERB.fullmatch(word))
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
    return joined or subject[-1] == ","


def _pronoun_stands(subject: Sequence[str]) -> bool:
    """Whether a pronoun among the words is the subject itself: "in spite of this he", not "all he"."""
    for place, word in enumerate(subject):
        if word in _SUBJECTS:
            led_in = not place or subject[0] in PREPOSITIONS or _ADVERB.fullmatch(subject[0])
            if not led_in or not all(_ADVERB.fullmatch(after) for after in subject[place + 1 :]):
                return False
    return True


def _lead_ends(subject: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a subject begins behind a phrase that leads in: "At midday Pierre", not "With his army"."""
    if subject[0] not in PREPOSITIONS or (subject[0] == "like" and len(subject) == 1):
        return True
    for place in range(2, len(subject)):
        before, word = subject[place - 1], subject[place]
        if word in _SUBJECTS and before not in PREPOSITIONS:
            return True
        begins = word in DETERMINERS or words[place][:1].isupper()
        if (
            begins
            and before not in PREPOSITIONS | DETERMINERS | _JOINING
            and not words[place - 1][:1].isupper()
        ):
            return True
    return False


def _is_predicate(words: Sequence[str], verb: int) -> bool:
    """Whether the words from the verb on say something whole."""
    after = words[verb + 1 :]
    if words[verb] in AUXILIARIES:
        rest = [word for word in after if not _ADVERB.fullmatch(word)]
        if all(word in _SUBJECTS | _POINTING | {"them", "him", "her", "so"} for word in rest):
            return False
        if (
            not rest
            or rest[0] in (",", "and", "but", "or", ":")
            or (after[-1] in _WEAK_END and len(after) == 1)
        ):
            return words[verb] in ("did", "do", "does") and not rest
    if words[verb] in AUXILIARIES and after[:1] and after[0] in _SUBJECTS:
        return False
    if "between" in after and "and" not in after[after.index("between") :]:
        return False
    for place in range(verb + 1, len(words)):
        word = words[place]
        if word in _ASKING and not _verb_follows(words, place):
            return False
        if word == "to" and place + 1 < len(words) and words[place + 1] in _PARTICLES | _JOINING | {","}:
            return False
        if word in AUXILIARIES and _is_finite(words, place) and not _is_linked(words, verb, place):
            return False
    return _segments_stand(words, verb)


def _verb_follows(words: Sequence[str], place: int) -> bool:
    """Whether the clause that begins at `place` has a verb and does not stop at it."""
    if words[place] == "that" and words[place - 1] in (
        "all",
        "like",
        "of",
        "in",
        "at",
        "on",
        "to",
        "after",
        "before",
    ):
        return True
    if words[place] == "that" and VERB.fullmatch(words[place - 1]) is None and place + 2 < len(words):
        return any(VERB.fullmatch(word) for word in words[place + 1 :])
    found = [number for number in range(place + 1, len(words)) if VERB.fullmatch(words[number])]
    return bool(found) and not (found[-1] == len(words) - 1 and words[found[-1]] in AUXILIARIES)


def _is_linked(words: Sequence[str], verb: int, place: int) -> bool:
    """Whether something leads from the first verb to another: "was killed", "said he was", "came and was"."""
    if words[place - 1] in AUXILIARIES | _SUBJECTS or _ADVERB.fullmatch(words[place - 1]):
        return words[place - 1] != ","
    return any(word in _JOINING | _LINKING or word in _SUBJECTS for word in words[verb + 1 : place])


def _is_stump(part: Sequence[str]) -> bool:
    """Whether a part behind a comma lacks what it leads on to: "partly", "carried out", "among them"."""
    said = [word for word in part if not _ADVERB.fullmatch(word)]
    if not said or (len(said) <= 2 and said[0] in PREPOSITIONS | DETERMINERS):
        return True
    is_participle = said[0] in _PARTICIPLES or VERB.fullmatch(said[0]) is not None
    return is_participle and all(word in _PARTICLES for word in said[1:])


def _segments_stand(words: Sequence[str], verb: int) -> bool:
    """Whether no part behind a comma is a stump or another clause."""
    commas = [place for place in range(verb + 1, len(words)) if words[place] in ",:"]
    for number, place in enumerate(commas):
        end = commas[number + 1] if number + 1 < len(commas) else len(words)
        part = words[place + 1 : end]
        if words[place - 1] in _JOINING and not any(VERB.fullmatch(word) for word in words[place + 1 :]):
            return False
        if not part or part[0] in AUXILIARIES or part[0] in _LINKING | {"then"}:
            return False
        if _is_stump(part):
            return False
        has_verb = any(VERB.fullmatch(word) for word in part)
        if part[0] in _JOINING and not has_verb and (part[0] != "and" or len(commas) < 2 or part[1:2] == []):
            return False
        if part[0] not in _JOINING and any(word in AUXILIARIES for word in part[1:]):
            return False
    if any(word == "but" and not any(map(VERB.fullmatch, words[place:])) for place, word in enumerate(words)):
        return False
    last = [place for place in range(verb + 1, len(words)) if words[place] in _JOINING]
    if last and not words[last[-1] + 1 :]:
        return False
    return not (last and words[last[-1] + 1] in PREPOSITIONS | {"to"} and len(words) - last[-1] <= 3)


def _may_end_with(words: Sequence[str]) -> bool:
    """Whether the last words lead on to nothing."""
    before, last = words[-2].lower(), words[-1].lower()
    if last.endswith("ly") and before in _OBJECTLESS:
        return False
    if last.endswith(("’s", "'s")) and not words[-1][:1].isdigit():
        return False
    if last in _NO_END or (last in ("his", "their", "her") and before not in PREPOSITIONS):
        return last == "her" and VERB.fullmatch(before) is not None
    if (last in _HALF and before == "the") or (before in _LINKING and VERB.fullmatch(last)):
        return False
    if last == "it" and (before in _LINKING or words[-2][:1].isupper()):
        return False
    if last in _WEAK_END and before in AUXILIARIES | PREPOSITIONS:
        return False
    return not (before in _JOINING and last in _PARTICLES)
