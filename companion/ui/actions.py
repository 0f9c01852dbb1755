"""Actions: every command of the window once, with its words, its keys and its icon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from companion.ui.looks.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look

Keys = QKeySequence.StandardKey


class Command(NamedTuple):
    """One thing that the reader can do: a name for code, words for her, keys, an icon.

    A key is a standard one, which each system spells in its own way, or written out.
    """

    name: str
    words: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str = ""
    is_switch: bool = False


_ON_NO_KEYBOARD = re.compile(r".*\bF(1[3-9]|[23]\d)")
"""Qt's standard keys name some of old workstations, which would only puzzle whoever reads the list."""


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:
    """Gives `words` back; Qt's tools know by this name what is to be translated. (Qt's own has no type.)"""
    return words


COMMANDS: dict[str, tuple[Command | None, ...]] = {
    QT_TRANSLATE_NOOP("Actions", "&File"): (
        Command("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), (Keys.Open,), "open"),
        Command("shelf", QT_TRANSLATE_NOOP("Actions", "S&helf"), ("Ctrl+Shift+S",), "", True),
        Command("search_shelf", QT_TRANSLATE_NOOP("Actions", "Search &all readings…"), ("Ctrl+Shift+A",)),
        Command("add_folder", QT_TRANSLATE_NOOP("Actions", "Add a &folder of books…")),
        Command("open_companion", QT_TRANSLATE_NOOP("Actions", "Open a &companion file…"), ("Ctrl+Shift+O",)),
        Command("save_companion", QT_TRANSLATE_NOOP("Actions", "Sa&ve the companion as a file…")),
        Command("lay_over", QT_TRANSLATE_NOOP("Actions", "&Lay a companion file over this one…")),
        Command("import_marks", QT_TRANSLATE_NOOP("Actions", "&Import marks…")),
        Command("export", QT_TRANSLATE_NOOP("Actions", "E&xport…")),
        Command("reload", QT_TRANSLATE_NOOP("Actions", "&Read again"), (Keys.Refresh, "Ctrl+R")),
        Command("encoding", QT_TRANSLATE_NOOP("Actions", "&Encoding…")),
        None,
        Command("earlier_notes", QT_TRANSLATE_NOOP("Actions", "Earlier states of your &notes…")),
        None,
        Command("print", QT_TRANSLATE_NOOP("Actions", "Print &summary…"), (Keys.Print,), "print"),
        None,
        Command("close", QT_TRANSLATE_NOOP("Actions", "&Close the window"), (Keys.Close,)),
        Command("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
    ),
    QT_TRANSLATE_NOOP("Actions", "&Edit"): (
        Command("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), (Keys.Undo,)),
        Command("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), (Keys.Redo,)),
        None,
        Command("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), (Keys.Copy,)),
        Command("copy_cited", QT_TRANSLATE_NOOP("Actions", "Copy with where it &stands"), ("Ctrl+Shift+C",)),
        Command("copy_passages", QT_TRANSLATE_NOOP("Actions", "Copy the passages &of the focus")),
        Command("select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), (Keys.SelectAll,)),
        Command(
            "bookmark",
            QT_TRANSLATE_NOOP("Actions", "Set or remove a &bookmark"),
            ("Ctrl+D", "Ctrl+B"),
            "bookmark",
        ),
        None,
        Command("highlight_a", QT_TRANSLATE_NOOP("Actions", "&Highlight amber, A"), ("1",)),
        Command("highlight_b", QT_TRANSLATE_NOOP("Actions", "Highlight green, B"), ("2",)),
        Command("highlight_c", QT_TRANSLATE_NOOP("Actions", "Highlight blue, C"), ("3",)),
        Command("highlight_d", QT_TRANSLATE_NOOP("Actions", "Highlight rose, D"), ("4",)),
        Command("highlight", QT_TRANSLATE_NOOP("Actions", "Highlight in the colour used last"), ("H",)),
        Command("underline", QT_TRANSLATE_NOOP("Actions", "Underl&ine"), ("U",)),
        Command("note", QT_TRANSLATE_NOOP("Actions", "Note on these wor&ds"), ("M",)),
        Command("note_on_entry", QT_TRANSLATE_NOOP("Actions", "Note on the entry in focus"), ("Shift+M",)),
        Command("note_on_text", QT_TRANSLATE_NOOP("Actions", "Note on the &whole text"), ("Ctrl+Shift+M",)),
        None,
        Command("edit_entry", QT_TRANSLATE_NOOP("Actions", "Edit the entr&y"), ("Ctrl+E",)),
        Command("mend_here", QT_TRANSLATE_NOOP("Actions", "&Mend what is named here…"), ("Ctrl+Shift+E",)),
        Command("entry_table", QT_TRANSLATE_NOOP("Actions", "&Table of all entries"), ("Ctrl+5",)),
        None,
        Command("find", QT_TRANSLATE_NOOP("Actions", "&Find…"), (Keys.Find, "/"), "search"),
        Command("find_next", QT_TRANSLATE_NOOP("Actions", "Find &next"), (Keys.FindNext,)),
        Command("find_previous", QT_TRANSLATE_NOOP("Actions", "Find &previous"), (Keys.FindPrevious,)),
        None,
        Command("preferences", QT_TRANSLATE_NOOP("Actions", "Pr&eferences…"), ("Ctrl+,",)),
    ),
    QT_TRANSLATE_NOOP("Actions", "&View"): (
        Command("zoom_in", QT_TRANSLATE_NOOP("Actions", "&Larger type"), (Keys.ZoomIn, "Ctrl+="), "zoom-in"),
        Command("zoom_out", QT_TRANSLATE_NOOP("Actions", "&Smaller type"), (Keys.ZoomOut,), "zoom-out"),
        Command("zoom_usual", QT_TRANSLATE_NOOP("Actions", "&Usual type"), ("Ctrl+0",)),
        None,
        Command("mark_terms", QT_TRANSLATE_NOOP("Actions", "Mark &terms"), ("Alt+Shift+1",), "", True),
        Command("mark_people", QT_TRANSLATE_NOOP("Actions", "Mark &people"), ("Alt+Shift+2",), "", True),
        Command("mark_events", QT_TRANSLATE_NOOP("Actions", "Mark &dates"), ("Alt+Shift+3",), "", True),
        Command(
            "first_in_section",
            QT_TRANSLATE_NOOP("Actions", "Mark only the &first in each section"),
            ("Alt+Shift+4",),
            "",
            True,
        ),
        None,
        Command("guard", QT_TRANSLATE_NOOP("Actions", "Spoiler &guard"), ("Ctrl+Shift+H",), "", True),
        Command("read_to_here", QT_TRANSLATE_NOOP("Actions", "I have read as far as &here"), ("Ctrl+H",)),
        None,
        Command(
            "add_found", QT_TRANSLATE_NOOP("Actions", "&Add what was found"), ("Ctrl+Shift+F",), "", True
        ),
        Command(
            "show_doubtful",
            QT_TRANSLATE_NOOP("Actions", "Show doubtful &entries"),
            ("Ctrl+Shift+U",),
            "",
            True,
        ),
        None,
        Command("panels", QT_TRANSLATE_NOOP("Actions", "Hide all pa&nels"), ("F9",), "panel-left", True),
        Command("panel_contents", QT_TRANSLATE_NOOP("Actions", "Contents"), ("Ctrl+T",), "", True),
        Command("panel_search", QT_TRANSLATE_NOOP("Actions", "Search"), (), "", True),
        Command("panel_passages", QT_TRANSLATE_NOOP("Actions", "Passages"), ("Ctrl+4",), "", True),
        Command("panel_bookmarks", QT_TRANSLATE_NOOP("Actions", "Marks"), ("Ctrl+Shift+B",), "", True),
        Command("panel_glossary", QT_TRANSLATE_NOOP("Actions", "Glossary"), ("Ctrl+1",), "", True),
        Command("panel_people", QT_TRANSLATE_NOOP("Actions", "People"), ("Ctrl+2",), "", True),
        Command("panel_timeline", QT_TRANSLATE_NOOP("Actions", "Timeline"), ("Ctrl+3",), "", True),
        Command("full_screen", QT_TRANSLATE_NOOP("Actions", "Full s&creen"), ("F11",), "", True),
        Command("only_text", QT_TRANSLATE_NOOP("Actions", "N&othing but the text"), ("Shift+F11",), "", True),
        Command("usual_layout", QT_TRANSLATE_NOOP("Actions", "Put the panels &back in their places")),
    ),
    QT_TRANSLATE_NOOP("Actions", "&Go"): (
        Command("back", QT_TRANSLATE_NOOP("Actions", "&Back"), (Keys.Back,), "back"),
        Command("forward", QT_TRANSLATE_NOOP("Actions", "&Forward"), (Keys.Forward,), "forward"),
        None,
        Command("next_passage", QT_TRANSLATE_NOOP("Actions", "&Next passage"), ("N", "F4"), "down"),
        Command(
            "previous_passage",
            QT_TRANSLATE_NOOP("Actions", "&Previous passage"),
            ("Shift+N", "Shift+F4"),
            "up",
        ),
        Command("release", QT_TRANSLATE_NOOP("Actions", "C&lear the focus")),
        None,
        Command("next_bookmark", QT_TRANSLATE_NOOP("Actions", "Next mar&k"), ("B",)),
        Command("previous_bookmark", QT_TRANSLATE_NOOP("Actions", "Previous m&ark"), ("Shift+B",)),
        None,
        Command("next_section", QT_TRANSLATE_NOOP("Actions", "Next &section"), ("Ctrl+PgDown",)),
        Command("previous_section", QT_TRANSLATE_NOOP("Actions", "Pre&vious section"), ("Ctrl+PgUp",)),
        Command("start", QT_TRANSLATE_NOOP("Actions", "&Start of the text"), ("Ctrl+Home",)),
        Command("end", QT_TRANSLATE_NOOP("Actions", "&End of the text"), ("Ctrl+End",)),
        None,
        Command("go_to", QT_TRANSLATE_NOOP("Actions", "&Go to…"), ("Ctrl+L",)),
        Command("palette", QT_TRANSLATE_NOOP("Actions", "Find &anything…"), ("Ctrl+Shift+P",)),
        None,
        Command("next_region", QT_TRANSLATE_NOOP("Actions", "Next &panel"), ("F6",)),
        Command("previous_region", QT_TRANSLATE_NOOP("Actions", "Previous pane&l"), ("Shift+F6",)),
    ),
    QT_TRANSLATE_NOOP("Actions", "&Help"): (
        Command("help", QT_TRANSLATE_NOOP("Actions", "&Help"), (Keys.HelpContents,)),
        Command("bundled", QT_TRANSLATE_NOOP("Actions", "Open the &sample reading")),
        Command("companion_format", QT_TRANSLATE_NOOP("Actions", "How a &companion file is written")),
        Command("keys", QT_TRANSLATE_NOOP("Actions", "&Keys…"), ("Ctrl+?",)),
        Command("about", QT_TRANSLATE_NOOP("Actions", "&About")),
    ),
}
"""The menus in their order; None is a line between groups. Those of the panels belong to their docks."""

PANEL = "panel_"
"""Begins the name of each command that shows and hides a panel."""


class Actions:
    """A QAction for every command, by name. They belong to the window, or to the dock of a panel."""

    def __init__(self, window: QWidget, look: Look) -> None:
        self._look = look
        self._commands = {c.name: c for menu in COMMANDS.values() for c in menu if c is not None}
        self._actions = {
            name: self._make(command, window)
            for name, command in self._commands.items()
            if not name.startswith(PANEL)
        }
        for name in self._actions:
            self.set_keys(name, self.usual_keys(name))

    def adopt(self, panels: Mapping[str, QAction]) -> None:
        """Takes in the switches of the panels, by the panels' names; an unknown one has no keys."""
        for panel, action in panels.items():
            command = self._commands.setdefault(f"{PANEL}{panel}", Command(f"{PANEL}{panel}", action.text()))
            action.setObjectName(command.name)
            self._actions[command.name] = action
            self.set_keys(command.name, self.usual_keys(command.name))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def usual_keys(self, name: str) -> list[QKeySequence]:
        """The keys of a command as long as the reader has not chosen others."""
        found: list[QKeySequence] = []
        for key in self._commands[name].keys:
            found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        return [key for key in dict.fromkeys(found) if not _ON_NO_KEYBOARD.fullmatch(key.toString())]

    def set_keys(self, name: str, keys: Sequence[QKeySequence]) -> None:
        """Gives a command these keys, and tells the first of them in its tooltip."""
        action = self._actions[name]
        action.setShortcuts(list(keys))
        plain = plain_words(action.text())
        first = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({first})" if first else plain)

    def colour(self) -> None:
        """Draws the icons in the colours of the theme."""
        for name, command in self._commands.items():
            if command.icon:
                self._actions[name].setIcon(icon(command.icon, self._look))

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(QCoreApplication.translate("Actions", command.words), window)
        action.setObjectName(command.name)
        action.setCheckable(command.is_switch)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setIconVisibleInMenu(False)
        return action


def plain_words(words: str) -> str:
    """The words of an action as a sentence has them: without the sign before the letter that Alt takes."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
