"""Side windows: help, keys, what the program is, printing and earlier notes, opened over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from companion import __version__
from companion.ui.program.jobs import unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.bookmarks.keeping import Keeper
    from companion.ui.help.help_view import HelpView
    from companion.ui.print.print_choices import Choices
    from companion.ui.program.jobs import Jobs
    from companion.ui.window import Window

_WIDTH_OF_ABOUT = 360
"""Pixels for what is said of the program."""


class SideWindows(QObject):
    """Opens what stands beside the text for a while, by the window's actions; nothing is loaded before."""

    def __init__(self, window: Window, keeper: Keeper, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._keeper, self._jobs = window, keeper, jobs
        self._page: str | None = None
        self._can_read_help = False
        self._choices: Choices | None = None
        for name, verb in {
            "print": self._print,
            "earlier_notes": self._show_earlier_notes,
            "help": self._show_help,
            "companion_format": self._show_format,
            "keys": self._show_keys,
            "about": self._show_about,
        }.items():
            window.actions_by_name[name].triggered.connect(verb)

    # -- paper

    def _print(self) -> None:
        from companion.ui.print.print_choices import Choices
        from companion.ui.print.print_dialog import PrintDialog

        window = self._window
        self._choices = self._choices or Choices()
        PrintDialog(window.reading, window.look, self._choices, self._jobs, window).open()

    def _show_earlier_notes(self) -> None:
        from companion.ui.bookmarks.earlier_notes import EarlierNotes

        window = self._window
        found = window.findChild(EarlierNotes)
        shown = (
            found if found is not None else EarlierNotes(self._keeper, window.reading, window.look, window)
        )
        shown.show_over()

    # -- help

    def _show_help(self) -> None:
        self._open_help(self._window.page_of_help())

    def _show_format(self) -> None:
        self._open_help("companion-file")

    def _open_help(self, page: str) -> None:
        """Shows that page, as soon as there is what reads it: to load that takes longer than all else."""
        if self._can_read_help:
            self._help_view().show_page(page)
            return
        is_under_way, self._page = self._page is not None, page
        if not is_under_way:
            job = self._jobs.run("", _load_what_reads_help)
            job.succeeded.connect(self._help_is_readable)
            job.failed.connect(unexpected)

    def _help_is_readable(self, _: None) -> None:
        self._can_read_help = True
        page, self._page = self._page, None
        self._open_help(page or "")

    def _help_view(self) -> HelpView:
        from companion.ui.help.help_view import HelpView

        window = self._window
        found = window.findChild(HelpView)
        return found if found is not None else HelpView(window.actions_by_name, window.look, window)

    def _show_keys(self) -> None:
        from companion.ui.help.key_settings import KeySettings

        window = self._window
        KeySettings(window.actions_by_name, window.key_table, window.look, window).show_over()

    def _show_about(self) -> None:
        from PySide6.QtWidgets import QLabel, QMessageBox

        from companion.ui.parts.push_button import PushButton

        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"Reading Companion {__version__}")
        box.setInformativeText(
            self.tr(
                "A text with its glossary, people and timeline, all linked. Works offline. MIT licence; "
                "the text font Source Serif is under the SIL Open Font Licence, Qt under the LGPL."
            )
        )
        box.setIconPixmap(self._window.windowIcon().pixmap(48))
        box.addButton(PushButton(self.tr("Close"), box), QMessageBox.ButtonRole.RejectRole)
        for words in box.findChildren(QLabel):
            if words.text() == box.informativeText():
                words.setMinimumWidth(_WIDTH_OF_ABOUT)  # Qt's is no wider than the line above it
        box.open()


def _load_what_reads_help(_: Callable[[float], None]) -> None:
    """Work for a thread: Python keeps what it has loaded."""
    from companion.readers import read_text

    read_text("", "markdown", "")
