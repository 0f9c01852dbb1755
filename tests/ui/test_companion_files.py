"""The corrected companion is written out, and another is compared and laid over it."""

from __future__ import annotations

import shutil
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from companion.store.companion_file import read_companion
from companion.ui.session import Session, bundled_reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QPoint
    from pytestqt.qtbot import QtBot


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    source, here = bundled_reading(), tmp_path / "books"
    here.mkdir()
    for name in (source.name, f"{source.stem}.companion.yaml"):
        shutil.copy(source.with_name(name), here / name)
    started = Session()
    qtbot.addWidget(started.window)
    with qtbot.waitSignal(started.opening.companion_read, timeout=20_000):
        started.start(here / source.name)
    yield started
    started.window.close()
    started.end()
    started.deleteLater()


def mend(session: Session, qtbot: QtBot) -> None:
    terrain = next(one for one in session.reading.companion.terms if one.term == "terrain")
    session.reading.mending.say(terrain.id, "The lie of the land.")
    qtbot.waitUntil(lambda: not session.reading.mending.is_unsettled)


def test_a_written_companion_keeps_its_form(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    mend(session, qtbot)
    out = tmp_path / "mine.yaml"
    session.companion_files.write(out)
    qtbot.waitUntil(out.exists)
    before = (tmp_path / "books" / "albania.companion.yaml").read_text("utf-8").splitlines()
    made = out.read_text("utf-8").splitlines()
    assert [line for line in made if line not in before] == [
        "    definition: >",
        "      The lie of the land.",
    ]
    assert len(read_companion(out)) == len(session.reading.companion.entries)
    qtbot.waitUntil(lambda: session.window.notice.sentence == "The companion is written to mine.yaml.")


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are another matter there")
def test_a_companion_that_is_a_link_stays_one(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    shared, link = tmp_path / "shared.yaml", tmp_path / "mine.yaml"
    shared.write_text("terms: []\n", "utf-8")
    shared.chmod(0o640)
    link.symlink_to(shared)
    session.companion_files.write(link)
    qtbot.waitUntil(lambda: session.window.notice.sentence == "The companion is written to mine.yaml.")
    assert link.is_symlink()
    assert len(read_companion(shared)) == len(session.reading.companion.entries)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o640


def test_a_place_that_cannot_be_written_is_told(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.companion_files.write(tmp_path / "nowhere" / "mine.yaml")
    qtbot.waitUntil(lambda: session.window.notice.sentence.startswith("mine.yaml cannot be written"))


def test_a_received_companion_is_compared_and_laid_over(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    received = tmp_path / "friend.yaml"
    received.write_text("terms:\n  - term: goat\n    definition: It climbs.\n", "utf-8")
    session.companion_files.compare(received)
    qtbot.waitUntil(lambda: session.companion_files.lay_over is not None)
    window = session.companion_files.lay_over
    assert window is not None
    assert window.list.item(0).text() == "goat (term), new: It climbs."
    window.go.click()
    qtbot.waitUntil(lambda: not session.reading.mending.is_unsettled)
    assert any(one.term == "goat" for one in session.reading.companion.terms)


def test_a_received_file_with_errors_is_told(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    received = tmp_path / "friend.yaml"
    received.write_text("terms:\n  - trem: goat\n", "utf-8")
    session.companion_files.compare(received)
    qtbot.waitUntil(lambda: session.window.notice.sentence.startswith("friend.yaml, line 2: "))


def test_nothing_is_offered_over_what_lies_beside_the_text(session: Session, tmp_path: Path) -> None:
    assert session.companion_files._usual_place() == tmp_path / "books" / "albania-2.companion.yaml"


def test_the_keys_edit_and_open_the_table(session: Session, qtbot: QtBot) -> None:
    actions, reading = session.window.actions_by_name, session.reading
    assert not actions["edit_entry"].isEnabled()
    event = reading.companion.events[0]
    reading.focus_on(event.id)
    actions["edit_entry"].trigger()
    table = session.window.bench_actions.table
    assert table is not None  # an event has no list
    assert table.chosen == [event.id]
    table.close()
    person = reading.companion.people[0]
    reading.focus_on(person.id)
    actions["edit_entry"].trigger()
    detail = session.window.people_panel.view.detail_of(person.id)
    assert detail is not None
    assert detail.bench.is_editing
    detail.bench.stop()
    actions["entry_table"].trigger()
    assert table.isVisible()
    table.close()


def test_what_is_named_at_the_caret_is_mended_by_key(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from companion.ui.reading_view.menu import MendMenu

    opened: list[list[str]] = []

    def open_at(menu: MendMenu, _: QPoint) -> None:  # without a screen nothing can grab the keyboard
        opened.append([action.text() for action in menu.actions() if not action.isSeparator()])
        menu.deleteLater()

    monkeypatch.setattr(MendMenu, "open_at", open_at)
    view, reading = session.window.reading_view, session.reading
    mention = reading.companion.links[0]
    view.go_to_caret(mention.start + 1)
    session.window.actions_by_name["mend_here"].trigger()
    entry = reading.companion.entry(mention.entry)
    assert entry is not None
    assert opened[0][0] == f"This is not {entry.heading}"
    session.window.selection_bar.entry_wanted.emit()
    assert opened[1] == opened[0]
