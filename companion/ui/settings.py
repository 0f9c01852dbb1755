"""Settings: what the window remembers from one start to the next; the only user of QSettings."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from companion.core.entries import Kind

_MOST_RECENT = 12

Value = TypeVar("Value")


class Settings:
    """Typed values with defaults. QSettings forgets types, so every value is asked for with its own."""

    def __init__(self) -> None:
        self._stored = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "reading-companion", "window"
        )

    def _value(self, key: str, default: Value) -> Value:
        """What is stored under `key`, as the type of `default`; that itself where nothing fit is stored."""
        found = self._stored.value(key, default, type=type(default))
        return found if isinstance(found, type(default)) else default

    # -- texts

    @property
    def recent(self) -> list[Path]:
        """The texts that were opened last, the newest first."""
        return [Path(str(path)) for path in self._value("recent", list[object]()) if str(path)]

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
        return self._value("window/geometry", QByteArray())

    @property
    def state(self) -> QByteArray:
        """Where its panels stood, as Qt writes it down; empty at the first start."""
        return self._value("window/state", QByteArray())

    def keep_window(self, geometry: QByteArray, state: QByteArray) -> None:
        """Writes down where the window and its panels stand."""
        self._stored.setValue("window/geometry", geometry)
        self._stored.setValue("window/state", state)
        self._stored.sync()

    # -- the look

    @property
    def theme(self) -> str:
        """The name of the theme."""
        return self._value("look/theme", "light")

    @property
    def size(self) -> int:
        """The size of the page's type in pixels."""
        return self._value("look/size", 0) or 18

    @property
    def marked_kinds(self) -> frozenset[Kind]:
        """The kinds of entry that are marked in the text."""
        stored = self._value("look/marks", " ".join(Kind)).split()
        return frozenset(kind for kind in Kind if kind.value in stored)

    @property
    def first_in_section(self) -> bool:
        """Whether only the first mention in each section is marked."""
        return self._value("look/first_in_section", False)

    def keep_look(self, theme: str, size: int, kinds: frozenset[Kind], first_in_section: bool) -> None:
        """Writes down how the page looks."""
        self._stored.setValue("look/theme", theme)
        self._stored.setValue("look/size", size)
        self._stored.setValue("look/marks", " ".join(sorted(kinds)))
        self._stored.setValue("look/first_in_section", first_in_section)
