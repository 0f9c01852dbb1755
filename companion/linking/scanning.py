"""Scanning: one pass over the folded text that finds all names, and the landmarks of dates and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.linking.automaton import Automaton, Hit
from companion.linking.boundaries import Kinds, needs_a_look, stands_alone
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
    everything = list(dict.fromkeys((*names.spellings, *marks)))
    marked = _numbers(marks, everything)
    spelling = Spelling(names, language)
    plain = spelling.plain
    special = {number for number, name in enumerate(names.spellings) if needs_a_look(name)}
    kinds = Kinds()
    found: list[Hit] = []
    landmarks: list[Hit] = []
    for done, hits in Automaton(everything).find(folded.small):
        for hit in hits:
            number, start, end = hit
            if number in marked:
                landmarks += [(mark, start, end) for mark in marked[number]]
            if number >= count:
                continue
            beside = kinds[text[start - 1]] or kinds[text[end]]
            if (beside or number in special) and not stands_alone(text, start, end, language):
                continue
            if text[start:end] == plain[number] or spelling.admits(text, hit):
                found.append(hit)
        if progress is not None:
            progress(done / len(text))
    return Found(spelling.settled(found, text), landmarks)


def _numbers(marks: Sequence[str], everything: Sequence[str]) -> dict[int, list[int]]:
    """Which marks each thing that is looked for stands for."""
    number = {name: index for index, name in enumerate(everything)}
    marked: dict[int, list[int]] = {}
    for mark, name in enumerate(marks):
        marked.setdefault(number[name], []).append(mark)
    return marked
