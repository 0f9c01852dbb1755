from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, Qt

from companion.core.document import Span
from companion.ui.looks.look import TEXT_FONT, Look
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import lettered
from companion.ui.parts.paragraph import Paragraph, Plain
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.quiet_button import Chip
from companion.ui.parts.set_words import SetWords, line_height
from companion.ui.passages.excerpt import Excerpt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def font(qtbot: QtBot) -> QFont:
    made = QFont(TEXT_FONT)
    made.setPixelSize(14)
    return made


def test_a_word_without_an_end_is_broken(font: QFont) -> None:
    words = SetWords(Excerpt("x" * 400), font, 100)
    assert words.width <= 100
    assert words.height > 5 * line_height(font)


def test_what_does_not_fit_ends_in_an_ellipsis_between_words(font: QFont) -> None:
    words = SetWords(Excerpt("several words that go on for a while " * 5), font, 150, 2)
    assert words.height <= 2 * line_height(font)
    shown = words._layout.text()
    assert shown.endswith("…")
    assert set(shown.removesuffix("…").split()) <= {
        "several",
        "words",
        "that",
        "go",
        "on",
        "for",
        "a",
        "while",
    }


@pytest.mark.parametrize("text", ["🏰🏰 Anna", "Anna אבג", "a\u0301 Anna"])
def test_a_mark_lies_under_its_name(font: QFont, text: str) -> None:
    start = text.index("Anna")
    words = SetWords(Excerpt(text, (Span(start, start + 4),)), font, 300)
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    words.draw_marks(painter, QPointF(0, 0), QColor("#ff0000"), QColor("#0000ff"))
    painter.end()
    filled = [x for x in range(300) if QColor(image.pixel(x, 8)) == QColor("#ff0000")]
    offsets = words._offsets
    line = words._lines[0]
    left = line.cursorToX(offsets.to_qt(start))[0]
    right = line.cursorToX(offsets.to_qt(start + 4))[0]
    assert filled
    assert filled[0] == pytest.approx(min(left, right), abs=3)
    assert filled[-1] == pytest.approx(max(left, right), abs=3)


def test_a_paragraph_is_plain_and_as_high_as_its_lines(host: QWidget) -> None:
    paragraph = Paragraph(Look(host), host)
    paragraph.say("<b>bold</b> & more")
    assert paragraph.text() == "<b>bold</b> & more"
    assert paragraph.textFormat() == Qt.TextFormat.PlainText
    one = paragraph.heightForWidth(500)
    assert paragraph.heightForWidth(40) > one
    paragraph.setContentsMargins(0, 5, 0, 5)
    assert paragraph.heightForWidth(500) == one + 10
    paragraph.say("")
    assert paragraph.isHidden()


def test_a_label_follows_the_theme_under_a_style_sheet(host: QWidget) -> None:
    look = Look(host)
    label = Plain(look, host)
    label.setText("████")
    label.show()
    look.set_theme("dark")
    host.setStyleSheet("QToolTip { padding: 4px; }")
    image = label.grab().toImage()
    colours = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert look[Role.DIM].name() in colours


def test_a_chip_cuts_the_role_before_the_name(host: QWidget) -> None:
    chip = Chip(Look(host), "his prime minister and friend: Mehmet Shehu", "", host)
    chip.before_name = "his prime minister and friend:"
    metrics = chip.fontMetrics()
    width = metrics.horizontalAdvance("his prime min… Mehmet Shehu")
    cut = chip.fitting(metrics, width)
    assert cut.endswith(" Mehmet Shehu")
    assert "…" in cut
    assert metrics.horizontalAdvance(cut) <= width


def test_a_tooltip_never_becomes_rich_text() -> None:
    assert plain_tooltip("a < b & c") == "a < b & c"
    assert plain_tooltip("<img src='x'>") == "<p>&lt;img src=&#x27;x&#x27;&gt;</p>"
    assert len(plain_tooltip("word " * 1000)) <= 601
    assert plain_tooltip("x" * 1000) == "x" * 600 + "…"


def test_figures_of_one_width(font: QFont) -> None:
    assert lettered(font, bold=True).weight() == QFont.Weight.DemiBold
    assert lettered(font, size=0.5).pixelSize() == 8


def test_a_chip_in_which_both_would_be_cut_shows_the_name_alone(host: QWidget) -> None:
    chip = Chip(Look(host), "his prime minister and friend: Nikoláy Andréevich Bolkónski", "", host)
    chip.before_name = "his prime minister and friend:"
    metrics = chip.fontMetrics()
    shown = chip.fitting(metrics, metrics.horizontalAdvance("Nikoláy Andréevich Bol"))
    assert shown.startswith("Nikoláy Andr")
    assert shown.count("…") == 1
