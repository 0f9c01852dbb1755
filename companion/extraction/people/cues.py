"""Cues: what the words next to a name say that its bearer is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    VERB,
    either,
    words_of,
)
from companion.extraction.people.roles import group, kin, person_words, roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import Span


class Cue(NamedTuple):
    """What the text says of somebody at one place, and how sure that is; `role` may be empty."""

    role: str
    strength: float
    span: Span


_LONGEST = 64
"""Characters of a role."""

_REACH = 170
_IN_PHRASE = r"[^,;:.!?()\n“”\"—]"
_AFTER = re.compile(
    r",\s+(?:who\s+(?P<who>[a-z]+)(?:\s+been)?(?:\s+[a-z]+ly)?\s+(?P<what>[a-z]+)|"
    r"(?:(?:then|now|later|once|formerly|himself|herself|also|by then)\s+)?"
    rf"(?P<put>[a-z]{_IN_PHRASE}{{2,110}})(?=[,;.:)—]|\s[–—-]\s))"
    r"|(?:\s+\([^()\n]{0,160}\))?(?:,[^,;:.!?\n“”\"]{2,80},)?\s+"
    r"(?P<verb>was|is|became|remained|had been|has been|served as|worked as|had become)\s+"
    r"(?:(?:[a-z]+ly|then|now|also|later|still|once|both|elected|appointed|named|made|crowned|proclaimed|"
    r"declared|chosen|as)\s+){0,3}"
    rf"(?P<is>(?:an?|the|one of|its|their|our)\s{_IN_PHRASE}{{2,110}}"
    rf"|[a-z][\w-]*\s(?:of|in|at|to|for)\s{_IN_PHRASE}{{2,90}})"
    r"|\s+(?:(?:was|had been)\s+(?:[a-z]+ly\s+)?(?:elected|appointed|named|made|crowned|proclaimed|chosen)"
    r"|(?:served|worked|took\s+over|retired|resigned)\s+as)\s+"
    rf"(?P<made>[a-z]{_IN_PHRASE}{{2,90}})"
)
_LATER = re.compile(
    r"[^;:.!?“”\"()]{2,140}?(?:,\s+|\s)and\s+(?:(?:later|then|eventually|soon|in\s+\d{4})\s+)?"
    r"(?:became|remained|served\s+as|worked\s+as|was\s+(?:elected|appointed|named|made|crowned|proclaimed))\s+(?:as\s+)?"
    r"(?P<is>[a-z][^,;:.!?()\n“”\"—]{2,110})"
)
"""What a sentence says later of its subject: "He ran Albania and remained head of it"."""

_CLOSING = frozenset(",.;:)—")
_STARTING = frozenset({"an", "a", "the", "one", "its", "their", "our"})
_WITH_CLAUSE = re.compile(r"\s(?:who|whom|whose|which|that|where|when)\b")
_GOES_ON = re.compile(
    r",?\s+(?:and|or)\s+(?:(?:by|with|to|from|of|for)\s+)?"
    r"(?:the|his|her|their|an?|two|three|four|five|some|several|many|others?|all|[A-Z])"
)
"""What follows where the words before it were one of a list."""
_LISTED = re.compile(
    r",\s+(?:(?:an?|the|two|three|four|five|some|several|many|his|her|their)\s|[A-Z])[^;:.!?]{2,90}?,?\s(?:and|or)\s"
    r"(?:an?|the|two|three|four|five|some|several|many|his|her|their|[A-Z][\w’'-]*)\s"
)
"""What goes on as a list does: "Peter Holm, a doctor, a lawyer and two priests"."""
_IS_HELD = re.compile(
    rf"The\s(?:(?:current|present|then|new|first|second|last)\s)*(?P<role>[a-z]{_IN_PHRASE}{{2,80}})\s(?:is|was)\s$"
)
"""What stands before the name of one who holds an office: "The managing director is"."""
_ONE_OF = re.compile(r"one of (?:the|those|these|his|her|its|their) ")
_ADVERBS = re.compile(
    r"^(?:(?:soon|once|then|now|later|already|still|also|currently|formerly|perhaps|probably|both|even|become|[a-z]+ly)\s+)+"
)
_MODIFIER = re.compile(r"[^\W_][\w’'-]*")
_PRONOUNS = {"i", "he", "she", "it", "they", "we", "you", "to", "not", "alongside", "him", "them", "us", "me"}
_SMALL = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | AUXILIARIES | _PRONOUNS
_HOLDING = frozenset({"acting", "commanding", "founding", "leading", "managing", "presiding", "reigning"})
_PASSING = frozenset(
    {
        "already",
        "almost",
        "also",
        "very",
        "too",
        "obliged",
        "present",
        "absent",
        "silent",
        "away",
        "able",
        "unable",
        "alone",
        "aware",
        "ill",
        "anxious",
        "ready",
        "glad",
        "sorry",
        "afraid",
        "sure",
        "no",
        "that",
        "here",
        "hitherto",
        "just",
        "not",
        "now",
        "only",
        "scarcely",
        "so",
        "still",
        "there",
    }
)
"""Words of what is only so for the moment: "who was at the inn", "who was already gone"."""
_HAVING_DONE = frozenset(
    {"become", "fought", "known", "seen", "taken", "won", "lost", "written", "betrayed", "killed"}
)
"""What somebody "had" done that tells who he is, besides what lasts."""
_NOT_SO = frozenset({"theoretically", "nominally", "supposedly", "allegedly", "apparently", "seemingly"})
"""Words before what somebody is not quite."""
_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_STRENGTH = {"was": 0.95, "is": 0.95, "became": 0.9, "remained": 0.8, "had been": 0.85, "has been": 0.85}
_CUT = re.compile(
    r"\s(?:who|whom|whose|which|that|where|when|while|because|although|though|before|after|until|since|"
    r"during|if|so|but|not|with|than|as|by|has|had|was|is|(?:best|better|also)\s+known|in\s+\d{4}|on\s+(?:the\s+)?\d{1,2}|or\s+(?:the|an?)|"
    r"and\s+(?:(?:the|an?|his|her|was|is|had|he|she|they|it|I|a|would|could|should|did|has|were|will)\s|"
    r"(?!(?:kind|friend|love|lone|elder|scholar|coward|sick|home|world|earth|heaven|order|man|woman)ly\b)"
    r"[a-z]{2,30}(?:ed|ly)\s))\b"
)
_HEAD_END = re.compile(
    r"\s(?:of|in|for|to|at|from|on|under|and|or|with|against|over|between|among|near|by|born|named|called|"
    r"aged|living|based|responsible|known|turned)\b"
)
_PHRASE_END = re.compile(
    r"\s(?=(?:of|in|for|to|at|from|on|under|and|with|against|over|between|among|near|by)\s)"
)
_UNSAID = re.compile(
    r"\b(?:whether|if|unless|suppose|supposing|though|that|wonder(?:ed|s)?|pretend(?:ed|s)?"
    rf"|{either(PREPOSITIONS - {'before', 'after', 'since', 'until'})})\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a name: what is said then is not so, or only held by somebody, or of another ("the man with X")."""

_NOT_BEFORE = frozenset({"noble", "intellectual", "liberal", "conservative", "radical", "native", "royal"})
_BEFORE_VERB = AUXILIARIES | {"to", "not", "i", "we", "they", "you"}
"""Words that tell who somebody is, but not before a name; words before a verb, which is none of them."""

_LEFT_OVER = re.compile(r"(?:\s(?:and|or|to|of|in|by|at|for|with|from|on|as|the|an?))+$")
_BROKEN_OFF = re.compile(r"(?:^|\s)(?:[A-Z]|Mr|Mrs|Dr|St|Mme|Mlle|Messrs|Prof)$")
_OF = re.compile(r"\s(?:of|from)\s(?!(?:mine|his|hers|theirs|ours|yours)\b)")
_OF_WHAT = re.compile(r"\s(?:of|in|at|from|for|behind)\s")
"""What tells among whom somebody is one: not "one of the founders" alone."""
_OWN = re.compile(
    r"\bof (?:mine|hers|theirs|ours|yours|his|her|their|my|our|your)\b|^one of (?:his|her|their)\b"
)
"""What tells something of "a man", and whose friend somebody is, which tells nothing without the others."""

_IN_NAME, _NAME_ON = re.compile(r"\b[A-Z][\w’'-]*$"), re.compile(r"\s[a-z]+\s[A-Z]")
"""Before and behind a small word within a name: "Center for Science"."""
_HALF_PAIR = re.compile(r"\sand\s[a-z-]+$")
_LAST_WORD = re.compile(r"([\w’-]+)\s*,?\s*$")


def cues_at(text: str, sentence: Span, name: Span, *, is_pronoun: bool = False) -> Iterator[Cue]:
    """What the words before and after a name, in its sentence, say that its bearer is."""
    following = text[name.end : name.end + 1]
    if following in (" ", ",", "\n"):
        found = _AFTER.match(text, name.end, min(sentence.end, name.end + _REACH))
        if found:
            yield from _after(text, found, sentence, name, is_pronoun=is_pronoun)
        if name.start == sentence.start and (later := _LATER.match(text, name.end, sentence.end)):
            role = role_in(later["is"])
            if role:
                yield Cue(role, 0.75, sentence)
    if not is_pronoun:
        yield from _before(text, sentence, name)
        held = _IS_HELD.fullmatch(text, sentence.start, name.start)
        if held and text[name.end : name.end + 1] in _CLOSING and not _WITH_CLAUSE.search(held["role"]):
            role = role_in(held["role"])
            if " " in role:
                yield Cue(role, 0.8, sentence)


def _after(text: str, found: re.Match[str], sentence: Span, name: Span, *, is_pronoun: bool) -> Iterator[Cue]:
    if found["who"]:
        if strength := _lasting(found["who"], found["what"]):
            yield Cue("", strength, sentence)
    elif found["is"]:
        if text[max(sentence.start, name.start - 4) : name.start].endswith(("and ", "or ")):
            return
        if _UNSAID.search(text, max(sentence.start, name.start - 16), name.start) or _is_asked(
            text, sentence
        ):
            return
        role = role_in(found["is"])
        if role:
            strength = _STRENGTH.get(found["verb"], 0.8) - 0.1 * is_pronoun
            yield Cue(role, strength - _vagueness(role), sentence)
    elif found["made"]:
        if role := role_in(found["made"]):
            yield Cue(role, 0.8 - 0.1 * is_pronoun - _vagueness(role), sentence)
    elif found["put"] and not is_pronoun:
        yield from _put_in(text, found, sentence, name)


def _is_asked(text: str, sentence: Span) -> bool:
    return text[sentence.start : sentence.end].rstrip(" \n”\"’'").endswith("?")


def _lasting(verb: str, following: str) -> float:
    """How much "who ..." tells of somebody: what lasts, not what is done at a moment; 0 for nothing."""
    if following.endswith("ing") or verb not in words_of("lasting"):
        return 0.0
    if verb in AUXILIARIES and following in PREPOSITIONS | _PASSING:
        return 0.0
    if verb in ("was", "is", "had") and VERB.fullmatch(following) and not _stays(following):
        return 0.0
    if verb in ("had", "has"):
        return 0.45 if following in DETERMINERS | _HAVING_DONE | words_of("lasting") else 0.0
    return 0.55


def _stays(participle: str) -> bool:
    """Whether what was done to somebody is told of him for ever: "who was born", not "who was surprised"."""
    return participle in words_of("done_to") | words_of("undergone") | words_of("lasting") | _HAVING_DONE


@cache
def _not_before() -> frozenset[str]:
    return _NOT_BEFORE.union(group("vague"), group("address"))


def _put_in(text: str, found: re.Match[str], sentence: Span, name: Span) -> Iterator[Cue]:
    """An apposition: "Enver Hoxha, leader of the resistance,"."""
    words = found["put"]
    first = words.split(None, 1)[0]
    determined = first in _STARTING
    if (first in _SMALL and not determined) or _is_gerund(first) or first in _OWNERS or first in _NOT_SO:
        return
    if VERB.search(_WITH_CLAUSE.split(words, maxsplit=1)[0]) or _GOES_ON.match(
        text, found.end(), sentence.end
    ):
        return
    if _LISTED.match(text, found.end(), sentence.end):
        return
    role = role_in(words)
    before = text[max(sentence.start, name.start - 5) : name.start]
    is_listed = before.endswith((", ", " and ", " or "))
    if role and not (is_listed and not determined):
        yield Cue(role, (0.9 if determined else 0.85) - 0.3 * is_listed - _vagueness(role), sentence)


def _before(text: str, sentence: Span, name: Span) -> Iterator[Cue]:
    """What stands before a name: "the historian Eric Hobsbawm"."""
    last = _LAST_WORD.search(text, max(sentence.start, name.start - 24), name.start)
    if last is None or last[1] not in roles() or last[1] in _not_before():
        return
    words = text[max(sentence.start, name.start - 90) : last.end(1)].split()
    first = len(words) - 1
    while first and len(words) - first < 4 and _MODIFIER.fullmatch(words[first - 1]):
        if words[first - 1].lower() in _SMALL or VERB.fullmatch(words[first - 1]):
            break
        first -= 1
    if first and words[first - 1].lower() in _BEFORE_VERB:
        first = len(words) - 1
    determiner = words[first - 1].lower() if first else ""
    is_long = " " in text[name.start : name.end]
    if determiner in _OWNERS or determiner in ("a", "an") or determiner.endswith(("’s", "'s")):
        return
    if determiner != "the" and (not is_long or text[last.end(1)] == ","):
        return
    if text[last.end(1)] == ",":
        is_list = first > 1 and words[first - 2].endswith(",")
        is_closed = text[name.end : name.end + 1] in _CLOSING
        if is_list or not is_closed or _GOES_ON.match(text, name.end, sentence.end):
            return
    if words[first] == "very":
        return
    role = _ADVERBS.sub("", " ".join(words[first:])) if words[-1] == last[1] else last[1]
    yield Cue(role, (0.7 if is_long else 0.5) + 0.05 * (first < len(words) - 1), sentence)


def role_in(words: str) -> str:
    """The role at the beginning of `words`, without what tells more of it; empty where there is none."""
    words = _ADVERBS.sub("", " ".join(words.split()), count=1)
    cut = _CUT.search(words)
    phrase = words[: cut.start()] if cut else words
    counted = _ONE_OF.match(phrase)
    if not counted and phrase.split(" ", 1)[0] in _STARTING:
        phrase = phrase.partition(" ")[2]
    head = _HEAD_END.split(phrase[counted.end() if counted else 0 :], maxsplit=1)[0]
    noun = head.rsplit(None, 1)[-1].lower() if head else ""
    if counted and not _OF_WHAT.match(phrase, counted.end() + len(head)):
        return ""
    if counted:
        noun = noun.removesuffix("s")
    if noun in group("insult") or _BROKEN_OFF.search(phrase):
        return ""
    return _short(phrase) if _is_role(noun) and _tells_enough(phrase, head, noun) else ""


def _is_gerund(word: str) -> bool:
    return word.endswith("ing") and not _is_role(word)


def _tells_enough(phrase: str, head: str, noun: str) -> bool:
    """Whether a phrase with the `head`, whose last word is `noun`, says what somebody is."""
    words = head.split()
    first = words[0].lower()
    if (
        first in _SMALL
        or (_is_gerund(first) and first not in _HOLDING)
        or first.startswith("who")
        or first in ("same", "taken")
    ):
        return False
    if len(words) > 6 or (noun in group("vague") and head == phrase):
        return False
    if noun in group("general"):
        return _OF.match(phrase, len(head)) is not None and "only" not in words
    if _OWN.search(phrase) and (noun in kin() or noun in group("tied")):
        return False
    return not (noun in kin() and len(words) == 1)


def gender_told(role: str) -> str:
    """The gender that a role tells ("widow": "f"): "m", "f" or "" for neither."""
    head = _HEAD_END.split(role, maxsplit=1)[0]
    return person_words().get(head.rsplit(None, 1)[-1].lower(), "") if head else ""


def _vagueness(role: str) -> float:
    """By how much less sure a role is that tells no more than "a rich man"."""
    head = _HEAD_END.split(role, maxsplit=1)[0]
    return 0.3 if head.rsplit(None, 1)[-1].lower() in group("general") else 0.0


def _is_role(noun: str) -> bool:
    known = roles()
    return noun in known or noun.rpartition("-")[2] in known or noun in group("general")


def _short(phrase: str) -> str:
    """The phrase up to the last place at which it may end, so that it is no longer than a role may be."""
    is_cut = len(phrase) > _LONGEST
    while len(phrase) > _LONGEST:
        ends = [
            found.start()
            for found in _PHRASE_END.finditer(phrase, 0, len(phrase) - 1)
            if not _IN_NAME.search(phrase, 0, found.start()) or not _NAME_ON.match(phrase, found.start())
        ]
        if not ends:
            return ""
        phrase = phrase[: ends[-1]]
    if is_cut:
        phrase = _HALF_PAIR.sub("", phrase)  # "champion and supplier" of what was cut
    return _LEFT_OVER.sub("", phrase).strip(" ,-–'’")
