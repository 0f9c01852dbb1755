from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from companion.core.companion import Companion
from companion.core.document import Span
from companion.ui.entries.entry_rows import EntryRows, Order, plain_letters
from companion.ui.entries.glossary_panel import GlossaryPanel
from companion.ui.entries.people_panel import PeoplePanel
from companion.ui.looks.look import Look
from companion.ui.parts.chips import Chips, Choice
from companion.ui.parts.quiet_button import QuietButton
from companion.ui.passages.passage_steps import PassageSteps
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from companion.ui.entries.entry_list import EntryListPanel


def shown(kind: type[EntryListPanel], host: QWidget, reading: Reading | None = None) -> EntryListPanel:
    panel = kind(reading or sample.opened(host), Look(host), host)
    panel.resize(300, 500)
    panel.show()
    return panel


@pytest.fixture
def people(host: QWidget) -> EntryListPanel:
    return shown(PeoplePanel, host)


@pytest.fixture
def glossary(host: QWidget) -> EntryListPanel:
    return shown(GlossaryPanel, host)


def listed(panel: EntryListPanel) -> list[str]:
    rows = panel.view.rows
    return [rows.entry(row).id for row in range(rows.rowCount())]


def test_no_row_keeps_the_room_of_an_open_entry_that_stood_there(people: EntryListPanel) -> None:
    people.reading.focus_on("ferrand")
    assert listed(people).index("ferrand") == 1
    people.filter_field.setText("o")
    assert listed(people) == ["ferrand", "ghost"]
    assert people.view.rowHeight(1) < people.view.rowHeight(0)


def click(panel: EntryListPanel, row: int, qtbot: QtBot, *, ctrl: bool = False) -> None:
    rect = panel.view.visualRect(panel.view.rows.index(row, 0))
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    at = rect.topLeft() + QPoint(40, 14)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def button(panel: QWidget, words: str) -> QuietButton:
    return next(one for one in panel.findChildren(QuietButton) if one.words == words and not one.isHidden())


def test_by_first_mention_and_what_is_never_named_comes_last(people: EntryListPanel) -> None:
    assert listed(people) == ["verl", "ferrand", "ghost"]


def test_by_name(people: EntryListPanel) -> None:
    people.order = Order.NAME
    assert listed(people) == ["verl", "ferrand", "ghost"]  # Anna, Zoë, and last of all whom nobody names


def test_by_number_of_passages(glossary: EntryListPanel) -> None:
    glossary.order = Order.FREQUENCY
    assert listed(glossary)[-1] == "siege"
    counts = [glossary.view.rows.count(glossary.view.rows.entry(row)) for row in range(3)]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("sought", ["zoe", "ZOË", "ferrand", " zoe f"])
def test_filter_ignores_capitals_and_accents(people: EntryListPanel, sought: str) -> None:
    people.filter_field.setText(sought)
    assert listed(people) == ["ferrand"]


def test_filter_finds_aliases(glossary: EntryListPanel) -> None:
    glossary.filter_field.setText("trebuchet")
    assert listed(glossary) == ["siege"]


def test_filter_says_when_nothing_is_found_and_esc_clears_it(people: EntryListPanel, qtbot: QtBot) -> None:
    people.filter_field.setText("<b>zzz")
    assert listed(people) == []
    assert people._nothing.text() == "Nothing here is called “<b>zzz”."
    qtbot.keyClick(people.filter_field, Qt.Key.Key_Escape)
    assert len(listed(people)) == 3
    assert people._nothing.isHidden()


def test_the_keyboard_goes_from_a_list_in_which_nothing_is_left_to_the_filter(people: EntryListPanel) -> None:
    people.filter_field.setText("ferrand")
    people.view.setFocus()
    whole = people.reading.companion
    left = replace(whole.entries, people=tuple(one for one in whole.people if one.id != "ferrand"))
    people.reading.take(Companion(whole.document, left, whole.links.without(["ferrand"]), whole.sentences))
    assert listed(people) == []
    assert people.filter_field.hasFocus()


def test_enter_in_the_filter_takes_the_first(people: EntryListPanel, qtbot: QtBot) -> None:
    people.filter_field.setText("ferr")
    qtbot.keyClick(people.filter_field, Qt.Key.Key_Return)
    assert people.reading.focus == ("ferrand",)


def test_click_focuses_and_opens_the_entry_in_its_place(people: EntryListPanel, qtbot: QtBot) -> None:
    click(people, 1, qtbot)
    assert people.reading.focus == ("ferrand",)
    assert people.view.open_entries == ["ferrand"]
    detail = people.view.detail_of("ferrand")
    assert detail is not None
    assert people.view.visualRect(people.view.rows.index(1, 0)).contains(detail.geometry())
    assert people.view.rowHeight(1) > 100
    assert people.view.rowHeight(0) == people.view.verticalHeader().defaultSectionSize()


def test_ctrl_click_adds_a_second_entry(people: EntryListPanel, qtbot: QtBot) -> None:
    people.reading.focus_on("verl")
    click(people, 1, qtbot, ctrl=True)
    assert people.reading.focus == ("verl", "ferrand")
    assert people.view.open_entries == ["verl", "ferrand"]


def test_the_keyboard_walks_focuses_and_lets_go(people: EntryListPanel, qtbot: QtBot) -> None:
    people.view.setFocus()
    people.view.make_current(0)
    qtbot.keyClick(people.view, Qt.Key.Key_Down)
    qtbot.keyClick(people.view, Qt.Key.Key_Return)
    assert people.reading.focus == ("ferrand",)
    qtbot.keyClick(people.view, Qt.Key.Key_Escape)
    assert people.reading.focus == ()
    assert people.view.open_entries == []
    assert people.view.rowHeight(1) == people.view.verticalHeader().defaultSectionSize()


def test_enter_on_the_open_entry_lets_it_go(people: EntryListPanel, qtbot: QtBot) -> None:
    people.reading.focus_on("verl")
    people.view.setFocus()
    qtbot.keyClick(people.view, Qt.Key.Key_Return)
    assert people.reading.focus == ()


def test_tab_goes_from_the_list_to_the_open_entry(
    host: QWidget, people: EntryListPanel, qtbot: QtBot
) -> None:
    host.activateWindow()
    people.reading.focus_on("verl")
    people.view.setFocus()
    detail = people.view.detail_of("verl")
    assert detail is not None
    reached = []
    for _ in range(10):
        qtbot.keyClick(QApplication.focusWidget() or people.view, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None and detail.isAncestorOf(focused):
            reached.append(focused.accessibleName())
    assert "Next passage" in reached
    assert any("Zoë Ferrand" in name for name in reached)


def test_a_focus_from_elsewhere_opens_and_is_told_once(people: EntryListPanel) -> None:
    told: list[tuple[str, ...]] = []
    people.reading.entry_focused.connect(told.append)
    people.reading.focus_on("verl")
    people.reading.focus_on("verl")
    assert told == [("verl",)]
    assert people.view.open_entries == ["verl"]


def test_a_focus_that_the_filter_hides_clears_it(people: EntryListPanel) -> None:
    people.filter_field.setText("ferr")
    people.reading.focus_on("verl")
    assert people.filter_field.text() == ""
    assert people.view.open_entries == ["verl"]


def test_typing_may_hide_the_open_entry(people: EntryListPanel) -> None:
    people.reading.focus_on("verl")
    people.filter_field.setText("ferr")
    assert listed(people) == ["ferrand"]
    assert people.view.open_entries == []
    people.filter_field.clear()
    assert people.view.open_entries == ["verl"]
    assert people.view.rowHeight(0) > 100


def test_related_entries_are_known(people: EntryListPanel) -> None:
    people.reading.focus_on("verl")
    assert "ferrand" in people.view.rows.related
    people.reading.release()
    assert not people.view.rows.related


def test_chips_name_the_relation_and_lead_on(people: EntryListPanel, qtbot: QtBot) -> None:
    people.reading.focus_on("verl")
    detail = people.view.detail_of("verl")
    assert detail is not None
    chip = button(detail, "her creditor: Zoë Ferrand")
    assert chip.accessibleName() == "her creditor: Zoë Ferrand, person"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert people.reading.focus == ("ferrand",)


def test_two_rows_of_chips_until_more_are_asked_for(host: QWidget, qtbot: QtBot) -> None:
    chips = Chips(Look(host), host)
    chips.resize(200, 60)
    chips.show()
    chips.offer([Choice(str(number), f"entry {number}", f"entry {number}") for number in range(40)])
    low = chips.heightForWidth(200)
    assert chips.shown[0] == "entry 0"
    assert chips.shown[-1] == f"{41 - len(chips.shown)} more"
    assert len({chip.y() for chip in chips._chips if not chip.isHidden()}) == 2
    with qtbot.waitSignal(chips.grown):
        qtbot.mouseClick(chips._more, Qt.MouseButton.LeftButton)
    assert chips.shown == [f"entry {number}" for number in range(40)]
    assert chips.heightForWidth(200) > low
    chips.offer([])
    assert chips.shown == []
    assert chips.isHidden()


def test_a_chip_stays_whole_where_one_fewer_is_shown(host: QWidget) -> None:
    chips = Chips(Look(host), host)
    chips.most_rows = 1
    chips.resize(230, 60)
    chips.show()
    chips.offer(
        [Choice(name, name, name) for name in ("Anna Verl", "Zo\u00eb Ferrand", "Nobody at all", "Others")]
    )
    seen = [chip for chip in chips._chips if not chip.isHidden()]
    assert seen
    assert all(chip.width() >= chip.sizeHint().width() for chip in seen)
    assert chips.shown[-1] == f"{4 - len(seen)} more"


def test_chips_that_fit_need_no_more(host: QWidget) -> None:
    chips = Chips(Look(host), host)
    chips.resize(400, 60)
    chips.show()
    chips.offer([Choice("a", "one", "one"), Choice("b", "x" * 300, "two")])
    assert chips.shown == ["one", "x" * 300]
    chips.resize(30, 60)
    assert chips.shown == ["one", "x" * 300]


def test_the_open_entry_says_who_it_is_and_where_from(people: EntryListPanel) -> None:
    people.reading.focus_on("ferrand")
    detail = people.view.detail_of("ferrand")
    assert detail is not None
    assert detail._origin.text() == "found in the text"
    assert detail._first.words == "first: §2"
    people.reading.focus_on("verl")
    assert detail._line.text().endswith("commander of the garrison")
    assert detail._origin.isHidden()


def test_where_an_entry_comes_from_is_never_cut(people: EntryListPanel) -> None:
    people.reading.focus_on("ferrand")
    detail = people.view.detail_of("ferrand")
    assert detail is not None
    words = detail._origin.fontMetrics().horizontalAdvance(detail._origin.text())
    for width in (400, 230, 210):
        detail.resize(width, detail.height_for(width))
        detail.layout().activate()
        assert detail._origin.contentsRect().width() >= words
    assert detail._origin.y() > detail._first.geometry().bottom()


def test_the_steps_count_and_step(people: EntryListPanel, qtbot: QtBot) -> None:
    reading = people.reading
    reading.focus_on("verl")
    detail = people.view.detail_of("verl")
    assert detail is not None
    steps = detail.findChild(PassageSteps)
    assert steps.words.startswith(str(len(reading.passages)))
    with qtbot.waitSignal(reading.passage_requested):
        qtbot.mouseClick(steps._next, Qt.MouseButton.LeftButton)
    assert steps.words.startswith(f"1 of {len(reading.passages)}")


def test_the_steps_use_fewer_words_in_little_room(people: EntryListPanel) -> None:
    people.reading.focus_on("verl")
    detail = people.view.detail_of("verl")
    assert detail is not None
    steps = detail.findChild(PassageSteps)
    steps.resize(400, 24)
    assert steps._previous.words == "‹ previous"
    steps.resize(60, 24)
    assert steps._previous.words == "‹"
    assert steps._previous.accessibleName() == "Previous passage"


def test_long_words_open_on_demand(host: QWidget, qtbot: QtBot) -> None:
    from dataclasses import replace

    sentence = "She held the walls, and the walls held her. "
    entries = replace(
        sample.ENTRIES, people=(replace(sample.ENTRIES.people[1], about=sentence * 20, relations=()),)
    )
    reading = Reading(host)
    text = sample.document()
    reading.show(text)
    reading.take(sample.companion(text, entries))
    people = shown(PeoplePanel, host, reading)
    reading.focus_on("verl")
    low = people.view.rowHeight(0)
    detail = people.view.detail_of("verl")
    assert detail is not None
    assert detail._about.text().endswith("held her.")
    qtbot.mouseClick(detail._more, Qt.MouseButton.LeftButton)
    assert people.view.rowHeight(0) > low
    assert detail._about.text() == (sentence * 20).strip()


def test_on_this_page_marks_and_filters(people: EntryListPanel, qtbot: QtBot) -> None:
    text = people.reading.document.text
    place = text.index("All winter")
    people.reading.moved_to(Span(place, place + 40))
    qtbot.waitUntil(lambda: "verl" in people.view.rows.on_screen)
    assert "ferrand" not in people.view.rows.on_screen
    index = people.view.rows.index(people.view.rows.row_of("verl"), 0)
    assert "on this page" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    people.follows_page = True
    assert listed(people) == ["verl"]
    people.reading.moved_to(Span(0, 5))
    qtbot.waitUntil(lambda: listed(people) == [])
    assert people._nothing.text() == "Nothing from this list is on this page."
    people.reading.focus_on("ferrand")
    assert listed(people) == ["ferrand"]  # what is in focus stays in sight
    people.follows_page = False
    assert len(listed(people)) == 3


def test_scrolling_only_as_far_as_needed(host: QWidget) -> None:
    reading = Reading(host)
    many = sample.with_many(400)
    reading.show(many.document)
    reading.take(many)
    people = shown(PeoplePanel, host, reading)
    bar = people.view.verticalScrollBar()
    reading.focus_on("p0")
    assert bar.value() == 0
    reading.focus_on("p300")
    detail = people.view.detail_of("p300")
    assert detail is not None
    assert people.view.viewport().rect().contains(detail.geometry())
    bar.setValue(0)
    reading.release()
    assert bar.value() == 0
    last = listed(people)[-1]
    reading.focus_on(last)
    detail = people.view.detail_of(last)
    assert detail is not None
    assert people.view.viewport().rect().contains(detail.geometry())


def test_the_row_one_looks_at_stays(host: QWidget, qtbot: QtBot) -> None:
    reading = Reading(host)
    many = sample.with_many(60)
    reading.show(many.document)
    reading.take(many)
    people = shown(PeoplePanel, host, reading)
    bar = people.view.verticalScrollBar()
    reading.focus_on(listed(people)[10])
    bar.setValue(300)  # the open entry is still seen, as are some rows below it
    row = people.view.rowAt(300)
    at = people.view.rowViewportPosition(row)
    click(people, row, qtbot)
    assert people.view.rowViewportPosition(row) == at
    bar.setValue(bar.value() + 400)  # the open entry is out of sight above
    first = people.view.rowAt(30)
    at = people.view.rowViewportPosition(first)
    reading.focus_on("wall")
    assert people.view.open_entries == []
    assert people.view.rowViewportPosition(first) == at


def test_enter_presses_a_button(people: EntryListPanel, qtbot: QtBot) -> None:
    people.reading.focus_on("verl")
    detail = people.view.detail_of("verl")
    assert detail is not None
    qtbot.keyClick(detail._close, Qt.Key.Key_Return)
    assert people.reading.focus == ()


def test_words_for_an_empty_panel(host: QWidget) -> None:
    reading = Reading(host)
    people, glossary = shown(PeoplePanel, host, reading), shown(GlossaryPanel, host, reading)
    assert "open text" in people.empty_words
    reading.show(sample.document())
    assert ".companion.yaml" in people.empty_words
    assert ".companion.yaml" in glossary.empty_words
    reading.take(sample.companion(reading.document))
    assert not people.is_empty
    assert people.view.isVisibleTo(people)
    reading.show(sample.document())
    assert people.is_empty


def test_an_entry_called_like_a_tag_stays_words(people: EntryListPanel) -> None:
    index = people.view.rows.index(people.view.rows.row_of("ghost"), 0)
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in index.data(Qt.ItemDataRole.ToolTipRole)
    people.reading.focus_on("ghost")
    detail = people.view.detail_of("ghost")
    assert detail is not None
    assert detail._name.textFormat() == Qt.TextFormat.PlainText
    assert detail.findChild(PassageSteps).words == "not in the text"


def test_rows_say_the_first_place_and_the_count(people: EntryListPanel) -> None:
    index = people.view.rows.index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "first: §1" in said
    assert "5 passages" in said
    described = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described.startswith("Held the walls through the winter. Related: her creditor: Zoë Ferrand")


def test_one_passage_is_not_passages(glossary: EntryListPanel) -> None:
    rows = glossary.view.rows
    assert rows.count(rows.entry(rows.row_of("postern"))) == 2
    glossary.reading.add_to_focus("postern")
    said = [rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]
    assert not any("1 passages" in words for words in said)


def test_the_model_keeps_qts_rules(people: EntryListPanel) -> None:
    rows = people.view.rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows.filter("e")
    rows.choose_order(Order.NAME)
    rows.filter("")
    rows.set_on_screen(frozenset({"verl"}))
    rows.show_entries(Companion(people.reading.document), ())
    assert tester.model() is rows


def test_a_model_without_a_companion_is_empty(host: QWidget) -> None:
    assert EntryRows(host).rowCount() == 0


def test_every_control_has_a_name(people: EntryListPanel) -> None:
    people.reading.focus_on("verl")
    for widget in people.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isHidden():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name).strip(), widget


def test_it_is_drawn_in_the_colours_of_the_theme(people: EntryListPanel) -> None:
    people.reading.focus_on("verl")
    people.look.set_theme("dark")
    detail = people.view.detail_of("verl")
    assert detail is not None
    image = detail.grab().toImage()
    assert QColor(image.pixel(image.width() - 8, 8)) == people.look.theme.colours["paper"]


def test_the_order_is_chosen_from_a_menu(people: EntryListPanel) -> None:
    action = next(one for one in people._orders.actions() if one.data() == Order.NAME.value)
    action.trigger()
    assert people.order is Order.NAME
    assert people._order_button.accessibleName() == "Order: A–Z"


def test_a_closed_panel_dies(host: QWidget) -> None:
    reading = sample.opened(host)
    panel = PeoplePanel(reading, Look(host), host)
    reading.focus_on("verl")
    gone = weakref.ref(panel)
    panel.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del panel
    gc.collect()
    assert gone() is None
    reading.focus_on("ferrand")


@pytest.mark.parametrize(
    ("name", "plain"), [("Zoë", "zoe"), ("O’Neill", "o'neill"), ("STRASSE", "strasse"), ("Ἀθῆναι", "αθηναι")]
)
def test_plain_letters(name: str, plain: str) -> None:
    assert plain_letters(name) == plain


@pytest.mark.parametrize("sought", ["ferand", "Zoe Ferrant", "Farrand"])
def test_filter_offers_names_that_are_spelt_nearly_so(
    people: EntryListPanel, qtbot: QtBot, sought: str
) -> None:
    people.filter_field.setText(sought)
    assert listed(people) == ["ferrand"]
    assert people._nothing.text() == f"Nothing here is called “{sought}”. Spelt nearly so:"
    qtbot.keyClick(people.filter_field, Qt.Key.Key_Return)
    assert people.reading.focus == ("ferrand",)


@pytest.mark.parametrize("sought", ["xyz", "Ferrand Bonaparte", "zo", "  ", "é\n"])
def test_filter_offers_nothing_that_is_not_alike(people: EntryListPanel, sought: str) -> None:
    people.filter_field.setText(sought)
    assert not people.view.rows.are_alike or listed(people) == []
