"""Landing: the words that a jump has led to are lit for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.reading_view.motion import Flash

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.core.document import Span
    from companion.ui.reading_view.layers import Layers
    from companion.ui.reading_view.sight import Sight


class Landing:
    """Lights one place at a time in the layers that are painted on `viewport`."""

    def __init__(self, layers: Layers, sight: Sight, viewport: QWidget) -> None:
        self._layers, self._sight, self._viewport = layers, sight, viewport
        self._flash = Flash(viewport)
        self._flash.faded.connect(self._faded)

    def light(self, span: Span) -> None:
        """Lights these words; none where the span is empty."""
        self.put_out()
        if span.end > span.start:
            self._layers.arrival = span
            self._flash.start()

    def put_out(self) -> None:
        """Ends the light at once."""
        self._flash.stop()
        self._layers.arrival, self._layers.arrival_strength = None, 0.0
        self._viewport.update()

    def _faded(self, strength: float) -> None:
        self._layers.arrival_strength = strength
        if self._layers.arrival:
            for rect in self._sight.rects_of(self._layers.arrival):
                self._viewport.update(rect.toAlignedRect().adjusted(-1, -1, 1, 1))
