"""Pointed lead: the mark of a note or the link that the reader points at, as the card is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from companion.core.leads import Lead


class PointedLead(NamedTuple):
    """A lead and where on the screen it is, in global coordinates.

    `at_once` says that it was clicked or chosen, so that nobody need wait for the card.
    """

    lead: Lead
    where: QRect
    by_keyboard: bool = False
    at_once: bool = False
