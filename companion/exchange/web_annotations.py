"""Web annotations: marks in the W3C's shape, as JSON-LD, out and in."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from companion.core.corrections import Subject
from companion.core.entries import Kind
from companion.core.message import Message
from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import (
    MOST_MARKS,
    Arrived,
    ArrivedMark,
    Book,
    ForeignError,
    plain_text,
    text_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.anchors import Anchor
    from companion.core.notes import Mark
    from companion.exchange.bundle import Bundle

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MOTIVATIONS = {
    MarkKind.BOOKMARK: "bookmarking",
    MarkKind.HIGHLIGHT: "highlighting",
    MarkKind.UNDERLINE: "highlighting",
    MarkKind.NOTE: "commenting",
}
_KINDS = {"bookmarking": MarkKind.BOOKMARK, "commenting": MarkKind.NOTE, "describing": MarkKind.NOTE}
_COLOURS = {colour.value: colour for colour in Colour}
_UNDERLINE = "underline"


def web_annotations(bundle: Bundle) -> bytes:
    """The marks as an AnnotationCollection (https://www.w3.org/TR/annotation-model/), in UTF-8.

    The colour is the ``styleClass`` of the target, beside ``underline`` where words are underlined.
    """
    document = bundle.companion.document
    source = document.identifier or f"urn:title:{'-'.join(bundle.title.split()) or 'text'}"
    items = [_annotation(placed.mark, source) for placed in bundle.marks]
    collection: Json = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": bundle.title,
        "creator": {"type": "Person", "name": bundle.author} if bundle.author else None,
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    kept = {key: value for key, value in collection.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _annotation(mark: Mark, source: str) -> Json:
    told = {"describing": mark.label, "commenting": mark.note}
    bodies = [_body(purpose, words) for purpose, words in told.items() if words]
    bodies += [_body("tagging", tag) for tag in mark.tags]
    if mark.about is not None:
        bodies.append(_body("identifying", "\n".join(mark.about)))
    target: Json = {"source": source}
    if mark.anchor is not None:
        target["selector"] = _selectors(mark.anchor)
        underline = f" {_UNDERLINE}" if mark.kind is MarkKind.UNDERLINE else ""
        target["styleClass"] = f"{mark.colour.value}{underline}"
    made: Json = {
        "@context": CONTEXT,
        "id": mark.id,
        "type": "Annotation",
        "motivation": _MOTIVATIONS[mark.kind],
    }
    times = {"created": mark.created, "modified": mark.changed}
    made |= {name: time for name, time in times.items() if time}
    return made | ({"body": bodies} if bodies else {}) | {"target": target}


def _body(purpose: str, words: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words}


def _selectors(anchor: Anchor) -> list[Json]:
    quoted: Json = {"type": "TextQuoteSelector", "exact": anchor.exact}
    quoted |= {"prefix": anchor.prefix, "suffix": anchor.suffix}
    if anchor.start < 0:
        return [quoted]
    return [quoted, {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}]


def read_web_annotations(told: object) -> Arrived:
    """The marks of a collection, a page, a list of annotations or a single one. Raises `ForeignError`."""
    items = list(islice(_items(told), MOST_MARKS))
    if not items:
        raise ForeignError(Message("There is no annotation in this file."))
    marks = [mark for mark in map(_mark, items) if mark is not None]
    unread = len(items) - len(marks)
    title = text_in(told.get("label")) if isinstance(told, dict) else ""
    left: list[Message] = []
    if unread == 1:
        left.append(Message("One annotation quotes no words of a text."))
    elif unread:
        left.append(Message("%Ln annotations quote no words of a text.", "", unread))
    books = (Book(title, "", tuple(marks)),) if marks else ()
    return Arrived("web-annotation", books, left_out=tuple(left))


def _items(told: object, depth: int = 0) -> Iterator[Json]:
    if depth > 4:
        return
    if isinstance(told, list):
        for item in told:
            yield from _items(item, depth + 1)
    elif isinstance(told, dict):
        kind = told.get("type")
        if kind == "Annotation":
            yield told
        elif kind == "AnnotationPage":
            yield from _items(told.get("items"), depth + 1)
        elif kind == "AnnotationCollection":
            yield from _items(told.get("first"), depth + 1)


def _mark(item: Json) -> ArrivedMark | None:
    targets = _as_list(item.get("target"))
    target = next((one for one in targets if isinstance(one, dict)), {})
    selectors = [one for one in _as_list(target.get("selector")) if isinstance(one, dict)]
    quoted: Json = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), {})
    bodies: dict[str, list[str]] = {}
    for body in _as_list(item.get("body", item.get("bodyValue"))):
        purpose, words = _told(body)
        bodies.setdefault(purpose, []).append(words)
    note = "\n".join(bodies.get("commenting", []) + bodies.get("", []) + bodies.get("replying", []))
    words = text_in(quoted.get("exact"))
    if not words.strip() and not note.strip():
        return None
    styles = text_in(target.get("styleClass")).split()
    motivation = next((text_in(one) for one in _as_list(item.get("motivation"))), "")
    kind = MarkKind.UNDERLINE if _UNDERLINE in styles else _KINDS.get(motivation, MarkKind.HIGHLIGHT)
    return ArrivedMark(
        words=words,
        kind=kind if words.strip() else MarkKind.NOTE,
        note=note.strip(),
        colour=next((_COLOURS[style] for style in styles if style in _COLOURS), Colour.YELLOW),
        tags=tuple(dict.fromkeys(bodies.get("tagging", []))),
        label="\n".join(bodies.get("describing", [])),
        created=text_in(item.get("created")),
        prefix=text_in(quoted.get("prefix")),
        suffix=text_in(quoted.get("suffix")),
        about=_about(bodies.get("identifying", [])),
    )


def _about(bodies: list[str]) -> Subject | None:
    """The entry that a note is on: its kind, its heading, and for an event its date, on a line each."""
    kind, heading, date, *_ = [*(bodies[0].split("\n") if bodies else []), "", "", ""]
    return Subject(Kind(kind), heading, date) if heading and kind in list(Kind) else None


def _told(body: object) -> tuple[str, str]:
    if isinstance(body, str):
        return "", text_in(body)
    if not isinstance(body, dict):
        return "", ""
    words = body.get("value")
    is_html = text_in(body.get("format")) == "text/html"
    return text_in(body.get("purpose")), plain_text(words) if is_html else text_in(words)


def _as_list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
