"""Of a long companion is found out ahead what a focus asks, and no more of one that is shown no longer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import panel_sample as sample
import pytest

from companion.ui.program import knowing_ahead
from companion.ui.program.jobs import Jobs
from companion.ui.program.knowing_ahead import KnowingAhead
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def reading(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    for name in ("_MANY", "_OFTEN", "_AFTER_MS"):
        monkeypatch.setattr(knowing_ahead, name, 0)
    made = Reading()
    jobs = Jobs(made)
    KnowingAhead(made, jobs)
    yield made
    assert jobs.finish()
    qtbot.waitUntil(lambda: not jobs._running)
    made.deleteLater()


def test_what_a_focus_asks_is_there_and_what_it_would_be(qtbot: QtBot, reading: Reading) -> None:
    document = sample.document()
    companion, fresh = sample.companion(document), sample.companion(document)
    reading.show(document)
    reading.take(companion)
    qtbot.waitUntil(lambda: "first_named" in companion.__dict__)
    named = {entry.id for entry in companion.entries if companion.links.count(entry.id)}
    assert companion._related.keys() >= named
    assert companion._blocks.keys() >= named
    for one in named:
        assert companion.related(one) == fresh.related(one)
        for other in named:
            assert list(companion.passages(one, other)) == list(fresh.passages(one, other))
    assert companion.first_named == fresh.first_named


def test_only_the_last_of_several_companions_is_looked_at(qtbot: QtBot, reading: Reading) -> None:
    document = sample.document()
    first = sample.companion(document)
    last = replace(first, warnings=())
    reading.show(document)
    reading.take(first)
    reading.take(last)
    qtbot.waitUntil(lambda: "first_named" in last.__dict__)
    assert "first_named" not in first.__dict__
    assert not first._blocks
