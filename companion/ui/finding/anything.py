"""Anything: the goals of the palette: actions, themes, entries, sections, bookmarks, by any of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence

from companion.core.entries import Event
from companion.core.horizon import tells_ahead
from companion.core.lookup import Fit, Lookup
from companion.ui.actions import COMMANDS, plain_words
from companion.ui.bookmarks.bookmark_words import bookmark_title
from companion.ui.entries.entry_rows import first_mention
from companion.ui.entries.entry_words import kind_in_words, place_in_words
from companion.ui.finding.goals import Goal
from companion.ui.help.key_list import keys_in_words
from companion.ui.looks.theme import Role
from companion.ui.looks.theme_words import theme_choices
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from companion.core.entries import Entry
    from companion.core.lookup import Found
    from companion.ui.actions import Actions
    from companion.ui.looks.look import Look
    from companion.ui.program.settings import Settings
    from companion.ui.reading import Reading

_MOST_USED = 40
_ACTION, _THEME, _ENTRY, _SECTION, _BOOKMARK = "action", "theme", "entry", "section", "bookmark"


class _Thing(NamedTuple):
    """Something with names.

    `ref` is the name of an action or a theme, the id of an entry or a bookmark, the index of a section.
    """

    sort: str
    ref: str
    names: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.sort} {self.ref}"


class Anything:
    """All that can be done or found. What was chosen last stands first."""

    lines = 1

    def __init__(self, actions: Actions, reading: Reading, look: Look, settings: Settings) -> None:
        self._actions, self._reading, self._look, self._settings = actions, reading, look, settings
        self._used: list[str] = settings.used
        self._things: list[_Thing] = []
        self._number_of: dict[str, int] = {}
        self._lookup: Lookup | None = None
        for changed in (
            reading.document_changed,
            reading.companion_changed,
            reading.bookmarks_changed,
            reading.horizon_changed,
        ):
            changed.connect(self._forget)

    @property
    def prompt(self) -> str:
        """What can be typed."""
        return translated("Find an action, a name, a section or a bookmark")

    def find(self, typed: str) -> list[Goal]:
        """What `typed` may mean; with nothing typed what was chosen last, and then every action."""
        if self._lookup is None:
            self._things = list(self._all())
            self._lookup = Lookup(thing.names for thing in self._things)
            self._number_of = {thing.key: number for number, thing in enumerate(self._things)}
        used = [self._number_of[key] for key in self._used if key in self._number_of]
        if not typed.strip():
            actions = (number for number, thing in enumerate(self._things) if thing.sort == _ACTION)
            return [self._goal(number) for number in dict.fromkeys([*used, *actions])]
        ago = {number: steps for steps, number in enumerate(used)}
        found = sorted(self._lookup.find(typed, used=ago), key=lambda one: self._later(one, ago))
        return [self._goal(one.number) for one in found]

    def _later(self, found: Found, used: Mapping[int, int]) -> tuple[Fit, bool]:
        """What the titles of events stand behind: whoever is called so is sought before what befell him.

        It is all one whether the name begins with what was typed, or a further word of it does.
        """
        fit = Fit.BEGINS if found.fit is Fit.WORD else found.fit
        thing = self._things[found.number]
        is_event = thing.sort == _ENTRY and isinstance(self._reading.companion.entry(thing.ref), Event)
        return fit, is_event and found.number not in used

    def nothing(self, typed: str) -> str:
        """Where else to look."""
        words = translated("Nothing has a name like “{typed}”. {find} finds words in the text.")
        find = keys_in_words(self._actions, "find") or translated("“{0}”").format(
            plain_words(self._actions["find"].text())
        )
        return words.format(typed=typed.strip(), find=find.partition(",")[0])

    def follow(self, goal: Goal) -> None:
        """Does what was chosen: an action, a jump to a section or bookmark, an entry put in focus."""
        self._remember(goal.key)
        sort, _, ref = goal.key.partition(" ")
        if sort == _ACTION:
            self._actions[ref].trigger()
        elif sort == _THEME:
            self._look.set_theme(ref)
        elif sort == _SECTION:
            self._reading.jump_to_place(self._reading.document.sections[int(ref)].start)
        elif sort == _BOOKMARK:
            self._reading.go_to_bookmark(ref)
        elif sort == _ENTRY:
            self._show_entry(ref)

    def _show_entry(self, entry: str) -> None:
        """Puts an entry in focus, and goes to its next passage if none is on the screen."""
        reading = self._reading
        reading.focus_on(entry)
        if not any(span.overlaps(reading.place) for span in reading.passages.spans):
            reading.next_passage()

    def _remember(self, key: str) -> None:
        others = [other for other in self._used if other != key]
        self._used = [key, *others][:_MOST_USED]
        self._settings.keep_used([key for key in self._used if key.startswith(_ACTION)])

    def _forget(self) -> None:
        self._lookup = None
        self._used = [key for key in self._used if key.startswith(_ACTION) or key in self._number_of]

    # -- what there is

    def _all(self) -> Iterator[_Thing]:
        for command in (command for commands in COMMANDS.values() for command in commands):
            if command is not None and command.name in self._actions:
                yield _Thing(_ACTION, command.name, (plain_words(self._actions[command.name].text()),))
        for theme, words in theme_choices():
            yield _Thing(_THEME, theme, (translated("Theme: {0}").format(words), words))
        for entry in self._reading.companion.entries:
            yield _Thing(_ENTRY, entry.id, (entry.heading, *(alias.text for alias in entry.aliases)))
        for index, section in enumerate(self._reading.document.sections):
            if section.title.strip() and not tells_ahead(section, self._reading.horizon):
                yield _Thing(_SECTION, str(index), (section.title,))
        for bookmark in self._reading.bookmarks:
            names = (bookmark_title(bookmark), bookmark.words, bookmark.note)
            yield _Thing(_BOOKMARK, bookmark.id, tuple(name for name in names if name.strip()))

    def _goal(self, number: int) -> Goal:
        thing = self._things[number]
        if thing.sort == _ACTION:
            return self._action_goal(thing)
        if thing.sort == _THEME:
            words = thing.names[0]
            is_on = thing.ref == self._look.choice
            return Goal(thing.key, _on(words) if is_on else words, translated("action"))
        if thing.sort == _SECTION:
            start = self._reading.document.sections[int(thing.ref)].start
            place = place_in_words(self._reading.document, start)
            return Goal(thing.key, thing.names[0], translated("section"), place)
        if thing.sort == _BOOKMARK:
            span = self._reading.marginalia.place_of(thing.ref)
            place = place_in_words(self._reading.document, span.start) if span else translated("not found")
            return Goal(thing.key, thing.names[0], translated("bookmark"), place, open=span is not None)
        entry = self._reading.companion.entry(thing.ref)
        return Goal(thing.key, thing.names[0]) if entry is None else self._entry_goal(thing, entry)

    def _action_goal(self, thing: _Thing) -> Goal:
        action = self._actions[thing.ref]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        is_open = action.isEnabled()
        aside = keys if is_open else translated("not now")
        words = thing.names[0]
        if action.isCheckable() and action.isChecked():
            words = _on(words)
        return Goal(thing.key, words, translated("action"), aside, open=is_open)

    def _entry_goal(self, thing: _Thing, entry: Entry) -> Goal:
        place = first_mention(self._reading.companion, entry.id)
        where = place_in_words(self._reading.document, place) if place is not None else ""
        return Goal(thing.key, entry.heading, kind_in_words(entry.kind), where, role=Role(entry.kind.value))


def _on(words: str) -> str:
    """The words of a switch, or of one of several, that is on."""
    return translated("{switch}: on").format(switch=words)
