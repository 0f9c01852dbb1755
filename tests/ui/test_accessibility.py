"""The whole window, and every window it opens, for those who hear it, type only, or need large letters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cut_off import cut_off
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from companion.ui.actions import COMMANDS
from companion.ui.parts.chips import Chips
from companion.ui.session import Session, bundled_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleEvent
    from pytestqt.qtbot import QtBot

    from companion.ui.window import Window

HERE = Path(__file__).resolve().parent
OPENERS = ("bundled", "companion_format")
"""What opens a text, though it stands where windows are opened."""


@pytest.fixture
def session(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    started = Session()
    qtbot.addWidget(started.window)
    with qtbot.waitSignal(started.opening.companion_read, timeout=20_000):
        started.start(bundled_reading())
    started.window.resize(1400, 900)
    yield started
    started.window.close()
    started.end()
    started.deleteLater()


@pytest.fixture
def window(session: Session) -> Window:
    person = next(person for person in session.reading.companion.people if person.name == "Enver Hoxha")
    session.reading.focus_on(person.id)
    QApplication.processEvents()
    return session.window


@pytest.fixture(params=["usual", "large letters", "right to left"])
def guise(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """How the interface stands before the window is made."""
    font, direction = qapp.font(), qapp.layoutDirection()
    if request.param == "large letters":
        large = QFont(font)
        large.setPixelSize(20)
        qapp.setFont(large)
    if request.param == "right to left":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield request.param
    qapp.setFont(font)
    qapp.setLayoutDirection(direction)


def names_that_open_windows() -> list[str]:
    """The commands that end in three dots, and all of Help."""
    last = list(COMMANDS)[-1]
    return [
        command.name
        for title, commands in COMMANDS.items()
        for command in commands
        if command is not None
        and (command.words.endswith("…") or title == last)
        and command.name not in OPENERS
    ]


def open_windows(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every other window that the actions open, with the action's name; closed when it was looked at."""
    for name in names_that_open_windows():
        before = set(QApplication.topLevelWidgets())
        window.actions_by_name[name].trigger()
        QApplication.processEvents()
        for opened in QApplication.topLevelWidgets():
            if opened.isVisible() and (opened not in before or isinstance(opened, QDialog)):
                yield name, opened
                opened.close()
        QApplication.processEvents()


def nameless(root: QWidget) -> list[str]:
    """The controls in `root` that a screen reader would have no name for."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        if widget.isHidden():
            continue  # it may have no words before it is wanted
        if isinstance(widget, QLabel) or isinstance(widget.window(), QFrame):
            continue  # a label says what it shows; the list of a choice is named by the choice
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None and not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


# -- heard


def test_every_control_of_every_window_has_a_name(window: Window) -> None:
    window.notice.tell("Something.", ["1:1: detail"], action="Do")
    assert nameless(window) == []
    opened = set()
    for name, other in open_windows(window):
        opened.add(name)
        assert nameless(other) == [], name
        assert other.windowTitle(), f"the window of {name} has no title"
    assert {"preferences", "keys", "about"} <= opened


def test_the_rows_of_every_list_say_more_than_they_show(window: Window) -> None:
    for name in ("glossary_panel", "people_panel"):
        panel = window.findChild(QWidget, name)
        view = panel.findChild(QTableView)
        heading = view.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole)
        table = QAccessible.queryAccessibleInterface(view)
        parts = (table.child(number) for number in range(table.childCount()))
        first = next(part for part in parts if part.role() == QAccessible.Role.Cell)
        said = first.text(QAccessible.Text.Name)
        assert said.startswith(heading)
        assert "passage" in said.removeprefix(heading)


def test_the_text_is_read_as_text(window: Window) -> None:
    interface = QAccessible.queryAccessibleInterface(window.reading_view)
    assert interface.textInterface() is not None
    assert "Albania" in interface.textInterface().text(0, 200)


def test_what_comes_into_focus_is_said(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent) and event.object() is session.window:
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    reading = session.reading
    hoxha, shehu = (
        next(p.id for p in reading.companion.people if name in p.name) for name in ("Enver", "Shehu")
    )
    reading.focus_on(hoxha)
    assert said == ["In focus: Enver Hoxha, 11 passages"]
    reading.next_passage()
    assert said[-1].startswith("1 of 11 passages: ")
    assert "Enver Hoxha" in said[-1]
    reading.add_to_focus(shehu)
    assert said[-1].startswith("In focus: Enver Hoxha and Mehmet Shehu, ")
    reading.release()
    assert said[-1] == "Nothing is in focus"
    reading.search("partisan")
    reading.next_hit()
    assert said[-1].startswith("Hit ")
    assert "partisan" in said[-1]


# -- typed


def leave_names(qtbot: QtBot, window: Window) -> None:
    """In the text Tab goes from name to name; one Esc closes the card, the next leaves the names."""
    qtbot.keyClick(window.reading_view, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.reading_view
    for _ in range(2):
        qtbot.keyClick(window.reading_view, Qt.Key.Key_Escape)


def test_tab_goes_through_one_region_after_the_other(qtbot: QtBot, window: Window) -> None:
    """Each region once, and all that can be reached in it before the next."""
    places: dict[QWidget, str] = {window.title_bar: "title_bar", window.centralWidget(): "page"}
    places |= {dock: name for name, dock in window.docks.items()}
    window.activateWindow()
    window.reading_view.setFocus()
    leave_names(qtbot, window)
    walked: list[QWidget] = [window.reading_view]
    regions = ["page"]
    while len(walked) < 200:
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        holder = window.focusWidget()
        if holder is window.reading_view:
            break
        assert holder not in walked, holder
        walked.append(holder)
        region = next((name for part, name in places.items() if part.isAncestorOf(holder)), "tabs")
        if region != regions[-1]:
            regions.append(region)
    assert window.focusWidget() is window.reading_view, "Tab comes round"
    assert len(regions) == len(set(regions)), regions
    assert {"page", "glossary", "people", "timeline", "title_bar"} <= set(regions)
    leave_names(qtbot, window)
    qtbot.keyClick(window.reading_view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is walked[-1]


# -- seen


def test_what_is_cut_off_is_found(host: QWidget) -> None:
    label = QLabel("Words that are too long for it", host)
    label.setGeometry(0, 0, 60, 20)
    button = QPushButton("More words than fit", host)
    button.setGeometry(0, 30, 60, 30)
    wrapped = QLabel("Words on several lines of which the last is not seen", host, wordWrap=True)
    wrapped.setGeometry(0, 70, 90, 20)
    beyond = QLineEdit(host)
    beyond.setGeometry(host.width() - 20, 100, 100, 30)
    whole = QLabel("Whole", host)
    whole.setGeometry(0, 140, 100, 20)
    for widget in host.findChildren(QWidget):
        widget.show()
    found = cut_off(host)
    assert [line.split()[0].strip(":") for line in found] == ["QLabel", "QPushButton", "QLabel", "QLineEdit"]
    label.setToolTip(label.text())
    assert len(cut_off(host)) == 3


@pytest.mark.parametrize("size", [(1400, 900), (1024, 700)], ids=str)
def test_nothing_is_cut_off(guise: str, window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    assert cut_off(window) == []
    window.notice.tell(
        "The file “book.txt” cannot be read: it is not text.", ["1:1: a"], action="Copy details"
    )
    QApplication.processEvents()
    assert cut_off(window.notice) == []


def test_nothing_is_cut_off_in_other_windows(guise: str, window: Window) -> None:
    for name, other in open_windows(window):
        assert cut_off(other) == [], name
        least = other.minimumSizeHint()
        assert least.width() <= 1000, name
        assert least.height() <= 680, name


AT_TWICE_THE_SIZE = """
import sys
sys.path.insert(0, {here!r})
from cut_off import cut_off
from PySide6.QtCore import QTimer
from companion.ui.running import application
from companion.ui.session import Session, bundled_reading
running = application()
session = Session()
def look():
    print(session.window.devicePixelRatio(), session.window.width(), session.window.height(), flush=True)
    print(*cut_off(session.window), sep="\\n")
    session.window.close()
    running.exit()
def read(companion):
    session.window.resize(1024, 700)
    QTimer.singleShot(300, look)
session.opening.companion_read.connect(read)
session.start(bundled_reading())
running.exec()
session.end()
"""


def test_nothing_is_cut_off_at_twice_the_size() -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_TWICE_THE_SIZE.format(here=str(HERE))],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        cwd=HERE.parents[1],
        env={**os.environ, "QT_SCALE_FACTOR": "2"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n", 1) == ["2.0 1024 700", "\n"]


def test_fields_of_different_panels_are_told_apart_and_chips_told_in_their_order(window: Window) -> None:
    names = [panel.filter_field.accessibleName() for panel in (window.glossary_panel, window.people_panel)]
    assert names == ["Filter 41 terms", "Filter 20 people"]
    chips = window.people_panel.findChild(QWidget, "entry_detail").findChild(Chips)
    interface = QAccessible.queryAccessibleInterface(chips)
    told = [interface.child(number).text(QAccessible.Text.Name) for number in range(interface.childCount())]
    assert told[-1].endswith("more")
    assert not any(name.endswith("more") for name in told[:-1])
