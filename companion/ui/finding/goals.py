"""Goals: what the palette can lead to, and where it asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.ui.looks.theme import Role


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
