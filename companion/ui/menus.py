"""Menus: the menu bar, made from the table of actions, with the panels and the themes among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from companion.ui.actions import COMMANDS, PANEL
from companion.ui.look import SYSTEM
from companion.ui.theme_words import theme_choices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow, QMenu

    from companion.ui.actions import Actions
    from companion.ui.look import Look


class Menus(QObject):
    """The menus that change while the window is open.

    Signals:
        recent_chosen(str): a text that was opened before is wanted again; its path.
        recent_cleared(): the list of texts that were opened is to be forgotten.
    """

    recent_chosen = Signal(str)
    recent_cleared = Signal()

    def __init__(self, recent: QMenu, themes: QMenu, look: Look, window: QMainWindow) -> None:
        super().__init__(window)
        self._recent, self._look = recent, look
        self._themes = QActionGroup(self)
        for name, words in theme_choices():
            action = themes.addAction(words)
            action.setData(name)
            action.setCheckable(True)
            self._themes.addAction(action)
            if name == SYSTEM:
                themes.addSeparator()
        self._themes.triggered.connect(self._choose_theme)
        look.changed.connect(self._follow_look)
        recent.triggered.connect(self._choose_recent)
        self._follow_look()
        self.show_recent([])

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Lists the texts that were opened last, with the folder of each."""
        self._recent.clear()
        self._recent.setEnabled(bool(paths))
        for path in paths:
            words = f"{path.name}  —  {path.parent}".replace("&", "&&")
            self._recent.addAction(words).setData(str(path))
        self._recent.addSeparator()
        self._recent.addAction(QCoreApplication.translate("Menus", "Forget these")).setData("")

    def _choose_recent(self, action: QAction) -> None:
        path = str(action.data())
        if path:
            self.recent_chosen.emit(path)
        else:
            self.recent_cleared.emit()

    def _choose_theme(self, action: QAction) -> None:
        self._look.set_theme(str(action.data()))

    def _follow_look(self) -> None:
        for action in self._themes.actions():
            action.setChecked(action.data() == self._look.choice)


def build_menus(window: QMainWindow, actions: Actions, look: Look) -> Menus:
    """Fills the window's menu bar; what is given back keeps the changing menus up to date."""
    recent = themes = None
    for title, commands in COMMANDS.items():
        menu = window.menuBar().addMenu(QCoreApplication.translate("Actions", title))
        for command in commands:
            if command is None:
                menu.addSeparator()
                continue
            if command.name.startswith(PANEL):
                continue
            menu.addAction(actions[command.name])
            if command.name == "open":
                recent = menu.addMenu(QCoreApplication.translate("Menus", "Open &recent"))
            if command.name == "zoom_usual":
                themes = menu.addMenu(QCoreApplication.translate("Menus", "T&heme"))
            if command.name == "panels":
                menu.addActions([action for action in actions if action.objectName().startswith(PANEL)])
    if recent is None or themes is None:
        raise LookupError("the table of actions has no place for recent texts or themes")
    return Menus(recent, themes, look, window)
