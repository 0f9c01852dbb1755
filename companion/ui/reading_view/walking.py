"""Walking: the keyboard goes from one thing that can be followed to the next, and a ring shows which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.reading_view.accessible import announce_lead, announce_name
from companion.ui.reading_view.link_walk import LinkWalk

if TYPE_CHECKING:
    from companion.core.document import Span
    from companion.ui.reading_view.view import ReadingView

_FORWARD, _BACK = 0.25, 0.7
"""Parts of the screen's height: where what was out of sight comes to stand, walking on and back."""


class Walking:
    """Takes the keyboard along the names, notes, links and pictures of a view."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._walk = LinkWalk(view.reading, view.look, view.signs.leading)

    @property
    def span(self) -> Span | None:
        """The words that the keyboard is on."""
        return self._walk.span

    def step(self, forward: bool) -> bool:
        """Goes to the next words that can be followed, or those before; False when there are none."""
        view = self._view
        found = self._walk.step(forward)
        if found is None:
            self.leave()
            return False
        view.painting.ring, view.painting.caret = found, None
        view.selecting.clear(at=found.start)
        view.moving.to_name(found, _FORWARD if forward else _BACK)
        view.signs.point_by_keyboard(found)
        lead = view.signs.lead_at(found)
        if lead is None:
            announce_name(view, found)
        else:
            announce_lead(view, lead)
        return True

    def leave(self) -> bool:
        """Takes the keyboard off them; False when it was on none."""
        view, was_on_one = self._view, self._walk.span is not None
        self._walk.leave()
        if view.painting.ring:
            view.painting.ring = None
            view.signs.leave()
            view.viewport().update()
        return was_on_one

    def renew(self) -> None:
        """Leaves what is nothing to be followed any more."""
        if self.span is not None and not self._view.signs.is_one(self.span):
            self.leave()
