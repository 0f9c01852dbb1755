"""What was gathered from a book is bound into a Document: references are led to their places."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, Protocol

from companion.core.document import Blocks, Document, Gloss, Link, NoteMark, PlaceName, Span
from companion.readers.front_matter import front_of, is_of_library, named_by_library
from companion.readers.references import is_outside
from companion.readers.sections import Heading, sections_of
from companion.readers.stating import shortened

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from companion.core.document import Block, Picture, StyledRun, Table
    from companion.core.message import Message
    from companion.readers.gathered_line import Reference


class Gathered(Protocol):
    """A text that was written down, and what is known of its places: see ``Gathering``."""

    styles: list[StyledRun]
    headings: list[Heading]
    references: list[Reference]
    tables: list[Table]
    pictures: list[Picture]
    places: dict[Hashable, int]
    reaches: dict[Hashable, Span]

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks, in the order of the text."""
        ...

    @property
    def length(self) -> int:
        """How many code points were written down."""
        ...

    def text(self) -> str:
        """Everything that was written down."""
        ...


class Named(NamedTuple):
    """Words and the key of the place they name: a printed page, or what explains a term."""

    words: str
    key: Hashable


class Stated(NamedTuple):
    """What a file states about the work in it."""

    title: str = ""
    author: str = ""
    language: str = ""
    identifier: str = ""


def bound(
    gathering: Gathered,
    stated: Stated,
    form: str,
    *,
    headings: Sequence[Heading] = (),
    pages: Iterable[Named] = (),
    glosses: Iterable[Named] = (),
    cover: str = "",
    warnings: tuple[Message, ...] = (),
) -> Document:
    """The document of the format `form`.

    `headings` begin its sections; without any those of the text do. `pages` and `glosses` are given by keys
    of places; what has no place is left out. `cover` is the source of the picture on the cover.
    """
    text, work = gathering.text(), None
    if is_of_library(text):
        stated, work = _without_library(text, stated)
    places = gathering.places
    finder = _Finder(gathering)
    marks, links = finder.marks_and_links()
    titles = sorted(headings or gathering.headings, key=_start)
    return Document(
        text=text,
        blocks=_frozen(gathering.blocks),
        sections=sections_of(titles, gathering.length),
        styles=tuple(gathering.styles),
        title=shortened(stated.title),
        author=shortened(stated.author),
        language=stated.language,
        identifier=shortened(stated.identifier),
        format=form,
        links=links,
        note_marks=marks,
        place_names=tuple(
            sorted(
                (PlaceName(page.words, places[page.key]) for page in pages if page.key in places), key=_offset
            )
        ),
        glosses=tuple(sorted(finder.glosses(glosses), key=_start)),
        tables=tuple(gathering.tables),
        pictures=tuple(gathering.pictures),
        cover=cover,
        work=work,
        warnings=warnings,
    )


def _without_library(text: str, stated: Stated) -> tuple[Stated, Span | None]:
    """What is stated of the work alone, and where it stands without the notices of Project Gutenberg."""
    front = front_of(text)
    title, author = named_by_library(stated.title)
    stated = stated._replace(
        title=title if title == stated.title and title else front.title or title,
        author=stated.author or front.author or author,
        language=stated.language or front.language,
    )
    is_whole = front.end - front.start == len(text)
    return stated, None if is_whole else Span(front.start, front.end)


class _Finder:
    """Finds what names and references mean, now that all places are known."""

    def __init__(self, gathering: Gathered) -> None:
        self._gathering = gathering
        blocks = gathering.blocks
        self._starts = blocks.starts if isinstance(blocks, Blocks) else [block.start for block in blocks]

    def marks_and_links(self) -> tuple[tuple[NoteMark, ...], tuple[Link, ...]]:
        marks: list[NoteMark] = []
        links: list[Link] = []
        for reference in sorted(self._gathering.references):
            place = self._gathering.places.get(reference.target, -1)
            if place < 0:
                if is_outside(reference.target):
                    links.append(Link(reference.start, reference.end, -1, reference.target))
            elif reference.is_note and place >= reference.end:
                marks.append(self._mark(reference))
            else:
                links.append(Link(reference.start, reference.end, place))
        return tuple(marks), tuple(links)

    def glosses(self, named: Iterable[Named]) -> Iterable[Gloss]:
        for gloss in named:
            if gloss.key in self._gathering.places and gloss.words.strip():
                yield Gloss(gloss.words.strip(), *self._reach(gloss.key))

    def _mark(self, reference: Reference) -> NoteMark:
        return NoteMark(reference.start, reference.end, *self._reach(reference.target))

    def _reach(self, key: Hashable) -> Span:
        """From where to where that goes which has a name: whole blocks, or the block it stands in."""
        reach = self._gathering.reaches.get(key)
        if reach is not None:
            return reach
        place = self._gathering.places[key]
        index = bisect_right(self._starts, place) - 1
        return self._gathering.blocks[max(0, index)].span


def _frozen(blocks: Sequence[Block]) -> Sequence[Block]:
    return blocks[:] if isinstance(blocks, Blocks) else tuple(blocks)


def _start(of: Heading | Gloss) -> int:
    return of.start


def _offset(name: PlaceName) -> int:
    return name.offset
