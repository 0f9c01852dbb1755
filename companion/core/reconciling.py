"""Reconciling: many copies of notes become one, and notes become again what they once were."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from companion.core.corrections import named
from companion.core.notes import Notes, version_of
from companion.core.session import Session, latest
from companion.core.versions import union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.core.corrections import Correction
    from companion.core.notes import Mark
    from companion.core.session import Kept

Version = TypeVar("Version")


def gathered(copies: Iterable[Notes]) -> Notes:
    """What `Notes.merged` makes of all copies one after the other, in one go."""
    parts = list(copies)
    if len(parts) == 1:
        return parts[0]
    gone: frozenset[str] = frozenset().union(*(part.gone for part in parts))
    marks: dict[str, Mark] = {}
    corrections: dict[str, Correction] = {}
    unknown: dict[str, str] = {}
    session, counter = Session(), 0
    kin: Mapping[str, Kept[bool]] = {}
    for part in parts:
        _take(marks, part.versions)
        _take(corrections, part.mended)
        session, counter = session.merged(part.session), max(counter, part.counter)
        kin = latest(kin, part.kin)
        for name, value in part.unknown.items():
            unknown[name] = max(value, unknown.get(name, value))
    foreign: frozenset[str] = frozenset().union(*(part.foreign for part in parts))
    return Notes(
        union({}, marks, gone), gone, session, counter, unknown, foreign, union({}, corrections, gone), kin
    )


def _take(into: dict[str, Version], versions: Mapping[str, Version]) -> None:
    clashing = {name: into[name] for name in into.keys() & versions.keys()}
    into.update(versions)
    into.update(union(clashing, {name: versions[name] for name in clashing}, frozenset()))


def restored(notes: Notes, past: Notes, time: str) -> Notes:
    """The notes with the marks and corrections that `past` has, and no others, as one change more.

    Nothing is lost by it: it can be merged with any copy, and ``restored(it, notes, time)`` takes it back.
    `time` is that of the change, ISO 8601. The place, the focus and the like stay as they are.
    """
    return _with_corrections(_with_marks(notes, past, time), past)


def _with_marks(notes: Notes, past: Notes, time: str) -> Notes:
    kept = {
        mark.version: notes.versions[mark.version]
        for mark in notes.by_id.values()
        if mark.id in past.by_id and _says_the_same(past.by_id[mark.id], mark)
    }
    gone = notes.gone | (notes.versions.keys() - kept.keys())
    standing = {mark.id for mark in notes.by_id.values() if mark.version in kept}
    counter = notes.counter
    for mark in past.by_id.values():
        if mark.id not in standing:
            counter += 1
            again = replace(mark, changed=time, counter=counter, version="")
            again = replace(again, version=version_of(again))
            kept[again.version] = again
    return replace(notes, versions=kept, gone=gone, counter=counter)


def _says_the_same(one: Mark, other: Mark) -> bool:
    """Whether two states of a mark differ in nothing but when they were made."""
    if one is other:
        return True
    return one == replace(other, counter=one.counter, version=one.version, changed=one.changed)


def _with_corrections(notes: Notes, past: Notes) -> Notes:
    """Those at the beginning that are the same stay; all others are done anew, in the order of old."""
    pairs = zip(notes.corrections, past.corrections, strict=False)
    same = [made for made, _ in takewhile(_mean_the_same, pairs)]
    kept = {made.version: made for made in same}
    gone = notes.gone | (notes.mended.keys() - kept.keys())
    counter = notes.counter
    for made in past.corrections[len(same) :]:
        counter += 1
        again = named(replace(made, counter=counter))
        kept[again.version] = again
    return replace(notes, mended=kept, gone=gone, counter=counter)


def _mean_the_same(pair: tuple[Correction, Correction]) -> bool:
    one, other = (replace(made, counter=0, version="") for made in pair)
    return one == other
