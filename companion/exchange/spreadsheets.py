"""Spreadsheets: entries and marks as CSV, as cards for Anki, and as the CSV that Readwise takes."""

from __future__ import annotations

import csv
import io
import re
from html import escape
from typing import TYPE_CHECKING

from companion.core.entries import Event, Match, Person
from companion.exchange.bundle import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.core.entries import Entry
    from companion.core.notes import Mark
    from companion.exchange.bundle import Bundle

_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.])")
_TAG = re.compile(r"[^\w-]+")


def entries_csv(bundle: Bundle) -> bytes:
    """One line an entry, in UTF-8 with a mark of it, as spreadsheets expect (RFC 4180)."""
    companion = bundle.companion
    rows: list[Sequence[object]] = [
        (
            *("kind", "heading", "aliases", "role", "date", "text", "mentions", "section", "origin"),
            *("confidence", "notes"),
        )
    ]
    for entry in companion.entries:
        spans = companion.passages(entry.id).spans
        rows.append(
            (
                entry.kind.value,
                entry.heading,
                "; ".join(aliases(entry)),
                entry.role if isinstance(entry, Person) else "",
                _date(entry),
                entry.text,
                companion.links.count(entry.id),
                bundle.section(spans[0]) if spans else "",
                entry.origin.value,
                round(entry.confidence, 3),
                "\n".join(_noted(bundle, entry)),
            )
        )
    return _csv(rows)


def marks_csv(bundle: Bundle) -> bytes:
    """One line a mark, as `entries_csv` writes them."""
    rows: list[Sequence[object]] = [
        ("kind", "words", "label", "note", "tags", "colour", "section", "paragraph", "about", "created")
    ]
    for mark, span in bundle.marks:
        rows.append(
            (
                mark.kind.value,
                on_one_line(mark.words),
                mark.label,
                mark.note,
                "; ".join(mark.tags),
                mark.colour.value,
                bundle.section(span),
                bundle.paragraph(span) or "",
                mark.about.heading if mark.about is not None else "",
                mark.created,
            )
        )
    return _csv(rows)


def readwise_csv(bundle: Bundle) -> bytes:
    """The marks that have words, as Readwise takes them (https://readwise.io/import_bulk)."""
    rows: list[Sequence[object]] = [("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")]
    for mark, span in bundle.marks:
        if mark.words.strip():
            note = "\n".join(filter(None, (mark.label, mark.note, *(f".{tag}" for tag in _tags(mark)))))
            where = bundle.paragraph(span) or ""
            when = mark.created[:19].replace("T", " ")
            rows.append((on_one_line(mark.words), bundle.title, bundle.author, "", note, where, when))
    return _csv(rows, marked=False)


def anki_text(bundle: Bundle) -> bytes:
    """Cards for Anki: the heading, what it means with a passage, and tags; importing again updates them.

    After https://docs.ankiweb.net/importing/text-files.html. The heading comes first, by which Anki knows a
    card again.
    """
    deck = on_one_line(bundle.title) or "Reading"
    head = [
        "#separator:tab",
        "#html:true",
        f"#deck:{deck}",
        "#columns:Front\tBack\tTags",
        "#tags column:3",
    ]
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(_cards(bundle))
    return ("\n".join(head) + "\n" + out.getvalue()).encode("utf-8", "replace")


def _cards(bundle: Bundle) -> Iterator[tuple[str, str, str]]:
    for entry in bundle.companion.entries:
        passage = bundle.first_passage(entry)
        # Anki's own kind of note has two fields, and leaves out a third without a word.
        noted = "<br>".join(escape(on_one_line(words)) for words in _noted(bundle, entry))
        quoted = f"<i>{escape(passage)}</i>" if passage else ""
        back = "<br><br>".join(filter(None, (_back(entry), noted, quoted)))
        if back:
            tags = " ".join(filter(None, (entry.kind.value, _tag(bundle.title))))
            yield escape(on_one_line(entry.heading)), back, tags


def _back(entry: Entry) -> str:
    """What an entry says, as HTML."""
    told = [entry.role] if isinstance(entry, Person) else []
    if isinstance(entry, Event):
        told = [entry.date.words()]
    elif others := aliases(entry):
        told.append(", ".join(others))
    return "<br>".join(escape(on_one_line(line)) for line in (*told, entry.text) if line.strip())


def _noted(bundle: Bundle, entry: Entry) -> list[str]:
    """What the reader noted on an entry."""
    told = (": ".join(filter(None, (mark.label, mark.note))) for mark, _ in bundle.on_entry(entry))
    return [words for words in told if words]


def aliases(entry: Entry) -> list[str]:
    """The other names of an entry, without what only says which words are not it."""
    return [alias.text for alias in entry.aliases if alias.match is not Match.NEVER]


def _date(entry: Entry) -> str:
    if isinstance(entry, Event):
        return entry.date.edtf
    return entry.dates.edtf if isinstance(entry, Person) and entry.dates is not None else ""


def _tags(mark: Mark) -> Iterator[str]:
    return filter(None, (mark.colour.value, *map(_tag, mark.tags)))


def _tag(words: str) -> str:
    return _TAG.sub("-", words).strip("-")


def _csv(rows: Iterable[Sequence[object]], *, marked: bool = True) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig" if marked else "utf-8", "replace")


def _cell(value: object) -> object:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
