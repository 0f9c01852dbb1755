"""Notes: what a reader keeps of one text, marks, corrections and her place, and how copies become one."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import astuple, dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.core.anchors import Anchor
    from companion.core.corrections import Subject

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


def new_id() -> str:
    """An id that no other bookmark has, as a URN."""
    return uuid.uuid4().urn


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """One thing of which only the last state matters: `value`, as it was set at `counter` and `changed`."""

    value: T
    counter: int = 0
    changed: str = ""

    def later(self, other: Kept[T]) -> Kept[T]:
        """The one of the two that was set later; which is which makes no difference."""
        return max(self, other, key=_order)


def _order(kept: Kept[T]) -> tuple[int, str, str]:
    return kept.counter, kept.changed, repr(kept.value)


@dataclass(frozen=True, slots=True)
class Session:
    """Where the reader was in a text and what she looked at, each kept by itself.

    `place` is the line at the top of the screen; `furthest` the furthest place read (it can be set back);
    `focus` the ids in focus; `guarded` whether what lies beyond the furthest place is hidden.
    """

    place: Kept[Anchor | None] = Kept(None)
    furthest: Kept[Anchor | None] = Kept(None)
    focus: Kept[tuple[str, ...]] = Kept(())
    guarded: Kept[bool] = Kept(False)

    def merged(self, other: Session) -> Session:
        """Of each thing the state that was set later."""
        return Session(
            self.place.later(other.place),
            self.furthest.later(other.furthest),
            self.focus.later(other.focus),
            self.guarded.later(other.guarded),
        )


@dataclass(frozen=True)
class Notes:
    """All that a reader keeps of one text. Frozen: a change gives new notes; may cross threads.

    `versions` are the states of bookmarks that stand, by their names; `gone` the names of those that a
    change or a removal took away. A change takes away only the version that the reader saw, so when two
    windows change a bookmark at the same time both versions stand, and a change beats a removal. Merging
    is a union: commutative, associative, idempotent, and nothing that was added is ever lost in it (an
    observed-remove set, Shapiro et al. 2011, https://inria.hal.science/inria-00555588).

    `unknown` (by name, as JSON) and `foreign` (annotations of another kind, as JSON) are what a newer
    program or another one wrote; they are kept as they are.
    """

    versions: Mapping[str, Mark] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    session: Session = Session()
    counter: int = 0
    unknown: Mapping[str, str] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> Mapping[str, Mark]:
        """The bookmarks by id.

        Of two versions made at the same time in two windows the later one has the id; the other has the
        id with its version after it, and is from then on a bookmark like any other.
        """
        found: dict[str, Mark] = {}
        for bookmark in sorted(self.versions.values(), key=_by_time, reverse=True):
            while bookmark.id in found:
                bookmark = replace(bookmark, id=f"{bookmark.id}~{bookmark.version}")
            found[bookmark.id] = bookmark
        return found

    @cached_property
    def bookmarks(self) -> tuple[Mark, ...]:
        """The bookmarks in the order of their places when they were made."""
        return tuple(sorted(self.by_id.values(), key=_by_place))

    # -- changes: each takes the time, ISO 8601, at which it is made

    def added(self, bookmark: Mark, time: str) -> Notes:
        """With a new bookmark, or with one that was removed before."""
        return self.changed(replace(bookmark, created=bookmark.created or time), time)

    def changed(self, bookmark: Mark, time: str) -> Notes:
        """With this state of a bookmark in the place of the one that has its id, if there is one."""
        counter = self.counter + 1
        bookmark = replace(bookmark, changed=time, counter=counter, version="")
        bookmark = replace(bookmark, version=version_of(bookmark))
        kept = self.removed(bookmark.id)
        return replace(kept, versions={**kept.versions, bookmark.version: bookmark}, counter=counter)

    def removed(self, bookmark_id: str) -> Notes:
        """Without this bookmark; `added` brings it back."""
        seen = self.by_id.get(bookmark_id)
        if seen is None:
            return self
        versions = {name: version for name, version in self.versions.items() if name != seen.version}
        return replace(self, versions=versions, gone=self.gone | {seen.version})

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

    def _set(self, value: T, time: str) -> Kept[T]:
        return Kept(value, self.counter + 1, time)

    def _in_session(self, session: Session) -> Notes:
        return replace(self, session=session, counter=self.counter + 1)

    # -- two copies

    def merged(self, other: Notes) -> Notes:
        """All that either copy has, without what either took away."""
        if other is self:
            return self
        gone = self.gone | other.gone
        versions = {name: version for name, version in self.versions.items() if name not in gone}
        for name, version in other.versions.items():
            if name not in gone:
                versions[name] = _either(versions.get(name, version), version)
        unknown = dict(self.unknown)
        for name, value in other.unknown.items():
            unknown[name] = max(value, unknown.get(name, value))
        return Notes(
            versions,
            gone,
            self.session.merged(other.session),
            max(self.counter, other.counter),
            unknown,
            self.foreign | other.foreign,
        )


def _either(one: Mark, other: Mark) -> Mark:
    """One of two bookmarks that bear the same version: they are the same, or somebody meddled with a file."""
    return one if one == other else max(one, other, key=astuple)


def version_of(bookmark: Mark) -> str:
    """A name for this state of a bookmark: the same for the same state, and for no other."""
    told = repr(astuple(replace(bookmark, version=""))).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=10).hexdigest()


def _by_time(bookmark: Mark) -> tuple[int, str, str]:
    return bookmark.counter, bookmark.changed, bookmark.version


def _by_place(mark: Mark) -> tuple[int, int, str]:
    where = mark.anchor
    return (-1, -1, mark.id) if where is None else (where.start, where.end, mark.id)
