from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import TYPE_CHECKING

import aldmere
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QWidget

from companion.output.summarising import summarise
from companion.output.summary import Part, Summary
from companion.ui.looks.look import Look
from companion.ui.print import print_dialog
from companion.ui.print.paper import Paper
from companion.ui.print.print_choices import Choices
from companion.ui.print.print_dialog import PrintDialog
from companion.ui.program.jobs import Jobs
from companion.ui.reading import Reading
from companion.ui.session import Session, bundled_reading

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Opened = Callable[..., PrintDialog]


@pytest.fixture
def reading(host: QWidget) -> Reading:
    made = Reading(host)
    companion = aldmere.companion()
    made.show(companion.document)
    made.take(companion)
    return made


@pytest.fixture
def jobs(host: QWidget) -> Iterator[Jobs]:
    made = Jobs(host)
    yield made
    assert made.finish()
    made.hear(0)  # at once: a loop of events would first delete the host, which is closed by now
    assert not made._running


@pytest.fixture
def open_dialog(host: QWidget, reading: Reading, jobs: Jobs, qtbot: QtBot) -> Opened:
    def opened(choices: Choices | None = None) -> PrintDialog:
        dialog = PrintDialog(reading, Look(host), choices or Choices(paper=Paper.A4), jobs, host)
        dialog.show()
        _wait(dialog, qtbot)
        return dialog

    return opened


def _wait(dialog: PrintDialog, qtbot: QtBot) -> None:
    """Until the pages are laid out, printed or saved."""
    qtbot.waitUntil(lambda: not dialog.is_busy)


def test_the_pages_are_shown(open_dialog: Opened, qtbot: QtBot) -> None:
    dialog = open_dialog()
    assert dialog.view.page == 0
    assert dialog.view.accessibleDescription() == "Page 1 of 1"
    image = dialog.view.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(60, 300, 2)}
    assert "#ffffff" in colours
    assert any(int(colour[1:3], 16) < 0x60 for colour in colours)
    assert dialog.print_button.isEnabled()
    dialog.close()


def test_what_is_empty_cannot_be_chosen(open_dialog: Opened, reading: Reading, qtbot: QtBot) -> None:
    dialog = open_dialog()
    ticks = dialog.choosing.ticks
    assert [part for part, tick in ticks.items() if not tick.isEnabled()] == [Part.PASSAGES, Part.NOTES]
    assert ticks[Part.PASSAGES].accessibleDescription() == "nothing in focus"
    assert not ticks[Part.PASSAGES].isChecked()
    assert ticks[Part.GLOSSARY].accessibleDescription() == "2"
    reading.focus_on("verl")
    reading.add_bookmark(aldmere.span("the wall stood"))
    assert ticks[Part.PASSAGES].isEnabled()
    assert ticks[Part.PASSAGES].isChecked()
    assert ticks[Part.NOTES].isEnabled()
    _wait(dialog, qtbot)
    dialog.close()


def test_choices_are_remembered(open_dialog: Opened, qtbot: QtBot) -> None:
    choices = Choices(paper=Paper.A4)
    dialog = open_dialog(choices)
    dialog.choosing.ticks[Part.GLOSSARY].click()
    dialog.choosing.paper.setCurrentIndex(1)
    dialog.choosing.paper.activated.emit(1)
    dialog.choosing.most.setCurrentIndex(dialog.choosing.most.count() - 1)
    dialog.choosing.most.activated.emit(0)
    _wait(dialog, qtbot)
    dialog.close()
    assert choices.parts == set(Part) - {Part.GLOSSARY}
    assert choices.paper is Paper.LETTER
    assert choices.most is None
    again = open_dialog(choices)
    assert not again.choosing.ticks[Part.GLOSSARY].isChecked()
    assert again.choosing.paper.currentText() == "Letter"
    assert again.choosing.most.currentText() == "all of them"
    again.close()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.pdf", b"%PDF-"), ("a.html", b"<!doctype"), ("a.md", b"# The siege"), ("a.b", b"%PDF-")],
)
def test_the_summary_is_saved_as_its_name_says(
    open_dialog: Opened,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    begins: bytes,
) -> None:
    asked: list[str] = []

    def answer(*given: object) -> tuple[str, str]:
        asked.append(str(given[2]))
        return str(tmp_path / name), "PDF (*.pdf)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog = open_dialog()
    dialog.save_button.click()
    _wait(dialog, qtbot)
    (saved,) = tmp_path.iterdir()
    assert saved.name == (f"{name}.pdf" if name == "a.b" else name)
    assert saved.read_bytes().startswith(begins)
    assert saved.name in dialog.notice.sentence
    assert asked[0].endswith("The siege of Aldmere.pdf")
    dialog.save_button.click()
    assert asked[1].startswith(str(tmp_path))
    _wait(dialog, qtbot)
    dialog.close()


def test_only_what_was_chosen_is_saved(open_dialog: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog()
    for part, tick in dialog.choosing.ticks.items():
        if part is not Part.PEOPLE and tick.isEnabled():
            tick.click()
    _wait(dialog, qtbot)
    dialog.save(tmp_path / "a.md")
    assert "## People" in (tmp_path / "a.md").read_text("utf-8")
    assert "## Glossary" not in (tmp_path / "a.md").read_text("utf-8")
    dialog.close()


@pytest.mark.parametrize("name", ["a.pdf", "a.md"])
def test_a_place_that_takes_nothing_is_told(
    open_dialog: Opened, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    dialog = open_dialog()
    dialog.save(tmp_path / "none" / name)
    _wait(dialog, qtbot)
    assert f"{name} cannot be written" in dialog.notice.sentence
    dialog.close()


def test_pages_go_to_a_printer(open_dialog: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog = open_dialog()
    dialog.print_on(printer)
    _wait(dialog, qtbot)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert dialog.notice.sentence == ""
    dialog.close()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(open_dialog: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "none" / "printed.pdf"))
    dialog = open_dialog()
    dialog.print_on(printer)
    _wait(dialog, qtbot)
    assert dialog.notice.sentence == "The pages could not be printed."
    dialog.close()


def test_closing_stops_the_work(open_dialog: Opened, tmp_path: Path) -> None:
    dialog = open_dialog()
    dialog.save(tmp_path / "a.pdf")
    assert dialog.is_busy
    dialog.close()
    assert not dialog.is_busy
    assert not list(tmp_path.iterdir())


def test_everything_has_a_name_and_is_reached_by_the_keyboard(open_dialog: Opened, qtbot: QtBot) -> None:
    dialog = open_dialog()
    wanted = {
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert dialog.view in wanted
    for widget in wanted:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
    for bar in (dialog.view.verticalScrollBar(), dialog.view.horizontalScrollBar()):
        assert bar.accessibleName()
    seen = set()
    for _ in range(3 * len(wanted)):
        seen.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert wanted <= seen
    dialog.close()


def test_it_stands_on_the_screen_with_all_its_buttons(open_dialog: Opened) -> None:
    dialog = open_dialog()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() < room.height()


def test_the_preview_is_turned_by_keys(open_dialog: Opened, qtbot: QtBot) -> None:
    dialog = open_dialog()
    dialog.resize(980, 500)  # smaller than a page
    bar = dialog.view.verticalScrollBar()
    qtbot.keyClick(dialog.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    before = bar.maximum()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Home)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Plus)
    assert bar.maximum() > before
    qtbot.keyClick(dialog.view, Qt.Key.Key_Minus)
    assert bar.maximum() == before
    dialog.close()


def test_the_window_prints_and_remembers_what_was_chosen(qtbot: QtBot) -> None:
    session = Session()
    qtbot.addWidget(session.window)
    with qtbot.waitSignal(session.opening.companion_read, timeout=20_000):
        session.start(bundled_reading())
    for is_checked in (True, False):
        session.window.actions_by_name["print"].trigger()
        dialog = session.window.findChild(PrintDialog)
        _wait(dialog, qtbot)
        assert dialog.choosing.ticks[Part.PEOPLE].isChecked() is is_checked
        dialog.choosing.ticks[Part.PEOPLE].setChecked(True)
        dialog.choosing.ticks[Part.PEOPLE].click()
        with qtbot.waitSignal(dialog.destroyed):
            dialog.close()
    session.window.close()
    session.end()
    session.deleteLater()


def test_pages_that_are_put_together_are_left_when_the_dialog_closes(
    open_dialog: Opened, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = Event()

    def held(*given: object, **named: object) -> Summary:
        may_go_on.wait(20)
        return summarise(*given, **named)

    dialog = open_dialog()
    monkeypatch.setattr(print_dialog, "summarise", held)
    try:
        dialog.choosing.ticks[Part.GLOSSARY].click()
        qtbot.waitUntil(lambda: dialog._job is not None)
        job = dialog._job
        dialog.close()
        assert job is not None
        assert job.is_cancelled
        assert not dialog.is_busy
    finally:
        may_go_on.set()
