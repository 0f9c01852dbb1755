"""Mark order: which marks are listed, in which order, and under which headings."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QLocale

from companion.core.notes import Colour, MarkKind
from companion.ui.bookmarks.bookmark_words import colour_in_words, kinds_of_marks
from companion.ui.entries.entry_words import kind_in_words
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from companion.core.notes import Mark
    from companion.ui.bookmarks.placed_marks import Placed


class Ordering(StrEnum):
    """By what marks are ordered."""

    PLACE = "place"
    COLOUR = "colour"
    TAG = "tag"
    KIND = "kind"
    DATE = "date"


class Wanted(NamedTuple):
    """Which marks are listed: those that say all of the words, and have one of each sort that is named."""

    words: str = ""
    kinds: frozenset[MarkKind] = frozenset()
    colours: frozenset[Colour] = frozenset()
    tags: frozenset[str] = frozenset()

    def fitting(self, placed: Sequence[Placed]) -> list[Placed]:
        """The marks that are wanted."""
        found = list(placed)
        if self.kinds:
            found = [one for one in found if one.bookmark.kind in self.kinds]
        if self.colours:
            found = [one for one in found if one.bookmark.colour in self.colours]
        if self.tags:
            found = [one for one in found if self.tags.intersection(one.bookmark.tags)]
        for word in self.words.casefold().split():
            found = [one for one in found if word in hear(one.bookmark)]
        return found

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


class Line(NamedTuple):
    """One row of the list: a mark at its place, or a heading."""

    placed: Placed | None
    heading: str = ""


def lined(
    placed: Sequence[Placed], ordering: Ordering = Ordering.PLACE, wanted: Wanted | None = None
) -> list[Line]:
    """The rows of the list. What has no place stands last, under headings of its own.

    With several tags a mark stands under each of them.
    """
    seen = placed if wanted is None or wanted.is_all else wanted.fitting(placed)
    here = [one for one in seen if one.span is not None]
    lines = [Line(one) for one in here] if ordering is Ordering.PLACE else _grouped(here, ordering)
    about = [one for one in seen if one.bookmark.anchor is None and one.bookmark.about is not None]
    whole = [one for one in seen if one.bookmark.is_on_whole]
    lost = [one for one in seen if one.bookmark.anchor is not None and one.span is None]
    about.sort(key=lambda one: one.bookmark.about or ())
    for heading, group in (
        (translated("On the whole text"), whole),
        (translated("On entries"), about),
        (translated("Not placed"), lost),
    ):
        if group:
            lines += [Line(None, heading), *map(Line, group)]
    return lines


def _grouped(placed: Sequence[Placed], ordering: Ordering) -> list[Line]:
    groups: dict[str, list[Placed]] = {}
    if ordering is Ordering.COLOUR:
        _fill(
            groups, placed, ((colour, colour_in_words(colour)) for colour in Colour), lambda mark: mark.colour
        )
    elif ordering is Ordering.KIND:
        kinds = ((kind, kinds_of_marks(kind)) for kind in MarkKind)
        _fill(groups, placed, kinds, lambda mark: mark.kind)
    elif ordering is Ordering.DATE:
        newest = sorted(placed, key=lambda one: one.bookmark.created, reverse=True)
        for one in newest:
            groups.setdefault(_day(one.bookmark.created[:10]), []).append(one)
    else:
        for tag in sorted({tag for one in placed for tag in one.bookmark.tags}, key=str.casefold):
            groups[f"#{tag}"] = []
        for one in placed:
            for tag in one.bookmark.tags:
                groups[f"#{tag}"].append(one)
        groups[translated("Without a tag")] = [one for one in placed if not one.bookmark.tags]
    return [
        line
        for heading, group in groups.items()
        if group
        for line in (Line(None, heading), *map(Line, group))
    ]


def _fill(
    groups: dict[str, list[Placed]],
    placed: Iterable[Placed],
    headings: Iterable[tuple[StrEnum, str]],
    of: Callable[[Mark], StrEnum],
) -> None:
    by_value = {value: groups.setdefault(heading, []) for value, heading in headings}
    for one in placed:
        by_value[of(one.bookmark)].append(one)


@lru_cache(maxsize=400)
def _day(date: str) -> str:
    day = QDate.fromString(date, "yyyy-MM-dd")
    return QLocale().toString(day, QLocale.FormatType.LongFormat) if day.isValid() else date


_heard: dict[str, str] = {}
"""What marks say, by the names of their versions."""
_MOST_HEARD = 50_000
_MOST_WORDS = 200_000
"""Code points of the marked words that are searched: of a mark on a whole book not all of it."""


def hear(mark: Mark) -> str:
    """All that a mark says, to be searched; kept until the next time."""
    if (known := _heard.get(mark.version)) is not None and mark.version:
        return known
    about = mark.about
    entry = f"{about.heading} {kind_in_words(about.kind)}" if about is not None else ""
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    said = f"{mark.label} {mark.words[:_MOST_WORDS]} {mark.note} {tags} {entry}".casefold()
    if len(_heard) >= _MOST_HEARD:
        _heard.clear()
    _heard[mark.version] = said
    return said
