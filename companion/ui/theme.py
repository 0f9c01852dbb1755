"""Theme: the colours of the window by role, read from data, and the palette Qt draws its own widgets with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette

from companion import resources


class Role(StrEnum):
    """What a colour is for; every theme gives each of these."""

    WINDOW = "window"
    PANEL = "panel"
    PAPER = "paper"
    INK = "ink"
    DIM = "dim"
    LINE = "line"
    CHIP = "chip"
    TERM = "term"
    PERSON = "person"
    EVENT = "event"
    ACCENT = "accent"
    FOCUS = "focus"
    PASSAGE = "passage"
    SELECTION = "selection"
    SEARCH = "search"


@dataclass(frozen=True)
class Theme:
    """A name and a colour for every role."""

    name: str
    is_dark: bool
    colours: dict[Role, QColor]

    def __getitem__(self, role: Role) -> QColor:
        return self.colours[role]


def theme_names() -> list[str]:
    """The names of the themes that come with the program."""
    return [name.removesuffix(".toml") for name in resources.names("themes") if name.endswith(".toml")]


def load_theme(name: str) -> Theme:
    """The theme of that name; ValueError when a role is missing or is no colour."""
    data = tomllib.loads(resources.text("themes", f"{name}.toml"))
    colours = {role: QColor(data["roles"].get(role.value, "")) for role in Role}
    missing = [role.value for role, colour in colours.items() if not colour.isValid()]
    if missing:
        raise ValueError(f"Theme ‘{name}’ has no colour for: {', '.join(missing)}.")
    return Theme(name, bool(data["is_dark"]), colours)


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21, by WCAG 2.2's definition (relative luminance, sRGB)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette(theme: Theme) -> QPalette:
    """What Qt's own widgets are drawn with in this theme."""
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
    ):
        made.setColor(where, theme[of])
    for where in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(group.Disabled, where, theme[Role.DIM])
    return made


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
