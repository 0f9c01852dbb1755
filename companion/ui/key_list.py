"""Key list: every action with its keys, and what keys do in the text, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from companion.ui.actions import COMMANDS, plain_words
from companion.ui.key_table import is_common, native

if TYPE_CHECKING:
    from companion.ui.actions import Actions


class KeyRow(NamedTuple):
    """What can be done and by which keys; `name` is the action's, empty where no action stands behind it."""

    name: str
    words: str
    keys: str


class KeyGroup(NamedTuple):
    """A menu, or a part of the window, with what can be done in it."""

    title: str
    rows: tuple[KeyRow, ...]


def _translated(words: str) -> str:
    return QCoreApplication.translate("KeyList", words)


def key_groups(actions: Actions) -> list[KeyGroup]:
    """All actions by menu with the keys they have now, and the keys of the text, which never change."""
    groups = []
    for title, commands in COMMANDS.items():
        rows = tuple(
            KeyRow(
                command.name, plain_words(actions[command.name].text()), keys_in_words(actions, command.name)
            )
            for command in commands
            if command is not None and command.name in actions
        )
        groups.append(KeyGroup(plain_words(QCoreApplication.translate("Actions", title)), rows))
    return [*groups, *fixed_groups()]


def keys_in_words(actions: Actions, name: str) -> str:
    """The keys of an action as this system writes them: ``"Ctrl+F, /"``.

    Those that only some keyboards have (“Open”, “Zoom In”) are not told besides others.
    """
    keys = actions[name].shortcuts()
    return ", ".join(map(native, [key for key in keys if is_common(key)] or keys))


def fixed_groups() -> list[KeyGroup]:
    """What keys do that belong to no action."""
    in_text = (
        (_translated("Next name, name before"), "Tab, Shift+Tab"),
        (_translated("Put the name in focus"), _translated("Enter, or click")),
        (_translated("Add a second name to the focus"), _translated("Ctrl+Enter, or Ctrl+click")),
        (_translated("Go into the card of a name"), "Alt+Down"),
        (_translated("A page on, a page back"), _translated("Space, Shift+Space")),
        (_translated("Select"), _translated("Shift with arrow keys, Home, End, PgUp, PgDn")),
        (_translated("Close the card, let go of the focus"), "Esc"),
    )
    in_lists = (
        (_translated("Up and down"), _translated("arrow keys, PgUp, PgDn")),
        (_translated("Choose"), _translated("Enter, or click")),
        (_translated("From the field to its list"), _translated("Down")),
        (_translated("Empty the field"), "Esc"),
    )
    return [
        KeyGroup(title, tuple(KeyRow("", words, keys) for words, keys in rows))
        for title, rows in ((_translated("In the text"), in_text), (_translated("In lists"), in_lists))
    ]
