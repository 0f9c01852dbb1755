"""Opening's work: what threads do to make a file a text, and a text with a companion file a companion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from companion.ui.program.language import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from companion.core.companion import Companion
    from companion.core.document import Document
    from companion.core.search import Search
    from companion.readers.process.book_pictures import BookPictures
    from companion.store.companion_file import CompanionFileError, Problem
    from companion.texts import Opened, Texts
    from companion.ui.bookmarks.recalling import Recall, Recalled
    from companion.ui.program.jobs import Report


class Failure(NamedTuple):
    """Why a file could not be used: a sentence, and a line for each thing that is wrong in it."""

    sentence: str
    details: tuple[str, ...] = ()


class Read(NamedTuple):
    """A text that was read, with its pictures, and what is kept of it."""

    document: Document
    pictures: BookPictures
    recalled: Recalled


class Begun(NamedTuple):
    """The beginning of a text that is still being read, the text's pictures, and where the reader was."""

    document: Document
    pictures: BookPictures
    place: int


class ReadText:
    """Work for a thread, which waits while another process makes a file a document.

    If it `tells_beginning`, that is told meanwhile, as what is `Begun`, unless the reader was further on.
    """

    def __init__(
        self, path: Path, texts: Texts, encoding: str, recall: Recall, *, tells_beginning: bool = False
    ) -> None:
        self._path, self._texts, self._encoding, self._recall = path, texts, encoding, recall
        self._tells_beginning = tells_beginning

    def __call__(self, report: Report) -> Read:
        def begin(opened: Opened) -> None:
            place = self._recall.place_in(opened.document)
            if place is not None:
                report(0.0, Begun(opened.document, opened.pictures, place))

        begun = begin if self._tells_beginning else None
        opened = self._texts.open(self._path, encoding=self._encoding, progress=report, begun=begun)
        return Read(opened.document, opened.pictures, self._recall(opened.document, opened.identity))


class Searchable(NamedTuple):
    """A text, and the same made ready to be searched."""

    document: Document
    search: Search


class MakeSearchable:
    """Work for a thread: a text is made ready to be searched."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __call__(self, _: Callable[[float], None]) -> Searchable:
        from companion.core.search import Search

        return Searchable(self._document, Search(self._document.text))


class Built(NamedTuple):
    """A companion that was made, or None; and what was wrong in its file, or None."""

    companion: Companion | None
    failure: Failure | None = None


class ReadCompanion:
    """Work for a thread: a companion file and a document become a companion.

    From a file with errors it makes what can be made, if `is_first`: better half a glossary than none. Once
    there is a whole one, it stays until the file is whole again.
    """

    def __init__(self, path: Path, document: Document, is_first: bool) -> None:
        self._path, self._document, self._is_first = path, document, is_first

    def __call__(self, report: Callable[[float], None]) -> Built:
        from companion.linking import link
        from companion.store.companion_file import CompanionFileError, read_companion

        failure = None
        try:
            entries = read_companion(self._path)
        except CompanionFileError as error:
            entries = error.entries
            failure = Failure(_told(error, self._path), _lines(error.problems))
            if not (self._is_first and len(entries)):
                return Built(None, failure)
        report(0.1)
        companion = link(self._document, entries, progress=report)
        for entry in companion.entries:  # the lists ask for these at once; here they cost the window nothing
            companion.first_place(entry.id)
        return Built(companion, failure)


def _told(error: CompanionFileError, path: Path) -> str:
    count = len(error.problems)
    if count == 1:
        words = QCoreApplication.translate("Opening", "%1 has an error.")
    else:
        words = QCoreApplication.translate("Opening", "%1 has %2 errors.").replace("%2", str(count))
    return words.replace("%1", path.name)


def _lines(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Each problem with the line where it is: ``"Line 7: Unknown key ‘born’ in a person."``.

    What is wrong at the very beginning is said of the file as a whole, which may not even be there.
    """
    line = QCoreApplication.translate("Opening", "Line %1: %2")
    return tuple(
        told(one.sentence)
        if (one.line, one.column) == (1, 1)
        else line.replace("%1", str(one.line)).replace("%2", told(one.sentence))
        for one in problems
    )
