"""Texts: a file becomes a Document in a reading process, or from what was kept when it was read before."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from companion.readers import UnreadableError
from companion.readers.edition import edition
from companion.readers.file_kinds import read_bytes, shown_name
from companion.readers.process.book_pictures import BookPictures, checksum_of
from companion.readers.process.document_reading import decoded
from companion.readers.process.message_form import MalformedError
from companion.readers.process.reading_process import Book
from companion.readers.process.refusals import broken_off, not_begun
from companion.readers.process.spare import Spare
from companion.store.kept_texts import KeptTexts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.core.document import Document
    from companion.readers.process.reading_process import ReadingProcess

__all__ = ["Opened", "Texts", "UnreadableError", "read_text_at"]


class Opened(NamedTuple):
    """A document, and where its pictures are to be had; whoever has opened it ends these."""

    document: Document
    pictures: BookPictures


class Texts:
    """Opens files for a program. `folder` is where texts are kept, if anywhere. For all threads."""

    def __init__(self, folder: Path | None = None, spare: Spare | None = None) -> None:
        self._kept = None if folder is None else KeptTexts(folder)
        self.spare = spare or Spare()

    def open(
        self, path: Path, *, encoding: str = "", progress: Callable[[float], None] | None = None
    ) -> Opened:
        """The document in the file at `path`; a plain text is read in the `encoding`, if one is wished for.

        `progress` is told the share that is done, from 0 to 1, several times a second; what it raises ends
        the reading within a tenth of a second. Raises UnreadableError when the file cannot be read.
        """
        report = progress or _nobody
        report(0.0)
        book = Book(read_bytes(path, shown_name(path)), path.name, encoding)
        checksum = checksum_of(book.data)
        key = _key(checksum, path.name, encoding, edition())
        document, process = self._found(key), None
        if document is None:
            document, process = self._read(book, shown_name(path), key, report)
        report(1.0)
        return Opened(document, BookPictures(path, checksum, document.format, self.spare, process))

    def end(self) -> None:
        """Ends what is ready to read; nothing can be opened any more without a wait."""
        self.spare.end()

    def _found(self, key: str) -> Document | None:
        """The document as it was read before."""
        form = None if self._kept is None else self._kept.find(key)
        if form is None:
            return None
        try:
            return decoded(form)
        except MalformedError:
            return None

    def _read(
        self, book: Book, name: str, key: str, report: Callable[[float], None]
    ) -> tuple[Document, ReadingProcess | None]:
        """The document as a process has read it, and that process, if it is of further use."""
        try:
            process = self.spare.take()
        except OSError as error:
            raise not_begun(name, error.strerror or str(error)) from None
        document = None
        try:
            form = process.form_of(book, name, report)
            document = decoded(form)
        except MalformedError:
            raise broken_off(name) from None
        finally:
            has_pictures = document is not None and bool(document.pictures or document.cover)
            if not has_pictures:
                process.end()
        if self._kept is not None:
            self._kept.keep(key, form)
        return document, process if has_pictures else None


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def read_text_at(path: Path) -> Document:
    """The document in the file at `path`, read by a process of its own. Raises UnreadableError."""
    opened = Texts().open(path)
    opened.pictures.end()
    return opened.document


def _nobody(share: float) -> None:
    """Takes the progress when nobody asks for it."""
