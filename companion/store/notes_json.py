"""Notes as JSON: the shapes of the W3C Web Annotation Data Model, under a checksum."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from companion.core.anchors import Anchor
from companion.core.notes import Colour, Kept, Mark, Notes, Session
from companion.store.seal import DamagedError, Json, sealed

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

FORMAT = 1
"""Raised when an older program would lose something by writing."""

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reading": "urn:reading-companion:"}]
_KNOWN = {
    *("sha256", "@context", "type", "label", "total", "first"),
    *("reading:format", "reading:text", "reading:counter", "reading:gone"),
    *("reading:place", "reading:furthest", "reading:focus", "reading:guarded"),
}

_PURPOSES = {"describing", "commenting"}
"""Of the bodies that hold a bookmark's label and its note."""

_COLOURS: dict[object, Colour] = {colour.value: colour for colour in Colour}


class NotesText(NamedTuple):
    """What a notes file says: its format, the identity of its text, and the notes."""

    format: int
    identity: str
    notes: Notes


# -- notes to JSON


def to_bytes(notes: Notes, identity: str, title: str, lines: dict[str, str]) -> bytes:
    """The file of these notes. `lines` remembers how each version of a bookmark was written."""
    for name in lines.keys() - notes.versions.keys():
        del lines[name]
    for name, bookmark in notes.versions.items():
        if name not in lines:
            lines[name] = _dump(annotation(bookmark, identity))
    head: Json = {
        "@context": _CONTEXT,
        "type": "AnnotationCollection",
        "label": title,
        "reading:format": FORMAT,
        "reading:text": identity,
        "reading:counter": notes.counter,
        "reading:gone": sorted(notes.gone),
        **_session_json(notes.session),
    }
    fields = [f"{_dump(name)}: {_dump(value)}" for name, value in head.items()]
    fields += [f"{_dump(name)}: {value}" for name, value in sorted(notes.unknown.items())]
    items = [lines[name] for name in sorted(notes.versions)] + sorted(notes.foreign)
    fields.append(f'"total": {len(items)}')
    page = '"first": {"type": "AnnotationPage", "startIndex": 0, "items": [\n' + ",\n".join(items) + "\n]}"
    text = ",\n".join([*fields, page]) + "\n}\n"
    return sealed(_encoded(text))


def annotation(bookmark: Mark, identity: str) -> Json:
    """A bookmark as a Web Annotation."""
    bodies = {"describing": bookmark.label, "commenting": bookmark.note}
    anchor = bookmark.anchor
    made: Json = {
        "id": bookmark.id,
        "type": "Annotation",
        "motivation": "bookmarking",
        "created": bookmark.created,
        "modified": bookmark.changed,
        "body": [_body(purpose, value) for purpose, value in bodies.items() if value],
        "target": {"source": f"urn:sha256:{identity}", "selector": _selectors(anchor) if anchor else []},
        "reading:colour": bookmark.colour.value,
        "reading:counter": bookmark.counter,
        "reading:version": bookmark.version,
    }
    if bookmark.unknown:
        _lay_over(made, json.loads(bookmark.unknown))
    return made


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _selectors(anchor: Anchor) -> list[Json]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        },
        {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
    ]


def _session_json(session: Session) -> Json:
    return {
        "reading:place": _kept_json(session.place, _place_json),
        "reading:furthest": _kept_json(session.furthest, _place_json),
        "reading:focus": _kept_json(session.focus, list),
        "reading:guarded": _kept_json(session.guarded, bool),
    }


def _kept_json(kept: Kept[Any], shape: Callable[[Any], Any]) -> Json:
    return {"value": shape(kept.value), "counter": kept.counter, "modified": kept.changed}


def _place_json(anchor: Anchor | None) -> list[Json] | None:
    return None if anchor is None else _selectors(anchor)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, check_circular=False)


def _encoded(text: str) -> bytes:
    """UTF-8, with an escape for half a surrogate pair; such a half stands only inside a JSON string."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace")


# -- JSON to notes


def from_json(told: Json) -> NotesText:
    """The notes of a file, with all that only others know. Raises `DamagedError` when it is no notes file.

    Of a newer format the notes are what can be understood, which may be none.
    """
    try:
        form, identity = _number(told["reading:format"]), _text(told["reading:text"])
    except (KeyError, TypeError) as error:
        raise DamagedError from error
    try:
        return NotesText(form, identity, _notes(told))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if form > FORMAT:
            return NotesText(form, identity, Notes())
        raise DamagedError from error


def _notes(told: Json) -> Notes:
    versions, foreign = {}, []
    for item in told["first"]["items"]:
        bookmark = _bookmark(item)
        if bookmark is None or not bookmark.version:
            foreign.append(_dump(item))
        else:
            versions[bookmark.version] = bookmark
    return Notes(
        versions,
        frozenset(map(_text, told["reading:gone"])),
        _session(told),
        _number(told["reading:counter"]),
        {name: _dump(value) for name, value in told.items() if name not in _KNOWN},
        frozenset(foreign),
    )


def _bookmark(item: Json) -> Mark | None:
    """The bookmark that an annotation is; None for an annotation of another kind."""
    try:
        bodies = {body["purpose"]: body["value"] for body in reversed(item["body"])}
        bookmark = Mark(
            _text(item["id"]),
            _anchor(item["target"]["selector"]),
            _text(bodies.get("describing", "")),
            _colour(item["reading:colour"]),
            _text(bodies.get("commenting", "")),
            _text(item["created"]),
            _text(item["modified"]),
            _number(item["reading:counter"]),
            _text(item["reading:version"]),
        )
        return bookmark if _is_plain(item) else _with_unknown(bookmark, item)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _is_plain(item: Json) -> bool:
    """Whether an annotation has no more fields than this program writes; counting is enough, and quick."""
    target, bodies = item["target"], item["body"]
    sizes = [len(item), len(target), *map(len, target["selector"]), *map(len, bodies)]
    return (
        sizes == [10, 2, 4, 3, *(4 for _ in bodies)]
        and item["type"] == "Annotation"
        and item["motivation"] == "bookmarking"
        and len({body["purpose"] for body in bodies} & _PURPOSES) == len(bodies)
    )


def _with_unknown(bookmark: Mark, item: Json) -> Mark:
    left = _left_over(item, annotation(bookmark, ""))
    return replace(bookmark, unknown=json.dumps(left, sort_keys=True)) if left else bookmark


def _anchor(selectors: list[Json]) -> Anchor:
    by_type = {selector["type"]: selector for selector in reversed(selectors)}
    quote, position = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
    return Anchor(
        _text(quote["exact"]),
        _text(quote.get("prefix", "")),
        _text(quote.get("suffix", "")),
        _number(position["start"]),
        _number(position["end"]),
    )


def _colour(value: object) -> Colour:
    """The colour of that name, or the first one for a name that only another program knows."""
    return _COLOURS.get(value, Colour.YELLOW)


def _session(told: Json) -> Session:
    return Session(
        _kept(told["reading:place"], _place),
        _kept(told["reading:furthest"], _place),
        _kept(told["reading:focus"], _ids),
        _kept(told["reading:guarded"], bool),
    )


def _kept(told: Json, shape: Callable[[Any], T]) -> Kept[T]:
    return Kept(shape(told["value"]), _number(told["counter"]), _text(told["modified"]))


def _place(selectors: list[Json] | None) -> Anchor | None:
    return None if selectors is None else _anchor(selectors)


def _ids(values: list[object]) -> tuple[str, ...]:
    return tuple(map(_text, values))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


# -- what only others know


def _left_over(told: Any, known: Any) -> Any:
    """What stands in `told` and not in `known`; nothing where a known field has another value."""
    if isinstance(told, dict) and isinstance(known, dict):
        left = {name: _left_over(value, known[name]) for name, value in told.items() if name in known}
        new = {name: value for name, value in told.items() if name not in known}
        return {name: value for name, value in left.items() if value} | new
    if isinstance(told, list) and isinstance(known, list):
        return [value for value in told if value not in known]
    return None


def _lay_over(made: Json, left: Json) -> None:
    """Puts back into `made` what was left over."""
    for name, value in left.items():
        mine = made.setdefault(name, value)
        if mine is value:
            continue
        if isinstance(mine, dict) and isinstance(value, dict):
            _lay_over(mine, value)
        elif isinstance(mine, list) and isinstance(value, list):
            mine.extend(value)
