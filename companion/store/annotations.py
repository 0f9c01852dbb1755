"""Annotations: marks and corrections in the shapes of the W3C Web Annotation Data Model, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from companion.core.anchors import Anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.store.seal import Json

Made = TypeVar("Made", Mark, Correction)

_MOTIVATIONS = {
    MarkKind.BOOKMARK: "bookmarking",
    MarkKind.HIGHLIGHT: "highlighting",
    MarkKind.UNDERLINE: "highlighting",
    MarkKind.NOTE: "commenting",
}
_KINDS = {
    "bookmarking": MarkKind.BOOKMARK,
    "highlighting": MarkKind.HIGHLIGHT,
    "commenting": MarkKind.NOTE,
}
"""What a motivation says where ``reading:kind`` does not say more."""

_CORRECTING = "editing"

_COLOURS: dict[object, Colour] = {colour.value: colour for colour in Colour}

_BODY_KEYS = {"type", "purpose", "format", "value"}
_PURPOSES = {"describing", "commenting"}
"""Of the bodies that hold a mark's label and its note; its tags have one each."""

_FIELDS = 10
"""How many fields every mark has."""


def text_of(value: object) -> str:
    """A text of a JSON file. Raises `TypeError` for anything else."""
    if not isinstance(value, str):
        raise TypeError
    return value


def number_of(value: object) -> int:
    """A number of a JSON file, 0 or more. Raises `TypeError` for anything else."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


# -- to annotations


def mark_annotation(mark: Mark, identity: str) -> Json:
    """A mark as a Web Annotation of the text with that identity."""
    made: Json = {
        "id": mark.id,
        "type": "Annotation",
        "motivation": _MOTIVATIONS[mark.kind],
        "created": mark.created,
        "modified": mark.changed,
        "body": _bodies(mark),
        "target": _target(mark.anchor, identity),
        "reading:colour": mark.colour.value,
        "reading:counter": mark.counter,
        "reading:version": mark.version,
    }
    if mark.kind is MarkKind.UNDERLINE:
        made["reading:kind"] = mark.kind.value
    if mark.about is not None:
        made["reading:about"] = _subject_json(mark.about)
    if mark.unknown:
        _lay_over(made, json.loads(mark.unknown))
    return made


def correction_annotation(correction: Correction, identity: str) -> Json:
    """A correction as a Web Annotation of the text with that identity."""
    targets: list[Anchor | None] = [*correction.anchors] or [None]
    made: Json = {
        "id": correction.id,
        "type": "Annotation",
        "motivation": _CORRECTING,
        "created": correction.created,
        "body": [_body(_CORRECTING, correction.text)] if correction.text else [],
        "target": [_target(anchor, identity) for anchor in targets],
        "reading:verb": correction.verb.value,
        "reading:subject": _subject_json(correction.subject),
        "reading:counter": correction.counter,
        "reading:version": correction.version,
    }
    if correction.other is not None:
        made["reading:other"] = _subject_json(correction.other)
    if correction.onward:
        made["reading:onward"] = True
    if correction.by:
        made["creator"] = {"type": "Person", "name": correction.by}
    if correction.unknown:
        made.update(json.loads(correction.unknown))
    return made


def selectors(anchor: Anchor) -> list[Json]:
    """The words of an anchor and their position, where it is known, as selectors."""
    quote: Json = {
        "type": "TextQuoteSelector",
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    if anchor.share is not None:
        quote["reading:share"] = anchor.share
    if anchor.start < 0:
        return [quote]
    return [quote, {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}]


def _bodies(mark: Mark) -> list[Json]:
    told = {"describing": mark.label, "commenting": mark.note}
    bodies = [_body(purpose, value) for purpose, value in told.items() if value]
    return bodies + [_body("tagging", tag) for tag in mark.tags]


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(anchor: Anchor | None, identity: str) -> Json:
    source = f"urn:sha256:{identity}"
    return {"source": source} if anchor is None else {"source": source, "selector": selectors(anchor)}


def _subject_json(subject: Subject) -> Json:
    told = {"kind": subject.kind.value, "heading": subject.heading}
    return {**told, "date": subject.date} if subject.date else told


# -- from annotations


def mark_of(item: Json) -> Mark | None:
    """The mark that an annotation is; None for an annotation of another kind."""
    return _or_none(_mark, item)


def correction_of(item: Json) -> Correction | None:
    """The correction that an annotation is; None for an annotation of another kind."""
    return _or_none(_correction, item)


def _or_none(shape: Callable[[Json], Made], item: Json) -> Made | None:
    try:
        made = shape(item)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None
    return made if made.version else None


def _mark(item: Json) -> Mark:
    bodies = [body for body in item["body"] if body.keys() <= _BODY_KEYS]
    said = {body["purpose"]: body["value"] for body in reversed(bodies)}
    tags = dict.fromkeys(text_of(body["value"]) for body in bodies if body["purpose"] == "tagging")
    about = item.get("reading:about")
    kind = item.get("reading:kind")
    mark = Mark(
        text_of(item["id"]),
        _anchor_in(item["target"]),
        text_of(said.get("describing", "")),
        _COLOURS.get(item["reading:colour"], Colour.YELLOW),  # the first for one that only others know
        text_of(said.get("commenting", "")),
        text_of(item["created"]),
        text_of(item["modified"]),
        number_of(item["reading:counter"]),
        text_of(item["reading:version"]),
        kind=_KINDS[item["motivation"]] if kind is None else MarkKind(kind),
        tags=tuple(tags),
        about=None if about is None else _subject(about),
    )
    left = {} if _is_plain(item) else _left_over(item, mark_annotation(mark, ""))
    return replace(mark, unknown=json.dumps(left, sort_keys=True)) if left else mark


def _is_plain(item: Json) -> bool:
    """Whether an annotation has no more fields than this program writes; counting is enough, and quick."""
    target, bodies = item["target"], item["body"]
    purposes = [body["purpose"] for body in bodies if len(body) == len(_BODY_KEYS)]
    once = [purpose for purpose in purposes if purpose != "tagging"]
    found = target.get("selector", ())
    return (
        item["type"] == "Annotation"
        and len(item) == _FIELDS + ("reading:kind" in item)
        and "reading:about" not in item
        and [len(target), *map(len, found)] in ([2, 4, 3], [1])
        and len(purposes) == len(bodies)
        and len(set(once) & _PURPOSES) == len(once)
    )


def _correction(item: Json) -> Correction:
    if item["motivation"] != _CORRECTING:
        raise ValueError
    bodies, other = item["body"], item.get("reading:other")
    anchors = [_anchor_in(target) for target in item["target"]]
    correction = Correction(
        text_of(item["id"]),
        Verb(item["reading:verb"]),
        _subject(item["reading:subject"]),
        None if other is None else _subject(other),
        text_of(bodies[0]["value"]) if bodies else "",
        tuple(anchor for anchor in anchors if anchor is not None),
        onward=item.get("reading:onward") is True,
        by=text_of(item.get("creator", {}).get("name", "")),
        created=text_of(item["created"]),
        counter=number_of(item["reading:counter"]),
        version=text_of(item["reading:version"]),
    )
    # It never changes, so whatever says more than is known here is kept as it stands.
    known = correction_annotation(correction, _source(item))
    left = {name: value for name, value in item.items() if known.get(name) != value}
    return replace(correction, unknown=json.dumps(left, sort_keys=True)) if left else correction


def _source(item: Json) -> str:
    return text_of(item["target"][0]["source"]).removeprefix("urn:sha256:")


def _subject(told: Json) -> Subject:
    return Subject(Kind(told["kind"]), text_of(told["heading"]), text_of(told.get("date", "")))


def _anchor_in(target: Json) -> Anchor | None:
    found = target.get("selector")
    return None if found is None else anchor_of(found)


def anchor_of(found: list[Json]) -> Anchor:
    """The anchor that selectors are. Raises `KeyError` or `TypeError` where they are none."""
    by_type = {selector["type"]: selector for selector in reversed(found)}
    quote, position = by_type["TextQuoteSelector"], by_type.get("TextPositionSelector")
    return Anchor(
        text_of(quote["exact"]),
        text_of(quote.get("prefix", "")),
        text_of(quote.get("suffix", "")),
        -1 if position is None else number_of(position["start"]),
        -1 if position is None else number_of(position["end"]),
        _share_of(quote.get("reading:share")),
    )


def _share_of(value: object) -> float | None:
    """About where words stand, from 0 to 1; None for what is not that."""
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else None


# -- what only others know


def _left_over(told: Any, known: Any) -> Any:
    """What stands in `told` and not in `known`; nothing where a known field has another value."""
    if isinstance(told, dict) and isinstance(known, dict):
        left = {name: _left_over(value, known[name]) for name, value in told.items() if name in known}
        new = {name: value for name, value in told.items() if name not in known}
        return {name: value for name, value in left.items() if value} | new
    if isinstance(told, list) and isinstance(known, list):
        return [value for value in told if not _is_told(value, known)]
    return None


def _is_told(value: Any, known: list[Any]) -> bool:
    """Whether something of a list is known, be it with fewer words."""
    return value in known or any(
        isinstance(value, dict) and isinstance(one, dict) and value.items() <= one.items() for one in known
    )


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
