"""Earlier notes: other editions are asked about in words, earlier states are listed, shown and restored."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from companion.core.document import Span
from companion.core.notes import Colour, MarkKind
from companion.ui.bookmarks.earlier_notes import EarlierNotes
from companion.ui.frame.progress_line import ProgressLine
from companion.ui.program.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from companion.ui.session import Session

LINES = [f"In the year {1500 + n} the keeper of gate {n} wrote down what the winter took." for n in range(80)]


def edition(folder: Path, name: str, *first: str) -> Path:
    path = folder / name
    path.write_text("\n\n".join([*first, *LINES]), "utf-8")
    return path


def mark(session: Session, number: int) -> None:
    start = session.reading.document.text.index(LINES[number])
    span = Span(start, start + len(LINES[number]))
    session.reading.marginalia.add(span, "", Colour.BLUE, "", MarkKind.HIGHLIGHT)


def button(session: Session, words: str) -> QPushButton:
    found = [one for one in session.window.notice.findChildren(QPushButton) if one.text() == words]
    (one,) = (one for one in found if not one.isHidden())
    return one


@pytest.mark.parametrize("answer", ["Take over", "No"])
def test_the_notice_asks_once_and_tells_what_came_of_it(
    qtbot: QtBot, start: Callable[[Path], Session], tmp_path: Path, answer: str
) -> None:
    first = start(edition(tmp_path, "one.txt"))
    mark(first, 20)
    first.window.close()
    second = start(edition(tmp_path, "two.txt", "A foreword of another edition."))
    notice = second.window.notice
    with qtbot.waitSignal(second.keeper.kinship.found, timeout=20_000):
        pass
    assert notice.sentence.startswith("You have 1 mark in “one”")
    button(second, answer).click()
    if answer == "Take over":
        qtbot.waitUntil(lambda: "1 placed" in notice.sentence, timeout=10_000)
        assert [one.words for one in second.reading.bookmarks] == [LINES[20]]
    else:
        assert notice.sentence == ""
        assert not second.reading.bookmarks
    decided = {kept.value for kept in second.reading.marginalia.notes.kin.values()}
    assert decided == {answer == "Take over"}


def test_an_earlier_state_is_shown_restored_and_taken_back(
    qtbot: QtBot, start: Callable[[Path], Session], tmp_path: Path
) -> None:
    session = start(edition(tmp_path, "one.txt"))
    for number in (10, 11):
        mark(session, number)
        with qtbot.waitSignal(session.keeper.kept, timeout=10_000):
            session.keeper.save(always=True)
        session.keeper._fold()
    session.window.actions_by_name["earlier_notes"].trigger()
    shown = session.window.findChild(EarlierNotes)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.list.count() >= 2, timeout=10_000)
    last = shown.list.count() - 1
    shown.list.setCurrentRow(last)
    assert "1 mark" in shown.list.item(last).text()
    assert LINES[10] in shown.preview.toPlainText()
    assert LINES[11] not in shown.preview.toPlainText()
    shown.restore.click()
    assert [one.words for one in session.reading.bookmarks] == [LINES[10]]
    session.reading.marginalia.undo_stack.undo()
    assert [one.words for one in session.reading.bookmarks] == LINES[10:12]


def test_a_job_is_told_of_again_when_a_newer_one_has_ended(qtbot: QtBot, host: QWidget) -> None:
    line, jobs = ProgressLine(host, host), Jobs(host)
    long_end, short_end = threading.Event(), threading.Event()
    long = jobs.run("the long one", lambda _: long_end.wait(10))
    line.follow(long)
    short = jobs.run("the short one", lambda _: short_end.wait(10))
    line.follow(short)
    assert line._title.text() == "the short one"
    with qtbot.waitSignal(short.ended, timeout=5000):
        short_end.set()
    assert line._title.text() == "the long one"
    with qtbot.waitSignal(long.ended, timeout=5000):
        long_end.set()
    assert line.isHidden()
    assert jobs.finish()


def test_the_keyboard_comes_home_when_a_job_is_stopped(qtbot: QtBot, host: QWidget) -> None:
    home, other = QLineEdit(host), QLineEdit(host)
    line, jobs = ProgressLine(host, home), Jobs(host)
    for part in (home, other, line):
        part.show()
    host.activateWindow()
    qtbot.waitActive(host)
    end = threading.Event()
    job = jobs.run("a long one", lambda _: end.wait(10))
    line.follow(job)
    line._cancel.setFocus()
    with qtbot.waitSignal(job.ended, timeout=5000):
        line._cancel.click()
        end.set()
    assert home.hasFocus()
    assert jobs.finish()
