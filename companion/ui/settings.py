"""Settings: what the window remembers from one start to the next; the only user of QSettings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from companion.core.entries import Kind

_MOST_RECENT = 12


class Settings:
    """Typed values with defaults. QSettings forgets types, so every value is asked for with its own."""

    def __init__(self) -> None:
        self._stored = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "reading-companion", "window"
        )

    # -- texts

    @property
    def recent(self) -> list[Path]:
        """The texts that were opened last, the newest first."""
        stored = self._stored.value("recent", [], type=list)
        return [Path(str(path)) for path in stored if str(path)]

    def remember_opened(self, path: Path) -> None:
        """Puts a text at the head of those that were opened last."""
        others = [other for other in self.recent if other != path]
        self._stored.setValue("recent", [str(other) for other in [path, *others][:_MOST_RECENT]])

    def forget_opened(self, path: Path) -> None:
        """Takes a text out of those that were opened last."""
        self._stored.setValue("recent", [str(other) for other in self.recent if other != path])

    def clear_recent(self) -> None:
        """Forgets which texts were opened."""
        self._stored.setValue("recent", [])

    # -- the window

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt writes it down; empty at the first start."""
        return QByteArray(self._stored.value("window/geometry", QByteArray(), type=QByteArray))

    @property
    def state(self) -> QByteArray:
        """Where its panels stood, as Qt writes it down; empty at the first start."""
        return QByteArray(self._stored.value("window/state", QByteArray(), type=QByteArray))

    def keep_window(self, geometry: QByteArray, state: QByteArray) -> None:
        """Writes down where the window and its panels stand."""
        self._stored.setValue("window/geometry", geometry)
        self._stored.setValue("window/state", state)
        self._stored.sync()

    # -- the look

    @property
    def theme(self) -> str:
        """The name of the theme."""
        return str(self._stored.value("look/theme", "light", type=str))

    @property
    def size(self) -> int:
        """The size of the page's type in pixels."""
        return int(str(self._stored.value("look/size", 18, type=int)))

    @property
    def marked_kinds(self) -> frozenset[Kind]:
        """The kinds of entry that are marked in the text."""
        stored = str(self._stored.value("look/marks", " ".join(Kind), type=str)).split()
        return frozenset(kind for kind in Kind if kind.value in stored)

    @property
    def first_in_section(self) -> bool:
        """Whether only the first mention in each section is marked."""
        return bool(self._stored.value("look/first_in_section", False, type=bool))

    def keep_look(self, theme: str, size: int, kinds: frozenset[Kind], first_in_section: bool) -> None:
        """Writes down how the page looks."""
        self._stored.setValue("look/theme", theme)
        self._stored.setValue("look/size", size)
        self._stored.setValue("look/marks", " ".join(sorted(kinds)))
        self._stored.setValue("look/first_in_section", first_in_section)
