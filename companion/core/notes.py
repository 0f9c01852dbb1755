"""Notes: what a reader keeps of one text, marks, corrections and her place, and how copies become one."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from companion.core.anchors import Anchor
from companion.core.corrections import named
from companion.core.session import Kept, Session, latest
from companion.core.versions import besides, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.core.corrections import Correction, Subject

T = TypeVar("T")


class MarkKind(StrEnum):
    """What a mark is: a place to come back to, words made to stand out, or only something said of them."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    NOTE = "note"


class Colour(StrEnum):
    """The colours of marks; a letter stands beside each, so that nothing is told by colour alone."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    ROSE = "rose"

    @property
    def letter(self) -> str:
        """A, B, C or D: the same in every language."""
        return "ABCD"[list(Colour).index(self)]


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark, highlight, underline or note of the reader's, with what she says of it.

    `anchor` are the words it stands at; None for a note on an entry, which `about` names, and for one on
    the whole text, where both are None. `tags` are short words of hers, each once, in her order.

    `created` and `changed` are ISO 8601 times, given by whoever makes the change. `counter` orders the
    changes of all copies of the notes without a clock; `version` names this state of the mark. Both
    are set by `Notes`. `unknown` are fields, as a JSON object, that a newer program wrote.
    """

    id: str
    anchor: Anchor | None
    label: str = ""
    colour: Colour = Colour.YELLOW
    note: str = ""
    created: str = ""
    changed: str = ""
    counter: int = 0
    version: str = ""
    unknown: str = ""
    kind: MarkKind = MarkKind.BOOKMARK
    tags: tuple[str, ...] = ()
    about: Subject | None = None

    @property
    def words(self) -> str:
        """The words of the text that it stands at; none for a note on an entry or on the whole text."""
        return self.anchor.exact if self.anchor is not None else ""

    @property
    def is_on_whole(self) -> bool:
        """Whether it is a note on the whole text."""
        return self.anchor is None and self.about is None


def new_id() -> str:
    """An id that no other mark or correction has, as a URN."""
    import uuid

    return uuid.uuid4().urn


@dataclass(frozen=True)
class Notes:
    """All that a reader keeps of one text. Frozen: a change gives new notes; may cross threads.

    `versions` are the states of marks that stand, by their names, and `mended` those of corrections; `gone`
    the names of those that a change or a removal took away. A change takes away only the version that the
    reader saw, so when two windows change a mark at the same time both versions stand, and a change beats a
    removal. Merging is a union: commutative, associative, idempotent, and nothing that was added is ever
    lost in it (an observed-remove set, Shapiro et al. 2011, https://inria.hal.science/inria-00555588).

    `unknown` (by name, as JSON) and `foreign` (annotations of another kind, as JSON) are what a newer
    program or another one wrote; they are kept as they are. `kin` says of other texts, by their identities,
    whether the reader takes them for the same work.
    """

    versions: Mapping[str, Mark] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    session: Session = field(default_factory=Session)
    counter: int = 0
    unknown: Mapping[str, str] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()
    mended: Mapping[str, Correction] = field(default_factory=dict)
    kin: Mapping[str, Kept[bool]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Mark]:
        """The marks by id.

        Of two versions made at the same time in two windows the later one has the id; the other has the
        id with its version after it, and is from then on a mark like any other.
        """
        found: dict[str, Mark] = {}
        for mark in sorted(self.versions.values(), key=_by_time, reverse=True):
            while mark.id in found:
                mark = replace(mark, id=f"{mark.id}~{mark.version}")
            found[mark.id] = mark
        return found

    @cached_property
    def bookmarks(self) -> tuple[Mark, ...]:
        """The marks in the order of their places when they were made; those without a place come first."""
        return tuple(sorted(self.by_id.values(), key=_by_place))

    def is_marked_like(self, other: Notes) -> bool:
        """Whether the marks and corrections are the same, wherever the reader is."""
        return self.versions.keys() == other.versions.keys() and self.mended.keys() == other.mended.keys()

    @cached_property
    def has_twins(self) -> bool:
        """Whether two versions of one mark stand, as they were made at the same time in two windows."""
        return any(self.versions[mark.version] is not mark for mark in self.by_id.values())

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections in the order in which they are done, each once."""
        ordered = sorted(self.mended.values(), key=_by_making)
        latest = {correction.id: correction for correction in ordered}
        return tuple(sorted(latest.values(), key=_by_making))

    # -- changes: each takes the time, ISO 8601, at which it is made

    def added(self, bookmark: Mark, time: str) -> Notes:
        """With a new mark, or with one that was removed before."""
        return self.changed(replace(bookmark, created=bookmark.created or time), time)

    def changed(self, bookmark: Mark, time: str) -> Notes:
        """With this state of a mark in the place of the one that has its id, if there is one."""
        counter = self.counter + 1
        mark = replace(bookmark, changed=time, counter=counter, version="")
        mark = replace(mark, version=version_of(mark))
        kept = self.removed(mark.id)
        after = replace(kept, versions={**kept.versions, mark.version: mark}, counter=counter)
        return _knowing(kept, after, None, mark)

    def removed(self, bookmark_id: str) -> Notes:
        """Without this mark; `added` brings it back."""
        seen = self.by_id.get(bookmark_id)
        if seen is None:
            return self
        versions = dict(self.versions)
        del versions[seen.version]
        after = replace(self, versions=versions, gone=self.gone | {seen.version})
        return _knowing(self, after, seen, None)

    def corrected(self, correction: Correction, time: str) -> Notes:
        """With one more correction, or with one that was taken back before."""
        made = replace(correction, created=correction.created or time, counter=self.counter + 1)
        made = named(made)
        kept = self.uncorrected(made.id)
        return replace(kept, mended={**kept.mended, made.version: made}, counter=made.counter)

    def uncorrected(self, correction_id: str) -> Notes:
        """Without the correction of that id; `corrected` brings it back, as the last one."""
        seen = {name for name, made in self.mended.items() if made.id == correction_id}
        if not seen:
            return self
        mended = {name: made for name, made in self.mended.items() if name not in seen}
        return replace(self, mended=mended, gone=self.gone | seen)

    def at_place(self, anchor: Anchor | None, time: str) -> Notes:
        """With the reader at another place."""
        if anchor == self.session.place.value:
            return self
        return self._in_session(replace(self.session, place=self._set(anchor, time)))

    def read_up_to(self, anchor: Anchor | None, time: str) -> Notes:
        """With another furthest place; it may lie before the one that was."""
        if anchor == self.session.furthest.value:
            return self
        return self._in_session(replace(self.session, furthest=self._set(anchor, time)))

    def focused_on(self, entries: Iterable[str], time: str) -> Notes:
        """With these ids in focus."""
        focus = tuple(entries)
        if focus == self.session.focus.value:
            return self
        return self._in_session(replace(self.session, focus=self._set(focus, time)))

    def guarded(self, on: bool, time: str) -> Notes:
        """With what lies beyond the furthest place hidden, or shown."""
        if on == self.session.guarded.value:
            return self
        return self._in_session(replace(self.session, guarded=self._set(on, time)))

    def akin(self, identity: str, is_same: bool, time: str) -> Notes:
        """With the text of that identity taken for the same work, or for another one."""
        if identity in self.kin and self.kin[identity].value == is_same:
            return self
        kin = {**self.kin, identity: self._set(is_same, time)}
        return _knowing(self, replace(self, kin=kin, counter=self.counter + 1), None, None)

    def _set(self, value: T, time: str) -> Kept[T]:
        return Kept(value, self.counter + 1, time)

    def _in_session(self, session: Session) -> Notes:
        return _knowing(self, replace(self, session=session, counter=self.counter + 1), None, None)

    # -- two copies

    def merged(self, other: Notes) -> Notes:
        """All that either copy has, without what either took away."""
        if other is self or other._says_nothing_new_to(self):
            return self
        if self._says_nothing_new_to(other):
            return other
        gone = self.gone | other.gone
        unknown = dict(self.unknown)
        for name, value in other.unknown.items():
            unknown[name] = max(value, unknown.get(name, value))
        return Notes(
            union(self.versions, other.versions, gone),
            gone,
            self.session.merged(other.session),
            max(self.counter, other.counter),
            unknown,
            self.foreign | other.foreign,
            union(self.mended, other.mended, gone),
            latest(self.kin, other.kin),
        )

    def since(self, other: Notes) -> Notes:
        """What these notes say that `other` does not: the least that merged with `other` is both together."""
        return Notes(
            besides(self.versions, other.versions, other.gone),
            self.gone - other.gone,
            self.session.since(other.session),
            self.counter,
            {name: value for name, value in self.unknown.items() if other.unknown.get(name) != value},
            self.foreign - other.foreign,
            besides(self.mended, other.mended, other.gone),
            {name: kept for name, kept in self.kin.items() if other.kin.get(name) != kept},
        )

    def _says_nothing_new_to(self, other: Notes) -> bool:
        """Whether `other`, merged with these notes, is as it was."""
        return (
            self.counter <= other.counter
            and self.gone <= other.gone
            and self.foreign <= other.foreign
            and not besides(self.versions, other.versions, other.gone)
            and not besides(self.mended, other.mended, other.gone)
            and all(value <= other.unknown.get(name, "") for name, value in self.unknown.items())
            and other.session.merged(self.session) == other.session
            and latest(other.kin, self.kin) == other.kin
        )


def _knowing(before: Notes, after: Notes, old: Mark | None, new: Mark | None) -> Notes:
    """Notes with one change, which know the order of all others, so that it need not be found anew."""
    known = before.__dict__.get("bookmarks")
    if known is None or before.has_twins or (new is not None and new.id in before.by_id):
        return after
    by_id, marks = dict(before.by_id), list(known)
    if old is not None:
        del by_id[old.id]
        del marks[bisect_left(marks, _by_place(old), key=_by_place)]
    if new is not None:
        by_id[new.id] = new
        marks.insert(bisect_left(marks, _by_place(new), key=_by_place), new)
    after.__dict__.update(by_id=by_id, bookmarks=tuple(marks), has_twins=False)
    return after


def version_of(bookmark: Mark) -> str:
    """A name for this state of a mark: the same for the same state, and for no other."""
    told = repr(_told(bookmark)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=10).hexdigest()


_FIELDS, _ANCHOR_FIELDS = (tuple(field.name for field in fields(kind)) for kind in (Mark, Anchor))


_LONG = 100_000
"""Code points of marked words that `repr` would hold up the window with."""

_SAMPLE = 50_000
"""Code points at the beginning, at the end and between of which the checksum of long words is made."""


def _brief(value: object) -> object:
    """The same, or for words as long as a book their length and the checksum of a sample of them.

    Two states of one mark made at the same change, with the same ends, differ in nothing between.
    """
    if not isinstance(value, str) or len(value) <= _LONG:
        return value
    sample = value[:_SAMPLE] + value[:: len(value) // _SAMPLE] + value[-_SAMPLE:]
    return len(value), hashlib.blake2b(sample.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()


def _told(mark: Mark) -> tuple[object, ...]:
    """What `dataclasses.astuple` makes of a mark without a version, in a fifth of the time."""
    values = {name: getattr(mark, name) for name in _FIELDS}
    values["version"] = ""
    if (words := mark.anchor) is not None:
        values["anchor"] = tuple(_brief(getattr(words, name)) for name in _ANCHOR_FIELDS)
    return tuple(values.values())


def _by_time(bookmark: Mark) -> tuple[int, str, str]:
    return bookmark.counter, bookmark.changed, bookmark.version


def _by_making(correction: Correction) -> tuple[int, str, str]:
    return correction.counter, correction.created, correction.version


def _by_place(mark: Mark) -> tuple[int, int, str]:
    where = mark.anchor
    return (-1, -1, mark.id) if where is None else (where.start, where.end, mark.id)
