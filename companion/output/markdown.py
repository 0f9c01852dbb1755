"""Markdown: a summary as CommonMark, in which nothing that an entry says can be taken for markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.output.quoting import in_quotes
from companion.output.summary import Part, paragraphs_of, references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.output.quoting import Kept, Quoted
    from companion.output.summary import Item, Labels, Summary

_INLINE = re.compile(r"([\\`*_#\[\]<>&~|$])")
_AT_START = re.compile(r"^(?:([+=-])|(\d{1,9})([.)]))", re.ASCII)


def to_markdown(summary: Summary) -> str:
    """The summary as one text that ends with a line end.

    A timeline that was to be drawn is a list of dates here, unless its events are told at length anyway.
    """
    return "\n\n".join(_blocks(summary)) + "\n"


def escaped(text: str) -> str:
    """Text on one line so that CommonMark shows it as it stands."""
    plain = _inline(" ".join(text.split()))
    return _AT_START.sub(_shielded, plain)


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\1", text)


def _blocks(summary: Summary) -> Iterator[str]:
    labels = summary.labels
    if summary.title:
        yield f"# {escaped(summary.title)}"
    if summary.author:
        yield f"*{escaped(summary.author)}*"
    if summary.refers:
        yield escaped(labels.numbers)
    if about := paragraphs_of(summary.about):
        yield f"## {escaped(summary.heading(Part.ABOUT))}"
        yield from map(escaped, about)
    for part, items in summary.parts.items():
        if part is Part.DRAWING:
            if Part.TIMELINE not in summary.parts:
                yield f"## {escaped(summary.heading(part))}"
                yield "\n".join(_date(item, labels) for item in items)
                if rest := summary.rest(part):
                    yield f"*{escaped(rest)}*"
            continue
        yield f"## {escaped(summary.heading(part))}"
        for item in items:
            yield from _item(item, labels)
        if rest := summary.rest(part):
            yield f"*{escaped(rest)}*"
    if summary.passages:
        yield f"## {escaped(summary.heading(Part.PASSAGES))}"
        yield from _passages(summary.passages)
    if summary.notes:
        yield f"## {escaped(summary.heading(Part.NOTES))}"
        for note in summary.notes:
            yield from _note(note, summary)


def _date(item: Item, labels: Labels) -> str:
    date = f"*{escaped(item.date.words(labels.language))}*: " if item.date else ""
    return f"- {date}{escaped(item.heading)}"


def _item(item: Item, labels: Labels) -> Iterator[str]:
    date = f"*{escaped(item.date.words(labels.language))}*, " if item.date else ""
    also = f" ({labels.also} {', '.join(map(escaped, item.also))})" if item.also else ""
    head = f"{date}**{escaped(item.heading)}**{also}"
    if item.under:
        head += f", *{escaped(item.under)}*"
    texts = [escaped(paragraph) for paragraph in paragraphs_of(item.text)] or [""]
    texts[0] = f"{head}: {texts[0]}" if texts[0] else head
    others = [
        f"{escaped(link.heading)}{f' ({escaped(link.role)})' if link.role else ''}" for link in item.see
    ]
    see = f"*{labels.see}* {', '.join(others)}" if others else ""
    texts[-1] = " ".join(piece for piece in (texts[-1], references(item.elsewhere, labels), see) if piece)
    yield from texts
    if item.told is not None:
        said = escaped(in_quotes(item.told.words, labels.language))
        yield f"> {escaped(labels.told)} §{item.told.paragraph}: {said}"
    for note in item.notes:
        yield from _noted(note)


def _passages(passages: Sequence[Quoted]) -> Iterator[str]:
    section = ""
    for passage in passages:
        if passage.section and passage.section != section:
            section = passage.section
            yield f"### {escaped(section)}"
        number = f"§{passage.paragraph} " if passage.paragraph else ""
        words = "".join(_strong(run.text) if run.kind else _inline(run.text) for run in passage.runs)
        yield f"> {number}{words if number else _AT_START.sub(_shielded, words)}"


def _shielded(found: re.Match[str]) -> str:
    return f"{found[2] or ''}\\{found[1] or found[3]}"


def _strong(text: str) -> str:
    """Words that stand out, if CommonMark can tell: they begin and end in a letter; blanks stay outside."""
    words = text.strip()
    if not (words and words[0].isalnum() and words[-1].isalnum()):
        return _inline(text)
    before, _, after = text.partition(words)
    return f"{before}**{_inline(words)}**{after}"


def _noted(note: Kept) -> Iterator[str]:
    """What the reader noted on an entry, under it."""
    label = f" **{escaped(note.label)}**" if note.label else ""
    tags = f" {escaped(note.tagged)}" if note.tags else ""
    first, *others = [*map(escaped, paragraphs_of(note.note)), ""]
    yield " ".join(f"**{note.colour.letter}**{label} {first}{tags}".split())
    yield from filter(None, others)


def _note(note: Kept, summary: Summary) -> Iterator[str]:
    place = escaped(summary.place_of(note))
    kind = summary.labels.kinds.get(note.kind, "")
    label = f" **{escaped(note.label)}**" if note.label else ""
    section = f" *{escaped(note.section)}*" if note.section else ""
    tags = f" {escaped(note.tagged)}" if note.tags else ""
    yield f"**{note.colour.letter}** {place}{f' ({escaped(kind)})' if kind else ''}{label}{section}{tags}"
    if note.words:
        yield f"> {escaped(note.words)}"
    yield from map(escaped, paragraphs_of(note.note))
