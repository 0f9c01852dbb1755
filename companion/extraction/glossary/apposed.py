"""Apposed: whether what stands beside a term says what it is, and where what is said of it ends."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.extraction.glossary.words import part_of_speech
from companion.extraction.grammar import AUXILIARIES, PREPOSITIONS, VERB, VERB_WORD

if TYPE_CHECKING:
    from companion.core.document import Span

ARTICLE = r"(?:an?|the|any|one|those|some|people|someone|anyone)"

_DETERMINER = (
    r"(?:an?|the|his|her|its|their|some|several|many|various|two|three|four|five|six|seven|eight|nine|ten)"
)
_ITEM_BEFORE = re.compile(
    rf"(?:, (?:and |or )?|\b(?:and|or|both|between|like|including|e\.g\.,?|such as) )(?:{_DETERMINER} )?\Z",
    re.IGNORECASE,
)
_ITEM_BEHIND = re.compile(
    r"(?:[^,.;()]{1,60}|[^,.;]{1,30}(?:, (?:an?|the|his|her|some) [^,.;]{1,30}){1,6}),? "
    r"(?:and|or) (?:an?|the|his|her|some) |"
    r"[^,.;()]{1,60}(?:, [^,.;()]{1,60}){2,8}, (?:and|or) (?:an?|the|his|her|some|countless|many|other) |"
    r"[^.;()]{1,120}\betc\b"
)

_CARRYING = re.compile(rf"\b(?:{'|'.join(sorted(AUXILIARIES - {'be', 'been', 'being'}))})\b")
_CLAUSE = re.compile(
    r"(?:it|he|she|they|we|you|there|this|that|these|those|in|on|at|by|with|from|as|but|and|so|if|when|where|"
    r"while|for|to|not)\b",
    re.IGNORECASE,
)

_GOING_ON_WITH = re.compile(r"[a-z]+s (?:from|to|as|that|the|an?|its|their|his|her)\b")
_OF_RELATIVES = re.compile(r"\b(?:which|who|whom|whose|where|that(?! is,))\b")
_OF_PERSONS = re.compile(r"\b(?:which|who|whom|whose|where)\b")
_NO_FINITE = frozenset({"to", "and", "or", "not"})
"""Words behind which a verb is most likely an infinitive."""

_FEW = 8
"""Blanks of a sentence up to its second part that hardly hold its verb: "In all these, led by him, the …"."""

_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that|where|when|what|as|because)\b")
_NAMED_SUBJECT = re.compile(rf"the (?:[A-Z][\w’-]* ){{1,4}}{VERB_WORD}")
_A_NAME = re.compile(r"the [A-Z]")

_CLAUSE_BEFORE = re.compile(r"[,;:—–(] ?")
_TELLING_PAST = re.compile(
    rf"\b{VERB_WORD} (?:an?|the|his|her|its|their|to|into|that|off|up|out|down|back|through)\b"
)
_ASIDE = re.compile(
    rf"(?:{'|'.join(sorted(PREPOSITIONS))}|although|though|because|whereas|both|also|probably|possibly|perhaps|"
    r"often|sometimes|usually|mostly|mainly|especially|even|still|who|whom|whose|which|based|taken|seen|shown|"
    r"given|made|pictured|referred|cited|quoted|translated|adapted|reprinted|published|born|died|"
    r"(?:now|formerly|then|later) (?!(?-i:[A-Z])|(?:an?|the) )[\w-]+|(?:c|ca|b|d|fl|r)\. ?(?=\d)|"
    r"(?:some|one|many|most|all|none|each|half|the [\w-]+) of (?:whom|which|them))\b|"
    r"[^,;]* for short\b|(?:early|mid|late)?[ -]?(?-i:[A-Z])[a-z]{2,8} \d{3,4}\Z",
    re.IGNORECASE,
)
"""What beside a term goes on with the sentence, or gives a date or a source, but no meaning."""

_REFERENCE = re.compile(r"\s*\[\d{1,3}\]")
_ADVERB = r"(?:(?:\w+ly|once|then|now|also|soon|later|never|still|thus|long) )?"
_MEANWHILE = re.compile(rf"{_ADVERB}{VERB_WORD}|that (?:[\w’'-]+ )?{VERB_WORD}")
_SUBJECT = re.compile(r", (?=(?:an?|the|his|her|its|their|this|these) |[A-Z])")
_NEXT = re.compile(
    r"(?:after|although|because|before|despite|during|since|until|when|while)\b|"
    r"and (?:the|his|her|its|their|this|these|another|some|many)\b"
)

_FIRST_WORD = re.compile(r"[“‘\"]?(?P<word>\w+)")
_LEADING = PREPOSITIONS | {
    "to",
    "when",
    "while",
    "as",
    "if",
    "because",
    "although",
    "though",
    "since",
    "despite",
}
_GOING_ON = re.compile(
    r"(?:and|but) (?:(?:he|she|it|they|we|you|I|who|which|this|that|these|those|there)\b|"
    rf"(?:(?!that |which |who )[\w’-]+ ){{0,4}}?{VERB_WORD})"
)
_EXAMPLES = re.compile(
    rf"(?!{ARTICLE} )(?:[^,;]{{1,50}}(?:,[^,;]{{1,50}}){{2}}|[^,;]{{1,25}},? (?:and|or) [^,; ]{{1,25}}\Z)",
    re.IGNORECASE,
)
"""Words that list what belongs to a term, but do not say what it is."""


def is_the_sentence(words: str) -> bool:
    """Whether what seems to stand beside a term is what the sentence says: "In Rome, the crowd was wild"."""
    if _CLAUSE.match(words) and not words.startswith(("when ", "where ")):
        return True
    verb = _CARRYING.search(words)
    if verb is not None:
        return _RELATIVE.search(words, 0, verb.start()) is None
    main = _RELATIVE.split(words, maxsplit=1)[0].split()
    return any(word.endswith("s") and part_of_speech(word) == "v" for word in main)


def is_no_meaning(words: str, term: str) -> bool:
    """Whether words beside `term` go on with the sentence, or are examples: "codices, the Book of Days"."""
    if _ASIDE.match(words) or _EXAMPLES.match(words):
        return True
    bare = words.lower().removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return bare.startswith(term.lower()) or (term.islower() and _A_NAME.match(words) is not None)


def is_listed(text: str, sentence: Span, start: int, apposed: int) -> bool:
    """Whether what seems to be an apposition is the next item of a list."""
    before = text[max(sentence.start, start - 30) : start]
    rest = text[apposed : sentence.end]
    return _ITEM_BEFORE.search(before) is not None or _ITEM_BEHIND.match(rest) is not None


def is_subject(text: str, sentence: Span, start: int, apposed: int) -> bool:
    """Whether what seems to be an apposition is what the sentence is about: "In Rome, the Goths fled"."""
    rest = text[apposed : sentence.end]
    if _NAMED_SUBJECT.match(rest):
        return True
    clause = _CLAUSE_BEFORE.split(text[sentence.start : start])[-1]
    beside, comma, _ = rest.partition(", ")
    if _leads_in(clause) and _TELLING_PAST.search(_OF_PERSONS.split(beside, maxsplit=1)[0]):
        return True
    beside = _OF_RELATIVES.split(beside, maxsplit=1)[0]
    if not _leads_in(text[sentence.start : apposed]):
        return False
    if _A_NAME.match(rest) or has_verb(beside):
        return True
    is_short = clause.lower().startswith("according") or text.count(" ", sentence.start, apposed) <= _FEW
    return not comma and is_short and _CARRYING.search(text, sentence.start, apposed) is None


def _leads_in(clause: str) -> bool:
    """Whether a clause begins as what leads in does: "On that day", "After", "Hoping"."""
    begins = _FIRST_WORD.match(clause)
    first = begins["word"].lower() if begins else ""
    return first in _LEADING or first.endswith("ing")


def has_verb(words: str) -> bool:
    """Whether there is what must be a finite verb among `words`."""
    found = words.split()
    return VERB.search(words) is not None or any(
        part_of_speech(word) == "v" and before not in _NO_FINITE for before, word in pairwise(["", *found])
    )


_CLAUSES = ("he ", "she ", "they ", "it ", "which ", "who ")


def apposition(text: str, sentence: Span, start: int, rest: str) -> str:
    """The apposition that `rest` begins with; of a sentence that led in with it, up to its subject."""
    words = to_comma(rest)
    before = text[sentence.start : start]
    if _leads_in(before) and not has_verb(before):
        return _SUBJECT.split(words, maxsplit=1)[0]
    return words


def to_comma(rest: str) -> str:
    """The apposition that `rest` begins with; it ends where, after a comma, the sentence goes on."""
    rest = _REFERENCE.sub("", rest)
    place = 0
    while True:
        place = rest.find(", ", place + 1)
        if place < 0:
            return rest
        following = rest[place + 2 :]
        if (
            _MEANWHILE.match(following)
            or _GOING_ON.match(following)
            or following.startswith(_CLAUSES)
            or (_NEXT.match(following) and "," not in rest[:place])
            or _goes_on(rest[:place], following)
        ):
            return rest[:place]


def _goes_on(apposition: str, following: str) -> bool:
    """Whether the verb of the sentence follows in the present: "…, results from"."""
    *_, last = _OF_RELATIVES.split(apposition)
    if last != apposition and not has_verb(last):
        return False  # it is rather the verb of the relative clause
    first = following.partition(" ")[0]
    return _GOING_ON_WITH.match(following) is not None or (first.islower() and part_of_speech(first) == "v")
