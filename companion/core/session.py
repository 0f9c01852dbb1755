"""Session: where the reader was in a text and what she looked at, each kept by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.core.anchors import Anchor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """One thing of which only the last state matters: `value`, as it was set at `counter` and `changed`.

    A counter of 0 says that it was never set.
    """

    value: T
    counter: int = 0
    changed: str = ""

    def later(self, other: Kept[T]) -> Kept[T]:
        """The one of the two that was set later; which is which makes no difference."""
        return self if self is other else max(self, other, key=_order)

    def since(self, other: Kept[T], unset: T) -> Kept[T]:
        """This, or nothing that was ever set where `other` says the same."""
        return Kept(unset) if self == other else self


def _order(kept: Kept[T]) -> tuple[int, str, str]:
    return kept.counter, kept.changed, repr(kept.value)


def latest(mine: Mapping[str, Kept[T]], theirs: Mapping[str, Kept[T]]) -> Mapping[str, Kept[T]]:
    """Of each thing, by its name, the state that was set later."""
    if not theirs:
        return mine
    return {**mine, **{name: kept.later(mine.get(name, kept)) for name, kept in theirs.items()}}


@dataclass(frozen=True, slots=True)
class Session:
    """Where the reader was in a text and what she looked at.

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

    def since(self, other: Session) -> Session:
        """What is not as in `other`; merged with that it is this again."""
        return Session(
            self.place.since(other.place, None),
            self.furthest.since(other.furthest, None),
            self.focus.since(other.focus, ()),
            self.guarded.since(other.guarded, False),
        )
