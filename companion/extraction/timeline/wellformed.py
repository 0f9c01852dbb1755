"""Well-formed: whether words can stand as a title by themselves, as a clause with subject and verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    VERB,
    words_of,
)
from companion.extraction.timeline.subjects import (
    ADVERB,
    JOINING,
    LINKING,
    PARTICIPLES,
    PARTICLES,
    POINTING,
    STANDS_FOR,
    SUBJECTS,
    is_subject,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"\d[\d.,]*\d|[^\W_][\w’'.-]*|[,:]")
_REFUSED = re.compile(
    r"[?;—…|]|\w (?:Since|Until|Before|Till) |"
    r"--|\s[–-]|[–-]\s|\bIt(?: had)? (?:is|was|been|seemed)\b(?! \w+ing\b|"
    r" (?:\w+ly |first |later |also |then )*(?!ten |seven |often |even |eleven )\w+(?:ed|en|wn|ught|ilt|ld) "
    r"(?!that\b))|\bnot only\b|"
    r"[a-z],[’'] |"
    r"\bIt took\b|(?<!was )(?<!were )(?<!been )\breceived from\b|"
    r"\b(?:pointed|found|carried) (?:out|off)$|\bpointed$|\bon the (?:night|day|eve|morning|evening)$"
)
_ASKING = words_of("asking")
_OBJECTLESS = words_of("transitive")
_WEAK_END = words_of("weak_ends")
_AGAIN = frozenset({"was", "were", "is", "are", "had", "has", "have"})
_DONE = frozenset({"made", "found", "caught", "sent", "laid", "seized", "done", "given", "taken", "brought"})
_BEING = frozenset({"was", "were", "been"})
_HALF = words_of("halves")
_HOLDING = words_of("holding")
_NO_END = (
    DETERMINERS - STANDS_FOR - {"his", "her"}
    | (CONJUNCTIONS | PREPOSITIONS) - PARTICLES
    | AUXILIARIES - {"do", "did", "does"}
    | words_of("leading_on")
    | _OBJECTLESS
)


_AS_MANY = re.compile(r"\b[Aa]s (?:many|much|few|little|early|late) as |^(?:Almost|Nearly|Even) (?=[a-z])")
"""What only narrows a number or a subject."""
_SUCH = re.compile(r"\bsuch (?:an?\s)?\w+|\bso (?!far|long|called)\w+ly\b")
"""What "that" must follow: "had such an impressive force"."""


def is_well_formed(title: str) -> bool:
    """Whether the title is a clause that stands by itself.

    It has a subject of its own, a finite verb behind it and what the verb asks for; it does not begin with a
    word that hangs on another clause, does not end with one that leads on, and asks nothing. What is not
    certain is refused.
    """
    if _REFUSED.search(title) or (_SUCH.search(title) and " that " not in title and " as " not in title):
        return False
    words = _TOKEN.findall(_AS_MANY.sub("", title))
    verb = _finite(words)
    if verb is not None and (narrowed := _behind_relative(words, verb)):
        words, verb = narrowed
    return (
        verb is not None
        and is_subject([word.lower() for word in words[:verb]], words)
        and _is_predicate([word.lower() for word in words], verb)
        and _may_end_with(words)
    )


def _behind_relative(words: list[str], verb: int) -> tuple[list[str], int] | None:
    """The words without a relative clause in the subject ("those who had fought formed"), and their verb."""
    who = next((place for place in range(1, verb) if words[place] in ("who", "that")), 0)
    if (
        not who
        or words[verb] in _HOLDING
        or words[who - 1].lower() in DETERMINERS | PREPOSITIONS | {",", "those"}
    ):
        return None
    for place in range(verb + 1, len(words)):
        if words[place] in (",", "who", "that", "which"):
            return None
        if _is_finite(words, place) and words[place - 1].lower() not in AUXILIARIES | JOINING | LINKING:
            if ADVERB.fullmatch(words[place - 1]) and words[place - 2] in AUXILIARIES:
                continue
            return [*words[:who], *words[place:]], who
    return None


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
    if ADVERB.fullmatch(before) and place > 1 and words[place - 2] in ("being", "having"):
        return False
    if (
        word in ("named", "called", "known")
        and words[0].lower() in ("a", "an", "another")
        and before not in AUXILIARIES
    ):
        return False  # "a slave named Eli"
    if word in AUXILIARIES:
        return before not in PREPOSITIONS | (DETERMINERS - STANDS_FOR - POINTING) or before in PARTICLES
    if before in PREPOSITIONS | DETERMINERS or before.endswith(("’s", "'s", "s’")):
        return False
    if before == "be" and place > 1 and words[place - 2] == "to":
        return False  # "activities to be phased in"
    following = words[place + 1] if place + 1 < len(words) else ""
    if following in _AGAIN and before not in AUXILIARIES:
        return False  # "the number of soldiers killed was"
    return before in AUXILIARIES or following != "by"


def _is_predicate(words: Sequence[str], verb: int) -> bool:
    """Whether the words from the verb on say something whole."""
    after = words[verb + 1 :]
    if words[verb] in AUXILIARIES:
        rest = [word for word in after if not ADVERB.fullmatch(word)]
        if all(word in SUBJECTS | POINTING | {"them", "him", "her", "so"} for word in rest):
            return False
        if (
            not rest
            or rest[0] in (",", "and", "but", "or", ":")
            or (after[-1] in _WEAK_END and len(after) == 1)
        ):
            return words[verb] in ("did", "do", "does") and not rest
    if words[verb] in AUXILIARIES and after[:1] and after[0] in SUBJECTS:
        return False
    if "between" in after and "and" not in after[after.index("between") :]:
        return False
    for place in range(verb + 1, len(words)):
        word = words[place]
        if word in _ASKING and not _verb_follows(words, place):
            return False
        if word == "to" and place + 1 < len(words) and words[place + 1] in PARTICLES | JOINING | {","}:
            return False
        if word in SUBJECTS and _runs_on(words, verb, place):
            return False
        if word in AUXILIARIES and _is_finite(words, place) and not _is_linked(words, verb, place):
            return False
    return _segments_stand(words, verb)


def _runs_on(words: Sequence[str], verb: int, place: int) -> bool:
    """Whether another clause begins at a pronoun that nothing leads to: "came to town he told the"."""
    between = words[verb + 1 : place]
    if words[verb] in _HOLDING or any(word in LINKING | JOINING | {",", "told"} for word in between):
        return False
    rest = [word for word in words[place + 1 : place + 4] if not ADVERB.fullmatch(word)]
    return len(rest) > 1 and VERB.fullmatch(rest[0]) is not None and rest[1] in DETERMINERS - STANDS_FOR


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
    if words[place - 1] in AUXILIARIES | SUBJECTS or ADVERB.fullmatch(words[place - 1]):
        return words[place - 1] != ","
    if words[verb] in _HOLDING and "," not in words[verb:place]:
        return True
    return any(word in JOINING | LINKING or word in SUBJECTS for word in words[verb + 1 : place])


def _is_stump(part: Sequence[str]) -> bool:
    """Whether a part behind a comma lacks what it leads on to: "partly", "carried out", "among them"."""
    said = [word for word in part if not ADVERB.fullmatch(word)]
    if not said or (len(said) <= 2 and said[0] in PREPOSITIONS | DETERMINERS):
        return True
    is_participle = said[0] in PARTICIPLES or VERB.fullmatch(said[0]) is not None
    return is_participle and all(word in PARTICLES for word in said[1:])


def _segments_stand(words: Sequence[str], verb: int) -> bool:
    """Whether no part behind a comma is a stump or another clause."""
    commas = [place for place in range(verb + 1, len(words)) if words[place] in ",:"]
    for number, place in enumerate(commas):
        end = commas[number + 1] if number + 1 < len(commas) else len(words)
        part = words[place + 1 : end]
        if words[place - 1] in JOINING and not any(VERB.fullmatch(word) for word in words[place + 1 :]):
            return False
        if not part or part[0] in AUXILIARIES or part[0] in LINKING | {"then"}:
            return False
        if _is_stump(part):
            return False
        has_verb = any(VERB.fullmatch(word) for word in part)
        if part[0] in JOINING and not has_verb and (part[0] != "and" or len(commas) < 2 or part[1:2] == []):
            return False
        if part[0] not in JOINING and any(word in AUXILIARIES for word in part[1:]):
            return False
    if any(word == "but" and not any(map(VERB.fullmatch, words[place:])) for place, word in enumerate(words)):
        return False
    last = [place for place in range(verb + 1, len(words)) if words[place] in JOINING]
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
    if last in ("far", "not"):
        return False
    if last in _DONE and before in _BEING:
        return True
    if last in _NO_END or (last in ("his", "their", "her") and before not in PREPOSITIONS):
        return last == "her" and VERB.fullmatch(before) is not None
    if (last in _HALF and before == "the") or (before in LINKING and VERB.fullmatch(last)):
        return False
    if last == "it" and (before in LINKING | {"way", "time", "what"} or words[-2][:1].isupper()):
        return False
    if last in _WEAK_END and before in AUXILIARIES | PREPOSITIONS:
        return False
    return not (before in JOINING and last in PARTICLES)
