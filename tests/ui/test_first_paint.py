"""First paint: told once, when a window was painted or was not for as long as one would wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from companion.ui.program.first_paint import FirstPaint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("is_shown", [True, False])
def test_the_first_paint_is_told_once_also_where_there_is_none(qtbot: QtBot, is_shown: bool) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.winId()
    first = FirstPaint(page.windowHandle(), 60_000 if is_shown else 1, page)
    told: list[bool] = []
    first.done.connect(lambda: told.append(page.windowHandle().isExposed()))
    if is_shown:
        page.show()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [is_shown]
    page.resize(300, 300)
    page.repaint()
    assert len(told) == 1
