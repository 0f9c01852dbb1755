"""The spoiler guard in the window: its switch, its sign, and that it comes back with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from companion.ui.finding.anything import Anything
from companion.ui.session import Session, bundled_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Callable[[], Session]]:
    started: list[Session] = []

    def begin() -> Session:
        session = Session()
        qtbot.addWidget(session.window)
        with qtbot.waitSignal(session.opening.companion_read, timeout=20_000):
            session.start(bundled_reading())
        started.append(session)
        return session

    yield begin
    for session in started:
        session.window.close()
        session.end()
        session.deleteLater()


def sign_of(session: Session) -> QWidget:
    sign = session.window.findChild(QWidget, "guard_sign")
    assert sign is not None
    return sign


def test_the_switch_and_its_sign(start: Callable[[], Session]) -> None:
    session = start()
    reading, actions = session.reading, session.window.actions_by_name
    assert sign_of(session).isHidden()
    actions["guard"].trigger()
    assert reading.is_guarded
    assert actions["guard"].isChecked()
    assert not sign_of(session).isHidden()
    place = reading.document.paragraph_number(reading.horizon - 1)
    assert f"§{place}" in sign_of(session).accessibleName()
    assert "as far as you have read" in sign_of(session).accessibleName()
    assert 0 < len(reading.companion.entries) < len(reading.whole.entries)
    actions["guard"].trigger()
    assert not reading.is_guarded
    assert sign_of(session).isHidden()
    assert reading.companion is reading.whole


def test_what_is_on_the_screen_can_be_made_the_furthest_place(start: Callable[[], Session]) -> None:
    session = start()
    reading, actions = session.reading, session.window.actions_by_name
    actions["guard"].trigger()
    reading.furthest = len(reading.document.text)
    reading.show_as_far_as_read()
    assert reading.companion is reading.whole
    actions["read_to_here"].trigger()
    assert reading.furthest == reading.place.end
    assert len(reading.companion.entries) < len(reading.whole.entries)


def test_a_guarded_text_is_guarded_when_it_is_opened_again(start: Callable[[], Session]) -> None:
    first = start()
    first.window.actions_by_name["guard"].trigger()
    known = {entry.id for entry in first.reading.companion.entries}
    first.window.close()

    again = start()
    assert again.reading.is_guarded
    assert again.window.actions_by_name["guard"].isChecked()
    assert known <= {entry.id for entry in again.reading.companion.entries}
    assert len(again.reading.companion.entries) < len(again.reading.whole.entries)


def test_no_later_name_can_be_found_by_the_palette(start: Callable[[], Session]) -> None:
    session = start()
    session.window.actions_by_name["guard"].trigger()
    reading = session.reading
    known = {entry.heading for entry in reading.companion.entries}
    hidden = {entry.heading for entry in reading.whole.entries} - known
    assert hidden
    later = [section.title for section in reading.document.sections if section.start >= reading.horizon]
    assert later
    anything = Anything(session.window.actions_by_name, reading, session.look, session.settings)
    for words in [*sorted(hidden)[:20], *later]:
        assert words not in [goal.words for goal in anything.find(words)]
