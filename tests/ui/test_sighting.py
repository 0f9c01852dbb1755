"""Of a long companion what may be seen is found out in the background, and is what it would be at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest

from companion.core.horizon import guarded
from companion.ui import guarding
from companion.ui.program.jobs import Jobs
from companion.ui.program.sighting import Sighting
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from companion.core.companion import Companion


@pytest.fixture
def whole() -> Companion:
    return sample.companion(sample.document())


@pytest.fixture
def reading(qtbot: QtBot, whole: Companion, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    monkeypatch.setattr(guarding, "_LONG", 0)
    made = Reading()
    jobs = Jobs(made)
    Sighting(made, jobs)
    made.show(whole.document)
    made.take(whole)
    yield made
    assert jobs.finish()
    qtbot.waitUntil(lambda: not jobs._running)
    made.deleteLater()


def _is_guarded_at(reading: Reading, whole: Companion, horizon: int) -> bool:
    wanted, shown = guarded(whole, horizon), reading.companion
    return (shown.entries, shown.links, shown.told) == (wanted.entries, wanted.links, wanted.told)


def _half(whole: Companion) -> int:
    return len(whole.document.text) // 2


def test_the_guard_follows_in_a_moment(qtbot: QtBot, reading: Reading, whole: Companion) -> None:
    changes: list[object] = []
    reading.companion_changed.connect(changes.append)
    reading.furthest = _half(whole)
    reading.guard(True)
    assert reading.companion is whole
    qtbot.waitUntil(lambda: reading.companion is not whole)
    assert _is_guarded_at(reading, whole, _half(whole))
    assert len(changes) == 1
    reading.guard(False)
    assert reading.companion is whole


def test_what_was_asked_last_is_shown(qtbot: QtBot, reading: Reading, whole: Companion) -> None:
    reading.furthest = _half(whole)
    reading.guard(True)
    reading.furthest = 10
    qtbot.waitUntil(lambda: reading.companion is not whole)
    assert _is_guarded_at(reading, whole, 10)
    reading.furthest = _half(whole)
    qtbot.waitUntil(lambda: _is_guarded_at(reading, whole, _half(whole)))


def test_who_is_not_guarded_any_more_sees_all(qtbot: QtBot, reading: Reading, whole: Companion) -> None:
    reading.furthest = _half(whole)
    reading.guard(True)
    reading.guard(False)
    qtbot.wait(100)
    assert reading.companion is whole


def test_a_companion_that_is_taken_is_guarded_at_once(reading: Reading, whole: Companion) -> None:
    reading.show(whole.document)
    reading.furthest = _half(whole)
    reading.guard(True)
    reading.take(whole)
    assert _is_guarded_at(reading, whole, _half(whole))


def test_at_the_end_of_the_text_all_is_seen(qtbot: QtBot, reading: Reading, whole: Companion) -> None:
    reading.furthest = _half(whole)
    reading.guard(True)
    qtbot.waitUntil(lambda: reading.companion is not whole)
    reading.furthest = len(whole.document.text)
    qtbot.waitUntil(lambda: reading.companion is whole)
