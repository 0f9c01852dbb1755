"""The timeline as it is used: keys, mouse and wheel, the focus, the list, words for who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from timeline_sample import ODD, WAR, companion_of

from companion.core.companion import Companion
from companion.core.document import Document, Span
from companion.core.entries import Entries, Term
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role, contrast, palette, theme_names
from companion.ui.reading import Reading
from companion.ui.timeline import TimelinePanel
from companion.ui.timeline.painting import Painting
from companion.ui.timeline.tones import tones_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from companion.ui.pointed import Pointed

KEY = Qt.Key
PERSON = "person"


@pytest.fixture
def panel(host: QWidget) -> TimelinePanel:
    """A shown panel with the war's events."""
    return shown(host, WAR)


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system on which nothing moves softly."""
    monkeypatch.setattr("companion.ui.timeline.drawing.motion_is_wanted", lambda _: False)


def shown(host: QWidget, rows: Sequence[tuple[str, str]], width: int = 1200) -> TimelinePanel:
    host.resize(width, 200)
    made = TimelinePanel(Reading(host), Look(host), host)
    made.resize(width, 160)
    show(made, companion_of(rows))
    made.show()
    host.activateWindow()
    QTest.qWaitForWindowActive(host)
    made.canvas.scene()
    return made


def show(panel: TimelinePanel, companion: Companion) -> None:
    panel.reading.show(companion.document)
    panel.reading.take(companion)


def number(panel: TimelinePanel, title: str) -> int:
    return next(i for i, event in enumerate(panel.canvas.story.events) if event.title == title)


def point_of(panel: TimelinePanel, title: str) -> QPoint:
    mark = panel.canvas.scene().mark(number(panel, title))
    return QPoint(
        round((mark.left + mark.right) / 2), round(panel.canvas.scene().middle(number(panel, title)))
    )


def click(panel: TimelinePanel, title: str, *held: Qt.KeyboardModifier) -> None:
    modifiers = held[0] if held else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, modifiers, point_of(panel, title))


def enter_by_tab(panel: TimelinePanel) -> None:
    panel.canvas.clearFocus()
    panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)


def pressed(panel: TimelinePanel, *keys: Qt.Key) -> list[str]:
    """Presses the keys in the drawing; gives the title at which the keyboard is after each."""
    titles = []
    for key in keys:
        QTest.keyClick(panel.canvas, key)
        at = panel.canvas.cursor_event
        titles.append("" if at is None else panel.canvas.story.events[panel.canvas.story.index(at)].title)
    return titles


def turn(panel: TimelinePanel, x: float, notches: float, held: Qt.KeyboardModifier | None = None) -> None:
    where = QPointF(x, 50)
    event = QWheelEvent(
        where,
        panel.canvas.mapToGlobal(where),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        held or Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.canvas, event)


# -- choosing


def test_a_click_takes_the_event_into_focus_and_goes_to_its_passage(
    panel: TimelinePanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.reading.passage_requested) as asked:
        click(panel, "One command")
    assert panel.reading.focus == ("e4",)
    assert panel.reading.passage_index == 0
    start = panel.reading.document.text.index("One command")
    assert asked.args[0].start == start


def test_ctrl_and_a_click_adds_a_second_entry(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.reading.focus_on(PERSON)
    with qtbot.assertNotEmitted(panel.reading.passage_requested):
        click(panel, "One command", Qt.KeyboardModifier.ControlModifier)
    assert panel.reading.focus == (PERSON, "e4")


def test_a_click_beside_the_events_does_nothing(panel: TimelinePanel) -> None:
    panel.reading.focus_on(PERSON)
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 4))
    assert panel.reading.focus == (PERSON,)


def test_an_event_that_the_text_does_not_tell_is_only_taken_into_focus(host: QWidget, qtbot: QtBot) -> None:
    panel = shown(host, WAR)
    told = companion_of(WAR)
    show(panel, Companion(told.document, told.entries))
    with qtbot.assertNotEmitted(panel.reading.passage_requested):
        click(panel, "Party founded")
    assert panel.reading.focus == ("e1",)


# -- keys


@pytest.mark.usefixtures("still")
def test_the_arrows_walk_by_date(panel: TimelinePanel) -> None:
    enter_by_tab(panel)
    walked = pressed(
        panel, KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_End, KEY.Key_Right, KEY.Key_Home
    )
    assert walked == [
        "Party founded",
        "The lines are cut",
        "Party founded",
        "Hoxha dies",
        "Hoxha dies",
        "Italy lands",
    ]


@pytest.mark.usefixtures("still")
def test_enter_opens_the_passage_of_the_event_at_the_keyboard(panel: TimelinePanel, qtbot: QtBot) -> None:
    enter_by_tab(panel)
    pressed(panel, KEY.Key_End)
    with qtbot.waitSignal(panel.reading.passage_requested):
        QTest.keyClick(panel.canvas, KEY.Key_Return)
    assert panel.reading.focus == ("e9",)


@pytest.mark.usefixtures("still")
def test_the_keyboard_begins_at_the_event_in_focus(panel: TimelinePanel) -> None:
    panel.reading.focus_on("e5")
    enter_by_tab(panel)
    assert panel.canvas.cursor_event == "e5"
    assert pressed(panel, KEY.Key_Right) == ["Winter operation"]


@pytest.mark.usefixtures("still")
def test_stepping_brings_the_event_into_view_and_points_at_it(panel: TimelinePanel) -> None:
    pointed: list[Pointed | None] = []
    panel.entry_pointed.connect(pointed.append)
    enter_by_tab(panel)
    panel.canvas.look_at(panel.canvas.viewport.zoomed(40, 10))
    pressed(panel, KEY.Key_End)
    at = pointed[-1]
    assert at is not None
    assert at.entries == ("e9",)
    assert at.by_keyboard
    canvas = panel.canvas.rect().translated(panel.canvas.mapToGlobal(QPoint()))
    assert canvas.contains(at.where)


@pytest.mark.usefixtures("still")
def test_plus_and_minus_zoom_and_nought_shows_all(panel: TimelinePanel) -> None:
    whole = panel.canvas.viewport
    pressed(panel, KEY.Key_Plus, KEY.Key_Plus)
    assert panel.canvas.viewport.zoom > 2 * whole.zoom
    pressed(panel, KEY.Key_Minus)
    assert whole.zoom < panel.canvas.viewport.zoom < 2 * whole.zoom
    pressed(panel, KEY.Key_0)
    assert panel.canvas.viewport.shows_all


def test_keys_that_belong_to_the_window_pass_through(panel: TimelinePanel) -> None:
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    for key, held in ((KEY.Key_Left, alt), (KEY.Key_F, ctrl), (KEY.Key_N, Qt.KeyboardModifier.NoModifier)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, held)
        QApplication.sendEvent(panel.canvas, event)
        assert not event.isAccepted()
    assert panel.canvas.cursor_event is None


@pytest.mark.parametrize("as_list", [False, True])
def test_escape_lets_the_focus_go(panel: TimelinePanel, as_list: bool) -> None:
    panel.shows_list = as_list
    panel.reading.focus_on(PERSON)
    QTest.keyClick(panel.list if as_list else panel.canvas, KEY.Key_Escape)
    assert panel.reading.focus == ()


# -- wheel and drag


def test_the_wheel_zooms_at_the_pointer(panel: TimelinePanel) -> None:
    day = panel.canvas.viewport.day(700)
    before = panel.canvas.viewport.zoom
    turn(panel, 700, 3)
    assert panel.canvas.viewport.zoom > 1.5 * before
    assert panel.canvas.viewport.x(day) == pytest.approx(700, abs=1)
    turn(panel, 700, -9)
    assert panel.canvas.viewport.shows_all


def test_shift_and_the_wheel_or_dragging_pan(panel: TimelinePanel) -> None:
    turn(panel, 600, 8)
    before = panel.canvas.viewport
    turn(panel, 600, -1, Qt.KeyboardModifier.ShiftModifier)
    assert panel.canvas.viewport.zoom == before.zoom
    assert panel.canvas.viewport.offset > before.offset
    turned = panel.canvas.viewport.offset
    QTest.mousePress(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(600, 5))
    drag = QPoint(500, 5)
    QTest.mouseMove(panel.canvas, drag)
    move(panel, drag, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(panel.canvas, Qt.MouseButton.LeftButton, pos=drag)
    assert panel.canvas.viewport.offset == pytest.approx(turned + 100, abs=1)


def test_dragging_from_an_event_chooses_nothing(panel: TimelinePanel) -> None:
    start = point_of(panel, "One command")
    QTest.mousePress(panel.canvas, Qt.MouseButton.LeftButton, pos=start)
    move(panel, start - QPoint(60, 0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(panel.canvas, Qt.MouseButton.LeftButton, pos=start - QPoint(60, 0))
    assert panel.reading.focus == ()


def move(panel: TimelinePanel, to: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(panel.canvas.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(panel.canvas, event)


# -- pointing


def test_the_event_under_the_pointer_is_pointed_at(panel: TimelinePanel) -> None:
    pointed: list[Pointed | None] = []
    panel.entry_pointed.connect(pointed.append)
    there = point_of(panel, "Italy surrenders")
    move(panel, there)
    move(panel, there + QPoint(20, 0))
    assert len(pointed) == 1, "nothing is told twice"
    assert pointed[0] is not None
    assert pointed[0].entries == ("e5",)
    assert not pointed[0].by_keyboard
    assert pointed[0].where.contains(panel.canvas.mapToGlobal(there))
    move(panel, QPoint(300, 2))
    assert pointed[-1] is None


def test_leaving_lets_go(panel: TimelinePanel) -> None:
    pointed: list[Pointed | None] = []
    panel.entry_pointed.connect(pointed.append)
    move(panel, point_of(panel, "Italy surrenders"))
    QApplication.sendEvent(panel.canvas, QEvent(QEvent.Type.Leave))
    assert pointed[-1] is None
    assert panel.canvas.emphasis.pointed is None


# -- the focus


def test_the_events_of_a_person_stand_out_and_nothing_moves(panel: TimelinePanel) -> None:
    panel.canvas.look_at(panel.canvas.viewport.zoomed(30, 10))
    before = panel.canvas.viewport
    panel.reading.focus_on(PERSON)
    assert panel.canvas.emphasis.strong == {1, 3, 5, 7, 9}
    assert panel.canvas.viewport == before
    panel.reading.release()
    assert panel.canvas.emphasis.strong is None


@pytest.mark.usefixtures("still")
def test_an_event_in_focus_comes_into_view_only_when_it_is_out_of_view(panel: TimelinePanel) -> None:
    panel.canvas.look_at(panel.canvas.viewport.zoomed(30, 10))
    before = panel.canvas.viewport
    panel.reading.focus_on("e0")
    assert panel.canvas.viewport == before
    panel.reading.focus_on("e9")
    assert 0 <= panel.canvas.scene().mark(9).left <= panel.canvas.width()
    assert panel.canvas.viewport.zoom == before.zoom


def test_the_view_moves_softly_where_things_may_move(
    panel: TimelinePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.ui.timeline.drawing.motion_is_wanted", lambda _: True)
    panel.canvas.look_at(panel.canvas.viewport.zoomed(30, 10))
    with qtbot.waitSignal(panel.canvas.settled):
        panel.reading.focus_on("e9")
        assert panel.canvas.is_moving
    assert 0 <= panel.canvas.scene().mark(9).left <= panel.canvas.width()


def test_hiding_ends_a_movement(panel: TimelinePanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.ui.timeline.drawing.motion_is_wanted", lambda _: True)
    panel.canvas.look_at(panel.canvas.viewport.zoomed(30, 10))
    panel.canvas.fit()
    panel.hide()
    assert not panel.canvas.is_moving
    assert panel.canvas.viewport.shows_all


def test_a_change_of_focus_lays_nothing_out(panel: TimelinePanel) -> None:
    layout = panel.canvas.scene().layout
    panel.reading.focus_on(PERSON)
    panel.reading.focus_on("e3")
    assert panel.canvas.scene().layout is layout


def test_two_in_focus_leave_the_events_of_both(panel: TimelinePanel) -> None:
    panel.reading.focus_on(PERSON)
    panel.reading.add_to_focus("e4")
    assert panel.canvas.emphasis.strong == {4}
    panel.reading.add_to_focus("e5")
    assert panel.canvas.emphasis.strong == {5}


def test_what_is_read_now_is_marked(panel: TimelinePanel) -> None:
    start = panel.reading.document.text.index("One command")
    panel.reading.moved_to(Span(start, start + 80))
    assert {4, 5} <= panel.canvas.emphasis.on_screen
    assert 9 not in panel.canvas.emphasis.on_screen


# -- crowds


def crowded(days: Sequence[int]) -> list[tuple[str, str]]:
    return [(f"1943-09-{day:02d}", f"A long title, number {n}") for n, day in enumerate(days)] + [
        ("1933-01-30", "Long before"),
        ("1953-03-05", "Long after"),
    ]


@pytest.mark.usefixtures("still")
def test_a_click_on_a_crowd_looks_closer(host: QWidget) -> None:
    panel = shown(host, crowded([1 + n % 28 for n in range(150)]))
    crowd, rect = panel.canvas.scene().crowds[0]
    before = panel.canvas.viewport
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert panel.canvas.viewport.zoom > 2 * before.zoom
    first = panel.canvas.scene().mark(crowd.members[0])
    last = panel.canvas.scene().mark(crowd.members[-1])
    assert first.left >= 0
    assert last.right <= panel.canvas.width()
    assert not panel.shows_list


@pytest.mark.usefixtures("still")
def test_a_crowd_of_one_day_is_shown_as_a_list(host: QWidget) -> None:
    panel = shown(host, crowded([8] * 40))
    [(crowd, rect)] = panel.canvas.scene().crowds
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert panel.shows_list
    assert panel.list.currentIndex().row() == crowd.members[0]


def test_a_crowd_says_how_many_and_when(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, words, *__: said.append(words))
    panel = shown(host, crowded([8] * 40))
    [(crowd, rect)] = panel.canvas.scene().crowds
    where = rect.center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, where, panel.canvas.mapToGlobal(where))
    QApplication.sendEvent(panel.canvas, event)
    assert said == [f"{len(crowd.members)} events, 8 September 1943. Click to look closer."]


# -- the list


def test_the_list_says_all_of_an_event_in_words(panel: TimelinePanel) -> None:
    rows = panel.list.rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert rows.rowCount() == len(WAR)
    said = rows.data(rows.index(6), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "the winter of 1943–1944: Winter operation, 1 passage"
    show(panel, companion_of(ODD))
    assert rows.rowCount() == len(ODD)
    assert tester.model() is rows


def test_the_list_is_always_there_for_a_screen_reader(panel: TimelinePanel) -> None:
    assert panel.list.isVisible()
    assert panel.canvas.geometry().contains(panel.list.geometry())
    assert not panel.list.focusPolicy() & Qt.FocusPolicy.TabFocus, "it lies under the drawing"
    interface = QAccessible.queryAccessibleInterface(panel.list)
    assert interface.childCount() >= len(WAR)


def test_the_key_and_the_switch_change_between_drawing_and_list(panel: TimelinePanel) -> None:
    panel.canvas.setFocus()
    QTest.keyClick(panel.canvas, KEY.Key_L)
    assert panel.shows_list
    assert not panel.canvas.isVisible()
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, KEY.Key_L)
    assert not panel.shows_list
    assert panel.canvas.isVisible()
    assert panel.canvas.hasFocus()


def test_a_row_is_chosen_by_click_and_by_enter(panel: TimelinePanel) -> None:
    panel.shows_list = True
    rect = panel.list.visualRect(panel.list.rows.index(2))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert panel.reading.focus == ("e2",)
    panel.list.setFocus()
    QTest.keyClick(panel.list, KEY.Key_Down)
    QTest.keyClick(panel.list, KEY.Key_Return)
    assert panel.reading.focus == ("e3",)


def test_the_keyboard_points_in_the_list_too(panel: TimelinePanel) -> None:
    panel.shows_list = True
    panel.list.setFocus()
    pointed: list[Pointed | None] = []
    panel.entry_pointed.connect(pointed.append)
    QTest.keyClick(panel.list, KEY.Key_Down)
    assert pointed[-1] is not None
    assert pointed[-1].by_keyboard
    panel.list.clearFocus()
    assert pointed[-1] is None


def test_the_list_follows_the_focus(panel: TimelinePanel) -> None:
    panel.shows_list = True
    panel.reading.focus_on(PERSON)
    assert panel.list.rows.strong == {"e1", "e3", "e5", "e7", "e9", PERSON}
    panel.reading.focus_on("e9")
    assert panel.list.currentIndex().row() == 9
    assert panel.list.viewport().rect().contains(panel.list.visualRect(panel.list.rows.index(9)))


# -- words and looks


def test_the_drawing_says_in_words_what_it_is_and_where_the_keyboard_is(panel: TimelinePanel) -> None:
    assert panel.objectName() == "timeline_panel"
    assert panel.canvas.accessibleName() == "Timeline"
    assert "Left and Right" in panel.canvas.accessibleDescription()
    enter_by_tab(panel)
    pressed(panel, KEY.Key_End)
    assert panel.canvas.accessibleDescription().startswith("11 April 1985: Hoxha dies, 1 passage")


def test_a_screen_reader_is_told_where_the_keyboard_went(
    panel: TimelinePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    enter_by_tab(panel)
    pressed(panel, KEY.Key_End)
    assert told[-1] == "11 April 1985: Hoxha dies, 1 passage"


def test_a_panel_without_events_says_what_to_do(host: QWidget) -> None:
    panel = TimelinePanel(Reading(host), Look(host), host)
    assert "Open a text" in panel.empty_words
    document = Document("Words.")
    show(panel, Companion(document))
    assert panel.empty_words.startswith("No dated events here yet.")
    assert ".companion.yaml" in panel.empty_words
    show(panel, Companion(Document("Words, too."), Entries(terms=(Term(id="t", term="words"),))))
    assert "each with a date" in panel.empty_words
    show(panel, companion_of(WAR))
    assert not panel.is_empty
    panel.reading.show(document)
    assert panel.is_empty


def test_another_companion_of_the_text_is_taken_up_and_the_focus_stays(panel: TimelinePanel) -> None:
    told = panel.reading.companion
    panel.reading.focus_on("e5")
    entries = Entries(people=told.people, events=told.events[3:])
    panel.reading.take(Companion(told.document, entries, told.links, told.sentences))
    assert len(panel.canvas.story) == len(WAR) - 3
    assert panel.canvas.emphasis.focused == {2}


def test_a_companion_that_changed_on_disk_leaves_the_view_where_it_was(panel: TimelinePanel) -> None:
    panel.canvas.look_at(panel.canvas.viewport.zoomed(20, 600))
    before = panel.canvas.viewport
    told = panel.reading.companion
    panel.reading.take(Companion(told.document, told.entries, told.links, told.sentences))
    assert panel.canvas.viewport.zoom == before.zoom
    assert panel.canvas.viewport.offset == pytest.approx(before.offset, abs=1)
    show(panel, companion_of(ODD))
    assert panel.canvas.viewport.shows_all, "another text is shown whole"


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("ground", [Role.WINDOW, Role.PANEL])
def test_even_what_recedes_can_be_seen_and_all_words_be_read(theme: str, ground: Role) -> None:
    look = Look(theme=theme)
    tones = tones_of(look, look[ground])
    for behind in (tones.ground, tones.passage):
        for dot in (tones.receding, tones.event, tones.accent):
            assert contrast(dot, behind) >= 3
        for words in (tones.ink, tones.dim):
            assert contrast(words, behind) >= 4.5
    for behind in (tones.chip, tones.focus):
        assert contrast(tones.ink, behind) >= 4.5
    assert contrast(tones.receding, tones.ground) < contrast(tones.event, tones.ground)


@pytest.fixture
def own_palette(qapp: QApplication) -> Iterator[None]:
    """Gives the application its palette back."""
    before = qapp.palette()
    yield
    qapp.setPalette(before)


@pytest.mark.usefixtures("own_palette")
def test_colours_come_from_the_theme(panel: TimelinePanel, qapp: QApplication) -> None:
    for theme in ("dark", "light"):
        panel.look.set_theme(theme)
        qapp.setPalette(palette(panel.look.theme))
        qapp.processEvents()
        panel.reading.focus_on(PERSON)
        image = panel.canvas.grab().toImage()
        strong, beside = point_of(panel, "Party founded"), point_of(panel, "Italy lands")
        assert image.pixelColor(strong) == panel.look[Role.ACCENT]
        assert image.pixelColor(beside) != panel.look[Role.ACCENT]
        assert image.pixelColor(beside) != image.pixelColor(QPoint(3, 3))
        assert image.pixelColor(QPoint(3, 3)) == panel.look[Role.WINDOW]
        panel.reading.release()


def test_strong_events_are_larger_not_only_of_another_colour(panel: TimelinePanel) -> None:
    panel.reading.focus_on(PERSON)
    image = panel.canvas.grab().toImage()

    def height_of(title: str) -> int:
        at = point_of(panel, title)
        colour = image.pixelColor(at)
        return sum(image.pixelColor(at + QPoint(0, dy)) == colour for dy in range(-10, 11))

    assert height_of("Party founded") > height_of("Italy lands")


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("width", [40, 240, 1400])
def test_every_sort_of_date_is_drawn_at_every_zoom(host: QWidget, width: int) -> None:
    panel = shown(host, [*ODD, ("1943", "<b>bold</b> & שלום " + "long " * 60)], width)
    panel.reading.focus_on(PERSON)
    canvas = QPixmap(panel.canvas.size())
    for _ in range(30):
        panel.canvas.render(canvas)
        panel.canvas.look_at(panel.canvas.viewport.zoomed(3, width / 3))
    pressed(panel, *([KEY.Key_Right] * len(ODD)))
    panel.canvas.render(canvas)


def test_what_is_drawn_differs_for_a_date_that_is_not_sure(host: QWidget) -> None:
    rows = [("1943-09-01", "sure"), ("1943-09-11?", "uncertain"), ("1943-09-21~", "about")]
    panel = shown(host, rows)
    image = panel.canvas.grab().toImage()
    sure, uncertain, about = (
        image.pixelColor(point_of(panel, title)) for title in ("sure", "uncertain", "about")
    )
    assert len({sure.rgb(), uncertain.rgb(), about.rgb()}) == 3
    assert panel.canvas.scene().labels[1] == "uncertain (?)"


def test_the_buttons_zoom_and_know_their_limits(panel: TimelinePanel) -> None:
    assert panel.header is not None
    names = [button.accessibleName() for button in panel.header.findChildren(type(panel._in))]
    assert "Show the whole timeline" in names
    assert not panel._all.isEnabled()
    panel.canvas.look_at(panel.canvas.viewport.zoomed(1e9, 100))
    assert panel._all.isEnabled()
    assert not panel._in.isEnabled()


def test_another_width_keeps_what_is_looked_at(panel: TimelinePanel) -> None:
    panel.canvas.look_at(panel.canvas.viewport.zoomed(20, 600))
    middle = panel.canvas.viewport.day(panel.canvas.width() / 2)
    panel.canvas.resize(900, 160)
    assert panel.canvas.viewport.day(450) == pytest.approx(middle, abs=2)
    panel.canvas.fit()


def test_thousands_of_events_can_be_walked_through(host: QWidget) -> None:
    rows = [(f"{1700 + n % 300}-{1 + n % 12:02d}-{1 + n % 28:02d}", f"Event {n}") for n in range(3000)]
    panel = shown(host, rows)
    assert len(panel.canvas.scene().visible) < 300
    enter_by_tab(panel)
    pressed(panel, KEY.Key_End, KEY.Key_Plus, KEY.Key_Left)
    assert panel.list.rows.rowCount() == 3000
    assert panel.canvas.scene().crowds


def test_no_line_of_the_grid_runs_through_the_words_of_an_event(host: QWidget) -> None:
    panel = shown(host, [(f"{1800 + 3 * n}", f"A title of some length, number {n}") for n in range(30)])
    canvas = panel.canvas
    scene = canvas.scene()
    pixmap = QPixmap(canvas.size())
    painter = QPainter(pixmap)
    painting = Painting(painter, scene, tones_of(panel.look, panel.palette().window().color()))
    labels = [label for index in scene.visible if (label := scene.label(index))]
    lines = [tick.line - scene.viewport.offset for tick in scene.ticks if tick.line is not None]
    through = [(x, label) for x in lines for label in labels if label.left() < x < label.right()]
    assert through
    for x, label in through:
        pieces = list(painting._free_of_labels(x, 0.0, canvas.height()))
        assert pieces
        assert all(last <= label.top() or first >= label.bottom() for first, last in pieces)
    painter.end()
