"""Look: the theme, the type and the marks that the whole window shares; a change is told to everybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase

from companion.core.entries import Kind
from companion.ui.theme import Role, Theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXT_FONT = "Source Serif Pro"
_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


@dataclass(frozen=True, slots=True)
class TypeSetting:
    """How the page is set: family, size in pixels, line height as a factor, measure in characters."""

    family: str = TEXT_FONT
    size: int = 18
    line_height: float = 1.55
    measure: int = 66


@dataclass(frozen=True, slots=True)
class Marks:
    """Which kinds of entry are marked in the text, and whether only the first mention in each section."""

    kinds: frozenset[Kind] = frozenset(Kind)
    first_in_section: bool = False


SMALLEST, LARGEST = 10, 48
"""The sizes of type, in pixels, between which the page can be zoomed."""


class Look(QObject):
    """What the window looks like now.

    Signals:
        changed(): theme, type or marks are others; draw again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, theme: str = "light") -> None:
        super().__init__(parent)
        _load_text_font()
        self.theme: Theme = load_theme(theme)
        self.type = TypeSetting()
        self.marks = Marks()

    def __getitem__(self, role: Role) -> QColor:
        return self.theme[role]

    def colour_of(self, kind: Kind) -> QColor:
        """The colour in which entries of that kind are marked."""
        return self.theme[Role(kind.value)]

    def text_font(self) -> QFont:
        """The font of the page at its present size."""
        font = QFont(self.type.family)
        font.setPixelSize(self.type.size)
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def set_theme(self, name: str) -> None:
        """Changes the colours to the theme of that name."""
        if name != self.theme.name:
            self.theme = load_theme(name)
            self.changed.emit()

    def set_size(self, size: int) -> None:
        """Sets the size of the page's type, in pixels, within the limits."""
        self._set(type=replace(self.type, size=min(LARGEST, max(SMALLEST, size))))

    def set_marked_kinds(self, kinds: Iterable[Kind]) -> None:
        """Marks only entries of these kinds in the text."""
        self._set(marks=replace(self.marks, kinds=frozenset(kinds)))

    def set_first_in_section(self, only: bool) -> None:
        """Marks only the first mention of an entry in each section, or all."""
        self._set(marks=replace(self.marks, first_in_section=only))

    def _set(self, **values: TypeSetting | Marks) -> None:
        if any(getattr(self, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(self, name, value)
            self.changed.emit()


@cache
def _load_text_font() -> None:
    """Makes the text font known to Qt; it comes as a package under the SIL Open Font Licence."""
    from importlib.resources import as_file, files

    folder = files("font_source_serif_pro") / "files"
    for face in _FACES:
        with as_file(folder / f"SourceSerifPro-{face}.ttf") as file:
            QFontDatabase.addApplicationFontFromData(file.read_bytes())
