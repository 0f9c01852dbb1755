"""Session: a window with a reading in it, what is opened there, and what the reader is told of that."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from companion import resources
from companion.texts import Texts, usual_folder
from companion.ui.bookmarks.keeping import Keeper
from companion.ui.bookmarks.notes_notice import NotesNotice
from companion.ui.file_choice import FileChoice
from companion.ui.found_actions import FoundActions
from companion.ui.frame.afterwards import Afterwards, Part
from companion.ui.looks.look import Look
from companion.ui.program.first_paint import FirstPaint
from companion.ui.program.jobs import Jobs
from companion.ui.program.layers import Layers
from companion.ui.program.opening import Opening
from companion.ui.program.providing import Providing
from companion.ui.program.settings import Settings
from companion.ui.program.sighting import Sighting
from companion.ui.reading import Reading
from companion.ui.side_windows import SideWindows
from companion.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from companion.core.companion import Companion
    from companion.core.message import Message
    from companion.ui.bench.companion_files import CompanionFiles
    from companion.ui.exchange.exchange_actions import ExchangeActions
    from companion.ui.finding.encodings import EncodingActions
    from companion.ui.program.jobs import Work
    from companion.ui.program.knowing_ahead import KnowingAhead
    from companion.ui.program.long_copies import LongCopies
    from companion.ui.program.one_instance import Request
    from companion.ui.program.opening_work import Begun, Failure
    from companion.ui.shelf.shelf import Shelf


def bundled_reading() -> Path:
    """The reading that comes with the program; its companion lies beside it."""
    return resources.path("readings") / "albania.md"


def reading_at_start(settings: Settings) -> Path:
    """What is opened if nothing is asked for: the last reading; where none is there, the bundled one."""
    last = settings.last
    return last if last is not None and last.is_file() else bundled_reading()


_PAINT_MS, _PATIENCE_MS, _READING_MS, _BEGUN_MS = 20, 300, 1500, 60_000
"""The rest is made so soon after the names are marked, or so long after the text is there without any, or
else so long after the window was shown, or the beginning of a text, of which the panels would say that there
is none."""
_MOMENT_MS = 100
"""So long, at most, the window waits for a text that was read already."""
_LATER = ("knowing_ahead", "companion_files", "exchange", "encoding_actions", "shelf")
"""The parts that can wait until the window is complete, in the order in which they may be wanted."""


class Session(QObject):
    """A window with a reading in it, from opening to closing.

    With `in_stages` there is at first only what the page needs; all else comes when that is painted, or at
    once as somebody asks for it.
    """

    def __init__(self, texts: Texts | None = None, *, in_stages: bool = False) -> None:
        super().__init__()
        self.settings = Settings()
        self.texts = texts or Texts(usual_folder())
        self.look = Look(self, self.settings.theme, self.settings.type, self.settings.marks)
        self.reading = Reading(self)
        self.jobs = Jobs(self)
        self.keeper = Keeper(self.reading, self.settings)
        self.layers = Layers(self.reading, self.jobs)
        Sighting(self.reading, self.jobs)
        self.opening = Opening(self.reading, self.jobs, self.keeper, self.texts, self.layers)
        self.providing = Providing(self.reading, self.opening, self.layers, self.jobs, self.settings)
        self.window = Window(self.reading, self.look, self.settings, in_stages=True)
        self.window.reading_view.gallery.take_from(self.opening.open_pictures)
        FoundActions(self.layers, self.window.actions_by_name, self.window)
        self.notes_notice = NotesNotice(self.keeper, self.window.notice, self.window)
        self.keeper.kinship.bringing.connect(self.window.progress_line.follow)
        SideWindows(self.window, self.keeper, self.jobs)
        FileChoice(self.window, self.opening, self.settings, self.texts.spare)
        self.status = 0
        self._is_asked = self._is_standing_in = False
        self._trouble_lines = self._failed = ""
        self._offered: tuple[str, Callable[[], None]] | None = None
        self._connect()
        self.afterwards = Afterwards([*self.window.later(), *(Part(self, name) for name in _LATER)], self)
        if not in_stages:
            self.afterwards.complete()

    # -- what is made later

    @cached_property
    def knowing_ahead(self) -> KnowingAhead:
        """What finds out ahead what will be asked of a long companion."""
        from companion.ui.program.knowing_ahead import KnowingAhead

        return KnowingAhead(self.reading, self.jobs)

    @cached_property
    def companion_files(self) -> CompanionFiles:
        """What writes companions out and takes them in."""
        from companion.ui.bench.companion_files import CompanionFiles

        return CompanionFiles(self.window, self.opening, self.jobs)

    @cached_property
    def exchange(self) -> ExchangeActions:
        """What gives notes to other programs and takes theirs."""
        from companion.ui.exchange.exchange_actions import ExchangeActions

        return ExchangeActions(self.window, self.opening, self.jobs, self.companion_files)

    @cached_property
    def encoding_actions(self) -> EncodingActions:
        """What reads a plain text in another encoding."""
        from companion.ui.finding.encodings import EncodingActions

        window, palette = self.window, self.window.asking.palette
        return EncodingActions(self.reading, self.opening, window.actions_by_name, palette, window)

    @cached_property
    def shelf(self) -> Shelf:
        """All readings."""
        from companion.ui.shelf.shelf import Shelf

        return Shelf(self.window, self.opening, self.settings, self.texts)

    @cached_property
    def long_copies(self) -> LongCopies:
        """What copies so much that it takes a while."""
        from companion.ui.program.long_copies import LongCopies

        made = LongCopies(self.jobs, self)
        made.started.connect(self.window.progress_line.follow)
        return made

    def _connect(self) -> None:
        window, opening = self.window, self.opening
        self.look.changed.connect(self._keep_look)
        opening.started.connect(window.progress_line.follow)
        opening.text_begun.connect(self._text_begun)
        opening.text_forsaken.connect(self._text_forsaken)
        opening.text_opened.connect(self._text_opened)
        opening.text_failed.connect(self._text_failed)
        self.reading.companion_changed.connect(self._names_are_there)
        opening.companion_read.connect(self._companion_read)
        opening.companion_failed.connect(self._companion_failed)
        opening.text_changed.connect(self._text_changed)
        opening.companion_gone.connect(self._companion_gone)
        self.providing.building.started.connect(window.progress_line.follow)
        self.providing.building.failed.connect(self._search_failed)
        self.providing.remarked.connect(self._remark)
        window.notice.action_wanted.connect(self._act)
        self.keeper.kept.connect(window.keep_standing)
        window.closing.connect(self._close)
        window.long_copy_wanted.connect(self._copy_long)
        window.menus.language_chosen.connect(self._choose_language)
        for name, verb in {
            "reload": opening.read_again,
            "quit": window.close,
            "bundled": self.open_bundled,
        }.items():
            window.actions_by_name[name].triggered.connect(verb)

    def _keep_look(self) -> None:
        self.settings.keep_look(self.look.choice, self.look.type, self.look.marks)

    # -- opening

    def start(self, file: Path | None = None, companion: Path | None = None) -> None:
        """Shows the window with `file`, or the last reading, or at first the bundled one.

        Where the last reading is no longer there, the shelf shows the others.
        """
        self.window.restore()
        self.window.menus.show_recent(self.settings.recent)
        self.window.menus.show_language(self.settings.language)
        chosen = file or reading_at_start(self.settings)
        self._is_asked = file is not None
        is_there = self.texts.has_read_ahead
        self.opening.open(chosen.absolute(), companion.absolute() if companion else None)
        self.jobs.hold()
        self.window.show()
        FirstPaint(self.window.windowHandle(), _READING_MS, self).done.connect(self.jobs.go_on)
        if is_there:  # then it is shown before the system asks the window to paint, so that it paints once
            self.jobs.hear(_MOMENT_MS)
        self.afterwards.begin(_READING_MS)
        self.window.layout_of_panels.come_forward()
        self.window.activateWindow()  # without a window manager nobody else does it, and no key would work
        if file is None and self.settings.last not in (None, chosen):
            self.shelf.stand_at_start()

    def take(self, request: Request) -> None:
        """Comes to the front, with what another start of the program was asked to open."""
        window = self.window
        if request.token and QApplication.platformName().startswith("wayland"):
            os.environ["XDG_ACTIVATION_TOKEN"] = request.token  # Qt shows it when it asks for the front
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if request.file is not None:
            self._is_asked = True
            self.opening.open(request.file, request.companion)
        elif request.companion is not None:
            self.opening.open_companion(request.companion)

    def open_bundled(self) -> None:
        """Opens the reading that comes with the program."""
        self._is_standing_in = False
        self.opening.open(bundled_reading())

    def _choose_language(self, tag: str) -> None:
        self.settings.keep_language(tag)
        self.window.notice.tell(
            self.tr("The window speaks the other language from the next start on."), is_warning=False
        )

    def _names_are_there(self, companion: Companion) -> None:
        if len(companion.entries):
            self.afterwards.begin(_PAINT_MS)

    def _text_begun(self, begun: Begun) -> None:
        view = self.window.reading_view
        self.window.progress_line.stand()  # it would come anyway, and then take the last lines of the page
        view.show_beginning(begun.document, begun.place)
        view.viewport().repaint()
        self._make_the_rest(_BEGUN_MS)

    def _make_the_rest(self, milliseconds: int) -> None:
        """Completes the window after so long, or as soon as a hand is at it."""
        if not self.afterwards.is_finished:
            self.afterwards.watch(self.window.windowHandle())
            self.afterwards.begin(milliseconds)

    def _text_forsaken(self) -> None:
        self.window.reading_view.leave_beginning()
        self._make_the_rest(_PATIENCE_MS)

    def _text_opened(self, path: Path) -> None:
        self.window.reading_view.viewport().repaint()
        self._make_the_rest(_PATIENCE_MS)
        if path != bundled_reading():
            self._is_standing_in = False
        self.settings.keep_last(path)
        if resources.path() not in path.parents:
            self.settings.remember_opened(path)
            self.window.menus.show_recent(self.settings.recent)
        warnings = self.reading.document.warnings
        if warnings:
            self._remark(warnings)
        else:
            self._clear_notice()

    def _clear_notice(self) -> None:
        """Takes the notice away, unless what it says still holds."""
        if not self._is_standing_in and not self.notes_notice.is_standing:
            self.window.notice.clear()

    def _text_failed(self, failure: Failure) -> None:
        """Tells why; where nothing is open yet, the bundled reading stands in, and the notice stays."""
        self._failed = failure.sentence
        self.window.notice.tell(failure.sentence, failure.details)
        if self.opening.path is None and not self._is_standing_in:
            self._is_standing_in = True
            if self._is_asked:
                self.status = 1
                sys.stderr.write(f"{failure.sentence}\n")
            self.opening.open(bundled_reading())

    # -- companions

    def _companion_read(self, companion: Companion) -> None:
        notice = self.window.notice
        if companion.warnings and not self.reading.is_guarded:  # they name what comes later
            notice.tell(self._remarks(len(companion.warnings)), companion.warnings, is_warning=False)
        elif not notice.is_telling(self._failed):
            self._clear_notice()

    def _text_changed(self, path: Path) -> None:
        sentence = self.tr("%1 has changed since you opened it.").replace("%1", path.name)
        self._offer(sentence, self.tr("Read again"), self.opening.read_again)

    def _companion_gone(self, path: Path) -> None:
        words = self.tr("%1 is no longer there. What it said stays until you open another text.")
        self.window.notice.tell(words.replace("%1", path.name), is_warning=False)

    def _remarks(self, count: int) -> str:
        if count == 1:
            return self.tr("There is one remark on the companion of this text.")
        return self.tr("There are %1 remarks on the companion of this text.").replace("%1", str(count))

    def _companion_failed(self, failure: Failure) -> None:
        self.window.notice.tell(failure.sentence, failure.details)

    def _search_failed(self, sentence: str) -> None:
        self._offer(sentence, self.tr("Try again"), self.providing.building.again)

    def _remark(self, remarks: Sequence[Message]) -> None:
        """Tells what is to be known of the text, below what is told of it already."""
        of_text = self.reading.document.warnings
        if of_text and self.window.notice.is_telling(of_text[0]):
            remarks = [*of_text, *(remark for remark in remarks if remark not in of_text)]
        if remarks[0] in of_text and self._is_encoding_guessed():
            self._offer(remarks[0], self.tr("Choose another"), self.encoding_actions.ask, remarks[1:])
        else:
            self.window.notice.tell(remarks[0], remarks[1:], is_warning=False)

    def _is_encoding_guessed(self) -> bool:
        encoding = self.reading.document.encoding
        return bool(encoding) and not encoding.startswith("utf") and not self.opening.encoding

    # -- the end, and what goes wrong

    def _copy_long(self, work: Work) -> None:
        self.long_copies.copy(work)

    def _close(self, event: QCloseEvent) -> None:
        self.notes_notice.close(event)
        if event.isAccepted():
            self.end()

    def end(self) -> None:
        """Stops what is under way; the window has written down where it stood."""
        self.afterwards.leave()
        self.keeper.finish()
        if "shelf" in self.__dict__:
            self.shelf.finish()
        self.providing.finish()
        self.jobs.finish()
        self.window.reading_view.gallery.finish()
        self.opening.finish()
        self.texts.end()

    def tell_of_trouble(self, lines: list[str]) -> None:
        """Tells of an error that nobody expected; it is in the log, and reading goes on."""
        self._trouble_lines = "\n".join(lines)
        sentence = self.tr(
            "Something went wrong inside the program. What you have done is kept; you can read on."
        )
        self._offer(sentence, self.tr("Copy details"), self._copy_trouble, lines)

    def _offer(self, sentence: str, action: str, verb: Callable[[], None], lines: Sequence[str] = ()) -> None:
        """Shows a notice with a button that does `verb`, as long as that notice stands."""
        self._offered = (sentence, verb)
        self.window.notice.tell(sentence, lines, is_warning=bool(lines), action=action)

    def _act(self) -> None:
        if self._offered is not None and self.window.notice.is_telling(self._offered[0]):
            self._offered[1]()

    def _copy_trouble(self) -> None:
        if not self.notes_notice.is_standing:
            QApplication.clipboard().setText(self._trouble_lines)
