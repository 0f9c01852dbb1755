"""Goals: what the palette can lead to, and where it asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.looks.theme import Role

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Goal:
    """One row of the palette.

    `key` tells it from all others. `kind` says what it is, in the colour of `role`; `aside` stands at the
    end of the row (keys, a place), `below` on a line of its own. One that is not `open` cannot be followed
    now; `here` is where the reader is already.
    """

    key: str
    words: str
    kind: str = ""
    aside: str = ""
    below: str = ""
    role: Role | None = None
    open: bool = True
    here: bool = False


class MadeWhenSeen(Sequence[Goal], Generic[Item]):
    """As many goals as there are sections: each is made by `make` of its item when its row is seen.

    The reader is at row `here` already.
    """

    def __init__(self, items: Sequence[Item], make: Callable[[Item], Goal], here: int) -> None:
        self._items, self._make, self.here = items, make, here
        self._made: dict[int, Goal] = {}

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, row: int) -> Goal: ...
    @overload
    def __getitem__(self, row: slice) -> list[Goal]: ...

    def __getitem__(self, row: int | slice) -> Goal | list[Goal]:
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(len(self)))]
        if (goal := self._made.get(row)) is None:
            goal = self._made[row] = self._make(self._items[row])
        return goal


def row_of_reader(goals: Sequence[Goal]) -> int:
    """The row of the goal at which the reader is already; the first where she is at none."""
    if isinstance(goals, MadeWhenSeen):
        return goals.here
    return next((row for row, goal in enumerate(goals) if goal.here), 0)


class Goals(Protocol):
    """Where the palette gets its rows from."""

    @property
    def prompt(self) -> str:
        """What stands in the empty field."""
        ...

    @property
    def lines(self) -> int:
        """How many lines a row has, one or two."""
        ...

    def find(self, typed: str) -> Sequence[Goal]:
        """The goals for what was typed, the best first."""
        ...

    def nothing(self, typed: str) -> str:
        """A sentence for when nothing is found."""
        ...

    def follow(self, goal: Goal) -> None:
        """Does what was chosen."""
        ...
