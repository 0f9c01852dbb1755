"""Key list: every action with its keys, and what keys do in the text, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from companion.core.direction import isolated
from companion.ui.actions import COMMANDS, plain_words
from companion.ui.help.key_table import is_common, native
from companion.ui.program.language import translated

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


def keys_in_words(actions: Actions, name: str, *, apart: bool = False) -> str:
    """The keys of an action as this system writes them: ``"Ctrl+F, /"``.

    Those that only some keyboards have (“Open”, “Zoom In”) are not told besides others. With `apart` each
    runs from left to right wherever it stands.
    """
    keys = actions[name].shortcuts()
    common = [key for key in keys if is_common(key)] or keys
    return ", ".join(isolated(native(key)) if apart else native(key) for key in common)


def fixed_groups() -> list[KeyGroup]:
    """What keys do that belong to no action."""
    in_text = (
        (translated("Next name, name before"), "Tab, Shift+Tab"),
        (translated("Put the name in focus"), translated("Enter, or click")),
        (translated("Add a second name to the focus"), translated("Ctrl+Enter, or Ctrl+click")),
        (translated("Go into the card of a name"), "Alt+Down"),
        (translated("A page on, a page back"), translated("Space, Shift+Space")),
        (translated("Select"), translated("Shift with arrow keys, Home, End, PgUp, PgDn")),
        (translated("Close the card, let go of the focus"), "Esc"),
    )
    in_lists = (
        (translated("Up and down"), translated("arrow keys, PgUp, PgDn")),
        (translated("Choose"), translated("Enter, or click")),
        (translated("From the field to its list"), translated("Down")),
        (translated("Empty the field"), "Esc"),
    )
    return [
        KeyGroup(title, tuple(KeyRow("", words, keys) for words, keys in rows))
        for title, rows in ((translated("In the text"), in_text), (translated("In lists"), in_lists))
    ]
