from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.core.message import Message
from companion.readers.decoding import shown_name
from companion.readers.encodings import OFFERED
from companion.ui.finding.encodings import Encodings
from companion.ui.program.settings import Settings
from companion.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

RUSSIAN = (
    "Съешь ещё этих мягких французских булок, да выпей чаю. Все счастливые семьи похожи друг на друга.\n"
)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session()
    qtbot.addWidget(session.window)
    yield session
    session.window.close()
    session.deleteLater()


def opened(qtbot: QtBot, session: Session, path: Path) -> None:
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.opening.open(path)


def goals(session: Session, typed: str = "") -> list[str]:
    encodings = Encodings(session.reading, session.opening)
    encodings.begin()
    return [goal.key for goal in encodings.find(typed)]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "bulki.txt"
    path.write_bytes((RUSSIAN * 9).encode("cp866"))
    return path


def test_another_encoding_is_one_step_and_is_remembered(qtbot: QtBot, session: Session, text: Path) -> None:
    opened(qtbot, session, text)
    assert session.reading.document.encoding == "cp866"
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.opening.open_in("cp1251")
    assert session.reading.document.text.startswith(RUSSIAN.encode("cp866").decode("cp1251", "replace")[:60])
    assert Settings().encoding_of(text) == "cp1251"
    opened(qtbot, session, text)
    assert session.reading.document.encoding == "cp1251"
    assert goals(session)[0] == ""
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.opening.open_in("")
    assert session.reading.document.encoding == "cp866"
    assert Settings().encoding_of(text) == ""


def test_an_encoding_that_makes_no_sense_is_told_and_changes_nothing(
    qtbot: QtBot, session: Session, text: Path
) -> None:
    opened(qtbot, session, text)
    with qtbot.waitSignal(session.opening.text_failed, timeout=20_000) as told:
        session.opening.open_in("utf-8")
    assert told.args[0].sentence == "“bulki.txt” makes no sense as UTF-8; choose another encoding."
    assert session.reading.document.text == RUSSIAN * 9
    assert Settings().encoding_of(text) == ""


@pytest.mark.parametrize("encoding", ["cp866", "koi8-u", "cp1251", "utf-8", "utf-16-le"])
def test_the_right_encoding_is_among_the_first(
    qtbot: QtBot, session: Session, text: Path, encoding: str
) -> None:
    text.write_bytes((RUSSIAN * 9).encode(encoding))
    opened(qtbot, session, text)
    assert encoding in goals(session)[:3]
    assert sorted(goals(session)) == sorted(OFFERED)


def test_what_is_in_use_is_ticked_and_the_words_are_shown(qtbot: QtBot, session: Session, text: Path) -> None:
    opened(qtbot, session, text)
    encodings = Encodings(session.reading, session.opening)
    encodings.begin()
    (here,) = [goal for goal in encodings.find("") if goal.here]
    assert (here.words, here.aside) == ("DOS 866", "in use")
    assert here.below.startswith("Съешь ещё")
    assert {goal.key for goal in encodings.find("greek")} == {"cp1253", "iso8859-7"}
    assert encodings.find("klingon") == []


def test_only_a_plain_text_leaves_a_choice(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    action = session.window.actions_by_name["encoding"]
    assert not action.isEnabled()
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>Words.</p></body></html>", "utf-8")
    opened(qtbot, session, page)
    assert not action.isEnabled()
    plain = tmp_path / "plain.txt"
    plain.write_text("Words and more of them.", "utf-8")
    opened(qtbot, session, plain)
    assert action.isEnabled()
    session.window.show()
    action.trigger()
    assert session.window.asking.palette.isVisible()


def test_names_are_those_that_readers_know() -> None:
    names = {encoding: shown_name(encoding) for encoding in OFFERED}
    assert names["cp1251"] == "Windows-1251"
    assert names["cp437"] == "DOS 437"
    assert names["mac-roman"] == "Mac Roman"
    assert names["iso8859-2"] == "ISO 8859-2"
    assert len(set(names.values())) == len(OFFERED)


def test_a_guess_is_told_with_a_way_to_choose_another(qtbot: QtBot, session: Session, text: Path) -> None:
    opened(qtbot, session, text)
    session.window.show()
    notice = session.window.notice
    assert "it was read as DOS 866" in notice.sentence
    notice.action_wanted.emit()
    assert session.window.asking.palette.isVisible()


def test_what_is_told_of_the_text_stays_when_more_is_told(qtbot: QtBot, session: Session, text: Path) -> None:
    opened(qtbot, session, text)
    told = session.window.notice.sentence
    session._remark([Message("Something else is to be known.")])
    assert session.window.notice.sentence == told
    assert session.window.notice.details == "Something else is to be known."
    session.window.notice.clear()
    session._remark([Message("Something else is to be known.")])
    assert session.window.notice.sentence == "Something else is to be known."
