"""Notes as JSON: the shapes of the W3C Web Annotation Data Model, under a checksum."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from companion.core.notes import MarkKind, Notes
from companion.core.session import Kept, Session
from companion.store.annotations import (
    anchor_of,
    correction_annotation,
    correction_of,
    mark_annotation,
    mark_of,
    number_of,
    selectors,
    text_of,
)
from companion.store.seal import DamagedError, Json, check, sealed, unsealed
from companion.store.works import LONGEST_NAME, work_json, work_of_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.anchors import Anchor
    from companion.core.corrections import Correction
    from companion.core.notes import Mark
    from companion.store.works import Work

T = TypeVar("T")

FORMAT = 2
"""Raised when an older program would lose something by writing.

1: bookmarks and the session. 2: marks of other kinds, with tags, on entries; corrections.
"""

_SESSION: Json = {
    "reading:place": {"value": None, "counter": 0, "modified": ""},
    "reading:furthest": {"value": None, "counter": 0, "modified": ""},
    "reading:focus": {"value": [], "counter": 0, "modified": ""},
    "reading:guarded": {"value": False, "counter": 0, "modified": ""},
}
"""What is told of a text that was never opened."""

_ITEMS = b'"first": {"type": "AnnotationPage", "startIndex": 0, "items": [\n'
_END = b"\n]}\n}\n"

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reading": "urn:reading-companion:"}]
_KNOWN = {
    *("sha256", "@context", "type", "label", "total", "first"),
    *("reading:format", "reading:text", "reading:counter", "reading:gone"),
    *("reading:work", "reading:kin", *_SESSION),
}


class NotesText(NamedTuple):
    """What a notes file says: its format, the identity of its text, the notes, and of which work it is."""

    format: int
    identity: str
    notes: Notes
    work: Work | None = None


# -- notes to JSON


def format_of(notes: Notes) -> int:
    """The lowest format that says all of these notes, so that an older program goes on with what it knows."""
    is_old = not notes.mended and all(map(_is_bookmark, notes.versions.values()))
    return 1 if is_old else FORMAT


def _is_bookmark(mark: Mark) -> bool:
    is_bare = mark.about is None and not mark.tags
    return mark.kind is MarkKind.BOOKMARK and is_bare and mark.anchor is not None and mark.anchor.start >= 0


def to_bytes(
    notes: Notes, identity: str, title: str, lines: dict[str, str], work: Work | None = None
) -> bytes:
    """The file of these notes. `lines` remembers how each version of a mark or correction was written.

    What tells of the text, as far as `total`, stands within the first 16,000 bytes: see `known_texts`.
    """
    for name in lines.keys() - notes.versions.keys() - notes.mended.keys():
        del lines[name]
    for name, mark in notes.versions.items():
        if name not in lines:
            lines[name] = _dump(mark_annotation(mark, identity))
    for name, correction in notes.mended.items():
        if name not in lines:
            lines[name] = _dump(correction_annotation(correction, identity))
    head: Json = {
        "@context": _CONTEXT,
        "type": "AnnotationCollection",
        "label": title[:LONGEST_NAME],
        "reading:format": format_of(notes),
        "reading:text": identity,
        **({} if work is None else {"reading:work": work_json(work)}),
        "total": len(notes.versions) + len(notes.mended) + len(notes.foreign),
        "reading:counter": notes.counter,
        "reading:gone": sorted(notes.gone),
        **_session_json(notes.session),
        **({"reading:kin": _kin_json(notes)} if notes.kin else {}),
    }
    fields = [f"{_dump(name)}: {_dump(value)}" for name, value in head.items()]
    fields += [f"{_dump(name)}: {value}" for name, value in sorted(notes.unknown.items())]
    items = [lines[name] for name in (*sorted(notes.versions), *sorted(notes.mended))]
    items += sorted(notes.foreign)
    text = ",\n".join([*fields, _ITEMS.decode()]) + ",\n".join(items) + _END.decode()
    return sealed(_encoded(text))


def delta_json(new: Notes, identity: str) -> Json:
    """What is new in notes, as `Notes.since` tells it; `delta_of` reads it."""
    session = _session_json(new.session)
    items = [mark_annotation(mark, identity) for mark in new.versions.values()]
    items += [correction_annotation(correction, identity) for correction in new.mended.values()]
    told: Json = {
        "reading:gone": sorted(new.gone),
        **{name: kept for name, kept in session.items() if kept["counter"]},
        "reading:kin": _kin_json(new),
        "items": items,
        "foreign": sorted(new.foreign),
        "unknown": dict(new.unknown),
    }
    return {"reading:counter": new.counter, **{name: value for name, value in told.items() if value}}


def _kin_json(notes: Notes) -> Json:
    return {identity: _kept_json(kept, bool) for identity, kept in sorted(notes.kin.items())}


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
    return None if anchor is None else selectors(anchor)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, check_circular=False)


def _encoded(text: str) -> bytes:
    """UTF-8, with an escape for half a surrogate pair; such a half stands only inside a JSON string."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace")


# -- JSON to notes


def from_bytes(data: bytes) -> NotesText:
    """The notes of a file as it stands on disk. Raises `DamagedError` when it is not as it was written."""
    check(data)
    head, opening, rest = data.partition(_ITEMS)
    items, closing, end = rest.rpartition(_END)
    if opening and closing and not end:
        try:  # one by one, since nobody else has a turn while one call reads a whole file
            told = json.loads(head + opening + closing)
            told["first"]["items"] = [json.loads(item) for item in items.split(b",\n") if items]
            return from_json(told)
        except (ValueError, RecursionError, KeyError, TypeError):
            pass  # somebody else has set its lines
    return from_json(unsealed(data))


def from_json(told: Json) -> NotesText:
    """The notes of a file, with all that only others know. Raises `DamagedError` when it is no notes file.

    Of a newer format the notes are what can be understood, which may be none.
    """
    try:
        form, identity = number_of(told["reading:format"]), text_of(told["reading:text"])
    except (KeyError, TypeError) as error:
        raise DamagedError from error
    try:
        return NotesText(form, identity, _notes(told), work_of_json(told.get("reading:work")))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if form > FORMAT:
            return NotesText(form, identity, Notes())
        raise DamagedError from error


def delta_of(told: Json) -> Notes:
    """The notes that `delta_json` told. Raises `DamagedError` for anything else."""
    try:
        items = {"first": {"items": told.get("items", [])}}
        known = {name: value for name, value in told.items() if name in _KNOWN}
        notes = _notes({"reading:gone": [], **_SESSION, **known, **items})
        foreign = frozenset(map(text_of, told.get("foreign", ())))
        unknown = {name: text_of(value) for name, value in told.get("unknown", {}).items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedError from error
    return replace(notes, foreign=notes.foreign | foreign, unknown=unknown)


def _notes(told: Json) -> Notes:
    gone = frozenset(map(text_of, told["reading:gone"]))
    marks: dict[str, Mark] = {}
    corrections: dict[str, Correction] = {}
    foreign = []
    for item in told["first"]["items"]:
        if (mark := mark_of(item)) is not None:
            marks[mark.version] = mark
        elif (correction := correction_of(item)) is not None:
            corrections[correction.version] = correction
        else:
            foreign.append(_dump(item))
    for name in gone:  # what somebody else kept who did not know what it is
        marks.pop(name, None)
        corrections.pop(name, None)
    return Notes(
        marks,
        gone,
        _session(told),
        number_of(told["reading:counter"]),
        {name: _dump(value) for name, value in told.items() if name not in _KNOWN},
        frozenset(foreign),
        corrections,
        {identity: _kept(kept, bool) for identity, kept in told.get("reading:kin", {}).items()},
    )


def _session(told: Json) -> Session:
    return Session(
        _kept(told["reading:place"], _place),
        _kept(told["reading:furthest"], _place),
        _kept(told["reading:focus"], _ids),
        _kept(told["reading:guarded"], bool),
    )


def _kept(told: Json, shape: Callable[[Any], T]) -> Kept[T]:
    return Kept(shape(told["value"]), number_of(told["counter"]), text_of(told["modified"]))


def _place(told: list[Json] | None) -> Anchor | None:
    return None if told is None else anchor_of(told)


def _ids(values: list[object]) -> tuple[str, ...]:
    return tuple(map(text_of, values))
