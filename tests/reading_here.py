"""A stand-in for the reading process, which reads in this one: most tests are about what comes after it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from companion.readers import document_in
from companion.readers.process.document_form import encoded

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.document import Document
    from companion.readers.process.pixels import Pixels
    from companion.readers.process.reading_process import Book


class ReadingHere:
    """Does what `ReadingProcess` does, without a process."""

    is_alive = True

    def __init__(self) -> None:
        self._book: Book | None = None

    def form_of(
        self,
        book: Book,
        name: str,
        report: Callable[[float], None],
        *,
        begun: Callable[[bytes], None] | None = None,
        is_for_everything: bool = False,
    ) -> bytes:
        def begin(beginning: Document) -> None:
            if begun is not None:
                begun(encoded(beginning))

        self._book = book
        report(0.0)
        path = PurePath(book.file)
        return encoded(document_in(book.data, path, encoding=book.encoding, progress=report, begun=begin))

    def picture(self, book: Book | None, form: str, source: str, width: int, height: int) -> Pixels | None:
        from companion.readers.process.pixels import pixels_read
        from companion.readers.process.showing import pixels_in

        self._book = book or self._book
        assert self._book is not None
        told = pixels_in(self._book.data, form, source, width, height)
        return told and pixels_read(told, width, height)

    def end(self) -> None:
        self._book = None
