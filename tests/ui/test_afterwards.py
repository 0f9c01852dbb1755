from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from companion.ui.frame.afterwards import Afterwards, Part
from companion.ui.parts.panel_switch import PanelSwitch
from companion.ui.session import Session, bundled_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

LONG = 20_000


@pytest.fixture
def started(qtbot: QtBot) -> Iterator[Callable[..., Session]]:
    """Starts a session with the bundled reading, in stages or with all at once."""
    sessions: list[Session] = []

    def start(*, in_stages: bool) -> Session:
        made = Session(in_stages=in_stages)
        qtbot.addWidget(made.window)
        sessions.append(made)
        return made

    yield start
    for session in sessions:
        session.window.close()
        session.end()
        session.deleteLater()


def read(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.opening.text_opened, timeout=LONG):
        session.start(bundled_reading())


def finish(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.afterwards.is_finished, timeout=LONG)
    qtbot.waitUntil(lambda: len(session.reading.companion.entries) > 0, timeout=LONG)
    qtbot.waitUntil(lambda: not session.opening.is_reading, timeout=LONG)


def places(session: Session) -> dict[str, QRect]:
    """Where the parts with a name of their own stand in the window."""
    window = session.window
    return {
        widget.objectName(): QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
        for widget in window.findChildren(QWidget)
        if widget.objectName() and not widget.isWindow() and widget.isVisibleTo(window)
    }


class Owner(QObject):
    """Notes what is asked of it; there is no part of the name ``none``."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> str:
        if name == "none":
            raise AttributeError(name)
        self.asked.append(name)
        return name


@pytest.fixture
def owner() -> Owner:
    return Owner()


def of(owner: Owner, *names: str) -> Afterwards:
    return Afterwards([Part(owner, name) for name in names], owner)


# -- parts


def test_parts_are_asked_for_in_their_order_between_other_events(qtbot: QtBot, owner: Owner) -> None:
    afterwards = of(owner, "page", "panel", "card")
    assert owner.asked == []
    with qtbot.waitSignal(afterwards.finished):
        afterwards.begin()
    assert owner.asked == ["page", "panel", "card"]
    assert afterwards.is_finished


def test_all_parts_are_made_at_once_when_that_is_wanted(qtbot: QtBot, owner: Owner) -> None:
    afterwards = of(owner, "page", "panel", "card")
    with qtbot.waitSignal(afterwards.finished):
        afterwards.complete()
    assert owner.asked == ["page", "panel", "card"]


def test_no_part_is_made_once_the_window_is_left(qtbot: QtBot, owner: Owner) -> None:
    afterwards = of(owner, "page", "panel")
    afterwards.begin(1)
    afterwards.leave()
    qtbot.wait(30)
    assert owner.asked == []


def test_a_part_that_cannot_be_made_does_not_hold_up_the_others(owner: Owner) -> None:
    afterwards = of(owner, "page", "none", "card")
    with pytest.raises(AttributeError):
        afterwards.complete()
    afterwards.complete()
    assert owner.asked == ["page", "card"]
    assert afterwards.is_finished


# -- the window


def test_the_text_is_there_before_what_stands_round_it(qtbot: QtBot, started: Callable[..., Session]) -> None:
    session = started(in_stages=True)
    read(qtbot, session)
    window = session.window
    assert session.reading.document.text
    assert not session.afterwards.is_finished
    assert not window.is_made("people_panel")
    assert not window.docks["people"].isHidden()


def test_nothing_moves_when_the_panels_come(qtbot: QtBot, started: Callable[..., Session]) -> None:
    session = started(in_stages=True)
    read(qtbot, session)
    before = places(session)
    finish(qtbot, session)
    after = places(session)
    assert "people_panel" not in before
    assert "people_panel" in after
    assert {name: after[name] for name in before} == before


def test_made_in_stages_it_is_the_same_window(qtbot: QtBot, started: Callable[..., Session]) -> None:
    in_stages, at_once = started(in_stages=True), started(in_stages=False)
    for session in (in_stages, at_once):
        read(qtbot, session)
        finish(qtbot, session)
    assert places(in_stages) == places(at_once)
    for panel in ("contents", "people", "glossary", "timeline", "passages", "bookmarks"):
        shown = [getattr(one.window, f"{panel}_panel") for one in (in_stages, at_once)]
        assert shown[0].is_empty == shown[1].is_empty, panel
        assert shown[0].empty_words == shown[1].empty_words, panel
    lists = [one.window.people_panel.view.rows for one in (in_stages, at_once)]
    assert lists[0].rowCount() == lists[1].rowCount() > 0
    for action in at_once.window.actions_by_name:
        other = in_stages.window.actions_by_name[action.objectName()]
        assert other.isEnabled() == action.isEnabled(), action.text()
        assert other.isChecked() == action.isChecked(), action.text()
        assert other.shortcuts() == action.shortcuts(), action.text()


def test_whoever_asks_for_a_part_has_it_at_once(qtbot: QtBot, started: Callable[..., Session]) -> None:
    session = started(in_stages=True)
    read(qtbot, session)
    panel = session.window.glossary_panel
    assert panel.isVisible()
    assert session.window.docks["glossary"].widget() is panel
    switch = session.window.actions_by_name["panel_people"]
    assert isinstance(switch, PanelSwitch)
    switch.go()
    assert session.window.is_made("people_panel")
    assert not session.afterwards.is_finished
    session.window.actions_by_name["palette"].trigger()
    assert session.window.asking.palette.isVisible()


def test_a_key_finds_the_window_complete(qtbot: QtBot, started: Callable[..., Session]) -> None:
    session = started(in_stages=True)
    read(qtbot, session)
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    assert not session.afterwards.is_finished
    QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_Down)
    assert session.afterwards.is_finished
    assert session.window.is_made("search_panel")


def test_it_can_be_closed_before_it_is_complete(qtbot: QtBot, started: Callable[..., Session]) -> None:
    session = started(in_stages=True)
    read(qtbot, session)
    assert not session.afterwards.is_finished
    session.window.close()
    qtbot.wait(30)
    assert not session.window.is_made("timeline_panel")


def test_the_shelf_knows_the_text_that_was_there_before_it(
    qtbot: QtBot, started: Callable[..., Session]
) -> None:
    session = started(in_stages=True)
    read(qtbot, session)
    finish(qtbot, session)
    shelving = session.shelf.shelving
    qtbot.waitUntil(lambda: bool(shelving.catalogue.books), timeout=LONG)
    assert shelving.identity in shelving.catalogue.books
