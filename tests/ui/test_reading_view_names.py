"""Names: pointed at once, followed by click and by keyboard, marked each in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from reading_view_sample import (
    CTRL,
    LEFT,
    LONG,
    NO_KEYS,
    SHIFT,
    companion_of,
    document_of,
    drag,
    middle_of,
    move,
    press,
    shown,
    span_of,
    turn_wheel,
)

from companion.core.companion import Companion
from companion.core.document import Span
from companion.core.entries import Kind
from companion.ui.reading_view import moving

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.pointed import Pointed
    from companion.ui.reading_view import ReadingView

Key = Qt.Key
Shape = Qt.CursorShape
TEXT = document_of(
    "🏰 Anna Verl held the wall, and nothing else stands in this first line of text, "
    "where a name is at last broken: Anna Verl wrote in January 1644 to the captain.",
    "Nothing is named here.",
    "Ferrand went out of the gate.",
)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_motion(widget: QWidget) -> bool:
        return False

    monkeypatch.setattr(moving, "motion_is_wanted", no_motion)


@pytest.fixture
def view(host: QWidget) -> ReadingView:
    return shown(host, TEXT)


@pytest.fixture
def told(view: ReadingView) -> list[Pointed | None]:
    """What was pointed at, in order."""
    found: list[Pointed | None] = []
    view.entry_pointed.connect(found.append)
    return found


def click(view: ReadingView, words: str, keys: Qt.KeyboardModifier = NO_KEYS, number: int = 0) -> None:
    QTest.mouseClick(view.viewport(), LEFT, keys, middle_of(view, span_of(view, words, number)))


class TestPointing:
    """The pointer over the text."""

    def test_a_name_is_told_once_and_its_end_once(self, view: ReadingView, told: list) -> None:
        rect = view.rects_of(span_of(view, "Anna Verl"))[0].toRect()
        y = rect.center().y()
        for x in range(rect.left() - 30, rect.right() + 40, 4):
            move(view, QPoint(x, y))
        assert [pointed and pointed.entries for pointed in told] == [("verl",), None]

    def test_the_place_is_that_of_the_name_in_global_coordinates(self, view: ReadingView, told: list) -> None:
        span = span_of(view, "gate")
        move(view, middle_of(view, span))
        (pointed,) = told
        local = view.rects_of(span)[0].toAlignedRect()
        assert pointed.where == QRect(view.viewport().mapToGlobal(local.topLeft()), local.size())
        assert not pointed.by_keyboard
        assert not pointed.ambiguous

    def test_of_a_broken_name_it_is_the_line_that_is_pointed_at(self, host: QWidget) -> None:
        view = shown(host, TEXT)
        told: list[Pointed] = []
        view.entry_pointed.connect(told.append)
        second = span_of(view, "Anna Verl", 1)
        width = next(w for w in range(690, 300, -3) if self.is_broken_at(view, second, w))
        assert width
        rects = view.rects_of(second)
        for rect in reversed(rects):
            move(view, rect.center().toPoint())
            assert told[-1].where.top() == view.viewport().mapToGlobal(rect.toAlignedRect().topLeft()).y()
            move(view, QPoint(3, 3))

    @staticmethod
    def is_broken_at(view: ReadingView, span: Span, width: int) -> bool:
        view.resize(width, 600)
        return len(view.rects_of(span)) == 2

    def test_an_undecided_name_tells_all_that_it_may_mean(self, view: ReadingView, told: list) -> None:
        move(view, middle_of(view, span_of(view, "the captain")))
        assert told[0].entries == ("verl", "ferrand")
        assert told[0].ambiguous

    def test_a_date_of_two_events_tells_both(self, view: ReadingView, told: list) -> None:
        move(view, middle_of(view, span_of(view, "January 1644")))
        assert set(told[0].entries) == {"letter", "frost"}
        assert not told[0].ambiguous

    def test_a_name_that_another_companion_knows_is_not_left(self, view: ReadingView, told: list) -> None:
        move(view, middle_of(view, span_of(view, "wall")))
        assert view.walk_links(True)
        at_keyboard = view.walking.span
        before = list(told)
        view.reading.take(companion_of(TEXT))
        assert told == before
        assert view.walking.span == at_keyboard

    @pytest.mark.parametrize("leave", ["leave", "scroll", "companion", "hide", "resize", "text"])
    def test_the_name_is_left_when_it_is_no_longer_there(
        self, view: ReadingView, told: list, leave: str
    ) -> None:
        move(view, middle_of(view, span_of(view, "wall")))
        match leave:
            case "leave":
                QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
            case "scroll":
                turn_wheel(view, -15)
            case "companion":
                view.reading.take(Companion(TEXT))
            case "hide":
                view.hide()
            case "resize":
                view.resize(500, 500)
            case "text":
                view.reading.show(LONG)
        assert [pointed and pointed.entries for pointed in told] == [("wall",), None]

    def test_nothing_is_pointed_at_while_selecting(self, view: ReadingView, told: list) -> None:
        start, end = middle_of(view, span_of(view, "Nothing")), middle_of(view, span_of(view, "gate"))
        drag(view, start, middle_of(view, span_of(view, "Ferrand")), end)
        assert told == []
        move(view, end)
        assert len(told) == 1

    def test_a_card_closes_when_a_drag_begins_on_its_name(self, view: ReadingView, told: list) -> None:
        point = middle_of(view, span_of(view, "gate"))
        move(view, point)
        drag(view, point, point + QPoint(-60, 0))
        assert [pointed and pointed.entries for pointed in told] == [("gate",), None]

    def test_the_pointer_has_a_shape_for_names_text_and_nothing(self, view: ReadingView) -> None:
        def shape_at(point: QPoint) -> Qt.CursorShape:
            move(view, point)
            return view.viewport().cursor().shape()

        assert shape_at(middle_of(view, span_of(view, "Nothing"))) == Shape.IBeamCursor
        assert shape_at(middle_of(view, span_of(view, "gate"))) == Shape.PointingHandCursor
        assert shape_at(QPoint(4, 4)) == Shape.ArrowCursor
        assert shape_at(QPoint(300, 590)) == Shape.ArrowCursor


class TestFollowing:
    """Clicking a name."""

    def test_a_click_puts_the_entry_and_its_passage_in_focus(self, view: ReadingView) -> None:
        click(view, "Anna Verl", number=1)
        assert view.reading.focus == ("verl",)
        assert view.reading.passage_index == 0
        click(view, "gate")
        assert view.reading.focus == ("gate",)

    def test_with_ctrl_a_second_one_stands_beside(self, view: ReadingView) -> None:
        click(view, "wall")
        click(view, "Anna Verl", CTRL)
        assert view.reading.focus == ("wall", "verl")

    def test_of_two_events_of_one_date_a_second_click_gives_the_other(self, view: ReadingView) -> None:
        seen = []
        for _ in range(3):
            click(view, "January 1644")
            seen.append(view.reading.focus[0])
        assert seen[0] == seen[2] != seen[1]

    def test_an_undecided_name_takes_no_focus_but_asks(self, view: ReadingView, told: list) -> None:
        click(view, "the captain")
        assert view.reading.focus == ()
        assert told[-1].ambiguous
        assert not told[-1].by_keyboard

    @pytest.mark.parametrize("keys", [NO_KEYS, SHIFT])
    def test_a_click_beside_a_name_follows_nothing(
        self, view: ReadingView, keys: Qt.KeyboardModifier
    ) -> None:
        click(view, "Nothing", keys)
        QTest.mouseClick(view.viewport(), LEFT, keys, QPoint(3, 300))
        assert view.reading.focus == ()

    def test_selecting_a_name_does_not_follow_it(self, view: ReadingView) -> None:
        rect = view.rects_of(span_of(view, "Anna Verl"))[0].toRect()
        y = rect.center().y()
        drag(view, QPoint(rect.left() + 2, y), QPoint(rect.right() - 2, y))
        assert view.reading.focus == ()
        QTest.mouseDClick(view.viewport(), LEFT, NO_KEYS, rect.center())
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, rect.center())
        assert view.reading.focus == ()

    def test_a_press_that_is_let_go_elsewhere_follows_nothing(self, view: ReadingView) -> None:
        drag(view, middle_of(view, span_of(view, "Nothing")), middle_of(view, span_of(view, "gate")))
        assert view.reading.focus == ()


class TestKeyboard:
    """Going from name to name by keyboard."""

    def walk(self, view: ReadingView, key: Qt.Key, count: int) -> list[str]:
        names = []
        for _ in range(count):
            press(view, key)
            names.append(view.reading.document.text[slice(*view.walking.span)] if view.walking.span else "")
        return names

    def test_tab_goes_from_name_to_name_and_back(self, view: ReadingView) -> None:
        view.setFocus()
        forward = self.walk(view, Key.Key_Tab, 7)
        assert forward == ["Anna Verl", "wall", "Anna Verl", "January 1644", "the captain", "Ferrand", "gate"]
        assert self.walk(view, Key.Key_Backtab, 6) == forward[-2::-1]

    def test_each_name_is_told_with_its_place(self, view: ReadingView, told: list) -> None:
        view.setFocus()
        self.walk(view, Key.Key_Tab, 2)
        assert [pointed.entries for pointed in told] == [("verl",), ("wall",)]
        assert all(pointed.by_keyboard for pointed in told)
        corner = view.rects_of(span_of(view, "wall"))[0].toAlignedRect().topLeft()
        assert told[1].where.topLeft() == view.viewport().mapToGlobal(corner)

    def test_enter_follows_and_with_ctrl_adds(self, view: ReadingView) -> None:
        view.setFocus()
        self.walk(view, Key.Key_Tab, 1)
        press(view, Key.Key_Return)
        assert view.reading.focus == ("verl",)
        self.walk(view, Key.Key_Tab, 1)
        press(view, Key.Key_Enter, CTRL)
        assert view.reading.focus == ("verl", "wall")

    def test_enter_on_an_undecided_name_asks_by_keyboard(self, view: ReadingView, told: list) -> None:
        view.setFocus()
        self.walk(view, Key.Key_Tab, 5)
        press(view, Key.Key_Return)
        assert view.reading.focus == ()
        assert told[-1].ambiguous
        assert told[-1].by_keyboard

    def test_esc_leaves_the_names_then_the_selection_then_nothing(
        self, view: ReadingView, told: list
    ) -> None:
        view.setFocus()
        self.walk(view, Key.Key_Tab, 1)
        view.selecting.select(Span(0, 4))
        assert view.let_go()
        assert view.walking.span is None
        assert told[-1] is None
        assert not view.selecting.is_empty
        assert view.let_go()
        assert view.selecting.is_empty
        assert not view.let_go()

    def test_after_the_last_name_tab_leaves_the_text(
        self, host: QWidget, view: ReadingView, told: list
    ) -> None:
        field = QLineEdit(host)
        field.show()
        host.setTabOrder(view, field)
        host.activateWindow()
        view.setFocus()
        for _ in range(7):
            press(view, Key.Key_Tab)
        assert view.hasFocus()
        press(view, Key.Key_Tab)
        assert field.hasFocus()
        assert told[-1] is None

    def test_after_esc_tab_leaves_the_text(self, host: QWidget, view: ReadingView) -> None:
        field = QLineEdit(host)
        field.show()
        host.setTabOrder(view, field)
        host.activateWindow()
        view.setFocus()
        press(view, Key.Key_Tab)
        press(view, Key.Key_Escape)
        press(view, Key.Key_Tab)
        assert field.hasFocus()
        view.setFocus()
        press(view, Key.Key_Tab)
        assert view.walking.span == span_of(view, "Anna Verl")

    def test_the_walk_begins_on_the_screen_and_scrolls_along(self, host: QWidget) -> None:
        view = shown(host, LONG)
        view.setFocus()
        start = span_of(view, "Paragraph 60").start
        view.show_place(start)
        self.walk(view, Key.Key_Tab, 1)
        assert view.walking.span == span_of(view, "Anna Verl", 59)
        for _ in range(60):
            press(view, Key.Key_Tab)
            assert view.rects_of(view.walking.span)
            assert view.reading.place.contains(view.walking.span)
        assert view.reading.place.start > start
        view.show_place(0)
        self.walk(view, Key.Key_Tab, 1)
        assert view.walking.span == span_of(view, "Anna Verl")

    def test_only_names_that_are_marked_are_walked_over(self, view: ReadingView) -> None:
        view.setFocus()
        view.look.set_marked_kinds([Kind.TERM])
        assert self.walk(view, Key.Key_Tab, 3) == ["wall", "the captain", "gate"]
        view.look.set_marked_kinds(Kind)
        view.look.set_first_in_section(True)
        view.show_place(0)
        view.walking.leave()
        assert self.walk(view, Key.Key_Tab, 3) == ["Anna Verl", "wall", "January 1644"]
        view.walking.leave()
        view.look.set_marked_kinds([])
        assert not view.walk_links(True)

    def test_a_click_takes_over_from_the_keyboard(self, view: ReadingView, told: list) -> None:
        view.setFocus()
        self.walk(view, Key.Key_Tab, 1)
        click(view, "Nothing")
        assert view.walking.span is None
        assert told[-1] is None

    def test_a_pointer_over_nothing_takes_nothing_from_the_keyboard(
        self, view: ReadingView, told: list
    ) -> None:
        view.setFocus()
        self.walk(view, Key.Key_Tab, 1)
        move(view, QPoint(5, 5))
        assert len(told) == 1
        move(view, middle_of(view, span_of(view, "gate")))
        assert told[-1].entries == ("gate",)

    def test_a_pointer_that_rests_takes_nothing_from_the_keyboard(
        self, view: ReadingView, told: list
    ) -> None:
        """Qt tells of the pointer anew when a card goes away under it."""
        on_a_name = middle_of(view, span_of(view, "gate"))
        move(view, on_a_name)
        view.setFocus()
        self.walk(view, Key.Key_Tab, 1)
        assert told[-1].by_keyboard
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
        move(view, on_a_name)
        assert told[-1].by_keyboard
        move(view, on_a_name + QPoint(1, 0))
        assert told[-1].entries == ("gate",)
        assert not told[-1].by_keyboard

    def test_a_selection_begins_at_the_name(self, view: ReadingView) -> None:
        view.setFocus()
        self.walk(view, Key.Key_Tab, 2)
        start = span_of(view, "wall").start
        press(view, Key.Key_Right, SHIFT | CTRL)
        assert view.selecting.span.start == start
        assert view.walking.span is None
