"""System look: the theme that the system asks for, by its colours and by the contrast that one needs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication


class SystemLook(QObject):
    """Follows the system. Where that says nothing, a page is light.

    Signals:
        changed(): the system may ask for another theme than before.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._tell)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._tell)

    @property
    def theme(self) -> str:
        """The name of the theme that the system asks for now."""
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._is_strong():
            return "contrast-dark" if is_dark else "contrast"
        return "dark" if is_dark else "light"

    @staticmethod
    def _is_strong() -> bool:
        hints = QGuiApplication.styleHints()
        if not hasattr(hints, "accessibility"):
            return False
        return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)

    def _tell(self, _: object = None) -> None:
        self.changed.emit()
