"""Texts: a file becomes a Document in a reading process, or from what was kept when it was read before."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple

from companion.core.system_errors import why
from companion.readers import UnreadableError
from companion.readers.edition import edition
from companion.readers.file_kinds import read_bytes, shown_name
from companion.readers.process.book_pictures import BookPictures, checksum_of
from companion.readers.process.document_reading import decoded
from companion.readers.process.message_form import MalformedError
from companion.readers.process.reading_process import Book, NotReadyError
from companion.readers.process.refusals import broken_off, not_begun
from companion.readers.process.spare import Spare
from companion.store.identity import identity
from companion.store.kept_texts import KeptTexts

if TYPE_CHECKING:
    from companion.core.document import Document

__all__ = ["Opened", "Texts", "UnreadableError", "read_text_at", "usual_folder"]

_KEPT = "2"
"""Which way of keeping texts this is."""

_GLANCE = 0.05
"""Seconds after which the reader's wish to cancel is noticed."""


_IDENTITY = re.compile(rb"[0-9a-f]{64}")
_LENGTH = 64
"""What a text is known again by stands before its form where it is kept: to find it takes longer than to read
what was kept."""


class Opened(NamedTuple):
    """A document, or its beginning, and where its pictures are to be had; whoever opened it ends these.

    `identity` is that of the text, see ``companion.store.identity``, where it was found already, else empty.
    """

    document: Document
    pictures: BookPictures
    identity: str = ""


Begun = Callable[[Opened], None]
"""Is given the beginning of a text while the rest is read."""


class Texts:
    """Opens files for a program. `folder` is where texts are kept, if anywhere. For all threads."""

    def __init__(self, folder: Path | None = None, spare: Spare | None = None) -> None:
        self._kept = None if folder is None else KeptTexts(folder)
        self.spare = spare or Spare()
        self._ahead: _Ahead | None = None

    def open(
        self,
        path: Path,
        *,
        encoding: str = "",
        progress: Callable[[float], None] | None = None,
        begun: Begun | None = None,
    ) -> Opened:
        """The document in the file at `path`; a plain text is read in the `encoding`, if one is wished for.

        `progress` is told the share that is done, from 0 to 1, several times a second; what it raises ends
        the reading within a tenth of a second. `begun` is given the beginning of a text that takes a while to
        be read, with the same pictures as the whole then has; they show nothing any more if that is not read.
        Raises UnreadableError when the file cannot be read.
        """
        report = progress or _nobody
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            if ahead.is_of(path, encoding):
                return ahead.opened(report, begun)
            ahead.cancel()
        return self._open(path, encoding, report, begun)

    def read_ahead(self, path: Path) -> None:
        """Begins to read a file that will be opened next, in a thread."""
        self._ahead = _Ahead(partial(self._open, path, ""), path)

    @property
    def has_read_ahead(self) -> bool:
        """Whether the file that will be opened next was read, at least its beginning: it is there at once."""
        return self._ahead is not None and self._ahead.is_begun

    def end(self) -> None:
        """Ends what is being read ahead, and what is ready to read; nothing can be opened without a wait."""
        if self._ahead is not None:
            self._ahead.cancel()
        self.spare.end()

    def _open(
        self, path: Path, encoding: str, report: Callable[[float], None], begun: Begun | None
    ) -> Opened:
        report(0.0)
        book = Book(read_bytes(path, shown_name(path)), path.name, encoding)
        checksum = checksum_of(book.data)
        key = _key(checksum, path.name, encoding, edition(), _KEPT)
        beginning = _Beginning(
            begun, partial(BookPictures, path, checksum, spare=self.spare, size=len(book.data))
        )
        try:
            found = self._found(key) or self._read(book, shown_name(path), key, report, beginning)
            report(1.0)
        except BaseException:
            beginning.end()
            raise
        document, known = found
        return Opened(document, beginning.pictures_of(document), known)

    def _found(self, key: str) -> tuple[Document, str] | None:
        """The document as it was read before, and its identity."""
        kept = None if self._kept is None else self._kept.find(key)
        known = None if kept is None else _IDENTITY.match(kept)
        if kept is None or known is None:
            return None
        try:
            return decoded(memoryview(kept)[_LENGTH:]), known[0].decode()
        except MalformedError:
            return None

    def _read(
        self, book: Book, name: str, key: str, report: Callable[[float], None], beginning: _Beginning
    ) -> tuple[Document, str]:
        """The document as a process reads it, and its identity if it is kept."""
        try:
            try:
                form = self._form(book, name, report, beginning)
            except NotReadyError:
                form = self._form(book, name, report, beginning, is_for_everything=True)
            document = decoded(form)
        except MalformedError:
            raise broken_off(name) from None
        if self._kept is None:
            return document, ""
        known = identity(document)
        self._kept.keep(key, known.encode(), form)
        return document, known

    def _form(
        self,
        book: Book,
        name: str,
        report: Callable[[float], None],
        beginning: _Beginning,
        *,
        is_for_everything: bool = False,
    ) -> bytes:
        """The form of the document; the process reads nothing else, whatever the file has done to it."""
        try:
            process = self.spare.take()
        except OSError as error:
            raise not_begun(name, why(error)) from None
        begun = beginning.tell if beginning.is_wanted else None
        try:
            return process.form_of(book, name, report, begun=begun, is_for_everything=is_for_everything)
        finally:
            process.end()


class _Beginning:
    """The beginning of a text that is being read, told once to whoever waits for it, and its pictures."""

    def __init__(self, begun: Begun | None, pictures_in: Callable[[str], BookPictures]) -> None:
        """`pictures_in` gives the pictures of the file, given its format."""
        self._begun, self._pictures_in = begun, pictures_in
        self._pictures: BookPictures | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether somebody waits for it to whom it was not told."""
        return self._begun is not None and self._pictures is None

    def tell(self, form: bytes) -> None:
        """Tells what has this form; raises MalformedError when it has none."""
        document = decoded(form)
        if self._begun is not None:
            self._begun(Opened(document, self.pictures_of(document)))

    def pictures_of(self, document: Document) -> BookPictures:
        """The pictures of the text, the same for its beginning as for the whole."""
        if self._pictures is None:
            self._pictures = self._pictures_in(document.format)
        return self._pictures

    def end(self) -> None:
        """The text is not read on: its pictures show nothing any more."""
        if self._pictures is not None:
            self._pictures.end()


class _UnwantedError(Exception):
    """What was read ahead is not to be opened."""


class _Ahead:
    """A text that is being read, in a thread, before anybody has asked for it."""

    def __init__(self, read: Callable[[Callable[[float], None], Begun], Opened], path: Path) -> None:
        self._open, self._path, self._stamp = read, path, _stamp(path)
        self._share, self._is_unwanted = 0.0, False
        self._beginning: Opened | None = None
        self._found: Opened | Exception | None = None
        self._has_news = Event()
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    @property
    def is_begun(self) -> bool:
        """Whether its beginning is there, or all of it."""
        return self._beginning is not None or isinstance(self._found, Opened)

    def is_of(self, path: Path, encoding: str) -> bool:
        """Whether this is the same file, in the encoding that is found out, and has not changed since."""
        return (path, encoding, _stamp(path)) == (self._path, "", self._stamp)

    def opened(self, report: Callable[[float], None], begun: Begun | None) -> Opened:
        """What was read, once it is; see ``Texts.open``."""
        try:
            while self._found is None and self._thread.is_alive():
                report(self._share)
                if begun is not None and self._beginning is not None:
                    begun(self._beginning)
                    begun = None
                self._has_news.wait(_GLANCE)
                self._has_news.clear()
        except BaseException:
            self.cancel()
            raise
        if isinstance(self._found, Opened):
            report(1.0)
            return self._found
        raise self._found or _UnwantedError

    def cancel(self) -> None:
        """Ends the reading, and what was read."""
        self._is_unwanted = True
        self._thread.join()
        if isinstance(self._found, Opened):
            self._found.pictures.end()

    def _read(self) -> None:
        try:
            self._found = self._open(self._tell, self._begin)
        except Exception as error:  # whoever asks for the text meets it there
            self._found = error
        self._has_news.set()

    def _begin(self, beginning: Opened) -> None:
        self._beginning = beginning
        self._has_news.set()

    def _tell(self, share: float) -> None:
        self._share = share
        if self._is_unwanted:
            raise _UnwantedError


def usual_folder() -> Path:
    """Where texts that were read are kept, to be opened at once again; it may be deleted at any time.

    It is in the folder that each system has for such things; found without Qt, which is not there yet.
    """
    home = Path.home()
    match sys.platform:
        case "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "cache"
        case "darwin":
            base = home / "Library" / "Caches"
        case _:
            base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "reading-companion" / "texts"


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when a file is written: its time and its size; None without one."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def read_text_at(path: Path) -> Document:
    """The document in the file at `path`, read by a process of its own. Raises UnreadableError."""
    opened = Texts().open(path)
    opened.pictures.end()
    return opened.document


def _nobody(share: float) -> None:
    """Takes the progress when nobody asks for it."""
