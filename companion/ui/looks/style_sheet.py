"""Style sheet: what a palette cannot say of Qt's own widgets: hairlines, slim bars, quiet buttons."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from companion.ui.looks.theme import Role, edge

if TYPE_CHECKING:
    from companion.ui.looks.theme import Theme

_SHEET = Template("""
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 1px 10px;
  spacing: 2px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent; }
QToolButton:hover { background: $chip; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: transparent; border: 1px solid $dim; border-radius: 6px; padding: 3px 10px; }
QPushButton:hover { background: $chip; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $dim; border-color: $line; }
QMenuBar { background: $window; border: none; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $chip; }
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $chip; color: $ink; }
QMenu::item:disabled { color: $dim; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 2px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $dim; border-radius: 3px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: $panel; color: $dim; border: none; padding: 6px 12px; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $ink; background: $chip; }
QLineEdit { background: $paper; border: 1px solid $edge; border-radius: 6px; padding: 3px 8px;
  selection-background-color: $selection; selection-color: $ink; }
QLineEdit:focus { border-color: $accent; }
QComboBox { background: $paper; border: 1px solid $edge; border-radius: 6px;
  padding: 4px 9px; selection-background-color: $selection; selection-color: $ink; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox:focus { border-color: $accent; outline: none; }
QComboBox:hover { background: $chip; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $edge; padding: 4px; outline: none;
  selection-background-color: $selection; selection-color: $ink; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: 4px 6px; }
""")


def style_sheet(theme: Theme) -> str:
    """The style sheet of the program in one theme."""
    colours = {role.value: theme[role].name() for role in Role}
    return _SHEET.substitute(colours, edge=edge(theme).name())
