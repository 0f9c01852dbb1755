"""Preferences: every choice is seen at once, can be made by keyboard, and is known when one comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton, QWidget

from companion.ui.looks.look import SYSTEM, Look
from companion.ui.looks.preferences import Preferences
from companion.ui.looks.theme import Role, load_theme, theme_names
from companion.ui.looks.type_setting import LINE_HEIGHT, MARGIN, MEASURE, SANS_SERIF, SIZE, TypeSetting
from companion.ui.parts.controls import Stepped, Tick

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


@pytest.fixture
def look(host: QWidget) -> Look:
    return Look(host)


@pytest.fixture
def preferences(qtbot: QtBot, host: QWidget, look: Look) -> Preferences:
    made = Preferences(look, host)
    made.show_beside()
    qtbot.waitExposed(made)
    return made


def test_every_control_is_named_and_its_letter_leads_to_it(preferences: Preferences) -> None:
    labels = [label for label in preferences.findChildren(QLabel) if label.text()]
    assert len(labels) == 7
    for label in labels:
        buddy = label.buddy()
        assert buddy is not None, label.text()
        assert "&" in label.text()
        holder = buddy.focusProxy() or buddy
        assert holder.accessibleName() == label.text().replace("&", "")
        relations = QAccessible.queryAccessibleInterface(buddy).relations()
        assert any(other.object() is label for other, _ in relations), label.text()
    texts = [
        part.text() for part in (*labels, *preferences.findChildren(QAbstractButton)) if "&" in part.text()
    ]
    letters = [text[text.index("&") + 1].casefold() for text in texts]
    assert len(letters) == len(set(letters)) == 11
    for button in preferences.findChildren(QToolButton):
        assert button.accessibleName().split(": ")[1] in ("less", "more")


def test_it_begins_with_how_the_page_is(host: QWidget) -> None:
    look = Look(host, "sepia", TypeSetting("Gone Serif", 23, 1.7, 71, 50, True, True, True))
    made = Preferences(look, host)
    assert made.theme.currentText() == "Sepia"
    assert made.family.currentText() == "Gone Serif"  # though this machine has it no more
    assert made.letters.field.text() == "23 pixels"
    assert made.line_height.field.value() == pytest.approx(1.7)
    assert made.measure.field.text() == "71 characters"
    assert made.paragraphs.currentText() == "First line indented"
    assert made.justified.isChecked()
    assert made.hyphenated.isChecked()
    assert look.type.family == "Gone Serif"


def test_each_choice_is_seen_at_once(qtbot: QtBot, preferences: Preferences, look: Look) -> None:
    for control, name, value in (
        (preferences.letters, "size", 21),
        (preferences.line_height, "line_height", 1.8),
        (preferences.measure, "measure", 80),
        (preferences.margin, "margin", 90),
    ):
        with qtbot.waitSignal(look.changed):
            control.field.setValue(value)
        assert getattr(look.type, name) == value
    for tick, name in ((preferences.justified, "justified"), (preferences.hyphenated, "hyphenated")):
        with qtbot.waitSignal(look.changed):
            tick.click()
        assert getattr(look.type, name) is True


def test_it_can_be_used_by_keyboard_alone(qtbot: QtBot, preferences: Preferences, look: Look) -> None:
    preferences.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is preferences.theme)
    QTest.keyClick(preferences.theme, Key.Key_Home)
    assert look.choice == SYSTEM
    seen = []
    for _ in range(11):
        holder = QApplication.focusWidget()
        assert holder is not None
        seen.append(holder)
        QTest.keyClick(holder, Key.Key_Tab)
    assert QApplication.focusWidget() is seen[0]
    assert len(set(seen)) == 11
    QTest.keyClick(seen[1], Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(seen[1], Key.Key_Down)
    assert look.type.family == SANS_SERIF
    QTest.keyClick(seen[2], Key.Key_Up)
    assert look.type.size == 19
    QTest.keyClick(preferences.justified, Key.Key_Space)
    assert look.type.justified
    QTest.keyClick(seen[2], Key.Key_Return)
    assert preferences.isVisible()
    QTest.keyClick(seen[2], Key.Key_Escape)
    assert not preferences.isVisible()


@pytest.mark.parametrize(
    ("name", "limits"),
    [("letters", SIZE), ("line_height", LINE_HEIGHT), ("measure", MEASURE), ("margin", MARGIN)],
)
def test_numbers_stay_within_their_limits(
    preferences: Preferences, look: Look, name: str, limits: tuple[float, float]
) -> None:
    control = getattr(preferences, name)
    for value in (-1000, 1000):
        control.field.setValue(value)
        assert limits[0] <= control.field.value() <= limits[1]
        assert look.type == look.type.within_limits()


def test_buttons_step_the_number(preferences: Preferences, look: Look) -> None:
    less, more = preferences.letters.findChildren(QToolButton)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(less, Qt.MouseButton.LeftButton)
    assert look.type.size == TypeSetting().size + 1


def test_it_follows_what_is_changed_elsewhere(preferences: Preferences, look: Look) -> None:
    look.set_size(30)
    look.set_theme("dark")
    assert preferences.letters.field.value() == 30
    assert preferences.theme.currentText() == "Dark"


def test_as_usual_is_how_it_was_at_first(preferences: Preferences, look: Look) -> None:
    look.set_theme("sepia")
    look.set_type(TypeSetting("serif", 40, 2.0, 50, 100, True, True, True))
    usual = preferences.findChild(QPushButton, "usual")
    assert usual is not None
    usual.click()
    assert (look.choice, look.type) == (SYSTEM, TypeSetting())
    assert preferences.letters.field.value() == TypeSetting().size


@pytest.mark.parametrize("name", theme_names())
def test_a_tick_and_its_box_are_seen_in_every_theme(
    qtbot: QtBot, host: QWidget, look: Look, name: str
) -> None:
    theme = load_theme(name)
    look.set_theme(name)
    tick = Tick(look, "Words", host)
    tick.resize(120, 28)
    drawn = []
    for checked in (False, True):
        tick.setChecked(checked)
        drawn.append(tick.grab().toImage())
    inside = [[image.pixelColor(x, y).name() for x in range(4, 14) for y in range(9, 20)] for image in drawn]
    assert set(inside[0]) == {theme[Role.PAPER].name()}
    assert theme[Role.INK].name() in inside[1]


def test_a_number_hears_its_keys_wherever_it_is_clicked(preferences: Preferences) -> None:
    for part in preferences.findChildren(Stepped):
        assert part.focusProxy() is part.field
        assert part.field.height() >= 22
