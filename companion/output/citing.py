"""Citing: words of a text with where they stand, as one puts them into a letter or an essay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.output.quoting import in_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.document import Document, Span

_STRETCH = 1 << 16
_BLANK = re.compile(r"\s")


def source_of(document: Document, span: Span) -> str:
    """Author, title, section and paragraph: ``"Anna Verl, The siege, The winter, §12"``."""
    section = document.section_at(span.start)
    parts = [document.author, document.title, section.title if section else ""]
    told = dict.fromkeys(" ".join(part.split()) for part in parts)
    return ", ".join([*(part for part in told if part), f"§{document.paragraph_number(span.start)}"])


def cited(document: Document, span: Span, note: str = "") -> str:
    """The words in quotation marks, their source, and a note under them, as plain text."""
    lines = [f"{_words(document, span)} ({source_of(document, span)})", note.strip()]
    return "\n\n".join(line for line in lines if line)


def cited_in_markdown(document: Document, span: Span, note: str = "") -> str:
    """The same as CommonMark: a quotation, its source, and the note as a paragraph."""
    from companion.output.markdown import escaped

    words = " ".join(map(escaped, _stretches(document, span)))
    lines = [f"> {words}", ">", f"> — {escaped(source_of(document, span))}"]
    paragraphs = [escaped(part) for part in note.split("\n\n") if part.strip()]
    return "\n\n".join(["\n".join(lines), *paragraphs])


def all_cited(document: Document, spans: Iterable[Span], heading: str) -> str:
    """Several passages under a heading, each with its paragraph, as plain text."""
    found = [f"§{document.paragraph_number(span.start)} {_words(document, span)}" for span in spans]
    return "\n\n".join([f"{heading} ({_work(document)})" if _work(document) else heading, *found])


def all_cited_in_markdown(document: Document, spans: Iterable[Span], heading: str) -> str:
    """The same as CommonMark, each passage a quotation."""
    from companion.output.markdown import escaped

    title = f"## {escaped(heading)}"
    work = [f"*{escaped(_work(document))}*"] if _work(document) else []
    found = [
        f"> §{document.paragraph_number(span.start)} {escaped(document.text[span.start : span.end])}"
        for span in spans
    ]
    return "\n\n".join([title, *work, *found])


def _words(document: Document, span: Span) -> str:
    return in_quotes(" ".join(_stretches(document, span)))


def _stretches(document: Document, span: Span) -> Iterator[str]:
    """The words on one line, in stretches, between which a thread with a whole book gives way to others."""
    text, (start, end) = document.text, span
    while start < end:
        blank = _BLANK.search(text, min(end, start + _STRETCH), end)
        cut = blank.start() if blank else end
        if words := " ".join(text[start:cut].split()):
            yield words
        start = cut


def _work(document: Document) -> str:
    return ", ".join(" ".join(part.split()) for part in (document.author, document.title) if part.strip())
