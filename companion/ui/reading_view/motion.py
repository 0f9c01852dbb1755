"""Motion: the soft scroll to a passage and the short flash where the reader lands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_GLIDE_MS, _FLASH_MS = 150, 1100


def motion_is_wanted(widget: QWidget) -> bool:
    """Whether the system lets things move; where it asks for less motion, nothing does."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0


class Glide(QObject):
    """A scroll over some pixels in 150 ms.

    Signals:
        scrolled(float): so many pixels more, in steps.
    """

    scrolled = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_GLIDE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)

    def start(self, pixels: float) -> None:
        """Starts a scroll; one that is under way ends where it is."""
        self._animation.stop()
        self._done = 0.0
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(float(pixels))
        self._animation.start()

    def stop(self) -> None:
        """Ends the scroll where it is."""
        self._animation.stop()

    def _step(self, value: object) -> None:
        position = float(value)  # type: ignore[arg-type]  # a float, though Qt's stub says Any
        step, self._done = position - self._done, position
        self.scrolled.emit(step)


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
