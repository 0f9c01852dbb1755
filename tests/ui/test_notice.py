from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from companion.ui.frame.notice import Notice
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def notice(qtbot: QtBot) -> Iterator[Notice]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Notice(Look(window), window)
    QVBoxLayout(window).addWidget(made)
    window.resize(600, 300)
    window.show()
    yield made
    window.close()


@pytest.mark.parametrize("details", [["Short."] * 4, ["word " * 40], ["one", "word " * 30]])
def test_all_of_a_few_details_is_seen_without_scrolling(
    notice: Notice, qtbot: QtBot, details: list[str]
) -> None:
    notice.tell("Some lines could not be read.", details)
    box = notice.findChild(QPlainTextEdit)
    assert box is not None
    qtbot.waitUntil(lambda: box.isVisible() and box.verticalScrollBar().maximum() == 0)
    assert not box.horizontalScrollBar().isVisible()
    notice.window().resize(420, 300)
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() == 0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_its_buttons_are_pressed_by_enter_and_by_space(notice: Notice, qtbot: QtBot, key: Qt.Key) -> None:
    notice.tell("The notes could not be saved.", action="Save elsewhere…")
    button = next(one for one in notice.findChildren(QPushButton) if one.text() == "Save elsewhere…")
    with qtbot.waitSignal(notice.action_wanted):
        qtbot.keyClick(button, key)


def test_details_stand_below_the_sentence_on_the_same_ground(notice: Notice, qtbot: QtBot) -> None:
    notice.tell("One part is missing.", ["One picture is missing."], is_warning=False)
    buttons = {button.text(): button for button in notice.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Show details"], Qt.MouseButton.LeftButton)
    box, sentence = notice.findChild(QPlainTextEdit), notice.findChildren(QLabel)[0]
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    first = box.viewport().mapTo(notice, box.cursorRect().topLeft()).x()
    assert abs(first - sentence.mapTo(notice, sentence.rect().topLeft()).x()) <= 1
    image = notice.grab().toImage()
    corner = box.mapTo(notice, box.rect().bottomRight())
    assert image.pixelColor(corner) == image.pixelColor(2, 2)
