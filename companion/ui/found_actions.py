"""Found actions: the switches that show what was found beside a written companion, and what is doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions
    from companion.ui.program.layers import Layers

ADD_FOUND, SHOW_DOUBTFUL = "add_found", "show_doubtful"


class FoundActions(QObject):
    """Ties the two actions to the verbs of the layers."""

    def __init__(self, layers: Layers, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._layers, self._actions = layers, actions
        actions[ADD_FOUND].triggered.connect(layers.add_found)
        actions[SHOW_DOUBTFUL].triggered.connect(layers.show_doubtful)
        layers.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        layers = self._layers
        shows_found = layers.is_added or (not layers.is_written and layers.found is not None)
        self._actions[ADD_FOUND].setChecked(shows_found)
        self._actions[ADD_FOUND].setEnabled(layers.is_written)
        self._actions[SHOW_DOUBTFUL].setChecked(layers.shows_doubtful)
        self._actions[SHOW_DOUBTFUL].setEnabled(shows_found)
