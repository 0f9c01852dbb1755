"""Asides: what is put in between commas with a date of its own, and of whom it tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span
from companion.extraction.grammar import PREPOSITIONS, VERB, VERB_WORD, either, words_of

if TYPE_CHECKING:
    from companion.extraction.timeline.dating import Dating

_REACH = 160
"""Characters before a date in which the comma before its aside is looked for."""
_PARTICIPLE = re.compile(rf"(?:(?:[a-z]+ly|first|also)\s)?(?:{either(words_of('done_to'))})\b")
_IS = re.compile(r"(?:an?|the)\s[a-z]")
"""How an aside begins that tells what somebody was: "a member of the Society since"."""
_WHO = re.compile(rf"(?:who|which)\s(?=(?:[a-z]+ly\s)?(?:{VERB_WORD}|{either(words_of('participles'))}))")
"""How an aside begins that tells what somebody did: "who died in"."""
_OF_WHOM = re.compile(
    rf"(?:^|(?<=\s))(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur)\s(?:(?!(?:{either(PREPOSITIONS)}|that)\b)[\w’'-]+\s){{0,3}}"
    r"[\w’'-]+(?:\sof\s(?:the\s)?(?:[\w’'-]+\s?){1,3})?|(?:[A-Z][\w’'.-]*(?:\s(?:of|de|von|van)\s|\s)?)+)$"
)
_OWN = re.compile(r"(?:his|her|its|their)\b", re.IGNORECASE)
_LED = re.compile(r"(?:In|At|On|By|For|From|With|After|During|Under|To|And|But)\s")
_MANY = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:[\w-]+\s)*\w{2,}(?<!s)s$|.*\sand\s")
_CLOSED = re.compile(
    rf"[^,;:.!?()]{{0,80}}(?=,\s(?:[^,]{{0,80}}?\b{VERB_WORD}|[a-z]{{3,}}s\s(?:an?|the|for|to|in|[a-z]+ly|[a-z]{{3,}})\s))"
)


class Aside(NamedTuple):
    """An aside: its `span` with both commas, and the `words` of the clause that it stands for."""

    span: Span
    words: str


def aside_round(text: str, start: int, end: int, dating: Dating) -> Aside | None:
    """The aside in which a date stands, in the clause from `start` to `end`: "X, born in 1751, became"."""
    first = max(start, dating.phrase.start - _REACH)
    comma = text.rfind(", ", first, dating.phrase.start)
    closed = _CLOSED.match(text, dating.phrase.end, end)
    if comma < 0 or closed is None:
        return None
    said = text[comma + 2 : dating.phrase.start]
    who = _WHO.match(said)
    is_participle = _PARTICIPLE.match(said) is not None
    if not (is_participle or who) and (not _IS.match(said) or VERB.search(said)):
        return None
    whom = _OF_WHOM.search(text[start:comma])
    if whom is None or VERB.search(whom[0]):
        return None
    named = _LED.sub("", whom[0])
    kept = text[comma + 2 : dating.words.end] if dating.is_needed(text) else said.rstrip()
    if who:
        if _OWN.match(named) or " of " in named or " and " in said or text[start:comma].count(", "):
            return None  # of two it may be either
        return Aside(Span(comma, closed.end() + 1), f"{named} {kept[who.end() :]}{closed[0].rstrip()}")
    was = "were" if _MANY.match(named.partition(" of ")[0]) else "was"
    return Aside(Span(comma, closed.end() + 1), f"{named} {was} {kept}{closed[0].rstrip()}")
