"""Look: the theme, the type and the marks that the whole window shares; a change is told to everybody."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon

from companion.core.entries import Kind
from companion.ui.looks.system_look import SystemLook
from companion.ui.looks.theme import Role, Theme, load_theme
from companion.ui.looks.type_setting import TEXT_FONT, TypeSetting

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SYSTEM", "TEXT_FONT", "Look", "Marks", "TypeSetting"]

SYSTEM = "system"
"""Chosen instead of a theme's name: the theme that the system asks for."""

_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


class Marks(NamedTuple):
    """Which kinds of entry are marked in the text, and whether only the first mention in each section."""

    kinds: frozenset[Kind] = frozenset(Kind)
    first_in_section: bool = False


class Look(QObject):
    """What the window looks like now.

    `choice` is what was chosen: a theme's name, or SYSTEM; `theme` are the colours that came of it, `icons`
    those that were drawn in them.

    Signals:
        changed(): theme, type or marks are others; draw again.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        theme: str = "light",
        setting: TypeSetting | None = None,
        marks: Marks | None = None,
    ) -> None:
        super().__init__(parent)
        _load_text_font()
        self._system = SystemLook(self)
        self._system.changed.connect(self._follow_system)
        self.choice = theme
        self.theme: Theme = self._chosen(theme)
        self.type = (setting or TypeSetting()).within_limits()
        self.marks = marks or Marks()
        self.icons: dict[str, QIcon] = {}

    def __getitem__(self, role: Role) -> QColor:
        return self.theme[role]

    def colour_of(self, kind: Kind) -> QColor:
        """The colour in which entries of that kind are marked."""
        return self.theme[Role(kind.value)]

    def text_font(self) -> QFont:
        """The font of the page at its present size."""
        return self.type.font()

    def set_theme(self, choice: str) -> None:
        """Changes the colours to the theme of that name, or lets the system choose; ThemeError if unknown."""
        theme = self._chosen(choice)
        if (choice, theme.name) != (self.choice, self.theme.name):
            self.choice, self.theme = choice, theme
            self.icons.clear()
            self.changed.emit()

    def set_type(self, setting: TypeSetting) -> None:
        """Sets the page so, every number within its limits."""
        self._set(type=setting.within_limits())

    def set_size(self, size: int) -> None:
        """Sets the size of the page's type, in pixels, within the limits."""
        self.set_type(self.type._replace(size=size))

    def set_marked_kinds(self, kinds: Iterable[Kind]) -> None:
        """Marks only entries of these kinds in the text."""
        self._set(marks=self.marks._replace(kinds=frozenset(kinds)))

    def set_first_in_section(self, only: bool) -> None:
        """Marks only the first mention of an entry in each section, or all."""
        self._set(marks=self.marks._replace(first_in_section=only))

    def _chosen(self, choice: str) -> Theme:
        return load_theme(self._system.theme if choice == SYSTEM else choice)

    def _follow_system(self) -> None:
        self.set_theme(self.choice)

    def _set(self, **values: TypeSetting | Marks) -> None:
        if any(getattr(self, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(self, name, value)
            self.changed.emit()


@cache
def _load_text_font() -> None:
    """Makes the text font known to Qt; it comes as a package under the SIL Open Font Licence."""
    package = find_spec("font_source_serif_pro")  # it need not be run
    places = package.submodule_search_locations if package is not None else None
    folder = Path(next(iter(places or ()), "")) / "files"
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(folder / f"SourceSerifPro-{face}.ttf"))
