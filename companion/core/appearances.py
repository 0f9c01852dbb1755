"""Appearances: who and what enters a text in which section; the line of a text that tells no dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Kind

if TYPE_CHECKING:
    from companion.core.companion import Companion
    from companion.core.document import Section
    from companion.core.entries import Person, Term


class Appearances(NamedTuple):
    """The people and terms that a section is the first to name; `section` is None before the first one."""

    section: Section | None
    entries: tuple[Person | Term, ...]


def first_appearances(companion: Companion, most: int = 12) -> tuple[Appearances, ...]:
    """For each section, in the order of the text, who and what is named there for the first time.

    Within a section people stand before terms and those named most often in the whole text first, `most`
    of them at most. A section that brings nobody new is left out.
    """
    document, links = companion.document, companion.links
    newcomers: dict[int, list[tuple[bool, int, int, Person | Term]]] = {}
    entries: tuple[Person | Term, ...] = (*companion.people, *companion.terms)
    for entry in entries:
        mentions = links.indices_of(entry.id)
        if mentions:
            place = links.start(mentions[0])
            section = document.section_index(place)
            rank = (entry.kind is Kind.TERM, -len(mentions), place, entry)
            newcomers.setdefault(-1 if section is None else section, []).append(rank)
    return tuple(
        Appearances(
            document.sections[number] if number >= 0 else None,
            tuple(entry for *_, entry in sorted(newcomers[number], key=_rank)[:most]),
        )
        for number in sorted(newcomers)
    )


def _rank(newcomer: tuple[bool, int, int, Person | Term]) -> tuple[bool, int, int]:
    return newcomer[:3]
