"""Much that is copied is made ready in the background, and is the same as what is copied at once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtGui import QGuiApplication

from companion.core.document import Block, BlockKind, Document, Span
from companion.output import citing as quotations
from companion.ui.bookmarks import citing
from companion.ui.looks.look import Look
from companion.ui.program.jobs import Jobs
from companion.ui.program.long_copies import LongCopies
from companion.ui.program.settings import Settings
from companion.ui.reading import Reading
from companion.ui.reading_view import selecting
from companion.ui.reading_view.copying import CopyText, as_html, as_plain
from companion.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from companion.ui.program.jobs import Job


@pytest.fixture
def copies(qtbot: QtBot) -> Iterator[LongCopies]:
    jobs = Jobs(QGuiApplication.instance())
    made = LongCopies(jobs, jobs)
    yield made
    assert jobs.finish()
    qtbot.waitUntil(lambda: not jobs._running)
    jobs.deleteLater()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    reading = Reading()
    made = Window(reading, Look(reading), Settings())
    qtbot.addWidget(made)
    document = sample.document()
    reading.show(document)
    reading.take(sample.companion(document))
    yield made
    QGuiApplication.clipboard().clear()


def _clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_work_gives_what_copying_at_once_gives() -> None:
    text = "Ein Märchen\n\nOnce  upon\na 🜁 time"
    blocks = (Block(BlockKind.HEADING, 0, 11, 1), Block(BlockKind.PARAGRAPH, 13, len(text)))
    document, told = Document(text, blocks), list[float]()
    for span in (document.span, Span(4, 20)):
        forms = CopyText(document, span)(told.append)
        assert forms["text/plain"].decode() == as_plain(document, span)
        assert forms["text/html"].decode() == as_html(document, span)
    assert all(0 <= done <= 1 for done in told)


def test_what_the_work_gives_is_on_the_clipboard(qtbot: QtBot, copies: LongCopies) -> None:
    started: list[Job] = []
    copies.started.connect(started.append)
    copies.copy(lambda _: {"text/plain": "Märchen 🜁".encode(), "text/html": "<p>Märchen 🜁</p>".encode()})
    qtbot.waitUntil(lambda: _clipboard() == "Märchen 🜁")
    assert QGuiApplication.clipboard().mimeData().html() == "<p>Märchen 🜁</p>"
    assert started[0].title == "Copying"


def test_what_is_copied_meanwhile_stays(qtbot: QtBot, copies: LongCopies) -> None:
    go_on = threading.Event()

    def work(report: Callable[[float], None]) -> dict[str, bytes]:
        go_on.wait(10)
        report(0.5)
        return {"text/plain": b"late"}

    ended: list[Job] = []
    copies.started.connect(lambda job: job.ended.connect(ended.append))
    copies.copy(work)
    QGuiApplication.clipboard().setText("meanwhile")
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert _clipboard() == "meanwhile"


def test_a_second_copy_takes_the_place_of_the_first(qtbot: QtBot, copies: LongCopies) -> None:
    go_on = threading.Event()

    def slow(report: Callable[[float], None]) -> dict[str, bytes]:
        go_on.wait(10)
        report(0.5)
        return {"text/plain": b"first"}

    copies.copy(slow)
    copies.copy(lambda _: {"text/plain": b"second"})
    go_on.set()
    qtbot.waitUntil(lambda: _clipboard() == "second")


def test_many_words_wait_for_whoever_copies_in_the_background(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "_LONG", 10)
    monkeypatch.setattr(citing, "_LONG", 10)
    monkeypatch.setattr(citing, "_MANY", 1)
    QGuiApplication.clipboard().setText("before")
    wanted: list[Callable[[Callable[[float], None]], dict[str, bytes]]] = []
    window.long_copy_wanted.connect(wanted.append)
    document = window.reading.document
    window.reading_view.selecting.select(Span(0, 40))
    window.actions_by_name["copy"].trigger()
    window.actions_by_name["copy_cited"].trigger()
    window.reading.focus_on("verl")
    window.actions_by_name["copy_passages"].trigger()

    assert _clipboard() == "before"
    words, cited, passages = [work(lambda _: None) for work in wanted]
    assert words["text/plain"].decode() == as_plain(document, Span(0, 40))
    assert cited["text/plain"].decode() == quotations.cited(document, Span(0, 40))
    assert cited["text/markdown"].decode() == quotations.cited_in_markdown(document, Span(0, 40))
    assert passages["text/plain"].decode().count("§") == len(window.reading.passages)
    assert passages["text/markdown"].startswith(b"## Anna Verl")
