"""Scanning: one pass over the folded text that finds all names, and the landmarks of dates and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.linking.automaton import Automaton
from companion.linking.boundaries import Kinds, needs_a_look, stands_alone
from companion.linking.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from companion.linking.automaton import Hit
    from companion.linking.folding import Folded
    from companion.linking.names import Names


class Scan:
    """All names that stand by themselves and are written as they should be, and all marks.

    `hits` have the numbers of spellings, `marked` those of the marks, and both the coordinates of the
    folded text.
    """

    def __init__(
        self,
        folded: Folded,
        names: Names,
        marks: Sequence[str],
        language: str = "",
        progress: Callable[[float], None] | None = None,
    ) -> None:
        self.hits: list[Hit] = []
        self.marked: list[Hit] = []
        self._text = folded.cased
        self._language = language
        self._count = len(names.spellings)
        everything = list(dict.fromkeys((*names.spellings, *marks)))
        self._marks = _numbers(marks, everything)
        self._special = {number for number, name in enumerate(names.spellings) if needs_a_look(name)}
        self._kinds = Kinds()
        self._spelling = Spelling(names, folded.cased, language)
        for done, hits in Automaton(everything).find(folded.small):
            self._take(hits)
            if progress is not None:
                progress(done / len(folded.small))
        self.hits = self._spelling.settled(self.hits)

    def _take(self, hits: list[Hit]) -> None:
        text, kinds, special = self._text, self._kinds, self._special
        plain, admits, take = self._spelling.plain, self._spelling.admits, self.hits.append
        for hit in hits:
            number, start, end = hit
            if number in self._marks:
                self.marked += [(mark, start, end) for mark in self._marks[number]]
            if number >= self._count:
                continue
            looked_at = kinds[text[start - 1]] or kinds[text[end]] or number in special
            if looked_at and not stands_alone(text, start, end, self._language):
                continue
            if text[start:end] == plain[number] or admits(hit):
                take(hit)


def _numbers(marks: Sequence[str], everything: Sequence[str]) -> dict[int, list[int]]:
    """Which marks each thing that is looked for stands for."""
    number = {name: index for index, name in enumerate(everything)}
    marked: dict[int, list[int]] = {}
    for mark, name in enumerate(marks):
        marked.setdefault(number[name], []).append(mark)
    return marked
