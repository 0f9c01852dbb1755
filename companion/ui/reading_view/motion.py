"""Motion: the soft scroll that the eye can follow and the short flash where the reader lands."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation, Signal

from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_STIFFNESS = 40.0
"""Per second: of a way, 2 % are left after 150 ms."""
_NEAR = 0.5
_FLASH_MS = 1100


def motion_is_wanted(widget: QWidget) -> bool:
    """Whether the system lets things move; where it asks for less motion, nothing does."""
    from PySide6.QtWidgets import QStyle

    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0


class Glide(QAbstractAnimation):
    """A scroll that starts and ends softly, as on a critically damped spring.

    More can be added while it is under way: speed then changes without a jerk, so that a key held down
    or a turning wheel gives one even movement.

    Signals:
        scrolled(float): so many pixels more.
    """

    scrolled = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = 0.0
        self._speed = 0.0
        self._time = 0

    def go(self, pixels: float) -> None:
        """Goes so many pixels, from where it is."""
        self.halt()
        self.add(pixels)

    def add(self, pixels: float) -> None:
        """Goes so many pixels further than it was going."""
        self._left += pixels
        if self.state() != QAbstractAnimation.State.Running:
            self._time = 0
            self.start()

    def halt(self) -> None:
        """Ends where it is."""
        self.stop()
        self._left = self._speed = 0.0

    def _move(self, seconds: float) -> None:
        left, decay = self._left, math.exp(-_STIFFNESS * seconds)
        push = self._speed - _STIFFNESS * left
        self._left = (left - push * seconds) * decay
        self._speed = (self._speed - _STIFFNESS * push * seconds) * decay
        if abs(self._left) < _NEAR and abs(self._speed) < _NEAR * _STIFFNESS:
            self.halt()
        self.scrolled.emit(left - self._left)

    @guarded(otherwise=-1)
    def duration(self) -> int:
        """Until it is there."""
        return -1

    @guarded
    def updateCurrentTime(self, currentTime: int) -> None:
        seconds, self._time = (currentTime - self._time) / 1000, currentTime
        if seconds > 0:
            self._move(seconds)


class Flash(QObject):
    """The fading light on the words that the reader was brought to.

    Signals:
        faded(float): how strong it is now, 1 to 0.
    """

    faded = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_FLASH_MS)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InQuad)
        self._animation.valueChanged.connect(self._step)

    def start(self) -> None:
        """Lights up and begins to fade."""
        self._animation.stop()
        self._animation.start()

    def stop(self) -> None:
        """Puts the light out."""
        self._animation.stop()

    def _step(self, value: object) -> None:
        self.faded.emit(float(value))  # type: ignore[arg-type]  # a float, though Qt's stub says Any
