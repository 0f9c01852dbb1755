"""What a test left running or open: threads, timers, animations, pools and top-level widgets."""

from __future__ import annotations

import functools
import gc
import sys
import threading
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

_PATIENCE = 2.0
"""Seconds in which a thread that has done its work may end."""

_started: WeakSet[Any] = WeakSet()


def watch(patch: pytest.MonkeyPatch) -> None:
    """Notes from now on whatever is started in Qt: Qt itself cannot be asked what runs."""
    from PySide6.QtCore import QAbstractAnimation, QThread, QThreadPool, QTimer

    for kind in (QAbstractAnimation, QThread, QThreadPool, QTimer):
        patch.setattr(kind, "start", _noting(kind.start))


def _noting(start: Any) -> Any:
    @functools.wraps(start)
    def started(self: Any, *arguments: Any, **named: Any) -> Any:
        _started.add(self)
        return start(self, *arguments, **named)

    return started


def left_behind(threads_before: Iterable[threading.Thread]) -> list[str]:
    """The names of all that outlived the test; it is stopped, so that the next one need not suffer."""
    before = set(threads_before)
    left = [thread.name for thread in threading.enumerate() if thread not in before and _lives(thread)]
    if "PySide6.QtWidgets" in sys.modules:
        left += _left_by_qt()
    return left


def _lives(thread: threading.Thread) -> bool:
    if thread.name.startswith("Dummy-"):  # a thread of Qt's in which Python code ran once
        return False
    thread.join(_PATIENCE)
    return thread.is_alive()


def _left_by_qt() -> list[str]:
    _delete_what_is_done_with()
    if _top_level_widgets() or _started:
        gc.collect()  # what only a cycle of references holds is not left behind
    left = _top_level_widgets() + _running()
    names = [_described(thing) for thing in left]
    for thing in left:
        _end(thing)
    _delete_what_is_done_with()
    _started.clear()
    return names


def _delete_what_is_done_with() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _top_level_widgets() -> list[Any]:
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


def _running() -> list[Any]:
    from shiboken6 import isValid

    return [thing for thing in _started if isValid(thing) and _runs(thing)]


def _runs(thing: Any) -> bool:
    from PySide6.QtCore import QAbstractAnimation, QThread, QThreadPool, QTimer

    match thing:
        case QTimer():
            return thing.isActive()
        case QAbstractAnimation():
            return thing.state() != QAbstractAnimation.State.Stopped
        case QThread():
            return not thing.wait(int(_PATIENCE * 1000))
        case QThreadPool():
            return not thing.waitForDone(int(_PATIENCE * 1000))
    return False


def _end(thing: Any) -> None:
    from PySide6.QtCore import QAbstractAnimation, QThread, QThreadPool, QTimer
    from PySide6.QtWidgets import QWidget

    match thing:
        case QTimer() | QAbstractAnimation():
            thing.stop()
        case QThread():
            thing.quit()
            thing.wait()
        case QThreadPool():
            thing.waitForDone()
        case QWidget():
            thing.close()
            thing.deleteLater()


def _described(thing: Any) -> str:
    """A widget, timer or thread by its class and name, and whose it is."""
    owner = thing.parent()
    name = f" ‘{thing.objectName()}’" if thing.objectName() else ""
    return f"{type(thing).__name__}{name}" + (f" of {_described(owner)}" if owner is not None else "")
