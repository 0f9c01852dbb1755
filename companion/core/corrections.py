"""Corrections: what a reader mends in a companion, kept by meaning so that it outlives a rebuild."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Event

if TYPE_CHECKING:
    from companion.core.anchors import Anchor
    from companion.core.entries import Entry, Kind


class Subject(NamedTuple):
    """An entry by its meaning, not by its id: its kind and heading, and for an event its date in EDTF."""

    kind: Kind
    heading: str
    date: str = ""


def subject_of(entry: Entry) -> Subject:
    """An entry by its meaning."""
    return Subject(entry.kind, entry.heading, entry.date.edtf if isinstance(entry, Event) else "")


class Verb(StrEnum):
    """What a correction does with its subject.

    RENAME it to `text`; give it the ALIAS `text`; IGNORE the name `text` (it is not the subject: here, at
    `anchors`, or everywhere without any); SAY `text` as its definition or description; give it the ROLE
    `text`; RETYPE it to the kind of `other`; MERGE it into `other`; keep it APART from `other` for ever;
    SPLIT off the mentions at `anchors` as a new entry `other`; ASSIGN the one mention at `anchors`, and with
    `onward` all of the same words after it, to the subject; REMOVE it; ADD it, new, with the passage at
    `anchors`; DATE it `text`, in EDTF; tie a PASSAGE at `anchors` to it.
    """

    RENAME = "rename"
    ALIAS = "alias"
    IGNORE = "ignore"
    SAY = "say"
    ROLE = "role"
    RETYPE = "retype"
    MERGE = "merge"
    APART = "apart"
    SPLIT = "split"
    ASSIGN = "assign"
    REMOVE = "remove"
    ADD = "add"
    DATE = "date"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a reader mended; made once and never changed: to undo it is to take it away.

    They are done in the order of `counter`, then of `created` and `version`. `by` is the name of who made
    it, empty for this reader; `created` an ISO 8601 time. `counter` and `version` are set by `Notes`;
    `unknown` are fields, as a JSON object, that a newer program wrote.
    """

    id: str
    verb: Verb
    subject: Subject
    other: Subject | None = None
    text: str = ""
    anchors: tuple[Anchor, ...] = ()
    onward: bool = False
    by: str = ""
    created: str = ""
    counter: int = 0
    version: str = ""
    unknown: str = ""


def named(correction: Correction) -> Correction:
    """The correction with the name of its version: the same for the same state, and for no other."""
    bare = replace(correction, version="")
    told = repr(astuple(bare)).encode("utf-8", "surrogatepass")
    return replace(bare, version=hashlib.blake2b(told, digest_size=10).hexdigest())
