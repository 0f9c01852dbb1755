"""Theme: the colours of the window by role, read from data, and the palette Qt draws its own widgets with."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPalette

from companion import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

SEEN = 3.0
"""The contrast that what is not a word has with what it stands on, by WCAG 2.2, 1.4.11."""


class Role(StrEnum):
    """What a colour is for; every theme gives each of these."""

    WINDOW = "window"
    PANEL = "panel"
    PAPER = "paper"
    INK = "ink"
    DIM = "dim"
    LINE = "line"
    CHIP = "chip"
    PRESSED = "pressed"
    TERM = "term"
    PERSON = "person"
    EVENT = "event"
    ACCENT = "accent"
    FOCUS = "focus"
    PASSAGE = "passage"
    SELECTION = "selection"
    SEARCH = "search"


class ThemeError(ValueError):
    """A theme's file cannot be used; the message says why, in one sentence."""


@dataclass(frozen=True)
class Theme:
    """A name and a colour for every role; a strong one has the contrast that WCAG calls enhanced."""

    name: str
    is_dark: bool
    colours: dict[Role, QColor]
    is_strong: bool = False

    def __getitem__(self, role: Role) -> QColor:
        return self.colours[role]


_ORDER = ("light", "sepia", "dark", "contrast", "contrast-dark")


def theme_names() -> list[str]:
    """The names of the themes that come with the program, those that are known best first."""
    found = {name.removesuffix(".toml") for name in resources.names("themes") if name.endswith(".toml")}
    return [*(name for name in _ORDER if name in found), *sorted(found.difference(_ORDER))]


def load_theme(name: str) -> Theme:
    """The theme of that name; ThemeError when its file is not there, or does not give each role a colour."""
    try:
        return parse_theme(name, resources.text("themes", f"{name}.toml"))
    except FileNotFoundError:
        raise ThemeError(f"There is no theme ‘{name}’.") from None


def parse_theme(name: str, text: str) -> Theme:
    """A theme from the TOML of its file: `is_dark`, perhaps `is_strong`, and a colour for each role.

    A colour is opaque and written ``#rrggbb``. ThemeError says all that is missing, unknown or no colour.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"Theme ‘{name}’ is no TOML: {error}.") from None
    roles = data.get("roles")
    given = roles if isinstance(roles, dict) else {}
    known = {role.value for role in Role}
    faults = [f"no colour for {role}" for role in Role if not _is_colour(given.get(role.value))]
    faults += [f"unknown role {role}" for role in given if role not in known]
    faults += [f"unknown key {key}" for key in data if key not in ("is_dark", "is_strong", "roles")]
    faults += [f"{key} is not true or false" for key in ("is_dark", "is_strong") if not _is_switch(data, key)]
    if faults:
        raise ThemeError(f"Theme ‘{name}’ cannot be used: {', '.join(faults)}.")
    colours = {role: QColor(given[role.value]) for role in Role}
    return Theme(name, data["is_dark"], colours, data.get("is_strong", False))


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("#[0-9a-fA-F]{6}", value) is not None


def _is_switch(data: dict[str, object], key: str) -> bool:
    return isinstance(data.get(key, False if key == "is_strong" else None), bool)


def seen_on(grounds: Iterable[QColor], colour: QColor, least: float = SEEN) -> QColor:
    """The palest mix of `colour` with the first ground that has that contrast with all of them."""
    under = list(grounds)
    for percent in range(5, 100, 5):
        made = mixed(under[0], colour, percent / 100)
        if all(contrast(made, ground) >= least for ground in under):
            return made
    return colour


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21, by WCAG 2.2's definition (relative luminance, sRGB)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette(theme: Theme) -> QPalette:
    """What Qt's own widgets are drawn with in this theme.

    Fusion leaves Midlight, Shadow and BrightText alone; they bring the style sheet what has no role of Qt's.
    """
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette(theme[Role.CHIP], theme[Role.WINDOW])
    for where, of in (
        (role.WindowText, Role.INK),
        (role.Text, Role.INK),
        (role.ButtonText, Role.INK),
        (role.Base, Role.PANEL),
        (role.AlternateBase, Role.WINDOW),
        (role.Window, Role.WINDOW),
        (role.Button, Role.CHIP),
        (role.Highlight, Role.SELECTION),
        (role.HighlightedText, Role.INK),
        (role.Link, Role.ACCENT),
        (role.LinkVisited, Role.ACCENT),
        (role.PlaceholderText, Role.DIM),
        (role.ToolTipBase, Role.PANEL),
        (role.ToolTipText, Role.INK),
        (role.Mid, Role.LINE),
        (role.Light, Role.PANEL),
        (role.Dark, Role.DIM),
        (role.Accent, Role.ACCENT),
        (role.Midlight, Role.PRESSED),
        (role.BrightText, Role.PAPER),
    ):
        made.setColor(where, theme[of])
    made.setColor(role.Shadow, edge(theme))
    for where in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(group.Disabled, where, theme[Role.DIM])
    return made


def cover(painter: QPainter, where: QRect, colour: QColor) -> None:
    """Covers that place with one colour.

    Given a colour, `fillRect` and QBrush look first whether it is a picture or a gradient, for which PySide6
    makes classes of both with all their names; the first page would wait for that.
    """
    brush = QBrush()
    brush.setColor(colour)
    brush.setStyle(Qt.BrushStyle.SolidPattern)
    painter.setBackground(brush)
    painter.eraseRect(where)


def edge(theme: Theme) -> QColor:
    """The colour of a control's outline: quiet, yet seen on every ground that controls stand on."""
    return (
        theme[Role.LINE]
        if theme.is_strong
        else seen_on([theme[Role.PAPER], theme[Role.PANEL], theme[Role.WINDOW]], theme[Role.DIM])
    )


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """`colour` with that share of the other one, 0 to 1, in it."""
    return QColor.fromRgbF(
        colour.redF() + (other.redF() - colour.redF()) * share,
        colour.greenF() + (other.greenF() - colour.greenF()) * share,
        colour.blueF() + (other.blueF() - colour.blueF()) * share,
    )


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
