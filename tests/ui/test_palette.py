from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from panel_sample import companion, document
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from companion.core.document import Document, Span
from companion.ui.actions import COMMANDS, Actions, plain_words
from companion.ui.finding.asking import Asking
from companion.ui.looks.look import Look
from companion.ui.program.settings import Settings
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Mod = Qt.Key, Qt.KeyboardModifier


class Scene:
    """A window with a field that has the keyboard, and the palette over it."""

    def __init__(self, host: QWidget) -> None:
        self.look = Look(host)
        self.actions = Actions(host, self.look)
        self.reading = Reading(host)
        text = document()
        self.reading.show(text)
        self.reading.take(companion(text))
        self.before = QLineEdit(host)
        self.before.show()
        self.before.setFocus()
        self.settings = Settings()
        self.asking = Asking(self.actions, self.reading, self.look, self.settings, host)
        self.palette = self.asking.palette
        self.field = self.palette.field

    @property
    def listed(self) -> list[str]:
        return [goal.words for goal in self.palette.rows.goals]

    @property
    def chosen(self) -> str:
        return self.palette.rows.goals[self.palette.view.currentIndex().row()].words


@pytest.fixture
def scene(qtbot: QtBot, host: QWidget) -> Scene:
    host.activateWindow()
    made = Scene(host)
    qtbot.waitUntil(made.before.hasFocus)
    return made


def test_every_action_is_found_by_its_words(scene: Scene) -> None:
    scene.asking.anything()
    for commands in COMMANDS.values():
        for command in commands:
            if command is not None and command.name in scene.actions:
                words = plain_words(scene.actions[command.name].text())
                scene.field.setText(words)
                found = [goal.key for goal in scene.palette.rows.goals]
                assert f"action {command.name}" in found[:2], words


def test_entries_sections_and_aliases_are_found(scene: Scene) -> None:
    scene.asking.anything()
    for typed, words, kind in (
        ("anna", "Anna Verl", "person"),
        ("zoe f", "Zoë Ferrand", "person"),
        ("trebuchet", "siege engine", "term"),
        ("letter", "A letter", "event"),
        ("winter", "The winter", "section"),
    ):
        scene.field.setText(typed)
        assert (scene.palette.rows.goals[0].words, scene.palette.rows.goals[0].kind) == (words, kind)


def test_whoever_is_called_so_stands_before_what_befell(scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("a")
    listed = scene.listed
    assert listed.index("Anna Verl") < listed.index("A letter")
    assert listed.index("Zoë Ferrand") > listed.index("A letter"), "an a within a name fits less well"


def test_enter_does_an_action_and_the_keyboard_is_back(qtbot: QtBot, scene: Scene) -> None:
    scene.asking.anything()
    with qtbot.waitSignal(scene.actions["zoom_in"].triggered):
        qtbot.keyClicks(scene.field, "larger")
        qtbot.keyClick(scene.field, Key.Key_Return)
    assert scene.palette.isHidden()
    assert scene.before.hasFocus()


def test_a_theme_is_found_and_taken(qtbot: QtBot, scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("theme")
    assert scene.listed[0].startswith("Theme: ")
    assert [words for words in scene.listed if words.endswith(": on")] == ["Theme: Light: on"]
    scene.field.setText("dark")
    assert scene.chosen == "Theme: Dark"
    qtbot.keyClick(scene.field, Key.Key_Return)
    assert scene.look.choice == "dark"


def test_what_cannot_be_done_now_is_said_and_not_done(qtbot: QtBot, scene: Scene) -> None:
    scene.actions["find_next"].setEnabled(False)
    scene.asking.anything()
    scene.field.setText("find next")
    assert scene.palette.rows.goals[0].aside == "not now"
    qtbot.keyClick(scene.field, Key.Key_Return)
    assert scene.palette.isVisible()


def test_an_entry_comes_into_focus_and_into_sight(qtbot: QtBot, scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("ferrand")
    with qtbot.waitSignal(scene.reading.passage_requested):
        qtbot.keyClick(scene.field, Key.Key_Enter)
    assert scene.reading.focus == ("ferrand",)


def test_a_section_is_gone_to(qtbot: QtBot, scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("the end")
    with qtbot.waitSignal(scene.reading.place_requested) as asked:
        qtbot.keyClick(scene.field, Key.Key_Return)
    assert asked.args == [scene.reading.document.sections[3].start]
    assert scene.reading.can_go_back


def test_keys_move_through_the_list_while_the_field_keeps_the_keyboard(qtbot: QtBot, scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("e")
    listed = scene.listed
    assert len(listed) > 12
    for key, row in (
        (Key.Key_Down, 1),
        (Key.Key_Tab, 2),
        (Key.Key_Up, 1),
        (Key.Key_Backtab, 0),
        (Key.Key_Up, len(listed) - 1),
        (Key.Key_Down, 0),
        (Key.Key_PageDown, 9),
        (Key.Key_PageUp, 0),
    ):
        qtbot.keyClick(scene.field, key)
        assert scene.chosen == listed[row]
        assert scene.field.hasFocus()


def test_escape_closes_and_nothing_is_done(qtbot: QtBot, scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("anna")
    qtbot.keyClick(scene.field, Key.Key_Escape)
    assert scene.palette.isHidden()
    assert scene.before.hasFocus()
    assert scene.reading.focus == ()


def test_it_closes_when_the_keyboard_goes_elsewhere_and_when_asked_again(scene: Scene) -> None:
    scene.asking.anything()
    scene.before.setFocus()
    assert scene.palette.isHidden()
    scene.asking.anything()
    scene.asking.where()
    assert scene.palette.isVisible()
    scene.asking.where()
    assert scene.palette.isHidden()


def test_what_was_chosen_last_stands_first_and_is_kept(qtbot: QtBot, scene: Scene, host: QWidget) -> None:
    for words in ("larger type", "usual type", "anna verl"):
        scene.asking.anything()
        scene.field.setText(words)
        qtbot.keyClick(scene.field, Key.Key_Return)
    scene.asking.anything()
    assert scene.listed[:3] == ["Anna Verl", "Usual type", "Larger type"]
    scene.palette.dismiss()
    again = Asking(scene.actions, scene.reading, scene.look, Settings(), host)
    again.anything()
    assert [goal.words for goal in again.palette.rows.goals][:2] == ["Usual type", "Larger type"]


def test_nothing_found_is_said_in_a_sentence(scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("xqzw")
    assert scene.listed == []
    assert any("xqzw" in child.text() for child in scene.palette.findChildren(type(scene.palette._message)))


def test_another_text_has_other_things(scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("anna")
    assert scene.listed[:1] == ["Anna Verl"]
    scene.palette.dismiss()
    scene.reading.show(Document("Other words."))
    scene.asking.anything()
    scene.field.setText("anna verl")
    assert "Anna Verl" not in scene.listed


def test_names_with_tags_stay_words(scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("<img")
    assert scene.listed[0].startswith("<img src=")


def test_every_control_is_named_and_rows_say_all(scene: Scene) -> None:
    scene.asking.anything()
    scene.field.setText("anna")
    for widget in (scene.palette, scene.field, scene.palette.view):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    row = scene.palette.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row == "Anna Verl, person, §1"


def test_it_stays_within_a_small_window(qtbot: QtBot, scene: Scene, host: QWidget) -> None:
    scene.asking.anything()
    for width, height in ((360, 240), (900, 600)):
        host.resize(width, height)
        QApplication.processEvents()
        assert host.rect().contains(scene.palette.geometry())


def test_go_to_shows_where_it_leads_and_goes_there(qtbot: QtBot, scene: Scene) -> None:
    scene.asking.where()
    assert scene.listed == [section.title for section in scene.reading.document.sections]
    scene.field.setText("§3")
    goal = scene.palette.rows.goals[0]
    assert (goal.words, goal.kind) == ("§3", "paragraph")
    assert goal.below.startswith("All winter Verl")
    with qtbot.waitSignal(scene.reading.place_requested) as asked:
        qtbot.keyClick(scene.field, Key.Key_Return)
    assert asked.args == [scene.reading.document.offset_of_paragraph(3)]
    scene.asking.where()
    scene.field.setText("50%")
    assert scene.palette.rows.goals[0].aside.startswith("§")
    scene.field.setText("§99")
    assert scene.listed == []


def test_go_to_begins_at_the_section_that_is_read(scene: Scene) -> None:
    start = scene.reading.document.sections[2].start
    scene.reading.moved_to(type(scene.reading.place)(start, start + 20))
    scene.asking.where()
    assert scene.chosen == "The winter"


def test_bookmarks_are_found_by_label_note_and_words(qtbot: QtBot, scene: Scene) -> None:
    start = scene.reading.document.text.index("Nobody knew")
    made = scene.reading.add_bookmark(Span(start, start + 11), label="Doubt", note="ask the class")
    scene.asking.anything()
    for typed in ("doubt", "nobody kn", "ask the cl"):
        scene.field.setText(typed)
        assert (scene.listed[0], scene.palette.rows.goals[0].kind) == ("Doubt", "bookmark")
        assert scene.palette.rows.goals[0].aside == "§2"
    with qtbot.waitSignal(scene.reading.passage_requested):
        qtbot.keyClick(scene.field, Key.Key_Return)
    assert scene.reading.bookmark == made.id


def test_go_to_keeps_back_what_is_not_read(scene: Scene) -> None:
    scene.reading.moved_to(Span(0, 40))
    scene.reading.guard(True)
    scene.asking.where()
    assert scene.listed[0] == "The siege of Aldmere"
    assert "The winter" not in scene.listed
    assert len(scene.listed) == len(scene.reading.document.sections)
    assert scene.palette.rows.goals[-1].below == "not read yet"
    scene.field.setText("winter")
    assert scene.listed == []
    scene.field.setText("§4")
    assert scene.palette.rows.goals[0].below == "not read yet"
