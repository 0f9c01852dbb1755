"""File choice: which text or companion is to be opened: chosen in a dialog, dropped, or opened lately."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from companion.readers.process.spare import Spare
    from companion.ui.program.opening import Opening
    from companion.ui.program.settings import Settings
    from companion.ui.window import Window


class FileChoice(QObject):
    """Opens what is chosen at the window; `spare` gets ready to read while she chooses."""

    def __init__(self, window: Window, opening: Opening, settings: Settings, spare: Spare) -> None:
        super().__init__(window)
        self._window, self._opening, self._settings, self._spare = window, opening, settings, spare
        window.files_dropped.connect(self._open_dropped)
        window.menus.recent_chosen.connect(self._open_recent)
        window.menus.recent_cleared.connect(self._clear_recent)
        window.actions_by_name["open"].triggered.connect(self._ask_for_text)
        window.actions_by_name["open_companion"].triggered.connect(self._ask_for_companion)

    def _open_dropped(self, files: list[str]) -> None:
        """Opens what was dropped: a text, a companion for the open text, or both together."""
        paths = [Path(file) for file in files]
        companions = [path for path in paths if path.suffix.lower() in (".yaml", ".yml")]
        texts = [path for path in paths if path not in companions]
        for text in texts[1:]:
            self._settings.remember_opened(text)
        if texts:
            self._opening.open(texts[0], companions[0] if companions else None)
        elif companions:
            self._opening.open_companion(companions[0])

    def _open_recent(self, path: str) -> None:
        self._opening.open(Path(path))

    def _clear_recent(self) -> None:
        self._settings.clear_recent()
        self._window.menus.show_recent([])

    def _ask_for_text(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        self._spare.make_ready()  # it gets ready while she chooses; otherwise it would only take memory
        file, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a text"),
            self._folder(),
            self.tr(
                "Books and texts (*.epub *.fb2 *.docx *.pdf *.html *.htm *.xhtml *.txt *.text *.md "
                "*.markdown);;All files (*)"
            ),
        )
        if file:
            self._opening.open(Path(file))

    def _ask_for_companion(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        file, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a companion file"),
            self._folder(),
            self.tr("Companion files (*.yaml *.yml)"),
        )
        if file:
            self._opening.open_companion(Path(file))

    def _folder(self) -> str:
        """Where choosing begins."""
        return str(self._opening.path.parent) if self._opening.path else ""
