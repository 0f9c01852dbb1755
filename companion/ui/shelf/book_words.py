"""Book words: what the shelf says of a book: how far it is read, when it was opened, where it comes from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from companion.ui.program.language import spoken, translated

if TYPE_CHECKING:
    from companion.shelf.books import Book

_FORMATS = {"plain": "TXT", "markdown": "Markdown"}

READ = 0.995
"""The share from which on a text is read to its end: its last lines may be a list of other books."""


def title_of(book: Book) -> str:
    """The title on one line; without one the file's name, and without that words that say so."""
    words = " ".join(book.title.split())
    return words or PurePath(book.path).stem or translated("Without a title")


def author_of(book: Book) -> str:
    """The author on one line."""
    return " ".join(book.author.split())


def progress_in_words(book: Book) -> str:
    """How much of it is read."""
    if book.share >= READ:
        return translated("read to the end")
    percent = round(100 * book.share)
    if not percent:
        return translated("not begun") if not book.share else translated("just begun")
    return translated("{percent} % read").format(percent=percent)


def marks_in_words(book: Book) -> str:
    """How many marks the reader has made in it; nothing where there are none."""
    if not book.marks:
        return ""
    if book.marks == 1:
        return translated("1 mark")
    return translated("%Ln marks", "", book.marks)


def format_in_words(book: Book) -> str:
    """The kind of file that it comes from."""
    form = book.format.split()[-1] if book.format else ""
    return _FORMATS.get(form, form.upper())


def opened_in_words(book: Book, today: QDate | None = None) -> str:
    """When it was opened last: the day, as one says it."""
    try:
        time = datetime.fromisoformat(book.opened)
    except ValueError:
        return translated("never opened")
    local = time.replace(tzinfo=time.tzinfo or UTC).astimezone()
    day = QDate(local.year, local.month, local.day)
    ago = day.daysTo(today or QDate.currentDate())
    if ago == 0:
        return translated("today")
    if ago == 1:
        return translated("yesterday")
    if 1 < ago < 7:
        return translated("%Ln days ago", "", ago)
    return QLocale(spoken()).toString(day, QLocale.FormatType.ShortFormat)


def all_in_words(book: Book, *, is_missing: bool) -> str:
    """Everything that a cover or a row tells, for whoever hears it."""
    parts = [
        title_of(book),
        author_of(book),
        translated("file missing") if is_missing else "",
        progress_in_words(book),
        marks_in_words(book),
        opened_in_words(book),
        format_in_words(book),
        ", ".join(book.collections),
    ]
    return ", ".join(part for part in parts if part)
