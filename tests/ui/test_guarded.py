"""Guard: no exception leaves an override of a Qt virtual; each reaches the excepthook."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What reached the excepthook."""
    found: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        found.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    return found


class Breaking(QWidget):
    """Fails wherever Qt asks it: the ways that ended the process on Python 3.11 without a guard."""

    @guarded(otherwise=QSize(3, 4))
    def sizeHint(self) -> QSize:  # noqa: N802
        return [][3]  # type: ignore[misc]

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            len(3)  # type: ignore[arg-type]
        return super().event(event)

    @guarded
    def closeEvent(self, event: QEvent) -> None:  # noqa: N802
        raise KeyError("no such key")


def test_an_exception_reaches_the_hook_and_qt_gets_the_value(
    qtbot: QtBot, caught: list[BaseException]
) -> None:
    widget = Breaking()
    qtbot.addWidget(widget)
    widget.adjustSize()
    assert (widget.sizeHint().width(), widget.sizeHint().height()) == (3, 4)
    assert caught
    assert all(isinstance(error, IndexError) for error in caught)


def test_qt_goes_on_after_an_exception_in_an_event(qtbot: QtBot, caught: list[BaseException]) -> None:
    widget = Breaking()
    qtbot.addWidget(widget)
    assert QApplication.sendEvent(widget, QEvent(QEvent.Type.User)) is False
    widget.close()
    assert [type(error) for error in caught] == [TypeError, KeyError]


def test_arguments_and_values_pass_through(caught: list[BaseException]) -> None:
    class Plain:
        @guarded(otherwise=0)
        def sum(self, first: int, second: int = 1) -> int:
            """Adds."""
            return first + second

    assert Plain().sum(2, second=5) == 7
    assert Plain().sum.__doc__ == "Adds."
    assert not caught


def test_leaving_the_program_is_not_held_up() -> None:
    @guarded
    def leave() -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        leave()
