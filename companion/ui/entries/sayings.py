"""Sayings: what an entry that was found says, in single lines, each with the sentence that it comes from."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import DateError, parse_date
from companion.core.entries import ClaimKind, Part
from companion.output.quoting import in_quotes
from companion.ui.entries.entry_words import place_in_words, quoted_in_words
from companion.ui.passages.excerpt import opening
from companion.ui.program.language import date_in_words, spoken, translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.document import Document, Span
    from companion.core.entries import Claim, Entry


class Tone(Enum):
    """How a line is set: BRIEF is a role or a date under the name, QUOTED are words of the text."""

    BRIEF = "brief"
    PLAIN = "plain"
    QUOTED = "quoted"


class Saying(NamedTuple):
    """One thing that an entry says, and the span of the sentence in the text that says so."""

    words: str
    evidence: Span
    tone: Tone = Tone.PLAIN


_TONES = {ClaimKind.ROLE: Tone.BRIEF, ClaimKind.BORN: Tone.BRIEF, ClaimKind.DIED: Tone.BRIEF}
_ONCE = (ClaimKind.ROLE, ClaimKind.BORN, ClaimKind.DIED, ClaimKind.DEFINITION)
"""Of these only the first claim counts; what is told about an entry is put together."""


def sayings(entry: Entry) -> tuple[Saying, ...]:
    """What a found entry says: role, dates, then the rest; empty for an entry that a person has written.

    Where nothing explains it, the first sentence that tells of it is quoted.
    """
    if not entry.is_found or Part.TEXT in entry.own:
        return ()
    explained = tuple(_explaining(entry.claims))
    if explained:
        return tuple(sorted(explained, key=_after_brief))
    told = (claim for claim in entry.claims if claim.kind is ClaimKind.TOLD)
    return tuple(Saying(_on_one_line(claim.text), claim.evidence, Tone.QUOTED) for claim in told)[:1]


def in_short(said: Sequence[Saying], room: int) -> list[Saying]:
    """The beginning of what is said: what is brief, and about `room` code points of the rest."""
    shown = []
    for saying in said:
        words = opening(saying.words, _BRIEF if saying.tone is Tone.BRIEF else max(room, 0))
        if saying.tone is not Tone.BRIEF:
            if room < _LEAST:
                break
            room -= len(words)
        shown.append(saying._replace(words=words))
    return shown


def framed(saying: Saying) -> str:
    """The words as they are shown: those of the text itself in marks of quotation, and what they are."""
    if saying.tone is Tone.QUOTED:
        return translated("first mention: {words}").format(words=in_quotes(saying.words, spoken()))
    return saying.words


def saying_in_words(saying: Saying, document: Document) -> str:
    """What is said and where that comes from: ``"head of Albania (§6)."``."""
    return f"{framed(saying).rstrip('.')} ({place_in_words(document, saying.evidence.start)})."


def source_of(saying: Saying, document: Document) -> str:
    """The sentence that something was taken from, on one line; empty where the words are the sentence."""
    sentence = _on_one_line(document.text[saying.evidence.start : saying.evidence.end])
    return "" if sentence == saying.words else quoted_in_words(document, saying.evidence)


_BRIEF = 100
"""Code points of a role that are shown at first."""

_LEAST = 40
"""Code points of which fewer are not worth a line."""


def _explaining(claims: Sequence[Claim]) -> Iterator[Saying]:
    seen: set[object] = set()
    for claim in claims:
        key = claim.kind if claim.kind in _ONCE else (claim.kind, claim.text)
        if claim.kind is not ClaimKind.TOLD and key not in seen and (words := _in_words(claim)):
            seen.add(key)
            yield Saying(words, claim.evidence, _TONES.get(claim.kind, Tone.PLAIN))


def _in_words(claim: Claim) -> str:
    match claim.kind:
        case ClaimKind.BORN:
            return translated("born {date}").format(date=_date(claim.text))
        case ClaimKind.DIED:
            return translated("died {date}").format(date=_date(claim.text))
    return _on_one_line(claim.text)


def _date(edtf: str) -> str:
    try:
        return date_in_words(parse_date(edtf))
    except DateError:
        return edtf


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _after_brief(saying: Saying) -> bool:
    return saying.tone is not Tone.BRIEF
