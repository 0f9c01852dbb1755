"""Noted: which notes of the reader's stand under an entry that is printed, and which by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.corrections import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.document import Span
    from companion.core.entries import Entry
    from companion.core.notes import Mark

Marks = list[tuple["Mark", "Span | None"]]
"""Marks of the reader's, each with the place where its words stand, if they do."""


def by_entry(
    entries: Iterable[Entry], marks: Iterable[tuple[Mark, Span | None]]
) -> tuple[dict[str, Marks], Marks]:
    """The notes on one of these entries, by its id in the order of their making; and all other marks.

    A note on an entry that is none of these, because it was removed or is called otherwise, is of the others.
    """
    ids = {subject_of(entry): entry.id for entry in entries}
    mine: dict[str, Marks] = {}
    others: Marks = []
    for mark, span in marks:
        entry = ids.get(mark.about) if mark.about is not None else None
        if entry is None:
            others.append((mark, span))
        else:
            mine.setdefault(entry, []).append((mark, span))
    for noted in mine.values():
        noted.sort(key=_age)
    return mine, others


def _age(marked: tuple[Mark, Span | None]) -> tuple[str, str]:
    return marked[0].created, marked[0].id
