"""Cut off: words that are wider or higher than the widget that shows them, and that nothing else tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenuBar,
    QTabBar,
    QTableView,
    QToolBar,
    QToolButton,
    QWidget,
)

from companion.ui.parts.quiet_button import QuietButton

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLACK = 1
"""Pixels by which the width of words in fractions may be rounded up."""


def cut_off(root: QWidget) -> list[str]:
    """A line for each visible widget in `root` whose words are cut off without a tool tip that holds them."""
    widgets = [root, *root.findChildren(QWidget)]
    return [line for widget in widgets if _is_seen(widget) for line in _cut(widget)]


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _cut(widget: QWidget) -> Iterator[str]:
    words, width, height = _needs(widget)
    told = "".join((widget.toolTip() + widget.statusTip()).split())
    if words and "".join(words.split()) not in told:
        if width > widget.width() + _SLACK:
            yield f"{_called(widget)}: ‘{words}’ needs {width} of {widget.width()} pixels in width"
        if height > widget.height() + _SLACK:
            yield f"{_called(widget)}: ‘{words}’ needs {height} of {widget.height()} pixels in height"
    yield from _parts_out_of_sight(widget)
    if (words or widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and (lost := _out_of_parent(widget)):
        yield f"{_called(widget)}: ‘{words}’ lies {lost} outside of {_called(widget.parentWidget())}"


def _needs(widget: QWidget) -> tuple[str, int, int]:
    """The words of a widget, and the width and height that they take with what is round them."""
    metrics = widget.fontMetrics()
    match widget:
        case QLabel() if widget.hasHeightForWidth() or widget.wordWrap():
            return widget.text(), 0, widget.heightForWidth(widget.width())
        case QLabel():
            margins, more = widget.contentsMargins(), 2 * widget.margin()
            size = metrics.size(Qt.TextFlag.TextShowMnemonic, widget.text())
            return (
                widget.text(),
                size.width() + margins.left() + margins.right() + more,
                metrics.tightBoundingRect(widget.text()).height() + margins.top() + margins.bottom() + more,
            )
        case QuietButton():
            return widget.words, widget.sizeHint().width(), metrics.tightBoundingRect(widget.words).height()
        case QToolButton() if widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return "", 0, 0
        case QAbstractButton() if widget.text():
            width = metrics.size(Qt.TextFlag.TextShowMnemonic, widget.text()).width()
            return widget.text(), max(width, widget.sizeHint().width()), metrics.height()
        case QLineEdit():
            margins = widget.textMargins()
            words = "" if widget.text() else widget.placeholderText()  # what is typed scrolls
            return (
                words,
                metrics.horizontalAdvance(words) + margins.left() + margins.right() + 4,
                metrics.height(),
            )
        case QComboBox():
            return (
                widget.currentText(),
                metrics.horizontalAdvance(widget.currentText()) + 30,
                metrics.height(),
            )
    return "", 0, 0


def _parts_out_of_sight(widget: QWidget) -> Iterator[str]:
    """What a widget of several parts does not show of them."""
    match widget:
        case QMenuBar():
            for action in widget.actions():
                if not widget.rect().contains(widget.actionGeometry(action)):
                    yield f"the menu {action.text()} is not seen"
        case QToolBar():
            extension = widget.findChild(QToolButton, "qt_toolbar_ext_button")
            if extension is not None and extension.isVisible():
                yield f"{_called(widget)} does not show all of its buttons"
        case QTabBar():
            for number in range(widget.count()):
                if not widget.rect().contains(widget.tabRect(number)):
                    yield f"the tab {widget.tabText(number)} is not seen"
                elif (
                    widget.fontMetrics().horizontalAdvance(widget.tabText(number))
                    > widget.tabRect(number).width()
                ):
                    yield f"the tab {widget.tabText(number)} is too narrow"
        case QTableView() if widget.model() is not None and widget.model().rowCount():
            row, letters = widget.rowHeight(max(0, widget.rowAt(0))), widget.fontMetrics().height()
            if row < letters:
                yield f"{_called(widget)}: a row of {row} pixels for letters of {letters}"


def _out_of_parent(widget: QWidget) -> str:
    """By how much a widget goes beyond the one that it stands in; nothing where that can be scrolled."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, QDockWidget):
        return ""
    above = parent.parentWidget()
    if isinstance(above, QAbstractScrollArea) or isinstance(parent, QAbstractScrollArea):
        return ""
    inside: QRect = parent.rect().intersected(widget.geometry())
    lost = widget.geometry().size() - inside.size()
    return f"{lost.width()}, {lost.height()} pixels" if lost.width() > 0 or lost.height() > 0 else ""


def _called(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    named = widget.objectName() or (widget.parentWidget().objectName() if widget.parentWidget() else "")
    return f"{type(widget).__name__} {named}".strip()
