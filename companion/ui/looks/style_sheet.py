"""Style sheet: what a palette cannot say of Qt's own widgets: hairlines, slim bars, quiet buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt

from companion.ui.looks.theme import palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from companion.ui.looks.theme import Theme

# Its colours are the palette's, so that it stays the same in every theme: a new one for the application
# restyles each of its widgets, of which there are hundreds; a palette, only those that have a rule here.
STYLE_SHEET = """
QMainWindow::separator { background: palette(mid); width: 1px; height: 1px; }
QMainWindow::separator:hover { background: palette(accent); }
QToolBar { background: palette(window); border: none; border-bottom: 1px solid palette(mid);
  padding: 4px; spacing: 2px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent; }
QToolButton:hover { background: palette(button); }
QToolButton:pressed, QToolButton:checked { background: palette(midlight); }
QToolButton:focus { border-color: palette(accent); }
QToolButton::menu-indicator { image: none; }
QPushButton { background: transparent; border: 1px solid palette(dark); border-radius: 6px;
  padding: 3px 10px; }
QPushButton:hover { background: palette(button); }
QPushButton:pressed, QPushButton:checked { background: palette(midlight); }
QPushButton:focus { border-color: palette(accent); }
QPushButton:disabled { color: palette(dark); border-color: palette(mid); }
QMenuBar { background: palette(window); border: none; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: palette(button); }
QMenu { background: palette(base); border: 1px solid palette(mid); padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: palette(button); color: palette(text); }
QMenu::item:disabled { color: palette(dark); }
QMenu::separator { height: 1px; background: palette(mid); margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: palette(shadow); border-radius: 2px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: palette(dark); border-radius: 3px;
  margin: 2px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: palette(dark); border: none;
  border-bottom: 2px solid transparent; padding: 5px 2px; margin: 0 4px 0 16px; }
QTabBar::tab:hover { color: palette(text); }
QTabBar::tab:selected { color: palette(text); border-bottom-color: palette(accent); }
QTabBar::tab:focus { color: palette(text); background: palette(button); }
QLineEdit { background: palette(bright-text); border: 1px solid palette(shadow); border-radius: 6px;
  padding: 3px 8px; selection-background-color: palette(highlight); selection-color: palette(text); }
QLineEdit:focus { border-color: palette(accent); }
QComboBox { background: palette(bright-text); border: 1px solid palette(shadow); border-radius: 6px;
  padding: 4px 9px; selection-background-color: palette(highlight); selection-color: palette(text); }
QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox:focus { border-color: palette(accent); outline: none; }
QComboBox:hover { background: palette(button); }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: palette(base); border: 1px solid palette(shadow);
  padding: 4px; outline: none;
  selection-background-color: palette(highlight); selection-color: palette(text); }
QProgressBar { background: palette(mid); border: none; border-radius: 2px; }
QProgressBar::chunk { background: palette(accent); border-radius: 2px; }
QToolTip { background: palette(base); color: palette(text); border: 1px solid palette(mid);
  padding: 4px 6px; }
"""
"""The style sheet of the program, the same in every theme."""

_RULED = (
    *("QMainWindow", "QToolBar", "QToolButton", "QPushButton", "QMenuBar", "QMenu", "QScrollBar", "QTabBar"),
    *("QLineEdit", "QComboBox", "QProgressBar", "QComboBoxListView"),
)
"""The kinds of widget that have a rule, but for tooltips, of which each is made anew; told by name, so that
PySide6 need not make a class of each while the program starts."""


def dress(application: QApplication, theme: Theme) -> None:
    """Shows the whole application in the colours of a theme."""
    application.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    application.setPalette(palette(theme))
    application.sendPostedEvents(None, QEvent.Type.ApplicationPaletteChange.value)  # nothing is told later
    if application.styleSheet() != STYLE_SHEET:
        application.setStyleSheet(STYLE_SHEET)
        return
    for widget in application.allWidgets():
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) and _has_rule(widget):
            style = widget.style()  # Qt keeps the colours that it once found for a rule, until this
            style.unpolish(widget)
            style.polish(widget)


def _has_rule(widget: QWidget) -> bool:
    return bool(widget.styleSheet()) or any(map(widget.inherits, _RULED))
