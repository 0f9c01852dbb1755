"""Export forms: the goals of "Export": in which form, for which program the companion goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.ui.finding.goals import Goal
from companion.ui.program.language import told, translated

if TYPE_CHECKING:
    from companion.exchange.leaving import Form


class ExportForms(QObject):
    """The forms, in the order in which they are offered.

    Signals:
        chosen(Form): this is the form that is wanted.
    """

    chosen = Signal(object)

    lines = 2

    @property
    def forms(self) -> dict[str, Form]:
        """All forms by name."""
        from companion.exchange.leaving import FORMS

        return {form.name: form for form in FORMS}

    @property
    def prompt(self) -> str:
        """What can be typed."""
        return translated("Export for: Obsidian, Anki, KOReader …")

    def find(self, typed: str) -> list[Goal]:
        """The forms whose name or programs have what was typed."""
        wanted = typed.strip().casefold()
        goals = [
            Goal(form.name, told(form.title), below=_told_more(form.name)) for form in self.forms.values()
        ]
        return [goal for goal in goals if wanted in f"{goal.key} {goal.words} {goal.below}".casefold()]

    def nothing(self, typed: str) -> str:
        """A sentence for when there is no such form."""
        return translated("There is no form for that program here.")

    def follow(self, goal: Goal) -> None:
        """Tells which form was chosen."""
        self.chosen.emit(self.forms[goal.key])


def _told_more(name: str) -> str:
    """What goes out in a form, and where to."""
    return {
        "obsidian": translated("Glossary, people, timeline and your marks, as one note"),
        "obsidian-notes": translated("A folder of notes with links between them"),
        "csv": translated("For a spreadsheet: every entry with its names, text and number of passages"),
        "marks-csv": translated("For a spreadsheet: your marks with notes, tags and places"),
        "anki": translated("Glossary, people and events as cards to learn; importing again updates them"),
        "readwise": translated("Your highlights with notes and tags"),
        "timelinejs": translated("The events for a timeline on a web page"),
        "web-annotation": translated("Your marks for any program that knows the standard of the W3C"),
        "stardict": translated("Glossary and people to be looked up in another reader"),
        "koreader": translated("Put it into the folder .sdr beside the book on the e-reader"),
    }[name]
