from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAction, QKeySequence

from companion.ui.actions import COMMANDS, PANEL, Actions
from companion.ui.help.key_list import fixed_groups, key_groups, keys_in_words
from companion.ui.help.key_table import KeyTable
from companion.ui.looks.look import Look
from companion.ui.program.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NAMES = [command.name for commands in COMMANDS.values() for command in commands if command is not None]
WRITTEN = [
    "Ctrl+F",
    "F3",
    "/",
    "Ctrl+Shift+K",
    "Alt+F",
    "Tab",
    "Meta+X",
    "Q",
    "Ctrl+D",
    "F11",
    "",
    "no key",
    "ä",
]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["give", "usual", "all"]), st.sampled_from(NAMES), st.lists(st.sampled_from(WRITTEN))
    ),
    max_size=6,
)
STORED = st.dictionaries(st.sampled_from([*NAMES, "unknown"]), st.lists(st.sampled_from(WRITTEN)), max_size=8)


@pytest.fixture
def actions(host: QWidget) -> Actions:
    made = Actions(host, Look(host))
    panels = [name.removeprefix(PANEL) for name in NAMES if name.startswith(PANEL)]
    made.adopt({panel: QAction(panel.capitalize(), host) for panel in panels})
    return made


def key(written: str) -> QKeySequence:
    return QKeySequence.fromString(written)


def nothing_is_held_twice(table: KeyTable) -> bool:
    held = [key for name in table.names for key in table.keys(name)]
    return len(held) == len(set(held))


def test_every_command_is_an_action_and_listed_once(actions: Actions) -> None:
    listed = [row.name for group in key_groups(actions) for row in group.rows if row.name]
    assert sorted(listed) == sorted(NAMES) == sorted(action.objectName() for action in actions)
    assert all(
        row.words.strip() and "&" not in row.words for group in key_groups(actions) for row in group.rows
    )


def test_every_action_is_reached_by_keyboard(actions: Actions) -> None:
    """By a key of its own, or by the letter of its menu and then its own letter or the arrow keys."""
    for title, commands in COMMANDS.items():
        assert not QKeySequence.mnemonic(title).isEmpty(), title
        for command in commands:
            if command is not None and not command.name.startswith(PANEL):
                assert command.keys or not QKeySequence.mnemonic(command.words).isEmpty(), command.name


def test_no_menu_takes_the_letter_of_another() -> None:
    letters = [QKeySequence.mnemonic(title).toString() for title in COMMANDS]
    assert len(set(letters)) == len(letters)


def test_usual_keys_clash_with_nothing(actions: Actions) -> None:
    table = KeyTable(actions, Settings())
    assert nothing_is_held_twice(table)
    for name in table.names:
        for usual in actions.usual_keys(name):
            assert table.clash(name, usual) is None, f"{name}: {usual.toString()}"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STORED, CHANGES)
def test_no_change_makes_a_clash(
    actions: Actions, stored: dict[str, list[str]], changes: list[tuple[str, str, list[str]]]
) -> None:
    kept = Settings()
    kept.keep_keys(stored)
    table = KeyTable(actions, kept)
    assert nothing_is_held_twice(table)
    for change, name, written in changes:
        wanted = [key(word) for word in written]
        if change == "give":
            table.give(name, wanted)
            free = [each for each in wanted if not table._refusal(each)]
            assert table.keys(name) == list(dict.fromkeys(free))
        elif change == "usual":
            table.give_usual(name)
            assert table.keys(name) == actions.usual_keys(name)
        else:
            table.give_all_usual()
            assert not any(map(table.is_changed, table.names))
        assert nothing_is_held_twice(table)
    before = {name: table.keys(name) for name in table.names}
    again = KeyTable(actions, Settings())
    if changes:
        assert {name: again.keys(name) for name in again.names} == before


def test_a_clash_is_told_in_words_with_whom_it_is_with(actions: Actions) -> None:
    table = KeyTable(actions, Settings())
    clash = table.clash("palette", key("F3"))
    assert clash is not None
    assert clash.holder == "find_next"
    assert "F3" in clash.sentence
    assert "“Find next”" in clash.sentence
    table.give("palette", [key("F3")])
    assert key("F3") not in table.keys("find_next")
    assert table.clash("palette", key("F3")) is None


@pytest.mark.parametrize(
    "written", ["Tab", "Space", "Shift+Up", "Return", "Meta+K", "Alt+F", "Ctrl+K, Ctrl+L", ""]
)
def test_some_keys_cannot_be_given_away(actions: Actions, written: str) -> None:
    table = KeyTable(actions, Settings())
    clash = table.clash("palette", key(written))
    assert clash is not None
    assert clash.holder == ""
    assert clash.sentence.endswith(".")
    table.give("palette", [key(written)])
    assert table.keys("palette") == []


def test_changed_keys_are_kept_and_told_in_the_tooltip(actions: Actions) -> None:
    KeyTable(actions, Settings()).give("find", [key("Ctrl+Shift+K"), key("Ctrl+,")])
    again = KeyTable(actions, Settings())
    assert again.keys("find") == [key("Ctrl+Shift+K"), key("Ctrl+,")]
    assert "Ctrl+Shift+K" in actions["find"].toolTip()
    assert again.keys("preferences") == []
    assert set(Settings().keys) == {"find", "preferences"}
    again.give_all_usual()
    assert Settings().keys == {}


def test_keys_of_rare_keyboards_are_not_told_besides_others(actions: Actions) -> None:
    assert "Find" not in keys_in_words(actions, "find")
    actions.set_keys("find", [key("Find")])
    assert keys_in_words(actions, "find") == "Find"


def test_the_keys_of_the_text_are_listed(actions: Actions) -> None:
    assert any("Esc" in row.keys for group in fixed_groups() for row in group.rows)
