"""What was found in a text is shown with its sentences: in the lists, on the card, in the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import found_sample as found
import panel_sample as sample
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QToolTip, QWidget
from reading_view_sample import shown as shown_view

from companion.core.entries import Entries, Origin
from companion.core.message import Message
from companion.ui.entries.card_page import CardPage
from companion.ui.entries.entry_card import EntryCard
from companion.ui.entries.entry_rows import Order
from companion.ui.entries.entry_words import also_in_words, source_in_words
from companion.ui.entries.glossary_panel import GlossaryPanel
from companion.ui.entries.people_panel import PeoplePanel
from companion.ui.entries.said_lines import SaidLine
from companion.ui.entries.sayings import Tone, in_short, sayings
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role, mixed
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.quiet_button import Chip, SmallButton
from companion.ui.passages.passages_panel import PassagesPanel
from companion.ui.pointed import Pointed
from companion.ui.quest import Quest
from companion.ui.reading import Reading
from companion.ui.timeline.words import words_while_empty

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from companion.core.companion import Companion
    from companion.ui.entries.entry_detail import EntryDetail
    from companion.ui.entries.entry_list import EntryListPanel


def shown(kind: type[EntryListPanel], host: QWidget, reading: Reading | None = None) -> EntryListPanel:
    panel = kind(reading or found.opened(host), Look(host), host)
    panel.resize(320, 560)
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


def opened(panel: EntryListPanel, entry: str) -> EntryDetail:
    panel.reading.focus_on(entry)
    detail = panel.view.detail_of(entry)
    assert detail is not None
    return detail


def lines(of: QWidget) -> list[SaidLine]:
    return [line for line in of.findChildren(SaidLine) if not line.isHidden()]


def words(of: QWidget) -> list[str]:
    return [line.words.replace("\N{NO-BREAK SPACE}", " ") for line in lines(of)]


# -- what is said, and where it comes from


def test_each_thing_stands_on_its_own_line_with_its_paragraph(people: EntryListPanel) -> None:
    detail = opened(people, "verl")
    assert words(detail) == [
        "counter of bread  §3",
        "born 1610  §3",
        "🏰 Anna Verl held the wall.  §1",
        "Verl opened the gate, and Ferrand went home.  §5",
    ]


def test_what_nothing_explains_is_quoted_and_not_defined(people: EntryListPanel) -> None:
    detail = opened(people, "ferrand")
    assert words(detail) == ["first mention: “Zoë Ferrand did not ask.”  §2"]
    [line] = lines(detail)
    assert line.saying.tone is Tone.QUOTED
    assert line._font().family() == people.look.text_font().family()


def test_a_click_goes_to_the_sentence_and_stays_with_the_entry(people: EntryListPanel, qtbot: QtBot) -> None:
    detail, reading = opened(people, "verl"), people.reading
    role = lines(detail)[0]
    with qtbot.waitSignal(reading.passage_requested) as asked:
        qtbot.mouseClick(role, Qt.MouseButton.LeftButton)
    assert asked.args == [found.place(reading.document, found.COUNTED)]
    assert reading.focus == ("verl",)
    assert reading.passages.spans[reading.passage_index] == asked.args[0]
    assert reading.can_go_back


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_goes_to_the_sentence_too(people: EntryListPanel, qtbot: QtBot, key: Qt.Key) -> None:
    line = lines(opened(people, "ferrand"))[0]
    line.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(people.reading.passage_requested) as asked:
        qtbot.keyClick(line, key)
    assert asked.args == [found.place(people.reading.document, found.ASKED)]
    assert line.hasFocus()


def test_the_sentence_is_the_tooltip_as_plain_text(glossary: EntryListPanel) -> None:
    [line] = lines(opened(glossary, "postern"))
    assert line.toolTip() == "§1: The postern was barred."
    assert line.words.startswith("what was <b>barred</b>")


def test_a_line_that_is_the_sentence_does_not_repeat_it(people: EntryListPanel) -> None:
    assert lines(opened(people, "ferrand"))[0].toolTip() == "Go to the sentence in §2"


def test_a_long_tooltip_is_broken_into_lines() -> None:
    words = "A sentence with a dash–and a hyphen-word in it. " * 8
    lines = plain_tooltip(words.strip()).split("\n")
    assert len(lines) > 4
    assert all(len(line) <= 72 for line in lines)
    assert " ".join(lines) == words.strip()
    assert plain_tooltip("short\nlines") == "short\nlines"


def test_the_keyboard_sees_the_sentence(people: EntryListPanel, qtbot: QtBot) -> None:
    line = lines(opened(people, "ferrand"))[0]
    line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: QToolTip.text() == line.toolTip())
    people.filter_field.setFocus()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_line_has_words_for_who_cannot_see_it(people: EntryListPanel) -> None:
    line = lines(opened(people, "verl"))[0]
    told = QAccessible.queryAccessibleInterface(line)
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "counter of bread"
    assert told.text(QAccessible.Text.Description) == "Go to the sentence in §3"


def test_the_number_is_marked_under_the_keyboard_not_by_colour_alone(people: EntryListPanel) -> None:
    line = lines(opened(people, "ferrand"))[0]
    assert not line._tail()[1].fontUnderline()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line._tail()[1].fontUnderline()


def test_long_things_are_cut_until_more_is_wanted(people: EntryListPanel, qtbot: QtBot) -> None:
    said = sayings(people.reading.companion.people[2])
    short = in_short(said, 45)
    assert [one.tone for one in short] == [Tone.BRIEF, Tone.BRIEF, Tone.PLAIN]
    text = sample.document()
    long = replace(
        found.entries(text).people[2],
        claims=tuple(
            replace(claim, text=claim.text + " And so on." * 30)
            for claim in found.entries(text).people[2].claims
        ),
    )
    people.reading.take(found.companion(people.reading.document, Entries(people=(long,))))
    detail = opened(people, "verl")
    before = len(" ".join(words(detail)))
    more = next(one for one in detail.findChildren(SmallButton) if one.words == "read on")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(" ".join(words(detail))) > 2 * before
    assert more.words == "read less"


def test_a_relation_has_its_sentence_behind_it(people: EntryListPanel, qtbot: QtBot) -> None:
    detail, reading = opened(people, "verl"), people.reading
    chip = next(one for one in detail.findChildren(Chip) if one.key == "ferrand")
    assert chip.words == "her creditor: Zoë Ferrand"
    source = next(
        one for one in detail.findChildren(SmallButton) if one.key == "ferrand" and not isinstance(one, Chip)
    )
    assert (source.words, source.accessibleName()) == ("§4", "Go to the sentence in §4")
    assert source.toolTip().startswith("§4: In January 1644")
    assert source.isVisible()
    assert source.geometry().left() >= chip.geometry().right()
    with qtbot.waitSignal(reading.passage_requested) as asked:
        qtbot.mouseClick(source, Qt.MouseButton.LeftButton)
    assert asked.args == [found.place(reading.document, found.WROTE)]
    assert reading.focus == ("verl",)


def test_what_somebody_wrote_is_shown_as_it_was(host: QWidget) -> None:
    panel = shown(PeoplePanel, host, sample.opened(host))
    detail = opened(panel, "verl")
    assert lines(detail) == []
    assert sayings(panel.reading.companion.people[1]) == ()


def test_other_names_are_told_of_what_was_found(people: EntryListPanel) -> None:
    verl = people.reading.companion.people[2]
    assert also_in_words(verl) == "also Iron Annie"
    assert also_in_words(replace(verl, origin=Origin.CURATED)) == ""


# -- the card


def test_the_card_shows_the_same_lines(host: QWidget, qtbot: QtBot) -> None:
    reading = found.opened(host)
    card = EntryCard(reading, Look(host), host)
    where = QRect(host.mapToGlobal(QPoint(100, 100)), host.mapToGlobal(QPoint(140, 120)))
    card.point(Pointed(("ferrand",), where, by_keyboard=True))
    assert words(card) == ["first mention: “Zoë Ferrand did not ask.”  §2"]
    assert "first mention" in card.accessibleName()
    card.enter()
    [line] = lines(card)
    assert line.hasFocus()
    with qtbot.waitSignal(reading.passage_requested) as asked:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [found.place(reading.document, found.ASKED)]
    assert reading.focus == ("ferrand",)
    assert card.isHidden()


def test_the_card_quotes_no_sentence_twice(host: QWidget) -> None:
    reading = found.opened(host)
    page = CardPage(reading, Look(host), host)
    page.show_entries([reading.companion.people[1]])
    assert page.words().count("did not ask") == 1


# -- what is doubtful


def test_what_is_doubtful_says_so(people: EntryListPanel) -> None:
    nobody = people.reading.companion.people[0]
    assert source_in_words(nobody) == "found in the text, doubtful"
    assert source_in_words(people.reading.companion.people[2]) == "found in the text"
    row = people.view.rows.index(people.view.rows.row_of("nobody"), 0)
    assert "doubtful" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    other = people.view.rows.index(people.view.rows.row_of("ferrand"), 0)
    assert "doubtful" not in other.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_doubtful_row_has_a_question_mark(people: EntryListPanel) -> None:
    def drawn() -> QImage:
        rect = people.view.visualRect(people.view.rows.index(people.view.rows.row_of("nobody"), 0))
        return people.view.viewport().grab(rect).toImage()

    before, text = drawn(), people.reading.document
    sure = tuple(replace(person, confidence=0.8) for person in found.entries(text).people)
    people.reading.take(found.companion(text, Entries(people=sure)))
    assert drawn() != before


# -- the order


def test_found_people_stand_by_number_the_doubtful_last(people: EntryListPanel) -> None:
    assert people.order is Order.FREQUENCY
    assert listed(people) == ["verl", "ferrand", "nobody"]
    assert people.chosen_order is None


def test_a_found_glossary_stands_by_need(glossary: EntryListPanel) -> None:
    assert glossary.order is Order.NEED
    assert listed(glossary) == ["postern", "wall"]


def test_what_somebody_wrote_stands_by_place(host: QWidget) -> None:
    panel = shown(GlossaryPanel, host, sample.opened(host))
    assert panel.order is Order.FIRST_MENTION


def test_the_order_that_was_chosen_stays_with_every_companion(glossary: EntryListPanel) -> None:
    glossary.order = Order.NAME
    glossary.reading.take(sample.companion(glossary.reading.document))
    assert glossary.order is Order.NAME
    assert glossary.chosen_order is Order.NAME


def test_need_is_an_order_of_the_glossary_only(people: EntryListPanel, glossary: EntryListPanel) -> None:
    def offered(panel: EntryListPanel) -> list[str]:
        return [action.data() for action in panel._orders.actions() if action.isVisible()]

    assert Order.NEED.value in offered(glossary)
    assert Order.NEED.value not in offered(people)


# -- passages without the name


def test_passages_without_the_name_are_known(people: EntryListPanel) -> None:
    passages = people.reading.companion.passages("verl")
    [number] = passages.nameless
    assert passages.spans[number] == found.place(people.reading.document, found.SLEPT)
    assert passages[number].names == ()


def test_they_are_no_names_in_the_panel(host: QWidget) -> None:
    panel = PassagesPanel(found.opened(host), Look(host), host)
    panel.reading.focus_on("verl")
    [number] = panel.reading.passages.nameless
    row = panel.view.rows.row(number)
    assert (row.remark, row.marks) == ("not by name", ())


def test_they_are_tinted_fainter_in_the_text(host: QWidget) -> None:
    view = shown_view(host, sample.document(), linked=False)
    reading, look = view.reading, view.look
    reading.take(found.companion(reading.document))
    reading.focus_on("verl")
    faint = mixed(look[Role.PASSAGE], look[Role.PAPER], 0.45)

    def has(words: str, colour: QColor) -> bool:
        rect = view.rects_of(found.place(reading.document, words))[0].toRect()
        image = view.viewport().grab(rect).toImage()
        dots = [(x, y) for x in range(image.width()) for y in range(image.height())]
        return sum(image.pixelColor(*dot).rgb() == colour.rgb() for dot in dots) > len(dots) / 2

    assert has("counted the", look[Role.PASSAGE])
    assert has("slept in her", faint)
    assert not has("slept in her", look[Role.PASSAGE])


# -- while there is nothing


def test_the_panels_say_that_they_are_being_filled(host: QWidget) -> None:
    reading = Reading(host)
    reading.show(sample.document())
    panels = [shown(kind, host, reading) for kind in (PeoplePanel, GlossaryPanel)]
    assert panels[0].empty_words.startswith("No people here yet")
    reading.tell_quest(Quest.READ)
    being_read = "The companion of this text is being read."
    assert {panel.empty_words for panel in panels} == {being_read}
    assert words_while_empty(reading.companion, reading.quest) == being_read
    reading.tell_quest(Quest.UNDER_WAY)
    assert [panel.empty_words for panel in panels] == [
        "People are being looked for in this text.",
        "Terms are being looked for in this text.",
    ]
    reading.tell_quest(Quest.BROKEN_OFF)
    stopped = "The search in this text was stopped. “Read again” in the menu “File” begins it anew."
    assert {panel.empty_words for panel in panels} == {stopped}
    assert words_while_empty(reading.companion, reading.quest) == stopped


def nothing_found(of: Reading, *warnings: Message) -> Companion:
    return replace(found.companion(of.document, Entries()), warnings=warnings)


def test_the_panels_say_that_nothing_was_found(host: QWidget) -> None:
    reading = Reading(host)
    reading.show(sample.document())
    panel = shown(PeoplePanel, host, reading)
    reading.tell_quest(Quest.UNDER_WAY)
    reading.take(nothing_found(reading))
    assert reading.quest is Quest.DONE
    assert panel.empty_words == "No people were found in this text."
    reading.show(sample.document())
    assert reading.quest is Quest.NONE


def test_the_panels_say_why_nothing_could_be_found(host: QWidget) -> None:
    reading = Reading(host)
    reading.show(sample.document())
    panel = shown(GlossaryPanel, host, reading)
    reading.tell_quest(Quest.UNDER_WAY)
    reading.take(nothing_found(reading, Message("This script cannot be searched.")))
    assert panel.empty_words == "This script cannot be searched."


def test_a_text_with_people_but_without_terms(host: QWidget) -> None:
    reading = Reading(host)
    reading.show(sample.document())
    panel = shown(GlossaryPanel, host, reading)
    reading.tell_quest(Quest.UNDER_WAY)
    people = found.entries(reading.document).people
    reading.take(found.companion(reading.document, Entries(people=people)))
    assert panel.empty_words == "No terms were found in this text."


def test_who_hears_a_row_hears_what_is_said_and_from_where(people: EntryListPanel) -> None:
    row = people.view.rows.index(people.view.rows.row_of("ferrand"), 0)
    said = row.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said.startswith("first mention: “Zoë Ferrand did not ask.” (§2).")
    row = people.view.rows.index(people.view.rows.row_of("verl"), 0)
    assert row.data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("counter of bread (§3). born 1610")


def test_a_companion_that_somebody_wrote_is_no_end_of_the_search(host: QWidget) -> None:
    reading = Reading(host)
    reading.show(sample.document())
    reading.tell_quest(Quest.UNDER_WAY)
    written = sample.companion(reading.document)
    entries = replace(written.entries, people=written.people[1:])  # the first one was found
    reading.take(sample.companion(reading.document, entries))
    assert reading.quest is Quest.UNDER_WAY
    reading.take(written)
    assert reading.quest is Quest.DONE
