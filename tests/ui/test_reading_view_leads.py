"""Notes and links: opened in a card where they stand, followed, walked by keyboard, drawn in their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reading_view_sample import CTRL, LEFT, NO_KEYS, companion_of, middle_of, move, press, shown, span_of

from companion.core.document import Block, BlockKind, Document, Link, NoteMark
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role
from companion.ui.reading_view import ReadingView, lead_card, moving
from companion.ui.reading_view.lead_card import LeadCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

Key = Qt.Key
PARTS = (
    "Anna Verl held the wall.[1] Of this another tells, and so does the chapter on the gate. See elsewhere.",
    *(
        f"{number}. Nothing happened for a while, and then nothing happened again." * 4
        for number in range(40)
    ),
    "On the gate.",
    "1 In the winter, <b>says</b> Ferrand.\u2028Not before.",
)


def sample() -> Document:
    text = "\n\n".join(PARTS)
    blocks, start = [], 0
    for part in PARTS:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(part)))
        start += len(part) + 2
    note, mark = text.index("1 In the winter"), text.index("[1]")
    gate, out = text.index("the chapter on the gate"), text.index("elsewhere")
    return Document(
        text,
        tuple(blocks),
        links=(
            Link(gate, gate + 23, text.index("On the gate.")),
            Link(out, out + 9, -1, "https://example.org/a?b=<i>"),
        ),
        note_marks=(NoteMark(mark, mark + 3, note, len(text)),),
    )


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_motion(widget: QWidget) -> bool:
        return False

    monkeypatch.setattr(moving, "motion_is_wanted", no_motion)


@pytest.fixture
def view(host: QWidget) -> ReadingView:
    return shown(host, sample())


@pytest.fixture
def card(view: ReadingView, host: QWidget) -> LeadCard:
    made = LeadCard(view.reading, Look(host), host)
    view.lead_pointed.connect(made.point)
    return made


def click(view: ReadingView, words: str, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    QTest.mouseClick(view.viewport(), LEFT, keys, middle_of(view, span_of(view, words)))


class TestNotes:
    """The mark of a note."""

    def test_a_click_opens_its_words_at_once(self, view: ReadingView, card: LeadCard) -> None:
        click(view, "[1]")
        assert card.isVisible()
        assert card.words.text().startswith("1 In the winter, <b>says</b> Ferrand.")
        assert card.words.textFormat() == Qt.TextFormat.PlainText
        assert card.accessibleName().startswith("Note [1]: 1 In the winter")
        assert not card.go.isHidden()
        assert card.copy.isHidden()
        assert card.open.isHidden()

    def test_the_pointer_has_to_rest(self, view: ReadingView, card: LeadCard, qtbot: QtBot) -> None:
        move(view, middle_of(view, span_of(view, "[1]")))
        assert not card.isVisible()
        qtbot.waitUntil(card.isVisible)

    def test_esc_closes_the_card_and_leaves_the_text(self, view: ReadingView, card: LeadCard) -> None:
        click(view, "[1]")
        press(view, Key.Key_Escape)
        assert not card.isVisible()

    def test_one_can_go_there_and_back(self, view: ReadingView, card: LeadCard) -> None:
        before = view.reading.place.start
        click(view, "[1]")
        card.go.click()
        assert not card.isVisible()
        assert view.rects_of(span_of(view, "1 In the winter"))
        view.reading.back()
        assert view.reading.place.start == before

    def test_a_long_note_is_scrolled_in_the_card(self, host: QWidget) -> None:
        text = "Here.[1]\n\n" + "A word of the note. " * 400
        blocks = (Block(BlockKind.PARAGRAPH, 0, 8), Block(BlockKind.PARAGRAPH, 10, len(text)))
        view = shown(host, Document(text, blocks, note_marks=(NoteMark(5, 8, 10, len(text)),)), linked=False)
        card = LeadCard(view.reading, view.look, host)
        view.lead_pointed.connect(card.point)
        click(view, "[1]")
        assert card.height() < host.height()
        assert card.words.height() > host.height()
        assert card.first_stop() is not card.go

    def test_its_mark_is_raised_and_in_the_accent(self, view: ReadingView) -> None:
        rect = view.rects_of(span_of(view, "[1]"))[0].toAlignedRect()
        seen = view.viewport().grab(rect).toImage()
        accent = view.look[Role.ACCENT]
        found = [
            y
            for y in range(seen.height())
            for x in range(seen.width())
            if abs(seen.pixelColor(x, y).red() - accent.red()) < 30
            and abs(seen.pixelColor(x, y).blue() - accent.blue()) < 60
        ]
        assert found
        assert max(found) < seen.height() * 0.62


class TestLinks:
    """Words that lead elsewhere."""

    def test_a_click_goes_there_and_back_is_back(self, view: ReadingView, card: LeadCard) -> None:
        click(view, "chapter on")
        assert not card.isVisible()
        assert view.rects_of(span_of(view, "On the gate."))
        assert view.reading.can_go_back

    def test_a_name_in_a_link_is_followed_with_ctrl(self, view: ReadingView) -> None:
        at = span_of(view, "gate")
        QTest.mouseClick(view.viewport(), LEFT, CTRL, middle_of(view, at))
        assert view.reading.focus == ("gate",)

    def test_an_address_is_told_and_copied_but_not_opened(
        self, view: ReadingView, card: LeadCard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[QUrl] = []
        monkeypatch.setattr(lead_card.QDesktopServices, "openUrl", opened.append)
        click(view, "elsewhere")
        assert card.words.text() == "https://example.org/a?b=<i>"
        card.copy.click()
        assert QGuiApplication.clipboard().text() == "https://example.org/a?b=<i>"
        assert opened == []
        click(view, "elsewhere")
        card.open.click()
        assert [url.host() for url in opened] == ["example.org"]

    @pytest.mark.parametrize(
        "address", ["file:///etc/passwd", "javascript:alert(1)", "smb://x/y", "data:text/html,x", "x y"]
    )
    def test_no_other_kind_of_address_can_be_opened(self, host: QWidget, address: str) -> None:
        document = Document("There", (Block(BlockKind.PARAGRAPH, 0, 5),), links=(Link(0, 5, -1, address),))
        view = shown(host, document)
        card = LeadCard(view.reading, view.look, host)
        view.lead_pointed.connect(card.point)
        click(view, "There")
        assert card.isVisible()
        assert card.open.isHidden()
        assert not card.copy.isHidden()


class TestByKeyboard:
    """The walk over names takes notes and links in."""

    def test_it_stops_at_each_in_order(self, view: ReadingView) -> None:
        walked = []
        for _ in range(5):
            assert view.walk_links(True)
            walked.append(view.reading.document.text[slice(*view.walking.span)])
        assert walked == ["Anna Verl", "wall", "[1]", "the chapter on the gate", "elsewhere"]
        back = []
        for _ in range(4):
            assert view.walk_links(False)
            back.append(view.reading.document.text[slice(*view.walking.span)])
        assert back == walked[-2::-1]

    def test_a_note_opens_where_the_walk_stops_and_enter_goes_in(
        self, view: ReadingView, card: LeadCard, host: QWidget
    ) -> None:
        host.activateWindow()
        view.setFocus()
        for _ in range(3):
            view.walk_links(True)
        assert card.isVisible()
        press(view, Key.Key_Return)
        assert QApplication.focusWidget() in (card.go, None)

    def test_enter_follows_a_link(self, view: ReadingView) -> None:
        for _ in range(4):
            view.walk_links(True)
        press(view, Key.Key_Return)
        assert view.rects_of(span_of(view, "On the gate."))

    def test_another_companion_takes_no_note_away(self, view: ReadingView) -> None:
        for _ in range(3):
            view.walk_links(True)
        at = view.walking.span
        view.reading.take(companion_of(view.reading.document))
        assert view.walking.span == at


def test_nothing_is_opened_by_the_module_itself() -> None:
    assert lead_card.QDesktopServices is QDesktopServices
