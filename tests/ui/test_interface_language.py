"""Language: which one is spoken, what the window says then, and what comes back when it is gone."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

import pytest
from cut_off import cut_off
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.exceptions import TimeoutError as WaitedTooLong

from companion.core.dates import parse_date
from companion.ui.entries.entry_words import figures, passages_in_words
from companion.ui.program.language import (
    SOURCE,
    SYSTEM,
    best_of,
    date_in_words,
    language_choices,
    languages,
    speak,
    spoken,
    translated,
)
from companion.ui.program.settings import Settings
from companion.ui.session import Session, bundled_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks as before when the test is over."""
    before = QLocale()
    yield qapp
    speak(SOURCE, qapp)
    QLocale.setDefault(before)


@pytest.fixture
def german(application: QApplication) -> QApplication:
    assert speak("de", application) == "de"
    return application


@pytest.fixture
def session(german: QApplication, qtbot: QtBot) -> Iterator[Session]:
    started = Session()
    qtbot.addWidget(started.window)
    with qtbot.waitSignal(started.opening.companion_read, timeout=20_000):
        started.start(bundled_reading())
    yield started
    started.window.close()
    started.end()
    started.deleteLater()


# -- which language


@pytest.mark.parametrize(
    ("wanted", "best"),
    [
        (["de-DE", "de-Latn-DE", "de"], "de"),
        (["de_AT"], "de"),
        (["pt-BR", "pt"], "pt_BR"),
        (["pt-Latn-BR"], "pt_BR"),
        (["pt-PT", "pt"], "en"),
        (["fr-FR", "fr", "de-FR"], "de"),
        (["en-GB", "de"], "en"),
        (["C"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_that_is_there_is_spoken(wanted: list[str], best: str) -> None:
    assert best_of(wanted, ["de", "en", "pt_BR"]) == best


def test_the_languages_can_be_chosen_by_their_own_names() -> None:
    choices = dict(language_choices())
    assert choices[SYSTEM] == "As the system"
    assert choices["de"] == "Deutsch"
    assert choices["en"] == "English"
    assert next(iter(choices)) == SYSTEM
    assert set(choices) == {SYSTEM, *languages()}


@pytest.mark.parametrize("choice", ["xx", "de/../de", "companion_de", "DE-nonsense"])
def test_a_language_that_is_not_there_counts_as_the_systems(
    application: QApplication, monkeypatch: pytest.MonkeyPatch, choice: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("nn_NO"))
    assert speak(choice, application) == spoken() == SOURCE
    assert passages_in_words(1971) == "1,971 passages"


@pytest.mark.parametrize(("system", "tag"), [("de_CH", "de"), ("sq_AL", "en"), ("en_GB", "en"), ("C", "en")])
def test_without_a_choice_it_is_the_systems(
    application: QApplication, monkeypatch: pytest.MonkeyPatch, system: str, tag: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert speak(SYSTEM, application) == spoken() == tag


def test_numbers_are_written_as_in_the_readers_country(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_CH"))
    speak("de", application)
    assert figures(1971) == QLocale("de_CH").toString(1971) != "1.971"
    speak("en", application)
    assert figures(1971) == "1,971"


# -- what is said


def test_words_plurals_and_dates_are_german(german: QApplication) -> None:
    assert passages_in_words(1) == "1 Stelle"
    assert passages_in_words(1971) == "1.971 Stellen"
    assert translated("Dark", "theme") == "Dunkel"
    assert date_in_words(parse_date("1943-24")) == "Winter 1943–1944"
    assert date_in_words(parse_date("1943-09-03")) == "3. September 1943"


def test_qts_own_words_are_german(german: QApplication, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert "Abbrechen" in box.buttons()[0].text()


def test_what_has_no_translation_stays_as_it_is(german: QApplication) -> None:
    assert translated("Quiddity") == "Quiddity"


def test_english_comes_back(german: QApplication) -> None:
    speak("en", german)
    assert passages_in_words(2) == "2 passages"
    assert date_in_words(parse_date("1943-24")) == "the winter of 1943–1944"


def test_a_language_from_right_to_left_turns_the_window_round(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.resources.names", lambda *_: ["companion_de.qm", "companion_he.qm"])
    assert speak("he", application) == "he"
    assert application.layoutDirection() == Qt.LayoutDirection.RightToLeft
    speak("de", application)
    assert application.layoutDirection() == Qt.LayoutDirection.LeftToRight


# -- the window


def said_in(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every word of the window that its own code says, with where: not what stands in text or entries."""
    for action in window.findChildren(QAction):
        yield from ((action.objectName(), words) for words in (action.text(), action.toolTip()))
    for menu in window.findChildren(QMenu):
        yield "menu", menu.title()
    for widget in window.findChildren(QWidget):
        where = f"{type(widget).__name__} {widget.objectName()}"
        yield from (
            (where, words) for words in (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        )
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            yield where, interface.text(QAccessible.Text.Description)
        match widget:
            case QLabel() | QAbstractButton():
                yield where, widget.text()
            case QLineEdit():
                yield where, widget.placeholderText()


ENGLISH = re.compile(
    r"\b(the|this|of|and|with|without|is|are|from|by|not?|it|page|passages?|bookmarks?|close|open|show|find"
    r"|previous|next|go|glossary|people|terms?|events?|timeline|contents|search|place|type|line|list"
    r"|less|more|clear|cancel|yours?|keys?)\b",
    re.IGNORECASE,
)
"""Words that give English away: none is a German one as well."""


def test_the_window_says_nothing_in_english(session: Session) -> None:
    reading = session.reading
    own = [reading.document.title, *(section.title for section in reading.document.sections)]
    own += [entry.heading for entry in reading.companion.entries]
    from_the_text = re.compile("|".join(map(re.escape, sorted(filter(None, own), key=len, reverse=True))))
    session.window.preferences.show_beside()
    english = {
        f"{where}: {words}"
        for where, words in said_in(session.window)
        if ENGLISH.search(from_the_text.sub("", words.replace("&", "")))
    }
    session.window.preferences.close()
    assert english == set()


def test_letters_in_a_menu_are_its_own_also_for_menus_in_it(session: Session) -> None:
    for menu in session.window.menuBar().findChildren(QMenu):
        texts = [action.text().replace("&&", "") for action in menu.actions()]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        if not menu.title().endswith("geöffnet"):
            assert len(letters) == len(set(letters)), (menu.title(), texts)


def test_choosing_a_language_is_kept_and_told(session: Session) -> None:
    session.window.menus.language_chosen.emit("en")
    assert Settings().language == "en"
    assert session.window.notice.isVisible()
    assert spoken() == "de"


def test_the_chosen_language_is_checked_in_the_menu(session: Session) -> None:
    menus = session.window.menus
    menus.show_language("de")
    checked = [action.text() for action in session.window.findChildren(QAction) if action.isChecked()]
    assert "Deutsch" in checked
    menus.show_language("gone")
    checked = [action.text() for action in session.window.findChildren(QAction) if action.isChecked()]
    assert "Deutsch" not in checked


@pytest.mark.parametrize("size", [(1024, 700), (1400, 900)])
def test_nothing_is_cut_off_in_german(session: Session, qtbot: QtBot, size: tuple[int, int]) -> None:
    window, reading = session.window, session.reading
    window.resize(*size)
    reading.focus_on(reading.companion.people[0].id)
    window.preferences.show_beside()
    qtbot.waitExposed(window.preferences)
    with contextlib.suppress(WaitedTooLong):  # then the line below tells what is cut off
        qtbot.waitUntil(lambda: not cut_off(window), timeout=2000)
    assert cut_off(window) + cut_off(window.preferences) == []
    window.preferences.close()
