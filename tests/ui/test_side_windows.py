"""Help opens when what reads it is there, at the page that was asked for last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.help.help_view import HelpView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from companion.ui.session import Session


def _section(view: HelpView) -> str:
    section = view.reading.document.section_at(view.reading.place.start)
    return section.title if section else ""


def test_help_opens_once_at_the_page_asked_for_last(qtbot: QtBot, start: Callable[..., Session]) -> None:
    window = start().window
    window.actions_by_name["help"].trigger()
    window.actions_by_name["companion_format"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(HelpView)))
    (view,) = window.findChildren(HelpView)
    qtbot.waitUntil(lambda: "companion file" in _section(view))

    view.close()
    window.actions_by_name["help"].trigger()
    assert window.findChildren(HelpView) == [view]
    assert view.isVisible()


def test_a_window_that_closes_while_help_is_loaded_closes(start: Callable[..., Session]) -> None:
    window = start().window
    window.actions_by_name["help"].trigger()
    window.close()
