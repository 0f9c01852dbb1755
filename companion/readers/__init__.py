"""A file becomes a Document: plain text, Markdown, HTML, EPUB, FB2, DOCX or PDF, told apart by content."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.readers.file_kinds import book_form, check_is_text, read_bytes, shown_name
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path, PurePath

    from companion.core.document import Document
    from companion.readers.beginning import Begun

__all__ = ["UnreadableError", "document_in", "read_document", "read_text"]

_MARKDOWN_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_BOOK_ENDINGS = {".epub": ("epub",), ".fb2": ("fb2",), ".docx": ("docx",), ".pdf": ("pdf",)}
PLAIN_ENDINGS = frozenset({".txt", ".text", ".asc", ".log"})


def read_document(
    path: Path, *, encoding: str = "", progress: Callable[[float], None] | None = None
) -> Document:
    """The document in the file at `path`, read in this process; see ``document_in``.

    Whoever does not know where a file comes from has it read by ``companion.texts``. Raises UnreadableError
    also when there is no such file.
    """
    return document_in(read_bytes(path, shown_name(path)), path, encoding=encoding, progress=progress)


def document_in(
    data: bytes,
    path: PurePath,
    *,
    encoding: str = "",
    progress: Callable[[float], None] | None = None,
    begun: Begun | None = None,
) -> Document:
    """The document in the bytes of a file of that name; no file is opened.

    A plain text is read in the `encoding` that is wished for, one of ``encodings.OFFERED``, or else in the
    one that is found. `progress` is told the share that is done, from 0 to 1; `begun` is given the beginning
    of a long text, once, where that can be had before the rest is read. Raises UnreadableError when they hold
    no text, or are none at all.
    """

    def tell(share: float) -> None:
        if progress is not None:
            progress(share)

    tell(0.0)
    name = shown_name(path)
    book = book_form(data, path.suffix)
    tell(0.1)
    if book:
        document = _read_book(book, data, path, tell, begun)
    else:
        document = _read_plain(data, path, encoding, tell, begun)
    if path.suffix.lower() in _BOOK_ENDINGS and document.format not in _BOOK_ENDINGS[path.suffix.lower()]:
        document = replace(document, warnings=(*document.warnings, _misnamed(name)))
    if not document.blocks:
        raise UnreadableError(Message("“{name}” holds no words, only marks and what they hide.", name=name))
    tell(1.0)
    return document


def _misnamed(name: str) -> Message:
    return Message("“{name}” is not what the end of its name says; it was opened as what it is.", name=name)


def _read_plain(
    data: bytes, path: PurePath, encoding: str, tell: Callable[[float], None], begun: Begun | None
) -> Document:
    """The document in a file that is a text as it stands."""
    from companion.readers.beginning import beginning_of, first_of
    from companion.readers.decoding import decode

    name = shown_name(path)
    check_is_text(data, name)
    decoded = decode(data, name, encoding)
    if not decoded.text.strip():
        raise UnreadableError(
            Message("“{name}” holds nothing but blanks, so there is nothing to read.", name=name)
        )
    tell(0.3)
    form = _form(path, decoded.text)
    if begun is not None and (first := first_of(decoded.text, form)).strip():
        begun(beginning_of(replace(_read(first, form, path.stem, ()), encoding=decoded.encoding)))
    return replace(_read(decoded.text, form, path.stem, decoded.warnings), encoding=decoded.encoding)


def _read_book(
    form: str, data: bytes, path: PurePath, tell: Callable[[float], None], begun: Begun | None
) -> Document:
    """The document in a book of the form that ``book_form`` told."""
    name, title = shown_name(path), readable_name(path.stem)
    if form == "epub":
        from companion.readers.epub import read_epub

        return read_epub(data, name, title, begun)
    if form == "html":
        from companion.readers.html import read_html

        return read_html(data, name, title, begun)
    if form == "pdf":
        from companion.readers.pdf import read_pdf

        return read_pdf(data, name, title, lambda share: tell(0.1 + 0.8 * share), begun)
    if form == "docx":
        from companion.readers.docx import read_docx

        return read_docx(data, name, title, begun)
    from companion.readers.fb2 import read_fb2, read_zipped_fb2

    read = read_fb2 if form == "fb2" else read_zipped_fb2
    return read(data, name, title, begun)


def read_text(text: str, format: str = "plain", name: str = "") -> Document:
    """The document in `text`, which is taken as it stands: every offset into a plain text stays valid.

    `format` is "plain" or "markdown"; `name` serves as the title when the text names none. Raises
    ValueError for another format.
    """
    if format not in ("plain", "markdown"):
        raise ValueError(f"The format “{format}” is not known; it is plain or markdown.")
    from companion.readers.decoding import clean

    return _read(clean(text), format, name, ())


def _read(text: str, form: str, stem: str, warnings: tuple[Message, ...]) -> Document:
    if form == "markdown":
        from companion.readers.markdown import read_markdown

        return read_markdown(text, readable_name(stem), warnings)
    from companion.readers.plain import read_plain

    return read_plain(text, readable_name(stem), warnings)


def readable_name(stem: str) -> str:
    """A file's name without its ending as a title: ``war_and_peace`` becomes "war and peace".

    Signs that are not seen, such as those that turn the direction of what follows, are left out.
    """
    shown = "".join(sign for sign in stem if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    words = re.sub(r"[_\s]+", " ", shown)
    if " " not in words.strip():
        words = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", " ", words)
    return words.strip()


_MARKDOWN_SIGNS = re.compile(
    r"^(?:#{1,6} \S.*|```.*|[*-] \[[ x]\] .*|\|(?: *:?-+:? *\|)+)$|\[[^\]\n]{1,200}\]\([^)\s]{1,400}\)", re.M
)


def _form(path: PurePath, text: str) -> str:
    ending = path.suffix.lower()
    if ending in _MARKDOWN_ENDINGS:
        return "markdown"
    if ending in PLAIN_ENDINGS:
        return "plain"
    signs = sum(1 for _ in _MARKDOWN_SIGNS.finditer(text[:65_536]))
    return "markdown" if signs >= 3 else "plain"
