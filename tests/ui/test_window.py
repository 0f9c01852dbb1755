from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from companion.core.document import Span
from companion.core.entries import Kind
from companion.ui.actions import COMMANDS
from companion.ui.finding.anything import Anything
from companion.ui.frame.layout import size_on
from companion.ui.program.settings import Settings
from companion.ui.reading_view.menu import TextMenu
from companion.ui.session import Session, bundled_reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from companion.ui.window import Window


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
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
    return session.window


def hoxha(session: Session) -> str:
    return next(person.id for person in session.reading.companion.people if person.name == "Enver Hoxha")


def test_the_parts_carry_their_names(window: Window) -> None:
    for name in (
        "reading_view",
        "overview_strip",
        "glossary_panel",
        "people_panel",
        "timeline_panel",
        "passages_panel",
        "contents_panel",
        "search_panel",
        "entry_card",
    ):
        assert window.findChild(QWidget, name) is not None, name


def test_every_control_has_a_name_for_screen_readers(window: Window) -> None:
    window.notice.tell("Something.", ["1:1: detail"], action="Do")
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None and not interface.text(QAccessible.Text.Name).strip():
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_no_two_actions_share_a_key(window: Window) -> None:
    taken: dict[str, str] = {}
    for action in window.actions_by_name:
        for key in action.shortcuts():
            assert key.toString() not in taken, f"{key.toString()}: {action.text()}"
            taken[key.toString()] = action.text()


def test_every_command_is_tied_to_a_verb(window: Window) -> None:
    for commands in COMMANDS.values():
        for command in commands:
            if command is not None:
                action = window.actions_by_name[command.name]
                signals = (b"2triggered(bool)", b"2triggered()", b"2toggled(bool)")
                assert any(action.receivers(signal.decode()) for signal in signals), command.name


def test_a_focus_is_seen_everywhere(session: Session) -> None:
    session.reading.focus_on(hoxha(session))
    assert len(session.reading.passages) >= 5
    assert session.window.actions_by_name["next_passage"].isEnabled()
    session.window.actions_by_name["next_passage"].trigger()
    assert session.reading.passage_index >= 0
    assert session.reading.can_go_back


def test_keys_are_told_as_the_reader_has_them(session: Session) -> None:
    window, key = session.window, QKeySequence("Ctrl+M")
    assert "Ctrl+D" in window.bookmarks_panel.empty_words
    assert "(" in window.page_foot.back.toolTip()
    for name in ("bookmark", "back", "find"):
        window.actions_by_name.set_keys(name, [key])
    assert "Ctrl+M" in window.bookmarks_panel.empty_words
    assert "Ctrl+M" in window.page_foot.back.toolTip()
    window.reading_view.selecting.select(Span(0, 3))
    menu = TextMenu(window.reading_view)
    assert [action.shortcut() for action in menu.actions()].count(key) == 1
    anything = Anything(window.actions_by_name, session.reading, session.look, session.settings)
    assert "Ctrl+M" in anything.nothing("xyz")
    window.actions_by_name.set_keys("bookmark", [])
    assert "Ctrl" not in window.bookmarks_panel.empty_words
    menu.deleteLater()


def test_escape_lets_go_of_the_card_and_then_of_the_focus(qtbot: QtBot, session: Session) -> None:
    session.reading.focus_on(hoxha(session))
    qtbot.keyClick(session.window.reading_view, Qt.Key.Key_Escape)
    assert session.reading.focus == ()


def test_in_a_narrow_window_one_column_stands_beside_the_page(window: Window) -> None:
    def shown() -> set[str]:
        QApplication.processEvents()
        return {name for name, dock in window.docks.items() if not dock.isHidden()}

    window.resize(1024, 700)
    usual, switches = shown(), window.actions_by_name
    wide = window.reading_view.width()
    switches["panel_contents"].trigger()
    assert shown() == {"contents", "timeline"}
    assert window.reading_view.width() > wide
    switches["panel_bookmarks"].trigger()
    assert shown() == {"contents", "bookmarks", "timeline"}
    switches["only_text"].trigger()
    assert shown() == set()
    switches["only_text"].trigger()
    switches["panels"].trigger()
    assert shown() == set()
    switches["panels"].trigger()
    assert shown() == {"contents", "bookmarks", "timeline"}
    switches["panel_glossary"].trigger()
    assert shown() == usual
    window.docks["search"].show()
    window.docks["search"].hide()
    assert shown() == usual
    switches["panel_contents"].trigger()
    window.resize(1300, 700)
    assert usual | {"contents"} <= shown()


def test_the_left_column_folds_in_a_narrow_window_and_comes_back(qtbot: QtBot, window: Window) -> None:
    assert not window.docks["contents"].isHidden()
    window.resize(1000, 700)
    QApplication.processEvents()
    assert window.docks["contents"].isHidden()
    assert not window.docks["glossary"].isHidden()
    window.resize(1400, 900)
    QApplication.processEvents()
    assert not window.docks["contents"].isHidden()
    assert window.docks["search"].isHidden() is False


def test_columns_stand_again_as_before_the_window_was_small(qtbot: QtBot, window: Window) -> None:
    left = [window.docks[name] for name in ("contents", "passages", "bookmarks")]

    def widths() -> list[int]:
        return [window.docks[name].width() for name in ("contents", "glossary")]

    def shares() -> list[int]:
        return [dock.height() for dock in left]

    window.resize(1390, 860)
    window.resizeDocks(
        [window.docks["contents"], window.docks["glossary"]], [244, 350], Qt.Orientation.Horizontal
    )
    window.resizeDocks(left, [200, 200, 230], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: widths() == [244, 350])
    window.resize(1400, 860)
    qtbot.waitUntil(lambda: widths() == [244, 350])
    before = shares()
    assert before[0] < before[2]
    for size in ((900, 640), (620, 500)):
        window.resize(*size)
        QApplication.processEvents()
    window.resize(1400, 860)
    qtbot.waitUntil(lambda: widths() == [244, 350])
    qtbot.waitUntil(lambda: shares() == pytest.approx(before, abs=2))


def test_in_a_low_window_glossary_and_people_share_a_place(qtbot: QtBot, window: Window) -> None:
    window.resize(1200, 560)
    QApplication.processEvents()
    assert window.docks["people"] in window.tabifiedDockWidgets(window.docks["glossary"])
    window.resize(1200, 900)
    QApplication.processEvents()
    assert window.docks["people"] not in window.tabifiedDockWidgets(window.docks["glossary"])


def test_no_panels_means_nothing_but_the_text(window: Window) -> None:
    window.actions_by_name["panels"].trigger()
    assert all(dock.isHidden() for dock in window.docks.values())
    window.actions_by_name["panels"].trigger()
    assert not window.docks["timeline"].isHidden()


def test_panels_that_come_back_share_the_room_as_before(qtbot: QtBot, window: Window) -> None:
    def heights() -> list[int]:
        return [dock.height() for dock in window.docks.values() if not dock.visibleRegion().isEmpty()]

    def settled() -> list[int]:
        qtbot.waitUntil(lambda: heights() == (qtbot.wait(30), heights())[1])
        return heights()

    panels, layout = window.actions_by_name["panels"], window.layout_of_panels
    window.resize(1300, 860)
    window.resizeDocks(
        [window.docks["glossary"], window.docks["people"]], [190, 410], Qt.Orientation.Vertical
    )
    before = settled()
    for _ in range(2):
        panels.trigger()
        layout.step_aside(True)
        settled()
        layout.step_aside(False)
        assert settled() != before
        panels.trigger()
        assert settled() == before
        layout.step_aside(True)
        settled()
        layout.step_aside(False)
        assert settled() == before


def test_f6_walks_through_the_regions_and_comes_round(qtbot: QtBot, window: Window) -> None:
    window.reading_view.setFocus()
    holders = []
    for _ in range(12):
        window.actions_by_name["next_region"].trigger()
        holder = window.focusWidget()
        assert holder is not None
        if holder is window.reading_view:
            break
        holders.append(holder)
    assert window.focusWidget() is window.reading_view
    assert len(holders) >= 4


def test_marks_are_chosen_by_kind_and_kept(session: Session) -> None:
    session.window.actions_by_name["mark_people"].trigger()
    assert session.look.marks.kinds == {Kind.TERM, Kind.EVENT}
    session.window.close()
    assert session.settings.marks.kinds == {Kind.TERM, Kind.EVENT}


def test_the_theme_is_changed_everywhere_and_kept(session: Session) -> None:
    before = session.window.palette().window().color()
    session.look.set_theme("dark")
    assert session.window.palette().window().color() != before
    session.window.close()
    assert session.settings.theme == "dark"
    session.look.set_theme("light")


def test_a_dropped_text_is_opened(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "dropped.txt"
    path.write_text("Dropped words.\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.MouseButton.NoButton
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, none, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.window.dropEvent(event)
    assert session.reading.document.text.startswith("Dropped")
    assert session.settings.recent[0] == path


def test_a_missing_file_is_told_and_the_text_stays(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    title = session.reading.document.title
    with qtbot.waitSignal(session.opening.text_failed, timeout=20_000):
        session.opening.open(tmp_path / "absent.txt")
    assert "absent.txt" in session.window.notice.sentence
    assert session.reading.document.title == title


def test_why_a_text_failed_stays_when_the_companion_of_the_open_one_arrives(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.opening.text_failed, timeout=20_000):
        session.opening.open(tmp_path / "absent.txt")
    with qtbot.waitSignal(session.opening.companion_read, timeout=20_000):
        session.opening.open_companion(bundled_reading().with_suffix(".companion.yaml"))
    assert "absent.txt" in session.window.notice.sentence


def test_sections_are_walked_by_key(session: Session) -> None:
    starts = [section.start for section in session.reading.document.sections]
    session.window.actions_by_name["next_section"].trigger()
    first = session.reading.place.start
    session.window.actions_by_name["next_section"].trigger()
    assert session.reading.place.start > first
    assert session.reading.place.start in starts
    session.window.actions_by_name["previous_section"].trigger()
    assert session.reading.place.start == first


def test_the_end_and_the_start_are_reached_and_taken_back(qtbot: QtBot, session: Session) -> None:
    reading = session.reading
    session.window.actions_by_name["end"].trigger()
    qtbot.waitUntil(lambda: reading.place.end >= len(reading.document.text.rstrip()) - 1)
    session.window.actions_by_name["start"].trigger()
    assert reading.place.start == reading.document.blocks[0].start
    reading.back()
    assert reading.place.start > 0


def test_the_window_stands_where_it_stood(qtbot: QtBot, session: Session) -> None:
    session.window.resize(770, 700)  # smaller than the screen of the tests
    session.window.docks["timeline"].hide()
    session.window.close()
    again = Session()
    qtbot.addWidget(again.window)
    again.window.restore()
    assert (again.window.width(), again.window.height()) == (770, 700)
    assert again.window.docks["timeline"].isHidden()
    again.end()
    again.deleteLater()


def test_a_window_of_a_wider_screen_is_no_larger_than_this_one(qtbot: QtBot, session: Session) -> None:
    window = session.window
    kept = bytearray(window.saveGeometry().data())
    kept[46:50] = (3 * window.screen().geometry().width()).to_bytes(4, "big")  # how wide the screen was
    window.close()
    Settings().keep_window(QByteArray(bytes(kept)), QByteArray(), [])
    again = Session()
    qtbot.addWidget(again.window)
    again.window.restore()
    assert again.window.width() <= window.screen().availableSize().width()
    again.end()
    again.deleteLater()


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1024, 740), (1016, 704)),
        ((1440, 860), (1400, 824)),
        ((1920, 1040), (1440, 900)),
        ((2560, 1400), (1800, 1204)),
        ((3840, 2100), (1800, 1240)),
        ((640, 480), (800, 560)),
    ],
)
def test_a_first_window_is_as_large_as_the_screen_gives_sense_to(screen: tuple, size: tuple) -> None:
    assert size_on(QSize(*screen)).toTuple() == size


def test_an_unexpected_error_is_told_and_its_details_can_be_copied(session: Session) -> None:
    session.tell_of_trouble(["Reading Companion 0", "RuntimeError: boom"])
    assert "wrong" in session.window.notice.sentence
    assert "boom" in session.window.notice.details
    session.window.notice.action_wanted.emit()
    assert QApplication.clipboard().text().endswith("boom")


def test_the_bundled_reading_stands_in_for_what_cannot_be_read(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    session = Session()
    qtbot.addWidget(session.window)
    with qtbot.waitSignal(session.opening.companion_read, timeout=20_000):
        session.start(empty)
    assert "empty.txt" in session.window.notice.sentence
    assert "empty.txt" in capsys.readouterr().err
    assert session.status == 1
    assert session.opening.path == bundled_reading()
    session.window.close()
    session.end()
    session.deleteLater()


def test_finding_takes_the_selected_words(qtbot: QtBot, session: Session) -> None:
    text = session.reading.document.text
    start = text.index("partisan")
    selecting = session.window.reading_view.selecting
    selecting.clear(at=start)
    selecting.extend(start + len("partisan"))
    assert selecting.span == Span(start, start + 8)
    session.window.actions_by_name["find"].trigger()
    qtbot.waitUntil(lambda: session.reading.query == "partisan")
    assert len(session.reading.hits) >= 1


def test_the_page_keeps_its_measure_while_a_column_can_go(window: Window) -> None:
    for width in (1400, 1180, 1179, 940):
        window.resize(width, 900)
        QApplication.processEvents()
        page = window.reading_view.flow.page
        assert page is not None
        assert page.width == round(page.type.measure * page.character), width
    assert window.docks["contents"].isHidden()


def test_in_little_room_the_lists_come_back_after_a_search(qtbot: QtBot, window: Window) -> None:
    window.resize(1024, 700)
    QApplication.processEvents()
    search, people = window.docks["search"], window.docks["people"]
    window.actions_by_name["find"].trigger()
    assert people.isHidden()
    assert not search.isHidden()
    qtbot.keyClick(window.search_panel.field, Qt.Key.Key_Escape)
    assert search.isHidden()
    assert not people.isHidden()


def test_the_contents_come_back_after_a_search(qtbot: QtBot, session: Session) -> None:
    window = session.window
    window.activateWindow()
    contents, search = window.docks["contents"], window.docks["search"]
    qtbot.waitUntil(lambda: not contents.visibleRegion().isEmpty())
    for words in ("partisan", ""):
        window.actions_by_name["find"].trigger()
        window.search_panel.field.setText(words)
        qtbot.waitUntil(lambda: not search.visibleRegion().isEmpty())
        qtbot.keyClick(window.search_panel.field, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not contents.visibleRegion().isEmpty())
        assert session.reading.query == ""
        assert window.focusWidget() is window.reading_view
    window.bring_forward(search)
    window.actions_by_name["find"].trigger()
    qtbot.keyClick(window.search_panel.field, Qt.Key.Key_Escape)
    assert contents.visibleRegion().isEmpty()


def test_a_small_window_unfolds_its_panels_when_it_grows_at_the_next_start(
    qtbot: QtBot, session: Session
) -> None:
    session.window.resize(700, 700)
    QApplication.processEvents()
    assert session.window.docks["contents"].isHidden()
    session.window.close()
    again = Session()
    qtbot.addWidget(again.window)
    again.window.restore()
    again.window.show()
    assert again.window.docks["contents"].isHidden()
    again.window.resize(1300, 700)
    QApplication.processEvents()
    assert not again.window.docks["contents"].isHidden()
    again.window.close()
    again.end()
    again.deleteLater()


def test_no_action_has_a_key_that_keyboards_do_not_have(window: Window) -> None:
    keys = [key.toString() for action in window.actions_by_name for key in action.shortcuts()]
    assert "Ctrl+C" in keys
    assert not {f"F{number}" for number in range(13, 36)} & set(keys)


def test_where_nothing_is_named_the_key_says_so(session: Session) -> None:
    view, reading = session.window.reading_view, session.reading
    links = reading.companion.links
    bare = next(at for at in range(len(reading.document.text)) if not links.at(at))
    view.go_to_caret(bare)
    session.window.actions_by_name["mend_here"].trigger()
    assert "Nothing is named here" in session.window.notice.sentence


def test_the_menu_of_the_text_begins_with_what_is_named_there(session: Session) -> None:
    view, reading = session.window.reading_view, session.reading
    mention = next(one for one in reading.companion.links if one.entry == hoxha(session))
    view.selecting.clear()
    menu = TextMenu(view, mention.start + 1)
    first = menu.actions()[0]
    assert first.text() == "All passages of Enver Hoxha"
    first.trigger()
    assert reading.focus == (mention.entry,)
    assert [action.text() for action in menu.actions()][-2:] == ["Bookmark this line", "Select all"]
    menu.deleteLater()
