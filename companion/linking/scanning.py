"""Scanning: one pass over the folded text that finds all names, and the landmarks of dates and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.linking.automaton import Automaton, Hit
from companion.linking.boundaries import FREE, LETTER, Kinds, needs_a_look, stands_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from companion.linking.folding import Folded
    from companion.linking.names import Names


class Found(NamedTuple):
    """What a scan found, in the coordinates of the folded text: `names`, and `marks` by their number."""

    names: list[Hit]
    marks: list[Hit]


def scan(
    folded: Folded,
    names: Names,
    marks: Sequence[str],
    language: str = "",
    progress: Callable[[float], None] | None = None,
) -> Found:
    """Finds every name that stands by itself and is written as it should be, and every mark.

    Of hits that begin at one place a longer one comes after a shorter one.
    """
    spellings = names.spellings
    count = len(spellings)
    automaton = Automaton([*spellings, *marks])
    plain = [
        claims[0].form.spelled if len(claims) == 1 and not claims[0].form.derived else ""
        for claims in names.claims
    ]
    special = frozenset(number for number, spelling in enumerate(spellings) if needs_a_look(spelling))
    kinds = Kinds()
    found: list[Hit] = []
    landmarks: list[Hit] = []
    text = folded.cased
    for base, length, hits in automaton.hits(folded.small):
        stretch = text[base : base + length + automaton.reach + 2]
        for number, start, end in hits:
            before, after = kinds[stretch[start - 1]], kinds[stretch[end]]
            if before == LETTER or after == LETTER:
                if number not in special:
                    continue
                before = after = LETTER
            if not 0 < start <= length:
                continue
            if number >= count:
                landmarks.append((number - count, base + start, base + end))
                continue
            if (before != FREE or after != FREE) and not stands_alone(
                text, base + start, base + end, language
            ):
                continue
            written = stretch[start:end]
            if written == plain[number] or names.spelled(number, text, base + start, base + end):
                found.append((number, base + start, base + end))
        if progress is not None:
            progress(min(1.0, (base + length) / len(text)))
    return Found(names.without_shared(found), landmarks)
