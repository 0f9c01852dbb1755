from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget

from companion.core.document import Span
from companion.ui.entries.entry_card import EntryCard
from companion.ui.looks.look import Look
from companion.ui.parts.card_ground import CardShadow
from companion.ui.parts.field import Field
from companion.ui.parts.quiet_button import QuietButton
from companion.ui.pointed import Pointed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(host: QWidget) -> EntryCard:
    return EntryCard(sample.opened(host), Look(host), host)


def pointed(card: EntryCard, *entries: str, at: tuple[int, int] = (100, 60), **how: bool) -> Pointed:
    corner = card.parentWidget().mapToGlobal(QPoint(*at))
    return Pointed(entries, QRect(corner, QSize(60, 20)), **how)


def words_of(card: EntryCard) -> list[str]:
    return [one.words for one in card.findChildren(QuietButton)]


def test_the_keyboard_opens_it_at_once_and_it_says_all(card: EntryCard) -> None:
    card.point(pointed(card, "verl", by_keyboard=True))
    assert card.isVisible()
    said = card.accessibleName()
    for part in (
        "Anna Verl",
        "person",
        "commander",
        "Held the walls",
        "held the wall",
        "5 passages",
        "first: §1",
    ):
        assert part in said
    assert QApplication.focusWidget() is None or not card.isAncestorOf(QApplication.focusWidget())


def test_the_pointer_has_to_rest(card: EntryCard, qtbot: QtBot) -> None:
    card.point(pointed(card, "verl"))
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible)


def test_it_does_not_open_when_the_pointer_moves_on(card: EntryCard, qtbot: QtBot) -> None:
    card.point(pointed(card, "verl"))
    card.point(None)
    qtbot.wait(450)
    assert not card.isVisible()


def test_it_waits_for_the_pointer_to_come_in(card: EntryCard, qtbot: QtBot) -> None:
    card.point(pointed(card, "verl"))
    qtbot.waitUntil(card.isVisible)
    card.point(None)
    assert card.isVisible()
    QApplication.sendEvent(card, QEvent(QEvent.Type.Enter))
    assert not card._closing.isActive()
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(card.isHidden)


def test_the_keyboards_card_closes_at_once(card: EntryCard) -> None:
    card.point(pointed(card, "verl", by_keyboard=True))
    card.point(None)
    assert card.isHidden()


@pytest.mark.parametrize("at", [(0, 0), (690, 10), (300, 580), (690, 590), (10, 300)])
def test_it_stands_within_the_window_and_not_on_the_name(card: EntryCard, at: tuple[int, int]) -> None:
    card.point(pointed(card, "verl", at=at, by_keyboard=True))
    shown = card.geometry()
    assert card.parentWidget().rect().contains(shown)
    assert not shown.intersects(QRect(QPoint(*at), QSize(60, 20)))


def test_the_pointer_reaches_through_its_shadow(card: EntryCard, host: QWidget) -> None:
    name = QRect(QPoint(100, 60), QSize(60, 20))
    card.point(pointed(card, "verl", by_keyboard=True))
    shadow = host.findChild(CardShadow)
    assert shadow is not None
    assert shadow.isVisible()
    assert shadow.geometry().intersects(name)
    for corner in (name.topLeft(), name.bottomLeft(), name.bottomRight()):
        assert host.childAt(corner) is None
    card.dismiss()
    assert not shadow.isVisible()


def test_esc_a_scroll_and_a_new_focus_close_it(card: EntryCard, host: QWidget, qtbot: QtBot) -> None:
    def opened() -> None:
        card.point(pointed(card, "verl", by_keyboard=True))
        assert card.isVisible()

    opened()
    qtbot.keyClick(host, Qt.Key.Key_Escape)
    assert card.isHidden()
    opened()
    card._reading.moved_to(Span(20, 60))
    assert card.isHidden()
    opened()
    card._reading.focus_on("ferrand")
    assert card.isHidden()
    opened()
    qtbot.mouseClick(host, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert card.isHidden()


def test_a_click_inside_does_not_close_it(card: EntryCard, qtbot: QtBot) -> None:
    card.point(pointed(card, "verl", by_keyboard=True))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert card.isVisible()


def test_esc_is_the_windows_again_when_it_is_closed(card: EntryCard, host: QWidget, qtbot: QtBot) -> None:
    field = Field(Look(host), "Words", host)
    field.show()
    card.point(pointed(card, "verl", by_keyboard=True))
    with qtbot.assertNotEmitted(field.escaped):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.escaped):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_esc_is_the_menus_that_is_open_over_it(card: EntryCard, host: QWidget, qtbot: QtBot) -> None:
    card.point(pointed(card, "verl", by_keyboard=True))
    menu = QMenu(host)
    menu.addAction("Copy")
    menu.popup(host.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_it_does_not_open_under_a_menu(card: EntryCard, host: QWidget, qtbot: QtBot) -> None:
    card.point(pointed(card, "verl"))
    menu = QMenu(host)
    menu.addAction("Copy")
    menu.popup(host.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(menu.isVisible)
    qtbot.waitUntil(lambda: not card._opening.isActive())
    assert not card.isVisible()
    menu.close()


def test_turning_to_something_else_by_keyboard_closes_it(
    card: EntryCard, host: QWidget, qtbot: QtBot
) -> None:
    field = Field(Look(host), "Words", host)
    field.show()
    card.point(pointed(card, "verl", by_keyboard=True))
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: not card.isVisible())


class _Turn(QObject):
    """Has the card dismissed while it is being shown, as a window does that is laid out anew just then."""

    def __init__(self, card: EntryCard) -> None:
        super().__init__(card)
        self._card = card
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Polish, QEvent.Type.Resize) and not self._card.isVisible():
            self._card.point(None)
        return False


def test_esc_is_the_windows_when_it_was_dismissed_while_it_opened(
    card: EntryCard, host: QWidget, qtbot: QtBot
) -> None:
    turn = _Turn(card)
    card.point(pointed(card, "verl", by_keyboard=True))
    assert card.isHidden()
    assert not card.isVisible()
    line = Field(card._look, "", host)
    line.show()
    with qtbot.waitSignal(line.escaped):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    card.removeEventFilter(turn)
    card.point(pointed(card, "verl", by_keyboard=True))
    assert card.isVisible()


def test_its_buttons_focus_and_go(card: EntryCard, qtbot: QtBot) -> None:
    card.point(pointed(card, "verl", by_keyboard=True))
    passages, first = card.findChildren(QuietButton)
    assert (passages.words, first.words) == ("5 passages", "first: §1")
    qtbot.mouseClick(passages, Qt.MouseButton.LeftButton)
    assert card._reading.focus == ("verl",)
    assert card.isHidden()
    card.point(pointed(card, "ferrand", by_keyboard=True))
    first = card.findChildren(QuietButton)[-1]
    with qtbot.waitSignal(card._reading.passage_requested):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert card._reading.focus == ("ferrand",)
    assert card._reading.passage_index == 0


def test_a_name_that_may_mean_several(card: EntryCard, qtbot: QtBot) -> None:
    card.point(pointed(card, "verl", "ferrand", ambiguous=True, by_keyboard=True))
    assert card.accessibleName().startswith("This name may mean:")
    assert words_of(card) == ["Anna Verl", "Zoë Ferrand"]
    qtbot.mouseClick(card.findChildren(QuietButton)[1], Qt.MouseButton.LeftButton)
    assert card._reading.focus == ("ferrand",)


def test_pointing_again_by_keyboard_goes_in(card: EntryCard, host: QWidget, qtbot: QtBot) -> None:
    host.activateWindow()
    field = QLineEdit(host)
    field.show()
    field.setFocus()
    where = pointed(card, "verl", "ferrand", ambiguous=True, by_keyboard=True)
    card.point(where)
    card.point(where)
    assert QApplication.focusWidget() is card.findChildren(QuietButton)[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert card.isHidden()
    assert field.hasFocus()


def test_alt_down_goes_in(card: EntryCard, host: QWidget, qtbot: QtBot) -> None:
    host.activateWindow()
    card.point(pointed(card, "verl", by_keyboard=True))
    qtbot.keyClick(host, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is card.findChildren(QuietButton)[0]
    card.point(None)  # the view has lost the keyboard: to the card
    assert card.isVisible()


def test_an_event_says_its_date(card: EntryCard) -> None:
    card.point(pointed(card, "letter", by_keyboard=True))
    assert "event · January 1644" in card.accessibleName()


def test_an_entry_the_text_never_names(card: EntryCard) -> None:
    card.point(pointed(card, "ghost", by_keyboard=True))
    assert "not in the text" in card.accessibleName()
    assert words_of(card) == []
    card.enter()  # there is nothing to go to


def test_unknown_entries_open_nothing(card: EntryCard) -> None:
    card.point(pointed(card, "gone", by_keyboard=True))
    assert card.isHidden()


def test_what_was_shown_before_is_gone(card: EntryCard) -> None:
    card.point(pointed(card, "verl", by_keyboard=True))
    card.point(pointed(card, "postern", by_keyboard=True))
    assert card.accessibleName().startswith("postern. term. A small gate")
    assert card.findChildren(QLabel)[0].text() == "postern"


def test_a_closed_card_dies_and_filters_nothing_more(host: QWidget, qtbot: QtBot) -> None:
    reading = sample.opened(host)
    card = EntryCard(reading, Look(host), host)
    card.point(pointed(card, "verl", by_keyboard=True))
    gone = weakref.ref(card)
    card.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del card
    gc.collect()
    assert gone() is None
    qtbot.keyClick(host, Qt.Key.Key_Escape)


def test_a_guarded_companion_leaves_it_open_as_long_as_it_knows_the_entry(card: EntryCard) -> None:
    card.point(pointed(card, "verl", by_keyboard=True))
    reading = card._reading
    reading.furthest = reading.document.text.index("Nobody knew")
    reading.guard(True)
    assert len(reading.companion.entries) < len(reading.whole.entries)
    assert card.isVisible()
    reading.furthest = 0
    assert not card.isVisible()
