"""HTML: a summary as one page that needs nothing beside it and runs nothing."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from companion.core.notes import MarkKind
from companion.output.markup import escaped
from companion.output.quoting import in_quotes
from companion.output.summary import Part, paragraphs_of, references
from companion.output.svg import to_svg
from companion.output.timeline.legend import draw_legend
from companion.output.timeline.strips import draw_timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from companion.output.quoting import Kept, Quoted, Run
    from companion.output.summary import Item, Labels, Link, Summary

_WIDTH = 736.0
"""The width of a drawing: as wide as the page's column, in CSS pixels."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(summary: Summary, style: str = "") -> str:
    """The summary as an HTML document in the given CSS; every word of the companion is escaped.

    Links go from entry to entry within the page; nothing is loaded, and no script runs.
    """
    return "\n".join(_page(summary, style)) + "\n"


def _page(summary: Summary, style: str) -> Iterator[str]:
    language = f' lang="{summary.language}"' if _LANGUAGE.fullmatch(summary.language) else ""
    yield "<!doctype html>"
    yield f"<html{language}>"
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escaped(summary.title)}</title>"
    yield f"<style>\n{style}</style>"
    yield "</head>"
    yield "<body>"
    yield from _body(summary)
    yield "</body>"
    yield "</html>"


def _body(summary: Summary) -> Iterator[str]:
    labels = summary.labels
    yield "<header>"
    yield f'<p class="kicker">{escaped(labels.kicker)}</p>'
    yield f'<h1 dir="auto">{escaped(summary.title)}</h1>'
    if summary.author:
        yield f'<p class="author" dir="auto">{escaped(summary.author)}</p>'
    if summary.refers:
        yield f'<p class="author">{escaped(labels.numbers)}</p>'
    yield "</header>"
    if about := paragraphs_of(summary.about):
        yield f'<section class="about">\n<h2>{escaped(labels.parts[Part.ABOUT])}</h2>'
        yield from _paragraphs(about)
        yield "</section>"
    told = (items for part, items in summary.parts.items() if part is not Part.DRAWING)
    anchors = {item.entry: f"e{number}" for number, item in enumerate(chain.from_iterable(told), 1)}
    for part, items in summary.parts.items():
        yield f'<section class="{part}">\n<h2 dir="auto">{escaped(summary.heading(part))}</h2>'
        if part is Part.DRAWING:
            yield from _drawing(items, labels)
        else:
            yield "<dl>"
            for item in items:
                yield from _item(item, labels, anchors)
            yield "</dl>"
        if rest := summary.rest(part):
            yield f'<p class="rest">{escaped(rest)}</p>'
        yield "</section>"
    if summary.passages:
        yield f'<section class="passages">\n<h2 dir="auto">{escaped(summary.heading(Part.PASSAGES))}</h2>'
        yield from _passages(summary.passages)
        yield "</section>"
    if summary.notes:
        yield f'<section class="notes">\n<h2 dir="auto">{escaped(summary.heading(Part.NOTES))}</h2>'
        for note in summary.notes:
            yield from _note(note, summary)
        yield "</section>"


def _drawing(items: Sequence[Item], labels: Labels) -> Iterator[str]:
    drawn = draw_timeline(items, _WIDTH, crowd=labels.events, language=labels.language)
    yield "<figure>"
    for strip in drawn.strips:
        yield to_svg(strip, labels.parts[Part.DRAWING])
    yield to_svg(draw_legend(drawn.signs, labels.signs, _WIDTH), labels.legend)
    yield "</figure>"


def _passages(passages: Sequence[Quoted]) -> Iterator[str]:
    section = ""
    for passage in passages:
        if passage.section and passage.section != section:
            section = passage.section
            yield f'<h3 dir="auto">{escaped(section)}</h3>'
        number = f'<span class="places">§{passage.paragraph}</span> ' if passage.paragraph else ""
        words = "".join(_run(run) for run in passage.runs)
        yield f'<blockquote><p dir="auto">{number}{words}</p></blockquote>'


def _run(run: Run) -> str:
    """Words of a passage; a blank at their ends is kept."""
    words = escaped(run.text)
    if run.kind and words:
        words = f'<strong class="name {run.kind}">{words}</strong>'
    before = " " if run.text[:1].isspace() else ""
    return f"{before}{words}{' ' if words and run.text[-1:].isspace() else ''}"


def _noted(note: Kept) -> Iterator[str]:
    """What the reader noted on an entry, under it."""
    label = f' <strong dir="auto">{escaped(note.label)}</strong>' if note.label else ""
    tags = f' <span class="section" dir="auto">{escaped(note.tagged)}</span>' if note.tags else ""
    letter = f'<span class="letter">{note.colour.letter}</span>'
    yield f'<dd class="note {note.colour}"><p>{letter}{label}{tags}</p>'
    yield from _paragraphs(paragraphs_of(note.note))
    yield "</dd>"


def _note(note: Kept, summary: Summary) -> Iterator[str]:
    place = escaped(summary.place_of(note))
    kind = summary.labels.kinds.get(note.kind, "")
    yield f'<article class="note {note.colour} {note.kind}">'
    yield f'<p dir="auto"><span class="letter">{note.colour.letter}</span>'
    yield f'<span class="places" dir="auto">{place}</span>'
    if kind:
        yield f'<span class="section">{escaped(kind)}</span>'
    if note.label:
        yield f'<strong dir="auto">{escaped(note.label)}</strong>'
    if note.section:
        yield f'<span class="section" dir="auto">{escaped(note.section)}</span>'
    if note.tags:
        yield f'<span class="section" dir="auto">{escaped(note.tagged)}</span>'
    yield "</p>"
    if note.words:
        yield f'<blockquote><p dir="auto">{_marked(note)}</p></blockquote>'
    yield from _paragraphs(paragraphs_of(note.note))
    yield "</article>"


def _marked(note: Kept) -> str:
    """The words of a mark, as they were marked."""
    tag = {MarkKind.HIGHLIGHT: "mark", MarkKind.UNDERLINE: "u"}.get(note.kind)
    return f"<{tag}>{escaped(note.words)}</{tag}>" if tag else escaped(note.words)


def _item(item: Item, labels: Labels, anchors: Mapping[str, str]) -> Iterator[str]:
    heading = escaped(item.heading)
    yield f'<div class="entry" id="{anchors[item.entry]}">'
    if item.date:
        yield f'<dt class="date" dir="auto">{escaped(item.date.words(labels.language))}</dt>'
        yield f'<dd dir="auto"><strong class="name">{heading}</strong>{_also(item, labels)}</dd>'
    else:
        yield f'<dt dir="auto"><span class="name">{heading}</span>{_also(item, labels)}</dt>'
    if item.under:
        yield f'<dd class="under" dir="auto">{escaped(item.under)}</dd>'
    if text := paragraphs_of(item.text):
        yield "<dd>"
        yield from _paragraphs(text)
        yield "</dd>"
    if item.told is not None:
        place = "" if item.elsewhere else f' <span class="places">§{item.told.paragraph}</span>'
        said = escaped(in_quotes(item.told.words, labels.language))
        words = f'{escaped(labels.told)}: <q dir="auto">{said}</q>{place}'
        yield f'<dd class="told">{words}</dd>'
    if item.elsewhere:
        yield f'<dd class="places">{escaped(references(item.elsewhere, labels))}</dd>'
    if item.see:
        others = ", ".join(_link(link, anchors) for link in item.see)
        yield f'<dd class="see" dir="auto">{escaped(labels.see)} {others}</dd>'
    for note in item.notes:
        yield from _noted(note)
    yield "</div>"


def _also(item: Item, labels: Labels) -> str:
    if not item.also:
        return ""
    return f' <span class="also">({escaped(labels.also)} {escaped(", ".join(item.also))})</span>'


def _link(link: Link, anchors: Mapping[str, str]) -> str:
    anchor = anchors.get(link.entry)
    name = escaped(link.heading)
    role = f" ({escaped(link.role)})" if link.role else ""
    return (f'<a href="#{anchor}">{name}</a>' if anchor else name) + role


def _paragraphs(paragraphs: Iterable[str]) -> Iterator[str]:
    return (f'<p dir="auto">{escaped(paragraph)}</p>' for paragraph in paragraphs)
