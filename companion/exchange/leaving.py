"""Leaving: the forms in which a companion and its marks go out to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.message import Message
from companion.exchange.bundle import file_name
from companion.exchange.koreader import xray_cache
from companion.exchange.obsidian import many_notes, one_note
from companion.exchange.spreadsheets import anki_text, entries_csv, marks_csv, readwise_csv
from companion.exchange.stardict import stardict
from companion.exchange.timelinejs import timelinejs
from companion.exchange.web_annotations import web_annotations

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.exchange.bundle import Bundle


class Form(NamedTuple):
    """One way out: its name for commands, what it is called, the end of the file's name, and its writer.

    `write` gives the files by name; a form of several files goes into a folder. `time` is in seconds since
    1970.
    """

    name: str
    title: Message
    ending: str
    is_folder: bool
    write: Callable[[Bundle, int], dict[str, bytes]]


def _single(name: str, title: Message, ending: str, write: Callable[[Bundle], bytes]) -> Form:
    def written(bundle: Bundle, _: int) -> dict[str, bytes]:
        return {f"{file_name(bundle.title)}{ending}": write(bundle)}

    return Form(name, title, ending, False, written)


def _one_note(bundle: Bundle, _: int) -> dict[str, bytes]:
    return one_note(bundle)


def _many_notes(bundle: Bundle, _: int) -> dict[str, bytes]:
    return many_notes(bundle)


def _dictionary(bundle: Bundle, _: int) -> dict[str, bytes]:
    return stardict(bundle)


FORMS: tuple[Form, ...] = (
    Form("obsidian", Message("Markdown for Obsidian, one note"), ".md", False, _one_note),
    Form("obsidian-notes", Message("Markdown for Obsidian, a note for each entry"), "", True, _many_notes),
    _single("csv", Message("Table of entries (CSV)"), ".entries.csv", entries_csv),
    _single("marks-csv", Message("Table of marks (CSV)"), ".marks.csv", marks_csv),
    _single("anki", Message("Cards for Anki"), ".anki.txt", anki_text),
    _single("readwise", Message("Marks for Readwise (CSV)"), ".readwise.csv", readwise_csv),
    _single("timelinejs", Message("Timeline for TimelineJS (JSON)"), ".timeline.json", timelinejs),
    _single("web-annotation", Message("Marks as web annotations (JSON-LD)"), ".jsonld", web_annotations),
    Form("stardict", Message("Dictionary for GoldenDict, KOReader and others"), "", True, _dictionary),
    Form("koreader", Message("X-Ray for KOReader"), ".lua", False, xray_cache),
)
"""All of them, in the order in which they are offered."""


def form(name: str) -> Form:
    """The form of that name. Raises KeyError."""
    return {one.name: one for one in FORMS}[name]
