"""Calls into Qt must not use up the references to None, as PySide6 6.12.0 does on Python 3.11."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

_CALLS = 200
"""A process begins with some 7,000 references to None; a few hundred lost ones do it no harm."""

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")


class _Canvas(QWidget):
    said = Signal(int)

    def hear(self, number: int) -> None:
        self.number = number

    @guarded
    def resizeEvent(self, _: object) -> None:  # noqa: N802 (Qt's name)
        pass


def _lost(call: Callable[[], object]) -> int:
    call()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        call()
    return before - sys.getrefcount(None)


@pytest.fixture
def canvas(qtbot: QtBot) -> _Canvas:
    made = _Canvas()
    qtbot.addWidget(made)
    made.said.connect(made.hear)
    return made


def test_widgets_and_signals_use_up_nothing(canvas: _Canvas) -> None:
    lost = {
        "attribute": _lost(lambda: canvas.setWindowTitle("x")),
        "override": _lost(lambda: canvas.resize(60 + canvas.width() % 2, 50)),
        "signal": _lost(lambda: canvas.said.emit(3)),
        "child": _lost(lambda: QObject(canvas).setParent(None)),
    }
    assert {name: count for name, count in lost.items() if abs(count) > _CALLS // 3} == {}


@pytest.mark.usefixtures("qapp")
def test_drawing_uses_up_nothing() -> None:
    letters, layout, pixmap = QTextCharFormat(), QTextLayout("some words"), QPixmap(100, 100)

    def lay_out() -> None:
        layout.beginLayout()
        layout.createLine().setLineWidth(50)
        layout.endLayout()

    painter = QPainter(pixmap)
    lost = {
        "format": _lost(lambda: letters.setForeground(QColor("red"))),
        "layout": _lost(lay_out),
        "words": _lost(lambda: painter.drawText(QPointF(1, 1), "x")),
        "laid out words": _lost(lambda: layout.draw(painter, QPointF(0, 0))),
        "rectangle": _lost(lambda: painter.fillRect(0, 0, 10, 10, QColor("red"))),
    }
    painter.end()
    assert {name: count for name, count in lost.items() if abs(count) > _CALLS // 3} == {}
