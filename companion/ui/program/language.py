"""Language: what the interface speaks; every language is one file of translations, found by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from companion import resources
from companion.core.message import Message, Part, filled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QGuiApplication

    from companion.core.dates import Date

SYSTEM = ""
"""The choice of the system's language."""

SOURCE = "en"
"""The language in which the program is written."""

_FOLDER = "i18n"
_BEGIN, _END = "companion_", ".qm"
_SPOKEN = "spoken_language"


def translated(words: str, comment: str = "", count: int = -1) -> str:
    """`words` in the reader's language, for code that is no QObject; `comment` tells equal words apart.

    `count` chooses among plural forms and takes the place of ``%Ln``. Qt's tools are told that this is a
    `tr` without a context; they understand it where the words are written out, and in no f-string.
    """
    return QCoreApplication.translate("", words, comment, count)


def told(sentence: Part) -> str:
    """A `Message` in the reader's language, and a number as that writes it; other words as they are."""
    if isinstance(sentence, int):
        return QLocale().toString(sentence)
    if not isinstance(sentence, Message):
        return sentence
    template = QCoreApplication.translate("", sentence.template, sentence.comment, sentence.number)
    return filled(template, sentence.parts, told)


def languages() -> list[str]:
    """The languages that can be spoken, as tags like ``de`` or ``pt_BR``: English, and one for each file."""
    names = resources.names(_FOLDER)
    tags = {
        name[len(_BEGIN) : -len(_END)] for name in names if name.startswith(_BEGIN) and name.endswith(_END)
    }
    return sorted({SOURCE, *tags})


def language_choices() -> list[tuple[str, str]]:
    """What can be chosen and its words: first the system's, then each language by its own name."""
    named = [(tag, _own_name(tag)) for tag in languages()]
    return [(SYSTEM, translated("As the system", "language")), *sorted(named, key=lambda choice: choice[1])]


def spoken() -> str:
    """The tag of the language that the interface speaks."""
    running = QCoreApplication.instance()
    return (running.property(_SPOKEN) if running else None) or SOURCE


def date_in_words(date: Date) -> str:
    """A date as it is said in the language of the interface."""
    return date.words(spoken())


def best_of(wanted: Iterable[str], known: Iterable[str]) -> str:
    """The first of the `wanted` languages that is known, if only without its country; English otherwise."""
    have = {tag.casefold(): tag for tag in known}
    for tag in wanted:
        parts = tag.replace("-", "_").casefold().split("_")
        for name in ("_".join(parts), "_".join((parts[0], parts[-1])), parts[0]):
            if name in have:
                return have[name]
    return SOURCE


def speak(choice: str, running: QGuiApplication) -> str:
    """Has `running` speak the language of the choice from now on; gives its tag.

    A choice that is not there counts as the system's. Numbers are written as the system has them where it
    speaks the same language. What is already on the screen stays as it is.
    """
    system, known = QLocale.system(), languages()
    tag = best_of([choice] if choice in known else system.uiLanguages(), known)
    locale = QLocale(tag)
    QLocale.setDefault(system if system.language() == locale.language() else locale)
    _translate(running, tag)
    running.setLayoutDirection(locale.textDirection())
    running.setProperty(_SPOKEN, tag)
    return tag


def _translate(running: QGuiApplication, tag: str) -> None:
    """Puts our translations and Qt's own in the place of those of another language."""
    for old in running.findChildren(QTranslator, _SPOKEN, Qt.FindChildOption.FindDirectChildrenOnly):
        running.removeTranslator(old)
        old.setParent(None)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [(f"qtbase_{tag}", of_qt), (f"{_BEGIN}{tag}", str(resources.path(_FOLDER)))]
    for name, folder in files:
        translator = QTranslator(running)
        translator.setObjectName(_SPOKEN)
        if tag == SOURCE or not translator.load(name, folder):
            translator.setParent(None)
        else:
            running.installTranslator(translator)


def _own_name(tag: str) -> str:
    locale = QLocale(tag)
    name = "English" if tag == SOURCE else locale.nativeLanguageName() or tag
    country = f" ({locale.nativeTerritoryName()})" if "_" in tag else ""
    return f"{name[:1].upper()}{name[1:]}{country}"
