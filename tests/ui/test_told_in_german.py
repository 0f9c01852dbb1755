"""Sentences made below the window are told in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from companion.core.document import Span
from companion.core.entries import Alias, Entries, Term
from companion.core.message import Message
from companion.linking import link
from companion.readers import read_text
from companion.ui.bookmarks.keeping import notes_folder
from companion.ui.program.language import SOURCE, speak, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from companion.ui.session import Session

TEXT = "The keeper of the wall wrote this line by candle light.\n"


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The application speaks German, and as before when the test is over."""
    before = QLocale()
    assert speak("de", qapp) == "de"
    yield
    speak(SOURCE, qapp)
    QLocale.setDefault(before)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "wall.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def start(german: None, start: Callable[..., Session]) -> Callable[..., Session]:
    """In German."""
    return start


def test_why_a_file_cannot_be_opened(
    qtbot: QtBot, start: Callable[[Path], Session], text: Path, tmp_path: Path
) -> None:
    session = start(text)
    broken = tmp_path / "wall.chm"
    broken.write_bytes(b"ITSF" + bytes(range(256)) * 9)
    with qtbot.waitSignal(session.opening.text_failed, timeout=20_000):
        session.opening.open(broken)
    notice = session.window.notice
    assert notice.sentence == (
        "„wall.chm“ lässt sich nicht öffnen, es ist vermutlich eine Windows-Hilfedatei (CHM); diese Version "
        "öffnet reinen Text, Markdown, HTML, EPUB, FB2, DOCX und PDF."
    )
    assert notice.accessibleName() == notice.sentence


def test_what_was_lost_of_a_text(start: Callable[[Path], Session], tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.txt"
    spoilt.write_bytes("Früh fliegen Möwen über Öland, Rügen und Föhr, ".encode() + b"\xff und \xff.\n")
    assert start(spoilt).window.notice.sentence == (
        "„spoilt.txt“ ist beschädigt: 2 Zeichen ließen sich nicht als UTF-8 lesen; jedes wird als „\ufffd“ "
        "gezeigt."
    )


def test_what_is_wrong_in_a_companion_file(start: Callable[[Path], Session], text: Path) -> None:
    text.with_name("wall.companion.yaml").write_text(
        "terms:\n  - term: keeper\n    defintion: Who keeps.\n    see also: [watchman]\n  - wall\n"
        "events:\n  - title: The line\n    date: 1943-02-30\n",
        "utf-8",
    )
    notice = start(text).window.notice
    assert notice.sentence == "wall.companion.yaml enthält 4 Fehler."
    assert notice.details.splitlines() == [
        "Zeile 3: Den Schlüssel „defintion“ hat ein Begriff nicht. Meinten Sie „definition“?",
        "Zeile 4: In dieser Datei gibt es keinen Eintrag „watchman“.",
        "Zeile 5: Hier fehlt ein Schlüssel; ein Begriff wird mit Schlüsseln geschrieben: „- term: wall“.",
        "Zeile 8: „1943-02-30“ ist kein Datum: Der Februar 1943 hat 28 Tage.",
    ]


def test_what_the_system_has_against_a_file(
    qtbot: QtBot, start: Callable[[Path], Session], text: Path, tmp_path: Path
) -> None:
    session = start(text)
    with qtbot.waitSignal(session.opening.companion_failed, timeout=20_000):
        session.opening.open_companion(tmp_path / "absent.yaml")
    assert session.window.notice.details == (
        "Die Datei lässt sich nicht öffnen: Die Datei oder ihr Ordner ist nicht da."
    )


def test_what_a_companion_does_not_fit(start: Callable[[Path], Session], text: Path) -> None:
    text.with_name("wall.companion.yaml").write_text(
        "terms:\n  - term: keeper\n    passages: [no such words]\n", "utf-8"
    )
    session = start(text)
    assert session.window.notice.details == (
        "Die Worte „no such words“, die zu „keeper“ zitiert sind, stehen nicht im Text."
    )


def test_why_notes_cannot_be_saved(qtbot: QtBot, start: Callable[[Path], Session], text: Path) -> None:
    folder = notes_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way", "utf-8")
    session = start(text)
    with qtbot.waitSignal(session.keeper.failed, timeout=10_000):
        session.reading.add_bookmark(Span(4, 10))
    assert session.window.notice.sentence.startswith(
        f"Ihre Lesezeichen und Notizen konnten nicht in „{folder}“ gespeichert werden. "
    )
    assert session.notes_notice.is_standing
    folder.unlink()
    with qtbot.waitSignal(session.keeper.recovered, timeout=10_000):
        session.reading.add_bookmark(Span(15, 19))
    assert session.window.notice.sentence == ""


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("places", "told_of"), [(1, "An einem Ort fehlt"), (2, "An 2 Orten fehlt")])
def test_one_thing_and_several(places: int, told_of: str) -> None:
    rao = (Alias("Rao"),)
    terms = (Term(id="a", term="Anna Rao", aliases=rao), Term(id="b", term="Bo Rao", aliases=rao))
    (warning,) = link(read_text("Then Rao came. " * places), Entries(terms=terms)).warnings
    assert told(warning) == (
        f"„Rao“ kann „Anna Rao“ oder „Bo Rao“ sein. {told_of} die Verknüpfung, weil dort kein voller Name "
        "davor entscheidet."
    )


@pytest.mark.usefixtures("german")
def test_numbers_are_written_as_the_language_has_them() -> None:
    message = Message("A name may have {most} characters; this one has {count}.", most=500, count=12345)
    assert told(message) == "Ein Name darf 500 Zeichen haben; dieser hat 12.345."
    assert message.endswith("12,345.")


@pytest.mark.usefixtures("german")
def test_other_words_stay_as_they_are() -> None:
    assert told("a PDF") == "a PDF"
    assert told(Message("Untranslated {x}", x="{y}")) == "Untranslated {y}"
