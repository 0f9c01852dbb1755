"""Cutting: where the words of a clause may end when they are too long for a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.calendar import MONTHS
from companion.extraction.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    VERB,
    VERB_WORD,
    either,
    words_of,
)
from companion.extraction.timeline.clauses import RELATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST, ROOMY = 84, 130
"""Characters of a title, and of one that nothing shorter can be made of."""

_TAIL = re.compile(rf",?\s(?:{either(words_of('tails'))})\b|\s*[;:](?=\s|$)|\s[–—-](?=\s)|—|\s?--")
_LIMIT = re.compile(
    r",?\s(?:until|till|before|since)\s(?:(?:the|early|late|mid|about|around|end|beginning|of|spring|summer|autumn"
    rf"|winter),?\s)*(?:\d|(?:{'|'.join(MONTHS)})\b)"
)
"""A date that belongs to what is told: it lasted until then."""
_LOOSE_END = re.compile(r"(?:[\s,–—-]+(?:and|but|or|again|in|on|by|at|of|to|the|from|until|a))+$")
_VERB_WITH_IN = re.compile(
    r"\b(?:gave|given|caved|closed|moved|settled|set|sworn|put|went|came|carried|called) (?:in|on|by)$"
)
"""A verb that is one with the small word behind it: "had overtly given in"."""
_QUOTED = re.compile(r"(?s:.*(?<!\w)['‘](?=\w))(?:[^'’]|(?<=\w)['’](?=\w))*$")
"""Words that end within single quotation marks."""
_ADJECTIVE = re.compile(
    r"\b(?:(?:the|an?|his|her|its|their)\s(?:(?:much|very|more|most|less|far|even|[a-z]+ly)\s)?[a-z-]+(?<!s)"
    r"|(?:of|for|with|by|against|from|about|into)\s[a-z-]+(?:ic|al|ive|ous|ish|ful|ary)"
    r"|[’']s\s(?:[a-z]+-[a-z-]+|[a-z]+(?:ic|al|ive|ous|ish|ful|ary)))$"
)
_ANOTHER = re.compile(
    rf"(?:, (?!{VERB_WORD}|(?:{either(words_of('participles'))})\b)[a-z-]+,? "
    rf"(?!(?:{either(DETERMINERS | PREPOSITIONS)})\b)[a-z]|"
    r"\s[a-z]{2,}ing\b)"
)
_BIDDING = re.compile(rf"(?<!was )(?<!were )\b(?:{either(words_of('bidding'))})\b")
_HALF_LED = re.compile(
    rf"\b(?:{either(PREPOSITIONS)})\s(?:\d+\s)?(?:[a-z]+(?<!s)|[A-Z]\w*(?:ian|ese|ish|ern|tral)|German|French|Dutch|Greek)$"
)
"""An adjective behind a preposition, before another one: "into German" and Italian zones."""
_RIGHT = re.compile(
    r"\b(?:right|power|chance|opportunity|order|orders|attempt|need|decision|plan|ability|permission|intention|authority"
    r"|begun|began|started|continued|tried|attempted|sought|wanted|agreed|decided|refused|planned|hoped|promised"
    r"|expect|want|try|begin|continue|agree|decide|refuse|threatened|failed|managed|expected|intended|helped|used|chose|wished|vowed|struggled)$"
)
"""What leads on to "to do something"."""
_MEASURED = re.compile(
    r", (?:only|just|barely|about|some|almost|nearly)?\s?(?:\w+\s)?(?:day|week|month|year|hour)s?$"
)
"""What is left of "only nine months after"."""
_NOT_AN_END = re.compile(r"\b(?:the|a) (?:point|fact|extent|degree|idea|way|view|notion)$")
"""What a clause must follow: "escalated to the point where"."""

_FOR_WHOM = re.compile(r"\bfor(?: [\w’'-]+){1,4}$")
"""Whoever is to do what follows: "called for the council to meet"."""
_FRAMED = re.compile(
    r"\b(?:[Tt]here (?:was|were|had been) [^,]{1,40}|ranked|divided|"
    rf"(?:{either(words_of('framing'))}) [^,]{{1,40}})$"
)
"""A verb that says nothing whole without "with" or "of": "left the banks with billions"."""
_BARE_THE = re.compile(r"\b(?:was|were|is|are|became|remained|been)\s(?:[a-z]+\s){0,2}the\s[\w’'-]+$")
_LED_ING = re.compile(rf"\b(?:{either(PREPOSITIONS)})$")
_DOING_WHAT = re.compile(r" [a-z]+ing\b")
_BOTH = re.compile(r"\b(?:both (?:(?! and )[^,;])+|either (?:(?! or )[^,;])+|\ball(?= but ))$")
"""What "and" or "or" must follow: "passed both the Comstock Law"."""
_OF_WHICH = re.compile(rf" (?:{either(PREPOSITIONS)}) (?:which|whom|whose)\b")
"""What says which thing is meant: "the base" upon which they built."""
_FIRST_OF = re.compile(r"\b(?:first|second|last|only|next|youngest|oldest)\s[^,]*$|, with [^,]*$")
"""What leads on to what is done: "becoming the first to survive", "with 38 bases to be handed over"."""
_APART = re.compile(r", [^,]{3,40}$")
"""A subject of its own behind a comma: "for the paper, the original title" being another."""
_TO_DO, _DOING = re.compile(r"\bto [a-z]+$"), re.compile(r" [a-z]{2,}ing [a-z]")
"""What somebody is to do, before its object: "began to see leading men leave"."""
_CAPITAL, _CAPITAL_AND = re.compile(r"\b[A-Z][\w’'-]*$"), re.compile(r" (?:and|or|of) (?:the )?[A-Z]")
_TURNED = re.compile(
    r"\b(?:(?:turned|transformed|converted|divided|split|translated) [^,]{1,60}|"
    r"(?:described|regarded|known|viewed|treated)(?: [^,]{1,40})?|"
    r"took part|resulted|played an? [^,]{1,30}|ended)$"
)
"""A verb that says nothing whole without "into", "as" or "in": "turned the march into a riot"."""
_MADE = re.compile(r"\b(?:was|were|been) (?:\w+ly )?made \w+$")
_NOT = re.compile(r"\bnot (?:on|in|by|for|at|with|the|an?|to|because|from)\b")
"""What "but" must follow: "survived not on relief efforts"."""
_PAIR = re.compile(r"\b(?:east|west|north|south|men|women|day|night|back|up|land|sea)$")
_LIST = re.compile(r"\b(?:among|between) (?:(?! and )[^,;])+$")
_GOING_ON = re.compile(r" (?:and|or) |, (?:the )?[A-Z]")
"""What goes on with "and" as one phrase: "east and west", "divided among Germany, Italy and Spain"."""

_STOP = re.compile(
    r",\s|\s(?=(?:[a-z]{2,}ing|to|and|but|or|of|" + either(PREPOSITIONS) + r")\s|(?:and|but|or),\s)"
)
_DANGLING = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | {
        "to",
        "not",
        "very",
        "also",
        "said",
        "announced",
        "stated",
        "intent",
        "able",
        "unable",
        "likely",
        "unlikely",
    }
    | {"willing", "unwilling", "eager", "due", "prior", "according", "such", "than", "too", "rather"}
) - {"all", "both", "more", "most", "others", "off", "up", "down", "out", "over", "in", "his", "her", "their"}
_LEADING_ON = (
    CONJUNCTIONS
    | AUXILIARIES
    | {
        "a",
        "an",
        "the",
        "that",
        "their",
        "its",
        "of",
        "to",
        "with",
        "by",
        "from",
        "into",
        "for",
        "at",
        "also",
    }
) - {"before", "do", "did", "does"}
"""Words with which no title ends, unlike "broke out" and "fired on"."""
_LONE = re.compile(
    r"(?:especially|particularly|notably|mainly|mostly|primarily|largely|partly|only|even|less|most|albeit|however|though"
    r"|known|called|named|led|followed|based|headed|joined|set|one|where)"
)
"""What stands alone behind a comma where what it leads on to was left out."""
_WORDS = re.compile(r"\S+")


def ends_of(words: str, longest: int = LONGEST) -> Iterator[int]:
    """Where a title of `words` may end, the farthest first, `longest` characters on at most."""
    verb = VERB.search(words)
    ends = [found.start() for found in _STOP.finditer(words, verb.end() if verb else 0, longest + 2)]
    if len(words) <= longest:
        yield len(words)
    for end in reversed(ends):
        if end <= longest and _may_end(words, end) and not _parts(words, end):
            yield end


def without_tail(words: str) -> str:
    """Without what a subordinate clause adds behind the verb."""
    verb = VERB.search(words)
    if not verb:
        return _without_loose_end(words)
    for found in _TAIL.finditer(words, verb.end()):
        if _LIMIT.match(words, found.start()):
            continue
        left = words[: found.start()].rstrip(" ,")
        if _ADJECTIVE.search(left) and _ANOTHER.match(words, found.start()):
            continue  # "the all-time leading scorer"
        if found[0].lstrip().endswith("ing") and left.rpartition(" ")[2].lower() in DETERMINERS:
            continue  # "was told the following story"
        if found[0].strip() in RELATIVES and left.rpartition(" ")[2] in PREPOSITIONS:
            left = left[: max(left.rfind(", "), 0)]  # "the feature of which": it hangs on what follows
        if not found[0].startswith(",") and _BARE_THE.search(left):
            continue  # "it was still the Rome which they had known"
        left = _without_loose_end(left)
        left = _MEASURED.sub("", left)
        if len(left.split()) >= 3 and _may_end(left, len(left)):
            return left
    words = _MEASURED.sub("", words)
    return _without_loose_end(words)


def _without_loose_end(words: str) -> str:
    return words if _VERB_WITH_IN.search(words) else _LOOSE_END.sub("", words)


def shortened(words: str) -> str:
    """The words up to the last place before LONGEST characters at which a phrase ends."""
    if len(words) <= LONGEST:
        return words
    least, best = 18, 0
    for found in _STOP.finditer(words, least, LONGEST + 2):
        if found.start() <= LONGEST and _may_end(words, found.start()):
            best = found.start()
    if not best:
        ends = [found.end() for found in _WORDS.finditer(words, 0, LONGEST + 1) if found.end() <= LONGEST]
        fitting = [end for end in ends if end >= least - 3 and _may_end(words, end)]
        best = max(fitting or ends, default=LONGEST)
    return words[:best]


def ended(words: str) -> str:
    """Without small words at the end that lead on to what was left out."""
    while len(parts := words.rsplit(None, 1)) > 1 and (
        parts[1].lower() in _LEADING_ON or (parts[0].endswith(",") and _LONE.fullmatch(parts[1]))
    ):
        words = parts[0].rstrip(" ,")
    return words


def _may_end(words: str, place: int) -> bool:
    """Whether a title may end at `place`: not behind a small word, nor within "led by" or "head of"."""
    if _NOT_AN_END.search(words, max(0, place - 20), place):
        return False
    if words.startswith(" to ", place) and _RIGHT.search(words, max(0, place - 16), place):
        return False
    *_, before, last = ["", "", *words[:place].rstrip(" ,").lower().rsplit(None, 2)]
    if last in _DANGLING or (last.endswith("ing") and len(last) > 5) or words.startswith(" of ", place):
        return False
    if not VERB.fullmatch(last):
        return True
    return before in AUXILIARIES and not words.startswith(" by ", place)


def _parts(words: str, end: int) -> bool:
    """Whether a cut at `end` parts what belongs together: "residential, commercial", "ordered the forces"."""
    if words.count('"', 0, end) % 2 or words.count("“", 0, end) > words.count("”", 0, end):
        return True
    if _QUOTED.match(words[:end]):
        return True
    if _ADJECTIVE.search(words, max(0, end - 30), end) and _ANOTHER.match(words, end):
        return True
    if _GOING_ON.match(words, end) and (
        _PAIR.search(words, 0, end) or _LIST.search(words, max(0, end - 60), end)
    ):
        return True
    if words.startswith((" and ", " or "), end) and _HALF_LED.search(words, max(0, end - 40), end):
        return True
    if words.startswith((" into ", " as ", " in "), end) and _TURNED.search(words, 0, end):
        return True
    if words.startswith((" with ", " of ", " for "), end) and _FRAMED.search(words, 0, end):
        return True
    if _LED_ING.search(words, 0, end) and _DOING_WHAT.match(words, end):
        return True
    if _OF_WHICH.match(words, end) or (words.startswith(" being ", end) and _APART.search(words, 0, end)):
        return True
    if words.startswith(" to ", end) and _FIRST_OF.search(words, max(0, end - 60), end):
        return True
    if _BOTH.search(words, 0, end) and not words.startswith(",", end):
        return True
    if _TO_DO.search(words, 0, end) and _DOING.match(words, end):
        return True
    if _CAPITAL_AND.match(words, end) and _CAPITAL.search(words, 0, end):
        return True
    if words.startswith(" by ", end) and _MADE.search(words, 0, end):
        return True
    if words.startswith((", but ", " but "), end) and _NOT.search(words, 0, end):
        return True
    if words.startswith(" to ", end) and _FOR_WHOM.search(words, max(0, end - 50), end):
        return True
    if " to " not in words[:end] and " to " in words[end : end + 60] and _BIDDING.search(words, 0, end):
        return True
    comma = words.rfind(", ", max(0, end - 28), end)
    return comma >= 0 and words[end : end + 5].startswith((" and ", " or ", ", "))
