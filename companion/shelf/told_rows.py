"""Told rows: what of a reading goes into the index, row by row, and how its words are brought to one form."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from companion.core.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.core.companion import Companion
    from companion.core.document import Document, Section
    from companion.core.notes import Mark

TEXT, ENTRY, NOTE, TITLE = "text", "entry", "note", "title"
"""What a row of the index holds."""

Row = tuple[str, int, str, str]
"""What it holds, the offset in the text or -1, its heading, and its words."""

_PORTION = 2_000
"""Code points of the text that stand in one row, about; a hit leads to the row, and then to the words."""
_QUOTED = 10_000
"""Code points of what a mark stands at that its row holds: the rows of the text have them all."""
_BETWEEN = 100
"""Rows after which it is told how far it is."""

_UNSPACED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
"""Scripts without blanks between words: each sign is a word of its own in the index."""


def portions(document: Document) -> Iterator[Row]:
    """The text in rows of some blocks each; none reaches over the end of a section."""
    titles = _section_titles(document)
    begun, section = -1, ""
    end = 0
    for block in document.blocks:
        inner = document.section_index(block.start)
        title = titles[inner] if inner is not None else ""
        if begun >= 0 and (title != section or block.end - begun > _PORTION):
            yield TEXT, begun, section, document.text[begun:end]
            begun = -1
        if begun < 0:
            begun, section = block.start, title
        end = block.end
        while end - begun > 2 * _PORTION:  # a block of a whole book
            yield TEXT, begun, section, document.text[begun : begun + _PORTION]
            begun += _PORTION
    if begun >= 0:
        yield TEXT, begun, section, document.text[begun:end]


def _section_titles(document: Document) -> list[str]:
    """The title of each section, with that round it where others have the same: ``"Book 10 · IX"``."""
    same = Counter(section.title for section in document.sections)
    around: list[Section] = []
    titles = []
    for section in document.sections:
        around = [one for one in around if one.level < section.level and one.end >= section.end]
        outer = around[-1].title if around and same[section.title] > 1 else ""
        titles.append(f"{outer} · {section.title}" if outer not in ("", document.title) else section.title)
        around.append(section)
    return titles


def portions_told(document: Document, progress: Callable[[float], None]) -> Iterator[Row]:
    """The same, telling from time to time how far they are."""
    for number, portion in enumerate(portions(document)):
        if number % _BETWEEN == 0:
            progress(portion[1] / len(document.text))
        yield portion


def entry_rows(companion: Companion) -> Iterator[Row]:
    """A row for each entry, with its names and its text."""
    for entry in companion.entries:
        place = companion.first_place(entry.id)
        names = ", ".join((entry.heading, *(alias.text for alias in entry.aliases)))
        yield ENTRY, -1 if place is None else place, entry.heading, f"{names}\n{entry.text}"


def mark_rows(mark: Mark) -> Iterator[Row]:
    """A row for a mark that says anything."""
    quoted = mark.words[:_QUOTED]
    said = "\n".join(filter(None, (mark.label, mark.note, " ".join(mark.tags), quoted)))
    if said.strip():
        yield NOTE, mark.anchor.start if mark.anchor is not None else -1, mark.label, said


def full_names(companion: Companion) -> Iterator[tuple[str, str, str, int]]:
    """Each full name of terms and people: folded, with the kind, the heading and the number of mentions."""
    for entry in companion.entries:
        if entry.kind is not Kind.EVENT:
            count = companion.links.count(entry.id)
            names = (entry.heading, *(alias.text for alias in entry.aliases if " " in alias.text.strip()))
            for name in {folded(name) for name in names}:
                yield name, entry.kind.value, entry.heading, count


def folded(text: str) -> str:
    """A name without regard to capitals, accents and blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def spaced(text: str) -> str:
    """The text with blanks round the signs of scripts without any."""
    return _UNSPACED.sub(r" \1 ", text)


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script without blanks between words."""
    return _UNSPACED.match(word) is not None
