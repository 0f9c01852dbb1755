"""Scanning: one pass over the folded text that finds all names, and the landmarks of dates and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.linking.automaton import Automaton, Hit
from companion.linking.boundaries import FREE, LETTER, Kinds, needs_a_look, stands_alone
from companion.linking.spelling import Spelling

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
    text, count = folded.cased, len(names.spellings)
    automaton = Automaton([*names.spellings, *marks])
    spelling = Spelling(names, language)
    plain = spelling.plain
    special = frozenset(number for number, name in enumerate(names.spellings) if needs_a_look(name))
    kinds = Kinds()
    found: list[Hit] = []
    landmarks: list[Hit] = []
    for base, length, hits in automaton.hits(folded.small):
        stretch = text[base : base + length + automaton.reach + 2]
        for number, start, end in hits:
            before, after = kinds[stretch[start - 1]], kinds[stretch[end]]
            if (before == LETTER or after == LETTER) and number not in special:
                continue
            if not 0 < start <= length:
                continue
            hit = (number, base + start, base + end)
            if number >= count:
                landmarks.append((number - count, base + start, base + end))
            elif (before != FREE or after != FREE) and not stands_alone(text, hit[1], hit[2], language):
                continue
            elif stretch[start:end] == plain[number] or spelling.admits(text, hit):
                found.append(hit)
        if progress is not None:
            progress(min(1.0, (base + length) / len(text)))
    return Found(spelling.settled(found, text), landmarks)
