"""Shelf: ties the page of all readings to the window, to what opens texts and to what is kept of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from companion.shelf.changes import found_at, now
from companion.shelf.ordering import Order
from companion.ui.bookmarks.keeping import folders_of
from companion.ui.program.jobs import Jobs, unexpected
from companion.ui.quest import Quest
from companion.ui.shelf.arrival import Arrival
from companion.ui.shelf.book_words import title_of
from companion.ui.shelf.covers import Covers
from companion.ui.shelf.file_search import FindAgain, Missing, folders_round
from companion.ui.shelf.folder_reading import FolderReading
from companion.ui.shelf.index_desk import Asked, IndexDesk
from companion.ui.shelf.shelving import Shelving
from companion.ui.shelf.stage import Stage

if TYPE_CHECKING:
    from companion.core.companion import Companion
    from companion.core.document import Document
    from companion.core.entries import Entry
    from companion.shelf.books import Book, Catalogue
    from companion.shelf.hits import Hit
    from companion.shelf.index import Elsewhere
    from companion.texts import Texts
    from companion.ui.program.opening import Opening
    from companion.ui.program.settings import Settings
    from companion.ui.shelf.shelf_page import ShelfPage
    from companion.ui.window import Window

_SETTLED_MS = 2000
"""A text is taken into the index when its companion has been the same for so long."""
_LIST = "shelf"


class Shelf(QObject):
    """The shelf of one window.

    Signals:
        started(Job): something is being done that takes a while; it can be cancelled.
    """

    started = Signal(object)

    def __init__(self, window: Window, opening: Opening, settings: Settings, texts: Texts) -> None:
        super().__init__(window)
        self._window, self._opening, self._settings = window, opening, settings
        self._reading = reading = window.reading
        self.shelving = Shelving(reading, settings, self)
        self.covers = Covers(self)
        self.desk = IndexDesk(self)
        self.folders = FolderReading(self.shelving, texts, settings, self)
        self.stage = Stage(window)
        self._jobs = Jobs(self, threads=1)
        self._arrival = Arrival(reading)
        self._page: ShelfPage | None = None
        self._wanted: Book | None = None
        self._sought: tuple[Book, ...] = ()
        self._stays = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._index)
        self._connect()

    def _connect(self) -> None:
        reading, actions = self._reading, self._window.actions_by_name
        self._opening.text_begun.connect(self._go_back_to_text)
        self._opening.text_forsaken.connect(self._arrival.forget)
        self._opening.text_opened.connect(self._text_opened)
        self._opening.text_failed.connect(self._arrival_failed)
        self.shelving.changed.connect(self._catalogue_changed)
        self.shelving.failed.connect(self._window.notice.tell)
        self.shelving.opened.connect(self._make_cover)
        self.desk.found.connect(self._show_hits)
        self.desk.also_in.connect(self._tell_elsewhere)
        self.stage.cleared.connect(self._stage_cleared)
        reading.document_changed.connect(self._text_left)
        reading.companion_changed.connect(self._companion_changed)
        reading.passage_requested.connect(self._go_back_to_text)
        reading.place_requested.connect(self._go_back_to_text)
        reading.elsewhere.asked.connect(self._ask_elsewhere)
        reading.elsewhere.chosen.connect(self.open_elsewhere)
        reading.document_changed.connect(reading.elsewhere.forget)
        self.desk.indexed.connect(reading.elsewhere.forget)
        actions["shelf"].triggered.connect(self._switch)
        actions["search_shelf"].triggered.connect(self.search_everything)
        actions["add_folder"].triggered.connect(self._ask_for_folder)
        self._opening.finished.connect(self._go_on_reading)
        for part in (self, self.folders):
            part.started.connect(self._window.progress_line.follow)
        self.folders.arrived.connect(self._book_arrived)
        self.folders.finished.connect(self._tell_of_folder)
        if self._opening.path is not None:
            self._catch_up(self._opening.path)

    def _catch_up(self, path: Path) -> None:
        """The text was there before the shelf."""
        self._text_opened(path)
        if len(self._reading.whole.entries) or self._reading.quest is Quest.DONE:
            self._companion_changed(self._reading.companion)
        if not self._opening.is_reading:
            self._go_on_reading()

    # -- the page

    @property
    def page(self) -> ShelfPage:
        """The page, made when it is first wanted."""
        if self._page is None:
            from companion.ui.shelf.shelf_page import ShelfPage

            self._page = page = ShelfPage(self._window.look, self.covers, self._window)
            page.hide()
            order, is_list = self._settings.list_of(_LIST)
            page.arrange_as(Order(order) if order in list(Order) else Order.OPENED, is_list=is_list)
            page.book_wanted.connect(self.open_book)
            page.hit_wanted.connect(self._open_hit)
            page.query_changed.connect(self.desk.search)
            page.change_wanted.connect(self.shelving.alter)
            page.file_wanted.connect(self._find_again)
            page.folder_wanted.connect(self._show_folder)
            page.adding_wanted.connect(self._ask_for_folder)
            page.left.connect(self.stage.clear)
            page.arranged.connect(self._keep_arrangement)
        return self._page

    def show_page(self) -> None:
        """Shows the shelf in place of the text."""
        self.stage.show_page(self.page)
        self._window.actions_by_name["shelf"].setChecked(True)
        self.shelving.load()
        self.shelving.tell_open()
        self.page.show_catalogue(self.shelving.catalogue)
        self.page.begin()

    def stand_at_start(self) -> None:
        """Shows the shelf at the start of the program, over the text that is opened under it."""
        self._stays = True
        self.show_page()

    def search_everything(self) -> None:
        """Shows the shelf, ready to search all readings."""
        self.show_page()
        self.page.search_everything()

    def _switch(self, wanted: bool) -> None:
        if wanted:
            self.show_page()
        else:
            self.stage.clear()

    def _stage_cleared(self) -> None:
        self._stays = False
        self._window.actions_by_name["shelf"].setChecked(False)

    def _go_back_to_text(self, _: object) -> None:
        """Somebody goes to a place in the text, which is to be seen for that."""
        if not self._stays:
            self.stage.clear()

    def _keep_arrangement(self) -> None:
        self._settings.keep_list(_LIST, self.page.order.value, self.page.as_list.isChecked())

    def _catalogue_changed(self, catalogue: Catalogue) -> None:
        if self._page is not None and self.stage.is_on:
            self._page.show_catalogue(catalogue)
            job = self._jobs.run("", Missing(catalogue.standing))
            job.succeeded.connect(self._page.show_missing)
            job.failed.connect(unexpected)

    # -- opening

    def open_book(self, identity: str) -> None:
        """Opens a reading from where its file lies; where it lies nowhere, it is looked for."""
        book = self.shelving.catalogue.books.get(identity)
        if book is None:
            return
        if identity == self.shelving.identity:
            self.stage.clear()
            self._arrival.arrive()
            return
        path = next((path for path in map(Path, book.paths) if path.is_file()), None)
        if path is None:
            self._find_again((book,))
        else:
            self._stays = False
            self._opening.open(path)

    def _open_hit(self, hit: Hit) -> None:
        is_entry = hit.sort == "entry"
        words = self.page.field.text()
        self._arrival.want(start=hit.start, words=words, heading=hit.heading if is_entry else "")
        self.open_book(hit.identity)

    def open_elsewhere(self, other: Elsewhere) -> None:
        """Opens another reading with the entry of that name in focus."""
        self._arrival.want(heading=other.heading)
        self.open_book(other.identity)

    def _text_opened(self, path: Path) -> None:
        self.shelving.begin(path, self._opening.pictures)
        if self._stays:
            self._stays = False
        else:
            self.stage.clear()
        self._arrival.arrive()

    def _arrival_failed(self, _: object) -> None:
        self._arrival.forget()

    def _show_folder(self, book: Book) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(book.path).parent)))

    def _make_cover(self, book: Book) -> None:
        document = self._reading.document
        self.covers.make(book.identity, self._opening.pictures, document.cover)

    # -- folders of books

    def _ask_for_folder(self) -> None:
        prompt = self.tr("Add the books in this folder and all below it")
        folder = QFileDialog.getExistingDirectory(self._window, prompt)
        if folder:
            self.add_folder(Path(folder))

    def add_folder(self, folder: Path) -> None:
        """Reads the books of a folder in, in the background."""
        self.folders.add(folder, folders_of(self._settings))

    def _go_on_reading(self) -> None:
        """Once the first text is there, what was left of folders at the last end is read on."""
        self._opening.finished.disconnect(self._go_on_reading)
        self.folders.go_on(folders_of(self._settings))

    def _book_arrived(self, identity: str) -> None:
        self.covers.forget(identity)
        self._reading.elsewhere.forget()

    def _tell_of_folder(self, sentence: str, failed: tuple[str, ...]) -> None:
        self._window.notice.tell(sentence, failed, is_warning=bool(failed))

    # -- files that are not where they were

    def _find_again(self, books: tuple[Book, ...]) -> None:
        self._sought = books
        folders = folders_round(self.shelving.catalogue.standing)
        self._seek(folders, self._found_in_folders)

    def _seek(self, folders: tuple[Path, ...], then: object) -> None:
        title = self.tr("Looking for %1").replace("%1", title_of(self._sought[0]))
        job = self._jobs.run(title, FindAgain(self._sought, folders))
        job.succeeded.connect(then)
        job.failed.connect(unexpected)
        self.started.emit(job)

    def _found_in_folders(self, found: dict[str, Path]) -> None:
        """Where it lies beside no other book, the reader is asked where else to look."""
        if self._take_found(found):
            return
        prompt = self.tr("Look for “%1” in").replace("%1", title_of(self._sought[0]))
        folder = QFileDialog.getExistingDirectory(self._window, prompt)
        if folder:
            self._seek((Path(folder),), self._found_in_chosen)

    def _found_in_chosen(self, found: dict[str, Path]) -> None:
        if not self._take_found(found):
            words = self.tr("No file in this folder is that of “%1”.")
            self._window.notice.tell(words.replace("%1", title_of(self._sought[0])), is_warning=False)

    def _take_found(self, found: dict[str, Path]) -> bool:
        """Takes the new places; a single reading that was found is opened."""
        if found:
            places = {identity: str(path) for identity, path in found.items()}
            self.shelving.alter(found_at(places, now()))
            if len(self._sought) == 1:
                self.open_book(self._sought[0].identity)
        return bool(found)

    # -- the index

    def _companion_changed(self, _: Companion) -> None:
        """Also a companion without entries: the words of its text can be sought all the same."""
        if self.shelving.identity:
            self._settled.start()

    def _index(self) -> None:
        identity, reading = self.shelving.identity, self._reading
        if identity:
            self.desk.put(identity, reading.whole, reading.bookmarks)

    def _text_left(self, _: Document) -> None:
        self._settled.stop()

    def _show_hits(self, query: str, hits: list[Hit]) -> None:
        if self._page is not None:
            books = self.shelving.catalogue.books
            there = [hit for hit in hits if hit.identity in books and not books[hit.identity].is_taken_off]
            self._page.show_hits(query, there)

    def _ask_elsewhere(self, entry: Entry) -> None:
        names = (entry.heading, *(alias.text for alias in entry.aliases if " " in alias.text.strip()))
        self.desk.ask_elsewhere(Asked(self.shelving.identity, entry.id, entry.kind, names))

    def _tell_elsewhere(self, asked: Asked, others: list[Elsewhere]) -> None:
        if asked.identity == self.shelving.identity:
            self._reading.elsewhere.answer(asked.entry, others)

    # -- the end

    def finish(self) -> None:
        """Writes down how far the open text is read, and waits for what is under way."""
        self._settled.stop()
        self.shelving.finish()
        self.folders.finish()
        for part in (self._jobs, self.covers, self.desk):
            part.finish()
