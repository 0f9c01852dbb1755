"""Pointed: what the reader points at, handed from a view to the entry card."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QRect


class Pointed(NamedTuple):
    """The entries under the pointer or the keyboard's focus, and where on the screen they are.

    `where` is in global coordinates. `ambiguous` says that the name there may mean any of the entries.
    """

    entries: tuple[str, ...]
    where: QRect
    ambiguous: bool = False
    by_keyboard: bool = False
