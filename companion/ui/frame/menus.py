"""Menus: the menu bar, made from the table of actions, with the panels and the themes among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from companion.ui.actions import COMMANDS, PANEL
from companion.ui.looks.look import SYSTEM
from companion.ui.looks.theme_words import theme_choices
from companion.ui.program.language import SYSTEM as LANGUAGE_OF_SYSTEM
from companion.ui.program.language import language_choices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow, QMenu

    from companion.ui.actions import Actions
    from companion.ui.looks.look import Look


class Menus(QObject):
    """The menus that change while the window is open.

    Signals:
        recent_chosen(str): a text that was opened before is wanted again; its path.
        recent_cleared(): the list of texts that were opened is to be forgotten.
        language_chosen(str): the interface is to speak another language; its tag, empty for the system's.
    """

    recent_chosen = Signal(str)
    recent_cleared = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, recent: QMenu, themes: QMenu, languages: QMenu, look: Look, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._recent, self._look = recent, look
        self._themes = self._one_of(themes, theme_choices(), SYSTEM)
        self._themes.triggered.connect(self._choose_theme)
        self._languages = self._one_of(languages, language_choices(), LANGUAGE_OF_SYSTEM)
        self._languages.triggered.connect(self._choose_language)
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

    def show_language(self, choice: str) -> None:
        """Checks the language that was chosen; the system's for one that is not there."""
        actions = {action.data(): action for action in self._languages.actions()}
        actions.get(choice, actions[LANGUAGE_OF_SYSTEM]).setChecked(True)

    def _one_of(self, menu: QMenu, choices: list[tuple[str, str]], of_system: str) -> QActionGroup:
        """Fills a menu of which one action is checked; that of the system stands apart."""
        group = QActionGroup(self)
        for name, words in choices:
            action = menu.addAction(words)
            action.setData(name)
            action.setCheckable(True)
            group.addAction(action)
            if name == of_system:
                menu.addSeparator()
        return group

    def _choose_language(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))

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
    recent = themes = languages = None
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
                languages = menu.addMenu(QCoreApplication.translate("Menus", "Lan&guage"))
            if command.name == "panels":
                menu.addActions([action for action in actions if action.objectName().startswith(PANEL)])
    if recent is None or themes is None or languages is None:
        raise LookupError("the table of actions has no place for recent texts, themes or languages")
    return Menus(recent, themes, languages, look, window)
